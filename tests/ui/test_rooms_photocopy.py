"""The photocopy section on real services: copies here, books outside against a slip, back only with it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fakes import PASSWORDS, SUPERVISOR
from hands import clock, fill, in_front, scan_into, sheet_of, show_section, sign, spoken, type_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from stock import add_item, add_member, add_title, adopt_tariff, journal, row, set_rule
from tills import sit_down

from loket.domain import events as e
from loket.domain.entities import ChargeKind, CopyState, Id, PhotocopyJob, Receipt, Tariff
from loket.services import bills, cash_shift, photocopies
from loket.services.desk import Desk
from loket.services.house_codes import HouseCode, recognise
from loket.services.photocopies import COPY_NOTICE, JobLine, OutLine
from loket.services.visitors import Person
from loket.ui import language
from loket.ui.pages.cash_sheets import SignedSheet
from loket.ui.pages.members_sheets import AskSheet
from loket.ui.pages.rooms import RoomsPage
from loket.ui.pages.rooms_photocopy import PhotocopySection, is_name
from loket.ui.presenters.photocopy import Ask, CopyWay, Draft, PayWay
from loket.ui.shell import Shell
from loket.ui.texts import INVALID
from loket.ui.texts_rooms_more import NOTICE, span_words

CARD, GUEST = "L1-2600012", "Rafael Kolo"


@pytest.fixture
def desk(desk: Desk) -> Desk:
    add_member(desk, CARD, name="Maria Contoh")
    for number in (1, 2, 3):
        add_item(desk, f"B0000{number}", add_title(desk, f"Buku {number}"))
    return desk


@pytest.fixture
def paper(desk: Desk) -> Tariff:
    return adopt_tariff(desk, ChargeKind.PHOTOCOPY, 300, name="Fotokopi A4", unit="lembar")


@pytest.fixture
def section(shell: Shell, qtbot: QtBot) -> PhotocopySection:
    made = PhotocopySection(shell)
    qtbot.addWidget(made)
    made.resize(1334, 560)
    return made


def enter(section: PhotocopySection) -> None:
    scan_into(section, "")


def write(editor: QLineEdit, text: str) -> None:
    editor.setFocus()
    type_in(editor, text)


def out(desk: Desk) -> tuple[OutLine, ...]:
    return photocopies.still_out(desk)


def today(desk: Desk) -> tuple[JobLine, ...]:
    return photocopies.todays_jobs(desk)


def code_of(desk: Desk, number: str) -> HouseCode:
    with desk.view() as act:
        found = recognise(act, number)
    assert found is not None
    return found


def take_out(section: PhotocopySection, *books: str, last4: str = "1234") -> PhotocopyJob:
    section.view.way_chosen.emit(CopyWay.OUT)
    scan_into(section, CARD, *books)
    write(section.view.pledge_last4, last4)
    enter(section)
    return out(section.shell.desk)[-1].job


# ---- copies made here -----------------------------------------------------------------------------------------------


def test_a_members_copies_go_on_his_account(section: PhotocopySection, desk: Desk, paper: Tariff) -> None:
    show_section(section)
    scan_into(section, CARD, "B00001", "B00001")
    write(section.view.pages, "12")
    assert section.view.form.sum.text() == "Rp3.600"
    enter(section)
    job = today(desk)[0].job
    assert (job.pages, job.amount_rp, job.barcodes, job.state) == (12, 3_600, ("B00001",), CopyState.MADE)
    assert job.member_id is not None
    assert bills.bill_of(desk, job.member_id).owed_rp == 3_600
    assert "Rp3.600 masuk tagihannya" in spoken(section.view.form.answer)
    draft = section.draft
    assert (draft.person, draft.books, draft.pages, draft.tariff) == (None, (), None, paper), "ready for the next one"
    assert section.view.pages.text() == ""


def test_somebody_without_a_name_pays_at_once_and_hears_his_change(
    section: PhotocopySection, desk: Desk, paper: Tariff
) -> None:
    cash_shift.open_shift(desk, cash_shift.last_float(desk))
    show_section(section)
    write(section.view.pages, "7")
    write(section.view.received, "5000")
    assert "Kembalian Rp2.900" in section.view.form.sumDetail.text()
    QTest.keyClick(section.view.received, Qt.Key.Key_Return)
    job = today(desk)[0].job
    assert job.receipt_id is not None
    assert row(desk, Receipt, job.receipt_id).total_rp == 2_100
    assert "Kembalian Rp2.900" in spoken(section.view.form.answer)


def test_without_an_open_drawer_nothing_is_lost(section: PhotocopySection, desk: Desk, paper: Tariff) -> None:
    show_section(section)
    scan_into(section, "B00001")
    write(section.view.pages, "7")
    enter(section)
    assert "Laci" in spoken(section.view.form.answer)
    assert today(desk) == ()
    assert (section.view.pages.value(), len(section.draft.books)) == (7, 1)


def test_money_that_does_not_suffice_is_said_beside_it(section: PhotocopySection, desk: Desk, paper: Tariff) -> None:
    cash_shift.open_shift(desk, cash_shift.last_float(desk))
    show_section(section)
    write(section.view.pages, "7")
    write(section.view.received, "1000")
    assert "Masih kurang Rp1.100" in section.view.form.sumDetail.text()
    enter(section)
    assert "Rp2.100" in section.view.form.paid.error()
    assert today(desk) == ()
    assert section.view.received.text() == "1.000"


def test_qris_asks_for_its_reference_first(section: PhotocopySection, desk: Desk, paper: Tariff) -> None:
    show_section(section)
    write(section.view.pages, "2")
    section.view.pay.set_current(PayWay.QRIS.value)
    section.view.pay.changed.emit(PayWay.QRIS.value)
    enter(section)
    assert section.view.reference.hasFocus()
    write(section.view.reference, "QR-77")
    QTest.keyClick(section.view.reference, Qt.Key.Key_Return)
    receipt_id = today(desk)[0].job.receipt_id
    assert receipt_id is not None
    assert row(desk, Receipt, receipt_id).reference == "QR-77"


def test_enter_on_an_empty_counter_goes_to_the_sheets(section: PhotocopySection, desk: Desk, paper: Tariff) -> None:
    show_section(section)
    enter(section)
    assert section.view.pages.hasFocus()
    assert today(desk) == ()


def test_more_sheets_than_can_be_are_refused_beside_the_field(section: PhotocopySection, desk: Desk) -> None:
    show_section(section)
    write(section.view.pages, "99999")
    enter(section)
    assert section.view.form.pages.error()
    assert section.view.pages.text() == "99.999"
    assert today(desk) == ()


def test_copies_cost_nothing_where_there_is_no_tariff(section: PhotocopySection, desk: Desk) -> None:
    show_section(section)
    write(section.view.pages, "3")
    enter(section)
    assert today(desk)[0].job.amount_rp == 0
    assert "Tanpa biaya" in spoken(section.view.form.answer)


def test_cash_is_asked_for_as_the_coins_allow(section: PhotocopySection, desk: Desk, paper: Tariff) -> None:
    set_rule(desk, "cash_rounding_rp", 500)
    show_section(section)
    write(section.view.pages, "6")
    assert section.view.form.sum.text() == "Rp2.000"
    section.view.pay.set_current(PayWay.QRIS.value)
    section.view.pay.changed.emit(PayWay.QRIS.value)
    assert section.view.form.sum.text() == "Rp1.800"


def test_a_mistake_is_undone_with_its_charge(section: PhotocopySection, desk: Desk, paper: Tariff) -> None:
    show_section(section)
    scan_into(section, CARD)
    write(section.view.pages, "12")
    enter(section)
    member_id = today(desk)[0].job.member_id
    section.undo()
    sheet = sheet_of(section.sheets, AskSheet)
    sheet.accept()
    assert sheet.rows["reason"].error(), "a reason is asked for"
    fill(sheet, reason="salah hitung").accept()
    assert section.sheets.sheet is None
    assert member_id is not None
    assert bills.bill_of(desk, member_id).owed_rp == 0
    assert "Dibatalkan" in spoken(section.view.form.answer)


# ---- books that go outside ------------------------------------------------------------------------------------------


def test_enter_asks_for_what_is_missing_in_turn(section: PhotocopySection, desk: Desk) -> None:
    said = show_section(section)
    section.view.way_chosen.emit(CopyWay.OUT)
    enter(section)
    assert "kartu pembawanya" in said[-1][0]
    scan_into(section, GUEST)
    enter(section)
    assert "buku yang dibawa" in said[-1][0]
    scan_into(section, "B00001")
    enter(section)
    assert section.view.pledge_last4.hasFocus()
    write(section.view.pledge_last4, "1234")
    write(section.view.valuables, "tas laptop")
    QTest.keyClick(section.view.valuables, Qt.Key.Key_Return)
    line = out(desk)[0]
    assert (line.who, line.job.pledge_type, line.job.pledge_last4) == (GUEST, "KTP", "1234")
    assert line.job.number in spoken(section.view.form.answer)
    assert "KTP ····1234, tas laptop" in spoken(section.view.form.answer)


def test_what_one_brought_is_not_the_next_ones(section: PhotocopySection, desk: Desk, paper: Tariff) -> None:
    show_section(section)
    section.view.way_chosen.emit(CopyWay.OUT)
    scan_into(section, CARD, "B00001")
    section.view.pledge_type.setCurrentText("SIM")
    write(section.view.pledge_last4, "77A1")
    write(section.view.valuables, "dompet")
    enter(section)
    assert out(desk)[0].job.pledge_type == "SIM"
    assert section.view.pledge_type.currentText() == "KTP"
    assert (section.view.pledge_last4.text(), section.view.valuables.text()) == ("", "")
    assert section.draft.pay is PayWay.CASH


def test_a_whole_identity_number_is_refused_and_stays_typed(section: PhotocopySection, desk: Desk) -> None:
    show_section(section)
    section.view.way_chosen.emit(CopyWay.OUT)
    scan_into(section, CARD, "B00001")
    write(section.view.pledge_last4, "0000111122223333")
    enter(section)
    assert section.view.form.pledge_last4.error()
    assert section.view.pledge_last4.text() == "0000111122223333"
    assert out(desk) == ()


def test_the_slip_brings_the_books_back(section: PhotocopySection, desk: Desk) -> None:
    said = show_section(section)
    job = take_out(section, "B00001", "B00002")
    clock(desk).advance(minutes=30)
    section.take_code(code_of(desk, job.number))
    assert "KTP ····1234" in section.view.form.backHeld.text()
    assert "1 jam 30 menit lagi" in spoken(section.view.form.answer)
    scan_into(section, "B00002")
    assert section.view.form.backCheck.text() == "1 dari 2 buku sudah diperiksa."
    scan_into(section, "B00003")
    assert "tidak dibawa keluar" in said[-1][0]
    scan_into(section, "B00001")
    assert "Semua 2 buku" in section.view.form.backCheck.text()
    enter(section)
    assert out(desk) == ()
    back = row(desk, PhotocopyJob, job.id)
    assert (back.state, back.slip_shown) == (CopyState.BACK, True)
    assert "Sudah kembali" in spoken(section.view.form.answer)


def test_late_books_are_said_to_be_late(section: PhotocopySection, desk: Desk) -> None:
    show_section(section)
    job = take_out(section, "B00001")
    clock(desk).advance(minutes=135)
    section.activate()
    index = section.view.form.outside.model().index(0, 0)
    assert index.data() == "terlambat 15 menit"
    section.take_code(code_of(desk, job.number))
    assert spoken(section.view.form.answer).startswith("Terlambat")


def test_both_ways_take_from_the_first_scan_to_the_enter(section: PhotocopySection, desk: Desk) -> None:
    show_section(section)
    began = clock(desk).now()
    job = take_out(section, "B00001")
    clock(desk).advance(minutes=30)
    section.take_code(code_of(desk, job.number))
    came = clock(desk).now()
    clock(desk).advance(seconds=35)
    enter(section)
    told = {type(one.event): one.stamp for one in journal(desk)}
    assert told[e.PhotocopyOut].began_at - began < timedelta(seconds=5)
    assert told[e.PhotocopyBack].began_at == came
    assert told[e.PhotocopyBack].done_at - came >= timedelta(seconds=35)


def test_a_slip_whose_books_are_back_says_so(section: PhotocopySection, desk: Desk) -> None:
    said = show_section(section)
    job = take_out(section, "B00001")
    code = code_of(desk, job.number)
    section.take_code(code)
    enter(section)
    section.take_code(code)
    assert job.number in said[-1][0]
    assert section.back is None


def test_without_the_slip_a_second_person_is_needed(section: PhotocopySection, desk: Desk) -> None:
    show_section(section)
    job = take_out(section, "B00001")
    section.view.back_wanted.emit()
    assert not section.view.go.isEnabled()
    enter(section)
    assert len(out(desk)) == 1, "Enter alone gives nothing back"
    section.view.lost_wanted.emit()
    sheet = sheet_of(section.sheets, SignedSheet)
    sign(sheet, "nota hilang", secret="salah-sama-sekali")
    assert sheet.rows["secret"].error()
    assert len(out(desk)) == 1
    fill(sheet, secret=PASSWORDS[SUPERVISOR]).accept()
    back = row(desk, PhotocopyJob, job.id)
    assert (back.state, back.slip_shown, back.note) == (CopyState.BACK, False, "nota hilang")
    assert section.sheets.sheet is None
    assert "disetujui pengawas" in spoken(section.view.form.answer)


def test_a_supervisor_does_not_approve_himself(section: PhotocopySection, desk: Desk) -> None:
    show_section(section)
    take_out(section, "B00001")
    sit_down(desk, SUPERVISOR)
    section.view.back_wanted.emit()
    section.view.lost_wanted.emit()
    sheet = sheet_of(section.sheets, SignedSheet)
    sign(sheet, "nota hilang")
    assert sheet.rows["secret"].error()
    assert len(out(desk)) == 1


def test_a_book_that_is_outside_does_not_go_twice(section: PhotocopySection, desk: Desk) -> None:
    show_section(section)
    job = take_out(section, "B00001")
    scan_into(section, GUEST, "B00001")
    write(section.view.pledge_last4, "9876")
    enter(section)
    assert spoken(section.view.form.answer).startswith("Masih di luar. Buku 1")
    assert job.number in spoken(section.view.form.answer)
    assert len(out(desk)) == 1
    assert section.draft.guest == GUEST


def test_a_book_scanned_by_mistake_is_taken_off(section: PhotocopySection) -> None:
    show_section(section)
    scan_into(section, "B00001", "B00002")
    section.view.form.books.activated_row.emit(0)
    assert [book.barcode for book in section.draft.books] == ["B00002"]


def test_esc_clears_the_counter(section: PhotocopySection) -> None:
    show_section(section)
    scan_into(section, CARD, "B00001")
    section.escape()
    assert section.draft.person is None
    assert section.draft.books == ()


# ---- who is meant ---------------------------------------------------------------------------------------------------


def test_typing_offers_members_and_last_a_mere_name(section: PhotocopySection) -> None:
    show_section(section)
    offered: list[object] = []
    section.suggested.connect(lambda found, text: offered.extend(found))
    section.take_typed("maria")
    assert [one.title for one in offered] == ["Maria Contoh", "Bukan anggota: maria"]  # type: ignore[attr-defined]
    section.take_choice(offered[1].key)  # type: ignore[attr-defined]
    assert section.draft.guest == "maria"
    section.take_choice(offered[0].key)  # type: ignore[attr-defined]
    assert section.draft.person is not None
    assert section.draft.guest == ""


@pytest.mark.parametrize(
    ("text", "named"), [("Rafael Kolo", True), ("B00001", False), ("9789799", False), ("–", False)]
)  # fmt: skip
def test_a_name_has_letters_and_no_digits(text: str, named: bool) -> None:
    assert is_name(text) is named


def test_only_a_member_can_be_billed(paper: Tariff) -> None:
    member = Person(Id("a" * 32), None, "Maria", CARD)
    guest = Person(None, Id("b" * 32), "Rafael", "P261124-L1-001")
    draft = Draft(tariff=paper, pages=3)
    assert draft.served(member).pay is PayWay.BILL
    assert draft.served(member).pay_now() is None
    assert draft.served(member).served(guest).pay is PayWay.CASH
    assert draft.served(None, "Rafael").pay_now() is not None


def test_what_is_asked_next(paper: Tariff) -> None:
    draft = Draft(tariff=paper)
    assert draft.ask is Ask.PAGES
    assert Draft(tariff=paper, pages=2).ask is Ask.NOTHING
    assert Draft(tariff=paper, pages=2, pay=PayWay.QRIS).ask is Ask.REFERENCE
    assert Draft(way=CopyWay.OUT).ask is Ask.PERSON


@pytest.mark.parametrize(
    ("minutes", "words"), [(-3, "0 menit"), (45, "45 menit"), (60, "1 jam"), (125, "2 jam 5 menit")]
)  # fmt: skip
def test_a_span_of_minutes_in_words(minutes: int, words: str) -> None:
    assert span_words(minutes) == words


def test_the_screen_says_what_the_slip_says() -> None:
    assert NOTICE == COPY_NOTICE


@pytest.mark.parametrize(
    "code",
    [
        "number_out_of_range", "tariff_gone", "guest_pays_now", "text_too_long", "identity_typed", "books_missing",
        "text_missing", "phone_form", "pledge_missing", "pledge_last4", "pledge_whole_number", "reason_missing",
        "received_too_little", "reference_missing",
    ],
)  # fmt: skip
def test_every_mistake_has_its_sentence(code: str) -> None:
    assert INVALID[code]


# ---- on the page ----------------------------------------------------------------------------------------------------


def test_a_card_scanned_in_a_field_of_figures_is_no_figure(shell: Shell, qtbot: QtBot, paper: Tariff) -> None:
    page = RoomsPage(shell)
    qtbot.addWidget(page)
    in_front(page)
    page.show_section("photocopy")
    section = page.section
    assert isinstance(section, PhotocopySection)
    section.view.pages.setFocus()
    QTest.keyClicks(section.view.pages, "7r")
    box = page._form.scan_box
    assert section.view.pages.text() == ""
    assert box.text() == "7r"
    type_in(box.focusProxy(), "afael")
    assert box.text() == "7rafael", "what strays into the box is typed on, not over"


def test_everything_is_said_in_english_too(section: PhotocopySection, desk: Desk, qapp: QApplication) -> None:
    show_section(section)
    take_out(section, "B00001")
    language.use("en")
    try:
        section.retranslate()
        assert "10:00" not in spoken(section.view.form.answer), "an hour and two more are noon"
        assert "12:00" in spoken(section.view.form.answer)
    finally:
        language.use("id")
        section.retranslate()
    assert "12.00" in spoken(section.view.form.answer)
