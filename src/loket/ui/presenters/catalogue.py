"""What the catalogue page decides: what is searched, edited, remembered for the next book, and waits for its label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from loket.domain.entities import Biblio, Id, Item
from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.services import catalogue, house_codes
from loket.services.catalogue import CopiesForm, ItemForm, Saved, TitleDetail, TitleForm
from loket.services.desk import Desk
from loket.services.house_codes import HouseCode
from loket.ui.jobs import JobRunner

REMEMBERED_COPY = ("collection_kind", "location", "source")
REMEMBERED_TITLE = ("publish_place", "language", "material")


class CatalogueView(Protocol):
    """The page as the presenter sees it."""

    def show_titles(self, ids: Sequence[Id], text: str) -> None: ...
    def go_to_house(self, code: HouseCode) -> None: ...
    def show_title(self, detail: TitleDetail, next_barcode: str) -> None: ...
    def show_new(self, title: TitleForm, copies: CopiesForm) -> None: ...
    def show_items(self, detail: TitleDetail) -> None: ...
    def show_invalid(self, error: InvalidInput) -> None: ...
    def show_problem(self, error: Refused | StorageError) -> None: ...
    def show_added(self, saved: Saved) -> None: ...
    def show_corrected(self, saved: Saved) -> None: ...
    def show_item_corrected(self, changed: tuple[str, ...]) -> None: ...
    def show_queue(self, count: int) -> None: ...
    def tell_changed(self) -> None: ...


@dataclass
class Labels:
    """Copies whose labels wait to be printed, in the order they were asked for."""

    ids: list[Id]

    def add(self, ids: Sequence[Id]) -> int:
        """Queue these; how many were not queued yet."""
        fresh = [one for one in dict.fromkeys(ids) if one not in self.ids]
        self.ids += fresh
        return len(fresh)

    def remove(self, ids: Sequence[Id]) -> None:
        gone = set(ids)
        self.ids = [one for one in self.ids if one not in gone]


class CataloguePresenter:
    """Knows no Qt. Services run in jobs; a search answer that a later search overtook is dropped."""

    def __init__(self, desk: Desk, jobs: JobRunner, view: CatalogueView) -> None:
        self._desk = desk
        self._jobs = jobs
        self._view = view
        self.wanted = ""  # what the list answers, or is about to
        self._copies = CopiesForm("")
        self._defaults = TitleForm("")
        self.labels = Labels([])
        self.biblio: Biblio | None = None  # being edited; None for a new one

    # ---- the list --------------------------------------------------------------------------------------------------

    def search(self, text: str) -> None:
        self.wanted = text
        self._jobs.start(
            lambda: catalogue.find_titles(self._desk, text),
            on_success=lambda ids: self._found(ids, text),
            on_failure=self._failed,
        )

    def entered(self, text: str) -> None:
        """Enter: a tag or slip of another page goes there, anything else is searched for."""
        self._jobs.start(
            lambda: house_codes.find(self._desk, text),
            on_success=lambda found: self.search(text) if found is None else self._view.go_to_house(found),
            on_failure=self._failed,
        )

    def search_again(self) -> None:
        self.search(self.wanted)

    def _found(self, ids: Sequence[Id], text: str) -> None:
        if text == self.wanted:
            self._view.show_titles(ids, text)

    # ---- one title -------------------------------------------------------------------------------------------------

    def open_title(self, biblio_id: Id) -> None:
        self._jobs.start(
            lambda: (catalogue.title_detail(self._desk, biblio_id), catalogue.next_barcode(self._desk)),
            on_success=self._opened,
            on_failure=self._failed,
        )

    def _opened(self, found: tuple[TitleDetail | None, str]) -> None:
        detail, next_barcode = found
        if detail is None:
            self.search_again()  # gone since the list was read
            return
        self.biblio = detail.biblio
        self._view.show_title(detail, next_barcode)

    def new_title(self) -> None:
        """An empty form, ready to type, with what the last book is likely to share with the next."""
        self.biblio = None
        self._jobs.start(
            lambda: catalogue.next_barcode(self._desk),
            on_success=lambda barcode: self._view.show_new(
                self._defaults, replace(self._copies, barcode=barcode, count=1, price="")
            ),
            on_failure=self._failed,
        )

    def save(self, title: TitleForm, copies: CopiesForm) -> None:
        """Save the title, and its new copies when a barcode stands there."""
        biblio = self.biblio
        wanted = copies if copies.barcode.strip() else None
        if biblio is None:
            self._jobs.start(
                lambda: catalogue.add_title(self._desk, title, wanted),
                on_success=lambda saved: self._added(saved, title, copies),
                on_failure=self._failed,
                lane="write",
            )
        else:
            self._jobs.start(
                lambda: catalogue.correct_title(self._desk, biblio.id, title, wanted),
                on_success=lambda saved: self._corrected(saved, copies),
                on_failure=self._failed,
                lane="write",
            )

    def _added(self, saved: Saved, title: TitleForm, copies: CopiesForm) -> None:
        self._defaults = TitleForm("", **{name: getattr(title, name) for name in REMEMBERED_TITLE})
        self._remember(saved, copies)
        self._view.show_added(saved)
        self.new_title()

    def _corrected(self, saved: Saved, copies: CopiesForm) -> None:
        self._remember(saved, copies)
        self._view.show_corrected(saved)
        self.open_title(saved.biblio.id)

    def _remember(self, saved: Saved, copies: CopiesForm) -> None:
        if saved.items:
            self._copies = CopiesForm("", **{name: getattr(copies, name) for name in REMEMBERED_COPY})
            self.queue_labels([item.id for item in saved.items])
        self._view.tell_changed()

    # ---- one copy, and labels --------------------------------------------------------------------------------------

    def correct_item(self, item: Item, form: ItemForm) -> None:
        self._jobs.start(
            lambda: (
                catalogue.correct_item(self._desk, item.id, form),
                catalogue.title_detail(self._desk, item.biblio_id),
            ),
            on_success=lambda done: self._item_corrected(item, *done),
            on_failure=self._failed,
            lane="write",
        )

    def _item_corrected(self, item: Item, changed: tuple[str, ...], detail: TitleDetail | None) -> None:
        if detail is not None:
            self._view.show_items(detail)
        if "barcode" in changed:
            self.queue_labels([item.id])
        self._view.show_item_corrected(changed)
        self._view.tell_changed()

    def queue_labels(self, ids: Sequence[Id]) -> int:
        added = self.labels.add(ids)
        self._view.show_queue(len(self.labels.ids))
        return added

    def labels_done(self, ids: Sequence[Id]) -> None:
        """These were printed, or are not wanted any more."""
        self.labels.remove(ids)
        self._view.show_queue(len(self.labels.ids))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, InvalidInput):
            self._view.show_invalid(error)
        elif isinstance(error, (Refused, StorageError)):
            self._view.show_problem(error)
        else:
            raise error
