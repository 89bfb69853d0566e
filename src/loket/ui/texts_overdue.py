"""Sentences of the section Tunggakan: who is late, which reminder is next, how he was told."""

from __future__ import annotations

from datetime import date

from loket.domain.entities import Reminder
from loket.domain.phones import shown_phone
from loket.domain.reminders import LETTER, PHONE, WHATSAPP
from loket.services.overdue import Debtor, OverdueQuery
from loket.services.reminders import HistoryLine
from loket.ui import format as fmt
from loket.ui.presenters.recap_overdue import OVERDUE, Seen
from loket.ui.texts import QT_TRANSLATE_NOOP, add_invalid, language, member_type_word, say

CONTEXT = "Overdue"
INVALID_TEXT = {
    "message_part": QT_TRANSLATE_NOOP(
        "invalid",
        "“{part}” tidak dikenal. Dalam kurung kurawal hanya: nama, buku, jatuh_tempo, hari, denda, perpustakaan.",
    ),
    "reminder_days": QT_TRANSLATE_NOOP(
        "invalid", "Tulis 1 sampai {most} angka yang makin besar, masing-masing 1 sampai {longest} hari."
    ),
}
add_invalid(INVALID_TEXT)
SPANS = {
    "all": QT_TRANSLATE_NOOP("Overdue", "Hari terlambat"),
    "week": QT_TRANSLATE_NOOP("Overdue", "1–7 hari"),
    "month": QT_TRANSLATE_NOOP("Overdue", "8–30 hari"),
    "quarter": QT_TRANSLATE_NOOP("Overdue", "31–90 hari"),
    "long": QT_TRANSLATE_NOOP("Overdue", "Lebih dari 90 hari"),
}
GROUPINGS = {
    "none": QT_TRANSLATE_NOOP("Overdue", "Satu daftar"),
    "school_class": QT_TRANSLATE_NOOP("Overdue", "Per sekolah/kelas"),
    "district": QT_TRANSLATE_NOOP("Overdue", "Per kecamatan"),
}
HOWS = {
    LETTER: QT_TRANSLATE_NOOP("Overdue", "Surat"),
    WHATSAPP: QT_TRANSLATE_NOOP("Overdue", "WhatsApp"),
    PHONE: QT_TRANSLATE_NOOP("Overdue", "Telepon"),
}
ANY = {
    "member_type": QT_TRANSLATE_NOOP("Overdue", "Jenis"),
    "school_class": QT_TRANSLATE_NOOP("Overdue", "Kelas"),
    "institution": QT_TRANSLATE_NOOP("Overdue", "Sekolah"),
    "district": QT_TRANSLATE_NOOP("Overdue", "Kecamatan"),
}
_PAPER_SPANS = {(1, 7): "1–7 hari", (8, 30): "8–30 hari", (31, 90): "31–90 hari", (91, None): "lebih dari 90 hari"}


def summary_text(seen: Seen) -> str:
    """How many people and books, and how many of them are to be reminded."""
    found, people = seen.found, len(seen.found.ids)
    if seen.asked.which != OVERDUE:
        return say(CONTEXT, "{people} anggota, {loans} buku", people=people, loans=found.loans)
    parts = [
        say(
            CONTEXT,
            "{people} anggota, {loans} buku; {due} perlu diingatkan hari ini",
            people=people,
            loans=found.loans,
            due=len(found.due),
        )
    ]
    if found.unreachable:
        parts.append(
            say(CONTEXT, "{count} buku lagi pada anggota yang datanya sudah tidak ada", count=found.unreachable)
        )
    return " · ".join(parts)


def school_text(debtor: Debtor) -> str:
    member = debtor.member
    return " · ".join(part for part in (member.school_class, member.institution) if part)


def detail_text(debtor: Debtor) -> str:
    parts = (debtor.member.member_no, member_type_word(debtor.member.member_type), school_text(debtor))
    return " · ".join(part for part in parts if part)


def contact_text(debtor: Debtor) -> str:
    """The number to reach him, and whose it is where it is his guardian's."""
    contact = debtor.contact
    phone = shown_phone(contact.phone) or say(CONTEXT, "tanpa nomor telepon")
    if contact.guardian:
        return say(CONTEXT, "{phone} · wali: {guardian}", phone=phone, guardian=contact.guardian)
    return phone


def late_text(days: int) -> str:
    return say(CONTEXT, "{days} hari", days=days)


def told_text(debtor: Debtor) -> str:
    """ "2× · 12 Nov"; "–" for never."""
    told = debtor.told
    return f"{told.step}× · {fmt.short_day(told.on, language())}" if told.on is not None else "–"


def next_text(debtor: Debtor) -> str:
    """Which reminder is due today, else from when the next one is."""
    if debtor.step:
        return say(CONTEXT, "Ke-{step}", step=debtor.step)
    if debtor.next_on is None:
        return say(CONTEXT, "habis")
    return fmt.short_day(debtor.next_on, language())


def due_text(debtor: Debtor, today: date) -> str:
    return fmt.due_in(min(debt.book.loan.due_on for debt in debtor.debts), today, language())


def how_text(reminder: Reminder) -> str:
    """ "Surat ke-2 · 005/012/L1/XI/2026"."""
    how = say(CONTEXT, HOWS[reminder.how]) if reminder.how in HOWS else reminder.how
    words = say(CONTEXT, "{how} ke-{step}", how=how, step=reminder.step)
    return " · ".join(part for part in (words, reminder.number, reminder.note) if part)


def by_text(line: HistoryLine) -> str:
    return say(CONTEXT, "dibatalkan") if line.reminder.cancelled else line.by or line.station


def chosen_on_paper(query: OverdueQuery) -> str:
    """What a list was chosen by, as the paper says it: Indonesian whatever the window speaks."""
    days = _PAPER_SPANS.get((query.least_days, query.most_days), "")
    parts = (
        query.member_type,
        query.school_class and f"kelas {query.school_class}",
        query.institution,
        query.district and f"Kec. {query.district}",
        days and f"terlambat {days}",
        query.text and f"“{query.text}”",
        "perlu diingatkan" if query.only_due else "",
    )
    return ", ".join(part for part in parts if part)
