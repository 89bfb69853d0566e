"""What the guestbook refuses, which fields it cannot use, and what is odd in a typed copy of the paper book."""

from __future__ import annotations

from loket.domain.errors import RefusalCode as R
from loket.importing.records import Problem
from loket.importing.visit_book import LineCode
from loket.services import visit_import as vi
from loket.ui import texts
from loket.ui.texts import QT_TRANSLATE_NOOP, say

CONTEXT = "Guestbook"
REFUSAL_TEXT: dict[R, tuple[str, str]] = {
    R.VISIT_UNKNOWN: (
        QT_TRANSLATE_NOOP("refusal", "Orang ini tidak tercatat di buku ini."),
        QT_TRANSLATE_NOOP("refusal", "Periksa buku yang dipilih, atau catat ia sebagai pengunjung baru."),
    ),
    R.VISIT_OVER: (
        QT_TRANSLATE_NOOP("refusal", "Ia sudah tercatat keluar pukul {clock}."),
        QT_TRANSLATE_NOOP("refusal", "Bila ia masuk lagi, catat sebagai kunjungan baru."),
    ),
}
INVALID_TEXT: dict[str, str] = {
    "text_too_short": QT_TRANSLATE_NOOP("invalid", "Terlalu pendek; paling sedikit {least} huruf."),
    "identity_typed": QT_TRANSLATE_NOOP("invalid", "Jangan menulis NIK di buku tamu. Nama atau inisial cukup."),
    "choice_unknown": QT_TRANSLATE_NOOP("invalid", "Pilih salah satu dari daftar; {value} tidak ada di sana."),
    "more_than_people": QT_TRANSLATE_NOOP(
        "invalid", "Rinciannya {counted} orang, padahal yang datang {people}. Betulkan salah satunya."
    ),
    "purpose_unknown": QT_TRANSLATE_NOOP("invalid", "Tujuan ini tidak ditawarkan kepadanya. Pilih tujuan yang lain."),
    "room_without_book": QT_TRANSLATE_NOOP(
        "invalid", "Ruang ini tidak punya buku tamu. Pilih ruang lain atau pintu masuk."
    ),
    "time_impossible": QT_TRANSLATE_NOOP("invalid", "Waktu pulang harus sesudah ia datang dan tidak boleh belum tiba."),
    "paper_future": QT_TRANSLATE_NOOP("invalid", "Waktu ini belum tiba. Salin tanggal dan jam dari buku kertas."),
    "paper_old": QT_TRANSLATE_NOOP(
        "invalid", "Lebih dari {days} hari yang lalu. Periksa tahunnya; catatan setua itu tidak diambil lagi."
    ),
    "member_unknown": QT_TRANSLATE_NOOP("invalid", "Nomor anggota {value} tidak dikenal. Betulkan, atau isi namanya."),
    "room_code_form": QT_TRANSLATE_NOOP(
        "invalid", "Paling banyak {longest} huruf, angka, atau tanda hubung, tanpa spasi."
    ),
    "room_code_taken": QT_TRANSLATE_NOOP("invalid", "Kode ini sudah dipakai {name}. Pilih kode lain."),
    "purpose_name_taken": QT_TRANSLATE_NOOP("invalid", "Nama tujuan ini sudah ada di daftar."),
    "purpose_for_nobody": QT_TRANSLATE_NOOP(
        "invalid", "Tujuan yang dipakai harus ditawarkan paling sedikit kepada satu jenis pengunjung."
    ),
}
BOOK_TEXT: dict[str, str] = {
    LineCode.ROW_BROKEN: QT_TRANSLATE_NOOP(
        "Guestbook", "Tanda kutipnya tidak ditutup. Betulkan baris ini di berkasnya, lalu baca lagi."
    ),
    LineCode.DATE_UNREADABLE: QT_TRANSLATE_NOOP("Guestbook", "Tanggalnya tidak terbaca. Tulis seperti 24-11-2026."),
    LineCode.DATE_MISSING: QT_TRANSLATE_NOOP("Guestbook", "Tanggalnya kosong, dan baris di atasnya pun tidak punya."),
    LineCode.TIME_UNREADABLE: QT_TRANSLATE_NOOP("Guestbook", "Jamnya tidak terbaca. Tulis seperti 09.05."),
    LineCode.TIME_MISSING: QT_TRANSLATE_NOOP("Guestbook", "Jamnya kosong. Isi perkiraan jam datangnya."),
    LineCode.PEOPLE_UNREADABLE: QT_TRANSLATE_NOOP("Guestbook", "Jumlahnya bukan angka. Tulis angkanya saja."),
    LineCode.TIME_FROM_ABOVE: QT_TRANSLATE_NOOP("Guestbook", "Jamnya kosong; dipakai jam baris di atasnya."),
    LineCode.SEX_UNREADABLE: QT_TRANSLATE_NOOP("Guestbook", "Jenis kelamin tidak terbaca; dicatat tanpa itu."),
    vi.ROOM_UNKNOWN: QT_TRANSLATE_NOOP(
        "Guestbook", "Ruang ini tidak ada di daftar. Samakan namanya dengan daftar ruang di Pengaturan."
    ),
    vi.TOO_MANY: QT_TRANSLATE_NOOP("Guestbook", "Baris sesudah ini tidak dibaca. Bagi berkasnya per bulan."),
    vi.PURPOSE_UNKNOWN: QT_TRANSLATE_NOOP("Guestbook", "Tujuan ini tidak ada di daftar; dicatat tanpa tujuan."),
    vi.EDUCATION_UNKNOWN: QT_TRANSLATE_NOOP("Guestbook", "Pendidikan ini tidak ada di daftar; dicatat tanpa itu."),
    vi.JOB_UNKNOWN: QT_TRANSLATE_NOOP("Guestbook", "Pekerjaan ini tidak ada di daftar; dicatat tanpa itu."),
    vi.MEMBER_AS_GUEST: QT_TRANSLATE_NOOP("Guestbook", "Nomor anggota tidak dikenal; dicatat sebagai tamu."),
    vi.MEMBER_ALONE: QT_TRANSLATE_NOOP(
        "Guestbook", "Anggota dihitung satu orang. Tulis rombongannya di baris sendiri."
    ),
    "text_missing": QT_TRANSLATE_NOOP("Guestbook", "Nama atau asalnya kosong. Rombongan perlu ketua dan asalnya."),
    "text_too_short": QT_TRANSLATE_NOOP("Guestbook", "Nama ketua dan asal rombongan paling sedikit tiga huruf."),
    "text_too_long": QT_TRANSLATE_NOOP("Guestbook", "Terlalu panjang. Singkatkan di berkasnya."),
    "identity_typed": QT_TRANSLATE_NOOP("Guestbook", "Ada nomor sepanjang NIK. Hapus nomornya; nama saja cukup."),
    "number_out_of_range": QT_TRANSLATE_NOOP("Guestbook", "Jumlahnya harus antara 1 dan 999 orang."),
    "member_unknown": QT_TRANSLATE_NOOP("Guestbook", "Nomor anggota tidak dikenal, dan namanya pun kosong."),
    "paper_future": QT_TRANSLATE_NOOP("Guestbook", "Waktu ini belum tiba. Periksa tanggal dan jamnya."),
    "paper_old": QT_TRANSLATE_NOOP("Guestbook", "Sudah terlalu lama. Periksa tahunnya."),
    "room_without_book": QT_TRANSLATE_NOOP("Guestbook", "Ruang ini tidak punya buku tamu sendiri."),
}

texts.add_refusals(REFUSAL_TEXT)
texts.add_invalid(INVALID_TEXT)


def book_problem_text(problem: Problem) -> str:
    """What is wrong with a line of a typed visitor book, with what stands there."""
    sentence = say(CONTEXT, BOOK_TEXT[problem.code])
    return f"{sentence} ({problem.value})" if problem.value else sentence
