"""Sums and lists of money rows. A span of days is read by index; what lies before it is summed in the database.

Signs: what came in is above nought, what took it back below. "Cash" is the column of cash, "non-cash" that of what must
still be deposited, "direct" what went straight to the regional cash account. Rows that only stand for news not yet
here have no number and no money: lists leave them out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from loket.db.rows import from_ms, id_bytes, mapper
from loket.domain.books import Balance, Entry, EntryKind, Places
from loket.domain.entities import CashShift, HandOver, Id, PayMethod, ReceiptKind, Remittance, RemittanceLine

UNASSIGNED = "unassigned"  # what a receipt's lines leave of its total: damaged rows
DIFFERENCE = "difference"
_FIRST = date.min
_TOTALS = """SELECT coalesce(sum(CASE WHEN method = 'cash' THEN total_rp END), 0),
    coalesce(sum(CASE WHEN method <> 'cash' AND direct = 0 THEN total_rp END), 0),
    coalesce(sum(CASE WHEN method <> 'cash' AND direct = 1 THEN total_rp END), 0)
FROM receipt WHERE {day} BETWEEN ? AND ?"""
_COUNTED = "SELECT coalesce(sum(counted_rp - expected_rp), 0) FROM cash_shift WHERE closed_on BETWEEN ? AND ?"
_HANDED = "SELECT coalesce(sum(cash_rp), 0) FROM hand_over WHERE handed_on BETWEEN ? AND ? AND number <> ''"
_RECEIVED = """SELECT coalesce(sum(received_rp), 0), coalesce(sum(cash_rp), 0) FROM hand_over
WHERE received_on BETWEEN ? AND ? AND number <> ''"""
_REMITTED = """SELECT coalesce(sum(amount_rp - noncash_rp), 0), coalesce(sum(noncash_rp), 0) FROM remittance
WHERE {day} BETWEEN ? AND ? AND number <> ''"""
_RECEIPTS = """SELECT r.id, r.number, r.kind, r.{day}, r.{moment}, r.method, r.total_rp, r.direct, r.reference,
    coalesce(m.full_name, r.payer), coalesce(s.code, ''), r.void_reason,
    p.account, p.kind, p.name, coalesce(p.amount_rp, 0)
FROM receipt r LEFT JOIN payment p ON p.receipt_id = r.id LEFT JOIN member m ON m.id = r.member_id
LEFT JOIN station s ON s.id = r.{station}
WHERE r.{day} BETWEEN ? AND ? AND r.number <> '' ORDER BY r.{day}, r.{moment}, r.id, p.id"""
_COUNTS = """SELECT c.id, c.closed_on, c.closed_at, c.counted_rp - c.expected_rp, c.explanation, coalesce(s.code, '')
FROM cash_shift c LEFT JOIN station s ON s.id = c.station_id
WHERE c.closed_on BETWEEN ? AND ? AND c.counted_rp <> c.expected_rp"""
_RECEPTIONS = """SELECT h.id, h.number, h.received_on, h.received_at, h.received_rp - h.cash_rp, h.explanation,
    coalesce(s.code, '') FROM hand_over h LEFT JOIN station s ON s.id = h.station_id
