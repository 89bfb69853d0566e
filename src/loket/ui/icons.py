"""Icons: one set of line drawings (`resources/icons`, Tabler, MIT), tinted by token, cached, sharp on any screen."""

from functools import cache

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from loket.devices import resources
from loket.ui import theme

_ICON_PIXELS = (16, 20, 24, 32, 40, 48, 64)  # what buttons and lists ask for at 100 % to 200 %
_STROKE, _FINE = "2", "1.25"  # line widths on the drawings' own grid of 24
Tintable = QAbstractButton | QAction


@cache
def names() -> tuple[str, ...]:
    """All icons there are, sorted."""
    return tuple(sorted(file.stem for file in resources.path("icons").glob("*.svg")))


def icon(name: str, token: str = "ink-2") -> QIcon:
    """The icon in a theme colour, greyed when its control is disabled. Raises FileNotFoundError for an unknown name."""
    look = theme.current()
    return _icon(name, look.colour(token), look.colour("disabled"), look.colour("on-selection"))


def pixmap(name: str, token: str, size_px: int, dpr: float = 1.0, *, fine: bool = False) -> QPixmap:
    """The drawing at `size_px` logical pixels on a screen of this pixel ratio; `fine` for a large, quiet one."""
    drawn = _drawn(name, theme.current().colour(token), round(size_px * dpr), _FINE if fine else _STROKE)
    sharp = QPixmap(drawn)
    sharp.setDevicePixelRatio(dpr)
    return sharp


def tint(target: Tintable, name: str, token: str = "ink-2") -> None:
    """Give a button or action an icon that follows the theme. Calling again replaces it."""
    for old in target.findChildren(_Tint, options=Qt.FindChildOption.FindDirectChildrenOnly):
        old.forget()
    _Tint(target, name, token)


def dress(root: QWidget) -> None:
    """Tint all buttons under `root` that carry the property `iconName` (and `iconToken`), as drawn in Designer."""
    for button in root.findChildren(QAbstractButton):
        name = button.property("iconName")
        if name:
            tint(button, str(name), str(button.property("iconToken") or "ink-2"))


class _Tint(QObject):
    """Child of its target: renews the icon on each theme change, and dies with the target."""

    def __init__(self, target: Tintable, name: str, token: str) -> None:
        super().__init__(target)
        self._target, self._name, self._token = target, name, token
        theme.current().changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        self._target.setIcon(icon(self._name, self._token))

    def forget(self) -> None:
        theme.current().changed.disconnect(self.refresh)
        self.setParent(None)
        self.deleteLater()


@cache
def _icon(name: str, colour: str, disabled_colour: str, selected_colour: str) -> QIcon:
    made = QIcon()
    for pixels in _ICON_PIXELS:
        made.addPixmap(_drawn(name, colour, pixels), QIcon.Mode.Normal)
        made.addPixmap(_drawn(name, disabled_colour, pixels), QIcon.Mode.Disabled)
        made.addPixmap(_drawn(name, selected_colour, pixels), QIcon.Mode.Selected)
    return made


@cache
def _drawn(name: str, colour: str, pixels: int, stroke: str = _STROKE) -> QPixmap:
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _renderer(name, colour, stroke).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return picture


@cache
def _renderer(name: str, colour: str, stroke: str) -> QSvgRenderer:
    drawing = resources.path("icons", f"{name}.svg").read_bytes()
    drawing = drawing.replace(b"currentColor", colour.encode())
    return QSvgRenderer(QByteArray(drawing.replace(b'stroke-width="2"', f'stroke-width="{stroke}"'.encode())))
