"""The report of the satisfaction survey on A4: the index, nine elements, where to begin, who answered.

Source: Permenpan RB 14/2017: index with its grade, means of all elements, respondents, plan of what is to be done.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
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

from loket.domain.survey import COMPAT_WEIGHT, MOST, ElementResult, SurveyIndex, grade_of
from loket.reports.figures import short_date
from loket.reports.letterhead import Issuer, Signature, draw_signatures, signatures_height
from loket.reports.paged import Margins, Story, paged_pdf
from loket.reports.pdf import Fonts, points, printable
from loket.reports.survey_words import (
    PROFILES,
    TITLE,
    about,
    decimal,
    notes,
    percent,
    period,
    service_name,
    signed_by,
    value_name,
)
from loket.services.survey import Profile, SurveyResult

MARGINS = Margins(points(18))
WIDTH = MARGINS.width
SIZE, LEADING = 9.0, 12.0
GRID, HEAD_FILL, BAR, BAR_BACK = HexColor("#9AA0A6"), HexColor("#ECECEA"), HexColor("#2F4B6E"), HexColor("#E3E6EA")
PLAN_ROW = points(17)  # white for a plan written by hand
Cells = Sequence[Sequence[Any]]


def survey_pdf(
    result: SurveyResult,
    issuer: Issuer,
    fonts: Fonts,
    *,
    compat: bool = False,
    purposes: Mapping[str, str] | None = None,
) -> bytes:
    """The report as a PDF. `purposes`: names of the services by their codes.

    `compat`: worked out as many offices do by hand, means of two decimals and a weight of 0.11; both say the other.
    """
    paper = _Paper(fonts)
    story = _story(paper, result, issuer, compat, purposes or {})
    return paged_pdf(story, f"{TITLE} {period(result)}", MARGINS, issuer, fonts)


# ---- what stands on it ----------------------------------------------------------------------------------------------


def _story(paper: _Paper, result: SurveyResult, issuer: Issuer, compat: bool, purposes: Mapping[str, str]) -> Story:
    """Makes the flowables anew each time: reportlab uses them up."""

    def made() -> list[Flowable]:
        index = result.index
        parts = [*paper.titles(result), paper.facts(about(result, issuer.library, purposes)), Spacer(0, points(4))]
        parts += [paper.verdict(index, compat), *paper.section("Nilai setiap unsur"), paper.elements(index, compat)]
        parts += [Spacer(0, points(1.5)), *(paper.note(note) for note in notes(result, compat=compat))]
        if index.lowest:
            parts.append(paper.plan(index))
        if result.services:
            parts += [*paper.section("Nilai setiap layanan"), paper.services(result, purposes)]
        if index.respondents:
            parts.append(KeepTogether([*paper.section("Responden"), paper.profiles(result, purposes)]))
        if result.comments:
            parts += [*paper.section("Saran dan keluhan"), paper.comments(result)]
        return [*parts, paper.signature(signed_by(issuer))]

    return made


class _Paper:
    """Makes the parts of the report in its fonts."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts

    def titles(self, result: SurveyResult) -> list[Flowable]:
        return [
            self._text(TITLE.upper(), 13, TA_CENTER, bold=True),
            self._text(f"Periode {period(result)}", 10, TA_CENTER),
            Spacer(0, points(4)),
        ]

    def section(self, title: str) -> list[Flowable]:
        """A heading; it never stands alone at the foot of a page."""
        heading = self._text(title, 10.5, bold=True)
        return [CondPageBreak(points(28)), Spacer(0, points(4)), heading, Spacer(0, points(1.2))]

    def facts(self, facts: Sequence[tuple[str, str]]) -> Table:
        rows = [[self._text(name), ":", self._text(value)] for name, value in facts]
        return self._table(rows, [points(56), points(4), WIDTH - points(60)], [("VALIGN", (0, 0), (-1, -1), "TOP")])

    def verdict(self, index: SurveyIndex, compat: bool) -> Table:
        """The index, large, with its grade."""
        value = index.compat_2 if compat else index.ikm_2
        grade = None if value is None else grade_of(value)
        said = "Belum ada jawaban" if grade is None else f"Mutu pelayanan {grade.letter}: {grade.words}"
        middle = "Indeks Kepuasan Masyarakat (IKM)"
        cells = [[self._text(decimal(value), 26, TA_CENTER, bold=True), self._text(middle, 10), ""]]
        cells += [["", self._text(said, 13, bold=True), ""]]
        look = [
            ("BOX", (0, 0), (-1, -1), 1.0, BAR),
            ("SPAN", (0, 0), (0, 1)),
            ("SPAN", (1, 0), (2, 0)),
            ("SPAN", (1, 1), (2, 1)),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), points(2)),
            ("BOTTOMPADDING", (0, 0), (-1, -1), points(2)),
        ]
        return self._table(cells, [points(48), points(86), WIDTH - points(134)], look)

    def elements(self, index: SurveyIndex, compat: bool) -> Table:
        """Each element: how often each answer, sum, mean, weighed mean, grade, and the mean as a bar."""
        heads = ["Kode", "Unsur", "1", "2", "3", "4", "n", "Jumlah", "NRR", "Terbobot", "Mutu", ""]
        rows = [[self._head_text(text) for text in heads]]
        weight = COMPAT_WEIGHT if compat else Fraction(1, max(1, len(index.answered)))
        rows += [self._element(one, weight, compat) for one in index.elements]
        widths = [points(mm) for mm in (11, 45, 9, 9, 9, 9, 10, 15, 12, 19, 11)]
        return self._table(rows, [*widths, WIDTH - sum(widths)], [*_grid(), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])

    def _element(self, one: ElementResult, weight: Fraction, compat: bool) -> list[Any]:
        mean = (None if one.nrr_2 is None else Fraction(one.nrr_2)) if compat else one.nrr
        figures = [*map(str, one.counts), str(one.n), str(one.total), decimal(mean)]
        figures.append(decimal(None if mean is None else mean * weight, 4))
        return [
            self._text(one.element.id, align=TA_CENTER),
            self._text(one.element.name),
            *(self._text(figure, align=TA_RIGHT) for figure in figures),
            self._text(one.grade.letter if one.grade else "-", align=TA_CENTER),
            _Bar(one.nrr),
        ]

    def plan(self, index: SurveyIndex) -> KeepTogether:
        """The lowest elements, with room to write down what is to be done by when and by whom."""
        heads = ["No.", "Unsur terendah", "NRR", "Rencana tindak lanjut", "Waktu", "Penanggung jawab"]
        rows = [[self._head_text(text) for text in heads]]
        for number, one in enumerate(index.lowest, 1):
            name = f"{one.element.id} {one.element.name}"
            rows.append([str(number), self._text(name), self._text(decimal(one.nrr), align=TA_RIGHT), "", "", ""])
        widths = [points(9), points(50), points(13), points(52), points(20), WIDTH - points(144)]
        look = [*_grid(), ("VALIGN", (0, 1), (-1, -1), "TOP"), ("FONT", (0, 1), (0, -1), self._fonts.regular, SIZE)]
        table = self._table(rows, widths, look, heights=[None, *(PLAN_ROW,) * (len(rows) - 1)])
        return KeepTogether([*self.section("Tiga unsur terendah dan rencana tindak lanjut"), table])

    def services(self, result: SurveyResult, purposes: Mapping[str, str]) -> Table:
        rows = [[self._head_text(text) for text in ("Layanan", "Responden", "IKM", "Mutu")]]
        for one in result.services:
            grade = f"{one.index.grade.letter}: {one.index.grade.words}" if one.index.grade else "-"
            figures = (str(one.index.respondents), decimal(one.index.ikm_2))
            name = self._text(service_name(one.service, purposes))
            rows.append([name, *(self._text(text, align=TA_RIGHT) for text in figures), self._text(grade)])
        return self._table(rows, [points(80), points(25), points(25), WIDTH - points(130)], _grid(), repeat=1)

    def profiles(self, result: SurveyResult, purposes: Mapping[str, str]) -> Table:
        """Two columns of small tables, filled from the top so that both are about as long.

        Services stand in a table of their own.
        """
        sides: tuple[list[Flowable], list[Flowable]] = ([], [])
        lengths = [0, 0]
        for profile in (one for one in result.profiles if one.key != "service"):
            shorter = lengths.index(min(lengths))
            sides[shorter].extend((self._profile(profile, purposes), Spacer(0, points(3))))
            lengths[shorter] += len(profile.rows) + 2
        half = (WIDTH - points(6)) / 2
        sides_of = (f"{side}PADDING" for side in ("LEFT", "RIGHT", "TOP", "BOTTOM"))
        look = [("VALIGN", (0, 0), (-1, -1), "TOP"), *((side, (0, 0), (-1, -1), 0) for side in sides_of)]
        return self._table([[list(sides[0]), "", list(sides[1])]], [half, points(6), half], look)

    def _profile(self, profile: Profile, purposes: Mapping[str, str]) -> Table:
        total = sum(count for _, count in profile.rows)
        rows = [[self._head_text(text) for text in (PROFILES[profile.key], "Orang", "Bagian")]]
        for value, count in profile.rows:
            figures = (str(count), percent(count, total))
            name = self._text(value_name(profile.key, value, purposes))
            rows.append([name, *(self._text(text, align=TA_RIGHT) for text in figures)])
        half = (WIDTH - points(6)) / 2
        return self._table(rows, [half - points(36), points(17), points(19)], _grid())

    def comments(self, result: SurveyResult) -> Table:
        rows = [[self._head_text(text) for text in ("Tanggal", "Yang ditulis")]]
        rows += [[self._text(short_date(on), align=TA_CENTER), self._text(text)] for on, text in result.comments]
        return self._table(rows, [points(24), WIDTH - points(24)], _grid(), repeat=1)

    def signature(self, block: Signature) -> Flowable:
        return _Signatures(block, self._fonts)

    def note(self, text: str) -> Paragraph:
        return self._text(text, 8)

    def _head_text(self, text: str) -> Paragraph:
        return self._text(text, 8.5, TA_CENTER, bold=True)

    def _text(self, text: str, size: float = SIZE, align: int = TA_LEFT, *, bold: bool = False) -> Paragraph:
        font = self._fonts.bold if bold else self._fonts.regular
        style = ParagraphStyle("ikm", fontName=font, fontSize=size, leading=size * LEADING / SIZE, alignment=align)
        return Paragraph(escape(printable(text, font)), style)

    def _table(
        self,
        rows: Cells,
        widths: Sequence[float],
        look: Sequence[tuple[Any, ...]],
        *,
        heights: Sequence[float | None] | None = None,
        repeat: int = 0,
    ) -> Table:
        table = Table(rows, colWidths=list(widths), rowHeights=heights, hAlign="LEFT", repeatRows=repeat)
        sides = (("LEFT", 1.2), ("RIGHT", 1.2), ("TOP", 0.7), ("BOTTOM", 0.9))
        plain = [(f"{side}PADDING", (0, 0), (-1, -1), points(mm)) for side, mm in sides]
        font = ("FONT", (0, 0), (-1, -1), self._fonts.regular, SIZE)
        table.setStyle(TableStyle([font, *plain, *look]))
        return table


def _grid() -> list[tuple[Any, ...]]:
    return [("GRID", (0, 0), (-1, -1), 0.4, GRID), ("BACKGROUND", (0, 0), (-1, 0), HEAD_FILL)]


class _Bar(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A mean of 1 to 4 as a bar of the index it makes, 25 to 100: what is full reaches the edge."""

    def __init__(self, mean: Fraction | None) -> None:
        super().__init__()
        self._mean = mean

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, points(3)
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setFillColor(BAR_BACK)
        self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        if self._mean is not None:
            self.canv.setFillColor(BAR)
            self.canv.rect(0, 0, self.width * float(self._mean) / MOST, self.height, stroke=0, fill=1)
        self.canv.setFillGray(0)


class _Signatures(Flowable):  # type: ignore[misc]
    """Who signs, at the right; never torn over two pages."""

    def __init__(self, block: Signature, fonts: Fonts) -> None:
        super().__init__()
        self._block, self._fonts = block, fonts

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.height = points(6) + signatures_height([self._block], self._fonts, width)
        return self.width, self.height

    def draw(self) -> None:
        top = self.height - points(6)
        draw_signatures(self.canv, [self._block], self._fonts, left=0, right=self.width, top=top)
