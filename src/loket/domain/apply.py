"""`apply`: the only code that changes the tables that travel.

It reads and writes rows by key through `State`, never a clock, never chance. The same function runs at the desk, on
the server in the server's order, and in the simulator. A thing that physically happened is never rejected: where the
state contradicts the event, the fact is booked and a case says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any, TypeVar

from loket.domain import events as e
from loket.domain.cases import CaseClass, make_case
from loket.domain.changes import plain, with_changes
from loket.domain.entities import (
    Biblio,
    Case,
    Charge,
    ClosedDay,
    Id,
    Item,
    ItemStatus,
    Loan,
    LoanEnd,
    LoanPolicy,
    Member,
    Operator,
    Rule,
    Visit,
)
from loket.domain.ports import State

Handler = Callable[[State, e.Stamp, Any], list[Case]]
HANDLERS: dict[type[e.Event], Handler] = {}
V = TypeVar("V", bound=e.Event)


def apply(state: State, recorded: e.Recorded) -> list[Case]:
    """Book one event. Returns the cases it opened; they are stored too."""
    cases = HANDLERS[type(recorded.event)](state, recorded.stamp, recorded.event)
    for case in cases:
        state.put(case)
    return cases


def _applies(
    kind: type[V],
) -> Callable[[Callable[[State, e.Stamp, V], list[Case]]], Callable[[State, e.Stamp, V], list[Case]]]:
    def register(handler: Callable[[State, e.Stamp, V], list[Case]]) -> Callable[[State, e.Stamp, V], list[Case]]:
        HANDLERS[kind] = handler
        return handler

    return register


# ---- the library and its rules ----------------------------------------------------------------------------------


@_applies(e.LibraryDescribed)
def _library(state: State, stamp: e.Stamp, event: e.LibraryDescribed) -> list[Case]:
    state.put(event.library)
    return []


@_applies(e.StationDescribed)
def _station(state: State, stamp: e.Stamp, event: e.StationDescribed) -> list[Case]:
    state.put(event.station)
    return []


@_applies(e.RuleSet)
def _rule(state: State, stamp: e.Stamp, event: e.RuleSet) -> list[Case]:
    state.put(Rule(event.key, event.value))
    return []


@_applies(e.PolicyAdopted)
def _policy_adopted(state: State, stamp: e.Stamp, event: e.PolicyAdopted) -> list[Case]:
    if event.replaces:
        _retire(state, event.replaces)
    state.put(event.policy)
    return []


@_applies(e.PolicyRetired)
def _policy_retired(state: State, stamp: e.Stamp, event: e.PolicyRetired) -> list[Case]:
    _retire(state, event.policy_id)
    return []


def _retire(state: State, policy_id: Id) -> None:
    policy = state.get(LoanPolicy, policy_id)
    if policy is not None:
        state.put(replace(policy, retired=True))


@_applies(e.ClosedDaysDeclared)
def _closed_days(state: State, stamp: e.Stamp, event: e.ClosedDaysDeclared) -> list[Case]:
    for day in event.days:
        state.put(day)
    return []


@_applies(e.ClosedDayWithdrawn)
def _closed_day_withdrawn(state: State, stamp: e.Stamp, event: e.ClosedDayWithdrawn) -> list[Case]:
    state.drop(ClosedDay, event.on.isoformat())
    return []


@_applies(e.ClockConfirmed)
def _clock_confirmed(state: State, stamp: e.Stamp, event: e.ClockConfirmed) -> list[Case]:
    return []  # the journal is where it matters


@_applies(e.OverrideGranted)
def _override_granted(state: State, stamp: e.Stamp, event: e.OverrideGranted) -> list[Case]:
    return []  # read from the journal by recaps and auditors


@_applies(e.OperatorAdded)
def _operator_added(state: State, stamp: e.Stamp, event: e.OperatorAdded) -> list[Case]:
    person = event.person or e.OperatorPerson("", "")
    state.put(Operator(event.operator_id, event.username, person.full_name, event.roles, person.password_hash))
    return []


@_applies(e.OperatorChanged)
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
        )
    )
    return []


# ---- members -----------------------------------------------------------------------------------------------------

IDENTITY_FIELDS = {"full_name", "birth_on", "sex", "identity_type", "identity_sealed", "identity_index", "member_type"}


@_applies(e.MemberRegistered)
def _member_registered(state: State, stamp: e.Stamp, event: e.MemberRegistered) -> list[Case]:
    if state.get(Member, event.member_id) is not None:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.member_id)]
    cases = []
    same_no = [m.id for m in state.members_with_no(event.member_no)]
    if same_no:
        cases.append(make_case(stamp, CaseClass.CARD_DUP, "high", event.member_id, member_no=event.member_no))
    person = event.person or e.Person(full_name="")
    if person.identity_index is not None and (twins := state.members_with_identity(person.identity_index)):
        cases.append(
            make_case(stamp, CaseClass.MEM_DUP, "medium", event.member_id, others=tuple(twin.id for twin in twins))
        )
    state.put(
        Member(
            id=event.member_id,
            member_no=event.member_no,
            member_type=event.member_type,
            registered_on=event.registered_on,
            valid_until=event.valid_until,
            pending=event.pending,
            **{name: getattr(person, name) for name in e.Person.__dataclass_fields__},
        )
    )
    return cases


@_applies(e.MemberChanged)
def _member_changed(state: State, stamp: e.Stamp, event: e.MemberChanged) -> list[Case]:
    member = state.get(Member, event.member_id)
    if member is None:
        return [make_case(stamp, CaseClass.MEM_GONE, "high", event.member_id)]
    wanted = {**event.set, **(event.person_set or {})}
    was = {**event.was, **(event.person_was or {})}
    merged, lost = merge_fields(_plain_fields(member, wanted), wanted, was, keep=IDENTITY_FIELDS)
    state.put(with_changes(member, merged))
    if not lost:
        return []
    severity = "medium" if IDENTITY_FIELDS & lost.keys() else "low"
    return [make_case(stamp, CaseClass.MEM_EDIT, severity, event.member_id, fields=tuple(sorted(lost)))]


def merge_fields(
    current: dict[str, Any], wanted: dict[str, Any], was: dict[str, Any], keep: set[str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Three-way merge by field: (what to set, what clashed).

    A field clashes when somebody else changed it since, to another value. Fields in `keep` then stay as they are;
    the rest take the later arrival. Different fields merge without a clash.
    """
    clashed = {name: value for name, value in wanted.items() if current.get(name) not in (was.get(name), value)}
    merged = {name: value for name, value in wanted.items() if name not in clashed or name not in keep}
    return merged, clashed


