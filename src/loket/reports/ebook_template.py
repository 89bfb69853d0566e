"""An empty report of e-book loans to fill in, for a reading app that writes none itself."""

from __future__ import annotations

import io

import xlsxwriter

HEADINGS = (
    ("ID transaksi", 16),
    ("Judul buku", 40),
    ("Pengarang", 28),
    ("Nomor anggota", 18),
    ("Nama peminjam", 28),
    ("Tanggal pinjam", 16),
    ("Tanggal kembali", 16),
    ("Jumlah lisensi", 14),
)
_DATES = ("Tanggal pinjam", "Tanggal kembali")


def ebook_template(library_name: str) -> bytes:
    """An XLSX with the headings that `services.ebook_report` reads, and a sheet that says how to fill it in."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    bold, day = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "dd-mm-yyyy"})
    sheet = book.add_worksheet("Pinjaman e-book")
    for place, (heading, width) in enumerate(HEADINGS):
        sheet.set_column(place, place, width, day if heading in _DATES else None)
        sheet.write_string(0, place, heading, bold)
    sheet.freeze_panes(1, 0)
    guide = book.add_worksheet("Petunjuk")
    guide.set_column(0, 0, 90, book.add_format({"text_wrap": True, "valign": "top"}))
    for line, text in enumerate(_guide(library_name)):
        guide.write_string(line, 0, text)
    book.close()
    return out.getvalue()


def _guide(library_name: str) -> tuple[str, ...]:
    return (
        f"Laporan pinjaman e-book {library_name}",
        "Satu baris untuk satu pinjaman. Judul buku dan tanggal pinjam harus diisi; lainnya bila ada.",
        "Tanggal ditulis hari-bulan-tahun, misalnya 03-11-2026.",
        "Tanggal kembali diisi hanya bila buku dikembalikan sebelum waktunya habis.",
        "Jumlah lisensi: berapa orang boleh membaca judul itu bersamaan. Kosong berarti tanpa batas.",
        "Nomor induk kependudukan tidak perlu ditulis.",
    )
