"""Every fact at a counter, as a frozen value with all its decisions made: due date, policy, amount. Never a command.

A field marked `personal()` is kept apart in the journal, so that it can be erased later while the hash chain still
verifies (UU 27/2022); it reads as None once erased.
Changing an event that shipped: add a field with a default, or a new class; the meaning of old ones never changes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from typing import Any, ClassVar, TypeVar, dataclass_transform

from loket.domain.entities import Biblio, ClosedDay, Id, Item, Library, LoanPolicy, Station

E = TypeVar("E", bound="Event")
DOUBTFUL = "doubtful"  # the clock quality of a time nobody trusts
UNTOLD = datetime.min.replace(tzinfo=UTC)
"""In a field that older versions of an event did not have: nothing is said."""


def personal() -> Any:
    """Mark a field as personal data. Its default is None: erased."""
    return field(default=None, metadata={"personal": True})


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who, where and when. `began_at` is the action's first scan, `done_at` its end: service times come from both.

    `business_on` is the library's own date; `utc_offset_min` its zone then (WIB 420, WITA 480, WIT 540).
    `clock_quality`: "server_synced", "confirmed" by an operator, "plausible", or "doubtful".
    `corrected_at` is what the server worked out where the counter's clock was wrong; journals do not hold it.
    """

    event_id: Id
    began_at: datetime
    done_at: datetime
    business_on: date
    utc_offset_min: int
    station_id: Id
    operator_id: Id | None
    boot_id: str
    mono_ms: int
    clock_quality: str
    corrected_at: datetime | None = None

    @property
    def at(self) -> datetime:
        """When it happened, as well as anybody knows."""
        return self.corrected_at or self.done_at

    @property
    def is_sound(self) -> bool:
        """Whether its time can be held against that of other counters."""
        return self.corrected_at is None and self.clock_quality != DOUBTFUL


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events. `version` rises when an upcaster is added for older bodies."""

    version: ClassVar[int] = 1


EVENTS: dict[str, type[Event]] = {}


@dataclass_transform(frozen_default=True)
def event(cls: type[E]) -> type[E]:
    """Make a class an event: a frozen value, known by its name to every journal."""
    made: type[E] = dataclass(frozen=True, slots=True)(cls)
    EVENTS[made.__name__] = made
    return made


# ---- the library and its rules ----------------------------------------------------------------------------------


@event
class LibraryDescribed(Event):
    library: Library


@event
class StationDescribed(Event):
    station: Station


@event
class RuleSet(Event):
    key: str
    value: str
    was: str | None = None


@event
class PolicyAdopted(Event):
    policy: LoanPolicy
    replaces: Id | None = None


@event
class PolicyRetired(Event):
    policy_id: Id


@event
class ClosedDaysDeclared(Event):
    days: tuple[ClosedDay, ...]


@event
class ClosedDayWithdrawn(Event):
    on: date


@event
class ClockConfirmed(Event):
    """An operator looked at the date and said it is right."""

    claimed_on: date


# ---- people who work here ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OperatorPerson:
    full_name: str
    password_hash: str


@event
class OperatorAdded(Event):
    operator_id: Id
    username: str
    roles: tuple[str, ...]
    person: OperatorPerson | None = personal()


@event
class OperatorChanged(Event):
    operator_id: Id
    roles: tuple[str, ...]
    active: bool
    person: OperatorPerson | None = personal()


@event
class OverrideGranted(Event):
    """A supervisor let a refused action pass. Stands before the action it allows, in the same transaction."""

    override_id: Id
    supervisor_id: Id
    codes: tuple[str, ...]
    reason: str
    member_id: Id | None = None
    item_id: Id | None = None


# ---- members -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Person:
    """The personal part of a member: everything that says who he is."""

    full_name: str
    sex: str = ""
    birth_on: date | None = None
    birth_place: str = ""
    identity_type: str = ""
    identity_sealed: bytes | None = None
    identity_index: bytes | None = None
    phone: str = ""
    email: str = ""
    address: str = ""
    institution: str = ""
    education: str = ""
    job: str = ""
    note: str = ""
    village: str = ""
    district: str = ""
    city: str = ""
    province: str = ""
    postcode: str = ""
    address_now: str = ""
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
    photo: str = ""
    photo_consent: bool = False
    notice_version: str = ""
    consented_on: date | None = None
    endorsed_by: str = ""
    endorsed_on: date | None = None


@event
class MemberRegistered(Event):
    member_id: Id
    member_no: str
    member_type: str
    registered_on: date
    valid_until: date | None = None
    pending: bool = False
    person: Person | None = personal()


@event
class MemberChanged(Event):
    """Fields that changed, new and old, so that two counters' edits can be merged field by field."""

    member_id: Id
    set: dict[str, Any] = field(default_factory=dict)
    was: dict[str, Any] = field(default_factory=dict)
    person_set: dict[str, Any] | None = personal()
    person_was: dict[str, Any] | None = personal()


