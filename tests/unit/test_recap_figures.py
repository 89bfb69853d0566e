"""A day's figures over random days: the same as SQL written for the test, whatever else is in the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import recap_sql
from fakes import ADMIN, new_desk, operator
from recap_days import DAY, RandomDay, random_day
from stock import add_member, journal, set_rule

from loket.db.engine import driver, open_database
from loket.db.rows import to_ms
from loket.db.streams import move_tail, own_streams
from loket.domain import events as e
from loket.domain.entities import Id, Station
from loket.domain.recap import TABLES, Figures, changes
from loket.domain.visits import GuestForm
from loket.services import guestbook
from loket.services.books import cash_book
from loket.services.desk import Desk
from loket.services.recap_figures import covered, day_facts, day_figures, recap_counter

ON = DAY.isoformat()
SEEDS = range(4)
COPIED = {  # table → columns that say a row was made elsewhere, or is over
    "visit": {},
    "survey_answer": {},
    "card_print": {},
    "loan": {'"end"': "'returned'", "ended_on": "lent_on"},
    "in_house_use": {},
    "internet_session": {},
    "locker_use": {},
    "photocopy_job": {},
    "ebook_loan": {},
    "receipt": {"void_station_id": "CASE WHEN voided_on IS NULL THEN NULL ELSE :other END"},
    "waiver": {},
}


@pytest.fixture(scope="module", params=SEEDS)
def day(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RandomDay]:
    made = random_day(tmp_path_factory.mktemp("hari"), request.param)
    yield made
    made.desk.database.close()


@pytest.fixture
def figures(day: RandomDay) -> Figures:
    return day_figures(day.desk, DAY)


@pytest.mark.parametrize("table", sorted(recap_sql.SQL))
def test_a_table_is_what_plain_sql_says(day: RandomDay, figures: Figures, table: str) -> None:
    assert figures.tables.get(table, {}) == recap_sql.asked(day.desk, ON, table)


def test_circulation_is_what_rows_and_events_say(day: RandomDay, figures: Figures) -> None:
    found = {row: number for (row, _), number in figures.tables.get("circulation", {}).items()}
    assert found == recap_sql.circulation(day.desk, ON)
    assert found["loans"] > 5
    assert found["returns"]
    assert found["undone"]


def test_classes_purposes_and_words_are_those_of_each_row(day: RandomDay, figures: Figures) -> None:
    assert figures.tables["loans_class"] == recap_sql.classes(day.desk, ON)
    assert figures.tables.get("overdue_class", {}) == recap_sql.overdue_classes(day.desk, ON)
    assert figures.tables["visitors_purpose"] == recap_sql.purposes(day.desk, ON)
    assert by_row(figures, "visitors_education") == recap_sql.by_words(day.desk, ON, "education")
    assert by_row(figures, "visitors_job") == recap_sql.by_words(day.desk, ON, "job")
    assert by_row(figures, "visitors_age") == recap_sql.ages(day.desk, ON)


def test_members_and_staff(day: RandomDay, figures: Figures) -> None:
    told = [found.event for found in journal(day.desk) if found.stamp.business_on == DAY]
    new = [one.member_type for one in told if isinstance(one, e.MemberRegistered) and not one.pending]
    new += [one.member_type for one in told if isinstance(one, e.ApplicantAccepted)]
    assert by_row(figures, "members_new") == Counter(new)
    assert figures.total("members_renewed") == sum(isinstance(one, e.MembershipRenewed) for one in told)
    for column, people in recap_sql.staff(day.desk, ON).items():
        named = {row: figures.of("staff", row, column) for row in figures.rows("staff")}
        assert {row: number for row, number in named.items() if number} == people
    assert figures.column_total("staff", "returns") == figures.of("circulation", "returns")
    assert figures.column_total("staff", "renewals") == figures.of("circulation", "renewals")
    assert figures.column_total("staff", "members") == figures.total("members_new") + figures.total("members_renewed")


def test_breakdowns_add_up(figures: Figures) -> None:
    people, loans = figures.column_total("visitors", "people"), figures.of("circulation", "loans")
    for table in TABLES:
        if table.startswith("visitors_"):
            assert figures.total(table) == people, table
        if table.startswith("loans_") and table != "loans_hour":
            assert figures.total(table) == loans, table
    for sex in "LP":
        for table in ("visitors_education", "visitors_job"):
            assert figures.column_total(table, sex) <= figures.column_total("visitors_sex", sex)
    for column in ("loans", "renewals", "returns"):
        assert figures.column_total("loans_hour", column) == figures.of("circulation", column)
    assert figures.total("overdue_days") == figures.total("overdue_class")
    assert figures.column_total("internet", "sessions") == figures.total("internet_sex")
    assert figures.total("reading_room") == figures.total("reading_class")
    for column in ("cash", "noncash", "back"):
        assert figures.column_total("cash_account", column) == figures.column_total("cash_kind", column)


def test_the_cash_is_that_of_the_treasurers_book(day: RandomDay, figures: Figures) -> None:
    assert figures.total("cash_account") == cash_book(day.desk, DAY, DAY).came_in.total_rp


def test_accounts_are_named_by_their_tariffs(figures: Figures) -> None:
    known = {"4.1.04.01 Denda keterlambatan", "4.1.02.03 Foto kopi", ""}
    several = {row for row in figures.rows("cash_account") if row.startswith("4.1.02.01 ")}
    assert set(figures.rows("cash_account")) - several <= known
    assert len(several) == 1


def test_another_counters_rows_never_count(day: RandomDay) -> None:
    before = day_figures(day.desk, DAY)
    with undoing(day.desk) as desk:
        _copy_rows(desk, b"\xee" * 16)
        after = day_figures(desk, DAY)
        assert changes(before, after) == ()
        assert after == before


def test_after_a_fork_an_event_counts_once(day: RandomDay) -> None:
    before, facts = day_figures(day.desk, DAY), day_facts(day.desk, DAY)
    with undoing(day.desk) as desk:
        with desk.database.write() as connection:
            source = driver(connection)
            stream = own_streams(source)[-1]
            moved = move_tail(source, stream, stream.seq // 3, Id("f" * 32), now_ms=to_ms(desk.clock.now()), last=True)
        assert moved > 100
        assert day_figures(desk, DAY) == before
        assert day_facts(desk, DAY) == facts


def test_opening_is_what_is_written_and_what_was_kept(day: RandomDay, figures: Figures) -> None:
    moments = [found.stamp.done_at for found in journal(day.desk) if found.stamp.business_on == DAY]
    assert figures.of("opening", "kept") == (max(moments) - min(moments)) // timedelta(minutes=1)
    assert figures.of("opening", "planned") == 210 + 150
    facts = day_facts(day.desk, DAY)
    assert facts["first_at"] == f"{day.desk.local(min(moments)):%H:%M}"
    assert facts["last_at"] == f"{day.desk.local(max(moments)):%H:%M}"
    assert facts["hours"] == "08:00-11:30, 13:00-15:30"


def test_a_day_without_anything_has_only_its_hours_and_stocks(day: RandomDay) -> None:
    found = day_figures(day.desk, DAY + timedelta(days=63))
    assert {key for key in found.tables if not TABLES[key].stock} == {"opening"}
    assert day_facts(day.desk, DAY + timedelta(days=63))["first_at"] == ""


# ---- whose rows -----------------------------------------------------------------------------------------------------


def test_the_recap_counter_has_what_doors_and_kiosks_wrote(tmp_path: Path) -> None:
    desk = random_day(tmp_path, 99, deeds=0).desk
    kiosk = _station(desk, "A1", "kios")
    before = day_figures(desk, DAY).column_total("visitors", "people")
    _written_at(desk, kiosk)
    _written_at(desk, _station(desk, "A2", "pintu"))
    _written_at(desk, _station(desk, "A0", "ruang"))
    assert day_figures(desk, DAY).column_total("visitors", "people") == before  # the room's counter comes first by code
    set_rule(desk, "recap_counter", "L1")
    assert day_figures(desk, DAY).column_total("visitors", "people") == before + 2
    with desk.view() as act:
        assert recap_counter(act) == desk.station
        assert covered(act)[0] == desk.station.id
        assert len(covered(act)) == 3
    desk.database.close()


@pytest.mark.parametrize(
    ("others", "named", "counter"),
    [
        ((), "", "L1"),
        ((("A1", "kios"), ("A2", "pintu"), ("A3", "kartu"), ("A4", "bendahara")), "", "L1"),
        ((("K1", "sirkulasi"), ("B1", "kartu")), "", "K1"),
        ((("K1", "sirkulasi"), ("B1", "kartu")), "B1", "B1"),
        ((("K1", "sirkulasi"),), "TIDAK ADA", "K1"),
        ((("A1", "kios"),), "A1", "L1"),
    ],
)
def test_which_counter_that_is(tmp_path: Path, others: tuple[tuple[str, str], ...], named: str, counter: str) -> None:
    desk = new_desk(tmp_path)
    for code, profile in others:
        _station(desk, code, profile)
    if named:
        set_rule(desk, "recap_counter", named)
    with desk.view() as act:
        found = recap_counter(act)
    assert found is not None
    assert found.code == counter
    desk.database.close()


def test_members_taken_over_from_elsewhere_are_not_new(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    add_member(desk, "LAMA", registered_on=DAY - timedelta(days=900))
    add_member(desk, "BARU", registered_on=DAY)
    assert day_figures(desk, DAY).tables["members_new"] == {("umum", ""): 1}
    desk.database.close()


# ---- parts ----------------------------------------------------------------------------------------------------------


def by_row(figures: Figures, table: str) -> dict[str, int]:
    rows = {row: figures.row_total(table, row) for row in figures.rows(table)}
    return {row: number for row, number in rows.items() if number}


class undoing:  # noqa: N801 - read as a sentence
    """A copy of the desk's database to spoil."""

    def __init__(self, desk: Desk) -> None:
        self._path = desk.database.path.with_name("salinan.db")
        self._desk = desk

    def __enter__(self) -> Desk:
        self._path.unlink(missing_ok=True)
        self._desk.database.copy_into(self._path)
        self._copy = open_database(self._path, self._desk.database.key)
        return replace(self._desk, database=self._copy)

    def __exit__(self, *error: object) -> None:
        self._copy.close()
        self._path.unlink()


