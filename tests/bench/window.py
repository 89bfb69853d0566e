"""From the scanner's Enter to the painted answer, in the real circulation page on a measured library.

A program of its own (`python -m bench.window HOME SIZE CALLS`), so that its memory is a window's and nobody else's.
It prints one JSON object: times in milliseconds by kind of scan, and its resident memory in MB before and after.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from fakes import HASHER
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.library import Borrower, Copy, Picks, opened
from bench.memory import resident_mb
from bench.size import SIZES, Size
from loket.services.desk import Desk
from loket.services.operators import SignIns
from loket.ui import theme
from loket.ui.jobs import Jobs
from loket.ui.pages.circulation import CirculationPage
from loket.ui.shell import Shell
from loket.ui.sounds import Sounds
from loket.ui.widgets.answer import AnswerCard, AnswerLine
from loket.ui.widgets.scan import ScanBox

PATIENCE_S = 20
WARM_UP = 5


class _Painted(QObject):
    """Notices when the answer line is painted with another answer than before."""

    def __init__(self, card: AnswerCard) -> None:
        super().__init__(card)
        self._card = card
        self._before: Any = card.answer()
        self.seen = False
        card.findChildren(AnswerLine)[0].installEventFilter(self)

    def expect(self) -> None:
        self._before, self.seen = self._card.answer(), False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._card.answer() is not self._before:
            self.seen = True
        return False


class WindowBench:
    """Scans typed into the page's scan box."""

    def __init__(self, desk: Desk, data_dir: Path) -> None:
        self.jobs = Jobs()
        self._wake = QTimer(interval=500)  # so that waiting ends also where nothing happens any more
        self._wake.start()
        shell = Shell(desk, self.jobs, Sounds(muted=True), HASHER, SignIns(HASHER), data_dir)
        self.page = CirculationPage(shell)
        self.page.resize(1366, 768)
        self.page.show()
        self.page.activate()
        self.card = self.page.findChildren(AnswerCard)[0]
        self.box = self.page.findChildren(ScanBox)[0]
        self.edit: Any = self.box.focusProxy()
        self.painted = _Painted(self.card)
        self._until(lambda: self.edit.isVisible())

    def scan(self, code: str) -> float:
        """Type a code, press Enter, wait for its answer to be painted. Milliseconds from Enter on."""
        self.box.clear()
        QTest.keyClicks(self.edit, code)
        self.painted.expect()
        began = time.perf_counter_ns()
        QTest.keyClick(self.edit, Qt.Key.Key_Return)
        self._until(lambda: self.painted.seen)
        return (time.perf_counter_ns() - began) / 1e6

    def word(self) -> str:
        answer = self.card.answer()
        return f"{answer.word} {answer.title} {answer.rule}" if answer else ""

    def kind(self) -> str:
        answer = self.page.presenter.last
        return str(answer.kind) if answer else ""

    def close(self) -> None:
        self._until(self.jobs.idle)
        self.page.close()
        self.jobs.close()

    def _until(self, true: Any) -> None:
        """Handle events, asleep in between, so that the desk's thread has the processor as it has in the program."""
        give_up = time.monotonic() + PATIENCE_S
        while not true():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.monotonic() > give_up:
                raise RuntimeError(f"the window did not answer within {PATIENCE_S} s; it shows: {self.word()}")


def measure(desk: Desk, home: Path, size: Size, calls: int) -> dict[str, Any]:
    before_mb = resident_mb()
    window = WindowBench(desk, home)
    picks = Picks(desk, size)
    times: dict[str, list[float]] = {"member": [], "lent": [], "returned": [], "closed": []}
    copies = iter(picks.on_shelf(2 * (calls + WARM_UP)))
    for number, borrower in enumerate(picks.borrowers(calls + WARM_UP)):
        _serve(window, borrower, [next(copies), next(copies)], times if number >= WARM_UP else None)
    window.close()
    return {"times_ms": times, "before_mb": before_mb, "after_mb": resident_mb()}


def _serve(window: WindowBench, borrower: Borrower, copies: list[Copy], times: dict[str, list[float]] | None) -> None:
    steps = [
        (borrower.member_no, "member"),
        *((copy.barcode, "lent") for copy in copies),
        ("", "closed"),
        *((copy.barcode, "returned") for copy in copies),
        ("", "closed"),
    ]
    for code, wanted in steps:
        took_ms = window.scan(code)
        if window.kind() != wanted:
            raise RuntimeError(f"{code}: {wanted} was expected, the window shows: {window.word()}")
        if times is not None:
            times[wanted].append(took_ms)


def main() -> None:
    home, size, calls = Path(sys.argv[1]), SIZES[sys.argv[2]], int(sys.argv[3])
    app = QApplication([])
    theme.install(app, name="light", scale=1.0)
    with opened(home) as desk:
        print(json.dumps(measure(desk, home, size, calls)))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
