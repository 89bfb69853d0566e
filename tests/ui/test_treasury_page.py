"""The page "Bendahara" on real services: received, deposited, confirmed; what is late is said; books as on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from fakes import CIRCULATION, HASHER, TODAY, new_desk, operator
from papers import text_of
from PIL import Image
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from stock import journal, row, set_rule
from tills import TREASURER, add_treasurer, pieces, sit_down, take, void

from loket.domain import events as e
from loket.domain.books import NOTHING, Balance, Places
from loket.domain.entities import CashShift, Charge, ChargeKind, HandOver, Id, PayMethod, Remittance
from loket.services import books, cash_shift, treasury
from loket.services.case_money import RefundDue
from loket.services.cash_shift import DENOMINATIONS
from loket.services.desk import Desk
from loket.services.operators import SignIns
from loket.services.setup import StationProfile
from loket.services.treasury import Gap, GapKind, HandOverState, Reconciliation
from loket.ui import language
from loket.ui.jobs import InlineJobs
from loket.ui.pages.cash_count import CountGrid
from loket.ui.pages.treasury import TreasuryPage
from loket.ui.pages.treasury_sheets import ConfirmSheet, ReceiveSheet, RemitSheet
from loket.ui.presenters.treasury import BookKind, NextStep, Work
from loket.ui.profiles import PAGES, pages_of
from loket.ui.shell import Shell
from loket.ui.sounds import Sounds
from loket.ui.texts_treasury import BOOKS, GAPS, difference_text, matters, month_step, verdict


def hand_over(desk: Desk, *cash_rp: int, noncash_rp: int = 0, left_rp: int = 0) -> HandOver:
    """A shift with these receipts, counted, closed and handed over; the treasurer sits at the counter afterwards."""
    sit_down(desk, CIRCULATION)
    shift = cash_shift.open_shift(desk, cash_shift.last_float(desk))
    for amount_rp in cash_rp:
        take(desk, amount_rp)
    if noncash_rp:
        take(desk, noncash_rp, method=PayMethod.QRIS, direct=False)
    cash_shift.close_shift(desk, pieces(shift.float_rp + sum(cash_rp)), left_rp)
    handed = cash_shift.hand_over(desk, [shift.id])
    sit_down(desk, TREASURER)
    return handed


def received(desk: Desk, *cash_rp: int, **more: int) -> HandOver:
    handed = hand_over(desk, *cash_rp, **more)
    return treasury.receive(desk, handed.id, handed.cash_rp)


def later(desk: Desk, days: int) -> None:
    desk.clock.advance(days=days)  # type: ignore[attr-defined]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = new_desk(tmp_path)
    add_treasurer(made)
    set_rule(made, "bank_name", "Bank Contoh")
    set_rule(made, "bank_account", "001-234")
    sit_down(made, TREASURER)
    return made


@pytest.fixture
def shell(desk: Desk, tmp_path: Path, qapp: QApplication) -> Iterator[Shell]:
    yield Shell(desk, InlineJobs(), Sounds(muted=True), HASHER, SignIns(HASHER), tmp_path)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> TreasuryPage:
    made = TreasuryPage(shell)
    qtbot.addWidget(made)
    made.resize(1366, 660)
    return made


def show(page: TreasuryPage) -> Work:
    page.show()
    page.activateWindow()
    page.activate()
    work = page.presenter.work
    assert work is not None
    return work


def said(page: TreasuryPage) -> str:
    return "" if page._form.banner.isHidden() else page._form.banner.text()


def told(page: TreasuryPage, card: str) -> str:
    return str(getattr(page._form, card).accessibleName())


# ---- the steps ------------------------------------------------------------------------------------------------------


def test_at_first_nothing_waits_and_nothing_is_asked(page: TreasuryPage) -> None:
    assert show(page).step is NextStep.NONE
    assert not any(card.is_primary() for card in (page._form.to_receive, page._form.in_hand, page._form.at_bank))
    assert page._form.to_receive.button.isHidden()


def test_the_next_step_goes_along_with_the_money(page: TreasuryPage, desk: Desk) -> None:
    handed = hand_over(desk, 30_000, 12_500)
    assert show(page).step is NextStep.RECEIVE
    assert "Rp42.500" in told(page, "to_receive")
    assert desk.station.name in told(page, "to_receive")
    treasury.receive(desk, handed.id, 42_500)
    assert show(page).step is NextStep.REMIT
    assert "Rp42.500" in told(page, "in_hand")
    slip = treasury.remit(desk, [handed.id], desk.today())
    assert show(page).step is NextStep.CONFIRM
    assert slip.number in told(page, "at_bank")
    treasury.confirm(desk, slip.id, "BD-1", desk.today())
    assert show(page).step is NextStep.NONE
    assert "Rp42.500" in told(page, "month")


def test_late_money_goes_before_what_waits_and_cannot_be_missed(page: TreasuryPage, desk: Desk) -> None:
    received(desk, 30_000)
    assert show(page).step is NextStep.REMIT
    assert "masih dalam batas" in told(page, "in_hand")
    later(desk, 1)
    show(page)
    assert "hari terakhir" in told(page, "in_hand")
    later(desk, 2)
    hand_over(desk, 5_000)
    assert show(page).step is NextStep.REMIT
    assert "Terlambat 2 hari kerja: Rp30.000" in told(page, "in_hand")
    assert page._form.in_hand.is_primary()
    states = [str(page._handed_model.data(page._handed_model.index(number, 4))) for number in range(2)]
    assert states == ["menunggu diterima", "belum disetor, telat 2 hari"]


def test_closed_days_do_not_make_money_late(page: TreasuryPage, desk: Desk) -> None:
    received(desk, 30_000)
    set_rule(desk, "weekly_closed", (0, 2, 3, 4, 5, 6))  # open on Tuesdays only: today is one
    later(desk, 6)
    assert "masih dalam batas" in told_after(page)


def told_after(page: TreasuryPage) -> str:
    show(page)
    return told(page, "in_hand")


def test_money_a_desk_keeps_is_named_with_its_desk(page: TreasuryPage, desk: Desk) -> None:
    sit_down(desk, CIRCULATION)
    shift = cash_shift.open_shift(desk, 0)
    take(desk, 7_000)
    cash_shift.close_shift(desk, pieces(7_000), 0)
    sit_down(desk, TREASURER)
    show(page)
    assert "Belum diserahkan loket: Rp7.000" in told(page, "to_receive")
    later(desk, 3)
    show(page)
    assert desk.station.code in told(page, "to_receive")
    assert "belum sampai" in told(page, "to_receive")
    assert row(desk, CashShift, shift.id).hand_over_id is None


def test_money_that_members_get_back_is_not_forgotten(page: TreasuryPage) -> None:
    work = show(page)
    assert month_step(work, "November").warning == ""
    charge = Charge(Id("1"), Id("2"), ChargeKind.FINE, 5_000, TODAY, credit_rp=5_000)
    due = replace(work, refunds=(RefundDue(charge, None, 5_000, "pengawas", None),))
    assert "1 anggota menunggu uang kembali, Rp5.000" in month_step(due, "November").warning


def test_who_is_not_the_treasurer_only_looks(page: TreasuryPage, desk: Desk) -> None:
    handed = hand_over(desk, 30_000)
    desk.operator = operator(desk, CIRCULATION)
    show(page)
    form = page._form
    assert not form.to_receive.button.isEnabled()
    assert not form.receive.isEnabled()
    assert form.handed_pdf.isEnabled()
    assert "melihat saja" in form.header.findChildren(type(form.handed_title))[1].text()
    page.presenter.receive(handed.id, 30_000, "")
    assert "tidak berwenang" in said(page)
    assert row(desk, HandOver, handed.id).received_on is None


# ---- receiving ------------------------------------------------------------------------------------------------------


def receiving(page: TreasuryPage) -> ReceiveSheet:
    show(page)
    page._form.to_receive.button.click()
    assert isinstance(page.acts.sheet, ReceiveSheet)
    return page.acts.sheet


def test_the_same_count_is_received_without_a_word(page: TreasuryPage, desk: Desk) -> None:
    handed = hand_over(desk, 42_500)
    sheet = receiving(page)
    assert sheet.rows["explanation"].isHidden()
    sheet.grid.set_counts(pieces(42_500))
    sheet.grid.changed.emit()
    assert "Cocok" in sheet._said.text()
    sheet.accept()
    stored = row(desk, HandOver, handed.id)
    assert (stored.received_on, stored.received_rp, stored.explanation) == (TODAY, 42_500, "")
    assert page.acts.sheet is None
    assert "diterima" in said(page)
    assert page.presenter.work is not None
    assert page.presenter.work.waiting == ()


def test_a_difference_is_named_and_explained_before_it_is_signed(page: TreasuryPage, desk: Desk) -> None:
    handed = hand_over(desk, 42_500)
    sheet = receiving(page)
    sheet.grid.set_counts(pieces(42_000))
    sheet.grid.changed.emit()
    assert "Kurang Rp500" in sheet._said.text()
    sheet.accept()
    assert sheet.rows["explanation"].error()
    assert row(desk, HandOver, handed.id).received_on is None
    sheet.explanation.setText("satu keping rusak")
    sheet.accept()
    stored = row(desk, HandOver, handed.id)
    assert (stored.received_rp, stored.explanation) == (42_000, "satu keping rusak")


def test_the_desk_s_count_stands_beside_and_what_stayed_is_told(page: TreasuryPage, desk: Desk) -> None:
    hand_over(desk, 42_500, left_rp=20_000)
    sheet = receiving(page)
    assert "Rp20.000 ditinggal" in sheet._text.text()
    assert sheet._wanted.cash_rp == 22_500
    shown = {worth: sheet.grid._other[worth].text() for worth in DENOMINATIONS}
    assert shown == {worth: f"× {count}" if count else "–" for worth, count in pieces(42_500).items()}


def test_nothing_counted_is_no_count(page: TreasuryPage, desk: Desk) -> None:
    hand_over(desk, 42_500)
    sheet = receiving(page)
    assert not sheet.accept_button().isEnabled()


def test_received_elsewhere_meanwhile_is_said_and_read_again(page: TreasuryPage, desk: Desk) -> None:
    handed = hand_over(desk, 42_500)
    sheet = receiving(page)
    sheet.grid.set_counts(pieces(42_500))
    treasury.receive(desk, handed.id, 42_500)
    sheet.accept()
    assert said(page)
    assert page.presenter.work is not None
    assert page.presenter.work.step is NextStep.REMIT


def test_enter_goes_on_to_the_next_denomination(qtbot: QtBot) -> None:
    grid = CountGrid(DENOMINATIONS)
    qtbot.addWidget(grid)
    grid.show()
    grid.activateWindow()
    first, second = grid.editors[100_000], grid.editors[50_000]
    first.setFocus()
    qtbot.waitUntil(lambda: bool(first.lineEdit().hasSelectedText()))
    QTest.keyClicks(first, "3")
    QTest.keyClick(first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(second.lineEdit().hasSelectedText()))
    QTest.keyClicks(second, "2")
    assert grid.counts() == {100_000: 3, 50_000: 2}
    assert grid.total_rp() == 400_000


# ---- depositing -----------------------------------------------------------------------------------------------------


def remitting(page: TreasuryPage) -> RemitSheet:
    show(page)
    page._form.in_hand.button.click()
    assert isinstance(page.acts.sheet, RemitSheet)
    return page.acts.sheet


def test_a_slip_of_the_ticked_ones_with_its_sums_shown_before(page: TreasuryPage, desk: Desk) -> None:
    first, second = received(desk, 30_000), received(desk, 12_500)
    sheet = remitting(page)
    assert sheet.chosen() == [first.id, second.id]
    assert "Jumlah STS: Rp42.500" in sheet.chain.accessibleName()
    sheet.ticks[second.id].click()
    assert "Jumlah STS: Rp30.000" in sheet.chain.accessibleName()
    assert (sheet.bank.text(), sheet.account.text()) == ("Bank Contoh", "001-234")
    sheet.accept()
    (slip,) = treasury.remittances(desk, TODAY, TODAY)
    assert (slip.remittance.amount_rp, slip.remittance.bank) == (30_000, "Bank Contoh")
    assert slip.remittance.number in said(page)
    assert row(desk, HandOver, second.id).remittance_id is None


def test_nothing_ticked_makes_no_slip_and_the_bank_is_demanded(page: TreasuryPage, desk: Desk) -> None:
    one = received(desk, 30_000)
    sheet = remitting(page)
    sheet.ticks[one.id].click()
    assert not sheet.accept_button().isEnabled()
    sheet.ticks[one.id].click()
    sheet.bank.clear()
    sheet.accept()
    assert sheet.rows["bank"].error()
    assert treasury.remittances(desk, TODAY, TODAY) == []


def test_a_day_before_the_money_came_is_refused_at_its_field(page: TreasuryPage, desk: Desk) -> None:
    received(desk, 30_000)
    sheet = remitting(page)
    sheet.on.set_day(TODAY + timedelta(days=1))
    sheet.accept()
    assert sheet.rows["remitted_on"].error()
    assert page.acts.sheet is sheet
    assert treasury.remittances(desk, TODAY, TODAY + timedelta(days=1)) == []


def slip_of(desk: Desk, *cash_rp: int) -> Remittance:
    return treasury.remit(desk, [received(desk, *cash_rp).id], desk.today())


def confirming(page: TreasuryPage) -> ConfirmSheet:
    show(page)
    page._form.at_bank.button.click()
    assert isinstance(page.acts.sheet, ConfirmSheet)
    return page.acts.sheet


def test_the_bank_s_number_and_the_stamped_slip_are_kept(page: TreasuryPage, desk: Desk, tmp_path: Path) -> None:
    slip = slip_of(desk, 30_000)
    scan = tmp_path / "sts.png"
    Image.new("RGB", (600, 800), "white").save(scan)
    sheet = confirming(page)
    sheet.choose_file = lambda: scan
    sheet.pick.click()
    assert "sts.png" in sheet.pick.accessibleName()
    sheet.accept()
    assert sheet.rows["reference"].error()
    sheet.reference.setText("BD-778")
    sheet.accept()
    stored = row(desk, Remittance, slip.id)
    assert (stored.reference, stored.confirmed_on) == ("BD-778", TODAY)
    assert stored.scan
    assert page._form.scan.isVisible()
    page.ask_name = lambda name, ending: tmp_path / f"keluar.{ending}"
    page._form.scan.click()
    with Image.open(tmp_path / "keluar.jpg") as kept:
        assert kept.format == "JPEG"


def test_a_file_that_is_no_scan_is_refused_at_its_field(page: TreasuryPage, desk: Desk, tmp_path: Path) -> None:
    slip = slip_of(desk, 30_000)
    broken = tmp_path / "sts.pdf"
    broken.write_bytes(b"bukan apa-apa")
    sheet = confirming(page)
    sheet.file = broken
    sheet.reference.setText("BD-778")
    sheet.accept()
    assert sheet.rows["scan"].error()
    assert row(desk, Remittance, slip.id).confirmed_on is None


def test_a_slip_that_never_reached_the_bank_frees_its_money(page: TreasuryPage, desk: Desk) -> None:
    slip = slip_of(desk, 30_000)
    show(page)
    page._form.void_sts.click()
    sheet = page.acts.sheet
    assert sheet is not None
    sheet.accept()
    assert sheet.rows["reason"].error()
    sheet.rows["reason"].editor.setText("bank tutup")  # type: ignore[attr-defined]
    sheet.accept()
    assert row(desk, Remittance, slip.id).void_reason == "bank tutup"
    assert page.presenter.work is not None
    assert page.presenter.work.step is NextStep.REMIT
    show(page)
    assert not page._form.void_sts.isEnabled()
    assert not page._form.confirm.isEnabled()


def test_other_pages_hear_that_money_moved(page: TreasuryPage, shell: Shell, desk: Desk) -> None:
    handed, kinds = hand_over(desk, 42_500), list[str]()
    shell.changes.happened.connect(lambda kind, _by: kinds.append(kind))
    show(page)
    page.presenter.receive(handed.id, 42_500, "")
    assert kinds == ["money"]
    later(desk, 1)
    hand_over(desk, 1_000)
    shell.changes.tell("money")
    assert "Rp1.000" in told(page, "to_receive")


def test_a_second_press_books_once(page: TreasuryPage, desk: Desk) -> None:
    handed = hand_over(desk, 42_500)
    show(page)
    for _ in range(2):
        page.presenter.receive(handed.id, 42_500, "")
    booked = [one for one in journal(desk) if isinstance(one.event, e.HandOverReceived)]
    assert len(booked) == 1


# ---- does it agree --------------------------------------------------------------------------------------------------


def matched(page: TreasuryPage) -> Reconciliation:
    show(page)
    page.turn_to("match")
    assert page.presenter.match is not None
    return page.presenter.match


def test_a_month_that_agrees_says_so_and_where_the_money_lies(page: TreasuryPage, desk: Desk) -> None:
    slip_of(desk, 30_000)
    received(desk, 10_000)
    hand_over(desk, 5_000)
    assert matched(page).agrees
    assert "cocok" in page._form.verdict.text()
    chain = page._form.chain.accessibleName()
    for part in ("Kuitansi: Rp45.000", "Disetor dengan STS: -Rp30.000", "Tunai di bendahara: Rp10.000", "Selisih: Rp0"):
        assert part in chain
    assert [matter.title for matter in page._matters] == ["STS tanpa bukti bank"]
    assert page._form.matter.text().endswith("belum dicatat.")


def test_a_void_stands_on_its_own_line(page: TreasuryPage, desk: Desk) -> None:
    sit_down(desk, CIRCULATION)
    cash_shift.open_shift(desk, 0)
    void(desk, take(desk, 4_000).id)
    take(desk, 1_000)
    sit_down(desk, TREASURER)
    assert matched(page).agrees
    chain = page._form.chain.accessibleName()
    assert "Kuitansi: Rp5.000" in chain
    assert "Kuitansi yang dibatalkan: -Rp4.000" in chain


def test_what_does_not_agree_is_told_in_plain_words(page: TreasuryPage, desk: Desk) -> None:
    sit_down(desk, CIRCULATION)
    outside = take(desk, 9_000, shift_id=None)  # a receipt that lies in no drawer
    sit_down(desk, TREASURER)
    found = matched(page)
    assert [gap.kind for gap in found.gaps] == [GapKind.OUTSIDE_SHIFT]
    assert "1 hal tidak cocok" in page._form.verdict.text()
    assert outside.number in page._form.matter.text()
    assert "tidak masuk laci" in page._form.matter.text()


def test_every_gap_has_its_sentence_and_the_unexplained_is_not_hidden() -> None:
    assert set(GAPS) == set(GapKind)
    found = reconciliation(gaps=[Gap(kind, "X-1", Id("1"), TODAY, 10, 20) for kind in GapKind])
    assert all("{" not in matter.sentence for matter in matters(found))
    torn = reconciliation(receipts=Balance(5_000))
    sentence, _icon, token = verdict(torn, "November 2026")
    assert "Rp5.000 tidak dijelaskan" in sentence
    assert token == "stop"


def reconciliation(receipts: Balance = NOTHING, gaps: Sequence[Gap] = ()) -> Reconciliation:
    """Of a day on which nothing else happened."""
    return Reconciliation(
        from_on=TODAY,
        until=TODAY,
        opening=NOTHING,
        receipts=receipts,
        voids=NOTHING,
        shift_differences_rp=0,
        received_differences_rp=0,
        handed_over_rp=0,
        received_rp=0,
        remitted=NOTHING,
        places=Places(),
        direct_rp=0,
        confirmed_rp=0,
        unconfirmed=(),
        gaps=tuple(gaps),
        float_moves=(),
    )


def test_the_month_before_has_its_own_account(page: TreasuryPage, desk: Desk) -> None:
    received(desk, 30_000)
    matched(page)
    page._form.match_period.earlier.click()
    assert page._form.match_period.first() == date(2026, 10, 1)
    assert "Kuitansi: Rp0" in page._form.chain.accessibleName()


# ---- the books ------------------------------------------------------------------------------------------------------


def opened(page: TreasuryPage, kind: BookKind) -> None:
    show(page)
    page._form.book.set_current(kind.value)
    page.turn_to("books")


def test_the_book_on_the_screen_is_the_book_of_the_service(page: TreasuryPage, desk: Desk) -> None:
    slip_of(desk, 30_000, 12_500)
    opened(page, BookKind.CASH)
    book = books.cash_book(desk, date(2026, 11, 1), date(2026, 11, 30))
    column = page._ledger_view.texts(5)  # cash that came in
    figures = [int(text.replace(".", "")) for text in column if text]
    assert figures[:-1] == [line.entry.in_rp for line in book.lines if line.entry.in_rp]
    assert figures[-1] == book.came_in.cash_rp == 42_500  # the line of the sums
    assert any(text.endswith("Rp42.500") for text in page._form.closing.texts())


@pytest.mark.parametrize("kind", list(BookKind))
def test_every_book_opens_and_is_saved_as_pdf_and_workbook(
    page: TreasuryPage, desk: Desk, tmp_path: Path, kind: BookKind
) -> None:
    slip_of(desk, 30_000, 12_500)
    opened(page, kind)
    assert kind in BOOKS
    assert page._ledger_view.model is not None
    assert page._ledger_view.model.rowCount() > 0
    page.ask_name = lambda name, ending: tmp_path / f"buku.{ending}"
    page._form.save_pdf.click()
    assert page.presenter.book[0].title.split()[0].lower() in text_of((tmp_path / "buku.pdf").read_bytes()).lower()
    page._form.save_xlsx.click()
    assert (tmp_path / "buku.xlsx").read_bytes().startswith(b"PK")
    assert "Tersimpan" in said(page)


def test_a_year_asks_for_no_month(page: TreasuryPage) -> None:
    opened(page, BookKind.YEAR)
    assert page._form.period.month.isHidden()
    page._form.period.earlier.click()
    assert page._form.book_title.text().endswith("2025")
    page._form.book.set_current(BookKind.LPJ.value)
    page._form.book.changed.emit(BookKind.LPJ.value)
    assert not page._form.period.month.isHidden()


def test_slips_and_hand_overs_are_saved_under_names_without_strokes(
    page: TreasuryPage, desk: Desk, tmp_path: Path
) -> None:
    slip = slip_of(desk, 30_000)
    names: list[str] = []
    show(page)

    def name(proposed: str, ending: str) -> Path:
        names.append(proposed)
        return tmp_path / f"{len(names)}.{ending}"

    page.ask_name = name
    page._form.sts_pdf.click()
    page._form.handed_pdf.click()
    assert names[0] == slip.number
    text = text_of((tmp_path / "1.pdf").read_bytes())
    assert slip.number in text
    assert "30.000" in text
    assert "30.000" in text_of((tmp_path / "2.pdf").read_bytes())
    opened_files: list[Path] = []
    page.open_file = opened_files.append
    page._form.banner.action_pressed.emit()
    assert opened_files == [tmp_path / "2.pdf"]


def test_a_folder_that_is_gone_is_said(page: TreasuryPage, desk: Desk, tmp_path: Path) -> None:
    slip_of(desk, 30_000)
    show(page)
    page.ask_name = lambda name, ending: tmp_path / "tidak-ada" / f"x.{ending}"
    page._form.sts_pdf.click()
    assert said(page)
    assert not page._form.banner.isHidden()


# ---- around it ------------------------------------------------------------------------------------------------------


def test_the_treasurer_s_counter_opens_with_his_page() -> None:
    assert pages_of(StationProfile.BENDAHARA)[0] is TreasuryPage
    assert TreasuryPage in pages_of(StationProfile.LENGKAP)
    assert set(PAGES) == set(StationProfile)


def test_the_page_speaks_the_other_language(page: TreasuryPage, desk: Desk, qtbot: QtBot) -> None:
    hand_over(desk, 30_000)
    opened(page, BookKind.CASH)
    page.turn_to("work")
    language.use("en")
    try:
        qtbot.waitUntil(lambda: page._form.month.accessibleName().endswith("Rp30.000") or bool(page.title()))
        assert "Rp30.000" in told(page, "to_receive")
    finally:
        language.use("id")


def test_words_of_a_count_in_progress() -> None:
    assert difference_text(0, 10) == "Cocok dengan hitungan loket."
    assert "Hitung uangnya" in difference_text(-10_000, 0)
    assert "Kurang Rp500" in difference_text(-500, 10)
    assert "Lebih Rp500" in difference_text(500, 10)


def test_a_refusal_reaches_the_banner_and_the_page_is_read_again(page: TreasuryPage, desk: Desk) -> None:
    handed = hand_over(desk, 30_000)
    show(page)
    page.presenter.remit([handed.id], TODAY, "Bank", "1")  # not received yet
    assert handed.number in said(page)
    assert treasury.remittances(desk, TODAY, TODAY) == []


def test_the_oldest_is_received_first(page: TreasuryPage, desk: Desk) -> None:
    first = hand_over(desk, 1_000)
    later(desk, 1)
    second = hand_over(desk, 2_000)
    work = show(page)
    assert [one.hand_over.id for one in work.waiting] == [first.id, second.id]
    assert all(one.state is HandOverState.ON_THE_WAY for one in work.waiting)
    page._form.handed.setCurrentIndex(page._handed_model.index(-1, -1))
    page.receive()
    assert isinstance(page.acts.sheet, ReceiveSheet)
    assert page.acts.sheet._wanted.number == first.number
