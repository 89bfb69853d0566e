"""PostgreSQL's own tools around the server's database: an archive of it, the count of what is inside, and back."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import URL, make_url

from loket.domain.errors import StorageCode, StorageError

_EVENTS_BEGIN = b"COPY public.event_log "
_ROWS_END = b"\\."


class ToolFailed(Exception):  # noqa: N818
    """A tool of PostgreSQL is not installed (`why` is empty then) or did not do its work; its own last words."""

    def __init__(self, name: str, why: str = "") -> None:
        super().__init__(name, why)
        self.name, self.why = name, why


def dump(url: str, target: Path) -> None:
    """An archive of one moment of the database. Raises ToolFailed."""
    _run("pg_dump", url, "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")


def events_in(archive: Path) -> int:
    """How many events an archive holds, found by unpacking all of it.

    Raises StorageError: NO_FOLDER (no such file), NOT_A_BACKUP, DAMAGED; ToolFailed.
    """
    if not _is_archive(archive):
        raise StorageError(StorageCode.NOT_A_BACKUP if archive.is_file() else StorageCode.NO_FOLDER, path=archive)
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


def _is_archive(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(5) == b"PGDMP"
