"""The nine elements of the survey page as bars."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from loket.ui import theme
from loket.ui.texts import say
from loket.ui.texts_survey import CONTEXT, Bar
from loket.ui.widgets import ElidedLabel, IconLabel, LiveFrame, label, set_state

LEAST, MOST = 1, 4  # the scale of an answer
TRACK_PX, ROW_PX, NUMBER_PX = 12, 30, 56


class ElementBars(LiveFrame):
    """The nine elements, one a line, in their own order; the lowest three are marked by pattern, sign and word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.current().px
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 4)
        self._grid.setColumnStretch(2, 6)
        self._lines: list[_Line] = []

    def show_bars(self, bars: Sequence[Bar]) -> None:
        while len(self._lines) < len(bars):
            self._lines.append(_Line(self, self._grid, len(self._lines)))
        for line, bar in zip(self._lines, bars, strict=True):
            line.show_bar(bar)

    def texts(self) -> list[str]:
        """Every line as it reads, for a screen reader and for tests."""
        return [line.track.accessibleName() for line in self._lines]


class _Line:
    """The widgets of one element in the grid of all."""

    def __init__(self, parent: QWidget, grid: QGridLayout, row: int) -> None:
        px = theme.current().px
        self._code = label("", "secondary", parent)
        self._words = ElidedLabel(parent, role="body")
        self.track = Track(parent)
        self._number = label("", "heading", parent)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._number.setMinimumWidth(px(NUMBER_PX))
        self._sign = IconLabel(parent, token="warn", size=18)
        self._note = label("", "secondary", parent)
        grid.setRowMinimumHeight(row, px(ROW_PX))
        places = (self._code, self._words, self.track, self._number, self._sign, self._note)
        for column, widget in enumerate(places):
            grid.addWidget(widget, row, column)

    def show_bar(self, bar: Bar) -> None:
        self._code.setText(bar.code)
        self._words.setText(bar.words)
        self.track.show_score(bar.score, bar.low)
        self._number.setText(bar.shown)
        self._sign.set("alert-triangle" if bar.low else "")
        note = say(CONTEXT, "terendah") if bar.low else ""
        self._note.setText(f"{bar.grade}  {note}".rstrip())
        set_state(self._note, tone="warn" if bar.low else "")
        spoken = (bar.code, bar.words, bar.shown, bar.grade, note)
        self.track.setAccessibleName(". ".join(part for part in spoken if part))
        for widget in (self._words, self.track):
            widget.setToolTip(bar.told)


class Track(QWidget):
    """How far an element comes on its scale from 1 to 4. A low one is hatched as well, for eyes that see no colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share: float | None = None
        self._low = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self.update)

    def show_score(self, score: Fraction | None, low: bool) -> None:
        self._share = None if score is None else float((score - LEAST) / (MOST - LEAST))
        self._low = low
        self.update()

    def share(self) -> float | None:
        """0 at the worst answer, 1 at the best."""
        return self._share

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(120), theme.current().px(TRACK_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QRectF(0, 0, self.width(), self.height())
        painter.setBrush(look.qcolor("surface-3"))
        radius = self.height() / 2
        painter.drawRoundedRect(ground, radius, radius)
        if self._share is not None:
            self._paint_filled(painter, ground, radius)
        painter.end()

    def _paint_filled(self, painter: QPainter, ground: QRectF, radius: float) -> None:
        look = theme.current()
        whole = QPainterPath()
        whole.addRoundedRect(ground, radius, radius)
        painter.setClipPath(whole)
        filled = QRectF(0, 0, max(self.height(), self.width() * (self._share or 0.0)), self.height())
        painter.setBrush(look.qcolor("warn" if self._low else "accent"))
        painter.drawRoundedRect(filled, radius, radius)
        if self._low:
            hatch = QBrush(look.qcolor("surface-2"), Qt.BrushStyle.BDiagPattern)
            painter.setBrush(hatch)
            painter.drawRoundedRect(filled, radius, radius)
