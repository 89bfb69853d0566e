"""Sheets of a recap over several days: each day, each month, what it is held against; and what a revision changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from itertools import groupby
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from loket.domain.recap import TABLES, Figures
from loket.domain.recap_paper import DayLine, DayState
from loket.domain.wording import MONTHS
from loket.reports.recap_headlines import Headline, day_headlines
from loket.reports.recap_units import counted
from loket.reports.recap_words import TOTAL, WEEKDAYS, column_title, row_title, section_title, table_title
from loket.reports.recap_xlsx_parts import AVERAGE, CHANGE, Workbook, held_against, set_paper, width_of

DAYS, MONTHLY, COMPARED, CHANGED = "Per hari", "Per bulan", "Perbandingan", "Perubahan"
OPEN, CLOSED = "Buka", "Tutup"
STATES = {DayState.LOCKED: "Dikunci", DayState.LIVE: "Sementara", DayState.NONE: ""}
HEAD_AT, FIRST = 3, 4  # lines of a sheet
FRONT = 4  # columns before the figures of a day
WIDTHS_BY_DAY, WIDTHS_COMPARED, WIDTHS_CHANGED = (10, 12, 22, 11), (20, 34, 28, 18, 14), (34, 34, 20, 16, 16, 16)


# ---- days -----------------------------------------------------------------------------------------------------------


def write_days(workbook: Workbook) -> None:
    """A line for each day with its first figures, their sums, and the averages of open days; nothing for one day."""
    paper, looks = workbook.paper, workbook.looks
    if paper.period.days == 1:
        return
    sheet, shown = workbook.sheet(DAYS), day_headlines(paper)
    workbook.heads(sheet, HEAD_AT, ("Hari", "Tanggal", "Layanan", "Keadaan", *(one.short for one in shown)))
    for row, day in enumerate(paper.days, FIRST):
        _write_day(workbook, sheet, row, day, shown)
    below = FIRST + len(paper.days)
    sums = [sum(one.of(day.figures) for day in paper.days) for one in shown]
    _sums(workbook, sheet, (FIRST, below), (FRONT, shown, sums))
    sheet.merge_range(below + 1, 0, below + 1, FRONT - 1, "", looks["sum_text"])
    sheet.write_string(below + 1, 0, AVERAGE, looks["sum_text"])
    for place, (one, number) in enumerate(zip(shown, sums, strict=True), FRONT):
        of = xl_rowcol_to_cell(below, place)
        workbook.average(sheet, (below + 1, place), of, (number, one.unit), "sum_")
    _finish(sheet, (*WIDTHS_BY_DAY, *_widths(shown, sums)), below, frozen=2)


def _write_day(workbook: Workbook, sheet: Any, row: int, day: DayLine, shown: Sequence[Headline]) -> None:
    looks = workbook.looks
    sheet.write_string(row, 0, WEEKDAYS[day.on.weekday()], looks["text"])
    sheet.write_datetime(row, 1, datetime.combine(day.on, time()), looks["day"])
    sheet.write_string(row, 2, OPEN if day.is_open else f"{CLOSED} {day.closed_name}".strip(), looks["text"])
    sheet.write_string(row, 3, STATES[day.state], looks["centred"])
    for place, one in enumerate(shown, FRONT):
        if day.state is DayState.NONE:
            sheet.write_blank(row, place, None, looks["count"])
        else:
            sheet.write_number(row, place, one.of(day.figures), looks[str(one.unit)])


# ---- months ---------------------------------------------------------------------------------------------------------


def write_months(workbook: Workbook) -> None:
    """Each month of a longer period, summed from the sheet of days, with the days the library was open."""
    days, looks = workbook.paper.days, workbook.looks
    if len({(day.on.year, day.on.month) for day in days}) < 2:
        return
    sheet, shown = workbook.sheet(MONTHLY), day_headlines(workbook.paper)
    workbook.heads(sheet, HEAD_AT, ("Bulan", "Hari buka", *(one.short for one in shown)))
    top, row = FIRST, FIRST
    for (year, month), found in groupby(days, key=lambda day: (day.on.year, day.on.month)):
        part = list(found)
        span = top, top + len(part) - 1
        top += len(part)
        sheet.write_string(row, 0, f"{MONTHS[month - 1]} {year}", looks["text"])
        opened = sum(day.is_open for day in part)
        sheet.write_formula(row, 1, f'=COUNTIF({_of_days(2, span)},"{OPEN}")', looks["count"], opened)
        for place, one in enumerate(shown, 2):
            formula = f"=SUM({_of_days(place - 2 + FRONT, span)})"
            value = sum(one.of(day.figures) for day in part)
            sheet.write_formula(row, place, formula, looks[str(one.unit)], value)
        row += 1
    sums = [sum(one.of(day.figures) for day in days) for one in shown]
    opened = sum(day.is_open for day in days)
    _sums(workbook, sheet, (FIRST, row), (2, shown, sums))
    name = xl_col_to_name(1)
    sheet.write_formula(row, 1, f"=SUM({name}{FIRST + 1}:{name}{row})", looks["sum_count"], opened)
    _finish(sheet, (20, 11, *_widths(shown, sums)), row, frozen=1)


def _of_days(place: int, span: tuple[int, int]) -> str:
    name = xl_col_to_name(place)
    return f"'{DAYS}'!{name}{span[0] + 1}:{name}{span[1] + 1}"


# ---- what it is held against ----------------------------------------------------------------------------------------


def write_comparison(workbook: Workbook) -> None:
    """Every figure with what it was before and a year ago, and its average; nothing where there is neither."""
    paper = workbook.paper
    held, several = held_against(paper), paper.period.days > 1
    if not held and not several:
        return
    sheet = workbook.sheet(COMPARED)
    heads = [text for title, _ in held for text in (title, CHANGE)]
    titles = ("Bagian", "Tabel", "Baris", "Kolom", "Satuan", TOTAL, *heads, *([AVERAGE] * several))
    workbook.heads(sheet, HEAD_AT, titles)
    row = FIRST
    for key, line, column in _cells([paper.figures, *(figures for _, figures in held)]):
        _compare(workbook, sheet, row, (key, line, column), [figures for _, figures in held])
        row += 1
    _finish(sheet, (*WIDTHS_COMPARED, *(16,) * (len(titles) - len(WIDTHS_COMPARED))), row, frozen=0)


def _compare(workbook: Workbook, sheet: Any, row: int, cell: tuple[str, str, str], held: Sequence[Figures]) -> None:
    (key, line, column), looks, paper = cell, workbook.looks, workbook.paper
    table, now = TABLES[key], paper.figures.of(*cell)
    look, start = looks[str(table.unit_of(column))], len(WIDTHS_COMPARED)
    words = section_title(table.section), table_title(key), row_title(key, line), column_title(key, column)
    for place, text in enumerate((*words, counted(key, line, column))):
        sheet.write_string(row, place, text, looks["text"])
    workbook.figure(sheet, (row, start), cell, now, look)
    for place, figures in zip(range(start + 1, start + 1 + 2 * len(held), 2), held, strict=True):
        sheet.write_number(row, place, figures.of(*cell), look)
        workbook.change(sheet, row, (start, place, place + 1), (now, figures.of(*cell)))
    if paper.period.days == 1:
        return
    last = start + 1 + 2 * len(held)
    if table.stock:
        sheet.write_blank(row, last, None, looks["average"])
    else:
        workbook.average(sheet, (row, last), xl_rowcol_to_cell(row, start), (now, table.unit_of(column)))


def _cells(held: Sequence[Figures]) -> Iterator[tuple[str, str, str]]:
    """Each cell that holds something in any of them, in the order of the paper."""
    for key in TABLES:
        known = {cell: 1 for figures in held for cell in figures.tables.get(key, {})}
        together = Figures({key: known})
        for line in together.rows(key):
            yield from ((key, line, column) for column in together.columns(key) if (line, column) in known)


# ---- what a revision changed ----------------------------------------------------------------------------------------


def write_changes(workbook: Workbook) -> None:
    """Each cell that differs from the revision before, with the difference; nothing where none does."""
    looks = workbook.looks
    if not workbook.paper.changes:
        return
    sheet = workbook.sheet(CHANGED)
    workbook.heads(sheet, HEAD_AT, ("Tabel", "Baris", "Kolom", "Semula", "Menjadi", "Selisih"))
    for row, one in enumerate(workbook.paper.changes, FIRST):
        look = looks[str(TABLES[one.table].unit_of(one.column))]
        words = table_title(one.table), row_title(one.table, one.row), column_title(one.table, one.column)
        for place, text in enumerate(words):
            sheet.write_string(row, place, text, looks["text"])
        sheet.write_number(row, 3, one.before, look)
        workbook.figure(sheet, (row, 4), (one.table, one.row, one.column), one.after, look)
        formula = f"={xl_rowcol_to_cell(row, 4)}-{xl_rowcol_to_cell(row, 3)}"
        sheet.write_formula(row, 5, formula, look, one.after - one.before)
    _finish(sheet, WIDTHS_CHANGED, FIRST + len(workbook.paper.changes), frozen=0)


# ---- alike on all of them -------------------------------------------------------------------------------------------


def _sums(
    workbook: Workbook, sheet: Any, span: tuple[int, int], told: tuple[int, Sequence[Headline], Sequence[int]]
) -> None:
    """A line of sums below the lines of a span; `told`: the first column, what stands in the columns, their sums."""
    (first, below), (start, shown, sums) = span, told
    looks = workbook.looks
    for place in range(start):
        sheet.write_string(below, place, TOTAL if not place else "", looks["sum_text"])
    for place, (one, number) in enumerate(zip(shown, sums, strict=True), start):
        name = xl_col_to_name(place)
        formula = f"=SUM({name}{first + 1}:{name}{below})"
        sheet.write_formula(below, place, formula, looks[f"sum_{one.unit}"], number)


def _widths(shown: Sequence[Headline], sums: Sequence[int]) -> list[int]:
    return [width_of(number, one.unit) for one, number in zip(shown, sums, strict=True)]


def _finish(sheet: Any, widths: Sequence[int], below: int, *, frozen: int) -> None:
    """Widths, heads that stay in sight, a filter over the lines, and paper. `frozen`: columns that stay, too."""
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(FIRST, frozen)
    sheet.autofilter(HEAD_AT, 0, max(FIRST, below - 1), len(widths) - 1)
    set_paper(sheet, lengthwise=True)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD_AT)
