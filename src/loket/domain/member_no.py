"""How a library numbers its members: a template such as "{station}-{yy}{running:5}{check}".

| part | what stands for it |
|---|---|
| {yyyy} {yy} {mm} {dd} | the day of registration |
| {station} {station:2} | the counter's own part; with a width it is filled up with noughts |
| {running} {running:6} | the number after the highest one given, five digits unless said otherwise |
| {sex} | L, P, or X where it is not known |
| {check} | a check digit over all that stands before it |

Two counters that have not heard of each other never give the same number, because each has a part of its own and that
part can be told from what stands beside it. The check digit is Luhn's (ISO/IEC 7812) over the digits; a letter counts
as its place in the alphabet plus nine, A 10 to Z 35, as on securities (ISO 6166); other signs do not count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from string import digits

from loket.domain.errors import InvalidInput
from loket.domain.number_parts import Part, parts_of
from loket.domain.scan import LONGEST_CODE

RUNNING_DIGITS = 5
LONGEST_RUNNING = 9
SEXES = "LPX"
_FIXED = {"yyyy": 4, "yy": 2, "mm": 2, "dd": 2, "sex": 1, "check": 1}
_WITH_WIDTH = ("station", "running")
FIELD = "member_no_format"


@dataclass(frozen=True, slots=True)
class NumberForm:
    """A checked template for one day and one counter."""

    parts: tuple[Part, ...]

    @property
    def running_digits(self) -> int:
        return next(part.width for part in self.parts if part.name == "running")

    @property
    def highest(self) -> int:
        """The last number there is room for."""
        return int("9" * self.running_digits)

    def prefixes(self, known: dict[str, str]) -> tuple[str, ...]:
        """What can stand before the running number: one text, or one for each sex where that comes earlier."""
        before = self.parts[: self._running_at()]
        sexes = SEXES if any(part.name == "sex" for part in before) else SEXES[0]
        return tuple("".join(_piece(part, known | {"sex": sex}) for part in before) for sex in sexes)

    def tail(self, known: dict[str, str], any_sex: str, any_digit: str) -> Iterator[tuple[str, bool]]:
        """What stands after the running number: (text, is a pattern) each."""
        for part in self.parts[self._running_at() + 1 :]:
            pattern = {"sex": any_sex, "check": any_digit}.get(part.name)
            yield (pattern, True) if pattern is not None else (_piece(part, known), False)

    def number(self, known: dict[str, str], running: int) -> str:
        """The number itself."""
        values = known | {"running": f"{running:0{self.running_digits}d}"}
        number = ""
        for part in self.parts:
            number += luhn_of(number) if part.name == "check" else _piece(part, values)
        return number

    def _running_at(self) -> int:
        return next(place for place, part in enumerate(self.parts) if part.name == "running")


def _piece(part: Part, values: dict[str, str]) -> str:
    return values[part.name] if part.name else part.text


def read_format(template: str) -> NumberForm:
    """The template, checked. Raises InvalidInput("member_no_format", code):

    `format_part` (a part nobody knows), `format_letters` (signs that no bar code carries), `format_station`,
    `format_running` (missing, or twice), `format_order` (the running number stands before the station, or the check
    digit is not the last), `format_neighbours` (the station's part cannot be told from what stands beside it),
    `format_width` (of a running number or of a station), `format_too_long`.
    """
    parts = parts_of(template, FIELD, _named)
    names = [part.name for part in parts]
    if names.count("station") != 1:
        raise InvalidInput(FIELD, "format_station")
    if names.count("running") != 1:
        raise InvalidInput(FIELD, "format_running")
    if names.index("running") < names.index("station") or "check" in names[:-1]:
        raise InvalidInput(FIELD, "format_order")
    station = names.index("station")
    if not (_begins_clear(parts[:station]) and _ends_clear(parts[station:])):
        raise InvalidInput(FIELD, "format_neighbours")
    if sum(part.width or len(part.text) for part in parts) > LONGEST_CODE - RUNNING_DIGITS:
        raise InvalidInput(FIELD, "format_too_long", longest=LONGEST_CODE)
    return NumberForm(parts)


def _named(name: str, width: int) -> Part:
    if name in _FIXED and not width:
        return Part(name, width=_FIXED[name])
    if name not in _WITH_WIDTH:
        raise InvalidInput(FIELD, "format_part", part=f"{{{name}}}")
    if name == "running":
        width = width or RUNNING_DIGITS
        if not 3 <= width <= LONGEST_RUNNING:
            raise InvalidInput(FIELD, "format_width", least=3, most=LONGEST_RUNNING)
    elif width > 12:
        raise InvalidInput(FIELD, "format_width", least=1, most=12)
    return Part(name, width=width)


def _begins_clear(before: Sequence[Part]) -> bool:
    """Where the station's part begins is the same in all numbers: whatever stands before it has a fixed length."""
    return all(part.width or not part.name for part in before)


def _ends_clear(from_station: Sequence[Part]) -> bool:
    """The station's part has a fixed length, or a sign follows that no part has, or nothing does."""
    station, *after = from_station
    return bool(station.width) or not after or (not after[0].name and not after[0].text[0].isalnum())


def known_parts(today: date, station: str, sex: str) -> dict[str, str]:
    """What every part but the running number and the check digit reads today."""
    return {
        "yyyy": f"{today:%Y}",
        "yy": f"{today:%y}",
        "mm": f"{today:%m}",
        "dd": f"{today:%d}",
        "station": station,
        "sex": sex if sex in SEXES and sex else "X",
    }


def luhn_of(body: str) -> str:
    """The check digit that follows this text. Raises nothing: signs that are neither letter nor digit do not count."""
    values = [sign if sign in digits else str(ord(sign) - ord("A") + 10) for sign in body.upper() if _counts(sign)]
    total = 0
    for place, digit in enumerate(reversed("".join(values))):
        value = int(digit) * (1 if place % 2 else 2)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def proves_itself(number: str) -> bool:
    """Whether the last digit of a number made with {check} fits the rest."""
    return len(number) > 1 and number[-1] in digits and luhn_of(number[:-1]) == number[-1]


def _counts(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def next_running(form: NumberForm, highest: int, is_taken: Callable[[int], bool]) -> int:
    """The number after the highest one that nobody has. Raises InvalidInput("member_no", "numbers_end")."""
    running = highest + 1
    while running <= form.highest and is_taken(running):
        running += 1
    if running > form.highest:
        raise InvalidInput("member_no", "numbers_end", highest=form.highest)
    return running
