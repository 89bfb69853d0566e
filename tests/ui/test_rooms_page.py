"""The rooms page with real services behind it: books counted scan by scan, two inputs for a computer, all by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from fakes import ADMIN, SUPERVISOR, TODAY, operator
from hands import box, clock, fill, heard, line_of, press, scan, sheet_of, shown, sign, spoken, texts
from papers import text_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from stock import add_item, add_member, add_title, event_types, journal, set_rule

from loket.domain import events as e
from loket.domain.entities import (
    Id,
    InHouseKind,
    InHouseState,
    InternetSeat,
    Room,
    RoomKind,
    SessionState,
)
from loket.domain.visits import GuestForm
from loket.services import guest_books, guestbook, internet_seats, session_clock
from loket.services import internet_room as net
from loket.services import reading_room as reading
from loket.services.desk import Desk
from loket.services.house_codes import HouseCode, HouseThing
from loket.services.visitors import Person, find_person
from loket.ui.pages.cash_sheets import SignedSheet
from loket.ui.pages.members_sheets import AskSheet
from loket.ui.pages.rooms import INTERNET, PHOTOCOPY, READING, RoomsPage
from loket.ui.pages.rooms_internet import InternetSection
from loket.ui.pages.rooms_internet_sheets import EndSheet, LogSheet, MoveSheet, Period
from loket.ui.pages.rooms_reading import SHELVES, ReadingSection
from loket.ui.pages.rooms_sheets import PileSheet, RequestSheet
from loket.ui.pages.settings import SettingsPage
from loket.ui.pages.settings_seats import SeatsSection
from loket.ui.shell import Shell
from loket.ui.widgets import ScanBox, TileState


@pytest.fixture
def desk(desk: Desk) -> Desk:
    clerk, desk.operator = desk.operator, operator(desk, ADMIN)
    guest_books.set_room(desk, Room(Id(""), "BACA", "Ruang baca", RoomKind.GENERAL))
    guest_books.set_room(desk, Room(Id(""), "REF", "Ruang referensi", RoomKind.REFERENCE))
    internet_seats.add_seats(desk, 1, 3, 3)
    desk.operator = clerk
    for number, (title, call) in enumerate(
        (("Tenun ikat", "746.1 TEN t"), ("Pelangi", "813 PEL p"), ("Ensiklopedi flora", "R 580 ENS e")), 1
    ):
        add_item(desk, f"B{number}", add_title(desk, title, call_number=call), call_number=call)
    for number, name in enumerate(("Melati Kenari", "Rangga Cendana", "Sari Angsana", "Bayu Kamboja"), 1):
        add_member(desk, f"M-{number}", name=name)
    return desk


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> RoomsPage:
    return shown(RoomsPage(shell), qtbot)


@pytest.fixture
def room(page: RoomsPage) -> ReadingSection:
    section = page.sections[READING]
    assert isinstance(section, ReadingSection)
    return section


@pytest.fixture
def net_page(page: RoomsPage) -> RoomsPage:
    page.show_section(INTERNET)
    return page


# ---- reading --------------------------------------------------------------------------------------------------------


def test_a_scan_is_a_book_and_the_last_one_is_the_answer(page: RoomsPage, room: ReadingSection, desk: Desk) -> None:
    scan(page, "B1", "B2", "B1")
    assert reading.day_counts(desk).books == 3
    assert "Dihitung. Tenun ikat" in spoken(room._form.answer)
    assert room._form.count.text() == "3"
    assert [line[1] for line in texts(room._readings)] == ["Tenun ikat", "Pelangi", "Tenun ikat"]
    assert heard(page.shell) == ["ok", "ok", "ok"]
    assert box(page).text() == ""
    assert box(page).hasFocus()


def test_a_row_of_fast_scans_loses_none(page: RoomsPage, desk: Desk) -> None:
    codes = [f"T{number:04}" for number in range(60)]
    scan(page, *codes)
    assert reading.day_counts(desk).books == len(codes)
    assert {line.use.barcode for line in reading.todays_readings(desk)} == set(codes)


def test_what_the_catalogue_does_not_know_counts_with_a_word_of_warning(page: RoomsPage, room: ReadingSection) -> None:
    scan(page, "ZZ-77")
    assert "Dihitung. ZZ-77" in spoken(room._form.answer)
    assert "belum ada di katalog" in spoken(room._form.answer)
    assert heard(page.shell) == ["warning"]


def test_the_scanner_that_bounced_is_refused_in_words(page: RoomsPage, room: ReadingSection, desk: Desk) -> None:
    set_rule(desk, "double_scan_ms", 3000)
    scan(page, "B1", "B1")
    assert reading.day_counts(desk).books == 1
    assert "Tidak dihitung" in spoken(room._form.answer)
    assert heard(page.shell) == ["ok", "refused"]


def test_a_typed_title_is_never_counted_but_asked_for(page: RoomsPage, desk: Desk) -> None:
    scan(page, "tenun")
    assert reading.day_counts(desk).books == 0
    assert box(page).text() == "tenun"
    assert page._form.scan_box.suggestions_shown()
    QTest.keyClick(box(page), Qt.Key.Key_Return)
    found = sheet_of(page.section.sheets, RequestSheet)
    assert found.title_box.text() == "Tenun ikat"
    assert found.wish().biblio_id is not None


def test_a_title_nobody_knows_is_said(page: RoomsPage) -> None:
    scan(page, "entah apa")
    assert "tidak ada di katalog" in page.said()
    assert box(page).text() == "entah apa"


def test_a_request_from_card_to_shelf(page: RoomsPage, room: ReadingSection, desk: Desk) -> None:
    scan(page, "M-1")
    found = sheet_of(page.section.sheets, RequestSheet)
    assert found.reader_box.text() == "Melati Kenari"
    found.title_box.set_text("B3")
    found.accept()
    assert "Permintaan dicatat. Ensiklopedi flora. Pembaca: Melati Kenari" in spoken(room._form.answer)
    assert texts(room._requests)[0][:3] == ["diminta", "Ensiklopedi flora", "Melati Kenari"]
    scan(page, "B3")
    assert "Diserahkan. Ensiklopedi flora" in spoken(room._form.answer)
    assert texts(room._requests)[0][0] == "pada pembaca"
    scan(page, "B3")
    assert "Diterima kembali" in spoken(room._form.answer)
    assert not room._requests.rowCount()
    scan(page, "B3")  # nobody's any more: it lay on a table
    assert "Dihitung" in spoken(room._form.answer)
    assert [use.state for use in (line.use for line in reading.todays_readings(desk))] == [InHouseState.DONE] * 2


def test_a_title_that_is_asked_for_goes_with_the_copy_that_is_found(
    page: RoomsPage, room: ReadingSection, desk: Desk, qtbot: QtBot
) -> None:
    add_item(desk, "B9", reading.ask_item(desk, InHouseKind.REQUEST, None, code="B3").biblio_id)
    room.undo()
    room.ask_request()
    found = sheet_of(page.section.sheets, RequestSheet)
    title = line_of(found.title_box)
    QTest.keyClicks(title, "ensi", delay=40)
    qtbot.waitUntil(found.title_box.suggestions_shown)
    QTest.keyClick(title, Qt.Key.Key_Down)
    QTest.keyClick(title, Qt.Key.Key_Return)
    found.reader_box.set_text("Tamu Satu")
    found.accept()
    assert "Pembaca: Tamu Satu" in spoken(room._form.answer)
    scan(page, "B9")
    assert "Diserahkan" in spoken(room._form.answer)
    assert reading.open_requests(desk)[0].barcode == "B9"


def test_the_sheet_says_what_is_wrong_at_its_field_and_keeps_what_was_typed(
    page: RoomsPage, room: ReadingSection
) -> None:
    room.ask_request()
    found = sheet_of(page.section.sheets, RequestSheet)
    found.accept()
    assert found.rows["title"].error() == "Isi dahulu."
    found.title_box.set_text("Naskah tembaga")
    found.kind.set_value(InHouseKind.RESTRICTED)
    found.accept()
    assert "tulis namanya" in found.rows["reader"].error()
    assert found.rows["title"].error() == ""
    assert found.title_box.text() == "Naskah tembaga"
    found.reader_box.set_text("M-2")
    found.accept()
    assert "Pembaca: Rangga Cendana" in spoken(room._form.answer)


def test_a_scanned_card_shows_its_name_in_the_sheet(page: RoomsPage, room: ReadingSection) -> None:
    room.ask_request()
    found = sheet_of(page.section.sheets, RequestSheet)
    edit = line_of(found.reader_box)
    QTest.keyClicks(edit, "M-2")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert found.reader_box.text() == "Rangga Cendana"
    assert found.wish().person is not None


def test_a_request_by_keys_is_handed_over_taken_back_or_closed(
    page: RoomsPage, room: ReadingSection, desk: Desk
) -> None:
    first = reading.ask_item(desk, InHouseKind.REQUEST, None, title="Peta lama")
    reading.ask_item(desk, InHouseKind.REQUEST, None, title="Koran lama")
    page.activate()
    press(page, "Ctrl+E")
    assert "Diserahkan. Peta lama" in spoken(room._form.answer)
    chosen = room.chosen_request()
    assert chosen is not None
    assert chosen.use.id == first.id  # the choice stays on its line
    press(page, "Ctrl+E")
    assert "Diterima kembali. Peta lama" in spoken(room._form.answer)
    press(page, "Ctrl+D")
    found = sheet_of(page.section.sheets, AskSheet)
    found.accept()
    assert found.rows["note"].error()
    fill(found, note="tidak ada di rak").accept()
    assert "Permintaan ditutup. Koran lama" in spoken(room._form.answer)
    assert not reading.open_requests(desk)


def test_a_pile_is_counted_without_scanning(page: RoomsPage, room: ReadingSection, desk: Desk) -> None:
    press(page, "Ctrl+U")
    found = sheet_of(page.section.sheets, PileSheet)
    found.books.set_value(14)
    found.ddc_class.set_value("800")
    found.accept()
    assert "14 buku 800 Sastra" in spoken(room._form.answer)
    assert reading.day_counts(desk).by_class == {"800": 14}
    assert room._form.count.text() == "14"


def test_books_go_back_by_class_and_the_list_can_be_taken_along(
    page: RoomsPage, room: ReadingSection, desk: Desk, tmp_path: Path
) -> None:
    scan(page, "B1", "B2", "B2", "X-1")
    press(page, "Ctrl+T")
    assert room.side() == SHELVES
    assert [line[0] for line in texts(room._rows)] == ["700 Seni, olahraga", "800 Sastra", "tanpa klas"]
    room.write_list(tmp_path / "rak.pdf")
    assert "Tenun ikat" in text_of((tmp_path / "rak.pdf").read_bytes())
    assert str(tmp_path / "rak.pdf") in page.said()
    press(page, "Down")
    press(page, "Ctrl+E")
    assert "1 buku 800 Sastra sudah di rak." in page.said()
    assert [group.ddc_class for group in reading.reshelving(desk)] == ["700", ""]
    press(page, "Ctrl+Shift+E")
    assert not reading.reshelving(desk)
    assert "Semua 2 buku" in page.said()


def test_undo_takes_the_last_one_back_and_any_line_with_a_reason(
    page: RoomsPage, room: ReadingSection, desk: Desk
) -> None:
    scan(page, "B1", "B2", "B3")
    press(page, "Ctrl+Z")
    assert "Dibatalkan. Ensiklopedi flora" in spoken(room._form.answer)
    assert reading.day_counts(desk).books == 2
    room._form.readings.select_row(1)
    press(page, "Ctrl+Delete")
    found = sheet_of(page.section.sheets, AskSheet)
    fill(found, reason="salah pindai").accept()
    assert "Dibatalkan. Tenun ikat" in spoken(room._form.answer)
    assert [line[1] for line in texts(room._readings)] == ["Pelangi"]
    press(page, "Ctrl+Z")
    press(page, "Ctrl+Z")
    assert "belum ada yang bisa dibatalkan" in page.said()


def test_the_room_stays_chosen_at_this_counter(
    page: RoomsPage, room: ReadingSection, shell: Shell, qtbot: QtBot
) -> None:
    chosen = next(one for one in guest_books.rooms(shell.desk) if one.code == "REF")
    room.room.set_value(chosen.id)
    room.room.changed.emit()
    scan(page, "B1")
    assert reading.day_counts(shell.desk).by_room == {chosen.id: 1}
    again = shown(RoomsPage(shell), qtbot).sections[READING]
    assert isinstance(again, ReadingSection)
    assert again.room_id() == chosen.id
    assert again._form.count.text() == "1"


def test_a_visitors_slip_leads_to_the_guestbook_but_says_who_sits_down_in_the_internet_room(
    page: RoomsPage, desk: Desk
) -> None:
    number = guestbook.check_in_guest(desk, GuestForm("Tamu Satu", sex="L")).visit.visitor_no
    led: list[HouseCode] = []
    page.shell.ways.house.connect(led.append)
    scan(page, number)
    assert [code.thing for code in led] == [HouseThing.VISITOR]
    page.show_section(INTERNET)
    scan(page, number)
    assert len(led) == 1
    assert "Tamu Satu" in internet(page).person.words()


def test_a_photocopy_slip_brings_its_section_to_the_front(page: RoomsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[HouseCode] = []
    monkeypatch.setattr(page.sections[PHOTOCOPY], "take_code", taken.append)
    code = HouseCode(HouseThing.PHOTOCOPY, "F261124-L1-001", Id("f" * 32), True)
    page.take_code(code)
    assert page.section is page.sections[PHOTOCOPY]
    assert taken == [code]


# ---- the internet room ----------------------------------------------------------------------------------------------


def internet(page: RoomsPage) -> InternetSection:
    section = page.sections[INTERNET]
    assert isinstance(section, InternetSection)
    return section


def seat_of(desk: Desk, number: str) -> InternetSeat:
    return next(seat for seat in internet_seats.seats(desk, retired=True) if seat.number == number)


def person_of(desk: Desk, code: str) -> Person | None:
    with desk.view() as act:
        return find_person(act, code)


def tile(page: RoomsPage, number: str) -> tuple[TileState, str]:
    found = internet(page)._form.board.tile(seat_of(page.shell.desk, number).id)
    assert found is not None
    return found.state, found.figure


def test_a_card_and_enter_start_and_end_a_session(net_page: RoomsPage, desk: Desk) -> None:
    scan(net_page, "M-1")
    assert internet(net_page).go_button.accessibleName().startswith("Mulai")
    scan(net_page, "")
    assert "Komputer 1: Melati Kenari" in internet(net_page).answer()
    assert "Simpan kartunya." in internet(net_page).answer()
    assert tile(net_page, "1") == (TileState.TAKEN, "45:00")
    assert [card.name for card in net.held_cards(desk)] == ["Melati Kenari"]
    clock(desk).advance(minutes=20)
    scan(net_page, "M-1", "")
    assert "Kembalikan kartu Melati Kenari" in internet(net_page).answer()
    assert "dipakai 20 menit" in internet(net_page).answer()
    assert tile(net_page, "1")[0] is TileState.FREE
    assert not net.held_cards(desk)


def test_sitting_down_takes_from_the_card_to_the_start(net_page: RoomsPage, desk: Desk) -> None:
    scan(net_page, "M-1")
    clock(desk).advance(seconds=50)
    scan(net_page, "")
    stamp = next(one.stamp for one in reversed(journal(desk)) if isinstance(one.event, e.SessionStarted))
    assert stamp.done_at - stamp.began_at >= timedelta(seconds=50)


def test_the_purpose_goes_into_the_register(net_page: RoomsPage, desk: Desk) -> None:
    scan(net_page, "M-1")
    internet(net_page).purpose.set_value("Mengetik")
    scan(net_page, "")
    assert net.day_use(desk).by_purpose == {"Mengetik": 1}
    assert internet(net_page).purpose.value() == ""


def test_a_number_chooses_the_computer_and_an_end_without_card_is_asked(net_page: RoomsPage, desk: Desk) -> None:
    scan(net_page, "2", "M-1", "")
    assert tile(net_page, "2")[0] is TileState.TAKEN
    scan(net_page, "2", "")
    found = sheet_of(net_page.section.sheets, EndSheet)
    found.card_back.setChecked(False)
    found.how.set_value("power")
    found.accept()
    assert "Kartu Melati Kenari masih di meja" in internet(net_page).answer()
    [line] = net.day_log(desk)
    assert (line.session.end_how, line.session.card_held) == ("power", True)
    assert texts(internet(net_page)._held)[0][2] == "tertinggal"
    press(net_page, "Ctrl+K")
    assert "Kartu Melati Kenari sudah kembali" in internet(net_page).answer()
    assert not net.held_cards(desk)


def test_a_card_that_was_left_behind_goes_back_by_its_owners_name(net_page: RoomsPage, desk: Desk) -> None:
    scan(net_page, "M-1", "")
    net.end(desk, net.board(desk)[0].session.id, card_back=False)  # type: ignore[union-attr]
    net_page.activate()
    scan(net_page, "M-1")
    assert internet(net_page).go_button.accessibleName().startswith("Kartu kembali")
    scan(net_page, "")
    assert not net.held_cards(desk)


def test_arrows_walk_the_board_from_the_scan_box(net_page: RoomsPage, desk: Desk) -> None:
    scan(net_page, "1")
    press(net_page, "Right")
    press(net_page, "Right")
    press(net_page, "Left")
    assert internet(net_page).room.seat_id == seat_of(desk, "2").id
    press(net_page, "Escape")
    assert internet(net_page).room.seat_id is None


def test_an_expired_card_needs_the_supervisors_word(net_page: RoomsPage, desk: Desk) -> None:
    add_member(desk, "M-9", name="Ogi Habis", valid_until=date(2026, 1, 2))
    scan(net_page, "M-9")
    assert "habis masa berlaku" in internet(net_page).person.words()
    scan(net_page, "")
    assert "habis masa berlakunya" in net_page.said()
    assert tile(net_page, "1")[0] is TileState.FREE
    press(net_page, "F12")
    found = sheet_of(net_page.section.sheets, SignedSheet)
    sign(found, "tugas sekolah", secret="salah")
    assert "tidak cocok" in found.rows["secret"].error()
    sign(found, "tugas sekolah")
    assert tile(net_page, "1")[0] is TileState.TAKEN
    assert "OverrideGranted" in event_types(desk, 2)
    press(net_page, "F12")
    assert "Tidak ada yang menunggu persetujuan" in net_page.said()


def test_a_guest_without_any_paper_is_served_by_name_on_the_supervisors_word(net_page: RoomsPage, desk: Desk) -> None:
    scan(net_page, "Tamu Jauh")
    assert net_page._form.scan_box.suggestions_shown()
    QTest.keyClick(box(net_page), Qt.Key.Key_Return)
    assert "Tamu tanpa kartu dan slip" in internet(net_page).person.words()
    scan(net_page, "")
    assert "memerlukan kartu anggota" in net_page.said()
    press(net_page, "F12")
    sign(sheet_of(net_page.section.sheets, SignedSheet), "tugas sekolah")
    assert net.board(desk)[0].name == "Tamu Jauh"
    assert not net.held_cards(desk)


def test_a_code_nobody_knows_stays_in_the_box(net_page: RoomsPage) -> None:
    scan(net_page, "Q-404")
    assert "bukan kartu, slip, atau nomor komputer" in net_page.said()
    assert box(net_page).text() == "Q-404"
    assert heard(net_page.shell) == ["refused"]


def test_who_waits_is_called_when_a_computer_is_free(net_page: RoomsPage, desk: Desk) -> None:
    scan(net_page, "M-1", "", "M-2", "", "M-3", "")
    scan(net_page, "M-4")
    assert internet(net_page).go_button.accessibleName().startswith("Masukkan antrean")
    scan(net_page, "")
    assert "Bayu Kamboja masuk antrean" in internet(net_page).answer()
    scan(net_page, "M-4", "")  # asked twice, he waits once
    assert len(net.waiting(desk)) == 1
    press(net_page, "Escape")
    scan(net_page, "M-2", "")
    assert tile(net_page, "2")[0] is TileState.CALLED
    scan(net_page, "2", "")
    assert "Komputer 2: Bayu Kamboja" in internet(net_page).answer()
    assert not net.waiting(desk)


def test_the_queue_may_be_left(net_page: RoomsPage, desk: Desk) -> None:
    scan(net_page, "M-1")
    press(net_page, "Ctrl+J")
    assert len(net.waiting(desk)) == 1
    press(net_page, "Ctrl+Delete")
    assert not net.waiting(desk)
    assert "keluar dari antrean" in internet(net_page).answer()


def test_more_time_once_and_then_on_the_supervisors_word(net_page: RoomsPage, desk: Desk) -> None:
    scan(net_page, "M-1", "", "1")
    press(net_page, "Ctrl+R")
    assert "Seluruhnya 60 menit." in internet(net_page).answer()
    assert tile(net_page, "1")[1].startswith("59:5")
    scan(net_page, "1")
    press(net_page, "Ctrl+R")
    assert "Sudah diperpanjang 1 kali" in net_page.said()
    press(net_page, "F12")
    sign(sheet_of(net_page.section.sheets, SignedSheet), "tugas sekolah")
    assert net.board(desk)[0].session.minutes == 75  # type: ignore[union-attr]


def test_moving_keeps_the_time(net_page: RoomsPage, desk: Desk) -> None:
    scan(net_page, "M-1", "")
    clock(desk).advance(minutes=5)
    scan(net_page, "1")
    press(net_page, "Ctrl+T")
    found = sheet_of(net_page.section.sheets, MoveSheet)
    found.to.set_value(seat_of(desk, "3").id)
    found.accept()
    assert tile(net_page, "1")[0] is TileState.FREE
    state, figure = tile(net_page, "3")
    assert state is TileState.TAKEN
    assert figure.startswith("39:5")
    scan(net_page, "M-1", "2")  # his own computer, then a free one: Enter moves him
    assert internet(net_page).go_button.accessibleName().startswith("Pindahkan")
    scan(net_page, "")
    assert tile(net_page, "2")[0] is TileState.TAKEN


def test_times_go_on_by_themselves_and_are_heard_once(net_page: RoomsPage, desk: Desk) -> None:
    scan(net_page, "M-1", "")
    told: list[int] = []
    net_page.overruns.connect(told.append)
    heard(net_page.shell).clear()
    clock(desk).advance(minutes=40)
    for _ in range(3):
        internet(net_page).show_times()
    assert tile(net_page, "1") == (TileState.WARNED, "5:00")
    assert heard(net_page.shell) == ["attention"]
    assert "hampir habis" in net_page.said()
    clock(desk).set(clock(desk).now() + timedelta(days=400))  # a wrong date ends nobody's time
    internet(net_page).show_times()
    assert tile(net_page, "1") == (TileState.WARNED, "5:00")
    clock(desk).advance(minutes=8, seconds=5)
    for _ in range(3):
        internet(net_page).show_times()
    assert tile(net_page, "1") == (TileState.OVERDUE, "+3:05")
    assert heard(net_page.shell) == ["attention", "warning"]
    assert told == [1]


def test_the_timer_of_the_page_shows_the_time_that_passed(net_page: RoomsPage, desk: Desk, qtbot: QtBot) -> None:
    scan(net_page, "M-1", "")
    clock(desk).advance(minutes=1)
    qtbot.waitUntil(lambda: tile(net_page, "1")[1] == "44:00", timeout=5000)


def test_a_power_cut_takes_no_minute_of_use(net_page: RoomsPage, desk: Desk, qtbot: QtBot) -> None:
    scan(net_page, "M-1", "")
    clock(desk).advance(minutes=15)
    session_clock.tick(desk)
    clock(desk).advance(seconds=9)  # not noted any more
    clock(desk).boot_id, clock(desk)._mono_ms = "after the cut", 20_000
    again = shown(RoomsPage(net_page.shell), qtbot)
    again.show_section(INTERNET)
    assert tile(again, "1") == (TileState.TAKEN, "30:00")
    with desk.view() as act:
        assert len(session_clock.reckonings(act)) == 1


def test_a_computer_that_does_not_work_is_offered_to_nobody(net_page: RoomsPage, desk: Desk) -> None:
    scan(net_page, "1")
    press(net_page, "Ctrl+O")
    found = sheet_of(net_page.section.sheets, AskSheet)
    found.accept()
    assert found.rows["reason"].error()
    fill(found, reason="layar padam").accept()
    assert tile(net_page, "1")[0] is TileState.OUT
    scan(net_page, "M-1", "")
    assert tile(net_page, "2")[0] is TileState.TAKEN
    scan(net_page, "1")
    press(net_page, "Ctrl+O")
    assert tile(net_page, "1")[0] is TileState.FREE


def test_a_start_by_mistake_is_taken_back_with_a_reason(net_page: RoomsPage, desk: Desk) -> None:
    press(net_page, "Ctrl+Z")
    assert "Tidak ada sesi yang baru dimulai" in net_page.said()
    scan(net_page, "M-1", "")
    press(net_page, "Ctrl+Z")
    fill(sheet_of(net_page.section.sheets, AskSheet), reason="salah orang").accept()
    assert tile(net_page, "1")[0] is TileState.FREE
    assert net.day_use(desk).sessions == 0
    with desk.view() as act:
        assert act.driver.execute("SELECT state FROM internet_session").fetchall() == [(SessionState.CANCELLED.value,)]


def test_the_register_of_a_day_and_a_month(net_page: RoomsPage, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    scan(net_page, "M-1", "")
    clock(desk).advance(minutes=30)
    scan(net_page, "M-1", "")
    internet(net_page).acts.show_log()
    found = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, LogSheet))
    qtbot.waitUntil(found.isVisible)
    assert texts(found._model)[0][1:4] == ["Melati Kenari", "M-1", "1"]
    assert found.sums.text() == "1 sesi, 30 menit"
    found.period.set_current("last")
    found.period.changed.emit("last")
    assert not found.accept_button().isEnabled()
    found.reject()
    path = tmp_path / "internet.pdf"
    internet(net_page).acts.write_log(Period(TODAY, month=True), net.month_log(desk, 2026, 11), path)
    assert "Bulan November 2026" in text_of(path.read_bytes())
    assert "Melati Kenari" in text_of(path.read_bytes())


def test_however_often_it_is_asked_for_the_newest_is_shown_last(
    page: RoomsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[Callable[[], None]] = []

    def later(fetch: Callable[[], int], show: Callable[[int], None], *_: object, **__: object) -> None:
        waiting.append(lambda: show(fetch()))

    monkeypatch.setattr(page.shell.jobs, "start", later)
    seen: list[int] = []
    for _ in range(5):
        internet(page).read_all(lambda: len(seen), seen.append)
    assert len(waiting) == 1
    for _ in range(2):
        waiting.pop()()
    assert seen == [0, 1]
    assert not waiting


def test_what_another_counter_did_is_seen(net_page: RoomsPage, desk: Desk) -> None:
    net.start(desk, seat_of(desk, "3").id, person_of(desk, "M-2"))
    net_page.shell.changes.tell("rooms", None)
    assert tile(net_page, "3")[0] is TileState.TAKEN


def test_the_sections_change_by_keys_and_the_box_says_what_it_takes(page: RoomsPage) -> None:
    press(page, "Ctrl+2")
    assert page.section is page.sections[INTERNET]
    assert "nomor komputer" in box(page).placeholderText()
    press(page, "Ctrl+1")
    assert "buku di meja" in box(page).placeholderText()
    assert box(page).hasFocus()
    assert page.findChildren(ScanBox)


# ---- settings: the computers ----------------------------------------------------------------------------------------


@pytest.fixture
def seats(shell: Shell, qtbot: QtBot) -> Iterator[SeatsSection]:
    shell.desk.operator = operator(shell.desk, SUPERVISOR)
    settings = SettingsPage(shell)
    qtbot.addWidget(settings)
    settings.resize(1366, 640)
    settings.show()
    section = settings.show_section(SeatsSection)
    assert isinstance(section, SeatsSection)
    section.activate()
    yield section
    settings.close()


def test_several_computers_are_written_down_at_once(seats: SeatsSection, desk: Desk) -> None:
    assert seats.editors["first"].value() == 4
    seats.editors["last"].set_value(6)
    seats.editors["columns"].set_value(2)
    seats.save()
    assert [seat.number for seat in internet_seats.seats(desk)] == ["1", "2", "3", "4", "5", "6"]
    assert seats._model.rowCount() == 6


def test_a_taken_number_is_said_at_its_field_and_stays_typed(seats: SeatsSection, desk: Desk) -> None:
    seats.pick(seat_of(desk, "1").id)
    seats.editors["number"].set_value("2")
    seats.save()
    assert "sudah dipakai komputer lain" in seats.rows["number"].error()
    assert seats.editors["number"].value() == "2"
    seats.editors["number"].set_value("PC 1")
    seats.save()
    assert seat_of(desk, "PC 1").row == 1


def test_a_computer_in_use_is_not_taken_away(seats: SeatsSection, desk: Desk) -> None:
    person = person_of(desk, "M-1")
    session = net.start(desk, seat_of(desk, "1").id, person).session
    said: list[str] = []
    seats.said.connect(lambda sentence, _kind: said.append(sentence))
    seats.pick(seat_of(desk, "1").id)
    seats.retire()
    assert "Komputer 1 sedang dipakai." in said[-1]
    net.end(desk, session.id, card_back=True)
    seats.retire()
    assert seat_of(desk, "1") == replace(seat_of(desk, "1"), retired=True)
    assert "dihapus dari papan" in said[-1]
    seats.retire()
    assert not seat_of(desk, "1").retired
