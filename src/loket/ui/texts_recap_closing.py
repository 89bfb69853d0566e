"""Sentences of closing a day: the checklist, the recap as a page one signs, what waits in the morning."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from loket.domain.entities import Recap
from loket.domain.recap import TABLES, Change, Facts
from loket.domain.recap_paper import RecapPaper
from loket.services.closing_checks import (
    BACKUP,
    CASH,
    HELD,
    INSIDE,
    INTERNET,
    LOCKERS,
    REQUESTS,
    SHIFT_OPEN,
    SLIPS,
    UNCLOSED,
    UNSYNCED,
    Check,
)
from loket.ui import format as fmt
from loket.ui import texts_recap_refusals as texts_recap_refusals  # its refusals have words wherever days are closed
from loket.ui.presenters.recap_closing import DayRow, Mark, Remedy
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say
from loket.ui.texts_recap import column_word, number_word, row_word, table_word

CONTEXT = "Closing"

TITLES: dict[str, str] = {
    INSIDE: QT_TRANSLATE_NOOP("Closing", "Pengunjung di dalam"),
    LOCKERS: QT_TRANSLATE_NOOP("Closing", "Loker"),
    HELD: QT_TRANSLATE_NOOP("Closing", "Kartu dan jaminan"),
    INTERNET: QT_TRANSLATE_NOOP("Closing", "Komputer internet"),
    REQUESTS: QT_TRANSLATE_NOOP("Closing", "Koleksi yang diambilkan"),
    SLIPS: QT_TRANSLATE_NOOP("Closing", "Struk"),
    CASH: QT_TRANSLATE_NOOP("Closing", "Kas"),
    UNCLOSED: QT_TRANSLATE_NOOP("Closing", "Hari sebelumnya"),
    UNSYNCED: QT_TRANSLATE_NOOP("Closing", "Kirim ke server"),
    BACKUP: QT_TRANSLATE_NOOP("Closing", "Cadangan"),
}
CALM: dict[str, str] = {
    INSIDE: QT_TRANSLATE_NOOP("Closing", "Semua sudah keluar."),
    LOCKERS: QT_TRANSLATE_NOOP("Closing", "Semua kosong."),
    HELD: QT_TRANSLATE_NOOP("Closing", "Semua sudah dikembalikan."),
    INTERNET: QT_TRANSLATE_NOOP("Closing", "Tidak ada sesi yang berjalan."),
    REQUESTS: QT_TRANSLATE_NOOP("Closing", "Semua sudah kembali ke raknya."),
    SLIPS: QT_TRANSLATE_NOOP("Closing", "Semua tercetak."),
    CASH: QT_TRANSLATE_NOOP("Closing", "Laci dihitung, hari kas dikunci."),
    UNCLOSED: QT_TRANSLATE_NOOP("Closing", "Semua sudah ditutup."),
    UNSYNCED: QT_TRANSLATE_NOOP("Closing", "Semua terkirim."),
    BACKUP: QT_TRANSLATE_NOOP("Closing", "Sudah dibuat hari ini."),
}
TO_DO: dict[str, str] = {
    INSIDE: QT_TRANSLATE_NOOP("Closing", "{count} orang masih tercatat di dalam."),
    LOCKERS: QT_TRANSLATE_NOOP("Closing", "{count} loker masih berisi; panggil pemiliknya."),
    HELD: QT_TRANSLATE_NOOP("Closing", "{count} kartu atau jaminan belum diambil."),
    INTERNET: QT_TRANSLATE_NOOP("Closing", "{count} sesi masih berjalan."),
    REQUESTS: QT_TRANSLATE_NOOP("Closing", "{count} buku belum dikembalikan pembacanya."),
    SLIPS: QT_TRANSLATE_NOOP("Closing", "{count} struk belum tercetak."),
    CASH: QT_TRANSLATE_NOOP("Closing", "{count} kuitansi; hari kas belum dikunci."),
    UNCLOSED: QT_TRANSLATE_NOOP("Closing", "{count} hari belum ditutup."),
    UNSYNCED: QT_TRANSLATE_NOOP("Closing", "{count} catatan belum terkirim."),
    BACKUP: QT_TRANSLATE_NOOP("Closing", "Belum dibuat hari ini."),
}
_SHIFT_OPEN = QT_TRANSLATE_NOOP("Closing", "Laci belum ditutup; hitung isinya.")
FIX_WORDS: dict[str, str] = {
    INSIDE: QT_TRANSLATE_NOOP("Closing", "Catat keluar"),
    INTERNET: QT_TRANSLATE_NOOP("Closing", "Akhiri semua"),
}
REMEDIES: dict[Remedy, str] = {
    Remedy.PLACE: QT_TRANSLATE_NOOP("Closing", "Buka halaman"),
    Remedy.CLOSE_DAYS: QT_TRANSLATE_NOOP("Closing", "Tutup semuanya"),
    Remedy.SEND: QT_TRANSLATE_NOOP("Closing", "Kirim sekarang"),
    Remedy.BACK_UP: QT_TRANSLATE_NOOP("Closing", "Cadangkan"),
}
FIXED: dict[str, str] = {
    INSIDE: QT_TRANSLATE_NOOP("Closing", "{count} kunjungan dicatat keluar."),
    INTERNET: QT_TRANSLATE_NOOP("Closing", "{count} sesi internet diakhiri."),
}
MARKS: dict[Mark, str] = {
    Mark.OPEN: QT_TRANSLATE_NOOP("Closing", "belum ditutup"),
    Mark.NIGHT: QT_TRANSLATE_NOOP("Closing", "otomatis, perlu tanda tangan"),
    Mark.MADE: QT_TRANSLATE_NOOP("Closing", "perlu tanda tangan"),
    Mark.SIGNED: QT_TRANSLATE_NOOP("Closing", "ditandatangani"),
}
MARK_SIGNS: dict[Mark, tuple[str, str]] = {
    Mark.OPEN: ("lock-open", "ink-2"),
    Mark.NIGHT: ("moon", "warn"),
    Mark.MADE: ("edit", "warn"),
    Mark.SIGNED: ("circle-check", "ok"),
}
SHOWN_DETAILS = 3


def check_title(check: Check) -> str:
    return say(CONTEXT, TITLES[check.key])


def check_text(check: Check) -> str:
    """How it stands and what to do, with the first few it is about."""
    if check.ok:
        return say(CONTEXT, CALM[check.key])
    told = _SHIFT_OPEN if check.why == SHIFT_OPEN else TO_DO[check.key]
    return say(CONTEXT, told, count=check.count)


def check_details(check: Check) -> str:
    """Whose and which, the first few: "A3 · Melati; A7 · Rara; 5 lagi"."""
    if check.ok or check.why:
        return ""
    named = [_detail(check.key, one) for one in check.details[:SHOWN_DETAILS]]
    more = check.count - len(named)
    if named and more > 0:
        named.append(say(CONTEXT, "{count} lagi", count=more))
    return "; ".join(named)


def _detail(key: str, text: str) -> str:
    return fmt.day(date.fromisoformat(text), language()) if key == UNCLOSED else text


def remedy_text(check: Check, remedy: Remedy) -> str:
    return say(CONTEXT, FIX_WORDS[check.key] if remedy is Remedy.FIX else REMEDIES[remedy])


def to_do_text(count: int) -> str:
    """Over the checklist."""
    if not count:
        return say(CONTEXT, "Semua beres.")
    return say(CONTEXT, "{count} hal belum beres; tertulis pada rekap bila tetap ditutup.", count=count)


# ---- the list of days -----------------------------------------------------------------------------------------------


def day_text(row: DayRow, today: date) -> str:
    if row.on == today:
        return say(CONTEXT, "Hari ini")
    shown = fmt.day(row.on, language())
    return shown.removesuffix(f" {row.on.year}") if row.on.year == today.year else shown


def mark_text(row: DayRow) -> str:
    state = say(CONTEXT, MARKS[row.mark])
    if row.recap is not None and row.recap.revision > 1:
        return say(CONTEXT, "revisi {revision}, {state}", revision=row.recap.revision, state=state)
    return state


def morning_text(waiting: Sequence[Recap], today: date) -> str:
    """The line in the window while recaps of days before today wait for a signature; "" when none does."""
    days = sorted({recap.on for recap in waiting if recap.on < today})
    if not days:
        return ""
    if len(days) == 1:
        return say(CONTEXT, "Rekap {on} belum ditandatangani. Periksa di Rekap (F9).", on=days[0])
    return say(CONTEXT, "Rekap {count} hari belum ditandatangani. Periksa di Rekap (F9).", count=len(days))


# ---- the recap on the screen ----------------------------------------------------------------------------------------


def paper_title(paper: RecapPaper) -> str:
    return say(CONTEXT, "Rekap harian {on}", on=fmt.day(paper.period.first, language()))


def paper_number(paper: RecapPaper) -> str:
    """Number, revision, counter; before closing that they are yet to come."""
    counter = f"{paper.facts.get('station', '')} {paper.facts.get('station_name', '')}".strip()
    if not paper.is_locked:
        return " · ".join((say(CONTEXT, "Nomor diberikan saat ditutup"), counter))
    revised = say(CONTEXT, "revisi {revision}", revision=paper.revision) if paper.revision > 1 else ""
    return " · ".join(part for part in (paper.number, revised, counter) if part)


def paper_state(paper: RecapPaper) -> tuple[str, str, str]:
    """Sentence, icon and token: whether the day is closed and signed."""
    if paper.signed is not None:
        at = _moment(paper.signed.at)
        return say(CONTEXT, "Ditandatangani oleh {name}, {at}.", name=paper.signed.name, at=at), "circle-check", "ok"
    if paper.made_at is None:
        return say(CONTEXT, "Belum ditutup: angka masih berjalan."), "clock", "ink-2"
    at = _moment(paper.made_at)
    if paper.by_night:
        return say(CONTEXT, "Dibuat otomatis {at}; belum ditandatangani.", at=at), "moon", "warn"
    return say(CONTEXT, "Ditutup {at}; belum ditandatangani.", at=at), "edit", "warn"


def _moment(at: datetime) -> str:
    sign = ":" if language() == "en" else "."
    return f"{fmt.day(at.date(), language())} {at:%H}{sign}{at:%M}"


def change_text(change: Change) -> str:
    """ "Sirkulasi, Peminjaman: 12 → 14"."""
    table = TABLES[change.table]
    unit = table.unit_of(change.column)
    names = [row_word(change.table, change.row)]
    if len(table.columns) != 1:
        names.append(column_word(change.table, change.column))
    told = ", ".join((table_word(change.table), *names))
    return f"{told}: {number_word(unit, change.before)} → {number_word(unit, change.after)}"


def open_points(facts: Facts) -> tuple[str, ...]:
    """What was not in order when the day was closed, as the recap says it."""
    return tuple(text for key, text in sorted(facts.items()) if key.startswith("open_"))


def closed_text(number: str, folder: str) -> str:
    return say(CONTEXT, "Layanan ditutup: {number}. PDF, XLSX, dan CSV ada di {folder}.", number=number, folder=folder)
