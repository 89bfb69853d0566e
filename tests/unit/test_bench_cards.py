"""The measuring of printed cards: it draws what it says, and its rows fit the table of `./loket bench`."""

from __future__ import annotations

from bench import cards
from bench.timing import table

from loket.devices import resources
from loket.reports.card_files import shipped_designs


def test_each_design_gives_its_time_and_size_beside_the_baseline() -> None:
    told: list[str] = []
    found = list(cards.measured(told.append, count=3, rounds=1))
    designs = list(shipped_designs(resources.path("cards")))
    assert told == [f"kartu: {key}" for key in designs]
    assert [one.unit for one in found] == ["ms", "MB"] * len(designs)
    assert all(one.value > 0 and one.baseline > 0 for one in found)
    assert "kartu teluk" in table([one.row() for one in found])


def test_a_figure_keeps_its_promise_or_says_that_it_did_not() -> None:
    kept, broken = (cards.CardFigure("x", value, "ms", 10.0, 1.5).row() for value in (15.0, 15.1))
    assert (kept["ok"], broken["ok"]) == (True, False)


def test_members_of_the_measuring_have_photos_of_their_own() -> None:
    photos = {card.photo for card in cards.people(4)}
    assert len(photos) == 4
    assert all(20_000 < len(photo or b"") < 60_000 for photo in photos)
