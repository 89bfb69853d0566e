"""The general rules as rows of a form: each field of `Settings` once, with its words, its kind and the practice it
follows. The page is built from this list, and a test proves that no field is forgotten.
"""

from __future__ import annotations

import textwrap
from typing import Any

from loket.ui import format as fmt
from loket.ui.presenters.house_rules import HOUSE_GROUPS
from loket.ui.presenters.recap_rules import RECAP_GROUPS, hours_text
from loket.ui.presenters.rule_rows import RuleGroup, RuleKind, RuleRow
from loket.ui.texts import QT_TRANSLATE_NOOP, kind_word, language, member_type_word, say
from loket.ui.texts_registration import modes_text
from loket.ui.texts_settings import choice_word, weekday_word, word
from loket.ui.texts_tariffs import charge_kind_word

CONTEXT = "Settings"
SHOWN_LETTERS = 60

GROUPS: tuple[RuleGroup, ...] = (
    RuleGroup(
        QT_TRANSLATE_NOOP("Settings", "Hari tutup dan jatuh tempo"),
        (
            RuleRow(
                "weekly_closed",
                QT_TRANSLATE_NOOP("Settings", "Tutup setiap"),
                QT_TRANSLATE_NOOP("Settings", "Hari tanpa layanan setiap minggu. Tanggal libur diatur di Hari tutup."),
            ),
            RuleRow(
                "push_off_closed",
                QT_TRANSLATE_NOOP("Settings", "Jatuh tempo pada hari tutup"),
                QT_TRANSLATE_NOOP(
                    "Settings", "SLiMS memajukannya ke hari buka berikutnya; hitungan hari buka tidak memerlukannya."
                ),
            ),
            RuleRow(
                "cap_at_expiry",
                QT_TRANSLATE_NOOP("Settings", "Jatuh tempo tidak melewati masa berlaku kartu"),
                QT_TRANSLATE_NOOP(
                    "Settings",
                    "Seperti SLiMS. Bila lewat, jatuh tempo mundur ke hari buka terakhir sebelum kartu habis.",
                ),
            ),
        ),
    ),
    RuleGroup(
        QT_TRANSLATE_NOOP("Settings", "Peminjaman"),
        (
            RuleRow(
                "policy_order",
                QT_TRANSLATE_NOOP("Settings", "Bila dua aturan sama cocoknya, utamakan"),
                QT_TRANSLATE_NOOP(
                    "Settings", "Misalnya “Pelajar × Semua” dan “Semua × Anak” untuk pelajar yang meminjam buku anak."
                ),
            ),
            RuleRow(
                "limit_scope",
                QT_TRANSLATE_NOOP("Settings", "Batas pinjaman menghitung"),
                QT_TRANSLATE_NOOP("Settings", "SOP peminjaman menghitung semua buku di tangan anggota."),
            ),
            RuleRow(
                "same_title_once",
                QT_TRANSLATE_NOOP("Settings", "Satu judul hanya satu eksemplar per anggota"),
                QT_TRANSLATE_NOOP("Settings", "Praktik umum; pengawas dapat menyetujui yang kedua."),
            ),
            RuleRow(
                "never_lent",
                QT_TRANSLATE_NOOP("Settings", "Koleksi yang hanya dibaca di tempat"),
                QT_TRANSLATE_NOOP("Settings", "SOP koleksi referensi dan deposit. Pisahkan dengan koma."),
            ),
            RuleRow(
                "visit_on_loan",
                QT_TRANSLATE_NOOP("Settings", "Meminjam juga tercatat sebagai kunjungan"),
                QT_TRANSLATE_NOOP("Settings", "Nyalakan bila pengunjung tidak mengisi buku tamu di pintu."),
            ),
        ),
    ),
    RuleGroup(
        QT_TRANSLATE_NOOP("Settings", "Perpanjangan"),
        (
            RuleRow(
                "renew_from",
                QT_TRANSLATE_NOOP("Settings", "Perpanjangan dihitung"),
                QT_TRANSLATE_NOOP("Settings", "SLiMS dan INLISLite menghitung sejak hari perpanjangan."),
            ),
            RuleRow(
                "renew_overdue",
                QT_TRANSLATE_NOOP("Settings", "Pinjaman terlambat boleh diperpanjang"),
                QT_TRANSLATE_NOOP("Settings", "Kebanyakan SOP menolaknya; bukunya diterima dahulu."),
            ),
        ),
    ),
    RuleGroup(
        QT_TRANSLATE_NOOP("Settings", "Penghalang pinjaman"),
        (
            RuleRow(
                "block_overdue",
                QT_TRANSLATE_NOOP("Settings", "Pinjaman terlambat menghalangi pinjaman baru"),
                QT_TRANSLATE_NOOP("Settings", "Jatuh tempo hari ini belum terlambat."),
            ),
            RuleRow(
                "block_unpaid_above_rp",
                QT_TRANSLATE_NOOP("Settings", "Kewajiban uang menghalangi di atas"),
                QT_TRANSLATE_NOOP("Settings", "Rp0 berarti setiap kewajiban menghalangi."),
                least=-1,
                most=1_000_000_000,
                special=QT_TRANSLATE_NOOP("Settings", "tidak pernah"),
            ),
        ),
    ),
    RuleGroup(
        QT_TRANSLATE_NOOP("Settings", "Kode dan pindaian"),
        (
            RuleRow(
                "item_check_digit",
                QT_TRANSLATE_NOOP("Settings", "Angka periksa label buku"),
                QT_TRANSLATE_NOOP("Settings", "Label yang salah baca langsung ketahuan, bukan “tidak dikenal”."),
            ),
            RuleRow(
                "item_code_digits",
                QT_TRANSLATE_NOOP("Settings", "Panjang kode label buku"),
                QT_TRANSLATE_NOOP("Settings", "Hanya dengan angka periksa."),
                most=40,
                unit=QT_TRANSLATE_NOOP("Settings", "tanda"),
                special=QT_TRANSLATE_NOOP("Settings", "bebas"),
            ),
            RuleRow(
                "member_check_digit",
                QT_TRANSLATE_NOOP("Settings", "Angka periksa kartu anggota"),
                QT_TRANSLATE_NOOP("Settings", "Seperti label buku, untuk nomor anggota."),
            ),
            RuleRow(
                "double_scan_ms",
                QT_TRANSLATE_NOOP("Settings", "Pindaian kembar ditanyakan dalam"),
                QT_TRANSLATE_NOOP("Settings", "Kode yang sama sekali lagi dalam waktu ini mungkin terpindai dua kali."),
                most=60_000,
                unit=QT_TRANSLATE_NOOP("Settings", "milidetik"),
                special=QT_TRANSLATE_NOOP("Settings", "tidak pernah"),
            ),
        ),
    ),
    RuleGroup(
        QT_TRANSLATE_NOOP("Settings", "Keanggotaan dan kartu"),
        (
            RuleRow(
                "member_no_format",
                QT_TRANSLATE_NOOP("Settings", "Pola nomor anggota"),
                QT_TRANSLATE_NOOP(
                    "Settings",
                    "Bagiannya {yyyy} {yy} {mm} {dd} {station} {running:5} {sex} {check}; kode loket menjaga agar "
                    "nomor tidak kembar. Nomor lama tetap.",
                ),
            ),
            RuleRow(
                "card_code_kind",
                QT_TRANSLATE_NOOP("Settings", "Kode pada kartu anggota"),
                QT_TRANSLATE_NOOP("Settings", "Pemindai laser hanya membaca barcode."),
            ),
            RuleRow(
                "card_design",
                QT_TRANSLATE_NOOP("Settings", "Desain kartu anggota"),
                QT_TRANSLATE_NOOP("Settings", "Nama pendek desainnya. Lihat dan pilih di halaman Desain kartu."),
            ),
            RuleRow(
                "membership_months",
                QT_TRANSLATE_NOOP("Settings", "Keanggotaan berlaku"),
                QT_TRANSLATE_NOOP("Settings", "Sejak mendaftar atau diperpanjang; kebanyakan perpustakaan satu tahun."),
                most=1200,
                unit=QT_TRANSLATE_NOOP("Settings", "bulan"),
                special=QT_TRANSLATE_NOOP("Settings", "seumur hidup"),
            ),
            RuleRow(
                "guardian_below_age",
                QT_TRANSLATE_NOOP("Settings", "Orang tua atau wali wajib di bawah"),
                QT_TRANSLATE_NOOP("Settings", "UU 27/2022: data anak diolah dengan persetujuan orang tua atau wali."),
                most=21,
                unit=QT_TRANSLATE_NOOP("Settings", "tahun"),
                special=QT_TRANSLATE_NOOP("Settings", "tidak pernah"),
            ),
            RuleRow(
                "member_form",
                QT_TRANSLATE_NOOP("Settings", "Isian formulir anggota"),
                QT_TRANSLATE_NOOP("Settings", "Tanyakan seperlunya. Nama, jenis anggota, dan persetujuan selalu ada."),
            ),
            RuleRow(
                "privacy_notice",
                QT_TRANSLATE_NOOP("Settings", "Pemberitahuan data pribadi"),
                QT_TRANSLATE_NOOP("Settings", "Dibaca sebelum menyetujui; setiap perubahan menjadi versi baru."),
            ),
        ),
    ),
    RuleGroup(
        QT_TRANSLATE_NOOP("Settings", "Uang dan kuitansi"),
        (
            RuleRow(
                "treasurer_only",
                QT_TRANSLATE_NOOP("Settings", "Hanya diterima bendahara"),
                QT_TRANSLATE_NOOP(
                    "Settings", "Yang tidak dicentang juga boleh diterima di loket lalu diserahkan ke bendahara."
                ),
            ),
            RuleRow(
                "receipt_no_format",
                QT_TRANSLATE_NOOP("Settings", "Pola nomor kuitansi"),
                QT_TRANSLATE_NOOP(
                    "Settings",
                    "Bagiannya {running:5} {kind} {station} {roman} {mm} {dd} {yyyy} {yy}. Nomor urut mulai lagi tiap "
                    "tahun di tiap loket.",
                ),
            ),
            RuleRow(
                "receipt_place",
                QT_TRANSLATE_NOOP("Settings", "Tempat pada kuitansi"),
                QT_TRANSLATE_NOOP("Settings", "Nama kota di depan tanggal, misalnya Kupang."),
            ),
            RuleRow(
                "cash_rounding_rp",
                QT_TRANSLATE_NOOP("Settings", "Pembulatan tunai"),
                QT_TRANSLATE_NOOP("Settings", "Ke pecahan terdekat yang ada; selisihnya tercatat di baris sendiri."),
                most=1_000,
                special=QT_TRANSLATE_NOOP("Settings", "tidak dibulatkan"),
            ),
            RuleRow(
                "stamp_duty_above_rp",
                QT_TRANSLATE_NOOP("Settings", "Ingatkan meterai di atas"),
                QT_TRANSLATE_NOOP("Settings", "UU 10/2020: kuitansi lebih dari Rp5.000.000 bermeterai."),
                most=1_000_000_000,
                special=QT_TRANSLATE_NOOP("Settings", "tidak pernah"),
            ),
            RuleRow(
                "noncash_to_treasury",
                QT_TRANSLATE_NOOP("Settings", "QRIS dan transfer langsung ke kas daerah"),
                QT_TRANSLATE_NOOP("Settings", "Bila tidak, bendahara yang menyetorkannya dengan STS."),
            ),
            RuleRow(
                "remit_within_days",
                QT_TRANSLATE_NOOP("Settings", "Uang disetor ke bank paling lambat"),
                QT_TRANSLATE_NOOP("Settings", "Hari buka sejak diterima; aturan umumnya satu hari."),
                least=1,
                most=60,
                unit=QT_TRANSLATE_NOOP("Settings", "hari buka"),
            ),
            RuleRow(
                "bank_name",
                QT_TRANSLATE_NOOP("Settings", "Bank kas daerah"),
                QT_TRANSLATE_NOOP("Settings", "Tertulis pada STS, seperti nama rekeningnya."),
            ),
            RuleRow(
                "bank_account",
                QT_TRANSLATE_NOOP("Settings", "Nomor rekening kas daerah"),
                QT_TRANSLATE_NOOP("Settings", "Rekening Kas Umum Daerah (RKUD), tidak pernah rekening pribadi."),
            ),
            RuleRow(
                "treasurer_name",
                QT_TRANSLATE_NOOP("Settings", "Nama bendahara penerimaan"),
                QT_TRANSLATE_NOOP("Settings", "Dengan gelar; tertulis di bawah tanda tangan."),
            ),
            RuleRow(
                "treasurer_nip",
                QT_TRANSLATE_NOOP("Settings", "NIP bendahara penerimaan"),
                QT_TRANSLATE_NOOP("Settings", "Tertulis di bawah namanya."),
            ),
            RuleRow(
                "loan_slip",
                QT_TRANSLATE_NOOP("Settings", "Struk pinjaman"),
                QT_TRANSLATE_NOOP("Settings", "Daftar buku dan jatuh temponya, saat layanan satu anggota selesai."),
            ),
            RuleRow(
                "slip_footer",
                QT_TRANSLATE_NOOP("Settings", "Kalimat penutup struk"),
                QT_TRANSLATE_NOOP("Settings", "Baris terakhir setiap struk, misalnya jam layanan."),
            ),
        ),
    ),
    *HOUSE_GROUPS,
    *RECAP_GROUPS,
    RuleGroup(
        QT_TRANSLATE_NOOP("Settings", "Daftar dan keamanan"),
        (
            RuleRow(
                "member_types",
                QT_TRANSLATE_NOOP("Settings", "Jenis anggota"),
                QT_TRANSLATE_NOOP("Settings", "Pisahkan dengan koma. Yang dihapus tetap tertulis pada anggota lama."),
            ),
            RuleRow(
                "collection_kinds",
                QT_TRANSLATE_NOOP("Settings", "Jenis koleksi"),
                QT_TRANSLATE_NOOP("Settings", "Pisahkan dengan koma, seperti tertulis pada eksemplar."),
            ),
            RuleRow(
                "idle_lock_min",
                QT_TRANSLATE_NOOP("Settings", "Loket terkunci bila ditinggal"),
                QT_TRANSLATE_NOOP("Settings", "Dibuka lagi dengan PIN; pekerjaan di layar tetap ada."),
                most=24 * 60,
                unit=QT_TRANSLATE_NOOP("Settings", "menit"),
                special=QT_TRANSLATE_NOOP("Settings", "tidak pernah"),
            ),
        ),
    ),
)
ROWS: tuple[RuleRow, ...] = tuple(row for group in GROUPS for row in group.rows)


