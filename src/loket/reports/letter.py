"""A letter on one A4 page, written from the top down: letterhead, title, paragraphs, facts, who signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table, TableStyle

from loket.domain.entities import Library
from loket.reports.letterhead import BLANK, Letterhead, Signature, draw_letterhead, draw_signatures, spaced_nip
from loket.reports.pdf import Fonts, points, printable

LEFT, RIGHT, TOP = points(25), A4[0] - points(25), A4[1] - points(18)
WIDTH = RIGHT - LEFT
SIGNATURE = points(75)  # width of the block at the right
SIZE, LEADING = 11.0, 16.5


class Letter:
    """One page. `pdf` ends it."""

    def __init__(self, title: str, library: Library, letterhead: Letterhead, fonts: Fonts) -> None:
        self._out = BytesIO()
        self._page = Canvas(self._out, pagesize=A4, invariant=1)
        self._page.setTitle(title)
        self._page.setAuthor(library.name)
        self._page.setCreator("Loket")
        self._fonts = fonts
        below = draw_letterhead(self._page, library, letterhead, fonts, left=LEFT, right=RIGHT, top=TOP)
        self._y = below - points(12)

    def pdf(self) -> bytes:
        self._page.showPage()
        self._page.save()
        return self._out.getvalue()

    def title(self, title: str, number: str) -> None:
        self._centred(f"<u>{title}</u>", 13, bold=True, markup=True)
        self._centred(f"Nomor: {number or BLANK}", SIZE, bold=False)
        self._y -= points(8)

    def paragraph(self, text: str) -> None:
        """`text` may hold <b>…</b>; everything else in it is made safe."""
        safe = re.sub(r"&lt;(/?b)&gt;", r"<\1>", escape(printable(text, self._fonts.regular)))
        safe = safe.replace("<b>", f'<font name="{self._fonts.bold}">').replace("</b>", "</font>")
        self._put(Paragraph(safe, self._style(SIZE, LEADING, TA_JUSTIFY)), points(4))

    def facts(self, facts: list[tuple[str, str]]) -> None:
        style = self._style(SIZE, LEADING)
        rows = [[Paragraph(escape(name), style), ":", Paragraph(self._safe(value), style)] for name, value in facts]
        table = Table(rows, colWidths=[points(48), points(5), WIDTH - points(53 + 8)], hAlign="LEFT")
        table.setStyle(
            TableStyle(
                [
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("FONT", (1, 0), (1, -1), self._fonts.regular, SIZE, LEADING),
                    *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
                ]
            )
        )
        self._put(table, points(4), points(8))

    def signed_by(self, above: Sequence[str], name: str, nip: str) -> None:
        """One who signs, at the right: place and date, office, white for the signature, name."""
        left = RIGHT - SIGNATURE
        self._y -= points(8)
        for line in above:
            self._line(left, line, self._fonts.regular)
        self._y -= points(24)
        named = printable(name, self._fonts.bold)
        font = self._fonts.bold if named else self._fonts.regular
        self._line(left, named or f"({BLANK})", font, underline=bool(named))
        if nip.strip():
            self._line(left, f"NIP {spaced_nip(nip)}", self._fonts.regular)

    def signatures(self, blocks: Sequence[Signature]) -> None:
        """Several who sign, side by side."""
        self._y -= points(8)
        edges = {"left": LEFT, "right": RIGHT, "top": self._y}
        self._y = draw_signatures(self._page, blocks, self._fonts, size=SIZE - 1, space=points(22), **edges)

    # ---- parts ----------------------------------------------------------------------------------------------------

    def _centred(self, text: str, size: float, *, bold: bool, markup: bool = False) -> None:
        style = self._style(size, size * 1.3, TA_CENTER, self._fonts.bold if bold else self._fonts.regular)
        self._put(Paragraph(text if markup else self._safe(text), style), points(0.6))

    def _line(self, x: float, text: str, font: str, *, underline: bool = False) -> None:
        shown = f"<u>{escape(printable(text, font))}</u>" if underline else escape(printable(text, font))
        paragraph = Paragraph(shown, self._style(SIZE, LEADING, font=font))
        _, height = paragraph.wrap(SIGNATURE, A4[1])
        self._y -= height
        paragraph.drawOn(self._page, x, self._y)

    def _put(self, block: Paragraph | Table, after: float, indent: float = 0.0) -> None:
        _, height = block.wrap(WIDTH - indent, A4[1])
        self._y -= height
        block.drawOn(self._page, LEFT + indent, self._y)
        self._y -= after

    def _safe(self, text: str) -> str:
        return escape(printable(text, self._fonts.regular))

    def _style(self, size: float, leading: float, alignment: int = 0, font: str = "") -> ParagraphStyle:
        return ParagraphStyle(
            "letter", fontName=font or self._fonts.regular, fontSize=size, leading=leading, alignment=alignment
        )
