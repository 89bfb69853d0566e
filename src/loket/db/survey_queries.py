"""Read queries of the satisfaction survey. SQL in, plain values out."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from loket.db.rows import from_ms, id_bytes, mapper
from loket.domain.entities import Id, SurveyAnswer

_SPAN = f'{mapper(SurveyAnswer).select_sql} WHERE "on" BETWEEN ? AND ?{{more}} ORDER BY answered_at, id'
_LAST = 'SELECT max(answered_at) FROM survey_answer WHERE "on" >= ? AND station_id = ?'
_CAME = 'SELECT coalesce(sum(people), 0) FROM visit WHERE "on" BETWEEN ? AND ? AND room_id IS NULL AND cancelled = 0'


def answers_between(source: Any, first: date, last: date, service: str | None) -> list[SurveyAnswer]:
    """Every answer of these days in order; of one service where it is named, "" for answers that name none."""
    map_, span = mapper(SurveyAnswer), (first.isoformat(), last.isoformat())
    if service is None:
        rows = source.execute(_SPAN.format(more=""), span).fetchall()
    else:
        rows = source.execute(_SPAN.format(more=" AND service = ?"), (*span, service)).fetchall()
    return [map_.entity(row) for row in rows]


def last_answered_at(source: Any, since: date, station_id: Id) -> datetime | None:
    """When somebody last answered at a counter, since a day."""
    found = source.execute(_LAST, (since.isoformat(), id_bytes(station_id))).fetchone()[0]
    return None if found is None else from_ms(found)


def people_who_came(source: Any, first: date, last: date) -> int:
    """Everybody in the book at the door in these days, members of groups one by one."""
    return int(source.execute(_CAME, (first.isoformat(), last.isoformat())).fetchone()[0])
