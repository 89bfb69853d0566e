"""The card queue at work: whatever page is shown, the next card goes to the printer when the last one was seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from loket.devices.printers import card_printer
from loket.domain.entities import Id
from loket.domain.errors import DeviceError
from loket.services import card_queue
from loket.services.card_queue import Added, CardJob
from loket.services.desk import Desk
from loket.services.photos import PhotoStore
from loket.ui import preferences
from loket.ui.card_making import CardMaker
from loket.ui.jobs import JobRunner, Lane
from loket.ui.presenters.card_printing import PrinterOf, Printing, Step

LOOK_MS = 800  # how soon the spooler is asked again


class CardPrinting(QObject):
    """Signal `changed()`: the queue moved, or what stands in its way did."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        jobs: JobRunner,
        data_dir: Path,
        photos: PhotoStore,
        *,
        printer_of: PrinterOf = card_printer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._jobs = desk, jobs
        self.maker = CardMaker(desk, data_dir, photos)
        self.printing = Printing(desk, self.maker, lambda: preferences.load(data_dir), printer_of)
        self.problem: DeviceError | Exception | None = None  # why no card can be sent at all
        self._working = self._wanted = False
        self._look = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._look.timeout.connect(self.wake)

    def wake(self) -> None:
        """Something changed: see whether a card can be sent. Only one step is under way at a time."""
        if self._working:
            self._wanted = True
            return
        self._working, self._wanted = True, False
        self._look.stop()
        self._jobs.start(self.printing.step, self._stepped, self._broke, lane="read", owner=self)

    def add(
        self,
        member_ids: Sequence[Id],
        design: str = "",
        reason: str = card_queue.FIRST,
        *,
        again: str = "",
        then: Callable[[Added], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Queue a card for each member and begin printing. `design` "": the library's own choice."""
        ids = tuple(member_ids)
        self._background(
            lambda: card_queue.add(self._desk, ids, design or self.maker.chosen_design(), reason, again=again),
            then,
            failed,
        )

    def do(
        self,
        work: Callable[[], object],
        then: Callable[[object], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Do something with the queue in the background; then see whether a card can be sent."""
        self._background(work, then, failed)

    def take_back(self, job: CardJob) -> None:
        self._background(lambda: self.printing.take_back(job), lane="read")  # the spooler may be slow to answer

    def not_out(self, job: CardJob) -> None:
        self._background(lambda: self.printing.not_out(job), lane="read")

    def _background(
        self,
        work: Callable[[], object],
        then: Callable[..., object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        lane: Lane = "write",
    ) -> None:
        def done(result: object) -> None:
            if then is not None:
                then(result)
            self.changed.emit()
            self.wake()

        self._jobs.start(work, done, failed, lane=lane, owner=self)

    def _stepped(self, step: Step) -> None:
        self._working = False
        self.problem = step.problem
        self.changed.emit()
        if step.again or self._wanted:
            self._look.start(0 if self._wanted else LOOK_MS)

    def _broke(self, error: Exception) -> None:
        """A step failed as it never should, or the disk did: nothing more is sent until somebody asks again."""
        self._working = False
        self.problem = error
        self.changed.emit()
