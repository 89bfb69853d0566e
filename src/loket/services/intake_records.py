"""A foreign record as Loket's own: the values a new member, title or copy gets, and which fields an old one changes.

Empty text and None in a record mean "not given": they never erase what the library knows. Wherever the file says
something, the file counts; the dry run lists each such change before it is made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from operator import attrgetter
from typing import Any

from loket.domain.entities import Biblio, Id, Item, ItemStatus, Member
from loket.domain.events import Person
from loket.domain.folding import name_words
from loket.domain.settings import Settings
from loket.importing.records import BiblioRecord, ItemRecord, MemberRecord
from loket.services import intake_words as words
from loket.services.identity import IdentityKeys
from loket.services.intake_report import IntakeCode

Doubt = Callable[[IntakeCode, str, str], None]  # code, field, value

PERSON_FIELDS = tuple(f.name for f in fields(Person))
_PLAIN_PERSON = tuple(f.name for f in fields(MemberRecord) if f.name in PERSON_FIELDS)
_plain_person = attrgetter(*_PLAIN_PERSON)
_BIBLIO_FIELDS = tuple(f.name for f in fields(BiblioRecord) if f.name != "items")
_described = attrgetter(*_BIBLIO_FIELDS)
_ITEM_TEXTS = ("accession_no", "call_number", "location", "price_rp", "source", "received_on")


@dataclass(frozen=True, slots=True)
class Terms:
    """What turning records into rows depends on: the library's words, its keys, its date."""

    settings: Settings
    keys: IdentityKeys
    today: date


# ---- members -----------------------------------------------------------------------------------------------------


def new_member(record: MemberRecord, member_id: Id, terms: Terms, doubt: Doubt) -> Member:
    kind = _member_type(record, terms, doubt)
    if not kind:
        doubt(IntakeCode.MEMBER_TYPE_MISSING, "member_type", "")
    if record.valid_until is None:
        doubt(IntakeCode.VALID_UNTIL_MISSING, "valid_until", "")
    return Member(
        id=member_id,
        member_no=record.member_no,
        member_type=kind or words.DEFAULT_MEMBER_TYPE,
        registered_on=record.registered_on or terms.today,
        valid_until=record.valid_until,
        pending=record.pending,
        **_person(record, member_id, None, terms),
    )


def merged_member(member: Member, record: MemberRecord, terms: Terms, doubt: Doubt) -> Member:
    """The member with what the file says. His card number, state and suspensions stay as they are."""
    given = {name: value for name, value in _person(record, member.id, member.identity_index, terms).items() if value}
    return replace(
        member,
        member_type=_member_type(record, terms, doubt) or member.member_type,
        registered_on=record.registered_on or member.registered_on,
        valid_until=record.valid_until or member.valid_until,
        **given,
    )


def is_same_person(member: Member, record: MemberRecord) -> bool:
    """Whether a number both have can be one person's: another system may have given it to somebody else.

    With two different birth dates one name must contain the other; otherwise one word in common is enough.
    """
    here, there = set(name_words(member.full_name)), set(name_words(record.full_name))
    if member.birth_on and record.birth_on and member.birth_on != record.birth_on:
        return here <= there or there <= here
    return bool(here & there) or not here


def _member_type(record: MemberRecord, terms: Terms, doubt: Doubt) -> str:
    known = words.member_type(record.member_type, terms.settings.member_types)
    if known.kept:
        doubt(IntakeCode.MEMBER_TYPE_KEPT, "member_type", record.member_type)
    return known.word


def _person(record: MemberRecord, member_id: Id, known_index: bytes | None, terms: Terms) -> dict[str, Any]:
    """The personal fields. Sealing a number twice gives two texts, so only one that is not known yet is sealed."""
    given: dict[str, Any] = dict(zip(_PLAIN_PERSON, _plain_person(record), strict=True))
    if record.identity_no:
        given["identity_type"] = record.identity_type
        index = terms.keys.index(record.identity_no)
        if index != known_index:
            given["identity_index"] = index
            given["identity_sealed"] = terms.keys.seal(member_id, record.identity_no)
    return given


def person_of(member: Member) -> Person:
    return Person(**{name: getattr(member, name) for name in PERSON_FIELDS})


# ---- titles ------------------------------------------------------------------------------------------------------


def new_biblio(record: BiblioRecord, biblio_id: Id) -> Biblio:
    return Biblio(id=biblio_id, **dict(zip(_BIBLIO_FIELDS, _described(record), strict=True)))


def merged_biblio(biblio: Biblio, record: BiblioRecord) -> Biblio:
    given = {name: value for name, value in zip(_BIBLIO_FIELDS, _described(record), strict=True) if value}
    return replace(biblio, **given)


def description_hash(record: BiblioRecord) -> int:
    """Tells two descriptions of one title apart; copies do not belong to it."""
    return hash(_described(record))


# ---- copies ------------------------------------------------------------------------------------------------------


def new_item(record: ItemRecord, item_id: Id, biblio_id: Id, terms: Terms, doubt: Doubt) -> Item:
    return Item(id=item_id, biblio_id=biblio_id, barcode=record.barcode, **_copy(record, None, terms, doubt))


def merged_item(item: Item, record: ItemRecord, terms: Terms, doubt: Doubt) -> Item:
    """The copy with what the file says. While it is on loan here, its state is not the file's business."""
    return replace(item, **_copy(record, item, terms, doubt))


def _copy(record: ItemRecord, known: Item | None, terms: Terms, doubt: Doubt) -> dict[str, Any]:
    """The fields the file gives for a copy, new or known."""
    given: dict[str, Any] = {name: value for name in _ITEM_TEXTS if (value := getattr(record, name)) not in ("", None)}
    kind = _kind(record, terms, doubt)
    state = words.item_state(record.status)
    if state.reading_only:
        doubt(IntakeCode.READING_ONLY, "status", record.status)
        if (kind or (known.collection_kind if known else "")) not in terms.settings.never_lent:
            kind = words.READING_ONLY_KIND
    if state.was_on_loan:
        doubt(IntakeCode.WAS_ON_LOAN, "status", record.status)
    if state.kept:
        doubt(IntakeCode.STATUS_KEPT, "status", record.status)
        given["note"] = (known.note if known else "") or f"Status di sistem lama: {record.status}"
    if state.status is not ItemStatus.AVAILABLE and (known is None or known.loan_id is None):
        given["status"] = state.status
    if kind:
        given["collection_kind"] = kind
    return given


def _kind(record: ItemRecord, terms: Terms, doubt: Doubt) -> str:
    known = words.collection_kind(record.collection_kind, terms.settings.collection_kinds)
    if known.kept:
        doubt(IntakeCode.KIND_KEPT, "collection_kind", record.collection_kind)
    return known.word
