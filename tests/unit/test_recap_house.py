"""What the day's recap says of visitors, lockers and rooms: every breakdown adds up to its sum."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
import stock
from fakes import ADMIN, new_desk, operator

from loket.domain import events as e
from loket.domain.entities import EbookTitle, Id, Room, RoomKind
from loket.domain.visits import GroupForm, GuestForm
from loket.reports.recap import recap_csv
from loket.services import (
    ebooks,
    guest_books,
    guestbook,
    internet_room,
    locker_banks,
    lockers,
    photocopies,
    reading_room,
)
from loket.services.desk import Desk
from loket.services.recap import day_recap
from loket.services.visitors import Person


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = new_desk(tmp_path)
    made.operator = operator(made, ADMIN)
    return made


def figures(desk: Desk) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for line in day_recap(desk, desk.today()).lines:
        found[line.section][line.what] = line.number
    return found


def test_a_day_without_visitors_says_nothing_of_them(desk: Desk) -> None:
    assert set(figures(desk)) == {"circulation"}


def test_visitors_add_up_by_kind_sex_and_purpose_and_rooms_stay_apart(desk: Desk) -> None:
    ada = stock.add_member(desk, "A-1")
    with desk.action() as act:
        act.record(e.MemberChanged(ada, {"sex": "P"}, {"sex": ""}))
    room = guest_books.set_room(desk, Room(Id(""), "RR", "Referensi", RoomKind.REFERENCE, own_book=True))
    guestbook.check_in_member(desk, ada, purpose="membaca")
    guestbook.check_in_member(desk, ada, room_id=room.id)
    guestbook.check_in_guest(desk, GuestForm("Tamu Contoh", sex="L", purpose="tugas"))
    guestbook.check_in_guest(desk, GuestForm("Tamu Lain"))
    guestbook.check_in_group(desk, GroupForm("Guru Contoh", institution="SD Contoh", people=30, male=12, female=15))
    mistake = guestbook.check_in_guest(desk, GuestForm("Salah Tulis"))
    guestbook.undo_visit(desk, mistake.visit.id, "salah tulis")

    found = figures(desk)
    assert found["visitors"] == {"entries": 4, "people": 33, "member": 1, "guest": 2, "group": 30, "official": 0}
    assert found["visitor_sex"] == {"L": 13, "P": 16, "": 4}
    assert sum(found["visitor_purpose"].values()) == 33
    assert found["visitor_purpose"]["Membaca"] == 1
    assert found["room_visitors"] == {"Referensi": 1}
    text = recap_csv(day_recap(desk, desk.today())).decode("utf-8-sig")
    assert "Pengunjung menurut jenis kelamin;Belum diisi;4" in text


def test_what_the_rooms_did_is_counted(desk: Desk) -> None:
    biblio = stock.add_title(desk, "Judul", ddc_class="297")
    stock.add_item(desk, "B1", biblio)
    ada, budi = stock.add_member(desk, "A-1"), stock.add_member(desk, "A-2")
    one, other = locker_banks.add_bank(desk, "", "1", "2", 2)
    back = lockers.take(desk, one.id, Person(ada, None, "Ada", "A-1"))
    lockers.give_back(desk, back.use.id, name_matched=True)
    lockers.take(desk, other.id, Person(budi, None, "Budi", "A-2"))
    reading_room.count_book(desk, "B1")
    reading_room.count_pile(desk, "2X", 3)
    internet_room.add_seats(desk, 1, 1, 1)
    session = internet_room.start(desk, internet_room.seats(desk)[0].id, Person(ada, None, "Ada", "A-1")).session
    internet_room.end(desk, session.id, card_back=True)
    photocopies.inside(desk, 12, None, guest="Tamu Contoh")
    title = ebooks.set_title(desk, EbookTitle(Id(""), "E-book Contoh"))
    ebooks.lend(desk, title.id, Person(ada, None, "Ada", "A-1"))

    found = figures(desk)
    assert found["lockers"] == {"lockers_taken": 2, "lockers_lost_tag": 0, "lockers_forced": 0, "lockers_out": 1}
    assert found["reading"] == {"books_read": 4, "items_fetched": 0}
    assert found["reading_class"] == {"200": 1, "2X": 3}
    assert found["internet"]["sessions"] == 1
    assert (found["photocopies"]["copies_inside"], found["photocopies"]["pages"]) == (1, 12)
    assert found["ebooks"] == {"ebook_loans": 1, "ebook_readers": 1}
