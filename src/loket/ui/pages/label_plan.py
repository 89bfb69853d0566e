"""A small picture of the first label sheet: where printing starts, and which places will be filled."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from loket.reports.labels import LabelLayout
from loket.ui import theme

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class SheetPlan(QWidget):
    """Shows places as small rectangles. Signal `start_chosen(place)`: clicked, or moved by arrow keys, from 0."""

    start_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout: LabelLayout | None = None
        self._start = 0
        self._count = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.current().changed.connect(self.update)

    def show_plan(self, layout: LabelLayout, start: int, count: int) -> None:
        """`start` is the first place used, from 0; `count` how many labels there are in all."""
        self._layout, self._start, self._count = layout, start, count
        self.update()

    def has_plan(self) -> bool:
        return self._layout is not None

    def sizeHint(self) -> QSize:
        px = theme.current().px
        return QSize(px(240), px(330))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._layout is None:
            return
        colour = theme.current().qcolor
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("focus" if self.hasFocus() else "line-strong"), 1))
        painter.setBrush(colour("surface-2"))
        painter.drawRect(self._page())
        for place in range(self._layout.per_sheet):
            filled = self._start <= place < self._start + self._count
            painter.setPen(QPen(colour("accent" if filled else "line"), 1))
            painter.setBrush(colour("accent-soft" if filled else "surface-2"))
            painter.drawRoundedRect(self._place(place), 2, 2)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._layout is None:
            return
        for place in range(self._layout.per_sheet):
            if self._place(place).contains(event.position()):
                self.start_chosen.emit(place)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._layout is None:
            return
        rows = {Qt.Key.Key_Up: -self._layout.columns, Qt.Key.Key_Down: self._layout.columns}
        step = _STEPS.get(Qt.Key(event.key()), rows.get(Qt.Key(event.key()), 0))
        if step:
            self.start_chosen.emit(min(max(0, self._start + step), self._layout.per_sheet - 1))
        else:
            super().keyPressEvent(event)

    def _scale(self) -> float:
        assert self._layout is not None
        return min((self.width() - 2) / self._layout.page_w_mm, (self.height() - 2) / self._layout.page_h_mm)

    def _page(self) -> QRectF:
        assert self._layout is not None
        return QRectF(1, 1, self._layout.page_w_mm * self._scale(), self._layout.page_h_mm * self._scale())

    def _place(self, place: int) -> QRectF:
        """Where a label lies on this picture."""
        sheet = self._layout
        assert sheet is not None
        row, column = divmod(place, sheet.columns)
        x_mm = sheet.margin_left_mm + column * (sheet.label_w_mm + sheet.gap_x_mm)
        y_mm = sheet.margin_top_mm + row * (sheet.label_h_mm + sheet.gap_y_mm)
        scale = self._scale()
        place_on = QRectF(x_mm * scale, y_mm * scale, sheet.label_w_mm * scale, sheet.label_h_mm * scale)
        return place_on.translated(1, 1).adjusted(1, 1, -1, -1)
