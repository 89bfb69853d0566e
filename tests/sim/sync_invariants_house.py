"""Invariant 17, of lockers: one that two people were given is told to somebody. Worked out from the log alone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import msgspec
from sync_reading import Seen, all_of

from loket.domain.cases import CaseClass, detail_of
from loket.domain.entities import LockerEnd, LockerUse
from loket.sync.wire import DEFERRED, RECORDED

if TYPE_CHECKING:
    from sync_world import World

ENDS = ("LockerReturned", "LockerTagLost", "LockerForced", "LockerUndone")


def _as_booked(seen: Seen) -> list[Any]:
    """What is told of lockers in the order it was booked: an event that had to wait counts where it was made up for."""
    told = [row for row in seen.log if row.type.startswith("Locker") and row.outcome != RECORDED]
    booked = [row for row in told if row.outcome != DEFERRED or row.replayed is not None]
    return sorted(booked, key=lambda row: row.log_seq if row.replayed is None else row.replayed)


def one_locker(world: World, seen: Seen) -> None:
    """17: whenever two uses of a locker were open at once, as the server heard of them, a case names both."""
    told = defaultdict(set)
    for case in seen.cases:
        if case.cls == CaseClass.LOCK_DUP:
            told[case.entity] |= {value for value in detail_of(case).values() if isinstance(value, str)}
    lying: dict[str, set[str]] = defaultdict(set)
    over: set[str] = set()
    for row in _as_booked(seen):
        body = msgspec.json.decode(row.body)
        use, locker = body.get("use_id"), body.get("locker_id")
        if row.type in ENDS and use:
            over.add(use)
            for uses in lying.values():
                uses.discard(use)
        elif row.type == "LockerMoved" and use:
            lying[locker].discard(use)
            locker = body["to_locker_id"]
        elif row.type == "LockerTaken" and any(use in uses for uses in lying.values()):
            continue  # moved on, as was heard before
        if row.type in ("LockerTaken", "LockerMoved") and use and use not in over:
            lying[locker].add(use)
            if len(lying[locker]) > 1 and not lying[locker] & told[locker]:
                world.complain("17 locker", f"locker {locker} was given out twice and nobody was told")
                return
    still = {use.id for use in all_of(seen, LockerUse) if use.end is LockerEnd.OPEN and use.tag}
    if still != {use for uses in lying.values() for use in uses}:
        world.complain("17 locker", "other things lie in the lockers than the desks put there")
