"""An invented day at the cash desk: every kind of payment, and what goes wrong with some of them.

It goes through the same services as the window does; nothing is written past them.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from loket.domain.entities import Charge, ChargeKind, HandOver, Id, Operator, PayMethod, Receipt, Remittance, Tariff
from loket.domain.money import owed_rp
from loket.services.bills import services_for_sale
from loket.services.cash_days import lock_day
from loket.services.cash_shift import DENOMINATIONS, close_shift, current_shift, hand_over, open_shift
from loket.services.circulation import Approval, check_in
from loket.services.desk import Desk
from loket.services.fees import Fee, raise_fee
from loket.services.payments import (
    Wanted,
    refund,
    take_payment,
    use_credit,
    void_receipt,
    void_waiver,
    waive,
)
from loket.services.tariffs import adopt_tariff
from loket.services.treasury import confirm, receive, remit
from loket.services.undo import undo

FLOAT_RP = 200_000
STEP = timedelta(seconds=45)  # from one payer to the next
METHODS = (PayMethod.CASH, PayMethod.CASH, PayMethod.CASH, PayMethod.QRIS, PayMethod.TRANSFER)
MEMBER_FEES = (Fee.RENEWAL, Fee.REPLACEMENT, Fee.LOST_TAG)
EVERY_VOID, EVERY_WAIVER, EVERY_REFUND = 40, 25, 60
FEE_FROM_CREDIT_RP = 500
LEGAL_BASIS = "Perda Kota Contoh 1/2024"
TARIFFS: tuple[tuple[ChargeKind, str, int, str, str], ...] = (
    (ChargeKind.FINE, "", 0, "", "4.1.04.15.01"),
    (ChargeKind.LOST, "", 0, "", "4.1.04.15.02"),
    (ChargeKind.DAMAGED, "", 0, "", "4.1.04.15.02"),
    (ChargeKind.FORM_FEE, "", 0, "", "4.1.02.02.01"),
    (ChargeKind.CARD_FEE, "", 0, "", "4.1.02.02.01"),
    (ChargeKind.RENEWAL_FEE, "", 7_500, "", "4.1.02.02.01"),
    (ChargeKind.REPLACEMENT_FEE, "", 15_000, "", "4.1.02.02.01"),
    (ChargeKind.LOST_TAG, "", 25_000, "", "4.1.04.15.03"),
    (ChargeKind.PHOTOCOPY, "Fotokopi A4", 300, "lembar", "4.1.02.02.02"),
    (ChargeKind.PHOTOCOPY, "Fotokopi F4", 350, "lembar", "4.1.02.02.02"),
    (ChargeKind.SERVICE, "Cetak dokumen", 1_000, "lembar", "4.1.02.02.02"),
)


class MovingClock(Protocol):
    """A clock that the day moves on."""

    def pass_time(self, step: timedelta) -> None: ...


@dataclass
class Played:
    """What the day left behind."""

    receipts: list[Receipt] = field(default_factory=list)
    voids: list[Id] = field(default_factory=list)
    payments: int = 0
    hand_over: HandOver | None = None
    remittance: Remittance | None = None


def adopt_tariffs(desk: Desk) -> None:
    """An invented regulation for everything a library may ask money for."""
    year = desk.today().replace(month=1, day=1)
    for kind, name, amount_rp, unit, account in TARIFFS:
        adopt_tariff(desk, Tariff(Id(""), kind, name, amount_rp, LEGAL_BASIS, account, year, unit))


@dataclass
class Day:
    """One drawer from its opening to the bank.

    Attributes:
        late_books: copies that are overdue.
        cashier, treasurer: who is signed in by turns. approver: the second person of voids, waivers and refunds.
    """

    desk: Desk
    clock: MovingClock
    members: Sequence[Id]
    cashier: Operator
    treasurer: Operator
    approver: Operator
    late_books: list[Id] = field(default_factory=list)
    seed: int = 2026
    played: Played = field(default_factory=Played)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)

    def play(self, payments: int) -> Played:
        """So many people pay; then the drawer is counted, handed over, and brought to the bank."""
        self.begin(payments)
        self.close()
        return self.played

    def begin(self, payments: int) -> None:
        """The drawer is opened, and so many people pay."""
        self.desk.operator = self.cashier
        open_shift(self.desk, FLOAT_RP)
        for _ in range(payments):
            self.clock.pass_time(STEP)
            self.serve(self.chance.choice(self.members))
            self.played.payments += 1
            self.set_right()

    def serve(self, member_id: Id) -> None:
        """A guest buys copies, or a member pays what he owes: all of it, or a part."""
        if self.chance.random() < 0.3:
            self.sell()
            return
        self.desk.operator = self.treasurer  # he may collect everything, fines too
        charge = self.owing(member_id)
        part = charge.amount_rp // 2 if charge.amount_rp > 5_000 and self.chance.random() < 0.15 else 0
        self.take([Wanted(charge_id=charge.id, amount_rp=part)])
        self.desk.operator = self.cashier

    def sell(self) -> None:
        tariff = self.chance.choice([t for t in services_for_sale(self.desk) if t.kind in FOR_GUESTS])
        self.take([Wanted(tariff_id=tariff.id, quantity=self.chance.randrange(1, 40))], payer="Tamu Contoh")

    def take(self, wanted: Sequence[Wanted], payer: str = "", *, in_cash: bool = False) -> Receipt:
        method = PayMethod.CASH if in_cash else self.chance.choice(METHODS)
        reference = "" if method is PayMethod.CASH else f"CONTOH-{len(self.played.receipts) + 1:04d}"
        taken = take_payment(self.desk, wanted, payer=payer, method=method, reference=reference)
        self.played.receipts.append(taken.receipt)
        return taken.receipt

    def owing(self, member_id: Id) -> Charge:
        """A charge of his that is open; one is raised where he has none."""
        with self.desk.action() as act:
            for charge in act.state.open_charges(member_id):
                return charge
            raise_fee(act, member_id, self.chance.choice(MEMBER_FEES))
            return act.state.open_charges(member_id)[0]

    # ---- what goes wrong ------------------------------------------------------------------------------------------

    def set_right(self) -> None:
        number = self.played.payments
        if number % EVERY_VOID == 0:
            void_receipt(self.desk, self.last_cash().id, "Salah ketik jumlah", self.approval("Salah ketik jumlah"))
        if number % EVERY_WAIVER == 0:
            self.let_off()
        if number % EVERY_REFUND == 0:
            self.pay_back()

    def approval(self, reason: str) -> Approval:
        return Approval(self.approver.id, reason)

    def last_cash(self) -> Receipt:
        """The last receipt for cash that still counts."""
        counts = [
            one for one in self.played.receipts if one.method is PayMethod.CASH and one.id not in self.played.voids
        ]
        self.played.voids.append(counts[-1].id)
        return counts[-1]

    def let_off(self) -> None:
        """Half of it by mistake, which is taken back; then all of it."""
        charge = self.owing(self.chance.choice(self.members))
        why = "Keluarga prasejahtera"
        half = waive(self.desk, charge.id, owed_rp(charge) // 2, why, self.approval(why))
        void_waiver(self.desk, half.id, "Seharusnya seluruhnya", self.approval("Seharusnya seluruhnya"))
        waive(self.desk, charge.id, 0, why, self.approval(why))

    def pay_back(self) -> None:
        """A fine paid for the wrong book: the return is undone, part of the money goes to a fee, the rest back."""
        if not self.late_books:
            return
        returned = check_in(self.desk, item_id=self.late_books.pop())
        assert returned.charge_id is not None
        self.desk.operator = self.treasurer
        self.take([Wanted(charge_id=returned.charge_id)], in_cash=True)
        undo(self.desk, reason="Buku lain yang kembali")
        self.desk.operator = self.cashier
        fee = self.owing(returned.member.id)
        use_credit(self.desk, returned.charge_id, fee.id, FEE_FROM_CREDIT_RP)
        why = "Denda ternyata tidak ada"
        self.played.receipts.append(refund(self.desk, returned.charge_id, 0, why, self.approval(why)).receipt)

    # ---- the evening ----------------------------------------------------------------------------------------------

    def close(self) -> None:
        shift = current_shift(self.desk)
        assert shift is not None
        closed = close_shift(self.desk, in_notes(shift.expected_rp), FLOAT_RP)
        handed = hand_over(self.desk, [closed.id])
        self.desk.operator = self.treasurer
        handed = receive(self.desk, handed.id, handed.cash_rp)
        lock_day(self.desk, self.desk.today())
        today = self.desk.today()
        remittance = remit(self.desk, [handed.id], today, "Bank Contoh", "000-000-000")
        self.played.remittance = confirm(self.desk, remittance.id, "CONTOH-0001", today)
        self.played.hand_over = handed


FOR_GUESTS = (ChargeKind.PHOTOCOPY, ChargeKind.SERVICE)


def in_notes(amount_rp: int) -> dict[int, int]:
    """The fewest notes and coins that make an amount; what no coin makes is left out."""
    counts = {}
    for worth in DENOMINATIONS:
        counts[worth], amount_rp = divmod(amount_rp, worth)
    return counts
