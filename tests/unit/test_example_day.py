"""The invented day: it is closed as a counter closes it, and leaves behind only what it means to."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from fakes import FakeClock, SequentialIds

from loket.db.engine import open_database
from loket.devices import resources
from loket.services import operators, slip_queue
from loket.services.example import SUPERVISOR, PastClock, Size, build_example
from loket.services.example_day import ExampleDay
from loket.services.operators import Argon2Hasher
from loket.services.recap_store import body_of

OPENS = datetime(2026, 11, 24, tzinfo=UTC)  # a Tuesday, eight in the morning in the middle of the country
SIZE = Size(members=160, titles=120, items=240, loans=100)
VISITORS = 40


def test_slips_of_the_day_are_on_paper_when_it_is_closed(tmp_path: Path) -> None:
    database = open_database(tmp_path / "loket.db", bytes(32))
    clock = PastClock(FakeClock(OPENS), OPENS)
    weak = Argon2Hasher(memory_kib=8, passes=1)  # nobody signs in here
    desk = build_example(database, clock, SequentialIds(), weak, resources.path("example"), (), SIZE)
    supervisor = next(who for who in operators.operators(desk) if who.username == SUPERVISOR)
    recap = ExampleDay(desk, clock, supervisor).play(VISITORS)
    with desk.view() as act:
        (printed,) = act.driver.execute("SELECT count(*) FROM slip_job WHERE state = 'done'").fetchone()
    assert printed > 0
    assert slip_queue.queue(desk) == ()
    facts = body_of(recap).facts
    assert not any("struk" in text for text in facts.values())
    assert "open_lockers" in facts  # one bag stays, and the recap says so
    database.close()
