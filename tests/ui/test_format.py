"""Money, dates and times as they are read at the counter."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.ui import format as shown

NOON = datetime(2026, 12, 1, 4, 42, tzinfo=UTC)


@pytest.mark.parametrize(
    ("amount_rp", "text"),
    [(0, "Rp0"), (500, "Rp500"), (12_500, "Rp12.500"), (1_001_000, "Rp1.001.000"), (-7_500, "-Rp7.500")],
)
def test_rupiah_stands_as_on_a_receipt(amount_rp: int, text: str) -> None:
    assert shown.rupiah(amount_rp) == text


@given(st.integers(-(10**15), 10**15))
def test_a_count_reads_back_in_both_languages(number: int) -> None:
    assert int(shown.count(number).replace(".", "")) == number
    assert int(shown.count(number, "en").replace(",", "")) == number


def test_a_day_in_both_languages() -> None:
    on = date(2026, 12, 1)
    assert shown.day(on) == "Sel, 1 Des 2026"
    assert shown.day(on, "en") == "Tue, 1 Dec 2026"
    assert shown.short_day(on) == "1 Des"
    assert shown.long_day(on) == "Selasa, 1 Desember 2026"
    assert shown.long_day(date(2026, 8, 17), "en") == "Monday, 17 August 2026"


@given(st.dates())
def test_every_day_is_named_by_its_own_weekday_and_month(on: date) -> None:
    following = on + timedelta(days=7) if on < date.max - timedelta(days=7) else on - timedelta(days=7)
    assert shown.day(on)[:3] == shown.day(following)[:3]
    assert shown.long_day(on).startswith(shown.day(on)[:3])
    assert str(on.year) in shown.day(on)


@pytest.mark.parametrize(
    ("offset", "text", "name"), [(420, "11.42", "WIB"), (480, "12.42", "WITA"), (540, "13.42", "WIT")]
)
def test_the_clock_is_the_library_s_own(offset: int, text: str, name: str) -> None:
    assert shown.clock(NOON, offset) == text
    assert shown.clock(NOON, offset, "en") == text.replace(".", ":")
    assert shown.clock(NOON.astimezone(timezone(timedelta(hours=-3))), offset) == text
    assert shown.zone(offset) == name


def test_a_moment_takes_its_day_from_the_library_s_zone() -> None:
    late = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
    assert shown.moment(late, 480) == "Sel, 1 Des 2026 07.30"
    assert shown.zone(330) == "UTC+05.30"
    assert shown.zone(-60) == "UTC-01.00"


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        shown.clock(datetime(2026, 12, 1, 10, 0), 480)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("length", "indonesian", "english"),
    [
        (timedelta(seconds=40), "40 detik", "40 seconds"),
        (timedelta(minutes=1), "1 menit", "1 minute"),
        (timedelta(minutes=59, seconds=59), "59 menit", "59 minutes"),
        (timedelta(hours=3, minutes=20), "3 jam", "3 hours"),
        (timedelta(days=2, hours=23), "2 hari", "2 days"),
        (timedelta(days=-1), "0 detik", "0 seconds"),
    ],
)
def test_a_duration_is_told_in_its_largest_unit(length: timedelta, indonesian: str, english: str) -> None:
    assert shown.duration(length) == indonesian
    assert shown.duration(length, "en") == english


def test_ago() -> None:
    assert shown.ago(NOON - timedelta(seconds=59), NOON) == "baru saja"
    assert shown.ago(NOON + timedelta(hours=1), NOON, "en") == "just now"
    assert shown.ago(NOON - timedelta(minutes=5), NOON) == "5 menit lalu"
    assert shown.ago(NOON - timedelta(days=1), NOON, "en") == "1 day ago"


@pytest.mark.parametrize(
    ("days", "indonesian", "english"),
    [
        (0, "hari ini", "today"),
        (1, "besok", "tomorrow"),
        (3, "3 hari lagi", "in 3 days"),
        (-1, "terlambat 1 hari", "1 day late"),
        (-15, "terlambat 15 hari", "15 days late"),
    ],
)
def test_due_in(days: int, indonesian: str, english: str) -> None:
    today = date(2026, 12, 1)
    assert shown.due_in(today + timedelta(days=days), today) == indonesian
    assert shown.due_in(today + timedelta(days=days), today, "en") == english


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Siti Aminah", "SA"), ("Hj. Rara Contoh Wulandari", "RW"), ("Teladan", "T"), ("  ", "?"), ("drs. h.", "?")],
)
def test_initials(name: str, letters: str) -> None:
    assert shown.initials(name) == letters
