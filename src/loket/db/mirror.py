"""A second copy of the journal on another medium: a memory stick, a second disk.

A backup is from last night; the mirror has the loans of this morning. Rows are appended in sealed frames and synced,
so that a torn-off stick costs at most the last frame, which the next round writes again. A restore reads them back.

The mirror of a counter visitors stand at has no personal parts: what is appended stays, and such a counter keeps them
only until the server has them.
"""

from __future__ import annotations

import os
import secrets
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import msgspec

from loket.db.engine import Database, driver, translated
from loket.db.journal import GENESIS, ROWS, STREAMS
from loket.db.journal import _fault as fault
from loket.db.keys import sync_folder
from loket.db.meta import get_meta
from loket.db.photo_files import FOLDER as PHOTOS
from loket.db.photo_files import PhotoFiles, photos_beside
from loket.db.sealing import seal, subkey, unseal
from loket.domain.errors import StorageCode, StorageError
from loket.domain.scope import Scope

SUFFIX = ".lktmirror"
FRAME_ROWS = 500
MAGIC = b"LKTMIR1\n"
_HEADER_BYTES = len(MAGIC) + 16
_FRAME = struct.Struct(">I16sQQ")  # bytes sealed, stream, first and last sequence number
_LEAST_SEALED = 29  # form, nonce, tag
_SEQ, _PERSONAL, _HASH = 1, 15, 19  # columns of a journal row; the salt follows the personal part
_HASH_AT = "SELECT hash FROM journal WHERE stream_id = ? AND seq = ?"


@dataclass(frozen=True, slots=True)
class Mirrored:
    """What one round did. `kept`: an older mirror set aside, because it knew a history this database does not."""

    path: Path
    events: int
    kept: Path | None = None


class _Frame(NamedTuple):
    start: int
    head: bytes
    sealed_bytes: int
    stream: bytes
    first: int
    last: int

    @property
    def end(self) -> int:
        return self.start + _FRAME.size + self.sealed_bytes


def mirror_journal(database: Database, folder: Path) -> Mirrored | None:
    """Append what the mirror in `folder` lacks, and copy photos there.

    None when the folder is not there: the stick is not plugged in.

    Raises StorageError when the medium is full, write-protected or fails.
    """
    with translated(folder):
        if not folder.is_dir():
            return None
        with database.read() as connection:
            source = driver(connection)
            path = folder / f"loket-{(get_meta(source, 'station_id') or 'new')[-8:]}{SUFFIX}"
            kept = _set_aside(path) if path.exists() and not _agrees(path, database.key, source) else None
            if not path.exists():
                _begin(path)
            with path.open("r+b") as file:
                events = _append_missing(file, subkey(database.key, "mirror"), source)
        photos_beside(database.path).copy_missing(PhotoFiles(folder / PHOTOS))
    return Mirrored(path, events, kept)


def read_mirror(path: Path, key: bytes) -> Iterator[tuple[Any, ...]]:
    """Every journal row of a mirror, in journal order per stream, its chain verified. `key`: the database key.

    A torn last frame is left out. Raises StorageError: NO_FOLDER, NOT_A_BACKUP, WRONG_KEY, DAMAGED.
    """
    ends: dict[bytes, tuple[int, bytes]] = {}
    mirror_key = subkey(key, "mirror")
    with translated(path), path.open("rb") as file:
        file_id, frames = _sound(file, mirror_key)
        for number, frame in enumerate(frames):
            try:
                rows = _rows_of(file, mirror_key, file_id, frame)
            except StorageError as error:
                raise StorageError(StorageCode.DAMAGED if number else StorageCode.WRONG_KEY, path=path) from error
            for row in rows:
                seq, previous = ends.get(row[0], (0, GENESIS))
                why = fault(row, previous, seq + 1)
                if why:
                    raise StorageError(StorageCode.DAMAGED, path=path, why=f"journal {row[_SEQ]} {why}")
                ends[row[0]] = row[_SEQ], row[_HASH]
                yield row


