"""Numbers of receipts: templates that can clash are refused, and no two papers bear the same number."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.errors import InvalidInput
from loket.domain.receipt_no import (
    BK,
    KINDS,
    KW,
    ST,
    STS,
    life_letter,
    number_of,
    read_receipt_format,
    roman,
    with_life,
)
from loket.domain.receipt_no import series as series_of
from loket.domain.settings import DEFAULTS

NOVEMBER = date(2026, 11, 24)
PARTS = ("{running}", "{kind}", "{station}", "{roman}", "{mm}", "{dd}")


def number(template: str, running: int = 17, *, kind: str = KW, station: str = "L1", on: date = NOVEMBER) -> str:
    return number_of(read_receipt_format(template), kind, station, running, on)


def test_the_shipped_template_is_the_usual_one() -> None:
    assert number(DEFAULTS.receipt_no_format) == "00017/KW/L1/XI/2026"
    assert number(DEFAULTS.receipt_no_format, 123_456, kind=STS) == "123456/STS/L1/XI/2026"


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{running}/{kind}/{station}/{yyyy}", "00017/KW/L1/2026"),
        ("{kind}.{station}-{yy}{mm}{dd}/{running:3}", "KW.L1-261124/017"),
        (" No {kind}/{yyyy}/{station}/{running:4} ", "No KW/2026/L1/0017"),
    ],
)
def test_a_template_of_ones_own(template: str, expected: str) -> None:
    assert number(template) == expected


@pytest.mark.parametrize(
    ("template", "code"),
    [
        ("", "format_running"),
        ("{kind}/{station}/{yyyy}", "format_running"),
        ("{running}/{running}/{kind}/{station}/{yyyy}", "format_running"),
        ("{running}/{kind}/{yyyy}", "format_station"),
        ("{running}/{station}/{yyyy}", "format_kind"),
        ("{running}/{kind}/{station}", "format_year"),
        ("{running}/{kind}/{station}/{yy}/{yyyy}", "format_year"),
        ("{running}/{kind}/{station}/{tahun}", "format_part"),
        ("{running}/{kind:2}/{station}/{yyyy}", "format_part"),
        ("{running}/{kind}/{station}/{yyyy", "format_part"),
        ("{running}/{kind}/{station}/№/{yyyy}", "format_letters"),
        ("{running:2}/{kind}/{station}/{yyyy}", "format_width"),
        ("{running:10}/{kind}/{station}/{yyyy}", "format_width"),
        ("{running}{yyyy}/{kind}/{station}", "format_apart"),
        ("{yyyy}{running}/{kind}/{station}", "format_apart"),
        ("{running}/{kind}{station}/{yyyy}", "format_apart"),
        ("{running}/{kind}/{station}2/{yyyy}", "format_apart"),
        ("{running}/{kind}/A{station}/{yyyy}", "format_apart"),
        ("PERPUSTAKAAN UMUM/{running}/{kind}/{station}/{yyyy}", "format_too_long"),
    ],
)
def test_a_template_that_could_clash_is_refused(template: str, code: str) -> None:
    with pytest.raises(InvalidInput) as wrong:
        read_receipt_format(template)
    assert (wrong.value.field, wrong.value.code) == ("receipt_no_format", code)


PAPERS = st.tuples(
    st.sampled_from(KINDS),
    st.sampled_from(["L1", "L1-B7Q", "L1-C2X", "L1B", "L", "1", "11", "L11"]),
    st.integers(1, 120_000),
    st.sampled_from([date(2026, 1, 2), date(2026, 11, 24), date(2027, 1, 2), date(2027, 12, 1)]),
)


@given(
    st.permutations([*PARTS, "{yyyy}"]),
    st.lists(st.sampled_from(["/", ".", "-", " "]), min_size=6, max_size=6),
    PAPERS,
    PAPERS,
)
def test_two_papers_never_bear_one_number(parts: list[str], between: list[str], one: object, other: object) -> None:
    template = "".join(part + sign for part, sign in zip(parts, [*between, ""], strict=True))
    form = read_receipt_format(template)

    def made(paper: object) -> tuple[str, tuple[str, int]]:
        kind, station, running, on = paper  # type: ignore[misc]
        return number_of(form, kind, station, running, on), (series_of(kind, station, on.year), running)

    (first, first_place), (second, second_place) = made(one), made(other)
    if first_place != second_place:
        assert first != second


def test_a_series_is_one_kind_of_one_counter_in_one_year() -> None:
    assert series_of(KW, "L1-B", 2026) == "KW/L1-B/2026"
    assert len({series_of(kind, "L1", 2026) for kind in (KW, BK, ST, STS)}) == 4


def test_months_as_official_letters_write_them() -> None:
    assert [roman(month) for month in (1, 4, 9, 12)] == ["I", "IV", "IX", "XII"]


def test_every_life_of_a_counter_has_a_letter_of_its_own() -> None:
    assert [life_letter(place) for place in (0, 1, 2, 25, 26, 27, 51, 52)] == [
        "",
        "B",
        "C",
        "Z",
        "AA",
        "AB",
        "AZ",
        "BA",
    ]
    letters = [life_letter(place) for place in range(1_000)]
    assert len(set(letters)) == 1_000
    assert all(len(one) <= len(two) for one, two in pairwise(letters))
    assert with_life("L1", 0, "a" * 32) == "L1"
    assert re.fullmatch(r"L1-B[2-9A-Z]{2}", with_life("L1", 1, "a" * 32))
    lives = {with_life("L1", 1, f"{number:032x}") for number in range(20)}  # copies of one database, side by side
    assert len(lives) >= 19
