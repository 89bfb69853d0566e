"""Read queries of the rooms: who reads what, who sits where, what is out to be copied, who has which e-book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from loket.db.rows import id_bytes, mapper, to_ms
from loket.domain.entities import (
    EbookLoan,
    EbookTitle,
    Entity,
    Id,
    InHouseUse,
    InternetSeat,
    InternetSession,
    PhotocopyJob,
    Room,
)

E = TypeVar("E", bound=Entity)
_PEOPLE = " LEFT JOIN member m ON m.id = x.member_id LEFT JOIN visit v ON v.id = x.visit_id"
_WHO = "coalesce(m.full_name, nullif(x.{name}, ''), nullif(v.name, ''), nullif(v.visitor_no, ''), '')"
_NUMBER = "coalesce(m.member_no, v.visitor_no, '')"
_OPERATOR = " LEFT JOIN operator o ON o.id = x.operator_id"
_NOT_LOST = "cancelled = 0 AND returned_at IS NULL"


@dataclass(frozen=True, slots=True)
class Found:
    """A row, and what belongs to it: who it is, his number, the operator who noted it."""

    entity: Any
    who: str = ""
    number: str = ""
    operator: str = ""


@dataclass(frozen=True, slots=True)
class FoundReading:
    """A use in the library with the words of the copy, its reader and its room."""

    use: InHouseUse
    title: str
    call_number: str
    who: str
    room: str


# ---- reading in place ---------------------------------------------------------------------------------------------

_READINGS = (
    "SELECT {columns}, coalesce(b.title, x.title), coalesce(nullif(i.call_number, ''), b.call_number, b.ddc_class, ''),"
    f" {_WHO.format(name='reader')}, coalesce(r.name, '') FROM in_house_use x{_PEOPLE} "
    "LEFT JOIN item i ON i.id = x.item_id LEFT JOIN biblio b ON b.id = x.biblio_id "
    "LEFT JOIN room r ON r.id = x.room_id WHERE {where}"
)
_LAST_COUNTED = (
    "SELECT barcode, noted_at FROM in_house_use WHERE \"on\" = ? AND station_id = ? AND kind = 'table' "
    "AND state <> 'cancelled' ORDER BY noted_at DESC, id DESC LIMIT 1"
)
_LAST_READING = (
    f"{mapper(InHouseUse).select_sql} WHERE \"on\" = ? AND station_id = ? AND state <> 'cancelled' "
    "AND reshelved_on IS NULL ORDER BY noted_at DESC, id DESC LIMIT 1"
)
_BOOKS = (
    "SELECT coalesce(sum(books), 0) FROM in_house_use WHERE \"on\" = ? AND kind = 'table' AND state = 'done' "
    "AND room_id IS ?"
)
_SUMS = (
    "SELECT room_id, ddc_class, kind = 'table', sum(books) FROM in_house_use "
    "WHERE \"on\" = ? AND state = 'done' GROUP BY room_id, ddc_class, kind = 'table'"
)
_WITH_READER = (
    f"{mapper(InHouseUse).select_sql} WHERE state IN ('asked', 'fetched') AND item_id = ? ORDER BY noted_at, id"
)


def readings(driver: Any, where: str, values: Sequence[Any]) -> list[FoundReading]:
    """Uses for which `where` holds; columns of the table are called `x.name`."""
    map_ = mapper(InHouseUse)
    sql = _READINGS.format(columns=_columns(InHouseUse), where=where)
    return [FoundReading(map_.entity(row[:-4]), *row[-4:]) for row in driver.execute(sql, values).fetchall()]


def readings_on(driver: Any, on: date, room_id: Id | None = None) -> list[FoundReading]:
    """What was read on a day, the newest first; what was undone is left out."""
    where = "x.\"on\" = ? AND x.state <> 'cancelled' {room} ORDER BY x.noted_at DESC, x.id DESC"
    return readings(driver, where.format(room=_in_room(room_id)), [on.isoformat(), *_ids(room_id)])


def requests_open(driver: Any, room_id: Id | None = None) -> list[FoundReading]:
    """What readers asked for and what they have now, the oldest request first."""
    where = "x.state IN ('asked', 'fetched') {room} ORDER BY x.state, x.noted_at, x.id"
    return readings(driver, where.format(room=_in_room(room_id)), _ids(room_id))


def unshelved(driver: Any, since: date, room_id: Id | None = None) -> list[FoundReading]:
    """Books that were read since a day and are not said to stand on their shelves again."""
    where = "x.reshelved_on IS NULL AND x.state = 'done' AND x.\"on\" >= ? {room} ORDER BY x.noted_at, x.id"
    return readings(driver, where.format(room=_in_room(room_id)), [since.isoformat(), *_ids(room_id)])


def _in_room(room_id: Id | None) -> str:
    return "" if room_id is None else "AND x.room_id = ?"


def _ids(room_id: Id | None) -> list[bytes]:
    return [] if room_id is None else [id_bytes(room_id)]


def last_reading(driver: Any, on: date, station_id: Id) -> InHouseUse | None:
    """What this counter noted last that day and can still be taken back."""
    row = driver.execute(_LAST_READING, (on.isoformat(), id_bytes(station_id))).fetchone()
    return None if row is None else mapper(InHouseUse).entity(row)


def last_counted(driver: Any, on: date, station_id: Id) -> tuple[str, int] | None:
    """(barcode, when in ms) of the book this counter counted last that day."""
    row = driver.execute(_LAST_COUNTED, (on.isoformat(), id_bytes(station_id))).fetchone()
    return None if row is None else (row[0], row[1])


def books_counted(driver: Any, on: date, room_id: Id | None) -> int:
    """Books counted on tables that day in a room; None: where no room was named."""
    room = None if room_id is None else id_bytes(room_id)
    return int(driver.execute(_BOOKS, (on.isoformat(), room)).fetchone()[0])


def reading_sums(driver: Any, on: date) -> list[tuple[Id | None, str, bool, int]]:
    """(room, class, found on a table, books) of a day."""
    rows = driver.execute(_SUMS, (on.isoformat(),)).fetchall()
    return [(None if room is None else Id(room.hex()), ddc, bool(table), books) for room, ddc, table, books in rows]


def with_readers(driver: Any, item_id: Id) -> list[InHouseUse]:
    """Requests of one copy that did not end."""
    map_ = mapper(InHouseUse)
    return [map_.entity(row) for row in driver.execute(_WITH_READER, (id_bytes(item_id),)).fetchall()]


# ---- the internet room --------------------------------------------------------------------------------------------


def sessions(driver: Any, where: str, values: Sequence[Any] = ()) -> list[Found]:
    """Internet sessions for which `where` holds; columns of the table are called `x.name`."""
    return _found(driver, InternetSession, "internet_session", '"user"', where, values)


def sessions_running(driver: Any) -> list[Found]:
    return sessions(driver, "x.state = 'running' ORDER BY x.started_at, x.id")


def sessions_waiting(driver: Any, on: date) -> list[Found]:
    """The queue of a day, first come first."""
    where = "x.state = 'waiting' AND x.\"on\" = ? AND x.station_id IS NOT NULL ORDER BY x.asked_at, x.id"
    return sessions(driver, where, (on.isoformat(),))


def sessions_between(driver: Any, first: date, last: date) -> list[Found]:
    """What was begun on those days, in order; what was cancelled is left out."""
    where = (
        "x.\"on\" BETWEEN ? AND ? AND x.started_at IS NOT NULL AND x.state <> 'cancelled' ORDER BY x.started_at, x.id"
    )
    return sessions(driver, where, (first.isoformat(), last.isoformat()))


def sessions_of(driver: Any, on: date, member_ids: Sequence[Id], visit_id: Id | None) -> list[InternetSession]:
    """A person's sessions that were not cancelled, by any of his records or by his visit: of a day, or open still."""
    marks = ", ".join("?" * len(member_ids))
    sql = (
        f"{mapper(InternetSession).select_sql} WHERE (\"on\" = ? OR state IN ('waiting', 'running')) "
        f"AND state <> 'cancelled' AND (member_id IN ({marks}) OR visit_id = ?) ORDER BY id"
    )
    visit = None if visit_id is None else id_bytes(visit_id)
    rows = driver.execute(sql, (on.isoformat(), *map(id_bytes, member_ids), visit)).fetchall()
    return [mapper(InternetSession).entity(row) for row in rows]


