"""Counting money: one line for each note and coin, with the pieces, what they make, and what another one counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.pages.settings_parts import Number
from loket.ui.texts import language, say
from loket.ui.widgets import label

CONTEXT = "CashCount"
MOST_PIECES = 99_999
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SPIN_PX, MONEY_PX, PIECES_PX = 92, 104, 84


class CountGrid(QWidget):
    """Pieces of each denomination, in two columns. Signal `changed`: the counter of the money typed.

    `beside`: pieces that somebody else counted, shown in grey; lines that differ from them are marked.
    """

    changed = Signal()

    def __init__(
        self, denominations: Sequence[int], parent: QWidget | None = None, *, beside: Mapping[int, int] | None = None
    ) -> None:
        super().__init__(parent)
        self._denominations = tuple(denominations)
        self._beside = None if beside is None else dict(beside)
        self.editors: dict[int, Number] = {}
        self._money: dict[int, QLabel] = {}
        self._other: dict[int, QLabel] = {}
        self._heads: list[tuple[QLabel, QLabel, QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._build()
        self.setFocusProxy(self.editors[self._denominations[0]])
        self.retranslate()

    def counts(self) -> dict[int, int]:
        """Denomination to pieces; those that are there."""
        return {worth: editor.value() for worth, editor in self.editors.items() if editor.value()}

    def set_counts(self, counts: Mapping[int, int]) -> None:
        for worth, editor in self.editors.items():
            editor.set_value(counts.get(worth, 0))
        self._show()

    def total_rp(self) -> int:
        return sum(worth * pieces for worth, pieces in self.counts().items())

    def retranslate(self) -> None:
        for worth, pieces, other, money in self._heads:
            worth.setText(say(CONTEXT, "Pecahan"))
            pieces.setText(say(CONTEXT, "Lembar/keping"))
            money.setText(say(CONTEXT, "Jumlah"))
            other.setText(say(CONTEXT, "Loket"))
        for worth_rp, editor in self.editors.items():
            editor.setAccessibleName(say(CONTEXT, "Banyaknya {worth_rp}", worth_rp=worth_rp))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on to the next denomination, as one counts on the number pad; at the last it is the form's."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, Number):
            QTimer.singleShot(0, watched, watched.selectAll)  # what is typed takes the place of the nought
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER:
            order = list(self.editors.values())
            place = next((number for number, editor in enumerate(order) if editor is watched), len(order))
            if place + 1 < len(order):
                order[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    # ---- how it is built ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        px = theme.current().px
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(4))
        half = (len(self._denominations) + 1) // 2
        for side in range(2):
            self._add_head(side * 5)
        for number, worth in enumerate(self._denominations):
            self._add_line(worth, 1 + number % half, number // half * 5)
        self._grid.setColumnMinimumWidth(4, px(20))
        self._grid.setRowStretch(half + 1, 1)

    def _add_head(self, column: int) -> None:
        heads = tuple(label("", "caption", self) for _ in range(4))
        for place, head in enumerate(heads):
            head.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(head, 0, column + place)
        heads[2].setVisible(self._beside is not None)
        self._heads.append((heads[0], heads[1], heads[2], heads[3]))

    def _add_line(self, worth: int, row: int, column: int) -> None:
        px, right = theme.current().px, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        editor = self.editors[worth] = Number(self, most=MOST_PIECES)
        editor.setAlignment(right)
        editor.setMinimumWidth(px(SPIN_PX))
        editor.installEventFilter(self)
        editor.changed.connect(self._edited)
        name = label(fmt.rupiah(worth), "body", self)
        name.setBuddy(editor)
        other = self._other[worth] = label("", "secondary", self)
        money = self._money[worth] = label("", "body", self)
        for place, widget in enumerate((name, editor, other, money)):
            if isinstance(widget, QLabel):
                widget.setAlignment(right)
            self._grid.addWidget(widget, row, column + place)
        other.setVisible(self._beside is not None)
        other.setMinimumWidth(px(PIECES_PX))
        money.setMinimumWidth(px(MONEY_PX))

    def _edited(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for worth, editor in self.editors.items():
            pieces = editor.value()
            self._money[worth].setText(fmt.rupiah(worth * pieces) if pieces else "–")
            if self._beside is not None:
                counted = self._beside.get(worth, 0)
                self._other[worth].setText(f"× {fmt.count(counted, language())}" if counted else "–")
