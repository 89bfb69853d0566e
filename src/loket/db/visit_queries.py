"""Read queries of the guestbook. SQL in, plain values out.

A book is the one at the door (`room_id` NULL) or a room's own; every query is about one of them or tells them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from loket.db.rows import id_bytes, mapper, to_ms
from loket.domain.entities import Id, Visit

_OF_BOOK = "room_id IS ? AND cancelled = 0"
_VISITS = mapper(Visit).select_sql
_LAST_OF_MEMBER = f'{_VISITS} WHERE member_id = ? AND "on" >= ? AND {_OF_BOOK} ORDER BY abs(entered_at - ?), id LIMIT 1'
_WITH_NUMBER = "visitor_key = ? AND visitor_key <> ''"  # said, so that its index, which has only these, serves
_LAST_OF_NUMBER = f"{_VISITS} WHERE {_WITH_NUMBER} AND {_OF_BOOK} ORDER BY abs(entered_at - ?), id LIMIT 1"
_FIRST_WITH_NUMBER = f"{_VISITS} WHERE {_WITH_NUMBER} ORDER BY entered_at, id LIMIT 1"
_INSIDE = f'{_VISITS} WHERE left_at IS NULL AND cancelled = 0 AND "on" >= ? AND people > 0'
_OPEN_OF_PERSON = f"{_INSIDE} AND (id = ? OR member_id = ? OR (visitor_key <> '' AND visitor_key = ?))"
_OF_DAY = f'{_VISITS} WHERE "on" = ? AND people > 0'
_PEOPLE = f'SELECT coalesce(sum(people), 0) FROM visit WHERE "on" = ? AND {_OF_BOOK}'
_COUNTS = (
    "SELECT room_id, kind, count(*), sum(people) FROM visit"
    ' WHERE "on" = ? AND cancelled = 0 AND people > 0 GROUP BY room_id, kind'
)
_LAST_WRITTEN = (
    f'{_VISITS} WHERE "on" = ? AND station_id = ? AND cancelled = 0 AND people > 0'
    " ORDER BY entered_at DESC, id DESC LIMIT 1"
)


def last_of_member(source: Any, member_id: Id, room_id: Id | None, since: date, at: datetime) -> Visit | None:
    """The member's visit nearest to a moment in this book, from a day on; None: there is none."""
    return _one(source, _LAST_OF_MEMBER, id_bytes(member_id), since.isoformat(), _room(room_id), to_ms(at))


def last_of_number(source: Any, visitor_key: str, room_id: Id | None, at: datetime) -> Visit | None:
    """The visit under this slip number nearest to a moment in this book."""
    return _one(source, _LAST_OF_NUMBER, visitor_key, _room(room_id), to_ms(at))


def first_with_number(source: Any, visitor_key: str) -> Visit | None:
    """The visit for which this number was given out; books of rooms may repeat it later."""
    return _one(source, _FIRST_WITH_NUMBER, visitor_key)


def open_visits(source: Any, since: date) -> list[Visit]:
    """Everybody not seen leaving since that day, in all books, those who came first first."""
    return _many(source, f"{_INSIDE} ORDER BY entered_at, id", since.isoformat())


def open_of_person(source: Any, visit: Visit, visitor_key: str) -> list[Visit]:
    """What is open of the person of this visit since its day, in all books, the visit itself too."""
    member = None if visit.member_id is None else id_bytes(visit.member_id)
    return _many(source, _OPEN_OF_PERSON, visit.on.isoformat(), id_bytes(visit.id), member, visitor_key)


def visits_of_day(source: Any, on: date, *, cancelled: bool) -> list[Visit]:
    """The lines of a day in all books, the latest first."""
    also = "" if cancelled else " AND cancelled = 0"
    return _many(source, f"{_OF_DAY}{also} ORDER BY entered_at DESC, id DESC", on.isoformat())


def people_of_day(source: Any, on: date, room_id: Id | None) -> int:
    """How many people a book counted on a day."""
    return int(source.execute(_PEOPLE, (on.isoformat(), _room(room_id))).fetchone()[0])


def counts_of_day(source: Any, on: date) -> list[tuple[Id | None, str, int, int]]:
    """(room or None for the door, kind, entries, people) of a day."""
    rows = source.execute(_COUNTS, (on.isoformat(),)).fetchall()
    return [(None if room is None else Id(room.hex()), kind, entries, people) for room, kind, entries, people in rows]


def last_written(source: Any, on: date, station_id: Id) -> Visit | None:
    """This counter's last line of a day that stands."""
    return _one(source, _LAST_WRITTEN, on.isoformat(), id_bytes(station_id))


def _room(room_id: Id | None) -> bytes | None:
    return None if room_id is None else id_bytes(room_id)


def _one(source: Any, sql: str, *values: object) -> Visit | None:
    row = source.execute(sql, values).fetchone()
    return None if row is None else mapper(Visit).entity(row)


def _many(source: Any, sql: str, *values: object) -> list[Visit]:
    rows: Sequence[Any] = source.execute(sql, values).fetchall()
    return [mapper(Visit).entity(row) for row in rows]
