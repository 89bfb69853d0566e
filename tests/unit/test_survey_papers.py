"""The survey's report and workbook: what they say is what was answered, and the workbook's formulas make it anew."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest
from fakes import TODAY, new_desk
from papers import FONTS, HEAD, ISSUER, LIBRARY, overlapping, pages_of, text_of, white_mm

from loket.domain import events as e
from loket.domain.member_form import EDUCATIONS, JOBS
from loket.domain.visits import AGE_GROUPS
from loket.reports.letterhead import Issuer
from loket.reports.survey import survey_pdf
from loket.reports.survey_words import decimal, percent
from loket.reports.survey_xlsx import survey_xlsx
from loket.services.desk import Desk
from loket.services.survey import Answers, SurveyResult, index, record_answer

NAMES = {"membaca": "Membaca", "internet": "Internet & komputer <baru>"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    made.operator = None
    yield made
    made.database.close()


def ask(desk: Desk, people: int, *, comments: int = 0) -> SurveyResult:
    """So many visitors answer, some skipping, some telling who they are; what is heard follows from the count alone."""
    chance = Random(people)
    for number in range(people):
        answers = tuple(chance.choice((0, 1, 2, 3, 3, 4, 4, 4)) for _ in range(8))
        told = {
            "service": chance.choice(("membaca", "internet", "", "lama")),
            "sex": chance.choice(("L", "P", "")),
            "age_group": chance.choice(AGE_GROUPS),
            "education": chance.choice(EDUCATIONS),
            "job": chance.choice(JOBS),
            "comment": f"Saran ke-{number}: kursi <ditambah> & AC dinyalakan" if number < comments else "",
        }
        record_answer(desk, Answers((4, *answers), **told))
        desk.clock.advance(seconds=60)  # type: ignore[attr-defined]
    with desk.action() as act:
        act.record(e.VisitRecorded(act.new_id(), "group", act.now, act.today, people=1615))
    return index(desk, TODAY, TODAY)


def clean(pdf: bytes) -> None:
    assert overlapping(pdf) == []
    assert all(white_mm(pdf, page) > 5 for page in range(1, len(pages_of(pdf)) + 1))


# ---- the report -----------------------------------------------------------------------------------------------------


def test_the_report_says_the_index_the_elements_and_what_to_do(desk):
    result = ask(desk, 60)
    found = result.index
    pdf = survey_pdf(result, ISSUER, FONTS, purposes=NAMES)
    said = text_of(pdf)
    assert found.grade is not None
    for part in (
        "LAPORAN SURVEI KEPUASAN MASYARAKAT Periode 24 November 2026",
        "Responden : 60 orang",
        "Pengunjung pada periode ini : 1615 orang Sampel minimal (Krejcie-Morgan) : 310 orang, kurang 250",
        decimal(found.ikm),
        f"Mutu pelayanan {found.grade.letter}: {found.grade.words}",
        f"Dengan NRR dua desimal dan bobot 0,11, IKM {decimal(found.compat_2)}.",
        "Tiga unsur terendah dan rencana tindak lanjut",
        "Internet & komputer <baru>",
        "Kota Contoh, 2 Desember 2026 Kepala Dinas,",
        "Ratna Contoh, S.Sos.",
    ):
        assert part in said
    for one in found.elements:
        counts = " ".join(str(count) for count in one.counts)
        assert f"{one.element.id} {one.element.name} {counts} {one.n} {one.total} {decimal(one.nrr)}" in said
    lowest = said[said.index("Tiga unsur") : said.index("Nilai setiap layanan")]
    places = [lowest.index(f"{one.element.id} {one.element.name}") for one in found.lowest]
    assert places == sorted(places)
    clean(pdf)


def test_the_printout_with_rounded_weights_says_so(desk):
    result = ask(desk, 30)
    found, said = result.index, text_of(survey_pdf(result, ISSUER, FONTS, compat=True))
    assert f"Dengan bobot tepat 1/9, IKM {decimal(found.ikm)}." in said
    box = said[said.index("Sampel minimal") : said.index("Mutu pelayanan")]
    assert decimal(found.compat_2) in box
    assert decimal(found.ikm) not in box
    first = found.elements[0]
    assert first.nrr_2 is not None
    assert decimal(Fraction(first.nrr_2) * Fraction(11, 100), 4) in said


def test_without_answers_the_report_says_so(desk):
    pdf = survey_pdf(index(desk, TODAY, TODAY), ISSUER, FONTS)
    said = text_of(pdf)
    assert "Belum ada jawaban" in said
    assert "Tiga unsur" not in said
    assert "Tidak ada jawaban untuk U1, U2, U3, U4, U5, U6, U7, U8, U9" in said
    assert "Krejcie" not in said
    assert len(pages_of(pdf)) == 1
    clean(pdf)


def test_a_long_report_goes_on_over_pages_that_are_numbered(desk):
    pdf = survey_pdf(ask(desk, 90, comments=85), ISSUER, FONTS, purposes=NAMES)
    pages = pages_of(pdf)
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert f"Halaman {number} dari {len(pages)}" in page
    for number in range(85):
        assert f"Saran ke-{number}: kursi <ditambah> & AC dinyalakan" in " ".join(pages)
    headings = ("Nilai setiap unsur", "Tiga unsur terendah", "Nilai setiap layanan", "Responden", "Saran dan keluhan")
    assert not any(re.search(rf"{heading} Laporan Survei", page) for heading in headings for page in pages)
    clean(pdf)


def test_one_service_alone_is_named_and_has_no_sample(desk):
    ask(desk, 25)
    alone = index(desk, TODAY, TODAY, "internet")
    said = text_of(survey_pdf(alone, ISSUER, FONTS, purposes=NAMES))
    assert "Layanan : Internet & komputer <baru>" in said
    assert "Krejcie" not in said
    assert "Nilai setiap layanan" not in said


def test_it_can_be_signed_by_hand(desk):
    bare = Issuer(replace(LIBRARY, head_name="", head_nip=""), HEAD, ISSUER.settings, date(2026, 12, 2))
    assert "(....................................)" in text_of(survey_pdf(ask(desk, 3), bare, FONTS))


def test_figures_are_written_as_offices_write_them():
    assert decimal(Fraction(9148, 100)) == "91,48"
    assert decimal(Fraction(88305, 1000)) == "88,31"
    assert decimal(Decimal("100.00")) == "100,00"
    assert decimal(Fraction(1, 3), 4) == "0,3333"
    assert decimal(None) == "-"
    assert percent(1, 3) == "33,3%"
    assert percent(0, 0) == "-"


# ---- the workbook ---------------------------------------------------------------------------------------------------


class Book:
    """A workbook with what its cells say, and its formulas calculated again from the answers alone."""

    def __init__(self, made: bytes) -> None:
        self._said = openpyxl.load_workbook(io.BytesIO(made), data_only=True)
        self._written = openpyxl.load_workbook(io.BytesIO(made))

    def rows(self, sheet: str) -> list[tuple[Any, ...]]:
        return list(self._said[sheet].iter_rows(values_only=True))

    def formulas(self) -> list[tuple[str, str]]:
        cells = ((sheet.title, cell) for sheet in self._written for row in sheet.iter_rows() for cell in row)
        return [(sheet, cell.coordinate) for sheet, cell in cells if cell.data_type == "f"]

    def said(self, sheet: str, at: str) -> Any:
        value = self._said[sheet][at].value
        return "" if value is None else value

    def calculated(self, sheet: str, at: str) -> Any:
        value = self._written[sheet][at].value
        if not isinstance(value, str) or not value.startswith("="):
            return "" if value is None else value
        code = re.sub(r"((?:\w+!)?\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?\d+)", r"_span('\1')", value[1:])
        code = re.sub(r"(?<![!'$:\w])([A-Z]{1,2}\d+)(?![\w'(])", r"_cell('\1')", code)
        code = re.sub(r"(?<![<>=])=(?!=)", "==", code)
        names = {
            "_span": lambda span: self._span(sheet, span),
            "_cell": lambda cell: self.calculated(sheet, cell),
            "COUNTIF": lambda cells, wanted: sum(cell == wanted for cell in cells),
            "COUNT": lambda cells: len(_numbers(cells)),
            "SUM": lambda cells: sum(_numbers(cells)),
            "AVERAGE": lambda cells: sum(_numbers(cells)) / len(_numbers(cells)),
            "ROUND": _rounded,
            "IF": lambda asked, then, otherwise: then() if asked else otherwise(),
        }
        return eval(_lazily(code), names)

    def _span(self, sheet: str, span: str) -> list[Any]:
        where, _, cells = span.rpartition("!")
        rows = self._written[where or sheet][cells.replace("$", "")]
        return [self.calculated(where or sheet, cell.coordinate) for row in rows for cell in row]


def _rounded(number: float, places: int) -> float:
    """As spreadsheets do: fifteen digits count, halves go up."""
    return float(Decimal(f"{number:.15g}").quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def _lazily(code: str) -> str:
    """IF takes only the branch that is wanted: its second and third part become functions."""
    out, at = "", 0
    while (found := code.find("IF(", at)) >= 0:
        if found and code[found - 1].isalpha():  # COUNTIF
            out, at = out + code[at : found + 3], found + 3
            continue
        parts, end = _arguments(code, found + 3)
        asked, then, otherwise = (_lazily(part) for part in parts)
        out += f"{code[at:found]}IF({asked}, lambda: {then}, lambda: {otherwise})"
        at = end
    return out + code[at:]


def _arguments(code: str, at: int) -> tuple[list[str], int]:
    parts, depth, quoted = [""], 0, False
    for place in range(at, len(code)):
        sign = code[place]
        quoted ^= sign == '"'
        if not quoted and sign == ")" and depth == 0:
            return parts, place + 1
        if not quoted and sign == "," and depth == 0:
            parts.append("")
            continue
        depth += 0 if quoted else (sign == "(") - (sign == ")")
        parts[-1] += sign
    raise AssertionError(code)


def _numbers(cells: list[Any]) -> list[float]:
    return [cell for cell in cells if isinstance(cell, int | float)]


@pytest.mark.parametrize("people", [0, 1, 40])
def test_every_formula_makes_what_the_cell_says(desk, people):
    result = ask(desk, people)
    book = Book(survey_xlsx(result, ISSUER, NAMES))
    cells = book.formulas()
    assert len(cells) >= 9 * 9 + 3
    for sheet, at in cells:
        said, calculated = book.said(sheet, at), book.calculated(sheet, at)
        if isinstance(said, str):
            assert (sheet, at, calculated) == (sheet, at, said)
        else:
            assert calculated == pytest.approx(said, abs=1e-9), (sheet, at)


def test_the_index_in_the_workbook_is_the_exact_one(desk):
    result = ask(desk, 40)
    found = result.index
    rows = Book(survey_xlsx(result, ISSUER, NAMES)).rows("IKM")
    by_label = {row[0]: row for row in rows if row[0]}
    assert found.ikm is not None
    assert found.grade is not None
    assert by_label["Indeks Kepuasan Masyarakat (IKM)"][2] == pytest.approx(float(found.ikm))
    assert by_label["Mutu pelayanan"][2] == f"{found.grade.letter} - {found.grade.words}"
    assert by_label["IKM dengan bobot 0,11"][2] == pytest.approx(float(found.compat_2 or 0))
    for one in found.elements:
        row = by_label[one.element.id]
        assert row[2:8] == (*one.counts, one.n, one.total)
        assert row[8] == pytest.approx(float(one.nrr or 0))
    services = {row[1]: row for row in rows if row[6] and row[1]}
    assert services["Internet & komputer <baru>"][0] == "internet"


def test_the_sheet_of_answers_has_every_answer_and_no_words(desk):
    result = ask(desk, 12, comments=3)
    book = Book(survey_xlsx(result, ISSUER, NAMES))
    data = book.rows("Data")
    assert data[0][4:13] == tuple(f"U{number}" for number in range(1, 10))
    assert len(data) == 13
    for row, kept in zip(data[1:], result.answers, strict=True):
        assert row[1] == datetime.combine(TODAY, datetime.min.time())
        assert "".join(str(answer or 0) for answer in row[4:13]) == kept.answers
        assert not any("Saran" in str(cell) for cell in row)
    times = [row[2] for row in data[1:3]]
    assert datetime.combine(TODAY, times[1]) - datetime.combine(TODAY, times[0]) == timedelta(minutes=1)
    assert [row[1] for row in book.rows("Saran")[1:]] == [
        f"Saran ke-{number}: kursi <ditambah> & AC dinyalakan" for number in range(3)
    ]
    people = [row[1] for row in book.rows("Responden") if isinstance(row[1], int)]
    assert sum(people) == 12 * len(result.profiles)


def test_what_looks_like_a_formula_stays_words(desk):
    record_answer(desk, Answers((4,) * 9, comment='=HYPERLINK("x")'))
    book = Book(survey_xlsx(index(desk, TODAY, TODAY), ISSUER))
    assert book.rows("Saran")[1][1] == '=HYPERLINK("x")'
    assert not any(sheet == "Saran" for sheet, _ in book.formulas())
