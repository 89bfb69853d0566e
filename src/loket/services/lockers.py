"""Things given into keeping and given back: one locker a person, a tag pair for each use.

Source: SOP penitipan-barang, steps 1-3 (taken in, name written down, tag pair given) and 6-8 (tag, name and number
matched, things given back). What goes wrong is in `services.locker_troubles`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from loket.db import locker_queries
from loket.domain import events as e
from loket.domain.entities import Id, Locker, LockerEnd, LockerUse, Operator, Pledge, Visit
from loket.domain.errors import Block, InvalidInput, RefusalCode, Refused
from loket.domain.handling import standing_member
from loket.domain.house_codes import locker_tag
from loket.domain.lockers import board_order, find_number, is_overdue, next_free
from loket.domain.pledges import check_last, check_note, check_type
from loket.services import slip_queue
from loket.services.approval import second_person
from loket.services.circulation import Approval
from loket.services.desk import Action, Desk, all_rows
from loket.services.house_codes import HouseThing, recognise
from loket.services.member_records import demand_reason, records_of_person
from loket.services.receipts import looking
from loket.services.visitors import Person, name_of

LONGEST_CONTENTS = 120
BROUGHT_BACK = (LockerEnd.OPEN, LockerEnd.FORCED)
"""Ends after which the things are still the library's to give back."""


class LockerState(StrEnum):
    FREE = "free"
    TAKEN = "taken"
    OVERDUE = "overdue"
    OUT_OF_ORDER = "out_of_order"


@dataclass(frozen=True, slots=True)
class UseView:
    """Somebody's things in a locker, as a desk needs to know them.

    Attributes:
        holder: his name; "" once it is forgotten, and on lists where visitors stand and nobody is signed in.
        number: of his member card or of his visitor slip; "" where he has neither.
        taken_by, ended_by: the operators' names.
    """

    use: LockerUse
    locker: Locker
    holder: str
    number: str
    overdue: bool
    taken_by: str
    ended_by: str

    @property
    def open(self) -> bool:
        return self.use.end is LockerEnd.OPEN

    @property
    def in_keeping(self) -> bool:
        """Taken out by staff, and not given back yet."""
        return self.use.end is LockerEnd.FORCED


@dataclass(frozen=True, slots=True)
class LockerTile:
    """A locker on the board. `uses`: what lies in it, the longest first; two after counters clashed."""

    locker: Locker
    state: LockerState
    uses: tuple[UseView, ...]

    @property
    def use(self) -> LockerUse | None:
        return self.uses[0].use if self.uses else None

    @property
    def since(self) -> datetime | None:
        return self.uses[0].use.taken_at if self.uses else None

    @property
    def holder(self) -> str:
        return self.uses[0].holder if self.uses else ""

    @property
    def number(self) -> str:
        return self.uses[0].number if self.uses else ""

    @property
    def twice(self) -> bool:
        """Two people have it (conflict class LOCK_DUP): somebody has to look."""
        return len(self.uses) > 1


@dataclass(frozen=True, slots=True)
class Taken:
    """Things taken in. `slip_job_ids`: both parts of the printed tag, none where a fixed one hangs on the locker."""

    use: LockerUse
    locker: Locker
    tag: str
    slip_job_ids: tuple[Id, ...]


# ---- looking ------------------------------------------------------------------------------------------------------


def board(desk: Desk) -> tuple[LockerTile, ...]:
    """Every locker in the order one walks along them; retired ones only while things lie in them."""
    with desk.view() as act:
        lying: dict[Id, list[LockerUse]] = {}
        for use in locker_queries.open_uses(act.driver):
            lying.setdefault(use.locker_id, []).append(use)
        shown = [one for one in all_rows(act.driver, Locker) if not one.retired or one.id in lying]
        return tuple(_tile(act, one, lying.get(one.id, ())) for one in sorted(shown, key=board_order))


def tile(desk: Desk, locker_id: Id) -> LockerTile:
    """One locker of the board. Raises Refused(LOCKER_UNKNOWN)."""
    with desk.view() as act:
        return _tile_of(act, the_locker(act, locker_id))


def tile_by_number(desk: Desk, text: str) -> LockerTile | None:
    """The locker whose number somebody typed; None when there is none, or several are called so."""
    with desk.view() as act:
        found = find_number(standing_lockers(act), text)
        return _tile_of(act, found) if found is not None else None


