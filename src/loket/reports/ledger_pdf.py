"""A book of money on A4: letterhead, a table over as many pages as it takes, sums carried over, closing, signatures.

Every page but the last ends with "Jumlah dipindahkan" and every page but the first begins with "Jumlah pindahan", as
books kept by hand do. The last page never holds the signatures alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape, portrait
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from loket.domain.entities import Library
from loket.reports.figures import draw_figures, figures_width, rupiah, short_date, thousands
from loket.reports.ledger import Cell, Column, Kind, Ledger, Line, sums_of
from loket.reports.letterhead import Letterhead, draw_letterhead, draw_mark, draw_signatures, signatures_height
from loket.reports.pdf import Fonts, points, printable, text_width

LYING, UPRIGHT = landscape(A4), portrait(A4)
SIZE, LEADING = 8.0, 10.4
HEAD_SIZE = 7.5
PAD_X, PAD_Y = points(1.3), points(0.9)
PAD_NUMBER = points(1.7)  # at the right of an amount: its closing bracket stands there
CLOSING_STEP = points(5.0)
SMALLEST = 5.5  # points, for a word too long for its column
SIDE, TOP, BOTTOM = points(15), points(12), points(15)
GRID, HEAD_FILL, SUM_FILL = 0.62, 0.93, 0.965  # greys; 0 is black
CARRIED_IN, CARRIED_OUT = "Jumlah pindahan", "Jumlah dipindahkan"
FACTS_LABEL = points(42)
CLOSING = points(122)  # right edge of the closing figures, from the left edge
KEPT_WITH_SIGNATURES = 2  # lines that go along to the page of the signatures


def ledgers_pdf(ledgers: Sequence[Ledger], library: Library, head: Letterhead, fonts: Fonts) -> bytes:
    """Books on A4 in one PDF, each beginning on a page of its own and numbered for itself."""
    out = BytesIO()
    page = Canvas(out, invariant=1)
    page.setTitle(" ".join(f"{ledgers[0].title} {ledgers[0].subtitle}".split()))
    page.setAuthor(library.name)
    page.setCreator("Loket")
    for ledger in ledgers:
        size = UPRIGHT if ledger.is_upright else LYING
        page.setPageSize(size)
        draw_ledger(page, ledger, library, head, fonts, size)
    page.save()
    return out.getvalue()


def draw_ledger(
    page: Canvas, ledger: Ledger, library: Library, head: Letterhead, fonts: Fonts, size: tuple[float, float]
) -> None:
    """The book on pages of its own in a PDF that is being drawn, numbered from 1. `size` in points."""
    _Book(page, ledger, library, head, fonts, size).draw()


@dataclass(slots=True)
class _Row:
    line: Line
    texts: list[Paragraph | str]
    height: float


@dataclass(slots=True)
class _Page:
    rows: list[_Row]
    carried: dict[str, int]  # sums of all pages before
    balances: dict[str, int]  # what stood at the end of the page before
    is_last: bool = False


class _Book:
    def __init__(
        self, page: Canvas, ledger: Ledger, library: Library, head: Letterhead, fonts: Fonts, size: tuple[float, float]
    ) -> None:
        self._ledger, self._library, self._head, self._fonts = ledger, library, head, fonts
        self._size = size
        self._left, self._right, self._top = SIDE, size[0] - SIDE, size[1] - TOP
        self._page = page
        shares = sum(column.width for column in ledger.columns)
        self._widths = [column.width / shares * (self._right - self._left) for column in ledger.columns]
        self._edges = [self._left]
        for width in self._widths:
            self._edges.append(self._edges[-1] + width)
        self._sum_height = LEADING + 2 * PAD_Y
        self._heads = [
            self._head_cell(column, width) for column, width in zip(ledger.columns, self._widths, strict=True)
        ]
        self._has_groups = any(column.group for column in ledger.columns)

    def draw(self) -> None:
        body_top = self._draw_front(measure=True)
        pages = self._paginate(body_top)
        for number, page in enumerate(pages, 1):
            y = self._draw_front() if number == 1 else self._draw_running_head()
            y = self._draw_table(page, y, is_first=number == 1)
            if page.is_last:
                self._draw_end(y)
            self._draw_foot(number, len(pages))
            if self._ledger.mark:
                draw_mark(self._page, self._ledger.mark, self._fonts, self._size)
            self._page.showPage()

    # ---- measuring --------------------------------------------------------------------------------------------------

    def _rows(self) -> list[_Row]:
        return [self._row(line) for line in self._ledger.lines]

    def _row(self, line: Line) -> _Row:
        font = self._fonts.bold if line.stands_out else self._fonts.regular
        texts: list[Paragraph | str] = []
        height = LEADING
        for column, width, cell in zip(self._ledger.columns, self._widths, line.cells, strict=True):
            if column.is_number:
                texts.append("" if cell is None else thousands(int(str(cell))))
                continue
            said = printable(_said(cell), font)
            text = Paragraph(escape(said), self._style(column, font, self._fitting(said, font, width - 2 * PAD_X)))
            height = max(height, float(text.wrap(width - 2 * PAD_X, 10_000)[1]))
            texts.append(text)
        return _Row(line, texts, height + 2 * PAD_Y)

    @staticmethod
    def _fitting(text: str, font: str, room: float) -> float:
        """The size in which no word is broken: numbers of papers, accounts and dates stay in one piece."""
        longest = max((text_width(word, font, SIZE) for word in text.split()), default=0.0)
        return SIZE if longest <= room else max(SMALLEST, SIZE * room / longest - 0.01)

    @staticmethod
    def _style(column: Column, font: str, size: float) -> ParagraphStyle:
        centred = column.kind in (Kind.CENTRED, Kind.DAY)
        return ParagraphStyle(
            "cell", fontName=font, fontSize=size, leading=LEADING, alignment=TA_CENTER if centred else TA_LEFT
        )

    def _head_cell(self, column: Column, width: float) -> Paragraph:
        style = ParagraphStyle("th", fontName=self._fonts.bold, fontSize=HEAD_SIZE, leading=9.4, alignment=TA_CENTER)
        text = Paragraph(escape(printable(column.title, self._fonts.bold)), style)
        text.wrap(width - points(1.2), 10_000)
        return text

    @property
    def _group_height(self) -> float:
        return (9.4 + 2 * PAD_Y) if self._has_groups else 0.0

    @property
    def _number_height(self) -> float:
        return 6.0 + PAD_Y

    @property
    def _head_height(self) -> float:
        titles = max(float(one.height) for one in self._heads) + 2 * PAD_Y
        return self._group_height + titles + self._number_height

    def _paginate(self, first_top: float) -> list[_Page]:
        """Lines on pages. A page that is not the last leaves room for the sum carried over."""
        rows, columns = self._rows(), self._ledger.columns
        carry = self._sum_height if self._ledger.has_sums else 0.0
        running_top = self._draw_running_head(measure=True)
        pages: list[_Page] = [_Page([], sums_of(columns, ()), {})]
        room = self._room(first_top) - carry
        for row in rows:
            if row.height > room and pages[-1].rows:
                pages.append(self._next(pages[-1]))
                room = self._room(running_top) - 2 * carry
            pages[-1].rows.append(row)
            room -= row.height
        end = self._end_height()
        if room + carry < end:
            kept = self._taken_along(pages[-1])
            pages.append(self._next(pages[-1]))
            pages[-1].rows = kept
        pages[-1].is_last = True
        return pages

    def _room(self, top: float) -> float:
        return top - self._head_height - BOTTOM

    def _next(self, page: _Page) -> _Page:
        columns = self._ledger.columns
        on_page = sums_of(columns, (row.line for row in page.rows))
        carried = {key: page.carried[key] + amount for key, amount in on_page.items()}
        return _Page([], carried, self._balances_after(page))

    def _balances_after(self, page: _Page) -> dict[str, int]:
        if not page.rows:
            return page.balances
        last = page.rows[-1].line.cells
        places = enumerate(self._ledger.columns)
        return {one.key: int(str(last[place])) for place, one in places if one.kind is Kind.BALANCE}

    @staticmethod
    def _taken_along(page: _Page) -> list[_Row]:
        keep = max(1, len(page.rows) - KEPT_WITH_SIGNATURES)
        kept = page.rows[keep:]
        del page.rows[keep:]
        return kept

    def _end_height(self) -> float:
        """Sums, closing figures, notes and signatures: what stands together below the last line."""
        ledger, height = self._ledger, 0.0
        if ledger.has_sums or not ledger.lines:
            height += self._sum_height * (bool(not ledger.lines) + ledger.has_sums)
        if ledger.closing:
            height += points(4) + len(ledger.closing) * CLOSING_STEP
        height += sum(float(note.height) + points(1) for note in self._notes()) + points(3) * bool(ledger.notes)
        if ledger.signatures:
            height += points(6) + signatures_height(ledger.signatures, self._fonts, self._right - self._left)
        return height

    def _notes(self) -> list[Paragraph]:
        style = ParagraphStyle("note", fontName=self._fonts.regular, fontSize=8, leading=10.8)
        notes = [Paragraph(escape(printable(note, self._fonts.regular)), style) for note in self._ledger.notes]
        for note in notes:
            note.wrap(self._right - self._left, 10_000)
        return notes

    # ---- drawing ----------------------------------------------------------------------------------------------------

    def _draw_front(self, *, measure: bool = False) -> float:
        """Letterhead, title and facts of the first page; returns where the table begins."""
        page = Canvas(BytesIO(), pagesize=self._size) if measure else self._page
        edges = {"left": self._left, "right": self._right}
        y = draw_letterhead(page, self._library, self._head, self._fonts, top=self._top, scale=0.82, **edges)
        y -= points(5.5)
        for text, font, size in (
            (self._ledger.title.upper(), self._fonts.bold, 12.5),
            (self._ledger.subtitle, self._fonts.regular, 9.5),
        ):
            style = ParagraphStyle("title", fontName=font, fontSize=size, leading=size * 1.3, alignment=TA_CENTER)
            y = self._put(page, Paragraph(escape(printable(text, font)), style), y) - points(0.5)
        y -= points(3)
        for label, value in self._ledger.facts:
            y = self._fact(page, label, value, y)
        return y - points(2) * bool(self._ledger.facts)

    def _fact(self, page: Canvas, label: str, value: str, y: float) -> float:
        style = ParagraphStyle("fact", fontName=self._fonts.regular, fontSize=9, leading=12)
        page.setFont(self._fonts.regular, 9)
        page.drawString(self._left, y - 9, printable(label, self._fonts.regular))
        page.drawString(self._left + FACTS_LABEL, y - 9, ":")
        text = Paragraph(escape(printable(value, self._fonts.regular)) or "\xa0", style)
        _, height = text.wrap(self._right - self._left - FACTS_LABEL - points(4), 10_000)
        text.drawOn(page, self._left + FACTS_LABEL + points(4), y - float(height))
        return y - float(height)

    def _put(self, page: Canvas, text: Paragraph, y: float) -> float:
        _, height = text.wrap(self._right - self._left, 10_000)
        text.drawOn(page, self._left, y - float(height))
        return y - float(height)

    def _draw_running_head(self, *, measure: bool = False) -> float:
        """What says on every further page which book it belongs to."""
        page = Canvas(BytesIO(), pagesize=self._size) if measure else self._page
        said = " · ".join((self._library.name, self._ledger.title, self._ledger.subtitle))
        style = ParagraphStyle("run", fontName=self._fonts.regular, fontSize=8, leading=10.4, textColor="#555555")
        return self._put(page, Paragraph(escape(printable(said, self._fonts.regular)), style), self._top) - points(2)

    def _draw_table(self, page: _Page, y: float, *, is_first: bool) -> float:
        top = y
        y = self._draw_head(y)
        if not is_first and self._ledger.has_sums:
            y = self._draw_sums(CARRIED_IN, page.carried, page.balances, y)
        for row in page.rows:
            y = self._draw_row(row, y)
        if not self._ledger.lines:
            y = self._draw_empty(y)
        if self._ledger.has_sums:
            after = self._next(page)
            words = self._ledger.total if page.is_last else CARRIED_OUT
            y = self._draw_sums(words, after.carried, after.balances, y)
        self._page.setStrokeGray(0.15)
        self._page.setLineWidth(0.8)
        self._page.rect(self._left, y, self._right - self._left, top - y)
        self._page.setStrokeGray(0)
        return y

    def _draw_head(self, y: float) -> float:
        height = self._head_height
        self._fill(y, height, HEAD_FILL)
        for text, edge, (column, width) in zip(
            self._heads, self._edges, zip(self._ledger.columns, self._widths, strict=True), strict=False
        ):
            group = self._group_height if column.group else 0.0
            box = height - group - self._number_height
            self._grid_box(edge, y - group, width, box)
            text.drawOn(self._page, edge + points(0.6), y - group - (box + float(text.height)) / 2)
        self._draw_groups(y)
        self._draw_numbers(y - height + self._number_height)
        return y - height

    def _draw_groups(self, y: float) -> None:
        columns, place = self._ledger.columns, 0
        while place < len(columns):
            last = place
            while last + 1 < len(columns) and columns[last + 1].group == columns[place].group:
                last += 1
            if name := columns[place].group:
                left, right = self._edges[place], self._edges[last + 1]
                self._grid_box(left, y, right - left, self._group_height)
                self._page.setFont(self._fonts.bold, HEAD_SIZE)
                shown = printable(name, self._fonts.bold)
                self._page.drawCentredString((left + right) / 2, y - self._group_height / 2 - HEAD_SIZE * 0.36, shown)
            place = last + 1

    def _draw_numbers(self, y: float) -> None:
        """The row of column numbers that forms of the government have."""
        self._page.setFont(self._fonts.regular, 5.5)
        for number, (edge, width) in enumerate(zip(self._edges, self._widths, strict=False), 1):
            self._grid_box(edge, y, width, self._number_height)
            self._page.drawCentredString(edge + width / 2, y - self._number_height / 2 - 2, str(number))

    def _draw_row(self, row: _Row, y: float) -> float:
        font = self._fonts.bold if row.line.stands_out else self._fonts.regular
        for text, edge, width in zip(row.texts, self._edges, self._widths, strict=False):
            self._grid_box(edge, y, width, row.height)
            if isinstance(text, str):
                self._number(edge + width, y, text, font, width)
            else:
                text.drawOn(self._page, edge + PAD_X, y - PAD_Y - float(text.height))
        return y - row.height

    def _number(self, right: float, y: float, text: str, font: str, width: float) -> None:
        """At the right edge, smaller where the amount is too long for its column."""
        if not text:
            return
        room = width - PAD_NUMBER - points(0.5)
        size = min(SIZE, SIZE * room / figures_width(text, font, SIZE))
        draw_figures(self._page, right - PAD_NUMBER, y - PAD_Y - SIZE, text, font, size)

    def _draw_sums(self, words: str, sums: dict[str, int], balances: dict[str, int], y: float) -> float:
        columns, height = self._ledger.columns, self._sum_height
        self._fill(y, height, SUM_FILL)
        first = next(place for place, column in enumerate(columns) if column.is_summed)
        left, right = self._edges[0], self._edges[first]
        self._grid_box(left, y, right - left, height)
        style = ParagraphStyle("sum", fontName=self._fonts.bold, fontSize=SIZE, leading=LEADING, alignment=TA_RIGHT)
        text = Paragraph(escape(printable(words, self._fonts.bold)), style)
        _, tall = text.wrap(right - left - 2 * PAD_X, 10_000)
        text.drawOn(self._page, left + PAD_X, y - PAD_Y - float(tall))
        for column, edge, width in list(zip(columns, self._edges, self._widths, strict=False))[first:]:
            self._grid_box(edge, y, width, height)
            amount = (sums | balances).get(column.key)
            if amount is not None:
                self._number(edge + width, y, thousands(amount), self._fonts.bold, width)
        return y - height

    def _draw_empty(self, y: float) -> float:
        self._grid_box(self._left, y, self._right - self._left, self._sum_height)
        self._page.setFont(self._fonts.regular, SIZE)
        shown = printable(self._ledger.empty, self._fonts.regular)
        self._page.drawCentredString((self._left + self._right) / 2, y - PAD_Y - SIZE, shown)
        return y - self._sum_height

    def _draw_end(self, y: float) -> None:
        ledger = self._ledger
        if ledger.closing:
            y -= points(4)
        for figure in ledger.closing:
            font = self._fonts.bold if figure.is_sum else self._fonts.regular
            label_at, right = self._left, self._left + CLOSING
            if figure.is_sum:
                self._page.setLineWidth(0.5)
                self._page.line(right - points(38), y, right, y)
            self._page.setFont(font, 9)
            label_at += points(5) * figure.indented
            self._page.drawString(label_at, y - points(3.8), printable(figure.label, font))
            draw_figures(self._page, right, y - points(3.8), rupiah(figure.amount_rp), font, 9)
            y -= CLOSING_STEP
        if ledger.notes:
            y -= points(3)
        for note in self._notes():
            y -= float(note.height)
            note.drawOn(self._page, self._left, y)
            y -= points(1)
        if ledger.signatures:
            edges = {"left": self._left, "right": self._right}
            draw_signatures(self._page, ledger.signatures, self._fonts, top=y - points(6), **edges)

    def _draw_foot(self, number: int, pages: int) -> None:
        self._page.setFont(self._fonts.regular, 7.5)
        self._page.setFillGray(0.33)
        said = printable(f"{self._ledger.title} · {self._ledger.subtitle}", self._fonts.regular)
        self._page.drawString(self._left, points(8), said)
        self._page.drawRightString(self._right, points(8), f"Halaman {number} dari {pages}")
        self._page.setFillGray(0)

    def _fill(self, y: float, height: float, grey: float) -> None:
        self._page.setFillGray(grey)
        self._page.rect(self._left, y - height, self._right - self._left, height, stroke=0, fill=1)
        self._page.setFillGray(0)

    def _grid_box(self, x: float, y: float, width: float, height: float) -> None:
        self._page.setStrokeGray(GRID)
        self._page.setLineWidth(0.4)
        self._page.rect(x, y - height, width, height)
        self._page.setStrokeGray(0)


def _said(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell if isinstance(cell, str) else str(cell) if isinstance(cell, int) else short_date(cell)
