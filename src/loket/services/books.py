"""The treasurer's books from the rows: a span of days is read by index, what went before is summed in the database."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from loket.db import money_queries as q
from loket.domain.books import (
    NOTHING,
    AccountTotal,
    Balance,
    Book,
    Lpj,
    LpjLine,
    MonthTotal,
    Pair,
    Places,
    YearBook,
    book_of,
    pairs,
)
from loket.domain.errors import InvalidInput
from loket.services.desk import Desk

Sums = dict[str, tuple[dict[str, None], Balance]]  # by account: its kinds in order, and what came in
DIFFERENCE = q.DIFFERENCE
"""Stands for an account where counted differences are summed."""


def cash_book(desk: Desk, from_on: date, until: date) -> Book:
    """Buku Kas Umum with running balance. Raises InvalidInput("until", "dates_reversed")."""
    _demand_span(from_on, until)
    with desk.view() as act:
        opening = q.balance_until(act.driver, q.before(from_on))
        return book_of(
            from_on, until, opening, q.entries(act.driver, from_on, until), q.places_until(act.driver, until)
        )


def receipts_and_remittances(desk: Desk, from_on: date, until: date) -> tuple[Book, tuple[Pair, ...]]:
    """Buku Penerimaan dan Penyetoran: the same entries in two halves, and the book for its closing lines."""
    book = cash_book(desk, from_on, until)
    return book, pairs(book)


def per_account(desk: Desk, from_on: date, until: date) -> tuple[AccountTotal, ...]:
    """What came in by account over a span; sums to the cash book's `came_in`."""
    _demand_span(from_on, until)
    with desk.view() as act:
        sums = _accounts(act.driver, from_on, until)
    return tuple(
        AccountTotal("" if account == DIFFERENCE else account, tuple(kinds), rp.cash_rp, rp.noncash_rp)
        for account, (kinds, rp) in sums.items()
    )


def per_month(desk: Desk, year: int) -> YearBook:
    """Twelve months by account, summed in the database. Differences are under `DIFFERENCE`."""
    with desk.view() as act:
        opening = balance = q.balance_until(act.driver, date(year - 1, 12, 31))
        months = []
        for month in range(1, 13):
            first, last = days_of(year, month)
            sums = _accounts(act.driver, first, last)
            came_in = sum((rp for _, rp in sums.values()), NOTHING)
            went_out = _deposited(act.driver, first, last)
            balance = balance + came_in - went_out
            by_account = {account: rp.total_rp for account, (_, rp) in sums.items()}
            months.append(MonthTotal(month, came_in, went_out, balance, by_account))
    accounts = {account for month in months for account in month.accounts}
    return YearBook(year, opening, tuple(months), tuple(sorted(accounts, key=_account_order)))


def lpj(desk: Desk, year: int, month: int) -> Lpj:
    """The month's accountability report: received by account, deposited, and where the rest is."""
    first, last = days_of(year, month)
    new_year, eve = date(year, 1, 1), first - timedelta(days=1)
    with desk.view() as act:
        earlier: Sums = {} if month == 1 else _accounts(act.driver, new_year, eve)
        now, at_end = _accounts(act.driver, first, last), q.places_until(act.driver, last)
        return Lpj(
            year=year,
            month=month,
            opening=q.balance_until(act.driver, eve),
            received=_lpj_lines(earlier, now),
            deposited_before=NOTHING if month == 1 else _deposited(act.driver, new_year, eve),
            deposited=_deposited(act.driver, first, last),
            closing=at_end.balance,
            places=at_end,
        )


def _lpj_lines(earlier: Sums, now: Sums) -> tuple[LpjLine, ...]:
    lines = []
    for account in sorted({*earlier, *now}, key=_account_order):
        kinds_before, before = earlier.get(account, ({}, NOTHING))
        kinds_now, month = now.get(account, ({}, NOTHING))
        shown = "" if account == DIFFERENCE else account
        lines.append(LpjLine(shown, tuple({**kinds_before, **kinds_now}), before.total_rp, month.total_rp))
    return tuple(lines)


def places(desk: Desk, on: date) -> Places:
    """Where the money lay at the end of that day."""
    with desk.view() as act:
        return q.places_until(act.driver, on)


def days_of(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _accounts(source: Any, from_on: date, until: date) -> Sums:
    """What came in by account, those without one near the end, differences last."""
    sums: Sums = defaultdict(lambda: ({}, NOTHING))
    for (account, kind), rp in sorted(q.sums_by_account(source, from_on, until).items()):
        kinds, so_far = sums[account]
        sums[account] = kinds | {kind: None}, so_far + rp
    counted_rp = q.counted_differences_rp(source, from_on, until)
    counted_rp += q.received_differences_rp(source, from_on, until)
    if counted_rp:
        sums[DIFFERENCE] = {DIFFERENCE: None}, Balance(counted_rp)
    return dict(sorted(sums.items(), key=lambda one: _account_order(one[0])))


def _account_order(account: str) -> tuple[bool, bool, str]:
    return account == DIFFERENCE, not account, account


def _deposited(source: Any, from_on: date, until: date) -> Balance:
    """Deposit slips, and what went straight to the regional cash account."""
    paid, back = q.taken(source, from_on, until), q.voided(source, from_on, until)
    return q.remitted(source, from_on, until) + Balance(0, paid.direct_rp - back.direct_rp)


def _demand_span(from_on: date, until: date) -> None:
    if until < from_on:
        raise InvalidInput("until", "dates_reversed")
