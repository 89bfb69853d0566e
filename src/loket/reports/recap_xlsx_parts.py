"""What the sheets of a recap's workbook have in common: looks, the place of every figure, and tables of figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from loket.domain.periods import PeriodKind
from loket.domain.recap import TABLES, Figures, N, Section, Table, Unit
from loket.domain.recap_paper import RecapPaper, change_percent
from loket.reports.ledger_xlsx import A4, DAY, RUPIAH, SHEET_NAME_LONGEST
from loket.reports.recap_words import (
    PREVIOUS,
    TOTAL,
    YEAR_BEFORE,
    column_title,
    row_heading,
    row_title,
    section_title,
    table_title,
)

AVERAGE, CHANGE = "Rata-rata per hari buka", "Perubahan"
WHOLE, TENTHS, SHARE = '#,##0;-#,##0;"–"', '#,##0.0;-#,##0.0;"–"', "+0.0%;-0.0%;0.0%"
FIRST_COLUMN, MOST_FIRST, LEAST_WIDTH = (34, 50, 13)  # characters of a column
UPRIGHT, LENGTHWISE = (70, 46), (104, 30)  # what A4 surely holds in full size, whatever the font: characters, lines
LINE_PT = 15
SHORT = {Section.EXCEPTIONS: "Penolakan dan perkara"}  # titles too long for a tab
FIRST_TABLE = 3  # line of a section's sheet


def looks(book: Any) -> dict[str, Any]:
    cell = {"border": 4, "border_color": "#9AA0A6", "valign": "top", "font_size": 10}
    strong = {"border": 1, "border_color": "#5B616B", "bold": True, "bg_color": "#F1F1EF", "font_size": 10}
    numbers = {"count": WHOLE, "rupiah": RUPIAH, "minutes": WHOLE, "average": TENTHS, "share": SHARE}
    made: dict[str, dict[str, Any]] = {
        "agency": {"align": "center", "font_size": 11},
        "name": {"align": "center", "bold": True, "font_size": 13},
        "small": {"align": "center", "font_size": 9, "font_color": "#5B616B"},
        "title": {"align": "center", "bold": True, "font_size": 13},
        "subtitle": {"align": "center", "font_size": 11},
        "sheet": {"bold": True, "font_size": 13},
        "table": {"bold": True, "font_size": 11},
        "head": strong | {"text_wrap": True, "align": "center", "valign": "vcenter"},
        "text": cell | {"text_wrap": True},
        "centred": cell | {"align": "center"},
        "day": cell | {"align": "center", "num_format": DAY},
        "sum_text": strong | {"align": "right"},
        "plain": {"font_size": 10},
        "note": {"font_size": 10, "font_color": "#5B616B", "text_wrap": True, "valign": "top"},
        "fact": {"font_size": 10, "num_format": "#,##0", "align": "left", "text_wrap": True},
        "sign": {"font_size": 10, "align": "center"},
        "signed": {"font_size": 10, "align": "center", "bold": True, "underline": 1},
    }
    for name, number in numbers.items():
        made[name] = cell | {"num_format": number}
        made[f"sum_{name}"] = strong | {"num_format": number}
    return {name: book.add_format(look) for name, look in made.items()}


Key = tuple[str, str | None, str | None]
"""A figure by table, row and column; a total where row or column is None."""


STANDS: dict[str, Key] = {
    "visitors": ("visitors", None, "people"),
    "members_new": ("members_new", None, None),
    "members_renewed": ("members_renewed", None, None),
    "loans": ("circulation", "loans", N),
    "renewals": ("circulation", "renewals", N),
    "returns": ("circulation", "returns", N),
    "late": ("circulation", "late", N),
    "reading": ("reading_class", None, None),
    "internet": ("internet", None, "sessions"),
    "lockers": ("lockers", "taken", N),
    "copies": ("copies", None, "pages"),
    "ebooks": ("ebooks", None, None),
    "survey": ("survey", None, None),
    "cash": ("cash_account", None, None),
    "kept": ("opening", "kept", N),
}
"""Where each headline stands."""


@dataclass(slots=True)
class Workbook:
    """The sheets being written: the open book, and where each figure stands.

    `places`: the cell of a figure, as formulas of other sheets name it.
    """

    book: Any
    looks: dict[str, Any]
    paper: RecapPaper
    places: dict[Key, str] = field(default_factory=dict)
    open_days: str = ""  # the cell that holds how many days the library was open

    def sheet(self, title: str, name: str = "") -> Any:
        """A new sheet with title and period in its first two lines; `name`: on its tab, where not the title."""
        sheet = self.book.add_worksheet(sheet_name(name or title))
        sheet.write_string(0, 0, title, self.looks["sheet"])
        sheet.write_string(1, 0, self.paper.period.title(), self.looks["plain"])
        return sheet

    def heads(self, sheet: Any, row: int, texts: Sequence[str]) -> None:
        """Heads over columns, in as many lines as the longest needs in a narrow column."""
        for place, text in enumerate(texts):
            sheet.write_string(row, place, text, self.looks["head"])
        sheet.set_row(row, LINE_PT * max(1, *(ceil(len(text) / (LEAST_WIDTH - 1)) for text in texts[1:])) + 2)

    def figure(self, sheet: Any, at: tuple[int, int], key: Key, number: int, look: Any) -> None:
        """A figure that stands on another sheet; where nothing was counted there, the number itself."""
        if key in self.places:
            sheet.write_formula(*at, f"={self.places[key]}", look, number)
        else:
            sheet.write_number(*at, number, look)

    def change(self, sheet: Any, row: int, columns: tuple[int, int, int], held: tuple[int, int]) -> None:
        """By how much the first of three columns differs from the second, in the third; nothing against nought."""
        now, before = (xl_rowcol_to_cell(row, column) for column in columns[:2])
        percent = change_percent(*held)
        value = "" if percent is None else percent / 100
        sheet.write_formula(
            row, columns[2], f'=IF({before}=0,"",({now}-{before})/{before})', self.looks["share"], value
        )

    def average(self, sheet: Any, at: tuple[int, int], of: str, told: tuple[int, Unit], prefix: str = "") -> None:
        """Of the cell `of`, whose number and unit are told, for each open day. Rupiah are shown whole."""
        number, unit = told
        look = self.looks[prefix + ("rupiah" if unit is Unit.RUPIAH else "average")]
        sheet.write_formula(*at, f"={of}/MAX(1,{self.open_days})", look, number / max(1, self.paper.open_days))


def sheet_name(title: str) -> str:
    """A title without the signs that names of sheets may not hold, not longer than they may be."""
    return re.sub(r"[\[\]:*?/\\']", " ", title)[:SHEET_NAME_LONGEST].strip()


def held_against(paper: RecapPaper) -> list[tuple[str, Figures]]:
    """What is known of the period before and the same one a year earlier; of a year both are one."""
    kind = paper.period.kind
    found = [(PREVIOUS[kind], paper.previous)]
    if kind is not PeriodKind.YEAR:
        found.append((YEAR_BEFORE[kind], paper.year_before))
    return [(title, figures) for title, figures in found if figures is not None]


def reference(sheet: Any, row: int, column: int) -> str:
    """A cell as formulas of other sheets name it."""
    return f"'{sheet.get_name()}'!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"


def set_paper(sheet: Any, *, lengthwise: bool) -> None:
    """A4, with the name of the sheet and the page in the footer."""
    sheet.set_paper(A4)
    if lengthwise:
        sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.6)
    sheet.set_footer("&L&8&A&R&8Halaman &P dari &N")


def width_of(number: int, unit: Unit) -> int:
    """Characters that a number needs so that it never becomes "####"."""
    return max(LEAST_WIDTH, len(f"{number:,}") + (6 if unit is Unit.RUPIAH else 3))


# ---- the sheet of a section -----------------------------------------------------------------------------------------


class SectionSheet:
    """All tables of one section in which anything was counted, one below the other, sums as formulas."""

    def __init__(self, workbook: Workbook, section: Section) -> None:
        self._workbook, self._looks, self._figures = workbook, workbook.looks, workbook.paper.figures
        self._sheet = workbook.sheet(section_title(section), SHORT.get(section, ""))
        self._tables = [table for table in TABLES.values() if table.section is section]
        self._widths = {0: FIRST_COLUMN}

    def write(self) -> None:
        row, tops = FIRST_TABLE, []
        for table in self._tables:
            if self._figures.has(table.key):
                tops.append(row)
                row = self._write_table(table, row) + 1
        for place, width in self._widths.items():
            self._sheet.set_column(place, place, width)
        self._sheet.freeze_panes(FIRST_TABLE - 1, 1)
        self._print([*tops, row])

    def _print(self, tops: list[int]) -> None:
        """One page wide, each table whole on a page where it fits on one; `tops`: where tables begin, and the end."""
        width = sum(self._widths.values())
        lengthwise = width > UPRIGHT[0]
        across, lines = LENGTHWISE if lengthwise else UPRIGHT
        scale = min(1.0, across / width)
        set_paper(self._sheet, lengthwise=lengthwise)
        self._sheet.set_print_scale(int(scale * 100))
        self._sheet.repeat_rows(0, FIRST_TABLE - 1)
        begun, breaks, room = tops[0], [], int(lines / scale) - FIRST_TABLE
        for top, end in pairwise(tops):
            if top > begun and end - begun > room:
                breaks.append(top)
                begun = top
        self._sheet.set_h_pagebreaks(breaks)

    def _write_table(self, table: Table, row: int) -> int:
        """Returns the line below it."""
        key = table.key
        columns, lines = self._figures.columns(key), self._figures.rows(key)
        across = table.adds_across and len(columns) > 1
        self._sheet.write_string(row, 0, table_title(key), self._looks["table"])
        titles = (*(head(table, column) for column in columns), *([TOTAL] * across))
        self._workbook.heads(self._sheet, row + 1, (row_heading(key), *titles))
        first = row + 2
        for at, line in enumerate(lines, first):
            self._write_line(table, at, line, columns, across=across)
        below = first + len(lines)
        if table.adds_up:
            self._write_sums(table, (first, below), columns, across=across)
            below += 1
        return below

    def _write_line(self, table: Table, at: int, line: str, columns: tuple[str, ...], *, across: bool) -> None:
        title = row_title(table.key, line)
        self._sheet.write_string(at, 0, title, self._looks["text"])
        self._widths[0] = max(self._widths[0], min(MOST_FIRST, len(title) + 2))
        if len(title) > MOST_FIRST - 2:
            self._sheet.set_row(at, LINE_PT * ceil(len(title) / (MOST_FIRST - 4)))
        for place, column in enumerate(columns, 1):
            number = self._figures.of(table.key, line, column)
            self._sheet.write_number(at, place, number, self._look(table, column))
            self._stands(table, (line, column), number, at, place)
        if across:
            formula = f"=SUM({xl_rowcol_to_cell(at, 1)}:{xl_rowcol_to_cell(at, len(columns))})"
            number = self._figures.row_total(table.key, line)
            self._sheet.write_formula(at, len(columns) + 1, formula, self._look(table), number)
            self._stands(table, (line, None), number, at, len(columns) + 1)
        elif len(columns) == 1:
            self._stands(table, (line, None), 0, at, 1)

    def _write_sums(self, table: Table, span: tuple[int, int], columns: tuple[str, ...], *, across: bool) -> None:
        first, at = span
        self._sheet.write_string(at, 0, TOTAL, self._looks["sum_text"])
        for place, column in enumerate((*columns, *([None] * across)), 1):
            formula = f"=SUM({xl_rowcol_to_cell(first, place)}:{xl_rowcol_to_cell(at - 1, place)})"
            number = total(self._figures, table.key, column)
            self._sheet.write_formula(at, place, formula, self._look(table, column, "sum_"), number)
            self._stands(table, (None, column), number, at, place)
        if len(columns) == 1:
            self._stands(table, (None, None), 0, at, 1)

    def _look(self, table: Table, column: str | None = None, prefix: str = "") -> Any:
        return self._looks[prefix + str(unit_of(table, column))]

    def _stands(self, table: Table, cell: tuple[str | None, str | None], number: int, at: int, place: int) -> None:
        """Keeps where a figure stands, and its column wide enough for it."""
        self._workbook.places[table.key, *cell] = reference(self._sheet, at, place)
        self._widths[place] = max(self._widths.get(place, 0), width_of(number, unit_of(table, cell[1])))


def unit_of(table: Table, column: str | None) -> Unit:
    """Of a column; of a total across columns, which only those of one unit have."""
    return table.unit if column is None else table.unit_of(column)


def total(figures: Figures, table: str, column: str | None) -> int:
    """Of a column, or of the whole table."""
    return figures.total(table) if column is None else figures.column_total(table, column)


def head(table: Table, column: str) -> str:
    """A column's head with its unit where the number does not show it."""
    title = column_title(table.key, column)
    return f"{title} (menit)" if table.unit_of(column) is Unit.MINUTES else title
