"""What the reading room asks before it acts: what somebody wants, how large a pile is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from loket.db.queries import TitleHit
from loket.domain.entities import InHouseKind
from loket.services.reading_room import CLASSES, MOST_BOOKS
from loket.services.visitors import Person
from loket.ui import theme
from loket.ui.pages.members_sheets import AskSheet
from loket.ui.pages.rooms_parts import people_found
from loket.ui.pages.settings_parts import Choice, Line, Number
from loket.ui.presenters.rooms_reading import Wish
from loket.ui.texts import say
from loket.ui.texts_rooms import CONTEXT, REQUEST_KINDS, class_words
from loket.ui.widgets import ScanBox, Suggestion

WIDE_PX = 600


class RequestSheet(AskSheet):
    """A reader asks for something that staff fetch. Both boxes take a scan, and suggest while somebody types.

    `find_titles(text, show)`, `find_readers(text, show)` look in the background.
    """

    def __init__(
        self,
        parent: QWidget,
        find_titles: Callable[[str, Callable[[Sequence[TitleHit]], None]], None],
        find_readers: Callable[[str, Callable[[Sequence[Person]], None]], None],
        person: Person | None = None,
        title: TitleHit | None = None,
    ) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Minta koleksi"),
            text=say(CONTEXT, "Petugas mengambilkannya; dibaca di tempat, tidak dipinjamkan."),
            accept=say(CONTEXT, "Catat permintaan"),
            icon="book-2",
        )
        self._find_titles, self._find_readers = find_titles, find_readers
        self._chosen: TitleHit | None = None
        self._person: Person | None = None
        self.title_box, self.reader_box = ScanBox(self), ScanBox(self)
        self.title_box.set_placeholder(say(CONTEXT, "Pindai barcode, atau ketik judul …"))
        self.reader_box.set_placeholder(say(CONTEXT, "Pindai kartu atau slip, atau ketik nama …"))
        self.kind = Choice(self)
        self.kind.set_choices((kind, say(CONTEXT, words)) for kind, words in REQUEST_KINDS.items())
        self.note = Line(self)
        self.ask("title", say(CONTEXT, "Yang diminta"), self.title_box)
        self.ask("reader", say(CONTEXT, "Pembaca"), self.reader_box, say(CONTEXT, "Wajib untuk koleksi terbatas."))
        self.ask("kind", say(CONTEXT, "Jenis"), self.kind)
        self.ask("note", say(CONTEXT, "Catatan"), self.note)
        self.setMinimumWidth(theme.current().px(WIDE_PX))
        self._wire()
        if person is not None:
            self._reader_chosen(person)
        if title is not None:
            self._title_chosen(title)
        self.field_to_focus(self.title_box if title is None else self.reader_box if person is None else self.note)

    def needed(self) -> frozenset[str]:
        return frozenset()

    def wish(self) -> Wish:
        return Wish(
            kind=InHouseKind(self.kind.value()),
            text=self.title_box.text().strip(),
            biblio_id=self._chosen.id if self._chosen else None,
            reader=self.reader_box.text().strip(),
            person=self._person,
            note=self.note.value(),
        )

    def _wire(self) -> None:
        self.title_box.typed.connect(self._title_typed)
        self.title_box.suggestion_chosen.connect(self._title_chosen)
        self.title_box.scanned.connect(lambda _: self.reader_box.take_focus())
        self.title_box.escaped.connect(self.reject)
        self.reader_box.typed.connect(self._reader_typed)
        self.reader_box.suggestion_chosen.connect(self._reader_chosen)
        self.reader_box.scanned.connect(self._reader_scanned)
        self.reader_box.escaped.connect(self.reject)

    def _title_typed(self, text: str) -> None:
        self._chosen = None
        self._find_titles(text, lambda hits: self._show_titles(hits, text))

    def _show_titles(self, hits: Sequence[TitleHit], text: str) -> None:
        found = [
            Suggestion(hit, hit.title, detail=", ".join(hit.authors), note=hit.call_number, icon="book") for hit in hits
        ]
        self.title_box.show_suggestions(found, text, preselect=False)  # his own words are an answer too

    def _title_chosen(self, hit: object) -> None:
        assert isinstance(hit, TitleHit)
        self._chosen = hit
        self.title_box.set_text(hit.title)
        self.reader_box.take_focus()

    def _reader_typed(self, text: str) -> None:
        self._person = None
        self._find_readers(text, lambda people: self._show_readers(people, text))

    def _show_readers(self, people: Sequence[Person], text: str) -> None:
        self.reader_box.show_suggestions(people_found(people), text, preselect=False)

    def _reader_chosen(self, person: object) -> None:
        assert isinstance(person, Person)
        self._person = person
        self.reader_box.set_text(person.name or person.number)
        self.kind.setFocus()

    def _reader_scanned(self, text: str) -> None:
        """A card is looked up at once, so that his name stands there before the request is noted."""
        if not text.strip():
            self.accept()
            return
        if self._person is None:
            self._find_readers(text, lambda people: self._reader_found(people, text))
        self.kind.setFocus()

    def _reader_found(self, people: Sequence[Person], text: str) -> None:
        if self.reader_box.text() == text and people and text.casefold() == people[0].number.casefold():
            self._reader_chosen(people[0])


class PileSheet(AskSheet):
    """Books of one class counted together, without scanning each."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Hitung satu tumpukan"),
            text=say(CONTEXT, "Untuk buku tanpa barcode, atau bila antrean panjang: cukup jumlahnya per klas."),
            accept=say(CONTEXT, "Hitung"),
            icon="books",
        )
        self.books = Number(self, least=1, most=MOST_BOOKS)
        self.ddc_class = Choice(self)
        self.ddc_class.set_choices((name, class_words(name)) for name in CLASSES)
        self.ask("books", say(CONTEXT, "Banyaknya buku"), self.books)
        self.ask("ddc_class", say(CONTEXT, "Klas"), self.ddc_class)
        self.books.selectAll()

    def needed(self) -> frozenset[str]:
        return frozenset()
