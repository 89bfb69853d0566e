"""A server with its doors in the test's process, and a counter that knows how to knock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fakes import FakeClock, SequentialIds
from fastapi import FastAPI
from starlette.testclient import TestClient

from loket.db.rows import to_ms
from loket.server.bodies import MSGPACK
from loket.server.http import create_app
from loket.server.pusat import Pusat
from loket.server.server_keys import ServerKeys
from loket.server.store import Store, open_store
from loket.sync import wire
from loket.sync.transport import Declined

SECRET = bytes(range(32))
NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
LIBRARY, OTHER_LIBRARY = b"L" * 16, b"M" * 16
STATION, OTHER_STATION = b"S" * 16, b"Z" * 16


@dataclass
class Server:
    """A server with its doors, and its clock in the test's hands."""

    clock: FakeClock
    store: Store
    pusat: Pusat
    app: FastAPI
    client: TestClient
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)  # of the counter at work

    def post(self, path: str, message: Any, token: str = "", **headers: str) -> Any:
        if token:
            headers["Authorization"] = f"Bearer {token}"
        headers.setdefault("Content-Type", MSGPACK)
        body = message if isinstance(message, bytes) else wire.encode(message)
        return self.client.post(f"/sync/v1/{path}", content=body, headers=headers)

    def ask(self, path: str, message: Any, kind: Any, token: str = "") -> Any:
        answer = self.post(path, message, token)
        assert answer.status_code == 200, answer.content
        return wire.decode(answer.content, kind)

    def problem(self, path: str, message: Any, token: str = "", **headers: str) -> tuple[int, str]:
        answer = self.post(path, message, token, **headers)
        return answer.status_code, wire.decode(answer.content, wire.Problem).code


@dataclass
class Counter:
    """A counter at the other end of the wire, with a library of its own."""

    server: Server
    library_id: bytes
    station_id: bytes

    def __post_init__(self) -> None:
        self.key = Ed25519PrivateKey.generate()

    def enrol(self) -> wire.EnrolAnswer:
        request = wire.EnrolRequest(
            code=self.server.pusat.new_code(None),
            public_key=self.key.public_key().public_bytes_raw(),
            machine=b"mesin-1",
            library_id=self.library_id,
            library_secret=bytes(32),
            library_name="Perpustakaan Uji",
            station_id=self.station_id,
            station_name="Loket 1",
            station_code="L01",
            profile="sirkulasi",
        )
        answer = self.server.ask("enrol", request, wire.EnrolAnswer)
        self.nonce = answer.nonce
        return answer

    def token(self) -> str:
        challenge = self.server.ask("challenge", wire.ChallengeRequest(self.station_id), wire.Challenge)
        hello = wire.Hello(
            station_id=self.station_id,
            challenge=challenge.challenge,
            nonce=self.nonce,
            machine=b"mesin-1",
            clock=wire.ClockReading(to_ms(self.server.clock.now()), self.server.clock.mono_ms(), "boot"),
            streams=[],
            pending=7,
        )
        signed = msgspec.structs.replace(hello, signature=self.key.sign(wire.signed_part(hello)))
        answer = self.server.ask("hello", signed, wire.HelloAnswer)
        self.nonce = answer.nonce
        return answer.token


@contextmanager
def opened_server(folder: Path) -> Iterator[Server]:
    """A server on an embedded database in this folder."""
    clock = FakeClock(NOW)
    store = open_store(None, folder, bytes(32))
    pusat = Pusat(store, ServerKeys(SECRET), clock, SequentialIds())
    app = create_app(pusat, parts=folder / "parts")
    try:
        yield Server(clock, store, pusat, app, TestClient(app, client=("127.0.0.1", 50000)))
    finally:
        store.close()


class DoorTransport:
    """A counter's way through the doors, without a network."""

    def __init__(self, client: TestClient) -> None:
        self._client = client

    def call(self, path: str, body: bytes, token: str = "") -> bytes:
        headers = {"Content-Type": MSGPACK} | ({"Authorization": f"Bearer {token}"} if token else {})
        answer = self._client.post(f"/sync/v1/{path}", content=body, headers=headers)
        if answer.status_code != 200:
            raise Declined(answer.status_code, wire.decode(answer.content, wire.Problem))
        return answer.content
