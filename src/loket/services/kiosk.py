"""What a scan at the visitors' kiosk means, with nobody signed in: who is counted, asked first, or goes home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from loket.db import visit_queries
from loket.domain.entities import Id, VisitKind, VisitPurpose, VisitSource
from loket.domain.errors import RefusalCode, Refused
from loket.domain.visits import counts_again
from loket.services import guestbook
from loket.services.desk import Action, Desk
from loket.services.guestbook import Counted
from loket.services.house_codes import HouseCode, HouseThing, recognise
from loket.services.visitors import Person, find_person


class Seen(StrEnum):
    """A scan that writes nobody into the book."""

    LEFT = "left"  # a visitor's slip: he goes home
    GONE_BEFORE = "gone_before"
    LOCKER_TAG = "locker_tag"
    PHOTOCOPY_SLIP = "photocopy_slip"
    UNKNOWN = "unknown"
    SEE_DESK = "see_desk"  # a card that was replaced, or one that two people have


@dataclass(frozen=True, slots=True)
class Asked:
    """A member who is not counted yet: he is asked what he comes for. `began_at`: when he held his card there."""

    person: Person
    purposes: tuple[VisitPurpose, ...]
    began_at: datetime


def scan(desk: Desk, code: str, at: datetime) -> Counted | Asked | Seen:
    """Understand a card or slip, and do what it asks for. `at`: when it was scanned. Raises as `check_in_member`."""
    with desk.view() as act:
        house = recognise(act, code)
        try:
            person = None if house is not None else find_person(act, code)
        except Refused:  # CODE_AMBIGUOUS, CARD_REPLACED: nothing a visitor can mend
            return Seen.SEE_DESK
        member_id = person.member_id if person is not None else None
        purposes = _purposes(act, member_id, at) if member_id is not None else ()
    if house is not None:
        return _of_house(desk, house)
    if person is None or member_id is None:
        return Seen.UNKNOWN
    if purposes:
        return Asked(person, purposes, at)
    return count(desk, member_id, "", at)


def count(desk: Desk, member_id: Id, purpose: str, at: datetime) -> Counted:
    """Write a member in as the kiosk does. Raises as `check_in_member`."""
    return guestbook.check_in_member(desk, member_id, purpose=purpose, source=VisitSource.KIOSK, began_at=at)


def leave(desk: Desk, visit_id: Id) -> Seen:
    """He goes home. Who was seen leaving already, or whose line was undone meanwhile, is told so."""
    try:
        guestbook.check_out(desk, visit_id)
    except Refused as refused:
        if refused.code not in (RefusalCode.VISIT_OVER, RefusalCode.VISIT_UNKNOWN):
            raise
        return Seen.GONE_BEFORE
    return Seen.LEFT


def _of_house(desk: Desk, house: HouseCode) -> Seen:
    if house.thing is HouseThing.VISITOR:
        return leave(desk, house.id)
    return Seen.LOCKER_TAG if house.thing is HouseThing.LOCKER else Seen.PHOTOCOPY_SLIP


def _purposes(act: Action, member_id: Id, at: datetime) -> tuple[VisitPurpose, ...]:
    """What to ask him; nothing where the library does not want to know, or he is in the book already."""
    settings = act.rules.settings
    if not settings.kiosk_purpose:
        return ()
    since = act.desk.local(at - timedelta(minutes=settings.visit_window_min)).date()
    last = visit_queries.last_of_member(act.driver, member_id, None, since, at)
    is_new = last is None or counts_again(last.entered_at, at, settings.visit_window_min)
    return guestbook.purposes_in(act, VisitKind.MEMBER) if is_new else ()
