"""The kuitansi: a receipt on A5 lying, under the letterhead, ready to sign and stamp; also for money given back.

What it says is fixed by custom: number, from whom, the amount in words, what for, the amount in figures, place, date,
who received it. Many lines go onto a further sheet. Copies and void receipts say so.
"""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A5, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from loket.domain.entities import PayMethod
from loket.domain.errors import InvalidInput
from loket.domain.wording import charge_label, long_date
from loket.reports.card_codes import DOT_PT, Bars, bars_for
from loket.reports.figures import draw_figures, rupiah, thousands
from loket.reports.ledger import Column, Kind, Ledger, Line
from loket.reports.ledger_pdf import draw_ledger
from loket.reports.letterhead import (
    BLANK,
    RED,
    Letterhead,
    Signature,
    draw_letterhead,
    draw_mark,
    draw_signatures,
    signatures_height,
)
from loket.reports.pdf import Fonts, points, printable, text_width
from loket.services.receipts import ReceiptLine, ReceiptView

SIZE: tuple[float, float] = landscape(A5)
LEFT, RIGHT, TOP, BOTTOM = points(12), SIZE[0] - points(12), SIZE[1] - points(9), points(9)
LABEL = points(38)
TEXT, LEADING = 10.0, 13.2
SMALL, SMALL_LEADING = 7.5, 9.6
BARS_MM, BARS_HIGH_MM, QR_MM = 92.0, 11.0, 16.0
SIGNING = points(15)
METHODS = {PayMethod.CASH: "Tunai", PayMethod.QRIS: "QRIS", PayMethod.TRANSFER: "Transfer bank"}
STAMP_DUTY = "Meterai Rp10.000"


def kuitansi_pdf(view: ReceiptView, head: Letterhead, fonts: Fonts) -> bytes:
    """The receipt as a PDF. `view.copy_no` above 0 marks a copy; a void one is marked over its whole face."""
    out = BytesIO()
    page = Canvas(out, pagesize=SIZE, invariant=1)
    page.setTitle(f"{_title(view).capitalize()} {view.receipt.number}")
    page.setAuthor(view.library.name)
    page.setCreator("Loket")
    _Face(page, view, head, fonts).draw()
    page.save()
    return out.getvalue()


def what_for(line: ReceiptLine) -> str:
    """What a line was paid for, in one phrase: kind and title, barcode, how many."""
    said = f"{line.label} ({line.barcode})" if line.barcode else line.label
    if line.quantity == 1:
        return said
    return f"{said}, {thousands(line.quantity)} × {rupiah(abs(line.unit_rp))}"


def _title(view: ReceiptView) -> str:
    return "BUKTI PENGEMBALIAN UANG" if view.is_refund else "KUITANSI"


