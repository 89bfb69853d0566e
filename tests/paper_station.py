"""A counter on paper: it has keys and streams and signs what it is told, so that tests can send the server anything."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace as with_fields

from loket.db import codec
from loket.db.journal import GENESIS
from loket.db.rows import id_bytes, to_ms
from loket.domain.entities import Id
from loket.domain.events import Event
from loket.sync.wire import Batch, ClockReading, StreamHead, WireEvent, chain, signed_part

NOON = datetime(2026, 11, 24, 4, tzinfo=UTC)  # noon in WITA
BOOT = "boot-1"


def any_id(*parts: object) -> Id:
    """The same id for the same words, in every run."""
    return Id(hashlib.sha256(repr(parts).encode()).hexdigest()[:32])


class PaperStream:
    """A chain of events as a counter's journal would hold it, kept in memory."""

    def __init__(
        self, stream_id: Id, station_id: Id, *, reason: str = "enrol", parent: PaperStream | None = None
    ) -> None:
        self.stream_id = id_bytes(stream_id)
        self.station_id = station_id
        self.reason = reason
        self.parent = parent
        self.fork_seq: int | None = None
        self.events: list[WireEvent] = []
        self.hashes: list[bytes] = []

    def add(self, event: Event, **stamp: Any) -> WireEvent:
        """One more event, a second after the last; any field of the wire may be given."""
        number = len(self.events) + 1
        at = to_ms(NOON + timedelta(seconds=number))
        body, personal = codec.encode(event)
        salt = hashlib.sha256(body).digest()[:16] if personal is not None else None
        wire = WireEvent(
            event_id=id_bytes(any_id(self.stream_id, number)),
            type=type(event).__name__,
            version=type(event).version,
            began_ms=at - 500,
            done_ms=at,
            business_on=date(2026, 11, 24).isoformat(),
            utc_offset_min=480,
            station_id=id_bytes(self.station_id),
            operator_id=None,
            boot_id=BOOT,
            mono_ms=1_000_000 + number * 1_000,
            clock_quality="plausible",
            body=body.decode(),
            personal=personal,
            personal_salt=salt,
            personal_commit=hashlib.sha256((salt or b"") + personal).digest() if personal is not None else None,
        )
        return self.add_wire(wire._replace(**stamp))

    def add_wire(self, wire: WireEvent) -> WireEvent:
        """An event as it is, such as one sealed anew from another stream."""
        previous = self.hashes[-1] if self.hashes else GENESIS
        self.hashes += chain(self.stream_id, len(self.events) + 1, previous, [wire])
        self.events.append(wire)
        return wire

    def hash_at(self, seq: int) -> bytes:
        return self.hashes[seq - 1] if seq else GENESIS

    def fork_at(self, seq: int, stream_id: Id, reason: str = "fork") -> PaperStream:
        """A new stream that goes on from `seq` of this one, with nothing in it yet."""
        other = PaperStream(stream_id, self.station_id, reason=reason, parent=self)
        other.fork_seq = seq
        return other

    def copy(self, upto: int) -> PaperStream:
        """The same stream, as a backup of that moment holds it."""
        other = PaperStream(Id(self.stream_id.hex()), self.station_id, reason=self.reason)
        other.events, other.hashes = self.events[:upto], self.hashes[:upto]
        return other

    def head(self, acked_seq: int = 0) -> StreamHead:
        return StreamHead(
            stream_id=self.stream_id,
            seq=len(self.events),
            hash=self.hash_at(len(self.events)),
            acked_seq=acked_seq,
            reason=self.reason,
            opened_at=to_ms(NOON),
            parent=self.parent.stream_id if self.parent else None,
            fork_seq=self.fork_seq,
            fork_hash=self.parent.hash_at(self.fork_seq) if self.parent and self.fork_seq is not None else None,
        )


class PaperStation:
    """Who a counter is: ids and a key that follow from its name."""

    def __init__(self, name: str, library_id: Id) -> None:
        self.name = name
        self.library_id = library_id
        self.station_id = any_id("station", name)
        self.key = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(name.encode()).digest())
        self.machine = hashlib.sha256(f"machine of {name}".encode()).digest()

    @property
    def public_key(self) -> bytes:
        return self.key.public_key().public_bytes_raw()

    def stream(self, name: str = "first", **kind: Any) -> PaperStream:
        return PaperStream(any_id("stream", self.name, name), self.station_id, **kind)

    def batch(
        self, stream: PaperStream, from_seq: int = 1, to_seq: int | None = None, clock: ClockReading | None = None
    ) -> Batch:
        """The events of these numbers, signed."""
        to_seq = len(stream.events) if to_seq is None else to_seq
        return self.signed(
            Batch(
                library_id=id_bytes(self.library_id),
                station_id=id_bytes(self.station_id),
                stream_id=stream.stream_id,
                from_seq=from_seq,
                prev_hash=stream.hash_at(from_seq - 1),
                to_hash=stream.hash_at(to_seq),
                events=stream.events[from_seq - 1 : to_seq],
                clock=clock or ClockReading(to_ms(NOON), 1_000_000, "another boot"),
                head=stream.head(),
            )
        )

    def signed(self, message: Any) -> Any:
        return with_fields(message, signature=self.key.sign(signed_part(message)))
