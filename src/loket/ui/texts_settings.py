"""Sentences of the settings pages, the first-run assistant and the sign-in page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from loket.domain.circulation import DueDate, Lateness
from loket.domain.entities import Counting, FineMode, GraceIn, GraceKind, LoanPolicy, Pledge
from loket.domain.errors import RefusalCode, Refused
from loket.domain.policy import ANY, DEFAULT_POLICY
from loket.domain.settings import CardCodeKind, CheckDigit, LimitScope, LoanSlip, PolicyOrder, PushOff, RenewFrom
from loket.services.settings import ClosedDayProblem
from loket.services.setup import StationProfile
from loket.ui import texts
from loket.ui.texts import QT_TRANSLATE_NOOP, kind_word, member_type_word, refusal_text, say

CONTEXT = "Settings"

INVALID_TEXT: dict[str, str] = {
    "text_missing": QT_TRANSLATE_NOOP("invalid", "Isi dahulu."),
    "text_too_long": QT_TRANSLATE_NOOP("invalid", "Terlalu panjang; paling banyak {longest} huruf."),
    "code_form": QT_TRANSLATE_NOOP(
        "invalid", "Pakai huruf, angka, titik, atau tanda hubung, paling banyak {longest}, tanpa spasi."
    ),
    "station_code_taken": QT_TRANSLATE_NOOP("invalid", "Kode {taken} sudah dipakai loket lain. Pilih kode lain."),
    "utc_offset_unknown": QT_TRANSLATE_NOOP("invalid", "Pilih WIB, WITA, atau WIT."),
    "profile_unknown": QT_TRANSLATE_NOOP("invalid", "Pilih salah satu profil loket."),
    "username_form": QT_TRANSLATE_NOOP(
        "invalid", "Pakai {shortest}–{longest} huruf atau angka tanpa spasi, misalnya siti.a."
    ),
    "username_taken": QT_TRANSLATE_NOOP("invalid", "Nama “{username}” sudah dipakai; pilih yang lain."),
    "password_short": QT_TRANSLATE_NOOP("invalid", "Paling sedikit {minimum} huruf; kalimat pendek mudah diingat."),
    "password_is_username": QT_TRANSLATE_NOOP("invalid", "Kata sandi tidak boleh sama dengan nama pengguna."),
    "passwords_differ": QT_TRANSLATE_NOOP("invalid", "Kedua kata sandi berbeda; ketik sekali lagi."),
    "pin_six_digits": QT_TRANSLATE_NOOP("invalid", "PIN terdiri atas enam angka."),
    "pin_too_simple": QT_TRANSLATE_NOOP("invalid", "Jangan enam angka yang sama."),
    "roles_missing": QT_TRANSLATE_NOOP("invalid", "Pilih paling sedikit satu peran."),
    "role_unknown": QT_TRANSLATE_NOOP("invalid", "Salah satu peran tidak dikenal; pilih lagi."),
    "operator_gone": QT_TRANSLATE_NOOP("invalid", "Petugas ini sudah tidak ada; buka kembali halaman ini."),
    "recovery_key_wrong": QT_TRANSLATE_NOOP(
        "invalid",
        "Kunci pemulihan tidak cocok: terbaca {signs} dari {wanted} tanda. Periksa lembarnya huruf demi huruf.",
    ),
    "recovery_key_unseen": QT_TRANSLATE_NOOP("invalid", "Catat atau simpan kuncinya, lalu centang."),
    "rule_value": QT_TRANSLATE_NOOP("invalid", "Nilai ini tidak dapat dipakai; periksa keterangannya."),
    "policy_gone": QT_TRANSLATE_NOOP("invalid", "Aturan ini sudah diganti di loket lain; pilih lagi dari daftar."),
    "member_type_unknown": QT_TRANSLATE_NOOP("invalid", "Jenis anggota ini tidak ada dalam daftar perpustakaan."),
    "collection_kind_unknown": QT_TRANSLATE_NOOP("invalid", "Jenis koleksi ini tidak ada dalam daftar perpustakaan."),
    "range_backwards": QT_TRANSLATE_NOOP("invalid", "Tanggal akhir harus sama atau sesudah tanggal awal."),
    "range_too_long": QT_TRANSLATE_NOOP("invalid", "Paling lama {longest} hari sekaligus."),
}
texts.add_invalid(INVALID_TEXT)


# ---- words for values -----------------------------------------------------------------------------------------------

CHOICES: dict[type[StrEnum], dict[str, str]] = {
    PushOff: {
        PushOff.FORWARD: QT_TRANSLATE_NOOP("Settings", "maju ke hari buka berikutnya"),
        PushOff.BACKWARD: QT_TRANSLATE_NOOP("Settings", "mundur ke hari buka sebelumnya"),
        PushOff.NEVER: QT_TRANSLATE_NOOP("Settings", "tetap, juga pada hari tutup"),
    },
    PolicyOrder: {
        PolicyOrder.MEMBER_TYPE_FIRST: QT_TRANSLATE_NOOP("Settings", "jenis anggota lebih dahulu"),
        PolicyOrder.COLLECTION_FIRST: QT_TRANSLATE_NOOP("Settings", "jenis koleksi lebih dahulu"),
    },
    LimitScope: {
        LimitScope.ALL_LOANS: QT_TRANSLATE_NOOP("Settings", "semua pinjaman anggota"),
        LimitScope.SAME_POLICY: QT_TRANSLATE_NOOP("Settings", "hanya pinjaman dengan aturan yang sama"),
    },
    RenewFrom: {
        RenewFrom.TODAY: QT_TRANSLATE_NOOP("Settings", "sejak hari perpanjangan"),
        RenewFrom.DUE_DATE: QT_TRANSLATE_NOOP("Settings", "sejak jatuh tempo yang lama"),
    },
    CheckDigit: {
        CheckDigit.NONE: QT_TRANSLATE_NOOP("Settings", "tidak ada"),
        CheckDigit.MOD10: QT_TRANSLATE_NOOP("Settings", "Luhn (mod 10, kode 14 angka)"),
        CheckDigit.EAN13: QT_TRANSLATE_NOOP("Settings", "EAN-13"),
        CheckDigit.MOD43: QT_TRANSLATE_NOOP("Settings", "mod 43 (Code 39)"),
    },
    LoanSlip: {
        LoanSlip.NEVER: QT_TRANSLATE_NOOP("Settings", "tidak dicetak"),
        LoanSlip.ASK: QT_TRANSLATE_NOOP("Settings", "ditanyakan setiap kali"),
        LoanSlip.ALWAYS: QT_TRANSLATE_NOOP("Settings", "selalu dicetak"),
    },
    CardCodeKind: {
        CardCodeKind.CODE128: QT_TRANSLATE_NOOP("Settings", "barcode (Code 128)"),
        CardCodeKind.QR: QT_TRANSLATE_NOOP("Settings", "kode QR"),
    },
    Counting: {
        Counting.CALENDAR: QT_TRANSLATE_NOOP("Settings", "setiap hari"),
        Counting.OPEN_DAYS: QT_TRANSLATE_NOOP("Settings", "hari buka saja"),
    },
    FineMode: {
        FineMode.NONE: QT_TRANSLATE_NOOP("Settings", "tanpa sanksi"),
        FineMode.MONEY: QT_TRANSLATE_NOOP("Settings", "denda uang"),
        FineMode.SUSPENSION: QT_TRANSLATE_NOOP("Settings", "tidak boleh meminjam dahulu"),
        FineMode.BOTH: QT_TRANSLATE_NOOP("Settings", "denda dan tidak boleh meminjam"),
    },
    GraceKind: {
        GraceKind.CLIFF: QT_TRANSLATE_NOOP("Settings", "sesudahnya semua hari dihitung"),
        GraceKind.SUBTRACTED: QT_TRANSLATE_NOOP("Settings", "tetap bebas, hanya sisanya dihitung"),
    },
    GraceIn: {
        GraceIn.LATE_DAYS: QT_TRANSLATE_NOOP("Settings", "hari yang dihitung"),
        GraceIn.CALENDAR_DAYS: QT_TRANSLATE_NOOP("Settings", "hari kalender"),
    },
    Pledge: {
        Pledge.NONE: QT_TRANSLATE_NOOP("Settings", "tidak ada"),
        Pledge.IDENTITY: QT_TRANSLATE_NOOP("Settings", "kartu identitas dititipkan"),
        Pledge.MONEY: QT_TRANSLATE_NOOP("Settings", "uang jaminan"),
    },
    StationProfile: {
        StationProfile.SIRKULASI: QT_TRANSLATE_NOOP("Settings", "Sirkulasi saja"),
        StationProfile.KARTU: QT_TRANSLATE_NOOP("Settings", "Foto dan kartu"),
        StationProfile.BENDAHARA: QT_TRANSLATE_NOOP("Settings", "Bendahara penerimaan"),
        StationProfile.LENGKAP: QT_TRANSLATE_NOOP("Settings", "Lengkap"),
        StationProfile.PINTU: QT_TRANSLATE_NOOP("Settings", "Pintu dan loker"),
        StationProfile.RUANG: QT_TRANSLATE_NOOP("Settings", "Ruang layanan"),
        StationProfile.KIOS: QT_TRANSLATE_NOOP("Settings", "Kios pengunjung"),
    },
}
CLOSED_KINDS = {
    "national": QT_TRANSLATE_NOOP("Settings", "libur nasional"),
    "joint": QT_TRANSLATE_NOOP("Settings", "cuti bersama"),
    "local": QT_TRANSLATE_NOOP("Settings", "setempat"),
}
WEEKDAYS = (
    QT_TRANSLATE_NOOP("Settings", "Senin"),
    QT_TRANSLATE_NOOP("Settings", "Selasa"),
    QT_TRANSLATE_NOOP("Settings", "Rabu"),
    QT_TRANSLATE_NOOP("Settings", "Kamis"),
    QT_TRANSLATE_NOOP("Settings", "Jumat"),
    QT_TRANSLATE_NOOP("Settings", "Sabtu"),
    QT_TRANSLATE_NOOP("Settings", "Minggu"),
)
MONTHS = (
    QT_TRANSLATE_NOOP("Settings", "Januari"),
    QT_TRANSLATE_NOOP("Settings", "Februari"),
    QT_TRANSLATE_NOOP("Settings", "Maret"),
    QT_TRANSLATE_NOOP("Settings", "April"),
    QT_TRANSLATE_NOOP("Settings", "Mei"),
    QT_TRANSLATE_NOOP("Settings", "Juni"),
    QT_TRANSLATE_NOOP("Settings", "Juli"),
    QT_TRANSLATE_NOOP("Settings", "Agustus"),
    QT_TRANSLATE_NOOP("Settings", "September"),
    QT_TRANSLATE_NOOP("Settings", "Oktober"),
    QT_TRANSLATE_NOOP("Settings", "November"),
    QT_TRANSLATE_NOOP("Settings", "Desember"),
)
ZONES = {
    420: QT_TRANSLATE_NOOP("Settings", "WIB (Sumatra, Jawa, Kalimantan Barat dan Tengah)"),
    480: QT_TRANSLATE_NOOP("Settings", "WITA (Bali, Nusa Tenggara, Sulawesi, Kalimantan lainnya)"),
    540: QT_TRANSLATE_NOOP("Settings", "WIT (Maluku, Papua)"),
}
ROLE_HINTS = {
    "circulation": QT_TRANSLATE_NOOP("Settings", "pinjam, kembali, perpanjang"),
    "cataloguer": QT_TRANSLATE_NOOP("Settings", "judul dan eksemplar"),
    "cashier": QT_TRANSLATE_NOOP("Settings", "menerima pembayaran di loket"),
    "treasurer": QT_TRANSLATE_NOOP("Settings", "setoran dan buku kas"),
    "supervisor": QT_TRANSLATE_NOOP("Settings", "pengecualian dan aturan"),
    "admin": QT_TRANSLATE_NOOP("Settings", "petugas, aturan, cadangan"),
    "auditor": QT_TRANSLATE_NOOP("Settings", "hanya melihat dan memeriksa"),
}
PROFILE_HINTS = {
    "sirkulasi": QT_TRANSLATE_NOOP("Settings", "hanya peminjaman dan pengembalian"),
    "kartu": QT_TRANSLATE_NOOP("Settings", "mendaftarkan, memotret, dan mencetak kartu"),
    "bendahara": QT_TRANSLATE_NOOP("Settings", "menerima setoran loket, menyetor ke bank, membuat buku"),
    "lengkap": QT_TRANSLATE_NOOP("Settings", "semua layanan pada satu komputer"),
    "pintu": QT_TRANSLATE_NOOP("Settings", "buku tamu dan penitipan barang, dilayani petugas"),
    "ruang": QT_TRANSLATE_NOOP("Settings", "baca di tempat, internet, fotokopi, e-book"),
    "kios": QT_TRANSLATE_NOOP("Settings", "pengunjung mengisi sendiri; tanpa data anggota"),
}


def choice_word(value: StrEnum) -> str:
    """The words for one value of an enum that is offered as a choice."""
    return word(CHOICES[type(value)][value])


def word(sentence: str) -> str:
    return QCoreApplication.translate(CONTEXT, sentence)


def weekday_word(weekday: int) -> str:
    return word(WEEKDAYS[weekday])


def type_word(member_type: str) -> str:
    """A policy's member type; "*" is every one."""
    return say(CONTEXT, "Semua anggota") if member_type == ANY else member_type_word(member_type)


