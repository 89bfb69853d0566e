"""Sentences of printing cards: states, reasons, and what stands in a printer's way, with what to do about it."""

from __future__ import annotations

import json

from loket.domain.errors import DeviceError
from loket.services.card_queue import INTERRUPTED, MEMBER_GONE, ON_PAPER, PHOTO_MISSING, TAKEN_BACK, CardJob, JobState
from loket.ui import texts_card_designer  # noqa: F401 - its sentences for codes a design cannot print
from loket.ui.texts import INVALID, QT_TRANSLATE_NOOP, add_invalid, say

CONTEXT = "Cards"

STATES: dict[JobState, tuple[str, str, str]] = {  # word, icon, token
    JobState.WAITING: (QT_TRANSLATE_NOOP("Cards", "menunggu"), "clock", "ink-2"),
    JobState.PRINTING: (QT_TRANSLATE_NOOP("Cards", "dicetak"), "printer", "info"),
    JobState.ASKING: (QT_TRANSLATE_NOOP("Cards", "periksa"), "eye", "warn"),
    JobState.FAILED: (QT_TRANSLATE_NOOP("Cards", "gagal"), "alert-triangle", "stop"),
}
REASON_WORDS: dict[str, str] = {
    "first": QT_TRANSLATE_NOOP("Cards", "Kartu pertama"),
    "renewed": QT_TRANSLATE_NOOP("Cards", "Perpanjangan"),
    "lost": QT_TRANSLATE_NOOP("Cards", "Hilang"),
    "damaged": QT_TRANSLATE_NOOP("Cards", "Rusak"),
    "misprint": QT_TRANSLATE_NOOP("Cards", "Salah cetak"),
}
SPOILT_WORDS: dict[str, str] = {
    "ribbon": QT_TRANSLATE_NOOP("Cards", "Pita atau tinta habis"),
    "smeared": QT_TRANSLATE_NOOP("Cards", "Kotor, luntur, atau tergores"),
    "crooked": QT_TRANSLATE_NOOP("Cards", "Miring atau bergeser"),
    "content": QT_TRANSLATE_NOOP("Cards", "Isi atau foto salah"),
    "other": QT_TRANSLATE_NOOP("Cards", "Sebab lain"),
}
PROBLEMS: dict[str, str] = {
    "printer_not_chosen": QT_TRANSLATE_NOOP(
        "Cards", "Printer kartu belum dipilih. Pilih di Pengaturan, bagian Perangkat."
    ),
    "printer_unknown": QT_TRANSLATE_NOOP(
        "Cards", "Printer “{name}” tidak ada di komputer ini. Pilih printer lain di Pengaturan, bagian Perangkat."
    ),
    "printer_rejects": QT_TRANSLATE_NOOP(
        "Cards", "Antrean printer sedang ditutup dan menolak kartu. Buka lagi antreannya, lalu tekan Lanjutkan."
    ),
    "printer_refused": QT_TRANSLATE_NOOP("Cards", "Printer menolak kartu ini. Periksa printernya, lalu coba lagi."),
    "printer_paused": QT_TRANSLATE_NOOP(
        "Cards", "Printer sedang dihentikan. Nyalakan lagi antreannya; kartu akan keluar dengan sendirinya."
    ),
    "printer_off": QT_TRANSLATE_NOOP(
        "Cards", "Printer tidak menjawab. Nyalakan dan periksa kabelnya; kartu akan keluar dengan sendirinya."
    ),
    "printer_no_cards": QT_TRANSLATE_NOOP("Cards", "Kartu kosong di printer habis. Isi wadah kartunya."),
    "printer_no_ribbon": QT_TRANSLATE_NOOP("Cards", "Pita printer habis. Pasang pita baru."),
    "printer_jam": QT_TRANSLATE_NOOP("Cards", "Kartu tersangkut di printer. Buka penutupnya dan keluarkan kartunya."),
    "printer_open": QT_TRANSLATE_NOOP("Cards", "Penutup printer terbuka. Tutup sampai berbunyi klik."),
    "printer_full": QT_TRANSLATE_NOOP("Cards", "Wadah kartu jadi sudah penuh. Kosongkan dahulu."),
    "printer_failing": QT_TRANSLATE_NOOP(
        "Cards", "Printer melaporkan kesalahan dan akan mencoba lagi. Periksa lampu dan layar printernya."
    ),
    "job_held": QT_TRANSLATE_NOOP("Cards", "Kartu ini ditahan di antrean komputer. Lepaskan di sana, atau batalkan."),
    "job_aborted": QT_TRANSLATE_NOOP("Cards", "Komputer membatalkan cetakan ini. Periksa printer, lalu coba lagi."),
    "spooler_off": QT_TRANSLATE_NOOP(
        "Cards", "Layanan cetak komputer ini mati. Nyalakan lagi komputernya, atau panggil pengelola."
    ),
    "spooler_silent": QT_TRANSLATE_NOOP(
        "Cards", "Layanan cetak komputer ini tidak menjawab. Tunggu sebentar; bila tetap begini, nyalakan ulang."
    ),
    "spooler_missing": QT_TRANSLATE_NOOP(
        "Cards", "Program cetak “{program}” belum terpasang di komputer ini. Pasang paket cups-client."
    ),
    "folder_unwritable": QT_TRANSLATE_NOOP(
        "Cards", "Folder {path} tidak boleh ditulisi. Pilih folder lain di Pengaturan, bagian Perangkat."
    ),
    INTERRUPTED: QT_TRANSLATE_NOOP("Cards", "Loket tertutup saat kartu ini dicetak. Lihat apakah sudah keluar."),
    TAKEN_BACK: QT_TRANSLATE_NOOP("Cards", "Dibatalkan di antrean komputer. Lihat apakah kartunya sempat keluar."),
    ON_PAPER: QT_TRANSLATE_NOOP("Cards", "Ada di berkas yang disimpan. Cetak berkasnya, lalu katakan hasilnya."),
    MEMBER_GONE: QT_TRANSLATE_NOOP("Cards", "Data anggota ini sudah tidak ada. Hapus kartunya dari antrean."),
    PHOTO_MISSING: QT_TRANSLATE_NOOP(
        "Cards", "Foto anggota ini belum sampai dari pusat. Sinkronkan dahulu, lalu coba lagi."
    ),
}
INVALID_TEXT: dict[str, str] = {
    "card_reason_missing": QT_TRANSLATE_NOOP(
        "invalid", "{count} orang sudah pernah dicetakkan kartu. Pilih alasan mencetak lagi."
    ),
    "card_reason_unknown": QT_TRANSLATE_NOOP("invalid", "Pilih salah satu alasan."),
    "card_spoilt_missing": QT_TRANSLATE_NOOP("invalid", "Pilih mengapa kartu itu tidak bisa dipakai."),
}
add_invalid(INVALID_TEXT)


