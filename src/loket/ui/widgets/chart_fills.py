"""How the pieces of bars are told apart: by pattern first and colour second; and the line that says what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from loket.ui import theme
from loket.ui.widgets.base import LiveFrame

_FILLS = (
    ("accent", Qt.BrushStyle.SolidPattern),
    ("accent", Qt.BrushStyle.BDiagPattern),
    ("ink-2", Qt.BrushStyle.Dense4Pattern),
    ("warn", Qt.BrushStyle.HorPattern),
    ("info", Qt.BrushStyle.DiagCrossPattern),
    ("ok", Qt.BrushStyle.VerPattern),
)
_BLANK = ("ink-2", Qt.BrushStyle.NoBrush)


@dataclass(frozen=True, slots=True)
class Series:
    """What one piece of every bar means. `blank`: what nobody filled in; it is drawn as an empty outline."""

    key: str
    title: str
    blank: bool = False


def fill_of(series: Sequence[Series], number: int) -> tuple[str, Qt.BrushStyle]:
    """Token and pattern of a series; a chart of one series is plain."""
    if series[number].blank:
        return _BLANK
    return _FILLS[sum(not one.blank for one in series[:number]) % len(_FILLS)]


def paint_fill(painter: QPainter, rect: QRectF, token: str, pattern: Qt.BrushStyle) -> None:
    """A pattern in its outline on a white ground: in grey or in black and white it says the same."""
    look = theme.current()
    colour: QColor = look.qcolor(token)
    painter.setPen(Qt.PenStyle.NoPen)
    if pattern != Qt.BrushStyle.SolidPattern:
        painter.setBrush(look.qcolor("surface-2"))
        painter.drawRect(rect)
    painter.setBrush(QBrush(colour, pattern))
    pen = QPen(colour, 1)
    if pattern == Qt.BrushStyle.NoBrush:
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


class Legend(LiveFrame):
    """What the pieces of a chart's bars mean: a swatch and a word each, on as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: tuple[Series, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_series(self, series: Sequence[Series]) -> None:
        """Nothing is shown for a single one: the heading says it."""
        self._series = tuple(series)
        self.setAccessibleName(", ".join(one.title for one in series))
        self.setVisible(len(series) > 1)
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        placed = self._placed(width)
        return int(placed[-1].bottom()) + 1 if placed else 0

    def sizeHint(self) -> QSize:
        wide = self.width() or theme.current().px(320)
        return QSize(theme.current().px(200), self.heightForWidth(wide))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(12)
        for number, place in enumerate(self._placed(self.width())):
            swatch = QRectF(place.left(), place.center().y() - side / 2, side, side)
            paint_fill(painter, swatch, *fill_of(self._series, number))
            painter.setPen(look.qcolor("ink-2"))
            words = place.adjusted(side + look.px(6), 0, look.px(2), 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._series[number].title)
        painter.end()

    def _placed(self, width: int) -> list[QRectF]:
        px, metrics = theme.current().px, self.fontMetrics()
        high, x, y, found = metrics.height() + px(4), 0.0, 0.0, []
        for one in self._series:
            wide = px(12) + px(6) + metrics.horizontalAdvance(one.title) + px(16)
            if x and x + wide > width:
                x, y = 0.0, y + high
            found.append(QRectF(x, y, wide, high))
            x += wide
        return found
