"""Counter, server and PostgreSQL killed at any moment: what was answered is at the server, once, in one order.

Real processes on a real disk, over the server's own TLS. LOKET_SYNC_KILLS sets how often (8 unless it says otherwise),
a third of them around the server's own file, the others around PostgreSQL. The seed is printed and can be given as
LOKET_SEED. A kill of a process is not a power cut: what a disk forgets then is not shown here.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random
from typing import Any

import pytest
from postgres import Cluster
from sqlalchemy import select
from sync_at_work import (
    ANSWERED,
    CONFIRMED,
    MARKS,
    PATIENCE_S,
    SYNCED,
    ServerProcess,
    found,
    reopened,
    way_to_server,
    work,
)

from loket.db.engine import driver
from loket.db.journal import first_break
from loket.devices.clock import SystemClock, UuidV7Ids
from loket.domain.entities import Id
from loket.server import system
from loket.server.house import open_house, server_secret, settings_in
from loket.server.tables import EVENT_LOG
from loket.services.desk import Desk
from loket.sync.client import RoundReport, sync_round
from loket.sync.enrol import enrol, invitation
from loket.sync.transport import Unreachable
from loket.sync.wire import APPLIED, RECORDED

KILLS = int(os.environ.get("LOKET_SYNC_KILLS", "8"))
SEED = int(os.environ.get("LOKET_SEED", "20261125"))
ON_FILE = KILLS // 3
LATEST_MS, SOON = 900, 3  # the cube: half of the kills come within 113 ms, when something may not be written yet
AT_WORK = 0.7  # so many kills wait until the victim is seen at work; the others may meet it while it starts
LOOK_S = 0.2
SIGNS = {  # of work, in what the counter says
    "loket": ("answered", "confirmed", "rounds"),
    "server": ("confirmed", "rounds"),
    "postgresql": ("confirmed", "rounds"),
}
JOURNAL = "SELECT stream_id, seq, event_id FROM journal"
OWN_EVENTS = select(
    EVENT_LOG.c.event_id, EVENT_LOG.c.stream_id, EVENT_LOG.c.seq, EVENT_LOG.c.received_ms, EVENT_LOG.c.outcome
)


@dataclass
class Heard:
    """What the counter said in all its lives."""

    answered: list[str] = field(default_factory=list)
    confirmed: list[tuple[bytes, int, int]] = field(default_factory=list)  # stream, up to which number, when (ms)
    rounds: list[str] = field(default_factory=list)  # what was out of the ordinary in each round, "-" for nothing
    said: threading.Condition = field(default_factory=threading.Condition)

    def listen(self, hears: Connection) -> None:
        """Until the other end is gone; a line cut off by the kill was not said."""
        while True:
            try:
                words = hears.recv_bytes().decode().split()
            except (EOFError, OSError):
                return
            with self.said:
                self._note(words)
                self.said.notify_all()

    def _note(self, words: list[str]) -> None:
        match words:
            case [word, event_id] if word == ANSWERED:
                self.answered.append(event_id)
            case [word, stream, seq, ms] if word == CONFIRMED:
                self.confirmed.append((bytes.fromhex(stream), int(seq), int(ms)))
            case [word, what] if word == SYNCED:
                self.rounds.append(what)


@dataclass
class Station:
    """The counter's process, started again after each kill."""

    path: Path
    seed: int
    heard: Heard = field(default_factory=Heard)
    _child: BaseProcess | None = None
    _listener: threading.Thread | None = None

    def start(self) -> None:
        fork = multiprocessing.get_context("forkserver")
        hears, tells = fork.Pipe(duplex=False)
        self.seed += 1
        self._child = fork.Process(target=work, args=(self.path, self.seed, tells), daemon=True)
        self._child.start()
        tells.close()
        self._listener = threading.Thread(target=self.heard.listen, args=(hears,), daemon=True)
        self._listener.start()

    def kill(self) -> None:
        assert self._child is not None
        assert self._listener is not None
        assert self._child.is_alive(), "the counter ended by itself"
        self._child.kill()
        self._child.join(PATIENCE_S)
        self._listener.join(PATIENCE_S)


