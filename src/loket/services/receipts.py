"""Receipts: their numbers without gaps, what one says, finding one again, printing it once more.

Numbers are given inside the action that holds the database's one writer, so a series has no gap and no twin. Sources:
practice of kuitansi (number per counter and fiscal year, never given again; a void one keeps its number).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from loket.db import queries
from loket.db.meta import get_meta, set_meta
from loket.db.rows import id_bytes, mapper
from loket.db.streams import own_streams
from loket.domain import events as e
from loket.domain.entities import (
    Charge,
    Id,
    Item,
    Library,
    Member,
    Operator,
    Payment,
    Receipt,
    ReceiptKind,
    Role,
    Station,
)
from loket.domain.errors import RefusalCode, Refused
from loket.domain.folding import code_key
from loket.domain.member_no import read_format
from loket.domain.receipt_no import BK, KW, RK, ST, STS, number_of, read_receipt_format, series, with_life
from loket.domain.settings import Settings
from loket.domain.wording import amount_in_words, charge_label
from loket.services.circulation import biblio_of
from loket.services.desk import Action, Desk
from loket.services.member_numbers import station_part
from loket.services.officials import treasurer_settings

SEARCH_LIMIT = 100
_LAST = "last_number:{series}"  # in `meta`
_TABLES = {KW: "receipt", BK: "receipt", ST: "hand_over", STS: "remittance", RK: "recap"}
_COUNTER = read_format("{station}-{running}")  # a counter's letters, as in a member number without a fixed width
_ROW = (
    f"SELECT {', '.join(f'r.{name}' for name in mapper(Receipt).names)}, m.full_name, m.member_no, s.code, o.full_name "
    "FROM receipt r LEFT JOIN member m ON m.id = r.member_id LEFT JOIN station s ON s.id = r.station_id "
    "LEFT JOIN operator o ON o.id = r.operator_id"
)
_NEWEST = " ORDER BY r.paid_at DESC, r.id DESC LIMIT ?"


# ---- numbers ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paper's place: what the running number counts in, that number, and the text that is printed."""

    series: str
    running: int
    number: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A running number that no paper bears."""

    series: str
    running: int


def next_number(act: Action, kind: str) -> Numbered:
    """The number for a paper made now: kind KW, BK, ST, STS or RK of `receipt_no`. Inside the caller's action.

    The fiscal year is the calendar year of the business day. Another life of this counter's database, restored or
    copied, counts in a series of its own. A number once given stays given also while its row is not here, because the
    server could not book its paper yet: this database notes the last one of each series.

    Raises InvalidInput("receipt_no_format", …); KeyError for another kind.
    """
    form = read_receipt_format(act.rules.settings.receipt_no_format)
    own = station_life(act)
    where = series(kind, own, act.today.year)
    found = act.driver.execute(f"SELECT max(running) FROM {_TABLES[kind]} WHERE series = ?", (where,)).fetchone()
    last = _LAST.format(series=where)
    running = max(found[0] or 0, int(get_meta(act.driver, last) or 0)) + 1
    set_meta(act.driver, last, str(running))
    return Numbered(where, running, number_of(form, kind, own, running, act.today))


def station_life(act: Action) -> str:
    """This counter's part of a number, told apart from every other life of its database."""
    streams = [stream.stream_id for stream in own_streams(act.driver)]
    place = streams.index(id_bytes(act.desk.stream_id))
    return with_life(station_part(act, _COUNTER), place, act.desk.stream_id)


def gaps(desk: Desk, year: int) -> list[Gap]:
    """Running numbers missing between 1 and the last of every series of a fiscal year. None, while all is well."""
    found: list[Gap] = []
    with desk.view() as act:
        for table in sorted(set(_TABLES.values())):
            sql = f"SELECT DISTINCT series, running FROM {table} WHERE series LIKE ? ORDER BY series, running"
            found += _missing(act.driver.execute(sql, (f"%/{year}",)).fetchall())
    return found


