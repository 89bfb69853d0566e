"""The classes of contradiction that `apply` books and reports. A person decides what a rule cannot."""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum
from typing import Any

from loket.domain.changes import plain
from loket.domain.entities import Case, Id
from loket.domain.events import Stamp


class CaseClass(StrEnum):
    MEM_EDIT = "MEM_EDIT"
    MEM_DUP = "MEM_DUP"
    LOAN_COPY = "LOAN_COPY"
    LIM_OVER = "LIM_OVER"
    RET_UNKNOWN = "RET_UNKNOWN"
    CAT_LOANED = "CAT_LOANED"
    CAT_EDIT = "CAT_EDIT"
    MEM_GONE = "MEM_GONE"
    ITEM_GONE = "ITEM_GONE"
    PAY_DUP = "PAY_DUP"
    PAY_UNKNOWN = "PAY_UNKNOWN"
    RCP_DUP = "RCP_DUP"
    CASH_TWICE = "CASH_TWICE"
    LOCK_DUP = "LOCK_DUP"
    CARD_DUP = "CARD_DUP"
    BARCODE_DUP = "BARCODE_DUP"
    ID_COLLISION = "ID_COLLISION"
    UNDO_LATE = "UNDO_LATE"
    CLOCK = "CLOCK"
    OP_REVOKED = "OP_REVOKED"
    POLICY_STALE = "POLICY_STALE"
    SYS_STATION_ROLLBACK = "SYS_STATION_ROLLBACK"
    SYS_CLONE = "SYS_CLONE"
    SYS_FORK = "SYS_FORK"
    SYS_SERVER_ROLLBACK = "SYS_SERVER_ROLLBACK"
    SYS_UNKNOWN_EVENT = "SYS_UNKNOWN_EVENT"
    SYS_APPLY_ERROR = "SYS_APPLY_ERROR"
    SYS_QUARANTINE = "SYS_QUARANTINE"
    SYS_LOST = "SYS_LOST"


def make_case(stamp: Stamp, cls: CaseClass, severity: str, entity: str, *, key: str = "", **detail: object) -> Case:
    """A case whose id follows from its event, class and entity, so that every replay makes the same one.

    With a `key` it follows from class and key alone: what is noted often, such as a wrong clock, is one case.
    """
    text = json.dumps({name: plain(value) for name, value in detail.items()}, ensure_ascii=False, sort_keys=True)
    return Case(
        id=case_id(f"{cls}:{key}" if key else f"{stamp.event_id}:{cls}:{entity}"),
        cls=cls,
        severity=severity,
        entity=entity,
        event_id=stamp.event_id,
        opened_at=stamp.at,
        detail=text,
        station_id=stamp.station_id,
        operator_id=stamp.operator_id,
    )


def case_id(key: str) -> Id:
    return Id(hashlib.sha256(key.encode()).hexdigest()[:32])


def detail_of(case: Case) -> dict[str, Any]:
    """The ids and values a case was opened with."""
    return dict(json.loads(case.detail)) if case.detail else {}
