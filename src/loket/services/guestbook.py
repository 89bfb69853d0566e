"""The guestbook: who comes in, who is inside, who goes out; at the door and in each room that keeps its own book.

Door and rooms are counted apart and never added. Somebody counts once within `visit_window_min` in a book; who may
not borrow is warned and counted all the same: the reading room is open to everybody (UU 43/2007, article 5). Everything
goes through the database's one writer, so that no two desks lose a visitor.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from loket.db import visit_queries
from loket.domain import events as e
from loket.domain.entities import Id, Role, Room, Visit, VisitKind, VisitSource
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.folding import code_key
from loket.domain.handling import standing_member
from loket.domain.house_codes import Slip
from loket.domain.visits import (
    GroupForm,
    GuestForm,
    OfficialForm,
    checked_group,
    checked_guest,
    checked_official,
    counts_again,
    counts_text,
)
from loket.services import slip_queue
from loket.services.desk import Action, Desk
from loket.services.guest_books import books as books
from loket.services.guest_books import purpose_list as purpose_list
from loket.services.guest_books import purposes as purposes
from loket.services.guest_books import purposes_in as purposes_in
from loket.services.guest_books import rooms as rooms
from loket.services.guest_books import set_purpose as set_purpose
from loket.services.guest_books import set_room as set_room
from loket.services.guest_lists import day_counts as day_counts
from loket.services.guest_lists import inside as inside
from loket.services.guest_lists import today_people as today_people
from loket.services.guest_lists import todays_visits as todays_visits
from loket.services.house_codes import next_daily
from loket.services.member_records import demand_reason
from loket.services.visit_counting import Counted as Counted
from loket.services.visit_counting import count_member, line_of, people_in, written
from loket.services.visitors import find_person

SEEN, CLOSING = "seen", "closing"
FORGOTTEN_DAYS = timedelta(days=1)  # who was never seen leaving may still be inside from the day before
OVERSEERS = (Role.SUPERVISOR, Role.ADMIN)
Form = GuestForm | GroupForm | OfficialForm


# ---- coming in -----------------------------------------------------------------------------------------------------


def check_in_member(
    desk: Desk,
    member_id: Id,
    *,
    purpose: str = "",
    room_id: Id | None = None,
    source: VisitSource = VisitSource.DESK,
    began_at: datetime | None = None,
) -> Counted:
    """Write a member into a book, unless he is in it since less than the window.

    Raises Refused: CODE_UNKNOWN, MEMBER_ERASED, NOT_SIGNED_IN (not for the kiosk); InvalidInput: "purpose"
    (`purpose_unknown`), "room" (`room_without_book`).
    """
    with desk.action(began_at) as act:
        demand_may_count(act, source)
        member = standing_member(act.state, member_id)
        if member is None:
            raise Refused(RefusalCode.CODE_UNKNOWN, code=member_id)
        if member.erased:
            raise Refused(RefusalCode.MEMBER_ERASED)
        demand_book(act, room_id)
        demand_purpose(act, purpose, VisitKind.MEMBER)
        return count_member(act, member, purpose=purpose, room_id=room_id, source=source)


def check_in_visitor(
    desk: Desk, visit_id: Id, *, room_id: Id | None, source: VisitSource = VisitSource.DESK
) -> Counted:
    """Write somebody whose visitor's slip was scanned into another book, under the number he has; the window holds too.

    Raises Refused(VISIT_UNKNOWN) for a slip of another day or an undone visit, and as `check_in_member`.
    """
    with desk.action() as act:
        demand_may_count(act, source)
        demand_book(act, room_id)
        first = act.state.get(Visit, visit_id)
        if first is None or first.cancelled or first.on != act.today or not first.visitor_no:
            raise Refused(RefusalCode.VISIT_UNKNOWN)
        window = act.rules.settings.visit_window_min
        last = visit_queries.last_of_number(act.driver, code_key(first.visitor_no), room_id, act.now)
        if last is not None and not counts_again(last.entered_at, act.now, window):
            return Counted(last, True, "", first.name, people_in(act, room_id))
        guest = e.Guest(first.name, first.phone) if first.name or first.phone else None
        line = replace(
            line_of(act, VisitKind(first.kind), first.purpose, room_id, source),
            visitor_no=first.visitor_no,
            people=first.people,
            institution=first.institution,
            sex=first.sex,
            education=first.education,
            job=first.job,
            age_group=first.age_group,
            male=first.male,
            female=first.female,
            by_education=first.by_education,
            by_job=first.by_job,
            guest=guest,
        )
        return written(act, line, first.name)


def check_in_guest(
    desk: Desk,
    form: GuestForm,
    *,
    room_id: Id | None = None,
    source: VisitSource = VisitSource.DESK,
    began_at: datetime | None = None,
) -> Counted:
    """Write down somebody who is no member, and give him a number (setting `visitor_numbers`).

    `began_at`: when the form was taken in hand. Raises as `checked_guest` and `check_in_member`.
    """
    return _come_in(desk, VisitKind.GUEST, checked_guest(form), room_id, source, began_at)


def check_in_group(
    desk: Desk,
    form: GroupForm,
    *,
    room_id: Id | None = None,
    source: VisitSource = VisitSource.DESK,
    began_at: datetime | None = None,
) -> Counted:
    """Write down a group under its leader. Raises as `checked_group` and `check_in_member`."""
    return _come_in(desk, VisitKind.GROUP, checked_group(form), room_id, source, began_at)


def check_in_official(
    desk: Desk,
    form: OfficialForm,
    *,
    room_id: Id | None = None,
    source: VisitSource = VisitSource.DESK,
    began_at: datetime | None = None,
) -> Counted:
    """Write down an official visit (SOP kunjungan-resmi). Raises as `checked_official` and `check_in_member`."""
    return _come_in(desk, VisitKind.OFFICIAL, checked_official(form), room_id, source, began_at)


def filled_in(line: e.VisitRecorded, form: Form) -> e.VisitRecorded:
    """The line with what a form, checked, says of who comes."""
    if isinstance(form, GuestForm):
        return replace(
            line,
            sex=form.sex,
            education=form.education,
            job=form.job,
            age_group=form.age_group,
            institution=form.institution,
            guest=e.Guest(form.name),
        )
    line = replace(
        line,
        people=form.people,
        male=form.male,
        female=form.female,
        institution=form.institution,
        guest=e.Guest(form.leader, form.phone),
    )
    if isinstance(form, OfficialForm):
        return replace(line, guide=form.guide, letter_no=form.letter_no)
    return replace(line, by_education=counts_text(form.by_education or {}), by_job=counts_text(form.by_job or {}))


def _come_in(
    desk: Desk, kind: VisitKind, form: Form, room_id: Id | None, source: VisitSource, began_at: datetime | None
) -> Counted:
    with desk.action(began_at) as act:
        line = _first_line(act, kind, form.purpose, room_id, source)
        return _with_number(act, filled_in(line, form), form.name if isinstance(form, GuestForm) else form.leader)


def reprint_slip(desk: Desk, visit_id: Id) -> Id:
    """The visitor's slip once more. Raises Refused(VISIT_UNKNOWN) for a visit without a number."""
    with desk.action() as act:
        visit = act.state.get(Visit, visit_id)
        if visit is None or not visit.visitor_no or visit.cancelled:
            raise Refused(RefusalCode.VISIT_UNKNOWN)
        return slip_queue.add_visitor(act, visit.id)


