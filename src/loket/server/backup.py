"""Backups of the server that were read back before they count; only then are counters told that their events are safe.

The embedded file is copied while the server works, and the copy is opened as a server of its own and verified. Of
PostgreSQL pg_dump makes an archive, which is unpacked again, to nowhere, while its events are counted. A restore never
overwrites the embedded file, and begins a new life of the server, which counters recognise.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, select, text

from loket.db.engine import connect, translated
from loket.db.erased_list import ErasedList
from loket.db.keys import sync_folder
from loket.domain.errors import StorageCode, StorageError
from loket.server import dumps, system
from loket.server.house import House, Settings, database_key, erased_list, open_house
from loket.server.pusat import Pusat
from loket.server.store import EMBEDDED_FILE, open_store
from loket.server.tables import EVENT_LOG

KEEP_LAST = 14
EMBEDDED_SUFFIX, DUMP_SUFFIX, PART_SUFFIX = ".lktbak", ".dump.gz", ".part"
_MONTH = len("pusat-202611")
_OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A verified backup, and how many events it holds."""

    path: Path
    events: int


# ---- backing up ---------------------------------------------------------------------------------------------------


def back_up(house: House, folder: Path, now: datetime, keep: int = KEEP_LAST) -> BackupReport:
    """Make a backup in `folder` while the server works, read it back, and tell the counters what is safe in it.

    All but the last `keep` and the last one of each month are removed then. Raises StorageError; nothing is named,
    removed or told in that case.
    """
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for leftover in folder.glob(f"pusat-*{PART_SUFFIX}"):
            leftover.unlink()
    suffix = EMBEDDED_SUFFIX if house.store.embedded else DUMP_SUFFIX
    target = _free_name(folder, now, suffix)
    part = target.with_name(target.name + PART_SUFFIX)
    try:
        heads, events = (_copy if house.store.embedded else _dump)(house, part)
        with translated(folder):
            part.replace(target)
            sync_folder(folder)
    finally:
        part.unlink(missing_ok=True)
    ErasedList.beside(target).add(erased_list(house.folder).read())
    system.mark_durable(house.pusat, heads)
    _rotate(folder, suffix, keep)
    return BackupReport(target, events)


def _copy(house: House, part: Path) -> tuple[system.Heads, int]:
    """A compact copy of the embedded file, opened and verified. Returns what it holds."""
    with _workshop(part.parent) as workshop:
        copy = workshop / EMBEDDED_FILE
        with translated(copy):
            source = connect(house.folder / EMBEDDED_FILE, database_key(house.secret))
            try:
                source.execute("VACUUM INTO ?", (str(copy),))
            finally:
                source.close()
        held = _verified(workshop, house.secret)
        with translated(part):
            copy.replace(part)
    return held


def _dump(house: House, part: Path) -> tuple[system.Heads, int]:
    """An archive of PostgreSQL, unpacked again to count. What stood there before it was made is in it."""
    with house.store.read() as connection:
        heads, before = system.stream_heads(connection), _events(connection)
    with _workshop(part.parent) as workshop:
        archive = workshop / "pusat.dump"
        dumps.dump(_database(house), archive)
        with translated(part):
            dumps.pack(archive, part)
            dumps.unpack(part, archive)
        held = dumps.events_in(archive)
    if held < before:
        raise StorageError(StorageCode.DAMAGED, path=part, why=f"{held} of {before} events")
    return heads, held


def _verified(folder: Path, secret: bytes) -> tuple[system.Heads, int]:
    """Read a whole server in a folder: every page, every link of every chain. Afterwards it is one file at rest.

    Raises StorageError: WRONG_KEY, NEWER, DAMAGED, NOT_A_BACKUP (a database of something else).
    """
    copy = folder / EMBEDDED_FILE
    with translated(copy):
        connection = connect(copy, database_key(secret))
        try:
            names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema").fetchall()}
            damage = connection.execute("PRAGMA integrity_check").fetchone()[0]
        finally:
            connection.close()
    if EVENT_LOG.name not in names:
        raise StorageError(StorageCode.NOT_A_BACKUP, path=copy)
    if damage != "ok":
        raise StorageError(StorageCode.DAMAGED, path=copy, why=damage)
    with _pusat_in(folder, secret) as pusat:
        for library_id, _ in pusat.libraries():
            if (broken := system.verify(pusat, library_id)) is not None:
                raise StorageError(StorageCode.DAMAGED, path=copy, why=f"{broken.chain} {broken.seq} {broken.why}")
        with pusat.store.read() as connection:
            held = system.stream_heads(connection), _events(connection)
    _settle(copy, secret)
    return held


def _events(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(EVENT_LOG)) or 0


def _rotate(folder: Path, suffix: str, keep: int) -> None:
    """Remove all but the last `keep` and the last one of each month; their names sort by time."""
    with translated(folder):
        made = sorted(path for path in folder.glob(f"pusat-*{suffix}"))
        of_month = {path.name[:_MONTH]: path for path in made}
        for path in made[: -keep or None]:
            if of_month[path.name[:_MONTH]] != path:
                path.unlink()


