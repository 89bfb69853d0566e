"""Member numbers by a template: unique between counters that never met, gapless at one, with a check digit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fakes import SUPERVISOR, new_desk, operator
from hypothesis import assume, given
from hypothesis import strategies as st
from stock import add_item, set_rule

from loket.domain import events as e
from loket.domain.entities import Id, Station
from loket.domain.errors import InvalidInput
from loket.domain.member_no import known_parts, luhn_of, proves_itself, read_format
from loket.domain.scan import passes
from loket.domain.settings import DEFAULTS, CheckDigit
from loket.services.desk import Desk
from loket.services.member_numbers import next_number, preview_number, station_part

TODAY = date(2026, 11, 24)


@pytest.fixture
def desk(tmp_path: Path):
    desk = new_desk(tmp_path)
    desk.operator = operator(desk, SUPERVISOR)
    yield desk
    desk.database.close()


def use(desk: Desk, template: str) -> None:
    set_rule(desk, "member_no_format", template)


def give(desk: Desk, number: str = "", sex: str = "") -> str:
    """Register somebody under this number, or under the next one."""
    with desk.action() as act:
        number = number or next_number(act, sex)
        act.record(e.MemberRegistered(act.new_id(), number, "umum", act.today, person=e.Person("Ada Contoh", sex=sex)))
    return number


def code_of(call, *args) -> str:
    with pytest.raises(InvalidInput) as error:
        call(*args)
    return error.value.code


# ---- the template ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("template", "code"),
    [
        ("", "format_station"),
        ("{running}", "format_station"),
        ("{station}-{station}-{running}", "format_station"),
        ("{station}", "format_running"),
        ("{station}-{running}{running}", "format_running"),
        ("{running}-{station}", "format_order"),
        ("{station}-{check}{running}", "format_order"),
        ("{station}{running}", "format_neighbours"),
        ("{station}A{running}", "format_neighbours"),
        ("{station}{yy}-{running}", "format_neighbours"),
        ("{station}-{nik}-{running}", "format_part"),
        ("{station-{running}", "format_part"),
        ("{station}-{yy:3}{running}", "format_part"),
        ("{station}–{running}", "format_letters"),
        ("{station}-{running:2}", "format_width"),
        ("{station}-{running:10}", "format_width"),
        ("{station:13}{running}", "format_width"),
        ("A" * 60 + "{station}-{running}", "format_too_long"),
    ],
)
def test_a_template_that_could_not_keep_numbers_apart_is_refused(template: str, code: str) -> None:
    assert code_of(read_format, template) == code


@pytest.mark.parametrize(
    ("template", "number"),
    [
        (DEFAULTS.member_no_format, "L1-26000013"),
        ("{yy}{mm}{dd}{station:3}{running:3}", "2611240L1001"),
        ("{yyyy}{mm}{station}-{running:4}", "202611L1-0001"),
        ("{station}-{running:5}{sex}{yyyy}", "L1-00001P2026"),
        ("AGT.{station}.{running:6}/{yy}", "AGT.L1.000001/26"),
    ],
)
def test_a_template_makes_the_number_it_shows(template: str, number: str) -> None:
    settings = replace(DEFAULTS, member_no_format=template)
    assert preview_number(settings, Station(Id("1"), "L1", "Loket", "lengkap"), TODAY, "P") == number


@given(st.from_regex(r"[0-9]{2,30}", fullmatch=True))
def test_the_check_digit_of_digits_is_luhns(body: str) -> None:
    assert passes(body + luhn_of(body), CheckDigit.MOD10)
    assert proves_itself(body + luhn_of(body))


@given(st.from_regex(r"[0-9A-Z.-]{3,30}", fullmatch=True), st.data())
def test_the_check_digit_finds_every_single_wrong_digit(body: str, data: st.DataObject) -> None:
    number = body + luhn_of(body)
    assert luhn_of(body) == luhn_of(body.lower())
    places = [place for place, sign in enumerate(number) if sign.isdigit()]
    place = data.draw(st.sampled_from(places))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != number[place]]))
    assert not proves_itself(number[:place] + other + number[place + 1 :])


def test_the_check_digit_of_letters_counts_them_as_on_securities() -> None:
    assert luhn_of("US037833100") == "5"  # the ISIN of a well-known share


STATIONS = st.from_regex(r"[A-Z0-9]{1,6}", fullmatch=True)
TEMPLATES = st.sampled_from(
    [
        "{station}-{yy}{running:5}{check}",
        "{yy}{mm}{dd}{station:6}{running:3}",
        "{sex}{station}.{running}",
        "A{station}/{running}",
    ]
)


@given(TEMPLATES, STATIONS, STATIONS, st.integers(1, 999), st.integers(1, 999), st.sampled_from("LPX"), st.dates())
def test_two_counters_never_make_the_same_number(
    template: str, one: str, other: str, here: int, there: int, sex: str, day: date
) -> None:
    form = read_format(template)
    width = next(part.width for part in form.parts if part.name == "station")
    one, other = one.zfill(width), other.zfill(width)
    assume(one != other)
    first = form.number(known_parts(TODAY, one, "L"), here)
    assert first.casefold() != form.number(known_parts(day, other, sex), there).casefold()


# ---- the next number of a counter -----------------------------------------------------------------------------------


def test_numbers_follow_each_other_and_prove_themselves(desk: Desk) -> None:
    numbers = [give(desk) for _ in range(12)]
    assert [number[:-1] for number in numbers] == [f"L1-26{running:05d}" for running in range(1, 13)]
    assert all(proves_itself(number) for number in numbers)


def test_a_new_year_begins_anew(desk: Desk) -> None:
    give(desk)
    desk.clock.advance(days=40)
    with desk.action() as act:
        act.record(e.ClockConfirmed(act.today))
    assert give(desk).startswith("L1-2700001")


def test_the_highest_counts_whatever_its_check_digit_sex_or_letter_case(desk: Desk) -> None:
    give(desk, "l1-26000419")
    assert give(desk).startswith("L1-2600042")
    use(desk, "{station}-{running:5}{sex}{yyyy}")
    give(desk, "L1-00007L2026")
    give(desk, "L1-00099P2025")  # another year's
    assert give(desk, sex="P") == "L1-00008P2026"
    use(desk, "{sex}{station}-{running:4}")
    give(desk, "LL1-0005")
    assert give(desk, sex="P") == "PL1-0006"


def test_numbers_of_another_form_are_no_measure(desk: Desk) -> None:
    for number in ("L1-26-999999", "L1-2699999", "L1-26999999X", "L2-26000900", "XL1-26000900", "L1-26ABCDE1"):
        give(desk, number)
    assert give(desk).startswith("L1-2600001")


def test_a_number_that_anything_else_bears_is_passed_over(desk: Desk) -> None:
    use(desk, "{station}-{running:4}")
    with desk.action() as act:
        act.record(e.CardIssued(act.new_id(), Id("a" * 32), "L1-0001", act.today))
    add_item(desk, "l1-0002")
    assert give(desk) == "L1-0003"


def test_signs_that_a_pattern_would_read_stand_for_themselves(desk: Desk) -> None:
    use(desk, "A.{station}-{running:3}")
    give(desk, "AXL1-900")
    assert give(desk) == "A.L1-001"


def test_when_the_numbers_end_it_says_so(desk: Desk) -> None:
    use(desk, "{station}-{running:3}")
    give(desk, "L1-999")
    assert code_of(give, desk) == "numbers_end"


def test_applicants_without_a_number_do_not_count(desk: Desk) -> None:
    with desk.action() as act:
        act.record(e.MemberRegistered(act.new_id(), "", "umum", act.today, None, True, e.Person("Calon Contoh")))
    assert give(desk).startswith("L1-2600001")


# ---- counters with the same code ------------------------------------------------------------------------------------


def another_counter(desk: Desk, code: str) -> None:
    with desk.action() as act:
        act.record(e.StationDescribed(Station(act.new_id(), code, "Loket Kedua", "lengkap")))


def test_a_counter_whose_code_another_has_adds_its_own_signs(desk: Desk) -> None:
    another_counter(desk, "L-1")  # dots and dashes do not tell two counters apart
    with desk.action() as act:
        part = station_part(act)
    assert part.startswith("L1")
    assert len(part) == 5
    assert give(desk).startswith(f"{part}-2600001")


def test_a_template_of_fixed_length_wants_another_code(desk: Desk) -> None:
    use(desk, "{station:2}{running:5}")
    another_counter(desk, "L1")
    assert code_of(give, desk) == "station_not_unique"
    use(desk, "{station:1}{running:5}")
    assert code_of(give, desk) == "station_too_long"


def test_a_counter_with_a_code_of_its_own_keeps_it(desk: Desk) -> None:
    another_counter(desk, "L2")
    assert give(desk).startswith("L1-2600001")


def test_a_counter_without_a_code_goes_by_its_own_signs(desk: Desk) -> None:
    desk.station = replace(desk.station, code="")
    part = give(desk).partition("-")[0]
    assert len(part) == 3
    other = replace(desk.station, id=Id("e" * 32))
    desk.station = other
    assert give(desk).partition("-")[0] != part
