"""A whole year at a glance: weekly closed days quiet, dated ones marked, today framed."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from loket.ui import theme
from loket.ui.texts import say
from loket.ui.texts_settings import MONTHS, weekday_word, word
from loket.ui.widgets import LiveFrame

COLUMNS, ROWS = 4, 3
LINES = 8  # of a month: its name, the weekdays, six weeks


class YearCalendar(LiveFrame):
    """Painted, so that a year costs one widget. Signal `day_clicked(date)`; all it shows is in the list beside it."""

    day_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year = 2026
        self._today: date | None = None
        self._weekly: frozenset[int] = frozenset()
        self._dated: dict[date, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.retranslate()

    def show_year(self, year: int, weekly: frozenset[int], dated: Mapping[date, str], today: date) -> None:
        self._year, self._weekly, self._dated, self._today = year, weekly, dict(dated), today
        self.retranslate()
        self.update()

    def minimumSizeHint(self) -> QSize:
        px = theme.current().px
        return QSize(px(COLUMNS * 126), px(ROWS * LINES * 11))

    def sizeHint(self) -> QSize:
        px = theme.current().px
        return QSize(px(COLUMNS * 150), px(ROWS * LINES * 16))

    def day_at(self, point: QPoint) -> date | None:
        """The day painted under a point."""
        for month in range(1, 13):
            for day in _days(self._year, month):
                if self._cell(day).contains(point):
                    return day
        return None

    def why(self, day: date) -> str:
        """Why the library is closed that day; "" when it is open."""
        if day in self._dated:
            return self._dated[day]
        if day.weekday() in self._weekly:
            return say("Settings", "tutup setiap {day}", day=weekday_word(day.weekday()))
        return ""

    def retranslate(self) -> None:
        self.setAccessibleName(
            say(
                "Settings",
                "Kalender {year}: {count} hari tutup bertanggal",
                year=str(self._year),
                count=len(self._dated),
            )
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, 13):
            self._paint_month(painter, month)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self.day_clicked.emit(day)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self.day_at(event.pos())
            QToolTip.showText(event.globalPos(), self.why(day) if day else "", self)
            return True
        return super().event(event)

    # ---- painting -------------------------------------------------------------------------------------------------

    def _paint_month(self, painter: QPainter, month: int) -> None:
        look = theme.current()
        name = self._line(month, 0)
        painter.setFont(_sized(self.font(), 9.5, QFont.Weight.DemiBold))
        painter.setPen(look.qcolor("ink"))
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, word(MONTHS[month - 1]))
        painter.setFont(_sized(self.font(), 7.5, QFont.Weight.Normal))
        painter.setPen(look.qcolor("ink-2"))
        week = self._line(month, 1)
        for weekday in range(7):
            box = QRect(week.left() + weekday * week.width() // 7, week.top(), week.width() // 7, week.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, weekday_word(weekday)[:1])
        for day in _days(self._year, month):
            self._paint_day(painter, day)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        look, cell = theme.current(), self._cell(day)
        dated, weekly = day in self._dated, day.weekday() in self._weekly
        painter.setPen(Qt.PenStyle.NoPen)
        if dated:
            painter.setBrush(look.qcolor("accent"))
            painter.drawRoundedRect(QRectF(cell).adjusted(0.5, 1, -0.5, 0), 3, 3)
        elif weekly:
            painter.setBrush(look.qcolor("surface-3"))
            painter.drawRect(cell.adjusted(0, 1, 0, 0))
        if day == self._today:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.qcolor("ink"))
            painter.drawRoundedRect(QRectF(cell).adjusted(0.5, 1, -0.5, 0), 3, 3)
        painter.setFont(_sized(self.font(), 8, QFont.Weight.Bold if dated else QFont.Weight.Normal))
        painter.setPen(look.qcolor("on-accent" if dated else "ink-2" if weekly else "ink"))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def _line(self, month: int, line: int) -> QRect:
        """One of the eight lines of a month."""
        gap = theme.current().px(14)
        column, row = (month - 1) % COLUMNS, (month - 1) // COLUMNS
        width = (self.width() - gap * (COLUMNS - 1)) // COLUMNS
        height = (self.height() - gap // 2 * (ROWS - 1)) // ROWS
        top = row * (height + gap // 2)
        return QRect(column * (width + gap), top + line * height // LINES, width, height // LINES)

    def _cell(self, day: date) -> QRect:
        first = date(day.year, day.month, 1).weekday()
        line = self._line(day.month, 2 + (day.day - 1 + first) // 7)
        width = line.width() // 7
        return QRect(line.left() + day.weekday() * line.width() // 7, line.top(), width, line.height())


def _days(year: int, month: int) -> list[date]:
    return [date(year, month, day) for day in range(1, calendar.monthrange(year, month)[1] + 1)]


def _sized(font: QFont, points: float, weight: QFont.Weight) -> QFont:
    made = QFont(font)
    made.setPointSizeF(theme.current().points(points))
    made.setWeight(weight)
    return made
