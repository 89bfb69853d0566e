"""Rows from the server into the tables, under what this counter did meanwhile.

While a database belongs to a server, what is seen is always the server's rows with the pending events booked on top.
`base_row` keeps the server's version of every row a local event has touched. A pull is staged page by page in
`pulled`, which survives a crash; then one transaction puts the server's versions back, puts the staged rows over them
and books what the server does not know yet again. Nothing is asked of the network in it.
"""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, dataclass, fields
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

import msgspec

from loket.db.engine import Database, driver
from loket.db.erased_list import ErasedList
from loket.db.journal import erase_persons, recorded
from loket.db.meta import get_meta, set_meta
from loket.db.photo_files import photos_in_journal
from loket.db.rows import Mapper, mapper, table_name
from loket.db.search import bulk_rows
from loket.db.state import SqlState
from loket.db.streams import own_streams, rows_between
from loket.domain.apply import apply
from loket.domain.changes import field_kinds, optional_fields
from loket.domain.entities import KINDS, Entity, Id, Member
from loket.domain.scope import Scope, columns, kinds_of
from loket.services.desk import Desk
from loket.services.photos import PhotoStore, drop
from loket.sync.account import CURSOR, REPLACING, ROUND
from loket.sync.wire import PullAnswer

log = logging.getLogger(__name__)
KIND_OF: dict[str, type[Entity]] = {table_name(kind): kind for kind in KINDS}
AS_IT_IS = b""  # staged in place of a row that is here already, so that replacing all rows keeps it
MANY = 2_000  # staged rows; more are compared before the writer is taken for all of them
_STAGE = """INSERT INTO pulled (kind, "key", body) VALUES (?, ?, ?)
ON CONFLICT (kind, "key") DO UPDATE SET body = excluded.body"""
_STAGED = 'SELECT kind, "key", body FROM pulled WHERE body IS NULL OR body <> ? ORDER BY kind, "key"'
_NEXT = 'SELECT kind, "key", body FROM pulled WHERE (kind, "key") > (?, ?) ORDER BY kind, "key" LIMIT ?'
_UNSTAGED_BASE = """SELECT kind, "key", body FROM base_row b
WHERE NOT EXISTS (
    SELECT 1 FROM pulled p WHERE p.kind = b.kind AND p."key" = b."key" AND (p.body IS NULL OR p.body <> ?)
)"""
_BASE = 'SELECT body FROM base_row WHERE kind = ? AND "key" = ?'
_MASK = """UPDATE journal SET personal = NULL, personal_salt = NULL WHERE personal IS NOT NULL AND EXISTS (
    SELECT 1 FROM journal sent JOIN push_state p ON p.stream_id = sent.stream_id
    WHERE sent.event_id = journal.event_id AND sent.seq <= p.acked_seq
)"""  # also where it stands in an ended stream, sealed anew in another that the server has
_STORED: dict[Any, type] = {Id: bytes, bytes: bytes, datetime: int, bool: int, int: int}
_ERASED_AT, _PHOTO_AT = (tuple(field.name for field in fields(Member)).index(name) for name in ("erased", "photo"))


class Superseded(Exception):  # noqa: N818
    """Another program has begun a round on this database; it goes on in place of this one."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did. `changed_kinds` are the tables a screen must read again; `failed` events booked nothing."""

    rows: int
    reapplied: int
    failed: int
    changed_kinds: frozenset[str]


# ---- staging --------------------------------------------------------------------------------------------------------


def take_over(driver_connection: Any, round_id: str) -> None:
    """From now on this round alone may stage and merge; one left behind elsewhere notices and stops."""
    set_meta(driver_connection, ROUND, round_id)


def demand_own(driver_connection: Any, round_id: str) -> None:
    """Raises Superseded."""
    if get_meta(driver_connection, ROUND) != round_id:
        raise Superseded


def stage(database: Database, round_id: str, answer: PullAnswer, *, scope: Scope, moves_cursor: bool = True) -> int:
    """Keep a page of rows until the merge, and the cursor with it. Returns how many rows are for this counter.

    Raises Superseded, and ValueError for a row that cannot be read.
    """
    staged = list(_readable(answer, scope))
    with database.write() as connection:
        source = driver(connection)
        demand_own(source, round_id)
        source.executemany(_STAGE, staged)
        if moves_cursor:
            set_meta(source, CURSOR, str(answer.next_cursor))
    return len(staged)


def _readable(answer: PullAnswer, scope: Scope) -> Iterator[tuple[str, str, bytes | None]]:
    """Rows of the kinds this counter knows and may have, in its own columns."""
    fillers = {
        name: _Filler(kind, answer.columns.get(name, []))
        for name, kind in KIND_OF.items()
        if columns(scope, kind) is not None
    }
    for name, key, values in answer.rows:
        if name in fillers:
            yield name, key, None if values is None else fillers[name].body(values)


