"""What the list of members decides: which are shown, who waits to be accepted, and what is done with all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from loket.domain.entities import Id
from loket.domain.errors import DeviceError, InvalidInput, Refused, StorageError
from loket.services import house_codes, member_lists, registration
from loket.services.desk import Desk
from loket.services.house_codes import HouseCode
from loket.services.member_lists import MemberQuery, MemberState
from loket.services.registration import Applicant
from loket.services.standards import ServiceTimes, service_times
from loket.ui.jobs import JobRunner

Problem = Refused | StorageError | DeviceError
CHOSEN_BY = ("member_type", "institution", "school_class")  # fields whose values the list offers to choose from
STATES: tuple[str, ...] = ("", MemberState.ACTIVE, MemberState.EXPIRED, MemberState.SUSPENDED, MemberState.LEFT)


class FailureView(Protocol):
    """Shows what did not work: at its field, or as a sentence."""

    def show_invalid(self, error: InvalidInput) -> None: ...
    def show_problem(self, error: Problem) -> None: ...


def show_failure(view: FailureView, error: Exception) -> None:
    """An error where it belongs. Raises what is none of ours."""
    if isinstance(error, InvalidInput):
        view.show_invalid(error)
    elif isinstance(error, Problem):
        view.show_problem(error)
    else:
        raise error


class MembersView(Protocol):
    """The list as the presenter sees it."""

    def show_members(self, ids: Sequence[Id], query: MemberQuery) -> None: ...
    def go_to_house(self, code: HouseCode) -> None: ...
    def show_applicants(self, people: Sequence[Applicant]) -> None: ...
    def show_choices(self, choices: Mapping[str, Sequence[str]]) -> None: ...
    def show_times(self, times: ServiceTimes) -> None: ...
    def show_exported(self, count: int, path: Path) -> None: ...
    def show_invalid(self, error: InvalidInput) -> None: ...
    def show_problem(self, error: Problem) -> None: ...


class MembersPresenter:
    """Knows no Qt. An answer that a later question overtook is dropped."""

    def __init__(self, desk: Desk, jobs: JobRunner, view: MembersView) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self.query = MemberQuery()
        self.applicants: tuple[Applicant, ...] = ()

    # ---- what is shown ---------------------------------------------------------------------------------------------

    def ask(self, **wanted: object) -> None:
        """Change the question: a text, a state, a school …; what is not given stays."""
        self.query = replace(self.query, **wanted)  # type: ignore[arg-type]
        self.read()

    def entered(self, text: str) -> None:
        """Enter: a tag or slip of another page goes there, anything else is searched for."""
        self._jobs.start(
            lambda: house_codes.find(self._desk, text),
            on_success=lambda found: self.ask(text=text) if found is None else self._view.go_to_house(found),
            on_failure=self._failed,
        )

    def expiring(self, *, wanted: bool) -> None:
        """Only those whose card ends this month, or all again."""
        month = member_lists.expiring_in_month(self._desk.today()) if wanted else MemberQuery()
        self.ask(expiring_from=month.expiring_from, expiring_until=month.expiring_until)

    def read(self) -> None:
        asked = self.query
        self._jobs.start(
            lambda: member_lists.member_ids(self._desk, asked),
            on_success=lambda ids: self._found(ids, asked),
            on_failure=self._failed,
        )

    def _found(self, ids: Sequence[Id], asked: MemberQuery) -> None:
        if asked == self.query:
            self._view.show_members(ids, asked)

    def look_around(self) -> None:
        """Who waits to be accepted, what there is to choose from, and how quick today's registrations were."""
        if self._may_accept():
            self._jobs.start(
                lambda: registration.applicants(self._desk), on_success=self._got_applicants, on_failure=self._failed
            )
        else:
            self._got_applicants(())
        self._jobs.start(
            lambda: {field: member_lists.values_of(self._desk, field) for field in CHOSEN_BY},
            on_success=self._view.show_choices,
            on_failure=self._failed,
        )
        self._jobs.start(
            lambda: service_times(self._desk, self._desk.today()),
            on_success=self._view.show_times,
            on_failure=self._failed,
        )

    def _may_accept(self) -> bool:
        operator = self._desk.operator
        return operator is not None and bool(set(registration.STAFF) & set(operator.roles))

    def _got_applicants(self, people: Sequence[Applicant]) -> None:
        self.applicants = tuple(people)
        self._view.show_applicants(self.applicants)

    @property
    def narrowed(self) -> bool:
        """Does the list leave anybody out?"""
        return self.query != MemberQuery()

    # ---- all that are shown ----------------------------------------------------------------------------------------

    def export(self, path: Path, reason: str) -> None:
        """The list as it is shown, into a file; the reason is written down (UU 27/2022)."""
        asked = self.query

        def work() -> int:
            from loket.reports.member_lists import (
                export,  # loads a spreadsheet library, which opening a window need not
            )

            return export(self._desk, asked, path, reason=reason)

        self._jobs.start(
            work, on_success=lambda count: self._view.show_exported(count, path), on_failure=self._failed, lane="write"
        )

    def _failed(self, error: Exception) -> None:
        show_failure(self._view, error)
