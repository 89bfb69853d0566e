"""Bars that are read without colour and worked without a mouse: lying ones, standing ones, and what their pieces mean.

A bar is one row of a table; its pieces are that row's columns, told apart by pattern first and colour second. Every
bar says its number beside it. Arrow keys walk bars and pieces, Enter opens what is behind one.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from loket.ui import fonts, theme
from loket.ui.widgets.base import announce
from loket.ui.widgets.chart_fills import Series, fill_of, paint_fill

WHOLE = -1
"""The piece that is the whole bar."""

_ROW_PX, _BAR_PX, _GAP_PX, _HEIGHT_PX, _WIDEST_COLUMN_PX = 28, 16, 8, 190, 46
_LABEL_SHARE, _LEAST_PIECE_PX = 0.4, 2.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. `values`: of each series, in their order. `quiet`: there is nothing behind it to open.

    `hint`: more to say under the pointer.
    """

    key: object
    label: str
    values: tuple[int, ...]
    hint: str = ""
    quiet: bool = False

    @property
    def total(self) -> int:
        return sum(self.values)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a piece, or with `WHOLE` the ground of a whole bar, is drawn."""

    bar: int
    piece: int
    rect: QRectF


class Chart(QWidget):
    """Base of both kinds.

    Signals: `opened(bar key, series key)`; the series is "" for a whole bar. `chosen()`: the walk came to another one.
    """

    opened = Signal(object, str)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._series: tuple[Series, ...] = ()
        self._bars: tuple[Bar, ...] = ()
        self._say: Callable[[int], str] = str
        self._at: tuple[int, int] | None = None
        self._over: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.current().changed.connect(self._restyle)

    def show_bars(
        self, name: str, series: Sequence[Series], bars: Sequence[Bar], say_number: Callable[[int], str] = str
    ) -> None:
        """`name` is what a screen reader calls the chart. Six series, and a blank one, have patterns of their own."""
        self._name, self._series, self._bars, self._say = name, tuple(series), tuple(bars), say_number
        if self._at is not None and (self._at[0] >= len(self._bars) or self._at[1] >= len(self._series)):
            self._at = None
        self._over = None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._tell()
        self.updateGeometry()
        self.update()

    def bars(self) -> tuple[Bar, ...]:
        return self._bars

    def current(self) -> tuple[object, str] | None:
        """Key of the marked bar and of its piece, "" for the whole bar; None where none is marked."""
        if self._at is None:
            return None
        bar, piece = self._at
        return self._bars[bar].key, self._series_key(piece)

    def choose(self, bar_key: object, series_key: str = "") -> bool:
        """Mark a bar without telling anybody. False when there is none with this key."""
        number = next((at for at, bar in enumerate(self._bars) if bar.key == bar_key), None)
        if number is None:
            return False
        whole = [at for at, one in enumerate(self._series) if one.key == series_key and len(self._series) > 1]
        self._at = (number, whole[0] if whole else WHOLE)
        self._tell()
        self.update()
        return True

    def put_down(self) -> None:
        """No bar is marked any more: another chart has the choice."""
        if self._at is not None:
            self._at = None
            self._tell()
            self.update()

    def texts(self) -> list[str]:
        """Every bar as it reads, for a screen reader and for tests."""
        return [self.spoken(number, WHOLE) for number in range(len(self._bars))]

    def spoken(self, bar: int, piece: int) -> str:
        """ "Pelajar: 34", "Pelajar, perempuan: 21"; a whole bar of several pieces tells them too."""
        one = self._bars[bar]
        if piece != WHOLE:
            return f"{one.label}, {self._series[piece].title}: {self._say(one.values[piece])}"
        told = f"{one.label}: {self._say(one.total)}"
        if len(self._series) < 2 or not one.total:
            return told
        parts = (f"{s.title} {self._say(n)}" for s, n in zip(self._series, one.values, strict=True) if n)
        return f"{told} ({' · '.join(parts)})"

    # ---- the walk --------------------------------------------------------------------------------------------------

    def walk(self, along: int, across: int) -> None:
        """From bar to bar, or between the pieces of one; begins at the first."""
        if not self._bars:
            return
        if self._at is None:
            self._mark(0, WHOLE)
            return
        bar, piece = self._at
        if along:
            bar = min(max(bar + along, 0), len(self._bars) - 1)
            self._mark(bar, piece if piece in self._stops(bar) else WHOLE)
        elif across:
            stops = self._stops(bar)
            self._mark(bar, stops[min(max(stops.index(piece) + across, 0), len(stops) - 1)])

    def _stops(self, bar: int) -> list[int]:
        """The whole bar, then each piece that is there to be seen."""
        if len(self._series) < 2:
            return [WHOLE]
        return [WHOLE, *(at for at, number in enumerate(self._bars[bar].values) if number)]

    def _mark(self, bar: int, piece: int) -> None:
        if self._at == (bar, piece):
            return
        self._at = (bar, piece)
        self._tell()
        announce(self, self.spoken(bar, piece))
        self.update()
        self.chosen.emit()

    def _open(self) -> None:
        if self._at is None:
            return
        bar, piece = self._at
        if not self._bars[bar].quiet and self._bars[bar].total:
            self.opened.emit(self._bars[bar].key, self._series_key(piece))

    def _series_key(self, piece: int) -> str:
        return "" if piece == WHOLE else self._series[piece].key

    def _tell(self) -> None:
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(self.spoken(*self._at) if self._at else "; ".join(self.texts()))

    # ---- keys and pointer ------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = self._arrows().get(Qt.Key(event.key()))
        if steps is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.walk(*steps)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        elif event.key() == Qt.Key.Key_Home and self._bars:
            self._mark(0, WHOLE)
        elif event.key() == Qt.Key.Key_End and self._bars:
            self._mark(len(self._bars) - 1, WHOLE)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab came to a chart without a choice: its first bar becomes it."""
        super().focusInEvent(event)
        if self._at is None and event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.walk(1, 0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._found(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self._mark(*found)
            self._open()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._found(event.position())
        if found != self._over:
            self._over = found
            opens = found is not None and not self._bars[found[0]].quiet and self._bars[found[0]].total
            self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._over = None
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._found(QPointF(event.pos()))
            if found is None:
                QToolTip.hideText()
            else:
                hint = self._bars[found[0]].hint
                QToolTip.showText(event.globalPos(), "\n".join(filter(None, (self.spoken(*found), hint))), self)
            return True
        return super().event(event)

    def _found(self, point: QPointF) -> tuple[int, int] | None:
        """The piece under the pointer, else the whole bar whose ground it is."""
        ground = None
        for place in self.places():
            if place.rect.contains(point):
                if place.piece != WHOLE:
                    return (place.bar, place.piece) if len(self._series) > 1 else (place.bar, WHOLE)
                ground = (place.bar, WHOLE)
        return ground

    # ---- what the kinds say ----------------------------------------------------------------------------------------

    @abstractmethod
    def places(self) -> list[_Place]:
        """Grounds and pieces as they are drawn now, grounds first."""

    @abstractmethod
    def _arrows(self) -> dict[Qt.Key, tuple[int, int]]:
        """Steps along the bars and across their pieces, by key."""

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    # ---- painting both do alike ------------------------------------------------------------------------------------

    def _font(self, *, strong: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(theme.current().points(fonts.BASE_POINTS - 0.5))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def _paint_grounds(self, painter: QPainter) -> None:
        look = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        for place in self.places():
            if place.piece != WHOLE:
                continue
            if self._at is not None and self._at[0] == place.bar:
                painter.setBrush(look.qcolor("selection"))
            elif self._over is not None and self._over[0] == place.bar:
                painter.setBrush(look.qcolor("hover"))
            else:
                continue
            painter.drawRoundedRect(place.rect, look.px(4), look.px(4))

    def _paint_pieces(self, painter: QPainter) -> None:
        for place in self.places():
            if place.piece != WHOLE:
                paint_fill(painter, place.rect, *fill_of(self._series, place.piece))

    def _paint_focus(self, painter: QPainter) -> None:
        """A ring round the piece the keys are at."""
        if self._at is None:
            return
        for place in self.places():
            if (place.bar, place.piece) == self._at and (self.hasFocus() or place.piece != WHOLE):
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.current().qcolor("focus" if self.hasFocus() else "ink"), 2))
                painter.drawRoundedRect(place.rect.adjusted(1, 1, -1, -1), 3, 3)


class BarList(Chart):
    """Bars that lie: the label at the left, the number behind the bar's end. As high as it has bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        px = theme.current().px
        return QSize(px(320), px(_ROW_PX) * max(1, len(self._bars)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(200), self.sizeHint().height())

    def places(self) -> list[_Place]:
        px = theme.current().px
        row, thick, left = px(_ROW_PX), px(_BAR_PX), self._label_px() + px(_GAP_PX) * 2
        room = max(1.0, self.width() - left - self._number_px() - px(_GAP_PX) * 2)
        most = max((bar.total for bar in self._bars), default=0) or 1
        found = [_Place(at, WHOLE, QRectF(0, at * row, self.width(), row)) for at in range(len(self._bars))]
        for at, bar in enumerate(self._bars):
            x, y = float(left), at * row + (row - thick) / 2
            for piece, number in enumerate(bar.values):
                if number > 0:
                    wide = max(_LEAST_PIECE_PX, room * number / most)
                    found.append(_Place(at, piece, QRectF(x, y, wide, thick)))
                    x += wide
        return found

    def _arrows(self) -> dict[Qt.Key, tuple[int, int]]:
        return {
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Left: (0, -1),
        }

    def paintEvent(self, event: QPaintEvent) -> None:
        px, look = theme.current().px, theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_grounds(painter)
        self._paint_pieces(painter)
        places, row, label_px = self.places(), px(_ROW_PX), self._label_px()
        for at, bar in enumerate(self._bars):
            marked = self._at is not None and self._at[0] == at
            painter.setPen(look.qcolor("on-selection" if marked else "ink" if bar.total else "ink-2"))
            painter.setFont(self._font())
            words = painter.fontMetrics().elidedText(bar.label, Qt.TextElideMode.ElideRight, label_px)
            painter.drawText(QRectF(px(_GAP_PX), at * row, label_px, row), Qt.AlignmentFlag.AlignVCenter, words)
            ends = [place.rect.right() for place in places if place.bar == at and place.piece != WHOLE]
            x = max(ends, default=label_px + px(_GAP_PX) * 2) + px(_GAP_PX)
            painter.setFont(self._font(strong=bool(bar.total)))
            painter.drawText(QRectF(x, at * row, self.width() - x, row), Qt.AlignmentFlag.AlignVCenter,
                             self._say(bar.total))  # fmt: skip
        self._paint_focus(painter)
        painter.end()

    def _label_px(self) -> int:
        """As wide as the longest label, a good third of the room at the most."""
        metrics, px = self.fontMetrics(), theme.current().px
        widest = max((metrics.horizontalAdvance(bar.label) for bar in self._bars), default=0) + 2
        return min(max(widest, px(48)), int(self.width() * _LABEL_SHARE))

    def _number_px(self) -> int:
        metrics = self.fontMetrics()
        return int(max((metrics.horizontalAdvance(self._say(bar.total)) for bar in self._bars), default=0) * 1.15) + 4


class ColumnChart(Chart):
    """Bars that stand, in the order of time: hours, days, months. Labels and numbers where they have room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(320), theme.current().px(_HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(200), theme.current().px(_HEIGHT_PX))

    def places(self) -> list[_Place]:
        line, slot = self.fontMetrics().height(), self._slot()
        base, room = self.height() - line - 8, max(1, self.height() - 2 * line - 16)
        most = max((bar.total for bar in self._bars), default=0) or 1
        found = [_Place(at, WHOLE, QRectF(at * slot, 0, slot, self.height())) for at in range(len(self._bars))]
        wide = min(slot * 0.72, float(theme.current().px(_WIDEST_COLUMN_PX)))
        for at, bar in enumerate(self._bars):
            y = float(base)
            for piece, number in enumerate(bar.values):
                if number > 0:
                    high = max(_LEAST_PIECE_PX, room * number / most)
                    y -= high
                    found.append(_Place(at, piece, QRectF(at * slot + (slot - wide) / 2, y, wide, high)))
        return found

    def _arrows(self) -> dict[Qt.Key, tuple[int, int]]:
        return {
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_grounds(painter)
        self._paint_pieces(painter)
        line = self.fontMetrics().height()
        painter.setPen(QPen(look.qcolor("line-strong"), 1))
        painter.drawLine(QPointF(0, self.height() - line - 7.5), QPointF(self.width(), self.height() - line - 7.5))
        self._paint_words(painter, line)
        self._paint_focus(painter)
        painter.end()

    def _paint_words(self, painter: QPainter, line: int) -> None:
        look, slot = theme.current(), self._slot()
        painter.setFont(self._font())
        every, told = self._every(painter), self._numbered(painter)
        tops = {place.bar: place.rect.top() for place in self.places() if place.piece != WHOLE}
        for place in self.places():
            if place.piece != WHOLE:
                tops[place.bar] = min(tops[place.bar], place.rect.top())
        for at, bar in enumerate(self._bars):
            marked = self._at is not None and self._at[0] == at
            painter.setPen(look.qcolor("on-selection" if marked else "ink-2"))
            if at % every == 0:
                wide = slot * every
                ground = QRectF(at * slot + slot / 2 - wide / 2, self.height() - line - 4, wide, line)
                painter.drawText(_inside(ground, self.width()), Qt.AlignmentFlag.AlignCenter, bar.label)
            if at in tops and (told == "all" or at == told or marked):
                painter.setPen(look.qcolor("on-selection" if marked else "ink"))
                number = self._say(bar.total)
                wide = painter.fontMetrics().horizontalAdvance(number) + 4.0
                ground = QRectF(at * slot + slot / 2 - wide / 2, tops[at] - line - 1, wide, line)
                painter.drawText(_inside(ground, self.width()), Qt.AlignmentFlag.AlignCenter, number)

    def _numbered(self, painter: QPainter) -> int | Literal["all"]:
        """Every bar bears its number where all have room; else the highest alone, and the one that is marked."""
        metrics = painter.fontMetrics()
        widest = max((metrics.horizontalAdvance(self._say(bar.total)) for bar in self._bars), default=0)
        if widest <= self._slot():
            return "all"
        return max(range(len(self._bars)), key=lambda at: self._bars[at].total)

    def _every(self, painter: QPainter) -> int:
        """Every how many bars a label has room."""
        metrics = painter.fontMetrics()
        widest = max((metrics.horizontalAdvance(bar.label) for bar in self._bars), default=0) + 6
        return max(1, -int(-widest // max(1.0, self._slot())))

    def _slot(self) -> float:
        return self.width() / max(1, len(self._bars))


def _inside(rect: QRectF, width: int) -> QRectF:
    """The same rectangle, moved so that the first and last labels are not cut."""
    if rect.left() < 0:
        return rect.translated(-rect.left(), 0)
    return rect.translated(min(0.0, width - rect.right()), 0)
