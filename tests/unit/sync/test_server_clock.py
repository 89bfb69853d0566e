"""What the server's time does to the desk's: agreement makes it sound, disagreement asks, a yes carries it on."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from fake_server import FakeServer, Way
from fakes import KEY, TODAY, SequentialIds
from joined import agree, founded
from stock import add_item, add_member, journal

from loket.db.engine import open_database
from loket.domain.errors import RefusalCode, Refused
from loket.services.circulation import check_out
from loket.services.desk import Desk, confirm_clock, open_desk
from loket.sync import wire
from loket.sync.servertime import ask_time
from loket.sync.transport import Unreachable


@pytest.fixture
def first(tmp_path: Path):
    desk, way = founded(tmp_path / "one", FakeServer())
    yield desk, way
    desk.database.close()


def quality(desk: Desk) -> str:
    with desk.view() as act:
        return act.clock_quality()


def test_a_clock_that_agrees_with_the_server_is_sound(first: tuple[Desk, Way]) -> None:
    desk, way = first
    assert quality(desk) == "plausible"
    agree(desk, way)
    assert quality(desk) == "server_synced"
    add_member(desk)
    assert journal(desk)[-1].stamp.clock_quality == "server_synced"
    desk.clock.advance(days=50)  # asleep, not wrong
    assert quality(desk) == "server_synced"
    desk.clock.set(desk.clock.now() + timedelta(minutes=6))
    assert quality(desk) == "doubtful"
    desk.clock.boot_id = "another start"
    desk.clock.set(desk.clock.now() - timedelta(days=50, minutes=6))
    assert quality(desk) == "plausible"


def test_a_dead_battery_asks_for_the_servers_date_and_goes_by_it(first: tuple[Desk, Way]) -> None:
    desk, way = first
    member, item = add_member(desk, "A-1"), add_item(desk, "B1")
    right = desk.clock.now()
    desk.clock.set(right.replace(year=2009))
    ask_time(desk, way)
    with pytest.raises(Refused) as refused:
        check_out(desk, member_id=member, item_id=item)
    assert (refused.value.code, refused.value.params["today"]) == (RefusalCode.CLOCK_DOUBTFUL, TODAY)

    confirm_clock(desk)
    lent = check_out(desk, member_id=member, item_id=item)
    assert lent.loan.lent_on == TODAY
    assert desk.today() == TODAY
    assert journal(desk)[-1].stamp.clock_quality == "server_synced"
    agree(desk, way)


def test_a_confirmed_time_lasts_until_the_computer_starts_again(first: tuple[Desk, Way]) -> None:
    desk, way = first
    right = desk.clock.now()
    machine = desk.clock
    machine.set(right.replace(year=2009))
    ask_time(desk, way)
    confirm_clock(desk)
    again = open_desk(open_database(desk.database.path, KEY), machine, SequentialIds(9 << 40))
    assert again is not None
    machine.advance(minutes=3)
    assert again.clock.now() == right + timedelta(minutes=3)
    machine.boot_id = "another start"
    later = open_desk(again.database, machine, SequentialIds(8 << 40))
    assert later is not None
    assert later.clock.now().year == 2009
    again.database.close()


def test_a_time_somebody_else_signed_is_not_believed(first: tuple[Desk, Way]) -> None:
    desk, way = first

    class Forged(Way):
        def call(self, path: str, body: bytes, token: str = "") -> bytes:
            told = wire.decode(super().call(path, body), wire.SignedTime)
            return wire.encode(msgspec.structs.replace(told, now_ms=told.now_ms + 1))

    with pytest.raises(Unreachable, match="certificate"):
        ask_time(desk, Forged(way.server))
    assert desk.time_by_server() is None
