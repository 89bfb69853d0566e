"""The books of the receiving treasurer: entries, running balances, closing lines. Pure arithmetic over entries.

Every amount that came in stands in `in_rp`, every amount brought to the regional cash account in `out_rp`. What takes
an entry back (a void, money given back, a deposit slip that never reached the bank) is an entry of its own in the same
column with the opposite sign, on its own day: so the books of a closed day never change. Therefore, in every book and
for every span of days: opening balance + in - out = closing balance, for cash and for what is not cash.

Cash here is the region's money: the float of change in a drawer is not part of it.
Source: columns of the Buku Kas Umum and Buku Penerimaan dan Penyetoran of regional treasurers of receipts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from loket.domain.entities import Id, PayMethod


class EntryKind(StrEnum):
    """What an entry is about."""

    RECEIPT = "receipt"
    REFUND = "refund"
    VOID = "void"  # of a receipt or of a refund
    SHIFT_DIFFERENCE = "shift_difference"  # counted - expected, when a drawer was closed
    RECEIVED_DIFFERENCE = "received_difference"  # as the treasurer counted it - as it was handed over
    REMITTANCE = "remittance"
    REMITTANCE_VOID = "remittance_void"


_KIND_ORDER = {kind: place for place, kind in enumerate(EntryKind)}
DEPOSITS = frozenset({EntryKind.REMITTANCE, EntryKind.REMITTANCE_VOID})


@dataclass(frozen=True, slots=True)
class Balance:
    """Cash, and what is not cash: two columns in every book."""

    cash_rp: int = 0
    noncash_rp: int = 0

    @property
    def total_rp(self) -> int:
        return self.cash_rp + self.noncash_rp

    def __add__(self, other: Balance) -> Balance:
        return Balance(self.cash_rp + other.cash_rp, self.noncash_rp + other.noncash_rp)

    def __sub__(self, other: Balance) -> Balance:
        return Balance(self.cash_rp - other.cash_rp, self.noncash_rp - other.noncash_rp)


NOTHING = Balance()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a book: one account of a receipt or its void, a difference, or one column of a deposit slip.

    Attributes:
        on: the day it is booked; `at` the moment, None for a deposit slip (dated, not timed).
        proof_no: number of the receipt, hand-over or slip; "" for a counted drawer. `proof_id`: its row.
        account: kode rekening; "" where none was set, for differences and deposits.
        in_rp, out_rp: see the module.
        direct: what is not cash and went straight to the regional cash account: in and out at once.
        kinds: charge kinds of the lines taken together, in order ("fine", "card_fee", "rounding" …).
        names: names of services among them.
        payer: whose money; "" where unknown. `reference`: of what is not cash, or the bank's.
        station_code: where; "" for a deposit slip.
        note: reason of a void, explanation of a difference.
    """

    on: date
    at: datetime | None
    kind: EntryKind
    proof_no: str
    proof_id: Id
    method: PayMethod
    account: str = ""
    in_rp: int = 0
    out_rp: int = 0
    direct: bool = False
    kinds: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    payer: str = ""
    reference: str = ""
    station_code: str = ""
    note: str = ""

    @property
    def is_cash(self) -> bool:
        return self.method is PayMethod.CASH

    @property
    def came_in(self) -> Balance:
        return _column(self.in_rp, cash=self.is_cash)

    @property
    def went_out(self) -> Balance:
        return _column(self.out_rp, cash=self.is_cash)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the balance lies: Saldo Kas, tunai di loket, dalam perjalanan, di bendahara; nontunai di bank."""

    at_desks_rp: int = 0  # in drawers and safes of desks, without the float
    on_the_way_rp: int = 0  # handed over, not received yet
    at_treasurer_rp: int = 0
    bank_rp: int = 0  # not cash, not deposited yet

    @property
    def balance(self) -> Balance:
        return Balance(self.at_desks_rp + self.on_the_way_rp + self.at_treasurer_rp, self.bank_rp)


@dataclass(frozen=True, slots=True)
class BookLine:
    """An entry and the balance after it."""

    entry: Entry
    balance: Balance


@dataclass(frozen=True, slots=True)
class Book:
    """A book over a span of days, both included. Totals are sums of its lines, the closing balance is its last.

    `places`: where the closing balance lies, by the papers of shifts, hand-overs and deposits.
    """

    from_on: date
    until: date
    opening: Balance
    lines: tuple[BookLine, ...]
    came_in: Balance
    went_out: Balance
    places: Places

    @property
    def closing(self) -> Balance:
        return self.opening + self.came_in - self.went_out

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(line.entry for line in self.lines)


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of the Buku Penerimaan dan Penyetoran: what came in on the left, what was deposited on the right.

    A receipt has no right side unless it went straight to the regional cash account (its own number stands there).
    """

    no: int
    came_in: Entry | None
    deposited: Entry | None


