"""Facts of this database alone, in the `meta` table."""

from __future__ import annotations

from typing import Any

GET = "SELECT value FROM meta WHERE key = ?"
SET = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"


def get_meta(driver_connection: Any, key: str) -> str | None:
    row = driver_connection.execute(GET, (key,)).fetchone()
    return None if row is None else str(row[0])


def set_meta(driver_connection: Any, key: str, value: str) -> None:
    driver_connection.execute(SET, (key, value))
