"""The page Rekap with real services behind it: a day's visits as charts, the rows behind a bar, papers and files."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import SUPERVISOR, TODAY, operator
from guest_hands import GROUP, GUEST
from hands import heard, shown, texts
from papers import text_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from recap_papers import month_paper, revision_paper
from stock import add_item, add_member, add_title, adopt

from loket.domain.entities import ChargeKind
from loket.domain.errors import RefusalCode, Refused
from loket.domain.periods import PeriodKind, period_of
from loket.domain.recap import Section, Unit
from loket.domain.recap_paper import Reach, RecapPaper
from loket.reports import recap_words
from loket.reports.recap_headlines import HEADLINES
from loket.services import closing, guestbook, recap_periods
from loket.services.circulation import check_out
from loket.services.desk import Desk
from loket.services.setup import StationProfile
from loket.ui import language
from loket.ui.jobs import InlineJobs
from loket.ui.pages.recap import CLOSING, REPORT, SECTIONS, RecapPage
from loket.ui.pages.recap_report import ReportSection
from loket.ui.recap_papers import RecapFile
from loket.ui.shell import Shell
from loket.ui.texts_recap import change_word, number_word, period_text, row_word, state_text, tile_of
from loket.ui.texts_recap_words import WORDS
from loket.ui.texts_tariffs import charge_kind_word


@pytest.fixture
def desk(desk: Desk) -> Desk:
    adopt(desk)
    lender = add_member(desk, "M-1", name="Ada Contoh")
    book = add_item(desk, "B1", add_title(desk, "Tenun ikat", call_number="746.1 TEN t"), call_number="746.1 TEN t")
    guestbook.check_in_guest(desk, GUEST)
    guestbook.check_in_group(desk, GROUP)
    check_out(desk, member_id=lender, item_id=book)
    return desk


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> RecapPage:
    made = shown(RecapPage(shell), qtbot)
    made.show_section(REPORT)
    return made


@pytest.fixture
def report(page: RecapPage, tmp_path: Path) -> ReportSection:
    section = page.sections[REPORT]
    assert isinstance(section, ReportSection)
    section.ask_name = lambda name, ending: tmp_path / f"kept.{ending}"
    section.open_file = lambda path: True
    return section


def bars(report: ReportSection, key: str) -> list[str]:
    card = report.form.charts.card(key)
    assert card is not None, [card.plot.key for card in report.form.charts.cards]
    return card.chart.texts()


def open_bar(report: ReportSection, plot: str, key: object, piece: str = "") -> None:
    """By the keyboard: the bar is marked, and Enter."""
    card = report.form.charts.card(plot)
    assert card is not None
    assert card.chart.choose(key, piece)
    QTest.keyClick(card.chart, Qt.Key.Key_Return)


def rows(report: ReportSection) -> list[list[str]]:
    return texts(report.form.rows.model())


def parts(report: ReportSection) -> list[str]:
    names = report.form.sections
    return [names.item(at).text() for at in range(names.count())]


# ---- figures and charts ---------------------------------------------------------------------------------------------


def test_the_day_so_far(report: ReportSection) -> None:
    assert report.form.state.full_text() == "Hari ini belum ditutup: angka sementara."
    assert bars(report, "visitors/people")[1:3] == ["Tamu: 1", "Rombongan: 30"]
    assert parts(report)[:1] == ["Pengunjung"]
    assert "Sirkulasi" in parts(report)
    tiles = {tile.accessibleName().split(". ")[0]: tile.accessibleName() for tile in report._tiles if tile.isVisible()}
    assert tiles["Pengunjung"].startswith("Pengunjung. 31")
    assert tiles["Peminjaman"].startswith("Peminjaman. 1")


def test_another_part_has_its_own_charts(report: ReportSection) -> None:
    report.show_section(Section.CIRCULATION)
    assert bars(report, "circulation")[0] == "Peminjaman (eksemplar): 1"
    assert report.form.charts.card("visitors/people") is None


def test_the_rows_behind_a_bar_and_back(report: ReportSection, page: RecapPage) -> None:
    open_bar(report, "visitors_sex", "group", "P")
    assert report.form.rowsTitle.full_text() == "Rombongan · Perempuan"
    assert report.form.rowsNote.full_text() == "1 baris  ·  jumlah 18"
    assert rows(report)[0][-1] == "18"
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert report.form.panelStack.currentWidget() is report.form.panelIdle
    assert all(card.chart.current() is None for card in report.form.charts.cards)


def test_only_one_bar_is_marked(report: ReportSection) -> None:
    open_bar(report, "visitors/people", "guest")
    open_bar(report, "visitors_sex", "guest")
    marked = [card.plot.key for card in report.form.charts.cards if card.chart.current() is not None]
    assert marked == ["visitors_sex"]


def test_open_rows_follow_what_happens_meanwhile(report: ReportSection, desk: Desk, shell: Shell) -> None:
    open_bar(report, "visitors/people", "guest")
    guestbook.check_in_guest(desk, replace(GUEST, name="C. Contoh"))
    shell.changes.tell("visits")
    assert bars(report, "visitors/people")[1] == "Tamu: 2"
    assert len(rows(report)) == 2
    assert report.form.charts.card("visitors/people").chart.current() == ("guest", "")  # type: ignore[union-attr]


def test_a_day_without_anything(report: ReportSection) -> None:
    open_bar(report, "visitors/people", "guest")
    report.form.period.step(-1)
    assert report.form.period.period.first == TODAY - timedelta(days=1)
    assert parts(report) == []
    assert report.form.charts.cards == []
    assert report.form.panelStack.currentWidget() is report.form.panelIdle


def test_the_whole_library(report: ReportSection, desk: Desk) -> None:
    desk.operator = operator(desk, SUPERVISOR)
    closing.close_day(desk, TODAY)
    report.form.reach.set_current(Reach.LIBRARY.value)
    report.form.reach.changed.emit(Reach.LIBRARY.value)
    assert report.presenter.paper is not None
    assert report.presenter.paper.reach is Reach.LIBRARY
    assert bars(report, "visitors/people")[2] == "Rombongan: 30"


def test_a_locked_day_says_its_number(report: ReportSection, desk: Desk, shell: Shell) -> None:
    desk.operator = operator(desk, SUPERVISOR)
    recap = closing.close_day(desk, TODAY)
    shell.changes.tell("recaps")
    assert report.form.state.full_text() == f"Terkunci: {recap.number} · belum ditandatangani"
    closing.sign(desk, recap.id)
    shell.changes.tell("recaps")
    assert "ditandatangani" in report.form.state.full_text()
    assert "belum" not in report.form.state.full_text()


def test_a_month_goes_day_by_day_and_a_bar_opens_its_day(report: ReportSection) -> None:
    report.form.period.show_period(period_of(PeriodKind.MONTH, TODAY))
    report.form.period.changed.emit()
    first = report.form.charts.cards[0]
    assert first.plot.key == "time/visitors"
    open_bar(report, "time/visitors", (TODAY, TODAY))
    assert report.form.rowsTitle.full_text() == "Sel, 24 Nov 2026"
    assert len(rows(report)) == 2


def test_missing_days_are_named(report: ReportSection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recap_periods, "period_paper", lambda *_: month_paper())
    report.activate()
    missing = month_paper().missing
    assert report.form.missing.isVisible()
    assert report.form.state.full_text().startswith(f"Belum termasuk {len(missing)} hari")
    report.form.missing.click()
    assert [row[1] for row in rows(report)] == [f"{one.station} · Belum ditutup" for one in missing]


def test_a_problem_is_said_over_the_page(page: RecapPage, monkeypatch: pytest.MonkeyPatch, shell: Shell) -> None:
    def refuses(*_: object) -> RecapPaper:
        raise Refused(RefusalCode.NOT_SIGNED_IN)

    monkeypatch.setattr(recap_periods, "period_paper", refuses)
    page.activate()
    assert page.said()
    assert heard(shell)[-1] == "refused"


class HeldJobs(InlineJobs):
    """Long work waits until it is let go."""

    def __init__(self) -> None:
        self.held: list[Callable[[], object]] = []

    def start_long(self, *args: Any, **named: Any) -> Any:
        self.held.append(lambda: InlineJobs.start_long(self, *args, **named))


def test_a_long_count_shows_itself_and_can_be_stopped(shell: Shell, qtbot: QtBot) -> None:
    shell.jobs = jobs = HeldJobs()
    page = shown(RecapPage(shell), qtbot)
    page.show_section(REPORT)
    report = page.sections[REPORT]
    assert isinstance(report, ReportSection)
    form = report.form
    jobs.held.pop()()
    assert form.line.currentWidget() is form.statePage
    report.activate()
    assert form.line.currentWidget() is form.statePage, "the same again makes no stir"
    form.period.step(-1)
    assert form.line.currentWidget() is form.busyPage
    report.show_counting(3, 30)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert form.line.currentWidget() is form.statePage
    assert form.period.period.first == TODAY, "what stands on the screen stands under its own day"
    for waiting in jobs.held:
        waiting()
    assert report.presenter.paper is not None
    assert report.presenter.paper.period.first == TODAY


# ---- papers and files -----------------------------------------------------------------------------------------------


def test_the_report_in_every_form(report: ReportSection, page: RecapPage, tmp_path: Path) -> None:
    for kind in (RecapFile.PDF, RecapFile.XLSX, RecapFile.CSV):
        report.save(kind)
        assert page.said() == f"Tersimpan: {tmp_path / f'kept.{kind.ending}'}"
    assert "REKAPITULASI LAYANAN HARIAN" in text_of((tmp_path / "kept.pdf").read_bytes()).upper()
    assert (tmp_path / "kept.xlsx").read_bytes().startswith(b"PK")
    assert "Rombongan" in (tmp_path / "kept.csv").read_text(encoding="utf-8-sig")
    report.save(RecapFile.SATU_DATA)
    assert "visitors" in (tmp_path / "kept.csv").read_text(encoding="utf-8-sig")


def test_nothing_is_written_when_the_name_is_given_up(report: ReportSection, page: RecapPage, tmp_path: Path) -> None:
    report.ask_name = lambda *_: None
    report.save(RecapFile.PDF)
    assert page.said() == ""
    assert not (tmp_path / "kept.pdf").exists()


def test_printing_shows_the_paper(report: ReportSection, page: RecapPage) -> None:
    shown_files: list[bytes] = []

    def opens(path: Path) -> bool:
        shown_files.append(path.read_bytes())
        return len(shown_files) == 1

    report.open_file = opens
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "TENUN" not in text_of(shown_files[0])
    assert page.said() == ""
    report.print.click()
    assert "Tidak ada program pembuka PDF" in page.said()


def test_the_rows_as_a_file(report: ReportSection, tmp_path: Path) -> None:
    open_bar(report, "visitors_sex", "group")
    report.save_rows()
    kept = list(csv.reader(io.StringIO((tmp_path / "kept.csv").read_text(encoding="utf-8-sig")), delimiter=";"))
    assert kept[0] == ["Tanggal", "Jam", "Uraian", "Siapa", "Keterangan", "Jumlah"]
    assert (kept[1][0], kept[1][-1]) == (TODAY.isoformat(), "30")


# ---- the page -------------------------------------------------------------------------------------------------------


def test_a_door_sees_its_closing_and_its_report(shell: Shell, qtbot: QtBot, desk: Desk) -> None:
    desk.station = replace(desk.station, profile=StationProfile.PINTU)
    assert list(RecapPage(shell).sections) == [CLOSING, REPORT]


def test_all_sections_by_their_keys(page: RecapPage) -> None:
    assert list(page.sections) == list(SECTIONS)
    for number, key in enumerate(page.sections, 1):
        QTest.keyClick(page, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        assert page.section is page.sections[key]


def test_a_section_behind_says_nothing(page: RecapPage) -> None:
    page.sections[CLOSING].said.emit("Dari belakang", "info")
    assert page.said() == ""
    page.section.said.emit("Dari depan", "info")
    assert page.said() == "Dari depan"
    page.section.said.emit("", "info")
    assert page.said() == ""


def test_the_arrows_step_by_what_is_chosen(report: ReportSection, page: RecapPage) -> None:
    chooser = report.form.period
    QTest.keyClick(chooser.kind, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert chooser.period.first == TODAY - timedelta(days=1)
    QTest.keyClick(chooser.kind, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert chooser.period.first == TODAY
    chooser.kind.set_value(PeriodKind.RANGE)
    chooser.kind.changed.emit()
    chooser.last.set_day(TODAY + timedelta(days=2))
    assert (chooser.period.kind, chooser.period.days) == (PeriodKind.RANGE, 3)
    assert report.presenter.paper is not None
    assert report.presenter.paper.period == chooser.period


def test_english(report: ReportSection, page: RecapPage) -> None:
    language.use("en")
    try:
        assert period_text(period_of(PeriodKind.DAY, TODAY)) == "Tue, 24 Nov 2026"
        assert change_word(1_125, 1_000) == "▲ 12.5%"
    finally:
        language.use("id")


# ---- words ----------------------------------------------------------------------------------------------------------


def test_changes_as_they_are_written() -> None:
    assert change_word(1_125, 1_000) == "▲ 12,5%"
    assert change_word(970, 1_000) == "▼ 3,0%"
    assert change_word(2, 3) == "▼ 33,3%"
    assert change_word(4, 4) == "= 0%"
    assert change_word(4, 0) == "▲ +4"
    assert change_word(0, -1) == "▲ +1"
    assert change_word(-1_200, 0) == "▼ -1.200"


def test_periods_as_one_calls_them() -> None:
    named = {kind: period_text(period_of(kind, TODAY)) for kind in PeriodKind}
    assert named == {
        PeriodKind.DAY: "Sel, 24 Nov 2026",
        PeriodKind.WEEK: "Minggu 48 · 23 – 29 Nov 2026",
        PeriodKind.MONTH: "November 2026",
        PeriodKind.QUARTER: "Triwulan IV 2026",
        PeriodKind.SEMESTER: "Semester II 2026",
        PeriodKind.YEAR: "2026",
        PeriodKind.RANGE: "24 Nov 2026",
    }


def test_a_year_is_held_against_the_year_before_once() -> None:
    month, year = month_paper(), replace(month_paper(), period=period_of(PeriodKind.YEAR, TODAY))
    headline = next(one for one in HEADLINES if one.key == "visitors")
    assert tile_of(headline, month).year
    assert tile_of(headline, year).year == ""
    assert tile_of(headline, month).average.endswith("per hari buka")


def test_numbers_and_rows_in_words() -> None:
    assert number_word(Unit.MINUTES, 462) == "7 jam 42 menit"
    assert number_word(Unit.MINUTES, 45) == "45 menit"
    assert number_word(Unit.MINUTES, 120) == "2 jam"
    assert number_word(Unit.RUPIAH, 11_000) == "Rp11.000"
    assert row_word("visitors_hour", "09") == "09"
    assert row_word("visitors_age", "6-12") == "6-12 tahun"
    assert row_word("visitors_job", "") == recap_words.NOT_FILLED
    assert row_word("charges", "fine") == charge_kind_word(ChargeKind.FINE)


def test_every_word_of_a_paper_is_listed_for_translation() -> None:
    assert [word for word in recap_words.known_words() if word and word not in WORDS] == []
    assert [one.title for one in HEADLINES if one.title not in WORDS] == []


def test_a_revision_says_so() -> None:
    paper = revision_paper()
    assert f"revisi {paper.revision}" in state_text(paper)[0]
