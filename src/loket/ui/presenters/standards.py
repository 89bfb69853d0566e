"""Standar Layanan without its window: the period asked about, what was measured, the action looked at. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.domain.periods import Period
from loket.domain.standards import ActionTimes, Study, Summary
from loket.services import standards
from loket.services.desk import Desk
from loket.ui.jobs import Cancelled, Job, JobRunner, Ticket


@dataclass(frozen=True, slots=True)
class Measured:
    """What a period says, and the one before it; `actions` in their order."""

    period: Period
    study: Study
    previous: Study
    actions: tuple[ActionTimes, ...]

    def before(self, action: str) -> Summary:
        return self.previous.of(action).times

    @property
    def kept(self) -> tuple[int, int]:
        """How many services kept their standard, of how many that have one."""
        judged = [one.times for one in self.actions if one.times.standard_ms is not None]
        return sum(one.within for one in judged), sum(one.count for one in judged)

    @property
    def timed(self) -> int:
        return sum(one.times.count for one in self.actions)


class StandardsView(Protocol):
    """The section as the presenter sees it."""

    def show_measured(self, measured: Measured) -> None: ...
    def show_action(self, measured: Measured, action: str) -> None: ...
    def show_progress(self, done: int, total: int) -> None: ...
    def show_stopped(self) -> None: ...
    def show_problem(self, error: Exception) -> None: ...


class StandardsPresenter:
    """Knows no Qt. A period that a later one overtook is not counted to its end."""

    def __init__(self, desk: Desk, jobs: JobRunner, view: StandardsView) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self.measured: Measured | None = None
        self.action = ""
        self._asked = 0
        self._job: Job | None = None

    def read(self, period: Period) -> None:
        """Measure a period and the one before it."""
        self.stop()
        self._asked += 1
        number, desk = self._asked, self._desk

        def measure(ticket: Ticket) -> Measured:
            before = period.previous
            total = period.days + before.days

            def told(done: int, _total: int) -> None:
                ticket.check()
                ticket.report(done, total)

            study = standards.study(desk, period.first, period.last, told)
            previous = standards.study(desk, before.first, before.last, lambda done, _: told(period.days + done, 0))
            return Measured(period, study, previous, study.actions())

        def arrived(measured: Measured) -> None:
            if number == self._asked:
                self._arrived(measured)

        def failed(error: Exception) -> None:
            if number == self._asked:
                self._failed(error)

        def progress(done: int, total: int) -> None:
            if number == self._asked:
                self._view.show_progress(done, total)

        self._job = self._jobs.start_long(measure, progress, arrived, failed, lane="read")

    def stop(self) -> None:
        """What is being measured is not wanted any more."""
        if self._job is not None:
            self._job.cancel()

    def choose(self, action: str) -> None:
        """Look at one action closely."""
        if self.measured is not None and action != self.action:
            self.action = action
            self._view.show_action(self.measured, action)

    def _arrived(self, measured: Measured) -> None:
        self.measured = measured
        keys = [one.action for one in measured.actions]
        if self.action not in keys:
            self.action = max(measured.actions, key=lambda one: one.times.count).action if keys else ""
        self._view.show_measured(measured)
        self._view.show_action(measured, self.action)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._view.show_stopped()
        elif isinstance(error, (InvalidInput, Refused, StorageError)):
            self._view.show_problem(error)
        else:
            raise error
