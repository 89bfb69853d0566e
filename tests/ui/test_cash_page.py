"""The cash page with real services behind it: three inputs for a fine, all by keys, and a drawer that adds up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fakes import ADMIN, CIRCULATION, HASHER, SUPERVISOR, operator
from hands import PERSON_MS, box, clock, in_front, pause, press, scan, sheet_of, shown, sign, texts, type_in
from papers import text_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot
from stock import add_member, adopt_tariff, event_types, set_rule

from loket.domain import decisions as d
from loket.domain import events as e
from loket.domain.entities import CashShift, ChargeKind, Id, PayMethod, ReceiptKind, Role
from loket.services import cash_shift, operators, receipts, slip_queue
from loket.services.bills import bill_of
from loket.services.cases import open_cases, resolve_case
from loket.services.desk import Desk
from loket.ui import theme
from loket.ui.main_window import MainWindow
from loket.ui.pages.cash import CashPage
from loket.ui.pages.cash_sheets import CreditSheet, DuesSheet, PartSheet, SellSheet, SignedSheet
from loket.ui.pages.circulation import CirculationPage
from loket.ui.pages.help import KEYS, HelpSheet
from loket.ui.pages.members import MembersPage
from loket.ui.profiles import pages_of
from loket.ui.shell import Shell
from loket.ui.widgets import Button, KeyHint

TREASURER = "bendahara"


@pytest.fixture
def desk(desk: Desk) -> Desk:
    set_rule(desk, "treasurer_only", ("lost", "damaged"))
    for kind in (ChargeKind.FINE, ChargeKind.LOST):
        adopt_tariff(desk, kind)
    adopt_tariff(desk, ChargeKind.PHOTOCOPY, 500, name="Fotokopi A4")
    return desk


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> CashPage:
    cash_shift.open_shift(shell.desk, 100_000)
    return shown(CashPage(shell), qtbot)


def owes(desk: Desk, member: Id, amount_rp: int, kind: str = "fine") -> Id:
    """As a late return or a lost book would have it."""
    with desk.action() as act:
        charge = act.new_id()
        act.record(e.FeeRaised(charge, member, kind, amount_rp, act.today, "Perda Contoh 1/2026"))
    return charge


def debtor(desk: Desk, amount_rp: int = 3_500, number: str = "M-1", name: str = "Melati Kenari") -> Id:
    member = add_member(desk, number, name=name)
    owes(desk, member, amount_rp)
    return member


def answer(page: CashPage) -> str:
    shown = page.pay._form.answer.answer()
    assert shown is not None
    return " | ".join(p for p in (shown.word, shown.title, shown.detail, shown.rule, shown.hint, shown.number) if p)


def rows(table: QTableView) -> list[str]:
    return [" ".join(line).strip() for line in texts(table.model())]


def lines(page: CashPage) -> list[str]:
    return rows(page.pay._form.lines)


def sign_in_treasurer(desk: Desk) -> None:
    before, desk.operator = desk.operator, operator(desk, ADMIN)
    operators.add_operator(
        desk, HASHER, username=TREASURER, full_name="Bendahara", roles=[Role.TREASURER], password="kunci-bendahara-1"
    )
    assert before is not None
    desk.operator = operator(desk, TREASURER)


# ---- paying --------------------------------------------------------------------------------------------------------


def test_a_fine_takes_a_card_and_an_enter(page: CashPage, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page.shell.slips, "wake", lambda: None)  # the slip stays where it waits for a printer
    member = debtor(desk)
    scan(page, "m-1")
    assert answer(page) == "Bayar Rp3.500 | Melati Kenari | Denda terlambat | terima tunai, uang pas"
    scan(page, "")
    assert "Sudah dibayar | Melati Kenari | Rp3.500 tunai, uang pas" in answer(page)
    assert answer(page).endswith("00001/KW/L1/XI/2026")
    assert bill_of(desk, member).owed_rp == 0
    assert event_types(desk, 1) == ["PaymentTaken"]
    assert [job.about for job in slip_queue.queue(desk)] == [receipts.find_receipts(desk)[0].receipt.id]
    assert box(page).hasFocus()


def test_the_change_is_the_biggest_thing_and_shown_before_and_after(page: CashPage, desk: Desk) -> None:
    debtor(desk)
    scan(page, "M-1")
    press(page, "Alt+1")
    assert page.pay._form.change.text() == "Rp1.500"
    assert "terima Rp5.000, kembalikan Rp1.500" in answer(page)
    scan(page, "")
    assert "Kembalian Rp1.500 | Melati Kenari | Rp3.500 tunai, diterima Rp5.000" in answer(page)
    assert receipts.find_receipts(desk)[0].receipt.received_rp == 5_000


def test_tab_leads_to_the_money_and_enter_takes_it(page: CashPage, desk: Desk, qtbot: QtBot) -> None:
    debtor(desk)
    scan(page, "M-1")
    press(page, "Tab")
    assert page.pay.money.hasFocus()
    type_in(page.pay.money, "20000")
    assert page.pay.money.text() == "20.000"
    assert page.pay._form.change.text() == "Rp16.500"
    pause(page)
    qtbot.keyClick(page.pay.money, Qt.Key.Key_Return, delay=PERSON_MS)
    assert "Kembalian Rp16.500" in answer(page)
    assert box(page).hasFocus()


def test_too_little_money_is_said_and_not_taken(page: CashPage, desk: Desk, qtbot: QtBot) -> None:
    member = debtor(desk)
    scan(page, "M-1")
    press(page, "Tab")
    type_in(page.pay.money, "3000")
    assert (page.pay._form.changeLabel.text(), page.pay._form.change.text()) == ("Masih kurang", "Rp500")
    assert not page.pay.pay_button.isEnabled()
    pause(page)
    qtbot.keyClick(page.pay.money, Qt.Key.Key_Return, delay=PERSON_MS)
    assert "Kurang" in page.pay._form.received.error()
    assert bill_of(desk, member).owed_rp == 3_500


def test_a_card_scanned_into_the_money_opens_its_member(page: CashPage, desk: Desk) -> None:
    debtor(desk)
    debtor(desk, 700, "M-2", "Rara Contoh")
    debtor(desk, 900, "0012345", "Budi Contoh")
    scan(page, "M-1")
    press(page, "Tab")
    pause(page)
    QTest.keyClicks(page.pay.money, "M")  # the rest of the code follows the focus, as on a real keyboard
    assert box(page).hasFocus()
    QTest.keyClicks(box(page), "-2")
    QTest.keyClick(box(page), Qt.Key.Key_Return)
    assert "Bayar Rp700 | Rara Contoh" in answer(page)
    press(page, "Tab")
    pause(page)
    QTest.keyClicks(page.pay.money, "0012345")  # figures only: told from money by its speed
    QTest.keyClick(page.pay.money, Qt.Key.Key_Return)
    assert "Bayar Rp900 | Budi Contoh" in answer(page)
    assert "PaymentTaken" not in event_types(desk, 3)


def test_space_leaves_a_line_out_and_a_part_is_paid(page: CashPage, desk: Desk) -> None:
    member = debtor(desk)
    owes(desk, member, 2_000, "card_fee")
    scan(page, "M-1")
    press(page, "Space")
    assert "Bayar Rp2.000 | Melati Kenari | Biaya kartu baru" in answer(page)
    press(page, "Down")
    press(page, "Ctrl+E")
    part = sheet_of(page.acts, PartSheet)
    part.amount.set_value(2_500)
    part.accept()
    assert "Rp2.000" in part.rows["amount_rp"].error()
    part.amount.set_value(500)
    part.accept()
    scan(page, "")
    assert [line.owed_rp for line in bill_of(desk, member).charges] == [3_500, 1_500]
    assert "Rp500 tunai" in answer(page)
    pause(page)
    scan(page, "")  # what is left is not paid by a further Enter
    assert bill_of(desk, member).owed_rp == 5_000


def test_what_only_the_treasurer_takes_is_greyed_with_the_reason(page: CashPage, desk: Desk) -> None:
    member = debtor(desk)
    owes(desk, member, 85_000, "lost")
    scan(page, "M-1")
    assert "Rp85.000 lagi dibayar di bendahara" in answer(page)
    assert lines(page)[1].endswith("bayar di bendahara")
    press(page, "Down")
    press(page, "Space")
    scan(page, "")
    assert bill_of(desk, member).owed_rp == 85_000
    scan(page, "M-1")
    assert "Bayar di bendahara | Melati Kenari | Rp85.000 hanya diterima bendahara penerimaan." in answer(page)


def test_the_treasurer_himself_takes_it(page: CashPage, desk: Desk) -> None:
    member = add_member(desk, "M-1", name="Melati Kenari")
    owes(desk, member, 85_000, "lost")
    sign_in_treasurer(desk)
    scan(page, "M-1", "")
    assert bill_of(desk, member).owed_rp == 0


def test_qris_wants_its_reference_and_lies_in_no_drawer(page: CashPage, desk: Desk) -> None:
    debtor(desk)
    scan(page, "M-1")
    press(page, "Alt+Q")
    assert not page.pay._form.received.isVisible()
    scan(page, "")
    assert page.pay._form.reference.error()
    page.pay.reference.setText("QR-77")
    page.pay.referred.emit("QR-77")
    scan(page, "")
    receipt = receipts.find_receipts(desk)[0].receipt
    assert (receipt.method, receipt.reference) == (PayMethod.QRIS, "QR-77")
    view = cash_shift.current_shift(desk)
    assert view is not None
    assert (view.expected_rp, view.noncash_rp) == (100_000, 3_500)


def test_a_shut_drawer_is_said_and_opened_on_the_way(shell: Shell, desk: Desk, qtbot: QtBot) -> None:
    member = debtor(desk)
    page = shown(CashPage(shell), qtbot)
    scan(page, "M-1")
    assert "Laci belum dibuka" in page.pay._form.hint.text()
    scan(page, "")
    assert page.view() == "drawer"
    assert "Buka laci dahulu" in page.said()
    assert page.drawer.float_edit.hasFocus()
    page.drawer.float_edit.set_value(50_000)
    press(page, "Return", page.drawer.float_edit)
    assert page.view() == "pay"
    assert "Bayar Rp3.500 | Melati Kenari" in answer(page)
    scan(page, "")
    assert bill_of(desk, member).owed_rp == 0


def test_a_guest_buys_copies(page: CashPage, desk: Desk) -> None:
    press(page, "Ctrl+J")
    sale = sheet_of(page.acts, SellSheet)
    sale.quantity.setValue(12)
    assert sale.sum.text() == "Rp6.000"
    sale.payer.setText("Bu Teladan")
    sale.accept()
    assert "Bayar Rp6.000 | Bu Teladan | Fotokopi A4 × 12" in answer(page)
    scan(page, "")
    found = receipts.find_receipts(desk)[0]
    assert (found.payer, found.receipt.total_rp, found.receipt.member_id) == ("Bu Teladan", 6_000, None)


def test_a_service_is_taken_off_again(page: CashPage) -> None:
    press(page, "Ctrl+J")
    sheet_of(page.acts, SellSheet).accept()
    assert len(lines(page)) == 1
    page.pay.remove_button.click()
    assert lines(page) == []


def test_somebody_who_owes_nothing_is_said_to(page: CashPage, desk: Desk) -> None:
    add_member(desk, "M-1", name="Melati Kenari")
    scan(page, "M-1")
    assert answer(page).startswith("Tidak ada tagihan | Melati Kenari")
    scan(page, "X-404")
    assert "tidak dikenal di sini" in answer(page)


def test_escape_ends_with_nobody_at_the_counter(page: CashPage, desk: Desk) -> None:
    debtor(desk)
    scan(page, "M-1")
    press(page, "Escape")
    assert page.pay._form.answer.answer() is None
    assert lines(page) == []


# ---- letting off, credit, giving back -------------------------------------------------------------------------------


def test_letting_off_needs_a_second_person_and_keeps_what_was_typed(page: CashPage, desk: Desk) -> None:
    member = debtor(desk)
    scan(page, "M-1")
    press(page, "Ctrl+B")
    found = sheet_of(page.acts, SignedSheet)
    sign(found, "salah tarif", secret="salah")
    assert "tidak cocok" in found.rows["secret"].error()
    assert found.rows["reason"].editor.text() == "salah tarif"
    assert bill_of(desk, member).owed_rp == 3_500
    found.amount.set_value(1_500)
    sign(found, "salah tarif")
    assert bill_of(desk, member).owed_rp == 2_000
    assert "Dibebaskan. Rp1.500 tidak ditagih lagi." in page.said()
    assert lines(page)[0].endswith("Rp2.000")


def test_nobody_lets_off_by_his_own_word(page: CashPage, desk: Desk) -> None:
    member = debtor(desk)
    desk.operator = operator(desk, SUPERVISOR)
    scan(page, "M-1")
    press(page, "Ctrl+B")
    sign(sheet_of(page.acts, SignedSheet), "salah tarif")
    assert bill_of(desk, member).owed_rp == 3_500
    assert "orang lain" in page.acts.sheet.rows["secret"].error()  # type: ignore[union-attr]


def overpaid(page: CashPage, desk: Desk) -> Id:
    """Paid here and let off elsewhere: the money is the member's."""
    member = debtor(desk)
    charge = bill_of(desk, member).charges[0].charge.id
    scan(page, "M-1", "")
    with desk.action() as act:
        act.record(e.ChargeWaived(act.new_id(), charge, 3_500, act.today, "keliru"))
    return member


