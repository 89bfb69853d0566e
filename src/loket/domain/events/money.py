"""Money: tariffs, receipts, waivers, the drawer, and the way to the regional cash account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loket.domain.entities import Id, PayMethod, ReceiptKind, Tariff
from loket.domain.events.base import Event, event, personal


@event
class TariffAdopted(Event):
    tariff: Tariff
    replaces: Id | None = None


@event
class TariffRetired(Event):
    tariff_id: Id


@dataclass(frozen=True, slots=True)
class PaidLine:
    """One line of a receipt. `kind` is a ChargeKind, or "rounding"; `charge_id` where a member owed it."""

    payment_id: Id
    kind: str
    amount_rp: int
    account: str = ""
    legal_basis: str = ""
    charge_id: Id | None = None
    name: str = ""
    quantity: int = 1


@event
class PaymentTaken(Event):
    """Money changed hands and a receipt was given. SOP pengembalian steps 7-8, kartu-anggota 4 and 9.

    `kind` REFUND: money went back, every amount is below nought. `received_rp`: cash put on the counter.
    `direct`: not cash, and it goes straight into the regional cash account (setting `noncash_to_treasury` that day).
    """

    receipt_id: Id
    series: str
    running: int
    number: str
    kind: ReceiptKind
    paid_on: date
    method: PayMethod
    total_rp: int
    lines: tuple[PaidLine, ...]
    reference: str = ""
    received_rp: int = 0
    member_id: Id | None = None
    shift_id: Id | None = None
    payer: str | None = personal()
    direct: bool = False


@event
class ReceiptVoided(Event):
    """The receipt does not count; its money went back out of the drawer of `shift_id`. The number stays."""

    receipt_id: Id
    voided_on: date
    reason: str
    approved_by: Id | None = None
    shift_id: Id | None = None


@event
class ReceiptCopied(Event):
    """The receipt was printed again, marked as a copy."""

    receipt_id: Id


@event
class ChargeWaived(Event):
    waiver_id: Id
    charge_id: Id
    amount_rp: int
    waived_on: date
    reason: str
    approved_by: Id | None = None


@event
class WaiverVoided(Event):
    waiver_id: Id
    voided_on: date
    reason: str
    approved_by: Id | None = None


@event
class CreditUsed(Event):
    """What a member had paid too much goes to another of his charges. No money moves: two lines without a receipt."""

    from_charge_id: Id
    to_charge_id: Id
    amount_rp: int
    used_on: date
    taken_id: Id
    given_id: Id


@event
class ShiftOpened(Event):
    shift_id: Id
    opened_on: date
    float_rp: int


@event
class ShiftClosed(Event):
    """The drawer was counted. `counts` is denomination × pieces, such as "50000x3"."""

    shift_id: Id
    closed_on: date
    expected_rp: int
    counted_rp: int
    counts: tuple[str, ...]
    left_rp: int
    noncash_rp: int
    explanation: str = ""


@event
class CashHandedOver(Event):
    """The desk's signature: money of these shifts leaves the desk for the treasurer."""

    hand_over_id: Id
    series: str
    running: int
    number: str
    shift_ids: tuple[Id, ...]
    handed_on: date
    cash_rp: int
    noncash_rp: int


@event
class HandOverReceived(Event):
    """The treasurer's signature, with the cash as he counted it."""

    hand_over_id: Id
    received_on: date
    received_rp: int
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class RemittedLine:
    line_id: Id
    account: str
    name: str
    amount_rp: int


@event
class CashRemitted(Event):
    """A deposit slip (STS) was made out for these hand-overs. `noncash_rp`: the part of the amount that is not cash."""

    remittance_id: Id
    series: str
    running: int
    number: str
    remitted_on: date
    bank: str
    bank_account: str
    amount_rp: int
    hand_over_ids: tuple[Id, ...]
    lines: tuple[RemittedLine, ...]
    noncash_rp: int = 0


@event
class RemittanceConfirmed(Event):
    """The bank took it: its reference, and the scan of the stamped slip (SHA-256, hex)."""

    remittance_id: Id
    confirmed_on: date
    reference: str
    scan: str = ""


@event
class RemittanceVoided(Event):
    """The slip never reached the bank: its hand-overs wait for another."""

    remittance_id: Id
    voided_on: date
    reason: str


@event
class CashDayLocked(Event):
    day_id: Id
    on: date
    receipts: int
    cash_rp: int
    noncash_rp: int


@event
class CashDayReopened(Event):
    day_id: Id
    reason: str
    approved_by: Id | None = None
