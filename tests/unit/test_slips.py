"""Slips on every paper: what the bytes say when a printer reads them, and what a scanner reads from the picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from escpos_reader import Printed, read
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from loket.db.queries import LoanLine
from loket.devices.pdf_images import pdf_image
from loket.domain.circulation import DueDate, Lateness
from loket.domain.entities import (
    Biblio,
    Counting,
    Id,
    Item,
    Library,
    Loan,
    LoanPolicy,
    Member,
    Payment,
    PayMethod,
    Receipt,
    ReceiptKind,
)
from loket.domain.settings import DEFAULTS
from loket.domain.slip import Code, Gap, Logo, Pair, Rule, Slip, Text, Title
from loket.reports.slip_kinds import STAMP, Where, due_slip, loan_slip, receipt_slip
from loket.reports.slips import PAPERS, Line, Paper, escpos_bytes, parts_of, plain, roll_pdf, wrap
from loket.services import circulation as c
from loket.services.receipts import ReceiptLine, ReceiptView
from loket.services.scanning import Slip as Served

LIBRARY = Library(
    Id("1" * 32), "Perpustakaan Umum Kabupaten Teluk Kenari", "KTK", "Jl. Pelabuhan 3, Kenari", "(0400) 11223"
)
LONG = "Sejarah singkat pelayaran rakyat di perairan timur dari zaman perahu layar sampai kapal bermesin"
TODAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 2, 15, tzinfo=UTC)  # a quarter past ten by the library's clock
NUMBER = "00017/KW/L1/XI/2026"
papers = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS.keys())


def money_line(amount_rp: int, title: str = "", **fields: Any) -> ReceiptLine:
    payment = Payment(Id("5" * 32), Id("4" * 32), "fine", amount_rp, TODAY, **fields)
    return ReceiptLine(payment, "Denda keterlambatan", title, "B-0001" if title else "")


def view(*lines: ReceiptLine, **changes: Any) -> ReceiptView:
    total = sum(line.amount_rp for line in lines)
    receipt = Receipt(
        Id("4" * 32),
        "KW/L1/2026",
        17,
        NUMBER,
        ReceiptKind.PAYMENT,
        TODAY,
        AT,
        PayMethod.CASH,
        total,
        received_rp=20_000,
    )
    receipt = replace(receipt, **changes.pop("receipt", {}))
    made = ReceiptView(
        receipt, lines, "26110001", "Melati Kenari", "Rara Ampana", LIBRARY, None, "Dua belas ribu rupiah", False, 0,
        DEFAULTS,
    )  # fmt: skip
    return replace(made, **changes)


FINE = money_line(12_000, LONG, legal_basis="Perda Contoh 1/2026")


def printed(slip: Slip, paper: Paper, **options: Any) -> Printed:
    return read(escpos_bytes(slip, paper, **options))


def loan(due_on: date, barcode: str = "B-0001", title: str = LONG) -> tuple[Loan, Item, Biblio]:
    biblio = Biblio(Id("7" * 32), title=title)
    item = Item(Id("8" * 32), biblio.id, barcode)
    return Loan(Id("9" * 32), MEMBER.id, item.id, biblio.id, POLICY.id, TODAY, AT, due_on), item, biblio


# ---- layout --------------------------------------------------------------------------------------------------------


@papers
def test_no_line_is_longer_than_the_paper_and_amounts_stand_at_its_right_edge(paper: Paper) -> None:
    out = printed(receipt_slip(view(FINE, money_line(500))), paper)
    assert max(map(len, out.lines)) <= paper.columns
    amounts = [line for line in out.lines if line.endswith(("Rp12.000", "Rp500", "Rp12.500", "Rp20.000", "Rp7.500"))]
    assert len(amounts) == 5
    assert {len(line) for line in amounts} == {paper.columns}
    assert "-" * paper.columns in out.lines


@papers
def test_a_long_title_is_wrapped_and_no_word_of_it_is_lost(paper: Paper) -> None:
    out = printed(receipt_slip(view(FINE)), paper)
    first = next(number for number, line in enumerate(out.lines) if line.startswith("Denda"))
    last = next(number for number, line in enumerate(out.lines) if line.endswith("Rp12.000"))
    whole = " ".join(line.removesuffix("Rp12.000").strip() for line in out.lines[first : last + 1])
    assert whole == f"Denda keterlambatan: {LONG} (B-0001)"


@given(st.text(max_size=200), st.text(max_size=60), st.sampled_from(list(PAPERS.values())))
def test_whatever_is_written_fits_the_paper_in_plain_letters(left: str, right: str, paper: Paper) -> None:
    slip = Slip((Title(left), Text(left), Text(left, align="center"), Pair(left, right), Pair(right, left)))
    for part in parts_of(slip, paper):
        assert isinstance(part, Line)
        assert len(part.text) <= paper.columns
        assert all(" " <= letter <= "~" for letter in part.text)


@given(st.text(max_size=200), st.integers(1, 60))
def test_wrapping_keeps_every_letter_in_its_order(text: str, columns: int) -> None:
    assert "".join(wrap(text, columns)).replace(" ", "") == plain(text).replace(" ", "")


def test_letters_a_receipt_printer_lacks_become_ones_it_has() -> None:
    assert plain("Señor “Kenari” – ḥadīṡ, 2 × 3 …\tbaris\nbaru ☂") == 'Senor "Kenari" - hadis, 2 x 3 ... baris baru ?'


def test_the_slip_survives_the_queue_letter_by_letter() -> None:
    slip = Slip(
        (
            Logo(),
            Title("Judul “é”"),
            Text("a", align="center", bold=True),
            Pair("a", "b", True),
            Rule(),
            Gap(3),
            Code("1"),
        ),
        drawer=True,
    )
    assert Slip.from_json(slip.to_json()) == slip


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"blocks": [["Text", {"text": 3}]], "drawer": false}',
        '{"blocks": [["Import", {}]], "drawer": false}',
        '{"blocks": [["Gap", {"lines": "x"}]], "drawer": false}',
        '{"blocks": 3, "drawer": false}',
    ],
)
def test_what_is_no_slip_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a slip|Expecting"):
        Slip.from_json(text)


# ---- codes, logo, cutter, drawer -----------------------------------------------------------------------------------


@papers
def test_the_number_of_a_receipt_scans_from_the_bytes_and_from_the_page(paper: Paper) -> None:
    slip = receipt_slip(view(FINE))
    kind = "QRCode" if paper.columns == 32 else "Code128"
    assert printed(slip, paper).codes(paper.dots) == [(kind, NUMBER)]
    page = pdf_image(roll_pdf(slip, paper), dpi=203)
    assert [code.text for code in zxingcpp.read_barcodes(page_as_pil(page))] == [NUMBER]


@papers
def test_a_short_number_is_code_128_on_every_paper_with_its_quiet_zones(paper: Paper) -> None:
    out = printed(Slip((Code("26110001"),)), paper)
    assert out.codes(paper.dots) == [("Code128", "26110001")]
    (picture,) = out.pictures
    black = picture.convert("L").point(lambda grey: 255 - grey).getbbox()
    assert black is not None
    narrow = 2
    assert black[0] >= 10 * narrow
    assert paper.dots - black[2] >= 10 * narrow


def test_letters_no_code_128_has_go_into_a_qr_code() -> None:
    assert printed(Slip((Code("Ñandú"),)), PAPERS["80"]).codes(576) == [("QRCode", "Ñandú")]


@papers
def test_the_logo_is_no_wider_than_the_paper_and_stands_in_its_middle(paper: Paper) -> None:
    logo = BytesIO()
    Image.new("RGBA", (2000, 500), (0, 0, 0, 255)).save(logo, "PNG")
    (picture,) = printed(Slip((Logo(),)), paper, logo=logo.getvalue()).pictures
    black = picture.convert("L").point(lambda grey: 255 - grey).getbbox()
    assert black is not None
    assert picture.width <= paper.dots
    assert abs(black[0] - (paper.dots - black[2])) <= 8
    assert black[3] <= 128


def test_a_logo_that_cannot_be_read_holds_up_no_receipt() -> None:
    out = printed(receipt_slip(view(FINE)), PAPERS["80"], logo=b"no picture")
    assert "JUMLAH" in out.text
    assert len(out.pictures) == 1  # the code alone


def test_the_paper_is_cut_where_there_is_a_cutter_and_fed_out_of_the_printer_else() -> None:
    wide, narrow = (printed(Slip((Text("x"),)), PAPERS[name]) for name in ("80", "58"))
    assert (wide.cuts, narrow.cuts) == (1, 0)
    assert wide.fed >= 4
    assert narrow.fed >= 4


@pytest.mark.parametrize("pin", [2, 5])
def test_the_drawer_opens_before_the_first_line_and_only_where_it_is_wired(pin: int) -> None:
    slip = receipt_slip(view(FINE))
    assert printed(slip, PAPERS["80"], drawer_pin=pin).pulses == [(pin, 0)]
    assert printed(slip, PAPERS["80"]).pulses == []


@papers
def test_the_page_says_the_same_as_the_bytes_and_is_as_wide_as_the_paper(paper: Paper) -> None:
    slip = receipt_slip(view(FINE))
    pdf = roll_pdf(slip, paper)
    image = pdf_image(pdf, dpi=254)
    assert image.width() == pytest.approx(paper.width_mm * 10, abs=1)
    assert image.height() > image.width()


def page_as_pil(image: Any) -> Image.Image:
    grey = image.convertToFormat(image.Format.Format_Grayscale8)
    return Image.frombytes("L", (grey.width(), grey.height()), bytes(grey.constBits()), "raw", "L", grey.bytesPerLine())


# ---- kuitansi ------------------------------------------------------------------------------------------------------


def test_a_kuitansi_says_who_paid_what_for_and_in_words() -> None:
    out = printed(receipt_slip(view(FINE)), PAPERS["80"])
    for words in (
        "KUITANSI",
        f"Nomor{NUMBER:>43}",
        f"Tanggal{'24 November 2026 10.15':>41}",
        "Sudah terima dari: Melati Kenari (26110001)",
        f"JUMLAH{'Rp12.000':>42}",
        f"Tunai{'Rp20.000':>43}",
        f"Kembali{'Rp8.000':>41}",
        "Terbilang: Dua belas ribu rupiah",
        "Dasar: Perda Contoh 1/2026",
        "Rara Ampana",
    ):
        assert words in out.text
    assert "SALINAN" not in out.text
    assert "BATAL" not in out.text
    assert "meterai" not in out.text


def test_a_copy_says_which_and_opens_no_drawer() -> None:
    slip = receipt_slip(view(FINE, copy_no=2))
    assert "SALINAN ke-2" in printed(slip, PAPERS["58"]).text
    assert not slip.drawer


def test_a_void_receipt_says_so_large_with_the_reason_and_opens_no_drawer() -> None:
    slip = receipt_slip(view(FINE, receipt={"voided_on": TODAY, "void_reason": "salah anggota"}, needs_stamp=True))
    out = printed(slip, PAPERS["80"])
    assert any(line.strip() == "BATAL" for line in out.tall)
    assert "Dibatalkan 24 November 2026: salah anggota" in out.text
    assert STAMP not in out.text
    assert not slip.drawer


def test_money_given_back_is_another_paper_with_the_amount_as_it_went() -> None:
    refund = view(money_line(-12_000), receipt={"kind": ReceiptKind.REFUND, "received_rp": 0})
    out = printed(receipt_slip(refund), PAPERS["80"])
    assert "BUKTI PENGEMBALIAN UANG" in out.text
    assert "Dikembalikan kepada: Melati Kenari" in out.text
    assert [line for line in out.lines if "(Rp" in line] == []
    assert sum(line.endswith("Rp12.000") for line in out.lines) == 2


@pytest.mark.parametrize(("method", "words"), [(PayMethod.QRIS, "QRIS"), (PayMethod.TRANSFER, "Transfer")])
def test_what_is_not_cash_names_its_reference_and_leaves_the_drawer_shut(method: PayMethod, words: str) -> None:
    slip = receipt_slip(view(FINE, receipt={"method": method, "reference": "RRN 0042", "received_rp": 0}))
    assert f"{words}{'RRN 0042':>{48 - len(words)}}" in printed(slip, PAPERS["80"]).text
    assert not slip.drawer


def test_a_guest_a_quantity_a_stamp_and_the_librarys_own_last_lines() -> None:
    copies = money_line(2_500, quantity=5)
    settings = replace(DEFAULTS, slip_footer="Terima kasih.\nBuka Senin-Sabtu")
    out = printed(receipt_slip(view(copies, payer="", member_no="", needs_stamp=True, settings=settings)), PAPERS["80"])
    assert "Sudah terima dari: tamu" in out.text
    assert "5 x Rp500" in out.text
    assert STAMP in " ".join(out.lines)
    assert [line.strip() for line in out.lines][-2:] == ["Terima kasih.", "Buka Senin-Sabtu"]


# ---- loans ---------------------------------------------------------------------------------------------------------

MEMBER = Member(Id("6" * 32), "26110001", "Melati Kenari", "umum")
WHERE = Where(LIBRARY, "Rara Ampana")
POLICY = LoanPolicy(Id("3" * 32))


def lent(due_on: date, barcode: str = "B-0001", kind: type = c.Lent) -> Any:
    made, item, biblio = loan(due_on, barcode)
    return kind(Id("2" * 32), made, MEMBER, item, biblio, DueDate(due_on, 7, Counting.CALENDAR), POLICY)


def returned(late: Lateness) -> c.Returned:
    made, item, biblio = loan(TODAY, "B-0009", "Buku yang kembali")
    return c.Returned(Id("2" * 32), made, MEMBER, item, biblio, late, POLICY, None, 0)


def served(*done: Any, member: Member | None = MEMBER) -> Served:
    return Served(member, AT, AT, done)


@papers
def test_a_loan_slip_names_every_loan_with_its_due_date_and_the_day_large(paper: Paper) -> None:
    out = printed(loan_slip(served(lent(date(2026, 12, 1)), lent(date(2026, 12, 1), "B-0002")), WHERE), paper)
    assert "BUKTI PEMINJAMAN" in out.text
    for barcode in ("B-0001", "B-0002"):
        (line,) = [line for line in out.lines if line.strip().startswith(barcode)]
        assert line.endswith("01-12-2026")
        assert len(line) == paper.columns
    assert any("Selasa, 1 Desember 2026" in line for line in out.tall)
    assert "KEMBALIKAN PALING LAMBAT" in out.text
    assert out.codes(paper.dots) == [("Code128", "26110001")]
    assert max(map(len, out.lines)) <= paper.columns


def test_several_due_dates_stand_in_order_with_how_many() -> None:
    later, sooner = lent(date(2026, 12, 8)), lent(date(2026, 12, 1), "B-0002", c.Renewed)
    out = printed(loan_slip(served(later, sooner, lent(date(2026, 12, 8), "B-3")), WHERE), PAPERS["80"])
    stripped = [line.strip() for line in out.lines]
    first = stripped.index("Selasa, 1 Desember 2026")
    assert stripped[first : first + 4] == ["Selasa, 1 Desember 2026", "1 buku", "Selasa, 8 Desember 2026", "2 buku"]
    assert "01-12-2026 (perpanjangan)" in out.text


def test_what_came_back_stands_apart_with_its_fine() -> None:
    late = Lateness(calendar_days=3, counted_days=3, fine_rp=1_500)
    out = printed(loan_slip(served(lent(date(2026, 12, 1)), returned(late)), WHERE), PAPERS["80"])
    assert "BUKTI LAYANAN" in out.text
    assert "terlambat 3 hari" in out.text
    assert f"denda{'Rp1.500':>43}" in out.text


def test_returns_alone_promise_no_day_and_need_no_member() -> None:
    out = printed(loan_slip(served(returned(Lateness()), member=None), WHERE), PAPERS["58"])
    assert "BUKTI PENGEMBALIAN" in out.text
    assert "PALING LAMBAT" not in out.text
    assert out.pictures == []


def test_the_due_slip_lists_everything_the_member_has() -> None:
    lines = [LoanLine(loan(date(2026, 12, day))[0], f"B-{day}", f"Judul {day}") for day in (1, 3)]
    out = printed(due_slip(MEMBER, lines, AT, WHERE), PAPERS["58"])
    assert "TANGGAL KEMBALI" in out.text
    for day in (1, 3):
        assert f"Judul {day}" in out.text
        assert f"0{day}-12-2026" in out.text
