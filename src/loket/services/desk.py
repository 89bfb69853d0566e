"""The desk: one opened database, one station, one operator; and `action`, the transaction every service runs in."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from loket.db.engine import Database, driver
from loket.db.erased_list import ErasedList
from loket.db.journal import Journal
from loket.db.meta import get_meta, set_meta
from loket.db.recap_queries import add_refusals
from loket.db.rows import from_ms, id_bytes, mapper, to_ms
from loket.db.state import SqlState
from loket.db.streams import OwnStream, hash_at, open_stream, own_streams
from loket.devices.clock import CarriedClock
from loket.devices.machine import machine_id, moved
from loket.devices.witness import Witness, WitnessFile
from loket.domain import events as e
from loket.domain.apply import apply
from loket.domain.calendar import OpenDays
from loket.domain.entities import Case, ClosedDay, Entity, Id, Library, LoanPolicy, Operator, Rule, Station, Tariff
from loket.domain.errors import RefusalCode, Refused
from loket.domain.events import DOUBTFUL
from loket.domain.ports import Clock, Ids
from loket.domain.scope import Scope, kinds_of, scope_of
from loket.domain.settings import Settings, read_settings

CLOCK_BACK_MS = 5 * 60_000  # a clock this far behind the last event is wrong, not merely corrected
CLOCK_AHEAD_MS = 45 * 86_400_000  # nobody worked here for 45 days: ask before promising due dates
FIRST_SOUND_YEAR = 2025  # a dead CMOS battery wakes up long before this
SERVER_CLOCK, MACHINE, MACHINE_ID = "server_clock", "machine", "machine_id"
_RECALLED = f"SELECT key, value FROM meta WHERE key IN ('stream_id', 'scope', '{SERVER_CLOCK}')"
_KINDS = {scope: kinds_of(scope) for scope in Scope}
_RULE_EVENTS = (
    *(e.RuleSet, e.PolicyAdopted, e.PolicyRetired, e.ClosedDaysDeclared, e.ClosedDayWithdrawn),
    *(e.TariffAdopted, e.TariffRetired),
)


@dataclass(frozen=True, slots=True)
class ServerTime:
    """A time the server said, and the moment of this start of the computer when it did.

    `in_use`: the operator confirmed it, and the desk goes by it instead of the computer's clock.
    """

    server_ms: int
    mono_ms: int
    boot_id: str
    in_use: bool = False

    def text(self) -> str:
        return json.dumps(asdict(self))


@lru_cache(8)
def _server_time(text: str | None) -> ServerTime | None:
    return ServerTime(**json.loads(text)) if text else None


@dataclass(frozen=True, slots=True)
class Rules:
    """The library's rules as they stand: settings, policies, calendar, tariffs that were not taken out of force."""

    settings: Settings
    policies: tuple[LoanPolicy, ...]
    calendar: OpenDays
    tariffs: tuple[Tariff, ...] = ()


