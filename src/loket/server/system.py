"""Upkeep of the server: proof that nothing was altered, rows made again from the log, events booked late, restores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from sqlalchemy import Connection, select, update

from loket.db.erased_list import AFTER_RESTORE
from loket.db.journal import GENESIS
from loket.db.journal import seal as sealed_hash
from loket.db.rows import id_bytes, to_ms
from loket.domain import events as e
from loket.domain.apply import apply
from loket.domain.entities import SERVER_STATION, Case, Entity, Id, Member
from loket.domain.memory import DictState
from loket.server.arrival import arrival, content_hash, is_committed, recorded
from loket.server.booking import Booking, log_hash
from loket.server.callers import ServerRefused
from loket.server.digests import all_digests, digests_of
from loket.server.entity_store import KIND_OF, NAME_OF, EntityStore, full
from loket.server.pusat import Pusat
from loket.server.server_keys import ServerKeys
from loket.server.store import append
from loket.server.tables import ENTITY_ROW, EVENT_LOG, INCARNATION, LIBRARY_HEAD, STREAM, STREAM_POS
from loket.server.wire_rows import WIRE_COLUMNS, wire_event
from loket.sync.wire import DEFERRED, WireEvent, row_values

_CHUNK = 1_000
_LOG_COLUMNS = ("log_seq", "stream_id", "content_hash", "log_hash", "outcome", "corrected_ms")


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """A place of the log, and the event that stands there as it was sent."""

    event_id: bytes
    wire: WireEvent
    log_seq: int
    stream_id: bytes
    content_hash: bytes
    log_hash: bytes
    outcome: str
    corrected_ms: int | None


def log_of(connection: Connection, keys: ServerKeys, library_id: Id, after: int = 0) -> Iterator[LoggedEvent]:
    """Every event of a library in the order that counts."""
    library, t = id_bytes(library_id), EVENT_LOG.c
    query = select(*WIRE_COLUMNS, *(t[name] for name in _LOG_COLUMNS)).order_by(t.log_seq).limit(_CHUNK)
    while True:
        rows = connection.execute(query.where(t.library_id == library, t.log_seq > after)).all()
        for row in rows:
            wire = wire_event(keys, library, row[: len(WIRE_COLUMNS)])
            yield LoggedEvent(row[0], wire, *row[len(WIRE_COLUMNS) :])
        if len(rows) < _CHUNK:
            return
        after = rows[-1].log_seq


# ---- proof ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LogBreak:
    """The first place that no longer proves itself.

    `chain`: "log" or the id of a stream. `why`: "gap" (something is missing), "content" (it was altered), "personal"
    (its personal part was), "link" (what came before was altered or swapped), "end" (the last ones were taken away).
    """

    chain: str
    seq: int
    why: str


def verify(pusat: Pusat, library_id: Id) -> LogBreak | None:
    """Walk the library's log and every stream from the beginning; None when all of it holds.

    Raises ServerRefused 404 for a library that is not known.
    """
    with pusat.store.read() as connection:
        return _log_break(connection, pusat.keys, library_id) or _stream_break(connection, library_id)


def _log_break(connection: Connection, keys: ServerKeys, library_id: Id) -> LogBreak | None:
    previous, expected = GENESIS, 1
    for one in log_of(connection, keys, library_id):
        why = _fault(one, previous, expected)
        if why:
            return LogBreak("log", expected, why)
        previous, expected = one.log_hash, expected + 1
    head = _head(connection, library_id)
    return None if (head.log_seq, head.log_hash) == (expected - 1, previous) else LogBreak("log", expected, "end")


def _head(connection: Connection, library_id: Id) -> Any:
    t = LIBRARY_HEAD.c
    head = connection.execute(select(*t).where(t.library_id == id_bytes(library_id))).one_or_none()
    if head is None:
        raise ServerRefused(404, "library")
    return head


def _fault(one: LoggedEvent, previous: bytes, expected: int) -> str:
    if one.log_seq != expected:
        return "gap"
    if content_hash(one.wire) != one.content_hash:
        return "content"
    link = log_hash(previous, one.log_seq, one.event_id, one.content_hash, one.corrected_ms, one.outcome)
    if link != one.log_hash:
        return "link"
    if one.wire.personal is not None and one.outcome != DEFERRED and not is_committed(one.wire, one.wire.personal):
        return "personal"
    return ""


def _stream_break(connection: Connection, library_id: Id) -> LogBreak | None:
    t, library = STREAM.c, id_bytes(library_id)
    query = select(t.stream_id, t.head_seq, t.head_hash).where(t.library_id == library).order_by(t.stream_id)
    for stream_id, head_seq, head_hash in connection.execute(query).all():
        previous = GENESIS
        for seq, (found, hash_, wire) in enumerate(_positions(connection, library, stream_id), start=1):
            if found != seq:
                return LogBreak(stream_id.hex(), seq, "gap")
            header = (stream_id, seq, *wire[:12])
            if sealed_hash(previous, header, wire.body.encode(), wire.personal_commit) != hash_:
                return LogBreak(stream_id.hex(), seq, "content")
            previous, head_seq = hash_, head_seq - 1
        if head_seq != 0 or previous != head_hash:
            return LogBreak(stream_id.hex(), 0, "end")
    return None


def _positions(connection: Connection, library: bytes, stream_id: bytes) -> Iterator[tuple[int, bytes, WireEvent]]:
    p, log, after = STREAM_POS.c, EVENT_LOG.c, 0
    query = (
        select(p.seq, p.hash, *WIRE_COLUMNS)
        .join_from(STREAM_POS, EVENT_LOG, (log.library_id == p.library_id) & (log.event_id == p.event_id))
        .where(p.library_id == library, p.stream_id == stream_id)
        .order_by(p.seq)
        .limit(_CHUNK)
    )
    while True:
        rows = connection.execute(query.where(p.seq > after)).all()
        for row in rows:
            yield row[0], row[1], WireEvent(*row[3:])
        if len(rows) < _CHUNK:
            return
        after = rows[-1][0]


# ---- rows again from the log ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class Rebuilt:
    """What came of it. `differing`: (kind, key) of rows that are not what the log makes; "digest" as kind: of a sum.

    `erased`: rows that cannot be proven any more, because personal data they came from was erased.
    """

    events: int = 0
    rows: int = 0
    differing: list[tuple[str, str]] = field(default_factory=list)
    erased: int = 0


def rebuild(pusat: Pusat, library_id: Id) -> Rebuilt:
    """Make every row again from the log alone, and compare: they must be equal bit by bit.

    Raises ServerRefused 404 for a library that is not known.
    """
    report = Rebuilt()
    with pusat.store.read() as connection:
        _head(connection, library_id)
        folded, has_erasures = _fold(connection, pusat.keys, library_id, report)
        stored = _stored(connection, pusat.keys, library_id)
        for place in sorted(stored.keys() | folded.keys()):
            if stored.get(place) == folded.get(place):
                report.rows += 1
            elif has_erasures and _is_unprovable(place, stored, folded):
                report.erased += 1
            else:
                report.differing.append(place)
        wanted = digests_of(stored)
        found = all_digests(connection, id_bytes(library_id))
        for scope, kind in sorted(wanted.keys() | found.keys()):
            if wanted.get((scope, kind), (0, 0)) != found.get((scope, kind), (0, 0)):
                report.differing.append(("digest", f"{scope}:{kind}"))
    return report


Rows = dict[tuple[str, str], list[Any]]


def _fold(connection: Connection, keys: ServerKeys, library_id: Id, report: Rebuilt) -> tuple[Rows, bool]:
    """(rows, whether anything personal was erased from the log)."""
    state, deferred, has_erasures = DictState(), dict[bytes, LoggedEvent](), False
    for one in log_of(connection, keys, library_id):
        report.events += 1
        has_erasures = has_erasures or (one.wire.personal is None and one.wire.personal_commit is not None)
        if one.outcome == DEFERRED:
            deferred[one.event_id] = one
            continue
        event = _apply_again(state, one)
        if isinstance(event, e.EventReplayed) and one.wire.station_id == id_bytes(SERVER_STATION):
            _apply_again(state, deferred.pop(id_bytes(event.replays)))
    kinds = state.tables.items()
    rows = {(NAME_OF[kind], key): row_values(row) for kind, table in kinds for key, row in table.items()}
    return rows, has_erasures


def _apply_again(state: DictState, one: LoggedEvent) -> e.Event:
    read = arrival(one.wire, 0, b"")
    assert read.event is not None, "what was booked once can be read"
    apply(state, recorded(one.wire, one.event_id, read.event, one.corrected_ms))
    return read.event


def _stored(connection: Connection, keys: ServerKeys, library_id: Id) -> Rows:
    source, t = EntityStore(connection, library_id, keys), ENTITY_ROW.c
    query = select(t.kind, t.key, t.body).where(t.library_id == source.library_id, t.body.is_not(None))
    rows = connection.execute(query)
    return {(kind, key): full(kind, source.opened(kind, key, body)) for kind, key, body in rows if body is not None}


def _is_unprovable(place: tuple[str, str], stored: Rows, folded: Rows) -> bool:
    """Whether a difference can come from an erasure: who changed an erased member last, and cases about people."""
    kind = KIND_OF[place[0]]
    if kind is Case:
        return True
    return kind is Member and any(_is_erased(kind, rows[place]) for rows in (stored, folded) if place in rows)


def _is_erased(kind: type[Entity], values: list[Any]) -> bool:
    return bool(values[list(kind.__match_args__).index("erased")])  # type: ignore[attr-defined]


# ---- events that had to wait ----------------------------------------------------------------------------------------


def replay(pusat: Pusat, library_id: Id) -> int:
    """Book the deferred events that this version can book, in their order. Returns how many."""

    def work(booking: Booking) -> int:
        t = EVENT_LOG.c
        query = (
            select(*WIRE_COLUMNS, t.log_seq, t.corrected_ms)
            .where(t.library_id == id_bytes(library_id), t.outcome == DEFERRED, t.replayed.is_(None))
            .order_by(t.log_seq)
        )
        done = 0
        for *fields, log_seq, corrected_ms in booking.connection.execute(query).all():
            wire = wire_event(pusat.keys, id_bytes(library_id), fields)
            done += booking.replay(log_seq, fields[0], wire, corrected_ms) != DEFERRED
        return done

    return pusat.ledger.book(library_id, work)


# ---- restores and backups -------------------------------------------------------------------------------------------


def renew(pusat: Pusat, reason: str) -> None:
    """Begin a new life of the server, after a restore: counters then know what they had from the life before."""
    for library_id, _ in pusat.libraries():

        def work(connection: Connection, library: bytes = id_bytes(library_id)) -> None:
            head = LIBRARY_HEAD.c
            query = select(head.change_seq).where(head.library_id == library).with_for_update()
            change_seq = connection.execute(query).scalar_one()
            life = {"library_id": library, "incarnation": id_bytes(pusat.ids.new()), "fresh_from": change_seq}
            numbers = select(INCARNATION.c.number).where(INCARNATION.c.library_id == library)
            number = max(connection.scalars(numbers), default=0) + 1
            rest = {"number": number, "started_ms": to_ms(pusat.clock.now()), "reason": reason}
            append(connection, INCARNATION, [life | rest])
            changed = {"incarnation": life["incarnation"]}
            connection.execute(update(LIBRARY_HEAD).where(head.library_id == library).values(changed))

        pusat.store.transact(work)


def erase_again(pusat: Pusat, erased: Iterable[str]) -> int:
    """Erase whom a restored backup still knows, or is sent again. `erased`: lines of library and member.

    Returns how many. Source: sync specification 4.4.
    """
    known = {library_id for library_id, _ in pusat.libraries()}
    members = defaultdict[Id, list[Id]](list)
    for line in erased:
        library_id, _, member_id = line.partition(" ")
        if library_id in known and member_id:
            members[Id(library_id)].append(Id(member_id))

    def work(booking: Booking, members: list[Id]) -> int:
        found = {member_id: booking.state.get(Member, member_id) for member_id in members}
        left = [member_id for member_id, member in found.items() if member is None or not member.erased]
        for member_id in left:
            booking.note(e.MemberErased(member_id, AFTER_RESTORE))
        return len(left)

    return sum(pusat.ledger.book(library_id, partial(work, members=ids)) for library_id, ids in members.items())


Heads = Mapping[tuple[bytes, bytes], int]


def stream_heads(connection: Connection) -> Heads:
    """(library, stream) → last number: read from a verified backup, it says what is safe from now on."""
    t = STREAM.c
    rows = connection.execute(select(t.library_id, t.stream_id, t.head_seq))
    return {(library, stream): seq for library, stream, seq in rows}


def mark_durable(pusat: Pusat, heads: Heads) -> None:
    """Tell counters, from their next push on, up to where their events are in a verified backup."""

    def work(connection: Connection) -> None:
        t = STREAM.c
        for (library, stream), seq in sorted(heads.items()):
            where = (t.library_id == library, t.stream_id == stream, t.durable_seq < seq, t.head_seq >= seq)
            connection.execute(update(STREAM).where(*where).values(durable_seq=seq))

    pusat.store.transact(work)
