"""The schema the steps make is the schema the models say, and the models are the entities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from fakes import KEY
from sqlalchemy import create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from loket.db.engine import Database, driver, open_database
from loket.db.migrations import LATEST, STEPS, migrate, version_of
from loket.db.rows import DERIVED, mapper
from loket.db.tables import METADATA, TABLE_OF
from loket.domain.changes import field_kinds
from loket.domain.entities import KINDS, Id, key_field
from loket.domain.errors import StorageCode, StorageError

LOCAL = {"member": {"no"}, "biblio": {"no"}}
SQL_TYPES = {Id: "BLOB", bytes: "BLOB", int: "INTEGER", bool: "INTEGER"}


def engine_in_memory() -> Any:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    return create_engine("sqlite://", creator=lambda: connection, module=dbapi2, poolclass=StaticPool)


@pytest.fixture(scope="module")
def migrated() -> Iterator[Any]:
    engine = engine_in_memory()
    with engine.begin() as connection:
        assert migrate(connection) == (0, LATEST)
    with engine.connect() as connection:
        yield driver(connection)


@pytest.fixture(scope="module")
def modelled() -> Iterator[Any]:
    engine = engine_in_memory()
    METADATA.create_all(engine)
    with engine.connect() as connection:
        yield driver(connection)


def tables(connection: Any) -> dict[str, str]:
    """Names and texts of ordinary tables."""
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_schema "
        "WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%search%'"
    ).fetchall()
    return {name: tidy(sql) for name, sql in rows}


def tidy(sql: str) -> str:
    return re.sub(r"\s+", " ", sql or "").replace('"', "").strip()


def test_the_same_tables(migrated, modelled):
    assert tables(migrated).keys() == tables(modelled).keys() == METADATA.tables.keys()


@pytest.mark.parametrize("table", sorted(METADATA.tables))
def test_the_same_columns_checks_and_strictness(migrated, modelled, table):
    """Column order, type, nullability and key; CHECK, UNIQUE, STRICT and WITHOUT ROWID are in the text itself."""
    pragma = f'PRAGMA table_xinfo("{table}")'
    assert migrated.execute(pragma).fetchall() == modelled.execute(pragma).fetchall()
    assert tables(migrated)[table] == tables(modelled)[table]


@pytest.mark.parametrize("table", sorted(METADATA.tables))
def test_the_same_indexes(migrated, modelled, table):
    sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name"
    one, other = (
        [(name, tidy(text)) for name, text in connection.execute(sql, (table,)).fetchall()]
        for connection in (migrated, modelled)
    )
    assert one == other


@pytest.mark.parametrize("kind", KINDS)
def test_entities_are_their_columns(kind):
    columns = {column.name: column for column in TABLE_OF[kind].columns}
    names = [f.name for f in fields(kind)]
    assert set(columns) == {*names, *DERIVED.get(kind, {}), *LOCAL.get(TABLE_OF[kind].name, set())}
    assert columns[key_field(kind)].primary_key or columns[key_field(kind)].unique
    for f in fields(kind):
        assert columns[f.name].nullable is (f.default is None), f.name
        bare = field_kinds(kind)[f.name]
        expected = "INTEGER" if bare.__name__ == "datetime" else SQL_TYPES.get(bare, "TEXT")
        assert str(columns[f.name].type) == ("BLOB" if expected == "BLOB" else expected), f.name
    assert mapper(kind).names == tuple(names)


def test_every_kind_that_travels_has_a_table():
    assert set(TABLE_OF) == set(KINDS)


def test_all_steps_or_none(monkeypatch):
    def broken(connection: Any) -> None:
        connection.exec_driver_sql("CREATE TABLE half (x)")
        raise ZeroDivisionError

    monkeypatch.setattr("loket.db.migrations.STEPS", (*STEPS, broken))
    engine = engine_in_memory()
    event.listen(engine, "begin", lambda connection: driver(connection).execute("BEGIN IMMEDIATE"))
    with suppress(ZeroDivisionError), engine.begin() as connection:
        migrate(connection)
    with engine.connect() as connection:
        assert tables(driver(connection)) == {}
        assert version_of(connection) == 0


def test_a_migrated_database_is_left_alone():
    engine = engine_in_memory()
    with engine.begin() as connection:
        migrate(connection)
        assert migrate(connection) == (LATEST, LATEST)


def test_a_database_of_a_later_version_is_refused(tmp_path: Path):
    path = tmp_path / "loket.db"
    database = open_database(path, KEY)
    with database.write() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {LATEST + 1}")
    database.close()
    with pytest.raises(StorageError) as refused:
        open_database(path, KEY)
    assert (refused.value.code, refused.value.params["found"]) == (StorageCode.NEWER, LATEST + 1)


def test_foreign_rows_of_the_search_index_follow_their_table(migrated):
    migrated.execute("BEGIN")
    texts = ", ".join(["''"] * 18)
    insert = f"INSERT INTO biblio VALUES (NULL, ?, {texts}, ?)"
    found = "SELECT count(*) FROM biblio_search WHERE biblio_search MATCH ?"
    migrated.execute(insert, (b"1" * 16, "laskar pelangi"))
    assert migrated.execute(found, ('"pel"*',)).fetchone() == (1,)
    migrated.execute("UPDATE biblio SET search = 'bumi'")
    assert migrated.execute(found, ('"pel"*',)).fetchone() == (0,)
    assert migrated.execute(found, ("bumi",)).fetchone() == (1,)
    migrated.execute("DELETE FROM biblio")
    assert migrated.execute(found, ("bumi",)).fetchone() == (0,)
    migrated.execute("INSERT INTO biblio_search (biblio_search) VALUES ('integrity-check')")
    migrated.execute("ROLLBACK")


def test_a_connection_for_reading_cannot_write(tmp_path: Path):
    database = Database(tmp_path / "loket.db", KEY)
    with database.write() as connection:
        migrate(connection)
    with pytest.raises(StorageError) as refused, database.read() as connection:
        connection.exec_driver_sql("DELETE FROM member")
    assert refused.value.code is StorageCode.READ_ONLY
    database.close()
