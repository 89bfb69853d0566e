"""What comes by other ways than the round: packets on a stick, and photos."""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import Row, select

from loket.db.rows import id_bytes, to_ms
from loket.domain.entities import Id
from loket.domain.errors import InvalidInput
from loket.domain.ports import Clock
from loket.domain.scope import Scope
from loket.server.callers import Caller, ServerRefused
from loket.server.feed import Feed
from loket.server.gate import fresh_from, server_heads
from loket.server.ledger import Ledger
from loket.server.server_keys import ServerKeys
from loket.server.store import Store, upsert
from loket.server.tables import BLOB, LIBRARY_HEAD, STATION
from loket.sync.packet import Packet, Reply, make_reply, open_packet
from loket.sync.wire import BODY_LIMIT, PullAnswer, PullRequest, PushAnswer

REPLY_PAGES = 2_000  # of rows; a counter with a library larger than that fetches the rest by its next packet


class Parcels:
    """Takes packets and photos."""

    def __init__(self, store: Store, keys: ServerKeys, clock: Clock, ledger: Ledger, feed: Feed) -> None:
        self._store = store
        self._keys = keys
        self._clock = clock
        self._ledger = ledger
        self._feed = feed

    # ---- packets --------------------------------------------------------------------------------------------------

    def take(self, data: bytes) -> list[PushAnswer]:
        """Take a packet's batches, whoever brings it: they are signed.

        Raises ServerRefused: 422 "packet" (not sealed to this server), 401 "signature"; and what a batch is refused
        for, after the others were taken.
        """
        packet, station = self._opened(data)
        caller = _caller(station)
        answers, refusal = [], None
        for batch in packet.content.batches:
            try:
                answers.append(self._ledger.push(caller, batch, direct=False))
            except ServerRefused as error:
                refusal = refusal or error
        if refusal is not None:
            raise refusal
        return answers

    def reply(self, data: bytes) -> bytes:
        """The reply to a packet that was taken: how far the server has every stream, and the changed rows.

        Raises ServerRefused: 422 "packet", 401 "signature", 403 "revoked".
        """
        packet, station = self._opened(data)
        content, caller = packet.content, _caller(station)
        pages = self._pages(caller, content.cursor)
        with self._store.read() as connection:
            head = LIBRARY_HEAD.c
            query = select(head.incarnation).where(head.library_id == station.library_id)
            reply = Reply(
                library_id=station.library_id,
                station_id=station.station_id,
                now_ms=to_ms(self._clock.now()),
                incarnation=connection.execute(query).scalar_one(),
                change_seq=pages[-1].change_seq,
                scope=station.scope,
                streams=server_heads(connection, station, content.streams),
                from_cursor=content.cursor,
                pages=pages,
                fresh_from=fresh_from(connection, station.library_id, content.incarnation, pages[-1].change_seq),
            )
        return make_reply(packet, reply, self._keys.signing.sign)

    def _pages(self, caller: Caller, cursor: int) -> list[PullAnswer]:
        pages: list[PullAnswer] = []
        while len(pages) < REPLY_PAGES:
            pages.append(self._feed.pull(caller, PullRequest(cursor)))
            cursor = pages[-1].next_cursor
            if not pages[-1].more:
                break
        return pages

    def _opened(self, data: bytes) -> tuple[Packet, Row[*tuple[Any, ...]]]:
        try:
            packet = open_packet(data, self._keys.sealing)
        except InvalidInput as error:
            raise ServerRefused(422, "packet") from error
        t = STATION.c
        query = select(*t).where(t.library_id == packet.content.library_id, t.station_id == packet.content.station_id)
        with self._store.read() as connection:
            station = connection.execute(query).one_or_none()
        if station is None or not packet.is_signed_by(station.public_key):
            raise ServerRefused(401, "signature")
        return packet, station

    # ---- photos ---------------------------------------------------------------------------------------------------

    def put_blob(self, caller: Caller, sha256: bytes, body: bytes) -> None:
        """Keep a file under its digest, sealed. Raises ServerRefused: 422 "digest", 413 "too_large", 403 "scope"."""
        _assert_staff(caller)
        if hashlib.sha256(body).digest() != sha256:
            raise ServerRefused(422, "digest")
        if len(body) > BODY_LIMIT:
            raise ServerRefused(413, "too_large")
        library = id_bytes(caller.library_id)
        row = {"library_id": library, "sha256": sha256, "size": len(body), "received_ms": to_ms(self._clock.now())}
        row["body"] = self._keys.seal(body, library, b"blob", sha256)
        self._store.transact(lambda connection: upsert(connection, BLOB, [row]))

    def get_blob(self, caller: Caller, sha256: bytes) -> bytes:
        """Raises ServerRefused: 404 "blob", 403 "scope" for counters that see no photos."""
        _assert_staff(caller)
        library = id_bytes(caller.library_id)
        query = select(BLOB.c.body).where(BLOB.c.library_id == library, BLOB.c.sha256 == sha256)
        with self._store.read() as connection:
            body = connection.scalar(query)
        if body is None:
            raise ServerRefused(404, "blob")
        return self._keys.unseal(body, library, b"blob", sha256)


def _caller(station: Row[*tuple[Any, ...]]) -> Caller:
    return Caller(Id(station.library_id.hex()), Id(station.station_id.hex()), Scope(station.scope))


def _assert_staff(caller: Caller) -> None:
    if caller.scope is not Scope.FULL:
        raise ServerRefused(403, "scope")
