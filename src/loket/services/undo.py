"""Ctrl+Z at the desk: the last action of this counter taken back, by a new event. Nothing is ever deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from loket.db.journal import COLUMNS, recorded
from loket.db.rows import id_bytes
from loket.domain import events as e
from loket.domain.apply_circulation import GONE
from loket.domain.entities import Biblio, Charge, Id, Item, Loan, LoanEnd, Member
from loket.domain.errors import RefusalCode, Refused
from loket.services.circulation import biblio_of
from loket.services.desk import Action, Desk

UNDOABLE = (e.ItemLent, e.ItemReturned, e.LoanRenewed, e.ItemDeclared)
UNDOING = (e.LoanUndone, e.ReturnUndone, e.RenewalUndone, e.DeclarationUndone)
_NAMES = ", ".join(f"'{kind.__name__}'" for kind in UNDOABLE + UNDOING)
LATEST = f"""SELECT {COLUMNS} FROM journal
WHERE stream_id = ? AND business_on = ? AND type IN ({_NAMES}) ORDER BY seq DESC LIMIT 200"""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back. `credit_rp`: paid already on a fine or charge that is no longer owed; it is the member's."""

    event_id: Id
    undoes: Id
    undone: e.Event
    member: Member | None
    item: Item
    biblio: Biblio
    credit_rp: int = 0


def undo(desk: Desk, *, reason: str = "") -> Undone:
    """Take back this counter's last loan, return, renewal or declaration of today that still stands.

    Raises Refused: NOTHING_TO_UNDO; UNDO_NEEDS_REASON when money was charged; UNDO_TOO_LATE when the copy has
    moved on since.
    """
    with desk.action() as act:
        event_id, event = _last(act)
        if _raised_money(event) and not reason.strip():
            raise Refused(RefusalCode.UNDO_NEEDS_REASON)
        undoing, item_id, member_id = _opposite(act, event_id, event, reason.strip())
        new_id, _ = act.record(undoing)
        item = act.state.get(Item, item_id)
        assert item is not None
        member = act.state.get(Member, member_id) if member_id else None
        biblio = biblio_of(act, item)
        return Undone(new_id, event_id, event, member, item, biblio, _credit_rp(act, event))


def _last(act: Action) -> tuple[Id, e.Event]:
    rows = act.driver.execute(LATEST, (id_bytes(act.desk.stream_id), act.today.isoformat())).fetchall()
    undone: set[Id] = set()
    for row in rows:
        found = recorded(row)
        if isinstance(found.event, UNDOING):
            undone.add(found.event.undoes)
        elif found.stamp.event_id not in undone:
            return found.stamp.event_id, found.event
    raise Refused(RefusalCode.NOTHING_TO_UNDO)


def _raised_money(event: e.Event) -> bool:
    return isinstance(event, (e.ItemReturned, e.ItemDeclared)) and event.charge_id is not None


def _credit_rp(act: Action, event: e.Event) -> int:
    charge_id = event.charge_id if isinstance(event, (e.ItemReturned, e.ItemDeclared)) else None
    charge = act.state.get(Charge, charge_id) if charge_id else None
    return max(0, charge.credit_rp) if charge is not None else 0


def _opposite(act: Action, event_id: Id, event: Any, reason: str) -> tuple[e.Event, Id, Id | None]:
    """(the undoing event, its item, its member). Raises Refused(UNDO_TOO_LATE)."""
    match event:
        case e.ItemLent():
            _demand_open(act, event.loan_id)
            return e.LoanUndone(event_id, event.loan_id, reason), event.item_id, event.member_id
        case e.ItemReturned():
            _demand_on_shelf(act, event.item_id)
            return _return_undone(event_id, event, reason), event.item_id, event.member_id
        case e.LoanRenewed():
            loan = _demand_open(act, event.loan_id)
            if (loan.due_on, loan.renewals) != (event.due_on, event.renewals):
                raise Refused(RefusalCode.UNDO_TOO_LATE)  # renewed again at another counter
            undone = e.RenewalUndone(event_id, loan.id, event.was_due_on, event.renewals - 1, reason)
            return undone, loan.item_id, loan.member_id
        case e.ItemDeclared():
            item = act.state.get(Item, event.item_id)
            if item is None or item.status != event.status:
                raise Refused(RefusalCode.UNDO_TOO_LATE)
            back = e.DeclarationUndone(event_id, item.id, event.was, event.loan_id, event.charge_id, reason)
            return back, item.id, event.member_id
    raise Refused(RefusalCode.NOTHING_TO_UNDO)


def _return_undone(event_id: Id, event: e.ItemReturned, reason: str) -> e.ReturnUndone:
    return e.ReturnUndone(
        undoes=event_id,
        loan_id=event.loan_id,
        item_id=event.item_id,
        member_id=event.member_id,
        charge_id=event.charge_id,
        suspended_was=event.suspended_was,
        suspended_set=event.suspended_until,
        reason=reason,
    )


def _demand_open(act: Action, loan_id: Id) -> Loan:
    loan = act.state.get(Loan, loan_id)
    if loan is None or loan.end is not LoanEnd.OPEN:
        raise Refused(RefusalCode.UNDO_TOO_LATE)
    return loan


def _demand_on_shelf(act: Action, item_id: Id) -> None:
    item = act.state.get(Item, item_id)
    if item is None or item.loan_id is not None or item.status in GONE:
        raise Refused(RefusalCode.UNDO_TOO_LATE)
