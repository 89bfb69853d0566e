"""The schema the steps make is the schema the models say, and the models are the entities."""

from __future__ import annotations

import re
import shutil
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
from loket.db.journal import first_break
from loket.db.migrations import LATEST, STEPS, migrate, version_of
from loket.db.rebuild import differing_tables
from loket.db.rows import DERIVED, mapper
from loket.db.tables import METADATA, TABLE_OF
from loket.domain.changes import field_kinds, optional_fields
from loket.domain.entities import KINDS, Id, key_field
from loket.domain.errors import StorageCode, StorageError

OLD = Path(__file__).parents[1] / "data" / "loket-0001.db"
DAY_MS = 86_400_000
BACK_MS = 10 * DAY_MS + 7 * 60_000  # from the first loan of the fixture to the last time that copy was in hand
SECOND_CLOSING_MS = 1_796_357_580_000
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
        assert columns[f.name].nullable is (f.name in optional_fields(kind)), f.name
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


# ---- from one version to the next ---------------------------------------------------------------------------------
#
# The old file was made by the program as it was before it could synchronise: an invented library with three members,
# seven copies, six loans by two operators, one undone, one lost, a return undone; an operator closed, opened and closed
# again; a title edit of a copy on loan; two streams.


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Database]:
    shutil.copy(OLD, tmp_path / "loket.db")
    database = open_database(tmp_path / "loket.db", KEY)
    yield database
    database.close()


def told(database: Database, sql: str) -> list[tuple[Any, ...]]:
    with database.read() as connection:
        return driver(connection).execute(sql).fetchall()


def test_an_old_library_opens_with_the_rows_that_todays_rules_make_of_its_journal(old, tmp_path):
    with old.read() as connection:
        assert version_of(connection) == LATEST
        assert first_break(driver(connection)) is None
    assert differing_tables(old, tmp_path / "again.db", KEY) == []
    for table in ("loan", "charge", "item", "member", "operator", "conflict_case"):
        assert told(old, f"SELECT count(*) FROM {table}") > [(0,)]


def test_what_synchronising_needs_is_filled_in(old):
    assert told(
        old,
        "SELECT m.member_no, i.barcode, o.username FROM loan l JOIN member m ON m.id = l.member_id"
        " JOIN item i ON i.id = l.item_id JOIN operator o ON o.id = l.operator_id"
        " JOIN station s ON s.id = l.station_id ORDER BY l.lent_at, i.barcode",
    ) == [
        ("A-1", "B1", "sirkulasi"),
        ("A-1", "B2A", "sirkulasi"),
        ("A-2", "B3", "sirkulasi"),
        ("A-2", "B4", "pengawas"),
        ("A-3", "B1", "pengawas"),
        ("A-1", "B5", "pengawas"),
    ]
    assert told(old, "SELECT barcode FROM item WHERE seen_at IS NULL ORDER BY barcode") == [("B6",), ("B7",)]
    assert told(
        old,
        "SELECT i.barcode, i.seen_at - l.lent_at, l.ended_at - i.seen_at FROM item i JOIN loan l ON l.item_id = i.id"
        " WHERE i.barcode IN ('B1', 'B4') ORDER BY i.barcode, l.lent_at",
    ) == [("B1", BACK_MS, -5 * 60_000), ("B1", 3 * 60_000, None), ("B4", 0, DAY_MS)]
    assert told(old, "SELECT member_no, username FROM member JOIN operator o ON o.id = changed_by ORDER BY 1") == [
        ("A-1", "pengawas"),
        ("A-2", "pengawas"),
        ("A-3", "sirkulasi"),
    ]
    assert told(old, "SELECT username, inactive_since FROM operator WHERE inactive_since IS NOT NULL") == [
        ("sirkulasi", SECOND_CLOSING_MS)
    ]
    assert told(old, "SELECT cls, username FROM conflict_case c JOIN operator o ON o.id = c.operator_id") == [
        ("CAT_LOANED", "pengawas")
    ]
    assert told(old, "SELECT count(*) FROM member WHERE erased <> 0 OR changed_at IS NULL") == [(0,)]
