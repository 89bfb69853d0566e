"""Booking members: registered, changed, merged, erased."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

from loket.domain import events as e
from loket.domain.cases import CaseClass, make_case
from loket.domain.changes import plain, with_changes
from loket.domain.entities import CardEnd, CardPrint, Case, Charge, Id, Member, MemberCard
from loket.domain.handling import (
    applies,
    merge_fields,
    plain_fields,
    settle_anew,
    standing_member,
    two_versions,
)
from loket.domain.ports import State

IDENTITY_FIELDS = {"full_name", "birth_on", "sex", "identity_type", "identity_sealed", "identity_index", "member_type"}
PERSONAL_FIELDS = frozenset(field.name for field in fields(e.Person))


@applies(e.MemberRegistered)
def _member_registered(state: State, stamp: e.Stamp, event: e.MemberRegistered) -> list[Case]:
    known = state.get(Member, event.member_id)
    if known is not None and not _erased_before(known):
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.member_id)]
    cases = _taken(state, stamp, event.member_id, event.member_no)
    person = e.Person(full_name="") if known or event.person is None else event.person
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
        left=known is not None,
        erased=known is not None,
        **{name: getattr(person, name) for name in PERSONAL_FIELDS},
    )
    state.put(_changed_by(member, stamp))
    return cases


def _taken(state: State, stamp: e.Stamp, member_id: Id, member_no: str) -> list[Case]:
    """A case when the number is another member's already. An applicant has none yet."""
    others = [member.id for member in state.members_with_no(member_no) if member.id != member_id] if member_no else []
    number: dict[str, Any] = {"member_no": member_no, "others": tuple(others)}
    return [make_case(stamp, CaseClass.CARD_DUP, "high", member_id, **number)] if others else []


@applies(e.ApplicantAccepted)
def _applicant_accepted(state: State, stamp: e.Stamp, event: e.ApplicantAccepted) -> list[Case]:
    """Accepted at two desks, he keeps the number he got first."""
    member = state.get(Member, event.member_id)
    if member is None:
        return [make_case(stamp, CaseClass.MEM_GONE, "high", event.member_id)]
    if not member.pending:
        edited = {"at": plain(member.changed_at), "by": member.changed_by, "station": member.changed_station}
        here, there = {"member_no": member.member_no}, {"member_no": event.member_no}
        versions = two_versions(stamp, here, there, {}, edited)
        return [make_case(stamp, CaseClass.MEM_EDIT, "medium", member.id, **versions)] if here != there else []
    accepted = replace(
        member,
        pending=False,
        left=member.erased or member.merged_into is not None,
        member_no=event.member_no,
        member_type=event.member_type,
        registered_on=event.accepted_on,
        valid_until=event.valid_until,
    )
    state.put(_changed_by(accepted, stamp))
    return _taken(state, stamp, member.id, event.member_no)


@applies(e.ApplicantDeclined)
def _applicant_declined(state: State, stamp: e.Stamp, event: e.ApplicantDeclined) -> list[Case]:
    """Nobody who was accepted elsewhere meanwhile is sent away."""
    member = state.get(Member, event.member_id)
    if member is not None and member.pending:
        state.put(_changed_by(replace(member, left=True), stamp))
    return [] if member is not None else [make_case(stamp, CaseClass.MEM_GONE, "high", event.member_id)]


@applies(e.MembershipRenewed)
def _membership_renewed(state: State, stamp: e.Stamp, event: e.MembershipRenewed) -> list[Case]:
    """Renewed at two desks, the longer one counts. Whoever had left is back."""
    member = standing_member(state, event.member_id)
    if member is None:
        return [make_case(stamp, CaseClass.MEM_GONE, "high", event.member_id)]
    both = member.valid_until, event.valid_until
    until = None if event.valid_until is None else max(day for day in both if day is not None)
    if member.valid_until is None and event.was_valid_until is not None:
        until = None  # made a member for life meanwhile
    state.put(_changed_by(replace(member, valid_until=until, left=member.erased), stamp))
    return []


