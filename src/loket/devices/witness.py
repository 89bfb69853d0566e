"""A note outside the database of where its journal ends: a database put back by hand is known by it.

It is written after every commit and never believed alone: missing, torn or older it says nothing; only where it knows
more than the database does, the database was put back. Source: sync specification 2.4.
"""

from __future__ import annotations

import contextlib
import os
import struct
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from loket.domain.entities import Id

_FORM = struct.Struct(">8s16sQ32sI")  # magic, stream, number, hash, check sum of all before
_MAGIC = b"LKTWIT1\n"


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

    def write(self, witness: Witness) -> None:
        """Overwrite the note in place: it is shorter than a disk's sector, and a torn one is seen by its check sum."""
        packed = _FORM.pack(_MAGIC, witness.stream_id, witness.seq, witness.hash, 0)[:-4]
        with contextlib.suppress(OSError):
            handle = self._opened()
            try:
                os.write(handle, packed + zlib.crc32(packed).to_bytes(4, "big"))
            finally:
                os.close(handle)

    def read(self) -> Witness | None:
        """The note; None when there is none that can be read."""
        try:
            content = self._path.read_bytes()
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