def propose(desk: Desk) -> Locker | None:
    """The next locker to give out; None when all are taken."""
    with desk.view() as act:
        taken = {use.locker_id for use in locker_queries.open_uses(act.driver)}
        return next_free(standing_lockers(act), taken)


def find_by_tag(desk: Desk, code: str) -> UseView | None:
    """The use this tag belongs to, ended ones too; of a fixed tag what lies in its locker. None for no tag of ours."""
    with desk.view() as act:
        known = recognise(act, code)
        if known is None or known.thing is not HouseThing.LOCKER:
            return None
        use = act.state.get(LockerUse, known.id)
        return view_of(act, use) if use is not None else None


def use_view(desk: Desk | Action, use_id: Id) -> UseView:
    """Raises Refused(LOCKER_USE_UNKNOWN)."""
    with looking(desk) as act:
        return view_of(act, the_use(act, use_id))


def use_of_person(desk: Desk | Action, person: Person) -> UseView | None:
    """What this person has in a locker; None when nothing, or when nobody can tell: only his name is known."""
    with looking(desk) as act:
        use = _held_by(act, person)
        return view_of(act, use) if use is not None else None


def still_out(desk: Desk) -> tuple[UseView, ...]:
    """What lies in lockers now, the longest first: the list at closing."""
    with desk.view() as act:
        return _list(act, locker_queries.open_uses(act.driver))


def day_log(desk: Desk, on: date) -> tuple[UseView, ...]:
    """The deposit book of a day: everything taken in, in order; what was undone is left out."""
    with desk.view() as act:
        uses = locker_queries.uses_of_day(act.driver, on)
        return _list(act, [use for use in uses if use.end is not LockerEnd.CANCELLED])


def view_of(act: Action, use: LockerUse, *, named: bool = True) -> UseView:
    """`named`: with whose it is; lists leave it out where visitors stand and nobody is signed in."""
    locker = act.state.get(Locker, use.locker_id) or Locker(use.locker_id, "")
    return UseView(
        use=use,
        locker=locker,
        holder=name_of(act, use.member_id, use.holder) if named else "",
        number=_number_of(act, use) if named else "",
        overdue=use.end is LockerEnd.OPEN and is_overdue(use, act.now, act.rules.settings, act.today),
        taken_by=operator_name(act, use.operator_id),
        ended_by=operator_name(act, use.ended_by),
    )


def _list(act: Action, uses: Sequence[LockerUse]) -> tuple[UseView, ...]:
    return tuple(view_of(act, use, named=act.desk.lists_people) for use in uses)


def operator_name(act: Action, operator_id: Id | None) -> str:
    operator = act.state.get(Operator, operator_id) if operator_id else None
    return operator.full_name if operator else ""


def _number_of(act: Action, use: LockerUse) -> str:
    member = standing_member(act.state, use.member_id) if use.member_id else None
    if member is not None:
        return member.member_no
    visit = act.state.get(Visit, use.visit_id) if use.visit_id else None
    return visit.visitor_no if visit else ""


def _tile_of(act: Action, locker: Locker) -> LockerTile:
    uses = sorted(act.state.open_locker_uses(locker.id), key=lambda use: (use.taken_at, use.id))
    return _tile(act, locker, uses)


def _tile(act: Action, locker: Locker, uses: Sequence[LockerUse]) -> LockerTile:
    views = _list(act, uses)
    if any(view.overdue for view in views):
        return LockerTile(locker, LockerState.OVERDUE, views)
    if views:
        return LockerTile(locker, LockerState.TAKEN, views)
    state = LockerState.OUT_OF_ORDER if locker.out_of_order else LockerState.FREE
    return LockerTile(locker, state, ())


def standing_lockers(act: Action) -> list[Locker]:
    """Lockers that are not retired, in the order of the board."""
    return sorted((one for one in all_rows(act.driver, Locker) if not one.retired), key=board_order)


def the_locker(act: Action, locker_id: Id) -> Locker:
    """Raises Refused(LOCKER_UNKNOWN)."""
    locker = act.state.get(Locker, locker_id)
    if locker is None:
        raise Refused(RefusalCode.LOCKER_UNKNOWN)
    return locker