def _plain_fields(entity: Any, names: dict[str, Any]) -> dict[str, Any]:
    return {name: plain(getattr(entity, name, None)) for name in names}


# ---- catalogue ---------------------------------------------------------------------------------------------------


@_applies(e.BiblioAdded)
def _biblio_added(state: State, stamp: e.Stamp, event: e.BiblioAdded) -> list[Case]:
    if state.get(Biblio, event.biblio.id) is not None:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.biblio.id)]
    state.put(event.biblio)
    return []


@_applies(e.BiblioChanged)
def _biblio_changed(state: State, stamp: e.Stamp, event: e.BiblioChanged) -> list[Case]:
    biblio = state.get(Biblio, event.biblio_id)
    if biblio is None:
        return [make_case(stamp, CaseClass.ITEM_GONE, "medium", event.biblio_id)]
    merged, clashed = merge_fields(_plain_fields(biblio, event.set), event.set, event.was, keep=set())
    state.put(with_changes(biblio, merged))
    return _catalogue_clash(stamp, event.biblio_id, clashed)


@_applies(e.ItemAdded)
def _item_added(state: State, stamp: e.Stamp, event: e.ItemAdded) -> list[Case]:
    if state.get(Item, event.item.id) is not None:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.item.id)]
    cases = _barcode_clash(state, stamp, event.item.id, event.item.barcode)
    state.put(event.item)
    return cases


@_applies(e.ItemChanged)
def _item_changed(state: State, stamp: e.Stamp, event: e.ItemChanged) -> list[Case]:
    item = state.get(Item, event.item_id)
    if item is None:
        return [make_case(stamp, CaseClass.ITEM_GONE, "medium", event.item_id)]
    merged, clashed = merge_fields(_plain_fields(item, event.set), event.set, event.was, keep=set())
    changed = with_changes(item, merged)
    cases = _catalogue_clash(stamp, event.item_id, clashed)
    if changed.barcode != item.barcode:
        cases += _barcode_clash(state, stamp, item.id, changed.barcode)
    if item.loan_id and {"status", "barcode", "biblio_id"} & event.set.keys():
        cases.append(make_case(stamp, CaseClass.CAT_LOANED, "info", item.id, loan_id=item.loan_id))
    state.put(changed)
    return cases


def _catalogue_clash(stamp: e.Stamp, key: Id, clashed: dict[str, Any]) -> list[Case]:
    return [make_case(stamp, CaseClass.CAT_EDIT, "low", key, fields=tuple(sorted(clashed)))] if clashed else []


def _barcode_clash(state: State, stamp: e.Stamp, item_id: Id, barcode: str) -> list[Case]:
    others = tuple(item.id for item in state.items_with_barcode(barcode) if item.id != item_id)
    return [make_case(stamp, CaseClass.BARCODE_DUP, "medium", item_id, others=others)] if others else []


# ---- circulation -------------------------------------------------------------------------------------------------

