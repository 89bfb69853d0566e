"""What a library keeps: the rows that travel between counters and the central server.

Every entity is a frozen value whose first field is its key. Keys are UUIDv7 made at the counter (32 hex digits), so
two counters that never met cannot make the same one; barcodes, member numbers and user names are attributes.
Units: `_on` is a date, `_at` an aware UTC time, `_rp` whole rupiah, `_days` days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar, NewType

Id = NewType("Id", str)
SERVER_STATION = Id("f" * 32)
"""The station of events that the central server writes itself; no counter bears this id."""


class Entity:
    """Base of every row that travels."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Any]]


class ItemStatus(StrEnum):
    """Where a copy stands when it is not on loan."""

    AVAILABLE = "available"
    REPAIR = "repair"
    DAMAGED = "damaged"
    LOST = "lost"
    MISSING = "missing"
    WITHDRAWN = "withdrawn"


class LoanEnd(StrEnum):
    """How a loan ended; OPEN while the book is with the member."""

    OPEN = "open"
    RETURNED = "returned"
    LOST = "lost"
    CANCELLED = "cancelled"  # undone at the desk: it never counted
    IMPLIED = "implied"  # lent on to somebody else before its return was seen
    MERGED = "merged"  # two counters lent the copy to the same member: the other loan stands for both


class Role(StrEnum):
    """What an operator may do (design section 4.2 of the sync specification, desk part)."""

    CIRCULATION = "circulation"
    CATALOGUER = "cataloguer"
    CASHIER = "cashier"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"
    AUDITOR = "auditor"


class FineMode(StrEnum):
    """Sanction for a late return. Source: the regional practices compared in the policy settings page."""

    NONE = "none"
    MONEY = "money"
    SUSPENSION = "suspension"
    BOTH = "both"


class GraceKind(StrEnum):
    """What grace days do once they are over: the whole delay counts again, or the grace days stay free."""

    CLIFF = "cliff"
    SUBTRACTED = "subtracted"


class GraceIn(StrEnum):
    """Whether grace days are counted among the days that cost, or as calendar days after the due date."""

    LATE_DAYS = "late_days"
    CALENDAR_DAYS = "calendar_days"


class Counting(StrEnum):
    """How the loan period runs: every day, or only days the library is open."""

    CALENDAR = "calendar"
    OPEN_DAYS = "open_days"


class CardEnd(StrEnum):
    """Why a member card counts no more; IN_USE while it opens its member."""

    IN_USE = "in_use"
    LOST = "lost"
    DAMAGED = "damaged"
    CHANGED = "changed"  # the member's data changed and he got another code


@dataclass(frozen=True, slots=True)
class Library(Entity):
    id: Id
    name: str
    code: str
    address: str = ""
    phone: str = ""
    head_name: str = ""
    head_nip: str = ""
    utc_offset_min: int = 480


@dataclass(frozen=True, slots=True)
class Station(Entity):
    """One counter: the PC at the desk. Its profile chooses the tabs."""

    id: Id
    code: str
    name: str
    profile: str