# ---- going out -----------------------------------------------------------------------------------------------------


def check_out(desk: Desk, visit_id: Id, at: datetime | None = None) -> Visit:
    """He went out: of a room, or of the house, which ends his lines in every room's book too.

    `at`: when, now when not given. Raises Refused: VISIT_UNKNOWN, VISIT_OVER; InvalidInput("left_at",
    `time_impossible`) for a time before he came or in the future.
    """
    with desk.action() as act:
        visit = _the_visit(act, visit_id)
        return _out(act, visit, at or act.now)


def check_out_code(desk: Desk, code: str, room_id: Id | None = None) -> Visit:
    """A slip, card or tag was scanned on the way out of this book: his open line there ends.

    Raises Refused: CODE_UNKNOWN, VISIT_UNKNOWN (he is not in this book today), VISIT_OVER, and as `find_person`.
    """
    with desk.action() as act:
        person = find_person(act, code)
        if person is None:
            raise Refused(RefusalCode.CODE_UNKNOWN, code=code)
        visit = _in_book(act, person.member_id, person.visit_id, room_id)
        if visit is None:
            raise Refused(RefusalCode.VISIT_UNKNOWN)
        return _out(act, visit, act.now)


def _in_book(act: Action, member_id: Id | None, visit_id: Id | None, room_id: Id | None) -> Visit | None:
    """His last line in this book since yesterday."""
    if member_id is not None:
        since = act.today - FORGOTTEN_DAYS
        return visit_queries.last_of_member(act.driver, member_id, room_id, since, act.now)
    first = act.state.get(Visit, visit_id) if visit_id is not None else None
    if first is None or not first.visitor_no:
        return first if first is not None and first.room_id == room_id and not first.cancelled else None
    return visit_queries.last_of_number(act.driver, code_key(first.visitor_no), room_id, act.now)