GONE = (ItemStatus.LOST, ItemStatus.MISSING)  # what somebody holding the copy disproves


@_applies(e.ItemLent)
def _item_lent(state: State, stamp: e.Stamp, event: e.ItemLent) -> list[Case]:
    """Conflicts: another open loan of the copy (LOAN_COPY), a limit passed (LIM_OVER), a closed member (MEM_GONE)."""
    if state.get(Loan, event.loan_id) is not None:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.loan_id)]
    item = state.get(Item, event.item_id)
    if item is None:
        return [make_case(stamp, CaseClass.ITEM_GONE, "high", event.item_id, member_id=event.member_id)]
    cases = []
    earlier = state.get(Loan, item.loan_id) if item.loan_id else None
    if earlier is not None and earlier.end is LoanEnd.OPEN:
        if earlier.member_id == event.member_id:
            return _lent_again(state, stamp, event, earlier)
        state.put(_ended(earlier, LoanEnd.IMPLIED, event.lent_on, stamp))
        cases.append(make_case(stamp, CaseClass.LOAN_COPY, "low", item.id, earlier=earlier.id, later=event.loan_id))
    state.put(
        Loan(
            id=event.loan_id,
            member_id=event.member_id,
            item_id=event.item_id,
            biblio_id=event.biblio_id,
            policy_id=event.policy_id,
            lent_on=event.lent_on,
            lent_at=stamp.began_at,
            due_on=event.due_on,
        )
    )
    state.put(replace(item, loan_id=event.loan_id, status=ItemStatus.AVAILABLE))
    return cases + _member_cases(state, stamp, event)


def _lent_again(state: State, stamp: e.Stamp, event: e.ItemLent, loan: Loan) -> list[Case]:
    """Two counters lent the same copy to the same member: the later promise stands, as a renewal."""
    state.put(replace(loan, due_on=max(loan.due_on, event.due_on), renewals=loan.renewals + 1))
    return [make_case(stamp, CaseClass.LOAN_COPY, "info", event.item_id, earlier=loan.id, later=event.loan_id)]


def _member_cases(state: State, stamp: e.Stamp, event: e.ItemLent) -> list[Case]:
    member = state.get(Member, event.member_id)
    if member is None or member.left:
        return [make_case(stamp, CaseClass.MEM_GONE, "high", event.member_id, loan_id=event.loan_id)]
    count = len(state.open_loans(event.member_id))
    if event.override_id is None and count > event.max_items:
        return [make_case(stamp, CaseClass.LIM_OVER, "low", event.member_id, count=count, limit=event.max_items)]
    return []


@_applies(e.ItemReturned)
def _item_returned(state: State, stamp: e.Stamp, event: e.ItemReturned) -> list[Case]:
    item = state.get(Item, event.item_id)
    loan = _loan_returned(state, event, item)
    if item is not None and item.loan_id in (None, loan.id if loan else event.loan_id):
        found = ItemStatus.AVAILABLE if item.status in GONE else item.status  # damaged stays damaged
        state.put(replace(item, loan_id=None, status=found))
    if loan is None or loan.end is not LoanEnd.OPEN:
        return [make_case(stamp, CaseClass.RET_UNKNOWN, "info", event.loan_id, item_id=event.item_id)]
    state.put(_ended(loan, LoanEnd.RETURNED, event.returned_on, stamp))
    if event.charge_id:
        _charge(state, event.charge_id, loan, "fine", event.fine_rp, event)
    member = state.get(Member, event.member_id)
    if member is not None and event.suspended_until and event.suspended_until != event.suspended_was:
        latest = max(event.suspended_until, member.suspended_until or event.suspended_until)
        state.put(replace(member, suspended_until=latest))
    return []


def _loan_returned(state: State, event: e.ItemReturned, item: Item | None) -> Loan | None:
    """The loan a return ends; of a copy lent twice to one member, the earlier loan (see `_lent_again`)."""
    loan = state.get(Loan, event.loan_id)
    if loan is not None or item is None or item.loan_id is None:
        return loan
    standing = state.get(Loan, item.loan_id)
    return standing if standing is not None and standing.member_id == event.member_id else None


def _charge(state: State, charge_id: Id, loan: Loan, kind: str, amount_rp: int, event: e.ItemReturned) -> None:
    state.put(Charge(charge_id, loan.member_id, kind, amount_rp, event.returned_on, loan.id, loan.item_id))


def _ended(loan: Loan, end: LoanEnd, on: Any, stamp: e.Stamp) -> Loan:
    return replace(loan, end=end, ended_on=on, ended_at=stamp.done_at)


def _reopened(loan: Loan) -> Loan:
    return replace(loan, end=LoanEnd.OPEN, ended_on=None, ended_at=None)


