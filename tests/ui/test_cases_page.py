"""The page "Perlu diputuskan" on real services: told, chosen by a key, settled; the list keeps its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from fakes import ADMIN, CIRCULATION, HASHER, new_desk, operator
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from stock import add_item, add_member, row

from loket.domain import events as e
from loket.domain.entities import Case, Id, Loan
from loket.services import cases, circulation
from loket.services.operators import SignIns
from loket.ui import language
from loket.ui.jobs import InlineJobs
from loket.ui.pages.cases import CasesPage
from loket.ui.pages.cases_parts import ALONE_MS
from loket.ui.shell import Shell
from loket.ui.sounds import Sounds


def lent_twice(shell: Shell, number: int = 1) -> Id:
    """Two desks lent one copy: an urgent case. Returns its item."""
    desk = shell.desk
    first = add_member(desk, f"A-{number}1", name=f"Ada {number}")
    second = add_member(desk, f"A-{number}2", name=f"Budi {number}")
    item = add_item(desk, f"B{number}")
    loan = circulation.check_out(desk, member_id=first, item_id=item).loan
    desk.clock.advance(minutes=1)  # type: ignore[attr-defined]
    with desk.action() as act:
        act.record(e.ItemLent(act.new_id(), second, item, loan.biblio_id, loan.policy_id, act.today, loan.due_on, 2))
    return item


def promised_by_a_wrong_clock(shell: Shell, severity: str = "medium") -> Loan:
    """A due date that a wrong clock promised; deciding it needs a date."""
    desk = shell.desk
    member, item = add_member(desk, "A-9", name="Citra"), add_item(desk, "B9")
    loan = circulation.check_out(desk, member_id=member, item_id=item).loan
    with desk.action() as act:
        detail = f'{{"due_on": "{loan.due_on}", "lent_on": "{loan.lent_on}", "loan_days": 7, "item_id": "{item}"}}'
        act.state.put(Case(act.new_id(), "CLOCK", severity, loan.id, act.new_id(), act.now, detail))
    return loan


def put_case(shell: Shell, severity: str) -> None:
    with shell.desk.action() as act:
        act.state.put(Case(act.new_id(), "CAT_LOANED", severity, "0" * 32, act.new_id(), act.now))


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    desk = new_desk(tmp_path)
    desk.operator = operator(desk, ADMIN)
    return Shell(desk, InlineJobs(), Sounds(muted=True), HASHER, SignIns(HASHER), tmp_path)


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> CasesPage:
    made = CasesPage(shell)
    qtbot.addWidget(made)
    made.resize(1366, 660)
    return made


def show(page: CasesPage) -> None:
    page.show()
    page.activateWindow()
    page.activate()


def press(key: str) -> None:
    """A person's key: nothing shortly before or after it."""
    QTest.qWait(ALONE_MS + 20)
    QTest.keyClicks(QApplication.focusWidget(), key)
    QTest.qWait(ALONE_MS + 40)


def titles(page: CasesPage) -> list[str]:
    return [case.title for case in page.presenter.cases]


def choice_buttons(page: CasesPage) -> list[str]:
    shown = page.findChildren(QPushButton)
    return [one.accessibleName() for one in shown if one.isVisible() and one.text().strip()[:1].isdigit()]


def test_without_cases_it_says_so(page: CasesPage) -> None:
    show(page)
    assert page.presenter.current is None
    assert not page._form.matter.isVisible()


def test_both_versions_are_told_with_who_where_and_when(page: CasesPage, shell: Shell) -> None:
    lent_twice(shell)
    show(page)
    first, second = page._form.sides.texts()
    assert "Ada 1" in first
    assert "Budi 1" in second
    assert shell.desk.station.name in first
    assert "24 Nov 2026" in first
    assert choice_buttons(page) == [choice.label for choice in page.presenter.cases[0].choices]


def test_a_digit_decides_and_the_note_goes_with_it(page: CasesPage, shell: Shell) -> None:
    lent_twice(shell)
    show(page)
    page.note.setText("buku ada di rumah Ada")
    press("2")
    (decided,) = cases.decided_cases(shell.desk)
    assert decided.decision == "Buku ada pada yang pertama"
    assert decided.decided_by == ADMIN
    assert row(shell.desk, Case, decided.id).decision_note == "buku ada di rumah Ada"
    assert page.presenter.cases == ()
    assert page.note.text() == ""


