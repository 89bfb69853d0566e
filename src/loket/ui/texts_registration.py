"""Sentences under the fields of the member form: what cannot be used, and what only looks odd."""

from __future__ import annotations

from loket.domain.member_form import Mode
from loket.services.member_forms import Warning_
from loket.ui import texts
from loket.ui.texts import QT_TRANSLATE_NOOP, say

CONTEXT = "Registration"

INVALID_TEXT: dict[str, str] = {
    "nik_digits": QT_TRANSLATE_NOOP("invalid", "NIK terdiri atas {digits} angka; ini {found}."),
    "nik_placeholder": QT_TRANSLATE_NOOP("invalid", "Ini bukan NIK. Kosongkan bila nomornya belum ada."),
    "nik_date": QT_TRANSLATE_NOOP("invalid", "Angka ke-7 sampai ke-12 ({written}) bukan tanggal; ketik ulang NIK-nya."),
    "nik_serial": QT_TRANSLATE_NOOP("invalid", "Empat angka terakhir NIK tidak pernah 0000; ketik ulang."),
    "identity_type_missing": QT_TRANSLATE_NOOP("invalid", "Pilih jenis identitasnya."),
    "identity_form": QT_TRANSLATE_NOOP("invalid", "Pakai huruf dan angka, seperti tertulis pada kartunya."),
    "phone_form": QT_TRANSLATE_NOOP("invalid", "Tulis nomor seperti 0812-3456-7890 atau (0380) 821234."),
    "phone_area": QT_TRANSLATE_NOOP("invalid", "Tambahkan kode wilayah, seperti (0380) 821234."),
    "date_form": QT_TRANSLATE_NOOP("invalid", "Tulis tanggal seperti 17-08-2010."),
    "date_to_come": QT_TRANSLATE_NOOP("invalid", "Tanggal ini belum tiba; periksa tahunnya."),
    "birth_long_ago": QT_TRANSLATE_NOOP("invalid", "Lahir tahun {year}? Periksa tahunnya."),
    "name_short": QT_TRANSLATE_NOOP("invalid", "Tulis nama seperti pada identitasnya, paling sedikit dua huruf."),
    "sex_unknown": QT_TRANSLATE_NOOP("invalid", "Pilih laki-laki atau perempuan."),
    "email_form": QT_TRANSLATE_NOOP("invalid", "Tulis alamat seperti nama@contoh.id."),
    "postcode_form": QT_TRANSLATE_NOOP("invalid", "Kode pos terdiri atas lima angka."),
    "guardian_missing": QT_TRANSLATE_NOOP("invalid", "Wajib bagi anggota di bawah {age} tahun."),
    "consent_missing": QT_TRANSLATE_NOOP("invalid", "Bacakan pemberitahuannya, lalu centang bila ia setuju."),
    "consent_withdrawn": QT_TRANSLATE_NOOP(
        "invalid", "Persetujuan tidak dicabut di sini. Bila ia menariknya, hapus data pribadinya."
    ),
    "photo_consent_missing": QT_TRANSLATE_NOOP("invalid", "Foto perlu persetujuan; centang, atau simpan tanpa foto."),
    "member_no_form": QT_TRANSLATE_NOOP("invalid", "Paling panjang {longest} huruf dan angka biasa."),
    "member_no_isbn": QT_TRANSLATE_NOOP("invalid", "Ini ISBN sebuah buku, bukan nomor anggota."),
    "member_no_taken": QT_TRANSLATE_NOOP("invalid", "{value} sudah dipakai. Kosongkan agar nomor diberikan otomatis."),
    "valid_until_past": QT_TRANSLATE_NOOP("invalid", "Tanggal ini sudah lewat."),
    "numbers_end": QT_TRANSLATE_NOOP(
        "invalid", "Nomor urut sudah sampai {highest}. Perpanjang pola nomor anggota di Pengaturan."
    ),
    "station_too_long": QT_TRANSLATE_NOOP(
        "invalid", "Kode loket {station} lebih dari {longest} tanda. Pendekkan kode loket atau ubah pola nomor anggota."
    ),
    "station_not_unique": QT_TRANSLATE_NOOP(
        "invalid", "Loket lain juga berkode {station}. Ubah kode loket ini di Pengaturan, lalu daftarkan lagi."
    ),
    "applicant_gone": QT_TRANSLATE_NOOP("invalid", "Calon ini tidak menunggu lagi; mungkin diterima di loket lain."),
    "member_gone": QT_TRANSLATE_NOOP("invalid", "Data anggota ini sudah dihapus atau digabung."),
    "reason_missing": QT_TRANSLATE_NOOP("invalid", "Tulis alasannya."),
    "format_part": QT_TRANSLATE_NOOP("invalid", "Bagian {part} tidak dikenal; periksa tanda kurungnya."),
    "format_letters": QT_TRANSLATE_NOOP("invalid", "“{part}” tidak dapat dicetak sebagai barcode."),
    "format_station": QT_TRANSLATE_NOOP(
        "invalid", "Kode loket harus ada, sekali: tanpanya dua loket bisa memberi nomor yang sama."
    ),
    "format_running": QT_TRANSLATE_NOOP("invalid", "Nomor urut harus ada, sekali."),
    "format_order": QT_TRANSLATE_NOOP("invalid", "Kode loket di depan nomor urut, dan angka periksa paling akhir."),
    "format_neighbours": QT_TRANSLATE_NOOP(
        "invalid",
        "Beri tanda hubung sesudah kode loket atau tentukan panjangnya; nomor dua loket bisa tertukar.",
    ),
    "format_width": QT_TRANSLATE_NOOP("invalid", "Panjangnya {least} sampai {most} angka."),
    "format_too_long": QT_TRANSLATE_NOOP("invalid", "Nomor ini lebih panjang dari {longest} tanda."),
}
texts.add_invalid(INVALID_TEXT)