@applies(e.MemberSuspended)
def _member_suspended(state: State, stamp: e.Stamp, event: e.MemberSuspended) -> list[Case]:
    """Of two suspensions the longer stands: blocked wins."""
    member = standing_member(state, event.member_id)
    if member is None:
        return [make_case(stamp, CaseClass.MEM_GONE, "high", event.member_id)]
    if member.suspended_until is None or member.suspended_until <= event.until:
        why = "" if member.erased else event.reason or ""
        state.put(_changed_by(replace(member, suspended_until=event.until, suspended_why=why), stamp))
    return []


@applies(e.SuspensionEnded)
def _suspension_ended(state: State, stamp: e.Stamp, event: e.SuspensionEnded) -> list[Case]:
    """Ends the suspension this desk knew of; a longer one made elsewhere since stays, and somebody is told."""
    member = standing_member(state, event.member_id)
    if member is None:
        return [make_case(stamp, CaseClass.MEM_GONE, "high", event.member_id)]
    until = member.suspended_until
    if until is not None and (event.was_until is None or until > event.was_until):
        edited = {"at": plain(member.changed_at), "by": member.changed_by, "station": member.changed_station}
        here = {"suspended_until": plain(until)}
        versions = two_versions(stamp, here, {"suspended_until": None}, {}, edited)
        return [make_case(stamp, CaseClass.MEM_EDIT, "low", member.id, **versions)]
    state.put(_changed_by(replace(member, suspended_until=None, suspended_why=""), stamp))
    return []


# ---- cards, fees, letters -----------------------------------------------------------------------------------------


@applies(e.CardIssued)
def _card_issued(state: State, stamp: e.Stamp, event: e.CardIssued) -> list[Case]:
    """The old card ends, and with it any other one that still opened this member: one person, one card."""
    if state.get(MemberCard, event.card_id) is not None:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.card_id)]
    others = tuple(card.member_id for card in state.cards_with_code(event.code) if card.member_id != event.member_id)
    if event.old_card_id is not None and state.get(MemberCard, event.old_card_id) is None:
        state.put(MemberCard(event.old_card_id, event.member_id, event.old_code, event.issued_on))
    for card in state.cards_of(event.member_id):
        if card.end is CardEnd.IN_USE:
            state.put(replace(card, end=CardEnd(event.end or CardEnd.CHANGED), ended_on=event.issued_on))
    state.put(MemberCard(event.card_id, event.member_id, event.code, event.issued_on))
    number: dict[str, Any] = {"member_no": event.code, "others": others}
    return [make_case(stamp, CaseClass.CARD_DUP, "high", event.member_id, **number)] if others else []


@applies(e.CardPrinted)
def _card_printed(state: State, stamp: e.Stamp, event: e.CardPrinted) -> list[Case]:
    if state.get(CardPrint, event.print_id) is not None:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.print_id)]
    place = stamp.station_id, stamp.operator_id
    why = event.design, event.reason, event.printed_on
    printed = CardPrint(event.print_id, event.member_id, event.code, *why, *place, event.spoilt)
    state.put(printed)
    return []


@applies(e.FeeRaised)
def _fee_raised(state: State, stamp: e.Stamp, event: e.FeeRaised) -> list[Case]:
    """A charge that is known stays as it is: it may have been paid since."""
    if state.get(Charge, event.charge_id) is not None:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.charge_id)]
    member = standing_member(state, event.member_id)
    payer = member.id if member else event.member_id
    fee = Charge(event.charge_id, payer, event.kind, event.amount_rp, event.raised_on, legal_basis=event.legal_basis)
    settle_anew(state, replace(fee, moved_from=event.member_id if payer != event.member_id else None))
    return [] if member else [make_case(stamp, CaseClass.MEM_GONE, "high", event.member_id)]


@applies(e.ClearanceIssued)
def _clearance_issued(state: State, stamp: e.Stamp, event: e.ClearanceIssued) -> list[Case]:
    member = standing_member(state, event.member_id)
    if member is None:
        return [make_case(stamp, CaseClass.MEM_GONE, "high", event.member_id)]
    cleared = replace(member, cleared_on=event.issued_on, clearance_no=event.letter_no)
    state.put(_changed_by(replace(cleared, left=member.left or event.leaves), stamp))
    return []


