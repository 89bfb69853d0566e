"""Closed days: weekly, dated, and counting around them."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from loket.domain.calendar import LONGEST_CLOSURE_DAYS, OpenDays, days

SUNDAYS = OpenDays(frozenset({6}))
CHRISTMAS = date(2026, 12, 25)  # a Friday
YEAR_END = OpenDays(frozenset({6}), {CHRISTMAS: "Hari Raya Natal", date(2027, 1, 1): "Tahun Baru"})
DATES = st.dates(date(2025, 1, 1), date(2028, 12, 31))


def test_a_day_is_closed_by_its_weekday_or_by_its_date():
    assert SUNDAYS.is_closed(date(2026, 12, 27))
    assert not SUNDAYS.is_closed(CHRISTMAS)
    assert YEAR_END.is_closed(CHRISTMAS)
    assert YEAR_END.why_closed(CHRISTMAS) == "Hari Raya Natal"
    assert YEAR_END.why_closed(date(2026, 12, 27)) == ""


def test_closed_between_counts_both_ends():
    assert YEAR_END.closed_between(CHRISTMAS, date(2027, 1, 1)) == (
        CHRISTMAS,
        date(2026, 12, 27),
        date(2027, 1, 1),
    )
    assert YEAR_END.closed_between(date(2026, 12, 28), date(2026, 12, 27)) == ()


def test_the_next_open_day_lies_behind_a_run_over_the_year_end():
    closed = {date(2026, 12, 24) + timedelta(days=n): "Cuti bersama" for n in range(10)}  # 24 Dec to 2 Jan
    calendar = OpenDays(frozenset({6}), closed)  # 3 Jan 2027 is a Sunday
    assert calendar.first_open(date(2026, 12, 24)) == date(2027, 1, 4)
    assert calendar.first_open(date(2027, 1, 3), timedelta(days=-1)) == date(2026, 12, 23)


def test_a_library_closed_for_good_has_no_open_day():
    assert OpenDays(frozenset(range(7))).first_open(CHRISTMAS) is None


def test_the_search_reaches_to_the_end_of_a_whole_closed_year():
    start = date(2026, 1, 1)
    closed = {start + timedelta(days=n): "" for n in range(LONGEST_CLOSURE_DAYS - 1)}
    assert OpenDays(frozenset(), closed).first_open(start) == start + timedelta(days=LONGEST_CLOSURE_DAYS - 1)


@given(
    start=DATES, length=st.integers(-3, 60), weekly=st.frozensets(st.integers(0, 6)), dated=st.sets(DATES, max_size=9)
)
def test_closed_and_open_days_make_up_the_span(start, length, weekly, dated):
    calendar = OpenDays(weekly, dict.fromkeys(dated, ""))
    last = start + timedelta(days=length)
    span = list(days(start, last))
    assert len(span) == max(0, length + 1)
    assert set(calendar.closed_between(start, last)) == {day for day in span if calendar.is_closed(day)}


@given(start=DATES, weekly=st.frozensets(st.integers(0, 6)), dated=st.sets(DATES, max_size=9))
def test_the_first_open_day_is_open_and_nothing_open_lies_before_it(start, weekly, dated):
    calendar = OpenDays(weekly, dict.fromkeys(dated, ""))
    found = calendar.first_open(start)
    if found is None:
        assert len(weekly) == 7
    else:
        assert not calendar.is_closed(found)
        assert all(calendar.is_closed(day) for day in days(start, found - timedelta(days=1)))
