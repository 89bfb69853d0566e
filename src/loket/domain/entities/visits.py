"""The guestbook: rooms, what people come for, their visits, and what they thought of the service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from loket.domain.entities.base import Entity, Id


class VisitKind(StrEnum):
    MEMBER = "member"
    GUEST = "guest"
    GROUP = "group"  # rombongan
    OFFICIAL = "official"  # kunjungan resmi


class VisitSource(StrEnum):
    """Where a visit was written down. PAPER: from the paper book afterwards, with its true time."""

    DESK = "desk"
    KIOSK = "kiosk"
    PAPER = "paper"
    LOAN = "loan"  # a loan counts its member (setting `visit_on_loan`)


class RoomKind(StrEnum):
    GENERAL = "umum"
    CHILDREN = "anak"
    REFERENCE = "referensi"
    DEPOSIT = "deposit"
    PERIODICALS = "berkala"
    AUDIOVISUAL = "audiovisual"
    INTERNET = "internet"
    OTHER = "lain"


@dataclass(frozen=True, slots=True)
class Room(Entity):
    """A room of the library. `own_book`: it keeps a visitor book besides the door's (SOP koleksi-referensi 5)."""

    id: Id
    code: str
    name: str
    kind: RoomKind = RoomKind.GENERAL
    own_book: bool = False
    retired: bool = False


@dataclass(frozen=True, slots=True)
class VisitPurpose(Entity):
    """What somebody comes for. The flags say to whom it is offered; shipped ones are in `domain.visits`."""

    code: str
    name: str
    name_en: str = ""
    member: bool = True
    guest: bool = True
    group: bool = False  # also for official visits
    place: int = 0  # order on the screen
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Visit(Entity):
    """One line of a visitor book: a person, or a group. Without a room it is the book at the door.

    Door and room lines are counted apart and never added: who reads in two rooms came once.

    Attributes:
        source: a VisitSource. visitor_no: the number on a guest's slip ("" for a member, his card is his number).
        name: of a guest, of a group's leader; "" once forgotten (setting `guest_names_months`).
        sex, education, job, age_group: of a guest; a member's are in his record.
        people: how many came in, the leader among them. male, female, by_education, by_job: of a group, as
            "code:count" texts; each may hold less than `people`, the rest was not said.
        warned: why a member was counted with a warning: "expired", "suspended"; "" when all was well.
        guide, letter_no: of an official visit.
        left_at: when he went out; None while inside, or never seen leaving. left_how: "seen", or "closing".
    """

    id: Id
    kind: str  # a VisitKind
    entered_at: datetime
    on: date
    purpose: str = ""
    member_id: Id | None = None
    source: str = "desk"
    room_id: Id | None = None
    visitor_no: str = ""
    people: int = 1
    left_at: datetime | None = None
    left_how: str = ""
    cancelled: bool = False
    warned: str = ""
    name: str = ""
    phone: str = ""
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
    station_id: Id | None = None
    operator_id: Id | None = None


@dataclass(frozen=True, slots=True)
class SurveyAnswer(Entity):
    """One visitor's view of the service, told without his name. Source: Permenpan RB 14/2017.

    `answers`: elements U1 to U9 in that order, one digit each: 1 to 4, 0 where he skipped one.
    """

    id: Id
    on: date
    answered_at: datetime
    answers: str
    service: str = ""  # the code of a purpose
    sex: str = ""
    age_group: str = ""
    education: str = ""
    job: str = ""
    comment: str = ""
    station_id: Id | None = None
