"""The day's recap as a CSV file: one figure a line, in words, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from loket.services.recap import DayRecap

SECTIONS = {
    "circulation": "Sirkulasi",
    "member_type": "Peminjaman menurut jenis anggota",
    "ddc_class": "Peminjaman menurut klas",
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
