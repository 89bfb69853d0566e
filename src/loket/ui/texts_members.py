"""Sentences of the page "Anggota & Kartu": fields, states, what was found twice, and the story of a member."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from loket.domain.entities import CardEnd, Charge
from loket.services.clearance import OpenMatter
from loket.services.member_life import LifeLine
from loket.services.member_lists import MemberState
from loket.services.standards import CARD_STANDARD_MS, ServiceTimes
from loket.ui import texts
from loket.ui.format import day
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say
from loket.ui.texts_tariffs import charge_kind_word

CONTEXT = "Members"

LABELS: dict[str, str] = {
    "identity_type": QT_TRANSLATE_NOOP("Members", "Jenis identitas"),
    "identity_no": QT_TRANSLATE_NOOP("Members", "Nomor identitas"),
    "full_name": QT_TRANSLATE_NOOP("Members", "Nama lengkap"),
    "birth_place": QT_TRANSLATE_NOOP("Members", "Tempat lahir"),
    "birth_on": QT_TRANSLATE_NOOP("Members", "Tanggal lahir"),
    "sex": QT_TRANSLATE_NOOP("Members", "Jenis kelamin"),
    "address": QT_TRANSLATE_NOOP("Members", "Jalan, nomor, RT/RW"),
    "village": QT_TRANSLATE_NOOP("Members", "Kelurahan/desa"),
    "district": QT_TRANSLATE_NOOP("Members", "Kecamatan"),
    "city": QT_TRANSLATE_NOOP("Members", "Kabupaten/kota"),
    "province": QT_TRANSLATE_NOOP("Members", "Provinsi"),
    "postcode": QT_TRANSLATE_NOOP("Members", "Kode pos"),
    "same_address": QT_TRANSLATE_NOOP("Members", "Tinggal di alamat itu"),
    "address_now": QT_TRANSLATE_NOOP("Members", "Jalan, nomor, RT/RW"),
    "village_now": QT_TRANSLATE_NOOP("Members", "Kelurahan/desa"),
    "district_now": QT_TRANSLATE_NOOP("Members", "Kecamatan"),
    "city_now": QT_TRANSLATE_NOOP("Members", "Kabupaten/kota"),
    "province_now": QT_TRANSLATE_NOOP("Members", "Provinsi"),
    "postcode_now": QT_TRANSLATE_NOOP("Members", "Kode pos"),
    "phone": QT_TRANSLATE_NOOP("Members", "Telepon/HP"),
    "email": QT_TRANSLATE_NOOP("Members", "E-mail"),
    "education": QT_TRANSLATE_NOOP("Members", "Pendidikan"),
    "job": QT_TRANSLATE_NOOP("Members", "Pekerjaan"),
    "institution": QT_TRANSLATE_NOOP("Members", "Sekolah/instansi"),
    "school_class": QT_TRANSLATE_NOOP("Members", "Kelas"),
    "guardian_name": QT_TRANSLATE_NOOP("Members", "Nama orang tua/wali"),
    "guardian_relation": QT_TRANSLATE_NOOP("Members", "Hubungan"),
    "guardian_phone": QT_TRANSLATE_NOOP("Members", "Telepon/HP wali"),
    "emergency_name": QT_TRANSLATE_NOOP("Members", "Nama yang dihubungi"),
    "emergency_phone": QT_TRANSLATE_NOOP("Members", "Telepon/HP darurat"),
    "member_type": QT_TRANSLATE_NOOP("Members", "Jenis anggota"),
    "member_no": QT_TRANSLATE_NOOP("Members", "Nomor anggota"),
    "valid_until": QT_TRANSLATE_NOOP("Members", "Berlaku s.d."),
    "form_no": QT_TRANSLATE_NOOP("Members", "Nomor formulir"),
    "endorsed_by": QT_TRANSLATE_NOOP("Members", "Disahkan oleh"),
    "endorsed_on": QT_TRANSLATE_NOOP("Members", "Tanggal pengesahan"),
    "note": QT_TRANSLATE_NOOP("Members", "Catatan"),
    "consent": QT_TRANSLATE_NOOP("Members", "Setuju data dipakai seperti di atas"),
    "photo_consent": QT_TRANSLATE_NOOP("Members", "Setuju difoto untuk kartu"),
}
SHORT_LABELS: dict[str, str] = LABELS | {  # where a form has little room
    "birth_on": QT_TRANSLATE_NOOP("Members", "Tgl. lahir"),
    "sex": QT_TRANSLATE_NOOP("Members", "Kelamin"),
    "member_type": QT_TRANSLATE_NOOP("Members", "Jenis"),
    "member_no": QT_TRANSLATE_NOOP("Members", "Nomor"),
    "endorsed_on": QT_TRANSLATE_NOOP("Members", "Tanggalnya"),
}
NEEDED: dict[str, str] = LABELS | {
    "consent": QT_TRANSLATE_NOOP("Members", "Persetujuan"),
    "photo_consent": QT_TRANSLATE_NOOP("Members", "Persetujuan foto"),
}
HINTS: dict[str, str] = {
    "birth_on": QT_TRANSLATE_NOOP("Members", "Seperti 17-8-2010."),
    "endorsed_by": QT_TRANSLATE_NOOP("Members", "RT, sekolah, kantor …"),
}
GROUPS: dict[str, str] = {
    "person": QT_TRANSLATE_NOOP("Members", "Identitas dan data diri"),
    "address": QT_TRANSLATE_NOOP("Members", "Alamat menurut identitas"),
    "now": QT_TRANSLATE_NOOP("Members", "Alamat tempat tinggal"),
    "contact": QT_TRANSLATE_NOOP("Members", "Kontak"),
    "school": QT_TRANSLATE_NOOP("Members", "Sekolah atau pekerjaan"),
    "guardian": QT_TRANSLATE_NOOP("Members", "Orang tua atau wali"),
    "emergency": QT_TRANSLATE_NOOP("Members", "Keadaan darurat"),
    "membership": QT_TRANSLATE_NOOP("Members", "Keanggotaan"),
}
STATES: dict[str, str] = {
    MemberState.ACTIVE: QT_TRANSLATE_NOOP("Members", "aktif"),
    MemberState.EXPIRED: QT_TRANSLATE_NOOP("Members", "kedaluwarsa"),
    MemberState.SUSPENDED: QT_TRANSLATE_NOOP("Members", "ditangguhkan"),
    MemberState.LEFT: QT_TRANSLATE_NOOP("Members", "keluar"),
    MemberState.APPLICANT: QT_TRANSLATE_NOOP("Members", "calon"),
}
STATE_SIGNS: dict[str, tuple[str, str]] = {
    MemberState.ACTIVE: ("circle-check", "ok"),
    MemberState.EXPIRED: ("hourglass", "warn"),
    MemberState.SUSPENDED: ("hand-stop", "stop"),
    MemberState.LEFT: ("logout", "ink-2"),
    MemberState.APPLICANT: ("user-plus", "info"),
}
SEXES: dict[str, str] = {
    "": "–",
    "L": QT_TRANSLATE_NOOP("Members", "Laki-laki"),
    "P": QT_TRANSLATE_NOOP("Members", "Perempuan"),
}
TWIN_BY: dict[str, str] = {
    "identity": QT_TRANSLATE_NOOP("Members", "nomor identitas sama"),
    "name_birth": QT_TRANSLATE_NOOP("Members", "nama dan tanggal lahir sama"),
    "phone": QT_TRANSLATE_NOOP("Members", "telepon sama"),
}
CARD_ENDS: dict[str, str] = {
    CardEnd.IN_USE: QT_TRANSLATE_NOOP("Members", "berlaku"),
    CardEnd.LOST: QT_TRANSLATE_NOOP("Members", "hilang"),
    CardEnd.DAMAGED: QT_TRANSLATE_NOOP("Members", "rusak"),
    CardEnd.CHANGED: QT_TRANSLATE_NOOP("Members", "diganti"),
}
PRINT_REASONS: dict[str, str] = {
    "first": QT_TRANSLATE_NOOP("Members", "kartu pertama"),
    "renewed": QT_TRANSLATE_NOOP("Members", "kartu diperpanjang"),
    "lost": QT_TRANSLATE_NOOP("Members", "kartu hilang"),
    "damaged": QT_TRANSLATE_NOOP("Members", "kartu rusak"),
    "misprint": QT_TRANSLATE_NOOP("Members", "hasil cetak salah"),
    "changed": QT_TRANSLATE_NOOP("Members", "data berubah"),
}
INVALID_TEXT: dict[str, str] = {
    "confirmation_differs": QT_TRANSLATE_NOOP("invalid", "Ketik {wanted} persis seperti itu."),
    "day_unreadable": QT_TRANSLATE_NOOP("invalid", "Tulis tanggalnya seperti 17-8-2030."),
}
texts.add_invalid(INVALID_TEXT)


def word(words: Mapping[str, str], key: str) -> str:
    """The word for a value; a value this version does not know stays as it is."""
    return say(CONTEXT, words[key]) if key in words else key


def twin_words(by: tuple[str, ...]) -> str:
    return ", ".join(word(TWIN_BY, one) for one in by)


def valid_words(valid_until: object) -> str:
    return (
        say(CONTEXT, "s.d. {valid_until}", valid_until=valid_until)
        if valid_until
        else say(CONTEXT, "berlaku seterusnya")
    )


def state_words(state: str, suspended_until: object = None) -> str:
    if state == MemberState.SUSPENDED and suspended_until:
        return say(CONTEXT, "ditangguhkan s.d. {until}", until=suspended_until)
    return word(STATES, state)


def minutes_words(length_ms: int) -> str:
    """A handling time as it is said: "3 menit 20 detik"."""
    minutes, seconds = divmod(round(length_ms / 1000), 60)
    if not minutes:
        return say(CONTEXT, "{seconds} detik", seconds=seconds)
    if not seconds:
        return say(CONTEXT, "{minutes} menit", minutes=minutes)
    return say(CONTEXT, "{minutes} menit {seconds} detik", minutes=minutes, seconds=seconds)


def times_line(times: ServiceTimes) -> str:
    """How today's registrations stand against the service standard; "" before the first one."""
    if not times.count:
        return ""
    return say(
        CONTEXT,
        "Hari ini {count} dilayani, median {median} dari {standard} menit standar",
        count=times.count,
        median=minutes_words(times.median_ms),
        standard=CARD_STANDARD_MS // 60_000,
    )


