"""Cells that add up, bodies that keep what was locked, differences told cell by cell; periods, holders of offices."""

from __future__ import annotations

import json
from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.entities import Id, Official
from loket.domain.officials import HEAD, TREASURER, holder, printed_office
from loket.domain.periods import MONTHS_OF, Period, PeriodKind, period_of
from loket.domain.recap import (
    TABLES,
    Body,
    Change,
    Figures,
    Section,
    added,
    changes,
    decode_body,
    encode_body,
)
from loket.domain.recap_paper import change_percent

KEYS = sorted(TABLES)
WORDS = st.text(max_size=6)
CELLS = st.tuples(st.sampled_from(KEYS), WORDS, WORDS, st.integers(-5_000, 5_000))
DATES = st.dates(date(1990, 1, 1), date(2090, 12, 31))
FACTS = st.dictionaries(WORDS, WORDS, max_size=4)


def made(cells: list[tuple[str, str, str, int]]) -> Figures:
    figures = Figures()
    for table, row, column, number in cells:
        figures.add(table, row, number, column)
    return figures


FIGURES = st.lists(CELLS, max_size=12).map(made)


def cells_of(figures: Figures, *, stock: bool | None = None) -> dict[tuple[str, str, str], int]:
    return {
        (key, row, column): number
        for key, cells in figures.tables.items()
        if stock is None or TABLES[key].stock is stock
        for (row, column), number in cells.items()
    }


# ---- figures ----------------------------------------------------------------------------------------------------


def test_every_table_has_a_section_and_every_section_a_table() -> None:
    assert {table.section for table in TABLES.values()} == set(Section)
    for table in TABLES.values():
        assert len(set(table.rows)) == len(table.rows), table.key
        assert len(set(table.columns)) == len(table.columns), table.key
        assert {column for column, _ in table.units} <= set(table.columns), table.key


@given(cells=st.lists(CELLS, max_size=12))
def test_what_is_added_in_any_order_is_the_same_and_no_nought_is_kept(cells: list[tuple[str, str, str, int]]) -> None:
    figures = made(cells)
    assert cells_of(figures) == cells_of(made(cells[::-1]))
    assert all(cells_of(figures).values())
    for key in KEYS:
        assert figures.total(key) == sum(number for table, _, _, number in cells if table == key)
        for row in figures.rows(key):
            assert figures.row_total(key, row) == sum(n for table, r, _, n in cells if (table, r) == (key, row))
        for column in figures.columns(key):
            assert figures.column_total(key, column) == sum(n for t, _, c, n in cells if (t, c) == (key, column))


def test_a_table_nobody_knows_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        Figures().add("visitor", "L", 1)


def test_rows_named_come_first_then_the_others_and_what_is_not_filled_in_last() -> None:
    figures = made([("members_new", row, "L", 1) for row in ("umum", "", "pelajar")])
    assert figures.rows("members_new") == ("pelajar", "umum", "")
    figures.add("visitors", "cucu", 1, "people")
    assert figures.rows("visitors") == ("member", "guest", "group", "official", "cucu")
    assert figures.sections() == (Section.VISITORS, Section.MEMBERS)
    assert not figures.has("circulation")


@given(parts=st.lists(FIGURES, max_size=5))
def test_days_add_up_and_of_stocks_the_last_one_stands(parts: list[Figures]) -> None:
    whole = added(parts)
    keys = {place for part in parts for place in cells_of(part, stock=False)}
    sums = {place: sum(cells_of(part).get(place, 0) for part in parts) for place in keys}
    assert cells_of(whole, stock=False) == {place: number for place, number in sums.items() if number}
    for key in (key for key in KEYS if TABLES[key].stock):
        told = [part.tables[key] for part in parts if key in part.tables]
        assert whole.tables.get(key) == (told[-1] if told else None)


@given(parts=st.lists(FIGURES, min_size=2, max_size=5), cut=st.integers(1, 4))
def test_weeks_add_up_to_the_same_month_as_days(parts: list[Figures], cut: int) -> None:
    weeks = [added(parts[:cut]), added(parts[cut:])]
    assert cells_of(added(weeks), stock=False) == cells_of(added(parts), stock=False)


