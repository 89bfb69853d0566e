"""Syncing by stick: a counter without a network writes a packet, any computer brings it, and the reply comes back.

A packet holds the same signed batches as the network would carry, sealed to the server's key; the reply holds the
rows, sealed to the counter's. Both may be read twice. Whoever finds the stick can open neither.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import zstandard
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from loket.db.engine import driver, translated
from loket.db.rows import id_bytes, to_ms
from loket.db.sealing import seal, subkey, unseal
from loket.db.streams import OwnStream, open_stream, own_streams
from loket.domain.errors import InvalidInput, StorageError
from loket.domain.scope import Scope, kinds_of
from loket.services.desk import Desk
from loket.sync import account as acc
from loket.sync import wire
from loket.sync.client import (
    Confused,
    RoundReport,
    clock_reading,
    forget_parted,
    keep_answer,
    make_batch,
    merge_staged,
    part_ways,
    settle_ack,
)
from loket.sync.merge import stage, take_over
from loket.sync.streams import Verdict, head_of, verdict_of
from loket.sync.transport import unpacked

SUFFIX = ".lkt"
OUT, BACK = b"LKTPAK1\n", b"LKTREP1\n"
LARGEST = 512 * 1024 * 1024  # bytes unpacked; a first snapshot of a large library is a tenth of it
_KEY_BYTES = 32


class Content(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a counter sends. The reply is sealed to `reply_key` and starts at `cursor`."""

    library_id: bytes
    station_id: bytes
    made_ms: int
    clock: wire.ClockReading
    streams: list[wire.StreamHead]
    batches: list[wire.Batch]
    reply_key: bytes
    cursor: int
    incarnation: bytes | None = None
    app_version: str = ""


