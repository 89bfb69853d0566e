"""A central server to be measured: its parts in this process, its doors on a port, and counters that belong to it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import uvicorn
from fakes import OPENS, TODAY, new_desk

from bench.library import RunningClock
from loket.devices.clock import UuidV7Ids
from loket.server.http import create_app
from loket.server.pusat import Pusat
from loket.server.serve import listen, thrifty
from loket.server.server_keys import ServerKeys
from loket.server.store import open_store
from loket.server.tls import own_certificate
from loket.services.desk import Desk
from loket.sync import wire
from loket.sync.client import sync_round
from loket.sync.enrol import enrol, invitation

SECRET = bytes(range(32))
QUESTIONS: dict[str, Any] = {
    "challenge": wire.ChallengeRequest,
    "hello": wire.Hello,
    "enrol": wire.EnrolRequest,
    "push": wire.Batch,
    "pull": wire.PullRequest,
}


def bench_clock() -> RunningClock:
    """An hour after the library opened, on a day that does not depend on today's."""
    return RunningClock(datetime.combine(TODAY, OPENS, UTC) + timedelta(hours=1))


@contextmanager
def centre(url: str | None, folder: Path, clock: RunningClock) -> Iterator[Pusat]:
    """The server's parts over PostgreSQL at `url`, or over a file in `folder`."""
    store = open_store(url, folder, SECRET)
    try:
        yield Pusat(store, ServerKeys(SECRET), clock, UuidV7Ids())
    finally:
        store.close()


class Direct:
    """The way to the server without a network."""

    def __init__(self, pusat: Pusat) -> None:
        self._pusat = pusat

    def call(self, path: str, body: bytes, token: str = "") -> bytes:
        message, pusat = wire.decode(body, QUESTIONS[path]), self._pusat
        if path in ("challenge", "hello", "enrol"):
            return wire.encode(getattr(pusat, path)(message))
        return wire.encode(getattr(pusat, path)(pusat.authorise(token), message))


def founded(folder: Path, pusat: Pusat, clock: RunningClock) -> Desk:
    """A counter that brought its library; nothing is synced yet."""
    folder.mkdir(parents=True)
    desk = new_desk(folder)
    desk.clock, desk.ids = clock, UuidV7Ids()
    asked = invitation("https://pusat.example", pusat.new_code(None))
    enrol(desk.database, desk.clock, desk.ids, asked, transport=Direct(pusat), marks=("a", "b", "c", "d"))
    return desk


def token_of(desk: Desk, pusat: Pusat) -> str:
    """A token as a round gets it."""
    tokens: list[str] = []

    class Listening(Direct):
        def call(self, path: str, body: bytes, token: str = "") -> bytes:
            tokens.append(token)
            return super().call(path, body, token)

    sync_round(desk, Listening(pusat))
    return tokens[-1]


@contextmanager
def doors(pusat: Pusat, folder: Path) -> Iterator[tuple[int, str]]:
    """The server behind TLS on a port of this computer: (port, pin). It answers in a thread."""
    certificate = own_certificate(folder, ["127.0.0.1"], datetime.now(UTC))
    with listen("127.0.0.1", 0) as listening:
        config = uvicorn.Config(
            create_app(pusat, None, parts=folder / "parts"),
            ssl_certfile=certificate.certificate_file,
            ssl_keyfile=certificate.key_file,
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="off",
            ws="none",
        )
        thrifty(config)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        try:
            yield listening.getsockname()[1], certificate.pin
        finally:
            server.should_exit = True
            thread.join()
