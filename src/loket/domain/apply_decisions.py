"""Booking what people decide about cases, and what the central server notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from loket.domain import decisions as d
from loket.domain import events as e
from loket.domain.apply_circulation import other_open_loan
from loket.domain.apply_members import merge_members
from loket.domain.cases import CaseClass, detail_of, make_case
from loket.domain.changes import with_changes
from loket.domain.entities import Biblio, Case, Charge, Id, Item, Loan, LoanEnd, Member
from loket.domain.handling import applies, settle_anew, standing_member
from loket.domain.ports import State


@applies(e.CaseResolved)
def _case_resolved(state: State, stamp: e.Stamp, event: e.CaseResolved) -> list[Case]:
    """The first decision stands: two people who decide at two desks are not asked again.

    What the case does not offer, or no longer, because its member was erased since, decides nothing.
    """
    case = state.get(Case, event.case_id)
    if case is None or case.closed or not d.closes(case, event.choice):
        return []
    state.put(
        replace(
            case,
            closed=True,
            choice=event.choice,
            decision_note=event.note,
            decided_by=event.decided_by,
            resolved_at=stamp.at,
        )
    )
    return _carry_out(state, stamp, case, event)


def _carry_out(state: State, stamp: e.Stamp, case: Case, event: e.CaseResolved) -> list[Case]:
    detail = detail_of(case)
    match event.choice:
        case d.FIRST_HAS_IT:
            _loan_is_over(state, stamp, detail["later"])
        case d.SECOND_HAS_IT:
            _loan_is_over(state, stamp, detail["earlier"])
        case d.NOBODY_HAS_IT:
            _loan_is_over(state, stamp, detail["later"])
            _loan_is_over(state, stamp, detail["earlier"])
        case d.TAKE:
            _take_other_values(state, stamp, case, detail["fields"])
        case d.MERGE_INTO_FIRST:
            return merge_members(state, stamp, Id(detail["others"][0]), Id(case.entity))
        case d.MERGE_INTO_SECOND:
            return merge_members(state, stamp, Id(case.entity), Id(detail["others"][0]))
        case d.CHARGE:
            _charge_after_all(state, detail)
        case d.NEW_DATE:
            _give_new_date(state, Id(case.entity), date.fromisoformat(event.value))
    return []


def _loan_is_over(state: State, stamp: e.Stamp, loan_id: str) -> None:
    """Somebody looked: the book is not with this member. His loan ends without a fine."""
    loan = state.get(Loan, loan_id)
    if loan is None or loan.end is not LoanEnd.OPEN:
        return
    state.put(replace(loan, end=LoanEnd.IMPLIED, ended_on=stamp.business_on, ended_at=stamp.at))
    item = state.get(Item, loan.item_id)
    if item is not None and item.loan_id == loan.id:
        state.put(replace(item, loan_id=other_open_loan(state, item, loan.id)))


def _take_other_values(state: State, stamp: e.Stamp, case: Case, values: dict[str, list[Any]]) -> None:
    wanted = {name: both[1] for name, both in values.items()}
    kinds: tuple[type[Any], ...] = (Member,) if case.cls == CaseClass.MEM_EDIT else (Biblio, Item)
    for kind in kinds:
        row = state.get(kind, case.entity)
        if row is not None and not getattr(row, "erased", False):
            state.put(with_changes(row, wanted))


def _charge_after_all(state: State, detail: dict[str, Any]) -> None:
    if state.get(Charge, detail["charge_id"]) is not None:
        return
    member_id, on = Id(detail["member_id"]), date.fromisoformat(detail["returned_on"])
    member, place = standing_member(state, member_id), (Id(detail["loan_id"]), Id(detail["item_id"]))
    payer = member.id if member else member_id
    settle_anew(state, Charge(Id(detail["charge_id"]), payer, "fine", detail["fine_rp"], on, *place))


def _give_new_date(state: State, loan_id: Id, due_on: date) -> None:
    loan = state.get(Loan, loan_id)
    if loan is not None and loan.end is LoanEnd.OPEN:
        state.put(replace(loan, due_on=due_on))


@applies(e.SystemNoted)
def _system_noted(state: State, stamp: e.Stamp, event: e.SystemNoted) -> list[Case]:
    return [make_case(stamp, CaseClass(event.cls), event.severity, event.entity, key=event.key, **event.detail)]


@applies(e.EventReplayed)
def _event_replayed(state: State, stamp: e.Stamp, event: e.EventReplayed) -> list[Case]:
    return []  # the server books the event it names, at this place of the order
