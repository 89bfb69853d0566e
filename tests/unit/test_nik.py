"""NIK and telephone numbers: what is accepted, what is refused, what is only pointed out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.errors import InvalidInput
from loket.domain.folding import phone_digits
from loket.domain.nik import PROVINCES, odd_codes, read_nik
from loket.domain.phones import normal_phone, shown_phone

TODAY = date(2026, 11, 24)


def code_of(call, *args) -> str:
    with pytest.raises(InvalidInput) as error:
        call(*args)
    return error.value.code


def made(day: date, sex: str, serial: int = 1, region: str = "000000") -> str:
    """A NIK of a region that does not exist."""
    return f"{region}{day.day + (40 if sex == 'P' else 0):02d}{day:%m%y}{serial:04d}"


@given(st.dates(date(1926, 11, 25), TODAY), st.sampled_from("LP"), st.integers(1, 9999))
def test_every_well_formed_number_is_read_back(day: date, sex: str, serial: int) -> None:
    nik = read_nik(made(day, sex, serial), TODAY)
    assert (nik.birth_on, nik.sex) == (day, sex)


@pytest.mark.parametrize(
    "written", ["0000004108100001", "000000 410810 0001", "000000.410810.0001", "000000-410810–0001"]
)
def test_blanks_dots_and_dashes_do_not_count(written: str) -> None:
    nik = read_nik(written, TODAY)
    assert (nik.number, nik.sex, nik.birth_on) == ("0000004108100001", "P", date(2010, 8, 1))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "nik_digits"),
        ("00000041081000", "nik_digits"),
        ("00000041081000011", "nik_digits"),
        ("00000041081O0001", "nik_digits"),
        ("٠٠٠٠٠٠٤١٠٨١٠٠٠٠١", "nik_digits"),
        ("1111111111111111", "nik_placeholder"),
        ("9999990101100001", "nik_placeholder"),
        ("0000000008100001", "nik_date"),
        ("0000003208100001", "nik_date"),
        ("0000004008100001", "nik_date"),
        ("0000007208100001", "nik_date"),
        ("0000000113100001", "nik_date"),
        ("0000003002100001", "nik_date"),
        ("0000002902110001", "nik_date"),
        ("0000000108100000", "nik_serial"),
    ],
)
def test_what_cannot_be_a_nik_is_refused_with_its_reason(written: str, code: str) -> None:
    assert code_of(read_nik, written, TODAY) == code


def test_a_leap_day_is_a_day() -> None:
    assert read_nik("0000002902080001", TODAY).birth_on == date(2008, 2, 29)


def test_the_century_is_the_latest_that_is_not_to_come() -> None:
    assert read_nik("0000002411260001", TODAY).birth_on == TODAY
    assert read_nik("0000002511260001", TODAY).birth_on == date(1926, 11, 25)


def test_what_does_not_fit_the_person_is_pointed_out() -> None:
    nik = read_nik("0000004108100001", TODAY)
    assert odd_codes(nik, "P", date(2010, 8, 1)) == ("nik_region",)
    assert odd_codes(nik, "L", date(2010, 8, 2)) == ("nik_sex", "nik_birth", "nik_region")
    assert odd_codes(nik, "", None) == ("nik_region",)
    assert odd_codes(read_nik("5300004108100001", TODAY), "P", date(1910, 8, 1)) == ()  # two digits fit either century
    assert len(PROVINCES) == 38


@pytest.mark.parametrize(
    "written",
    ["0812-3456-7890", "0812 3456 7890", "+62 812 3456 7890", "62812 3456 7890", "+62 (0)812-3456-7890", "81234567890",
     "0062 812 3456 7890"],
)  # fmt: skip
def test_a_mobile_number_in_any_form_is_one_number(written: str) -> None:
    assert normal_phone(written) == "+6281234567890"
    assert shown_phone(normal_phone(written)) == "0812-3456-7890"
    assert phone_digits(normal_phone(written)) == "6281234567890"  # what the search finds it by


@pytest.mark.parametrize(("written", "kept"), [("(0380) 821234", "+62380821234"), ("021-5551234", "+62215551234")])
def test_a_landline_keeps_its_area(written: str, kept: str) -> None:
    assert normal_phone(written) == kept
    assert shown_phone(kept) == "0" + kept[3:]


def test_none_is_none_and_foreign_ones_are_kept() -> None:
    assert normal_phone("  ") == ""
    assert normal_phone("+60 12-345 6789") == "+60123456789"
    assert shown_phone("lama, tidak jelas") == "lama, tidak jelas"


@pytest.mark.parametrize(
    ("written", "code"),
    [("tidak ada", "phone_form"), ("12", "phone_form"), ("0812", "phone_form"), ("08123456789012345", "phone_form"),
     ("+1", "phone_form"), ("0812-3456-7890 / 0813", "phone_form"), ("821234", "phone_area")],
)  # fmt: skip
def test_nonsense_is_refused(written: str, code: str) -> None:
    assert code_of(normal_phone, written) == code


@given(st.from_regex(r"8[1-9][0-9]{7,10}", fullmatch=True))
def test_what_is_shown_is_read_back_as_the_same_number(national: str) -> None:
    kept = normal_phone("0" + national)
    assert normal_phone(shown_phone(kept)) == kept == "+62" + national
