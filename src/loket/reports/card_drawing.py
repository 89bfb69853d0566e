"""One drawing path for everything that shows a card: card printer, A4 sheets, files and the preview.

What says the same on every card of a library is drawn once and then referred to: five hundred cards hold one logo.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from pathlib import Path

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from loket.domain.cards import LIBRARY_FIELDS, CardValues, fields_of
from loket.domain.errors import InvalidInput
from loket.reports.card_codes import DOT_PT, TEXT_LINE, Bars, Rect, bars_for, code_room, to_dots
from loket.reports.card_design import (
    LIBRARY_PICTURES,
    Barcode,
    CardDesign,
    Element,
    Photo,
    Picture,
    Shape,
    Text,
    fields_in,
)
from loket.reports.card_shapes import draw_shape, figure
from loket.reports.card_text import CAP, DESCENT, draw_text
from loket.reports.pdf import POINTS_PER_MM, load_weights, points, text_width

HAIR = 0.001  # of a dot, off each edge of a bar: a rounding error must not touch the next dot and make it grey
Pictures = Callable[[str], bytes | None]


class CardPress:
    """What drawing needs from outside: the fonts, and pictures by their names in a design."""

    def __init__(self, fonts_dir: Path, pictures: Pictures) -> None:
        self.fonts = load_weights(fonts_dir)
        self.pictures = pictures


class _Jpeg(ImageReader):  # type: ignore[misc]
    """A JPEG that goes into the file as it is; reportlab's own reader unpacks it only to tell two pictures apart."""

    _dataA = None  # noqa: N815 - reportlab's name for the transparent part

    def getRGBData(self) -> bytes:
        return bytes(self.fp.getvalue())


def read_picture(data: bytes) -> ImageReader | None:
    """The picture, or None where the bytes are none that can be read."""
    try:
        reader = ImageReader(BytesIO(data))
        return _Jpeg(BytesIO(data)) if hasattr(reader.jpeg_fh(), "read") else _checked(reader)
    except (OSError, ValueError, SyntaxError):  # what PIL says of damaged files
        return None


def _checked(reader: ImageReader) -> ImageReader:
    reader.getRGBData()
    return reader


@dataclass(frozen=True, slots=True)
class CodeText:
    """A card's code in letters as it is written: size and width, and the white before it."""

    size_pt: float
    width_pt: float
    gap_pt: float
    tracking_pt: float