def _free_name(folder: Path, now: datetime, suffix: str) -> Path:
    stem, number = f"pusat-{now:%Y%m%d-%H%M%S}", 1
    path = folder / f"{stem}{suffix}"
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{suffix}"
    return path


# ---- restoring ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did. `kept` is the embedded file that stood there before; None where there was none."""

    events: int
    kept: Path | None


def restore(backup: Path, folder: Path, settings: Settings, secret: bytes, now: datetime) -> Restored:
    """Put a backup in the place of the server's data; the server must be stopped.

    Raises StorageError: NO_FOLDER (no such file), NOT_A_BACKUP, WRONG_KEY, DAMAGED, LOCKED while anybody works on the
    database; dumps.ToolFailed.
    """
    if not backup.is_file():
        raise StorageError(StorageCode.NO_FOLDER, path=backup)
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return (_restore_file if settings.database is None else _restore_dump)(backup, folder, settings, secret, now)


def _restore_file(backup: Path, folder: Path, settings: Settings, secret: bytes, now: datetime) -> Restored:
    """The backup becomes a server with a new life beside the old one first; then one rename puts it in place."""
    target = folder / EMBEDDED_FILE
    with _workshop(folder) as workshop:
        with translated(folder):
            shutil.copyfile(backup, workshop / EMBEDDED_FILE)
        _, events = _verified(workshop, secret)
        with _pusat_in(workshop, secret) as pusat:
            _begin_anew(pusat, backup, folder)
        _settle(workshop / EMBEDDED_FILE, secret)
        kept = _put_by(target, secret, now) if target.exists() else None
        with translated(target):
            (workshop / EMBEDDED_FILE).replace(target)
            sync_folder(folder)
    return Restored(events, kept)


def _restore_dump(backup: Path, folder: Path, settings: Settings, secret: bytes, now: datetime) -> Restored:
    assert settings.database is not None
    with _workshop(folder) as workshop:
        archive = workshop / "pusat.dump"
        with translated(folder):
            dumps.unpack(backup, archive)
        events = dumps.events_in(archive)
        _nobody_else(settings.database, folder, secret)
        dumps.load(settings.database, archive)
    with _pusat_in(folder, secret, settings.database) as pusat:
        _begin_anew(pusat, backup, folder)
    return Restored(events, None)


def _nobody_else(database: str, folder: Path, secret: bytes) -> None:
    """Raises StorageError(LOCKED) while anybody works on the database."""
    store = open_store(database, folder, database_key(secret))
    try:
        with store.read() as connection:
            others = connection.scalar(text(_OTHERS)) or 0
    finally:
        store.close()
    if others:
        raise StorageError(StorageCode.LOCKED, path=database.rpartition("/")[2])


def _begin_anew(pusat: Pusat, backup: Path, folder: Path) -> None:
    """Another life of the server, in which nobody who was erased since the backup is known."""
    system.renew(pusat, "restore")
    erased_list(folder).add(ErasedList.beside(backup).read())
    system.erase_again(pusat, erased_list(folder).read())


def _put_by(target: Path, secret: bytes, now: datetime) -> Path:
    """Give the old file a second name, its write-ahead log folded in. One that cannot be opened is kept as it is."""
    log = target.with_name(target.name + "-wal")
    kept = target.with_name(f"{target.name}.replaced-{now:%Y%m%d-%H%M%S}")
    with translated(target):
        if log.exists():
            shutil.copyfile(log, kept.with_name(kept.name + "-wal"))  # opening a damaged database destroys its log
    try:
        _settle(target, secret)
    except StorageError as error:
        if error.code in (StorageCode.LOCKED, StorageCode.FULL, StorageCode.READ_ONLY):
            kept.with_name(kept.name + "-wal").unlink(missing_ok=True)
            raise
    else:
        kept.with_name(kept.name + "-wal").unlink(missing_ok=True)
    with translated(target):
        shutil.copyfile(target, kept)
        for suffix in ("-wal", "-shm"):
            target.with_name(target.name + suffix).unlink(missing_ok=True)
    return kept


def _settle(path: Path, secret: bytes) -> None:
    """Make a database one file at rest. Raises StorageError(LOCKED) while anybody else has it open."""
    with translated(path):
        connection = connect(path, database_key(secret), busy_ms=1_000)
        try:
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        finally:
            connection.close()


@contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    """A folder on the same disk, for a database that is not finished; gone afterwards."""
    with translated(folder):
        made = Path(tempfile.mkdtemp(prefix=".pusat-", dir=folder))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextmanager
def _pusat_in(folder: Path, secret: bytes, database: str | None = None) -> Iterator[Pusat]:
    house = open_house(folder, Settings(database=database), secret)
    try:
        yield house.pusat
    finally:
        house.close()


def _database(house: House) -> str:
    assert house.settings.database is not None, "a store that is not embedded has an address"
    return house.settings.database
