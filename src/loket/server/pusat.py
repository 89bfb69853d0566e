"""Loket Pusat without its HTTP: everything a counter, an administrator or the dashboard can ask of the server.

Every method may be called from any thread. What is answered is durable. A refusal is a `ServerRefused`; a database
that cannot be reached raises SQLAlchemy's own error, and the counter comes again.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from loket.db.rows import to_ms
from loket.domain import events as e
from loket.domain.decisions import ASKS, choices_for
from loket.domain.entities import Case, Id
from loket.domain.ports import Clock, Ids
from loket.server import registry
from loket.server.batch_state import BatchState
from loket.server.booking import Booking
from loket.server.callers import Caller, ServerRefused
from loket.server.enrolment import Enrolment
from loket.server.entity_store import CLOSED_CASES, OPEN_CASES, EntityStore
from loket.server.feed import Feed
from loket.server.gate import Gate
from loket.server.ledger import Ledger, NoteErased
from loket.server.parcels import Parcels
from loket.server.registry import StationView
from loket.server.server_keys import ServerKeys
from loket.server.store import Store
from loket.sync import wire

__all__ = ["Caller", "Pusat", "ServerRefused", "StationView"]


class Pusat:
    """The server. `entropy` gives random bytes for codes, challenges and nonces; `note_erased`: see `Ledger`."""

    def __init__(
        self,
        store: Store,
        keys: ServerKeys,
        clock: Clock,
        ids: Ids,
        *,
        entropy: Callable[[int], bytes] = secrets.token_bytes,
        note_erased: NoteErased = lambda *_: None,
    ) -> None:
        self.store = store
        self.keys = keys
        self.clock = clock
        self.ids = ids
        self.ledger = Ledger(store, keys, clock, ids, note_erased)
        self._gate = Gate(store, keys, clock, self.ledger, entropy)
        self._enrolment = Enrolment(store, keys, clock, ids, entropy)
        self._feed = Feed(store, keys, clock)
        self._parcels = Parcels(store, keys, clock, self.ledger, self._feed)

    # ---- counters -------------------------------------------------------------------------------------------------

    def challenge(self, request: wire.ChallengeRequest) -> wire.Challenge:
        return self._gate.challenge(request)

    def hello(self, hello: wire.Hello) -> wire.HelloAnswer:
        """Open a round; see `Gate.hello` for what is refused."""
        return self._gate.hello(hello)

    def authorise(self, token: str) -> Caller:
        """Who shows this token. Raises ServerRefused 401: "token", "expired"."""
        return self._gate.authorise(token)

    def push(self, caller: Caller, batch: wire.Batch) -> wire.PushAnswer:
        """Take a batch; see `Ledger.push` for what is refused."""
        return self.ledger.push(caller, batch)

    def pull(self, caller: Caller, request: wire.PullRequest) -> wire.PullAnswer:
        return self._feed.pull(caller, request)

    def hashes(self, caller: Caller, request: wire.HashesRequest) -> wire.HashesAnswer:
        return self._feed.hashes(caller, request)

    def stream_events(self, caller: Caller, request: wire.HashesRequest) -> wire.EventsAnswer:
        return self._feed.stream_events(caller, request)

    def enrol(self, request: wire.EnrolRequest, peer: str = "") -> wire.EnrolAnswer:
        """Redeem a code; see `Enrolment.enrol` for what is refused. `peer`: the asker's address."""
        return self._enrolment.enrol(request, peer)

    def time(self) -> wire.SignedTime:
        return self.keys.signed_time(to_ms(self.clock.now()))

    def take_packet(self, packet: bytes) -> list[wire.PushAnswer]:
        """Take what a counter sent on a stick; see `Parcels.take`."""
        return self._parcels.take(packet)

    def packet_reply(self, packet: bytes) -> bytes:
        """The file that goes back on the stick, after `take_packet`."""
        return self._parcels.reply(packet)

    def put_blob(self, caller: Caller, sha256: bytes, body: bytes) -> None:
        self._parcels.put_blob(caller, sha256, body)

    def get_blob(self, caller: Caller, sha256: bytes) -> bytes:
        return self._parcels.get_blob(caller, sha256)

    # ---- administrators -------------------------------------------------------------------------------------------

    def new_code(
        self,
        library_id: Id | None,
        *,
        station_name: str = "",
        station_code: str = "",
        profile: str = "",
        station_id: Id | None = None,
    ) -> str:
        """An enrolment code, to be shown once.

        Without a library: for a counter that brings its own, which the server then knows. With `station_id`: for a
        computer that takes the place of this counter; its name, code and profile stay unless others are given.
        """
        return self._enrolment.new_code(
            library_id, station_name=station_name, station_code=station_code, profile=profile, station_id=station_id
        )

    def station_codes(self, library_id: Id) -> set[str]:
        """Codes that a new counter cannot have: of counters that joined, and of those that may still."""
        return self._enrolment.spoken_for(library_id)

    def libraries(self) -> list[tuple[Id, str]]:
        """(id, name) of every library, by name."""
        with self.store.read() as connection:
            return registry.libraries(connection)

    def stations(self, library_id: Id) -> list[StationView]:
        """The library's counters, by code."""
        with self.store.read() as connection:
            return registry.stations(connection, library_id)

    def revoke(self, library_id: Id, station_id: Id) -> None:
        """A counter that was lost or stolen. Raises ServerRefused 404."""
        now_ms = to_ms(self.clock.now())
        self.store.transact(lambda connection: registry.revoke(connection, library_id, station_id, now_ms))

    # ---- the dashboard --------------------------------------------------------------------------------------------

    @contextmanager
    def state(self, library_id: Id) -> Iterator[BatchState]:
        """The library's rows of one moment, to read."""
        with self.store.read() as connection:
            yield BatchState(EntityStore(connection, library_id, self.keys))

    def cases(self, library_id: Id, open_only: bool = True) -> list[Case]:
        """What a person has to look at, newest first."""
        with self.store.read() as connection:
            source = EntityStore(connection, library_id, self.keys)
            keys = source.index([OPEN_CASES] if open_only else [OPEN_CASES, CLOSED_CASES])
            found = [row.entity for row in source.rows(keys)]
        cases = [case for case in found if isinstance(case, Case)]
        return sorted(cases, key=lambda case: (case.opened_at, case.id), reverse=True)

    def resolve_case(
        self, library_id: Id, case_id: Id, choice: str, note: str, decided_by: str, value: str = ""
    ) -> None:
        """Decide a case, as an event of the server's own. A case decided already stays as it is.

        Raises ServerRefused: 404 "case", 422 "choice" for one that the case does not offer, 422 "value" where a choice
        asks for a date and gets none.
        """

        def work(booking: Booking) -> None:
            case = booking.state.get(Case, case_id)
            if case is None:
                raise ServerRefused(404, "case")
            if case.closed:
                return
            if choice not in choices_for(case):
                raise ServerRefused(422, "choice")
            if ASKS.get(choice) == "date" and not _is_date(value):
                raise ServerRefused(422, "value")
            booking.note(e.CaseResolved(case_id, choice, note, value=value, decided_by=decided_by))

        self.ledger.book(library_id, work)


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
