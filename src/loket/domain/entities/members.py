"""Members and their cards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from loket.domain.entities.base import Entity, Id


class CardEnd(StrEnum):
    """Why a member card counts no more; IN_USE while it opens its member."""

    IN_USE = "in_use"
    LOST = "lost"
    DAMAGED = "damaged"
    CHANGED = "changed"  # the member's data changed and he got another code


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
