"""The report on service times as a paper and as a workbook: what it says, nothing cut, the same bytes twice."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest
from papers import FONTS, ISSUER, overlapping, text_of
from standards_days import standards_paper, study_of

from loket.domain.standards import ACTIONS, Study, read_standards, summed
from loket.reports.standards import standards_pdf
from loket.reports.standards_words import (
    NAMES,
    SOPS,
    SPANS,
    StandardsPaper,
    change_text,
    length_text,
    short_length,
    source_text,
)
from loket.reports.standards_xlsx import SHEETS, standards_xlsx

PAPER = standards_paper()


def test_every_action_has_its_words():
    assert set(NAMES) == set(SPANS) == set(ACTIONS)
    assert {one.sop for one in ACTIONS.values()} == set(SOPS)


@pytest.mark.parametrize(
    ("length_ms", "text", "short"),
    [
        *((0, "0 dtk", "0:00"), (499, "0 dtk", "0:00"), (45_000, "45 dtk", "0:45"), (59_600, "1 mnt", "1:00")),
        *((125_000, "2 mnt 5 dtk", "2:05"), (4_330_000, "1 jam 12 mnt", "72:10"), (3_600_000, "1 jam", "60:00")),
    ],
)
def test_how_long_a_time_is(length_ms, text, short):
    assert (length_text(length_ms), short_length(length_ms)) == (text, short)


def test_how_the_median_moved():
    slow, fast = summed([60_000], None), summed([48_000], None)
    assert change_text(fast, slow) == "12 dtk lebih cepat"
    assert change_text(slow, fast) == "12 dtk lebih lambat"
    assert (change_text(slow, slow), change_text(slow, None), change_text(slow, summed([], None))) == (
        "tetap",
        "–",
        "–",
    )


def test_a_standard_of_the_librarys_own_is_told():
    assert source_text("payment", 75) == "Pengembalian bahan pustaka, langkah 7 dan 8"
    assert source_text("payment", 60).endswith("waktunya ditetapkan perpustakaan")


def told(paper: StandardsPaper) -> str:
    return " ".join(text_of(standards_pdf(paper, ISSUER, FONTS)).split())


def test_the_paper_says_what_was_measured():
    text = told(PAPER)
    for part in ("STANDAR LAYANAN", "November 2026", "Loket Utama", "Senin, 02-11-2026 10.09", "2,2 kali"):
        assert part in text
    assert "Layanan koleksi deposit, langkah 6" in text
    assert "3 layanan yang selesai dengan satu pindaian" in text


def test_the_share_within_the_standard_is_of_those_that_have_one():
    """Of ten loans a week eight, and all four returns, four weeks long; the wishes have no standard."""
    assert "85% (48 dari 56)" in told(PAPER)


def test_a_paper_of_nothing_says_so():
    empty = replace(PAPER, study=Study(PAPER.period.first, PAPER.period.last), previous=None)
    assert "belum ada layanan yang terukur" in text_of(standards_pdf(empty, ISSUER, FONTS))
    book = openpyxl.load_workbook(io.BytesIO(standards_xlsx(empty, ISSUER)))
    assert book.sheetnames == list(SHEETS)


def test_hours_that_need_hands_are_named():
    busy = replace(PAPER, study=study_of({"loan": [100] * 30}, weeks=4))
    text = told(busy)
    assert "Senin pukul 10.00–11.00: petugas melayani 83% dari jam itu (4 hari diamati). Dianjurkan 2 meja." in text


def test_every_action_at_once_fits():
    full = {action: [one.seconds or 900, 3_000] for action, one in ACTIONS.items()}
    paper = replace(PAPER, study=study_of(full, weeks=3))
    text = told(paper)
    for name in NAMES.values():
        assert name in text
    assert overlapping(standards_pdf(paper, ISSUER, FONTS)) == []


def test_the_same_paper_makes_the_same_bytes():
    assert standards_pdf(PAPER, ISSUER, FONTS) == standards_pdf(PAPER, ISSUER, FONTS)
    assert standards_xlsx(PAPER, ISSUER) == standards_xlsx(PAPER, ISSUER)


def test_the_workbook_has_numbers_and_formulas():
    content = standards_xlsx(PAPER, ISSUER)
    values = openpyxl.load_workbook(io.BytesIO(content), data_only=True)["Layanan"]
    formulas = openpyxl.load_workbook(io.BytesIO(content))["Layanan"]
    rows = {row[0].value: row for row in values.iter_rows(min_row=5, max_row=12)}
    loan = [cell.value for cell in rows["Peminjaman"]]
    assert loan[1:11] == [120, 40, 95, 130, 260, 32, 0.8, 0, 0, 45]
    assert rows["Ambilkan koleksi"][1].value is None
    assert rows["Ambilkan koleksi"][7].value in (None, "")
    total = rows["Jumlah"]
    assert [total[at].value for at in (2, 6, 8, 9)] == [64, 48, 3, 1]
    assert total[7].value == pytest.approx(48 / 56)
    assert str(formulas.cell(total[0].row, 3).value).startswith("=SUM(C5:")
    assert formulas.freeze_panes == "B5"


def test_what_the_library_promises_is_in_the_workbook():
    promised = replace(PAPER.study, seconds=read_standards(("loan:60",)))
    book = openpyxl.load_workbook(io.BytesIO(standards_xlsx(replace(PAPER, study=promised), ISSUER)))
    row = next(row for row in book["Layanan"].iter_rows(min_row=5) if row[0].value == "Peminjaman")
    assert (row[1].value, row[6].value) == (60, 8)
    assert row[12].value.endswith("waktunya ditetapkan perpustakaan")
