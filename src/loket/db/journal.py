"""The journal: every event of this counter in order, each row sealed by the hash of the one before.

hash = SHA-256(previous hash ‖ SHA-256(header) ‖ SHA-256(body) ‖ commitment), where the commitment is
SHA-256(salt ‖ personal part): erasing personal part and salt later leaves the chain verifiable.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from loket.db import codec
from loket.db.rows import from_ms, id_bytes, to_ms
from loket.domain.entities import Id
from loket.domain.events import DOUBTFUL, Event, Recorded, Stamp
from loket.domain.guest_names import TOLD_IN

GENESIS = bytes(32)
_ENCODE = msgspec.json.Encoder().encode
COLUMNS = (
    "stream_id, seq, event_id, type, version, began_ms, done_ms, business_on, utc_offset_min, station_id, operator_id,"
    " boot_id, mono_ms, clock_quality, body, personal, personal_salt, personal_commit, prev_hash, hash"
)
APPEND = f"INSERT INTO journal ({COLUMNS}) VALUES ({', '.join('?' * 20)})"
HEAD = "SELECT seq, hash, done_ms FROM journal WHERE stream_id = ? ORDER BY seq DESC LIMIT 1"
TRUSTED = "SELECT done_ms FROM journal WHERE stream_id = ? AND clock_quality <> ? ORDER BY seq DESC LIMIT 1"
PARENT = "SELECT parent FROM stream WHERE stream_id = ?"
STREAMS = "SELECT stream_id FROM stream ORDER BY opened_at, stream_id"
ROWS = f"SELECT {COLUMNS} FROM journal WHERE stream_id = ? AND seq > ? ORDER BY seq"
HEADER_COLUMNS = 14
# As the index `journal_of_member` says it: what happened to a member and is not to be read from rows.
MEMBER_OF = "coalesce(json_extract(body, '$.member_id'), json_extract(body, '$.loser_id'))"
IN_A_LIFE = (
    "type IN ('ApplicantAccepted', 'ApplicantDeclined', 'IdentityShown', 'MemberChanged', 'MemberErased',"
    " 'MemberSuspended', 'MembersMerged', 'MembershipRenewed', 'MergeUndone', 'SuspensionEnded')"
)
LIFE = f"SELECT {COLUMNS} FROM journal WHERE {IN_A_LIFE} AND {MEMBER_OF} = ? ORDER BY done_ms, seq"
ERASE = """UPDATE journal SET personal = NULL, personal_salt = NULL
WHERE personal IS NOT NULL AND json_extract(body, '$.member_id') IN (SELECT value FROM json_each(?))"""
_GUESTS = ", ".join(f"'{kind.__name__}'" for kind in TOLD_IN)
_GUEST_ROW = " ".join(f"WHEN '{kind.__name__}' THEN json_extract(body, '$.{field}')" for kind, field in TOLD_IN.items())
ERASE_GUESTS = f"""UPDATE journal SET personal = NULL, personal_salt = NULL
WHERE business_on >= ? AND type IN ({_GUESTS}) AND personal IS NOT NULL
AND CASE type {_GUEST_ROW} END IN (SELECT value FROM json_each(?))"""
ERASE_GUESTS_BETWEEN = f"""UPDATE journal SET personal = NULL, personal_salt = NULL
WHERE business_on >= ? AND business_on < ? AND type IN ({_GUESTS}) AND personal IS NOT NULL"""


@dataclass(frozen=True, slots=True)
class Head:
    """Where a stream ends."""

    seq: int
    hash: bytes
    done_ms: int = 0


@dataclass(frozen=True, slots=True)
class Break:
    """The first row at which a stream no longer proves itself.

    `why`: "gap" (a row is missing), "link" (the row before was changed or swapped), "content" (this row was changed),
    "personal" (its personal part was changed).
    """

    stream_id: Id
    seq: int
    event_id: Id
    why: str


class Journal:
    """One stream of this database, inside the caller's transaction."""

    def __init__(self, driver_connection: Any, stream_id: Id) -> None:
        self._connection = driver_connection  # no cursor is kept, for the reason `SqlState` gives
        self._stream = id_bytes(stream_id)
        self._head: Head | None = None
        self._trusted_ms: int | None = None

    def head(self) -> Head:
        if self._head is None:
            row = self._connection.execute(HEAD, (self._stream,)).fetchone()
            self._head = Head(*row) if row else Head(0, GENESIS)
        return self._head

    def trusted_ms(self) -> int:
        """When the last event was made whose clock nobody doubted; 0 when there is none.

        Doubtful ones do not count: a book taken back on a wrong date would else make the date right.
        """
        if self._trusted_ms is None:
            self._trusted_ms = self._last_trusted()
        return self._trusted_ms

    def _last_trusted(self) -> int:
        """In this stream or, where it has none yet, in the one it came from."""
        stream: bytes | None = self._stream
        while stream is not None:
            row = self._connection.execute(TRUSTED, (stream, DOUBTFUL)).fetchone()
            if row is not None:
                return int(row[0])
            parent = self._connection.execute(PARENT, (stream,)).fetchone()
            stream = parent[0] if parent else None
        return 0

    def append(self, stamp: Stamp, event: Event) -> Head:
        """Add one event at the end of the stream."""
        head = self.head()
        body, personal = codec.encode(event)
        salt = secrets.token_bytes(16) if personal is not None else None
        commit = hashlib.sha256(salt + personal).digest() if salt and personal else None
        header = (
            self._stream,
            head.seq + 1,
            id_bytes(stamp.event_id),
            type(event).__name__,
            type(event).version,
            to_ms(stamp.began_at),
            to_ms(stamp.done_at),
            stamp.business_on.isoformat(),
            stamp.utc_offset_min,
            id_bytes(stamp.station_id),
            id_bytes(stamp.operator_id) if stamp.operator_id else None,
            stamp.boot_id,
            stamp.mono_ms,
            stamp.clock_quality,
        )
        sealed = seal(head.hash, header, body, commit)
        self._connection.execute(APPEND, (*header, body.decode(), personal, salt, commit, head.hash, sealed))
        self._head = Head(head.seq + 1, sealed, header[6])
        if stamp.clock_quality != DOUBTFUL:
            self._trusted_ms = header[6]
        return self._head


