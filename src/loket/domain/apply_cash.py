"""Booking the drawer and the treasurer: shifts, hand-overs, deposit slips, settled days.

What is said of a shift, hand-over or slip that is not known yet stands in a row of its own until its news comes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from loket.domain import events as e
from loket.domain.cases import CaseClass, make_case
from loket.domain.entities import Case, CashDay, CashShift, HandOver, Id, Remittance, RemittanceLine
from loket.domain.handling import applies
from loket.domain.ports import State

# ---- the drawer ---------------------------------------------------------------------------------------------------


@applies(e.ShiftOpened)
def _shift_opened(state: State, stamp: e.Stamp, event: e.ShiftOpened) -> list[Case]:
    known = state.get(CashShift, event.shift_id)
    if known is not None and not _is_stand_in(known):
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.shift_id)]
    shift = known or _unheard_shift(stamp, event.shift_id)
    state.put(
        replace(
            shift,
            station_id=stamp.station_id,
            opened_on=event.opened_on,
            opened_at=stamp.at,
            opened_by=stamp.operator_id,
            float_rp=event.float_rp,
        )
    )
    return []


def _unheard_shift(stamp: e.Stamp, shift_id: Id) -> CashShift:
    """What stands for a shift known by its end alone: nobody opened it."""
    return CashShift(shift_id, stamp.station_id, stamp.business_on, stamp.at, None, 0)


def _is_stand_in(shift: CashShift) -> bool:
    return shift.opened_by is None and shift.float_rp == 0 and (shift.closed_on or shift.hand_over_id) is not None


@applies(e.ShiftClosed)
def _shift_closed(state: State, stamp: e.Stamp, event: e.ShiftClosed) -> list[Case]:
    """Counted twice, as two copies of one counter may: the first count stands."""
    known = state.get(CashShift, event.shift_id)
    shift = known or _unheard_shift(stamp, event.shift_id)
    if shift.closed_on is not None:
        told: dict[str, Any] = {"what": "shift", "counted_rp": event.counted_rp}
        return [make_case(stamp, CaseClass.CASH_TWICE, "medium", shift.id, **told)]
    state.put(
        replace(
            shift,
            closed_on=event.closed_on,
            closed_at=stamp.at,
            closed_by=stamp.operator_id,
            expected_rp=event.expected_rp,
            counted_rp=event.counted_rp,
            counts=event.counts,
            left_rp=event.left_rp,
            noncash_rp=event.noncash_rp,
            explanation=event.explanation,
        )
    )
    return [] if known is not None else [make_case(stamp, CaseClass.PAY_UNKNOWN, "medium", shift.id)]


@applies(e.CashHandedOver)
def _cash_handed_over(state: State, stamp: e.Stamp, event: e.CashHandedOver) -> list[Case]:
    known = state.get(HandOver, event.hand_over_id)
    if known is not None and known.number:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.hand_over_id)]
    handed = replace(
        known or _unheard_hand_over(stamp, event.hand_over_id),
        series=event.series,
        running=event.running,
        number=event.number,
        station_id=stamp.station_id,
        handed_on=event.handed_on,
        handed_at=stamp.at,
        handed_by=stamp.operator_id,
        cash_rp=event.cash_rp,
        noncash_rp=event.noncash_rp,
    )
    state.put(handed)
    return [case for shift_id in event.shift_ids for case in _shift_handed_over(state, stamp, shift_id, handed.id)]


def _unheard_hand_over(stamp: e.Stamp, hand_over_id: Id) -> HandOver:
    """What stands for a hand-over known by what became of it alone: no number, no money."""
    return HandOver(hand_over_id, "", 0, "", stamp.station_id, stamp.business_on, stamp.at, None, 0, 0)


def _shift_handed_over(state: State, stamp: e.Stamp, shift_id: Id, hand_over_id: Id) -> list[Case]:
    known = state.get(CashShift, shift_id)
    shift = known or _unheard_shift(stamp, shift_id)
    if shift.hand_over_id is not None:
        told: dict[str, Any] = {"what": "hand_over", "other": shift.hand_over_id, "hand_over": hand_over_id}
        return [make_case(stamp, CaseClass.CASH_TWICE, "medium", shift.id, **told)]
    state.put(replace(shift, hand_over_id=hand_over_id))
    return [] if known is not None else [make_case(stamp, CaseClass.PAY_UNKNOWN, "medium", shift.id)]


@applies(e.HandOverReceived)
def _hand_over_received(state: State, stamp: e.Stamp, event: e.HandOverReceived) -> list[Case]:
    """Received at two treasurers' counters, the first count stands."""
    known = state.get(HandOver, event.hand_over_id)
    handed = known or _unheard_hand_over(stamp, event.hand_over_id)
    if handed.received_on is not None:
        told: dict[str, Any] = {"what": "received", "received_rp": event.received_rp}
        return [make_case(stamp, CaseClass.CASH_TWICE, "medium", handed.id, **told)]
    state.put(
        replace(
            handed,
            received_on=event.received_on,
            received_at=stamp.at,
            received_by=stamp.operator_id,
            received_rp=event.received_rp,
            explanation=event.explanation,
        )
    )
    return [] if known is not None else [make_case(stamp, CaseClass.PAY_UNKNOWN, "medium", handed.id)]


