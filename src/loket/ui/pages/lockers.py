"""Loker: the board, what is still out, the day's book. A card proposes a locker, a tag opens one; Enter does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from loket.domain.entities import Id, Pledge
from loket.domain.errors import InvalidInput, Refused
from loket.services.house_codes import HouseCode
from loket.services.lockers import UseView
from loket.services.visitors import Person
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.forms.ui_lockers import Ui_LockersPage
from loket.ui.issuing import open_file
from loket.ui.pages.lockers_acts import LockersActs
from loket.ui.pages.lockers_panel import ACTIONS
from loket.ui.pages.page import Page, demand_ours, on_key
from loket.ui.presenters.locker_counter import Counter, Draft, Rows, Said, Step, What, guest_named
from loket.ui.presenters.lockers import LockersPresenter
from loket.ui.presenters.members import Problem
from loket.ui.shell import Shell
from loket.ui.slip_printing import SlipBanner
from loket.ui.sounds import SoundName
from loket.ui.tables import Column, PagedTableModel
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say
from loket.ui.texts_circulation import Lines
from loket.ui.texts_lockers import (
    CONTEXT,
    held_text,
    holder_word,
    idle_lines,
    lines_of,
    refused_lines,
    state_text,
    tile_of,
)
from loket.ui.widgets import Suggestion

BOARD, OUT, LOG = "board", "out", "log"
VIEW_KEYS = {"Ctrl+1": BOARD, "Ctrl+2": OUT, "Ctrl+3": LOG}
SIDE_PX = 384
MINUTE_MS = 30_000  # how often the time in lockers is looked at again
READ_AGAIN_ON = frozenset({"lockers", "members", "visits", "rules"})
BOOKED = frozenset(
    {
        What.GIVEN, What.RETURNED, What.MOVED, What.UNDONE, What.LOST_TAG, What.FORCED, What.BROKEN, What.MENDED,
        What.REPRINTED,
    }
)  # fmt: skip
UseModel = PagedTableModel[Id, UseView]


class LockersPage(Page):
    """Three views beside one counter; the cursor stays in the scan box, arrows walk the board from there."""

    TITLE = QT_TRANSLATE_NOOP("Page", "Loker")
    ICON = "lock"
    SHORTCUT = "F5"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.setProperty("role", "page")
        self._form = Ui_LockersPage()
        self._form.setupUi(self)
        self._form.banner.hide_line()
        self.slips = SlipBanner(shell, self)
        self._form.outer.insertWidget(2, self.slips)
        self._rows = Rows()
        self._said: Callable[[], Lines] | None = None
        self._statement: tuple[Id, str] | None = None  # a paper was just numbered: the banner offers it
        self._path: Path | None = None
        self._offered_to: Person | None = None
        self.presenter = LockersPresenter(shell.desk, shell.jobs, self, self._booked)
        self.acts = LockersActs(shell, self.presenter, self)
        self._box = self._form.scan_box.focusProxy() or self._form.scan_box
        self._out_model, self._log_model = self._use_model(self._out_columns()), self._use_model(self._log_columns())
        self._form.out.show_model(self._out_model)
        self._form.log.show_model(self._log_model)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._wire()
        self._restyle()
        self.retranslate()

    # ---- the page --------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        self._know()
        self.presenter.read()
        self.shell.slips.wake()
        self._form.scan_box.take_focus()

    def view(self) -> str:
        return self._form.views.current()

    def show_view(self, view: str) -> None:
        form = self._form
        form.views.set_current(view)
        form.stack.setCurrentWidget({BOARD: form.board, OUT: form.out, LOG: form.log}[view])
        self._show_heading()
        form.scan_box.take_focus()

    def take_code(self, code: HouseCode) -> None:
        """A tag or slip scanned on another page."""
        self.show_view(BOARD)
        self.presenter.take_code(code)

    def _know(self) -> None:
        desk = self.shell.desk
        self._form.panel.know(desk.clock.now, desk.settings(), desk.library.utc_offset_min)

    def _booked(self) -> None:
        self.shell.slips.wake()
        self.shell.changes.tell("lockers", self)

    def _changed_elsewhere(self, kind: str, by: object) -> None:
        if by is not self and kind in READ_AGAIN_ON and self.isVisible():
            self._know()
            self.presenter.read()

    def _minute_went_by(self) -> None:
        if self.isVisible():
            self.presenter.read()
            self._form.panel.tick()

    # ---- scans and keys --------------------------------------------------------------------------------------------

    def _scanned(self, text: str) -> None:
        """Empty the box before anything else: the scanner may be typing the next code already."""
        self._form.scan_box.clear()
        if text.strip():
            self._form.banner.hide_line()
        self.presenter.scanned(text)

    def _suggestion_chosen(self, key: object) -> None:
        assert isinstance(key, Person)
        self.presenter.person_chosen(key)

    def _escaped(self) -> None:
        """Step by step back: what lies on the counter, then the board."""
        if self.presenter.counter.step is not Step.NOTHING:
            self.presenter.finish()
        else:
            self.show_view(BOARD)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In an empty scan box Right and Left walk the board; Tab leads to what is asked for."""
        if watched is self._box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            way = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
            if way and plain and not self._form.scan_box.text() and self.view() == BOARD:
                self._form.board.step(way, 0)
                return True
            if event.key() == Qt.Key.Key_Tab and plain and self.presenter.counter.fits:
                self._form.panel.first_field().setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk the board or the list from the scan box."""
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if not way:
            super().keyPressEvent(event)
        elif self.view() == BOARD:
            self._form.board.step(0, way)
        else:
            table = self._form.out if self.view() == OUT else self._form.log
            table.select_row(max(0, table.current_row() + way))

    def _tile_picked(self, key: object) -> None:
        self.presenter.pick(Id(str(key)))

    def _tile_activated(self, _key: object) -> None:
        self.presenter.confirm()

    def _row_picked(self, model: UseModel, number: int) -> None:
        self.presenter.pick_use(model.key_at(number))

    # ---- what the presenter shows ----------------------------------------------------------------------------------

    def show_rows(self, rows: Rows) -> None:
        self._rows = rows
        now = self.shell.desk.clock.now()
        self._form.board.show_tiles([tile_of(tile, now) for tile in rows.tiles])
        self._form.board.choose(self.presenter.counter.locker_id)
        self._form.panel.show_rows(rows)
        for table, model, views in (
            (self._form.out, self._out_model, rows.out),
            (self._form.log, self._log_model, tuple(reversed(rows.log))),
        ):
            chosen = model.key_at(table.current_row()) if table.current_row() >= 0 else None
            blocked = table.blockSignals(True)
            model.forget()
            model.set_ids([view.use.id for view in views])
            if chosen is not None and (row := model.number_of(chosen)) is not None:
                table.select_row(row)
            table.blockSignals(blocked)
        self._show_heading()

    def show_counter(self, counter: Counter) -> None:
        fresh = counter.person is not None and counter.person is not self._offered_to
        self._offered_to = counter.person
        self._form.panel.show_counter(counter)
        self._form.board.choose(counter.locker_id)
        if fresh and counter.fits and self.shell.desk.settings().locker_pledge is Pledge.IDENTITY:
            self._form.panel.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        elif counter.step is Step.NOTHING:
            self._form.scan_box.take_focus()

    def show_said(self, said: Said) -> None:
        if said.what in BOOKED:
            self.acts.close_sheet()
            self._form.banner.hide_line()
        self._answer(partial(lines_of, said, prints=self.shell.slips.ready))
        if said.closed is not None and said.use is not None:
            self._offer_statement(said.use.use.id, said.closed.statement_no)

    def show_idle(self) -> None:
        self._said = None
        self._form.answer.show_lines(idle_lines())
        self._form.banner.hide_line()

    def show_refused(self, refused: Refused) -> None:
        self.shell.sounds.play("refused")
        if not self.acts.told(refused):
            self._answer(partial(refused_lines, refused))

    def show_people(self, people: Sequence[Person], typed: str, *, by_name: bool) -> None:
        found = [Suggestion(one, one.name, note=one.number, icon="id" if one.member_id else "user") for one in people]
        if by_name:
            guest = guest_named(typed)
            words = say(CONTEXT, "Titip atas nama “{name}”", name=guest.name)
            found.append(Suggestion(guest, words, detail=say(CONTEXT, "tanpa nomor pengunjung"), icon="user-plus"))
        self._form.scan_box.show_suggestions(found, typed)

    def show_invalid(self, error: InvalidInput) -> None:
        self.shell.sounds.play("refused")
        if not self.acts.told(error) and not self._form.panel.show_invalid(error):
            self._form.banner.show_error(error)

    def show_problem(self, error: Problem) -> None:
        self._say_problem(error)

    def draft(self) -> Draft:
        return self._form.panel.draft()

    def clear_draft(self) -> None:
        self._form.panel.clear_draft()

    def keep_text(self, text: str) -> None:
        self._form.scan_box.give_back(text)

    def play(self, sound: SoundName) -> None:
        self.shell.sounds.play(sound)

    def _answer(self, make: Callable[[], Lines]) -> None:
        """What is said now; made again when the language changes."""
        self._said = make
        self._form.answer.show_lines(make())

    def _say_problem(self, error: Exception) -> None:
        """Any of our errors. Raises what is none of ours."""
        demand_ours(error)
        self.shell.sounds.play("refused")
        if self.acts.told(error):
            return
        self._form.banner.show_error(error)

    # ---- papers ----------------------------------------------------------------------------------------------------

    def _offer_statement(self, use_id: Id, number: str) -> None:
        self._statement, self._path = (use_id, number), None
        sentence = say(CONTEXT, "Berita acara {number} menunggu tanda tangan.", number=number)
        self._form.banner.show_line(sentence, "info", say(CONTEXT, "Simpan dan cetak"))

    def _saved(self, path: Path) -> None:
        self._statement, self._path = None, path
        self._form.banner.show_line(say(CONTEXT, "Tersimpan: {path}", path=path), "ok", say(CONTEXT, "Buka"))

    def _banner_action(self) -> None:
        if self._statement is not None:
            self.acts.write_statement(*self._statement)
        elif self._path is not None:
            open_file(self._path)

    def said(self) -> str:
        """The sentence over the page; "" when there is none."""
        return str(self._form.banner.said())

    # ---- lists -----------------------------------------------------------------------------------------------------

    def _use_model(self, columns: list[Column[UseView]]) -> UseModel:
        def rows(ids: Sequence[Id]) -> dict[Id, UseView]:
            known = {view.use.id: view for view in (*self._rows.log, *self._rows.out)}
            return {one: known[one] for one in ids if one in known}

        return PagedTableModel(columns, rows, None, self)

    def _out_columns(self) -> list[Column[UseView]]:
        clock = self.shell.desk.clock
        return [
            *_place_columns(),
            Column(lambda: say(CONTEXT, "Isi"), lambda view: view.use.contents, width_px=120),
            Column(
                lambda: say(CONTEXT, "Lama"),
                lambda view: held_text(clock.now() - view.use.taken_at),
                align="right",
                width_px=120,
                token=lambda view: "stop" if view.overdue else None,
                icon=lambda view: ("alert-triangle", "stop") if view.overdue else None,
            ),
        ]

    def _log_columns(self) -> list[Column[UseView]]:
        offset = self.shell.desk.library.utc_offset_min
        return [
            *_place_columns(),
            Column(
                lambda: say(CONTEXT, "Jam titip"),
                lambda view: fmt.clock(view.use.taken_at, offset, language()),
                align="right",
                width_px=84,
            ),
            Column(
                lambda: say(CONTEXT, "Keadaan"),
                lambda view: state_text(view, offset),
                width_px=190,
                token=lambda view: "stop" if view.overdue else None,
            ),
        ]

    # ---- words and wires -------------------------------------------------------------------------------------------

    def _show_heading(self) -> None:
        """Over the lists; the board speaks for itself and needs the room."""
        form, view = self._form, self.view()
        form.heading.setText(say(CONTEXT, "Masih keluar") if view == OUT else say(CONTEXT, "Buku penitipan hari ini"))
        listed = self._rows.out if view == OUT else self._rows.log
        form.counts.setText(say(CONTEXT, "{count} titipan", count=len(listed)))
        for part in (form.heading, form.counts):
            part.setVisible(view in (OUT, LOG))

    def retranslate(self) -> None:
        form = self._form
        chosen = form.views.current() or BOARD
        form.views.set_options(
            [
                (BOARD, f"{say(CONTEXT, 'Papan')}  Ctrl+1", "layout-board"),
                (OUT, f"{say(CONTEXT, 'Masih keluar')}  Ctrl+2", "package"),
                (LOG, f"{say(CONTEXT, 'Hari ini')}  Ctrl+3", "list"),
            ]
        )
        form.views.set_current(chosen)
        form.scan_box.set_placeholder(say(CONTEXT, "Pindai nomor penitipan atau kartu, ketik nomor loker atau nama …"))
        form.board.setAccessibleName(say(CONTEXT, "Papan loker"))
        form.board.set_empty("lock", say(CONTEXT, "Belum ada loker. Tambahkan di Pengaturan."), "Ctrl+,", "")
        form.out.setAccessibleName(say(CONTEXT, "Masih keluar"))
        form.out.set_empty("circle-check", say(CONTEXT, "Semua titipan sudah diambil."))
        form.log.setAccessibleName(say(CONTEXT, "Buku penitipan hari ini"))
        form.log.set_empty("list", say(CONTEXT, "Belum ada titipan hari ini."))
        form.panel.retranslate()
        for model in (self._out_model, self._log_model):
            model.retranslate()
        self.show_rows(self._rows)
        if self._said is not None:
            self._answer(self._said)
        else:
            self.show_idle()

    def _wire(self) -> None:
        form, presenter = self._form, self.presenter
        form.scan_box.adopt(self)
        self._box.installEventFilter(self)
        form.scan_box.scanned.connect(self._scanned)
        form.scan_box.typed.connect(presenter.typed)
        form.scan_box.suggestion_chosen.connect(self._suggestion_chosen)
        form.scan_box.escaped.connect(self._escaped)
        form.views.changed.connect(self.show_view)
        form.banner.action_pressed.connect(self._banner_action)
        form.board.picked.connect(self._tile_picked)
        form.board.activated.connect(self._tile_activated)
        for table, model in ((form.out, self._out_model), (form.log, self._log_model)):
            table.picked_row.connect(partial(self._row_picked, model))
            table.activated_row.connect(lambda _row: presenter.confirm())
        form.panel.entered.connect(presenter.confirm)
        form.panel.left.connect(form.scan_box.take_focus)
        form.panel.asked.connect(self.acts.act)
        form.panel.chosen.connect(presenter.pick_use)
        self.acts.problem.connect(self._say_problem)
        self.acts.saved.connect(self._saved)
        self.acts.closed.connect(form.scan_box.take_focus)
        self.shell.changes.happened.connect(self._changed_elsewhere)
        self._minute.timeout.connect(self._minute_went_by)
        self._minute.start()
        theme.current().changed.connect(self._restyle)
        for key, view in VIEW_KEYS.items():
            on_key(self, key, partial(self.show_view, view))
        for name, (_icon, key) in ACTIONS.items():
            on_key(self, key, partial(self._act_by_key, name))

    def _act_by_key(self, name: str) -> None:
        """By its key also while it is not offered: the last use given can be undone from an empty counter."""
        if name == "undo" or name in self._form.panel.offered():
            self.acts.act(name)

    def _restyle(self) -> None:
        width = theme.current().px(SIDE_PX)
        self._form.answer.setFixedWidth(width)
        self._form.panel.setFixedWidth(width)


def _place_columns() -> list[Column[UseView]]:
    return [
        Column(lambda: say(CONTEXT, "Loker"), lambda view: view.locker.number, width_px=72, strong=True),
        Column(lambda: say(CONTEXT, "Nama"), lambda view: holder_word(view.holder), stretch=True),
        Column(lambda: say(CONTEXT, "No. pemustaka"), lambda view: view.number, width_px=128),
        Column(lambda: say(CONTEXT, "Nomor"), lambda view: view.use.tag, width_px=96),
    ]