def test_a_scanned_code_decides_nothing(page: CasesPage, shell: Shell) -> None:
    """Scanners type digits too, far faster than a hand."""
    lent_twice(shell)
    show(page)
    for code in ("B123", "2", "123"):
        QTest.qWait(ALONE_MS + 20)
        QTest.keyClicks(QApplication.focusWidget(), code)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.qWait(3 * ALONE_MS)
    assert len(cases.open_cases(shell.desk)) == 1


def test_a_digit_in_the_note_is_a_letter_of_the_note(page: CasesPage, shell: Shell) -> None:
    lent_twice(shell)
    show(page)
    page.note.setFocus()
    press("1")
    assert page.note.text() == "1"
    assert len(cases.open_cases(shell.desk)) == 1


def test_the_next_case_stands_where_the_decided_one_stood(page: CasesPage, shell: Shell) -> None:
    for number in (1, 2, 3):
        lent_twice(shell, number)
    show(page)
    before = [case.id for case in page.presenter.cases]
    page._form.list.select_row(1)
    press("1")
    assert [case.id for case in page.presenter.cases] == [before[0], before[2]]
    assert page.presenter.current is not None
    assert page.presenter.current.id == before[2]
    assert page._form.list.current_row() == 1


def test_a_case_that_comes_meanwhile_does_not_move_the_eye(page: CasesPage, shell: Shell) -> None:
    put_case(shell, "low")
    show(page)
    before = page.presenter.current
    assert before is not None
    page.note.setText("setengah kalimat")
    lent_twice(shell)  # urgent: it stands above
    shell.changes.tell("cases")
    assert [case.id for case in page.presenter.cases][1] == before.id
    assert page.presenter.current is not None
    assert page.presenter.current.id == before.id
    assert page.note.text() == "setengah kalimat"
    assert page._form.list.current_row() == 1


def test_a_date_is_asked_for_where_the_choice_needs_one(page: CasesPage, shell: Shell) -> None:
    loan = promised_by_a_wrong_clock(shell)
    show(page)
    press("2")
    assert page.day.isVisible()
    assert len(cases.open_cases(shell.desk)) == 1
    page.day.set_day(date(2026, 12, 9))
    page._form.save_value.click()
    assert row(shell.desk, Loan, loan.id).due_on == date(2026, 12, 9)
    assert not page.day.isVisible()


def test_who_may_not_decide_is_told_who_does(page: CasesPage, shell: Shell) -> None:
    shell.desk.operator = operator(shell.desk, CIRCULATION)
    lent_twice(shell)
    show(page)
    assert page._form.supervisor.isVisible()
    press("1")
    assert len(cases.open_cases(shell.desk)) == 1
    assert "pengawas" in page._form.banner.text()


def test_anybody_may_say_that_he_has_seen_a_light_case(page: CasesPage, shell: Shell) -> None:
    shell.desk.operator = operator(shell.desk, CIRCULATION)
    put_case(shell, "low")
    show(page)
    assert not page._form.supervisor.isVisible()
    press("1")
    assert cases.open_cases(shell.desk) == []


def test_what_was_decided_can_be_looked_up(page: CasesPage, shell: Shell) -> None:
    lent_twice(shell)
    show(page)
    press("1")
    page.lists.set_current("decided")
    page.lists.changed.emit("decided")
    assert titles(page) == ["Satu eksemplar, dua pinjaman"]
    assert page._form.decision.text().startswith("Buku ada pada yang kedua · admin")
    assert choice_buttons(page) == []


def test_a_case_decided_elsewhere_leaves_the_list_with_a_word(page: CasesPage, shell: Shell) -> None:
    lent_twice(shell)
    show(page)
    cases.resolve_case(shell.desk, page.presenter.cases[0].id, "nobody_has_it")
    press("1")
    assert "sudah diputuskan" in page._form.banner.text()
    assert page.presenter.cases == ()


def test_other_pages_hear_of_a_decision_that_moved_loans(page: CasesPage, shell: Shell) -> None:
    lent_twice(shell)
    heard: list[str] = []
    shell.changes.happened.connect(lambda kind, _by: heard.append(kind))
    show(page)
    press("1")
    assert {"cases", "loans", "members"} <= set(heard)


def test_another_language_tells_the_same_case(page: CasesPage, shell: Shell, qtbot: QtBot) -> None:
    lent_twice(shell)
    show(page)
    (english,) = cases.open_cases(shell.desk, "en")
    language.use("en")
    try:
        qtbot.waitUntil(lambda: titles(page) == [english.title])
        assert choice_buttons(page) == [choice.label for choice in english.choices]
    finally:
        language.use("id")
    qtbot.waitUntil(lambda: titles(page) == ["Satu eksemplar, dua pinjaman"])
