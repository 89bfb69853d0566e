"""The survey page without its window: a period is asked about, and what was found in it is shown. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from loket.domain.entities import VisitPurpose
from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.domain.periods import Period
from loket.services import guest_books, survey
from loket.services.desk import Desk
from loket.services.survey import SurveyResult
from loket.ui.jobs import JobRunner


@dataclass(frozen=True, slots=True)
class Findings:
    """What a period says, with the purposes by whose codes answers name their service."""

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

    def read(self, period: Period, service: str | None) -> None:
        """All services together where none is named."""
        desk = self._desk
        self._asked += 1
        number = self._asked

        def fetch() -> Findings:
            purposes = {one.code: one for one in guest_books.purpose_list(desk)}
            return Findings(survey.index(desk, period.first, period.last, service), purposes)

        def show(findings: Findings) -> None:
            if number == self._asked:
                self.findings = findings
                self._view.show_findings(findings)

        self._jobs.start(fetch, show, self._failed, lane="read")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, (InvalidInput, Refused, StorageError)):
            raise error
        self._view.show_problem(error)
