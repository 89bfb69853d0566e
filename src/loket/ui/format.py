"""Numbers, money, dates and times as an operator reads them, in Indonesian or English. Pure functions, no Qt.

Short forms follow Indonesian usage: "Sen, 1 Des 2026", "10.42", "Rp12.500", "12.500". Money keeps the dots in
English too, as it stands on every receipt and regulation.
"""

from datetime import date, datetime, timedelta
from typing import Literal

from loket.domain import wording

Language = Literal["id", "en"]

_DAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_SHORT_DAYS = {
    "id": ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS = {
    "id": wording.MONTHS,
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}  # fmt: skip
_SHORT_MONTHS = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_ZONES = {420: "WIB", 480: "WITA", 540: "WIT"}
_TITLES = {"h.", "hj.", "dr.", "drs.", "dra.", "ir.", "prof.", "kh.", "hajah", "haji"}


def count(number: int, language: Language = "id") -> str:
    """A count with thousands marked: "12.500", in English "12,500"."""
    marked = f"{number:,}"
    return marked.replace(",", ".") if language == "id" else marked


def rupiah(amount_rp: int) -> str:
    """Whole rupiah: "Rp12.500"; below zero "-Rp12.500"."""
    sign = "-" if amount_rp < 0 else ""
    return f"{sign}Rp{count(abs(amount_rp))}"


def day(on: date, language: Language = "id") -> str:
    """ "Sen, 1 Des 2026"."""
    return f"{_SHORT_DAYS[language][on.weekday()]}, {short_day(on, language)} {on.year}"


def short_day(on: date, language: Language = "id") -> str:
    """ "1 Des": for lists where the year is plain from the context."""
    return f"{on.day} {_SHORT_MONTHS[language][on.month - 1]}"


def long_day(on: date, language: Language = "id") -> str:
    """ "Senin, 1 Desember 2026"."""
    return f"{_DAYS[language][on.weekday()]}, {on.day} {_MONTHS[language][on.month - 1]} {on.year}"


def clock(at: datetime, utc_offset_min: int, language: Language = "id") -> str:
    """The library's wall clock: "10.42", in English "10:42". `at` must know its zone; raises ValueError if not."""
    local = _local(at, utc_offset_min)
    mark = "." if language == "id" else ":"
    return f"{local.hour:02d}{mark}{local.minute:02d}"


def moment(at: datetime, utc_offset_min: int, language: Language = "id") -> str:
    """Day and time together: "Sen, 1 Des 2026 10.42"."""
    return f"{day(_local(at, utc_offset_min).date(), language)} {clock(at, utc_offset_min, language)}"


def zone(utc_offset_min: int) -> str:
    """ "WIB", "WITA" or "WIT"; anything else as "UTC+05.30"."""
    if utc_offset_min in _ZONES:
        return _ZONES[utc_offset_min]
    hours, minutes = divmod(abs(utc_offset_min), 60)
    return f"UTC{'-' if utc_offset_min < 0 else '+'}{hours:02d}.{minutes:02d}"


def duration(length: timedelta, language: Language = "id") -> str:
    """The largest whole unit: "40 detik", "5 menit", "3 jam", "2 hari"; a negative length counts as nothing."""
    seconds = max(0, int(length.total_seconds()))
    for size, indonesian, english in ((86_400, "hari", "day"), (3_600, "jam", "hour"), (60, "menit", "minute")):
        if seconds >= size:
            return _counted(seconds // size, indonesian, english, language)
    return _counted(seconds, "detik", "second", language)


def ago(then: datetime, now: datetime, language: Language = "id") -> str:
    """ "baru saja" below a minute (or in the future, when clocks differ), then "5 menit lalu", "3 jam lalu"."""
    if now - then < timedelta(minutes=1):
        return "baru saja" if language == "id" else "just now"
    return f"{duration(now - then, language)} {'lalu' if language == 'id' else 'ago'}"


def due_in(due_on: date, today: date, language: Language = "id") -> str:
    """How far a due date is: "hari ini", "besok", "3 hari lagi", "terlambat 2 hari"."""
    days = (due_on - today).days
    indonesian = language == "id"
    if days < 0:
        late = _counted(-days, "hari", "day", language)
        return f"terlambat {late}" if indonesian else f"{late} late"
    if days == 0:
        return "hari ini" if indonesian else "today"
    if days == 1:
        return "besok" if indonesian else "tomorrow"
    return f"{days} hari lagi" if indonesian else f"in {days} days"


def initials(name: str) -> str:
    """Two letters for a member without a photo: "Siti Aminah" -> "SA"; titles such as "Hj." do not count."""
    words = [word for word in name.split() if word.lower() not in _TITLES and word[0].isalpha()]
    if not words:
        return "?"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def _counted(number: int, indonesian: str, english: str, language: Language) -> str:
    if language == "id":
        return f"{count(number)} {indonesian}"
    return f"{count(number, 'en')} {english}{'' if number == 1 else 's'}"


def _local(at: datetime, utc_offset_min: int) -> datetime:
    if at.tzinfo is None:
        raise ValueError("a time without its zone cannot be shown")
    return at.replace(tzinfo=None) - (at.utcoffset() or timedelta()) + timedelta(minutes=utc_offset_min)
