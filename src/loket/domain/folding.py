"""Folding of names, titles and codes, so that a search finds what a person means."""

from __future__ import annotations

import re
import unicodedata

TITLES = frozenset(
    """h hj kh ust ustad ustadz drs dra ir dr drg prof r rr raden pdt romo suster ns apt st spd spdi se sh ssos skom
    sip sag amd amdkep mpd msi mm mkes phd str mt msc mhum ma""".split()  # noqa: SIM905 - a list one can read
)
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_DOTTED = re.compile(r"(?<=\w)[.'’](?=\w)")


def fold(text: str) -> str:
    """Lower case, diacritics off, everything but letters and digits to single blanks."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(mark for mark in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(mark))
    return _NOT_WORD.sub(" ", plain).strip()


def name_words(full_name: str) -> list[str]:
    """The words of a name without titles and degrees ("H. Ujang S.Pd." → ujang). A name of titles only keeps them."""
    words = [fold(_DOTTED.sub("", word)).replace(" ", "") for word in re.split(r"[\s,]+", full_name)]
    words = [word for word in words if word]
    return [word for word in words if word not in TITLES] or words


def member_search(full_name: str, member_no: str, phone: str) -> str:
    """What a member is found by: name, number, and the phone number both as written and without its prefix."""
    digits = phone_digits(phone)
    return " ".join([*name_words(full_name), fold(member_no), digits, digits.removeprefix("62")]).strip()


def phone_digits(phone: str) -> str:
    """Digits with the Indonesian prefix: 0812…, +62812… and 62812… are one number."""
    digits = re.sub(r"\D", "", phone)
    return "62" + digits[1:] if digits.startswith("0") else digits


def title_search(title: str, authors: tuple[str, ...], isbn: str) -> str:
    return " ".join([fold(title), fold(" ".join(authors)), fold(isbn).replace(" ", "")]).strip()


def title_key(title: str) -> str:
    return fold(title)


def code_key(code: str) -> str:
    """What makes two codes the same: letter case and outer blanks do not count (a scanner with Caps Lock on)."""
    return code.strip().casefold()


def query_words(text: str) -> list[str]:
    """The words a person typed into a search, folded as the index is."""
    return [word for word in fold(_DOTTED.sub("", text)).split() if word not in TITLES] or fold(text).split()
