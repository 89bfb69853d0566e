"""The recap's workbook: every figure in its place, sums and references as formulas that agree, bytes from the recap."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import coordinate_to_tuple
from papers import HEAD
from recap_papers import (
    busy_day_paper,
    empty_day_paper,
    live_day_paper,
    month_paper,
    quarter_paper,
    revision_paper,
    year_paper,
)
from recap_sheets import expected, formulas, opened, said, summed

from loket.domain.recap import TABLES, Figures
from loket.domain.recap_paper import DayState, RecapPaper, change_percent
from loket.reports.recap_headlines import HEADLINES, day_headlines, headlines
from loket.reports.recap_words import column_title, row_title, table_title
from loket.reports.recap_xlsx import recap_xlsx
from loket.reports.recap_xlsx_parts import STANDS, sheet_name

PAPERS = {
    "busy": busy_day_paper,
    "empty": empty_day_paper,
    "live": live_day_paper,
    "revision": revision_paper,
    "month": month_paper,
    "quarter": quarter_paper,
}


@pytest.fixture(scope="module", params=PAPERS)
def made(request: pytest.FixtureRequest) -> tuple[RecapPaper, bytes]:
    paper = PAPERS[request.param]()
    return paper, recap_xlsx(paper, HEAD)


def rows_of(workbook: bytes, name: str) -> list[tuple[object, ...]]:
    return list(opened(workbook)[name].iter_rows(values_only=True))


def texts(workbook: bytes, name: str) -> str:
    return "\n".join(str(cell) for row in rows_of(workbook, name) for cell in row if cell is not None)


# ---- figures --------------------------------------------------------------------------------------------------------


def test_every_figure_and_total_stands_in_its_place(made):
    paper, workbook = made
    assert said(workbook) == expected(paper.figures)


cells = st.dictionaries(
    st.tuples(st.sampled_from(["", "L", "member", "000", "Ruang =A1"]), st.sampled_from(["", "L", "n", "anak"])),
    st.integers(-(10**12), 10**12).filter(bool),
    max_size=6,
)


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(TABLES)), cells, max_size=5))
def test_any_figures_stand_in_their_place_with_totals_that_add_up(tables):
    figures = Figures({key: cells for key, cells in tables.items() if cells})
    paper = empty_day_paper()
    workbook = recap_xlsx(replace(paper, figures=figures, days=(replace(paper.days[0], figures=figures),)), HEAD)
    assert said(workbook) == expected(figures)
    for (name, at), formula in formulas(workbook).items():
        if formula.startswith("=SUM("):
            assert summed(workbook, name, formula) == opened(workbook)[name][at].value


def test_sums_and_references_are_formulas_that_make_what_the_cells_say(made):
    _, workbook = made
    values, checked = opened(workbook), 0
    for (name, at), formula in formulas(workbook).items():
        value = values[name][at].value
        if formula.startswith("=SUM("):
            assert summed(workbook, name, formula) == value, (name, at)
        elif match := re.fullmatch(r"='([^']+)'!(\$?[A-Z]+\$?\d+)", formula):
            assert values[match[1]][match[2].replace("$", "")].value == value, (name, at)
        else:
            continue
        checked += 1
    assert checked >= len(HEADLINES) - 1


def test_no_total_is_a_typed_number(made):
    _, workbook = made
    found = {(name, coordinate_to_tuple(at)) for name, at in formulas(workbook)}
    for sheet in opened(workbook):
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            if row[0] == "Jumlah" and isinstance(row[-1], int):
                assert (sheet.title, (number, len(row))) in found


@pytest.mark.parametrize("paper", [busy_day_paper(), year_paper()], ids=["day", "year"])
def test_each_headline_stands_where_the_summary_says(paper):
    assert {one.key for one in HEADLINES} == set(STANDS)
    for one in HEADLINES:
        table, row, column = STANDS[one.key]
        kept = paper.figures.tables[table].items()
        assert one.of(paper.figures) == sum(n for (r, c), n in kept if row in (None, r) and column in (None, c))
    workbook = recap_xlsx(paper, HEAD)
    lines = {row[0]: row for row in rows_of(workbook, "Ringkasan") if row[0]}
    for one in headlines(paper):
        assert lines[one.title][1] == one.of(paper.figures)
    references = [at for name, at in formulas(workbook) if name == "Ringkasan" and at.startswith("B")]
    assert len(references) == len(headlines(paper))


# ---- what it is held against ----------------------------------------------------------------------------------------


def test_changes_and_averages_are_those_of_the_paper():
    paper = month_paper()
    assert paper.previous
    assert paper.year_before
    lines = {row[0]: row for row in rows_of(recap_xlsx(paper, HEAD), "Ringkasan") if row[0]}
    for one in headlines(paper):
        now, then, year = (one.of(figures) for figures in (paper.figures, paper.previous, paper.year_before))
        _, _, _, before, change, ago, change_ago, average = lines[one.title]
        assert (before, ago) == (then, year)
        assert change == pytest.approx((change_percent(now, then) or 0) / 100)
        assert change_ago == pytest.approx((change_percent(now, year) or 0) / 100)
        assert average == pytest.approx(now / paper.open_days)
    assert lines["Hari buka"][1] == paper.open_days


def test_every_figure_is_compared_also_one_that_is_gone():
    paper = busy_day_paper()
    before = Figures({"rooms": {("Ruang Lama", "L"): 9}})
    rows = rows_of(recap_xlsx(replace(paper, previous=before, year_before=None), HEAD), "Perbandingan")
    assert rows[3][5:8] == ("Jumlah", "Hari sebelumnya", "Perubahan")
    known = {row[1:4]: row[5:] for row in rows[4:]}
    assert known["Buku tamu ruang", "Ruang Lama", "Laki-laki"] == (0, 9, -1)
    for key, table in paper.figures.tables.items():
        for (row, column), number in table.items():
            words = table_title(key), row_title(key, row), column_title(key, column)
            assert known[words][:2] == (number, 0)
            assert not known[words][2]  # no share of nought
    assert len(known) == sum(len(table) for table in paper.figures.tables.values()) + 1


def test_nothing_to_compare_no_sheet_and_no_columns_for_it():
    workbook = recap_xlsx(replace(busy_day_paper(), previous=None, year_before=None), HEAD)
    assert not {"Perbandingan", "Per hari", "Per bulan", "Perubahan"} & set(opened(workbook).sheetnames)
    assert "Perubahan" not in texts(workbook, "Ringkasan")


def test_a_stock_has_no_average():
    rows = rows_of(recap_xlsx(month_paper(), HEAD), "Perbandingan")
    stocks = {table_title(key) for key, table in TABLES.items() if table.stock}
    averages = {row[1] in stocks: [] for row in rows[4:]}
    for row in rows[4:]:
        averages[row[1] in stocks].append(row[-1])
    assert set(averages[True]) == {None}
    assert None not in averages[False]


# ---- days and months ------------------------------------------------------------------------------------------------


def test_each_day_has_its_line_and_a_closed_one_its_reason():
    paper = month_paper()
    rows = rows_of(recap_xlsx(paper, HEAD), "Per hari")
    shown = day_headlines(paper)
    lines = rows[4 : 4 + len(paper.days)]
    for line, day in zip(lines, paper.days, strict=True):
        assert line[1] == datetime(day.on.year, day.on.month, day.on.day)  # noqa: DTZ001 - a cell's date has no zone
        numbers = tuple(one.of(day.figures) for one in shown)
        assert line[4:] == ((None,) * len(shown) if day.state is DayState.NONE else numbers)
    assert ("Jumat", "Tutup Hari Raya Contoh") in {(line[0], line[2]) for line in lines}
    assert ("Senin", "Tutup") in {(line[0], line[2]) for line in lines}
    assert lines[-1][2:4] == ("Buka", "Sementara")
    sums = [sum(one.of(day.figures) for day in paper.days) for one in shown]
    assert rows[-2][4:] == tuple(sums)
    assert rows[-1][4:] == pytest.approx([number / paper.open_days for number in sums])


def test_months_of_a_quarter_are_the_sums_of_their_days():
    paper = quarter_paper()
    rows = rows_of(recap_xlsx(paper, HEAD), "Per bulan")
    assert [row[0] for row in rows[4:]] == ["Juli 2026", "Agustus 2026", "September 2026", "Jumlah"]
    for month, row in zip((7, 8, 9), rows[4:], strict=False):
        days = [day for day in paper.days if day.on.month == month]
        assert row[1] == sum(day.is_open for day in days)
        assert row[2:] == tuple(sum(one.of(day.figures) for day in days) for one in day_headlines(paper))
    assert rows[-1][1] == sum(day.is_open for day in paper.days)


# ---- words, signatures, revisions -----------------------------------------------------------------------------------


def test_the_first_sheet_says_whose_recap_it_is_and_who_signs():
    told = texts(recap_xlsx(busy_day_paper(), HEAD), "Ringkasan")
    for part in (
        "PEMERINTAH KABUPATEN CONTOH",
        "REKAPITULASI LAYANAN HARIAN",
        "24 November 2026",
        "Meja Sirkulasi 1",
        "00017/RK/L1/XI/2026",
        "Petrus Contoh, A.Md., 24 November 2026 pukul 16.12 (Laci kas cocok dengan catatan.)",
        "07.52-16.04 (jadwal 08.00-16.00)",
        "Saat ditutup: 3 orang masih di dalam",
        "Dibuat dari jurnal a1b2c3d4 · 1234 · 9f8e7d6c5b4a",
        "Plt. Kepala Bidang Layanan dan Pelestarian,",
        "Pembina Tk. I (IV/b)",
        "NIP 00000000 000000 2 001",
        "Kota Contoh, 24 November 2026",
    ):
        assert part in told


def test_a_day_made_by_night_and_a_running_one_say_so():
    assert "oleh program; tidak ada yang menutup" in texts(recap_xlsx(empty_day_paper(), HEAD), "Ringkasan")
    assert "Sementara" in texts(recap_xlsx(live_day_paper(), HEAD), "Ringkasan")


def test_days_that_are_missing_are_named_by_counter():
    told = texts(recap_xlsx(month_paper(), HEAD), "Ringkasan")
    assert "Seluruh loket perpustakaan" in told
    assert "Belum masuk, Meja Sirkulasi 2 (2 hari): 02-09-2026, 03-09-2026" in told
    assert "Belum masuk, Ruang Anak (1 hari): 02-09-2026" in told


def test_who_signs_without_a_place_gets_the_letterheads():
    paper = busy_day_paper()
    facts = {**paper.facts, "right_above": "", "place": "", "left_office": "", "left_name": ""}
    told = texts(recap_xlsx(replace(paper, facts=facts), HEAD), "Ringkasan")
    assert f"{HEAD.place}, 24 November 2026" in told
    assert "Mengetahui," not in told


def test_a_revision_lists_what_changed():
    paper = revision_paper()
    workbook = recap_xlsx(paper, HEAD)
    assert "00017/RK/L1/XI/2026, revisi 2" in texts(workbook, "Ringkasan")
    rows = rows_of(workbook, "Perubahan")[4:]
    assert len(rows) == len(paper.changes)
    for row, one in zip(rows, paper.changes, strict=True):
        assert row[3:] == (one.before, one.after, one.after - one.before)
    assert ("Pengunjung menurut jenis", "Tamu", "Orang", 137, 139, 2) in rows


def test_what_looks_like_a_formula_stays_words():
    figures = Figures({"staff": {("=1+1", "loans"): 3}, "visitors_purpose": {("@SUM(A1)", "guest"): 2}})
    workbook = recap_xlsx(replace(busy_day_paper(), figures=figures), HEAD)
    assert ("=1+1", 3) in {row[:2] for row in rows_of(workbook, "Petugas")}
    assert not [formula for formula in formulas(workbook).values() if formula in ("=1+1", "@SUM(A1)")]


# ---- the file -------------------------------------------------------------------------------------------------------


def test_the_bytes_come_from_the_recap_alone():
    paper = busy_day_paper()
    workbook = recap_xlsx(paper, HEAD)
    assert workbook == recap_xlsx(busy_day_paper(), HEAD)
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        assert "2026-11-24T08:10:00Z" in parts.read("docProps/core.xml").decode()
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert workbook != recap_xlsx(replace(paper, revision=2), HEAD)


def test_a_preview_bears_the_day_it_is_dated_on():
    with zipfile.ZipFile(io.BytesIO(recap_xlsx(live_day_paper(), HEAD))) as parts:
        assert "2026-11-24T00:00:00Z" in parts.read("docProps/core.xml").decode()


def test_every_sheet_is_ready_to_print_and_keeps_its_heads(made):
    _, workbook = made
    for sheet in opened(workbook):
        assert sheet.page_setup.paperSize == 9
        assert sheet.freeze_panes
        assert "Halaman" in sheet.oddFooter.right.text
        assert len(sheet.title) <= 31
    lists = {"Per hari", "Perbandingan", "Perubahan"} & set(opened(workbook).sheetnames)
    assert all(opened(workbook)[name].auto_filter.ref for name in lists)


def test_no_amount_is_wider_than_its_column():
    figures = Figures({"cash_account": {("4.1.02 Denda", "cash"): 123_456_789_000, ("", "back"): -5_000_000_000}})
    sheet = opened(recap_xlsx(replace(busy_day_paper(), figures=figures), HEAD))["Penerimaan"]
    for letter in "BCDE":
        longest = max(len(f"Rp{cell.value:,}") for cell in sheet[letter] if isinstance(cell.value, int))
        assert sheet.column_dimensions[letter].width > longest


@pytest.mark.parametrize("title", ["Ruang [anak]: a/b?*", "Panjang " * 9, "Mas'ud"])
def test_names_of_sheets_hold_nothing_that_is_not_allowed(title):
    name = sheet_name(title)
    assert 0 < len(name) <= 31
    assert not re.search(r"[\[\]:*?/\\']", name)


def test_a_day_of_many_people_fits_its_sums():
    made = said(recap_xlsx(busy_day_paper(100_000), HEAD))
    assert made["Pengunjung menurut jenis", "Jumlah", "Orang"] == 100_000
