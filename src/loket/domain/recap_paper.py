"""All a recap says, ready to be set: figures, what they are held against, who signs. Values in, bytes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from loket.domain.periods import Period
from loket.domain.recap import Change, Facts, Figures


class Reach(StrEnum):
    """Whose figures: this counter's (with the doors and kiosks it counts for), or all counters' of the library."""

    COUNTER = "counter"
    LIBRARY = "library"


class DayState(StrEnum):
    LOCKED = "locked"  # from recaps that were locked
    LIVE = "live"  # counted just now: not closed yet
    NONE = "none"  # the library was closed, and nothing happened


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day of a period. `closed_name`: why the library was closed, "" on an open day or a weekly closed one."""

    on: date
    state: DayState
    figures: Figures
    is_open: bool
    closed_name: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who put his name under it, and when on the library's wall clock."""

    name: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """A counter's day that was not closed: its figures are not in here."""

    station: str
    on: date


@dataclass(frozen=True, slots=True)
class RecapPaper:
    """One day as it was locked, or a period.

    Attributes:
        facts: see `domain.recap.Facts`; of a period, those of today.
        days: each day of the period in order; one for a day.
        open_days: days the library was open, for averages; at least 1 is divided by.
        previous, year_before: None where nothing is known of then.
        number, revision, changes, made_at, by_night, position: of one locked day; "" and None else. `position` is the
            place in the journal it was made from: "a1b2c3d4 · 1234 · 9f8e7d6c5b4a".
        missing: counters' days that are not in it.
        dated_on: the day it is dated and signed.
    """

    period: Period
    reach: Reach
    facts: Facts
    figures: Figures
    days: tuple[DayLine, ...]
    open_days: int
    dated_on: date
    previous: Figures | None = None
    year_before: Figures | None = None
    number: str = ""
    revision: int = 0
    changes: tuple[Change, ...] = ()
    made_at: datetime | None = None
    by_night: bool = False
    position: str = ""
    signed: Signed | None = None
    missing: tuple[Missing, ...] = ()

    @property
    def is_locked(self) -> bool:
        return self.made_at is not None


def change_percent(now: int, before: int) -> float | None:
    """By how much a number changed, in percent; None where there was nothing before."""
    return None if before == 0 else (now - before) * 100 / before
