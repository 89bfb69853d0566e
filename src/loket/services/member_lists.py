"""Lists of members: any field asked for in SQL, keys first and rows when they are painted.

Records merged into another and erased ones stand in no list; applicants only where they are asked for.
"""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from loket.db import queries
from loket.db.rows import id_bytes, mapper
from loket.db.search import matching_rows
from loket.domain import events as e
from loket.domain.entities import Id, Member
from loket.domain.folding import code_key
from loket.services.desk import Action, Desk
from loket.services.member_records import DECIDERS, demand_reason

MOST_FOUND = 200_000  # by words; far more members than any library here has
MAY_LEAVE = (
    *("member_no", "code", "full_name", "member_type", "state", "sex", "birth_place", "birth_on", "phone", "email"),
    *("address", "village", "district", "city", "province", "postcode", "institution", "school_class", "education"),
    *("job", "guardian_name", "guardian_relation", "guardian_phone", "emergency_name", "emergency_phone"),
    *("registered_on", "valid_until", "suspended_until", "cleared_on", "clearance_no", "has_photo", "prints"),
)
VALUES = ("institution", "school_class", "district", "member_type")
_ORDER_BY = {
    "full_name": "m.full_name COLLATE NOCASE",
    "member_no": "m.member_no_key",
    "member_type": "m.member_type",
    "valid_until": "m.valid_until IS NULL, m.valid_until",
    "registered_on": "m.registered_on",
    "institution": "m.institution COLLATE NOCASE",
    "school_class": "m.school_class COLLATE NOCASE",
}
ORDERS = tuple(_ORDER_BY)
STANDING = "standing"
_CODE = """coalesce((SELECT c.code FROM member_card c WHERE c.member_id = m.id AND c."end" = 'in_use'
ORDER BY c.id DESC LIMIT 1), m.member_no)"""
_PRINTED = f"EXISTS (SELECT 1 FROM card_print p WHERE p.member_id = m.id AND p.code = {_CODE})"
_COLUMNS = f"""m.id, m.member_no, {_CODE}, m.full_name, m.member_type, m.sex, m.birth_on, m.phone, m.address,
m.district, m.institution, m.school_class, m.registered_on, m.valid_until, m.suspended_until, m.photo <> '',
m.pending, m."left", (SELECT count(*) FROM card_print p WHERE p.member_id = m.id)"""
_ROWS = f"SELECT {_COLUMNS} FROM member m WHERE m.id IN ({{marks}})"
_WHOLE = "SELECT 1 FROM member m WHERE trim(m.{}) = ? COLLATE NOCASE LIMIT 1"
_STANDING = "m.merged_into IS NULL AND m.erased = 0"


class MemberState(StrEnum):
    """How a member stands today; the first that fits, from the bottom up."""

    ACTIVE = "active"
    EXPIRED = "expired"
    SUSPENDED = "suspended"
    LEFT = "left"
    APPLICANT = "applicant"


