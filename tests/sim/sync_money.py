"""Money in a simulated day, through the real services: drawers, receipts, voids, what is let off, credit, hand-overs.

Like everybody's work it is drawn by lot and may be refused. The same few members owe everywhere, so that desks that do
not hear of each other take the same money twice.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from loket.domain.entities import CashDay, Charge, ChargeKind, Id, PayMethod, Receipt, Role, Tariff, Waiver
from loket.domain.errors import RefusalCode, Refused
from loket.domain.memory import is_owed
from loket.services import cash_days, cash_shift, payments, tariffs, treasury
from loket.services.bills import bill_of, services_for_sale
from loket.services.circulation import Approval
from loket.services.desk import Desk, all_rows
from loket.services.fees import raise_fee

if TYPE_CHECKING:
    from sync_work import People

FEES = {ChargeKind.CARD_FEE: 5_000, ChargeKind.RENEWAL_FEE: 2_500, ChargeKind.LOST_TAG: 10_000}
TOLD = (ChargeKind.LOST, ChargeKind.DAMAGED)
PRINTS, BASIS, ACCOUNT, COINS = "Cetak A4", "Perda contoh", "4.1.04.15", 100
ROLES = (Role.SUPERVISOR, Role.CIRCULATION, Role.CATALOGUER, Role.TREASURER)


class MoneyWork:
    """What `Worker` does with money."""

    people: People
    random: Random

    if TYPE_CHECKING:

        @property
        def desk(self) -> Desk: ...

    # ---- at the counter -------------------------------------------------------------------------------------------

    def take_money(self) -> None:
        """Whoever stands there pays what he owes, all or part of it; a guest buys prints. A drawer is opened first."""
        r = self.random
        if cash_shift.current_shift(self.desk) is None:
            cash_shift.open_shift(self.desk, r.choice((0, 50_000)))
        method = r.choice((PayMethod.CASH, PayMethod.CASH, PayMethod.QRIS))
        reference = "" if method is PayMethod.CASH else f"R{self.people.number()}"
        owing = self._whoever_owes()
        if owing is None or r.random() < 0.1:
            wanted = [payments.Wanted(tariff_id=one.id, quantity=r.randrange(1, 9)) for one in self._prints()]
            payments.take_payment(self.desk, wanted, payer="Tamu", method=method, reference=reference)
            return
        lines = [line for line in bill_of(self.desk, owing).charges if line.collectible]
        wanted = [
            payments.Wanted(line.charge.id, amount_rp=max(COINS, line.owed_rp // 2) if r.random() < 0.2 else 0)
            for line in lines[: r.choice((1, 1, 3))]
        ]
        payments.take_payment(self.desk, wanted, method=method, reference=reference)

    def raise_fee(self) -> None:
        with self.desk.action() as act:
            raise_fee(act, self.random.choice(self.people.members[:6]), self.random.choice(list(FEES)).value)

    def void_receipt(self) -> None:
        given = [one for one in self._all(Receipt) if one.voided_on is None and one.number]
        payments.void_receipt(self.desk, self._one_of(given[-6:]).id, "salah orang", self._second())

    def waive(self) -> None:
        payments.waive(self.desk, self._one_of(self._owed()).id, 0, "kebijakan kepala", self._second())

    def void_waiver(self) -> None:
        given = [one for one in self._all(Waiver) if one.voided_on is None]
        payments.void_waiver(self.desk, self._one_of(given).id, "keliru", self._second())

    def use_credit(self) -> None:
        """Credit is given back, or used for something else the member owes."""
        source = self._one_of([charge for charge in self._all(Charge) if charge.credit_rp > 0])
        owed = [charge for charge in self._owed() if charge.member_id == source.member_id]
        if owed and self.random.random() < 0.6:
            payments.use_credit(self.desk, source.id, owed[0].id)
        else:
            payments.refund(self.desk, source.id, 0, "dibayar dua kali", self._second())

    # ---- the drawer and the treasurer -------------------------------------------------------------------------------

    def close_drawer(self) -> None:
        """Counted, mostly right, and handed over."""
        shift = cash_shift.current_shift(self.desk)
        if shift is None:
            raise Refused(RefusalCode.NO_OPEN_SHIFT)
        short = COINS * (self.random.random() < 0.1)
        pieces = max(0, shift.expected_rp - short) // COINS
        why = "kembalian" if pieces * COINS != shift.expected_rp else ""
        cash_shift.close_shift(self.desk, {COINS: pieces}, 0, why)
        cash_shift.hand_over(self.desk, [one.shift.id for one in cash_shift.waiting_shifts(self.desk)])

    def receive(self) -> None:
        waiting = treasury.hand_overs(self.desk, treasury.HandOverState.ON_THE_WAY)
        handed = self._one_of(waiting).hand_over
        treasury.receive(self.desk, handed.id, handed.cash_rp)

    def remit(self) -> None:
        found = [one.hand_over.id for one in treasury.unremitted(self.desk)]
        treasury.remit(self.desk, found, self.desk.today(), "Bank Contoh", "123")

    def lock_day(self) -> None:
        """A day is locked; one that was locked is opened again now and then."""
        today = self.desk.today()
        locked = [day for day in self._all(CashDay) if day.locked and day.station_id == self.desk.station.id]
        if locked and self.random.random() < 0.7:
            cash_days.reopen_day(self.desk, locked[-1].on, self._second())
        else:
            cash_days.lock_day(self.desk, today)

    def change_tariff(self) -> None:
        """A fee costs more or less from today on."""
        kind = self.random.choice(list(FEES))
        old = [one for one in self._all(Tariff) if one.kind is kind and not one.retired]
        new = Tariff(Id(""), kind, "", FEES[kind] + COINS * self.random.randrange(5), BASIS, ACCOUNT, self.desk.today())
        tariffs.adopt_tariff(self.desk, new, old[0].id if old else None)

    # ---- parts ----------------------------------------------------------------------------------------------------

    def _all(self, kind: type) -> list:  # type: ignore[type-arg]
        with self.desk.view() as act:
            return list(all_rows(act.driver, kind))

    def _owed(self) -> list[Charge]:
        return [charge for charge in self._all(Charge) if is_owed(charge)]

    def _whoever_owes(self) -> Id | None:
        owing = sorted({charge.member_id for charge in self._owed()})
        return self.random.choice(owing[:4]) if owing else None

    def _prints(self) -> list:  # type: ignore[type-arg]
        return [one for one in services_for_sale(self.desk) if one.name == PRINTS][:1]

    def _one_of(self, rows: list):  # type: ignore[no-untyped-def, type-arg]
        if not rows:
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        return self.random.choice(rows)

    def _second(self) -> Approval:
        """Another supervisor than the one who works here."""
        signed_in = self.desk.operator.id if self.desk.operator else None
        return Approval(next(one for one in self.people.operators if one != signed_in), "atas izin")


MONEY_WEIGHTS = {
    "take_money": 14,
    "raise_fee": 4,
    "void_receipt": 1.5,
    "waive": 1,
    "void_waiver": 0.5,
    "use_credit": 2.5,
    "close_drawer": 2,
    "receive": 1.5,
    "remit": 0.7,
    "lock_day": 0.4,
}