@given(part=FIGURES)
def test_adding_leaves_the_days_as_they_were(part: Figures) -> None:
    before = encode_body(Body(part, {}))
    added([part, part])
    assert encode_body(Body(part, {})) == before


# ---- the locked body ------------------------------------------------------------------------------------------------


@given(cells=st.lists(CELLS, max_size=12), facts=FACTS)
def test_a_body_is_read_as_it_was_written_whatever_order_it_was_made_in(
    cells: list[tuple[str, str, str, int]], facts: dict[str, str]
) -> None:
    text = encode_body(Body(made(cells), facts))
    assert text == encode_body(Body(made(cells[::-1]), dict(reversed(facts.items()))))
    read = decode_body(text)
    assert cells_of(read.figures) == cells_of(made(cells))
    assert read.facts == facts
    assert encode_body(read) == text


def test_a_body_of_a_later_version_is_read_as_far_as_it_is_known() -> None:
    told = {"version": 9, "tables": {"visitors": [["guest", "people", 3]], "robots": [["R", "n", 1]]}, "facts": {}}
    body = decode_body(json.dumps(told))
    assert cells_of(body.figures) == {("visitors", "guest", "people"): 3}


def test_another_text_is_no_body() -> None:
    with pytest.raises(ValueError, match="Expecting value"):
        decode_body("rekap")


# ---- changes --------------------------------------------------------------------------------------------------------


@given(before=FIGURES, after=FIGURES)
def test_what_changed_leads_from_one_to_the_other(before: Figures, after: Figures) -> None:
    found = changes(before, after)
    built = cells_of(before, stock=False)
    for change in found:
        place = (change.table, change.row, change.column)
        assert built.get(place, 0) == change.before != change.after
        built[place] = change.after
        assert Change.read(change.text()) == change
    assert {place: number for place, number in built.items() if number} == cells_of(after, stock=False)
    assert [(one.table, one.row) for one in found] == sorted(
        ((one.table, one.row) for one in found), key=lambda place: (list(TABLES).index(place[0]), place[1])
    )


@given(figures=FIGURES)
def test_nothing_changed_in_the_same(figures: Figures) -> None:
    assert changes(figures, decode_body(encode_body(Body(figures, {}))).figures) == ()


def test_how_things_stood_is_no_change() -> None:
    before, after = made([("members_stock", "umum", "active", 5)]), made([("members_stock", "umum", "active", 6)])
    assert changes(before, after) == ()


@pytest.mark.parametrize(("now", "before", "expected"), [(15, 10, 50.0), (5, 10, -50.0), (7, 0, None), (0, 4, -100.0)])
def test_change_in_percent(now: int, before: int, expected: float | None) -> None:
    assert change_percent(now, before) == expected


# ---- periods --------------------------------------------------------------------------------------------------------


@given(kind=st.sampled_from(PeriodKind), on=DATES)
def test_a_day_lies_in_its_period_and_periods_leave_no_day_out(kind: PeriodKind, on: date) -> None:
    period = period_of(kind, on)
    assert period.first <= on <= period.last
    assert all(period_of(kind, day) == period for day in (period.first, period.last))
    assert period.stepped(1).first == period.last + timedelta(days=1)
    assert period.previous.last == period.first - timedelta(days=1)
    assert period.stepped(0) == period
    assert period.days == (period.last - period.first).days + 1


@given(kind=st.sampled_from(PeriodKind), on=DATES, by=st.integers(-30, 30))
def test_a_step_back_undoes_a_step(kind: PeriodKind, on: date, by: int) -> None:
    period = period_of(kind, on)
    assert period.stepped(by).stepped(-by) == period


@given(first=DATES, length=st.integers(0, 400))
def test_any_days_move_by_their_own_length(first: date, length: int) -> None:
    period = Period(PeriodKind.RANGE, first, first + timedelta(days=length))
    assert period.previous == Period(PeriodKind.RANGE, first - timedelta(days=length + 1), first - timedelta(days=1))


