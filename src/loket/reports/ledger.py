"""A book of money as a table: what its PDF and its workbook have in common. Values only.

Sums are worked out here once, from the lines, for both. A closing figure may name the figures it is made of; it is
refused where they do not make it, so that no paper can contradict itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from loket.reports.letterhead import Signature

Cell = str | int | date | None


class Kind(StrEnum):
    """What a column holds, and what stands below it."""

    TEXT = "text"
    CENTRED = "centred"  # short text: a number of a line, a method
    DAY = "day"
    COUNT = "count"  # summed
    RUPIAH = "rupiah"  # summed
    BALANCE = "balance"  # what stands after each line: not summed


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `width` is its share of the page; `group` a heading over neighbours of the same group.

    `plus` and `minus` of a balance are the keys of the columns that raise and lower it; of an amount, those of the
    columns of the same line it is made of.
    """

    key: str
    title: str
    width: float
    kind: Kind = Kind.TEXT
    group: str = ""
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()

    @property
    def is_summed(self) -> bool:
        return self.kind in (Kind.COUNT, Kind.RUPIAH)

    @property
    def is_number(self) -> bool:
        return self.kind in (Kind.COUNT, Kind.RUPIAH, Kind.BALANCE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `stands_out`: printed bold, such as an opening balance."""

    cells: tuple[Cell, ...]
    stands_out: bool = False


@dataclass(frozen=True, slots=True)
class Closing:
    """A figure below the table. `of` names what it is made of, each with its sign, such as ("+awal", "-setor"):
    keys of summed columns or of closing figures above it.
    `is_sum`: printed bold under a rule. `indented`: a part of the figure above.
    """

    key: str
    label: str
    amount_rp: int
    of: tuple[str, ...] = ()
    is_sum: bool = False
    indented: bool = False


@dataclass(frozen=True, slots=True)
class Ledger:
    """A book or recap ready to be written.

    Attributes:
        title, subtitle: of the whole; the subtitle is the period or the month.
        facts: pairs above the table, such as the treasurer's name.
        empty: what stands in the table when there is no line.
        total: the words before the sums; "": the table has none.
        notes: sentences below the closing figures.
        signatures: who signs, from left to right.
        sheet: name of its sheet in a workbook.
        mark: a word over every page, such as that the paper is void.
        is_upright: its paper stands; otherwise it lies.
    """

    title: str
    subtitle: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    facts: tuple[tuple[str, str], ...] = ()
    empty: str = "Nihil: tidak ada penerimaan maupun penyetoran."
    total: str = "Jumlah"
    closing: tuple[Closing, ...] = ()
    notes: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    sheet: str = "Buku"
    mark: str = ""
    is_upright: bool = False

    def __post_init__(self) -> None:
        width = len(self.columns)
        if any(len(line.cells) != width for line in self.lines):
            raise ValueError(f"{self.title}: every line needs {width} cells")
        known = self.sums()
        for figure in self.closing:
            if figure.of and (made := _made(figure.of, known)) != figure.amount_rp:
                raise ValueError(f"{self.title}: {figure.key} is {figure.amount_rp}, its parts make {made}")
            known[figure.key] = figure.amount_rp
        self._check_balances()

    def sums(self) -> dict[str, int]:
        """The sum of every summed column, by its key."""
        return sums_of(self.columns, self.lines)

    @property
    def has_sums(self) -> bool:
        return bool(self.total) and any(column.is_summed for column in self.columns)

    def _check_balances(self) -> None:
        """A balance is the one before it, raised and lowered by its own line; an amount with parts is their sum."""
        for place, column in enumerate(self.columns):
            if not (column.plus or column.minus):
                continue
            before: int | None = 0 if column.kind is Kind.RUPIAH else None
            for number, line in enumerate(self.lines, 1):
                now = line.cells[place]
                if not isinstance(now, int) or (before is not None and now != before + self._moved(column, line)):
                    raise ValueError(f"{self.title}: line {number} of {column.key} does not follow from the others")
                before = now if column.kind is Kind.BALANCE else 0

    def _moved(self, column: Column, line: Line) -> int:
        of = dict(zip((one.key for one in self.columns), line.cells, strict=True))
        return sum(_int(of[key]) for key in column.plus) - sum(_int(of[key]) for key in column.minus)


def sums_of(columns: Sequence[Column], lines: Iterable[Line]) -> dict[str, int]:
    """The sum of every summed column over these lines."""
    sums = {column.key: 0 for column in columns if column.is_summed}
    for line in lines:
        for column, cell in zip(columns, line.cells, strict=True):
            if column.is_summed:
                sums[column.key] += _int(cell)
    return sums


def _made(parts: Sequence[str], known: dict[str, int]) -> int:
    return sum(known[part[1:]] * (-1 if part[0] == "-" else 1) for part in parts)


def _int(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0
