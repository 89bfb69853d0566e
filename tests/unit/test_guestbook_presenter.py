"""What the guestbook does with a scan, a key or a form, without its window; and rows of the paper book."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from fakes import ADMIN, CIRCULATION, FakeClock, new_desk, operator
from hypothesis import given
from hypothesis import strategies as st
from stock import add_item, add_member, journal, row, set_rule

from loket.domain import events as e
from loket.domain.entities import Id, Room, RoomKind, Visit, VisitKind
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.house_codes import locker_tag
from loket.domain.visits import Doubt, GroupForm, GuestForm, OfficialForm
from loket.services import guest_books, guest_lists, guestbook
from loket.services.desk import Desk
from loket.services.guest_lists import VisitLine
from loket.services.house_codes import HouseCode, HouseThing
from loket.services.visitors import Person
from loket.ui.jobs import InlineJobs, JobRunner
from loket.ui.presenters.guestbook import GuestbookPresenter
from loket.ui.presenters.guestbook_answers import (
    AllOut,
    Asked,
    BookScanned,
    CameIn,
    Lists,
    Offers,
    Shown,
    TakenBack,
    WentOut,
)
from loket.ui.presenters.guestbook_paper import PaperRow, book_rows, is_number, paper_lines, read_time


@dataclass
class Page:
    """What the page was told, in order."""

    shown: list[Shown] = field(default_factory=list)
    lists: list[Lists] = field(default_factory=list)
    offers: list[Offers] = field(default_factory=list)
    choices: list[tuple[Sequence[Person], str]] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)
    undo: list[VisitLine] = field(default_factory=list)
    passed: list[HouseCode] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    problems: list[Exception] = field(default_factory=list)
    idle: int = 0
    closed: int = 0
    slips: int = 0

    def show_answer(self, shown: Shown) -> None:
        self.shown.append(shown)

    def show_idle(self) -> None:
        self.idle += 1

    def show_lists(self, lists: Lists) -> None:
        self.lists.append(lists)

    def show_offers(self, offers: Offers) -> None:
        self.offers.append(offers)

    def show_choices(self, people: Sequence[Person], typed: str) -> None:
        self.choices.append((people, typed))

    def show_waiting(self, scans: int) -> None:
        self.waiting.append(scans)

    def ask_undo(self, line: VisitLine) -> None:
        self.undo.append(line)

    def close_sheet(self) -> None:
        self.closed += 1

    def pass_on(self, code: HouseCode) -> None:
        self.passed.append(code)

    def slip_queued(self) -> None:
        self.slips += 1

    def keep_text(self, text: str) -> None:
        self.kept.append(text)

    def play(self, sound: str) -> None:
        self.heard.append(sound)

    def show_invalid(self, error: InvalidInput) -> None:
        self.problems.append(error)

    def show_problem(self, error: Exception) -> None:
        self.problems.append(error)


class WaitingJobs(InlineJobs):
    """Nothing is done until `run`: what a person does meanwhile comes first."""

    def __init__(self) -> None:
        self.queue: deque[Callable[[], object]] = deque()

    def start(self, *args: Any, **values: Any) -> Any:
        self.queue.append(lambda: InlineJobs.start(self, *args, **values))

    def run(self) -> None:
        while self.queue:
            self.queue.popleft()()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    yield desk
    desk.database.close()


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def presenter(desk: Desk, page: Page, told: list[str]) -> GuestbookPresenter:
    return made(desk, page, told, InlineJobs())


def made(desk: Desk, page: Page, told: list[str], jobs: JobRunner) -> GuestbookPresenter:
    presenter = GuestbookPresenter(desk, jobs, page, lambda: told.append("visits"))
    presenter.read_offers()
    return presenter


def pause(desk: Desk, seconds: float = 5) -> None:
    clock = desk.clock
    assert isinstance(clock, FakeClock)
    clock.advance(seconds=seconds)


def scan(presenter: GuestbookPresenter, *texts: str) -> None:
    """Each by itself, a moment after the one before."""
    for text in texts:
        pause(presenter._desk)
        presenter.scanned(text)


def room(desk: Desk, name: str = "Ruang Anak", code: str = "ANAK") -> Id:
    desk.operator = operator(desk, ADMIN)
    made = guest_books.set_room(desk, Room(Id(""), code, name, RoomKind.CHILDREN, own_book=True))
    desk.operator = operator(desk, CIRCULATION)
    return made.id


def people(desk: Desk, book: Id | None = None) -> int:
    return guest_lists.today_people(desk, book)


def last(page: Page, kind: type[Any]) -> Any:
    assert isinstance(page.shown[-1], kind), page.shown
    return page.shown[-1]


def refusal(page: Page) -> RefusalCode:
    error = page.problems[-1]
    assert isinstance(error, Refused)
    return error.code


# ---- cards ----------------------------------------------------------------------------------------------------------


def test_a_card_counts_its_member_and_the_lists_are_read_again(
    desk: Desk, page: Page, presenter: GuestbookPresenter, told: list[str]
) -> None:
    add_member(desk, "M-1", name="Melati Kenari")
    scan(presenter, "M-1")
    came = last(page, CameIn)
    assert (came.counted.name, came.counted.again, came.counted.today_people) == ("Melati Kenari", False, 1)
    assert [line.name for line in page.lists[-1].lines] == ["Melati Kenari"]
    assert page.lists[-1].counts[0].of(VisitKind.MEMBER) == 1
    assert told == ["visits"]
    assert page.heard == ["ok"]


def test_the_same_card_again_counts_nobody_and_enter_lets_him_out(
    desk: Desk, page: Page, presenter: GuestbookPresenter
) -> None:
    add_member(desk, "M-1")
    scan(presenter, "M-1", "M-1")
    assert last(page, CameIn).counted.again
    assert people(desk) == 1
    assert page.heard == ["ok", "attention"]
    pause(desk, 0.02)
    presenter.scanned("")  # the Enter of the scanner
    assert isinstance(page.shown[-1], CameIn)
    scan(presenter, "")
    assert last(page, WentOut).visit.left_at is not None
    assert page.lists[-1].lines == ()
    assert people(desk) == 1


def test_who_left_and_comes_again_within_the_window_is_not_let_out_twice(
    desk: Desk, page: Page, presenter: GuestbookPresenter
) -> None:
    add_member(desk, "M-1")
    scan(presenter, "M-1", "M-1", "", "M-1", "")
    assert last(page, CameIn).counted.visit.left_at is not None
    assert not page.problems


def test_an_enter_after_another_card_does_not_let_out_the_one_before(
    desk: Desk, page: Page, presenter: GuestbookPresenter
) -> None:
    add_member(desk, "M-1")
    add_member(desk, "M-2")
    scan(presenter, "M-1", "M-1", "M-2", "")
    assert guest_lists.inside(desk).people == 2
    assert page.idle == 1


def test_an_expired_member_is_warned_and_counted(desk: Desk, page: Page, presenter: GuestbookPresenter) -> None:
    add_member(desk, "M-1", valid_until=date(2020, 1, 1))
    scan(presenter, "M-1")
    assert last(page, CameIn).counted.warned == Doubt.EXPIRED
    assert people(desk) == 1
    assert page.heard == ["warning"]


def test_a_name_of_one_counts_him_and_of_several_offers_them(
    desk: Desk, page: Page, presenter: GuestbookPresenter
) -> None:
    add_member(desk, "M-1", name="Melati Kenari")
    add_member(desk, "M-2", name="Melati Rawa")
    scan(presenter, "kenari")
    assert last(page, CameIn).counted.name == "Melati Kenari"
    scan(presenter, "melati")
    offered, typed = page.choices[-1]
    assert typed == "melati"
    assert page.kept == ["melati"]
    assert people(desk) == 1
    presenter.person_chosen(next(person for person in offered if person.name == "Melati Rawa"))
    assert people(desk) == 2


def test_what_nobody_knows_is_refused_and_stays_in_the_box(
    desk: Desk, page: Page, presenter: GuestbookPresenter, told: list[str]
) -> None:
    scan(presenter, "X-99")
    assert refusal(page) is RefusalCode.CODE_UNKNOWN
    assert page.kept == ["X-99"]
    assert not told
    assert people(desk) == 0


def test_the_label_of_a_book_is_no_visitor(desk: Desk, page: Page, presenter: GuestbookPresenter) -> None:
    add_item(desk, "B00123")
    scan(presenter, "B00123")
    assert last(page, BookScanned).code == "B00123"
    assert people(desk) == 0


def test_a_lockers_tag_goes_to_the_lockers(desk: Desk, page: Page, presenter: GuestbookPresenter) -> None:
    member = add_member(desk, "M-1")
    with desk.action() as act:
        use, locker = act.new_id(), act.new_id()
        tag = locker_tag("12", use)
        act.record(e.LockerTaken(use, locker, tag, act.today, member))
    scan(presenter, tag)
    assert page.passed == [HouseCode(HouseThing.LOCKER, tag, use, True)]
    assert people(desk) == 0


def test_nobody_signed_in_counts_nobody(desk: Desk, page: Page, presenter: GuestbookPresenter) -> None:
    add_member(desk, "M-1")
    desk.operator = None
    scan(presenter, "M-1")
    assert refusal(page) is RefusalCode.NOT_SIGNED_IN
    desk.operator = operator(desk, CIRCULATION)
    assert people(desk) == 0


def test_no_scan_is_lost_while_the_disk_is_slow(desk: Desk, page: Page, told: list[str]) -> None:
    jobs = WaitingJobs()
    presenter = made(desk, page, told, jobs)
    jobs.run()
    for number in range(20):
        add_member(desk, f"M-{number}")
    for number in range(20):
        presenter.scanned(f"M-{number}")
    assert page.waiting[-1] == 19
    jobs.run()
    assert people(desk) == 20
    assert page.waiting[-1] == 0
    names = [shown.counted.name for shown in page.shown if isinstance(shown, CameIn)]
    assert names == [f"Anggota M-{number}" for number in range(20)]
    assert len(page.lists) < 5  # one reading after the other, not twenty at once


def test_the_list_is_read_also_when_the_last_of_several_scans_fails(desk: Desk, page: Page, told: list[str]) -> None:
    add_member(desk, "M-1", name="Melati Kenari")
    jobs = WaitingJobs()
    presenter = made(desk, page, told, jobs)
    presenter.scanned("M-1")
    presenter.scanned("X-99")
    jobs.run()
    assert [line.name for line in page.lists[-1].lines] == ["Melati Kenari"]


# ---- what a member comes for ----------------------------------------------------------------------------------------


def visits(desk: Desk) -> list[Visit]:
    return [line.visit for line in reversed(guest_lists.todays_visits(desk))]


def test_a_purpose_is_asked_for_and_told_by_its_key(desk: Desk, page: Page, presenter: GuestbookPresenter) -> None:
    add_member(desk, "M-1")
    presenter.choose_asking(True)
    scan(presenter, "M-1")
    assert last(page, Asked).person.number == "M-1"
    assert people(desk) == 0
    presenter.purpose_chosen(2)
    offered = presenter.offers.purposes[VisitKind.MEMBER]
    assert last(page, CameIn).purpose == offered[1]
    assert [visit.purpose for visit in visits(desk)] == [offered[1].code]
    presenter.purpose_chosen(1)  # nobody is asked any more
    assert people(desk) == 1


@pytest.mark.parametrize("how", ["enter", "card", "escape", "book", "form", "patience", "off"])
def test_who_is_not_told_a_purpose_is_counted_all_the_same(
    desk: Desk, page: Page, presenter: GuestbookPresenter, how: str
) -> None:
    add_member(desk, "M-1")
    add_member(desk, "M-2")
    anak = room(desk)
    presenter.read_offers()
    presenter.choose_asking(True)
    scan(presenter, "M-1")
    match how:
        case "enter":
            scan(presenter, "")
        case "card":
            scan(presenter, "M-2")
        case "escape":
            presenter.give_up()
        case "book":
            presenter.choose_book(anak)
        case "form":
            presenter.write_down(GuestForm("Tono"))
        case "patience":
            presenter.settle()
        case "off":
            presenter.choose_asking(False)
    assert visits(desk)[0].member_id is not None
    assert visits(desk)[0].purpose == ""
    assert visits(desk)[0].room_id is None
    assert people(desk, anak) == 0


def test_his_time_is_that_of_the_card_not_of_the_key(desk: Desk, presenter: GuestbookPresenter) -> None:
    add_member(desk, "M-1")
    presenter.choose_asking(True)
    scan(presenter, "M-1")
    came_at = desk.clock.now()
    pause(desk, 15)
    presenter.purpose_chosen(1)
    assert journal(desk)[-1].stamp.began_at == came_at


def test_who_stands_in_the_book_already_is_not_asked_again(
    desk: Desk, page: Page, presenter: GuestbookPresenter
) -> None:
    add_member(desk, "M-1")
    presenter.choose_asking(True)
    scan(presenter, "M-1", "", "M-1")
    assert last(page, CameIn).counted.again
    assert presenter.asked is None


def test_two_cards_read_before_the_first_question_are_both_counted(desk: Desk, page: Page, told: list[str]) -> None:
    add_member(desk, "M-1")
    add_member(desk, "M-2")
    jobs = WaitingJobs()
    presenter = made(desk, page, told, jobs)
    jobs.run()
    presenter.choose_asking(True)
    presenter.scanned("M-1")
    presenter.scanned("M-2")
    jobs.run()
    presenter.settle()
    jobs.run()
    assert people(desk) == 2


# ---- guests, groups, official visits --------------------------------------------------------------------------------


def test_a_guest_gets_a_number_and_his_slip_lets_him_out_once(
    desk: Desk, page: Page, presenter: GuestbookPresenter
) -> None:
    presenter.write_down(GuestForm("Rina", sex="P"))
    number = last(page, CameIn).counted.visit.visitor_no
    assert number
    assert page.closed == 1
    assert page.slips == 1
    scan(presenter, number)
    assert last(page, WentOut).name == "Rina"
    assert guest_lists.inside(desk).people == 0
    assert people(desk) == 1
    scan(presenter, number)
    assert refusal(page) is RefusalCode.VISIT_OVER


def test_a_slip_from_another_page_is_answered_here(desk: Desk, page: Page, presenter: GuestbookPresenter) -> None:
    presenter.write_down(GuestForm("Rina"))
    visit = last(page, CameIn).counted.visit
    presenter.take_code(HouseCode(HouseThing.VISITOR, visit.visitor_no, visit.id, True))
    assert last(page, WentOut).visit.id == visit.id


def test_groups_and_official_visits_count_by_their_heads(desk: Desk, page: Page, presenter: GuestbookPresenter) -> None:
    presenter.write_down(
        GroupForm("Ibu Wulan", "", "SMP Negeri Contoh", 36, 16, 18, {"SMP": 34}, {"Pelajar": 34, "Guru": 2})
    )
    presenter.write_down(OfficialForm("Bapak Timur", "Dinas Contoh", 4, letter_no="005/12"))
    counts = page.lists[-1].counts[0]
    assert (counts.people, counts.entries) == (40, 2)
    assert (counts.of(VisitKind.GROUP), counts.of(VisitKind.OFFICIAL)) == (36, 4)


def test_a_group_told_of_more_than_came_is_refused_and_stays_on_the_screen(
    desk: Desk, page: Page, presenter: GuestbookPresenter
) -> None:
    presenter.write_down(GroupForm("Ibu Wulan", "", "SMP Negeri Contoh", 30, 16, 18))
    error = page.problems[-1]
    assert isinstance(error, InvalidInput)
    assert (error.field, error.code) == ("male", "more_than_people")
    assert page.closed == 0
    assert people(desk) == 0


def test_a_card_scanned_into_a_guests_name_is_that_member(
    desk: Desk, page: Page, presenter: GuestbookPresenter
) -> None:
    member = add_member(desk, "M-1")
    presenter.write_down(GuestForm("M-1"))
    assert last(page, CameIn).counted.visit.member_id == member
    assert page.closed == 1


# ---- the books ------------------------------------------------------------------------------------------------------


def test_a_rooms_book_takes_a_slip_in_and_out_and_is_not_added_to_the_doors(
    desk: Desk, page: Page, presenter: GuestbookPresenter
) -> None:
    anak = room(desk)
    presenter.read_offers()
    presenter.write_down(GuestForm("Rina"))
    number = last(page, CameIn).counted.visit.visitor_no
    presenter.choose_book(anak)
    scan(presenter, number)
    assert last(page, CameIn).counted.visit.room_id == anak
    assert (people(desk), people(desk, anak)) == (1, 1)
    scan(presenter, number)
    assert last(page, WentOut).visit.room_id == anak
    assert guest_lists.inside(desk).people == 1
    assert guest_lists.inside(desk, anak).people == 0


def test_a_member_counts_once_in_each_book(desk: Desk, presenter: GuestbookPresenter) -> None:
    add_member(desk, "M-1")
    anak = room(desk)
    presenter.read_offers()
    scan(presenter, "M-1")
    presenter.choose_book(anak)
    scan(presenter, "M-1", "M-1")
    assert (people(desk), people(desk, anak)) == (1, 1)


def test_lists_of_a_book_that_was_left_meanwhile_are_not_shown(desk: Desk, page: Page, told: list[str]) -> None:
    anak = room(desk)
    add_member(desk, "M-1")
    jobs = WaitingJobs()
    presenter = made(desk, page, told, jobs)
    presenter.scanned("M-1")
    jobs.run()
    page.lists.clear()
    presenter.read()
    presenter.choose_book(anak)
    jobs.run()
    assert [lists.lines for lists in page.lists] == [()]


def test_the_list_that_is_shown_is_the_one_that_is_read(desk: Desk, page: Page, presenter: GuestbookPresenter) -> None:
    add_member(desk, "M-1", name="Melati Kenari")
    scan(presenter, "M-1", "M-1", "")
    assert page.lists[-1].lines == ()
    presenter.show_list(today=True)
    assert [line.name for line in page.lists[-1].lines] == ["Melati Kenari"]
    assert isinstance(page.lists[-1].lines[0], VisitLine)


def test_a_book_that_is_kept_no_more_falls_back_to_the_door(desk: Desk, page: Page, told: list[str]) -> None:
    presenter = GuestbookPresenter(desk, InlineJobs(), page, lambda: None)
    presenter.book = Id("0" * 32)
    presenter.read_offers()
    assert presenter.book is None
    assert page.lists


# ---- taking back, closing -------------------------------------------------------------------------------------------


def test_the_last_line_is_taken_back_with_a_reason(desk: Desk, page: Page, presenter: GuestbookPresenter) -> None:
    add_member(desk, "M-1", name="Melati Kenari")
    add_member(desk, "M-2", name="Bagas Rawa")
    scan(presenter, "M-1", "M-2")
    presenter.undo_wanted()
    assert page.undo[-1].name == "Bagas Rawa"
    presenter.undo(page.undo[-1], "")
    assert isinstance(page.problems[-1], InvalidInput)
    assert people(desk) == 2
    presenter.undo(page.undo[-1], "kartu tertukar")
    assert last(page, TakenBack).line.name == "Bagas Rawa"
    assert people(desk) == 1
    assert row(desk, Visit, page.undo[-1].visit.id).cancelled
    scan(presenter, "M-2")
    assert people(desk) == 2  # the line that was taken back stands in nobody's way


def test_nothing_to_take_back_is_said(page: Page, presenter: GuestbookPresenter) -> None:
    presenter.undo_wanted()
    assert refusal(page) is RefusalCode.NOTHING_TO_UNDO
    assert not page.undo


def test_taking_back_waits_for_who_is_asked_for_his_purpose(
    desk: Desk, page: Page, presenter: GuestbookPresenter
) -> None:
    add_member(desk, "M-1", name="Melati Kenari")
    presenter.choose_asking(True)
    scan(presenter, "M-1")
    presenter.undo_wanted()
    assert page.undo[-1].name == "Melati Kenari"


def test_at_closing_everybody_is_out_and_still_counted(desk: Desk, page: Page, presenter: GuestbookPresenter) -> None:
    add_member(desk, "M-1")
    scan(presenter, "M-1")
    presenter.write_down(GuestForm("Rina"))
    presenter.close_day()
    assert last(page, AllOut).lines == 2
    assert guest_lists.inside(desk).people == 0
    assert people(desk) == 2


def test_only_who_has_a_number_gets_his_slip_again(desk: Desk, page: Page, presenter: GuestbookPresenter) -> None:
    add_member(desk, "M-1")
    scan(presenter, "M-1")
    presenter.reprint(last(page, CameIn).counted.visit.id)
    assert refusal(page) is RefusalCode.VISIT_UNKNOWN
    assert page.slips == 0
    presenter.write_down(GuestForm("Rina"))
    presenter.reprint(last(page, CameIn).counted.visit.id)
    assert page.slips == 2


def test_without_numbers_no_slip_is_made(desk: Desk, page: Page, presenter: GuestbookPresenter) -> None:
    set_rule(desk, "visitor_numbers", False)
    presenter.write_down(GuestForm("Rina"))
    assert last(page, CameIn).counted.visit.visitor_no == ""
    assert page.slips == 0


# ---- the paper book -------------------------------------------------------------------------------------------------


@given(st.times(), st.sampled_from(["{:%H.%M}", "{:%H:%M}", "{:%H%M}", " {:%H.%M} "]))
def test_a_time_is_read_as_it_is_written(at: time, written: str) -> None:
    assert read_time(written.format(at)) == time(at.hour, at.minute)


@given(st.text(max_size=6))
def test_no_text_becomes_a_time_that_it_does_not_say(text: str) -> None:
    at = read_time(text)
    digits = "".join(sign for sign in text if sign in "0123456789")
    if at is not None:
        assert int(digits) in (at.hour, at.hour * 100 + at.minute)


@pytest.mark.parametrize(
    ("text", "wanted"), [("8", time(8)), ("8.5", None), ("24.00", None), ("9.60", None), ("", None)]
)
def test_hours_alone_and_what_is_no_time(text: str, wanted: time | None) -> None:
    assert read_time(text) == wanted


def test_a_number_is_a_member_and_several_people_are_a_group() -> None:
    assert is_number("L1-2600001")
    assert not is_number("Tono")
    assert not is_number("Kelas 7 A")
    rows = [
        PaperRow("8.15", "L1-2600001"),
        PaperRow("", "Tono", sex="L"),
        PaperRow("9", "Ibu Wulan", people=20, institution="SMP Contoh"),
        PaperRow("9.30"),
    ]
    lines, faults = paper_lines(date(2026, 11, 23), None, rows)
    assert not faults
    assert [number for number, _ in lines] == [0, 1, 2]
    assert [(line.at, line.kind) for _, line in lines] == [
        (time(8, 15), VisitKind.MEMBER),
        (time(8, 15), VisitKind.GUEST),
        (time(9), VisitKind.GROUP),
    ]


def test_rows_of_paper_are_booked_all_or_none_each_fault_at_its_row(desk: Desk) -> None:
    add_member(desk, "M-1")
    yesterday = date(2026, 11, 23)
    rows = [PaperRow("8.15", "M-1"), PaperRow(), PaperRow("", "Tono"), PaperRow("25", "Tini"), PaperRow("9", "M-77")]
    told = book_rows(desk, yesterday, None, rows)
    assert [(fault.line, fault.field, fault.code) for fault in told.faults] == [
        (3, "at", "time_unreadable"),
        (4, "member_no", "member_unknown"),
    ]
    assert not guest_lists.todays_visits(desk, yesterday)
    assert book_rows(desk, yesterday, None, rows[:3]).booked == 2
    assert {line.visit.source for line in guest_lists.todays_visits(desk, yesterday)} == {"paper"}
    assert guestbook.last_visit(desk) is None  # yesterday's are not the last of today


def test_a_first_row_without_a_time_is_asked_for_it() -> None:
    _, faults = paper_lines(date(2026, 11, 23), None, [PaperRow("", "Tono"), PaperRow("8", "Tini")])
    assert [(fault.line, fault.field, fault.code) for fault in faults] == [(0, "at", "text_missing")]
