"""PostgreSQL's own tools around the server's database: an archive of it, the count of what is inside, and back.

An archive of pg_dump has no check sum over the whole of itself: with a hole in the middle it may load without a word.
It is kept in gzip therefore, whose CRC covers every byte and which any administrator opens without Loket.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import zlib
from pathlib import Path

from sqlalchemy import URL, make_url

from loket.domain.errors import StorageCode, StorageError

_EVENTS_BEGIN = b"COPY public.event_log "
_ROWS_END = b"\\."
_GZIP, _ARCHIVE = b"\x1f\x8b", b"PGDMP"
_CHUNK = 1 << 20
_LEVEL = 6  # gzip's own choice: pg_dump leaves the packing to us


class ToolFailed(Exception):  # noqa: N818
    """A tool of PostgreSQL is not installed (`why` is empty then) or did not do its work; its own last words."""

    def __init__(self, name: str, why: str = "") -> None:
        super().__init__(name, why)
        self.name, self.why = name, why


def dump(url: str, target: Path) -> None:
    """An archive of one moment of the database, not packed yet. Raises ToolFailed."""
    _run("pg_dump", url, "--format=custom", "--compress=0", "--no-owner", "--no-privileges", f"--file={target}")


def pack(archive: Path, packed: Path) -> None:
    """Put an archive into gzip."""
    with archive.open("rb") as plain, gzip.open(packed, "wb", _LEVEL) as content:
        shutil.copyfileobj(plain, content, _CHUNK)


def unpack(packed: Path, archive: Path) -> None:
    """Take an archive out of gzip, every byte checked. Raises StorageError: NOT_A_BACKUP, DAMAGED."""
    try:
        with gzip.open(packed, "rb") as content, archive.open("wb") as plain:
            shutil.copyfileobj(content, plain, _CHUNK)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        code = StorageCode.DAMAGED if _begins(packed, _GZIP) else StorageCode.NOT_A_BACKUP
        raise StorageError(code, path=packed, why=str(error)) from error
    if not _begins(archive, _ARCHIVE):
        raise StorageError(StorageCode.NOT_A_BACKUP, path=packed)


def events_in(archive: Path) -> int:
    """How many events an archive holds, found by reading all of it. Raises StorageError(DAMAGED), ToolFailed."""
    command = [_program("pg_restore"), "--file=-", str(archive)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as unpacking:
        assert unpacking.stdout is not None
        assert unpacking.stderr is not None
        found, inside = -1, False
        for line in unpacking.stdout:
            if inside and line.rstrip(b"\n") == _ROWS_END:
                inside = False
            elif inside:
                found += 1
            elif line.startswith(_EVENTS_BEGIN):
                inside, found = True, 0
        why = unpacking.stderr.read().decode(errors="replace")
    if unpacking.returncode or found < 0:
        raise StorageError(StorageCode.DAMAGED, path=archive, why=why.strip()[-300:] or "no events table")
    return found


def load(url: str, archive: Path) -> None:
    """Put an archive in the place of the database's tables, all or nothing. Raises ToolFailed."""
    whole = ("--clean", "--if-exists", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges")
    _run("pg_restore", url, *whole, str(archive))


def _run(name: str, url: str, *arguments: str) -> None:
    """Run a tool on the database; its password goes by the environment, where other users do not see it."""
    address = make_url(url).set(drivername="postgresql")
    shown = URL.create(
        "postgresql", address.username, None, address.host, address.port, address.database, address.query
    )
    password = {"PGPASSWORD": str(address.password)} if address.password else {}
    command = [_program(name), *arguments, f"--dbname={shown.render_as_string()}"]
    done = subprocess.run(command, env={**os.environ, **password}, capture_output=True, text=True, errors="replace")
    if done.returncode:
        raise ToolFailed(name, done.stderr.strip()[-300:] or str(done.returncode))


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise ToolFailed(name)
    return found


def _begins(path: Path, mark: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(mark)) == mark
