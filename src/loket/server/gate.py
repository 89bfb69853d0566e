"""The gate: a counter proves who it is, says how far it is, and is told how far the server is.

What does not fit is noted as an event of the server's own: two machines under one name, a counter or the server
itself set back to an older copy, a clock that is wrong.
"""

from __future__ import annotations

import hmac
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from loket.db.rows import from_ms, id_bytes, to_ms
from loket.domain import events as e
from loket.domain.cases import CaseClass
from loket.domain.entities import SERVER_STATION, Id
from loket.domain.ports import Clock
from loket.domain.scope import Scope
from loket.server.booking import Booking, case_of
from loket.server.callers import Caller, ServerRefused
from loket.server.entity_store import EntityStore
from loket.server.ledger import NEWS_OF_STREAMS, Ledger, first_sight
from loket.server.server_keys import ServerKeys, signed_by
from loket.server.store import Store
from loket.server.tables import INCARNATION, KIND_DIGEST, LIBRARY_HEAD, STATION, STREAM, STREAM_POS
from loket.sync.wire import (
    Challenge,
    ChallengeRequest,
    Hello,
    HelloAnswer,
    ServerHead,
    StreamHead,
    signed_part,
)

CHALLENGE_MS = 5 * 60_000
CLOCK_OFF_MS = 10 * 60_000
MOST_STREAMS = 1_000
MOST_NOTES = 64
_CLAIM_BYTES, _RANDOM_BYTES, _MAC_BYTES, _NONCE_BYTES, _ID_BYTES, _HASH_BYTES = 8, 16, 32, 16, 16, 32
_MANY_CHALLENGES = 10_000


@dataclass(slots=True)
class _Sight:
    """What the server sees when a counter says hello."""

    station: Row[*tuple[Any, ...]]
    heads: list[ServerHead]
    notes: list[e.SystemNoted]
    new_splits: list[StreamHead]
    is_clone: bool = False


