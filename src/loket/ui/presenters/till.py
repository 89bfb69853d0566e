"""What lies on the counter while somebody pays: lines, sum, change. Nothing is taken here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from loket.domain.entities import Id, Member, PayMethod, Tariff
from loket.domain.errors import InvalidInput, RefusalCode
from loket.domain.money import rounded_rp
from loket.services import bills
from loket.services.bills import Bill, ChargeLine, GivenWaiver, LatePreview
from loket.services.case_money import RefundDue, refunds_due
from loket.services.desk import Desk
from loket.services.payments import Wanted

NOTES = (5_000, 10_000, 20_000, 50_000, 100_000)  # rupiah that a payer puts on the counter
OFFERED_NOTES = 4
MOST_PIECES = 9_999
WAIVED_LATELY_DAYS = 31  # so long a waiver is shown beside the bill; older ones are listed when asked for


class LineKind(StrEnum):
    CHARGE = "charge"
    SERVICE = "service"
    PREVIEW = "preview"  # a book still out: what it would cost if it came back now


@dataclass(frozen=True, slots=True)
class TillLine:
    """One thing that is, or would be, paid for.

    Attributes:
        key: the charge's id, the tariff's or the loan's. what: its kind, as a ChargeKind. title: the book or service.
        owed_rp: all there is to pay on it. pay_rp: what of it is paid now.
        why_not: whoever is signed in may not receive it, and this is why.
        days: of a book still out, how many it is late.
    """

    key: Id
    kind: LineKind
    what: str
    title: str
    owed_rp: int
    pay_rp: int
    on: date | None = None
    ticked: bool = True
    why_not: RefusalCode | None = None
    quantity: int = 1
    days: int = 0

    @property
    def collectible(self) -> bool:
        return self.why_not is None

    @property
    def payable(self) -> bool:
        return self.collectible and self.kind is not LineKind.PREVIEW

    @property
    def due_rp(self) -> int:
        return self.pay_rp if self.ticked and self.payable else 0


@dataclass(frozen=True, slots=True)
class Decision:
    """Somebody decided that this credit goes back to the member. `by` may be "", `on` the library's own day."""

    charge_id: Id
    amount_rp: int
    by: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Till:
    """What lies on the counter at this moment.

    Attributes:
        credits: what the member paid too much before, on which charges.
        step_rp: the coin cash is rounded to, 0 for none.
        waivers: what was let off him lately, the newest first. decisions: which of the credits he is to get back.
        received_rp: cash as put on the counter; None: exactly what is due.
    """

    member: Member | None = None
    lines: tuple[TillLine, ...] = ()
    credits: tuple[ChargeLine, ...] = ()
    waivers: tuple[GivenWaiver, ...] = ()
    decisions: tuple[Decision, ...] = ()
    method: PayMethod = PayMethod.CASH
    received_rp: int | None = None
    reference: str = ""
    payer: str = ""
    step_rp: int = 0

    @property
    def credit_rp(self) -> int:
        return sum(line.charge.credit_rp for line in self.credits)

    @property
    def decided_rp(self) -> int:
        """What of the credit is to go back to the member."""
        return sum(decision.amount_rp for decision in self.decisions)

    @property
    def chosen(self) -> tuple[TillLine, ...]:
        return tuple(line for line in self.lines if line.due_rp)

    @property
    def lines_rp(self) -> int:
        return sum(line.due_rp for line in self.lines)

    @property
    def total_rp(self) -> int:
        """What is to be paid; cash rounded to the coins there are."""
        return rounded_rp(self.lines_rp, self.step_rp) if self.method is PayMethod.CASH else self.lines_rp

    @property
    def change_rp(self) -> int:
        """What goes back to the payer; below nought, so much is missing."""
        return 0 if self.received_rp is None or self.method is not PayMethod.CASH else self.received_rp - self.total_rp

    @property
    def elsewhere_rp(self) -> int:
        """What only the treasurer receives."""
        return sum(line.owed_rp for line in self.lines if line.why_not is RefusalCode.TREASURER_ONLY)

    @property
    def is_empty(self) -> bool:
        return self.member is None and not self.lines

    def line(self, key: Id) -> TillLine | None:
        return next((line for line in self.lines if line.key == key), None)

    def changed(self, key: Id, **values: object) -> Till:
        """With one line changed. What was put on the counter is forgotten: it was for another sum."""
        lines = tuple(replace(one, **values) if one.key == key else one for one in self.lines)  # type: ignore[arg-type]
        return replace(self, lines=lines, received_rp=None)

    def toggled(self, key: Id) -> Till:
        line = self.line(key)
        return self if line is None or not line.payable else self.changed(key, ticked=not line.ticked)

    def part(self, key: Id, amount_rp: int) -> Till:
        """Only so much of one line. Raises InvalidInput for nothing, or more than is owed."""
        line = self.line(key)
        if line is None or not line.payable:
            return self
        if not 1 <= amount_rp <= line.owed_rp:
            raise InvalidInput("amount_rp", "amount_owed", owed_rp=line.owed_rp)
        return self.changed(key, pay_rp=amount_rp, ticked=True)

    def with_service(self, tariff: Tariff, quantity: int) -> Till:
        """Once more of a service adds to its line. Raises InvalidInput for a quantity that cannot be."""
        if not 1 <= quantity <= MOST_PIECES:
            raise InvalidInput("quantity", "number_out_of_range", minimum=1, maximum=MOST_PIECES)
        before = self.line(tariff.id)
        quantity += before.quantity if before else 0
        price = quantity * tariff.amount_rp
        if before is not None:
            return self.changed(tariff.id, quantity=quantity, owed_rp=price, pay_rp=price, ticked=True)
        line = TillLine(tariff.id, LineKind.SERVICE, tariff.kind, tariff.name, price, price, quantity=quantity)
        own = [one for one in self.lines if one.kind is not LineKind.PREVIEW]
        shown = tuple(one for one in self.lines if one.kind is LineKind.PREVIEW)
        return replace(self, lines=(*own, line, *shown), received_rp=None)

    def without(self, key: Id) -> Till:
        """A service is taken off again; what a member owes stays."""
        kept = tuple(one for one in self.lines if one.key != key or one.kind is not LineKind.SERVICE)
        return replace(self, lines=kept, received_rp=None)

    def wanted(self) -> tuple[Wanted, ...]:
        """The chosen lines as the service takes them."""
        return tuple(
            Wanted(charge_id=line.key, amount_rp=line.due_rp)
            if line.kind is LineKind.CHARGE
            else Wanted(tariff_id=line.key, quantity=line.quantity, amount_rp=line.due_rp)
            for line in self.chosen
        )


