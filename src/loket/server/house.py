"""The server's folder: its secret, what it was told at its first start, and everything opened from there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import platformdirs
from keyring.backends import fail

from loket.db.engine import translated
from loket.db.erased_list import FILE_NAME, ErasedList
from loket.db.keys import KEY_FILE, load_or_create_key, store_key
from loket.db.keys import write_private as write_private
from loket.db.sealing import subkey
from loket.devices.clock import SystemClock, UuidV7Ids
from loket.domain.errors import StorageCode, StorageError
from loket.server.pusat import Pusat
from loket.server.server_keys import ServerKeys
from loket.server.store import Store, open_store

HOME_VARIABLE = "LOKET_PUSAT_HOME"
SETTINGS_FILE = "pusat.json"
PORT = 8447
_NO_SAFE: Any = fail.Keyring()  # type: ignore[no-untyped-call]  # takes nothing, so that a file does


class Settings(msgspec.Struct, frozen=True):
    """What the first start was told; later starts may say otherwise, and are remembered too.

    Attributes:
        database: a PostgreSQL URL; None for the encrypted file in the folder.
        address: what counters and browsers are given; "" makes it from this computer's address.
        pin: of the certificate the server shows itself; "" behind a proxy, which shows its own.
    """

    host: str = ""
    port: int = PORT
    database: str | None = None
    behind_proxy: bool = False
    address: str = ""
    pin: str = ""


@dataclass(frozen=True, slots=True)
class House:
    """An opened server."""

    folder: Path
    settings: Settings
    secret: bytes
    store: Store
    pusat: Pusat

    def close(self) -> None:
        self.store.close()


def server_folder(named: Path | None = None) -> Path:
    """The folder named, else LOKET_PUSAT_HOME, else the place the operating system gives to programs."""
    if named is not None:
        return named.expanduser()
    told = os.environ.get(HOME_VARIABLE)
    return Path(told).expanduser() if told else Path(platformdirs.user_data_dir("LoketPusat", appauthor=False))


def settings_in(folder: Path) -> Settings | None:
    """None where no server was started yet. Raises StorageError."""
    with translated(folder):
        try:
            return msgspec.json.decode((folder / SETTINGS_FILE).read_bytes(), type=Settings)
        except FileNotFoundError:
            return None
        except msgspec.MsgspecError as error:
            raise StorageError(StorageCode.DAMAGED, path=folder / SETTINGS_FILE, why=str(error)) from error


def keep_settings(folder: Path, settings: Settings) -> None:
    """Remember them in a file only its owner may read: a database URL may hold a password. Raises StorageError."""
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if settings_in(folder) != settings:
            write_private(folder / SETTINGS_FILE, msgspec.json.format(msgspec.json.encode(settings)).decode())


def server_secret(folder: Path) -> bytes:
    """The secret every key of the server comes from; made where there is no server yet.

    It lies in a file, not in a safe of the operating system: a service starts with nobody signed in. Raises
    StorageError(KEY_MISSING) when there is a server and no secret.
    """
    if settings_in(folder) is not None and not (folder / KEY_FILE).exists():
        raise StorageError(StorageCode.KEY_MISSING, path=folder / KEY_FILE)
    return load_or_create_key(folder, keyring_backend=_NO_SAFE).key


def keep_secret(folder: Path, secret: bytes) -> None:
    """Keep the secret of a server that is being restored on another computer. Raises StorageError."""
    store_key(folder, secret, keyring_backend=_NO_SAFE)


def database_key(secret: bytes) -> bytes:
    """The key of the embedded file."""
    return subkey(secret, "server/database")


def erased_list(folder: Path) -> ErasedList:
    """Whom this server erased, kept beside its database and with every backup."""
    return ErasedList(folder / FILE_NAME)


def open_house(folder: Path, settings: Settings, secret: bytes) -> House:
    """Open the server in this folder; a missing database becomes an empty one.

    Raises StorageError, or the database's own error when it cannot be reached.
    """
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        store = open_store(settings.database, folder, database_key(secret))
    erased = erased_list(folder)
    pusat = Pusat(
        store,
        ServerKeys(secret),
        SystemClock(),
        UuidV7Ids(),
        note_erased=lambda library_id, members: erased.add(f"{library_id} {member}" for member in sorted(members)),
    )
    return House(folder, settings, secret, store, pusat)
