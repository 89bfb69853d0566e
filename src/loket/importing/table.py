"""A CSV or XLSX file of any layout, read by a mapping of its columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from loket.importing.build import build_biblio, build_item, build_member
from loket.importing.codes import ProblemCode, UnusableCode
from loket.importing.delimited import DelimitedFile
from loket.importing.fields import Fields
from loket.importing.headings import REQUIRED
from loket.importing.records import Mapping, Problem, Progress, Record, Row, UnusableFileError
from loket.importing.sheet import SheetFile
from loket.importing.slims import fitted
from loket.importing.values import parse_day

_BUILDERS: dict[str, Callable[[Fields], Record]] = {
    "member": build_member,
    "biblio": build_biblio,
    "item": build_item,
}
# The mapping names a copy's own fields plainly; beside a title's fields they carry "item_".
_ITEM_FIELDS = {"call_number": "item_call_number", "status": "item_status"}
_HEADING_ROWS = 20  # looked through for the headings
_LONG_NUMBER = re.compile(r"[+(]?\d[\d\s().,/+-]{3,}")


class TableRow(NamedTuple):
    """A row of either kind of file; cells are None when its quotes do not close, `problem` says so."""

    line: int
    cells: list[str] | None
    guessed: bool = False
    text: str = ""


class Preview(NamedTuple):
    """What the mapping page shows: headings (made unique, or "Kolom 1" … where there are none) and the first rows."""

    headings: list[str]
    rows: list[list[str]]


class TableFile:
    """A table whatever its file: its headings, and the rows below them."""

    def __init__(self, path: Path, source: DelimitedFile | SheetFile) -> None:
        self._path = path
        self._source = source
        self._sheet = self._first_sheet(source) if isinstance(source, SheetFile) else ""
        self.is_sheet = isinstance(source, SheetFile)
        self.headings, self._first_line = self._find_headings()

    @staticmethod
    def _first_sheet(source: SheetFile) -> str:
        """The first sheet with anything on it."""
        names = source.sheet_names()
        for name in names:
            with closing(source.rows(name)) as rows:
                if next(rows, None) is not None:
                    return name
        return names[0] if names else ""

    def _find_headings(self) -> tuple[list[str], int]:
        """The headings, and the line the data begin after; a first row that is data already is no heading row."""
        with closing(self._all_rows()) as rows:
            sample = [row for row in islice(rows, _HEADING_ROWS) if row.cells is not None]
        if not sample:
            raise UnusableFileError(UnusableCode.EMPTY, file=self._path.name)
        widest = max(_filled(row.cells) for row in sample)
        heading = next(row for row in sample if _filled(row.cells) * 2 >= widest)
        cells = heading.cells or []
        if any(_is_datum(cell) for cell in cells):
            return [f"Kolom {number}" for number in range(1, _width(cells) + 1)], heading.line - 1
        return _unique(cells[: _width(cells)]), heading.line

    def rows(self) -> Iterator[TableRow]:
        """The rows below the headings. Raises UnusableFileError when the file breaks off beyond use."""
        return (row for row in self._all_rows() if row.line > self._first_line)

    def _all_rows(self) -> Generator[TableRow]:
        if isinstance(self._source, SheetFile):
            if self._sheet:
                for line, cells in self._source.rows(self._sheet):
                    yield TableRow(line, cells)
        else:
            for row in self._source.rows():
                yield TableRow(row.line, row.cells, row.guessed, row.text)

    def progress(self) -> Progress:
        return self._source.progress()

    def preview(self, count: int) -> Preview:
        with closing(self._all_rows()) as rows:
            below = (row.cells for row in rows if row.line > self._first_line and row.cells is not None)
            return Preview(list(self.headings), [self._padded(cells) for cells in islice(below, count)])

    def _padded(self, cells: list[str]) -> list[str]:
        width = len(self.headings)
        return cells[:width] + [""] * (width - len(cells))


class TableReader:
    """Reads the records of one kind by a mapping.

    Raises:
        UnusableFileError: the mapping lacks a field that must be given, or names a heading the file has not.
    """

    def __init__(self, path: Path, table: TableFile, mapping: Mapping) -> None:
        self.kind = mapping.kind
        self.format = "table_xlsx" if table.is_sheet else "table_csv"
        self._table = table
        self._places = _places(path, table.headings, mapping)
        self._headings = {field: table.headings[place] for field, place in self._places.items()}

    def rows(self) -> Iterator[Row]:
        for row in self._table.rows():
            yield self._row(row)

    def progress(self) -> Progress:
        return self._table.progress()

    def _row(self, row: TableRow) -> Row:
        if row.cells is None:
            problem = Problem(row.line, "", ProblemCode.QUOTE_UNCLOSED, row.text.strip()[:80])
            return Row(row.line, None, (problem,))
        width = len(self._table.headings)
        # A sheet leaves empty cells at the end of a row out; in a text file a short row is a broken one.
        short = [""] * (width - len(row.cells)) if self._table.is_sheet else []
        cells = fitted(row.cells + short, (width,))
        if cells is None:
            problem = Problem(row.line, "", ProblemCode.COLUMN_COUNT, f"{len(row.cells)}/{width}")
            return Row(row.line, None, (problem,))
        fields = Fields(row.line, {field: cells[place] for field, place in self._places.items()}, self._headings)
        if row.guessed:
            fields.doubt(ProblemCode.ENCODING_GUESSED)
        return fields.row(_BUILDERS[self.kind](fields))


def _places(path: Path, headings: Sequence[str], mapping: Mapping) -> dict[str, int]:
    columns = {field: heading for field, heading in mapping.columns.items() if heading}
    missing = [field for field in REQUIRED[mapping.kind] if field not in columns]
    if missing and not (missing == ["barcode"] and "accession_no" in columns):
        raise UnusableFileError(UnusableCode.MAPPING_INCOMPLETE, file=path.name, fields=missing)
    unknown = [heading for heading in columns.values() if heading not in headings]
    if unknown:
        raise UnusableFileError(UnusableCode.MAPPING_HEADING_MISSING, file=path.name, headings=unknown)
    names = _ITEM_FIELDS if mapping.kind == "item" else {}
    return {names.get(field, field): headings.index(heading) for field, heading in columns.items()}


def _filled(cells: Sequence[str] | None) -> int:
    return sum(1 for cell in cells or () if cell.strip())


def _width(cells: Sequence[str]) -> int:
    """Columns, the empty ones at the end not counted."""
    return max((place for place, cell in enumerate(cells, start=1) if cell.strip()), default=0)


def _unique(cells: Sequence[str]) -> list[str]:
    """Headings one can point at: a repeated one gets its number, an empty one its place."""
    seen: Counter[str] = Counter()
    headings = []
    for place, cell in enumerate(cells, start=1):
        name = " ".join(cell.split()) or f"Kolom {place}"
        seen[name] += 1
        headings.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return headings


def _is_datum(cell: str) -> bool:
    """Is this a date, a long number or an address for mail? Headings are none of these."""
    text = cell.strip()
    if re.fullmatch(r"[^@\s]+@[^@\s]+\.\w+", text) or _LONG_NUMBER.fullmatch(text):
        return True
    try:
        return bool(text) and parse_day(text).day is not None
    except ValueError:
        return False