class Reply(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the server answers: how far it has each stream, and the rows changed after `from_cursor`, page by page."""

    library_id: bytes
    station_id: bytes
    now_ms: int
    incarnation: bytes
    change_seq: int
    scope: str
    streams: list[wire.ServerHead]
    from_cursor: int
    pages: list[wire.PullAnswer]
    fresh_from: int = 0


class _Signed(msgspec.Struct, frozen=True):
    content: bytes
    signature: bytes


class Packet(msgspec.Struct, frozen=True):
    """An opened packet. Its content is what it says only when `is_signed_by` the counter it names."""

    content: Content
    raw: bytes
    signature: bytes

    def is_signed_by(self, public_key: bytes) -> bool:
        return _is_signed(public_key, self.signature, OUT + self.raw)


# ---- the counter's side: out ----------------------------------------------------------------------------------------


def save_packet(desk: Desk, path: Path) -> int:
    """Write everything the server has not confirmed to a file. Returns how many events.

    Raises NotEnrolled, StorageError when the medium fails.
    """
    events, packet = make_packet(desk)
    with translated(path):
        part = path.with_name(path.name + ".part")
        part.write_bytes(packet)
        part.replace(path)
    return events


def make_packet(desk: Desk) -> tuple[int, bytes]:
    """(events, packet). Nothing counts as sent until the reply, or the server itself, says so."""
    with desk.database.read() as connection:
        source = driver(connection)
        account = acc.read_account(source)
        streams = own_streams(source)
        key = Ed25519PrivateKey.from_private_bytes(account.private_key)
        batches = [batch for stream in streams for batch in _batches(source, desk, account, stream, key)]
    content = Content(
        library_id=id_bytes(account.library_id),
        station_id=id_bytes(account.station_id),
        made_ms=to_ms(desk.clock.now()),
        clock=clock_reading(desk),
        streams=[head_of(stream) for stream in streams],
        batches=batches,
        reply_key=_reply_key(account).public_key().public_bytes_raw(),
        cursor=account.cursor,
        incarnation=account.incarnation,
    )
    raw = msgspec.msgpack.encode(content)
    return sum(len(batch.events) for batch in batches), _sealed(OUT, raw, key.sign(OUT + raw), account.seal_key)


def _batches(
    source: Any, desk: Desk, account: acc.Account, stream: OwnStream, key: Ed25519PrivateKey
) -> list[wire.Batch]:
    batches, after = [], stream.acked_seq
    while after < stream.seq:
        batch = make_batch(source, desk, account, stream, after, wire.BATCH_EVENTS)
        batches.append(msgspec.structs.replace(batch, signature=key.sign(wire.signed_part(batch))))
        after = batch.to_seq
    return batches


# ---- the server's side ----------------------------------------------------------------------------------------------


def open_packet(data: bytes, private_key: X25519PrivateKey) -> Packet:
    """Raises InvalidInput("packet", "packet_unreadable") for anything not sealed to this key."""
    signed = _opened(OUT, data, private_key)
    return Packet(_decoded(signed.content, Content), signed.content, signed.signature)


def make_reply(packet: Packet, reply: Reply, sign: Callable[[bytes], bytes]) -> bytes:
    """The reply as a file's content, signed by the server and sealed to the counter."""
    raw = msgspec.msgpack.encode(reply)
    return _sealed(BACK, raw, sign(BACK + raw), packet.content.reply_key)


# ---- the counter's side: back ---------------------------------------------------------------------------------------


def read_reply(desk: Desk, data: bytes) -> RoundReport:
    """Take what the server answered. Reading it again does nothing.

    Raises NotEnrolled, and InvalidInput("packet", code): "packet_unreadable"; "packet_other" for another counter's;
    "packet_stale" when this counter has gone on since by network or by a later packet.
    """
    with desk.database.read() as connection:
        account = acc.read_account(driver(connection))
    signed = _opened(BACK, data, _reply_key(account))
    reply: Reply = _decoded(signed.content, Reply)
    if not _is_signed(account.server_key, signed.signature, BACK + signed.content):
        raise InvalidInput("packet", "packet_unreadable")
    if (reply.library_id.hex(), reply.station_id.hex()) != (account.library_id, account.station_id):
        raise InvalidInput("packet", "packet_other")
    return _take(desk, reply, account)


def _take(desk: Desk, reply: Reply, account: acc.Account) -> RoundReport:
    report, round_id = RoundReport(), secrets.token_hex(8)
    before = _pending(desk)
    with desk.database.write() as connection:
        source = driver(connection)
        take_over(source, round_id)
        _demand_fresh(source, reply, account)
        keep_answer(source, desk, _as_hello(reply, account), account)
        report.new_stream, parted = _settle(source, desk, reply)
        account = acc.read_account(source)
    for stream in parted:
        forget_parted(desk, stream.stream_id, stream.acked_seq)
    report.pushed = before - _pending(desk)
    if reply.from_cursor != account.cursor:  # rows of another life of the server: the next packet asks for all
        return report
    for page in reply.pages:
        try:
            report.pulled += stage(desk.database, round_id, page, scope=account.scope)
        except ValueError as error:
            raise Confused("a row that cannot be read") from error
    if not reply.pages or reply.pages[-1].more:
        return report
    replaced = kinds_of(account.scope) if account.replacing else frozenset()
    merged = merge_staged(desk, round_id, account.scope, replaced)
    report.changed_kinds, report.failed = merged.changed_kinds, merged.failed
    return report


def _demand_fresh(source: Any, reply: Reply, account: acc.Account) -> None:
    """A reply from before the last round would take back what the counter knows since."""
    same_life = account.incarnation in (None, reply.incarnation)
    heads = {head.stream_id: head.seq for head in reply.streams}
    behind = any(heads.get(stream.stream_id, 0) < stream.acked_seq for stream in own_streams(source))
    if same_life and (behind or reply.from_cursor != account.cursor):
        raise InvalidInput("packet", "packet_stale")


def _as_hello(reply: Reply, account: acc.Account) -> wire.HelloAnswer:
    """The nonce stays: only a greeting by network changes it."""
    return wire.HelloAnswer(
        token="",
        nonce=account.nonce,
        now_ms=reply.now_ms,
        incarnation=reply.incarnation,
        change_seq=reply.change_seq,
        rows=0,
        scope=Scope(reply.scope).value,
        streams=reply.streams,
        fresh_from=reply.fresh_from,
    )


def _settle(source: Any, desk: Desk, reply: Reply) -> tuple[str, list[OwnStream]]:
    """Heed how far the server has each stream. Returns why a new stream was opened, "" for none, and which parted.

    Where histories part nobody can be asked for the point: everything unconfirmed is sealed anew. What the server
    has of it already it knows again by its id.
    """
    heads, new_stream, parted = {head.stream_id: head for head in reply.streams}, "", list[OwnStream]()
    for stream in own_streams(source):
        theirs = heads.get(stream.stream_id) or wire.ServerHead(stream.stream_id, 0, bytes(32))
        verdict = verdict_of(source, stream, theirs)
        if verdict is Verdict.FORK:
            part_ways(source, desk, stream.stream_id, stream.acked_seq)
            new_stream = "fork"
            parted.append(stream)
            continue
        settle_ack(source, stream, theirs)
        if verdict is Verdict.LONGER and stream.stream_id == id_bytes(desk.stream_id):
            new, now_ms = desk.ids.new(), to_ms(desk.clock.now())
            open_stream(source, new, parent=stream.stream_id, reason="restore", now_ms=now_ms)
            desk.stream_id, new_stream = new, "restore"
    return new_stream, parted


def _pending(desk: Desk) -> int:
    with desk.database.read() as connection:
        return sum(stream.pending for stream in own_streams(driver(connection)))


# ---- sealing --------------------------------------------------------------------------------------------------------


def _reply_key(account: acc.Account) -> X25519PrivateKey:
    """Follows from the counter's own key: nothing more to keep."""
    return X25519PrivateKey.from_private_bytes(subkey(account.private_key, "packet/reply"))


def _sealed(magic: bytes, raw: bytes, signature: bytes, public_key: bytes) -> bytes:
    """magic, a key made for this packet alone, and the rest under what both keys make together."""
    once = X25519PrivateKey.generate()
    public = once.public_key().public_bytes_raw()
    key = subkey(once.exchange(X25519PublicKey.from_public_bytes(public_key)), "packet")
    packed = zstandard.ZstdCompressor(level=3).compress(msgspec.msgpack.encode(_Signed(raw, signature)))
    return magic + public + seal(key, packed, magic + public)


def _opened(magic: bytes, data: bytes, private_key: X25519PrivateKey) -> _Signed:
    public, sealed = data[len(magic) : len(magic) + _KEY_BYTES], data[len(magic) + _KEY_BYTES :]
    with contextlib.suppress(ValueError, StorageError, zstandard.ZstdError):
        if data.startswith(magic):
            key = subkey(private_key.exchange(X25519PublicKey.from_public_bytes(public)), "packet")
            packed = unseal(key, sealed, magic + public)
            signed: _Signed = _decoded(unpacked(packed, LARGEST), _Signed)
            return signed
    raise InvalidInput("packet", "packet_unreadable")


def _decoded(raw: bytes, kind: Any) -> Any:
    try:
        return msgspec.msgpack.decode(raw, type=kind)
    except msgspec.MsgspecError as error:
        raise InvalidInput("packet", "packet_unreadable") from error


def _is_signed(public_key: bytes, signature: bytes, message: bytes) -> bool:
    with contextlib.suppress(InvalidSignature, ValueError):
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
        return True
    return False
