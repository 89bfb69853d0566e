"""The report on the screen without its window: which period is asked, its figures as plots, the rows behind a bar.

Knows no Qt. An answer that a later question overtook is dropped; a long one can be stopped.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.domain.periods import Period
from loket.domain.recap import TABLES, Figures, N, Section, Table, Unit, added
from loket.domain.recap_paper import DayLine, Reach, RecapPaper
from loket.domain.visits import AGE_GROUPS
from loket.reports.recap_headlines import HEADLINES, Headline, headlines
from loket.services import recap_periods, recap_rows
from loket.services.desk import Desk
from loket.services.recap_rows import Behind
from loket.ui.jobs import Cancelled, Job, JobRunner, Ticket

BarKey = str | tuple[date, date]
"""A row of a table, or the days that a bar stands for."""
MOST_PIECES = 6
"""More columns than this are not told apart in a bar; each row is one bar then."""
MOST_DAYS, MOST_WEEKS_DAYS = 31, 184
HOURS = frozenset({"visitors_hour", "loans_hour"})
SEVERAL = 2
FIRST = ("cash", "reading", "internet")
"""Of the big figures that need not stand, those that come first where there is little room."""
MEASURES: dict[str, tuple[str, str | None, str | None]] = {
    "visitors": ("visitors", None, "people"),
    "members_new": ("members_new", None, None),
    "members_renewed": ("members_renewed", None, None),
    "loans": ("circulation", "loans", None),
    "renewals": ("circulation", "renewals", None),
    "returns": ("circulation", "returns", None),
    "late": ("circulation", "late", None),
    "reading": ("reading_class", None, None),
    "internet": ("internet", None, "sessions"),
    "lockers": ("lockers", "taken", None),
    "copies": ("copies", None, "pages"),
    "ebooks": ("ebooks", None, None),
    "survey": ("survey", None, None),
    "cash": ("cash_account", None, None),
    "kept": ("opening", "kept", None),
}
"""Table, row and column that each headline counts: what is behind it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the report is about."""

    period: Period
    reach: Reach


@dataclass(frozen=True, slots=True)
class Cell:
    """What a bar opens: one cell of a table, a row or a column of it where the other is None, on these days."""

    table: str
    row: str | None
    column: str | None
    first: date
    last: date


class Axis(StrEnum):
    ROWS = "rows"  # bars are rows of the table
    HOURS = "hours"  # the same, in the order of the clock
    TIME = "time"  # bars are the days, weeks or months of the period


@dataclass(frozen=True, slots=True)
class PlotBar:
    """One bar: `key` is the row, or the days it stands for."""

    key: BarKey
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """One chart.

    Attributes:
        pieces: columns of which a bar is made. column: the one column it shows of a table whose columns cannot be
            added, None where it shows all.
        total: None where adding the bars says nothing.
        headline: of a plot over time, what it counts.
        opens: the rows behind a bar can be shown.
        stands_on: of a stock: the day it was counted.
    """

    key: str
    table: Table
    axis: Axis
    pieces: tuple[str, ...]
    bars: tuple[PlotBar, ...]
    unit: Unit
    column: str | None = None
    total: int | None = None
    headline: Headline | None = None
    opens: bool = True
    stands_on: date | None = None

    def cell(self, key: BarKey, piece: str | None, period: Period) -> Cell:
        """What a bar, or one piece of it, stands for."""
        if isinstance(key, tuple):
            assert self.headline is not None
            return Cell(*MEASURES[self.headline.key], *key)
        column = piece if piece is not None and len(self.pieces) > 1 else self.column
        if self.stands_on is not None:
            return Cell(self.table.key, key, column, self.stands_on, self.stands_on)
        return Cell(self.table.key, key, column, period.first, period.last)


@dataclass(frozen=True, slots=True)
class Line:
    """A row beside the charts. `at`: on the library's wall clock; `amount` None where there is nothing to count."""

    on: date
    at: datetime | None
    what: str
    who: str
    detail: str
    amount: int | None = None
    unit: Unit = Unit.COUNT


def lines_of(plot: Plot, behind: Behind) -> tuple[Line, ...]:
    """The rows behind a bar, their numbers in its unit."""
    return tuple(Line(row.on, row.at, row.what, row.who, row.detail, row.amount, plot.unit) for row in behind.rows)


