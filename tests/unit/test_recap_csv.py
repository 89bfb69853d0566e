"""A recap as CSV and as open data: every figure once, in words and units, and nobody's name in what is published."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from recap_papers import STAFF, busy_day_paper, empty_day_paper, month_paper, revision_paper

from loket.domain.periods import Period, PeriodKind, period_of
from loket.domain.recap import TABLES, Figures, N, Section, Unit
from loket.reports.recap_csv import recap_csv
from loket.reports.recap_units import counted
from loket.reports.recap_words import column_title, row_title, section_title, table_title
from loket.reports.satu_data import OPEN_TABLES, iso_period, satu_data_csv

PAPERS = [busy_day_paper, empty_day_paper, revision_paper, month_paper]


def lines_of(made: bytes, delimiter: str = ";") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=delimiter))


# ---- for people -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", [make() for make in PAPERS], ids=[make.__name__ for make in PAPERS])
def test_every_figure_once_in_words_with_its_unit(paper):
    found = Counter(
        (line["Bagian"], line["Tabel"], line["Baris"], line["Kolom"], int(line["Jumlah"]), line["Satuan"])
        for line in lines_of(recap_csv(paper))
    )
    assert found == Counter(
        (
            section_title(TABLES[key].section),
            table_title(key),
            row_title(key, row),
            column_title(key, column),
            number,
            counted(key, row, column),
        )
        for key, cells in paper.figures.tables.items()
        for (row, column), number in cells.items()
    )


def test_excel_of_an_indonesian_office_opens_it():
    made = recap_csv(busy_day_paper())
    assert made.startswith("\ufeffDari;Sampai;Perpustakaan;Loket;Nomor;Revisi;Bagian;".encode())
    assert made.count(b"\r\n") == made.count(b"\n") == len(lines_of(made)) + 1


def test_each_line_says_whose_and_of_when_it_is():
    line = lines_of(recap_csv(revision_paper()))[0]
    assert (line["Dari"], line["Sampai"], line["Loket"]) == ("2026-11-24", "2026-11-24", "Meja Sirkulasi 1")
    assert (line["Nomor"], line["Revisi"]) == ("00017/RK/L1/XI/2026", "2")
    month = lines_of(recap_csv(month_paper()))[0]
    assert (month["Dari"], month["Sampai"], month["Loket"]) == ("2026-09-01", "2026-09-30", "Seluruh loket")
    assert (month["Nomor"], month["Revisi"]) == ("", "")


def test_a_number_below_nought_stays_one_and_a_formula_does_not_run():
    figures = Figures({"cash_account": {("=1+1", "back"): -5_000}, "staff": {("+62;x", "loans"): 1}})
    cash, staff = lines_of(recap_csv(replace(busy_day_paper(), figures=figures)))
    assert (cash["Baris"], cash["Jumlah"]) == ("'=1+1", "-5000")
    assert staff["Baris"] == "'+62;x"


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_table_says_what_it_counts(table):
    for column in table.columns or ("umum",):
        unit = table.unit_of(column)
        word = counted(table.key, table.rows[0] if table.rows else "", column)
        assert word
        assert (word == "rupiah") == (unit is Unit.RUPIAH)
        assert (word == "menit") == (unit is Unit.MINUTES)


def test_people_are_not_counted_in_books():
    assert counted("circulation", "loans", N) == "eksemplar"
    assert counted("circulation", "borrowers", N) == "orang"
    assert counted("visitors", "member", "people") == "orang"
    assert counted("visitors", "member", "entries") == "baris"
    assert counted("copies", "inside", "pages") == "lembar"


# ---- open data ------------------------------------------------------------------------------------------------------


def test_the_long_form_has_region_class_value_unit_and_period():
    paper = month_paper()
    lines = lines_of(satu_data_csv(paper, "0000", "Kota Contoh"), ",")
    assert {(line["kode_wilayah"], line["nama_wilayah"], line["periode"]) for line in lines} == {
        ("0000", "Kota Contoh", "2026-09")
    }
    assert list(lines[0]) == [
        *("kode_wilayah", "nama_wilayah", "kode_indikator", "indikator", "kode_klasifikasi", "jenis_klasifikasi"),
        *("kode_rincian", "rincian", "nilai", "satuan", "periode"),
    ]
    islam = [line for line in lines if line["kode_indikator"] == "loans_class" and line["kode_klasifikasi"] == "2X"]
    assert {line["kode_rincian"]: int(line["nilai"]) for line in islam} == {
        kind: paper.figures.of("loans_class", "2X", kind) for kind in paper.figures.columns("loans_class")
    }
    assert {(line["jenis_klasifikasi"], line["satuan"]) for line in islam} == {("2X Islam", "eksemplar")}


@pytest.mark.parametrize("paper", [busy_day_paper(), month_paper()], ids=["day", "month"])
def test_every_published_table_is_whole_with_its_noughts(paper):
    lines = lines_of(satu_data_csv(paper), ",")
    for key in OPEN_TABLES:
        mine = [line for line in lines if line["kode_indikator"] == key]
        columns = [column for column in paper.figures.columns(key) if TABLES[key].unit_of(column) is not Unit.RUPIAH]
        total = sum(paper.figures.column_total(key, column) for column in columns)
        assert sum(int(line["nilai"]) for line in mine) == total
        cells = {(line["kode_klasifikasi"], line["kode_rincian"]) for line in mine}
        assert len(cells) == len(mine)
        if paper.figures.has(key):
            assert len(mine) == len(paper.figures.rows(key)) * len(columns)
        else:
            assert not mine
    assert any(line["nilai"] == "0" for line in lines)


def test_what_was_not_filled_in_has_a_code_of_its_own():
    lines = lines_of(satu_data_csv(busy_day_paper()), ",")
    untold = [line for line in lines if line["kode_indikator"] == "visitors_job" and line["kode_klasifikasi"] == "X"]
    assert {line["jenis_klasifikasi"] for line in untold} == {"Belum diisi"}
    assert {line["kode_rincian"] for line in untold} == {"L", "P", "X"}
    assert all(line["kode_klasifikasi"] for line in lines)


def test_no_names_no_money_and_no_exceptions_are_published():
    text = satu_data_csv(busy_day_paper()).decode()
    assert not [name for name in STAFF if name in text]
    assert "rupiah" not in text
    inside = {Section.CASH, Section.STAFF, Section.EXCEPTIONS}
    assert not [key for key in OPEN_TABLES if TABLES[key].section in inside]


def test_only_the_tables_that_are_asked_for():
    lines = lines_of(satu_data_csv(busy_day_paper(), tables=["loans_class"]), ",")
    assert {line["kode_indikator"] for line in lines} == {"loans_class"}
    with pytest.raises(KeyError):
        satu_data_csv(busy_day_paper(), tables=["unheard_of"])


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (period_of(PeriodKind.DAY, date(2026, 11, 23)), "2026-11-23"),
        (period_of(PeriodKind.WEEK, date(2027, 1, 2)), "2026-W53"),
        (period_of(PeriodKind.MONTH, date(2026, 11, 23)), "2026-11"),
        (period_of(PeriodKind.QUARTER, date(2026, 9, 30)), "2026-Q3"),
        (period_of(PeriodKind.QUARTER, date(2026, 10, 1)), "2026-Q4"),
        (period_of(PeriodKind.SEMESTER, date(2026, 6, 30)), "2026-S1"),
        (period_of(PeriodKind.SEMESTER, date(2026, 7, 1)), "2026-S2"),
        (period_of(PeriodKind.YEAR, date(2026, 7, 1)), "2026"),
        (Period(PeriodKind.RANGE, date(2026, 11, 1), date(2026, 11, 15)), "2026-11-01/2026-11-15"),
        (Period(PeriodKind.RANGE, date(2026, 11, 1), date(2026, 11, 1)), "2026-11-01"),
    ],
)
def test_a_period_is_written_as_machines_read_it(period, text):
    assert iso_period(period) == text
