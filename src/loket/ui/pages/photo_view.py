"""The picture while a photo is made: the camera as it sees now, or one frame with the part that will be the photo.

Live, a frame in three by four and an outline of head and shoulders say where to sit; the picture is not mirrored, so
what is seen is what is printed. Still, the frame is dragged, or moved by the arrow keys, and made larger or smaller at
its corners, by the wheel, or by + and -.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from loket.devices.imaging import Box, auto_crop, fitted
from loket.ui import theme

if TYPE_CHECKING:
    from loket.devices.imaging import Frame

VIEW_W, VIEW_H = 640, 400
CORNER_PX = 18
STEP, FINE_STEP = 0.03, 0.005  # of the box's height, for one key press
LARGER = 1.06
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SIZES = {
    Qt.Key.Key_Plus: LARGER,
    Qt.Key.Key_Equal: LARGER,
    Qt.Key.Key_Minus: 1 / LARGER,
    Qt.Key.Key_Underscore: 1 / LARGER,
}


class FrameView(QWidget):
    """Signals: `take_wanted()` (Space while live), `crop_changed()`, `brighter(steps)` (the keys , and .)."""

    take_wanted = Signal()
    crop_changed = Signal()
    brighter = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._image = QImage()
        self._face: Box | None = None
        self._crop: Box | None = None
        self._grabbed: tuple[QPointF, Box, bool] | None = None  # from where, what it was, by a corner
        self._guide = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.current().changed.connect(self.update)

    # ---- what is shown --------------------------------------------------------------------------------------------

    def show_nothing(self) -> None:
        self._frame, self._image, self._crop, self._face = None, QImage(), None, None
        self.update()

    def show_live(self, frame: Frame, face: Box | None, *, guide: bool = True) -> None:
        self._crop, self._face, self._guide = None, face, guide
        self._show(frame)

    def show_still(self, frame: Frame, crop: Box) -> None:
        self._crop, self._face = crop, None
        self._show(frame)

    def crop(self) -> Box | None:
        """The part that will be the photo; None while the picture is live."""
        return self._crop

    def has_face(self) -> bool:
        """Whether a face is inside the guide."""
        return self._face is not None and self._in_guide(self._face)

    def sizeHint(self) -> QSize:
        px = theme.current().px
        return QSize(px(VIEW_W), px(VIEW_H))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() * 0.6

    def _show(self, frame: Frame) -> None:
        self._frame = frame  # the image below looks into its memory
        height, width = frame.shape[:2]
        self._image = QImage(frame.data, width, height, frame.strides[0], QImage.Format.Format_BGR888)
        self.update()

    def _in_guide(self, face: Box) -> bool:
        assert self._frame is not None
        guide = auto_crop(self._frame, None)
        middle_x, middle_y = face.x + face.w / 2, face.y + face.h / 2
        across = abs(middle_x - guide.x - guide.w / 2) < guide.w * 0.25
        return across and guide.y + guide.h * 0.2 < middle_y < guide.y + guide.h * 0.7 and face.h > guide.h * 0.15

    # ---- drawing --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), theme.current().qcolor("surface-3"))
        if self._frame is not None:
            painter.drawImage(self._shown_rect(), self._image)
            if self._crop is not None:
                self._draw_crop(painter, self._on_screen(self._crop))
            elif self._guide:
                self._draw_guide(painter, self._on_screen(auto_crop(self._frame, None)))
        if self.hasFocus():
            painter.setPen(QPen(theme.current().qcolor("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _shown_rect(self) -> QRectF:
        """Where the picture lies in the widget."""
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            (self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height()
        )

    def _scale(self) -> float:
        """Pixels of the screen for one of the frame."""
        return self._shown_rect().width() / max(1, self._image.width())

    def _on_screen(self, box: Box) -> QRectF:
        shown, scale = self._shown_rect(), self._scale()
        return QRectF(shown.x() + box.x * scale, shown.y() + box.y * scale, box.w * scale, box.h * scale)

    def _draw_guide(self, painter: QPainter, guide: QRectF) -> None:
        self._dim_outside(painter, guide)
        found = self.has_face()
        head = QRectF(0, 0, guide.width() * 0.5, guide.height() * 0.5)
        head.moveCenter(QPointF(guide.center().x(), guide.y() + guide.height() * 0.42))
        outline = QPainterPath()
        outline.addEllipse(head)
        shoulders = QRectF(0, 0, guide.width() * 0.94, guide.height() * 0.62)
        shoulders.moveCenter(QPointF(guide.center().x(), guide.bottom() + guide.height() * 0.04))
        outline.arcMoveTo(shoulders, 8)
        outline.arcTo(shoulders, 8, 164)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in _guide_pens(found):
            painter.setPen(pen)
            painter.drawPath(outline)
            painter.drawRect(guide)

    def _draw_crop(self, painter: QPainter, crop: QRectF) -> None:
        self._dim_outside(painter, crop)
        painter.setPen(QPen(theme.current().qcolor("paper"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(crop)
        painter.setBrush(theme.current().qcolor("accent"))
        side = theme.current().px(10)
        for corner in _corners(crop):
            painter.drawRect(QRectF(corner.x() - side / 2, corner.y() - side / 2, side, side))

    def _dim_outside(self, painter: QPainter, inside: QRectF) -> None:
        path = QPainterPath()
        path.addRect(self._shown_rect())
        hole = QPainterPath()
        hole.addRect(inside)
        shade = theme.current().qcolor("shade")
        shade.setAlphaF(0.45)
        painter.fillPath(path.subtracted(hole), shade)

    # ---- the frame by hand ----------------------------------------------------------------------------------------

    def _set_crop(self, box: Box) -> None:
        if self._frame is None or self._crop is None:
            return
        box = fitted(self._frame, box)
        if box != self._crop:
            self._crop = box
            self.update()
            self.crop_changed.emit()

    def _moved(self, across: float, down: float) -> None:
        if self._crop is not None:
            self._set_crop(replace(self._crop, x=round(self._crop.x + across), y=round(self._crop.y + down)))

    def _resized(self, factor: float) -> None:
        if self._crop is not None:
            self._set_crop(_scaled(self._crop, self._crop.h * factor))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if key == Qt.Key.Key_Space and self._crop is None:
            if not event.isAutoRepeat():
                self.take_wanted.emit()
        elif key in _ARROWS and self._crop is not None:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            step = max(1.0, self._crop.h * (FINE_STEP if fine else STEP))
            across, down = _ARROWS[Qt.Key(key)]
            self._moved(across * step, down * step)
        elif key in _SIZES and self._crop is not None:
            self._resized(_SIZES[Qt.Key(key)])
        elif text in (",", ".") and self._crop is not None:
            self.brighter.emit(1 if text == "." else -1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._crop is None:
            return
        at, crop = event.position(), self._on_screen(self._crop)
        corner = any((at - one).manhattanLength() < 2 * CORNER_PX for one in _corners(crop))
        if corner or crop.contains(at):
            self._grabbed = at, self._crop, corner

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            return
        start, was, corner = self._grabbed
        by = (event.position() - start) / self._scale()
        if corner:
            middle = self._on_screen(was).center()
            before, now = (_length(point - middle) for point in (start, event.position()))
            self._set_crop(_scaled(was, was.h * now / max(1.0, before)))
        else:
            self._set_crop(replace(was, x=round(was.x + by.x()), y=round(was.y + by.y())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._crop is None or event.angleDelta().y() == 0:
            event.ignore()
            return
        self._resized(LARGER if event.angleDelta().y() > 0 else 1 / LARGER)


def _guide_pens(found: bool) -> tuple[QPen, QPen]:
    """A line and its edge, seen on a white wall and on a dark one; unbroken once a face is where it belongs."""
    if found:
        return QPen(theme.current().qcolor("paper"), 6), QPen(theme.current().qcolor("accent"), 3)
    edge = theme.current().qcolor("shade")
    edge.setAlphaF(0.35)
    return QPen(edge, 4), QPen(theme.current().qcolor("paper"), 2, Qt.PenStyle.DashLine)


def _scaled(box: Box, height: float) -> Box:
    """A box of this height around the same middle; its width follows when it is fitted."""
    h = round(height)
    return Box(box.x, round(box.y + (box.h - h) / 2), box.w, h)


def _corners(rect: QRectF) -> tuple[QPointF, ...]:
    return rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight()


def _length(by: QPointF) -> float:
    return float((by.x() ** 2 + by.y() ** 2) ** 0.5)
