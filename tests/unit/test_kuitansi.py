"""The kuitansi on paper: what it says and in which words, its bars, its marks, and that everything has its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import zxingcpp
from papers import FONTS, HEAD, SETTINGS, overlapping, pages_of, picture_of, receipt_view, reddish, text_of, white_mm

from loket.domain.entities import PayMethod
from loket.reports.kuitansi import kuitansi_pdf
from loket.reports.letterhead import Letterhead
from loket.reports.pdf import HELVETICA

LONG_NAME = "Raden Mas Haji " + "Abdurrahman Kusumaningrat " * 5 + "bin Yosef Contoh, S.Pd., M.Pd., Ph.D."
VOID = {
    "voided_on": date(2026, 11, 24),
    "void_reason": "Salah memilih anggota",
    "voided_by": "Petrus Contoh",
    "approved_by": "Ratna Contoh",
}


def said(view, head=HEAD):
    return text_of(kuitansi_pdf(view, head, FONTS))


def test_it_says_what_a_kuitansi_says():
    words = said(receipt_view(12_500, received_rp=50_000))
    for part in (
        "PEMERINTAH KABUPATEN CONTOH DINAS PERPUSTAKAAN CONTOH Jalan Contoh 1 · Telepon 0000 111222",
        "KUITANSI Nomor 00017/KW/L1/XI/2026",
        "Sudah terima dari : Yohana Contoh (nomor anggota L1-2600012)",
        "Uang sejumlah : # Dua belas ribu lima ratus rupiah #",
        "Untuk pembayaran : Denda keterlambatan: Kisah Perahu di Teluk Sunyi (B000123)",
        "Kode rekening 4.1.04.15.01.0001 · Perda Contoh 5/2024",
        "Kota Contoh, 23 November 2026",
        "Tunai, diterima Rp50.000, kembali Rp37.500",
        "Petrus Contoh",
    ):
        assert part in words
    assert words.count("Rp12.500") == 1
    for mark in ("SALINAN", "BATAL", "Meterai", "lampiran"):
        assert mark not in words


def test_several_lines_stand_with_their_amounts():
    words = said(receipt_view(12_500, 85_000, 10_000))
    for part in ("Rp12.500", "Rp85.000", "Rp10.000", "Rp107.500", "# Seratus tujuh ribu lima ratus rupiah #"):
        assert part in words
    assert words.index("Denda keterlambatan") < words.index("Penggantian buku hilang") < words.index("Biaya kartu")


def test_pieces_of_a_service_are_counted_out():
    view = receipt_view(6_000)
    line = view.lines[0]
    several = replace(line, payment=replace(line.payment, quantity=12, kind="photocopy"), label="Foto kopi", barcode="")
    assert "Untuk pembayaran : Foto kopi, 12 × Rp500 Kode" in said(replace(view, lines=(several,)))


@pytest.mark.parametrize("number", ["00017/KW/L1/XI/2026", "1/KW/B/I/2026", "000123/KW/DISPUS-L12/VIII/2026"])
def test_its_bars_hold_the_number(number):
    page = picture_of(kuitansi_pdf(receipt_view(12_500, number=number), HEAD, FONTS), dpi=300)
    found = zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormat.Code128)
    assert [code.text for code in found] == [number]


def test_a_number_too_long_for_bars_is_a_qr_code():
    number = "0000017/KUITANSI/DISPUSIP-KAB-CONTOH/L1/XI/2026"
    page = picture_of(kuitansi_pdf(receipt_view(12_500, number=number), HEAD, FONTS), dpi=300)
    assert [(code.text, code.format) for code in zxingcpp.read_barcodes(page)] == [
        (number, zxingcpp.BarcodeFormat.QRCode)
    ]


def test_what_is_not_cash_names_its_reference():
    words = said(receipt_view(12_500, method=PayMethod.QRIS, reference="QR0012233"))
    assert "QRIS, nomor referensi QR0012233" in words
    assert "kembali" not in words


def test_a_large_amount_has_the_place_of_the_stamp():
    words = said(receipt_view(5_000_001))
    assert "Meterai" in words
    assert "Rp10.000" in words
    assert "Meterai" not in said(receipt_view(5_000_000))


def test_who_signs_is_who_took_the_money():
    treasurer = said(receipt_view(12_500, operator=SETTINGS.treasurer_name))
    assert "Bendahara Penerimaan, Maria Contoh, S.E. NIP 00000000 000000 2 003" in " ".join(
        treasurer[treasurer.index("Bendahara") :].replace("Rp12.500", "").replace("Tunai", "").split()
    )
    desk = receipt_view(12_500)
    by_desk = replace(desk, settings=replace(SETTINGS, treasurer_only=()))
    assert "Petugas Loket," in said(by_desk)
    assert "NIP" not in said(by_desk)
    assert "Bendahara Penerimaan," in said(desk)  # only a treasurer may take a fine here: who took it is one


def test_a_copy_and_a_void_one_say_so():
    assert "SALINAN ke-2" in said(receipt_view(12_500, copy_no=2))
    pdf = kuitansi_pdf(receipt_view(12_500, **VOID), HEAD, FONTS)
    words = text_of(pdf)
    assert "KUITANSI BATAL" in words
    assert reddish(pdf) > 0.05 > 0.001 > reddish(kuitansi_pdf(receipt_view(12_500), HEAD, FONTS))
    assert "Dibatalkan pada 24 November 2026 oleh Petrus Contoh, disetujui Ratna Contoh; alasan: Salah" in words


def test_money_given_back_is_a_paper_of_its_own():
    words = said(receipt_view(-25_000, number="00002/BK/L1/XI/2026"))
    for part in ("BUKTI PENGEMBALIAN UANG", "Dikembalikan kepada : Yohana Contoh", "Yang menerima,"):
        assert part in words
    assert "Rp25.000" in words
    assert "(Rp" not in words
    assert "KUITANSI" not in words


def test_many_lines_go_onto_a_further_sheet_with_sums_carried_over():
    pages = pages_of(kuitansi_pdf(receipt_view(*[1_500] * 27), HEAD, FONTS))
    assert "27 rincian: Denda keterlambatan (9), Penggantian buku hilang (9), Biaya kartu anggota (9)" in pages[0]
    assert "Rp40.500" in pages[0]
    assert "LAMPIRAN KUITANSI Nomor 00017/KW/L1/XI/2026" in pages[1]
    assert "Jumlah 40.500" in pages[-1]
    numbers = [no for page in pages[1:] for no in range(1, 28) if f" {no} Denda" in page or f" {no} Pengg" in page]
    assert numbers == [no for no in range(1, 28) if no % 3]


def test_nobody_named_is_a_line_to_write_on():
    words = said(receipt_view(2_000, payer="", member_no=""))
    assert "Sudah terima dari : ......" in words
    assert "nomor anggota" not in words


@pytest.mark.parametrize(
    "view",
    [
        receipt_view(12_500, received_rp=50_000),
        receipt_view(12_500, 85_000, 10_000, copy_no=12, **VOID),
        receipt_view(987_654_321_012, payer=LONG_NAME, **(VOID | {"void_reason": "alasan yang panjang " * 15})),
        receipt_view(5_250_000, method=PayMethod.TRANSFER, reference="9" * 80, operator=LONG_NAME),
        receipt_view(*[1_500] * 9, payer=LONG_NAME),
        receipt_view(-987_654_321, payer=LONG_NAME, operator=LONG_NAME),
    ],
    ids=["usual", "void copy", "long void", "long reference", "nine lines", "long refund"],
)
def test_everything_has_its_place(view):
    pdf = kuitansi_pdf(view, HEAD, FONTS)
    assert overlapping(pdf) == []
    assert all(white_mm(pdf, page) > 5 for page in range(1, len(pages_of(pdf)) + 1))
    assert not any("…" in page for page in pages_of(pdf))


def test_it_is_made_without_a_logo_with_a_broken_one_and_in_the_built_in_fonts():
    view = receipt_view(12_500)
    for head in (Letterhead(), Letterhead(logo=b"no picture")):
        assert "DINAS PERPUSTAKAAN CONTOH" in said(view, head)
    assert "# Dua belas ribu lima ratus rupiah #" in text_of(kuitansi_pdf(view, HEAD, HELVETICA))