@event
class ApplicantAccepted(Event):
    """The form was endorsed and checked: the applicant is a member. SOP kartu-anggota steps 6-8."""

    member_id: Id
    member_no: str
    member_type: str
    accepted_on: date
    valid_until: date | None = None


@event
class ApplicantDeclined(Event):
    member_id: Id
    declined_on: date
    reason: str | None = personal()


@event
class MembershipRenewed(Event):
    """SOP perpanjangan-kartu. What changed of his data stands in a `MemberChanged` before it."""

    member_id: Id
    renewed_on: date
    valid_until: date | None
    was_valid_until: date | None = None


@event
class MemberSuspended(Event):
    """`was_until` is how long he was suspended before, as this counter knew it."""

    member_id: Id
    until: date
    was_until: date | None = None
    reason: str | None = personal()


@event
class SuspensionEnded(Event):
    member_id: Id
    ended_on: date
    was_until: date | None = None
    reason: str | None = personal()


@event
class CardIssued(Event):
    """Another card with a code of its own; the old one opens nobody from now on.

    `end` says why the old one ended (`CardEnd`). `old_card_id` names its row, new where a member was opened by his
    number alone; both are None for the first card.
    """

    card_id: Id
    member_id: Id
    code: str
    issued_on: date
    end: str = ""
    old_card_id: Id | None = None
    old_code: str = ""


@event
class CardPrinted(Event):
    """The operator saw the card come out. `spoilt`: why it could not be handed out; "": it could."""

    print_id: Id
    member_id: Id
    code: str
    design: str
    reason: str
    printed_on: date
    spoilt: str = ""


@event
class FeeRaised(Event):
    """A fee became due: form, card, renewal, replacement. SOP kartu-anggota steps 4 and 9, perpanjangan-kartu 5."""

    charge_id: Id
    member_id: Id
    kind: str
    amount_rp: int
    raised_on: date
    legal_basis: str


@event
class ClearanceIssued(Event):
    """Surat bebas pustaka: nothing is open. `leaves`: his membership ends with it."""

    member_id: Id
    letter_no: str
    issued_on: date
    leaves: bool = False


@event
class IdentityShown(Event):
    """An operator looked at the identity number in full (UU 27/2022: access is written down)."""

    member_id: Id
    reason: str


@event
class MembersMerged(Event):
    """One person had two records: the loser's open loans and charges go over to the winner."""

    winner_id: Id
    loser_id: Id


@event
class MergeUndone(Event):
    """They were two people after all: each has his record, and what came from it, again."""

    winner_id: Id
    loser_id: Id
    reason: str = ""


@event
class MemberErased(Event):
    """Everything that says who he was is gone, here and in every journal (UU 27/2022, articles 8 and 43)."""

    member_id: Id
    reason: str


@event
class MembersExported(Event):
    """Members' data left as a file (UU 27/2022: who took what, and why, is written down)."""

    count: int
    fields: tuple[str, ...]
    reason: str


# ---- catalogue ---------------------------------------------------------------------------------------------------


