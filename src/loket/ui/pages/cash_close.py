"""Counting the drawer before it is closed: pieces of each note and coin, what stays, and why the sum differs."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from loket.domain.errors import InvalidInput
from loket.services.cash_shift import DENOMINATIONS
from loket.ui import theme
from loket.ui.pages.cash_count import CountGrid
from loket.ui.pages.cash_parts import ENTER, MoneyEdit
from loket.ui.pages.settings_parts import allow_narrow, in_order
from loket.ui.texts import invalid_text, say
from loket.ui.texts_cash import CONTEXT
from loket.ui.widgets import Button, Card, FormRow

LEFT_PX = 230


class CountView(Card):
    """Up, Down and Enter walk through the denominations. Signals: `changed()`, `close_wanted()`, `left()`.

    Attributes: grid, stays (money left for the next shift), explanation.
    """

    changed = Signal()
    close_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = CountGrid(DENOMINATIONS, self)
        self.stays, self.explanation = MoneyEdit(self), QLineEdit(self)
        self.stays_row = FormRow(self, editor=self.stays)
        self.explanation_row = FormRow(self, editor=self.explanation, required=True)
        self.back_button = Button(self, icon="arrow-left", role="quiet")
        self.close_button = Button(self, icon="lock", role="primary")
        self._arrange()
        self._wire()
        self.retranslate()

    def start(self, stays_rp: int) -> None:
        """An empty count; `stays_rp` is proposed to stay in the drawer."""
        self.grid.set_counts({})
        self.stays.set_value(stays_rp)
        self.explanation.clear()
        for row in (self.stays_row, self.explanation_row):
            row.set_error(None)
        self.show_difference(0)
        self._editors()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._editors()[0].selectAll()

    def counts(self) -> Mapping[int, int]:
        return self.grid.counts()

    def show_difference(self, difference_rp: int) -> None:
        """The explanation is asked for only where there is something to explain; its place stays free."""
        self.explanation_row.setVisible(difference_rp != 0)

    def show_invalid(self, error: InvalidInput) -> None:
        row = self.stays_row if error.field == "left_rp" else self.explanation_row
        row.setVisible(True)
        row.set_error(invalid_text(error))
        row.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.stays_row.set_label(say(CONTEXT, "Ditinggal di laci (rupiah)"))
        self.stays_row.set_hint(say(CONTEXT, "Uang awal shift berikutnya."))
        self.explanation_row.set_label(say(CONTEXT, "Mengapa berbeda?"))
        self.back_button.set_text(f"{say(CONTEXT, 'Nanti saja')}  Esc")
        self.close_button.set_text(f"{say(CONTEXT, 'Tutup laci')}  Ctrl+Enter")
        self.close_button.setAccessibleName(say(CONTEXT, "Tutup laci"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter move; the number itself is typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QSpinBox):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1} | dict.fromkeys(ENTER, 1)
            step = steps.get(Qt.Key(event.key())) if plain else None
            if step:
                self._move(watched, step)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _move(self, editor: QSpinBox, step: int) -> None:
        stops: list[QWidget] = [*self._editors(), self.stays]
        number = min(max(0, stops.index(editor) + step), len(stops) - 1)
        stops[number].setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(stops[number], QSpinBox):
            stops[number].selectAll()  # type: ignore[attr-defined]

    def _editors(self) -> list[QSpinBox]:
        return list(self.grid.editors.values())

    def _arrange(self) -> None:
        px = theme.current().px
        for row in (self.stays_row, self.explanation_row):
            allow_narrow(row)
        self.stays_row.setFixedWidth(px(LEFT_PX))
        fields = QHBoxLayout()
        fields.setSpacing(px(16))
        fields.addWidget(self.stays_row)
        fields.addWidget(self.explanation_row, 1)
        fields.addStretch(0)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        grid = QHBoxLayout()
        grid.addWidget(self.grid)
        grid.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        column.addLayout(grid)
        column.addLayout(fields)
        column.addStretch(1)
        column.addLayout(buttons)

    def _wire(self) -> None:
        for editor in self._editors():
            editor.installEventFilter(self)
        for key in ("Ctrl+Return", "Ctrl+Enter"):  # the second is the one of the number pad
            QShortcut(QKeySequence(key), self).activated.connect(self.close_wanted)
        self.grid.changed.connect(self.changed)
        self.stays.changed.connect(lambda _: self.changed.emit())
        self.stays.entered.connect(self._stays_entered)
        self.stays.left.connect(self.left)
        self.explanation.returnPressed.connect(self.close_wanted)
        self.close_button.clicked.connect(self.close_wanted)
        self.back_button.clicked.connect(self.left)
        in_order(*self._editors(), self.stays, self.explanation, self.close_button, self.back_button)

    def _stays_entered(self) -> None:
        if self.explanation_row.isVisible():
            self.explanation.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.close_wanted.emit()
