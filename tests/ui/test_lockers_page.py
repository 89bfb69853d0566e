"""The lockers page on real services: two inputs give a locker, one tag and an Enter give the things back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import ADMIN, CIRCULATION, PASSWORDS, SUPERVISOR, operator
from hands import box, clock, fill, heard, press, scan, sheet_of, shown, type_in
from papers import text_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from stock import add_member, adopt_tariff, event_types, must, set_rule

from loket.domain import events as e
from loket.domain.entities import ChargeKind, Id, LockerEnd, Pledge
from loket.services import bills, locker_banks, lockers
from loket.services.desk import Desk
from loket.services.house_codes import recognise
from loket.services.lockers import LockerState, UseView
from loket.services.visitors import Person
from loket.ui import language
from loket.ui.pages.lockers import BOARD, LOG, OUT, LockersPage
from loket.ui.pages.lockers_sheets import ForceSheet, LostTagSheet, MoveSheet, SecondLockerSheet, WitnessSheet
from loket.ui.pages.members_sheets import AskSheet
from loket.ui.pages.settings_lockers import LockersSection
from loket.ui.presenters.locker_counter import Step
from loket.ui.shell import Shell
from loket.ui.texts_lockers import held_text
from loket.ui.widgets import TileState


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.operator = operator(desk, ADMIN)
    locker_banks.add_bank(desk, "Lobi", "A1", "A8", 4)
    desk.operator = operator(desk, CIRCULATION)
    return desk


@pytest.fixture
def melati(desk: Desk) -> Id:
    return add_member(desk, "M-100", name="Melati Kenari")


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> LockersPage:
    return shown(LockersPage(shell), qtbot)


def answer(page: LockersPage) -> str:
    return page._form.answer.words()


def locker(desk: Desk, number: str) -> Id:
    return must(lockers.tile_by_number(desk, number)).locker.id


def state(page: LockersPage, number: str) -> TileState:
    return must(page._form.board.tile(locker(page.shell.desk, number))).state


def lying(desk: Desk) -> dict[str, str]:
    """Which locker holds whose things."""
    return {view.locker.number: view.holder for view in lockers.still_out(desk)}


def give(desk: Desk, number: str, name: str, member: Id | None = None) -> UseView:
    taken = lockers.take(desk, locker(desk, number), Person(member, None, name, ""))
    return lockers.use_view(desk, taken.use.id)


def witness(sheet: AskSheet, username: str = SUPERVISOR) -> None:
    fill(sheet, username=username, secret=PASSWORDS[username])


# ---- giving a locker -----------------------------------------------------------------------------------------------


def test_a_card_and_an_enter_give_the_next_free_locker(page: LockersPage, desk: Desk, melati: Id) -> None:
    scan(page, "M-100")
    assert "Loker A1" in answer(page)
    assert "Melati Kenari" in answer(page)
    assert lying(desk) == {}
    scan(page, "")
    assert lying(desk) == {"A1": "Melati Kenari"}
    assert answer(page).startswith("Dititip | Loker A1")
    assert state(page, "A1") is TileState.TAKEN
    assert page.presenter.counter.step is Step.NOTHING
    assert event_types(desk, 1) == ["LockerTaken"]


def test_the_scanners_own_enter_gives_nothing(page: LockersPage, desk: Desk, melati: Id) -> None:
    """Some scanners send two: the second, at once, is no decision of the person's."""
    QTest.keyClicks(box(page), "M-100")
    QTest.keyClick(box(page), Qt.Key.Key_Return)
    QTest.keyClick(box(page), Qt.Key.Key_Return)
    assert lying(desk) == {}
    assert page.presenter.counter.step is Step.OFFER


def test_a_typed_number_chooses_the_locker_for_the_person_in_hand(page: LockersPage, desk: Desk, melati: Id) -> None:
    scan(page, "M-100", "a7")
    assert page.presenter.counter.fits
    scan(page, "")
    assert lying(desk) == {"A7": "Melati Kenari"}


def test_a_number_first_and_the_card_after_it(page: LockersPage, desk: Desk, melati: Id) -> None:
    scan(page, "A5")
    assert page.presenter.counter.step is Step.FREE
    scan(page, "M-100", "")
    assert lying(desk) == {"A5": "Melati Kenari"}


