"""Service times as a workbook: actions, hours of the week, days, and every measured time, of which the rest is made.

Lengths are in seconds, as numbers; the value of each formula goes along for programs that do not calculate.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from loket.domain.standards import ActionTimes, Summary
from loket.reports.letterhead import Issuer
from loket.reports.recap_words import WEEKDAYS
from loket.reports.standards_words import (
    NAMES,
    SPANS,
    TITLE,
    StandardsPaper,
    advice_text,
    no_advice_text,
    notes,
    source_text,
)

SHEETS = ("Layanan", "Per jam", "Per hari", "Terlama")
A4 = 9
LONGEST = 200
SECONDS, COUNT, SHARE, DAY, MOMENT = "#,##0.0", "#,##0", "0.0%", "dd-mm-yyyy", "dd-mm-yyyy hh.mm"


def standards_xlsx(paper: StandardsPaper, issuer: Issuer) -> bytes:
    """Sheets: actions, by weekday and hour, by day, the longest. The same paper and issuer make the same bytes."""
    out = io.BytesIO()
    options = {"in_memory": True} | {f"strings_to_{kind}": False for kind in ("formulas", "numbers", "urls")}
    book = xlsxwriter.Workbook(out, options)
    made = datetime.combine(issuer.signed_on, time())
    book.set_properties({"title": TITLE, "author": issuer.library.name, "comments": "Loket", "created": made})
    _Book(book, paper, issuer).write()
    book.close()
    return out.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    cell = {"border": 4, "border_color": "#9AA0A6", "valign": "top", "font_size": 10}
    looks: dict[str, dict[str, Any]] = {
        "title": {"bold": True, "font_size": 13},
        "plain": {"font_size": 10},
        "head": cell | {"border": 1, "bold": True, "bg_color": "#F1F1EF", "align": "center", "text_wrap": True},
        "text": cell | {"text_wrap": True},
        "day": cell | {"align": "center", "num_format": DAY},
        "moment": cell | {"align": "center", "num_format": MOMENT},
        "count": cell | {"num_format": COUNT},
        "seconds": cell | {"num_format": SECONDS},
        "share": cell | {"num_format": SHARE},
        "total": cell | {"border": 1, "bold": True, "num_format": COUNT},
        "total_share": cell | {"border": 1, "bold": True, "num_format": SHARE},
        "total_text": cell | {"border": 1, "bold": True},
    }
    return {name: book.add_format(look) for name, look in looks.items()}


class _Book:
    """Writes the sheets one after the other."""

    def __init__(self, book: Any, paper: StandardsPaper, issuer: Issuer) -> None:
        self._looks, self._paper, self._issuer = _looks(book), paper, issuer
        self._sheets = {name: book.add_worksheet(name) for name in SHEETS}

    def write(self) -> None:
        found = self._paper.study.actions()
        self._write_actions(found)
        timed = [one.action for one in found if one.times.count]
        self._write_hours(timed)
        self._write_days(timed)
        self._write_longest()
        for sheet in self._sheets.values():
            sheet.set_paper(A4)
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
            sheet.set_footer("&L&8&A&R&8Halaman &P dari &N")

    # ---- the actions ------------------------------------------------------------------------------------------------

    def _write_actions(self, found: Sequence[ActionTimes]) -> None:
        sheet, paper = self._sheets["Layanan"], self._paper
        sheet.write_string(0, 0, f"{TITLE.upper()} · {self._issuer.library.name}", self._looks["title"])
        sheet.write_string(1, 0, f"{paper.station}, {paper.period.title()}", self._looks["plain"])
        heads = ("Layanan", "Standar (detik)", "Jumlah", "Median (detik)", "P90 (detik)", "Terlama (detik)",
                 "Dalam standar", "Bagian", "Satu pindaian", "Terbuka > 1 jam", "Median masa lalu (detik)",
                 "Diukur dari", "Standar menurut SOP")  # fmt: skip
        self._heads(sheet, 3, heads, (26, 11, 10, 11, 11, 11, 11, 10, 11, 11, 13, 46, 44))
        for row, one in enumerate(found, 4):
            self._write_action(row, one)
        below = 4 + len(found)
        if found:
            self._write_total(below, found)
        for row, text in enumerate((*notes(paper.study), *self._advice()), below + 2):
            sheet.write_string(row, 0, text, self._looks["plain"])
        sheet.freeze_panes(4, 1)
        sheet.repeat_rows(3)

    def _advice(self) -> list[str]:
        return [advice_text(one) for one in self._paper.study.advice()] or [no_advice_text()]

    def _write_action(self, row: int, one: ActionTimes) -> None:
        sheet, looks, times = self._sheets["Layanan"], self._looks, one.times
        before = self._paper.previous.of(one.action).times if self._paper.previous is not None else Summary()
        sheet.write_string(row, 0, NAMES[one.action], looks["text"])
        self._length(sheet, row, 1, times.standard_ms)
        sheet.write_number(row, 2, times.count, looks["count"])
        for column, length_ms in ((3, times.median_ms), (4, times.p90_ms), (5, times.longest_ms)):
            self._length(sheet, row, column, length_ms if times.count else None)
        if times.standard_ms is None:
            sheet.write_blank(row, 6, None, looks["count"])
        else:
            sheet.write_number(row, 6, times.within, looks["count"])
        within, count = xl_rowcol_to_cell(row, 6), xl_rowcol_to_cell(row, 2)
        known = times.standard_ms is not None and times.count
        share = f'=IF(OR({within}="",{count}=0),"",{within}/{count})'
        sheet.write_formula(row, 7, share, looks["share"], times.within / times.count if known else "")
        sheet.write_number(row, 8, one.one_scan, looks["count"])
        sheet.write_number(row, 9, one.left_open, looks["count"])
        self._length(sheet, row, 10, before.median_ms if before.count else None)
        sheet.write_string(row, 11, SPANS[one.action], looks["text"])
        sheet.write_string(row, 12, source_text(one.action, self._paper.study.seconds.get(one.action)), looks["text"])

    def _write_total(self, row: int, found: Sequence[ActionTimes]) -> None:
        """Counts added up, and the share of those that have a standard."""
        sheet, looks, first, last = self._sheets["Layanan"], self._looks, 5, 4 + len(found)
        sheet.write_string(row, 0, "Jumlah", looks["total_text"])
        judged = [one.times for one in found if one.times.standard_ms is not None]
        within, counted = sum(one.within for one in judged), sum(one.count for one in judged)
        for column, value in (
            (2, sum(one.times.count for one in found)),
            (6, within),
            (8, sum(one.one_scan for one in found)),
            (9, sum(one.left_open for one in found)),
        ):
            letter = "ABCDEFGHIJ"[column]
            sheet.write_formula(row, column, f"=SUM({letter}{first}:{letter}{last})", looks["total"], value)
        of = f'SUMIF(B{first}:B{last},">0",C{first}:C{last})'
        formula = f'=IF({of}=0,"",G{row + 1}/{of})'
        sheet.write_formula(row, 7, formula, looks["total_share"], within / counted if counted else "")

    # ---- hours, days, the longest -----------------------------------------------------------------------------------

    def _write_hours(self, timed: Sequence[str]) -> None:
        sheet = self._sheets["Per jam"]
        heads = ("Layanan", "Hari", "Jam mulai", "Jumlah", "Median (detik)", "P90 (detik)", "Dalam standar")
        self._heads(sheet, 0, heads, (26, 12, 10, 10, 12, 12, 12))
        row = 0
        for action in timed:
            for (weekday, hour), times in self._paper.study.weekdays(action).items():
                row += 1
                sheet.write_string(row, 0, NAMES[action], self._looks["text"])
                sheet.write_string(row, 1, WEEKDAYS[weekday], self._looks["text"])
                sheet.write_number(row, 2, hour, self._looks["count"])
                self._summary(sheet, row, 3, times)
        self._listed(sheet, row, len(heads))

    def _write_days(self, timed: Sequence[str]) -> None:
        sheet = self._sheets["Per hari"]
        heads = ("Layanan", "Tanggal", "Jumlah", "Median (detik)", "P90 (detik)", "Dalam standar")
        self._heads(sheet, 0, heads, (26, 13, 10, 12, 12, 12))
        row = 0
        for action in timed:
            for on, times in self._paper.study.trend(action).items():
                row += 1
                sheet.write_string(row, 0, NAMES[action], self._looks["text"])
                sheet.write_datetime(row, 1, datetime.combine(on, time()), self._looks["day"])
                self._summary(sheet, row, 2, times)
        self._listed(sheet, row, len(heads))

    def _write_longest(self) -> None:
        sheet = self._sheets["Terlama"]
        heads = ("Mulai", "Layanan", "Lama (detik)", "Standar (detik)")
        self._heads(sheet, 0, heads, (18, 26, 13, 13))
        found = self._paper.study.longest(LONGEST)
        for row, one in enumerate(found, 1):
            sheet.write_datetime(row, 0, one.began.replace(second=0, microsecond=0), self._looks["moment"])
            sheet.write_string(row, 1, NAMES[one.action], self._looks["text"])
            self._length(sheet, row, 2, one.took_ms)
            self._length(sheet, row, 3, self._paper.study.standard_ms(one.action))
        self._listed(sheet, len(found), len(heads))

    def _summary(self, sheet: Any, row: int, column: int, times: Summary) -> None:
        sheet.write_number(row, column, times.count, self._looks["count"])
        self._length(sheet, row, column + 1, times.median_ms)
        self._length(sheet, row, column + 2, times.p90_ms)
        if times.standard_ms is None:
            sheet.write_blank(row, column + 3, None, self._looks["count"])
        else:
            sheet.write_number(row, column + 3, times.within, self._looks["count"])

    def _length(self, sheet: Any, row: int, column: int, length_ms: int | None) -> None:
        if length_ms is None:
            sheet.write_blank(row, column, None, self._looks["seconds"])
        else:
            sheet.write_number(row, column, length_ms / 1_000, self._looks["seconds"])

    def _listed(self, sheet: Any, last: int, columns: int) -> None:
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, max(1, last), columns - 1)

    def _heads(self, sheet: Any, row: int, heads: Sequence[str], widths: Sequence[float]) -> None:
        for place, text in enumerate(heads):
            sheet.write_string(row, place, text, self._looks["head"])
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
