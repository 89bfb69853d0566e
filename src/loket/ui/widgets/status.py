"""The strip at the foot of the window: saved, not yet sent, age of the data, backup, clock."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from loket.ui import icons, theme
from loket.ui.widgets.base import LiveFrame, set_state
from loket.ui.widgets.buttons import ICON_GAP

ChipState = Literal["quiet", "ok", "warn", "stop", "info"]
_WELL = ("quiet", "ok")
_TOKENS = {"quiet": "ink-2", "ok": "ok", "warn": "warn", "stop": "on-stop", "info": "info"}


class StatusStrip(LiveFrame):
    """Chips of icon and words, each with a fuller sentence as tooltip. Signal `chip_clicked(key)`.

    `order`: keys in the order they stand in, whichever comes first; others follow as they come.
    """

    chip_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, order: Sequence[str] = ()) -> None:
        super().__init__(parent, role="strip")
        self._order = tuple(order)
        self._chips: dict[str, QPushButton] = {}
        self._row = QHBoxLayout(self)
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        self._row.addLayout(self._left)
        self._row.addStretch(1)
        self._row.addLayout(self._right)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def set_chip(
        self, key: str, text: str, icon: str = "", state: ChipState = "quiet", tooltip: str = "", right: bool = False
    ) -> None:
        """Add or change a chip; `right` puts it at the right end."""
        chip = self._chips.get(key) or self._add(key, right)
        chip.setText((ICON_GAP if icon else "") + text.replace("&", "&&"))
        if icon:
            icons.tint(chip, icon, _TOKENS[state])
        chip.setToolTip(tooltip)
        chip.setAccessibleName(f"{text}. {tooltip}" if tooltip else text)
        set_state(chip, tone=state)
        self._fit()

    def remove_chip(self, key: str) -> None:
        if chip := self._chips.pop(key, None):
            for row in (self._left, self._right):
                row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
            self._fit()

    def chip_text(self, key: str) -> str:
        """The words of a chip, "" when there is none of that key."""
        return self._chips[key].text().removeprefix(ICON_GAP).replace("&&", "&") if key in self._chips else ""

    def minimumSizeHint(self) -> QSize:
        """Words in this strip never make the window wider."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the window is too narrow for all, what is well gives way, the last first; what is wrong stays."""
        gap, margins = self._left.spacing(), self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() + gap
        room -= sum(chip.sizeHint().width() + gap for chip in self._chips.values())
        left = [chip for chip in self._chips.values() if self._left.indexOf(chip) >= 0]
        for chip in sorted(left, key=self._left.indexOf, reverse=True):
            gives_way = room < 0 and chip.property("tone") in _WELL
            room += chip.sizeHint().width() + gap if gives_way else 0
            chip.setVisible(not gives_way)

    def restyle(self) -> None:
        px = theme.current().px
        self._row.setContentsMargins(px(8), px(3), px(8), px(3))
        for part in (self._left, self._right):
            part.setSpacing(px(8))

    def _add(self, key: str, right: bool) -> QPushButton:
        chip = QPushButton(self)
        chip.setProperty("role", "chip")
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.clicked.connect(lambda: self.chip_clicked.emit(key))
        row = self._right if right else self._left
        row.insertWidget(row.count() if right else self._place(key), chip)
        chip.show()
        self._chips[key] = chip
        return chip

    def _place(self, key: str) -> int:
        """Behind every chip that stands before it."""
        if key not in self._order:
            return self._left.count()
        before = [self._chips[one] for one in self._order[: self._order.index(key)] if one in self._chips]
        return max((self._left.indexOf(chip) + 1 for chip in before), default=0)
