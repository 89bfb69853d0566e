"""Why money is not taken, given back or let off, and what is wrong with a field about it."""

from __future__ import annotations

from loket.domain.errors import RefusalCode as R
from loket.ui import texts
from loket.ui.texts import QT_TRANSLATE_NOOP

REFUSAL_TEXT: dict[R, tuple[str, str]] = {
    R.NO_OPEN_SHIFT: (
        QT_TRANSLATE_NOOP("refusal", "Laci kas loket ini belum dibuka."),
        QT_TRANSLATE_NOOP("refusal", "Hitung uang kembalian di laci dan buka kasnya, lalu ulangi."),
    ),
    R.DAY_LOCKED: (
        QT_TRANSLATE_NOOP("refusal", "Kas hari {on} sudah dikunci di loket ini."),
        QT_TRANSLATE_NOOP("refusal", "Layani besok, atau minta pengawas membukanya lagi dengan alasan."),
    ),
    R.TREASURER_ONLY: (
        QT_TRANSLATE_NOOP("refusal", "Pembayaran ini hanya diterima bendahara penerimaan."),
        QT_TRANSLATE_NOOP("refusal", "Arahkan anggota ke bendahara; kuitansinya langsung berlaku di sini."),
    ),
    R.NO_TARIFF: (
        QT_TRANSLATE_NOOP("refusal", "Belum ada tarif dengan dasar hukum untuk ini, jadi tidak boleh dipungut."),
        QT_TRANSLATE_NOOP("refusal", "Minta administrator mengisinya di Pengaturan, bagian Tarif."),
    ),
    R.RECEIPT_UNKNOWN: (
        QT_TRANSLATE_NOOP("refusal", "Kuitansi ini tidak dikenal di sini."),
        QT_TRANSLATE_NOOP("refusal", "Periksa nomornya; kuitansi loket lain datang lewat sinkronisasi."),
    ),
    R.CHARGE_UNKNOWN: (
        QT_TRANSLATE_NOOP("refusal", "Tagihan ini tidak dikenal di sini."),
        QT_TRANSLATE_NOOP("refusal", "Buka lagi anggotanya untuk melihat tagihan yang sekarang."),
    ),
    R.ALREADY_VOID: (
        QT_TRANSLATE_NOOP("refusal", "Ini sudah dibatalkan sebelumnya."),
        "",
    ),
    R.CREDIT_SPENT: (
        QT_TRANSLATE_NOOP("refusal", "Uang kuitansi ini sudah dipakai untuk tagihan lain atau sudah dikembalikan."),
        QT_TRANSLATE_NOOP("refusal", "Batalkan dahulu pengembaliannya, atau selesaikan dengan pengawas."),
    ),
    R.NO_CREDIT: (
        QT_TRANSLATE_NOOP("refusal", "Tidak ada kelebihan bayar pada tagihan ini."),
        QT_TRANSLATE_NOOP("refusal", "Buka lagi anggotanya; mungkin sudah dipakai atau dikembalikan."),
    ),
    R.DRAWER_SHORT: (
        QT_TRANSLATE_NOOP("refusal", "Uang di laci hanya {has_rp}, kurang untuk mengembalikan {amount_rp}."),
        QT_TRANSLATE_NOOP("refusal", "Kembalikan dari laci loket lain, atau lewat transfer."),
    ),
    R.APPROVAL_NEEDED: (
        QT_TRANSLATE_NOOP("refusal", "Ini perlu persetujuan pengawas."),
        QT_TRANSLATE_NOOP("refusal", "Minta pengawas menyetujui dengan kata sandinya."),
    ),
    R.SECOND_PERSON: (
        QT_TRANSLATE_NOOP("refusal", "Yang menyetujui harus orang lain, bukan petugas yang sedang masuk."),
        QT_TRANSLATE_NOOP("refusal", "Minta pengawas lain menyetujui."),
    ),
}
INVALID_TEXT: dict[str, str] = {
    "nothing_to_pay": QT_TRANSLATE_NOOP("invalid", "Pilih dahulu yang dibayar."),
    "line_twice": QT_TRANSLATE_NOOP("invalid", "Hal yang sama tertulis dua kali."),
    "lines_of_others": QT_TRANSLATE_NOOP(
        "invalid", "Satu kuitansi untuk satu orang; buat kuitansi lain untuk lainnya."
    ),
    "amount_owed": QT_TRANSLATE_NOOP("invalid", "Yang belum dibayar {owed_rp}; isi paling banyak sebesar itu."),
    "amount_of_credit": QT_TRANSLATE_NOOP("invalid", "Kelebihan bayarnya {credit_rp}; isi paling banyak sebesar itu."),
    "amount_by_tariff": QT_TRANSLATE_NOOP("invalid", "Menurut tarif, jumlahnya {tariff_rp}."),
    "amount_too_large": QT_TRANSLATE_NOOP("invalid", "Paling banyak {most_rp}; periksa angkanya."),
    "reference_missing": QT_TRANSLATE_NOOP("invalid", "Tulis nomor referensi dari aplikasi atau bukti transfernya."),
    "received_too_little": QT_TRANSLATE_NOOP("invalid", "Kurang; yang harus dibayar {total_rp}."),
    "tariff_without_basis": QT_TRANSLATE_NOOP("invalid", "Tulis nomor dan tahun peraturannya; tanpa itu tarif Rp0."),
    "tariff_amount_elsewhere": QT_TRANSLATE_NOOP(
        "invalid", "Isi Rp0: besarnya diatur di aturan pinjam atau ditentukan saat bukunya hilang atau rusak."
    ),
    "tariff_gone": QT_TRANSLATE_NOOP("invalid", "Tarif ini sudah tidak berlaku; pilih lagi dari daftar."),
    "format_kind": QT_TRANSLATE_NOOP("invalid", "Jenis surat, kuitansi atau setoran, harus ada, sekali."),
    "format_year": QT_TRANSLATE_NOOP("invalid", "Tahun harus ada, sekali: nomor urut mulai lagi tiap tahun."),
    "format_apart": QT_TRANSLATE_NOOP("invalid", "Beri garis miring, titik, atau tanda hubung di antara bagiannya."),
}
texts.add_refusals(REFUSAL_TEXT)
texts.add_invalid(INVALID_TEXT)
