"""Random money in the lives of `random_events`: payments, voids, waivers, credit, drawers, deposit slips, locked days.

Keys come from small pools: the same charge, receipt, shift and slip meet again and again, also before their own news.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any

from loket.domain import events as e
from loket.domain.entities import ChargeKind, Id, PayMethod, Receipt, ReceiptKind, Tariff, key_of

if TYPE_CHECKING:
    from loket.domain.memory import DictState

NUMBERS = ("00001/KW/L1/XI/2026", "00002/KW/L1/XI/2026", "00001/KW/L2/XI/2026")
AMOUNTS = (500, 1000, 1500, 5000, 80_000)


class MoneyLife:
    """What `Life` can draw of money."""

    random: Random
    day: date
    books: DictState

    if TYPE_CHECKING:

        def id(self, kind: str, pool: int = 4) -> Id: ...
        def text(self) -> str: ...
        def on(self) -> date: ...
        def maybe(self, value: Any) -> Any: ...

    # ---- tariffs --------------------------------------------------------------------------------------------------

    def tariff_adopted(self) -> e.Event:
        r = self.random
        named = self.id("ta", 3), r.choice(list(ChargeKind)), self.text(), r.choice((0, 200, 500))
        basis = r.choice(("Perda contoh", "", " "))
        tariff = Tariff(*named, basis, "4.1.02.01", self.on(), self.text(), retired=r.random() < 0.1)
        return e.TariffAdopted(tariff, self.maybe(self.id("ta", 4)))

    def tariff_retired(self) -> e.Event:
        return e.TariffRetired(self.id("ta", 4))

    # ---- receipts -------------------------------------------------------------------------------------------------

    def payment_taken(self) -> e.Event:
        """Mostly on charges that are there, several lines on one charge too; one in six gives money back."""
        r = self.random
        kind = r.choice((ReceiptKind.PAYMENT,) * 5 + (ReceiptKind.REFUND,))
        sign = 1 if kind is ReceiptKind.PAYMENT else -1
        lines = tuple(self.paid_line(sign) for _ in range(r.choice((1, 1, 2, 3))))
        number = self.id("re", 4), f"KW/L{r.randrange(2)}/2026", r.randrange(1, 5), r.choice(NUMBERS)
        total = sum(line.amount_rp for line in lines)
        place = self.text(), max(0, total), self.maybe(self.id("me", 5)), self.maybe(self.id("sh", 3))
        method = r.choice(list(PayMethod))
        return e.PaymentTaken(*number, kind, self.day, method, total, lines, *place, self.maybe(self.text()))

    def paid_line(self, sign: int) -> e.PaidLine:
        r = self.random
        charge = r.choice((*[self.id("ch", 4)] * 5, self.id("ch", 9), None))
        kind = r.choice(("fine", "card_fee", "photocopy", "rounding"))
        terms = sign * r.choice(AMOUNTS), "4.1.04.15", "Perda contoh", charge, self.text(), r.randrange(1, 9)
        return e.PaidLine(self.id("pa", 12), kind, *terms)

    def receipt(self) -> Id:
        """Mostly one that was given."""
        given = [key_of(one) for one in self.books.tables[Receipt].values()]
        return Id(self.random.choice(given)) if given and self.random.random() < 0.8 else self.id("re", 5)

    def receipt_voided(self) -> e.Event:
        why = self.on(), self.text(), self.maybe(self.id("op", 2)), self.maybe(self.id("sh", 3))
        return e.ReceiptVoided(self.receipt(), *why)

    def receipt_copied(self) -> e.Event:
        return e.ReceiptCopied(self.receipt())

    def charge_waived(self) -> e.Event:
        why = self.random.choice(AMOUNTS), self.day, self.text(), self.maybe(self.id("op", 2))
        return e.ChargeWaived(self.id("wa", 4), self.id("ch", 5), *why)

    def waiver_voided(self) -> e.Event:
        return e.WaiverVoided(self.id("wa", 4), self.on(), self.text(), self.maybe(self.id("op", 2)))

    def credit_used(self) -> e.Event:
        both = self.id("ch", 5), self.id("ch", 5)
        lines = self.id("pa", 12), self.id("pa", 12)
        return e.CreditUsed(*both, self.random.choice(AMOUNTS), self.day, *lines)

    # ---- the drawer and the treasurer -------------------------------------------------------------------------------

    def shift_opened(self) -> e.Event:
        return e.ShiftOpened(self.id("sh", 3), self.day, self.random.choice((0, 100_000)))

    def shift_closed(self) -> e.Event:
        r = self.random
        sums = (r.choice(AMOUNTS), r.choice(AMOUNTS), ("1000x3", "500x1"), r.choice((0, 100_000)), r.choice(AMOUNTS))
        return e.ShiftClosed(self.id("sh", 4), self.day, *sums, self.text())

    def cash_handed_over(self) -> e.Event:
        named = self.id("ho", 3), "ST/L1/2026", self.random.randrange(1, 4), "00001/ST/L1/XI/2026"
        shifts = tuple(sorted({self.id("sh", 4) for _ in range(self.random.randrange(1, 3))}))
        return e.CashHandedOver(*named, shifts, self.day, self.random.choice(AMOUNTS), 0)

    def hand_over_received(self) -> e.Event:
        return e.HandOverReceived(self.id("ho", 4), self.on(), self.random.choice(AMOUNTS), self.text())

    def cash_remitted(self) -> e.Event:
        r = self.random
        lines = tuple(e.RemittedLine(self.id("rl", 9), "4.1.04.15", self.text(), r.choice(AMOUNTS)) for _ in range(2))
        handed = tuple(sorted({self.id("ho", 4) for _ in range(r.randrange(1, 3))}))
        named = self.id("rm", 3), "STS/L1/2026", r.randrange(1, 4), "00001/STS/L1/XI/2026"
        total = sum(line.amount_rp for line in lines)
        return e.CashRemitted(*named, self.day, self.text(), "123", total, handed, lines)

    def remittance_confirmed(self) -> e.Event:
        return e.RemittanceConfirmed(self.id("rm", 4), self.on(), self.text(), self.random.choice(("", "0b" * 32)))

    def remittance_voided(self) -> e.Event:
        return e.RemittanceVoided(self.id("rm", 4), self.on(), self.text())

    def cash_day_locked(self) -> e.Event:
        return e.CashDayLocked(self.id("cd", 3), self.on(), self.random.randrange(9), 500, 0)

    def cash_day_reopened(self) -> e.Event:
        return e.CashDayReopened(self.id("cd", 3), self.text(), self.maybe(self.id("op", 2)))


MONEY_WEIGHTS: dict[Callable[[Any], e.Event], int] = {
    MoneyLife.tariff_adopted: 2,
    MoneyLife.tariff_retired: 1,
    MoneyLife.payment_taken: 14,
    MoneyLife.receipt_voided: 5,
    MoneyLife.receipt_copied: 1,
    MoneyLife.charge_waived: 3,
    MoneyLife.waiver_voided: 2,
    MoneyLife.credit_used: 3,
    MoneyLife.shift_opened: 3,
    MoneyLife.shift_closed: 3,
    MoneyLife.cash_handed_over: 3,
    MoneyLife.hand_over_received: 3,
    MoneyLife.cash_remitted: 3,
    MoneyLife.remittance_confirmed: 2,
    MoneyLife.remittance_voided: 2,
    MoneyLife.cash_day_locked: 2,
    MoneyLife.cash_day_reopened: 2,
}
