"""What Enter means in the internet room, and when a time is told, without a window."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.entities import Id, InternetSeat, InternetSession, SessionState
from loket.domain.internet import Reckoning, SeatState
from loket.domain.settings import Settings
from loket.services.internet_room import HeldCard, QueueLine, SeatTile
from loket.services.visitors import Person
from loket.ui.presenters.rooms_internet import Doing, InternetRoom, Visitor, clock_figure
from loket.ui.presenters.rooms_reading import is_words, shelf_rows

AT = datetime(2026, 11, 24, 2, tzinfo=UTC)
MINUTE_MS = 60_000
MELATI = Person(Id("a" * 32), None, "Melati Kenari", "M-1")
RANGGA = Person(Id("b" * 32), None, "Rangga Cendana", "M-2")
TAMU = Person(None, Id("c" * 32), "Tamu Satu", "P261124-L1-001")


def session(number: int, person: Person | None = None, **fields: object) -> InternetSession:
    said: dict[str, object] = {"member_id": person.member_id, "visit_id": person.visit_id} if person else {}
    given = {"state": SessionState.RUNNING, "on": date(2026, 11, 24), "asked_at": AT, "minutes": 45} | said | fields
    return InternetSession(Id(f"{number:032x}"), **given)  # type: ignore[arg-type]


def seat(number: int, held: InternetSession | None = None, out: str = "") -> SeatTile:
    reckoning = Reckoning(0, "boot", 0) if held else None
    return SeatTile(InternetSeat(Id(f"{number:032x}"), str(number), out_of_order=out), held, "", "", reckoning)


def queued(person: Person, place: int = 1) -> QueueLine:
    waits = session(900 + place, person, state=SessionState.WAITING, minutes=0)
    return QueueLine(waits, person.name, person.number, place)


def room(*tiles: SeatTile, queue: tuple[QueueLine, ...] = (), held: tuple[HeldCard, ...] = ()) -> InternetRoom:
    return InternetRoom(tiles=tiles, queue=queue, held=held)


# ---- what Enter does ------------------------------------------------------------------------------------------------


def test_who_comes_gets_the_first_free_computer_or_the_one_that_was_chosen() -> None:
    there = room(seat(1, session(1, RANGGA)), seat(2, out="rusak"), seat(3), seat(4))
    there.take(Visitor(MELATI))
    assert (there.proposal().doing, there.proposal().seat) == (Doing.START, there.tiles[2])
    there.put_down()
    there.choose(there.tiles[3].seat.id)
    there.take(Visitor(MELATI))
    assert there.proposal().seat is there.tiles[3]


@pytest.mark.parametrize("person", [MELATI, TAMU])
def test_who_sits_already_ends_and_a_free_computer_chosen_after_that_moves_him(person: Person) -> None:
    there = room(seat(1), seat(2, session(1, person)))
    there.take(Visitor(person))
    assert (there.proposal().doing, there.seat) == (Doing.END, there.tiles[1])
    there.choose(there.tiles[0].seat.id)
    assert (there.proposal().doing, there.proposal().seat) == (Doing.MOVE, there.tiles[0])


def test_nothing_free_means_the_queue_and_once_only() -> None:
    there = room(seat(1, session(1, RANGGA)))
    there.take(Visitor(MELATI))
    assert there.proposal().doing is Doing.QUEUE
    there.queue = (queued(MELATI),)
    assert there.proposal().doing is Doing.WAIT


def test_his_place_in_the_queue_goes_with_him() -> None:
    line = queued(MELATI)
    there = room(seat(1), queue=(line,))
    there.take(Visitor(MELATI))
    assert (there.proposal().doing, there.proposal().session) == (Doing.START, line.session)


def test_a_free_computer_is_for_the_first_who_waits() -> None:
    there = room(seat(1), queue=(queued(RANGGA), queued(MELATI, 2)))
    assert there.proposal().doing is Doing.NOTHING
    there.choose(there.tiles[0].seat.id)
    assert (there.proposal().doing, there.proposal().name) == (Doing.START_NEXT, "Rangga Cendana")


def test_a_card_that_was_left_comes_first() -> None:
    over = session(7, MELATI, state=SessionState.ENDED, card_held=True)
    there = room(seat(1), held=(HeldCard(over, "Melati Kenari", "M-1", "1", True),))
    there.take(Visitor(MELATI))
    assert (there.proposal().doing, there.proposal().session) == (Doing.CARD, over)
    there.take(Visitor(RANGGA))
    assert there.proposal().doing is Doing.START


def test_two_guests_of_one_name_are_two_people() -> None:
    there = room(seat(1, session(1, user="Tamu")), seat(2))
    there.take(Visitor(user="Tamu"))
    assert there.proposal().doing is Doing.START
    nobody = Visitor(Person(None, None, "Tamu", ""))
    there.take(nobody)
    assert there.proposal().doing is Doing.START


def test_a_broken_computer_proposes_nothing_also_while_somebody_waits() -> None:
    there = room(seat(1, out="layar padam"), queue=(queued(MELATI),))
    there.choose(there.tiles[0].seat.id)
    assert there.proposal().doing is Doing.NOTHING


def test_the_number_painted_on_it_finds_a_computer() -> None:
    there = room(seat(1), seat(12))
    assert there.seat_named(" 12 ") is there.tiles[1]
    assert there.seat_named("2") is None


# ---- times ----------------------------------------------------------------------------------------------------------


def test_each_time_is_told_once_and_again_after_an_extension() -> None:
    there = room(seat(1, session(1, MELATI)))
    told = [[state for _, state in there.beat("boot", minute * MINUTE_MS).hurried] for minute in (30, 40, 41, 45, 50)]
    assert told == [[], [SeatState.WARNING], [], [SeatState.OVERRUN], []]
    there.tiles = (seat(1, session(1, MELATI, minutes=60)),)
    told = [[state for _, state in there.beat("boot", minute * MINUTE_MS).hurried] for minute in (51, 56, 60)]
    assert told == [[], [SeatState.WARNING], [SeatState.OVERRUN]]


def test_the_warning_follows_the_setting() -> None:
    there = room(seat(1, session(1, MELATI)))
    there.settings = Settings(internet_warning_min=10)
    assert there.beat("boot", 36 * MINUTE_MS).states[there.tiles[0].seat.id] is SeatState.WARNING


@given(st.integers(-10_000_000, 10_000_000))
def test_the_figure_says_the_second(left_ms: int) -> None:
    figure = clock_figure(left_ms)
    minutes, seconds = figure.removeprefix("+").split(":")
    told_ms = (int(minutes) * 60 + int(seconds)) * 1000 * (-1 if figure.startswith("+") else 1)
    assert 0 <= told_ms - left_ms < 1000
    assert figure.startswith("+") == (left_ms < 0)


# ---- reading --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "words"), [("laskar pelangi", True), ("B00012", False), ("9786020000000", False)])
def test_words_are_no_barcode(text: str, words: bool) -> None:
    assert is_words(text) is words


def test_no_groups_no_rows() -> None:
    assert shelf_rows(()) == []
