"""A server in a few dictionaries, as the contract on the wire has it, and a way to it that breaks where it is told to.

It knows no signatures: the real server's own tests have them. It can be put back to an earlier moment.
"""

from __future__ import annotations

import copy
import hashlib
from collections import Counter
from collections.abc import Callable
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from loket.db.journal import recorded
from loket.db.rows import mapper, table_name
from loket.domain.apply import apply
from loket.domain.entities import KINDS, Entity, key_of
from loket.domain.memory import DictState
from loket.domain.scope import Scope, columns, hidden_while
from loket.sync import packet as pk
from loket.sync import wire
from loket.sync.transport import Declined, Unreachable

SIGNING = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
SEALING = X25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
NOW_MS = 1_795_485_600_000
GENESIS = bytes(32)


class Rows(DictState):
    """The server's tables, and the change number of every row that ever was."""

    def __init__(self) -> None:
        super().__init__()
        self.changes: dict[tuple[str, str], int] = {}
        self.change_seq = 0

    def put(self, entity: Entity) -> None:
        if self.get(type(entity), key_of(entity)) != entity:
            super().put(entity)
            self._note(type(entity), key_of(entity))

    def drop(self, kind: type[Entity], key: str) -> None:
        if self.get(kind, key) is not None:
            super().drop(kind, key)
            self._note(kind, key)

    def _note(self, kind: type[Entity], key: str) -> None:
        self.change_seq += 1
        self.changes[(table_name(kind), key)] = self.change_seq