WHERE h.received_on BETWEEN ? AND ? AND h.received_rp <> h.cash_rp AND h.number <> ''"""
_SLIPS = """SELECT id, number, {day}, amount_rp, noncash_rp, reference, void_reason FROM remittance
WHERE {day} BETWEEN ? AND ? AND number <> ''"""
_BY_ACCOUNT = """SELECT p.account, p.kind, r.method = 'cash', sum(p.amount_rp) FROM receipt r
JOIN payment p ON p.receipt_id = r.id WHERE r.{day} BETWEEN ? AND ? GROUP BY 1, 2, 3"""
_OF_SHIFT = """SELECT method, sum(max(total_rp, 0)), sum(min(total_rp, 0)), count(*) FROM receipt
WHERE {shift} = ? GROUP BY method"""
_NET = """SELECT
    (SELECT coalesce(sum(total_rp), 0) FROM receipt r WHERE r.shift_id = {shift} AND {what} AND r.paid_on <= :until) -
    (SELECT coalesce(sum(total_rp), 0) FROM receipt r
        WHERE r.void_shift_id = {shift} AND {what} AND r.voided_on <= :until)"""
IS_CASH, TO_DEPOSIT = "r.method = 'cash'", "r.method <> 'cash' AND r.direct = 0"
EVER = date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Net:
    """Receipts less voids of a span: `balance` in its two columns, `direct_rp` beside it."""

    balance: Balance
    direct_rp: int


@dataclass(frozen=True, slots=True)
class ShiftSums:
    """What the receipts of one drawer sum to. Ins and outs above nought."""

    cash_in_rp: int
    cash_out_rp: int
    qris_rp: int
    transfer_rp: int
    receipts: int
    voids: int


def before(on: date) -> date:
    return on - timedelta(days=1) if on > _FIRST else on


# ---- sums over a span -----------------------------------------------------------------------------------------------


def taken(source: Any, from_on: date, until: date) -> Net:
    """Receipts and money given back, by their day."""
    return _net(source, "paid_on", from_on, until)


def voided(source: Any, from_on: date, until: date) -> Net:
    """What voids took back, by the day of the void; above nought."""
    return _net(source, "voided_on", from_on, until)


def _net(source: Any, day: str, from_on: date, until: date) -> Net:
    cash_rp, noncash_rp, direct_rp = _one(source, _TOTALS.format(day=day), from_on, until)
    return Net(Balance(cash_rp, noncash_rp), direct_rp)


def counted_differences_rp(source: Any, from_on: date, until: date) -> int:
    return int(_one(source, _COUNTED, from_on, until)[0])


def received_differences_rp(source: Any, from_on: date, until: date) -> int:
    received_rp, cash_rp = received(source, from_on, until)
    return received_rp - cash_rp


def handed_rp(source: Any, from_on: date, until: date) -> int:
    return int(_one(source, _HANDED, from_on, until)[0])


def received(source: Any, from_on: date, until: date) -> tuple[int, int]:
    """Cash as the treasurer counted it, and as it was handed over."""
    counted, handed = _one(source, _RECEIVED, from_on, until)
    return counted, handed


def remitted(source: Any, from_on: date, until: date) -> Balance:
    """Deposited, slips made void in the span taken off."""
    made = Balance(*_one(source, _REMITTED.format(day="remitted_on"), from_on, until))
    return made - Balance(*_one(source, _REMITTED.format(day="voided_on"), from_on, until))


def balance_until(source: Any, until: date) -> Balance:
    """What the library holds of the region's money at the end of a day: everything that came in, less deposits."""
    return places_until(source, until).balance


def places_until(source: Any, until: date) -> Places:
    """Where that money is, by the papers."""
    span = (_FIRST, until)
    net = taken(source, *span).balance - voided(source, *span).balance
    handed, (counted_rp, handed_of_it_rp) = handed_rp(source, *span), received(source, *span)
    deposited = remitted(source, *span)
    return Places(
        at_desks_rp=net.cash_rp + counted_differences_rp(source, *span) - handed,
        on_the_way_rp=handed - handed_of_it_rp,
        at_treasurer_rp=counted_rp - deposited.cash_rp,
        bank_rp=net.noncash_rp - deposited.noncash_rp,
    )


def sums_by_account(source: Any, from_on: date, until: date) -> dict[tuple[str, str], Balance]:
    """What came in by (account, charge kind), direct payments among what is not cash; without differences."""
    sums: dict[tuple[str, str], Balance] = defaultdict(Balance)
    span = _span(from_on, until)
    for day, sign in (("paid_on", 1), ("voided_on", -1)):
        for account, kind, is_cash, rp in source.execute(_BY_ACCOUNT.format(day=day), span):
            sums[account, kind] += _column(sign * rp, is_cash=is_cash)
    paid, back = taken(source, from_on, until), voided(source, from_on, until)
    all_in = paid.balance - back.balance + Balance(0, paid.direct_rp - back.direct_rp)
    rest = all_in - sum(sums.values(), Balance())
    if rest != Balance():
        sums["", UNASSIGNED] += rest
    return dict(sums)


