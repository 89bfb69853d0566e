"""A program at work at a desk until it is killed: each answered scan is acknowledged, as its screen would show it."""

from __future__ import annotations

from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from fakes import KEY, FakeClock

from loket.db.engine import driver, open_database
from loket.db.rows import from_ms
from loket.devices.clock import UuidV7Ids
from loket.services.circulation import Lent, Renewed, Returned
from loket.services.desk import open_desk
from loket.services.scanning import AnswerKind, Counter, Mode
from loket.services.undo import Undone

CARDS = [f"A-{n}" for n in range(1, 5)]
CODES = [f"B{n}" for n in range(1, 31)]


def work(path: Path, seed: int, acknowledge: Connection) -> None:
    """Open the database as it was left, and scan, return, renew and undo without end."""
    acknowledge.send_bytes(b"opening")
    database = open_database(path, KEY)
    with database.read() as connection:
        last_ms = driver(connection).execute("SELECT max(done_ms) FROM journal").fetchone()[0]
    clock, random = FakeClock(from_ms(last_ms) + timedelta(seconds=1)), Random(seed)
    desk = open_desk(database, clock, UuidV7Ids())
    assert desk is not None
    counter = Counter(desk)
    while True:
        clock.advance(seconds=1.1)
        draw = random.random()
        if draw < 0.05:
            answer = counter.undo()
        else:
            if draw < 0.1:
                counter.set_mode(random.choice(list(Mode)))
            text = random.choice((*CODES, *CODES, *CARDS, ""))
            answer = counter.scan(text, clock.now(), clock.mono_ms())
        if isinstance(answer.fact, (Lent, Returned, Renewed, Undone)):
            acknowledge.send_bytes(answer.fact.event_id.encode())
        else:
            assert answer.kind is not AnswerKind.IDLE or text == ""
