"""The schema the server's steps make is the schema its models say, on both engines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, inspect, update
from sqlcipher3 import dbapi2

from loket.domain.errors import StorageCode, StorageError
from loket.server.migrations import LATEST, migrate, version_of
from loket.server.store import Store, open_store
from loket.server.tables import METADATA, SERVER_META

KEY = bytes(32)


def described(connection: Any) -> dict[str, Any]:
    """Every table's columns, key and indexes as the database tells them."""
    found = inspect(connection)
    return {
        name: (
            [(c["name"], repr(c["type"]), c["nullable"]) for c in found.get_columns(name)],
            found.get_pk_constraint(name)["constrained_columns"],
            [
                (
                    i["name"],
                    tuple(i["column_names"]),
                    bool(i["unique"]),
                    {k: str(v) for k, v in i["dialect_options"].items()},
                )
                for i in sorted(found.get_indexes(name), key=lambda one: str(one["name"]))
            ],
        )
        for name in found.get_table_names()
    }


def test_steps_make_what_the_models_say(store: Store, request: pytest.FixtureRequest) -> None:
    with store.read() as connection:
        by_steps, postgres = described(connection), connection.dialect.name == "postgresql"
    if postgres:
        engine = create_engine(request.getfixturevalue("postgres").create_database("modelled"))
    else:
        engine = create_engine("sqlite://", module=dbapi2)
    METADATA.create_all(engine)
    with engine.connect() as connection:
        by_models = described(connection)
    engine.dispose()
    if postgres:
        request.getfixturevalue("postgres").drop_database("modelled")
    assert by_steps == by_models
    assert by_steps.keys() == METADATA.tables.keys()


def test_every_key_begins_with_the_library() -> None:
    for table in METADATA.tables.values():
        if table is not SERVER_META:
            assert next(iter(table.primary_key)).name == "library_id", table.name


def test_steps_are_taken_once(store: Store) -> None:
    with store.write() as connection:
        assert migrate(connection) == (LATEST, LATEST)
        assert version_of(connection) == LATEST


def test_a_later_schema_is_left_alone(tmp_path: Path) -> None:
    first = open_store(None, tmp_path, KEY)
    with first.write() as connection:
        connection.execute(update(SERVER_META).values(value=str(LATEST + 1)))
    first.close()
    with pytest.raises(StorageError) as caught:
        open_store(None, tmp_path, KEY)
    assert caught.value.code is StorageCode.NEWER


def test_the_embedded_file_is_encrypted(tmp_path: Path) -> None:
    open_store(None, tmp_path, KEY).close()
    assert not (tmp_path / "pusat.db").read_bytes().startswith(b"SQLite format 3")
    with pytest.raises(StorageError) as caught:
        open_store(None, tmp_path, bytes(31) + b"x")
    assert caught.value.code is StorageCode.WRONG_KEY
