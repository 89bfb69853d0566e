"""Days of a desk whose money is settled, and the shift that is open at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loket.db import money_queries as q
from loket.db.rows import id_bytes
from loket.domain import events as e
from loket.domain.entities import CashDay, CashShift, Operator, Role
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.services.circulation import Approval
from loket.services.desk import Action, Desk
from loket.services.member_records import demand_reason

DESK_ROLES = (Role.CASHIER, Role.CIRCULATION, Role.TREASURER, Role.SUPERVISOR)
"""Who may take money at a desk and answer for its drawer."""
_OPEN = "station_id = ? AND closed_on IS NULL AND hand_over_id IS NULL ORDER BY opened_at DESC, id DESC LIMIT 1"
_OPEN_UNTIL = "SELECT 1 FROM cash_shift WHERE station_id = ? AND opened_on <= ? AND closed_on IS NULL"
_LOCKED = 'SELECT 1 FROM cash_day WHERE station_id = ? AND "on" = ? AND locked = 1'
_DAY = 'SELECT lower(hex(id)) FROM cash_day WHERE station_id = ? AND "on" = ? ORDER BY locked DESC, id DESC LIMIT 1'
_TAKEN_HERE = """SELECT count(*), coalesce(sum(CASE WHEN method = 'cash' THEN total_rp ELSE 0 END), 0),
    coalesce(sum(CASE WHEN method = 'cash' THEN 0 ELSE total_rp END), 0)
FROM receipt WHERE {day} = ? AND {station} = ? AND number <> ''"""


@dataclass(frozen=True, slots=True)
class DayView:
    """A day at this desk: how many receipts, and their sums less the voids made here on that day.

    `open_shift`: a drawer opened on or before it is still open. `day`: its lock, None when it never had one.
    """

    on: date
    receipts: int
    cash_rp: int
    noncash_rp: int
    open_shift: bool
    day: CashDay | None = None

    @property
    def locked(self) -> bool:
        return self.day is not None and self.day.locked


def is_locked(act: Action, on: date) -> bool:
    """Is this day settled at this desk? Then nothing is taken or voided on it."""
    return act.driver.execute(_LOCKED, (id_bytes(act.desk.station.id), on.isoformat())).fetchone() is not None


def demand_open_day(act: Action, on: date) -> None:
    """Raises Refused(DAY_LOCKED, on=)."""
    if is_locked(act, on):
        raise Refused(RefusalCode.DAY_LOCKED, on=on)


def open_shift_of(act: Action) -> CashShift | None:
    """The open shift of this desk; of several, as copies of one counter may leave behind, the last."""
    return next(iter(q.found_shifts(act.driver, _OPEN, (id_bytes(act.desk.station.id),))), None)


def drawer_rp(act: Action, shift: CashShift) -> int:
    """Cash that lies in the drawer now: the float and what came in, less what went back."""
    sums = q.shift_sums(act.driver, shift.id)
    return shift.float_rp + sums.cash_in_rp - sums.cash_out_rp


def day_view(desk: Desk, on: date) -> DayView:
    with desk.view() as act:
        return _day_view(act, on)


def _day_view(act: Action, on: date) -> DayView:
    here, day = id_bytes(act.desk.station.id), on.isoformat()
    taken = act.driver.execute(_TAKEN_HERE.format(day="paid_on", station="station_id"), (day, here)).fetchone()
    back = act.driver.execute(_TAKEN_HERE.format(day="voided_on", station="void_station_id"), (day, here)).fetchone()
    is_open = act.driver.execute(_OPEN_UNTIL, (here, day)).fetchone() is not None
    known = act.driver.execute(_DAY, (here, day)).fetchone()
    lock = act.state.get(CashDay, known[0]) if known else None
    return DayView(on, taken[0], taken[1] - back[1], taken[2] - back[2], is_open, lock)


def lock_day(desk: Desk, on: date) -> CashDay:
    """Settle a day at this desk: its sums are noted, and nothing is taken or voided on it any more.

    Raises Refused: SHIFT_OPEN (since=) while a drawer opened on or before that day is open, DAY_LOCKED (on=),
    ROLE_MISSING, CLOCK_DOUBTFUL; InvalidInput("on", "date_future").
    """
    with desk.action() as act:
        act.demand_role(*DESK_ROLES)
        act.demand_sound_clock()
        if on > act.today:
            raise InvalidInput("on", "date_future")
        demand_open_day(act, on)
        seen = _day_view(act, on)
        if seen.open_shift:
            shift = open_shift_of(act)
            raise Refused(RefusalCode.SHIFT_OPEN, since=shift.opened_on if shift else on)
        day_id = seen.day.id if seen.day else act.new_id()
        act.record(e.CashDayLocked(day_id, on, seen.receipts, seen.cash_rp, seen.noncash_rp))
        return _the_day(act, day_id)


def reopen_day(desk: Desk, on: date, approval: Approval) -> CashDay:
    """Open a settled day again: a supervisor's word with its reason. A supervisor at the desk may give it himself.

    Raises Refused: DAY_NOT_LOCKED (on=), APPROVAL_NEEDED when the word is no active supervisor's, ROLE_MISSING;
    InvalidInput("reason").
    """
    with desk.action() as act:
        act.demand_role(*DESK_ROLES)
        reason = demand_reason(approval.reason)
        supervisor = act.state.get(Operator, approval.supervisor_id)
        if supervisor is None or not supervisor.active or Role.SUPERVISOR not in supervisor.roles:
            raise Refused(RefusalCode.APPROVAL_NEEDED)
        seen = _day_view(act, on)
        if seen.day is None or not seen.day.locked:
            raise Refused(RefusalCode.DAY_NOT_LOCKED, on=on)
        act.record(e.CashDayReopened(seen.day.id, reason, approval.supervisor_id))
        return _the_day(act, seen.day.id)


def _the_day(act: Action, day_id: str) -> CashDay:
    day = act.state.get(CashDay, day_id)
    assert day is not None  # just booked
    return day
