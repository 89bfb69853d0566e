"""Why a locker is not given out, opened or given back, why an answer to the survey has to wait, and wrong fields."""

from __future__ import annotations

from loket.domain.errors import RefusalCode as R
from loket.ui import texts
from loket.ui.texts import QT_TRANSLATE_NOOP

REFUSAL_TEXT: dict[R, tuple[str, str]] = {
    R.LOCKER_TAKEN: (
        QT_TRANSLATE_NOOP("refusal", "Loker {number} sudah terisi."),
        QT_TRANSLATE_NOOP("refusal", "Mungkin baru saja diberikan loket lain. Pilih loker kosong yang lain."),
    ),
    R.LOCKER_OUT_OF_ORDER: (
        QT_TRANSLATE_NOOP("refusal", "Loker {number} tidak dapat dipakai: {reason}."),
        QT_TRANSLATE_NOOP("refusal", "Pilih loker lain, atau nyatakan loker ini baik lagi setelah diperbaiki."),
    ),
    R.LOCKER_HELD: (
        QT_TRANSLATE_NOOP("refusal", "{name} masih memakai loker {number}."),
        QT_TRANSLATE_NOOP("refusal", "Satu orang satu loker. Loker kedua perlu persetujuan pengawas."),
    ),
    R.LOCKER_UNKNOWN: (
        QT_TRANSLATE_NOOP("refusal", "Loker ini tidak ada atau sudah dihapus dari daftar."),
        QT_TRANSLATE_NOOP("refusal", "Muat ulang papan loker, lalu pilih lagi."),
    ),
    R.LOCKER_USE_UNKNOWN: (
        QT_TRANSLATE_NOOP("refusal", "Catatan titipan ini tidak dikenal di sini."),
        QT_TRANSLATE_NOOP("refusal", "Titipan loket lain datang lewat sinkronisasi. Cari dengan nomor lokernya."),
    ),
    R.LOCKER_DONE: (
        QT_TRANSLATE_NOOP("refusal", "Titipan di loker {number} sudah selesai {at}."),
        QT_TRANSLATE_NOOP("refusal", "Nomor penitipan lama tidak membuka loker. Tanyakan nama dan waktu menitipkan."),
    ),
    R.LOCKER_NAME_MISMATCH: (
        QT_TRANSLATE_NOOP("refusal", "Nama belum cocok: barang di loker {number} belum boleh diserahkan."),
        QT_TRANSLATE_NOOP("refusal", "Minta ia menyebut nama penitip. Bila bukan pemiliknya, panggil pengawas."),
    ),
    R.LOCKER_SAME: (
        QT_TRANSLATE_NOOP("refusal", "Barangnya memang sudah di loker {number}."),
        QT_TRANSLATE_NOOP("refusal", "Pilih loker tujuan yang lain."),
    ),
    R.LOCKER_IN_USE: (
        QT_TRANSLATE_NOOP("refusal", "Loker {number} sedang terisi."),
        QT_TRANSLATE_NOOP("refusal", "Ubah nomornya, tandanya, atau hapus lokernya setelah barangnya diambil."),
    ),
    R.SURVEY_TOO_SOON: (
        QT_TRANSLATE_NOOP("refusal", "Terima kasih, penilaian sebelumnya baru saja disimpan."),
        QT_TRANSLATE_NOOP("refusal", "Silakan menilai lagi sebentar lagi: satu penilaian setiap menit."),
    ),
}

INVALID_TEXT: dict[str, str] = {
    "pledge_whole_number": QT_TRANSLATE_NOOP(
        "invalid", "Cukup {last} angka terakhir. Nomor lengkapnya tidak boleh dicatat."
    ),
    "pledge_last4": QT_TRANSLATE_NOOP("invalid", "Isi tepat {last} huruf atau angka terakhir dari nomornya."),
    "holder_missing": QT_TRANSLATE_NOOP(
        "invalid", "Pindai kartu atau nomor pengunjung, atau ketik nama yang menitipkan."
    ),
    "locker_number": QT_TRANSLATE_NOOP(
        "invalid", "Nomor loker paling banyak 6 huruf dan angka tanpa spasi, misalnya 12 atau A05."
    ),
    "locker_range": QT_TRANSLATE_NOOP(
        "invalid", "Nomor terakhir harus sama huruf depannya dan tidak lebih kecil dari nomor pertama."
    ),
    "locker_range_long": QT_TRANSLATE_NOOP("invalid", "Paling banyak {most} loker sekaligus."),
    "locker_number_taken": QT_TRANSLATE_NOOP("invalid", "Nomor {number} sudah dipakai loker lain."),
    "locker_tag_taken": QT_TRANSLATE_NOOP("invalid", "Tanda ini sudah tergantung di loker {number}."),
    "locker_tag_form": QT_TRANSLATE_NOOP(
        "invalid", "Kode ini sudah berarti lain saat dipindai. Pakai kode yang lain untuk tanda loker."
    ),
    "survey_empty": QT_TRANSLATE_NOOP("invalid", "Nilai dahulu paling sedikit satu pertanyaan."),
    "survey_answer": QT_TRANSLATE_NOOP("invalid", "Pilih salah satu dari empat jawaban, atau lewati."),
}

texts.add_refusals(REFUSAL_TEXT)
texts.add_invalid(INVALID_TEXT)