@_applies(e.LoanRenewed)
def _loan_renewed(state: State, stamp: e.Stamp, event: e.LoanRenewed) -> list[Case]:
    loan = state.get(Loan, event.loan_id)
    if loan is None or loan.end is not LoanEnd.OPEN:
        return [make_case(stamp, CaseClass.RET_UNKNOWN, "low", event.loan_id, due_on=event.due_on)]
    state.put(replace(loan, due_on=max(event.due_on, loan.due_on), renewals=max(event.renewals, loan.renewals)))
    return []


@_applies(e.ItemDeclared)
def _item_declared(state: State, stamp: e.Stamp, event: e.ItemDeclared) -> list[Case]:
    item = state.get(Item, event.item_id)
    if item is None:
        return [make_case(stamp, CaseClass.ITEM_GONE, "medium", event.item_id)]
    loan = state.get(Loan, event.loan_id) if event.loan_id else None
    ends_loan = event.status == ItemStatus.LOST and loan is not None and loan.end is LoanEnd.OPEN
    if loan is not None and ends_loan:
        state.put(_ended(loan, LoanEnd.LOST, event.declared_on, stamp))
    loan_id = None if ends_loan and item.loan_id == event.loan_id else item.loan_id
    state.put(replace(item, status=ItemStatus(event.status), note=event.note or item.note, loan_id=loan_id))
    if event.charge_id and event.member_id and event.declared_on:
        state.put(
            Charge(
                event.charge_id,
                event.member_id,
                event.status,
                event.charge_rp,
                event.declared_on,
                event.loan_id,
                event.item_id,
            )
        )
    return []


# ---- undoing -----------------------------------------------------------------------------------------------------


@_applies(e.LoanUndone)
def _loan_undone(state: State, stamp: e.Stamp, event: e.LoanUndone) -> list[Case]:
    loan = state.get(Loan, event.loan_id)
    if loan is None or loan.end is not LoanEnd.OPEN:
        return [make_case(stamp, CaseClass.UNDO_LATE, "medium", event.loan_id)]
    state.put(_ended(loan, LoanEnd.CANCELLED, stamp.business_on, stamp))
    item = state.get(Item, loan.item_id)
    if item is not None and item.loan_id == loan.id:
        state.put(replace(item, loan_id=None))
    return []


@_applies(e.ReturnUndone)
def _return_undone(state: State, stamp: e.Stamp, event: e.ReturnUndone) -> list[Case]:
    loan, item = state.get(Loan, event.loan_id), state.get(Item, event.item_id)
    if loan is None or item is None or item.loan_id is not None or loan.end is not LoanEnd.RETURNED:
        return [make_case(stamp, CaseClass.UNDO_LATE, "medium", event.loan_id)]
    state.put(_reopened(loan))
    state.put(replace(item, loan_id=loan.id))
    _cancel_charge(state, event.charge_id)
    member = state.get(Member, event.member_id)
    if member is not None and event.suspended_set and member.suspended_until == event.suspended_set:
        state.put(replace(member, suspended_until=event.suspended_was))
    return []


def _cancel_charge(state: State, charge_id: Id | None) -> None:
    charge = state.get(Charge, charge_id) if charge_id else None
    if charge is not None:
        state.put(replace(charge, cancelled=True))


@_applies(e.RenewalUndone)
def _renewal_undone(state: State, stamp: e.Stamp, event: e.RenewalUndone) -> list[Case]:
    loan = state.get(Loan, event.loan_id)
    if loan is None or loan.end is not LoanEnd.OPEN:
        return [make_case(stamp, CaseClass.UNDO_LATE, "medium", event.loan_id)]
    state.put(replace(loan, due_on=event.due_on, renewals=event.renewals))
    return []


@_applies(e.DeclarationUndone)
def _declaration_undone(state: State, stamp: e.Stamp, event: e.DeclarationUndone) -> list[Case]:
    item = state.get(Item, event.item_id)
    if item is None or item.loan_id not in (None, event.loan_id):
        return [make_case(stamp, CaseClass.UNDO_LATE, "medium", event.item_id)]
    loan = state.get(Loan, event.loan_id) if event.loan_id else None
    loan_id = item.loan_id
    if loan is not None and loan.end is LoanEnd.LOST:
        state.put(_reopened(loan))
        loan_id = loan.id
    state.put(replace(item, status=ItemStatus(event.status), loan_id=loan_id))
    _cancel_charge(state, event.charge_id)
    return []


# ---- visits ------------------------------------------------------------------------------------------------------


@_applies(e.VisitRecorded)
def _visit(state: State, stamp: e.Stamp, event: e.VisitRecorded) -> list[Case]:
    if state.get(Visit, event.visit_id) is None:
        state.put(Visit(**{("id" if name == "visit_id" else name): value for name, value in asdict(event).items()}))
    return []
