"""Booking recaps, officials and reminders: whatever order the news arrives in, the same rows stand at the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest

from loket.domain import events as e
from loket.domain.apply import apply
from loket.domain.cases import CaseClass
from loket.domain.entities import Activity, Case, Id, Official, Recap, Reminder, YearFact
from loket.domain.memory import DictState

DAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 8, tzinfo=UTC)
ONE, TWO, DESK, OTHER_DESK, ADA, BUDI, STREAM, LOAN = (Id(f"{n:032x}") for n in range(1, 9))
MADE = e.RecapMade(ONE, DAY, "RK/L1/2026", 7, "00007/RK/L1/2026", 1, "{}", STREAM, 41, "ab12", by_night=True)
TOLD = e.MemberReminded(ONE, ADA, DAY, "letter", 2, "12/SP/XI/2026", (LOAN,), "diantar")


def booked(state: DictState, *events: tuple[int, e.Event], desk: Id = DESK, by: Id | None = ADA) -> list[Case]:
    """The nth event of a day at one desk; it happened when it says, whenever it is heard of."""
    return [case for number, event in events for case in apply(state, recorded(number, event, desk, by))]


def recorded(number: int, event: e.Event, desk: Id = DESK, by: Id | None = ADA) -> e.Recorded:
    at = AT + timedelta(minutes=number)
    return e.Recorded(e.Stamp(Id(f"{number + 100:032x}"), at, at, DAY, 480, desk, by, "b", 0, "plausible"), event)


STORIES: dict[str, tuple[type[Any], tuple[e.Event, ...], dict[str, Any]]] = {
    "a recap signed": (
        Recap,
        (MADE, e.RecapSigned(ONE, "dibaca")),
        {
            "number": "00007/RK/L1/2026",
            "running": 7,
            "revision": 1,
            "seq": 41,
            "by_night": True,
            "on": DAY,
            "station_id": DESK,
            "made_at": AT,
            "signed_at": AT + timedelta(minutes=1),
            "sign_note": "dibaca",
        },
    ),
    "a recap signed at two desks": (
        Recap,
        (MADE, e.RecapSigned(ONE, "lebih dahulu"), e.RecapSigned(ONE, "kemudian")),
        {"signed_at": AT + timedelta(minutes=1), "sign_note": "lebih dahulu", "head_hash": "ab12"},
    ),
    "a reminder taken back": (
        Reminder,
        (TOLD, e.ReminderCancelled(ONE)),
        {
            "member_id": ADA,
            "step": 2,
            "number": "12/SP/XI/2026",
            "loan_ids": (LOAN,),
            "cancelled": True,
            "station_id": DESK,
            "operator_id": ADA,
            "how": "letter",
            "note": "diantar",
        },
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_news_may_come_in_any_order(name: str) -> None:
    kind, told, expected = STORIES[name]
    for order in permutations(enumerate(told)):
        state = DictState()
        assert booked(state, *order) == []
        row = state.get(kind, ONE)
        assert {field: getattr(row, field) for field in expected} == expected, order


@pytest.mark.parametrize("name", STORIES)
def test_news_that_comes_twice_says_nothing_new(name: str) -> None:
    kind, told, _ = STORIES[name]
    once, twice = DictState(), DictState()
    booked(once, *enumerate(told))
    booked(twice, *enumerate(told))
    booked(twice, (0, told[0]))
    assert once.get(kind, ONE) == twice.get(kind, ONE)


def test_of_two_signatures_at_one_moment_the_same_one_stands_everywhere() -> None:
    rows = set()
    for order in permutations([(ADA, OTHER_DESK), (BUDI, DESK)]):
        state = DictState()
        booked(state, (0, MADE))
        for by, desk in order:
            booked(state, (1, e.RecapSigned(ONE, by)), desk=desk, by=by)
        row = state.get(Recap, ONE)
        assert row is not None
        rows.add((row.signed_by, row.sign_note))
    assert rows == {(ADA, ADA)}


def test_a_signature_heard_of_alone_is_a_recap_without_a_counter() -> None:
    state = DictState()
    booked(state, (1, e.RecapSigned(ONE)))
    row = state.get(Recap, ONE)
    assert row is not None
    assert (row.station_id, row.number, row.body) == (None, "", "")


def test_one_key_given_twice_is_a_case_and_the_first_row_stays() -> None:
    state = DictState()
    booked(state, (0, MADE), (1, TOLD))
    for number, event in ((5, replace(MADE, number="lain")), (6, replace(TOLD, number="lain"))):
        (case,) = booked(state, (number, event), desk=OTHER_DESK)
        assert (case.cls, case.severity, case.entity) == (CaseClass.ID_COLLISION, "high", ONE)
    recap, reminder = state.get(Recap, ONE), state.get(Reminder, ONE)
    assert recap is not None
    assert reminder is not None
    assert (recap.number, reminder.number) == (MADE.number, TOLD.number)


def test_a_revision_stands_beside_the_recap_it_revises() -> None:
    state = DictState()
    booked(state, (0, MADE), (1, e.RecapSigned(ONE)), (2, replace(MADE, recap_id=TWO, revision=2, changes=("x",))))
    first, second = state.get(Recap, ONE), state.get(Recap, TWO)
    assert first is not None
    assert second is not None
    assert (first.revision, first.signed_by, first.changes) == (1, ADA, ())
    assert (second.revision, second.signed_by, second.changes) == (2, None, ("x",))
    assert first.number == second.number


SET: tuple[tuple[e.Event, e.Event, Any], ...] = (
    (
        e.OfficialSet(Official(ONE, "head", "Kepala", "A. Contoh")),
        e.OfficialSet(Official(ONE, "head", "Kepala", "A. Contoh", retired=True)),
        Official(ONE, "head", "Kepala", "A. Contoh", retired=True),
    ),
    (
        e.ActivitySet(Activity(ONE, DAY, "Dongeng", "story", 10)),
        e.ActivitySet(Activity(ONE, DAY, "Dongeng", "story", 30, cancelled=True)),
        Activity(ONE, DAY, "Dongeng", "story", 30, cancelled=True),
    ),
    (
        e.YearFactSet(YearFact("2026/population", 10)),
        e.YearFactSet(YearFact("2026/population", 12, "BPS")),
        YearFact("2026/population", 12, "BPS"),
    ),
)


@pytest.mark.parametrize(("first", "then", "row"), SET)
def test_what_was_set_last_stands(first: e.Event, then: e.Event, row: Any) -> None:
    state = DictState()
    assert booked(state, (0, first), (1, then)) == []
    assert state.get(type(row), "2026/population" if isinstance(row, YearFact) else ONE) == row
