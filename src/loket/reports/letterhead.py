"""The letterhead (kop surat) of a library, and the blocks in which papers are signed: alike on every document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape

from PIL import Image, UnidentifiedImageError
from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from loket.domain.entities import Library
from loket.domain.officials import spaced_nip as spaced_nip
from loket.domain.settings import Settings
from loket.domain.wording import long_date
from loket.reports.pdf import Fonts, points, printable, text_width

BLANK = "." * 36  # for what is filled in by hand
RED = Color(0.64, 0.14, 0.11)  # of what is void
LOGO_GAP = points(4)
LEAST_SIGNING = points(16)  # white for a signature and a stamp


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands above and below a paper besides the library's own data.

    `agency` is whom the library belongs to, above its name; `place` the town of the date line; `head_title` the office
    of who signs, `treasurer_title` the treasurer's, with "Plt." or "Plh." for one who acts; `logo` a PNG or JPEG.
    """

    place: str = ""
    agency: str = ""
    head_title: str = "Kepala"
    logo: bytes | None = None
    treasurer_title: str = "Bendahara Penerimaan"


@dataclass(frozen=True, slots=True)
class Signature:
    """One who signs. `above` is what stands over the office: a place and date, "Mengetahui,", or nothing.

    `rank`: pangkat and golongan, "Pembina (IV/a)"; "" where it is not told.
    """

    office: str
    name: str = ""
    nip: str = ""
    above: str = ""
    rank: str = ""


@dataclass(frozen=True, slots=True)
class Issuer:
    """Whose paper it is: the library, its letterhead, its settings (treasurer, place), and the day of signing."""

    library: Library
    head: Letterhead
    settings: Settings
    signed_on: date

    @property
    def chief(self) -> Signature:
        """The head of the library, who has taken note."""
        return Signature(f"{self.head.head_title},", self.library.head_name, self.library.head_nip, "Mengetahui,")

    @property
    def treasurer(self) -> Signature:
        """The treasurer of receipts, with place and date."""
        settings, office = self.settings, f"{self.head.treasurer_title},"
        return Signature(office, settings.treasurer_name, settings.treasurer_nip, self.place_and_day)

    @property
    def place_and_day(self) -> str:
        place = self.settings.receipt_place or self.head.place or "." * 16
        return f"{place}, {long_date(self.signed_on)}"


def draw_letterhead(
    page: Canvas,
    library: Library,
    head: Letterhead,
    fonts: Fonts,
    *,
    left: float,
    right: float,
    top: float,
    scale: float = 1.0,
) -> float:
    """Logo, agency, name, address and the double rule, between two edges. Returns the y below it; all in points.

    Names too long for a line go on in the next. Without a logo the text has the whole width.
    """
    contact = " · ".join(part for part in (library.address, f"Telepon {library.phone}" * bool(library.phone)) if part)
    lines = [
        (head.agency.upper(), 12.0, fonts.regular),
        (library.name.upper(), 15.0, fonts.bold),
        (contact, 9.5, fonts.regular),
    ]
    logo = _logo(head.logo, points(20) * scale)
    inset = logo[1] + LOGO_GAP if logo else 0.0
    words = [_centred(text, size * scale, font) for text, size, font in lines if text]
    width = right - left - 2 * inset
    heights = [float(one.wrap(width, 10_000)[1]) + points(0.6) * scale for one in words]
    height = max(sum(heights), logo[2] if logo else 0.0)
    y = top - (height - sum(heights)) / 2
    for one, tall in zip(words, heights, strict=True):
        one.drawOn(page, left + inset, y - tall + points(0.6) * scale)
        y -= tall
    y = top - height
    if logo:
        picture, wide, tall = logo
        page.drawImage(picture, left, y + (height - tall) / 2, wide, tall, mask="auto")
    y -= points(1.5) * scale
    for rule, gap in ((2.0, 1.0), (0.6, 0.0)):
        page.setLineWidth(rule * scale)
        page.line(left, y, right, y)
        y -= points(gap) * scale
    return y


def _centred(text: str, size: float, font: str) -> Paragraph:
    style = ParagraphStyle("kop", fontName=font, fontSize=size, leading=size * 1.3, alignment=TA_CENTER)
    return Paragraph(escape(printable(text, font)), style)


