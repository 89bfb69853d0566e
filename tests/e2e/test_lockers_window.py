"""A locker given and fetched in the real window by real keys: nothing but the scanner, arrows and Enter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from counter_keys import counted
from desktop import Desktop, Window, wait_until
from escpos_reader import read
from receipt_listener import Listener

from loket.app import Opened
from loket.services import example, lockers
from loket.services.desk import Desk
from loket.ui import preferences

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]
LYING = "SELECT count(*) FROM locker_use WHERE \"end\" = 'open'"
BACK = "SELECT count(*) FROM locker_use WHERE \"end\" = 'returned'"


@pytest.fixture
def desk(opened: Opened) -> Desk:
    assert opened.desk is not None
    return opened.desk


def to_the_lockers(desktop: Desktop, home: Path, printer: str = "") -> Window:
    preferences.save(home, preferences.Preferences(motion=False, slip_printer=printer))
    window = Window(desktop, home, "--example")
    window.wait_ready()
    desktop.press_and_see("F5")
    return window


def scan(desktop: Desktop, code: str) -> None:
    """A code and what the window answers to it."""
    before = desktop.still_picture()
    desktop.type_code(code)
    desktop.see_after(before)


def enter_until(desktop: Desktop, condition: Callable[[], object], what: str) -> None:
    """Enter, and once more where the window was so slow that it took it for the scanner's own."""
    for _ in range(5):
        desktop.press_and_see("Return")
        if condition():
            return
    wait_until(condition, what)


def test_a_card_and_an_enter_give_a_locker_its_tag_fetches_the_things(
    desktop: Desktop, home: Path, desk: Desk, tmp_path: Path
) -> None:
    (member,), printer = example.people_to_serve(desk, 1), Listener()
    with printer:
        window = to_the_lockers(desktop, home, printer.choice)
        lying, back = counted(home, LYING), counted(home, BACK)
        before, fetched = lying(), back()
        desktop.save(tmp_path / "1-board.png")
        scan(desktop, member.member_no)
        desktop.save(tmp_path / "2-offered.png")
        assert lying() == before
        enter_until(desktop, lambda: lying() == before + 1, "a locker given")
        tag = next(one.use.tag for one in lockers.still_out(desk) if one.use.member_id == member.id)
        papers = printer.wait_for_jobs(2)  # one for the visitor, one that lies with the things
        assert [tag in read(paper).text for paper in papers] == [True, True]
        assert read(papers[0]).text != read(papers[1]).text
        desktop.save(tmp_path / "3-given.png")
        scan(desktop, tag)
        desktop.save(tmp_path / "4-tag.png")
        assert back() == fetched
        enter_until(desktop, lambda: back() == fetched + 1, "the things given back")
        assert lying() == before
        window.close()


def test_arrows_and_numbers_choose_the_locker_and_f5_is_reached_from_everywhere(
    desktop: Desktop, home: Path, desk: Desk
) -> None:
    """The tag is scanned at the loans desk: the window goes to the lockers by itself."""
    first, second = example.people_to_serve(desk, 2)
    window = to_the_lockers(desktop, home)
    lying = counted(home, LYING)
    before = lying()
    scan(desktop, first.member_no)
    desktop.press_and_see("Right")
    desktop.press_and_see("Down")
    enter_until(desktop, lambda: lying() == before + 1, "the first locker given")
    scan(desktop, second.member_no)
    free = [tile.locker for tile in lockers.board(desk) if not tile.uses and not tile.locker.out_of_order]
    scan(desktop, free[-1].number)
    enter_until(desktop, lambda: lying() == before + 2, "the second locker given")
    held = {one.use.member_id: one for one in lockers.still_out(desk)}
    board = [tile.locker.number for tile in lockers.board(desk)]
    assert held[second.id].locker.number == free[-1].number
    assert held[first.id].locker.number != board[0]
    desktop.press_and_see("F4")
    scan(desktop, held[first.id].use.tag)
    enter_until(desktop, lambda: lying() == before + 1, "the first one's things given back")
    window.close()


def test_what_is_given_stands_when_the_power_goes(desktop: Desktop, home: Path, desk: Desk) -> None:
    (member,) = example.people_to_serve(desk, 1)
    window = to_the_lockers(desktop, home)
    lying = counted(home, LYING)
    before = lying()
    scan(desktop, member.member_no)
    enter_until(desktop, lambda: lying() == before + 1, "a locker given")
    window.kill()
    assert lying() == before + 1
    again = Window(desktop, home, "--example")
    again.wait_ready()
    desktop.press_and_see("F5")
    held = next(one for one in lockers.still_out(desk) if one.use.member_id == member.id)
    scan(desktop, held.locker.number)
    enter_until(desktop, lambda: lying() == before, "the things given back after the cut")
    again.close()
