"""The libraries and counters the server knows, for administrators and the dashboard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select, update

from loket.db.rows import from_ms, id_bytes
from loket.domain.entities import Id
from loket.domain.scope import Scope
from loket.server.callers import ServerRefused
from loket.server.tables import LIBRARY, STATION


@dataclass(frozen=True, slots=True)
class StationView:
    """A counter as last heard of. `pending`: events it had not brought when it last said hello."""

    station_id: Id
    code: str
    name: str
    profile: str
    scope: Scope
    enrolled_at: datetime
    revoked_at: datetime | None
    last_seen_at: datetime | None
    last_sync_at: datetime | None
    pending: int
    pending_since: datetime | None
    app_version: str
    clock_off_ms: int


def libraries(connection: Connection) -> list[tuple[Id, str]]:
    """(id, name) of every library, by name."""
    rows = connection.execute(select(LIBRARY.c.library_id, LIBRARY.c.name))
    return sorted(((Id(library.hex()), name) for library, name in rows), key=lambda one: (one[1].casefold(), one[0]))


def stations(connection: Connection, library_id: Id) -> list[StationView]:
    """The library's counters, by code."""
    rows = connection.execute(select(*STATION.c).where(STATION.c.library_id == id_bytes(library_id))).all()
    views = [
        StationView(
            station_id=Id(row.station_id.hex()),
            code=row.code,
            name=row.name,
            profile=row.profile,
            scope=Scope(row.scope),
            enrolled_at=from_ms(row.enrolled_ms),
            revoked_at=_at(row.revoked_ms),
            last_seen_at=_at(row.last_seen_ms),
            last_sync_at=_at(row.last_sync_ms),
            pending=row.pending,
            pending_since=_at(row.pending_since_ms),
            app_version=row.app_version,
            clock_off_ms=row.clock_off_ms,
        )
        for row in rows
    ]
    return sorted(views, key=lambda view: (view.code, view.station_id))


def revoke(connection: Connection, library_id: Id, station_id: Id, now_ms: int) -> None:
    """From now on the counter reads nothing; what it still brings is kept in quarantine.

    Raises ServerRefused 404 "station".
    """
    t = STATION.c
    where = (t.library_id == id_bytes(library_id), t.station_id == id_bytes(station_id))
    if connection.execute(update(STATION).where(*where).values(revoked_ms=now_ms)).rowcount == 0:
        raise ServerRefused(404, "station")


def _at(ms: int | None) -> datetime | None:
    return None if ms is None else from_ms(ms)
