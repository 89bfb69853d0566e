"""Numbered steps from an empty server database to today's schema, on either engine. A step that shipped never changes.

The statements are written once; {blob}, {bigint}, {key} and {tail} stand for what the two engines call differently.
"""

from __future__ import annotations

from sqlalchemy import Connection, insert, inspect, select, update

from loket.server.migration_steps import s0001_core
from loket.server.tables import SERVER_META

STEPS: tuple[tuple[str, ...], ...] = (s0001_core.STATEMENTS,)
LATEST = len(STEPS)
VERSION = "schema_version"
WORDS = {
    "sqlite": {"blob": "BLOB", "bigint": "INTEGER", "key": "TEXT", "tail": "\nWITHOUT ROWID,\nSTRICT"},
    "postgresql": {"blob": "BYTEA", "bigint": "BIGINT", "key": 'TEXT COLLATE "C"', "tail": ""},
}
_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(7604215930)"  # two servers started at once


def version_of(connection: Connection) -> int:
    """The number of the last step taken; 0 for an empty database."""
    if not inspect(connection).has_table(SERVER_META.name):
        return 0
    found = connection.scalar(select(SERVER_META.c.value).where(SERVER_META.c.key == VERSION))
    return int(found or 0)


def migrate(connection: Connection) -> tuple[int, int]:
    """Bring the open transaction's schema up to date, all steps or none. Returns (from, to)."""
    words = WORDS[connection.dialect.name]
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_ONE_AT_A_TIME)
    first = version_of(connection)
    for step in STEPS[first:]:
        for statement in step:
            connection.exec_driver_sql(statement.format(**words))
    if first == 0:
        connection.execute(insert(SERVER_META).values(key=VERSION, value=str(LATEST)))
    elif first < LATEST:
        connection.execute(update(SERVER_META).where(SERVER_META.c.key == VERSION).values(value=str(LATEST)))
    return first, LATEST