class Gate:
    """Challenges, hellos and tokens."""

    def __init__(
        self, store: Store, keys: ServerKeys, clock: Clock, ledger: Ledger, entropy: Callable[[int], bytes]
    ) -> None:
        self._store = store
        self._keys = keys
        self._clock = clock
        self._ledger = ledger
        self._entropy = entropy
        self._used = _UsedOnce()

    def challenge(self, request: ChallengeRequest) -> Challenge:
        """Something to sign, good for five minutes; nothing is kept of it."""
        now_ms = to_ms(self._clock.now())
        claim = now_ms.to_bytes(_CLAIM_BYTES, "big") + self._entropy(_RANDOM_BYTES)
        return Challenge(claim + self._keys.challenge_mac(request.station_id, claim), now_ms)

    def authorise(self, token: str) -> Caller:
        return self._keys.caller(token, to_ms(self._clock.now()))

    def hello(self, hello: Hello) -> HelloAnswer:
        """Open a round.

        Raises ServerRefused: 401 "challenge" (too old, used, or not ours), 401 "signature", 403 "revoked",
        409 "clone" (another machine goes by this name; both keep what they have), 422 "malformed".
        """
        now_ms = to_ms(self._clock.now())
        if not _is_well_formed(hello):
            raise ServerRefused(422, "malformed")
        self._assert_ours(hello, now_ms)
        for _ in range(3):  # two hellos of one counter at once: the second looks again
            with self._store.read() as connection:
                sight = self._look(connection, hello, now_ms)
            nonce = hello.nonce if sight.is_clone else self._entropy(_NONCE_BYTES)
            if self._keep(hello, sight, nonce, now_ms):
                break
        else:
            raise ServerRefused(503, "busy")
        if sight.is_clone:
            raise ServerRefused(409, "clone")
        return self._answer(hello, sight, nonce)

    # ---- who it is ------------------------------------------------------------------------------------------------

    def _assert_ours(self, hello: Hello, now_ms: int) -> None:
        claim, mac = hello.challenge[:-_MAC_BYTES], hello.challenge[-_MAC_BYTES:]
        if not hmac.compare_digest(mac, self._keys.challenge_mac(hello.station_id, claim)):
            raise ServerRefused(401, "challenge")
        until_ms = int.from_bytes(claim[:_CLAIM_BYTES], "big") + CHALLENGE_MS
        if until_ms < now_ms or not self._used.first_time(claim, until_ms, now_ms):
            raise ServerRefused(401, "challenge")

    def _station(self, connection: Connection, hello: Hello) -> Row[*tuple[Any, ...]]:
        """The counter that signed; of two libraries' counters with one id, the one whose key it is."""
        rows = connection.execute(select(*STATION.c).where(STATION.c.station_id == hello.station_id)).all()
        message = signed_part(hello)
        station = next((row for row in rows if signed_by(row.public_key, hello.signature, message)), None)
        if station is None:
            raise ServerRefused(401, "signature")
        if station.revoked_ms is not None:
            raise ServerRefused(403, "revoked")
        return station

    # ---- how far it is --------------------------------------------------------------------------------------------

    def _look(self, connection: Connection, hello: Hello, now_ms: int) -> _Sight:
        station = self._station(connection, hello)
        known = _known_streams(connection, station.library_id, hello.streams)
        new_splits = [one for one in hello.streams if one.stream_id not in known and one.reason in NEWS_OF_STREAMS]
        heads = [_head(connection, station, one, known.get(one.stream_id)) for one in hello.streams]
        sight = _Sight(station, heads, [], new_splits)
        _judge_nonce(connection, hello, sight, now_ms)
        _judge_clock(hello, sight, now_ms)
        _judge_streams(connection, hello, sight)
        _judge_missing(connection, hello, sight)
        sight.notes = self._news(connection, sight)
        return sight

    def _news(self, connection: Connection, sight: _Sight) -> list[e.SystemNoted]:
        """The notes of which there is no case yet: a clock that is wrong all day is written down once."""
        if not sight.notes:
            return []
        source = EntityStore(connection, Id(sight.station.library_id.hex()), self._keys)
        known = {found.key for found in source.rows([case_of(noted) for noted in sight.notes])}
        return [noted for noted in sight.notes if case_of(noted) not in known]

    # ---- what is kept ---------------------------------------------------------------------------------------------

    def _keep(self, hello: Hello, sight: _Sight, nonce: bytes, now_ms: int) -> bool:
        """Write what changed: one row of a quiet counter, and under the library's lock what is to be noted."""
        station = sight.station
        t = STATION.c
        where = (t.library_id == station.library_id, t.station_id == station.station_id, t.nonce == station.nonce)
        values: dict[str, Any] = {
            "nonce": nonce,
            "previous_nonce": hello.nonce,
            "machine": hello.machine,
            "last_seen_ms": now_ms,
            "pending": hello.pending,
            "pending_since_ms": hello.pending_since_ms,
            "app_version": hello.app_version[:64].replace("\x00", ""),
            "clock_off_ms": hello.clock.wall_ms - now_ms,
        }

        def mark(connection: Connection) -> bool:
            if sight.is_clone:
                return True  # its machine's row is that of the other one
            return connection.execute(update(STATION).where(*where).values(values)).rowcount == 1

        def note(booking: Booking) -> bool:
            if not mark(booking.connection):
                return False
            for head in sight.new_splits:
                if booking.stream(head.stream_id) is None:
                    first_sight(booking, hello.station_id, head)
            for noted in sight.notes:
                booking.note(noted)
            return True

        if sight.notes or sight.new_splits:
            return self._ledger.book(Id(station.library_id.hex()), note)
        return self._store.transact(mark)

    def _answer(self, hello: Hello, sight: _Sight, nonce: bytes) -> HelloAnswer:
        station = sight.station
        caller = Caller(Id(station.library_id.hex()), Id(station.station_id.hex()), Scope(station.scope))
        with self._store.read() as connection:
            head = LIBRARY_HEAD.c
            query = select(head.change_seq, head.incarnation).where(head.library_id == station.library_id)
            change_seq, incarnation = connection.execute(query).one()
            rows = select(func.coalesce(func.sum(KIND_DIGEST.c.row_count), 0)).where(
                KIND_DIGEST.c.library_id == station.library_id, KIND_DIGEST.c.scope == station.scope
            )
            now_ms = to_ms(self._clock.now())
            return HelloAnswer(
                token=self._keys.token(caller, now_ms),
                nonce=nonce,
                now_ms=now_ms,
                incarnation=incarnation,
                change_seq=change_seq,
                rows=int(connection.scalar(rows) or 0),
                scope=station.scope,
                streams=sight.heads,
                fresh_from=fresh_from(connection, station.library_id, hello.incarnation, change_seq),
            )


