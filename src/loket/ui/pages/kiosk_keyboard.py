"""Keys on the screen, for visitors who have no other: letters, digits and the few signs that names need."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QPushButton, QSizePolicy, QWidget

from loket.ui import icons, theme
from loket.ui.texts import say
from loket.ui.widgets import LiveFrame

CONTEXT = "Kiosk"
ROWS = ("1234567890", "qwertyuiop", "asdfghjkl'", "zxcvbnm,.-")
LETTER_ROW = 1  # where the rows of letters begin; above stand the digits
DIGITS = ("123", "456", "789")
GAP_PX = 6
SHIFT, ERASE, SPACE, DONE = "shift", "erase", "space", "done"
_ICONS = {SHIFT: "arrow-big-up", ERASE: "backspace", DONE: "check"}
_KEYS = {ERASE: Qt.Key.Key_Backspace, SPACE: Qt.Key.Key_Space, DONE: Qt.Key.Key_Return}


class Keys(LiveFrame):
    """Buttons that press keys in whatever has the focus, as a real keyboard does. They never take it themselves.

    Signal `pressed(text)`: which one, for a screen that has no field.
    """

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys: dict[str, QPushButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)

    def add(self, name: str, row: int, column: int, *, across: int = 1, down: int = 1) -> QPushButton:
        button = QPushButton(name, self)
        button.setProperty("role", "letter")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        button.setAutoRepeat(name == ERASE)
        if name in _ICONS:
            button.setText("")
            icons.tint(button, _ICONS[name], "ink")
        button.clicked.connect(lambda: self.press(name))
        self._grid.addWidget(button, row, column, down, across)
        self.keys[name] = button
        return button

    def press(self, name: str) -> None:
        text = self.text_of(name)
        target = QApplication.focusWidget()
        if target is not None and target.window() is self.window():
            key = _KEYS.get(name, Qt.Key(ord(text.upper())) if text else Qt.Key.Key_unknown)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
        self.pressed.emit(name)

    def text_of(self, name: str) -> str:
        """What this key types."""
        if name == SPACE:
            return " "
        return "" if name in _KEYS else name

    def retranslate(self) -> None:
        words = {
            SHIFT: say(CONTEXT, "Huruf besar"),
            ERASE: say(CONTEXT, "Hapus"),
            SPACE: say(CONTEXT, "Spasi"),
            DONE: say(CONTEXT, "Lanjut"),
        }
        for name, button in self.keys.items():
            button.setAccessibleName(words.get(name, name))
            if name == SPACE:
                button.setText(words[SPACE])

    def restyle(self) -> None:
        self._grid.setSpacing(theme.current().px(GAP_PX))


class Keyboard(Keys):
    """The whole of it. A name's words begin with a capital by themselves; `capitals(False)` for passwords."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._capitals = True
        self._upper = False
        for row, letters in enumerate(ROWS):
            for column, letter in enumerate(letters):
                self.add(letter, row, 2 * column, across=2)
        self.add(SHIFT, len(ROWS), 0, across=3).setCheckable(True)
        self.add(SPACE, len(ROWS), 3, across=11)
        self.add(ERASE, len(ROWS), 14, across=3)
        self.add(DONE, len(ROWS), 17, across=3)
        self.restyle()
        self.retranslate()

    def capitals(self, wanted: bool) -> None:
        self._capitals = wanted
        self.begin_word("")

    def begin_word(self, before: str) -> None:
        """The field says `before` now: where a word begins, the next letter is a capital."""
        self._set_upper(self._capitals and (not before or before.endswith(" ")))

    def press(self, name: str) -> None:
        if name == SHIFT:
            self._set_upper(not self._upper)
            return
        super().press(name)
        if len(name) == 1 and not self._capitals:
            self._set_upper(False)

    def text_of(self, name: str) -> str:
        text = super().text_of(name)
        return text.upper() if self._upper else text

    def _set_upper(self, upper: bool) -> None:
        self._upper = upper
        self.keys[SHIFT].setChecked(upper)
        for letters in ROWS[LETTER_ROW:]:
            for letter in letters:
                self.keys[letter].setText(letter.upper() if upper else letter)


class NumberPad(Keys):
    """Digits, as on a telephone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for row, digits in enumerate(DIGITS):
            for column, digit in enumerate(digits):
                self.add(digit, row, column)
        self.add(ERASE, 3, 0)
        self.add("0", 3, 1)
        self.add(DONE, 3, 2)
        self.restyle()
        self.retranslate()
