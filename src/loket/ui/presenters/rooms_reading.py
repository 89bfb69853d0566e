"""What a scan in the reading room means: a copy that a reader asked for goes to him or comes back, others are counted.

Runs in the writing lane, one scan after the other; knows no window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from loket.db import queries
from loket.db.queries import TitleHit
from loket.domain import scan as codes
from loket.domain.entities import Biblio, Id, InHouseKind, InHouseState, InHouseUse
from loket.domain.errors import RefusalCode, Refused
from loket.services import reading_room as room
from loket.services.desk import Desk
from loket.services.house_codes import HouseCode, recognise
from loket.services.reading_room import CountWarning, RequestLine, ShelfGroup
from loket.services.visitors import Person, find_person, persons_like

MOST_TITLES = 6


class Deed(StrEnum):
    """What came of a scan."""

    COUNTED = "counted"
    FETCHED = "fetched"  # it is with the reader now
    BACK = "back"  # the reader gave it back
    PERSON = "person"  # a card or slip: somebody asks for something
    HOUSE = "house"  # a tag or slip that belongs on another page
    ASKED = "asked"
    MISSED = "missed"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Answered:
    """What the section says to a scan or an act.

    `title`: of the book, "" where it is not known. `who`: the reader of a request.
    """

    deed: Deed
    use: InHouseUse | None = None
    title: str = ""
    who: str = ""
    warning: CountWarning = CountWarning.NONE
    borrower: str = ""
    person: Person | None = None
    house: HouseCode | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader asks for: a title found in the catalogue, or the text that was typed or scanned."""

    kind: InHouseKind
    text: str
    biblio_id: Id | None = None
    reader: str = ""
    person: Person | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """A line of the list by which books go back; the first one of its class names it."""

    group: ShelfGroup
    number: int

    @property
    def line(self) -> room.ShelfLine:
        return self.group.lines[self.number]

    @property
    def key(self) -> tuple[str, int]:
        return self.group.ddc_class, self.number


def is_words(text: str) -> bool:
    """Typed by hand: a title or a name, never a book on a table."""
    return codes.looks_like_name(codes.clean(text))


def answer(desk: Desk, text: str, room_id: Id | None, at: datetime) -> Answered:
    """Answer one scan. Raises what `reading_room.count_book`, `fetch` and `hand_back` raise."""
    wanted = _wanted(desk, text)
    if wanted is not None:
        if wanted.use.state is InHouseState.ASKED:
            return Answered(Deed.FETCHED, room.fetch(desk, wanted.use.id, code=text), wanted.title, wanted.who)
        return Answered(Deed.BACK, room.hand_back(desk, wanted.use.id), wanted.title, wanted.who)
    try:
        counted = room.count_book(desk, text, room_id, began_at=at)
    except Refused as refused:
        if refused.code is not RefusalCode.BOOK_EXPECTED:
            raise
        return _no_book(desk, text, refused)
    return Answered(
        Deed.COUNTED,
        counted.use,
        counted.title or "",
        warning=counted.warning,
        borrower=counted.borrower,
    )


def _wanted(desk: Desk, text: str) -> RequestLine | None:
    """The request this copy is about: the reader who has it, else the first who asked for it or its title."""
    with desk.view() as act:
        items = act.state.items_with_barcode(codes.clean(text))
    if len(items) != 1:
        return None
    item, lines = items[0], room.open_requests(desk)
    has = (line for line in lines if line.use.item_id == item.id)
    asked = (
        line
        for line in lines
        if line.use.state is InHouseState.ASKED and line.use.item_id is None and line.use.biblio_id == item.biblio_id
    )
    return next(has, None) or next(asked, None)


def _no_book(desk: Desk, text: str, refused: Refused) -> Answered:
    """A card or a slip: its owner asks for something. A tag belongs to the lockers."""
    with desk.view() as act:
        house = recognise(act, codes.clean(text))
        if house is not None:
            return Answered(Deed.HOUSE, house=house)
        person = find_person(act, text)
    if person is None:
        raise refused
    return Answered(Deed.PERSON, person=person)


def ask(desk: Desk, wish: Wish, room_id: Id | None) -> Answered:
    """Note what a reader asks for: by a copy's barcode, or a title in his own words; his name may be a code."""
    with desk.view() as act:
        is_code = wish.biblio_id is None and bool(act.state.items_with_barcode(codes.clean(wish.text)))
        person = wish.person or find_person(act, wish.reader)
    use = room.ask_item(
        desk,
        wish.kind,
        person,
        code=wish.text if is_code else "",
        biblio_id=wish.biblio_id,
        title="" if is_code else wish.text,
        room_id=room_id,
        reader="" if person else wish.reader,
        note=wish.note,
    )
    line = next((line for line in room.open_requests(desk) if line.use.id == use.id), None)
    return Answered(Deed.ASKED, use, line.title if line else wish.text, line.who if line else "")


def undo(desk: Desk) -> Answered:
    """Take back what was counted or asked for last."""
    use = room.undo_last(desk)
    with desk.view() as act:
        biblio = act.state.get(Biblio, use.biblio_id) if use.biblio_id else None
    return Answered(Deed.UNDONE, use, biblio.title if biblio else "")


def titles_like(desk: Desk, text: str) -> list[TitleHit]:
    with desk.view() as act:
        return queries.search_titles(act.driver, text, MOST_TITLES)


def readers_like(desk: Desk, text: str) -> tuple[Person, ...]:
    """A card or slip first, then members and visitors of that name."""
    with desk.view() as act:
        person = find_person(act, text)
    return (person,) if person is not None else persons_like(desk, text, MOST_TITLES)


def shelf_rows(groups: Sequence[ShelfGroup]) -> list[ShelfRow]:
    return [ShelfRow(group, number) for group in groups for number in range(len(group.lines))]


def use_ids(groups: Sequence[ShelfGroup]) -> tuple[Id, ...]:
    """Everything that counts as put back with these."""
    return tuple(use_id for group in groups for line in group.lines for use_id in line.use_ids)
