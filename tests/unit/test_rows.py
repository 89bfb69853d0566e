"""Entities as rows and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from loket.db.journal import Journal
from loket.db.migrations import migrate
from loket.db.rows import EPOCH, from_ms, id_bytes, mapper, to_ms
from loket.db.state import SqlState
from loket.domain.entities import KINDS, Biblio, Charge, Entity, Id, Item, LoanPolicy, Member, key_of

IDS = st.binary(min_size=16, max_size=16).map(lambda raw: Id(raw.hex()))
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
NUMBERS = st.integers(0, 2**40)
MOMENTS = st.integers(-(10**10), 4 * 10**12).map(lambda ms: EPOCH + timedelta(milliseconds=ms))
st.register_type_strategy(Id, IDS)
st.register_type_strategy(str, TEXTS)
st.register_type_strategy(int, NUMBERS)
st.register_type_strategy(datetime, MOMENTS)


def entities(kind: type[Entity]) -> st.SearchStrategy[Any]:
    if kind is LoanPolicy:
        return st.builds(kind, loan_days=st.integers(1, 999))
    return st.builds(kind)


@pytest.fixture(scope="module")
def memory() -> Iterator[Any]:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    engine = create_engine("sqlite://", creator=lambda: connection, module=dbapi2, poolclass=StaticPool)
    with engine.begin() as opened:
        migrate(opened)
    yield connection
    engine.dispose()


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
@pytest.mark.parametrize("kind", KINDS)
def test_put_and_get_and_change_and_drop(memory, kind, data):
    """Inserted, changed column by column after a read, changed blind, dropped: always read back as it was put."""
    entity = data.draw(entities(kind))
    other = data.draw(entities(kind))
    key_name = fields(kind)[0].name
    other = replace(other, **{key_name: getattr(entity, key_name)})
    key = key_of(entity)
    memory.execute("BEGIN")
    try:
        SqlState(memory).put(entity)
        assert SqlState(memory).get(kind, key) == entity
        state = SqlState(memory)
        assert state.get(kind, key) == entity
        state.put(other)
        assert state.get(kind, key) == other
        assert SqlState(memory).get(kind, key) == other
        SqlState(memory).put(entity)
        assert SqlState(memory).get(kind, key) == entity
        state.forget()
        assert state.get(kind, key) == entity
        state.drop(kind, key)
        assert state.get(kind, key) is None
        assert SqlState(memory).get(kind, key) is None
    finally:
        memory.execute("ROLLBACK")


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
@pytest.mark.parametrize("kind", KINDS)
def test_a_stored_row_is_mended_into_any_other(memory, kind, data):
    """Derived columns too, whichever of the fields they are made of differ."""
    old, map_ = data.draw(entities(kind)), mapper(kind)
    names = [field.name for field in fields(kind)]
    taken = data.draw(st.sets(st.sampled_from(names[1:]), min_size=1))
    other = data.draw(entities(kind))
    new = replace(old, **{name: getattr(other, name) for name in taken})
    if new == old:
        return
    at = map_.key_value(key_of(old))
    memory.execute("BEGIN")
    try:
        memory.execute(map_.upsert_sql, map_.whole(map_.own_values(old)))
        stored = memory.execute(map_.whole_sql, (at,)).fetchone()
        sql, values = map_.mended(stored, map_.own_values(new))
        memory.execute(sql, [*values, at])
        assert list(memory.execute(map_.whole_sql, (at,)).fetchone()) == map_.values(new)
    finally:
        memory.execute("ROLLBACK")


def derived(connection: Any, kind: type[Entity], name: str) -> str:
    return str(connection.execute(f'SELECT "{name}" FROM "{mapper(kind).table}"').fetchone()[0])


def test_search_columns_follow_their_sources(memory):
    memory.execute("BEGIN")
    try:
        state = SqlState(memory)
        state.put(Member("1" * 32, "A-1", "Ada Contoh", "umum", phone="0811"))
        state.put(replace(state.get(Member, "1" * 32), full_name="H. Budi", member_no="B-2"))
        assert derived(memory, Member, "search") == "budi b 2 62811 811"
        assert derived(memory, Member, "member_no_key") == "b-2"
        state.put(Biblio("2" * 32, "Judul"))
        state.put(replace(state.get(Biblio, "2" * 32), authors=("Çelebi",), isbn="978-1"))
        assert derived(memory, Biblio, "search") == "judul celebi 9781"
        state.put(Item("3" * 32, "2" * 32, "B1"))
        state.put(replace(state.get(Item, "3" * 32), barcode=" XY "))
        assert derived(memory, Item, "barcode_key") == "xy"
    finally:
        memory.execute("ROLLBACK")


def test_a_change_writes_only_what_changed():
    old = Member("1" * 32, "A-1", "Ada Contoh", "umum")
    assert mapper(Member).changed(old, old) is None
    sql, values = mapper(Member).changed(old, replace(old, valid_until=date(2027, 1, 2)))
    assert (sql, values) == ('UPDATE "member" SET "valid_until" = ? WHERE "id" = ?', ["2027-01-02"])


@pytest.mark.parametrize(
    "entity",
    [
        Charge("1" * 32, "2" * 32, "fine", -1, date(2026, 1, 2)),
        LoanPolicy("1" * 32, loan_days=0),
    ],
)
def test_the_database_refuses_what_no_form_should_let_through(memory, entity):
    memory.execute("BEGIN")
    with pytest.raises(dbapi2.IntegrityError):
        SqlState(memory).put(entity)
    memory.execute("ROLLBACK")


def test_columns_are_strict(memory):
    with pytest.raises(dbapi2.IntegrityError):
        memory.execute(
            "INSERT INTO charge VALUES (x'01', x'02', 'fine', 'many', '2026-01-02', 0, 0, 0, 0, 0, '', 0, 0, 0)"
        )


def test_times_are_whole_milliseconds():
    moment = datetime(2026, 11, 24, 2, 3, 4, 567_000, tzinfo=UTC)
    assert from_ms(to_ms(moment)) == moment
    assert to_ms(moment + timedelta(microseconds=999)) == to_ms(moment)
    assert id_bytes("00ff" * 8).hex() == "00ff" * 8


def test_a_state_forgotten_after_a_rollback_does_not_disturb_the_next_one(memory):
    """A refused action can live on in its traceback until the garbage collector comes by, at any moment.

    Were a cursor of the driver still in it, its end would reset a statement that another one is reading: rows would
    come twice, and the next look-up would fail.
    """
    item = Item("3" * 32, "2" * 32, "B1")
    memory.execute("BEGIN")
    forgotten = [SqlState(memory), Journal(memory, "9" * 32)]
    assert forgotten[0].get(Item, item.id) is None
    SqlState(memory).put(item)
    forgotten.append(SqlState(memory))
    assert forgotten[-1].get(Item, item.id) == item
    forgotten[1].head()
    memory.rollback()
    memory.execute("BEGIN")
    SqlState(memory).put(item)
    reading = memory.cursor().execute(mapper(Item).get_sql, (id_bytes(item.id),))
    forgotten.clear()
    assert len(reading.fetchall()) == 1
    del reading
    assert SqlState(memory).get(Item, item.id) == item
    memory.execute("ROLLBACK")