# ---- the treasurer ------------------------------------------------------------------------------------------------


@applies(e.CashRemitted)
def _cash_remitted(state: State, stamp: e.Stamp, event: e.CashRemitted) -> list[Case]:
    """Money that stands on two deposit slips was brought to the bank once at most."""
    known = state.get(Remittance, event.remittance_id)
    if known is not None and known.number:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.remittance_id)]
    slip = replace(
        known or _unheard_slip(stamp, event.remittance_id),
        series=event.series,
        running=event.running,
        number=event.number,
        remitted_on=event.remitted_on,
        amount_rp=event.amount_rp,
        bank=event.bank,
        bank_account=event.bank_account,
        noncash_rp=event.noncash_rp,
        station_id=stamp.station_id,
        operator_id=stamp.operator_id,
    )
    state.put(slip)
    for line in event.lines:
        state.put(RemittanceLine(line.line_id, slip.id, line.account, line.name, line.amount_rp))
    if slip.voided_on is not None:
        return []  # its hand-overs wait for another
    return [case for handed in event.hand_over_ids for case in _remitted(state, stamp, handed, slip.id)]


def _unheard_slip(stamp: e.Stamp, remittance_id: Id) -> Remittance:
    """What stands for a deposit slip known by what became of it alone: no number, no money."""
    return Remittance(remittance_id, "", 0, "", stamp.business_on, 0, "", "")


def _remitted(state: State, stamp: e.Stamp, hand_over_id: Id, remittance_id: Id) -> list[Case]:
    known = state.get(HandOver, hand_over_id)
    handed = known or _unheard_hand_over(stamp, hand_over_id)
    if handed.remittance_id is not None:
        told: dict[str, Any] = {"what": "remitted", "other": handed.remittance_id, "remittance": remittance_id}
        return [make_case(stamp, CaseClass.CASH_TWICE, "high", handed.id, **told)]
    state.put(replace(handed, remittance_id=remittance_id))
    return [] if known is not None else [make_case(stamp, CaseClass.PAY_UNKNOWN, "medium", handed.id)]


@applies(e.RemittanceConfirmed)
def _remittance_confirmed(state: State, stamp: e.Stamp, event: e.RemittanceConfirmed) -> list[Case]:
    known = state.get(Remittance, event.remittance_id)
    slip = known or _unheard_slip(stamp, event.remittance_id)
    scan = event.scan or slip.scan
    state.put(replace(slip, confirmed_on=event.confirmed_on, reference=event.reference, scan=scan))
    return [] if known is not None else [make_case(stamp, CaseClass.PAY_UNKNOWN, "medium", slip.id)]


@applies(e.RemittanceVoided)
def _remittance_voided(state: State, stamp: e.Stamp, event: e.RemittanceVoided) -> list[Case]:
    """Voided twice it is void once; its hand-overs may stand on another slip since."""
    known = state.get(Remittance, event.remittance_id)
    slip = known or _unheard_slip(stamp, event.remittance_id)
    if slip.voided_on is not None:
        return []
    state.put(replace(slip, voided_on=event.voided_on, void_reason=event.reason))
    for handed in state.hand_overs_of(slip.id):
        state.put(replace(handed, remittance_id=None))
    return [] if known is not None else [make_case(stamp, CaseClass.PAY_UNKNOWN, "medium", slip.id)]


# ---- settled days -------------------------------------------------------------------------------------------------


@applies(e.CashDayLocked)
def _cash_day_locked(state: State, stamp: e.Stamp, event: e.CashDayLocked) -> list[Case]:
    """A day that was opened again before anybody heard of its lock stays open."""
    known = state.get(CashDay, event.day_id)
    is_open = known is not None and not known.locked and known.locked_by is None and known.receipts == 0
    sums = event.receipts, event.cash_rp, event.noncash_rp
    day = CashDay(event.day_id, stamp.station_id, event.on, not is_open, *sums, stamp.operator_id)
    if known is not None and is_open:
        day = replace(day, reopened_by=known.reopened_by, reopened_why=known.reopened_why)
    state.put(day)
    return []


@applies(e.CashDayReopened)
def _cash_day_reopened(state: State, stamp: e.Stamp, event: e.CashDayReopened) -> list[Case]:
    known = state.get(CashDay, event.day_id)
    day = known or CashDay(event.day_id, stamp.station_id, stamp.business_on, False, 0, 0, 0)
    reopened_by = event.approved_by or stamp.operator_id
    state.put(replace(day, locked=False, reopened_by=reopened_by, reopened_why=event.reason))
    return [] if known is not None else [make_case(stamp, CaseClass.PAY_UNKNOWN, "low", day.id)]
