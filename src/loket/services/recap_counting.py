"""How rows become figures: each kind of row says which cells of which tables it counts in.

The same cells are summed for a recap and looked through for the rows behind one of its numbers, so that a bar always
opens exactly what it counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from loket.db.recap_queries import Row, Rows, Span
from loket.domain.recap import Figures

Cell = tuple[str, str, int]  # row, column, number
Cells = Callable[..., Iterable[Cell]]


@dataclass(frozen=True, slots=True)
class Words:
    """What the library calls things, by their keys."""

    purposes: Mapping[str, str]
    rooms: Mapping[bytes, str]
    operators: Mapping[bytes, str]
    accounts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Count:
    """How rows count in one table.

    Attributes:
        fields: what `cells` is told of a row, after the words.
        once: rows that are alike in these fields count once, as a borrower's of one day do.
        folded: what the first so many fields come to, where many values of theirs come to the same: a class, an age.
    """

    table: str
    fields: tuple[str, ...]
    cells: Cells
    once: bool = False
    folded: tuple[Callable[..., Any], int] | None = None

    def told(self, values: tuple[Any, ...]) -> tuple[Any, ...]:
        """What `cells` is told of a row with these fields."""
        if self.folded is None:
            return values
        fold, many = self.folded
        return (fold(*values[:many]), *values[many:])


@dataclass(frozen=True, slots=True)
class Counted:
    """A kind of row and everything it counts in. `covered`: also what doors and kiosks wrote that this counter covers.

    `purposes`: what its rows are called in a list is the code of a purpose.
    """

    rows: Rows
    counts: tuple[Count, ...]
    covered: bool = False
    purposes: bool = False

    def tables(self) -> frozenset[str]:
        return frozenset(count.table for count in self.counts)


def tally(kind: Counted, span: Span, words: Words, figures: Figures) -> None:
    """Add every row of the span to the figures."""
    names = tuple(dict.fromkeys(name for count in kind.counts for name in count.fields))
    rows = kind.rows.counted(span, names)
    alike = {
        fields: _alike(rows, [names.index(name) for name in fields], grouped=kind.rows.grouped)
        for fields in dict.fromkeys(count.fields for count in kind.counts)
    }
    for count in kind.counts:
        for values, number in _folded(count, alike[count.fields]).items():
            for row, column, amount in count.cells(words, *values):
                figures.add(count.table, row, amount if count.once else amount * number, column)


def _folded(count: Count, alike: Mapping[tuple[Any, ...], int]) -> Mapping[tuple[Any, ...], int]:
    if count.folded is None:
        return alike
    found: dict[tuple[Any, ...], int] = {}
    for values, number in alike.items():
        told = count.told(values)
        found[told] = found.get(told, 0) + number
    return found


def _alike(rows: Sequence[Row], places: Sequence[int], *, grouped: bool) -> Mapping[tuple[Any, ...], int]:
    """How many rows look alike in these places. Rows are very many: they are taken apart without a line of Python."""
    if grouped:
        found: Counter[tuple[Any, ...]] = Counter()
        for row in rows:
            found[tuple(row[place] for place in places)] += row[-1]
        return found
    if len(places) == 1:
        return {(value,): number for value, number in Counter(map(itemgetter(*places), rows)).items()}
    return Counter(map(itemgetter(*places), rows))


def one(row: str, column: str = "n") -> Cells:
    """Every row counts one in the same cell."""
    return lambda words, *values: ((row, column, 1),)


def sex_of(text: str | None) -> str:
    """As recaps tell people apart; whatever else a record says was not filled in."""
    return text if text in ("L", "P") else ""
