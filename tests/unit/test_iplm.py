"""The library's year for the IPLM: what is counted, what people enter, what is said of both."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import openpyxl
import pytest
from fakes import ADMIN, new_desk, operator
from hypothesis import given
from hypothesis import strategies as st

from loket.devices import resources
from loket.domain import events as e
from loket.domain.entities import Activity, Id, Room
from loket.domain.errors import InvalidInput, Refused
from loket.domain.iplm import ACTIVITIES, FACTS, LINES, OPTIONAL, Source, checked_fact, fact_key, indicators, ratios
from loket.domain.visits import GroupForm
from loket.reports.iplm import ACTIVITIES as ACTIVITY_WORDS
from loket.reports.iplm import NAMES, UNITS, decimal, iplm_ledgers, made_of
from loket.reports.iplm_words import GROUPS, PARTS
from loket.reports.ledger_pdf import ledgers_pdf
from loket.reports.ledger_xlsx import ledgers_xlsx
from loket.reports.letterhead import Issuer, Letterhead
from loket.reports.pdf import load_fonts
from loket.services import guestbook, iplm, reading_room
from loket.services.desk import Desk

COUNTED = sorted({name for line in LINES for name in line.counted})
HELD = Activity(Id(""), date(2026, 11, 24), "Dongeng Sabtu", "story", 40, 12, 20, "Ruang anak")


@pytest.fixture
def desk(tmp_path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    desk.operator = operator(desk, ADMIN)
    yield desk
    desk.database.close()


def value(report: iplm.IplmYear, key: str) -> int | None:
    return next(line.value for line in report.lines if line.key == key)


# ---- pure ---------------------------------------------------------------------------------------------------------


@given(
    st.fixed_dictionaries({name: st.integers(0, 10**6) for name in COUNTED}),
    st.dictionaries(st.sampled_from(FACTS), st.integers(0, 10**6)),
)
def test_a_number_is_the_sum_of_its_parts_or_is_not_told(counted, told):
    for wanted, line in zip(LINES, indicators(counted, told), strict=True):
        lacking = [name for name in wanted.told if name not in told and name not in OPTIONAL]
        assert (line.value is None) is bool(lacking) is (line.source is Source.MISSING)
        if line.value is not None:
            assert line.value == sum(counted[n] for n in wanted.counted) + sum(told.get(n, 0) for n in wanted.told)
        assert set(dict(line.parts)) <= {*wanted.counted, *wanted.told}


def test_every_line_part_and_kind_has_its_words():
    assert {line.key for line in LINES} == set(NAMES) == set(UNITS) | {"members"}
    assert {line.group for line in LINES} == set(GROUPS)
    assert set(ACTIVITIES) == set(ACTIVITY_WORDS)
    many = [line for line in LINES if len(line.counted) + len(line.told) > 1]
    assert {name for line in many for name in (*line.counted, *line.told)} <= set(PARTS)
    assert all(name in NAMES or name in PARTS for name in FACTS)


def test_ratios_to_the_population():
    told = {"users_on_site": 30_000, "population": 250_000, "items": 50_000, "members": 5_000}
    found = ratios(told, 300)
    assert found.visits_a_day == 100
    assert found.visit_ratio == pytest.approx(100 / 250_000 / 0.02)
    assert (found.items_per_head, found.members_share) == (0.2, 0.02)
    assert ratios({**told, "population": None}, 300).visit_ratio is None
    assert ratios(told, 0).visits_a_day is None


@pytest.mark.parametrize(
    ("typed", "number"), [("125000", 125_000), (" 125.000 ", 125_000), ("1 250 000", 1_250_000), ("0", 0)]
)
def test_a_number_as_people_write_it(typed, number):
    assert checked_fact("population", typed) == number


@pytest.mark.parametrize("typed", ["", "-3", "12,5", "banyak", "٣", "1e6"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(InvalidInput) as refused:
        checked_fact("population", typed)
    assert (refused.value.field, refused.value.code) == ("population", "fact_number")


def test_a_number_beyond_all_people_is_refused():
    with pytest.raises(InvalidInput) as refused:
        checked_fact("population", "1.000.000.001")
    assert refused.value.code == "fact_range"


def test_a_fact_nobody_asks_for():
    with pytest.raises(KeyError):
        fact_key(2026, "weather")


# ---- at the desk --------------------------------------------------------------------------------------------------


def test_what_counters_counted_and_people_entered_come_together(desk: Desk):
    year = desk.today().year
    guestbook.check_in_group(desk, GroupForm("Ibu Contoh", institution="SD Contoh", people=30, purpose="membaca"))
    reading_room.count_book(desk, "B-1")
    reading_room.count_book(desk, "B-2")
    iplm.set_fact(desk, year, "population", "250.000", "BPS contoh")
    iplm.set_fact(desk, year, "interloans", "7")
    iplm.set_activity(desk, HELD)
    report = iplm.year_report(desk, year)
    assert value(report, "users_on_site") == 30
    assert value(report, "printed_used") == 2 + 7
    assert value(report, "population") == 250_000
    assert (value(report, "programmes"), value(report, "participants")) == (1, 40)
    assert value(report, "librarians") is None
    assert value(report, "service_kinds") == 1
    assert report.facts["population"].note == "BPS contoh"
    assert value(iplm.year_report(desk, year - 1), "users_on_site") == 0


def test_the_same_number_again_is_no_news(desk: Desk):
    iplm.set_fact(desk, 2026, "population", "5")
    with desk.view() as act:
        before = act.journal.head()
    iplm.set_fact(desk, 2026, "population", "5")
    with desk.view() as act:
        assert act.journal.head() == before


def test_an_activity_is_changed_and_taken_from_the_list(desk: Desk):
    kept = iplm.set_activity(desk, HELD)
    iplm.set_activity(desk, replace(kept, people=50))
    first, last = HELD.on - timedelta(days=1), HELD.on
    assert [one.people for one in iplm.activities(desk, first, last)] == [50]
    iplm.cancel_activity(desk, kept.id)
    iplm.cancel_activity(desk, kept.id)
    assert iplm.activities(desk, first, last) == ()
    assert value(iplm.year_report(desk, 2026), "programmes") == 0


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"name": "  "}, "name", "text_missing"),
        ({"name": "x" * 201}, "name", "text_too_long"),
        ({"kind": "lomba"}, "kind", "choice_unknown"),
        ({"on": date(2999, 1, 1)}, "on", "date_future"),
        ({"people": 0, "male": 0, "female": 0}, "people", "activity_people"),
        ({"people": 100_001}, "people", "activity_people"),
        ({"male": 21}, "male", "activity_sexes"),
    ],
)
def test_nonsense_about_an_activity_is_refused(desk: Desk, wrong, field, code):
    with pytest.raises(InvalidInput) as refused:
        iplm.set_activity(desk, replace(HELD, **wrong))
    assert (refused.value.field, refused.value.code) == (field, code)
    assert iplm.activities(desk, date(2026, 1, 1), date(2026, 12, 31)) == ()


def test_numbers_of_the_year_are_entered_by_those_who_answer_for_them(desk: Desk):
    desk.operator = replace(desk.operator, roles=("circulation",))
    with pytest.raises(Refused):
        iplm.set_fact(desk, 2026, "population", "5")
    assert iplm.set_activity(desk, HELD).id


# ---- papers -------------------------------------------------------------------------------------------------------


def test_the_papers_say_the_same_numbers(desk: Desk):
    with desk.action() as act:
        act.record(e.RoomSet(Room(act.new_id(), "U", "Ruang umum")))
    reading_room.count_book(desk, "B-1")
    iplm.set_fact(desk, 2026, "interloans", "1200")
    iplm.set_activity(desk, HELD)
    report = iplm.year_report(desk, 2026)
    issuer = Issuer(desk.library, Letterhead(place="Kota Contoh"), desk.settings(), desk.today())
    held = iplm.activities(desk, date(2026, 1, 1), date(2026, 12, 31))
    ledgers = iplm_ledgers(report, held, issuer)
    told = {str(line.cells[1]): line.cells[2] for line in ledgers[0].lines}
    assert told["Bahan tercetak dimanfaatkan"] == 1201
    assert told["Pustakawan"] is None
    assert "dibaca di tempat 1, silang layan 1.200" in next(made_of(x) for x in report.lines if x.key == "printed_used")
    assert ledgers[1].sums() == {"male": 12, "female": 20, "untold": 8, "people": 40}
    assert ledgers_pdf(ledgers, desk.library, issuer.head, load_fonts(resources.path("fonts"))).startswith(b"%PDF")
    book = openpyxl.load_workbook(io.BytesIO(ledgers_xlsx(ledgers, desk.library, issuer.head)))
    cells = [cell.value for row in book["IPLM"].iter_rows() for cell in row]
    assert 1201 in cells
    assert any("Belum diisi: " in str(cell) and "pustakawan" in str(cell) for cell in cells)


def test_decimals_as_papers_write_them():
    assert decimal(1234.5, 1) == "1.234,5"
