"""Books as tables: sums carried from page to page, running balances, the workbook's formulas, nothing left out."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import FONTS, HEAD, ISSUER, LIBRARY, Sheet, overlapping, pages_of, white_mm

from loket.reports.figures import figures_font, figures_width, rupiah, thousands
from loket.reports.ledger import Closing, Column, Kind, Ledger, Line
from loket.reports.ledger_pdf import CARRIED_IN, CARRIED_OUT, ledgers_pdf
from loket.reports.ledger_xlsx import UNDATED, ledgers_xlsx
from loket.reports.pdf import HELVETICA

COLUMNS = (
    Column("no", "No.", 10, Kind.CENTRED),
    Column("on", "Tanggal", 20, Kind.DAY),
    Column("text", "Uraian", 70),
    Column("in", "Masuk (Rp)", 25, Kind.RUPIAH, "Mutasi"),
    Column("out", "Keluar (Rp)", 25, Kind.RUPIAH, "Mutasi"),
    Column("balance", "Saldo (Rp)", 28, Kind.BALANCE, "", ("in",), ("out",)),
)
FIRST = date(2026, 11, 1)
LONG = "Penggantian buku hilang " + "dengan keterangan yang panjang " * 8
Moves = list[tuple[int, int, bool]]


def book(moves: Moves, opening_rp: int = 0) -> Ledger:
    """A book of (in, out, long text) with its running balance."""
    lines, balance_rp = [], opening_rp
    for number, (in_rp, out_rp, is_long) in enumerate(moves, 1):
        balance_rp += in_rp - out_rp
        text = f"Baris {number}z. {LONG if is_long else ''}"
        lines.append(
            Line((str(number), FIRST + timedelta(number % 30), text, in_rp or None, out_rp or None, balance_rp))
        )
    came_in, went_out = sum(move[0] for move in moves), sum(move[1] for move in moves)
    closing = (
        Closing("opening", "Saldo awal", opening_rp),
        Closing("came_in", "Jumlah masuk", came_in, ("+in",)),
        Closing("went_out", "Jumlah keluar", went_out, ("+out",)),
        Closing("closing", "Saldo akhir", balance_rp, ("+opening", "+came_in", "-went_out"), is_sum=True),
    )
    signatures = (ISSUER.chief, ISSUER.treasurer)
    return Ledger("Buku Contoh", "November 2026", COLUMNS, tuple(lines), closing=closing, signatures=signatures)


def pages(ledger: Ledger) -> list[str]:
    return pages_of(ledgers_pdf([ledger], LIBRARY, HEAD, FONTS))


def amounts_after(words: str, page: str) -> tuple[str, ...]:
    found = re.search(re.escape(words) + r" ([\d.()]+) ([\d.()]+)( [\d.()]+)?", page)
    assert found, (words, page)
    return found[1], found[2]


moves = st.lists(
    st.tuples(st.integers(-50_000, 9_000_000_000), st.integers(0, 500_000), st.integers(0, 6).map(lambda n: n == 0)),
    max_size=70,
)


@settings(max_examples=12, deadline=None)
@given(moves, st.integers(0, 1_000_000))
def test_sums_are_carried_from_page_to_page_and_no_line_is_lost(moves: Moves, opening_rp: int) -> None:
    ledger = book(moves, opening_rp)
    found = pages(ledger)
    came_in = went_out = 0
    seen: list[int] = []
    for number, page in enumerate(found, 1):
        assert f"Halaman {number} dari {len(found)}" in page
        if number > 1:
            assert amounts_after(CARRIED_IN, page) == (thousands(came_in), thousands(went_out))
        lines = [int(one) for one in re.findall(r"Baris (\d+)z", page)]
        seen += lines
        came_in += sum(moves[one - 1][0] for one in lines)
        went_out += sum(moves[one - 1][1] for one in lines)
        words = ledger.total if number == len(found) else CARRIED_OUT
        assert amounts_after(words, page) == (thousands(came_in), thousands(went_out))
    assert seen == list(range(1, len(moves) + 1))
    assert rupiah(opening_rp + came_in - went_out) in found[-1]
    assert "Mengetahui," in found[-1]
    if moves:
        assert re.search(r"Baris \d+z", found[-1]), "signatures stand alone"
    else:
        assert "Nihil" in found[0]


def test_a_thousand_lines() -> None:
    found = pages(book([(500 * n, 0, n % 9 == 0) for n in range(1, 1001)]))
    assert [int(one) for one in re.findall(r"Baris (\d+)z", " ".join(found))] == list(range(1, 1001))
    assert amounts_after("Jumlah", found[-1])[0] == thousands(500 * 1000 * 1001 // 2)


@pytest.mark.parametrize("count", range(8, 30))
def test_the_end_is_never_cut_or_alone_wherever_the_page_breaks(count: int) -> None:
    pdf = ledgers_pdf([book([(1_000, 0, False)] * count)], LIBRARY, HEAD, FONTS)
    found = pages_of(pdf)
    assert sum("Mengetahui," in page for page in found) == 1
    assert re.search(r"Baris \d+z", found[-1])
    assert overlapping(pdf) == []
    assert white_mm(pdf, len(found)) > 7


def test_amounts_stand_in_line_and_can_be_read_back() -> None:
    assert figures_width("1.111", FONTS.regular, 9) == figures_width("8.888", FONTS.regular, 9)
    assert figures_width("(1.111)", FONTS.regular, 9) < figures_width("1.111)1", FONTS.regular, 9)
    assert figures_font(HELVETICA.regular) == HELVETICA.regular
    page = pages(book([(11_111_111_111, 0, False), (-25_000, 0, False)]))[0]
    assert "11.111.111.111" in page
    assert "(25.000)" in page


def test_figures_that_contradict_each_other_are_refused() -> None:
    good = book([(1_000, 0, False), (2_000, 500, False)])
    wrong = replace(good.closing[3], amount_rp=2_501)
    with pytest.raises(ValueError, match="closing is 2501, its parts make 2500"):
        replace(good, closing=(*good.closing[:3], wrong))
    last = good.lines[1].cells
    with pytest.raises(ValueError, match="line 2 of balance"):
        replace(good, lines=(good.lines[0], Line((*last[:5], 2_499))), closing=())
    with pytest.raises(ValueError, match="6 cells"):
        replace(good, lines=(Line(last[:5]),), closing=())
    crossed = (*COLUMNS[:5], Column("sum", "Jumlah", 20, Kind.RUPIAH, "", ("in", "out")))
    with pytest.raises(ValueError, match="line 1 of sum"):
        Ledger("Buku", "", crossed, (Line(("1", FIRST, "", 1, 2, 4)),))


# ---- workbook -------------------------------------------------------------------------------------------------------


@settings(max_examples=15, deadline=None)
@given(moves, st.integers(0, 1_000_000))
def test_the_workbook_calculates_what_it_says(moves: Moves, opening_rp: int) -> None:
    ledger = book(moves, opening_rp)
    sheet = Sheet(ledgers_xlsx([ledger], LIBRARY, HEAD), "Buku")
    formulas = sheet.formulas()
    for at in formulas:
        assert sheet.calculated(at) == sheet.said[at].value, (at, formulas[at])
    rows = sheet.rows()
    body = [row for row in rows if str(row[2]).startswith("Baris ")]
    assert [(row[3] or 0, row[4] or 0) for row in body] == [move[:2] for move in moves]
    assert sum("SUM" in formula for formula in formulas.values()) == 2
    total = next(row for row in rows if row[0] == "Jumlah")
    assert total[3:5] == (sum(move[0] for move in moves), sum(move[1] for move in moves))
    closing = next(row for row in rows if row[0] == "Saldo akhir")
    assert opening_rp + total[3] - total[4] in closing


def test_the_workbook_keeps_texts_texts_and_shows_rupiah() -> None:
    lines = (Line(("1", FIRST, "=HYPERLINK(A1)", 12_500, None, 12_500)),)
    plain = replace(book([]), lines=lines, closing=(), total="")
    made = ledgers_xlsx([plain, replace(plain, sheet="Kedua", is_upright=True)], LIBRARY, HEAD)
    sheet = Sheet(made, "Buku")
    row = next(one for one in sheet.written.iter_rows() if one[0].value == "1")
    assert row[2].value == "=HYPERLINK(A1)"
    assert row[2].data_type == "s"
    assert row[1].value.date() == FIRST
    assert row[3].number_format.startswith('"Rp"#,##0')
    assert (row[3].value, row[4].value) == (12_500, None)
    assert sheet.written.column_dimensions["D"].width >= 16
    assert sheet.written.page_setup.orientation == "landscape"
    assert Sheet(made, "Kedua").written.page_setup.orientation != "landscape"


def test_the_same_book_is_the_same_workbook_whenever_it_is_made() -> None:
    ledger, signed_on = book([(5_000, 2_000, False)]), date(2026, 12, 2)
    made = ledgers_xlsx([ledger], LIBRARY, HEAD, signed_on)
    assert made == ledgers_xlsx([ledger], LIBRARY, HEAD, signed_on)
    for content, on in ((made, signed_on), (ledgers_xlsx([ledger], LIBRARY, HEAD), UNDATED)):
        about = openpyxl.load_workbook(io.BytesIO(content)).properties
        assert about.created == about.modified == datetime.combine(on, time())