def test_arrows_in_the_empty_box_walk_the_board(page: LockersPage, desk: Desk, melati: Id) -> None:
    scan(page, "M-100")
    press(page, "Right")
    press(page, "Down")
    assert must(page.presenter.counter.tile).locker.number == "A6"
    scan(page, "")
    assert lying(desk) == {"A6": "Melati Kenari"}


def test_what_is_in_it_is_written_down_without_the_mouse(page: LockersPage, desk: Desk, melati: Id) -> None:
    scan(page, "M-100")
    press(page, "Tab")
    contents = page._form.panel.contents
    assert contents.hasFocus()
    QTest.keyClicks(contents, "tas hitam")
    QTest.keyClick(contents, Qt.Key.Key_Return)
    assert [view.use.contents for view in lockers.still_out(desk)] == ["tas hitam"]
    assert contents.text() == ""


def test_a_taken_locker_is_not_given_twice_and_the_person_stays(page: LockersPage, desk: Desk, melati: Id) -> None:
    give(desk, "A3", "Tamu Umpama")
    page.presenter.read()
    scan(page, "M-100", "A3", "")
    assert lying(desk) == {"A3": "Tamu Umpama"}
    assert "Tidak kosong" in answer(page)
    scan(page, "A4", "")
    assert lying(desk) == {"A3": "Tamu Umpama", "A4": "Melati Kenari"}


def test_another_desk_was_quicker(page: LockersPage, desk: Desk, melati: Id) -> None:
    """Refused in the book, and the next free locker is offered at once to the same person."""
    scan(page, "M-100")
    give(desk, "A1", "Tamu Umpama")
    scan(page, "")
    assert lying(desk) == {"A1": "Tamu Umpama"}
    assert "Loker A1 sudah terisi" in answer(page)
    assert must(page.presenter.counter.tile).locker.number == "A2"
    scan(page, "")
    assert lying(desk)["A2"] == "Melati Kenari"


def test_no_free_locker_is_said(page: LockersPage, desk: Desk, melati: Id) -> None:
    for number in range(1, 9):
        give(desk, f"A{number}", f"Tamu {'ABCDEFGH'[number - 1]}")
    scan(page, "M-100", "")
    assert "Tidak ada loker kosong" in answer(page)
    assert len(lying(desk)) == 8


def test_a_guest_without_a_slip_is_known_by_his_name(page: LockersPage, desk: Desk, qtbot: QtBot) -> None:
    type_in(box(page), "Tamu Semisal")
    qtbot.waitUntil(page._form.scan_box.suggestions_shown)
    press(page, "Return")
    scan(page, "")
    assert lying(desk) == {"A1": "Tamu Semisal"}


def test_a_typed_number_is_never_caught_by_the_list_of_names(page: LockersPage, desk: Desk) -> None:
    add_member(desk, "M-77", name="Orang Umpama", phone="+628120000077")
    page.presenter.typed("A7")
    page.presenter.typed("77")
    assert not page._form.scan_box.suggestions_shown()


def test_a_member_may_be_searched_by_name(page: LockersPage, desk: Desk, melati: Id, qtbot: QtBot) -> None:
    type_in(box(page), "mela")
    qtbot.waitUntil(page._form.scan_box.suggestions_shown)
    press(page, "Return")
    scan(page, "")
    assert lying(desk) == {"A1": "Melati Kenari"}


def test_an_unknown_code_is_kept_in_no_ones_name(page: LockersPage, desk: Desk) -> None:
    scan(page, "TAK-ADA-1")
    assert "TAK-ADA-1" in answer(page)
    assert page.presenter.counter.step is Step.NOTHING
    scan(page, "")
    assert lying(desk) == {}


# ---- what is held for the tag --------------------------------------------------------------------------------------


def test_a_document_is_asked_for_and_only_four_signs_taken(page: LockersPage, desk: Desk, melati: Id) -> None:
    set_rule(desk, "locker_pledge", Pledge.IDENTITY)
    page.activate()
    panel = page._form.panel
    scan(page, "M-100")
    assert panel.last4.hasFocus()
    QTest.keyClicks(panel.last4, "9901010101990001")
    QTest.keyClick(panel.last4, Qt.Key.Key_Return)
    assert lying(desk) == {}
    assert panel._last4_row.error()
    assert panel.last4.text() == "9901010101990001"
    panel.last4.setText("0001")
    QTest.keyClick(panel.last4, Qt.Key.Key_Return)
    (view,) = lockers.still_out(desk)
    assert (view.use.pledge, view.use.pledge_type, view.use.pledge_last4) == (Pledge.IDENTITY, "KTP-el", "0001")
    scan(page, view.use.tag)
    assert "KTP-el …0001" in panel.facts.words()
    scan(page, "")
    assert "KTP-el" in answer(page)


