"""How a counter becomes one of the library's: with a code of ten signs, once.

The first four signs find the code, the other six (30 bits) are the secret: five wrong tries at them end it, and
strangers who try codes at random are stopped by their address.
"""

from __future__ import annotations

import hmac
import threading
from collections import defaultdict, deque
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Row, select, update

from loket.db.journal import GENESIS
from loket.db.keys import ALPHABET
from loket.db.rows import id_bytes, to_ms
from loket.db.sealing import SECRET_BYTES
from loket.domain.entities import SERVER_STATION, Id
from loket.domain.ports import Clock, Ids
from loket.domain.scope import Scope, scope_of
from loket.server.callers import ServerRefused
from loket.server.server_keys import ServerKeys
from loket.server.store import Store, append, upsert
from loket.server.tables import ENROL_CODE, INCARNATION, LIBRARY, LIBRARY_HEAD, STATION
from loket.sync.wire import EnrolAnswer, EnrolRequest

CODE_SIGNS, SELECTOR_SIGNS = 10, 4
CODE_MS = 48 * 60 * 60_000
TRIES = 5
WRONG_PER_PEER, WRONG_PER_LIBRARY, WINDOW_MS = 10, 30, 60 * 60_000
NO_LIBRARY = bytes(16)
ID_BYTES, KEY_BYTES, NONCE_BYTES = 16, 32, 16
_MISREAD = str.maketrans("OIL", "011", " -")