class _Face:
    """One sheet from the top down; what does not fit into its middle goes onto a further one."""

    def __init__(self, page: Canvas, view: ReceiptView, head: Letterhead, fonts: Fonts) -> None:
        self._page, self._view, self._head, self._fonts = page, view, head, fonts
        self._receipt = view.receipt
        self._signatures = self._who_signs()

    def draw(self) -> None:
        library = self._view.library
        y = draw_letterhead(self._page, library, self._head, self._fonts, left=LEFT, right=RIGHT, top=TOP, scale=0.74)
        y = self._draw_title(y - points(4.5))
        y = self._draw_fact(self._from_or_to(), self._payer(), y)
        y = self._draw_words(y - points(0.8))
        foot = self._foot_height()
        fits = self._draw_lines(y - points(2), BOTTOM + foot + points(2))
        self._draw_foot(BOTTOM + foot)
        if self._view.is_void:
            draw_mark(self._page, "BATAL", self._fonts, SIZE)
        self._page.showPage()
        if not fits:
            draw_ledger(self._page, self._details(), library, self._head, self._fonts, SIZE)

    # ---- what it says -----------------------------------------------------------------------------------------------

    def _from_or_to(self) -> str:
        return "Dikembalikan kepada" if self._view.is_refund else "Sudah terima dari"

    def _payer(self) -> str:
        name = self._view.payer or BLANK
        return f"{name} (nomor anggota {self._view.member_no})" if self._view.member_no else name

    def _who_signs(self) -> tuple[Signature, ...]:
        settings = self._view.settings
        name = self._view.operator
        is_treasurer = bool(name) and name.casefold() == settings.treasurer_name.casefold()
        kinds = {line.payment.kind for line in self._view.lines}
        as_treasurer = is_treasurer or self._view.by_treasurer or kinds & set(settings.treasurer_only)
        office = f"{self._head.treasurer_title}," if as_treasurer else "Petugas Loket,"
        place = settings.receipt_place or self._head.place or "." * 16
        nip = settings.treasurer_nip if is_treasurer else ""
        at_desk = Signature(office, name, nip, f"{place}, {long_date(self._receipt.paid_on)}")
        if not self._view.is_refund:
            return (at_desk,)
        return (Signature("Yang menerima,", self._view.payer), at_desk)

    def _how_paid(self) -> str:
        receipt = self._receipt
        said = METHODS[receipt.method]
        if receipt.method is not PayMethod.CASH:
            return f"{said}, nomor referensi {receipt.reference}"
        if receipt.received_rp > receipt.total_rp > 0:
            return f"{said}, diterima {rupiah(receipt.received_rp)}, kembali {rupiah(self._view.change_rp)}"
        return said

    def _basis(self, line: ReceiptLine) -> str:
        account = f"Kode rekening {line.payment.account}" if line.payment.account else ""
        return " · ".join(part for part in (account, line.payment.legal_basis) if part)

    # ---- top --------------------------------------------------------------------------------------------------------

    def _draw_title(self, y: float) -> float:
        """Title and number at the left with the marks beside it, the bars at the right."""
        page, bold = self._page, self._fonts.bold
        title, size = _title(self._view), 17.0 if not self._view.is_refund else 13.0
        page.setFont(bold, size)
        page.drawString(LEFT, y - points(5.4), title)
        x = LEFT + text_width(title, bold, size) + points(3)
        if self._view.copy_no:
            x = self._draw_mark(f"SALINAN ke-{self._view.copy_no}", x, y - points(5.6))
        if self._view.is_void:
            self._draw_mark("BATAL", x, y - points(5.6), RED)
        page.setFont(self._fonts.regular, TEXT)
        page.drawString(LEFT, y - points(11.6), printable(f"Nomor {self._receipt.number}", self._fonts.regular))
        self._draw_bars(y)
        return y - points(17)

    def _draw_mark(self, text: str, x: float, y: float, colour: Color | None = None) -> float:
        page = self._page
        width = text_width(text, self._fonts.bold, 8.5) + points(3)
        page.saveState()
        if colour is not None:
            page.setFillColor(colour)
            page.setStrokeColor(colour)
        page.setLineWidth(0.9)
        page.roundRect(x, y, width, points(4.8), points(0.8))
        page.setFont(self._fonts.bold, 8.5)
        page.drawString(x + points(1.5), y + points(1.35), text)
        page.restoreState()
        return x + width + points(2)

    def _draw_bars(self, top: float) -> None:
        """The number as Code 128 with its quiet zones, at the right; one too long for that as a QR code."""
        bars = self._bars()
        if bars is None:
            return
        x = RIGHT - bars.width * DOT_PT
        for left, down, width, height in bars.rects:
            at = x + left * DOT_PT, top - (down + height) * DOT_PT
            self._page.rect(*at, width * DOT_PT, height * DOT_PT, stroke=0, fill=1)

    def _bars(self) -> Bars | None:
        for kind, wide, high in (("code128", BARS_MM, BARS_HIGH_MM), ("qr", QR_MM, QR_MM)):
            try:
                return bars_for(self._receipt.number, kind, wide, high)
            except InvalidInput:  # too long for its place, or letters no bars can hold: the number stands in words
                continue
        return None

    # ---- middle -----------------------------------------------------------------------------------------------------

    def _draw_fact(self, label: str, value: str, y: float) -> float:
        name = self._text(label, TEXT, LEADING, LABEL)
        text = self._text(value, TEXT, LEADING, RIGHT - LEFT - LABEL - points(4))
        height = max(float(name.height), float(text.height))
        name.drawOn(self._page, LEFT, y - float(name.height))
        self._page.setFont(self._fonts.regular, TEXT)
        self._page.drawString(LEFT + LABEL, y - TEXT, ":")
        text.drawOn(self._page, LEFT + LABEL + points(4), y - float(text.height))
        return y - height - points(1)

    def _draw_words(self, y: float) -> float:
        """The amount in words, fenced in: nothing can be written before or after it."""
        x, pad = LEFT + LABEL + points(4), points(1.8)
        text = self._text(f"# {self._view.words} #", TEXT, LEADING, RIGHT - x - 2 * pad, self._fonts.bold)
        height = float(text.height) + 2 * pad
        self._page.setFillGray(0.93)
        self._page.rect(x, y - height, RIGHT - x, height, stroke=0, fill=1)
        self._page.setFillGray(0)
        text.drawOn(self._page, x + pad, y - pad - float(text.height))
        self._page.setFont(self._fonts.regular, TEXT)
        self._page.drawString(LEFT, y - pad - TEXT, "Uang sejumlah")
        self._page.drawString(LEFT + LABEL, y - pad - TEXT, ":")
        return y - height

    def _draw_lines(self, y: float, lowest: float) -> bool:
        """What it was paid for; False where only the kinds had room and the lines need a sheet of their own."""
        self._page.setFont(self._fonts.regular, TEXT)
        self._page.drawString(LEFT, y - TEXT, "Untuk pengembalian" if self._view.is_refund else "Untuk pembayaran")
        self._page.drawString(LEFT + LABEL, y - TEXT, ":")
        lines = self._view.lines
        for small in (False, True):
            blocks = self._line_blocks(y - lowest, small=small)
            if blocks is not None:
                self._put_lines(blocks, y)
                return True
        text = self._text(self._kinds(len(lines)), TEXT, LEADING, RIGHT - LEFT - LABEL - points(4))
        text.drawOn(self._page, LEFT + LABEL + points(4), y - float(text.height))
        return False

    def _line_blocks(self, room: float, *, small: bool) -> list[tuple[Paragraph, Paragraph | None, int]] | None:
        """The lines as text with their amounts, or None where they are higher than the room."""
        size, leading = (8.0, 10.4) if small else (TEXT, LEADING)
        amounts = len(self._view.lines) > 1
        width = RIGHT - LEFT - LABEL - points(4) - points(30) * amounts
        blocks, height = [], 0.0
        for line in self._view.lines:
            text = self._text(what_for(line), size, leading, width)
            basis = self._basis(line)
            below = self._text(basis, SMALL, SMALL_LEADING, width, grey=True) if basis else None
            blocks.append((text, below, line.payment.amount_rp))
            height += float(text.height) + (float(below.height) if below else 0.0) + points(0.8)
        return blocks if height <= room else None

    def _put_lines(self, blocks: list[tuple[Paragraph, Paragraph | None, int]], y: float) -> None:
        x = LEFT + LABEL + points(4)
        sign, font = -1 if self._view.is_refund else 1, self._fonts.regular
        for text, below, amount_rp in blocks:
            size = float(text.style.fontSize)
            if len(blocks) > 1:
                draw_figures(self._page, RIGHT - points(2), y - size, rupiah(sign * amount_rp), font, size)
            text.drawOn(self._page, x, y - float(text.height))
            y -= float(text.height)
            if below is not None:
                below.drawOn(self._page, x, y - float(below.height))
                y -= float(below.height)
            y -= points(0.8)

    def _kinds(self, count: int) -> str:
        """How many of each kind, in the order they come."""
        kinds: dict[str, int] = {}
        for line in self._view.lines:
            label = charge_label(line.payment.kind)
            kinds[label] = kinds.get(label, 0) + 1
        said = ", ".join(f"{label} ({number})" if number > 1 else label for label, number in kinds.items())
        return f"{count} rincian: {said}. Rinciannya pada lembar lampiran."

    def _details(self) -> Ledger:
        sign = -1 if self._view.is_refund else 1
        columns = (
            Column("no", "No.", 8, Kind.CENTRED),
            Column("text", "Uraian", 78),
            Column("account", "Kode rekening", 28, Kind.CENTRED),
            Column("basis", "Dasar hukum", 42),
            Column("amount", "Jumlah (Rp)", 26, Kind.RUPIAH),
        )
        lines = tuple(
            Line((str(no), what_for(one), one.payment.account, one.payment.legal_basis, sign * one.payment.amount_rp))
            for no, one in enumerate(self._view.lines, 1)
        )
        title = f"Lampiran {_title(self._view).capitalize()}"
        mark = "BATAL" if self._view.is_void else ""
        return Ledger(title, f"Nomor {self._receipt.number}", columns, lines, mark=mark, sheet="Lampiran")

    # ---- foot -------------------------------------------------------------------------------------------------------

    def _foot_height(self) -> float:
        """Amount and signatures, and below them what a void receipt says."""
        width = RIGHT - self._signing_left()
        height = signatures_height(self._signatures, self._fonts, width, 9.5, SIGNING)
        if void := self._void_text():
            height += float(void.height) + points(1.5)
        return height

    def _signing_left(self) -> float:
        return LEFT + (RIGHT - LEFT) * (0.36 if len(self._signatures) > 1 else 0.2)

    def _draw_foot(self, top: float) -> None:
        left = self._signing_left()
        draw_signatures(
            self._page, self._signatures, self._fonts, left=left, right=RIGHT, top=top, size=9.5, space=SIGNING
        )
        self._draw_amount(top - points(3))
        if self._view.needs_stamp:
            self._draw_stamp_box(top)
        if void := self._void_text():
            void.drawOn(self._page, LEFT, BOTTOM - points(1))

    def _draw_amount(self, top: float) -> None:
        said, size = rupiah(self._view.total_rp), 15.0
        width = max(points(48), text_width(said, self._fonts.bold, size) + points(8))
        height = points(11)
        self._page.setLineWidth(1.1)
        self._page.rect(LEFT, top - height, width, height)
        self._page.setFont(self._fonts.bold, size)
        self._page.drawCentredString(LEFT + width / 2, top - height / 2 - size * 0.36, said)
        text = self._text(self._how_paid(), 8.5, 11, points(66))
        text.drawOn(self._page, LEFT, top - height - points(2.5) - float(text.height))

    def _draw_stamp_box(self, top: float) -> None:
        """Where the stamp goes that the law asks for above its threshold; the signature runs over its edge."""
        width, height = points(21), points(13.5)
        middle = RIGHT - (RIGHT - self._signing_left()) / 4
        x, y = middle - width - points(7), top - points(9.6) - height
        self._page.setDash(2, 2)
        self._page.setLineWidth(0.7)
        self._page.rect(x, y, width, height)
        self._page.setDash()
        for place, word in enumerate(STAMP_DUTY.split()):
            self._page.setFont(self._fonts.regular, 7.5)
            self._page.drawCentredString(x + width / 2, y + height / 2 + 2 - place * 9, word)

    def _void_text(self) -> Paragraph | None:
        receipt, view = self._receipt, self._view
        if not view.is_void:
            return None
        on = f" pada {long_date(receipt.voided_on)}" if receipt.voided_on else ""
        by = f" oleh {view.voided_by}" if view.voided_by else ""
        second = f", disetujui {view.approved_by}" if view.approved_by else ""
        said = f"Dibatalkan{on}{by}{second}; alasan: {receipt.void_reason}"
        return self._text(said, 8, 10.4, RIGHT - LEFT, colour=RED)

    def _text(
        self,
        text: str,
        size: float,
        leading: float,
        width: float,
        font: str = "",
        *,
        grey: bool = False,
        colour: Color | None = None,
    ) -> Paragraph:
        name = font or self._fonts.regular
        style = ParagraphStyle("face", fontName=name, fontSize=size, leading=leading)
        if grey:
            style.textColor = Color(0.33, 0.33, 0.33)
        if colour is not None:
            style.textColor = colour
        shown = Paragraph(escape(printable(text, name)), style)
        shown.wrap(width, 10_000)
        return shown
