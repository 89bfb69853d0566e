"""The classes of contradiction that `apply` books and reports. A person decides what a rule cannot."""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum

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
    CARD_DUP = "CARD_DUP"
    BARCODE_DUP = "BARCODE_DUP"
    ID_COLLISION = "ID_COLLISION"
    UNDO_LATE = "UNDO_LATE"


def make_case(stamp: Stamp, cls: CaseClass, severity: str, entity: str, **detail: object) -> Case:
    """A case whose id follows from its event and class, so that every replay makes the same one."""
    digest = hashlib.sha256(f"{stamp.event_id}:{cls}:{entity}".encode()).hexdigest()
    text = json.dumps({name: plain(value) for name, value in detail.items()}, ensure_ascii=False, sort_keys=True)
    return Case(Id(digest[:32]), cls, severity, entity, stamp.event_id, stamp.done_at, text)
