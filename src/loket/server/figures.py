"""What the dashboard counts, and how: every figure of a library is defined here and nowhere else.

Counted from the log by the library's own date, so that a counter which comes back after a week still changes the days
it worked on. What was undone does not count; neither does what could not be booked yet. Nothing here names a person.
"""

from __future__ import annotations

import threading
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, fields
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    cast,
    distinct,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from loket.domain import events as e
from loket.domain.entities import Id
from loket.server.store import Store
from loket.server.tables import EVENT_LOG, LIBRARY_HEAD
from loket.sync.wire import DEFERRED, RECORDED

HOURS = 24
KEPT = 5_000  # answers
_HOUR_MS, _MINUTE_MS = 3_600_000, 60_000
_T = EVENT_LOG.c
Columns = ReadOnlyColumnCollection[str, Any]
T = TypeVar("T")


class Figure(StrEnum):
    """VISITS: people who came in by the door, on their own day also where that was written down later; books of rooms
    are not added. LOANS: copies lent. RETURNS: copies taken back, also those no desk
    knew to be out. RENEWALS: loans prolonged. NEW_MEMBERS: registered on the day itself; records brought in from
    elsewhere bear the day they were made there. BORROWERS: different members who borrowed something. RECEIPTS_RP:
    rupiah taken against a receipt; what was given back or declared void comes off on its own day, which may fall below
    nought by it.
    """

    VISITS = "visits"
    LOANS = "loans"
    RETURNS = "returns"
    RENEWALS = "renewals"
    NEW_MEMBERS = "new_members"
    BORROWERS = "borrowers"
    RECEIPTS_RP = "receipts_rp"


ADDS: dict[Figure, tuple[type[e.Event], ...]] = {
    Figure.LOANS: (e.ItemLent,),
    Figure.RETURNS: (e.ItemReturned, e.ReturnNoted),
    Figure.RENEWALS: (e.LoanRenewed,),
}
"""Events that count one each."""
HOURLY: tuple[Figure, ...] = (Figure.VISITS, *ADDS)
"""What has a course through the day."""
TAKES: dict[Figure, type[e.Event]] = {
    Figure.LOANS: e.LoanUndone,
    Figure.RETURNS: e.ReturnUndone,
    Figure.RENEWALS: e.RenewalUndone,
}
"""Events that take one back; a desk undoes only what it did the same day."""
_SIGNS: dict[str, tuple[Figure, int]] = {
    **{kind.__name__: (figure, 1) for figure, kinds in ADDS.items() for kind in kinds},
    **{kind.__name__: (figure, -1) for figure, kind in TAKES.items()},
}


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of one library over one span of days, in the order of `Figure`."""

    visits: int = 0
    loans: int = 0
    returns: int = 0
    renewals: int = 0
    new_members: int = 0
    borrowers: int = 0
    receipts_rp: int = 0

    def __getitem__(self, figure: Figure) -> int:
        return int(getattr(self, figure.value))

    def __add__(self, other: Figures) -> Figures:
        """Of two libraries over the same span. Two spans of one library share borrowers: ask for the whole span."""
        return Figures(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))

    def __bool__(self) -> bool:
        return any(astuple(self))


def over_all(figures: Iterable[Figures]) -> Figures:
    """Of all libraries together."""
    return sum(figures, Figures())


class FigureBook:
    """Counts, and remembers what it counted until the library's log grows. Threads may share it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[Any, ...], Any] = OrderedDict()

    def daily(self, libraries: Collection[Id], first: date, last: date) -> dict[Id, dict[date, Figures]]:
        """For each library, the days from first to last (both included) that have anything to count."""
        return self._each(daily, dict.fromkeys(libraries, (first, last)))

    def totals(self, libraries: Collection[Id], first: date, last: date) -> dict[Id, Figures]:
        """For each library, the whole span from first to last, both included."""
        return self._each(total, dict.fromkeys(libraries, (first, last)))

    def hourly(self, days: Mapping[Id, date]) -> dict[Id, dict[Figure, list[int]]]:
        """For each library, the course of a day of its own."""
        return self._each(hourly, {library: (day,) for library, day in days.items()})

    def _each(self, count: Callable[..., T], asked: Mapping[Id, tuple[date, ...]]) -> dict[Id, T]:
        found: dict[Id, T] = {}
        with self._store.read() as connection:
            heads = _heads(connection)
            for library, days in asked.items():
                key = (count.__name__, library, *days, heads.get(library))
                answer = self._known(key)
                if answer is None:
                    answer = count(connection, library, *days)
                    self._keep(key, answer)
                found[library] = answer
        return found

    def _known(self, key: tuple[Any, ...]) -> Any:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _keep(self, key: tuple[Any, ...], answer: Any) -> None:
        with self._lock:
            self._kept[key] = answer
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)


