"""The server's state agrees with the plain dict, whatever is undone, in whatever pieces it is stored."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from paper_server import KEY, LIBRARY, TODAY
from sim.random_events import Life

from loket.domain.apply import apply
from loket.domain.entities import (
    Biblio,
    Case,
    Charge,
    ClosedDay,
    Item,
    Loan,
    Member,
    Payment,
    Receipt,
    Remittance,
    Rule,
)
from loket.domain.memory import DictState
from loket.server.batch_state import BatchState
from loket.server.digests import all_digests, digests_of
from loket.server.entity_store import NAME_OF, EntityStore
from loket.server.server_keys import ServerKeys
from loket.server.store import Store
from loket.server.tables import ENTITY_INDEX, ENTITY_ROW
from loket.sync.wire import row_values

KEYS = ServerKeys(KEY)
EVENTS, PER_TRANSACTION = 150, 20


def opened(connection) -> BatchState:
    return BatchState(EntityStore(connection, LIBRARY, KEYS))


def stored_rows(store: Store) -> dict:
    with store.read() as connection:
        source = EntityStore(connection, LIBRARY, KEYS)
        rows = connection.execute(ENTITY_ROW.select()).all()
        return {(row.kind, row.key): source.opened(row.kind, row.key, row.body) for row in rows if row.body is not None}


def rows_of(state: DictState) -> dict:
    return {(NAME_OF[kind], key): row_values(row) for kind, rows in state.tables.items() for key, row in rows.items()}


@pytest.mark.parametrize("seed", range(6))
def test_agrees_with_the_dict_state(store: Store, seed: int) -> None:
    random, oracle, change_seq = Random(seed), DictState(), 0
    events = Life(seed).sequence(EVENTS)
    while events:
        part, events = events[:PER_TRANSACTION], events[PER_TRANSACTION:]
        with store.write() as connection:
            state = opened(connection)
            for recorded in part:
                state.begin_event()
                cases = apply(state, recorded)
                state.check_event()
                if random.random() < 0.2:
                    state.undo_event()
                else:
                    assert cases == apply(oracle, recorded)
            change_seq = state.flush(change_seq)
    assert stored_rows(store) == rows_of(oracle)
    with store.read() as connection:
        kept = {
            place: sums for place, sums in all_digests(connection, bytes.fromhex(LIBRARY)).items() if sums != (0, 0)
        }
        assert kept == digests_of(rows_of(oracle))
        numbers = [row.change_seq for row in connection.execute(ENTITY_ROW.select())]
        assert len(set(numbers)) == len(numbers)
        assert max(numbers) == change_seq
        assert_same_look_ups(opened(connection), oracle)


def assert_same_look_ups(state: BatchState, oracle: DictState) -> None:
    members = {*oracle.tables[Member], *(loan.member_id for loan in oracle.tables[Loan].values())}
    for member_id in members:
        assert state.open_loans(member_id) == oracle.open_loans(member_id)
        assert state.open_charges(member_id) == oracle.open_charges(member_id)
        assert state.credits_of(member_id) == oracle.credits_of(member_id)
    for member in oracle.tables[Member].values():
        assert state.members_with_no(member.member_no) == oracle.members_with_no(member.member_no)
        if member.identity_index is not None:
            found = state.members_with_identity(member.identity_index)
            assert found == oracle.members_with_identity(member.identity_index)
    for item in oracle.tables[Item].values():
        assert state.items_with_barcode(item.barcode) == oracle.items_with_barcode(item.barcode)
    for loan_id in oracle.tables[Loan]:
        assert state.charges_of_loan(loan_id) == oracle.charges_of_loan(loan_id)
    for charge_id in {*oracle.tables[Charge], *(line.charge_id for line in oracle.tables[Payment].values())} - {None}:
        assert state.payments_of_charge(charge_id) == oracle.payments_of_charge(charge_id)
        assert state.waivers_of(charge_id) == oracle.waivers_of(charge_id)
    for receipt in oracle.tables[Receipt].values():
        assert state.payments_of(receipt.id) == oracle.payments_of(receipt.id)
        assert state.receipts_with_number(receipt.number) == oracle.receipts_with_number(receipt.number)
    for slip_id in oracle.tables[Remittance]:
        assert state.hand_overs_of(slip_id) == oracle.hand_overs_of(slip_id)
    for case in oracle.tables[Case].values():
        assert state.cases_about(case.entity) == oracle.cases_about(case.entity)


def test_what_was_read_beforehand_is_not_read_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    item, member = Item("1" * 32, "b" * 32, "B1", loan_id="2" * 32), Member("3" * 32, "M-1", "Ada Contoh", "umum")
    with store.write() as connection:
        state = opened(connection)
        state.put(item)
        state.put(member)
        state.flush(0)
    with store.read() as connection:
        state = opened(connection)
        state.prefetch([item.id, member.id, "9" * 32], ["b1"])
        monkeypatch.setattr(EntityStore, "rows", None)
        monkeypatch.setattr(EntityStore, "index", None)
        assert state.get(Item, item.id) == item
        assert state.get(Member, member.id) == member
        assert state.get(Biblio, "9" * 32) is None
        assert state.get(Loan, "2" * 32) is None, "the copy's loan was read along with the copy"
        assert state.open_loans(member.id) == []
        assert state.items_with_barcode("b1") == [item]


def test_a_row_that_comes_out_as_it_was_is_not_written(store: Store) -> None:
    rule = Rule("weekly_closed", "[6]")
    with store.write() as connection:
        state = opened(connection)
        state.put(rule)
        assert state.flush(7) == 8
    with store.write() as connection:
        state = opened(connection)
        state.put(Rule("weekly_closed", "[5]"))
        state.put(rule)
        state.put(Rule("for_a_moment", "1"))
        state.drop(Rule, "for_a_moment")
        assert state.flush(8) == 8


def test_a_row_that_goes_leaves_its_number(store: Store) -> None:
    day = ClosedDay(date(2026, 12, 25), "Natal")
    with store.write() as connection:
        state = opened(connection)
        state.put(day)
        state.flush(0)
    with store.write() as connection:
        state = opened(connection)
        state.drop(ClosedDay, "2026-12-25")
        assert state.flush(1) == 2
    with store.read() as connection:
        (row,) = connection.execute(ENTITY_ROW.select()).all()
        assert (row.change_seq, row.body) == (2, None)
        assert opened(connection).get(ClosedDay, "2026-12-25") is None


def test_personal_rows_are_sealed_to_their_place(store: Store) -> None:
    member = Member("3" * 32, "M-1", "Ada Contoh", "umum")
    with store.write() as connection:
        state = opened(connection)
        state.put(member)
        state.put(Charge("4" * 32, member.id, "fine", 500, TODAY))
        state.flush(0)
    with store.read() as connection:
        bodies = {row.kind: bytes(row.body) for row in connection.execute(ENTITY_ROW.select())}
        assert b"Ada Contoh" not in bodies["member"]
        source = EntityStore(connection, LIBRARY, KEYS)
        assert "Ada Contoh" in source.opened("member", member.id, bodies["member"])
        with pytest.raises(Exception, match="sealed value"):
            source.opened("member", "5" * 32, bodies["member"])


def test_values_no_database_can_hold_are_refused_at_once(store: Store) -> None:
    with store.write() as connection:
        state = opened(connection)
        with pytest.raises(ValueError, match="key"):
            state.put(Rule("a\x00b", "1"))
        state.begin_event()
        state.put(Item("1" * 32, "b" * 32, "B1", price_rp=10**40))
        with pytest.raises(OverflowError):
            state.check_event()
        state.undo_event()
        long_code = Item("2" * 32, "b" * 32, "B\x00" + "x" * 9_000)
        state.put(long_code)
        state.flush(0)
    with store.read() as connection:
        assert opened(connection).items_with_barcode(long_code.barcode) == [long_code]
        assert max(len(row.value) for row in connection.execute(ENTITY_INDEX.select())) < 100
