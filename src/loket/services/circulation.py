"""Lending, renewing, returning and declaring copies lost, damaged or found.

Sources: SOP peminjaman step 6, perpanjangan-buku step 5, pengembalian steps 5-6.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from loket.domain import circulation as rules
from loket.domain import events as e
from loket.domain.apply_circulation import loans_of_person
from loket.domain.entities import (
    Biblio,
    Id,
    Item,
    ItemStatus,
    Loan,
    LoanPolicy,
    Member,
    VisitSource,
)
from loket.domain.errors import Block, RefusalCode, Refused
from loket.domain.policy import DEFAULT_POLICY, choose_policy
from loket.services.desk import Action, Desk
from loket.services.visit_counting import BORROWING, count_member


@dataclass(frozen=True, slots=True)
class Approval:
    """A supervisor's word, already checked by password or PIN, with the reason given."""

    supervisor_id: Id
    reason: str


@dataclass(frozen=True, slots=True)
class Lent:
    """A loan made. `policy` and `due` explain the date; `overridden` are the rules a supervisor waived."""

    event_id: Id
    loan: Loan
    member: Member
    item: Item
    biblio: Biblio
    due: rules.DueDate
    policy: LoanPolicy
    overridden: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Returned:
    """A loan ended by its return: whose it was, how late, and what that costs."""

    event_id: Id
    loan: Loan
    member: Member
    item: Item
    biblio: Biblio
    lateness: rules.Lateness
    policy: LoanPolicy
    charge_id: Id | None
    open_loans: int


@dataclass(frozen=True, slots=True)
class Renewed:
    event_id: Id
    loan: Loan
    member: Member
    item: Item
    biblio: Biblio
    due: rules.DueDate
    policy: LoanPolicy
    overridden: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Declared:
    """A copy's new status, with the loan it ended and the charge it raised, if any."""

    event_id: Id
    item: Item
    biblio: Biblio
    was: ItemStatus
    member: Member | None
    charge_rp: int


@dataclass(frozen=True, slots=True)
class Noted:
    """A return that ended no loan known here."""

    event_id: Id
    item: Item
    biblio: Biblio


def check_out(
    desk: Desk, *, member_id: Id, item_id: Id, began_at: datetime | None = None, approval: Approval | None = None
) -> Lent:
    """Lend one item. Raises Refused with every rule that stands in the way; an approval waives the waivable ones."""
    with desk.action(began_at) as act:
        return lend(act, member_id, item_id, approval)


def lend(act: Action, member_id: Id, item_id: Id, approval: Approval | None = None) -> Lent:
    """`check_out` inside the caller's transaction."""
    act.demand_sound_clock()
    member, item = _member(act, member_id), _item(act, item_id)
    if item.loan_id is not None:
        raise Refused(RefusalCode.ITEM_ON_LOAN, barcode=item.barcode)
    settings = act.rules.settings
    policy = choose_policy(act.rules.policies, member.member_type, item.collection_kind, settings.policy_order)
    loans = loans_of_person(act.state, member)
    charges = act.state.open_charges(member.id)
    blocks = rules.member_blocks(member, act.today, loans, charges, settings)
    blocks += rules.loan_blocks(item, loans, policy, settings)
    override_id = waive_blocks(act, blocks, approval, member.id, item.id)
    due = rules.due_date(act.today, policy.loan_days, policy, settings, act.rules.calendar, _expiry(member, act))
    event = e.ItemLent(
        loan_id=act.new_id(),
        member_id=member.id,
        item_id=item.id,
        biblio_id=item.biblio_id,
        policy_id=policy.id,
        lent_on=act.today,
        due_on=due.on,
        max_items=policy.max_items,
        override_id=override_id,
        item_seen_at=item.seen_at,
    )
    event_id, _ = act.record(event)
    if settings.visit_on_loan:
        count_member(act, member, purpose=BORROWING, source=VisitSource.LOAN)  # a borrower is also a visitor
    loan = act.state.get(Loan, event.loan_id)
    assert loan is not None
    return Lent(event_id, loan, member, item, biblio_of(act, item), due, policy, blocks)


def check_in(desk: Desk, *, item_id: Id, began_at: datetime | None = None) -> Returned:
    """Take one item back, whoever borrowed it. Raises Refused(ITEM_NOT_ON_LOAN) when it is not out."""
    with desk.action(began_at) as act:
        return take_back(act, item_id)


def take_back(act: Action, item_id: Id) -> Returned:
    """`check_in` inside the caller's transaction. The fine follows the policy the loan was made under."""
    item = _item(act, item_id)
    loan = act.state.get(Loan, item.loan_id) if item.loan_id else None
    if loan is None:
        raise Refused(RefusalCode.ITEM_NOT_ON_LOAN, barcode=item.barcode)
    member, policy = _member(act, loan.member_id), policy_of(act, loan)
    late = rules.lateness(loan.due_on, act.today, policy, act.rules.calendar)
    charge_id = act.new_id() if late.fine_rp else None
    event = e.ItemReturned(
        loan_id=loan.id,
        item_id=item.id,
        member_id=member.id,
        returned_on=act.today,
        late_days=late.counted_days,
        charge_id=charge_id,
        fine_rp=late.fine_rp,
        suspended_until=rules.suspended_until(member, act.today, late.suspension_days),
        suspended_was=member.suspended_until,
    )
    event_id, _ = act.record(event)
    left = len(act.state.open_loans(member.id))
    after = act.state.get(Member, member.id) or member
    return Returned(event_id, loan, after, item, biblio_of(act, item), late, policy, charge_id, left)