WARNINGS: dict[str, str] = {
    "nik_sex": QT_TRANSLATE_NOOP("Registration", "Jenis kelamin pada NIK berbeda. Boleh disimpan bila kartunya benar."),
    "nik_birth": QT_TRANSLATE_NOOP(
        "Registration", "Menurut NIK lahir {day}. Boleh disimpan: NIK tidak berubah walau tanggalnya keliru."
    ),
    "nik_region": QT_TRANSLATE_NOOP("Registration", "Kode provinsi pada NIK tidak dikenal; cocokkan dengan kartunya."),
    "century_guessed": QT_TRANSLATE_NOOP("Registration", "Terbaca {day}; tulis tahun dengan empat angka bila keliru."),
    "field_missing": QT_TRANSLATE_NOOP("Registration", "Belum ada; lengkapi bila sempat."),
    "member_no_check": QT_TRANSLATE_NOOP("Registration", "Angka periksanya tidak cocok dengan aturan perpustakaan."),
    "member_no_is_identity": QT_TRANSLATE_NOOP(
        "Registration", "NIK sebagai nomor anggota tercetak pada kartu dan terbaca siapa pun."
    ),
}
MODES: dict[str, str] = {
    Mode.OFF: QT_TRANSLATE_NOOP("Registration", "tidak ditanyakan"),
    Mode.OPTIONAL: QT_TRANSLATE_NOOP("Registration", "boleh kosong"),
    Mode.REQUIRED: QT_TRANSLATE_NOOP("Registration", "wajib"),
}


def warning_text(warning: Warning_) -> str:
    """What looks odd, as the line under its field."""
    return say(CONTEXT, WARNINGS[warning.code], **warning.params)


def mode_word(mode: Mode) -> str:
    return say(CONTEXT, MODES[mode])


def modes_text(overrides: tuple[str, ...]) -> str:
    """How far a library's form differs from the shipped one."""
    if not overrides:
        return say(CONTEXT, "formulir lengkap")
    return say(CONTEXT, "{count} isian diubah", count=len(overrides))