class _Filler:
    """Makes whole rows of the columns a server sends: it may send fewer, or some this version does not know."""

    def __init__(self, kind: type[Entity], sent: list[str]) -> None:
        self._map = mapper(kind)
        self._from = [(sent.index(name) if name in sent else None) for name in self._map.names]
        self._defaults = _defaults(kind)  # type: ignore[arg-type]
        kinds, optional = field_kinds(kind), optional_fields(kind)  # type: ignore[arg-type]
        self._stored = [(_STORED.get(kinds[field.name], str), field.name not in optional) for field in fields(kind)]
        self._sent = len(sent)

    def body(self, values: list[Any]) -> bytes:
        if len(values) != self._sent:
            raise ValueError(f"{self._map.table}: {len(values)} values for {self._sent} columns")
        row = [default if at is None else values[at] for at, default in zip(self._from, self._defaults, strict=True)]
        self._demand_readable(row)
        return msgspec.msgpack.encode(row)

    def _demand_readable(self, row: list[Any]) -> None:
        """A row that cannot be read or stored must not be met first in the middle of a merge."""
        try:
            again = self._map.values(self._map.entity(row))[: len(row)]
        except (TypeError, ValueError, AttributeError, OverflowError) as error:
            raise ValueError(f"{self._map.table}: {type(error).__name__}") from error
        fits = all(
            isinstance(value, stored) if value is not None else not needed
            for value, (stored, needed) in zip(row, self._stored, strict=True)
        )
        if not fits or again != row:
            raise ValueError(f"{self._map.table}: a value is missing or of another kind")


@cache
def _defaults(kind: type[Entity]) -> list[Any]:
    return [_as_column(field.default) for field in fields(kind)]


def _as_column(default: Any) -> Any:
    if default is MISSING:
        return None
    if isinstance(default, tuple):
        return json.dumps(default, separators=(",", ":"))
    if isinstance(default, StrEnum):
        return default.value
    return int(default) if isinstance(default, bool) else default


def row_of(kind: type[Entity], body: bytes) -> list[Any]:
    """A kept row's values; columns that came into the tables after it was kept take their defaults."""
    values: list[Any] = msgspec.msgpack.decode(body)
    defaults = _defaults(kind)  # type: ignore[arg-type]
    return values if len(values) == len(defaults) else values + defaults[len(values) :]


# ---- comparing beforehand -------------------------------------------------------------------------------------------


def thin(database: Database, round_id: str, *, replacing: bool) -> None:
    """Take staged rows out that this counter has already, in short transactions: what is left is merged in one.

    A row that a desk changes after this has its server's version in `base_row`, so nothing is missed.
    """
    place: tuple[str, str] | None = ("", "")
    while place is not None:
        with database.write() as connection:
            source = driver(connection)
            demand_own(source, round_id)
            place = _thin_some(source, place, replacing=replacing)


def _thin_some(source: Any, after: tuple[str, str], *, replacing: bool) -> tuple[str, str] | None:
    rows = source.execute(_NEXT, (*after, MANY)).fetchall()
    same = [(kind, key) for kind, key, body in rows if body and _is_known(source, kind, key, body)]
    if replacing:
        source.executemany('UPDATE pulled SET body = ? WHERE kind = ? AND "key" = ?', [(AS_IT_IS, *at) for at in same])
    else:
        source.executemany('DELETE FROM pulled WHERE kind = ? AND "key" = ?', same)
    return rows[-1][:2] if rows else None


def _is_known(source: Any, name: str, key: str, body: bytes) -> bool:
    kind = KIND_OF[name]
    values = row_of(kind, body)
    if kind is Member and values[_ERASED_AT]:
        return False  # its journal rows are still to be looked at
    base = source.execute(_BASE, (name, key)).fetchone()
    if base is not None:
        return base[0] is not None and row_of(kind, base[0]) == values
    return _visible(source, mapper(kind), key) == values


def _visible(source: Any, map_: Mapper[Any], key: str) -> list[Any] | None:
    row = source.execute(map_.get_sql, (map_.key_value(key),)).fetchone()
    return None if row is None else list(row)


# ---- the merge ------------------------------------------------------------------------------------------------------