def till_of(bill: Bill, late: Sequence[LatePreview] = (), step_rp: int = 0) -> Till:
    """A member's till: what this counter may collect is ticked, what only the treasurer may is not."""
    owed = [_charge_line(line) for line in bill.charges]
    return Till(bill.member, (*owed, *map(_late_line, late)), bill.credits, step_rp=step_rp)


def with_decisions(till: Till, dues: Sequence[RefundDue], day_of: Callable[[datetime], date]) -> Till:
    """The till with what was decided about its credits, and these first."""
    found = {due.charge.id: due for due in dues}
    decided = [found[line.charge.id] for line in till.credits if line.charge.id in found]
    decisions = tuple(
        Decision(due.charge.id, due.credit_rp, due.decided_by, day_of(due.decided_at) if due.decided_at else None)
        for due in decided
    )
    return replace(
        till, credits=tuple(sorted(till.credits, key=lambda line: line.charge.id not in found)), decisions=decisions
    )


def handy_sums(total_rp: int) -> tuple[int, ...]:
    """What somebody who owes this is likely to hand over, beside the exact sum: the next rounder amounts."""
    above = dict.fromkeys(-(-total_rp // note) * note for note in NOTES)
    return tuple(sorted(one for one in above if one > total_rp))[:OFFERED_NOTES] if total_rp > 0 else ()


def _charge_line(line: ChargeLine) -> TillLine:
    charge = line.charge
    return TillLine(
        charge.id,
        LineKind.CHARGE,
        charge.kind,
        line.title,
        line.owed_rp,
        line.owed_rp,
        charge.raised_on,
        ticked=line.collectible,
        why_not=line.why_not,
    )


def _late_line(late: LatePreview) -> TillLine:
    return TillLine(
        late.loan.id,
        LineKind.PREVIEW,
        "fine",
        late.title,
        late.lateness.fine_rp,
        late.lateness.fine_rp,
        late.loan.due_on,
        ticked=False,
        days=late.lateness.calendar_days,
    )


def read_till(desk: Desk, member_id: Id) -> Till:
    """A member's till as it stands: what his late books would cost, what was let off, what he is to get back."""
    bill, late = bills.bill_of(desk, member_id), bills.preview(desk, member_id)
    till = till_of(bill, late, desk.settings().cash_rounding_rp)
    given = bills.given_waivers(desk, member_id, desk.today() - timedelta(days=WAIVED_LATELY_DAYS))
    dues = refunds_due(desk) if till.credits else ()
    offset = timedelta(minutes=desk.library.utc_offset_min)
    return replace(with_decisions(till, dues, lambda at: (at + offset).date()), waivers=given)


def refunds_waiting(desk: Desk) -> tuple[RefundDue, ...]:
    """Whom money is to be given back, the oldest decision first; nobody can come for what has no owner any more."""
    return tuple(due for due in refunds_due(desk) if due.member is not None)
