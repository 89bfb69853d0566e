"""How long services take, measured by the program itself, against what the service standard promises.

UU 25/2009 and Permenpan 15/2014: a standard says how long each step takes. SOP kartu-anggota gives photo and card five
minutes, from the form in hand to the card in hand.

Times come from the journal of this counter: every event says when its action began and when it was durable. Nobody is
named: times are told by action, hour and day, never by operator.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from loket.db.engine import driver
from loket.db.rows import from_ms
from loket.domain.events import DOUBTFUL
from loket.domain.standards import (
    LEFT_OPEN_MS,
    ONE_SCAN_MS,
    ActionTimes,
    Study,
    Summary,
    Timed,
    quantile,
    read_standards,
)
from loket.services.desk import Desk

CARD_STANDARD_MS = 5 * 60_000
REGISTRATION_KINDS = ("MemberRegistered", "ApplicantAccepted", "CardPrinted")
_TIMES = (
    "SELECT done_ms - began_ms FROM journal WHERE business_on = ? AND type IN ({marks}) AND done_ms > began_ms "
    "AND operator_id IS NOT NULL ORDER BY 1"
)


@dataclass(frozen=True, slots=True)
class ServiceTimes:
    """Times of one day's actions at this counter. `median_ms` and `p90_ms` are 0 when there was none."""

    count: int = 0
    median_ms: int = 0
    p90_ms: int = 0


def service_times(desk: Desk, on: date, kinds: Sequence[str] = REGISTRATION_KINDS) -> ServiceTimes:
    """From the first input to the durable end, of events of these names.

    What an applicant did alone is left out, and what has no beginning of its own, such as the rows of an import.
    """
    sql = _TIMES.format(marks=", ".join("?" * len(kinds)))
    with desk.database.read() as connection:
        times = [row[0] for row in driver(connection).execute(sql, (on.isoformat(), *kinds)).fetchall()]
    if not times:
        return ServiceTimes()
    return ServiceTimes(len(times), quantile(times, 50), quantile(times, 90))


# ---- a span of days --------------------------------------------------------------------------------------------------

CHAINED = {"ItemLent": "loan", "ItemReturned": "return", "LoanRenewed": "renewal"}
"""Books of one person, one after the other: each begins when the one before was done with."""
SINGLE = {
    "PaymentTaken": "payment",
    "MemberRegistered": "registration",
    "ApplicantAccepted": "registration",
    "MembershipRenewed": "membership",
    "LockerTaken": "locker_in",
    "LockerReturned": "locker_out",
    "SessionStarted": "internet",
    "PhotocopyOut": "copy_out",
    "PhotocopyBack": "copy_back",
}
FORMS = {"guest": "guestbook", "group": "group", "official": "group"}
"""Visits that staff write into the book; members come in by their card, kiosks and paper have other times."""
_PAIRS = ("CardPrinted", "ItemAsked", "ItemFetched")
_KINDS = (*CHAINED, *SINGLE, *_PAIRS, "VisitRecorded")
_DAY = f"""
SELECT event_id, type, began_ms, done_ms, utc_offset_min, CASE
    WHEN type IN ('ItemLent', 'ItemReturned', 'MemberRegistered', 'ApplicantAccepted')
        THEN json_extract(body, '$.member_id')
    WHEN type = 'CardPrinted' AND json_extract(body, '$.spoilt') = '' THEN json_extract(body, '$.member_id')
    WHEN type IN ('ItemAsked', 'ItemFetched') THEN json_extract(body, '$.use_id')
    WHEN type = 'VisitRecorded' AND json_extract(body, '$.source') = 'desk' THEN json_extract(body, '$.kind')
    END
FROM journal WHERE business_on = ? AND type IN ({", ".join("?" * len(_KINDS))})
    AND operator_id IS NOT NULL AND clock_quality <> '{DOUBTFUL}'
ORDER BY stream_id, seq"""
Progress = Callable[[int, int], object]


