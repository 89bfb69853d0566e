"""Sentences about syncing: how it stands, why not, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from loket.domain.errors import InvalidInput
from loket.ui import format as fmt
from loket.ui import texts
from loket.ui.presenters.sync import Standing, standing_of
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say
from loket.ui.texts_status import Chip
from loket.ui.widgets import ChipState, Tone

if TYPE_CHECKING:
    from loket.sync.status import SyncStatus

CONTEXT = "Sync"

# Icon and colour of a case's severity; its word stands beside them.
SEVERITY_SIGNS: dict[str, tuple[str, str]] = {
    "high": ("alert-triangle", "stop"),
    "medium": ("alert-circle", "warn"),
    "low": ("info-circle", "info"),
    "info": ("info-circle", "ink-2"),
}

INVALID_TEXT: dict[str, str] = {
    "date_form": QT_TRANSLATE_NOOP("invalid", "Isi tanggalnya lengkap: hari, bulan, dan tahun."),
    "case_choice": QT_TRANSLATE_NOOP("invalid", "Pilihan itu tidak ada lagi; buka daftar sekali lagi."),
    "address_missing": QT_TRANSLATE_NOOP("invalid", "Isi alamat Loket Pusat, atau pindai kodenya."),
    "address_form": QT_TRANSLATE_NOOP("invalid", "Bukan alamat server. Contohnya: pusat.dinas.example:8447."),
    "address_insecure": QT_TRANSLATE_NOOP("invalid", "Alamat harus diawali https:// supaya data tidak terbaca orang."),
    "code_missing": QT_TRANSLATE_NOOP("invalid", "Isi kode pendaftaran dari Loket Pusat."),
    "enrol_code_form": QT_TRANSLATE_NOOP(
        "invalid", "Terbaca {signs} tanda; kodenya {wanted} tanda. Periksa huruf demi huruf."
    ),
    "code_unknown": QT_TRANSLATE_NOOP("invalid", "Kode tidak cocok. Periksa huruf demi huruf; lima kali salah hangus."),
    "code_expired": QT_TRANSLATE_NOOP("invalid", "Kode sudah lewat masa berlakunya. Minta kode baru."),
    "code_used": QT_TRANSLATE_NOOP("invalid", "Kode ini sudah dipakai. Setiap loket perlu kode sendiri; minta lagi."),
    "code_blocked": QT_TRANSLATE_NOOP("invalid", "Terlalu banyak percobaan. Tunggu sebentar, atau minta kode baru."),
    "other_library": QT_TRANSLATE_NOOP("invalid", "Kode ini untuk perpustakaan lain. Minta kode perpustakaan ini."),
    "not_founded": QT_TRANSLATE_NOOP(
        "invalid", "Kode ini untuk loket yang membawa perpustakaannya. Minta kode loket tambahan."
    ),
    "server_refused": QT_TRANSLATE_NOOP("invalid", "Server menolak kode ini ({code}). Minta kode baru."),
    "server_offline": QT_TRANSLATE_NOOP("invalid", "Server tidak ditemukan. Periksa alamat dan kabel jaringan."),
    "server_timeout": QT_TRANSLATE_NOOP("invalid", "Server tidak menjawab. Periksa alamatnya, lalu coba lagi."),
    "server_pin_wrong": QT_TRANSLATE_NOOP(
        "invalid", "Server itu menunjukkan sidik {pin}, bukan yang di belakang kode. Periksa alamat, lalu kodenya."
    ),
    "server_portal": QT_TRANSLATE_NOOP("invalid", "Yang menjawab bukan Loket Pusat. Periksa alamat dan jaringannya."),
    "server_trouble": QT_TRANSLATE_NOOP("invalid", "Server sedang terganggu. Coba lagi beberapa menit lagi."),
    "server_certificate": QT_TRANSLATE_NOOP(
        "invalid", "Server menunjukkan sidik {pin}. Bila di Loket Pusat sama, ketik di belakang kode."
    ),
    "packet_unreadable": QT_TRANSLATE_NOOP(
        "invalid", "Berkas ini rusak, atau bukan balasan Loket Pusat untuk loket ini."
    ),
    "packet_other": QT_TRANSLATE_NOOP("invalid", "Balasan ini milik loket lain. Pilih berkas untuk loket ini."),
    "packet_stale": QT_TRANSLATE_NOOP(
        "invalid", "Balasan ini sudah didahului sinkronisasi yang lebih baru. Buat paket baru bila masih perlu."
    ),
}
texts.add_invalid(INVALID_TEXT)

# Why the last round did not reach its end, and what somebody can do; by `SyncStatus.last_error`.
REASONS: dict[str, tuple[str, str]] = {
    "offline": (
        QT_TRANSLATE_NOOP("Sync", "server tidak terjangkau"),
        QT_TRANSLATE_NOOP("Sync", "Periksa kabel jaringan atau Wi-Fi. Pelayanan jalan terus; yang tercatat aman."),
    ),
    "timeout": (
        QT_TRANSLATE_NOOP("Sync", "server tidak menjawab"),
        QT_TRANSLATE_NOOP("Sync", "Jaringan sedang lambat. Pelayanan jalan terus; yang tercatat aman."),
    ),
    "portal": (
        QT_TRANSLATE_NOOP("Sync", "jaringan ini meminta masuk dahulu"),
        QT_TRANSLATE_NOOP("Sync", "Buka peramban dan masuk ke jaringan ini, lalu tekan Sinkronkan sekarang."),
    ),
    "certificate": (
        QT_TRANSLATE_NOOP("Sync", "server menunjukkan sidik yang lain"),
        QT_TRANSLATE_NOOP(
            "Sync", "Periksa tanggal komputer ini. Bila benar, server diganti: minta kode dan daftarkan ulang."
        ),
    ),
    "trouble": (
        QT_TRANSLATE_NOOP("Sync", "server sedang terganggu"),
        QT_TRANSLATE_NOOP("Sync", "Biarkan saja; bila besok masih begini, hubungi pengelola Loket Pusat."),
    ),
    "clone": (
        QT_TRANSLATE_NOOP("Sync", "komputer lain memakai identitas loket ini"),
        QT_TRANSLATE_NOOP(
            "Sync", "Data loket ini pernah disalin. Minta kode baru di Loket Pusat, lalu tekan Daftarkan ulang."
        ),
    ),
    "revoked": (
        QT_TRANSLATE_NOOP("Sync", "loket ini sudah dicabut dari Loket Pusat"),
        QT_TRANSLATE_NOOP("Sync", "Bila keliru, minta kode baru kepada pengelola, lalu tekan Daftarkan ulang."),
    ),
    "signature": (
        QT_TRANSLATE_NOOP("Sync", "kunci loket ini tidak berlaku lagi di Loket Pusat"),
        QT_TRANSLATE_NOOP(
            "Sync",
            "Data ini dari sebelum loket didaftarkan ulang. Minta kode baru di Loket Pusat; tekan Daftarkan ulang.",
        ),
    ),
    "storage": (
        QT_TRANSLATE_NOOP("Sync", "disk loket ini tidak dapat ditulisi"),
        QT_TRANSLATE_NOOP("Sync", "Kosongkan ruang di disk, lalu tekan Sinkronkan sekarang."),
    ),
    "confused": (
        QT_TRANSLATE_NOOP("Sync", "jawaban server tidak masuk akal"),
        QT_TRANSLATE_NOOP("Sync", "Tidak ada yang berubah. Tekan Periksa menyeluruh; bila berulang, lapor pengelola."),
    ),
    "superseded": (
        QT_TRANSLATE_NOOP("Sync", "program lain di komputer ini sedang menyinkronkan"),
        QT_TRANSLATE_NOOP("Sync", "Biarkan selesai; Loket mencoba lagi sendiri."),
    ),
    "internal": (
        QT_TRANSLATE_NOOP("Sync", "Loket menemui kesalahan"),
        QT_TRANSLATE_NOOP("Sync", "Yang tercatat aman. Bila berulang, kirim berkas loket.log kepada pengelola."),
    ),
}
_DECLINED = (
    QT_TRANSLATE_NOOP("Sync", "server menolak kiriman ini ({code})"),
    QT_TRANSLATE_NOOP("Sync", "Perbarui Loket di sini atau di pusat; bila berulang, hubungi pengelola Loket Pusat."),
)
URGENT = frozenset({"clone", "revoked", "signature", "certificate", "storage", "confused", "internal"})
TONES: dict[Standing, Tone] = {Standing.WELL: "ok", Standing.LATE: "warn", Standing.OVERDUE: "stop"}
PHASES = {
    "greet": QT_TRANSLATE_NOOP("Sync", "Menyapa server …"),
    "push": QT_TRANSLATE_NOOP("Sync", "Mengirim kejadian …"),
    "pull": QT_TRANSLATE_NOOP("Sync", "Mengambil data …"),
    "photos": QT_TRANSLATE_NOOP("Sync", "Mengirim dan mengambil foto …"),
}
TOOLS = {
    "save": (
        QT_TRANSLATE_NOOP("Sync", "Paket ke USB …"),
        QT_TRANSLATE_NOOP("Sync", "Tanpa jaringan: tulis yang belum terkirim ke flash disk, tersandi."),
    ),
    "read": (
        QT_TRANSLATE_NOOP("Sync", "Terima paket …"),
        QT_TRANSLATE_NOOP("Sync", "Ambil balasan Loket Pusat dari flash disk."),
    ),
    "check": (
        QT_TRANSLATE_NOOP("Sync", "Periksa menyeluruh"),
        QT_TRANSLATE_NOOP("Sync", "Bandingkan setiap tabel dengan pusat; yang berbeda diambil ulang."),
    ),
    "anew": (
        QT_TRANSLATE_NOOP("Sync", "Daftarkan ulang …"),
        QT_TRANSLATE_NOOP("Sync", "Dengan kode baru: bila loket dicabut, disalin, atau server diganti."),
    ),
}
SCOPES = {
    "full": QT_TRANSLATE_NOOP("Sync", "Semua data perpustakaan"),
    "house": QT_TRANSLATE_NOOP("Sync", "Nama dan nomor anggota saja, tanpa alamat dan katalog"),
}


@dataclass(frozen=True)
class StatusText:
    """The state of syncing as a person reads it: what waits and why, what to do, what comes next."""

    sentence: str
    hint: str
    coming: str
    tone: Tone


def invalid_text(error: InvalidInput) -> str:
    """What is wrong with an address, a code or a packet, and what to do."""
    code, params = error.code, dict(error.params)
    if code == "server_certificate" and not params.get("pin"):
        code = "server_offline"
    if code not in texts.INVALID:
        code, params = ("server_refused", {"code": error.code})
    return say("invalid", texts.INVALID[code], **params)


def reason_of(code: str) -> tuple[str, str]:
    """(why, what to do) of a failed round."""
    why, what = REASONS.get(code, _DECLINED)
    return say(CONTEXT, why, code=code) if why is _DECLINED[0] else say(CONTEXT, why), say(CONTEXT, what)


def status_text(status: SyncStatus, now: datetime, utc_offset_min: int) -> StatusText:
    """One sentence for the page and for tooltips."""
    tone = _tone(status, now)
    why, hint = reason_of(status.last_error) if status.last_error else ("", "")
    coming = _coming(status, now)
    if status.pending and status.pending_since is not None:
        since = since_text(status.pending_since, now, utc_offset_min)
        if why:
            sentence = say(
                CONTEXT,
                "Belum terkirim {count} kejadian sejak {since}: {why}.",
                count=status.pending,
                since=since,
                why=why,
            )
        else:
            sentence = say(CONTEXT, "Belum terkirim {count} kejadian sejak {since}.", count=status.pending, since=since)
    elif why:
        sentence = say(CONTEXT, "Semua kejadian sudah terkirim, tetapi data baru belum terambil: {why}.", why=why)
    elif status.last_ok_at is None:
        sentence = say(CONTEXT, "Belum pernah tersinkron.")
    else:
        sentence = say(CONTEXT, "Semua sudah terkirim dan data di sini terbaru.")
    return StatusText(sentence, hint, coming, tone)


def _tone(status: SyncStatus, now: datetime) -> Tone:
    """Green only when nothing waits; what waits a while is no fault, after a day it is."""
    if status.last_error in URGENT:
        return "stop"
    standing = standing_of(status, now)
    if status.last_error and status.last_ok_at is not None and not status.pending:
        standing = standing_of(status, now, of=status.last_ok_at)
    waits = status.pending or status.last_error or status.last_ok_at is None
    return "info" if standing is Standing.WELL and waits else TONES[standing]


def _coming(status: SyncStatus, now: datetime) -> str:
    if status.running:
        return say(CONTEXT, PHASES.get(status.phase, PHASES["greet"]))
    if status.next_at is None:
        return ""
    left = status.next_at - now
    if left < timedelta(seconds=1):
        return say(CONTEXT, "Segera dicoba.")
    length = fmt.duration(left, language())
    if status.last_error:
        return say(CONTEXT, "Dicoba lagi {length} lagi.", length=length)
    return say(CONTEXT, "Berikutnya {length} lagi.", length=length)


def since_text(at: datetime, now: datetime, utc_offset_min: int) -> str:
    """ "pukul 14.05", "kemarin 14.05", or the day with its time."""
    offset = timedelta(minutes=utc_offset_min)
    clock = fmt.clock(at, utc_offset_min, language())
    days = ((now + offset).date() - (at + offset).date()).days
    if days == 0:
        return say(CONTEXT, "pukul {clock}", clock=clock)
    if days == 1:
        return say(CONTEXT, "kemarin {clock}", clock=clock)
    return fmt.moment(at, utc_offset_min, language())


def moment_text(at: datetime | None, now: datetime, utc_offset_min: int) -> str:
    """A time with its distance: "hari ini" needs no date."""
    if at is None:
        return say(CONTEXT, "belum pernah")
    return f"{since_text(at, now, utc_offset_min)} ({fmt.ago(at, now, language())})"


# ---- the status line -------------------------------------------------------------------------------------------------


def sync_chips(status: SyncStatus, now: datetime, utc_offset_min: int) -> list[Chip]:
    """What waits to be sent, and how old the data of the others is. Nothing for a counter on its own."""
    if not status.enrolled:
        return []
    told = status_text(status, now, utc_offset_min)
    tip = " ".join(part for part in (told.sentence, told.hint, told.coming) if part)
    return [_pending_chip(status, now, tip), _age_chip(status, now, tip)]


def _pending_chip(status: SyncStatus, now: datetime, tip: str) -> Chip:
    if status.last_error in URGENT:
        return Chip("sync", say(CONTEXT, "Sinkronisasi berhenti"), "cloud-off", "stop", tip)
    if not status.pending or status.pending_since is None:
        return Chip("sync", say(CONTEXT, "Semua terkirim"), "cloud-check", "quiet", tip)
    age = now - status.pending_since
    states: dict[Standing, ChipState] = {Standing.WELL: "quiet", Standing.LATE: "warn", Standing.OVERDUE: "stop"}
    icon = "cloud-off" if status.last_error else "cloud-upload"
    if age < timedelta(minutes=1):  # no counting of seconds in the corner of the eye
        words = say(CONTEXT, "{count} belum terkirim", count=status.pending)
    else:
        length = fmt.duration(age, language())
        words = say(CONTEXT, "{count} belum terkirim ({age})", count=status.pending, age=length)
    return Chip("sync", words, icon, states[standing_of(status, now)], tip)


def _age_chip(status: SyncStatus, now: datetime, tip: str) -> Chip:
    if status.last_ok_at is None:
        return Chip("age", say(CONTEXT, "Data pusat belum terambil"), "download", "warn", tip)
    age = fmt.ago(status.last_ok_at, now, language())
    state: ChipState = "warn" if standing_of(status, now, of=status.last_ok_at) is not Standing.WELL else "quiet"
    return Chip("age", say(CONTEXT, "Data pusat {age}", age=age), "download", state, tip)


def cases_chip(counts: dict[str, int]) -> Chip | None:
    """How many cases wait for a person; None when nothing does."""
    waiting = sum(counts.values())
    if not waiting:
        return None
    high = counts.get("high", 0)
    tip = say(CONTEXT, "{count} di antaranya segera. Ctrl+. membukanya.", count=high) if high else ""
    words = say(CONTEXT, "{count} perlu diputuskan", count=waiting)
    return Chip("cases", words, "clipboard-check", "warn" if high else "info", tip)
