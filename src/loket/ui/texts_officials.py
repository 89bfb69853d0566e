"""Sentences about who signs papers: offices, where somebody stands in one, what was typed wrongly."""

from __future__ import annotations

from datetime import date

from loket.domain.entities import Official
from loket.domain.officials import HEAD, MAKER, SECTION_HEAD, TREASURER
from loket.ui import format as fmt
from loket.ui.presenters.officials import Standing
from loket.ui.texts import QT_TRANSLATE_NOOP, add_invalid, language, say

CONTEXT = "Officials"


OFFICES: dict[str, str] = {
    HEAD: QT_TRANSLATE_NOOP("Officials", "Kepala perpustakaan"),
    SECTION_HEAD: QT_TRANSLATE_NOOP("Officials", "Kepala seksi layanan"),
    TREASURER: QT_TRANSLATE_NOOP("Officials", "Bendahara penerimaan"),
    MAKER: QT_TRANSLATE_NOOP("Officials", "Pembuat laporan"),
}
OFFICE_HINTS: dict[str, str] = {
    HEAD: QT_TRANSLATE_NOOP("Officials", "Di kiri bawah setiap laporan, dan pada surat keterangan."),
    SECTION_HEAD: QT_TRANSLATE_NOOP("Officials", "Di kanan bawah rekap."),
    TREASURER: QT_TRANSLATE_NOOP("Officials", "Pada kuitansi, STS, dan buku kas."),
    MAKER: QT_TRANSLATE_NOOP("Officials", "Di kanan bawah rekap bila tidak ada kepala seksi."),
}
LABELS: dict[str, str] = {
    "office": QT_TRANSLATE_NOOP("Officials", "Kedudukan"),
    "prefix": QT_TRANSLATE_NOOP("Officials", "Sebagai"),
    "title": QT_TRANSLATE_NOOP("Officials", "Nama jabatan"),
    "name": QT_TRANSLATE_NOOP("Officials", "Nama dan gelar"),
    "nip": QT_TRANSLATE_NOOP("Officials", "NIP"),
    "rank": QT_TRANSLATE_NOOP("Officials", "Pangkat, golongan"),
    "from_on": QT_TRANSLATE_NOOP("Officials", "Mulai"),
    "until_on": QT_TRANSLATE_NOOP("Officials", "Sampai"),
}
HINTS: dict[str, str] = {
    "title": QT_TRANSLATE_NOOP("Officials", "Seperti tertulis di atas tanda tangan."),
    "nip": QT_TRANSLATE_NOOP("Officials", "18 angka, atau kosong."),
}
NO_DAY: dict[str, str] = {
    "from_on": QT_TRANSLATE_NOOP("Officials", "sejak dahulu"),
    "until_on": QT_TRANSLATE_NOOP("Officials", "sampai diganti"),
}
PREFIXES: dict[str, str] = {
    "": QT_TRANSLATE_NOOP("Officials", "Pejabat tetap"),
    "Plt.": QT_TRANSLATE_NOOP("Officials", "Plt. (pelaksana tugas)"),
    "Plh.": QT_TRANSLATE_NOOP("Officials", "Plh. (pelaksana harian)"),
}
STANDINGS: dict[Standing, str] = {
    Standing.SIGNS: QT_TRANSLATE_NOOP("Officials", "menandatangani"),
    Standing.STOOD_IN_FOR: QT_TRANSLATE_NOOP("Officials", "digantikan"),
    Standing.COMING: QT_TRANSLATE_NOOP("Officials", "belum mulai"),
    Standing.OVER: QT_TRANSLATE_NOOP("Officials", "sudah selesai"),
}
STANDING_SIGNS: dict[Standing, tuple[str, str]] = {
    Standing.SIGNS: ("circle-check", "ok"),
    Standing.STOOD_IN_FOR: ("history", "ink-2"),
    Standing.COMING: ("calendar", "info"),
    Standing.OVER: ("x", "ink-2"),
}
INVALID_TEXT: dict[str, str] = {
    "official_office": QT_TRANSLATE_NOOP("invalid", "Pilih kedudukannya dari daftar."),
    "official_prefix": QT_TRANSLATE_NOOP("invalid", "Pilih pejabat tetap, Plt., atau Plh."),
    "official_name": QT_TRANSLATE_NOOP("invalid", "Tulis namanya, paling sedikit {least} huruf."),
    "official_nip": QT_TRANSLATE_NOOP("invalid", "NIP terdiri dari {digits} angka. Periksa, atau kosongkan."),
    "official_gone": QT_TRANSLATE_NOOP("invalid", "Pejabat ini sudah dihapus. Masukkan sebagai pejabat baru."),
}
add_invalid(INVALID_TEXT)


def term_text(official: Official) -> str:
    """Since when and until when somebody holds his office."""
    first, last = official.from_on, official.until_on
    if first and last:
        return say(CONTEXT, "{first} s.d. {last}", first=_day(first), last=_day(last))
    if first:
        return say(CONTEXT, "sejak {first}", first=_day(first))
    return say(CONTEXT, "sampai {last}", last=_day(last)) if last else say(CONTEXT, "seterusnya")


def _day(on: date) -> str:
    return f"{fmt.short_day(on, language())} {on.year}"