def test_while_a_document_is_asked_for_another_locker_can_be_chosen(page: LockersPage, desk: Desk, melati: Id) -> None:
    """Esc leads from the field back to the board; walking there does not pull the cursor away again."""
    set_rule(desk, "locker_pledge", Pledge.IDENTITY)
    page.activate()
    scan(page, "M-100")
    last4 = page._form.panel.last4
    QTest.keyClicks(last4, "0001")
    QTest.keyClick(last4, Qt.Key.Key_Escape)
    press(page, "Right")
    assert box(page).hasFocus()
    press(page, "Down")
    scan(page, "")
    assert lying(desk) == {"A6": "Melati Kenari"}


def test_a_deposit_is_named_before_and_after(page: LockersPage, desk: Desk, melati: Id) -> None:
    set_rule(desk, "locker_pledge", Pledge.MONEY)
    set_rule(desk, "locker_deposit_rp", 10_000)
    page.activate()
    scan(page, "M-100")
    assert page._form.panel._deposit.isVisible()
    assert "Rp10.000" in page._form.panel._deposit.text()
    scan(page, "")
    (view,) = lockers.still_out(desk)
    scan(page, view.use.tag, "")
    assert "Rp10.000" in answer(page)


# ---- giving back ---------------------------------------------------------------------------------------------------


def test_a_tag_and_an_enter_give_the_things_back(page: LockersPage, desk: Desk, melati: Id) -> None:
    view = give(desk, "A2", "", melati)
    scan(page, view.use.tag)
    assert "Loker A2 | Melati Kenari" in answer(page)
    assert lying(desk) == {"A2": "Melati Kenari"}
    scan(page, "")
    assert lying(desk) == {}
    assert state(page, "A2") is TileState.FREE
    assert heard(page.shell)[-1] == "return"


def test_the_number_serves_where_the_tag_cannot_be_scanned(page: LockersPage, desk: Desk, melati: Id) -> None:
    give(desk, "A2", "", melati)
    scan(page, "A2", "")
    assert lying(desk) == {}


def test_an_old_tag_opens_nothing(page: LockersPage, desk: Desk, melati: Id) -> None:
    view = give(desk, "A2", "", melati)
    lockers.give_back(desk, view.use.id, name_matched=True)
    give(desk, "A2", "Tamu Umpama")
    scan(page, view.use.tag, "")
    assert lying(desk) == {"A2": "Tamu Umpama"}
    assert "Sudah selesai" in answer(page)


def test_a_card_alone_gives_nothing_back(page: LockersPage, desk: Desk, melati: Id) -> None:
    give(desk, "A2", "", melati)
    scan(page, "M-100")
    assert "Sudah menitip" in answer(page)
    scan(page, "")
    assert lying(desk) == {"A2": "Melati Kenari"}
    assert "nomor hilang" in answer(page)


def test_another_name_gives_nothing_back(page: LockersPage, desk: Desk, melati: Id) -> None:
    view = give(desk, "A2", "", melati)
    scan(page, view.use.tag)
    press(page, "Ctrl+N")
    assert lying(desk) == {"A2": "Melati Kenari"}
    assert "Tidak bisa" in answer(page)


def test_a_fixed_tag_opens_its_locker_whether_free_or_taken(page: LockersPage, desk: Desk, melati: Id) -> None:
    tile = must(lockers.tile_by_number(desk, "A4"))
    desk.operator = operator(desk, ADMIN)
    locker_banks.set_locker(desk, replace(tile.locker, tag_code="LOKER-4"))
    desk.operator = operator(desk, CIRCULATION)
    scan(page, "LOKER-4")
    assert page.presenter.counter.step is Step.FREE
    scan(page, "M-100", "")
    assert lying(desk) == {"A4": "Melati Kenari"}
    scan(page, "LOKER-4", "")
    assert lying(desk) == {}


def test_a_tag_scanned_on_another_page_is_answered_here(page: LockersPage, desk: Desk, melati: Id) -> None:
    view = give(desk, "A2", "", melati)
    page.show_view(OUT)
    with desk.view() as act:
        code = must(recognise(act, view.use.tag))
    page.take_code(code)
    assert page.view() == BOARD
    assert must(page.presenter.counter.use).use.id == view.use.id


