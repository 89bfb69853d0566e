"""The recap as files: CSV as Indonesian Excel opens it, and a workbook with real numbers and totals that calculate."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from loket.server.figures import Figure, Figures
from loket.server.web.texts import Shown

if TYPE_CHECKING:
    from loket.server.web.recap import Recap

_HEAD_ROW, _FIRST_ROW = 4, 5
_ACTIVE = ("=", "+", "-", "@", "\t", "\r")  # signs that make a spreadsheet calculate with a name


def csv_by_library(show: Shown, recap: Recap) -> bytes:
    """A line for each library, and one over all."""
    said = show.words.recap
    span = [recap.first.isoformat(), recap.last.isoformat()]
    lines = [[*span, name, *_numbers(recap.by_library[library_id])] for library_id, name in recap.libraries]
    lines.append([*span, said.total, *_numbers(recap.total)])
    return _csv([said["from"], said.to, show.words.site.library, *_names(show)], lines)


def csv_by_day(show: Shown, recap: Recap) -> bytes:
    """A line for each library and day on which it did anything."""
    heads = [show.words.recap.date, show.words.site.library, *_names(show)]
    lines = [
        [day.isoformat(), name, *_numbers(recap.by_day[library_id][day])]
        for day in recap.days
        for library_id, name in recap.libraries
        if day in recap.by_day[library_id]
    ]
    return _csv(heads, lines)


def _csv(heads: Sequence[str], lines: Iterable[Sequence[Any]]) -> bytes:
    """UTF-8 with the mark Excel needs, semicolons as Indonesian Excel expects."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([_harmless(value) for value in line] for line in lines)
    return out.getvalue().encode("utf-8-sig")


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_ACTIVE) else value


def _names(show: Shown) -> list[str]:
    return [show.words.figure[figure.value] for figure in Figure]


def _numbers(figures: Figures) -> list[int]:
    return [figures[figure] for figure in Figure]


# ---- the workbook ---------------------------------------------------------------------------------------------------


def workbook(show: Shown, recap: Recap) -> bytes:
    """Three sheets: by library, by day, and what each figure counts."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    looks = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "quiet": book.add_format({"font_color": "#5B616B"}),
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"}),
        "head_right": book.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom", "align": "right"}
        ),
        "number": book.add_format({"num_format": "#,##0"}),
        "day": book.add_format({"num_format": "ddd d mmm yyyy", "align": "left"}),
        "total": book.add_format({"bold": True, "top": 1, "num_format": "#,##0"}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    total_cell = _libraries_sheet(book, looks, show, recap)
    _days_sheet(book, looks, show, recap, total_cell)
    _meaning_sheet(book, looks, show)
    book.close()
    return out.getvalue()


def _sheet(book: Any, looks: dict[str, Any], show: Shown, recap: Recap, name: str, heads: Sequence[str]) -> Any:
    """A sheet with its title, span and heads, which stay when it is scrolled and are repeated on paper."""
    said = show.words.recap
    sheet = book.add_worksheet(name)
    sheet.write_string(0, 0, said.title, looks["title"])
    sheet.write_string(1, 0, show.span(recap.first, recap.last), looks["quiet"])
    sheet.write_string(2, 0, recap.made_at, looks["quiet"])
    for column, head in enumerate([*heads, *_names(show)]):
        sheet.write_string(_HEAD_ROW, column, head, looks["head" if column < len(heads) else "head_right"])
    sheet.freeze_panes(_FIRST_ROW, len(heads))
    sheet.repeat_rows(_HEAD_ROW)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_column(len(heads), len(heads) + len(Figure) - 1, 15)
    return sheet


def _libraries_sheet(book: Any, looks: dict[str, Any], show: Shown, recap: Recap) -> dict[Figure, str]:
    """Returns where the total of each figure stands."""
    said = show.words.recap
    sheet = _sheet(book, looks, show, recap, said.sheet_libraries, [show.words.site.library])
    sheet.set_column(0, 0, 40)
    for row, (library_id, name) in enumerate(recap.libraries, start=_FIRST_ROW):
        sheet.write_string(row, 0, name)
        for column, number in enumerate(_numbers(recap.by_library[library_id]), start=1):
            sheet.write_number(row, column, number, looks["number"])
    end = _FIRST_ROW + len(recap.libraries)
    sheet.write_string(end, 0, said.total, looks["total"])
    cells = {}
    for column, figure in enumerate(Figure, start=1):
        _write_sum(sheet, end, column, recap.total[figure], looks["total"])
        cells[figure] = f"'{said.sheet_libraries}'!{xl_rowcol_to_cell(end, column)}"
    sheet.write_string(end + 2, 0, said.borrowers_note, looks["quiet"])
    return cells


def _days_sheet(book: Any, looks: dict[str, Any], show: Shown, recap: Recap, total_cell: dict[Figure, str]) -> None:
    said = show.words.recap
    sheet = _sheet(book, looks, show, recap, said.sheet_days, [said.date, show.words.site.library])
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 36)
    row = _FIRST_ROW
    for day in recap.days:
        for library_id, name in recap.libraries:
            if (figures := recap.by_day[library_id].get(day)) is None:
                continue
            sheet.write_datetime(row, 0, datetime.combine(day, time()), looks["day"])
            sheet.write_string(row, 1, name)
            for column, number in enumerate(_numbers(figures), start=2):
                sheet.write_number(row, column, number, looks["number"])
            row += 1
    sheet.autofilter(_HEAD_ROW, 0, max(row - 1, _HEAD_ROW), 1 + len(Figure))
    sheet.write_string(row, 0, said.total, looks["total"])
    sheet.write_blank(row, 1, None, looks["total"])
    for column, figure in enumerate(Figure, start=2):
        if figure is Figure.BORROWERS:  # a member who came twice is one borrower: the days do not add up to the span
            sheet.write_formula(row, column, f"={total_cell[figure]}", looks["total"], recap.total[figure])
        else:
            _write_sum(sheet, row, column, recap.total[figure], looks["total"])


def _meaning_sheet(book: Any, looks: dict[str, Any], show: Shown) -> None:
    said = show.words.recap
    sheet = book.add_worksheet(said.sheet_meaning)
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 80)
    for column, head in enumerate((said.figure, said.meaning)):
        sheet.write_string(0, column, head, looks["head"])
    for row, figure in enumerate(Figure, start=1):
        sheet.write_string(row, 0, show.words.figure[figure.value], looks["wrap"])
        sheet.write_string(row, 1, show.words.meaning[figure.value], looks["wrap"])
    sheet.write_string(len(Figure) + 2, 0, said.borrowers_note, looks["quiet"])
    sheet.freeze_panes(1, 0)


def _write_sum(sheet: Any, row: int, column: int, value: int, look: Any) -> None:
    """The sum of the column above; the value goes along for programs that do not calculate."""
    name = xl_col_to_name(column)
    if row == _FIRST_ROW:
        sheet.write_number(row, column, value, look)
    else:
        sheet.write_formula(row, column, f"=SUM({name}{_FIRST_ROW + 1}:{name}{row})", look, value)
