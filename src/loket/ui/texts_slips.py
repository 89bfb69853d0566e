"""Sentences about slips that are not on paper yet: what is in the way, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from loket.domain.errors import DeviceError
from loket.services.slip_queue import BROKEN, INTERRUPTED, RECEIPT_GONE, UNREADABLE, SlipJob, SlipState
from loket.ui.texts import QT_TRANSLATE_NOOP, say

CONTEXT = "Slips"

PROBLEMS: dict[str, str] = {
    "printer_not_chosen": QT_TRANSLATE_NOOP(
        "Slips", "Printer struk belum dipilih. Pilih di Pengaturan, bagian Perangkat."
    ),
    "printer_address": QT_TRANSLATE_NOOP(
        "Slips", "Alamat printer struk “{name}” tidak dapat dibaca. Betulkan di Pengaturan, bagian Perangkat."
    ),
    "printer_off": QT_TRANSLATE_NOOP(
        "Slips", "Printer struk tidak menjawab. Nyalakan dan periksa kabelnya; struk akan keluar dengan sendirinya."
    ),
    "printer_cut_off": QT_TRANSLATE_NOOP(
        "Slips", "Sambungan ke printer struk putus di tengah cetakan. Periksa kabelnya; struk dicetak ulang utuh."
    ),
    "printer_no_paper": QT_TRANSLATE_NOOP(
        "Slips", "Kertas printer struk habis. Pasang gulungan baru; struk akan keluar dengan sendirinya."
    ),
    "printer_open": QT_TRANSLATE_NOOP("Slips", "Penutup printer struk terbuka. Tutup sampai berbunyi klik."),
    "printer_failing": QT_TRANSLATE_NOOP(
        "Slips", "Printer struk melaporkan kesalahan. Periksa lampunya, lalu matikan dan nyalakan lagi."
    ),
    "printer_part_missing": QT_TRANSLATE_NOOP(
        "Slips", "Komputer ini belum dapat memakai printer struk lewat kabel itu. Pilih cara lain di Pengaturan."
    ),
    "printer_unknown": QT_TRANSLATE_NOOP(
        "Slips", "Printer “{name}” tidak ada di komputer ini. Pilih printer lain di Pengaturan, bagian Perangkat."
    ),
    "printer_rejects": QT_TRANSLATE_NOOP(
        "Slips", "Antrean printer “{name}” sedang ditutup. Buka lagi antreannya; struk akan keluar dengan sendirinya."
    ),
    "printer_refused": QT_TRANSLATE_NOOP("Slips", "Printer menolak struk ini. Periksa printernya."),
    "printer_paused": QT_TRANSLATE_NOOP(
        "Slips", "Printer struk sedang dihentikan. Nyalakan lagi antreannya; struk akan keluar dengan sendirinya."
    ),
    "printer_no_cards": QT_TRANSLATE_NOOP("Slips", "Kertas printer habis. Isi kertasnya; struk keluar sendiri."),
    "printer_no_ribbon": QT_TRANSLATE_NOOP("Slips", "Pita atau tinta printer habis. Pasang yang baru."),
    "printer_jam": QT_TRANSLATE_NOOP("Slips", "Kertas tersangkut di printer. Buka penutupnya dan keluarkan kertasnya."),
    "printer_full": QT_TRANSLATE_NOOP("Slips", "Wadah keluar printer sudah penuh. Kosongkan dahulu."),
    "job_held": QT_TRANSLATE_NOOP("Slips", "Struk ini ditahan di antrean komputer. Lepaskan di sana."),
    "job_aborted": QT_TRANSLATE_NOOP(
        "Slips", "Komputer membatalkan cetakan struk ini. Periksa printer, lalu coba lagi."
    ),
    "spooler_off": QT_TRANSLATE_NOOP(
        "Slips", "Layanan cetak komputer ini mati. Nyalakan lagi komputernya, atau panggil pengelola."
    ),
    "spooler_silent": QT_TRANSLATE_NOOP("Slips", "Layanan cetak komputer ini tidak menjawab. Tunggu sebentar."),
    "spooler_missing": QT_TRANSLATE_NOOP(
        "Slips", "Program cetak “{name}” belum terpasang di komputer ini. Pasang paket cups-client."
    ),
    INTERRUPTED: QT_TRANSLATE_NOOP(
        "Slips",
        "Loket tertutup saat sebuah struk dicetak. Bila belum keluar, tekan Cetak lagi; bila sudah, tutup pesan ini.",
    ),
    UNREADABLE: QT_TRANSLATE_NOOP("Slips", "Struk ini tidak dapat dibuat. Cetak kuitansinya sebagai PDF."),
    RECEIPT_GONE: QT_TRANSLATE_NOOP("Slips", "Kuitansi untuk struk ini tidak ada di loket ini lagi."),
    BROKEN: QT_TRANSLATE_NOOP("Slips", "Struk ini gagal dibuat. Coba lagi; bila berulang, panggil pengelola."),
}


def problem_text(code: str, said: str = "") -> str:
    """What is in the way and what to do; the printer's own words behind it, for whoever repairs it."""
    if not code:
        return ""
    if "{name}" in PROBLEMS[code]:
        return say(CONTEXT, PROBLEMS[code], name=said)
    return say(CONTEXT, PROBLEMS[code])


def device_problem(error: DeviceError) -> tuple[str, str]:
    """A device's error as the problem and words a job keeps."""
    named = error.params.get("name") or error.params.get("program") or ""
    text = PROBLEMS.get(error.code, "")
    return error.code, str(named if "{name}" in text else error.params.get("said") or named)


def device_text(error: DeviceError) -> str:
    return problem_text(*device_problem(error))


def queue_text(jobs: Sequence[SlipJob]) -> str:
    """What there is to say of slips not on paper yet: of what was asked first, else of what stands in the way."""
    told = next((job for job in jobs if job.state is SlipState.FAILED), None) or next(
        (job for job in jobs if job.problem), None
    )
    if told is None:
        return ""
    text = problem_text(told.problem, told.said)
    return text if len(jobs) == 1 else say(CONTEXT, "{problem} {count} struk menunggu.", problem=text, count=len(jobs))


def asked(jobs: Sequence[SlipJob]) -> bool:
    """Whether the operator has to say something."""
    return any(job.state is SlipState.FAILED for job in jobs)