def study(desk: Desk, first: date, last: date, progress: Progress | None = None) -> Study:
    """Every service at this counter of these days whose time can be told, days without one among them.

    Left out, and counted: what one scan did alone, and what was left open for an hour. Left out altogether: times of
    a clock nobody trusts, and what visitors did without staff. `progress(done, total)` is called for each day; what it
    raises ends the work.
    """
    meter = _Meter()
    total = (last - first).days + 1
    with desk.view() as act:
        seconds = read_standards(act.rules.settings.standards)
        for number in range(total):
            on = first + timedelta(days=number)
            meter.add_day(on, act.driver.execute(_DAY, (on.isoformat(), *_KINDS)))
            if progress is not None:
                progress(number + 1, total)
    timed = {action: tuple(found) for action, found in meter.timed.items()}
    return Study(first, last, timed, meter.one_scan, meter.left_open, frozenset(meter.worked), seconds)


def measured(desk: Desk, first: date, last: date) -> tuple[ActionTimes, ...]:
    """Each action that was done at this counter on these days, with its median and 90th percentile."""
    return study(desk, first, last).actions()


def hours(desk: Desk, action: str, first: date, last: date) -> dict[int, Summary]:
    """An action by the hour in which it began."""
    return study(desk, first, last).hours(action)


@dataclass(slots=True)
class _Row:
    kind: str
    began_ms: int
    done_ms: int
    offset_min: int
    key: str | None


@dataclass(slots=True)
class _Meter:
    """Makes times out of a day's events, read in the order they were made."""

    timed: dict[str, list[Timed]] = field(default_factory=lambda: defaultdict(list))
    one_scan: Counter[str] = field(default_factory=Counter)
    left_open: Counter[str] = field(default_factory=Counter)
    worked: set[date] = field(default_factory=set)

    def add_day(self, on: date, rows: Iterable[Sequence[Any]]) -> None:
        chain, since = _Chain(), dict[str, int]()
        seen: set[bytes] = set()
        for event_id, *told in rows:
            if event_id in seen:
                continue  # sealed anew in a later stream
            seen.add(event_id)
            row = _Row(*told)
            self.worked.add(on)
            if row.kind in CHAINED:
                self._take(chain.add(row))
            elif row.kind in _PAIRS:
                self._pair(row, since)
            else:
                self._single(row, since)
        self._take(chain.end())

    def _single(self, row: _Row, since: dict[str, int]) -> None:
        action = SINGLE.get(row.kind) or FORMS.get(row.key or "")
        if action is None:
            return
        self._note(action, row.began_ms, row.done_ms, row.offset_min)
        if action == "registration" and row.key and row.done_ms - row.began_ms >= ONE_SCAN_MS:
            since[row.key] = row.began_ms

    def _pair(self, row: _Row, since: dict[str, int]) -> None:
        """What begins with one event and ends with another: a wish and its book, a form and its card."""
        if row.key is None:
            return
        if row.kind == "ItemAsked":
            since[row.key] = row.done_ms
            return
        began_ms = since.pop(row.key, None)
        if began_ms is not None:
            action = "fetch" if row.kind == "ItemFetched" else "card"
            self._note(action, began_ms, row.done_ms, row.offset_min, may_wait=True)

    def _take(self, done: _Row | None) -> None:
        if done is not None:
            self._note(CHAINED[done.kind], done.began_ms, done.done_ms, done.offset_min)

    def _note(self, action: str, began_ms: int, done_ms: int, offset_min: int, *, may_wait: bool = False) -> None:
        took_ms = done_ms - began_ms
        if took_ms < ONE_SCAN_MS:
            self.one_scan[action] += 1
        elif took_ms > LEFT_OPEN_MS and not may_wait:
            self.left_open[action] += 1
        else:
            self.timed[action].append(Timed(action, _wall(began_ms, offset_min), took_ms))


@dataclass(slots=True)
class _Chain:
    """Books of one kind for one person that followed each other: one service."""

    _row: _Row | None = None

    def add(self, row: _Row) -> _Row | None:
        """The service that ended before this book, if one did."""
        last = self._row
        if last is not None and (last.kind, last.key) == (row.kind, row.key) and row.began_ms <= last.done_ms:
            last.done_ms = max(last.done_ms, row.done_ms)
            return None
        self._row = row
        return last

    def end(self) -> _Row | None:
        last, self._row = self._row, None
        return last


def _wall(at_ms: int, offset_min: int) -> datetime:
    return from_ms(at_ms).replace(tzinfo=None) + timedelta(minutes=offset_min)
