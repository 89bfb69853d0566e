"""The internet room at a glance, and what Enter does with whom is in hand and which computer is chosen.

Holds no rule of the service: it proposes what is meant, the service says whether it may be. Asked every second, it
reads nothing: remaining times come from the monotonic clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from loket.domain.entities import Id, InternetSession
from loket.domain.internet import SeatState
from loket.domain.settings import DEFAULTS, Settings
from loket.services.internet_room import DayUse, HeldCard, QueueLine, SeatTile
from loket.services.visitors import Person


class Doing(StrEnum):
    """What Enter does now."""

    NOTHING = "nothing"  # nobody in hand, nobody at this computer
    START = "start"
    START_NEXT = "start_next"  # of the queue, at the computer that is free
    QUEUE = "queue"
    WAIT = "wait"  # in the queue already, and nothing is free
    MOVE = "move"
    END = "end"
    CARD = "card"  # his card still lies here


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who is in hand: somebody with a card or slip, or a guest by the name he gives."""

    person: Person | None = None
    user: str = ""

    @property
    def name(self) -> str:
        return self.person.name if self.person else self.user

    @property
    def number(self) -> str:
        return self.person.number if self.person else ""

    def has(self, session: InternetSession) -> bool:
        """Whether it is his. A name alone is nobody: two guests may bear it."""
        if self.person is None:
            return False
        if self.person.member_id is not None:
            return session.member_id == self.person.member_id
        return self.person.visit_id is not None and session.visit_id == self.person.visit_id


@dataclass(frozen=True, slots=True)
class Proposal:
    """What Enter does, to whose session, at which computer."""

    doing: Doing
    seat: SeatTile | None = None
    session: InternetSession | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Beat:
    """One look at the clock: what each computer shows. `hurried`: seats whose time is nearly or quite over just now."""

    states: dict[Id, SeatState]
    left_ms: dict[Id, int | None]
    hurried: tuple[tuple[SeatTile, SeatState], ...] = ()


