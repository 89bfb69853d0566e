"""Booking members: registered, changed, merged, erased."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

from loket.domain import events as e
from loket.domain.cases import CaseClass, make_case
from loket.domain.changes import plain, with_changes
from loket.domain.entities import Case, Id, Member
from loket.domain.handling import applies, merge_fields, plain_fields, standing_member, two_versions
from loket.domain.ports import State

IDENTITY_FIELDS = {"full_name", "birth_on", "sex", "identity_type", "identity_sealed", "identity_index", "member_type"}
PERSONAL_FIELDS = frozenset(field.name for field in fields(e.Person))


@applies(e.MemberRegistered)
def _member_registered(state: State, stamp: e.Stamp, event: e.MemberRegistered) -> list[Case]:
    if state.get(Member, event.member_id) is not None:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.member_id)]
    cases = []
    same_no = tuple(member.id for member in state.members_with_no(event.member_no))
    if same_no:
        number: dict[str, Any] = {"member_no": event.member_no, "others": same_no}
        cases.append(make_case(stamp, CaseClass.CARD_DUP, "high", event.member_id, **number))
    person = event.person or e.Person(full_name="")
    if person.identity_index is not None and (twins := state.members_with_identity(person.identity_index)):
        standing = (standing_member(state, twin.id) or twin for twin in twins)
        others = tuple(sorted({twin.id for twin in standing}))
        cases.append(make_case(stamp, CaseClass.MEM_DUP, "medium", event.member_id, others=others))
    member = Member(
        id=event.member_id,
        member_no=event.member_no,
        member_type=event.member_type,
        registered_on=event.registered_on,
        valid_until=event.valid_until,
        pending=event.pending,
        **{name: getattr(person, name) for name in PERSONAL_FIELDS},
    )
    state.put(_changed_by(member, stamp))
    return cases


@applies(e.MemberChanged)
def _member_changed(state: State, stamp: e.Stamp, event: e.MemberChanged) -> list[Case]:
    """Edits of different fields merge; of the same field see `_kept`. Source: conflict class MEM_EDIT."""
    member = state.get(Member, event.member_id)
    if member is None:
        return [make_case(stamp, CaseClass.MEM_GONE, "high", event.member_id)]
    wanted = {**event.set, **(event.person_set or {})}
    was = {**event.was, **(event.person_was or {})}
    if member.erased:
        wanted = {name: value for name, value in wanted.items() if name not in PERSONAL_FIELDS}
    current = plain_fields(member, wanted)
    merged, lost = merge_fields(current, wanted, was, keep=_kept(member, stamp, wanted))
    if "suspended_until" in lost:
        merged["suspended_until"] = _longer(current["suspended_until"], wanted["suspended_until"])
    changed = with_changes(member, merged)
    state.put(_changed_by(changed, stamp) if merged else changed)
    if not lost:
        return []
    severity = "medium" if IDENTITY_FIELDS & lost.keys() else "low"
    edited = {"at": plain(member.changed_at), "by": member.changed_by, "station": member.changed_station}
    versions = two_versions(stamp, current, lost, merged, edited)
    return [make_case(stamp, CaseClass.MEM_EDIT, severity, event.member_id, **versions)]


def _kept(member: Member, stamp: e.Stamp, wanted: dict[str, Any]) -> set[str]:
    """Fields that stay when two desks changed them: who somebody is, always; the rest unless this edit is later.

    Without two sound clocks nobody knows which was later; the first to arrive stays.
    """
    later = stamp.is_sound and member.changed_at is not None and stamp.at > member.changed_at
    return IDENTITY_FIELDS | {"suspended_until"} if later else set(wanted)


def _longer(one: str | None, other: str | None) -> str | None:
    """Of two suspensions the longer: blocked wins."""
    return max((until for until in (one, other) if until), key=date.fromisoformat, default=None)


def _changed_by(member: Member, stamp: e.Stamp) -> Member:
    if not stamp.is_sound or (member.changed_at is not None and member.changed_at > stamp.at):
        return member  # a time nobody trusts must not outlast those that come after
    return replace(member, changed_at=stamp.at, changed_by=stamp.operator_id, changed_station=stamp.station_id)


@applies(e.MembersMerged)
def _members_merged(state: State, stamp: e.Stamp, event: e.MembersMerged) -> list[Case]:
    return merge_members(state, stamp, event.winner_id, event.loser_id)


def merge_members(state: State, stamp: e.Stamp, winner_id: Id, loser_id: Id) -> list[Case]:
    """The loser's open loans and charges go over to the winner; his record stays, pointing there."""
    winner, loser = standing_member(state, winner_id), standing_member(state, loser_id)
    if winner is None or loser is None:
        return [make_case(stamp, CaseClass.MEM_GONE, "high", loser_id, winner=winner_id)]
    if winner.id == loser.id:
        return []  # another desk merged them already
    for loan in state.open_loans(loser.id):
        state.put(replace(loan, member_id=winner.id))
    for charge in state.open_charges(loser.id):
        state.put(replace(charge, member_id=winner.id))
    until = max((day for day in (winner.suspended_until, loser.suspended_until) if day), default=None)
    state.put(replace(winner, suspended_until=until))
    state.put(replace(loser, left=True, merged_into=winner.id))
    return []


@applies(e.MemberErased)
def _member_erased(state: State, stamp: e.Stamp, event: e.MemberErased) -> list[Case]:
    """The row stays for its loans and sums; nothing in it, or in a case about it, says who he was."""
    member = state.get(Member, event.member_id)
    if member is None:
        return [make_case(stamp, CaseClass.MEM_GONE, "high", event.member_id)]
    blank: dict[str, Any] = {field.name: field.default for field in fields(e.Person) if field.name != "full_name"}
    state.put(replace(member, **blank, full_name="", left=True, erased=True))
    for case in state.cases_about(event.member_id):
        if case.cls == CaseClass.MEM_EDIT:
            state.put(replace(case, detail=""))
    return []