def test_credit_pays_for_another_charge_without_money(page: CashPage, desk: Desk) -> None:
    member = overpaid(page, desk)
    owes(desk, member, 5_000, "card_fee")
    scan(page, "M-1")
    assert "kelebihan bayar Rp3.500" in answer(page)
    press(page, "Ctrl+K")
    sheet_of(page.acts, CreditSheet).accept()
    assert (bill_of(desk, member).owed_rp, bill_of(desk, member).credit_rp) == (1_500, 0)
    assert len(receipts.find_receipts(desk)) == 1


def test_credit_goes_back_out_of_the_drawer(page: CashPage, desk: Desk) -> None:
    member = overpaid(page, desk)
    scan(page, "M-1")
    press(page, "Ctrl+U")
    found = sheet_of(page.acts, SignedSheet)
    assert found.amount.value() == 3_500
    sign(found, "salah tarif")
    assert bill_of(desk, member).credit_rp == 0
    view = cash_shift.current_shift(desk)
    assert view is not None
    assert view.expected_rp == 100_000
    assert "Kembalikan Rp3.500" in page.said()


# ---- a waiver taken back --------------------------------------------------------------------------------------------


def let_off(page: CashPage, desk: Desk, qtbot: QtBot, amount_rp: int, reason: str = "sakit") -> None:
    """From the open bill of the member in hand, by the supervisor's word."""
    press(page, "Ctrl+B")
    found = sheet_of(page.acts, SignedSheet)
    found.amount.set_value(amount_rp)
    sign(found, reason)
    qtbot.waitUntil(page.isActiveWindow)


