"""Money put on a desk's books by its events, without the rules of the counter; and people who may count it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from fakes import HASHER, SUPERVISOR, operator
from stock import row

from loket.domain import events as e
from loket.domain.entities import Id, PayMethod, Receipt, ReceiptKind, Role, Station
from loket.domain.errors import InvalidInput, Refused
from loket.domain.receipt_no import BK, KW
from loket.services.cash_days import open_shift_of
from loket.services.circulation import Approval
from loket.services.desk import Desk
from loket.services.operators import add_operator
from loket.services.receipts import next_number

TREASURER = "bendahara"
FINES, CARDS = "4.1.04.15.01", "4.1.02.01.11"  # kode rekening


def add_treasurer(desk: Desk) -> None:
    """A treasurer of receipts among the operators; who is signed in stays."""
    standing, desk.operator = desk.operator, operator(desk, "admin")
    terms: dict[str, Any] = {"full_name": "Bendahara Contoh", "roles": [Role.TREASURER], "password": "kunci-kas-1"}
    add_operator(desk, HASHER, username=TREASURER, **terms)
    desk.operator = standing


def sit_down(desk: Desk, username: str) -> None:
    desk.operator = operator(desk, username)


def supervisors_word(desk: Desk, reason: str = "salah hitung") -> Approval:
    return Approval(operator(desk, SUPERVISOR).id, reason)


def add_station(desk: Desk, code: str) -> Station:
    with desk.action() as act:
        station = Station(act.new_id(), code, f"Loket {code}", "lengkap")
        act.record(e.StationDescribed(station))
    return station


def take(
    desk: Desk,
    rp: int = 5_000,
    *,
    method: PayMethod = PayMethod.CASH,
    account: str = FINES,
    direct: bool = True,
    lines: tuple[tuple[str, int], ...] = (),
    **changes: Any,
) -> Receipt:
    """A receipt of the open shift; of several (account, rupiah), where given. Below nought: money given back."""
    lines = lines or ((account, rp),)
    total_rp = sum(amount for _, amount in lines)
    kind = ReceiptKind.REFUND if total_rp < 0 else ReceiptKind.PAYMENT
    with desk.action() as act:
        shift = open_shift_of(act)
        numbered = next_number(act, BK if kind is ReceiptKind.REFUND else KW)
        event = e.PaymentTaken(
            receipt_id=act.new_id(),
            series=numbered.series,
            running=numbered.running,
            number=numbered.number,
            kind=kind,
            paid_on=act.today,
            method=method,
            total_rp=total_rp,
            lines=tuple(e.PaidLine(act.new_id(), _kind_of(part), amount, part) for part, amount in lines),
            reference="" if method is PayMethod.CASH else f"R-{numbered.running}",
            shift_id=shift.id if shift else None,
            payer="Tamu Contoh",
            direct=direct and method is not PayMethod.CASH,
        )
        act.record(replace(event, **changes))
    receipt: Receipt = row(desk, Receipt, event.receipt_id)
    return receipt


def _kind_of(account: str) -> str:
    return "fine" if account == FINES else "card_fee"


def void(desk: Desk, receipt_id: Id, reason: str = "salah orang", **changes: Any) -> Receipt:
    """Void it out of the drawer that is open here."""
    with desk.action() as act:
        shift = open_shift_of(act)
        event = e.ReceiptVoided(receipt_id, act.today, reason, shift_id=shift.id if shift else None)
        act.record(replace(event, **changes))
    receipt: Receipt = row(desk, Receipt, receipt_id)
    return receipt


def pieces(rp: int) -> dict[int, int]:
    """Notes and coins that make this amount, a multiple of 100 rupiah."""
    counts = {}
    for denomination in (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100):
        counts[denomination], rp = divmod(rp, denomination)
    assert rp == 0
    return counts


def refusal(work: Callable[..., object], *args: object, **kwargs: object) -> Refused:
    with pytest.raises(Refused) as refused:
        work(*args, **kwargs)
    return refused.value


def invalid(work: Callable[..., object], *args: object, **kwargs: object) -> tuple[str, str, dict[str, object]]:
    with pytest.raises(InvalidInput) as error:
        work(*args, **kwargs)
    return error.value.field, error.value.code, error.value.params
