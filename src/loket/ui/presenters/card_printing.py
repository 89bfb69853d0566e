"""Printing goes on beside everything else, one step after the other, each in a background thread. Knows no Qt."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from loket.devices.printing import CardPrinter, Fold, Spooled, SpoolState
from loket.domain.entities import Id
from loket.domain.errors import DeviceError, InvalidInput
from loket.services import card_queue
from loket.services.card_queue import CardJob
from loket.services.desk import Desk
from loket.ui.preferences import Preferences, card_folder
from loket.ui.texts_cards import device_problem

PrinterOf = Callable[[str, Path, Fold], CardPrinter]


class MakesCards(Protocol):
    def card(self, member_id: Id, design: str, kept: Preferences) -> tuple[bytes, int]: ...


@dataclass(frozen=True, slots=True)
class Step:
    """What a step found. `again`: look again soon, for a card is on its way. `problem`: no printer can be asked."""

    again: bool
    problem: DeviceError | None = None


class Printing:
    """Sends the next card when the printer is free, and follows the one that is with the spooler."""

    def __init__(
        self, desk: Desk, maker: MakesCards, preferences_of: Callable[[], Preferences], printer_of: PrinterOf
    ) -> None:
        self._desk, self._maker, self._preferences_of, self._printer_of = desk, maker, preferences_of, printer_of
        self._recovered = False

    def step(self) -> Step:
        """One step: follow the card under way, or send the next. Takes as long as the spooler takes to answer."""
        if not self._recovered:
            card_queue.recover(self._desk)
            self._recovered = True
        kept = self._preferences_of()
        try:
            printer = self.printer(kept)
        except DeviceError as error:
            return Step(again=False, problem=error)
        job = card_queue.under_way(self._desk)
        if job is not None and not self._follow(printer, job):
            return Step(again=True)
        return Step(again=self._send(printer, kept))

    def printer(self, kept: Preferences) -> CardPrinter:
        fold: Fold = "short" if kept.card_fold == "short" else "long"
        return self._printer_of(kept.card_printer, card_folder(kept), fold)

    def take_back(self, job: CardJob) -> None:
        """Take a card back from the spooler; whether it came out all the same, the operator says."""
        self._cancel(job)
        card_queue.arrived(self._desk, job.id, card_queue.TAKEN_BACK)

    def not_out(self, job: CardJob) -> None:
        """Nothing came out: whatever the spooler still has of it must not come out later beside the new one."""
        self._cancel(job)
        card_queue.not_out(self._desk, job.id)

    def _cancel(self, job: CardJob) -> None:
        if not job.spool_job:
            return
        try:
            self.printer(self._preferences_of()).cancel(job.spool_job)
        except DeviceError:
            return  # a spooler that cannot be asked is told to the operator by the next card

    def _send(self, printer: CardPrinter, kept: Preferences) -> bool:
        job = card_queue.take(self._desk, ask_after=1 if kept.card_ask == "each" else kept.card_batch)
        if job is None:
            return False
        try:
            pdf, sides = self._maker.card(job.member_id, job.design, kept)
            spool_job = printer.print_pdf(pdf, f"loket-{job.id}", sides)
        except DeviceError as error:
            card_queue.failed(self._desk, job.id, *device_problem(error))
        except InvalidInput as error:
            card_queue.failed(self._desk, job.id, error.code, json.dumps(error.params, default=str))
        else:
            card_queue.handed(self._desk, job.id, spool_job)
        return True

    def _follow(self, printer: CardPrinter, job: CardJob) -> bool:
        """Whether the spooler is through with the card, so that another can be sent."""
        if not job.spool_job:  # an error struck between taking it and hearing the spooler's word
            return card_queue.arrived(self._desk, job.id, card_queue.INTERRUPTED)
        try:
            found = printer.state(job.spool_job)
        except DeviceError as error:
            found = Spooled(SpoolState.WAITING, *device_problem(error))
        if found.state is SpoolState.DONE:
            return card_queue.arrived(self._desk, job.id)
        if found.state is SpoolState.FAILED:
            return card_queue.failed(self._desk, job.id, found.problem, found.said)
        if (found.problem, found.said) != (job.problem, job.said):
            card_queue.snag(self._desk, job.id, found.problem, found.said)
        return False
