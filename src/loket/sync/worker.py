"""The thread that syncs: it waits for the schedule or for somebody's wish, runs a round, and says how it stands."""

from __future__ import annotations

import contextlib
import logging
import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta

from loket.domain.errors import StorageError
from loket.services.desk import Desk
from loket.sync.client import Confused, RoundReport, sync_round
from loket.sync.merge import Superseded
from loket.sync.schedule import Facts, Schedule
from loket.sync.servertime import ask_time
from loket.sync.status import SyncStatus, note_error, read_status
from loket.sync.transport import Declined, HttpTransport, Transport, Unreachable

log = logging.getLogger(__name__)
LOOK_S = 20.0  # how often the number of pending events is looked at between rounds


class Stopped(Exception):  # noqa: N818
    """The program ends; the next start goes on where this round stopped."""


class SyncWorker:
    """Runs the rounds of one desk in a thread of its own.

    `publish` is called in that thread at every change of the status. `transport_for(any_time)` gives the way to the
    server; `any_time` asks for one that passes certificates whatever this computer's clock says.
    """

    def __init__(
        self,
        desk: Desk,
        transport_for: Callable[[bool], Transport],
        publish: Callable[[SyncStatus], object],
        *,
        on_round: Callable[[RoundReport], object] = lambda report: None,
        draw: Callable[[], float] = random.random,
        mono: Callable[[], float] = time.monotonic,
    ) -> None:
        self._desk, self._transport_for, self._publish, self._on_round = desk, transport_for, publish, on_round
        self._mono = mono
        self._transport: Transport | None = None
        self._schedule = Schedule(desk.station.id, draw, mono())
        self._wake = threading.Condition()
        self._woken = False
        self._stopping = False
        self._wishes: list[Future[RoundReport]] = []
        self._thread = threading.Thread(target=self._work, name="sync", daemon=True)
        self._status = SyncStatus(enrolled=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self, reason: str = "") -> None:
        """Run a round soon, for example because the desk closes; one that runs already counts."""
        log.info("sync asked for: %s", reason or "-")
        self._ask(None)

    def sync_now(self) -> Future[RoundReport]:
        """Run a round that begins after this call. The future has its report, or the error that ended it."""
        wish: Future[RoundReport] = Future()
        self._ask(wish)
        return wish

    def stop(self, timeout: float = 5.0) -> bool:
        """End after the question under way. False when it did not end in time: a daemon, it goes with the program."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        if self._thread.is_alive():
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _ask(self, wish: Future[RoundReport] | None) -> None:
        with self._wake:
            if wish is not None:
                self._wishes.append(wish)
            self._schedule.ask()
            self._woken = True
            self._wake.notify()

    # ---- in the thread --------------------------------------------------------------------------------------------

    def _work(self) -> None:
        while not self._stopping:
            try:
                if self._wait():
                    self._round()
            except Exception:  # whatever it was, the next round comes
                log.exception("sync")
                with self._wake:
                    self._wake.wait_for(lambda: self._stopping, LOOK_S)
        for wish in self._wishes:
            wish.cancel()
        if isinstance(self._transport, HttpTransport):
            self._transport.close()

    def _wait(self) -> bool:
        """Wait a little for the next round. True when it is due."""
        due_in = self._due_in()
        with self._wake:
            if due_in > 0 and not self._woken and not self._stopping:
                self._wake.wait(min(due_in, LOOK_S))
            self._woken = False
        return not self._stopping and self._due_in() <= 0

    def _due_in(self) -> float:
        now = self._mono()
        try:
            known = read_status(self._desk)
        except StorageError as error:
            log.warning("sync: status: %s", error.code)
            known = self._status
        due_in = self._schedule.next_due(now, self._facts(known)) - now
        self._show(replace(known, next_at=self._desk.clock.now() + timedelta(seconds=max(0.0, due_in))))
        return due_in

    def _facts(self, status: SyncStatus) -> Facts:
        return Facts(status.pending, self._desk.local(self._desk.clock.now()).time())

    def _round(self) -> None:
        with self._wake:
            wishes, self._wishes = self._wishes, []
            thorough = self._schedule.begun(self._mono(), self._facts(self._status))
        outcome: RoundReport | Exception
        try:
            outcome = self._try(thorough)
            self._schedule.succeeded(self._mono())
            if outcome.photos.more:
                self._schedule.ask()
        except Exception as error:
            self._schedule.failed(self._mono())
            self._note(error)
            outcome = error
        for wish in wishes:
            if isinstance(outcome, RoundReport):
                wish.set_result(outcome)
            else:
                wish.set_exception(outcome)
        if isinstance(outcome, RoundReport):
            self._on_round(outcome)

    def _try(self, thorough: bool) -> RoundReport:
        self._progress("greet", 0, 0)
        if self._transport is None:
            self._transport = self._transport_for(False)
        report = sync_round(self._desk, self._transport, progress=self._progress, thorough=thorough)
        log.info(
            "synced: %s pushed, %s set aside, %s pulled, %s regained, %s photos, replaced %s, differing %s%s",
            report.pushed,
            report.set_aside,
            report.pulled,
            report.regained,
            report.photos.sent + report.photos.fetched,
            ",".join(report.replaced_kinds) or "-",
            ",".join(report.mismatched_kinds) or "-",
            f", new stream: {report.new_stream}" if report.new_stream else "",
        )
        return report

    def _note(self, error: Exception) -> None:
        code = error_code(error)
        if isinstance(error, Stopped):
            return
        log.warning("sync failed: %s", code)
        if code == "internal":
            log.error("sync", exc_info=error)
        if isinstance(error, Unreachable) and error.code == "certificate":
            with contextlib.suppress(Unreachable, Declined, StorageError):
                ask_time(self._desk, self._transport_for(True))
        with contextlib.suppress(StorageError):
            note_error(self._desk, code)

    def _progress(self, phase: str, done: int, total: int) -> None:
        if self._stopping:
            raise Stopped
        self._show(replace(self._status, running=True, phase=phase, done=done, total=total, next_at=None))

    def _show(self, status: SyncStatus) -> None:
        if status != self._status:
            self._status = status
            self._publish(status)


def error_code(error: Exception) -> str:
    """What `SyncStatus.last_error` says of it."""
    if isinstance(error, (Unreachable, Declined)):
        return error.code
    if isinstance(error, StorageError):
        return "storage"
    if isinstance(error, (Superseded, Confused, Stopped)):
        return type(error).__name__.lower()
    return "internal"
