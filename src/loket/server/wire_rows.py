"""Events of the log as they travelled."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func

from loket.server.server_keys import ServerKeys
from loket.server.tables import EVENT_LOG
from loket.sync.wire import WireEvent

WIRE_COLUMNS = (
    EVENT_LOG.c.event_id.label("log_id"),
    func.coalesce(EVENT_LOG.c.sent_id, EVENT_LOG.c.event_id).label("event_id"),
    *(EVENT_LOG.c[name] for name in WireEvent._fields[1:]),
)


def wire_event(keys: ServerKeys, library: bytes, row: Any) -> WireEvent:
    """A row of `WIRE_COLUMNS` as the event that was sent, its personal part unsealed where it is not erased."""
    log_id, *fields = row
    wire = WireEvent(*fields)
    return wire if wire.personal is None else wire._replace(personal=keys.unseal(wire.personal, library, log_id))
