"""`--part rekap`: closing a day of 100,000 events: its figures, the paper and the workbook.

Held against reading that day's journal once through, the least that counting it could take.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.timing import Budget, Measured, timed
from loket.db.engine import Database, open_database
from loket.db.rows import mapper
from loket.devices import resources
from loket.devices.clock import SystemClock, UuidV7Ids
from loket.domain import events as e
from loket.domain.entities import Item, Member, VisitKind, VisitSource
from loket.domain.recap_paper import RecapPaper
from loket.reports.letterhead import Letterhead
from loket.reports.pdf import load_fonts
from loket.reports.recap_pdf import recap_pdf
from loket.reports.recap_xlsx import recap_xlsx
from loket.services import circulation, example_house
from loket.services.desk import Action, Desk
from loket.services.example import PastClock, Size, build_example, people_to_serve
from loket.services.operators import Argon2Hasher
from loket.services.recap_periods import day_paper

EVENTS, ROUNDS = 100_000, 5
SIZE_NAME = "rekap"
LIBRARY = Size(members=2_000, titles=600, items=1_200, loans=0)
SHORT = timedelta(milliseconds=300)
A_DAY = Budget(p50_ms=2_000)
_JOURNAL = "SELECT type, station_id, operator_id, body FROM journal WHERE business_on = ?"
Tell = Callable[[str], None]


def measured(tell: Tell, events: int = EVENTS, rounds: int = ROUNDS) -> Iterator[Measured]:
    """Figures, PDF and XLSX of one day together, and how long each of them takes."""
    with TemporaryDirectory(prefix="loket-bench-") as folder:
        database = open_database(Path(folder) / "loket.db", os.urandom(32))
        try:
            yield from _measured(busy_desk(database, events, tell), events, rounds, tell)
        finally:
            database.close()


def _measured(desk: Desk, events: int, rounds: int, tell: Tell) -> Iterator[Measured]:
    on, head, fonts = desk.today(), Letterhead("Contoh"), load_fonts(resources.path("fonts"))
    whole = Measured(f"rekap satu hari, {events} kejadian: PDF dan XLSX", SIZE_NAME, A_DAY)
    parts = [Measured(f"… {name}", SIZE_NAME, Budget()) for name in ("angka", "PDF", "XLSX")]
    for number in range(rounds + 1):
        took: list[float] = []
        paper: RecapPaper = timed(lambda: day_paper(desk, on), took)
        timed(lambda: recap_pdf(paper, head, fonts), took)  # noqa: B023
        timed(lambda: recap_xlsx(paper, head), took)  # noqa: B023
        if number == 0:
            continue  # what draws is imported then
        whole.ours_ms.append(sum(took))
        for part, part_ms in zip(parts, took, strict=True):
            part.ours_ms.append(part_ms)
        with desk.view() as act:
            timed(lambda: act.driver.execute(_JOURNAL, (on.isoformat(),)).fetchall(), whole.by_hand_ms)
        tell(f"{SIZE_NAME}: {number}")
    yield whole
    yield from parts


def busy_desk(database: Database, events: int, tell: Tell) -> Desk:
    """A library on one very long day: by turns a visit, a loan, a return, through the services."""
    real = SystemClock()
    clock = PastClock(real, datetime.combine(real.now().date(), time(1), UTC))
    weak = Argon2Hasher(memory_kib=8, passes=1)  # nobody signs in here
    desk = build_example(database, clock, UuidV7Ids(), weak, resources.path("example"), (), LIBRARY)
    people = people_to_serve(desk, LIBRARY.members)
    with desk.action() as act:
        rows = act.driver.execute(f"{mapper(Item).select_sql} WHERE collection_kind = 'umum'").fetchall()
        shelf = cycle([mapper(Item).entity(row) for row in rows])
        for number, member in zip(range(0, events, 3), cycle(people), strict=False):
            clock.pass_time(SHORT)
            _served(example_house.at_its_time(act), member, next(shelf))
            if number % 30_000 == 0:
                tell(f"{SIZE_NAME}: {number} kejadian dibuat")
    return desk


def _served(act: Action, member: Member, item: Item) -> None:
    kept = "meminjam", member.id, VisitSource.DESK
    act.record(e.VisitRecorded(act.new_id(), VisitKind.MEMBER, act.now, act.today, *kept))
    circulation.lend(act, member.id, item.id)
    circulation.take_back(act, item.id)
