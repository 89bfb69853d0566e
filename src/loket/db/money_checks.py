"""What is in drawers, handed over, received and deposited, from those rows alone; and what of it does not fit.

The sums of receipts are in `money_queries`. Here they are met again from the other side: by drawer, by hand-over, by
deposit slip. Sums are made in the database; a span of days names its gaps.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from loket.db.money_queries import EVER, IS_CASH, TO_DEPOSIT, net_sql
from loket.domain.books import NOTHING, Balance, Places
from loket.domain.entities import Id, PayMethod
from loket.domain.reconciling import FloatMove, Gap, GapKind

_NET_CASH, _NET_TO_DEPOSIT = net_sql("c.id", IS_CASH), net_sql("c.id", TO_DEPOSIT)
_NET_NONCASH = net_sql("c.id", "r.method <> 'cash'")
_OPEN = f"""SELECT coalesce(sum({_NET_CASH}), 0) FROM cash_shift c
WHERE c.opened_on <= :until AND (c.closed_on IS NULL OR c.closed_on > :until)"""
_CLOSED = """SELECT coalesce(sum(counted_rp - float_rp), 0) FROM cash_shift WHERE closed_on <= :until"""
_GIVEN = """SELECT coalesce(sum(c.counted_rp - c.left_rp), 0)
FROM cash_shift c JOIN hand_over h ON h.id = c.hand_over_id WHERE h.handed_on <= :until AND h.number <> ''"""
_HANDED = "SELECT coalesce(sum(cash_rp), 0) FROM hand_over WHERE handed_on <= :until AND number <> ''"
_RECEIVED = """SELECT coalesce(sum(cash_rp), 0), coalesce(sum(received_rp), 0) FROM hand_over
WHERE received_on <= :until AND number <> ''"""
_DEPOSITED = """SELECT coalesce(sum(h.received_rp), 0) FROM hand_over h JOIN remittance m ON m.id = h.remittance_id
WHERE m.remitted_on <= :until AND m.number <> '' AND h.number <> ''"""
# A slip that was made void later was a deposit until then; its hand-overs do not name it any more.
_VOID_SINCE = """SELECT coalesce(sum(amount_rp - noncash_rp), 0), coalesce(sum(noncash_rp), 0) FROM remittance
WHERE remitted_on <= :until AND voided_on > :until AND number <> ''"""
_TO_DEPOSIT = f"""SELECT coalesce(sum({_NET_TO_DEPOSIT}), 0) FROM cash_shift c
LEFT JOIN hand_over h ON h.id = c.hand_over_id LEFT JOIN remittance m ON m.id = h.remittance_id AND m.number <> ''
WHERE c.opened_on <= :until AND (m.id IS NULL OR m.remitted_on > :until)"""

# The plus keeps the days' index: sorting a month by its keys is quicker than walking through all the years.
_LINES = """SELECT r.number, r.id, r.paid_on, r.total_rp, coalesce(sum(p.amount_rp), 0) FROM receipt r
LEFT JOIN payment p ON p.receipt_id = r.id WHERE r.paid_on BETWEEN :from_on AND :until AND r.number <> ''
GROUP BY +r.id HAVING coalesce(sum(p.amount_rp), 0) <> r.total_rp"""
_OUTSIDE = f"""SELECT r.number, r.id, r.{{day}}, r.total_rp, r.method FROM receipt r
LEFT JOIN cash_shift c ON c.id = r.{{shift}}
WHERE r.{{day}} BETWEEN :from_on AND :until AND c.id IS NULL AND r.number <> '' AND ({IS_CASH} OR {TO_DEPOSIT})"""
_SHIFTS = f"""SELECT coalesce(s.code, ''), c.id, c.closed_on, c.expected_rp - c.float_rp, {_NET_CASH}, c.noncash_rp,
    {_NET_NONCASH} FROM cash_shift c LEFT JOIN station s ON s.id = c.station_id
WHERE c.closed_on BETWEEN :from_on AND :to_on"""
_HAND_OVERS = """SELECT h.number, h.id, h.handed_on, h.cash_rp, coalesce(sum(c.counted_rp - c.left_rp), 0),
    h.noncash_rp, coalesce(sum(c.noncash_rp), 0) FROM hand_over h LEFT JOIN cash_shift c ON c.hand_over_id = h.id
WHERE h.handed_on BETWEEN :from_on AND :until AND h.number <> '' GROUP BY h.id"""
_SLIPS = f"""SELECT m.number, m.id, m.remitted_on, m.amount_rp - m.noncash_rp,
    (SELECT coalesce(sum(h.received_rp), 0) FROM hand_over h WHERE h.remittance_id = m.id AND h.number <> ''),
    m.noncash_rp, (SELECT coalesce(sum({_NET_TO_DEPOSIT}), 0) FROM hand_over h JOIN cash_shift c
        ON c.hand_over_id = h.id WHERE h.remittance_id = m.id),
    (SELECT coalesce(sum(l.amount_rp), 0) FROM remittance_line l WHERE l.remittance_id = m.id), m.voided_on
