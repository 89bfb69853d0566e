"""`apply`: the only code that changes the tables that travel.

It reads and writes rows by key through `State`, never a clock, never chance. The same function runs at the desk, on
the server in the server's order, and in the simulator. A thing that physically happened is never rejected: where the
state contradicts the event, the fact is booked and a case says so. The handlers stand beside this module by area.
"""

from __future__ import annotations

from loket.domain import (
    apply_cash,
    apply_catalogue,
    apply_circulation,
    apply_decisions,
    apply_library,
    apply_lockers,
    apply_members,
    apply_money,
    apply_recaps,
    apply_rooms,
    apply_visits,
)
from loket.domain import events as e
from loket.domain.cases import CaseClass, make_case
from loket.domain.entities import Case, Operator
from loket.domain.handling import HANDLERS
from loket.domain.ports import State

AREAS = (
    *(apply_library, apply_members, apply_catalogue, apply_circulation, apply_money, apply_cash),
    *(apply_visits, apply_lockers, apply_rooms, apply_recaps, apply_decisions),
)


def apply(state: State, recorded: e.Recorded) -> list[Case]:
    """Book one event. Returns the cases it opened; they are stored too.

    A case that is there already, open or decided, stays as it is.
    """
    stamp = recorded.stamp
    cases = HANDLERS[type(recorded.event)](state, stamp, recorded.event) + _doubts_about(state, stamp)
    opened = [case for case in cases if state.get(Case, case.id) is None]
    for case in opened:
        state.put(case)
    return opened


def _doubts_about(state: State, stamp: e.Stamp) -> list[Case]:
    """What is wrong with who and when, whatever was done. One case for a station's wrong clock between two starts."""
    doubts = []
    if stamp.corrected_at is not None:
        key = f"{stamp.station_id}:{stamp.boot_id}"
        claimed = {"claimed_at": stamp.done_at, "corrected_at": stamp.corrected_at}
        doubts.append(make_case(stamp, CaseClass.CLOCK, "low", stamp.station_id, key=key, **claimed))
    operator = state.get(Operator, stamp.operator_id) if stamp.operator_id else None
    if operator is not None and operator.inactive_since is not None and operator.inactive_since < stamp.at:
        key = f"{operator.id}:{stamp.station_id}:{stamp.business_on.isoformat()}"
        doubts.append(make_case(stamp, CaseClass.OP_REVOKED, "medium", operator.id, key=key))
    return doubts
