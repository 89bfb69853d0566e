"""A group in a recap: what it told of sex and education is crossed only where that is certain; nobody is lost."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from loket.services.recap_visits import crossed, sexes


@st.composite
def groups(draw: st.DrawFn) -> tuple[int, int, int, dict[str, int]]:
    people = draw(st.integers(1, 60))
    male = draw(st.integers(0, people))
    female = draw(st.integers(0, people - male))
    first = draw(st.integers(0, people))
    counts = {"SD": first, "S2": draw(st.integers(0, people - first))}
    return people, male, female, {code: number for code, number in counts.items() if number}


@given(groups())
def test_every_head_is_counted_once_and_nobody_is_guessed(group: tuple[int, int, int, dict[str, int]]) -> None:
    people, male, female, counts = group
    cells = Counter[tuple[str, str]]()
    for code, sex, number in crossed(people, "", male, female, "", counts):
        cells[code, sex] += number
    assert cells.total() == people
    by_code = Counter[str]()
    for (code, _), number in cells.items():
        by_code[code] += number
    assert by_code == Counter({**counts, "": people - sum(counts.values())})
    told = dict(sexes(people, "", male, female))
    for sex in "LP":
        assert sum(number for (_, known), number in cells.items() if known == sex) in (0, told.get(sex, 0))


@given(groups())
def test_where_one_is_the_same_for_all_both_are_known(group: tuple[int, int, int, dict[str, int]]) -> None:
    people, male, female, _ = group
    found = set(crossed(people, "", male, female, "", {"SD": people}))
    assert found == {("SD", sex, number) for sex, number in sexes(people, "", male, female)}
    girls = set(crossed(people, "", 0, people, "", {"SD": 1}))
    assert girls == {("SD", "P", 1), ("", "P", people - 1)} - {("", "P", 0)}


def test_a_person_has_his_own() -> None:
    assert list(crossed(1, "P", 0, 0, "Guru", {})) == [("Guru", "P", 1)]
    assert list(crossed(1, "X", 0, 0, "", {})) == [("", "", 1)]
