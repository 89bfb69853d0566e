"""A kiosk as it stands in the entrance: it opens by itself, cannot be left by keys, and survives a power cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from counter_keys import counted
from desktop import Desktop, Window, wait_until

from loket.app import Opened
from loket.services import example, maintenance
from loket.services.desk import Desk
from loket.services.operators import operators
from loket.services.settings import change_rule, describe_station

pytestmark = pytest.mark.e2e
VISITS = "SELECT count(*) FROM journal WHERE type = 'VisitRecorded' AND seq > {since}"
LEADING_OUT = ("alt+F4", "Escape", "alt+Tab", "ctrl+alt+Left", "super", "ctrl+q", "ctrl+w", "F1", "F11")


@pytest.fixture
def desk(opened: Opened) -> Desk:
    """The example library's counter, become a kiosk."""
    desk = opened.desk
    assert desk is not None
    desk.operator = next(who for who in operators(desk) if who.username == example.OPERATOR)
    describe_station(desk, replace(desk.station, profile="kios"))
    change_rule(desk, "kiosk_purpose", False)
    return desk


@pytest.fixture
def visits(home: Path, desk: Desk) -> Callable[[], int]:
    """How many came since the test began."""
    since = counted(home, "SELECT max(seq) FROM journal")()
    return counted(home, VISITS.format(since=since))


def scan(desktop: Desktop, code: str, visits: Callable[[], int]) -> None:
    before = visits()
    desktop.type_code(code)
    wait_until(lambda: visits() == before + 1, "one visitor more to be counted")


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_visitors_cannot_leave_it_and_a_power_cut_does_not_either(
    home: Path, desk: Desk, visits: Callable[[], int], size: tuple[int, int]
) -> None:
    cards = [member.member_no for member in example.people_to_serve(desk, 4)]
    with Desktop(*size) as desktop:
        window = Window(desktop, home, "open")
        window.wait_ready()
        welcome = desktop.still_picture()
        assert welcome.size == size
        scan(desktop, cards[0], visits)
        for key in LEADING_OUT:
            desktop.press(key)
        assert window.process.poll() is None
        scan(desktop, cards[1], visits)
        window.kill()
        window = Window(desktop, home, "open")
        window.wait_ready()
        desktop.still_picture()
        scan(desktop, cards[2], visits)
        leave_by_password(desktop)
        desktop.type_code(cards[3])
        desktop.still_picture()
        assert visits() == 3, "no visitor's screen any more"
        desktop.press_and_see("F2")
        scan(desktop, cards[3], visits)
        assert window.close() == 0, window.complaints()
    assert maintenance.verify(desk.database) is None


def leave_by_password(desktop: Desktop) -> None:
    desktop.press_and_see("ctrl+shift+l")
    desktop.type_slowly(example.OPERATOR)
    desktop.press("Tab")
    desktop.type_slowly(example.PASSWORD)
    desktop.press_and_see("Return")


def test_the_system_may_shut_it_down(desktop: Desktop, home: Path, desk: Desk, visits: Callable[[], int]) -> None:
    window = Window(desktop, home, "open")
    window.wait_ready()
    desktop.still_picture()
    scan(desktop, example.people_to_serve(desk, 1)[0].member_no, visits)
    assert window.close() == 0, window.complaints()
    assert list((home / "backups").glob("*.lktbak")), "closing makes a backup"
