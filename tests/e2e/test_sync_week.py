"""A week without a line: two counters and a server, three programs, and one clock that the test sets.

Both counters are real windows, the server is the shipped one. The cable of the second counter is pulled; a week passes
on everybody's clock, both work, and on one day both lend the same copy. Plugged in again, the second brings its week,
the contradiction is settled in its window by one key, and both books and the server's are the same.
LOKET_PICTURES names a folder that keeps what was on the screen.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import set_clock
from cable import Cable
from counter_keys import counted, sign_in, sync_by_keyboard, to_sync_page
from desktop import Desktop, Window, wait_until
from fakes import ADMIN, founding, operator
from sqlalchemy import select
from sync_at_work import ServerProcess, found_in, way_to_server

from loket.db.engine import Database, driver
from loket.db.keys import DATABASE_FILE, load_or_create_key, open_with_key
from loket.db.rows import mapper
from loket.devices.clock import UuidV7Ids
from loket.devices.machine import machine_marks
from loket.domain.entities import KINDS
from loket.server.house import open_house, server_secret, settings_in
from loket.server.tables import EVENT_LOG
from loket.services.cases import decided_cases, open_cases
from loket.services.desk import Desk, open_desk
from loket.sync.client import sync_round
from loket.sync.enrol import enrol, fill, invitation
from loket.sync.status import read_status
from loket.ui import preferences

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(900)]
BOOK = "B7"
COMES_BACK = {3: "B11", 6: "B12"}
DAY = timedelta(days=1)


@dataclass
class Counter:
    """A counter's window on a screen of its own."""

    home: Path
    desktop: Desktop
    window: Window

    def count(self, sql: str) -> Callable[[], int]:
        return counted(self.home, sql)

    def serve(self, *codes: str) -> None:
        """Scan until the counter has written something down: one event for what was scanned."""
        events = self.count("SELECT count(*) FROM journal")
        before = events()

        def done() -> bool:
            if events() == before:
                self.desktop.type_code(*codes)
                self.desktop.still_picture()
            return events() > before

        wait_until(done, f"an event of {codes}")

    def sync(self) -> None:
        """Press the button and wait until a round has ended."""
        ended = self.count("SELECT coalesce(max(value), 0) FROM meta WHERE key = 'last_sync_at'")
        before = ended()
        sync_by_keyboard(self.desktop)
        wait_until(lambda: ended() > before, "a round")
        self.desktop.press_and_see("F4")

    def close(self) -> None:
        assert self.window.close() == 0, self.window.complaints()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = Path(os.environ.get("LOKET_PICTURES", tmp_path / "pictures"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def clock(tmp_path: Path) -> Path:
    """The file that sets everybody's clock; it begins with the time it is."""
    set_clock.SetClock.file = tmp_path / "ahead"
    set_clock.SetClock.file.write_text("0")
    return set_clock.SetClock.file


@pytest.fixture
def server(tmp_path: Path, clock: Path) -> Iterator[ServerProcess]:
    with ServerProcess(tmp_path / "pusat", None, (set_clock.__file__, str(clock))) as running:
        running.await_ready()
        yield running


def database_in(home: Path) -> Database:
    if not home.exists():
        home.mkdir()
        preferences.save(home, preferences.Preferences(motion=False))
    return open_with_key(home / DATABASE_FILE, load_or_create_key(home).key)


def filled(desk: Desk) -> None:
    """With the server's rows; the file is closed afterwards."""
    way = way_to_server(desk)
    fill(desk, way)
    way.close()
    desk.database.close()


def found_first(home: Path, server: ServerProcess) -> None:
    desk = found_in(database_in(home))
    desk.operator = operator(desk, ADMIN)
    filled(enrol(desk.database, desk.clock, desk.ids, invitation(*server.invitation()), marks=machine_marks()))


def join_second(home: Path, server: ServerProcess, cable: Cable) -> None:
    told = server.say("enrol-code", founding().library_name, "Loket Dua", "L02", "lengkap")
    code = re.search(r"dengan sidik: (.+)\)", told)
    assert code is not None, told
    desk = enrol(
        database_in(home),
        set_clock.SetClock(),
        UuidV7Ids(),
        invitation(f"https://127.0.0.1:{cable.port}", code[1]),
        marks=machine_marks(),
    )
    filled(desk)


@contextmanager
def counter(home: Path, clock: Path) -> Iterator[Counter]:
    """Signed in, ready to serve."""
    with Desktop() as desktop:
        window = Window(desktop, home, "open", program=(set_clock.__file__, str(clock)))
        try:
            window.wait_ready()
            sign_in(desktop)
            yield Counter(home, desktop, window)
        finally:
            if window.process.poll() is None:
                window.kill()


@contextmanager
def desk_in(home: Path) -> Iterator[Desk]:
    """The counter's data, looked at when its window is closed."""
    database = database_in(home)
    try:
        desk = open_desk(database, set_clock.SetClock(), UuidV7Ids())
        assert desk is not None
        yield desk
    finally:
        database.close()


def event_ids(desk: Desk) -> set[bytes]:
    with desk.database.read() as connection:
        return {row[0] for row in driver(connection).execute("SELECT event_id FROM journal")}


def rows_of(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    with desk.database.read() as connection:
        source = driver(connection)
        return {mapper(kind).table: sorted(source.execute(mapper(kind).select_sql).fetchall()) for kind in KINDS}


def test_a_week_unplugged_and_nothing_is_lost(
    server: ServerProcess, clock: Path, tmp_path: Path, pictures: Path
) -> None:
    settings = settings_in(server.folder)
    assert settings is not None
    with Cable(settings.port) as cable:
        found_first(tmp_path / "satu", server)
        join_second(tmp_path / "dua", server, cable)
        with counter(tmp_path / "satu", clock) as first, counter(tmp_path / "dua", clock) as second:
            second.sync()
            cable.pull()
            work_a_week(first, second, clock)
            to_sync_page(second.desktop)
            second.desktop.press_and_see("alt+s")
            second.desktop.save(pictures / "1-seventh-day-without-a-line.png")
            the_server_has_nothing_of(second)
            cable.plug_in()
            waiting = second.count("SELECT count(*) FROM conflict_case WHERE closed = 0 AND cls = 'LOAN_COPY'")
            second.desktop.press("alt+s")
            wait_until(lambda: waiting() == 1, "the case at the second counter")
            second.desktop.press_and_see("ctrl+period")
            second.desktop.save(pictures / "2-to-be-decided.png")
            second.desktop.press("1")
            wait_until(lambda: waiting() == 0, "the decision")
            second.close()
            first.sync()
            first.close()
        both_books_agree(tmp_path, server)


def work_a_week(first: Counter, second: Counter, clock: Path) -> None:
    """Every day something at the second counter, on some days also at the first, which syncs."""
    for day in range(1, 8):
        set_clock.let_pass(clock, DAY)
        if day == 4:
            first.serve("A-1", BOOK, "")
            second.serve("A-0", BOOK, "")
        elif day in COMES_BACK:
            second.serve(COMES_BACK[day])
        else:
            second.serve(f"A-{day % 3}", f"B{10 + day}", "")
        if day in (2, 4, 5):
            first.serve(f"A-{day}", f"B{20 + day}", "")
            first.sync()


def the_server_has_nothing_of(second: Counter) -> None:
    with desk_in(second.home) as desk:
        status = read_status(desk)
        assert status.pending >= 7
        assert status.pending_since is not None
        assert desk.clock.now() - status.pending_since > 6 * DAY - timedelta(hours=1)


def both_books_agree(tmp_path: Path, server: ServerProcess) -> None:
    """Once more a round of each that finds nothing to bring and no table different; then row by row."""
    journals: set[bytes] = set()
    books = []
    for home in (tmp_path / "satu", tmp_path / "dua"):
        with desk_in(home) as desk:
            way = way_to_server(desk)
            report = sync_round(desk, way, thorough=True)
            way.close()
            assert (report.pushed, report.pulled, report.replaced_kinds, report.mismatched_kinds) == (0, 0, (), ())
            assert open_cases(desk) == []
            assert [(case.cls, case.decided_by) for case in decided_cases(desk)] == [("LOAN_COPY", ADMIN)]
            journals |= event_ids(desk)
            books.append(rows_of(desk))
    assert books[0] == books[1]
    assert sum(row[1] == ADMIN for row in books[0]["operator"]) == 1
    server.stop()
    house = open_house(server.folder, settings_in(server.folder), server_secret(server.folder))  # type: ignore[arg-type]
    with house.store.read() as connection:
        logged = list(connection.scalars(select(EVENT_LOG.c.event_id)))
    house.close()
    assert journals <= set(logged)
    assert len(logged) == len(set(logged))