HOUSE_MATTERS: dict[str, str] = {
    "locker": QT_TRANSLATE_NOOP("Members", "Barang di loker {number} belum diambil"),
    "internet": QT_TRANSLATE_NOOP("Members", "Masih di ruang internet, komputer {number}"),
    "card_held": QT_TRANSLATE_NOOP("Members", "Kartunya masih dititipkan di ruang internet"),
    "photocopy": QT_TRANSLATE_NOOP("Members", "Buku sedang difotokopi di luar, slip {number}"),
}


def matter_words(matter: OpenMatter) -> str:
    """One thing that stands between a member and his clearance letter."""
    if matter.kind == "loan":
        return say(
            CONTEXT, "Pinjaman {barcode}, {title}, jatuh tempo {due_on}",
            barcode=matter.barcode, title=matter.title, due_on=matter.due_on,
        )  # fmt: skip
    if matter.kind == "suspension":
        return say(CONTEXT, "Masih ditangguhkan s.d. {until}", until=matter.until)
    if matter.kind == "late_fine":
        return say(
            CONTEXT, "Denda berjalan {barcode}, {title}: {amount_rp}",
            barcode=matter.barcode, title=matter.title, amount_rp=matter.amount_rp,
        )  # fmt: skip
    if matter.kind in HOUSE_MATTERS:
        return say(CONTEXT, HOUSE_MATTERS[matter.kind], number=matter.title or "–")
    kind = _kind_within(matter.charge_kind)
    if matter.kind == "credit":
        return say(
            CONTEXT, "Simpanan dari {kind} {amount_rp}: kembalikan dahulu di Denda & Kas (F6)",
            kind=kind, amount_rp=matter.amount_rp,
        )  # fmt: skip
    return say(CONTEXT, "Belum dibayar: {kind} {amount_rp}", kind=kind, amount_rp=matter.amount_rp)


