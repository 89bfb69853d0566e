"""Service times against the standard on A4: every action, the hours of the day, the longest, hours that need hands.

Source: UU 25/2009 and Permenpan 15/2014 (a standard says how long a service takes, and is held against what happens).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from loket.domain.standards import ActionTimes, Summary, Timed
from loket.reports.figures import thousands
from loket.reports.letterhead import Issuer, draw_signatures, signatures_height
from loket.reports.paged import Margins, paged_pdf
from loket.reports.pdf import Fonts, points, printable
from loket.reports.recap_words import WEEKDAYS
from loket.reports.standards_words import (
    NAMES,
    NOTHING,
    SPANS,
    TITLE,
    StandardsPaper,
    advice_text,
    change_text,
    length_text,
    no_advice_text,
    notes,
    short_length,
    source_text,
    standard_text,
    within_text,
)
from loket.reports.survey_words import signed_by

MARGINS = Margins(points(16))
WIDTH = MARGINS.width
SIZE, LEADING = 8.5, 11.0
LONGEST = 10
GRID, HEAD_FILL, LATE_FILL = HexColor("#9AA0A6"), HexColor("#ECECEA"), HexColor("#D9D9D6")
BAR, BAR_BACK = HexColor("#2F4B6E"), HexColor("#AEB9C7")


def standards_pdf(paper: StandardsPaper, issuer: Issuer, fonts: Fonts) -> bytes:
    """The report as a PDF. The same paper, issuer and fonts make the same bytes."""
    title = f"{TITLE} {paper.station}, {paper.period.title()}"
    return paged_pdf(lambda: _story(paper, issuer, fonts), title, MARGINS, issuer, fonts)


# ---- what stands on it ----------------------------------------------------------------------------------------------


def _story(paper: StandardsPaper, issuer: Issuer, fonts: Fonts) -> list[Flowable]:
    set_ = _Setter(fonts)
    study, found = paper.study, paper.study.actions()
    timed = [one for one in found if one.times.count]
    parts = [*set_.titles(paper), *set_.facts(paper, timed)]
    if not found:
        return [*parts, set_.text("Pada masa ini belum ada layanan yang terukur di loket ini."), set_.signature(issuer)]
    parts += [*set_.section("Waktu setiap layanan"), set_.actions(paper, found)]
    parts += [Spacer(0, points(1.5)), *(set_.text(note, 7.5) for note in notes(study))]
    if timed:
        parts.append(KeepTogether([*set_.section("Median menurut jam mulai (menit:detik)"), set_.hours(paper, timed)]))
        parts.append(KeepTogether([*set_.section("Layanan terlama"), set_.longest(paper, study.longest(LONGEST))]))
    advised = [advice_text(one) for one in study.advice()] or [no_advice_text()]
    parts.append(KeepTogether([*set_.section("Jam yang memerlukan meja tambahan"), *map(set_.text, advised)]))
    parts.append(KeepTogether([*set_.section("Yang diukur dan sumber standarnya"), set_.sources(paper, found)]))
    return [*parts, set_.signature(issuer)]


class _Setter:
    """Sets the parts of the report in its fonts."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts

    def titles(self, paper: StandardsPaper) -> list[Flowable]:
        return [
            self.text(TITLE.upper(), 13, TA_CENTER, bold=True),
            self.text(paper.period.title(), 10, TA_CENTER),
            Spacer(0, points(4)),
        ]

    def facts(self, paper: StandardsPaper, timed: Sequence[ActionTimes]) -> list[Flowable]:
        judged = [one.times for one in timed if one.times.standard_ms is not None]
        count, within = sum(one.count for one in judged), sum(one.within for one in judged)
        kept = f"{within * 100 // count}% ({thousands(within)} dari {thousands(count)})" if count else NOTHING
        rows = [
            ("Loket", paper.station),
            ("Hari kerja terukur", str(len(paper.study.worked))),
            ("Layanan terukur", thousands(sum(one.times.count for one in timed))),
            ("Selesai dalam waktu standar", kept),
        ]
        cells = [[self.text(name), ":", self.text(value, bold=True)] for name, value in rows]
        return [self._table(cells, [points(50), points(4), WIDTH - points(54)], [])]

    def section(self, title: str) -> list[Flowable]:
        """A heading; it never stands alone at the foot of a page."""
        heading = self.text(title, 10, bold=True)
        return [CondPageBreak(points(28)), Spacer(0, points(4)), heading, Spacer(0, points(1.2))]

    def actions(self, paper: StandardsPaper, found: Sequence[ActionTimes]) -> Table:
        """Each action: how often, how long, how many kept the standard, and both times as bars against it."""
        heads = ["Layanan", "Standar", "Jumlah", "Median", "P90", "Dalam standar", "Median dari masa lalu", ""]
        rows: list[list[Any]] = [[self._head(text) for text in heads]]
        most_ms = max((max(one.times.p90_ms, one.times.standard_ms or 0) for one in found), default=1)
        for one in found:
            times = one.times
            before = paper.previous.of(one.action).times if paper.previous is not None else None
            figures = [standard_text(times), thousands(times.count)]
            figures += [_or_nothing(times, times.median_ms), _or_nothing(times, times.p90_ms), within_text(times)]
            figures.append(change_text(times, before))
            bar: Any = _Bars(times, most_ms) if times.count else ""
            rows.append([self.text(NAMES[one.action]), *(self.text(text, align=TA_RIGHT) for text in figures), bar])
        widths = [points(mm) for mm in (35, 21, 14, 21, 23, 16, 24)]
        look = [*_GRID, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
        return self._table(rows, [*widths, WIDTH - sum(widths)], look, repeat=1)

    def hours(self, paper: StandardsPaper, timed: Sequence[ActionTimes]) -> Table:
        """Medians by hour; an hour in which fewer than nine of ten kept the standard is grey and marked."""
        by_action = {one.action: paper.study.hours(one.action) for one in timed}
        hours = sorted({hour for found in by_action.values() for hour in found})
        rows: list[list[Any]] = [[self._head("Layanan"), *(self._head(f"{hour:02}") for hour in hours)]]
        look = [*_GRID]
        for row, (action, found) in enumerate(by_action.items(), 1):
            rows.append([self.text(NAMES[action], 8)])
            for column, hour in enumerate(hours, 1):
                times = found.get(hour, Summary())
                late = times.keeps is False
                mark = "*" if late else ""
                text = f"{short_length(times.median_ms)}{mark}" if times.count else ""
                rows[-1].append(self.text(text, 8, TA_RIGHT, bold=late))
                if late:
                    look.append(("BACKGROUND", (column, row), (column, row), LATE_FILL))
        name = points(39)
        width = min(points(16), (WIDTH - name) / len(hours))
        table = self._table(rows, [name, *(width for _ in hours)], look, repeat=1, tight=True)
        note = self.text("* kurang dari sembilan di antara sepuluh layanan pada jam itu selesai dalam standar.", 7.5)
        return self._table([[table], [note]], [WIDTH], _BARE)

    def longest(self, paper: StandardsPaper, found: Sequence[Timed]) -> Table:
        rows: list[list[Any]] = [[self._head(text) for text in ("Mulai", "Layanan", "Lama", "Dari standar")]]
        for one in found:
            standard_ms = paper.study.standard_ms(one.action)
            times = NOTHING if not standard_ms else f"{one.took_ms / standard_ms:.1f} kali".replace(".", ",")
            began = f"{WEEKDAYS[one.began.weekday()]}, {one.began:%d-%m-%Y %H.%M}"
            figures = (length_text(one.took_ms), times)
            rows.append([self.text(began), self.text(NAMES[one.action])])
            rows[-1] += [self.text(text, align=TA_RIGHT) for text in figures]
        return self._table(rows, [points(52), points(62), points(32), WIDTH - points(146)], _GRID, repeat=1)

    def sources(self, paper: StandardsPaper, found: Sequence[ActionTimes]) -> Table:
        rows: list[list[Any]] = [[self._head(text) for text in ("Layanan", "Diukur dari", "Standar menurut SOP")]]
        for one in found:
            rows.append([self.text(text, 8) for text in (NAMES[one.action], SPANS[one.action])])
            rows[-1].append(self.text(source_text(one.action, paper.study.seconds.get(one.action)), 8))
        look = [*_GRID, ("VALIGN", (0, 0), (-1, -1), "TOP")]
        return self._table(rows, [points(39), points(70), WIDTH - points(109)], look, repeat=1)

    def signature(self, issuer: Issuer) -> Flowable:
        return _Signatures(issuer, self._fonts)

    def text(self, text: str, size: float = SIZE, align: int = TA_LEFT, *, bold: bool = False) -> Paragraph:
        font = self._fonts.bold if bold else self._fonts.regular
        style = ParagraphStyle("standar", fontName=font, fontSize=size, leading=size * LEADING / SIZE, alignment=align)
        return Paragraph(escape(printable(text, font)), style)

    def _head(self, text: str) -> Paragraph:
        return self.text(text, 8, TA_CENTER, bold=True)

    def _table(
        self,
        rows: Sequence[Sequence[Any]],
        widths: Sequence[float],
        look: Sequence[tuple[Any, ...]],
        *,
        repeat: int = 0,
        tight: bool = False,
    ) -> Table:
        table = Table(rows, colWidths=list(widths), hAlign="LEFT", repeatRows=repeat)
        sides = (("LEFT", 0.6 if tight else 1.2), ("RIGHT", 0.8 if tight else 1.2), ("TOP", 0.6), ("BOTTOM", 0.8))
        plain = [(f"{side}PADDING", (0, 0), (-1, -1), points(mm)) for side, mm in sides]
        font = ("FONT", (0, 0), (-1, -1), self._fonts.regular, SIZE)
        table.setStyle(TableStyle([font, *plain, *look]))
        return table


_GRID: list[tuple[Any, ...]] = [("GRID", (0, 0), (-1, -1), 0.4, GRID), ("BACKGROUND", (0, 0), (-1, 0), HEAD_FILL)]
_BARE: list[tuple[Any, ...]] = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]