FROM remittance m WHERE m.remitted_on BETWEEN :from_on AND :to_on AND m.number <> ''"""
_FLOATS = """SELECT f.id, f.code, f.opened_on, f.was_rp, f.float_rp FROM (
    SELECT c.id, coalesce(s.code, '') AS code, c.opened_on, c.float_rp,
        coalesce(lag(c.left_rp) OVER (PARTITION BY c.station_id ORDER BY c.opened_at, c.id), 0) AS was_rp
    FROM cash_shift c LEFT JOIN station s ON s.id = c.station_id WHERE c.opened_by IS NOT NULL) f
WHERE f.opened_on BETWEEN :from_on AND :until AND f.float_rp <> f.was_rp ORDER BY f.opened_on, f.id"""


def places_found(source: Any, until: date) -> Places:
    """Where the region's money is at the end of a day, from drawers, hand-overs and deposits."""
    at = {"until": until.isoformat()}
    in_drawers_rp = _sum(source, _OPEN, at) + _sum(source, _CLOSED, at) - _sum(source, _GIVEN, at)
    handed_rp, received_rp = source.execute(_RECEIVED, at).fetchone()
    void_cash_rp, void_noncash_rp = source.execute(_VOID_SINCE, at).fetchone()
    return Places(
        at_desks_rp=in_drawers_rp,
        on_the_way_rp=_sum(source, _HANDED, at) - handed_rp,
        at_treasurer_rp=received_rp - _sum(source, _DEPOSITED, at) - void_cash_rp,
        bank_rp=_sum(source, _TO_DEPOSIT, at) - void_noncash_rp,
    )


def gaps(source: Any, from_on: date, until: date) -> list[Gap]:
    """Everything of these days that does not fit."""
    span = {"from_on": from_on.isoformat(), "until": until.isoformat()}
    found = [
        Gap(GapKind.RECEIPT_LINES, *_named(row), expected_rp=row[4], found_rp=row[3])
        for row in source.execute(_LINES, span)
    ]
    found += _outside(source, span)
    ever = {"from_on": span["from_on"], "to_on": span["until"], "until": EVER.isoformat()}  # a drawer's every receipt
    for row in source.execute(_SHIFTS, ever):
        found += _checked(GapKind.SHIFT_EXPECTED, row, row[4], row[3], cash=1)
        found += _checked(GapKind.SHIFT_NONCASH, row, row[6], row[5])
    for row in source.execute(_HAND_OVERS, span):
        found += _checked(GapKind.HAND_OVER_SHIFTS, row, row[4], row[3], cash=1)
        found += _checked(GapKind.HAND_OVER_SHIFTS, row, row[6], row[5])
    for row in source.execute(_SLIPS, ever):
        if row[8] is None:
            found += _checked(GapKind.REMITTED_OTHERWISE, row, row[4], row[3], cash=1)
            found += _checked(GapKind.REMITTED_OTHERWISE, row, row[6], row[5], noncash=1)
        found += _checked(GapKind.SLIP_LINES, row, row[3] + row[5], row[7])
    return found


def _outside(source: Any, span: dict[str, str]) -> Iterator[Gap]:
    """Money of receipts and voids that no drawer knows."""
    for day, shift, sign in (("paid_on", "shift_id", 1), ("voided_on", "void_shift_id", -1)):
        for row in source.execute(_OUTSIDE.format(day=day, shift=shift), span):
            rp = sign * row[3]
            effect = Balance(rp) if row[4] == PayMethod.CASH else Balance(0, rp)
            yield Gap(GapKind.OUTSIDE_SHIFT, *_named(row), expected_rp=0, found_rp=rp, effect=effect)


def _checked(
    kind: GapKind, row: Any, expected_rp: int, found_rp: int, *, cash: int = 0, noncash: int = 0
) -> Iterator[Gap]:
    """A gap where they differ. What a paper says too much is missing from the closing balance's other side."""
    short_rp = expected_rp - found_rp
    if short_rp:
        effect = Balance(cash * short_rp, noncash * short_rp) if cash or noncash else NOTHING
        yield Gap(kind, *_named(row), expected_rp=expected_rp, found_rp=found_rp, effect=effect)


def float_moves(source: Any, from_on: date, until: date) -> list[FloatMove]:
    """Drawers opened with another float than the last shift at that desk left."""
    span = {"from_on": from_on.isoformat(), "until": until.isoformat()}
    return [
        FloatMove(Id(shift_id.hex()), code, date.fromisoformat(on), was_rp, float_rp)
        for shift_id, code, on, was_rp, float_rp in source.execute(_FLOATS, span)
    ]


def _named(row: Any) -> tuple[str, Id, date]:
    return row[0], Id(row[1].hex()), date.fromisoformat(row[2])


def _sum(source: Any, sql: str, at: dict[str, str]) -> int:
    return int(source.execute(sql, at).fetchone()[0])