def seal(previous: bytes, header: tuple[Any, ...], body: bytes, commit: bytes | None) -> bytes:
    """The row's hash. Ids stand in the header as hex, everything else as it is; the encoder writes compact JSON."""
    text = _ENCODE([part.hex() if isinstance(part, bytes) else part for part in header])
    parts = (previous, hashlib.sha256(text).digest(), hashlib.sha256(body).digest(), commit or b"")
    return hashlib.sha256(b"".join(parts)).digest()


def recorded(row: tuple[Any, ...]) -> Recorded:
    """A journal row (in the order of COLUMNS) as the event it holds."""
    stamp = Stamp(
        event_id=Id(row[2].hex()),
        began_at=from_ms(row[5]),
        done_at=from_ms(row[6]),
        business_on=date.fromisoformat(row[7]),
        utc_offset_min=row[8],
        station_id=Id(row[9].hex()),
        operator_id=Id(row[10].hex()) if row[10] else None,
        boot_id=row[11],
        mono_ms=row[12],
        clock_quality=row[13],
    )
    return Recorded(stamp, codec.decode(row[3], row[14], row[15]))


def replay(driver_connection: Any) -> Iterator[Recorded]:
    """Every event once, streams in the order they were opened.

    What was sealed anew in a later stream is passed over there.
    """
    streams = driver_connection.execute(STREAMS).fetchall()
    seen: set[bytes] = set()
    for (stream,) in streams:
        for row in driver_connection.execute(ROWS, (stream, 0)):
            if row[2] in seen:
                continue
            if len(streams) > 1:
                seen.add(row[2])
            yield recorded(row)


def life_of(driver_connection: Any, member_id: Id) -> list[Recorded]:
    """What was done here about a member and no row tells, the oldest first; once where it stands in two streams."""
    rows = driver_connection.execute(LIFE, (member_id,)).fetchall()
    return [recorded(row) for row in {row[2]: row for row in rows}.values()]


def erase_persons(driver_connection: Any, member_ids: Sequence[str]) -> None:
    """Personal parts of every event about these members go, of whatever kind; the chain verifies without them."""
    driver_connection.execute(ERASE, (_ENCODE(list(member_ids)).decode(),))


def erase_guests(driver_connection: Any, rows: Sequence[str], since: date) -> None:
    """Personal parts of what tells of these rows go; nothing about them was recorded before that day."""
    driver_connection.execute(ERASE_GUESTS, (since.isoformat(), _ENCODE(list(rows)).decode()))


def erase_guests_between(driver_connection: Any, since: date, until: date) -> None:
    """Personal parts of whatever was recorded about people who are no members, from a day on and before another."""
    driver_connection.execute(ERASE_GUESTS_BETWEEN, (since.isoformat(), until.isoformat()))


def first_break(driver_connection: Any) -> Break | None:
    """Walk every chain from its beginning; the first row that does not fit, or None when all verify."""
    for (stream,) in driver_connection.execute(STREAMS).fetchall():
        previous, expected = GENESIS, 1
        for row in driver_connection.execute(ROWS, (stream, 0)):
            why = _fault(row, previous, expected)
            if why:
                return Break(Id(stream.hex()), expected if why == "gap" else row[1], Id(row[2].hex()), why)
            previous, expected = row[19], expected + 1
    return None


def _fault(row: tuple[Any, ...], previous: bytes, expected: int) -> str:
    body, personal, salt, commit = row[14].encode(), row[15], row[16], row[17]
    if row[1] != expected:
        return "gap"
    if row[18] != previous:
        return "link"
    if seal(previous, row[:HEADER_COLUMNS], body, commit) != row[19]:
        return "content"
    if personal is not None and (salt is None or hashlib.sha256(salt + personal).digest() != commit):
        return "personal"
    return ""