def state_word(state: JobState) -> str:
    return say(CONTEXT, STATES[state][0])


def state_sign(state: JobState) -> tuple[str, str]:
    """Icon and colour token."""
    return STATES[state][1:]


def reason_word(reason: str) -> str:
    return say(CONTEXT, REASON_WORDS[reason]) if reason in REASON_WORDS else reason


def spoilt_word(spoilt: str) -> str:
    return say(CONTEXT, SPOILT_WORDS[spoilt]) if spoilt in SPOILT_WORDS else spoilt


def problem_text(code: str, said: str = "") -> str:
    """What is in the way and what to do; the spooler's own words behind it, for whoever repairs it."""
    if not code:
        return ""
    if code not in PROBLEMS:  # the card itself cannot be drawn
        return say("invalid", INVALID[code], **json.loads(said or "{}"))
    if "{" in PROBLEMS[code]:
        return say(CONTEXT, PROBLEMS[code], name=said, program=said, path=said)
    return f"{say(CONTEXT, PROBLEMS[code])} ({said})" if said else say(CONTEXT, PROBLEMS[code])


def device_problem(error: DeviceError) -> tuple[str, str]:
    """A device's error as the problem and words a job keeps."""
    named = error.params.get("name") or error.params.get("program") or error.params.get("path") or ""
    return error.code, str(error.params.get("said") or named)


def device_text(error: DeviceError) -> str:
    return problem_text(*device_problem(error))


def job_text(job: CardJob) -> str:
    """What there is to say of a job beside its state."""
    return problem_text(job.problem, job.said)


def trial_words() -> tuple[str, str]:
    """What a test card says on its front and on its back."""
    return say(CONTEXT, "Depan · atas"), say(CONTEXT, "Belakang · atas")
