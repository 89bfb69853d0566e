"""Reading the databases of a simulated library from outside: the server's log and rows, the stations' tables.

Of the real code only the wire format, the codec and `apply` are used.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import msgspec
from fakes import KEY
from sqlalchemy import func, select
from sync_server import SECRET

from loket.db import codec
from loket.db.engine import driver
from loket.db.meta import get_meta
from loket.db.mirror import read_mirror
from loket.db.rows import id_bytes, mapper
from loket.domain import events as e
from loket.domain.apply import apply
from loket.domain.entities import Entity, Id, Member
from loket.domain.memory import DictState
from loket.domain.scope import Scope, columns
from loket.server.arrival import recorded
from loket.server.entity_store import KIND_OF, EntityStore
from loket.server.server_keys import ServerKeys
from loket.server.tables import ENTITY_ROW, EVENT_LOG, LIBRARY_HEAD, STREAM, STREAM_POS
from loket.sync.wire import WireEvent, row_values

if TYPE_CHECKING:
    from sync_machine import Machine
    from sync_world import World

Rows = dict[tuple[str, str], list[Any]]


class Seen:
    """The server's log and rows, read once for all checks."""

    def __init__(self, world: World) -> None:
        self.folded = DictState()  # filled by `deterministic`
        self.log = log_rows(world)
        self.by_id = {row.event_id: row for row in self.log}
        self.rows, self.changes = server_rows(world)
        self.cases = [
            entity_of("conflict_case", values) for (kind, _), values in self.rows.items() if kind == "conflict_case"
        ]
        self.positions = defaultdict(list)
        for row in rows_of_table(world, STREAM_POS):
            self.positions[row.stream_id].append(row)
        self.streams = {row.stream_id: row for row in rows_of_table(world, STREAM)}


def entity_of(kind: str, values: list[Any]) -> Any:
    return mapper(KIND_OF[kind]).entity(values)


def rows_of_table(world: World, table: Any) -> list[Any]:
    with world.server.store.read() as connection:
        query = select(table).where(table.c.library_id == id_bytes(world.template.library_id))
        return list(connection.execute(query.order_by(*table.primary_key.columns)))


def log_rows(world: World) -> list[Any]:
    return rows_of_table(world, EVENT_LOG)


def log_ids(world: World) -> set[bytes]:
    with world.server.store.read() as connection:
        return set(connection.scalars(select(EVENT_LOG.c.event_id)))


def heads(world: World) -> dict[bytes, int]:
    with world.server.store.read() as connection:
        return dict(connection.execute(select(STREAM.c.stream_id, STREAM.c.head_seq)).all())


def own_heads(machine: Machine) -> dict[bytes, int]:
    """Where each stream of a station's journal ends."""
    assert machine.database is not None
    with machine.database.read() as connection:
        return dict(driver(connection).execute("SELECT stream_id, max(seq) FROM journal GROUP BY stream_id").fetchall())


def place(world: World) -> tuple[Any, ...]:
    """Where the server stands: log, change number and number of rows."""
    with world.server.store.read() as connection:
        head = connection.execute(select(LIBRARY_HEAD.c.log_seq, LIBRARY_HEAD.c.change_seq, LIBRARY_HEAD.c.log_hash))
        return (*head.one(), connection.scalar(select(func.count()).select_from(EVENT_LOG)))


def server_rows(world: World) -> tuple[Rows, dict[tuple[str, str], int]]:
    """Every living row's values, and the change number of every row, gone ones too."""
    with world.server.store.read() as connection:
        store = EntityStore(connection, world.template.library_id, ServerKeys(SECRET))
        found, changes = {}, {}
        for row in connection.execute(select(ENTITY_ROW)):
            changes[row.kind, row.key] = row.change_seq
            if row.body is not None:
                found[row.kind, row.key] = store.opened(row.kind, row.key, row.body)
    return found, changes


def own_rows(source: Any, kind: type[Entity]) -> dict[str, list[Any]]:
    map_ = mapper(kind)
    rows = source.execute(map_.select_sql).fetchall()
    return {(row[0].hex() if isinstance(row[0], bytes) else str(row[0])): list(row) for row in rows}


