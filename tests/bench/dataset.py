"""A library to be measured, made once and kept below `out/bench` until the schema or the making of its rows changes.

It is founded as the first-run assistant founds one; members, titles, copies and loans are then put straight into their
tables, because a million events would take an hour. So its journal is shorter than a real one's; a journal grows at its
end and is looked up by key, and its length is not what the desk waits for.
"""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from fakes import KEY, TODAY, new_desk
from sqlcipher3 import dbapi2

from bench.rows import OnLoan, loan_batches, people_and_books
from bench.size import Size
from loket.db.keys import DATABASE_FILE, KEY_FILE, write_key_check
from loket.db.rows import mapper
from loket.domain import events as e
from loket.domain.entities import ClosedDay, Entity, Item, LoanPolicy
from loket.domain.settings import DEFAULTS

Tell = Callable[[str], None]
TELL_EVERY_S = 5


def prepared(size: Size, root: Path, tell: Tell, *, fresh: bool = False) -> Path:
    """The data folder of this library, as LOKET_HOME would name it; built when it is missing. `tell` hears how far."""
    home = root / f"{size.name}-{size.code}"
    if fresh or not (home / DATABASE_FILE).exists():
        for old in root.glob(f"{size.name}-*"):
            shutil.rmtree(old)
        began = time.monotonic()
        part = root / f"{size.name}-{size.code}.part"
        part.mkdir(parents=True)
        build(size, part, tell)
        part.rename(home)
        tell(f"{size.name}: dibuat dalam {time.monotonic() - began:.0f} s, {_size_mb(home):,.0f} MB")
    return home


def build(size: Size, folder: Path, tell: Tell) -> None:
    """Found a library in this empty folder and fill it."""
    _found(folder)
    connection = _building(folder / DATABASE_FILE)
    held = _without_indexes(connection)
    _fill(connection, size, tell)
    for name, sql in held:
        tell(f"{size.name}: {name}")
        connection.execute(sql)
    for table in ("member_search", "biblio_search"):
        tell(f"{size.name}: {table}")
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode = WAL").fetchall()
    connection.close()


def _found(folder: Path) -> None:
    """The library before its first member: rules such as a library has, and a key file that opens the window too."""
    desk = new_desk(folder)
    dated = tuple(ClosedDay(TODAY + timedelta(days=40 + 9 * n), f"Libur contoh {n + 1}") for n in range(60))
    with desk.action() as act:
        for kind in DEFAULTS.member_types:
            act.record(e.PolicyAdopted(LoanPolicy(act.new_id(), member_type=kind)))
        act.record(e.ClosedDaysDeclared(dated))
    desk.database.close()
    (folder / KEY_FILE).write_text(KEY.hex() + "\n", encoding="ascii")
    (folder / KEY_FILE).chmod(0o600)
    write_key_check(folder / DATABASE_FILE, KEY)


def _building(path: Path) -> Any:
    """One big transaction without any safety: a file that was not finished is thrown away."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    for pragma in (
        f"key = \"x'{KEY.hex()}'\"",
        "journal_mode = DELETE",
        "journal_mode = OFF",
        "synchronous = OFF",
        "cache_size = -400000",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("BEGIN EXCLUSIVE")
    return connection


_FILLED = ("member", "biblio", "item", "loan")


def _without_indexes(connection: Any) -> list[tuple[str, str]]:
    """Take indexes and triggers off the tables to be filled. Returns (name, SQL) to make them again afterwards."""
    marks = ", ".join("?" * len(_FILLED))
    held: list[tuple[str, str]] = connection.execute(
        f"SELECT name, sql, type FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL "
        f"AND tbl_name IN ({marks}) ORDER BY type, name",
        _FILLED,
    ).fetchall()
    for name, _sql, kind in held:
        connection.execute(f"DROP {kind} {name}")
    return [(name, sql) for name, sql, _kind in held]


def _insert_sql(kind: type[Entity]) -> str:
    map_ = mapper(kind)
    columns = ", ".join(f'"{name}"' for name in (*map_.names, *map_.derived))
    return f'INSERT INTO "{map_.table}" ({columns}) VALUES ({", ".join("?" * (len(map_.names) + len(map_.derived)))})'


def _fill(connection: Any, size: Size, tell: Tell) -> None:
    """Insert everything as its producers make it."""
    on_loan, done, last = OnLoan(), Counter[str](), time.monotonic()
    for batches in (people_and_books(size), loan_batches(size, on_loan)):
        for kind, rows in batches:
            connection.executemany(_insert_sql(kind), rows)
            if kind is Item:
                on_loan.note(rows)
            done[kind.__name__] += len(rows)
            if time.monotonic() - last > TELL_EVERY_S:
                last = time.monotonic()
                tell(f"{size.name}: " + ", ".join(f"{count:,} {name}" for name, count in done.items()))


def _size_mb(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.iterdir()) / 1e6
