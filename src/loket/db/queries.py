"""Read queries of the desk and the lists: SQL in, plain values out. Sorting, searching and paging happen here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from loket.db.rows import id_bytes, mapper
from loket.db.search import matching_rows
from loket.domain.entities import Biblio, Id, Item, ItemStatus, Loan
from loket.domain.folding import code_key, phone_digits, query_words
from loket.domain.scan import looks_like_number_search

SEARCH_LIMIT = 50
LEAST_PHONE_DIGITS = 3
_HITS = (
    "SELECT m.id, m.member_no, m.full_name, m.member_type, m.birth_on, m.address, m.phone, m.valid_until,"
    " m.merged_into, m.erased FROM member m WHERE "
)
_LOANS = (
    "SELECT {columns}, i.barcode, b.title FROM loan l "
    "LEFT JOIN item i ON i.id = l.item_id LEFT JOIN biblio b ON b.id = l.biblio_id "
    "WHERE l.member_id = ? AND l.\"end\" = 'open' ORDER BY l.due_on, l.id"
)
_BY_CODE = "m.member_no_key = ? OR m.id IN (SELECT member_id FROM member_card WHERE code_key = ?)"


@dataclass(frozen=True, slots=True)
class LoanLine:
    """An open loan as a list shows it."""

    loan: Loan
    barcode: str
    title: str


@dataclass(frozen=True, slots=True)
class MemberHit:
    """A member found by a search: enough to tell namesakes apart."""

    id: Id
    member_no: str
    full_name: str
    member_type: str
    birth_on: date | None
    address: str
    phone: str
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class TitleHit:
    """A title found by a search, with its copies counted."""

    id: Id
    title: str
    authors: tuple[str, ...]
    publish_year: str
    call_number: str
    items: int
    available: int


def loan_lines(driver_connection: Any, member_id: Id) -> list[LoanLine]:
    """The member's open loans with barcode and title, the first due first."""
    map_ = mapper(Loan)
    columns = ", ".join(f'l."{name}"' for name in map_.names)
    rows = driver_connection.execute(_LOANS.format(columns=columns), (id_bytes(member_id),)).fetchall()
    return [LoanLine(map_.entity(row[:-2]), row[-2] or "", row[-1] or "") for row in rows]


def search_members(driver_connection: Any, text: str, limit: int = SEARCH_LIMIT) -> list[MemberHit]:
    """Members whose name, number or phone has words beginning like these, in any order, or whose card bears this code.

    A number typed in full comes first. At most `limit` hits: a longer list is no answer at a desk. A record merged
    into another shows that one; what was erased is not found.
    """
    words = member_words(text)
    if not any(words):
        return []
    numbers, typed = matching_rows(driver_connection, "member", words, limit), code_key(text)
    rows = driver_connection.execute(_HITS + _BY_CODE, (typed, typed)).fetchall()
    rows += driver_connection.execute(f"{_HITS} m.no IN ({_marks(numbers)})", numbers).fetchall() if numbers else []
    hits = {
        row[0]: MemberHit(Id(row[0].hex()), row[1], row[2], row[3], _day(row[4]), row[5], row[6], _day(row[7]))
        for row in _standing(driver_connection, rows[:limit])
    }
    return sorted(
        hits.values(), key=lambda hit: (code_key(hit.member_no) != typed, hit.full_name.casefold(), hit.member_no)
    )


def _standing(driver_connection: Any, rows: list[Any]) -> list[Any]:
    """The rows, those of merged records exchanged for the ones that stand for them; none that was erased."""
    found = []
    asked: set[bytes] = set()
    while rows:
        merged = {row[8] for row in rows if row[8] is not None} - asked
        found += [row for row in rows if row[8] is None and not row[9]]
        asked |= merged
        rows = driver_connection.execute(f"{_HITS} m.id IN ({_marks(list(merged))})", tuple(merged)).fetchall()
    return found


def member_words(text: str) -> list[tuple[str, ...]]:
    """The words, or a phone number without its prefix: 0812…, +62 812… and 812… find the same members."""
    words = tuple(query_words(text))
    digits = phone_digits(text).removeprefix("62")
    if words and looks_like_number_search(text) and len(digits) >= LEAST_PHONE_DIGITS:
        return [words, (digits,)]
    return [words]


def search_titles(driver_connection: Any, text: str, limit: int = SEARCH_LIMIT) -> list[TitleHit]:
    """Titles whose title, author or ISBN has words beginning like these, with copies counted."""
    numbers = matching_rows(driver_connection, "biblio", [tuple(query_words(text))], limit)
    if not numbers:
        return []
    map_ = mapper(Biblio)
    rows = driver_connection.execute(
        f"SELECT {', '.join(f'b.{name}' for name in map_.names)}, "
        "count(i.id), coalesce(sum(i.loan_id IS NULL AND i.status = ?), 0) "
        f"FROM biblio b LEFT JOIN item i ON i.biblio_id = b.id WHERE b.no IN ({_marks(numbers)}) GROUP BY b.no",
        (ItemStatus.AVAILABLE.value, *numbers),
    ).fetchall()
    hits = []
    for row in rows:
        biblio = map_.entity(row[:-2])
        hits.append(
            TitleHit(biblio.id, biblio.title, biblio.authors, biblio.publish_year, biblio.call_number, row[-2], row[-1])
        )
    return sorted(hits, key=lambda hit: hit.title.casefold())


def items_of(driver_connection: Any, biblio_id: Id) -> list[Item]:
    """The copies of a title, by barcode."""
    map_ = mapper(Item)
    rows = driver_connection.execute(
        f"{map_.select_sql} WHERE biblio_id = ? ORDER BY barcode_key", (id_bytes(biblio_id),)
    )
    return [map_.entity(row) for row in rows.fetchall()]


def count(driver_connection: Any, table: str) -> int:
    return int(driver_connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
