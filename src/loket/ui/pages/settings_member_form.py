"""Editors of the rules for members: which fields the form has, the notice, and other rules that are plain text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from loket.domain.member_form import FIELDS, Mode, modes, overrides
from loket.ui.pages.settings_parts import Choice
from loket.ui.texts_members import GROUPS, LABELS, word
from loket.ui.texts_registration import mode_word
from loket.ui.widgets import label

NOTICE_LINES = 8


class FormFields(QWidget):
    """Each field of the member form with what the library does with it. Signal `changed`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self._labels = {}
        self.choices: dict[str, Choice] = {}
        for row, field in enumerate(FIELDS):
            choice = self.choices[field.key] = Choice(self)
            choice.changed.connect(self.changed)
            choice.setMinimumContentsLength(16)
            named = self._labels[field.key] = label("", "body", self)
            named.setBuddy(choice)
            grid.addWidget(named, row, 0)
            grid.addWidget(choice, row, 1)
        self.setFocusProxy(next(iter(self.choices.values())))
        self.retranslate()
        self.set_value(())

    def value(self) -> tuple[str, ...]:
        """What differs from the shipped form, as the setting keeps it."""
        return overrides({key: choice.value() for key, choice in self.choices.items()})

    def set_value(self, texts: Sequence[str]) -> None:
        """Show what applies without telling anybody."""
        for key, mode in modes(texts).items():
            self.choices[key].set_value(mode)

    def retranslate(self) -> None:
        offered = [(mode, mode_word(mode)) for mode in Mode]
        for key, choice in self.choices.items():
            name = word(GROUPS, "now") if key == "address_now" else word(LABELS, key)
            self._labels[key].setText(name)
            choice.setAccessibleName(name)
            choice.set_choices(offered)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class Paragraph(QPlainTextEdit):
    """A few lines of text. Tab goes on to the next field. Signal `changed`: the operator wrote."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * NOTICE_LINES + 2 * self.frameWidth() + 8)
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        return self.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Show a text without telling anybody."""
        blocked = self.blockSignals(True)
        self.setPlainText(value)
        self.blockSignals(blocked)
