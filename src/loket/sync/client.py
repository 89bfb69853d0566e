"""One round with the server: greet, bring every event, fetch every changed row, put them under what is pending.

A round may break off anywhere: what the server confirmed is kept at once, pages are kept until all are there, and the
next round goes on from both. No transaction spans a question to the server.
Source: sync specification 2.6.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from loket import __version__
from loket.db.engine import driver
from loket.db.meta import get_meta, set_meta
from loket.db.rows import id_bytes, to_ms
from loket.db.streams import (
    OwnStream,
    hash_at,
    move_tail,
    open_stream,
    own_streams,
    pending,
    record_ack,
    rows_between,
)
from loket.devices.witness import Witness
from loket.domain.entities import Entity
from loket.domain.scope import Scope, kinds_of
from loket.services.desk import Desk
from loket.sync import account as acc
from loket.sync import wire
from loket.sync.digests import differing_kinds
from loket.sync.merge import KIND_OF, MANY, Merged, merge, stage, take_over, thin
from loket.sync.photos import PhotoReport, exchange_photos
from loket.sync.streams import Verdict, add_lost_history, fork_point, head_of, missing, verdict_of
from loket.sync.transport import Declined, Transport, Unreachable

log = logging.getLogger(__name__)
Progress = Callable[[str, int, int], object]
_EVENT_BYTES = 160  # what an event needs beside its body and personal part, about
_MOST_STEPS = 8  # answers other than "taken" in one push; more would be going in circles


class Confused(Exception):  # noqa: N818
    """The server's answers make no sense together; nothing was taken from them."""


@dataclass
class RoundReport:
    """What a round did.

    Attributes:
        pushed: events the server confirmed in this round.
        set_aside: of these, how many it recorded without booking them.
        pulled: rows staged.
        changed_kinds: tables a screen must read again.
        replaced_kinds: tables fetched anew as a whole.
        mismatched_kinds: tables that are not the server's even so.
        new_stream: why a new stream was opened: "", "restore", "fork".
        regained: events of this counter's own that only the server still had.
        failed: pending events that could not be booked again on the server's rows.
        photos: what was done with photos, after everything else.
    """

    pushed: int = 0
    set_aside: int = 0
    pulled: int = 0
    changed_kinds: frozenset[str] = frozenset()
    replaced_kinds: tuple[str, ...] = ()
    mismatched_kinds: tuple[str, ...] = ()
    new_stream: str = ""
    regained: int = 0
    failed: int = 0
    photos: PhotoReport = field(default_factory=PhotoReport)


def sync_round(
    desk: Desk, transport: Transport, *, progress: Progress | None = None, thorough: bool = False
) -> RoundReport:
    """Bring and fetch everything. `progress(phase, done, total)` is told "push", "pull" and "photos"; total 0: unknown.

    `thorough`: compare large tables with the server too. Raises NotEnrolled, Unreachable, Declined, Superseded,
    Confused, StorageError.
    """
    return _Round(desk, transport, progress or (lambda phase, done, total: None), thorough).run()