# ---- figures as plots -----------------------------------------------------------------------------------------------


def plots(paper: RecapPaper, section: Section) -> tuple[Plot, ...]:
    """The charts of a section in the order of its tables; over the days of the period first."""
    found: list[Plot] = []
    over_time = _time_plot(paper, section)
    if over_time is not None:
        found.append(over_time)
    for key, table in TABLES.items():
        if table.section is section and paper.figures.has(key):
            made = _table_plots(paper.figures, table)
            counted = _last_counted(paper, key) if table.stock else None
            found += [replace(plot, stands_on=counted) for plot in made]
    return tuple(found)


def _last_counted(paper: RecapPaper, table: str) -> date:
    return max((day.on for day in paper.days if day.figures.has(table)), default=paper.period.last)


def shown_headlines(paper: RecapPaper, most: int) -> tuple[Headline, ...]:
    """The big figures, as many as there is room for: those that always count, then the others in their order."""
    known = headlines(paper)
    rank = {key: place for place, key in enumerate(FIRST)}
    kept = sorted(known, key=lambda one: (not one.always, rank.get(one.key, len(rank))))[:most]
    return tuple(one for one in known if one in kept)


def _time_plot(paper: RecapPaper, section: Section) -> Plot | None:
    """How the section's first figure went through the period; None for one day, or where it has no such figure."""
    headline = next((one for one in HEADLINES if one.section is section), None)
    if headline is None or len(paper.days) < SEVERAL or not headline.of(paper.figures):
        return None
    bars = tuple(PlotBar(span, (headline.of(figures),)) for span, figures in spans(paper.days))
    table = TABLES[MEASURES[headline.key][0]]
    return Plot(
        key=f"time/{headline.key}",
        table=table,
        axis=Axis.TIME,
        pieces=(N,),
        bars=bars,
        unit=headline.unit,
        total=headline.of(paper.figures),
        headline=headline,
        opens=recap_rows.can_open(table.key),
    )


def spans(days: tuple[DayLine, ...]) -> list[tuple[tuple[date, date], Figures]]:
    """The days by themselves, by weeks in a quarter or semester, by months in what is longer; days to come left out."""
    grouped: dict[object, list[DayLine]] = {}
    for day in days:
        grouped.setdefault(_group(day.on, len(days)), []).append(day)
    return [((part[0].on, part[-1].on), added(day.figures for day in part)) for part in grouped.values()]


def _group(on: date, days: int) -> object:
    if days <= MOST_DAYS:
        return on
    return on - timedelta(days=on.weekday()) if days <= MOST_WEEKS_DAYS else (on.year, on.month)


def _table_plots(figures: Figures, table: Table) -> list[Plot]:
    """One chart where a row's columns can be added, one for each column where they cannot."""
    columns = tuple(column for column in figures.columns(table.key) if _is_used(figures, table.key, column))
    if table.adds_across and len({table.unit_of(column) for column in columns}) < SEVERAL:
        told_apart = len([column for column in columns if column]) <= MOST_PIECES
        return [_table_plot(figures, table, columns if told_apart else (N,), None)]
    return [_table_plot(figures, table, (column,), column) for column in columns]


def _is_used(figures: Figures, table: str, column: str) -> bool:
    return any(number for (_, c), number in figures.tables[table].items() if c == column)


def _table_plot(figures: Figures, table: Table, pieces: tuple[str, ...], column: str | None) -> Plot:
    together = pieces == (N,) and column is None

    def values(row: str) -> tuple[int, ...]:
        if together:
            return (figures.row_total(table.key, row),)
        return tuple(figures.of(table.key, row, piece) for piece in pieces)

    hours = table.key in HOURS
    bars = [PlotBar(row, values(row)) for row in _rows(figures, table)]
    if not table.rows and not hours:
        bars = [bar for bar in bars if any(bar.values)]
    single = len(pieces) == 1 and not together
    return Plot(
        key=table.key if column is None else f"{table.key}/{column}",
        table=table,
        axis=Axis.HOURS if hours else Axis.ROWS,
        pieces=pieces,
        bars=tuple(bars),
        unit=table.unit_of(column or pieces[0]),
        column=column if column is not None else pieces[0] if single and pieces[0] != N else None,
        total=sum(sum(bar.values) for bar in bars) if table.adds_up else None,
        opens=recap_rows.can_open(table.key),
    )