@dataclass(frozen=True, slots=True)
class MemberQuery:
    """What a list is to hold; everything given must fit.

    Attributes:
        text: words of the name, number or phone, or the code on a card.
        state: a MemberState, STANDING (all who have not left), or "" for all but applicants.
        expiring_…, registered_…: first and last day, both included.
        institution, district: all of it where any member has it so ("SMP 1" is not "SMP 12"), else a part of it.
        school_class: all of it. Letter case does not count.
        printed: whether the card he has in use was printed, as far as the counters know.
    """

    text: str = ""
    member_type: str = ""
    state: str = ""
    expiring_from: date | None = None
    expiring_until: date | None = None
    registered_from: date | None = None
    registered_until: date | None = None
    institution: str = ""
    school_class: str = ""
    district: str = ""
    sex: str = ""
    has_photo: bool | None = None
    printed: bool | None = None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member as a list shows him. `code` is what his card says, `prints` how often one was printed."""

    id: Id
    member_no: str
    code: str
    full_name: str
    member_type: str
    sex: str
    birth_on: date | None
    phone: str
    address: str
    district: str
    institution: str
    school_class: str
    registered_on: date | None
    valid_until: date | None
    suspended_until: date | None
    has_photo: bool
    prints: int
    state: MemberState


def expiring_in_month(day: date) -> MemberQuery:
    """Whose card ends in the month of this day; who left is not reminded."""
    last = monthrange(day.year, day.month)[1]
    return MemberQuery(state=STANDING, expiring_from=day.replace(day=1), expiring_until=day.replace(day=last))


def of_class(institution: str, school_class: str) -> MemberQuery:
    """The pupils of one class, for printing their cards together."""
    return MemberQuery(state=STANDING, institution=institution, school_class=school_class)


def member_ids(desk: Desk, query: MemberQuery, order: str = "full_name") -> list[Id]:
    """The keys in order; "-" before the order turns it round. None where people are not listed.

    Raises KeyError for an order that does not exist.
    """
    if not desk.lists_people:
        return []
    with desk.view() as act:
        return ids_in(act, query, order)


def ids_in(act: Action, query: MemberQuery, order: str) -> list[Id]:
    """`member_ids` inside the caller's view or action."""
    column, down = _ORDER_BY[order.removeprefix("-")], " DESC" if order.startswith("-") else ""
    terms, values = _terms(act, query)
    by = f"{column}{down}, m.full_name COLLATE NOCASE, m.id"
    rows = act.driver.execute(f"SELECT m.id FROM member m WHERE {' AND '.join(terms)} ORDER BY {by}", values)
    return [Id(row[0].hex()) for row in rows.fetchall()]


def member_rows(desk: Desk, ids: Sequence[Id]) -> dict[Id, MemberRow]:
    """Rows of these members; who is not there any more is left out."""
    with desk.view() as act:
        return {row.id: row for row in rows_in(act, ids)}


def rows_in(act: Action, ids: Sequence[Id], page: int = 500) -> Iterator[MemberRow]:
    """The rows in the order of the keys, read a page at a time."""
    for start in range(0, len(ids), page):
        keys = [id_bytes(id_) for id_ in ids[start : start + page]]
        rows = act.driver.execute(_ROWS.format(marks=", ".join("?" * len(keys))), keys).fetchall()
        found = {row[0]: row for row in rows}
        yield from (_row(found[key], act.today) for key in keys if key in found)


def values_of(desk: Desk, field: str) -> list[str]:
    """What members have in this field, for a pick list, the most frequent first. Raises KeyError beside `VALUES`."""
    if field not in VALUES:
        raise KeyError(field)
    if not desk.lists_people:
        return []
    sql = f"""SELECT m.{field} FROM member m WHERE {_STANDING} AND m.{field} <> ''
    GROUP BY m.{field} COLLATE NOCASE ORDER BY count(*) DESC, m.{field} LIMIT 500"""
    with desk.view() as act:
        return [row[0] for row in act.driver.execute(sql).fetchall()]


# ---- taken out ----------------------------------------------------------------------------------------------------


def taken_out(desk: Desk, query: MemberQuery, *, reason: str, fields: Sequence[str], order: str) -> list[list[Any]]:
    """The members' fields for a file, in order; that they were taken, by whom and why, is written down first.

    A field is one of `MemberRow` or `Member`, but nothing of the identity number. Raises InvalidInput("reason", …),
    Refused(ROLE_MISSING), KeyError for a field that may not leave.
    """
    reason = demand_reason(reason)
    if unknown := [name for name in fields if name not in MAY_LEAVE]:
        raise KeyError(unknown[0])
    with desk.action() as act:
        act.demand_role(*DECIDERS)
        ids = ids_in(act, query, order)
        act.record(e.MembersExported(len(ids), tuple(fields), reason))
    with desk.view() as act:  # a long list must not keep the counter from lending
        return [_taken(act, row, fields) for row in rows_in(act, ids)]


def _taken(act: Action, row: MemberRow, fields: Sequence[str]) -> list[Any]:
    """The list's row has most of it; the member is read only where more is wanted."""
    if all(name in MemberRow.__match_args__ for name in fields):
        return [getattr(row, name) for name in fields]
    member = mapper(Member).entity(act.driver.execute(mapper(Member).get_sql, (id_bytes(row.id),)).fetchone())
    return [getattr(row if name in MemberRow.__match_args__ else member, name) for name in fields]


