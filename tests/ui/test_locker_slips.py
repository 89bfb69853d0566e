"""The tag pair as it is printed: made from the rows at that moment, and nothing for what was undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import ADMIN, CIRCULATION, new_desk, operator
from stock import add_member

from loket.domain.entities import Id
from loket.domain.errors import Refused
from loket.domain.slip import Code, Slip, Text, Title
from loket.services import lockers, slip_queue
from loket.services.desk import Desk
from loket.services.locker_banks import add_bank
from loket.services.locker_troubles import move
from loket.services.visitors import Person
from loket.ui.slip_making import SlipMaker


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    made.operator = operator(made, ADMIN)
    add_bank(made, "", "1", "4", 4)
    made.operator = operator(made, CIRCULATION)
    yield made
    made.database.close()


def titles(slip: Slip) -> list[str]:
    return [block.text for block in slip.blocks if isinstance(block, Title)]


def test_who_moved_before_the_tag_came_out_finds_his_locker_on_it(desk, tmp_path):
    first, second = (tile.locker for tile in lockers.board(desk)[:2])
    taken = lockers.take(desk, first.id, Person(add_member(desk, "A-1", name="Ada Contoh"), None, "", ""))
    move(desk, taken.use.id, second.id)
    desk.operator = None  # printed after the desk was locked: the half with the things still says whose they are
    maker = SlipMaker(desk, tmp_path)
    his, things = (maker.of_job(job) for job in slip_queue.queue(desk))
    for slip in (his, things):
        assert titles(slip)[-1] == "LOKER 2"
        assert Code(taken.tag) in slip.blocks
    assert Text("Ada Contoh - A-1", bold=True) in things.blocks


def test_a_tag_of_nothing_says_so_and_stops_nobody(desk, tmp_path):
    maker, box = SlipMaker(desk, tmp_path), lockers.board(desk)[0].locker
    lockers.take(desk, box.id, Person(None, None, "Tamu Contoh", ""))
    job = slip_queue.queue(desk)[0]
    for about, error in ((None, ValueError), (Id("f" * 32), Refused)):
        odd = slip_queue.SlipJob(*(job.id, job.kind, about, job.body, job.state, "", "", job.added_at))
        with pytest.raises(error):
            maker.of_job(odd)
