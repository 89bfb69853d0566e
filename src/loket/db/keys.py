"""The database key: where it lies, how it is written on paper, and how a wrong key is told from a damaged file.

The key is 256 random bits, kept in the operating system's own safe. Where there is none (a headless box) it lies in a
file only its owner may read, and the window warns. Lose it and the data is gone, so the first-run assistant prints it
as a recovery key that survives bad handwriting. The key itself is never logged and never shown otherwise.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from loket.db.engine import Database, open_database, translated
from loket.domain.errors import InvalidInput, StorageCode, StorageError

DATABASE_FILE = "loket.db"
KEY_FILE = "loket.key"
INSTALLATION_FILE = "installation"
CHECK_SUFFIX = ".check"
KEYRING_SERVICE = "loket"
KEY_BYTES = 32
_CHECK_LABEL = b"loket database key check\x00"

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_MISREAD = str.maketrans("OIL", "011")
_BLANKS = str.maketrans("", "", " -–\t\r\n.")
_CHECK_BITS = 20
_CHECK_PRIME = 1_048_573  # the largest below 2^20; see recovery_text
_RECOVERY_SIGNS = 56
_GROUP = 4


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """The key and where it lies; `warning` when the window should say that it lies open to this computer's users."""

    key: bytes = field(repr=False)
    where: Literal["keyring", "file"]
    warning: bool


# ---- where it lies ------------------------------------------------------------------------------------------------


def load_or_create_key(data_dir: Path, *, keyring_backend: Any = None) -> KeyPlace:
    """The key of the database in this folder; a new one where there is no database yet.

    `keyring_backend` replaces the system's own safe. Raises StorageError(KEY_MISSING) when the database exists and
    its key is in neither place, StorageError otherwise when the folder cannot be used.
    """
    with translated(data_dir):
        data_dir.mkdir(parents=True, exist_ok=True)
        key_file = data_dir / KEY_FILE
        if key_file.exists():
            return KeyPlace(_key_in(key_file), "file", warning=True)
        safe = _Safe(data_dir, keyring_backend)
        if (key := safe.read()) is not None:
            return KeyPlace(key, "keyring", warning=False)
        if _has_content(data_dir / DATABASE_FILE):
            raise StorageError(StorageCode.KEY_MISSING, path=data_dir / DATABASE_FILE)
    return store_key(data_dir, secrets.token_bytes(KEY_BYTES), keyring_backend=keyring_backend)


def store_key(data_dir: Path, key: bytes, *, keyring_backend: Any = None) -> KeyPlace:
    """Keep a key: a new one, or one typed from the recovery sheet on a new computer.

    Raises StorageError(WRONG_KEY) when it is not the key of the database in this folder.
    """
    if key_fits(data_dir / DATABASE_FILE, key) is False:
        raise StorageError(StorageCode.WRONG_KEY, path=data_dir / DATABASE_FILE)
    with translated(data_dir):
        data_dir.mkdir(parents=True, exist_ok=True)
        if _Safe(data_dir, keyring_backend).write(key):
            (data_dir / KEY_FILE).unlink(missing_ok=True)
            return KeyPlace(key, "keyring", warning=False)
        write_private(data_dir / KEY_FILE, key.hex())
    return KeyPlace(key, "file", warning=True)


class _Safe:
    """The operating system's safe, under this installation's own name."""

    def __init__(self, data_dir: Path, backend: Any) -> None:
        self._data_dir = data_dir
        self._backend = backend if backend is not None else _system_backend()

    def read(self) -> bytes | None:
        """The key kept there; None when there is none, or the safe cannot be asked."""
        name = self._data_dir / INSTALLATION_FILE
        if self._backend is None or not name.exists():
            return None
        try:
            found = self._backend.get_password(KEYRING_SERVICE, name.read_text(encoding="ascii").strip())
            return _parsed(found) if found else None
        except Exception:  # every system's safe has errors of its own; none of them may stop the counter
            return None

    def write(self, key: bytes) -> bool:
        """Keep the key there and read it back. False when the safe does not take it."""
        if self._backend is None:
            return False
        name = self._data_dir / INSTALLATION_FILE
        if not name.exists():
            write_private(name, secrets.token_hex(8))
        try:
            self._backend.set_password(KEYRING_SERVICE, name.read_text(encoding="ascii").strip(), key.hex())
        except Exception:
            return False
        return self.read() == key


