"""Each safeguard of synchronising left out, one at a time: the simulator must notice, or it proves nothing.

Every ablation is a context manager that puts a worse piece of code in the place of a good one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from typing import Any
from unittest import mock

import msgspec
import sync_server
from sync_faults import ServerCrashed

from loket.db.engine import driver
from loket.db.meta import set_meta
from loket.db.state import SqlState
from loket.db.streams import own_streams, record_ack
from loket.domain import apply_lockers, apply_money, handling, money
from loket.server import batch_state, booking, entity_store, feed, ledger
from loket.services import receipts
from loket.sync import account as acc
from loket.sync import client, merge
from loket.sync.streams import Verdict

Ablation = Callable[[], AbstractContextManager[Any]]


@contextmanager
def _both(*patches: AbstractContextManager[Any]) -> Iterator[None]:
    with ExitStack() as stack:
        for patch in patches:
            stack.enter_context(patch)
        yield


def no_chain_check() -> AbstractContextManager[Any]:
    """Nobody compares hashes: by their numbers alone two lives of one stream look like one."""

    def by_number(source: Any, own: Any, theirs: Any) -> Verdict:
        return Verdict.PREFIX if theirs.seq <= own.seq else Verdict.LONGER

    return _both(
        mock.patch.object(ledger, "_continues", return_value=True), mock.patch.object(client, "verdict_of", by_number)
    )


def no_dedupe() -> AbstractContextManager[Any]:
    """An event that comes again by another stream is a new event; its id, being taken, is changed."""
    real = booking.Booking._book

    def append(self: Any, one: Any, stream: Any, corrected_ms: int | None = None) -> str:
        event_id = one.wire.event_id
        if self.logged([event_id])[event_id] is not None:
            event_id = booking.hashlib.sha256(event_id + stream.stream_id).digest()[:16]
        outcome = real(self, one, stream, event_id, one.wire.event_id, corrected_ms)
        place = {"stream_id": stream.stream_id, "seq": one.seq, "event_id": event_id, "hash": one.hash}
        self._pending.positions.append({"library_id": self._library, **place})
        stream.head_seq, stream.head_hash = one.seq, one.hash
        return outcome

    return mock.patch.object(booking.Booking, "append", append)


def cursor_apart() -> AbstractContextManager[Any]:
    """The cursor moves in a transaction before that of its rows."""
    real = merge.stage

    def stage(database: Any, round_id: str, answer: Any, *, scope: Any, moves_cursor: bool = True) -> int:
        if moves_cursor:
            with database.write() as connection:
                set_meta(driver(connection), acc.CURSOR, str(answer.next_cursor))
        return real(database, round_id, answer, scope=scope, moves_cursor=False)

    return mock.patch.object(client, "stage", stage)


def no_base_rows() -> AbstractContextManager[Any]:
    """What the server said of a row before a desk changed it is not kept."""
    return mock.patch.object(SqlState, "_keep_base", return_value=None)


def no_incarnation() -> AbstractContextManager[Any]:
    """A station that meets a server put back goes on from its old cursor, wherever that server is."""
    real = client.keep_answer

    def keep_answer(source: Any, desk: Any, answer: Any, account: Any) -> None:
        same = msgspec.structs.replace(answer, fresh_from=1 << 50, change_seq=1 << 50)
        if account.incarnation is not None:
            same = msgspec.structs.replace(same, incarnation=account.incarnation)
        real(source, desk, same, account)

    return mock.patch.object(client, "keep_answer", keep_answer)


def no_restamp() -> AbstractContextManager[Any]:
    """At a fork the server's history wins: the station's own part is taken for sent."""

    def part_ways(source: Any, desk: Any, stream_id: bytes, shared: int) -> int:
        stream = next(stream for stream in own_streams(source) if stream.stream_id == stream_id)
        record_ack(source, stream_id, stream.seq, stream.hash)
        return 0

    return mock.patch.object(client, "part_ways", part_ways)


def early_numbers() -> AbstractContextManager[Any]:
    """Change numbers come from a sequence, taken before the lock: rows appear under numbers others have passed."""
    real = batch_state.BatchState.flush
    taken: dict[bytes, int] = {}

    def flush(self: Any, change_seq: int) -> int:
        key = self._source.library_id
        early = taken.get(key, change_seq)
        changed = len(self.changes())
        reached = max(real(self, early), change_seq)
        taken[key] = reached
        return reached + changed

    return mock.patch.object(batch_state.BatchState, "flush", flush)


def ack_before_commit() -> AbstractContextManager[Any]:
    """The server says yes and then commits; sometimes it dies between."""
    real_call = sync_server.Server.call
    real_take = ledger._take
    answers: list[Any] = []

    def take(*given: Any, **named: Any) -> Any:
        answers.append(real_take(*given, **named))
        return answers[-1]

    def call(self: Any, path: str, body: bytes, token: str, *, crash_at: int | None = None) -> bytes:
        answers.clear()
        try:
            return real_call(self, path, body, token, crash_at=crash_at and 1_000)
        except ServerCrashed:
            if path != "push" or not answers:
                raise
            return sync_server.wire.encode(answers[-1])

    return _both(mock.patch.object(sync_server.Server, "call", call), mock.patch.object(ledger, "_take", take))


def no_scope() -> AbstractContextManager[Any]:
    """Every station is sent everything, and keeps it."""

    def everything(scope: Any, kind: Any) -> Any:
        return tuple(kind.__match_args__)

    def as_it_is(scope: Any, kind: str, values: Any) -> Any:
        return values

    return _both(
        mock.patch.object(feed, "columns", everything),
        mock.patch.object(feed, "projected", as_it_is),
        mock.patch.object(feed, "_kinds", return_value=sorted(entity_store.KIND_OF)),
        mock.patch.object(merge, "columns", everything),
    )


def all_settled() -> AbstractContextManager[Any]:
    """Whatever stands in the journal counts as known to the server when rows are merged."""
    return mock.patch.object(merge, "rows_between", return_value=())


def no_event_undo() -> AbstractContextManager[Any]:
    """What an event wrote before its handler failed stays."""
    return mock.patch.object(batch_state.BatchState, "undo_event", lambda self: self._event.clear())


def no_notes() -> AbstractContextManager[Any]:
    """The server never hears how far a station had come before its disk was put back."""
    return mock.patch.object(client, "missing", return_value=[])


def no_credit() -> AbstractContextManager[Any]:
    """What is paid beyond what is due is forgotten, as if the second desk had not taken it."""

    def settled(charge: Any, lines: Any, waivers: Any) -> Any:
        found = money.settled(charge, lines, waivers)
        return replace(found, paid_rp=found.paid_rp - found.credit_rp, credit_rp=0)

    return mock.patch.object(handling, "settled", settled)


def no_number_case() -> AbstractContextManager[Any]:
    """A number that is on another receipt already is stored as it was printed, and nobody is told."""
    return mock.patch.object(apply_money, "_number_of_its_own", lambda state, stamp, event: (event.number, []))


def numbers_by_rows() -> AbstractContextManager[Any]:
    """The next number follows from the rows alone: one whose receipt the server could not book yet is given again."""
    return mock.patch.object(receipts, "get_meta", return_value=None)


def no_locker_case() -> AbstractContextManager[Any]:
    """One locker is given out at two desks, and nobody is told."""
    return mock.patch.object(apply_lockers, "_twice", return_value=[])


ABLATIONS: dict[str, Ablation] = {
    "chain-check": no_chain_check,
    "dedupe": no_dedupe,
    "cursor-transaction": cursor_apart,
    "base-rows": no_base_rows,
    "incarnation": no_incarnation,
    "restamp": no_restamp,
    "change-numbers": early_numbers,
    "ack-after-commit": ack_before_commit,
    "scope-mask": no_scope,
    "settled-rule": all_settled,
    "event-undo": no_event_undo,
    "lost-notes": no_notes,
    "credit": no_credit,
    "number-case": no_number_case,
    "number-notes": numbers_by_rows,
    "locker-case": no_locker_case,
}
