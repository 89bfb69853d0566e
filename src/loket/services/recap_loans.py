"""Members and circulation of a recap: from this counter's journal, and how loans and memberships stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from loket.db.recap_queries import Rows, hour, not_undone, told, told_id
from loket.domain.ddc import UNCLASSED, main_class
from loket.services.recap_counting import Cell, Count, Counted, Words, one, sex_of

_DONE_HOUR = hour("j.done_ms")
_CLASS = ("item_call", "biblio_call", "ddc")
_TYPE = "coalesce(m.member_type, '')"
_LATE = ((7, "1-7"), (30, "8-30"), (90, "31-90"), (365, "91-365"))
_NEVER_COUNTED = "('cancelled', 'merged')"
"""Undone at the desk, or another loan stands for it: two counters lent the copy to the same member."""


@lru_cache(65_536)
def class_of(item_call: str | None, biblio_call: str | None, ddc: str | None) -> str:
    """The main class a copy is counted under: by its own call number first, as on the tables of the reading room."""
    texts = (item_call, biblio_call, ddc)
    return next((found for text in texts if text and (found := main_class(text))), UNCLASSED)


def late_row(due_on: str, on: str) -> str:
    """The row of `overdue_days`."""
    days = (date.fromisoformat(on) - date.fromisoformat(due_on)).days
    return next((row for most, row in _LATE if days <= most), "366")


def by_staff(column: str) -> Count:
    """One more of this operator's work."""

    def cells(words: Words, operator: bytes | None) -> Iterable[Cell]:
        return () if operator is None else ((words.operators.get(operator, ""), column, 1),)

    return Count("staff", ("operator",), cells)


_OPERATOR = {"operator": "j.operator_id"}

# ---- members --------------------------------------------------------------------------------------------------------


def _of_members(event: str, where: str, type_sql: str) -> Rows:
    return Rows(
        tables=f"journal j LEFT JOIN member m ON m.id = {told_id('member_id')}",
        key="j.event_id",
        fields={"type": type_sql, "sex": "coalesce(m.sex, '')"} | _OPERATOR,
        where=f"j.type = '{event}'{where}",
        day="j.business_on",
        at="j.done_ms",
        what="coalesce(m.member_no, '')",
        who="coalesce(m.full_name, '')",
        detail=type_sql,
        journal=True,
    )


def _members(rows: Rows, table: str) -> Counted:
    return Counted(rows, (Count(table, ("type", "sex"), _typed), by_staff("members")))


def _typed(words: Words, kind: str | None, sex: str) -> Iterable[Cell]:
    return ((kind or "", sex_of(sex), 1),)


# Members of a list taken over from another program bear the day they joined there.
_JOINED_NOW = f" AND {told('pending')} = 0 AND {told('registered_on')} = j.business_on"
REGISTERED = _members(_of_members("MemberRegistered", _JOINED_NOW, told("member_type")), "members_new")
ACCEPTED = _members(_of_members("ApplicantAccepted", "", told("member_type")), "members_new")
RENEWED_MEMBERS = _members(_of_members("MembershipRenewed", "", _TYPE), "members_renewed")

_STATE = (
    "CASE WHEN m.pending = 1 THEN 'pending' WHEN m.suspended_until >= :last THEN 'suspended'"
    " WHEN m.valid_until < :last THEN 'expired' ELSE 'active' END"
)
MEMBERS = Counted(
    Rows(
        tables="member m",
        key="m.id",
        fields={"type": "m.member_type", "state": _STATE},
        where='m."left" = 0 AND m.merged_into IS NULL AND m.erased = 0',
        what="m.member_no",
        who="m.full_name",
        detail="m.member_type",
        grouped=True,
    ),
    (Count("members_stock", ("type", "state"), lambda _, kind, state: ((kind, state, 1),)),),
)
CARDS = Counted(
    Rows(
        tables="card_print c",
        key="c.id",
        fields={"reason": "CASE WHEN c.spoilt <> '' THEN 'spoilt' ELSE c.reason END"},
        day="c.printed_on",
        station="c.station_id",
        joins="LEFT JOIN member m ON m.id = c.member_id",
        what="c.code",
        who="coalesce(m.full_name, '')",
        detail="c.reason",
    ),
    (Count("cards_printed", ("reason",), lambda _, reason: ((reason, "n", 1),)),),
)

# ---- circulation ----------------------------------------------------------------------------------------------------

_BOOK_JOINS = (
    "LEFT JOIN item i ON i.id = l.item_id LEFT JOIN biblio b ON b.id = l.biblio_id"
    " LEFT JOIN member m ON m.id = l.member_id"
)
_SHOWN: dict[str, Any] = {
    "what": "coalesce(b.title, '')",
    "who": "coalesce(m.full_name, '')",
    "detail": "coalesce(i.barcode, '')",
}
_BOOK = {"item_call": "i.call_number", "biblio_call": "b.call_number", "ddc": "b.ddc_class"}
_MEMBER = {"type": _TYPE, "sex": "m.sex", "education": "m.education", "job": "m.job", "member": "l.member_id"}


def _of_loans(event: str, undoing: str) -> Rows:
    return Rows(
        tables=f"journal j LEFT JOIN loan l ON l.id = {told_id('loan_id')}",
        key="j.event_id",
        fields={"hour": _DONE_HOUR, "due_on": "l.due_on", "on": "j.business_on"} | _OPERATOR,
        where=f"j.type = '{event}' AND {not_undone(undoing)}",
        day="j.business_on",
        joins=_BOOK_JOINS,
        at="j.done_ms",
        journal=True,
        **_SHOWN,
    )


