"""Recaps that were locked, as they lie in the database; and what of a day there is to lock.

Of several revisions of a counter's day the last one stands. Of two of one number, as copies of one database may leave
behind, the one made later.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from loket.db.rows import id_bytes, mapper
from loket.db.streams import hash_at, own_streams
from loket.domain import events as e
from loket.domain.entities import Id, Recap, Station
from loket.domain.recap import TABLES, Body, Figures, decode_body
from loket.domain.scope import Scope, scope_of
from loket.services.desk import Action, all_rows
from loket.services.recap_figures import covered

DAY = timedelta(days=1)
_SILENT = (
    *(e.RecapMade, e.RecapSigned, e.OfficialSet, e.ActivitySet, e.YearFactSet),
    *(e.LibraryDescribed, e.StationDescribed, e.RuleSet, e.PolicyAdopted, e.PolicyRetired, e.TariffAdopted),
    *(e.TariffRetired, e.ClosedDaysDeclared, e.ClosedDayWithdrawn, e.ClockConfirmed, e.OperatorAdded),
    *(e.OperatorChanged, e.RoomSet, e.PurposeSet, e.SeatSet, e.LockerSet, e.EbookTitleSet, e.BiblioAdded),
    *(e.BiblioChanged, e.ItemAdded, e.ItemChanged, e.MembersExported, e.GuestsForgotten, e.SystemNoted),
    e.EventReplayed,
)
"""No day's work: what the library is and has, and what the program does by itself."""
DEEDS = tuple(sorted(name for name, kind in e.EVENTS.items() if kind not in _SILENT))
_DEEDS = f"business_on = ? AND type IN ({', '.join(repr(name) for name in DEEDS)})"
_ANY_DEED = f"SELECT 1 FROM journal WHERE {_DEEDS} LIMIT 1"
_ANY_VISIT = 'SELECT 1 FROM visit WHERE "on" = ? AND cancelled = 0 AND station_id IN ({marks}) LIMIT 1'
_DEED_AFTER = f"SELECT 1 FROM journal WHERE {_DEEDS} AND stream_id = ? AND seq > ? LIMIT 1"
_FIRST_DAY = "SELECT min(business_on) FROM journal"
_FIRST_KNOWN = (_FIRST_DAY, 'SELECT min("on") FROM recap WHERE station_id IS NOT NULL', 'SELECT min("on") FROM visit')
_RECAPS = f"{mapper(Recap).select_sql} WHERE station_id IS NOT NULL AND"
_IN_ORDER = 'ORDER BY "on", revision, made_at, id'
_LOCKED = 'SELECT DISTINCT station_id, "on" FROM recap WHERE "on" BETWEEN ? AND ? AND station_id IS NOT NULL'
_SPANS = 'SELECT station_id, min("on"), max("on") FROM recap WHERE station_id IS NOT NULL GROUP BY station_id'
_OTHERS_SUMS = (
    'SELECT count(*), coalesce(sum(people), 0) FROM visit WHERE "on" = ? AND cancelled = 0 AND station_id IN ({marks})',
    'SELECT count(*), 0 FROM locker_use WHERE "on" = ? AND "end" <> \'cancelled\' AND station_id IN ({marks})',
    'SELECT count(*), 0 FROM survey_answer WHERE "on" = ? AND station_id IN ({marks})',
)


# ---- recaps -----------------------------------------------------------------------------------------------------


def body_of(recap: Recap) -> Body:
    """Figures and facts as they were locked."""
    return decode_body(recap.body)


def found_recaps(act: Action, where: str, *values: object) -> list[Recap]:
    """Rows of recaps this database knows by more than their signature, in order of days and revisions."""
    rows = act.driver.execute(f"{_RECAPS} {where} {_IN_ORDER}", values).fetchall()
    map_ = mapper(Recap)
    return [map_.entity(row) for row in rows]


def standing(found: Iterable[Recap]) -> dict[tuple[Id, date], Recap]:
    """The last revision of each counter's day; `found` in order of revisions."""
    return {(recap.station_id, recap.on): recap for recap in found if recap.station_id is not None}


def revisions_in(act: Action, on: date, station_id: Id | None = None) -> list[Recap]:
    """All of a counter's day, this counter's when not given, the first one first."""
    return found_recaps(act, '"on" = ? AND station_id = ?', on.isoformat(), id_bytes(station_id or act.desk.station.id))


def recap_in(act: Action, on: date) -> Recap | None:
    """This counter's recap of a day as it stands."""
    return next(reversed(revisions_in(act, on)), None)


