"""What the cards of members say: the members' data as text, the library's words, its logo and signature.

The words that only cards carry are files of this counter beside its designs: `texts.json` and `pictures/`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from loket.db.engine import translated
from loket.domain.cards import CARD_TITLE, FOR_LIFE, IF_FOUND, RULES, CardLibrary, CardValues
from loket.domain.entities import Id, Member
from loket.domain.errors import InvalidInput
from loket.domain.wording import long_date
from loket.services.desk import Action, Desk
from loket.services.members import card_code

CARDS_FOLDER = "cards"
TEXTS_FILE = "texts.json"
PICTURES = "pictures"
PICTURE_ENDINGS = (".png", ".jpg", ".jpeg")
LONGEST_LINE, LONGEST_RULES = 200, 2000
PhotoOf = Callable[[str], bytes | None]
CodeOf = Callable[[Action, Member], str]


@dataclass(frozen=True, slots=True)
class CardTexts:
    """The library's words that stand on cards only."""

    agency: str = ""
    card_title: str = CARD_TITLE
    city: str = ""
    head_title: str = "Kepala Perpustakaan"
    rules: str = RULES
    if_found: str = IF_FOUND


def card_texts(cards_dir: Path) -> CardTexts:
    """The words as this counter keeps them; the usual ones where it keeps none. Raises StorageError."""
    file = cards_dir / TEXTS_FILE
    if not file.is_file():
        return CardTexts()
    with translated(file):
        text = file.read_text(encoding="utf-8", errors="replace")
    try:
        kept = json.loads(text)
    except ValueError:
        return CardTexts()
    names = {field.name for field in fields(CardTexts)}
    known = kept.items() if isinstance(kept, dict) else ()
    return CardTexts(**{name: value for name, value in known if name in names and isinstance(value, str)})


def save_card_texts(texts: CardTexts, cards_dir: Path) -> CardTexts:
    """Keep the words, trimmed. Raises InvalidInput(field, "text_too_long"), StorageError."""
    trimmed = CardTexts(**{name: _trimmed(name, value) for name, value in asdict(texts).items()})
    file = cards_dir / TEXTS_FILE
    with translated(file):
        cards_dir.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f"{TEXTS_FILE}.tmp")
        beside.write_text(json.dumps(asdict(trimmed), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        beside.replace(file)
    return trimmed


def _trimmed(name: str, value: str) -> str:
    lines = [" ".join(line.split()) for line in value.split("\n")]
    text = "\n".join(line for line in lines if line)
    longest = LONGEST_RULES if name == "rules" else LONGEST_LINE
    if len(text) > longest:
        raise InvalidInput(name, "text_too_long", longest=longest)
    return text


def picture_file(folder: Path, name: str) -> Path | None:
    """The file of a picture in a folder, by its name with or without the ending."""
    endings = ("",) if Path(name).suffix.lower() in PICTURE_ENDINGS else PICTURE_ENDINGS
    return next((file for file in (folder / f"{name}{ending}" for ending in endings) if file.is_file()), None)


def card_library(desk: Desk, cards_dir: Path) -> CardLibrary:
    """What all cards of this library say. Raises StorageError."""
    library, texts = desk.library, card_texts(cards_dir)
    return CardLibrary(
        name=library.name,
        agency=texts.agency,
        card_title=texts.card_title,
        address=library.address,
        phone=library.phone,
        city=texts.city,
        head_title=texts.head_title if library.head_name else "",
        head_name=library.head_name,
        head_no=f"NIP {library.head_nip}" if library.head_nip else "",
        rules=texts.rules,
        if_found=texts.if_found,
        logo=_picture(cards_dir, "logo"),
        signature=_picture(cards_dir, "signature"),
    )


def _picture(cards_dir: Path, name: str) -> bytes | None:
    file = picture_file(cards_dir / PICTURES, name)
    if file is None:
        return None
    with translated(file):
        return file.read_bytes()


def card_values(
    desk: Desk, member_ids: Sequence[Id], cards_dir: Path, photo_of: PhotoOf, *, code_of: CodeOf = card_code
) -> list[CardValues]:
    """The members' cards, in this order; who is not known or was erased is left out. Raises StorageError.

    `photo_of` reads a photo by the name the member keeps it under; `code_of` says what the bars hold.
    """
    library, kind = card_library(desk, cards_dir), str(desk.settings().card_code_kind)
    with desk.view() as act:
        members = [act.state.get(Member, one) for one in member_ids]
        found = [(one, code_of(act, one)) for one in members if one is not None and not one.erased]
    return [_values(member, code, library, kind, photo_of) for member, code in found]


def _values(member: Member, code: str, library: CardLibrary, kind: str, photo_of: PhotoOf) -> CardValues:
    address = (member.address, member.village, member.district, member.city)
    birth = (member.birth_place, long_date(member.birth_on) if member.birth_on else "")
    return CardValues(
        member_no=member.member_no,
        code=code,
        full_name=member.full_name,
        library=library,
        member_type=type_word(member.member_type),
        valid_until=long_date(member.valid_until) if member.valid_until else FOR_LIFE,
        registered_on=long_date(member.registered_on) if member.registered_on else "",
        birth=", ".join(part for part in birth if part),
        address=", ".join(part for part in address if part),
        phone=member.phone,
        institution=member.institution,
        school_class=member.school_class,
        photo=photo_of(member.photo) if member.photo else None,
        code_kind=kind,
    )


def type_word(member_type: str) -> str:
    """A member type as a card says it: "pelajar" is "Pelajar", "asn" is "ASN"."""
    return member_type.upper() if len(member_type) <= 3 else member_type[:1].upper() + member_type[1:]
