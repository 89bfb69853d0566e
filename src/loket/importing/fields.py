"""One row's cells by field name, read as values; what is odd about them is collected on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from loket.importing.codes import ProblemCode
from loket.importing.records import Problem, Record, Row
from loket.importing.text import clean_lines, clean_text, repair_mojibake
from loket.importing.values import (
    FILLERS,
    SHEET_ERRORS,
    as_typed,
    lost_precision,
    parse_day,
    parse_isbn,
    parse_rupiah,
    parse_sex,
    split_names,
)

_SHOWN_CHARACTERS = 80  # of a value in a problem
_RUPIAH = frozenset({"", "rupiah", "rp", "idr", "indonesian rupiah", "0"})


class Fields:
    """Reads the cells of one row. Asking for a field the file lacks gives "" or None.

    Args:
        line: line, sheet row or ordinal, as the operator sees it.
        cells: field name -> what stands in its cell.
        headings: field name -> the heading (or MARC field) to name in a problem.
    """

    __slots__ = ("_cells", "_headings", "line", "problems")

    def __init__(self, line: int, cells: dict[str, str], headings: Mapping[str, str] | None = None) -> None:
        self.line = line
        self.problems: list[Problem] = []
        self._cells = cells
        self._headings = headings or {}

    def doubt(self, code: ProblemCode, field: str = "", value: str = "", *, fatal: bool = False) -> None:
        column = self._headings.get(field, field)
        self.problems.append(Problem(self.line, column, code, value[:_SHOWN_CHARACTERS], fatal))

    def refuse(self, code: ProblemCode, field: str = "", value: str = "") -> None:
        self.doubt(code, field, value, fatal=True)

    def has(self, field: str) -> bool:
        return field in self._cells

    def raw(self, field: str) -> str:
        return self._cells.get(field, "")

    def change(self, field: str, how: Callable[[str], str]) -> None:
        """Put a cell right before it is read, by rules only one format has."""
        if field in self._cells:
            self._cells[field] = how(self._cells[field])

    def change_all(self, how: Callable[[str], str]) -> None:
        """As `change`, every cell."""
        for field, text in self._cells.items():
            self._cells[field] = how(text)

    def text(self, field: str) -> str:
        """One clean line. Damage that was repaired or cannot be is listed."""
        raw = self._cells.get(field)
        if not raw:
            return ""
        if raw.isascii() and raw[0] != "#":
            return raw.strip() if raw.isprintable() and "  " not in raw else clean_text(raw)
        return clean_text(self.mended(field, raw))

    def lines(self, field: str) -> str:
        """Text that may keep its line breaks."""
        raw = self._cells.get(field)
        return _unless_filler(clean_lines(self.mended(field, raw))) if raw else ""

    def optional(self, field: str) -> str:
        """One clean line; "-" and the like count as nothing given."""
        text = self.text(field)
        return "" if text in FILLERS else text

    def number(self, field: str, *, exact: bool = False) -> str:
        """A number kept as text. One whose digits a spreadsheet has lost is dropped; where `exact`, the row with it."""
        text = as_typed(self.optional(field))
        if lost_precision(text):
            self.doubt(ProblemCode.NUMBER_PRECISION_LOST, field, text, fatal=exact)
            return ""
        return text

    def day(self, field: str, *, born: bool = False, fatal: bool = False) -> date | None:
        """A date, or None with a problem when what stands there is none."""
        raw = self._cells.get(field)
        return self.checked_day(field, raw, born=born, fatal=fatal) if raw else None

    def sex(self, field: str) -> str:
        text = self.optional(field)
        try:
            return parse_sex(text)
        except ValueError:
            self.doubt(ProblemCode.SEX_UNREADABLE, field, text)
            return ""

    def rupiah(self, field: str, currency: str = "") -> int | None:
        """A price; 0 counts as not given, for that is what the old systems fill in."""
        price = self.checked_rupiah(field, self.optional(field))
        named = self.optional(currency)
        if price and named.casefold().strip(".") not in _RUPIAH:
            self.doubt(ProblemCode.PRICE_CURRENCY, field, f"{self.optional(field)} {named}")
            return None
        return price

    def isbn(self, field: str) -> str:
        return self.checked_isbn(field, self.number(field))

    def names(self, field: str) -> tuple[str, ...]:
        raw = self._cells.get(field)
        return tuple(name for name in split_names(self.mended(field, raw)) if name not in FILLERS) if raw else ()

    def row(self, record: Record | None) -> Row:
        """The row as handed on: refused when any problem is fatal."""
        refused = any(problem.fatal for problem in self.problems)
        return Row(self.line, None if refused else record, tuple(self.problems))

    # The same checks for text that stands in no cell of its own (MARC subfields).

    def checked_day(self, field: str, raw: str, *, born: bool = False, fatal: bool = False) -> date | None:
        try:
            day, guessed_century = parse_day(self.mended(field, raw), born=born)
        except ValueError:
            self.doubt(ProblemCode.DATE_UNREADABLE, field, raw.strip(), fatal=fatal)
            return None
        if guessed_century and day:
            self.doubt(ProblemCode.DATE_TWO_DIGIT_YEAR, field, f"{raw.strip()} = {day.isoformat()}")
        return day

    def checked_rupiah(self, field: str, text: str) -> int | None:
        try:
            return parse_rupiah(text) or None
        except ValueError:
            self.doubt(ProblemCode.PRICE_UNREADABLE, field, text)
            return None

    def checked_isbn(self, field: str, text: str) -> str:
        number, doubt = parse_isbn(text)
        if doubt:
            self.doubt(doubt, field, number)
        return number

    def mended(self, field: str, raw: str) -> str:
        """The text without the damage other programs did to it; every repair, and what is beyond it, is listed."""
        if raw.strip() in SHEET_ERRORS:
            self.doubt(ProblemCode.CELL_ERROR, field, raw)
            return ""
        text = repair_mojibake(raw)
        if text != raw:
            self.doubt(ProblemCode.TEXT_REPAIRED, field, clean_text(text))
        if "\ufffd" in text:
            self.doubt(ProblemCode.CHARACTER_LOST, field, clean_text(text))
        return text


def _unless_filler(text: str) -> str:
    return "" if text in FILLERS else text
