"""What a scan or a form comes to at the guestbook, and what the page lists. Called in the background; knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from loket.domain import scan as codes
from loket.domain.entities import Id, Room, Visit, VisitKind, VisitPurpose
from loket.domain.errors import RefusalCode, Refused
from loket.domain.visits import GroupForm, GuestForm, OfficialForm, counts_again
from loket.services import guest_books, guest_lists, guestbook
from loket.services.desk import Desk
from loket.services.guest_lists import BookCounts, InsideLine, VisitLine
from loket.services.guestbook import Counted
from loket.services.house_codes import HouseCode, HouseThing, recognise
from loket.services.visitors import Person, find_person, person_of_visit, persons_like

Book = Id | None  # a room's; None: the one at the door
Form = GuestForm | GroupForm | OfficialForm


@dataclass(frozen=True, slots=True)
class CameIn:
    """Somebody was written down, or stands there already. `purpose`: of his visit, None where none was said."""

    counted: Counted
    purpose: VisitPurpose | None = None


@dataclass(frozen=True, slots=True)
class WentOut:
    visit: Visit
    name: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A member whose purpose is asked for; he is written down by a key, by Enter, or by the next card."""

    person: Person
    at: datetime


@dataclass(frozen=True, slots=True)
class Choices:
    """Several people fit what was typed."""

    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A line that was written by mistake counts no more."""

    line: VisitLine


@dataclass(frozen=True, slots=True)
class AllOut:
    """At closing: so many were still in the books."""

    lines: int


@dataclass(frozen=True, slots=True)
class BookScanned:
    """The label of one of the library's books: it belongs to another counter."""

    code: str


Heard = CameIn | WentOut | Asked | Choices | BookScanned | HouseCode
Shown = CameIn | WentOut | Asked | TakenBack | AllOut | BookScanned


@dataclass(frozen=True, slots=True)
class Lists:
    """What the page shows of the chosen book, and the sums of all of them. `lines`: who is inside, or today's book."""

    lines: tuple[InsideLine, ...] | tuple[VisitLine, ...]
    counts: tuple[BookCounts, ...]


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be chosen: the books kept here, and the purposes by kind of visitor. `known`: every purpose by code."""

    books: tuple[Room, ...]
    purposes: dict[VisitKind, tuple[VisitPurpose, ...]]
    known: dict[str, VisitPurpose]


def answer_scan(desk: Desk, text: str, book: Book, asks: bool, at: datetime) -> Heard:
    """What a scan or typed name at this book comes to. Raises Refused, StorageError."""
    code = codes.clean(text)
    with desk.view() as act:
        thing = recognise(act, code)
        if thing is not None and thing.thing is not HouseThing.VISITOR:
            return thing
        person = find_person(act, code)
        is_book = person is None and bool(act.state.items_with_barcode(code))
    if person is not None:
        return answer_person(desk, person, book, asks, at)
    if is_book:
        return BookScanned(code)
    like = persons_like(desk, text)
    if not like:
        raise Refused(RefusalCode.CODE_UNKNOWN, code=text.strip())
    return answer_person(desk, like[0], book, asks, at) if len(like) == 1 else Choices(like)


def answer_person(desk: Desk, person: Person, book: Book, asks: bool, at: datetime) -> Heard:
    """A member comes in. A guest's slip lets him out; in another room's book it writes him down there."""
    if person.member_id is not None:
        if asks and not _stands_in(desk, person.member_id, book, at):
            return Asked(person, at)
        return CameIn(guestbook.check_in_member(desk, person.member_id, room_id=book, began_at=at))
    if person.visit_id is None:
        raise Refused(RefusalCode.CODE_UNKNOWN, code=person.number or person.name)
    if book is None:
        return WentOut(guestbook.check_out(desk, person.visit_id), person.name)
    if any(line.visit.visitor_no == person.number for line in guest_lists.inside(desk, book).lines):
        return WentOut(guestbook.check_out_code(desk, person.number, book), person.name)
    return CameIn(guestbook.check_in_visitor(desk, person.visit_id, room_id=book))


def answer_form(desk: Desk, form: Form, book: Book, at: datetime) -> CameIn | WentOut:
    """Book what a form, taken in hand `at` this time, says. Raises InvalidInput, Refused, StorageError."""
    if isinstance(form, GuestForm):
        scanned = _scanned_into(desk, form.name)
        if scanned is not None:
            heard = answer_person(desk, scanned, book, False, at)
            assert isinstance(heard, CameIn | WentOut)
            return heard
        counted = guestbook.check_in_guest(desk, form, room_id=book, began_at=at)
    elif isinstance(form, GroupForm):
        counted = guestbook.check_in_group(desk, form, room_id=book, began_at=at)
    else:
        counted = guestbook.check_in_official(desk, form, room_id=book, began_at=at)
    return CameIn(counted, purpose_of(desk, counted.visit))


def _scanned_into(desk: Desk, name: str) -> Person | None:
    """Whose card was scanned where a guest's name goes: no name holds digits."""
    if not any(sign.isdigit() for sign in name):
        return None
    with desk.view() as act:
        return find_person(act, name)


def _stands_in(desk: Desk, member_id: Id, book: Book, at: datetime) -> bool:
    """Inside already, and not to be counted anew: nothing to ask."""
    window_min = desk.settings().visit_window_min
    return any(
        line.visit.member_id == member_id and not counts_again(line.visit.entered_at, at, window_min)
        for line in guest_lists.inside(desk, book).lines
    )


def purpose_of(desk: Desk, visit: Visit) -> VisitPurpose | None:
    known = {purpose.code: purpose for purpose in guest_books.purpose_list(desk)}
    return known.get(visit.purpose)


def name_of_visit(desk: Desk, visit_id: Id) -> str:
    with desk.view() as act:
        person = person_of_visit(act, visit_id)
    return person.name if person is not None else ""


def last_line(desk: Desk) -> VisitLine:
    """This counter's last line of today. Raises Refused(NOTHING_TO_UNDO)."""
    visit = guestbook.last_visit(desk)
    if visit is None:
        raise Refused(RefusalCode.NOTHING_TO_UNDO)
    lines = guest_lists.todays_visits(desk, visit.on, visit.room_id)
    return next(line for line in lines if line.visit.id == visit.id)


def read_lists(desk: Desk, book: Book, *, today: bool) -> Lists:
    lines = guest_lists.todays_visits(desk, room_id=book) if today else guest_lists.inside(desk, book).lines
    return Lists(lines, guest_lists.day_counts(desk))


def read_offers(desk: Desk) -> Offers:
    offered = {kind: guest_books.purposes(desk, kind) for kind in VisitKind}
    return Offers(guest_books.books(desk), offered, {one.code: one for one in guest_books.purpose_list(desk)})