class Enrolment:
    """Makes codes and redeems them."""

    def __init__(self, store: Store, keys: ServerKeys, clock: Clock, ids: Ids, entropy: Callable[[int], bytes]) -> None:
        self._store = store
        self._keys = keys
        self._clock = clock
        self._ids = ids
        self._entropy = entropy
        self._wrong = _Wrong()

    def new_code(
        self, library_id: Id | None, *, station_name: str, station_code: str, profile: str, station_id: Id | None
    ) -> str:
        """See `Pusat.new_code`. A code made anew for the same counter ends the one before: two would make two of it.

        Raises ServerRefused: 404 "library", "station"; 409 "station_code" when it is taken.
        """
        library = id_bytes(library_id) if library_id else NO_LIBRARY
        code = "".join(ALPHABET[byte % 32] for byte in self._entropy(CODE_SIGNS))

        def work(connection: Connection) -> str:
            if library_id is not None:
                _assert_possible(connection, library, station_code, station_id)
                if station_code:
                    _end_open_codes(connection, library, station_code)
            row = {
                "library_id": library,
                "code_hash": self._keys.code_hash(code),
                "selector": code[:SELECTOR_SIGNS],
                "station_id": id_bytes(station_id) if station_id else None,
                "station_name": station_name,
                "station_code": station_code,
                "profile": profile,
                "expires_ms": to_ms(self._clock.now()) + CODE_MS,
                "tries": 0,
                "used_ms": None,
                "used_by": None,
            }
            upsert(connection, ENROL_CODE, [row])
            return code

        return self._store.transact(work)

    def spoken_for(self, library_id: Id) -> set[str]:
        """Codes of the library's counters, and of those that may still join."""
        library, now_ms = id_bytes(library_id), to_ms(self._clock.now())
        t, s = ENROL_CODE.c, STATION.c
        waiting = select(t.station_code).where(t.library_id == library, t.used_ms.is_(None), t.expires_ms >= now_ms)
        with self._store.read() as connection:
            joined = connection.scalars(select(s.code).where(s.library_id == library))
            return {*joined, *connection.scalars(waiting)}

    def enrol(self, request: EnrolRequest, peer: str) -> EnrolAnswer:
        """Make the asker a counter. Sent again with the same key, the same answer: the first may have been lost.

        Raises ServerRefused: 403 "code_unknown", "code_expired", "code_used"; 429 "code_blocked"; 409 "other_library"
        (the counter belongs to another one), "not_founded" (the code is for a counter that brings its library);
        422 "malformed".
        """
        now_ms = to_ms(self._clock.now())
        _assert_sound(request)
        self._wrong.assert_few(peer, now_ms)
        code = request.code.upper().translate(_MISREAD)
        answer = self._store.transact(lambda connection: self._redeem(connection, request, code, now_ms))
        if isinstance(answer, ServerRefused):  # raised here: the wrong try itself is to be remembered
            self._wrong.add(peer, now_ms)
            raise answer
        return answer

    def _redeem(
        self, connection: Connection, request: EnrolRequest, code: str, now_ms: int
    ) -> EnrolAnswer | ServerRefused:
        found = self._right_one(connection, code, now_ms)
        if isinstance(found, ServerRefused):
            return found
        if found.used_ms is not None and not _is_repeated(connection, found, request):
            return ServerRefused(403, "code_used")
        library = self._library(connection, found, request, now_ms)
        station_id = self._station_id(connection, library, found, request)
        old = _station(connection, library, station_id)
        founding = found.library_id == NO_LIBRARY
        trusted = found.profile or (old.profile if old else "") or (request.profile if founding else "")
        nonce = self._entropy(NONCE_BYTES)
        station = {
            "library_id": library,
            "station_id": station_id,
            "public_key": request.public_key,
            "machine": request.machine,
            "nonce": nonce,
            "previous_nonce": nonce,
            "scope": scope_of(trusted).value,  # never by what the asker says of itself
            "profile": trusted or request.profile,
            "code": found.station_code or (old.code if old else request.station_code),
            "name": found.station_name or (old.name if old else request.station_name),
            "enrolled_ms": now_ms,
            "revoked_ms": None,
            "last_seen_ms": None,
            "last_sync_ms": None,
            "pending": 0,
            "pending_since_ms": None,
            "app_version": request.app_version,
            "clock_off_ms": 0,
        }
        upsert(connection, STATION, [station])
        used = {"used_ms": now_ms, "used_by": request.public_key, "station_id": station_id}
        _update_code(connection, found, used)
        return self._answer(connection, station)

    def _right_one(self, connection: Connection, code: str, now_ms: int) -> Row[*tuple[Any, ...]] | ServerRefused:
        """The code's row; every code that begins the same way counts a wrong try."""
        t = ENROL_CODE.c
        query = select(*t).where(t.selector == code[:SELECTOR_SIGNS]).with_for_update()
        rows = connection.execute(query).all()
        code_hash = self._keys.code_hash(code)
        right = next((row for row in rows if hmac.compare_digest(row.code_hash, code_hash)), None)
        if right is None:
            for row in rows:
                _update_code(connection, row, {"tries": row.tries + 1})
            return ServerRefused(403, "code_unknown")
        if right.tries >= TRIES:
            return ServerRefused(429, "code_blocked")
        return ServerRefused(403, "code_expired") if right.expires_ms < now_ms else right

    def _library(
        self, connection: Connection, found: Row[*tuple[Any, ...]], request: EnrolRequest, now_ms: int
    ) -> bytes:
        """The library that the counter joins, or brings. Raises ServerRefused 409."""
        if found.library_id != NO_LIBRARY:
            if request.library_id not in (None, found.library_id):
                raise ServerRefused(409, "other_library")
            return bytes(found.library_id)
        if request.library_id is None or request.library_secret is None:
            raise ServerRefused(409, "not_founded")
        known = connection.scalar(select(LIBRARY.c.name).where(LIBRARY.c.library_id == request.library_id))
        if known is not None and found.used_ms is None:
            raise ServerRefused(409, "other_library", "the server has this library: it needs a code of that library")
        if known is None:
            self._found_library(connection, request.library_id, request, request.library_secret, now_ms)
        return request.library_id

    def _found_library(
        self, connection: Connection, library: bytes, request: EnrolRequest, secret: bytes, now_ms: int
    ) -> None:
        sealed = self._keys.seal(secret, library, b"secret")
        incarnation = self._entropy(ID_BYTES)
        row = {"library_id": library, "name": request.library_name, "secret": sealed, "created_ms": now_ms}
        append(connection, LIBRARY, [row])
        life = {"library_id": library, "number": 1, "incarnation": incarnation, "started_ms": now_ms}
        append(connection, INCARNATION, [life | {"fresh_from": 0, "reason": "founded"}])
        head = {"library_id": library, "log_seq": 0, "change_seq": 0, "log_hash": GENESIS, "incarnation": incarnation}
        append(connection, LIBRARY_HEAD, [head])

    def _station_id(
        self, connection: Connection, library: bytes, found: Row[*tuple[Any, ...]], request: EnrolRequest
    ) -> bytes:
        """The counter that the code replaces; else the id it has, unless another goes by it already."""
        if found.station_id is not None:
            return bytes(found.station_id)
        own = request.station_id
        if own is not None and own != id_bytes(SERVER_STATION):
            t = STATION.c
            taken = select(t.station_id).where(t.library_id == library, t.station_id == own)
            if connection.scalar(taken) is None:
                return own
        return id_bytes(self._ids.new())

    def _answer(self, connection: Connection, station: dict[str, Any]) -> EnrolAnswer:
        library = station["library_id"]
        secret = connection.scalar(select(LIBRARY.c.secret).where(LIBRARY.c.library_id == library))
        assert secret is not None, "a code's library is there"
        full = station["scope"] == Scope.FULL
        return EnrolAnswer(
            library_id=library,
            station_id=station["station_id"],
            station_name=station["name"],
            station_code=station["code"],
            profile=station["profile"],
            scope=station["scope"],
            nonce=station["nonce"],
            server_key=self._keys.server_key,
            seal_key=self._keys.seal_key,
            library_secret=self._keys.unseal(secret, library, b"secret") if full else None,
        )


