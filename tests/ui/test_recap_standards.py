"""Standar Layanan on real services: bars against the standard, hours of the week, the report as a file."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from fakes import TODAY
from hands import shown
from papers import text_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from standards_days import scans, stocked, study_of, wait

from loket.domain.periods import Period, PeriodKind, period_of
from loket.domain.standards import ACTIONS, Summary, summed
from loket.reports import standards_words
from loket.services.desk import Desk
from loket.services.guestbook import GuestForm, check_in_guest
from loket.ui import texts_standards
from loket.ui.jobs import Jobs
from loket.ui.pages.recap_standards import ADVICE, DAYS, LONGEST, StandardsSection
from loket.ui.pages.recap_standards_parts import WeekField
from loket.ui.presenters.standards import Measured, StandardsPresenter
from loket.ui.shell import Shell
from loket.ui.texts_standards import advice_words, change_words, headline, length_text

NOVEMBER = period_of(PeriodKind.MONTH, TODAY)


@pytest.fixture
def section(shell: Shell, qtbot: QtBot) -> StandardsSection:
    return StandardsSection(shell)


@pytest.fixture
def served(desk: Desk) -> Desk:
    """Two loans, one of them too slow, and a guest."""
    stocked(desk)
    scans(desk, "M-1", "B1", seconds=30).finish()
    scans(desk, "M-1", "B2", seconds=130).finish()
    began = desk.clock.now()
    wait(desk, 20)
    check_in_guest(desk, GuestForm(name="Tamu Contoh", sex="P"), began_at=began)
    return desk


def cells(section: StandardsSection, row: int) -> list[str]:
    model = section.services.model()
    return [model.index(row, column).data() for column in range(model.columnCount() - 1)]


def test_without_services_nothing_is_claimed(section: StandardsSection, qtbot: QtBot) -> None:
    shown(section, qtbot)
    assert section.services.model().rowCount() == 0
    assert section.figure.isHidden()
    assert section.detail.isHidden()
    assert not section.pdf.isEnabled()


def test_each_action_against_its_standard(section: StandardsSection, served: Desk, qtbot: QtBot) -> None:
    shown(section, qtbot)
    assert cells(section, 0) == ["Peminjaman", "2", "0:30", "2:10", "2:00", "50%"]
    assert cells(section, 1) == ["Pendaftaran anggota", "0", "–", "–", "5:00", "–"], "nobody knows when it began"
    assert cells(section, 2) == ["Buku tamu: tamu", "1", "0:20", "0:20", "1:00", "100%"]
    assert section.figure.text() == "66%"
    assert "dari 3 layanan" in section.figure_words.text()
    assert section.name.text() == "Peminjaman", "the one with the most services"


def test_another_row_is_looked_at_closely(section: StandardsSection, served: Desk, qtbot: QtBot) -> None:
    shown(section, qtbot)
    section.services.setFocus()
    QTest.keyClick(section.services, Qt.Key.Key_Down)
    assert section.name.text() == "Pendaftaran anggota"
    QTest.keyClick(section.services, Qt.Key.Key_Down)
    assert section.name.text() == "Buku tamu: tamu"
    assert section.field.texts() == ["Selasa 10.00–11.00: 1 kali, median 20 dtk, P90 20 dtk, 100% dalam standar"]
    section.turn_to(LONGEST)
    assert section.longest.model().rowCount() == 1
    section.turn_to(DAYS)
    assert section.days.model().index(0, 0).data() == "Sel, 24 Nov 2026"
    section.turn_to(ADVICE)
    assert section.advice.text().startswith("Meja tambahan dianjurkan bila")


def test_what_is_looked_at_stays_when_read_again(section: StandardsSection, served: Desk, qtbot: QtBot) -> None:
    shown(section, qtbot)
    section.services.select_row(2)
    scans(served, "M-1", "B1", seconds=15).finish()
    section.activate()
    assert section.name.text() == "Buku tamu: tamu"
    assert section.services.current_row() == 3, "returns stand before it now"
    assert cells(section, 1)[:2] == ["Pengembalian", "1"]


def test_another_period(section: StandardsSection, served: Desk, qtbot: QtBot) -> None:
    shown(section, qtbot)
    section.period.step(-1)
    assert section.services.model().rowCount() == 0
    section.period.step(1)
    assert section.services.model().rowCount() == 3


def test_words_follow_the_language(section: StandardsSection, served: Desk, qtbot: QtBot) -> None:
    shown(section, qtbot)
    section.turn_to(DAYS)
    section.retranslate()
    assert section.views.current() == DAYS
    assert section.name.text() == "Peminjaman"


def test_the_report_as_files(section: StandardsSection, served: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    shown(section, qtbot)
    asked: list[tuple[str, str]] = []
    saved: list[Path] = []

    def name(title: str, ending: str) -> Path:
        asked.append((title, ending))
        return tmp_path / f"standar.{ending}"

    section.ask_name = name
    section.saved.connect(saved.append)
    section.save("pdf")
    section.save("xlsx")
    assert asked == [("Standar layanan L1 November 2026", ending) for ending in ("pdf", "xlsx")]
    assert saved == [tmp_path / "standar.pdf", tmp_path / "standar.xlsx"]
    assert "Loket Utama" in text_of(saved[0].read_bytes())
    assert openpyxl.load_workbook(saved[1])["Layanan"]["A5"].value == "Peminjaman"


def test_who_gives_up_writes_nothing(section: StandardsSection, served: Desk, qtbot: QtBot) -> None:
    shown(section, qtbot)
    saved: list[object] = []
    section.saved.connect(saved.append)
    section.ask_name = lambda _title, _ending: None
    section.save("pdf")
    assert saved == []


# ---- the hours of the week ------------------------------------------------------------------------------------------


def test_arrow_keys_walk_over_hours_with_something_in_them(qtbot: QtBot) -> None:
    field = WeekField()
    field.show_cells({place: summed([5_000], 1_000) for place in ((0, 9), (0, 12), (2, 12))})
    view = shown(_held(field), qtbot, 500, 300)
    picked: list[tuple[int, int]] = []
    field.picked.connect(lambda *place: picked.append(place))
    view.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left):
        QTest.keyClick(field, key)
    assert picked[-5:] == [(0, 12), (2, 12), (2, 12), (0, 12), (0, 9)]
    assert field.current() == (0, 9)
    assert field.is_late((0, 9))
    assert "Senin 09.00–10.00" in field.accessibleDescription()


def _held(field: WeekField) -> WeekField:
    """`shown` activates what it shows."""
    field.activate = lambda: None  # type: ignore[attr-defined]
    return field


# ---- the presenter --------------------------------------------------------------------------------------------------


class View:
    """Notes what it is shown."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def show_measured(self, measured: Measured) -> None:
        self.told.append(measured.period)

    def show_action(self, measured: Measured, action: str) -> None:
        self.told.append(action)

    def show_progress(self, done: int, total: int) -> None:
        self.told.append((done, total))

    def show_stopped(self) -> None:
        self.told.append("stopped")

    def show_problem(self, error: Exception) -> None:
        raise error


