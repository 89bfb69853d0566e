"""Joining a server: what a code may look like, what is kept, and how a broken-off start goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_server import FakeServer, Way, broken
from fakes import KEY, FakeClock, SequentialIds, new_desk
from joined import INVITED, agree, founded, kept, tables, visit
from stock import add_member

from loket.db.engine import driver, open_database
from loket.db.meta import get_meta
from loket.db.rows import from_ms
from loket.db.sealing import library_secret
from loket.domain.errors import InvalidInput
from loket.domain.scope import Scope
from loket.services.desk import open_desk
from loket.sync.enrol import Invitation, enrol, fill, invitation, joined_and_filled, unfilled_desk
from loket.sync.transport import Unreachable


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        (("loket-pusat:https://pusat.example:8443#0123456789",), ("https://pusat.example:8443", "0123456789", "")),
        (
            ("loket-pusat:https://192.0.2.7:8443#0123456789-ABCDEFGH",),
            ("https://192.0.2.7:8443", "0123456789", "ABCDEFGH"),
        ),
        (("pusat.example", "o1234 s6789"), ("https://pusat.example", "01234S6789", "")),
        (
            (" https://[2001:db8::1]:8443/ ", "abcde-fghjk-mnpqrstv"),
            ("https://[2001:db8::1]:8443", "ABCDEFGHJK", "MNPQRSTV"),
        ),
        (("http://localhost:8000", "iL23456789"), ("http://localhost:8000", "1123456789", "")),
    ],
)
def test_codes_as_scanned_and_as_typed(typed: tuple[str, ...], wanted: tuple[str, str, str]) -> None:
    assert invitation(*typed) == Invitation(*wanted)


@pytest.mark.parametrize(
    ("typed", "field", "code"),
    [
        (("", "0123456789"), "server_address", "address_missing"),
        (("https://", "0123456789"), "server_address", "address_form"),
        (("ftp://pusat.example", "0123456789"), "server_address", "address_form"),
        (("https://pusat.example:port", "0123456789"), "server_address", "address_form"),
        (("pusat example", "0123456789"), "server_address", "address_form"),
        (("http://pusat.example", "0123456789"), "server_address", "address_insecure"),
        (("pusat.example", ""), "enrol_code", "code_missing"),
        (("pusat.example", "012345678"), "enrol_code", "enrol_code_form"),
        (("pusat.example", "012345678U"), "enrol_code", "enrol_code_form"),
        (("pusat.example", "0123456789-ABC"), "enrol_code", "enrol_code_form"),
    ],
)
def test_what_cannot_be_a_code(typed: tuple[str, str], field: str, code: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        invitation(*typed)
    assert (refused.value.field, refused.value.code) == (field, code)


def test_a_founded_counter_stays_who_it_is(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    before = tables(desk)
    server = FakeServer()
    joined = enrol(desk.database, desk.clock, desk.ids, INVITED, transport=Way(server), marks=("a", "b", "c", "d"))

    assert (joined.library, joined.station, joined.stream_id) == (desk.library, desk.station, desk.stream_id)
    assert joined.scope is Scope.FULL
    assert tables(joined) == before
    assert joined_and_filled(desk.database) == (True, True)
    assert server.library is not None
    assert server.library.library_id == bytes.fromhex(desk.library.id)
    with desk.database.read() as connection:
        assert server.library.library_secret == library_secret(driver(connection))
    desk.database.close()


def test_a_desk_that_was_open_belongs_to_the_server_from_its_next_action_on(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    way = Way(FakeServer())
    enrol(desk.database, desk.clock, desk.ids, INVITED, transport=way)
    assert desk.scope is None
    visit(desk)

    assert desk.scope is Scope.FULL
    assert kept(desk, "base_row") == 1
    agree(desk, way)
    desk.database.close()


@pytest.mark.parametrize(
    ("code", "field", "found"),
    [("offline", "server_address", "server_offline"), ("portal", "server_address", "server_portal")],
)
def test_a_server_that_does_not_answer_changes_nothing(tmp_path: Path, code: str, field: str, found: str) -> None:
    desk, way = new_desk(tmp_path), Way(FakeServer())

    def gone(path: str, body: bytes) -> None:
        raise Unreachable(code)

    way.before = gone
    with pytest.raises(InvalidInput) as refused:
        enrol(desk.database, desk.clock, desk.ids, INVITED, transport=way)
    assert (refused.value.field, refused.value.code) == (field, found)
    assert joined_and_filled(desk.database) == (False, True)
    visit(desk)
    assert kept(desk, "base_row") == 0
    desk.database.close()


def test_a_wrong_code_is_said_at_the_code(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    with pytest.raises(InvalidInput) as refused:
        enrol(
            desk.database, desk.clock, desk.ids, invitation("pusat.example", "9999999999"), transport=Way(FakeServer())
        )
    assert (refused.value.field, refused.value.code) == ("enrol_code", "code_unknown")
    desk.database.close()


def test_the_key_is_the_same_when_the_answer_was_lost(tmp_path: Path) -> None:
    desk, server = new_desk(tmp_path), FakeServer()
    way = Way(server)
    way.after = broken("enrol")
    with pytest.raises(InvalidInput):
        enrol(desk.database, desk.clock, desk.ids, INVITED, transport=way)
    assert server.library is not None
    first = server.library.public_key
    server.library = None
    enrol(desk.database, desk.clock, desk.ids, INVITED, transport=way)

    assert server.library.public_key == first
    desk.database.close()


def test_a_first_snapshot_goes_on_after_a_crash(tmp_path: Path) -> None:
    server = FakeServer()
    desk, way = founded(tmp_path / "one", server)
    for number in range(120):
        add_member(desk, f"A-{number}")
    agree(desk, way)
    (tmp_path / "two").mkdir()
    file, clock, ids = tmp_path / "two" / "loket.db", FakeClock(from_ms(server.now_ms)), SequentialIds(2 << 40)
    database, other_way = open_database(file, KEY), Way(server)
    new = enrol(database, clock, ids, INVITED, transport=other_way)
    assert open_desk(database, clock, ids) is None
    other_way.before = broken("pull", skip=2)
    with pytest.raises(Unreachable):
        fill(new, other_way)
    assert (joined_and_filled(database), kept(new, "member")) == ((True, False), 0)
    database.close()

    database = open_database(file, KEY)
    seen: list[tuple[str, int, int]] = []
    server.asked.clear()
    filled = fill(unfilled_desk(database, clock, ids), other_way, progress=lambda *said: seen.append(said))
    assert server.asked["pull"] == 1
    assert kept(filled, "member") == 120
    assert (filled.library, filled.station.name) == (desk.library, "Loket Baru")
    assert filled.scope is Scope.FULL
    agree(filled, other_way)
    agree(desk, way)
    assert len(tables(desk)["station"]) == 2
    database.close()
    desk.database.close()


def test_progress_of_a_first_snapshot_knows_the_whole(tmp_path: Path) -> None:
    server = FakeServer()
    desk, way = founded(tmp_path / "one", server)
    for number in range(120):
        visit(desk, str(number))
    agree(desk, way)
    database = open_database(tmp_path / "two.db", KEY)
    new = enrol(database, desk.clock, SequentialIds(2 << 40), INVITED, transport=way)
    seen: list[tuple[str, int, int]] = []
    fill(new, way, progress=lambda *said: seen.append(said))

    rows = len(server.rows.changes)
    assert seen == [("pull", 50, rows), ("pull", 100, rows), ("pull", rows, rows)]
    database.close()
    desk.database.close()


def test_a_kiosk_gets_no_secret(tmp_path: Path) -> None:
    server = FakeServer()
    desk, way = founded(tmp_path / "one", server)
    agree(desk, way)
    server.scope = Scope.HOUSE
    database = open_database(tmp_path / "two.db", KEY)
    enrol(database, desk.clock, SequentialIds(2 << 40), INVITED, transport=way)
    with database.read() as connection:
        assert get_meta(driver(connection), "library_secret") is None
    database.close()
    desk.database.close()