def _kind_within(kind: str) -> str:
    """What a charge is for, within a sentence."""
    named = charge_kind_word(kind)
    return named[:1].lower() + named[1:]


def charge_words(charge: Charge) -> str:
    return charge_kind_word(charge.kind)


# ---- the story of a member ------------------------------------------------------------------------------------------

Values = Mapping[str, Any]
LIFE: dict[str, Callable[[Values], str]] = {
    "registered": lambda v: say(CONTEXT, "Terdaftar dengan nomor {member_no}", member_no=v["member_no"]),
    "applied": lambda _: say(CONTEXT, "Mengisi pendaftaran sebagai calon anggota"),
    "accepted": lambda v: say(CONTEXT, "Diterima dengan nomor {member_no}", member_no=v["member_no"]),
    "declined": lambda v: say(CONTEXT, "Pendaftaran ditolak: {reason}", reason=v["reason"]),
    "changed": lambda v: say(CONTEXT, "Data diubah: {fields}", fields=_fields(v["fields"])),
    "renewed": lambda v: say(CONTEXT, "Keanggotaan diperpanjang, {until}", until=valid_words(v["valid_until"])),
    "suspended": lambda v: say(CONTEXT, "Ditangguhkan s.d. {until}: {reason}", until=v["until"], reason=v["reason"]),
    "suspension_ended": lambda v: say(CONTEXT, "Penangguhan diakhiri: {reason}", reason=v["reason"]),
    "card": lambda v: say(CONTEXT, "Kartu {code} diterbitkan", code=v["code"]),
    "card_ended": lambda v: say(
        CONTEXT, "Kartu {code} tidak berlaku lagi: {end}", code=v["code"], end=word(CARD_ENDS, v["end"])
    ),
    "printed": lambda v: say(
        CONTEXT, "Kartu {code} dicetak: {reason}", code=v["code"], reason=word(PRINT_REASONS, v["reason"])
    ),
    "charge": lambda v: say(
        CONTEXT, "Tagihan {kind} {amount_rp}", kind=_kind_within(v["kind"]), amount_rp=v["amount_rp"]
    ),
    "cleared": lambda v: say(CONTEXT, "Bebas pustaka, surat {letter_no}", letter_no=v["letter_no"] or "–"),
    "identity_shown": lambda v: say(CONTEXT, "Nomor identitas dilihat: {reason}", reason=v["reason"]),
    "merged": lambda v: say(
        CONTEXT, "Catatan {member_no} digabungkan ke anggota {into}", member_no=v["member_no"], into=v["into"]
    ),
    "merge_undone": lambda v: say(CONTEXT, "Penggabungan dibatalkan: {reason}", reason=v["reason"]),
    "erased": lambda v: say(CONTEXT, "Data pribadi dihapus: {reason}", reason=v["reason"]),
}


def life_words(line: LifeLine) -> str:
    """One line of a member's story; what this version does not know keeps its code."""
    told = LIFE.get(line.kind)
    return told(line.values) if told else line.kind


def life_day(line: LifeLine) -> str:
    return day(line.on, language())


def _fields(names: object) -> str:
    known = [word(LABELS, name).lower() for name in names if name in LABELS]  # type: ignore[attr-defined]
    return ", ".join(dict.fromkeys(known)) or say(CONTEXT, "data pribadi")
