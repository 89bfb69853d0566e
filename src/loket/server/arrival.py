"""What can be said of a batch before the library's log is touched: is it whole, who signed it, what does it hold."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from loket.db import codec
from loket.db.rows import from_ms
from loket.domain.entities import SERVER_STATION, Id
from loket.domain.events import DOUBTFUL, EVENTS, Event, Recorded, Stamp, personal_fields
from loket.domain.guest_names import told_row
from loket.sync.wire import BATCH_EVENTS, Batch, ClockReading, WireEvent, chain

UNKNOWN, BROKEN = "unknown", "broken"
CLOCK_TOLERANCE_MS = 5 * 60_000
_SERVER = bytes.fromhex(SERVER_STATION)
_ID_BYTES, _HASH_BYTES = 16, 32
_MOST = 2**62
_PACK = msgspec.msgpack.Encoder().encode
_LENGTHS = {"type": 64, "business_on": 10, "boot_id": 200, "clock_quality": 32}


@dataclass(slots=True)
class Arrival:
    """An event on its way into the log.

    `event` is None where this server cannot read it; `fault` then says whether it is UNKNOWN or BROKEN, and why.
    """

    wire: WireEvent
    seq: int
    hash: bytes
    content_hash: bytes
    event: Event | None
    fault: str = ""
    why: str = ""

    @property
    def subject(self) -> Id | None:
        """Whose personal data the event may hold: a member, or the row that names somebody who is none."""
        if self.event is None:
            return None
        return self.member or told_row(self.event)

    @property
    def member(self) -> Id | None:
        """The member whose personal data the event may hold."""
        if self.event is None or not personal_fields(type(self.event)):
            return None
        return getattr(self.event, "member_id", None)

    def without_person(self) -> Arrival:
        """The same event, its personal part erased; the commitment stays, so that the chain holds."""
        bare = self.wire._replace(personal=None, personal_salt=None)
        return replace(self, wire=bare, event=codec.decode(bare.type, bare.body, None))


def arrivals(stream_id: bytes, from_seq: int, prev_hash: bytes, events: list[WireEvent]) -> list[Arrival]:
    """Every event with its number and hash, read as far as this server can."""
    hashes = chain(stream_id, from_seq, prev_hash, events)
    return [arrival(event, seq, hash_) for seq, (event, hash_) in enumerate(zip(events, hashes, strict=True), from_seq)]


def arrival(wire: WireEvent, seq: int, hash_: bytes) -> Arrival:
    event, fault, why = _read(wire)
    return Arrival(wire, seq, hash_, content_hash(wire), event, fault, why)


def content_hash(wire: WireEvent) -> bytes:
    """What an event says, wherever it stands. The personal part counts by its commitment, which erasing leaves."""
    return hashlib.sha256(_PACK((*wire[:13], wire.personal_commit))).digest()


def _read(wire: WireEvent) -> tuple[Event | None, str, str]:
    kind = EVENTS.get(wire.type)
    if kind is None or wire.version > kind.version:
        return None, UNKNOWN, f"{wire.type} {wire.version}"
    if wire.personal is not None and not is_committed(wire, wire.personal):
        return None, BROKEN, "personal part"
    try:
        return codec.decode(wire.type, wire.body, wire.personal), "", ""
    except (msgspec.MsgspecError, TypeError, ValueError) as error:
        return None, BROKEN, type(error).__name__


def is_committed(wire: WireEvent, personal: bytes) -> bool:
    """Whether the personal part is the one that the hash speaks for."""
    return wire.personal_commit == hashlib.sha256((wire.personal_salt or b"") + personal).digest()


def recorded(wire: WireEvent, event_id: bytes, event: Event, corrected_ms: int | None) -> Recorded:
    """The event as `apply` takes it. Raises ValueError or OverflowError for a header that makes no sense."""
    stamp = Stamp(
        event_id=Id(event_id.hex()),
        began_at=from_ms(wire.began_ms),
        done_at=from_ms(wire.done_ms),
        business_on=date.fromisoformat(wire.business_on),
        utc_offset_min=wire.utc_offset_min,
        station_id=Id(wire.station_id.hex()),
        operator_id=Id(wire.operator_id.hex()) if wire.operator_id else None,
        boot_id=wire.boot_id,
        mono_ms=wire.mono_ms,
        clock_quality=wire.clock_quality,
        corrected_at=None if corrected_ms is None else from_ms(corrected_ms),
    )
    return Recorded(stamp, event)


def malformed(batch: Batch) -> str:
    """Why no server could store this batch; "" when it can be stored."""
    if not 0 < len(batch.events) <= 4 * BATCH_EVENTS or not 0 < batch.from_seq < _MOST:
        return "size"
    if len(batch.stream_id) != _ID_BYTES or len(batch.prev_hash) != _HASH_BYTES or len(batch.to_hash) != _HASH_BYTES:
        return "ids"
    return next((why for why in map(_misfit, batch.events) if why), "")


def _misfit(event: WireEvent) -> str:
    ids = (event.event_id, event.station_id, event.operator_id or event.station_id)
    if any(len(one) != _ID_BYTES for one in ids) or event.station_id == _SERVER:
        return "ids"
    numbers = (event.version, event.began_ms, event.done_ms, event.utc_offset_min, event.mono_ms)
    if any(abs(number) >= _MOST for number in numbers):
        return "numbers"
    if any(len(getattr(event, name)) > most for name, most in _LENGTHS.items()):
        return "lengths"
    texts = (event.type, event.business_on, event.boot_id, event.clock_quality, event.body)
    return "texts" if any("\x00" in text for text in texts) else ""


def corrected_times(
    events: list[WireEvent], reading: ClockReading | None, last_ms: int, now_ms: int
) -> tuple[list[int | None], int]:
    """For each event of one stream the time the server works out, None where the counter's own is good enough.

    Since the counter was started its monotonic clock tells exactly how long ago something was (`reading`, None for
    a batch that did not come straight from it). Before that, a time lies between its neighbours'. Also returned: the
    last event's time, the floor of those to come.
    """
    known = [_exact(event, reading, now_ms) for event in events]
    ceilings, ceiling = [], now_ms
    for exact in reversed(known):
        ceiling = ceiling if exact is None else min(exact, ceiling)
        ceilings.append(ceiling)
    found: list[int | None] = []
    for event, exact, ceiling in zip(events, known, reversed(ceilings), strict=True):
        last_ms = min(max(event.done_ms, last_ms), max(ceiling, last_ms)) if exact is None else exact
        good = abs(last_ms - event.done_ms) <= CLOCK_TOLERANCE_MS and event.clock_quality != DOUBTFUL
        found.append(None if good else last_ms)
    return found, last_ms


def _exact(event: WireEvent, reading: ClockReading | None, now_ms: int) -> int | None:
    if reading is None or event.boot_id != reading.boot_id or event.mono_ms > reading.mono_ms:
        return None
    return now_ms - (reading.mono_ms - event.mono_ms)
