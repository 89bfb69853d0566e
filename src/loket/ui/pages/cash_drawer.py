"""The drawer: opened with a float, counted, closed, its money handed over, the day settled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from loket.domain.entities import CashShift, HandOver, Id
from loket.domain.errors import InvalidInput
from loket.services.cash_shift import ShiftView
from loket.services.circulation import Approval
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.forms.ui_cash_drawer import Ui_CashDrawerView
from loket.ui.issuing import ask_file
from loket.ui.pages.cash_parts import MoneyEdit, shift_columns
from loket.ui.pages.settings_parts import YesNo, allow_narrow, in_order
from loket.ui.presenters.cash_drawer import Count, Drawer, DrawerPresenter
from loket.ui.presenters.members import Problem
from loket.ui.shell import Shell
from loket.ui.tables import PagedTableModel, rows_of
from loket.ui.texts import invalid_text, language, say
from loket.ui.texts_cash import CONTEXT, difference_words
from loket.ui.treasury_papers import Papers
from loket.ui.widgets import Button, label, set_state

DRAWER_PX = 324


class DrawerView(QWidget):
    """Left how it stands, right the shifts of the last days or, while one counts, the denominations.

    Signals: `said(sentence, kind)`, `problem(error)`, `changed()` money moved, `opened()` the drawer,
    `known()` how it stands was read, `reopen_wanted()`, `saved(path)` a paper, `left()`.
    """

    said = Signal(str, str)
    problem = Signal(object)
    changed = Signal()
    opened = Signal()
    known = Signal()
    reopen_wanted = Signal()
    saved = Signal(object)
    left = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._form = Ui_CashDrawerView()
        self._form.setupUi(self)
        self.presenter = DrawerPresenter(shell.desk, shell.jobs, self, self.changed.emit)
        self.count = self._form.count
        self.float_edit, self.to_me = MoneyEdit(self), YesNo(self)
        self._shifts: dict[Id, ShiftView] = {}
        self._model: PagedTableModel[Id, ShiftView] = PagedTableModel(
            shift_columns(shell.desk.library.utc_offset_min),
            lambda ids: rows_of(self._shifts, ids),
            parent=self,
        )
        self._figures: list[tuple[QLabel, QLabel]] = []
        self._build()
        self._wire()

    @property
    def counting(self) -> bool:
        return self._form.stack.currentWidget() is self.count

    def activate(self) -> None:
        self.presenter.read()
        self.take_focus()

    def take_focus(self) -> None:
        if self.counting:
            self.count.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.presenter.is_known and not self.presenter.is_open:
            self.float_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._form.shifts.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- what the presenter shows ----------------------------------------------------------------------------------

    def show_drawer(self, drawer: Drawer) -> None:
        form = self._form
        if drawer.shift is None and self.counting:
            form.stack.setCurrentWidget(form.daysPage)
        self._shifts = {view.shift.id: view for view in drawer.recent}
        chosen = self._form.shifts.current_row()
        self._model.set_ids(list(self._shifts))
        form.shifts.select_row(max(0, chosen))
        self._show_state(drawer)
        self._show_figures(drawer)
        form.float_row.setVisible(drawer.shift is None and not drawer.locked)
        if drawer.shift is None and not self.float_edit.hasFocus():
            self.float_edit.set_value(drawer.float_rp)
        form.heading.setText(say(CONTEXT, "Shift di loket ini"))
        form.sums.setText(self._waiting_words(drawer))
        self._show_buttons(drawer)
        if self.presenter.is_known:
            self.known.emit()

    def show_opened(self, shift: CashShift) -> None:
        self.said.emit(say(CONTEXT, "Laci dibuka dengan {float_rp}.", float_rp=shift.float_rp), "ok")
        self._shell.sounds.play("ok")
        self.opened.emit()

    def show_closed(self, shift: CashShift) -> None:
        self._form.stack.setCurrentWidget(self._form.daysPage)
        handed_rp = shift.counted_rp - shift.left_rp
        self.said.emit(
            say(CONTEXT, "Laci ditutup. {handed_rp} menunggu diserahkan ke bendahara.", handed_rp=handed_rp)
            if shift.hand_over_id is None
            else say(CONTEXT, "Laci ditutup; {handed_rp} sudah diterima bendahara.", handed_rp=handed_rp),
            "ok",
        )
        self._shell.sounds.play("ok")
        self._form.shifts.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_handed_over(self, handed: HandOver) -> None:
        text = say(
            CONTEXT,
            "Serah terima {number}: bawa {cash_rp} dengan suratnya (Ctrl+S) ke bendahara.",
            number=handed.number,
            cash_rp=handed.cash_rp,
        )
        self.said.emit(text, "ok")
        self._shell.sounds.play("ok")

    def show_day(self, on: date, locked: bool) -> None:
        self.said.emit(
            say(CONTEXT, "Hari {on} dikunci: tidak ada lagi uang yang diterima atau dibatalkan.", on=on)
            if locked
            else say(CONTEXT, "Hari {on} dibuka lagi.", on=on),
            "ok",
        )

    def show_invalid(self, error: InvalidInput) -> None:
        if error.field == "float_rp":
            self._form.float_row.set_error(invalid_text(error))
            self.float_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.count.show_invalid(error)

    def show_problem(self, error: Problem) -> None:
        self.problem.emit(error)

    # ---- gestures --------------------------------------------------------------------------------------------------

    def open_drawer(self) -> None:
        self._form.float_row.set_error(None)
        self.presenter.open(self.float_edit.value() or 0)

    def start_count(self) -> None:
        shift = self.presenter.drawer.shift
        if shift is None:
            return
        self._form.stack.setCurrentWidget(self.count)
        self.count.start(shift.shift.float_rp)
        self.to_me.setVisible(self.presenter.may_receive())
        self._show_count()
        self._show_buttons(self.presenter.drawer)

    def leave_count(self) -> None:
        """What was counted is forgotten: the drawer goes on."""
        if self.counting:
            self._form.stack.setCurrentWidget(self._form.daysPage)
            self.show_drawer(self.presenter.drawer)
            self._form.shifts.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_drawer(self) -> None:
        self.presenter.close(
            self.count.counts(),
            self.count.stays.value() or 0,
            self.count.explanation.text().strip(),
            to_treasurer=self.to_me.value() and self.presenter.may_receive(),
        )

    def save_paper(self) -> None:
        """The slip that desk and treasurer sign, of the chosen shift's money."""
        row = self._form.shifts.current_row()
        shift = self._shifts[self._model.key_at(row)].shift if row >= 0 else None
        if shift is None or shift.hand_over_id is None:
            return
        day = shift.opened_on.isoformat()
        path = ask_file(self, say(CONTEXT, "Simpan surat serah terima"), f"serah-terima {day}")
        if path is not None:
            self.write_paper(shift.hand_over_id, path)

    def write_paper(self, hand_over_id: Id, path: Path) -> None:
        papers = Papers(self._shell)
        self._shell.jobs.start(
            lambda: papers.write(path, papers.hand_over(hand_over_id)), self.saved.emit, self.problem.emit, owner=self
        )

    def reopen(self, approve: Callable[[], Approval], failed: Callable[[Exception], None]) -> None:
        self.presenter.reopen(approve, failed)

    def _count_now(self) -> Count:
        return self.presenter.count(self.count.counts(), self.count.stays.value() or 0)

    # ---- parts -----------------------------------------------------------------------------------------------------

    def _show_state(self, drawer: Drawer) -> None:
        form = self._form
        if drawer.shift is not None:
            opened = drawer.shift.shift
            clock = fmt.clock(opened.opened_at, self._shell.desk.library.utc_offset_min, language())
            same_day = opened.opened_on == self._shell.desk.today()
            when = clock if same_day else f"{fmt.short_day(opened.opened_on, language())} {clock}"
            state = say(CONTEXT, "Laci terbuka sejak {when}", when=when)
            about = say(CONTEXT, "Dibuka {name}.", name=drawer.shift.opened_by)
            sign = ("lock-open", "ok") if same_day else ("alert-triangle", "warn")
        elif drawer.locked:
            state, sign = say(CONTEXT, "Hari ini sudah dikunci"), ("lock", "ink-2")
            about = say(CONTEXT, "Uang baru diterima lagi besok, atau sesudah pengawas membukanya.")
        else:
            state, sign = say(CONTEXT, "Laci tertutup"), ("lock", "warn")
            about = say(CONTEXT, "Hitung uang awal di laci, tulis jumlahnya, lalu buka.")
        form.stateIcon.set(*sign)
        form.state.setText(state)
        form.about.setText(about)

    def _show_figures(self, drawer: Drawer, count: Count | None = None) -> None:
        shift = drawer.shift
        rows: list[tuple[str, str, str, str]] = []  # words, figure, role, tone
        if shift is not None:
            rows = [
                (say(CONTEXT, "Uang awal"), fmt.rupiah(shift.shift.float_rp), "body", "quiet"),
                (say(CONTEXT, "Tunai masuk"), fmt.rupiah(shift.cash_in_rp), "body", "quiet"),
                (say(CONTEXT, "Tunai keluar"), fmt.rupiah(-shift.cash_out_rp), "body", "quiet"),
                (say(CONTEXT, "Seharusnya di laci"), fmt.rupiah(shift.expected_rp), "title", "quiet"),
            ]
        if count is not None:
            word, figure, _, tone = difference_words(count.difference_rp)
            rows += [
                (say(CONTEXT, "Terhitung"), fmt.rupiah(count.counted_rp), "title", "quiet"),
                (word, figure, "title", tone),
                (say(CONTEXT, "Diserahkan"), fmt.rupiah(count.to_hand_rp), "body", "quiet"),
            ]
        elif shift is not None:
            rows += [
                (say(CONTEXT, "Nontunai"), fmt.rupiah(shift.noncash_rp), "body", "quiet"),
                (say(CONTEXT, "Kuitansi"), fmt.count(shift.receipts, language()), "body", "quiet"),
                (say(CONTEXT, "Dibatalkan"), fmt.count(shift.voids, language()), "body", "quiet"),
            ]
        for number, (words, amount) in enumerate(self._figures):
            shown = number < len(rows)
            words.setVisible(shown)
            amount.setVisible(shown)
            if shown:
                words.setText(rows[number][0])
                amount.setText(rows[number][1])
                set_state(amount, role=rows[number][2], tone=rows[number][3])

    def _show_count(self) -> None:
        count = self._count_now()
        self.count.show_difference(count.difference_rp)
        self._show_figures(self.presenter.drawer, count)
        sentence = difference_words(count.difference_rp)[2]
        self._form.stateIcon.set("coin", "accent")
        self._form.state.setText(say(CONTEXT, "Hitung uang di laci"))
        self._form.about.setText(sentence)

    def _show_buttons(self, drawer: Drawer) -> None:
        is_open, locked = drawer.shift is not None, drawer.locked
        self.open_button.setVisible(not is_open and not locked)
        self.count_button.setVisible(is_open and not self.counting)
        self.to_me.setVisible(is_open and self.counting and self.presenter.may_receive())
        self.hand_button.setEnabled(bool(drawer.waiting))
        self._show_paper_button()
        self.lock_button.setVisible(not locked)
        self.lock_button.setEnabled(not is_open)
        self.reopen_button.setVisible(locked)

    def _show_paper_button(self) -> None:
        row = self._form.shifts.current_row()
        handed = 0 <= row < len(self._shifts) and self._shifts[self._model.key_at(row)].shift.hand_over_id is not None
        self.paper_button.setEnabled(handed)

    def _waiting_words(self, drawer: Drawer) -> str:
        if not drawer.recent:
            return ""
        if not drawer.waiting:
            return say(CONTEXT, "Semua uang sudah diserahkan.")
        if drawer.waiting_noncash_rp:
            return say(CONTEXT, "Menunggu diserahkan: {cash_rp} tunai, {noncash_rp} nontunai",
                       cash_rp=drawer.waiting_rp, noncash_rp=drawer.waiting_noncash_rp)  # fmt: skip
        return say(CONTEXT, "Menunggu diserahkan: {cash_rp}", cash_rp=drawer.waiting_rp)

    def retranslate(self) -> None:
        form = self._form
        form.float_row.set_label(say(CONTEXT, "Uang awal di laci (rupiah)"))
        form.float_row.set_hint(say(CONTEXT, "Usul: yang ditinggal shift sebelumnya."))
        form.shifts.setAccessibleName(say(CONTEXT, "Shift di loket ini"))
        form.shifts.set_empty("history", say(CONTEXT, "Belum ada shift. Buka laci untuk menerima uang."))
        self.to_me.setText(say(CONTEXT, "Sekaligus saya terima sebagai bendahara"))
        for button, words in (
            (self.open_button, f"{say(CONTEXT, 'Buka laci')}  Enter"),
            (self.count_button, say(CONTEXT, "Hitung dan tutup laci")),
            (self.hand_button, say(CONTEXT, "Serahkan ke bendahara")),
            (self.paper_button, say(CONTEXT, "Surat serah terima …")),
            (self.lock_button, say(CONTEXT, "Kunci hari ini")),
            (self.reopen_button, say(CONTEXT, "Buka lagi hari ini")),
        ):
            button.set_text(words)
        self._model.retranslate()
        self.show_drawer(self.presenter.drawer)
        if self.counting:
            self._show_count()

    # ---- how it is built -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form, px = self._form, theme.current().px
        form.drawer.setFixedWidth(px(DRAWER_PX))
        form.float_row.set_editor(self.float_edit)
        allow_narrow(form.float_row)
        form.shifts.show_model(self._model)
        for number in range(7):
            words, figure = label("", "secondary", self), label("", "body", self)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            form.figures.addWidget(words, number, 0)
            form.figures.addWidget(figure, number, 1)
            self._figures.append((words, figure))
        form.figures.setColumnStretch(0, 1)
        self.open_button = Button(self, icon="lock-open", role="primary")
        self.count_button = Button(self, icon="coin", role="primary", key="Ctrl+T")
        for widget in (self.to_me, self.open_button, self.count_button):
            form.buttons.addWidget(widget)
        self.hand_button = Button(self, icon="truck", key="Ctrl+H")
        self.paper_button = Button(self, icon="file-text", role="quiet", key="Ctrl+S")
        self.lock_button = Button(self, icon="lock", role="quiet", key="Ctrl+L")
        self.reopen_button = Button(self, icon="lock-open", role="quiet", key="Ctrl+L")
        for button in (self.hand_button, self.paper_button, self.lock_button, self.reopen_button):
            form.dayButtons.addWidget(button)
        form.dayButtons.addStretch(1)
        self.to_me.setVisible(False)
        in_order(self.float_edit, self.open_button, self.count_button, form.shifts, self.hand_button, self.paper_button)
        in_order(self.paper_button, self.lock_button, self.reopen_button)

    def _wire(self) -> None:
        self.float_edit.entered.connect(self.open_drawer)
        self.float_edit.left.connect(self.left)
        self.open_button.clicked.connect(self.open_drawer)
        self.count_button.clicked.connect(self.start_count)
        self.count.changed.connect(self._show_count)
        self.count.close_wanted.connect(self.close_drawer)
        self.count.left.connect(self.leave_count)
        self.hand_button.clicked.connect(self.presenter.hand_over)
        self.paper_button.clicked.connect(self.save_paper)
        self._form.shifts.picked_row.connect(lambda _: self._show_paper_button())
        self.lock_button.clicked.connect(self.presenter.lock)
        self.reopen_button.clicked.connect(self.reopen_wanted)
