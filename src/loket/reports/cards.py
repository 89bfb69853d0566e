"""Member cards as PDF: single cards for a card printer, or sheets of A4 to cut.

A card's page is a whole number of a 300-dpi printer's dots, so that bars drawn on dots stay sharp.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from loket.domain.cards import CardLibrary, CardValues
from loket.domain.errors import InvalidInput
from loket.reports.card_codes import DOT_PT, to_dots
from loket.reports.card_design import CARD_LONG_MM, CARD_SHORT_MM, FRONT, SIDES, Barcode, CardDesign
from loket.reports.card_drawing import CardArtist, CardPress, code_bars
from loket.reports.pdf import points

__all__ = ["CardLibrary", "CardPress", "CardValues", "cards_pdf", "check_codes", "sheet_pdf"]

A4_W_MM, A4_H_MM = 210.0, 297.0
MARK_MM, MARK_GAP_MM, MARK_LINE_MM = 4.0, 1.5, 0.1
Offset = tuple[float, float]


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """Cards on A4, in the middle of the paper; a portrait card lies on its side."""

    columns: int
    rows: int
    gap_x_mm: float
    gap_y_mm: float

    @property
    def per_sheet(self) -> int:
        return self.columns * self.rows

    def place_mm(self, number: int) -> tuple[float, float]:
        """Left and top of a card's place, row by row."""
        row, column = divmod(number, self.columns)
        wide = self.columns * CARD_LONG_MM + (self.columns - 1) * self.gap_x_mm
        high = self.rows * CARD_SHORT_MM + (self.rows - 1) * self.gap_y_mm
        left = (A4_W_MM - wide) / 2 + column * (CARD_LONG_MM + self.gap_x_mm)
        return left, (A4_H_MM - high) / 2 + row * (CARD_SHORT_MM + self.gap_y_mm)

    def behind(self, number: int) -> int:
        """The place on the back of the paper, turned over its long edge."""
        row, column = divmod(number, self.columns)
        return row * self.columns + self.columns - 1 - column


LAYOUTS: dict[str, SheetLayout] = {"a4-8": SheetLayout(2, 4, 8, 10), "a4-10": SheetLayout(2, 5, 8, 3)}


def cards_pdf(
    press: CardPress,
    design: CardDesign,
    values: Sequence[CardValues],
    *,
    sides: Sequence[str] = SIDES,
    offset_mm: Offset = (0.0, 0.0),
    back_offset_mm: Offset | None = None,
    on_card: Callable[[int, int], object] | None = None,
) -> bytes:
    """One page per side, card by card. An empty side is left out. Offsets move everything right and down.

    `on_card(done, total)` is told of each card and may raise to stop. Raises InvalidInput("code", …) for a code that
    cannot be printed, and ValueError without cards.
    """
    wanted = [side for side in design.sides if side in sides]
    if not values or not wanted:
        raise ValueError("nothing to print")
    out = BytesIO()
    canvas = _canvas(out, to_dots(design.width_mm) * DOT_PT, to_dots(design.height_mm) * DOT_PT, design.name_id)
    artist = CardArtist(canvas, press, design)
    for number, card in enumerate(values, start=1):
        for side in wanted:
            _move(canvas, offset_mm if side == FRONT or back_offset_mm is None else back_offset_mm)
            artist.side(side, card)
            canvas.showPage()
        if on_card is not None:
            on_card(number, len(values))
    canvas.save()
    return out.getvalue()


