"""Parts of the treasurer's page: the steps of the money with one thing to do each, a month, and sums in a column."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from loket.ui import format as fmt
from loket.ui import icons, theme
from loket.ui.pages.settings_parts import Choice, Number
from loket.ui.presenters.treasury import Step, Sum
from loket.ui.texts import say
from loket.ui.texts_settings import MONTHS, word
from loket.ui.widgets import Button, HLine, IconLabel, LiveFrame, label, set_state

CONTEXT = "Treasury"
FIRST_YEAR, LAST_YEAR = 2000, 2199
FIGURE_ROWS, FIGURE_COLUMNS = 4, 3


class StepCard(LiveFrame):
    """One station of the money's way. Signal `pressed`: its button."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        px = theme.current().px
        self._title = label("", "heading", self, wrap=True)
        self._number = label("", "number", self)
        self._detail = label("", "secondary", self, wrap=True)
        self._sign = IconLabel(self, size=18)
        self._warning = label("", "body", self, wrap=True)
        self.button = Button(self)
        self.button.clicked.connect(self.pressed)
        urgent = QHBoxLayout()
        urgent.setSpacing(px(6))
        urgent.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        urgent.addWidget(self._warning, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(4))
        for widget in (self._title, self._number, self._detail):
            column.addWidget(widget)
        column.addLayout(urgent)
        column.addStretch(1)
        column.addSpacing(px(4))
        column.addWidget(self.button)
        for text in (self._title, self._detail, self._warning):
            text.setMinimumWidth(1)

    def show_step(self, step: Step) -> None:
        self._title.setText(step.title)
        self._number.setText(step.number)
        self._detail.setText(step.detail)
        self._detail.setVisible(bool(step.detail))
        self._warning.setText(step.warning)
        urgent = step.tone == "stop" and bool(step.warning)
        set_state(self._warning, tone=step.tone, role="heading" if urgent else "body")
        set_state(self._number, tone="stop" if urgent else "")
        self._warning.setVisible(bool(step.warning))
        self._sign.setVisible(bool(step.warning and step.icon))
        if step.icon:
            self._sign.set(step.icon, step.tone)
        self.button.setVisible(bool(step.action))
        self.button.set_text(step.action)
        set_state(self.button, role="primary" if step.primary else "plain")
        told = (step.title, step.number, step.detail, step.warning)
        self.setAccessibleName(". ".join(part for part in told if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the button, which Qt leaves to dialogs."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.button.hasFocus() and self.button.isEnabled():
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def is_primary(self) -> bool:
        """Is this the one thing to do now?"""
        return self.button.isVisible() and self.button.property("role") == "primary"

    def set_enabled(self, enabled: bool) -> None:
        self.button.setEnabled(enabled)


class Period(QWidget):
    """A month of a year, with an arrow to each side. Signal `changed`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.current().px
        self.month, self.year = Choice(self), Number(self, least=FIRST_YEAR, most=LAST_YEAR)
        self.year.setGroupSeparatorShown(False)
        self.earlier, self.later = Button(self, role="bare"), Button(self, role="bare")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        for widget in (self.earlier, self.month, self.year, self.later):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._whole_year = False
        for button, name in ((self.earlier, "chevron-left"), (self.later, "chevron-right")):
            icons.tint(button, name)
        self.earlier.clicked.connect(lambda: self._step(-1))
        self.later.clicked.connect(lambda: self._step(1))
        self.month.changed.connect(self.changed)
        self.year.changed.connect(self.changed)
        self.setFocusProxy(self.month)
        self.retranslate()

    def show_month(self, on: date) -> None:
        """The month of this day, without telling anybody."""
        self.month.set_value(on.month)
        self.year.set_value(on.year)

    def set_whole_year(self, whole: bool) -> None:
        """Only the year is asked for."""
        self._whole_year = whole
        self.month.setVisible(not whole)

    def first(self) -> date:
        return date(self.year.value(), 1 if self._whole_year else self.month.value(), 1)

    def last(self) -> date:
        year, month = self.year.value(), 12 if self._whole_year else self.month.value()
        return date(year, month, monthrange(year, month)[1])

    def words(self) -> str:
        """ "November 2026", or the year alone."""
        year = str(self.year.value())
        return year if self._whole_year else f"{word(MONTHS[self.month.value() - 1])} {year}"

    def retranslate(self) -> None:
        self.month.set_choices((number, word(name)) for number, name in enumerate(MONTHS, start=1))
        for widget, text in (
            (self.month, say(CONTEXT, "Bulan")),
            (self.year, say(CONTEXT, "Tahun")),
            (self.earlier, say(CONTEXT, "Sebelumnya")),
            (self.later, say(CONTEXT, "Berikutnya")),
        ):
            widget.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _step(self, by: int) -> None:
        if self._whole_year:
            self.year.set_value(self.year.value() + by)
        else:
            months = self.year.value() * 12 + self.month.value() - 1 + by
            self.year.set_value(months // 12)
            self.month.set_value(months % 12 + 1)
        self.changed.emit()


class MoneyChain(LiveFrame):
    """How one amount becomes another, line by line, as one adds it up on paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        px = theme.current().px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(18), px(12), px(18), px(14))
        self._column.setSpacing(0)
        self._shown: QWidget | None = None

    def show_sums(self, sums: Sequence[Sum]) -> None:
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = _sums(self, sums)
        self._column.addWidget(self._shown)
        self._shown.show()
        self.setAccessibleName(". ".join(f"{line.words}: {fmt.rupiah(line.amount_rp)}" for line in sums))


def _sums(parent: QWidget, sums: Sequence[Sum]) -> QWidget:
    px = theme.current().px
    table = QWidget(parent)
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(16))
    grid.setVerticalSpacing(px(3))
    grid.setColumnStretch(0, 1)
    row = 0
    for line in sums:
        if line.result:
            grid.addWidget(HLine(table), row, 1)
            row += 1
        words = label(line.words, "heading" if line.result else "body", table)
        amount = label(fmt.rupiah(line.amount_rp), "heading" if line.result else "body", table)
        amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        set_state(amount, tone=line.tone)
        grid.addWidget(words, row, 0)
        grid.addWidget(amount, row, 1)
        row += 1
        if line.note:
            grid.addWidget(label(line.note, "caption", table), row, 0, 1, 2)
            row += 1
        if line.result:
            grid.setRowMinimumHeight(row, px(8))
            row += 1
    return table


