"""Booking loans, returns, renewals, what became of a copy, and what is undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from loket.domain import events as e
from loket.domain.cases import CaseClass, detail_of, make_case
from loket.domain.entities import Case, Charge, Id, Item, ItemStatus, Loan, LoanEnd, LoanPolicy, Member
from loket.domain.handling import applies, settle_anew, standing_member, twice_paid
from loket.domain.ports import State

GONE = (ItemStatus.LOST, ItemStatus.MISSING)  # what somebody holding the copy disproves
HARDLY_APART = timedelta(minutes=10)  # two desks' clocks are not held against each other closer than this
FAR_OFF_DAYS = 60
UNHEARD = Id("f" * 31 + "0")  # the policy of a loan, or the title of a copy, that is known by its return alone


@applies(e.ItemLent)
def _item_lent(state: State, stamp: e.Stamp, event: e.ItemLent) -> list[Case]:
    """Conflicts: the copy is with somebody else (LOAN_COPY), a limit is passed (LIM_OVER), the member is closed."""
    known = state.get(Loan, event.loan_id)
    if known is not None and known.policy_id == UNHEARD:
        return _fill_in(state, stamp, event, known)
    if known is not None:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.loan_id)]
    cases = []
    item = state.get(Item, event.item_id)
    if item is None:
        item = Item(event.item_id, event.biblio_id, "")  # its title and barcode come when its own news does
        cases.append(make_case(stamp, CaseClass.ITEM_GONE, "high", item.id, member_id=event.member_id))
    member = standing_member(state, event.member_id)
    loan = _new_loan(stamp, event, member.id if member else event.member_id)
    earlier = state.get(Loan, item.loan_id) if item.loan_id else None
    if earlier is not None and earlier.end is LoanEnd.OPEN:
        if earlier.member_id == loan.member_id:
            return cases + _lent_again(state, stamp, item, earlier, loan)
        cases += _lent_twice(state, stamp, item, earlier, loan)
    elif _is_news_of_old(stamp, event, item):
        assert item.seen_at is not None
        state.put(_over(loan, item.seen_at, stamp))
        cases.append(make_case(stamp, CaseClass.LOAN_COPY, "info", item.id, earlier=loan.id))
    else:
        state.put(loan)
        state.put(replace(_seen(item, stamp), loan_id=loan.id, status=ItemStatus.AVAILABLE))
    return cases + _member_cases(state, stamp, event, member) + _term_cases(state, stamp, event)


def _new_loan(stamp: e.Stamp, event: e.ItemLent, member_id: Id) -> Loan:
    return Loan(
        id=event.loan_id,
        member_id=member_id,
        item_id=event.item_id,
        biblio_id=event.biblio_id,
        policy_id=event.policy_id,
        lent_on=event.lent_on,
        lent_at=stamp.at,
        due_on=event.due_on,
        station_id=stamp.station_id,
        operator_id=stamp.operator_id,
        moved_from=event.member_id if member_id != event.member_id else None,
    )


def _lent_again(state: State, stamp: e.Stamp, item: Item, earlier: Loan, loan: Loan) -> list[Case]:
    """Two counters lent the same copy to the same member: the later promise stands, as a renewal."""
    state.put(_seen(item, stamp))
    state.put(replace(earlier, due_on=max(earlier.due_on, loan.due_on), renewals=earlier.renewals + 1))
    state.put(replace(_ended(loan, LoanEnd.MERGED, loan.lent_on, stamp), merged_into=earlier.id))
    return [make_case(stamp, CaseClass.LOAN_COPY, "info", loan.item_id, earlier=earlier.id, later=loan.id)]


def _lent_twice(state: State, stamp: e.Stamp, item: Item, standing: Loan, loan: Loan) -> list[Case]:
    """Two members have the same copy on paper. The later possession stands: that desk had the book in its hand.

    Made within ten minutes of each other, or on a clock nobody trusts, neither is called the later: both stay open
    until somebody has looked at the shelf. Source: conflict class LOAN_COPY.
    """
    first, second = sorted((standing, loan), key=lambda one: (one.lent_at, one.id))
    unsure = not stamp.is_sound or second.lent_at - first.lent_at < HARDLY_APART
    if unsure:
        state.put(loan)
    else:
        over = replace(first, end=LoanEnd.IMPLIED, ended_on=second.lent_on, ended_at=second.lent_at)
        state.put(over)
        state.put(second)
    state.put(replace(_seen(item, stamp), loan_id=second.id, status=ItemStatus.AVAILABLE))
    severity = "high" if unsure else "low"
    return [make_case(stamp, CaseClass.LOAN_COPY, severity, item.id, earlier=first.id, later=second.id)]


def _is_news_of_old(stamp: e.Stamp, event: e.ItemLent, item: Item) -> bool:
    """Has a desk had the copy in hand since this loan was made, unknown to the desk that made it?"""
    if item.seen_at is None or event.item_seen_at in (e.UNTOLD, item.seen_at) or not stamp.is_sound:
        return False
    return item.seen_at - stamp.at >= HARDLY_APART


def _over(loan: Loan, seen_at: datetime, stamp: e.Stamp) -> Loan:
    on = (seen_at + timedelta(minutes=stamp.utc_offset_min)).date()
    return replace(loan, end=LoanEnd.IMPLIED, ended_on=on, ended_at=seen_at)


def _seen(item: Item, stamp: e.Stamp) -> Item:
    return item if item.seen_at is not None and item.seen_at > stamp.at else replace(item, seen_at=stamp.at)


def _member_cases(state: State, stamp: e.Stamp, event: e.ItemLent, member: Member | None) -> list[Case]:
    if member is None or member.left:
        return [make_case(stamp, CaseClass.MEM_GONE, "high", event.member_id, loan_id=event.loan_id)]
    count = len(loans_of_person(state, member))
    if event.override_id is None and count > event.max_items:
        return [make_case(stamp, CaseClass.LIM_OVER, "low", member.id, count=count, limit=event.max_items)]
    return []


def loans_of_person(state: State, member: Member) -> list[Loan]:
    """Open loans under every record of one person: two cards with the same identity number share one limit."""
    records = {member.id}
    if member.identity_index is not None:
        records |= {twin.id for twin in state.members_with_identity(member.identity_index)}
    return [loan for record in sorted(records) for loan in state.open_loans(record)]


def _term_cases(state: State, stamp: e.Stamp, event: e.ItemLent) -> list[Case]:
    """Terms promised by mistake are kept; a date far off, made on a wrong clock, is asked about."""
    policy = state.get(LoanPolicy, event.policy_id)
    if policy is None:
        return []
    cases = []
    if policy.retired:
        cases.append(make_case(stamp, CaseClass.POLICY_STALE, "info", event.loan_id, policy_id=policy.id))
    lent_on = (stamp.at + timedelta(minutes=stamp.utc_offset_min)).date()
    off = abs((event.due_on - lent_on).days - policy.loan_days)
    if not stamp.is_sound and (event.due_on < lent_on or off > FAR_OFF_DAYS):
        promised: dict[str, Any] = {"due_on": event.due_on, "lent_on": lent_on, "loan_days": policy.loan_days}
        cases.append(make_case(stamp, CaseClass.CLOCK, "medium", event.loan_id, **promised))
    return cases


@applies(e.ItemReturned)
def _item_returned(state: State, stamp: e.Stamp, event: e.ItemReturned) -> list[Case]:
    """The copy is back, whatever the books say of its loan. Conflict class RET_UNKNOWN."""
    item, loan = state.get(Item, event.item_id), _standing_loan(state, event.loan_id)
    cases = _taken_in(state, stamp, item, loan.id if loan else event.loan_id) if item is not None else []
    if loan is None:
        loan = _returned_unheard(state, stamp, event, item)
        cases.append(make_case(stamp, CaseClass.RET_UNKNOWN, "info", loan.id, item_id=event.item_id))
    elif loan.end is not LoanEnd.OPEN and not _came_before_its_end(event, loan):
        return [*cases, _returned_again(stamp, event, loan)]
    state.put(_ended(loan, LoanEnd.RETURNED, event.returned_on, stamp))
    _fine(state, event, loan)
    _suspend(state, event)
    return cases


def _taken_in(state: State, stamp: e.Stamp, item: Item, returned: Id | None) -> list[Case]:
    """The copy is in hand. Other loans of it, made before, are over, as they would be were they heard of only now.

    One made since, or one that nobody can hold against this time, stands, and the copy stays under it.
    """
    others = [loan for loan in _open_loans_of(state, item) if loan.id != returned]
    over = [loan for loan in others if stamp.is_sound and stamp.at - loan.lent_at >= HARDLY_APART]
    for loan in over:
        state.put(_over(loan, stamp.at, stamp))
    standing = [loan.id for loan in others if loan not in over]
    seen = _seen(item, stamp)
    state.put(replace(seen, loan_id=standing[-1]) if standing else _on_the_desk(seen))
    if item.loan_id not in [loan.id for loan in over]:
        return []
    return [make_case(stamp, CaseClass.LOAN_COPY, "info", item.id, earlier=item.loan_id)]


def _came_before_its_end(event: e.ItemReturned, loan: Loan) -> bool:
    """Late news of the return that the books only guessed at."""
    return loan.end is LoanEnd.IMPLIED and loan.ended_on is not None and event.returned_on <= loan.ended_on


def _standing_loan(state: State, loan_id: Id) -> Loan | None:
    """The loan, or the one that stands for it after two counters lent the copy to the same member."""
    loan = state.get(Loan, loan_id)
    return state.get(Loan, loan.merged_into) if loan is not None and loan.merged_into else loan


def _returned_unheard(state: State, stamp: e.Stamp, event: e.ItemReturned, item: Item | None) -> Loan:
    """A loan known only by its return. Its own news fills in the rest (`_fill_in`)."""
    return Loan(
        id=event.loan_id,
        member_id=_standing_id(state, event.member_id),
        item_id=event.item_id,
        biblio_id=item.biblio_id if item else UNHEARD,
        policy_id=UNHEARD,
        lent_on=event.returned_on,
        lent_at=stamp.at,
        due_on=event.returned_on,
    )


def _fill_in(state: State, stamp: e.Stamp, event: e.ItemLent, known: Loan) -> list[Case]:
    loan = _new_loan(stamp, event, known.member_id)
    state.put(replace(loan, end=known.end, ended_on=known.ended_on, ended_at=known.ended_at))
    return []


def _returned_again(stamp: e.Stamp, event: e.ItemReturned, loan: Loan) -> Case:
    """Its loan was over: no second fine. What the desk said of money is put before a person."""
    told: dict[str, Any] = {"item_id": event.item_id, "member_id": loan.member_id}
    told |= {"loan_id": loan.id, "returned_on": event.returned_on}
    if event.charge_id is None:
        return make_case(stamp, CaseClass.RET_UNKNOWN, "info", loan.id, **told)
    told |= {"charge_id": event.charge_id, "fine_rp": event.fine_rp}
    return make_case(stamp, CaseClass.RET_UNKNOWN, "medium", loan.id, **told)


def _fine(state: State, event: e.ItemReturned, loan: Loan) -> None:
    if event.charge_id:
        terms = (event.fine_rp, event.returned_on, loan.id, loan.item_id)
        settle_anew(state, Charge(event.charge_id, _standing_id(state, loan.member_id), "fine", *terms))


def _suspend(state: State, event: e.ItemReturned) -> None:
    member = standing_member(state, event.member_id)
    if member is not None and event.suspended_until and event.suspended_until != event.suspended_was:
        latest = max(event.suspended_until, member.suspended_until or event.suspended_until)
        state.put(replace(member, suspended_until=latest))


def _on_the_desk(item: Item) -> Item:
    """Not on loan, and found if it was thought gone; damaged stays damaged."""
    return replace(item, loan_id=None, status=ItemStatus.AVAILABLE if item.status in GONE else item.status)


@applies(e.ReturnNoted)
def _return_noted(state: State, stamp: e.Stamp, event: e.ReturnNoted) -> list[Case]:
    """A copy came back at a counter that knew of no loan: it ends the loan the books know, if it was made before.

    A loan heard of later that was made before is over when it arrives (`_is_news_of_old`). An unknown barcode becomes
    a copy without a title, for the cataloguer.
    """
    item = state.get(Item, event.item_id) or next(iter(state.items_with_barcode(event.barcode)), None)
    if item is None:
        state.put(Item(event.item_id, UNHEARD, event.barcode, seen_at=stamp.at))
        return [make_case(stamp, CaseClass.ITEM_GONE, "low", event.item_id, barcode=event.barcode)]
    loan = state.get(Loan, item.loan_id) if item.loan_id else None
    if loan is None or (stamp.is_sound and loan.lent_at > stamp.at):
        return _taken_in(state, stamp, item, None)
    cases = _taken_in(state, stamp, item, loan.id)
    state.put(_ended(loan, LoanEnd.RETURNED, event.returned_on, stamp))
    if event.returned_on <= loan.due_on:
        return cases
    late: dict[str, Any] = {
        "item_id": item.id,
        "member_id": loan.member_id,
        "due_on": loan.due_on,
        "returned_on": event.returned_on,
    }
    return [*cases, make_case(stamp, CaseClass.RET_UNKNOWN, "low", loan.id, **late)]


def _ended(loan: Loan, end: LoanEnd, on: Any, stamp: e.Stamp) -> Loan:
    return replace(loan, end=end, ended_on=on, ended_at=stamp.at)


def _reopened(state: State, loan: Loan) -> Loan:
    """Out again, under the record that stands for the member today."""
    member_id = _standing_id(state, loan.member_id)
    return replace(loan, member_id=member_id, end=LoanEnd.OPEN, ended_on=None, ended_at=None, merged_into=None)


def _standing_id(state: State, member_id: Id) -> Id:
    member = standing_member(state, member_id)
    return member.id if member else member_id


@applies(e.LoanRenewed)
def _loan_renewed(state: State, stamp: e.Stamp, event: e.LoanRenewed) -> list[Case]:
    loan = _standing_loan(state, event.loan_id)
    if loan is None or loan.end is not LoanEnd.OPEN:
        return [make_case(stamp, CaseClass.RET_UNKNOWN, "low", event.loan_id, renewed_until=event.due_on)]
    state.put(replace(loan, due_on=max(event.due_on, loan.due_on), renewals=max(event.renewals, loan.renewals)))
    return []


@applies(e.ItemDeclared)
def _item_declared(state: State, stamp: e.Stamp, event: e.ItemDeclared) -> list[Case]:
    item = state.get(Item, event.item_id)
    if item is None:
        return [make_case(stamp, CaseClass.ITEM_GONE, "medium", event.item_id)]
    loan = _standing_loan(state, event.loan_id) if event.loan_id else None
    ends_loan = event.status == ItemStatus.LOST and loan is not None and loan.end is LoanEnd.OPEN
    if loan is not None and ends_loan:
        state.put(_ended(loan, LoanEnd.LOST, event.declared_on, stamp))
    loan_id = item.loan_id
    if loan is not None and ends_loan and loan_id == loan.id:
        loan_id = other_open_loan(state, item, loan.id)
    state.put(replace(item, status=ItemStatus(event.status), note=event.note or item.note, loan_id=loan_id))
    _charge_for(state, event, loan)
    return []


def _charge_for(state: State, event: e.ItemDeclared, loan: Loan | None) -> None:
    if event.charge_id and event.member_id and event.declared_on:
        owed = (event.status, event.charge_rp, event.declared_on, loan.id if loan else event.loan_id, event.item_id)
        settle_anew(state, Charge(event.charge_id, _standing_id(state, event.member_id), *owed))


# ---- undoing -----------------------------------------------------------------------------------------------------


@applies(e.LoanUndone)
def _loan_undone(state: State, stamp: e.Stamp, event: e.LoanUndone) -> list[Case]:
    loan = state.get(Loan, event.loan_id)
    if loan is None or loan.end not in (LoanEnd.OPEN, LoanEnd.IMPLIED):
        return [make_case(stamp, CaseClass.UNDO_LATE, "medium", event.loan_id)]
    state.put(_ended(loan, LoanEnd.CANCELLED, stamp.business_on, stamp))
    item = state.get(Item, loan.item_id)
    if item is not None and item.loan_id == loan.id:
        state.put(replace(item, loan_id=_out_under_instead(state, stamp, item, loan)))
    return []


def _out_under_instead(state: State, stamp: e.Stamp, item: Item, undone: Loan) -> Id | None:
    """Which loan the copy is out under once this one never was: one left open beside it, or one merged into it."""
    instead = other_open_loan(state, item, undone.id)
    mergers = [loan for loan in contested_loans(state, item.id) if loan.merged_into == undone.id]
    for merged in sorted(mergers, key=lambda loan: (loan.lent_at, loan.id), reverse=True):
        alone = _reopened(state, merged)
        if instead is not None:
            state.put(replace(merged, merged_into=instead))
        elif item.seen_at is not None and item.seen_at - alone.lent_at >= HARDLY_APART:
            state.put(_over(alone, item.seen_at, stamp))  # the desk that undid it had the copy in hand since
        else:
            state.put(alone)
            instead = alone.id
    return instead


def contested_loans(state: State, item_id: Id) -> list[Loan]:
    """The loans of a copy that counters disagreed about."""
    cases = [case for case in state.cases_about(item_id) if case.cls == CaseClass.LOAN_COPY]
    ids = {loan_id for case in cases for side, loan_id in detail_of(case).items() if side in ("earlier", "later")}
    return [loan for loan in (state.get(Loan, loan_id) for loan_id in sorted(ids)) if loan is not None]


def _open_loans_of(state: State, item: Item) -> list[Loan]:
    """The loan a copy is out under, and those left open beside it, the latest last."""
    named = state.get(Loan, item.loan_id) if item.loan_id else None
    loans = {loan.id: loan for loan in [named, *contested_loans(state, item.id)] if loan is not None}
    still_open = [loan for loan in loans.values() if loan.end is LoanEnd.OPEN]
    return sorted(still_open, key=lambda loan: (loan.lent_at, loan.id))


def other_open_loan(state: State, item: Item, ended: Id) -> Id | None:
    """What the copy is out under now that this loan is not; the latest, were there more."""
    others = [loan.id for loan in _open_loans_of(state, item) if loan.id != ended]
    return others[-1] if others else None


@applies(e.ReturnUndone)
def _return_undone(state: State, stamp: e.Stamp, event: e.ReturnUndone) -> list[Case]:
    loan, item = _standing_loan(state, event.loan_id), state.get(Item, event.item_id)
    if loan is None or item is None or item.loan_id is not None or loan.end is not LoanEnd.RETURNED:
        return [make_case(stamp, CaseClass.UNDO_LATE, "medium", event.loan_id)]
    state.put(_reopened(state, loan))
    state.put(replace(item, loan_id=loan.id))
    cases = cancel_charge(state, stamp, event.charge_id)
    member = standing_member(state, event.member_id)
    if member is not None and event.suspended_set and member.suspended_until == event.suspended_set:
        state.put(replace(member, suspended_until=event.suspended_was))
    return cases


def cancel_charge(state: State, stamp: e.Stamp, charge_id: Id | None) -> list[Case]:
    """What was paid on it is the member's again."""
    charge = state.get(Charge, charge_id) if charge_id else None
    return [] if charge is None else twice_paid(stamp, charge, settle_anew(state, replace(charge, cancelled=True)))


@applies(e.RenewalUndone)
def _renewal_undone(state: State, stamp: e.Stamp, event: e.RenewalUndone) -> list[Case]:
    loan = state.get(Loan, event.loan_id)
    if loan is None or loan.end is not LoanEnd.OPEN:
        return [make_case(stamp, CaseClass.UNDO_LATE, "medium", event.loan_id)]
    state.put(replace(loan, due_on=event.due_on, renewals=event.renewals))
    return []


@applies(e.DeclarationUndone)
def _declaration_undone(state: State, stamp: e.Stamp, event: e.DeclarationUndone) -> list[Case]:
    item = state.get(Item, event.item_id)
    loan = _standing_loan(state, event.loan_id) if event.loan_id else None
    if item is None or item.loan_id not in (None, loan.id if loan else event.loan_id):
        return [make_case(stamp, CaseClass.UNDO_LATE, "medium", event.item_id)]
    loan_id = item.loan_id
    if loan is not None and loan.end is LoanEnd.LOST:
        state.put(_reopened(state, loan))
        loan_id = loan.id
    state.put(replace(item, status=ItemStatus(event.status), loan_id=loan_id))
    return cancel_charge(state, stamp, event.charge_id)
