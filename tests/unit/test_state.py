"""What the SQL state remembers for synchronising: each row as it was before the first local change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from loket.db.migrations import migrate
from loket.db.rows import EPOCH, mapper
from loket.db.state import SqlState, packed, unpacked
from loket.domain.entities import Case, Entity, Id, Item, Loan, Member, Rule

TRACKED = frozenset({Item, Rule})
COPY = Item(Id("3" * 32), Id("2" * 32), "B1")
OTHER = replace(COPY, id=Id("4" * 32), barcode="B2")
RULE = Rule("weekly_closed", "[6]")


@pytest.fixture(scope="module")
def memory() -> Iterator[Any]:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    engine = create_engine("sqlite://", creator=lambda: connection, module=dbapi2, poolclass=StaticPool)
    with engine.begin() as opened:
        migrate(opened)
    yield connection
    engine.dispose()


@pytest.fixture
def stored(memory: Any) -> Iterator[Any]:
    """A connection on a copy and a rule that the server knows."""
    memory.execute("BEGIN")
    state = SqlState(memory)
    state.put(COPY)
    state.put(RULE)
    yield memory
    memory.execute("ROLLBACK")


def bases(connection: Any) -> dict[tuple[str, str], Entity | None]:
    kinds: dict[str, type[Entity]] = {mapper(kind).table: kind for kind in (Item, Rule, Loan, Member)}
    rows = connection.execute('SELECT kind, "key", body FROM base_row').fetchall()
    return {(kind, key): None if body is None else unpacked(kinds[kind], body) for kind, key, body in rows}


def test_the_row_as_it_was_before_its_first_change(stored):
    state = SqlState(stored, TRACKED)
    for barcode in ("B7", "B8"):
        state.put(replace(COPY, barcode=barcode))
    assert bases(stored) == {("item", COPY.id): COPY}


def test_later_transactions_do_not_make_it_newer(stored):
    for barcode in ("B7", "B8"):
        SqlState(stored, TRACKED).put(replace(COPY, barcode=barcode))
    forgetful = SqlState(stored, TRACKED)
    forgetful.get(Item, COPY.id)
    forgetful.forget()
    forgetful.put(replace(COPY, barcode="B9"))
    forgetful.forget()
    forgetful.put(replace(COPY, barcode="B10"))
    assert bases(stored) == {("item", COPY.id): COPY}


def test_of_a_new_row_that_there_was_none(stored):
    state = SqlState(stored, TRACKED)
    state.put(OTHER)
    state.put(replace(OTHER, barcode="B9"))
    assert bases(stored) == {("item", OTHER.id): None}
    SqlState(stored, TRACKED).put(replace(OTHER, barcode="B10"))
    assert bases(stored) == {("item", OTHER.id): None}


def test_of_a_dropped_row_what_it_was(stored):
    SqlState(stored, TRACKED).drop(Rule, RULE.key)
    assert bases(stored) == {("rule", RULE.key): RULE}
    SqlState(stored, TRACKED).put(replace(RULE, value="[]"))
    assert bases(stored) == {("rule", RULE.key): RULE}


def test_nothing_of_kinds_that_no_server_asks_about_and_nothing_of_reading(stored):
    state = SqlState(stored, TRACKED)
    state.get(Item, COPY.id)
    state.items_with_barcode("B1")
    state.put(Member(Id("1" * 32), "A-1", "Ada Contoh", "umum"))
    state.drop(Member, "1" * 32)
    SqlState(stored).put(replace(COPY, barcode="B7"))
    assert bases(stored) == {}


@given(st.lists(st.tuples(st.sampled_from("123"), st.sampled_from(("", "x", None)), st.booleans())))
def test_the_bases_under_it_give_the_old_rows_again(memory, steps):
    """Putting every base back takes all of it away, whatever was done in however many transactions."""
    memory.execute("BEGIN")
    try:
        SqlState(memory).put(replace(COPY, id=Id("1" * 32)))
        before = memory.execute("SELECT * FROM item").fetchall()
        state = SqlState(memory, TRACKED)
        for name, note, anew in steps:
            state = SqlState(memory, TRACKED) if anew else state
            key = Id(name * 32)
            if note is None:
                state.drop(Item, key)
            else:
                state.put(replace(COPY, id=key, note=note))
        for (_, key), base in bases(memory).items():
            if base is None:
                SqlState(memory).drop(Item, key)
            else:
                SqlState(memory).put(base)
        assert memory.execute("SELECT * FROM item").fetchall() == before
    finally:
        memory.execute("ROLLBACK")


def test_a_row_packed_before_a_field_was_added_has_its_default():
    body = packed(replace(COPY, note="rusak"))
    values = msgspec.msgpack.decode(body)
    assert len(values) == len(mapper(Item).names)  # no derived columns
    assert unpacked(Item, msgspec.msgpack.encode(values[:-2])) == replace(COPY, note="rusak")


def test_cases_about_something(stored):
    """Open ones and decided ones, in the order of their keys."""
    state = SqlState(stored)
    for number, about in ((2, "ada"), (1, "ada"), (3, "budi")):
        state.put(Case(Id(f"{number:032x}"), "LIM_OVER", "low", about, Id("9" * 32), EPOCH, closed=number == 2))
    assert [(case.id[-1], case.closed) for case in state.cases_about("ada")] == [("1", False), ("2", True)]
    assert state.cases_about("nobody") == []
