"""One tile of a board: its number large, its state as fill pattern, icon and word. Drawn to be read from two metres."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from loket.ui import fonts, icons, theme


class TileState(StrEnum):
    """What a place is just now. Each has its own pattern, icon and colours."""

    FREE = "free"
    TAKEN = "taken"
    WARNED = "warned"  # its time is nearly over
    OVERDUE = "overdue"
    CALLED = "called"  # kept for somebody who is on the way
    OUT = "out"  # out of order
    ALARM = "alarm"  # two hold the same place


@dataclass(frozen=True)
class Tile:
    """A place as the board shows it; texts already in the reader's language.

    Attributes:
        key: what the board's signals carry.
        figure: what counts most after the number, drawn large ("23:15" left).
        detail: a quiet last line ("2 jam"). note: read aloud and shown as tooltip, never painted.
        icon: another drawing than the state's own.
        group: heading of the bank or room it stands in. row, column: its place there, from any base.
    """

    key: object
    number: str
    state: TileState
    word: str
    detail: str = ""
    figure: str = ""
    note: str = ""
    icon: str = ""
    group: str = ""
    row: int = 0
    column: int = 0

    def spoken(self) -> str:
        """All of it in one line, for a screen reader."""
        return ", ".join(part for part in (self.number, self.word, self.figure, self.detail, self.note) if part)


class Pattern(StrEnum):
    PLAIN = "plain"
    STRIPES = "stripes"
    DENSE = "dense"
    DOTS = "dots"
    LINES = "lines"
    CROSS = "cross"
    HAZARD = "hazard"


@dataclass(frozen=True)
class _Look:
    ground: str
    text: str
    border: str
    pattern: Pattern
    icon: str
    border_px: float = 1.0
    dashed: bool = False


_LOOKS = {
    TileState.FREE: _Look("surface-2", "ink", "line-strong", Pattern.PLAIN, "lock-open"),
    TileState.TAKEN: _Look("selection", "on-selection", "accent", Pattern.STRIPES, "lock"),
    TileState.WARNED: _Look("warn-soft", "warn", "warn", Pattern.DOTS, "hourglass", 3.0),
    TileState.OVERDUE: _Look("stop-fill", "on-stop", "stop-fill", Pattern.DENSE, "alert-triangle"),
    TileState.CALLED: _Look("info-soft", "info", "info", Pattern.LINES, "bell", 3.0),
    TileState.OUT: _Look("surface-3", "ink-2", "line-strong", Pattern.CROSS, "x", 1.5, dashed=True),
    TileState.ALARM: _Look("stop-soft", "stop", "stop-fill", Pattern.HAZARD, "alert-circle"),
}
_PATTERN_ALPHA = {
    Pattern.STRIPES: 0.13,
    Pattern.DENSE: 0.20,
    Pattern.DOTS: 0.22,
    Pattern.LINES: 0.16,
    Pattern.CROSS: 0.16,
}
_RING_PX = 4.0  # room round the tile for the mark of the chosen one
_RADIUS_PX = 6.0
_SMALLEST_LINE_PX = 12.0
_MOST_FOOT = 0.55  # of the height
_TALL_HEAD = 0.62  # of the width: from there on the number stands alone, the drawing below it


def look_icon(state: TileState) -> str:
    """The drawing that stands for a state, for legends and cards that speak of the same place."""
    return _LOOKS[state].icon


class TileKeeper(Protocol):
    """What a tile asks of the board it stands on."""

    def tile_pressed(self, key: object) -> None: ...

    def tile_activated(self, key: object) -> None: ...

    def tile_key(self, key: int) -> bool:
        """A key on the focused tile; False where the board has no use for it."""
        ...


class TileButton(QAbstractButton):
    """Shows one `Tile`. The board decides where it stands; it reports clicks, double clicks and keys to the board."""

    def __init__(self, board: TileKeeper, parent: QWidget, tile: Tile) -> None:
        super().__init__(parent)
        self._board = board
        self._tile = tile
        self._chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.show_tile(tile)

    @property
    def tile(self) -> Tile:
        return self._tile

    def show_tile(self, tile: Tile) -> None:
        self._tile = tile
        self.setAccessibleName(tile.spoken())
        self.setToolTip(tile.note)
        self.update()

    def mark(self, chosen: bool) -> None:
        """The chosen tile is the one Tab stops at."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus if chosen else Qt.FocusPolicy.NoFocus)
            self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._board.tile_key(event.key()):
            event.ignore()  # letters and digits go on to the page, where the scan box waits

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._board.tile_pressed(self._tile.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._board.tile_activated(self._tile.key)

    def click(self) -> None:
        """What a screen reader's "press" does."""
        self._board.tile_pressed(self._tile.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = theme.current().px
        ring = scale(_RING_PX)
        area = QRectF(self.rect()).adjusted(ring, ring, -ring, -ring)
        look = _LOOKS[self._tile.state]
        _paint_ground(painter, area, look)
        if self._chosen:
            _paint_ring(painter, QRectF(self.rect()), self.hasFocus())
        _Words(painter, area, look, self._tile, self.devicePixelRatioF()).paint()
        painter.end()


def _paint_ground(painter: QPainter, area: QRectF, look: _Look) -> None:
    colours, px = theme.current(), theme.current().px
    radius = px(_RADIUS_PX)
    shape = QPainterPath()
    shape.addRoundedRect(area, radius, radius)
    painter.fillPath(shape, colours.qcolor(look.ground))
    painter.save()
    painter.setClipPath(shape)
    if look.pattern is Pattern.HAZARD:
        _paint_hazard(painter, area)
    else:
        _paint_pattern(painter, area, look)
    painter.restore()
    pen = QPen(colours.qcolor(look.border), px(look.border_px))
    if look.dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = pen.widthF() / 2
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)


def _paint_pattern(painter: QPainter, area: QRectF, look: _Look) -> None:
    """Marks in the text's own colour, faint: text stays readable on them in every theme."""
    if look.pattern is Pattern.PLAIN:
        return
    px = theme.current().px
    mark = _faint(look.text, _PATTERN_ALPHA[look.pattern])
    painter.setPen(QPen(mark, px(3 if look.pattern is Pattern.STRIPES else 2)))
    if look.pattern in (Pattern.STRIPES, Pattern.CROSS):
        _paint_slants(painter, area, px(14))
    if look.pattern is Pattern.CROSS:
        _paint_slants(painter, area, px(14), falling=True)
    if look.pattern is Pattern.DENSE:
        _paint_slants(painter, area, px(7), falling=True)
    if look.pattern is Pattern.LINES:
        _paint_lines(painter, area, px(8))
    if look.pattern is Pattern.DOTS:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark)
        _paint_dots(painter, area, px(10))


