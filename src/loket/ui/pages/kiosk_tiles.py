"""What a visitor touches to answer: tiles with a drawing and a few words, and rows that are counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from loket.ui import theme
from loket.ui.pages.kiosk_keyboard import ERASE
from loket.ui.widgets import IconLabel, label

TILE_PX, SMALL_TILE_PX, LOWEST_PX, TALLEST_PX, ICON_PX, BIG_ICON_PX = 150, 72, 60, 340, 40, 96
FEW, MANY = 4, 18  # choices


class Tile(QPushButton):
    """A large button: a drawing and a few words, which may need two lines."""

    def __init__(self, parent: QWidget | None, text: str, icon: str = "", token: str = "accent", *, big: bool) -> None:
        super().__init__(parent)
        self._big = big
        self.setProperty("role", "tile")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if big else QBoxLayout.Direction.LeftToRight, self)
        self._words = label(text, "tile" if big else "tile-small", self, wrap=True)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        centred = Qt.AlignmentFlag.AlignCenter
        self._words.setAlignment(
            centred if big or not icon else Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        )
        self._icon = IconLabel(self, name=icon, token=token, size=(BIG_ICON_PX if big else ICON_PX))
        self._icon.setVisible(bool(icon))
        if big:
            row.addStretch(1)
        row.addWidget(self._icon, 0, centred)
        row.addWidget(self._words, 0 if big else 1)
        if big:
            row.addStretch(1)
        px = theme.current().px
        row.setContentsMargins(px(14), px(4), px(14), px(4))
        row.setSpacing(px(10))
        self.setMaximumHeight(px(TALLEST_PX if big else TILE_PX))
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(160), theme.current().px(TILE_PX if self._big else SMALL_TILE_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(96), theme.current().px(BIG_ICON_PX + 72 if self._big else LOWEST_PX))


@dataclass(frozen=True, slots=True)
class Choice:
    """One tile of a question."""

    code: str
    text: str
    icon: str = ""
    token: str = "accent"


class TileGrid(QWidget):
    """Choices side by side: a touch is the answer. Signal `chosen(code)`."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: dict[str, Tile] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)

    def show_choices(self, choices: Sequence[Choice], *, current: str = "", big: bool = False) -> None:
        """`big`: a large drawing over the words, for a few choices; else small ones beside them."""
        for tile in self.tiles.values():
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = {}
        self._grid.setSpacing(theme.current().px(12))
        columns = len(choices) if big else columns_for(len(choices))
        for number, choice in enumerate(choices):
            tile = Tile(self, choice.text, choice.icon, choice.token, big=big)
            tile.setCheckable(True)
            tile.setChecked(choice.code == current)
            tile.clicked.connect(lambda _=False, code=choice.code: self.chosen.emit(code))
            self._grid.addWidget(tile, number // columns, number % columns)
            self.tiles[choice.code] = tile
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def columns_for(choices: int) -> int:
    """As few as leave room for the words, and rows that fit the screen."""
    if choices <= FEW:
        return max(choices, 1)
    return 3 if choices <= MANY else 4


class CountRows(QWidget):
    """How many of each: a touched row takes the digits of the pad. Signal `changed()`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, QPushButton] = {}
        self._words: dict[str, str] = {}
        self.counts: dict[str, int] = {}
        self.current = ""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)

    def show_rows(self, choices: Sequence[Choice], counts: dict[str, int]) -> None:
        for row in self.rows.values():
            self._grid.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        self._words = {choice.code: choice.text for choice in choices}
        self.counts = dict(counts)
        self._grid.setSpacing(theme.current().px(8))
        down = len(choices) if len(choices) <= FEW else (len(choices) + 1) // 2
        for number, choice in enumerate(choices):
            row = QPushButton(self)
            row.setProperty("role", "count")
            row.setCheckable(True)
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            inside = QHBoxLayout(row)
            inside.setContentsMargins(theme.current().px(14), 0, theme.current().px(14), 0)
            inside.addWidget(label(choice.text, "tile-small", row), 1)
            inside.addWidget(label("", "tile", row))
            row.clicked.connect(lambda _=False, code=choice.code: self.choose(code))
            self._grid.addWidget(row, number % down, number // down)
            self.rows[choice.code] = row
        for row_number in range(self._grid.rowCount() + 1):
            self._grid.setRowStretch(row_number, int(row_number == down))
        self.choose(choices[0].code if choices else "")

    def choose(self, code: str) -> None:
        self.current = code
        self._show()

    def step(self, down: int) -> None:
        """By the arrow keys."""
        codes = list(self.rows)
        self.choose(codes[(codes.index(self.current) + down) % len(codes)])

    def key(self, name: str) -> None:
        """A digit, or the last one taken away."""
        count = self.counts.get(self.current, 0)
        if name == ERASE:
            self.counts[self.current] = count // 10
        elif name.isdigit() and count * 10 + int(name) <= 999:
            self.counts[self.current] = count * 10 + int(name)
        self._show()
        self.changed.emit()

    def total(self) -> int:
        return sum(self.counts.values())

    def _show(self) -> None:
        for code, row in self.rows.items():
            count = self.counts.get(code, 0)
            figures = row.findChildren(QLabel)[-1]
            figures.setText(str(count) if count else "–")
            row.setChecked(code == self.current)
            row.setAccessibleName(f"{self._words[code]}: {count}")
