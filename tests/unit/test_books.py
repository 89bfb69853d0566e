"""The treasurer's books: the sum of every book equals the sum of its rows, whatever the days brought."""

from __future__ import annotations

import random
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from fakes import CIRCULATION, TODAY, FakeClock, new_desk
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from stock import add_member, adopt_tariff, set_rule
from tills import CARDS, FINES, TREASURER, add_station, add_treasurer, pieces, sit_down, supervisors_word, take, void

from loket.db import money_checks, money_queries
from loket.db.engine import driver
from loket.domain.books import NOTHING, Balance, Book, EntryKind, Places
from loket.domain.entities import Id, PayMethod, Receipt, Station
from loket.domain.errors import InvalidInput
from loket.services import books, cash_days, cash_shift, payments, treasury
from loket.services.desk import Desk
from loket.services.treasury import HandOverState

METHODS = (PayMethod.CASH, PayMethod.CASH, PayMethod.CASH, PayMethod.QRIS, PayMethod.TRANSFER)
BANK = ("Bank Contoh", "123-456")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    add_treasurer(made)
    yield made
    made.database.close()


def clock_of(desk: Desk) -> FakeClock:
    assert isinstance(desk.clock, FakeClock)
    return desk.clock


# ---- one day, looked at line by line --------------------------------------------------------------------------------


def test_a_day_in_the_cash_book(desk):
    ada = add_member(desk, name="Ada Contoh")
    cash_shift.open_shift(desk, 100_000)
    clock_of(desk).advance(minutes=1)
    first = take(desk, lines=((CARDS, 10_000), (FINES, 5_000)), member_id=ada, payer=None)
    clock_of(desk).advance(minutes=1)
    direct = take(desk, 7_000, method=PayMethod.QRIS)
    clock_of(desk).advance(minutes=1)
    transfer = take(desk, 3_000, method=PayMethod.TRANSFER, direct=False)
    clock_of(desk).advance(minutes=1)
    back = take(desk, -2_000)
    clock_of(desk).advance(minutes=1)
    void(desk, first.id, "salah orang")
    clock_of(desk).advance(minutes=1)
    take(desk, 50_000)
    clock_of(desk).advance(minutes=1)
    shift = cash_shift.close_shift(desk, pieces(147_500), 100_000, "kurang lima ratus")
    handed = cash_shift.hand_over(desk, [shift.id])
    clock_of(desk).advance(minutes=1)
    sit_down(desk, TREASURER)
    treasury.receive(desk, handed.id, 47_600, "lebih seratus")
    slip = treasury.remit(desk, [handed.id], TODAY, *BANK)
    book = books.cash_book(desk, TODAY, TODAY)
    told = [(e.kind, e.proof_no, e.account, e.in_rp, e.out_rp) for e in book.entries]
    assert told == [
        (EntryKind.RECEIPT, first.number, CARDS, 10_000, 0),
        (EntryKind.RECEIPT, first.number, FINES, 5_000, 0),
        (EntryKind.RECEIPT, direct.number, FINES, 7_000, 7_000),
        (EntryKind.RECEIPT, transfer.number, FINES, 3_000, 0),
        (EntryKind.REFUND, back.number, FINES, -2_000, 0),
        (EntryKind.VOID, first.number, CARDS, -10_000, 0),
        (EntryKind.VOID, first.number, FINES, -5_000, 0),
        (EntryKind.RECEIPT, book.entries[7].proof_no, FINES, 50_000, 0),
        (EntryKind.SHIFT_DIFFERENCE, "", "", -500, 0),
        (EntryKind.RECEIVED_DIFFERENCE, handed.number, "", 100, 0),
        (EntryKind.REMITTANCE, slip.number, "", 0, 47_600),
        (EntryKind.REMITTANCE, slip.number, "", 0, 3_000),
    ]
    balances = [line.balance.total_rp for line in book.lines]
    assert balances == [10_000, 15_000, 15_000, 18_000, 16_000, 6_000, 1_000, 51_000, 50_500, 50_600, 3_000, 0]
    assert (book.opening, book.closing, book.places) == (NOTHING, NOTHING, Places())
    assert (book.came_in, book.went_out) == (Balance(47_600, 10_000), Balance(47_600, 10_000))
    entry, gone = book.entries[0], book.entries[5]
    assert (entry.payer, entry.station_code, entry.kinds, entry.method) == ("Ada Contoh", "L1", ("card_fee",), "cash")
    assert (gone.note, gone.payer, book.entries[8].note) == ("salah orang", "Ada Contoh", "kurang lima ratus")
    assert book.entries[2].reference == direct.reference
    assert [(e.is_cash, e.at) for e in book.entries[-2:]] == [(True, None), (False, None)]


