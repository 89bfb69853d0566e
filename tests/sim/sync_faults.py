"""What goes wrong in the simulated library, when, and how it is done to the real modules.

`Calendar` draws the misfortunes of every day from the seed. A database is watched at the driver's own connection: a
`Trap` kills its machine, or fills its disk, at one statement of one transaction. Nothing here knows any rule.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import Any, ClassVar
from unittest import mock

from sqlalchemy import event as sql_event
from sqlcipher3 import dbapi2

from loket.domain import events as e
from loket.domain.entities import Rule
from loket.domain.handling import HANDLERS
from loket.server import booking


class Killed(BaseException):
    """The power went: nothing of the program runs on."""


class ServerCrashed(BaseException):
    """The server died in the middle of a request."""


# ---- one database, killed or full at a statement -----------------------------------------------------------------


@dataclass
class Trap:
    """Springs at the nth statement of one database file, or at its commit when that comes first.

    `after`: the commit is let through, and then nothing more. `full`: the disk takes no more, but the machine lives.
    """

    path: str
    countdown: int
    after: bool = False
    full: bool = False
    sprung: bool = False

    def step(self) -> None:
        if self.sprung and not self.full:
            raise Killed
        self.countdown -= 1
        if self.countdown <= 0 and not self.after and not self.sprung:
            self._spring()

    def about_to_commit(self) -> None:
        """A commit of something written; reading ends with one too, but nobody dies of it."""
        if self.sprung and not self.full:
            raise Killed
        if self.countdown <= 0 and not self.after and not self.sprung:
            self._spring()

    def committed(self) -> None:
        if self.after and self.countdown <= 0:
            self._spring()

    def _spring(self) -> None:
        self.sprung = True
        if self.full:
            raise dbapi2.OperationalError("database or disk is full")
        raise Killed


class _Watched(dbapi2.Connection):  # type: ignore[misc]
    """The driver's connection, asking the trap before every statement."""

    trap: ClassVar[Trap | None] = None

    def __init__(self, database: str, *given: Any, **named: Any) -> None:
        super().__init__(database, *given, **named)
        self.file = database

    def step(self) -> None:
        trap = _Watched.trap
        if trap is not None and trap.path == self.file:
            trap.step()

    def execute(self, *given: Any) -> Any:
        self.step()
        return super().execute(*given)

    def executemany(self, *given: Any) -> Any:
        self.step()
        return super().executemany(*given)

    def cursor(self, *_: Any) -> Any:
        return super().cursor(_WatchedCursor)

    def commit(self) -> None:
        trap = _Watched.trap
        watched = trap is not None and trap.path == self.file and self.in_transaction and self.total_changes > 0
        if watched:
            trap.about_to_commit()  # type: ignore[union-attr]
        super().commit()
        if watched:
            trap.committed()  # type: ignore[union-attr]


class _WatchedCursor(dbapi2.Cursor):  # type: ignore[misc]
    def execute(self, *given: Any) -> Any:
        self.connection.step()
        return super().execute(*given)

    def executemany(self, *given: Any) -> Any:
        self.connection.step()
        return super().executemany(*given)


@contextmanager
def watched_databases() -> Iterator[None]:
    """Every database opened inside is watched."""
    real = dbapi2.connect

    def connect(database: str, **named: Any) -> Any:
        return real(database, factory=_Watched, **named)

    with mock.patch.object(dbapi2, "connect", connect):
        yield


@contextmanager
def trapped(trap: Trap | None) -> Iterator[None]:
    before, _Watched.trap = _Watched.trap, trap
    try:
        yield
    finally:
        _Watched.trap = before


@contextmanager
def server_trap(engine: Any, countdown: int) -> Iterator[None]:
    """The server dies before its nth statement, at the latest before it commits: on either engine nothing is kept."""
    left = countdown

    def reads(connection: Any) -> bool:
        return bool(connection.get_execution_options().get("postgresql_readonly"))

    def statement(connection: Any, *_: Any) -> None:
        nonlocal left
        left -= not reads(connection)
        if left <= 0:
            raise ServerCrashed

    def commit(connection: Any) -> None:
        if not reads(connection):
            raise ServerCrashed

    sql_event.listen(engine, "before_cursor_execute", statement)
    sql_event.listen(engine, "commit", commit)
    try:
        yield
    finally:
        sql_event.remove(engine, "before_cursor_execute", statement)
        sql_event.remove(engine, "commit", commit)


# ---- an event of a later version -----------------------------------------------------------------------------------


@e.event
class ShelfCounted(e.Event):
    """What a later version of a counter records, and this server does not know yet."""

    shelf: str
    copies: int


def _shelf_counted(state: Any, stamp: e.Stamp, event: ShelfCounted) -> list[Any]:
    state.put(Rule(f"shelf_{event.shelf}", str(event.copies)))
    return []


class Knowledge:
    """Who knows the later event: the registries of this process are turned to whoever is at work."""

    @staticmethod
    def set(known: bool) -> None:
        if known:
            e.EVENTS[ShelfCounted.__name__] = ShelfCounted
            HANDLERS[ShelfCounted] = _shelf_counted
        else:
            e.EVENTS.pop(ShelfCounted.__name__, None)
            HANDLERS.pop(ShelfCounted, None)

    @staticmethod
    @contextmanager
    def of(known: bool) -> Iterator[None]:
        before = ShelfCounted.__name__ in e.EVENTS
        Knowledge.set(known)
        try:
            yield
        finally:
            Knowledge.set(before)


