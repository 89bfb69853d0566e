"""The guestbook read: who is inside, the lines of a day, how many came to each book.

Names are read only where people are listed (UU 27/2022); a kiosk shows no earlier visitor.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from loket.db import visit_queries
from loket.domain.entities import Id, Member, Room, Visit, VisitKind
from loket.domain.errors import RefusalCode, Refused
from loket.domain.folding import code_key
from loket.domain.handling import standing_member
from loket.services.desk import Action, Desk
from loket.services.guest_books import purpose_names, rooms_in
from loket.services.visitors import name_of

SINCE_DAYS = timedelta(days=1)  # who was not seen leaving yesterday, and whom no closing put out


@dataclass(frozen=True, slots=True)
class InsideLine:
    """Somebody inside. `number`: of his card or slip; `purpose`: its name, "" when he did not say."""

    visit: Visit
    name: str
    number: str
    purpose: str
    warned: str


@dataclass(frozen=True, slots=True)
class Inside:
    """Who is inside, the last to come first, each person once; `people` counts groups by their heads."""

    lines: tuple[InsideLine, ...]
    people: int


@dataclass(frozen=True, slots=True)
class VisitLine:
    """A line of the book with the name and the purpose in words. `number`: of his card or slip."""

    visit: Visit
    name: str
    number: str
    purpose: str


@dataclass(frozen=True, slots=True)
class BookCounts:
    """One book's day. Books are never added up: who reads in two rooms came once.

    Attributes:
        room: None for the book at the door. entries: lines; people: those lines' heads, groups in full.
        inside: people inside now; 0 on another day than today. by_kind: people by kind of visitor, noughts left out.
    """

    room: Room | None
    entries: int = 0
    people: int = 0
    inside: int = 0
    by_kind: dict[VisitKind, int] | None = None

    def of(self, kind: VisitKind) -> int:
        """People of a kind."""
        return (self.by_kind or {}).get(kind, 0)


def inside(desk: Desk, room_id: Id | None = None) -> Inside:
    """Who is in the house, or in a room by its own book."""
    with desk.view() as act:
        names = purpose_names(act)
        lines = [_inside(act, visit, names) for visit in reversed(_open(act)) if visit.room_id == room_id]
    return Inside(tuple(lines), sum(line.visit.people for line in lines))


def todays_visits(desk: Desk, on: date | None = None, room_id: Id | None = None) -> tuple[VisitLine, ...]:
    """A book's lines of a day, today when not given; the latest first, undone ones among them."""
    with desk.view() as act:
        found = visit_queries.visits_of_day(act.driver, on or act.today, cancelled=True)
        names = purpose_names(act)
        return tuple(_line(act, visit, names) for visit in found if visit.room_id == room_id)


def day_counts(desk: Desk, on: date | None = None) -> tuple[BookCounts, ...]:
    """Every book's day: the door first, then the rooms that keep their own book or had lines that day, by name."""
    with desk.view() as act:
        counted = visit_queries.counts_of_day(act.driver, on or act.today)
        opened = _open(act) if (on or act.today) == act.today else []
        known: dict[Id | None, BookCounts] = {None: BookCounts(None)}
        for room in rooms_in(act, retired=True):
            if (room.own_book and not room.retired) or any(row[0] == room.id for row in counted):
                known[room.id] = BookCounts(room)
    people = {room_id: sum(visit.people for visit in opened if visit.room_id == room_id) for room_id in known}
    found = {room_id: replace(book, inside=people[room_id]) for room_id, book in known.items()}
    return tuple(_counted(book, [row for row in counted if row[0] == room_id]) for room_id, book in found.items())


def today_people(desk: Desk, room_id: Id | None = None) -> int:
    """How many people a book counted today."""
    with desk.view() as act:
        return visit_queries.people_of_day(act.driver, act.today, room_id)


@dataclass(frozen=True, slots=True)
class VisitorSlip:
    """What stands on a visitor's slip."""

    visit: Visit
    purpose: str


def visitor_slip_of(desk: Desk, visit_id: Id) -> VisitorSlip:
    """A visit as its slip tells it. Raises Refused(VISIT_UNKNOWN): it is not here, was undone, never had a number."""
    with desk.view() as act:
        visit = act.state.get(Visit, visit_id)
        if visit is None or visit.cancelled or not visit.visitor_no:
            raise Refused(RefusalCode.VISIT_UNKNOWN)
        return VisitorSlip(visit, purpose_names(act).get(visit.purpose, ""))


# ---- parts ---------------------------------------------------------------------------------------------------------


def _open(act: Action) -> list[Visit]:
    """Who is inside, in each book once, by his last line there."""
    latest: dict[tuple[str, Id | None], Visit] = {}
    for visit in visit_queries.open_visits(act.driver, act.today - SINCE_DAYS):
        who = visit.member_id or code_key(visit.visitor_no) or visit.id
        latest.pop((who, visit.room_id), None)
        latest[who, visit.room_id] = visit
    return list(latest.values())


def _inside(act: Action, visit: Visit, names: dict[str, str]) -> InsideLine:
    line = _line(act, visit, names)
    return InsideLine(line.visit, line.name, line.number, line.purpose, visit.warned)


def _line(act: Action, visit: Visit, names: dict[str, str]) -> VisitLine:
    listed = act.desk.lists_people
    shown = visit if listed else replace(visit, name="", phone="")
    name = name_of(act, visit.member_id, visit.name) if listed else ""
    return VisitLine(shown, name, _number(act, visit), names.get(visit.purpose, visit.purpose))


def _number(act: Action, visit: Visit) -> str:
    if visit.member_id is None:
        return visit.visitor_no
    member: Member | None = standing_member(act.state, visit.member_id)
    return member.member_no if member is not None else ""


def _counted(book: BookCounts, rows: Iterable[tuple[Id | None, str, int, int]]) -> BookCounts:
    by_kind: dict[VisitKind, int] = {}
    for _, kind, entries, people in rows:
        by_kind[VisitKind(kind)] = people
        book = replace(book, entries=book.entries + entries, people=book.people + people)
    return replace(book, by_kind=by_kind)
