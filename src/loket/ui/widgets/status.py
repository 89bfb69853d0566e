"""The strip at the foot of the window: saved, not yet sent, age of the data, backup, clock."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from loket.ui import icons, theme
from loket.ui.widgets.base import LiveFrame, set_state
from loket.ui.widgets.buttons import ICON_GAP

ChipState = Literal["quiet", "ok", "warn", "stop", "info"]
_TOKENS = {"quiet": "ink-2", "ok": "ok", "warn": "warn", "stop": "on-stop", "info": "info"}


class StatusStrip(LiveFrame):
    """Chips of icon and words, each with a fuller sentence as tooltip. Signal `chip_clicked(key)`."""

    chip_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="strip")
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
        """Add or change a chip. Chips stand in the order they first came; `right` puts it at the right end."""
        chip = self._chips.get(key) or self._add(key, right)
        chip.setText((ICON_GAP if icon else "") + text.replace("&", "&&"))
        if icon:
            icons.tint(chip, icon, _TOKENS[state])
        chip.setToolTip(tooltip)
        chip.setAccessibleName(f"{text}. {tooltip}" if tooltip else text)
        set_state(chip, tone=state)

    def remove_chip(self, key: str) -> None:
        if chip := self._chips.pop(key, None):
            chip.hide()
            chip.deleteLater()

    def chip_text(self, key: str) -> str:
        """The words of a chip, "" when there is none of that key."""
        return self._chips[key].text().removeprefix(ICON_GAP).replace("&&", "&") if key in self._chips else ""

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
        (self._right if right else self._left).addWidget(chip)
        self._chips[key] = chip
        return chip
