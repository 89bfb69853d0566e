"""Main classes of call numbers, and the reference lists that name them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.ddc import main_class

REFERENCE = Path(__file__).parents[2] / "resources" / "reference"
ALL_CLASSES = {f"{hundred}00" for hundred in range(10)} | {"2X", "F", "R", ""}


def table(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("813 SUR l", "800"),
        ("813", "800"),
        ("899.221 3 SUR l", "800"),
        ("005.133 BEL k", "000"),
        ("000", "000"),
        ("959.8", "900"),
        ("297 HAM t", "200"),
        ("2X4.3 HAM t", "2X"),
        ("2x HAM t", "2X"),
        ("2X", "2X"),
        ("F SUR l", "F"),
        ("Fiksi SUR l", "F"),
        ("[Fic] SUR l", "F"),
        ("F", "F"),
        ("R 413 KAM k", "R"),
        ("R. 413 KAM k", "R"),
        ("Ref 2X4 ENS e", "R"),
        ("A 398.2 DAM p", "300"),
        ("A/398.2/DAM/p", "300"),
        ("T F KAK s", "F"),
        ("T 2X7 KAK s", "2X"),
        ("  633.1   CEM b ", "600"),
        ("SUR l", ""),
        ("", ""),
        ("   ", ""),
        ("5.133 BEL k", ""),
        ("81 SUR", ""),
        ("2019 PRO l", ""),
        ("KASET AB C 813", ""),
        ("F12", ""),
        ("RAK 3", ""),
    ],
)
def test_main_class(text: str, expected: str) -> None:
    assert main_class(text) == expected


@given(st.text(max_size=40))
def test_any_text_gives_a_known_class(text: str) -> None:
    assert main_class(text) in ALL_CLASSES


@given(st.integers(0, 999), st.sampled_from(["", ".1", ".598 1"]), st.sampled_from(["", "A ", "KR "]))
def test_three_digits_decide(number: int, tail: str, mark: str) -> None:
    assert main_class(f"{mark}{number:03d}{tail} KEN j") == f"{number // 100}00"


def test_every_class_has_a_name_in_both_languages() -> None:
    names = table("ddc")

    assert {row["kode"] for row in names} == ALL_CLASSES
    assert all(row["id"] and row["en"] for row in names)


@pytest.mark.parametrize("name", ["education", "jobs", "member_types", "collection_kinds", "purposes"])
def test_reference_codes_are_unique_and_named(name: str) -> None:
    rows = table(name)
    codes = [row["kode"] for row in rows]

    assert len(set(codes)) == len(codes) >= 6
    assert all(code.isidentifier() and code == code.lower() for code in codes)
    assert all(row["id"] and row["en"] for row in rows)


def test_reference_deposit_and_reserve_copies_are_not_lent() -> None:
    lent = {row["kode"]: row["dipinjamkan"] for row in table("collection_kinds")}

    assert {code for code, answer in lent.items() if answer == "tidak"} == {"referensi", "deposit", "tandon"}
    assert set(lent.values()) == {"ya", "tidak"}
