"""A locker tag scanned in any box goes to the lockers: the counter, the cash desk, the members and the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import stock
from fakes import ADMIN, new_desk, operator

from loket.domain.entities import Id
from loket.domain.errors import RefusalCode, Refused
from loket.domain.house_codes import Slip, locker_tag, read_daily, read_tag
from loket.services import house_codes, locker_banks, lockers
from loket.services.desk import Desk
from loket.services.house_codes import HouseCode, HouseThing
from loket.services.scanning import AnswerKind, Counter
from loket.services.visitors import Person
from loket.ui.jobs import InlineJobs
from loket.ui.presenters.cash import look_up
from loket.ui.presenters.catalogue import CataloguePresenter
from loket.ui.presenters.members import MembersPresenter


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = new_desk(tmp_path)
    made.operator = operator(made, ADMIN)
    return made


@pytest.fixture
def taken(desk: Desk) -> lockers.Taken:
    (locker,) = locker_banks.add_bank(desk, "", "7", "7", 1)
    return lockers.take(desk, locker.id, Person(stock.add_member(desk), None, "Ada Contoh", "M-1"))


class Heard:
    """A view that remembers where it was sent."""

    def __init__(self) -> None:
        self.codes: list[HouseCode] = []

    def go_to_house(self, code: HouseCode) -> None:
        self.codes.append(code)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda *values, **named: None


def test_the_loans_desk_knows_a_tag_and_keeps_its_member(desk: Desk, taken: lockers.Taken) -> None:
    counter, now = Counter(desk), desk.clock.now()
    counter.scan("M-1", now, 0)
    answer = counter.scan(taken.tag.lower(), now, 5_000)
    assert answer.kind is AnswerKind.ELSEWHERE
    assert answer.fact == HouseCode(HouseThing.LOCKER, taken.tag.lower(), taken.use.id, True)
    assert counter.member_id is not None


def test_the_cash_desk_knows_a_tag(desk: Desk, taken: lockers.Taken) -> None:
    found = look_up(desk, taken.tag)
    assert found.house is not None
    assert found.house.id == taken.use.id
    with pytest.raises(Refused) as refused:
        look_up(desk, "T7-000")
    assert refused.value.code is RefusalCode.CODE_UNKNOWN


@pytest.mark.parametrize("presenter", [MembersPresenter, CataloguePresenter])
def test_lists_know_a_tag(desk: Desk, taken: lockers.Taken, presenter: type[Any]) -> None:
    view = Heard()
    made = presenter(desk, InlineJobs(), view)
    made.entered("Ada")
    assert view.codes == []
    made.entered(taken.tag)
    assert [code.id for code in view.codes] == [taken.use.id]


def test_an_old_tag_is_known_and_said_to_be_over(desk: Desk, taken: lockers.Taken) -> None:
    lockers.give_back(desk, taken.use.id, name_matched=True)
    found = house_codes.find(desk, taken.tag)
    assert found is not None
    assert not found.is_open


def test_numbers_are_read_as_they_are_written() -> None:
    use = Id("0" * 31 + "7")
    assert read_tag(locker_tag("12", use)) == "12"
    assert locker_tag("12", use) != locker_tag("12", Id("0" * 31 + "8")), "the next visitor's tag is another"
    daily = read_daily("p261124-l1-003")
    assert daily is not None
    assert (daily.slip, daily.on, daily.station, daily.running) == (Slip.VISITOR, date(2026, 11, 24), "L1", 3)
    assert str(daily) == "P261124-L1-003"
    assert read_daily("P269924-L1-003") is None
