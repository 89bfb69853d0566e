"""Read queries of registration: namesakes, applicants, the highest member number. SQL in, plain values out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from loket.db.queries import MemberHit
from loket.db.rows import id_bytes
from loket.db.search import matching_rows
from loket.domain.entities import Id
from loket.domain.folding import code_key, phone_digits

MOST_ALIKE = 200  # a phone a whole school gave; a longer list is no answer
LAST = "\U0010ffff"  # sorts after every sign of a code
_HIT = "SELECT m.id, m.member_no, m.full_name, m.member_type, m.birth_on, m.address, m.phone, m.valid_until"
_STANDING = "m.erased = 0 AND m.merged_into IS NULL"
BORN_ON = f"{_HIT} FROM member m WHERE m.birth_on = ? AND {_STANDING} ORDER BY m.id"
APPLICANTS = (
    "SELECT id, form_no, full_name, registered_on, birth_on, phone, address FROM member "
    'WHERE pending = 1 AND "left" = 0 AND erased = 0 AND merged_into IS NULL ORDER BY registered_on, id'
)
HIGHEST = (
    "SELECT member_no_key FROM member WHERE member_no_key >= ? AND member_no_key < ? AND member_no_key GLOB ? "
    "ORDER BY member_no_key DESC LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Applicant:
    """Somebody who asked to become a member and waits for his form to be checked."""

    id: Id
    form_no: str
    full_name: str
    applied_on: date | None
    birth_on: date | None
    phone: str
    address: str


def hits(driver_connection: Any, ids: Sequence[Id]) -> list[MemberHit]:
    """These members as a list shows them, in this order; unknown ones are left out."""
    found = {}
    for member_id in ids:
        row = driver_connection.execute(f"{_HIT} FROM member m WHERE m.id = ?", (id_bytes(member_id),)).fetchone()
        if row is not None:
            found[member_id] = _hit(row)
    return [found[member_id] for member_id in ids if member_id in found]


def born_on(driver_connection: Any, day: date) -> Iterator[MemberHit]:
    """Members born that day, without records that were merged away or erased."""
    return (_hit(row) for row in driver_connection.execute(BORN_ON, (day.isoformat(),)).fetchall())


def with_phone(driver_connection: Any, phone: str) -> list[MemberHit]:
    """Members of this telephone number, however either was written; at most 200."""
    digits = phone_digits(phone)
    wanted = digits.removeprefix("62")
    numbers = matching_rows(driver_connection, "member", [(wanted,)], MOST_ALIKE) if wanted else []
    marks = ", ".join("?" * len(numbers))
    sql = f"{_HIT} FROM member m WHERE m.no IN ({marks}) AND {_STANDING} ORDER BY m.id"
    found = (_hit(row) for row in driver_connection.execute(sql, numbers).fetchall()) if numbers else ()
    return [hit for hit in found if phone_digits(hit.phone) == digits]


def applicants(driver_connection: Any) -> list[Applicant]:
    """Who waits, the longest first."""
    return [
        Applicant(Id(row[0].hex()), row[1], row[2], _day(row[3]), _day(row[4]), row[5], row[6])
        for row in driver_connection.execute(APPLICANTS).fetchall()
    ]


def highest_number(driver_connection: Any, prefix: str, digits: int, tail: Sequence[tuple[str, bool]]) -> int:
    """The highest running number of this many digits between a prefix and a tail; 0 when there is none.

    `tail`: (text, is a pattern) each, a pattern as SQLite's GLOB has it, in small letters.
    """
    key = code_key(prefix + "0").removesuffix("0")  # a blank before the number stays
    rest = "".join(text if pattern else _literal(code_key(text)) for text, pattern in tail)
    glob = f"{_literal(key)}{'[0-9]' * digits}{rest}"
    row = driver_connection.execute(HIGHEST, (key, key + LAST, glob)).fetchone()
    return int(row[0][len(key) : len(key) + digits]) if row else 0


def _literal(text: str) -> str:
    """A text as GLOB reads it for itself."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in text)


def _hit(row: Sequence[Any]) -> MemberHit:
    return MemberHit(Id(row[0].hex()), row[1], row[2], row[3], _day(row[4]), row[5], row[6], _day(row[7]))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
