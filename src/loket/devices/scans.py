"""Scans of papers: a photo by telephone, a picture from a scanner or a PDF becomes one small page that can be read."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from loket.domain.errors import InvalidInput

if TYPE_CHECKING:
    from PIL import Image

FIELD = "scan"
MOST_FILE_BYTES = 40_000_000
MOST_BYTES = 300_000
MOST_PIXELS = 80_000_000
LONGEST_PX = 1_600  # a page of A4 at nearly 140 dots an inch: stamps and small print are legible
_FORMATS = ("JPEG", "PNG", "WEBP", "TIFF")
_QUALITIES = (80, 65, 50, 35, 20, 10)


def scan_picture(content: bytes) -> bytes:
    """A JPEG of at most 300 kB; of a PDF its first page.

    Raises InvalidInput on "scan": "scan_too_large", "scan_unreadable".
    """
    if len(content) > MOST_FILE_BYTES:
        raise InvalidInput(FIELD, "scan_too_large")
    return _small_jpeg(_first_page(content) if content.startswith(b"%PDF") else _opened(content))


def _first_page(pdf: bytes) -> Image.Image:
    from PIL import Image
    from PySide6.QtGui import QImage

    from loket.devices.pdf_images import POINTS_PER_INCH, PdfPages

    try:
        with PdfPages(pdf) as pages:
            size = pages.size_pt(0)
            drawn = pages.image(0, LONGEST_PX * POINTS_PER_INCH / max(size.width(), size.height(), 1))
    except (ValueError, IndexError) as error:
        raise InvalidInput(FIELD, "scan_unreadable") from error
    page = drawn.convertToFormat(QImage.Format.Format_RGB888)
    dots = bytes(page.constBits())
    return Image.frombytes("RGB", (page.width(), page.height()), dots, "raw", "RGB", page.bytesPerLine())


def _opened(content: bytes) -> Image.Image:
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as picture:
            if picture.size[0] * picture.size[1] > MOST_PIXELS:
                raise InvalidInput(FIELD, "scan_too_large")
            return ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise InvalidInput(FIELD, "scan_unreadable") from error


def _small_jpeg(picture: Image.Image) -> bytes:
    """The best quality that fits; without the camera's notes."""
    picture.thumbnail((LONGEST_PX, LONGEST_PX))
    for quality in _QUALITIES:
        packed = BytesIO()
        picture.save(packed, "JPEG", quality=quality, optimize=True)
        if packed.tell() <= MOST_BYTES:
            break
    return packed.getvalue()