def daily(connection: Connection, library: Id, first: date, last: date) -> dict[date, Figures]:
    """The days from first to last (both included) that have anything to count."""
    span = _Span(bytes.fromhex(library), first, last)
    counts = _counts(connection, span)
    for what, query in ((Figure.NEW_MEMBERS, _new_members), (Figure.BORROWERS, _borrowers)):
        by_day = query(connection, span).add_columns(_T.business_on).group_by(_T.business_on)
        for number, day in connection.execute(by_day):
            counts[day][what] = number
    for day, amount_rp in _receipts_rp(connection, span).items():
        counts[day][Figure.RECEIPTS_RP] = amount_rp
    for visit in _visits(connection, span):
        counts[visit.on][Figure.VISITS] += visit.people
    return {date.fromisoformat(day): _figures(values) for day, values in counts.items() if any(values.values())}


def total(connection: Connection, library: Id, first: date, last: date) -> Figures:
    """The whole span from first to last, both included."""
    span = _Span(bytes.fromhex(library), first, last)
    values: dict[Figure, int] = defaultdict(int)
    for counts in _counts(connection, span).values():
        for figure, number in counts.items():
            values[figure] += number
    values[Figure.NEW_MEMBERS] = connection.scalar(_new_members(connection, span)) or 0
    values[Figure.BORROWERS] = connection.scalar(_borrowers(connection, span)) or 0
    values[Figure.RECEIPTS_RP] = sum(_receipts_rp(connection, span).values())
    values[Figure.VISITS] = sum(visit.people for visit in _visits(connection, span))
    return _figures(values)