@dataclass
class Killer:
    """Kills and starts again, in an order and at moments drawn from one seed."""

    station: Station
    server: ServerProcess
    cluster: Cluster | None
    random: Random
    kills: Counter[str] = field(default_factory=Counter)

    def run(self, kills: int) -> None:
        victims = {"loket": self._kill_station, "server": self._kill_server}
        if self.cluster is not None:
            victims["postgresql"] = self._kill_postgresql
        for number in range(1, kills + 1):
            victim = self.random.choice(list(victims))
            at_work, ms = self.random.random() < AT_WORK, int(LATEST_MS * self.random.random() ** SOON)
            sign = self.random.choice(SIGNS[victim]) if at_work else "mulai"
            print(f"{number}: {victim}, {ms} ms sesudah {sign}", flush=True)
            if at_work:
                self._await_more(getattr(self.station.heard, sign))
            time.sleep(ms / 1000)
            victims[victim]()
            self.kills[victim] += 1
        while len(self.station.heard.answered) <= kills:  # a few early kills may leave it no time to work
            self._await_more(self.station.heard.answered)

    def _await_more(self, said: list[Any]) -> None:
        """Until the counter has said one more of these; meanwhile the server is looked after."""
        before, until = len(said), time.monotonic() + PATIENCE_S
        heard = self.station.heard
        while len(said) == before:
            assert time.monotonic() < until, "nothing more is heard of the counter"
            self.server.look_after()
            with heard.said:
                heard.said.wait_for(lambda: len(said) > before, LOOK_S)

    def _kill_station(self) -> None:
        self.station.kill()
        self.station.start()

    def _kill_server(self) -> None:
        self.server.look_after()
        self.server.kill()
        self.server.start()

    def _kill_postgresql(self) -> None:
        assert self.cluster is not None
        self.cluster.kill()
        self.cluster.start()


# ---- the end --------------------------------------------------------------------------------------------------------


def bring_the_rest(desk: Desk, server: ServerProcess) -> RoundReport:
    """Faults have stopped: one round brings everything, and another one finds nothing left. Returns the first's."""
    way, until = way_to_server(desk), time.monotonic() + PATIENCE_S
    while True:
        server.look_after()
        try:
            first = sync_round(desk, way, thorough=True)
            break
        except Unreachable:
            assert time.monotonic() < until, "the server does not come back"
            time.sleep(LOOK_S)
    again = sync_round(desk, way, thorough=True)
    way.close()
    for report in (first, again):
        assert (report.replaced_kinds, report.mismatched_kinds) == ((), ())  # digests were equal at once
        assert (report.new_stream, report.regained, report.failed) == ("", 0, 0)
    assert again.pushed == 0
    return first


def numbers_in_journal(desk: Desk) -> dict[str, tuple[bytes, int]]:
    """Every event of the counter and its place; the chain holds and the file is whole."""
    assert desk.database.damage() == []
    with desk.database.read() as connection:
        assert first_break(driver(connection)) is None
        rows = driver(connection).execute(JOURNAL).fetchall()
    assert len({stream_id for stream_id, _, _ in rows}) == 1, "no reason was given to begin another stream"
    places = {event_id.hex(): (stream_id, seq) for stream_id, seq, event_id in rows}
    assert len(places) == len(rows)
    return places