def the_use(act: Action, use_id: Id) -> LockerUse:
    """Raises Refused(LOCKER_USE_UNKNOWN)."""
    use = act.state.get(LockerUse, use_id)
    if use is None:
        raise Refused(RefusalCode.LOCKER_USE_UNKNOWN)
    return use


def demand_signed_in(act: Action) -> None:
    """Raises Refused(NOT_SIGNED_IN)."""
    if act.desk.operator is None:
        raise Refused(RefusalCode.NOT_SIGNED_IN)


# ---- taking in ----------------------------------------------------------------------------------------------------


def take(
    desk: Desk,
    locker_id: Id,
    person: Person,
    *,
    contents: str = "",
    pledge_type: str = "",
    pledge_last4: str = "",
    approval: Approval | None = None,
    began_at: datetime | None = None,
) -> Taken:
    """Put a person's things into a locker and give him its tag. What is held for the tag, the settings say.

    `approval`: a second person lets him have a second locker. Raises Refused: NOT_SIGNED_IN, LOCKER_UNKNOWN,
    LOCKER_OUT_OF_ORDER, LOCKER_TAKEN, LOCKER_HELD (overridable), SECOND_PERSON, ROLE_MISSING; InvalidInput: "contents",
    "pledge_type", "pledge_last4", "person".
    """
    with desk.action(began_at) as act:
        demand_signed_in(act)
        note = check_note("contents", contents, LONGEST_CONTENTS)
        pledge, kind, last, pledge_rp = _pledge(act, pledge_type, pledge_last4)
        member_id, holder = _holder(act, person)
        locker = demand_free(act, locker_id)
        override_id = _second_locker(act, person, member_id, approval)
        use_id = act.new_id()
        tag = locker.tag_code or locker_tag(locker.number, use_id)
        event = e.LockerTaken(
            use_id=use_id,
            locker_id=locker.id,
            tag=tag,
            on=act.today,
            member_id=member_id,
            visit_id=person.visit_id,
            contents=note,
            pledge=pledge,
            pledge_type=kind,
            pledge_last4=last,
            pledge_rp=pledge_rp,
            override_id=override_id,
            holder=holder or None,
        )
        act.record(event)
        jobs = () if locker.tag_code else slip_queue.add_tag_pair(act, use_id)
        return Taken(the_use(act, use_id), locker, tag, jobs)


def demand_free(act: Action, locker_id: Id) -> Locker:
    """The locker, if things may be put into it. Raises Refused: LOCKER_UNKNOWN, LOCKER_OUT_OF_ORDER, LOCKER_TAKEN."""
    locker = the_locker(act, locker_id)
    if locker.retired:
        raise Refused(RefusalCode.LOCKER_UNKNOWN)
    if act.state.open_locker_uses(locker.id):
        raise Refused(RefusalCode.LOCKER_TAKEN, number=locker.number)
    if locker.out_of_order:
        raise Refused(RefusalCode.LOCKER_OUT_OF_ORDER, number=locker.number, reason=locker.out_of_order)
    return locker


def _pledge(act: Action, kind: str, last: str) -> tuple[Pledge, str, str, int]:
    """What is held, as the library wants it: nothing, a document by its last four signs, or money."""
    settings = act.rules.settings
    match settings.locker_pledge:
        case Pledge.IDENTITY:
            return Pledge.IDENTITY, check_type("pledge_type", kind), check_last("pledge_last4", last), 0
        case Pledge.MONEY if settings.locker_deposit_rp:
            return Pledge.MONEY, "", "", settings.locker_deposit_rp
        case _:
            return Pledge.NONE, "", "", 0


def _holder(act: Action, person: Person) -> tuple[Id | None, str]:
    """Whose things they are: a member by his standing record, anybody else by name. A member's name is in his record.

    An applicant may have a locker too (SOP kartu-anggota, step 1). Raises Refused(MEMBER_ERASED),
    InvalidInput("person", `holder_missing`).
    """
    member = standing_member(act.state, person.member_id) if person.member_id else None
    if member is not None and member.erased:
        raise Refused(RefusalCode.MEMBER_ERASED)
    if member is not None:
        return member.id, ""
    name = check_note("person", person.name, 100)
    if not name and person.visit_id is None:
        raise InvalidInput("person", "holder_missing")
    return None, name