def collection_word(kind: str) -> str:
    """A policy's collection kind; "*" is every one."""
    return say(CONTEXT, "Semua koleksi") if kind == ANY else kind_word(kind)


def pair_text(policy: LoanPolicy) -> str:
    return f"{type_word(policy.member_type)} × {collection_word(policy.collection_kind)}"


# ---- a policy in words ----------------------------------------------------------------------------------------------


def length_text(policy: LoanPolicy) -> str:
    if policy.counting is Counting.OPEN_DAYS:
        return say(CONTEXT, "{days} hari buka", days=policy.loan_days)
    return say(CONTEXT, "{days} hari", days=policy.loan_days)


def limit_text(policy: LoanPolicy) -> str:
    return say(CONTEXT, "{titles} judul, {items} eksemplar", titles=policy.max_titles, items=policy.max_items)


def renewals_text(policy: LoanPolicy) -> str:
    if policy.renewals == 0:
        return say(CONTEXT, "tidak ada")
    return say(CONTEXT, "{times} × {days} hari", times=policy.renewals, days=policy.renewal_days)


def sanction_text(policy: LoanPolicy) -> str:
    parts = []
    if policy.fine_mode in (FineMode.MONEY, FineMode.BOTH):
        parts.append(say(CONTEXT, "{tariff_rp} sehari", tariff_rp=policy.fine_per_day_rp))
    if policy.fine_mode in (FineMode.SUSPENSION, FineMode.BOTH):
        parts.append(say(CONTEXT, "{days} hari tangguh sehari", days=policy.suspension_per_day_days))
    if parts and policy.grace_days:
        parts.append(say(CONTEXT, "tenggang {days} hari", days=policy.grace_days))
    return ", ".join(parts) or word(CHOICES[FineMode][FineMode.NONE])


