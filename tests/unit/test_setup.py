"""The first-run assistant's answers become a library: all of it or nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from fakes import HASHER, KEY, PASSWORDS, FakeClock, SequentialIds, founding, new_desk

from loket.db.engine import Database, driver, open_database
from loket.db.journal import first_break, replay
from loket.db.rebuild import differing_tables
from loket.domain import events as e
from loket.domain.entities import ClosedDay, Role
from loket.domain.errors import InvalidInput
from loket.services.desk import open_desk
from loket.services.operators import SignIns, operators, sign_in
from loket.services.setup import StationProfile, check_founding, found_library

HOLIDAY = ClosedDay(date(2026, 12, 25), "Hari Raya Natal", "national", "SKB contoh")


@pytest.fixture
def database(tmp_path: Path):
    database = open_database(tmp_path / "loket.db", KEY)
    yield database
    database.close()


def new_clock() -> FakeClock:
    return FakeClock(datetime(2026, 11, 24, 2, tzinfo=UTC))


def found(database: Database, **changes: object):
    return found_library(database, new_clock(), SequentialIds(), founding(**changes), HASHER)


def test_a_founded_library_opens_again_as_it_was_described(database: Database) -> None:
    desk = found(database, library_name="  Perpustakaan   Umum Contoh ", library_code="cth", closed_days=(HOLIDAY,))
    again = open_desk(database, new_clock(), SequentialIds(1000))

    assert again is not None
    assert (again.library, again.station, again.stream_id) == (desk.library, desk.station, desk.stream_id)
    assert (desk.library.name, desk.library.code) == ("Perpustakaan Umum Contoh", "CTH")
    assert again.operator is None
    with database.read() as connection:
        assert desk.rules(driver(connection)).calendar.why_closed(HOLIDAY.on) == HOLIDAY.name


def test_before_founding_there_is_no_desk(database: Database) -> None:
    assert open_desk(database, new_clock(), SequentialIds()) is None


def test_the_founder_signs_in_with_every_role_the_counter_needs(database: Database) -> None:
    desk = found(database)
    operator = sign_in(desk, SignIns(HASHER), "Admin", PASSWORDS["admin"])

    assert {Role.ADMIN, Role.SUPERVISOR, Role.CIRCULATION} <= set(operator.roles)


def test_founding_is_a_chain_of_events_from_which_the_tables_rebuild(database: Database, tmp_path: Path) -> None:
    found(database, closed_days=(HOLIDAY,))

    with database.read() as connection:
        kinds = [type(recorded.event) for recorded in replay(driver(connection))]
        assert first_break(driver(connection)) is None
    assert kinds == [e.LibraryDescribed, e.StationDescribed, e.OperatorAdded, e.ClosedDaysDeclared]
    assert differing_tables(database, tmp_path / "scratch.db", KEY) == []


def test_a_library_is_founded_once(database: Database) -> None:
    desk = found(database)
    with pytest.raises(RuntimeError):
        found(database, library_name="Lain")

    assert open_desk(database, new_clock(), SequentialIds()).library == desk.library
    assert len(operators(desk)) == 1


def test_a_founding_that_fails_leaves_nothing(database: Database) -> None:
    class FailingIds(SequentialIds):
        def new(self):
            if self._last > 5:
                raise RuntimeError("no more")
            return super().new()

    with pytest.raises(RuntimeError):
        found_library(database, new_clock(), FailingIds(), founding(), HASHER)
    with database.read() as connection:
        for table in ("meta", "stream", "journal", "library", "station", "operator"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("library_name", " ", "text_missing"),
        ("library_name", "x" * 201, "text_too_long"),
        ("library_code", "a b", "code_form"),
        ("library_code", "", "code_form"),
        ("station_name", "", "text_missing"),
        ("station_code", "?", "code_form"),
        ("utc_offset_min", 0, "utc_offset_unknown"),
        ("profile", "dapur", "profile_unknown"),
        ("admin_username", "a", "username_form"),
        ("admin_username", "ad min", "username_form"),
        ("admin_name", "", "text_missing"),
        ("admin_password", "pendek", "password_short"),
        ("address", "x" * 201, "text_too_long"),
    ],
)
def test_each_answer_that_cannot_be_used_names_its_field(
    database: Database, field: str, value: object, code: str
) -> None:
    with pytest.raises(InvalidInput) as error:
        found(database, **{field: value})

    assert (error.value.field, error.value.code) == (field, code)
    assert open_desk(database, new_clock(), SequentialIds()) is None


def test_a_password_may_not_be_the_user_name() -> None:
    with pytest.raises(InvalidInput) as error:
        check_founding(founding(admin_username="administrator", admin_password="Administrator"))
    assert error.value.code == "password_is_username"


def test_the_answers_hide_the_password() -> None:
    assert PASSWORDS["admin"] not in repr(founding())


def test_both_profiles_can_be_chosen(database: Database) -> None:
    assert {"sirkulasi", "lengkap"} <= {profile.value for profile in StationProfile}
    assert found(database, profile="sirkulasi").station.profile == "sirkulasi"


def test_the_ready_made_desk_of_the_tests_is_sound(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)

    assert desk.operator is not None
    assert desk.operator.roles == ("circulation",)
    assert desk.today() == date(2026, 11, 24)
    with desk.database.read() as connection:
        assert first_break(driver(connection)) is None
    desk.database.close()
