"""What a scanned code of the front of the house means: a locker tag, a visitor's slip, a photocopy slip.

Every scan box asks here once it knows no member and no copy by that code.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from loket.db.rows import mapper
from loket.domain import scan as codes
from loket.domain.entities import Entity, Id, Locker, LockerUse, PhotocopyJob, Visit
from loket.domain.folding import code_key
from loket.domain.house_codes import Slip, daily_prefix, read_daily, read_tag
from loket.services.desk import Action, Desk
from loket.services.receipts import station_life

E = TypeVar("E", bound=Entity)
_USES = f"{mapper(LockerUse).select_sql} WHERE tag_key = ? ORDER BY (\"end\" = 'open') DESC, taken_at DESC LIMIT 1"
_FIXED = f"{mapper(Locker).select_sql} WHERE tag_code <> '' AND retired = 0"
_VISITS = f"{mapper(Visit).select_sql} WHERE visitor_key = ? AND visitor_key <> '' ORDER BY entered_at DESC LIMIT 1"
_JOBS = f"{mapper(PhotocopyJob).select_sql} WHERE number_key = ? ORDER BY noted_at DESC LIMIT 1"
_LAST = (
    "SELECT {column} FROM {table} WHERE {key} >= ? AND {key} < ? AND {key} <> ''"  # else its index does not serve
    " ORDER BY length({key}) DESC, {key} DESC LIMIT 1"
)


class HouseThing(StrEnum):
    LOCKER = "locker"  # the tag of a use, or the fixed tag of a locker
    VISITOR = "visitor"
    PHOTOCOPY = "photocopy"


@dataclass(frozen=True, slots=True)
class HouseCode:
    """What was scanned. `id`: of the locker use, visit or photocopy job; of a fixed tag on a free locker, the locker's.

    `is_open`: whether anything is still to be done with it: things in the locker, the visitor inside, the books out.
    """

    thing: HouseThing
    code: str
    id: Id
    is_open: bool


def recognise(act: Action, code: str) -> HouseCode | None:
    """What the front of the house knows by this code; None when it is not one of its own."""
    key = code_key(code)
    if read_tag(code) is not None and (use := _row(act, LockerUse, _USES, key)) is not None:
        return HouseCode(HouseThing.LOCKER, code, use.id, use.end == "open")
    daily = read_daily(code)
    if daily is not None and daily.slip is Slip.VISITOR and (visit := _row(act, Visit, _VISITS, key)) is not None:
        return HouseCode(HouseThing.VISITOR, code, visit.id, visit.left_at is None and not visit.cancelled)
    if daily is not None and daily.slip is Slip.PHOTOCOPY and (job := _row(act, PhotocopyJob, _JOBS, key)) is not None:
        return HouseCode(HouseThing.PHOTOCOPY, code, job.id, job.state == "out")
    return _fixed_tag(act, code, key)


def find(desk: Desk, text: str) -> HouseCode | None:
    """As `recognise`, of what was scanned or typed, in a moment of its own."""
    code = codes.clean(text)
    if not code:
        return None
    with desk.view() as act:
        return recognise(act, code)


def _fixed_tag(act: Action, code: str, key: str) -> HouseCode | None:
    for row in act.driver.execute(_FIXED).fetchall():
        locker = mapper(Locker).entity(row)
        if code_key(locker.tag_code) == key:
            uses = act.state.open_locker_uses(locker.id)
            return HouseCode(HouseThing.LOCKER, code, uses[-1].id if uses else locker.id, bool(uses))
    return None


def _row(act: Action, kind: type[E], sql: str, key: str) -> E | None:
    found = act.driver.execute(sql, (key,)).fetchone()
    return None if found is None else mapper(kind).entity(found)


def next_daily(act: Action, slip: Slip) -> str:
    """The number for a slip given now: one more than this counter's last of the day. Inside the caller's action."""
    prefix = code_key(daily_prefix(slip, act.today, station_life(act)))
    table, column, key = {
        Slip.VISITOR: ("visit", "visitor_no", "visitor_key"),
        Slip.PHOTOCOPY: ("photocopy_job", "number", "number_key"),
    }[slip]
    sql = _LAST.format(table=table, column=column, key=key)
    found = act.driver.execute(sql, (prefix, prefix + "\uffff")).fetchone()
    last = read_daily(found[0]) if found is not None else None
    return f"{daily_prefix(slip, act.today, station_life(act))}{(last.running if last else 0) + 1:03}"
