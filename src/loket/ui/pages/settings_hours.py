"""Editors of hours: one moment of the day, and when the library is open on each weekday."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from loket.domain.opening import tidied_clock, tidied_hours
from loket.ui import theme
from loket.ui.pages.settings_parts import Line
from loket.ui.texts import say
from loket.ui.texts_settings import CONTEXT, weekday_word
from loket.ui.widgets import Button, label

HOURS_PX = 208
WORKDAYS = range(5)


class Clock(Line):
    """A moment of the day, taken however it is typed: "21.30" is "21:30"."""

    def value(self) -> str:
        return tidied_clock(self.text())


class OpeningHours(QWidget):
    """Hours of the seven weekdays, Monday first; an empty one is closed, or not said. Signal `changed`.

    A button gives Tuesday to Friday the hours of Monday.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = [Line(self) for _ in range(7)]
        self._names = [label("", "body", self) for _ in range(7)]
        self.same = Button(self, role="quiet", icon="copy")
        self.same.clicked.connect(self._copy_monday)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for day, line in enumerate(self.lines):
            line.changed.connect(self.changed)
            line.setFixedWidth(theme.current().px(HOURS_PX))
            self._names[day].setBuddy(line)
            grid.addWidget(self._names[day], day, 0)
            grid.addWidget(line, day, 1)
        grid.addWidget(self.same, 0, 2)
        self.setFocusProxy(self.lines[0])
        self.retranslate()

    def value(self) -> tuple[str, ...]:
        return tuple(tidied_hours(line.text()) for line in self.lines)

    def set_value(self, hours: Sequence[str]) -> None:
        for line, text in zip(self.lines, hours, strict=True):
            line.setText(text)

    def retranslate(self) -> None:
        self.same.set_text(say(CONTEXT, "Sama sampai Jumat"))
        for day, line in enumerate(self.lines):
            self._names[day].setText(weekday_word(day))
            line.setAccessibleName(weekday_word(day))
            line.setPlaceholderText("08:00-15:30" if day == 0 else "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _copy_monday(self) -> None:
        for day in WORKDAYS:
            self.lines[day].setText(tidied_hours(self.lines[0].text()))
        self.changed.emit()
