"""Numbered steps from an empty file to today's schema. A step that shipped never changes."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from loket.db.migration_steps import m0001_core, m0002_sync, m0003_members, m0004_money, m0005_house, m0006_recap

Step = Callable[[Connection], None]
STEPS: tuple[Step, ...] = (
    *(m0001_core.run, m0002_sync.run, m0003_members.run),
    *(m0004_money.run, m0005_house.run, m0006_recap.run),
)
LATEST = len(STEPS)


def version_of(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(connection: Connection) -> tuple[int, int]:
    """Bring the open transaction's schema up to date, all steps or none. Returns (from, to)."""
    first = version_of(connection)
    for number, step in enumerate(STEPS[first:], start=first + 1):
        step(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {number}")
    return first, LATEST