def seats(driver: Any) -> list[InternetSeat]:
    """Every seat, also those taken out of use, in the order of their numbers."""
    map_ = mapper(InternetSeat)
    rows = [map_.entity(row) for row in driver.execute(map_.select_sql).fetchall()]
    return sorted(rows, key=lambda seat: (seat.row, seat.column, len(seat.number), seat.number, seat.id))


# ---- photocopies --------------------------------------------------------------------------------------------------


def jobs(driver: Any, where: str, values: Sequence[Any] = ()) -> list[Found]:
    """Photocopy jobs for which `where` holds; columns of the table are called `x.name`."""
    return _found(driver, PhotocopyJob, "photocopy_job", "borrower", where, values)


def jobs_out(driver: Any) -> list[Found]:
    """Books at a copier outside, the first due first."""
    return jobs(driver, "x.state = 'out' AND x.station_id IS NOT NULL ORDER BY x.due_at, x.id")


def jobs_on(driver: Any, on: date) -> list[Found]:
    """A day's copying, the newest first; what was undone is left out."""
    where = "x.\"on\" = ? AND x.state <> 'cancelled' ORDER BY x.noted_at DESC, x.id DESC"
    return jobs(driver, where, (on.isoformat(),))


# ---- e-books ------------------------------------------------------------------------------------------------------

