"""Lockers and what lies in them. Source: SOP penitipan-barang."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from loket.domain.entities.base import Entity, Id


class Pledge(StrEnum):
    """What is held while something of the library's, or a tag, is with a visitor."""

    NONE = "none"
    IDENTITY = "identity"
    MONEY = "money"


class LockerEnd(StrEnum):
    """How the use of a locker ended; OPEN while the things lie in it."""

    OPEN = "open"
    RETURNED = "returned"
    LOST_TAG = "lost_tag"  # given back without the tag, on proof (step 9)
    FORCED = "forced"  # opened by staff; the things were taken into keeping
    CANCELLED = "cancelled"  # undone at the desk: it never counted


@dataclass(frozen=True, slots=True)
class Locker(Entity):
    """One locker. `number` is painted on it; `bank` is where it stands, `row` and `column` its place there.

    `tag_code`: of the fixed tag that hangs on it, where the library has such; else a tag pair is printed each time.
    `out_of_order`: why it is not given out; "" while it is.
    """

    id: Id
    number: str
    bank: str = ""
    row: int = 0
    column: int = 0
    tag_code: str = ""
    out_of_order: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class LockerUse(Entity):
    """A visitor's things in a locker. The tag's other half lies with them.

    Attributes:
        holder: the name of somebody who is no member; "" once forgotten.
        pledge_type, pledge_last4: of a document held; never a whole number.
        proof: after a lost tag or a forced opening: how ownership was shown, what was found.
        witness_id: the second person then. statement_no: of the signed paper.
        moved_from: number of the locker the things lay in before.
    """

    id: Id
    locker_id: Id
    tag: str
    on: date
    taken_at: datetime
    end: LockerEnd = LockerEnd.OPEN
    ended_on: date | None = None
    ended_at: datetime | None = None
    member_id: Id | None = None
    visit_id: Id | None = None
    holder: str = ""
    contents: str = ""
    pledge: Pledge = Pledge.NONE
    pledge_type: str = ""
    pledge_last4: str = ""
    pledge_rp: int = 0
    proof: str = ""
    witness_id: Id | None = None
    statement_no: str = ""
    charge_id: Id | None = None
    moved_from: str = ""
    station_id: Id | None = None
    operator_id: Id | None = None
    ended_by: Id | None = None
