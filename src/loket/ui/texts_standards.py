"""Sentences of Standar Layanan: actions and what is measured of them, lengths of time, hours that need hands."""

from __future__ import annotations

from datetime import datetime

from loket.domain.standards import BUSY_SHARE, LEAST_COUNT, LEAST_DAYS, Advice, Study, Summary
from loket.ui import format as fmt
from loket.ui.presenters.standards import Measured
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say

CONTEXT = "Standards"
NOTHING = "–"

ACTION_NAMES: dict[str, str] = {
    "loan": QT_TRANSLATE_NOOP("Standards", "Peminjaman"),
    "return": QT_TRANSLATE_NOOP("Standards", "Pengembalian"),
    "renewal": QT_TRANSLATE_NOOP("Standards", "Perpanjangan pinjaman"),
    "payment": QT_TRANSLATE_NOOP("Standards", "Pembayaran"),
    "registration": QT_TRANSLATE_NOOP("Standards", "Pendaftaran anggota"),
    "card": QT_TRANSLATE_NOOP("Standards", "Kartu anggota jadi"),
    "membership": QT_TRANSLATE_NOOP("Standards", "Perpanjangan keanggotaan"),
    "guestbook": QT_TRANSLATE_NOOP("Standards", "Buku tamu: tamu"),
    "group": QT_TRANSLATE_NOOP("Standards", "Buku tamu: rombongan"),
    "locker_in": QT_TRANSLATE_NOOP("Standards", "Titip barang"),
    "locker_out": QT_TRANSLATE_NOOP("Standards", "Ambil barang titipan"),
    "internet": QT_TRANSLATE_NOOP("Standards", "Mulai internet"),
    "copy_out": QT_TRANSLATE_NOOP("Standards", "Fotokopi keluar"),
    "copy_back": QT_TRANSLATE_NOOP("Standards", "Fotokopi kembali"),
    "fetch": QT_TRANSLATE_NOOP("Standards", "Ambilkan koleksi"),
}
ACTION_SPANS: dict[str, str] = {
    "loan": QT_TRANSLATE_NOOP("Standards", "kartu dipindai sampai buku terakhir tercatat"),
    "return": QT_TRANSLATE_NOOP("Standards", "kartu atau buku pertama dipindai sampai buku terakhir tercatat"),
    "renewal": QT_TRANSLATE_NOOP("Standards", "kartu atau buku pertama dipindai sampai buku terakhir diperpanjang"),
    "payment": QT_TRANSLATE_NOOP("Standards", "tagihan dibuka sampai kuitansi terbit"),
    "registration": QT_TRANSLATE_NOOP("Standards", "formulir dibuka sampai anggota tersimpan"),
    "card": QT_TRANSLATE_NOOP("Standards", "formulir dibuka sampai kartu selesai dicetak"),
    "membership": QT_TRANSLATE_NOOP("Standards", "formulir dibuka sampai perpanjangan tersimpan"),
    "guestbook": QT_TRANSLATE_NOOP("Standards", "formulir tamu dibuka sampai tersimpan"),
    "group": QT_TRANSLATE_NOOP("Standards", "formulir rombongan dibuka sampai tersimpan"),
    "locker_in": QT_TRANSLATE_NOOP("Standards", "pengunjung dipindai sampai loker diberikan"),
    "locker_out": QT_TRANSLATE_NOOP("Standards", "nomor dipindai sampai barang diserahkan"),
    "internet": QT_TRANSLATE_NOOP("Standards", "pengunjung dipindai sampai waktu berjalan"),
    "copy_out": QT_TRANSLATE_NOOP("Standards", "pengunjung atau buku dipindai sampai nota terbit"),
    "copy_back": QT_TRANSLATE_NOOP("Standards", "nota dipindai sampai jaminan diserahkan"),
    "fetch": QT_TRANSLATE_NOOP("Standards", "permintaan dicatat sampai koleksi di tangan pembaca"),
}
WEEKDAYS = (
    QT_TRANSLATE_NOOP("Standards", "Senin"),
    QT_TRANSLATE_NOOP("Standards", "Selasa"),
    QT_TRANSLATE_NOOP("Standards", "Rabu"),
    QT_TRANSLATE_NOOP("Standards", "Kamis"),
    QT_TRANSLATE_NOOP("Standards", "Jumat"),
    QT_TRANSLATE_NOOP("Standards", "Sabtu"),
    QT_TRANSLATE_NOOP("Standards", "Minggu"),
)


def action_name(action: str) -> str:
    return say(CONTEXT, ACTION_NAMES[action])


def weekday_name(weekday: int) -> str:
    return say(CONTEXT, WEEKDAYS[weekday])


