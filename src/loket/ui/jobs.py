"""Work beside the window: the GUI thread never waits for disk, device or network.

One lane of one thread for writing (so writes keep their order and never meet), one lane of a few threads for reading.
Callbacks run in the GUI thread. Results whose job was cancelled, or whose receiving widget is gone, are dropped; a
failure nobody listens to is logged or raised, never swallowed.
"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any, Literal, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

log = logging.getLogger(__name__)
Lane = Literal["read", "write"]
T = TypeVar("T")
Failure = Callable[[Exception], object]


class Cancelled(Exception):  # noqa: N818 - a wish of the operator, not an error
    """The operator stopped a long job. Raised by `Ticket.check` inside it, delivered to `on_failure`."""


class Job:
    """One piece of work under way. `cancel()` drops its result; a write already begun is still finished."""

    def __init__(self, owner: QObject | None = None) -> None:
        self.done = False
        self._stop = Event()
        self._owner = owner

    def cancel(self) -> None:
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()

    @property
    def wanted(self) -> bool:
        """Is anybody still waiting for the result?"""
        return not self.cancelled and (self._owner is None or shiboken6.isValid(self._owner))


class Ticket:
    """What a long job holds in its own thread: it reports progress with it and asks whether to stop."""

    def __init__(self, job: Job, tell: Callable[[int, int], None]) -> None:
        self._job = job
        self._tell = tell

    @property
    def cancelled(self) -> bool:
        return self._job.cancelled

    def report(self, done: int, total: int) -> None:
        """Say how far the work is; `total` 0 when it is not known. For every hundredth row, not for each."""
        self._tell(done, total)

    def check(self) -> None:
        """Raise Cancelled when the operator asked to stop: call it where stopping leaves nothing half done."""
        if self.cancelled:
            raise Cancelled


class JobRunner(Protocol):
    """What presenters and models need of `Jobs`; `InlineJobs` gives the same in tests."""

    def start(
        self,
        fn: Callable[[], T],
        on_success: Callable[[T], object] | None = None,
        on_failure: Failure | None = None,
        lane: Lane = "read",
        owner: QObject | None = None,
    ) -> Job: ...

    def start_long(
        self,
        fn: Callable[[Ticket], T],
        on_progress: Callable[[int, int], object] | None = None,
        on_success: Callable[[T], object] | None = None,
        on_failure: Failure | None = None,
        lane: Lane = "write",
        owner: QObject | None = None,
    ) -> Job: ...


class Jobs(QObject):
    """The two lanes. Create it in the GUI thread, once. Signal `changed()`: the number of waiting jobs changed."""

    changed = Signal()
    _delivered = Signal(object)  # a callable made in a worker, to be called here

    def __init__(self, parent: QObject | None = None, *, readers: int = 3) -> None:
        super().__init__(parent)
        self._pools = {
            "write": ThreadPoolExecutor(1, thread_name_prefix="loket-write"),
            "read": ThreadPoolExecutor(readers, thread_name_prefix="loket-read"),
        }
        self._pending = {"write": 0, "read": 0}
        # queued and received by a QObject of the GUI thread: that is what brings the callback over
        self._delivered.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        fn: Callable[[], T],
        on_success: Callable[[T], object] | None = None,
        on_failure: Failure | None = None,
        lane: Lane = "read",
        owner: QObject | None = None,
    ) -> Job:
        """Run `fn` in its lane, then one of the callbacks here.

        A bound method of a widget dies with the widget; give `owner` when the callback is a lambda or belongs to a
        presenter. Without `on_failure` the error is raised in the GUI thread, where the crash dialog shows it.
        """
        return self._submit(Job(_owner_of(on_success, owner)), fn, on_success, on_failure, lane)

    def start_long(
        self,
        fn: Callable[[Ticket], T],
        on_progress: Callable[[int, int], object] | None = None,
        on_success: Callable[[T], object] | None = None,
        on_failure: Failure | None = None,
        lane: Lane = "write",
        owner: QObject | None = None,
    ) -> Job:
        """Like `start`, for work with progress and Cancel: `fn` is given a `Ticket`.

        After `Job.cancel()` the work goes on to its next `Ticket.check()`, and `on_failure` is given `Cancelled`; work
        that was through by then is delivered to `on_success`, for it has happened.
        """
        job = _LongJob(_owner_of(on_success, owner))

        def tell(done: int, total: int) -> None:
            self._send(lambda: on_progress(done, total) if on_progress and job.wanted else None)

        return self._submit(job, lambda: fn(Ticket(job, tell)), on_success, on_failure, lane)

    def pending(self, lane: Lane) -> int:
        """Jobs of this lane whose callback has not run yet."""
        return self._pending[lane]

    def idle(self) -> bool:
        return not any(self._pending.values())

    def close(self) -> None:
        """Finish the writes, drop the reads that have not begun. For the end of the program."""
        self._pools["read"].shutdown(wait=True, cancel_futures=True)
        self._pools["write"].shutdown(wait=True)

    def _submit(
        self,
        job: Job,
        fn: Callable[[], T],
        on_success: Callable[[T], object] | None,
        on_failure: Failure | None,
        lane: Lane,
    ) -> Job:
        def work() -> None:
            try:
                result = fn()
            except Exception as error:
                failure = error  # the name `error` is gone after this block
                self._send(lambda: self._finish(job, lane, lambda: _fail(job, failure, on_failure)))
            else:
                self._send(lambda: self._finish(job, lane, lambda: _succeed(job, result, on_success)))

        self._pending[lane] += 1
        self._pools[lane].submit(work)
        self.changed.emit()
        return job

    def _send(self, call: Callable[[], object]) -> None:
        if shiboken6.isValid(self):  # at the end of the program the window may be gone before the last write is
            self._delivered.emit(call)

    def _receive(self, call: Callable[[], object]) -> None:
        call()

    def _finish(self, job: Job, lane: Lane, callback: Callable[[], object]) -> None:
        self._pending[lane] -= 1
        job.done = True
        try:
            callback()
        finally:
            self.changed.emit()


class InlineJobs:
    """The same interface, everything at once and in this thread: for tests of presenters and models."""

    def start(
        self,
        fn: Callable[[], T],
        on_success: Callable[[T], object] | None = None,
        on_failure: Failure | None = None,
        lane: Lane = "read",
        owner: QObject | None = None,
    ) -> Job:
        return _run_inline(Job(_owner_of(on_success, owner)), fn, on_success, on_failure)

    def start_long(
        self,
        fn: Callable[[Ticket], T],
        on_progress: Callable[[int, int], object] | None = None,
        on_success: Callable[[T], object] | None = None,
        on_failure: Failure | None = None,
        lane: Lane = "write",
        owner: QObject | None = None,
    ) -> Job:
        job = _LongJob(_owner_of(on_success, owner))

        def tell(done: int, total: int) -> None:
            if on_progress is not None and job.wanted:
                on_progress(done, total)

        return _run_inline(job, lambda: fn(Ticket(job, tell)), on_success, on_failure)


class _LongJob(Job):
    """Cancelling asks the work to stop; what it answers to that is still wanted."""

    @property
    def wanted(self) -> bool:
        return self._owner is None or shiboken6.isValid(self._owner)


def _run_inline(
    job: Job, fn: Callable[[], T], on_success: Callable[[T], object] | None, on_failure: Failure | None
) -> Job:
    job.done = True
    try:
        result = fn()
    except Exception as error:
        _fail(job, error, on_failure)
    else:
        _succeed(job, result, on_success)
    return job


def _succeed(job: Job, result: T, on_success: Callable[[T], object] | None) -> None:
    if on_success is not None and job.wanted:
        on_success(result)


def _fail(job: Job, error: Exception, on_failure: Failure | None) -> None:
    if not job.wanted:
        log.error("a job failed after its result was no longer wanted", exc_info=error)
    elif on_failure is None:
        raise error
    else:
        on_failure(error)


def _owner_of(callback: Callable[..., Any] | None, owner: QObject | None) -> QObject | None:
    if owner is not None:
        return owner
    receiver = getattr(callback, "__self__", None)
    return receiver if isinstance(receiver, QObject) else None