def test_scans_that_come_at_once_are_answered_in_their_turn(page: LockersPage, desk: Desk, melati: Id) -> None:
    other = add_member(desk, "M-200", name="Jaka Umpama")
    view = give(desk, "A2", "", other)
    scan(page, "M-100", "", view.use.tag, "")
    assert lying(desk) == {"A1": "Melati Kenari"}


# ---- what goes wrong -----------------------------------------------------------------------------------------------


def test_a_lost_tag_needs_proof_a_witness_and_leaves_a_paper(
    page: LockersPage, desk: Desk, melati: Id, tmp_path: Path
) -> None:
    adopt_tariff(desk, ChargeKind.LOST_TAG, 15_000)
    view = give(desk, "A2", "", melati)
    scan(page, "M-100")
    press(page, "Ctrl+H")
    sheet = sheet_of(page.acts, LostTagSheet)
    sheet.accept()
    assert {name for name, row in sheet.rows.items() if row.error()} == {
        "identity_last4", "proof", "username", "secret",
    }  # fmt: skip
    fill(sheet, identity_last4="9901010101990001", proof="tas merah, ada payung")
    witness(sheet)
    sheet.accept()
    assert sheet.rows["identity_last4"].error()
    assert sheet.text("proof") == "tas merah, ada payung"
    assert lying(desk) == {"A2": "Melati Kenari"}
    fill(sheet, identity_last4="0001")
    sheet.accept()
    assert page.acts.sheet is None
    ended = lockers.use_view(desk, view.use.id)
    assert ended.use.end is LockerEnd.LOST_TAG
    assert bills.bill_of(desk, melati).owed_rp == 15_000
    assert "Rp15.000" in answer(page)
    paper = tmp_path / "berita-acara.pdf"
    page.acts.ask_name = lambda _title: paper
    page._form.banner.action_pressed.emit()
    assert ended.use.statement_no in text_of(paper.read_bytes())
    assert str(paper) in page.said()


def test_the_witness_is_somebody_else(page: LockersPage, desk: Desk, melati: Id) -> None:
    desk.operator = operator(desk, SUPERVISOR)
    view = give(desk, "A2", "", melati)
    scan(page, view.use.tag)
    press(page, "Ctrl+B")
    sheet = sheet_of(page.acts, ForceSheet)
    fill(sheet, reason="perpustakaan tutup", found="jas hujan, disimpan di gudang")
    witness(sheet)
    sheet.accept()
    assert lying(desk) == {"A2": "Melati Kenari"}
    assert sheet.rows["secret"].error()


def test_a_locker_is_opened_by_force_and_the_things_still_fetched(page: LockersPage, desk: Desk, melati: Id) -> None:
    view = give(desk, "A2", "", melati)
    scan(page, view.use.tag)
    press(page, "Ctrl+B")
    sheet = sheet_of(page.acts, ForceSheet)
    fill(sheet, reason="lewat malam", found="jas hujan, disimpan di gudang")
    witness(sheet)
    sheet.accept()
    assert state(page, "A2") is TileState.FREE
    assert "Berita acara" in page.said()
    scan(page, view.use.tag)
    assert "Diamankan" in answer(page)
    assert page._form.panel.offered() == {"lost", "differs", "paper"}
    scan(page, "")
    assert lockers.use_view(desk, view.use.id).use.end is LockerEnd.RETURNED


def test_a_second_locker_by_a_second_persons_word(page: LockersPage, desk: Desk, melati: Id) -> None:
    give(desk, "A2", "", melati)
    scan(page, "M-100")
    press(page, "F12")
    sheet = sheet_of(page.acts, SecondLockerSheet)
    fill(sheet, reason="membawa dua koper", username=SUPERVISOR, secret="salah-salah-1")
    sheet.accept()
    assert sheet.rows["secret"].error()
    assert isinstance(sheet, WitnessSheet)
    witness(sheet)
    sheet.accept()
    assert page.presenter.counter.fits
    scan(page, "")
    assert lying(desk) == {"A1": "Melati Kenari", "A2": "Melati Kenari"}


def test_things_are_moved_and_the_tag_stays(page: LockersPage, desk: Desk, melati: Id) -> None:
    view = give(desk, "A2", "", melati)
    scan(page, view.use.tag)
    press(page, "Ctrl+D")
    sheet = sheet_of(page.acts, MoveSheet)
    sheet.to.set_value(must(lockers.tile_by_number(desk, "A8")).locker)
    sheet.accept()
    assert lying(desk) == {"A8": "Melati Kenari"}
    scan(page, view.use.tag)
    assert "Loker A8" in answer(page)