class _UsedOnce:
    """Challenges that were answered, until they are too old anyway."""

    def __init__(self) -> None:
        self._until: dict[bytes, int] = {}
        self._lock = threading.Lock()

    def first_time(self, claim: bytes, until_ms: int, now_ms: int) -> bool:
        with self._lock:
            if len(self._until) > _MANY_CHALLENGES:
                self._until = {one: until for one, until in self._until.items() if until >= now_ms}
            known = claim in self._until
            self._until[claim] = until_ms
            return not known


def fresh_from(connection: Connection, library: bytes, incarnation: bytes | None, change_seq: int) -> int:
    """The change number up to which a counter that knows `incarnation` and the server lived the same life."""
    t = INCARNATION.c
    query = select(t.incarnation, t.fresh_from).where(t.library_id == library).order_by(t.number.desc())
    least = change_seq
    for life, began_at in connection.execute(query):
        if life == incarnation:
            return least
        least = min(least, began_at)
    return 0


def server_heads(connection: Connection, station: Row[*tuple[Any, ...]], streams: list[StreamHead]) -> list[ServerHead]:
    """How far the server has each of a counter's streams."""
    known = _known_streams(connection, station.library_id, streams)
    return [_head(connection, station, one, known.get(one.stream_id)) for one in streams]


def _known_streams(
    connection: Connection, library: bytes, streams: list[StreamHead]
) -> dict[bytes, Row[*tuple[Any, ...]]]:
    t = STREAM.c
    ids = [one.stream_id for one in streams]
    query = select(t.stream_id, t.station_id, t.head_seq, t.head_hash).where(
        t.library_id == library, t.stream_id.in_(ids)
    )
    return {row.stream_id: row for row in connection.execute(query)}


def _head(
    connection: Connection, station: Row[*tuple[Any, ...]], one: StreamHead, row: Row[*tuple[Any, ...]] | None
) -> ServerHead:
    if row is None:
        return ServerHead(one.stream_id, 0, bytes(32))
    at_yours = row.head_hash if row.head_seq == one.seq else None
    if row.head_seq > one.seq > 0:
        t = STREAM_POS.c
        where = (t.library_id == station.library_id, t.stream_id == one.stream_id, t.seq == one.seq)
        at_yours = connection.scalar(select(t.hash).where(*where))
    is_copied = row.station_id != station.station_id and one.end_seq is not None
    if is_copied and row.head_seq > one.seq and (one.seq == 0 or at_yours == one.hash):
        return ServerHead(one.stream_id, one.seq, one.hash, at_yours)  # the rest is the other one's
    return ServerHead(one.stream_id, row.head_seq, row.head_hash, at_yours)


# ---- what does not fit ----------------------------------------------------------------------------------------------


def _judge_nonce(connection: Connection, hello: Hello, sight: _Sight, now_ms: int) -> None:
    """The nonce given last time must come back: who brings an older one is a copy, or was set back to one.

    Two that take turns under one name are noted once a day, not at every turn. A server that was put back does not
    know the nonces it gave since: at a counter's first hello afterwards an unknown one says nothing.
    """
    station = sight.station
    if hello.nonce == station.nonce or (hello.nonce == station.previous_nonce and hello.machine == station.machine):
        return  # with the one before: the server's last answer was lost
    sight.is_clone = hello.nonce == station.previous_nonce
    if sight.is_clone or not (sight.new_splits or _knew_another_life(connection, hello, station)):
        turn = hello.nonce.hex() if sight.is_clone else from_ms(now_ms).date().isoformat()
        key = f"{station.station_id.hex()}:{hello.machine.hex()}:{turn}"
        sight.notes.append(_noted(CaseClass.SYS_CLONE, "high", station.station_id, key, refused=sight.is_clone))


