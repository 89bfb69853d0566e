"""What the page "Perlu diputuskan" decides: which case stands before the eye, and what comes after a decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from loket.domain.decisions import NOTED
from loket.domain.entities import Case
from loket.domain.errors import InvalidInput, RefusalCode, Refused, StorageError
from loket.services import cases as services
from loket.services.case_words import CaseView, ChoiceView
from loket.services.desk import Desk
from loket.ui.jobs import JobRunner

# What a decision may have changed on other pages; having seen a case changes none of it.
TOUCHED = ("loans", "members", "titles")


class CasesView(Protocol):
    """The page as the presenter sees it."""

    def show_list(self, cases: Sequence[CaseView], chosen: int) -> None: ...
    def show_case(self, case: CaseView | None) -> None: ...
    def show_count(self, waiting: int) -> None: ...
    def show_decided(self, case: CaseView, choice: ChoiceView) -> None: ...
    def show_invalid(self, error: InvalidInput) -> None: ...
    def show_problem(self, error: Refused | StorageError) -> None: ...
    def tell_changed(self, kinds: Sequence[str]) -> None: ...


class CasesPresenter:
    """Knows no Qt. The list keeps its place: after a decision the next case stands where the decided one stood."""

    def __init__(self, desk: Desk, jobs: JobRunner, view: CasesView, words: Callable[[], str]) -> None:
        self._desk, self._jobs, self._view, self._words = desk, jobs, view, words
        self.cases: tuple[CaseView, ...] = ()
        self.current: CaseView | None = None
        self.showing_decided = False
        self._number = 0  # of the current case in the list
        self._reading = 0  # of the last question to the database: an overtaken answer is dropped
        self._deciding = False

    # ---- the list --------------------------------------------------------------------------------------------------

    def show_waiting(self) -> None:
        self._switch(decided=False)

    def show_history(self) -> None:
        self._switch(decided=True)

    def _switch(self, *, decided: bool) -> None:
        if decided != self.showing_decided:
            self.showing_decided, self.current, self._number = decided, None, 0
        self.read()

    def read(self) -> None:
        """Read the list again, in the words of the current language."""
        self._reading += 1
        reading, decided, words = self._reading, self.showing_decided, self._words()

        def work() -> tuple[list[CaseView], int]:
            read = services.decided_cases if decided else services.open_cases
            return read(self._desk, words), sum(services.count_open(self._desk).values())

        self._jobs.start(work, on_success=lambda found: self._read(reading, *found), on_failure=self._tell)

    def _read(self, reading: int, cases: list[CaseView], waiting: int) -> None:
        if reading != self._reading:
            return
        self.cases = tuple(cases)
        self._view.show_count(waiting)
        self._stand(self._place())

    def _place(self) -> int:
        """Where the current case is now; where it was, when it has left the list."""
        known = self.current.id if self.current else None
        there = next((number for number, case in enumerate(self.cases) if case.id == known), self._number)
        return min(there, len(self.cases) - 1)

    def _stand(self, number: int) -> None:
        self._number = max(0, number)
        self.current = self.cases[number] if self.cases else None
        self._view.show_list(self.cases, number)
        self._view.show_case(self.current)

    def choose(self, number: int) -> None:
        """Another line of the list was picked."""
        if 0 <= number < len(self.cases) and self.cases[number] is not self.current:
            self._number, self.current = number, self.cases[number]
            self._view.show_case(self.current)

    # ---- deciding --------------------------------------------------------------------------------------------------

    def choice(self, number: int) -> ChoiceView | None:
        """The current case's choice by its number on the screen, from 1."""
        if self.current is None or self.showing_decided or not 1 <= number <= len(self.current.choices):
            return None
        return self.current.choices[number - 1]

    def decide(self, choice: ChoiceView, note: str = "", value: str = "") -> None:
        """Book the decision; a second press while it is being booked is not another one."""
        case = self.current
        if case is None or self._deciding or choice not in case.choices:
            return
        self._deciding = True
        self._jobs.start(
            lambda: services.resolve_case(self._desk, case.id, choice.code, note=note, value=value),
            on_success=lambda decided: self._decided(case, choice, decided),
            on_failure=self._not_decided,
            lane="write",
        )

    def _decided(self, case: CaseView, choice: ChoiceView, _booked: Case) -> None:
        self._deciding = False
        self._view.show_decided(case, choice)
        self._view.tell_changed(("cases",) if choice.code == NOTED else ("cases", *TOUCHED))
        self.read()

    def _not_decided(self, error: Exception) -> None:
        self._deciding = False
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, InvalidInput):
            self._view.show_invalid(error)
        elif isinstance(error, (Refused, StorageError)):
            self._view.show_problem(error)
            if isinstance(error, Refused) and error.code is RefusalCode.CASE_DECIDED:
                self.read()
        else:
            raise error