def test_a_broken_locker_is_not_offered_until_it_is_mended(page: LockersPage, desk: Desk, melati: Id) -> None:
    scan(page, "A1")
    press(page, "Ctrl+R")
    sheet = sheet_of(page.acts, AskSheet)
    fill(sheet, reason="engsel lepas")
    sheet.accept()
    assert state(page, "A1") is TileState.OUT
    assert must(page._form.board.tile(locker(desk, "A1"))).detail == "engsel lepas"
    scan(page, "M-100")
    assert must(page.presenter.counter.tile).locker.number == "A2"
    press(page, "Escape")
    scan(page, "A1")
    press(page, "Ctrl+R")
    assert state(page, "A1") is TileState.FREE


def test_the_last_one_given_is_taken_back_with_a_reason(page: LockersPage, desk: Desk, melati: Id) -> None:
    scan(page, "M-100", "")
    press(page, "Ctrl+Z")
    sheet = sheet_of(page.acts, AskSheet)
    sheet.accept()
    assert sheet.rows["reason"].error()
    fill(sheet, reason="salah orang")
    sheet.accept()
    assert lying(desk) == {}
    assert event_types(desk, 1) == ["LockerUndone"]
    press(page, "Ctrl+Z")
    assert page.acts.sheet is None
    assert "Tidak ada yang dibatalkan" in answer(page)


def test_a_sheet_given_up_changes_nothing(page: LockersPage, desk: Desk, melati: Id) -> None:
    view = give(desk, "A2", "", melati)
    scan(page, view.use.tag)
    press(page, "Ctrl+Z")
    sheet_of(page.acts, AskSheet).done(QDialog.DialogCode.Rejected)
    assert page.acts.sheet is None
    assert lying(desk) == {"A2": "Melati Kenari"}


def test_two_people_in_one_locker_raise_the_alarm_and_each_is_found(page: LockersPage, desk: Desk, melati: Id) -> None:
    """What two counters booked that did not hear of each other."""
    first = give(desk, "A2", "", melati)
    with desk.action() as act:
        second = act.new_id()
        act.record(e.LockerTaken(second, first.locker.id, "TA2-XXX", act.today, holder="Tamu Umpama"))
    page.presenter.read()
    assert state(page, "A2") is TileState.ALARM
    scan(page, "A2")
    assert page.presenter.counter.step is Step.TWICE
    assert "Dua pemakai" in answer(page)
    page._form.panel.choice._buttons[second].click()
    assert must(page.presenter.counter.use).use.id == second
    scan(page, "")
    assert lying(desk) == {"A2": "Melati Kenari"}
    assert state(page, "A2") is TileState.TAKEN


# ---- the board and the lists ---------------------------------------------------------------------------------------


def test_too_long_is_seen_without_anybody_touching_it(page: LockersPage, desk: Desk, melati: Id) -> None:
    set_rule(desk, "locker_hours", 3)
    give(desk, "A2", "", melati)
    page.presenter.read()
    assert state(page, "A2") is TileState.TAKEN
    clock(desk).advance(hours=3, minutes=5)
    page._minute.timeout.emit()
    assert state(page, "A2") is TileState.OVERDUE
    assert must(page._form.board.tile(locker(desk, "A2"))).detail == "3j 5m"


def test_the_list_of_what_is_still_out_leads_to_it(page: LockersPage, desk: Desk, melati: Id) -> None:
    give(desk, "A2", "", melati)
    give(desk, "A5", "Tamu Umpama")
    press(page, "Ctrl+2")
    page.presenter.read()
    assert page._out_model.rowCount() == 2
    press(page, "Down")
    press(page, "Down")
    assert must(page.presenter.counter.use).locker.number == "A5"
    scan(page, "")
    assert page._out_model.rowCount() == 1


def test_the_days_book_keeps_what_was_fetched(page: LockersPage, desk: Desk, melati: Id) -> None:
    view = give(desk, "A2", "", melati)
    lockers.give_back(desk, view.use.id, name_matched=True)
    press(page, "Ctrl+3")
    page.presenter.read()
    assert page.view() == LOG
    row = [page._log_model.index(0, column).data() for column in range(page._log_model.columnCount())]
    assert row[:2] == ["A2", "Melati Kenari"]
    assert "sudah diambil" in row[-1]


