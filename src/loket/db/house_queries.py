"""What members have of the house: a locker, a computer, a card held for it, books at a copier. SQL in, rows out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from loket.db.rows import id_bytes, mapper
from loket.domain.entities import Entity, Id, InternetSession, LockerUse, PhotocopyJob

E = TypeVar("E", bound=Entity)
_LOCKERS = "\"end\" IN ('open', 'forced')"
_SESSIONS = "(state IN ('waiting', 'running') OR card_held = 1)"
_COPIES = "state = 'out'"


def unclaimed_things(source: Any, member_ids: Sequence[Id]) -> list[LockerUse]:
    """What members have in lockers, and what staff took out of one and nobody fetched yet."""
    return _of_members(source, LockerUse, _LOCKERS, member_ids)


def open_sessions(source: Any, member_ids: Sequence[Id]) -> list[InternetSession]:
    """Sessions of members that wait or run, and those whose card still lies at the desk."""
    return _of_members(source, InternetSession, _SESSIONS, member_ids)


def copies_out(source: Any, member_ids: Sequence[Id]) -> list[PhotocopyJob]:
    """Books that members took to a copier."""
    return _of_members(source, PhotocopyJob, _COPIES, member_ids)


def _of_members(source: Any, kind: type[E], what: str, member_ids: Sequence[Id]) -> list[E]:
    map_ = mapper(kind)
    marks = ", ".join("?" * len(member_ids))
    sql = f"{map_.select_sql} WHERE {what} AND member_id IN ({marks}) ORDER BY id"
    return [map_.entity(row) for row in source.execute(sql, [id_bytes(one) for one in member_ids]).fetchall()]
