"""The slip queue at work: silently, whatever page is shown; a slip that cannot go out now goes when it can."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from loket.devices.receipt_printers import receipt_printer
from loket.domain.entities import Id
from loket.domain.errors import StorageError
from loket.domain.slip import Slip
from loket.services import slip_queue
from loket.services.desk import Desk
from loket.services.slip_queue import SlipJob, SlipKind, SlipState
from loket.ui import preferences
from loket.ui.jobs import JobRunner
from loket.ui.presenters.slip_printing import PrinterOf, Printing, Step
from loket.ui.slip_making import SlipMaker
from loket.ui.texts import say, storage_text
from loket.ui.texts_slips import CONTEXT, asked, problem_text, queue_text
from loket.ui.widgets import Banner

if TYPE_CHECKING:
    from loket.ui.shell import Shell

AGAIN_MS = 4000  # how soon a printer that was off is tried again
FOLLOW_MS = 100


class SlipPrinting(QObject):
    """Signal `changed()`: slips went out, came in, or something stands in their way.

    Attributes:
        jobs: what is not on paper yet. ready: this counter has a receipt printer.
        broken: our own fault or the disk's; nothing more goes out until somebody wakes it.
    """

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        jobs: JobRunner,
        data_dir: Path,
        *,
        printer_of: PrinterOf = receipt_printer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._runner = desk, jobs
        self.maker = SlipMaker(desk, data_dir)
        self.printing = Printing(desk, self.maker, lambda: preferences.load(data_dir), printer_of)
        self.jobs: tuple[SlipJob, ...] = ()
        self.ready = False
        self.broken: Exception | None = None
        self._working = self._wanted = self._ended = False
        self._look = QTimer(self, singleShot=True)
        self._look.timeout.connect(self.wake)

    def wake(self) -> None:
        """Something was queued or mended: see what can go out. Only one step is under way at a time."""
        if self._ended:
            return
        if self._working:
            self._wanted = True
            return
        self._working, self._wanted = True, False
        self._look.stop()
        self._runner.start(self.printing.step, self._stepped, self._broke, lane="read", owner=self)

    def end(self) -> None:
        """The program is closing: no printer is tried any more. What waits is printed next time."""
        self._ended = True
        self._look.stop()

    def print_slip(self, kind: SlipKind, make: Callable[[], Slip], about: Id | None = None) -> None:
        """Queue a slip and print it. `make` runs in the background."""
        self._background(lambda: slip_queue.add_now(self._desk, kind, make(), about))

    def reprint(
        self,
        receipt_id: Id,
        then: Callable[[object], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Print a receipt again, marked and counted as a copy."""
        self._background(lambda: slip_queue.reprint(self._desk, receipt_id), then, failed)

    def retry(self) -> None:
        """Print what failed, and try the printer now."""
        self._background(lambda: slip_queue.retry_all(self._desk))

    def drop_failed(self) -> None:
        """What was asked about did come out."""
        ids = [job.id for job in self.jobs if job.state is SlipState.FAILED]
        self._background(lambda: slip_queue.drop(self._desk, ids))

    def problem_text(self) -> str:
        """What the operator should know; "" while slips go out as they should."""
        if isinstance(self.broken, StorageError):
            return storage_text(self.broken)
        return queue_text(self.jobs) if self.broken is None else problem_text(slip_queue.BROKEN)

    @property
    def waiting(self) -> int:
        return len(self.jobs)

    def _background(
        self,
        work: Callable[[], object],
        then: Callable[[object], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        def done(result: object) -> None:
            if then is not None:
                then(result)
            self.wake()

        self._runner.start(work, done, failed, lane="write", owner=self)

    def _stepped(self, step: Step) -> None:
        self._working = False
        before = self.jobs, self.ready, self.broken
        self.jobs, self.ready, self.broken = step.jobs, step.ready, None
        if before != (self.jobs, self.ready, self.broken):
            self.changed.emit()
        if self._wanted or step.soon:
            self._look.start(0)
        elif step.later:
            self._look.start(AGAIN_MS if any(job.problem for job in step.jobs) else FOLLOW_MS)

    def _broke(self, error: Exception) -> None:
        """A step failed as it never should, or the disk did. What is no error of the disk is raised again."""
        self._working = False
        self.broken = error
        self.changed.emit()
        if not isinstance(error, StorageError):
            raise error


class SlipBanner(Banner):
    """Says on a page what keeps slips from the paper, and lets the operator do something about it.

    Its button prints again or tries the printer now. Closing it says of a slip that was asked about: it came out.
    """

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent, kind="warn")
        self._slips = shell.slips
        self._shown = ""
        self._slips.changed.connect(self.look)
        self.action_pressed.connect(self._slips.retry)
        self.closed.connect(self._closed)

    def look(self) -> None:
        """Show what there is to show, once: a banner that was closed stays away until something else happens."""
        text = self._slips.problem_text()
        if text == self._shown:
            return
        self._shown = text
        if text:
            again, now = say(CONTEXT, "Cetak lagi"), say(CONTEXT, "Coba sekarang")
            self.show_line(text, action=again if asked(self._slips.jobs) else now)
        else:
            self.hide_line()

    def _closed(self) -> None:
        if asked(self._slips.jobs):
            self._slips.drop_failed()
