"""What a library keeps: the rows that travel between counters and the central server.

Every entity is a frozen value whose first field is its key. Keys are UUIDv7 made at the counter (32 hex digits), so
two counters that never met cannot make the same one; barcodes, member numbers and user names are attributes.
Units: `_on` is a date, `_at` an aware UTC time, `_rp` whole rupiah, `_days` days.
"""

from __future__ import annotations

from datetime import date

from loket.domain.entities.base import (
    SERVER_STATION,
    Entity,
    Id,
)
from loket.domain.entities.cases import (
    Case,
)
from loket.domain.entities.catalogue import (
    Biblio,
    Item,
    ItemStatus,
)
from loket.domain.entities.circulation import (
    Loan,
    LoanEnd,
)
from loket.domain.entities.library import (
    ClosedDay,
    Counting,
    FineMode,
    GraceIn,
    GraceKind,
    Library,
    LoanPolicy,
    Operator,
    Role,
    Rule,
    Station,
)
from loket.domain.entities.lockers import (
    Locker,
    LockerEnd,
    LockerUse,
    Pledge,
)
from loket.domain.entities.members import (
    CardEnd,
    CardPrint,
    Member,
    MemberCard,
)
from loket.domain.entities.money import (
    CashDay,
    CashShift,
    Charge,
    ChargeKind,
    HandOver,
    Payment,
    PayMethod,
    Receipt,
    ReceiptKind,
    Remittance,
    RemittanceLine,
    Tariff,
    Waiver,
)
from loket.domain.entities.recaps import (
    Activity,
    Official,
    Recap,
    Reminder,
    YearFact,
)
from loket.domain.entities.rooms import (
    CopyState,
    EbookLoan,
    EbookTitle,
    InHouseKind,
    InHouseState,
    InHouseUse,
    InternetSeat,
    InternetSession,
    PhotocopyJob,
    SessionState,
)
from loket.domain.entities.visits import (
    Room,
    RoomKind,
    SurveyAnswer,
    Visit,
    VisitKind,
    VisitPurpose,
    VisitSource,
)

__all__ = [
    "KINDS",
    "SERVER_STATION",
    "Activity",
    "Biblio",
    "CardEnd",
    "CardPrint",
    "Case",
    "CashDay",
    "CashShift",
    "Charge",
    "ChargeKind",
    "ClosedDay",
    "CopyState",
    "Counting",
    "EbookLoan",
    "EbookTitle",
    "Entity",
    "FineMode",
    "GraceIn",
    "GraceKind",
    "HandOver",
    "Id",
    "InHouseKind",
    "InHouseState",
    "InHouseUse",
    "InternetSeat",
    "InternetSession",
    "Item",
    "ItemStatus",
    "Library",
    "Loan",
    "LoanEnd",
    "LoanPolicy",
    "Locker",
    "LockerEnd",
    "LockerUse",
    "Member",
    "MemberCard",
    "Official",
    "Operator",
    "PayMethod",
    "Payment",
    "PhotocopyJob",
    "Pledge",
    "Recap",
    "Receipt",
    "ReceiptKind",
    "Reminder",
    "Remittance",
    "RemittanceLine",
    "Role",
    "Room",
    "RoomKind",
    "Rule",
    "SessionState",
    "Station",
    "SurveyAnswer",
    "Tariff",
    "Visit",
    "VisitKind",
    "VisitPurpose",
    "VisitSource",
    "Waiver",
    "YearFact",
    "key_field",
    "key_of",
]

KINDS: tuple[type[Entity], ...] = (
    Library,
    Station,
    Rule,
    ClosedDay,
    Operator,
    LoanPolicy,
    Member,
    Biblio,
    Item,
    Loan,
    Charge,
    Visit,
    Case,
    MemberCard,
    CardPrint,
    Tariff,
    Receipt,
    Payment,
    Waiver,
    CashShift,
    HandOver,
    Remittance,
    RemittanceLine,
    CashDay,
    Room,
    VisitPurpose,
    Locker,
    LockerUse,
    InHouseUse,
    InternetSeat,
    InternetSession,
    PhotocopyJob,
    EbookTitle,
    EbookLoan,
    SurveyAnswer,
    Recap,
    Official,
    Activity,
    YearFact,
    Reminder,
)


def key_field(kind: type[Entity]) -> str:
    """Name of the key: always the first field."""
    return str(kind.__match_args__[0])  # type: ignore[attr-defined]


def key_of(entity: Entity) -> str:
    value = getattr(entity, key_field(type(entity)))
    return value.isoformat() if isinstance(value, date) else str(value)
