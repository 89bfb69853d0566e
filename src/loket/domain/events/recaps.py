"""Closing and reporting: recaps, their signatures, officials, activities, facts of a year, reminders."""

from __future__ import annotations

from datetime import date

from loket.domain.entities import Activity, Id, Official, YearFact
from loket.domain.events.base import Event, event


@event
class RecapMade(Event):
    """A counter's day was locked. `seq`, `head_hash`: of the last event it was made from, in `stream_id`."""

    recap_id: Id
    on: date
    series: str
    running: int
    number: str
    revision: int
    body: str
    stream_id: Id
    seq: int
    head_hash: str
    changes: tuple[str, ...] = ()
    by_night: bool = False


@event
class RecapSigned(Event):
    """An operator puts his name under a recap."""

    recap_id: Id
    note: str = ""


@event
class OfficialSet(Event):
    official: Official


@event
class ActivitySet(Event):
    activity: Activity


@event
class YearFactSet(Event):
    fact: YearFact


@event
class MemberReminded(Event):
    reminder_id: Id
    member_id: Id
    on: date
    how: str
    step: int
    number: str = ""
    loan_ids: tuple[str, ...] = ()
    note: str = ""


@event
class ReminderCancelled(Event):
    """A reminder that was noted by mistake, or a letter that was never sent."""

    reminder_id: Id
