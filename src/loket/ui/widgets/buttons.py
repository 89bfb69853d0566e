"""Buttons, the mode switch, and the picture of a key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from loket.ui import icons, theme
from loket.ui.widgets.base import LiveFrame, label

ICON_GAP = " "  # Qt leaves four pixels between drawing and word, which is too tight
_ICON_TOKENS = {"primary": "on-accent", "danger": "stop"}


class Button(QPushButton):
    """A button that a click does not focus (the scan box keeps it) but Tab does.

    `role`: primary, plain, quiet or danger; one primary button per page. `key` is its shortcut ("F12", "Ctrl+P") and
    is shown after the text.
    """

    def __init__(
        self, parent: QWidget | None = None, *, text: str = "", icon: str = "", role: str = "plain", key: str = ""
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._gap = ICON_GAP if icon else ""
        self.setProperty("role", role)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if icon:
            icons.tint(self, icon, _ICON_TOKENS.get(role, "ink-2"))
        if key:
            self.setShortcut(key)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        shown = f"{text}  {self._key}" if self._key else text
        self.setText(self._gap + shown.replace("&", "&&"))
        self.setAccessibleName(text)
        if self._key:
            self.setShortcut(self._key)  # setText drops it


class KeyHint(LiveFrame):
    """A key cap and what it does: [F12] minta persetujuan."""

    def __init__(self, parent: QWidget | None = None, *, key: str = "", text: str = "") -> None:
        super().__init__(parent)
        self._cap = label(key, "keycap", self)
        self._words = label(text, "secondary", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(8))
        row.addWidget(self._cap)
        row.addWidget(self._words)
        row.addStretch(1)
        self.set_key(key, text)

    def set_key(self, key: str, text: str = "") -> None:
        """Show another key; an empty key shows the text alone, both empty nothing."""
        self._cap.setText(key)
        self._cap.setVisible(bool(key))
        self._words.setText(text)
        self._words.setVisible(bool(text))
        self.setAccessibleName(f"{key} {text}".strip())

    def key(self) -> str:
        return self._cap.text()

    def text(self) -> str:
        return self._words.text()


class Segmented(LiveFrame):
    """A switch between a few modes side by side, also by arrow keys. Signal `changed(key)`: the operator chose."""

    changed = Signal(str)

    def __init__(
        self, parent: QWidget | None = None, *, options: Sequence[tuple[str, str, str]] = (), name: str = ""
    ) -> None:
        super().__init__(parent, role="inset")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(2)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str, str]]) -> None:
        """(key, text, icon or "") each; the choice stays if its key does, otherwise the first is chosen."""
        chosen = self.current()
        for old in self._buttons.values():
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.deleteLater()
        self._buttons = {key: self._add(key, text, icon) for key, text, icon in options}
        if self._buttons:
            self.set_current(chosen if chosen in self._buttons else next(iter(self._buttons)))
            self._tint()

    def set_current(self, key: str) -> None:
        """Choose without telling anybody. Raises KeyError for a key that is not offered."""
        if not self._buttons[key].isChecked():
            self._buttons[key].setChecked(True)
            self._tint()

    def current(self) -> str:
        """The chosen key, "" when there are no options."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def _add(self, key: str, text: str, icon: str) -> QPushButton:
        button = QPushButton((ICON_GAP if icon else "") + text.replace("&", "&&"), self)
        button.setCheckable(True)
        button.setProperty("role", "segment")
        button.setProperty("segmentIcon", icon)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._chosen(key))
        self._group.addButton(button)
        self._row.addWidget(button)
        return button

    def _chosen(self, key: str) -> None:
        self._tint()
        self.changed.emit(key)

    def _tint(self) -> None:
        for button in self._buttons.values():
            if icon := str(button.property("segmentIcon")):
                icons.tint(button, icon, "accent" if button.isChecked() else "ink-2")
