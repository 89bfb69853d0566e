"""Who was erased, as bare ids in a file beside the data: a backup made before still knows them, and must not stay so.

The list outlives every restore; it says of nobody who he was. Source: sync specification 4.4 (UU 27/2022).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from loket.db.engine import translated

FILE_NAME = "erased.txt"
AFTER_RESTORE = "Data lama dipulihkan; penghapusan yang sudah diputuskan dijalankan lagi."  # a reason operators read
_WORDS = re.compile(r"[0-9a-f]{32}(?: [0-9a-f]{32})?")


class ErasedList:
    """One line each: a member's id, at a server the library's before it. A line that a power cut has torn is none."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @classmethod
    def beside(cls, file: Path) -> ErasedList:
        return cls(file.with_name(FILE_NAME))

    def read(self) -> list[str]:
        """Every line once, the oldest first. Raises StorageError."""
        with translated(self._path):
            if not self._path.exists():
                return []
            lines = self._path.read_text(encoding="ascii", errors="replace").splitlines()
        return [line for line in dict.fromkeys(lines) if _WORDS.fullmatch(line)]

    def add(self, lines: Iterable[str]) -> None:
        """Write down those that are new; durable afterwards. Raises StorageError."""
        known = set(self.read())
        new = [line for line in dict.fromkeys(lines) if line not in known]
        if not new:
            return
        with translated(self._path), self._path.open("a", encoding="ascii") as file:
            file.write("".join(f"\n{line}" for line in new) + "\n")  # also behind a torn line each is whole
            file.flush()
            os.fsync(file.fileno())
