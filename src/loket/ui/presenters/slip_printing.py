"""Slips go out beside everything else, one after the other, each step in a background thread. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from loket.devices.printing import Spooled, SpoolState
from loket.devices.receipt_printers import ReceiptPrinter
from loket.domain.errors import DeviceError, InvalidInput, Refused
from loket.domain.slip import Slip
from loket.services import slip_queue
from loket.services.desk import Desk
from loket.services.slip_queue import SlipJob
from loket.ui.preferences import Preferences
from loket.ui.texts_slips import device_problem

PrinterOf = Callable[[str], ReceiptPrinter]
DRAWER_FRESH = timedelta(minutes=2)  # a drawer that flies open long after the payment finds nobody in front of it


class MakesSlips(Protocol):
    """Slips from the rows, and their bytes."""

    def of_job(self, job: SlipJob) -> Slip:
        """Raises Refused (the receipt is not here), ValueError (the job says nothing one could print)."""

    def render(self, slip: Slip, language: str, kept: Preferences) -> bytes:
        """As the printer's language wants it: "escpos" or "pdf"."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a step found: slips not on paper yet, the first of them first.

    Attributes:
        soon: look again at once, for more can go out. later: look again after a while, for something is in the way.
        ready: there is a receipt printer at this counter.
    """

    jobs: tuple[SlipJob, ...] = ()
    soon: bool = False
    later: bool = False
    ready: bool = False


class Printing:
    """Sends the next slip when the printer takes it, and follows the one that is with a spooler."""

    def __init__(
        self, desk: Desk, maker: MakesSlips, preferences_of: Callable[[], Preferences], printer_of: PrinterOf
    ) -> None:
        self._desk, self._maker, self._preferences_of, self._printer_of = desk, maker, preferences_of, printer_of
        self._recovered = False
        self._spooled: tuple[SlipJob, str] | None = None  # what is with the spooler, and its name there

    def step(self) -> Step:
        """One step. Takes as long as the printer takes to answer."""
        if not self._recovered:
            slip_queue.recover(self._desk)
            self._recovered = True
        kept = self._preferences_of()
        if not kept.slip_printer:
            if slip_queue.queue(self._desk):
                slip_queue.without_printer(self._desk)
            self._spooled = None
            return Step()
        moved = self._follow(kept) if self._spooled is not None else self._send(kept)
        jobs = slip_queue.queue(self._desk)
        waiting = any(job.state is not slip_queue.SlipState.FAILED for job in jobs)
        return Step(jobs, soon=moved and waiting, later=waiting and not moved, ready=True)

    def trial(self, slip: Slip) -> None:
        """A slip past the queue, as things are set now. Raises DeviceError."""
        kept = self._preferences_of()
        printer = self._printer_of(kept.slip_printer)
        printer.send(self._maker.render(slip, printer.language, kept), "loket-uji")

    def _send(self, kept: Preferences) -> bool:
        """Whether the queue moved on."""
        job = slip_queue.take(self._desk)
        if job is None:
            return False
        try:
            slip = self._maker.of_job(job)
            printer = self._printer_of(kept.slip_printer)
            data = self._maker.render(self._drawer_if_fresh(slip, job), printer.language, kept)
            spooled = printer.send(data, f"loket-{job.id}")
        except DeviceError as error:
            slip_queue.waits(self._desk, job.id, *device_problem(error))
            return False
        except (Refused, InvalidInput, ValueError) as error:
            code = slip_queue.RECEIPT_GONE if isinstance(error, Refused) else slip_queue.UNREADABLE
            slip_queue.failed(self._desk, job.id, code)
            return True
        except BaseException:
            slip_queue.waits(self._desk, job.id, slip_queue.BROKEN)
            raise
        if spooled:
            self._spooled = job, spooled
        else:
            slip_queue.done(self._desk, job.id)
        return True

    def _drawer_if_fresh(self, slip: Slip, job: SlipJob) -> Slip:
        fresh = self._desk.clock.now() - job.added_at <= DRAWER_FRESH
        return slip if fresh else replace(slip, drawer=False)

    def _follow(self, kept: Preferences) -> bool:
        """Whether the spooler is through with the slip it has."""
        assert self._spooled is not None
        job, spooled = self._spooled
        try:
            found = self._printer_of(kept.slip_printer).state(spooled)
        except DeviceError as error:
            found = Spooled(SpoolState.WAITING, *device_problem(error))
        if found.state in (SpoolState.DONE, SpoolState.FAILED):
            self._spooled = None
            if found.state is SpoolState.DONE:
                slip_queue.done(self._desk, job.id)
            else:
                slip_queue.failed(self._desk, job.id, found.problem, found.said)
            return True
        if (found.problem, found.said) != (job.problem, job.said):
            slip_queue.snag(self._desk, job.id, found.problem, found.said)
            self._spooled = replace(job, problem=found.problem, said=found.said), spooled
        return False
