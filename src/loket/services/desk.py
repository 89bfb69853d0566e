"""The desk: one opened database, one station, one operator; and `action`, the transaction every service runs in."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from loket.db.engine import Database, driver
from loket.db.journal import DOUBTFUL, Journal
from loket.db.meta import get_meta
from loket.db.rows import mapper, to_ms
from loket.db.state import SqlState
from loket.domain import events as e
from loket.domain.apply import apply
from loket.domain.calendar import OpenDays
from loket.domain.entities import Case, ClosedDay, Entity, Id, Library, LoanPolicy, Operator, Rule, Station
from loket.domain.errors import RefusalCode, Refused
from loket.domain.ports import Clock, Ids
from loket.domain.settings import Settings, read_settings

CLOCK_BACK_MS = 5 * 60_000  # a clock this far behind the last event is wrong, not merely corrected
CLOCK_AHEAD_MS = 45 * 86_400_000  # nobody worked here for 45 days: ask before promising due dates
FIRST_SOUND_YEAR = 2025  # a dead CMOS battery wakes up long before this
_RULE_EVENTS = (e.RuleSet, e.PolicyAdopted, e.PolicyRetired, e.ClosedDaysDeclared, e.ClosedDayWithdrawn)


@dataclass(frozen=True, slots=True)
class Rules:
    """The library's rules as they stand: settings, policies, calendar."""

    settings: Settings
    policies: tuple[LoanPolicy, ...]
    calendar: OpenDays


@dataclass
class Desk:
    """What every service needs. Threads may share it: each action takes the database's one writer.

    Attributes:
        operator: who is signed in; None while locked.
    """

    database: Database
    clock: Clock
    ids: Ids
    library: Library
    station: Station
    stream_id: Id
    operator: Operator | None = None
    _rules: Rules | None = None
    _rules_version: int = -1
    _rules_lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def action(self, began_at: datetime | None = None) -> Iterator[Action]:
        """One transaction at this desk; `began_at` is its first scan, now when not given.

        Everything recorded is durable when the block ends; an error takes all of it back.
        """
        with self.database.write() as connection:
            action = Action(self, driver(connection), began_at)
            yield action
            if action.changed_rules:  # before the commit: the next one in line must not meet the old rules
                self._rules = None

    @contextmanager
    def view(self) -> Iterator[Action]:
        """A moment to look at: the same state and rules, and a connection that cannot write."""
        with self.database.read() as connection:
            yield Action(self, driver(connection), None, reading=True)

    def today(self) -> date:
        """The library's own date."""
        return self.local(self.clock.now()).date()

    def local(self, moment: datetime) -> datetime:
        """A UTC time on the library's wall clock (naive)."""
        return moment.replace(tzinfo=None) + timedelta(minutes=self.library.utc_offset_min)

    def settings(self) -> Settings:
        """The settings for a screen that only shows, without a trip to the disk once they are known."""
        if self._rules is None:
            with self.view() as act:
                return act.rules.settings
        return self._rules.settings

    def known_rules(self, driver_connection: Any) -> Rules:
        """The rules for a screen that only shows: as the last action knew them."""
        return self._rules or read_rules(driver_connection)

    def rules(self, driver_connection: Any) -> Rules:
        """The rules in force; read again only after they changed, here or in another program on this file."""
        version = driver_connection.execute("PRAGMA data_version").fetchone()[0]
        with self._rules_lock:
            if self._rules is None or version != self._rules_version:
                self._rules, self._rules_version = read_rules(driver_connection), version
            return self._rules


