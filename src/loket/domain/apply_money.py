"""Booking money: a receipt that was printed counts, whatever the books say; what contradicts them is a case.

What is said of a thing that is not known yet stands in a row of its own until the news of that thing comes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from loket.domain import events as e
from loket.domain.cases import CaseClass, case_id, make_case
from loket.domain.entities import (
    Case,
    Charge,
    ChargeKind,
    Id,
    Payment,
    PayMethod,
    Receipt,
    ReceiptKind,
    Tariff,
    Waiver,
)
from loket.domain.handling import applies, settle_anew, twice_paid
from loket.domain.ports import State

UNHEARD = Id("f" * 31 + "1")  # the charge of a waiver that is known by its end alone

# ---- tariffs ------------------------------------------------------------------------------------------------------


@applies(e.TariffAdopted)
def _tariff_adopted(state: State, stamp: e.Stamp, event: e.TariffAdopted) -> list[Case]:
    """One that was retired before anybody heard of it stays retired."""
    known = state.get(Tariff, event.tariff.id)
    state.put(replace(event.tariff, retired=event.tariff.retired or (known is not None and known.retired)))
    if event.replaces is not None:
        _retire(state, event.replaces, stamp.business_on)
    return []


@applies(e.TariffRetired)
def _tariff_retired(state: State, stamp: e.Stamp, event: e.TariffRetired) -> list[Case]:
    _retire(state, event.tariff_id, stamp.business_on)
    return []


def _retire(state: State, tariff_id: Id, on: date) -> None:
    """Without a legal basis, what stands here for a tariff nobody heard of holds for nothing."""
    old = state.get(Tariff, tariff_id) or Tariff(tariff_id, ChargeKind.SERVICE, "", 0, "", "", on)
    state.put(replace(old, retired=True))


# ---- receipts -----------------------------------------------------------------------------------------------------


@applies(e.PaymentTaken)
def _payment_taken(state: State, stamp: e.Stamp, event: e.PaymentTaken) -> list[Case]:
    """Two desks that both took the money both gave a receipt: both stand, the excess is the member's credit."""
    known = state.get(Receipt, event.receipt_id)
    if known is not None and known.number:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.receipt_id)]
    number, cases = _number_of_its_own(state, stamp, event)
    receipt = _receipt(stamp, event, number, known)
    state.put(receipt)
    for nth, line in enumerate(event.lines):
        payment = _payment(event, line, is_void=receipt.voided_on is not None)
        cases += _put_payment(state, stamp, payment, nth)
    amounts = {line.charge_id: 0 for line in event.lines if line.charge_id is not None}
    for line in event.lines:
        if line.charge_id is not None:
            amounts[line.charge_id] += line.amount_rp
    for charge_id, amount_rp in amounts.items():
        cases += settled_by_money(state, stamp, charge_id, receipt.id, gives_back=amount_rp < 0)
    return cases


def _number_of_its_own(state: State, stamp: e.Stamp, event: e.PaymentTaken) -> tuple[str, list[Case]]:
    """A number that another receipt bears gets a suffix. Only two lives of one counter can print the same."""
    others = [one.id for one in state.receipts_with_number(event.number) if one.id != event.receipt_id]
    number, nth = event.number, 1
    while others and state.receipts_with_number(number):
        nth += 1
        number = f"{event.number}-{nth}"
    if not others:
        return number, []
    about: dict[str, Any] = {"number": event.number, "stored_as": number, "others": tuple(others)}
    return number, [make_case(stamp, CaseClass.RCP_DUP, "medium", event.receipt_id, **about)]


def _receipt(stamp: e.Stamp, event: e.PaymentTaken, number: str, known: Receipt | None) -> Receipt:
    """A member's receipt has his name from his own record: only a guest's is kept with it."""
    receipt = Receipt(
        id=event.receipt_id,
        series=event.series,
        running=event.running,
        number=number,
        kind=event.kind,
        paid_on=event.paid_on,
        paid_at=stamp.at,
        method=event.method,
        total_rp=event.total_rp,
        reference=event.reference,
        received_rp=event.received_rp,
        member_id=event.member_id,
        payer="" if event.member_id is not None else event.payer or "",
        shift_id=event.shift_id,
        station_id=stamp.station_id,
        operator_id=stamp.operator_id,
        direct=event.direct,
    )
    return receipt if known is None else _void_as(known, replace(receipt, copies=known.copies))


def _void_as(known: Receipt, receipt: Receipt) -> Receipt:
    return replace(
        receipt,
        voided_on=known.voided_on,
        voided_at=known.voided_at,
        void_reason=known.void_reason,
        void_by=known.void_by,
        void_approved_by=known.void_approved_by,
        void_shift_id=known.void_shift_id,
        void_station_id=known.void_station_id,
    )


def _unheard(stamp: e.Stamp, receipt_id: Id) -> Receipt:
    """What stands for a receipt known by what became of it alone: no number, no money."""
    return Receipt(receipt_id, "", 0, "", ReceiptKind.PAYMENT, stamp.business_on, stamp.at, PayMethod.CASH, 0)


def _payment(event: e.PaymentTaken, line: e.PaidLine, *, is_void: bool) -> Payment:
    return Payment(
        id=line.payment_id,
        receipt_id=event.receipt_id,
        kind=line.kind,
        amount_rp=line.amount_rp,
        paid_on=event.paid_on,
        account=line.account,
        legal_basis=line.legal_basis,
        charge_id=line.charge_id,
        name=line.name,
        quantity=line.quantity,
        voided=is_void,
    )