def _paint_slants(painter: QPainter, area: QRectF, step: float, *, falling: bool = False) -> None:
    x = area.left() - area.height()
    while x < area.right():
        low, high = (area.top(), area.bottom()) if falling else (area.bottom(), area.top())
        painter.drawLine(QPointF(x, low), QPointF(x + area.height(), high))
        x += step


def _paint_lines(painter: QPainter, area: QRectF, step: float) -> None:
    y = area.top() + step
    while y < area.bottom():
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        y += step


def _paint_dots(painter: QPainter, area: QRectF, step: float) -> None:
    radius, y, odd = step * 0.18, area.top() + step / 2, False
    while y < area.bottom():
        x = area.left() + (step if odd else step / 2)
        while x < area.right():
            painter.drawEllipse(QPointF(x, y), radius, radius)
            x += step
        y, odd = y + step * 0.75, not odd


def _paint_hazard(painter: QPainter, area: QRectF) -> None:
    """A broad frame of slanting bars, as on a barrier: nobody takes it for anything else."""
    colours, px = theme.current(), theme.current().px
    width = px(9)
    inner = area.adjusted(width, width, -width, -width)
    frame = QPainterPath()
    frame.addRect(area)
    hole = QPainterPath()
    hole.addRoundedRect(inner, px(3), px(3))
    painter.save()
    painter.setClipPath(frame.subtracted(hole), Qt.ClipOperation.IntersectClip)
    painter.fillRect(area, colours.qcolor("stop-fill"))
    painter.setPen(QPen(colours.qcolor("on-stop"), px(6)))
    _paint_slants(painter, area, px(20))
    painter.restore()


def _paint_ring(painter: QPainter, whole: QRectF, focused: bool) -> None:
    px = theme.current().px
    width = px(3)
    pen = QPen(theme.current().qcolor("focus" if focused else "ink"), width)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(whole.adjusted(width / 2, width / 2, -width / 2, -width / 2), px(9), px(9))


def _faint(token: str, alpha: float) -> QColor:
    colour = theme.current().qcolor(token)
    colour.setAlphaF(alpha)
    return colour