@dataclass(frozen=True, slots=True)
class AccountTotal:
    """One account over a span: `in_cash_rp` and `in_noncash_rp` net of voids and money given back.

    Differences have a row of their own, of account "" and kind "difference".
    """

    account: str
    kinds: tuple[str, ...]
    in_cash_rp: int
    in_noncash_rp: int

    @property
    def total_rp(self) -> int:
        return self.in_cash_rp + self.in_noncash_rp


@dataclass(frozen=True, slots=True)
class MonthTotal:
    """One month: `came_in` and `went_out` as in the cash book, `closing` at its end. `accounts`: rupiah by account;
    differences under "difference".
    """

    month: int
    came_in: Balance
    went_out: Balance
    closing: Balance
    accounts: dict[str, int]


@dataclass(frozen=True, slots=True)
class YearBook:
    """Twelve months by account. `opening` + Σ came_in − Σ went_out = closing of December."""

    year: int
    opening: Balance
    months: tuple[MonthTotal, ...]
    accounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LpjLine:
    """One account of the LPJ: received and brought to account before the month, in it, and up to its end."""

    account: str
    kinds: tuple[str, ...]
    before_rp: int
    month_rp: int

    @property
    def until_rp(self) -> int:
        return self.before_rp + self.month_rp


@dataclass(frozen=True, slots=True)
class Lpj:
    """Laporan pertanggungjawaban of one month. "before" counts from 1 January.

    `received` one line an account (differences under account "" with kind "difference"); their sums are those of the
    cash book. opening + Σ received month - deposited month = closing = places.
    """

    year: int
    month: int
    opening: Balance
    received: tuple[LpjLine, ...]
    deposited_before: Balance
    deposited: Balance
    closing: Balance
    places: Places


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """By day, then by moment, deposits last; ties by paper and account, so that every printing is the same."""
    return sorted(entries, key=_place)


def _place(entry: Entry) -> tuple[object, ...]:
    moment = 0.0 if entry.at is None else entry.at.timestamp()
    return entry.on, entry.at is None, moment, _KIND_ORDER[entry.kind], entry.proof_no, entry.proof_id, entry.account


def book_of(from_on: date, until: date, opening: Balance, entries: Iterable[Entry], places: Places) -> Book:
    """The entries in order with their running balance, and their sums."""
    lines, balance = [], opening
    came_in = went_out = NOTHING
    for entry in in_order(entries):
        came_in, went_out = came_in + entry.came_in, went_out + entry.went_out
        balance = balance + entry.came_in - entry.went_out
        lines.append(BookLine(entry, balance))
    return Book(from_on, until, opening, tuple(lines), came_in, went_out, places)


def pairs(book: Book) -> tuple[Pair, ...]:
    """The book's entries as rows of the Buku Penerimaan dan Penyetoran."""
    return tuple(
        Pair(
            no,
            None if entry.kind in DEPOSITS else entry,
            entry if entry.kind in DEPOSITS or entry.direct else None,
        )
        for no, entry in enumerate(book.entries, start=1)
    )


def _column(rp: int, *, cash: bool) -> Balance:
    return Balance(cash_rp=rp) if cash else Balance(noncash_rp=rp)
