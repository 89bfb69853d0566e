"""Sentences: codes and values in, what an operator reads out. Indonesian in the source, English as a translation.

`say(context, sentence, **values)` translates a whole sentence and then fills its named fields; dates, rupiah and
counts are written the way the language writes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from loket.domain.errors import Block, InvalidInput, RefusalCode, Refused, StorageCode, StorageError
from loket.ui import format as fmt
from loket.ui.format import Language

_language: Language = "id"


def QT_TRANSLATE_NOOP(context: str, sentence: str) -> str:
    """Marks a sentence that is translated where it is shown. Qt's function, with the type it really has."""
    return sentence


def language() -> Language:
    """The language sentences are made in now."""
    return _language


def use_language(wanted: Language) -> None:
    """Only `ui.language` calls this, together with the translator it installs."""
    global _language
    _language = wanted


def say(context: str, sentence: str, **values: object) -> str:
    """The sentence in the current language, with its named fields filled in."""
    text = QCoreApplication.translate(context, sentence)
    return text.format(**{name: Filled(written(name, value)) for name, value in values.items()}) if values else text


class Filled(str):
    """A value filled in; English chooses a word by it: "{days} {days:day|days} late"."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        one, found, several = spec.partition("|")
        if not found:
            return super().__format__(spec)
        return one if self == "1" else several


def written(name: str, value: object) -> str:
    """A value as text: dates as days, `…_rp` as rupiah, numbers with thousands marked."""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, date):
        return fmt.day(value, _language)
    if isinstance(value, int):
        return fmt.rupiah(value) if name.endswith("_rp") else fmt.count(value, _language)
    return "" if value is None else str(value)


# ---- words for values --------------------------------------------------------------------------------------------

KINDS = {
    "umum": QT_TRANSLATE_NOOP("kind", "Umum"),
    "anak": QT_TRANSLATE_NOOP("kind", "Anak"),
    "remaja": QT_TRANSLATE_NOOP("kind", "Remaja"),
    "referensi": QT_TRANSLATE_NOOP("kind", "Referensi"),
    "deposit": QT_TRANSLATE_NOOP("kind", "Deposit"),
    "tandon": QT_TRANSLATE_NOOP("kind", "Tandon"),
    "berkala": QT_TRANSLATE_NOOP("kind", "Terbitan berkala"),
    "audiovisual": QT_TRANSLATE_NOOP("kind", "Audio visual"),
}
MEMBER_TYPES = {
    "anak": QT_TRANSLATE_NOOP("member type", "Anak"),
    "pelajar": QT_TRANSLATE_NOOP("member type", "Pelajar"),
    "mahasiswa": QT_TRANSLATE_NOOP("member type", "Mahasiswa"),
    "umum": QT_TRANSLATE_NOOP("member type", "Umum"),
    "asn": QT_TRANSLATE_NOOP("member type", "ASN"),
    "lembaga": QT_TRANSLATE_NOOP("member type", "Lembaga"),
}
STATUSES = {
    "available": QT_TRANSLATE_NOOP("status", "tersedia"),
    "repair": QT_TRANSLATE_NOOP("status", "dalam perbaikan"),
    "damaged": QT_TRANSLATE_NOOP("status", "rusak"),
    "lost": QT_TRANSLATE_NOOP("status", "hilang"),
    "missing": QT_TRANSLATE_NOOP("status", "tidak ditemukan"),
    "withdrawn": QT_TRANSLATE_NOOP("status", "dikeluarkan dari koleksi"),
}
ROLES = {
    "circulation": QT_TRANSLATE_NOOP("role", "Sirkulasi"),
    "cataloguer": QT_TRANSLATE_NOOP("role", "Pengatalog"),
    "cashier": QT_TRANSLATE_NOOP("role", "Kasir"),
    "treasurer": QT_TRANSLATE_NOOP("role", "Bendahara penerimaan"),
    "supervisor": QT_TRANSLATE_NOOP("role", "Pengawas"),
    "admin": QT_TRANSLATE_NOOP("role", "Administrator"),
    "auditor": QT_TRANSLATE_NOOP("role", "Pemeriksa"),
}

CARD_ENDS = {
    "lost": QT_TRANSLATE_NOOP("card end", "hilang"),
    "damaged": QT_TRANSLATE_NOOP("card end", "rusak"),
    "changed": QT_TRANSLATE_NOOP("card end", "data berubah"),
}


def kind_word(kind: str) -> str:
    """A collection kind; a library's own word stays as it is."""
    return _word("kind", KINDS, kind)


