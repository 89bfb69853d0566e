"""The thread that syncs: rounds on wish and by the clock, errors said and made good, an end when it is asked for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_server import FakeServer, Way, broken
from joined import founded, tables, visit

from loket.services.desk import Desk
from loket.sync.status import SyncStatus, read_status
from loket.sync.transport import Unreachable
from loket.sync.worker import SyncWorker


class Said:
    """Statuses as they are published, to be waited for."""

    def __init__(self) -> None:
        self.all: list[SyncStatus] = []
        self._came = threading.Condition()

    def __call__(self, status: SyncStatus) -> None:
        with self._came:
            self.all.append(status)
            self._came.notify_all()

    def wait_for(self, fits) -> SyncStatus:
        with self._came:
            assert self._came.wait_for(lambda: any(fits(status) for status in self.all), 20)
            return next(status for status in self.all if fits(status))


@pytest.fixture
def first(tmp_path: Path) -> Iterator[tuple[Desk, Way]]:
    desk, way = founded(tmp_path / "one", FakeServer())
    yield desk, way
    desk.database.close()


def started(desk: Desk, way: Way, said: Said) -> SyncWorker:
    worker = SyncWorker(desk, lambda any_time: way, said, draw=lambda: 0.0)
    worker.start()
    return worker


def test_a_round_runs_at_the_start_and_on_wish(first: tuple[Desk, Way]) -> None:
    desk, way = first
    said = Said()
    worker = started(desk, way, said)
    done = said.wait_for(lambda status: status.last_ok_at is not None and not status.running)
    visit(desk)
    report = worker.sync_now().result(20)

    assert (done.pending, done.last_error) == (0, "")
    assert done.next_at > desk.clock.now()
    assert report.pushed == 1
    assert {status.phase for status in said.all} >= {"greet", "push", "pull"}
    assert worker.stop()


def test_a_failed_round_is_said_and_tried_again(first: tuple[Desk, Way]) -> None:
    desk, way = first
    way.before = broken("hello", times=2)
    said = Said()
    worker = started(desk, way, said)
    failed = said.wait_for(lambda status: status.last_error == "offline")
    good = said.wait_for(lambda status: status.last_ok_at is not None)

    assert failed.pending == 5
    assert (good.pending, good.last_error) == (0, "")
    assert worker.stop()


def test_a_wish_hears_why_it_failed(first: tuple[Desk, Way]) -> None:
    desk, way = first
    said = Said()
    worker = started(desk, way, said)
    said.wait_for(lambda status: status.last_ok_at is not None)
    way.before = broken("challenge", times=99)
    with pytest.raises(Unreachable):
        worker.sync_now().result(20)
    assert worker.stop()
    assert read_status(desk).last_error == "offline"


def test_our_own_mistakes_do_not_end_the_thread(first: tuple[Desk, Way]) -> None:
    desk, way = first

    def wrong(path: str, body: bytes) -> None:
        way.before = lambda path, body: None
        raise ZeroDivisionError

    way.before = wrong
    said = Said()
    worker = started(desk, way, said)
    said.wait_for(lambda status: status.last_error == "internal")
    said.wait_for(lambda status: status.last_ok_at is not None)
    assert worker.stop()


def test_it_stops_in_the_middle_of_a_round_and_loses_nothing(first: tuple[Desk, Way]) -> None:
    desk, way = first
    reached, let_go = threading.Event(), threading.Event()

    def hold(path: str) -> None:
        if path == "push":
            reached.set()
            let_go.wait(20)

    way.after = hold
    said = Said()
    worker = started(desk, way, said)
    assert reached.wait(20)
    assert worker.stop(0.01) is False
    let_go.set()
    assert worker.stop(20)

    assert read_status(desk).last_ok_at is None
    assert read_status(desk).pending == 0  # the batch that was under way counts
    assert way.server.asked["pull"] == 0
    assert tables(desk)["operator"]


def test_a_wrong_clock_is_noticed_through_the_time_alone(first: tuple[Desk, Way]) -> None:
    """No certificate seems valid to a computer in the year 2000: only the signed time gets through."""
    desk, way = first

    class NoCertificate(Way):
        def call(self, path: str, body: bytes, token: str = "") -> bytes:
            raise Unreachable("certificate")

    desk.clock.set(desk.clock.now().replace(year=2000))
    said = Said()
    worker = SyncWorker(desk, lambda any_time: way if any_time else NoCertificate(way.server), said, draw=lambda: 0.9)
    worker.start()
    said.wait_for(lambda status: status.last_error == "certificate")
    assert worker.stop()

    assert way.server.asked == {"enrol": 1, "time": 1}
    assert desk.time_by_server().year == 2026