def note_return(act: Action, barcode: str, item: Item | None) -> Noted:
    """A copy came back that no loan is known of here: while counters work apart, another desk may have lent it.

    It is booked all the same, and ends that loan when both meet at the server. Source: conflict class RET_UNKNOWN.
    """
    item_id = item.id if item else act.new_id()
    event_id, _ = act.record(e.ReturnNoted(barcode, item_id, act.today))
    noted = _item(act, item_id)
    return Noted(event_id, noted, biblio_of(act, noted))


def renew(desk: Desk, *, item_id: Id, began_at: datetime | None = None, approval: Approval | None = None) -> Renewed:
    """Renew the loan of an item that was shown. Raises Refused with every rule that stands in the way."""
    with desk.action(began_at) as act:
        return prolong(act, item_id, approval)


def prolong(act: Action, item_id: Id, approval: Approval | None = None) -> Renewed:
    """`renew` inside the caller's transaction."""
    act.demand_sound_clock()
    item = _item(act, item_id)
    loan = act.state.get(Loan, item.loan_id) if item.loan_id else None
    if loan is None:
        raise Refused(RefusalCode.ITEM_NOT_ON_LOAN, barcode=item.barcode)
    member, policy, settings = _member(act, loan.member_id), policy_of(act, loan), act.rules.settings
    others = [other for other in act.state.open_loans(member.id) if other.id != loan.id]
    start = rules.renewal_start(loan, act.today, settings)
    due = rules.due_date(start, policy.renewal_days, policy, settings, act.rules.calendar, _expiry(member, act))
    blocks = rules.renewal_blocks(loan, due, policy, settings, act.today)
    blocks += rules.member_blocks(member, act.today, others, act.state.open_charges(member.id), settings)
    override_id = waive_blocks(act, blocks, approval, member.id, item.id)
    event_id, _ = act.record(e.LoanRenewed(loan.id, due.on, loan.due_on, loan.renewals + 1, override_id))
    renewed = act.state.get(Loan, loan.id) or loan
    return Renewed(event_id, renewed, member, item, biblio_of(act, item), due, policy, blocks)


def declare(
    desk: Desk,
    *,
    item_id: Id,
    status: ItemStatus,
    note: str = "",
    charge_rp: int = 0,
    began_at: datetime | None = None,
) -> Declared:
    """Say what became of a copy: lost (ends its loan), damaged, in repair, found again.

    A charge is possible only while the copy is on loan; its amount is what the library's rule on lost or damaged
    books says. Raises Refused(ITEM_HAS_LOAN) when a copy on loan is said to be on the shelf.
    """
    with desk.action(began_at) as act:
        item = _item(act, item_id)
        loan = act.state.get(Loan, item.loan_id) if item.loan_id else None
        if loan is not None and status not in (ItemStatus.LOST, ItemStatus.DAMAGED):
            raise Refused(RefusalCode.ITEM_HAS_LOAN, barcode=item.barcode)
        member = _member(act, loan.member_id) if loan else None
        charged = charge_rp if member else 0
        event = e.ItemDeclared(
            item_id=item.id,
            status=status,
            was=item.status,
            note=note,
            loan_id=loan.id if loan else None,
            member_id=member.id if member else None,
            charge_id=act.new_id() if charged else None,
            charge_rp=charged,
            declared_on=act.today,
        )
        event_id, _ = act.record(event)
        after = act.state.get(Item, item.id) or item
        return Declared(event_id, after, biblio_of(act, item), item.status, member, charged)


# ---- parts --------------------------------------------------------------------------------------------------------


def policy_of(act: Action, loan: Loan) -> LoanPolicy:
    """The terms the loan was made under, also after they were replaced."""
    return act.state.get(LoanPolicy, loan.policy_id) or DEFAULT_POLICY


def waive_blocks(
    act: Action,
    blocks: tuple[Block, ...],
    approval: Approval | None,
    member_id: Id | None = None,
    item_id: Id | None = None,
) -> Id | None:
    """Nothing to waive: None. Otherwise the approval is recorded before what it allows, or the action refused."""
    if not blocks:
        return None
    refused = Refused.by(blocks)
    if approval is None or not refused.overridable:
        raise refused
    if not approval.reason.strip():
        raise Refused(RefusalCode.OVERRIDE_REASON)
    override_id = act.new_id()
    codes = tuple(block.code.value for block in blocks)
    act.record(
        e.OverrideGranted(override_id, approval.supervisor_id, codes, approval.reason.strip(), member_id, item_id)
    )
    return override_id


def _expiry(member: Member, act: Action) -> date | None:
    """The date that caps a due date: none for a card that expired already, which only an override lets pass."""
    return None if rules.is_expired(member, act.today) else member.valid_until


def _member(act: Action, member_id: Id) -> Member:
    member = act.state.get(Member, member_id)
    if member is None:
        raise Refused(RefusalCode.CODE_UNKNOWN, code=member_id)
    return member


def _item(act: Action, item_id: Id) -> Item:
    item = act.state.get(Item, item_id)
    if item is None:
        raise Refused(RefusalCode.CODE_UNKNOWN, code=item_id)
    return item


def biblio_of(act: Action, item: Item) -> Biblio:
    """The copy's title; an empty one where a counter knows the copy but not yet its title."""
    return act.state.get(Biblio, item.biblio_id) or Biblio(item.biblio_id, "")
