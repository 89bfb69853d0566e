"""How it stands between this counter and its server: what the window shows, and what a round left in the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from loket.db.engine import driver
from loket.db.meta import get_meta, set_meta
from loket.db.rows import from_ms
from loket.db.streams import pending
from loket.services.desk import Desk
from loket.sync import account as acc


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """Attributes:
    phase: "" while nothing runs, "greet", "push", "pull", "photos".
    done, total: events or rows of the phase; a total of 0: unknown.
    last_error: "" after a good round, else a code: of `Unreachable`, of the server's `Problem`, "superseded",
        "confused" (answers that make no sense together), "storage", "internal".
    pending_since: when the oldest event the server has not confirmed was made.
    next_at: when the next round is due; None while one runs.
    """

    enrolled: bool
    server_url: str = ""
    running: bool = False
    phase: str = ""
    done: int = 0
    total: int = 0
    last_ok_at: datetime | None = None
    last_error: str = ""
    pending: int = 0
    pending_since: datetime | None = None
    next_at: datetime | None = None


def read_status(desk: Desk) -> SyncStatus:
    """As the database has it; nothing running. Cheap: a few rows."""
    with desk.database.read() as connection:
        return _status(driver(connection))


def _status(source: Any) -> SyncStatus:
    if not acc.is_enrolled(source):
        return SyncStatus(enrolled=False)
    waiting = pending(source)
    last_ok = get_meta(source, acc.LAST_OK)
    return SyncStatus(
        enrolled=True,
        server_url=get_meta(source, acc.SERVER_URL) or "",
        last_ok_at=from_ms(int(last_ok)) if last_ok else None,
        last_error=get_meta(source, acc.LAST_ERROR) or "",
        pending=waiting.events,
        pending_since=None if waiting.since_ms is None else from_ms(waiting.since_ms),
    )


def note_error(desk: Desk, code: str) -> None:
    """Keep why the last round failed."""
    with desk.database.write() as connection:
        if get_meta(driver(connection), acc.LAST_ERROR) != code:
            set_meta(driver(connection), acc.LAST_ERROR, code)