def aside(page: CashPage) -> str:
    """The quiet line under the bill; "" where there is none."""
    return page.pay.aside.full_text() if page.pay.aside.isVisible() else ""


def test_a_waiver_given_by_mistake_is_taken_back_at_the_desk(page: CashPage, desk: Desk, qtbot: QtBot) -> None:
    member = debtor(desk)
    scan(page, "M-1")
    assert aside(page) == ""
    assert not page.pay.unwaive_button.isVisible()
    let_off(page, desk, qtbot, 3_500)
    assert answer(page).startswith("Tidak ada tagihan")
    giver = operator(desk, CIRCULATION).full_name
    assert aside(page).startswith(f"Dibebaskan Rp3.500 oleh {giver}, ")
    assert aside(page).endswith(": Denda terlambat")
    press(page, "Ctrl+Z")
    found = sheet_of(page.acts, SignedSheet)
    assert found._text.text() == f"Diberikan {giver}, disetujui {operator(desk, SUPERVISOR).full_name}: sakit"
    sign(found, "salah anggota", secret="salah")
    assert "tidak cocok" in found.rows["secret"].error()
    assert bill_of(desk, member).owed_rp == 0
    sign(found, "salah anggota")
    assert "Pembebasan dibatalkan. Rp3.500 berlaku lagi sebagai tagihan." in page.said()
    assert bill_of(desk, member).owed_rp == 3_500
    assert event_types(desk, 1) == ["WaiverVoided"]
    assert "Bayar Rp3.500 | Melati Kenari" in answer(page)
    assert aside(page) == ""


