"""What a counter's day counts: figures and facts, from its own journal and the rows that were made at it.

One counter of the library also counts for doors and kiosks, which make no recap that is added up: their visitors,
lockers and survey answers are in its figures.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from loket.db import recap_queries as q
from loket.db.rows import from_ms, id_bytes
from loket.domain.entities import ChargeKind, Id, Operator, Room, Station, Tariff
from loket.domain.opening import opening_minutes
from loket.domain.recap import TABLES, Figures
from loket.domain.scope import Scope, scope_of
from loket.domain.wording import charge_label
from loket.services import recap_loans, recap_money, recap_rooms, recap_visits
from loket.services.desk import Action, Desk, all_rows, flush_refusals
from loket.services.guest_books import purpose_names
from loket.services.recap_counting import Counted, Words, tally

KINDS: tuple[Counted, ...] = (
    *(recap_visits.DOOR, recap_visits.ROOMS, recap_visits.SURVEY),
    *recap_loans.KINDS,
    *recap_rooms.KINDS,
    *recap_money.KINDS,
)
FLOWS = tuple(kind for kind in KINDS if not all(TABLES[table].stock for table in kind.tables()))
WITHOUT_VISITORS = frozenset({"kartu", "bendahara"})
"""Counters of staff that have neither guestbook nor circulation."""
_ORDER = {kind.value: place for place, kind in enumerate(ChargeKind)}
_MOST_LABELS = 2
MINUTE_MS = 60_000


def day_figures(desk: Desk, on: date) -> Figures:
    """Every figure of this counter's day, counted now."""
    flush_refusals(desk)
    with desk.view() as act:
        return figures_in(act, on)


def figures_in(act: Action, on: date) -> Figures:
    """The same inside the caller's transaction. Stocks are those of this moment."""
    return DayCounter(act).figures(on)


class DayCounter:
    """Counts days of this counter inside one transaction; what is the same for each of them is read once."""

    def __init__(self, act: Action) -> None:
        self._act = act
        self._own = (act.desk.station.id,)

    @cached_property
    def stations(self) -> tuple[Id, ...]:
        """Whose visitors, lockers and survey answers count."""
        return covered(self._act)

    @cached_property
    def _words(self) -> Words:
        return words_of(self._act)

    def figures(self, on: date, *, stocks: bool = True) -> Figures:
        """Every figure of a day; without `stocks`, which are dear to count, only what flows."""
        act, figures = self._act, Figures()
        for kind in KINDS if stocks else FLOWS:
            tally(kind, span_of(act, self.stations if kind.covered else self._own, on, on), self._words, figures)
        for code, number in q.refusals(act.driver, on).items():
            figures.add("refusals", code, number)
        figures.add("opening", "planned", opening_minutes(hours_of(act, on)))
        figures.add("opening", "kept", _kept_min(act, on))
        return figures


def day_facts(desk: Desk, on: date) -> dict[str, str]:
    """What the day's recap says besides numbers: library, address, phone, station, station_name, place, first_at,
    last_at, hours, closed_day. Times are "HH:MM", "" where nothing was done.
    """
    with desk.view() as act:
        return facts_in(act, on)


def facts_in(act: Action, on: date) -> dict[str, str]:
    """The same inside the caller's transaction."""
    library, station = act.desk.library, act.desk.station
    deeds = q.deeds(act.driver, on)
    first_at, last_at = (f"{act.desk.local(from_ms(ms)):%H:%M}" for ms in deeds) if deeds else ("", "")
    return {
        "library": library.name,
        "address": library.address,
        "phone": library.phone,
        "station": station.code,
        "station_name": station.name,
        "place": act.rules.settings.receipt_place,
        "first_at": first_at,
        "last_at": last_at,
        "hours": hours_of(act, on),
        "closed_day": act.rules.calendar.why_closed(on),
    }


def hours_of(act: Action, on: date) -> str:
    """The hours the library means to be open; "" on closed days and where none are said."""
    hours = act.rules.settings.opening_hours
    is_closed = act.rules.calendar.is_closed(on)
    return "" if is_closed or on.weekday() >= len(hours) else hours[on.weekday()]


# ---- whose rows -----------------------------------------------------------------------------------------------------


def covered(act: Action) -> tuple[Id, ...]:
    """The counters whose visitors, lockers and survey answers this counter's recap has; itself first."""
    own, counter = act.desk.station, recap_counter(act)
    if counter is None or counter.id != own.id:
        return (own.id,)
    others = (station.id for station in _stations(act) if scope_of(station.profile) is not Scope.FULL)
    return (own.id, *(station_id for station_id in others if station_id != own.id))


def recap_counter(act: Action) -> Station | None:
    """The counter whose recap has what doors and kiosks wrote: the one the library named, else the first by code.

    None where no counter of staff has a guestbook or circulation.
    """
    staffed = [station for station in _stations(act) if scope_of(station.profile) is Scope.FULL]
    wanted = act.rules.settings.recap_counter
    named = next((station for station in staffed if station.code == wanted), None) if wanted else None
    return named or next((station for station in staffed if station.profile not in WITHOUT_VISITORS), None)


def _stations(act: Action) -> list[Station]:
    return sorted(all_rows(act.driver, Station), key=lambda station: (station.code, station.id))


def span_of(act: Action, stations: tuple[Id, ...] | None, first: date, last: date) -> q.Span:
    """Days of counters; None: of every counter that is known here."""
    return q.Span(act.driver, stations, act.desk.station.id, first, last, act.desk.library.utc_offset_min)


# ---- words ----------------------------------------------------------------------------------------------------------


def words_of(act: Action) -> Words:
    """What the library calls its purposes, rooms, people at work and accounts."""
    return Words(
        purposes=purpose_names(act),
        rooms={id_bytes(room.id): room.name for room in all_rows(act.driver, Room)},
        operators={id_bytes(one.id): one.full_name for one in all_rows(act.driver, Operator)},
        accounts=_accounts(act.driver),
    )


def _accounts(source: Any) -> dict[str, str]:
    """Account → account and what it is for, by every tariff there ever was."""
    kinds: dict[str, set[str]] = {}
    for tariff in all_rows(source, Tariff):
        if tariff.account:
            kinds.setdefault(tariff.account, set()).add(tariff.kind.value)
    return {account: f"{account} {_called(found)}" for account, found in kinds.items()}


def _called(kinds: set[str]) -> str:
    labels = [charge_label(kind) for kind in sorted(kinds, key=lambda kind: _ORDER[kind])]
    return ", ".join(labels[:_MOST_LABELS]) + (", …" if len(labels) > _MOST_LABELS else "")


def _kept_min(act: Action, on: date) -> int:
    deeds = q.deeds(act.driver, on)
    return (deeds[1] - deeds[0]) // MINUTE_MS if deeds else 0
