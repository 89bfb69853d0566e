"""Where this counter's streams and the server's part: what the server knows, what it does not, and the point between.

Source: sync specification 2.6, the verdict table.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any, Protocol

from loket.db.journal import APPEND, GENESIS
from loket.db.streams import OwnStream, hash_at, record_ack
from loket.devices.witness import Witness
from loket.sync import wire


class Verdict(Enum):
    """What the server's end of a stream says about ours."""

    PREFIX = "prefix"  # it has the beginning of ours, or all of it
    LONGER = "longer"  # ours is the beginning of its: this database is older than what it once sent
    FORK = "fork"  # both go on differently


class HashesOf(Protocol):
    def __call__(self, from_seq: int, to_seq: int) -> dict[int, bytes]:
        """The server's hashes of a stream's rows."""


def missing(driver_connection: Any, notes: Iterable[Witness]) -> list[wire.Written]:
    """What was written at this counter by the notes beside its database, and the database does not have.

    The notes are to be read before the database is: the desk works on, and notes what this look does not see yet.
    """
    return [
        wire.Written(note.stream_id, note.seq, note.hash)
        for note in notes
        if hash_at(driver_connection, note.stream_id, note.seq) != note.hash
    ]


def head_of(stream: OwnStream) -> wire.StreamHead:
    """A stream as a hello tells of it."""
    return wire.StreamHead(
        stream_id=stream.stream_id,
        seq=stream.seq,
        hash=stream.hash,
        acked_seq=stream.acked_seq,
        reason=stream.reason,
        opened_at=stream.opened_at,
        parent=stream.parent,
        fork_seq=stream.fork_seq,
        fork_hash=stream.fork_hash,
        end_seq=stream.end_seq,
    )


def verdict_of(driver_connection: Any, own: OwnStream, theirs: wire.ServerHead) -> Verdict:
    """Compare the server's end with our row of that number, or its row of our last number with ours."""
    if theirs.seq <= own.seq:
        same = theirs.seq == 0 or hash_at(driver_connection, own.stream_id, theirs.seq) == theirs.hash
        return Verdict.PREFIX if same else Verdict.FORK
    return Verdict.LONGER if own.seq == 0 or theirs.at_yours == own.hash else Verdict.FORK


def fork_point(driver_connection: Any, own: OwnStream, their_seq: int, hashes: HashesOf) -> int:
    """The last number up to which both histories are one: looked for at the end first, then by halves."""
    low, high = 0, min(own.seq, their_seq)  # same at `low`; somewhere at or before `high` they part
    first = max(1, high - wire.HASHES + 1)
    shared = _last_same(driver_connection, own, hashes(first, high)) if high else 0
    if shared or first == 1:
        return shared
    high = first - 1
    while low < high:
        middle = (low + high + 1) // 2
        if _last_same(driver_connection, own, hashes(middle, middle)):
            low = middle
        else:
            high = middle - 1
    return low


def _last_same(driver_connection: Any, own: OwnStream, theirs: dict[int, bytes]) -> int:
    same = (seq for seq in theirs if hash_at(driver_connection, own.stream_id, seq) == theirs[seq])
    return max(same, default=0)


def add_lost_history(driver_connection: Any, stream_id: bytes, after: int, events: list[wire.WireEvent]) -> int:
    """Put back events of this counter that only the server still has; nothing is booked, for rows come by pull.

    Returns the number of the last. Raises ValueError when they do not follow what is here.
    """
    previous = hash_at(driver_connection, stream_id, after)
    if previous is None or hash_at(driver_connection, stream_id, after + 1) is not None:
        raise ValueError("the history does not end there")
    hashes = wire.chain(stream_id, after + 1, previous, events)
    for seq, (event, sealed) in enumerate(zip(events, hashes, strict=True), start=after + 1):
        driver_connection.execute(APPEND, (stream_id, seq, *event, previous, sealed))
        previous = sealed
    last = after + len(events)
    record_ack(driver_connection, stream_id, last, previous or GENESIS)
    driver_connection.execute("UPDATE push_state SET end_seq = ? WHERE stream_id = ?", (last, stream_id))
    return last
