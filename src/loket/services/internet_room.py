"""The internet room: the card is taken, the time runs, the card goes back. Source: SOP layanan-internet 1-6."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from loket.db import room_queries as q
from loket.domain import events as e
from loket.domain import internet as rules
from loket.domain.circulation import member_blocks
from loket.domain.entities import Id, InternetSeat, InternetSession, Member, SessionState
from loket.domain.errors import Block, InvalidInput, RefusalCode, Refused
from loket.domain.handling import standing_member
from loket.domain.internet import Reckoning, SeatState, seat_state
from loket.services import session_clock
from loket.services.circulation import Approval, waive_blocks
from loket.services.desk import Action, Desk
from loket.services.internet_seats import add_seats as add_seats
from loket.services.internet_seats import demand_usable
from loket.services.internet_seats import put_in_order as put_in_order
from loket.services.internet_seats import seats as seats
from loket.services.internet_seats import set_out_of_order as set_out_of_order
from loket.services.internet_seats import set_seat as set_seat
from loket.services.member_records import records_of_person
from loket.services.room_parts import demand_operator, needed, tidied, why
from loket.services.visitors import Person

PURPOSES = ("Tugas sekolah", "Mencari informasi", "Mengetik", "Surel", "Mendaftar daring", "Rapat daring", "Lainnya")
"""What is offered; any other text will do. The words stand in the library's register."""
ENDINGS = ("done", "time", "power", "closing")
LONGEST_NAME, LONGEST_PURPOSE, LONGEST_REASON = 100, 60, 200


@dataclass(frozen=True, slots=True)
class SeatTile:
    """A computer on the board, and who sits there.

    Attributes:
        reckoning: the session's clock as it was noted here; None while nobody sits there, or where it runs elsewhere.
    """

    seat: InternetSeat
    session: InternetSession | None = None
    name: str = ""
    number: str = ""
    reckoning: Reckoning | None = None

    def left_ms(self, boot_id: str, mono_ms: int) -> int | None:
        """Milliseconds left at a moment, below nought once his time is over. None: there is no clock here to ask."""
        if self.session is None or self.reckoning is None:
            return None
        return self.session.minutes * rules.MINUTE_MS - self.reckoning.used_at(boot_id, mono_ms)

    def state(self, warning_min: int, boot_id: str, mono_ms: int) -> SeatState:
        return seat_state(self.seat, self.session, self.left_ms(boot_id, mono_ms), warning_min)


@dataclass(frozen=True, slots=True)
class QueueLine:
    """Somebody who waits for a computer; `place` counts from 1."""

    session: InternetSession
    name: str
    number: str
    place: int


@dataclass(frozen=True, slots=True)
class HeldCard:
    """A member card that lies at the desk. `seat`: number of the computer. `is_over`: he left without it."""

    session: InternetSession
    name: str
    number: str
    seat: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class Started:
    """A session begun. `overridden`: the rules a supervisor waived."""

    session: InternetSession
    seat: InternetSeat
    overridden: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class _Who:
    """Whose session it is: a member, a visitor, or a name."""

    member: Member | None
    visit_id: Id | None
    name: str

    @property
    def member_id(self) -> Id | None:
        return self.member.id if self.member else None


# ---- looking at it ------------------------------------------------------------------------------------------------


def board(desk: Desk) -> tuple[SeatTile, ...]:
    """Every computer in use, in the order they stand. Read once; `left_ms` of a tile may be asked every second."""
    with desk.view() as act:
        return _board(act)


def _board(act: Action) -> tuple[SeatTile, ...]:
    running = {found.entity.seat_id: found for found in q.sessions_running(act.driver)}
    clocks = session_clock.reckonings(act)
    tiles = []
    for seat in q.seats(act.driver):
        found = running.get(seat.id)
        if found is not None:
            tiles.append(SeatTile(seat, found.entity, found.who, found.number, clocks.get(found.entity.id)))
        elif not seat.retired:
            tiles.append(SeatTile(seat))
    return tuple(tiles)


def still_running(desk: Desk) -> tuple[SeatTile, ...]:
    """Where somebody still sits: asked for at closing time."""
    return tuple(tile for tile in board(desk) if tile.session is not None)


def waiting(desk: Desk) -> tuple[QueueLine, ...]:
    """Today's queue, first come first."""
    with desk.view() as act:
        found = q.sessions_waiting(act.driver, act.today)
    return tuple(QueueLine(one.entity, one.who, one.number, place) for place, one in enumerate(found, 1))


