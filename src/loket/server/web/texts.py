"""The dashboard's sentences in Indonesian and English, and numbers, dates and times as they are read there."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from loket.devices import resources

LANGUAGES = ("id", "en")
MINUS = "\N{MINUS SIGN}"
_ZONES = {420: "WIB", 480: "WITA", 540: "WIT"}
_UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


class Words:
    """One language's sentences: `words.page.summary`, `words["figure"]["loans"]`. An unknown name is a mistake."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = {name: Words(part) if isinstance(part, dict) else part for name, part in table.items()}

    def __getitem__(self, name: str) -> Any:
        return self._table[name]

    def __getattr__(self, name: str) -> Any:
        try:
            return self._table[name]
        except KeyError:
            raise AttributeError(name) from None

    def __contains__(self, name: object) -> bool:
        return name in self._table

    def get(self, name: str, otherwise: str) -> Any:
        return self._table.get(name, otherwise)

    def keys(self) -> list[str]:
        return list(self._table)


@cache
def words_in(language: str) -> Words:
    """The sentences of a language of LANGUAGES."""
    return Words(tomllib.loads(resources.path("web", f"{language}.toml").read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class Shown:
    """Writes values in one language: "Sen, 1 Des 2026", "10.42", "12.500"; times by a library's clock."""

    language: str

    @property
    def words(self) -> Words:
        return words_in(self.language)

    def count(self, number: int) -> str:
        marked = f"{abs(number):,}".replace(",", self.words.time.thousands_mark)
        return f"{MINUS if number < 0 else ''}{marked}"

    def day(self, on: date) -> str:
        return f"{self.words.time.short_days[on.weekday()]}, {self.short_day(on)} {on.year}"

    def short_day(self, on: date) -> str:
        """ "1 Des": where the year is plain."""
        return f"{on.day} {self.words.time.short_months[on.month - 1]}"

    def week_day(self, on: date) -> str:
        """ "Sen, 1 Des": within the last weeks."""
        return f"{self.words.time.short_days[on.weekday()]}, {self.short_day(on)}"

    def long_day(self, on: date) -> str:
        return f"{self.words.time.days[on.weekday()]}, {on.day} {self.words.time.months[on.month - 1]} {on.year}"

    def span(self, first: date, last: date) -> str:
        """One day, or from one day to another: "1 sampai 24 Nov 2026"."""
        if first == last:
            return str(self.words.recap.span_day.format(day=self.day(first)))
        begins = str(first.day) if (first.year, first.month) == (last.year, last.month) else self.short_day(first)
        begins = begins if first.year == last.year else f"{begins} {first.year}"
        return str(self.words.recap.span.format(**{"from": begins, "to": f"{self.short_day(last)} {last.year}"}))

    def hour(self, hour: int) -> str:
        return f"{hour:02d}{self.words.time.clock_mark}00"

    def moment(self, at: datetime, offset_min: int) -> str:
        """Day and time: "Sen, 1 Des 2026 10.42"."""
        local = at + timedelta(minutes=offset_min)
        return f"{self.day(local.date())} {local.hour:02d}{self.words.time.clock_mark}{local.minute:02d}"

    def length(self, length: timedelta) -> str:
        """The largest whole unit: "3 jam"; a negative length counts as nothing."""
        seconds = max(0, int(length.total_seconds()))
        unit, size = next(((unit, size) for unit, size in _UNITS if seconds >= size), _UNITS[-1])
        number = seconds // size
        said = self.words.time.one if number == 1 else self.words.time.many
        return str(said[unit].format(count=self.count(number)))

    def ago(self, then: datetime, now: datetime) -> str:
        """ "baru saja" below a minute, then "5 menit lalu"."""
        if now - then < timedelta(minutes=1):
            return str(self.words.time.just_now)
        return str(self.words.time.ago.format(length=self.length(now - then)))


def zone(offset_min: int) -> str:
    """ "WIB", "WITA" or "WIT"; anything else as "UTC+05.30"."""
    hours, minutes = divmod(abs(offset_min), 60)
    return _ZONES.get(offset_min, f"UTC{'-' if offset_min < 0 else '+'}{hours:02d}.{minutes:02d}")
