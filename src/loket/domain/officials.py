"""Who signs what, and on which day: offices have holders, acting ones among them, and holders change.

Practice of signature blocks: "Mengetahui" and the higher office on the left, place, date and the maker on the right;
NIP as 8-6-1-3 digits. Plt. (pelaksana tugas) and Plh. (pelaksana harian) stand before the office.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from loket.domain.entities import Official

HEAD, SECTION_HEAD, TREASURER, MAKER = "head", "section_head", "treasurer", "maker"
OFFICES = (HEAD, SECTION_HEAD, TREASURER, MAKER)
PREFIXES = ("", "Plt.", "Plh.")


def holder(officials: Iterable[Official], office: str, on: date) -> Official | None:
    """Who held an office on a day; of several, the one who came last, an acting one before the regular one."""
    held = [one for one in officials if one.office == office and not one.retired and _held(one, on)]
    return max(held, key=lambda one: (bool(one.prefix), one.from_on or date.min, one.id), default=None)


def _held(official: Official, on: date) -> bool:
    return (official.from_on or date.min) <= on <= (official.until_on or date.max)


def printed_office(official: Official) -> str:
    """ "Plt. Kepala Seksi Layanan"."""
    return f"{official.prefix} {official.title}".strip()


def spaced_nip(nip: str) -> str:
    """A civil servant's number as it is written: birth, appointment, sex, running number. Others stay."""
    digits = re.sub(r"\s", "", nip)
    if not re.fullmatch(r"\d{18}", digits):
        return nip.strip()
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"