def hourly(connection: Connection, library: Id, day: date) -> dict[Figure, list[int]]:
    """The day's course: for each figure of `HOURLY`, 24 counts by the library's clock. What was undone is in
    no hour.
    """
    span, found = _Span(bytes.fromhex(library), day, day), {figure: [0] * HOURS for figure in HOURLY}
    takes = [kind.__name__ for kind in TAKES.values()]
    event_ids = connection.scalars(select(_in_body(connection, _T, "undoes")).where(span.booked(_T, takes)))
    undone = {bytes.fromhex(event_id) for event_id in event_ids}
    adds = [kind.__name__ for kinds in ADDS.values() for kind in kinds]
    at_ms = func.coalesce(_T.corrected_ms, _T.done_ms)
    query = select(_T.event_id, _T.type, at_ms, _T.utc_offset_min).where(span.booked(_T, adds))
    for event_id, kind, ms, offset_min in connection.execute(query):
        if event_id not in undone:
            found[_SIGNS[kind][0]][(ms + offset_min * _MINUTE_MS) // _HOUR_MS % HOURS] += 1
    for visit in _visits(connection, span):
        found[Figure.VISITS][visit.hour] += visit.people
    return found


# ---- how it is asked ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Span:
    """Days of one library."""

    library: bytes
    first: date
    last: date

    def of(self, t: Columns, types: Collection[str]) -> ColumnElement[bool]:
        """Events of these types, by nothing that the log's index does not hold. No BETWEEN: PostgreSQL does not read
        one with a collation in it.
        """
        since, until = t.business_on >= self.first.isoformat(), t.business_on <= self.last.isoformat()
        return and_(t.library_id == self.library, t.type.in_(types), since, until)

    def booked(self, t: Columns, types: Collection[str]) -> ColumnElement[bool]:
        """Those of them that were booked. Their places are looked up in the index first: SQLite, which keeps no
        statistics, would walk through the library's whole log.
        """
        places = EVENT_LOG.alias().c
        found = select(places.log_seq).where(self.of(places, types))
        return and_(t.library_id == self.library, t.log_seq.in_(found), _is_booked(t))


def _counts(connection: Connection, span: _Span) -> dict[str, dict[Figure, int]]:
    """Day → figures that are plain counts. The log's index alone answers; the few events that could not be booked
    stand in an index of their own and are taken off.
    """
    found: dict[str, dict[Figure, int]] = defaultdict(lambda: defaultdict(int))
    counted = select(_T.business_on, _T.type, func.count()).where(span.of(_T, _SIGNS))
    for day, kind, number in connection.execute(counted.group_by(_T.business_on, _T.type)):
        figure, sign = _SIGNS[kind]
        found[day][figure] += sign * number
    unbooked = select(_T.library_id, _T.business_on, _T.type).where(
        _T.outcome == literal(DEFERRED, literal_execute=True), _T.replayed.is_(None)
    )
    for library, day, kind in connection.execute(unbooked):
        if library == span.library and day in found and kind in _SIGNS:
            figure, sign = _SIGNS[kind]
            found[day][figure] -= sign
    return found


def _new_members(connection: Connection, span: _Span) -> Select[Any]:
    """Registered by staff, or accepted that day: whoever only applied is none yet."""
    kinds = [e.MemberRegistered.__name__, e.ApplicantAccepted.__name__]
    on = func.coalesce(_in_body(connection, _T, "registered_on"), _in_body(connection, _T, "accepted_on"))
    number = _in_body(connection, _T, "member_no")
    return select(func.count()).where(span.booked(_T, kinds), on == _T.business_on, number != "")


def _borrowers(connection: Connection, span: _Span) -> Select[Any]:
    t = EVENT_LOG.alias().c
    undone = select(_in_body(connection, t, "loan_id")).where(span.booked(t, [e.LoanUndone.__name__]))
    return select(func.count(distinct(_in_body(connection, _T, "member_id")))).where(
        span.booked(_T, [e.ItemLent.__name__]), _in_body(connection, _T, "loan_id").not_in(undone)
    )


def _receipts_rp(connection: Connection, span: _Span) -> dict[str, int]:
    """Day → rupiah. A receipt declared void twice is void once, and one that was stored already counts once: the log
    says of the second that it changed nothing.
    """
    found: dict[str, int] = defaultdict(int)
    amount = cast(_in_body(connection, _T, "total_rp"), BigInteger)
    counted = _T.outcome != RECORDED
    taken = select(_T.business_on, func.sum(amount)).where(span.booked(_T, [e.PaymentTaken.__name__]), counted)
    for day, amount_rp in connection.execute(taken.group_by(_T.business_on)):
        found[day] += int(amount_rp)
    receipt = _in_body(connection, _T, "receipt_id")
    voided = select(receipt.label("receipt_id"), _T.business_on.label("day")).where(
        span.booked(_T, [e.ReceiptVoided.__name__]), counted
    )
    day_of = {row.receipt_id: row.day for row in connection.execute(voided.order_by(_T.log_seq.desc()))}
    until = _Span(span.library, date.min, date.max)
    given = select(receipt, amount).where(until.booked(_T, [e.PaymentTaken.__name__]), counted, receipt.in_(day_of))
    for receipt_id, amount_rp in connection.execute(given) if day_of else ():
        found[day_of[receipt_id]] -= int(amount_rp)
    return found


class _Visit(NamedTuple):
    """One line of the book at the door. `hour`: when he came, by the library's clock."""

    on: str
    hour: int
    people: int


def _visits(connection: Connection, span: _Span) -> Iterator[_Visit]:
    """Lines of the days in the span; one from a paper book was written down later than its day."""
    later = _Span(span.library, span.first, date.max)
    undone = select(_in_body(connection, _T, "visit_id")).where(later.booked(_T, [e.VisitUndone.__name__]))
    gone = set(connection.scalars(undone))
    on = func.coalesce(_in_body(connection, _T, "on"), _T.business_on)
    fields = (_in_body(connection, _T, name) for name in ("visit_id", "entered_at", "people"))
    query = select(_T.utc_offset_min, on, *fields).where(
        later.booked(_T, [e.VisitRecorded.__name__]),
        _T.outcome != RECORDED,
        on >= span.first.isoformat(),
        on <= span.last.isoformat(),
        _in_body(connection, _T, "room_id").is_(None),
    )
    for offset_min, day, visit_id, entered_at, people in connection.execute(query):
        if visit_id not in gone:
            local = datetime.fromisoformat(entered_at) + timedelta(minutes=offset_min)
            yield _Visit(day, local.hour, 1 if people is None else int(people))


def _is_booked(t: Columns) -> ColumnElement[bool]:
    return or_(t.outcome != DEFERRED, t.replayed.is_not(None))


def _in_body(connection: Connection, t: Columns, name: str) -> ColumnElement[Any]:
    """One field of an event's body, NULL for an event that could not be booked: its body may be anything.

    The database must look at the body only where that is known, and only CASE promises the order.
    """
    on_postgres = connection.dialect.name == "postgresql"
    body = cast(t.body, JSON)[name].as_string() if on_postgres else func.json_extract(t.body, f"$.{name}")
    return case((_is_booked(t), body), else_=None)


def _heads(connection: Connection) -> dict[Id, bytes]:
    """The hash each library's log ends with."""
    t = LIBRARY_HEAD.c
    return {Id(library.hex()): bytes(head) for library, head in connection.execute(select(t.library_id, t.log_hash))}


def _figures(values: Mapping[Figure, int]) -> Figures:
    """As many as were counted; what was taken back of a count that is not here makes none below nought."""
    counts = {field.name: values.get(Figure(field.name), 0) for field in fields(Figures)}
    return Figures(
        **{name: number if name == Figure.RECEIPTS_RP else max(0, number) for name, number in counts.items()}
    )
