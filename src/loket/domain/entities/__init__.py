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
    Visit,
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

__all__ = [
    "KINDS",
    "SERVER_STATION",
    "Biblio",
    "CardEnd",
    "CardPrint",
    "Case",
    "CashDay",
    "CashShift",
    "Charge",
    "ChargeKind",
    "ClosedDay",
    "Counting",
    "Entity",
    "FineMode",
    "GraceIn",
    "GraceKind",
    "HandOver",
    "Id",
    "Item",
    "ItemStatus",
    "Library",
    "Loan",
    "LoanEnd",
    "LoanPolicy",
    "Member",
    "MemberCard",
    "Operator",
    "PayMethod",
    "Payment",
    "Receipt",
    "ReceiptKind",
    "Remittance",
    "RemittanceLine",
    "Role",
    "Rule",
    "Station",
    "Tariff",
    "Visit",
    "Waiver",
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
)


def key_field(kind: type[Entity]) -> str:
    """Name of the key: always the first field."""
    return str(kind.__match_args__[0])  # type: ignore[attr-defined]


def key_of(entity: Entity) -> str:
    value = getattr(entity, key_field(type(entity)))
    return value.isoformat() if isinstance(value, date) else str(value)