def _missing(rows: list[tuple[str, int]]) -> Iterator[Gap]:
    last_series, last = "", 0
    for where, running in rows:
        if where != last_series:
            last_series, last = where, 0
        yield from (Gap(where, missing) for missing in range(last + 1, running))
        last = running


# ---- one receipt --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One line as a paper shows it. `amount_rp` is below nought where money went back; `unit_rp` is for one piece."""

    payment: Payment
    label: str
    title: str
    barcode: str

    @property
    def quantity(self) -> int:
        return self.payment.quantity

    @property
    def amount_rp(self) -> int:
        return self.payment.amount_rp

    @property
    def unit_rp(self) -> int:
        return self.amount_rp // self.quantity


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """Everything a kuitansi says.

    Attributes:
        payer: who the money is from; "" for a guest nobody asked.
        words: the total spelled out. needs_stamp: the law wants a duty stamp on it.
        copy_no: 0 for the original, else which copy this is.
        voided_by, approved_by: the two people who declared it void.
        by_treasurer: the treasurer took it, not somebody at the desk.
    """

    receipt: Receipt
    lines: tuple[ReceiptLine, ...]
    member_no: str
    payer: str
    operator: str
    library: Library
    station: Station | None
    words: str
    needs_stamp: bool
    copy_no: int
    settings: Settings
    voided_by: str = ""
    approved_by: str = ""
    by_treasurer: bool = False

    @property
    def total_rp(self) -> int:
        """What changed hands, also of money given back: never below nought."""
        return abs(self.receipt.total_rp)

    @property
    def change_rp(self) -> int:
        """Given back at once from what was put on the counter."""
        return max(0, self.receipt.received_rp - self.receipt.total_rp) if self.receipt.received_rp else 0

    @property
    def is_void(self) -> bool:
        return self.receipt.voided_on is not None

    @property
    def is_refund(self) -> bool:
        return self.receipt.kind is ReceiptKind.REFUND


def receipt_view(desk: Desk | Action, receipt_id: Id, *, copy_no: int | None = None) -> ReceiptView:
    """What the receipt says, from its rows as they are now. Raises Refused(RECEIPT_UNKNOWN)."""
    with looking(desk) as act:
        receipt = the_receipt(act, receipt_id)
        member = act.state.get(Member, receipt.member_id) if receipt.member_id else None
        settings, _ = treasurer_settings(act, receipt.paid_on)
        return ReceiptView(
            receipt=receipt,
            lines=tuple(_line(act, payment) for payment in act.state.payments_of(receipt.id)),
            member_no=member.member_no if member else "",
            payer=receipt.payer or (member.full_name if member else ""),
            operator=_name(act, receipt.operator_id),
            library=act.desk.library,
            station=act.state.get(Station, receipt.station_id) if receipt.station_id else None,
            words=amount_in_words(abs(receipt.total_rp)),
            needs_stamp=needs_stamp(settings, receipt.total_rp),
            copy_no=receipt.copies if copy_no is None else copy_no,
            settings=settings,
            voided_by=_name(act, receipt.void_by),
            approved_by=_name(act, receipt.void_approved_by),
            by_treasurer=_is_treasurer(act, receipt.operator_id),
        )


def needs_stamp(settings: Settings, total_rp: int) -> bool:
    """Does a receipt of this amount need a duty stamp? Source: Law 10/2020, article 3."""
    return 0 < settings.stamp_duty_above_rp < abs(total_rp)


def the_receipt(act: Action, receipt_id: Id) -> Receipt:
    """Raises Refused(RECEIPT_UNKNOWN), also for one of which only what became of it is known here."""
    receipt = act.state.get(Receipt, receipt_id)
    if receipt is None or not receipt.number:
        raise Refused(RefusalCode.RECEIPT_UNKNOWN)
    return receipt


def receipt_by_number(desk: Desk, number: str) -> Receipt | None:
    """The receipt bearing this number, as scanned from its bar code or typed; None when there is none."""
    with desk.view() as act:
        return next(iter(act.state.receipts_with_number(number)), None) if number.strip() else None


