"""What the domain asks of the world outside, as Protocols. `app` injects the real ones, tests inject fakes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from loket.domain.entities import (
    Case,
    Charge,
    Entity,
    HandOver,
    Id,
    Item,
    Loan,
    LockerUse,
    Member,
    MemberCard,
    Payment,
    Receipt,
    Waiver,
)

E = TypeVar("E", bound=Entity)


class Clock(Protocol):
    """Wall time and time since boot. Only adapters read the machine's clock."""

    boot_id: str

    def now(self) -> datetime:
        """Aware UTC time, cut to milliseconds."""

    def mono_ms(self) -> int:
        """Milliseconds since boot; never goes back."""


class Ids(Protocol):
    def new(self) -> Id:
        """A new UUIDv7."""


class State(Protocol):
    """The tables that travel, read and written by key. One implementation in SQL, one in a dict, same results."""

    def get(self, kind: type[E], key: str) -> E | None: ...
    def put(self, entity: Entity) -> None: ...
    def drop(self, kind: type[Entity], key: str) -> None: ...
    def open_loans(self, member_id: Id) -> Sequence[Loan]:
        """Loans not yet ended, in order of their keys."""

    def items_with_barcode(self, barcode: str) -> Sequence[Item]:
        """Copies bearing this barcode, letter case ignored. More than one only after two counters clashed."""

    def members_with_no(self, member_no: str) -> Sequence[Member]: ...
    def members_with_identity(self, identity_index: bytes) -> Sequence[Member]: ...
    def members_merged_into(self, member_id: Id) -> Sequence[Member]: ...
    def open_charges(self, member_id: Id) -> Sequence[Charge]:
        """Charges neither settled in full nor cancelled."""

    def charges_of_loan(self, loan_id: Id) -> Sequence[Charge]: ...
    def cases_about(self, entity: str) -> Sequence[Case]:
        """Cases, open and closed, about one member, copy, loan or station."""

    def cards_with_code(self, code: str) -> Sequence[MemberCard]:
        """Cards bearing this code, in use or ended, letter case ignored."""

    def cards_of(self, member_id: Id) -> Sequence[MemberCard]: ...
    def loans_moved_from(self, member_id: Id) -> Sequence[Loan]:
        """Loans that went over to another record when this one was merged into it."""

    def charges_moved_from(self, member_id: Id) -> Sequence[Charge]: ...
    def credits_of(self, member_id: Id) -> Sequence[Charge]:
        """Charges on which more was paid than was due, or more given back than there was."""

    def receipts_with_number(self, number: str) -> Sequence[Receipt]:
        """Receipts bearing this number, letter case ignored."""

    def payments_of(self, receipt_id: Id) -> Sequence[Payment]: ...
    def payments_of_charge(self, charge_id: Id) -> Sequence[Payment]: ...
    def waivers_of(self, charge_id: Id) -> Sequence[Waiver]: ...
    def hand_overs_of(self, remittance_id: Id) -> Sequence[HandOver]: ...
    def open_locker_uses(self, locker_id: Id) -> Sequence[LockerUse]:
        """Uses of a locker that did not end, in order of their keys. More than one only after two counters clashed."""
