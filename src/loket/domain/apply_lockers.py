"""Booking lockers. What is said of a use that is not known yet stands in a row of its own until its news comes.

Two counters that did not hear of each other may give out one locker: both uses stay, and LOCK_DUP says so at once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from loket.domain import events as e
from loket.domain.cases import CaseClass, make_case
from loket.domain.entities import Case, Id, LockerEnd, LockerUse
from loket.domain.handling import applies
from loket.domain.ports import State


@applies(e.LockerSet)
def _locker(state: State, stamp: e.Stamp, event: e.LockerSet) -> list[Case]:
    state.put(event.locker)
    return []


@applies(e.LockerTaken)
def _taken(state: State, stamp: e.Stamp, event: e.LockerTaken) -> list[Case]:
    known = state.get(LockerUse, event.use_id)
    if known is not None and known.station_id is not None:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.use_id)]
    use = LockerUse(
        id=event.use_id,
        locker_id=event.locker_id,
        tag=event.tag,
        on=event.on,
        taken_at=stamp.at,
        member_id=event.member_id,
        visit_id=event.visit_id,
        holder=event.holder or "",
        contents=event.contents,
        pledge=event.pledge,
        pledge_type=event.pledge_type,
        pledge_last4=event.pledge_last4,
        pledge_rp=event.pledge_rp,
        station_id=stamp.station_id,
        operator_id=stamp.operator_id,
    )
    if known is not None:
        use = _as_it_went_on(use, known)
    state.put(use)
    return _twice(state, stamp, use.locker_id)


def _as_it_went_on(use: LockerUse, known: LockerUse) -> LockerUse:
    """The beginning heard of last, with what was heard of its end before."""
    return replace(
        use,
        locker_id=known.locker_id,
        moved_from=known.moved_from,
        end=known.end,
        ended_on=known.ended_on,
        ended_at=known.ended_at,
        ended_by=known.ended_by,
        proof=known.proof,
        witness_id=known.witness_id,
        statement_no=known.statement_no,
        charge_id=known.charge_id,
    )


def _twice(state: State, stamp: e.Stamp, locker_id: Id) -> list[Case]:
    """Is one locker with two people? One case, however often it is moved into (conflict class LOCK_DUP)."""
    uses = sorted(state.open_locker_uses(locker_id), key=lambda use: (use.taken_at, use.id))
    if len(uses) < 2:
        return []
    earlier, later = uses[-2:]
    told = {"locker_id": locker_id, "earlier": earlier.id, "later": later.id}
    return [make_case(stamp, CaseClass.LOCK_DUP, "high", locker_id, key=f"{earlier.id}:{later.id}", **told)]


def _heard_of(state: State, stamp: e.Stamp, use_id: Id, locker_id: Id) -> LockerUse:
    """The use, or what stands for it until its own news comes."""
    known = state.get(LockerUse, use_id)
    return known or LockerUse(use_id, locker_id, "", stamp.business_on, stamp.at)


def _ended(use: LockerUse, stamp: e.Stamp, end: LockerEnd, on: date) -> LockerUse:
    return replace(use, end=end, ended_on=on, ended_at=stamp.at, ended_by=stamp.operator_id)


@applies(e.LockerReturned)
def _returned(state: State, stamp: e.Stamp, event: e.LockerReturned) -> list[Case]:
    """Given back twice, by two counters: the first stands. Back with its tag outweighs that it was forced open."""
    use = _heard_of(state, stamp, event.use_id, event.locker_id)
    if use.end in (LockerEnd.OPEN, LockerEnd.FORCED):
        state.put(_ended(use, stamp, LockerEnd.RETURNED, event.returned_on))
    return []


@applies(e.LockerTagLost)
def _tag_lost(state: State, stamp: e.Stamp, event: e.LockerTagLost) -> list[Case]:
    """Where the things had gone back before, against the tag, somebody else has them: a person looks at it."""
    use = _heard_of(state, stamp, event.use_id, event.locker_id)
    proven = replace(
        use,
        proof=event.proof or "",
        witness_id=event.witness_id,
        statement_no=event.statement_no,
        charge_id=event.charge_id,
    )
    if use.end is LockerEnd.RETURNED:
        state.put(proven)
        told = {"locker_id": use.locker_id, "use_id": use.id, "statement_no": event.statement_no}
        return [make_case(stamp, CaseClass.LOCK_DUP, "high", use.locker_id, key=f"lost:{use.id}", **told)]
    if use.end in (LockerEnd.OPEN, LockerEnd.FORCED):
        state.put(_ended(proven, stamp, LockerEnd.LOST_TAG, event.returned_on))
    return []


@applies(e.LockerForced)
def _forced(state: State, stamp: e.Stamp, event: e.LockerForced) -> list[Case]:
    use = _heard_of(state, stamp, event.use_id, event.locker_id)
    if use.end is LockerEnd.OPEN:
        found = "\n".join(part for part in (event.reason, event.proof or "") if part)
        opened = replace(use, proof=found, witness_id=event.witness_id, statement_no=event.statement_no)
        state.put(_ended(opened, stamp, LockerEnd.FORCED, event.opened_on))
    return []


@applies(e.LockerMoved)
def _moved(state: State, stamp: e.Stamp, event: e.LockerMoved) -> list[Case]:
    use = _heard_of(state, stamp, event.use_id, event.locker_id)
    state.put(replace(use, locker_id=event.to_locker_id, moved_from=event.from_number))
    return _twice(state, stamp, event.to_locker_id)


@applies(e.LockerUndone)
def _undone(state: State, stamp: e.Stamp, event: e.LockerUndone) -> list[Case]:
    use = _heard_of(state, stamp, event.use_id, event.locker_id)
    if use.end is LockerEnd.OPEN:
        state.put(_ended(use, stamp, LockerEnd.CANCELLED, stamp.business_on))
        return []
    return [make_case(stamp, CaseClass.UNDO_LATE, "medium", event.use_id)]