def _or_nothing(times: Summary, length_ms: int) -> str:
    return length_text(length_ms) if times.count else NOTHING


class _Bars(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The median, dark, within the 90th percentile, light; a black line at the standard. One scale for all actions."""

    def __init__(self, times: Summary, most_ms: int) -> None:
        super().__init__()
        self._times, self._most_ms = times, most_ms

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, points(3.4)
        return self.width, self.height

    def draw(self) -> None:
        times, page = self._times, self.canv
        for length_ms, fill, inset in ((times.p90_ms, BAR_BACK, 0.0), (times.median_ms, BAR, points(0.8))):
            page.setFillColor(fill)
            page.rect(0, inset, self._at(length_ms), self.height - 2 * inset, stroke=0, fill=1)
        if times.standard_ms is not None:
            page.setLineWidth(1.1)
            x = self._at(times.standard_ms)
            page.line(x, -points(0.5), x, self.height + points(0.5))
        page.setFillGray(0)

    def _at(self, length_ms: int) -> float:
        return float(self.width) * 0.98 * length_ms / max(1, self._most_ms)


class _Signatures(Flowable):  # type: ignore[misc]
    """Who signs, at the right; never torn over two pages."""

    def __init__(self, issuer: Issuer, fonts: Fonts) -> None:
        super().__init__()
        self._block, self._fonts = signed_by(issuer), fonts

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.height = points(6) + signatures_height([self._block], self._fonts, width)
        return self.width, self.height

    def draw(self) -> None:
        top = self.height - points(6)
        draw_signatures(self.canv, [self._block], self._fonts, left=0, right=self.width, top=top)
