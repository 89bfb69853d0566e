"""Titles and copies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from loket.domain.entities.base import Entity, Id


class ItemStatus(StrEnum):
    """Where a copy stands when it is not on loan."""

    AVAILABLE = "available"
    REPAIR = "repair"
    DAMAGED = "damaged"
    LOST = "lost"
    MISSING = "missing"
    WITHDRAWN = "withdrawn"


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
