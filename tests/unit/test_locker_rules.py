"""Pure rules of lockers and of what is held for a tag."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.entities import Id, Locker, LockerUse
from loket.domain.errors import InvalidInput
from loket.domain.house_codes import LOCKER_NUMBER
from loket.domain.lockers import (
    bank_numbers,
    board_order,
    check_tag_code,
    find_number,
    is_overdue,
    next_free,
    number_order,
)
from loket.domain.pledges import PLEDGE_TYPES, check_last, check_note, check_type
from loket.domain.settings import Settings

DAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 2, tzinfo=UTC)
USE = LockerUse(Id("1" * 32), Id("2" * 32), "T1-ABC", DAY, AT)
marks = st.text("0123456789ABCDEFabcdef .-", max_size=24)


def boxes(*numbers: str, **fields: object) -> list[Locker]:
    return [Locker(Id(f"{place:032x}"), number, **fields) for place, number in enumerate(numbers)]  # type: ignore[arg-type]


@given(st.integers(0, 99_990), st.integers(0, 299), st.sampled_from(("", "A", "B", "KK")), st.integers(1, 4))
def test_a_bank_has_every_number_once_in_order(begin, more, letters, width):
    first, last = f"{letters}{begin:0{width}d}", f"{letters}{begin + more:0{width}d}"
    if len(last) > 6:
        return
    numbers = bank_numbers(first.lower(), last)
    assert (numbers[0], numbers[-1], len(set(numbers))) == (first, last, more + 1)
    assert sorted(numbers, key=number_order) == list(numbers)
    assert all(LOCKER_NUMBER.fullmatch(number) for number in numbers)


@given(marks, marks)
def test_a_bank_is_numbers_that_can_be_printed_or_a_sentence(first, last):
    with suppress(InvalidInput):
        numbers = bank_numbers(first, last)
        assert numbers[0] == "".join(first.split()).upper()
        assert 0 < len(numbers) <= 300
        assert all(LOCKER_NUMBER.fullmatch(number) for number in numbers)


def test_numbers_are_counted_as_a_person_does():
    wanted = ["2", "10", "A2", "A10", "B1"]
    assert sorted(["B1", "10", "A10", "2", "A2"], key=number_order) == wanted


def test_a_typed_number_finds_its_locker_and_no_other():
    known = boxes("7", "12", "012", "A5", "B5")
    assert [find_number(known, text) and find_number(known, text).number for text in ("07", "12", "012", "a05")] == [
        *("7", "12", "012", "A5")
    ]
    for text in ("", "5", "0012", "C5"):  # two are called 12: 0012 could be either
        assert find_number(known, text) is None


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), max_size=12))
def test_the_next_one_is_the_first_that_may_be_given_out(states):
    known = [
        Locker(Id(f"{place:032x}"), str(place), "", place // 4, place % 4, "", "rusak" * broken, gone)
        for place, (_, broken, gone) in enumerate(states)
    ]
    taken = {one.id for one, (full, _, _) in zip(known, states, strict=True) if full}
    found = next_free(reversed(known), taken)
    free = [one for one, state in zip(known, states, strict=True) if not any(state)]
    assert found == (free[0] if free else None)
    assert sorted(known, key=board_order) == known


@pytest.mark.parametrize(
    ("hours", "passed", "days", "overdue"),
    [(0, 10, 0, False), (0, 1, 1, True), (2, 2, 0, False), (2, 2.01, 0, True), (2, -5, 0, False), (24, 1, 1, True)],
)
def test_when_things_are_overdue(hours, passed, days, overdue):
    settings = Settings(locker_hours=hours)
    now, today = AT + timedelta(hours=passed), DAY + timedelta(days=days)
    assert is_overdue(USE, now, settings, today) is overdue


@given(st.text(max_size=40))
def test_never_more_than_four_signs_of_a_number_are_kept(text):
    with suppress(InvalidInput):
        kept = check_last("pledge_last4", text)
        assert len(kept) == 4
        assert kept.isalnum()


@given(
    st.text("0123456789", min_size=16, max_size=16), st.sampled_from(("", " ", ".", "-")), st.text("abc ", max_size=9)
)
def test_no_remark_holds_a_whole_identity_number(number, joint, around):
    written = joint.join(number[place : place + 4] for place in range(0, 16, 4))
    for text in (written, f"{around} {written}", f"{written} {around}"):
        with pytest.raises(InvalidInput) as invalid:
            check_note("contents", text, 120)
        assert invalid.value.code == "identity_typed"


def test_what_is_offered_as_a_pledge_is_taken():
    assert [check_type("pledge_type", name) for name in PLEDGE_TYPES] == list(PLEDGE_TYPES)
    assert check_note("contents", "  dua   payung ", 120) == "dua payung"


@pytest.mark.parametrize("code", ["T12-7KQ", "t1-abc", "P261124-L1-003", "F261124-L1-001", "a\tb", "x" * 41])
def test_a_fixed_tag_cannot_look_like_a_printed_one(code):
    with pytest.raises(InvalidInput):
        check_tag_code(code)
