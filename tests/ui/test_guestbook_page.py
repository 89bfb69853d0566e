"""The guestbook's window by real keys, with real services behind it; its sheets, and the rooms and purposes it uses."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from fakes import ADMIN, CIRCULATION, operator
from hands import box, press, scan, sheet_of, shown
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from stock import add_member

from loket.domain.entities import Id, Room, RoomKind, VisitKind
from loket.domain.visits import GuestForm
from loket.services import guest_books, guest_lists, guestbook
from loket.services.desk import Desk
from loket.services.house_codes import HouseCode, HouseThing
from loket.ui import preferences
from loket.ui.pages.guestbook import INSIDE, TODAY, GuestbookPage
from loket.ui.pages.guestbook_import import ImportSheet
from loket.ui.pages.guestbook_paper import PaperSheet
from loket.ui.pages.guestbook_sheets import Figure, GroupSheet, GuestSheet, OfficialSheet
from loket.ui.pages.members_sheets import AskSheet
from loket.ui.pages.settings_guestbook import PURPOSES, GuestbookSection
from loket.ui.shell import Shell
from loket.ui.widgets import AnswerKind


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> GuestbookPage:
    return shown(GuestbookPage(shell), qtbot, height_px=650)


def room(desk: Desk, name: str = "Ruang Anak", code: str = "ANAK", *, own_book: bool = True) -> Id:
    desk.operator = operator(desk, ADMIN)
    made = guest_books.set_room(desk, Room(Id(""), code, name, RoomKind.CHILDREN, own_book))
    desk.operator = operator(desk, CIRCULATION)
    return made.id


def type_into(form: AskSheet, name: str, text: str) -> None:
    editor = form.rows[name].editor
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text)


def answer(page: GuestbookPage) -> tuple[AnswerKind, str, str]:
    found = page._form.answer.answer()
    assert found is not None
    return found.kind, found.word, found.title


def people(page: GuestbookPage, book: Id | None = None) -> int:
    return guest_lists.today_people(page.shell.desk, book)


# ---- at the door ----------------------------------------------------------------------------------------------------


def test_a_card_is_counted_by_its_scan_alone(page: GuestbookPage, desk: Desk) -> None:
    add_member(desk, "M-1", name="Melati Kenari")
    scan(page, "M-1")
    assert answer(page) == (AnswerKind.OK, "Tercatat", "Melati Kenari")
    assert page.counts.people.text() == "1"
    assert page.counts.kinds[VisitKind.MEMBER].text() == "1"
    assert page.inside.model().rowCount() == 1
    assert box(page).text() == ""
    assert box(page).hasFocus()


def test_the_second_scan_says_so_and_enter_lets_him_out(page: GuestbookPage, desk: Desk) -> None:
    add_member(desk, "M-1", name="Melati Kenari")
    scan(page, "M-1", "M-1")
    assert answer(page) == (AnswerKind.INFO, "Sudah tercatat", "Melati Kenari")
    found = page._form.answer.answer()
    assert found is not None
    assert (found.hint_key, found.hint) == ("Enter", "catat keluar")
    scan(page, "")
    assert answer(page) == (AnswerKind.RETURN, "Keluar", "Melati Kenari")
    assert page.inside.model().rowCount() == 0
    assert people(page) == 1


def test_an_expired_card_is_told_and_counted(page: GuestbookPage, desk: Desk) -> None:
    add_member(desk, "M-1", valid_until=date(2020, 1, 1))
    scan(page, "M-1")
    found = page._form.answer.answer()
    assert found is not None
    assert found.kind is AnswerKind.WARN
    assert "habis masa berlaku" in found.detail
    assert people(page) == 1


def test_an_unknown_code_is_refused_with_a_sentence_and_kept(page: GuestbookPage) -> None:
    scan(page, "X-99")
    kind, sentence, _ = answer(page)
    assert kind is AnswerKind.STOP
    assert "X-99" in sentence
    assert (box(page).text(), box(page).selectedText()) == ("X-99", "X-99")
    assert people(page) == 0


def test_the_chosen_line_goes_out_by_its_key(page: GuestbookPage, desk: Desk) -> None:
    for number in ("1", "2", "3"):
        add_member(desk, f"M-{number}", name=f"Anggota {'ABC'[int(number) - 1]}")
    scan(page, "M-1", "M-2", "M-3")
    QTest.keyClick(box(page), Qt.Key.Key_Down)
    QTest.keyClick(box(page), Qt.Key.Key_Down)
    press(page, "Ctrl+K")
    assert answer(page)[2] == "Anggota B"
    names = [line.name for line in guest_lists.inside(desk).lines]
    assert names == ["Anggota C", "Anggota A"]


def test_a_slip_of_the_house_from_another_page_is_taken(page: GuestbookPage, desk: Desk) -> None:
    visit = guestbook.check_in_guest(desk, GuestForm("Rina")).visit
    page.take_code(HouseCode(HouseThing.VISITOR, visit.visitor_no, visit.id, True))
    assert answer(page) == (AnswerKind.RETURN, "Keluar", "Rina")


# ---- what a member comes for ----------------------------------------------------------------------------------------


def ask_purposes(page: GuestbookPage) -> None:
    page.asks.click()
    assert page.purposes.isVisible()


def test_a_digit_alone_is_the_key_of_a_purpose(page: GuestbookPage, desk: Desk, qtbot: QtBot) -> None:
    add_member(desk, "M-1", name="Melati Kenari")
    ask_purposes(page)
    scan(page, "M-1")
    assert answer(page)[1] == "Melati Kenari"
    assert people(page) == 0
    assert page.purposes.buttons[0].isEnabled()
    QTest.keyClick(box(page), Qt.Key.Key_3)
    qtbot.waitUntil(lambda: people(page) == 1)
    assert guest_lists.todays_visits(desk)[0].visit.purpose == "mengembalikan"
    assert box(page).text() == ""
    assert not page.purposes.buttons[0].isEnabled()


def test_a_card_that_begins_with_a_digit_is_no_key(page: GuestbookPage, desk: Desk) -> None:
    add_member(desk, "M-1")
    add_member(desk, "2600017")
    ask_purposes(page)
    scan(page, "M-1", "2600017")
    scan(page, "")
    assert people(page) == 2
    assert {line.visit.purpose for line in guest_lists.todays_visits(desk)} == {""}


def test_a_purpose_can_be_clicked_and_the_box_keeps_the_focus(page: GuestbookPage, desk: Desk) -> None:
    add_member(desk, "M-1")
    ask_purposes(page)
    scan(page, "M-1")
    QTest.mouseClick(page.purposes.buttons[0], Qt.MouseButton.LeftButton)
    assert guest_lists.todays_visits(desk)[0].visit.purpose == "membaca"
    assert box(page).hasFocus()


def test_who_is_asked_when_the_page_goes_away_is_counted(page: GuestbookPage, desk: Desk) -> None:
    add_member(desk, "M-1")
    ask_purposes(page)
    scan(page, "M-1")
    page.hide()
    assert people(page) == 1


def test_asking_and_the_book_are_kept_for_the_next_day(page: GuestbookPage, shell: Shell, qtbot: QtBot) -> None:
    anak = room(shell.desk)
    page.activate()
    ask_purposes(page)
    page._form.book.setCurrentIndex(1)
    page._form.book.changed.emit()
    kept = preferences.load(shell.data_dir)
    assert (kept.visitor_book, kept.ask_purpose) == (anak, True)
    tomorrow = shown(GuestbookPage(shell), qtbot, height_px=650)
    assert tomorrow.presenter.book == anak
    assert tomorrow._form.book.currentText() == "Ruang Anak"
    assert tomorrow.asks.isChecked()


# ---- the books ------------------------------------------------------------------------------------------------------


def test_door_and_room_stand_side_by_side_and_are_not_added(page: GuestbookPage, desk: Desk) -> None:
    anak = room(desk)
    room(desk, "Gudang", "GDG", own_book=False)
    page.activate()
    assert [page._form.book.itemText(n) for n in range(page._form.book.count())] == ["Pintu", "Ruang Anak"]
    add_member(desk, "M-1")
    add_member(desk, "M-2")
    scan(page, "M-1", "M-2")
    page._form.book.setCurrentIndex(1)
    page._form.book.changed.emit()
    scan(page, "M-1")
    assert page.counts.book.full_text() == "Buku Ruang Anak"
    assert page.counts.people.text() == "1"
    other, figure = page.counts.others[0]
    assert (other.full_text(), figure.text()) == ("Pintu", "2")
    assert (people(page), people(page, anak)) == (2, 1)
    assert page.inside.model().rowCount() == 1


# ---- guests, groups, official visits --------------------------------------------------------------------------------


def test_a_guest_takes_a_key_a_name_and_enter(page: GuestbookPage, desk: Desk) -> None:
    press(page, "Ctrl+T")
    form = sheet_of(page.acts, GuestSheet)
    type_into(form, "name", "Rina")
    QTest.keyClick(form, Qt.Key.Key_Return)
    assert page.acts.sheet is None
    visit = guest_lists.todays_visits(desk)[0].visit
    assert (visit.name, visit.kind) == ("Rina", VisitKind.GUEST)
    found = page._form.answer.answer()
    assert found is not None
    assert visit.visitor_no in found.detail
    assert box(page).hasFocus()


def test_an_identity_number_is_refused_and_stays_typed(page: GuestbookPage) -> None:
    press(page, "Ctrl+T")
    form = sheet_of(page.acts, GuestSheet)
    type_into(form, "name", "0000 0000 0000 0000")
    form.accept()
    assert form.rows["name"].error()
    assert form.text("name") == "0000 0000 0000 0000"
    assert page.acts.sheet is form
    assert people(page) == 0


def test_everything_a_guest_says_is_written_down(page: GuestbookPage, desk: Desk) -> None:
    press(page, "Ctrl+T")
    form = sheet_of(page.acts, GuestSheet)
    type_into(form, "name", "Rina")
    type_into(form, "institution", "SMA Contoh")
    for name, number in (("sex", 2), ("age_group", 4), ("education", 5), ("job", 1), ("purpose", 1)):
        editor = form.rows[name].editor
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(number)
    form.accept()
    visit = guest_lists.todays_visits(desk)[0].visit
    assert (visit.sex, visit.age_group, visit.education) == ("P", "16-18", "SMA/SMK")
    assert (visit.job, visit.purpose, visit.institution) == ("Pelajar", "membaca", "SMA Contoh")


def test_the_sums_of_a_group_are_checked_while_one_types(page: GuestbookPage, desk: Desk) -> None:
    press(page, "Ctrl+G")
    form = sheet_of(page.acts, GroupSheet)
    type_into(form, "people", "36")
    QTest.keyClicks(form.by_education.figures["SMP"], "37")
    assert "37" in form.rows["by_education"].error()
    QTest.keyClick(form.by_education.figures["SMP"], Qt.Key.Key_Backspace)
    assert form.rows["by_education"].error() == ""
    QTest.keyClicks(form.by_education.figures["SMP"], "4")
    for figure, count in ((form.by_sex.figures["L"], "16"), (form.by_sex.figures["P"], "18")):
        QTest.keyClicks(figure, count)
    QTest.keyClicks(form.by_job.figures["Pelajar"], "34")
    form.accept()
    assert form.rows["leader"].error()
    assert form.figure("people") == 36  # still as typed
    type_into(form, "leader", "Ibu Wulan")
    type_into(form, "institution", "SMP Negeri Contoh")
    form.accept()
    visit = guest_lists.todays_visits(desk)[0].visit
    assert (visit.people, visit.male, visit.female) == (36, 16, 18)
    assert (visit.by_education, visit.by_job) == (("SMP:34",), ("Pelajar:34",))
    assert answer(page)[2] == "SMP Negeri Contoh · 36 orang"


def test_a_figure_takes_digits_only(qtbot: QtBot) -> None:
    figure = Figure()
    qtbot.addWidget(figure)
    QTest.keyClicks(figure, "-1a2,56")
    assert (figure.text(), figure.value()) == ("125", 125)


def test_an_official_visit_has_its_letter_and_its_guide(page: GuestbookPage, desk: Desk) -> None:
    press(page, "Ctrl+O")
    form = sheet_of(page.acts, OfficialSheet)
    for name, text in (
        ("institution", "Dinas Contoh"),
        ("leader", "Bapak Timur"),
        ("letter_no", "005/12/2026"),
        ("guide", "Ibu Senja"),
    ):
        type_into(form, name, text)
    form.accept()
    visit = guest_lists.todays_visits(desk)[0].visit
    assert (visit.letter_no, visit.guide, visit.people) == ("005/12/2026", "Ibu Senja", 1)


# ---- taking back, printing, closing ---------------------------------------------------------------------------------


def test_ctrl_z_takes_the_last_line_back_with_a_reason(page: GuestbookPage, desk: Desk) -> None:
    add_member(desk, "M-1", name="Melati Kenari")
    add_member(desk, "M-2", name="Bagas Rawa")
    scan(page, "M-1", "M-2")
    press(page, "Ctrl+Z")
    form = sheet_of(page.acts, AskSheet)
    form.accept()
    assert form.rows["reason"].error()
    type_into(form, "reason", "kartu tertukar")
    QTest.keyClick(form, Qt.Key.Key_Return)
    assert answer(page) == (AnswerKind.RETURN, "Dibatalkan", "Bagas Rawa")
    assert people(page) == 1
    page.show_view(TODAY)
    states = [page.today.model().index(n, 6).data() for n in range(2)]
    assert states == ["dibatalkan", "di dalam"]


def test_a_line_chosen_in_the_list_is_the_one_taken_back(page: GuestbookPage, desk: Desk) -> None:
    add_member(desk, "M-1", name="Melati Kenari")
    add_member(desk, "M-2", name="Bagas Rawa")
    scan(page, "M-1", "M-2")
    press(page, "Ctrl+2")
    assert page.view() == TODAY
    page.today.setFocus()
    page.today.select_row(1)
    press(page, "Ctrl+Z", page.today)
    form = sheet_of(page.acts, AskSheet)
    assert "Melati Kenari" in form.accessibleDescription()


def test_without_a_printer_a_slip_is_not_promised(page: GuestbookPage, desk: Desk) -> None:
    guestbook.check_in_guest(desk, GuestForm("Rina"))
    page.activate()
    page.inside.select_row(0)
    press(page, "Ctrl+P")
    assert "printer struk" in page.said()


def test_everybody_out_asks_first(page: GuestbookPage, desk: Desk) -> None:
    add_member(desk, "M-1")
    scan(page, "M-1")
    page._close_wanted()
    form = sheet_of(page.acts, AskSheet)
    assert "1 orang" in form.accessibleDescription()
    form.reject()
    assert guest_lists.inside(desk).people == 1
    page._close_wanted()
    QTest.keyClick(sheet_of(page.acts, AskSheet), Qt.Key.Key_Return)
    assert guest_lists.inside(desk).people == 0
    assert people(page) == 1


# ---- the paper book -------------------------------------------------------------------------------------------------


def fill(form: PaperSheet, number: int, **values: str) -> None:
    for name, text in values.items():
        editor = form.entries[number].fields[name]
        assert isinstance(editor, QLineEdit)
        editor.setText(text)


def test_rows_of_paper_are_copied_with_their_own_time(page: GuestbookPage, desk: Desk) -> None:
    add_member(desk, "M-1")
    press(page, "Ctrl+E")
    form = sheet_of(page.acts, PaperSheet)
    form.on.set_day(date(2026, 11, 23))
    QTest.keyClicks(form.entries[0].fields["at"], "8.15")
    QTest.keyClicks(form.entries[0].fields["who"], "M-1")
    QTest.keyClick(form, Qt.Key.Key_Return)
    assert form.focusWidget() is form.entries[1].fields["at"]
    fill(form, 1, who="Tono")
    fill(form, 2, at="25", who="Tini")
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.entries[2].wrong.error()
    assert form.focusWidget() is form.entries[2].fields["at"]
    assert not guest_lists.todays_visits(desk, date(2026, 11, 23))
    fill(form, 2, at="9", people="20", institution="SD Contoh")
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.acts.sheet is None
    lines = guest_lists.todays_visits(desk, date(2026, 11, 23))
    times = {desk.local(line.visit.entered_at).time() for line in lines}
    assert times == {time(8, 15), time(9)}
    assert sum(line.visit.people for line in lines) == 22
    assert page.said() == "3 baris buku kertas tersalin."


def test_enter_after_the_last_row_opens_another(page: GuestbookPage) -> None:
    press(page, "Ctrl+E")
    form = sheet_of(page.acts, PaperSheet)
    rows = len(form.entries)
    form.entries[-1].fields["purpose"].setFocus()
    QTest.keyClick(form.entries[-1].fields["purpose"], Qt.Key.Key_Return)
    assert len(form.entries) == rows + 1
    assert form.focusWidget() is form.entries[-1].fields["at"]
    form.accept()  # nothing in it
    assert form.entries[0].wrong.error()
    assert page.acts.sheet is form


HEADINGS = "Tanggal,Jam,Nama,L/P,Nomor anggota,Asal,Tujuan,Jumlah\n"


def test_a_file_is_shown_before_it_is_taken_and_adds_nothing_twice(
    page: GuestbookPage, desk: Desk, tmp_path: Path
) -> None:
    add_member(desk, "M-1")
    path = tmp_path / "buku.csv"
    path.write_text(
        HEADINGS
        + "23/11/2026,08.15,,,M-1,,Membaca,1\n"
        + "23/11/2026,08.20,Tono,L,,SMA Contoh,Membaca,1\n"
        + "kemarin,08.30,Tini,P,,,,1\n",
        encoding="utf-8",
    )
    press(page, "Ctrl+I")
    form = sheet_of(page.acts, ImportSheet)
    form.read(path)
    assert form.preview is not None
    assert (form.preview.new, form.preview.refused) == (2, 1)
    assert not form.accept_button().isEnabled()
    assert form.list.model().rowCount() == 3
    assert form.list.model().index(2, 5).data() not in ("", "baru")  # why the third is refused
    form.skip.click()
    form.accept()
    assert page.acts.sheet is None
    assert len(guest_lists.todays_visits(desk, date(2026, 11, 23))) == 2
    press(page, "Ctrl+I")
    again = sheet_of(page.acts, ImportSheet)
    again.read(path)
    assert again.preview is not None
    assert (again.preview.new, again.preview.known) == (0, 2)
    again.skip.click()
    assert not again.accept_button().isEnabled()


def test_a_file_that_is_no_table_is_refused_with_a_sentence(page: GuestbookPage, tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    press(page, "Ctrl+I")
    form = sheet_of(page.acts, ImportSheet)
    form.read(path)
    assert form.banner.kind() == "stop"
    assert form.said()
    assert not form.accept_button().isEnabled()


def test_the_sheet_to_fill_in_can_be_read_again(page: GuestbookPage, tmp_path: Path) -> None:
    press(page, "Ctrl+I")
    form = sheet_of(page.acts, ImportSheet)
    form.write_template(tmp_path / "isian.xlsx")
    assert str(tmp_path / "isian.xlsx") in form.said()
    form.read(tmp_path / "isian.xlsx")
    assert form.preview is not None
    assert {"on", "at", "name"} <= set(form.preview.columns)


# ---- words ----------------------------------------------------------------------------------------------------------


def test_a_change_of_language_keeps_what_is_shown(page: GuestbookPage, desk: Desk) -> None:
    add_member(desk, "M-1", name="Melati Kenari")
    scan(page, "M-1")
    page.show_view(TODAY)
    page.retranslate()
    assert page.view() == TODAY
    assert answer(page)[2] == "Melati Kenari"
    page.show_view(INSIDE)
    assert page.inside.isVisible()


# ---- rooms and purposes in the settings -----------------------------------------------------------------------------


@pytest.fixture
def section(shell: Shell, qtbot: QtBot) -> GuestbookSection:
    shell.desk.operator = operator(shell.desk, ADMIN)
    return shown(GuestbookSection(shell), qtbot, 1100, 560)


def test_a_room_with_its_own_book_is_offered_at_once(section: GuestbookSection, shell: Shell, qtbot: QtBot) -> None:
    page = shown(GuestbookPage(shell), qtbot, height_px=650)
    section.add()
    editors = section.editors["rooms"]
    editors["name"].setText("Ruang Referensi")
    editors["code"].setText("ref")
    editors["kind"].set_value(RoomKind.REFERENCE)
    editors["own_book"].setChecked(True)
    section.save()
    made = guest_books.rooms(shell.desk)[0]
    assert (made.name, made.code, made.kind, made.own_book) == ("Ruang Referensi", "REF", RoomKind.REFERENCE, True)
    assert [page._form.book.itemText(n) for n in range(page._form.book.count())] == ["Pintu", "Ruang Referensi"]


def test_a_room_without_a_name_or_with_a_taken_code_is_refused_at_its_field(
    section: GuestbookSection, shell: Shell
) -> None:
    guest_books.set_room(shell.desk, Room(Id(""), "REF", "Ruang Referensi"))
    section.activate()
    section.add()
    section.save()
    assert section.rows["name"].error()
    section.editors["rooms"]["name"].setText("Ruang Lain")
    section.editors["rooms"]["code"].setText("REF")
    section.save()
    assert section.rows["code"].error()
    assert section.editors["rooms"]["name"].text() == "Ruang Lain"
    assert len(guest_books.rooms(shell.desk)) == 1


def test_a_shipped_purpose_is_renamed_and_another_switched_off(section: GuestbookSection, shell: Shell) -> None:
    section.show_view(PURPOSES)
    section.pick("membaca")
    section.editors[PURPOSES]["name"].setText("Baca di tempat")
    section.save()
    section.pick("fotokopi")
    section.editors[PURPOSES]["retired"].setChecked(True)
    section.save()
    offered = {one.code: one.name for one in guest_books.purposes(shell.desk, VisitKind.GUEST)}
    assert offered["membaca"] == "Baca di tempat"
    assert "fotokopi" not in offered
    assert section._chosen is not None
    assert section._chosen.retired


def test_a_purpose_for_nobody_is_refused(section: GuestbookSection, shell: Shell) -> None:
    before = guest_books.purpose_list(shell.desk)
    section.show_view(PURPOSES)
    section.pick("membaca")
    for flag in ("member", "guest", "group"):
        section.editors[PURPOSES][flag].setChecked(False)
    section.save()
    assert section.rows["member"].error()
    assert guest_books.purpose_list(shell.desk) == before


def test_a_new_purpose_stands_last_and_is_offered_to_groups(section: GuestbookSection, shell: Shell) -> None:
    section.show_view(PURPOSES)
    section.add()
    section.editors[PURPOSES]["name"].setText("Lomba bercerita")
    section.editors[PURPOSES]["group"].setChecked(True)
    section.save()
    offered = guest_books.purposes(shell.desk, VisitKind.GROUP)
    assert offered[-1].name == "Lomba bercerita"