def _each_hour(column: str) -> Count:
    return Count("loans_hour", ("hour",), lambda _, hour: ((hour, column, 1),))


def _circulation(row: str) -> Count:
    return Count("circulation", ("hour",), one(row))


def _by_class(table: str) -> Count:
    fields = (*_CLASS, "type")
    return Count(table, fields, lambda _, ddc, kind: ((ddc, kind, 1),), folded=(class_of, len(_CLASS)))


LOANS = Counted(
    Rows(
        tables=f"loan l {_BOOK_JOINS}",
        key="l.id",
        fields=_BOOK
        | _MEMBER
        | {"kind": "coalesce(i.collection_kind, '')", "hour": hour("l.lent_at"), "operator": "l.operator_id"}
        | {"on": "l.lent_on", "station": "l.station_id"},
        where=f'l."end" NOT IN {_NEVER_COUNTED}',
        day="l.lent_on",
        station="l.station_id",
        at="l.lent_at",
        **_SHOWN,
    ),
    (
        _circulation("loans"),
        # as recaps add up: whoever borrows on two days, or at two counters, is there twice
        Count("circulation", ("member", "on", "station"), one("borrowers"), once=True),
        _by_class("loans_class"),
        Count("loans_type", ("type", "sex"), _typed),
        Count("loans_education", ("education", "sex"), _typed),
        Count("loans_job", ("job", "sex"), _typed),
        Count("loans_kind", ("kind",), lambda _, kind: ((kind, "n", 1),)),
        _each_hour("loans"),
        by_staff("loans"),
    ),
)
RENEWALS = Counted(
    _of_loans("LoanRenewed", "RenewalUndone"), (_circulation("renewals"), _each_hour("renewals"), by_staff("renewals"))
)


def _is_late(words: Words, due_on: str | None, on: str) -> Iterable[Cell]:
    return (("late", "n", 1),) if due_on and due_on < on else ()


RETURNS = Counted(
    _of_loans("ItemReturned", "ReturnUndone"),
    (
        _circulation("returns"),
        Count("circulation", ("due_on", "on"), _is_late),
        _each_hour("returns"),
        by_staff("returns"),
    ),
)
# A copy that came back here although no loan of it was known here: lent by a counter that was not heard of yet.
NOTED = Counted(
    Rows(
        tables="journal j",
        key="j.event_id",
        fields={"hour": _DONE_HOUR} | _OPERATOR,
        where="j.type = 'ReturnNoted'",
        day="j.business_on",
        joins=f"LEFT JOIN item i ON i.id = {told_id('item_id')} LEFT JOIN biblio b ON b.id = i.biblio_id",
        at="j.done_ms",
        what="coalesce(b.title, '')",
        detail=told("barcode"),
        journal=True,
    ),
    (_circulation("returns"), _each_hour("returns"), by_staff("returns")),
)
_OF_ITEM = (
    f"LEFT JOIN item i ON i.id = {told_id('item_id')} LEFT JOIN biblio b ON b.id = i.biblio_id"
    f" LEFT JOIN member m ON m.id = {told_id('member_id')}"
)


def _of_items(where: str, fields: dict[str, str]) -> Rows:
    about: dict[str, Any] = {"day": "j.business_on", "at": "j.done_ms", "joins": _OF_ITEM}
    return Rows("journal j", "j.event_id", fields, where, journal=True, **about, **_SHOWN)


DECLARED = Counted(
    _of_items(
        f"j.type = 'ItemDeclared' AND {told('status')} IN ('lost', 'damaged') AND {not_undone('DeclarationUndone')}",
        {"status": told("status")},
    ),
    (Count("circulation", ("status",), lambda _, status: ((status, "n", 1),)),),
)
_UNDOING = ("LoanUndone", "ReturnUndone", "RenewalUndone", "DeclarationUndone")
UNDONE = Counted(
    Rows(
        tables="journal j",
        key="j.event_id",
        fields={"hour": _DONE_HOUR},
        where=f"j.type IN ({', '.join(repr(kind) for kind in _UNDOING)})",
        day="j.business_on",
        joins=f"LEFT JOIN loan l ON l.id = {told_id('loan_id')} {_BOOK_JOINS}",
        at="j.done_ms",
        journal=True,
        what="coalesce(b.title, '')",
        who="coalesce(m.full_name, '')",
        detail=told("reason"),
    ),
    (_circulation("undone"),),
)
OVERDUE = Counted(
    Rows(
        tables=f"loan l {_BOOK_JOINS}",
        key="l.id",
        fields={"type": _TYPE, "due_on": "l.due_on", "on": ":last"} | _BOOK,
        where="l.\"end\" = 'open' AND l.due_on < :last",
        at="l.lent_at",
        **_SHOWN,
    ),
    (
        _by_class("overdue_class"),
        Count("overdue_days", ("due_on", "on"), lambda _, due_on, on: ((late_row(due_on, on), "n", 1),)),
    ),
)

KINDS = (
    *(REGISTERED, ACCEPTED, RENEWED_MEMBERS, MEMBERS, CARDS),
    *(LOANS, RENEWALS, RETURNS, NOTED, DECLARED, UNDONE, OVERDUE),
)
