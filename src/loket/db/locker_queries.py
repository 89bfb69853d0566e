"""Read queries of the lockers. SQL in, rows of entities out."""

from __future__ import annotations

from datetime import date
from typing import Any

from loket.db.rows import mapper
from loket.domain.entities import LockerUse

_USES = mapper(LockerUse).select_sql
_OPEN = f"{_USES} WHERE \"end\" = 'open' ORDER BY taken_at, id"
_OF_DAY = f'{_USES} WHERE "on" = ? ORDER BY taken_at, id'


def open_uses(source: Any) -> list[LockerUse]:
    """Everything that lies in a locker, the longest first."""
    return _uses(source, _OPEN)


def uses_of_day(source: Any, on: date) -> list[LockerUse]:
    """What was taken into keeping on a day, undone ones too."""
    return _uses(source, _OF_DAY, on.isoformat())


def _uses(source: Any, sql: str, *values: Any) -> list[LockerUse]:
    map_ = mapper(LockerUse)
    return [map_.entity(row) for row in source.execute(sql, values).fetchall()]