def _system_backend() -> Any:
    """The safe this system offers; None for those that keep nothing, or keep it readable for everybody."""
    import keyring  # slow to import, and only start-up needs it
    import keyring.core

    backend = keyring.get_keyring()
    return backend if keyring.core.recommended(backend) else None


def _key_in(file: Path) -> bytes:
    key = _parsed(file.read_text(encoding="ascii", errors="replace"))
    if key is None:
        raise StorageError(StorageCode.KEY_MISSING, path=file)
    return key


def _parsed(text: str) -> bytes | None:
    try:
        key = bytes.fromhex(text.strip())
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None


def write_private(file: Path, text: str) -> None:
    """Write a small file that only its owner may read, whole or not at all."""
    handle, name = tempfile.mkstemp(prefix=file.name, dir=file.parent)  # 0600, O_EXCL
    try:
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(text + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder durable. Windows keeps no such promise and has no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _has_content(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 1  # SQLite takes a file of one byte for an empty one


# ---- on paper -----------------------------------------------------------------------------------------------------


def recovery_text(key: bytes) -> str:
    """The key in 14 groups of four signs, to be printed and locked away.

    The last four signs make the whole number divisible by a prime near 2^20. One wrong sign, or any two swapped,
    changes it by a multiple of no such prime, so both are always found.
    """
    number = int.from_bytes(key) << _CHECK_BITS
    number += -number % _CHECK_PRIME
    signs = "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(_RECOVERY_SIGNS)))
    return "-".join(signs[start : start + _GROUP] for start in range(0, _RECOVERY_SIGNS, _GROUP))


def key_from_recovery(text: str) -> bytes:
    """The key as typed from paper: small letters, blanks, hyphens, O for 0, I or L for 1 are all right.

    Raises InvalidInput("recovery_key", "recovery_key_wrong").
    """
    signs = text.upper().translate(_BLANKS).translate(_MISREAD)
    number = 0
    for sign in signs:
        number = number * 32 + ALPHABET.find(sign)
    readable = len(signs) == _RECOVERY_SIGNS and all(sign in ALPHABET for sign in signs)
    if not readable or number % _CHECK_PRIME or number >> (KEY_BYTES * 8 + _CHECK_BITS):
        raise InvalidInput("recovery_key", "recovery_key_wrong", signs=len(signs), wanted=_RECOVERY_SIGNS)
    return (number >> _CHECK_BITS).to_bytes(KEY_BYTES)


# ---- a wrong key or a damaged file --------------------------------------------------------------------------------


def open_with_key(path: Path, key: bytes) -> Database:
    """Open the counter's database, as `open_database` does, and say rightly what is wrong when it cannot be opened.

    Also raises StorageError(DAMAGED) where a database stood before and is now missing or empty: an empty one in its
    place would look like a fresh start.
    """
    check = _check_file(path)
    if check.exists() and not _has_content(path):
        raise StorageError(StorageCode.DAMAGED, path=path, why="emptied" if path.exists() else "missing")
    try:
        database = open_database(path, key)
    except StorageError as error:
        raise explain(error, path, key) from error
    if not check.exists():
        write_key_check(path, key)
    return database


def write_key_check(path: Path, key: bytes) -> None:
    """Put the key's fingerprint beside the database. It is public: 64 bits of a hash tell nothing of the key."""
    with translated(path):
        write_private(_check_file(path), _fingerprint(key))


def key_fits(path: Path, key: bytes) -> bool | None:
    """Is this the key of the database at `path`? None when no fingerprint lies beside it."""
    with translated(path):
        try:
            return _check_file(path).read_text(encoding="ascii").strip() == _fingerprint(key)
        except (FileNotFoundError, UnicodeDecodeError):
            return None


def explain(error: StorageError, path: Path, key: bytes) -> StorageError:
    """The error again, in the words that fit what lies on the disk.

    To SQLCipher a wrong key and a damaged first page look alike, and so do a missing folder and one that is
    write-protected.
    """
    if error.code is StorageCode.WRONG_KEY and key_fits(path, key):
        return StorageError(StorageCode.DAMAGED, **error.params)
    if error.code is StorageCode.NO_FOLDER and path.parent.is_dir() and not _writable(path.parent):
        return StorageError(StorageCode.READ_ONLY, **error.params)
    return error


def _check_file(path: Path) -> Path:
    return path.with_name(path.name + CHECK_SUFFIX)


def _fingerprint(key: bytes) -> str:
    return hashlib.sha256(_CHECK_LABEL + key).digest()[:8].hex()


def _writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
