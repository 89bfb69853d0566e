"""Paying: the sum or the change as the biggest thing, what is owed below it, the money at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from loket.domain.entities import Id, PayMethod
from loket.domain.errors import InvalidInput
from loket.services.case_money import RefundDue
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.forms.ui_cash_pay import Ui_CashPayView
from loket.ui.pages.cash_parts import MoneyEdit, till_columns
from loket.ui.pages.settings_parts import allow_narrow, in_order
from loket.ui.presenters.cash_drawer import Drawer
from loket.ui.presenters.till import LineKind, Till, TillLine, handy_sums
from loket.ui.tables import PagedTableModel, rows_of
from loket.ui.texts import invalid_text, say
from loket.ui.texts_cash import CONTEXT, METHODS, dues_words, method_word, till_lines, waived_line
from loket.ui.texts_circulation import Lines
from loket.ui.widgets import Button, ElidedLabel, set_state

TILL_PX = 348
METHOD_KEYS = {"Alt+T": PayMethod.CASH, "Alt+Q": PayMethod.QRIS, "Alt+R": PayMethod.TRANSFER}
UNWAIVE_KEY = "Ctrl+Z"
NOTE_KEYS = ("Alt+1", "Alt+2", "Alt+3", "Alt+4")


class PayView(QWidget):
    """Shows a till and passes on gestures.

    Signals: `toggled(key)`, `method_chosen(method)`, `received(rupiah or None)`, `referred(text)`, `pay_wanted()`, and
    for the sheets `sell_wanted`, `part_wanted`, `waive_wanted`, `credit_wanted`, `refund_wanted`, `remove_wanted`,
    `unwaive_wanted` and `dues_wanted`;
    `strayed(text)` and `scanned(text)`: what belongs in the scan box; `left()`: back to it.
    """

    toggled = Signal(str)
    method_chosen = Signal(object)
    received = Signal(object)
    referred = Signal(str)
    pay_wanted = Signal()
    sell_wanted = Signal()
    part_wanted = Signal()
    waive_wanted = Signal()
    credit_wanted = Signal()
    refund_wanted = Signal()
    remove_wanted = Signal()
    unwaive_wanted = Signal()
    dues_wanted = Signal()
    strayed = Signal(str)
    scanned = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Ui_CashPayView()
        self._form.setupUi(self)
        self._till = Till()
        self._lines: dict[Id, TillLine] = {}
        self._drawer: Drawer | None = None  # None until it is read
        self._dues: tuple[RefundDue, ...] = ()
        self._said: tuple[Callable[[], Lines], str] | None = None
        self._model: PagedTableModel[Id, TillLine] = PagedTableModel(
            till_columns(), lambda ids: rows_of(self._lines, ids), parent=self
        )
        self.money, self.reference = MoneyEdit(self), QLineEdit(self)
        self.note_buttons = [Button(self) for _ in NOTE_KEYS]
        self._build()
        self._wire()

    # ---- what is shown ---------------------------------------------------------------------------------------------

    def show_till(self, till: Till, *, answer: bool = True) -> None:
        """The lines, the sum, what is missing or goes back. Fields that are typed in are left alone."""
        before, self._till = self._till, till
        self._lines = {line.key: line for line in till.lines}
        ids, chosen = list(self._lines), self._form.lines.current_row()
        if list(self._model.ids()) == ids:
            self._model.forget()
        else:
            self._model.set_ids(ids)
            self._form.lines.select_row(min(max(0, chosen), len(ids) - 1))
        if answer and not till.is_empty:
            self.show_answer(partial(till_lines, till), icon="cash")
        self._show_empty()
        self._show_money(till, before)
        self._show_actions(till)
        self._show_aside()

    def show_answer(self, make: Callable[[], Lines], icon: str = "") -> None:
        """What is said now; made again when the language changes."""
        self._said = make, icon
        self._form.answer.show_lines(make(), icon)

    def show_idle(self) -> None:
        self._said = None
        self._form.answer.show_idle(
            say(CONTEXT, "Siap menerima"),
            say(CONTEXT, "Pindai kartu anggota; Enter menerima uang pas. Bukan anggota: Ctrl+J."),
            icon="cash",
        )

    def show_drawer(self, drawer: Drawer) -> None:
        self._drawer = drawer
        self._show_hint()

    def show_refunds_due(self, dues: Sequence[RefundDue]) -> None:
        self._dues = tuple(dues)
        self._show_aside()

    def show_invalid(self, error: InvalidInput) -> None:
        row = {"received_rp": self._form.received, "reference": self._form.reference}.get(error.field)
        if row is None:
            raise error
        row.set_error(invalid_text(error))
        row.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def current_key(self) -> Id | None:
        row = self._form.lines.current_row()
        return self._model.key_at(row) if 0 <= row < len(self._model.ids()) else None

    def current_line(self) -> TillLine | None:
        key = self.current_key()
        return self._lines.get(key) if key is not None else None

    def step(self, by: int) -> None:
        """Up and Down in the scan box walk the lines."""
        self._form.lines.select_row(max(0, self._form.lines.current_row() + by))

    def to_the_money(self) -> None:
        """Where one types what came over the counter, or the reference of what did not."""
        cash = self._till.method is PayMethod.CASH
        (self.money if cash else self.reference).setFocus(Qt.FocusReason.TabFocusReason)

    def toggle_current(self) -> None:
        key = self.current_key()
        if key is not None:
            self.toggled.emit(key)

    def _show_money(self, till: Till, before: Till) -> None:
        form, cash = self._form, till.method is PayMethod.CASH
        form.method.set_current(till.method.value)
        if till.received_rp is None and self.money.value() is not None and not self.money.hasFocus():
            self.money.set_value(None)
        if till.received_rp is None and before.chosen != till.chosen:
            self.money.set_value(None)
        if before.member is not till.member or not till.chosen:
            for row in (form.received, form.reference):
                row.set_error(None)
            self.reference.setText(till.reference)
        form.received.setVisible(cash)
        form.reference.setVisible(not cash)
        self.money.setPlaceholderText(fmt.count(till.total_rp) if till.chosen else "")
        self._show_notes(till if cash else Till())
        self._show_change(till)
        self.pay_button.setEnabled(bool(till.chosen) and till.change_rp >= 0)
        self._name_button(till)
        self._show_hint()

    def _show_empty(self) -> None:
        if self._till.member is not None:
            self._form.lines.set_empty("circle-check", say(CONTEXT, "Semuanya lunas."))
        else:
            sentence = say(CONTEXT, "Tagihan anggota tampil di sini.")
            self._form.lines.set_empty("cash", sentence, "Ctrl+J", say(CONTEXT, "jual layanan"))

    def _show_notes(self, till: Till) -> None:
        sums = handy_sums(till.total_rp)
        for number, button in enumerate(self.note_buttons):
            button.setVisible(number < len(sums))
            button.setProperty("sum_rp", sums[number] if number < len(sums) else 0)
            if number < len(sums):
                button.set_text(f"{fmt.count(sums[number])}  {NOTE_KEYS[number]}")
                button.setAccessibleName(say(CONTEXT, "Diterima {sum_rp}", sum_rp=sums[number]))

    def _show_change(self, till: Till) -> None:
        form, shown = self._form, till.method is PayMethod.CASH and till.received_rp is not None and bool(till.chosen)
        missing = shown and till.change_rp < 0
        form.changeLabel.setText(say(CONTEXT, "Masih kurang") if missing else say(CONTEXT, "Kembalian"))
        form.change.setText(fmt.rupiah(abs(till.change_rp)) if shown else "–")
        set_state(form.change, tone="stop" if missing else "ok" if shown and till.change_rp else "quiet")
        for part in (form.changeLabel, form.change):
            part.setVisible(till.method is PayMethod.CASH and bool(till.chosen))
        if not missing:
            form.received.set_error(None)

    def _name_button(self, till: Till) -> None:
        if not till.chosen:
            words = say(CONTEXT, "Terima")
        elif till.method is PayMethod.CASH:
            words = say(CONTEXT, "Terima {total_rp}", total_rp=till.total_rp)
        else:
            words = say(CONTEXT, "Catat {total_rp} {method}", total_rp=till.total_rp, method=method_word(till.method))
        self.pay_button.set_text(f"{words}  Enter")
        self.pay_button.setAccessibleName(words)

    def _show_hint(self) -> None:
        """A drawer that is shut is said before somebody has the money in his hand."""
        form = self._form
        cash, drawer = self._till.method is PayMethod.CASH, self._drawer
        locked = drawer is not None and drawer.locked
        shut = locked or (cash and drawer is not None and drawer.shift is None)
        if locked:
            form.hint.setText(say(CONTEXT, "Hari ini sudah dikunci: uang diterima lagi besok."))
        elif shut:
            form.hint.setText(say(CONTEXT, "Laci belum dibuka. Buka di bagian Laci (Ctrl+3)."))
        elif not cash:
            form.hint.setText(say(CONTEXT, "Periksa dahulu bahwa uangnya sudah masuk."))
        else:
            form.hint.setText(say(CONTEXT, "Tab: uang diterima. Spasi: centang."))
        set_state(form.hint, tone="warn" if shut else "quiet")

    def _show_actions(self, till: Till) -> None:
        owed = any(line.kind is LineKind.CHARGE for line in till.lines)
        self.part_button.setVisible(any(line.payable and line.kind is LineKind.CHARGE for line in till.lines))
        self.waive_button.setVisible(owed)
        self.remove_button.setVisible(any(line.kind is LineKind.SERVICE for line in till.lines))
        self.credit_button.setVisible(till.credit_rp > 0 and owed)
        self.refund_button.setVisible(till.credit_rp > 0)

    def _show_aside(self) -> None:
        """One quiet line: what was let off the member in hand; while nobody is here, whom money is to be given back."""
        waivers, dues = self._till.waivers, self._dues if self._till.is_empty else ()
        self.aside.setText(waived_line(waivers) if waivers else dues_words(dues) if dues else "")
        self.aside.setVisible(bool(waivers or dues))
        self.unwaive_button.setVisible(bool(waivers))
        self.dues_button.setVisible(bool(dues))

    # ---- words -----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self._form
        form.lines.setAccessibleName(say(CONTEXT, "Yang harus dibayar"))
        self._show_empty()
        form.methodLabel.setText(f"{say(CONTEXT, 'Cara bayar')}  ·  Alt+T  Alt+Q  Alt+R")
        form.method.setAccessibleName(say(CONTEXT, "Cara bayar"))
        form.method.set_options([(key.value, method_word(key), METHODS[key][1]) for key in METHOD_KEYS.values()])
        form.received.set_label(say(CONTEXT, "Uang diterima (rupiah)"))
        form.reference.set_label(say(CONTEXT, "Nomor referensi"))
        form.reference.set_hint(say(CONTEXT, "Dari bukti QRIS atau transfer."))
        for button, words in (
            (self.sell_button, say(CONTEXT, "Layanan")),
            (self.part_button, say(CONTEXT, "Sebagian")),
            (self.waive_button, say(CONTEXT, "Bebaskan")),
            (self.credit_button, say(CONTEXT, "Pakai kelebihan")),
            (self.refund_button, say(CONTEXT, "Kembalikan uang")),
            (self.remove_button, say(CONTEXT, "Hapus baris")),
            (self.unwaive_button, f"{say(CONTEXT, 'Batalkan pembebasan')}  {UNWAIVE_KEY}"),
            (self.dues_button, say(CONTEXT, "Layani")),
        ):
            button.set_text(words)
        self._model.retranslate()
        self.show_till(self._till, answer=False)
        if self._said is not None:
            self.show_answer(*self._said)
        else:
            self.show_idle()

    # ---- how it is built -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form, px = self._form, theme.current().px
        form.till.setFixedWidth(px(TILL_PX))
        form.received.set_editor(self.money)
        form.reference.set_editor(self.reference)
        for row in (form.received, form.reference):
            allow_narrow(row)
        form.change.setAlignment(Qt.AlignmentFlag.AlignRight)
        form.changeLabel.setAlignment(Qt.AlignmentFlag.AlignRight)
        for number, button in enumerate(self.note_buttons):
            form.notes.addWidget(button, number // 2, number % 2)
            key = QShortcut(QKeySequence(NOTE_KEYS[number]), self)  # at once: a button's own key waits to be seen
            key.activated.connect(partial(self.note, number))
        form.lines.show_model(self._model)
        self.sell_button = Button(self, icon="plus", key="Ctrl+J")
        self.part_button = Button(self, icon="coin", role="quiet", key="Ctrl+E")
        self.waive_button = Button(self, icon="shield-check", role="quiet", key="Ctrl+B")
        self.credit_button = Button(self, icon="arrow-forward-up", role="quiet", key="Ctrl+K")
        self.refund_button = Button(self, icon="arrow-back-up", role="quiet", key="Ctrl+U")
        self.remove_button = Button(self, icon="trash", role="quiet", key="Ctrl+D")
        self._actions = (
            self.sell_button, self.part_button, self.waive_button, self.credit_button, self.refund_button,
            self.remove_button,
        )  # fmt: skip
        self._build_aside()
        for button in self._actions:
            form.actions.addWidget(button)
        form.actions.addStretch(1)
        self.pay_button = Button(self, icon="cash", role="primary")
        self.pay_button.setMinimumHeight(px(44))
        form.payColumn.addWidget(self.pay_button)
        in_order(
            form.lines, form.method, self.money, self.reference, self.pay_button, *self._actions, self.unwaive_button,
            self.dues_button,
        )  # fmt: skip

    def _build_aside(self) -> None:
        self.aside = ElidedLabel(self, role="secondary")
        self.unwaive_button = Button(self, icon="arrow-back-up", role="quiet")
        key = QShortcut(QKeySequence(UNWAIVE_KEY), self)  # heard also where the waiver is too old for the line
        key.activated.connect(self.unwaive_wanted)
        self.dues_button = Button(self, icon="arrow-back-up", role="quiet", key="Ctrl+U")  # as the next step's key
        for part in (self.aside, self.unwaive_button, self.dues_button):
            self._form.aside.addWidget(part)
        self._form.aside.setStretch(0, 1)

    def _wire(self) -> None:
        form = self._form
        form.lines.clicked.connect(self._clicked)
        form.lines.activated_row.connect(lambda _: self.pay_wanted.emit())
        form.method.changed.connect(lambda key: self.method_chosen.emit(PayMethod(key)))
        self.money.changed.connect(self.received)
        self.money.entered.connect(self.pay_wanted)
        self.money.strayed.connect(self.strayed)
        self.money.scanned.connect(self.scanned)
        self.money.left.connect(self.left)
        self.reference.textEdited.connect(self.referred)
        self.reference.returnPressed.connect(self.pay_wanted)
        self.reference.installEventFilter(self)
        for number, button in enumerate(self.note_buttons):
            button.clicked.connect(partial(self.note, number))
        self.pay_button.clicked.connect(self.pay_wanted)
        wanted: tuple[tuple[Button, Callable[[], object]], ...] = (
            (self.sell_button, self.sell_wanted.emit),
            (self.part_button, self.part_wanted.emit),
            (self.waive_button, self.waive_wanted.emit),
            (self.credit_button, self.credit_wanted.emit),
            (self.refund_button, self.refund_wanted.emit),
            (self.remove_button, self.remove_wanted.emit),
            (self.unwaive_button, self.unwaive_wanted.emit),
            (self.dues_button, self.dues_wanted.emit),
        )
        for button, emit in wanted:
            button.clicked.connect(lambda _=False, act=emit: act())

    def note(self, number: int) -> None:
        """The payer put this sum on the counter."""
        button = self.note_buttons[number]
        if not button.isHidden():
            sum_rp = int(button.property("sum_rp"))
            self.money.set_value(sum_rp)
            self.received.emit(sum_rp)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.toggled.emit(self._model.key_at(index.row()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leads from any field back to the scan box."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)
