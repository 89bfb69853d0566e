"""Many rows are looked up by their index, however long the table: the cost of an event must not grow with the log."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, event

from loket.server.store import look_up, open_store
from loket.server.tables import ENTITY_INDEX, ENTITY_ROW, EVENT_LOG

LIBRARY = b"L" * 16


@pytest.mark.parametrize("by", [EVENT_LOG.c.event_id, ENTITY_ROW.c.key, ENTITY_INDEX.c.value], ids=str)
@pytest.mark.parametrize("count", [1, 500])
def test_the_file_is_searched_by_library_and_value(tmp_path: Path, by: Column[Any], count: int) -> None:
    store = open_store(None, tmp_path, bytes(32))
    asked: list[tuple[str, Any]] = []
    with store.read() as connection:
        event.listen(connection, "before_cursor_execute", lambda *told: asked.append(told[2:4]))
        assert look_up(connection, [by], LIBRARY, by, [b"x" * 16] * count) == []
        statement, values = asked.pop()
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
    store.close()
    assert any(f"(library_id=? AND {by.name}=?)" in row[-1] for row in plan), plan


def test_looking_for_nothing_asks_nothing(tmp_path: Path) -> None:
    store = open_store(None, tmp_path, bytes(32))
    with store.read() as connection:
        assert look_up(connection, [ENTITY_ROW.c.key], LIBRARY, ENTITY_ROW.c.key, []) == []
    store.close()