@given(kind=st.sampled_from(list(MONTHS_OF)), on=DATES)
def test_the_same_period_of_the_year_before(kind: PeriodKind, on: date) -> None:
    period = period_of(kind, on)
    earlier = period.year_before
    assert (earlier.first.year, earlier.first.month, earlier.first.day) == (on.year - 1, period.first.month, 1)
    assert (earlier.last.month, earlier.last.day) == (
        period.last.month,
        monthrange(earlier.last.year, period.last.month)[1],
    )


@given(on=DATES)
def test_a_week_is_held_against_the_same_weekdays(on: date) -> None:
    week = period_of(PeriodKind.WEEK, on)
    assert week.first.weekday() == 0
    assert week.first - week.year_before.first == timedelta(weeks=52)


def test_the_day_a_year_before_a_leap_day() -> None:
    leap = period_of(PeriodKind.DAY, date(2028, 2, 29))
    assert leap.year_before == Period(PeriodKind.DAY, date(2027, 2, 28), date(2027, 2, 28))


def test_the_calendar_ends() -> None:
    last = period_of(PeriodKind.YEAR, date.max)
    assert last.stepped(1) == last
    first = period_of(PeriodKind.WEEK, date(1, 1, 1))
    assert first.previous == first


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (PeriodKind.DAY, "24 November 2026"),
        (PeriodKind.WEEK, "Minggu ke-48, 23 November 2026 sampai 29 November 2026"),
        (PeriodKind.MONTH, "November 2026"),
        (PeriodKind.QUARTER, "Triwulan IV 2026"),
        (PeriodKind.SEMESTER, "Semester II 2026"),
        (PeriodKind.YEAR, "Tahun 2026"),
    ],
)
def test_titles(kind: PeriodKind, title: str) -> None:
    assert period_of(kind, date(2026, 11, 24)).title() == title


def test_the_title_of_any_days() -> None:
    days = Period(PeriodKind.RANGE, date(2026, 12, 30), date(2027, 1, 2))
    assert days.title() == "30 Desember 2026 sampai 2 Januari 2027"


# ---- officials ------------------------------------------------------------------------------------------------------


def official(number: int, first: date | None = None, last: date | None = None, **terms: object) -> Official:
    told: dict[str, object] = {"office": HEAD, "title": "Kepala", "name": f"N{number}"} | terms
    return Official(Id(f"{number:032x}"), from_on=first, until_on=last, **told)  # type: ignore[arg-type]


JUNE, JULY, AUGUST = date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)


@pytest.mark.parametrize(
    ("on", "name"),
    [(date(2020, 1, 1), "N1"), (JUNE, "N1"), (JULY, "N2"), (date(2026, 7, 15), "N3"), (AUGUST, "N2")],
)
def test_an_acting_head_stands_before_the_regular_one_while_he_acts(on: date, name: str) -> None:
    regular, newer = official(1), official(2, JULY)
    acting = official(3, date(2026, 7, 10), date(2026, 7, 31), prefix="Plt.")
    gone, other = official(4, JULY, retired=True), official(5, AUGUST, office=TREASURER)
    for known in ([regular, newer, acting, gone, other], [other, gone, acting, newer, regular]):
        found = holder(known, HEAD, on)
        assert found is not None
        assert found.name == name


def test_an_office_nobody_holds() -> None:
    assert holder([official(1, JULY), official(2, None, JUNE)], HEAD, date(2026, 6, 15)) is None
    assert holder([], TREASURER, JUNE) is None


@given(first=DATES, length=st.integers(0, 900), on=DATES)
def test_an_office_is_held_from_its_first_day_to_its_last(first: date, length: int, on: date) -> None:
    one = official(1, first, first + timedelta(days=length))
    assert (holder([one], HEAD, on) == one) == (first <= on <= first + timedelta(days=length))


def test_the_office_as_it_is_printed() -> None:
    assert printed_office(official(1)) == "Kepala"
    assert printed_office(official(1, prefix="Plh.", title="Kepala Seksi Layanan")) == "Plh. Kepala Seksi Layanan"