def _agrees(path: Path, key: bytes, source: Any) -> bool:
    """Does this database know everything the mirror ends with? False after an older database took its place."""
    mirror_key = subkey(key, "mirror")
    try:
        with path.open("rb") as file:
            file_id, frames = _sound(file, mirror_key)
            newest = {frame.stream: frame for frame in frames}
            return all(_knows(source, _rows_of(file, mirror_key, file_id, frame)[-1]) for frame in newest.values())
    except StorageError:
        return False


def _knows(source: Any, row: tuple[Any, ...]) -> bool:
    known = source.execute(_HASH_AT, (row[0], row[_SEQ])).fetchone()
    return known is not None and known[0] == row[_HASH]


def _append_missing(file: BinaryIO, key: bytes, source: Any) -> int:
    file_id, frames = _sound(file, key)
    end = frames[-1].end if frames else _HEADER_BYTES
    file.truncate(end)
    file.seek(end)
    done = {frame.stream: frame.last for frame in frames}
    bare = get_meta(source, "scope") == Scope.HOUSE
    events = 0
    for (stream,) in source.execute(STREAMS).fetchall():
        cursor = source.execute(ROWS, (stream, done.get(stream, 0)))
        while rows := cursor.fetchmany(FRAME_ROWS):
            _write_frame(file, key, file_id, [_without_person(row) for row in rows] if bare else rows)
            events += len(rows)
    file.flush()
    os.fsync(file.fileno())
    return events


def _without_person(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """As after erasure: the chain verifies all the same."""
    return (*row[:_PERSONAL], None, None, *row[_PERSONAL + 2 :])


def _write_frame(file: BinaryIO, key: bytes, file_id: bytes, rows: list[tuple[Any, ...]]) -> None:
    plaintext = msgspec.msgpack.encode(rows)
    head = _FRAME.pack(len(plaintext) + _LEAST_SEALED, rows[0][0], rows[0][_SEQ], rows[-1][_SEQ])
    file.write(head + seal(key, plaintext, file_id + head))


def _rows_of(file: BinaryIO, key: bytes, file_id: bytes, frame: _Frame) -> list[tuple[Any, ...]]:
    file.seek(frame.start + _FRAME.size)
    plaintext = unseal(key, file.read(frame.sealed_bytes), file_id + frame.head)
    return msgspec.msgpack.decode(plaintext, type=list[tuple[Any, ...]])


def _sound(file: BinaryIO, key: bytes) -> tuple[bytes, list[_Frame]]:
    """The file's id and its frames but a torn last one. A first frame that does not open is no tear: a foreign file."""
    file_id, frames = _walk(file)
    if len(frames) > 1:
        try:
            _rows_of(file, key, file_id, frames[-1])
        except StorageError:
            frames.pop()
    return file_id, frames


def _walk(file: BinaryIO) -> tuple[bytes, list[_Frame]]:
    """The file's id, and its frames without their content. What follows the last whole frame is left out."""
    file.seek(0)
    header = file.read(_HEADER_BYTES)
    if len(header) != _HEADER_BYTES or not header.startswith(MAGIC):
        raise StorageError(StorageCode.NOT_A_BACKUP)
    size, frames = os.fstat(file.fileno()).st_size, []
    while len(head := file.read(_FRAME.size)) == _FRAME.size:
        frame = _Frame(file.tell() - _FRAME.size, head, *_FRAME.unpack(head))
        if frame.sealed_bytes < _LEAST_SEALED or frame.end > size:
            break
        frames.append(frame)
        file.seek(frame.end)
    return header[len(MAGIC) :], frames


def _begin(path: Path) -> None:
    with path.open("xb") as file:
        file.write(MAGIC + secrets.token_bytes(16))
        file.flush()
        os.fsync(file.fileno())
    sync_folder(path.parent)


def _set_aside(path: Path) -> Path:
    number = 1
    while (kept := path.with_name(f"{path.stem}-{number}{SUFFIX}")).exists():
        number += 1
    return path.replace(kept)
