"""IPLM & kegiatan on real services: numbers counted and entered, activities, papers, and what is refused."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from fakes import ADMIN, CIRCULATION
from hands import LateJobs, sheet_of, shown
from papers import text_of
from pytestqt.qtbot import QtBot
from tills import sit_down

from loket.domain.visits import GroupForm
from loket.services import guestbook, iplm
from loket.services.desk import Desk
from loket.ui import language
from loket.ui.pages import recap_iplm
from loket.ui.pages.recap_iplm import ActivitySheet, CancelSheet, FactSheet, IplmSection
from loket.ui.shell import Shell

NAME, VALUE, MADE = 1, 2, 3


@pytest.fixture
def section(shell: Shell, desk: Desk, qtbot: QtBot) -> IplmSection:
    sit_down(desk, ADMIN)
    return shown(IplmSection(shell), qtbot)


def cells(section: IplmSection, column: int) -> list[str]:
    model = section.form.lines.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def cell(section: IplmSection, name: str, column: int = VALUE) -> str:
    return cells(section, column)[cells(section, NAME).index(name)]


def choose(section: IplmSection, name: str) -> None:
    section.form.lines.select_row(cells(section, NAME).index(name))


def hold(section: IplmSection, name: str = "Dongeng Sabtu", people: int = 40) -> ActivitySheet:
    section.new.click()
    sheet = sheet_of(section.sheets, ActivitySheet)
    sheet.rows["name"].editor.setText(name)
    sheet.people.setValue(people)
    sheet.accept()
    return sheet


def test_a_number_only_people_know_is_entered(section: IplmSection, qtbot: QtBot) -> None:
    assert cell(section, "Penduduk wilayah layanan") == "belum diisi"
    choose(section, "Penduduk wilayah layanan")
    section.tell.click()
    sheet = sheet_of(section.sheets, FactSheet)
    sheet.rows["population"].editor.setText("banyak")
    sheet.accept()
    assert "bilangan bulat" in (sheet.rows["population"].error() or "")
    assert sheet.text("population") == "banyak", "what was typed stays"
    sheet.rows["population"].editor.setText("250.000")
    sheet.accept()
    assert section.sheets.sheet is None
    assert cell(section, "Penduduk wilayah layanan") == "250.000"


def test_what_loket_counts_nobody_enters(section: IplmSection, desk: Desk) -> None:
    guestbook.check_in_group(desk, GroupForm("Ibu Contoh", institution="SD Contoh", people=30))
    section.activate()
    assert cell(section, "Pemustaka yang datang") == "30"
    choose(section, "Pemustaka yang datang")
    assert not section.tell.isEnabled()
    section.form.lines.activated_row.emit(section.form.lines.current_row())
    assert section.sheets.sheet is None


def test_an_activity_from_its_sheet_to_the_numbers_and_back(section: IplmSection) -> None:
    hold(section)
    assert cell(section, "Peserta kegiatan literasi") == "40"
    section.change.click()
    sheet = sheet_of(section.sheets, ActivitySheet)
    sheet.people.setValue(50)
    sheet.accept()
    assert cell(section, "Peserta kegiatan literasi") == "50"
    section.cancel.click()
    sheet = sheet_of(section.sheets, CancelSheet)
    sheet.accept()
    assert cell(section, "Kegiatan yang diadakan") == "0"
    assert section.form.held.model().rowCount() == 0


def test_more_men_and_women_than_people_are_refused_where_they_were_typed(section: IplmSection) -> None:
    section.new.click()
    sheet = sheet_of(section.sheets, ActivitySheet)
    sheet.rows["name"].editor.setText("Lomba")
    for editor, number in ((sheet.people, 10), (sheet.male, 6), (sheet.female, 5)):
        editor.setValue(number)
    sheet.accept()
    assert "melebihi" in (sheet.rows["male"].error() or "")
    assert (sheet.text("name"), sheet.male.value()) == ("Lomba", 6)


def test_another_year_has_its_own_numbers(section: IplmSection) -> None:
    hold(section)
    section.form.year.step(-1)
    assert cell(section, "Kegiatan yang diadakan") == "0"
    section.form.year.step(1)
    assert cell(section, "Kegiatan yang diadakan") == "1"


def test_numbers_of_the_year_are_for_those_who_answer_for_them(section: IplmSection, desk: Desk) -> None:
    sit_down(desk, CIRCULATION)
    section.activate()
    choose(section, "Pustakawan")
    assert not section.tell.isEnabled()
    assert section.new.isEnabled()


@pytest.mark.parametrize("ending", ["pdf", "xlsx"])
def test_the_year_as_a_file(section: IplmSection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    hold(section)
    file = tmp_path / f"iplm.{ending}"
    monkeypatch.setattr(recap_iplm, "ask_file", lambda *_: file)
    saved: list[Path] = []
    section.saved.connect(saved.append)
    {"pdf": section.pdf, "xlsx": section.xlsx}[ending].click()
    assert saved == [file]
    if ending == "pdf":
        assert "Dongeng Sabtu" in text_of(file.read_bytes())
    else:
        assert openpyxl.load_workbook(file).sheetnames == ["IPLM", "Kegiatan"]


def test_while_the_year_is_counted_that_is_said(shell: Shell, desk: Desk, qtbot: QtBot) -> None:
    sit_down(desk, ADMIN)
    shell.jobs = jobs = LateJobs()
    jobs.is_late = True
    section = shown(IplmSection(shell), qtbot)
    assert section.form.notes.text() == f"Menghitung tahun {desk.today().year} …"
    jobs.catch_up()
    assert "unsur belum diisi" in section.form.notes.text()


def test_in_english_too(section: IplmSection, desk: Desk) -> None:
    iplm.set_fact(desk, desk.today().year, "interloans", "7")
    section.activate()
    language.use("en")
    try:
        section.retranslate()
        assert cell(section, "Printed items used", MADE) == "lent 0, read in place 0, interlibrary loans 7"
        assert section.new.accessibleName() == "New activity …"
    finally:
        language.use("id")
        section.retranslate()
