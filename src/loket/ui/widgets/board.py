"""A board of places (lockers, seats) in the room's own order, worked by arrow keys, typed numbers and clicks.

Tiles grow until they fill the room there is, so that a small bank can be read from across the hall; a large one
scrolls. Letters and digits are never swallowed: they reach the page's scan box.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from loket.ui import theme
from loket.ui.widgets.base import announce, label
from loket.ui.widgets.board_tiles import Tile, TileButton, TileState, look_icon
from loket.ui.widgets.notes import EmptyState

__all__ = ["Board", "Tile", "TileState", "look_icon"]

NARROWEST_PX, WIDEST_PX = 84, 168
FLATTEST, SCROLLED, TALLEST = 0.84, 1.0, 1.2  # a tile's height by its width
MOST_COLUMNS = 10  # of a group that has no places of its own
_GROUP_GAP_PX, _HEADING_PX, _STEP_PX = 20, 26, 2
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True)
class _Group:
    """A bank: its heading, and the place of each of its tiles from (0, 0)."""

    heading: str
    places: dict[object, tuple[int, int]]  # key -> (column, row)

    @property
    def columns(self) -> int:
        return 1 + max(column for column, _row in self.places.values())

    @property
    def rows(self) -> int:
        return 1 + max(row for _column, row in self.places.values())


class Board(QScrollArea):
    """Shows `Tile`s. Signals carry their keys: `picked` by click or arrow, `activated` by Enter or double click."""

    picked = Signal(object)
    activated = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._canvas = QWidget()
        self._canvas.setProperty("role", "page")
        self.setWidget(self._canvas)
        self._buttons: dict[object, TileButton] = {}
        self._headings: list[QLabel] = []
        self._groups: list[_Group] = []
        self._current: object | None = None
        self._empty = EmptyState(self.viewport())
        self._has_empty = False
        self._empty.hide()
        theme.current().changed.connect(self._arrange)

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these, in this order. The choice stays while its tile does; only what changed is drawn again."""
        groups = _grouped(tiles)
        moved = groups != self._groups or set(self._buttons) != {tile.key for tile in tiles}
        self._groups = groups
        self._renew(tiles)
        if moved:
            self._arrange()
        self._show_empty()

    def set_empty(self, icon: str, sentence: str, key: str = "", key_text: str = "") -> None:
        """What stands on the board while there are no places."""
        self._has_empty = True
        self._empty.set_content(icon, sentence, key, key_text)
        self._show_empty()

    def tiles(self) -> tuple[Tile, ...]:
        return tuple(button.tile for button in self._buttons.values())

    def tile(self, key: object) -> Tile | None:
        button = self._buttons.get(key)
        return button.tile if button else None

    def tile_widget(self, key: object) -> QWidget | None:
        """The widget that draws a place, for what must be laid beside it."""
        return self._buttons.get(key)

    def current(self) -> object | None:
        """The chosen place's key."""
        return self._current

    def choose(self, key: object | None) -> bool:
        """Mark a place without telling anybody, and bring it into sight. False when there is none with this key."""
        if key is not None and key not in self._buttons:
            return False
        before = self._buttons.get(self._current)
        focused = before is not None and before.hasFocus()
        if before is not None:
            before.mark(False)
        self._current = key
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if key is not None else Qt.FocusPolicy.TabFocus)
        if key is not None:
            self._buttons[key].mark(True)
            self.ensureWidgetVisible(self._buttons[key], 0, theme.current().px(8))
            if focused:
                self._buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def step(self, across: int, down: int) -> None:
        """Move the choice to the nearest place in a direction, as the arrow keys do; tells `picked`."""
        if not self._buttons:
            return
        target = self._neighbour(across, down) if self._current is not None else next(iter(self._buttons))
        if target is not None and target != self._current:
            self._pick(target)

    def tile_pressed(self, key: object) -> None:
        self._pick(key)

    def tile_activated(self, key: object) -> None:
        self._pick(key)
        self.activated.emit(key)

    def tile_key(self, key: int) -> bool:
        if key in _ARROWS:
            self.step(*_ARROWS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.activated.emit(self._current)
        elif key == Qt.Key.Key_Home and self._buttons:
            self._pick(next(iter(self._buttons)))
        elif key == Qt.Key.Key_End and self._buttons:
            self._pick(next(reversed(self._buttons)))
        else:
            return False
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab came to a board without a choice: the first place becomes it."""
        super().focusInEvent(event)
        if self._current is None and self._buttons:
            self._pick(next(iter(self._buttons)))
        if self._current is not None:
            self._buttons[self._current].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().rect())
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._canvas.update()

    def _pick(self, key: object) -> None:
        self.choose(key)
        announce(self, self._buttons[key].tile.spoken())
        self.picked.emit(key)

    def _neighbour(self, across: int, down: int) -> object | None:
        """The nearest tile on that side; one straight ahead beats one aslant."""
        here = self._buttons[self._current].geometry().center()
        best: tuple[float, object] | None = None
        for key, button in self._buttons.items():
            away: QPoint = button.geometry().center() - here
            ahead = away.x() * across + away.y() * down
            aside = abs(away.x() * down) + abs(away.y() * across)
            if ahead > 0 and (best is None or ahead + 4 * aside < best[0]):
                best = (ahead + 4 * aside, key)
        return best[1] if best else None

    def _renew(self, tiles: Sequence[Tile]) -> None:
        wanted = {tile.key for tile in tiles}
        for key in [key for key in self._buttons if key not in wanted]:
            gone = self._buttons.pop(key)
            gone.hide()
            gone.deleteLater()
        if self._current not in self._buttons:
            self._current = None
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        ordered: dict[object, TileButton] = {}
        for tile in tiles:
            button = self._buttons.get(tile.key)
            if button is None:
                button = TileButton(self, self._canvas, tile)
                button.show()
            elif button.tile != tile:
                button.show_tile(tile)
            ordered[tile.key] = button
        self._buttons = ordered

    def _arrange(self) -> None:
        """Give every tile its place, at the largest size at which all of them can be seen at once."""
        for heading in self._headings:
            heading.hide()
            heading.deleteLater()
        self._headings = []
        if not self._groups:
            self._canvas.resize(self.viewport().size())
            return
        room = self.viewport().size()
        size = self._best(room)
        corners, tall = self._corners(size, room.width())
        for group, corner in zip(self._groups, corners, strict=True):
            self._place(group, corner, size)
        self._canvas.resize(room.width(), max(tall, room.height()))

    def _best(self, room: QSize) -> QSize:
        """The size at which the numbers are largest and all tiles in sight; the smallest where none is, to scroll."""
        px, columns = theme.current().px, max(group.columns for group in self._groups)
        fallback = max(_STEP_PX, min(px(NARROWEST_PX), room.width() // columns))
        best, least = _sized(fallback, SCROLLED), 0
        for width in range(px(NARROWEST_PX), px(WIDEST_PX) + 1, _STEP_PX):
            height = min(round(width * TALLEST), self._room_for_each(width, room))
            fits = columns * width <= room.width() and height >= width * FLATTEST
            if fits and min(width, height) >= least:
                best, least = QSize(width, height), min(width, height)
        return best

    def _room_for_each(self, width: int, room: QSize) -> int:
        """How high a tile of this width may be for all of them to be in sight."""
        bare = self._corners(QSize(width, 0), room.width())[1]
        rows = self._corners(QSize(width, 1), room.width())[1] - bare
        return (room.height() - bare) // rows

    def _corners(self, size: QSize, room_px: int) -> tuple[list[QPoint], int]:
        """The top left corner of each bank, side by side while there is room, and the height of it all."""
        px = theme.current().px
        heading = px(_HEADING_PX) if any(group.heading for group in self._groups) else 0
        gap, corners, x, y, line = px(_GROUP_GAP_PX), [], 0, 0, 0
        for group in self._groups:
            wide = group.columns * size.width()
            if x and x + wide > room_px:
                x, y, line = 0, y + line + gap, 0
            corners.append(QPoint(x, y))
            x, line = x + wide + gap, max(line, heading + group.rows * size.height())
        return corners, y + line

    def _place(self, group: _Group, corner: QPoint, size: QSize) -> None:
        px, top = theme.current().px, corner.y()
        if any(other.heading for other in self._groups):
            heading = label(group.heading, "heading", self._canvas)
            heading.setGeometry(corner.x() + px(4), top, group.columns * size.width() - px(4), px(_HEADING_PX))
            heading.show()
            self._headings.append(heading)
            top += px(_HEADING_PX)
        for key, (column, row) in group.places.items():
            at = QPoint(corner.x() + column * size.width(), top + row * size.height())
            self._buttons[key].setGeometry(QRect(at, size))

    def _show_empty(self) -> None:
        self._empty.setGeometry(self.viewport().rect())
        self._empty.setVisible(self._has_empty and not self._buttons)


def _sized(width: int, ratio: float) -> QSize:
    return QSize(width, round(width * ratio))


def _grouped(tiles: Iterable[Tile]) -> list[_Group]:
    banks: dict[str, list[Tile]] = {}
    for tile in tiles:
        banks.setdefault(tile.group, []).append(tile)
    return [_Group(heading, _places(members)) for heading, members in banks.items()]


def _places(tiles: Sequence[Tile]) -> dict[object, tuple[int, int]]:
    """Each tile where it stands in the room; where two claim one place, all in the order given, broader than tall."""
    left, top = min(tile.column for tile in tiles), min(tile.row for tile in tiles)
    placed = {tile.key: (tile.column - left, tile.row - top) for tile in tiles}
    if len(set(placed.values())) == len(tiles):
        return placed
    columns = min(MOST_COLUMNS, max(1, round(sqrt(len(tiles) * 1.6))))
    return {tile.key: (at % columns, at // columns) for at, tile in enumerate(tiles)}
