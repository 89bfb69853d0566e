"""Invariants 14 and 22, of money: every rupiah that a desk took is at the server, and every receipt has its own number.

Sums are worked out here once more, from the events as the desks' own journals have them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec
from sync_reading import Seen, all_of, bodies

from loket.db.engine import driver
from loket.db.rows import id_bytes
from loket.domain.cases import CaseClass
from loket.domain.entities import CashShift, Charge, HandOver, Payment, Receipt, Remittance, Waiver

if TYPE_CHECKING:
    from sync_machine import Machine
    from sync_world import World

TAKEN = "PaymentTaken"


def money(world: World, seen: Seen) -> None:
    """14: what the desks took is what the server has; a charge's payments are what settled it, and its credit."""
    _as_the_desks_took_it(world, seen)
    _receipts_add_up(world, seen)
    _charges_add_up(world, seen)
    _no_number_twice(world, seen)
    _whole_rupiah(world, seen)


def _as_the_desks_took_it(world: World, seen: Seen) -> None:
    """The sum of every receipt in a journal or in the log, against the server's rows."""
    taken = {row["receipt_id"]: row["total_rp"] for row in bodies(seen, TAKEN)}
    taken |= {row["receipt_id"]: row["total_rp"] for machine in world.machines for row in _in_journal(machine)}
    kept = {receipt.id: receipt.total_rp for receipt in all_of(seen, Receipt) if receipt.number}
    if kept != taken:
        other = sorted(key for key in {*kept, *taken} if kept.get(key) != taken.get(key))
        what = f"{sum(taken.values())} rupiah taken, {sum(kept.values())} at the server"
        world.complain("14 money", f"{what}; receipt {other[0]} and {len(other)} in all")
    void = {row["receipt_id"] for row in bodies(seen, "ReceiptVoided")}
    if void != {receipt.id for receipt in all_of(seen, Receipt) if receipt.voided_on is not None}:
        world.complain("14 money", "other receipts are void than the desks declared")


def _in_journal(machine: Machine) -> Iterator[dict[str, Any]]:
    assert machine.database is not None
    with machine.database.read() as connection:
        for (body,) in driver(connection).execute("SELECT body FROM journal WHERE type = ?", (TAKEN,)).fetchall():
            yield msgspec.json.decode(body)


def _receipts_add_up(world: World, seen: Seen) -> None:
    """A receipt's lines are its total, and void with it; what has no receipt moves no money."""
    sums: Counter[str] = Counter()
    for line in all_of(seen, Payment):
        sums[line.receipt_id or ""] += line.amount_rp
    if sums.pop("", 0):
        world.complain("14 money", "credit used made or lost money")
    for receipt in all_of(seen, Receipt):
        if sums.pop(receipt.id, 0) != receipt.total_rp:
            world.complain("14 money", f"the lines of {receipt.number} do not add up to it")
            return
    if sums:
        world.complain("14 money", f"lines without their receipt: {min(sums)}")


def _charges_add_up(world: World, seen: Seen) -> None:
    """Worked out from the lines alone: due is what was not let off, paid settles it, the rest is credit."""
    paid, let_off = Counter[str](), Counter[str]()
    void = {receipt.id for receipt in all_of(seen, Receipt) if receipt.voided_on is not None}
    for line in all_of(seen, Payment):
        if line.receipt_id not in void:
            paid[line.charge_id or ""] += line.amount_rp
    for waiver in all_of(seen, Waiver):
        let_off[waiver.charge_id] += waiver.amount_rp if waiver.voided_on is None else 0
    for charge in all_of(seen, Charge):
        waived = min(let_off[charge.id], charge.amount_rp)
        due = 0 if charge.cancelled else charge.amount_rp - waived
        by_money = charge.settled_rp - (0 if charge.cancelled else waived)
        whole = charge.paid_rp == paid[charge.id] == by_money + charge.credit_rp
        if not whole or by_money != min(due, max(0, paid[charge.id])) or charge.waived_rp != waived:
            world.complain("14 money", f"charge {charge.id}: {paid[charge.id]} paid, {charge}")
            return
    over = {charge.id for charge in all_of(seen, Charge) if charge.credit_rp != 0 and not charge.cancelled}
    unsaid = over - {case.entity for case in seen.cases if case.cls in (CaseClass.PAY_DUP, CaseClass.PAY_UNKNOWN)}
    if unsaid:
        world.complain("14 money", f"charge {min(unsaid)} was paid twice, and no case says so")


def _no_number_twice(world: World, seen: Seen) -> None:
    """What was printed on two receipts is stored under two numbers, and a case says so."""
    printed = {row["receipt_id"]: row["number"].casefold() for row in bodies(seen, TAKEN)}
    asked = {case.entity for case in seen.cases if case.cls == CaseClass.RCP_DUP}
    without = Counter(number for receipt_id, number in printed.items() if receipt_id not in asked)
    twice = sorted(number for number, count in without.items() if count > 1)
    stored = Counter(receipt.number.casefold() for receipt in all_of(seen, Receipt) if receipt.number)
    twice += sorted(number for number, count in stored.items() if count > 1)
    if twice:
        world.complain("14 money", f"number {twice[0]} stands on two receipts")


def _whole_rupiah(world: World, seen: Seen) -> None:
    for kind in (Charge, Receipt, Payment, Waiver, CashShift, HandOver, Remittance):
        for row in all_of(seen, kind):
            broken = [
                name for name in kind.__match_args__ if name.endswith("_rp") and type(getattr(row, name)) is not int
            ]
            if broken:
                world.complain("14 money", f"{kind.__name__} {row.id}: {broken[0]} is no whole number")
                return


def monotone_receipts(world: World, seen: Seen) -> None:
    """22: in each stream the numbers of a series rise; none is missing but where an event is lost."""
    used = defaultdict[str, set[int]](set)
    for stream_id, positions in seen.positions.items():
        last: dict[str, int] = {}
        for position in positions:
            row = seen.by_id[position.event_id]
            if row.type != TAKEN:
                continue
            body = msgspec.json.decode(row.body)
            series, running = body["series"], body["running"]
            if running <= last.get(series, 0):
                world.complain(
                    "22 monotone receipts", f"stream {stream_id.hex()}: {running} after {last[series]} in {series}"
                )
                return
            last[series] = running
            used[series].add(running)
    missing = sum(max(numbers) - len(numbers) for numbers in used.values())
    lost = sum(
        origin.kind == TAKEN for event_id, origin in world.committed.items() if id_bytes(event_id) not in seen.by_id
    )
    if missing > lost:
        world.complain("22 monotone receipts", f"{missing} numbers on no receipt, {lost} receipts lost")
