"""Sentences of the guestbook page: who came in, who went out, and what stands in the book."""

from __future__ import annotations

from datetime import datetime, timedelta

import loket.ui.texts_visits  # noqa: F401 - the services' own sentences register themselves
from loket.domain.entities import RoomKind, Visit, VisitKind, VisitPurpose
from loket.domain.visits import Doubt
from loket.services.guestbook import Counted
from loket.ui import format as fmt
from loket.ui import texts
from loket.ui.presenters.guestbook_answers import AllOut, Asked, BookScanned, CameIn, Shown, TakenBack, WentOut
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say
from loket.ui.texts_circulation import Lines

CONTEXT = "Guestbook"
KINDS: dict[str, tuple[str, str]] = {  # word, icon
    VisitKind.MEMBER: (QT_TRANSLATE_NOOP("Guestbook", "Anggota"), "id"),
    VisitKind.GUEST: (QT_TRANSLATE_NOOP("Guestbook", "Tamu"), "user"),
    VisitKind.GROUP: (QT_TRANSLATE_NOOP("Guestbook", "Rombongan"), "users"),
    VisitKind.OFFICIAL: (QT_TRANSLATE_NOOP("Guestbook", "Kunjungan resmi"), "building-community"),
}
DOUBTS: dict[str, str] = {
    Doubt.EXPIRED: QT_TRANSLATE_NOOP(
        "Guestbook", "Kartunya habis masa berlaku; arahkan ke layanan keanggotaan. Tetap dihitung."
    ),
    Doubt.SUSPENDED: QT_TRANSLATE_NOOP("Guestbook", "Hak pinjamnya ditangguhkan; membaca di tempat tetap boleh."),
    Doubt.PENDING: QT_TRANSLATE_NOOP("Guestbook", "Pendaftarannya belum disahkan; arahkan ke layanan keanggotaan."),
    Doubt.LEFT: QT_TRANSLATE_NOOP("Guestbook", "Keanggotaannya sudah berakhir; ia dihitung sebagai pengunjung."),
    Doubt.OLD_SLIP: QT_TRANSLATE_NOOP("Guestbook", "Nomor pengunjung ini dari hari lain; catat ia sebagai tamu baru."),
    Doubt.GONE_OUT: QT_TRANSLATE_NOOP("Guestbook", "Nomor pengunjung ini sudah tercatat keluar."),
}
SHORT_DOUBTS: dict[str, str] = {
    Doubt.EXPIRED: QT_TRANSLATE_NOOP("Guestbook", "kartu habis"),
    Doubt.SUSPENDED: QT_TRANSLATE_NOOP("Guestbook", "ditangguhkan"),
    Doubt.PENDING: QT_TRANSLATE_NOOP("Guestbook", "calon anggota"),
    Doubt.LEFT: QT_TRANSLATE_NOOP("Guestbook", "bukan anggota lagi"),
}
SEXES = {"L": QT_TRANSLATE_NOOP("Guestbook", "Laki-laki"), "P": QT_TRANSLATE_NOOP("Guestbook", "Perempuan")}
AGES = {
    "0-5": QT_TRANSLATE_NOOP("Guestbook", "0–5 tahun"),
    "6-12": QT_TRANSLATE_NOOP("Guestbook", "6–12 tahun"),
    "13-15": QT_TRANSLATE_NOOP("Guestbook", "13–15 tahun"),
    "16-18": QT_TRANSLATE_NOOP("Guestbook", "16–18 tahun"),
    "19-24": QT_TRANSLATE_NOOP("Guestbook", "19–24 tahun"),
    "25-44": QT_TRANSLATE_NOOP("Guestbook", "25–44 tahun"),
    "45-59": QT_TRANSLATE_NOOP("Guestbook", "45–59 tahun"),
    "60+": QT_TRANSLATE_NOOP("Guestbook", "60 tahun ke atas"),
}
ROOM_KINDS: dict[str, str] = {
    RoomKind.GENERAL: QT_TRANSLATE_NOOP("Guestbook", "Ruang baca umum"),
    RoomKind.CHILDREN: QT_TRANSLATE_NOOP("Guestbook", "Ruang anak"),
    RoomKind.REFERENCE: QT_TRANSLATE_NOOP("Guestbook", "Ruang referensi"),
    RoomKind.DEPOSIT: QT_TRANSLATE_NOOP("Guestbook", "Ruang deposit"),
    RoomKind.PERIODICALS: QT_TRANSLATE_NOOP("Guestbook", "Ruang terbitan berkala"),
    RoomKind.AUDIOVISUAL: QT_TRANSLATE_NOOP("Guestbook", "Ruang audio visual"),
    RoomKind.INTERNET: QT_TRANSLATE_NOOP("Guestbook", "Ruang internet"),
    RoomKind.OTHER: QT_TRANSLATE_NOOP("Guestbook", "Lainnya"),
}
INVALID_TEXT: dict[str, str] = {
    "time_unreadable": QT_TRANSLATE_NOOP("invalid", "Tulis jamnya seperti 8.15 atau 08:15."),
}
texts.add_invalid(INVALID_TEXT)


# ---- words for values ------------------------------------------------------------------------------------------------


def kind_of_visit_word(kind: str) -> str:
    return say(CONTEXT, KINDS[kind][0]) if kind in KINDS else kind


def kind_icon(kind: str) -> str:
    return KINDS[kind][1] if kind in KINDS else "user"


def purpose_word(purpose: VisitPurpose) -> str:
    """In English where the library wrote it; its own words otherwise."""
    return purpose.name_en if language() == "en" and purpose.name_en else purpose.name


