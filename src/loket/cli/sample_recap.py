"""`loket sample rekap`: the day of an invented library, closed and signed, as the papers a library keeps of it."""

from __future__ import annotations

import os
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from loket.cli.recap import paper_of, verdict, written
from loket.db.engine import Database, open_database
from loket.devices import resources
from loket.devices.clock import SystemClock, UuidV7Ids
from loket.domain.periods import PeriodKind, period_of
from loket.domain.recap import added
from loket.domain.recap_paper import Reach, RecapPaper
from loket.services import operators
from loket.services.example import SUPERVISOR, PastClock, Size, build_example
from loket.services.example_day import ExampleDay
from loket.services.operators import Argon2Hasher
from loket.ui.recap_papers import RecapPapers

SIZE = Size(members=400, titles=300, items=600, loans=500)
OPENS = 0  # UTC: eight in the morning in the middle of the country


def sample_recap(out: Path) -> int:
    """Write `rekap-<day>` and `rekap-<month>` as PDF, XLSX and CSV. Returns the exit code: 1 where the month's sum is
    not the sum of its days. Raises StorageError.
    """
    with TemporaryDirectory(prefix="loket-") as folder:
        database = open_database(Path(folder) / "loket.db", os.urandom(32))
        try:
            day, month, papers = _played(database, Path(folder))
            for paper in (day, month):
                for file in written(papers, paper, out):
                    print(file)
            print(verdict(day))
            return 0 if _agrees(month) else 1
        finally:
            database.close()


def _played(database: Database, folder: Path) -> tuple[RecapPaper, RecapPaper, RecapPapers]:
    real = SystemClock()
    clock = PastClock(real, datetime.combine(_working_day(real.now()).date(), time(OPENS), UTC))
    weak = Argon2Hasher(memory_kib=8, passes=1)  # nobody signs in here
    desk = build_example(database, clock, UuidV7Ids(), weak, resources.path("example"), (), SIZE)
    supervisor = next(who for who in operators.operators(desk) if who.username == SUPERVISOR)
    recap = ExampleDay(desk, clock, supervisor).play()
    month = paper_of(desk, period_of(PeriodKind.MONTH, recap.on), Reach.COUNTER)
    return paper_of(desk, period_of(PeriodKind.DAY, recap.on), Reach.COUNTER), month, RecapPapers(desk, folder)


def _working_day(now: datetime) -> datetime:
    """Today, on Sunday the day before: the example library is closed then."""
    return now if now.weekday() != 6 else now - timedelta(days=1)


def _agrees(month: RecapPaper) -> bool:
    """Is every number of the month the sum of its days'?"""
    return added(line.figures for line in month.days).tables == month.figures.tables
