"""What the guestbook is made of, rooms and purposes, and what is copied into it from the paper book."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import TODAY, new_desk
from guest_hands import GUEST, R, as_admin, counts, fault, later, why
from stock import add_member, event_types, journal, row

from loket.domain import visits as rules
from loket.domain.entities import Id, Room, RoomKind, Visit, VisitKind, VisitPurpose
from loket.domain.errors import InvalidInput
from loket.services import guestbook as g
from loket.services.desk import Desk
from loket.services.guest_books import new_purpose
from loket.services.paper_book import PaperLine, check_paper, paper_entry


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return new_desk(tmp_path)


@pytest.fixture
def ada(desk: Desk) -> Id:
    return add_member(desk, "A-1", name="Ada Contoh", phone="0812 0000 222")


@pytest.fixture
def reading_room(desk: Desk) -> Room:
    return as_admin(desk, lambda: g.set_room(desk, Room(Id(""), "rb", "Ruang Baca", RoomKind.GENERAL, own_book=True)))


# ---- purposes and rooms --------------------------------------------------------------------------------------------


def test_each_kind_of_visitor_is_offered_its_own_purposes(desk: Desk) -> None:
    offered = {kind: [one.code for one in g.purposes(desk, kind)] for kind in VisitKind}
    assert offered[VisitKind.MEMBER][:2] == ["membaca", "meminjam"]
    assert "meminjam" not in offered[VisitKind.GUEST]
    assert "kunjungan" in offered[VisitKind.GROUP]
    assert offered[VisitKind.GROUP] == offered[VisitKind.OFFICIAL]
    assert len(rules.SHIPPED_PURPOSES) == 14


def test_a_shipped_purpose_may_be_renamed_and_switched_off(desk: Desk) -> None:
    reading = g.purposes(desk, VisitKind.GUEST)[0]
    as_admin(desk, lambda: g.set_purpose(desk, replace(reading, name="Baca koran", retired=False)))
    assert g.purposes(desk, VisitKind.GUEST)[0].name == "Baca koran"
    as_admin(desk, lambda: g.set_purpose(desk, replace(reading, retired=True)))
    assert "membaca" not in {one.code for one in g.purposes(desk, VisitKind.GUEST)}
    assert fault(lambda: g.check_in_guest(desk, GUEST)) == ("purpose", "purpose_unknown")
    assert "membaca" in {one.code for one in g.purpose_list(desk)}


def test_a_new_purpose_has_a_code_of_its_own(desk: Desk) -> None:
    made = as_admin(desk, lambda: g.set_purpose(desk, new_purpose("Dongeng Sabtu")))
    assert (made.code, made.place) == ("dongeng-sabtu", 15)
    assert as_admin(desk, lambda: g.set_purpose(desk, made)) == made
    as_admin(desk, lambda: g.set_purpose(desk, replace(made, retired=True)))
    assert as_admin(desk, lambda: g.set_purpose(desk, new_purpose("Dongeng sabtu"))).code == "dongeng-sabtu-2"
    assert event_types(desk, 3) == ["PurposeSet"] * 3


@pytest.mark.parametrize(
    ("purpose", "wrong"),
    [
        (VisitPurpose("", " "), ("name", "text_missing")),
        (VisitPurpose("", "x" * 41), ("name", "text_too_long")),
        (VisitPurpose("", "Dongeng", "x" * 41), ("name_en", "text_too_long")),
        (VisitPurpose("", "membaca"), ("name", "purpose_name_taken")),
        (VisitPurpose("", "Dongeng", member=False, guest=False), ("member", "purpose_for_nobody")),
    ],
)
def test_a_purpose_refuses_nonsense(desk: Desk, purpose: VisitPurpose, wrong: tuple[str, str]) -> None:
    assert fault(lambda: as_admin(desk, lambda: g.set_purpose(desk, purpose))) == wrong


def test_rooms_have_codes_and_only_managers_change_them(desk: Desk, reading_room: Room) -> None:
    assert (reading_room.code, g.rooms(desk)) == ("RB", (reading_room,))
    twin = Room(Id(""), "Rb", "Lain")
    assert fault(lambda: as_admin(desk, lambda: g.set_room(desk, twin))) == ("code", "room_code_taken")
    bad = replace(twin, code="r b")
    assert fault(lambda: as_admin(desk, lambda: g.set_room(desk, bad))) == ("code", "room_code_form")
    assert fault(lambda: as_admin(desk, lambda: g.set_room(desk, replace(twin, name="")))) == ("name", "text_missing")
    assert why(lambda: g.set_room(desk, twin)) is R.ROLE_MISSING
    assert why(lambda: g.set_purpose(desk, new_purpose("Dongeng"))) is R.ROLE_MISSING
    before = len(journal(desk))
    as_admin(desk, lambda: g.set_room(desk, reading_room))
    assert len(journal(desk)) == before


# ---- the paper book ------------------------------------------------------------------------------------------------


def paper(desk: Desk, minutes_ago: int = 30, **fields: Any) -> PaperLine:
    local = desk.local(desk.clock.now() - timedelta(minutes=minutes_ago))
    return PaperLine(local.date(), local.time(), **({"name": "P. Contoh"} | fields))


def test_lines_of_the_paper_book_keep_their_time(desk: Desk, ada: Id, reading_room: Room) -> None:
    later(desk, days=3)
    yesterday = paper(desk, 24 * 60 + 15, sex="L", purpose="membaca", room_id=reading_room.id)
    lines = [yesterday, paper(desk, member_no="A-1", name=""), paper(desk, 20, member_no="A-1")]
    group = paper(desk, kind=VisitKind.GROUP, name="Bu Contoh", institution="SD Contoh", people=20, job="pelajar")
    ids = paper_entry(desk, [*lines, group])
    found = [row(desk, Visit, visit_id) for visit_id in ids]
    assert [visit.on for visit in found] == [TODAY + timedelta(days=day) for day in (2, 3, 3, 3)]
    assert found[0].entered_at == desk.clock.now() - timedelta(hours=24, minutes=15)
    assert [visit.kind for visit in found] == ["guest", "member", "member", "group"]
    assert {visit.source for visit in found} == {"paper"}
    assert found[3].by_job == ("Pelajar:20",)
    assert counts(desk) == [("", 3, 22), ("Ruang Baca", 0, 0)]
    assert not any(visit.visitor_no for visit in found)


@pytest.mark.parametrize(
    ("minutes_ago", "fields", "wrong"),
    [
        (-1, {}, ("at", "paper_future")),
        (-24 * 60, {}, ("on", "paper_future")),
        (401 * 24 * 60, {}, ("on", "paper_old")),
        (5, {"name": ""}, ("name", "text_missing")),
        (5, {"member_no": "tak-ada"}, ("member_no", "member_unknown")),
        (5, {"kind": VisitKind.MEMBER}, ("member_no", "text_missing")),
        (5, {"people": 2}, ("people", "number_out_of_range")),
        (5, {"kind": VisitKind.GROUP, "name": "Bu"}, ("name", "text_too_short")),
        (5, {"purpose": "entah"}, ("purpose", "purpose_unknown")),
        (5, {"room_id": Id("e" * 32)}, ("room", "room_without_book")),
    ],
)
def test_a_line_that_cannot_be_keeps_all_of_them_out(
    desk: Desk, minutes_ago: int, fields: dict[str, Any], wrong: tuple[str, str]
) -> None:
    lines = [paper(desk), paper(desk, minutes_ago, **fields)]
    with pytest.raises(InvalidInput) as refused:
        paper_entry(desk, lines)
    assert ((refused.value.field, refused.value.code), refused.value.params["line"]) == (wrong, 1)
    (found,) = check_paper(desk, lines)
    assert ((found.field, found.code), found.line) == (wrong, 1)
    assert counts(desk) == [("", 0, 0)]


def test_undoing_a_paper_line_needs_no_supervisor(desk: Desk) -> None:
    (visit_id,) = paper_entry(desk, [paper(desk, 5 * 24 * 60)])
    assert g.undo_visit(desk, visit_id, "tertulis dua kali").cancelled
