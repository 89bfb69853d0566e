"""What travels between a counter and the server: one struct for each message, as msgpack, or as JSON for the curious.

An event travels as its journal row without stream, number and hashes: the server walks the chain again from the hash
before the first event and compares the end, so that nothing altered or left out on the way is ever taken.
"""

from __future__ import annotations

import hashlib
from typing import Any, NamedTuple

import msgspec

from loket.db.journal import seal
from loket.db.rows import mapper
from loket.domain.entities import Entity

PROTOCOL = 1
BATCH_EVENTS, LEAST_BATCH, BATCH_BYTES = 500, 20, 256 * 1024
PULL_ROWS = 2_000
PACK_FROM = 512  # bytes of a body; below that packing gains nothing
HASHES = 5_000
BODY_LIMIT, RATIO_LIMIT = 4 * 1024 * 1024, 50  # of a message decompressed; against its compressed size

# What became of an event on the server. Everything but "applied" is told to the sender, and reachable from a case.
APPLIED, DEFERRED, RECORDED = "applied", "deferred", "recorded"


class WireEvent(NamedTuple):
    """A journal row from its event id to its commitment: `journal.COLUMNS` without stream, number and hashes."""

    event_id: bytes
    type: str
    version: int
    began_ms: int
    done_ms: int
    business_on: str
    utc_offset_min: int
    station_id: bytes
    operator_id: bytes | None
    boot_id: str
    mono_ms: int
    clock_quality: str
    body: str
    personal: bytes | None = None
    personal_salt: bytes | None = None
    personal_commit: bytes | None = None


class ClockReading(msgspec.Struct, frozen=True):
    """A counter's clocks at one moment: the server works out from them how wrong the wall clock is."""

    wall_ms: int
    mono_ms: int
    boot_id: str


