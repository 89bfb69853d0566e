"""Sealed photos as files, each named by the SHA-256 of its content: written whole or not at all, never changed.

A name says what must lie under it, so a copy is checked by reading it, and the same file is never copied twice. A
photo that was dropped leaves its name in `dropped`, for the copies on other media are not always plugged in.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from loket.db.engine import translated
from loket.db.keys import sync_folder
from loket.domain.errors import StorageCode, StorageError

FOLDER, SUFFIX = "photos", ".foto"
_DROPPED = "dropped"
_NAME = re.compile(r"[0-9a-f]{64}")
_PART = ".part"
_PERSONS = """SELECT personal FROM journal
WHERE personal IS NOT NULL AND json_extract(body, '$.member_id') IN (SELECT value FROM json_each(?))"""


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy of the photos did. `damaged`: names under which something else lies; they were left out."""

    files: int
    damaged: tuple[str, ...] = ()


def photos_beside(database: Path) -> PhotoFiles:
    """The photos that belong to this database, or to this backup of one."""
    return PhotoFiles(database.parent / FOLDER)


def is_name(text: str) -> bool:
    """Whether this may name a photo: 64 hex digits, small letters."""
    return _NAME.fullmatch(text) is not None


def photos_told(personal: bytes) -> set[str]:
    """Photos that the personal part of an event names, before or after it."""
    told = msgspec.json.decode(personal)
    persons = [told[part] for part in ("person", "person_set", "person_was") if isinstance(told.get(part), dict)]
    return {name for person in persons if isinstance(name := person.get("photo"), str) and is_name(name)}


def photos_in_journal(driver_connection: Any, member_ids: Iterable[str]) -> set[str]:
    """Every photo these members ever had, as far as this journal knows; before their personal parts are erased."""
    ids = msgspec.json.encode(list(member_ids)).decode()
    return {name for (personal,) in driver_connection.execute(_PERSONS, (ids,)) for name in photos_told(personal)}


class PhotoFiles:
    """A folder of sealed photos. Threads and programs may share it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, content: bytes) -> str:
        """Keep the content; it is on the disk when this returns. Returns its name. Raises StorageError."""
        name = hashlib.sha256(content).hexdigest()
        target = self.path(name)
        with translated(self.folder):
            if not target.exists() or target.read_bytes() != content:
                self._write(target, content)
        return name

    def put_as(self, name: str, content: bytes) -> bool:
        """Keep the content if it is what the name says; whether it is. Raises StorageError."""
        return hashlib.sha256(content).hexdigest() == name and self.put(content) == name

    def get(self, name: str) -> bytes | None:
        """The content; None when it is not here. Raises StorageError(DAMAGED) when something else lies there."""
        with translated(self.folder):
            try:
                content = self.path(name).read_bytes()
            except FileNotFoundError:
                return None
        if hashlib.sha256(content).hexdigest() != name:
            raise StorageError(StorageCode.DAMAGED, path=self.path(name), why="photo")
        return content

    def has(self, name: str) -> bool:
        return self.path(name).is_file()

    def drop(self, name: str) -> None:
        """Remove it, and have every copy removed the next time one is made."""
        with translated(self.folder):
            mark = self.folder / _DROPPED / name
            mark.parent.mkdir(parents=True, exist_ok=True)
            mark.touch()
            self.path(name).unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        """Every photo here, in order."""
        with translated(self.folder):
            for group in self._groups():
                yield from sorted(self._names_in(group))

    def forget_before(self, oldest_s: float, kept: frozenset[str]) -> int:
        """Remove files written before this time (seconds since 1970) that are not among `kept`. Returns how many."""
        gone = 0
        with translated(self.folder):
            for group in self._groups():
                for path in (self.folder / group).iterdir():
                    name = path.name.partition(".")[0]
                    if (name not in kept or path.suffix != SUFFIX) and path.stat().st_mtime < oldest_s:
                        path.unlink(missing_ok=True)
                        gone += 1
        return gone

    def clear(self) -> int:
        """Remove all: this counter may have none any more. Returns how many."""
        return self.forget_before(time.time() + 86_400, frozenset()) if self.folder.is_dir() else 0

    def copy_missing(self, target: PhotoFiles) -> Copied:
        """Copy what `target` lacks, each read back; what was dropped here is removed there. Raises StorageError."""
        files, damaged = 0, []
        with translated(target.folder):
            for name in self._dropped():
                target.path(name).unlink(missing_ok=True)
            unwanted = target._dropped()
            for group in self._groups():
                for name in sorted(set(self._names_in(group)).difference(unwanted, target._names_in(group))):
                    if self._copy(name, target):
                        files += 1
                    else:
                        damaged.append(name)
        return Copied(files, tuple(damaged))

    def path(self, name: str) -> Path:
        """Where it lies, or would. Raises ValueError for what is no name: nothing outside the folder is touched."""
        if not is_name(name):
            raise ValueError(f"no name of a photo: {name!r}")
        return self.folder / name[:2] / (name + SUFFIX)

    # ---- parts ----------------------------------------------------------------------------------------------------

    def _copy(self, name: str, target: PhotoFiles) -> bool:
        try:
            content = self.get(name)
        except StorageError as error:
            if error.code is not StorageCode.DAMAGED:
                raise
            return False
        if content is None:  # dropped meanwhile
            return True
        target.put(content)
        return target.get(name) is not None

    def _write(self, target: Path, content: bytes) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f"{target.name}.{os.getpid()}-{time.monotonic_ns()}{_PART}")
        try:
            with part.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        sync_folder(target.parent)
        sync_folder(self.folder)

    def _groups(self) -> list[str]:
        if not self.folder.is_dir():
            return []
        return sorted(name for name in os.listdir(self.folder) if len(name) == 2)

    def _names_in(self, group: str) -> list[str]:
        with contextlib.suppress(FileNotFoundError):
            names = [name[: -len(SUFFIX)] for name in os.listdir(self.folder / group) if name.endswith(SUFFIX)]
            return [name for name in names if is_name(name)]
        return []

    def _dropped(self) -> list[str]:
        folder = self.folder / _DROPPED
        return [name for name in os.listdir(folder) if is_name(name)] if folder.is_dir() else []
