"""The ledger: takes batches of events, each into its library's one order, once, whatever is sent again or twice."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from typing import TypeVar

from sqlalchemy import Connection, select

from loket.db.journal import GENESIS
from loket.db.rows import id_bytes
from loket.domain import events as e
from loket.domain.cases import CaseClass, detail_of
from loket.domain.decisions import ARRIVED
from loket.domain.entities import SERVER_STATION, Id
from loket.domain.ports import Clock, Ids
from loket.server.arrival import Arrival, arrivals, corrected_times, malformed
from loket.server.booking import Booking, Stream
from loket.server.callers import Caller, ServerRefused
from loket.server.server_keys import ServerKeys, signed_by
from loket.server.store import Store, upsert
from loket.server.tables import QUARANTINE, STATION
from loket.sync.wire import APPLIED, Batch, PushAnswer, StreamHead, encode, signed_part

T = TypeVar("T")
NoteErased = Callable[[Id, Collection[Id]], object]
SERVER_NAME = "Loket Pusat"  # who decided, where no person did
TAKEN, GAP, FORK = "taken", "gap", "fork"
NEWS_OF_STREAMS = {
    "restore": CaseClass.SYS_STATION_ROLLBACK,
    "clone": CaseClass.SYS_CLONE,
    "fork": CaseClass.SYS_FORK,
}
_SERVER = id_bytes(SERVER_STATION)


class Ledger:
    """All of it under one lock per library; every answer after the commit."""

    def __init__(
        self, store: Store, keys: ServerKeys, clock: Clock, ids: Ids, note_erased: NoteErased = lambda *_: None
    ) -> None:
        """`note_erased` is told before the commit whom an event erases; what it raises takes everything back."""
        self._store = store
        self._keys = keys
        self._clock = clock
        self._ids = ids
        self._note_erased = note_erased

    def book(self, library_id: Id, work: Callable[[Booking], T]) -> T:
        """`work` in one transaction under the library's lock; repeated as a whole while the database asks for it."""

        def attempt(connection: Connection) -> T:
            booking = Booking(connection, library_id, self._keys, self._clock, self._ids)
            answer = work(booking)
            booking.flush()
            if booking.erased:
                self._note_erased(library_id, booking.erased)
            return answer

        return self._store.transact(attempt)

    def note(self, library_id: Id, event: e.Event) -> None:
        """Append an event of the server's own to the library's log. Raises ServerRefused 404: unknown library."""
        self.book(library_id, lambda booking: booking.note(event))

    def push(self, caller: Caller, batch: Batch, *, direct: bool = True) -> PushAnswer:
        """Take a batch. `direct`: it comes from the counter itself, so that its clock reading is of now.

        Raises ServerRefused: 403 "foreign" (not this counter's), 401 "signature", 403 "revoked" and 422 "malformed"
        (both kept in quarantine, with a case).
        """
        if batch.library_id.hex() != caller.library_id or batch.station_id.hex() != caller.station_id:
            raise ServerRefused(403, "foreign")
        if self._sender_is_revoked(batch):
            raise self._quarantined(caller, batch, ServerRefused(403, "revoked"))
        if why := malformed(batch):
            raise self._quarantined(caller, batch, ServerRefused(422, "malformed", why))
        events = arrivals(batch.stream_id, batch.from_seq, batch.prev_hash, batch.events)
        if events[-1].hash != batch.to_hash:
            raise self._quarantined(caller, batch, ServerRefused(422, "malformed", "chain"))
        return self.book(caller.library_id, lambda booking: _take(booking, batch, events, direct=direct))

    def _sender_is_revoked(self, batch: Batch) -> bool:
        """Whether; raises ServerRefused 401 where the batch is not signed by this counter at all."""
        t = STATION.c
        query = select(t.public_key, t.revoked_ms).where(
            t.library_id == batch.library_id, t.station_id == batch.station_id
        )
        with self._store.read() as connection:
            found = connection.execute(query).one_or_none()
        if found is None or not signed_by(found.public_key, batch.signature, signed_part(batch)):
            raise ServerRefused(401, "signature")
        return found.revoked_ms is not None

    def _quarantined(self, caller: Caller, batch: Batch, refusal: ServerRefused) -> ServerRefused:
        """Keep what was signed and cannot be taken: nothing that happened at a desk may be lost."""
        raw_hash = hashlib.sha256(signed_part(batch) + refusal.detail.encode()).digest()
        raw = self._keys.seal(encode(batch), batch.library_id, raw_hash)
        detail = {"reason": refusal.code, "why": refusal.detail, "from_seq": batch.from_seq}
        key = f"{caller.station_id}:{refusal.code}:{refusal.detail}"
        noted = e.SystemNoted(CaseClass.SYS_QUARANTINE, "high", caller.station_id, key, detail)

        def work(booking: Booking) -> None:
            row = {"library_id": batch.library_id, "raw_hash": raw_hash, "station_id": batch.station_id}
            kept = {"reason": f"{refusal.code} {refusal.detail}".strip(), "raw": raw, "received_ms": booking.now_ms}
            upsert(booking.connection, QUARANTINE, [row | kept])
            booking.note(noted)

        self.book(caller.library_id, work)
        return refusal


