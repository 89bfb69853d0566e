"""Closing a day: the recap that was locked and signed, who signs papers, and what only people can tell of a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from loket.domain.entities.base import Entity, Id


@dataclass(frozen=True, slots=True)
class Recap(Entity):
    """A counter's day as it was locked. A later revision bears the same number and stands beside it.

    A row without a station is one whose signature was heard of before itself.

    Attributes:
        series, running, number: its place among the counter's recaps, and the number as printed.
        stream_id, seq, head_hash: the last event it was made from, the hash in hex.
        body: figures and facts as locked, see `domain.recap`.
        changes: of a revision: what differs from the one before, see `domain.recap.changes`.
        by_night: nobody closed the day; the program made it.
    """

    id: Id
    station_id: Id | None
    on: date
    series: str = ""
    running: int = 0
    number: str = ""
    revision: int = 1
    made_at: datetime | None = None
    made_by: Id | None = None
    by_night: bool = False
    stream_id: Id | None = None
    seq: int = 0
    head_hash: str = ""
    body: str = ""
    changes: tuple[str, ...] = ()
    signed_at: datetime | None = None
    signed_by: Id | None = None
    sign_note: str = ""


@dataclass(frozen=True, slots=True)
class Official(Entity):
    """Somebody who signs papers of the library, in one office, from a day until another.

    `office` is a key of `domain.officials.OFFICES`, `title` the office as it is printed; `prefix` "", "Plt." or "Plh."
    """

    id: Id
    office: str
    title: str
    name: str
    nip: str = ""
    rank: str = ""  # pangkat/golongan
    prefix: str = ""
    from_on: date | None = None  # None: since ever
    until_on: date | None = None  # None: until further notice
    retired: bool = False  # entered by mistake


@dataclass(frozen=True, slots=True)
class Activity(Entity):
    """Something the library held: story time, a course, a competition. `kind` is a key of `domain.iplm.ACTIVITIES`.

    `male`, `female`: of the participants; `people` may be more, the rest was not told apart.
    """

    id: Id
    on: date
    name: str
    kind: str
    people: int = 0
    male: int = 0
    female: int = 0
    place: str = ""
    note: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class YearFact(Entity):
    """A number of one year that no counter can count: population, staff. `key` is "2026/population"."""

    key: str
    value: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reminder(Entity):
    """A member was told of his overdue books. `step`: the first, second, third time; `how`: letter, whatsapp, phone.

    `number`: of the letter, "" where none was given. `loan_ids`: what it was about.
    """

    id: Id
    member_id: Id
    on: date
    how: str
    step: int = 1
    number: str = ""
    loan_ids: tuple[str, ...] = ()
    note: str = ""
    cancelled: bool = False
    station_id: Id | None = None
    operator_id: Id | None = None
