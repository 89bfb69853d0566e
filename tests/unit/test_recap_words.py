"""The words of a recap: whatever is counted has a name, and numbers are written as Indonesian offices write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recap_papers import busy_day_paper, empty_day_paper, month_paper, year_paper

from loket.domain.cases import CaseClass
from loket.domain.entities import ChargeKind, InHouseKind, VisitKind, VisitSource
from loket.domain.errors import RefusalCode
from loket.domain.member_form import EDUCATIONS
from loket.domain.periods import PeriodKind
from loket.domain.recap import TABLES, Figures, Section, Unit
from loket.domain.wording import CHARGE_LABELS
from loket.reports.recap_headlines import BIGGEST, HEADLINES, OF_A_DAY, day_headlines, headlines
from loket.reports.recap_plots import share
from loket.reports.recap_words import (
    NOT_FILLED,
    PAPER_TITLES,
    PREVIOUS,
    YEAR_BEFORE,
    average_text,
    change_text,
    column_title,
    columns_of,
    known_words,
    minutes_text,
    number_text,
    row_heading,
    row_title,
    rows_of,
    section_title,
    table_title,
)
from loket.services.cases import case_title


def is_worded(text: str) -> bool:
    """A word for people: no key of the program, which has small letters or underlines."""
    return bool(text) and "_" not in text and not text[0].islower()


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.key)
def test_every_table_its_columns_and_its_rows_have_names(table):
    assert is_worded(section_title(table.section))
    assert is_worded(table_title(table.key))
    assert is_worded(row_heading(table.key))
    assert all(is_worded(column_title(table.key, column)) for column in table.columns)
    assert all(is_worded(row_title(table.key, row)) for row in table.rows)
    titles = [row_title(table.key, row) for row in table.rows]
    assert len(set(titles)) == len(titles), "two rows of one name cannot be told apart"


def test_titles_of_tables_and_sections_are_told_apart():
    assert len({table_title(key) for key in TABLES}) == len(TABLES)
    assert len({section_title(section) for section in Section}) == len(Section)


@pytest.mark.parametrize("code", RefusalCode)
def test_every_reason_for_a_no_has_a_short_word(code):
    for table in ("refusals", "overrides"):
        said = row_title(table, code.value)
        assert is_worded(said), code
        assert len(said) <= 42, code


@pytest.mark.parametrize("cls", CaseClass)
def test_every_class_of_case_has_its_title(cls):
    assert row_title("cases", cls.value) == row_title("cases_open", cls.value) != cls.value


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        ("visitors", VisitKind),
        ("visitors_source", VisitSource),
        ("cash_kind", [*ChargeKind, "rounding"]),
        ("charges", [kind for kind in ChargeKind if kind]),
        ("cards_printed", ("first", "renewed", "lost", "damaged", "misprint", "spoilt")),
        ("internet_end", ("done", "time", "power", "closing", "running")),
        ("members_new", ("anak", "pelajar", "mahasiswa", "umum", "asn", "lembaga")),
        ("loans_kind", ("umum", "anak", "remaja", "referensi", "deposit", "tandon", "berkala", "audiovisual")),
    ],
)
def test_keys_of_the_program_are_put_into_words(table, codes):
    assert all(is_worded(row_title(table, str(code))) for code in codes)


def test_ways_of_reading_in_place_are_columns_in_words():
    assert all(is_worded(column_title("reading_class", kind.value)) for kind in InHouseKind)


def test_words_of_the_library_itself_stay_as_they_are():
    assert row_title("rooms", "ruang anak_2") == "ruang anak_2"
    assert row_title("members_new", "santri") == column_title("loans_class", "santri") == "santri"
    assert row_title("staff", "maria") == "maria"
    assert row_title("visitors_job", "Tukang cukur") == "Tukang cukur"


def test_hours_ages_and_what_was_not_filled_in():
    assert row_title("visitors_hour", "08") == row_title("loans_hour", "8") == "08.00-08.59"
    assert row_title("visitors_age", "6-12") == "6-12 tahun"
    assert row_title("visitors_age", "60+") == "60 tahun ke atas"
    assert row_title("loans_class", "800") == "800 Kesusastraan"
    for table in ("visitors_education", "visitors_age", "visitors_purpose", "internet"):
        assert row_title(table, "") == NOT_FILLED
    assert column_title("visitors_sex", "") == NOT_FILLED
    assert row_title("staff", "") == "Tanpa petugas"
    assert row_title("cash_account", "") == "Tanpa kode rekening"


# ---- order ----------------------------------------------------------------------------------------------------------


def test_schools_ages_and_jobs_stand_in_their_own_order_and_the_unknown_last():
    figures = Figures()
    for place, row in enumerate(("", "Pesantren", *reversed(EDUCATIONS))):
        figures.add("visitors_education", row, place + 1, "L")
    for row in ("", "60+", "6-12", "0-5"):
        figures.add("visitors_age", row, 1, "P")
    for row in ("Petani", "Pelajar", "Astronom"):
        figures.add("loans_job", row, 1, "P")
    assert rows_of(figures, "visitors_education") == (*EDUCATIONS, "Pesantren", "")
    assert rows_of(figures, "visitors_age") == ("0-5", "6-12", "60+", "")
    assert rows_of(figures, "loans_job") == ("Pelajar", "Petani", "Astronom")
    figures.add("loans_class", "800", 1, "santri")
    figures.add("loans_class", "800", 1, "umum")
    figures.add("loans_class", "800", 1, "anak")
    assert columns_of(figures, "loans_class") == ("anak", "umum", "santri")


@pytest.mark.parametrize("paper", [busy_day_paper(), month_paper()], ids=["day", "month"])
@pytest.mark.parametrize("key", TABLES)
def test_no_row_and_no_column_is_lost_by_ordering(paper, key):
    assert sorted(rows_of(paper.figures, key)) == sorted(paper.figures.rows(key))
    assert sorted(columns_of(paper.figures, key)) == sorted(paper.figures.columns(key))


def test_known_words_are_those_that_are_said():
    figures = busy_day_paper().figures
    own = ("rooms", "reading_room", "staff", "visitors_purpose", "internet", "cash_account", "visitors_hour")
    own += ("visitors_age", "visitors_education", "visitors_job", "loans_education", "loans_job", "loans_hour")
    said = {row_title(key, row) for key in figures.tables if key not in own for row in figures.rows(key)}
    said |= {column_title(key, column) for key in figures.tables for column in figures.columns(key)}
    assert said <= {*known_words(), *CHARGE_LABELS.values(), *(case_title(cls) for cls in CaseClass)}
    assert set(known_words()) >= {"Pengunjung", "Belum diisi", "Batas judul tercapai", "800 Kesusastraan"}


# ---- numbers --------------------------------------------------------------------------------------------------------


def test_numbers_bear_their_units():
    assert number_text(Unit.COUNT, 1250) == "1.250"
    assert number_text(Unit.RUPIAH, 11_000) == "Rp11.000"
    assert number_text(Unit.RUPIAH, -2_000) == "(Rp2.000)"
    assert [minutes_text(one) for one in (0, 45, 60, 462, -75)] == [
        *("0 menit", "45 menit", "1 jam", "7 jam 42 menit", "-1 jam 15 menit")
    ]


@given(st.integers(1, 10**9), st.integers(0, 10**9))
def test_a_change_says_its_direction_and_its_size(before, now):
    said = change_text(now, before)
    if now == before:
        assert said == "tetap"
        return
    way, percent = said.split(" ")
    assert way == ("naik" if now > before else "turun")
    told = float(percent.removesuffix("%").replace(".", "").replace(",", "."))
    assert abs(told - abs(now - before) * 100 / before) <= 0.05 + 1e-6 * told


def test_what_was_not_there_before_is_no_percentage():
    assert change_text(5, 0) == "baru ada"
    assert change_text(0, 0) == "tetap"
    assert change_text(-500, 0) == "-"


@given(st.integers(0, 10**7), st.integers(1, 366))
def test_the_average_is_that_of_an_open_day(total, days):
    told = float(average_text(Unit.COUNT, total, days).replace(".", "").replace(",", "."))
    assert abs(told - total / days) <= 0.0501


def test_a_period_without_an_open_day_has_an_average_all_the_same():
    assert average_text(Unit.COUNT, 12, 0) == "12,0"
    assert average_text(Unit.RUPIAH, 1001, 2) == "Rp501"
    assert average_text(Unit.MINUTES, 961, 2) == "8 jam 1 menit"


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=8))
def test_shares_are_parts_of_the_whole(parts):
    whole = sum(parts)
    told = [float(share(part, whole).removesuffix("%").replace(",", ".")) for part in parts]
    assert abs(sum(told) - (100 if whole else 0)) <= 0.06 * len(parts)


# ---- headlines ------------------------------------------------------------------------------------------------------


def test_headlines_say_what_the_tables_hold():
    figures = busy_day_paper().figures
    told = {one.key: one.of(figures) for one in HEADLINES}
    assert told["visitors"] == figures.total("visitors_sex") == 412
    assert told["loans"] == figures.total("loans_class") == figures.of("circulation", "loans")
    assert told["reading"] == figures.total("reading_room")
    assert told["internet"] == figures.total("internet_end")
    assert told["cash"] == sum(figures.column_total("cash_kind", one) for one in ("cash", "noncash", "back"))
    assert told["kept"] == figures.of("opening", "kept")


def test_headlines_without_a_number_are_left_out_but_the_first_ones():
    assert {one.key for one in headlines(empty_day_paper())} == {"visitors", "members_new", "loans", "returns"}
    assert {one.key for one in headlines(busy_day_paper())} == {one.key for one in HEADLINES}
    assert [one.key for one in day_headlines(month_paper())] == list(OF_A_DAY)
    assert set(BIGGEST) <= {one.key for one in HEADLINES}


@pytest.mark.parametrize("kind", PeriodKind)
def test_every_kind_of_period_has_its_title_and_what_it_is_held_against(kind):
    assert all(is_worded(words[kind]) for words in (PAPER_TITLES, PREVIOUS, YEAR_BEFORE))


def test_a_year_paper_adds_up_its_days():
    paper = year_paper()
    visitors = HEADLINES[0]
    assert visitors.of(paper.figures) == sum(visitors.of(day.figures) for day in paper.days)
