"""Background jobs: order, threads, failures, cancelling, and widgets that die first."""

import logging
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from loket.ui.jobs import Cancelled, InlineJobs, JobRunner, Jobs, Ticket


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()
    qtbot.waitUntil(made.idle)


class Gate:
    """Holds a job in its thread until the test opens it."""

    def __init__(self) -> None:
        self.entered, self._open = threading.Event(), threading.Event()

    def pass_through(self) -> str:
        self.entered.set()
        assert self._open.wait(10)
        return "through"

    def open(self) -> None:
        self._open.set()


def test_work_runs_elsewhere_and_callbacks_here(qtbot: QtBot, jobs: Jobs) -> None:
    here, seen = threading.get_ident(), []
    jobs.start(threading.get_ident, lambda there: seen.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen))
    (there, callback) = seen[0]
    assert there != here
    assert callback == here


def test_writes_keep_their_order_in_one_thread(qtbot: QtBot, jobs: Jobs) -> None:
    done: list[tuple[int, int]] = []
    for number in range(50):
        jobs.start(lambda number=number: (number, threading.get_ident()), done.append, lane="write")  # type: ignore[misc]
    assert jobs.pending("write") == 50
    qtbot.waitUntil(jobs.idle)
    assert [number for number, _ in done] == list(range(50))
    assert len({thread for _, thread in done}) == 1


def test_a_slow_write_does_not_hold_up_reading(qtbot: QtBot, jobs: Jobs) -> None:
    gate, seen = Gate(), []
    jobs.start(gate.pass_through, seen.append, lane="write")
    jobs.start(lambda: "read", seen.append)
    qtbot.waitUntil(lambda: seen == ["read"])
    gate.open()
    qtbot.waitUntil(lambda: seen == ["read", "through"])


def test_a_failure_reaches_its_listener_here(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[tuple[str, int]] = []
    jobs.start(_fail, seen.append, lambda error: seen.append((str(error), threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("broken", threading.get_ident())]


def test_a_failure_nobody_listens_to_is_raised_here(qtbot: QtBot, jobs: Jobs) -> None:
    with qtbot.captureExceptions() as raised:
        jobs.start(_fail)
        qtbot.waitUntil(jobs.idle)
    assert [str(error) for _, error, _ in raised] == ["broken"]


def test_the_callback_s_own_mistake_is_not_taken_for_the_job_s(qtbot: QtBot, jobs: Jobs) -> None:
    failures: list[Exception] = []

    def mistaken(_result: int) -> None:
        raise LookupError("in the callback")

    with qtbot.captureExceptions() as raised:
        jobs.start(lambda: 1, mistaken, failures.append)
        qtbot.waitUntil(jobs.idle)
    assert [str(error) for _, error, _ in raised] == ["in the callback"]
    assert not failures


def test_a_cancelled_job_s_result_is_dropped(qtbot: QtBot, jobs: Jobs) -> None:
    gate, seen = Gate(), []
    job = jobs.start(gate.pass_through, seen.append)
    assert gate.entered.wait(10)
    job.cancel()
    gate.open()
    qtbot.waitUntil(lambda: job.done)
    assert not seen


def test_a_widget_may_die_before_its_answer_comes(qtbot: QtBot, jobs: Jobs) -> None:
    gate, label = Gate(), QLabel()
    job = jobs.start(gate.pass_through, label.setText)
    assert gate.entered.wait(10)
    label.deleteLater()
    qtbot.wait(0)
    gate.open()
    qtbot.waitUntil(lambda: job.done)


def test_an_owner_speaks_for_a_plain_function(qtbot: QtBot, jobs: Jobs, caplog: pytest.LogCaptureFixture) -> None:
    gate, owner, seen = Gate(), QObject(), []

    def work() -> str:
        gate.pass_through()
        raise RuntimeError("nobody is left")

    job = jobs.start(work, seen.append, seen.append, owner=owner)
    assert gate.entered.wait(10)
    owner.deleteLater()
    qtbot.wait(0)
    with caplog.at_level(logging.ERROR, logger="loket.ui.jobs"):
        gate.open()
        qtbot.waitUntil(lambda: job.done)
    assert not seen
    assert "no longer wanted" in caplog.text  # but it is not swallowed


def test_a_long_job_reports_and_stops_where_it_is_safe(qtbot: QtBot, jobs: Jobs) -> None:
    progress: list[tuple[int, int]] = []
    outcome: list[object] = []
    gate = Gate()

    def work(ticket: Ticket) -> None:
        ticket.report(1, 3)
        gate.pass_through()
        ticket.check()
        ticket.report(2, 3)

    job = jobs.start_long(work, lambda done, total: progress.append((done, total)), outcome.append, outcome.append)
    qtbot.waitUntil(lambda: progress == [(1, 3)])
    job.cancel()
    gate.open()
    qtbot.waitUntil(lambda: job.done)
    assert [type(result) for result in outcome] == [Cancelled]
    assert progress == [(1, 3)]


def test_closing_finishes_the_writes(qtbot: QtBot) -> None:
    jobs, written = Jobs(), []
    for number in range(20):
        jobs.start(lambda number=number: written.append(number), lane="write")  # type: ignore[misc]
    jobs.close()
    assert written == list(range(20))
    qtbot.waitUntil(jobs.idle)


@pytest.fixture(params=["background", "inline"])
def runner(request: pytest.FixtureRequest, jobs: Jobs) -> JobRunner:
    return jobs if request.param == "background" else InlineJobs()


def test_both_runners_keep_the_same_promises(qtbot: QtBot, runner: JobRunner) -> None:
    seen: list[object] = []
    label = QLabel()
    qtbot.addWidget(label)

    def finished(job_done: Callable[[], bool]) -> None:
        qtbot.waitUntil(job_done)

    first = runner.start(lambda: "baik", label.setText)
    finished(lambda: first.done and label.text() == "baik")
    second = runner.start(_fail, seen.append, lambda error: seen.append(str(error)), lane="write")
    finished(lambda: second.done and seen == ["broken"])
    third = runner.start_long(lambda ticket: ticket.report(2, 2), lambda done, total: seen.append((done, total)))
    finished(lambda: third.done and seen == ["broken", (2, 2)])


def test_inline_raises_what_nobody_listens_to() -> None:
    with pytest.raises(RuntimeError, match="broken"):
        InlineJobs().start(_fail)


def _fail() -> object:
    raise RuntimeError("broken")
