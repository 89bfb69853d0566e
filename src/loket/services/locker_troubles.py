"""What goes wrong with a locker: its tag is lost, it has to be opened, it is out of order, things must move.

Source: SOP penitipan-barang, step 9: without the tag things go back only on proof of ownership. Two people stand by
both that and a forced opening, and a signed paper says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from loket.db.meta import get_meta, set_meta
from loket.domain import events as e
from loket.domain.entities import Charge, Id, Library, Locker, LockerEnd, LockerUse
from loket.domain.errors import RefusalCode, Refused
from loket.domain.handling import standing_member
from loket.domain.pledges import check_last, check_note, check_type
from loket.domain.receipt_no import roman, series
from loket.services import slip_queue
from loket.services.approval import second_person
from loket.services.circulation import Approval
from loket.services.desk import Action, Desk
from loket.services.fees import Fee, raise_charge
from loket.services.lockers import (
    UseView,
    demand_free,
    demand_kept,
    demand_lying,
    demand_signed_in,
    number_of,
    operator_name,
    the_locker,
    the_use,
    use_view,
    view_of,
)
from loket.services.receipts import station_life
from loket.services.tariffs import tariff_for

LONGEST_PROOF, LONGEST_REASON = 300, 120
_PAPER = "PL"  # penitipan loker: the letters of a statement's number
_LAST = "last_number:{series}"  # in `meta`


@dataclass(frozen=True, slots=True)
class LostTag:
    """How somebody without his tag showed that the things are his.

    `identity_last4`: the last four signs of the document's number, never more. `proof`: what he said lies in it.
    """

    identity_type: str
    identity_last4: str
    proof: str


@dataclass(frozen=True, slots=True)
class Closed:
    """A use that did not end by its tag.

    `charge`: what a member owes for the tag. `sold_at_cash_desk`: a guest owes nothing; the cash desk sells it to him.
    """

    view: UseView
    statement_no: str
    charge: Charge | None = None
    sold_at_cash_desk: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """What the paper says that three people sign.

    Attributes:
        shown: the document that was shown, with its last four signs; "" for a forced opening.
        reason: why it was opened; "" for a lost tag.
        proof: how ownership was shown, or what was found and where it is kept.
        at: when, by the library's clock. witness: the second person.
        amount_rp: what the lost tag costs, 0 where nothing is asked.
    """

    view: UseView
    library: Library
    number: str
    at: datetime
    shown: str
    reason: str
    proof: str
    witness: str
    amount_rp: int

    @property
    def is_lost_tag(self) -> bool:
        return self.view.use.end is LockerEnd.LOST_TAG


# ---- the tag is lost ----------------------------------------------------------------------------------------------


def lost_tag_rp(desk: Desk) -> int:
    """What a lost tag costs by the tariff in force; 0: nothing may be asked."""
    with desk.view() as act:
        tariff = tariff_for(act, Fee.LOST_TAG)
        return tariff.amount_rp if tariff is not None else 0


def tag_lost(desk: Desk, use_id: Id, lost: LostTag, approval: Approval | None, *, charge: bool = False) -> Closed:
    """Give the things back without the tag, on proof and before a second person.

    `charge`: the tag is to be paid for. A member then owes it; a guest pays it at the cash desk, where it is sold.
    Raises Refused: NOT_SIGNED_IN, LOCKER_USE_UNKNOWN, LOCKER_DONE, APPROVAL_NEEDED, SECOND_PERSON, ROLE_MISSING,
    NO_TARIFF; InvalidInput: "identity_type", "identity_last4", "proof", "reason".
    """
    with desk.action() as act:
        use = demand_kept(act, use_id)
        kind = check_type("identity_type", lost.identity_type)
        last = check_last("identity_last4", lost.identity_last4)
        proof = check_note("proof", lost.proof, LONGEST_PROOF, needed=True)
        witness = second_person(act, approval)
        owed = _charge(act, use) if charge else None
        number = _next_statement(act)
        act.record(
            e.LockerTagLost(
                use_id=use.id,
                locker_id=use.locker_id,
                returned_on=act.today,
                statement_no=number,
                identity_type=kind,
                identity_last4=last,
                witness_id=witness,
                charge_id=owed.id if owed else None,
                proof=f"{kind} …{last}\n{proof}",
            )
        )
        slip_queue.forget(act, use.id)
        return Closed(use_view(act, use.id), number, owed, sold_at_cash_desk=charge and owed is None)


def _charge(act: Action, use: LockerUse) -> Charge | None:
    """What the holder owes for the tag; None for a guest. Raises Refused(NO_TARIFF) where nothing may be asked."""
    tariff = tariff_for(act, Fee.LOST_TAG)
    if tariff is None or tariff.amount_rp == 0:
        raise Refused(RefusalCode.NO_TARIFF, charge_kind=Fee.LOST_TAG.value)
    member = standing_member(act.state, use.member_id) if use.member_id else None
    return raise_charge(act, member.id, Fee.LOST_TAG) if member is not None and not member.erased else None


# ---- opened by staff ----------------------------------------------------------------------------------------------


def force_open(desk: Desk, use_id: Id, reason: str, approval: Approval | None, *, found: str = "") -> Closed:
    """Open a locker and take what lies in it into keeping, before a second person. The tag still fetches the things.

    `found`: what was found and where it is kept. Raises Refused: NOT_SIGNED_IN, LOCKER_USE_UNKNOWN, LOCKER_DONE,
    APPROVAL_NEEDED, SECOND_PERSON, ROLE_MISSING; InvalidInput: "reason", "found".
    """
    with desk.action() as act:
        use = demand_lying(act, use_id)
        why = check_note("reason", reason, LONGEST_REASON, needed=True)
        what = check_note("found", found, LONGEST_PROOF, needed=True)
        witness, number = second_person(act, approval), _next_statement(act)
        act.record(e.LockerForced(use.id, use.locker_id, act.today, why, witness, number, what))
        return Closed(use_view(act, use.id), number)


# ---- another place, out of order ----------------------------------------------------------------------------------


def move(desk: Desk, use_id: Id, to_locker_id: Id, reason: str = "") -> UseView:
    """Put the things into another locker; the tag stays what it is.

    Raises Refused: NOT_SIGNED_IN, LOCKER_USE_UNKNOWN, LOCKER_DONE, LOCKER_UNKNOWN, LOCKER_SAME, LOCKER_OUT_OF_ORDER,
    LOCKER_TAKEN; InvalidInput("reason").
    """
    with desk.action() as act:
        demand_signed_in(act)
        use = demand_lying(act, use_id)
        if to_locker_id == use.locker_id:
            raise Refused(RefusalCode.LOCKER_SAME, number=number_of(act, use))
        target = demand_free(act, to_locker_id)
        why = check_note("reason", reason, LONGEST_REASON)
        act.record(e.LockerMoved(use.id, use.locker_id, target.id, number_of(act, use), why))
        return use_view(act, use.id)


def set_out_of_order(desk: Desk, locker_id: Id, reason: str) -> Locker:
    """Not given out until it is mended; what lies in it stays until it is fetched.

    Raises Refused: NOT_SIGNED_IN, LOCKER_UNKNOWN; InvalidInput("reason").
    """
    return _order(desk, locker_id, check_note("reason", reason, LONGEST_REASON, needed=True))


def put_in_order(desk: Desk, locker_id: Id) -> Locker:
    """It may be given out again. Raises Refused: NOT_SIGNED_IN, LOCKER_UNKNOWN."""
    return _order(desk, locker_id, "")


def _order(desk: Desk, locker_id: Id, why: str) -> Locker:
    with desk.action() as act:
        demand_signed_in(act)
        locker = the_locker(act, locker_id)
        if locker.out_of_order != why:
            act.record(e.LockerSet(replace(locker, out_of_order=why)))
        return the_locker(act, locker_id)


# ---- the paper ----------------------------------------------------------------------------------------------------


def statement(desk: Desk, use_id: Id) -> Statement:
    """What the signed paper about this use says. Raises Refused(LOCKER_USE_UNKNOWN) where there is none."""
    with desk.view() as act:
        use = the_use(act, use_id)
        if not use.statement_no or use.ended_at is None:
            raise Refused(RefusalCode.LOCKER_USE_UNKNOWN)
        first, _, rest = use.proof.partition("\n")
        lost = use.end is LockerEnd.LOST_TAG
        charge = act.state.get(Charge, use.charge_id) if use.charge_id else None
        return Statement(
            view=view_of(act, use),
            library=desk.library,
            number=use.statement_no,
            at=desk.local(use.ended_at),
            shown=first if lost else "",
            reason="" if lost else first,
            proof=rest,
            witness=operator_name(act, use.witness_id),
            amount_rp=charge.amount_rp if charge else 0,
        )


def _next_statement(act: Action) -> str:
    """ "003/PL/L1/XI/2026": counts in a calendar year at this counter, and is never given twice."""
    own = station_life(act)
    key = _LAST.format(series=series(_PAPER, own, act.today.year))
    running = int(get_meta(act.driver, key) or 0) + 1
    set_meta(act.driver, key, str(running))
    return f"{running:03d}/{_PAPER}/{own}/{roman(act.today.month)}/{act.today.year}"
