"""What counters read: rows changed since, as their scope may see them; hashes and events of a stream."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from loket.db.rows import id_bytes, to_ms
from loket.domain.ports import Clock
from loket.domain.scope import columns
from loket.server.callers import Caller, ServerRefused
from loket.server.digests import digests
from loket.server.entity_store import KIND_OF, PROJECTIONS, EntityStore, full, projected
from loket.server.server_keys import ServerKeys
from loket.server.store import Store
from loket.server.tables import ENTITY_ROW, EVENT_LOG, LIBRARY_HEAD, STATION, STREAM, STREAM_POS
from loket.server.wire_rows import WIRE_COLUMNS, wire_event
from loket.sync.wire import (
    BATCH_BYTES,
    BATCH_EVENTS,
    HASHES,
    PULL_ROWS,
    EventsAnswer,
    HashesAnswer,
    HashesRequest,
    PullAnswer,
    PulledRow,
    PullRequest,
)

Page = list[tuple[str, str, int, bytes | None]]


class Feed:
    """Every answer is of one moment: rows and digests that belong together."""

    def __init__(self, store: Store, keys: ServerKeys, clock: Clock) -> None:
        self._store = store
        self._keys = keys
        self._clock = clock

    def pull(self, caller: Caller, request: PullRequest) -> PullAnswer:
        """The latest state of every row changed after the cursor, in the order of the changes.

        Raises ServerRefused: 400 "cursor", 403 "scope" for kinds the caller may not have, 403 "revoked".
        """
        kinds = _kinds(caller, request)
        with self._store.read() as connection:
            _assert_welcome(connection, caller)
            answer = self._page(connection, caller, request, kinds)
        if not answer.more and not request.kinds:
            self._note_round(caller)
        return answer

    def _page(self, connection: Connection, caller: Caller, request: PullRequest, kinds: list[str]) -> PullAnswer:
        library = id_bytes(caller.library_id)
        head = LIBRARY_HEAD.c
        change_seq = connection.scalar(select(head.change_seq).where(head.library_id == library))
        if change_seq is None or request.cursor < 0:
            raise ServerRefused(400, "cursor")
        found, more = _changed(connection, library, request, kinds)
        source = EntityStore(connection, caller.library_id, self._keys)
        rows = []
        for kind, key, _, body in found:
            values = None if body is None else full(kind, source.opened(kind, key, body))
            rows.append(PulledRow(kind, key, None if values is None else projected(caller.scope, kind, values)))
        compared = {} if more or request.kinds else digests(connection, library, caller.scope)
        return PullAnswer(
            rows=rows,
            columns={kind: _columns(caller, kind) for kind in sorted({row.kind for row in rows} | compared.keys())},
            next_cursor=found[-1][2] if more else max(change_seq, request.cursor),
            more=more,
            change_seq=change_seq,
            digests=compared,
        )

    def _note_round(self, caller: Caller) -> None:
        """The last page closes a round: what the counter had waiting when it said hello has arrived."""
        t = STATION.c
        where = (t.library_id == id_bytes(caller.library_id), t.station_id == id_bytes(caller.station_id))
        values = {"last_sync_ms": to_ms(self._clock.now()), "pending": 0, "pending_since_ms": None}
        self._store.transact(lambda connection: connection.execute(update(STATION).where(*where).values(values)))

    def hashes(self, caller: Caller, request: HashesRequest) -> HashesAnswer:
        """Hashes of a stream's numbers, at most `HASHES` of them: to find where two lives of it part."""
        t = STREAM_POS.c
        query = (
            select(t.seq, t.hash)
            .where(
                t.library_id == id_bytes(caller.library_id),
                t.stream_id == request.stream_id,
                t.seq.between(request.from_seq, min(request.to_seq, request.from_seq + HASHES - 1)),
            )
            .order_by(t.seq)
        )
        with self._store.read() as connection:
            _assert_welcome(connection, caller)
            return HashesAnswer([(seq, hash_) for seq, hash_ in connection.execute(query)])

    def stream_events(self, caller: Caller, request: HashesRequest) -> EventsAnswer:
        """A counter's own lost history, in order, as much as fits into an answer; the rest is asked for again.

        Raises ServerRefused 403 "foreign" for the stream of another counter: it holds what this one may not see.
        """
        library = id_bytes(caller.library_id)
        with self._store.read() as connection:
            _assert_welcome(connection, caller)
            owner = select(STREAM.c.station_id).where(
                STREAM.c.library_id == library, STREAM.c.stream_id == request.stream_id
            )
            if connection.scalar(owner) != id_bytes(caller.station_id):
                raise ServerRefused(403, "foreign")
            p, log = STREAM_POS.c, EVENT_LOG.c
            query = (
                select(*WIRE_COLUMNS)
                .join_from(STREAM_POS, EVENT_LOG, (log.library_id == p.library_id) & (log.event_id == p.event_id))
                .where(
                    p.library_id == library,
                    p.stream_id == request.stream_id,
                    p.seq.between(request.from_seq, min(request.to_seq, request.from_seq + BATCH_EVENTS - 1)),
                )
                .order_by(p.seq)
            )
            events, size = [], 0
            for row in connection.execute(query):
                events.append(wire_event(self._keys, library, row))
                size += len(events[-1].body) + len(events[-1].personal or b"")
                if size > BATCH_BYTES:
                    break
        return EventsAnswer(request.from_seq, events)


def _assert_welcome(connection: Connection, caller: Caller) -> None:
    """A token lives an hour; a counter that was revoked since reads nothing more."""
    t = STATION.c
    query = select(t.revoked_ms).where(
        t.library_id == id_bytes(caller.library_id), t.station_id == id_bytes(caller.station_id)
    )
    found = connection.execute(query).one_or_none()
    if found is None or found.revoked_ms is not None:
        raise ServerRefused(403, "revoked")


def _kinds(caller: Caller, request: PullRequest) -> list[str]:
    allowed = sorted(kind for scope, kind in PROJECTIONS if scope is caller.scope)
    if not set(request.kinds) <= set(allowed):
        raise ServerRefused(403, "scope")
    return sorted(set(request.kinds)) or allowed


def _columns(caller: Caller, kind: str) -> list[str]:
    names = columns(caller.scope, KIND_OF[kind])
    assert names is not None, "kinds out of scope are not read"
    return list(names)


def _changed(connection: Connection, library: bytes, request: PullRequest, kinds: list[str]) -> tuple[Page, bool]:
    """(rows of a page, whether there are more). A page is bounded in rows and in bytes."""
    t = ENTITY_ROW.c
    limit = min(max(request.limit, 1), PULL_ROWS)
    query = (
        select(t.kind, t.key, t.change_seq, t.body)
        .where(t.library_id == library, t.change_seq > request.cursor, t.kind.in_(kinds))
        .order_by(t.change_seq)
        .limit(limit + 1)
    )
    rows = [tuple(row) for row in connection.execute(query)]
    size = 0
    for number, row in enumerate(rows[:limit], start=1):
        size += len(row[3] or b"")
        if size > BATCH_BYTES:
            return rows[:number], number < len(rows)
    return rows[:limit], len(rows) > limit