def check_server(folder: Path, library_id: Id, places: dict[str, tuple[bytes, int]], heard: Heard) -> int:
    """Everything is in the log, once, since the time it was first confirmed. Returns the log's length."""
    settings = settings_in(folder)
    assert settings is not None
    house = open_house(folder, settings, server_secret(folder))
    try:
        assert system.verify(house.pusat, library_id) is None  # gapless, every chain
        rebuilt = system.rebuild(house.pusat, library_id)
        assert (rebuilt.differing, rebuilt.erased) == ([], 0)
        assert [case.cls for case in house.pusat.cases(library_id, open_only=False)] == []
        with house.store.read() as connection:
            logged = connection.execute(OWN_EVENTS).all()
    finally:
        house.close()
    found = Counter(row.event_id.hex() for row in logged)
    assert [event_id for event_id in heard.answered if found[event_id] != 1] == []
    assert {row.event_id.hex(): (row.stream_id, row.seq) for row in logged} == places
    assert {row.outcome for row in logged} <= {APPLIED, RECORDED}
    assert_kept_since_confirmed(heard, {(row.stream_id, row.seq): row.received_ms for row in logged})
    assert rebuilt.events == len(logged) == len(found)
    return len(logged)


def assert_kept_since_confirmed(heard: Heard, received_ms: dict[tuple[bytes, int], int]) -> None:
    """What was lost after its confirmation and sent again would have been received after it."""
    checked: Counter[bytes] = Counter()
    for stream_id, up_to, confirmed_ms in heard.confirmed:
        new = range(checked[stream_id] + 1, up_to + 1)
        assert [seq for seq in new if received_ms[stream_id, seq] > confirmed_ms] == [], f"lost after {confirmed_ms}"
        checked[stream_id] = max(checked[stream_id], up_to)


@contextmanager
def engine(name: str) -> Iterator[Cluster | None]:
    """A cluster as durable as a real one, or none: then the server has its own file."""
    if name == "berkas":
        yield None
        return
    with Cluster(fsync=True) as cluster:
        yield cluster


def database_in(cluster: Cluster | None) -> str | None:
    return cluster.create_database("pusat") if cluster else None


def enrolled(path: Path, server: ServerProcess) -> tuple[Path, Id]:
    """A counter that brought its library to the server, closed again; where it is, and the library."""
    desk = found(path)
    enrol(desk.database, SystemClock(), UuidV7Ids(), invitation(*server.invitation()), marks=MARKS)
    desk.database.close()
    return path, desk.library.id


@pytest.mark.e2e
@pytest.mark.timeout(120 + 20 * KILLS)
@pytest.mark.parametrize(("name", "kills"), [("berkas", ON_FILE), ("postgresql", KILLS - ON_FILE)])
def test_killed_at_random_moments_what_was_answered_is_at_the_server_once(
    name: str, kills: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    multiprocessing.get_context("forkserver").set_forkserver_preload(["sync_at_work"])
    began = time.monotonic()
    with engine(name) as cluster, ServerProcess(tmp_path / "pusat", database_in(cluster)) as server:
        server.await_ready()
        path, library_id = enrolled(tmp_path / "loket" / "loket.db", server)
        station = Station(path, SEED * 1_000)
        killer = Killer(station, server, cluster, Random(f"{SEED}:{name}"))
        station.start()
        try:
            killer.run(kills)
        finally:
            station.kill()
        desk = reopened(path)
        bring_the_rest(desk, server)
        places = numbers_in_journal(desk)
        desk.database.close()
        assert server.stop() == 0
        assert set(station.heard.rounds) <= {"-"}
        length = check_server(server.folder, library_id, places, station.heard)
        server.say("verify")
    answered = station.heard.answered
    assert len(set(answered)) == len(answered)
    assert len(answered) > kills
    took_s, kinds = time.monotonic() - began, ", ".join(f"{number} {who}" for who, number in killer.kills.items())
    print(
        f"{name}: benih {SEED}, {kills} kill ({kinds}), {len(answered)} dijawab, {len(station.heard.confirmed)} kali"
        f" diakui, {len(station.heard.rounds)} putaran selesai, {length} kejadian di server, hilang 0, dua kali 0,"
        f" {took_s:.0f} s"
    )
