"""The choice of a period: one of a kind with an arrow to each side, or any two days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from loket.domain.periods import Period, PeriodKind, period_of
from loket.ui import icons, theme
from loket.ui.pages.settings_parts import Choice, Day
from loket.ui.texts import say
from loket.ui.texts_recap import CONTEXT, KINDS, period_text
from loket.ui.widgets import Button, label

DAY_PX, WORDS_PX, KIND_SIGNS = 136, 150, 7
FIRST_DAY = date(2000, 1, 1)


class PeriodChooser(QWidget):
    """A day, week, month, quarter, semester or year with an arrow to each side, or any two days. Signal `changed`.

    Attributes:
        kinds: those that are offered. period: what is chosen. stops: what Tab walks through, in order.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.current().px
        self.kinds = tuple(PeriodKind)
        self.period = period_of(self.kinds[0], FIRST_DAY)  # until the section says what day it is
        self.kind = Choice(self)
        self.kind.setMinimumContentsLength(KIND_SIGNS)
        self.earlier, self.later = Button(self, role="bare"), Button(self, role="bare")
        self.words = label("", "heading", self)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setMinimumWidth(px(WORDS_PX))
        self.first, self.last = Day(self), Day(self)
        self._to = label("", "body", self)
        self.stops: tuple[QWidget, ...] = (self.kind, self.earlier, self.first, self.last, self.later)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        for widget in (self.kind, self.earlier, self.words, self.first, self._to, self.last, self.later):
            row.addWidget(widget)
        for day in (self.first, self.last):
            day.setFixedWidth(px(DAY_PX))
            day.dateChanged.connect(self._days_chosen)
        for button, name in ((self.earlier, "chevron-left"), (self.later, "chevron-right")):
            icons.tint(button, name)
        self.kind.changed.connect(self._kind_chosen)
        self.earlier.clicked.connect(lambda: self.step(-1))
        self.later.clicked.connect(lambda: self.step(1))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.kind)
        self.retranslate()

    def offer(self, kinds: Iterable[PeriodKind]) -> None:
        """Only periods of these kinds. Of one kind there is nothing to choose: the arrows remain."""
        self.kinds = tuple(kinds)
        self.kind.setVisible(len(self.kinds) > 1)
        self.setFocusProxy(self.kind if len(self.kinds) > 1 else self.later)
        self.retranslate()
        if self.period.kind not in self.kinds:
            self.show_period(period_of(self.kinds[0], self.period.last))

    def show_period(self, period: Period) -> None:
        """Without telling anybody."""
        self.period = period
        self.kind.set_value(period.kind)
        dated = period.kind in (PeriodKind.DAY, PeriodKind.RANGE)
        self.words.setText(period_text(period))
        free = period.kind is PeriodKind.RANGE
        wanted = {self.words: not dated, self.first: dated, self._to: free, self.last: free}
        for widget in sorted(wanted, key=lambda one: wanted[one]):  # what goes, goes first: else the window widens
            widget.setVisible(wanted[widget])
        for day, on in ((self.first, period.first), (self.last, period.last)):
            with QSignalBlocker(day):
                day.set_day(on)
        with QSignalBlocker(self.last):
            self.last.setMinimumDate(QDate(period.first.year, period.first.month, period.first.day))

    def step(self, by: int) -> None:
        """So many periods on, as the arrows do."""
        self._show_and_tell(self.period.stepped(by))

    def retranslate(self) -> None:
        self.kind.set_choices((kind, say(CONTEXT, KINDS[kind])) for kind in self.kinds)
        self._to.setText(say(CONTEXT, "s.d."))
        for widget, text in (
            (self.kind, say(CONTEXT, "Masa laporan")),
            (self.earlier, say(CONTEXT, "Masa sebelumnya")),
            (self.later, say(CONTEXT, "Masa berikutnya")),
            (self.first, say(CONTEXT, "Hari pertama")),
            (self.last, say(CONTEXT, "Hari terakhir")),
        ):
            widget.setAccessibleName(text)
        self.show_period(self.period)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _kind_chosen(self) -> None:
        """The period of that kind with the same end; free days begin as the period that was shown."""
        kind = self.kind.value()
        if kind is PeriodKind.RANGE:
            self._show_and_tell(Period(kind, self.period.first, self.period.last))
        else:
            self._show_and_tell(period_of(kind, self.period.last))

    def _days_chosen(self) -> None:
        first, last = self.first.day(), self.last.day()
        if self.period.kind is PeriodKind.DAY:
            last = first
        self._show_and_tell(Period(self.period.kind, first, max(first, last)))

    def _show_and_tell(self, period: Period) -> None:
        self.show_period(period)
        self.changed.emit()
