"""Buku Tamu: who comes in and who goes out, at the door or in a room with a book of its own. Everything by keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from loket.domain.entities import Id, VisitKind
from loket.domain.errors import InvalidInput, Refused
from loket.services.guest_lists import InsideLine, VisitLine
from loket.services.house_codes import HouseCode
from loket.services.visitors import Person
from loket.ui import icons, preferences, theme
from loket.ui.forms.ui_guestbook import Ui_GuestbookPage
from loket.ui.pages.guestbook_acts import GuestbookActs
from loket.ui.pages.guestbook_parts import CountsPanel, PurposeKeys, inside_columns, today_columns
from loket.ui.pages.page import Page, demand_ours, on_key
from loket.ui.pages.settings_parts import YesNo
from loket.ui.presenters.guestbook import MOST_KEYS, GuestbookPresenter
from loket.ui.presenters.guestbook_answers import Asked, Book, CameIn, Lists, Offers, Shown
from loket.ui.presenters.members import Problem
from loket.ui.shell import Shell
from loket.ui.slip_printing import SlipBanner
from loket.ui.sounds import SoundName
from loket.ui.tables import PagedTableModel, rows_of
from loket.ui.texts import QT_TRANSLATE_NOOP, refusal_text, say
from loket.ui.texts_circulation import Lines
from loket.ui.texts_guestbook import CONTEXT, door_word, kind_icon, lines_of
from loket.ui.widgets import Button, Suggestion, Table

INSIDE, TODAY = "inside", "today"
SIDE_PX = 260
AT_THE_SIDE = ("guest", "group", "official", "more")
IN_THE_MENU = ("paper", "import", "close")  # once a day or less
OVER_THE_LIST = ("out", "print", "undo")  # about its chosen line
DIGIT_MS = 150  # a digit with nothing after it is a person's; a scanner's next sign comes within a few
ASK_MS = 20_000  # so long somebody is asked what he comes for; then he is written down without


class GuestbookPage(Page):
    """The scan box takes cards, visitor's slips and names; the answer is the biggest thing, the lists are under it."""

    TITLE = QT_TRANSLATE_NOOP("Page", "Buku Tamu")
    ICON = "book-2"
    SHORTCUT = "F2"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.setProperty("role", "page")
        self._form = Ui_GuestbookPage()
        self._form.setupUi(self)
        self._form.banner.hide_line()
        self._lists: Lists | None = None
        self._answer: Callable[[], Lines] | None = None
        self._inside: dict[Id, InsideLine] = {}
        self._today: dict[Id, VisitLine] = {}
        self.counts, self.purposes = CountsPanel(self), PurposeKeys(self)
        self.asks = YesNo(self)
        self.slips = SlipBanner(shell, self)
        self.inside, self.today = Table(self), Table(self)
        offset_min = shell.desk.library.utc_offset_min
        self._inside_model: PagedTableModel[Id, InsideLine] = PagedTableModel(
            inside_columns(offset_min, shell.desk.clock.now, lambda: self.presenter.offers.known),
            lambda ids: rows_of(self._inside, ids),
        )
        self._today_model: PagedTableModel[Id, VisitLine] = PagedTableModel(
            today_columns(offset_min, lambda: self.presenter.offers.known),
            lambda ids: rows_of(self._today, ids),
        )
        self.presenter = GuestbookPresenter(shell.desk, shell.jobs, self, self._visits_changed)
        self.acts = GuestbookActs(shell, self.presenter, self)
        self._box = self._form.scan_box.focusProxy() or self._form.scan_box
        self._pause = QTimer(self, singleShot=True, interval=DIGIT_MS)
        self._patience = QTimer(self, singleShot=True, interval=ASK_MS)
        self._buttons = self._make_buttons()
        self._arrange()
        self._wire()
        self.retranslate()
        self.show_idle()
        self._read_preferences()

    # ---- the page --------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        self.presenter.read_offers()
        self._form.scan_box.take_focus()

    def take_code(self, code: HouseCode) -> None:
        """A visitor's slip that was scanned somewhere else."""
        self._form.banner.hide_line()
        self.presenter.take_code(code)
        self._form.scan_box.take_focus()

    def view(self) -> str:
        return self._form.views.current() or INSIDE

    def show_view(self, view: str) -> None:
        self._form.views.set_current(view)
        self._form.lists.setCurrentWidget(self.inside if view == INSIDE else self.today)
        self.presenter.show_list(today=view == TODAY)
        self._form.scan_box.take_focus()

    def chosen(self) -> VisitLine | None:
        """The line that stands out in the list that is shown."""
        table, model = (self.inside, self._inside_model) if self.view() == INSIDE else (self.today, self._today_model)
        number = table.current_row()
        row = model.row_at(number) if number >= 0 else None
        if isinstance(row, InsideLine):
            return VisitLine(row.visit, row.name, row.number, row.purpose)
        return row

    def said(self) -> str:
        """The sentence over the page; "" when there is none."""
        return str(self._form.banner.said())

    def hideEvent(self, event: QHideEvent) -> None:
        self.presenter.settle()
        super().hideEvent(event)

    def _visits_changed(self) -> None:
        self.shell.changes.tell("visits", self)

    def _changed_elsewhere(self, kind: str, by: object) -> None:
        if by is self or not self.isVisible():
            return
        if kind in ("rules", "rooms", "library"):
            self.presenter.read_offers()
        elif kind in ("visits", "members"):
            self.presenter.read()

    # ---- scans and keys --------------------------------------------------------------------------------------------

    def _scanned(self, text: str) -> None:
        """Empty the box before anything else: the scanner may be typing the next code already."""
        self._pause.stop()
        self._form.scan_box.clear()
        self._form.banner.hide_line()
        self.presenter.scanned(text)

    def _person_chosen(self, person: object) -> None:
        assert isinstance(person, Person)
        self.presenter.person_chosen(person)

    def _escaped(self) -> None:
        self._form.banner.hide_line()
        self.presenter.give_up()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While a purpose is asked for, a digit alone in the box is its key."""
        if watched is self._box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alone = not self._form.scan_box.text() and self.presenter.asked is not None
            if alone and event.text() and event.text() in "123456789":
                self._pause.start()
            else:
                self._pause.stop()
        return super().eventFilter(watched, event)

    def _digit_alone(self) -> None:
        text = self._form.scan_box.text()
        if len(text) == 1 and text.isdigit():
            self._form.scan_box.clear()
            self.presenter.purpose_chosen(int(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk the list from the scan box."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        table = self.inside if self.view() == INSIDE else self.today
        if step and table.model().rowCount():
            last = table.model().rowCount() - 1
            table.select_row(min(last, max(0, table.current_row() + step)))
        else:
            super().keyPressEvent(event)

    # ---- what the presenter shows ----------------------------------------------------------------------------------

    def show_answer(self, shown: Shown) -> None:
        self._patience.stop()
        if isinstance(shown, Asked):
            self._patience.start()
        self.purposes.set_asking(isinstance(shown, Asked))
        settings = self.shell.desk.settings()
        offset_min = self.shell.desk.library.utc_offset_min
        book = self._book_name(shown)
        self._say(lambda: lines_of(shown, book(), offset_min, settings.visit_window_min))

    def _book_name(self, shown: Shown) -> Callable[[], str]:
        """Of the book the answer speaks of; another one may be open by now."""
        room_id = shown.counted.visit.room_id if isinstance(shown, CameIn) else self.presenter.book
        room = next((room for room in self.presenter.offers.books if room.id == room_id), None)
        return lambda: room.name if room is not None else door_word()

    def _say(self, answer: Callable[[], Lines]) -> None:
        self._answer = answer
        self._form.answer.show_lines(answer())

    def show_idle(self) -> None:
        self._answer = None
        self._patience.stop()
        self.purposes.set_asking(False)
        self._form.answer.show_idle(
            say(CONTEXT, "Siap menerima pengunjung"),
            say(CONTEXT, "Kartu anggota: masuk. Nomor pengunjung: keluar. Tamu: Ctrl+T."),
        )

    def show_lists(self, lists: Lists) -> None:
        self._lists = lists
        if self.view() == INSIDE:
            self._inside = {line.visit.id: line for line in lists.lines if isinstance(line, InsideLine)}
            _show_rows(self.inside, self._inside_model, list(self._inside))
        else:
            self._today = {line.visit.id: line for line in lists.lines if isinstance(line, VisitLine)}
            _show_rows(self.today, self._today_model, list(self._today))
        self.counts.show_counts(lists.counts, self.presenter.book)

    def show_offers(self, offers: Offers) -> None:
        books: list[tuple[Book, str]] = [(None, door_word()), *((room.id, room.name) for room in offers.books)]
        self._form.book.set_choices(books)
        self._form.book.set_value(self.presenter.book)
        self.purposes.offer(offers.purposes.get(VisitKind.MEMBER, ())[:MOST_KEYS])

    def show_choices(self, people: Sequence[Person], typed: str) -> None:
        self._form.scan_box.show_suggestions([_suggestion(person) for person in people], typed)

    def show_waiting(self, scans: int) -> None:
        self._form.scan_box.set_queue(scans)

    def ask_undo(self, line: VisitLine) -> None:
        self.acts.ask_undo(line)

    def close_sheet(self) -> None:
        self.acts.close_sheet()

    def pass_on(self, code: HouseCode) -> None:
        self.shell.ways.house.emit(code)

    def slip_queued(self) -> None:
        self.shell.slips.wake()

    def keep_text(self, text: str) -> None:
        self._form.scan_box.give_back(text)

    def play(self, sound: SoundName) -> None:
        self.shell.sounds.play(sound)

    def show_invalid(self, error: InvalidInput) -> None:
        self.say_problem(error)

    def show_problem(self, error: Problem) -> None:
        self.say_problem(error)

    def say_problem(self, error: Exception) -> None:
        """Any of our errors: at its field, as the answer to a scan, else as a line. Raises what is none of ours."""
        demand_ours(error)
        self.shell.sounds.play("refused")
        if self.acts.told(error):
            return
        if isinstance(error, Refused):
            self._patience.stop()
            self.purposes.set_asking(self.presenter.asked is not None)
            self._say(lambda: _refused(error))
        else:
            self._form.banner.show_error(error)

    def say_line(self, text: str, kind: str) -> None:
        self._form.banner.show_line(text, kind)  # type: ignore[arg-type]

    # ---- the book and the question are kept here --------------------------------------------------------------------

    def _read_preferences(self) -> None:
        kept = preferences.load(self.shell.data_dir)
        self.presenter.book = Id(kept.visitor_book) if kept.visitor_book else None
        self.presenter.asks = kept.ask_purpose
        self.asks.set_value(kept.ask_purpose)
        self.purposes.setVisible(kept.ask_purpose)

    def _book_chosen(self) -> None:
        self._form.banner.hide_line()
        self.presenter.choose_book(self._form.book.value())
        self._keep(visitor_book=self.presenter.book or "")
        self._form.scan_box.take_focus()

    def _asking_chosen(self) -> None:
        self.presenter.choose_asking(self.asks.value())
        self.purposes.setVisible(self.asks.value())
        self.purposes.set_asking(False)
        self._keep(ask_purpose=self.asks.value())
        self._form.scan_box.take_focus()

    def _keep(self, **wanted: object) -> None:
        data_dir = self.shell.data_dir
        self.shell.jobs.start(
            lambda: preferences.change(data_dir, **wanted), None, self.say_problem, lane="write", owner=self
        )

    # ---- words and wires -------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self._form
        form.scan_box.set_placeholder(say(CONTEXT, "Pindai kartu anggota atau nomor pengunjung, atau ketik nama …"))
        form.bookLabel.setText(say(CONTEXT, "Buku"))
        form.book.setAccessibleName(say(CONTEXT, "Buku pengunjung yang diisi"))
        form.bookLabel.setBuddy(form.book)
        self.asks.setText(say(CONTEXT, "Tanya tujuan anggota"))
        self._name_views()
        keys = {name: key for name, (_, _, key, _) in self._gestures().items()}
        words = self._words()
        for name, button in self._buttons.items():
            button.set_text(f"{words[name]}  {keys[name]}".rstrip())
            button.setAccessibleName(words[name])
        self.inside.setAccessibleName(say(CONTEXT, "Di dalam sekarang"))
        self.inside.set_empty("door", say(CONTEXT, "Belum ada siapa-siapa di dalam."))
        self.today.setAccessibleName(say(CONTEXT, "Buku hari ini"))
        self.today.set_empty("book-2", say(CONTEXT, "Belum ada pengunjung hari ini."))
        for model in (self._inside_model, self._today_model):
            model.retranslate()
        self.counts.retranslate()
        self.show_offers(self.presenter.offers)
        if self._answer is not None:
            self._say(self._answer)
        else:
            self.show_idle()

    def _name_views(self) -> None:
        view = self.view()
        self._form.views.set_options(
            [
                (INSIDE, f"{say(CONTEXT, 'Di dalam')}  Ctrl+1", "door"),
                (TODAY, f"{say(CONTEXT, 'Hari ini')}  Ctrl+2", "list"),
            ]
        )
        self._form.views.set_current(view)

    def _gestures(self) -> dict[str, tuple[str, str, str, Callable[[], object]]]:
        """Icon, role, key and deed, by the names of `_words`. A button's own key waits a tenth of a second: the name
        typed after it would go into the scan box."""
        acts = self.acts
        return {
            "guest": ("user-plus", "primary", "Ctrl+T", lambda: acts.ask_form(VisitKind.GUEST)),
            "group": ("users", "plain", "Ctrl+G", lambda: acts.ask_form(VisitKind.GROUP)),
            "official": ("building-community", "plain", "Ctrl+O", lambda: acts.ask_form(VisitKind.OFFICIAL)),
            "more": ("dots", "quiet", "", self._show_more),
            "paper": ("edit", "quiet", "Ctrl+E", acts.ask_paper),
            "import": ("file-import", "quiet", "Ctrl+I", acts.ask_import),
            "close": ("door", "quiet", "", self._close_wanted),
            "out": ("logout", "plain", "Ctrl+K", self._out_chosen),
            "print": ("printer", "plain", "Ctrl+P", self._print_chosen),
            "undo": ("arrow-back-up", "plain", "Ctrl+Z", self._undo_chosen),
        }

    def _words(self) -> dict[str, str]:
        return {
            "guest": say(CONTEXT, "Tamu …"),
            "group": say(CONTEXT, "Rombongan …"),
            "official": say(CONTEXT, "Kunjungan resmi …"),
            "more": say(CONTEXT, "Lainnya …"),
            "paper": say(CONTEXT, "Salin buku kertas …"),
            "import": say(CONTEXT, "Impor Excel/CSV …"),
            "close": say(CONTEXT, "Semua keluar …"),
            "out": say(CONTEXT, "Keluar"),
            "print": say(CONTEXT, "Slip"),
            "undo": say(CONTEXT, "Batalkan"),
        }

    def _make_buttons(self) -> dict[str, Button]:
        made = {}
        for name, (icon, role, _, gesture) in self._gestures().items():
            if name in IN_THE_MENU:
                continue
            made[name] = Button(self, icon=icon, role=role)
            made[name].clicked.connect(lambda _=False, gesture=gesture: gesture())
        return made

    def _show_more(self) -> None:
        """What is done once a day or less, in a menu over its button."""
        menu, button, words = QMenu(self), self._buttons["more"], self._words()
        for name in IN_THE_MENU:
            icon, _, key, gesture = self._gestures()[name]
            action = menu.addAction(icons.icon(icon), f"{words[name]}\t{key}".rstrip())
            action.triggered.connect(lambda _=False, gesture=gesture: gesture())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _out_chosen(self) -> None:
        line = self.chosen()
        if line is not None:
            self.presenter.check_out(line.visit.id)
        else:
            self._say_choose()

    def _say_choose(self) -> None:
        self.say_line(say(CONTEXT, "Pilih dahulu barisnya dengan panah ke bawah."), "warn")

    def _print_chosen(self) -> None:
        line = self.chosen()
        if line is None:
            self._say_choose()
        elif not line.visit.visitor_no:
            self.say_line(say(CONTEXT, "Hanya tamu yang mendapat slip; kartu anggota adalah nomornya."), "warn")
        elif not self.shell.slips.ready:
            self.say_line(say(CONTEXT, "Loket ini belum punya printer struk. Pilih di Pengaturan, Perangkat."), "warn")
        else:
            self.presenter.reprint(line.visit.id)

    def _undo_chosen(self) -> None:
        """The line chosen with the keyboard in a list; otherwise the last one written here."""
        in_list = self.inside.hasFocus() or self.today.hasFocus()
        self.presenter.undo_wanted(self.chosen() if in_list else None)

    def _close_wanted(self) -> None:
        people = sum(book.inside for book in self._lists.counts if book.room is None) if self._lists else 0
        self.acts.ask_close(people)

    def _arrange(self) -> None:
        form, px = self._form, theme.current().px
        form.outer.insertWidget(2, self.slips)
        form.side.setFixedWidth(px(SIDE_PX))
        form.sideColumn.addWidget(self.counts)
        form.sideColumn.addStretch(1)
        for name in AT_THE_SIDE:
            form.sideColumn.addWidget(self._buttons[name])
        form.sideColumn.addWidget(self.asks)
        form.purposes.addWidget(self.purposes)
        form.listHead.addStretch(1)
        for name in OVER_THE_LIST:
            form.listHead.addWidget(self._buttons[name])
        for table in (self.inside, self.today):
            form.lists.addWidget(table)
        self.inside.show_model(self._inside_model)
        self.today.show_model(self._today_model)

    def _wire(self) -> None:
        form, presenter = self._form, self.presenter
        form.scan_box.adopt(self)
        self._box.installEventFilter(self)
        form.scan_box.scanned.connect(self._scanned)
        form.scan_box.typed.connect(presenter.typed)
        form.scan_box.suggestion_chosen.connect(self._person_chosen)
        form.scan_box.escaped.connect(self._escaped)
        form.views.changed.connect(self.show_view)
        form.book.changed.connect(self._book_chosen)
        self.asks.changed.connect(self._asking_chosen)
        self.purposes.chosen.connect(presenter.purpose_chosen)
        self.inside.activated_row.connect(lambda _: self._out_chosen())
        self._pause.timeout.connect(self._digit_alone)
        self._patience.timeout.connect(presenter.settle)
        self.acts.closed.connect(form.scan_box.take_focus)
        self.acts.said.connect(self.say_line)
        self.acts.problem.connect(self.say_problem)
        self.acts.booked.connect(self._booked_elsewhere)
        self.shell.changes.happened.connect(self._changed_elsewhere)
        for key, view in (("Ctrl+1", INSIDE), ("Ctrl+2", TODAY)):
            on_key(self, key, lambda view=view: self.show_view(view))  # type: ignore[misc]
        for _, _, key, gesture in self._gestures().values():
            if key:
                on_key(self, key, gesture)

    def _booked_elsewhere(self) -> None:
        """Lines of the paper book came in."""
        self._visits_changed()
        self.presenter.read()


def _show_rows(
    table: Table, model: PagedTableModel[Id, InsideLine] | PagedTableModel[Id, VisitLine], rows: list[Id]
) -> None:
    """New rows; the chosen one stays chosen where it still stands."""
    number = table.current_row()
    chosen = model.key_at(number) if 0 <= number < model.rowCount() else None
    model.set_ids(rows)
    kept = model.number_of(chosen) if chosen is not None else None
    if kept is not None:
        table.select_row(kept)


def _refused(error: Refused) -> Lines:
    text = refusal_text(error)
    return Lines("stop", text.sentence, detail=text.hint)


def _suggestion(person: Person) -> Suggestion:
    return Suggestion(person, person.name or person.number, note=person.number, icon=kind_icon(person.kind))
