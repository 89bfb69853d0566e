"""Does this counter have the server's rows? One digest for each table, over the server's version of every row."""

from __future__ import annotations

from typing import Any

from loket.db.rows import mapper
from loket.domain.entities import Entity
from loket.sync.merge import KIND_OF, row_of
from loket.sync.wire import row_digest

SMALL = 20_000  # rows; larger tables are compared only in a thorough round
Digest = tuple[int, int]
_BASE = 'SELECT "key", body FROM base_row WHERE kind = ?'


def differing_kinds(
    driver_connection: Any, theirs: dict[str, Digest], columns: dict[str, list[str]], *, thorough: bool
) -> list[str]:
    """Tables whose rows are not the server's. One with columns this version does not know cannot be compared."""
    compared = [
        name
        for name, (rows, _) in theirs.items()
        if (thorough or rows <= SMALL) and _is_comparable(name, columns.get(name))
    ]
    return [name for name in compared if own_digest(driver_connection, name, columns[name]) != tuple(theirs[name])]


def _is_comparable(name: str, columns: list[str] | None) -> bool:
    return columns is not None and name in KIND_OF and set(columns) <= set(mapper(KIND_OF[name]).names)


def own_digest(driver_connection: Any, name: str, columns: list[str]) -> Digest:
    """Rows and digest of a table as the server would have it: rows a desk has touched count as they were before."""
    kind = KIND_OF[name]
    map_ = mapper(kind)
    rows, digest = 0, 0
    names = ", ".join(f'"{column}"' for column in (map_.key, *columns))
    for key, *values in driver_connection.execute(f'SELECT {names} FROM "{name}"'):
        rows += 1
        digest ^= row_digest(name, _text(key), values)
    at = [map_.names.index(column) for column in columns]
    for key, body in driver_connection.execute(_BASE, (name,)).fetchall():
        for values, step in ((_visible(driver_connection, kind, key), -1), (_kept(kind, body), 1)):
            if values is not None:
                rows += step
                digest ^= row_digest(name, key, [values[index] for index in at])
    return rows, digest


def _text(key: Any) -> str:
    return key.hex() if isinstance(key, bytes) else str(key)


def _kept(kind: type[Entity], body: bytes | None) -> list[Any] | None:
    return None if body is None else row_of(kind, body)


def _visible(driver_connection: Any, kind: type[Entity], key: str) -> list[Any] | None:
    map_ = mapper(kind)
    row = driver_connection.execute(map_.get_sql, (map_.key_value(key),)).fetchone()
    return None if row is None else list(row)
