"""Booking what is said about the library, its rules, its people."""

from __future__ import annotations

from dataclasses import replace

from loket.domain import events as e
from loket.domain.entities import Case, ClosedDay, Id, LoanPolicy, Operator, Rule
from loket.domain.handling import applies
from loket.domain.ports import State


@applies(e.LibraryDescribed)
def _library(state: State, stamp: e.Stamp, event: e.LibraryDescribed) -> list[Case]:
    state.put(event.library)
    return []


@applies(e.StationDescribed)
def _station(state: State, stamp: e.Stamp, event: e.StationDescribed) -> list[Case]:
    state.put(event.station)
    return []


@applies(e.RuleSet)
def _rule(state: State, stamp: e.Stamp, event: e.RuleSet) -> list[Case]:
    state.put(Rule(event.key, event.value))
    return []


@applies(e.PolicyAdopted)
def _policy_adopted(state: State, stamp: e.Stamp, event: e.PolicyAdopted) -> list[Case]:
    if event.replaces:
        _retire(state, event.replaces)
    state.put(event.policy)
    return []


@applies(e.PolicyRetired)
def _policy_retired(state: State, stamp: e.Stamp, event: e.PolicyRetired) -> list[Case]:
    _retire(state, event.policy_id)
    return []


def _retire(state: State, policy_id: Id) -> None:
    policy = state.get(LoanPolicy, policy_id)
    if policy is not None:
        state.put(replace(policy, retired=True))


@applies(e.ClosedDaysDeclared)
def _closed_days(state: State, stamp: e.Stamp, event: e.ClosedDaysDeclared) -> list[Case]:
    for day in event.days:
        state.put(day)
    return []


@applies(e.ClosedDayWithdrawn)
def _closed_day_withdrawn(state: State, stamp: e.Stamp, event: e.ClosedDayWithdrawn) -> list[Case]:
    state.drop(ClosedDay, event.on.isoformat())
    return []


@applies(e.ClockConfirmed)
def _clock_confirmed(state: State, stamp: e.Stamp, event: e.ClockConfirmed) -> list[Case]:
    return []  # the journal is where it matters


@applies(e.OverrideGranted)
def _override_granted(state: State, stamp: e.Stamp, event: e.OverrideGranted) -> list[Case]:
    return []  # read from the journal by recaps and auditors


@applies(e.OperatorAdded)
def _operator_added(state: State, stamp: e.Stamp, event: e.OperatorAdded) -> list[Case]:
    person = event.person or e.OperatorPerson("", "")
    state.put(Operator(event.operator_id, event.username, person.full_name, event.roles, person.password_hash))
    return []


@applies(e.OperatorChanged)
def _operator_changed(state: State, stamp: e.Stamp, event: e.OperatorChanged) -> list[Case]:
    operator = state.get(Operator, event.operator_id)
    if operator is None:
        return []
    person = event.person or e.OperatorPerson("", "")
    state.put(
        replace(
            operator,
            roles=event.roles,
            active=event.active,
            full_name=person.full_name,
            password_hash=person.password_hash,
            inactive_since=None if event.active else operator.inactive_since or stamp.at,
        )
    )
    return []
