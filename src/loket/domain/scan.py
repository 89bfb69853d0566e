"""What a scanner (or a hand) typed into the scan box, before anyone knows whose code it is."""

from __future__ import annotations

import re

from loket.domain.settings import CheckDigit

LONGEST_CODE = 50
_SHIFTED = str.maketrans("!@#$%^&*()_", "1234567890-")
_SHIFT_LOCK = re.compile(r"[!@#$%^&()]")  # without the star, which Code 39 has too
_CODE39 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%"


def clean(text: str) -> str:
    """The code without blanks around it and without the marks some scanners wrap it in (Code 39 stars).

    Typed with Shift Lock on, a star is an 8 and stays: cut off, it would make another book's code.
    """
    code = "".join(mark for mark in text if mark.isprintable()).strip()
    return code if _SHIFT_LOCK.search(code) else code.strip("*")


def unshifted(code: str) -> str | None:
    """What the code reads when the scanner typed with Shift Lock on ("!@#" for "123"); None when it did not."""
    turned = code.translate(_SHIFTED).swapcase()
    return turned if re.search(r"[!@#$%^&*()]", code) and re.fullmatch(r"[0-9A-Za-z./ -]+", turned) else None


def is_isbn13(code: str) -> bool:
    """A book's own EAN (978, 979) with a right check digit: not the library's label."""
    digits = code.replace("-", "")
    return bool(re.fullmatch(r"97[89]\d{10}", digits)) and passes(digits, CheckDigit.EAN13)


def passes(code: str, kind: CheckDigit) -> bool:
    """Whether the code's last character proves the ones before."""
    match kind:
        case CheckDigit.NONE:
            return True
        case CheckDigit.MOD10:
            return _all_digits(code) and len(code) > 1 and _luhn(code) == 0
        case CheckDigit.EAN13:
            return _all_digits(code) and len(code) == 13 and _ean(code) == 0
        case CheckDigit.MOD43:
            return len(code) > 1 and code.upper()[-1] == mod43(code[:-1])


def _all_digits(code: str) -> bool:
    return code.isascii() and code.isdigit()


def _luhn(code: str) -> int:
    """ISO/IEC 7812 sum, 0 when right."""
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(code)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10


def _ean(code: str) -> int:
    """GS1 sum, 0 when right."""
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(code)) % 10


def mod43(code: str) -> str:
    """Code 39 check character; "" when the code has characters Code 39 does not know."""
    if any(mark not in _CODE39 for mark in code.upper()):
        return ""
    return _CODE39[sum(_CODE39.index(mark) for mark in code.upper()) % 43]


def looks_like_name(text: str) -> bool:
    """Typed by a person who wants a member by name: letters, and no digit among them."""
    return sum(mark.isalpha() for mark in text) >= 2 and not any(mark.isdigit() for mark in text)


def looks_like_number_search(text: str) -> bool:
    """Typed digits that may begin a member number or be a phone number."""
    return len(re.sub(r"[\s+.-]", "", text)) >= 4 and bool(re.fullmatch(r"[\d\s+.-]+", text))
