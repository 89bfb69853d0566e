"""What must hold at any moment, looked at after kills and rounds while the library lives on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fakes import KEY
from sync_faults import Knowledge
from sync_reading import Seen, as_scope_sees, own_rows, scope_of_machine, server_rows

from loket.db.engine import driver, open_database
from loket.db.meta import get_meta
from loket.db.rows import id_bytes, mapper
from loket.domain.entities import KINDS, Entity, Id
from loket.domain.scope import kinds_of
from loket.server.entity_store import KIND_OF
from loket.services.desk import open_desk
from loket.sync.merge import merge, row_of, take_over

if TYPE_CHECKING:
    from sync_machine import Machine
    from sync_world import World


def check_reopened(world: World, machine: Machine, made: list[tuple[Id, str]] | None) -> None:
    """2 and 3: the database opens whole, and an action is in it with all its events or with none."""
    assert machine.database is not None
    with machine.database.read() as connection:
        source = driver(connection)
        if (
            source.execute("PRAGMA integrity_check").fetchone()[0] != "ok"
            or source.execute("PRAGMA foreign_key_check").fetchall()
        ):
            world.complain("3 openable", f"{machine.name} is damaged after a kill")
        if made:
            there = [
                source.execute("SELECT 1 FROM journal WHERE event_id = ?", (id_bytes(event_id),)).fetchone() is not None
                for event_id, _ in made
            ]
            if len(set(there)) > 1:
                world.complain("2 atomic desk", f"{machine.name}: half an action survived a kill")
    if world.random.random() < 0.4:
        check_view(world, machine)


def check_view(world: World, machine: Machine) -> None:
    """2: what is seen is the server's rows with the pending events on top, no more and no less.

    A merge that has nothing new to put lays exactly these two over each other: on a copy of the file it must not change
    a row. Between a push and its merge there is nothing to compare with: what was sent is not pending any more.
    """
    if machine.desk is None or not machine.last_round_was_whole:
        return
    copy = machine.folder / "again.db"
    machine.copy_to(copy)
    database = open_database(copy, KEY)
    try:
        desk = open_desk(database, machine.clock, machine.ids)
        assert desk is not None
        with database.write() as connection:
            take_over(driver(connection), "check")
        before = _tables(database)
        with Knowledge.of(machine.newer):
            merge(desk, "check", scope_of_machine(machine))
        after = _tables(database)
        for kind, rows in before.items():
            if rows != after[kind]:
                keys = [key for key in {*rows, *after[kind]} if rows.get(key) != after[kind].get(key)]
                world.complain(
                    "2 atomic desk", f"{machine.name}: {mapper(kind).table} {sorted(keys)[:3]} is not what was booked"
                )
    finally:
        database.close()
        for leftover in copy.parent.glob(copy.name + "*"):
            leftover.unlink()


def _tables(database: Any) -> dict[type[Entity], dict[str, list[Any]]]:
    with database.read() as connection:
        return {kind: own_rows(driver(connection), kind) for kind in KINDS}


def check_cursor(world: World, machine: Machine, seen: Seen | None = None) -> None:
    """19: every row of its scope changed up to the cursor is at the station, as the server's or a pending version."""
    assert machine.database is not None
    scope = scope_of_machine(machine)
    rows, changes = (seen.rows, seen.changes) if seen else server_rows(world)
    with machine.database.read() as connection:
        source = driver(connection)
        cursor = int(get_meta(source, "pull_cursor") or 0)
        staged = {(kind, key): body for kind, key, body in source.execute("SELECT kind, key, body FROM pulled")}
        bases = {(kind, key): body for kind, key, body in source.execute("SELECT kind, key, body FROM base_row")}
        own = {mapper(kind).table: own_rows(source, kind) for kind in kinds_of(scope)}
    for (kind, key), change in changes.items():
        if kind not in own or change > cursor or (kind, key) in staged:
            continue
        wanted = rows.get((kind, key))
        wanted = None if wanted is None else as_scope_sees(wanted, scope, KIND_OF[kind])
        if (kind, key) in bases:
            body = bases[kind, key]
            found = None if body is None else row_of(KIND_OF[kind], body)
        else:
            found = own[kind].get(key)
        if found != wanted:
            world.complain("19 cursor safety", f"{machine.name}: {kind} {key} of change {change}, cursor {cursor}")
            return