def _second_locker(act: Action, person: Person, member_id: Id | None, approval: Approval | None) -> Id | None:
    """One locker a person; a second one only by the word of a second person, which is recorded. Returns its key."""
    held = _held_by(act, person)
    if held is None:
        return None
    view = view_of(act, held)
    if approval is None:
        block = Block(RefusalCode.LOCKER_HELD, {"number": view.locker.number, "name": view.holder})
        raise Refused.by((block,))
    approver, override_id = second_person(act, approval), act.new_id()
    codes = (RefusalCode.LOCKER_HELD.value,)
    act.record(e.OverrideGranted(override_id, approver, codes, demand_reason(approval.reason), member_id))
    return override_id


def _held_by(act: Action, person: Person) -> LockerUse | None:
    """The things of a member under any of his records, or of a visitor by his visit."""
    member = standing_member(act.state, person.member_id) if person.member_id else None
    ids = {record.id for record in records_of_person(act, member)} if member is not None else set()
    for use in locker_queries.open_uses(act.driver):
        if use.member_id in ids or (person.visit_id is not None and use.visit_id == person.visit_id):
            return use
    return None


def reprint_tags(desk: Desk, use_id: Id) -> tuple[Id, ...]:
    """Both parts of the tag once more, for those that the printer spoilt; () for a fixed tag.

    Raises Refused: NOT_SIGNED_IN, LOCKER_USE_UNKNOWN, LOCKER_DONE.
    """
    with desk.action() as act:
        demand_signed_in(act)
        use = demand_lying(act, use_id)
        locker = act.state.get(Locker, use.locker_id)
        fixed = locker is not None and locker.tag_code == use.tag
        return () if fixed else slip_queue.add_tag_pair(act, use.id)


# ---- giving back --------------------------------------------------------------------------------------------------


def give_back(desk: Desk, use_id: Id, *, name_matched: bool, began_at: datetime | None = None) -> UseView:
    """The tag came back and the name was matched: the things go back, and what was held for the tag.

    Also what staff took out of the locker before. Raises Refused: NOT_SIGNED_IN, LOCKER_USE_UNKNOWN, LOCKER_DONE,
    LOCKER_NAME_MISMATCH where the name was not matched (SOP step 7).
    """
    with desk.action(began_at) as act:
        demand_signed_in(act)
        use = demand_kept(act, use_id)
        if not name_matched:
            raise Refused(RefusalCode.LOCKER_NAME_MISMATCH, number=number_of(act, use))
        act.record(e.LockerReturned(use.id, use.locker_id, act.today))
        slip_queue.forget(act, use.id)
        return use_view(act, use.id)


def undo_take(desk: Desk, use_id: Id, reason: str) -> UseView:
    """It was given out by mistake and never counted; tags not printed yet are not printed.

    Raises Refused: NOT_SIGNED_IN, LOCKER_USE_UNKNOWN, LOCKER_DONE; InvalidInput("reason").
    """
    why = demand_reason(reason)
    with desk.action() as act:
        demand_signed_in(act)
        use = demand_lying(act, use_id)
        act.record(e.LockerUndone(use.id, use.locker_id, why))
        slip_queue.forget(act, use.id)
        return use_view(act, use.id)


def demand_lying(act: Action, use_id: Id) -> LockerUse:
    """The use, while the things lie in the locker. Raises Refused: LOCKER_USE_UNKNOWN, LOCKER_DONE."""
    return _demand_end(act, use_id, (LockerEnd.OPEN,))


def demand_kept(act: Action, use_id: Id) -> LockerUse:
    """The use, while the library has the things, in the locker or in keeping. Raises as `demand_lying`."""
    return _demand_end(act, use_id, BROUGHT_BACK)


def _demand_end(act: Action, use_id: Id, ends: Sequence[LockerEnd]) -> LockerUse:
    use = the_use(act, use_id)
    if use.end not in ends:
        at = act.desk.local(use.ended_at) if use.ended_at else None
        when = f"{at:%d-%m-%Y %H.%M}" if at else ""
        raise Refused(RefusalCode.LOCKER_DONE, number=number_of(act, use), at=when)
    return use


def number_of(act: Action, use: LockerUse) -> str:
    """What is painted on its locker."""
    locker = act.state.get(Locker, use.locker_id)
    return locker.number if locker else ""
