"""The tables again from the journal alone, and the proof that both agree bit for bit."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from loket.db.engine import Database, driver, open_database
from loket.db.journal import replay
from loket.db.state import SqlState
from loket.db.tables import TABLE_OF
from loket.domain.apply import apply


def table_digests(driver_connection: Any) -> dict[str, str]:
    """SHA-256 over every row of each travelling table, in order of its key; local row numbers left out."""
    return {table.name: _digest(driver_connection, table) for table in TABLE_OF.values()}


def _digest(driver_connection: Any, table: Table) -> str:
    names = [column.name for column in table.columns if column.name != "no"]
    columns = ", ".join(f'"{name}"' for name in names)
    digest = hashlib.sha256()
    for row in driver_connection.execute(f'SELECT {columns} FROM "{table.name}" ORDER BY "{names[0]}"'):
        digest.update(repr(row).encode())
    return digest.hexdigest()


def differing_tables(database: Database, scratch: Path, key: bytes) -> list[str]:
    """Names of the tables that a replay of the journal does not give again. `scratch` is a file to use and remove."""
    scratch.unlink(missing_ok=True)
    rebuilt = open_database(scratch, key)
    try:
        with database.read() as source, rebuilt.write() as target:
            state = SqlState(driver(target))
            for number, event in enumerate(replay(driver(source)), start=1):
                apply(state, event)
                if number % 10_000 == 0:
                    state.forget()
            wanted, found = table_digests(driver(source)), table_digests(driver(target))
        return [name for name, digest in wanted.items() if found[name] != digest]
    finally:
        rebuilt.close()
        for leftover in scratch.parent.glob(scratch.name + "*"):
            leftover.unlink(missing_ok=True)