Knowledge.set(False)

# ---- an event whose handler fails ----------------------------------------------------------------------------------

POISON_PER = 1_000


def is_poisoned(event_id: str, kind: str, trouble: int = 1) -> bool:
    """One event in a thousand, always the same ones. What the server notes itself is left alone."""
    return kind not in ("SystemNoted", "EventReplayed") and zlib.crc32(event_id.encode()) % POISON_PER < trouble


@contextmanager
def poisoned_server(is_ill: Callable[[], bool], trouble: int = 1) -> Iterator[None]:
    """The server's handlers break on some events, after they wrote, as long as it is ill."""
    real = booking.apply

    def apply(state: Any, recorded: e.Recorded) -> list[Any]:
        opened = real(state, recorded)
        if is_ill() and is_poisoned(recorded.stamp.event_id, type(recorded.event).__name__, trouble):
            raise LookupError("a handler with a mistake")
        return opened

    with mock.patch.object(booking, "apply", apply):
        yield


# ---- the calendar ---------------------------------------------------------------------------------------------------


class Fault(StrEnum):
    """Each with its rate for a station and day."""

    KILL = "kill"  # in an action
    KILL_ROUND = "kill_round"
    DISK_FULL = "disk_full"
    LOST_BEFORE = "lost_before"
    LOST_AFTER = "lost_after"  # the server did it, the answer never came
    CUT = "cut"  # in the middle of the request
    PORTAL = "portal"
    DUPLICATE = "duplicate"
    OLD_BATCH = "old_batch"  # up to a week old, several, in any order
    SERVER_CRASH = "server_crash"
    OFFLINE = "offline"
    CLOCK = "clock"
    RESTORE = "restore"
    CLONE = "clone"
    REVOKED = "revoked"
    LIBRARY_OFFLINE = "library_offline"
    SERVER_RESTORE = "server_restore"
    OPERATOR_OUT = "operator_out"
    POISON = "poison"
    NEWER_EVENT = "newer_event"


STATION_RATES = {
    Fault.KILL: 0.15,
    Fault.KILL_ROUND: 0.1,
    Fault.DISK_FULL: 0.02,
    Fault.LOST_BEFORE: 0.15,
    Fault.LOST_AFTER: 0.15,
    Fault.CUT: 0.15,
    Fault.PORTAL: 0.05,
    Fault.DUPLICATE: 0.1,
    Fault.OLD_BATCH: 0.1,
    Fault.SERVER_CRASH: 0.08,
    Fault.OFFLINE: 0.02,
    Fault.CLOCK: 0.02,
    Fault.RESTORE: 0.01,
    Fault.CLONE: 0.006,
    Fault.REVOKED: 0.003,
}
LIBRARY_RATES = {Fault.LIBRARY_OFFLINE: 0.01, Fault.SERVER_RESTORE: 0.02, Fault.OPERATOR_OUT: 0.03}
RARE = 0.04
IN_A_ROUND = (
    Fault.LOST_BEFORE,
    Fault.LOST_AFTER,
    Fault.CUT,
    Fault.PORTAL,
    Fault.DUPLICATE,
    Fault.SERVER_CRASH,
)
YEAR_MS, DAY_MS, HOUR_MS = 365 * 86_400_000, 86_400_000, 3_600_000
WRONG_CLOCKS = (-20 * YEAR_MS, 11 * YEAR_MS, DAY_MS, -DAY_MS, HOUR_MS, -HOUR_MS, 7 * HOUR_MS, -90_000)
LONGEST_OUTAGE, OLDEST_COPY, OLDEST_SERVER_COPY = 14, 6, 5


@dataclass
class Calendar:
    """What happens to which station on which day. Nights whose copies will be needed are known beforehand."""

    stations: dict[tuple[int, int], list[Fault]] = field(default_factory=dict)  # (day, station)
    library: dict[int, list[Fault]] = field(default_factory=dict)
    copy_from: dict[tuple[int, int], int] = field(default_factory=dict)  # a restore → the night its copy was made
    server_copy_from: dict[int, int] = field(default_factory=dict)

    def of(self, day: int, station: int) -> list[Fault]:
        return self.stations.get((day, station), [])

    def copies_of_night(self, night: int) -> set[int]:
        return {station for (_, station), made in self.copy_from.items() if made == night}


def draw_calendar(random: Random, days: int, stations: int, trouble: int = 1) -> Calendar:
    """`trouble` times the usual rate for faults that are rare: a short life meets them too."""

    def drawn(rates: dict[Fault, float]) -> list[Fault]:
        return [fault for fault, rate in rates.items() if random.random() < (rate * trouble if rate < RARE else rate)]

    calendar = Calendar()
    for day in range(days):
        calendar.library[day] = drawn(LIBRARY_RATES)
        if Fault.SERVER_RESTORE in calendar.library[day]:
            if day:
                calendar.server_copy_from[day] = max(0, day - random.randint(1, OLDEST_SERVER_COPY))
            else:
                calendar.library[day].remove(Fault.SERVER_RESTORE)
        for station in range(stations):
            faults = drawn(STATION_RATES)
            if Fault.RESTORE in faults:
                if day:
                    calendar.copy_from[day, station] = max(0, day - random.randint(1, OLDEST_COPY))
                else:
                    faults.remove(Fault.RESTORE)
            calendar.stations[day, station] = faults
    return calendar


def remove_database(path: Path) -> None:
    """The file and what SQLite lays beside it."""
    for name in (path.name, path.name + "-wal", path.name + "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(name).unlink()
