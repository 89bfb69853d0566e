"""When a visit counts: the rule that the guestbook, the kiosk and the loans share.

Somebody counts once within `visit_window_min` in a book, which is the door's or a room's own. Source: the guestbooks in
use, which count a visitor who only went out for a moment once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from loket.db import visit_queries
from loket.domain import events as e
from loket.domain.entities import Id, Member, Visit, VisitKind, VisitSource
from loket.domain.visits import counts_again, doubt_about
from loket.services.desk import Action

BORROWING = "meminjam"  # the shipped purpose of who is counted by his loan


@dataclass(frozen=True, slots=True)
class Counted:
    """What the book says to somebody who comes in.

    Attributes:
        visit: his line. again: he is in the book already, since `visit.entered_at`; nothing was written.
        warned: a `domain.visits.Doubt`, "" when all is well. name: to greet him by.
        today_people: how many this book has today, he among them. slip_job_id: his number, waiting for the printer.
    """

    visit: Visit
    again: bool
    warned: str
    name: str
    today_people: int
    slip_job_id: Id | None = None


def count_member(
    act: Action, member: Member, *, purpose: str = "", room_id: Id | None = None, source: VisitSource
) -> Counted:
    """Write a member into a book that is known to be one, unless he is in it since less than the window.

    Inside the caller's transaction. Who may not borrow is warned and counted all the same.
    """
    window = act.rules.settings.visit_window_min
    since = act.desk.local(act.now - timedelta(minutes=window)).date()
    last = visit_queries.last_of_member(act.driver, member.id, room_id, since, act.now)
    warned = doubt_about(member, act.today)
    if last is not None and not counts_again(last.entered_at, act.now, window):
        return Counted(last, True, warned, member.full_name, people_in(act, room_id))
    line = line_of(act, VisitKind.MEMBER, purpose, room_id, source)
    return written(act, replace(line, member_id=member.id, warned=warned), member.full_name)


def people_in(act: Action, room_id: Id | None) -> int:
    """How many people this book counted today."""
    return visit_queries.people_of_day(act.driver, act.today, room_id)


def line_of(act: Action, kind: VisitKind, purpose: str, room_id: Id | None, source: VisitSource) -> e.VisitRecorded:
    """A line of now, to be filled in."""
    return e.VisitRecorded(act.new_id(), kind.value, act.now, act.today, purpose, None, source.value, room_id)


def written(act: Action, line: e.VisitRecorded, name: str) -> Counted:
    """Book a line. `name`: to greet by."""
    act.record(line)
    visit = act.state.get(Visit, line.visit_id)
    assert visit is not None
    return Counted(visit, False, line.warned, name, people_in(act, line.room_id))
