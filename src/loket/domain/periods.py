"""Spans of days that reports are made for, the one before, and the same one a year earlier. Weeks begin on Monday."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from loket.domain.wording import MONTHS, long_date

_ROMAN = ("I", "II", "III", "IV")


class PeriodKind(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEMESTER = "semester"
    YEAR = "year"
    RANGE = "range"  # any days


MONTHS_OF = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.SEMESTER: 6, PeriodKind.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included."""

    kind: PeriodKind
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def stepped(self, by: int) -> Period:
        """The period so many before or after; any days move by their own length. At the ends of the calendar it
        stays.
        """
        try:
            months = MONTHS_OF.get(self.kind)
            if months is None:
                way = timedelta(days=self.days * by)
                return Period(self.kind, self.first + way, self.last + way)
            count = self.first.year * 12 + self.first.month - 1 + months * by
            return period_of(self.kind, date(count // 12, count % 12 + 1, 1))
        except (OverflowError, ValueError):
            return self

    @property
    def previous(self) -> Period:
        return self.stepped(-1)

    @property
    def year_before(self) -> Period:
        """The same period of the year before: a day by its date, a week by its number of weeks (52 weeks earlier)."""
        if self.kind in MONTHS_OF:
            return period_of(self.kind, self.first.replace(year=max(1, self.first.year - 1), day=1))
        if self.kind is PeriodKind.WEEK:
            return self.stepped(-52)
        first = _year_earlier(self.first)
        return Period(self.kind, first, first + timedelta(days=self.days - 1))

    def title(self) -> str:
        """As Indonesian papers call it: "Triwulan III 2026", "Minggu ke-48, 23 November sampai 29 November 2026"."""
        first, last, year = self.first, self.last, self.first.year
        if self.kind is PeriodKind.MONTH:
            return f"{MONTHS[first.month - 1]} {year}"
        if self.kind is PeriodKind.QUARTER:
            return f"Triwulan {_ROMAN[(first.month - 1) // 3]} {year}"
        if self.kind is PeriodKind.SEMESTER:
            return f"Semester {_ROMAN[(first.month - 1) // 6]} {year}"
        if self.kind is PeriodKind.YEAR:
            return f"Tahun {year}"
        span = long_date(first) if first == last else f"{long_date(first)} sampai {long_date(last)}"
        return f"Minggu ke-{first.isocalendar().week}, {span}" if self.kind is PeriodKind.WEEK else span


def period_of(kind: PeriodKind, on: date) -> Period:
    """The period of a kind that a day lies in; for RANGE that day alone."""
    months = MONTHS_OF.get(kind)
    if months is not None:
        begins = (on.month - 1) // months * months + 1
        ends = begins + months - 1
        return Period(kind, date(on.year, begins, 1), date(on.year, ends, monthrange(on.year, ends)[1]))
    if kind is PeriodKind.WEEK:
        monday = on - timedelta(days=on.weekday())
        return Period(kind, monday, monday + timedelta(days=6))
    return Period(kind, on, on)


def _year_earlier(on: date) -> date:
    """The last of February where there is no 29th."""
    year = max(1, on.year - 1)
    return on.replace(year=year, day=min(on.day, monthrange(year, on.month)[1]))
