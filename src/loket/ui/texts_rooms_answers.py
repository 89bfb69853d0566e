"""Why a photocopy or an e-book is not noted, and what is wrong with a field or a row of a report about them."""

from __future__ import annotations

from loket.domain.errors import RefusalCode as R
from loket.services.ebook_report import ReportRow
from loket.ui import texts
from loket.ui.texts import QT_TRANSLATE_NOOP, say

REFUSAL_TEXT: dict[R, tuple[str, str]] = {
    R.COPY_ITEM_OUT: (
        QT_TRANSLATE_NOOP("refusal", "“{title}” sedang difoto kopi di luar dengan nota {number}."),
        QT_TRANSLATE_NOOP("refusal", "Terima dahulu bukunya kembali, baru keluarkan lagi."),
    ),
    R.COPY_SLIP_NEEDED: (
        QT_TRANSLATE_NOOP("refusal", "Jaminan hanya diserahkan dengan nota {number}."),
        QT_TRANSLATE_NOOP("refusal", "Pindai notanya. Bila hilang, pengawas menyetujui dan catatannya ditulis."),
    ),
    R.COPY_PAID: (
        QT_TRANSLATE_NOOP("refusal", "Foto kopi ini sudah dibayar dengan kuitansi {number}."),
        QT_TRANSLATE_NOOP("refusal", "Batalkan dahulu kuitansinya di kas."),
    ),
    R.COPY_OVER: (
        QT_TRANSLATE_NOOP("refusal", "Nota {number} sudah selesai atau tidak dikenal di sini."),
        QT_TRANSLATE_NOOP("refusal", "Lihat daftar yang masih di luar."),
    ),
    R.EBOOK_ALL_OUT: (
        QT_TRANSLATE_NOOP("refusal", "Semua lisensi “{title}” sedang dipakai, paling cepat bebas {back_at}."),
        QT_TRANSLATE_NOOP("refusal", "Tawarkan judul lain."),
    ),
    R.EBOOK_HAS_IT: (
        QT_TRANSLATE_NOOP("refusal", "Ia masih meminjam “{title}” di aplikasi."),
        QT_TRANSLATE_NOOP("refusal", "Tidak perlu dicatat lagi; pilih judul lain."),
    ),
    R.EBOOK_OVER: (
        QT_TRANSLATE_NOOP("refusal", "Pinjaman atau judul e-book ini sudah selesai atau tidak dikenal di sini."),
        QT_TRANSLATE_NOOP("refusal", "Lihat daftar yang sekarang."),
    ),
}
INVALID_TEXT: dict[str, str] = {
    "guest_pays_now": QT_TRANSLATE_NOOP("invalid", "Tamu membayar langsung; pilih cara bayarnya."),
    "books_missing": QT_TRANSLATE_NOOP("invalid", "Pindai dahulu buku yang dibawa keluar."),
    "pledge_missing": QT_TRANSLATE_NOOP("invalid", "Pilih jaminan yang dititipkan."),
    "ebook_title_known": QT_TRANSLATE_NOOP("invalid", "Judul “{title}” sudah ada di daftar."),
    "date_too_old": QT_TRANSLATE_NOOP("invalid", "Paling lama {days} hari yang lalu."),
    "date_before_loan": QT_TRANSLATE_NOOP("invalid", "Tanggal kembali lebih dahulu daripada tanggal pinjamnya."),
}
REPORT_PROBLEMS: dict[str, str] = {
    "row_broken": QT_TRANSLATE_NOOP("EbookReport", "Banyaknya kolom di baris ini tidak sesuai dengan judul kolom."),
    "title_missing": QT_TRANSLATE_NOOP("EbookReport", "Judul bukunya kosong."),
    "date_missing": QT_TRANSLATE_NOOP("EbookReport", "Tanggal pinjamnya kosong."),
    "date_unreadable": QT_TRANSLATE_NOOP("EbookReport", "“{value}” bukan tanggal yang dapat dibaca."),
    "date_future": QT_TRANSLATE_NOOP("EbookReport", "Tanggal pinjam {value} belum tiba."),
    "date_order": QT_TRANSLATE_NOOP("EbookReport", "Tanggal kembalinya lebih dahulu daripada tanggal pinjam."),
}
texts.add_refusals(REFUSAL_TEXT)
texts.add_invalid(INVALID_TEXT)


def problem_text(row: ReportRow) -> str:
    """What is wrong with a row of the reading app's report; "" where nothing is."""
    return say("EbookReport", REPORT_PROBLEMS[row.problem], value=row.told) if row.problem else ""
