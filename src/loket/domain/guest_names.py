"""Which events and rows tell who somebody is that is no member, and how long a library keeps it (UU 27/2022)."""

from __future__ import annotations

import calendar
from datetime import date

from loket.domain import events as e
from loket.domain.entities import (
    EbookLoan,
    Entity,
    Id,
    InHouseUse,
    InternetSession,
    LockerUse,
    PhotocopyJob,
    SurveyAnswer,
    Visit,
)

TOLD_IN: dict[type[e.Event], str] = {
    e.VisitRecorded: "visit_id",
    e.LockerTaken: "use_id",
    e.LockerTagLost: "use_id",
    e.LockerForced: "use_id",
    e.ItemAsked: "use_id",
    e.SessionAsked: "session_id",
    e.SessionStarted: "session_id",
    e.PhotocopyMade: "job_id",
    e.PhotocopyOut: "job_id",
    e.EbookLent: "loan_id",
    e.SurveyAnswered: "answer_id",
}
"""Event → its field that names the row it tells of, as `GuestsForgotten.rows` does."""
DAY_OF: dict[type[Entity], str] = {
    Visit: "on",
    LockerUse: "on",
    InHouseUse: "on",
    InternetSession: "on",
    PhotocopyJob: "on",
    EbookLoan: "lent_on",
    SurveyAnswer: "on",
}
"""The day each kind of row is counted from."""


def told_row(event: e.Event) -> Id | None:
    """The row of the guestbook, the lockers or the rooms whose name the event tells; None for other events."""
    field = TOLD_IN.get(type(event))
    return None if field is None else Id(getattr(event, field))


def kept_since(today: date, months: int) -> date:
    """The first day whose names are kept: so many months back, at the end of a shorter month its last day."""
    years, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    last = calendar.monthrange(years, month + 1)[1]
    return date(years, month + 1, min(today.day, last))