@dataclass
class Desk:
    """What every service needs. Threads may share it: each action takes the database's one writer.

    Attributes:
        operator: who is signed in; None while locked.
        scope: which of the server's rows this counter has; None while it belongs to no server.
        witness: where the end of the journal is noted outside the database.
        new_stream: why opening the desk began a new stream: "" (it did not), "restore", "clone".
        server_time: what the server said the time was, and when.
        photos_wanted: names of photos that should be here and are not; a round with the server fetches them.
    """

    database: Database
    clock: Clock
    ids: Ids
    library: Library
    station: Station
    stream_id: Id
    operator: Operator | None = None
    scope: Scope | None = None
    witness: WitnessFile | None = None
    new_stream: str = ""
    server_time: ServerTime | None = None
    photos_wanted: set[str] = field(default_factory=set)
    _rules: Rules | None = None
    _rules_version: int = -1
    _rules_lock: threading.Lock = field(default_factory=threading.Lock)
    _refused: Counter[tuple[str, str]] = field(default_factory=Counter)  # (day, code): not written down yet
    _refused_lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def action(self, began_at: datetime | None = None) -> Iterator[Action]:
        """One transaction at this desk; `began_at` is its first scan, now when not given.

        Everything recorded is durable when the block ends; an error takes all of it back. A rule that says no is
        counted in memory, and written down with the next action that does something.
        """
        counted: Counter[tuple[str, str]] | None = None
        try:
            with self.database.write() as connection:
                self._recall(driver(connection))
                action = Action(self, driver(connection), began_at)
                if self._refused:
                    counted = self._note_refusals(driver(connection))
                yield action
                if action.changed_rules:  # before the commit: the next one in line must not meet the old rules
                    self._rules = None
                if action.erased:  # before the commit too: a backup from before must not bring anybody back
                    ErasedList.beside(self.database.path).add(action.erased)
        except BaseException as error:
            self._count_refusals(counted, error)
            raise
        if action.recorded_any and self.witness is not None:
            head = action.journal.head()
            self.witness.write(Witness(id_bytes(action.stream_id), head.seq, head.hash))

    @contextmanager
    def view(self) -> Iterator[Action]:
        """A moment to look at: the same state and rules, and a connection that cannot write."""
        with self.database.read() as connection:
            yield Action(self, driver(connection), None, reading=True)

    @property
    def lists_people(self) -> bool:
        """May people be looked up here by name? Not where visitors stand, unless staff are signed in (UU 27/2022)."""
        return self.operator is not None or scope_of(self.station.profile) is Scope.FULL

    @property
    def has_refusals(self) -> bool:
        """Whether something was refused that is not written down yet."""
        return bool(self._refused)

    def _note_refusals(self, driver_connection: Any) -> Counter[tuple[str, str]]:
        """Write down what was refused so far. Inside the caller's transaction."""
        with self._refused_lock:
            counted, self._refused = self._refused, Counter()
        add_refusals(driver_connection, counted)
        return counted

    def _count_refusals(self, taken_back: Counter[tuple[str, str]] | None, error: BaseException) -> None:
        """What was not written down after all, and this no."""
        with self._refused_lock:
            self._refused.update(taken_back or ())
            if isinstance(error, Refused):
                self._refused[self.today().isoformat(), error.code.value] += 1

    def _recall(self, driver_connection: Any) -> None:
        """What another program on this file may have changed: its stream, its scope, the server's time."""
        known = dict(driver_connection.execute(_RECALLED).fetchall())
        self.stream_id = Id(known.get("stream_id", self.stream_id))
        self.scope = Scope(known["scope"]) if "scope" in known else None
        self.server_time = _server_time(known.get(SERVER_CLOCK))

    def notice(self, driver_connection: Any) -> None:
        """Rows came from elsewhere: look again at the rules, at who we are and who is signed in.

        Inside the transaction that brought them. An operator who is no longer active is signed out.
        """
        self._rules = None
        self.library = get_row(driver_connection, Library, self.library.id) or self.library
        self.station = get_row(driver_connection, Station, self.station.id) or self.station
        if self.operator is not None:
            found = get_row(driver_connection, Operator, self.operator.id)
            self.operator = found if found is not None and found.active else None

    def set_server_time(self, driver_connection: Any, now_ms: int) -> None:
        """The server just said what time it is. Inside the caller's transaction."""
        known = _server_time(get_meta(driver_connection, SERVER_CLOCK))
        used = known is not None and known.boot_id == self.clock.boot_id and known.in_use
        self.server_time = ServerTime(now_ms, self.clock.mono_ms(), self.clock.boot_id, used)
        set_meta(driver_connection, SERVER_CLOCK, self.server_time.text())

    def time_by_server(self) -> datetime | None:
        """The time by the server's clock, as far as it can be known without asking; None since the computer started."""
        told = self.server_time
        if told is None or told.boot_id != self.clock.boot_id:
            return None
        return from_ms(told.server_ms + self.clock.mono_ms() - told.mono_ms)

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
        self.state = SqlState(driver_connection, () if desk.scope is None else _KINDS[desk.scope])
        self.stream_id = desk.stream_id
        self.journal = Journal(driver_connection, desk.stream_id)
        self.changed_rules = False
        self.recorded_any = False
        self.erased: list[Id] = []
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
        self.recorded_any = True
        self.changed_rules = self.changed_rules or isinstance(event, _RULE_EVENTS)
        if isinstance(event, e.MemberErased):
            self.erased.append(event.member_id)
        return stamp.event_id, apply(self.state, e.Recorded(stamp, event))

    def clock_quality(self) -> str:
        """ "server_synced" or "doubtful" by the server's time, where it was told since the computer started.

        Else "doubtful" when the clock is behind the last sound event, or far ahead of it, or plainly before our time.
        """
        by_server = self.desk.time_by_server()
        if by_server is not None:
            return "server_synced" if abs(to_ms(self.now) - to_ms(by_server)) <= CLOCK_BACK_MS else DOUBTFUL
        last_ms, now_ms = self.journal.trusted_ms(), to_ms(self.now)
        behind = now_ms < last_ms - CLOCK_BACK_MS
        ahead = 0 < last_ms < now_ms - CLOCK_AHEAD_MS
        return DOUBTFUL if behind or ahead or self.now.year < FIRST_SOUND_YEAR else "plausible"

    def _quality_for(self, event: e.Event) -> str:
        by_hand = isinstance(event, e.ClockConfirmed) and self.now.year >= FIRST_SOUND_YEAR
        return "confirmed" if by_hand else self.clock_quality()

    def demand_sound_clock(self) -> None:
        """Due dates are promises: none is made on a date nobody trusts. Raises Refused(CLOCK_DOUBTFUL).

        Its `today` is the date to be confirmed: the server's, where it is known.
        """
        if self.clock_quality() == DOUBTFUL:
            by_server = self.desk.time_by_server()
            raise Refused(
                RefusalCode.CLOCK_DOUBTFUL, today=self.desk.local(by_server).date() if by_server else self.today
            )

    def demand_role(self, *roles: str) -> None:
        """Raises Refused when nobody is signed in or the operator has none of these roles."""
        operator = self.desk.operator
        if operator is None:
            raise Refused(RefusalCode.NOT_SIGNED_IN)
        if not set(roles) & set(operator.roles):
            raise Refused(RefusalCode.ROLE_MISSING, roles=roles)