_OUT = f"SELECT count(*), min(due_at) FROM ebook_loan WHERE title_id = ? AND due_at > ? AND {_NOT_LOST}"
_OUT_OF_ALL = (
    "SELECT title_id, count(*), min(due_at) FROM ebook_loan "
    f"WHERE title_id IS NOT NULL AND due_at > ? AND {_NOT_LOST} GROUP BY title_id"
)
_EBOOKS = (
    "SELECT {columns}, coalesce(m.full_name, nullif(x.reader, ''), ''), coalesce(m.member_no, ''), "
    f"coalesce(o.full_name, '') FROM ebook_loan x LEFT JOIN member m ON m.id = x.member_id{_OPERATOR} WHERE {{where}}"
)
_COUNTED = (
    "SELECT count(*), count(DISTINCT coalesce(nullif(hex(title_id), ''), title)), "
    "count(DISTINCT coalesce(nullif(hex(member_id), ''), nullif(reader, ''))) "
    "FROM ebook_loan WHERE lent_on BETWEEN ? AND ? AND cancelled = 0"
)


def ebook_titles(driver: Any) -> list[EbookTitle]:
    map_ = mapper(EbookTitle)
    rows = [map_.entity(row) for row in driver.execute(map_.select_sql).fetchall()]
    return sorted(rows, key=lambda title: (title.title.casefold(), title.id))


def ebooks_out(driver: Any, title_id: Id, now: datetime) -> tuple[int, int | None]:
    """(how many read this title now, when the first of them ends in ms)."""
    row = driver.execute(_OUT, (id_bytes(title_id), to_ms(now))).fetchone()
    return int(row[0]), row[1]


def ebooks_out_of_all(driver: Any, now: datetime) -> dict[Id, tuple[int, int]]:
    """The same of every title that somebody reads now."""
    rows = driver.execute(_OUT_OF_ALL, (to_ms(now),)).fetchall()
    return {Id(row[0].hex()): (row[1], row[2]) for row in rows}


def ebook_loans(driver: Any, where: str, values: Sequence[Any] = ()) -> list[Found]:
    """E-book loans for which `where` holds; columns of the table are called `x.name`."""
    map_ = mapper(EbookLoan)
    sql = _EBOOKS.format(columns=_columns(EbookLoan), where=where)
    return [Found(map_.entity(row[:-3]), *row[-3:]) for row in driver.execute(sql, values).fetchall()]


def ebook_counts(driver: Any, first: date, last: date) -> tuple[int, int, int]:
    """(loans, titles, readers) of those days."""
    loans, titles, readers = driver.execute(_COUNTED, (first.isoformat(), last.isoformat())).fetchone()
    return loans, titles, readers


# ---- parts ---------------------------------------------------------------------------------------------------------


def rooms(driver: Any) -> dict[Id, Room]:
    map_ = mapper(Room)
    found = [map_.entity(row) for row in driver.execute(map_.select_sql).fetchall()]
    return {room.id: room for room in found}


def _columns(kind: type[Entity]) -> str:
    return ", ".join(f'x."{name}"' for name in mapper(kind).names)


def _found(driver: Any, kind: type[E], table: str, name: str, where: str, values: Sequence[Any]) -> list[Found]:
    map_ = mapper(kind)
    sql = (
        f"SELECT {_columns(kind)}, {_WHO.format(name=name)}, {_NUMBER}, "
        f"coalesce(o.full_name, '') FROM {table} x{_PEOPLE}{_OPERATOR} WHERE {where}"
    )
    return [Found(map_.entity(row[:-3]), *row[-3:]) for row in driver.execute(sql, values).fetchall()]
