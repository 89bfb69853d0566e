"""What syncing costs: at the server, on a narrow link, and for a desk that lends meanwhile.

Ingest is held against the same rows put into one table of the same database with COPY (PostgreSQL) or one INSERT (the
embedded file), in turns. The link is a proxy on this computer: 64 kB/s up, 128 kB/s down, 100 ms there and back. With
PostgreSQL a cluster of its own is made, as durable as a real one, and thrown away.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from fakes import ADMIN, KEY, operator
from postgres import Cluster

from bench.centre import Direct, bench_clock, centre, doors, founded, token_of
from bench.figures import Figure, Found, Tell, at_most
from bench.ingest import Ingest
from bench.lending import Elsewhere, ids_of, tracking, while_lending
from bench.library import RunningClock
from bench.link import Link, narrow_link
from bench.quick_journal import Stock, Stream
from bench.size import Size
from loket.db.engine import connect, driver, open_database
from loket.devices.clock import UuidV7Ids
from loket.domain.entities import Item, Member
from loket.domain.errors import Refused
from loket.services.circulation import lend, take_back
from loket.services.desk import Desk
from loket.sync import wire
from loket.sync.account import read_account
from loket.sync.client import sync_round
from loket.sync.enrol import enrol, fill, invitation, unfilled_desk
from loket.sync.transport import HttpTransport, Transport

UP, DOWN, ROUND_TRIP_S = 64_000, 128_000, 0.1
LIBRARY = Size("sinkron", members=10_000, titles=25_000, items=50_000, loans=0, calls=400)
LOG, PENDING = 100_000, 10_000


def measured(
    cluster: Cluster, tell: Tell, *, log: int = LOG, library: Size = LIBRARY, pending: int = PENDING
) -> Iterator[Found]:
    """All rows. `log`: how long the log is at the last ingest; `pending`: events and rows of the rounds measured."""
    small = replace(library, members=library.members // 5, titles=library.titles // 5, items=library.items // 5)
    with TemporaryDirectory(prefix="loket-bench-") as name:
        folder = Path(name)
        yield from Ingest("berkas SQLite tersandi", None, folder / "berkas", small, tell).run(log)
        with _database(cluster, "serap") as url:
            yield from Ingest("PostgreSQL", url, folder / "postgresql", small, tell).run(log)
        with _database(cluster, "tautan") as url:
            yield from Rounds(url, folder / "tautan", library, pending, tell).run()


@contextmanager
def _database(cluster: Cluster, name: str) -> Iterator[str]:
    yield cluster.create_database(name)
    cluster.drop_database(name)


# ---- rounds over a narrow link --------------------------------------------------------------------------------------


class Counted:
    """The real way to the server, with its questions counted."""

    def __init__(self, way: Transport) -> None:
        self._way = way
        self.questions = 0

    def call(self, path: str, body: bytes, token: str = "") -> bytes:
        self.questions += 1
        return self._way.call(path, body, token)


@dataclass
class Trip:
    """What a piece of work took on the link."""

    link: Link
    way: Counted
    seconds: float = 0.0
    up: int = 0
    down: int = 0
    questions: int = 0

    def __enter__(self) -> Trip:
        self._began, self._before = time.perf_counter(), (self.link.up.passed, self.link.down.passed)
        self._asked = self.way.questions
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds = time.perf_counter() - self._began
        self.up, self.down = self.link.up.passed - self._before[0], self.link.down.passed - self._before[1]
        self.questions = self.way.questions - self._asked

    def bytes(self, name: str) -> Iterator[Figure]:
        yield Figure(f"{name}: naik", self.up / 1_000, "kB")
        yield Figure(f"{name}: turun", self.down / 1_000, "kB")


class Rounds:
    """Counters of one library and their server behind the narrow link."""

    def __init__(self, url: str, folder: Path, library: Size, pending: int, tell: Tell) -> None:
        self._url, self._folder, self._library, self._pending, self._tell = url, folder, library, pending, tell
        self._clock = bench_clock()

    def run(self) -> Iterator[Found]:
        with centre(self._url, self._folder / "pusat", self._clock) as pusat:
            first = founded(self._folder / "loket", pusat, self._clock)
            sync_round(first, Direct(pusat))
            with first.database.read() as connection:
                account = read_account(driver(connection))
            other = Stream(account, self._clock, first.library.utc_offset_min)
            stock = Stock(self._library, self._clock, first.library.utc_offset_min)
            caller = pusat.authorise(token_of(first, pusat))
            elsewhere = Elsewhere(pusat, caller, other, stock)
            elsewhere.bring(stock.arriving())
            self._tell("tautan: perpustakaannya ada di server")
            with (
                doors(pusat, self._folder / "tls") as (port, pin),
                narrow_link(port, up=UP, down=DOWN, round_trip_s=ROUND_TRIP_S) as link,
            ):
                code = pusat.new_code(first.library.id, station_name="Dua", station_code="L02", profile="lengkap")
                rows = self._library.members + self._library.titles + self._library.items
                joining = Joining(self._folder / "dua" / "loket.db", link, pin, code, rows, self._clock)
                yield from self._snapshot(joining)
                desk = joining.desk
                yield from self._week_offline(desk, link, pin, elsewhere)
                yield from self._idle(desk, link, pin)
            yield from while_lending(desk, pusat, elsewhere, self._pending, self._library.calls, self._tell)
            yield tracking(desk, self._library.calls)
            desk.database.close()
            first.database.close()

    def _snapshot(self, joining: Joining) -> Iterator[Found]:
        whole = joining.fill_killed_halfway(self._tell)
        name = f"pengambilan pertama, {self._library.items:,} eksemplar dan {self._library.members:,} anggota"
        minutes = 5 * 60
        yield at_most(f"{name}, sekali putus (proses dibunuh)", whole.seconds, "s", minutes)
        yield from whole.bytes(name)
        yield Figure(f"{name}: sesudah putus", joining.rest.seconds, "s")
        yield Figure(f"{name}: sesudah putus, permintaan", joining.rest.questions, "")

    def _week_offline(self, desk: Desk, link: Link, pin: str, elsewhere: Elsewhere) -> Iterator[Found]:
        """As many events here as rows changed elsewhere."""
        work_offline(desk, self._pending)
        elsewhere.change_copies(self._pending)
        self._tell("tautan: kejadian tertunda siap")
        way = Counted(HttpTransport(f"https://127.0.0.1:{link.port}", pin))
        with Trip(link, way) as trip:
            report = sync_round(desk, way)
        if report.pushed < self._pending or report.pulled < self._pending:
            raise RuntimeError(f"only {report.pushed} pushed, {report.pulled} pulled")
        name = f"{report.pushed:,} kejadian dikirim, {report.pulled:,} baris diambil"
        yield at_most(name, trip.seconds, "s", 60)
        yield from trip.bytes(name)
        yield Figure(f"{name}: permintaan", trip.questions, "")

    def _idle(self, desk: Desk, link: Link, pin: str) -> Iterator[Found]:
        """Nothing has happened: with the connection still there, and a quarter of an hour later, when it has gone."""
        way = Counted(HttpTransport(f"https://127.0.0.1:{link.port}", pin))
        sync_round(desk, way)
        for name in ("putaran kosong", "putaran kosong dengan sambungan baru"):
            with Trip(link, way) as trip:
                sync_round(desk, way)
            yield Figure(name, trip.seconds, "s")
            yield at_most(f"{name}: naik dan turun", (trip.up + trip.down) / 1_000, "kB", 5)
            yield at_most(f"{name}: permintaan", trip.questions, "", 3)
            link.hang_up()


def work_offline(desk: Desk, events: int) -> None:
    """Lend and take back until so many events are pending; all in one transaction, for only the journal matters."""
    desk.operator = operator(desk, ADMIN)
    members, items = ids_of(desk, Member), ids_of(desk, Item)
    with desk.action() as act:
        done, number = 0, 0
        while done < events:
            number += 1
            member_id, item_id = members[number % len(members)], items[number * 7 % len(items)]
            try:
                lend(act, member_id, item_id)
                done += 1
                if number % 5:
                    take_back(act, item_id)
                    done += 1
            except Refused:
                continue


class Joining:
    """A new counter that fetches the library, and is killed when half of it has come."""

    def __init__(self, path: Path, link: Link, pin: str, code: str, rows: int, clock: RunningClock) -> None:
        self._path, self._link, self._pin, self._rows, self._clock = path, link, pin, rows, clock
        self._url = f"https://127.0.0.1:{link.port}"
        self._code = code
        path.parent.mkdir(parents=True)

    def fill_killed_halfway(self, tell: Tell) -> Trip:
        """Seconds and bytes of both parts together; `rest` has those of the second."""
        database = open_database(self._path, KEY)
        way = Counted(HttpTransport(self._url, self._pin))
        enrol(database, self._clock, UuidV7Ids(), invitation(self._url, self._code), transport=way, marks=("x",) * 4)
        database.close()
        with Trip(self._link, way) as whole:
            staged = self._kill_halfway()
            tell(f"tautan: dibunuh dengan {staged:,} baris")
            with Trip(self._link, way) as self.rest:
                database = open_database(self._path, KEY)
                self.desk = fill(unfilled_desk(database, self._clock, UuidV7Ids()), way)
        return whole

    def _kill_halfway(self) -> int:
        """Rows staged when it was killed."""
        self._before = self._link.down.passed
        child = multiprocessing.get_context("spawn").Process(
            target=_fill_in_child, args=(self._path, self._url, self._pin), daemon=True
        )
        child.start()
        while child.is_alive() and not self._is_halfway():
            child.join(0.05)
        if not child.is_alive():
            raise RuntimeError("the counter was filled before it could be killed")
        child.kill()
        child.join()
        return self._staged()

    def _is_halfway(self) -> bool:
        """Half of the rows have come; of a library that fits one page, some of it is on its way."""
        if self._rows <= wire.PULL_ROWS:
            return self._link.down.passed > self._before
        return self._staged() * 2 >= self._rows

    def _staged(self) -> int:
        connection = connect(self._path, KEY, read_only=True)
        try:
            return int(connection.execute("SELECT count(*) FROM pulled").fetchone()[0])
        finally:
            connection.close()


def _fill_in_child(path: Path, url: str, pin: str) -> None:
    database = open_database(path, KEY)
    fill(unfilled_desk(database, bench_clock(), UuidV7Ids()), HttpTransport(url, pin))