def merge(desk: Desk, round_id: str, scope: Scope, *, replaced: frozenset[type[Entity]] = frozenset()) -> Merged:
    """Make the staged rows the server's rows of this database, and book pending events again on top.

    `replaced`: kinds of which everything was pulled; rows that were not are dropped. Raises Superseded.
    """
    with desk.database.write() as connection:
        source = driver(connection)
        demand_own(source, round_id)
        at_work = _Merge(source, scope)
        at_work.put_back()
        at_work.drop_all_but_pulled(replaced)
        at_work.put_staged()
        source.execute("DELETE FROM base_row")
        source.execute("DELETE FROM pulled")
        if replaced >= kinds_of(scope):
            set_meta(source, REPLACING, "")
        reapplied, failed = at_work.book_pending()
        at_work.erase_and_mask()
        ErasedList.beside(desk.database.path).add(at_work.erased)
        desk.notice(source)
    for name in at_work.photos_gone:
        drop(desk, PhotoStore(desk.database.path.parent), name)
    return Merged(at_work.rows, reapplied, failed, frozenset(at_work.changed))


class _Merge:
    """One merge inside its transaction."""

    def __init__(self, source: Any, scope: Scope) -> None:
        self._source, self._scope = source, scope
        self.rows = 0
        self.changed: set[str] = set()
        self.photos_gone: set[str] = set()  # of members who were erased
        self.erased: list[str] = []

    def put_back(self) -> None:
        """The server's version of every row a desk has touched, but of those that come new anyway."""
        for name, key, body in self._source.execute(_UNSTAGED_BASE, (AS_IT_IS,)).fetchall():
            self._put(name, key, body)

    def drop_all_but_pulled(self, replaced: Iterable[type[Entity]]) -> None:
        for kind in replaced:
            map_ = mapper(kind)
            key_text = f'lower(hex("{map_.key}"))' if map_.key == "id" else f'"{map_.key}"'
            gone = self._source.execute(
                f'DELETE FROM "{map_.table}" WHERE {key_text} NOT IN (SELECT "key" FROM pulled WHERE kind = ?)',
                (map_.table,),
            ).rowcount
            if gone:
                self.changed.add(map_.table)

    def put_staged(self) -> None:
        many = self._source.execute("SELECT count(*) FROM pulled").fetchone()[0] > MANY
        with bulk_rows(self._source) if many else contextlib.nullcontext():
            for name, key, body in self._source.execute(_STAGED, (AS_IT_IS,)):
                self.rows += 1
                self._put(name, key, body)

    def _put(self, name: str, key: str, body: bytes | None) -> None:
        kind = KIND_OF[name]
        map_ = mapper(kind)
        at = map_.key_value(key)
        stored = self._source.execute(map_.whole_sql, (at,)).fetchone()
        visible = None if stored is None else list(stored[: len(map_.names)])
        values = None if body is None else row_of(kind, body)
        if kind is Member and values is not None and values[_ERASED_AT]:
            self.erased.append(key)
            if visible is not None and visible[_PHOTO_AT]:
                self.photos_gone.add(visible[_PHOTO_AT])
        if values == visible:
            return
        self.changed.add(name)
        if values is None:
            self._source.execute(map_.drop_sql, (at,))
        elif stored is None:
            self._source.execute(map_.upsert_sql, map_.whole(values))
        else:  # most often a field or two: the indexes over all others need not be touched
            sql, changed = map_.mended(stored, values)
            self._source.execute(sql, [*changed, at])

    def book_pending(self) -> tuple[int, int]:
        """Book what the server does not know yet. Returns how many events, and how many of them failed."""
        state = SqlState(self._source, kinds_of(self._scope))
        seen: set[Id] = set()
        failed = 0
        for stream in own_streams(self._source):
            for row in list(rows_between(self._source, stream.stream_id, stream.acked_seq, stream.seq)):
                event_id = Id(row[2].hex())
                if event_id not in seen:
                    seen.add(event_id)
                    failed += not self._book(state, row)
        return len(seen), failed

    def _book(self, state: SqlState, row: tuple[Any, ...]) -> bool:
        """Book one event, or nothing of it: an event that cannot be booked must not keep the server's rows out."""
        self._source.execute("SAVEPOINT event")
        try:
            apply(state, recorded(row))
        except Exception as error:
            self._source.execute("ROLLBACK TO event")
            state.forget()
            log.error("event %s cannot be booked on the server's rows: %s", row[2].hex(), type(error).__name__)
            return False
        finally:
            self._source.execute("RELEASE event")
        return True

    def erase_and_mask(self) -> None:
        """Personal parts that must not stay in this journal; its chain verifies without them."""
        if self.erased:
            self.photos_gone |= photos_in_journal(self._source, self.erased)
            erase_persons(self._source, self.erased)
        if self._scope is not Scope.FULL:
            self._source.execute("DELETE FROM conflict_case")  # opened by events of its own; the server has them
            self._source.execute(_MASK)