@applies(e.IdentityShown)
def _identity_shown(state: State, stamp: e.Stamp, event: e.IdentityShown) -> list[Case]:
    return []  # that it stands in the journal is its purpose


@applies(e.MembersExported)
def _members_exported(state: State, stamp: e.Stamp, event: e.MembersExported) -> list[Case]:
    return []  # that it stands in the journal is its purpose


# ---- changed, merged, erased --------------------------------------------------------------------------------------


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
    taken = _taken(state, stamp, member.id, changed.member_no) if changed.member_no != member.member_no else []
    if not lost:
        return taken
    severity = "medium" if IDENTITY_FIELDS & lost.keys() else "low"
    edited = {"at": plain(member.changed_at), "by": member.changed_by, "station": member.changed_station}
    versions = two_versions(stamp, current, lost, merged, edited)
    return [*taken, make_case(stamp, CaseClass.MEM_EDIT, severity, event.member_id, **versions)]


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
    """The loser's open loans, charges and credits go over to the winner; his record stays, pointing there."""
    winner, loser = standing_member(state, winner_id), standing_member(state, loser_id)
    if winner is None or loser is None:
        return [make_case(stamp, CaseClass.MEM_GONE, "high", loser_id, winner=winner_id)]
    if winner.id == loser.id:
        return []  # another desk merged them already
    for loan in state.open_loans(loser.id):
        state.put(replace(loan, member_id=winner.id, moved_from=loan.moved_from or loser.id))
    for charge in [*state.open_charges(loser.id), *state.credits_of(loser.id)]:
        state.put(replace(charge, member_id=winner.id, moved_from=charge.moved_from or loser.id))
    until = max((day for day in (winner.suspended_until, loser.suspended_until) if day), default=None)
    state.put(replace(winner, suspended_until=until))
    state.put(replace(loser, left=True, merged_into=winner.id))
    return []


@applies(e.MergeUndone)
def _merge_undone(state: State, stamp: e.Stamp, event: e.MergeUndone) -> list[Case]:
    """What came from the loser goes back to him, also what ended since. A suspension stays with both: blocked wins."""
    loser = state.get(Member, event.loser_id)
    if loser is None:
        return [make_case(stamp, CaseClass.MEM_GONE, "high", event.loser_id)]
    if loser.merged_into != event.winner_id or loser.erased:
        return []  # another desk took it back already, or there is nobody to give it back to
    for came_from in _records_of(state, loser.id):
        moved_from = None if came_from == loser.id else came_from
        for loan in state.loans_moved_from(came_from):
            state.put(replace(loan, member_id=loser.id, moved_from=moved_from))
            for charge in state.charges_of_loan(loan.id):
                state.put(replace(charge, member_id=loser.id, moved_from=moved_from))
        for charge in state.charges_moved_from(came_from):
            state.put(replace(charge, member_id=loser.id, moved_from=moved_from))
    state.put(_changed_by(replace(loser, left=False, merged_into=None), stamp))
    return []


def _records_of(state: State, member_id: Id) -> list[Id]:
    """His record, and those that were merged into it before, at any remove."""
    found = [member_id]
    for record in found:  # grows while it is walked
        found += [member.id for member in state.members_merged_into(record) if member.id not in found]
    return found


def _erased_before(member: Member) -> bool:
    """Whether the row only says that its person, who was not known yet, is erased."""
    return member.erased and member.registered_on is None


@applies(e.MemberErased)
def _member_erased(state: State, stamp: e.Stamp, event: e.MemberErased) -> list[Case]:
    """The row stays for its loans and sums; nothing in it, or in a case about it, says who he was.

    Where he is not known yet, a row says so already: what is booked of him later finds him erased.
    """
    member = state.get(Member, event.member_id) or Member(event.member_id, "", "", "")
    blank: dict[str, Any] = {field.name: field.default for field in fields(e.Person) if field.name != "full_name"}
    state.put(replace(member, **blank, full_name="", suspended_why="", left=True, erased=True))
    for case in state.cases_about(event.member_id):
        if case.cls == CaseClass.MEM_EDIT:
            state.put(replace(case, detail=""))
    return []