def as_scope_sees(values: list[Any], scope: Scope, kind: type[Entity]) -> list[Any]:
    """A row of the server with the columns the scope does not have left at their defaults."""
    names = columns(scope, kind) or ()
    map_ = mapper(kind)
    if len(names) == len(map_.names):
        return values
    sent = {name: value for name, value in zip(map_.names, values, strict=True) if name in names}
    whole = map_.entity(values)
    return row_values(kind(**{name: getattr(whole, name) for name in sent}))


def scope_of_machine(machine: Machine) -> Scope:
    assert machine.database is not None
    with machine.database.read() as connection:
        return Scope(get_meta(driver(connection), "scope"))


def journal_ids(machine: Machine) -> set[bytes]:
    assert machine.database is not None
    with machine.database.read() as connection:
        return {row[0] for row in driver(connection).execute("SELECT event_id FROM journal")}


def journal_places(machine: Machine) -> dict[bytes, set[tuple[bytes, int]]]:
    """Every event of a station's journal and where it stands: a fork seals events anew in another stream."""
    assert machine.database is not None
    found = defaultdict[bytes, set[tuple[bytes, int]]](set)
    with machine.database.read() as connection:
        for event_id, stream, seq in driver(connection).execute("SELECT event_id, stream_id, seq FROM journal"):
            found[event_id].add((stream, seq))
    return found


def mirror_ids(machine: Machine) -> set[bytes]:
    found: set[bytes] = set()
    if machine.mirror is not None:
        for path in machine.mirror.glob("*.lktmirror"):
            found |= {row[2] for row in read_mirror(path, KEY)}
    return found


def all_of(seen: Seen, kind: type[Any]) -> Iterator[Any]:
    name = mapper(kind).table
    return (entity_of(name, values) for (k, _), values in seen.rows.items() if k == name)


def bodies(seen: Seen, kind: str) -> list[dict[str, Any]]:
    return [msgspec.json.decode(row.body) for row in seen.log if row.type == kind]


def everything(machine: Machine) -> Iterator[tuple[str, bytes]]:
    """(table, everything in it as bytes) of a database, search tables and stagings included."""
    assert machine.database is not None
    with machine.database.read() as connection:
        source = driver(connection)
        names = [row[0] for row in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
        for name in names:
            with suppress(Exception):
                yield name, as_bytes(source.execute(f'SELECT * FROM "{name}"').fetchall())


def as_bytes(rows: Any) -> bytes:
    return b"\x00".join(
        value if isinstance(value, bytes) else str(value).encode() for row in rows for value in row if value is not None
    )


def wire_of(row: Any) -> WireEvent:
    return WireEvent(*(getattr(row, name) for name in WireEvent._fields))


def fold(world: World, seen: Seen, shift: dict[bytes, timedelta] | None = None) -> DictState:
    """The log booked again from nothing, personal parts as they arrived. `shift` moves every clock of a station."""
    state = DictState()
    deferred: dict[Id, Any] = {}
    gone: set[Id] = set()  # members said to be erased, known then or not: what comes of them later is bare
    for row in seen.log:
        one = _booked(world, row, shift)
        if isinstance(one.event, e.MemberErased):
            gone.add(one.event.member_id)
        if row.outcome == "deferred":
            deferred[one.stamp.event_id] = row
            continue
        member = state.get(Member, getattr(one.event, "member_id", None) or "")
        apply(state, one if member is None or not member.erased else _booked(world, row, shift, bare=True))
        if isinstance(one.event, e.EventReplayed):
            late = deferred.pop(one.event.replays)
            apply(state, _booked(world, late, shift, bare=_subject(late) in gone))
    return state


def _subject(row: Any) -> Id | None:
    return None if row.subject is None else Id(row.subject.hex())


def _booked(world: World, row: Any, shift: dict[bytes, timedelta] | None, *, bare: bool = False) -> e.Recorded:
    """An event of the log as `apply` takes it; `bare`: without its personal part."""
    event = codec.decode(row.type, row.body, None if bare else world.personal_of(row))
    one = recorded(wire_of(row), row.event_id, event, row.corrected_ms)
    by = (shift or {}).get(row.station_id, timedelta())
    corrected = one.stamp.corrected_at
    moved = {"began_at": one.stamp.began_at + by, "done_at": one.stamp.done_at + by}
    return e.Recorded(replace(one.stamp, **moved, corrected_at=corrected and corrected + by), event)  # type: ignore[arg-type]
