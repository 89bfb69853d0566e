"""Letters that ask for overdue books: one A4 page each, many in one file.

What is alike on all of them, such as letterhead and signature, is drawn once and placed on every page: thousands of
letters stay a small file and are made in seconds. A number, a town or a name that is not known is left to be written
by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import accumulate
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from loket.domain.wording import long_date
from loket.reports.figures import draw_figures, rupiah, short_date
from loket.reports.letterhead import BLANK, Issuer, draw_letterhead, draw_signatures, signatures_height
from loket.reports.pdf import Fonts, clip, points, printable, text_width, wrap
from loket.services.overdue import Debt
from loket.services.reminders import OverdueLetter

LEFT, RIGHT, TOP, BOTTOM = points(22), A4[0] - points(20), A4[1] - points(14), points(14)
WIDTH = RIGHT - LEFT
SIZE, LEADING = 10.5, 15.5
ROW, ROW_SIZE, ROW_BASE = 16.0, 9.5, 4.8  # points
TITLE_STEP = ROW_SIZE * 1.25
PAD = points(1.4)
SIGNING = points(20)
LABEL = points(20)  # of number, subject
ORDINALS = ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam")
COLUMNS = (("No.", 10.0), ("Judul", 66.0), ("Kode", 26.0), ("Jatuh tempo", 24.0), ("Terlambat", 20.0), ("Denda", 22.0))
Progress = Callable[[int, int], None]
Placed = tuple[str, float]  # name of what is drawn once, and how high it is


def letters_pdf(
    letters: Sequence[OverdueLetter], issuer: Issuer, fonts: Fonts, progress: Progress | None = None
) -> bytes:
    """All letters in one file, in their order; the same bytes whenever the same letters are asked for.

    `issuer` is who signs; each letter bears the day it was written. Raises ValueError without a letter.
    """
    if not letters:
        raise ValueError("no letter to write")
    out = BytesIO()
    pages = _Letters(Canvas(out, pagesize=A4, invariant=1), issuer, fonts)
    for number, letter in enumerate(letters, 1):
        pages.draw(letter)
        if progress is not None and number % 50 == 0:
            progress(number, len(letters))
    pages.page.save()
    return out.getvalue()


def subject(step: int) -> str:
    """ "Pengingat kedua pengembalian buku"; beyond the sixth simply the number."""
    ordinal = ORDINALS[step - 1] if 1 <= step <= len(ORDINALS) else f"ke-{step}"
    return f"Pengingat {ordinal} pengembalian buku"


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the table: what stands in every column but the title, and the title in one line or two."""

    cells: tuple[str, str, str, str, str]
    title: tuple[str, ...]
    is_sum: bool = False

    @property
    def height(self) -> float:
        return ROW + (len(self.title) - 1) * TITLE_STEP


