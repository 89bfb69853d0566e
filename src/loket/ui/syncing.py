"""Between the thread that syncs and the window: its word comes over into the GUI thread, wishes go the other way."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from loket.domain.entities import Library, Operator, Station
from loket.services.desk import Desk
from loket.sync.status import SyncStatus, read_status
from loket.ui.jobs import JobRunner

if TYPE_CHECKING:
    from loket.sync.client import RoundReport

log = logging.getLogger(__name__)
CLOSING_MS = 20_000  # the last round before closing may take this long; what is left goes tomorrow
STOP_S = 5.0
# What pages call the records of a table.
KINDS: dict[str, str] = {
    "member": "members",
    "biblio": "titles",
    "item": "titles",
    "loan": "loans",
    "charge": "loans",
    "loose_return": "loans",
    "rule": "rules",
    "loan_policy": "rules",
    "closed_day": "rules",
    "operator": "operators",
    "library": "library",
    "station": "library",
    "conflict_case": "cases",
    "photo": "photos",
    "visit": "visits",
    "visit_purpose": "visits",
    "locker": "lockers",
    "locker_use": "lockers",
    **dict.fromkeys(("room", "in_house_use", "internet_seat", "internet_session"), "rooms"),
    **dict.fromkeys(("photocopy_job", "ebook_title", "ebook_loan"), "rooms"),
    "recap": "recaps",
    "official": "officials",
}
OWN_ROWS = frozenset({"library", "station", "operator"})


class Worker(Protocol):
    """What is needed of `loket.sync.worker.SyncWorker`."""

    def start(self) -> None: ...
    def wake(self, reason: str = "") -> None: ...
    def sync_now(self) -> Future[Any]: ...
    def stop(self, timeout: float = 5.0) -> bool: ...


MakeWorker = Callable[[Desk, Callable[[SyncStatus], object], Callable[["RoundReport"], object]], Worker]


def make_worker(
    desk: Desk, publish: Callable[[SyncStatus], object], on_round: Callable[[RoundReport], object]
) -> Worker:
    """The real one, speaking HTTPS."""
    from loket.sync.servertime import transport_of
    from loket.sync.worker import SyncWorker

    return SyncWorker(desk, lambda any_time: transport_of(desk, any_time=any_time), publish, on_round=on_round)


def tell_in(changes: Any, changed_kinds: frozenset[str]) -> None:
    """Have pages read again what a merge changed, each kind once."""
    for kind in sorted({KINDS[table] for table in changed_kinds if table in KINDS}):
        changes.tell(kind)


class Syncing(QObject):
    """Signals: `told(SyncStatus)` at every change; `operator_gone()`: who works here was made inactive elsewhere.

    `status` is what was told last; not enrolled until `begin` has read the database.
    """

    told = Signal(object)
    operator_gone = Signal()
    _published = Signal(object)  # in the worker's thread, to be received here
    _reported = Signal(object)
    _closing_over = Signal()

    def __init__(self, desk: Desk, jobs: JobRunner, changes: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._changes = desk, jobs, changes
        self.make_worker: MakeWorker = make_worker
        self.status = SyncStatus(enrolled=False)
        self._worker: Worker | None = None
        self._ended = False
        queued = Qt.ConnectionType.QueuedConnection
        self._published.connect(self._show, queued)
        self._reported.connect(self.took, queued)

    # ---- its life -------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Look whether this counter belongs to a server; if so, start syncing."""
        self._jobs.start(lambda: read_status(self._desk), self._known, owner=self)

    def restart(self) -> None:
        """This counter has just joined a server, or joined anew."""
        self._stop_in_job(lambda: None, lambda _: self.begin(), None)

    def end(self) -> None:
        """Stop for good. Waits a moment for a question under way; a longer one dies with the program."""
        self._ended = True
        if self._worker is not None and not self._worker.stop(STOP_S):
            log.warning("syncing was still under way at the end")
        self._worker = None

    def _known(self, status: SyncStatus) -> None:
        self._show(status)
        if status.enrolled and self._worker is None and not self._ended:
            self._worker = self.make_worker(self._desk, self._publish, self._report)
            self._worker.start()

    # ---- wishes ---------------------------------------------------------------------------------------------------

    def sync_now(self) -> None:
        """Do not wait for the next round."""
        if self._worker is not None:
            self._worker.wake("asked at the desk")

    def want_photos(self) -> None:
        """Somebody is shown whose photo is not here: fetch it soon, where this counter has a server."""
        if self._worker is not None and self._desk.photos_wanted:
            self._worker.wake("photos")

    def check_thoroughly(self, done: Callable[[RoundReport], None], failed: Callable[[Exception], None]) -> None:
        """A round of its own, in place of the worker's, that compares large tables too."""

        def work() -> RoundReport:
            from loket.sync.client import sync_round
            from loket.sync.servertime import transport_of

            transport = transport_of(self._desk)
            try:
                return sync_round(self._desk, transport, progress=self._progress, thorough=True)
            finally:
                transport.close()

        def checked(report: RoundReport) -> None:
            self.begin()
            self.took(report)
            done(report)

        def not_checked(error: Exception) -> None:
            self.begin()
            failed(error)

        self._stop_in_job(work, checked, not_checked)

    def sync_before_closing(self, done: Callable[[], None]) -> None:
        """One more round, then `done`, once: also when it fails, takes too long, or `stop_waiting` is called."""
        if self._worker is None:
            done()
            return
        timer = QTimer(self, singleShot=True, interval=CLOSING_MS)

        def over() -> None:
            if timer.property("over") is None:
                timer.setProperty("over", True)
                timer.stop()
                self._closing_over.disconnect(over)
                done()

        timer.timeout.connect(over)
        self._closing_over.connect(over, Qt.ConnectionType.QueuedConnection)
        timer.start()
        self._worker.sync_now().add_done_callback(lambda _: self._closing_over.emit())

    def stop_waiting(self) -> None:
        """The operator wants to go home; what is not sent yet is safe in the journal."""
        self._closing_over.emit()

    def _stop_in_job(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object] | None,
    ) -> None:
        """End the worker, then do this; both where the window need not wait."""
        worker, self._worker = self._worker, None

        def run() -> Any:
            if worker is not None:
                worker.stop(STOP_S)
            return work()

        self._jobs.start(run, done, failed, lane="read", owner=self)

    # ---- what it is told ------------------------------------------------------------------------------------------

    def took(self, report: RoundReport) -> None:
        """Rows came from the server: pages read again what changed, and the desk its own rows."""
        if report.changed_kinds & OWN_ROWS:
            self._jobs.start(
                lambda: own_rows(self._desk), lambda rows: self._renew(rows, report.changed_kinds), owner=self
            )
        else:
            tell_in(self._changes, report.changed_kinds)

    def _renew(self, rows: tuple[Library | None, Station | None, Operator | None], changed: frozenset[str]) -> None:
        library, station, operator = rows
        desk = self._desk
        desk.library, desk.station = library or desk.library, station or desk.station
        gone = desk.operator is not None and (operator is None or not operator.active)
        if operator is not None and desk.operator is not None and not gone:
            desk.operator = operator
        tell_in(self._changes, changed)
        if gone:
            self.operator_gone.emit()

    def _publish(self, status: SyncStatus) -> None:
        if shiboken6.isValid(self):  # at the end of the program the window may be gone before the last question is
            self._published.emit(status)

    def _report(self, report: RoundReport) -> None:
        if shiboken6.isValid(self):
            self._reported.emit(report)

    def _progress(self, phase: str, done: int, total: int) -> None:
        self._publish(replace(self.status, running=True, phase=phase, done=done, total=total, next_at=None))

    def _show(self, status: SyncStatus) -> None:
        if not self._ended:
            self.status = status
            self.told.emit(status)


def own_rows(desk: Desk) -> tuple[Library | None, Station | None, Operator | None]:
    """The rows the desk keeps in hand, as they are now."""
    with desk.view() as act:
        operator = act.state.get(Operator, desk.operator.id) if desk.operator else None
        return act.state.get(Library, desk.library.id), act.state.get(Station, desk.station.id), operator
