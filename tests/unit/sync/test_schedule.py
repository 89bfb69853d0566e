"""When rounds are due: whatever happened before, there is always a next one."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.sync.schedule import (
    FIRST_BACKOFF_S,
    LONGEST_BACKOFF_S,
    MANY_PENDING,
    NIGHT_MIN,
    USUAL_S,
    Facts,
    Schedule,
    night_slot_min,
)

NOON = Facts(0, time(12))
STATION = "3" * 32


def schedule(draw: float = 0.5, now: float = 100.0) -> Schedule:
    return Schedule(STATION, lambda: draw, now)


def test_the_first_round_is_due_at_the_start() -> None:
    assert schedule().next_due(100.0, NOON) <= 100.0


def test_then_every_quarter_of_an_hour() -> None:
    made = schedule()
    made.begun(100.0, NOON)
    made.succeeded(103.0)

    assert made.next_due(104.0, NOON) == 103.0 + USUAL_S


def test_many_pending_events_do_not_wait() -> None:
    made = schedule()
    made.succeeded(100.0)

    assert made.next_due(101.0, Facts(MANY_PENDING - 1, time(12))) > 101.0
    assert made.next_due(101.0, Facts(MANY_PENDING, time(12))) <= 101.0


def test_a_wish_comes_before_any_waiting_time_but_once() -> None:
    made = schedule()
    made.failed(100.0)
    made.ask()
    assert made.next_due(100.1, NOON) <= 100.1
    made.begun(100.1, NOON)
    made.failed(100.2)

    assert made.next_due(100.3, NOON) > 100.3


def test_waiting_times_double_and_have_an_end() -> None:
    made, waits = schedule(draw=0.999999), []
    for _ in range(30):
        made.failed(0.0)
        waits.append(made.next_due(0.0, Facts(999, time(12))))

    assert waits[0] == pytest.approx(FIRST_BACKOFF_S, rel=1e-4)
    assert waits[1] == pytest.approx(2 * FIRST_BACKOFF_S, rel=1e-4)
    assert waits[-1] == pytest.approx(LONGEST_BACKOFF_S, rel=1e-4)
    made.succeeded(0.0)
    made.failed(0.0)
    assert made.next_due(0.0, NOON) == pytest.approx(FIRST_BACKOFF_S, rel=1e-4)


def test_the_nightly_round_comes_once_at_the_counters_own_time() -> None:
    made = schedule()
    made.succeeded(0.0)
    slot = night_slot_min(STATION)
    before, there = (time((slot + shift) // 60 % 24, (slot + shift) % 60) for shift in (-5, 0))

    assert made.next_due(10.0, Facts(0, before)) == 310.0
    assert made.begun(9.0, Facts(0, before)) is False
    assert made.next_due(310.0, Facts(0, there)) <= 310.0
    assert made.begun(310.0, Facts(0, there)) is True
    made.succeeded(320.0)
    assert made.next_due(321.0, Facts(0, there)) == 320.0 + USUAL_S


def test_nights_are_spread() -> None:
    slots = {night_slot_min(f"{number:032x}") for number in range(400)}

    assert len(slots) > 90
    assert max(slots) - min(slots) < NIGHT_MIN


happenings = st.lists(
    st.tuples(
        st.sampled_from(["ask", "begun", "succeeded", "failed"]),
        st.floats(0, 7_200),
        st.integers(0, 5_000),
        st.times(),
    ),
    max_size=40,
)


@given(happenings, st.floats(0, 1, exclude_max=True), st.floats(0, 1e6))
def test_no_state_is_without_a_next_round(past: list, drawn: float, start: float) -> None:
    made, now, asked = schedule(drawn, start), start, False
    for what, passed, pending, local in past:
        now += passed
        facts = Facts(pending, local)
        asked = what == "ask" or (asked and what != "begun")
        if what == "ask":
            made.ask()
        elif what == "begun":
            made.begun(now, facts)
        else:
            getattr(made, what)(now)
        due = made.next_due(now, facts)
        assert due <= now + max(USUAL_S, LONGEST_BACKOFF_S)
        assert not asked or due <= now
        assert what != "failed" or asked or due > now