def member_type_word(kind: str) -> str:
    return _word("member type", MEMBER_TYPES, kind)


def status_word(status: str) -> str:
    return _word("status", STATUSES, status)


def role_word(role: str) -> str:
    return _word("role", ROLES, role)


def card_end_word(end: str) -> str:
    return _word("card end", CARD_ENDS, end)


def _word(context: str, words: Mapping[str, str], key: str) -> str:
    return QCoreApplication.translate(context, words[key]) if key in words else key or "–"


# ---- refusals ----------------------------------------------------------------------------------------------------

R = RefusalCode
REFUSALS: dict[RefusalCode, tuple[str, str]] = {
    R.CODE_UNKNOWN: (
        QT_TRANSLATE_NOOP("refusal", "Kode “{code}” tidak dikenal di sini."),
        QT_TRANSLATE_NOOP("refusal", "Pindai sekali lagi, atau ketik nama anggota atau judul untuk mencari."),
    ),
    R.CODE_GARBLED: (
        QT_TRANSLATE_NOOP("refusal", "Pindaian tidak terbaca: yang masuk bukan huruf atau angka."),
        QT_TRANSLATE_NOOP("refusal", "Bersihkan label atau kaca pemindai, lalu pindai sekali lagi."),
    ),
    R.CODE_CHECK_DIGIT: (
        QT_TRANSLATE_NOOP("refusal", "Angka periksa kode “{code}” tidak cocok."),
        QT_TRANSLATE_NOOP("refusal", "Pindai ulang. Bila tetap begini, label ini bukan milik perpustakaan ini."),
    ),
    R.CODE_IS_ISBN: (
        QT_TRANSLATE_NOOP("refusal", "“{code}” adalah ISBN dari penerbit, bukan label perpustakaan."),
        QT_TRANSLATE_NOOP("refusal", "Pindai label perpustakaan, biasanya di sampul belakang atau halaman judul."),
    ),
    R.CODE_AMBIGUOUS: (
        QT_TRANSLATE_NOOP("refusal", "Kode “{code}” dipakai lebih dari satu kali."),
        QT_TRANSLATE_NOOP("refusal", "Cari judul atau nama anggotanya, lalu minta pengatalog memberi label baru."),
    ),
    R.CODE_TOO_LONG: (
        QT_TRANSLATE_NOOP("refusal", "Kode ini {length} huruf; label perpustakaan paling panjang 50."),
        QT_TRANSLATE_NOOP("refusal", "Mungkin dua pindaian menyatu. Pindai satu per satu."),
    ),
    R.MEMBER_CARD_EXPECTED_BOOK: (
        QT_TRANSLATE_NOOP("refusal", "Ini kartu anggota {name}, sedangkan yang ditunggu buku."),
        QT_TRANSLATE_NOOP("refusal", "Pindai bukunya, atau tekan Esc untuk kembali ke layanan biasa."),
    ),
    R.SCANNED_TWICE: (
        QT_TRANSLATE_NOOP("refusal", "“{code}” terpindai dua kali; yang kedua belum dikerjakan."),
        QT_TRANSLATE_NOOP("refusal", "Bila memang dimaksud, pindai sekali lagi."),
    ),
    R.MEMBER_PENDING: (
        QT_TRANSLATE_NOOP("refusal", "Masih calon anggota; pendaftarannya belum disahkan."),
        QT_TRANSLATE_NOOP("refusal", "Sahkan dahulu formulirnya di layanan keanggotaan."),
    ),
    R.MEMBER_LEFT: (
        QT_TRANSLATE_NOOP("refusal", "Keanggotaan sudah berakhir; kartunya tidak berlaku lagi."),
        QT_TRANSLATE_NOOP("refusal", "Arahkan ke layanan keanggotaan untuk mendaftar kembali."),
    ),
    R.MEMBER_EXPIRED: (
        QT_TRANSLATE_NOOP("refusal", "Kartu anggota habis masa berlakunya {valid_until}."),
        QT_TRANSLATE_NOOP("refusal", "Perpanjang kartunya, atau minta persetujuan pengawas (F12)."),
    ),
    R.MEMBER_SUSPENDED: (
        QT_TRANSLATE_NOOP("refusal", "Hak pinjam ditangguhkan sampai {until}."),
        QT_TRANSLATE_NOOP("refusal", "Pinjaman baru bisa sesudah tanggal itu, atau minta persetujuan pengawas (F12)."),
    ),
    R.MEMBER_OVERDUE: (
        QT_TRANSLATE_NOOP("refusal", "Masih ada {count} pinjaman yang terlambat."),
        QT_TRANSLATE_NOOP("refusal", "Terima dahulu buku yang terlambat, atau minta persetujuan pengawas (F12)."),
    ),
    R.MEMBER_OWES: (
        QT_TRANSLATE_NOOP("refusal", "Kewajiban {owed_rp} belum dibayar; batasnya {limit_rp}."),
        QT_TRANSLATE_NOOP("refusal", "Arahkan membayar dahulu, atau minta persetujuan pengawas (F12)."),
    ),
    R.TITLE_LIMIT: (
        QT_TRANSLATE_NOOP("refusal", "Batas {limit} judul sudah tercapai."),
        QT_TRANSLATE_NOOP("refusal", "Kembalikan satu, atau minta persetujuan pengawas (F12)."),
    ),
    R.ITEM_LIMIT: (
        QT_TRANSLATE_NOOP("refusal", "Batas {limit} eksemplar sudah tercapai."),
        QT_TRANSLATE_NOOP("refusal", "Kembalikan satu, atau minta persetujuan pengawas (F12)."),
    ),
    R.SAME_TITLE: (
        QT_TRANSLATE_NOOP("refusal", "Judul ini sudah dipinjam anggota yang sama."),
        QT_TRANSLATE_NOOP("refusal", "Satu judul satu eksemplar, kecuali pengawas menyetujui (F12)."),
    ),
    R.KIND_NEVER_LENT: (
        QT_TRANSLATE_NOOP("refusal", "Koleksi {kind} hanya dibaca di tempat."),
        QT_TRANSLATE_NOOP("refusal", "Persilakan membaca di ruang baca; koleksi ini tidak pernah dipinjamkan."),
    ),
    R.ITEM_ON_LOAN: (
        QT_TRANSLATE_NOOP("refusal", "Eksemplar {barcode} masih tercatat dipinjam."),
        QT_TRANSLATE_NOOP("refusal", "Pindai sekali lagi untuk menerimanya kembali lebih dahulu."),
    ),
    R.ITEM_STATUS: (
        QT_TRANSLATE_NOOP("refusal", "Eksemplar ini tercatat {status}."),
        QT_TRANSLATE_NOOP("refusal", "Bila bukunya sudah ada dan baik, tekan Ctrl+G untuk menyatakannya tersedia."),
    ),
    R.ITEM_NOT_ON_LOAN: (
        QT_TRANSLATE_NOOP("refusal", "Eksemplar {barcode} tidak sedang dipinjam."),
        QT_TRANSLATE_NOOP("refusal", "Letakkan di rak. Untuk meminjamkan, tekan Esc lalu pindai kartu anggota."),
    ),
    R.RENEWAL_LIMIT: (
        QT_TRANSLATE_NOOP("refusal", "Pinjaman ini sudah diperpanjang {limit} kali, sebanyak yang boleh."),
        QT_TRANSLATE_NOOP("refusal", "Terima kembali bukunya, atau minta persetujuan pengawas (F12)."),
    ),
    R.RENEWAL_OVERDUE: (
        QT_TRANSLATE_NOOP("refusal", "Sudah terlambat {days} hari (jatuh tempo {due_on}); tidak dapat diperpanjang."),
        QT_TRANSLATE_NOOP("refusal", "Terima kembali bukunya, atau minta persetujuan pengawas (F12)."),
    ),
    R.RENEWAL_NO_GAIN: (
        QT_TRANSLATE_NOOP("refusal", "Diperpanjang pun jatuh temponya tetap {due_on}."),
        QT_TRANSLATE_NOOP("refusal", "Perpanjang mendekati jatuh tempo, atau periksa masa berlaku kartunya."),
    ),
    R.NOTHING_TO_UNDO: (
        QT_TRANSLATE_NOOP("refusal", "Hari ini belum ada yang bisa dibatalkan di loket ini."),
        "",
    ),
    R.UNDO_TOO_LATE: (
        QT_TRANSLATE_NOOP("refusal", "Tidak dapat dibatalkan: bukunya sudah berpindah tangan sesudah itu."),
        QT_TRANSLATE_NOOP("refusal", "Betulkan dengan meminjamkan atau menerima kembali seperti biasa."),
    ),
    R.CASE_DECIDED: (
        QT_TRANSLATE_NOOP("refusal", "Perkara ini sudah diputuskan."),
        QT_TRANSLATE_NOOP("refusal", "Buka daftar sekali lagi untuk melihat keputusannya."),
    ),
    R.OWN_MONEY: (
        QT_TRANSLATE_NOOP("refusal", "Uang dalam perkara ini melewati tangan Anda sendiri."),
        QT_TRANSLATE_NOOP("refusal", "Minta pengawas lain memutuskannya."),
    ),
    R.UNDO_NEEDS_REASON: (
        QT_TRANSLATE_NOOP("refusal", "Tindakan itu menimbulkan tagihan; pembatalannya perlu alasan."),
        QT_TRANSLATE_NOOP("refusal", "Tulis alasannya dalam satu kalimat."),
    ),
    R.NOTHING_TO_OVERRIDE: (
        QT_TRANSLATE_NOOP("refusal", "Tidak ada penolakan yang menunggu persetujuan."),
        QT_TRANSLATE_NOOP("refusal", "Pindai dahulu buku yang ditolak, lalu tekan F12."),
    ),
    R.OVERRIDE_REASON: (
        QT_TRANSLATE_NOOP("refusal", "Persetujuan pengawas perlu alasan."),
        QT_TRANSLATE_NOOP("refusal", "Tulis alasannya dalam satu kalimat."),
    ),
    R.ROLE_MISSING: (
        QT_TRANSLATE_NOOP("refusal", "Petugas ini tidak berwenang untuk itu."),
        QT_TRANSLATE_NOOP("refusal", "Minta pengawas atau administrator masuk dengan namanya."),
    ),
    R.SIGN_IN_WRONG: (
        QT_TRANSLATE_NOOP("refusal", "Nama pengguna atau kata sandi tidak cocok."),
        QT_TRANSLATE_NOOP("refusal", "Periksa Caps Lock, lalu ketik sekali lagi."),
    ),
    R.SIGN_IN_LOCKED: (
        QT_TRANSLATE_NOOP("refusal", "Terlalu banyak percobaan yang salah."),
        QT_TRANSLATE_NOOP("refusal", "Tunggu sebentar, lalu coba lagi dengan kata sandi."),
    ),
    R.NOT_SIGNED_IN: (
        QT_TRANSLATE_NOOP("refusal", "Belum ada petugas yang masuk."),
        QT_TRANSLATE_NOOP("refusal", "Masuk dahulu dengan nama pengguna dan kata sandi."),
    ),
    R.LAST_ADMIN: (
        QT_TRANSLATE_NOOP("refusal", "Ini administrator terakhir; perpustakaan tidak boleh tanpa administrator."),
        QT_TRANSLATE_NOOP("refusal", "Jadikan petugas lain administrator lebih dahulu."),
    ),
    R.CLOCK_DOUBTFUL: (
        QT_TRANSLATE_NOOP("refusal", "Tanggal komputer ini {today}; itu tampak keliru."),
        QT_TRANSLATE_NOOP("refusal", "Betulkan jam komputer, atau tekan Ctrl+J bila tanggalnya memang benar."),
    ),
    R.ITEM_HAS_LOAN: (
        QT_TRANSLATE_NOOP("refusal", "Eksemplar {barcode} masih tercatat dipinjam."),
        QT_TRANSLATE_NOOP("refusal", "Terima dahulu bukunya dengan memindainya."),
    ),
    R.CARD_REPLACED: (
        QT_TRANSLATE_NOOP("refusal", "Kartu lama, sudah diganti {ended_on} ({end})."),
        QT_TRANSLATE_NOOP("refusal", "Minta kartu yang baru. Bila tidak dibawa, cari anggotanya dengan nama."),
    ),
    R.MEMBER_NOT_CLEAR: (
        QT_TRANSLATE_NOOP("refusal", "Masih ada {count} urusan yang belum selesai."),
        QT_TRANSLATE_NOOP("refusal", "Selesaikan dahulu yang disebutkan, lalu ulangi."),
    ),
    R.MEMBER_ERASED: (
        QT_TRANSLATE_NOOP("refusal", "Data anggota ini sudah dihapus."),
        QT_TRANSLATE_NOOP("refusal", "Daftarkan orangnya sebagai anggota baru."),
    ),
    R.NOT_SUSPENDED: (
        QT_TRANSLATE_NOOP("refusal", "Anggota ini tidak sedang ditangguhkan."),
        "",
    ),
    R.MERGE_ITSELF: (
        QT_TRANSLATE_NOOP("refusal", "Keduanya sudah satu catatan."),
        QT_TRANSLATE_NOOP("refusal", "Pilih dua catatan yang berbeda."),
    ),
    R.NOT_MERGED: (
        QT_TRANSLATE_NOOP("refusal", "Catatan ini tidak sedang digabung dengan yang lain."),
        "",
    ),
    R.SHIFT_OPEN: (
        QT_TRANSLATE_NOOP("refusal", "Laci kas loket ini masih terbuka sejak {since}."),
        QT_TRANSLATE_NOOP("refusal", "Hitung dan tutup dahulu laci itu di tab Denda & Kas."),
    ),
    R.DAY_NOT_LOCKED: (
        QT_TRANSLATE_NOOP("refusal", "Hari {on} tidak sedang dikunci."),
        "",
    ),
    R.NOTHING_TO_HAND_OVER: (
        QT_TRANSLATE_NOOP(
            "refusal",
            "Tidak ada uang yang dapat diserahkan: laci belum ditutup, milik loket lain, atau sudah diserahkan.",
        ),
        QT_TRANSLATE_NOOP("refusal", "Tutup laci dengan menghitung isinya, lalu serahkan."),
    ),
    R.HAND_OVER_UNKNOWN: (
        QT_TRANSLATE_NOOP("refusal", "Serah terima ini tidak dikenal di sini."),
        QT_TRANSLATE_NOOP("refusal", "Sinkronkan dahulu, lalu buka lagi daftarnya."),
    ),
    R.HAND_OVER_RECEIVED: (
        QT_TRANSLATE_NOOP("refusal", "Serah terima {number} sudah diterima pada {on}."),
        "",
    ),
    R.HAND_OVER_NOT_RECEIVED: (
        QT_TRANSLATE_NOOP("refusal", "Serah terima {number} belum diterima bendahara."),
        QT_TRANSLATE_NOOP("refusal", "Terima dan hitung dahulu uangnya, baru buat STS."),
    ),
    R.HAND_OVER_REMITTED: (
        QT_TRANSLATE_NOOP("refusal", "Serah terima {number} sudah masuk STS."),
        QT_TRANSLATE_NOOP("refusal", "Pilih serah terima yang belum disetor."),
    ),
    R.NOTHING_TO_REMIT: (
        QT_TRANSLATE_NOOP("refusal", "Tidak ada uang yang dapat disetor dari serah terima yang dipilih."),
        QT_TRANSLATE_NOOP("refusal", "Pilih serah terima yang berisi uang."),
    ),
    R.REMITTANCE_UNKNOWN: (
        QT_TRANSLATE_NOOP("refusal", "STS ini tidak dikenal di sini."),
        QT_TRANSLATE_NOOP("refusal", "Sinkronkan dahulu, lalu buka lagi daftarnya."),
    ),
    R.REMITTANCE_VOID: (
        QT_TRANSLATE_NOOP("refusal", "STS {number} sudah dibatalkan pada {on}."),
        "",
    ),
    R.REMITTANCE_CONFIRMED: (
        QT_TRANSLATE_NOOP("refusal", "STS {number} sudah diterima bank dengan referensi {reference}."),
        QT_TRANSLATE_NOOP("refusal", "STS yang sudah disetor tidak dapat dibatalkan."),
    ),
}


