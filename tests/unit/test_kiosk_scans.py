"""What a scan at the visitors' kiosk means, with nobody signed in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import FakeClock, new_desk
from stock import add_member, change_member, set_rule

from loket.domain.entities import Id, Locker, VisitPurpose, VisitSource
from loket.domain.errors import RefusalCode, Refused
from loket.domain.visits import Doubt, GuestForm
from loket.services import guestbook, kiosk, locker_banks, lockers, survey
from loket.services.desk import Desk
from loket.services.guestbook import Counted
from loket.services.kiosk import Asked, Seen
from loket.services.visitors import Person


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Nobody is signed in."""
    desk = new_desk(tmp_path)
    desk.operator = None
    yield desk
    desk.database.close()


@pytest.fixture
def member(desk: Desk) -> Id:
    return add_member(desk, "M-1", name="Melati Kenari")


def scan(desk: Desk, code: str) -> Counted | Asked | Seen:
    return kiosk.scan(desk, code, desk.clock.now())


def test_a_new_member_is_asked_first_and_nothing_is_written(desk: Desk, member: Id) -> None:
    found = scan(desk, "M-1")
    assert isinstance(found, Asked)
    assert (found.person.member_id, found.began_at) == (member, desk.clock.now())
    assert "membaca" in {purpose.code for purpose in found.purposes}
    assert guestbook.today_people(desk) == 0


def test_within_the_window_he_is_not_asked_again(desk: Desk, member: Id) -> None:
    first = kiosk.count(desk, member, "membaca", desk.clock.now())
    assert isinstance(desk.clock, FakeClock)
    desk.clock.advance(minutes=59)
    again = scan(desk, "M-1")
    assert isinstance(again, Counted)
    assert again.again
    assert again.visit == first.visit
    desk.clock.advance(minutes=1)
    assert isinstance(scan(desk, "M-1"), Asked)


@pytest.mark.parametrize("why", ["setting", "no purposes"])
def test_where_nothing_is_to_be_asked_he_is_counted_at_once(desk: Desk, member: Id, why: str) -> None:
    if why == "setting":
        set_rule(desk, "kiosk_purpose", False)
    else:
        _without_purposes(desk)
    found = scan(desk, "M-1")
    assert isinstance(found, Counted)
    assert (found.visit.member_id, found.visit.source, found.today_people) == (member, VisitSource.KIOSK, 1)


def _without_purposes(desk: Desk) -> None:
    from fakes import ADMIN, operator

    desk.operator = operator(desk, ADMIN)
    for purpose in guestbook.purpose_list(desk):
        guestbook.set_purpose(desk, VisitPurpose(purpose.code, purpose.name, retired=True))
    desk.operator = None


def test_an_expired_card_is_counted_with_a_word(desk: Desk, member: Id) -> None:
    change_member(desk, member, valid_until=desk.today() - timedelta(days=1))
    asked = scan(desk, "M-1")
    assert isinstance(asked, Asked)
    assert asked.person.warned == Doubt.EXPIRED
    assert kiosk.count(desk, member, "", asked.began_at).visit.warned == Doubt.EXPIRED


def test_a_visitors_slip_leads_out_once(desk: Desk) -> None:
    visit = guestbook.check_in_guest(desk, GuestForm("Rara"), source=VisitSource.KIOSK).visit
    assert scan(desk, visit.visitor_no) is Seen.LEFT
    assert scan(desk, visit.visitor_no) is Seen.GONE_BEFORE
    assert kiosk.leave(desk, Id("f" * 32)) is Seen.GONE_BEFORE


def test_what_belongs_elsewhere_is_sent_there(desk: Desk, member: Id) -> None:
    from fakes import ADMIN, operator

    desk.operator = operator(desk, ADMIN)
    locker = locker_banks.set_locker(desk, Locker(Id(""), "12", "A"))
    taken = lockers.take(desk, locker.id, Person(member, None, "Melati Kenari", "M-1"))
    desk.operator = None
    assert scan(desk, taken.tag) is Seen.LOCKER_TAG
    assert scan(desk, "X-404") is Seen.UNKNOWN
    assert guestbook.today_people(desk) == 0


def test_two_members_with_one_number_are_sent_to_the_desk(desk: Desk, member: Id) -> None:
    add_member(desk, "M-1", name="Rara Contoh")
    assert scan(desk, "M-1") is Seen.SEE_DESK


def test_the_kiosk_writes_with_nobody_signed_in_and_others_do_not(desk: Desk, member: Id) -> None:
    with pytest.raises(Refused) as refused:
        guestbook.check_in_member(desk, member)
    assert refused.value.code is RefusalCode.NOT_SIGNED_IN
    assert not kiosk.count(desk, member, "", desk.clock.now()).again
    survey.record_answer(desk, survey.Answers((4,) * 9))


def test_another_refusal_on_the_way_out_is_not_swallowed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object) -> None:
        raise Refused(RefusalCode.NOT_SIGNED_IN)

    monkeypatch.setattr(guestbook, "check_out", refuse)
    with pytest.raises(Refused):
        kiosk.leave(desk, Id("f" * 32))


def test_a_scan_is_booked_at_the_time_it_was_made(desk: Desk, member: Id) -> None:
    set_rule(desk, "kiosk_purpose", False)
    at = desk.clock.now() - timedelta(seconds=9)
    found = kiosk.scan(desk, "M-1", at)
    assert isinstance(found, Counted)
    assert replace(found, visit=replace(found.visit, entered_at=desk.clock.now())) == found
