"""A slip laid out for its paper: as bytes for a receipt printer, or as a page for a printer of the system.

Both come from the same lines, column by column, so that a slip looks alike wherever it comes out. The bytes hold plain
ASCII and pictures only, because cheap receipt printers agree on nothing else: codes are pictures too, in whole dots.
"""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageOps
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from loket.domain.slip import Align, Block, Code, Gap, Logo, Pair, Rule, Slip, Text, Title
from loket.reports.card_codes import CODE128_QUIET, QR_QUIET, Rect, code128_runs, qr_matrix, stretches
from loket.reports.pdf import points

if TYPE_CHECKING:
    from escpos.printer import Dummy

log = logging.getLogger(__name__)
LEAST_DOTS, MOST_DOTS = 2, 3  # 0.25 to 0.38 mm: the narrowest bar
QR_DOTS = 5
CODE_HIGH = 72  # dots: 9 mm
LOGO_WIDE, LOGO_HIGH = 0.6, 128  # of the paper's width, and dots
LEAST_LEFT = 10  # columns: words beside an amount are not squeezed into fewer
LEADING = 1.3  # of a line on the page, against the size of its letters
COURIER = 0.6  # width of a letter against its size
BETTER = str.maketrans(
    {"–": "-", "—": "-", "−": "-", "‐": "-", "·": "-", "•": "-", "×": "x", "…": "...", "“": '"', "”": '"'}
    | {"‘": "'", "’": "'", "ʻ": "'", "«": '"', "»": '"', "½": "1/2", "ß": "ss", "ø": "o", "Ø": "O", "æ": "ae"}
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A width of paper, and what a printer for it can do.

    Attributes:
        dots: across the part that is printed on, `printable_mm` wide.
        profile: what python-escpos calls such a printer; it says whether there is a cutter.
    """

    columns: int
    dots: int
    width_mm: float
    printable_mm: float
    profile: str


PAPERS: dict[str, Paper] = {
    "58": Paper(32, 384, 58, 48, "POS-5890"),
    "80": Paper(48, 576, 80, 72, "TM-T20II"),
    "80-42": Paper(42, 512, 80, 72, "TM-T88III"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of letters, no longer than the paper has columns."""

    text: str
    bold: bool = False
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """A code as black rectangles (x, y, w, h) in dots, from the left edge of what is printed on."""

    rects: tuple[Rect, ...]
    height: int


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture of pure black and white, `x` dots from the left edge."""

    image: Image.Image
    x: int


Part = Line | Bars | Raster


# ---- laying out ----------------------------------------------------------------------------------------------------


def parts_of(slip: Slip, paper: Paper, logo: bytes | None = None) -> list[Part]:
    """The slip from the top down, line by line."""
    return [part for block in slip.blocks for part in _parts(block, paper, logo)]


def _parts(block: Block, paper: Paper, logo: bytes | None) -> Iterator[Part]:
    columns = paper.columns
    match block:
        case Title(text):
            yield from (Line(line, bold=True, tall=True) for line in _set(text, columns, "center"))
        case Text(text, align, bold):
            yield from (Line(line, bold) for line in _set(text, columns, align))
        case Pair(left, right, bold):
            yield from (Line(line, bold) for line in _pair(left, right, columns))
        case Rule():
            yield Line("-" * columns)
        case Gap(lines):
            yield from [Line("")] * lines
        case Code(data, qr):
            yield code_bars(data, paper, qr=qr)
        case Logo() if logo is not None:
            yield from _logo(logo, paper)


def plain(text: str) -> str:
    """The text in ASCII: other letters lose their accents, dashes and quotes become the simple ones, else "?"."""
    out = []
    for letter in unicodedata.normalize("NFC", text).translate(BETTER):
        if letter.isspace() or unicodedata.category(letter).startswith("C"):
            out.append(" ")
        elif letter.isascii():
            out.append(letter)
        else:
            out.append(unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode() or "?")
    return " ".join("".join(out).split())


def wrap(text: str, columns: int) -> list[str]:
    """Plain text broken at spaces; a word longer than the line is cut. At least one line."""
    lines = [""]
    for whole in plain(text).split():
        word = whole
        if len(lines[-1]) + bool(lines[-1]) + len(word) <= columns:
            lines[-1] = f"{lines[-1]} {word}".lstrip()
            continue
        if lines[-1]:
            lines.append("")
        while len(word) > columns:
            lines[-1], word = word[:columns], word[columns:]
            lines.append("")
        lines[-1] = word
    return lines


def _set(text: str, columns: int, align: Align) -> list[str]:
    lines = wrap(text, columns)
    return [line.center(columns).rstrip() for line in lines] if align == "center" else lines


def _pair(left: str, right: str, columns: int) -> list[str]:
    """The right part ends at the edge of the paper, on the last line of the left one or on a line of its own."""
    end = plain(right)
    room = columns - len(end) - 1
    if room >= LEAST_LEFT or len(plain(left)) <= room:
        *above, last = wrap(left, room)
        return [*above, f"{last.ljust(room)} {end}"]
    return [*wrap(left, columns), *(line.rjust(columns) for line in wrap(right, columns))]


# ---- codes and pictures --------------------------------------------------------------------------------------------


def code_bars(data: str, paper: Paper, *, qr: bool = False) -> Bars:
    """Code 128 in the middle of the paper if its bars can be wide enough, with the quiet zones; else a QR code."""
    if not qr and data.isascii() and data.isprintable():
        runs = list(code128_runs(data))
        modules = sum(width for _, width in runs)
        module = min(MOST_DOTS, paper.dots // (modules + 2 * CODE128_QUIET))
        if module >= LEAST_DOTS:
            return _bars(runs, module, (paper.dots - modules * module) // 2)
    return _qr(data, paper)


def _bars(runs: list[tuple[bool, int]], module: int, x: int) -> Bars:
    rects = []
    for black, width in runs:
        if black:
            rects.append((x, 0, width * module, CODE_HIGH))
        x += width * module
    return Bars(tuple(rects), CODE_HIGH)


def _qr(data: str, paper: Paper) -> Bars:
    matrix = qr_matrix(data)
    module = min(QR_DOTS, paper.dots // (len(matrix) + 2 * QR_QUIET))
    x0, y0 = (paper.dots - len(matrix) * module) // 2, QR_QUIET * module
    rects = tuple(
        (x0 + x * module, y0 + y * module, width * module, module)
        for y, row in enumerate(matrix)
        for x, width in stretches(row)
    )
    return Bars(rects, (len(matrix) + 2 * QR_QUIET) * module)


def _logo(data: bytes, paper: Paper) -> Iterator[Raster]:
    try:
        image = _black_and_white(data, (int(paper.dots * LOGO_WIDE), LOGO_HIGH))
    except (OSError, ValueError) as error:  # a receipt is not held up by a picture
        log.warning("the logo cannot be read, the slip goes without: %s", error)
        return
    yield Raster(image, (paper.dots - image.width) // 2)


@cache
def _black_and_white(data: bytes, most: tuple[int, int]) -> Image.Image:
    """On white, no larger than `most`, greys as dots. Raises OSError, ValueError."""
    with Image.open(BytesIO(data)) as found:
        coloured = found.convert("RGBA")
    ground = Image.new("RGBA", coloured.size, "white")
    ground.alpha_composite(coloured)
    grey = ImageOps.autocontrast(ground.convert("L"))
    grey.thumbnail(most, Image.Resampling.LANCZOS)
    return grey.convert("1")


# ---- bytes for a receipt printer -----------------------------------------------------------------------------------


def escpos_bytes(slip: Slip, paper: Paper, logo: bytes | None = None, *, drawer_pin: int = 0) -> bytes:
    """ESC/POS for this paper, cut or fed at the end. `drawer_pin` 2 or 5: where the drawer's cable is; 0: no drawer."""
    printer = _printer(paper)
    printer.hw("INIT")
    if slip.drawer and drawer_pin:
        printer.cashdraw(drawer_pin)
    bold = tall = False
    for part in parts_of(slip, paper, logo):
        if isinstance(part, Line):
            if (part.bold, part.tall) != (bold, tall):
                bold, tall = part.bold, part.tall
                printer.set(bold=bold, normal_textsize=not tall, double_height=tall)
            printer.textln(part.text)
        else:
            printer.image(_image(part, paper))
    printer.set(bold=False, normal_textsize=True)
    printer.cut()
    return bytes(printer.output)


def _printer(paper: Paper) -> Dummy:
    from loket.devices.escpos_library import printers

    return printers().Dummy(profile=paper.profile)


def _image(part: Bars | Raster, paper: Paper) -> Image.Image:
    """What is printed from the left edge of the paper on, with no white at its right."""
    if isinstance(part, Raster):
        made = Image.new("1", (part.x + part.image.width, part.image.height), 1)
        made.paste(part.image, (part.x, 0))
        return made
    made = Image.new("1", (min(paper.dots, max(x + w for x, _, w, _ in part.rects)), part.height), 1)
    pen = ImageDraw.Draw(made)
    for x, y, w, h in part.rects:
        pen.rectangle((x, y, x + w - 1, y + h - 1), fill=0)
    return made


# ---- a page for a printer of the system ----------------------------------------------------------------------------


def roll_pdf(slip: Slip, paper: Paper, logo: bytes | None = None) -> bytes:
    """One page as wide as the paper and as long as the slip."""
    parts = parts_of(slip, paper, logo)
    roll = _Roll(paper, sum(_height(part, paper) for part in parts))
    for part in parts:
        roll.put(part)
    return roll.bytes()


def _size(paper: Paper) -> float:
    """Letters of this size fill the width with the paper's columns."""
    return points(paper.printable_mm) / paper.columns / COURIER


def _height(part: Part, paper: Paper) -> float:
    if isinstance(part, Line):
        return _size(paper) * LEADING * (2 if part.tall else 1)
    dots = part.height if isinstance(part, Bars) else part.image.height
    return dots * points(paper.printable_mm) / paper.dots


class _Roll:
    """A page written from the top down."""

    def __init__(self, paper: Paper, height: float) -> None:
        self._paper, self._out = paper, BytesIO()
        self._left = points((paper.width_mm - paper.printable_mm) / 2)
        self._y = height + points(4)
        self._dot = points(paper.printable_mm) / paper.dots
        self._page = Canvas(self._out, pagesize=(points(paper.width_mm), self._y + points(6)))
        self._page.setTitle("Struk")

    def put(self, part: Part) -> None:
        self._y -= _height(part, self._paper)
        if isinstance(part, Line):
            self._write(part)
        elif isinstance(part, Bars):
            path = self._page.beginPath()
            for x, y, w, h in part.rects:
                path.rect(
                    self._left + x * self._dot,
                    self._y + (part.height - y - h) * self._dot,
                    w * self._dot,
                    h * self._dot,
                )
            self._page.drawPath(path, stroke=0, fill=1)
        else:
            self._page.drawImage(
                ImageReader(part.image.convert("L")),
                self._left + part.x * self._dot,
                self._y,
                part.image.width * self._dot,
                part.image.height * self._dot,
            )

    def _write(self, line: Line) -> None:
        """Twice as high, not twice as wide, where the printer would do so; a little fattened, for paper that fades."""
        size = _size(self._paper)
        text = self._page.beginText()
        text.setTextTransform(1, 0, 0, 2 if line.tall else 1, self._left, self._y + size * 0.3)
        text.setFont("Courier-Bold" if line.bold else "Courier", size)
        text.setTextRenderMode(2)
        text.textOut(line.text)
        self._page.setLineWidth(0.15)
        self._page.drawText(text)

    def bytes(self) -> bytes:
        self._page.showPage()
        self._page.save()
        return self._out.getvalue()