@dataclass(frozen=True, slots=True)
class Rule(Entity):
    """One setting of the library, as JSON text. Its meaning and default are in `settings.py`."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class ClosedDay(Entity):
    """A dated closed day; weekly closed days are the rule `weekly_closed`."""

    on: date
    name: str
    kind: str = "local"  # national, joint, local
    source: str = ""


@dataclass(frozen=True, slots=True)
class Operator(Entity):
    id: Id
    username: str
    full_name: str
    roles: tuple[str, ...]
    password_hash: str = ""
    active: bool = True
    inactive_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class LoanPolicy(Entity):
    """Terms for one member type and one collection kind; "*" stands for every one, only where written.

    A policy is never changed in place: a new one replaces it, and loans keep the terms they were made under.
    """

    id: Id
    member_type: str = "*"
    collection_kind: str = "*"
    loan_days: int = 7
    max_titles: int = 2
    max_items: int = 2
    renewals: int = 1
    renewal_days: int = 7
    counting: Counting = Counting.CALENDAR
    fine_mode: FineMode = FineMode.NONE
    fine_per_day_rp: int = 0
    fine_cap_rp: int = 0  # 0: no cap
    suspension_per_day_days: int = 1
    suspension_cap_days: int = 0  # 0: no cap
    grace_days: int = 0
    grace_kind: GraceKind = GraceKind.CLIFF
    grace_in: GraceIn = GraceIn.LATE_DAYS
    closed_days_free: bool = True
    legal_basis: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Member(Entity):
    id: Id
    member_no: str
    full_name: str
    member_type: str
    sex: str = ""
    birth_on: date | None = None
    birth_place: str = ""
    identity_type: str = ""
    identity_sealed: bytes | None = None  # AES-GCM; never plain in the database
    identity_index: bytes | None = None  # HMAC, to find a person twice without reading the number
    phone: str = ""
    email: str = ""
    address: str = ""
    institution: str = ""
    education: str = ""
    job: str = ""
    registered_on: date | None = None
    valid_until: date | None = None  # None: for life
    suspended_until: date | None = None
    note: str = ""
    pending: bool = False
    left: bool = False
    merged_into: Id | None = None  # a record made twice: everything goes on under this one
    erased: bool = False  # at the person's request or by retention; only numbers and loans remain
    changed_at: datetime | None = None
    changed_by: Id | None = None
    changed_station: Id | None = None
    village: str = ""  # kelurahan or desa of the address; its street, RT and RW are in `address`
    district: str = ""  # kecamatan
    city: str = ""  # kabupaten or kota
    province: str = ""
    postcode: str = ""
    address_now: str = ""  # where he lives, when not at the address of his identity; all empty: the same
    village_now: str = ""
    district_now: str = ""
    city_now: str = ""
    province_now: str = ""
    postcode_now: str = ""
    guardian_name: str = ""
    guardian_relation: str = ""
    guardian_phone: str = ""
    emergency_name: str = ""
    emergency_phone: str = ""
    school_class: str = ""
    form_no: str = ""
    photo: str = ""  # SHA-256 of the sealed file, hex
    photo_consent: bool = False
    notice_version: str = ""  # of the privacy notice he agreed to
    consented_on: date | None = None
    endorsed_by: str = ""  # who vouches for the form: RT, school, office
    endorsed_on: date | None = None
    suspended_why: str = ""
    cleared_on: date | None = None  # the day of his clearance letter
    clearance_no: str = ""


@dataclass(frozen=True, slots=True)
class MemberCard(Entity):
    """A card and the code on it. A member without any is opened by his number; an ended one opens nobody."""

    id: Id
    member_id: Id
    code: str
    issued_on: date
    end: CardEnd = CardEnd.IN_USE
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class CardPrint(Entity):
    """A card that left the printer: the reprint log."""

    id: Id
    member_id: Id
    code: str
    design: str
    reason: str  # first, renewed, lost, damaged, misprint
    printed_on: date
    station_id: Id | None = None
    operator_id: Id | None = None
    spoilt: str = ""  # why it could not be handed out: ribbon, smeared, crooked, content, other


@dataclass(frozen=True, slots=True)
class Biblio(Entity):
    id: Id
    title: str
    responsibility: str = ""
    authors: tuple[str, ...] = ()
    edition: str = ""
    isbn: str = ""
    publisher: str = ""
    publish_place: str = ""
    publish_year: str = ""
    collation: str = ""
    series: str = ""
    call_number: str = ""
    ddc_class: str = ""
    language: str = ""
    material: str = ""
    subjects: tuple[str, ...] = ()
    note: str = ""
    source_key: str = ""


@dataclass(frozen=True, slots=True)
class Item(Entity):
    """One copy (eksemplar). `loan_id` points at its open loan, so that one look by key says whether it is out.

    `seen_at`: when a desk last had it in hand. A loan that is heard of later but was made before is over.
    """

    id: Id
    biblio_id: Id
    barcode: str
    accession_no: str = ""
    call_number: str = ""
    collection_kind: str = "umum"
    location: str = ""
    status: ItemStatus = ItemStatus.AVAILABLE
    price_rp: int | None = None
    source: str = ""
    received_on: date | None = None
    note: str = ""
    loan_id: Id | None = None
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Loan(Entity):
    id: Id
    member_id: Id
    item_id: Id
    biblio_id: Id
    policy_id: Id
    lent_on: date
    lent_at: datetime
    due_on: date
    renewals: int = 0
    end: LoanEnd = LoanEnd.OPEN
    ended_on: date | None = None
    ended_at: datetime | None = None
    station_id: Id | None = None  # where and by whom it was lent
    operator_id: Id | None = None
    merged_into: Id | None = None
    moved_from: Id | None = None  # the record that it was lent to, merged into his since


@dataclass(frozen=True, slots=True)
class Charge(Entity):
    """Money a member owes: a fine, a lost or damaged book. Paying is the cash desk's business."""

    id: Id
    member_id: Id
    kind: str  # fine, lost, damaged; form_fee, card_fee, renewal_fee, replacement_fee
    amount_rp: int
    raised_on: date
    loan_id: Id | None = None
    item_id: Id | None = None
    settled_rp: int = 0
    cancelled: bool = False
    moved_from: Id | None = None
    legal_basis: str = ""  # of a fee: the regulation its amount comes from


@dataclass(frozen=True, slots=True)
class Visit(Entity):
    id: Id
    kind: str  # member
    entered_at: datetime
    on: date
    purpose: str = ""
    member_id: Id | None = None
    source: str = "desk"


@dataclass(frozen=True, slots=True)
class Case(Entity):
    """Something `apply` booked although the books contradicted it; a person looks at it in "Perlu diputuskan"."""

    id: Id
    cls: str
    severity: str  # info, low, medium, high
    entity: str
    event_id: Id
    opened_at: datetime
    detail: str = ""  # JSON: ids and values the sentence needs
    closed: bool = False
    station_id: Id | None = None  # the desk whose event opened it
    operator_id: Id | None = None
    choice: str = ""
    decision_note: str = ""
    decided_by: str = ""  # user name
    resolved_at: datetime | None = None


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
)


def key_field(kind: type[Entity]) -> str:
    """Name of the key: always the first field."""
    return str(kind.__match_args__[0])  # type: ignore[attr-defined]


def key_of(entity: Entity) -> str:
    value = getattr(entity, key_field(type(entity)))
    return value.isoformat() if isinstance(value, date) else str(value)
