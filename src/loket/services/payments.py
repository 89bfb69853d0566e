"""Money taken, given back, let off: every action is one transaction, and nothing is ever deleted.

A receipt that was handed over counts. What turns out wrong is declared void, with a reason and a second person, on the
day it is found out; the number stays. Sources: SOP pengembalian steps 6-8 (the treasurer receives the fine), SOP
kartu-anggota steps 4 and 9, SOP perpanjangan-kartu step 5, SOP foto-copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from loket.domain import events as e
from loket.domain.entities import (
    CashShift,
    Charge,
    Id,
    Member,
    Payment,
    PayMethod,
    Receipt,
    ReceiptKind,
    Tariff,
    Waiver,
)
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.money import ROUNDING, owed_rp, rounded_rp, settled
from loket.services import slip_queue
from loket.services.approval import second_person
from loket.services.bills import (
    basis_of,
    demand_collectible,
    for_sale,
)
from loket.services.cash_days import DESK_ROLES, demand_open_day, drawer_rp, open_shift_of
from loket.services.circulation import Approval
from loket.services.desk import Action, Desk
from loket.services.member_records import demand_reason, records_of_person, the_member
from loket.services.receipts import ReceiptView, next_number, numbered_as, receipt_view, the_receipt
from loket.services.tariffs import account_of

MOST_RP = 1_000_000_000
MOST_PIECES = 10_000
LONGEST_REFERENCE, LONGEST_PAYER = 80, 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing to be paid: a charge, or pieces of something there is a tariff for.

    `amount_rp` 0: all that is owed. Of a charge it may be less; of a tariff it is its amount × `quantity`.
    """

    charge_id: Id | None = None
    tariff_id: Id | None = None
    quantity: int = 1
    amount_rp: int = 0


@dataclass(frozen=True, slots=True)
class Taken:
    """A receipt given. `slip_job_id` is its slip, waiting for the receipt printer."""

    receipt: Receipt
    change_rp: int
    slip_job_id: Id | None
    needs_stamp: bool
    view: ReceiptView


# ---- taking money -------------------------------------------------------------------------------------------------


def take_payment(
    desk: Desk,
    wanted: Sequence[Wanted],
    *,
    member_id: Id | None = None,
    payer: str = "",
    method: PayMethod = PayMethod.CASH,
    reference: str = "",
    received_rp: int | None = None,
    began_at: datetime | None = None,
) -> Taken:
    """Take money and give a receipt. Where no member is named he is the charges' own; a guest has a name at most.

    `received_rp`: cash put on the counter, the exact sum when not given. `reference` of what is not cash. A name typed
    beside a member is not kept: his own record has it.

    Raises Refused: NO_OPEN_SHIFT, DAY_LOCKED, CLOCK_DOUBTFUL, TREASURER_ONLY, NO_TARIFF, CHARGE_UNKNOWN, ROLE_MISSING,
    NOT_SIGNED_IN; InvalidInput: "lines" (`nothing_to_pay`, `line_twice`, `lines_of_others`), "amount_rp"
    (`amount_owed`), "quantity", "reference", "received_rp", "payer".
    """
    with desk.action(began_at) as act:
        return take(
            act,
            wanted,
            member_id=member_id,
            payer=payer,
            method=method,
            reference=reference,
            received_rp=received_rp,
        )


def take(
    act: Action,
    wanted: Sequence[Wanted],
    *,
    member_id: Id | None = None,
    payer: str = "",
    method: PayMethod = PayMethod.CASH,
    reference: str = "",
    received_rp: int | None = None,
) -> Taken:
    """`take_payment` inside the caller's transaction."""
    act.demand_role(*DESK_ROLES)
    shift = _till(act, method)
    lines = _lines(act, wanted)
    member = _whose(act, wanted, member_id)
    lines += _rounding(act, lines, method)
    total_rp = sum(line.amount_rp for line in lines)
    put_down_rp = _put_down(method, received_rp, total_rp)
    guest = "" if member is not None else _payer(payer)
    terms = _Terms(ReceiptKind.PAYMENT, method, _reference(method, reference), put_down_rp, guest)
    return _booked(act, terms, lines, member.id if member else None, shift)


def total_rp(desk: Desk, wanted: Sequence[Wanted], method: PayMethod = PayMethod.CASH) -> int:
    """What `take_payment` will ask for, rounding included. Raises as it does for the lines."""
    with desk.view() as act:
        lines = _lines(act, wanted)
        return sum(line.amount_rp for line in lines + _rounding(act, lines, method))


