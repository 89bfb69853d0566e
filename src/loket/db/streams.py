"""The streams of this database: how far each reaches, how far the server has it, and how a new one begins.

A stream is one unbroken life of the database. Whenever continuity is in doubt a new one opens and the old one ends, so
that two histories never share numbers. The journal itself is never cut: what follows an ended stream's end stays where
it is, sealed anew in another stream.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from loket.db.journal import APPEND, COLUMNS, GENESIS, HEADER_COLUMNS, seal
from loket.db.meta import set_meta
from loket.db.rows import id_bytes
from loket.domain.entities import Id

_STREAMS = """SELECT s.stream_id, s.opened_at, s.reason, s.parent, s.fork_seq, s.fork_hash,
    coalesce(p.acked_seq, 0), coalesce(p.durable_seq, 0), p.end_seq
FROM stream s LEFT JOIN push_state p ON p.stream_id = s.stream_id ORDER BY s.opened_at, s.stream_id"""
_HEAD_TO = "SELECT seq, hash FROM journal WHERE stream_id = ? AND seq <= ? ORDER BY seq DESC LIMIT 1"
_HASH_AT = "SELECT hash FROM journal WHERE stream_id = ? AND seq = ?"
_BETWEEN = f"SELECT {COLUMNS} FROM journal WHERE stream_id = ? AND seq > ? AND seq <= ? ORDER BY seq"
_MADE_AT = "SELECT done_ms FROM journal WHERE stream_id = ? AND seq = ?"
_LATEST_OPENED = "SELECT coalesce(max(opened_at), 0) FROM stream"
_MAKE_ROOM = "UPDATE stream SET opened_at = opened_at + 1 WHERE opened_at > ?"
_ADD = "INSERT INTO stream (stream_id, opened_at, reason, parent, fork_seq, fork_hash) VALUES (?, ?, ?, ?, ?, ?)"
_ACK = """INSERT INTO push_state (stream_id, acked_seq, acked_hash, durable_seq) VALUES (?, ?, ?, ?)
ON CONFLICT (stream_id) DO UPDATE SET acked_seq = excluded.acked_seq, acked_hash = excluded.acked_hash,
    durable_seq = max(durable_seq, excluded.durable_seq)"""
_END = """INSERT INTO push_state (stream_id, acked_seq, acked_hash, durable_seq, end_seq) VALUES (?, 0, ?, 0, ?)
ON CONFLICT (stream_id) DO UPDATE SET end_seq = excluded.end_seq"""
_NO_END = 1 << 62


@dataclass(frozen=True, slots=True)
class OwnStream:
    """A stream of this database. `seq` and `hash`: its end, as far as it is sent from here."""

    stream_id: bytes
    opened_at: int
    reason: str
    parent: bytes | None
    fork_seq: int | None
    fork_hash: bytes | None
    acked_seq: int
    durable_seq: int
    end_seq: int | None
    seq: int
    hash: bytes

    @property
    def pending(self) -> int:
        return max(0, self.seq - self.acked_seq)


@dataclass(frozen=True, slots=True)
class Pending:
    """Events the server has not confirmed, and when the oldest was made (milliseconds since 1970 UTC)."""

    events: int
    since_ms: int | None


def own_streams(driver_connection: Any) -> list[OwnStream]:
    """All streams, in the order they were opened."""
    return [_with_head(driver_connection, row) for row in driver_connection.execute(_STREAMS).fetchall()]


def _with_head(driver_connection: Any, row: tuple[Any, ...]) -> OwnStream:
    end_seq = row[-1]
    head = driver_connection.execute(_HEAD_TO, (row[0], _NO_END if end_seq is None else end_seq)).fetchone()
    seq, sealed = head or (0, GENESIS)
    return OwnStream(*(*row, seq, sealed))


def pending(driver_connection: Any) -> Pending:
    streams = [stream for stream in own_streams(driver_connection) if stream.pending]
    made = [
        driver_connection.execute(_MADE_AT, (stream.stream_id, stream.acked_seq + 1)).fetchone()[0]
        for stream in streams
    ]
    return Pending(sum(stream.pending for stream in streams), min(made, default=None))


def hash_at(driver_connection: Any, stream_id: bytes, seq: int) -> bytes | None:
    """The hash of a row; None where there is none. Number 0 is where every chain begins."""
    if seq == 0:
        return GENESIS
    row = driver_connection.execute(_HASH_AT, (stream_id, seq)).fetchone()
    return None if row is None else bytes(row[0])


def rows_between(driver_connection: Any, stream_id: bytes, after: int, to: int) -> Iterator[tuple[Any, ...]]:
    """Journal rows in order, in the columns of `journal.COLUMNS`."""
    yield from driver_connection.execute(_BETWEEN, (stream_id, after, to))


def record_ack(driver_connection: Any, stream_id: bytes, seq: int, sealed: bytes, durable_seq: int = 0) -> None:
    """The server has the stream up to here; up to `durable_seq` a verified backup of the server has it too."""
    driver_connection.execute(_ACK, (stream_id, seq, sealed, durable_seq))


def open_stream(driver_connection: Any, stream_id: Id, *, parent: bytes, reason: str, now_ms: int) -> None:
    """End the parent where it stands and go on in a new stream. Inside the caller's transaction."""
    ended = next(stream for stream in own_streams(driver_connection) if stream.stream_id == parent)
    driver_connection.execute(_END, (parent, GENESIS, ended.seq))
    opened_at = max(now_ms, driver_connection.execute(_LATEST_OPENED).fetchone()[0] + 1)  # read in this order
    driver_connection.execute(_ADD, (id_bytes(stream_id), opened_at, reason, parent, ended.seq, ended.hash))
    set_meta(driver_connection, "stream_id", stream_id)


def move_tail(driver_connection: Any, old: OwnStream, fork_seq: int, stream_id: Id, *, now_ms: int, last: bool) -> int:
    """Seal what follows `fork_seq` anew in a new stream, under the same event ids. Returns how many events.

    `last`: the old stream is the one being written; the new one takes its place. Inside the caller's transaction.
    """
    new, fork_hash = id_bytes(stream_id), hash_at(driver_connection, old.stream_id, fork_seq)
    if not last:  # its events come before those of later streams
        driver_connection.execute(_MAKE_ROOM, (old.opened_at,))
    latest = driver_connection.execute(_LATEST_OPENED).fetchone()[0]
    opened_at = max(now_ms, latest + 1) if last else old.opened_at + 1
    driver_connection.execute(_ADD, (new, opened_at, "fork", old.stream_id, fork_seq, fork_hash))
    seq, previous = 0, GENESIS
    for row in list(rows_between(driver_connection, old.stream_id, fork_seq, old.seq)):
        seq += 1
        header = (new, seq, *row[2:HEADER_COLUMNS])
        sealed = seal(previous, header, row[14].encode(), row[17])
        driver_connection.execute(APPEND, (*header, *row[HEADER_COLUMNS:18], previous, sealed))
        previous = sealed
    driver_connection.execute(_END, (old.stream_id, GENESIS, fork_seq))
    record_ack(driver_connection, old.stream_id, fork_seq, fork_hash or GENESIS)
    if last:
        set_meta(driver_connection, "stream_id", stream_id)
    return seq