class StreamHead(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a stream of the counter ends, how far it believes the server has it, and where it came from."""

    stream_id: bytes
    seq: int
    hash: bytes
    acked_seq: int
    reason: str
    opened_at: int
    parent: bytes | None = None
    fork_seq: int | None = None
    fork_hash: bytes | None = None
    end_seq: int | None = None  # the rest was sealed anew in another stream and is not sent from this one


class ServerHead(msgspec.Struct, frozen=True, omit_defaults=True):
    """How far the server has a stream. `at_yours`: its hash at the counter's own end, where it reaches that far."""

    stream_id: bytes
    seq: int
    hash: bytes
    at_yours: bytes | None = None


class Written(msgspec.Struct, frozen=True):
    """How far a stream once reached, by a note the counter keeps outside a database that does not have it any more."""

    stream_id: bytes
    seq: int
    hash: bytes


class Challenge(msgspec.Struct, frozen=True):
    challenge: bytes
    now_ms: int


class ChallengeRequest(msgspec.Struct, frozen=True):
    station_id: bytes


class Hello(msgspec.Struct, frozen=True, omit_defaults=True):
    """Opens a round. `signature` is over `signed_part(hello)`; `nonce` is the one the server gave last time."""

    station_id: bytes
    challenge: bytes
    nonce: bytes
    machine: bytes
    clock: ClockReading
    streams: list[StreamHead]
    cursor: int = 0
    incarnation: bytes | None = None
    pending: int = 0
    pending_since_ms: int | None = None
    app_version: str = ""
    protocol: int = PROTOCOL
    missing: list[Written] = []
    signature: bytes = b""


class HelloAnswer(msgspec.Struct, frozen=True, omit_defaults=True):
    """The server's view. `fresh_from`: a cursor beyond it belongs to a life of the server that a restore has ended."""

    token: str
    nonce: bytes
    now_ms: int
    incarnation: bytes
    change_seq: int
    rows: int
    scope: str
    streams: list[ServerHead]
    fresh_from: int = 0


class Batch(msgspec.Struct, frozen=True, omit_defaults=True):
    """Events of one stream in order. The signature gives a batch on a stick the same authority as one by network."""

    library_id: bytes
    station_id: bytes
    stream_id: bytes
    from_seq: int
    prev_hash: bytes
    to_hash: bytes
    events: list[WireEvent]
    clock: ClockReading
    head: StreamHead
    signature: bytes = b""

    @property
    def to_seq(self) -> int:
        return self.from_seq + len(self.events) - 1


class PushAnswer(msgspec.Struct, frozen=True, omit_defaults=True):
    """`verdict`: "taken"; "gap": send from seq + 1; "fork": this stream goes on differently at the server.

    `outcomes` names only events that were not simply applied: (event id, outcome).
    """

    verdict: str
    seq: int
    hash: bytes
    durable_seq: int = 0
    outcomes: list[tuple[bytes, str]] = []


class PullRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """Rows changed after `cursor`. `kinds` narrows it to these tables, to fetch them anew after a wrong digest."""

    cursor: int
    limit: int = PULL_ROWS
    kinds: list[str] = []


class PulledRow(NamedTuple):
    """One row as it is now; `values` in the order of the answer's columns, None for a row that is gone."""

    kind: str
    key: str
    values: list[Any] | None


class PullAnswer(msgspec.Struct, frozen=True, omit_defaults=True):
    """`digests`, on the last page: kind → (rows, xor of their digests), as of `change_seq`."""

    rows: list[PulledRow]
    columns: dict[str, list[str]]
    next_cursor: int
    more: bool
    change_seq: int
    digests: dict[str, tuple[int, int]] = {}


class HashesRequest(msgspec.Struct, frozen=True):
    stream_id: bytes
    from_seq: int
    to_seq: int


class HashesAnswer(msgspec.Struct, frozen=True):
    """(number, hash) of the stream's rows at the server."""

    hashes: list[tuple[int, bytes]]


class EventsAnswer(msgspec.Struct, frozen=True):
    """A counter's own lost history, in order from the first number asked for."""

    from_seq: int
    events: list[WireEvent]


class EnrolRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """A counter that founded its library brings its id, its secret and its own names; a new one brings none."""

    code: str
    public_key: bytes
    machine: bytes
    app_version: str = ""
    library_id: bytes | None = None
    library_secret: bytes | None = None
    library_name: str = ""
    station_id: bytes | None = None
    station_name: str = ""
    station_code: str = ""
    profile: str = ""


class EnrolAnswer(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who the counter is from now on. House scopes get no secret: they have nothing to unseal."""

    library_id: bytes
    station_id: bytes
    station_name: str
    station_code: str
    profile: str
    scope: str
    nonce: bytes
    server_key: bytes  # Ed25519, of signed times
    seal_key: bytes  # X25519, packets are sealed to it
    library_secret: bytes | None = None


class SignedTime(msgspec.Struct, frozen=True):
    now_ms: int
    signature: bytes


class Problem(msgspec.Struct, frozen=True):
    """Why the server did not do as asked; `code` is for programs, the sentence for people is the counter's."""

    code: str
    detail: str = ""


def encode(message: msgspec.Struct) -> bytes:
    return msgspec.msgpack.encode(message)


def decode(body: bytes, kind: Any) -> Any:
    """Raises msgspec.ValidationError or DecodeError for anything that is not this message."""
    return msgspec.msgpack.decode(body, type=kind)


def signed_part(message: Hello | Batch) -> bytes:
    """What a counter's signature covers: of a hello everything, of a batch its place and both hashes.

    The hashes speak for the events.
    """
    if isinstance(message, Hello):
        return b"loket/hello/1" + encode(msgspec.structs.replace(message, signature=b""))
    place = (message.library_id, message.station_id, message.stream_id, message.from_seq, message.to_seq)
    return b"loket/batch/1" + msgspec.msgpack.encode((*place, message.prev_hash, message.to_hash))


def time_part(now_ms: int) -> bytes:
    """What the signature of a time covers."""
    return b"loket/time/1" + now_ms.to_bytes(8, "big")


def chain(stream_id: bytes, from_seq: int, prev_hash: bytes, events: list[WireEvent]) -> list[bytes]:
    """The hash after each event, as the counter's journal has it."""
    hashes, previous = [], prev_hash
    for seq, event in enumerate(events, start=from_seq):
        previous = seal(previous, (stream_id, seq, *event[:12]), event.body.encode(), event.personal_commit)
        hashes.append(previous)
    return hashes


def row_values(entity: Entity, names: tuple[str, ...] | None = None) -> list[Any]:
    """An entity's fields as the tables hold them; derived columns are made anew by whoever receives them."""
    map_ = mapper(type(entity))
    values = map_.own_values(entity)
    return values if names is None else [value for name, value in zip(map_.names, values, strict=True) if name in names]


def row_digest(kind: str, key: str, values: list[Any]) -> int:
    """64 bits of a row, signed so that every database can hold them; rows of a table are xor-ed together."""
    packed = msgspec.msgpack.encode((kind, key, values))
    return int.from_bytes(hashlib.blake2b(packed, digest_size=8).digest(), signed=True)