def test_the_newest_waiver_is_offered_first_and_another_may_be_chosen(page: CashPage, desk: Desk, qtbot: QtBot) -> None:
    member = debtor(desk)
    scan(page, "M-1")
    let_off(page, desk, qtbot, 500)
    pause(page)
    let_off(page, desk, qtbot, 1_000, "hujan deras")
    assert aside(page).startswith("Dibebaskan Rp1.000")
    assert aside(page).endswith("dan 1 lagi")
    page.pay.unwaive_button.click()
    found = sheet_of(page.acts, SignedSheet)
    choice = found.rows["choice"].editor
    assert [choice.itemText(row).split()[0] for row in range(choice.count())] == ["Rp1.000", "Rp500"]
    assert found._text.text().endswith("hujan deras")
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    assert found._text.text().endswith("sakit")
    sign(found, "salah hitung")
    assert bill_of(desk, member).owed_rp == 2_500


def test_an_old_waiver_is_no_longer_shown_but_the_key_finds_it(page: CashPage, desk: Desk, qtbot: QtBot) -> None:
    member = debtor(desk)
    press(page, "Ctrl+Z")  # nobody is here
    scan(page, "M-1")
    press(page, "Ctrl+Z")
    assert page.acts.sheet is None
    assert "Tidak ada pembebasan anggota ini yang bisa dibatalkan." in page.said()
    let_off(page, desk, qtbot, 3_500)
    clock(desk).advance(days=60)
    scan(page, "M-1")
    assert aside(page) == ""
    press(page, "Ctrl+Z")
    sign(sheet_of(page.acts, SignedSheet), "keliru")
    assert bill_of(desk, member).owed_rp == 3_500


