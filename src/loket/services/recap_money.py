"""Money and exceptions of a recap: receipts by account and kind, charges, overrides, cases.

A receipt counts on its day; what takes it back, on the day that happened, as in the treasurer's books.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from loket.db.money_queries import UNASSIGNED
from loket.db.recap_queries import Rows, told, told_id
from loket.services.recap_counting import Cell, Count, Counted, Words
from loket.services.recap_loans import by_staff

_LINE_FIELDS = {
    "receipt": "r.kind",
    "method": "r.method",
    "account": "p.account",
    "kind": "p.kind",
    "rp": "p.amount_rp",
    # the first line of its kind on the receipt: papers are counted by it
    "first": "p.id = (SELECT min(o.id) FROM payment o WHERE o.receipt_id = r.id AND o.kind = p.kind)",
}
_LINES = Rows(
    tables="receipt r JOIN payment p ON p.receipt_id = r.id",
    key="p.id",
    fields=_LINE_FIELDS,
    where="r.number <> ''",
    day="r.paid_on",
    station="r.station_id",
    joins="LEFT JOIN member m ON m.id = r.member_id",
    at="r.paid_at",
    what="r.number",
    who="coalesce(m.full_name, r.payer)",
    detail="coalesce(nullif(p.name, ''), p.kind)",
)
_VOIDED: dict[str, Any] = {"day": "r.voided_on", "station": "r.void_station_id", "at": "r.voided_at"}
_REST_RP = "r.total_rp - (SELECT coalesce(sum(o.amount_rp), 0) FROM payment o WHERE o.receipt_id = r.id)"
_RESTS = Rows(
    tables="receipt r",
    key="r.id",
    fields={"receipt": "r.kind", "method": "r.method", "account": "''", "kind": f"'{UNASSIGNED}'", "rp": _REST_RP},
    where=f"r.number <> '' AND {_REST_RP} <> 0",
    day="r.paid_on",
    station="r.station_id",
    joins="LEFT JOIN member m ON m.id = r.member_id",
    at="r.paid_at",
    what="r.number",
    who="coalesce(m.full_name, r.payer)",
    detail=f"'{UNASSIGNED}'",
)
_MONEY = ("receipt", "method", "rp")


def _column(receipt: str, method: str) -> str:
    if receipt == "refund":
        return "back"
    return "cash" if method == "cash" else "noncash"


def _by_account(words: Words, account: str, receipt: str, method: str, rp: int) -> Iterable[Cell]:
    return ((words.accounts.get(account, account), _column(receipt, method), rp),)


def _by_kind(words: Words, kind: str, receipt: str, method: str, rp: int) -> Iterable[Cell]:
    return ((kind, _column(receipt, method), rp),)


def _papers(words: Words, kind: str, receipt: str, first: int) -> Iterable[Cell]:
    return ((kind, "papers", 1),) if first and receipt == "payment" else ()


def _account_back(words: Words, account: str, rp: int) -> Iterable[Cell]:
    return ((words.accounts.get(account, account), "back", -rp),)


_TAKEN = (Count("cash_account", ("account", *_MONEY), _by_account), Count("cash_kind", ("kind", *_MONEY), _by_kind))
_BACK = (
    Count("cash_account", ("account", "rp"), _account_back),
    Count("cash_kind", ("kind", "rp"), lambda _, kind, rp: ((kind, "back", -rp),)),
)
LINES = Counted(_LINES, (*_TAKEN, Count("cash_kind", ("kind", "receipt", "first"), _papers)))
VOIDED = Counted(replace(_LINES, **_VOIDED), _BACK)
RESTS = Counted(_RESTS, _TAKEN)
RESTS_VOIDED = Counted(replace(_RESTS, **_VOIDED), _BACK)
RECEIPTS = Counted(
    replace(
        _RESTS,
        fields={"operator": "r.operator_id"},
        # a void of a later day does not change what was done on this one
        where="r.number <> '' AND (r.voided_on IS NULL OR r.voided_on > r.paid_on)",
        detail="r.kind",
    ),
    (by_staff("receipts"),),
)

# ---- charges --------------------------------------------------------------------------------------------------------


def _raised(words: Words, kind: str, rp: int, cancelled: int) -> Iterable[Cell]:
    return ((kind, "cancelled" if cancelled else "raised", rp),)


_CHARGE = {"kind": "c.kind", "rp": "c.amount_rp", "cancelled": "c.cancelled"}
_OF_CHARGE = "LEFT JOIN member m ON m.id = c.member_id LEFT JOIN item i ON i.id = c.item_id"
_OF_CHARGE += " LEFT JOIN biblio b ON b.id = i.biblio_id"
_CHARGE_SHOWN: dict[str, Any] = {
    "what": "c.kind",
    "who": "coalesce(m.full_name, '')",
    "detail": "coalesce(b.title, '')",
}
RAISED = Counted(
    Rows(
        tables=f"journal j JOIN charge c ON c.id = {told_id('charge_id')}",
        key="j.event_id",
        fields=_CHARGE,
        # most returns cost nothing: seen before the body is taken apart
        where="j.type IN ('ItemReturned', 'ItemDeclared', 'FeeRaised') AND instr(j.body, '\"charge_id\":\"') > 0",
        day="j.business_on",
        joins=_OF_CHARGE,
        at="j.done_ms",
        journal=True,
        **_CHARGE_SHOWN,
    ),
    (Count("charges", ("kind", "rp", "cancelled"), _raised),),
)
WAIVED = Counted(
    Rows(
        tables="waiver w JOIN charge c ON c.id = w.charge_id",
        key="w.id",
        fields={"kind": "c.kind", "rp": "w.amount_rp"},
        day="w.waived_on",
        station="w.station_id",
        joins="LEFT JOIN member m ON m.id = c.member_id",
        what="c.kind",
        who="coalesce(m.full_name, '')",
        detail="w.reason",
    ),
    (Count("charges", ("kind", "rp"), lambda _, kind, rp: ((kind, "waived", rp),)),),
)
UNWAIVED = Counted(
    Rows(
        tables=f"journal j JOIN waiver w ON w.id = {told_id('waiver_id')} JOIN charge c ON c.id = w.charge_id",
        key="j.event_id",
        fields={"kind": "c.kind", "rp": "w.amount_rp"},
        where="j.type = 'WaiverVoided'",
        day="j.business_on",
        joins="LEFT JOIN member m ON m.id = c.member_id",
        at="j.done_ms",
        what="c.kind",
        who="coalesce(m.full_name, '')",
        detail=told("reason"),
        journal=True,
    ),
    (Count("charges", ("kind", "rp"), lambda _, kind, rp: ((kind, "waived", -rp),)),),
)

# ---- exceptions -----------------------------------------------------------------------------------------------------

OVERRIDES = Counted(
    Rows(
        tables=f"journal j JOIN json_each({told('codes')}) k",
        key="hex(j.event_id) || ':' || k.key",
        fields={"code": "k.value"},
        where="j.type = 'OverrideGranted'",
        day="j.business_on",
        joins=f"LEFT JOIN member m ON m.id = {told_id('member_id')}",
        at="j.done_ms",
        what="k.value",
        who="coalesce(m.full_name, '')",
        detail=told("reason"),
        journal=True,
    ),
    (Count("overrides", ("code",), lambda _, code: ((code, "n", 1),)),),
)
CASES = Counted(
    Rows(
        tables=f"journal j JOIN conflict_case c ON c.id = {told_id('case_id')}",
        key="j.event_id",
        fields={"cls": "c.cls"},
        # of several words about one case, the one that closed it
        where=f"j.type = 'CaseResolved' AND c.closed = 1 AND c.choice = {told('choice')}",
        day="j.business_on",
        at="j.done_ms",
        what="c.cls",
        who="c.decided_by",
        detail="c.choice",
        journal=True,
    ),
    (Count("cases", ("cls",), lambda _, cls: ((cls, "n", 1),)),),
)
CASES_OPEN = Counted(
    Rows(
        tables="conflict_case c",
        key="c.id",
        fields={"cls": "c.cls"},
        where="c.closed = 0",
        at="c.opened_at",
        what="c.cls",
        detail="c.severity",
    ),
    (Count("cases_open", ("cls",), lambda _, cls: ((cls, "n", 1),)),),
)

KINDS = (
    *(LINES, VOIDED, RESTS, RESTS_VOIDED, RECEIPTS, RAISED, WAIVED, UNWAIVED),
    *(OVERRIDES, CASES, CASES_OPEN),
)