class FakeServer:
    """One library's server."""

    def __init__(self) -> None:
        self.rows = Rows()
        self.streams: dict[bytes, list[tuple[bytes, wire.WireEvent]]] = {}
        self.known: set[bytes] = set()
        self.incarnation = b"1" * 16
        self.fresh_from = 0
        self.page_rows = 50
        self.scope = Scope.FULL
        self.now_ms = NOW_MS
        self.library: wire.EnrolRequest | None = None
        self.asked: Counter[str] = Counter()
        self.batch_sizes: list[int] = []
        self.nonces = 0
        self.seen_nonces: list[bytes] = []
        self.refuse_nonces_from: bytes | None = None  # a machine whose nonce is another's

    # ---- what tests do to it --------------------------------------------------------------------------------------

    def snapshot(self) -> Any:
        return copy.deepcopy((self.rows, self.streams, self.known))

    def put_back(self, moment: Any, *, new_life: bool = True) -> None:
        self.rows, self.streams, self.known = copy.deepcopy(moment)
        if new_life:
            self.incarnation = hashlib.sha256(self.incarnation).digest()[:16]

    def events(self) -> int:
        return len(self.known)

    def by_kind(self) -> dict[str, dict[str, list[Any]]]:
        return {
            table_name(kind): {key: wire.row_values(entity) for key, entity in self.rows.tables[kind].items()}
            for kind in KINDS
        }

    # ---- the questions --------------------------------------------------------------------------------------------

    def answer(self, path: str, body: bytes) -> msgspec.Struct:
        self.asked[path] += 1
        kinds = {
            "challenge": wire.ChallengeRequest,
            "hello": wire.Hello,
            "push": wire.Batch,
            "pull": wire.PullRequest,
            "hashes": wire.HashesRequest,
            "events": wire.HashesRequest,
            "enrol": wire.EnrolRequest,
        }
        if path == "time":
            return wire.SignedTime(self.now_ms, SIGNING.sign(wire.time_part(self.now_ms)))
        answer: msgspec.Struct = getattr(self, f"_{path}")(wire.decode(body, kinds[path]))
        return answer

    def _challenge(self, ask: wire.ChallengeRequest) -> wire.Challenge:
        return wire.Challenge(b"c" * 16, self.now_ms)

    def _enrol(self, ask: wire.EnrolRequest) -> wire.EnrolAnswer:
        if ask.code != "0123456789":
            raise Declined(403, wire.Problem("code_unknown"))
        if ask.library_id is not None and self.library is None:
            self.library = ask
        assert self.library is not None
        assert self.library.library_id is not None
        full = self.scope is Scope.FULL
        return wire.EnrolAnswer(
            library_id=self.library.library_id,
            station_id=ask.station_id or hashlib.sha256(ask.public_key).digest()[:16],
            station_name=ask.station_name or "Loket Baru",
            station_code=ask.station_code or "L9",
            profile=ask.profile or "lengkap",
            scope=self.scope.value,
            nonce=b"n0",
            server_key=SIGNING.public_key().public_bytes_raw(),
            seal_key=SEALING.public_key().public_bytes_raw(),
            library_secret=self.library.library_secret if full else None,
        )

    def _hello(self, hello: wire.Hello) -> wire.HelloAnswer:
        self.seen_nonces.append(hello.nonce)
        if self.refuse_nonces_from == hello.machine:
            raise Declined(409, wire.Problem("clone"))
        self.nonces += 1
        return wire.HelloAnswer(
            token="t",
            nonce=b"n%d" % self.nonces,
            now_ms=self.now_ms,
            incarnation=self.incarnation,
            change_seq=self.rows.change_seq,
            rows=len(self.rows.changes),
            scope=self.scope.value,
            streams=[self._head(head.stream_id, head.seq) for head in hello.streams],
            fresh_from=self.fresh_from,
        )

    def _head(self, stream_id: bytes, theirs: int) -> wire.ServerHead:
        rows = self.streams.get(stream_id, [])
        at_yours = rows[theirs - 1][0] if 0 < theirs <= len(rows) else None
        return wire.ServerHead(stream_id, len(rows), rows[-1][0] if rows else GENESIS, at_yours)

    def _push(self, batch: wire.Batch) -> wire.PushAnswer:
        self.batch_sizes.append(len(batch.events))
        rows = self.streams.setdefault(batch.stream_id, [])
        head = rows[-1][0] if rows else GENESIS
        hashes = wire.chain(batch.stream_id, batch.from_seq, batch.prev_hash, batch.events)
        assert hashes[-1] == batch.to_hash
        if batch.from_seq > len(rows) + 1:
            return wire.PushAnswer("gap", len(rows), head)
        here = [rows[batch.from_seq - 2][0] if batch.from_seq > 1 else GENESIS]
        here += [sealed for sealed, _ in rows[batch.from_seq - 1 : batch.to_seq]]
        if here != [batch.prev_hash, *hashes][: len(here)]:
            return wire.PushAnswer("fork", len(rows), head)
        new = list(zip(hashes, batch.events, strict=True))[len(rows) - batch.from_seq + 1 :]
        outcomes = [(event.event_id, "deferred") for sealed, event in new if not self._book(event)]
        rows += new
        return wire.PushAnswer("taken", batch.to_seq, batch.to_hash, outcomes=outcomes)

    def _book(self, event: wire.WireEvent) -> bool:
        if event.event_id not in self.known:
            self.known.add(event.event_id)
            if event.type == "VisitRecorded" and '"source":"deferred"' in event.body:
                return False
            apply(self.rows, recorded((b"", 0, *event)))
        return True

    def _pull(self, ask: wire.PullRequest) -> wire.PullAnswer:
        kinds = {table_name(kind): kind for kind in KINDS if columns(self.scope, kind) is not None}
        changes = sorted(
            (seq, *place)
            for place, seq in self.rows.changes.items()
            if seq > ask.cursor and place[0] in (ask.kinds or kinds) and place[0] in kinds
        )
        page = changes[: self.page_rows]
        more = len(changes) > len(page)
        return wire.PullAnswer(
            rows=[wire.PulledRow(name, key, self._values(kinds[name], key)) for _, name, key in page],
            columns={name: list(columns(self.scope, kind) or ()) for name, kind in kinds.items()},
            next_cursor=page[-1][0] if more else self.rows.change_seq,
            more=more,
            change_seq=self.rows.change_seq,
            digests={} if more or ask.kinds else {name: self._digest(kind) for name, kind in kinds.items()},
        )

    def _values(self, kind: type[Entity], key: str) -> list[Any] | None:
        entity = self.rows.get(kind, key)
        hidden = hidden_while(self.scope, kind)
        if entity is None or (hidden and getattr(entity, hidden)):
            return None
        return wire.row_values(entity, columns(self.scope, kind))

    def _digest(self, kind: type[Entity]) -> tuple[int, int]:
        rows, digest = 0, 0
        for key in self.rows.tables[kind]:
            values = self._values(kind, key)
            if values is not None:
                rows += 1
                digest ^= wire.row_digest(mapper(kind).table, key, values)
        return rows, digest

    def _hashes(self, ask: wire.HashesRequest) -> wire.HashesAnswer:
        rows = self.streams.get(ask.stream_id, [])
        return wire.HashesAnswer(
            [(seq, rows[seq - 1][0]) for seq in range(ask.from_seq, min(ask.to_seq, len(rows)) + 1)]
        )

    def _events(self, ask: wire.HashesRequest) -> wire.EventsAnswer:
        rows = self.streams[ask.stream_id][ask.from_seq - 1 : ask.to_seq]
        return wire.EventsAnswer(ask.from_seq, [event for _, event in rows])

    # ---- by stick -------------------------------------------------------------------------------------------------

    def take_packet(self, data: bytes) -> bytes:
        packet = pk.open_packet(data, SEALING)
        for batch in packet.content.batches:
            self._push(batch)
        cursor, pages, more = packet.content.cursor, [], True
        while more:
            pages.append(self._pull(wire.PullRequest(cursor)))
            cursor, more = pages[-1].next_cursor, pages[-1].more
        reply = pk.Reply(
            library_id=packet.content.library_id,
            station_id=packet.content.station_id,
            now_ms=self.now_ms,
            incarnation=self.incarnation,
            change_seq=self.rows.change_seq,
            scope=self.scope.value,
            streams=[self._head(head.stream_id, head.seq) for head in packet.content.streams],
            from_cursor=packet.content.cursor,
            pages=pages,
        )
        return pk.make_reply(packet, reply, SIGNING.sign)


class Way:
    """A transport that calls the server. `before` and `after` see each question's path and may raise or act."""

    def __init__(self, server: FakeServer) -> None:
        self.server = server
        self.before: Callable[[str, bytes], object] = lambda path, body: None
        self.after: Callable[[str], object] = lambda path: None

    def call(self, path: str, body: bytes, token: str = "") -> bytes:
        self.before(path, body)
        answer = wire.encode(self.server.answer(path, body))
        self.after(path)
        return answer


def broken(at: str, times: int = 1, skip: int = 0) -> Callable[..., None]:
    """For `before` (the question never arrives) or `after` (the answer is lost)."""
    seen = Counter[str]()

    def act(path: str, *_: object) -> None:
        if path == at:
            seen[path] += 1
            if skip < seen[path] <= skip + times:
                raise Unreachable("offline")

    return act
