"""Loans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from loket.domain.entities.base import Entity, Id


class LoanEnd(StrEnum):
    """How a loan ended; OPEN while the book is with the member."""

    OPEN = "open"
    RETURNED = "returned"
    LOST = "lost"
    CANCELLED = "cancelled"  # undone at the desk: it never counted
    IMPLIED = "implied"  # lent on to somebody else before its return was seen
    MERGED = "merged"  # two counters lent the copy to the same member: the other loan stands for both


@dataclass(frozen=True, slots=True)
class Loan(Entity):
    id: Id
    member_id: Id
    item_id: Id
    biblio_id: Id
    policy_id: Id
    lent_on: date
    lent_at: datetime
    due_on: date
    renewals: int = 0
    end: LoanEnd = LoanEnd.OPEN
    ended_on: date | None = None
    ended_at: datetime | None = None
    station_id: Id | None = None  # where and by whom it was lent
    operator_id: Id | None = None
    merged_into: Id | None = None
    moved_from: Id | None = None  # the record that it was lent to, merged into his since