def _knew_another_life(connection: Connection, hello: Hello, station: Row[*tuple[Any, ...]]) -> bool:
    return hello.incarnation not in (None, _life(connection, station.library_id))


def _life(connection: Connection, library: bytes) -> bytes:
    head = LIBRARY_HEAD.c
    return connection.scalar(select(head.incarnation).where(head.library_id == library)) or b""


def _judge_clock(hello: Hello, sight: _Sight, now_ms: int) -> None:
    off_ms = hello.clock.wall_ms - now_ms
    if abs(off_ms) > CLOCK_OFF_MS:
        station_id = sight.station.station_id
        key = f"{station_id.hex()}:{from_ms(now_ms).date().isoformat()}"
        sight.notes.append(_noted(CaseClass.CLOCK, "low", station_id, key, off_ms=off_ms))


def _judge_streams(connection: Connection, hello: Hello, sight: _Sight) -> None:
    """Set back: the counter, where its stream ends before the server's; the server, where it lacks what it once had."""
    explained = {one.parent for one in hello.streams if one.parent is not None}
    station_id = sight.station.station_id
    for one, head in zip(hello.streams, sight.heads, strict=True):
        if one.acked_seq > head.seq:
            life = _life(connection, sight.station.library_id)
            detail = {"stream": one.stream_id.hex(), "acked_seq": one.acked_seq, "head_seq": head.seq}
            server = id_bytes(SERVER_STATION)
            sight.notes.append(_noted(CaseClass.SYS_SERVER_ROLLBACK, "high", server, life.hex(), **detail))
        elif head.seq > one.seq and one.stream_id not in explained and _is_prefix(one, head):
            key = f"{one.stream_id.hex()}:{one.seq}"
            detail = {"stream": one.stream_id.hex(), "seq": one.seq, "head_seq": head.seq}
            sight.notes.append(_noted(CaseClass.SYS_STATION_ROLLBACK, "high", station_id, key, **detail))


def _judge_missing(connection: Connection, hello: Hello, sight: _Sight) -> None:
    """What the counter once wrote, and neither its database nor the server has. Source: sync specification 3.4, 1."""
    own = {one.stream_id: one.seq for one in hello.streams}
    for one in hello.missing:
        t = STREAM_POS.c
        where = (t.library_id == sight.station.library_id, t.stream_id == one.stream_id, t.seq <= one.seq)
        here = connection.execute(select(t.seq, t.hash).where(*where).order_by(t.seq.desc()).limit(1)).one_or_none()
        if here is not None and (here.seq, here.hash) == (one.seq, one.hash):
            continue
        reached = [seq for seq in (own.get(one.stream_id, 0), here.seq if here else 0) if seq < one.seq]
        stream, sealed = one.stream_id.hex(), one.hash.hex()
        found = max(reached, default=0)  # less than before when the server or the counter was put back once more
        detail = {"stream": stream, "found": found, "last": one.seq, "hash": sealed}
        key = f"{stream}:{sealed}:{found}"
        sight.notes.append(_noted(CaseClass.SYS_LOST, "high", sight.station.station_id, key, **detail))


def _is_well_formed(hello: Hello) -> bool:
    ids = [head.stream_id for head in hello.streams] + [one.stream_id for one in hello.missing]
    return (
        len(hello.streams) <= MOST_STREAMS
        and len(hello.missing) <= MOST_NOTES
        and all(len(one) == _ID_BYTES for one in ids)
        and all(len(one.hash) == _HASH_BYTES and 0 < one.seq < 2**53 for one in hello.missing)
    )


def _is_prefix(one: StreamHead, head: ServerHead) -> bool:
    return one.end_seq is None and (one.seq == 0 or head.at_yours == one.hash)


def _noted(cls: CaseClass, severity: str, entity: bytes, key: str, **detail: Any) -> e.SystemNoted:
    return e.SystemNoted(cls, severity, entity.hex(), key, detail)
