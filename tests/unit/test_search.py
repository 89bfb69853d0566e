"""Finding rows by words: whatever way the search takes, it finds what comparing every row would find."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from fakes import new_desk
from hypothesis import given
from hypothesis import strategies as st

from loket.db import search
from loket.db.engine import driver
from loket.db.search import matching_rows
from loket.domain.entities import Member
from loket.services.desk import Desk

STEMS = ("jilid", "jili", "ji", "perpustakaan", "perpusda", "perp", "pe", "seri", "serial", "s", "2", "20", "2026", "x")
ENDS = ("", "", "an", "2", "wati")
WORDS = sorted({stem + end for stem in STEMS for end in ENDS})
TYPED = sorted({word[:length] for word in WORDS for length in range(1, len(word) + 1)} | {"tidakada", "zq"})


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """400 members whose names are drawn from few words, some of them in nearly every name."""
    made = new_desk(tmp_path_factory.mktemp("cari"))
    dice = random.Random(7)
    weights = [41 if number % 9 == 0 else 1 for number in range(len(WORDS))]
    with made.action() as act:
        for number in range(400):
            words = dice.choices(WORDS, weights=weights, k=dice.randint(1, 6))
            act.state.put(Member(act.new_id(), f"N-{number}", " ".join(words), "umum"))
    yield made
    made.database.close()


def by_comparing(desk: Desk, wanted: list[tuple[str, ...]], limit: int) -> list[int]:
    with desk.database.read() as connection:
        rows = driver(connection).execute("SELECT no, search FROM member ORDER BY no").fetchall()
    fits = [
        number
        for number, text in rows
        if any(words and all(any(has.startswith(word) for has in text.split()) for word in words) for words in wanted)
    ]
    return fits[:limit]


words = st.lists(st.sampled_from(TYPED), max_size=6).map(tuple)


@given(wanted=st.lists(words, max_size=3), limit=st.integers(1, 500), sample=st.sampled_from((1, 3, 10, 100)))
def test_it_finds_what_comparing_every_row_finds(desk: Desk, wanted: list[tuple[str, ...]], limit: int, sample: int):
    with pytest.MonkeyPatch.context() as patch, desk.database.read() as connection:
        patch.setattr(search, "SAMPLE", sample)
        found = matching_rows(driver(connection), "member", wanted, limit)
    assert found == by_comparing(desk, wanted, limit)


@pytest.mark.parametrize(
    ("typed", "second"),
    [
        (("perpustakaanxyz", "ji"), ("perpustakaanxyz", "ji")),  # `perp` alone would walk through nearly all rows
        (("jilidan",), ("jilidan",)),  # begins like a very common word, and is none
        (("jilid", "perpustakaanxyz"), ("perpustakaanxyz", "jili")),  # the common word is never collected whole
    ],
)
def test_a_rare_word_among_common_ones_is_asked_for_itself(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], second: tuple[str, ...]
):
    """Its first four letters are not enough: walking all rows that have them takes seconds in a large library."""
    asked: list[list[tuple[str, ...]]] = []
    walk = search._walk
    monkeypatch.setattr(search, "_walk", lambda *given, **named: asked.append(given[2]) or walk(*given, **named))
    monkeypatch.setattr(search, "SAMPLE", 10)
    with desk.database.read() as connection:
        matching_rows(driver(connection), "member", [typed], 50)
    assert [set(words) for words in asked[-1]] == [set(second)]
    assert len(asked) == 2


def test_nothing_typed_finds_nothing(desk: Desk):
    with desk.database.read() as connection:
        assert matching_rows(driver(connection), "member", [], 50) == []
        assert matching_rows(driver(connection), "member", [()], 50) == []