@dataclass(frozen=True, slots=True)
class _Terms:
    kind: ReceiptKind
    method: PayMethod
    reference: str
    put_down_rp: int = 0
    payer: str = ""


def _booked(
    act: Action, terms: _Terms, lines: list[e.PaidLine], member_id: Id | None, shift: CashShift | None
) -> Taken:
    numbered = next_number(act, numbered_as(terms.kind))
    total = sum(line.amount_rp for line in lines)
    event = e.PaymentTaken(
        receipt_id=act.new_id(),
        series=numbered.series,
        running=numbered.running,
        number=numbered.number,
        kind=terms.kind,
        paid_on=act.today,
        method=terms.method,
        total_rp=total,
        lines=tuple(lines),
        reference=terms.reference,
        received_rp=terms.put_down_rp,
        member_id=member_id,
        shift_id=shift.id if shift else None,
        payer=terms.payer or None,
        direct=terms.method is not PayMethod.CASH and act.rules.settings.noncash_to_treasury,
    )
    act.record(event)
    view = receipt_view(act, event.receipt_id)
    job = slip_queue.add_receipt(act, event.receipt_id)
    return Taken(view.receipt, view.change_rp, job, view.needs_stamp, view)


def _till(act: Action, method: PayMethod) -> CashShift | None:
    """The shift this money belongs to. Cash needs an open drawer; so does what the treasurer is still to deposit."""
    act.demand_sound_clock()
    demand_open_day(act, act.today)
    shift = open_shift_of(act)
    if shift is None and (method is PayMethod.CASH or not act.rules.settings.noncash_to_treasury):
        raise Refused(RefusalCode.NO_OPEN_SHIFT)
    return shift


def _lines(act: Action, wanted: Sequence[Wanted]) -> list[e.PaidLine]:
    if not wanted:
        raise InvalidInput("lines", "nothing_to_pay")
    keys = [one.charge_id or one.tariff_id for one in wanted]
    if len(set(keys)) < len(keys):
        raise InvalidInput("lines", "line_twice")
    return [_charge_line(act, one) if one.charge_id else _tariff_line(act, one) for one in wanted]


def _charge_line(act: Action, one: Wanted) -> e.PaidLine:
    charge = _charge(act, one.charge_id)
    owed = owed_rp(charge)
    amount = one.amount_rp or owed
    if not 0 < amount <= owed:
        raise InvalidInput("amount_rp", "amount_owed", owed_rp=owed, charge_id=charge.id)
    demand_collectible(act, charge)
    account, basis = account_of(act, charge.kind, act.today), basis_of(act, charge)
    return e.PaidLine(act.new_id(), charge.kind, amount, account, basis, charge.id)


def _tariff_line(act: Action, one: Wanted) -> e.PaidLine:
    tariff = next((known for known in for_sale(act) if known.id == one.tariff_id), None)
    if tariff is None:
        raise InvalidInput("tariff", "tariff_gone")
    if not 0 < one.quantity <= MOST_PIECES:
        raise InvalidInput("quantity", "number_out_of_range", minimum=1, maximum=MOST_PIECES)
    amount = tariff.amount_rp * one.quantity
    if one.amount_rp not in (0, amount) or amount > MOST_RP:
        raise InvalidInput("amount_rp", "amount_by_tariff", tariff_rp=amount)
    named = tariff.account, tariff.legal_basis
    return e.PaidLine(act.new_id(), tariff.kind.value, amount, *named, None, _called(tariff), one.quantity)


def _called(tariff: Tariff) -> str:
    return f"{tariff.name} ({tariff.unit})" if tariff.name and tariff.unit else tariff.name


def _rounding(act: Action, lines: list[e.PaidLine], method: PayMethod) -> list[e.PaidLine]:
    """The line that makes a cash total fit the coins there are; never down to nothing at all."""
    total, step = sum(line.amount_rp for line in lines), act.rules.settings.cash_rounding_rp
    if method is not PayMethod.CASH:
        return []
    difference = (rounded_rp(total, step) or step) - total
    if difference == 0:
        return []
    return [e.PaidLine(act.new_id(), ROUNDING, difference, lines[0].account, lines[0].legal_basis)]