def test_nobody_takes_a_waiver_back_by_his_own_word(page: CashPage, desk: Desk, qtbot: QtBot) -> None:
    member = debtor(desk)
    scan(page, "M-1")
    let_off(page, desk, qtbot, 3_500)
    desk.operator = operator(desk, SUPERVISOR)
    press(page, "Ctrl+Z")
    found = sheet_of(page.acts, SignedSheet)
    sign(found, "keliru")
    assert "orang lain" in found.rows["secret"].error()
    assert bill_of(desk, member).owed_rp == 0


# ---- money that is to be given back ---------------------------------------------------------------------------------


def decided(desk: Desk, member: Id, amount_rp: int = 3_500) -> None:
    """Paid at two desks; a supervisor who took none of it decided that the member gets it back."""
    with desk.action() as act:
        charge = act.new_id()
        act.record(e.FeeRaised(charge, member, "fine", amount_rp, act.today, "Perda Contoh 1/2026"))
        for running in (amount_rp, amount_rp + 1):
            line = e.PaidLine(act.new_id(), "fine", amount_rp, "", "Perda Contoh 1/2026", charge)
            number = f"{running}/KW/L9/XI/2026"
            act.record(
                e.PaymentTaken(
                    receipt_id=act.new_id(), series="KW/L9/2026", running=running, number=number,
                    kind=ReceiptKind.PAYMENT, paid_on=act.today, method=PayMethod.CASH, total_rp=amount_rp,
                    lines=(line,), member_id=member,
                )
            )  # fmt: skip
    before, desk.operator = desk.operator, operator(desk, ADMIN)
    for case in open_cases(desk):
        resolve_case(desk, case.id, d.GIVE_BACK)
    desk.operator = before


def test_money_decided_to_be_given_back_is_one_key_away(page: CashPage, desk: Desk) -> None:
    member = add_member(desk, "M-1", name="Melati Kenari")
    assert aside(page) == ""
    decided(desk, member)
    page.shell.changes.tell("cases")
    assert aside(page) == "1 anggota menunggu uang kembali, Rp3.500."
    press(page, "Ctrl+U")
    assert answer(page).startswith(f"Kembalikan Rp3.500 | Melati Kenari | Diputuskan oleh {ADMIN} pada ")
    assert answer(page).endswith("uangnya dikembalikan. | kembalikan uangnya")
    assert aside(page) == ""
    press(page, "Ctrl+U")
    found = sheet_of(page.acts, SignedSheet)
    assert (found.amount.value(), found.text("reason").split(" pada ")[0]) == (3_500, f"Diputuskan oleh {ADMIN}")
    sign(found, found.text("reason"))
    assert "Kembalikan Rp3.500" in page.said()
    assert bill_of(desk, member).credit_rp == 0
    press(page, "Escape")
    assert aside(page) == ""


def test_money_cannot_be_given_back_out_of_a_shut_drawer(shell: Shell, desk: Desk, qtbot: QtBot) -> None:
    member = add_member(desk, "M-1", name="Melati Kenari")
    decided(desk, member)
    page = shown(CashPage(shell), qtbot)
    scan(page, "M-1")
    press(page, "Ctrl+U")
    sign(sheet_of(page.acts, SignedSheet), "diputuskan")
    assert page.acts.sheet is None
    assert (page.view(), bill_of(desk, member).credit_rp) == ("drawer", 3_500)
    page.drawer.float_edit.set_value(50_000)
    page.drawer.open_drawer()
    assert page.view() == "pay"
    assert answer(page).startswith("Kembalikan Rp3.500")


def test_where_several_wait_it_is_asked_who_came(page: CashPage, desk: Desk) -> None:
    for number, (name, amount_rp) in enumerate((("Melati Kenari", 3_500), ("Rara Contoh", 1_201))):
        decided(desk, add_member(desk, f"M-{number}", name=name), amount_rp)
        pause(page)
    page.activate()
    assert aside(page) == "2 anggota menunggu uang kembali, Rp4.701."
    page.pay.dues_button.click()
    found = sheet_of(page.acts, DuesSheet)
    choice = found.which
    assert [choice.itemText(row) for row in range(choice.count())] == [
        "Rp3.500  Melati Kenari · M-0",
        "Rp1.201  Rara Contoh · M-1",
    ]
    choice.setCurrentIndex(1)
    found.accept()
    assert answer(page).startswith("Kembalikan Rp1.201 | Rara Contoh")
    assert page.pay.refund_button.isVisible()