def _logo(picture: bytes | None, height: float) -> tuple[ImageReader, float, float] | None:
    """The picture with its width and height in points; None where it is no picture: a paper does without."""
    if picture is None:
        return None
    try:
        with Image.open(BytesIO(picture)) as opened:
            opened.load()
            wide, tall = opened.size
    except (UnidentifiedImageError, OSError):
        return None
    fit = min(height / tall, height * 1.5 / wide)
    return ImageReader(BytesIO(picture)), wide * fit, tall * fit


def draw_mark(page: Canvas, word: str, fonts: Fonts, size: tuple[float, float]) -> None:
    """A word over the whole face of a sheet, through which everything can still be read."""
    page.saveState()
    page.translate(size[0] / 2, size[1] / 2)
    page.rotate(24 if size[0] > size[1] else 50)
    page.setFillColor(Color(RED.red, RED.green, RED.blue, alpha=0.16))
    tall = min(120.0, 0.7 * size[0] / text_width(word, fonts.bold, 1))
    page.setFont(fonts.bold, tall)
    page.drawCentredString(0, -0.35 * tall, word)
    page.restoreState()


# ---- signatures -----------------------------------------------------------------------------------------------------


def draw_signatures(
    page: Canvas,
    blocks: Sequence[Signature],
    fonts: Fonts,
    *,
    left: float,
    right: float,
    top: float,
    size: float = 9.5,
    space: float = LEAST_SIGNING,
) -> float:
    """The blocks side by side, in columns of one width, names on one line of the eye. Returns the y below.

    A name that is not known is a dotted line in brackets, to be written by hand.
    """
    columns = max(2, len(blocks))
    width = (right - left) / columns
    places = range(columns - len(blocks), columns)  # one who signs alone does so at the right
    offices = [_block([block.above or "\xa0", block.office], fonts.regular, size, width) for block in blocks]
    names = [_named(block, fonts, size, width) for block in blocks]
    head, foot = max(map(_height, offices)), max(map(_height, names))
    for place, office, name in zip(places, offices, names, strict=True):
        x = left + place * width
        _draw(page, office, x, top)
        _draw(page, name, x, top - head - space)
    return top - head - space - foot


def signatures_height(
    blocks: Sequence[Signature], fonts: Fonts, width: float, size: float = 9.5, space: float = LEAST_SIGNING
) -> float:
    """How high `draw_signatures` will be, in points."""
    column = width / max(2, len(blocks))
    offices = [_block([block.above or "\xa0", block.office], fonts.regular, size, column) for block in blocks]
    names = [_named(block, fonts, size, column) for block in blocks]
    return max(map(_height, offices)) + space + max(map(_height, names))


def _named(block: Signature, fonts: Fonts, size: float, width: float) -> list[Paragraph]:
    name = escape(printable(block.name, fonts.bold))
    lines = _styled([f"<u>{name}</u>" if name else f"({BLANK})"], fonts.bold if name else fonts.regular, size, width)
    if block.rank.strip():
        lines += _block([block.rank], fonts.regular, size, width)
    if block.nip.strip():
        lines += _block([f"NIP {spaced_nip(block.nip)}"], fonts.regular, size, width)
    return lines


def _block(texts: Sequence[str], font: str, size: float, width: float) -> list[Paragraph]:
    shown = [text if text == "\xa0" else escape(printable(text, font)) for text in texts]
    return _styled(shown, font, size, width)


def _styled(markup: Sequence[str], font: str, size: float, width: float) -> list[Paragraph]:
    style = ParagraphStyle("ttd", fontName=font, fontSize=size, leading=size * 1.35, alignment=TA_CENTER)
    lines = [Paragraph(text, style) for text in markup]
    for line in lines:
        line.wrap(width - points(4), 10_000)
    return lines


def _height(lines: Sequence[Paragraph]) -> float:
    return sum(float(line.height) for line in lines)


def _draw(page: Canvas, lines: Sequence[Paragraph], x: float, top: float) -> None:
    for line in lines:
        top -= float(line.height)
        line.drawOn(page, x + points(2), top)