def value_text(row: RuleRow, value: Any) -> str:
    """A rule's value in words, as the line "bawaan: …" shows it."""
    match row.kind:
        case RuleKind.YES_NO:
            return say(CONTEXT, "ya") if value else say(CONTEXT, "tidak")
        case RuleKind.CHOICE:
            return choice_word(value)
        case RuleKind.NUMBER:
            return number_text(row, value)
        case RuleKind.WEEKDAYS:
            return ", ".join(weekday_word(day) for day in value) or say(CONTEXT, "buka setiap hari")
        case RuleKind.TEXT | RuleKind.CLOCK:
            return str(value) or say(CONTEXT, "kosong")
        case RuleKind.PARAGRAPH:
            return say(CONTEXT, "teks yang disertakan") if value == row.default else shortened(value)
        case RuleKind.FORM_FIELDS:
            return modes_text(value)
        case RuleKind.HOURS:
            return hours_text(value)
    return ", ".join(entry_word(row.key, entry) for entry in value) or say(CONTEXT, "tidak ada")


def shortened(text: str) -> str:
    """The beginning of a long text."""
    return textwrap.shorten(text, SHOWN_LETTERS, placeholder="…")


def number_text(row: RuleRow, value: int) -> str:
    if row.special and value == row.least:
        return word(row.special)
    if row.key.endswith("_rp"):
        return fmt.rupiah(value)
    return f"{fmt.count(value, language())} {word(row.unit)}".strip()


def entry_word(key: str, entry: Any) -> str:
    if key in ("standards", "reminder_after_days"):
        return str(entry)
    if key == "treasurer_only":
        return charge_kind_word(entry)
    return member_type_word(entry) if key == "member_types" else kind_word(entry)


def words_of(typed: str) -> tuple[str, ...]:
    """A list of words as typed with commas: blanks tidied, small letters, each once, in the order typed."""
    words = (" ".join(part.split()).casefold() for part in typed.replace(";", ",").split(","))
    return tuple(dict.fromkeys(part for part in words if part))


def days_of(typed: str) -> tuple[Any, ...]:
    """Numbers of days as typed with commas; what is no number stays a word, which no rule takes."""
    return tuple(int(part) if part.isdecimal() else part for part in words_of(typed))