def _rows(figures: Figures, table: Table) -> list[str]:
    """In the table's own order; hours without a gap, ages as they grow, what comes from the data by how often."""
    rows = list(figures.rows(table.key))
    if table.key in HOURS:
        return _hours(rows)
    if table.key == "visitors_age":
        return [row for row in (*AGE_GROUPS, "") if row in rows]
    if table.rows:
        return rows
    return sorted(rows, key=lambda row: (not row, -figures.row_total(table.key, row), row))


def _hours(rows: list[str]) -> list[str]:
    known = sorted(int(row) for row in rows if row.isdigit())
    if not known:
        return rows
    return [f"{hour:02}" for hour in range(known[0], known[-1] + 1)] + [row for row in rows if not row.isdigit()]


# ---- questions and answers ------------------------------------------------------------------------------------------


class ReportView(Protocol):
    """The page as the presenter sees it."""

    def show_paper(self, paper: RecapPaper) -> None: ...
    def show_counting(self, done: int, total: int) -> None: ...
    def show_stopped(self) -> None: ...
    def show_rows(self, cell: Cell, behind: Behind) -> None: ...
    def show_problem(self, error: Exception) -> None: ...


@dataclass(slots=True)
class _Question:
    """A period being counted. `again`: something changed meanwhile."""

    asked: Asked
    job: Job | None = None
    again: bool = field(default=False)


class ReportPresenter:
    """Knows no Qt.

    Attributes:
        paper: what is on the screen; None before the first answer. asked: what it answers.
    """

    def __init__(self, desk: Desk, jobs: JobRunner, view: ReportView) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self.paper: RecapPaper | None = None
        self.asked: Asked | None = None
        self._question: _Question | None = None
        self._opened = 0

    @property
    def is_counting(self) -> bool:
        return self._question is not None

    def read(self, asked: Asked) -> None:
        """Count it; another period that is still being counted is given up, the same one is counted once more."""
        if self._question is not None:
            if self._question.asked == asked:
                self._question.again = True
                return
            self._give_up()
        self._count(asked)

    def stop(self) -> None:
        """The operator does not want to wait; what was on the screen stays there."""
        if self._question is not None:
            self._give_up()
            self._view.show_stopped()

    def open_cell(self, cell: Cell) -> None:
        """The rows behind a number."""
        if self.asked is None:
            return
        desk, reach = self._desk, self.asked.reach
        self._opened += 1
        number = self._opened

        def show(behind: Behind) -> None:
            if number == self._opened:
                self._view.show_rows(cell, behind)

        def failed(error: Exception) -> None:
            if number == self._opened:
                self._failed(error)

        def fetch() -> Behind:
            return recap_rows.rows_behind(desk, cell.table, cell.row, cell.column, cell.first, cell.last, reach)

        self._jobs.start(fetch, show, failed, lane="read")

    def drop_rows(self) -> None:
        """Whatever was opened is not wanted any more."""
        self._opened += 1

    def _count(self, asked: Asked) -> None:
        question = self._question = _Question(asked)
        desk = self._desk

        def count(ticket: Ticket) -> RecapPaper:
            def progress(done: int, total: int) -> None:
                ticket.check()
                ticket.report(done, total)

            ticket.check()
            return recap_periods.period_paper(desk, asked.period, asked.reach, progress)

        def told(done: int, total: int) -> None:
            if self._question is question:
                self._view.show_counting(done, total)

        def show(paper: RecapPaper) -> None:
            if self._question is not question:
                return
            self._question = None
            self.paper, self.asked = paper, asked
            self._view.show_paper(paper)
            if question.again:
                self._count(asked)

        def failed(error: Exception) -> None:
            if self._question is question:
                self._question = None
                if not isinstance(error, Cancelled):
                    self._view.show_stopped()
            if not isinstance(error, Cancelled):
                self._failed(error)

        job = self._jobs.start_long(count, told, show, failed, lane="read")
        if self._question is question:
            question.job = job

    def _give_up(self) -> None:
        question, self._question = self._question, None
        if question is not None and question.job is not None:
            question.job.cancel()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, (InvalidInput, Refused, StorageError)):
            raise error
        self._view.show_problem(error)
