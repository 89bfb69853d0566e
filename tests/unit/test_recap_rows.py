"""The rows behind a number: they sum to it, whatever table, row or column; names only where people are listed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from fakes import ADMIN, operator
from recap_days import DAY, RandomDay, random_day
from recap_sql import SQL, asked
from stock import add_member

from loket.domain.entities import Id, Station, Visit
from loket.domain.recap import TABLES
from loket.domain.recap_paper import Reach
from loket.domain.visits import GroupForm, GuestForm
from loket.services import guestbook
from loket.services.recap_figures import KINDS, day_figures, span_of
from loket.services.recap_loans import MEMBERS
from loket.services.recap_rows import MOST_ROWS, Behind, can_open, rows_behind

_BORROWED = "SELECT count(DISTINCT member_id) FROM loan WHERE lent_on BETWEEN ? AND ? AND \"end\" <> 'cancelled'"
OPENING = tuple(table for table in TABLES if can_open(table))


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RandomDay]:
    made = random_day(tmp_path_factory.mktemp("hari"), 7, deeds=400)
    yield made
    made.desk.database.close()


def behind(day: RandomDay, table: str, row: str | None = None, column: str | None = None, **more: Any) -> Behind:
    given: dict[str, Any] = {"first": DAY, "last": DAY, "reach": Reach.COUNTER} | more
    return rows_behind(day.desk, table, row, column, **given)


def test_every_number_opens_but_those_without_rows(day: RandomDay) -> None:
    assert set(TABLES) - set(OPENING) == {"refusals", "opening"}
    with pytest.raises(KeyError):
        behind(day, "refusals")


@pytest.mark.parametrize("table", OPENING)
def test_what_a_cell_opens_sums_to_it(day: RandomDay, table: str) -> None:
    cells = day_figures(day.desk, DAY).tables.get(table, {})
    for (row, column), number in cells.items():
        found = behind(day, table, row, column)
        assert found.amount == sum(one.amount for one in found.rows) == number
        assert found.total == len(found.rows) > 0
    assert behind(day, table).amount == sum(cells.values())


@pytest.mark.parametrize("table", ["visitors", "visitors_sex", "loans_type", "cash_kind", "copies"])
def test_a_whole_row_or_column_opens_what_it_sums(day: RandomDay, table: str) -> None:
    figures = day_figures(day.desk, DAY)
    for row in figures.rows(table):
        assert behind(day, table, row).amount == figures.row_total(table, row)
    for column in figures.columns(table):
        assert behind(day, table, None, column).amount == figures.column_total(table, column)


@pytest.mark.parametrize("table", sorted(set(OPENING) & set(SQL)))
def test_several_days_open_those_of_each(day: RandomDay, table: str) -> None:
    """The days are asked for one by one by other SQL; stocks are those of the last day."""
    days = [DAY - timedelta(days=n) for n in range(13)]
    each = [sum(asked(day.desk, on.isoformat(), table).values()) for on in days]
    found = behind(day, table, first=days[-1])
    if TABLES[table].stock:
        assert found.amount == each[0]
    elif table in ("loans_hour", "charges", "lockers"):
        assert found.amount >= each[0]  # another day's undoing and what was fetched later differ by nature
    else:
        assert found.amount == sum(each)
        assert {one.on for one in found.rows} <= set(days)


def test_who_borrows_on_two_days_opens_twice_as_days_add_up(day: RandomDay) -> None:
    days = [DAY - timedelta(days=n) for n in range(13)]
    each = [day_figures(day.desk, on).of("circulation", "borrowers") for on in days]
    with day.desk.view() as act:
        between = (days[-1].isoformat(), DAY.isoformat())
        (people,) = act.driver.execute(_BORROWED, between).fetchone()
    found = behind(day, "circulation", "borrowers", first=days[-1])
    assert found.amount == found.total == sum(each) > people > max(each)


def test_rows_say_what_and_who_the_latest_first(day: RandomDay) -> None:
    found = behind(day, "circulation", "loans")
    assert [one.at for one in found.rows] == sorted((one.at for one in found.rows), reverse=True)  # type: ignore[type-var]
    for one in found.rows:
        assert one.what.startswith("Judul ")
        assert one.who.startswith("Anggota M-")
        assert one.detail.startswith("B0")
        assert one.on == DAY
        assert one.at is not None
        assert one.at.date() == DAY
    assert {one.what for one in behind(day, "internet").rows} <= {"Mengetik", "Surel", ""}
    assert {one.what for one in behind(day, "visitors_purpose", "Membaca").rows} == {"Membaca"}


def test_names_stay_where_people_are_not_listed(day: RandomDay) -> None:
    station, signed_in = day.desk.station, day.desk.operator
    try:
        day.desk.station = Station(station.id, station.code, station.name, "kios")
        day.desk.operator = None
        assert {one.who for table in OPENING for one in behind(day, table).rows} == {""}
        day.desk.operator = operator(day.desk, ADMIN)
        assert {one.who for one in behind(day, "members_stock").rows} > {"Ada Contoh"}
    finally:
        day.desk.station, day.desk.operator = station, signed_in


def test_the_library_opens_other_counters_rows_where_they_are_known(day: RandomDay) -> None:
    own = day.desk.station
    before = behind(day, "visitors", "guest", "people", reach=Reach.LIBRARY)
    assert before.amount == behind(day, "visitors", "guest", "people").amount
    assert not before.only_here
    day.desk.station = Station(Id("e" * 32), "L9", "Loket lain", "lengkap")
    try:
        guestbook.check_in_guest(day.desk, GuestForm("Tamu lain"))
    finally:
        day.desk.station = own
    assert behind(day, "visitors", "guest", "people", reach=Reach.LIBRARY).amount == before.amount + 1
    assert behind(day, "visitors", "guest", "people").amount == before.amount
    assert behind(day, "circulation", "returns", reach=Reach.LIBRARY).only_here
    assert not behind(day, "circulation", "returns").only_here


def test_of_very_many_rows_the_first_are_shown_and_all_counted(tmp_path: Any) -> None:
    made = random_day(tmp_path, 5, deeds=0)
    for number in range(MOST_ROWS + 20):
        add_member(made.desk, f"X-{number}")
    found = behind(made, "members_stock", "umum", "active")
    assert len(found.rows) == MOST_ROWS < found.total
    assert found.amount == found.total == day_figures(made.desk, DAY).of("members_stock", "umum", "active")
    made.desk.database.close()


def test_a_group_opens_in_each_cell_with_its_share(tmp_path: Any) -> None:
    made = random_day(tmp_path, 6, deeds=0)
    form = GroupForm("Guru Contoh", institution="SD Contoh", people=30, male=12, female=15)
    counted = guestbook.check_in_group(made.desk, form)
    shares = {sex: behind(made, "visitors_sex", "group", sex).rows[0] for sex in ("L", "P", "")}
    assert {sex: one.amount for sex, one in shares.items()} == {"L": 12, "P": 15, "": 3}
    assert {one.key for one in shares.values()} == {counted.visit.id}
    assert isinstance(counted.visit, Visit)
    assert shares["L"].detail == "SD Contoh"
    made.desk.database.close()


# ---- by index -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", range(len(KINDS)))
@pytest.mark.parametrize("days", [0, 30])
def test_no_table_that_grows_is_read_from_end_to_end(day: RandomDay, number: int, days: int) -> None:
    """Rows of other days are not looked at; members alone are counted, from an index that has all it needs."""
    rows = KINDS[number].rows
    with day.desk.view() as act:
        span = span_of(act, (day.desk.station.id,), DAY - timedelta(days=days), DAY)
        plans = list(_plans(act.driver, rows, span))
    assert [line for line in plans if line.startswith("SCAN ") and not _may_scan(line)] == []
    assert KINDS[number] is not MEMBERS or "COVERING INDEX member_stock" in plans[0]


def _plans(source: Any, rows: Any, span: Any) -> Iterator[str]:
    class Listening:
        def __init__(self) -> None:
            self.asked: list[tuple[str, Any]] = []

        def execute(self, sql: str, values: Any = ()) -> Any:
            self.asked.append((sql, values))
            return source.execute(sql, values)

    listening = Listening()
    told = type(span)(listening, span.stations, span.own, span.first, span.last, span.offset_min)
    rows.counted(told, tuple(rows.fields))
    for sql, values in listening.asked:
        for *_, line in source.execute(f"EXPLAIN QUERY PLAN {sql}", values):
            yield line


def _may_scan(line: str) -> bool:
    """A stream is a life of the database, `case_open` has open cases alone, and codes stand in their event."""
    return line in ("SCAN stream", "SCAN c USING INDEX case_open") or line.startswith("SCAN k VIRTUAL")