def held_cards(desk: Desk) -> tuple[HeldCard, ...]:
    """Cards that lie at the desk: those that were forgotten first, then those of people who sit there."""
    with desk.view() as act:
        found = q.sessions(act.driver, "x.card_held = 1 ORDER BY x.state = 'running', x.started_at, x.id")
        numbers = {seat.id: seat.number for seat in q.seats(act.driver)}
    return tuple(
        HeldCard(
            one.entity,
            one.who,
            one.number,
            numbers.get(one.entity.seat_id, ""),
            one.entity.state is not SessionState.RUNNING,
        )
        for one in found
    )


# ---- the queue ----------------------------------------------------------------------------------------------------


def queue_up(desk: Desk, person: Person | None, *, user: str = "", purpose: str = "") -> InternetSession:
    """Somebody waits for a computer. A typed name counts only where no card and no slip says who he is.

    Raises Refused: INTERNET_RUNNING, INTERNET_WAITING, NOT_SIGNED_IN; InvalidInput: "user" (`text_missing`,
    `text_too_long`), "purpose" (`text_too_long`).
    """
    what = tidied("purpose", purpose, LONGEST_PURPOSE)
    with desk.action() as act:
        demand_operator(act)
        who = _who(act, person, user)
        own = _own_sessions(act, who)
        _demand_not_running(act, own)
        if any(one.state is SessionState.WAITING and one.on == act.today for one in own):
            raise Refused(RefusalCode.INTERNET_WAITING)
        session_id = act.new_id()
        act.record(e.SessionAsked(session_id, act.today, who.member_id, who.visit_id, what, who.name or None))
        return _the_session(act, session_id)


def _who(act: Action, person: Person | None, user: str) -> _Who:
    if person is None:
        return _Who(None, None, needed("user", user, LONGEST_NAME))
    member = standing_member(act.state, person.member_id) if person.member_id is not None else None
    if person.member_id is not None and (member is None or member.erased):
        raise Refused(RefusalCode.CODE_UNKNOWN, code=person.number)
    name = "" if member is not None else tidied("user", person.holder, LONGEST_NAME)
    return _Who(member, person.visit_id, name)


def _own_sessions(act: Action, who: _Who) -> list[InternetSession]:
    """His sessions of today and open ones; of a mere name nobody can tell."""
    records = [record.id for record in records_of_person(act, who.member)] if who.member else []
    if not records and who.visit_id is None:
        return []
    return q.sessions_of(act.driver, act.today, records, who.visit_id)


def _demand_not_running(act: Action, own: Sequence[InternetSession]) -> None:
    running = next((one for one in own if one.state is SessionState.RUNNING), None)
    if running is not None:
        seat = act.state.get(InternetSeat, running.seat_id) if running.seat_id else None
        raise Refused(RefusalCode.INTERNET_RUNNING, number=seat.number if seat else "")


# ---- sitting down -------------------------------------------------------------------------------------------------


def start(
    desk: Desk,
    seat_id: Id,
    person: Person | None,
    *,
    user: str = "",
    purpose: str = "",
    session_id: Id | None = None,
    minutes: int | None = None,
    card_held: bool | None = None,
    approval: Approval | None = None,
    began_at: datetime | None = None,
) -> Started:
    """The card is taken and the time runs. `session_id`: of somebody in the queue; who comes without it and waits
    already leaves the queue by this. `minutes` and `card_held` are what the settings say when not given.

    Raises Refused, beyond an approval: INTERNET_SEAT_TAKEN, INTERNET_SEAT_OUT, INTERNET_RUNNING, SESSION_OVER,
    MEMBER_PENDING, MEMBER_LEFT, NOT_SIGNED_IN; overridable: MEMBER_EXPIRED, MEMBER_SUSPENDED, INTERNET_CARD_NEEDED,
    INTERNET_DAILY, INTERNET_OTHERS_WAIT. InvalidInput: "user", "purpose", "minutes" (`number_out_of_range`).
    """
    what = tidied("purpose", purpose, LONGEST_PURPOSE)
    if minutes is not None and not rules.SHORTEST_MIN <= minutes <= rules.LONGEST_MIN:
        raise InvalidInput("minutes", "number_out_of_range", minimum=rules.SHORTEST_MIN, maximum=rules.LONGEST_MIN)
    with desk.action(began_at) as act:
        demand_operator(act)
        queued = _the_waiting(act, session_id) if session_id is not None else None
        seat = demand_usable(act, seat_id)
        who = _of_session(act, queued) if queued is not None and person is None else _who(act, person, user)
        own = _own_sessions(act, who)
        _demand_not_running(act, own)
        queued = queued or next((one for one in own if _waits(act, one)), None)
        left_min = rules.left_today(_of_today(act, own), act.rules.settings)
        blocks = _member_blocks(act, who) + _room_blocks(act, who, queued, left_min)
        held = card_held if card_held is not None else act.rules.settings.internet_card_held and who.member is not None
        event = e.SessionStarted(
            session_id=queued.id if queued else act.new_id(),
            seat_id=seat.id,
            on=act.today,
            minutes=minutes or rules.granted(act.rules.settings, left_min),
            member_id=who.member_id,
            visit_id=who.visit_id,
            purpose=what or (queued.purpose if queued else ""),
            card_held=held,
            override_id=waive_blocks(act, blocks, approval, who.member_id),
            user=who.name or None,
        )
        act.record(event)
        session_clock.begin(act, event.session_id)
        return Started(_the_session(act, event.session_id), seat, blocks)


