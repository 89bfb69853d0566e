"""By stick: a real counter's packet is taken as if it came by network, and the reply settles the counter."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from fakes import new_desk
from paper_server import make_pusat
from stock import add_member

from loket.domain.entities import Id, Member
from loket.server import system
from loket.server.callers import ServerRefused
from loket.server.pusat import Pusat
from loket.server.store import Store
from loket.services.desk import Desk
from loket.sync import wire
from loket.sync.enrol import Invitation, enrol
from loket.sync.packet import make_packet, read_reply

KINDS = {"enrol": wire.EnrolRequest}


class Line:
    """Reaches the server for the enrolment only."""

    def __init__(self, pusat: Pusat) -> None:
        self._pusat = pusat

    def call(self, path: str, body: bytes, token: str = "") -> bytes:
        return wire.encode(self._pusat.enrol(wire.decode(body, KINDS[path])))


@pytest.fixture
def counter(store: Store, tmp_path: Path) -> tuple[Pusat, Desk, Id]:
    desk = new_desk(tmp_path / "desk")
    member = add_member(desk)
    pusat = make_pusat(store, desk.clock)  # type: ignore[arg-type]
    code = pusat.new_code(None)
    desk = enrol(desk.database, desk.clock, desk.ids, Invitation("https://pusat.contoh", code), transport=Line(pusat))
    return pusat, desk, member


def test_there_and_back(counter: tuple[Pusat, Desk, Id]) -> None:
    pusat, desk, member = counter
    events, packet = make_packet(desk)
    assert events > 5
    for _ in range(2):
        answers = pusat.take_packet(packet)
        assert [answer.verdict for answer in answers] == ["taken"]
    with pusat.state(desk.library.id) as state:
        assert state.get(Member, member) is not None
    report = read_reply(desk, pusat.packet_reply(packet))
    assert (report.pushed, report.failed, report.new_stream) == (events, 0, "")
    assert make_packet(desk)[0] == 0
    assert system.verify(pusat, desk.library.id) is None
    assert system.rebuild(pusat, desk.library.id).differing == []
    desk.database.close()


def test_a_late_packet_keeps_the_counters_times(counter: tuple[Pusat, Desk, Id]) -> None:
    """Its clock reading is of when it was made, not of when it came."""
    pusat, desk, member = counter
    _, packet = make_packet(desk)
    done = desk.clock.now()
    desk.clock.advance(days=9)  # type: ignore[attr-defined]
    pusat.take_packet(packet)
    with pusat.state(desk.library.id) as state:
        found = state.get(Member, member)
    assert found is not None
    assert found.changed_at is not None
    assert done - found.changed_at < timedelta(minutes=1)
    desk.database.close()


def test_packets_of_strangers(counter: tuple[Pusat, Desk, Id]) -> None:
    pusat, desk, _ = counter
    _, packet = make_packet(desk)
    for take in (pusat.take_packet, pusat.packet_reply):
        with pytest.raises(ServerRefused, match="packet"):
            take(packet[:-1])
        with pytest.raises(ServerRefused, match="packet"):
            take(b"")
    code = pusat.new_code(desk.library.id, station_id=desk.station.id)
    answer = pusat.enrol(wire.EnrolRequest(code, bytes(31) + b"k", b""))
    assert answer.station_id.hex() == desk.station.id
    with pytest.raises(ServerRefused, match="signature"):
        pusat.take_packet(packet)
    desk.database.close()
