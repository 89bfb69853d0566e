"""Syncing by stick: the same result as by network, readable by nobody else, harmless when read twice or too late."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from fake_server import SEALING, FakeServer
from fakes import KEY, SequentialIds
from joined import agree, founded, kept, second, tables, visit
from stock import add_item, add_member, row

from loket.db.engine import driver, open_database
from loket.db.rows import id_bytes
from loket.devices.witness import WitnessFile
from loket.domain.entities import Member
from loket.domain.errors import InvalidInput
from loket.services.desk import Desk, open_desk
from loket.sync import account as acc
from loket.sync.packet import make_packet, open_packet, read_reply, save_packet
from loket.sync.status import read_status


@pytest.fixture
def server() -> FakeServer:
    return FakeServer()


@pytest.fixture
def first(tmp_path: Path, server: FakeServer):
    desk, way = founded(tmp_path / "one", server)
    yield desk, way
    desk.database.close()


def by_stick(desk: Desk, server: FakeServer) -> bytes:
    return server.take_packet(make_packet(desk)[1])


def account(desk: Desk) -> acc.Account:
    with desk.database.read() as connection:
        return acc.read_account(driver(connection))


def refused(desk: Desk, reply: bytes) -> str:
    with pytest.raises(InvalidInput) as said:
        read_reply(desk, reply)
    return said.value.code


def test_there_and_back_is_a_whole_round(tmp_path: Path, server: FakeServer, first) -> None:
    desk, way = first
    member = add_member(desk, "A-1", phone="0000 1")
    events = save_packet(desk, tmp_path / "stick.lkt")
    content = (tmp_path / "stick.lkt").read_bytes()
    assert (events, read_status(desk).pending) == (6, 6)
    assert b"A-1" not in content
    assert [file.name for file in tmp_path.glob("stick*")] == ["stick.lkt"]
    reply = server.take_packet(content)
    visit(desk, "sementara")
    report = read_reply(desk, reply)

    assert report.pushed == 6
    assert (read_status(desk).pending, kept(desk, "pulled")) == (1, 0)
    assert len(tables(desk)["visit"]) == 1
    agree(desk, way)
    assert row(desk, Member, member).phone == "0000 1"


def test_rows_of_others_come_back(tmp_path: Path, server: FakeServer, first) -> None:
    desk, way = first
    agree(desk, way)
    other, other_way = second(tmp_path / "two", server)
    add_item(other, "B1")
    agree(other, other_way)
    report = read_reply(desk, by_stick(desk, server))

    assert report.changed_kinds == {"biblio", "item", "station"}
    assert tables(desk) == server.by_kind()
    other.database.close()


def test_both_ways_may_be_taken_twice(server: FakeServer, first) -> None:
    desk, _ = first
    _, packet = make_packet(desk)
    reply, again = server.take_packet(packet), server.take_packet(packet)
    assert server.events() == 5
    read_reply(desk, reply)
    before = tables(desk)

    assert refused(desk, again) == refused(desk, reply) == "packet_stale"
    assert tables(desk) == before == server.by_kind()


def test_a_reply_from_before_the_last_round_takes_nothing_back(server: FakeServer, first) -> None:
    desk, way = first
    reply = by_stick(desk, server)
    visit(desk)
    agree(desk, way)

    assert refused(desk, reply) == "packet_stale"
    assert read_status(desk).pending == 0
    agree(desk, way)


def test_a_server_put_back_is_noticed_by_stick_too(server: FakeServer, first) -> None:
    desk, way = first
    agree(desk, way)
    moment = server.snapshot()
    visit(desk)
    agree(desk, way)
    server.put_back(moment)
    read_reply(desk, by_stick(desk, server))
    assert (read_status(desk).pending, len(tables(desk)["visit"])) == (1, 1)
    read_reply(desk, by_stick(desk, server))

    assert (read_status(desk).pending, tables(desk)) == (0, server.by_kind())


def test_a_fork_is_parted_without_asking(tmp_path: Path, server: FakeServer, first) -> None:
    desk, way = first
    agree(desk, way)
    desk.database.copy_into(tmp_path / "old.db")
    visit(desk, "asli")
    agree(desk, way)
    old = open_desk(open_database(tmp_path / "old.db", KEY), desk.clock, SequentialIds(7 << 40))
    assert old is not None
    old.witness = WitnessFile(tmp_path / "beside" / "note")
    parted = id_bytes(old.stream_id)
    visit(old, "salinan")
    assert [note.stream_id for note in old.witness.all()] == [parted]
    report = read_reply(old, by_stick(old, server))
    assert report.new_stream == "fork"
    assert [note.stream_id for note in old.witness.all()] == [id_bytes(old.stream_id)] != [parted]
    read_reply(old, by_stick(old, server))

    assert len(tables(old)["visit"]) == 2
    assert tables(old) == server.by_kind()
    old.database.close()


def test_only_the_server_opens_it_and_only_the_counter_signed_it(server: FakeServer, first) -> None:
    desk, _ = first
    _, packet = make_packet(desk)
    private = Ed25519PrivateKey.from_private_bytes(account(desk).private_key)
    opened = open_packet(packet, SEALING)
    other = X25519PrivateKey.from_private_bytes(bytes(32))

    assert opened.is_signed_by(private.public_key().public_bytes_raw())
    assert not opened.is_signed_by(account(desk).server_key)
    for broken_one in (packet[:-1], packet[:50], b"", b"LKTPAK1\n", bytes(200), packet[:60] + b"x" + packet[61:]):
        with pytest.raises(InvalidInput, match="packet_unreadable"):
            open_packet(broken_one, SEALING)
    with pytest.raises(InvalidInput, match="packet_unreadable"):
        open_packet(packet, other)


def test_a_reply_for_another_counter_is_not_read(tmp_path: Path, server: FakeServer, first) -> None:
    desk, way = first
    agree(desk, way)
    other, _ = second(tmp_path / "two", server)

    assert refused(other, by_stick(desk, server)) == "packet_unreadable"
    assert refused(desk, b"LKTREP1\n" + bytes(90)) == "packet_unreadable"
    other.database.close()
