"""Which locker comes next, which is overdue, what a bank of them looks like. Source: SOP penitipan-barang."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta

from loket.domain.entities import Locker, LockerUse
from loket.domain.errors import InvalidInput
from loket.domain.folding import code_key
from loket.domain.house_codes import LOCKER_NUMBER, read_daily, read_tag
from loket.domain.settings import Settings

MOST_IN_BANK, MOST_COLUMNS, MOST_ROWS = 300, 40, 99
LONGEST_BANK, LONGEST_TAG = 40, 40
_PARTS = re.compile(r"(\d+)")
_NUMBERED = re.compile(r"([A-Z]*?)(\d+)")


def is_overdue(use: LockerUse, now: datetime, settings: Settings, today: date) -> bool:
    """Are the things in it longer than they may be? `today` is the library's date; things never stay overnight."""
    hours = settings.locker_hours
    return use.on < today or (hours > 0 and now - use.taken_at > timedelta(hours=hours))


def number_order(number: str) -> tuple[tuple[int, int, str], ...]:
    """As a person counts: 2 before 10, A2 before A10, B1 after A10."""
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in _PARTS.split(number) if part)


def board_order(locker: Locker) -> tuple[str, int, int, tuple[tuple[int, int, str], ...]]:
    """As one walks along the banks."""
    return locker.bank.casefold(), locker.row, locker.column, number_order(locker.number)


def next_free(lockers: Iterable[Locker], taken: Collection[str]) -> Locker | None:
    """The first locker of the board that may be given out; `taken`: keys of those with things in them."""
    free = [one for one in lockers if not (one.retired or one.out_of_order or one.id in taken)]
    return min(free, key=board_order, default=None)


def find_number(lockers: Sequence[Locker], text: str) -> Locker | None:
    """The locker somebody means who typed this: "a1" for A1, and 07 for 7 where no other is called so."""
    wanted = tidy_number(text)
    exact = [one for one in lockers if one.number == wanted]
    same = exact or [one for one in lockers if number_order(one.number) == number_order(wanted)]
    return same[0] if wanted and len(same) == 1 else None


# ---- what may be written about a locker ----------------------------------------------------------------------------


def tidy_number(text: str) -> str:
    return "".join(text.split()).upper()


def check_number(field: str, text: str) -> str:
    """A number as it is painted on: up to six letters and digits. Raises InvalidInput(field, `locker_number`)."""
    number = tidy_number(text)
    if LOCKER_NUMBER.fullmatch(number) is None:
        raise InvalidInput(field, "locker_number")
    return number


def bank_numbers(first: str, last: str) -> tuple[str, ...]:
    """From "A01" to "A24": the numbers of a bank, as many digits as the first has.

    Raises InvalidInput: "first", "last" (`locker_number`), "last" (`locker_range`: not after the first, or of other
    letters; `locker_range_long`).
    """
    letters, begin, width = _numbered("first", first)
    other, end, _ = _numbered("last", last)
    if other != letters or end < begin:
        raise InvalidInput("last", "locker_range")
    if end - begin >= MOST_IN_BANK:
        raise InvalidInput("last", "locker_range_long", most=MOST_IN_BANK)
    return tuple(check_number("last", f"{letters}{number:0{width}d}") for number in range(begin, end + 1))


def _numbered(field: str, text: str) -> tuple[str, int, int]:
    found = _NUMBERED.fullmatch(check_number(field, text))
    if found is None:
        raise InvalidInput(field, "locker_number")
    return found[1], int(found[2]), len(found[2])


def check_tag_code(text: str) -> str:
    """The code of a fixed tag; "" for none. Raises InvalidInput("tag_code"): `text_too_long`, `locker_tag_form`.

    It must not look like a tag or slip that Loket prints: what is scanned would be taken for that.
    """
    code = text.strip()
    if len(code) > LONGEST_TAG:
        raise InvalidInput("tag_code", "text_too_long", longest=LONGEST_TAG)
    if code and (not code.isprintable() or read_tag(code) is not None or read_daily(code) is not None):
        raise InvalidInput("tag_code", "locker_tag_form")
    return code


def same_tag(one: Locker, code: str) -> bool:
    return bool(one.tag_code) and code_key(one.tag_code) == code_key(code)