def add_refusals(sentences: Mapping[RefusalCode, tuple[str, str]]) -> None:
    """Sentences of another area's refusals (context "refusal")."""
    REFUSALS.update(sentences)


@dataclass(frozen=True)
class RefusalText:
    """Why not, and what to do."""

    sentence: str
    hint: str


def refusal_text(refused: Refused | Block) -> RefusalText:
    sentence, hint = REFUSALS[refused.code]
    values = {name: _refusal_value(name, value) for name, value in refused.params.items()}
    return RefusalText(say("refusal", sentence, **values), QCoreApplication.translate("refusal", hint) if hint else "")


def _refusal_value(name: str, value: object) -> object:
    if name == "status":
        return status_word(str(value))
    if name == "kind":
        return kind_word(str(value))
    if name == "end":
        return card_end_word(str(value))
    return value


# ---- fields and surroundings -------------------------------------------------------------------------------------

INVALID: dict[str, str] = {
    "number_out_of_range": QT_TRANSLATE_NOOP("invalid", "Isi dengan angka antara {minimum} dan {maximum}."),
    "fine_amount_missing": QT_TRANSLATE_NOOP("invalid", "Isi besar denda per hari, atau pilih tanpa denda uang."),
    "legal_basis_missing": QT_TRANSLATE_NOOP(
        "invalid", "Denda uang perlu dasar hukum: tulis nomor dan tahun peraturannya."
    ),
    "date_not_after": QT_TRANSLATE_NOOP("invalid", "Pilih tanggal sesudah {after}."),
    "suspended_longer": QT_TRANSLATE_NOOP(
        "invalid", "Sudah ditangguhkan sampai {until}. Untuk mempersingkat, akhiri dahulu penangguhannya."
    ),
    "amount_range": QT_TRANSLATE_NOOP("invalid", "Isi dengan jumlah antara {least_rp} dan {most_rp}."),
    "count_unreadable": QT_TRANSLATE_NOOP("invalid", "Isi banyaknya lembar atau keping dengan angka."),
    "left_too_much": QT_TRANSLATE_NOOP(
        "invalid", "Yang ditinggal di laci tidak boleh lebih dari isinya, {counted_rp}."
    ),
    "difference_unexplained": QT_TRANSLATE_NOOP("invalid", "Ada selisih {difference_rp}: tulis penjelasannya."),
    "date_future": QT_TRANSLATE_NOOP("invalid", "Tanggal itu belum tiba."),
    "date_before": QT_TRANSLATE_NOOP("invalid", "Pilih tanggal {on} atau sesudahnya."),
    "dates_reversed": QT_TRANSLATE_NOOP("invalid", "Tanggal akhir lebih dahulu daripada tanggal awal."),
    "scan_too_large": QT_TRANSLATE_NOOP(
        "invalid", "Berkas pindaian terlalu besar. Pindai dengan ukuran yang lebih kecil."
    ),
    "scan_unreadable": QT_TRANSLATE_NOOP(
        "invalid", "Berkas ini bukan gambar atau PDF yang dapat dibaca. Pilih berkas lain."
    ),
}


