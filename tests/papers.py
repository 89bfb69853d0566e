"""Papers of money as a reader sees them: their text, their pages as pictures, their workbooks calculated again."""

from __future__ import annotations

import io
import re
import subprocess
from datetime import UTC, date, datetime
from html import unescape
from itertools import combinations
from typing import Any

import numpy as np
import openpyxl
from PIL import Image, ImageDraw

from loket.devices import resources
from loket.domain.entities import Id, Library, Payment, PayMethod, Receipt, ReceiptKind
from loket.domain.settings import Settings
from loket.domain.wording import amount_in_words, charge_label
from loket.reports.letterhead import Issuer, Letterhead
from loket.reports.pdf import load_fonts
from loket.services.receipts import ReceiptLine, ReceiptView

FONTS = load_fonts(resources.path("fonts"))
LIBRARY = Library(
    *(Id("1" * 32), "Dinas Perpustakaan Contoh", "CTH", "Jalan Contoh 1", "0000 111222"),
    *("Ratna Contoh, S.Sos.", "000000000000002001"),
)
SETTINGS = Settings(
    receipt_place="Kota Contoh", treasurer_name="Maria Contoh, S.E.", treasurer_nip="000000000000002003"
)
MARK_PT = 60  # letters of this height are a mark
FINE_ACCOUNT = "4.1.04.15.01.0001"


def logo() -> bytes:
    picture = Image.new("RGBA", (120, 150))
    ImageDraw.Draw(picture).ellipse((0, 0, 119, 149), fill=(30, 80, 140, 255))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


HEAD = Letterhead("Kupang", "Pemerintah Kabupaten Contoh", "Kepala Dinas", logo())
ISSUER = Issuer(LIBRARY, HEAD, SETTINGS, date(2026, 12, 2))


def receipt_view(*amounts_rp: int, **other: Any) -> ReceiptView:
    """A receipt of these lines; `other`: fields of the receipt or of the view."""
    kinds, titles = ("fine", "lost", "card_fee"), ("Kisah Perahu di Teluk Sunyi", "Menjaga Hutan Bakau", "")
    lines = []
    for place, amount_rp in enumerate(amounts_rp):
        kind, title = kinds[place % 3], titles[place % 3]
        payment = Payment(
            *(Id(f"{place:032}"), Id("3" * 32), kind, amount_rp, date(2026, 11, 23)),
            *(FINE_ACCOUNT, "Perda Contoh 5/2024"),
        )
        label = charge_label(kind)
        lines.append(ReceiptLine(payment, f"{label}: {title}" if title else label, title, "B000123" if title else ""))
    total_rp = sum(amounts_rp)
    receipt = Receipt(
        id=Id("3" * 32),
        series="KW/L1/2026",
        running=17,
        number=other.pop("number", "00017/KW/L1/XI/2026"),
        kind=ReceiptKind.REFUND if total_rp < 0 else ReceiptKind.PAYMENT,
        paid_on=date(2026, 11, 23),
        paid_at=datetime(2026, 11, 23, 3, tzinfo=UTC),
        method=other.pop("method", PayMethod.CASH),
        total_rp=total_rp,
        reference=other.pop("reference", ""),
        received_rp=other.pop("received_rp", 0),
        voided_on=other.pop("voided_on", None),
        void_reason=other.pop("void_reason", ""),
    )
    told: dict[str, Any] = {
        "member_no": "L1-2600012",
        "payer": "Yohana Contoh",
        "operator": "Petrus Contoh",
        "library": LIBRARY,
        "station": None,
        "words": amount_in_words(abs(total_rp)),
        "needs_stamp": abs(total_rp) > 5_000_000,
        "copy_no": 0,
        "settings": SETTINGS,
    }
    return ReceiptView(receipt=receipt, lines=tuple(lines), **(told | other))


