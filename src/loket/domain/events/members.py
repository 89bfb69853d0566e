"""Members, their cards, fees and letters."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from loket.domain.entities import Id
from loket.domain.events.base import Event, event, personal


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
