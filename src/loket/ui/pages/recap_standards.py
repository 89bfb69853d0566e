"""Standar Layanan: how long each service takes at this counter, against what the procedure allows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from loket.domain.periods import PeriodKind, period_of
from loket.domain.standards import ActionTimes, Summary, Timed
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.issuing import ask_file, write_paper
from loket.ui.pages.period_chooser import PeriodChooser
from loket.ui.pages.recap_parts import RecapSection
from loket.ui.pages.recap_standards_parts import TimesBar, WeekField
from loket.ui.presenters.standards import Measured, StandardsPresenter
from loket.ui.shell import Shell
from loket.ui.standards_papers import standards_paper
from loket.ui.tables import Column, PagedTableModel
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say
from loket.ui.texts_recap import period_text
from loket.ui.texts_standards import (
    ACTION_SPANS,
    CONTEXT,
    NOTHING,
    action_name,
    advice_words,
    cell_words,
    change_words,
    clock_text,
    count_text,
    headline,
    keeps_sign,
    left_out_words,
    length_text,
    median_text,
    moment_words,
    no_advice_words,
    p90_text,
    short_standard,
    standard_text,
    within_text,
)
from loket.ui.widgets import Busy, Button, Card, ElidedLabel, IconLabel, Segmented, Table, label

R = TypeVar("R")
HOURS, DAYS, LONGEST, ADVICE = "hours", "days", "longest", "advice"
VIEWS = (HOURS, DAYS, LONGEST, ADVICE)
BAR_COLUMN, SHOWN_LONGEST, ADVISED = 6, 50, 8
Day = tuple[date, Summary]


class StandardsSection(RecapSection):
    """The actions as bars at the left, the chosen one by hour, day and its longest at the right."""

    TITLE = QT_TRANSLATE_NOOP("Recap", "Standar Layanan")
    ICON = "clock"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.presenter = StandardsPresenter(shell.desk, shell.jobs, self)
        self.ask_name: Callable[[str, str], Path | None] = self._ask_name
        self._actions: list[ActionTimes] = []
        self._days: list[Day] = []
        self._advised = 0  # hours that need hands
        self._longest: list[Timed] = []
        self._action_model: PagedTableModel[int, ActionTimes] = _model(_action_columns(), lambda: self._actions)
        self._day_model: PagedTableModel[int, Day] = _model(_day_columns(), lambda: self._days)
        self._longest_model: PagedTableModel[int, Timed] = _model(self._longest_columns(), lambda: self._longest)
        self._make()
        self._lay_out()
        self._wire()
        self.retranslate()

    # ---- gestures --------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        self.presenter.read(self.period.period)
        if self.focusWidget() is None:
            self.services.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_to(self, view: str) -> None:
        self.views.set_current(view)
        self.stack.setCurrentIndex(VIEWS.index(view))

    def save(self, ending: str) -> None:
        """The report of what is on the screen, as "pdf" or "xlsx"."""
        measured = self.presenter.measured
        if measured is None:
            return
        title = f"{say(CONTEXT, 'Standar layanan')} {self.shell.desk.station.code} {period_text(measured.period)}"
        path = self.ask_name(title, ending)
        if path is not None:
            self.read(lambda: write_paper(path, standards_paper(self.shell, measured, ending)), self.saved.emit)

    # ---- what the presenter shows ----------------------------------------------------------------------------------

    def show_progress(self, done: int, total: int) -> None:
        if not self.busy.isVisible():
            self.busy.begin(say(CONTEXT, "Mengukur waktu layanan …"))
        self.busy.report(done, total)

    def show_stopped(self) -> None:
        self.busy.finish()

    def show_problem(self, error: Exception) -> None:
        self.busy.finish()
        self.fail(error)

    def show_measured(self, measured: Measured) -> None:
        self.busy.finish()
        self._actions = list(measured.actions)
        longest = (max(one.times.p90_ms, one.times.standard_ms or 0) for one in self._actions)
        self._bars.most_ms = max(longest, default=1)
        self._action_model.set_ids(range(len(self._actions)))
        figure, words = headline(measured)
        self.figure.setText(figure)
        self.figure_words.setText(words)
        self.left_out.setText(left_out_words(measured.study))
        advised = measured.study.advice()[:ADVISED]
        self.advice.setText("\n".join(map(advice_words, advised)) or no_advice_words())
        if len(advised) != self._advised:
            self._name_views(len(advised))
        self.advice_sign.set("users" if advised else "info-circle", "warn" if advised else "ink-2")
        for widget in (self.pdf, self.xlsx):
            widget.setEnabled(bool(measured.actions))
        for words_of in (self.figure, self.figure_words, self.legend):
            words_of.setVisible(bool(measured.actions))

    def show_action(self, measured: Measured, action: str) -> None:
        self.detail.setVisible(bool(action))
        if not action:
            return
        row = next(number for number, one in enumerate(self._actions) if one.action == action)
        self.services.select_row(row)
        self.name.setText(action_name(action))
        self.span.setText(say(CONTEXT, "Diukur dari {span}.", span=say(CONTEXT, ACTION_SPANS[action])))
        times = self._actions[row].times
        self.change.setText(change_words(times, measured.before(action)))
        self.change.setVisible(bool(self.change.text()))
        cells = measured.study.weekdays(action)
        self.field.show_cells(cells)
        self.cell.setText(say(CONTEXT, "Median setiap jam, menit:detik. Arsir: kurang dari 90% dalam standar."))
        self._days = list(reversed(measured.study.trend(action).items()))
        self._longest = list(measured.study.longest(SHOWN_LONGEST, action))
        self._day_model.set_ids(range(len(self._days)))
        self._longest_model.set_ids(range(len(self._longest)))

    # ---- words -----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.pdf.set_text(say(CONTEXT, "Simpan PDF …"))
        self.xlsx.set_text(say(CONTEXT, "Simpan XLSX …"))
        self.where.setText(self.shell.desk.station.name)
        self.services.setAccessibleName(say(CONTEXT, "Layanan dan waktunya"))
        self.services.set_empty(
            "clock",
            say(CONTEXT, "Belum ada layanan terukur pada masa ini. Waktu diukur sendiri begitu loket melayani."),
        )
        self.days.setAccessibleName(say(CONTEXT, "Per hari"))
        self.longest.setAccessibleName(say(CONTEXT, "Terlama"))
        self.longest.set_empty("clock", say(CONTEXT, "Tidak ada waktu yang terukur."))
        self.days.set_empty("clock", say(CONTEXT, "Tidak ada waktu yang terukur."))
        self.field.setAccessibleName(say(CONTEXT, "Median menurut hari dan jam"))
        self.legend.setText(
            say(
                CONTEXT, "Dalam menit:detik. Batang: P90, di dalamnya median; garis tegak: standar; arsir: melewatinya."
            )
        )
        self._name_views(self._advised)
        for model in (self._action_model, self._day_model, self._longest_model):
            model.retranslate()
        measured = self.presenter.measured
        if measured is not None:
            self.show_measured(measured)
            self.show_action(measured, self.presenter.action)

    def _name_views(self, advised: int) -> None:
        """The views; busy hours with how many there are."""
        self._advised, busy = advised, say(CONTEXT, "Jam sibuk")
        self.views.set_options(
            [
                (HOURS, say(CONTEXT, "Per jam"), ""),
                (DAYS, say(CONTEXT, "Per hari"), ""),
                (LONGEST, say(CONTEXT, "Terlama"), ""),
                (ADVICE, f"{busy}  {count_text(advised)}" if advised else busy, ""),
            ]
        )

    # ---- how it is built -------------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.period = PeriodChooser(self)
        self.period.show_period(period_of(PeriodKind.MONTH, self.shell.desk.today()))
        self.where = ElidedLabel(self, role="secondary")
        self.pdf, self.xlsx = Button(self, icon="download"), Button(self, icon="download", role="quiet")
        self.busy = Busy(self)
        self.figure, self.figure_words = label(NOTHING, "number", self), label("", "secondary", self)
        self.left_out = ElidedLabel(self, role="caption")
        self.services, self.legend = Table(self), label("", "caption", self)
        self._bars = TimesBar(self.services)
        self.detail = Card(self)
        self.detail.hide()
        self.name, self.span = label("", "title", self), label("", "secondary", self)
        self.change, self.cell = label("", "body", self), label("", "caption", self)
        self.views, self.stack = Segmented(self), QStackedWidget(self)
        self.field, self.days, self.longest = WeekField(self), Table(self), Table(self)
        self.advice, self.advice_sign = label("", "body", self), IconLabel(self, size=20)
        for words in (self.legend, self.span, self.change, self.cell, self.advice):
            words.setWordWrap(True)
        for table, model in (
            (self.services, self._action_model),
            (self.days, self._day_model),
            (self.longest, self._longest_model),
        ):
            table.show_model(model)
        self.services.setItemDelegateForColumn(BAR_COLUMN, self._bars)
        for button in (self.pdf, self.xlsx):
            button.setEnabled(False)

    def _lay_out(self) -> None:
        outer = _column(self, 10)
        asked = _row(12)
        asked.addWidget(self.period)
        asked.addWidget(self.where, 1)
        asked.addWidget(self.xlsx)
        asked.addWidget(self.pdf)
        summary = _row(10)
        summary.addWidget(self.figure)
        summary.addWidget(self.figure_words)
        summary.addStretch(1)
        summary.addWidget(self.left_out, 2)
        halves = _row(16)
        left = QVBoxLayout()
        left.setSpacing(theme.current().px(6))
        left.addWidget(self.services, 1)
        left.addWidget(self.legend)
        halves.addLayout(left, 10)
        halves.addWidget(self.detail, 6)
        outer.addLayout(asked)
        outer.addWidget(self.busy)
        outer.addLayout(summary)
        outer.addLayout(halves, 1)
        self._lay_out_detail()

    def _lay_out_detail(self) -> None:
        px = theme.current().px
        column = QVBoxLayout(self.detail)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        for widget in (self.name, self.span, self.change):
            column.addWidget(widget)
        column.addWidget(self.views, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.stack, 1)
        hours, advised = QWidget(), QWidget()
        inner = _column(hours, 8)
        inner.addWidget(self.field)
        inner.addWidget(self.cell)
        inner.addStretch(1)
        said = _row(10)
        said.addWidget(self.advice_sign, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.advice, 1)
        around = _column(advised, 8)
        around.addLayout(said)
        around.addStretch(1)
        for page in (_scrolled(hours), self.days, self.longest, advised):
            self.stack.addWidget(page)

    def _wire(self) -> None:
        self.period.changed.connect(lambda: self.presenter.read(self.period.period))
        self.busy.cancelled.connect(self.presenter.stop)
        self.views.changed.connect(self.turn_to)
        self.services.picked_row.connect(self._picked)
        self.field.picked.connect(self._cell_picked)
        self.pdf.clicked.connect(lambda: self.save("pdf"))
        self.xlsx.clicked.connect(lambda: self.save("xlsx"))

    def _picked(self, row: int) -> None:
        if 0 <= row < len(self._actions):
            self.presenter.choose(self._actions[row].action)

    def _cell_picked(self, weekday: int, hour: int) -> None:
        measured = self.presenter.measured
        if measured is not None:
            times = measured.study.weekdays(self.presenter.action)[weekday, hour]
            self.cell.setText(cell_words(weekday, hour, times))

    def _longest_columns(self) -> Sequence[Column[Timed]]:
        def share(one: Timed) -> str:
            standard_ms = self.presenter.measured.study.standard_ms(one.action) if self.presenter.measured else None
            if not standard_ms:
                return NOTHING
            tenths = one.took_ms * 10 // standard_ms
            mark = "," if language() == "id" else "."
            return say(CONTEXT, "{times} kali", times=f"{tenths // 10}{mark}{tenths % 10}")

        return (
            Column(lambda: say(CONTEXT, "Mulai"), lambda one: moment_words(one.began), stretch=True),
            Column(lambda: say(CONTEXT, "Lama"), lambda one: length_text(one.took_ms), "right", 120, strong=True),
            Column(lambda: say(CONTEXT, "Dari standar"), share, "right", 110),
        )

    def _ask_name(self, name: str, ending: str) -> Path | None:
        return ask_file(self, say(CONTEXT, "Simpan berkas"), name, ending)


def _action_columns() -> Sequence[Column[ActionTimes]]:
    return (
        Column(lambda: say(CONTEXT, "Layanan"), lambda one: action_name(one.action), width_px=190, strong=True,
               icon=lambda one: keeps_sign(one.times), tooltip=lambda one: action_name(one.action)),
        Column(lambda: say(CONTEXT, "Jumlah"), lambda one: count_text(one.times.count), "right", 72),
        Column(lambda: say(CONTEXT, "Median"), lambda one: clock_text(one.times, one.times.median_ms), "right", 70,
               tooltip=lambda one: median_text(one.times)),
        Column(lambda: say(CONTEXT, "P90"), lambda one: clock_text(one.times, one.times.p90_ms), "right", 58,
               tooltip=lambda one: p90_text(one.times)),
        Column(lambda: say(CONTEXT, "Standar"), lambda one: short_standard(one.times), "right", 86,
               tooltip=lambda one: standard_text(one.times)),
        Column(lambda: say(CONTEXT, "Sesuai"), lambda one: within_text(one.times), "right", 76),
        Column(lambda: "", lambda one: "", stretch=True),
    )  # fmt: skip


def _day_columns() -> Sequence[Column[Day]]:
    return (
        Column(lambda: say(CONTEXT, "Tanggal"), lambda one: fmt.day(one[0], language()), stretch=True),
        Column(lambda: say(CONTEXT, "Jumlah"), lambda one: count_text(one[1].count), "right", 70),
        Column(lambda: say(CONTEXT, "Median"), lambda one: clock_text(one[1], one[1].median_ms), "right", 76,
               strong=True, tooltip=lambda one: median_text(one[1])),
        Column(lambda: say(CONTEXT, "P90"), lambda one: clock_text(one[1], one[1].p90_ms), "right", 70,
               tooltip=lambda one: p90_text(one[1])),
        Column(lambda: say(CONTEXT, "Sesuai"), lambda one: within_text(one[1]), "right", 76),
    )  # fmt: skip


def _model(columns: Sequence[Column[R]], rows: Callable[[], Sequence[R]]) -> PagedTableModel[int, R]:
    def fetch(keys: Sequence[int]) -> Mapping[int, R]:
        return {key: rows()[key] for key in keys if key < len(rows())}

    return PagedTableModel(columns, fetch)


def _row(spacing_px: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.current().px(spacing_px))
    return row


def _column(widget: QWidget, spacing_px: int) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.current().px(spacing_px))
    return column


def _scrolled(view: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(view)
    for ground in (area.viewport(), view):  # it lies on a card
        ground.setAutoFillBackground(False)
    return area
