"""Backups that were read back before they count, and a restore that a power cut cannot spoil.

A backup is a compact copy of one moment under the same key, checked page by page and event by event before it gets
its name. A restore never overwrites: the old database stays beside the new one, and the new one opens a stream of its
own, so that no two histories ever share one. Source: sync specification, sections on restore and mirror.

Photos lie beside the database, and beside its backups in one folder for all of them: a file never changes, so each is
copied once.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from loket.db.engine import Database, connect, driver, open_database, translated
from loket.db.erased_list import ErasedList
from loket.db.journal import APPEND, HEAD, STREAMS, Head, first_break, recorded
from loket.db.keys import key_fits, sync_folder, write_key_check
from loket.db.meta import get_meta, set_meta
from loket.db.migrations import LATEST
from loket.db.mirror import read_mirror
from loket.db.photo_files import FOLDER as PHOTOS
from loket.db.photo_files import PhotoFiles, is_name, photos_beside
from loket.db.queries import count
from loket.db.rows import from_ms, id_bytes, to_ms
from loket.db.state import SqlState
from loket.db.streams import open_stream
from loket.domain.apply import apply
from loket.domain.entities import Id
from loket.domain.errors import StorageCode, StorageError
from loket.domain.events import Event
from loket.domain.scope import Scope, kinds_of

KEEP_LAST = 14
LAST_BACKUP_AT, LAST_BACKUP_PATH, MADE_AT = "last_backup_at", "last_backup_path", "backup_made_at"
SUFFIX, PART_SUFFIX = ".lktbak", ".part"
_IS_KNOWN = "SELECT 1 FROM journal WHERE event_id = ?"
_NAME = re.compile(r"loket-(\d{6})\d{2}-\d{6}(?:-\d+)?\.lktbak")


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What a backup holds, found by reading all of it."""

    path: Path
    made_at: datetime | None  # None for a file that is a plain copy of a database
    stream_id: Id | None
    journal_head: Head
    events: int
    members: int
    items: int


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    `kept` is the database that stood there before; `left_behind` how many of its events are not in the new.
    """

    report: BackupReport
    stream_id: Id
    kept: Path | None
    left_behind: int | None  # None: the old database could not be read
    brought_back: int  # from the mirror
    photos: int = 0  # put back beside it


# ---- backing up -----------------------------------------------------------------------------------------------------


def back_up(database: Database, folder: Path, now: datetime, keep: int = KEEP_LAST) -> Path:
    """Copy the database into `folder` while others go on working, read the copy back, and give it its name.

    `now` names it, in its own zone. Then all but the last `keep` and the last one of each month are removed, so a
    folder belongs to one counter. Raises StorageError; nothing is renamed or removed then, unless it were photos that
    found no room: the backup itself is there by then.
    """
    with translated(folder):
        if not folder.is_dir():
            raise StorageError(StorageCode.NO_FOLDER, path=folder)
        for leftover in folder.glob(f"loket-*{SUFFIX}{PART_SUFFIX}*"):
            leftover.unlink()
        target = _free_name(folder, now)
        part = target.with_name(target.name + PART_SUFFIX)
        try:
            _copy_and_check(database, part, now)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        sync_folder(folder)
        photos_beside(database.path).copy_missing(PhotoFiles(folder / PHOTOS))
        ErasedList.beside(target).add(ErasedList.beside(database.path).read())
    with database.write() as connection:
        set_meta(driver(connection), LAST_BACKUP_AT, str(to_ms(now)))
        set_meta(driver(connection), LAST_BACKUP_PATH, str(target))
    rotate(folder, keep)
    return target


def _copy_and_check(database: Database, part: Path, now: datetime) -> None:
    with database.read() as connection:
        seen = _heads(driver(connection))
    database.copy_into(part)
    with _opened(part, database.key, immutable=False) as copy:
        set_meta(copy, MADE_AT, str(to_ms(now)))
    _sync_file(part)
    verify_backup(part, database.key)
    with _opened(part, database.key) as copy:
        found = _heads(copy)
    if any(stream not in found or found[stream].seq < head.seq for stream, head in seen.items()):
        raise StorageError(StorageCode.DAMAGED, path=part, why="the copy ends before the journal")


def rotate(folder: Path, keep: int = KEEP_LAST) -> list[Path]:
    """Remove old backups but the last `keep` and the last one of each month. Returns what was removed."""
    with translated(folder):
        backups = backups_in(folder)
        of_month = {_month(path): path for path in backups}
        old = [path for path in backups[: -keep or None] if of_month[_month(path)] != path]
        for path in old:
            path.unlink()
    return old


def backups_in(folder: Path) -> list[Path]:
    """The backups in a folder, oldest first."""
    with translated(folder):
        return sorted(path for path in folder.glob(f"loket-*{SUFFIX}") if _NAME.fullmatch(path.name))


def _month(path: Path) -> str:
    match = _NAME.fullmatch(path.name)
    return match[1] if match else path.name


def _free_name(folder: Path, now: datetime) -> Path:
    stem, number = f"loket-{now:%Y%m%d-%H%M%S}", 1
    path = folder / f"{stem}{SUFFIX}"
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{SUFFIX}"
    return path


# ---- reading a backup -----------------------------------------------------------------------------------------------


def verify_backup(path: Path, key: bytes) -> BackupReport:
    """Read a whole backup: every page, every link of its journal. It is not changed, so it may lie on a locked medium.

    Raises StorageError: NO_FOLDER (no such file), WRONG_KEY, NEWER, DAMAGED, NOT_A_BACKUP (a database without a
    library).
    """
    with translated(path):
        if not path.is_file() or path.stat().st_size == 0:
            raise StorageError(StorageCode.NOT_A_BACKUP if path.is_file() else StorageCode.NO_FOLDER, path=path)
    with _opened(path, key) as copy:
        version = copy.execute("PRAGMA user_version").fetchone()[0]
        if version > LATEST:
            raise StorageError(StorageCode.NEWER, found=version, known=LATEST, path=path)
        if version == 0:
            raise StorageError(StorageCode.NOT_A_BACKUP, path=path)
        damage = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if damage != "ok":
            raise StorageError(StorageCode.DAMAGED, path=path, why=damage)
        broken = first_break(copy)
        if broken is not None:
            raise StorageError(StorageCode.DAMAGED, path=path, why=f"journal {broken.seq} {broken.why}")
        return _report(copy, path)


def _report(copy: Any, path: Path) -> BackupReport:
    stream, made_at = get_meta(copy, "stream_id"), get_meta(copy, MADE_AT)
    heads = _heads(copy)
    return BackupReport(
        path=path,
        made_at=from_ms(int(made_at)) if made_at else None,
        stream_id=Id(stream) if stream else None,
        journal_head=heads.get(id_bytes(stream), _EMPTY) if stream else _EMPTY,
        events=sum(head.seq for head in heads.values()),
        members=count(copy, "member"),
        items=count(copy, "item"),
    )


_EMPTY = Head(0, bytes(32))


def _heads(connection: Any) -> dict[bytes, Head]:
    """Where each stream ends."""
    heads = {}
    for (stream,) in connection.execute(STREAMS).fetchall():
        row = connection.execute(HEAD, (stream,)).fetchone()
        heads[stream] = Head(*row) if row else _EMPTY
    return heads


@contextmanager
def _opened(path: Path, key: bytes, *, immutable: bool = True) -> Iterator[Any]:
    """A driver connection to a single file at rest: no write-ahead log appears beside it."""
    mode = "mode=ro&immutable=1" if immutable else "mode=rw"
    with translated(path):
        connection = dbapi2.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, isolation_level=None)
        try:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"").fetchall()
            yield connection
        finally:
            connection.close()


# ---- restoring ------------------------------------------------------------------------------------------------------


def restore(
    backup: Path, target: Path, key: bytes, *, now: datetime, stream_id: Id, mirror: Path | None = None
) -> Restored:
    """Put a backup, and what a mirror knows beyond it, in the place of the database at `target`, which must be closed.

    The old database is kept as `…replaced-<time>`. Whatever moment the machine dies at, `target` is the old database
    or the new one, whole. The new one goes on in the stream `stream_id`, whose parent and fork say where it left the
    old. Raises StorageError: as `verify_backup` and `read_mirror`, LOCKED when a program still has the database open,
    FULL.
    """
    report = verify_backup(backup, key)
    photos = _put_photos_back(target, backup, *([mirror] if mirror else []))
    made = target.with_name(target.name + ".restoring")
    with translated(target):
        _clear_away(made)
        shutil.copyfile(backup, made)
    try:
        mirrored = read_mirror(mirror, key) if mirror else iter(())
        brought_back = _renew(made, key, now, stream_id, mirrored)
        kept, left_behind = _put_by(target, key, now, report.events + brought_back) if target.exists() else (None, 0)
        with translated(target):
            _sync_file(made)
            made.replace(target)
            sync_folder(target.parent)
    finally:
        _clear_away(made)
    ErasedList.beside(target).add(ErasedList.beside(backup).read())
    if key_fits(target, key) is not True:
        write_key_check(target, key)
    return Restored(report, stream_id, kept, left_behind, brought_back, photos)


def _put_photos_back(target: Path, *sources: Path) -> int:
    """Every photo these know that is not beside `target` yet; one that is damaged there is left out."""
    return sum(photos_beside(source).copy_missing(photos_beside(target)).files for source in sources)


def _renew(path: Path, key: bytes, now: datetime, stream_id: Id, mirrored: Iterator[tuple[Any, ...]]) -> int:
    """Make the copy of a backup the database to work with: today's schema, the mirror's events, its own new stream.

    It is one file at rest afterwards. Returns how many events the mirror gave.
    """
    database = open_database(path, key)
    try:
        with database.write() as connection:
            source = driver(connection)
            parent = get_meta(source, "stream_id")
            if parent is None:
                raise StorageError(StorageCode.NOT_A_BACKUP, path=path)
            brought_back, last = _bring_back(source, id_bytes(parent), mirrored, to_ms(now))
            # a new history where the old one ends, so that the two can never be mistaken for one
            open_stream(source, stream_id, parent=last, reason="restore", now_ms=to_ms(now))
        if database.damage():
            raise StorageError(StorageCode.DAMAGED, path=path, why="the copy of the backup")
    finally:
        database.close()
    _at_rest(path, key)
    return brought_back


def _bring_back(source: Any, stream: bytes, mirrored: Iterator[tuple[Any, ...]], now_ms: int) -> tuple[int, bytes]:
    """Append and book what comes after the backup's last event, in its own stream and in those opened since.

    Returns how many events, and the last stream. Raises StorageError(DAMAGED) when the mirror and the backup have no
    common history.
    """
    scope = get_meta(source, "scope")
    state = SqlState(source, kinds_of(Scope(scope)) if scope else ())  # these events lie on the server's rows
    heads, last, brought_back = _heads(source), stream, 0
    shared: dict[bytes, tuple[Any, ...]] = {}
    for row in mirrored:
        if row[0] not in heads:
            open_stream(source, Id(row[0].hex()), parent=last, reason="restore", now_ms=now_ms)
            heads[row[0]], last = _EMPTY, row[0]
        if row[1] <= heads[row[0]].seq:
            shared[row[0]] = row
            continue
        is_new = source.execute(_IS_KNOWN, (row[2],)).fetchone() is None  # a fork seals events anew in another stream
        source.execute(APPEND, row)
        if is_new:
            found = recorded(row)
            apply(state, found)
            _send_photo_again(source, found.event, now_ms)
            brought_back += 1
            if brought_back % 10_000 == 0:
                state.forget()
    for known in shared.values():
        _demand_shared(source, known)
    return brought_back, last


def _send_photo_again(source: Any, event: Event, now_ms: int) -> None:
    """Which photos the server lacks is noted in no event: one named after the backup may be among them."""
    person = getattr(event, "person", None) or getattr(event, "person_set", None) or {}
    name = person.get("photo") if isinstance(person, dict) else getattr(person, "photo", None)
    if name and is_name(name):
        source.execute(
            "INSERT INTO photo_to_send (sha256, added_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (bytes.fromhex(name), now_ms),
        )


def _demand_shared(source: Any, row: tuple[Any, ...]) -> None:
    """The mirror's last row that the backup should know too; both chains are verified, so it speaks for all before."""
    known = source.execute("SELECT hash FROM journal WHERE stream_id = ? AND seq = ?", row[:2]).fetchone()
    if known[0] != row[19]:
        raise StorageError(StorageCode.DAMAGED, why="the mirror knows another history")