# ---- parts --------------------------------------------------------------------------------------------------------


def _terms(act: Action, query: MemberQuery) -> tuple[list[str], list[Any]]:
    """(conditions, their values)."""
    terms, values = [_STANDING], list[Any]()

    def add(term: str, *given: Any) -> None:
        terms.append(term)
        values.extend(given)

    add(*_state_term(query, act.today))
    for name in ("member_type", "sex"):
        if getattr(query, name):
            add(f"m.{name} = ?", getattr(query, name))
    for name in ("institution", "district"):
        if text := getattr(query, name).strip():
            whole = act.driver.execute(_WHOLE.format(name), (text,)).fetchone() is not None
            add(f"trim(m.{name}) = ? COLLATE NOCASE" if whole else f"instr(lower(m.{name}), lower(?)) > 0", text)
    if query.school_class.strip():
        add("trim(m.school_class) = ? COLLATE NOCASE", query.school_class.strip())
    for column, least, most in (
        ("valid_until", query.expiring_from, query.expiring_until),
        ("registered_on", query.registered_from, query.registered_until),
    ):
        if least is not None:
            add(f"m.{column} >= ?", least.isoformat())
        if most is not None:
            add(f"m.{column} <= ?", most.isoformat())
    if query.has_photo is not None:
        add("m.photo <> ''" if query.has_photo else "m.photo = ''")
    if query.printed is not None:
        add(_PRINTED if query.printed else f"NOT {_PRINTED}")
    if query.text.strip():
        found = matching_rows(act.driver, "member", queries.member_words(query.text), MOST_FOUND)
        add(
            "(m.no IN (SELECT value FROM json_each(?))"
            " OR m.id IN (SELECT member_id FROM member_card WHERE code_key = ?))",
            json.dumps(found),
            code_key(query.text),
        )
    return terms, values


def _state_term(query: MemberQuery, today: date) -> tuple[Any, ...]:
    """As `_state_of` says it, in SQL."""
    day = today.isoformat()
    late, barred = "coalesce(m.valid_until < ?, 0)", "coalesce(m.suspended_until >= ?, 0)"
    match query.state:
        case "":
            return ("m.pending = 0",)
        case state if state == STANDING:
            return ('m.pending = 0 AND m."left" = 0',)
        case MemberState.APPLICANT:
            return ('m.pending = 1 AND m."left" = 0',)
        case MemberState.LEFT:
            return ('m.pending = 0 AND m."left" = 1',)
        case MemberState.SUSPENDED:
            return f'm.pending = 0 AND m."left" = 0 AND {barred}', day
        case MemberState.EXPIRED:
            return f'm.pending = 0 AND m."left" = 0 AND NOT {barred} AND {late}', day, day
        case MemberState.ACTIVE:
            return f'm.pending = 0 AND m."left" = 0 AND NOT {barred} AND NOT {late}', day, day
    raise KeyError(query.state)


def _row(row: Sequence[Any], today: date) -> MemberRow:
    birth_on, registered_on, valid_until, suspended_until = (_day(row[place]) for place in (6, 12, 13, 14))
    return MemberRow(
        id=Id(row[0].hex()),
        member_no=row[1],
        code=row[2],
        full_name=row[3],
        member_type=row[4],
        sex=row[5],
        birth_on=birth_on,
        phone=row[7],
        address=row[8],
        district=row[9],
        institution=row[10],
        school_class=row[11],
        registered_on=registered_on,
        valid_until=valid_until,
        suspended_until=suspended_until,
        has_photo=bool(row[15]),
        prints=row[18],
        state=_state_of(today, valid_until, suspended_until, pending=row[16], left=row[17]),
    )


def _state_of(
    today: date, valid_until: date | None, suspended_until: date | None, *, pending: bool, left: bool
) -> MemberState:
    if pending:
        return MemberState.APPLICANT
    if left:
        return MemberState.LEFT
    if suspended_until is not None and today <= suspended_until:
        return MemberState.SUSPENDED
    return MemberState.EXPIRED if valid_until is not None and valid_until < today else MemberState.ACTIVE


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
