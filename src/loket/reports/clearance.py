"""Surat keterangan bebas pustaka, ready to sign and stamp: one A4 page under the library's letterhead."""

from __future__ import annotations

import re
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table, TableStyle

from loket.domain.entities import Library, Member
from loket.domain.wording import long_date
from loket.reports.letterhead import BLANK, Letterhead, draw_letterhead, spaced_nip
from loket.reports.pdf import Fonts, points, printable
from loket.services.clearance import Clearance

SEXES = {"L": "Laki-laki", "P": "Perempuan"}
LEFT, RIGHT, TOP = points(25), A4[0] - points(25), A4[1] - points(18)
WIDTH = RIGHT - LEFT
SIGNATURE = points(75)  # width of the block at the right
SIZE, LEADING = 11.0, 16.5


def clearance_pdf(clearance: Clearance, letterhead: Letterhead, fonts: Fonts) -> bytes:
    """The letter as a PDF. A number, a town or a name the library does not have is left to be written by hand."""
    out = BytesIO()
    page = Canvas(out, pagesize=A4)
    page.setTitle(f"Surat keterangan bebas pustaka {clearance.member.member_no}")
    page.setAuthor(clearance.library.name)
    letter = _Letter(page, fonts)
    letter.head(clearance.library, letterhead)
    letter.title("SURAT KETERANGAN BEBAS PUSTAKA", clearance.letter_no)
    office = _office(letterhead.head_title, clearance.library.name)
    letter.paragraph(f"Yang bertanda tangan di bawah ini, {office}, menerangkan bahwa:")
    letter.facts(_facts(clearance.member))
    letter.paragraph(_statement(clearance))
    letter.paragraph("Demikian surat keterangan ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.")
    letter.signature(clearance, letterhead)
    page.showPage()
    page.save()
    return out.getvalue()


def _office(title: str, library: str) -> str:
    """Title and library, a word that ends the one and begins the other said once: "Kepala Perpustakaan Umum …"."""
    words = title.split()
    if words and library.casefold().startswith(f"{words[-1].casefold()} "):
        words.pop()
    return " ".join([*words, library])


def _facts(member: Member) -> list[tuple[str, str]]:
    """What tells this member from others; an empty field is left out, and the identity number is never here."""
    born = long_date(member.birth_on) if member.birth_on else ""
    district = member.district
    if district and not district.casefold().startswith("kec"):
        district = f"Kec. {district}"
    places = (member.address, member.village, district, member.city)
    facts = [
        ("Nama", member.full_name),
        ("Nomor anggota", member.member_no),
        ("Tempat, tanggal lahir", ", ".join(part for part in (member.birth_place, born) if part)),
        ("Jenis kelamin", SEXES.get(member.sex, "")),
        ("Sekolah/instansi", member.institution),
        ("Kelas", member.school_class),
        ("Alamat", ", ".join(part for part in places if part)),
    ]
    return [(name, value) for name, value in facts if value]


def _statement(clearance: Clearance) -> str:
    ends = " Keanggotaannya berakhir pada tanggal tersebut." if clearance.leaves else ""
    return (
        f"sampai dengan tanggal {long_date(clearance.issued_on)} tidak mempunyai pinjaman bahan pustaka, denda, "
        f"maupun kewajiban lain pada {clearance.library.name}, sehingga yang bersangkutan dinyatakan "
        f"<b>bebas pustaka</b>.{ends}"
    )


class _Letter:
    """One page, written from the top down."""

    def __init__(self, page: Canvas, fonts: Fonts) -> None:
        self._page = page
        self._fonts = fonts
        self._y = TOP

    def head(self, library: Library, letterhead: Letterhead) -> None:
        self._y = draw_letterhead(self._page, library, letterhead, self._fonts, left=LEFT, right=RIGHT, top=self._y)
        self._y -= points(12)

    def title(self, title: str, number: str) -> None:
        self._centred(f"<u>{title}</u>", 13, bold=True, markup=True)
        self._centred(f"Nomor: {number or BLANK}", SIZE, bold=False)
        self._y -= points(8)

    def paragraph(self, text: str) -> None:
        """`text` may hold <b>…</b>; everything else in it is made safe."""
        safe = re.sub(r"&lt;(/?b)&gt;", r"<\1>", escape(printable(text, self._fonts.regular)))
        safe = safe.replace("<b>", f'<font name="{self._fonts.bold}">').replace("</b>", "</font>")
        self._put(Paragraph(safe, self._style(SIZE, LEADING, TA_JUSTIFY)), points(4))

    def facts(self, facts: list[tuple[str, str]]) -> None:
        style = self._style(SIZE, LEADING)
        rows = [[Paragraph(escape(name), style), ":", Paragraph(self._safe(value), style)] for name, value in facts]
        table = Table(rows, colWidths=[points(48), points(5), WIDTH - points(53 + 8)], hAlign="LEFT")
        table.setStyle(
            TableStyle(
                [
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("FONT", (1, 0), (1, -1), self._fonts.regular, SIZE, LEADING),
                    *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
                ]
            )
        )
        self._put(table, points(4), points(8))

    def signature(self, clearance: Clearance, letterhead: Letterhead) -> None:
        library, left = clearance.library, RIGHT - SIGNATURE
        self._y -= points(8)
        place = letterhead.place or "." * 20
        for line in (f"{place}, {long_date(clearance.issued_on)}", f"{letterhead.head_title},"):
            self._line(left, line, self._fonts.regular)
        self._y -= points(24)
        name = printable(library.head_name, self._fonts.bold)
        self._line(left, name or f"({BLANK})", self._fonts.bold if name else self._fonts.regular, underline=bool(name))
        if library.head_nip.strip():
            self._line(left, f"NIP {spaced_nip(library.head_nip)}", self._fonts.regular)

    # ---- parts ----------------------------------------------------------------------------------------------------

    def _centred(self, text: str, size: float, *, bold: bool, markup: bool = False) -> None:
        style = self._style(size, size * 1.3, TA_CENTER, self._fonts.bold if bold else self._fonts.regular)
        self._put(Paragraph(text if markup else self._safe(text), style), points(0.6))

    def _line(self, x: float, text: str, font: str, *, underline: bool = False) -> None:
        shown = f"<u>{escape(printable(text, font))}</u>" if underline else escape(printable(text, font))
        paragraph = Paragraph(shown, self._style(SIZE, LEADING, font=font))
        _, height = paragraph.wrap(SIGNATURE, A4[1])
        self._y -= height
        paragraph.drawOn(self._page, x, self._y)

    def _put(self, block: Paragraph | Table, after: float, indent: float = 0.0) -> None:
        _, height = block.wrap(WIDTH - indent, A4[1])
        self._y -= height
        block.drawOn(self._page, LEFT + indent, self._y)
        self._y -= after

    def _safe(self, text: str) -> str:
        return escape(printable(text, self._fonts.regular))

    def _style(self, size: float, leading: float, alignment: int = 0, font: str = "") -> ParagraphStyle:
        return ParagraphStyle(
            "letter", fontName=font or self._fonts.regular, fontSize=size, leading=leading, alignment=alignment
        )
