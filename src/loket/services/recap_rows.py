"""The rows behind a number of a recap: what a bar of a chart opens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from loket.db.recap_queries import Span
from loket.db.rows import from_ms
from loket.domain.recap import TABLES
from loket.domain.recap_paper import Reach
from loket.services.desk import Action, Desk
from loket.services.recap_counting import Count, Counted, Words
from loket.services.recap_figures import KINDS, covered, span_of, words_of

MOST_ROWS = 500
_OPENING = frozenset(table for kind in KINDS for table in kind.tables())


@dataclass(frozen=True, slots=True)
class RowBehind:
    """One row. `at`: on the library's wall clock. `amount`: what it counts, in the unit of the cell; `what`, `detail`:
    words of the library, or keys as tables have them. `who`: "" where people are not listed.
    """

    on: date
    at: datetime | None
    what: str
    who: str
    detail: str
    amount: int
    key: str


@dataclass(frozen=True, slots=True)
class Behind:
    """At most `MOST_ROWS` rows, the latest first, how many there are, and what they sum to.

    `only_here`: other counters' rows are not known here, whatever reach was asked for.
    """

    rows: tuple[RowBehind, ...]
    total: int
    amount: int
    only_here: bool = False


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A cell, or all of a row, of a column, of a table."""

    row: str | None
    column: str | None

    def amount(self, count: Count, words: Words, values: tuple[Any, ...]) -> int:
        return sum(
            number
            for row, column, number in count.cells(words, *count.told(values))
            if self.row in (None, row) and self.column in (None, column)
        )


def can_open(table: str) -> bool:
    """Whether a table has rows to show; what was refused, and opening hours, are numbers alone."""
    return table in _OPENING


def rows_behind(
    desk: Desk, table: str, row: str | None, column: str | None, first: date, last: date, reach: Reach
) -> Behind:
    """The rows that a cell counts, from one day to another; None for any row, any column.

    Of a table that says how things stand, those of the last day. Raises KeyError for a table without rows.
    """
    if not can_open(table):
        raise KeyError(table)
    kinds = [kind for kind in KINDS if table in kind.tables()]
    with desk.view() as act:
        found = [_found(act, kind, table, _Wanted(row, column), first, last, reach) for kind in kinds]
        rows = [one for shown, _, _ in found for one in shown]
    rows.sort(key=lambda one: (one.on, one.at is not None, one.at, one.key), reverse=True)
    only_here = reach is Reach.LIBRARY and any(kind.rows.journal for kind in kinds)
    total, amount = sum(number for _, number, _ in found), sum(amount for _, _, amount in found)
    return Behind(tuple(rows[:MOST_ROWS]), total, amount, only_here)


def _found(
    act: Action, kind: Counted, table: str, wanted: _Wanted, first: date, last: date, reach: Reach
) -> tuple[list[RowBehind], int, int]:
    """(rows to show, how many there are, what they sum to)."""
    stations = None if reach is Reach.LIBRARY else covered(act) if kind.covered else (act.desk.station.id,)
    span = span_of(act, stations, last if TABLES[table].stock else first, last)
    counts = [count for count in kind.counts if count.table == table]
    amounts: dict[Any, int] = {}
    total = amount = 0
    words = words_of(act)
    for key, number in _counting(kind, counts, span, words, wanted):
        total, amount = total + 1, amount + number
        if len(amounts) < MOST_ROWS:
            amounts[key] = number
    return _shown(act, kind, span, words, amounts), total, amount


def _counting(
    kind: Counted, counts: list[Count], span: Span, words: Words, wanted: _Wanted
) -> Iterator[tuple[Any, int]]:
    """(key, amount) of every row that counts in what is wanted."""
    names = tuple(dict.fromkeys(name for count in counts for name in count.fields))
    places = [tuple(names.index(name) for name in count.fields) for count in counts]
    seen: set[tuple[Any, ...]] = set()
    for key, *values in kind.rows.each(span, names):
        amount, counted = 0, False
        for count, place in zip(counts, places, strict=True):
            alike = tuple(values[at] for at in place)
            number = 0 if count.once and alike in seen else wanted.amount(count, words, alike)
            if count.once:
                seen.add(alike)
            amount, counted = amount + number, counted or number != 0
        if counted:
            yield key, amount


def _shown(act: Action, kind: Counted, span: Span, words: Words, amounts: dict[Any, int]) -> list[RowBehind]:
    if not amounts:
        return []
    told = kind.rows.shown(span, list(amounts))
    called = words.purposes if kind.purposes else {}
    return [_row(act, key, told[key], called, amount) for key, amount in amounts.items()]


def _row(act: Action, key: Any, told: tuple[Any, ...], called: Mapping[str, str], amount: int) -> RowBehind:
    on, ms, what, who, detail = told
    return RowBehind(
        on=date.fromisoformat(on),
        at=act.desk.local(from_ms(ms)) if ms else None,
        what=called.get(what, what) or "",
        who=(who or "") if act.desk.lists_people else "",
        detail=detail or "",
        amount=amount,
        key=key.hex() if isinstance(key, bytes) else str(key),
    )
