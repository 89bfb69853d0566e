"""Lines of the paper visitor book, written into the guestbook afterwards with their true time.

While the power is off the book is kept on paper; a line typed later counts on its own day (`source` paper). The window
against counting twice does not hold for it: who stands in the paper book twice was let in twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from loket.domain import events as e
from loket.domain.entities import Id, Member, Visit, VisitKind, VisitSource
from loket.domain.errors import InvalidInput
from loket.domain.visits import (
    OLDEST_PAPER_DAYS,
    GroupForm,
    GuestForm,
    OfficialForm,
    checked_group,
    checked_guest,
    checked_official,
    doubt_about,
    is_offered,
)
from loket.services.desk import Action, Desk
from loket.services.guest_books import every_purpose
from loket.services.guestbook import demand_book, demand_signed_in, filled_in
from loket.services.members import holders

MOST_LINES = 500  # in one go: some pages of a paper book


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line as it stands in the paper book. `on`, `at`: by the library's clock.

    Of a member only `member_no` is needed; `name` then is what stands beside it. A group has its leader's name.
    """

    on: date
    at: time
    kind: VisitKind = VisitKind.GUEST
    name: str = ""
    member_no: str = ""
    sex: str = ""
    institution: str = ""
    education: str = ""
    job: str = ""
    age_group: str = ""
    purpose: str = ""
    room_id: Id | None = None
    people: int = 1
    male: int = 0
    female: int = 0
    phone: str = ""


@dataclass(frozen=True, slots=True)
class PaperFault:
    """What is wrong with a line (counted from 0): the field, the code of its sentence, and its values."""

    line: int
    field: str
    code: str
    params: dict[str, Any]


def check_paper(desk: Desk, lines: Sequence[PaperLine]) -> tuple[PaperFault, ...]:
    """What `paper_entry` would refuse, the first fault of every line. Nothing is written."""
    with desk.view() as act:
        return tuple(fault for at, line in enumerate(lines) if (fault := fault_of(act, at, line)) is not None)


def fault_of(act: Action, at: int, line: PaperLine) -> PaperFault | None:
    """What is wrong with one line; None when it can be written."""
    try:
        event_of(act, line)
    except InvalidInput as wrong:
        return PaperFault(at, wrong.field, wrong.code, dict(wrong.params))
    return None


def paper_entry(desk: Desk, lines: Sequence[PaperLine]) -> tuple[Id, ...]:
    """Write these lines, all or none. Returns the keys of their visits.

    Raises InvalidInput naming the field, with `line` (counted from 0): "on" and "at" (`paper_future`, `paper_old`),
    "member_no" (`member_unknown`), "name", "people" and the rest as the forms say; "lines" (`number_out_of_range`);
    Refused(NOT_SIGNED_IN).
    """
    if not 1 <= len(lines) <= MOST_LINES:
        raise InvalidInput("lines", "number_out_of_range", minimum=1, maximum=MOST_LINES)
    with desk.action() as act:
        demand_signed_in(act)
        events = []
        for at, line in enumerate(lines):
            try:
                events.append(event_of(act, line))
            except InvalidInput as wrong:
                raise InvalidInput(wrong.field, wrong.code, **(wrong.params | {"line": at})) from None
        for event in events:
            act.record(event)
        return tuple(event.visit_id for event in events)


def event_of(act: Action, line: PaperLine, visit_id: Id | None = None) -> e.VisitRecorded:
    """The line as it is booked, under a new key where none is given. Raises InvalidInput as `paper_entry`."""
    entered_at = _entered_at(act, line)
    demand_book(act, line.room_id)
    purpose = _purpose(act, line)
    member = _member(act, line.member_no) if line.member_no.strip() else None
    kind = VisitKind.MEMBER if member is not None else line.kind
    if kind is VisitKind.MEMBER and member is None:
        raise InvalidInput("member_no", "text_missing")
    told = e.VisitRecorded(
        visit_id or act.new_id(),
        kind.value,
        entered_at,
        line.on,
        purpose,
        source=VisitSource.PAPER.value,
        room_id=line.room_id,
    )
    if member is not None:
        return replace(told, member_id=member.id, warned=doubt_about(member, line.on))
    return _of_guest(told, kind, line)


def _of_guest(told: e.VisitRecorded, kind: VisitKind, line: PaperLine) -> e.VisitRecorded:
    if kind is VisitKind.GUEST:
        if line.people != 1:
            raise InvalidInput("people", "number_out_of_range", minimum=1, maximum=1)
        guest = GuestForm(line.name, line.sex, line.education, line.job, line.age_group, line.institution)
        return filled_in(told, checked_guest(guest))
    try:
        return filled_in(told, _leader_form(kind, line))
    except InvalidInput as wrong:  # the paper book calls the leader by his name
        raise InvalidInput("name" if wrong.field == "leader" else wrong.field, wrong.code, **wrong.params) from None


def _leader_form(kind: VisitKind, line: PaperLine) -> GroupForm | OfficialForm:
    heads: dict[str, Any] = {"people": line.people, "male": line.male, "female": line.female}
    if kind is VisitKind.OFFICIAL:
        return checked_official(OfficialForm(line.name, line.institution, phone=line.phone, **heads))
    by_education = {line.education: line.people} if line.education.strip() else None  # all of a class have the same
    by_job = {line.job: line.people} if line.job.strip() else None
    form = GroupForm(line.name, line.phone, line.institution, by_education=by_education, by_job=by_job, **heads)
    return checked_group(form)


def _entered_at(act: Action, line: PaperLine) -> datetime:
    local = datetime.combine(line.on, line.at.replace(second=0, microsecond=0, tzinfo=None))
    entered_at = (local - timedelta(minutes=act.desk.library.utc_offset_min)).replace(tzinfo=UTC)
    if entered_at > act.now:
        raise InvalidInput("on" if line.on > act.today else "at", "paper_future")
    if (act.today - line.on).days > OLDEST_PAPER_DAYS:
        raise InvalidInput("on", "paper_old", days=OLDEST_PAPER_DAYS)
    return entered_at


def _purpose(act: Action, line: PaperLine) -> str:
    """Any purpose there ever was for such a visitor: the line may be older than the list of today."""
    kind = VisitKind.MEMBER if line.member_no.strip() else line.kind
    if not line.purpose:
        return ""
    known = next((one for one in every_purpose(act) if one.code == line.purpose), None)
    if known is None or not is_offered(known, kind):
        raise InvalidInput("purpose", "purpose_unknown", value=line.purpose)
    return known.code


def _member(act: Action, number: str) -> Member:
    """The member of this number, whose card may have been another then."""
    members, ended = holders(act, number.strip())
    if len(members) == 1:
        return members[0]
    owner = act.state.get(Member, ended.member_id) if ended is not None and not members else None
    if owner is None or owner.erased:
        raise InvalidInput("member_no", "member_unknown", value=number.strip())
    return owner


def has_member(act: Action, number: str) -> bool:
    """Whether `member_no` of a line would be found."""
    try:
        _member(act, number)
    except InvalidInput:
        return False
    return True


def is_written(act: Action, visit_id: Id) -> bool:
    """Whether a line is in the guestbook already, also where it was undone since."""
    visit = act.state.get(Visit, visit_id)
    return visit is not None and visit.station_id is not None
