"""The card as it will print, to work on: its picture, a frame around the chosen element, a handle to size it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from loket.ui import theme
from loket.ui.presenters.card_designer import FINE_MM, STEP_MM

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
EDGE, HANDLE = 12, 9  # pixels around the card; of the handle


class CardCanvas(QWidget):
    """Tells gestures in millimetres and changes nothing itself.

    Signals: `pressed(x, y)`, `moved(x, y, snap)` new top left of the chosen element, `sized(w, h)`, `released()`,
    `nudged(dx, dy)` by an arrow key, `delete_wanted()`, `resized()` when the picture needs another size.
    """

    pressed = Signal(float, float)
    moved = Signal(float, float, bool)
    sized = Signal(float, float)
    released = Signal()
    nudged = Signal(float, float)
    delete_wanted = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._card = (85.6, 54.0)
        self._box: QRectF | None = None  # of the chosen element, millimetres
        self._editable = False
        self._grip: QPointF | None = None  # where in the element the mouse holds it
        self._sizing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.current().changed.connect(self.update)

    def show_card(self, width_mm: float, height_mm: float, editable: bool) -> None:
        """Which card this is; `editable` decides whether gestures mean something."""
        self._card, self._editable = (width_mm, height_mm), editable
        self.update()

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def image(self) -> QImage | None:
        return self._image

    def show_box(self, box: tuple[float, float, float, float] | None) -> None:
        """The chosen element: x, y, width, height in millimetres."""
        self._box = QRectF(*box) if box else None
        self.update()

    def sizeHint(self) -> QSize:
        px = theme.current().px
        return QSize(px(640), px(420))

    def pixels_per_mm(self) -> float:
        room_w, room_h = self.width() - 2 * EDGE, self.height() - 2 * EDGE
        return max(1.0, min(room_w / self._card[0], room_h / self._card[1]))

    def card_on_screen(self) -> QRectF:
        scale = self.pixels_per_mm()
        wide, high = self._card[0] * scale, self._card[1] * scale
        return QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)

    def on_screen(self, box: QRectF) -> QRectF:
        card, scale = self.card_on_screen(), self.pixels_per_mm()
        return QRectF(card.x() + box.x() * scale, card.y() + box.y() * scale, box.width() * scale, box.height() * scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = theme.current().qcolor
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        card = self.card_on_screen()
        if self._image is not None:
            painter.drawImage(card, self._image)
        painter.setPen(QPen(colour("focus" if self.hasFocus() and self._editable else "line-strong"), 1))
        painter.drawRect(card)
        if self._box is not None:
            frame = self.on_screen(self._box)
            painter.setPen(QPen(colour("on-accent"), 3))
            painter.drawRect(frame)
            painter.setPen(QPen(colour("accent"), 1.5, Qt.PenStyle.DashLine))
            painter.drawRect(frame)
            if self._editable:
                painter.setPen(QPen(colour("on-accent"), 1))
                painter.setBrush(colour("accent"))
                painter.drawRect(self._handle())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._sizing = self._editable and self._box is not None and self._handle().contains(event.position())
        at = self._mm(event.position())
        if not self._sizing:
            self.pressed.emit(at.x(), at.y())
        self._grip = at - self._box.topLeft() if self._box is not None and self._editable else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None or self._box is None:
            return
        at = self._mm(event.position())
        if self._sizing:
            self.sized.emit(at.x() - self._box.x(), at.y() - self._box.y())
        else:
            snap = not event.modifiers() & Qt.KeyboardModifier.AltModifier
            self.moved.emit(at.x() - self._grip.x(), at.y() - self._grip.y(), snap)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip, self._sizing = None, False
        self.released.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow and self._editable:
            step = FINE_MM if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP_MM
            self.nudged.emit(arrow[0] * step, arrow[1] * step)
        elif event.key() == Qt.Key.Key_Delete and self._editable:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        self.resized.emit()

    def _handle(self) -> QRectF:
        assert self._box is not None
        corner = self.on_screen(self._box).bottomRight()
        return QRectF(corner.x() - HANDLE / 2, corner.y() - HANDLE / 2, HANDLE, HANDLE)

    def _mm(self, at: QPointF) -> QPointF:
        card, scale = self.card_on_screen(), self.pixels_per_mm()
        return QPointF((at.x() - card.x()) / scale, (at.y() - card.y()) / scale)
