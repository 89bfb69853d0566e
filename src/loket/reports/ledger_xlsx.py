"""A book of money as a workbook: real dates and numbers, amounts as rupiah, and sums that calculate.

Every sum and running balance is a formula; its value goes along for programs that do not calculate.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from loket.domain.entities import Library
from loket.reports.ledger import Cell, Column, Kind, Ledger, Line
from loket.reports.letterhead import Letterhead, spaced_nip

RUPIAH = '"Rp"#,##0;[Red]\\("Rp"#,##0\\);"Rp"0'
COUNT = "#,##0"
DAY = "dd-mm-yyyy"
A4 = 9
MM_PER_CHARACTER = 2.0  # of a column's width
LEAST = {Kind.RUPIAH: 16, Kind.BALANCE: 16, Kind.DAY: 12, Kind.COUNT: 9}  # characters: no amount becomes "####"
SHEET_NAME_LONGEST = 31
UNDATED = date(1980, 1, 1)  # the first day a file in an archive can bear


def ledgers_xlsx(ledgers: Sequence[Ledger], library: Library, head: Letterhead, signed_on: date = UNDATED) -> bytes:
    """Each book on a sheet of its own, named as the book says. Made from its arguments alone: no clock is read.

    `signed_on`: the day the file says it was made on.
    """
    out = io.BytesIO()
    options = {"in_memory": True} | {f"strings_to_{kind}": False for kind in ("formulas", "numbers", "urls")}
    book = xlsxwriter.Workbook(out, options)
    about = {"title": ledgers[0].title, "author": library.name, "comments": "Loket"}
    book.set_properties(about | {"created": datetime.combine(signed_on, time())})
    looks = _looks(book)
    for ledger in ledgers:
        _Sheet(book, looks, ledger, library, head).write()
    book.close()
    return out.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    cell = {"border": 4, "border_color": "#9AA0A6", "valign": "top", "font_size": 10}
    strong = {"border": 1, "border_color": "#5B616B", "bold": True, "bg_color": "#F1F1EF", "font_size": 10}
    looks: dict[str, dict[str, Any]] = {
        "agency": {"align": "center", "font_size": 11},
        "name": {"align": "center", "bold": True, "font_size": 13},
        "small": {"align": "center", "font_size": 9, "font_color": "#5B616B"},
        "title": {"align": "center", "bold": True, "font_size": 13},
        "subtitle": {"align": "center", "font_size": 11},
        "head": strong | {"text_wrap": True, "align": "center", "valign": "vcenter"},
        "text": cell | {"text_wrap": True},
        "centred": cell | {"align": "center", "text_wrap": True},
        "day": cell | {"align": "center", "num_format": DAY},
        "count": cell | {"num_format": COUNT},
        "rupiah": cell | {"num_format": RUPIAH},
        "sum_text": strong | {"align": "right"},
        "sum_count": strong | {"num_format": COUNT},
        "sum_rupiah": strong | {"num_format": RUPIAH},
        "plain": {"font_size": 10},
        "plain_rupiah": {"font_size": 10, "num_format": RUPIAH},
        "closing": {"font_size": 10, "bold": True},
        "closing_rupiah": {"font_size": 10, "bold": True, "top": 1, "num_format": RUPIAH},
        "sign": {"font_size": 10, "align": "center"},
        "signed": {"font_size": 10, "align": "center", "bold": True, "underline": 1},
    }
    for name in ("text", "centred", "day", "count", "rupiah"):
        looks[f"{name}_bold"] = looks[name] | {"bold": True}
    return {name: book.add_format(look) for name, look in looks.items()}


class _Sheet:
    """One book, written from the top down."""

    def __init__(self, book: Any, looks: dict[str, Any], ledger: Ledger, library: Library, head: Letterhead) -> None:
        self._looks, self._ledger, self._library, self._head = looks, ledger, library, head
        self._sheet = book.add_worksheet(ledger.sheet[:SHEET_NAME_LONGEST])
        self._row = 0
        self._last = max(1, len(ledger.columns) - 1)
        self._places = {column.key: place for place, column in enumerate(ledger.columns)}
        self._cells: dict[str, str] = {}  # where each sum and closing figure stands

    def write(self) -> None:
        self._front()
        head_at = self._row
        self._heads()
        first = self._row
        self._lines(first)
        self._sums(first)
        self._closing()
        for note in self._ledger.notes:
            self._sheet.write_string(self._row, 0, note, self._looks["plain"])
            self._row += 1
        self._signatures()
        self._paper(head_at, first)

    def _front(self) -> None:
        library = self._library
        contact = " · ".join(part for part in (library.address, library.phone) if part)
        for text, look in (
            (self._head.agency.upper(), "agency"),
            (library.name.upper(), "name"),
            (contact, "small"),
            ("", "small"),
            (self._ledger.title.upper(), "title"),
            (self._ledger.subtitle, "subtitle"),
        ):
            if text or look == "small":
                self._across(0, self._last, text, look)
                self._row += 1
        for label, value in self._ledger.facts:
            self._sheet.write_string(self._row, 0, f"{label}: {value}", self._looks["plain"])
            self._row += 1
        self._row += 1

    def _across(self, first: int, last: int, text: str, look: str) -> None:
        if last > first:
            self._sheet.merge_range(self._row, first, self._row, last, "", self._looks[look])
        self._sheet.write_string(self._row, first, text, self._looks[look])

    def _heads(self) -> None:
        columns = self._ledger.columns
        two = any(column.group for column in columns)
        for place, column in enumerate(columns):
            self._sheet.set_column(place, place, max(LEAST.get(column.kind, 5), column.width / MM_PER_CHARACTER))
            if two and not column.group:
                self._sheet.merge_range(self._row, place, self._row + 1, place, "", self._looks["head"])
                self._sheet.write_string(self._row, place, column.title, self._looks["head"])
            else:
                self._sheet.write_string(self._row + two, place, column.title, self._looks["head"])
        if two:
            self._groups(columns)
        self._row += 1 + two

    def _groups(self, columns: Sequence[Column]) -> None:
        place = 0
        while place < len(columns):
            last = place
            while last + 1 < len(columns) and columns[last + 1].group == columns[place].group:
                last += 1
            if columns[place].group:
                self._across(place, last, columns[place].group, "head")
            place = last + 1

    def _lines(self, first: int) -> None:
        for line in self._ledger.lines:
            for place, (column, cell) in enumerate(zip(self._ledger.columns, line.cells, strict=True)):
                self._cell(column, place, cell, line, is_first=self._row == first)
            self._row += 1
        if not self._ledger.lines:
            self._across(0, self._last, self._ledger.empty, "centred")
            self._row += 1

    def _cell(self, column: Column, place: int, cell: Cell, line: Line, *, is_first: bool) -> None:
        look = self._looks[_look_of(column) + "_bold" * line.stands_out]
        is_opening = column.kind is Kind.BALANCE and is_first
        if (column.plus or column.minus) and not is_opening:
            self._sheet.write_formula(self._row, place, self._made_of(column, place), look, cell)
        elif isinstance(cell, date):
            self._sheet.write_datetime(self._row, place, datetime.combine(cell, time()), look)
        elif isinstance(cell, int):
            self._sheet.write_number(self._row, place, cell, look)
        elif cell:
            self._sheet.write_string(self._row, place, cell, look)
        else:
            self._sheet.write_blank(self._row, place, None, look)

    def _made_of(self, column: Column, place: int) -> str:
        """The balance above, raised and lowered by this line; of an amount, the sum of its parts in the line."""
        moved = [("+", key) for key in column.plus] + [("-", key) for key in column.minus]
        parts = "".join(f"{sign}{xl_rowcol_to_cell(self._row, self._places[key])}" for sign, key in moved)
        above = xl_rowcol_to_cell(self._row - 1, place) if column.kind is Kind.BALANCE else ""
        return "=" + (above + parts).removeprefix("+")

    def _sums(self, first: int) -> None:
        if not self._ledger.has_sums:
            return
        sums, columns = self._ledger.sums(), self._ledger.columns
        start = next(place for place, column in enumerate(columns) if column.is_summed)
        if start:
            self._across(0, start - 1, self._ledger.total, "sum_text")
        for place, column in enumerate(columns[start:], start):
            if column.is_summed:
                name = xl_col_to_name(place)
                formula = f"=SUM({name}{first + 1}:{name}{self._row})"
                look = self._looks[f"sum_{_look_of(column)}"]
                self._sheet.write_formula(self._row, place, formula, look, sums[column.key])
                self._cells[column.key] = xl_rowcol_to_cell(self._row, place)
            elif column.kind is Kind.BALANCE and self._ledger.lines:
                value = self._ledger.lines[-1].cells[place]
                cell = f"={xl_rowcol_to_cell(self._row - 1, place)}"
                self._sheet.write_formula(self._row, place, cell, self._looks["sum_rupiah"], value)
            else:
                self._sheet.write_blank(self._row, place, None, self._looks["sum_text"])
        self._row += 1

    def _closing(self) -> None:
        if not self._ledger.closing:
            return
        self._row += 1
        place = self._closing_place()
        for figure in self._ledger.closing:
            look = "closing" if figure.is_sum else "plain"
            self._sheet.write_string(self._row, 0, "      " * figure.indented + figure.label, self._looks[look])
            rupiah = self._looks[f"{look}_rupiah"]
            parts = [f"{part[0]}{self._cells[part[1:]]}" for part in figure.of if part[1:] in self._cells]
            if parts:
                formula = "=" + "".join(parts).removeprefix("+")
                self._sheet.write_formula(self._row, place, formula, rupiah, figure.amount_rp)
            else:
                self._sheet.write_number(self._row, place, figure.amount_rp, rupiah)
            self._cells[figure.key] = xl_rowcol_to_cell(self._row, place)
            self._row += 1
        self._row += 1

    def _closing_place(self) -> int:
        """The first column right of the words that is wide enough for an amount."""
        width = 0.0
        for place, column in enumerate(self._ledger.columns):
            if width >= 60 and column.width >= 20:
                return place
            width += column.width
        return self._last

    def _signatures(self) -> None:
        blocks = self._ledger.signatures
        if not blocks:
            return
        self._row += 1
        step = (self._last + 1) / max(2, len(blocks))
        offset = max(2, len(blocks)) - len(blocks)
        top = self._row
        for number, block in enumerate(blocks, offset):
            left, right = round(number * step), round((number + 1) * step) - 1
            nip = f"NIP {spaced_nip(block.nip)}" if block.nip else ""
            said = ((block.above, 0), (block.office, 1), (block.name or "(" + "." * 30 + ")", 5), (nip, 6))
            for text, down in said:
                self._row = top + down
                self._across(left, max(left, right), text, "signed" if down == 5 and block.name else "sign")
        self._row = top + 7

    def _paper(self, head_at: int, first: int) -> None:
        sheet = self._sheet
        sheet.freeze_panes(first, 0)
        sheet.repeat_rows(head_at, first - 1)
        if not self._ledger.is_upright:
            sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&8&A&R&8Halaman &P dari &N")


def _look_of(column: Column) -> str:
    return {Kind.BALANCE: "rupiah"}.get(column.kind, str(column.kind))
