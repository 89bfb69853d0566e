"""Text that fits its box: it shrinks, then wraps into the lines it may have, then ends in "…". It never overflows."""

from __future__ import annotations

import math
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from loket.reports.card_design import Text
from loket.reports.pdf import points, printable, text_width, wrap

STEP_PT = 0.25
ASCENT, DESCENT, CAP = 0.76, 0.22, 0.73  # of the size, in Inter; what letters need above and below their baseline
TINY_PT = 1.0  # a box so low that nothing larger fits


@dataclass(frozen=True, slots=True)
class SetText:
    """Lines as they are printed, the size they fit at, and the first baseline below the box's top, all in points."""

    lines: tuple[str, ...]
    size_pt: float
    baseline_pt: float
    leading_pt: float


def set_text(text: str, element: Text, font: str) -> SetText:
    """Fit the text into the element's box."""
    paragraphs = [printable(part, font) for part in (text.upper() if element.upper else text).split("\n")]
    width, height = points(element.w_mm), points(element.h_mm)
    size = max(TINY_PT, min(element.size_pt, height / (ASCENT + DESCENT)))
    least = min(size, element.least_pt)
    while True:
        lines, whole = _broken(paragraphs, element, font, size, width, _lines_that_fit(element, size, height))
        if whole or size <= least:
            break
        size = max(least, size - STEP_PT)
    leading = size * element.spacing
    return SetText(tuple(lines), size, _baseline(element, size, leading * max(0, len(lines) - 1), height), leading)


def _lines_that_fit(element: Text, size: float, height: float) -> int:
    below = height - (ASCENT + DESCENT) * size
    return max(1, min(element.lines, 1 + math.floor(below / (size * element.spacing) + 1e-6)))


def _broken(
    paragraphs: list[str], element: Text, font: str, size: float, width: float, most: int
) -> tuple[list[str], bool]:
    """Lines of the size, and whether they say everything."""
    lines: list[str] = []
    whole = True
    for paragraph in paragraphs:
        broken = wrap(paragraph, font, size, width, max(0, most - len(lines)), element.tracking_pt)
        lines += broken
        whole = whole and " ".join(broken) == paragraph
    return lines, whole


def _baseline(element: Text, size: float, below_first: float, height: float) -> float:
    """Where the first line stands: its capitals are in the middle of the box, or the box's edges hold the letters."""
    top, bottom = ASCENT * size, height - DESCENT * size - below_first
    if element.valign == "top":
        return top
    if element.valign == "bottom":
        return bottom
    return min(max((height - below_first + CAP * size) / 2, top), bottom) if bottom >= top else top


def draw_text(canvas: Canvas, text: str, element: Text, font: str, top_pt: float) -> None:
    """Draw it on a card that is `top_pt` high."""
    done = set_text(text, element, font)
    left, width = points(element.x_mm), points(element.w_mm)
    y = top_pt - points(element.y_mm) - done.baseline_pt
    canvas.setFillColor(element.colour)
    canvas.setFont(font, done.size_pt)
    for line in done.lines:
        drawn = text_width(line, font, done.size_pt, element.tracking_pt) - element.tracking_pt * bool(line)
        shift = {"left": 0.0, "center": (width - drawn) / 2, "right": width - drawn}[element.align]
        canvas.drawString(left + shift, y, line, charSpace=element.tracking_pt)
        y -= done.leading_pt