def flush_refusals(desk: Desk) -> None:
    """Write down what was refused since the last action; nothing when there was nothing. At closing and shutdown."""
    if desk.has_refusals:
        with desk.action():
            pass


def confirm_clock(desk: Desk) -> None:
    """The operator looked at the date on the screen and says it is right. Source: sync specification, time floor.

    Where the server told another time, that is the one he was asked about: until the computer starts again the desk
    goes by it.
    """
    with desk.view() as act:
        doubtful = act.clock_quality() == DOUBTFUL
    if doubtful and desk.time_by_server() is not None:
        _go_by_server(desk)
    with desk.action() as act:
        act.record(e.ClockConfirmed(act.today))


def _go_by_server(desk: Desk) -> None:
    with desk.database.write() as connection:
        told = _server_time(get_meta(driver(connection), SERVER_CLOCK))
        if told is not None:
            desk.server_time = replace(told, in_use=True)
            set_meta(driver(connection), SERVER_CLOCK, desk.server_time.text())
            desk.clock = CarriedClock(desk.clock, from_ms(told.server_ms), told.mono_ms)


def read_rules(driver_connection: Any) -> Rules:
    settings = read_settings(all_rows(driver_connection, Rule))
    policies = tuple(policy for policy in all_rows(driver_connection, LoanPolicy) if not policy.retired)
    dated = {day.on: day.name for day in all_rows(driver_connection, ClosedDay)}
    tariffs = tuple(tariff for tariff in all_rows(driver_connection, Tariff) if not tariff.retired)
    return Rules(settings, policies, OpenDays(frozenset(settings.weekly_closed), dated), tariffs)


def all_rows(driver_connection: Any, kind: type[Any]) -> Sequence[Any]:
    """Every row of a small table, in order of its key."""
    map_ = mapper(kind)
    rows = driver_connection.execute(f'{map_.select_sql} ORDER BY "{map_.key}"').fetchall()
    return [map_.entity(row) for row in rows]


def get_row(driver_connection: Any, kind: type[Entity], key: str) -> Any:
    return SqlState(driver_connection).get(kind, key)


def open_desk(
    database: Database, clock: Clock, ids: Ids, *, machine: tuple[str, ...] = (), witness: WitnessFile | None = None
) -> Desk | None:
    """The desk this database belongs to; None before a library was founded or its rows were fetched from a server.

    `machine` is what tells this computer from others, `witness` where the end of the journal is noted: when either
    says that this database is a copy or an older one, a new stream begins before anything is written.
    """
    with database.read() as connection:
        source = driver(connection)
        found = [get_meta(source, key) for key in ("library_id", "station_id", "stream_id")]
        if any(value is None for value in found):
            return None
        library_id, station_id, stream_id = (Id(str(value)) for value in found)
        library, station = get_row(source, Library, library_id), get_row(source, Station, station_id)
        told, scope = _server_time(get_meta(source, SERVER_CLOCK)), get_meta(source, "scope")
    if library is None or station is None:
        return None
    if told is not None and told.in_use and told.boot_id == clock.boot_id:
        clock = CarriedClock(clock, from_ms(told.server_ms), told.mono_ms)
    desk = Desk(database, clock, ids, library, station, stream_id, witness=witness, server_time=told)
    desk.scope = Scope(scope) if scope else None
    begin_anew_if_doubtful(desk, machine)
    return desk


def begin_anew_if_doubtful(desk: Desk, machine: tuple[str, ...]) -> None:
    """Open a new stream when this database was copied to another computer or put back. Notes this computer."""
    if not machine and desk.witness is None:
        return
    with desk.database.write() as connection:
        source = driver(connection)
        known = json.loads(get_meta(source, MACHINE) or "[]")
        reason = "clone" if moved(known, machine) else "restore" if _put_back(source, desk) else ""
        if machine and (not known or reason == "clone"):
            set_meta(source, MACHINE_ID, machine_id(machine))
        if machine and list(machine) != known:
            set_meta(source, MACHINE, json.dumps(machine))
        if reason:
            parent, desk.stream_id = id_bytes(desk.stream_id), desk.ids.new()
            open_stream(source, desk.stream_id, parent=parent, reason=reason, now_ms=to_ms(desk.clock.now()))
        desk.new_stream = reason


def _put_back(driver_connection: Any, desk: Desk) -> bool:
    """Does the witness know a history that this database does not?"""
    seen = desk.witness.read() if desk.witness is not None else None
    if seen is None:
        return False
    streams: dict[bytes, OwnStream] = {stream.stream_id: stream for stream in own_streams(driver_connection)}
    if seen.stream_id not in streams:
        return True
    if seen.stream_id != id_bytes(desk.stream_id):
        return False  # a newer stream was opened since: everything after it is under its own numbers
    return hash_at(driver_connection, seen.stream_id, seen.seq) != seen.hash
