"""Booking recaps, officials, activities, facts of a year, reminders.

What is said of a recap or reminder not known yet stands in a row of its own until its news comes; a row without a
station is such a one.
"""

from __future__ import annotations

from dataclasses import replace

from loket.domain import events as e
from loket.domain.cases import CaseClass, make_case
from loket.domain.entities import Case, Id, Recap, Reminder
from loket.domain.handling import applies
from loket.domain.ports import State


@applies(e.RecapMade)
def _made(state: State, stamp: e.Stamp, event: e.RecapMade) -> list[Case]:
    known = state.get(Recap, event.recap_id)
    if known is not None and known.station_id is not None:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.recap_id)]
    made = Recap(
        id=event.recap_id,
        station_id=stamp.station_id,
        on=event.on,
        series=event.series,
        running=event.running,
        number=event.number,
        revision=event.revision,
        made_at=stamp.at,
        made_by=stamp.operator_id,
        by_night=event.by_night,
        stream_id=event.stream_id,
        seq=event.seq,
        head_hash=event.head_hash,
        body=event.body,
        changes=event.changes,
    )
    if known is not None:
        made = replace(made, signed_at=known.signed_at, signed_by=known.signed_by, sign_note=known.sign_note)
    state.put(made)
    return []


@applies(e.RecapSigned)
def _signed(state: State, stamp: e.Stamp, event: e.RecapSigned) -> list[Case]:
    """The first signature stands."""
    recap = state.get(Recap, event.recap_id) or Recap(event.recap_id, None, stamp.business_on)
    signing = (stamp.at, stamp.operator_id or "")
    if recap.signed_at is None or signing < (recap.signed_at, recap.signed_by or ""):
        state.put(replace(recap, signed_at=stamp.at, signed_by=stamp.operator_id, sign_note=event.note))
    return []


@applies(e.OfficialSet)
def _official(state: State, stamp: e.Stamp, event: e.OfficialSet) -> list[Case]:
    state.put(event.official)
    return []


@applies(e.ActivitySet)
def _activity(state: State, stamp: e.Stamp, event: e.ActivitySet) -> list[Case]:
    state.put(event.activity)
    return []


@applies(e.YearFactSet)
def _year_fact(state: State, stamp: e.Stamp, event: e.YearFactSet) -> list[Case]:
    state.put(event.fact)
    return []


@applies(e.MemberReminded)
def _reminded(state: State, stamp: e.Stamp, event: e.MemberReminded) -> list[Case]:
    known = state.get(Reminder, event.reminder_id)
    if known is not None and known.station_id is not None:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.reminder_id)]
    state.put(
        Reminder(
            id=event.reminder_id,
            member_id=event.member_id,
            on=event.on,
            how=event.how,
            step=event.step,
            number=event.number,
            loan_ids=event.loan_ids,
            note=event.note,
            cancelled=known is not None and known.cancelled,
            station_id=stamp.station_id,
            operator_id=stamp.operator_id,
        )
    )
    return []


@applies(e.ReminderCancelled)
def _reminder_cancelled(state: State, stamp: e.Stamp, event: e.ReminderCancelled) -> list[Case]:
    known = state.get(Reminder, event.reminder_id) or Reminder(event.reminder_id, Id("0" * 32), stamp.business_on, "")
    state.put(replace(known, cancelled=True))
    return []