def _copy_rows(desk: Desk, other: bytes) -> None:
    """Every row once more, as another counter's; of a receipt its lines too."""
    with desk.database.write() as connection:
        source = driver(connection)
        for table, changed in COPIED.items():
            columns = [row[1] for row in source.execute(f'PRAGMA table_info("{table}")')]
            told = {f'"{name}"': f'"{name}"' for name in columns} | changed
            told |= {'"id"': "unhex('ff' || substr(hex(id), 3))", '"station_id"': ":other"}
            names = ", ".join(f'"{name}"' for name in columns)
            values = ", ".join(changed.get(name) or told[f'"{name}"'] for name in columns)
            source.execute(f'INSERT INTO "{table}" ({names}) SELECT {values} FROM "{table}"', {"other": other})
        lines = [row[1] for row in source.execute("PRAGMA table_info(payment)")]
        told = {name: f'"{name}"' for name in lines}
        told |= {name: f"unhex('ff' || substr(hex({name}), 3))" for name in ("id", "receipt_id")}
        quoted = ", ".join(f'"{name}"' for name in lines)
        source.execute(f"INSERT INTO payment ({quoted}) SELECT {', '.join(told[name] for name in lines)} FROM payment")


def _station(desk: Desk, code: str, profile: str) -> Station:
    with desk.action() as act:
        station = Station(act.new_id(), code, f"Loket {code}", profile)
        act.record(e.StationDescribed(station))
    return station


def _written_at(desk: Desk, station: Station) -> None:
    """One guest, written by that counter."""
    own, desk.station = desk.station, station
    before, desk.operator = desk.operator, operator(desk, ADMIN)
    guestbook.check_in_guest(desk, GuestForm("Tamu Contoh"))
    desk.station, desk.operator = own, before