def _out(act: Action, visit: Visit, at: datetime) -> Visit:
    if visit.left_at is not None:
        raise Refused(RefusalCode.VISIT_OVER, clock=f"{act.desk.local(visit.left_at):%H.%M}")
    if not visit.entered_at <= at <= act.now:
        raise InvalidInput("left_at", "time_impossible")
    for line in visit_queries.open_of_person(act.driver, visit, code_key(visit.visitor_no)):
        in_scope = line.id == visit.id or visit.room_id is None or line.room_id == visit.room_id
        if in_scope and line.entered_at <= at:
            act.record(e.VisitorLeft(line.id, at, SEEN))
    return _the_visit(act, visit.id)


def close_day(desk: Desk) -> int:
    """The library closes: whoever was not seen leaving goes out of every book now. How many lines ended.

    Raises Refused(NOT_SIGNED_IN).
    """
    with desk.action() as act:
        demand_signed_in(act)
        left = visit_queries.open_visits(act.driver, act.today - timedelta(days=30))
        for visit in left:
            act.record(e.VisitorLeft(visit.id, max(act.now, visit.entered_at), CLOSING))
        return len(left)


# ---- taking back ---------------------------------------------------------------------------------------------------


def undo_visit(desk: Desk, visit_id: Id, reason: str) -> Visit:
    """The line was a mistake: it counts no more, and stays readable with its reason.

    Lines of earlier days only by a supervisor, but for those from the paper book. Raises Refused: VISIT_UNKNOWN,
    NOTHING_TO_UNDO (undone already), ROLE_MISSING, NOT_SIGNED_IN; InvalidInput("reason", …).
    """
    reason = demand_reason(reason)
    with desk.action() as act:
        demand_signed_in(act)
        visit = act.state.get(Visit, visit_id)
        if visit is None or not visit.people:
            raise Refused(RefusalCode.VISIT_UNKNOWN)
        if visit.cancelled:
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        if visit.on != act.today and visit.source != VisitSource.PAPER:
            act.demand_role(*OVERSEERS)
        act.record(e.VisitUndone(visit.id, reason))
        slip_queue.forget(act, visit.id)
        return act.state.get(Visit, visit.id) or visit


def last_visit(desk: Desk) -> Visit | None:
    """This counter's last line of today that stands: what Ctrl+Z takes back."""
    with desk.view() as act:
        return visit_queries.last_written(act.driver, act.today, act.desk.station.id)


# ---- parts ---------------------------------------------------------------------------------------------------------


def demand_signed_in(act: Action) -> None:
    """Raises Refused(NOT_SIGNED_IN)."""
    if act.desk.operator is None:
        raise Refused(RefusalCode.NOT_SIGNED_IN)


def demand_may_count(act: Action, source: VisitSource) -> None:
    """At a kiosk visitors write themselves in; elsewhere somebody is signed in. Raises Refused(NOT_SIGNED_IN)."""
    if source is not VisitSource.KIOSK:
        demand_signed_in(act)


def demand_book(act: Action, room_id: Id | None) -> None:
    """The door, or a room that keeps its own book. Raises InvalidInput("room", "room_without_book")."""
    if room_id is None:
        return
    room = act.state.get(Room, room_id)
    if room is None or room.retired or not room.own_book:
        raise InvalidInput("room", "room_without_book")


def demand_purpose(act: Action, purpose: str, kind: VisitKind) -> None:
    """One that is offered to this kind of visitor, or none. Raises InvalidInput("purpose", "purpose_unknown")."""
    if purpose and purpose not in {offered.code for offered in purposes_in(act, kind)}:
        raise InvalidInput("purpose", "purpose_unknown", value=purpose)


def _the_visit(act: Action, visit_id: Id) -> Visit:
    visit = act.state.get(Visit, visit_id)
    if visit is None or visit.cancelled or not visit.people:
        raise Refused(RefusalCode.VISIT_UNKNOWN)
    return visit


def _first_line(act: Action, kind: VisitKind, purpose: str, room_id: Id | None, source: VisitSource) -> e.VisitRecorded:
    demand_may_count(act, source)
    demand_book(act, room_id)
    demand_purpose(act, purpose, kind)
    return line_of(act, kind, purpose, room_id, source)


def _with_number(act: Action, line: e.VisitRecorded, name: str) -> Counted:
    if not act.rules.settings.visitor_numbers:
        return written(act, line, name)
    counted = written(act, replace(line, visitor_no=next_daily(act, Slip.VISITOR)), name)
    return replace(counted, slip_job_id=slip_queue.add_visitor(act, counted.visit.id))
