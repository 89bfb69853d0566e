"""Money at the counter: who may take it, for what, and what becomes of it when something was wrong."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fakes import CIRCULATION, SUPERVISOR
from paying_desk import CASHIER, FINE_RP, REASON, TREASURER, Till, set_till
from stock import add_item, add_member, adopt_tariff, event_types, journal, must, set_rule

from loket.db.engine import driver
from loket.domain import events as e
from loket.domain.entities import (
    Charge,
    ChargeKind,
    Id,
    ItemStatus,
    Payment,
    PayMethod,
    Receipt,
    ReceiptKind,
    Role,
    Waiver,
)
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.services import payments as p
from loket.services.bills import bill_of, preview, services_for_sale, waivers_of
from loket.services.cash_days import drawer_rp, lock_day, open_shift_of
from loket.services.cash_shift import close_shift, current_shift, open_shift
from loket.services.circulation import Approval, check_out, declare
from loket.services.clearance import open_matters_of
from loket.services.desk import all_rows
from loket.services.member_records import merge
from loket.services.payments import Wanted
from loket.services.undo import undo

R = RefusalCode


@pytest.fixture
def till(tmp_path: Path) -> Till:
    return set_till(tmp_path)


def why(work: Callable[[], Any]) -> RefusalCode:
    with pytest.raises(Refused) as refused:
        work()
    return refused.value.code


def fault(work: Callable[[], Any]) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as wrong:
        work()
    return wrong.value.field, wrong.value.code


def pay(till: Till, *charges: Charge | Wanted, **terms: Any) -> p.Taken:
    wanted = [one if isinstance(one, Wanted) else Wanted(charge_id=one.id) for one in charges]
    return p.take_payment(till.desk, wanted, **terms)


def copies(till: Till, pieces: int) -> Wanted:
    tariff = next(one for one in services_for_sale(till.desk) if one.kind is ChargeKind.PHOTOCOPY)
    return Wanted(tariff_id=tariff.id, quantity=pieces)


def drawer(till: Till) -> int:
    with till.desk.view() as act:
        return drawer_rp(act, must(open_shift_of(act)))


def rows(till: Till, kind: Any) -> list[Any]:
    with till.desk.database.read() as connection:
        return list(all_rows(driver(connection), kind))


# ---- taking money -------------------------------------------------------------------------------------------------


def test_a_payment_settles_its_charges_and_gives_change_and_a_receipt(till: Till) -> None:
    card, form = till.fee(), till.fee("form_fee")
    taken = pay(till, card, form, received_rp=10_000)
    receipt = taken.receipt
    assert (receipt.total_rp, taken.change_rp, receipt.number) == (6_000, 4_000, "00001/KW/L1/XI/2026")
    assert (receipt.member_id, receipt.method, receipt.received_rp) == (till.ada, PayMethod.CASH, 10_000)
    assert (receipt.shift_id, receipt.direct) == (must(current_shift(till.desk)).shift.id, False)
    assert [till.charge(one.id).settled_rp for one in (card, form)] == [5_000, 1_000]
    lines = [(line.kind, line.amount_rp, line.account, line.legal_basis) for line in rows(till, Payment)]
    assert lines == [
        ("card_fee", 5_000, "4.1.02.01", "Perda Contoh 1/2026"),
        ("form_fee", 1_000, "4.1.02.01", "Perda Contoh 1/2026"),
    ]
    assert event_types(till.desk, 1) == ["PaymentTaken"]
    assert bill_of(till.desk, till.ada).charges == ()
    assert drawer(till) == 56_000
    with till.desk.view() as act:
        job = act.driver.execute("SELECT kind, about FROM slip_job").fetchone()
    assert job == ("receipt", bytes.fromhex(receipt.id))
    assert must(taken.slip_job_id)


def test_a_guest_pays_for_what_there_is_a_tariff_for(till: Till) -> None:
    taken = pay(till, copies(till, 12), payer="  Tamu   Contoh ")
    (line,) = rows(till, Payment)
    assert (taken.receipt.total_rp, taken.receipt.payer, taken.receipt.member_id) == (4_200, "Tamu Contoh", None)
    assert (line.kind, line.name, line.quantity, line.charge_id) == ("photocopy", "Foto kopi A4 (lembar)", 12, None)
    assert line.account == "4.1.02.03"


def test_part_of_a_charge_can_be_paid_and_never_more_than_is_owed(till: Till) -> None:
    card = till.fee()
    pay(till, Wanted(card.id, amount_rp=2_000))
    assert (till.charge(card.id).settled_rp, bill_of(till.desk, till.ada).owed_rp) == (2_000, 3_000)
    for amount_rp in (3_001, -1):
        wrong = Wanted(card.id, amount_rp=amount_rp)
        assert fault(lambda wanted=wrong: pay(till, wanted)) == ("amount_rp", "amount_owed")
    pay(till, card)
    assert till.charge(card.id).settled_rp == 5_000
    assert fault(lambda: pay(till, card)) == ("amount_rp", "amount_owed")
    assert sum(receipt.total_rp for receipt in rows(till, Receipt)) == 5_000


def test_a_fine_paid_to_the_treasurer_releases_the_member_at_once(till: Till) -> None:
    fine = till.late_return("B1")
    next_item = add_item(till.desk, "B2")
    assert (fine.amount_rp, fine.kind) == (3 * FINE_RP, "fine")
    assert why(lambda: check_out(till.desk, member_id=till.ada, item_id=next_item)) is R.MEMBER_OWES
    (line,) = bill_of(till.desk, till.ada).charges
    assert (line.collectible, line.why_not, line.title) == (False, R.TREASURER_ONLY, "Judul B1")
    assert why(lambda: pay(till, fine)) is R.TREASURER_ONLY
    till.sign_in(TREASURER)
    assert bill_of(till.desk, till.ada).charges[0].collectible
    taken = pay(till, fine)
    assert taken.view.lines[0].payment.legal_basis == "Perda Contoh 2/2026"  # of the terms it was lent under
    assert taken.view.lines[0].payment.account == "4.1.04.01"
    till.sign_in(CIRCULATION)
    assert check_out(till.desk, member_id=till.ada, item_id=next_item).loan


def test_which_kinds_only_the_treasurer_receives_is_the_librarys_choice(till: Till) -> None:
    set_rule(till.desk, "treasurer_only", ("card_fee",))
    fine, card = till.late_return("B1"), till.fee()
    assert why(lambda: pay(till, card)) is R.TREASURER_ONLY
    assert pay(till, fine).receipt.total_rp == 3 * FINE_RP


def test_nothing_is_collected_without_a_regulation(till: Till) -> None:
    item_id = add_item(till.desk, "B1")
    check_out(till.desk, member_id=till.ada, item_id=item_id)
    declare(till.desk, item_id=item_id, status=ItemStatus.LOST, charge_rp=80_000)
    (line,) = bill_of(till.desk, till.ada).charges
    assert (line.owed_rp, line.why_not, line.label_kind) == (80_000, R.NO_TARIFF, "lost")
    till.sign_in(TREASURER)
    assert why(lambda: pay(till, line.charge)) is R.NO_TARIFF
    adopt_tariff(till.desk, "lost", account="4.1.04.02")
    pay(till, line.charge)
    assert rows(till, Payment)[0].account == "4.1.04.02"


def test_cash_needs_an_open_drawer_and_other_money_only_what_the_treasurer_deposits(tmp_path: Path) -> None:
    till = set_till(tmp_path, float_rp=-1)
    card = till.fee()
    assert why(lambda: pay(till, card)) is R.NO_OPEN_SHIFT
    transfer = {"method": PayMethod.TRANSFER, "reference": " TRF  001 "}
    set_rule(till.desk, "noncash_to_treasury", False)
    assert why(lambda: pay(till, card, **transfer)) is R.NO_OPEN_SHIFT
    set_rule(till.desk, "noncash_to_treasury", True)
    receipt = pay(till, card, **transfer).receipt
    assert (receipt.reference, receipt.direct, receipt.shift_id, receipt.received_rp) == ("TRF 001", True, None, 0)


def test_what_is_not_cash_needs_its_reference(till: Till) -> None:
    card = till.fee()
    for reference in ("", "  "):
        missing = {"method": PayMethod.QRIS, "reference": reference}
        assert fault(lambda terms=missing: pay(till, card, **terms)) == ("reference", "reference_missing")
    long = {"method": PayMethod.QRIS, "reference": "x" * 81}
    assert fault(lambda: pay(till, card, **long)) == ("reference", "text_too_long")
    set_rule(till.desk, "noncash_to_treasury", False)
    receipt = pay(till, card, method=PayMethod.QRIS, reference="QR-1", received_rp=9_000).receipt
    assert (receipt.direct, receipt.shift_id) == (False, must(current_shift(till.desk)).shift.id)
    assert drawer(till) == 50_000
    assert pay(till, till.fee(), reference="diabaikan").receipt.reference == ""


def test_a_locked_day_takes_and_gives_back_nothing(till: Till) -> None:
    card, other = till.fee(), till.fee("form_fee")
    receipt = pay(till, card).receipt
    close_shift(till.desk, {50_000: 1, 5_000: 1}, 50_000)
    lock_day(till.desk, till.desk.today())
    transfer: dict[str, Any] = {"method": PayMethod.TRANSFER, "reference": "T1"}
    assert why(lambda: pay(till, other, **transfer)) is R.DAY_LOCKED
    assert why(lambda: p.void_receipt(till.desk, receipt.id, REASON, till.approval())) is R.DAY_LOCKED
    till.desk.clock.advance(days=1)
    assert pay(till, other, **transfer).receipt.number == "00002/KW/L1/XI/2026"


def test_too_little_on_the_counter_is_no_payment(till: Till) -> None:
    card = till.fee()
    before = len(journal(till.desk))
    assert fault(lambda: pay(till, card, received_rp=4_999)) == ("received_rp", "received_too_little")
    assert fault(lambda: pay(till, card, received_rp=8_990_000_001_163)) == ("received_rp", "amount_too_large")
    assert fault(lambda: pay(till, copies(till, 1), payer="x" * 201)) == ("payer", "text_too_long")
    assert len(journal(till.desk)) == before
    with till.desk.view() as act:
        assert act.driver.execute("SELECT count(*) FROM slip_job").fetchone() == (0,)


def test_what_cannot_stand_on_one_receipt_is_refused(till: Till) -> None:
    mine, his = till.fee(), till.fee(member_id=till.budi)
    assert fault(lambda: pay(till)) == ("lines", "nothing_to_pay")
    assert fault(lambda: pay(till, mine, mine)) == ("lines", "line_twice")
    assert fault(lambda: pay(till, mine, his)) == ("lines", "lines_of_others")
    assert fault(lambda: pay(till, mine, member_id=till.budi)) == ("lines", "lines_of_others")
    assert fault(lambda: pay(till, replace(copies(till, 1), quantity=0))) == ("quantity", "number_out_of_range")
    assert fault(lambda: pay(till, replace(copies(till, 2), amount_rp=100))) == ("amount_rp", "amount_by_tariff")
    assert fault(lambda: pay(till, Wanted(tariff_id=Id("1" * 32)))) == ("tariff", "tariff_gone")
    assert why(lambda: pay(till, Wanted(charge_id=Id("1" * 32)))) is R.CHARGE_UNKNOWN
    assert why(lambda: pay(till, mine, member_id=Id("1" * 32))) is R.CODE_UNKNOWN


def test_charges_of_a_merged_record_are_paid_by_the_one_who_stands_for_it(till: Till) -> None:
    charge = till.fee(member_id=till.budi)
    till.sign_in(SUPERVISOR)
    merge(till.desk, till.ada, till.budi)
    assert [line.charge.id for line in bill_of(till.desk, till.budi).charges] == [charge.id]
    assert pay(till, charge).receipt.member_id == till.ada


def test_only_staff_take_money(till: Till) -> None:
    card = till.fee()
    till.desk.operator = replace(must(till.desk.operator), roles=(Role.CATALOGUER.value,))
    assert why(lambda: pay(till, card)) is R.ROLE_MISSING
    till.desk.operator = None
    assert why(lambda: pay(till, card)) is R.NOT_SIGNED_IN


def test_cash_is_rounded_where_small_coins_are_gone_and_nothing_else_is(till: Till) -> None:
    set_rule(till.desk, "cash_rounding_rp", 500)
    wanted = [copies(till, 3)]
    assert p.total_rp(till.desk, wanted) == 1_000
    assert p.total_rp(till.desk, wanted, PayMethod.QRIS) == 1_050
    taken = p.take_payment(till.desk, wanted, received_rp=1_000)
    assert [(line.kind, line.amount_rp) for line in rows(till, Payment)] == [("photocopy", 1_050), ("rounding", -50)]
    assert [line.label for line in taken.view.lines] == ["Foto kopi A4 (lembar)", "Pembulatan tunai"]
    assert drawer(till) == 51_000
    small = adopt_tariff(till.desk, "service", 200, name="Cetak")
    assert p.total_rp(till.desk, [Wanted(tariff_id=small.id)]) == 500  # never down to nothing


def test_a_receipt_of_much_money_wants_a_stamp(till: Till) -> None:
    dear = adopt_tariff(till.desk, "service", 1_000_000, name="Sewa ruang", unit="hari")
    assert not pay(till, Wanted(tariff_id=dear.id, quantity=5)).needs_stamp
    taken = pay(till, Wanted(tariff_id=dear.id, quantity=6))
    assert (taken.needs_stamp, taken.view.words) == (True, "Enam juta rupiah")
    set_rule(till.desk, "stamp_duty_above_rp", 0)
    assert not pay(till, Wanted(tariff_id=dear.id, quantity=6)).needs_stamp


def test_late_books_are_priced_before_they_come_back(till: Till) -> None:
    item_id = add_item(till.desk, "B1")
    lent = check_out(till.desk, member_id=till.ada, item_id=item_id)
    assert preview(till.desk, till.ada) == ()
    late_on = lent.loan.due_on.replace(year=lent.loan.due_on.year + 1)
    (found,) = preview(till.desk, till.ada, late_on)
    assert (found.barcode, found.title, found.policy.id) == ("B1", "Judul B1", lent.policy.id)
    assert found.lateness.fine_rp == found.lateness.counted_days * FINE_RP > 0
    assert rows(till, Charge) == []


# ---- void ---------------------------------------------------------------------------------------------------------


def test_a_void_receipt_keeps_its_number_and_opens_its_charges_again(till: Till) -> None:
    card = till.fee()
    receipt = pay(till, card).receipt
    till.desk.clock.advance(days=1)
    void = p.void_receipt(till.desk, receipt.id, f"  {REASON} ", till.approval())
    assert (void.number, void.voided_on, void.void_reason) == (receipt.number, till.desk.today(), REASON)
    assert (void.void_by, void.void_approved_by) == (must(till.desk.operator).id, till.approval().supervisor_id)
    assert void.void_shift_id == receipt.shift_id
    assert (till.charge(card.id).settled_rp, drawer(till)) == (0, 50_000)
    assert why(lambda: p.void_receipt(till.desk, receipt.id, REASON, till.approval())) is R.ALREADY_VOID
    assert pay(till, card).receipt.running == receipt.running + 1


def test_a_void_needs_a_reason_and_another_supervisor(till: Till) -> None:
    receipt = pay(till, till.fee()).receipt
    before = len(journal(till.desk))
    assert fault(lambda: p.void_receipt(till.desk, receipt.id, " ", till.approval())) == ("reason", "reason_missing")
    assert why(lambda: p.void_receipt(till.desk, receipt.id, REASON, None)) is R.APPROVAL_NEEDED
    for stranger in (till.approval(CASHIER), Approval(Id("9" * 32), REASON)):
        expected = R.SECOND_PERSON if stranger == till.approval(CASHIER) else R.ROLE_MISSING
        assert why(lambda word=stranger: p.void_receipt(till.desk, receipt.id, REASON, word)) is expected
    assert why(lambda: p.void_receipt(till.desk, receipt.id, REASON, till.approval(TREASURER))) is R.ROLE_MISSING
    till.sign_in(SUPERVISOR)
    assert why(lambda: p.void_receipt(till.desk, receipt.id, REASON, till.approval())) is R.SECOND_PERSON
    assert why(lambda: p.void_receipt(till.desk, Id("9" * 32), REASON, till.approval())) is R.RECEIPT_UNKNOWN
    assert len(journal(till.desk)) == before


def test_cash_goes_back_out_of_an_open_drawer_that_has_it(till: Till) -> None:
    receipt = pay(till, till.fee()).receipt
    close_shift(till.desk, {50_000: 1, 5_000: 1}, 2_000)
    assert why(lambda: p.void_receipt(till.desk, receipt.id, REASON, till.approval())) is R.NO_OPEN_SHIFT
    second = open_shift(till.desk, 2_000)
    assert why(lambda: p.void_receipt(till.desk, receipt.id, REASON, till.approval())) is R.DRAWER_SHORT
    pay(till, copies(till, 10))
    assert p.void_receipt(till.desk, receipt.id, REASON, till.approval()).void_shift_id == second.id
    assert drawer(till) == 2_000 + 3_500 - 5_000


# ---- credit -------------------------------------------------------------------------------------------------------


def paid_too_much(till: Till) -> Charge:
    """A fine of 3.000 that Ada paid before the return was taken back: the money is hers again."""
    set_rule(till.desk, "treasurer_only", ())
    fine = till.late_return("B9")
    pay(till, fine)
    taken_back = undo(till.desk, reason="salah pindai")
    assert taken_back.credit_rp == fine.amount_rp
    return till.charge(fine.id)


def test_what_was_paid_for_a_return_taken_back_is_the_members(till: Till) -> None:
    fine = paid_too_much(till)
    bill = bill_of(till.desk, till.ada)
    assert (bill.owed_rp, bill.credit_rp, [line.charge.id for line in bill.credits]) == (0, 3_000, [fine.id])
    assert (fine.cancelled, fine.settled_rp, fine.credit_rp) == (True, 0, 3_000)


def test_credit_is_used_for_another_charge_without_a_receipt(till: Till) -> None:
    fine, card = paid_too_much(till), till.fee()
    receipts = len(rows(till, Receipt))
    assert p.use_credit(till.desk, fine.id, card.id) == 3_000
    assert (till.charge(fine.id).credit_rp, till.charge(card.id).settled_rp) == (0, 3_000)
    assert len(rows(till, Receipt)) == receipts
    assert why(lambda: p.use_credit(till.desk, fine.id, card.id)) is R.NO_CREDIT


def test_credit_goes_no_farther_than_it_reaches_and_to_nobody_else(till: Till) -> None:
    fine, form, his = paid_too_much(till), till.fee("form_fee"), till.fee(member_id=till.budi)
    assert fault(lambda: p.use_credit(till.desk, fine.id, form.id, 1_001)) == ("amount_rp", "amount_owed")
    assert fault(lambda: p.use_credit(till.desk, fine.id, his.id)) == ("lines", "lines_of_others")
    assert fault(lambda: p.use_credit(till.desk, fine.id, his.id, 3_001)) == ("amount_rp", "amount_of_credit")
    assert p.use_credit(till.desk, fine.id, form.id) == 1_000
    assert till.charge(fine.id).credit_rp == 2_000
    assert fault(lambda: p.use_credit(till.desk, fine.id, form.id)) == ("amount_rp", "amount_owed")


def test_money_given_back_has_a_receipt_of_its_own(till: Till) -> None:
    fine = paid_too_much(till)
    in_drawer = drawer(till)
    assert why(lambda: p.refund(till.desk, fine.id, 0, REASON, None)) is R.APPROVAL_NEEDED
    assert fault(lambda: p.refund(till.desk, fine.id, 3_001, REASON, till.approval())) == (
        "amount_rp",
        "amount_of_credit",
    )
    first = p.refund(till.desk, fine.id, 1_000, REASON, till.approval())
    assert (first.receipt.kind, first.receipt.total_rp) == (ReceiptKind.REFUND, -1_000)
    assert first.receipt.number.split("/")[:3] == ["00001", "BK", "L1"]
    granted, taken = (found.event for found in journal(till.desk)[-2:])
    assert isinstance(granted, e.OverrideGranted)
    assert (granted.reason, granted.supervisor_id) == (REASON, till.approval().supervisor_id)
    assert isinstance(taken, e.PaymentTaken)
    transfer = p.refund(
        till.desk, fine.id, 0, REASON, till.approval(), method=PayMethod.TRANSFER, reference="T-9"
    ).receipt
    assert (transfer.total_rp, transfer.reference, transfer.direct) == (-2_000, "T-9", True)
    assert (till.charge(fine.id).credit_rp, drawer(till)) == (0, in_drawer - 1_000)
    assert why(lambda: p.refund(till.desk, fine.id, 0, REASON, till.approval())) is R.NO_CREDIT


def test_more_is_never_given_back_than_the_drawer_has(tmp_path: Path) -> None:
    till = set_till(tmp_path, float_rp=0)
    set_rule(till.desk, "treasurer_only", ())
    fine = till.late_return("B9")
    pay(till, fine, method=PayMethod.QRIS, reference="Q1")
    undo(till.desk, reason="salah pindai")
    assert why(lambda: p.refund(till.desk, fine.id, 0, REASON, till.approval())) is R.DRAWER_SHORT


def test_a_receipt_whose_money_was_spent_or_given_back_cannot_be_void(till: Till) -> None:
    fine, form = paid_too_much(till), till.fee("form_fee")
    (receipt,) = rows(till, Receipt)
    p.use_credit(till.desk, fine.id, form.id)
    assert why(lambda: p.void_receipt(till.desk, receipt.id, REASON, till.approval())) is R.CREDIT_SPENT
    back = p.refund(till.desk, fine.id, 0, REASON, till.approval()).receipt
    assert why(lambda: p.void_receipt(till.desk, receipt.id, REASON, till.approval())) is R.CREDIT_SPENT
    p.void_receipt(till.desk, back.id, REASON, till.approval())
    assert till.charge(fine.id).credit_rp == 2_000


def test_a_receipt_of_credit_nobody_touched_can_be_void(till: Till) -> None:
    fine = paid_too_much(till)
    (receipt,) = rows(till, Receipt)
    p.void_receipt(till.desk, receipt.id, REASON, till.approval())
    assert (till.charge(fine.id).credit_rp, till.charge(fine.id).paid_rp) == (0, 0)


# ---- letting off --------------------------------------------------------------------------------------------------


def test_a_waiver_is_no_payment_and_can_be_taken_back(till: Till) -> None:
    fine = till.late_return("B1")
    waiver = p.waive(till.desk, fine.id, 1_000, REASON, till.approval())
    assert (waiver.amount_rp, waiver.reason, waiver.approved_by) == (1_000, REASON, till.approval().supervisor_id)
    assert bill_of(till.desk, till.ada).owed_rp == 2_000
    rest = p.waive(till.desk, fine.id, 0, REASON, till.approval())
    assert (rest.amount_rp, till.charge(fine.id).waived_rp, rows(till, Receipt)) == (2_000, 3_000, [])
    assert drawer(till) == 50_000
    assert waivers_of(till.desk, fine.id) == (waiver, rest)
    void = p.void_waiver(till.desk, waiver.id, "bukan anggota itu", till.approval())
    assert (void.voided_on, void.void_reason) == (till.desk.today(), "bukan anggota itu")
    assert (void.void_by, void.void_approved_by) == (must(till.desk.operator).id, till.approval().supervisor_id)
    assert bill_of(till.desk, till.ada).owed_rp == 1_000
    assert why(lambda: p.void_waiver(till.desk, waiver.id, REASON, till.approval())) is R.ALREADY_VOID


def test_a_waiver_needs_a_reason_a_second_person_and_something_owed(till: Till) -> None:
    card = till.fee()
    assert fault(lambda: p.waive(till.desk, card.id, 5_001, REASON, till.approval())) == ("amount_rp", "amount_owed")
    assert fault(lambda: p.waive(till.desk, card.id, 0, "", till.approval())) == ("reason", "reason_missing")
    assert why(lambda: p.waive(till.desk, card.id, 0, REASON, None)) is R.APPROVAL_NEEDED
    waiver = p.waive(till.desk, card.id, 0, REASON, till.approval())
    assert fault(lambda: p.waive(till.desk, card.id, 0, REASON, till.approval())) == ("amount_rp", "amount_owed")
    assert why(lambda: p.void_waiver(till.desk, waiver.id, REASON, None)) is R.APPROVAL_NEEDED
    assert why(lambda: p.void_waiver(till.desk, Id("9" * 32), REASON, till.approval())) is R.CHARGE_UNKNOWN


def test_credit_stands_between_a_member_and_his_clearance(till: Till) -> None:
    """Money of his that the library still has is given back before he goes."""
    card = till.fee()
    pay(till, card)
    with till.desk.action() as act:
        act.record(e.ChargeWaived(act.new_id(), card.id, card.amount_rp, act.today, REASON))
    (matter,) = open_matters_of(till.desk, till.ada)
    assert (matter.kind, matter.amount_rp) == ("credit", card.amount_rp)
    p.refund(till.desk, card.id, 0, REASON, till.approval())
    assert open_matters_of(till.desk, till.ada) == ()


# ---- whatever happens ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_done_money_is_never_lost_nor_made(tmp_path: Path, seed: int) -> None:
    till, rng = set_till(tmp_path), random.Random(seed)
    set_rule(till.desk, "cash_rounding_rp", rng.choice([0, 100, 500]))
    set_rule(till.desk, "treasurer_only", ())
    people = [till.ada, till.budi, add_member(till.desk, "A-3")]
    for _ in range(45):
        with suppress(Refused, InvalidInput):  # what the desk refuses leaves nothing behind
            _anything(till, rng, people)
        if rng.random() < 0.1:
            till.desk.clock.advance(days=1)
    _check_sums(till)
    assert len(rows(till, Receipt)) > 5


def _anything(till: Till, rng: random.Random, people: list[Id]) -> None:
    desk, word = till.desk, till.approval()
    charges, receipts, waivers = rows(till, Charge), rows(till, Receipt), rows(till, Waiver)
    owed = [one for one in charges if one.settled_rp < one.amount_rp]
    over = [one for one in charges if one.credit_rp > 0]
    act = rng.choice(("fee", "fee", "pay", "pay", "part", "sale", "void", "waive", "unwaive", "use", "back", "undo"))
    if act == "undo":
        pay(till, till.late_return(f"B{len(charges)}", rng.randint(1, 5)))
        undo(desk, reason=REASON)
    elif act == "fee":
        till.fee(rng.choice(["card_fee", "form_fee", "renewal_fee"]), rng.choice(people))
    elif act == "sale":
        terms: dict[str, Any] = rng.choice([{}, {"method": PayMethod.QRIS, "reference": "Q"}])
        pay(till, copies(till, rng.randint(1, 9)), **terms)
    elif act == "void" and receipts:
        p.void_receipt(desk, rng.choice(receipts).id, REASON, word)
    elif act == "unwaive" and waivers:
        p.void_waiver(desk, rng.choice(waivers).id, REASON, word)
    elif act == "back" and over:
        p.refund(desk, rng.choice(over).id, rng.choice([0, 100]), REASON, word)
    elif act == "use" and over and owed:
        p.use_credit(desk, rng.choice(over).id, rng.choice(owed).id)
    elif owed:
        charge = rng.choice(owed)
        amount = rng.randint(1, charge.amount_rp - charge.settled_rp)
        if act == "pay":
            pay(till, charge)
        elif act == "waive":
            p.waive(desk, charge.id, amount, REASON, word)
        else:
            pay(till, Wanted(charge.id, amount_rp=amount))


def _check_sums(till: Till) -> None:
    receipts, lines, charges = rows(till, Receipt), rows(till, Payment), rows(till, Charge)
    for receipt in receipts:
        assert receipt.total_rp == sum(line.amount_rp for line in lines if line.receipt_id == receipt.id)
    counting = [receipt for receipt in receipts if receipt.voided_on is None]
    for charge in charges:
        paid = sum(line.amount_rp for line in lines if line.charge_id == charge.id and not line.voided)
        assert charge.paid_rp == paid == charge.settled_rp - charge.waived_rp + charge.credit_rp
        assert 0 <= charge.settled_rp <= charge.amount_rp
        assert charge.credit_rp >= 0
    cash = sum(one.total_rp for one in counting if one.method is PayMethod.CASH)
    assert drawer(till) == 50_000 + cash >= 0
    numbers = [(receipt.series, receipt.running) for receipt in receipts]
    for where in {series for series, _ in numbers}:
        assert sorted(running for series, running in numbers if series == where) == list(
            range(1, sum(series == where for series, _ in numbers) + 1)
        )
