"""The server forgets names of people who are no members as its counters do."""

from __future__ import annotations

import pytest
from paper_server import LIBRARY, TODAY, World, founded, registered
from paper_station import NOON, any_id
from sqlalchemy import select

from loket.domain import events as e
from loket.domain.entities import LockerUse, Visit
from loket.server import system
from loket.server.tables import EVENT_LOG

NAME = "Tamu Rahasia"


def logged_names(world: World) -> list[bytes | None]:
    t = EVENT_LOG.c
    with world.pusat.store.read() as connection:
        return list(connection.scalars(select(t.subject).where(t.personal.is_not(None))))


@pytest.mark.parametrize("in_one_batch", [True, False])
def test_the_server_forgets_with_its_counters(world: World, in_one_batch: bool) -> None:
    stream = founded(world.station, world.station.stream())
    member = registered(stream, 1)
    visit, other, use = any_id("visit"), any_id("other"), any_id("use")
    stream.add(e.VisitRecorded(visit, "guest", NOON, TODAY, guest=e.Guest(NAME)))
    stream.add(e.VisitRecorded(other, "guest", NOON, TODAY, guest=e.Guest("Tamu Baru")))
    stream.add(e.LockerTaken(use, any_id("locker"), "T1-ABC", TODAY, holder=NAME))
    stream.add(e.LockerTagLost(use, any_id("locker"), TODAY, "1", proof=NAME))
    if not in_one_batch:
        world.send(stream)
        assert len(logged_names(world)) == 5
    sent = 0 if in_one_batch else len(stream.events)
    stream.add(e.GuestsForgotten((visit, use)))
    world.send(stream, sent + 1)
    assert sorted(subject.hex() for subject in logged_names(world) if subject) == sorted([member, other])
    assert world.get(Visit, visit).name == world.get(LockerUse, use).holder == world.get(LockerUse, use).proof == ""
    assert world.get(Visit, other).name == "Tamu Baru"
    assert system.verify(world.pusat, LIBRARY) is None
    assert system.rebuild(world.pusat, LIBRARY).differing == []
    assert NAME not in str(world.rows())


def test_a_member_and_a_guest_are_forgotten_apart(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    member = registered(stream, 1)
    visit = any_id("visit")
    stream.add(e.VisitRecorded(visit, "guest", NOON, TODAY, guest=e.Guest(NAME)))
    stream.add(e.MemberErased(member, "permintaan"))
    world.send(stream)
    assert [subject.hex() for subject in logged_names(world) if subject] == [visit]
    assert world.get(Visit, visit).name == NAME
