"""What closing shows: what is still to do, and the days with their recaps, those that wait first. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from loket.domain.entities import Id, Recap, Station
from loket.domain.scope import Scope, scope_of
from loket.services import closing
from loket.services.closing_checks import (
    BACKUP,
    CASH,
    HELD,
    INSIDE,
    INTERNET,
    LOCKERS,
    REQUESTS,
    SLIPS,
    UNCLOSED,
    UNSYNCED,
    Check,
)
from loket.services.desk import Desk, all_rows

DAYS_SHOWN = 14
PLACES = {  # where what only people can do is done
    INSIDE: "guestbook",
    LOCKERS: "lockers",
    HELD: "rooms",
    INTERNET: "rooms",
    REQUESTS: "rooms",
    SLIPS: "cash",
    CASH: "cash",
}


class Remedy(StrEnum):
    """What the button beside a line of the checklist does."""

    FIX = "fix"  # the desk ends it
    PLACE = "place"  # to the page where people do it
    CLOSE_DAYS = "close_days"
    SEND = "send"
    BACK_UP = "back_up"


def remedy_of(check: Check) -> Remedy | None:
    """None where there is nothing to do."""
    if check.ok:
        return None
    if check.key in (UNCLOSED, UNSYNCED, BACKUP):
        return {UNCLOSED: Remedy.CLOSE_DAYS, UNSYNCED: Remedy.SEND, BACKUP: Remedy.BACK_UP}[check.key]
    return Remedy.FIX if check.can_fix else Remedy.PLACE


class Mark(StrEnum):
    """How far a day is."""

    OPEN = "open"  # not closed yet
    NIGHT = "night"  # made by the program, nobody signed it
    MADE = "made"  # closed, not signed
    SIGNED = "signed"

    @property
    def waits(self) -> bool:
        return self is not Mark.SIGNED


@dataclass(frozen=True, slots=True)
class DayRow:
    """A counter's day in the list. `key` is the day of an open one, else the recap's id."""

    key: str
    on: date
    station: str
    recap: Recap | None = None

    @property
    def mark(self) -> Mark:
        if self.recap is None:
            return Mark.OPEN
        if self.recap.signed_at is not None:
            return Mark.SIGNED
        return Mark.NIGHT if self.recap.by_night else Mark.MADE


@dataclass(frozen=True, slots=True)
class ClosingView:
    """Everything the section shows but the recap itself. `rows` begin with today's."""

    today: date
    checks: tuple[Check, ...]
    rows: tuple[DayRow, ...]

    @property
    def to_do(self) -> int:
        return sum(not check.ok for check in self.checks)

    def row(self, key: str) -> DayRow:
        """The row of this key; today's where it is gone."""
        return next((row for row in self.rows if row.key == key), self.rows[0])


def look(desk: Desk) -> ClosingView:
    """How things stand now. Reads the database: never on the GUI thread."""
    today, own = desk.today(), desk.station
    everywhere = scope_of(own.profile) is Scope.FULL
    with desk.view() as act:
        codes = {station.id: station.code for station in all_rows(act.driver, Station)}
    here = None if everywhere else own.id
    known = closing.recaps(desk, today - timedelta(days=DAYS_SHOWN), today, here)
    rows = day_rows(today, own, closing.unclosed(desk), (*closing.unsigned(desk), *known), codes)
    return ClosingView(today, closing.checklist(desk, today), rows)


def day_rows(
    today: date, own: Station, unclosed: Iterable[date], recaps: Sequence[Recap], codes: Mapping[Id, str]
) -> tuple[DayRow, ...]:
    """Today's day first; then what waits for somebody, the oldest first; then what is done, the latest first."""
    found = {recap.id: _row(recap, codes) for recap in recaps}.values()
    mine = next((row for row in found if row.on == today and row.recap and row.recap.station_id == own.id), None)
    open_days = [DayRow(on.isoformat(), on, own.code) for on in unclosed if on != today]
    others = [row for row in (*open_days, *found) if row is not mine]
    waiting = sorted((row for row in others if row.mark.waits), key=lambda row: (row.on, row.station))
    done = sorted((row for row in others if not row.mark.waits), key=lambda row: (row.on, row.station), reverse=True)
    return (mine or DayRow(today.isoformat(), today, own.code), *waiting, *done)


def _row(recap: Recap, codes: Mapping[Id, str]) -> DayRow:
    return DayRow(recap.id, recap.on, codes.get(recap.station_id, "?") if recap.station_id else "?", recap)


def may_close(row: DayRow, today: date, own: Id) -> bool:
    """An open day, or today once more: what came after closing makes a revision."""
    return row.recap is None or (row.on == today and row.recap.station_id == own)


def may_sign(row: DayRow) -> bool:
    return row.recap is not None and row.mark.waits


def file_title(row: DayRow) -> str:
    """What a recap's files are called, without their ending: "rekap 2026-11-24 L1 revisi 2"."""
    revision = row.recap.revision if row.recap else 1
    return f"rekap {row.on.isoformat()} {row.station}{f' revisi {revision}' * (revision > 1)}"