def test_a_member_who_also_owes_is_asked_and_told_of_his_money(page: CashPage, desk: Desk) -> None:
    member = debtor(desk, 700)
    decided(desk, member)
    scan(page, "M-1")
    assert answer(page).startswith("Bayar Rp700 | Melati Kenari")
    assert "Rp3.500 diputuskan dikembalikan (Ctrl+U)" in answer(page)
    assert "kelebihan bayar" not in answer(page)  # said once


# ---- receipts -------------------------------------------------------------------------------------------------------


def test_the_day_s_receipts_and_one_made_void(page: CashPage, desk: Desk) -> None:
    member = debtor(desk)
    scan(page, "M-1", "")
    press(page, "Ctrl+2")
    assert len(rows(page.receipts._form.receipts)) == 1
    assert "Melati Kenari Tunai Rp3.500" in rows(page.receipts._form.receipts)[0]
    assert page.receipts._form.words.text() == "Tiga ribu lima ratus rupiah"
    page.receipts.void_button.click()
    sign(sheet_of(page.acts, SignedSheet), reason="salah anggota")
    assert rows(page.receipts._form.receipts)[0].endswith("batal")
    assert "00001/KW/L1/XI/2026 batal. Kembalikan Rp3.500" in page.said()
    assert "batal Rp3.500" in page.receipts._form.sums.text()
    assert not page.receipts.void_button.isEnabled()
    assert bill_of(desk, member).owed_rp == 3_500


def test_a_scanned_receipt_is_shown_also_of_another_day(page: CashPage, desk: Desk) -> None:
    debtor(desk)
    scan(page, "M-1", "")
    clock(desk).advance(days=1)
    press(page, "Ctrl+2")
    assert rows(page.receipts._form.receipts) == []
    press(page, "Ctrl+1")
    scan(page, "00001/KW/L1/XI/2026")
    assert page.view() == "receipts"
    assert page.receipts._form.number.full_text() == "00001/KW/L1/XI/2026"
    assert len(rows(page.receipts._form.receipts)) == 1
    press(page, "Escape")
    assert rows(page.receipts._form.receipts) == []
    scan(page, "melati")
    assert len(rows(page.receipts._form.receipts)) == 1


def test_without_a_receipt_printer_a_copy_says_what_to_do(page: CashPage, desk: Desk) -> None:
    debtor(desk)
    scan(page, "M-1", "")
    press(page, "Ctrl+2")
    page.receipts.again_button.click()
    assert "Printer struk belum dipilih" in page.said()


def test_the_kuitansi_is_written_as_a_pdf(page: CashPage, desk: Desk, tmp_path: Path) -> None:
    debtor(desk)
    scan(page, "M-1", "")
    press(page, "Ctrl+2")
    view = page.receipts.presenter.shown
    assert view is not None
    page.receipts.write_paper(view, tmp_path / "kuitansi.pdf")
    assert "Tersimpan" in page.said()
    text = text_of((tmp_path / "kuitansi.pdf").read_bytes())
    assert "00001/KW/L1/XI/2026" in text
    assert "Tiga ribu lima ratus rupiah" in " ".join(text.split())


# ---- the drawer -----------------------------------------------------------------------------------------------------


def count(page: CashPage, **pieces: int) -> None:
    for worth, number in pieces.items():
        page.drawer.count.grid.editors[int(worth.removeprefix("rp"))].setValue(number)


def figures(page: CashPage) -> dict[str, str]:
    return {words.text(): figure.text() for words, figure in page.drawer._figures if figure.isVisible()}


def test_counting_and_closing_with_a_difference_that_must_be_explained(
    page: CashPage, desk: Desk, tmp_path: Path
) -> None:
    debtor(desk)
    scan(page, "M-1", "")
    press(page, "Ctrl+3")
    assert figures(page)["Seharusnya di laci"] == "Rp103.500"
    page.drawer.count_button.click()
    count(page, rp100000=1, rp2000=1)
    assert figures(page)["Terhitung"] == "Rp102.000"
    assert figures(page)["Kurang"] == "−Rp1.500"
    assert "Rp1.500 lebih sedikit daripada catatan" in page.drawer._form.about.text()
    page.drawer.count.close_button.click()
    assert page.drawer.count.explanation_row.error()
    page.drawer.count.explanation.setText("Kembalian lebih")
    page.drawer.count.close_button.click()
    assert "Laci ditutup. Rp2.000 menunggu diserahkan" in page.said()
    closed = cash_shift.waiting_shifts(desk)[0].shift
    assert (closed.counted_rp, closed.left_rp, closed.explanation) == (102_000, 100_000, "Kembalian lebih")
    assert not page.drawer.paper_button.isEnabled()
    page.drawer.hand_button.click()
    assert "/ST/" in page.said()
    assert cash_shift.waiting_shifts(desk) == []
    assert page.drawer.paper_button.isEnabled()
    handed = cash_shift.shifts(desk, desk.today(), desk.today())[0].shift.hand_over_id
    assert handed is not None
    page.drawer.write_paper(handed, tmp_path / "serah-terima.pdf")
    assert "Dua ribu rupiah" in text_of((tmp_path / "serah-terima.pdf").read_bytes())


