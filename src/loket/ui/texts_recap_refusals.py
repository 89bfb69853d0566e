"""Why a day is not closed, and why a recap is not signed."""

from __future__ import annotations

from loket.domain.errors import RefusalCode as R
from loket.ui import texts
from loket.ui.texts import QT_TRANSLATE_NOOP

REFUSAL_TEXT: dict[R, tuple[str, str]] = {
    R.RECAP_FUTURE: (
        QT_TRANSLATE_NOOP("refusal", "Hari {on} belum tiba, jadi belum dapat ditutup."),
        QT_TRANSLATE_NOOP("refusal", "Pilih hari ini atau hari yang sudah lewat."),
    ),
    R.RECAP_TOO_EARLY: (
        QT_TRANSLATE_NOOP("refusal", "Loket ini baru mencatat layanan sejak {first}; {on} tidak dapat direkap."),
        QT_TRANSLATE_NOOP("refusal", "Pilih hari sesudah itu. Angka sebelumnya ada di buku yang lama."),
    ),
    R.RECAP_NOT_HERE: (
        QT_TRANSLATE_NOOP("refusal", "Kios tidak menutup layanan dan tidak membuat rekap."),
        QT_TRANSLATE_NOOP("refusal", "Tutup layanan di loket petugas; pengunjung kios ikut terhitung di sana."),
    ),
    R.RECAP_UNKNOWN: (
        QT_TRANSLATE_NOOP("refusal", "Rekap ini tidak dikenal di sini."),
        QT_TRANSLATE_NOOP("refusal", "Rekap loket lain datang lewat sinkronisasi. Sinkronkan, lalu buka lagi."),
    ),
    R.RECAP_ELSEWHERE: (
        QT_TRANSLATE_NOOP("refusal", "Rekap {number} dibuat di loket lain."),
        QT_TRANSLATE_NOOP("refusal", "Tanda tangani di loket itu, atau di meja petugas yang mana pun."),
    ),
    R.RECAP_REVISED: (
        QT_TRANSLATE_NOOP("refusal", "Rekap {number} sudah berganti: revisi {revision} yang berlaku."),
        QT_TRANSLATE_NOOP("refusal", "Buka revisi terakhirnya, periksa yang berubah, lalu tanda tangani."),
    ),
    R.ALREADY_SIGNED: (
        QT_TRANSLATE_NOOP("refusal", "Rekap {number} sudah ditandatangani {name} pada {on}."),
        "",
    ),
}

texts.add_refusals(REFUSAL_TEXT)
