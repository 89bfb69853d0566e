"""Names of people who are no members are forgotten after the months a library keeps them, everywhere they stood."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from fakes import KEY, TODAY, SequentialIds, new_desk
from hypothesis import given
from hypothesis import strategies as st
from paper_station import NOON, any_id
from stock import add_member, event_types, must, row, set_rule

from loket.db import backup
from loket.db.engine import driver, open_database
from loket.db.journal import first_break
from loket.db.rebuild import differing_tables
from loket.domain import events as e
from loket.domain.apply_visits import NAMES
from loket.domain.entities import EbookLoan, Entity, Id, LockerUse, Member, PhotocopyJob, Pledge, SurveyAnswer, Visit
from loket.domain.events import EVENTS, personal_fields
from loket.domain.guest_names import DAY_OF, TOLD_IN, kept_since, told_row
from loket.domain.visits import GroupForm, GuestForm
from loket.services import guestbook as g
from loket.services.desk import Desk, open_desk
from loket.services.guest_names import BATCH, forget_due
from loket.services.paper_book import PaperLine, paper_entry

YEAR = 366
NAME = "Tamu Rahasia"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return new_desk(tmp_path)


def later(desk: Desk, *, days: int) -> None:
    """Days go by; an operator says that the date is right."""
    desk.clock.advance(days=days)  # type: ignore[attr-defined]
    with desk.action() as act:
        act.record(e.ClockConfirmed(act.today))


def everywhere(desk: Desk) -> list[tuple[type[Entity], str]]:
    """One row of each kind that tells a name, by its event; (kind, key)."""
    keys = {kind: any_id(kind.__name__) for kind, _ in NAMES}
    with desk.action() as act:
        on, at = act.today, act.now
        use = keys[LockerUse]
        for event in (
            e.LockerTaken(use, any_id("locker"), "T1-ABC", on, holder=NAME),
            e.LockerTagLost(use, any_id("locker"), on, "1", proof=f"{NAME}: tas merah"),
            e.ItemAsked(any_id("InHouseUse"), "request", on, title="Kamus", reader=NAME),  # type: ignore[arg-type]
            e.SessionAsked(any_id("InternetSession"), on, user=NAME),
            e.SessionStarted(any_id("InternetSession"), any_id("seat"), on, 45, user=NAME),
            e.PhotocopyOut(
                *(keys[PhotocopyJob], "F261124-L1-001", on, at, ("B1",), ("Judul",), Pledge.IDENTITY),
                borrower=NAME,
                phone="0812",
            ),
            e.EbookLent(keys[EbookLoan], None, "Novel", on, at, at, reader=NAME),
            e.SurveyAnswered(keys[SurveyAnswer], on, at, "444444444", comment=f"kata {NAME}"),
            e.VisitRecorded(keys[Visit], "guest", at, on, guest=e.Guest(NAME, "0812")),
        ):
            act.record(event)
    return list(keys.items())


def journal_tells(desk: Desk, text: str = NAME) -> int:
    with desk.database.read() as connection:
        sql = "SELECT count(*) FROM journal WHERE personal IS NOT NULL AND CAST(personal AS TEXT) LIKE ?"
        return int(driver(connection).execute(sql, (f"%{text}%",)).fetchone()[0])


def whole(desk: Desk, folder: Path) -> bool:
    """Every chain verifies, and the journal makes the same rows again."""
    with desk.database.read() as connection:
        unbroken = first_break(driver(connection)) is None
    return unbroken and differing_tables(desk.database, folder / "again.tmp", KEY) == []


def named(desk: Desk, places: list[tuple[type[Entity], str]]) -> set[str]:
    texts = dict(NAMES)
    return {kind.__name__ for kind, key in places if any(getattr(row(desk, kind, key), name) for name in texts[kind])}


# ---- at a counter --------------------------------------------------------------------------------------------------


def test_every_name_goes_once_its_time_is_over_and_not_before(desk: Desk, tmp_path: Path) -> None:
    places = everywhere(desk)
    assert named(desk, places) == {kind.__name__ for kind, _ in NAMES}, "the test names somebody everywhere"
    later(desk, days=YEAR - 1)
    assert forget_due(desk) == 0
    assert journal_tells(desk) == 9
    later(desk, days=1)
    assert forget_due(desk) == len(places)
    assert named(desk, places) == set()
    assert journal_tells(desk) == 0
    assert whole(desk, tmp_path)
    assert forget_due(desk) == 0
    assert event_types(desk, 1) == ["GuestsForgotten"]


def test_it_looks_once_a_day_and_what_came_since_goes_the_day_after(desk: Desk) -> None:
    forget_due(desk)
    day = desk.today() - timedelta(days=380)
    (visit_id,) = paper_entry(desk, [PaperLine(day, time(9), name="Tamu Contoh")])
    assert forget_due(desk) == 0
    later(desk, days=1)
    assert forget_due(desk) == 1
    assert row(desk, Visit, visit_id).name == ""


def test_what_they_did_still_counts(desk: Desk) -> None:
    form = GroupForm("Bu Guru Rahasia", institution="SD Contoh", people=20, male=9, by_job={"Pelajar": 20})
    visit = g.check_in_group(desk, form).visit
    later(desk, days=YEAR)
    forget_due(desk)
    assert row(desk, Visit, visit.id) == replace(visit, name="", phone="")
    assert g.day_counts(desk, TODAY)[0].people == 20


def test_members_keep_their_names(desk: Desk, tmp_path: Path) -> None:
    ada = add_member(desk, "A-1", name="Ada Contoh")
    g.check_in_member(desk, ada)
    later(desk, days=YEAR)
    assert forget_due(desk) == 0
    assert row(desk, Member, ada).full_name == "Ada Contoh"
    assert journal_tells(desk, "Ada Contoh") == 1


def test_a_library_may_keep_names_for_ever_or_for_a_month(desk: Desk) -> None:
    places = everywhere(desk)
    set_rule(desk, "guest_names_months", 0)
    later(desk, days=40)
    assert forget_due(desk) == 0
    set_rule(desk, "guest_names_months", 1)
    assert forget_due(desk) == len(places)


def test_a_wrong_clock_forgets_nobody(desk: Desk) -> None:
    places = everywhere(desk)
    desk.clock.set(desk.clock.now() + timedelta(days=10 * YEAR))  # type: ignore[attr-defined]
    with desk.view() as act:
        assert act.clock_quality() == "doubtful"
    assert forget_due(desk) == 0
    assert len(named(desk, places)) == len(places)


def test_many_names_go_in_batches(desk: Desk, tmp_path: Path) -> None:
    set_rule(desk, "visitor_numbers", False)
    with desk.action() as act:
        for number in range(BATCH + 20):
            event = e.VisitRecorded(act.new_id(), "guest", act.now, act.today, guest=e.Guest(f"{NAME} {number}"))
            act.record(event)
    later(desk, days=30)
    kept = g.check_in_guest(desk, GuestForm("Baru Contoh")).visit
    later(desk, days=YEAR - 10)
    assert forget_due(desk) == BATCH + 20
    assert event_types(desk, 2) == ["GuestsForgotten"] * 2
    assert (journal_tells(desk), row(desk, Visit, kept.id).name) == (0, "Baru Contoh")
    assert whole(desk, tmp_path)


def test_a_line_of_the_paper_book_is_as_old_as_it_says(desk: Desk, tmp_path: Path) -> None:
    """It was typed today, and stands for a day whose names are forgotten already."""
    long_ago = TODAY - timedelta(days=390)
    (visit_id,) = paper_entry(desk, [PaperLine(long_ago, desk.local(NOON).time(), name=NAME)])
    assert forget_due(desk) == 1
    assert (row(desk, Visit, visit_id).name, journal_tells(desk)) == ("", 0)
    assert whole(desk, tmp_path)


def test_what_another_counter_forgot_goes_from_this_journal_too(desk: Desk) -> None:
    """The rows come from the server without their names; only this journal still tells them."""
    places = everywhere(desk)
    with desk.action() as act:
        act.record(e.GuestsForgotten(tuple(Id(key) for _, key in places)))
    assert journal_tells(desk) == 9
    later(desk, days=YEAR)
    assert forget_due(desk) == 0
    assert journal_tells(desk) == 0


@pytest.mark.parametrize("way", ["tool", "by hand"])
def test_a_backup_put_back_is_forgotten_anew(tmp_path: Path, way: str) -> None:
    home, copies = tmp_path / "data", tmp_path / "copies"
    home.mkdir()
    copies.mkdir()
    desk = new_desk(home)
    places = everywhere(desk)
    old = backup.back_up(desk.database, copies, desk.clock.now())
    later(desk, days=20)
    g.check_in_guest(desk, GuestForm("Baru Contoh"))
    later(desk, days=YEAR - 20)
    forget_due(desk)
    clock = desk.clock
    desk.database.close()
    target = home / "loket.db"
    if way == "tool":
        backup.restore(old, target, KEY, now=clock.now(), stream_id=Id("ab" * 16))
    else:
        shutil.copyfile(old, target)
    again = must(open_desk(open_database(target, KEY), clock, SequentialIds(9 << 40)))
    assert (journal_tells(again), len(named(again, places))) == (9, len(places)), "the backup brought them back"
    with again.action() as act:  # the operator looked at the date: it is right, however long ago the backup was made
        act.record(e.ClockConfirmed(act.today))
    assert forget_due(again) == len(places)
    assert (journal_tells(again), named(again, places)) == (0, set())
    assert whole(again, tmp_path)
    again.database.close()


# ---- the lists that say where names stand ----------------------------------------------------------------------------


def test_no_name_is_left_out_of_the_lists() -> None:
    house = {kind for kind in EVENTS.values() if kind.__module__.rpartition(".")[2] in ("visits", "lockers", "rooms")}
    assert set(TOLD_IN) == {kind for kind in house if personal_fields(kind)}
    assert set(DAY_OF) == {kind for kind, _ in NAMES}
    assert all(field in kind.__dataclass_fields__ for kind, field in TOLD_IN.items())
    assert told_row(e.GuestsForgotten(())) is None


@given(st.dates(date(2024, 1, 1), date(2060, 1, 1)), st.integers(1, 120))
def test_months_are_counted_back_by_the_calendar(today: date, months: int) -> None:
    since = kept_since(today, months)
    assert (today.year * 12 + today.month) - (since.year * 12 + since.month) == months
    assert since.day == today.day or (since.day < today.day and (since + timedelta(days=1)).day == 1)


def test_the_end_of_february() -> None:
    assert kept_since(date(2028, 2, 29), 12) == date(2027, 2, 28)
    assert kept_since(date(2026, 3, 31), 1) == date(2026, 2, 28)