@contextmanager
def looking(desk: Desk | Action) -> Iterator[Action]:
    """The action itself, or a view of the desk."""
    if isinstance(desk, Action):
        yield desk
    else:
        with desk.view() as act:
            yield act


def about_what(act: Action, charge: Charge | None) -> tuple[str, str]:
    """(title, barcode) of the copy a charge is about; ("", "") where it is about none."""
    item = act.state.get(Item, charge.item_id) if charge is not None and charge.item_id else None
    return (biblio_of(act, item).title, item.barcode) if item is not None else ("", "")


def _line(act: Action, payment: Payment) -> ReceiptLine:
    charge = act.state.get(Charge, payment.charge_id) if payment.charge_id else None
    title, barcode = about_what(act, charge)
    label = payment.name or charge_label(payment.kind)
    return ReceiptLine(payment, f"{label}: {title}" if title else label, title, barcode)


def _is_treasurer(act: Action, operator_id: Id | None) -> bool:
    """Somebody who receives money as the treasurer and does not work at the desk besides."""
    operator = act.state.get(Operator, operator_id) if operator_id else None
    roles = set(operator.roles) if operator else set()
    return Role.TREASURER in roles and not roles & {Role.CASHIER, Role.CIRCULATION}


def _name(act: Action, operator_id: Id | None) -> str:
    operator = act.state.get(Operator, operator_id) if operator_id else None
    return operator.full_name if operator else ""


# ---- copies and lists ---------------------------------------------------------------------------------------------


def copied_in(act: Action, receipt_id: Id) -> ReceiptView:
    """The receipt is printed again: what the copy says, with its number. Inside the caller's action.

    Raises Refused(RECEIPT_UNKNOWN).
    """
    the_receipt(act, receipt_id)
    act.record(e.ReceiptCopied(receipt_id))
    return receipt_view(act, receipt_id)


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A receipt in a list."""

    receipt: Receipt
    payer: str
    member_no: str
    station_code: str
    operator: str


def find_receipts(
    desk: Desk, text: str = "", on: date | None = None, *, here: bool = False, limit: int = SEARCH_LIMIT
) -> list[ReceiptRow]:
    """Receipts, the newest first.

    `text` is part of a number, or the name, number or phone of the payer; `on`: taken or declared void that day;
    `here`: taken at this counter.
    """
    with desk.view() as act:
        conditions, values = _conditions(act, text, on, here)
        where = f" WHERE {' AND '.join(conditions)}"
        return [_row(found) for found in act.driver.execute(_ROW + where + _NEWEST, (*values, limit)).fetchall()]


def _conditions(act: Action, text: str, on: date | None, here: bool) -> tuple[list[str], list[Any]]:
    conditions = ["r.number <> ''"]
    values: list[Any] = []
    if text.strip():
        hits = [id_bytes(hit.id) for hit in queries.search_members(act.driver, text)]
        marks = ", ".join("?" * len(hits))
        people = f" OR r.member_id IN ({marks}) OR m.merged_into IN ({marks})" if hits else ""
        conditions.append(f"(r.number_key LIKE ? ESCAPE '\\' OR r.payer LIKE ? ESCAPE '\\'{people})")
        like = "%{}%".format(code_key(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
        values += [like, like, *hits, *hits]
    if on is not None:
        conditions.append("(r.paid_on = ? OR r.voided_on = ?)")
        values += [on.isoformat()] * 2
    if here:
        conditions.append("r.station_id = ?")
        values.append(id_bytes(act.desk.station.id))
    return conditions, values


def _row(found: tuple[Any, ...]) -> ReceiptRow:
    receipt: Receipt = mapper(Receipt).entity(found[:-4])
    name, member_no, station_code, operator = found[-4:]
    return ReceiptRow(receipt, receipt.payer or name or "", member_no or "", station_code or "", operator or "")


def numbered_as(receipt_kind: ReceiptKind) -> str:
    """The kind of paper a receipt is."""
    return BK if receipt_kind is ReceiptKind.REFUND else KW