def test_the_explanation_is_asked_only_where_there_is_something_to_explain(page: CashPage) -> None:
    press(page, "Ctrl+3")
    page.drawer.count_button.click()
    count(page, rp50000=2)
    assert figures(page)["Selisih"] == "Pas"
    assert not page.drawer.count.explanation_row.isVisible()
    count(page, rp500=3)
    assert figures(page)["Lebih"] == "+Rp1.500"
    assert page.drawer.count.explanation_row.isVisible()


def test_arrows_and_enter_walk_the_denominations(page: CashPage, desk: Desk, qtbot: QtBot) -> None:
    press(page, "Ctrl+3")
    page.drawer.count_button.click()
    editors = list(page.drawer.count.grid.editors.values())
    assert editors[0].hasFocus()
    qtbot.keyClicks(editors[0], "1")
    press(page, "Return", editors[0])
    assert editors[1].hasFocus()
    press(page, "Down", editors[1])
    press(page, "Up", editors[2])
    assert editors[1].hasFocus()
    assert page.drawer.count.counts() == {100_000: 1}  # arrows count nothing
    for editor in editors[1:]:
        press(page, "Return", editor)
    assert page.drawer.count.stays.hasFocus()
    qtbot.keyClick(page.drawer.count.stays, Qt.Key.Key_Return, delay=PERSON_MS)
    with desk.view() as act:
        assert [shift.counted_rp for shift in _shifts(act)] == [100_000]
    assert cash_shift.current_shift(desk) is None


def _shifts(act: Any) -> list[CashShift]:
    return [view.shift for view in cash_shift.shifts(act.desk, act.today, act.today)]


def test_the_treasurer_at_the_counter_receives_his_own_money_at_once(page: CashPage, desk: Desk) -> None:
    sign_in_treasurer(desk)
    press(page, "Ctrl+3")
    page.drawer.count_button.click()
    assert page.drawer.to_me.isVisible()
    page.drawer.to_me.setChecked(True)
    count(page, rp100000=1)
    page.drawer.count.stays.set_value(0)
    page.drawer.close_drawer()
    assert "Rp100.000 sudah diterima bendahara" in page.said()
    assert event_types(desk, 3) == ["ShiftClosed", "CashHandedOver", "HandOverReceived"]


def test_a_locked_day_takes_no_money_until_a_supervisor_opens_it(page: CashPage, desk: Desk) -> None:
    member = debtor(desk)
    press(page, "Ctrl+3")
    assert not page.drawer.lock_button.isEnabled()  # the drawer is open
    page.drawer.count_button.click()
    count(page, rp100000=1)
    page.drawer.count.close_button.click()
    page.drawer.lock_button.click()
    assert "dikunci" in page.said()
    assert not page.drawer.float_edit.isVisible()
    press(page, "Ctrl+1")
    assert "sudah dikunci" in page.pay._form.hint.text()
    press(page, "Ctrl+3", page)
    page.drawer.reopen_button.click()
    sign(sheet_of(page.acts, SignedSheet), reason="kuitansi tertinggal")
    assert page.drawer.float_edit.isVisible()
    press(page, "Return", page.drawer.float_edit)
    press(page, "Ctrl+1", page)
    scan(page, "M-1", "")
    assert bill_of(desk, member).owed_rp == 0


def test_escape_leaves_the_count_and_forgets_it(page: CashPage, desk: Desk) -> None:
    press(page, "Ctrl+3")
    page.drawer.count_button.click()
    press(page, "Escape", page.drawer.count.grid.editors[100_000])
    assert not page.drawer.counting
    assert cash_shift.current_shift(desk) is not None


# ---- in the window --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", ["sirkulasi", "lengkap", "bendahara"])
def test_the_page_is_a_tab_where_money_is_taken(profile: str) -> None:
    kinds = pages_of(profile)
    assert CashPage in kinds
    if MembersPage in kinds:
        assert kinds.index(CashPage) > kinds.index(MembersPage)


