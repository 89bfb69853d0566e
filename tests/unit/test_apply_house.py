"""Booking visitors: whatever order the news of one thing arrives in, the same row stands at the end."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest

from loket.domain import events as e
from loket.domain.apply import apply
from loket.domain.cases import CaseClass
from loket.domain.entities import (
    Case,
    CopyState,
    EbookLoan,
    Id,
    InHouseKind,
    InHouseState,
    InHouseUse,
    InternetSession,
    Locker,
    LockerEnd,
    LockerUse,
    PhotocopyJob,
    Pledge,
    SessionState,
    Visit,
)
from loket.domain.memory import DictState
from loket.services.cases import describe

DAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 2, tzinfo=UTC)
THING, ADA, BUDI, LOCKER, OTHER, SEAT, SECOND, DESK, ROOM = (Id(f"{n:032x}") for n in range(1, 10))
LATER = AT + timedelta(hours=1)


def stamp(number: int) -> e.Stamp:
    """The nth event of a day at one desk; what it says happened when it says, whenever it is heard of."""
    at = AT + timedelta(minutes=number)
    return e.Stamp(Id(f"{number + 100:032x}"), at, at, DAY, 480, DESK, None, "b", 0, "plausible")


def book(state: DictState, *events: tuple[int, e.Event]) -> list[Case]:
    return [case for number, event in events for case in apply(state, e.Recorded(stamp(number), event))]


STORIES: dict[str, tuple[type[Any], tuple[e.Event, ...], dict[str, Any]]] = {
    "a visitor goes out": (
        Visit,
        (
            e.VisitRecorded(THING, "guest", AT, DAY, "membaca", people=1, guest=e.Guest("Tamu Contoh", "08")),
            e.VisitorLeft(THING, LATER, "closing"),
            e.VisitorLeft(THING, AT + timedelta(minutes=30)),
        ),
        {"name": "Tamu Contoh", "left_at": AT + timedelta(minutes=30), "left_how": "seen", "people": 1},
    ),
    "a line written by mistake": (
        Visit,
        (e.VisitRecorded(THING, "member", AT, DAY, member_id=ADA), e.VisitUndone(THING)),
        {"cancelled": True, "member_id": ADA},
    ),
    "things in a locker": (
        LockerUse,
        (
            e.LockerTaken(THING, LOCKER, "T1-ABC", DAY, ADA, contents="tas hitam"),
            e.LockerMoved(THING, LOCKER, OTHER, "1"),
            e.LockerReturned(THING, LOCKER, DAY),
        ),
        {"tag": "T1-ABC", "locker_id": OTHER, "moved_from": "1", "end": LockerEnd.RETURNED, "member_id": ADA},
    ),
    "a tag lost": (
        LockerUse,
        (
            e.LockerTaken(THING, LOCKER, "T1-ABC", DAY, holder="Tamu Contoh"),
            e.LockerTagLost(THING, LOCKER, DAY, "SP-1", "KTP", "0001", BUDI, None, "tas hitam"),
        ),
        {"end": LockerEnd.LOST_TAG, "holder": "Tamu Contoh", "statement_no": "SP-1", "proof": "tas hitam"},
    ),
    "a request": (
        InHouseUse,
        (
            e.ItemAsked(THING, InHouseKind.REQUEST, DAY, ROOM, title="Judul", member_id=ADA),
            e.ItemFetched(THING, barcode="B1"),
            e.ItemHandedBack(THING, "baik"),
            e.BooksReshelved((THING,), DAY),
        ),
        {"state": InHouseState.DONE, "barcode": "B1", "note": "baik", "reshelved_on": DAY, "title": "Judul"},
    ),
    "a session": (
        InternetSession,
        (
            e.SessionAsked(THING, DAY, ADA),
            e.SessionStarted(THING, SEAT, DAY, 45, ADA, card_held=True),
            e.SessionExtended(THING, 60),
            e.SessionEnded(THING, 58, "done"),
            e.SessionCardReturned(THING),
        ),
        {"state": SessionState.ENDED, "minutes": 60, "used_min": 58, "card_held": False, "seat_id": SEAT},
    ),
    "copies outside": (
        PhotocopyJob,
        (
            e.PhotocopyOut(THING, "F1", DAY, LATER, ("B1",), ("Judul",), Pledge.IDENTITY, "KTP", "0001", borrower="T"),
            e.PhotocopyBack(THING, slip_shown=False, note="nota hilang", approved_by=BUDI),
        ),
        {"state": CopyState.BACK, "number": "F1", "slip_shown": False, "approved_by": BUDI, "borrower": "T"},
    ),
    "an e-book given back": (
        EbookLoan,
        (e.EbookLent(THING, None, "Judul", DAY, AT, LATER, reader="T"), e.EbookReturned(THING, AT)),
        {"returned_at": AT, "title": "Judul", "reader": "T"},
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_news_may_come_in_any_order(name: str) -> None:
    kind, told, expected = STORIES[name]
    for order in permutations(enumerate(told)):
        state = DictState()
        assert [case for case in book(state, *order) if case.cls != CaseClass.UNDO_LATE] == []
        row = state.get(kind, THING)
        assert {field: getattr(row, field) for field in expected} == expected, order


@pytest.mark.parametrize("name", STORIES)
def test_news_that_comes_twice_says_nothing_new(name: str) -> None:
    """An event that is heard of again, by another way, changes no row."""
    kind, told, _ = STORIES[name]
    once, twice = DictState(), DictState()
    book(once, *enumerate(told))
    book(twice, *enumerate(told))
    book(twice, (0, told[0]))
    assert once.get(kind, THING) == twice.get(kind, THING)


def taken(use: Id, member: Id, tag: str = "T1-ABC", locker: Id = LOCKER) -> e.LockerTaken:
    return e.LockerTaken(use, locker, tag, DAY, member)


def test_one_locker_given_out_at_two_desks_is_told_at_once() -> None:
    state = DictState()
    book(state, (0, e.LockerSet(Locker(LOCKER, "12"))), (1, taken(THING, ADA)))
    (case,) = book(state, (2, taken(SECOND, BUDI, "T1-XYZ")))
    assert (case.cls, case.severity, case.entity) == (CaseClass.LOCK_DUP, "high", LOCKER)
    assert {use.id for use in state.open_locker_uses(LOCKER)} == {THING, SECOND}, "both tags open it"
    for words in ("id", "en"):
        view = describe(state, case, words)
        assert "12" in view.question
        assert [side.lines[1].split()[-1] for side in view.sides] == ["T1-ABC", "T1-XYZ"]
    assert book(state, (3, e.LockerReturned(THING, LOCKER, DAY)), (4, e.LockerReturned(SECOND, LOCKER, DAY))) == []
    assert list(state.open_locker_uses(LOCKER)) == []


def test_a_locker_moved_into_one_that_is_taken_is_told() -> None:
    state = DictState()
    book(state, (1, taken(THING, ADA)), (2, taken(SECOND, BUDI, locker=OTHER)))
    (case,) = book(state, (3, e.LockerMoved(SECOND, OTHER, LOCKER, "2")))
    assert (case.cls, case.entity) == (CaseClass.LOCK_DUP, LOCKER)


def test_given_back_again_without_its_tag_is_looked_at() -> None:
    state = DictState()
    book(state, (0, e.LockerSet(Locker(LOCKER, "12"))), (1, taken(THING, ADA)))
    book(state, (2, e.LockerReturned(THING, LOCKER, DAY)))
    (case,) = book(state, (3, e.LockerTagLost(THING, LOCKER, DAY, "SP-1", proof="tas")))
    assert case.cls == CaseClass.LOCK_DUP
    use = state.get(LockerUse, THING)
    assert use is not None
    assert (use.end, use.statement_no) == (LockerEnd.RETURNED, "SP-1")
    assert "diserahkan lagi" in describe(state, case).question


def test_a_visit_that_is_known_by_its_end_alone_counts_nobody() -> None:
    state = DictState()
    book(state, (1, e.VisitorLeft(THING, LATER)))
    visit = state.get(Visit, THING)
    assert visit is not None
    assert (visit.people, visit.kind) == (0, "")


def test_names_are_forgotten_and_counts_stay() -> None:
    state = DictState()
    book(
        state,
        (1, e.VisitRecorded(THING, "guest", AT, DAY, guest=e.Guest("Tamu Contoh", "08"), sex="P")),
        (2, e.LockerTaken(SECOND, LOCKER, "T1-ABC", DAY, holder="Tamu Contoh")),
        (3, e.GuestsForgotten((THING, SECOND, OTHER))),
    )
    visit, use = state.get(Visit, THING), state.get(LockerUse, SECOND)
    assert visit is not None
    assert use is not None
    assert (visit.name, visit.phone, visit.sex, visit.people) == ("", "", "P", 1)
    assert (use.holder, use.tag) == ("", "T1-ABC")
