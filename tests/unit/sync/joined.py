"""Counters that belong to the fake server, and what their tables hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fake_server import FakeServer, Way
from fakes import KEY, FakeClock, SequentialIds, new_desk

from loket.db.engine import driver, open_database
from loket.db.rows import from_ms, mapper, table_name
from loket.domain import events as e
from loket.domain.entities import KINDS
from loket.services.desk import Desk
from loket.sync.client import RoundReport, sync_round
from loket.sync.enrol import enrol, fill, invitation

INVITED = invitation("https://pusat.example:8443", "01234-56789")
MARKS = ("a", "b", "c", "d")


def founded(folder: Path, server: FakeServer) -> tuple[Desk, Way]:
    """The first counter: it brings its library. Nothing is synced yet."""
    folder.mkdir(exist_ok=True)
    desk = new_desk(folder)
    way = Way(server)
    server.now_ms = int(desk.clock.now().timestamp() * 1000)
    enrol(desk.database, desk.clock, desk.ids, INVITED, transport=way, marks=MARKS)
    return desk, way


def second(folder: Path, server: FakeServer, number: int = 2) -> tuple[Desk, Way]:
    """A further counter, filled with the library's rows."""
    folder.mkdir()
    clock, way = FakeClock(from_ms(server.now_ms)), Way(server)
    database = open_database(folder / "loket.db", KEY)
    desk = enrol(
        database, clock, SequentialIds(number << 40), INVITED, transport=way, marks=("e", "f", "g", str(number))
    )
    return fill(desk, way), way


def tables(desk: Desk) -> dict[str, dict[str, list[Any]]]:
    """Every travelling row as the tables hold it."""
    found: dict[str, dict[str, list[Any]]] = {}
    with desk.database.read() as connection:
        for kind in KINDS:
            rows = driver(connection).execute(mapper(kind).select_sql).fetchall()
            found[table_name(kind)] = {_text(row[0]): list(row) for row in rows}
    return found


def _text(key: Any) -> str:
    return key.hex() if isinstance(key, bytes) else key


def kept(desk: Desk, table: str) -> int:
    with desk.database.read() as connection:
        return int(driver(connection).execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def visit(desk: Desk, purpose: str = "membaca", source: str = "desk") -> None:
    with desk.action() as act:
        act.record(e.VisitRecorded(act.new_id(), "member", act.now, act.today, purpose, source=source))


def agree(desk: Desk, way: Way, *, anew: tuple[str, ...] = ()) -> RoundReport:
    """Sync, and see that this counter has exactly the server's rows, with nothing left to bring.

    `anew`: the tables that were found to differ on the way, and had to be fetched again.
    """
    report = sync_round(desk, way, thorough=True)
    assert tuple(sorted(report.replaced_kinds)) == anew
    assert tables(desk) == way.server.by_kind()
    assert report.mismatched_kinds == ()
    assert (kept(desk, "base_row"), kept(desk, "pulled")) == (0, 0)
    return report
