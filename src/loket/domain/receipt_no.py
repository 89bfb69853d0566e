"""How a library numbers its papers of money: a template such as "{running:5}/{kind}/{station}/{roman}/{yyyy}".

| part | what stands for it |
|---|---|
| {running} {running:4} | the number after the last one of its series, five digits unless said otherwise |
| {kind} | KW kuitansi, BK money given back, ST serah terima, STS surat tanda setoran, RK rekap |
| {station} | the counter's own part |
| {roman} {mm} {dd} | month (XI or 11) and day of the paper |
| {yyyy} {yy} | its year |

A series is one kind of one counter in one fiscal year, which is the calendar year; it has no gaps. No two papers bear
the same number: kind, counter, year and running number are in it, each to be told from what stands beside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from loket.domain.errors import InvalidInput
from loket.domain.number_parts import Part, parts_of

KW, BK, ST, STS, RK = "KW", "BK", "ST", "STS", "RK"
KINDS = (KW, BK, ST, STS, RK)
RUNNING_DIGITS = 5
LEAST_DIGITS, MOST_DIGITS = 3, 9
LONGEST = 40  # of a template filled in: it is printed as a bar code
SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # nothing that is read as something else
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
FIELD = "receipt_no_format"
_LENGTHS = {"kind": 3, "station": 12, "roman": 4, "mm": 2, "dd": 2, "yyyy": 4, "yy": 2}  # at most
_FIXED = frozenset({"mm", "dd", "yyyy", "yy"})


@dataclass(frozen=True, slots=True)
class ReceiptForm:
    """A checked template."""

    parts: tuple[Part, ...]


def read_receipt_format(template: str) -> ReceiptForm:
    """The template, checked. Raises InvalidInput("receipt_no_format", code):

    `format_part` (a part nobody knows), `format_letters` (signs that no bar code carries), `format_running`,
    `format_station`, `format_kind` (missing, or twice), `format_year` (no year, or two), `format_width` (of the running
    number), `format_apart` (two parts with no sign between them that neither can end in), `format_too_long`.
    """
    parts = parts_of(template, FIELD, _named)
    names = [part.name for part in parts]
    demand_one(names, ("running",), "format_running")
    demand_one(names, ("station",), "format_station")
    demand_one(names, ("kind",), "format_kind")
    demand_one(names, ("yyyy", "yy"), "format_year")
    if not _told_apart(parts):
        raise InvalidInput(FIELD, "format_apart")
    if sum(part.width or _LENGTHS.get(part.name, len(part.text)) for part in parts) > LONGEST:
        raise InvalidInput(FIELD, "format_too_long", longest=LONGEST)
    return ReceiptForm(parts)


def demand_one(names: Sequence[str], either: Sequence[str], code: str, field: str = FIELD) -> None:
    """One of these parts, once. Raises InvalidInput(field, code)."""
    if sum(names.count(name) for name in either) != 1:
        raise InvalidInput(field, code)


def _named(name: str, width: int) -> Part:
    if name == "running":
        width = width or RUNNING_DIGITS
        if not LEAST_DIGITS <= width <= MOST_DIGITS:
            raise InvalidInput(FIELD, "format_width", least=LEAST_DIGITS, most=MOST_DIGITS)
        return Part(name, width=width)
    if name not in _LENGTHS or width:
        raise InvalidInput(FIELD, "format_part", part=f"{{{name}}}")
    return Part(name)


def _told_apart(parts: Sequence[Part]) -> bool:
    """Beside a part whose length can differ stands a dot, a slash or a dash, or nothing at all."""
    for left, right in pairwise(parts):
        if not left.name and right.name and right.name not in _FIXED and left.text[-1].isalnum():
            return False
        if left.name and left.name not in _FIXED and (right.name or right.text[0].isalnum()):
            return False
        if left.name in _FIXED and right.name and right.name not in _FIXED:
            return False
    return True


# ---- numbers ------------------------------------------------------------------------------------------------------


def series(kind: str, station_part: str, year: int) -> str:
    """What a running number counts in: "KW/L1/2026"."""
    return f"{kind}/{station_part}/{year}"


def number_of(form: ReceiptForm, kind: str, station_part: str, running: int, on: date) -> str:
    """The number as it is printed: "00017/KW/L1/XI/2026". A running number too long for its width keeps its digits."""
    values = {
        "kind": kind,
        "station": station_part,
        "roman": roman(on.month),
        "mm": f"{on.month:02d}",
        "dd": f"{on.day:02d}",
        "yyyy": f"{on.year:04d}",
        "yy": f"{on.year % 100:02d}",
    }
    return "".join(
        f"{running:0{part.width}d}" if part.name == "running" else values[part.name] if part.name else part.text
        for part in form.parts
    )


def roman(month: int) -> str:
    """A month, 1 to 12, as official letters write it."""
    return ROMAN[month - 1]


def life_letter(place: int) -> str:
    """What tells one life of a counter's database from the next: "", then B, C … Z, AA, AB …; `place` counts from 0."""
    if place == 0:
        return ""
    letters = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def with_life(station: str, place: int, stream_id: str) -> str:
    """A counter's part: "L1", and "L1-B7Q" in its second life. No counter's own part has a dash.

    The two signs after the letter come from the stream's id: of a copied or restored database several second lives
    may go on side by side, each taking itself for the only one.
    """
    letter = life_letter(place)
    if not letter:
        return station
    told = int.from_bytes(hashlib.sha256(stream_id.encode()).digest()[:4], "big")
    return f"{station}-{letter}{SIGNS[told % len(SIGNS)]}{SIGNS[told // len(SIGNS) % len(SIGNS)]}"
