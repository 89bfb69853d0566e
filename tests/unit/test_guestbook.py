"""The guestbook: everybody counts, once, in his own book; names are known only where people are listed."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import KEY, SUPERVISOR, TODAY, SequentialIds, new_desk
from guest_hands import GROUP, GUEST, KIOSK, R, as_admin, counts, fault, later, person, why
from hypothesis import given
from hypothesis import strategies as st
from stock import add_member, change_member, event_types, must, row, set_rule

from loket.db import visit_queries
from loket.db.engine import open_database
from loket.db.rebuild import differing_tables
from loket.domain import events as e
from loket.domain import visits as rules
from loket.domain.entities import Id, Locker, Room, RoomKind, Visit, VisitKind
from loket.domain.house_codes import locker_tag
from loket.domain.visits import Doubt, GroupForm, GuestForm, OfficialForm
from loket.reports.slip_kinds import Where, visitor_slip
from loket.services import guestbook as g
from loket.services import house_codes, slip_queue
from loket.services.desk import Desk, open_desk
from loket.services.guest_books import new_purpose, new_room
from loket.services.guest_lists import visitor_slip_of
from loket.services.paper_book import PaperLine, paper_entry
from loket.services.visitors import Person, name_of, persons_like
from loket.ui.slip_making import SlipMaker


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return new_desk(tmp_path)


@pytest.fixture
def ada(desk: Desk) -> Id:
    return add_member(desk, "A-1", name="Ada Contoh", phone="0812 0000 222")


@pytest.fixture
def reading_room(desk: Desk) -> Room:
    return as_admin(desk, lambda: g.set_room(desk, Room(Id(""), "rb", "Ruang Baca", RoomKind.GENERAL, own_book=True)))


# ---- a member ------------------------------------------------------------------------------------------------------


def test_a_member_counts_once_within_the_window_and_again_after_it(desk: Desk, ada: Id) -> None:
    first = g.check_in_member(desk, ada, purpose="membaca")
    assert (first.again, first.warned, first.name, first.today_people) == (False, "", "Ada Contoh", 1)
    assert (first.visit.purpose, first.visit.visitor_no, first.slip_job_id) == ("membaca", "", None)
    later(desk, minutes=59, seconds=59)
    second = g.check_in_member(desk, ada)
    assert (second.again, second.visit, second.today_people) == (True, first.visit, 1)
    later(desk, seconds=1)
    third = g.check_in_member(desk, ada)
    assert (third.again, third.today_people) == (False, 2)
    assert event_types(desk, 2) == ["VisitRecorded", "VisitRecorded"]


def test_the_window_is_the_librarys(desk: Desk, ada: Id) -> None:
    set_rule(desk, "visit_window_min", 0)
    assert [g.check_in_member(desk, ada).again for _ in range(2)] == [False, False]
    set_rule(desk, "visit_window_min", 300)
    later(desk, hours=4)
    assert g.check_in_member(desk, ada).again


def test_the_window_reaches_over_midnight(desk: Desk, ada: Id) -> None:
    later(desk, hours=13, minutes=50)  # ten to midnight by the library's clock
    first = g.check_in_member(desk, ada)
    later(desk, minutes=20)
    again = g.check_in_member(desk, ada)
    assert (again.again, again.visit.on, again.today_people) == (True, first.visit.on, 0)
    assert desk.today() == first.visit.on + timedelta(days=1)


def test_a_clock_put_right_refuses_nobody(desk: Desk, ada: Id) -> None:
    later(desk, days=30)
    g.check_in_member(desk, ada)
    later(desk, days=-30)
    assert not g.check_in_member(desk, ada).again


def test_an_undone_visit_is_no_reason_to_refuse_the_next(desk: Desk, ada: Id) -> None:
    g.undo_visit(desk, g.check_in_member(desk, ada).visit.id, "salah orang")
    assert not g.check_in_member(desk, ada).again


@pytest.mark.parametrize(
    ("changed", "warned"),
    [
        ({"valid_until": TODAY - timedelta(days=1)}, Doubt.EXPIRED),
        ({"valid_until": TODAY}, ""),
        ({"suspended_until": TODAY}, Doubt.SUSPENDED),
        ({"valid_until": TODAY - timedelta(days=1), "suspended_until": TODAY}, Doubt.SUSPENDED),
        ({"left": True}, Doubt.LEFT),
    ],
)
def test_who_may_not_borrow_is_warned_and_counted(desk: Desk, ada: Id, changed: dict[str, Any], warned: str) -> None:
    change_member(desk, ada, **changed)
    counted = g.check_in_member(desk, ada)
    assert (counted.warned, counted.visit.warned, counted.today_people) == (warned, warned, 1)


def test_an_applicant_is_warned_and_counted(desk: Desk) -> None:
    applicant = add_member(desk, "", name="Calon Contoh", pending=True, valid_until=None)
    assert g.check_in_member(desk, applicant).warned == Doubt.PENDING


def test_who_was_merged_counts_under_the_record_that_stands(desk: Desk, ada: Id) -> None:
    other = add_member(desk, "A-2", name="Ada C.")
    with desk.action() as act:
        act.record(e.MembersMerged(ada, other))
    assert g.check_in_member(desk, other).visit.member_id == ada
    assert g.check_in_member(desk, ada).again


def test_strangers_and_the_erased_are_refused(desk: Desk, ada: Id) -> None:
    with desk.action() as act:
        act.record(e.MemberErased(ada, "permintaan"))
    assert why(lambda: g.check_in_member(desk, ada)) is R.MEMBER_ERASED
    assert why(lambda: g.check_in_member(desk, Id("f" * 32))) is R.CODE_UNKNOWN


def test_nobody_signed_in_counts_only_at_a_kiosk(desk: Desk, ada: Id) -> None:
    desk.operator = None
    for refused in (
        lambda: g.check_in_member(desk, ada),
        lambda: g.check_in_guest(desk, GUEST),
        lambda: g.check_in_group(desk, GROUP),
        lambda: g.close_day(desk),
        lambda: g.undo_visit(desk, ada, "alasan"),
        lambda: paper_entry(desk, [PaperLine(TODAY, desk.local(desk.clock.now()).time(), name="B")]),
    ):
        assert why(refused) is R.NOT_SIGNED_IN
    visit = g.check_in_member(desk, ada, source=KIOSK).visit
    assert (visit.source, visit.operator_id) == ("kiosk", None)
    assert g.check_in_guest(desk, GUEST, source=KIOSK).visit.visitor_no
    assert g.check_out(desk, visit.id).left_how == "seen"


# ---- guests and groups ---------------------------------------------------------------------------------------------


def test_a_guest_gets_a_number_that_opens_him(desk: Desk) -> None:
    counted = g.check_in_guest(desk, replace(GUEST, name="  B.   Contoh ", sex="p"))
    visit = counted.visit
    assert (visit.visitor_no, visit.name, visit.sex, visit.people) == ("P261124-L1-001", "B. Contoh", "P", 1)
    found = must(person(desk, visit.visitor_no.lower()))
    assert found == Person(None, visit.id, "B. Contoh", visit.visitor_no, "P", "", VisitKind.GUEST)
    assert found.holder == "B. Contoh"
    assert g.check_in_guest(desk, GuestForm("X")).visit.visitor_no == "P261124-L1-002"
    with desk.view() as act:
        assert name_of(act, None, "B. Contoh") == "B. Contoh"


def test_without_numbers_a_guest_counts_all_the_same(desk: Desk) -> None:
    set_rule(desk, "visitor_numbers", False)
    counted = g.check_in_guest(desk, GUEST)
    assert (counted.visit.visitor_no, counted.slip_job_id, counted.today_people) == ("", None, 1)
    assert slip_queue.queue(desk) == ()


def test_the_number_waits_for_the_printer_and_goes_with_an_undone_visit(desk: Desk) -> None:
    counted = g.check_in_guest(desk, GUEST)
    (job,) = slip_queue.queue(desk)
    assert (job.id, job.kind, job.about) == (counted.slip_job_id, slip_queue.SlipKind.VISITOR, counted.visit.id)
    assert "Contoh" not in job.body
    slip = visitor_slip(visitor_slip_of(desk, counted.visit.id), Where(desk.library, ""))
    texts = str(slip.blocks)
    assert all(text in texts for text in (counted.visit.visitor_no, "B. Contoh", "10.00", "Membaca", "SD Contoh"))
    again = g.reprint_slip(desk, counted.visit.id)
    assert again in {job.id for job in slip_queue.queue(desk)}
    g.undo_visit(desk, counted.visit.id, "tertukar")
    assert slip_queue.queue(desk) == ()
    assert why(lambda: visitor_slip_of(desk, counted.visit.id)) is R.VISIT_UNKNOWN
    assert why(lambda: g.reprint_slip(desk, counted.visit.id)) is R.VISIT_UNKNOWN
    assert person(desk, counted.visit.visitor_no) is None


@pytest.mark.parametrize(
    ("form", "wrong"),
    [
        (GuestForm(" "), ("name", "text_missing")),
        (GuestForm("x" * 101), ("name", "text_too_long")),
        (GuestForm("Budi 1234 5678 9012 3456"), ("name", "identity_typed")),
        (GuestForm("B", institution="1" * 16), ("institution", "identity_typed")),
        (GuestForm("B", sex="X"), ("sex", "choice_unknown")),
        (GuestForm("B", age_group="7"), ("age_group", "choice_unknown")),
        (GuestForm("B", education="S4"), ("education", "choice_unknown")),
        (GuestForm("B", job="astronaut"), ("job", "choice_unknown")),
        (GuestForm("B", purpose="meminjam"), ("purpose", "purpose_unknown")),
        (GuestForm("B", purpose="entah"), ("purpose", "purpose_unknown")),
    ],
)
def test_a_guests_form_refuses_nonsense(desk: Desk, form: GuestForm, wrong: tuple[str, str]) -> None:
    assert fault(lambda: g.check_in_guest(desk, form)) == wrong
    assert counts(desk) == [("", 0, 0)]


def test_a_group_counts_by_its_heads(desk: Desk) -> None:
    counted = g.check_in_group(desk, GROUP)
    visit = counted.visit
    assert (visit.people, visit.male, visit.female, counted.today_people) == (30, 12, 18, 30)
    assert (visit.by_education, visit.by_job) == (("SD:28", "D4/S1:2"), ("Pelajar:28",))
    assert (visit.phone, visit.institution, visit.name) == ("+628120000111", "SD Contoh", "Bu Guru Contoh")
    assert [rules.said_sum(kind, visit) for kind in ("sex", "education", "job")] == [30, 30, 28]
    assert counts(desk) == [("", 1, 30)]


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"people": 29}, ("male", "more_than_people")),
        ({"people": 30, "by_job": {"Pelajar": 31}}, ("by_job", "more_than_people")),
        ({"by_education": {"SD": 30, "SMP": 1}}, ("by_education", "more_than_people")),
        ({"people": 0, "male": 0, "female": 0}, ("people", "number_out_of_range")),
        ({"people": 1000}, ("people", "number_out_of_range")),
        ({"male": -1}, ("male", "number_out_of_range")),
        ({"by_job": {"Pelajar": -1}}, ("by_job", "number_out_of_range")),
        ({"by_job": {"Astronaut": 1}}, ("by_job", "choice_unknown")),
        ({"leader": "Bu"}, ("leader", "text_too_short")),
        ({"leader": ""}, ("leader", "text_missing")),
        ({"institution": "SD"}, ("institution", "text_too_short")),
        ({"phone": "abc"}, ("phone", "phone_form")),
        ({"purpose": "kartu"}, ("purpose", "purpose_unknown")),
    ],
)
def test_a_groups_form_refuses_nonsense(desk: Desk, changed: dict[str, Any], wrong: tuple[str, str]) -> None:
    assert fault(lambda: g.check_in_group(desk, replace(GROUP, **changed))) == wrong
    assert counts(desk) == [("", 0, 0)]


def test_a_breakdown_may_leave_people_out(desk: Desk) -> None:
    visit = g.check_in_group(desk, GroupForm("Pak Contoh", institution="SMP Contoh", people=12, male=3)).visit
    assert (visit.people, visit.male, visit.by_job) == (12, 3, ())


def test_an_official_visit_keeps_its_letter_and_guide(desk: Desk) -> None:
    form = OfficialForm("Kepala Dinas Contoh", "Kabupaten Contoh", 5, letter_no="005/12/X", guide="Pengawas")
    visit = g.check_in_official(desk, form).visit
    assert (visit.kind, visit.people, visit.letter_no, visit.guide) == ("official", 5, "005/12/X", "Pengawas")
    assert fault(lambda: g.check_in_official(desk, replace(form, male=6))) == ("male", "more_than_people")


# ---- door and rooms ------------------------------------------------------------------------------------------------


def test_door_and_rooms_are_counted_apart(desk: Desk, ada: Id, reading_room: Room) -> None:
    other = as_admin(desk, lambda: g.set_room(desk, Room(Id(""), "ra", "Ruang Anak", own_book=True)))
    g.check_in_member(desk, ada)
    in_room = g.check_in_member(desk, ada, room_id=reading_room.id)
    assert (in_room.again, in_room.today_people) == (False, 1)
    assert g.check_in_member(desk, ada, room_id=reading_room.id).again
    g.check_in_group(desk, GROUP, room_id=other.id)
    assert counts(desk) == [("", 1, 1), ("Ruang Anak", 1, 30), ("Ruang Baca", 1, 1)]
    assert [book.of(VisitKind.GROUP) for book in g.day_counts(desk)] == [0, 30, 0]
    assert g.today_people(desk) == 1


def test_only_rooms_with_a_book_of_their_own_have_one(desk: Desk, ada: Id, reading_room: Room) -> None:
    shelf = as_admin(desk, lambda: g.set_room(desk, replace(new_room("Gudang"), code="g")))
    for room_id in (shelf.id, Id("e" * 32)):
        assert fault(lambda room_id=room_id: g.check_in_member(desk, ada, room_id=room_id)) == (  # type: ignore[misc]
            "room",
            "room_without_book",
        )
    as_admin(desk, lambda: g.set_room(desk, replace(reading_room, retired=True)))
    assert fault(lambda: g.check_in_guest(desk, GUEST, room_id=reading_room.id)) == ("room", "room_without_book")
    assert g.books(desk) == ()


def test_a_visitors_slip_opens_the_books_of_rooms_under_the_same_number(desk: Desk, reading_room: Room) -> None:
    at_door = g.check_in_guest(desk, GUEST).visit
    in_room = g.check_in_visitor(desk, at_door.id, room_id=reading_room.id)
    assert (in_room.visit.visitor_no, in_room.visit.name, in_room.visit.sex) == (at_door.visitor_no, "B. Contoh", "P")
    assert in_room.slip_job_id is None
    assert g.check_in_visitor(desk, at_door.id, room_id=reading_room.id).again
    assert counts(desk) == [("", 1, 1), ("Ruang Baca", 1, 1)]
    assert must(person(desk, at_door.visitor_no)).visit_id == at_door.id, "he is who he was at the door"
    assert g.check_in_guest(desk, GUEST).visit.visitor_no.endswith("-002")
    later(desk, days=1)
    assert why(lambda: g.check_in_visitor(desk, at_door.id, room_id=reading_room.id)) is R.VISIT_UNKNOWN
    assert must(person(desk, at_door.visitor_no)).warned == Doubt.OLD_SLIP


# ---- going out -----------------------------------------------------------------------------------------------------


def test_who_is_inside_stands_there_once(desk: Desk, ada: Id, reading_room: Room) -> None:
    g.check_in_member(desk, ada)
    later(desk, hours=2)
    second = g.check_in_member(desk, ada)
    g.check_in_group(desk, GROUP)
    g.check_in_member(desk, ada, room_id=reading_room.id)
    found = g.inside(desk)
    assert [(line.name, line.number) for line in found.lines] == [
        ("Bu Guru Contoh", "P261124-L1-001"),
        ("Ada Contoh", "A-1"),
    ]
    assert (found.people, found.lines[1].visit) == (31, second.visit)
    assert [book.inside for book in g.day_counts(desk)] == [31, 1]
    assert [line.name for line in g.inside(desk, reading_room.id).lines] == ["Ada Contoh"]


def test_leaving_the_house_leaves_every_room_and_leaving_a_room_only_that(
    desk: Desk, ada: Id, reading_room: Room
) -> None:
    door = g.check_in_member(desk, ada).visit
    room = g.check_in_member(desk, ada, room_id=reading_room.id).visit
    later(desk, minutes=5)
    assert g.check_out(desk, room.id).left_at == desk.clock.now()
    assert g.inside(desk).people == 1
    later(desk, hours=1)
    g.check_in_member(desk, ada, room_id=reading_room.id)
    g.check_out_code(desk, "A-1")
    assert (g.inside(desk).people, g.inside(desk, reading_room.id).people) == (0, 0)
    assert why(lambda: g.check_out(desk, door.id)) is R.VISIT_OVER
    assert row(desk, Visit, door.id).left_how == "seen"


def test_a_slip_on_the_way_out(desk: Desk, reading_room: Room) -> None:
    visit = g.check_in_guest(desk, GUEST).visit
    assert why(lambda: g.check_out_code(desk, visit.visitor_no, reading_room.id)) is R.VISIT_UNKNOWN
    g.check_in_visitor(desk, visit.id, room_id=reading_room.id)
    assert g.check_out_code(desk, visit.visitor_no, reading_room.id).room_id == reading_room.id
    assert g.inside(desk).people == 1
    assert g.check_out_code(desk, visit.visitor_no).id == visit.id
    assert why(lambda: g.check_out_code(desk, visit.visitor_no)) is R.VISIT_OVER
    assert must(person(desk, visit.visitor_no)).warned == Doubt.GONE_OUT
    assert why(lambda: g.check_out_code(desk, "entah")) is R.CODE_UNKNOWN


def test_nobody_leaves_before_he_came_or_tomorrow(desk: Desk) -> None:
    visit = g.check_in_guest(desk, GUEST).visit
    for at in (visit.entered_at - timedelta(seconds=1), desk.clock.now() + timedelta(seconds=1)):
        assert fault(lambda at=at: g.check_out(desk, visit.id, at)) == ("left_at", "time_impossible")  # type: ignore[misc]
    later(desk, minutes=10)
    assert g.check_out(desk, visit.id, visit.entered_at + timedelta(minutes=4)).left_at == (
        visit.entered_at + timedelta(minutes=4)
    )


def test_closing_puts_everybody_out_of_every_book(desk: Desk, ada: Id, reading_room: Room) -> None:
    g.check_in_member(desk, ada)
    g.check_in_member(desk, ada, room_id=reading_room.id)
    g.check_in_guest(desk, GUEST)
    assert g.close_day(desk) == 3
    assert {line.visit.left_how for line in g.todays_visits(desk)} == {"closing"}
    assert (g.inside(desk).people, g.close_day(desk)) == (0, 0)
    assert counts(desk)[0] == ("", 2, 2), "who left counted all the same"


# ---- undoing -------------------------------------------------------------------------------------------------------


def test_a_mistake_is_taken_back_with_a_reason(desk: Desk, ada: Id) -> None:
    visit = g.check_in_member(desk, ada).visit
    assert must(g.last_visit(desk)).id == visit.id
    assert fault(lambda: g.undo_visit(desk, visit.id, " ")) == ("reason", "reason_missing")
    g.undo_visit(desk, visit.id, "salah kartu")
    assert counts(desk) == [("", 0, 0)]
    assert (g.inside(desk).people, g.last_visit(desk)) == (0, None)
    assert [line.visit.cancelled for line in g.todays_visits(desk)] == [True]
    assert why(lambda: g.undo_visit(desk, visit.id, "lagi")) is R.NOTHING_TO_UNDO
    assert why(lambda: g.undo_visit(desk, Id("d" * 32), "lagi")) is R.VISIT_UNKNOWN
    assert why(lambda: g.check_out(desk, visit.id)) is R.VISIT_UNKNOWN


def test_lines_of_earlier_days_need_a_supervisor(desk: Desk, ada: Id) -> None:
    visit = g.check_in_member(desk, ada).visit
    later(desk, days=1)
    assert why(lambda: g.undo_visit(desk, visit.id, "salah")) is R.ROLE_MISSING
    assert as_admin(desk, lambda: g.undo_visit(desk, visit.id, "salah"), SUPERVISOR).cancelled


# ---- names ---------------------------------------------------------------------------------------------------------


def test_a_search_finds_members_and_guests_inside(desk: Desk, ada: Id) -> None:
    visit = g.check_in_guest(desk, GUEST).visit
    assert {found.name for found in persons_like(desk, "contoh")} == {"Ada Contoh", "B. Contoh"}
    assert [found.visit_id for found in persons_like(desk, "b cont")] == [visit.id]
    assert [found.member_id for found in persons_like(desk, "08120000222")] == [ada]
    assert persons_like(desk, " ") == ()
    g.check_out(desk, visit.id)
    assert persons_like(desk, "b cont") == ()


def test_where_visitors_stand_nobody_is_listed(desk: Desk, ada: Id) -> None:
    g.check_in_guest(desk, GUEST)
    g.check_in_member(desk, ada)
    desk.operator, desk.station = None, replace(desk.station, profile="kios")
    assert persons_like(desk, "contoh") == ()
    assert {(line.name, line.visit.name) for line in (*g.inside(desk).lines, *g.todays_visits(desk))} == {("", "")}
    assert g.inside(desk).people == 2


def test_a_card_that_was_replaced_says_so_and_a_tag_knows_its_holder(desk: Desk, ada: Id) -> None:
    visit = g.check_in_guest(desk, GUEST).visit
    locker, use = Id("1" * 32), Id("2" * 32)
    tag = locker_tag("12", use)
    with desk.action() as act:
        act.record(e.LockerSet(Locker(locker, "12")))
        act.record(e.LockerTaken(use, locker, tag, act.today, visit_id=visit.id, holder=visit.name))
        act.record(e.CardIssued(Id("3" * 32), ada, "K-1", act.today, "first"))
    assert must(person(desk, tag)).visit_id == visit.id
    assert must(person(desk, "K-1")).member_id == ada
    with desk.action() as act:
        act.record(e.LockerReturned(use, locker, act.today))
    assert person(desk, tag) is None


# ---- all together --------------------------------------------------------------------------------------------------


def test_many_at_once_lose_nobody(desk: Desk) -> None:
    """Two programs on one database, two hands at each: every guest is a line, every number is given once."""
    members = [add_member(desk, f"B-{number}") for number in range(10)]
    other = must(open_desk(open_database(desk.database.path, KEY), desk.clock, SequentialIds(9 << 40)))
    given_out: list[str] = []

    def guests(at: Desk) -> None:
        for number in range(20):
            given_out.append(g.check_in_guest(at, GuestForm(f"Tamu {number}"), source=KIOSK).visit.visitor_no)

    def cards(at: Desk) -> None:
        for member in members:
            g.check_in_member(at, member, source=KIOSK)

    threads = [threading.Thread(target=work, args=(at,)) for work in (guests, cards) for at in (desk, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts(desk) == counts(other) == [("", 50, 50)]
    assert len(set(given_out)) == len(given_out) == 40
    other.database.close()


def test_the_book_is_the_same_made_anew_from_the_journal(
    desk: Desk, ada: Id, reading_room: Room, tmp_path: Path
) -> None:
    g.check_in_member(desk, ada, purpose="membaca")
    visit = g.check_in_group(desk, GROUP).visit
    g.check_in_visitor(desk, visit.id, room_id=reading_room.id)
    g.undo_visit(desk, g.check_in_guest(desk, GUEST).visit.id, "coba")
    as_admin(desk, lambda: g.set_purpose(desk, new_purpose("Dongeng")))
    g.close_day(desk)
    assert differing_tables(desk.database, tmp_path / "again.db", KEY) == []


def test_a_loan_counts_its_member_by_the_same_rule(desk: Desk, ada: Id, reading_room: Room) -> None:
    from stock import add_item

    from loket.services.circulation import check_out

    set_rule(desk, "visit_on_loan", True)
    set_rule(desk, "visit_window_min", 10)
    change_member(desk, ada, suspended_until=None)
    g.check_in_member(desk, ada, room_id=reading_room.id)
    check_out(desk, member_id=ada, item_id=add_item(desk, "B1"))
    assert counts(desk) == [("", 1, 1), ("Ruang Baca", 1, 1)], "a room's book is not the door's"
    later(desk, minutes=11)
    check_out(desk, member_id=ada, item_id=add_item(desk, "B2"))
    assert counts(desk)[0] == ("", 2, 2)
    assert {line.visit.purpose for line in g.todays_visits(desk)} == {"meminjam"}


ENTRY = st.tuples(
    st.sampled_from(["member", "guest", "group"]), st.sampled_from([0, 1, 2]), st.integers(1, 999), st.booleans()
)


@given(st.lists(ENTRY, max_size=12))
def test_people_are_the_sum_over_the_lines_of_each_book(tmp_path_factory: Any, entries: list[Any]) -> None:
    desk = new_desk(tmp_path_factory.mktemp("books"))
    set_rule(desk, "visit_window_min", 0)
    ada = add_member(desk)
    made = [as_admin(desk, lambda n=n: g.set_room(desk, Room(Id(""), f"R{n}", f"R{n}", own_book=True))) for n in (1, 2)]
    wanted: dict[str, list[int]] = {"": [0, 0], "R1": [0, 0], "R2": [0, 0]}
    for kind, place, people, undone in entries:
        room_id = None if place == 0 else made[place - 1].id
        if kind == "member":
            counted, people = g.check_in_member(desk, ada, room_id=room_id), 1
        elif kind == "guest":
            counted, people = g.check_in_guest(desk, GuestForm("T"), room_id=room_id), 1
        else:
            form = GroupForm("Pak Contoh", institution="SD Contoh", people=people)
            counted = g.check_in_group(desk, form, room_id=room_id)
        if undone:
            g.undo_visit(desk, counted.visit.id, "coba")
            continue
        book = wanted["" if place == 0 else f"R{place}"]
        book[0], book[1] = book[0] + 1, book[1] + people
        assert counted.today_people == book[1]
    assert counts(desk) == [(name, *totals) for name, totals in wanted.items()]
    for book in g.day_counts(desk):
        assert sum((book.by_kind or {}).values()) == book.people
    desk.database.close()


@given(st.dictionaries(st.text(st.characters(categories=["L", "N", "P"]), min_size=1), st.integers(0, 999)))
def test_counts_are_read_as_they_were_written(counts: dict[str, int]) -> None:
    assert rules.read_counts(rules.counts_text(counts)) == {code: count for code, count in counts.items() if count}


def test_ages_fall_into_their_groups() -> None:
    today = date(2026, 11, 24)
    born = {date(2026, 11, 24): "0-5", date(2020, 11, 25): "0-5", date(2020, 11, 24): "6-12", date(1966, 11, 24): "60+"}
    assert {day: rules.age_group(day, today) for day in born} == born
    assert rules.read_counts(("SD:12", "SD:3", "rusak", "X:y", ":4")) == {"SD": 15}


def test_no_question_to_the_book_reads_the_years_behind_it(desk: Desk) -> None:
    asked = [
        *(sql for name, sql in vars(visit_queries).items() if isinstance(sql, str) and "FROM" in sql and "?" in sql),
        house_codes._VISITS,
        house_codes._LAST.format(table="visit", column="visitor_no", key="visitor_key"),
    ]
    assert len(asked) > 8
    with desk.view() as act:
        for sql in asked:
            plan = str(act.driver.execute(f"EXPLAIN QUERY PLAN {sql}", ("x",) * sql.count("?")).fetchall())
            assert "SCAN" not in plan, sql


def test_the_printer_gets_the_slip_as_the_visit_is_now(desk: Desk, tmp_path: Path) -> None:
    counted = g.check_in_group(desk, GROUP)
    maker = SlipMaker(desk, tmp_path)
    (job,) = slip_queue.queue(desk)
    assert {"NOMOR PENGUNJUNG", "Bu Guru Contoh"} <= {getattr(block, "text", "") for block in maker.of_job(job).blocks}
    with desk.action() as act:
        act.record(e.GuestsForgotten((counted.visit.id,)))
    assert "Bu Guru Contoh" not in str(maker.of_job(job).blocks)
