"""The encrypted database: one writing connection, readers that cannot write, errors in our own words.

SQLite through SQLCipher, WAL with `synchronous=FULL`: with NORMAL a power cut takes back what the screen called
saved. Writers take the lock with BEGIN IMMEDIATE before they read, so that two counters cannot lend one copy twice;
readers never lock.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from loket.db.migrations import LATEST, migrate, version_of
from loket.domain.errors import StorageCode, StorageError

OLDEST_SQLITE = (3, 51, 3)  # earlier ones can corrupt a WAL that two connections reset at once
BUSY_MS = 10_000
CACHE_KIB = 16_384

_CODES = (
    (re.compile("locked|busy"), StorageCode.LOCKED),
    (re.compile("disk is full"), StorageCode.FULL),
    (re.compile("not a database"), StorageCode.WRONG_KEY),
    (re.compile("malformed|corrupt"), StorageCode.DAMAGED),
    (re.compile("readonly"), StorageCode.READ_ONLY),
    (re.compile("unable to open"), StorageCode.NO_FOLDER),
    (re.compile("disk I/O|I/O error"), StorageCode.IO),
)


class Database:
    """An opened database file. Threads may share it: `write` queues them, `read` gives each its own connection."""

    def __init__(self, path: Path, key: bytes, *, busy_ms: int = BUSY_MS) -> None:
        self.path = path
        self.key = key
        self._busy_ms = busy_ms
        self._lock = threading.RLock()
        self._writer = self._engine(writes=True)
        self._readers = self._engine(writes=False)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction that may write: committed at the end, rolled back on any error.

        Raises StorageError when the surroundings fail; then nothing of it is stored.
        """
        with self._lock, translated(self.path), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A consistent view that cannot write."""
        with translated(self.path), self._readers.begin() as connection:
            yield connection

    def close(self) -> None:
        self._readers.dispose()
        self._writer.dispose()

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the file; by the writer only."""
        with self._lock, translated(self.path), self._writer.connect() as connection:
            driver(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def copy_into(self, target: Path) -> None:
        """A compact copy of a moment, encrypted with the same key, while others go on working."""
        with translated(self.path):
            # A connection of its own: the readers' `query_only` also forbids VACUUM INTO another file.
            source = connect(self.path, self.key, busy_ms=self._busy_ms)
            try:
                source.execute("VACUUM INTO ?", (str(target),))
            finally:
                source.close()

    def damage(self) -> list[str]:
        """What `integrity_check` finds; empty when the file is whole."""
        with self.read() as connection:
            found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check").all()]
        return [] if found == ["ok"] else found

    def _engine(self, *, writes: bool) -> Engine:
        engine = create_engine(
            "sqlite://",
            creator=lambda: connect(self.path, self.key, busy_ms=self._busy_ms, read_only=not writes),
            module=dbapi2,
            poolclass=QueuePool,
            pool_size=1 if writes else 4,
            max_overflow=0 if writes else 4,
        )
        begin = "BEGIN IMMEDIATE" if writes else "BEGIN"
        event.listen(engine, "begin", lambda connection: driver(connection).execute(begin))
        return engine


def driver(connection: Connection) -> Any:
    """The driver's own connection under SQLAlchemy's, for the hot path."""
    return connection.connection.driver_connection


def connect(path: Path, key: bytes, *, busy_ms: int = BUSY_MS, read_only: bool = False) -> Any:
    """A driver connection with our settings. The caller sends BEGIN itself."""
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False, timeout=busy_ms / 1000)
    for pragma in (
        f"key = \"x'{key.hex()}'\"",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"busy_timeout = {busy_ms}",
        f"cache_size = -{CACHE_KIB}",
        "temp_store = MEMORY",
        "secure_delete = ON",  # what was erased must not lie on in pages that are free
        *(["query_only = ON"] if read_only else []),
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


def open_database(path: Path, key: bytes, *, busy_ms: int = BUSY_MS) -> Database:
    """Open the file, bringing an older schema up to date; a missing file becomes an empty database.

    Raises StorageError: WRONG_KEY, DAMAGED, NEWER (made by a later Loket), LOCKED, FULL, NO_FOLDER, READ_ONLY.
    Before a migration the file is copied beside itself as `…before-N`.
    """
    _assert_sqlite()
    with translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    database = Database(path, key, busy_ms=busy_ms)
    try:
        _bring_up_to_date(database)
    except BaseException:
        database.close()
        raise
    return database


def _bring_up_to_date(database: Database) -> None:
    with database.read() as connection:
        version = version_of(connection)
    if version > LATEST:
        raise StorageError(StorageCode.NEWER, found=version, known=LATEST, path=database.path)
    if version == LATEST:
        return
    if version > 0:
        before = database.path.with_name(f"{database.path.name}.before-{LATEST}")
        before.unlink(missing_ok=True)
        database.copy_into(before)
    with database.write() as connection:
        migrate(connection)


def _assert_sqlite() -> None:
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise StorageError(StorageCode.SQLITE_TOO_OLD, found=dbapi2.sqlite_version)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Driver and system errors as StorageError; anything else passes."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        raise storage_error(error, path) from error
    except OSError as error:
        code = StorageCode.FULL if error.errno == 28 else StorageCode.NO_FOLDER
        raise StorageError(code, path=path, why=error.strerror) from error


def storage_error(error: Exception, path: Path) -> Exception:
    """What a driver error means for the counter; a programming error stays itself."""
    text = str(error.orig if isinstance(error, DBAPIError) else error)
    for pattern, code in _CODES:
        if pattern.search(text):
            return StorageError(code, path=path, why=text)
    return error
