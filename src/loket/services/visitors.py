"""Who stands at the desk: a member with his card, a guest with his visitor's slip, whoever holds a locker's tag.

Lockers, rooms and copies speak of a `Person`, so that a guest is served as a member is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from loket.db import visit_queries
from loket.db.queries import search_members
from loket.domain import scan as codes
from loket.domain.entities import Id, LockerUse, Member, Visit, VisitKind
from loket.domain.errors import RefusalCode, Refused
from loket.domain.folding import code_key, fold
from loket.domain.handling import standing_member
from loket.domain.house_codes import Slip, read_daily
from loket.domain.visits import Doubt, doubt_about
from loket.services.desk import Action, Desk
from loket.services.house_codes import HouseThing, recognise
from loket.services.members import holders

MOST_LIKE = 8


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody known by a card, a slip, a tag, or only by what he said his name is.

    Attributes:
        member_id, visit_id: one of them, or neither for a mere name. `visit_id` is the visit his number was given for,
            also when a room's book has him under that number again.
        name: to read to him, "" where this counter does not know it. number: on his card or slip.
        sex: "L", "P" or "". warned: a `domain.visits.Doubt`; "" when all is well.
    """

    member_id: Id | None
    visit_id: Id | None
    name: str
    number: str
    sex: str = ""
    warned: str = ""
    kind: VisitKind = VisitKind.GUEST

    @property
    def holder(self) -> str:
        """The name to write down beside what he has: a member's is in his own record."""
        return "" if self.member_id is not None else self.name


def find_person(act: Action, code: str) -> Person | None:
    """Whom this code means: a member's card or number, a visitor's slip, the tag of a locker in use.

    None when it is none of these. Raises Refused: CODE_AMBIGUOUS (two members after a clash), CARD_REPLACED.
    """
    code = codes.clean(code)
    if not code or len(code) > codes.LONGEST_CODE:
        return None
    for candidate in dict.fromkeys((code, codes.unshifted(code) or code)):
        found = _by_card(act, candidate) or _by_slip(act, candidate) or _by_tag(act, candidate)
        if found is not None:
            return found
    return None


def person_of_member(act: Action, member_id: Id) -> Person | None:
    """The member, or the record he was merged into, as a person; None when he is not known or was erased."""
    member = standing_member(act.state, member_id)
    return None if member is None or member.erased else _member(member, act.today)


def person_of_visit(act: Action, visit_id: Id) -> Person | None:
    """Who came with this visit: its member, else the guest."""
    visit = act.state.get(Visit, visit_id)
    if visit is None:
        return None
    if visit.member_id is not None:
        return person_of_member(act, visit.member_id)
    first = visit_queries.first_with_number(act.driver, code_key(visit.visitor_no)) if visit.visitor_no else None
    return _guest(first or visit, act.today)


def persons_like(desk: Desk, text: str, limit: int = MOST_LIKE) -> tuple[Person, ...]:
    """Members and guests inside whose name, number or phone fits; nobody where people are not listed."""
    if not desk.lists_people or not text.strip():
        return ()
    with desk.view() as act:
        hits = search_members(act.driver, text, limit)
        members = [person_of_member(act, hit.id) for hit in hits]
        found = [person for person in members if person is not None]
        found += _guests_like(act, text)
    return tuple(found[:limit])


def name_of(act: Action, member_id: Id | None, holder: str) -> str:
    """Whose it is: the member's name, of a merged record the name that stands; else what was written down."""
    member = standing_member(act.state, member_id) if member_id is not None else None
    return member.full_name if member is not None else holder


# ---- parts ---------------------------------------------------------------------------------------------------------


def _by_card(act: Action, code: str) -> Person | None:
    members, ended = holders(act, code)
    if len(members) > 1:
        raise Refused(RefusalCode.CODE_AMBIGUOUS, code=code)
    if members:
        return _member(members[0], act.today)
    if ended is not None:
        raise Refused(RefusalCode.CARD_REPLACED, ended_on=ended.ended_on, end=ended.end)
    return None


def _by_slip(act: Action, code: str) -> Person | None:
    daily = read_daily(code)
    if daily is None or daily.slip is not Slip.VISITOR:
        return None
    visit = visit_queries.first_with_number(act.driver, code_key(code))
    return None if visit is None or visit.cancelled else _guest(visit, act.today)


def _by_tag(act: Action, code: str) -> Person | None:
    thing = recognise(act, code)
    if thing is None or thing.thing is not HouseThing.LOCKER or not thing.is_open:
        return None
    use = act.state.get(LockerUse, thing.id)
    if use is None:
        return None
    known = person_of_member(act, use.member_id) if use.member_id is not None else None
    if known is None and use.visit_id is not None:
        known = person_of_visit(act, use.visit_id)
    return known or Person(use.member_id, use.visit_id, use.holder, use.tag)


def _member(member: Member, today: date) -> Person:
    warned = doubt_about(member, today)
    return Person(member.id, None, member.full_name, member.member_no, member.sex, warned, VisitKind.MEMBER)


def _guest(visit: Visit, today: date) -> Person:
    warned = Doubt.OLD_SLIP if visit.on != today else Doubt.GONE_OUT if visit.left_at is not None else ""
    kind = VisitKind(visit.kind) if visit.kind in list(VisitKind) else VisitKind.GUEST
    return Person(None, visit.id, visit.name, visit.visitor_no, visit.sex, warned, kind)


def _guests_like(act: Action, text: str) -> Iterable[Person]:
    """Guests inside today, each once: every word typed begins a word of the name, or the number has it."""
    words, typed = fold(text).split(), code_key(text)
    seen: set[str] = set()
    for visit in visit_queries.open_visits(act.driver, act.today):
        names = fold(visit.name).split()
        fits = bool(words) and all(any(name.startswith(word) for name in names) for word in words)
        key = code_key(visit.visitor_no) or visit.id
        if visit.member_id is None and key not in seen and (fits or (len(typed) >= 3 and typed in key)):
            seen.add(key)
            person = person_of_visit(act, visit.id)
            if person is not None:
                yield person
