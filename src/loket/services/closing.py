"""Closing a counter's day: looked through, locked under a number, signed.

What is still open does not forbid closing: it is written into the recap. A recap that is locked is never changed; what
comes later makes its next revision under the same number, which says what differs.
"""

from __future__ import annotations

from datetime import date, timedelta

from loket.db.rows import id_bytes
from loket.domain import events as e
from loket.domain.entities import Id, Operator, Recap
from loket.domain.errors import RefusalCode, Refused
from loket.domain.scope import Scope, scope_of
from loket.services.closing_checks import Check as Check
from loket.services.closing_checks import checklist as checklist
from loket.services.closing_checks import fix as fix
from loket.services.closing_checks import open_points
from loket.services.closing_checks import unclosed as unclosed
from loket.services.desk import Action, Desk
from loket.services.recap_due import make_due_recaps as make_due_recaps
from loket.services.recap_due import revise_due as revise_due
from loket.services.recap_lock import locked
from loket.services.recap_store import first_day, found_recaps, recap_in, recaps_between, revisions_in, standing
from loket.services.room_parts import demand_operator, tidied

LONGEST_NOTE = 300
WAITING = timedelta(days=62)  # unsigned recaps older than that are no morning's business


def close_day(desk: Desk, on: date, note: str = "") -> Recap:
    """Lock the day at this counter: its recap, or its next revision; the same recap where nothing changed since.

    Anybody signed in may close his counter. Earlier days that need a revision get it from the next `make_due_recaps`.

    Raises Refused: NOT_SIGNED_IN, CLOCK_DOUBTFUL, RECAP_NOT_HERE at a kiosk, RECAP_FUTURE (on=), RECAP_TOO_EARLY (on=,
    first=) for a day before this counter's journal; InvalidInput("note", "text_too_long").
    """
    noted = tidied("note", note, LONGEST_NOTE)
    points = open_points(desk, on)
    with desk.action() as act:
        _demand_closable(act, on)
        return locked(act, on, by_night=False, facts=points | ({"note": noted} if noted else {}))


def _demand_closable(act: Action, on: date) -> None:
    demand_operator(act)
    act.demand_sound_clock()
    if scope_of(act.desk.station.profile) is Scope.HOUSE:
        raise Refused(RefusalCode.RECAP_NOT_HERE)
    if on > act.today:
        raise Refused(RefusalCode.RECAP_FUTURE, on=on)
    first = first_day(act)
    if first is not None and on < first:
        raise Refused(RefusalCode.RECAP_TOO_EARLY, on=on, first=first)


def sign(desk: Desk, recap_id: Id, note: str = "") -> Recap:
    """Whoever is signed in puts his name under a recap. A desk that has every row signs any, a door only its own.

    Raises Refused: NOT_SIGNED_IN, RECAP_UNKNOWN, RECAP_ELSEWHERE (number=), RECAP_REVISED (number=, revision=),
    ALREADY_SIGNED (number=, name=, on=); InvalidInput("note", "text_too_long").
    """
    noted = tidied("note", note, LONGEST_NOTE)
    with desk.action() as act:
        demand_operator(act)
        _demand_signable(act, recap_id)
        act.record(e.RecapSigned(recap_id, noted))
        signed = act.state.get(Recap, recap_id)
        assert signed is not None  # just booked
        return signed


def _demand_signable(act: Action, recap_id: Id) -> None:
    recap = act.state.get(Recap, recap_id)
    if recap is None or recap.station_id is None:
        raise Refused(RefusalCode.RECAP_UNKNOWN)
    if recap.station_id != act.desk.station.id and scope_of(act.desk.station.profile) is not Scope.FULL:
        raise Refused(RefusalCode.RECAP_ELSEWHERE, number=recap.number)
    if recap.signed_at is not None:
        by = act.state.get(Operator, recap.signed_by) if recap.signed_by else None
        on = act.desk.local(recap.signed_at).date()
        raise Refused(RefusalCode.ALREADY_SIGNED, number=recap.number, name=by.full_name if by else "", on=on)
    last = revisions_in(act, recap.on, recap.station_id)[-1]
    if last.id != recap.id:
        raise Refused(RefusalCode.RECAP_REVISED, number=recap.number, revision=last.revision)


# ---- looking --------------------------------------------------------------------------------------------------------


def the_recap(desk: Desk, on: date) -> Recap | None:
    """This counter's recap of a day, its last revision; None while the day was not closed."""
    with desk.view() as act:
        return recap_in(act, on)


def revisions(desk: Desk, recap: Recap) -> tuple[Recap, ...]:
    """Every revision of the counter's day, the first one first."""
    with desk.view() as act:
        return tuple(revisions_in(act, recap.on, recap.station_id))


def recaps(desk: Desk, first: date, last: date, station: Id | None = None) -> tuple[Recap, ...]:
    """The last revision of each counter's day, the latest day first; of one counter, or of all that are known here."""
    with desk.view() as act:
        found = recaps_between(act, first, last)
    chosen = [recap for recap in found.values() if station in (None, recap.station_id)]
    return tuple(sorted(chosen, key=lambda recap: (recap.on, recap.number), reverse=True))


def unsigned(desk: Desk, station: Id | None = None) -> tuple[Recap, ...]:
    """What nobody signed yet of the last two months, the oldest first; at a door only its own."""
    if scope_of(desk.station.profile) is not Scope.FULL:
        station = desk.station.id
    with desk.view() as act:
        since = (act.today - WAITING).isoformat()
        here = () if station is None else (id_bytes(station),)
        found = found_recaps(act, f'"on" >= ?{" AND station_id = ?" * len(here)}', since, *here)
    return tuple(recap for recap in standing(found).values() if recap.signed_at is None)
