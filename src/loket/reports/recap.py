"""The day's recap as a CSV file: one figure a line, in words, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from loket.services.recap import DayRecap

SECTIONS = {
    "circulation": "Sirkulasi",
    "member_type": "Peminjaman menurut jenis anggota",
    "ddc_class": "Peminjaman menurut klas",
    "visitors": "Pengunjung (buku tamu pintu)",
    "visitor_sex": "Pengunjung menurut jenis kelamin",
    "visitor_purpose": "Pengunjung menurut tujuan",
    "room_visitors": "Buku tamu ruang (tidak dijumlahkan)",
    "lockers": "Penitipan barang",
    "reading": "Baca di tempat",
    "reading_class": "Baca di tempat menurut klas",
    "internet": "Layanan internet",
    "photocopies": "Fotokopi",
    "ebooks": "E-book (KLIK)",
}
FIGURES = {
    "loans": "Peminjaman",
    "returns": "Pengembalian",
    "late_returns": "Pengembalian terlambat",
    "renewals": "Perpanjangan",
    "overrides": "Persetujuan pengawas",
    "undone": "Tindakan dibatalkan",
    "charges": "Tagihan timbul",
    "charges_rp": "Nilai tagihan (rupiah)",
    "overdue_now": "Pinjaman terlambat saat ini",
    "entries": "Baris buku tamu",
    "people": "Orang",
    "member": "Anggota",
    "guest": "Tamu",
    "group": "Rombongan (orang)",
    "official": "Kunjungan resmi (orang)",
    "L": "Laki-laki",
    "P": "Perempuan",
    "lockers_taken": "Loker dipakai",
    "lockers_lost_tag": "Nomor hilang",
    "lockers_forced": "Dibuka paksa",
    "lockers_out": "Masih di loker",
    "books_read": "Buku dibaca",
    "items_fetched": "Koleksi diambilkan",
    "sessions": "Sesi internet",
    "session_minutes": "Menit terpakai",
    "copies_inside": "Fotokopi di dalam",
    "pages": "Lembar",
    "copies_rp": "Nilai fotokopi (rupiah)",
    "copies_outside": "Fotokopi di luar",
    "ebook_loans": "E-book dipinjam",
    "ebook_readers": "Pembaca e-book",
}
NOT_FILLED = "Belum diisi"


def recap_csv(recap: DayRecap) -> bytes:
    """UTF-8 with a mark that Excel understands, semicolons as Indonesian Excel expects."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow(["Tanggal", "Perpustakaan", "Loket", "Bagian", "Uraian", "Jumlah"])
    for line in recap.lines:
        what = FIGURES.get(line.what, line.what) or NOT_FILLED
        rows.writerow([recap.on.isoformat(), recap.library, recap.station, SECTIONS[line.section], what, line.number])
    return out.getvalue().encode("utf-8-sig")
