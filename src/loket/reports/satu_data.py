"""A recap as open data, in the long form regional portals publish: region, class, value, unit, period.

Sources: Perpres 39/2019 (Satu Data Indonesia: one standard, metadata, reference codes); the columns of library data
sets on city portals, with the table (`indikator`) and its second dimension (`rincian`) added: one file holds several.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from loket.domain.periods import Period, PeriodKind
from loket.domain.recap import TABLES, Figures, N, Section, Unit
from loket.domain.recap_paper import RecapPaper
from loket.reports.recap_units import counted
from loket.reports.recap_words import column_title, row_title, table_title

HEADINGS = (
    *("kode_wilayah", "nama_wilayah", "kode_indikator", "indikator", "kode_klasifikasi", "jenis_klasifikasi"),
    *("kode_rincian", "rincian", "nilai", "satuan", "periode"),
)
NOT_FILLED_CODE = "X"
_INSIDE = frozenset({Section.CASH, Section.STAFF, Section.EXCEPTIONS, Section.OPENING, Section.LOCKERS})
"""Names of staff, money and exceptions are the office's own business; lockers and hours are no statistics."""
OPEN_TABLES = tuple(key for key, table in TABLES.items() if table.section not in _INSIDE)


def satu_data_csv(
    paper: RecapPaper, bps_code: str = "", bps_name: str = "", tables: Sequence[str] = OPEN_TABLES
) -> bytes:
    """Figures of these tables in UTF-8 with commas, as machines expect; also the noughts of rows a table names.

    `bps_code`, `bps_name`: the region as Statistics Indonesia numbers and calls it. A table in which nothing was
    counted is left out: a service the library does not have is not one that nobody used. Raises KeyError for a table
    that does not exist.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    span = iso_period(paper.period)
    for key in tables:
        for row, column, number in _cells(paper.figures, key):
            kind = row or NOT_FILLED_CODE, row_title(key, row)
            detail = ("", "") if column == N else (column or NOT_FILLED_CODE, column_title(key, column))
            told = (bps_code, bps_name, key, table_title(key), *kind, *detail)
            writer.writerow((*told, number, counted(key, row, column), span))
    return out.getvalue().encode()


def iso_period(period: Period) -> str:
    """ "2026-11-23", "2026-W48", "2026-11", "2026-Q4", "2026-S2", "2026"; other days as an ISO 8601 interval."""
    first = period.first
    if period.kind is PeriodKind.WEEK:
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02}"
    short = {
        PeriodKind.MONTH: f"{first:%Y-%m}",
        PeriodKind.QUARTER: f"{first:%Y}-Q{(first.month + 2) // 3}",
        PeriodKind.SEMESTER: f"{first:%Y}-S{(first.month + 5) // 6}",
        PeriodKind.YEAR: f"{first:%Y}",
    }
    single = first.isoformat()
    return short.get(period.kind) or (single if first == period.last else f"{single}/{period.last.isoformat()}")


def _published(figures: Figures, key: str) -> list[str]:
    """The columns of a table but amounts of money."""
    return [column for column in figures.columns(key) if TABLES[key].unit_of(column) is not Unit.RUPIAH]


def _cells(figures: Figures, key: str) -> Iterator[tuple[str, str, int]]:
    if not figures.has(TABLES[key].key):
        return
    for row in figures.rows(key):
        for column in _published(figures, key):
            yield row, column, figures.of(key, row, column)