def _waits(act: Action, session: InternetSession) -> bool:
    return session.state is SessionState.WAITING and session.on == act.today


def _of_today(act: Action, own: Iterable[InternetSession]) -> list[InternetSession]:
    return [one for one in own if one.on == act.today and one.state is not SessionState.WAITING]


def _the_waiting(act: Action, session_id: Id) -> InternetSession:
    session = _the_session(act, session_id)
    if session.state is not SessionState.WAITING:
        raise Refused(RefusalCode.SESSION_OVER)
    return session


def _of_session(act: Action, session: InternetSession) -> _Who:
    member = standing_member(act.state, session.member_id) if session.member_id is not None else None
    return _Who(member, session.visit_id, session.user)


def _member_blocks(act: Action, who: _Who) -> tuple[Block, ...]:
    """A card must be valid; books that are late and money that is owed are no matter here."""
    return () if who.member is None else member_blocks(who.member, act.today, (), (), act.rules.settings)


def _room_blocks(act: Action, who: _Who, queued: InternetSession | None, left_min: int | None) -> tuple[Block, ...]:
    line = [found.entity.id for found in q.sessions_waiting(act.driver, act.today)]
    ahead = line.index(queued.id) if queued is not None and queued.id in line else len(line)
    return rules.start_blocks(
        is_member=who.member is not None,
        left_min=left_min,
        ahead=ahead,
        free_seats=_free_seats(act),
        settings=act.rules.settings,
    )


def _free_seats(act: Action) -> int:
    return sum(tile.session is None and not tile.seat.out_of_order for tile in _board(act))


# ---- while he sits there ------------------------------------------------------------------------------------------


def extend(desk: Desk, session_id: Id, *, approval: Approval | None = None) -> InternetSession:
    """One more extension. Raises Refused: SESSION_OVER; overridable: INTERNET_OTHERS_WAIT (more wait than there are
    free computers), INTERNET_EXTENSIONS, INTERNET_DAILY.
    """
    with desk.action() as act:
        demand_operator(act)
        session, settings = _the_running(act, session_id), act.rules.settings
        left_min = rules.left_today(_of_today(act, _own_sessions(act, _of_session(act, session))), settings)
        unserved = max(0, len(q.sessions_waiting(act.driver, act.today)) - _free_seats(act))
        blocks = rules.extension_blocks(session, left_min=left_min, waiting=unserved, settings=settings)
        override_id = waive_blocks(act, blocks, approval, session.member_id)
        act.record(e.SessionExtended(session.id, rules.extended(session, settings, left_min), override_id))
        return _the_session(act, session.id)


def move(desk: Desk, session_id: Id, seat_id: Id) -> InternetSession:
    """He goes to another computer; his time goes on. Raises Refused: SESSION_OVER, INTERNET_SEAT_TAKEN,
    INTERNET_SEAT_OUT.
    """
    with desk.action() as act:
        demand_operator(act)
        session = _the_running(act, session_id)
        if session.seat_id != seat_id:
            act.record(e.SessionMoved(session.id, demand_usable(act, seat_id).id))
        return _the_session(act, session.id)


def end(desk: Desk, session_id: Id, *, card_back: bool, how: str = "done") -> InternetSession:
    """The computer is free again. `card_back`: his card was given back (SOP step 3); else it stays on the list.

    Raises Refused(SESSION_OVER); ValueError for another `how` than `ENDINGS`.
    """
    if how not in ENDINGS:
        raise ValueError(how)
    with desk.action() as act:
        demand_operator(act)
        return _end(act, _the_running(act, session_id), card_back, how)


