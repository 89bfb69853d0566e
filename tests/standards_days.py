"""Services of a known length at a desk, and a study made of plain figures."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from fakes import FakeClock
from stock import add_item, add_member

from loket.domain.entities import Id
from loket.domain.periods import PeriodKind, period_of
from loket.domain.standards import Study, Timed
from loket.reports.standards_words import StandardsPaper
from loket.services.desk import Desk
from loket.services.scanning import Counter

MONDAY = date(2026, 11, 2)


def scans(desk: Desk, *codes: str, seconds: float = 10) -> Counter:
    """Each code so long after the one before; the last is followed by nothing."""
    counter = Counter(desk)
    for code in codes:
        scan(counter, code)
        wait(desk, seconds)
    return counter


def scan(counter: Counter, code: str) -> None:
    counter.scan(code, counter.desk.clock.now(), counter.desk.clock.mono_ms())


def wait(desk: Desk, seconds: float) -> None:
    assert isinstance(desk.clock, FakeClock)
    desk.clock.advance(seconds=seconds)


def stocked(desk: Desk, books: int = 4) -> Id:
    """A member "M-1" and books "B1", "B2", …"""
    for number in range(1, books + 1):
        add_item(desk, f"B{number}")
    return add_member(desk, "M-1")


def study_of(seconds: dict[str, list[int]], *, weeks: int = 1, hour: int = 10) -> Study:
    """Times of each action, one a minute from that hour on, on the same weekday of so many weeks."""
    days = [MONDAY + timedelta(weeks=week) for week in range(weeks)]
    timed = {
        action: [
            Timed(action, datetime.combine(day, time(hour, number % 60)), one * 1_000)
            for day in days
            for number, one in enumerate(times)
        ]
        for action, times in seconds.items()
    }
    return Study(days[0], days[-1], timed, {"guestbook": 3}, {"registration": 1}, frozenset(days))


def standards_paper() -> StandardsPaper:
    """A month of a busy desk, and the month before."""
    busy = {"loan": [40, 55, 70, 80, 95, 100, 110, 118, 130, 260], "return": [12, 15, 20, 22], "fetch": [300, 900]}
    calm = {"loan": [40, 45, 50], "return": [12, 15]}
    return StandardsPaper(
        period_of(PeriodKind.MONTH, MONDAY), "Loket Utama", study_of(busy, weeks=4), study_of(calm, weeks=2)
    )