class CardArtist:
    """Draws sides of cards of one design into one PDF."""

    def __init__(self, canvas: Canvas, press: CardPress, design: CardDesign) -> None:
        self._canvas = canvas
        self._press = press
        self._design = design
        self.width_pt = to_dots(design.width_mm) * DOT_PT
        self.height_pt = to_dots(design.height_mm) * DOT_PT
        self._stamps: dict[tuple[object, ...], str] = {}
        self._readers: dict[bytes, ImageReader | None] = {}

    def side(self, side: str, values: CardValues) -> None:
        """Draw a side with the canvas's origin as the card's lower left corner."""
        words = fields_of(values)
        for number, (shared, run) in enumerate(_runs(self._design.side(side))):
            if shared:
                self._stamp((side, number, values.library), run, values, words)
            else:
                for element in run:
                    self._draw(element, values, words)

    def _stamp(
        self, key: tuple[object, ...], run: Sequence[Element], values: CardValues, words: dict[str, str]
    ) -> None:
        """Elements that are the same on every card of the library, drawn once for the whole file."""
        if key not in self._stamps:
            name = f"card{id(self)}-{len(self._stamps)}"
            self._canvas.beginForm(name, 0, 0, self.width_pt, self.height_pt)
            for element in run:
                self._draw(element, values, words)
            self._canvas.endForm()
            self._stamps[key] = name
        self._canvas.doForm(self._stamps[key])

    def _draw(self, element: Element, values: CardValues, words: dict[str, str]) -> None:
        match element:
            case Text():
                text = filled(element.text, words)
                if text:
                    draw_text(self._canvas, text, element, self._press.fonts[element.weight], self.height_pt)
            case Shape():
                draw_shape(self._canvas, element, self.height_pt)
            case Photo():
                self._photo(element, values.photo)
            case Picture():
                self._picture(element, values)
            case Barcode():
                self._code(element, values)

    def _photo(self, element: Photo, photo: bytes | None) -> None:
        canvas, left, bottom, width, height = self._canvas, *self._box(element)
        reader = self._reader(photo) if photo else None
        canvas.saveState()
        clip = canvas.beginPath()
        clip.roundRect(left, bottom, width, height, min(points(element.radius_mm), width / 2, height / 2))
        canvas.clipPath(clip, stroke=0, fill=0)
        if reader is None:
            figure(canvas, left, bottom, width, height, element.ground, element.figure)
        else:
            self._place(reader, left, bottom, width, height, max)
        canvas.restoreState()
        if element.line and element.line_mm:
            canvas.setStrokeColor(element.line)
            canvas.setLineWidth(points(element.line_mm))
            radius = min(points(element.radius_mm), width / 2, height / 2)
            canvas.roundRect(left, bottom, width, height, radius, stroke=1, fill=0)

    def _picture(self, element: Picture, values: CardValues) -> None:
        reader = self._found(element.file, values) or self._found(element.otherwise, values)
        if reader is None:
            return
        canvas, left, bottom, width, height = self._canvas, *self._box(element)
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(left, bottom, width, height)
        canvas.clipPath(clip, stroke=0, fill=0)
        self._place(reader, left, bottom, width, height, max if element.fit == "cover" else min)
        canvas.restoreState()

    def _found(self, name: str, values: CardValues) -> ImageReader | None:
        if not name:
            return None
        data = getattr(values.library, name) if name in LIBRARY_PICTURES else self._press.pictures(name)
        return self._reader(data) if data else None

    def _reader(self, data: bytes) -> ImageReader | None:
        if data not in self._readers:
            self._readers[data] = read_picture(data)
        return self._readers[data]

    def _place(
        self,
        reader: ImageReader,
        left: float,
        bottom: float,
        width: float,
        height: float,
        choose: Callable[[float, float], float],
    ) -> None:
        """Centre the picture: all of it in the box (min), or the whole box filled (max)."""
        wide, high = reader.getSize()
        scale = choose(width / wide, height / high)
        x, y = left + (width - wide * scale) / 2, bottom + (height - high * scale) / 2
        self._canvas.drawImage(reader, x, y, wide * scale, high * scale, mask="auto")

    def _code(self, element: Barcode, values: CardValues) -> None:
        """White ground, then the bars in one black path, everything on whole dots of the card."""
        kind = values.code_kind if element.code == "setting" else element.code
        bars = code_bars(element, values, self._design.key)
        self._white(element)
        room = code_room(element.w_mm, element.h_mm, kind, element.text_pt)
        text = self._code_text(element, values.code, kind, bars)
        quiet_x, quiet_y = _quiet(element, kind, bars.quiet)
        shift = {"left": 0.0, "center": 0.5, "right": 1.0}[element.align]
        beside = to_dots((text.width_pt + text.gap_pt) / POINTS_PER_MM) if text and kind == "qr" else 0
        x0 = to_dots(element.x_mm) + quiet_x
        x0 += int(max(0, to_dots(room[0]) - bars.width - 2 * quiet_x - beside) * shift)
        y0 = to_dots(element.y_mm) + quiet_y + int(max(0, to_dots(room[1]) - bars.height - 2 * quiet_y) / 2)
        self._bars(bars, x0, y0)
        if text:
            self._write_code(element, text, kind, (x0, y0, bars.width, bars.height), values.code)

    def _white(self, element: Barcode) -> None:
        """The ground of the code, its edges on dots; black from here on."""
        left, top, width, height = (to_dots(mm) for mm in (element.x_mm, element.y_mm, element.w_mm, element.h_mm))
        bottom = to_dots(self._design.height_mm) - top - height
        self._canvas.setFillColorRGB(1, 1, 1)
        self._canvas.rect(left * DOT_PT, bottom * DOT_PT, width * DOT_PT, height * DOT_PT, stroke=0, fill=1)
        self._canvas.setFillColorRGB(0, 0, 0)

    def _bars(self, bars: Bars, x0: int, y0: int) -> None:
        card = to_dots(self._design.height_mm)
        path = self._canvas.beginPath()
        for x, y, w, h in bars.rects:
            left, bottom = x0 + x + HAIR, card - y0 - y - h + HAIR
            path.rect(left * DOT_PT, bottom * DOT_PT, (w - 2 * HAIR) * DOT_PT, (h - 2 * HAIR) * DOT_PT)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def _code_text(self, element: Barcode, code: str, kind: str, bars: Bars) -> CodeText | None:
        """The code in letters, small enough for the room it has; None where there is no room for it."""
        upright = kind != "qr" and element.h_mm > element.w_mm
        if not element.text_pt or upright:
            return None
        font, size, gap = self._press.fonts[element.weight], element.text_pt, 0.0
        room = points(element.w_mm)
        if kind == "qr":
            gap = bars.quiet * DOT_PT
            room -= bars.width * DOT_PT + 2 * gap
        wide = text_width(code, font, size, element.tracking_pt)
        if wide > room:
            size *= room / wide
        return CodeText(size, min(wide, room), gap, element.tracking_pt * size / element.text_pt) if size >= 3 else None

    def _write_code(self, element: Barcode, text: CodeText, kind: str, at: Rect, code: str) -> None:
        """Below the bars and under their middle, within the box; beside a QR code, half way up."""
        x, y, width, height = (dots * DOT_PT for dots in at)
        self._canvas.setFont(self._press.fonts[element.weight], text.size_pt)
        if kind == "qr":
            left, down = x + width + text.gap_pt, y + height / 2 + text.size_pt * CAP / 2
        else:
            edge = points(element.x_mm)
            left = min(max(x + (width - text.width_pt) / 2, edge), edge + points(element.w_mm) - text.width_pt)
            down = y + height + text.size_pt * (TEXT_LINE - DESCENT)
        self._canvas.drawString(left, self.height_pt - down, code, charSpace=text.tracking_pt)

    def _box(self, element: Element) -> tuple[float, float, float, float]:
        height = points(element.h_mm)
        bottom = self.height_pt - points(element.y_mm) - height
        return points(element.x_mm), bottom, points(element.w_mm), height


