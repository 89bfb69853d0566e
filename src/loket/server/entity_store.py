"""Rows of one library as the database holds them: any kind in one table, its values packed, what is personal sealed.

A kind of entity, or a field at the end of one, that a later version adds needs no migration here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Hashable
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection

from loket.db.rows import mapper, table_name
from loket.domain.apply_visits import NAMES
from loket.domain.entities import KINDS, Case, Entity, Id, Member
from loket.domain.memory import INDEXES
from loket.domain.scope import Scope, columns, hidden_while
from loket.server.server_keys import ServerKeys
from loket.server.store import look_up
from loket.server.tables import ENTITY_INDEX, ENTITY_ROW
from loket.sync.wire import row_values

KIND_OF: dict[str, type[Entity]] = {table_name(kind): kind for kind in KINDS}
NAME_OF: dict[type[Entity], str] = {kind: name for name, kind in KIND_OF.items()}
SEALED = frozenset(table_name(kind) for kind in (Member, Case, *(kind for kind, _ in NAMES)))
LONGEST_KEY = 200  # signs; an index holds no entry of any length
OPEN_CASES, CLOSED_CASES = "open", "closed"

Indexes = dict[str, tuple[type[Entity], Callable[..., Hashable]]]
ALL_INDEXES: Indexes = INDEXES | {"case_list": (Case, lambda case: CLOSED_CASES if case.closed else OPEN_CASES)}
INDEXES_OF: dict[type[Entity], list[tuple[str, Callable[..., Hashable]]]] = {
    kind: [(name, value_of) for name, (indexed, value_of) in ALL_INDEXES.items() if indexed is kind] for kind in KINDS
}

pack = msgspec.msgpack.Encoder().encode
_UNPACK = msgspec.msgpack.Decoder(list[Any]).decode


def _projections() -> dict[tuple[Scope, str], tuple[int, ...]]:
    """(scope, kind) → places of the columns that the scope receives; only kinds it receives at all."""
    found = {}
    for scope in Scope:
        for kind in KINDS:
            names = columns(scope, kind)
            if names is not None:
                found[scope, NAME_OF[kind]] = tuple(mapper(kind).names.index(name) for name in names)
    return found


def _hidden_by() -> dict[tuple[Scope, str], int]:
    """(scope, kind) → place of the column that hides a row from the scope as long as it is true."""
    fields = {(scope, kind): hidden_while(scope, kind) for scope in Scope for kind in KINDS}
    return {(scope, NAME_OF[kind]): mapper(kind).names.index(name) for (scope, kind), name in fields.items() if name}


PROJECTIONS = _projections()
HIDDEN_BY = _hidden_by()


def projected(scope: Scope, kind: str, values: list[Any]) -> list[Any] | None:
    """What a scope receives of a row; None while it is hidden from it. KeyError for a kind that it does not receive."""
    places = PROJECTIONS[scope, kind]
    hidden_by = HIDDEN_BY.get((scope, kind))
    if hidden_by is not None and values[hidden_by]:
        return None
    return values if len(places) == len(values) else [values[place] for place in places]


def full(kind: str, values: list[Any]) -> list[Any]:
    """Values with the defaults of fields that were added since the row was written."""
    entity_kind = KIND_OF[kind]
    if len(values) == len(mapper(entity_kind).names):
        return values
    return row_values(mapper(entity_kind).entity(values))


class Found(NamedTuple):
    """A row as it was read: its entity, and the values it is made of."""

    key: str
    entity: Entity
    values: list[Any]


class EntityStore:
    """Reads and seals rows of one library on one connection."""

    def __init__(self, connection: Connection, library_id: Id, keys: ServerKeys) -> None:
        self.connection = connection
        self.library_id = bytes.fromhex(library_id)
        self._keys = keys

    def rows(self, keys: Collection[str]) -> list[Found]:
        """Every living row with one of these keys, whatever its kind."""
        t = ENTITY_ROW.c
        found = []
        for kind, key, body in look_up(self.connection, (t.kind, t.key, t.body), self.library_id, t.key, keys):
            if body is None:
                continue
            values = self.opened(kind, key, body)  # as they are: the digests were made of these
            found.append(Found(key, mapper(KIND_OF[kind]).entity(values), values))
        return found

    def index(self, values: Collection[str]) -> list[str]:
        """Keys of the rows that any look-up finds under one of these values."""
        t = ENTITY_INDEX.c
        return [key for (key,) in look_up(self.connection, (t.key,), self.library_id, t.value, values)]

    def opened(self, kind: str, key: str, body: bytes) -> list[Any]:
        """The values in a stored body."""
        if kind in SEALED:
            body = self._keys.unseal(body, self.library_id, kind.encode(), key.encode())
        return _UNPACK(body)

    def closed(self, kind: str, key: str, packed: bytes) -> bytes:
        """The body to store of packed values."""
        return self._keys.seal(packed, self.library_id, kind.encode(), key.encode()) if kind in SEALED else packed


def index_text(value: Hashable) -> str:
    """A look-up's value as the index holds it: short, and without the sign PostgreSQL cannot hold."""
    text = value.hex() if isinstance(value, bytes) else str(value)
    if len(text) > LONGEST_KEY or "\x00" in text:
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return text


def checked_key(key: str) -> str:
    """Raises ValueError for a key that no database could hold: the event that makes it is set aside."""
    if len(key) > LONGEST_KEY or "\x00" in key:
        raise ValueError("key cannot be stored")
    return key
