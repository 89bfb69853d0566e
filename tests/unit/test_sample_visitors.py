"""The sample hour of visitors: that it is played whole, and that one who is missing is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import new_desk
from stock import add_member

from loket.domain.entities import VisitKind, VisitSource
from loket.domain.visits import GroupForm, GuestForm
from loket.services import example_visitors as played
from loket.services import guestbook
from loket.services.desk import Desk
from loket.services.example_visitors import Arrival, Place

COUNT = 40


def written(desk: Desk, came: list[Arrival]) -> None:
    """All of them, as they came."""
    for one in came:
        if one.kind is VisitKind.MEMBER:
            assert one.member_id is not None
            guestbook.check_in_member(desk, one.member_id, purpose=one.purpose)
        elif one.kind is VisitKind.GUEST:
            guestbook.check_in_guest(desk, GuestForm(one.name, one.sex), source=VisitSource.KIOSK)
        else:
            guestbook.check_in_group(desk, GroupForm(one.name, "", "Rombongan Contoh", one.people))


@pytest.fixture
def came(tmp_path: Path) -> tuple[Desk, list[Arrival]]:
    desk = new_desk(tmp_path)
    for number in range(COUNT):
        add_member(desk, f"M-{number}")
    return desk, played.arrivals(desk, COUNT)


def test_the_plan_is_mixed_and_always_the_same(came: tuple[Desk, list[Arrival]]) -> None:
    desk, plan = came
    assert plan == played.arrivals(desk, COUNT)
    assert {one.place for one in plan} == set(Place)
    assert {one.kind for one in plan} == {VisitKind.MEMBER, VisitKind.GUEST, VisitKind.GROUP}
    assert len({one.key for one in plan}) == COUNT
    with pytest.raises(ValueError, match="as many members"):
        played.arrivals(desk, COUNT + 1)


def test_who_is_written_down_once_and_as_he_came_is_recorded(came: tuple[Desk, list[Arrival]]) -> None:
    desk, plan = came
    written(desk, plan)
    assert played.faults(desk, plan) == (COUNT, [])


def test_who_is_missing_doubled_or_changed_is_told(came: tuple[Desk, list[Arrival]]) -> None:
    desk, plan = came
    guest = next(one for one in plan if one.kind is VisitKind.GUEST)
    member = next(one for one in plan if one.kind is VisitKind.MEMBER and not one.purpose)
    written(desk, [one for one in plan if one not in (guest, member)])
    assert played.faults(desk, plan)[0] == COUNT - 2
    assert member.member_id is not None
    guestbook.check_in_member(desk, member.member_id, purpose="membaca")
    guestbook.check_in_guest(desk, GuestForm("Orang Lain"))
    for _ in range(2):
        guestbook.check_in_guest(desk, GuestForm(guest.name))
    recorded, wrong = played.faults(desk, plan)
    assert recorded == COUNT - 1
    assert [what for what in wrong if guest.name in what and "2 lines" in what]
    assert [what for what in wrong if member.key in what and "'membaca'" in what]
    assert [what for what in wrong if "Orang Lain" in what]
