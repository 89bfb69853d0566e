"""What a member card may say, as text ready to print. The identity number is not among it and never will be."""

from __future__ import annotations

from dataclasses import dataclass

CARD_TITLE = "Kartu Anggota"
RULES = (
    "1. Bawalah kartu ini setiap kali berkunjung dan meminjam.\n"
    "2. Kartu hanya untuk pemiliknya dan tidak dipinjamkan.\n"
    "3. Segera laporkan kartu yang hilang atau data yang berubah.\n"
    "4. Kartu ini milik perpustakaan."
)
IF_FOUND = "Bila menemukan kartu ini, mohon kembalikan ke perpustakaan."
FOR_LIFE = "Seumur hidup"


@dataclass(frozen=True, slots=True)
class CardLibrary:
    """What all cards of a library say. Pictures are PNG or JPEG; None where the library has none.

    `agency` stands above the library's name (its dinas); `rules` may have several lines.
    """

    name: str
    agency: str = ""
    card_title: str = ""
    address: str = ""
    phone: str = ""
    city: str = ""
    head_title: str = ""
    head_name: str = ""
    head_no: str = ""
    rules: str = ""
    if_found: str = ""
    logo: bytes | None = None
    signature: bytes | None = None


@dataclass(frozen=True, slots=True)
class CardValues:
    """What one card says. `code` stands in the bars; `code_kind` is code128 or qr; the photo is a JPEG."""

    member_no: str
    code: str
    full_name: str
    library: CardLibrary
    member_type: str = ""
    valid_until: str = ""
    registered_on: str = ""
    birth: str = ""
    address: str = ""
    phone: str = ""
    institution: str = ""
    school_class: str = ""
    photo: bytes | None = None
    code_kind: str = "code128"


MEMBER_FIELDS: tuple[str, ...] = (
    "full_name",
    "member_no",
    "code",
    "member_type",
    "valid_until",
    "registered_on",
    "birth",
    "address",
    "phone",
    "institution",
    "school_class",
)
LIBRARY_FIELDS: dict[str, str] = {  # as a design writes them, and where they stand
    "library_name": "name",
    "agency": "agency",
    "card_title": "card_title",
    "library_address": "address",
    "library_phone": "phone",
    "city": "city",
    "head_title": "head_title",
    "head_name": "head_name",
    "head_no": "head_no",
    "rules": "rules",
    "if_found": "if_found",
}


def fields_of(values: CardValues) -> dict[str, str]:
    """Every field a design may name, with its text on this card."""
    member = {name: str(getattr(values, name)) for name in MEMBER_FIELDS}
    return member | {name: str(getattr(values.library, held)) for name, held in LIBRARY_FIELDS.items()}
