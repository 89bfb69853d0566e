"""The cash drawer of a desk: opened with a float, counted by denomination, handed over to the treasurer.

handed over = float + net cash of the shift + difference - left in the drawer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from loket.db import money_queries as q
from loket.db.rows import id_bytes
from loket.domain import events as e
from loket.domain.entities import CashShift, HandOver, Id, Operator, Role, Station
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.receipt_no import ST
from loket.services.cash_days import DESK_ROLES, demand_open_day, open_shift_of
from loket.services.desk import Action, Desk
from loket.services.receipts import next_number

DENOMINATIONS = (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100)
"""Notes and coins in use, rupiah."""
MOST_RP = 100_000_000  # in one drawer; more is a slip of the finger
MOST_PIECES = 100_000
LONGEST_EXPLANATION = 300
_HERE = "station_id = ? AND closed_on IS NOT NULL"
_LAST_LEFT = f"SELECT left_rp FROM cash_shift WHERE {_HERE} ORDER BY closed_at DESC, id DESC LIMIT 1"
_WAITING = f"{_HERE} AND hand_over_id IS NULL ORDER BY closed_at, id"
_BETWEEN = "opened_on BETWEEN ? AND ? AND opened_by IS NOT NULL ORDER BY opened_at DESC, id DESC"
_BETWEEN_HERE = f"station_id = ? AND {_BETWEEN}"


@dataclass(frozen=True, slots=True)
class ShiftView:
    """A shift with its sums: from the receipts while it is open, all the same when it is closed.

    Attributes:
        cash_in_rp: cash receipts. cash_out_rp: cash voids and money given back (above nought).
        noncash_rp: net, what is not cash. qris_rp, transfer_rp: its parts.
        expected_rp: float + cash in - cash out.
        receipts, voids: how many.
        to_hand_rp: counted - left, of a closed shift.
    """

    shift: CashShift
    station_code: str
    opened_by: str
    closed_by: str
    cash_in_rp: int
    cash_out_rp: int
    qris_rp: int
    transfer_rp: int
    receipts: int
    voids: int

    @property
    def noncash_rp(self) -> int:
        return self.qris_rp + self.transfer_rp

    @property
    def expected_rp(self) -> int:
        return self.shift.float_rp + self.cash_in_rp - self.cash_out_rp

    @property
    def difference_rp(self) -> int:
        return self.shift.counted_rp - self.shift.expected_rp if self.shift.closed_on else 0

    @property
    def to_hand_rp(self) -> int:
        return self.shift.counted_rp - self.shift.left_rp if self.shift.closed_on else 0


def counted_rp(counts: Mapping[int, int]) -> int:
    """What was counted. Raises InvalidInput("counts", "count_unreadable") for other denominations or below nought."""
    for denomination, pieces in counts.items():
        if denomination not in DENOMINATIONS or not 0 <= pieces <= MOST_PIECES:
            raise InvalidInput("counts", "count_unreadable")
    return sum(denomination * pieces for denomination, pieces in counts.items())


def read_counts(counts: Sequence[str]) -> dict[int, int]:
    """The pieces by denomination of a closed shift ("50000x3")."""
    parts = (text.split("x") for text in counts)
    return {int(denomination): int(pieces) for denomination, pieces in parts}


def last_float(desk: Desk) -> int:
    """What the last shift of this desk left in the drawer; 0 for the first."""
    with desk.view() as act:
        found = act.driver.execute(_LAST_LEFT, (id_bytes(desk.station.id),)).fetchone()
    return int(found[0]) if found else 0


def current_shift(desk: Desk) -> ShiftView | None:
    """The open shift of this desk."""
    with desk.view() as act:
        shift = open_shift_of(act)
        return None if shift is None else shift_view(act, shift)


def shift_view(act: Action, shift: CashShift) -> ShiftView:
    """The shift with its sums, from its receipts."""
    station = act.state.get(Station, shift.station_id)
    sums = q.shift_sums(act.driver, shift.id)
    return ShiftView(
        shift=shift,
        station_code=station.code if station else "",
        opened_by=name_of(act, shift.opened_by),
        closed_by=name_of(act, shift.closed_by),
        cash_in_rp=sums.cash_in_rp,
        cash_out_rp=sums.cash_out_rp,
        qris_rp=sums.qris_rp,
        transfer_rp=sums.transfer_rp,
        receipts=sums.receipts,
        voids=sums.voids,
    )


def name_of(act: Action, operator_id: Id | None) -> str:
    operator = act.state.get(Operator, operator_id) if operator_id else None
    return operator.full_name if operator else ""


def open_shift(desk: Desk, float_rp: int) -> CashShift:
    """Begin a shift with this much change in the drawer.

    Raises Refused: SHIFT_OPEN (since=), DAY_LOCKED (on=), ROLE_MISSING, CLOCK_DOUBTFUL;
    InvalidInput("float_rp", "amount_range", least_rp=, most_rp=).
    """
    with desk.action() as act:
        act.demand_role(*DESK_ROLES)
        act.demand_sound_clock()
        demand_amount("float_rp", float_rp)
        demand_open_day(act, act.today)
        if (standing := open_shift_of(act)) is not None:
            raise Refused(RefusalCode.SHIFT_OPEN, since=standing.opened_on)
        shift_id = act.new_id()
        act.record(e.ShiftOpened(shift_id, act.today, float_rp))
        return _the_shift(act, shift_id)


def close_shift(
    desk: Desk, counts: Mapping[int, int], left_rp: int, explanation: str = "", *, to_treasurer: bool = False
) -> CashShift:
    """Count the drawer of this desk and close it. `to_treasurer`: whoever closes it is the treasurer himself, and
    hands over to himself and receives at once.

    Raises Refused: NO_OPEN_SHIFT, ROLE_MISSING, CLOCK_DOUBTFUL; InvalidInput: ("counts", "count_unreadable"),
    ("left_rp", "left_too_much", counted_rp=), ("explanation", "difference_unexplained", difference_rp=).
    """
    with desk.action() as act:
        act.demand_role(*((Role.TREASURER,) if to_treasurer else DESK_ROLES))
        act.demand_sound_clock()
        shift = open_shift_of(act)
        if shift is None:
            raise Refused(RefusalCode.NO_OPEN_SHIFT)
        seen, found_rp = shift_view(act, shift), counted_rp(counts)
        if not 0 <= left_rp <= found_rp:
            raise InvalidInput("left_rp", "left_too_much", counted_rp=found_rp)
        explanation = explained(found_rp - seen.expected_rp, explanation)
        sums = seen.expected_rp, found_rp, written_counts(counts), left_rp, seen.noncash_rp
        act.record(e.ShiftClosed(shift.id, act.today, *sums, explanation))
        closed = _the_shift(act, shift.id)
        if to_treasurer:
            handed = _hand_over(act, [closed])
            act.record(e.HandOverReceived(handed.id, act.today, handed.cash_rp))
        return _the_shift(act, shift.id)


def written_counts(counts: Mapping[int, int]) -> tuple[str, ...]:
    """As the event has them, the largest first; what was not there is left out."""
    return tuple(f"{denomination}x{counts[denomination]}" for denomination in DENOMINATIONS if counts.get(denomination))


def explained(difference_rp: int, explanation: str) -> str:
    """The explanation, tidied. A difference needs one: raises InvalidInput("explanation", "difference_unexplained")."""
    tidied = " ".join(explanation.split())
    if difference_rp and not tidied:
        raise InvalidInput("explanation", "difference_unexplained", difference_rp=difference_rp)
    if len(tidied) > LONGEST_EXPLANATION:
        raise InvalidInput("explanation", "text_too_long", longest=LONGEST_EXPLANATION)
    return tidied


def demand_amount(field: str, rp: int) -> None:
    """Raises InvalidInput(field, "amount_range", least_rp=, most_rp=)."""
    if not 0 <= rp <= MOST_RP:
        raise InvalidInput(field, "amount_range", least_rp=0, most_rp=MOST_RP)


def shifts(desk: Desk, from_on: date, until: date, *, here: bool = False) -> list[ShiftView]:
    """Shifts opened in these days, newest first; of this desk only with `here`."""
    span = from_on.isoformat(), until.isoformat()
    where, values = (_BETWEEN_HERE, (id_bytes(desk.station.id), *span)) if here else (_BETWEEN, span)
    with desk.view() as act:
        return [shift_view(act, shift) for shift in q.found_shifts(act.driver, where, values)]


def waiting_shifts(desk: Desk) -> list[ShiftView]:
    """Closed shifts of this desk whose money was not handed over yet, oldest first."""
    with desk.view() as act:
        found = q.found_shifts(act.driver, _WAITING, (id_bytes(desk.station.id),))
        return [shift_view(act, shift) for shift in found]


def hand_over(desk: Desk, shift_ids: Sequence[Id]) -> HandOver:
    """The desk's signature under the money of these closed shifts of this desk.

    Raises Refused: NOTHING_TO_HAND_OVER (no shifts, or one that is open, of another desk or handed over already),
    ROLE_MISSING, CLOCK_DOUBTFUL.
    """
    with desk.action() as act:
        act.demand_role(*DESK_ROLES)
        act.demand_sound_clock()
        return _hand_over(act, [_closed_here(act, shift_id) for shift_id in dict.fromkeys(shift_ids)])


def _closed_here(act: Action, shift_id: Id) -> CashShift:
    shift = act.state.get(CashShift, shift_id)
    usable = shift is not None and shift.closed_on is not None and shift.hand_over_id is None
    if shift is None or not usable or shift.station_id != act.desk.station.id:
        raise Refused(RefusalCode.NOTHING_TO_HAND_OVER)
    return shift


def _hand_over(act: Action, closed: Sequence[CashShift]) -> HandOver:
    if not closed:
        raise Refused(RefusalCode.NOTHING_TO_HAND_OVER)
    numbered, hand_over_id = next_number(act, ST), act.new_id()
    cash_rp = sum(shift.counted_rp - shift.left_rp for shift in closed)
    noncash_rp = sum(shift.noncash_rp for shift in closed)
    named = hand_over_id, numbered.series, numbered.running, numbered.number
    act.record(e.CashHandedOver(*named, tuple(shift.id for shift in closed), act.today, cash_rp, noncash_rp))
    handed = act.state.get(HandOver, hand_over_id)
    assert handed is not None  # just booked
    return handed


def _the_shift(act: Action, shift_id: Id) -> CashShift:
    shift = act.state.get(CashShift, shift_id)
    assert shift is not None  # just booked
    return shift
