"""A measured library, opened: its desk, a clock that goes on where its journal ends, and chance picks from it."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from fakes import CIRCULATION, KEY, OPENS, TODAY, operator

from bench.size import Size
from loket.db.engine import driver, open_database
from loket.db.journal import Journal
from loket.db.keys import DATABASE_FILE
from loket.db.rows import from_ms, to_ms
from loket.devices.clock import UuidV7Ids
from loket.domain.entities import Id
from loket.domain.settings import DEFAULTS
from loket.services.desk import Desk, open_desk

LONG_VALID = (TODAY + timedelta(days=30)).isoformat()


class RunningClock:
    """Begins at a given moment and goes on with the machine's: the library's day does not depend on today's."""

    def __init__(self, start: datetime) -> None:
        self.boot_id = "bench"
        self._start, self._began_ns = start, time.monotonic_ns()

    def now(self) -> datetime:
        return self._start + timedelta(milliseconds=self.mono_ms())

    def mono_ms(self) -> int:
        return (time.monotonic_ns() - self._began_ns) // 1_000_000


@contextmanager
def opened(home: Path) -> Iterator[Desk]:
    """The desk of the library in this folder, somebody from the circulation counter signed in."""
    database = open_database(home / DATABASE_FILE, KEY)
    clock = RunningClock(datetime.combine(TODAY, OPENS, UTC))
    try:
        desk = open_desk(database, clock, UuidV7Ids())
        if desk is None:
            raise RuntimeError(f"no library was founded in {home}")
        with desk.view() as act:
            head = Journal(act.driver, desk.stream_id).head()
        desk.clock = RunningClock(max(clock.now(), from_ms(head.done_ms) + timedelta(seconds=1)))
        desk.ids = UuidV7Ids(lambda: to_ms(desk.clock.now()))
        desk.operator = operator(desk, CIRCULATION)
        yield desk
    finally:
        database.close()


@dataclass(frozen=True, slots=True)
class Borrower:
    id: Id
    member_no: str
    full_name: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy as picked: on the shelf, or on a loan that can be renewed, due on `due_on`."""

    id: Id
    biblio_id: Id
    barcode: str
    due_on: str = ""


class Picks:
    """Chance picks over the whole range, never the same row twice; the next run picks others."""

    def __init__(self, desk: Desk, size: Size) -> None:
        self._desk, self._size = desk, size
        with desk.view() as act:
            self.dice = random.Random(f"{size.seed}:{Journal(act.driver, desk.stream_id).head().seq}")
        self._members = self._numbers(size.members)
        self._items = self._numbers(size.items)

    def borrowers(self, count: int) -> list[Borrower]:
        """Members without loans whose cards are good for a month."""
        sql = (
            "SELECT m.id, m.member_no, m.full_name FROM member m WHERE m.no = ? AND m.valid_until > ? "
            "AND NOT EXISTS (SELECT 1 FROM loan l WHERE l.member_id = m.id AND l.\"end\" = 'open')"
        )
        return [
            Borrower(Id(row[0].hex()), row[1], row[2])
            for row in self._found(sql, ((number + 1, LONG_VALID) for number in self._members), count)
        ]

    def on_shelf(self, count: int) -> list[Copy]:
        kinds = ", ".join(f"'{kind}'" for kind in DEFAULTS.never_lent)
        sql = (
            "SELECT id, biblio_id, barcode FROM item WHERE barcode_key = ? AND loan_id IS NULL "
            f"AND status = 'available' AND collection_kind NOT IN ({kinds})"
        )
        rows = self._found(sql, ((f"b{number + 1:06d}",) for number in self._items), count)
        return [Copy(Id(row[0].hex()), Id(row[1].hex()), row[2]) for row in rows]

    def renewable(self, count: int) -> list[Copy]:
        """Copies on loans due in the next days, whose borrower has nothing overdue and a good card."""
        today = self._desk.today()
        with self._desk.view() as act:
            due = act.driver.execute(
                "SELECT id FROM loan WHERE \"end\" = 'open' AND due_on BETWEEN ? AND ?",
                (today.isoformat(), (today + timedelta(days=4)).isoformat()),
            ).fetchall()
        self.dice.shuffle(due)
        sql = (
            "SELECT i.id, i.biblio_id, i.barcode, l.due_on FROM loan l JOIN item i ON i.id = l.item_id "
            "JOIN member m ON m.id = l.member_id WHERE l.id = ? AND l.renewals = 0 AND m.valid_until > ? "
            "AND NOT EXISTS (SELECT 1 FROM loan o "
            "WHERE o.member_id = l.member_id AND o.\"end\" = 'open' AND o.due_on < ?)"
        )
        rows = self._found(sql, ((loan[0], LONG_VALID, today.isoformat()) for loan in due), count)
        return [Copy(Id(row[0].hex()), Id(row[1].hex()), row[2], row[3]) for row in rows]

    def barcodes(self, count: int) -> list[str]:
        return [f"B{self.dice.randrange(self._size.items) + 1:06d}" for _ in range(count)]

    def _found(self, sql: str, keys: Iterator[tuple[Any, ...]], count: int) -> list[Any]:
        rows: list[Any] = []
        with self._desk.database.read() as connection:
            execute = driver(connection).execute
            while len(rows) < count:
                values = next(keys, None)
                if values is None:
                    raise RuntimeError(f"the library has only {len(rows)} rows of the {count} wanted: {sql}")
                rows += execute(sql, values).fetchall()
        return rows

    def _numbers(self, of: int) -> Iterator[int]:
        """Every number below `of` once, scattered."""
        start, step = self.dice.randrange(of), int(of * 0.618) | 1
        while math.gcd(step, of) > 1:
            step += 2
        return ((start + n * step) % of for n in range(of))