class Action:
    """One transaction: state to read, `record` to write."""

    def __init__(self, desk: Desk, driver_connection: Any, began_at: datetime | None, *, reading: bool = False) -> None:
        self.desk = desk
        self.driver = driver_connection
        self.now = desk.clock.now()
        self.began_at = min(began_at or self.now, self.now)
        self.today = desk.local(self.now).date()
        self.state = SqlState(driver_connection)
        self.journal = Journal(driver_connection, desk.stream_id)
        self.changed_rules = False
        self._reading = reading
        self._rules: Rules | None = None

    @property
    def rules(self) -> Rules:
        if self._reading:
            return self.desk.known_rules(self.driver)
        if self.changed_rules:
            return read_rules(self.driver)
        if self._rules is None:  # nobody else can change them while this transaction holds the writer's lock
            self._rules = self.desk.rules(self.driver)
        return self._rules

    def new_id(self) -> Id:
        return self.desk.ids.new()

    def record(self, event: e.Event) -> tuple[Id, list[Case]]:
        """Append the event to the journal and book it. Returns its id and the cases it opened."""
        stamp = e.Stamp(
            event_id=self.new_id(),
            began_at=self.began_at,
            done_at=self.now,
            business_on=self.today,
            utc_offset_min=self.desk.library.utc_offset_min,
            station_id=self.desk.station.id,
            operator_id=self.desk.operator.id if self.desk.operator else None,
            boot_id=self.desk.clock.boot_id,
            mono_ms=self.desk.clock.mono_ms(),
            clock_quality=self._quality_for(event),
        )
        self.journal.append(stamp, event)
        self.changed_rules = self.changed_rules or isinstance(event, _RULE_EVENTS)
        return stamp.event_id, apply(self.state, e.Recorded(stamp, event))

    def clock_quality(self) -> str:
        """ "doubtful" when the clock is behind the last sound event, or far ahead of it, or plainly before our time."""
        last_ms, now_ms = self.journal.trusted_ms(), to_ms(self.now)
        behind = now_ms < last_ms - CLOCK_BACK_MS
        ahead = 0 < last_ms < now_ms - CLOCK_AHEAD_MS
        return DOUBTFUL if behind or ahead or self.now.year < FIRST_SOUND_YEAR else "plausible"

    def _quality_for(self, event: e.Event) -> str:
        by_hand = isinstance(event, e.ClockConfirmed) and self.now.year >= FIRST_SOUND_YEAR
        return "confirmed" if by_hand else self.clock_quality()

    def demand_sound_clock(self) -> None:
        """Due dates are promises: none is made on a date nobody trusts. Raises Refused(CLOCK_DOUBTFUL)."""
        if self.clock_quality() == DOUBTFUL:
            raise Refused(RefusalCode.CLOCK_DOUBTFUL, today=self.today)

    def demand_role(self, *roles: str) -> None:
        """Raises Refused when nobody is signed in or the operator has none of these roles."""
        operator = self.desk.operator
        if operator is None:
            raise Refused(RefusalCode.NOT_SIGNED_IN)
        if not set(roles) & set(operator.roles):
            raise Refused(RefusalCode.ROLE_MISSING, roles=roles)


def confirm_clock(desk: Desk) -> None:
    """The operator looked at the date on the screen and says it is right. Source: sync specification, time floor."""
    with desk.action() as act:
        act.record(e.ClockConfirmed(act.today))


def read_rules(driver_connection: Any) -> Rules:
    settings = read_settings(all_rows(driver_connection, Rule))
    policies = tuple(policy for policy in all_rows(driver_connection, LoanPolicy) if not policy.retired)
    dated = {day.on: day.name for day in all_rows(driver_connection, ClosedDay)}
    return Rules(settings, policies, OpenDays(frozenset(settings.weekly_closed), dated))


def all_rows(driver_connection: Any, kind: type[Any]) -> Sequence[Any]:
    """Every row of a small table, in order of its key."""
    map_ = mapper(kind)
    rows = driver_connection.execute(f'{map_.select_sql} ORDER BY "{map_.key}"').fetchall()
    return [map_.entity(row) for row in rows]


def get_row(driver_connection: Any, kind: type[Entity], key: str) -> Any:
    return SqlState(driver_connection).get(kind, key)


def open_desk(database: Database, clock: Clock, ids: Ids) -> Desk | None:
    """The desk this database belongs to; None before the first-run assistant has founded a library."""
    with database.read() as connection:
        source = driver(connection)
        found = [get_meta(source, key) for key in ("library_id", "station_id", "stream_id")]
        if any(value is None for value in found):
            return None
        library_id, station_id, stream_id = (Id(str(value)) for value in found)
        library, station = get_row(source, Library, library_id), get_row(source, Station, station_id)
    return Desk(database, clock, ids, library, station, stream_id)