class _Wrong:
    """Wrong codes of the last hour, by address and all together. In memory: a restart forgives."""

    def __init__(self) -> None:
        self._times: dict[str, deque[int]] = defaultdict(deque)
        self._lock = threading.Lock()

    def assert_few(self, peer: str, now_ms: int) -> None:
        with self._lock:
            for name, most in ((peer, WRONG_PER_PEER), ("", WRONG_PER_LIBRARY)):
                times = self._times[name]
                while times and times[0] < now_ms - WINDOW_MS:
                    times.popleft()
                if len(times) >= most:
                    raise ServerRefused(429, "code_blocked")

    def add(self, peer: str, now_ms: int) -> None:
        with self._lock:
            for name in {peer, ""}:
                self._times[name].append(now_ms)


def _assert_sound(request: EnrolRequest) -> None:
    lengths = (
        (request.public_key, KEY_BYTES),
        (request.library_id, ID_BYTES),
        (request.station_id, ID_BYTES),
        (request.library_secret, SECRET_BYTES),
    )
    texts = (request.library_name, request.station_name, request.station_code, request.profile, request.app_version)
    if (
        any(value is not None and len(value) != length for value, length in lengths)
        or any(len(text) > 200 or "\x00" in text for text in texts)
        or len(request.machine) > 64
        or request.library_id == NO_LIBRARY
    ):
        raise ServerRefused(422, "malformed")


def _end_open_codes(connection: Connection, library: bytes, station_code: str) -> None:
    t = ENROL_CODE.c
    open_ones = (t.library_id == library, t.station_code == station_code, t.used_ms.is_(None))
    connection.execute(update(ENROL_CODE).where(*open_ones).values(expires_ms=0))


def _assert_possible(connection: Connection, library: bytes, station_code: str, station_id: Id | None) -> None:
    if connection.scalar(select(LIBRARY.c.name).where(LIBRARY.c.library_id == library)) is None:
        raise ServerRefused(404, "library")
    t = STATION.c
    stations = {row.station_id: row for row in connection.execute(select(*t).where(t.library_id == library))}
    own = id_bytes(station_id) if station_id else None
    if own is not None and own not in stations:
        raise ServerRefused(404, "station")
    others = [row.code for row in stations.values() if row.station_id != own and row.revoked_ms is None]
    if station_code and station_code in others:
        raise ServerRefused(409, "station_code")


def _station(connection: Connection, library: bytes, station_id: bytes) -> Row[*tuple[Any, ...]] | None:
    t = STATION.c
    query = select(*t).where(t.library_id == library, t.station_id == station_id)
    return connection.execute(query).one_or_none()


def _is_repeated(connection: Connection, found: Row[*tuple[Any, ...]], request: EnrolRequest) -> bool:
    """Whether this is the asker who used the code, who never came further: the answer was lost on its way."""
    library = request.library_id if found.library_id == NO_LIBRARY else found.library_id
    if found.used_by != request.public_key or library is None:
        return False
    station = _station(connection, library, found.station_id)
    return station is not None and station.last_seen_ms is None and station.public_key == request.public_key


def _update_code(connection: Connection, row: Row[*tuple[Any, ...]], values: dict[str, Any]) -> None:
    t = ENROL_CODE.c
    where = (t.library_id == row.library_id, t.code_hash == row.code_hash)
    connection.execute(update(ENROL_CODE).where(*where).values(values))
