"""The desk's SQL state and the dict state agree on every prefix of random event sequences, and the tables rebuild.

LOKET_SEQUENCES sets how many sequences are tried (10,000 unless it says otherwise); a failure names its seed.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fakes import KEY
from random_events import START, key, life
from sim.random_money import NUMBERS
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from loket.db import codec
from loket.db.engine import driver, open_database
from loket.db.journal import Journal, first_break, replay
from loket.db.migrations import migrate
from loket.db.rebuild import differing_tables, table_digests
from loket.db.rows import id_bytes, mapper, to_ms
from loket.db.state import SqlState
from loket.domain.apply import apply
from loket.domain.cases import CaseClass
from loket.domain.entities import (
    KINDS,
    CardPrint,
    Case,
    CashDay,
    CashShift,
    Charge,
    Entity,
    HandOver,
    Id,
    Item,
    Loan,
    LoanEnd,
    Member,
    MemberCard,
    Payment,
    Receipt,
    Remittance,
    RemittanceLine,
    Tariff,
    Waiver,
    key_of,
)
from loket.domain.events import (
    EVENTS,
    CashDayLocked,
    CashDayReopened,
    Recorded,
    RemittanceConfirmed,
    TariffAdopted,
    TariffRetired,
)
from loket.domain.handling import HANDLERS
from loket.domain.memory import DictState

SEQUENCES = int(os.environ.get("LOKET_SEQUENCES", "10000"))
LENGTH = 12
FULL_EVERY = 25  # every so many sequences, all tables are compared after every event
SEED = 20261124

MONEY = (Tariff, Receipt, Payment, Waiver, CashShift, HandOver, Remittance, RemittanceLine, CashDay)
OF_MONEY = {kind.__name__ for kind in EVENTS.values() if kind.__module__.endswith("events.money")}
SAID_BEFORE = {"WaiverVoided", "RemittanceVoided"}  # of which once more says nothing new: no money moves

Touched = set[tuple[type[Entity], str]]


class NotingDict(DictState):
    """Notes what was written."""

    def __init__(self) -> None:
        super().__init__()
        self.touched: Touched = set()

    def put(self, entity: Entity) -> None:
        self.touched.add((type(entity), key_of(entity)))
        super().put(entity)

    def drop(self, kind: type[Entity], key: str) -> None:
        self.touched.add((kind, key))
        super().drop(kind, key)


class NotingSql(SqlState):
    """Notes what was written."""

    def __init__(self, driver_connection: Any) -> None:
        super().__init__(driver_connection)
        self.touched: Touched = set()

    def put(self, entity: Entity) -> None:
        self.touched.add((type(entity), key_of(entity)))
        super().put(entity)

    def drop(self, kind: type[Entity], key: str) -> None:
        self.touched.add((kind, key))
        super().drop(kind, key)


@pytest.fixture(scope="module")
def memory() -> Iterator[Any]:
    """A driver connection on an empty library in memory."""
    connection = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
    engine = create_engine("sqlite://", creator=lambda: connection, module=dbapi2, poolclass=StaticPool)
    with engine.begin() as opened:
        migrate(opened)
    yield connection
    engine.dispose()


def rows_of(connection: Any, kind: type[Entity]) -> dict[str, Entity]:
    map_ = mapper(kind)
    found = [map_.entity(row) for row in connection.execute(map_.select_sql).fetchall()]
    return {key_of(entity): entity for entity in found}


def all_of(connection: Any) -> dict[type[Entity], dict[str, Entity]]:
    return {kind: rows_of(connection, kind) for kind in KINDS}


def through_the_journal(recorded: Recorded) -> Recorded:
    body, personal = codec.encode(recorded.event)
    return Recorded(recorded.stamp, codec.decode(type(recorded.event).__name__, body, personal))


def live(connection: Any, sequence: list[Recorded], *, compare_all: bool) -> tuple[NotingDict, list[Case]]:
    """Apply the sequence to both states; after every event both must have written the same rows."""
    in_dict, in_sql, cases = NotingDict(), NotingSql(connection), []
    for number, recorded in enumerate(sequence):
        if number % 3 == 0:
            in_sql = NotingSql(connection)  # as a new transaction begins: nothing remembered
        in_dict.touched, in_sql.touched = set(), set()
        opened = apply(in_dict, recorded)
        assert apply(in_sql, through_the_journal(recorded)) == opened
        assert in_sql.touched == in_dict.touched
        stored = SqlState(connection)
        for kind, name in in_dict.touched:
            assert stored.get(kind, name) == in_dict.get(kind, name)
        if compare_all:
            assert all_of(connection) == in_dict.tables
        cases += opened
    return in_dict, cases


def assert_same_look_ups(in_dict: DictState, in_sql: SqlState) -> None:
    for number in range(6):
        member, loan = key("me", number), key("lo", number)
        assert in_sql.open_loans(member) == in_dict.open_loans(member)
        assert in_sql.open_charges(member) == in_dict.open_charges(member)
        assert in_sql.charges_of_loan(loan) == in_dict.charges_of_loan(loan)
        assert in_sql.cards_of(member) == in_dict.cards_of(member)
        assert in_sql.loans_moved_from(member) == in_dict.loans_moved_from(member)
        assert in_sql.charges_moved_from(member) == in_dict.charges_moved_from(member)
        assert in_sql.credits_of(member) == in_dict.credits_of(member)
        assert in_sql.payments_of(key("re", number)) == in_dict.payments_of(key("re", number))
        assert in_sql.payments_of_charge(key("ch", number)) == in_dict.payments_of_charge(key("ch", number))
        assert in_sql.waivers_of(key("ch", number)) == in_dict.waivers_of(key("ch", number))
        assert in_sql.hand_overs_of(key("rm", number)) == in_dict.hand_overs_of(key("rm", number))
        for about in (member, loan, key("it", number), key("st", number)):
            assert in_sql.cases_about(about) == in_dict.cases_about(about)
    for text in ("B1", "b2 ", "B3", "", "A-1", "a-2", "A-3", "ça"):
        assert in_sql.items_with_barcode(text) == in_dict.items_with_barcode(text)
        assert in_sql.members_with_no(text) == in_dict.members_with_no(text)
    for text in ("A-1", "a-1-2", " A-2-2", ""):
        assert in_sql.cards_with_code(text) == in_dict.cards_with_code(text)
    for text in (*NUMBERS, f"{NUMBERS[0].lower()} ", f"{NUMBERS[0]}-2", ""):
        assert in_sql.receipts_with_number(text) == in_dict.receipts_with_number(text)
    for index in (b"\x01", b"\x02", b"\x03"):
        assert in_sql.members_with_identity(index) == in_dict.members_with_identity(index)


@pytest.mark.timeout(900)
def test_sql_and_dict_agree_on_every_prefix(memory):
    happened: Counter[str] = Counter()
    for number in range(SEQUENCES):
        seed = SEED + number
        memory.execute("BEGIN")
        try:
            sequence = life(seed, LENGTH)
            in_dict, cases = live(memory, sequence, compare_all=number % FULL_EVERY == 0)
            assert all_of(memory) == in_dict.tables
            assert_same_look_ups(in_dict, SqlState(memory))
        except Exception as error:
            error.add_note(f"seed {seed}")
            raise
        finally:
            memory.execute("ROLLBACK")
        happened.update(type(recorded.event).__name__ for recorded in sequence)
        happened.update(str(case.cls) for case in cases)
    if SEQUENCES >= 1000:  # the sequences reach every kind of event and every contradiction
        assert {*EVENTS, *CaseClass} <= set(happened)


def test_every_event_has_its_handler():
    assert {kind.__name__ for kind in HANDLERS} == set(EVENTS)


def test_apply_is_deterministic():
    for seed in range(200):
        one, other = DictState(), DictState()
        cases = [apply(one, recorded) for recorded in life(seed, 30)]
        assert [apply(other, recorded) for recorded in life(seed, 30)] == cases
        assert one.tables == other.tables


def test_the_same_event_twice_creates_nothing_twice():
    """An event that arrives again (a packet sent twice) must not make a second loan, member, copy or charge."""
    for seed in range(200):
        once, twice = DictState(), DictState()
        for recorded in life(seed, 30):
            apply(once, recorded)
            apply(twice, recorded)
        for kind in (Member, MemberCard, CardPrint, Item, Loan, Charge, *MONEY):
            assert twice.tables[kind].keys() == once.tables[kind].keys()


def test_no_event_of_money_is_silent():
    """Each changes the books or has its case; what only repeats what was said says nothing new."""
    spoke: Counter[str] = Counter()
    for seed in range(600):
        sequence, state = life(seed, 30), NotingDict()
        for recorded in sequence:
            name = type(recorded.event).__name__
            before = {kind: dict(rows) for kind, rows in state.tables.items()} if name in OF_MONEY else {}
            opened = apply(state, recorded)
            if name in OF_MONEY and name not in SAID_BEFORE:
                mute = all(state.tables[kind] == rows for kind, rows in before.items())
                assert opened or not mute or says_what_stands(state, recorded.event), f"seed {seed}: {name}"
                spoke[name] += not mute
    assert spoke.keys() == OF_MONEY - SAID_BEFORE


def says_what_stands(state: DictState, event: Any) -> bool:
    """A day, slip or tariff that is so already: the same event said by somebody else."""
    match event:
        case TariffAdopted(tariff):
            return state.get(Tariff, tariff.id) is not None
        case TariffRetired(tariff_id):
            return state.tables[Tariff][tariff_id].retired  # type: ignore[attr-defined, no-any-return]
        case RemittanceConfirmed():
            return state.get(Remittance, event.remittance_id) is not None
        case CashDayLocked() | CashDayReopened():
            return state.get(CashDay, event.day_id) is not None
    return False


def test_a_charge_says_what_the_rows_about_it_say():
    """After every event: settled, waived and credit add up to what was paid, from the rows alone."""
    credits = overpaid = 0
    for seed in range(600):
        state = DictState()
        for recorded in life(seed, 30):
            apply(state, recorded)
        for charge in state.tables[Charge].values():
            assert isinstance(charge, Charge)
            lines = state.payments_of_charge(charge.id)
            paid_rp = sum(line.amount_rp for line in lines if not line.voided)
            by_money_rp = charge.settled_rp - (0 if charge.cancelled else charge.waived_rp)
            assert charge.paid_rp == paid_rp == by_money_rp + charge.credit_rp, f"seed {seed}"
            assert 0 <= charge.settled_rp <= charge.amount_rp
            assert by_money_rp >= 0
            credits += charge.credit_rp > 0
            overpaid += charge.credit_rp < 0
    assert credits > 20
    assert overpaid > 2


def test_what_a_copy_points_at_is_an_open_loan_of_that_copy():
    """Whatever contradicts whatever: no copy hangs on a loan that ended, and none is out twice without a case."""
    for seed in range(1500):
        state = DictState()
        for recorded in life(seed, 25):
            if names_another_copy(state, recorded.event):
                continue  # no counter can make that: a loan and its copy are written down together
            apply(state, recorded)
            open_of: Counter[str] = Counter()
            for loan in state.tables[Loan].values():
                assert isinstance(loan, Loan)
                open_of[loan.item_id] += loan.end is LoanEnd.OPEN
            for item in state.tables[Item].values():
                assert isinstance(item, Item)
                loan = state.get(Loan, item.loan_id) if item.loan_id else None
                assert item.loan_id is None or (loan is not None and loan.end is LoanEnd.OPEN), f"seed {seed}"
                assert loan is None or loan.item_id == item.id
                assert open_of[item.id] <= 1 or is_asked_about(state, item), f"seed {seed}"


def is_asked_about(state: DictState, item: Item) -> bool:
    return any(case.cls == CaseClass.LOAN_COPY and not case.closed for case in state.cases_about(item.id))


def names_another_copy(state: DictState, event: Any) -> bool:
    loan = state.get(Loan, getattr(event, "loan_id", None) or "")
    return loan is not None and getattr(event, "item_id", loan.item_id) != loan.item_id


def as_journals_hold_it(sequence: list[Recorded]) -> list[Recorded]:
    """Without what only the server knows."""
    return [replace(recorded, stamp=replace(recorded.stamp, corrected_at=None)) for recorded in sequence]


@pytest.mark.parametrize("seed", [1, 2])
def test_the_tables_rebuild_bit_for_bit_from_the_journal(tmp_path: Path, seed: int):
    database = open_database(tmp_path / "loket.db", KEY)
    stream, sequence = Id("5" * 32), as_journals_hold_it(life(seed, 1500))
    with database.write() as connection:
        source = driver(connection)
        source.execute(
            "INSERT INTO stream (stream_id, opened_at, reason) VALUES (?, ?, 'test')", (id_bytes(stream), to_ms(START))
        )
    for first in range(0, len(sequence), 100):
        with database.write() as connection:
            state, journal = SqlState(driver(connection)), Journal(driver(connection), stream)
            for recorded in sequence[first : first + 100]:
                journal.append(recorded.stamp, recorded.event)
                apply(state, recorded)
    assert differing_tables(database, tmp_path / "again.db", KEY) == []
    assert not (tmp_path / "again.db").exists()
    with database.read() as connection:
        source = driver(connection)
        assert first_break(source) is None
        assert list(replay(source)) == sequence
        assert len(set(table_digests(source).values())) > 5  # there was something to compare
    with database.write() as connection:
        driver(connection).execute("UPDATE item SET note = note || '!' WHERE id = (SELECT min(id) FROM item)")
    assert differing_tables(database, tmp_path / "again.db", KEY) == ["item"]
    database.close()
