"""The figures a reader looks for first, each in one number: the summary of a recap and its line for each day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from loket.domain.recap import Figures, Section, Unit
from loket.domain.recap_paper import RecapPaper


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure of the summary. `short`: its name over a narrow column; `always`: also where it is nought."""

    key: str
    title: str
    short: str
    section: Section
    of: Callable[[Figures], int]
    unit: Unit = Unit.COUNT
    always: bool = False


def _cell(table: str, row: str) -> Callable[[Figures], int]:
    return lambda figures: figures.of(table, row)


def _column(table: str, column: str) -> Callable[[Figures], int]:
    return lambda figures: figures.column_total(table, column)


def _total(table: str) -> Callable[[Figures], int]:
    return lambda figures: figures.total(table)


HEADLINES: tuple[Headline, ...] = (
    Headline("visitors", "Pengunjung", "Pengunjung", Section.VISITORS, _column("visitors", "people"), always=True),
    Headline("members_new", "Anggota baru", "Anggota baru", Section.MEMBERS, _total("members_new"), always=True),
    Headline(
        "members_renewed", "Perpanjangan anggota", "Anggota perpanjang", Section.MEMBERS, _total("members_renewed")
    ),
    Headline("loans", "Peminjaman", "Pinjam", Section.CIRCULATION, _cell("circulation", "loans"), always=True),
    Headline("renewals", "Perpanjangan pinjaman", "Perpanjang", Section.CIRCULATION, _cell("circulation", "renewals")),
    Headline("returns", "Pengembalian", "Kembali", Section.CIRCULATION, _cell("circulation", "returns"), always=True),
    Headline("late", "Pengembalian terlambat", "Terlambat", Section.CIRCULATION, _cell("circulation", "late")),
    Headline("reading", "Buku dibaca di tempat", "Baca di tempat", Section.READING, _total("reading_class")),
    Headline("internet", "Sesi internet", "Internet", Section.INTERNET, _column("internet", "sessions")),
    Headline("lockers", "Penitipan barang", "Loker", Section.LOCKERS, _cell("lockers", "taken")),
    Headline("copies", "Lembar foto kopi", "Foto kopi", Section.COPIES, _column("copies", "pages")),
    Headline("ebooks", "Peminjaman e-book", "E-book", Section.EBOOKS, _total("ebooks")),
    Headline("survey", "Jawaban survei", "Survei", Section.SURVEY, _total("survey")),
    Headline("cash", "Penerimaan", "Penerimaan (Rp)", Section.CASH, _total("cash_account"), Unit.RUPIAH),
    Headline("kept", "Lama layanan", "Lama layanan", Section.OPENING, _cell("opening", "kept"), Unit.MINUTES),
)
BIGGEST = ("visitors", "loans", "members_new", "cash")
"""What is set large above the others."""
OF_A_DAY = ("visitors", "members_new", "loans", "renewals", "returns", "reading", "internet", "cash")
"""What a period tells of each of its days."""


def headlines(paper: RecapPaper) -> tuple[Headline, ...]:
    """Those with a number now or in a period it is held against, and those that always stand."""
    known = [figures for figures in (paper.figures, paper.previous, paper.year_before) if figures is not None]
    return tuple(one for one in HEADLINES if one.always or any(one.of(figures) for figures in known))


def day_headlines(paper: RecapPaper) -> tuple[Headline, ...]:
    """Those of `OF_A_DAY` that always stand or have a number on any day."""
    chosen = (one for one in HEADLINES if one.key in OF_A_DAY)
    return tuple(one for one in chosen if one.always or any(one.of(day.figures) for day in paper.days))
