"""For every scope and kind: how many rows there are, and the xor of their digests, kept up to date row by row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from loket.domain.scope import Scope
from loket.server.entity_store import PROJECTIONS, EntityStore, projected
from loket.server.store import upsert
from loket.server.tables import KIND_DIGEST
from loket.sync.wire import row_digest

SCOPES_OF: dict[str, list[Scope]] = defaultdict(list)
for _scope, _kind in PROJECTIONS:
    SCOPES_OF[_kind].append(_scope)


class DigestChanges:
    """What one transaction changes in the digests."""

    def __init__(self) -> None:
        self._changed: dict[tuple[Scope, str], tuple[int, int]] = {}

    def add(self, kind: str, key: str, before: list[Any] | None, after: list[Any] | None) -> None:
        """A row that was `before` (None: was not there) and is `after` (None: is gone)."""
        for scope in SCOPES_OF[kind]:
            rows, xor = self._changed.get((scope, kind), (0, 0))
            for values, count in ((before, -1), (after, 1)):
                seen = None if values is None else projected(scope, kind, values)
                if seen is not None:
                    rows += count
                    xor ^= row_digest(kind, key, seen)
            self._changed[scope, kind] = rows, xor

    def flush(self, store: EntityStore) -> None:
        """Write the digests as they are now; under the library's lock."""
        stand = all_digests(store.connection, store.library_id)
        changed = []
        for (scope, kind), (rows, xor) in self._changed.items():
            count, digest = stand.get((scope, kind), (0, 0))
            place = {"library_id": store.library_id, "scope": scope.value, "kind": kind}
            changed.append(place | {"row_count": count + rows, "digest": digest ^ xor})
        upsert(store.connection, KIND_DIGEST, changed)


def digests(connection: Connection, library_id: bytes, scope: Scope) -> dict[str, tuple[int, int]]:
    """Kind → (rows, xor) of every kind the scope receives and has rows of."""
    t = KIND_DIGEST.c
    query = select(t.kind, t.row_count, t.digest).where(t.library_id == library_id, t.scope == scope.value)
    return {kind: (rows, xor) for kind, rows, xor in connection.execute(query)}


def all_digests(connection: Connection, library_id: bytes) -> dict[tuple[str, str], tuple[int, int]]:
    """(scope, kind) → (rows, xor), as kept."""
    t = KIND_DIGEST.c
    query = select(t.scope, t.kind, t.row_count, t.digest).where(t.library_id == library_id)
    return {(scope, kind): (rows, xor) for scope, kind, rows, xor in connection.execute(query)}


def digests_of(rows: Mapping[tuple[str, str], list[Any]]) -> dict[tuple[str, str], tuple[int, int]]:
    """(scope, kind) → (rows, xor), made anew from (kind, key) → values."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for (kind, key), values in rows.items():
        for scope in SCOPES_OF[kind]:
            seen = projected(scope, kind, values)
            count, xor = found.get((scope, kind), (0, 0))
            if seen is not None:
                found[scope, kind] = count + 1, xor ^ row_digest(kind, key, seen)
    return found
