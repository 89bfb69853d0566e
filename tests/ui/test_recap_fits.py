"""Every section of the page Rekap fits 1366 by 768 pixels at 125 % in both languages, and no word in it is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fakes import SUPERVISOR, new_desk, operator
from guest_hands import GROUP, GUEST
from hands import shown
from overdue_books import late_member
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from stock import adopt, set_rule
from test_gallery import cut_off

from loket.domain.entities import Activity, FineMode, Id
from loket.domain.iplm import ACTIVITIES
from loket.domain.periods import PeriodKind, period_of
from loket.services import closing, guestbook, iplm, survey
from loket.services.desk import Desk
from loket.ui import language, theme
from loket.ui.pages.period_chooser import PeriodChooser
from loket.ui.pages.recap import SECTIONS, RecapPage
from loket.ui.pages.survey import SurveyPage
from loket.ui.shell import Shell
from loket.ui.widgets import Button, Table, WrapRow

START = date(2026, 10, 6)
WIDTH, HEIGHT = 1366, 640
SMALL_WIDTH = 1080
"""At 100 %: what 1366 pixels leave at 125 %, less the margins, which do not grow."""
PADDING_PX = 20
"""Of a heading, both sides together."""
LONG = "Sekolah Menengah Pertama Negeri 12 Contoh Barat"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Something in every section, with long names; two days stand closed."""
    desk = new_desk(tmp_path, today=START)
    desk.operator = operator(desk, SUPERVISOR)
    for key, value in {"weekly_closed": (), "block_overdue": False}.items():
        set_rule(desk, key, value)
    adopt(desk, fine_mode=FineMode.MONEY, fine_per_day_rp=500, legal_basis="Perda Contoh 1/2026", max_items=9,
          max_titles=9)  # fmt: skip
    for number in range(8):
        late_member(desk, f"A-{number}", "Perahu dan layar di selat yang sempit", name=f"Anggota Contoh {number}",
                    phone="+6281234567890", school_class="VII A", institution=LONG, district="Alak",
                    days=number % 3 + 1)  # fmt: skip
    for _ in range(2):
        guestbook.check_in_guest(desk, GUEST)
        guestbook.check_in_group(desk, GROUP)
        closing.close_day(desk, desk.today())
        desk.clock.advance(days=1)  # type: ignore[attr-defined]
    guestbook.check_in_guest(desk, GUEST)
    iplm.set_activity(desk, Activity(Id(""), desk.today(), f"Kelas menulis di {LONG}", ACTIVITIES[0], people=1_200))
    yield desk
    desk.database.close()


@pytest.fixture(params=["id", "en"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    language.use(request.param)
    yield request.param
    language.use("id")


def widest(page: RecapPage) -> int:
    """With any kind of period, of the longest words."""
    QApplication.processEvents()
    found = [page.minimumSizeHint().width()]
    for chooser in page.section.findChildren(PeriodChooser):
        before = chooser.period
        for kind in chooser.kinds:
            chooser.show_period(period_of(kind, date(2027, 1, 1)))
            QApplication.processEvents()
            found.append(page.minimumSizeHint().width())
        chooser.show_period(before)
    return max(found)


@pytest.mark.parametrize(("scale", "room"), [(1.0, SMALL_WIDTH), (1.25, WIDTH)])
def test_the_survey_fits_too(shell: Shell, desk: Desk, qtbot: QtBot, spoken: str, scale: float, room: int) -> None:
    theme.install(QApplication.instance(), name="light", scale=scale, motion=False)  # type: ignore[arg-type]
    survey.record_answer(desk, survey.Answers((3, 3, 2, 3, 3, 3, 3, 1, 3)))
    page = shown(SurveyPage(shell), qtbot, room, HEIGHT)
    for kind in page.form.period.kinds:
        page.form.period.show_period(period_of(kind, desk.today()))
        QApplication.processEvents()
        assert page.minimumSizeHint().width() <= room, kind
    page.form.banner.show_line("Tersimpan.", "ok")
    QApplication.processEvents()
    assert page.minimumSizeHint().height() <= HEIGHT
    assert cut_off(page) == []


def crowded(page: RecapPage) -> list[str]:
    """Headings of columns that are cut, and tables that have to be pushed sideways."""
    found = []
    for table in page.section.findChildren(Table):
        heads, model = table.horizontalHeader(), table.model()
        if not table.isVisible():
            continue
        if table.horizontalScrollBar().maximum() > 0:
            found.append(f"{table.accessibleName()} is {table.horizontalScrollBar().maximum()} too wide")
        for column in range(model.columnCount()):
            words = str(model.headerData(column, Qt.Orientation.Horizontal))
            needed = heads.fontMetrics().horizontalAdvance(words) + (theme.current().px(PADDING_PX) if words else 0)
            if not table.isColumnHidden(column) and heads.sectionSize(column) < needed:
                found.append(f"{words!r} has {heads.sectionSize(column)}, needs {needed}")
    return found


@pytest.mark.parametrize(("scale", "room"), [(1.0, SMALL_WIDTH), (1.25, WIDTH)])
def test_every_section_fits_a_small_screen(shell: Shell, qtbot: QtBot, spoken: str, scale: float, room: int) -> None:
    theme.install(QApplication.instance(), name="light", scale=scale, motion=False)  # type: ignore[arg-type]
    page = shown(RecapPage(shell), qtbot, room, HEIGHT)
    for key in SECTIONS:
        page.show_section(key)
        assert widest(page) <= room, key
        assert page.minimumSizeHint().height() <= HEIGHT, key
        assert page.width() == room, key
        assert cut_off(page.section) == [], key
        assert crowded(page) == [], key


def test_tab_walks_only_through_the_window(shell: Shell, qtbot: QtBot, qtlog: Any) -> None:
    """Calendars of date fields are windows of their own; Qt complains of an order that goes through them."""
    for kind in (RecapPage, SurveyPage):
        qtbot.addWidget(kind(shell))
    assert [record.message for record in qtlog.records if "setTabOrder" in record.message] == []


def test_a_year_is_stepped_without_choosing_a_kind(shell: Shell, qtbot: QtBot) -> None:
    chooser = PeriodChooser()
    qtbot.addWidget(chooser)
    chooser.show_period(period_of(PeriodKind.WEEK, START))
    chooser.offer([PeriodKind.YEAR])
    chooser.show()
    assert chooser.period == period_of(PeriodKind.YEAR, START)
    assert chooser.kind.isHidden()
    chooser.earlier.click()
    assert chooser.period.first == date(2025, 1, 1)


def test_buttons_go_on_in_the_next_line(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row, column = WrapRow(page), QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(row)
    column.addStretch(1)
    buttons = [Button(row, text=f"Tombol {number}") for number in range(4)]
    row.add(*buttons)
    page.resize(sum(button.sizeHint().width() for button in buttons) + 100, 300)
    page.show()
    QApplication.processEvents()
    assert {button.y() for button in buttons} == {0}
    page.resize(2 * buttons[0].sizeHint().width() + 20, 300)
    QApplication.processEvents()
    assert [button.y() > 0 for button in buttons] == [False, False, True, True]
    assert buttons[3].geometry().bottom() < row.height(), "the second line is seen"
    for button in buttons[:2]:
        button.hide()
    QApplication.processEvents()
    assert {button.y() for button in buttons[2:]} == {0}, "what is hidden takes no line"
    assert page.minimumSizeHint().width() == max(button.sizeHint().width() for button in buttons)
