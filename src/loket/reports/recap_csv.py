"""A recap as a CSV file: one figure a line, in words, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from loket.domain.recap import TABLES, Figures
from loket.domain.recap_paper import Reach, RecapPaper
from loket.reports.member_lists import csv_text
from loket.reports.recap_units import counted
from loket.reports.recap_words import column_title, row_title, section_title, table_title

HEADINGS = (
    *("Dari", "Sampai", "Perpustakaan", "Loket", "Nomor", "Revisi"),
    *("Bagian", "Tabel", "Baris", "Kolom", "Jumlah", "Satuan"),
)
ALL_COUNTERS = "Seluruh loket"


def recap_csv(paper: RecapPaper) -> bytes:
    """Every figure that is not nought, in UTF-8 with a mark that Excel understands and semicolons.

    Number and revision are those of a locked day, empty otherwise.
    """
    period, facts = paper.period, paper.facts
    counter = ALL_COUNTERS if paper.reach is Reach.LIBRARY else facts.get("station_name") or facts.get("station", "")
    front = (period.first, period.last, facts.get("library", ""), counter, paper.number, paper.revision or "")
    return csv_text(HEADINGS, ((*front, *line) for line in _lines(paper.figures)))


def _lines(figures: Figures) -> Iterator[tuple[str | int, ...]]:
    for key, table in TABLES.items():
        front = section_title(table.section), table_title(key)
        for row in figures.rows(key):
            for column in figures.columns(key):
                if number := figures.of(key, row, column):
                    words = *front, row_title(key, row), column_title(key, column)
                    yield (*words, number, counted(key, row, column))
