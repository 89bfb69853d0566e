"""Telephone numbers as Indonesians write them, kept in one form.

0812-3456-7890, +62 812 3456 7890, 62812…, 812… and (0380) 821234 are all fine. Numbers may be shared: many children
give a parent's.
"""

from __future__ import annotations

import re

from loket.domain.errors import InvalidInput

COUNTRY = "62"
_WRITTEN = re.compile(r"\+?[\d\s().\-/\u2010-\u2015]+")
_MOBILE = re.compile(r"8[1-9]\d{6,11}")
_LANDLINE = re.compile(r"[2-79]\d{7,10}|[2-79]\d{2}\d{4,8}")  # area code and number, without the nought
_ABROAD = re.compile(r"[1-9]\d{7,14}")


def normal_phone(text: str, field: str = "phone") -> str:
    """The number with its country: "+6281234567890"; "" stays "".

    Raises InvalidInput: `phone_form` (letters, too short, too long), `phone_area` (a landline without its area code).
    """
    written = text.strip()
    if not written:
        return ""
    if not _WRITTEN.fullmatch(written):
        raise InvalidInput(field, "phone_form")
    digits = re.sub(r"\D", "", written)
    if written.startswith("+") and not digits.startswith(COUNTRY):
        if not _ABROAD.fullmatch(digits):
            raise InvalidInput(field, "phone_form")
        return "+" + digits
    return f"+{COUNTRY}{_national(digits, field)}"


def _national(digits: str, field: str) -> str:
    """The number without country and nought."""
    if digits.startswith("0"):
        rest = digits.lstrip("0").removeprefix(COUNTRY) if digits.startswith("00") else digits[1:]
    elif digits.startswith(COUNTRY) and len(digits) > 9:
        rest = digits.removeprefix(COUNTRY).removeprefix("0")  # +62 (0)812…
    elif _MOBILE.fullmatch(digits) and len(digits) >= 9:
        rest = digits  # a spreadsheet took the nought
    elif 5 <= len(digits) <= 8:
        raise InvalidInput(field, "phone_area")
    else:
        raise InvalidInput(field, "phone_form")
    if _MOBILE.fullmatch(rest) or _LANDLINE.fullmatch(rest):
        return rest
    raise InvalidInput(field, "phone_form")


def shown_phone(text: str) -> str:
    """A kept number as it is read: 0812-3456-7890; one kept otherwise stays as it is."""
    if not re.fullmatch(rf"\+{COUNTRY}\d{{7,14}}", text):
        return text
    digits = "0" + text[3:]
    if not digits.startswith("08"):
        return digits
    return "-".join(part for part in (digits[:4], digits[4:8], digits[8:]) if part)
