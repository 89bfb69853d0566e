"""The report without its window: figures become charts that add up to them, and only the last question is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from fakes import TODAY, new_desk
from guest_hands import GUEST
from hypothesis import given, settings
from hypothesis import strategies as st
from recap_papers import DAY, busy_day_paper, day_figures, month_paper, quarter_paper, year_paper

from loket.domain.errors import RefusalCode, Refused
from loket.domain.periods import Period, PeriodKind, period_of
from loket.domain.recap import TABLES, Figures, N, Section, added
from loket.domain.recap_paper import DayLine, DayState, Reach, RecapPaper
from loket.domain.visits import AGE_GROUPS
from loket.reports.recap_headlines import HEADLINES
from loket.services import guestbook, recap_periods
from loket.services.desk import Desk
from loket.services.recap_rows import Behind
from loket.ui.jobs import InlineJobs
from loket.ui.presenters.recap import (
    HOURS,
    MEASURES,
    MOST_PIECES,
    Asked,
    Axis,
    Cell,
    Plot,
    ReportPresenter,
    plots,
    shown_headlines,
    spans,
)

PEOPLE = st.tuples(st.integers(1, 900), st.integers(0, 99))


def paper_of(figures: Figures, on: date = DAY) -> RecapPaper:
    day = DayLine(on, DayState.LIVE, figures, is_open=True)
    return RecapPaper(Period(PeriodKind.DAY, on, on), Reach.COUNTER, {}, figures, (day,), 1, on)


def all_plots(paper: RecapPaper) -> list[Plot]:
    return [plot for section in paper.figures.sections() for plot in plots(paper, section)]


def plot_of(paper: RecapPaper, key: str) -> Plot:
    return next(plot for plot in all_plots(paper) if plot.key == key)


# ---- figures as plots -----------------------------------------------------------------------------------------------


@given(PEOPLE)
@settings(max_examples=25, deadline=None)
def test_every_number_of_a_day_is_in_a_chart(asked: tuple[int, int]) -> None:
    figures = day_figures(*asked)
    drawn: dict[str, int] = {}
    for plot in all_plots(paper_of(figures)):
        drawn[plot.table.key] = drawn.get(plot.table.key, 0) + sum(sum(bar.values) for bar in plot.bars)
    assert drawn == {key: figures.total(key) for key in TABLES if figures.has(key)}


@given(PEOPLE)
@settings(max_examples=25, deadline=None)
def test_a_bar_opens_exactly_the_cells_it_draws(asked: tuple[int, int]) -> None:
    figures = day_figures(*asked)
    for plot in all_plots(paper_of(figures)):
        for bar in plot.bars:
            for piece, number in zip(plot.pieces, bar.values, strict=True):
                cell = plot.cell(bar.key, piece, Period(PeriodKind.DAY, DAY, DAY))
                assert cell.row is not None
                counted = (
                    figures.row_total(cell.table, cell.row)
                    if cell.column is None
                    else figures.of(cell.table, cell.row, cell.column)
                )
                assert counted == number, cell


@given(PEOPLE)
@settings(max_examples=25, deadline=None)
def test_a_headline_counts_the_cells_that_are_behind_it(asked: tuple[int, int]) -> None:
    figures = day_figures(*asked)
    assert set(MEASURES) == {one.key for one in HEADLINES}
    for headline in HEADLINES:
        table, row, column = MEASURES[headline.key]
        cells = figures.tables.get(table, {}).items()
        behind = sum(number for (r, c), number in cells if row in (None, r) and column in (None, c))
        assert headline.of(figures) == behind, headline.key


def test_what_cannot_be_added_has_a_chart_of_its_own() -> None:
    paper = busy_day_paper()
    keys = [plot.key for plot in plots(paper, Section.STAFF)]
    assert keys == [f"staff/{column}" for column in TABLES["staff"].columns]
    assert plot_of(paper, "copies/rp").unit is not plot_of(paper, "copies/pages").unit
    assert plot_of(paper, "visitors_sex").pieces == ("L", "P", "")


def test_hours_stand_without_a_gap_and_ages_as_they_grow() -> None:
    figures = Figures()
    for hour in ("09", "14"):
        figures.add("visitors_hour", hour, 3, "member")
    for age in ("13-15", "0-5", "", "60+", "6-12"):
        figures.add("visitors_age", age, 1, "L")
    paper = paper_of(figures)
    hours = plot_of(paper, "visitors_hour")
    assert [bar.key for bar in hours.bars] == ["09", "10", "11", "12", "13", "14"]
    assert hours.axis is Axis.HOURS
    ages = [bar.key for bar in plot_of(paper, "visitors_age").bars]
    assert ages == [*(age for age in AGE_GROUPS if age in ("0-5", "6-12", "13-15", "60+")), ""]
    assert set(TABLES) >= HOURS


def test_words_of_the_library_come_by_how_often_they_were_said_what_is_blank_last() -> None:
    figures = Figures()
    for purpose, people in (("Membaca", 2), ("", 9), ("Rapat", 5)):
        figures.add("visitors_purpose", purpose, people, "guest")
    assert [bar.key for bar in plot_of(paper_of(figures), "visitors_purpose").bars] == ["Rapat", "Membaca", ""]


def test_more_columns_than_can_be_told_apart_are_one() -> None:
    figures = Figures()
    for number in range(MOST_PIECES + 1):
        figures.add("loans_class", "000", 1, f"Jenis {number}")
    plot = plot_of(paper_of(figures), "loans_class")
    assert plot.pieces == (N,)
    assert plot.bars[0].values == (MOST_PIECES + 1,)
    assert plot.cell("000", None, Period(PeriodKind.DAY, DAY, DAY)).column is None


def test_a_stock_opens_the_day_it_was_counted() -> None:
    first = TODAY - timedelta(days=5)
    stock, later = Figures(), Figures()
    stock.add("overdue_days", "8-30", 4)
    later.add("visitors", "guest", 1, "people")
    days = tuple(
        DayLine(first + timedelta(days=n), DayState.LIVE, figures, is_open=True)
        for n, figures in enumerate((stock, later, Figures()))
    )
    period = Period(PeriodKind.RANGE, days[0].on, days[-1].on)
    paper = RecapPaper(period, Reach.COUNTER, {}, added(day.figures for day in days), days, 3, TODAY)
    cell = plot_of(paper, "overdue_days").cell("8-30", None, period)
    assert (cell.first, cell.last) == (first, first)


# ---- over time ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("paper", "bars"),
    [(month_paper(), 30), (quarter_paper(), 14), (year_paper(), 12)],
    ids=["month", "quarter", "year"],
)
def test_a_period_is_drawn_by_days_weeks_or_months(paper: RecapPaper, bars: int) -> None:
    plot = plots(paper, Section.VISITORS)[0]
    assert plot.axis is Axis.TIME
    assert len(plot.bars) == bars
    assert sum(bar.values[0] for bar in plot.bars) == plot.total == paper.figures.column_total("visitors", "people")


def test_spans_follow_each_other_without_a_gap() -> None:
    paper = quarter_paper()
    found = [span for span, _ in spans(paper.days)]
    assert found[0][0] == paper.days[0].on
    assert found[-1][1] == paper.days[-1].on
    assert all(last + timedelta(days=1) == first for (_, last), (first, _) in pairwise(found))
    assert all(first.weekday() == 0 for first, _ in found[1:])


def test_a_bar_over_time_opens_its_own_days() -> None:
    paper = month_paper()
    plot = plots(paper, Section.CIRCULATION)[0]
    on = paper.days[4].on
    assert plot.cell((on, on), None, paper.period) == Cell("circulation", "loans", None, on, on)


def test_one_day_has_no_chart_over_time() -> None:
    assert all(plot.axis is not Axis.TIME for plot in all_plots(busy_day_paper()))


def test_with_little_room_the_figures_that_always_count_stay() -> None:
    keys = [one.key for one in shown_headlines(busy_day_paper(), 5)]
    assert keys == ["visitors", "members_new", "loans", "returns", "cash"]
    assert len(shown_headlines(busy_day_paper(), 99)) > 5


# ---- questions and answers ------------------------------------------------------------------------------------------


class Heard:
    """The page, remembering what it was told."""

    def __init__(self) -> None:
        self.papers: list[RecapPaper] = []
        self.counting: list[tuple[int, int]] = []
        self.stopped = 0
        self.rows: list[tuple[Cell, Behind]] = []
        self.problems: list[Exception] = []

    def show_paper(self, paper: RecapPaper) -> None:
        self.papers.append(paper)

    def show_counting(self, done: int, total: int) -> None:
        self.counting.append((done, total))

    def show_stopped(self) -> None:
        self.stopped += 1

    def show_rows(self, cell: Cell, behind: Behind) -> None:
        self.rows.append((cell, behind))

    def show_problem(self, error: Exception) -> None:
        self.problems.append(error)


class HeldJobs(InlineJobs):
    """Work that waits until it is let go."""

    def __init__(self) -> None:
        self.held: list[Callable[[], object]] = []

    def start(self, *args: Any, **named: Any) -> Any:
        self.held.append(lambda: InlineJobs.start(self, *args, **named))

    def start_long(self, *args: Any, **named: Any) -> Any:
        self.held.append(lambda: InlineJobs.start_long(self, *args, **named))

    def let_go(self, number: int = 0) -> None:
        self.held.pop(number)()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    yield desk
    desk.database.close()


def day(on: date = TODAY, reach: Reach = Reach.COUNTER) -> Asked:
    return Asked(period_of(PeriodKind.DAY, on), reach)


def test_the_day_is_counted_by_the_services(desk: Desk) -> None:
    guestbook.check_in_guest(desk, GUEST)
    view = Heard()
    presenter = ReportPresenter(desk, InlineJobs(), view)
    presenter.read(day())
    assert view.papers[-1].figures.of("visitors", "guest", "people") == 1
    assert presenter.paper is view.papers[-1]
    presenter.open_cell(Cell("visitors", "guest", "people", TODAY, TODAY))
    assert view.rows[-1][1].amount == 1
    assert not presenter.is_counting


def test_an_overtaken_period_is_dropped(desk: Desk) -> None:
    view, jobs = Heard(), HeldJobs()
    presenter = ReportPresenter(desk, jobs, view)
    presenter.read(day())
    presenter.read(day(TODAY - timedelta(days=1)))
    jobs.let_go()
    assert view.papers == []
    jobs.let_go()
    assert [paper.period.first for paper in view.papers] == [TODAY - timedelta(days=1)]


def test_what_changes_while_it_is_counted_is_counted_once_more(desk: Desk) -> None:
    view, jobs = Heard(), HeldJobs()
    presenter = ReportPresenter(desk, jobs, view)
    for _ in range(4):
        presenter.read(day())
    assert len(jobs.held) == 1
    jobs.let_go()
    guestbook.check_in_guest(desk, GUEST)
    jobs.let_go()
    assert jobs.held == []
    assert [paper.figures.of("visitors", "guest", "people") for paper in view.papers] == [0, 1]


def test_stopping_keeps_what_was_on_the_screen(desk: Desk) -> None:
    view, jobs = Heard(), HeldJobs()
    presenter = ReportPresenter(desk, jobs, view)
    presenter.read(day())
    jobs.let_go()
    shown = presenter.paper
    presenter.read(Asked(period_of(PeriodKind.YEAR, TODAY), Reach.COUNTER))
    presenter.stop()
    assert (view.stopped, presenter.is_counting) == (1, False)
    jobs.let_go()
    assert presenter.paper is shown
    assert len(view.papers) == 1


def test_a_long_period_says_how_far_it_is(desk: Desk) -> None:
    view = Heard()
    guestbook.check_in_guest(desk, GUEST)
    ReportPresenter(desk, InlineJobs(), view).read(Asked(period_of(PeriodKind.MONTH, TODAY), Reach.COUNTER))
    assert view.counting
    done, total = view.counting[-1]
    assert 0 < done <= total


def test_a_refusal_is_shown_and_leaves_nothing_counting(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_args: object) -> RecapPaper:
        raise Refused(RefusalCode.ROLE_MISSING)

    monkeypatch.setattr(recap_periods, "period_paper", refuses)
    view = Heard()
    presenter = ReportPresenter(desk, InlineJobs(), view)
    presenter.read(day())
    assert [type(error) for error in view.problems] == [Refused]
    assert (view.stopped, presenter.is_counting) == (1, False)


def test_a_fault_of_the_program_is_not_hidden(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_args: object) -> RecapPaper:
        raise ZeroDivisionError

    monkeypatch.setattr(recap_periods, "period_paper", breaks)
    with pytest.raises(ZeroDivisionError):
        ReportPresenter(desk, InlineJobs(), Heard()).read(day())


def test_rows_that_are_not_wanted_any_more_are_dropped(desk: Desk) -> None:
    view, jobs = Heard(), HeldJobs()
    presenter = ReportPresenter(desk, jobs, view)
    presenter.read(day())
    jobs.let_go()
    presenter.open_cell(Cell("visitors", "guest", "people", TODAY, TODAY))
    presenter.open_cell(Cell("visitors", "member", "people", TODAY, TODAY))
    jobs.let_go()
    assert view.rows == []
    jobs.let_go()
    assert [cell.row for cell, _ in view.rows] == ["member"]
    presenter.open_cell(Cell("visitors", "guest", "people", TODAY, TODAY))
    presenter.drop_rows()
    jobs.let_go()
    assert len(view.rows) == 1
