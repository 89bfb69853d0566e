"""A recap's workbook read back as a person does: which table, which row, which column says what."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from typing import Any

import openpyxl

from loket.domain.recap import TABLES, Figures
from loket.reports.recap_words import TOTAL, column_title, row_heading, row_title, table_title

Said = dict[tuple[str, str, str], float]
"""Numbers by the titles of table, row and column."""


@lru_cache(maxsize=8)
def opened(made: bytes, *, values: bool = True) -> Any:
    """The workbook, its formulas or their values; to be read only."""
    return openpyxl.load_workbook(io.BytesIO(made), data_only=values)


def formulas(made: bytes) -> dict[tuple[str, str], str]:
    """Every formula by sheet and cell."""
    book = opened(made, values=False)
    cells = ((sheet.title, cell) for sheet in book for row in sheet.iter_rows() for cell in row)
    return {(name, cell.coordinate): cell.value for name, cell in cells if cell.data_type == "f"}


def summed(made: bytes, name: str, formula: str) -> float | None:
    """What =SUM(A1:B2) on that sheet makes of the values of its cells; None for another formula."""
    found = re.fullmatch(r"=SUM\((?:'([^']+)'!)?(\w+:\w+)\)", formula)
    if not found:
        return None
    cells = (cell.value for row in opened(made)[found[1] or name][found[2]] for cell in row)
    return sum(value for value in cells if isinstance(value, int | float))


def said(made: bytes) -> Said:
    """What the sheets of the sections say, totals too. A table is known by its title with its rows' heading below."""
    headings = {table_title(key): row_heading(key) for key in TABLES}
    found: Said = {}
    for sheet in opened(made):
        rows = list(sheet.iter_rows(values_only=True))
        for at, row in enumerate(rows[:-1]):
            if row[0] in headings and rows[at + 1][0] == headings[row[0]]:
                found |= _table(row[0], rows[at + 1 :])
    return found


def _table(title: str, rows: list[tuple[Any, ...]]) -> Said:
    heads, *lines = rows
    found: Said = {}
    for line in lines:
        if line[0] is None:
            break
        for head, number in zip(heads[1:], line[1:], strict=True):
            if head is not None:
                found[title, line[0], head.removesuffix(" (menit)")] = number
    return found


def expected(figures: Figures) -> Said:
    """What the sheets must say of these figures, added up from the single cells."""
    found: Said = {}
    for key, table in TABLES.items():
        cells = figures.tables.get(key, {})
        if not cells:
            continue
        columns, across = figures.columns(key), table.adds_across and len(figures.columns(key)) > 1
        for row in [*figures.rows(key), *([None] * table.adds_up)]:
            for column in [*columns, *([None] * across)]:
                numbers = [n for (r, c), n in cells.items() if row in (None, r) and column in (None, c)]
                line = TOTAL if row is None else row_title(key, row)
                head = TOTAL if column is None else column_title(key, column)
                found[table_title(key), line, head] = sum(numbers)
    return found
