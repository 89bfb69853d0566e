"""Single values as they are written in foreign files: dates, sex, rupiah, ISBN, lists of names."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from loket.importing.codes import ProblemCode
from loket.importing.text import clean_text


class Day(NamedTuple):
    """A day read from text; `guessed_century` when the year had two digits."""

    day: date | None
    guessed_century: bool = False


_TIME = r"(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:\s*[AaPp][Mm])?(?:Z|\s*[+-]\d{2}:?\d{2})?)?"
_NO_DAY = re.compile(r"(?:0{1,4}[-/.]0{1,2}[-/.]0{1,4}|0001-01-01|1900-01-00|00/01/1900|0)" + _TIME)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _TIME)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})" + _TIME)
_NAMED = re.compile(r"(?:[^\d,]+,\s*)?(\d{1,2})[-/.\s]*([A-Za-z]{3,9})\.?[-/.,\s]*(\d{4}|\d{2})" + _TIME)
_NAMED_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})" + _TIME)
_COMPACT = re.compile(r"(1[89]\d\d|20\d\d)(\d\d)(\d\d)")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_EXCEL_EPOCH = date(1899, 12, 30)
_EARLIEST_YEAR = 1850

# Indonesian and English, in full and as abbreviated on forms; the first three letters decide, save where they differ.
_MONTHS = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7, "agu": 8, "agt": 8,
    "ags": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11, "des": 12, "dec": 12,
}  # fmt: skip


@lru_cache(maxsize=4096)
def parse_day(text: str, *, born: bool = False) -> Day:
    """A date in any of the forms met: 1945-08-17, 17-08-1945, 17/8/45, 17 Agustus 1945, 19450817, Excel's 16666.

    The day stands before the month, as everywhere in Indonesia; a date that is only possible the other way round is
    not guessed. "0000-00-00" and "" are no date. A two-digit year is 2000-2069 or 1970-1999; of a birth date it is
    2000-2029 or 1930-1999.

    Raises:
        ValueError: there is something, and it is no date.
    """
    text = clean_text(text)
    if not text or text in FILLERS or _NO_DAY.fullmatch(text):
        return Day(None)
    for form, order in _FORMS:
        if match := form.fullmatch(text):
            year, month, day = (match[group] for group in order)
            return _day(year, _month(month), int(day), born=born)
    if match := _SERIAL.fullmatch(text):
        return Day(_EXCEL_EPOCH + timedelta(days=int(match[1])))
    raise ValueError(text)


_FORMS = (
    (_YEAR_FIRST, (1, 2, 3)),
    (_DAY_FIRST, (3, 2, 1)),
    (_COMPACT, (1, 2, 3)),
    (_NAMED, (3, 2, 1)),
    (_NAMED_FIRST, (3, 1, 2)),
)


def _month(text: str) -> int:
    if not text.isalpha():
        return int(text)
    if text[:3].lower() not in _MONTHS:
        raise ValueError(text)
    return _MONTHS[text[:3].lower()]


def _day(year_text: str, month: int, day: int, *, born: bool) -> Day:
    year = int(year_text)
    guessed = len(year_text) == 2
    if guessed:
        year += 2000 if year < (30 if born else 70) else 1900
    if year < _EARLIEST_YEAR:
        raise ValueError(year_text)
    return Day(date(year, month, day), guessed)


_SEXES = {
    "L": ("l", "lk", "laki", "lakilaki", "pria", "male", "m", "putra", "1"),
    "P": ("p", "pr", "perempuan", "wanita", "female", "f", "w", "putri", "0", "2"),
}
_SEX_OF = {word: sex for sex, words in _SEXES.items() for word in words}


def parse_sex(text: str) -> str:
    """ "L", "P" or "" for nothing given. SLiMS writes 1 for a man and 0 for a woman, INLISLite 1 and 2.

    Raises:
        ValueError: a word not known for either.
    """
    word = re.sub(r"[^a-z0-9]", "", text.lower())
    if not text.strip():
        return ""
    try:
        return _SEX_OF[word]
    except KeyError:
        raise ValueError(text) from None


_AMOUNT_WORDS = re.compile(r"(?i)(?:rupiah|idr|rp)\.?|,-+$|\s")
_THOUSANDS = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_NO_CENTS = re.compile(r"(?<=\d)[.,]0{1,2}$")


def parse_rupiah(text: str) -> int | None:
    """Whole rupiah from "Rp 50.000,00", "50,000", "50000.00" or "50000"; None for nothing given.

    Raises:
        ValueError: no amount, another currency, or cents that are not nought (then it is hardly rupiah).
    """
    digits = _AMOUNT_WORDS.sub("", clean_text(text))
    if not digits:
        return None
    digits = _NO_CENTS.sub("", digits)
    if _THOUSANDS.fullmatch(digits):
        digits = digits.replace(".", "").replace(",", "")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 12:
        raise ValueError(text)
    return int(digits)


_ISBN_JOINTS = re.compile(r"[\s.\-\u2010-\u2015]")
_ISBN_FORM = re.compile(r"[0-9]{13}|[0-9]{9}[0-9X]|[0-9]{7}[0-9X]")
_ISBN_LABEL = re.compile(r"(?i)is[bs]n(?:[- ]?1[03])?\s*:?\s*")


def parse_isbn(text: str) -> tuple[str, ProblemCode | None]:
    """An ISBN or ISSN without its hyphens when its check digit is right; otherwise as written, with what is wrong.

    Of several, parted by comma, semicolon or slash, the first counts; a qualifier in brackets is dropped.
    """
    written = clean_text(text.split("(")[0])
    if not written:
        return "", None
    first = _ISBN_LABEL.sub("", written).replace(";", ",").replace("/", ",").split(",")[0]
    compact = _ISBN_JOINTS.sub("", first).upper()
    if not _ISBN_FORM.fullmatch(compact):
        return written, ProblemCode.ISBN_LENGTH
    return (compact, None) if _check_digit_right(compact) else (written, ProblemCode.ISBN_CHECK_DIGIT)


def _check_digit_right(code: str) -> bool:
    """ISO 2108 (13 digits: weights 1 and 3, modulo 10; 10 digits: modulo 11) and ISO 3297 (8 digits: modulo 11)."""
    if len(code) == 13:
        return sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(code)) % 10 == 0
    weights = range(len(code), 0, -1)
    return sum((10 if digit == "X" else int(digit)) * w for digit, w in zip(code, weights, strict=True)) % 11 == 0


_NEXT_NAME = re.compile(r">\s*<")


def split_names(text: str) -> tuple[str, ...]:
    """A SLiMS list `<A><B>`, or names parted by semicolons; empty ones and repeats dropped."""
    text = text.strip()
    listed = text.startswith("<") and text.endswith(">")
    parts = _NEXT_NAME.split(text[1:-1]) if listed else text.split(";")
    return tuple(dict.fromkeys(name for name in map(clean_text, parts) if name))


# What people and programs write where they have nothing to write.
FILLERS = frozenset({"-", "--", "---", ".", "null", "NULL", "\\N", "n/a", "N/A", "---Belum ditentukan---"})

SHEET_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"})

_KEPT_AS_TEXT = re.compile("""'(?=[0-9])(.+)|="(.*)\"""")


def as_typed(text: str) -> str:
    """A number without the mark that kept a spreadsheet from spoiling it: '0012 or ="0012"."""
    match = _KEPT_AS_TEXT.fullmatch(text)
    return match[match.lastindex or 0] if match else text


_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+?(\d{1,3})")


def lost_precision(text: str) -> bool:
    """Is this a long number as a spreadsheet mangles it (3,17E+15)? Its last digits are gone."""
    match = _SCIENTIFIC.fullmatch(text)
    return match is not None and int(match[1]) >= 8
