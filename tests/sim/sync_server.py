"""The one central server of a simulated library, on either engine, that can crash, be copied and be put back.

It is the real `Pusat` called without HTTP: messages go in and come out as bytes.
"""

from __future__ import annotations

import shutil
from abc import ABC, abstractmethod
from contextlib import nullcontext
from pathlib import Path
from random import Random
from typing import Any

import psycopg
from psycopg import sql
from sync_clocks import SimIds
from sync_faults import ServerCrashed, remove_database, server_trap

from loket.domain.entities import Id
from loket.domain.ports import Clock
from loket.server import system
from loket.server.pusat import Pusat
from loket.server.server_keys import ServerKeys
from loket.server.store import EMBEDDED_FILE, Store, open_store
from loket.sync import wire

SECRET = bytes(range(100, 132))
KEY = bytes(range(50, 82))
QUESTIONS: dict[str, Any] = {
    "challenge": wire.ChallengeRequest,
    "hello": wire.Hello,
    "enrol": wire.EnrolRequest,
    "push": wire.Batch,
    "pull": wire.PullRequest,
    "hashes": wire.HashesRequest,
    "events": wire.HashesRequest,
}


class Disk(ABC):
    """Where the server's database lies: copied whole, put back whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @abstractmethod
    def open(self) -> Store: ...
    @abstractmethod
    def copy(self, name: str) -> None:
        """Keep a copy of this moment; nobody has the database open."""

    @abstractmethod
    def put_back(self, name: str) -> None: ...
    @abstractmethod
    def remove(self) -> None:
        """What `folder` does not take along with it."""


class FileDisk(Disk):
    """The embedded, encrypted file."""

    def open(self) -> Store:
        return open_store(None, self.folder, KEY, jitter=lambda: 0.0, sleep=lambda _: None)

    def copy(self, name: str) -> None:
        shutil.copyfile(self.folder / EMBEDDED_FILE, self.folder / name)

    def put_back(self, name: str) -> None:
        remove_database(self.folder / EMBEDDED_FILE)
        shutil.copyfile(self.folder / name, self.folder / EMBEDDED_FILE)

    def remove(self) -> None:
        """The folder is all."""


class PostgresDisk(Disk):
    """A database of its own in a cluster; copies are databases beside it."""

    def __init__(self, folder: Path, url: str, name: str) -> None:
        super().__init__(folder)
        self._url, self._name = url, name
        self._made: set[str] = set()

    def open(self) -> Store:
        base, _, query = self._url.partition("?")
        url = f"{base.rsplit('/', 1)[0]}/{self._name}?{query}"
        return open_store(url, self.folder, KEY, jitter=lambda: 0.0, sleep=lambda _: None)

    def begin_from(self, template: str | None) -> None:
        self._make(self._name, template or "template0")

    def copy(self, name: str) -> None:
        self._make(f"{self._name}_{name}", self._name)

    def put_back(self, name: str) -> None:
        self._drop(self._name)
        self._make(self._name, f"{self._name}_{name}")

    def remove(self) -> None:
        for name in sorted(self._made):
            self._drop(name)

    def _make(self, name: str, template: str) -> None:
        self._drop(name)
        self._do("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy", name, template)
        self._made.add(name)

    def _drop(self, name: str) -> None:
        self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def _do(self, statement: str, *names: str) -> None:
        conninfo = self._url.replace("postgresql+psycopg://", "postgresql://", 1)
        with psycopg.connect(conninfo, autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


class Server:
    """`Pusat` and what befalls it."""

    def __init__(
        self, disk: Disk, clock: Clock, ids: SimIds, entropy: Random, personal: dict[bytes, bytes] | None = None
    ) -> None:
        self.disk, self.clock, self._ids, self._entropy = disk, clock, ids, entropy
        self.personal = dict(personal or {})  # personal parts as they arrived, by event: the log erases some later
        self._personal_then: dict[str, dict[bytes, bytes]] = {}
        self._open()

    def _open(self) -> None:
        self.store = self.disk.open()
        self.pusat = Pusat(self.store, ServerKeys(SECRET), self.clock, self._ids, entropy=self._entropy.randbytes)

    def call(self, path: str, body: bytes, token: str, *, crash_at: int | None = None) -> bytes:
        """One question. Raises ServerRefused, msgspec's errors for a body that is none, ServerCrashed."""
        message = wire.decode(body, QUESTIONS[path])
        if path == "push":
            self.personal.update({one.event_id: one.personal for one in message.events if one.personal is not None})
        trap = server_trap(self.store._writers, crash_at) if crash_at is not None else nullcontext()
        chance = self._entropy.getstate(), self._ids.made
        try:
            with trap:
                return wire.encode(self._answer(path, message, token))
        except ServerCrashed:
            self._entropy.setstate(chance[0])  # nothing of it is left; engines differ in how far they came
            self._ids.made = chance[1]
            self.restart()
            raise

    def _answer(self, path: str, message: Any, token: str) -> Any:
        pusat = self.pusat
        match path:
            case "challenge":
                return pusat.challenge(message)
            case "hello":
                return pusat.hello(message)
            case "enrol":
                return pusat.enrol(message)
        caller = pusat.authorise(token)
        match path:
            case "push":
                return pusat.push(caller, message)
            case "pull":
                return pusat.pull(caller, message)
            case "hashes":
                return pusat.hashes(caller, message)
        return pusat.stream_events(caller, message)

    def restart(self) -> None:
        """Another process on the same database."""
        self.store.close()
        self._open()

    def copy(self, name: str) -> None:
        self._personal_then[name] = dict(self.personal)
        self.store.close()
        self.disk.copy(name)
        self._open()

    def restore(self, name: str, library_id: Id) -> None:
        """The copy takes the place of the database, as `loket server restore` does it."""
        self.personal = dict(self._personal_then[name])
        self.store.close()
        self.disk.put_back(name)
        self._open()
        system.renew(self.pusat, "restore")

    def close(self) -> None:
        self.store.close()
        self.disk.remove()
