"""What the page "Cetak kartu" shows and does: one question at a time, answered by one key. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from loket.domain.entities import Id
from loket.domain.errors import DeviceError, InvalidInput, Refused, StorageError
from loket.services import card_queue
from loket.services.card_queue import CardJob, CardQueue, JobState, PrintLine
from loket.services.desk import Desk
from loket.ui.jobs import JobRunner


class Matter(StrEnum):
    """What the panel beside the queue is about."""

    ASK = "ask"  # did this card, or did these, come out well?
    PRINTING = "printing"
    FAILED = "failed"
    NO_PRINTER = "no_printer"
    HELD = "held"
    WAITING = "waiting"
    IDLE = "idle"


@dataclass(frozen=True, slots=True)
class Panel:
    """`job`: the card it is about; of several that are asked about, the chosen one. `count`: how many they are."""

    matter: Matter = Matter.IDLE
    job: CardJob | None = None
    count: int = 0


class CardQueueView(Protocol):
    """The page as the presenter sees it."""

    def show_queue(self, queue: CardQueue, chosen: int) -> None: ...
    def show_panel(self, panel: Panel) -> None: ...
    def show_progress(self, done: int, total: int) -> None: ...
    def show_log(self, lines: Sequence[PrintLine]) -> None: ...
    def say_printed(self, jobs: Sequence[CardJob]) -> None: ...
    def say_again(self, job: CardJob) -> None: ...
    def say_unknown(self, code: str) -> None: ...
    def show_problem(self, error: Exception) -> None: ...


class Prints(Protocol):
    """Of `ui.card_printing.CardPrinting`."""

    @property
    def problem(self) -> Exception | None: ...
    def wake(self) -> None: ...
    def do(
        self,
        work: Callable[[], object],
        then: Callable[[object], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None: ...
    def take_back(self, job: CardJob) -> None: ...
    def not_out(self, job: CardJob) -> None: ...


class CardQueuePresenter:
    """Keeps the chosen row by its card, and counts what came out since the queue was last empty."""

    def __init__(self, desk: Desk, jobs: JobRunner, cards: Prints, view: CardQueueView) -> None:
        self._desk, self._jobs, self._cards, self._view = desk, jobs, cards, view
        self.queue = CardQueue()
        self.chosen: CardJob | None = None
        self.panel = Panel()
        self.done = 0

    # ---- reading ---------------------------------------------------------------------------------------------------

    def read(self) -> None:
        self._jobs.start(lambda: card_queue.queue(self._desk), self._read, self._tell)

    def read_log(self) -> None:
        self._jobs.start(lambda: card_queue.recent_prints(self._desk), self._view.show_log, self._tell)

    def _read(self, queue: CardQueue) -> None:
        before = self._number()
        self.queue = queue
        if not queue.jobs:
            self.done = 0
        known = self.chosen.id if self.chosen else None
        here = next((number for number, job in enumerate(queue.jobs) if job.id == known), before)
        here = min(here, len(queue.jobs) - 1)
        self.chosen = queue.jobs[here] if here >= 0 else None
        self._view.show_queue(queue, here)
        self._view.show_progress(self.done, self.done + len(queue.jobs))
        self._show_panel()

    def _number(self) -> int:
        known = self.chosen.id if self.chosen else None
        return next((number for number, job in enumerate(self.queue.jobs) if job.id == known), 0)

    def choose(self, number: int) -> None:
        """Another row of the queue was picked."""
        if 0 <= number < len(self.queue.jobs):
            self.chosen = self.queue.jobs[number]
            self._show_panel()

    def _show_panel(self) -> None:
        self.panel = self._panel()
        self._view.show_panel(self.panel)

    def _panel(self) -> Panel:
        asking, printing = self.queue.of(JobState.ASKING), self.queue.of(JobState.PRINTING)
        failed = self.queue.of(JobState.FAILED)
        if asking and not printing:
            return Panel(Matter.ASK, self._chosen_of(asking), len(asking))
        if printing:
            return Panel(Matter.PRINTING, printing[0], len(asking))
        if failed:
            return Panel(Matter.FAILED, self._chosen_of(failed), len(failed))
        if not self.queue.jobs:
            return Panel(Matter.IDLE)
        if self._cards.problem is not None:
            return Panel(Matter.NO_PRINTER, count=len(self.queue.jobs))
        return Panel(Matter.HELD if self.queue.held else Matter.WAITING, count=len(self.queue.jobs))

    def _chosen_of(self, jobs: Sequence[CardJob]) -> CardJob:
        known = self.chosen.id if self.chosen else None
        return next((job for job in jobs if job.id == known), jobs[0])

    # ---- the operator's word ---------------------------------------------------------------------------------------

    def asked(self) -> CardJob | None:
        """The card the operator is asked about now."""
        return self.panel.job if self.panel.matter is Matter.ASK else None

    def good(self) -> None:
        """All the cards that are asked about came out well."""
        if self.asked() is not None:
            self._good(self.queue.of(JobState.ASKING))

    def _good(self, jobs: Sequence[CardJob]) -> None:
        ids = [job.id for job in jobs]

        def then(count: object) -> None:
            self.done += int(str(count))
            self._view.say_printed(jobs)

        self._do(lambda: card_queue.printed(self._desk, ids), then)

    def scanned(self, code: str) -> None:
        """A card was held under the scanner: if it is one of those asked about, it has come out and can be read."""

        def found(job: CardJob | None) -> None:
            self._view.say_unknown(code) if job is None else self._good([job])

        self._jobs.start(lambda: card_queue.asked_by_code(self._desk, code), found, self._tell)

    def spoilt(self, why: str) -> None:
        job = self.asked()
        if job is not None:
            self._do(lambda: card_queue.misprint(self._desk, job.id, why), lambda _: self._view.say_again(job))

    def not_out(self) -> None:
        job = self.asked()
        if job is not None:
            self._cards.not_out(job)

    # ---- the queue -------------------------------------------------------------------------------------------------

    def toggle_hold(self) -> None:
        """Stop, or go on with the failed ones tried again."""
        held = self.queue.held or bool(self.queue.of(JobState.FAILED))
        self._do(lambda: card_queue.resume(self._desk) if held else card_queue.hold(self._desk))

    def retry(self) -> None:
        """Try the failed card again, and go on."""
        self._do(lambda: card_queue.resume(self._desk))

    def take_back(self) -> None:
        """The card that is with the spooler."""
        if self.panel.matter is Matter.PRINTING and self.panel.job is not None:
            self._cards.take_back(self.panel.job)

    def remove(self) -> None:
        job = self.chosen
        if job is not None and job.state in (JobState.WAITING, JobState.FAILED):
            self._do(lambda: card_queue.remove(self._desk, [job.id]))

    def move(self, places: int) -> None:
        job = self.chosen
        if job is not None:
            self._do(lambda: card_queue.move(self._desk, job.id, places))

    def redesign(self, design: str) -> None:
        """All cards that wait."""
        ids = [job.id for job in self.to_save()]
        self._do(lambda: card_queue.redesign(self._desk, ids, design))

    def to_save(self) -> tuple[CardJob, ...]:
        """The cards a file would hold: those the printer does not have."""
        return self.queue.of(JobState.WAITING, JobState.FAILED)

    def saved(self, ids: Sequence[Id]) -> None:
        """A file with these cards was saved; the operator prints it himself."""
        self._do(lambda: card_queue.given_away(self._desk, ids))

    def _do(self, work: Callable[[], object], then: Callable[[object], object] | None = None) -> None:
        self._cards.do(work, then, self._tell)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, (InvalidInput, Refused, StorageError, DeviceError)):
            raise error
        self._view.show_problem(error)
