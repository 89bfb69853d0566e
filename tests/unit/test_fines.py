"""What a late return costs: tables counted by hand, then properties.

Due days: Friday 27 Nov 2026 (open), Sunday 29 Nov (closed). Closed: Sundays, and Friday 4 Dec.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.calendar import OpenDays
from loket.domain.circulation import Lateness, lateness, suspended_until
from loket.domain.entities import FineMode, GraceIn, GraceKind, LoanPolicy, Member

FRI, SUN = date(2026, 11, 27), date(2026, 11, 29)
CALENDAR = OpenDays(frozenset({6}), {date(2026, 12, 4): "Libur contoh"})
CLIFF, SUBTRACTED = GraceKind.CLIFF, GraceKind.SUBTRACTED
LATE, CAL = GraceIn.LATE_DAYS, GraceIn.CALENDAR_DAYS


def money(**terms) -> LoanPolicy:
    given_terms = {"fine_mode": FineMode.MONEY, "fine_per_day_rp": 500} | terms
    return LoanPolicy(id="1" * 32, **given_terms)


def day(text: str) -> date:
    month, number = text.split("-")
    return date(2026, int(month), int(number))


@pytest.mark.parametrize(
    ("due_on", "returned", "free", "late", "closed", "counted"),
    [
        (FRI, "11-20", True, 0, 0, 0),  # early
        (FRI, "11-27", True, 0, 0, 0),  # due today is not late
        (FRI, "11-28", True, 1, 0, 1),  # Saturday
        (FRI, "11-30", True, 3, 1, 2),  # Saturday and Monday; Sunday is free
        (FRI, "11-30", False, 3, 0, 3),
        (FRI, "12-05", True, 8, 2, 6),  # Sunday 29 and Friday 4 are free
        (FRI, "12-05", False, 8, 0, 8),
        (FRI, "12-04", True, 7, 2, 5),  # brought on a closed day
        (SUN, "11-29", True, 0, 0, 0),
        (SUN, "11-30", True, 1, 1, 0),  # nobody could return on the closed due day
        (SUN, "11-30", False, 1, 0, 1),
        (SUN, "12-01", True, 2, 1, 1),
        (day("12-04"), "12-07", True, 3, 2, 1),  # closed due Friday, Saturday open, Sunday closed, Monday
    ],
)
def test_days_that_cost(due_on, returned, free, late, closed, counted):
    found = lateness(due_on, day(returned), money(closed_days_free=free), CALENDAR)
    assert found == Lateness(late, closed, 0, counted, counted * 500)


@pytest.mark.parametrize(
    ("kind", "within", "returned", "free", "grace", "counted"),
    [
        # grace 2, due Friday 27: late days Sat 28 (1), Mon 30 (2), Tue 1 (3), Wed 2 (4); Sunday free
        (CLIFF, LATE, "11-28", True, 1, 0),
        (CLIFF, LATE, "11-30", True, 2, 0),  # the last grace day is free
        (CLIFF, LATE, "12-01", True, 0, 3),  # over the edge: the whole delay counts
        (SUBTRACTED, LATE, "11-30", True, 2, 0),
        (SUBTRACTED, LATE, "12-01", True, 2, 1),
        (SUBTRACTED, LATE, "12-02", True, 2, 2),
        # the same with every day counted: Sat 28 (1), Sun 29 (2), Mon 30 (3)
        (CLIFF, LATE, "11-29", False, 2, 0),
        (CLIFF, LATE, "11-30", False, 0, 3),
        (SUBTRACTED, LATE, "11-30", False, 2, 1),
        # grace as two calendar days after the due day: Sat 28, Sun 29
        (CLIFF, CAL, "11-28", True, 1, 0),
        (CLIFF, CAL, "11-29", True, 1, 0),  # the last grace day is free, the Sunday is free anyway
        (CLIFF, CAL, "11-30", True, 0, 2),
        (CLIFF, CAL, "11-30", False, 0, 3),
        (SUBTRACTED, CAL, "11-30", True, 1, 1),
        (SUBTRACTED, CAL, "12-01", True, 1, 2),
        (SUBTRACTED, CAL, "12-05", True, 1, 5),  # Mon-Thu and Sat; Friday 4 is closed
        (SUBTRACTED, CAL, "11-30", False, 2, 1),
        (SUBTRACTED, CAL, "12-05", False, 2, 6),
    ],
)
def test_grace_of_two_days(kind, within, returned, free, grace, counted):
    policy = money(grace_days=2, grace_kind=kind, grace_in=within, closed_days_free=free)
    found = lateness(FRI, day(returned), policy, CALENDAR)
    assert (found.grace_days, found.counted_days, found.fine_rp) == (grace, counted, counted * 500)


@pytest.mark.parametrize(
    ("kind", "within", "returned", "counted"),
    [
        # due on the closed Sunday 29, grace 1, closed days free
        (CLIFF, LATE, "11-30", 0),
        (CLIFF, LATE, "12-01", 0),  # one late day, and it is the grace day
        (CLIFF, LATE, "12-02", 2),
        (SUBTRACTED, LATE, "12-02", 1),
        (CLIFF, CAL, "11-30", 0),
        (CLIFF, CAL, "12-01", 1),
        (SUBTRACTED, CAL, "12-02", 2),
    ],
)
def test_grace_after_a_closed_due_day(kind, within, returned, counted):
    policy = money(grace_days=1, grace_kind=kind, grace_in=within)
    assert lateness(SUN, day(returned), policy, CALENDAR).counted_days == counted


@pytest.mark.parametrize(
    ("mode", "fine_rp", "suspension"),
    [(FineMode.NONE, 0, 0), (FineMode.MONEY, 1000, 0), (FineMode.SUSPENSION, 0, 4), (FineMode.BOTH, 1000, 4)],
)
def test_the_mode_chooses_money_suspension_or_both(mode, fine_rp, suspension):
    policy = money(fine_mode=mode, suspension_per_day_days=2)
    found = lateness(FRI, day("11-30"), policy, CALENDAR)  # two days that cost
    assert (found.fine_rp, found.suspension_days, found.capped) == (fine_rp, suspension, False)


@pytest.mark.parametrize(
    ("fine_cap", "suspension_cap", "fine_rp", "suspension", "capped"),
    [
        (0, 0, 3000, 6, False),  # 0 means: no cap
        (2500, 0, 2500, 6, True),
        (3000, 0, 3000, 6, False),  # reached, not cut
        (0, 5, 3000, 5, True),
        (2500, 5, 2500, 5, True),
    ],
)
def test_caps(fine_cap, suspension_cap, fine_rp, suspension, capped):
    policy = money(fine_mode=FineMode.BOTH, fine_cap_rp=fine_cap, suspension_cap_days=suspension_cap)
    found = lateness(FRI, day("12-05"), policy, CALENDAR)  # six days that cost
    assert (found.fine_rp, found.suspension_days, found.capped) == (fine_rp, suspension, capped)


def member(until: date | None = None) -> Member:
    return Member("2" * 32, "M-1", "Anggota Satu", "umum", suspended_until=until)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("until", "days_long", "expected"),
    [
        (None, 0, None),
        (None, 3, "12-04"),
        (day("11-20"), 0, "11-20"),  # an old one is left as it is
        (day("11-20"), 3, "12-04"),  # ended: counts from the return
        (day("12-01"), 3, "12-04"),  # its last day is today: still running
        (day("12-10"), 3, "12-13"),  # lengthened
        (day("12-10"), 0, "12-10"),
    ],
)
def test_a_suspension_counts_from_the_return_and_lengthens_a_running_one(until, days_long, expected):
    found = suspended_until(member(until), day("12-01"), days_long)
    assert found == (day(expected) if expected else None)


def test_a_suspension_without_end_does_not_stop_the_return():
    """A book back after thirty years under a harsh rule: the date ends where dates end."""
    assert suspended_until(member(), day("12-01"), 4_000_000) == date.max


DUE = st.dates(date(2026, 1, 1), date(2027, 6, 30))
POLICIES = st.builds(
    LoanPolicy,
    id=st.just("1" * 32),
    fine_mode=st.sampled_from(FineMode),
    fine_per_day_rp=st.integers(0, 5000),
    fine_cap_rp=st.integers(0, 20_000),
    suspension_per_day_days=st.integers(0, 5),
    suspension_cap_days=st.integers(0, 30),
    grace_days=st.integers(0, 10),
    grace_kind=st.sampled_from(GraceKind),
    grace_in=st.sampled_from(GraceIn),
    closed_days_free=st.booleans(),
)
CALENDARS = st.builds(
    OpenDays,
    st.frozensets(st.integers(0, 6)),
    st.sets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=25).map(
        lambda found: dict.fromkeys(found, "Libur")
    ),
)


@given(DUE, st.integers(-10, 120), POLICIES, CALENDARS)
def test_never_negative_free_on_time_and_the_explanation_adds_up(due_on, days_late, policy, calendar):
    found = lateness(due_on, due_on + timedelta(days=days_late), policy, calendar)
    assert min(found.closed_days, found.grace_days, found.counted_days, found.fine_rp, found.suspension_days) >= 0
    assert found.calendar_days == max(0, days_late)
    assert found.calendar_days == found.closed_days + found.grace_days + found.counted_days
    if days_late <= 0:
        assert found == Lateness()


@given(DUE, st.integers(0, 120), POLICIES, CALENDARS)
def test_caps_hold(due_on, days_late, policy, calendar):
    found = lateness(due_on, due_on + timedelta(days=days_late), policy, calendar)
    full = found.counted_days * policy.fine_per_day_rp
    assert found.fine_rp in (0, full, policy.fine_cap_rp)
    assert not 0 < policy.fine_cap_rp < found.fine_rp
    assert not 0 < policy.suspension_cap_days < found.suspension_days


@given(DUE, st.integers(0, 100), st.integers(0, 40), POLICIES, CALENDARS)
def test_a_later_return_never_costs_less(due_on, days_late, more, policy, calendar):
    sooner = lateness(due_on, due_on + timedelta(days=days_late), policy, calendar)
    later = lateness(due_on, due_on + timedelta(days=days_late + more), policy, calendar)
    assert later.fine_rp >= sooner.fine_rp
    assert later.suspension_days >= sooner.suspension_days


@given(DUE, st.integers(1, 100), POLICIES, CALENDARS)
def test_a_fine_costs_an_open_day_when_closed_days_are_free(due_on, days_late, policy, calendar):
    """Returned on the first day anybody could return: nothing to pay."""
    returned_on = due_on + timedelta(days=days_late)
    others = OpenDays(
        frozenset(), dict.fromkeys(calendar.dated | {due_on + timedelta(days=n): "" for n in range(days_late)}, "")
    )
    if policy.closed_days_free:
        assert lateness(due_on, returned_on, policy, others).fine_rp == 0