def _end(act: Action, session: InternetSession, card_back: bool, how: str) -> InternetSession:
    used_min = _used_min(act, session)
    act.record(e.SessionEnded(session.id, used_min, how, card_back and session.card_held))
    session_clock.stop(act, session.id)
    return _the_session(act, session.id)


def _used_min(act: Action, session: InternetSession) -> int:
    """By the clock here; of a session begun at another counter by the time it began, never more than was granted."""
    used_ms = session_clock.used_ms(act, session.id)
    if used_ms is not None:
        return rules.minutes_of(used_ms)
    seconds = (act.now - session.started_at).total_seconds() if session.started_at else 0.0
    return min(max(0, rules.minutes_of(int(seconds * 1000))), session.minutes)


def card_back(desk: Desk, session_id: Id) -> InternetSession:
    """A card that was still held is with its owner again. Raises Refused(SESSION_OVER) where none is held."""
    with desk.action() as act:
        demand_operator(act)
        session = _the_session(act, session_id)
        if not session.card_held:
            raise Refused(RefusalCode.SESSION_OVER)
        act.record(e.SessionCardReturned(session.id))
        return _the_session(act, session.id)


def cancel(desk: Desk, session_id: Id, reason: str = "") -> InternetSession:
    """He left the queue, or the session was begun by mistake: then say why; his card goes back.

    Raises Refused(SESSION_OVER); InvalidInput("reason", `reason_missing`, `text_too_long`).
    """
    with desk.action() as act:
        demand_operator(act)
        session = _the_session(act, session_id)
        if session.state not in (SessionState.WAITING, SessionState.RUNNING):
            raise Refused(RefusalCode.SESSION_OVER)
        running = session.state is SessionState.RUNNING
        ask = why("reason", reason, LONGEST_REASON) if running else ""
        act.record(e.SessionCancelled(session.id, ask or tidied("reason", reason, LONGEST_REASON)))
        session_clock.stop(act, session.id)
        return _the_session(act, session.id)


def close_day(desk: Desk) -> int:
    """Closing time: every session ends, the queue is sent home. Cards not given back stay on the list. How many."""
    with desk.action() as act:
        demand_operator(act)
        running = [found.entity for found in q.sessions_running(act.driver)]
        line = [found.entity for found in q.sessions_waiting(act.driver, act.today)]
        for session in running:
            _end(act, session, False, "closing")
        for session in line:
            act.record(e.SessionCancelled(session.id))
        return len(running) + len(line)


def _the_session(act: Action, session_id: Id) -> InternetSession:
    session = act.state.get(InternetSession, session_id)
    if session is None:
        raise Refused(RefusalCode.SESSION_OVER)
    return session


def _the_running(act: Action, session_id: Id) -> InternetSession:
    session = _the_session(act, session_id)
    if session.state is not SessionState.RUNNING:
        raise Refused(RefusalCode.SESSION_OVER)
    return session


# ---- the register -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the internet register. `seat`: number of the computer. `operator`: who let him sit down."""

    session: InternetSession
    seat: str
    name: str
    number: str
    operator: str


@dataclass(frozen=True, slots=True)
class DayUse:
    """A day's recap (SOP step 4). `minutes`: used by sessions that ended."""

    sessions: int
    minutes: int
    members: int
    guests: int
    by_purpose: dict[str, int]


def day_log(desk: Desk, on: date | None = None) -> tuple[LogLine, ...]:
    """A day's sessions, today's when not given, in the order they began."""
    with desk.view() as act:
        return _log(act, on or act.today, on or act.today)


def month_log(desk: Desk, year: int, month: int) -> tuple[LogLine, ...]:
    """A month's sessions, in the order they began."""
    with desk.view() as act:
        return _log(act, date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _log(act: Action, first: date, last: date) -> tuple[LogLine, ...]:
    numbers = {seat.id: seat.number for seat in q.seats(act.driver)}
    found = q.sessions_between(act.driver, first, last)
    return tuple(
        LogLine(one.entity, numbers.get(one.entity.seat_id, ""), one.who, one.number, one.operator) for one in found
    )


def day_use(desk: Desk, on: date | None = None) -> DayUse:
    """How the internet room was used on a day."""
    sessions = [line.session for line in day_log(desk, on)]
    members = sum(session.member_id is not None for session in sessions)
    purposes = Counter(session.purpose for session in sessions)
    used_min = sum(session.used_min for session in sessions)
    return DayUse(len(sessions), used_min, members, len(sessions) - members, dict(purposes.most_common()))
