"""What the numbers of a recap count: people, books, minutes. For tables that are read without their paper."""

from __future__ import annotations

from loket.domain.recap import TABLES, Section, Unit

PEOPLE, BOOKS, TIMES = "orang", "eksemplar", "kali"
_SECTIONS = {
    Section.VISITORS: PEOPLE,
    Section.MEMBERS: PEOPLE,
    Section.CIRCULATION: BOOKS,
    Section.READING: BOOKS,
    Section.INTERNET: "sesi",
    Section.LOCKERS: "loker",
    Section.COPIES: "pekerjaan",
    Section.EBOOKS: "judul",
    Section.SURVEY: "jawaban",
    Section.STAFF: TIMES,
    Section.EXCEPTIONS: TIMES,
}
_TABLES = {"cards_printed": "kartu", "cash_kind": "kuitansi", "cases": "perkara", "cases_open": "perkara"}
_COLUMNS = {
    ("visitors", "entries"): "baris",
    ("copies", "pages"): "lembar",
    ("staff", "loans"): BOOKS,
    ("staff", "returns"): BOOKS,
    ("staff", "renewals"): BOOKS,
    ("staff", "members"): PEOPLE,
    ("staff", "visits"): "baris",
    ("staff", "receipts"): "kuitansi",
}
_ROWS = {("circulation", "borrowers"): PEOPLE, ("circulation", "undone"): TIMES}


def counted(table: str, row: str, column: str) -> str:
    """ "orang", "eksemplar", "rupiah", "menit". Raises KeyError for a table that does not exist."""
    known = TABLES[table]
    unit = known.unit_of(column)
    if unit is Unit.RUPIAH:
        return "rupiah"
    if unit is Unit.MINUTES:
        return "menit"
    special = _ROWS.get((table, row)) or _COLUMNS.get((table, column)) or _TABLES.get(table)
    return special or _SECTIONS[known.section]
