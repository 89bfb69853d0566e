"""Workbooks in a real office program: LibreOffice calculates every formula anew and finds what the cells say."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from fakes import TODAY, new_desk
from papers import HEAD, ISSUER, LIBRARY
from recap_papers import busy_day_paper, empty_day_paper, quarter_paper, revision_paper
from recap_sheets import expected, formulas, opened, said

from loket.domain.survey import ELEMENTS
from loket.reports.ledger import Closing, Column, Kind, Ledger, Line
from loket.reports.ledger_xlsx import ledgers_xlsx
from loket.reports.recap_xlsx import recap_xlsx
from loket.reports.survey_xlsx import survey_xlsx
from loket.services.survey import Answers, index, record_answer

pytestmark = pytest.mark.e2e

ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""
"""Calculate when a workbook is opened, whatever values it brings. Without it files said to be Excel's are believed."""
RECAPS = {"hari": busy_day_paper, "kosong": empty_day_paper, "revisi": revision_paper, "triwulan": quarter_paper}
WRONG = "salah"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Workbooks as Loket writes them, and one whose values are wrong."""
    made = {name: recap_xlsx(paper(), HEAD) for name, paper in RECAPS.items()}
    made["survei"] = _survey(tmp_path_factory.mktemp("survei"))
    made["buku"] = ledgers_xlsx([_ledger()], LIBRARY, HEAD)
    made[WRONG] = _wrong(tmp_path_factory.mktemp("salah") / "salah.xlsx")
    return made


@pytest.fixture(scope="module")
def calculated(written: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same workbooks, opened and saved again by LibreOffice with a profile of its own."""
    folder = tmp_path_factory.mktemp("calc")
    profile, saved = folder / "profile", folder / "saved"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
    for name, workbook in written.items():
        (folder / f"{name}.xlsx").write_bytes(workbook)
    subprocess.run(
        [
            *("soffice", "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"),
            *("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(saved)),
            *(str(folder / f"{name}.xlsx") for name in written),
        ],
        env=os.environ | {"HOME": str(folder)},
        capture_output=True,
        check=True,
        timeout=200,
    )
    return {name: (saved / f"{name}.xlsx").read_bytes() for name in written}


def _wrong(path: Path) -> bytes:
    book: Any = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Hitung")
    sheet.write_column(0, 0, [3, 4])
    sheet.write_formula(2, 0, "=SUM(A1:A2)", None, 99)
    book.close()
    return path.read_bytes()


def _survey(folder: Path) -> bytes:
    desk = new_desk(folder)
    for number in range(7):
        answers = tuple((number + place) % 4 + 1 for place in range(len(ELEMENTS)))
        record_answer(desk, Answers(answers, sex="LP"[number % 2]))
        desk.clock.advance(seconds=60)
    made = survey_xlsx(index(desk, TODAY, TODAY), ISSUER)
    desk.database.close()
    return made


def _ledger() -> Ledger:
    columns = (
        Column("on", "Tanggal", 20, Kind.DAY),
        Column("text", "Uraian", 70),
        Column("in", "Masuk (Rp)", 25, Kind.RUPIAH),
        Column("out", "Keluar (Rp)", 25, Kind.RUPIAH),
        Column("balance", "Saldo (Rp)", 28, Kind.BALANCE, "", ("in",), ("out",)),
    )
    moves = [(11_000, None, 11_000), (None, 4_000, 7_000), (250_500, 500, 257_000)]
    lines = tuple(Line((date(2026, 11, 2), f"Baris {number}", *move)) for number, move in enumerate(moves))
    closing = (
        Closing("opening", "Saldo awal", 0),
        Closing("closing", "Saldo akhir", 257_000, ("+opening", "+in", "-out"), is_sum=True),
    )
    return Ledger("Buku Contoh", "November 2026", columns, lines, closing=closing)


def differing(written: bytes, calculated: bytes) -> Iterator[tuple[str, str, Any, Any]]:
    """Formulas whose value, as it was written, is not what LibreOffice makes of them."""
    before, after = opened(written), opened(calculated)
    for name, at in formulas(written):
        ours, theirs = before[name][at].value, after[name][at].value
        same = (
            ours == pytest.approx(theirs, rel=1e-9)
            if isinstance(theirs, int | float)
            else (ours or "") == (theirs or "")
        )
        if not same:
            yield name, at, ours, theirs


def test_libreoffice_calculates_and_does_not_believe(written, calculated):
    assert list(differing(written[WRONG], calculated[WRONG])) == [("Hitung", "A3", 99, 7)]


@pytest.mark.parametrize("name", [*RECAPS, "survei", "buku"])
def test_every_formula_makes_what_its_cell_says(written, calculated, name):
    found = formulas(written[name])
    assert found
    assert set(found) <= set(formulas(calculated[name]))  # calculated, and not turned into values
    assert list(differing(written[name], calculated[name])) == []


@pytest.mark.parametrize("name", RECAPS)
def test_figures_and_totals_are_those_of_the_recap(calculated, name):
    assert said(calculated[name]) == expected(RECAPS[name]().figures)


@pytest.mark.parametrize("name", [*RECAPS, "survei", "buku"])
def test_no_cell_is_an_error(calculated, name):
    cells = [cell for sheet in opened(calculated[name]) for row in sheet.iter_rows() for cell in row]
    assert cells
    assert [cell.coordinate for cell in cells if cell.data_type == "e"] == []