@dataclass
class InternetRoom:
    """What was read last, who is in hand, what is chosen. `said`: sessions whose warning was given, with its state."""

    tiles: tuple[SeatTile, ...] = ()
    queue: tuple[QueueLine, ...] = ()
    held: tuple[HeldCard, ...] = ()
    use: DayUse | None = None
    settings: Settings = DEFAULTS
    visitor: Visitor | None = None
    taken_at: datetime | None = None
    seat_id: Id | None = None
    said: dict[Id, SeatState] = field(default_factory=dict)

    # ---- the clock -------------------------------------------------------------------------------------------------

    def beat(self, boot_id: str, mono_ms: int) -> Beat:
        """What the board shows at this moment; each session's warning and end are told once."""
        states = {tile.seat.id: tile.state(self.settings.internet_warning_min, boot_id, mono_ms) for tile in self.tiles}
        left = {tile.seat.id: tile.left_ms(boot_id, mono_ms) for tile in self.tiles}
        return Beat(states, left, tuple(self._hurried(states)))

    def _hurried(self, states: dict[Id, SeatState]) -> Iterator[tuple[SeatTile, SeatState]]:
        running = {tile.session.id for tile in self.tiles if tile.session is not None}
        self.said = {session_id: state for session_id, state in self.said.items() if session_id in running}
        for tile in self.tiles:
            state = states[tile.seat.id]
            if tile.session is None:
                continue
            if state not in (SeatState.WARNING, SeatState.OVERRUN):
                self.said.pop(tile.session.id, None)  # it was extended: its next end is told again
            elif self.said.get(tile.session.id) is not state:
                self.said[tile.session.id] = state
                yield tile, state

    # ---- who and where ---------------------------------------------------------------------------------------------

    def take(self, visitor: Visitor, at: datetime | None = None) -> None:
        """Somebody's card or name: his own computer is chosen, else the chosen one if it is free, else the first.

        `at`: when he came to the desk.
        """
        self.visitor, self.taken_at = visitor, at
        own = next((tile for tile in self.tiles if tile.session is not None and visitor.has(tile.session)), None)
        chosen = self.seat
        if own is not None:
            self.seat_id = own.seat.id
        elif chosen is None or not is_free(chosen):
            free = self.first_free()
            self.seat_id = free.seat.id if free else None

    def put_down(self) -> None:
        self.visitor = self.taken_at = None

    def choose(self, seat_id: Id | None) -> None:
        self.seat_id = seat_id

    @property
    def seat(self) -> SeatTile | None:
        return next((tile for tile in self.tiles if tile.seat.id == self.seat_id), None)

    def seat_named(self, text: str) -> SeatTile | None:
        """The computer of this number, as it is painted on it."""
        wanted = text.strip().casefold()
        return next((tile for tile in self.tiles if tile.seat.number.casefold() == wanted), None)

    def first_free(self) -> SeatTile | None:
        return next((tile for tile in self.tiles if is_free(tile)), None)

    def free_count(self) -> int:
        return sum(map(is_free, self.tiles))

    # ---- what Enter does -------------------------------------------------------------------------------------------

    def proposal(self) -> Proposal:
        return self._for_visitor(self.visitor) if self.visitor is not None else self._for_seat()

    def _for_visitor(self, visitor: Visitor) -> Proposal:
        seat, name = self.seat, visitor.name
        own = next((tile for tile in self.tiles if tile.session is not None and visitor.has(tile.session)), None)
        if own is not None:
            if seat is not None and is_free(seat):
                return Proposal(Doing.MOVE, seat, own.session, name)
            return Proposal(Doing.END, own, own.session, name)
        card = next((card for card in self.held if card.is_over and visitor.has(card.session)), None)
        if card is not None:
            return Proposal(Doing.CARD, None, card.session, name)
        waiting = next((line.session for line in self.queue if visitor.has(line.session)), None)
        if seat is not None and is_free(seat):
            return Proposal(Doing.START, seat, waiting, name)
        free = self.first_free()
        if free is not None:
            return Proposal(Doing.START, free, waiting, name)
        return Proposal(Doing.WAIT if waiting else Doing.QUEUE, None, waiting, name)

    def _for_seat(self) -> Proposal:
        seat = self.seat
        if seat is None or (seat.seat.out_of_order and seat.session is None):
            return Proposal(Doing.NOTHING, seat)
        if seat.session is not None:
            return Proposal(Doing.END, seat, seat.session, seat.name)
        if self.queue:
            return Proposal(Doing.START_NEXT, seat, self.queue[0].session, self.queue[0].name)
        return Proposal(Doing.NOTHING, seat)

    def running_chosen(self) -> SeatTile | None:
        """The chosen computer, when somebody is at it; else the one of who is in hand."""
        seat = self.seat
        if seat is not None and seat.session is not None:
            return seat
        visitor = self.visitor
        if visitor is None:
            return None
        return next((tile for tile in self.tiles if tile.session is not None and visitor.has(tile.session)), None)

    def others_free(self) -> tuple[SeatTile, ...]:
        return tuple(tile for tile in self.tiles if is_free(tile))

    def refreshed(
        self,
        tiles: tuple[SeatTile, ...],
        queue: tuple[QueueLine, ...],
        held: tuple[HeldCard, ...],
        use: DayUse,
        settings: Settings,
    ) -> None:
        """What was read again; the choice and who is in hand stay."""
        self.tiles, self.queue, self.held, self.use, self.settings = tiles, queue, held, use, settings
        if self.seat is None:
            self.seat_id = None


def is_free(tile: SeatTile) -> bool:
    return tile.session is None and not tile.seat.out_of_order


def clock_figure(left_ms: int) -> str:
    """Minutes and seconds that are left, "+3:05" once they are over. The last second counts as one."""
    over = left_ms < 0
    seconds = -left_ms // 1000 if over else -(-left_ms // 1000)
    minutes, rest = divmod(seconds, 60)
    return f"{'+' if over else ''}{minutes}:{rest:02}"
