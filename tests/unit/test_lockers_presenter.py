"""What the lockers' counter decides without its window: whose turn it is, and what an Enter may do."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import ADMIN, CIRCULATION, FakeClock, new_desk, operator
from hypothesis import given, settings
from hypothesis import strategies as st
from stock import add_member, journal

from loket.domain import events as e
from loket.domain.entities import Id
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.services import locker_banks, lockers
from loket.services.desk import Desk
from loket.services.visitors import Person
from loket.ui.jobs import InlineJobs
from loket.ui.presenters.locker_counter import Counter, Draft, Rows, Said, Step, What, guest_named, look_up
from loket.ui.presenters.lockers import LockersPresenter


class View:
    """Remembers what it is told."""

    def __init__(self) -> None:
        self.counter = Counter()
        self.said: list[What] = []
        self.refused: list[RefusalCode] = []
        self.invalid: list[InvalidInput] = []
        self.people: Sequence[Person] = ()
        self.kept, self.heard = "", list[str]()
        self.typed = Draft()

    def show_rows(self, rows: Rows) -> None: ...

    def show_counter(self, counter: Counter) -> None:
        self.counter = counter

    def show_said(self, said: Said) -> None:
        self.said.append(said.what)

    def show_idle(self) -> None:
        self.said.clear()

    def show_refused(self, refused: Refused) -> None:
        self.refused.append(refused.code)

    def show_people(self, people: Sequence[Person], typed: str, *, by_name: bool) -> None:
        self.people = people

    def show_invalid(self, error: InvalidInput) -> None:
        self.invalid.append(error)

    def show_problem(self, error: object) -> None:
        raise AssertionError(error)

    def draft(self) -> Draft:
        return self.typed

    def clear_draft(self) -> None:
        self.typed = Draft()

    def keep_text(self, text: str) -> None:
        self.kept = text

    def play(self, sound: str) -> None:
        self.heard.append(sound)


class LaterJobs:
    """Keeps what is started until it is let go, one at a time."""

    def __init__(self) -> None:
        self.waiting: deque[Callable[[], None]] = deque()

    def start(self, fn: Any, on_success: Any = None, on_failure: Any = None, **_: Any) -> None:
        def run() -> None:
            try:
                result = fn()
            except Exception as error:
                on_failure(error)
                return
            on_success(result)

        self.waiting.append(run)

    def let_all_go(self) -> None:
        while self.waiting:
            self.waiting.popleft()()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    desk.operator = operator(desk, ADMIN)
    locker_banks.add_bank(desk, "Lobi", "1", "9", 3)
    desk.operator = operator(desk, CIRCULATION)
    yield desk
    desk.database.close()


@pytest.fixture
def view() -> View:
    return View()


def presenter(desk: Desk, view: View, jobs: Any = None) -> LockersPresenter:
    return LockersPresenter(desk, jobs or InlineJobs(), view, lambda: None)


def pause(desk: Desk) -> None:
    assert isinstance(desk.clock, FakeClock)
    desk.clock.advance(seconds=1)


def held(desk: Desk) -> dict[str, str]:
    return {view.locker.number: view.holder for view in lockers.still_out(desk)}


def test_scans_wait_for_the_answer_before_them(desk: Desk, view: View) -> None:
    """Two cards and an Enter for each, faster than the disk: everybody gets one locker, the right one."""
    jobs = LaterJobs()
    desk_at = presenter(desk, view, jobs)
    for number, name in (("M-10001", "Melati"), ("M-10002", "Jaka")):
        add_member(desk, number, name=name)
        pause(desk)
        desk_at.scanned(number)
        pause(desk)
        desk_at.scanned("")
    assert held(desk) == {}
    jobs.let_all_go()
    assert held(desk) == {"1": "Melati", "2": "Jaka"}


def test_an_enter_meant_for_a_code_that_failed_does_nothing(desk: Desk, view: View) -> None:
    jobs = LaterJobs()
    desk_at = presenter(desk, view, jobs)
    add_member(desk, "M-10001", name="Melati")
    desk_at.scanned("M-10001")
    jobs.let_all_go()
    desk_at.scanned("SALAH-KODE")
    pause(desk)
    desk_at.scanned("")
    jobs.let_all_go()
    assert view.refused == [RefusalCode.CODE_UNKNOWN]
    assert held(desk) == {}


def test_two_desks_want_the_same_locker(desk: Desk, view: View) -> None:
    """The second is refused, keeps the person, and is offered the next one."""
    other = View()
    here, there = presenter(desk, view), presenter(desk, other)
    here.person_chosen(guest_named("Tamu Satu"))
    there.person_chosen(guest_named("Tamu Dua"))
    here.confirm()
    there.confirm()
    assert held(desk) == {"1": "Tamu Satu"}
    assert other.refused == [RefusalCode.LOCKER_TAKEN]
    assert other.counter.step is Step.OFFER
    there.confirm()
    assert held(desk) == {"1": "Tamu Satu", "2": "Tamu Dua"}


def test_what_was_typed_stays_when_it_is_refused(desk: Desk, view: View) -> None:
    at = presenter(desk, view)
    at.person_chosen(guest_named("Tamu Satu"))
    view.typed = Draft(contents="x" * 500)
    at.confirm()
    assert [error.field for error in view.invalid] == ["contents"]
    assert view.typed.contents == "x" * 500
    assert view.counter.step is Step.OFFER
    assert held(desk) == {}


def test_a_number_is_the_lockers_before_it_is_anybodys(desk: Desk) -> None:
    add_member(desk, "7", name="Bernomor Tujuh")
    found = look_up(desk, "7")
    assert found.tile is not None
    assert found.tile.locker.number == "7"
    assert found.person is None


def test_several_of_a_name_are_asked_about(desk: Desk, view: View) -> None:
    for number in ("M-10001", "M-10002"):
        add_member(desk, number, name="Melati Kembar")
    presenter(desk, view).scanned("melati")
    assert [person.number for person in view.people] == ["M-10001", "M-10002"]
    assert view.kept == "melati"
    assert view.counter.step is Step.NOTHING


def test_what_another_desk_gave_back_leaves_the_counter(desk: Desk, view: View) -> None:
    at = presenter(desk, view)
    taken = lockers.take(desk, lockers.board(desk)[0].locker.id, guest_named("Tamu Satu"))
    at.scanned(taken.tag)
    assert view.counter.step is Step.IN_USE
    lockers.give_back(desk, taken.use.id, name_matched=True)
    at.read()
    assert at.counter.step is Step.NOTHING


@settings(max_examples=25, deadline=None)
@given(
    acts=st.lists(st.sampled_from(["person", "number", "tag", "enter", "pick", "escape", "read"]), max_size=12),
    picks=st.lists(st.integers(0, 8), min_size=12, max_size=12),
)
def test_whatever_is_pressed_one_locker_holds_one_person(
    tmp_path_factory: pytest.TempPathFactory, acts: list[str], picks: list[int]
) -> None:
    desk = new_desk(tmp_path_factory.mktemp("papan"))
    desk.operator = operator(desk, ADMIN)
    locker_banks.add_bank(desk, "", "1", "9", 3)
    view = View()
    at = presenter(desk, view)
    at.read()
    ids: list[Id] = [tile.locker.id for tile in at.rows.tiles]
    for act, pick in zip(acts, picks, strict=False):
        pause(desk)
        tags = [one.use.tag for one in lockers.still_out(desk)]
        match act:
            case "person":
                at.person_chosen(guest_named(f"Tamu {'ABCDEFGHI'[pick]}"))
            case "number":
                at.scanned(str(pick + 1))
            case "tag" if tags:
                at.scanned(tags[pick % len(tags)])
            case "enter":
                at.scanned("")
            case "pick":
                at.pick(ids[pick])
            case "escape":
                at.finish()
            case _:
                at.read()
    assert all(len(tile.uses) <= 1 for tile in lockers.board(desk))
    assert at.counter == view.counter
    desk.database.close()


def test_giving_back_takes_from_the_tag_to_the_enter(desk: Desk, view: View) -> None:
    at = presenter(desk, view)
    taken = lockers.take(desk, lockers.board(desk)[0].locker.id, guest_named("Tamu Satu"))
    began = desk.clock.now()
    at.scanned(taken.tag)
    for _ in range(25):
        pause(desk)
    at.confirm()
    stamp = next(one.stamp for one in reversed(journal(desk)) if isinstance(one.event, e.LockerReturned))
    assert (stamp.began_at, stamp.done_at) == (began, began + timedelta(seconds=25))
