"""Counters that worked apart took the same money: what stands, what a person is asked, what he sees and decides.

Classes PAY_DUP, RCP_DUP, CASH_TWICE and PAY_UNKNOWN. A receipt that was handed over counts, whatever the order.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from conflict_books import ADA, CHARGE, DAY, Books, made
from fakes import ADMIN, CIRCULATION, new_desk, operator
from money_books import (
    A_RECEIPT,
    B_RECEIPT,
    C_RECEIPT,
    CARD_FEE,
    CLOSED,
    FINE_RP,
    GIVEN,
    OPENED,
    RECEIVED,
    REMITTED,
    SHIFT,
    amounts,
    fined,
    let_off,
    moved,
    numbers,
    paid,
    voided,
)
from stock import add_member, row

from loket.domain import decisions as d
from loket.domain import events as e
from loket.domain.cases import CaseClass as C
from loket.domain.cases import detail_of
from loket.domain.decisions import choices_for
from loket.domain.entities import Case, Charge, Id, Receipt
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.services.case_money import refunds_due
from loket.services.cases import open_cases, resolve_case

BOTH_ORDERS = pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["a first", "b first"])


@pytest.fixture
def books() -> Books:
    return fined()


def both(books: Books, one: e.Event, other: e.Event, order: tuple[int, int] = (0, 1)) -> list[tuple[str, str]]:
    """Desk A does the one, desk B eleven minutes later the other; the server hears of them in this order."""
    apart = (made(one, desk="a"), made(other, desk="b", minutes=11))
    return books.arrive(*(apart[nth] for nth in order))


# ---- PAY_DUP ------------------------------------------------------------------------------------------------------


@BOTH_ORDERS
def test_a_fine_taken_at_two_desks_stays_paid_and_the_rest_is_the_members(books, order):
    assert both(books, paid(A_RECEIPT), paid(B_RECEIPT), order) == [(C.PAY_DUP, "medium")]
    assert amounts(books) == (2 * FINE_RP, 0, FINE_RP, FINE_RP)
    assert numbers(books) == ["00033/KW/L1/XI/2026", "00034/KW/L1/XI/2026"]
    case = books.only_case()
    assert (case.entity, books.case_detail()["credit_rp"]) == (CHARGE, FINE_RP)
    assert choices_for(case) == (d.KEEP_CREDIT, d.GIVE_BACK)
    assert books.credits_of(ADA) == [books.the(Charge, CHARGE)]


@BOTH_ORDERS
@pytest.mark.parametrize("part_rp", [4_999, 5_000])
def test_what_is_over_is_to_the_rupiah(books, order, part_rp):
    both(books, paid(A_RECEIPT, part_rp), paid(B_RECEIPT), order)
    assert amounts(books) == (part_rp + FINE_RP, 0, FINE_RP, part_rp)


def test_two_parts_that_make_the_whole_are_nobodys_business(books):
    assert both(books, paid(A_RECEIPT, 2_000), paid(B_RECEIPT, 3_000)) == []


@BOTH_ORDERS
def test_let_off_here_and_paid_there_the_money_is_the_members(books, order):
    assert both(books, let_off(), paid(A_RECEIPT), order) == [(C.PAY_DUP, "medium")]
    assert amounts(books) == (FINE_RP, FINE_RP, FINE_RP, FINE_RP)


@BOTH_ORDERS
def test_voided_here_and_paid_there_it_is_paid_once(books, order):
    books.arrive(made(paid(A_RECEIPT), minutes=-5))
    told = both(books, voided(A_RECEIPT), paid(B_RECEIPT), order)
    assert amounts(books) == (FINE_RP, 0, FINE_RP, 0)
    assert told == ([] if order == (0, 1) else [(C.PAY_DUP, "medium")])


@BOTH_ORDERS
def test_the_same_credit_used_at_two_desks_is_owed_again(books, order):
    other_fee = Id("f" * 31 + "9")
    books.arrive(made(e.FeeRaised(other_fee, ADA, "form_fee", FINE_RP, DAY, "Perda contoh"), minutes=-9))
    books.arrive(made(paid(A_RECEIPT, 2 * FINE_RP), minutes=-8))
    told = both(books, moved(FINE_RP, "a"), moved(FINE_RP, "b", other_fee), order)
    assert told == [(C.PAY_DUP, "medium")]
    assert amounts(books) == (0, 0, 0, 0)
    assert amounts(books, CARD_FEE) == amounts(books, other_fee) == (FINE_RP, 0, FINE_RP, 0)
    assert short_of(books) == FINE_RP


@BOTH_ORDERS
def test_the_same_credit_given_back_at_two_desks_is_missing(books, order):
    books.arrive(made(paid(A_RECEIPT, 2 * FINE_RP), minutes=-8))
    told = both(books, paid(B_RECEIPT, -FINE_RP), paid(C_RECEIPT, -FINE_RP), order)
    assert told == [(C.PAY_DUP, "medium")]
    assert short_of(books) == FINE_RP
    (case,) = (one for one in books.cases_about(CHARGE) if "missing_rp" in detail_of(one))
    assert choices_for(case) == (d.NOTED,)


def short_of(books: Books) -> int:
    found = [detail_of(case).get("missing_rp") for case in books.cases_about(CHARGE)]
    return sum(one for one in found if one)


@pytest.mark.parametrize("choice", [d.KEEP_CREDIT, d.GIVE_BACK])
def test_a_decision_moves_no_money_by_itself(books, choice):
    both(books, paid(A_RECEIPT), paid(B_RECEIPT))
    before = books.rows()
    assert books.decide(books.only_case().id, choice, by="sari") == []
    assert books.rows() == before
    assert (books.only_case().closed, books.only_case().choice) == (True, choice)


# ---- RCP_DUP ------------------------------------------------------------------------------------------------------


@BOTH_ORDERS
def test_a_number_from_a_copy_of_a_counter_is_kept_apart(books, order):
    same = replace(paid(B_RECEIPT, charge_id=CARD_FEE), number=paid(A_RECEIPT).number)
    assert both(books, paid(A_RECEIPT), same, order) == [(C.RCP_DUP, "medium")]
    assert numbers(books) == ["00033/KW/L1/XI/2026", "00033/KW/L1/XI/2026-2"]
    first, second = ((A_RECEIPT, B_RECEIPT)[nth] for nth in order)
    assert books.case_detail() == {
        "number": "00033/KW/L1/XI/2026",
        "stored_as": "00033/KW/L1/XI/2026-2",
        "others": [first],
    }
    assert books.only_case().entity == second
    third = replace(paid(C_RECEIPT, 1, None), number=paid(A_RECEIPT).number.lower())
    assert books.arrive(made(third, desk="c", minutes=20)) == [(C.RCP_DUP, "medium")]
    assert len(set(numbers(books))) == 3


# ---- CASH_TWICE ---------------------------------------------------------------------------------------------------


@BOTH_ORDERS
def test_a_receipt_voided_at_two_desks_is_void_once(books, order):
    books.arrive(made(paid(A_RECEIPT), minutes=-5))
    assert both(books, voided(A_RECEIPT, shift_id=SHIFT), voided(A_RECEIPT), order) == [(C.CASH_TWICE, "medium")]
    assert amounts(books) == (0, 0, 0, 0)
    assert books.the(Receipt, A_RECEIPT).void_shift_id == (SHIFT if order == (0, 1) else None)
    assert books.case_detail()["what"] == "void"


# ---- how a person reads and decides it ------------------------------------------------------------------------------


@pytest.fixture
def desk(tmp_path):
    return new_desk(tmp_path)


def paid_twice(desk) -> Id:
    """A fee of a member's whose money two of the library's people took. Returns the charge."""
    member_id = add_member(desk, "A-1", name="Ada Contoh")
    with desk.action() as act:
        charge_id = act.new_id()
        act.record(e.FeeRaised(charge_id, member_id, "card_fee", FINE_RP, act.today, "Perda contoh"))
    for receipt_id in (A_RECEIPT, B_RECEIPT):
        take(desk, receipt_id, charge_id=charge_id, member_id=member_id)
    return charge_id


def take(desk, receipt_id: Id, amount_rp: int = FINE_RP, **more) -> None:
    charge_id = more.pop("charge_id")
    with desk.action() as act:
        act.record(paid(receipt_id, amount_rp, charge_id, paid_on=act.today, **more))


def the_case(desk):
    (found,) = open_cases(desk)
    return found


def test_a_case_shows_both_receipts_and_what_is_over(desk):
    desk.operator = operator(desk, CIRCULATION)
    paid_twice(desk)
    view = the_case(desk)
    assert (view.cls, view.title) == ("PAY_DUP", "Tagihan dibayar dua kali")
    assert "Biaya kartu Ada Contoh sebesar Rp5.000" in view.question
    assert "kelebihannya Rp5.000" in view.question
    assert [side.heading for side in view.sides] == ["Kuitansi 00033/KW/L1/XI/2026", "Kuitansi 00034/KW/L1/XI/2026"]
    for side in view.sides:
        assert side.lines == ("Ada Contoh", "Tunai", "Rp5.000", "Biaya kartu: Rp5.000")
        assert (side.who, side.station) == (operator(desk, CIRCULATION).full_name, desk.station.name)
        assert side.at is not None
    assert [choice.label for choice in view.choices] == [
        "Simpan sebagai titipan anggota",
        "Kembalikan uangnya di bendahara",
    ]


def test_whoever_took_the_money_does_not_decide_about_it(desk):
    desk.operator = operator(desk, ADMIN)
    paid_twice(desk)
    case_id = the_case(desk).id
    with pytest.raises(Refused) as refused:
        resolve_case(desk, case_id, d.KEEP_CREDIT)
    assert refused.value.code is RefusalCode.OWN_MONEY
    assert not row(desk, Case, case_id).closed


def test_another_supervisor_decides_it_and_the_treasurer_sees_what_to_give_back(desk):
    desk.operator = operator(desk, CIRCULATION)
    charge_id = paid_twice(desk)
    desk.operator = operator(desk, ADMIN)
    assert refunds_due(desk) == ()
    with pytest.raises(InvalidInput):
        resolve_case(desk, the_case(desk).id, d.NOTED)
    resolve_case(desk, the_case(desk).id, d.GIVE_BACK)
    (due,) = refunds_due(desk)
    assert (due.charge.id, due.credit_rp, due.decided_by) == (charge_id, FINE_RP, ADMIN)
    assert due.member is not None
    assert due.member.full_name == "Ada Contoh"
    take(desk, C_RECEIPT, -FINE_RP, charge_id=charge_id, member_id=due.member.id)
    assert refunds_due(desk) == ()


def test_a_circulation_desk_does_not_decide_about_money(desk):
    desk.operator = operator(desk, ADMIN)
    paid_twice(desk)
    desk.operator = operator(desk, CIRCULATION)
    with pytest.raises(Refused) as refused:
        resolve_case(desk, the_case(desk).id, d.KEEP_CREDIT)
    assert refused.value.code is RefusalCode.ROLE_MISSING


def test_a_waiver_and_a_payment_are_told_as_what_they_are(desk):
    member_id = add_member(desk, "A-1", name="Ada Contoh")
    with desk.action() as act:
        charge_id = act.new_id()
        act.record(e.FeeRaised(charge_id, member_id, "fine", FINE_RP, act.today, "Perda contoh"))
        act.record(let_off(FINE_RP, charge_id))
    take(desk, A_RECEIPT, charge_id=charge_id, member_id=member_id)
    view = the_case(desk)
    assert "dibebaskan di satu loket dan dibayar di loket lain" in view.question
    assert [side.heading for side in view.sides] == ["Kuitansi 00033/KW/L1/XI/2026", "Dibebaskan"]
    assert view.sides[1].lines == ("Rp5.000", "kebijakan kepala", "24-11-2026")


def test_credit_that_went_out_twice_is_told_with_every_receipt(desk):
    charge_id = paid_twice(desk)
    for receipt_id in (C_RECEIPT, Id("2" * 32)):
        take(desk, receipt_id, -FINE_RP, charge_id=charge_id)
    view = next(one for one in open_cases(desk) if "keluar lebih dari sekali" in one.question)
    assert "Rp5.000 lebih banyak" in view.question
    assert [side.lines[2] for side in view.sides] == ["Rp5.000", "Rp5.000", "-Rp5.000", "-Rp5.000"]


def test_two_receipts_with_one_number_are_told_with_what_was_stored(desk):
    member_id = add_member(desk, "A-1", name="Ada Contoh")
    with desk.action() as act:
        act.record(paid(A_RECEIPT, 500, None, member_id=None, payer="Tamu Contoh"))
        act.record(paid(B_RECEIPT, 700, None, member_id=member_id, number=paid(A_RECEIPT).number))
    view = the_case(desk)
    assert "00033/KW/L1/XI/2026" in view.question
    assert [side.heading for side in view.sides] == ["Kuitansi 00033/KW/L1/XI/2026"] * 2
    assert {side.lines[0]: side.lines[2:] for side in view.sides} == {
        "Tamu Contoh": ("Rp500",),
        "Ada Contoh": ("Rp700", "Dicatat sebagai 00033/KW/L1/XI/2026-2"),
    }


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("what", ["void", "shift", "hand_over", "received", "remitted"])
def test_money_booked_twice_is_told_with_both_bookings(desk, language, what):
    again = {
        "void": (paid(A_RECEIPT, 500, None), voided(A_RECEIPT), voided(A_RECEIPT)),
        "shift": (OPENED, CLOSED, replace(CLOSED, counted_rp=1)),
        "hand_over": (OPENED, CLOSED, GIVEN, replace(GIVEN, hand_over_id=Id("6" * 32), number="00002/ST")),
        "received": (OPENED, CLOSED, GIVEN, RECEIVED, replace(RECEIVED, received_rp=1)),
        "remitted": (GIVEN, REMITTED, replace(REMITTED, remittance_id=Id("5" * 32), number="00002/STS", lines=())),
    }[what]
    with desk.action() as act:
        for event in again:
            act.record(event)
    view = next(one for one in open_cases(desk, language) if one.cls == "CASH_TWICE")
    assert "{" not in view.question
    assert "?" not in view.question
    assert len(view.sides) == 2
    assert all(side.lines for side in view.sides[:1])
    assert view.sides[0].lines != view.sides[1].lines