@dataclass
class _Round:
    desk: Desk
    transport: Transport
    progress: Progress
    thorough: bool
    report: RoundReport = field(default_factory=RoundReport)
    _token: str = ""
    _id: str = field(default_factory=lambda: secrets.token_hex(8))
    _steps: int = 0

    def run(self) -> RoundReport:
        with self.desk.database.write() as connection:
            source = driver(connection)
            self._account = acc.read_account(source)
            take_over(source, self._id)
        self._key = Ed25519PrivateKey.from_private_bytes(self._account.private_key)
        answer = self._greet()
        self._token = answer.token
        self._heed(answer)
        self._push_all()
        self._fetch(answer)
        with self.desk.database.write() as connection:
            set_meta(driver(connection), acc.LAST_OK, str(to_ms(self.desk.clock.now())))
            set_meta(driver(connection), acc.LAST_ERROR, "")
        if self._account.scope is not Scope.FULL:
            self.desk.database.checkpoint()  # what this counter may not keep must not lie in the log either
        self._exchange_photos()
        return self.report

    def _exchange_photos(self) -> None:
        """After the merge, so that the photo of somebody who was erased elsewhere goes nowhere any more."""
        scope = self._account.scope
        done = exchange_photos(self.desk, self.transport, self._token, scope, self.progress)
        self.report.photos = done
        if done.fetched:
            self.report.changed_kinds |= {"photo"}

    def _ask(self, path: str, message: msgspec.Struct, kind: Any) -> Any:
        """Raises Unreachable also for an answer that is no such message."""
        try:
            return wire.decode(self.transport.call(path, wire.encode(message), self._token), kind)
        except msgspec.MsgspecError as error:
            raise Unreachable("trouble", f"{path}: {error}") from error

    # ---- greeting -------------------------------------------------------------------------------------------------

    def _greet(self) -> wire.HelloAnswer:
        station = id_bytes(self._account.station_id)
        challenge = self._ask("challenge", wire.ChallengeRequest(station), wire.Challenge)
        notes = self.desk.witness.all() if self.desk.witness is not None else []
        with self.desk.database.read() as connection:
            source = driver(connection)
            waiting = pending(source)
            hello = wire.Hello(
                station_id=station,
                challenge=challenge.challenge,
                nonce=self._account.nonce,
                machine=bytes.fromhex(get_meta(source, "machine_id") or ""),
                clock=clock_reading(self.desk),
                streams=[head_of(stream) for stream in own_streams(source)],
                cursor=self._account.cursor,
                incarnation=self._account.incarnation,
                pending=waiting.events,
                pending_since_ms=waiting.since_ms,
                app_version=__version__,
                missing=missing(source, notes),
            )
        signed = msgspec.structs.replace(hello, signature=self._key.sign(wire.signed_part(hello)))
        try:
            answer: wire.HelloAnswer = self._ask("hello", signed, wire.HelloAnswer)
        except Declined as declined:
            if declined.code == "clone":
                self._part_from_clone()
            raise
        return answer

    def _part_from_clone(self) -> None:
        """Another machine lives under this name: what is done here from now on must not share its numbers."""
        with self.desk.database.write() as connection:
            source = driver(connection)
            streams = {stream.stream_id: stream for stream in own_streams(source)}
            if streams[id_bytes(self.desk.stream_id)].reason != "clone":
                self._open_stream(source, "clone")

    def _heed(self, answer: wire.HelloAnswer) -> None:
        """Keep what the answer says: nonce, time, scope, the server's life, and how far it has each stream."""
        with self.desk.database.write() as connection:
            source = driver(connection)
            self.desk.set_server_time(source, answer.now_ms)
            keep_answer(source, self.desk, answer, self._account)
        heads = {head.stream_id: head for head in answer.streams}
        for stream in self._streams():
            self._compare(stream, heads.get(stream.stream_id) or wire.ServerHead(stream.stream_id, 0, bytes(32)))
        self._refresh()

    def _refresh(self) -> None:
        with self.desk.database.read() as connection:
            self._account = acc.read_account(driver(connection))

    def _compare(self, stream: OwnStream, theirs: wire.ServerHead) -> None:
        with self.desk.database.read() as connection:
            verdict = verdict_of(driver(connection), stream, theirs)
        if verdict is Verdict.FORK:
            self._part_ways(stream, theirs.seq)
            return
        with self.desk.database.write() as connection:
            settle_ack(driver(connection), stream, theirs)
            if verdict is Verdict.LONGER and stream.stream_id == id_bytes(self.desk.stream_id):
                self._open_stream(driver(connection), "restore")
        if verdict is Verdict.LONGER:
            self._regain(stream, theirs)

    def _open_stream(self, source: Any, reason: str) -> None:
        new = self.desk.ids.new()
        old = id_bytes(self.desk.stream_id)
        open_stream(source, new, parent=old, reason=reason, now_ms=to_ms(self.desk.clock.now()))
        self.desk.stream_id = new
        self.report.new_stream = reason

    def _regain(self, stream: OwnStream, theirs: wire.ServerHead) -> None:
        """Fetch the history this database lost, as far as its numbers are free here."""
        with self.desk.database.read() as connection:
            free = hash_at(driver(connection), stream.stream_id, stream.seq + 1) is None
        after = stream.seq
        while free and after < theirs.seq:
            wanted = wire.HashesRequest(stream.stream_id, after + 1, min(theirs.seq, after + wire.BATCH_EVENTS))
            try:
                answer = self._ask("events", wanted, wire.EventsAnswer)
            except Declined as declined:
                if declined.code == "foreign":  # the stream of the counter this one was copied from: not its history
                    return
                raise
            if not answer.events or answer.from_seq != after + 1:
                raise Confused("lost history with a gap")
            with self.desk.database.write() as connection:
                after = add_lost_history(driver(connection), stream.stream_id, after, answer.events)
            self.report.regained += len(answer.events)

    # ---- forks ----------------------------------------------------------------------------------------------------

    def _part_ways(self, stream: OwnStream, their_seq: int) -> None:
        """Find where the histories part, and seal our part of it anew in a stream of its own."""

        def hashes(from_seq: int, to_seq: int) -> dict[int, bytes]:
            asked = wire.HashesRequest(stream.stream_id, from_seq, to_seq)
            return dict(self._ask("hashes", asked, wire.HashesAnswer).hashes)

        with self.desk.database.read() as connection:
            shared = fork_point(driver(connection), stream, their_seq, hashes)
        with self.desk.database.write() as connection:
            part_ways(driver(connection), self.desk, stream.stream_id, shared)
        forget_parted(self.desk, stream.stream_id, shared)
        self.report.new_stream = "fork"

    # ---- pushing --------------------------------------------------------------------------------------------------

    def _push_all(self) -> None:
        """Every stream in the order it was opened. What is recorded meanwhile waits for the next round."""
        total = sum(stream.pending for stream in self._streams())
        again = True
        while again:
            again = any(self._push_stream(stream, total) for stream in self._streams())

    def _push_stream(self, stream: OwnStream, total: int) -> bool:
        """Push a stream to its end. True when the streams changed under it and must be looked at anew."""
        acked = stream.acked_seq
        while acked < stream.seq:
            batch = self._batch(stream, acked)
            answer = self._push(batch)
            if answer.verdict == "taken" and (answer.seq, answer.hash) == (batch.to_seq, batch.to_hash):
                self._keep_ack(stream, answer, len(batch.events))
                acked = answer.seq
                self.progress("push", self.report.pushed, max(total, self.report.pushed))
                continue
            self._steps += 1
            if self._steps > _MOST_STEPS:
                raise Confused(f"push answered {answer.verdict} again and again")
            if answer.verdict == "fork":
                self._part_ways(stream, answer.seq)
            else:
                self._compare(stream, wire.ServerHead(stream.stream_id, answer.seq, answer.hash))
            return True
        return False

    def _push(self, batch: wire.Batch) -> wire.PushAnswer:
        """Send a batch; the next is twice as large after one that arrived, half as large after one that did not."""
        size = len(batch.events)
        try:
            answer: wire.PushAnswer = self._ask("push", batch, wire.PushAnswer)
        except Unreachable:
            self._keep_size(max(wire.LEAST_BATCH, size // 2))
            raise
        if size >= self._size:
            self._keep_size(min(wire.BATCH_EVENTS, size * 2))
        return answer

    @property
    def _size(self) -> int:
        return self._account.batch_events or wire.BATCH_EVENTS

    def _keep_size(self, events: int) -> None:
        if events == self._size:
            return
        with self.desk.database.write() as connection:
            set_meta(driver(connection), acc.BATCH_SIZE, str(events))
            self._account = acc.read_account(driver(connection))

    def _batch(self, stream: OwnStream, after: int) -> wire.Batch:
        with self.desk.database.read() as connection:
            made = make_batch(driver(connection), self.desk, self._account, stream, after, self._size)
        return msgspec.structs.replace(made, signature=self._key.sign(wire.signed_part(made)))

    def _keep_ack(self, stream: OwnStream, answer: wire.PushAnswer, events: int) -> None:
        with self.desk.database.write() as connection:
            record_ack(driver(connection), stream.stream_id, answer.seq, answer.hash, answer.durable_seq)
        self.report.pushed += events
        self.report.set_aside += len(answer.outcomes)
        for event_id, outcome in answer.outcomes:
            log.info("event %s: %s", event_id.hex(), outcome)

    # ---- fetching -------------------------------------------------------------------------------------------------

    def _fetch(self, greeted: wire.HelloAnswer) -> None:
        self._refresh()
        last = self._pull(greeted.rows)
        scope = self._account.scope
        self._merge(kinds_of(scope) if self._account.replacing else frozenset())
        wrong = self._differing(last)
        if not wrong:
            return
        log.warning("tables that are not the server's, fetched anew: %s", ", ".join(wrong))
        self._pull_kinds(wrong)
        last = self._pull(0)
        self._merge(frozenset(KIND_OF[name] for name in wrong))
        self.report.replaced_kinds = tuple(wrong)
        self.report.mismatched_kinds = tuple(self._differing(last))

    def _pull(self, rows: int) -> wire.PullAnswer:
        """Stage pages until the last one, which is returned."""
        total = rows if self._account.cursor == 0 else 0
        while True:
            answer: wire.PullAnswer = self._ask("pull", wire.PullRequest(self._account.cursor), wire.PullAnswer)
            if answer.more and answer.next_cursor <= self._account.cursor:
                raise Confused("a page that leads nowhere")
            self._stage(answer, moves_cursor=True)
            self.progress("pull", self.report.pulled, max(total, self.report.pulled) if total else 0)
            if not answer.more:
                return answer

    def _pull_kinds(self, kinds: list[str]) -> None:
        cursor, more = 0, True
        while more:
            answer = self._ask("pull", wire.PullRequest(cursor, kinds=kinds), wire.PullAnswer)
            if answer.more and answer.next_cursor <= cursor:
                raise Confused("a page that leads nowhere")
            self._stage(answer, moves_cursor=False)
            cursor, more = answer.next_cursor, answer.more

    def _stage(self, answer: wire.PullAnswer, *, moves_cursor: bool) -> None:
        try:
            self.report.pulled += stage(
                self.desk.database, self._id, answer, scope=self._account.scope, moves_cursor=moves_cursor
            )
        except ValueError as error:
            raise Confused(f"a row that cannot be read: {error}") from error
        self._refresh()

    def _merge(self, replaced: frozenset[type[Entity]]) -> None:
        merged = merge_staged(self.desk, self._id, self._account.scope, replaced)
        self.report.changed_kinds |= merged.changed_kinds
        self.report.failed += merged.failed

    def _differing(self, last: wire.PullAnswer) -> list[str]:
        with self.desk.database.read() as connection:
            return differing_kinds(driver(connection), last.digests, last.columns, thorough=self.thorough)

    def _streams(self) -> list[OwnStream]:
        with self.desk.database.read() as connection:
            return own_streams(driver(connection))


# ---- shared with packets on a stick ---------------------------------------------------------------------------------


def clock_reading(desk: Desk) -> wire.ClockReading:
    return wire.ClockReading(to_ms(desk.clock.now()), desk.clock.mono_ms(), desk.clock.boot_id)


def make_batch(
    driver_connection: Any, desk: Desk, account: acc.Account, stream: OwnStream, after: int, most: int
) -> wire.Batch:
    """The next events of a stream, unsigned: at most `most`, and at least one however large it is."""
    events: list[wire.WireEvent] = []
    prev_hash, to_hash, size = hash_at(driver_connection, stream.stream_id, after), b"", 0
    for row in rows_between(driver_connection, stream.stream_id, after, min(stream.seq, after + most)):
        size += _EVENT_BYTES + len(row[14].encode()) + len(row[15] or b"")
        if events and size > wire.BATCH_BYTES:
            break
        events.append(wire.WireEvent(*row[2:18]))
        to_hash = row[19]
    return wire.Batch(
        library_id=id_bytes(account.library_id),
        station_id=id_bytes(account.station_id),
        stream_id=stream.stream_id,
        from_seq=after + 1,
        prev_hash=prev_hash or b"",
        to_hash=to_hash,
        events=events,
        clock=clock_reading(desk),
        head=head_of(stream),
    )


def keep_answer(driver_connection: Any, desk: Desk, answer: wire.HelloAnswer, account: acc.Account) -> None:
    """Nonce, scope and the life of the server. Inside the caller's transaction.

    Rows of a life that a restore has ended, and rows of another scope, are all fetched anew.
    """
    set_meta(driver_connection, acc.NONCE, answer.nonce.hex())
    set_meta(driver_connection, acc.INCARNATION, answer.incarnation.hex())
    another_life = account.incarnation not in (None, answer.incarnation) and account.cursor > answer.fresh_from
    if another_life or account.cursor > answer.change_seq or Scope(answer.scope) is not account.scope:
        acc.begin_anew(driver_connection)
    if Scope(answer.scope) is not account.scope:
        set_meta(driver_connection, acc.SCOPE, answer.scope)
        desk.scope = Scope(answer.scope)


def settle_ack(driver_connection: Any, stream: OwnStream, theirs: wire.ServerHead) -> None:
    """The server has this much of a stream that is not forked. Less than it once had: it was restored.

    Then what it lost is sent again, and rows fetched anew, for those here already hold these events.
    """
    seq = min(theirs.seq, stream.seq)
    if seq < stream.acked_seq:
        log.warning("stream %s: the server has %s of %s", stream.stream_id.hex(), seq, stream.acked_seq)
        acc.begin_anew(driver_connection)
    if seq != stream.acked_seq:
        sealed = hash_at(driver_connection, stream.stream_id, seq)
        record_ack(driver_connection, stream.stream_id, seq, sealed or b"")


def part_ways(driver_connection: Any, desk: Desk, stream_id: bytes, shared: int) -> int:
    """Seal what follows `shared` anew in a stream of its own; the desk goes on in it if this was its stream."""
    stream = next(stream for stream in own_streams(driver_connection) if stream.stream_id == stream_id)
    last = stream_id == id_bytes(desk.stream_id)
    new = desk.ids.new()
    if shared < stream.acked_seq:
        acc.begin_anew(driver_connection)
    moved = move_tail(driver_connection, stream, shared, new, now_ms=to_ms(desk.clock.now()), last=last)
    if last:
        desk.stream_id = new
    log.warning("stream %s parts at %s; %s events go on in %s", stream_id.hex(), shared, moved, new)
    return moved


def forget_parted(desk: Desk, stream_id: bytes, shared: int) -> None:
    """The notes of what a fork has sealed anew: it stands under other numbers now, and is noted by those."""
    if desk.witness is None:
        return
    with desk.database.read() as connection:
        source = driver(connection)
        notes = [note for note in desk.witness.all() if note.stream_id == stream_id and note.seq > shared]
        void = [note for note in notes if hash_at(source, stream_id, note.seq) == note.hash]
        here = next(one for one in own_streams(source) if one.stream_id == id_bytes(desk.stream_id))
    if here.seq:
        desk.witness.write(Witness(here.stream_id, here.seq, here.hash))
    for note in void:
        desk.witness.forget(note)


def merge_staged(desk: Desk, round_id: str, scope: Scope, replaced: frozenset[type[Entity]]) -> Merged:
    """Merge what is staged; much of it is compared before, so that the counter need not wait."""
    with desk.database.read() as connection:
        source = driver(connection)
        many = source.execute("SELECT count(*) FROM pulled").fetchone()[0] > MANY
        filled = source.execute("SELECT 1 FROM library LIMIT 1").fetchone() is not None
    if many and filled:
        thin(desk.database, round_id, replacing=bool(replaced))
    return merge(desk, round_id, scope, replaced=replaced)