def _take(booking: Booking, batch: Batch, events: list[Arrival], *, direct: bool) -> PushAnswer:
    stream = booking.stream(batch.stream_id)
    if stream is not None and stream.station_id == _SERVER:
        raise ServerRefused(403, "foreign")
    if batch.from_seq > (stream.head_seq if stream else 0) + 1:
        return _answer(GAP, stream)
    if not _continues(booking, stream, batch, events):
        return _answer(FORK, stream)
    stream = stream or first_sight(booking, batch.station_id, batch.head)
    stream.end_seq = batch.head.end_seq
    new = events[stream.head_seq - batch.from_seq + 1 :]
    booking.prefetch(new)
    reading = batch.clock if direct else None
    wires = [one.wire for one in new]
    corrected, stream.last_ms = corrected_times(wires, reading, stream.last_ms, booking.now_ms)
    outcomes = {one.wire.event_id: booking.append(one, stream, ms) for one, ms in zip(new, corrected, strict=True)}
    _close_found(booking, stream, new)
    sent_again = [one.wire.event_id for one in events if one.wire.event_id not in outcomes]
    outcomes |= {event_id: known.outcome for event_id, known in booking.logged(sent_again).items() if known}
    return _answer(TAKEN, stream, [(event_id, what) for event_id, what in outcomes.items() if what != APPLIED])


def _close_found(booking: Booking, stream: Stream, new: list[Arrival]) -> None:
    """A case that asked where these events are has its answer: they came by a stick, or from a copy of the journal."""
    ends = {one.seq: one.hash.hex() for one in new}
    for case in booking.state.cases_about(Id(stream.station_id.hex())):
        if case.cls != CaseClass.SYS_LOST or case.closed:
            continue
        detail = detail_of(case)
        if detail["stream"] == stream.stream_id.hex() and ends.get(detail["last"]) == detail["hash"]:
            booking.note(e.CaseResolved(case.id, ARRIVED, decided_by=SERVER_NAME))


def _answer(verdict: str, stream: Stream | None, outcomes: list[tuple[bytes, str]] | None = None) -> PushAnswer:
    if stream is None:
        return PushAnswer(verdict, 0, GENESIS)
    return PushAnswer(verdict, stream.head_seq, stream.head_hash, stream.durable_seq, outcomes or [])


def _continues(booking: Booking, stream: Stream | None, batch: Batch, events: list[Arrival]) -> bool:
    """Whether the batch and what the server has of the stream are the same wherever both reach."""
    head_seq = stream.head_seq if stream else 0
    head_hash = stream.head_hash if stream else GENESIS
    if batch.from_seq == head_seq + 1:
        return batch.prev_hash == head_hash
    last_common = min(batch.to_seq, head_seq)
    theirs = events[last_common - batch.from_seq].hash
    return booking.hash_at(batch.stream_id, batch.from_seq - 1) == batch.prev_hash and (
        booking.hash_at(batch.stream_id, last_common) == theirs
    )


def first_sight(booking: Booking, station_id: bytes, head: StreamHead) -> Stream:
    """A stream the server hears of for the first time. What it was opened for may be a matter for a person."""
    cls = NEWS_OF_STREAMS.get(head.reason)
    if cls is not None:
        parent = booking.stream(head.parent) if head.parent else None
        about = parent.station_id if parent else station_id  # a copy may have a name of its own by now
        told = head.parent.hex() if head.parent else None
        detail = {"stream": head.stream_id.hex(), "parent": told, "fork_seq": head.fork_seq}
        booking.note(e.SystemNoted(cls, "high", about.hex(), head.stream_id.hex(), detail))
    opened = Stream(head.stream_id, station_id, parent=head.parent, fork_seq=head.fork_seq, reason=head.reason)
    return booking.open_stream(opened)
