"""Ruang Baca: books on tables counted scan by scan, what staff fetch for readers, and what goes back to its shelf."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loket.db.queries import TitleHit
from loket.domain.entities import Id, InHouseState, Room
from loket.domain.errors import InvalidInput, Refused
from loket.services import guest_books
from loket.services import reading_room as room
from loket.services.reading_room import ReadingCounts, ReadingLine, RequestLine, ShelfGroup
from loket.services.visitors import Person
from loket.ui import format as fmt
from loket.ui import preferences
from loket.ui.forms.ui_rooms_reading import Ui_ReadingSection
from loket.ui.issuing import ask_file, issuer_of, paper_fonts, write_paper
from loket.ui.pages.members_sheets import AskSheet, reason_sheet
from loket.ui.pages.rooms_parts import RoomSection
from loket.ui.pages.rooms_sheets import PileSheet, RequestSheet
from loket.ui.pages.rooms_tables import Lines, reading_columns, request_columns, shelf_columns
from loket.ui.pages.settings_parts import Choice, in_order
from loket.ui.presenters import rooms_reading as desk_at
from loket.ui.presenters.rooms_reading import Answered, Deed, ShelfRow, is_words, shelf_rows, use_ids
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say
from loket.ui.texts_rooms import CONTEXT, Shown, answered_words, class_words, refused_words
from loket.ui.widgets import AnswerKind, Button, Suggestion, Table

REQUESTS, SHELVES = "requests", "shelves"
ROOM_PX = 220


@dataclass(frozen=True, slots=True)
class Seen:
    """What the section reads at once."""

    rooms: tuple[Room, ...]
    readings: tuple[ReadingLine, ...]
    requests: tuple[RequestLine, ...]
    shelves: tuple[ShelfGroup, ...]
    counts: ReadingCounts
    kept_room: str


class ReadingSection(RoomSection):
    """The last book is the biggest thing; the room that was chosen stays chosen at this counter."""

    TITLE = QT_TRANSLATE_NOOP("Rooms", "Ruang Baca")
    ICON = "book-2"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._form = Ui_ReadingSection()
        self._form.setupUi(self)
        self.room = Choice(self)
        self._rooms: tuple[Room, ...] = ()
        self._shelves: tuple[ShelfGroup, ...] = ()
        self._counts: ReadingCounts | None = None
        self._words: Callable[[], Shown] | None = None
        self._sides: list[tuple[str, str, str]] = []
        self._known = False  # the room this counter counts in was read
        offset = shell.desk.library.utc_offset_min
        self._readings: Lines[Id, ReadingLine] = Lines(reading_columns(offset))
        self._requests: Lines[Id, RequestLine] = Lines(request_columns(offset))
        self._rows: Lines[tuple[str, int], ShelfRow] = Lines(shelf_columns())
        self._build()
        self.retranslate()

    # ---- the section -----------------------------------------------------------------------------------------------

    def placeholder(self) -> str:
        return say(CONTEXT, "Pindai buku di meja, atau kartu pembaca …")

    def activate(self) -> None:
        self.read_all(self._read, self._show)

    def room_id(self) -> Id | None:
        """Where books are counted; None: in no room in particular."""
        chosen = self.room.value()
        return Id(chosen) if chosen else None

    def take_scan(self, text: str, at: datetime, mono_ms: int) -> None:
        if not text.strip():
            return
        if is_words(text):
            self.kept.emit(text)
            self.take_typed(text)
            return
        desk, where = self.shell.desk, self.room_id()
        self.shell.jobs.start(
            lambda: desk_at.answer(desk, text, where, at),
            self._answered,
            partial(self._not_counted, text),
            lane="write",
            owner=self,
        )

    def take_typed(self, text: str) -> None:
        """A title to ask for."""
        if is_words(text):
            desk = self.shell.desk
            self.read(lambda: desk_at.titles_like(desk, text), lambda hits: self._suggest(hits, text))

    def take_choice(self, key: object) -> None:
        if isinstance(key, TitleHit):
            self.ask_request(title=key)

    def step(self, way: int) -> None:
        table = self._list()
        model = table.model()
        if model is not None and model.rowCount():
            table.select_row(max(0, min(table.current_row() + way, model.rowCount() - 1)))

    def undo(self) -> None:
        desk = self.shell.desk
        self._act(lambda: desk_at.undo(desk))

    # ---- acts ------------------------------------------------------------------------------------------------------

    def ask_request(self, person: Person | None = None, title: TitleHit | None = None) -> None:
        """Ctrl+J, or somebody's card: what does he want?"""
        desk, where = self.shell.desk, self.room_id()
        sheet = RequestSheet(
            self,
            lambda text, show: self.read(lambda: desk_at.titles_like(desk, text), show),
            lambda text, show: self.read(lambda: desk_at.readers_like(desk, text), show),
            person,
            title,
        )
        self.sheets.ask(sheet, lambda: self._ask(sheet, where))

    def _ask(self, sheet: RequestSheet, where: Id | None) -> None:
        desk, wish = self.shell.desk, sheet.wish()
        self._act(lambda: desk_at.ask(desk, wish, where))

    def ask_pile(self) -> None:
        """Ctrl+U: books of a class without scanning each."""
        desk, where, sheet = self.shell.desk, self.room_id(), PileSheet(self)

        def count() -> Answered:
            counted = room.count_pile(desk, sheet.ddc_class.value(), sheet.books.value(), where)
            return Answered(Deed.COUNTED, counted.use)

        self.sheets.ask(sheet, lambda: self._act(count))

    def do_row(self) -> None:
        """Ctrl+E or Enter on a line: hand it over, take it back, or say that its class stands on its shelf."""
        if self.side() == REQUESTS:
            self._next_step()
        else:
            row = self._rows.chosen(self._form.shelves)
            if row is not None:
                self._put_back([row.group])

    def _next_step(self) -> None:
        line = self.chosen_request()
        if line is None:
            self.said.emit(say(CONTEXT, "Tidak ada permintaan yang menunggu."), "info")
            return
        desk, use_id = self.shell.desk, line.use.id
        if line.use.state is InHouseState.ASKED:
            self._act(lambda: Answered(Deed.FETCHED, room.fetch(desk, use_id), line.title, line.who))
        else:
            self._act(lambda: Answered(Deed.BACK, room.hand_back(desk, use_id), line.title, line.who))

    def ask_missed(self) -> None:
        """Ctrl+D: it is not there, or the reader is gone."""
        line, desk = self.chosen_request(), self.shell.desk
        if line is None or line.use.state is not InHouseState.ASKED:
            return
        sheet = AskSheet(
            self,
            title=say(CONTEXT, "Tidak dapat diberikan?"),
            text=f"{line.title}  ·  {line.who}".strip(" ·"),
            accept=say(CONTEXT, "Tutup permintaan"),
            icon="book-off",
            kind="warn",
        )
        sheet.ask("note", say(CONTEXT, "Sebabnya"), hint=say(CONTEXT, "Misalnya: tidak ada di rak, pembaca pulang."))
        self.sheets.ask(
            sheet,
            lambda: self._act(
                lambda: Answered(Deed.MISSED, room.missed(desk, line.use.id, sheet.text("note")), line.title, line.who)
            ),
        )

    def put_all_back(self) -> None:
        """Ctrl+Shift+E: nothing lies about any more."""
        if self._shelves:
            self._put_back(self._shelves)

    def _put_back(self, groups: Sequence[ShelfGroup]) -> None:
        desk, ids = self.shell.desk, use_ids(groups)
        books, one = sum(group.books for group in groups), groups[0].ddc_class if len(groups) == 1 else None

        def done(_count: int) -> None:
            if one is None:
                words = say(CONTEXT, "Semua {count} buku sudah di rak.", count=books)
            else:
                words = say(CONTEXT, "{count} buku {name} sudah di rak.", count=books, name=class_words(one))
            self.said.emit(words, "ok")
            self.activate()

        self.book(lambda: room.reshelved(desk, ids), done)

    def ask_undo_row(self) -> None:
        """Ctrl+Del: take the chosen line of the day's list back, with a reason."""
        line, desk = self._readings.chosen(self._form.readings), self.shell.desk
        if line is None:
            return
        sheet = reason_sheet(
            self,
            title=say(CONTEXT, "Batalkan hitungan ini?"),
            text=line.title or line.use.barcode or class_words(line.use.ddc_class),
            accept=say(CONTEXT, "Batalkan hitungan"),
            icon="arrow-back-up",
        )
        self.sheets.ask(
            sheet,
            lambda: self._act(
                lambda: Answered(Deed.UNDONE, room.undo(desk, line.use.id, sheet.text("reason")), line.title)
            ),
        )

    def save_list(self) -> None:
        """Ctrl+P: the list one walks along the shelves with."""
        if not self._shelves:
            self.said.emit(say(CONTEXT, "Tidak ada buku yang menunggu dikembalikan ke rak."), "info")
            return
        title = say(CONTEXT, "Kembali ke rak {on}", on=self.shell.desk.today())
        path = ask_file(self, say(CONTEXT, "Simpan daftar"), title)
        if path is not None:
            self.write_list(path)

    def write_list(self, path: Path) -> None:
        from loket.reports.reshelving import reshelving_pdf  # drawing papers is loaded when the first is made

        desk, data_dir, groups = self.shell.desk, self.shell.data_dir, self._shelves
        where = next((one.name for one in self._rooms if one.id == self.room_id()), "")

        def write() -> Path:
            return write_paper(path, reshelving_pdf(groups, issuer_of(desk, data_dir), paper_fonts(), room=where))

        self.read(write, self.saved.emit)

    def _act(self, act: Callable[[], Answered]) -> None:
        self.book(act, self._answered_act)

    # ---- what is shown ---------------------------------------------------------------------------------------------

    def side(self) -> str:
        """Which list stands at the right: REQUESTS or SHELVES."""
        return self._form.side.current()

    def show_side(self, side: str) -> None:
        self._form.side.set_current(side)
        self._form.lists.setCurrentWidget(self._form.requests if side == REQUESTS else self._form.shelves)
        self._show_actions()

    def turn_side(self) -> None:
        """Ctrl+T: the other list."""
        self.show_side(SHELVES if self.side() == REQUESTS else REQUESTS)

    def chosen_request(self) -> RequestLine | None:
        return self._requests.chosen(self._form.requests)

    def _read(self) -> Seen:
        desk, known = self.shell.desk, guest_books.rooms(self.shell.desk)
        kept = preferences.load(self.shell.data_dir).reading_room
        where = self.room_id() if self._known else next((one.id for one in known if one.id == kept), None)
        return Seen(
            known,
            room.todays_readings(desk, room_id=where),
            room.open_requests(desk, where),
            room.reshelving(desk, where),
            room.day_counts(desk),
            kept,
        )

    def _show(self, seen: Seen) -> None:
        self._rooms, self._shelves, self._counts = seen.rooms, seen.shelves, seen.counts
        self._show_rooms()
        if not self._known:
            self.room.set_value(seen.kept_room)
            self._known = True
        self._readings.show({line.use.id: line for line in seen.readings})
        self._requests.show({line.use.id: line for line in seen.requests}, self._form.requests)
        self._rows.show({row.key: row for row in shelf_rows(seen.shelves)}, self._form.shelves)
        self._show_counts()
        self._name_sides()
        self._show_actions()

    def _answered(self, answered: Answered) -> None:
        """A scan was answered: the other pages hear of it, unless it led to somebody."""
        if answered.deed is Deed.HOUSE:
            self.shell.ways.house.emit(answered.house)
        elif answered.deed is Deed.PERSON:
            self.ask_request(person=answered.person)
        else:
            self.shell.changes.tell("rooms", self)
            self._answered_act(answered)

    def _answered_act(self, answered: Answered) -> None:
        self._say(partial(answered_words, answered))
        self.shell.sounds.play("warning" if answered.warning else "return" if answered.deed is Deed.BACK else "ok")
        self.activate()

    def _not_counted(self, text: str, error: Exception) -> None:
        """A refusal is an answer as well; what was scanned is named."""
        if not isinstance(error, (Refused, InvalidInput)):
            self.kept.emit(text)
            self.fail(error)
            return
        self.shell.sounds.play("refused")
        self._say(partial(refused_words, error, text))

    def _say(self, words: Callable[[], Shown]) -> None:
        """The words are made again when the language changes."""
        self._words, shown = words, words()
        self._form.answer.show_answer(
            AnswerKind(shown.kind), shown.word, shown.title, shown.detail, rule=shown.hint, number=shown.number
        )

    def _show_counts(self) -> None:
        counts = self._counts
        if counts is None:
            return
        here = counts.by_room.get(self.room_id(), 0) if self.room_id() else counts.books
        self._form.count.setText(fmt.count(here, language()))
        self._form.countWords.setText(
            say(CONTEXT, "buku hari ini di ruang ini") if self.room_id() else say(CONTEXT, "buku hari ini")
        )

    def _show_rooms(self) -> None:
        everywhere = say(CONTEXT, "Seluruh perpustakaan")
        self.room.set_choices([("", everywhere), *((one.id, one.name) for one in self._rooms)])

    def _room_chosen(self) -> None:
        data_dir, chosen = self.shell.data_dir, self.room.value() or ""
        self.shell.jobs.start(
            lambda: preferences.change(data_dir, reading_room=chosen), None, self.fail, lane="write", owner=self
        )
        self.activate()
        self.left.emit()

    def _suggest(self, hits: Sequence[TitleHit], text: str) -> None:
        found = [
            Suggestion(
                hit,
                hit.title,
                detail=say(CONTEXT, "Minta untuk dibaca di tempat"),
                note=hit.call_number,
                icon="book",
            )
            for hit in hits
        ]
        self.suggested.emit(found, text)
        if not found:
            self.said.emit(
                say(CONTEXT, "Judul itu tidak ada di katalog. Pindai barcodenya, atau catat: Ctrl+J."), "info"
            )

    def _show_actions(self) -> None:
        """Only what can be done with the list that is shown."""
        requests, line = self.side() == REQUESTS, self.chosen_request()
        asked = line is not None and line.use.state is InHouseState.ASKED
        self.step_button.set_text(
            (say(CONTEXT, "Serahkan ke pembaca") if asked else say(CONTEXT, "Terima kembali"))
            if requests
            else say(CONTEXT, "Klas ini sudah di rak")
        )
        self.step_button.setEnabled(line is not None if requests else bool(self._shelves))
        self.missed_button.setEnabled(asked)
        for button in (self.ask_button, self.missed_button):
            button.setVisible(requests)
        for button in (self.all_button, self.print_button):
            button.setVisible(not requests)
            button.setEnabled(bool(self._shelves))

    def _list(self) -> Table:
        return self._form.requests if self.side() == REQUESTS else self._form.shelves

    # ---- words and wires -------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self._form
        form.roomLabel.setText(say(CONTEXT, "Dihitung untuk"))
        self.room.setAccessibleName(say(CONTEXT, "Dihitung untuk"))
        form.readings.setAccessibleName(say(CONTEXT, "Dibaca hari ini"))
        form.readings.set_empty("book-2", say(CONTEXT, "Hari ini belum ada buku yang dihitung."))
        form.requests.setAccessibleName(say(CONTEXT, "Permintaan"))
        form.requests.set_empty(
            "circle-check", say(CONTEXT, "Tidak ada permintaan yang menunggu."), "Ctrl+J", say(CONTEXT, "minta koleksi")
        )
        form.shelves.setAccessibleName(say(CONTEXT, "Kembali ke rak"))
        form.shelves.set_empty("books", say(CONTEXT, "Semua buku sudah di raknya."))
        form.side.setAccessibleName(say(CONTEXT, "Daftar"))
        for button, words in (
            (self.ask_button, say(CONTEXT, "Minta koleksi")),
            (self.pile_button, say(CONTEXT, "Tumpukan")),
            (self.undo_button, say(CONTEXT, "Batalkan baris")),
            (self.missed_button, say(CONTEXT, "Tidak ada")),
            (self.all_button, say(CONTEXT, "Semua di rak")),
            (self.print_button, say(CONTEXT, "Daftar (PDF)")),
        ):
            button.set_text(words)
        for model in (self._readings, self._requests, self._rows):
            model.retranslate()
        self._show_rooms()
        self._name_sides()
        self._show_counts()
        self._show_actions()
        if self._words is not None:
            self._say(self._words)
        else:
            form.answer.show_idle(
                say(CONTEXT, "Pindai buku yang ditinggal di meja."),
                say(CONTEXT, "Setiap pindaian dihitung; buku tanpa barcode: Ctrl+U."),
            )

    def _name_sides(self) -> None:
        waiting, books = len(self._requests.ids()), sum(group.books for group in self._shelves)
        chosen = self.side() or REQUESTS
        options = [
            (REQUESTS, f"{say(CONTEXT, 'Permintaan')} ({fmt.count(waiting, language())})", "hand-stop"),
            (SHELVES, f"{say(CONTEXT, 'Kembali ke rak')} ({fmt.count(books, language())})", "books"),
        ]
        if options != self._sides:  # its buttons are made anew
            self._sides = options
            self._form.side.set_options(options)
            self._form.side.set_current(chosen)

    def _build(self) -> None:
        form = self._form
        form.roomLine.insertWidget(1, self.room)
        self.room.setMinimumWidth(ROOM_PX)
        self.pile_button = Button(self, icon="books", role="quiet", key="Ctrl+U")
        self.undo_button = Button(self, icon="arrow-back-up", role="quiet", key="Ctrl+Del")
        self.step_button = Button(self, icon="check", key="Ctrl+E")
        self.ask_button = Button(self, icon="plus", key="Ctrl+J")
        self.missed_button = Button(self, icon="book-off", role="quiet", key="Ctrl+D")
        self.all_button = Button(self, icon="circle-check", role="quiet", key="Ctrl+Shift+E")
        self.print_button = Button(self, icon="printer", role="quiet", key="Ctrl+P")
        for table, model in ((form.readings, self._readings), (form.requests, self._requests)):
            table.show_model(model)
        form.shelves.show_model(self._rows)
        form.leftActions.addWidget(self.pile_button)
        form.leftActions.addWidget(self.undo_button)
        form.leftActions.addStretch(1)
        for button in (self.step_button, self.ask_button, self.missed_button, self.all_button):
            form.actions.addWidget(button)
        form.actions.addStretch(1)
        form.sideLine.addWidget(self.print_button)
        in_order(self.room, form.readings, self.pile_button, self.undo_button, form.side, form.requests, form.shelves)
        self._wire()

    def _wire(self) -> None:
        form = self._form
        self.room.changed.connect(self._room_chosen)
        form.side.changed.connect(self.show_side)
        form.requests.picked_row.connect(lambda _: self._show_actions())
        form.requests.activated_row.connect(lambda _: self.do_row())
        form.shelves.activated_row.connect(lambda _: self.do_row())
        self.pile_button.clicked.connect(self.ask_pile)
        self.undo_button.clicked.connect(self.ask_undo_row)
        self.step_button.clicked.connect(self.do_row)
        self.ask_button.clicked.connect(lambda: self.ask_request())
        self.missed_button.clicked.connect(self.ask_missed)
        self.all_button.clicked.connect(self.put_all_back)
        self.print_button.clicked.connect(self.save_list)
        self.shortcut("Ctrl+T").activated.connect(self.turn_side)
        for table in (form.readings, form.requests, form.shelves):
            table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
