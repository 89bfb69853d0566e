"""The main class of a call number, as Indonesian loan recaps count it: ten DDC classes, 2X, fiction, reference.

2X is the Indonesian extension of DDC for Islam and has its own row; 297 stays with 200, as the library classed it.
"""

from __future__ import annotations

import re

UNCLASSED = ""
FICTION = "F"
REFERENCE = "R"
ISLAM = "2X"

CLASS_NAMES = {
    "000": "Karya umum",
    "100": "Filsafat dan psikologi",
    "200": "Agama",
    "300": "Ilmu sosial",
    "400": "Bahasa",
    "500": "Ilmu murni",
    "600": "Ilmu terapan",
    "700": "Kesenian dan olahraga",
    "800": "Kesusastraan",
    "900": "Sejarah dan geografi",
    ISLAM: "Islam",
    FICTION: "Fiksi",
    REFERENCE: "Referensi",
}
UNTOLD = "Klas belum diketahui"

_SEPARATORS = re.compile(r"[\s/\-\[\](),;:]+")
_CLASS_NUMBER = re.compile(r"(\d)\d\d(?!\d)")  # three digits lead; "2019" is a year, "81" a damaged number
_FICTION_MARKS = frozenset({"F", "FIK", "FIKSI", "FIC", "FICTION"})
_REFERENCE_MARKS = frozenset({"R", "REF", "REFERENSI", "REFERENCE"})
_MARKS_BEFORE_CLASS = 2  # "T F KAK s", "A 813 KAN k": how many shelf marks may precede the class


def main_class(call_or_class: str) -> str:
    """Return "000" … "900", "2X", "F" (fiction), "R" (reference) or "" where no class can be told.

    Takes a call number ("813 SUR l", "R 413 KAM k", "2X4.3 HAM t", "F SUR l", "A/398.2/DAM/p") or a bare class
    number. Shelf marks before the class are passed over; what stands first decides. Numbers that lost their leading
    zeros in a spreadsheet ("5.133") are not guessed.
    """
    tokens = [token for token in _SEPARATORS.split(call_or_class.upper()) if token]
    for token in tokens[: _MARKS_BEFORE_CLASS + 1]:
        found = _class_of(token)
        if found:
            return found
    return UNCLASSED


def _class_of(token: str) -> str:
    mark = token.rstrip(".")
    if mark in _REFERENCE_MARKS:
        return REFERENCE
    if mark in _FICTION_MARKS:
        return FICTION
    if token.startswith(ISLAM):
        return ISLAM
    number = _CLASS_NUMBER.match(token)
    return f"{number[1]}00" if number else UNCLASSED


def class_name(ddc_class: str) -> str:
    """ "800 Kesusastraan", "R Referensi"; what is not classed is said to be so."""
    if ddc_class == UNCLASSED:
        return UNTOLD
    return f"{ddc_class} {CLASS_NAMES.get(ddc_class, '')}".strip()