def _clear_away(made: Path) -> None:
    """Remove what a restore leaves, or one that was broken off."""
    for leftover in made.parent.glob(made.name + "*"):
        leftover.unlink()


def _at_rest(path: Path, key: bytes) -> None:
    """Fold the write-ahead log in and remove it. Raises StorageError(LOCKED) while anybody else has the file open."""
    with translated(path):
        connection = connect(path, key, busy_ms=1_000)
        try:
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        finally:
            connection.close()


def _put_by(target: Path, key: bytes, now: datetime, events: int) -> tuple[Path, int | None]:
    """Give the old database a second name. Returns it, and how many events it has beyond these; None: unreadable.

    No write-ahead log may stay beside `target`: it would be read into the new database. A readable one is folded in;
    opening an unreadable database destroys its log, so that is copied first.
    """
    with translated(target):
        kept = _free_kept_name(target, now)
        log, kept_log = (path.with_name(path.name + "-wal") for path in (target, kept))
        if log.exists():
            shutil.copyfile(log, kept_log)
    try:
        beyond = _settle(target, key, events)
    except StorageError:
        kept_log.unlink(missing_ok=True)
        raise
    with translated(target):
        _second_name(target, kept)
        for suffix in ("-wal", "-shm", "-journal"):
            target.with_name(target.name + suffix).unlink(missing_ok=True)
        if beyond is not None:
            kept_log.unlink(missing_ok=True)
        sync_folder(target.parent)
    return kept, beyond


def _settle(target: Path, key: bytes, events: int) -> int | None:
    """Make the old database one file at rest. Returns how many events it has beyond these; None: unreadable."""
    try:
        _at_rest(target, key)
        with _opened(target, key) as old:
            return max(0, sum(head.seq for head in _heads(old).values()) - events)
    except StorageError as error:
        if error.code in (StorageCode.LOCKED, StorageCode.FULL, StorageCode.READ_ONLY, StorageCode.NO_FOLDER):
            raise
        return None


def _free_kept_name(target: Path, now: datetime) -> Path:
    stem = f"{target.name}.replaced-{now:%Y%m%d-%H%M%S}"
    kept, number = target.with_name(stem), 1
    while kept.exists() or kept.with_name(kept.name + "-wal").exists():
        number += 1
        kept = target.with_name(f"{stem}-{number}")
    return kept


def _second_name(path: Path, name: Path) -> None:
    try:
        os.link(path, name)
    except OSError:  # a file system without links, such as a memory stick's
        shutil.copyfile(path, name)
        _sync_file(name)


def _sync_file(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