def length_text(length_ms: int) -> str:
    """ "45 dtk", "2 mnt", "2 mnt 5 dtk", "1 jam 12 mnt"; to the second, from an hour on to the minute."""
    minutes, seconds = divmod((length_ms + 500) // 1_000, 60)
    hours, minutes = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(say(CONTEXT, "{hours} jam", hours=hours))
    if minutes:
        parts.append(say(CONTEXT, "{minutes} mnt", minutes=minutes))
    if not hours and (seconds or not minutes):
        parts.append(say(CONTEXT, "{seconds} dtk", seconds=seconds))
    return " ".join(parts)


def short_length(length_ms: int) -> str:
    """ "2:05", minutes and seconds, for a small cell."""
    minutes, seconds = divmod((length_ms + 500) // 1_000, 60)
    return f"{minutes}:{seconds:02}"


def median_text(times: Summary) -> str:
    return length_text(times.median_ms) if times.count else NOTHING


def clock_text(times: Summary, length_ms: int) -> str:
    """One of its times for a narrow column."""
    return short_length(length_ms) if times.count else NOTHING


def short_standard(times: Summary) -> str:
    return NOTHING if times.standard_ms is None else short_length(times.standard_ms)


def p90_text(times: Summary) -> str:
    return length_text(times.p90_ms) if times.count else NOTHING


def standard_text(times: Summary) -> str:
    return NOTHING if times.standard_ms is None else length_text(times.standard_ms)


def within_text(times: Summary) -> str:
    return NOTHING if times.within_percent is None else f"{times.within_percent}%"


def count_text(number: int) -> str:
    return fmt.count(number, language())


def keeps_sign(times: Summary) -> tuple[str, str] | None:
    """Icon and colour: nine of ten kept the standard, or not; None where nothing can be said."""
    if times.keeps is None:
        return None
    return ("circle-check", "ok") if times.keeps else ("alert-triangle", "warn")


def headline(measured: Measured) -> tuple[str, str]:
    """The first thing to be said of the period: a large figure and its words."""
    within, counted = measured.kept
    if not counted:
        return NOTHING, say(CONTEXT, "Belum ada layanan terukur yang punya standar.")
    words = say(
        CONTEXT, "dari {count} layanan selesai dalam waktu standar, {days} hari kerja",
        count=count_text(counted), days=count_text(len(measured.study.worked)),
    )  # fmt: skip
    return f"{within * 100 // counted}%", words


def change_words(now: Summary, before: Summary) -> str:
    """How the median moved since the period before; "" where there is nothing to hold it against."""
    if not now.count or not before.count:
        return ""
    moved = now.median_ms - before.median_ms
    if abs(moved) < 500:
        return say(CONTEXT, "Median sama dengan masa lalu.")
    length = length_text(abs(moved))
    if moved > 0:
        return say(CONTEXT, "Median {length} lebih lambat daripada masa lalu.", length=length)
    return say(CONTEXT, "Median {length} lebih cepat daripada masa lalu.", length=length)


def left_out_words(study: Study) -> str:
    """What is not among the times; "" where nothing was left out."""
    one_scan, left_open = sum(study.one_scan.values()), sum(study.left_open.values())
    if not one_scan and not left_open:
        return ""
    return say(
        CONTEXT, "Tidak dihitung: {one_scan} selesai dengan satu pindaian, {left_open} terbuka lebih dari satu jam.",
        one_scan=count_text(one_scan), left_open=count_text(left_open),
    )  # fmt: skip


def hours_words(hour: int) -> str:
    """ "10.00–11.00"."""
    mark = "." if language() == "id" else ":"
    return f"{hour:02}{mark}00–{(hour + 1) % 24:02}{mark}00"


def advice_words(one: Advice) -> str:
    return say(
        CONTEXT, "{weekday} {hours}: {desks} meja dianjurkan. Petugas melayani {percent}% dari jam itu ({days} hari).",
        weekday=weekday_name(one.weekday), hours=hours_words(one.hour), desks=one.desks, percent=one.busy_percent,
        days=one.days,
    )  # fmt: skip


def no_advice_words() -> str:
    return say(
        CONTEXT,
        "Meja tambahan dianjurkan bila satu jam dilayani lebih dari {percent}% waktunya, diamati {days} hari atau "
        "lebih dengan {count} layanan atau lebih.",
        percent=int(BUSY_SHARE * 100),
        days=LEAST_DAYS,
        count=LEAST_COUNT,
    )


def cell_words(weekday: int, hour: int, times: Summary) -> str:
    """One hour of the week as it is read out."""
    words = say(
        CONTEXT, "{weekday} {hours}: {count} kali, median {median}, P90 {p90}",
        weekday=weekday_name(weekday), hours=hours_words(hour), count=count_text(times.count),
        median=median_text(times), p90=p90_text(times),
    )  # fmt: skip
    if times.within_percent is None:
        return words
    return f"{words}, {say(CONTEXT, '{percent}% dalam standar', percent=times.within_percent)}"


def moment_words(at: datetime) -> str:
    """ "Sen, 1 Des 2026 10.42"; on the wall clock."""
    mark = "." if language() == "id" else ":"
    return f"{fmt.day(at.date(), language())} {at:%H}{mark}{at:%M}"
