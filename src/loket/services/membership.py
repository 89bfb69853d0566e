"""A membership goes on: renewed, suspended, given another card, taken up again.

Sources: SOP perpanjangan-kartu; SOP kartu-anggota for the card. None of these is Ctrl+Z's business, which takes back
loans and returns: a renewal too many is put right in the form, a suspension is ended, a merge undone, a card replaced.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from loket.domain import events as e
from loket.domain.circulation import is_expired, is_suspended
from loket.domain.entities import CardEnd, Id, Member, MemberCard
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.settings import Settings
from loket.services.desk import Action, Desk
from loket.services.fees import Fee, raise_fee
from loket.services.member_forms import MemberForm, form_of, membership_until
from loket.services.member_records import DECIDERS, demand_reason, the_member
from loket.services.members import card_in_use
from loket.services.registration import STAFF, change_in


@dataclass(frozen=True, slots=True)
class Renewed:
    """`fee_rp` is what he owes for it now; 0 where it is free."""

    member: Member
    was_valid_until: date | None
    fee_rp: int


@dataclass(frozen=True, slots=True)
class Replaced:
    """Another card, and the code that opens nobody from now on."""

    member: Member
    card: MemberCard
    old_code: str
    fee_rp: int


# ---- renewal ------------------------------------------------------------------------------------------------------


def renew(
    desk: Desk,
    member_id: Id,
    *,
    form: MemberForm | None = None,
    was: Member | None = None,
    photo: str | None = None,
    valid_until: date | None = None,
    began_at: datetime | None = None,
) -> Renewed:
    """Renew a membership, with his data as they were re-checked; whoever had left is back. SOP perpanjangan-kartu.

    `form`, `was` and `photo` are as in `registration.change`; the form's own date of validity is not looked at:
    `valid_until` says it, or `renewed_until`. Raises InvalidInput naming the field; Refused: MEMBER_PENDING,
    MEMBER_ERASED, CLOCK_DOUBTFUL, NOT_SIGNED_IN, ROLE_MISSING.
    """
    with desk.action(began_at) as act:
        act.demand_role(*STAFF)
        act.demand_sound_clock()
        member = the_member(act, member_id)
        until = valid_until or renewed_until(member, act.today, act.rules.settings)
        latest = max(day for day in (act.today, member.valid_until) if day is not None)
        if until is not None and until <= latest:
            raise InvalidInput("valid_until", "date_not_after", after=latest)
        if form is not None:
            base = was or member
            change_in(act, member.id, replace(form, valid_until=form_of(base).valid_until), base, photo)
        act.record(e.MembershipRenewed(member.id, act.today, until, member.valid_until))
        fee_rp = raise_fee(act, member.id, Fee.RENEWAL)
        return Renewed(the_member(act, member.id), member.valid_until, fee_rp)


def renewed_until(member: Member, today: date, settings: Settings) -> date | None:
    """Where a renewal ends: a membership's length after the old expiry while it still runs, else after today.

    Coming early costs nobody days he has paid for, and coming late gives none away. None: for life.
    """
    runs = member.valid_until is not None and not is_expired(member, today) and not member.left
    return membership_until(settings, member.valid_until if runs and member.valid_until else today)


# ---- cards --------------------------------------------------------------------------------------------------------


def replace_card(desk: Desk, member_id: Id, end: CardEnd, *, began_at: datetime | None = None) -> Replaced:
    """Give him a card with another code; the old one then answers "kartu lama, sudah diganti".

    `end` says why: lost and damaged cost the replacement fee, changed does not. Raises Refused: MEMBER_LEFT,
    MEMBER_PENDING, MEMBER_ERASED, CLOCK_DOUBTFUL, ROLE_MISSING; ValueError for IN_USE.
    """
    if end is CardEnd.IN_USE:
        raise ValueError(end)
    with desk.action(began_at) as act:
        act.demand_role(*STAFF)
        act.demand_sound_clock()
        member = the_member(act, member_id)
        if member.left:
            raise Refused(RefusalCode.MEMBER_LEFT)
        old = card_in_use(act.state, member.id)
        old_code = old.code if old else member.member_no
        old_id = old.id if old else act.new_id()  # before the new one's: keys tell which card came first
        card = MemberCard(act.new_id(), member.id, _free_code(act, member), act.today)
        act.record(e.CardIssued(card.id, member.id, card.code, act.today, end.value, old_id, old_code))
        fee_rp = 0 if end is CardEnd.CHANGED else raise_fee(act, member.id, Fee.REPLACEMENT)
        return Replaced(member, card, old_code, fee_rp)


def _free_code(act: Action, member: Member) -> str:
    """Number, counter and running issue, as "26L1-00012-L1-2": two counters that never met give out different ones."""
    state = act.state
    issue = len({card.code for card in state.cards_of(member.id)} | {member.member_no}) + 1
    while True:
        code = f"{member.member_no}-{act.desk.station.code}-{issue}"
        if not (state.cards_with_code(code) or state.members_with_no(code) or state.items_with_barcode(code)):
            return code
        issue += 1


# ---- suspended, and back ------------------------------------------------------------------------------------------


def suspend(desk: Desk, member_id: Id, until: date, reason: str) -> Member:
    """No loans up to and including that day. Raises InvalidInput("until" or "reason"); Refused: ROLE_MISSING, …

    A suspension that runs longer already stays: it is ended first, with a reason of its own.
    """
    reason = demand_reason(reason)
    with desk.action() as act:
        act.demand_role(*DECIDERS)
        member = the_member(act, member_id)
        if until <= act.today:
            raise InvalidInput("until", "date_not_after", after=act.today)
        if member.suspended_until is not None and member.suspended_until > until:
            raise InvalidInput("until", "suspended_longer", until=member.suspended_until)
        act.record(e.MemberSuspended(member.id, until, member.suspended_until, reason))
        return the_member(act, member.id)


def end_suspension(desk: Desk, member_id: Id, reason: str) -> Member:
    """He may borrow again from now on. Raises Refused: NOT_SUSPENDED, ROLE_MISSING, …; InvalidInput("reason")."""
    reason = demand_reason(reason)
    with desk.action() as act:
        act.demand_role(*DECIDERS)
        member = the_member(act, member_id)
        if not is_suspended(member, act.today):
            raise Refused(RefusalCode.NOT_SUSPENDED)
        act.record(e.SuspensionEnded(member.id, act.today, member.suspended_until, reason))
        return the_member(act, member.id)


def readmit(desk: Desk, member_id: Id) -> Member:
    """Somebody who had left is a member again, with his number and his card. An expired one is renewed besides.

    Who had not left comes back unchanged. Raises Refused: MEMBER_PENDING, MEMBER_ERASED, ROLE_MISSING.
    """
    with desk.action() as act:
        act.demand_role(*STAFF)
        member = the_member(act, member_id)
        if not member.left:
            return member
        act.record(e.MemberChanged(member.id, {"left": False}, {"left": True}))
        return the_member(act, member.id)
