"""What is owed, what was paid, and the way of the money from the drawer to the regional cash account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from loket.domain.entities.base import Entity, Id


class ChargeKind(StrEnum):
    """What money is asked for. `SERVICE` is whatever else a library has a tariff for: prints, a lost locker tag."""

    FINE = "fine"
    LOST = "lost"
    DAMAGED = "damaged"
    FORM_FEE = "form_fee"
    CARD_FEE = "card_fee"
    RENEWAL_FEE = "renewal_fee"
    REPLACEMENT_FEE = "replacement_fee"
    PHOTOCOPY = "photocopy"
    LOST_TAG = "lost_tag"
    SERVICE = "service"


class PayMethod(StrEnum):
    """How the money came. What is not cash has a reference and its own column in every book."""

    CASH = "cash"
    QRIS = "qris"
    TRANSFER = "transfer"


class ReceiptKind(StrEnum):
    PAYMENT = "payment"
    REFUND = "refund"  # money given back: its total is below nought


@dataclass(frozen=True, slots=True)
class Tariff(Entity):
    """What a service costs, from a day on, by a regulation. Never changed in place: a new one replaces it.

    A fine's rate is in the loan policy, and the amount for a lost or damaged book is told when it happens: their
    tariffs hold the account and the regulation alone.
    """

    id: Id
    kind: ChargeKind
    name: str
    amount_rp: int
    legal_basis: str
    account: str  # kode rekening
    valid_from: date
    unit: str = ""  # what the amount is for: lembar, kartu; "": the whole service
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Charge(Entity):
    """Money a member owes. `domain.money.settled` works out the last three amounts from the rows of payments.

    Attributes:
        settled_rp: how much of it is done with, paid or waived; never more than is due.
        paid_rp: what was paid on it, money given back taken off.
        waived_rp: how much of it was let off.
        credit_rp: paid beyond what was due: it belongs to the member.
    """

    id: Id
    member_id: Id
    kind: str  # a ChargeKind
    amount_rp: int
    raised_on: date
    loan_id: Id | None = None
    item_id: Id | None = None
    settled_rp: int = 0
    cancelled: bool = False
    moved_from: Id | None = None
    legal_basis: str = ""  # of a fee: the regulation its amount comes from
    paid_rp: int = 0
    waived_rp: int = 0
    credit_rp: int = 0


@dataclass(frozen=True, slots=True)
class Receipt(Entity):
    """A kuitansi, or the slip for money given back. Its number stays for ever, also when it is void."""

    id: Id
    series: str  # what the running number counts in: kind, counter, fiscal year
    running: int
    number: str  # as printed
    kind: ReceiptKind
    paid_on: date
    paid_at: datetime
    method: PayMethod
    total_rp: int  # below nought for money given back
    reference: str = ""  # of what is not cash
    received_rp: int = 0  # what the payer put on the counter; the rest was change
    member_id: Id | None = None
    payer: str = ""  # of somebody who is no member
    shift_id: Id | None = None
    station_id: Id | None = None
    operator_id: Id | None = None
    voided_on: date | None = None
    voided_at: datetime | None = None
    void_reason: str = ""
    void_by: Id | None = None
    void_approved_by: Id | None = None
    void_shift_id: Id | None = None  # whose drawer the money went back from
    void_station_id: Id | None = None
    copies: int = 0  # how often it was printed again
    direct: bool = False  # not cash, and straight into the regional cash account: the treasurer never has it


@dataclass(frozen=True, slots=True)
class Payment(Entity):
    """One line of a receipt, or one side of a credit used for another charge (no receipt: no money moved).

    `amount_rp` is below nought where money went back or credit was taken.
    """

    id: Id
    receipt_id: Id | None
    kind: str  # a ChargeKind, or "rounding"
    amount_rp: int
    paid_on: date
    account: str = ""
    legal_basis: str = ""
    charge_id: Id | None = None
    name: str = ""  # of a service, as its tariff called it
    quantity: int = 1
    voided: bool = False


@dataclass(frozen=True, slots=True)
class Waiver(Entity):
    """Part of a charge that was let off, with a reason and a second person."""

    id: Id
    charge_id: Id
    amount_rp: int
    waived_on: date
    reason: str
    station_id: Id | None = None
    operator_id: Id | None = None
    approved_by: Id | None = None
    voided_on: date | None = None
    void_reason: str = ""
    void_by: Id | None = None
    void_approved_by: Id | None = None


@dataclass(frozen=True, slots=True)
class CashShift(Entity):
    """One drawer from opening to counting. Cash in it: `float_rp` at first, `left_rp` for the next shift at last."""

    id: Id
    station_id: Id
    opened_on: date
    opened_at: datetime
    opened_by: Id | None
    float_rp: int
    closed_on: date | None = None
    closed_at: datetime | None = None
    closed_by: Id | None = None
    expected_rp: int = 0  # float and receipts in cash
    counted_rp: int = 0
    counts: tuple[str, ...] = ()  # denomination × pieces, such as "50000x3"
    left_rp: int = 0
    noncash_rp: int = 0
    explanation: str = ""  # of the difference between expected and counted
    hand_over_id: Id | None = None


@dataclass(frozen=True, slots=True)
class HandOver(Entity):
    """Money of closed shifts on its way from a desk to the treasurer: two signatures, two events."""

    id: Id
    series: str
    running: int
    number: str
    station_id: Id
    handed_on: date
    handed_at: datetime
    handed_by: Id | None
    cash_rp: int
    noncash_rp: int
    received_on: date | None = None
    received_at: datetime | None = None
    received_by: Id | None = None
    received_rp: int = 0  # cash as the treasurer counted it
    explanation: str = ""
    remittance_id: Id | None = None


@dataclass(frozen=True, slots=True)
class Remittance(Entity):
    """Money brought to the regional cash account with a deposit slip (STS)."""

    id: Id
    series: str
    running: int
    number: str
    remitted_on: date
    amount_rp: int
    bank: str
    bank_account: str
    station_id: Id | None = None
    operator_id: Id | None = None
    confirmed_on: date | None = None
    reference: str = ""  # the bank's
    scan: str = ""  # SHA-256 of the sealed scan, hex
    voided_on: date | None = None
    void_reason: str = ""
    noncash_rp: int = 0  # how much of the amount is not cash


@dataclass(frozen=True, slots=True)
class RemittanceLine(Entity):
    """One account on a deposit slip."""

    id: Id
    remittance_id: Id
    account: str
    name: str
    amount_rp: int


@dataclass(frozen=True, slots=True)
class CashDay(Entity):
    """A day of one desk whose money is settled: nothing more is taken or voided on it while it is locked."""

    id: Id
    station_id: Id
    on: date
    locked: bool
    receipts: int  # how many, and their sums, when it was locked
    cash_rp: int
    noncash_rp: int
    locked_by: Id | None = None
    reopened_by: Id | None = None
    reopened_why: str = ""