@dataclass(frozen=True)
class TrialText:
    """What the rule simulator says: the rule, the due date and its reason, the return and its price."""

    rule: str
    due: str
    late: str


def trial_text(
    policy: LoanPolicy, lent_on: date, due: DueDate, returned_on: date, late: Lateness, draft: bool
) -> TrialText:
    """One loan and one return, computed with the real rules, in sentences."""
    if draft:
        rule = say(CONTEXT, "Dengan aturan yang sedang diisi, {pair}", pair=pair_text(policy))
    elif policy.id == DEFAULT_POLICY.id:
        rule = say(CONTEXT, "Aturan bawaan: tidak ada aturan tertulis yang cocok")
    else:
        rule = say(CONTEXT, "Aturan {pair}", pair=pair_text(policy))
    return TrialText(rule, _due_text(lent_on, due), _late_text(returned_on, late, policy))


def _due_text(lent_on: date, due: DueDate) -> str:
    if due.capped:
        why = say(CONTEXT, "dibatasi masa berlaku kartu")
    elif due.closed_days:
        why = say(CONTEXT, "{days} hari + {closed} hari tutup", days=due.loan_days, closed=due.closed_days)
    else:
        why = say(CONTEXT, "{days} hari", days=due.loan_days)
    return say(CONTEXT, "Dipinjam {lent_on}, jatuh tempo {due_on} ({why}).", lent_on=lent_on, due_on=due.on, why=why)