def test_nothing_is_given_back_while_nobody_is_signed_in(page: LockersPage, desk: Desk, melati: Id) -> None:
    view = give(desk, "A2", "", melati)
    desk.operator = None
    scan(page, view.use.tag, "")
    assert "Tidak bisa" in answer(page)
    desk.operator = operator(desk, CIRCULATION)
    assert lying(desk) == {"A2": "Melati Kenari"}


def test_a_change_of_language_keeps_what_is_in_hand(page: LockersPage, desk: Desk, melati: Id) -> None:
    scan(page, "M-100", "A5")
    page._form.panel.contents.setText("tas hitam")
    language.use("en")
    try:
        assert "Melati Kenari" in answer(page)
        assert page.presenter.counter.fits
        assert page._form.panel.contents.text() == "tas hitam"
        scan(page, "")
        assert answer(page).startswith("Deposited")
    finally:
        language.use("id")
    assert lying(desk) == {"A5": "Melati Kenari"}


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(seconds=-5), "0 mnt"),
        (timedelta(minutes=59, seconds=59), "59 mnt"),
        (timedelta(hours=2, minutes=10), "2j 10m"),
        (timedelta(days=3, hours=1), "3 hari"),
    ],
)
def test_how_long_in_few_signs(length: timedelta, text: str) -> None:
    assert held_text(length) == text


# ---- the settings --------------------------------------------------------------------------------------------------


@pytest.fixture
def section(shell: Shell, qtbot: QtBot) -> LockersSection:
    shell.desk.operator = operator(shell.desk, ADMIN)
    section = LockersSection(shell)
    qtbot.addWidget(section)
    section.show()
    section.activate()
    return section


def test_a_bank_is_written_down_at_once(section: LockersSection, desk: Desk, qtbot: QtBot) -> None:
    section.add()
    for name, value in (("bank", "Lantai 2"), ("first", "B01"), ("last", "B10"), ("columns", 5)):
        section.editors[name].set_value(value)
    with qtbot.waitSignal(section.shell.changes.happened) as told:
        section.save()
    assert told.args[0] == "lockers"
    made = [one for one in locker_banks.lockers(desk) if one.bank == "Lantai 2"]
    assert [one.number for one in made] == [f"B{number:02}" for number in range(1, 11)]
    assert (made[-1].row, made[-1].column) == (1, 4)


@pytest.mark.parametrize(
    ("first", "last", "field"), [("", "A9", "first"), ("B9", "B1", "last"), ("A1", "A3", "first"), ("B1", "C3", "last")]
)
def test_nonsense_is_refused_at_its_field_and_stays(
    section: LockersSection, desk: Desk, first: str, last: str, field: str
) -> None:
    section.add()
    section.editors["first"].set_value(first)
    section.editors["last"].set_value(last)
    section.save()
    assert section.rows[field].error()
    assert (section.editors["first"].value(), section.editors["last"].value()) == (first, last)
    assert len(locker_banks.lockers(desk)) == 8


def test_a_locker_gets_another_number_a_place_and_a_tag(section: LockersSection, desk: Desk) -> None:
    section.pick(locker(desk, "A3"))
    section.editors["number"].set_value("Z3")
    section.editors["row"].set_value(5)
    section.editors["tag_code"].set_value("KUNCI-3")
    section.save()
    changed = must(lockers.tile_by_number(desk, "Z3")).locker
    assert (changed.row, changed.column, changed.tag_code) == (4, 2, "KUNCI-3")
    assert lockers.tile_by_number(desk, "A3") is None


def test_a_locker_is_taken_off_the_board_and_put_back(section: LockersSection, desk: Desk) -> None:
    gone = locker(desk, "A3")
    section.pick(gone)
    section.retire()
    assert lockers.tile_by_number(desk, "A3") is None
    section.pick(gone)
    section.retire()
    assert must(lockers.tile_by_number(desk, "A3")).state is LockerState.FREE


def test_a_locker_with_things_in_it_keeps_its_number(section: LockersSection, desk: Desk, melati: Id) -> None:
    give(desk, "A3", "", melati)
    said: list[str] = []
    section.said.connect(lambda sentence, _kind: said.append(sentence))
    section.pick(locker(desk, "A3"))
    section.editors["number"].set_value("Z3")
    section.save()
    assert must(lockers.tile_by_number(desk, "A3")).use is not None
    assert any("A3" in sentence for sentence in said)