class ClosingLines(QWidget):
    """The last lines of a book, side by side: sums and balances, large enough to be read out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.current().px(28))
        self._shown: list[QWidget] = []

    def show_sums(self, sums: Sequence[Sum]) -> None:
        for old in self._shown:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        while self._row.count():
            self._row.takeAt(0)
        self._shown = [self._part(line) for line in sums]
        self._row.addStretch(1)
        for part in self._shown:
            self._row.addWidget(part)
            part.show()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, theme.current().px(46)))

    def texts(self) -> list[str]:
        """Every line as it reads, for a screen reader and for tests."""
        return [part.accessibleName() for part in self._shown]

    def _part(self, line: Sum) -> QWidget:
        part = QWidget(self)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        amount = label(fmt.rupiah(line.amount_rp), "lead" if not line.result else "title", part)
        words = label(line.words, "caption", part)
        for text in (words, amount):
            text.setAlignment(Qt.AlignmentFlag.AlignRight)
            column.addWidget(text)
        set_state(amount, tone=line.tone)
        part.setAccessibleName(f"{line.words}: {fmt.rupiah(line.amount_rp)}")
        return part


class Figures(QWidget):
    """The closing figures of a book, in columns of a few lines each, words at the left and rupiah at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None
        self._told: list[str] = []

    def show_sums(self, sums: Sequence[Sum]) -> None:
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._told = [f"{line.words}: {fmt.rupiah(line.amount_rp)}" for line in sums]
        self._shown = QWidget(self)
        grid = QGridLayout(self._shown)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.current().px(14))
        grid.setVerticalSpacing(theme.current().px(2))
        rows = max(FIGURE_ROWS, ceil(len(sums) / FIGURE_COLUMNS))
        for number, line in enumerate(sums):
            self._add(grid, line, number % rows, number // rows * 3)
        for block in range((len(sums) - 1) // rows):
            grid.setColumnMinimumWidth(block * 3 + 2, theme.current().px(24))
        grid.setColumnStretch(grid.columnCount(), 1)
        self._column.addWidget(self._shown)
        self._shown.show()

    def texts(self) -> list[str]:
        """Every line as it reads, for a screen reader and for tests."""
        return list(self._told)

    def _add(self, grid: QGridLayout, line: Sum, row: int, column: int) -> None:
        role = "heading" if line.result else "body"
        words, amount = label(line.words, role, self._shown), label(fmt.rupiah(line.amount_rp), role, self._shown)
        amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(words, row, column)
        grid.addWidget(amount, row, column + 1)