def _late_text(returned_on: date, late: Lateness, policy: LoanPolicy) -> str:
    if late.calendar_days == 0:
        return say(CONTEXT, "Kembali {returned_on}: tepat waktu.", returned_on=returned_on)
    parts = [say(CONTEXT, "terlambat {days} hari", days=late.calendar_days)]
    if late.closed_days:
        parts.append(say(CONTEXT, "{days} hari tutup tidak dihitung", days=late.closed_days))
    if late.grace_days:
        parts.append(say(CONTEXT, "{days} hari tenggang", days=late.grace_days))
    price = say(CONTEXT, "tanpa sanksi") if policy.fine_mode is FineMode.NONE else _price(late, policy)
    return say(
        CONTEXT, "Kembali {returned_on}: {how}; {price}.", returned_on=returned_on, how=", ".join(parts), price=price
    )


def _price(late: Lateness, policy: LoanPolicy) -> str:
    parts = []
    if policy.fine_mode in (FineMode.MONEY, FineMode.BOTH):
        sum_ = say(CONTEXT, "{days} hari × {tariff_rp}", days=late.counted_days, tariff_rp=policy.fine_per_day_rp)
        parts.append(say(CONTEXT, "denda {fine_rp} ({how})", fine_rp=late.fine_rp, how=sum_))
    if policy.fine_mode in (FineMode.SUSPENSION, FineMode.BOTH):
        parts.append(say(CONTEXT, "tidak boleh meminjam {days} hari", days=late.suspension_days))
    if late.capped:
        parts.append(say(CONTEXT, "sudah batas tertinggi"))
    return ", ".join(parts)