class _Letters:
    """The pages of one file."""

    def __init__(self, page: Canvas, issuer: Issuer, fonts: Fonts) -> None:
        self.page, self._issuer, self._fonts = page, issuer, fonts
        self._placed: dict[str, Placed] = {}
        self._printable: dict[str, str] = {}
        shares = sum(width for _, width in COLUMNS)
        self._widths: list[float] = [width / shares * WIDTH for _, width in COLUMNS]
        self._edges: list[float] = [LEFT + sum(self._widths[:place]) for place in range(len(COLUMNS) + 1)]
        page.setTitle("Surat pengingat pengembalian buku")
        page.setAuthor(issuer.library.name)
        page.setCreator("Loket")
        self._below_head = self._draw_head_once()

    def draw(self, letter: OverdueLetter) -> None:
        self.page.doForm("head")
        y = self._draw_numbers(letter, self._below_head)
        y = self._draw_address(letter, y - points(5))
        y = self._place(f"intro-{letter.reminder.step}", y - points(4), self._intro(letter))
        end = self._end_of(letter)
        y = self._draw_table(letter, y - points(3), y - points(3) - end[1] - BOTTOM)
        self._put(end, y - points(3))
        self.page.showPage()

    # ---- what is drawn once ----------------------------------------------------------------------------------------

    def _draw_head_once(self) -> float:
        """The y below the letterhead."""
        edges = {"left": LEFT, "right": RIGHT, "top": TOP}
        self.page.beginForm("head", 0, 0, *A4)
        below = draw_letterhead(self.page, self._issuer.library, self._issuer.head, self._fonts, **edges)
        self.page.endForm()
        return below - points(6)

    def _place(self, name: str, top: float, texts: Sequence[str]) -> float:
        """Paragraphs, drawn once under this name, below `top`. Returns the y below them."""
        if name not in self._placed:
            blocks = [self._paragraph(text) for text in texts]
            height = sum(float(block.height) for block in blocks) + points(2) * len(blocks)
            self.page.beginForm(name, 0, -height, *A4)
            y = 0.0
            for block in blocks:
                y -= float(block.height)
                block.drawOn(self.page, LEFT, y)
                y -= points(2)
            self.page.endForm()
            self._placed[name] = (name, height)
        return self._put(self._placed[name], top)

    def _put(self, placed: Placed, top: float) -> float:
        name, height = placed
        self.page.saveState()
        self.page.translate(0, top)
        self.page.doForm(name)
        self.page.restoreState()
        return top - height

    def _end_of(self, letter: OverdueLetter) -> Placed:
        """What is asked for and who signs: alike for all letters of one step, with a fine or without."""
        step, is_last = letter.reminder.step, letter.reminder.step >= letter.steps
        name = f"end-{step}-{bool(letter.fine_rp)}-{is_last}"
        if name not in self._placed:
            blocks = [self._paragraph(text) for text in self._requests(letter, is_last=is_last)]
            signer = (replace(self._issuer.chief, above=""),)
            words = sum(float(block.height) + points(2) for block in blocks)
            height = words + points(4) + signatures_height(signer, self._fonts, WIDTH, SIZE, SIGNING)
            self.page.beginForm(name, 0, -height, *A4)
            y = 0.0
            for block in blocks:
                y -= float(block.height)
                block.drawOn(self.page, LEFT, y)
                y -= points(2)
            edges = {"left": LEFT, "right": RIGHT, "top": y - points(4)}
            draw_signatures(self.page, signer, self._fonts, size=SIZE, space=SIGNING, **edges)
            self.page.endForm()
            self._placed[name] = (name, height)
        return self._placed[name]

    # ---- words -----------------------------------------------------------------------------------------------------

    def _intro(self, letter: OverdueLetter) -> tuple[str, ...]:
        again = "" if letter.reminder.step == 1 else " Surat ini menyusul pengingat kami sebelumnya."
        return (
            "Dengan hormat,",
            f"Menurut catatan {self._issuer.library.name}, buku berikut dipinjam atas nama tersebut di "
            f"atas dan sudah melewati tanggal kembalinya.{again}",
        )

    def _requests(self, letter: OverdueLetter, *, is_last: bool) -> list[str]:
        phone = self._issuer.library.phone
        reach = f" atau telepon {phone}" if phone else ""
        asked = "Kami mohon buku tersebut segera dikembalikan pada jam layanan perpustakaan."
        if is_last and letter.steps > 1:
            asked = f"Ini pengingat terakhir. {asked}"
        fine = "Denda di atas dihitung sampai tanggal surat ini dan dapat bertambah sampai buku kembali." * bool(
            letter.fine_rp
        )
        lost = f"Bila buku hilang atau rusak, sampaikan kepada petugas kami di perpustakaan{reach}."
        closing = (
            "Bila buku sudah dikembalikan, abaikan surat ini. Atas perhatian dan kerja samanya kami ucapkan terima "
            "kasih."
        )
        return [" ".join(part for part in (asked, fine, lost) if part), closing]

    # ---- what differs from letter to letter ------------------------------------------------------------------------

    def _draw_numbers(self, letter: OverdueLetter, top: float) -> float:
        reminder = letter.reminder
        place = self._issuer.settings.receipt_place or self._issuer.head.place or "." * 16
        y = top - SIZE
        self._text(
            RIGHT - text_width(self._said(dated := f"{place}, {long_date(reminder.on)}"), self._font, SIZE), y, dated
        )
        number = reminder.number or BLANK[:24]
        facts = (("Nomor", number), ("Sifat", "Biasa"), ("Lampiran", "–"), ("Hal", subject(reminder.step)))
        for label, value in facts:
            self._text(LEFT, y, label)
            self._text(LEFT + LABEL, y, f": {value}", bold=label == "Hal")
            y -= LEADING
        return y

    def _draw_address(self, letter: OverdueLetter, top: float) -> float:
        member, contact = letter.member, letter.contact
        guardian = f"Bapak/Ibu {contact.guardian}" if contact.guardian else ""
        named = f"orang tua/wali dari {member.full_name}" if guardian else member.full_name
        school = ", ".join(part for part in (member.institution, _class(member.school_class)) if part)
        street = ", ".join(part for part in (member.address, member.village) if part)
        town = ", ".join(part for part in (_district(member.district), member.city) if part)
        y = top - SIZE
        self._text(LEFT, y, "Yth.")
        lines = [guardian, named, f"Nomor anggota {member.member_no}", school, street, town]
        for place, line in enumerate(line for line in lines if line):
            self._text(LEFT + points(10), y, clip(self._said(line), self._bold, SIZE, points(110)), bold=place == 0)
            y -= LEADING
        return y

    def _draw_table(self, letter: OverdueLetter, top: float, room: float) -> float:
        """As many books as the page has room for; the rest are counted in the last line."""
        rows = [self._row(number, debt) for number, debt in enumerate(letter.debts, 1)]
        has_sum = bool(letter.fine_rp) and len(rows) > 1
        shown = _fitting([row.height for row in rows], room - ROW * (1 + has_sum))
        rest = letter.debts[shown:]
        if rest:
            fine = _fine(sum(debt.fine_rp for debt in rest))
            rows[shown:] = [_Row(("", "", "", "", fine), (f"dan {len(rest)} buku lain",))]
        if has_sum:
            rows.append(_Row(("", "", "", "", rupiah(letter.fine_rp)), ("Jumlah",), is_sum=True))
        y = self._place_table_head(top)
        for row in rows:
            self._draw_row(y, row)
            y -= row.height
        self._rule(top, [ROW, *(row.height for row in rows)])
        return y

    def _row(self, number: int, debt: Debt) -> _Row:
        room = self._widths[1] - 2 * PAD
        title = wrap(self._said(debt.book.title or "–"), self._font, ROW_SIZE, room, 2)
        code = clip(self._said(debt.book.barcode or "–"), self._font, ROW_SIZE, self._widths[2] - 2 * PAD)
        due, days = short_date(debt.book.loan.due_on), f"{max(0, debt.days)} hari"
        return _Row((f"{number}.", code, due, days, _fine(debt.fine_rp)), tuple(title))

    def _draw_row(self, top: float, row: _Row) -> None:
        page, font = self.page, self._bold if row.is_sum else self._font
        base = top - ROW + ROW_BASE
        page.setFont(font, ROW_SIZE)
        for down, line in enumerate(row.title):
            page.drawString(self._edges[1] + PAD, base - down * TITLE_STEP, line)
        for place, text in zip((0, 2, 3, 4), row.cells, strict=False):
            if text:
                page.drawCentredString(self._middle(place), base, text)
        draw_figures(page, RIGHT - PAD, base, row.cells[-1], font, ROW_SIZE)

    def _place_table_head(self, top: float) -> float:
        if "columns" not in self._placed:
            self.page.beginForm("columns", 0, -ROW, *A4)
            self.page.setFillGray(0.93)
            self.page.rect(LEFT, -ROW, WIDTH, ROW, stroke=0, fill=1)
            self.page.setFillGray(0)
            self.page.setFont(self._bold, ROW_SIZE)
            for place, (title, _) in enumerate(COLUMNS):
                self.page.drawCentredString(self._middle(place), -ROW + ROW_BASE, title)
            self.page.endForm()
            self._placed["columns"] = ("columns", ROW)
        return self._put(self._placed["columns"], top)

    def _middle(self, place: int) -> float:
        """Of a column."""
        return self._edges[place] + self._widths[place] / 2

    def _rule(self, top: float, heights: Sequence[float]) -> None:
        self.page.setLineWidth(0.5)
        self.page.grid(self._edges, [top - below for below in accumulate(heights, initial=0.0)])

    # ---- letters on paper ------------------------------------------------------------------------------------------

    @property
    def _font(self) -> str:
        return self._fonts.regular

    @property
    def _bold(self) -> str:
        return self._fonts.bold

    def _said(self, text: str) -> str:
        """In letters both weights have; what was said before is not looked through again."""
        if text not in self._printable:
            self._printable[text] = printable(text, self._font)
        return self._printable[text]

    def _text(self, x: float, y: float, text: str, *, bold: bool = False) -> None:
        font = self._bold if bold else self._font
        self.page.setFont(font, SIZE)
        self.page.drawString(x, y, self._said(text))

    def _paragraph(self, text: str) -> Paragraph:
        style = ParagraphStyle("letter", fontName=self._font, fontSize=SIZE, leading=LEADING, alignment=TA_JUSTIFY)
        block = Paragraph(escape(self._said(text)), style)
        block.wrap(WIDTH, A4[1])
        return block


def _fine(fine_rp: int) -> str:
    return rupiah(fine_rp) if fine_rp else "–"


def _fitting(heights: Sequence[float], room: float) -> int:
    """How many rows have room; where not all have, one line less, which says how many are left out. At least one."""
    if sum(heights) <= room:
        return len(heights)
    room, count = room - ROW, 0
    while count < len(heights) and heights[count] <= room:
        room -= heights[count]
        count += 1
    return max(1, count)


def _class(school_class: str) -> str:
    return f"kelas {school_class}" if school_class and not school_class.casefold().startswith("kelas") else school_class


def _district(district: str) -> str:
    return f"Kec. {district}" if district and not district.casefold().startswith("kec") else district
