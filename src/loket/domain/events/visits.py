"""The guestbook and the satisfaction survey."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from loket.domain.entities import Id, Room, VisitPurpose
from loket.domain.events.base import Event, event, personal


@event
class RoomSet(Event):
    """A room as it is from now on."""

    room: Room


@event
class PurposeSet(Event):
    """A purpose of visits as it is from now on."""

    purpose: VisitPurpose


@dataclass(frozen=True, slots=True)
class Guest:
    """Who somebody is that is no member, as far as he said. Of a group, its leader."""

    name: str = ""
    phone: str = ""


@event
class VisitRecorded(Event):
    """Somebody came in, at the door or into a room. SOP koleksi-umum, baca-di-tempat 3, kunjungan-resmi.

    `entered_at` is when he came, for a line of the paper book the time written there. The fields are those of `Visit`.
    """

    visit_id: Id
    kind: str
    entered_at: datetime
    on: date
    purpose: str = ""
    member_id: Id | None = None
    source: str = "desk"
    room_id: Id | None = None
    visitor_no: str = ""
    people: int = 1
    warned: str = ""
    institution: str = ""
    sex: str = ""
    education: str = ""
    job: str = ""
    age_group: str = ""
    male: int = 0
    female: int = 0
    by_education: tuple[str, ...] = ()
    by_job: tuple[str, ...] = ()
    guide: str = ""
    letter_no: str = ""
    guest: Guest | None = personal()


@event
class VisitorLeft(Event):
    """He went out. `how`: "seen", or "closing" for who was still in the book when the library closed."""

    visit_id: Id
    left_at: datetime
    how: str = "seen"


@event
class VisitUndone(Event):
    """The line was written by mistake."""

    visit_id: Id
    reason: str = ""


@event
class GuestsForgotten(Event):
    """Names of people who are no members, erased after the months the library keeps them (UU 27/2022); counts stay.

    `rows`: keys of visits, locker uses, readings, sessions, copies and e-book loans.
    """

    rows: tuple[Id, ...]


@event
class SurveyAnswered(Event):
    """One answer to the satisfaction survey; nobody's name. The fields are those of `SurveyAnswer`."""

    answer_id: Id
    on: date
    answered_at: datetime
    answers: str
    service: str = ""
    sex: str = ""
    age_group: str = ""
    education: str = ""
    job: str = ""
    comment: str | None = personal()
