"""The e-book section on real services: a reader and a title make a loan, licences hold, a report comes in once."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import SUPERVISOR
from hands import clock, fill, scan_into, sheet_of, show_section, spoken
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from stock import add_member
from tills import sit_down

from loket.domain.entities import EbookTitle, Id
from loket.services import ebooks
from loket.services.desk import Desk
from loket.services.ebooks import LoanLine
from loket.ui import language
from loket.ui.pages.members_sheets import AskSheet
from loket.ui.pages.rooms_ebooks import EbooksSection
from loket.ui.pages.rooms_ebooks_sheets import ReportSheet, TitleSheet
from loket.ui.pages.rooms_ebooks_view import OUT, TITLES, TODAY
from loket.ui.shell import Shell
from loket.ui.texts import INVALID

CARD, OTHER_CARD = "L1-2600012", "L1-2600044"
REPORT = """Judul Buku;Penulis;Nomor Anggota;Nama Peminjam;Tanggal Pinjam;Tanggal Kembali
Cerita Rakyat;Ana Contoh;L1-2600012;Maria;20-11-2026 09:12;
Sajak Laut;Doni Contoh;;Selvi Contoh;22-11-2026;
Pantun Pulau;Doni Contoh;;Selvi Contoh;kemarin;
"""


@pytest.fixture
def desk(desk: Desk) -> Desk:
    add_member(desk, CARD, name="Maria Contoh")
    add_member(desk, OTHER_CARD, name="Yohanes Contoh")
    sit_down(desk, SUPERVISOR)
    for title, licences in (("Belajar Kelor", 1), ("Cerita Rakyat", 2), ("Tenun Ikat", 0)):
        ebooks.set_title(desk, EbookTitle(Id(""), title, "Ana Contoh", licences))
    return desk


@pytest.fixture
def section(shell: Shell, qtbot: QtBot) -> EbooksSection:
    made = EbooksSection(shell)
    qtbot.addWidget(made)
    made.resize(1334, 560)
    return made


def out(desk: Desk) -> tuple[LoanLine, ...]:
    return ebooks.open_loans(desk)


# ---- lending --------------------------------------------------------------------------------------------------------


def test_a_card_and_a_title_make_a_loan(section: EbooksSection, desk: Desk) -> None:
    show_section(section)
    scan_into(section, CARD)
    assert out(desk) == ()
    assert section.view.which() == TITLES, "what is missing stands ready to be chosen"
    scan_into(section, "kelor")
    line = out(desk)[0]
    assert (line.loan.title, line.who) == ("Belajar Kelor", "Maria Contoh")
    assert "Jum, 27 Nov 2026 10.00" in spoken(section.view.form.answer), "it goes back by itself after three days"
    assert section.view.which() == OUT
    assert section.draft.person is None


def test_the_title_may_come_first(section: EbooksSection, desk: Desk) -> None:
    show_section(section)
    scan_into(section, "rakyat", CARD)
    assert [line.loan.title for line in out(desk)] == ["Cerita Rakyat"]


def test_enter_lends_the_title_chosen_in_the_list(section: EbooksSection, desk: Desk) -> None:
    show_section(section)
    scan_into(section, CARD)
    section.step(1)
    scan_into(section, "")
    assert [line.loan.title for line in out(desk)] == ["Cerita Rakyat"]


def test_enter_on_nothing_says_what_is_missing(section: EbooksSection, desk: Desk) -> None:
    said = show_section(section)
    scan_into(section, "")
    assert "kartu pembacanya" in said[-1][0]
    section.view.turn_to(TODAY)
    scan_into(section, CARD)
    section.view.turn_to(TODAY)
    scan_into(section, "")
    assert "judul e-booknya" in said[-1][0]
    assert out(desk) == ()


def test_no_title_is_lent_more_often_than_its_licences(section: EbooksSection, desk: Desk) -> None:
    show_section(section)
    scan_into(section, CARD, "kelor", OTHER_CARD, "kelor")
    assert len(out(desk)) == 1
    assert spoken(section.view.form.answer).startswith("Semua terpakai. Belajar Kelor")
    assert "27 Nov 2026 10.00" in spoken(section.view.form.answer)
    assert section.draft.person is not None, "he may want another title"
    scan_into(section, "tenun")
    assert {line.who for line in out(desk)} == {"Maria Contoh", "Yohanes Contoh"}


def test_nobody_reads_a_title_twice_at_once(section: EbooksSection, desk: Desk) -> None:
    show_section(section)
    scan_into(section, CARD, "rakyat", CARD, "rakyat")
    assert len(out(desk)) == 1
    assert spoken(section.view.form.answer).startswith("Sudah dipinjam. Cerita Rakyat")


def test_it_goes_back_by_itself(section: EbooksSection, desk: Desk) -> None:
    show_section(section)
    scan_into(section, CARD, "kelor")
    clock(desk).advance(days=3)
    section.activate()
    assert section.view.form.out.model().rowCount() == 0
    scan_into(section, OTHER_CARD, "kelor")
    assert [line.who for line in out(desk)] == ["Yohanes Contoh"]


def test_given_back_before_its_day(section: EbooksSection, desk: Desk) -> None:
    show_section(section)
    scan_into(section, CARD, "kelor")
    section.give_back()
    assert out(desk) == ()
    assert spoken(section.view.form.answer).startswith("Dikembalikan. Belajar Kelor")
    section.view.turn_to(TODAY)
    index = section.view.form.today.model().index(0, 3)
    assert index.data() == "sudah kembali"


def test_a_mistake_is_undone_with_its_reason(section: EbooksSection, desk: Desk) -> None:
    show_section(section)
    scan_into(section, CARD, "kelor")
    section.undo()
    sheet = sheet_of(section.sheets, AskSheet)
    sheet.accept()
    assert sheet.rows["reason"].error()
    fill(sheet, reason="salah judul").accept()
    assert section.sheets.sheet is None
    assert out(desk) == ()
    assert section.view.form.loansNumber.text() == "0"


def test_what_fits_nobody_stays_in_the_box(section: EbooksSection) -> None:
    said = show_section(section)
    kept: list[str] = []
    section.kept.connect(kept.append)
    scan_into(section, "zzz")
    assert kept == ["zzz"]
    assert "zzz" in said[-1][0]


def test_what_is_missing_is_offered_first(section: EbooksSection) -> None:
    show_section(section)
    offered: list[list[object]] = []
    section.suggested.connect(lambda found, text: offered.append(found))
    section.take_typed("contoh")
    titles = [one.title for one in offered[-1]]  # type: ignore[attr-defined]
    assert titles[-1] == "Bukan anggota: contoh"
    assert titles.index("Maria Contoh") < titles.index("Cerita Rakyat")
    section.take_choice(offered[-1][-1].key)  # type: ignore[attr-defined]
    section.take_typed("cerita")
    assert offered[-1][0].title == "Cerita Rakyat"  # type: ignore[attr-defined]
    section.take_choice(offered[-1][0].key)  # type: ignore[attr-defined]
    assert [line.who for line in out(section.shell.desk)] == ["contoh"]


def test_the_day_is_counted(section: EbooksSection) -> None:
    show_section(section)
    scan_into(section, CARD, "kelor", CARD, "rakyat", OTHER_CARD, "rakyat")
    form = section.view.form
    assert (form.loansNumber.text(), form.titlesNumber.text(), form.readersNumber.text()) == ("3", "2", "2")


# ---- titles ---------------------------------------------------------------------------------------------------------


def test_a_new_title_with_its_licences(section: EbooksSection, desk: Desk) -> None:
    said = show_section(section)
    section.view.turn_to(TITLES)
    section.view.new_title.click()
    sheet = sheet_of(section.sheets, TitleSheet)
    sheet.accept()
    assert sheet.rows["title"].error(), "a title has a name"
    fill(sheet, title="Cerita Rakyat", author="Ana Contoh").accept()
    assert "Cerita Rakyat" in sheet.rows["title"].error(), "it is there already"
    fill(sheet, title="Ombak")
    sheet.licences.set_value(4)
    sheet.accept()
    assert section.sheets.sheet is None
    assert "Ombak" in said[-1][0]
    assert [(line.title.title, line.free) for line in ebooks.titles(desk, "ombak")] == [("Ombak", 4)]


def test_a_title_that_is_no_longer_lent(section: EbooksSection, desk: Desk) -> None:
    show_section(section)
    section.view.turn_to(TITLES)
    section.view.edit_title.click()
    sheet = sheet_of(section.sheets, TitleSheet)
    sheet.retired.set_value(True)
    sheet.accept()
    assert [line.title.title for line in ebooks.titles(desk)] == ["Cerita Rakyat", "Tenun Ikat"]


def test_only_those_in_charge_change_titles(section: EbooksSection, desk: Desk) -> None:
    sit_down(desk, "sirkulasi")
    show_section(section)
    section.view.turn_to(TITLES)
    assert section.view.new_title.isHidden()
    assert section.view.edit_title.isHidden()


# ---- the app's report -----------------------------------------------------------------------------------------------


def report_file(folder: Path, text: str = REPORT) -> Path:
    path = folder / "laporan.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_report_is_shown_before_it_is_taken_and_adds_nothing_twice(
    section: EbooksSection, desk: Desk, tmp_path: Path
) -> None:
    said = show_section(section)
    path = report_file(tmp_path)
    section.ask_path = lambda way: path if way == "open" else None
    section.view.report.click()
    sheet = sheet_of(section.sheets, ReportSheet)
    first = [sheet.list.model().index(0, column).data() for column in (0, 1, 4)]
    assert first[:2] == ["4", "Pantun Pulau"], "what is wrong stands on top"
    assert "kemarin" in first[2]
    assert out(desk) == (), "looking changes nothing"
    sheet.accept()
    assert "2 pinjaman dicatat" in said[-1][0]
    assert "1 judul baru" in said[-1][0]
    section.view.report.click()
    again = sheet_of(section.sheets, ReportSheet)
    assert not again.accept_button().isEnabled()
    again.reject()
    assert len(ebooks.days_loans(desk, desk.today())) == 0, "they were lent on other days"
    assert ebooks.day_counts(desk, desk.today().replace(day=1), desk.today()).loans == 2


def test_an_empty_report_to_fill_in_is_read_back(section: EbooksSection, desk: Desk, tmp_path: Path) -> None:
    show_section(section)
    report, sample = report_file(tmp_path), tmp_path / "contoh.xlsx"
    section.ask_path = lambda way: report if way == "open" else sample
    saved: list[Path] = []
    section.saved.connect(saved.append)
    section.choose_report()
    sheet = sheet_of(section.sheets, ReportSheet)
    sheet.template.click()
    assert saved == [sample]
    sheet.reject()
    section.show_report(sample)
    again = sheet_of(section.sheets, ReportSheet)  # it has the headings a report needs
    again.reject()


def test_a_file_that_is_no_report_says_so(section: EbooksSection, tmp_path: Path) -> None:
    said = show_section(section)
    section.show_report(report_file(tmp_path, "nama;umur\nRara;12\n"))
    assert section.sheets.sheet is None
    assert said[-1][1] == "warn"
    assert said[-1][0]


@pytest.mark.parametrize(
    "code",
    ["reader_missing", "text_too_long", "identity_typed", "ebook_title_known", "number_out_of_range", "text_missing"],
)
def test_every_mistake_has_its_sentence(code: str) -> None:
    assert INVALID[code]


def test_everything_is_said_in_english_too(section: EbooksSection) -> None:
    show_section(section)
    scan_into(section, CARD, "kelor")
    language.use("en")
    try:
        section.retranslate()
        assert "Fri, 27 Nov 2026 10:00" in spoken(section.view.form.answer)
        assert section.view.form.out.model().headerData(2, Qt.Orientation.Horizontal)
    finally:
        language.use("id")
        section.retranslate()
    assert "Jum, 27 Nov 2026 10.00" in spoken(section.view.form.answer)
