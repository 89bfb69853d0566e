"""Where the server keeps everything: PostgreSQL, or one encrypted file on the server's own disk.

The same statements run on both. A writer's transaction is repeated when the database asks for that (a deadlock, a lost
connection): what it does is booked once however often it is sent.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Engine, Table, bindparam, create_engine, delete, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from loket.db.engine import connect, driver, translated
from loket.domain.errors import StorageCode, StorageError
from loket.server.migrations import LATEST, migrate, version_of

T = TypeVar("T")
EMBEDDED_FILE = "pusat.db"
ATTEMPTS = 6
BACKOFF_S = 0.05
POOL = 10
REPEATABLE_STATES = frozenset({"40001", "40P01", "55P03"})  # serialization failure, deadlock, lock not to be had
BUSY_MS = 60_000


class Store:
    """The server's database. Threads may share it.

    Attributes:
        embedded: whether it is the file on this machine, which has one writer at a time.
    """

    def __init__(
        self,
        writers: Engine,
        readers: Engine,
        *,
        embedded: bool,
        jitter: Callable[[], float],
        sleep: Callable[[float], None],
    ) -> None:
        self.embedded = embedded
        self._writers = writers
        self._readers = readers
        self._jitter = jitter
        self._sleep = sleep

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction that may write: committed at the end, rolled back on any error."""
        with self._writers.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A consistent view of one moment that cannot write."""
        with self._readers.begin() as connection:
            yield connection

    def transact(self, work: Callable[[Connection], T]) -> T:
        """`work` in one writing transaction, repeated as a whole while the database asks for it; then its error."""
        for attempt in range(1, ATTEMPTS):
            try:
                with self.write() as connection:
                    return work(connection)
            except DBAPIError as error:
                if not _worth_repeating(error):
                    raise
            self._sleep(BACKOFF_S * 2**attempt * self._jitter())
        with self.write() as connection:
            return work(connection)

    def close(self) -> None:
        self._writers.dispose()
        self._readers.dispose()


def open_store(
    url: str | None,
    folder: Path,
    key: bytes,
    *,
    jitter: Callable[[], float] = random.random,
    sleep: Callable[[float], None] = time.sleep,
) -> Store:
    """Open PostgreSQL at `url`, or without one the encrypted file in `folder`, and bring its schema up to date.

    Raises StorageError: NEWER for a schema of a later Loket; for the file also WRONG_KEY, DAMAGED, FULL, NO_FOLDER.
    """
    writers, readers = _postgres(url) if url else _embedded(folder, key)
    store = Store(writers, readers, embedded=url is None, jitter=jitter, sleep=sleep)
    try:
        with nullcontext() if url else translated(folder / EMBEDDED_FILE):
            store.transact(_up_to_date)
    except BaseException:
        store.close()
        raise
    return store


def _up_to_date(connection: Connection) -> None:
    found = version_of(connection)
    if found > LATEST:
        raise StorageError(StorageCode.NEWER, found=found, known=LATEST)
    if found < LATEST:
        migrate(connection)


def _postgres(url: str) -> tuple[Engine, Engine]:
    """Writers see what was committed before they got the lock; readers see one moment."""
    engine = create_engine(
        url.replace("postgresql://", "postgresql+psycopg://", 1),
        pool_size=POOL,
        max_overflow=POOL,
        pool_pre_ping=True,
        connect_args={"options": "-c synchronous_commit=on -c timezone=UTC"},
    )
    readers = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine, readers


def _embedded(folder: Path, key: bytes) -> tuple[Engine, Engine]:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / EMBEDDED_FILE
    return _sqlite(path, key, writes=True), _sqlite(path, key, writes=False)


def _sqlite(path: Path, key: bytes, *, writes: bool) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, key, busy_ms=BUSY_MS, read_only=not writes),
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=1 if writes else POOL,
        max_overflow=0 if writes else POOL,
        pool_timeout=BUSY_MS / 1000,
    )
    begin = "BEGIN IMMEDIATE" if writes else "BEGIN"
    event.listen(engine, "begin", lambda connection: driver(connection).execute(begin))
    return engine


def _worth_repeating(error: DBAPIError) -> bool:
    return error.connection_invalidated or getattr(error.orig, "sqlstate", None) in REPEATABLE_STATES


def look_up(
    connection: Connection, columns: Sequence[Column[Any]], library_id: bytes, by: Column[Any], values: Collection[Any]
) -> list[tuple[Any, ...]]:
    """`columns` of a library's rows whose column `by` is one of `values`; a row for each value that is found.

    The form of the statement makes both engines go by the index (library, `by`) whatever their statistics say: they
    lag behind a table that grows, and the cost of an event must not grow with it.
    """
    if not values:
        return []
    table = by.table
    names = ", ".join(column.name for column in columns)
    if connection.dialect.name == "postgresql":
        query = (
            f"SELECT {names} FROM unnest(%(values)b::{_postgres_type(by)}[]) AS wanted, LATERAL (SELECT {names} FROM"
            f" {table} WHERE library_id = %(library_id)b AND {by.name} = wanted OFFSET 0) AS found"
        )
        found = connection.exec_driver_sql(query, {"library_id": library_id, "values": list(values)})
    else:
        names = ", ".join(f'"{column.name}"' for column in columns)
        query = (
            f"WITH wanted (one) AS (VALUES {', '.join(['(?)'] * len(values))})"
            f' SELECT {names} FROM wanted CROSS JOIN {table} WHERE library_id = ? AND "{by.name}" = one'
        )
        found = connection.exec_driver_sql(query, (*values, library_id))
    return [tuple(row) for row in found]


def upsert(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, or put their values over the row with the same primary key. All rows name the same columns."""
    if rows:
        _write(connection, table, rows, replacing=True)


