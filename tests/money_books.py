"""Money on the books of `conflict_books`: a fine of Ada's, and what counters that work apart make of it."""

from __future__ import annotations

from typing import Any

from conflict_books import ADA, BUDI, CHARGE, DAY, Books, lent, made, opened_library, returned

from loket.domain import events as e
from loket.domain.cases import case_id
from loket.domain.entities import Charge, Id, PayMethod, Receipt, ReceiptKind

FINE_RP = 5_000
CARD_FEE, LOAN = Id("c" * 32), Id("0" * 30 + "11")
A_RECEIPT, B_RECEIPT, C_RECEIPT, WAIVER, SHIFT, HANDED, SLIP, DAY_ID = (
    Id(f"{number:032x}") for number in range(33, 41)
)

OPENED = e.ShiftOpened(SHIFT, DAY, 100_000)
CLOSED = e.ShiftClosed(SHIFT, DAY, 105_000, 104_000, ("2000x2", "100000x1"), 100_000, 500, "kembalian")
GIVEN = e.CashHandedOver(HANDED, "ST/L1/2026", 1, "00001/ST/L1/XI/2026", (SHIFT,), DAY, 4_000, 500)
RECEIVED = e.HandOverReceived(HANDED, DAY, 4_000)
REMITTED = e.CashRemitted(
    SLIP, "STS/L1/2026", 1, "00001/STS/L1/XI/2026", DAY, "Bank Contoh", "123", 4_000, (HANDED,),
    (e.RemittedLine(Id("a" * 31 + "1"), "4.1.04.15", "Denda", 4_000),),
)  # fmt: skip
CONFIRMED = e.RemittanceConfirmed(SLIP, DAY, "REF-1", "0b" * 32)
LOCKED, REOPENED = e.CashDayLocked(DAY_ID, DAY, 1, 5_000, 0), e.CashDayReopened(DAY_ID, "salah tutup", BUDI)


def paid(receipt_id: Id, amount_rp: int = FINE_RP, charge_id: Id | None = CHARGE, **more: Any) -> e.PaymentTaken:
    """A receipt with one line, numbered by its key; below nought it gives money back."""
    line = e.PaidLine(case_id(f"line {receipt_id}"), "fine", amount_rp, "4.1.04.15", "Perda contoh", charge_id)
    kind = ReceiptKind.PAYMENT if amount_rp > 0 else ReceiptKind.REFUND
    running = int(receipt_id[-4:], 16)
    given: dict[str, Any] = {
        "series": "KW/L1/2026",
        "running": running,
        "number": f"{running:05}/KW/L1/XI/2026",
        "kind": kind,
        "paid_on": DAY,
        "method": PayMethod.CASH,
        "total_rp": amount_rp,
        "lines": (line,),
        "member_id": ADA,
    }
    return e.PaymentTaken(receipt_id, **(given | more))


def voided(receipt_id: Id, **more: Any) -> e.ReceiptVoided:
    return e.ReceiptVoided(receipt_id, DAY, "salah orang", **more)


def let_off(amount_rp: int = FINE_RP, charge_id: Id = CHARGE, waiver_id: Id = WAIVER) -> e.ChargeWaived:
    return e.ChargeWaived(waiver_id, charge_id, amount_rp, DAY, "kebijakan kepala")


def moved(amount_rp: int, nth: str, to: Id = CARD_FEE) -> e.CreditUsed:
    return e.CreditUsed(CHARGE, to, amount_rp, DAY, case_id(f"taken {nth}"), case_id(f"given {nth}"))


def fined() -> Books:
    """Ada owes a fine of Rp5.000 and a card fee of the same."""
    books = opened_library()
    opening = (
        lent(LOAN),
        returned(LOAN, charge_id=CHARGE, fine_rp=FINE_RP),
        e.FeeRaised(CARD_FEE, ADA, "card_fee", FINE_RP, DAY, "Perda contoh"),
    )
    assert books.arrive(*(made(event, minutes=-60 + nth) for nth, event in enumerate(opening))) == []
    return books


def amounts(books: Books, charge_id: Id = CHARGE) -> tuple[int, int, int, int]:
    """(paid, waived, settled, credit) of a charge."""
    charge = books.the(Charge, charge_id)
    return charge.paid_rp, charge.waived_rp, charge.settled_rp, charge.credit_rp


def numbers(books: Books) -> list[str]:
    return sorted(one.number for one in books.tables[Receipt].values() if isinstance(one, Receipt))
