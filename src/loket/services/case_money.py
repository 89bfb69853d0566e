"""Cases about money in words: the receipts, waivers and drawers behind them; and what was decided to be given back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from loket.db.rows import mapper
from loket.domain.cases import CaseClass, detail_of
from loket.domain.decisions import GIVE_BACK
from loket.domain.entities import (
    Case,
    CashShift,
    Charge,
    HandOver,
    Id,
    Member,
    Payment,
    Receipt,
    Remittance,
    Waiver,
)
from loket.domain.handling import standing_member
from loket.domain.ports import State
from loket.services.case_words import CaseWords, Side
from loket.services.desk import Desk

OF_MONEY = (CaseClass.PAY_DUP, CaseClass.RCP_DUP, CaseClass.CASH_TWICE)
"""Classes that nobody decides who handled the money himself."""
_TO_GIVE_BACK = f"{mapper(Case).select_sql} WHERE closed = 1 AND cls = ? AND choice = ? ORDER BY resolved_at, id"


@dataclass(frozen=True, slots=True)
class RefundDue:
    """Credit that somebody decided to give back and that is still there.

    `member` None: nobody knows him any more.
    """

    charge: Charge
    member: Member | None
    credit_rp: int
    decided_by: str
    decided_at: datetime | None


def refunds_due(desk: Desk) -> tuple[RefundDue, ...]:
    """What the treasurer is to give back, the oldest decision first; each charge once."""
    found: dict[Id, RefundDue] = {}
    with desk.view() as act:
        for row in act.driver.execute(_TO_GIVE_BACK, (CaseClass.PAY_DUP, GIVE_BACK)).fetchall():
            case = mapper(Case).entity(row)
            charge = act.state.get(Charge, case.entity)
            if charge is not None and charge.credit_rp > 0 and charge.id not in found:
                member = standing_member(act.state, charge.member_id)
                found[charge.id] = RefundDue(charge, member, charge.credit_rp, case.decided_by, case.resolved_at)
    return tuple(found.values())


def handled_by(state: State, case: Case) -> frozenset[Id]:
    """Whoever took, gave back, counted or carried the money that a case is about. Empty for other classes."""
    if case.cls not in OF_MONEY:
        return frozenset()
    people: list[Id | None] = [case.operator_id]
    for receipt in receipts_of(state, case):
        people += [receipt.operator_id, receipt.void_by]
    if (shift := state.get(CashShift, case.entity)) is not None:
        people += [shift.opened_by, shift.closed_by]
    if (handed := state.get(HandOver, case.entity)) is not None:
        people += [handed.handed_by, handed.received_by]
    return frozenset(person for person in people if person is not None)


def receipts_of(state: State, case: Case) -> list[Receipt]:
    """The receipts a case is about, in the order they were given."""
    ids: list[Any] = [case.entity, *detail_of(case).get("others", ()), detail_of(case).get("receipt_id")]
    ids += [line.receipt_id for line in state.payments_of_charge(Id(case.entity))]
    found = (state.get(Receipt, one) for one in dict.fromkeys(ids) if one)
    return sorted((one for one in found if one is not None and one.number), key=lambda one: (one.paid_at, one.id))


class MoneyWords(CaseWords):
    """What a case about money says beyond others."""

    # ---- the question ---------------------------------------------------------------------------------------------

    def money_variant(self) -> str:
        """Which of its class's questions a case asks."""
        match self.case.cls:
            case CaseClass.PAY_DUP if "missing_rp" in self.detail:
                return "_short"
            case CaseClass.PAY_DUP if self._is_let_off():
                return "_waived"
            case CaseClass.CASH_TWICE if self.detail.get("what"):
                return f"_{self.detail['what']}"
        return ""

    def _is_let_off(self) -> bool:
        charge = self._charge()
        return charge is not None and not charge.cancelled and charge.waived_rp > 0

    def money_fact(self, name: str) -> str | None:
        """One named fact of a question; None where it is none about money."""
        match name:
            case "amount" | "credit" | "missing":
                return self._rp(int(self.detail.get(f"{name}_rp", 0)))
            case "charge_kind":
                return self._charge_kind(str(self.detail.get("kind", "")))
            case "cash":
                return self._cash_about()
        return None

    def _cash_about(self) -> str:
        """Which drawer, hand-over, slip or receipt: its number, or its day."""
        state, entity = self.state, self.case.entity
        rows = state.get(Receipt, entity), state.get(HandOver, entity), state.get(Remittance, entity)
        number = next((row.number for row in rows if row is not None and row.number), "")
        if number:
            return number
        shift = state.get(CashShift, entity)
        return self._day(shift.opened_on) if shift is not None else self._word("unknown")

    # ---- the sides ------------------------------------------------------------------------------------------------

    def money_sides(self) -> tuple[Side, ...]:
        """Every receipt, waiver, credit and count there is about it, in the order they were made."""
        match self.case.cls:
            case CaseClass.PAY_DUP:
                given = [self._receipt_side(receipt) for receipt in receipts_of(self.state, self.case)]
                return (*given, *self._waiver_sides(), *self._credit_sides())
            case CaseClass.RCP_DUP:
                return tuple(self._receipt_side(receipt) for receipt in receipts_of(self.state, self.case))
            case CaseClass.CASH_TWICE:
                return tuple(side for side in (self._first_side(), self._second_side()) if side)
            case CaseClass.PAY_UNKNOWN:
                given = [self._receipt_side(receipt) for receipt in receipts_of(self.state, self.case)]
                return tuple(given) or (self._second_side(),)
        return ()

    def _receipt_side(self, receipt: Receipt) -> Side:
        """A receipt as somebody holds it: number, who paid, how much of it on this charge, void or not."""
        charge = self._charge()
        of_charge = [one for one in self.state.payments_of(receipt.id) if charge and one.charge_id == charge.id]
        lines = [self._payer(receipt), self._word(f"method_{receipt.method.value}"), self._rp(receipt.total_rp)]
        if charge is not None and of_charge:
            paid = self._rp(sum(line.amount_rp for line in of_charge))
            lines.append(self._word("of_it").format(kind=self._charge_kind(charge.kind), amount=paid))
        if receipt.voided_on is not None:
            lines.append(self._word("voided").format(on=self._day(receipt.voided_on)))
        if receipt.id == self.case.entity and self.detail.get("stored_as"):
            lines.append(self._word("stored_as").format(number=self.detail["stored_as"]))
        printed = self.detail.get("number") if self.case.cls == CaseClass.RCP_DUP else receipt.number
        heading = self._word("receipt").format(number=printed)
        shown = tuple(line for line in lines if line)
        return Side(
            heading, shown, self._operator(receipt.operator_id), self._station(receipt.station_id), receipt.paid_at
        )

    def _payer(self, receipt: Receipt) -> str:
        return self._member_name(receipt.member_id) if receipt.member_id else receipt.payer

    def _waiver_sides(self) -> list[Side]:
        waivers: list[Waiver] = list(self.state.waivers_of(Id(self.case.entity)))
        return [
            Side(
                self._word("let_off"),
                (self._rp(one.amount_rp), one.reason, self._day(one.waived_on)),
                self._operator(one.operator_id),
                self._station(one.station_id),
            )
            for one in waivers
            if one.voided_on is None
        ]

    def _credit_sides(self) -> list[Side]:
        moved: list[Payment] = list(self.state.payments_of_charge(Id(self.case.entity)))
        return [
            Side(self._word("credit_used"), (self._rp(line.amount_rp), self._day(line.paid_on)))
            for line in moved
            if line.receipt_id is None
        ]

    def _first_side(self) -> Side | None:
        """What stands: the first void, count, hand-over or receipt of the money."""
        state, entity, what = self.state, self.case.entity, self.detail.get("what")
        shift, handed, receipt = state.get(CashShift, entity), state.get(HandOver, entity), state.get(Receipt, entity)
        if receipt is not None and receipt.voided_on is not None:
            lines = (self._rp(receipt.total_rp), receipt.void_reason)
            return self._stands(lines, receipt.void_by, receipt.void_station_id, receipt.voided_at)
        if shift is not None and what == "shift":
            lines = (self._word("counted").format(amount=self._rp(shift.counted_rp)), shift.explanation)
            return self._stands(lines, shift.closed_by, shift.station_id, shift.closed_at)
        if shift is not None and (first := state.get(HandOver, str(self.detail.get("other", "")))) is not None:
            return self._stands(self._handed(first), first.handed_by, first.station_id, first.handed_at)
        if handed is not None and what == "received":
            lines = (self._word("counted").format(amount=self._rp(handed.received_rp)), handed.explanation)
            return self._stands(lines, handed.received_by, None, handed.received_at)
        slip = state.get(Remittance, str(self.detail.get("other", "")))
        return None if slip is None else self._stands(self._slip(slip), slip.operator_id, slip.station_id, None)

    def _second_side(self) -> Side:
        """What came after it and changed nothing."""
        told, state = self.detail, self.state
        lines: tuple[str, ...] = ()
        counted = told.get("counted_rp", told.get("received_rp"))
        if counted is not None:
            lines = (self._word("counted").format(amount=self._rp(counted)),)
        elif (second := state.get(HandOver, str(told.get("hand_over", "")))) is not None:
            lines = self._handed(second)
        elif (slip := state.get(Remittance, str(told.get("remittance", "")))) is not None:
            lines = self._slip(slip)
        return Side(self._word("event"), lines, *self._doer(), self.case.opened_at)

    def _stands(self, lines: tuple[str, ...], who: Id | None, station: Id | None, at: datetime | None) -> Side:
        shown = tuple(line for line in lines if line)
        return Side(self._word("standing"), shown, self._operator(who), self._station(station), at)

    def _handed(self, handed: HandOver) -> tuple[str, ...]:
        return handed.number, self._rp(handed.cash_rp + handed.noncash_rp)

    def _slip(self, slip: Remittance) -> tuple[str, ...]:
        return slip.number, self._rp(slip.amount_rp), self._day(slip.remitted_on)

    # ---- words ----------------------------------------------------------------------------------------------------

    def _charge(self) -> Charge | None:
        return self.state.get(Charge, self.case.entity)

    def _charge_kind(self, kind: str) -> str:
        return str(self.words["charge_kind"].get(kind, kind or self._word("unknown")))

    def _rp(self, amount_rp: int) -> str:
        sign = "-" if amount_rp < 0 else ""
        return f"{sign}Rp{abs(amount_rp):,}".replace(",", ".")
