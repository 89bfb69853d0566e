"""The computers of the internet room: which there are, and which nobody may have now."""

from __future__ import annotations

from dataclasses import replace

from loket.db import room_queries as q
from loket.domain import events as e
from loket.domain.entities import Id, InternetSeat, Role, Room
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.folding import code_key
from loket.services.desk import Action, Desk
from loket.services.room_parts import demand_operator, needed, why

EDITORS = (Role.ADMIN, Role.SUPERVISOR)
LONGEST_NUMBER, LONGEST_REASON, LONGEST_PREFIX = 12, 100, 8
MOST_SEATS, MOST_NUMBER = 200, 999
MOST_PLACE = 50  # rows, and columns


def seats(desk: Desk, *, retired: bool = False) -> tuple[InternetSeat, ...]:
    """The seats in the order they stand; with `retired` those taken out of use too."""
    with desk.view() as act:
        return tuple(seat for seat in q.seats(act.driver) if retired or not seat.retired)


def set_seat(desk: Desk, seat: InternetSeat) -> InternetSeat:
    """A seat as it is from now on; with the key "" a new one.

    Raises InvalidInput: "number" (`text_missing`, `text_too_long`, `seat_number_taken`), "row", "column"
    (`number_out_of_range`), "room" (`room_unknown`); Refused: ROLE_MISSING, NOT_SIGNED_IN, INTERNET_SEAT_TAKEN
    (somebody sits there and it was to be retired).
    """
    tidy = replace(seat, number=needed("number", seat.number, LONGEST_NUMBER))
    for name in ("row", "column"):
        if not 0 <= getattr(tidy, name) <= MOST_PLACE:
            raise InvalidInput(name, "number_out_of_range", minimum=0, maximum=MOST_PLACE)
    with desk.action() as act:
        act.demand_role(*EDITORS)
        if tidy.room_id is not None and act.state.get(Room, tidy.room_id) is None:
            raise InvalidInput("room", "room_unknown")
        kept = replace(tidy, id=tidy.id or act.new_id())
        _demand_own_number(act, kept)
        if kept.retired:
            demand_empty(act, kept)
        if act.state.get(InternetSeat, kept.id) != kept:
            act.record(e.SeatSet(kept))
        return kept


def _demand_own_number(act: Action, seat: InternetSeat) -> None:
    others = [one for one in q.seats(act.driver) if one.id != seat.id and not one.retired]
    if not seat.retired and any(code_key(one.number) == code_key(seat.number) for one in others):
        raise InvalidInput("number", "seat_number_taken", number=seat.number)


def add_seats(
    desk: Desk, first: int, last: int, columns: int, *, prefix: str = "", room_id: Id | None = None
) -> tuple[InternetSeat, ...]:
    """Seats numbered from `first` to `last` in rows of `columns`; numbers that are there already are passed over.

    Returns the new ones. Raises InvalidInput: "first", "last", "columns" (`number_out_of_range`), "prefix"
    (`text_too_long`); Refused as `set_seat`.
    """
    _demand_range(first, last, columns)
    letters = "".join(prefix.split())
    if len(letters) > LONGEST_PREFIX:
        raise InvalidInput("prefix", "text_too_long", longest=LONGEST_PREFIX)
    with desk.action() as act:
        act.demand_role(*EDITORS)
        known = [seat for seat in q.seats(act.driver) if not seat.retired]
        taken = {code_key(seat.number) for seat in known}
        begin = max((seat.row for seat in known), default=0)
        new = []
        for place, running in enumerate(range(first, last + 1)):
            number, row, column = f"{letters}{running}", begin + 1 + place // columns, 1 + place % columns
            if code_key(number) not in taken:
                new.append(InternetSeat(act.new_id(), number, room_id, row, column))
                act.record(e.SeatSet(new[-1]))
        return tuple(new)


def _demand_range(first: int, last: int, columns: int) -> None:
    if not 1 <= first <= MOST_NUMBER:
        raise InvalidInput("first", "number_out_of_range", minimum=1, maximum=MOST_NUMBER)
    most = min(first + MOST_SEATS - 1, MOST_NUMBER)
    if not first <= last <= most:
        raise InvalidInput("last", "number_out_of_range", minimum=first, maximum=most)
    if not 1 <= columns <= MOST_PLACE or (last - first) // columns >= MOST_PLACE:
        least = 1 + (last - first) // MOST_PLACE
        raise InvalidInput("columns", "number_out_of_range", minimum=least, maximum=MOST_PLACE)


def set_out_of_order(desk: Desk, seat_id: Id, reason: str) -> InternetSeat:
    """Nobody may have it until it works again. Raises InvalidInput("reason"); Refused: INTERNET_SEAT_TAKEN."""
    told = why("reason", reason, LONGEST_REASON)
    with desk.action() as act:
        demand_operator(act)
        seat = the_seat(act, seat_id)
        demand_empty(act, seat)
        return _as_it_is(act, replace(seat, out_of_order=told))


def put_in_order(desk: Desk, seat_id: Id) -> InternetSeat:
    """It works again."""
    with desk.action() as act:
        demand_operator(act)
        return _as_it_is(act, replace(the_seat(act, seat_id), out_of_order=""))


def _as_it_is(act: Action, seat: InternetSeat) -> InternetSeat:
    if act.state.get(InternetSeat, seat.id) != seat:
        act.record(e.SeatSet(seat))
    return seat


def the_seat(act: Action, seat_id: Id) -> InternetSeat:
    """Raises Refused(INTERNET_SEAT_OUT) for one that is not known."""
    seat = act.state.get(InternetSeat, seat_id)
    if seat is None:
        raise Refused(RefusalCode.INTERNET_SEAT_OUT, number="", reason="")
    return seat


def demand_usable(act: Action, seat_id: Id) -> InternetSeat:
    """A seat one may be given. Raises Refused: INTERNET_SEAT_OUT, INTERNET_SEAT_TAKEN."""
    seat = the_seat(act, seat_id)
    if seat.out_of_order or seat.retired:
        raise Refused(RefusalCode.INTERNET_SEAT_OUT, number=seat.number, reason=seat.out_of_order)
    demand_empty(act, seat)
    return seat


def demand_empty(act: Action, seat: InternetSeat) -> None:
    """Raises Refused(INTERNET_SEAT_TAKEN) while somebody sits there."""
    for found in q.sessions_running(act.driver):
        if found.entity.seat_id == seat.id:
            raise Refused(RefusalCode.INTERNET_SEAT_TAKEN, number=seat.number, name=found.who)
