"""What a round costs a desk that lends meanwhile, and what keeping the server's rows costs a loan."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from fakes import ADMIN, operator

from bench.centre import Direct
from bench.figures import SIZE_NAME, Figure, Found, Tell
from bench.operations import in_turns
from bench.quick_journal import Stock, Stream
from bench.timing import Budget, Measured, percentile, timed
from loket.db.engine import driver
from loket.db.meta import get_meta, set_meta
from loket.domain.entities import Id, Item, Member
from loket.domain.errors import Refused
from loket.server.pusat import Pusat
from loket.services.circulation import check_in, check_out
from loket.services.desk import Desk, all_rows
from loket.sync import account as acc
from loket.sync.client import sync_round


@dataclass
class Elsewhere:
    """Another counter of the library, on a fast line."""

    pusat: Pusat
    caller: Any
    stream: Stream
    stock: Stock

    def bring(self, events: Iterator[Any]) -> None:
        for batch in self.stream.batches(events):
            self.pusat.push(self.caller, batch)

    def change_copies(self, count: int) -> None:
        """So many different copies get another shelf."""
        self.bring(self.stock.moves(count))


def ids_of(desk: Desk, kind: type[Any]) -> list[Id]:
    with desk.database.read() as connection:
        return [row.id for row in all_rows(driver(connection), kind)]


@dataclass
class Holds:
    """How long the writer was held, by whom: in time, and in the holder's own time of the processor."""

    longest: dict[str, tuple[float, float]] = field(default_factory=dict)  # milliseconds

    @contextmanager
    def watching(self, desk: Desk) -> Iterator[None]:
        """Every writing transaction of the desk's database, from having the lock to letting it go."""
        write = desk.database.write

        @contextmanager
        def timed_write() -> Iterator[Any]:
            with write() as connection:
                began, worked = time.perf_counter(), time.thread_time()
                yield connection
                name = threading.current_thread().name
                took = ((time.perf_counter() - began) * 1_000, (time.thread_time() - worked) * 1_000)
                self.longest[name] = max(self.longest.get(name, took), took)

        desk.database.write = timed_write  # type: ignore[method-assign]
        try:
            yield
        finally:
            del desk.database.write  # type: ignore[method-assign]


def while_lending(desk: Desk, pusat: Pusat, elsewhere: Elsewhere, rows: int, calls: int, tell: Tell) -> Iterator[Found]:
    """Loans one after the other while a round merges so many rows: how long the longest had to wait."""
    elsewhere.change_copies(rows)
    desk.operator = operator(desk, ADMIN)
    quiet: list[float] = []
    loans = _loans(desk)
    for _ in islice(_timed_loans(desk, loans, quiet), calls):
        pass
    busy, holds, way = list[float](), Holds(), Direct(pusat)
    ended = threading.Event()

    def sync() -> None:
        try:
            sync_round(desk, way)
        finally:
            ended.set()

    with holds.watching(desk):
        round_ = threading.Thread(target=sync, name="sync")
        round_.start()
        for _ in _timed_loans(desk, loans, busy):
            if ended.is_set():
                break
        round_.join()
    tell(f"gabung: {len(busy)} pinjaman selama putaran")
    held_ms, worked_ms = holds.longest["sync"]
    yield Figure(f"gabung {rows:,} baris: penulis dipegang paling lama", held_ms, "ms")
    yield Figure(f"gabung {rows:,} baris: waktu prosesor selama itu", worked_ms, "ms")
    yield Figure(f"gabung {rows:,} baris: pinjam atau kembali paling lama selama itu", max(busy), "ms")
    yield Figure("pinjam atau kembali tanpa putaran, p99", percentile(sorted(quiet), 0.99), "ms")


def _loans(desk: Desk) -> Iterator[tuple[Id, Id]]:
    """(member, copy) that can be lent, over and over."""
    members, items = ids_of(desk, Member), ids_of(desk, Item)
    number = 0
    while True:
        number += 1
        yield members[number * 13 % len(members)], items[number * 31 % len(items)]


def _timed_loans(desk: Desk, loans: Iterator[tuple[Id, Id]], into: list[float]) -> Iterator[None]:
    """Lend and take back, each timed: the copies do not run out."""
    for member_id, item_id in loans:
        try:
            timed(lambda m=member_id, i=item_id: check_out(desk, member_id=m, item_id=i), into)  # type: ignore[misc]
            timed(lambda i=item_id: check_in(desk, item_id=i), into)  # type: ignore[misc]
        except Refused:
            continue
        yield


def tracking(desk: Desk, calls: int) -> Measured:
    """A loan with the server's versions of its rows kept, against one as in a library without a server."""
    row = Measured("pinjam dengan versi server disimpan; tangan = tanpa server", SIZE_NAME, Budget())
    loans = _loans(desk)
    scope = _scope(desk)
    try:
        for is_ours, keep in in_turns(calls):
            _set_scope(desk, scope if is_ours else None)
            times = list[float]()
            next(_timed_loans(desk, loans, times))
            if keep:
                (row.ours_ms if is_ours else row.by_hand_ms).append(times[0])
    finally:
        _set_scope(desk, scope)
    return row


def _scope(desk: Desk) -> str:
    with desk.database.read() as connection:
        return get_meta(driver(connection), acc.SCOPE) or ""


def _set_scope(desk: Desk, scope: str | None) -> None:
    with desk.database.write() as connection:
        if scope is None:
            driver(connection).execute("DELETE FROM meta WHERE key = ?", (acc.SCOPE,))
        else:
            set_meta(driver(connection), acc.SCOPE, scope)
