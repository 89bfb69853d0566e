"""The survey page without its window: the span of days that is asked about, and what was found in it. Knows no Qt."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from loket.domain.entities import VisitPurpose
from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.services import guest_books, survey
from loket.services.desk import Desk
from loket.services.survey import SurveyResult
from loket.ui.jobs import JobRunner

FIRST_DAY = date(2000, 1, 1)


class SpanKind(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DAYS = "days"  # any days, first and last as one likes


MONTHS_OF = {SpanKind.MONTH: 1, SpanKind.QUARTER: 3, SpanKind.HALF: 6, SpanKind.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Span:
    """`first` to `last`, both among them."""

    kind: SpanKind
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def number(self) -> int:
        """Which one of its year: 1 to 12 for a month, 1 to 4 for a quarter."""
        return (self.first.month - 1) // MONTHS_OF.get(self.kind, 1) + 1


def span_of(kind: SpanKind, on: date) -> Span:
    """The month, quarter, half or year a day lies in; for `DAYS` that day alone."""
    months = MONTHS_OF.get(kind)
    if months is None:
        return Span(kind, on, on)
    begins = (on.month - 1) // months * months + 1
    ends = begins + months - 1
    return Span(kind, date(on.year, begins, 1), date(on.year, ends, monthrange(on.year, ends)[1]))


def stepped(span: Span, by: int) -> Span:
    """The span so many before or after; any days move by their own length. At the ends of the calendar it stays."""
    try:
        if span.kind is SpanKind.DAYS:
            way = timedelta(days=span.days * by)
            return Span(span.kind, span.first + way, span.last + way)
        months = span.first.year * 12 + span.first.month - 1 + MONTHS_OF[span.kind] * by
        return span_of(span.kind, date(months // 12, months % 12 + 1, 1))
    except (OverflowError, ValueError):
        return span


@dataclass(frozen=True, slots=True)
class Findings:
    """What a span of days says, with the purposes by whose codes answers name their service."""

    result: SurveyResult
    purposes: dict[str, VisitPurpose]


class SurveyView(Protocol):
    """The page as the presenter sees it."""

    def show_findings(self, findings: Findings) -> None: ...
    def show_problem(self, error: Exception) -> None: ...


class SurveyPresenter:
    """Knows no Qt. An answer that a later question overtook is dropped."""

    def __init__(self, desk: Desk, jobs: JobRunner, view: SurveyView) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self.findings: Findings | None = None
        self._asked = 0

    def read(self, span: Span, service: str | None) -> None:
        """All services together where none is named."""
        desk = self._desk
        self._asked += 1
        number = self._asked

        def fetch() -> Findings:
            purposes = {one.code: one for one in guest_books.purpose_list(desk)}
            return Findings(survey.index(desk, span.first, span.last, service), purposes)

        def show(findings: Findings) -> None:
            if number == self._asked:
                self.findings = findings
                self._view.show_findings(findings)

        self._jobs.start(fetch, show, self._failed, lane="read")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, (InvalidInput, Refused, StorageError)):
            raise error
        self._view.show_problem(error)