def sheet_pdf(
    press: CardPress,
    design: CardDesign,
    values: Sequence[CardValues],
    *,
    layout: str = "a4-8",
    crop_marks: bool = True,
    duplex: bool = False,
    offset_mm: Offset = (0.0, 0.0),
    back_offset_mm: Offset = (0.0, 0.0),
) -> bytes:
    """Sheets of A4. With `duplex` each sheet is followed by its backs, mirrored for turning over the long edge.

    Raises as `cards_pdf`; KeyError for a layout that does not exist.
    """
    plan = LAYOUTS[layout]
    if not values:
        raise ValueError("nothing to print")
    out = BytesIO()
    canvas = _canvas(out, points(A4_W_MM), points(A4_H_MM), design.name_id)
    artist = CardArtist(canvas, press, design)
    two_sided = duplex and bool(design.back)
    for start in range(0, len(values), plan.per_sheet):
        page = values[start : start + plan.per_sheet]
        for side in SIDES if two_sided else (FRONT,):
            _move(canvas, offset_mm if side == FRONT else back_offset_mm)
            _sheet_page(canvas, artist, plan, design, side, page)
            if crop_marks:
                _crop_marks(canvas, plan)
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def check_codes(design: CardDesign, values: Sequence[CardValues]) -> list[CardValues]:
    """The cards whose code this design cannot print readably."""
    codes = [one for side in design.sides for one in design.side(side) if isinstance(one, Barcode)]
    return [card for card in values if any(not _fits(element, card) for element in codes)]


def _fits(element: Barcode, card: CardValues) -> bool:
    try:
        code_bars(element, card)
    except InvalidInput:
        return False
    return True


# ---- pages ----------------------------------------------------------------------------------------------------------


def _canvas(out: BytesIO, width_pt: float, height_pt: float, title: str) -> Canvas:
    canvas = Canvas(out, pagesize=(width_pt, height_pt), pageCompression=1, invariant=1)
    canvas.setTitle(title)
    canvas.setCreator("Loket")
    canvas.setViewerPreference("PrintScaling", "None")  # "fit to page" would blur the bars
    return canvas


def _move(canvas: Canvas, offset_mm: Offset) -> None:
    """Right and down, in whole dots: bars stay on dots."""
    canvas.translate(to_dots(offset_mm[0]) * DOT_PT, -to_dots(offset_mm[1]) * DOT_PT)


def _sheet_page(
    canvas: Canvas, artist: CardArtist, plan: SheetLayout, design: CardDesign, side: str, page: Sequence[CardValues]
) -> None:
    for number, card in enumerate(page):
        left_mm, top_mm = plan.place_mm(number if side == FRONT else plan.behind(number))
        width, height = to_dots(CARD_LONG_MM) * DOT_PT, to_dots(CARD_SHORT_MM) * DOT_PT
        canvas.saveState()
        canvas.translate(to_dots(left_mm) * DOT_PT, points(A4_H_MM) - to_dots(top_mm) * DOT_PT - height)
        clip = canvas.beginPath()
        clip.rect(0, 0, width, height)
        canvas.clipPath(clip, stroke=0, fill=0)
        if design.portrait:  # on its side; its back the other way round, so that both have the same edge on top
            canvas.translate(*((width, 0) if side == FRONT else (0, height)))
            canvas.rotate(90 if side == FRONT else -90)
        artist.side(side, card)
        canvas.restoreState()


def _crop_marks(canvas: Canvas, plan: SheetLayout) -> None:
    """Short lines outside the cards, at each edge of each column and row: cut from mark to mark."""
    first, last = plan.place_mm(0), plan.place_mm(plan.per_sheet - 1)
    right, bottom = last[0] + CARD_LONG_MM, last[1] + CARD_SHORT_MM
    canvas.setStrokeColorRGB(0, 0, 0)
    canvas.setLineWidth(points(MARK_LINE_MM))

    def line(x1: float, y1: float, x2: float, y2: float) -> None:
        canvas.line(points(x1), points(A4_H_MM - y1), points(x2), points(A4_H_MM - y2))

    for column in range(plan.columns):
        left = plan.place_mm(column)[0]
        for x in (left, left + CARD_LONG_MM):
            line(x, first[1] - MARK_GAP_MM, x, first[1] - MARK_GAP_MM - MARK_MM)
            line(x, bottom + MARK_GAP_MM, x, bottom + MARK_GAP_MM + MARK_MM)
    for row in range(plan.rows):
        top = plan.place_mm(row * plan.columns)[1]
        for y in (top, top + CARD_SHORT_MM):
            line(first[0] - MARK_GAP_MM, y, first[0] - MARK_GAP_MM - MARK_MM, y)
            line(right + MARK_GAP_MM, y, right + MARK_GAP_MM + MARK_MM, y)