def _whose(act: Action, wanted: Sequence[Wanted], member_id: Id | None) -> Member | None:
    """The member a receipt is for. All charges are of one person, under whichever of his records."""
    owners = [_charge(act, one.charge_id).member_id for one in wanted if one.charge_id]
    if member_id is None and not owners:
        return None
    member = the_member(act, member_id or owners[0])
    if set(owners) - {record.id for record in records_of_person(act, member)}:
        raise InvalidInput("lines", "lines_of_others")
    return member


def _put_down(method: PayMethod, received_rp: int | None, total: int) -> int:
    if method is not PayMethod.CASH:
        return 0
    received = total if received_rp is None else received_rp
    if received < total:
        raise InvalidInput("received_rp", "received_too_little", total_rp=total)
    if received > max(MOST_RP, total):
        raise InvalidInput("received_rp", "amount_too_large", most_rp=MOST_RP)
    return received


def _reference(method: PayMethod, reference: str) -> str:
    """Of cash there is none. Raises InvalidInput("reference", …)."""
    tidied = "" if method is PayMethod.CASH else " ".join(reference.split())
    if method is not PayMethod.CASH and not tidied:
        raise InvalidInput("reference", "reference_missing")
    if len(tidied) > LONGEST_REFERENCE:
        raise InvalidInput("reference", "text_too_long", longest=LONGEST_REFERENCE)
    return tidied


def _payer(payer: str) -> str:
    tidied = " ".join(payer.split())
    if len(tidied) > LONGEST_PAYER:
        raise InvalidInput("payer", "text_too_long", longest=LONGEST_PAYER)
    return tidied


def _charge(act: Action, charge_id: Id | None) -> Charge:
    charge = act.state.get(Charge, charge_id) if charge_id else None
    if charge is None:
        raise Refused(RefusalCode.CHARGE_UNKNOWN)
    return charge


# ---- taking it back -----------------------------------------------------------------------------------------------


def void_receipt(desk: Desk, receipt_id: Id, reason: str, approval: Approval | None) -> Receipt:
    """The receipt does not count: its charges are open again, and cash goes back out of the open drawer today.

    Raises Refused: RECEIPT_UNKNOWN, ALREADY_VOID, CREDIT_SPENT (its money was used or given back since), NO_OPEN_SHIFT,
    DRAWER_SHORT, DAY_LOCKED, CLOCK_DOUBTFUL, APPROVAL_NEEDED, SECOND_PERSON, ROLE_MISSING; InvalidInput("reason").
    """
    with desk.action() as act:
        act.demand_role(*DESK_ROLES)
        receipt = the_receipt(act, receipt_id)
        if receipt.voided_on is not None:
            raise Refused(RefusalCode.ALREADY_VOID)
        why, approver = demand_reason(reason), second_person(act, approval)
        shift = _till(act, receipt.method)
        _demand_unspent(act, receipt)
        if receipt.method is PayMethod.CASH:
            _demand_in_drawer(act, shift, receipt.total_rp)
        act.record(e.ReceiptVoided(receipt.id, act.today, why, approver, shift.id if shift else None))
        return the_receipt(act, receipt.id)


def _demand_unspent(act: Action, receipt: Receipt) -> None:
    """Without this money no charge may have given away more than was paid on it."""
    for charge_id in {line.charge_id for line in act.state.payments_of(receipt.id) if line.charge_id}:
        charge = act.state.get(Charge, charge_id)
        if charge is None:
            continue
        lines = [_voided(line, receipt.id) for line in act.state.payments_of_charge(charge.id)]
        after = settled(charge, lines, act.state.waivers_of(charge.id))
        if after.credit_rp < min(0, charge.credit_rp):
            raise Refused(RefusalCode.CREDIT_SPENT)


def _voided(line: Payment, receipt_id: Id) -> Payment:
    return replace(line, voided=True) if line.receipt_id == receipt_id else line


def _demand_in_drawer(act: Action, shift: CashShift | None, amount_rp: int) -> None:
    if shift is not None and amount_rp > 0 and (has_rp := drawer_rp(act, shift)) < amount_rp:
        raise Refused(RefusalCode.DRAWER_SHORT, has_rp=has_rp, amount_rp=amount_rp)