# ---- PDF ------------------------------------------------------------------------------------------------------------


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, blanks made one."""
    made = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return [" ".join(page.split()) for page in made.decode().split("\f")[:-1]]


def text_of(pdf: bytes) -> str:
    return " ".join(pages_of(pdf))


def picture_of(pdf: bytes, page: int = 1, dpi: int = 200) -> Image.Image:
    options = ["-r", str(dpi), "-f", str(page), "-l", str(page), "-gray", "-png", "-singlefile", "-", "-"]
    made = subprocess.run(["pdftoppm", *options[:-1]], input=pdf, capture_output=True, check=True).stdout
    return Image.open(io.BytesIO(made)).convert("L")


def reddish(pdf: bytes) -> float:
    """Which part of the first page is tinted by a mark over it."""
    options = ["-r", "40", "-png", "-singlefile", "-"]
    made = subprocess.run(["pdftoppm", *options], input=pdf, capture_output=True, check=True).stdout
    red, _, blue = np.moveaxis(np.asarray(Image.open(io.BytesIO(made)).convert("RGB")).astype(int), 2, 0)
    return float((red - blue > 15).mean())


def white_mm(pdf: bytes, page: int = 1, dpi: int = 100) -> float:
    """The narrowest white edge of a page."""
    inked = np.asarray(picture_of(pdf, page, dpi)) < 200
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    edges = rows[0], columns[0], inked.shape[0] - 1 - rows[-1], inked.shape[1] - 1 - columns[-1]
    return float(min(edges)) * 25.4 / dpi


def overlapping(pdf: bytes) -> list[tuple[str, str]]:
    """Words that lie over one another, page by page; only a mark over the whole sheet may, in its huge letters."""
    found: list[tuple[str, str]] = []
    made = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    for page in made.split("<page ")[1:]:
        words = re.findall(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>', page)
        boxes = [(*map(float, box), unescape(text)) for *box, text in words]
        boxes = [box for box in boxes if box[3] - box[1] < MARK_PT]
        found += [(one[4], two[4]) for one, two in combinations(boxes, 2) if _meet(one, two)]
    return found


def _meet(one: tuple[Any, ...], two: tuple[Any, ...]) -> bool:
    """Do the inked parts meet? A word's box has the white above and below its letters, a third of it."""
    (left, top, right, bottom), (left2, top2, right2, bottom2) = one[:4], two[:4]
    third, third2 = (bottom - top) / 3, (bottom2 - top2) / 3
    high = min(bottom - third / 2, bottom2 - third2 / 2) - max(top + third / 2, top2 + third2 / 2)
    return min(right, right2) - max(left, left2) > 0.5 and high > 0.5


# ---- XLSX -----------------------------------------------------------------------------------------------------------


class Sheet:
    """A sheet with what its cells say, and its formulas calculated again by rules of our own."""

    def __init__(self, made: bytes, name: str) -> None:
        self.said = openpyxl.load_workbook(io.BytesIO(made), data_only=True)[name]
        self.written = openpyxl.load_workbook(io.BytesIO(made))[name]

    def formulas(self) -> dict[str, str]:
        cells = (cell for row in self.written.iter_rows() for cell in row)
        return {cell.coordinate: cell.value for cell in cells if cell.data_type == "f"}

    def calculated(self, at: str) -> int:
        """The value of a cell, from numbers alone: sums of ranges, and cells added and taken off."""
        value = self.written[at].value
        if not isinstance(value, str) or not value.startswith("="):
            return int(value or 0)
        if match := re.fullmatch(r"=SUM\((\w+):(\w+)\)", value):
            cells = self.written[match[1] : match[2]]
            return sum(self.calculated(cell.coordinate) for row in cells for cell in row if _is_figure(cell))
        terms = re.findall(r"([+-]?)([A-Z]+\d+)", value[1:])
        assert "".join(sign + cell for sign, cell in terms) == value[1:], value
        return sum(self.calculated(cell) * (-1 if sign == "-" else 1) for sign, cell in terms)

    def rows(self) -> list[tuple[Any, ...]]:
        return list(self.said.iter_rows(values_only=True))


def _is_figure(cell: Any) -> bool:
    return cell.data_type in ("n", "f")