# ---- entries of books -----------------------------------------------------------------------------------------------


def entries(source: Any, from_on: date, until: date) -> list[Entry]:
    """Every entry of these days, in no order."""
    span = _span(from_on, until)
    found = list(_receipt_entries(source, span, "paid_on", "paid_at", "station_id"))
    found += _receipt_entries(source, span, "voided_on", "voided_at", "void_station_id")
    found += (_counted_entry(row) for row in source.execute(_COUNTS, span))
    found += (_received_entry(row) for row in source.execute(_RECEPTIONS, span))
    for day, kind in (("remitted_on", EntryKind.REMITTANCE), ("voided_on", EntryKind.REMITTANCE_VOID)):
        for row in source.execute(_SLIPS.format(day=day), span):
            found += _slip_entries(row, kind)
    return found


def _receipt_entries(source: Any, span: tuple[str, str], day: str, moment: str, station: str) -> Iterator[Entry]:
    lines: list[Any] = []
    for row in source.execute(_RECEIPTS.format(day=day, moment=moment, station=station), span):
        if lines and lines[0][0] != row[0]:
            yield from _entries_of(lines, is_void=day == "voided_on")
            lines = []
        lines.append(row)
    if lines:
        yield from _entries_of(lines, is_void=day == "voided_on")


def _entries_of(rows: list[Any], *, is_void: bool) -> Iterator[Entry]:
    """One entry for each account of a receipt; what its lines leave of the total has one too, so nothing is lost."""
    receipt_id, number, receipt_kind, on, at, method, total_rp, direct, reference, payer, code, reason = rows[0][:12]
    sign = -1 if is_void else 1
    kind = EntryKind.REFUND if receipt_kind == ReceiptKind.REFUND else EntryKind.RECEIPT
    accounts: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        if row[12] is not None:
            accounts[row[12]].append(row[13:])
    rest_rp = total_rp - sum(line[2] for lines in accounts.values() for line in lines)
    if rest_rp or not accounts:
        accounts[""].append((UNASSIGNED, "", rest_rp))
    for account, lines in accounts.items():
        amount_rp = sign * sum(line[2] for line in lines)
        yield Entry(
            on=date.fromisoformat(on),
            at=from_ms(at),
            kind=EntryKind.VOID if is_void else kind,
            proof_no=number,
            proof_id=Id(receipt_id.hex()),
            method=PayMethod(method),
            account=account,
            in_rp=amount_rp,
            out_rp=amount_rp if direct else 0,
            direct=bool(direct),
            kinds=tuple(dict.fromkeys(line[0] for line in lines)),
            names=tuple(dict.fromkeys(line[1] for line in lines if line[1])),
            payer=payer,
            reference=reference,
            station_code=code,
            note=reason if is_void else "",
        )


def _counted_entry(row: Any) -> Entry:
    shift_id, on, at, difference_rp, explanation, code = row
    about = EntryKind.SHIFT_DIFFERENCE, "", Id(shift_id.hex()), PayMethod.CASH
    told = {"station_code": code, "note": explanation, "kinds": (DIFFERENCE,)}
    return Entry(date.fromisoformat(on), from_ms(at), *about, in_rp=difference_rp, **told)


def _received_entry(row: Any) -> Entry:
    hand_over_id, number, on, at, difference_rp, explanation, code = row
    about = EntryKind.RECEIVED_DIFFERENCE, number, Id(hand_over_id.hex()), PayMethod.CASH
    told = {"station_code": code, "note": explanation, "kinds": (DIFFERENCE,)}
    return Entry(date.fromisoformat(on), from_ms(at), *about, in_rp=difference_rp, **told)