def test_both_periods_are_measured_with_progress(shell: Shell, served: Desk) -> None:
    view = View()
    presenter = StandardsPresenter(served, shell.jobs, view)
    presenter.read(NOVEMBER)
    assert view.told[:61] == [(day, 61) for day in range(1, 62)], "thirty days, and October"
    assert view.told[61:] == [NOVEMBER, "loan"]
    assert presenter.measured is not None
    assert presenter.measured.kept == (2, 3)


def test_a_period_overtaken_by_another_is_not_shown(served: Desk, qtbot: QtBot) -> None:
    jobs, view = Jobs(), View()
    presenter = StandardsPresenter(served, jobs, view)
    early = Period(PeriodKind.RANGE, TODAY - timedelta(days=900), TODAY)
    presenter.read(early)
    presenter.read(NOVEMBER)
    qtbot.waitUntil(lambda: NOVEMBER in view.told and jobs.idle(), timeout=10_000)
    assert early not in view.told
    assert "stopped" not in view.told
    jobs.close()


# ---- words ----------------------------------------------------------------------------------------------------------


def test_paper_and_screen_call_it_the_same() -> None:
    assert texts_standards.ACTION_NAMES == standards_words.NAMES
    assert texts_standards.ACTION_SPANS == standards_words.SPANS
    assert texts_standards.WEEKDAYS == standards_words.WEEKDAYS
    assert set(texts_standards.ACTION_NAMES) == set(ACTIONS)
    for length_ms in (0, 45_000, 125_000, 3_600_000, 4_330_000):
        assert length_text(length_ms) == standards_words.length_text(length_ms)


def test_advice_and_change_in_words() -> None:
    busy = study_of({"loan": [100] * 30}, weeks=4)
    assert advice_words(busy.advice()[0]) == (
        "Senin 10.00–11.00: 2 meja dianjurkan. Petugas melayani 83% dari jam itu (4 hari)."
    )
    slow, fast = summed([60_000], None), summed([48_000], None)
    assert change_words(fast, slow) == "Median 12 dtk lebih cepat daripada masa lalu."
    assert change_words(fast, Summary()) == ""
    assert headline(Measured(NOVEMBER, busy, busy, ())) == (
        "–",
        "Belum ada layanan terukur yang punya standar.",
    )
