"""The NIK: sixteen digits that tell where and when a number was given, the birth date and the sex.

PPKKCC DDMMYY SSSS: province, regency or city, district; the birth date, for a woman its day + 40; a serial number from
0001. The number never changes, even when the birth date or the sex in it is wrong (PP 40/2019, article 30): what does
not fit the person is pointed out and never refused. Only the shape is checked, nobody is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from loket.domain.errors import InvalidInput

DIGITS = 16
WOMAN_DAYS = 40
_PROVINCES = (
    *range(11, 20),
    21,
    *range(31, 37),
    *range(51, 54),
    *range(61, 66),
    *range(71, 77),
    81,
    82,
    *range(91, 97),
)
PROVINCES = frozenset(str(code) for code in _PROVINCES)
"""Province codes of the home ministry that were given so far, also those of the provinces of Papua made in 2022."""
_JOINTS = re.compile(r"[\s.\-\u2010-\u2015]")


@dataclass(frozen=True, slots=True)
class Nik:
    """What a well-formed number says. `sex` is "L" or "P"; `birth_on` with the century that fits today."""

    number: str
    sex: str
    birth_on: date
    province: str

    @property
    def known_province(self) -> bool:
        return self.province in PROVINCES


def read_nik(text: str, today: date, field: str = "identity_no") -> Nik:
    """The number as typed, with spaces, dots or dashes, read.

    The two digits of the year are the latest year that is not in the future: 26 is 2026, 27 is 1927, when it is 2026.
    Raises InvalidInput: `nik_digits` (not sixteen digits), `nik_placeholder` (all alike, or nines for want of a
    number), `nik_date` (no such day), `nik_serial` (0000).
    """
    number = _JOINTS.sub("", text)
    if len(number) != DIGITS or not (number.isascii() and number.isdigit()):
        raise InvalidInput(field, "nik_digits", digits=DIGITS, found=len(number))
    if len(set(number)) == 1 or number.startswith("9999"):
        raise InvalidInput(field, "nik_placeholder")
    day, month, year = int(number[6:8]), int(number[8:10]), int(number[10:12])
    sex = "P" if day > WOMAN_DAYS else "L"
    try:
        birth_on = _birth(day - WOMAN_DAYS if sex == "P" else day, month, year, today)
    except ValueError:
        raise InvalidInput(field, "nik_date", written=number[6:12]) from None
    if number[12:] == "0000":
        raise InvalidInput(field, "nik_serial")
    return Nik(number, sex, birth_on, number[:2])


def _birth(day: int, month: int, year: int, today: date) -> date:
    """The day in the latest century that does not make it a day to come. Raises ValueError: no such day."""
    century = today.year // 100 * 100
    for base in (century, century - 100):
        if (base + year, month, day) <= (today.year, today.month, today.day):
            return date(base + year, month, day)
    raise ValueError(year)


def odd_codes(nik: Nik, sex: str, birth_on: date | None) -> tuple[str, ...]:
    """What does not fit the person as the form has him: `nik_sex`, `nik_birth`, `nik_region`. Pointed out, no more."""
    odd = []
    if sex and sex != nik.sex:
        odd.append("nik_sex")
    if birth_on is not None and (birth_on.day, birth_on.month, birth_on.year % 100) != (
        nik.birth_on.day,
        nik.birth_on.month,
        nik.birth_on.year % 100,
    ):
        odd.append("nik_birth")
    if not nik.known_province:
        odd.append("nik_region")
    return tuple(odd)
