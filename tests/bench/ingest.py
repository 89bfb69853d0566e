"""How fast the server takes events in, against the same rows put into one table of the same database, in turns.

COPY at PostgreSQL, one INSERT for all rows at the embedded file.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from fakes import KEY
from sqlcipher3 import dbapi2

from bench.centre import Direct, bench_clock, centre, founded, token_of
from bench.figures import SIZE_NAME, Found, Tell, at_least
from bench.quick_journal import Stock, Stream
from bench.size import Size
from bench.timing import Budget, Measured, timed
from loket.db.engine import connect, driver
from loket.db.journal import APPEND, COLUMNS
from loket.sync import wire
from loket.sync.account import read_account
from loket.sync.client import sync_round

ENOUGH_PER_S = 2_500
TABLE = """CREATE TABLE plain (stream_id {blob}, seq bigint, event_id {blob} UNIQUE, type text, version int,
began_ms bigint, done_ms bigint, business_on text, utc_offset_min int, station_id {blob}, operator_id {blob},
boot_id text, mono_ms bigint, clock_quality text, body text, personal {blob}, personal_salt {blob},
personal_commit {blob}, prev_hash {blob}, hash {blob}, PRIMARY KEY (stream_id, seq))"""


class Ingest:
    """`Pusat.push` in batches of 500, on an empty log and on a long one."""

    def __init__(self, name: str, url: str | None, folder: Path, library: Size, tell: Tell) -> None:
        self._name, self._url, self._folder, self._library, self._tell = name, url, folder, library, tell
        self._clock = bench_clock()
        self._batch = min(wire.BATCH_EVENTS, library.items)
        self._calls = max(2, library.calls // 20)

    def run(self, log: int) -> Iterator[Found]:
        with centre(self._url, self._folder / "pusat", self._clock) as pusat:
            desk = founded(self._folder / "loket", pusat, self._clock)
            sync_round(desk, Direct(pusat))
            with desk.database.read() as connection:
                account = read_account(driver(connection))
            stock = Stock(self._library, self._clock, desk.library.utc_offset_min)
            stream = Stream(account, self._clock, desk.library.utc_offset_min)
            caller = pusat.authorise(token_of(desk, pusat))
            taken = 0

            def push(batch: wire.Batch) -> None:
                answer = pusat.push(caller, batch)
                if (answer.verdict, answer.outcomes) != ("taken", []):
                    raise RuntimeError(f"the batch was {answer.verdict}, {len(answer.outcomes)} events set aside")

            began = time.perf_counter()
            for batch in stream.batches(stock.arriving()):
                push(batch)
                taken += len(batch.events)
            self._tell(f"{self._name}: {taken:,} kejadian pertama, {taken / (time.perf_counter() - began):,.0f}/s")
            with self._plain() as plain:
                yield from self._turns(f"sesudah {taken:,}", stream, stock, push, plain)
                began = time.perf_counter()
                for batch in stream.batches(stock.days_work(max(0, log - taken))):
                    push(batch)
                    taken += len(batch.events)
                self._tell(f"{self._name}: log {taken:,}, {time.perf_counter() - began:,.0f} s")
                yield from self._turns(f"sesudah {taken:,}", stream, stock, push, plain)
            desk.database.close()

    def _turns(
        self,
        when: str,
        stream: Stream,
        stock: Stock,
        push: Callable[[wire.Batch], None],
        plain: Callable[[wire.Batch], None],
    ) -> list[Found]:
        """The same batches: to the server, and as plain rows."""
        per_batch = Budget(p50_ms=1_000 * self._batch / ENOUGH_PER_S)
        row = Measured(f"serap {self._batch} kejadian, {self._name}, {when}", SIZE_NAME, per_batch)
        work = stock.days_work((self._calls + 1) * self._batch)
        for number, batch in enumerate(stream.batches(work, self._batch)):
            kept = number > 0  # the first is a warm-up
            timed(lambda batch=batch: push(batch), row.ours_ms if kept else None)
            timed(lambda batch=batch: plain(batch), row.by_hand_ms if kept else None)
        rate = self._batch * len(row.ours_ms) / (sum(row.ours_ms) / 1_000)
        return [row, at_least(f"serapan, {self._name}, {when}", rate, "kejadian/s", ENOUGH_PER_S)]

    @contextmanager
    def _plain(self) -> Iterator[Callable[[wire.Batch], None]]:
        """The batch's journal rows into one table, committed."""
        if self._url is None:
            connection = connect(self._folder / "plain.db", KEY)
            connection.execute(TABLE.format(blob="blob"))
            yield lambda batch: _insert(connection, batch)
            connection.close()
            return
        with psycopg.connect(self._url.replace("postgresql+psycopg", "postgresql", 1)) as postgres:
            postgres.execute(TABLE.format(blob="bytea"))  # type: ignore[arg-type]
            postgres.commit()
            yield lambda batch: _copy(postgres, batch)


def _rows(batch: wire.Batch) -> Iterator[tuple[Any, ...]]:
    previous = batch.prev_hash
    hashes = wire.chain(batch.stream_id, batch.from_seq, batch.prev_hash, batch.events)
    for seq, (event, hash_) in enumerate(zip(batch.events, hashes, strict=True), start=batch.from_seq):
        yield (batch.stream_id, seq, *event, previous, hash_)
        previous = hash_


def _copy(connection: Any, batch: wire.Batch) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY plain ({COLUMNS}) FROM STDIN") as copy:
        for row in _rows(batch):
            copy.write_row(row)
    connection.commit()


def _insert(connection: dbapi2.Connection, batch: wire.Batch) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(APPEND.replace("INTO journal", "INTO plain"), _rows(batch))
    connection.execute("COMMIT")
