"""Files that arrive in pieces: kept on disk until they are whole, then handed over under the digest of their content.

A counter with a bad line asks how far it came and goes on from there. Pieces of one library are never seen by another.
"""

from __future__ import annotations

import hashlib
import threading
import time
from contextlib import suppress
from pathlib import Path

from loket.server.callers import Caller, ServerRefused
from loket.server.pusat import Pusat
from loket.sync.wire import BODY_LIMIT

CHUNK = 256 * 1024  # bytes in one piece
OFFSET, LENGTH = "Upload-Offset", "Upload-Length"
FORGOTTEN_AFTER_S = 14 * 24 * 3600  # a counter that stays away longer begins the file again


class Incoming:
    """The pieces in `folder`; whole files go to `pusat`. Threads may share it."""

    def __init__(self, pusat: Pusat, folder: Path) -> None:
        self._pusat = pusat
        self._folder = folder
        self._lock = threading.Lock()
        self._forget_old()

    def offset(self, caller: Caller, sha256: bytes) -> int:
        """How many bytes of the file are here. Raises ServerRefused 404 when there are none."""
        part = self._part(caller, sha256)
        with suppress(FileNotFoundError):
            return part.stat().st_size
        return len(self._pusat.get_blob(caller, sha256))

    def take(self, caller: Caller, sha256: bytes, offset: int, length: int, piece: bytes) -> int:
        """Append a piece; the last one of `length` bytes completes the file. Returns how far it has come.

        Raises ServerRefused: 409 for a piece that does not begin where the last one ended, 413, and 422 when the
        whole is not what its digest says: then its pieces are thrown away.
        """
        if len(piece) > CHUNK or length > BODY_LIMIT or offset + len(piece) > length:
            raise ServerRefused(413, "too_large")
        with self._lock:
            part = self._part(caller, sha256)
            here = part.stat().st_size if part.exists() else self._stored(caller, sha256, length)
            if here >= length > 0:
                return here
            if offset != here:
                raise ServerRefused(409, "offset", str(here))
            part.parent.mkdir(parents=True, exist_ok=True)
            with part.open("ab") as file:
                file.write(piece)
            if offset + len(piece) == length:
                self._complete(caller, sha256, part)
        return offset + len(piece)

    def _stored(self, caller: Caller, sha256: bytes, length: int) -> int:
        """`length` when the whole file is kept already, and 0 when a first piece is awaited."""
        try:
            self._pusat.get_blob(caller, sha256)
        except ServerRefused as error:
            if error.status != 404:
                raise
            return 0
        return length

    def _complete(self, caller: Caller, sha256: bytes, part: Path) -> None:
        content = part.read_bytes()
        if hashlib.sha256(content).digest() == sha256:
            self._pusat.put_blob(caller, sha256, content)
            part.unlink()
            return
        part.unlink()
        raise ServerRefused(422, "digest")

    def _part(self, caller: Caller, sha256: bytes) -> Path:
        return self._folder / caller.library_id / sha256.hex()

    def _forget_old(self) -> None:
        if not self._folder.exists():
            return
        for part in self._folder.glob("*/*"):
            if part.stat().st_mtime < time.time() - FORGOTTEN_AFTER_S:
                part.unlink()