def test_from_circulation_to_the_bill_of_who_owes(shell: Shell, desk: Desk, qtbot: QtBot) -> None:
    debtor(desk)
    add_member(desk, "M-2", name="Rara Contoh")
    window = MainWindow(shell, pages_of("sirkulasi"))
    qtbot.addWidget(window)
    in_front(window)
    window.show_page(CirculationPage)
    counter = window.pages[CirculationPage]
    assert isinstance(counter, CirculationPage)
    counter.presenter.scanned("M-2")
    card = counter._form.member_panel.card()
    assert card is not None
    assert "Ctrl+D" not in dict(card.keys)
    counter.presenter.scanned("M-1")
    card = counter._form.member_panel.card()
    assert card is not None
    assert dict(card.keys)["Ctrl+D"] == "bayar"
    QTest.keyClick(counter._form.scan_box.focusProxy(), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    page = window.current()
    assert isinstance(page, CashPage)
    assert "Bayar Rp3.500 | Melati Kenari" in answer(page)
    page.shell.changes.tell("loans")
    assert "Bayar Rp3.500" in answer(page)


def test_another_desk_s_payment_shows_at_once(page: CashPage, desk: Desk) -> None:
    member = debtor(desk)
    scan(page, "M-1")
    with desk.action() as act:
        charge = act.state.open_charges(member)[0].id
        act.record(e.ChargeWaived(act.new_id(), charge, 3_500, act.today, "keliru"))
    page.shell.changes.tell("loans")
    assert "Tidak ada tagihan | Melati Kenari" in answer(page)


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_every_view_fits_a_small_screen(shell: Shell, desk: Desk, qtbot: QtBot, scale: float) -> None:
    theme.install(QApplication.instance(), name="light", scale=scale, motion=False)  # type: ignore[arg-type]
    member = debtor(desk)
    owes(desk, member, 85_000, "lost")
    window = MainWindow(shell, pages_of("lengkap"))
    qtbot.addWidget(window)
    in_front(window)
    window.show_page(CashPage)
    page = window.pages[CashPage]
    assert isinstance(page, CashPage)
    scan(page, "M-1", "")  # the banner over the drawer is the tightest
    page.drawer.open_drawer()
    page.show_view("drawer")
    page.drawer.start_count()
    page._say("Laci dibuka.", "ok")
    QApplication.processEvents()
    assert window.minimumSizeHint().height() <= 768
    assert window.minimumSizeHint().width() <= 1366


def test_the_help_tells_every_key_of_the_page(page: CashPage) -> None:
    told = " ".join(key for _, keys in KEYS for key, _ in keys) + " ".join(does for _, keys in KEYS for _, does in keys)
    keys = {button.shortcut().toString() for button in page.findChildren(Button)} - {""}
    assert {"Ctrl+J", "Ctrl+U", "Ctrl+H"} <= keys
    assert [key for key in sorted(keys | {"Ctrl+Z", "Ctrl+Enter", "Alt+T"}) if key not in told] == []


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_the_help_opens_with_the_page_in_front_and_fits(shell: Shell, qtbot: QtBot, scale: float) -> None:
    theme.install(QApplication.instance(), name="light", scale=scale, motion=False)  # type: ignore[arg-type]
    window = MainWindow(shell, pages_of("lengkap"))
    qtbot.addWidget(window)
    in_front(window)
    window.show_page(CashPage)
    found = HelpSheet(window)
    found.show()
    assert found.views.current() == "Denda & Kas"
    assert {"Ctrl+U", "Ctrl+H", "F1"} <= shown_keys(found)
    assert "Ctrl+R" not in shown_keys(found)
    found.views.set_current("Bendahara")
    found.views.changed.emit("Bendahara")
    assert {"Ctrl+3", "F6", "F1"} <= shown_keys(found)
    assert "Ctrl+U" not in shown_keys(found)
    assert found.minimumSizeHint().width() <= found.width() <= 1366
    assert found.minimumSizeHint().height() <= 768, "whichever view: the highest counts"


def shown_keys(found: HelpSheet) -> set[str]:
    return {hint.key() for hint in found.findChildren(KeyHint) if hint.isVisible()}


def test_the_circulation_operator_s_name_is_on_the_receipt(page: CashPage, desk: Desk) -> None:
    debtor(desk)
    scan(page, "M-1", "")
    press(page, "Ctrl+2")
    view = page.receipts.presenter.shown
    assert view is not None
    assert view.operator == CIRCULATION.title()
