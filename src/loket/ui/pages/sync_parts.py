"""Parts of the sync page: what is known, line by line, and the tools with a sentence to each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from loket.ui import theme
from loket.ui.widgets import Button, LiveFrame, label

LABEL_PX = 200


class Facts(LiveFrame):
    """Name and value, one below the other; a value without anything to say is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(20, 0, 20, 0)
        self._grid.setVerticalSpacing(6)
        self._grid.setHorizontalSpacing(16)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[QWidget, QWidget]] = []
        self.restyle()

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        shown = [(name, value) for name, value in facts if value]
        while len(self._lines) < len(shown):
            self._add()
        for number, (name, value) in enumerate(self._lines):
            there = number < len(shown)
            name.setVisible(there)
            value.setVisible(there)
            if there:
                name.setText(shown[number][0])  # type: ignore[attr-defined]
                value.setText(shown[number][1])  # type: ignore[attr-defined]

    def text_of(self, name: str) -> str:
        """The value beside a name, "" where there is none."""
        return next(
            (value.text() for shown, value in self._lines if shown.text() == name and not value.isHidden()),  # type: ignore[attr-defined]
            "",
        )

    def restyle(self) -> None:
        self._grid.setColumnMinimumWidth(0, theme.current().px(LABEL_PX))

    def _add(self) -> None:
        name, value = label("", "secondary", self), label("", "body", self, wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = len(self._lines)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)
        self._lines.append((name, value))


class Tools(LiveFrame):
    """Buttons that are seldom needed, each with a sentence that says when."""

    NAMES = (("save", "upload"), ("read", "download"), ("check", "search"), ("anew", "key"))

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 0, 20, 0)
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        self.buttons: dict[str, Button] = {}
        self._words = {}
        for row, (name, icon) in enumerate(self.NAMES):
            button, words = Button(self, icon=icon), label("", "secondary", self, wrap=True)
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            grid.addWidget(button, row, 0)
            grid.addWidget(words, row, 1)
            self.buttons[name], self._words[name] = button, words

    def set_words(self, name: str, text: str, about: str) -> None:
        self.buttons[name].set_text(text)
        self._words[name].setText(about)
        self.buttons[name].setAccessibleDescription(about)

    def set_enabled(self, enabled: bool) -> None:
        for button in self.buttons.values():
            button.setEnabled(enabled)
