"""One transaction on one library: its log, its rows, its streams, all under the lock of `library_head`.

The log is gapless and the rows' change numbers rise in the order of commits, because both are given out under that
lock. At every moment the rows are what `apply` makes of the log.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.exc import DBAPIError

from loket.db import codec
from loket.db.journal import GENESIS
from loket.db.photo_files import photos_told
from loket.db.rows import id_bytes, to_ms
from loket.domain import events as e
from loket.domain.apply import apply
from loket.domain.cases import CaseClass, case_id
from loket.domain.entities import SERVER_STATION, Case, Id, Library, Member
from loket.domain.ports import Clock, Ids
from loket.server.arrival import UNKNOWN, Arrival, arrival, recorded
from loket.server.batch_state import BatchState
from loket.server.callers import ServerRefused
from loket.server.entity_store import EntityStore
from loket.server.needs import needs
from loket.server.server_keys import ServerKeys
from loket.server.store import append, look_up, upsert
from loket.server.tables import BLOB, EVENT_LOG, LIBRARY_HEAD, STREAM, STREAM_POS
from loket.sync.wire import APPLIED, DEFERRED, RECORDED, WireEvent, chain

SERVER_CLOCK, SERVER_BOOT = "server_synced", "server"
_WIRE_NAMES = WireEvent._fields
_AT_ONCE = 200  # keys in one statement


@dataclass(slots=True)
class Stream:
    """A stream as the server has it."""

    stream_id: bytes
    station_id: bytes
    head_seq: int = 0
    head_hash: bytes = GENESIS
    last_ms: int = 0
    durable_seq: int = 0
    parent: bytes | None = None
    fork_seq: int | None = None
    reason: str = ""
    end_seq: int | None = None


@dataclass(slots=True)
class Logged:
    """An event that the log has: what it says, and what became of it."""

    content_hash: bytes
    outcome: str


@dataclass(slots=True)
class _Pending:
    """What is written at the end, all at once."""

    log: list[dict[str, Any]] = field(default_factory=list)
    positions: list[dict[str, Any]] = field(default_factory=list)
    erased: set[Id] = field(default_factory=set)
    forgotten: set[Id] = field(default_factory=set)  # rows that named somebody who is no member
    streams: dict[bytes, Stream] = field(default_factory=dict)


class Booking:
    """Opened with the lock taken; `flush` writes everything, the caller commits.

    Attributes:
        state: the library's rows, with what this transaction did to them.
    """

    def __init__(self, connection: Connection, library_id: Id, keys: ServerKeys, clock: Clock, ids: Ids) -> None:
        """Wait for the library's lock. Raises ServerRefused 404 for a library that is not known."""
        self.connection = connection
        self.library_id = library_id
        self._library = id_bytes(library_id)
        self._keys = keys
        self._clock = clock
        self._ids = ids
        t = LIBRARY_HEAD.c
        locked = select(t.log_seq, t.change_seq, t.log_hash, t.incarnation).where(t.library_id == self._library)
        head = connection.execute(locked.with_for_update()).one_or_none()
        if head is None:
            raise ServerRefused(404, "library")
        self._log_seq, self._change_seq, self._log_hash, self.incarnation = head
        self.now_ms = to_ms(clock.now())  # read under the lock: the log's own times never go back by waiting
        self.state = BatchState(EntityStore(connection, library_id, keys))
        self._known: dict[bytes, Logged | None] = {}
        self._pending = _Pending()

    # ---- streams --------------------------------------------------------------------------------------------------

    def stream(self, stream_id: bytes) -> Stream | None:
        """The stream, as this transaction has it so far."""
        found = self._pending.streams.get(stream_id)
        if found is not None:
            return found
        names = [column for column in STREAM.c if column.name != "library_id"]
        query = select(*names).where(STREAM.c.library_id == self._library, STREAM.c.stream_id == stream_id)
        row = self.connection.execute(query).mappings().one_or_none()
        return None if row is None else self._pending.streams.setdefault(stream_id, Stream(**row))

    def open_stream(self, stream: Stream) -> Stream:
        self._pending.streams[stream.stream_id] = stream
        return stream

    def hash_at(self, stream_id: bytes, seq: int) -> bytes | None:
        """The stored hash of one of a stream's events; None where the server has none."""
        if seq == 0:
            return GENESIS
        t = STREAM_POS.c
        where = (t.library_id == self._library, t.stream_id == stream_id, t.seq == seq)
        return self.connection.scalar(select(t.hash).where(*where))

    # ---- the log --------------------------------------------------------------------------------------------------

    def prefetch(self, arrivals: Sequence[Arrival]) -> None:
        """Read in a few statements what these events will ask for one by one."""
        self.logged([one.wire.event_id for one in arrivals])
        self.state.prefetch(*needs(arrivals))

    def logged(self, event_ids: Sequence[bytes]) -> dict[bytes, Logged | None]:
        """What the log has under these ids."""
        new = [event_id for event_id in event_ids if event_id not in self._known]
        if new:
            t = EVENT_LOG.c
            columns = (t.event_id, t.content_hash, t.outcome, t.replayed)
            found = look_up(self.connection, columns, self._library, t.event_id, new)
            self._known |= dict.fromkeys(new)
            for event_id, content, outcome, replayed in found:
                self._known[event_id] = Logged(content, outcome if replayed is None else APPLIED)
        return {event_id: self._known[event_id] for event_id in event_ids}

    def _logged(self, event_id: bytes) -> Logged | None:
        return self._known[event_id] if event_id in self._known else self.logged([event_id])[event_id]

    def append(self, one: Arrival, stream: Stream, corrected_ms: int | None = None) -> str:
        """Give an event its place at the end of its stream, and in the log unless it is there. Returns its outcome.

        An id that the log has for another event is not the end of this one: it gets an id made from both, and a case.
        """
        event_id, sent_id = one.wire.event_id, None
        known = self._logged(event_id)
        if known is not None and known.content_hash != one.content_hash:
            sent_id, event_id = event_id, hashlib.sha256(event_id + one.content_hash).digest()[:16]
            known = self._logged(event_id)
        outcome = known.outcome if known is not None else self._book(one, stream, event_id, sent_id, corrected_ms)
        place = {"stream_id": stream.stream_id, "seq": one.seq, "event_id": event_id, "hash": one.hash}
        self._pending.positions.append({"library_id": self._library, **place})
        stream.head_seq, stream.head_hash = one.seq, one.hash
        if sent_id is not None and known is None:
            self.note(_noted(CaseClass.ID_COLLISION, sent_id, event_id.hex(), sent=sent_id.hex()))
        return outcome

    def note(self, event: e.Event) -> None:
        """Append an event of the server's own. A case that is there already is not noted again."""
        if isinstance(event, e.SystemNoted) and event.key and self.state.get(Case, case_of(event)) is not None:
            return
        stream = self._own_stream()
        wire = self._own_event(event)
        (hash_,) = chain(stream.stream_id, stream.head_seq + 1, stream.head_hash, [wire])
        self.append(arrival(wire, stream.head_seq + 1, hash_), stream)

    def replay(self, log_seq: int, event_id: bytes, wire: WireEvent, corrected_ms: int | None) -> str:
        """Apply a deferred event now, at this place of the log. Returns its outcome; DEFERRED again writes nothing."""
        one = self._bare_if_erased(arrival(wire, 0, b""))
        outcome, _ = self._apply(one, event_id, corrected_ms)
        if outcome == DEFERRED:
            return outcome
        self.note(e.EventReplayed(Id(event_id.hex())))
        changed: dict[str, Any] = {"replayed": self._log_seq, "subject": id_bytes(one.subject) if one.subject else None}
        if one.wire.personal is None:
            changed |= {"personal": None, "personal_salt": None}
        where = (EVENT_LOG.c.library_id == self._library, EVENT_LOG.c.log_seq == log_seq)
        self.connection.execute(update(EVENT_LOG).where(*where).values(changed))
        return outcome

    def _book(
        self, one: Arrival, stream: Stream, event_id: bytes, sent_id: bytes | None, corrected_ms: int | None
    ) -> str:
        one = self._bare_if_erased(one)
        outcome, trouble = self._apply(one, event_id, corrected_ms)
        self._log(one, stream, event_id, sent_id, corrected_ms, outcome)
        if trouble is not None and one.wire.station_id != id_bytes(SERVER_STATION):
            self.note(trouble)
        return outcome

    def _bare_if_erased(self, one: Arrival) -> Arrival:
        """Personal data that arrives after its person was erased goes nowhere (UU 27/2022)."""
        if one.wire.personal is None or one.member is None:
            return one
        member = self.state.get(Member, one.member)
        return one.without_person() if member is not None and member.erased else one

    def _apply(self, one: Arrival, event_id: bytes, corrected_ms: int | None) -> tuple[str, e.SystemNoted | None]:
        """(outcome, what to note). An event that cannot be booked leaves no trace in the rows, and stops no other."""
        if one.event is None:
            cls = CaseClass.SYS_UNKNOWN_EVENT if one.fault == UNKNOWN else CaseClass.SYS_APPLY_ERROR
            return DEFERRED, _noted(cls, event_id, event_id.hex(), type=one.wire.type, why=one.why)
        self.state.begin_event()
        try:
            opened = apply(self.state, recorded(one.wire, event_id, one.event, corrected_ms))
            self.state.check_event()
        except DBAPIError:
            raise
        except Exception as error:  # whatever it is, the events behind it must not wait for a new version
            self.state.undo_event()
            detail = {"type": one.wire.type, "why": type(error).__name__}
            return DEFERRED, _noted(CaseClass.SYS_APPLY_ERROR, event_id, event_id.hex(), **detail)
        if isinstance(one.event, e.MemberErased):
            self._pending.erased.add(one.event.member_id)
        if isinstance(one.event, e.GuestsForgotten):
            self._pending.forgotten.update(one.event.rows)
        return (RECORDED if opened and not self.state.event_changed() else APPLIED), None

    def _log(
        self,
        one: Arrival,
        stream: Stream,
        event_id: bytes,
        sent_id: bytes | None,
        corrected_ms: int | None,
        outcome: str,
    ) -> None:
        self._log_seq += 1
        self._log_hash = log_hash(self._log_hash, self._log_seq, event_id, one.content_hash, corrected_ms, outcome)
        self._known[event_id] = Logged(one.content_hash, outcome)
        subject = one.subject
        row = dict(zip(_WIRE_NAMES, one.wire, strict=True))
        row |= {
            "library_id": self._library,
            "log_seq": self._log_seq,
            "event_id": event_id,
            "sent_id": sent_id,
            "stream_id": stream.stream_id,
            "seq": one.seq,
            "corrected_ms": corrected_ms,
            "subject": id_bytes(subject) if subject else None,
            "content_hash": one.content_hash,
            "log_hash": self._log_hash,
            "outcome": outcome,
            "received_ms": self.now_ms,
        }
        self._pending.log.append(row)

    # ---- the server's own events ----------------------------------------------------------------------------------

    def _own_stream(self) -> Stream:
        """The server's own stream; another one in each of its lives, since a restore may have cut the last."""
        stream_id = hashlib.sha256(b"loket/server/1" + self._library + self.incarnation).digest()[:16]
        server = id_bytes(SERVER_STATION)
        return self.stream(stream_id) or self.open_stream(Stream(stream_id, server, reason="server"))

    def _own_event(self, event: e.Event) -> WireEvent:
        body, _ = codec.encode(event)
        library = self.state.get(Library, self.library_id)
        offset_min = library.utc_offset_min if library else 0
        now = self._clock.now()
        return WireEvent(
            event_id=id_bytes(self._ids.new()),
            type=type(event).__name__,
            version=type(event).version,
            began_ms=to_ms(now),
            done_ms=to_ms(now),
            business_on=(now + timedelta(minutes=offset_min)).date().isoformat(),
            utc_offset_min=offset_min,
            station_id=id_bytes(SERVER_STATION),
            operator_id=None,
            boot_id=SERVER_BOOT,
            mono_ms=self._clock.mono_ms(),
            clock_quality=SERVER_CLOCK,
            body=body.decode(),
        )

    # ---- the end --------------------------------------------------------------------------------------------------

    @property
    def erased(self) -> frozenset[Id]:
        """Whom this transaction erases."""
        return frozenset(self._pending.erased)

    def flush(self) -> None:
        """Write everything; durable once the caller has committed."""
        pending = self._pending
        self._erase(pending)
        self._forget(pending)
        for row in pending.log:
            if row["personal"] is not None:
                row["personal"] = self._keys.seal(row["personal"], self._library, row["event_id"])
        append(self.connection, EVENT_LOG, pending.log)
        append(self.connection, STREAM_POS, pending.positions)
        upsert(self.connection, STREAM, [{"library_id": self._library, **_fields(s)} for s in pending.streams.values()])
        change_seq = self.state.flush(self._change_seq)
        if pending.log or change_seq != self._change_seq:
            head = {"log_seq": self._log_seq, "change_seq": change_seq, "log_hash": self._log_hash}
            t = LIBRARY_HEAD.c
            self.connection.execute(update(LIBRARY_HEAD).where(t.library_id == self._library).values(head))

    def _forget(self, pending: _Pending) -> None:
        """Names of people who are no members go from the log, of this transaction too; its chain holds without them."""
        gone = {id_bytes(row) for row in pending.forgotten}
        for row in pending.log:
            if row["subject"] in gone:
                row["personal"] = row["personal_salt"] = None
        rows = sorted(gone)
        for at in range(0, len(rows), _AT_ONCE):
            some = rows[at : at + _AT_ONCE]
            where = (EVENT_LOG.c.library_id == self._library, EVENT_LOG.c.subject.in_(some))
            self.connection.execute(update(EVENT_LOG).where(*where).values(personal=None, personal_salt=None))

    def _erase(self, pending: _Pending) -> None:
        gone = [id_bytes(member_id) for member_id in pending.erased]
        photos: set[str] = set()
        for row in pending.log:
            if row["subject"] in gone:
                photos |= photos_told(row["personal"]) if row["personal"] else set()
                row["personal"] = row["personal_salt"] = None
        for subject in gone:
            where = (EVENT_LOG.c.library_id == self._library, EVENT_LOG.c.subject == subject)
            photos |= self._photos_logged(*where)
            self.connection.execute(update(EVENT_LOG).where(*where).values(personal=None, personal_salt=None))
        for photo in photos:
            blob = (BLOB.c.library_id == self._library, BLOB.c.sha256 == bytes.fromhex(photo))
            self.connection.execute(delete(BLOB).where(*blob))

    def _photos_logged(self, *where: Any) -> set[str]:
        """Every photo that the logged events of a member name."""
        t = EVENT_LOG.c
        sealed = self.connection.execute(select(t.event_id, t.personal).where(*where, t.personal.is_not(None)))
        opened = [self._keys.unseal(personal, self._library, event_id) for event_id, personal in sealed]
        return {photo for personal in opened for photo in photos_told(personal)}


def case_of(noted: e.SystemNoted) -> Id:
    """The case that a note with a key opens."""
    return case_id(f"{noted.cls}:{noted.key}")


def log_hash(
    previous: bytes, log_seq: int, event_id: bytes, content: bytes, corrected_ms: int | None, outcome: str
) -> bytes:
    """The chain of a library's log: what was said, its place, and how it was taken."""
    text = f"{log_seq}:{corrected_ms}:{outcome}".encode()
    return hashlib.sha256(b"".join((previous, event_id, content, text))).digest()


def _noted(cls: CaseClass, entity: bytes, key: str, **detail: Any) -> e.SystemNoted:
    return e.SystemNoted(cls, "high", entity.hex(), key, detail)


def _fields(stream: Stream) -> dict[str, Any]:
    return {name: getattr(stream, name) for name in Stream.__slots__}
