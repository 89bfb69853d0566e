"""Read queries about loans that are overdue or soon due, and the reminders about them. SQL in, plain values out.

Every one goes by an index: open loans by their due date or member, reminders by day or member.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from loket.db.rows import id_bytes, mapper
from loket.domain.entities import Entity, Id, Loan, Member, Reminder

PAGE = 500
DUE = """SELECT l.id, l.member_id, l.due_on FROM loan l
WHERE l."end" = 'open' AND l.due_on >= ? AND l.due_on <= ? ORDER BY l.due_on, l.id"""
MERGED = "SELECT id, merged_into FROM member WHERE merged_into IS NOT NULL"
SINCE = 'SELECT r."on", r.step, r.loan_ids FROM reminder r WHERE r."on" > ? AND r.cancelled = 0'
NUMBERS = "SELECT number FROM reminder WHERE \"on\" >= ? AND number <> ''"
PERSON_FIELDS = ("erased", "member_no", "full_name", "member_type", "school_class", "institution", "district")
_PERSONS = f"SELECT id, {', '.join(PERSON_FIELDS)} FROM member WHERE id IN ({{marks}})"
_LOAN = ", ".join(f'l."{name}"' for name in mapper(Loan).names)
_BOOKS = f"""SELECT {_LOAN}, coalesce(i.barcode, ''), coalesce(b.title, '') FROM loan l
LEFT JOIN item i ON i.id = l.item_id LEFT JOIN biblio b ON b.id = l.biblio_id WHERE """
_OF_MEMBERS = "l.member_id IN ({marks}) AND l.\"end\" = 'open' AND l.due_on >= ? AND l.due_on <= ?"
_IDS = msgspec.json.Decoder(tuple[str, ...]).decode


@dataclass(frozen=True, slots=True)
class Book:
    """A loan with the barcode and title of its copy; "" where this counter does not know them."""

    loan: Loan
    barcode: str
    title: str


def due_between(driver_connection: Any, first: date, last: date) -> Iterator[tuple[bytes, bytes, str]]:
    """(loan, member, due date) of open loans due in these days, the first due first."""
    yield from driver_connection.execute(DUE, (first.isoformat(), last.isoformat()))


def persons(driver_connection: Any, members: Iterable[bytes]) -> dict[bytes, Sequence[Any]]:
    """`PERSON_FIELDS` of these members, what lists are chosen and sorted by; who is not known here is left out."""
    found: dict[bytes, Sequence[Any]] = {}
    for page in _pages(sorted(members)):  # in the order of the index: fewer pages of it are read twice
        rows = driver_connection.execute(_PERSONS.format(marks=_marks(page)), page)
        found |= {row[0]: row[1:] for row in rows}
    return found


def standing(driver_connection: Any) -> dict[bytes, bytes]:
    """Every record that was merged away → the one that stands for it, through any number of merges."""
    into: dict[bytes, bytes] = dict(driver_connection.execute(MERGED).fetchall())
    return {record: _end(into, record) for record in into}


def _end(into: dict[bytes, bytes], record: bytes) -> bytes:
    seen = {record}
    while record in into and into[record] not in seen:
        record = into[record]
        seen.add(record)
    return record


def reminded_since(driver_connection: Any, day: date) -> dict[str, list[tuple[date, int]]]:
    """Of each loan that anybody was reminded of after a day: (day, step) of its reminders."""
    found: dict[str, list[tuple[date, int]]] = {}
    for on, step, loan_ids in driver_connection.execute(SINCE, (day.isoformat(),)):
        for loan_id in _IDS(loan_ids):
            found.setdefault(loan_id, []).append((date.fromisoformat(on), step))
    return found


def reminded_of(driver_connection: Any, member_ids: Iterable[bytes]) -> dict[str, list[tuple[date, int]]]:
    """As `reminded_since`, of these members' loans, whenever it was."""
    found: dict[str, list[tuple[date, int]]] = {}
    for reminder in _entities(driver_connection, Reminder, "member_id", member_ids):
        for loan_id in () if reminder.cancelled else reminder.loan_ids:
            found.setdefault(loan_id, []).append((reminder.on, reminder.step))
    return found


def books_of_members(driver_connection: Any, members: Iterable[bytes], first: date, last: date) -> Iterator[Book]:
    """Open loans of these members that are due in these days, the first due first."""
    days = (first.isoformat(), last.isoformat())
    for page in _pages(members):
        yield from map(_book, driver_connection.execute(of_members_sql(len(page)), [*page, *days]))


def of_members_sql(count: int) -> str:
    """Open loans of so many members between two days, with barcode and title."""
    return f"{_BOOKS}{_OF_MEMBERS.format(marks=', '.join('?' * count))} ORDER BY l.due_on, l.id"


def books(driver_connection: Any, loan_ids: Iterable[str]) -> dict[str, Book]:
    """These loans, ended ones too."""
    found = {}
    for page in _pages(map(id_bytes, loan_ids)):
        for row in driver_connection.execute(f"{_BOOKS}l.id IN ({_marks(page)})", page):
            book = _book(row)
            found[str(book.loan.id)] = book
    return found


def members(driver_connection: Any, ids: Iterable[bytes]) -> dict[bytes, Member]:
    return {id_bytes(member.id): member for member in _entities(driver_connection, Member, "id", ids)}


def reminders(driver_connection: Any, ids: Iterable[str]) -> dict[Id, Reminder]:
    found = _entities(driver_connection, Reminder, "id", map(id_bytes, ids))
    return {reminder.id: reminder for reminder in found}


def reminders_of(driver_connection: Any, member_ids: Iterable[bytes]) -> list[Reminder]:
    """All reminders of these members, cancelled ones too, the newest first."""
    found = _entities(driver_connection, Reminder, "member_id", member_ids)
    return sorted(found, key=lambda reminder: (reminder.on, reminder.id), reverse=True)


def numbers_since(driver_connection: Any, day: date) -> set[str]:
    """Numbers that letters bear since a day, whoever wrote them."""
    return {row[0] for row in driver_connection.execute(NUMBERS, (day.isoformat(),))}


def _entities(driver_connection: Any, kind: type[Entity], column: str, keys: Iterable[bytes]) -> Iterator[Any]:
    map_ = mapper(kind)
    for page in _pages(keys):
        rows = driver_connection.execute(f'{map_.select_sql} WHERE "{column}" IN ({_marks(page)})', page)
        yield from map(map_.entity, rows)


def _book(row: Sequence[Any]) -> Book:
    return Book(mapper(Loan).entity(row[:-2]), row[-2], row[-1])


def _pages(keys: Iterable[bytes]) -> Iterator[list[bytes]]:
    unique = list(dict.fromkeys(keys))
    for start in range(0, len(unique), PAGE):
        yield unique[start : start + PAGE]


def _marks(keys: Sequence[Any]) -> str:
    return ", ".join("?" * len(keys))
