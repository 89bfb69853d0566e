"""Two desks on one database file, in threads and in programs of their own: rules are checked under the lock."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import KEY, TODAY, FakeClock, SequentialIds, new_desk
from stock import add_item, add_member, adopt, close_days, open_loans

from loket.db.engine import driver, open_database
from loket.db.journal import first_break
from loket.db.rebuild import differing_tables
from loket.domain.errors import Refused
from loket.services.circulation import check_out
from loket.services.desk import Desk, open_desk

WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    yield made
    made.database.close()


def second_desk(folder: Path, number: int) -> Desk:
    """Another program at the same file, with its own connections and keys of its own."""
    clock = FakeClock(datetime(2026, 11, 24, 2, tzinfo=UTC))
    desk = open_desk(open_database(folder / "loket.db", KEY), clock, SequentialIds((number + 1) << 32))
    assert desk is not None
    return desk


def lend_each(desk: Desk, jobs: list[tuple[str, str]], start: Any, out: list[str]) -> None:
    """Lend one copy after the other, all desks starting each round together; what came of it to `out`."""
    for member_id, item_id in jobs:
        start.wait(60)
        try:
            check_out(desk, member_id=member_id, item_id=item_id)
            out.append("lent")
        except Refused as refused:
            out.append(refused.code.value)


def in_a_process(folder: Path, number: int, jobs: list[tuple[str, str]], start: Any, answers: Any) -> None:
    desk, out = second_desk(folder, number), []
    lend_each(desk, jobs, start, out)
    answers.put(out)
    desk.database.close()


def race(desk: Desk, folder: Path, jobs: list[list[tuple[str, str]]], *, processes: bool) -> list[list[str]]:
    """Every list of jobs at a desk of its own, in threads or in processes."""
    if not processes:
        start, outs = threading.Barrier(len(jobs)), [[] for _ in jobs]
        desks = [desk, *(second_desk(folder, number) for number in range(1, len(jobs)))]
        threads = [
            threading.Thread(target=lend_each, args=(each, mine, start, out), daemon=True)
            for each, mine, out in zip(desks, jobs, outs, strict=True)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(100)
        for other in desks[1:]:
            other.database.close()
        return outs
    spawn = multiprocessing.get_context("spawn")
    start, answers = spawn.Barrier(len(jobs)), spawn.Queue()
    children = [
        spawn.Process(target=in_a_process, args=(folder, number, mine, start, answers), daemon=True)
        for number, mine in enumerate(jobs)
    ]
    for child in children:
        child.start()
    outs = [answers.get(timeout=100) for _ in children]
    for child in children:
        child.join(100)
    return outs


def test_two_desks_lending_one_copy_exactly_one_wins(desk, tmp_path):
    jobs = shared_copies(desk)
    outs = race(desk, tmp_path, jobs, processes=False)
    one_won_each(outs)
    prove_the_books(desk, tmp_path)


def test_two_desks_never_give_one_member_more_than_the_limit(desk, tmp_path):
    jobs = ten_copies_for_one(desk, add_member(desk, "P-1", member_type="pelajar"))
    outs = race(desk, tmp_path, jobs, processes=False)
    assert sorted(outs[0] + outs[1]) == ["item_limit"] * 5 + ["lent"] * 5
    prove_the_books(desk, tmp_path)


def test_two_programs_on_one_database(desk, tmp_path):
    shared = shared_copies(desk)
    pupil = add_member(desk, "P-1", member_type="pelajar")
    jobs = [first + then for first, then in zip(shared, ten_copies_for_one(desk, pupil), strict=True)]
    outs = race(desk, tmp_path, jobs, processes=True)
    one_won_each([out[:20] for out in outs])
    assert sorted(outs[0][20:] + outs[1][20:]) == ["item_limit"] * 5 + ["lent"] * 5
    assert len(open_loans(desk, pupil)) == 5
    prove_the_books(desk, tmp_path)


def shared_copies(desk: Desk) -> list[list[tuple[str, str]]]:
    """Twenty rounds of one copy wanted at two desks, for two members without a limit in the way."""
    adopt(desk, member_type="umum", max_items=99, max_titles=99)
    items = [add_item(desk, f"B{n}") for n in range(20)]
    members = [add_member(desk, f"M-{side}") for side in (1, 2)]
    return [[(member_id, item_id) for item_id in items] for member_id in members]


def one_won_each(outs: list[list[str]]) -> None:
    for one, other in zip(*outs, strict=True):
        assert sorted((one, other)) == ["item_on_loan", "lent"]


def ten_copies_for_one(desk: Desk, member_id: str) -> list[list[tuple[str, str]]]:
    """Five copies at each of two desks for one member, who may have five."""
    adopt(desk, member_type="pelajar", max_items=5, max_titles=5)
    return [[(member_id, add_item(desk, f"C{side}{n}")) for n in range(5)] for side in (1, 2)]


def prove_the_books(desk: Desk, folder: Path) -> None:
    with desk.database.read() as connection:
        assert first_break(driver(connection)) is None
    assert differing_tables(desk.database, folder / "again.db", KEY) == []


def test_a_rule_changed_by_another_program_is_in_force_too(desk, tmp_path):
    member_id = add_member(desk)
    check_out(desk, member_id=member_id, item_id=add_item(desk))
    other = second_desk(tmp_path, 1)
    close_days(other, WEEK)
    other.database.close()
    lent = check_out(desk, member_id=member_id, item_id=add_item(desk, "B2"))
    assert lent.loan.due_on == WEEK + timedelta(days=1)
