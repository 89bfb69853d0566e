"""One library on a server, its first counter, and what tests ask of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from fakes import FakeClock, SequentialIds
from paper_station import PaperStation, PaperStream, any_id
from sqlalchemy import func, select

from loket.db.rows import id_bytes, to_ms
from loket.domain import events as e
from loket.domain.entities import Entity, Id, Library, Station
from loket.domain.scope import Scope
from loket.server.callers import Caller
from loket.server.pusat import Pusat
from loket.server.server_keys import ServerKeys
from loket.server.store import Store
from loket.sync import wire

KEY = bytes(range(32))
SECRET = bytes(range(100, 132))
LIBRARY = any_id("library")
TODAY = date(2026, 11, 24)


@dataclass
class World:
    """A server, its clock, and the counter that founded the library (staff's, with the FULL scope)."""

    pusat: Pusat
    clock: FakeClock
    station: PaperStation
    nonce: bytes
    caller: Caller

    def send(self, stream: PaperStream, from_seq: int = 1, to_seq: int | None = None) -> wire.PushAnswer:
        return self.pusat.push(self.caller, self.station.batch(stream, from_seq, to_seq))

    def rows(self, scope: Scope = Scope.FULL, limit: int = 2_000) -> dict[tuple[str, str], list[Any]]:
        """Everything a new counter pulls, page by page."""
        caller = Caller(self.caller.library_id, self.caller.station_id, scope)
        cursor, found = 0, dict[tuple[str, str], list[Any]]()
        while True:
            page = self.pusat.pull(caller, wire.PullRequest(cursor, limit))
            for row in page.rows:
                found.pop((row.kind, row.key), None)
                if row.values is not None:
                    found[row.kind, row.key] = row.values
            if not page.more:
                return found
            assert page.next_cursor > cursor
            cursor = page.next_cursor

    def get(self, kind: type[Entity], key: str) -> Any:
        with self.pusat.state(self.caller.library_id) as state:
            return state.get(kind, key)

    def count(self, table: Any) -> int:
        with self.pusat.store.read() as connection:
            return int(connection.scalar(select(func.count()).select_from(table)) or 0)

    def hello(self, station: PaperStation, nonce: bytes, *streams: wire.StreamHead, **fields: Any) -> wire.HelloAnswer:
        """A signed hello, with the clock right unless another reading is given."""
        reading = wire.ClockReading(to_ms(self.clock.now()), self.clock.mono_ms(), "boot-1")
        given: dict[str, Any] = {"machine": station.machine, "clock": reading} | fields
        challenge = self.pusat.challenge(wire.ChallengeRequest(id_bytes(station.station_id)))
        hello = wire.Hello(id_bytes(station.station_id), challenge.challenge, nonce, streams=list(streams), **given)
        return self.pusat.hello(station.signed(hello))

    def cases(self, cls: str) -> list[Any]:
        return [case for case in self.pusat.cases(self.caller.library_id, open_only=False) if case.cls == cls]

    def join(self, name: str, profile: str = "lengkap") -> tuple[PaperStation, Caller, bytes]:
        """Another counter of the same library, enrolled with a code: (counter, caller, nonce)."""
        station = PaperStation(name, LIBRARY)
        code = self.pusat.new_code(LIBRARY, station_name=name, station_code=name.upper(), profile=profile)
        request = wire.EnrolRequest(
            code,
            station.public_key,
            station.machine,
            station_id=id_bytes(station.station_id),
            library_id=id_bytes(LIBRARY),
        )
        answer = self.pusat.enrol(request)
        return station, Caller(LIBRARY, station.station_id, Scope(answer.scope)), answer.nonce


def make_pusat(store: Store, clock: FakeClock) -> Pusat:
    return Pusat(store, ServerKeys(KEY), clock, SequentialIds(1 << 40), entropy=Random(1).randbytes)


def founding_request(code: str, station: PaperStation, **fields: Any) -> wire.EnrolRequest:
    given: dict[str, Any] = {
        "library_id": id_bytes(station.library_id),
        "library_secret": SECRET,
        "library_name": "Perpustakaan Contoh",
        "station_id": id_bytes(station.station_id),
        "station_name": "Loket Utama",
        "station_code": "L1",
        "profile": "lengkap",
    }
    return wire.EnrolRequest(code, station.public_key, station.machine, **(given | fields))


def founded(station: PaperStation, stream: PaperStream) -> PaperStream:
    """The first two events of a library."""
    stream.add(e.LibraryDescribed(Library(LIBRARY, "Perpustakaan Contoh", "CTH")))
    stream.add(e.StationDescribed(Station(station.station_id, "L1", "Loket Utama", "lengkap")))
    return stream


def registered(stream: PaperStream, number: int, **fields: Any) -> Id:
    """One more invented member in the stream."""
    member_id = any_id("member", number)
    given: dict[str, Any] = {"person": e.Person(f"Anggota {number}", phone=f"000{number}")} | fields
    stream.add(e.MemberRegistered(member_id, f"M-{number}", "umum", TODAY, **given))
    return member_id
