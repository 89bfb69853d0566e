"""The library, its rules, and the people who work there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loket.domain.entities import ClosedDay, Id, Library, LoanPolicy, Station
from loket.domain.events.base import Event, event, personal


@event
class LibraryDescribed(Event):
    library: Library


@event
class StationDescribed(Event):
    station: Station


@event
class RuleSet(Event):
    key: str
    value: str
    was: str | None = None


@event
class PolicyAdopted(Event):
    policy: LoanPolicy
    replaces: Id | None = None


@event
class PolicyRetired(Event):
    policy_id: Id


@event
class ClosedDaysDeclared(Event):
    days: tuple[ClosedDay, ...]


@event
class ClosedDayWithdrawn(Event):
    on: date


@event
class ClockConfirmed(Event):
    """An operator looked at the date and said it is right."""

    claimed_on: date


@dataclass(frozen=True, slots=True)
class OperatorPerson:
    full_name: str
    password_hash: str


@event
class OperatorAdded(Event):
    operator_id: Id
    username: str
    roles: tuple[str, ...]
    person: OperatorPerson | None = personal()


@event
class OperatorChanged(Event):
    operator_id: Id
    roles: tuple[str, ...]
    active: bool
    person: OperatorPerson | None = personal()


@event
class OverrideGranted(Event):
    """A supervisor let a refused action pass. Stands before the action it allows, in the same transaction."""

    override_id: Id
    supervisor_id: Id
    codes: tuple[str, ...]
    reason: str
    member_id: Id | None = None
    item_id: Id | None = None