def _put_payment(state: State, stamp: e.Stamp, payment: Payment, nth: int) -> list[Case]:
    """No money is lost to a key that another line has: it gets one made from its event."""
    if state.get(Payment, payment.id) is None:
        state.put(payment)
        return []
    own_id = case_id(f"{stamp.event_id}:payment:{nth}")
    state.put(replace(payment, id=own_id))
    return [make_case(stamp, CaseClass.ID_COLLISION, "high", payment.id, stored_as=own_id)]


def settled_by_money(
    state: State, stamp: e.Stamp, charge_id: Id, receipt_id: Id | None, *, gives_back: bool = False
) -> list[Case]:
    """Work the charge out anew. A case when money is now over, or more `gives_back` than there was to give."""
    before = state.get(Charge, charge_id)
    if before is None:
        return [make_case(stamp, CaseClass.PAY_UNKNOWN, "medium", charge_id, receipt_id=receipt_id)]
    return twice_paid(stamp, before, settle_anew(state, before), receipt_id, gives_back=gives_back)


@applies(e.ReceiptVoided)
def _receipt_voided(state: State, stamp: e.Stamp, event: e.ReceiptVoided) -> list[Case]:
    """Voided at two desks, the money went back out of two drawers: the first stands, the second is a case."""
    known = state.get(Receipt, event.receipt_id)
    receipt = known or _unheard(stamp, event.receipt_id)
    if receipt.voided_on is not None:
        told: dict[str, Any] = {"receipt_id": receipt.id, "what": "void", "shift_id": event.shift_id}
        return [make_case(stamp, CaseClass.CASH_TWICE, "medium", receipt.id, **told)]
    state.put(
        replace(
            receipt,
            voided_on=event.voided_on,
            voided_at=stamp.at,
            void_reason=event.reason,
            void_by=stamp.operator_id,
            void_approved_by=event.approved_by,
            void_shift_id=event.shift_id,
            void_station_id=stamp.station_id,
        )
    )
    if known is None or not known.number:
        return [make_case(stamp, CaseClass.PAY_UNKNOWN, "medium", receipt.id)]
    lines = state.payments_of(receipt.id)
    for line in lines:
        state.put(replace(line, voided=True))
    return _settled_all(state, stamp, (line.charge_id for line in lines), receipt.id)


def _settled_all(
    state: State, stamp: e.Stamp, charge_ids: Iterable[Id | None], receipt_id: Id | None = None
) -> list[Case]:
    known = dict.fromkeys(charge_id for charge_id in charge_ids if charge_id is not None)
    return [case for charge_id in known for case in settled_by_money(state, stamp, charge_id, receipt_id)]


@applies(e.ReceiptCopied)
def _receipt_copied(state: State, stamp: e.Stamp, event: e.ReceiptCopied) -> list[Case]:
    known = state.get(Receipt, event.receipt_id)
    receipt = known or _unheard(stamp, event.receipt_id)
    state.put(replace(receipt, copies=receipt.copies + 1))
    return [] if known is not None else [make_case(stamp, CaseClass.PAY_UNKNOWN, "low", receipt.id)]


# ---- let off, and credit ------------------------------------------------------------------------------------------


@applies(e.ChargeWaived)
def _charge_waived(state: State, stamp: e.Stamp, event: e.ChargeWaived) -> list[Case]:
    """Let off here and paid elsewhere meanwhile, the money is the member's again."""
    known = state.get(Waiver, event.waiver_id)
    if known is not None and known.charge_id != UNHEARD:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.waiver_id)]
    terms = event.waiver_id, event.charge_id, event.amount_rp, event.waived_on, event.reason
    given = stamp.station_id, stamp.operator_id, event.approved_by
    void = (known.voided_on, known.void_reason, known.void_by, known.void_approved_by) if known is not None else ()
    state.put(Waiver(*terms, *given, *void))
    return settled_by_money(state, stamp, event.charge_id, None)


@applies(e.WaiverVoided)
def _waiver_voided(state: State, stamp: e.Stamp, event: e.WaiverVoided) -> list[Case]:
    """Taken back at two desks it is taken back once; no money moved."""
    known = state.get(Waiver, event.waiver_id)
    if known is not None and known.voided_on is not None:
        return []
    waiver = known or Waiver(event.waiver_id, UNHEARD, 0, event.voided_on, "")
    state.put(
        replace(
            waiver,
            voided_on=event.voided_on,
            void_reason=event.reason,
            void_by=stamp.operator_id,
            void_approved_by=event.approved_by,
        )
    )
    if known is None:
        return [make_case(stamp, CaseClass.PAY_UNKNOWN, "medium", event.waiver_id)]
    return settled_by_money(state, stamp, waiver.charge_id, None)


@applies(e.CreditUsed)
def _credit_used(state: State, stamp: e.Stamp, event: e.CreditUsed) -> list[Case]:
    """The same credit used at two desks settles both charges; what it came from is owed again, and a case says so."""
    if state.get(Payment, event.given_id) is not None:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.given_id)]
    source, target = state.get(Charge, event.from_charge_id), state.get(Charge, event.to_charge_id)
    taken = Payment(event.taken_id, None, source.kind if source else "", -event.amount_rp, event.used_on)
    given = Payment(event.given_id, None, target.kind if target else "", event.amount_rp, event.used_on)
    cases = _put_payment(state, stamp, replace(taken, charge_id=event.from_charge_id), 0)
    cases += _put_payment(state, stamp, replace(given, charge_id=event.to_charge_id), 1)
    cases += settled_by_money(state, stamp, event.from_charge_id, None, gives_back=True)
    if event.to_charge_id == event.from_charge_id:
        return cases
    return cases + settled_by_money(state, stamp, event.to_charge_id, None)