class _Words:
    """The writing on a tile: number and icon above, then the figure, the word, the detail, as far as they fit."""

    def __init__(self, painter: QPainter, area: QRectF, look: _Look, tile: Tile, dpr: float) -> None:
        px = theme.current().px
        edge, foot = (px(14), px(11)) if look.pattern is Pattern.HAZARD else (px(7), px(5))  # clear of the bars
        self._painter, self._look, self._tile, self._dpr = painter, look, tile, dpr
        self._box = area.adjusted(edge, foot, -edge, -foot)

    def paint(self) -> None:
        self._painter.setPen(theme.current().qcolor(self._look.text))
        lines = self._lines()
        least = _SMALLEST_LINE_PX * theme.current().scale
        small = max(least, min(self._box.width() * 0.145, self._box.height() * 0.16))
        foot = small * 1.3 * len(lines)
        if len(lines) > 1 and foot > self._box.height() * _MOST_FOOT and not self._tile.figure:
            lines, foot = lines[:1], foot / len(lines)  # the number before how long it is taken
        head = QRectF(self._box.left(), self._box.top(), self._box.width(), self._box.height() - foot)
        side = 0.0
        if head.height() < self._box.width() * _TALL_HEAD or self._tile.figure:
            self._head(head)
        else:
            side = small * 1.5
            self._fitted(head, self._tile.number, head.height() * 0.92)
            self._sign(QPointF(self._box.right() - side, self._box.bottom() - side), side)
        self._foot(QRectF(self._box.left(), head.bottom(), self._box.width(), foot), lines, small, side)

    def _foot(self, box: QRectF, lines: list[tuple[str, QFont.Weight]], size_px: float, side: float) -> None:
        """`side`: of the drawing that stands at the end of the last line."""
        for number, (text, weight) in enumerate(lines):
            width = box.width() - (side if number == len(lines) - 1 else 0)
            line = QRectF(box.left(), box.top() + number * size_px * 1.3, width, size_px * 1.3)
            self._line(line, text, size_px, weight)

    def _lines(self) -> list[tuple[str, QFont.Weight]]:
        """Word and detail. A tall tile keeps the second line free for the drawing where there is no detail."""
        lines = [(self._tile.word, QFont.Weight.Bold)]
        if self._tile.detail or self._box.height() > self._box.width():
            lines.append((self._tile.detail, QFont.Weight.Medium))
        return lines

    def _head(self, box: QRectF) -> None:
        """The number at the left, the icon at the right; the figure under them where there is one."""
        upper = box
        if self._tile.figure:
            upper = QRectF(box.left(), box.top(), box.width(), box.height() * 0.46)
            below = QRectF(box.left(), upper.bottom(), box.width(), box.height() - upper.height())
            self._fitted(below, self._tile.figure, below.height() * 0.86)
        side = min(upper.height() * 0.62, upper.width() * 0.26)
        room = QRectF(upper.left(), upper.top(), upper.width() - side * 1.15, upper.height())
        self._fitted(room, self._tile.number, upper.height() * 0.82)
        self._sign(QPointF(upper.right() - side, upper.center().y() - side / 2), side)

    def _sign(self, corner: QPointF, side: float) -> None:
        picture = icons.pixmap(self._tile.icon or self._look.icon, self._look.text, round(side), self._dpr)
        self._painter.drawPixmap(corner, picture)

    def _fitted(self, box: QRectF, text: str, wanted_px: float) -> None:
        """As large as wanted, smaller where the room is narrow."""
        font = _sized(wanted_px, QFont.Weight.Bold)
        width = QFontMetricsF(font).horizontalAdvance(text)
        if width > box.width() > 0:
            font = _sized(max(_SMALLEST_LINE_PX, wanted_px * box.width() / width), QFont.Weight.Bold)
        self._painter.setFont(font)
        self._painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)

    def _line(self, box: QRectF, text: str, size_px: float, weight: QFont.Weight) -> None:
        font = _sized(size_px, weight)
        width = QFontMetricsF(font).horizontalAdvance(text)
        if width > box.width() > 0:  # a little smaller before anything is cut off
            font = _sized(size_px * max(0.85, box.width() / width), weight)
        self._painter.setFont(font)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        self._painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


def _sized(size_px: float, weight: QFont.Weight) -> QFont:
    font = fonts.font(weight=weight)
    font.setPixelSize(max(1, round(size_px)))
    return font