def room_kind_word(kind: str) -> str:
    return say(CONTEXT, ROOM_KINDS[kind]) if kind in ROOM_KINDS else kind


def short_doubt(doubt: str) -> str:
    return say(CONTEXT, SHORT_DOUBTS[doubt]) if doubt in SHORT_DOUBTS else ""


def doubt_words(doubt: str) -> str:
    return say(CONTEXT, DOUBTS[doubt]) if doubt in DOUBTS else ""


def door_word() -> str:
    return say(CONTEXT, "Pintu")


def people_words(people: int) -> str:
    return say(CONTEXT, "{people} orang", people=people)


def whom(visit: Visit, name: str) -> str:
    """Who it is, as one reads him out: a group by where it comes from."""
    if visit.kind in (VisitKind.GROUP, VisitKind.OFFICIAL):
        return f"{visit.institution or name} · {people_words(visit.people)}"
    return name or say(CONTEXT, "Nama tidak tersimpan di sini")


# ---- the answer ------------------------------------------------------------------------------------------------------


def lines_of(shown: Shown, book: str, utc_offset_min: int, window_min: int) -> Lines:
    """The answer in the current language. `book`: the name of the book that is written in."""
    match shown:
        case CameIn(counted, purpose) if not counted.again:
            return _came_in(counted, purpose, book)
        case CameIn(counted):
            return _again(counted, utc_offset_min, window_min)
        case WentOut(visit, name):
            return _went_out(visit, name, utc_offset_min)
        case Asked(person):
            doubt = doubt_words(person.warned)
            return Lines(
                "warn" if doubt else "info",
                person.name,
                say(CONTEXT, "datang untuk apa?"),
                detail=doubt,
                hint=say(CONTEXT, "tanpa tujuan; kartu berikutnya juga boleh"),
                hint_key="Enter",
                number=person.number,
            )
        case TakenBack(line):
            return Lines(
                "return",
                say(CONTEXT, "Dibatalkan"),
                whom(line.visit, line.name),
                detail=say(CONTEXT, "Baris ini tidak dihitung lagi."),
            )
        case AllOut(lines):
            return Lines("ok", say(CONTEXT, "Semua keluar"), say(CONTEXT, "{count} baris ditutup", count=lines))
        case BookScanned(code):
            return Lines(
                "stop",
                say(CONTEXT, "Ini label buku {code}", code=code),
                detail=say(CONTEXT, "Buku dipinjam dan dikembalikan di Sirkulasi."),
                hint=say(CONTEXT, "ke Sirkulasi"),
                hint_key="F4",
            )


def _came_in(counted: Counted, purpose: VisitPurpose | None, book: str) -> Lines:
    visit = counted.visit
    parts = [purpose_word(purpose)] if purpose else []
    if visit.visitor_no:
        parts.insert(0, say(CONTEXT, "Nomor pengunjung {number}", number=visit.visitor_no))
    today = say(CONTEXT, "{book}: {people} orang hari ini.", book=book, people=counted.today_people)
    doubt = doubt_words(counted.warned)
    return Lines(
        "warn" if doubt else "ok",
        say(CONTEXT, "Tercatat"),
        whom(visit, counted.name),
        detail=doubt or " · ".join(parts),
        rule=today,
    )


def _again(counted: Counted, utc_offset_min: int, window_min: int) -> Lines:
    visit = counted.visit
    since = fmt.clock(visit.entered_at, utc_offset_min, language())
    window = say(CONTEXT, "Dihitung sekali dalam {minutes} menit.", minutes=window_min)
    if visit.left_at is not None:
        left = fmt.clock(visit.left_at, utc_offset_min, language())
        detail = say(CONTEXT, "Masuk {since}, keluar {left}.", since=since, left=left)
    else:
        detail = say(CONTEXT, "Masuk {since}.", since=since)
    return Lines(
        "info",
        say(CONTEXT, "Sudah tercatat"),
        whom(visit, counted.name),
        detail=detail,
        rule=doubt_words(counted.warned) or window,
        hint=say(CONTEXT, "catat keluar") if visit.left_at is None else "",
        hint_key="Enter" if visit.left_at is None else "",
    )


def _went_out(visit: Visit, name: str, utc_offset_min: int) -> Lines:
    left = visit.left_at or visit.entered_at
    hours = "–".join(fmt.clock(at, utc_offset_min, language()) for at in (visit.entered_at, left))
    stayed = fmt.duration(left - visit.entered_at, language())
    return Lines(
        "return", say(CONTEXT, "Keluar"), whom(visit, name), detail=f"{hours}  ·  {stayed}", rule=visit.visitor_no
    )


# ---- lists -----------------------------------------------------------------------------------------------------------


def stay_words(visit: Visit, now: datetime) -> str:
    """How long he has been inside."""
    if now - visit.entered_at < timedelta(minutes=1):
        return say(CONTEXT, "baru masuk")
    return fmt.duration(max(now, visit.entered_at) - visit.entered_at, language())


def line_state(visit: Visit, utc_offset_min: int) -> str:
    """What became of a line: out at a time, out at closing, taken back, or still inside."""
    if visit.cancelled:
        return say(CONTEXT, "dibatalkan")
    if visit.left_at is None:
        return say(CONTEXT, "di dalam")
    left = fmt.clock(visit.left_at, utc_offset_min, language())
    return say(CONTEXT, "{left} (tutup)", left=left) if visit.left_how == "closing" else left
