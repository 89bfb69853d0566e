"""Numbers and tags that the front of the house gives out, so that a scan says what it is.

P261124-L1-003 is the third visitor's slip of a day at counter L1, F261124-L1-001 its first photocopy slip;
T12-7KQ is the tag of locker 12 for one use: the next visitor's tag is another, an old one opens nothing.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without letters that look like digits
_DAILY = re.compile(r"([PF])([0-9]{6})-([0-9A-Z-]+)-([0-9]{3,})")
_TAG = re.compile(r"T([0-9A-Z]{1,6})-([0-9A-Z]{3})")
LOCKER_NUMBER = re.compile(r"[0-9A-Z]{1,6}")


class Slip(StrEnum):
    """The letter a slip's number begins with."""

    VISITOR = "P"
    PHOTOCOPY = "F"


@dataclass(frozen=True, slots=True)
class DailyNumber:
    """A number that counts in one day at one counter."""

    slip: Slip
    on: date
    station: str
    running: int

    def __str__(self) -> str:
        return f"{daily_prefix(self.slip, self.on, self.station)}{self.running:03}"


def daily_prefix(slip: Slip, on: date, station: str) -> str:
    """What all numbers of a day at a counter begin with; its running number follows."""
    return f"{slip.value}{on:%y%m%d}-{station.upper()}-"


def read_daily(code: str) -> DailyNumber | None:
    """What a scanned slip says; None when the code is none."""
    found = _DAILY.fullmatch(code.strip().upper())
    if found is None:
        return None
    try:
        on = date.fromisoformat(f"20{found[2]}")
    except ValueError:
        return None
    return DailyNumber(Slip(found[1]), on, found[3], int(found[4]))


def locker_tag(number: str, use_id: str) -> str:
    """The tag of one use of a locker: its number, and three signs that only this use has."""
    told = int.from_bytes(hashlib.sha256(use_id.encode()).digest()[:4], "big")
    return f"T{number.upper()}-" + "".join(_SIGNS[told >> shift & 31] for shift in (0, 5, 10))


def read_tag(code: str) -> str | None:
    """The locker number on a tag; None when the code is none."""
    found = _TAG.fullmatch(code.strip().upper())
    return found[1] if found else None