def _slip_entries(row: Any, kind: EntryKind) -> Iterator[Entry]:
    """A deposit slip has an entry for its cash and one for the rest, where there is any."""
    slip_id, number, on, amount_rp, noncash_rp, reference, reason = row
    is_void = kind is EntryKind.REMITTANCE_VOID
    sign, note = (-1, reason) if is_void else (1, "")
    parts = ((PayMethod.CASH, amount_rp - noncash_rp), (PayMethod.TRANSFER, noncash_rp))
    for method, rp in parts:
        if rp:
            about = kind, number, Id(slip_id.hex()), method
            yield Entry(date.fromisoformat(on), None, *about, out_rp=sign * rp, reference=reference, note=note)


# ---- drawers --------------------------------------------------------------------------------------------------------


def shift_sums(source: Any, shift_id: Id) -> ShiftSums:
    """From the receipts taken in this shift and those voided out of its drawer."""
    ins: dict[str, int] = defaultdict(int)
    outs: dict[str, int] = defaultdict(int)
    numbers = [0, 0]
    for place, column in enumerate(("shift_id", "void_shift_id")):
        for method, above_rp, below_rp, many in source.execute(_OF_SHIFT.format(shift=column), (id_bytes(shift_id),)):
            came_rp, went_rp = (above_rp, -below_rp) if place == 0 else (-below_rp, above_rp)
            ins[method] += came_rp
            outs[method] += went_rp
            numbers[place] += many
    cash, qris, transfer = PayMethod.CASH, PayMethod.QRIS, PayMethod.TRANSFER
    nets = ins[qris] - outs[qris], ins[transfer] - outs[transfer]
    return ShiftSums(ins[cash], outs[cash], *nets, *numbers)


def to_deposit_rp(source: Any, shift_id: Id) -> int:
    """What is not cash and must be deposited, of one drawer."""
    sql = f"SELECT {net_sql(':shift', TO_DEPOSIT)}"
    return int(source.execute(sql, {"shift": id_bytes(shift_id), "until": EVER.isoformat()}).fetchone()[0])


def net_sql(shift: str, what: str) -> str:
    """A value of SQL: receipts less voids of a drawer until `:until`. `shift` names its key, `what` which receipts."""
    return "(" + _NET.format(shift=shift, what=what) + ")"


def found_shifts(source: Any, where: str, values: Sequence[Any] = ()) -> list[CashShift]:
    map_ = mapper(CashShift)
    return [map_.entity(row) for row in source.execute(f"{map_.select_sql} WHERE {where}", values).fetchall()]


def found_hand_overs(source: Any, where: str, values: Sequence[Any] = ()) -> list[HandOver]:
    map_ = mapper(HandOver)
    sql = f"{map_.select_sql} WHERE number <> '' AND {where}"
    return [map_.entity(row) for row in source.execute(sql, values).fetchall()]


def found_slips(source: Any, where: str, values: Sequence[Any] = ()) -> list[Remittance]:
    map_ = mapper(Remittance)
    sql = f"{map_.select_sql} WHERE number <> '' AND {where}"
    return [map_.entity(row) for row in source.execute(sql, values).fetchall()]


def slip_lines(source: Any, remittance_id: Id) -> list[RemittanceLine]:
    map_ = mapper(RemittanceLine)
    sql = f"{map_.select_sql} WHERE remittance_id = ? ORDER BY account = '', account, id"
    return [map_.entity(row) for row in source.execute(sql, (id_bytes(remittance_id),)).fetchall()]


def _column(rp: int, *, is_cash: int) -> Balance:
    return Balance(rp, 0) if is_cash else Balance(0, rp)


def _one(source: Any, sql: str, from_on: date, until: date) -> Any:
    return source.execute(sql, _span(from_on, until)).fetchone()


def _span(from_on: date, until: date) -> tuple[str, str]:
    return from_on.isoformat(), until.isoformat()