def test_the_two_halves_of_the_book_of_receipts_and_deposits(desk):
    cash_shift.open_shift(desk, 0)
    take(desk, 5_000)
    direct = take(desk, 7_000, method=PayMethod.QRIS)
    shift = cash_shift.close_shift(desk, pieces(5_000), 0)
    handed = cash_shift.hand_over(desk, [shift.id])
    sit_down(desk, TREASURER)
    treasury.receive(desk, handed.id, 5_000)
    slip = treasury.remit(desk, [handed.id], TODAY, *BANK)
    book, rows = books.receipts_and_remittances(desk, TODAY, TODAY)
    halves = [(pair.no, pair.came_in and pair.came_in.in_rp, pair.deposited and pair.deposited.out_rp) for pair in rows]
    assert sorted(halves, key=lambda half: half[0])[2] == (3, None, 5_000)
    assert {half[1:] for half in halves} == {(5_000, None), (7_000, 7_000), (None, 5_000)}
    assert next(pair.deposited.proof_no for pair in rows if pair.came_in is None) == slip.number
    assert sum(pair.deposited.out_rp for pair in rows if pair.deposited) == book.went_out.total_rp
    assert next(pair.deposited.proof_no for pair in rows if pair.came_in and pair.deposited) == direct.number


def test_a_void_on_a_later_day_leaves_the_day_of_the_receipt_as_it_was(desk):
    cash_shift.open_shift(desk, 0)
    gone = take(desk, 5_000)
    cash_shift.close_shift(desk, pieces(5_000), 5_000)
    before = books.cash_book(desk, TODAY, TODAY)
    clock_of(desk).advance(days=40)
    cash_shift.open_shift(desk, 5_000)
    void(desk, gone.id)
    assert books.cash_book(desk, TODAY, TODAY) == before
    after = books.cash_book(desk, desk.today(), desk.today())
    assert [(e.kind, e.in_rp) for e in after.entries] == [(EntryKind.VOID, -5_000)]
    assert (after.opening, after.closing) == (Balance(5_000), NOTHING)
    report = books.lpj(desk, 2027, 1)
    assert [(line.before_rp, line.month_rp) for line in report.received] == [(0, -5_000)]


def test_a_setting_that_changes_does_not_change_the_past(desk):
    take(desk, 4_000, method=PayMethod.QRIS, direct=False)
    take(desk, 6_000, method=PayMethod.QRIS, direct=True)
    book = books.cash_book(desk, TODAY, TODAY)
    assert (book.closing, book.places.bank_rp, book.went_out) == (Balance(0, 4_000), 4_000, Balance(0, 6_000))


def test_the_lpj_of_a_year_month_by_month(tmp_path):
    desk = new_desk(tmp_path, today=date(2027, 1, 11))
    add_treasurer(desk)
    cash_shift.open_shift(desk, 0)
    take(desk, 5_000)
    clock_of(desk).advance(days=30)  # 10 February
    take(desk, 7_000, account=CARDS)
    take(desk, 1_000)
    shift = cash_shift.close_shift(desk, pieces(13_100), 0, "lebih seratus")
    handed = cash_shift.hand_over(desk, [shift.id])
    sit_down(desk, TREASURER)
    treasury.receive(desk, handed.id, 13_100)
    treasury.remit(desk, [handed.id], desk.today(), *BANK)
    report = books.lpj(desk, 2027, 2)
    assert [(line.account, line.kinds, line.before_rp, line.month_rp, line.until_rp) for line in report.received] == [
        (CARDS, ("card_fee",), 0, 7_000, 7_000),
        (FINES, ("fine",), 5_000, 1_000, 6_000),
        ("", ("difference",), 0, 100, 100),
    ]
    assert (report.opening, report.deposited_before, report.deposited) == (Balance(5_000), NOTHING, Balance(13_100))
    assert (report.closing, report.places) == (NOTHING, Places())
    year = books.per_month(desk, 2027)
    assert year.accounts == (CARDS, FINES, books.DIFFERENCE)
    assert year.months[0].accounts == {FINES: 5_000}
    assert year.months[1].accounts == {CARDS: 7_000, FINES: 1_000, books.DIFFERENCE: 100}
    assert [month.closing for month in year.months] == [Balance(5_000)] + [NOTHING] * 11
    desk.database.close()


