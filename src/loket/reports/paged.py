"""A report of flowing text and tables on A4: letterhead on the first page, title and page number at every foot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageTemplate

from loket.reports.letterhead import Issuer, draw_letterhead
from loket.reports.pdf import Fonts, points, printable

TOP, BOTTOM = points(14), points(16)
HEADED = points(33)  # of the first page, for the letterhead
Story = Callable[[], list[Flowable]]
"""Makes the flowables anew each time: reportlab uses them up."""


@dataclass(frozen=True, slots=True)
class Margins:
    """White at both sides, and the text between them; in points."""

    side: float

    @property
    def right(self) -> float:
        return float(A4[0]) - self.side

    @property
    def width(self) -> float:
        return self.right - self.side


def paged_pdf(story: Story, title: str, margins: Margins, issuer: Issuer, fonts: Fonts) -> bytes:
    """The report as a PDF, made twice: pages are numbered once it is known how many there are."""
    _, pages = _built(story(), title, margins, issuer, fonts, 0)
    return _built(story(), title, margins, issuer, fonts, pages)[0]


def _built(
    story: list[Flowable], title: str, margins: Margins, issuer: Issuer, fonts: Fonts, pages: int
) -> tuple[bytes, int]:
    """The PDF and how many pages it has."""
    out = BytesIO()
    edges = {"leftMargin": margins.side, "rightMargin": margins.side, "topMargin": TOP, "bottomMargin": BOTTOM}
    document = BaseDocTemplate(
        out, pagesize=A4, title=title, author=issuer.library.name, creator="Loket", invariant=1, **edges
    )
    bare = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    height = A4[1] - TOP - BOTTOM
    head = partial(_head, margins=margins, issuer=issuer, fonts=fonts)
    foot = partial(_foot, margins=margins, fonts=fonts, title=title, pages=pages)
    front = Frame(margins.side, BOTTOM, margins.width, height - HEADED, id="front", **bare)
    further = Frame(margins.side, BOTTOM, margins.width, height, id="further", **bare)
    document.addPageTemplates(
        [
            PageTemplate("front", [front], onPage=head, onPageEnd=foot),
            PageTemplate("further", [further], onPageEnd=foot),
        ]
    )
    document.build([NextPageTemplate("further"), *story])
    return out.getvalue(), document.page


def _head(page: Canvas, document: BaseDocTemplate, *, margins: Margins, issuer: Issuer, fonts: Fonts) -> None:
    edges = {"left": margins.side, "right": margins.right, "top": A4[1] - TOP}
    draw_letterhead(page, issuer.library, issuer.head, fonts, scale=0.82, **edges)


def _foot(page: Canvas, document: BaseDocTemplate, *, margins: Margins, fonts: Fonts, title: str, pages: int) -> None:
    page.setFont(fonts.regular, 7.5)
    page.setFillGray(0.33)
    page.drawString(margins.side, points(9), printable(title, fonts.regular))
    page.drawRightString(margins.right, points(9), f"Halaman {document.page} dari {pages}")
    page.setFillGray(0)