def add_invalid(sentences: Mapping[str, str]) -> None:
    """Sentences of another area's field codes (context "invalid")."""
    INVALID.update(sentences)


def invalid_text(error: InvalidInput) -> str:
    return say("invalid", INVALID[error.code], **error.params)


STORAGE: dict[StorageCode, str] = {
    StorageCode.LOCKED: QT_TRANSLATE_NOOP(
        "storage", "Data sedang dipakai program lain dan tidak kunjung dilepas. Tutup Loket yang lain, lalu coba lagi."
    ),
    StorageCode.FULL: QT_TRANSLATE_NOOP(
        "storage", "Disk penuh; tindakan terakhir tidak tersimpan. Kosongkan ruang di disk, lalu ulangi."
    ),
    StorageCode.DAMAGED: QT_TRANSLATE_NOOP(
        "storage",
        "Berkas data rusak. Jangan dihapus: pulihkan cadangan terakhir (loket restore), lalu hubungi pengelola.",
    ),
    StorageCode.NEWER: QT_TRANSLATE_NOOP(
        "storage", "Data ini dibuat Loket yang lebih baru (versi data {found}, program ini {known}). Perbarui Loket."
    ),
    StorageCode.WRONG_KEY: QT_TRANSLATE_NOOP(
        "storage", "Kunci tidak cocok dengan berkas data. Masukkan kunci pemulihan yang dicatat saat pemasangan."
    ),
    StorageCode.KEY_MISSING: QT_TRANSLATE_NOOP(
        "storage", "Kunci berkas data tidak ditemukan di komputer ini. Masukkan kunci pemulihan yang dicatat dahulu."
    ),
    StorageCode.READ_ONLY: QT_TRANSLATE_NOOP(
        "storage", "Folder data tidak boleh ditulisi. Periksa izin folder {path}, lalu buka Loket lagi."
    ),
    StorageCode.NO_FOLDER: QT_TRANSLATE_NOOP(
        "storage", "Folder data tidak dapat dibuka: {path}. Periksa apakah disknya terpasang."
    ),
    StorageCode.NOT_A_BACKUP: QT_TRANSLATE_NOOP("storage", "Berkas {path} bukan cadangan Loket yang utuh."),
    StorageCode.SQLITE_TOO_OLD: QT_TRANSLATE_NOOP(
        "storage", "Pustaka SQLite {found} terlalu lama dan berisiko merusak data. Pasang ulang Loket."
    ),
    StorageCode.IO: QT_TRANSLATE_NOOP(
        "storage", "Disk tidak dapat dibaca atau ditulisi. Berhenti mencatat, periksa disk, lalu buka Loket lagi."
    ),
}


def storage_text(error: StorageError) -> str:
    return say("storage", STORAGE[error.code], **error.params)


def error_text(error: Exception) -> str:
    """One line for any of our errors; raises anything else again, for the crash handler."""
    match error:
        case Refused():
            text = refusal_text(error)
            return f"{text.sentence} {text.hint}".strip()
        case InvalidInput():
            return invalid_text(error)
        case StorageError():
            return storage_text(error)
    raise error
