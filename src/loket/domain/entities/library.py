"""The library, its counters, its rules, and the people who work there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from loket.domain.entities.base import Entity, Id


class Role(StrEnum):
    """What an operator may do (design section 4.2 of the sync specification, desk part)."""

    CIRCULATION = "circulation"
    CATALOGUER = "cataloguer"
    CASHIER = "cashier"
    TREASURER = "treasurer"  # bendahara penerimaan
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