# ---- closed days, signing in ----------------------------------------------------------------------------------------


def closed_kind_word(kind: str) -> str:
    return word(CLOSED_KINDS.get(kind, kind))


PROBLEMS = {
    "date_unreadable": QT_TRANSLATE_NOOP("Settings", "Baris {line}: tanggal “{text}” tidak terbaca."),
    "date_missing": QT_TRANSLATE_NOOP("Settings", "Baris {line}: tanggalnya kosong."),
    "text_missing": QT_TRANSLATE_NOOP("Settings", "Baris {line} ({text}): namanya kosong."),
    "row_broken": QT_TRANSLATE_NOOP("Settings", "Baris {line}: tanda kutipnya tidak berpasangan."),
}


def problem_text(problem: ClosedDayProblem) -> str:
    return say(CONTEXT, PROBLEMS[problem.code], line=str(problem.line), text=problem.text)


def sign_in_text(refused: Refused) -> str:
    """Why the counter does not open, and what to do."""
    if refused.code is RefusalCode.SIGN_IN_LOCKED and refused.params.get("password_needed"):
        return say("SignIn", "PIN tidak berlaku lagi. Buka kunci dengan kata sandi.")
    if refused.code is RefusalCode.SIGN_IN_LOCKED:
        wait_s = refused.params["wait_s"]
        return say("SignIn", "Terlalu banyak percobaan yang salah. Coba lagi sesudah {wait_s} detik.", wait_s=wait_s)
    if refused.code is RefusalCode.SIGN_IN_WRONG and "tries_left" in refused.params:
        left = refused.params["tries_left"]
        return say("SignIn", "PIN tidak cocok; masih {left} kali. Kata sandi juga boleh.", left=left)
    text = refusal_text(refused)
    return f"{text.sentence} {text.hint}".strip()


def recovery_sheet(library: str, today: date, key: str) -> str:
    """The recovery key as a sheet to be printed and locked away."""
    groups = key.split("-")
    half = len(groups) // 2
    lines = (
        say("Assistant", "Kunci pemulihan Loket"),
        library,
        say("Assistant", "Dibuat {today}", today=today),
        "",
        "   ".join(groups[:half]),
        "   ".join(groups[half:]),
        "",
        say("Assistant", "Kunci ini membuka data dan cadangan perpustakaan di komputer lain."),
        say("Assistant", "Simpan terkunci. Siapa pun yang memegangnya dapat membaca data anggota."),
    )
    return "\n".join(lines) + "\n"