@event
class BiblioAdded(Event):
    biblio: Biblio


@event
class BiblioChanged(Event):
    biblio_id: Id
    set: dict[str, Any]
    was: dict[str, Any]


@event
class ItemAdded(Event):
    item: Item


@event
class ItemChanged(Event):
    item_id: Id
    set: dict[str, Any]
    was: dict[str, Any]


# ---- circulation -------------------------------------------------------------------------------------------------


@event
class ItemLent(Event):
    """SOP peminjaman step 6. `max_items` is the promised limit: the server checks it again after a week offline.

    `item_seen_at` is what this desk knew of the copy (`Item.seen_at`): had another desk it in hand since, unknown
    here, then the two are compared by time.
    """

    loan_id: Id
    member_id: Id
    item_id: Id
    biblio_id: Id
    policy_id: Id
    lent_on: date
    due_on: date
    max_items: int
    override_id: Id | None = None
    item_seen_at: datetime | None = UNTOLD


@event
class ItemReturned(Event):
    """SOP pengembalian steps 5-6, with the fine as decided by the loan's own policy."""

    loan_id: Id
    item_id: Id
    member_id: Id
    returned_on: date
    late_days: int = 0
    charge_id: Id | None = None
    fine_rp: int = 0
    suspended_until: date | None = None
    suspended_was: date | None = None


@event
class ReturnNoted(Event):
    """A copy came back that this counter did not know to be out, or did not know at all. No fine is decided here.

    `item_id` names the copy's row, new where the counter has none: the barcode finds the real one.
    """

    barcode: str
    item_id: Id
    returned_on: date


@event
class LoanRenewed(Event):
    """SOP perpanjangan-buku step 5: the book was shown."""

    loan_id: Id
    due_on: date
    was_due_on: date
    renewals: int
    override_id: Id | None = None


@event
class ItemDeclared(Event):
    """A copy's status said at the desk: lost (with its loan), damaged, found again."""

    item_id: Id
    status: str
    was: str
    note: str = ""
    loan_id: Id | None = None
    member_id: Id | None = None
    charge_id: Id | None = None
    charge_rp: int = 0
    declared_on: date | None = None


@event
class LoanUndone(Event):
    undoes: Id
    loan_id: Id
    reason: str = ""


@event
class ReturnUndone(Event):
    undoes: Id
    loan_id: Id
    item_id: Id
    member_id: Id
    charge_id: Id | None = None
    suspended_was: date | None = None
    suspended_set: date | None = None
    reason: str = ""


@event
class RenewalUndone(Event):
    undoes: Id
    loan_id: Id
    due_on: date
    renewals: int
    reason: str = ""


@event
class DeclarationUndone(Event):
    undoes: Id
    item_id: Id
    status: str
    loan_id: Id | None = None
    charge_id: Id | None = None
    reason: str = ""


@event
class VisitRecorded(Event):
    visit_id: Id
    kind: str
    entered_at: datetime
    on: date
    purpose: str = ""
    member_id: Id | None = None
    source: str = "desk"


# ---- between counters --------------------------------------------------------------------------------------------


@event
class CaseResolved(Event):
    """What a person decided where the rules could not. `choice` is one of `decisions.choices_for`, or the server's own.

    `value` is what some choices ask for, such as a date; `decided_by` is a user name.
    """

    case_id: Id
    choice: str
    note: str = ""
    value: str = ""
    decided_by: str = ""


@event
class SystemNoted(Event):
    """Something the central server saw: a clone, a fork, an event it does not know.

    Noting it again under the same `key` is the same case.
    """

    cls: str
    severity: str
    entity: str
    key: str
    detail: dict[str, Any] = field(default_factory=dict)


@event
class EventReplayed(Event):
    """The server can book an event now that it had to put aside; its place in the order is here."""

    replays: Id


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as it stands in a journal."""

    stamp: Stamp
    event: Event


def personal_fields(kind: type[Event]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind) if f.metadata.get("personal"))
