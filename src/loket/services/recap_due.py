"""Recaps nobody made, and days whose figures changed after they were locked.

A day is looked at again when something was done on it here after it was locked (the desk was used on, a line of the
paper book was typed later, something was undone), or when visits of its doors and kiosks came in late. What changes by
itself, a member's data for one, is no reason. Only a recap that was made from the journal that is here is revised:
a database fetched anew from the server knows too little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice

from loket.db.engine import driver
from loket.db.meta import get_meta, set_meta
from loket.db.rows import id_bytes
from loket.domain.entities import Recap
from loket.domain.events import DOUBTFUL
from loket.domain.scope import Scope, scope_of
from loket.services.closing_checks import LOOK_BACK, open_points
from loket.services.desk import Action, Desk
from loket.services.recap_lock import OTHERS, locked
from loket.services.recap_store import (
    DAY,
    body_of,
    first_day,
    found_recaps,
    happened,
    happened_after,
    night_at,
    others_mark,
    own_days,
    place_of,
    recap_in,
    standing,
    worked,
)

LOOKED = "recap_looked"  # in `meta`: the turn of the day at which locked days were last looked at
LATE_DAYS = timedelta(days=31)  # visits of kiosks are waited for so long
_NAMED = """SELECT json_extract(body, '$.on') FROM journal WHERE business_on >= :since AND type = 'VisitRecorded'
    AND instr(body, '"on":"' || business_on || '"') = 0 AND json_extract(body, '$.on') < business_on
UNION SELECT v."on" FROM journal j JOIN visit v ON v.id = unhex(json_extract(j.body, '$.visit_id'))
    WHERE j.business_on >= :since AND j.type = 'VisitUndone' AND v."on" < j.business_on
UNION SELECT u."on" FROM journal j JOIN locker_use u ON u.id = unhex(json_extract(j.body, '$.use_id'))
    WHERE j.business_on >= :since AND j.type = 'LockerUndone' AND u."on" < j.business_on
UNION SELECT l.lent_on FROM journal j JOIN ebook_loan l ON l.id = unhex(json_extract(j.body, '$.loan_id'))
    WHERE j.business_on >= :since AND j.type = 'EbookUndone' AND l.lent_on < j.business_on"""
"""Earlier days that this counter's own events speak of. What is not here is only ever undone on its own day."""


def make_due_recaps(desk: Desk, most: int | None = None) -> tuple[Recap, ...]:
    """Make what is due: days before today that nobody closed, and today once it is night. Nobody has to be signed in.

    Also the revisions that are due, and days on which only kiosks were used: looked for in the morning, once the day
    was closed, and at night, since reading through a day takes its time. Nothing at a kiosk, nor on a date nobody
    trusts. Cheap while nothing is due. Returns what was made: at most so many days that nobody closed, where
    somebody at the counter must not wait for all of them; whoever calls until nothing is made has had them all.
    """
    if scope_of(desk.station.profile) is Scope.HOUSE:
        return ()
    with desk.view() as act:
        if act.clock_quality() == DOUBTFUL:
            return ()
        turn = _turn(act)
        look = get_meta(act.driver, LOOKED) != turn
        days = tuple(islice(_due(act, happened if look else worked), most))
    made = [recap for day in days if (recap := _made_by_night(desk, day)) is not None]
    if look and (most is None or len(days) < most):
        made += revise_due(desk)
        with desk.database.write() as connection:
            set_meta(driver(connection), LOOKED, turn)
    return tuple(made)


def _due(act: Action, has_any: Callable[[Action, date], bool]) -> Iterator[date]:
    begun = first_day(act)
    if begun is None:
        return
    first = max(begun, act.today - LOOK_BACK)
    known = own_days(act, first, act.today)
    days = [first + DAY * step for step in range((act.today - first).days + 1)]
    for day in days:
        if day not in known and (day < act.today or _is_night(act)) and has_any(act, day):
            yield day


def _is_night(act: Action) -> bool:
    at = night_at(act.rules.settings.recap_by_night_at)
    return at is not None and act.desk.local(act.now).time() >= at


def _turn(act: Action) -> str:
    """What part of the day it is; at each turn days are looked at again once."""
    if _is_night(act):
        return f"{act.today} night"
    return f"{act.today} closed" if own_days(act, act.today, act.today) else f"{act.today} open"


def _made_by_night(desk: Desk, day: date) -> Recap | None:
    """None where somebody was quicker."""
    points = open_points(desk, day)
    with desk.action() as act:
        return None if recap_in(act, day) is not None else locked(act, day, by_night=True, facts=points)


# ---- revisions ------------------------------------------------------------------------------------------------------


def revise_due(desk: Desk) -> tuple[Recap, ...]:
    """Lock again what changed since it was locked. Returns the revisions that were made, the oldest day first."""
    with desk.view() as act:
        days = sorted(_stale(act))
    made = []
    for day in days:
        points = open_points(desk, day)
        with desk.action() as act:
            before = recap_in(act, day)
            after = locked(act, day, by_night=True, facts=points) if before is not None else None
            if after is not None and after != before:
                made.append(after)
    return tuple(made)


def _stale(act: Action) -> Iterator[date]:
    """Days of which more is known than their recap says, perhaps."""
    since = _looked_since(act)
    named = {date.fromisoformat(row[0]) for row in act.driver.execute(_NAMED, {"since": since.isoformat()}).fetchall()}
    recent = min(since, act.today - LATE_DAYS)
    own = id_bytes(act.desk.station.id)
    found = standing(found_recaps(act, '"on" >= ? AND station_id = ?', recent.isoformat(), own))
    known = {on: recap for (_, on), recap in found.items()}
    older = {day: recap for day in named - set(known) if (recap := recap_in(act, day)) is not None}
    for on, recap in (older | known).items():
        if _may_differ(act, recap, on in named, on >= since):
            yield on


def _looked_since(act: Action) -> date:
    """The day before the last look; what was done that day may have come after it."""
    looked = get_meta(act.driver, LOOKED)
    return date.fromisoformat(looked.split()[0]) - DAY if looked else act.today - LOOK_BACK


def _may_differ(act: Action, recap: Recap, named: bool, lately: bool) -> bool:
    place = place_of(act, recap)
    if place is None:
        return False
    if named or (lately and happened_after(act, recap.on, place)):
        return True
    told = body_of(recap).facts.get(OTHERS, "")
    return told != "" and told != others_mark(act, recap.on)