def refund(
    desk: Desk,
    charge_id: Id,
    amount_rp: int,
    reason: str,
    approval: Approval | None,
    *,
    method: PayMethod = PayMethod.CASH,
    reference: str = "",
) -> Taken:
    """Give a member's credit back, all of it when `amount_rp` is 0; a receipt says so, with a number of its own.

    Raises Refused: NO_CREDIT and as `void_receipt`; InvalidInput("amount_rp", `amount_of_credit`), "reason",
    "reference".
    """
    with desk.action() as act:
        act.demand_role(*DESK_ROLES)
        charge = _charge(act, charge_id)
        amount = _of_credit(charge, amount_rp)
        why, approver = demand_reason(reason), second_person(act, approval)
        shift = _till(act, method)
        if method is PayMethod.CASH:
            _demand_in_drawer(act, shift, amount)
        member = the_member(act, charge.member_id)
        act.record(e.OverrideGranted(act.new_id(), approver, (REFUND,), why, member.id))
        account, basis = account_of(act, charge.kind, act.today), basis_of(act, charge)
        line = e.PaidLine(act.new_id(), charge.kind, -amount, account, basis, charge.id)
        terms = _Terms(ReceiptKind.REFUND, method, _reference(method, reference))
        return _booked(act, terms, [line], member.id, shift)


REFUND = "refund"  # what a supervisor's word in the journal allows here


def _of_credit(charge: Charge, amount_rp: int) -> int:
    if charge.credit_rp <= 0:
        raise Refused(RefusalCode.NO_CREDIT)
    amount = amount_rp or charge.credit_rp
    if not 0 < amount <= charge.credit_rp:
        raise InvalidInput("amount_rp", "amount_of_credit", credit_rp=charge.credit_rp)
    return amount


def use_credit(desk: Desk, from_charge_id: Id, to_charge_id: Id, amount_rp: int = 0) -> int:
    """A member's credit goes to another of his charges, as far as it reaches when `amount_rp` is 0. No money moves.

    Returns its rupiah. Raises Refused: NO_CREDIT, CHARGE_UNKNOWN, ROLE_MISSING; InvalidInput: "amount_rp"
    (`amount_owed`, `amount_of_credit`), "lines" (`lines_of_others`).
    """
    with desk.action() as act:
        act.demand_role(*DESK_ROLES)
        source, target = _charge(act, from_charge_id), _charge(act, to_charge_id)
        owed = owed_rp(target)
        amount = _of_credit(source, amount_rp or min(owed, max(0, source.credit_rp)))
        if amount > owed or owed == 0:
            raise InvalidInput("amount_rp", "amount_owed", owed_rp=owed, charge_id=target.id)
        records = {record.id for record in records_of_person(act, the_member(act, source.member_id))}
        if target.member_id not in records:
            raise InvalidInput("lines", "lines_of_others")
        act.record(e.CreditUsed(source.id, target.id, amount, act.today, act.new_id(), act.new_id()))
        return amount


# ---- letting off --------------------------------------------------------------------------------------------------


def waive(desk: Desk, charge_id: Id, amount_rp: int, reason: str, approval: Approval | None) -> Waiver:
    """Let a member off all or part of a charge; 0 rupiah: all that is still owed.

    Raises Refused: CHARGE_UNKNOWN, APPROVAL_NEEDED, SECOND_PERSON, ROLE_MISSING; InvalidInput: "amount_rp"
    (`amount_owed`), "reason".
    """
    with desk.action() as act:
        act.demand_role(*DESK_ROLES)
        charge = _charge(act, charge_id)
        owed = owed_rp(charge)
        amount = amount_rp or owed
        if not 0 < amount <= owed:
            raise InvalidInput("amount_rp", "amount_owed", owed_rp=owed, charge_id=charge.id)
        why, approver = demand_reason(reason), second_person(act, approval)
        waiver_id = act.new_id()
        act.record(e.ChargeWaived(waiver_id, charge.id, amount, act.today, why, approver))
        return _waiver(act, waiver_id)


def void_waiver(desk: Desk, waiver_id: Id, reason: str, approval: Approval | None) -> Waiver:
    """What was let off is owed again. Raises Refused: CHARGE_UNKNOWN, ALREADY_VOID and as `waive`."""
    with desk.action() as act:
        act.demand_role(*DESK_ROLES)
        if _waiver(act, waiver_id).voided_on is not None:
            raise Refused(RefusalCode.ALREADY_VOID)
        why, approver = demand_reason(reason), second_person(act, approval)
        act.record(e.WaiverVoided(waiver_id, act.today, why, approver))
        return _waiver(act, waiver_id)


def _waiver(act: Action, waiver_id: Id) -> Waiver:
    waiver = act.state.get(Waiver, waiver_id)
    if waiver is None or act.state.get(Charge, waiver.charge_id) is None:
        raise Refused(RefusalCode.CHARGE_UNKNOWN)
    return waiver
