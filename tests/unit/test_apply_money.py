"""How the books take money: receipts, voids, what is let off, credit, drawers, hand-overs, deposit slips, locked days.

News may come in any order: what is said of a row nobody heard of yet waits in a row of its own.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
from conflict_books import ADA, BUDI, CHARGE, COPY, DAY, Books, made, opened_library, returned
from hypothesis import given
from hypothesis import strategies as st
from money_books import (
    A_RECEIPT,
    B_RECEIPT,
    C_RECEIPT,
    CARD_FEE,
    CLOSED,
    CONFIRMED,
    DAY_ID,
    FINE_RP,
    GIVEN,
    HANDED,
    LOAN,
    LOCKED,
    OPENED,
    RECEIVED,
    REMITTED,
    REOPENED,
    SHIFT,
    SLIP,
    WAIVER,
    amounts,
    fined,
    let_off,
    moved,
    paid,
    voided,
)

from loket.domain import events as e
from loket.domain.cases import CaseClass as C
from loket.domain.entities import (
    CashDay,
    CashShift,
    Charge,
    ChargeKind,
    HandOver,
    Id,
    Payment,
    Receipt,
    Remittance,
    RemittanceLine,
    Tariff,
    Waiver,
)
from loket.domain.memory import is_owed
from loket.domain.money import owed_rp, rounded_rp, settled, tariff_in_force

TARIFF = Tariff(Id("7" * 32), ChargeKind.CARD_FEE, "", 5_000, "Perda contoh", "4.1.02.01", DAY)


@pytest.fixture
def books() -> Books:
    return fined()


def arrive(books: Books, *events: e.Event) -> list[tuple[str, str]]:
    """Each a minute after the one before."""
    return books.arrive(*(made(event, minutes=nth) for nth, event in enumerate(events)))


# ---- receipts -----------------------------------------------------------------------------------------------------


def test_a_payment_settles_its_charge_and_is_kept_with_who_where_and_when(books):
    assert arrive(books, paid(A_RECEIPT)) == []
    assert amounts(books) == (FINE_RP, 0, FINE_RP, 0)
    assert books.open_charges(ADA) == [books.the(Charge, CARD_FEE)]
    receipt = books.the(Receipt, A_RECEIPT)
    assert (receipt.number, receipt.total_rp, receipt.paid_on, receipt.copies) == ("00033/KW/L1/XI/2026", 5_000, DAY, 0)
    (line,) = books.payments_of(A_RECEIPT)
    assert (line.amount_rp, line.charge_id, line.account, line.voided) == (FINE_RP, CHARGE, "4.1.04.15", False)


def test_part_of_it_leaves_the_rest_owed(books):
    arrive(books, paid(A_RECEIPT, 2_000))
    assert owed_rp(books.the(Charge, CHARGE)) == 3_000
    assert arrive(books, paid(B_RECEIPT, 3_000)) == []
    assert amounts(books) == (FINE_RP, 0, FINE_RP, 0)


def test_several_lines_on_one_charge_are_held_against_it_together(books):
    first, again = paid(A_RECEIPT).lines[0], paid(B_RECEIPT, -FINE_RP).lines[0]
    third = paid(C_RECEIPT).lines[0]
    assert arrive(books, replace(paid(A_RECEIPT), lines=(first, third, again))) == []
    assert amounts(books) == (FINE_RP, 0, FINE_RP, 0)


def test_a_void_opens_the_charge_again_and_keeps_the_number(books):
    arrive(books, paid(A_RECEIPT), e.ReceiptCopied(A_RECEIPT))
    assert arrive(books, voided(A_RECEIPT, approved_by=BUDI, shift_id=SHIFT)) == []
    receipt = books.the(Receipt, A_RECEIPT)
    assert (receipt.voided_on, receipt.void_reason, receipt.void_approved_by) == (DAY, "salah orang", BUDI)
    assert (receipt.number, receipt.total_rp, receipt.void_shift_id, receipt.copies) == (
        "00033/KW/L1/XI/2026",
        FINE_RP,
        SHIFT,
        1,
    )
    assert amounts(books) == (0, 0, 0, 0)
    assert len(books.open_charges(ADA)) == 2


def test_money_given_back_takes_the_credit_and_nothing_else(books):
    assert arrive(books, paid(A_RECEIPT), paid(B_RECEIPT)) == [(C.PAY_DUP, "medium")]
    assert arrive(books, paid(C_RECEIPT, -FINE_RP)) == []
    assert amounts(books) == (FINE_RP, 0, FINE_RP, 0)


def test_a_receipt_for_a_guest_names_him_and_one_for_a_member_does_not(books):
    arrive(books, paid(A_RECEIPT, 500, None, member_id=None, payer="Tamu Contoh"), paid(B_RECEIPT, payer="Ada Contoh"))
    assert [books.the(Receipt, one).payer for one in (A_RECEIPT, B_RECEIPT)] == ["Tamu Contoh", ""]


def test_a_key_that_another_line_has_loses_no_money(books):
    line = paid(A_RECEIPT).lines[0]
    told = arrive(books, paid(A_RECEIPT), replace(paid(B_RECEIPT, 700), lines=(replace(line, amount_rp=700),)))
    assert (C.ID_COLLISION, "high") in told
    assert books.the(Charge, CHARGE).paid_rp == FINE_RP + 700
    assert [one.amount_rp for one in books.payments_of(B_RECEIPT)] == [700]


def test_money_for_a_charge_nobody_knows_counts_once_the_charge_is_heard_of():
    books = opened_library()
    assert arrive(books, paid(A_RECEIPT, 7_000)) == [(C.PAY_UNKNOWN, "medium")]
    arrive(books, returned(LOAN, charge_id=CHARGE, fine_rp=FINE_RP))
    assert amounts(books) == (7_000, 0, FINE_RP, 2_000)


def test_a_charge_that_is_open_again_follows_to_the_record_that_stands(books):
    arrive(books, paid(A_RECEIPT), e.MembersMerged(BUDI, ADA))
    assert books.the(Charge, CHARGE).member_id == ADA  # done with: it stays where it was
    arrive(books, voided(A_RECEIPT))
    charge = books.the(Charge, CHARGE)
    assert (charge.member_id, charge.moved_from) == (BUDI, ADA)
    arrive(books, e.MergeUndone(BUDI, ADA, "salah"))
    assert books.the(Charge, CHARGE).member_id == ADA


def test_an_undone_return_makes_its_paid_fine_credit(books):
    arrive(books, paid(A_RECEIPT))
    undone = e.ReturnUndone(Id("e" * 32), LOAN, COPY, ADA, CHARGE)
    assert arrive(books, undone) == [(C.PAY_DUP, "medium")]
    assert amounts(books) == (FINE_RP, 0, 0, FINE_RP)
    assert books.credits_of(ADA) == [books.the(Charge, CHARGE)]


# ---- let off, and credit ------------------------------------------------------------------------------------------


def test_what_was_let_off_is_not_owed_and_can_be_taken_back(books):
    arrive(books, let_off(2_000), paid(A_RECEIPT, 3_000))
    assert amounts(books) == (3_000, 2_000, FINE_RP, 0)
    arrive(books, e.WaiverVoided(WAIVER, DAY, "keliru"))
    assert amounts(books) == (3_000, 0, 3_000, 0)
    assert arrive(books, e.WaiverVoided(WAIVER, DAY + timedelta(days=1), "lagi")) == []
    assert books.the(Waiver, WAIVER).voided_on == DAY


def test_credit_pays_another_charge_and_no_money_moves(books):
    arrive(books, paid(A_RECEIPT, FINE_RP + 2_000))
    assert arrive(books, moved(2_000, "1")) == []
    assert amounts(books) == (FINE_RP, 0, FINE_RP, 0)
    assert amounts(books, CARD_FEE) == (2_000, 0, 2_000, 0)
    moves = [line for line in books.tables[Payment].values() if line.receipt_id is None]  # type: ignore[attr-defined]
    assert sorted(line.amount_rp for line in moves) == [-2_000, 2_000]  # type: ignore[attr-defined]


# ---- tariffs ------------------------------------------------------------------------------------------------------


def test_a_tariff_replaces_another(books):
    later = replace(TARIFF, id=Id("8" * 32), amount_rp=6_000)
    arrive(books, e.TariffAdopted(TARIFF), e.TariffAdopted(later, TARIFF.id))
    tariffs = list(books.tables[Tariff].values())
    assert [one.retired for one in tariffs] == [True, False]  # type: ignore[attr-defined]
    assert tariff_in_force(tariffs, ChargeKind.CARD_FEE, DAY) == later  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "end", [e.TariffRetired(TARIFF.id), e.TariffAdopted(replace(TARIFF, id=Id("8" * 32)), TARIFF.id)]
)
def test_a_tariff_retired_before_it_was_heard_of_never_holds(books, end):
    arrive(books, end)
    assert tariff_in_force([books.the(Tariff, TARIFF.id)], ChargeKind.SERVICE, DAY) is None
    arrive(books, e.TariffAdopted(TARIFF))
    assert books.the(Tariff, TARIFF.id) == replace(TARIFF, retired=True)


def test_the_tariff_that_began_last_holds_and_none_without_a_regulation():
    named = [replace(TARIFF, id=Id(f"{n}" * 32), valid_from=DAY + timedelta(days=n)) for n in (1, 2, 3)]
    none = replace(TARIFF, id=Id("9" * 32), valid_from=DAY + timedelta(days=3), legal_basis=" ")
    assert tariff_in_force(named, ChargeKind.CARD_FEE, DAY) is None
    assert tariff_in_force([*named, none], ChargeKind.CARD_FEE, DAY + timedelta(days=2)) == named[1]
    assert tariff_in_force([*named, none], ChargeKind.CARD_FEE, DAY + timedelta(days=9)) == named[2]
    copies = [replace(TARIFF, kind=ChargeKind.PHOTOCOPY, name=name) for name in ("A4", "F4")]
    assert tariff_in_force(copies, ChargeKind.PHOTOCOPY, DAY, "F4") == copies[1]


# ---- the drawer and the treasurer -----------------------------------------------------------------------------------

WAY = (OPENED, CLOSED, GIVEN, RECEIVED, REMITTED, CONFIRMED)


def test_money_goes_from_the_drawer_to_the_account():
    books = opened_library()
    assert arrive(books, *WAY) == []
    shift, handed, slip = books.the(CashShift, SHIFT), books.the(HandOver, HANDED), books.the(Remittance, SLIP)
    assert (shift.float_rp, shift.counted_rp, shift.left_rp, shift.hand_over_id) == (100_000, 104_000, 100_000, HANDED)
    assert (handed.cash_rp, handed.received_rp, handed.remittance_id) == (4_000, 4_000, SLIP)
    assert (slip.amount_rp, slip.reference, slip.scan) == (4_000, "REF-1", "0b" * 32)
    assert len(books.tables[RemittanceLine]) == 1


@pytest.mark.parametrize("order", list(permutations(range(4))), ids=str)
def test_it_is_the_same_in_whatever_order_the_news_comes(order):
    """Late news fill in what was known by its end alone; a case told of each that came too early."""
    whole, other = opened_library(), opened_library()
    told = [made(event, minutes=nth) for nth, event in enumerate(WAY)]
    whole.arrive(*told)
    cases = other.arrive(*(told[nth] for nth in order), *told[4:])
    assert other.rows() == whole.rows()
    assert {cls for cls, _ in cases} <= {C.PAY_UNKNOWN}
    assert bool(cases) == (order != (0, 1, 2, 3) and order not in harmless_orders())


def harmless_orders() -> set[tuple[int, ...]]:
    """Those in which nothing is said of a shift or hand-over before it began; one may be handed over uncounted."""
    return {
        order
        for order in permutations(range(4))
        if order.index(0) == min(map(order.index, (0, 1, 2))) and order.index(2) < order.index(3)
    }


@pytest.mark.parametrize(
    ("said", "again", "cls"),
    [
        ((OPENED,), OPENED, C.ID_COLLISION),
        ((OPENED, CLOSED), replace(CLOSED, counted_rp=1), C.CASH_TWICE),
        ((OPENED, CLOSED, GIVEN), GIVEN, C.ID_COLLISION),
        ((OPENED, CLOSED, GIVEN, RECEIVED), replace(RECEIVED, received_rp=1), C.CASH_TWICE),
        (WAY, REMITTED, C.ID_COLLISION),
    ],
)
def test_what_is_said_twice_stands_as_it_was_said_first(said, again, cls):
    books = opened_library()
    arrive(books, *said)
    before = books.rows()
    assert [case for case, _ in books.arrive(made(again, desk="b", minutes=90))] == [cls]
    assert books.rows() == before


def test_one_drawer_is_on_one_hand_over_and_one_hand_over_on_one_slip():
    books = opened_library()
    arrive(books, *WAY)
    again = replace(GIVEN, hand_over_id=Id("6" * 32), number="00002/ST/L1/XI/2026")
    slip = replace(REMITTED, remittance_id=Id("5" * 32), number="00002/STS/L1/XI/2026", lines=())
    assert books.arrive(made(again, desk="b", minutes=70)) == [(C.CASH_TWICE, "medium")]
    assert books.arrive(made(slip, desk="b", minutes=71)) == [(C.CASH_TWICE, "high")]
    assert books.the(CashShift, SHIFT).hand_over_id == HANDED
    assert books.the(HandOver, HANDED).remittance_id == SLIP


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_hand_overs_of_a_void_slip_wait_for_another(order):
    books = opened_library()
    arrive(books, OPENED, CLOSED, GIVEN, RECEIVED)
    both = REMITTED, e.RemittanceVoided(SLIP, DAY, "tidak jadi disetor")
    arrive(books, *(both[nth] for nth in order))
    assert books.the(Remittance, SLIP).voided_on == DAY
    assert books.the(HandOver, HANDED).remittance_id is None
    assert arrive(books, replace(REMITTED, remittance_id=Id("5" * 32), lines=())) == []
    assert arrive(books, e.RemittanceVoided(SLIP, DAY, "lagi")) == []
    assert books.the(HandOver, HANDED).remittance_id == Id("5" * 32)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_day_that_was_opened_again_is_open_and_can_be_locked_anew(order):
    books = opened_library()
    arrive(books, *((LOCKED, REOPENED)[nth] for nth in order))
    day = books.the(CashDay, DAY_ID)
    assert (day.locked, day.reopened_by, day.reopened_why, day.receipts) == (False, BUDI, "salah tutup", 1)
    if order == (0, 1):
        books.arrive(made(replace(LOCKED, receipts=2), operator=ADA, minutes=9))
        assert (books.the(CashDay, DAY_ID).locked, books.the(CashDay, DAY_ID).receipts) == (True, 2)


# ---- news of a receipt in any order ---------------------------------------------------------------------------------


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_a_void_or_a_copy_heard_of_first_waits_for_its_receipt(order):
    told = [
        made(event, minutes=nth)
        for nth, event in enumerate((paid(A_RECEIPT), e.ReceiptCopied(A_RECEIPT), voided(A_RECEIPT)))
    ]
    whole, other = fined(), fined()
    whole.arrive(*told)
    cases = other.arrive(*(told[nth] for nth in order))
    assert other.rows() == whole.rows()
    assert bool(cases) == (order[0] != 0)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_end_of_a_waiver_heard_of_first_waits_for_it(order):
    told = [made(event, minutes=nth) for nth, event in enumerate((let_off(), e.WaiverVoided(WAIVER, DAY, "keliru")))]
    books = fined()
    cases = books.arrive(*(told[nth] for nth in order))
    assert amounts(books) == (0, 0, 0, 0)
    waiver = books.the(Waiver, WAIVER)
    assert (waiver.amount_rp, waiver.charge_id, waiver.voided_on) == (FINE_RP, CHARGE, DAY)
    assert cases == ([] if order == (0, 1) else [(C.PAY_UNKNOWN, "medium")])


# ---- what the rows say of a charge ----------------------------------------------------------------------------------

AMOUNT = st.integers(-20_000, 20_000)
LINES = st.lists(st.tuples(AMOUNT, st.booleans()), max_size=6)
WAIVERS = st.lists(st.tuples(st.integers(1, 20_000), st.booleans()), max_size=4)


@given(st.data(), st.integers(0, 20_000), st.booleans(), LINES, WAIVERS)
def test_a_charge_is_settled_alike_in_whatever_order_its_rows_came(data, amount_rp, cancelled, paid_lines, let):
    charge = Charge(CHARGE, ADA, "fine", amount_rp, DAY, cancelled=cancelled)
    lines = [Payment(Id(f"{n:032x}"), None, "fine", rp, DAY, voided=off) for n, (rp, off) in enumerate(paid_lines)]
    waivers = [
        Waiver(Id(f"{n:032x}"), CHARGE, rp, DAY, "", voided_on=DAY if off else None) for n, (rp, off) in enumerate(let)
    ]
    found = settled(charge, lines, waivers)
    assert settled(charge, data.draw(st.permutations(lines)), data.draw(st.permutations(waivers))) == found
    by_money_rp = found.settled_rp - (0 if cancelled else found.waived_rp)
    assert found.paid_rp == by_money_rp + found.credit_rp
    assert 0 <= found.settled_rp <= amount_rp
    assert owed_rp(found) >= 0
    assert is_owed(found) == (owed_rp(found) > 0)


@given(st.integers(0, 10**9), st.sampled_from([0, 1, 50, 100, 500, 1000]))
def test_a_rounded_amount_is_what_coins_make_and_hardly_differs(amount_rp, step_rp):
    made_of_coins: Any = rounded_rp(amount_rp, step_rp)
    assert made_of_coins % max(1, step_rp) == 0
    assert abs(made_of_coins - amount_rp) * 2 <= max(1, step_rp)
    assert step_rp > 1 or made_of_coins == amount_rp
