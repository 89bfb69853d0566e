"""Counters that belong to the real server, without the network between them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fakes import KEY, FakeClock, SequentialIds
from joined import kept, tables

from loket.db.engine import open_database
from loket.domain.entities import Id
from loket.server.callers import ServerRefused
from loket.server.pusat import Pusat
from loket.services.desk import Desk
from loket.sync import wire
from loket.sync.client import sync_round
from loket.sync.enrol import Invitation, enrol, fill
from loket.sync.transport import Declined

ASKED: dict[str, Any] = {
    "challenge": wire.ChallengeRequest,
    "hello": wire.Hello,
    "push": wire.Batch,
    "pull": wire.PullRequest,
    "hashes": wire.HashesRequest,
    "events": wire.HashesRequest,
    "enrol": wire.EnrolRequest,
}


class Way:
    """Straight into the server."""

    def __init__(self, pusat: Pusat) -> None:
        self.pusat = pusat

    def call(self, path: str, body: bytes, token: str = "") -> bytes:
        try:
            return wire.encode(self._answer(path, body, token))
        except ServerRefused as refused:
            raise Declined(refused.status, wire.Problem(refused.code, refused.detail)) from refused

    def _answer(self, path: str, body: bytes, token: str) -> Any:
        if path == "time":
            return self.pusat.time()
        message = wire.decode(body, ASKED[path])
        if path in ("challenge", "hello", "enrol"):
            return getattr(self.pusat, path)(message)
        work = self.pusat.stream_events if path == "events" else getattr(self.pusat, path)
        return work(self.pusat.authorise(token), message)


def join(desk: Desk, pusat: Pusat, way: Way, library_id: Id | None, **more: Any) -> Desk:
    code = pusat.new_code(
        library_id, profile=more.pop("profile", "lengkap"), station_name="Loket", **more.pop("code", {})
    )
    return enrol(desk.database, desk.clock, desk.ids, Invitation("https://pusat", code), transport=way, **more)


def second(folder: Path, first: Desk, pusat: Pusat, way: Way, number: int = 2, profile: str = "lengkap") -> Desk:
    database = open_database(folder / f"{number}.db", KEY)
    code = pusat.new_code(first.library.id, station_name=f"Loket {number}", station_code=f"L{number}", profile=profile)
    clock, ids = FakeClock(first.clock.now()), SequentialIds(number << 40)
    return fill(enrol(database, clock, ids, Invitation("https://pusat", code), transport=way), way)


def same(*desks: Desk, way: Way) -> None:
    """After a round of each everybody has the same rows, and the server's digests agree."""
    for desk in (*desks, *desks):
        sync_round(desk, way, thorough=True)
    found = [tables(desk) for desk in desks]
    assert all(one == found[0] for one in found)
    assert all(kept(desk, "base_row") == 0 for desk in desks)
    report = sync_round(desks[0], way, thorough=True)
    assert (report.pulled, report.replaced_kinds) == (0, ())
