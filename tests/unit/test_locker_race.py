"""One locker wanted at two desks: on one database the second is refused; on two both stay, and a case says so."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from conflict_books import ADA, BUDI, DAY, Books, made, opened_library
from fakes import ADMIN, CIRCULATION, KEY, FakeClock, SequentialIds, new_desk, operator
from hypothesis import given
from hypothesis import strategies as st
from stock import add_member

from loket.db.engine import driver, open_database
from loket.db.journal import first_break
from loket.db.rebuild import differing_tables
from loket.domain import events as e
from loket.domain.cases import CaseClass, case_id
from loket.domain.entities import Case, Id, Locker, LockerEnd, LockerUse
from loket.domain.errors import Refused
from loket.services import lockers as service
from loket.services.desk import Desk, open_desk
from loket.services.locker_banks import add_bank
from loket.services.visitors import Person

ROUNDS = 12
ONE, TWO, USE_A, USE_B = (Id(f"{number:032x}") for number in range(65, 69))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made_desk = new_desk(tmp_path)
    made_desk.operator = operator(made_desk, ADMIN)
    add_bank(made_desk, "", "1", str(ROUNDS), 6)
    made_desk.operator = operator(made_desk, CIRCULATION)
    yield made_desk
    made_desk.database.close()


# ---- one database ---------------------------------------------------------------------------------------------------


def second_desk(folder: Path, number: int = 1) -> Desk:
    """Another program at the same file, with its own connections and keys of its own."""
    clock = FakeClock(datetime(2026, 11, 24, 2, tzinfo=UTC))
    other = open_desk(open_database(folder / "loket.db", KEY), clock, SequentialIds((number + 1) << 32))
    assert other is not None
    other.operator = operator(other, CIRCULATION)
    return other


def take_each(desk: Desk, jobs: list[tuple[str, str]], start: Any, out: list[str]) -> None:
    """One locker after the other for a member each; both desks begin every round together."""
    for locker_id, member_id in jobs:
        start.wait(60)
        try:
            service.take(desk, Id(locker_id), Person(Id(member_id), None, "", ""))
            out.append("taken")
        except Refused as refused:
            out.append(refused.code.value)


def in_a_process(folder: Path, number: int, jobs: list[tuple[str, str]], start: Any, answers: Any) -> None:
    desk, out = second_desk(folder, number), []
    take_each(desk, jobs, start, out)
    answers.put(out)
    desk.database.close()


def wanted(desk: Desk) -> list[list[tuple[str, str]]]:
    """At each of two desks the same lockers, every time for somebody else."""
    boxes = [tile.locker.id for tile in service.board(desk)]
    return [[(box, add_member(desk, f"{side}-{n}")) for n, box in enumerate(boxes)] for side in "AB"]


def one_has_each(desk: Desk, folder: Path, outs: list[list[str]]) -> None:
    for one, other in zip(*outs, strict=True):
        assert sorted((one, other)) == ["locker_taken", "taken"]
    board = service.board(desk)
    assert [len(tile.uses) for tile in board] == [1] * ROUNDS
    assert not any(tile.twice for tile in board)
    assert len({tile.use.tag for tile in board if tile.use}) == ROUNDS
    with desk.database.read() as connection:
        assert first_break(driver(connection)) is None
    assert differing_tables(desk.database, folder / "again.db", KEY) == []


def test_two_windows_give_one_locker_to_exactly_one(desk, tmp_path):
    jobs, start = wanted(desk), threading.Barrier(2)
    desks, outs = [desk, second_desk(tmp_path)], [[], []]
    threads = [
        threading.Thread(target=take_each, args=(each, mine, start, out), daemon=True)
        for each, mine, out in zip(desks, jobs, outs, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(100)
    desks[1].database.close()
    one_has_each(desk, tmp_path, outs)


def test_two_programs_give_one_locker_to_exactly_one(desk, tmp_path):
    jobs, spawn = wanted(desk), multiprocessing.get_context("spawn")
    start, answers = spawn.Barrier(2), spawn.Queue()
    children = [
        spawn.Process(target=in_a_process, args=(tmp_path, number, mine, start, answers), daemon=True)
        for number, mine in enumerate(jobs, 1)
    ]
    for child in children:
        child.start()
    outs = [answers.get(timeout=100) for _ in children]
    for child in children:
        child.join(100)
    one_has_each(desk, tmp_path, outs)


def test_one_person_at_two_desks_gets_one_locker(desk, tmp_path):
    ada, start = add_member(desk, "A-1"), threading.Barrier(2)
    boxes = [tile.locker.id for tile in service.board(desk)]
    desks, outs = [desk, second_desk(tmp_path)], [[], []]
    threads = [
        threading.Thread(target=take_each, args=(each, [(box, ada)], start, out), daemon=True)
        for each, box, out in zip(desks, boxes, outs, strict=False)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(100)
    desks[1].database.close()
    assert sorted(outs[0] + outs[1]) == ["locker_held", "taken"]


# ---- two databases --------------------------------------------------------------------------------------------------


def taken(use_id: Id, member_id: Id, desk: str, minutes: float, locker_id: Id = ONE) -> e.Recorded:
    return made(e.LockerTaken(use_id, locker_id, f"T1-{desk}", DAY, member_id), desk=desk, minutes=minutes)


def with_lockers() -> Books:
    books = opened_library()
    for locker_id, number in ((ONE, "1"), (TWO, "2")):
        books.arrive(made(e.LockerSet(Locker(locker_id, number)), minutes=-60))
    return books


CLASH = (taken(USE_A, ADA, "a", 1), taken(USE_B, BUDI, "b", 2))


@pytest.mark.parametrize("order", list(permutations(range(2))))
def test_two_counters_that_did_not_hear_of_each_other_are_told_whatever_came_first(order):
    books = with_lockers()
    opened = [case for place in order for case in books.arrive(CLASH[place])]
    assert opened == [("LOCK_DUP", "high")]
    assert books.only_case().entity == ONE
    assert books.case_detail() == {"locker_id": ONE, "earlier": USE_A, "later": USE_B}
    assert {use.id for use in books.open_locker_uses(ONE)} == {USE_A, USE_B}
    assert books.arrive(CLASH[0]) in ([], [("ID_COLLISION", "high")])


def test_moving_one_away_ends_the_clash_and_the_other_still_has_his_tag():
    books = with_lockers()
    books.arrive(*CLASH)
    books.arrive(made(e.LockerMoved(USE_B, ONE, TWO, "1"), desk="b", minutes=9))
    assert [use.id for use in books.open_locker_uses(ONE)] == [USE_A]
    (moved,) = books.open_locker_uses(TWO)
    assert (moved.id, moved.moved_from) == (USE_B, "1")


def test_a_desk_that_hears_of_the_clash_shows_both(desk):
    box = service.board(desk)[0].locker
    ada, budi = (Person(add_member(desk, f"A-{n}", name=f"Nama {n}"), None, "", "") for n in (1, 2))
    service.take(desk, box.id, ada)
    with desk.action() as act:  # as it comes from the other counter
        act.record(e.LockerTaken(act.new_id(), box.id, "T1-XYZ", act.today, budi.member_id))
    tile = service.tile(desk, box.id)
    assert (tile.twice, [view.holder for view in tile.uses]) == (True, ["Nama 1", "Nama 2"])
    for view in tile.uses:
        service.give_back(desk, view.use.id, name_matched=True)
    assert service.tile(desk, box.id).state is service.LockerState.FREE


steps = st.lists(st.sampled_from(("return", "lost", "forced", "move", "undo")), max_size=4)


def step(kind: str, minutes: int, desk: str) -> e.Recorded:
    event = {
        "return": e.LockerReturned(USE_A, ONE, DAY),
        "lost": e.LockerTagLost(USE_A, ONE, DAY, "001/PL/X"),
        "forced": e.LockerForced(USE_A, ONE, DAY, "sebab"),
        "move": e.LockerMoved(USE_A, ONE, TWO, "1"),
        "undo": e.LockerUndone(USE_A, ONE, "sebab"),
    }[kind]
    return made(event, desk=desk, minutes=minutes)


@given(kinds=steps, late=st.integers(0, 4))
def test_what_is_heard_of_a_use_first_is_kept_when_its_beginning_comes(kinds, late):
    """Wherever the news of its beginning comes among the others, the row tells whose it was and ends the same way."""
    begin, others = taken(USE_A, ADA, "a", 0), [step(kind, 5 + n, "b") for n, kind in enumerate(kinds)]
    in_order, shuffled = with_lockers(), with_lockers()
    in_order.arrive(begin, *others)
    shuffled.arrive(*others[:late], begin, *others[late:])
    one, other = in_order.the(LockerUse, USE_A), shuffled.the(LockerUse, USE_A)
    assert one == other
    assert (other.member_id, other.tag, other.taken_at) == (ADA, "T1-a", begin.stamp.began_at)
    closed = [kind for kind in kinds if kind != "move"]
    assert (other.end is LockerEnd.OPEN) == (not closed)


def test_a_case_of_two_in_one_locker_is_one_however_often_it_is_replayed():
    books = with_lockers()
    books.arrive(*CLASH)
    books.arrive(made(e.LockerMoved(USE_B, ONE, TWO, "1"), desk="b", minutes=9))
    books.arrive(made(e.LockerMoved(USE_B, TWO, ONE, "2"), desk="b", minutes=10))
    cases = [case for case in books.tables[Case].values() if case.cls is CaseClass.LOCK_DUP]  # type: ignore[attr-defined]
    assert [case.id for case in cases] == [case_id(f"LOCK_DUP:{USE_A}:{USE_B}")]


def test_the_tag_of_the_longest_lying_things_comes_first_on_the_list(desk):
    boxes = [tile.locker.id for tile in service.board(desk)]
    for number, box in enumerate(boxes[:3]):
        service.take(desk, box, Person(add_member(desk, f"L-{number}"), None, "", ""))
        desk.clock.advance(minutes=7)
    times = [view.use.taken_at for view in service.still_out(desk)]
    assert times == sorted(times)
    assert times[1] - times[0] == timedelta(minutes=7)
