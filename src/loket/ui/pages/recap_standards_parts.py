"""Parts of Standar Layanan: times as bars against their standard, and the hours of the week as a field of cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFocusEvent, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from loket.domain.standards import ActionTimes, Summary
from loket.ui import theme
from loket.ui.tables import ROW_ROLE
from loket.ui.texts_standards import cell_words, short_length, weekday_name
from loket.ui.widgets import announce

BAR_PX, THIN_PX, TICK_PX, PAD_PX = 12, 6, 20, 10
ROW_PX, HEAD_PX, NAME_PX, CELL_PX = 40, 24, 92, 44
ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
LIGHT, FULL = 0.05, 0.30  # how much of the colour the shortest and the longest time have
Place = tuple[int, int]
Index = QModelIndex | QPersistentModelIndex


class TimesBar(QStyledItemDelegate):
    """Paints a row's 90th percentile, in it its median, and a line at the standard: all rows on one scale.

    Times beyond the standard are hatched, for eyes that see no colour.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.most_ms = 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        row = index.data(ROW_ROLE)
        if isinstance(row, ActionTimes):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_times(painter, QRectF(option.rect), row.times)
            painter.restore()

    def _paint_times(self, painter: QPainter, cell: QRectF, times: Summary) -> None:
        look = theme.current()
        px, left = look.px, cell.left() + look.px(PAD_PX)
        scale = (cell.width() - 2 * px(PAD_PX)) / max(1, self.most_ms)
        middle = cell.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        late = times.standard_ms is not None and times.p90_ms > times.standard_ms
        if times.count:
            whole = QRectF(left, middle - px(BAR_PX) / 2, times.p90_ms * scale, px(BAR_PX))
            painter.setBrush(look.qcolor("warn-soft" if late else "accent-soft"))
            painter.drawRect(whole)
            if late and times.standard_ms is not None:
                begins = left + times.standard_ms * scale
                painter.setBrush(QBrush(look.qcolor("warn"), Qt.BrushStyle.BDiagPattern))
                painter.drawRect(QRectF(begins, whole.top(), whole.right() - begins, whole.height()))
            painter.setPen(QPen(look.qcolor("warn" if late else "accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(whole)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.qcolor("accent"))
            painter.drawRect(QRectF(left, middle - px(THIN_PX) / 2, times.median_ms * scale, px(THIN_PX)))
        if times.standard_ms is not None:
            x, half = left + times.standard_ms * scale, px(TICK_PX) / 2
            painter.setPen(QPen(look.qcolor("ink"), 2))
            painter.drawLine(QPointF(x, middle - half), QPointF(x, middle + half))


@dataclass(frozen=True, slots=True)
class _Field:
    """Which rows and columns the cells make."""

    weekdays: tuple[int, ...]
    hours: tuple[int, ...]


class WeekField(QWidget):
    """Hours of the week: each cell its median; a fuller ground the longer it took, hatched where it is too long.

    Arrow keys walk from cell to cell. Signal `picked(weekday, hour)`.
    """

    picked = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: dict[Place, Summary] = {}
        self._field = _Field((), ())
        self._current: Place | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self.updateGeometry)
        theme.current().changed.connect(self.update)

    def show_cells(self, cells: Mapping[Place, Summary]) -> None:
        """By (weekday, hour). Hours between the first and the last are shown also where nothing was done."""
        self._cells = dict(cells)
        hours = [hour for _, hour in cells]
        spanned = tuple(range(min(hours), max(hours) + 1)) if hours else ()
        self._field = _Field(tuple(sorted({weekday for weekday, _ in cells})), spanned)
        self._current = self._current if self._current in self._cells else None
        self.updateGeometry()
        self.update()

    def texts(self) -> list[str]:
        """Every cell as it is read out."""
        return [cell_words(*place, times) for place, times in sorted(self._cells.items())]

    def current(self) -> Place | None:
        return self._current

    def is_late(self, place: Place) -> bool:
        """Fewer than nine of ten kept the standard in this hour."""
        return self._cells[place].keeps is False

    # ---- by hand ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        if step is None or not self._cells:
            super().keyPressEvent(event)
            return
        self._pick(self._beside(*step))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current is None and self._cells:
            self._pick(min(self._cells))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if place in self._cells:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._pick(place)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            times = self._cells.get(place) if (place := self._place_at(QPointF(event.pos()))) else None
            QToolTip.showText(event.globalPos(), cell_words(*place, times) if place and times else "", self)
            return True
        return super().event(event)

    def _beside(self, down: int, across: int) -> Place:
        """The next cell that has something, in a row or a column; the same one at the edge."""
        if self._current is None:
            return min(self._cells)
        line, other = (1, 0) if across else (0, 1)
        way, here = across or down, self._current
        ahead = [
            place
            for place in self._cells
            if place[other] == here[other] and (place[line] - here[line]) * way > 0
        ]  # fmt: skip
        return min(ahead, key=lambda place: abs(place[line] - here[line])) if ahead else here

    def _pick(self, place: Place) -> None:
        self._current = place
        words = cell_words(*place, self._cells[place])
        self.setAccessibleDescription(words)
        announce(self, words)
        self.update()
        self.picked.emit(*place)

    # ---- how it looks ----------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        px = theme.current().px
        return QSize(
            px(NAME_PX) + px(CELL_PX) * max(1, len(self._field.hours)),
            px(HEAD_PX) + px(ROW_PX) * len(self._field.weekdays),
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(NAME_PX) * 2, self.sizeHint().height())

    def _cell_rect(self, weekday: int, hour: int) -> QRectF:
        px, field = theme.current().px, self._field
        width = min(px(2 * CELL_PX), (self.width() - px(NAME_PX)) / max(1, len(field.hours)))
        row, column = field.weekdays.index(weekday), field.hours.index(hour)
        return QRectF(px(NAME_PX) + column * width, px(HEAD_PX) + row * px(ROW_PX), width, px(ROW_PX))

    def _place_at(self, point: QPointF) -> Place | None:
        places = ((weekday, hour) for weekday in self._field.weekdays for hour in self._field.hours)
        return next((place for place in places if self._cell_rect(*place).contains(point)), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, px = theme.current(), theme.current().px
        painter.setPen(look.qcolor("ink-2"))
        for weekday in self._field.weekdays:
            name = self._cell_rect(weekday, self._field.hours[0])
            where = QRectF(0, name.top(), px(NAME_PX) - px(8), name.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, weekday_name(weekday))
        for hour in self._field.hours:
            cell = self._cell_rect(self._field.weekdays[0], hour)
            painter.drawText(
                QRectF(cell.left(), 0, cell.width(), px(HEAD_PX)), Qt.AlignmentFlag.AlignCenter, f"{hour:02}"
            )
        most_ms = max((times.median_ms for times in self._cells.values()), default=1)
        for place, times in self._cells.items():
            self._paint_cell(painter, place, times, most_ms)
        painter.end()

    def _paint_cell(self, painter: QPainter, place: Place, times: Summary, most_ms: int) -> None:
        look = theme.current()
        gap = look.px(2)
        cell = self._cell_rect(*place).adjusted(gap, gap, -gap, -gap)
        late = times.keeps is False
        ground = look.qcolor("warn" if late else "accent")
        ground.setAlphaF(LIGHT + FULL * times.median_ms / max(1, most_ms))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(cell, look.px(4), look.px(4))
        if late:
            edge = QRectF(cell.left(), cell.bottom() - look.px(6), cell.width(), look.px(6))
            painter.setBrush(QBrush(look.qcolor("warn"), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(edge)
        if place == self._current and self.hasFocus():
            painter.setPen(QPen(look.qcolor("focus"), look.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell, look.px(4), look.px(4))
        font = QFont(self.font())
        if late:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(look.qcolor("ink"))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, short_length(times.median_ms))
