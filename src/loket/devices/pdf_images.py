"""PDF pages as pictures. The preview on the screen and the raster for a printer come from here, so they are equal."""

from __future__ import annotations

import math

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

POINTS_PER_INCH = 72
INCH_M = 0.0254


class PdfPages:
    """A PDF that is in memory. Use as a context: the document is closed at its end. Any thread, one at a time."""

    def __init__(self, pdf: bytes) -> None:
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.load(self._buffer)
        if self._document.error() is not QPdfDocument.Error.None_:
            raise ValueError(f"not a PDF: {self._document.error().name}")

    def __enter__(self) -> PdfPages:
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()
        self._buffer.close()

    def __len__(self) -> int:
        return int(self._document.pageCount())

    def size_pt(self, page: int) -> QSizeF:
        size: QSizeF = self._document.pagePointSize(page)
        return size

    def image(self, page: int, dpi: float) -> QImage:
        """The page on white, a whole number of dots in each direction. Raises IndexError."""
        if not 0 <= page < len(self):
            raise IndexError(page)
        points = self.size_pt(page)
        size = QSize(_dots(points.width(), dpi), _dots(points.height(), dpi))
        drawn = self._document.render(page, size)
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(QColor(255, 255, 255))
        painter = QPainter(image)
        painter.drawImage(0, 0, drawn)
        painter.end()
        image.setDotsPerMeterX(round(dpi / INCH_M))
        image.setDotsPerMeterY(round(dpi / INCH_M))
        return image


def _dots(points: float, dpi: float) -> int:
    return max(1, math.floor(points * dpi / POINTS_PER_INCH + 0.5))


def pdf_pages(pdf: bytes) -> int:
    """How many pages there are. Raises ValueError for what is no PDF."""
    with PdfPages(pdf) as pages:
        return len(pages)


def pdf_image(pdf: bytes, page: int = 0, dpi: float = 300) -> QImage:
    """One page as a picture on white. Raises ValueError, IndexError."""
    with PdfPages(pdf) as pages:
        return pages.image(page, dpi)