def append(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows that are not there. All rows name the same columns."""
    if rows:
        _write(connection, table, rows, replacing=False)


def remove(connection: Connection, table: Table, keys: Sequence[dict[str, Any]]) -> None:
    """Delete the rows with these primary keys."""
    if not keys:
        return
    if connection.dialect.name == "postgresql":
        names, source, values = _arrays(table, keys)
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE ({names}) IN ({source})", values)
        return
    where = [column == bindparam(f"old_{column.name}") for column in table.primary_key]
    connection.execute(delete(table).where(*where), [{f"old_{name}": key[name] for name in key} for key in keys])


def _write(connection: Connection, table: Table, rows: Sequence[dict[str, Any]], *, replacing: bool) -> None:
    keys = [column.name for column in table.primary_key]
    others = [name for name in rows[0] if name not in keys]
    if connection.dialect.name == "postgresql":
        names, source, values = _arrays(table, rows)
        overwritten = ", ".join(f"{name} = excluded.{name}" for name in others)
        conflict = f" ON CONFLICT ({', '.join(keys)}) DO " + (f"UPDATE SET {overwritten}" if others else "NOTHING")
        statement = f"INSERT INTO {table} ({names}) {source}{conflict if replacing else ''}"
        connection.exec_driver_sql(statement, values)
        return
    insert = sqlite.insert(table)
    if replacing and others:
        updates = {name: insert.excluded[name] for name in others}
        insert = insert.on_conflict_do_update(index_elements=keys, set_=updates)
    elif replacing:
        insert = insert.on_conflict_do_nothing(index_elements=keys)
    connection.execute(insert, rows)


def _arrays(table: Table, rows: Sequence[dict[str, Any]]) -> tuple[str, str, dict[str, Any]]:
    """(column names, a SELECT that gives the rows, its values) for PostgreSQL.

    All rows travel as one array for each column, in a tenth of the time of a statement for each row; a column that is
    the same in every row travels once.
    """
    columns: dict[str, list[Any]] = {name: [row[name] for row in rows] for name in rows[0]}
    same = {name: values[0] for name, values in columns.items() if values.count(values[0]) == len(values)}
    various = {name: values for name, values in columns.items() if name not in same}
    parts = [f"%({name})b::{_postgres_type(table.c[name])} AS {name}" for name in same]
    selected = ", ".join([*parts, *(f"rows.{name}" for name in various)])
    if not various:
        return ", ".join(same), f"SELECT {selected}", same
    arrays = ", ".join(f"%({name})b::{_postgres_type(table.c[name])}[]" for name in various)
    source = f"SELECT {selected} FROM unnest({arrays}) AS rows ({', '.join(various)})"
    return ", ".join([*same, *various]), source, {**same, **various}


def _postgres_type(column: Column[Any]) -> str:
    return {bytes: "bytea", int: "bigint", str: "text"}[column.type.python_type]
