"""Colours, sizes and type for the whole window, from `resources/theme`. The only way to a colour.

`install(app)` once at the start; `current()` anywhere after. Switching is live: `current().use(name="dark")` restyles
every open window and emits `changed`, on which custom-painted widgets read their colours again.
"""

import re
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from loket.devices import resources
from loket.ui import fonts

NAMES = ("light", "dark", "contrast")
SMALLEST, LARGEST = 0.75, 3.0  # of the scale factor
_PLACEHOLDER = re.compile(r"\{([a-z0-9:.-]+)\}")
_PIXELS = re.compile(r"([0-9.]+)px(?:-([0-9]+))?")  # the part after the minus is not scaled: a border's own width
_current: "Theme | None" = None


class Theme(QObject):
    """The look in force. Signal `changed()`: name, scale or motion was switched (GUI thread)."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._name = NAMES[0]
        self._scale = 1.0
        self._motion = True
        self._applied = False
        self._colours = load_tokens(self._name)
        self._images = TemporaryDirectory(
            prefix="loket-theme-"
        )  # tinted marks for the style sheet; it takes only files

    @property
    def name(self) -> str:
        return self._name

    @property
    def scale(self) -> float:
        return self._scale

    @property
    def motion(self) -> bool:
        """May things move (at most 120 ms)?"""
        return self._motion

    def colour(self, token: str) -> str:
        """The colour as "#RRGGBB". Raises KeyError for a token the theme does not have."""
        return self._colours[token]

    def qcolor(self, token: str) -> QColor:
        return QColor(self._colours[token])

    def px(self, pixels: float) -> int:
        """Logical pixels at the chosen scale, whole, at least 1 for anything drawn."""
        return max(1, round(pixels * self._scale)) if pixels > 0 else 0

    def points(self, size: float) -> float:
        return size * self._scale

    def use(self, name: str | None = None, scale: float | None = None, motion: bool | None = None) -> None:
        """Switch what is given, leave the rest. Raises ValueError for an unknown theme name."""
        if name is not None and name not in NAMES:
            raise ValueError(f"no theme named {name!r}; there are {', '.join(NAMES)}")
        wanted = (
            self._name if name is None else name,
            self._scale if scale is None else min(max(scale, SMALLEST), LARGEST),
            self._motion if motion is None else motion,
        )
        if self._applied and wanted == (self._name, self._scale, self._motion):
            return
        self._name, self._scale, self._motion = wanted
        self._apply()

    def _apply(self) -> None:
        self._colours = load_tokens(self._name)
        self._app.setPalette(self._palette())
        self._app.setFont(fonts.font(self.points(fonts.BASE_POINTS)))
        self._app.setStyleSheet(self.fill(resources.path("theme", "loket.qss").read_text(encoding="utf-8")))
        self._applied = True
        self.changed.emit()

    def fill(self, template: str) -> str:
        """Replace `{ink}`, `{8px}`, `{14px-1}`, `{22pt}` and `{icon:check:on-accent}` in a style sheet template."""
        return _PLACEHOLDER.sub(lambda match: self._value(match[1]), template)

    def _value(self, word: str) -> str:
        if word in self._colours:
            return self._colours[word]
        if word.startswith("icon:"):
            _, name, token = word.split(":")
            return self._image(name, token)
        if size := _PIXELS.fullmatch(word):
            return f"{self.px(float(size[1])) - int(size[2] or 0)}px"
        if word.endswith("pt"):
            return f"{self.points(float(word[:-2])):.2f}pt"
        raise KeyError(f"the style sheet asks for {word!r}, which no theme has")

    def _image(self, name: str, token: str) -> str:
        target = Path(self._images.name) / f"{self._name}-{name}-{token}.svg"
        if not target.exists():
            drawing = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
            target.write_text(drawing.replace("currentColor", self._colours[token]), encoding="utf-8")
        return target.as_posix()

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, token in _PALETTE.items():
            palette.setColor(role, self.qcolor(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.qcolor("disabled"))
        return palette


_PALETTE = {
    QPalette.ColorRole.Window: "surface",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface-2",
    QPalette.ColorRole.AlternateBase: "surface-3",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink-2",
    QPalette.ColorRole.Button: "surface-2",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on-accent",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "on-selection",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "surface-2",
    QPalette.ColorRole.Midlight: "surface-3",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line-strong",
    QPalette.ColorRole.Shadow: "line-strong",
}


def load_tokens(name: str) -> dict[str, str]:
    """The tokens of one theme file, by name."""
    with resources.path("theme", f"{name}.toml").open("rb") as file:
        return {str(token): str(colour) for token, colour in tomllib.load(file).items()}


def install(app: QApplication, name: str = "light", scale: float = 1.0, motion: bool = True) -> Theme:
    """Give the application its look; call again to change it. Unknown names raise ValueError."""
    global _current
    if _current is None:
        app.setStyle("Fusion")  # the same on every system; the style sheet does the rest
        _current = Theme(app)
    _current.use(name=name, scale=scale, motion=motion)
    return _current


def current() -> Theme:
    """The look in force; the light one when nobody has chosen yet. Raises RuntimeError without an application."""
    if _current is not None:
        return _current
    app = QCoreApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("create the QApplication before the first widget")
    return install(app)
