"""A member who is erased takes every photo he ever had with him, from the server's log and from its files."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from fakes import new_desk
from paper_server import make_pusat
from sqlalchemy import select
from stock import add_member

from loket.domain import events as e
from loket.domain.entities import Id
from loket.domain.scope import Scope
from loket.server.callers import Caller
from loket.server.pusat import Pusat
from loket.server.store import Store
from loket.server.tables import BLOB
from loket.services.desk import Desk
from loket.sync import wire
from loket.sync.enrol import Invitation, enrol
from loket.sync.packet import make_packet

OLD, NEW, OTHER = b"lama", b"baru", b"orang lain"


class Line:
    """Reaches the server for the enrolment only."""

    def __init__(self, pusat: Pusat) -> None:
        self._pusat = pusat

    def call(self, path: str, body: bytes, token: str = "") -> bytes:
        return wire.encode(self._pusat.enrol(wire.decode(body, wire.EnrolRequest)))


@pytest.fixture
def counter(store: Store, tmp_path: Path) -> tuple[Pusat, Desk]:
    desk = new_desk(tmp_path / "desk")
    pusat = make_pusat(store, desk.clock)  # type: ignore[arg-type]
    invited = Invitation("https://pusat.contoh", pusat.new_code(None))
    return pusat, enrol(desk.database, desk.clock, desk.ids, invited, transport=Line(pusat))


def name_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def show(desk: Desk, member: Id, content: bytes, was: bytes | None = None) -> None:
    before = {"photo": name_of(was) if was else ""}
    with desk.action() as act:
        act.record(e.MemberChanged(member, person_set={"photo": name_of(content)}, person_was=before))


def put(pusat: Pusat, desk: Desk, *contents: bytes) -> None:
    caller = Caller(desk.library.id, desk.station.id, Scope.FULL)
    for content in contents:
        pusat.put_blob(caller, hashlib.sha256(content).digest(), content)


def kept(pusat: Pusat) -> set[str]:
    with pusat.store.read() as connection:
        return {row.sha256.hex() for row in connection.execute(select(BLOB.c.sha256))}


def erase(desk: Desk, member: Id) -> None:
    with desk.action() as act:
        act.record(e.MemberErased(member, "permintaan sendiri"))


def test_photos_of_earlier_rounds_and_of_this_batch(counter: tuple[Pusat, Desk]) -> None:
    pusat, desk = counter
    member, other = add_member(desk, "A-1"), add_member(desk, "A-2")
    show(desk, member, OLD)
    show(desk, other, OTHER)
    pusat.take_packet(make_packet(desk)[1])
    put(pusat, desk, OLD, NEW, OTHER)
    show(desk, member, NEW, was=OLD)
    erase(desk, member)
    assert kept(pusat) == {name_of(one) for one in (OLD, NEW, OTHER)}
    pusat.take_packet(make_packet(desk)[1])
    assert kept(pusat) == {name_of(OTHER)}
    desk.database.close()


def test_a_photo_named_long_ago_only(counter: tuple[Pusat, Desk]) -> None:
    pusat, desk = counter
    member = add_member(desk, "A-1")
    show(desk, member, OLD)
    pusat.take_packet(make_packet(desk)[1])
    put(pusat, desk, OLD, OTHER)
    erase(desk, member)
    pusat.take_packet(make_packet(desk)[1])  # what the log had before is in it again, and is not taken twice
    assert kept(pusat) == {name_of(OTHER)}
    desk.database.close()


def test_the_same_file_in_another_library_stays(counter: tuple[Pusat, Desk]) -> None:
    pusat, desk = counter
    member = add_member(desk, "A-1")
    show(desk, member, OLD)
    put(pusat, desk, OLD)
    pusat.put_blob(Caller(Id("ee" * 16), desk.station.id, Scope.FULL), hashlib.sha256(OLD).digest(), OLD)
    erase(desk, member)
    pusat.take_packet(make_packet(desk)[1])
    with pusat.store.read() as connection:
        assert [row.library_id.hex() for row in connection.execute(select(BLOB.c.library_id))] == ["ee" * 16]
    desk.database.close()
