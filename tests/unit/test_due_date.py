"""Due dates: examples counted by hand on a paper calendar, then properties.

Nov/Dec 2026: Tuesday 24 Nov, Sundays 29 Nov, 6, 13, 20, 27 Dec, Friday 25 Dec, Friday 1 Jan 2027.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.calendar import OpenDays, days
from loket.domain.circulation import due_date, renewal_start
from loket.domain.entities import Counting, Loan, LoanPolicy
from loket.domain.settings import PushOff, RenewFrom, Settings

TUE = date(2026, 11, 24)
SUNDAYS = OpenDays(frozenset({6}))
NATAL = date(2026, 12, 25)
HOLIDAYS = {
    date(2026, 12, 24): "Cuti bersama",
    NATAL: "Natal",
    date(2026, 12, 26): "Cuti bersama",
    date(2027, 1, 1): "Tahun Baru",
    date(2027, 1, 2): "Libur contoh",
}
YEAR_END = OpenDays(frozenset({6}), HOLIDAYS)
NEVER_OPEN = OpenDays(frozenset(range(7)))
CLOSED_YEAR = OpenDays(frozenset(), {TUE + timedelta(days=n): "" for n in range(1, 800)})


def due(start, loan_days, *, calendar=SUNDAYS, counting=Counting.CALENDAR, valid_until=None, **settings):
    policy = LoanPolicy(id="0" * 32, counting=counting)
    return due_date(start, loan_days, policy, Settings(**settings), calendar, valid_until)


@pytest.mark.parametrize(
    ("start", "loan_days", "calendar", "expected", "closed"),
    [
        (TUE, 7, SUNDAYS, date(2026, 12, 1), 0),  # Tuesday to Tuesday; the Sunday between costs nothing
        (TUE, 5, SUNDAYS, date(2026, 11, 30), 1),  # Sunday 29 → Monday 30
        (TUE, 0, SUNDAYS, TUE, 0),  # for today only
        (date(2026, 12, 20), 7, SUNDAYS, date(2026, 12, 28), 1),  # lent on a Sunday (mobile library), due a Sunday
        (date(2026, 12, 17), 7, YEAR_END, date(2026, 12, 28), 4),  # 24 Thu, 25 Fri, 26 Sat, 27 Sun are closed
        (date(2026, 12, 25), 7, YEAR_END, date(2027, 1, 4), 3),  # Fri 1, Sat 2, Sun 3 January
        (date(2026, 12, 24), 7, YEAR_END, date(2026, 12, 31), 0),  # the last open day of the year
        (date(2026, 2, 24), 7, OpenDays(), date(2026, 3, 3), 0),  # over the end of February
        (date(2028, 2, 24), 7, OpenDays(), date(2028, 3, 2), 0),  # leap year
        (TUE, 7, OpenDays(frozenset({5, 6})), date(2026, 12, 1), 0),
        (TUE, 4, OpenDays(frozenset({5, 6})), date(2026, 11, 30), 2),  # Saturday 28 → Monday 30
        (TUE, 7, NEVER_OPEN, date(2026, 12, 1), 0),  # nothing to push it onto
    ],
)
def test_calendar_days_are_pushed_off_closed_days(start, loan_days, calendar, expected, closed):
    found = due(start, loan_days, calendar=calendar)
    assert (found.on, found.closed_days, found.capped) == (expected, closed, False)


@pytest.mark.parametrize(
    ("start", "loan_days", "calendar", "expected", "closed"),
    [
        (TUE, 7, SUNDAYS, date(2026, 12, 2), 1),  # W T F S M T W
        (TUE, 4, SUNDAYS, date(2026, 11, 28), 0),
        (TUE, 5, SUNDAYS, date(2026, 11, 30), 1),
        (date(2026, 12, 23), 1, YEAR_END, date(2026, 12, 28), 4),
        (date(2026, 12, 23), 5, YEAR_END, date(2027, 1, 4), 7),  # 28 29 30 31 / 4 January
        (date(2026, 12, 27), 1, SUNDAYS, date(2026, 12, 28), 0),  # lent on a closed day
        (TUE, 14, OpenDays(), date(2026, 12, 8), 0),
        (TUE, 7, NEVER_OPEN, date(2026, 12, 1), 0),
    ],
)
def test_open_days_are_counted_one_by_one(start, loan_days, calendar, expected, closed):
    found = due(start, loan_days, calendar=calendar, counting=Counting.OPEN_DAYS)
    assert (found.on, found.closed_days, found.capped) == (expected, closed, False)


@pytest.mark.parametrize(
    ("push", "expected"),
    [
        (PushOff.FORWARD, date(2026, 12, 28)),
        (PushOff.BACKWARD, date(2026, 12, 23)),
        (PushOff.NEVER, NATAL),
    ],
)
def test_where_a_closed_due_date_moves_is_a_setting(push, expected):
    assert due(date(2026, 12, 18), 7, calendar=YEAR_END, push_off_closed=push).on == expected


def test_pushed_backward_never_before_the_loan():
    week = OpenDays(frozenset(), {TUE + timedelta(days=n): "" for n in range(10)})
    assert due(TUE, 7, calendar=week, push_off_closed=PushOff.BACKWARD).on == TUE


@pytest.mark.parametrize(
    ("valid_until", "expected", "capped"),
    [
        (date(2026, 12, 31), date(2026, 12, 28), False),  # not in the way
        (date(2026, 12, 28), date(2026, 12, 28), False),  # valid through its last day
        (date(2026, 12, 27), date(2026, 12, 23), True),  # a Sunday after Christmas: back onto Wednesday
        (NATAL, date(2026, 12, 23), True),
        (date(2026, 12, 23), date(2026, 12, 23), True),
        (date(2026, 12, 20), date(2026, 12, 19), True),  # Sunday → Saturday
        (date(2026, 12, 17), date(2026, 12, 17), True),  # the day of the loan
        (date(2026, 12, 1), date(2026, 12, 17), True),  # never before the loan
    ],
)
def test_never_after_the_card_expires_and_back_onto_an_open_day(valid_until, expected, capped):
    found = due(date(2026, 12, 17), 7, calendar=YEAR_END, valid_until=valid_until)
    assert (found.on, found.capped) == (expected, capped)


def test_the_cap_is_a_setting():
    found = due(TUE, 7, valid_until=TUE, cap_at_expiry=False)
    assert (found.on, found.capped) == (date(2026, 12, 1), False)


def test_open_day_counting_is_capped_too():
    found = due(TUE, 7, counting=Counting.OPEN_DAYS, valid_until=date(2026, 11, 29))
    assert (found.on, found.capped, found.closed_days) == (date(2026, 11, 28), True, 0)


def test_capped_in_a_run_of_closed_days_falls_back_to_the_day_of_the_loan():
    closed = OpenDays(frozenset(), {TUE + timedelta(days=n): "" for n in range(1, 30)})
    assert due(TUE, 40, calendar=closed, valid_until=TUE + timedelta(days=20)).on == TUE


def test_a_whole_closed_year_ends_somewhere():
    for counting in Counting:
        found = due(TUE, 7, calendar=CLOSED_YEAR, counting=counting)
        assert found.on >= TUE + timedelta(days=7)


@pytest.mark.parametrize(
    ("due_on", "today", "setting", "expected"),
    [
        (date(2026, 12, 1), TUE, RenewFrom.TODAY, TUE),
        (date(2026, 12, 1), TUE, RenewFrom.DUE_DATE, date(2026, 12, 1)),
        (date(2026, 11, 20), TUE, RenewFrom.DUE_DATE, TUE),  # overdue: not from a day long past
    ],
)
def test_from_where_a_renewal_counts(due_on, today, setting, expected):
    loan = Loan("1", "2", "3", "4", "5", lent_on=today, lent_at=None, due_on=due_on)  # type: ignore[arg-type]
    assert renewal_start(loan, today, Settings(renew_from=setting)) == expected


STARTS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
CALENDARS = st.builds(
    OpenDays,
    st.frozensets(st.integers(0, 6), max_size=6),
    st.sets(st.dates(date(2026, 1, 1), date(2028, 6, 30)), max_size=25).map(
        lambda found: dict.fromkeys(found, "Libur")
    ),
)
LENGTHS = st.integers(0, 60)
COUNTINGS = st.sampled_from(Counting)


@given(STARTS, LENGTHS, CALENDARS, COUNTINGS)
def test_pushed_forward_and_uncapped_it_is_never_a_closed_day(start, loan_days, calendar, counting):
    found = due(start, loan_days, calendar=calendar, counting=counting)
    assert not calendar.is_closed(found.on) or (loan_days == 0 and counting is Counting.OPEN_DAYS)
    assert found.on >= start + timedelta(days=loan_days)


@given(STARTS, LENGTHS, CALENDARS, COUNTINGS, st.sampled_from(PushOff), STARTS)
def test_never_after_expiry_never_before_the_loan_and_open_where_it_can_be(
    start, loan_days, calendar, counting, push, valid_until
):
    found = due(start, loan_days, calendar=calendar, counting=counting, push_off_closed=push, valid_until=valid_until)
    assert start <= found.on <= max(start, valid_until)
    if found.capped and calendar.is_closed(found.on):
        assert found.on == start


@given(STARTS, LENGTHS, st.integers(0, 20), CALENDARS, COUNTINGS, st.none() | STARTS)
def test_more_days_are_never_less_time(start, loan_days, more, calendar, counting, valid_until):
    shorter = due(start, loan_days, calendar=calendar, counting=counting, valid_until=valid_until)
    longer = due(start, loan_days + more, calendar=calendar, counting=counting, valid_until=valid_until)
    assert longer.on >= shorter.on


@given(STARTS, LENGTHS, CALENDARS, COUNTINGS)
def test_the_explanation_adds_up(start, loan_days, calendar, counting):
    found = due(start, loan_days, calendar=calendar, counting=counting)
    assert start + timedelta(days=found.loan_days + found.closed_days) == found.on
    if counting is Counting.OPEN_DAYS:
        assert found.closed_days == len(calendar.closed_between(start + timedelta(days=1), found.on))
        assert sum(not calendar.is_closed(day) for day in days(start + timedelta(days=1), found.on)) == loan_days