def test_dates_the_wrong_way_round(desk):
    for work in (books.cash_book, books.per_account):
        with pytest.raises(InvalidInput) as error:
            work(desk, TODAY, TODAY - timedelta(days=1))
        assert (error.value.field, error.value.code) == ("until", "dates_reversed")


# ---- random days ----------------------------------------------------------------------------------------------------


@dataclass
class Fact:
    """What one thing that happened does to the region's money, as this test keeps it in its own head."""

    on: date
    cash_rp: int = 0
    bank_rp: int = 0
    direct_rp: int = 0
    account: str | None = None
    is_deposit: bool = False


@dataclass
class World:
    """Several desks and a treasurer on one database, driven at random; and what should be in the books."""

    desk: Desk
    dice: random.Random
    stations: list[Station] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    receipts: dict[Id, list[tuple[str, int]]] = field(default_factory=dict)  # not void
    made: dict[Id, Receipt] = field(default_factory=dict)
    slips: dict[Id, tuple[int, int]] = field(default_factory=dict)  # not void: cash, not cash

    def live(self, steps: int) -> None:
        moves = [self.pay] * 9 + [self.void, self.void, self.refund, self.pass_time, self.pass_time, self.open]
        moves += [self.close, self.close, self.hand_over, self.receive, self.receive, self.remit, self.void_slip]
        for _ in range(steps):
            self.desk.station = self.dice.choice(self.stations)
            sit_down(self.desk, CIRCULATION)
            self.dice.choice(moves)()

    @property
    def is_open(self) -> bool:
        return cash_shift.current_shift(self.desk) is not None

    def some(self, rp: int) -> int:
        return self.dice.randrange(1, rp // 100) * 100

    def pass_time(self) -> None:
        """Minutes within a day, or over midnight, or over a month's end."""
        clock_of(self.desk).advance(hours=self.dice.choice([0.5, 7, 13, 24 * 9]))

    def open(self) -> None:
        if not self.is_open:
            left = cash_shift.last_float(self.desk)
            cash_shift.open_shift(self.desk, self.dice.choice([left, left, self.some(200_000)]))

    def pay(self) -> None:
        if not self.is_open:
            self.open()
        accounts = self.dice.sample([FINES, CARDS, ""], self.dice.randint(1, 3))
        self._took([(account, self.some(30_000)) for account in accounts])

    def refund(self) -> None:
        if self.is_open:
            self._took([(FINES, -self.some(5_000))])

    def _took(self, lines: Sequence[tuple[str, int]]) -> None:
        method, direct = self.dice.choice(METHODS), self.dice.random() < 0.5
        receipt = take(self.desk, lines=tuple(lines), method=method, direct=direct)
        self.receipts[receipt.id], self.made[receipt.id] = list(lines), receipt
        self._note(receipt, lines, 1)

    def void(self) -> None:
        """Of any receipt, also of another desk's and of an earlier day's."""
        if self.receipts and self.is_open:
            receipt_id = self.dice.choice(list(self.receipts))
            void(self.desk, receipt_id)
            self._note(self.made[receipt_id], self.receipts.pop(receipt_id), -1)

    def _note(self, receipt: Receipt, lines: Sequence[tuple[str, int]], sign: int) -> None:
        for account, rp in lines:
            column = "cash_rp" if receipt.method is PayMethod.CASH else "direct_rp" if receipt.direct else "bank_rp"
            self.facts.append(Fact(self.desk.today(), account=account, **{column: sign * rp}))

    def close(self) -> None:
        view = cash_shift.current_shift(self.desk)
        if view is not None:
            found_rp = max(0, view.expected_rp + self.dice.choice([0, 0, 500, -200, -view.expected_rp]))
            left_rp = min(found_rp, self.dice.choice([0, view.shift.float_rp, self.some(50_000)]))
            done = cash_shift.close_shift(self.desk, pieces(found_rp), left_rp, "selisih contoh")
            self.facts.append(Fact(done.closed_on, cash_rp=found_rp - view.expected_rp, account=books.DIFFERENCE))

    def hand_over(self) -> None:
        waiting = [view.shift.id for view in cash_shift.waiting_shifts(self.desk)]
        if waiting:
            cash_shift.hand_over(self.desk, waiting[: self.dice.randint(1, len(waiting))])

    def receive(self) -> None:
        waiting = treasury.hand_overs(self.desk, HandOverState.ON_THE_WAY)
        if waiting:
            sit_down(self.desk, TREASURER)
            handed = self.dice.choice(waiting).hand_over
            off_rp = self.dice.choice([0, 0, 100, -min(300, handed.cash_rp)])
            treasury.receive(self.desk, handed.id, handed.cash_rp + off_rp, "selisih contoh")
            self.facts.append(Fact(self.desk.today(), cash_rp=off_rp, account=books.DIFFERENCE))

    def remit(self) -> None:
        sit_down(self.desk, TREASURER)
        ready = treasury.unremitted(self.desk)
        chosen = ready[: self.dice.randint(1, len(ready))] if ready else []
        if sum(view.deposit_rp for view in chosen) > 0:
            slip = treasury.remit(self.desk, [view.hand_over.id for view in chosen], self.desk.today(), *BANK)
            cash_rp = sum(view.hand_over.received_rp for view in chosen)
            assert slip.amount_rp == cash_rp + slip.noncash_rp
            assert sum(line.amount_rp for line in treasury.remittance_view(self.desk, slip.id).lines) == slip.amount_rp
            assert treasury.UNKNOWN_NAME not in {ln.name for ln in treasury.remittance_view(self.desk, slip.id).lines}
            self.slips[slip.id] = cash_rp, slip.noncash_rp
            self._deposited(cash_rp, slip.noncash_rp)

    def void_slip(self) -> None:
        if self.slips:
            sit_down(self.desk, TREASURER)
            slip_id = self.dice.choice(list(self.slips))
            treasury.void_remittance(self.desk, slip_id, "tidak jadi disetor")
            cash_rp, noncash_rp = self.slips.pop(slip_id)
            self._deposited(-cash_rp, -noncash_rp)

    def _deposited(self, cash_rp: int, noncash_rp: int) -> None:
        self.facts.append(Fact(self.desk.today(), cash_rp=-cash_rp, bank_rp=-noncash_rp, is_deposit=True))

    # ---- what the books should say

    def came_in(self, first: date, last: date) -> Balance:
        facts = [fact for fact in self.facts if first <= fact.on <= last and not fact.is_deposit]
        noncash_rp = sum(fact.bank_rp + fact.direct_rp for fact in facts)
        return Balance(sum(fact.cash_rp for fact in facts), noncash_rp)

    def went_out(self, first: date, last: date) -> Balance:
        facts = [fact for fact in self.facts if first <= fact.on <= last]
        slips = [fact for fact in facts if fact.is_deposit]
        direct_rp = sum(fact.direct_rp for fact in facts)
        return Balance(-sum(fact.cash_rp for fact in slips), direct_rp - sum(fact.bank_rp for fact in slips))

    def balance(self, until: date) -> Balance:
        facts = [fact for fact in self.facts if fact.on <= until]
        return Balance(sum(fact.cash_rp for fact in facts), sum(fact.bank_rp for fact in facts))

    def by_account(self, first: date, last: date) -> dict[str, int]:
        sums: dict[str, int] = {}
        for fact in self.facts:
            if fact.account is not None and first <= fact.on <= last:
                sums[fact.account] = sums.get(fact.account, 0) + fact.cash_rp + fact.bank_rp + fact.direct_rp
        return {account: rp for account, rp in sums.items() if rp}


def lived(folder: str, seed: int, steps: int) -> World:
    desk = new_desk(Path(folder), today=date(2026, 11, 24))
    add_treasurer(desk)
    world = World(desk, random.Random(seed))
    world.stations = [desk.station, add_station(desk, "L2"), add_station(desk, "L3")]
    world.live(steps)
    return world


def assert_book(world: World, book: Book) -> None:
    """Every sum of a book from what happened, and from its own lines."""
    first, last = book.from_on, book.until
    assert book.opening == world.balance(first - timedelta(days=1))
    assert (book.came_in, book.went_out) == (world.came_in(first, last), world.went_out(first, last))
    assert book.closing == world.balance(last) == book.places.balance
    assert sum((entry.came_in for entry in book.entries), NOTHING) == book.came_in
    assert sum((entry.went_out for entry in book.entries), NOTHING) == book.went_out
    assert (book.lines[-1].balance if book.lines else book.opening) == book.closing
    days = [entry.on for entry in book.entries]
    assert days == sorted(days)
    assert all(first <= day <= last for day in days)


def assert_reconciled(world: World, book: Book) -> None:
    seen = treasury.reconcile(world.desk, book.from_on, book.until)
    assert (seen.difference, seen.gaps) == (NOTHING, ())
    assert (seen.opening, seen.closing, seen.places) == (book.opening, book.closing, book.places)
    direct = Balance(0, seen.direct_rp)
    counted = Balance(seen.shift_differences_rp + seen.received_differences_rp)
    assert seen.receipts - seen.voids + direct + counted == book.came_in
    assert seen.remitted + direct == book.went_out


def assert_accounts(world: World, book: Book) -> None:
    found = books.per_account(world.desk, book.from_on, book.until)
    named = {books.DIFFERENCE if one.kinds == (books.DIFFERENCE,) else one.account: one.total_rp for one in found}
    assert {account: rp for account, rp in named.items() if rp} == world.by_account(book.from_on, book.until)
    cash_rp, noncash_rp = sum(one.in_cash_rp for one in found), sum(one.in_noncash_rp for one in found)
    assert Balance(cash_rp, noncash_rp) == book.came_in


def assert_year(world: World, year: int) -> None:
    """Months, their LPJ, and the cash book of each, all say the same."""
    whole = books.per_month(world.desk, year)
    assert whole.opening == world.balance(date(year - 1, 12, 31))
    for month in whole.months:
        first, last = date(year, month.month, 1), date(year, month.month, monthrange(year, month.month)[1])
        report, book = books.lpj(world.desk, year, month.month), books.cash_book(world.desk, first, last)
        assert (month.came_in, month.went_out, month.closing) == (book.came_in, book.went_out, book.closing)
        assert {name: rp for name, rp in month.accounts.items() if rp} == world.by_account(first, last)
        assert set(month.accounts) <= set(whole.accounts)
        assert sum(line.month_rp for line in report.received) == book.came_in.total_rp
        before = world.came_in(date(year, 1, 1), first - timedelta(days=1))
        assert sum(line.before_rp for line in report.received) == before.total_rp
        assert (report.opening, report.closing, report.places) == (book.opening, book.closing, book.places)
        assert report.deposited == book.went_out
        assert report.deposited_before == world.went_out(date(year, 1, 1), first - timedelta(days=1))


def receipts_rp(desk: Desk) -> int:
    """What receipts that are not void sum to, straight from the table."""
    with desk.database.read() as connection:
        sql = "SELECT coalesce(sum(total_rp), 0) FROM receipt WHERE voided_on IS NULL"
        return int(driver(connection).execute(sql).fetchone()[0])


@settings(max_examples=12, phases=(Phase.explicit, Phase.generate))  # a smaller seed is no simpler life
@given(st.integers(0, 2**32), st.integers(20, 160))
def test_every_book_equals_its_rows_and_the_others_whatever_the_days_brought(seed, steps):
    with TemporaryDirectory() as folder:
        world = lived(folder, seed, steps)
        desk, today, dice = world.desk, world.desk.today(), world.dice
        try:
            whole = books.cash_book(desk, TODAY, today)
            spans = [(TODAY, today), (today, today)]
            while len(spans) < 6:
                first = TODAY + timedelta(days=dice.randint(0, (today - TODAY).days))
                spans.append((first, first + timedelta(days=dice.randint(0, 40))))
            for first, last in spans:
                book, rows = books.receipts_and_remittances(desk, first, last)
                assert_book(world, book)
                assert_reconciled(world, book)
                assert_accounts(world, book)
                assert sum(pair.came_in.in_rp for pair in rows if pair.came_in) == book.came_in.total_rp
                assert sum(pair.deposited.out_rp for pair in rows if pair.deposited) == book.went_out.total_rp
            of_receipts = {EntryKind.RECEIPT, EntryKind.REFUND, EntryKind.VOID}
            assert sum(e.in_rp for e in whole.entries if e.kind in of_receipts) == receipts_rp(desk)
            for year in {TODAY.year, today.year}:
                assert_year(world, year)
            assert_aged(world, whole)
        finally:
            desk.database.close()


def assert_aged(world: World, whole: Book) -> None:
    """Whatever is not deposited is somewhere on the list of ages, but for what stays in drawers as change."""
    aged_rp = sum(one.amount_rp for one in treasury.ageing(world.desk))
    with world.desk.database.read() as connection:
        source = driver(connection)
        kept = "SELECT coalesce(sum(left_rp - float_rp), 0) FROM cash_shift WHERE closed_on IS NOT NULL"
        kept_rp = source.execute(kept).fetchone()[0]
    held = whole.closing
    in_slips = sum(view.deposit_noncash_rp for view in treasury.unremitted(world.desk))
    assert aged_rp == held.cash_rp - kept_rp + in_slips


class Watching:
    """A connection that notes how each question about receipts and payments is answered."""

    def __init__(self, real: Any) -> None:
        self.real, self.plans = real, list[str]()

    def execute(self, sql: str, values: Any = ()) -> Any:
        if "receipt" in sql or "payment" in sql:
            self.plans += [row[3] for row in self.real.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()]
        return self.real.execute(sql, values)


def test_no_book_of_a_month_walks_through_the_receipts_of_other_months(desk):
    """Days are found by index, and what lay before is summed from an index that holds the amounts."""
    span = (date(2026, 11, 1), date(2026, 11, 30))
    with desk.view() as act:
        source = Watching(act.driver)
        money_queries.entries(source, *span)
        money_queries.sums_by_account(source, *span)
        money_queries.balance_until(source, span[1])
        money_queries.places_until(source, span[1])
        money_checks.gaps(source, *span)
        money_checks.places_found(source, span[1])
    assert len(source.plans) > 30
    assert [plan for plan in source.plans if plan in ("SCAN r", "SCAN p", "SCAN receipt", "SCAN payment")] == []
    sums = [plan for plan in source.plans if plan.startswith("SEARCH receipt ")]
    assert sums
    assert all("COVERING INDEX" in plan for plan in sums)


def test_a_settled_day_reopened_stays_in_the_books(desk):
    take(desk, 5_000, method=PayMethod.QRIS)
    cash_days.lock_day(desk, TODAY)
    before = books.cash_book(desk, TODAY, TODAY)
    cash_days.reopen_day(desk, TODAY, supervisors_word(desk))
    assert books.cash_book(desk, TODAY, TODAY) == before


# ---- through the counter's own rules --------------------------------------------------------------------------------


def test_what_the_counter_took_stands_in_the_books(desk):
    """Rounded cash, a service without cash, money for a guest, a void with two names on it."""
    set_rule(desk, "cash_rounding_rp", 500)
    copies = adopt_tariff(desk, "photocopy", 300, name="Foto kopi A4", account=CARDS)
    cash_shift.open_shift(desk, 20_000)
    cash = payments.take_payment(desk, [payments.Wanted(tariff_id=copies.id, quantity=4)], received_rp=2_000)
    direct = payments.take_payment(
        desk, [payments.Wanted(tariff_id=copies.id, quantity=10)], method=PayMethod.QRIS, reference="RRN 1"
    )
    set_rule(desk, "noncash_to_treasury", False)
    wanted = [payments.Wanted(tariff_id=copies.id, quantity=2)]
    kept = payments.take_payment(desk, wanted, method=PayMethod.TRANSFER, reference="TRX 2")
    gone = payments.take_payment(desk, wanted, received_rp=500)
    payments.void_receipt(desk, gone.receipt.id, "salah hitung lembar", supervisors_word(desk))
    assert (cash.receipt.total_rp, direct.receipt.direct, kept.receipt.direct) == (1_000, True, False)
    book = books.cash_book(desk, TODAY, TODAY)
    assert (book.came_in, book.went_out) == (Balance(1_000, 3_600), Balance(0, 3_000))
    assert book.places == Places(at_desks_rp=1_000, bank_rp=600)
    (total,) = books.per_account(desk, TODAY, TODAY)
    assert (total.account, total.kinds) == (CARDS, ("photocopy", "rounding"))
    assert (total.in_cash_rp, total.in_noncash_rp) == (1_000, 3_600)
    assert treasury.reconcile(desk, TODAY, TODAY).agrees
    view = cash_shift.current_shift(desk)
    assert (view.expected_rp, view.qris_rp, view.transfer_rp, view.voids) == (21_000, 3_000, 600, 1)
