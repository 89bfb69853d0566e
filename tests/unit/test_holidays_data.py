"""The shipped closed days agree with the `holidays` package, day by day and kind by kind."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import holidays
import pytest

FOLDER = Path(__file__).parents[2] / "resources" / "holidays"
YEARS = (2025, 2026, 2027)
KINDS = {"libur nasional": "public", "cuti bersama": "government"}


def rows(year: int) -> list[dict[str, str]]:
    with (FOLDER / f"id-{year}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def package_days(year: int, category: str) -> dict[date, str]:
    return dict(holidays.country_holidays("ID", years=year, categories=(category,), language="id"))


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("kind", KINDS)
def test_days_of_each_kind_are_those_of_the_package(year: int, kind: str) -> None:
    shipped = [date.fromisoformat(row["tanggal"]) for row in rows(year) if row["jenis"] == kind]

    assert shipped == sorted(package_days(year, KINDS[kind]))


@pytest.mark.parametrize("year", YEARS)
def test_each_row_belongs_to_the_feast_the_package_names(year: int) -> None:
    words = {
        "Idul Fitri": "Idulfitri",
        "Idul Adha": "Iduladha",
        "Kemerdekaan": "Proklamasi Kemerdekaan",
        "Raya Natal": "Natal",
        "Tahun Baru Masehi": f"Tahun Baru {year} Masehi",
    }
    plain = ("Imlek", "Nyepi", "Waisak", "Mikraj", "Wafat", "Kebangkitan", "Buruh", "Kenaikan", "Pancasila")
    plain += ("Tahun Baru Islam", "Maulid")
    named = package_days(year, "public") | package_days(year, "government")
    for row in rows(year):
        theirs = named[date.fromisoformat(row["tanggal"])]
        expected = [ours for word, ours in words.items() if word in theirs] + [w for w in plain if w in theirs]
        assert len(expected) == 1, f"{row['tanggal']}: nama tak dikenal {theirs}"
        assert expected[0] in row["nama"]
        assert row["nama"].startswith("Cuti Bersama ") == (row["jenis"] == "cuti bersama")


@pytest.mark.parametrize("year", YEARS)
def test_estimates_are_marked_exactly_where_the_package_marks_them(year: int) -> None:
    named = package_days(year, "public") | package_days(year, "government")
    estimated = {day for day, name in named.items() if "(perkiraan)" in name}

    assert {date.fromisoformat(row["tanggal"]) for row in rows(year) if row["pasti"] == "perkiraan"} == estimated
    assert {row["pasti"] for row in rows(year)} <= {"ya", "perkiraan"}


def test_three_days_of_2027_are_estimates() -> None:
    marked = [row["tanggal"] for row in rows(2027) if row["pasti"] == "perkiraan"]

    assert marked == ["2027-03-10", "2027-03-11", "2027-05-17"]


@pytest.mark.parametrize("year", YEARS)
def test_every_row_is_whole_and_says_its_source(year: int) -> None:
    for row in rows(year):
        assert list(row) == ["tanggal", "nama", "jenis", "sumber", "pasti"]
        assert all(row.values()), row
        assert date.fromisoformat(row["tanggal"]).year == year
    if year < 2027:
        assert all(row["sumber"].startswith("SKB 3 Menteri No. ") for row in rows(year))
