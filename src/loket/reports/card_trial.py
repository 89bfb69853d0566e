"""The test card: where a printer puts what it is told to put, which side is which, and whether its bars can be read.

A frame 3 mm inside the edge, millimetres from the middle, an arrow to the upper edge, and a barcode.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab.graphics.barcode.code128 import Code128
from reportlab.pdfgen.canvas import Canvas

from loket.reports.card_codes import DOT_PT, to_dots
from loket.reports.card_design import CARD_LONG_MM, CARD_SHORT_MM
from loket.reports.pdf import Fonts, points, printable

TRIAL_CODE = "UJI"
FRAME_MM, LINE_MM, BAR_DOTS, BAR_H_MM = 3.0, 0.2, 3, 9.0
LONG_TICK_MM, TICK_MM, FIVE = 1.8, 0.9, 5
Offset = tuple[float, float]


def trial_card(words: Sequence[str], offsets_mm: Sequence[Offset], fonts: Fonts, *, portrait: bool = False) -> bytes:
    """One page for each of `words`, which name the sides; each moved by its offset, right and down."""
    wide_mm, high_mm = (CARD_SHORT_MM, CARD_LONG_MM) if portrait else (CARD_LONG_MM, CARD_SHORT_MM)
    width, height = to_dots(wide_mm) * DOT_PT, to_dots(high_mm) * DOT_PT
    out = BytesIO()
    canvas = Canvas(out, pagesize=(width, height), pageCompression=1, invariant=1)
    canvas.setTitle("Loket")
    canvas.setViewerPreference("PrintScaling", "None")
    for text, (right_mm, down_mm) in zip(words, offsets_mm, strict=True):
        canvas.translate(to_dots(right_mm) * DOT_PT, -to_dots(down_mm) * DOT_PT)
        _side(canvas, text, wide_mm, high_mm, width, height, fonts)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _side(canvas: Canvas, text: str, wide_mm: float, high_mm: float, width: float, height: float, fonts: Fonts) -> None:
    inset = points(FRAME_MM)
    canvas.setStrokeColorRGB(0, 0, 0)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.setLineWidth(points(LINE_MM))
    canvas.rect(inset, inset, width - 2 * inset, height - 2 * inset, stroke=1, fill=0)
    _ruler(canvas, width / 2, height / 2, wide_mm, upright=False)
    _ruler(canvas, width / 2, height / 2, high_mm, upright=True)
    _arrow(canvas, width / 2 + points(4.5), height - inset - points(1.5))
    canvas.setFont(fonts.bold, 7)
    canvas.drawString(width / 2 + points(3), height - inset - points(8.5), printable(text, fonts.bold))
    bars = Code128(TRIAL_CODE, barWidth=BAR_DOTS * DOT_PT, barHeight=points(BAR_H_MM), quiet=False)
    left = inset + (width / 2 - inset - bars.width) / 2  # in the quarter below the ruler, on a printer's dot
    bars.drawOn(canvas, round(left / DOT_PT) * DOT_PT, inset + points(6))


def _ruler(canvas: Canvas, x: float, y: float, long_mm: float, *, upright: bool) -> None:
    """Millimetres from the middle to the frame, every fifth longer."""
    reach = int(long_mm / 2 - FRAME_MM)
    end = points(reach)
    canvas.line(*((x, y - end, x, y + end) if upright else (x - end, y, x + end, y)))
    for mm in range(-reach, reach + 1):
        tick, along = points(LONG_TICK_MM if mm % FIVE == 0 else TICK_MM), points(mm)
        canvas.line(
            *((x - tick, y + along, x + tick, y + along) if upright else (x + along, y - tick, x + along, y + tick))
        )


def _arrow(canvas: Canvas, x: float, top: float) -> None:
    """Points to the upper edge."""
    path = canvas.beginPath()
    path.moveTo(x, top)
    path.lineTo(x - points(1.6), top - points(3))
    path.lineTo(x + points(1.6), top - points(3))
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
