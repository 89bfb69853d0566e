"""The libraries a visit is about: which there are for this user, which was chosen, their clocks and stations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from loket.domain.calendar import DAY, OpenDays, days
from loket.domain.entities import ClosedDay, Id, Library, Rule
from loket.domain.ports import State
from loket.domain.settings import read_settings
from loket.server.pusat import StationView
from loket.server.web.frame import Turned, Visit
from loket.server.web.texts import Shown

CHOSEN = "perpustakaan"
LATE_AFTER = timedelta(hours=24)  # of open days: a counter that rests on a Sunday is not late on Monday morning
LONGEST_REST = timedelta(days=30)  # longer silence is late, whatever the calendar says
CLOCK_OFF = timedelta(minutes=10)
UNTOLD_OFFSET_MIN = 480  # of a library whose own description has not arrived


@dataclass(frozen=True, slots=True)
class Place:
    """A library and its clock."""

    id: Id
    name: str
    offset_min: int = UNTOLD_OFFSET_MIN

    def day(self, now: datetime) -> date:
        """The library's own date at a moment."""
        return (now + timedelta(minutes=self.offset_min)).date()


@dataclass(frozen=True, slots=True)
class StationLine:
    """A station with its state in a word: "ok", "late", "never", "clock" or "revoked"."""

    place: Place
    view: StationView
    state: str

    @property
    def clock_off(self) -> timedelta:
        return timedelta(milliseconds=self.view.clock_off_ms)

    @property
    def clock_is_off(self) -> bool:
        return abs(self.clock_off) > CLOCK_OFF


def seen_by(visit: Visit) -> list[tuple[Id, str]]:
    """(id, name) of the libraries this user may look at."""
    return [(library_id, name) for library_id, name in visit.site.pusat.libraries() if visit.user.sees(library_id)]


def chosen(visit: Visit) -> tuple[list[tuple[Id, str]], Id | None]:
    """The libraries to show, and the one that was chosen; None for all of them. Raises Turned(404)."""
    everything, wanted = seen_by(visit), visit.asked(CHOSEN)
    if not wanted:
        return everything, None
    found = [one for one in everything if one[0] == wanted]
    if not found:
        raise Turned(404, "not_found")
    return found, found[0][0]


def one_of(visit: Visit, library_id: str) -> tuple[Id, str]:
    """The library of this id. Raises Turned(404) also for one this user does not see."""
    for known, name in seen_by(visit):
        if known == library_id:
            return known, name
    raise Turned(404, "not_found")


def place_of(visit: Visit, library_id: Id, name: str) -> Place:
    """A library with its clock."""
    with visit.site.pusat.state(library_id) as state:
        return place_in(state, library_id, name)


def place_in(state: State, library_id: Id, name: str) -> Place:
    library = state.get(Library, library_id)
    return Place(library_id, name) if library is None else Place(library_id, name, library.utc_offset_min)


def station_lines(visit: Visit, places: Sequence[Place]) -> list[StationLine]:
    """Every station of these libraries, what needs a look first."""
    now, rank = visit.site.pusat.clock.now(), ("late", "clock", "never", "ok", "revoked")
    lines = []
    for place in places:
        views = visit.site.pusat.stations(place.id)
        calendar = _calendar(visit, place, views, now)
        lines += [StationLine(place, view, state_of(view, place, calendar, now)) for view in views]
    return sorted(lines, key=lambda line: (rank.index(line.state), line.place.name.casefold(), line.view.code))


def _calendar(visit: Visit, place: Place, views: Sequence[StationView], now: datetime) -> OpenDays:
    """The library's closed days as far back as somebody was silent; mostly nobody was, and nothing is read."""
    silent = [then for view in views for then in _since(view) if LATE_AFTER < now - then < LONGEST_REST]
    if not silent:
        return OpenDays()
    with visit.site.pusat.state(place.id) as state:
        rule = state.get(Rule, "weekly_closed")
        closed = [state.get(ClosedDay, day.isoformat()) for day in days(place.day(min(silent)), place.day(now))]
    weekly = read_settings([rule] if rule else []).weekly_closed
    return OpenDays(frozenset(weekly), {day.on: day.name for day in closed if day is not None})


def state_of(view: StationView, place: Place, calendar: OpenDays, now: datetime) -> str:
    """How a station is, in a word: late when it was silent for a day of opening, or kept events back that long."""
    if view.revoked_at is not None:
        return "revoked"
    if view.last_sync_at is None:
        return "never"
    if any(_is_long_ago(then, place, calendar, now) for then in _since(view)):
        return "late"
    return "clock" if abs(timedelta(milliseconds=view.clock_off_ms)) > CLOCK_OFF else "ok"


def _since(view: StationView) -> list[datetime]:
    """Since when it is silent, and since when it keeps events back."""
    kept_since = view.pending_since if view.pending else None
    return [then for then in (view.last_sync_at, kept_since) if then is not None]


def _is_long_ago(then: datetime, place: Place, calendar: OpenDays, now: datetime) -> bool:
    if now - then >= LONGEST_REST:
        return True
    closed = calendar.closed_between(place.day(then) + DAY, place.day(now))
    return now - then > LATE_AFTER + len(closed) * DAY


def clock_words(show: Shown, off: timedelta) -> str:
    """How far a station's clock is off."""
    said = show.words.station
    if not off:
        return str(said.clock_right)
    return str((said.clock_fast if off > timedelta() else said.clock_slow).format(length=show.length(abs(off))))
