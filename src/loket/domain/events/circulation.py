"""Loans, returns, renewals, and what takes them back."""

from __future__ import annotations

from datetime import date, datetime

from loket.domain.entities import Id
from loket.domain.events.base import UNTOLD, Event, event


@event
class ItemLent(Event):
    """SOP peminjaman step 6. `max_items` is the promised limit: the server checks it again after a week offline.

    `item_seen_at` is what this desk knew of the copy (`Item.seen_at`): had another desk it in hand since, unknown
    here, then the two are compared by time.
    """

    loan_id: Id
    member_id: Id
    item_id: Id
    biblio_id: Id
    policy_id: Id
    lent_on: date
    due_on: date
    max_items: int
    override_id: Id | None = None
    item_seen_at: datetime | None = UNTOLD


@event
class ItemReturned(Event):
    """SOP pengembalian steps 5-6, with the fine as decided by the loan's own policy."""

    loan_id: Id
    item_id: Id
    member_id: Id
    returned_on: date
    late_days: int = 0
    charge_id: Id | None = None
    fine_rp: int = 0
    suspended_until: date | None = None
    suspended_was: date | None = None


@event
class ReturnNoted(Event):
    """A copy came back that this counter did not know to be out, or did not know at all. No fine is decided here.

    `item_id` names the copy's row, new where the counter has none: the barcode finds the real one.
    """

    barcode: str
    item_id: Id
    returned_on: date


@event
class LoanRenewed(Event):
    """SOP perpanjangan-buku step 5: the book was shown."""

    loan_id: Id
    due_on: date
    was_due_on: date
    renewals: int
    override_id: Id | None = None


@event
class ItemDeclared(Event):
    """A copy's status said at the desk: lost (with its loan), damaged, found again."""

    item_id: Id
    status: str
    was: str
    note: str = ""
    loan_id: Id | None = None
    member_id: Id | None = None
    charge_id: Id | None = None
    charge_rp: int = 0
    declared_on: date | None = None


@event
class LoanUndone(Event):
    undoes: Id
    loan_id: Id
    reason: str = ""


@event
class ReturnUndone(Event):
    undoes: Id
    loan_id: Id
    item_id: Id
    member_id: Id
    charge_id: Id | None = None
    suspended_was: date | None = None
    suspended_set: date | None = None
    reason: str = ""


@event
class RenewalUndone(Event):
    undoes: Id
    loan_id: Id
    due_on: date
    renewals: int
    reason: str = ""


@event
class DeclarationUndone(Event):
    undoes: Id
    item_id: Id
    status: str
    loan_id: Id | None = None
    charge_id: Id | None = None
    reason: str = ""
