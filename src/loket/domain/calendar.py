"""Which days the library is closed, and counting days around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

DAY = timedelta(days=1)
LONGEST_CLOSURE_DAYS = 366  # a library closed for a year lends nothing; searching on would never end


@dataclass(frozen=True, slots=True)
class OpenDays:
    """The library's calendar: closed weekdays (0 = Monday) and dated closed days with their names."""

    weekly_closed: frozenset[int] = frozenset()
    dated: dict[date, str] = field(default_factory=dict)

    def is_closed(self, day: date) -> bool:
        return day.weekday() in self.weekly_closed or day in self.dated

    def why_closed(self, day: date) -> str:
        """The dated day's name; "" for a weekly closed or an open day."""
        return self.dated.get(day, "")

    def closed_between(self, first: date, last: date) -> tuple[date, ...]:
        """Closed days from first to last, both included."""
        return tuple(day for day in days(first, last) if self.is_closed(day))

    def first_open(self, day: date, step: timedelta = DAY) -> date | None:
        """The nearest open day from `day` on, in steps; None when a whole year is closed."""
        for _ in range(LONGEST_CLOSURE_DAYS):
            if not self.is_closed(day):
                return day
            day += step
        return None


def days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += DAY


def age_on(born_on: date, today: date) -> int:
    """Full years."""
    return today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day))
