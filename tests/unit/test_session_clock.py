"""Clocks of internet sessions: a power cut loses seconds at most, and no wrong date moves them."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import new_desk
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from rooms import add_computers, member
from stock import add_member

from loket.domain.internet import MINUTE_MS, Reckoning, minutes_of
from loket.services import internet_room as ir
from loket.services import session_clock
from loket.services.desk import Desk

TIMES = st.integers(min_value=0, max_value=10**9)


# ---- the reckoning ------------------------------------------------------------------------------------------------


@given(TIMES, TIMES, TIMES, st.booleans())
def test_only_time_of_the_same_start_is_added_and_never_taken_away(used: int, then: int, now: int, same: bool) -> None:
    found = Reckoning(used, "a", then).used_at("a" if same else "b", now)
    assert found == used + (max(0, now - then) if same else 0)


@given(TIMES, st.lists(TIMES, max_size=20))
def test_noting_a_clock_on_the_way_changes_nothing(used: int, stops: list[int]) -> None:
    at = sorted(stops)
    noted = Reckoning(used, "a", 0)
    for mono in at:
        noted = noted.noted_at("a", mono)
    end = at[-1] if at else 0
    assert noted.used_at("a", end) == Reckoning(used, "a", 0).used_at("a", end)


def test_minutes_are_told_to_the_nearest() -> None:
    assert [minutes_of(ms) for ms in (0, 29_999, 30_000, 89_999, 90_000, 45 * MINUTE_MS)] == [0, 0, 1, 1, 2, 45]


# ---- a session through a bad day ----------------------------------------------------------------------------------


class BadDay(RuleBasedStateMachine):
    """Time passes, the clock is noted, the power fails, somebody sets another date: what was used is known."""

    @initialize()
    def sit_down(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.desk = new_desk(Path(self.folder.name))
        self.clock: Any = self.desk.clock
        ada = add_member(self.desk)
        (seat,) = add_computers(self.desk, 1)
        self.session_id = ir.start(self.desk, seat, member(ada)).session.id
        self.noted_ms = self.since_ms = 0
        self.boots = 0

    @rule(seconds=st.integers(min_value=0, max_value=4000))
    def pass_time(self, seconds: int) -> None:
        self.clock.advance(seconds=seconds)
        self.since_ms += seconds * 1000

    @rule()
    def tick(self) -> None:
        assert session_clock.tick(self.desk) == 1
        self.noted_ms, self.since_ms = self.noted_ms + self.since_ms, 0

    @rule(dark=st.integers(min_value=0, max_value=10**6))
    def power_fails(self, dark: int) -> None:
        self.boots += 1
        self.clock.boot_id = f"boot-{self.boots}"
        self.clock._mono_ms = dark  # it counts from the start of the computer
        self.since_ms = 0
        session_clock.tick(self.desk)

    @rule(days=st.integers(min_value=-3000, max_value=3000))
    def wrong_date(self, days: int) -> None:
        self.clock.set(datetime(2026, 11, 24, 2, tzinfo=UTC) + timedelta(days=days))

    @invariant()
    def what_was_used_is_known(self) -> None:
        (tile,) = ir.board(self.desk)
        assert tile.session is not None
        left_ms = tile.left_ms(self.clock.boot_id, self.clock.mono_ms())
        assert left_ms == tile.session.minutes * MINUTE_MS - self.noted_ms - self.since_ms

    def teardown(self) -> None:
        if not hasattr(self, "desk"):
            return
        ended = ir.end(self.desk, self.session_id, card_back=True)
        assert ended.used_min == minutes_of(self.noted_ms + self.since_ms)
        assert session_clock.tick(self.desk) == 0
        self.desk.database.close()
        self.folder.cleanup()


TestBadDay = BadDay.TestCase
TestBadDay.settings = settings(max_examples=15, stateful_step_count=15, deadline=None, derandomize=True)


# ---- what is kept -------------------------------------------------------------------------------------------------


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return new_desk(tmp_path)


def test_a_clock_is_put_away_once_its_session_ended_elsewhere(desk: Desk) -> None:
    (seat,) = add_computers(desk, 1)
    started = ir.start(desk, seat, member(add_member(desk)))
    with desk.action() as act:
        act.driver.execute(
            "UPDATE internet_session SET state = 'ended' WHERE id = ?", (bytes.fromhex(started.session.id),)
        )
    assert session_clock.tick(desk) == 0
    with desk.view() as act:
        assert session_clock.used_ms(act, started.session.id) is None


def test_a_session_of_another_counter_has_no_clock_here(desk: Desk) -> None:
    (seat,) = add_computers(desk, 1)
    started = ir.start(desk, seat, member(add_member(desk)))
    with desk.action() as act:
        session_clock.stop(act, started.session.id)
    (tile,) = ir.board(desk)
    assert tile.left_ms("boot", 0) is None
    clock: Any = desk.clock
    clock.advance(hours=5)
    assert ir.end(desk, started.session.id, card_back=True).used_min == started.session.minutes


def test_nothing_is_written_while_nobody_sits_there(desk: Desk) -> None:
    with desk.view() as act:
        before = act.driver.execute("PRAGMA data_version").fetchone()
    assert session_clock.tick(desk) == 0
    with desk.view() as act:
        assert act.driver.execute("PRAGMA data_version").fetchone() == before
