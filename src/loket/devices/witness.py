"""A note outside the database of where its journal ends: a database put back by hand is known by it.

It is written after every commit and never believed alone: missing, torn or older it says nothing; only where it knows
more than the database does, the database was put back. Source: sync specification 2.4.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import struct
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from loket.domain.entities import Id

_FORM = struct.Struct(">8s16sQ32sI")  # magic, stream, number, hash, check sum of all before
_MAGIC = b"LKTWIT1\n"
_MOST = 32


@dataclass(frozen=True, slots=True)
class Witness:
    """The last event a program wrote: its stream, its number, its hash."""

    stream_id: bytes
    seq: int
    hash: bytes


class WitnessFile:
    """The note of one station. Best effort: nothing here ever fails the counter."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stream = b""  # what this program wrote last was of

    def write(self, witness: Witness) -> None:
        """Overwrite the note in place: it is shorter than a disk's sector, and a torn one is seen by its check sum.

        The last note of another stream is put aside first: it alone may know how far that one reached.
        """
        if witness.stream_id != self._stream:
            self._put_aside(witness.stream_id)
            self._stream = witness.stream_id
        packed = _FORM.pack(_MAGIC, witness.stream_id, witness.seq, witness.hash, 0)[:-4]
        with contextlib.suppress(OSError):
            handle = self._opened()
            try:
                os.write(handle, packed + zlib.crc32(packed).to_bytes(4, "big"))
            finally:
                os.close(handle)

    def read(self) -> Witness | None:
        """The note; None when there is none that can be read."""
        return self._read(self._path)

    def all(self) -> list[Witness]:
        """The note and those put aside, the latest first; of a station with very many the latest only."""
        with contextlib.suppress(OSError):
            aside = sorted(self._path.parent.glob(f"{self._path.name}-*"), key=lambda path: path.stat().st_mtime)
            paths = [self._path, *reversed(aside)][:_MOST]
            return [note for path in paths if (note := self._read(path)) is not None]
        return []

    def forget(self, note: Witness) -> None:
        """What it says is known under other numbers now."""
        with contextlib.suppress(OSError):
            self._aside(note).unlink(missing_ok=True)
            if self.read() == note:
                self._path.unlink(missing_ok=True)

    def _aside(self, note: Witness) -> Path:
        return self._path.with_name(f"{self._path.name}-{note.stream_id.hex()}-{note.seq}")

    def _put_aside(self, stream_id: bytes) -> None:
        note = self.read()
        if note is not None and note.stream_id != stream_id:
            with contextlib.suppress(OSError):
                shutil.copyfile(self._path, self._aside(note))

    @staticmethod
    def _read(path: Path) -> Witness | None:
        try:
            content = path.read_bytes()
        except OSError:
            return None
        if len(content) != _FORM.size or not content.startswith(_MAGIC):
            return None
        _, stream_id, seq, sealed, check = _FORM.unpack(content)
        return Witness(stream_id, seq, sealed) if zlib.crc32(content[:-4]) == check else None

    def _opened(self) -> int:
        flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)
        try:
            return os.open(self._path, flags, 0o600)
        except FileNotFoundError:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return os.open(self._path, flags, 0o600)


def witness_folder() -> Path:
    """A place for notes that is not copied or put back along with the data."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Loket" / "witness"
    return platformdirs.user_state_path("Loket", appauthor=False) / "witness"


def witness_of(station_id: Id, folder: Path) -> WitnessFile:
    return WitnessFile(folder / station_id)
