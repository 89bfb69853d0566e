"""What the front of the house adds to the day's recap: visitors by book, lockers, reading in place, rooms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from loket.domain.entities import LockerEnd, VisitKind
from loket.domain.recap import Line
from loket.services import ebooks, guest_books, guestbook, internet_room, lockers, photocopies, reading_room
from loket.services.desk import Desk

_BY_SEX = """SELECT coalesce(nullif(v.sex, ''), m.sex, ''), sum(v.people) FROM visit v
LEFT JOIN member m ON m.id = v.member_id
WHERE v."on" = ? AND v.room_id IS NULL AND v.cancelled = 0 AND v.male + v.female = 0 GROUP BY 1"""
_OF_GROUPS = """SELECT coalesce(sum(male), 0), coalesce(sum(female), 0), coalesce(sum(people - male - female), 0)
FROM visit WHERE "on" = ? AND room_id IS NULL AND cancelled = 0 AND male + female > 0"""
_BY_PURPOSE = """SELECT purpose, sum(people) FROM visit
WHERE "on" = ? AND room_id IS NULL AND cancelled = 0 GROUP BY 1"""


def house_lines(desk: Desk, on: date) -> list[Line]:
    """Every figure of a day; a section appears once its service is used."""
    return [*_visitors(desk, on), *_lockers(desk, on), *_reading(desk, on), *_rooms(desk, on)]


def _visitors(desk: Desk, on: date) -> Iterator[Line]:
    """The book at the door, and those of the rooms, which are not added to it."""
    door, *rooms = guestbook.day_counts(desk, on)
    if door.entries:
        yield Line("visitors", "entries", door.entries)
        yield Line("visitors", "people", door.people)
        yield from (Line("visitors", kind.value, door.of(kind)) for kind in VisitKind)
        yield from _visitors_by(desk, on)
    yield from (Line("room_visitors", book.room.name, book.people) for book in rooms if book.room and book.entries)


def _visitors_by(desk: Desk, on: date) -> Iterator[Line]:
    """By sex and by purpose; both add up to the people at the door."""
    names = {purpose.code: purpose.name for purpose in guest_books.purpose_list(desk)}
    with desk.view() as act:
        day = (on.isoformat(),)
        sexes = Counter[str](dict(act.driver.execute(_BY_SEX, day).fetchall()))
        male, female, untold = act.driver.execute(_OF_GROUPS, day).fetchone()
        purposes = dict(act.driver.execute(_BY_PURPOSE, day).fetchall())
    sexes.update({"L": male, "P": female, "": untold})
    yield from (Line("visitor_sex", sex, sexes[sex]) for sex in ("L", "P", "") if sexes[sex])
    yield from (Line("visitor_purpose", names.get(code) or code, people) for code, people in sorted(purposes.items()))


def _lockers(desk: Desk, on: date) -> Iterator[Line]:
    ends = Counter(view.use.end for view in lockers.day_log(desk, on) if view.use.end is not LockerEnd.CANCELLED)
    if ends:
        yield Line("lockers", "lockers_taken", ends.total())
        yield Line("lockers", "lockers_lost_tag", ends[LockerEnd.LOST_TAG])
        yield Line("lockers", "lockers_forced", ends[LockerEnd.FORCED])
        yield Line("lockers", "lockers_out", ends[LockerEnd.OPEN])


def _reading(desk: Desk, on: date) -> Iterator[Line]:
    counts = reading_room.day_counts(desk, on)
    if counts.books:
        yield Line("reading", "books_read", counts.books)
        yield Line("reading", "items_fetched", counts.requests)
        yield from (Line("reading_class", ddc_class, books) for ddc_class, books in sorted(counts.by_class.items()))


def _rooms(desk: Desk, on: date) -> Iterator[Line]:
    internet, copies, read = (
        internet_room.day_use(desk, on),
        photocopies.day_counts(desk, on),
        ebooks.day_counts(desk, on),
    )
    if internet.sessions:
        yield Line("internet", "sessions", internet.sessions)
        yield Line("internet", "session_minutes", internet.minutes)
    if copies.jobs or copies.outside:
        yield Line("photocopies", "copies_inside", copies.jobs)
        yield Line("photocopies", "pages", copies.pages)
        yield Line("photocopies", "copies_rp", copies.amount_rp)
        yield Line("photocopies", "copies_outside", copies.outside)
    if read.loans:
        yield Line("ebooks", "ebook_loans", read.loans)
        yield Line("ebooks", "ebook_readers", read.readers)
