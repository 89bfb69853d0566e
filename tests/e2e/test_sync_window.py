"""Two desks, one copy, no network between them: the contradiction is met in the real window and settled by one key.

The server is the shipped one, in its own process, over its own TLS. The first desk has no window; the second is the
real one from its first start: it joins by address and code, fetches the library, serves, and decides.
LOKET_PICTURES names a folder that keeps what was on the screen.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from counter_keys import counted, sign_in, sync_by_keyboard
from desktop import Desktop, Window, wait_until
from fakes import ADMIN, operator
from sync_at_work import MARKS, ServerProcess, found, way_to_server

from loket.domain.entities import Case, Item, Member
from loket.services.cases import decided_cases, open_cases
from loket.services.circulation import check_out
from loket.services.desk import Desk, all_rows
from loket.sync.client import RoundReport, sync_round
from loket.sync.enrol import enrol, invitation
from loket.ui import preferences

pytestmark = pytest.mark.e2e
CARD, BOOK = "A-0", "B7"


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = Path(os.environ.get("LOKET_PICTURES", tmp_path / "pictures"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    with ServerProcess(tmp_path / "pusat", None) as running:
        running.await_ready()
        yield running


@contextmanager
def first_desk(folder: Path, server: ServerProcess) -> Iterator[Desk]:
    """The counter that founded the library, joined and synced."""
    folder.mkdir()
    desk = found(folder / "loket.db")
    desk.operator = operator(desk, ADMIN)
    enrol(desk.database, desk.clock, desk.ids, invitation(*server.invitation()), marks=MARKS)
    sync(desk)
    yield desk
    desk.database.close()


def sync(desk: Desk) -> RoundReport:
    way = way_to_server(desk)
    try:
        return sync_round(desk, way)
    finally:
        way.close()


def lend(desk: Desk, member_no: str, barcode: str) -> None:
    with desk.view() as act:
        members = {one.member_no: one.id for one in all_rows(act.driver, Member)}
        items = {one.barcode: one.id for one in all_rows(act.driver, Item)}
    check_out(desk, member_id=members[member_no], item_id=items[barcode])


def code_for_another(server: ServerProcess, desk: Desk) -> tuple[str, str]:
    told = server.say("enrol-code", desk.library.name, "Loket Dua", "L02", "lengkap")
    address, code = re.search(r"https://\S+", told), re.search(r"dengan sidik: (.+)\)", told)
    assert address is not None, told
    assert code is not None, told
    return address[0], code[1]


def join_by_keyboard(desktop: Desktop, address: str, code: str, pictures: Path) -> None:
    desktop.save(pictures / "1-first-start.png")
    desktop.press_and_see("2")
    desktop.type_slowly(address)
    desktop.press("Return")
    desktop.type_slowly(code)
    desktop.save(pictures / "2-address-and-code.png")
    desktop.press("Return")


def test_a_copy_lent_twice_is_settled_in_the_window(
    desktop: Desktop, server: ServerProcess, tmp_path: Path, pictures: Path
) -> None:
    home = tmp_path / "data"
    home.mkdir()
    preferences.save(home, preferences.Preferences(motion=False))
    with first_desk(tmp_path / "first", server) as first:
        address, code = code_for_another(server, first)
        window = Window(desktop, home, "open")
        window.wait_ready()
        join_by_keyboard(desktop, address, code, pictures)
        wait_until(lambda: counted(home, "SELECT count(*) FROM operator")() > 0, "the library's rows")
        desktop.still_picture()
        desktop.save(pictures / "3-the-librarys-own-sign-in.png")
        sign_in(desktop)

        server.stop()  # from here on both desks are alone
        lend(first, "A-1", BOOK)
        loans = counted(home, "SELECT count(*) FROM journal WHERE type = 'ItemLent'")

        def lent() -> bool:
            if loans() == 0:
                desktop.type_code(CARD, BOOK, "")
                desktop.still_picture()
            return loans() == 1

        wait_until(lent, "the loan at the second desk")
        sync_by_keyboard(desktop)
        desktop.still_picture()
        desktop.save(pictures / "4-no-network.png")

        server.start()
        server.await_ready()
        assert sync(first).pushed > 0
        desktop.press("alt+s")
        waiting = counted(home, "SELECT count(*) FROM conflict_case WHERE closed = 0 AND cls = 'LOAN_COPY'")
        wait_until(lambda: waiting() == 1, "the case at the second desk")
        desktop.save(pictures / "5-synced.png")
        desktop.press_and_see("ctrl+period")
        desktop.save(pictures / "6-to-be-decided.png")
        desktop.press("1")
        wait_until(lambda: waiting() == 0, "the decision")
        desktop.save(pictures / "7-decided.png")
        assert window.close() == 0, window.complaints()

        assert counted(home, "SELECT count(*) FROM base_row")() == 0, "closing brought everything to the server"
        sync(first)
        assert open_cases(first) == []
        (decided,) = decided_cases(first)
        assert (decided.cls, decided.decided_by) == ("LOAN_COPY", ADMIN)
        with first.view() as act:
            open_loans = act.driver.execute("""SELECT count(*) FROM loan WHERE "end" = 'open'""").fetchone()[0]
            (case,) = all_rows(act.driver, Case)
        assert open_loans == 1
        assert case.choice == "second_has_it"