def _quiet(element: Barcode, kind: str, quiet: int) -> tuple[int, int]:
    if kind == "qr":
        return quiet, quiet
    return (0, quiet) if element.h_mm > element.w_mm else (quiet, 0)


def code_bars(element: Barcode, values: CardValues, design: str = "") -> Bars:
    """The bars of a card's code in this element. Raises InvalidInput("code", …) with the design's key."""
    kind = values.code_kind if element.code == "setting" else element.code
    try:
        return bars_for(values.code, kind, *code_room(element.w_mm, element.h_mm, kind, element.text_pt))
    except InvalidInput as error:
        raise InvalidInput(error.field, error.code, design=design, **error.params) from None


def filled(text: str, words: dict[str, str]) -> str:
    """A text with its fields; "" where it has fields and all of them are empty. Empty lines are left out."""
    names = fields_in(text)
    if names and not any(words[name] for name in names):
        return ""
    lines = (line.strip() for line in text.format_map(words).split("\n"))
    return "\n".join(line for line in lines if line)


def is_shared(element: Element) -> bool:
    """Whether it says the same on all cards of a library."""
    if isinstance(element, Text):
        return all(name in LIBRARY_FIELDS for name in fields_in(element.text))
    return isinstance(element, Shape | Picture)


def _runs(elements: Sequence[Element]) -> Iterator[tuple[bool, list[Element]]]:
    """Neighbours that are shared or not, in the order they lie on one another."""
    for shared, run in groupby(elements, is_shared):
        yield shared, list(run)
