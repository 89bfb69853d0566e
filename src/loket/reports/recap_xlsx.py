"""A recap as a workbook: real numbers and dates, totals, changes and averages as formulas, ready to be printed.

The value of each formula goes along for programs that do not calculate. The bytes depend on what goes in alone.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, time
from itertools import accumulate, groupby
from math import ceil
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from loket.domain.periods import PeriodKind
from loket.domain.recap_paper import DayState, Reach, RecapPaper
from loket.domain.wording import long_date
from loket.reports.figures import short_date
from loket.reports.letterhead import BLANK, Letterhead, spaced_nip
from loket.reports.recap_headlines import Headline, headlines
from loket.reports.recap_units import counted
from loket.reports.recap_words import PAPER_TITLES
from loket.reports.recap_xlsx_parts import (
    AVERAGE,
    CHANGE,
    LINE_PT,
    STANDS,
    SectionSheet,
    Workbook,
    held_against,
    looks,
    reference,
    set_paper,
)
from loket.reports.recap_xlsx_spans import write_changes, write_comparison, write_days, write_months

SUMMARY = "Ringkasan"
ALL_COUNTERS = "Seluruh loket perpustakaan"
LABEL_WIDTH, UNIT_WIDTH = 36, 12
WIDTHS = {CHANGE: 12, AVERAGE: 15}
NUMBER_WIDTH = 18
MOST_MISSING = 31  # days listed for a counter


def recap_xlsx(paper: RecapPaper, head: Letterhead) -> bytes:
    """Sheets: the summary; one for each section in which anything was counted; of a period its days and months and
    what it is held against; what a revision changed.
    """
    out = io.BytesIO()
    options = {"in_memory": True} | {f"strings_to_{kind}": False for kind in ("formulas", "numbers", "urls")}
    book = xlsxwriter.Workbook(out, options)
    created = paper.made_at or datetime.combine(paper.dated_on, time())
    about = {"title": PAPER_TITLES[paper.period.kind], "author": paper.facts.get("library", ""), "comments": "Loket"}
    book.set_properties(about | {"created": created.replace(tzinfo=None)})
    workbook = Workbook(book, looks(book), paper)
    summary = _Summary(workbook, book.add_worksheet(SUMMARY), head)
    for section in paper.figures.sections():
        SectionSheet(workbook, section).write()
    summary.write()
    write_days(workbook)
    write_months(workbook)
    write_comparison(workbook)
    write_changes(workbook)
    book.close()
    return out.getvalue()


class _Summary:
    """The first sheet, from the letterhead down to the signatures; its numbers refer to the sheets behind it."""

    def __init__(self, workbook: Workbook, sheet: Any, head: Letterhead) -> None:
        self._workbook, self._sheet, self._head, self._paper = workbook, sheet, head, workbook.paper
        self._looks, self._facts = workbook.looks, workbook.paper.facts
        self._held = held_against(self._paper)
        heads = [text for title, _ in self._held for text in (title, CHANGE)]
        self._heads = ("Uraian", "Jumlah", "Satuan", *heads, *([AVERAGE] * (self._paper.period.days > 1)))
        numbers = [WIDTHS.get(text, NUMBER_WIDTH) for text in self._heads[3:]]
        self._widths = [LABEL_WIDTH, NUMBER_WIDTH, UNIT_WIDTH, *numbers]
        self._last, self._row = len(self._widths) - 1, 0

    def write(self) -> None:
        for place, width in enumerate(self._widths):
            self._sheet.set_column(place, place, width)
        self._front()
        self._about()
        head_at = self._row
        self._figures()
        for text in self._notes():
            self._across(0, self._last, text, "note")
            self._row += 1
        self._signatures()
        self._sheet.freeze_panes(head_at + 1, 1)
        set_paper(self._sheet, lengthwise=False)
        self._sheet.fit_to_pages(1, 1)

    def _across(self, first: int, last: int, text: str, look: str) -> None:
        """One text over several columns, in as many lines as it needs."""
        if last > first:
            self._sheet.merge_range(self._row, first, self._row, last, "", self._looks[look])
        self._sheet.write_string(self._row, first, text, self._looks[look])
        lines = ceil(len(text) / sum(self._widths[first : last + 1]))
        if lines > 1:
            self._sheet.set_row(self._row, LINE_PT * lines)

    # ---- above the figures ------------------------------------------------------------------------------------------

    def _front(self) -> None:
        facts = self._facts
        contact = " · ".join(facts[key] for key in ("address", "phone") if facts.get(key))
        for text, look in (
            (facts.get("agency", self._head.agency).upper(), "agency"),
            (facts.get("library", "").upper(), "name"),
            (contact, "small"),
            (" ", "small"),
            (PAPER_TITLES[self._paper.period.kind].upper(), "title"),
            (self._paper.period.title(), "subtitle"),
        ):
            if text:
                self._across(0, self._last, text, look)
                self._row += 1
        self._row += 1

    def _about(self) -> None:
        for label, value in self._said():
            self._sheet.write_string(self._row, 0, label, self._looks["plain"])
            self._across(1, self._last, value, "fact")
            self._row += 1
        self._sheet.write_string(self._row, 0, "Hari buka", self._looks["plain"])
        self._sheet.write_number(self._row, 1, self._paper.open_days, self._looks["fact"])
        self._workbook.open_days = reference(self._sheet, self._row, 1)
        self._row += 2

    def _said(self) -> Iterator[tuple[str, str]]:
        paper, facts = self._paper, self._facts
        counter = facts.get("station_name") or facts.get("station", "")
        yield "Loket", ALL_COUNTERS if paper.reach is Reach.LIBRARY else counter
        if paper.number:
            yield "Nomor", f"{paper.number}, revisi {paper.revision}" if paper.revision > 1 else paper.number
        if paper.made_at:
            by = " oleh program; tidak ada yang menutup layanan" if paper.by_night else ""
            yield "Dikunci", moment(paper.made_at) + by
        elif any(day.state is DayState.LIVE for day in paper.days):
            yield "Keadaan", "Sementara: ada hari yang belum ditutup"
        if paper.signed:
            note = f" ({paper.signed.note})" if paper.signed.note else ""
            yield "Ditandatangani", f"{paper.signed.name}, {moment(paper.signed.at)}{note}"
        if facts.get("closed_day"):
            yield "Hari tutup", facts["closed_day"]
        if paper.period.kind is PeriodKind.DAY and facts.get("first_at"):
            planned = f" (jadwal {facts['hours'].replace(':', '.')})" if facts.get("hours") else ""
            yield "Dilayani", f"{facts['first_at']}-{facts.get('last_at', '')}".replace(":", ".") + planned

    # ---- the figures ------------------------------------------------------------------------------------------------

    def _figures(self) -> None:
        self._workbook.heads(self._sheet, self._row, self._heads)
        self._row += 1
        for one in headlines(self._paper):
            self._line(one)
            self._row += 1
        self._row += 1

    def _line(self, one: Headline) -> None:
        book, sheet, row, look = self._workbook, self._sheet, self._row, self._looks[str(one.unit)]
        now = one.of(self._paper.figures)
        sheet.write_string(row, 0, one.title, self._looks["text"])
        table, line, column = STANDS[one.key]
        book.figure(sheet, (row, 1), (table, line, column), now, look)
        sheet.write_string(row, 2, counted(table, line or "", column or ""), self._looks["centred"])
        for place, (_, figures) in zip(range(3, self._last, 2), self._held, strict=False):
            sheet.write_number(row, place, one.of(figures), look)
            book.change(sheet, row, (1, place, place + 1), (now, one.of(figures)))
        if self._paper.period.days > 1:
            book.average(sheet, (row, self._last), xl_rowcol_to_cell(row, 1), (now, one.unit))

    # ---- below them -------------------------------------------------------------------------------------------------

    def _notes(self) -> Iterator[str]:
        """What was open at closing, what is not in here, and what it was made from."""
        facts, paper = self._facts, self._paper
        yield from (f"Saat ditutup: {facts[key]}" for key in sorted(facts) if key.startswith("open_") and facts[key])
        if facts.get("note"):
            yield f"Catatan: {facts['note']}"
        by_station = sorted(paper.missing, key=lambda one: (one.station, one.on))
        for station, found in groupby(by_station, key=lambda one: one.station):
            days = [short_date(one.on) for one in found]
            more = f" dan {len(days) - MOST_MISSING} hari lain" if len(days) > MOST_MISSING else ""
            yield f"Belum masuk, {station} ({len(days)} hari): {', '.join(days[:MOST_MISSING])}{more}"
        if paper.position:
            yield f"Dibuat dari jurnal {paper.position}"

    def _signatures(self) -> None:
        """The left and the right block, each over half of the sheet's width."""
        sums = list(accumulate(self._widths))
        right = next(place for place, width in enumerate(sums) if width >= sums[-1] / 2 or place == self._last - 1)
        right = max(1, right)
        top = self._row + 1
        for side, span in (("left", (0, right - 1)), ("right", (right, self._last))):
            for down, text, look in self._signer(side):
                self._row = top + down
                self._across(*span, text, look)

    def _signer(self, side: str) -> Iterator[tuple[int, str, str]]:
        above, office, name, nip, rank = (
            self._facts.get(f"{side}_{part}", "") for part in ("above", "office", "name", "nip", "rank")
        )
        if side == "right" and not above:
            above = f"{self._facts.get('place') or self._head.place or BLANK[:16]}, {long_date(self._paper.dated_on)}"
        if not (office or name):
            return
        yield 0, above, "sign"
        yield 1, office, "sign"
        yield 5, name or f"({BLANK})", "signed" if name else "sign"
        below = [text for text in (rank, f"NIP {spaced_nip(nip)}" if nip else "") if text]
        yield from ((6 + down, text, "sign") for down, text in enumerate(below))


def moment(at: datetime) -> str:
    """ "23 November 2026 pukul 16.05"."""
    return f"{long_date(at)} pukul {at:%H.%M}"