def recaps_between(act: Action, first: date, last: date) -> dict[tuple[Id, date], Recap]:
    """Every counter's, by counter and day."""
    return standing(found_recaps(act, '"on" BETWEEN ? AND ?', first.isoformat(), last.isoformat()))


def locked_days(act: Action, first: date, last: date) -> set[tuple[Id, date]]:
    """Which counters locked which days, without what the recaps say."""
    rows = act.driver.execute(_LOCKED, (first.isoformat(), last.isoformat())).fetchall()
    return {(Id(station.hex()), date.fromisoformat(on)) for station, on in rows}


def own_days(act: Action, first: date, last: date) -> set[date]:
    """Days this counter has locked."""
    return {on for station, on in locked_days(act, first, last) if station == act.desk.station.id}


def spans_of_recaps(act: Action) -> dict[Id, tuple[date, date]]:
    """The first and the last day each counter locked."""
    rows = act.driver.execute(_SPANS).fetchall()
    return {Id(row[0].hex()): (date.fromisoformat(row[1]), date.fromisoformat(row[2])) for row in rows}


def staffed_stations(act: Action) -> list[Station]:
    """The desks whose recaps together are the library's: those that have everything."""
    return [station for station in all_rows(act.driver, Station) if scope_of(station.profile) is Scope.FULL]


# ---- what there is of a day ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the journal a recap was made."""

    stream_id: bytes
    seq: int


def place_of(act: Action, recap: Recap) -> Place | None:
    """Its place, where this database's journal is the one it was made from; None else: nothing is proved there."""
    if recap.stream_id is None:
        return None
    stream = id_bytes(recap.stream_id)
    sealed = hash_at(act.driver, stream, recap.seq)
    return Place(stream, recap.seq) if sealed is not None and sealed.hex() == recap.head_hash else None


def worked(act: Action, on: date) -> bool:
    """Was anything done at this counter on a day?"""
    return act.driver.execute(_ANY_DEED, (on.isoformat(),)).fetchone() is not None


def happened(act: Action, on: date, stations: Sequence[Id] | None = None) -> bool:
    """Was anything done here on a day, or did anybody come to a door or kiosk this counter counts for?

    `stations`: those it counts for, where they are known already.
    """
    if worked(act, on):
        return True
    doors = [id_bytes(station) for station in (covered(act) if stations is None else stations)]
    sql = _ANY_VISIT.format(marks=", ".join("?" * len(doors)))
    return act.driver.execute(sql, (on.isoformat(), *doors)).fetchone() is not None


def happened_after(act: Action, on: date, place: Place) -> bool:
    """Was anything done here on that day after this place in the journal? Also what was sealed anew in a later stream,
    though it is older.
    """
    streams = own_streams(act.driver)
    here = next(at for at, stream in enumerate(streams) if stream.stream_id == place.stream_id)
    for stream in streams[here:]:
        after = place.seq if stream.stream_id == place.stream_id else 0
        if act.driver.execute(_DEED_AFTER, (on.isoformat(), stream.stream_id, after)).fetchone() is not None:
            return True
    return False


def first_day(act: Action) -> date | None:
    """The first day of this database's journal."""
    (found,) = act.driver.execute(_FIRST_DAY).fetchone()
    return date.fromisoformat(found) if found else None


def first_known(act: Action) -> date | None:
    """The first day anything at all is known of: by the journal, recaps or books of visitors taken over."""
    found = [act.driver.execute(sql).fetchone()[0] for sql in _FIRST_KNOWN]
    return min((date.fromisoformat(one) for one in found if one), default=None)


def others_mark(act: Action, on: date) -> str:
    """How much of a day other counters wrote that this one counts, to be held against later; "" where there are none.

    Their rows come by the server, at any time, and stand in no journal here.
    """
    others = [id_bytes(station) for station in covered(act) if station != act.desk.station.id]
    if not others:
        return ""
    marks = ", ".join("?" * len(others))
    rows = [act.driver.execute(sql.format(marks=marks), (on.isoformat(), *others)).fetchone() for sql in _OTHERS_SUMS]
    return " ".join(f"{number}/{people}" for number, people in rows)


def night_at(text: str) -> time | None:
    """The hour of setting `recap_by_night_at`; None where none is set."""
    try:
        return time.fromisoformat(text.replace(".", ":"))
    except ValueError:
        return None


def without_stocks(figures: Figures) -> Figures:
    """What flows: of stocks only one counter's word is wanted."""
    return Figures({key: cells for key, cells in figures.tables.items() if not TABLES[key].stock})


def only_stocks(figures: Figures) -> Figures:
    """How things stood at the end of the day."""
    return Figures({key: cells for key, cells in figures.tables.items() if TABLES[key].stock})
