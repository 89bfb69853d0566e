"""Closing a day: one recap under one number, signed once, revised when more is known, made by night when forgotten."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import ADMIN, CIRCULATION, KEY, SUPERVISOR, TODAY, FakeClock, SequentialIds, new_desk, operator
from guest_hands import GROUP, GUEST, why
from hypothesis import given, settings
from hypothesis import strategies as st
from rooms import add_computers, member
from rooms import guest as somebody
from stock import add_item, add_member, adopt, change_member, close_days, set_rule
from tills import take

from loket.db.engine import driver, open_database
from loket.db.journal import first_break
from loket.db.meta import set_meta
from loket.db.rebuild import differing_tables
from loket.db.rows import id_bytes, to_ms
from loket.db.streams import hash_at, move_tail, open_stream, own_streams
from loket.domain import events as e
from loket.domain.entities import Id, Locker, Pledge, Recap, Station, Visit
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.recap import Change
from loket.services import cash_shift, closing, guestbook, internet_room, lockers, photocopies
from loket.services.cash_days import lock_day
from loket.services.circulation import check_in, check_out
from loket.services.closing_checks import DAY_OPEN, LAST_SYNC_AT, SHIFT_OPEN, Check
from loket.services.desk import Desk, open_desk
from loket.services.paper_book import PaperLine, paper_entry
from loket.services.recap_due import _NAMED
from loket.services.recap_store import (
    _ANY_DEED,
    _DEED_AFTER,
    _FIRST_KNOWN,
    _LOCKED,
    _RECAPS,
    DEEDS,
    body_of,
    night_at,
)
from loket.services.receipts import gaps
from loket.sync.account import LAST_OK

R = RefusalCode
DAY = timedelta(days=1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    set_rule(made, "recap_by_night_at", "21:30")
    yield made
    made.database.close()


def clock_of(desk: Desk) -> FakeClock:
    clock: Any = desk.clock
    return clock


def at(desk: Desk, hour: int, on: date | None = None) -> None:
    """The clock of the library says so, today when no day is given."""
    wall = datetime.combine(on or desk.today(), time(hour), UTC)
    clock_of(desk).set(wall - timedelta(minutes=desk.library.utc_offset_min))


def next_day(desk: Desk, days: int = 1) -> date:
    at(desk, 10, desk.today() + DAY * days)
    return desk.today()


def changed(recap: Recap) -> set[tuple[str, str, str, int, int]]:
    read = [Change.read(text) for text in recap.changes]
    return {(one.table, one.row, one.column, one.before, one.after) for one in read}


def people(recap: Recap, row: str = "guest") -> int:
    return body_of(recap).figures.of("visitors", row, "people")


def events_of(desk: Desk, kind: type[e.Event]) -> int:
    with desk.view() as act:
        sql = "SELECT count(*) FROM journal WHERE type = ?"
        return int(act.driver.execute(sql, (kind.__name__,)).fetchone()[0])


def proved(desk: Desk, scratch: Path) -> None:
    """The journal verifies, and all tables follow from it."""
    with desk.database.read() as connection:
        assert first_break(driver(connection)) is None
    assert differing_tables(desk.database, scratch, KEY) == []


# ---- closing --------------------------------------------------------------------------------------------------------


def test_a_day_is_locked_with_its_number_and_its_place_in_the_journal(desk: Desk, tmp_path: Path) -> None:
    guestbook.check_in_guest(desk, GUEST)
    guestbook.check_in_group(desk, GROUP)
    with desk.view() as act:
        head = act.journal.head()
    recap = closing.close_day(desk, TODAY, "  listrik padam   dua jam ")
    assert (recap.on, recap.revision, recap.running, recap.by_night, recap.signed_at) == (TODAY, 1, 1, False, None)
    assert recap.station_id == desk.station.id
    assert recap.number.startswith("00001/RK/")
    assert (recap.seq, recap.head_hash, recap.stream_id) == (head.seq, head.hash.hex(), desk.stream_id)
    assert desk.operator is not None
    assert recap.made_by == desk.operator.id
    body = body_of(recap)
    assert (people(recap), people(recap, "group")) == (1, 30)
    assert body.facts["note"] == "listrik padam dua jam"
    assert body.facts["closed_by"] == desk.operator.full_name
    assert body.facts["closed_at"] == "10:00"
    assert body.facts["open_inside"] == "31 orang masih di dalam"
    assert closing.the_recap(desk, TODAY) == recap
    proved(desk, tmp_path / "again.db")


def test_closing_again_without_news_is_the_same_recap(desk: Desk) -> None:
    guestbook.check_in_guest(desk, GUEST)
    first = closing.close_day(desk, TODAY)
    clock_of(desk).advance(hours=2)
    assert closing.close_day(desk, TODAY) == first
    assert closing.sign(desk, first.id).id == closing.close_day(desk, TODAY).id
    assert events_of(desk, e.RecapMade) == 1


def test_what_comes_after_closing_is_revision_two_that_says_what_changed(desk: Desk, tmp_path: Path) -> None:
    guestbook.check_in_guest(desk, GUEST)
    first = closing.sign(desk, closing.close_day(desk, TODAY).id)
    clock_of(desk).advance(hours=1)
    guestbook.check_in_guest(desk, GUEST)
    second = closing.close_day(desk, TODAY)
    assert (second.number, second.running, second.revision) == (first.number, first.running, 2)
    assert second.signed_at is None
    assert ("visitors", "guest", "people", 1, 2) in changed(second)
    assert ("visitors_hour", "11", "guest", 0, 1) in changed(second)
    assert not [one for one in changed(second) if one[3] == one[4]]
    assert closing.revisions(desk, second) == (first, second)
    assert closing.the_recap(desk, TODAY) == second
    assert gaps(desk, TODAY.year) == []
    proved(desk, tmp_path / "again.db")


def test_somebody_who_only_locks_up_makes_no_revision(desk: Desk) -> None:
    guestbook.check_in_guest(desk, GUEST)
    first = closing.close_day(desk, TODAY)
    clock_of(desk).advance(hours=3)
    guestbook.close_day(desk)
    assert why(lambda: guestbook.check_out_code(desk, "TIDAKADA")) is R.CODE_UNKNOWN
    assert closing.close_day(desk, TODAY) == first


def test_numbers_run_on_day_by_day_without_gaps(desk: Desk) -> None:
    numbers = []
    for _ in range(3):
        guestbook.check_in_guest(desk, GUEST)
        numbers.append(closing.close_day(desk, desk.today()).running)
        next_day(desk)
    assert numbers == [1, 2, 3]
    assert gaps(desk, TODAY.year) == []


def test_an_empty_day_is_closed_too(desk: Desk) -> None:
    recap = closing.close_day(desk, next_day(desk))
    figures = body_of(recap).figures
    assert [figures.total(table) for table in ("visitors", "circulation", "cash_account")] == [0, 0, 0]
    assert not [name for name in body_of(recap).facts if name.startswith("open_")]


def test_who_may_not_close_is_told_why(desk: Desk) -> None:
    refused = [(TODAY + DAY, R.RECAP_FUTURE), (TODAY - DAY, R.RECAP_TOO_EARLY)]
    for on, code in refused:
        assert why(lambda on=on: closing.close_day(desk, on)) is code
    desk.station = replace(desk.station, profile="kios")
    assert why(lambda: closing.close_day(desk, TODAY)) is R.RECAP_NOT_HERE
    desk.operator = None
    assert why(lambda: closing.close_day(desk, TODAY)) is R.NOT_SIGNED_IN
    assert events_of(desk, e.RecapMade) == 0


def test_a_day_is_not_closed_on_a_date_nobody_trusts(desk: Desk) -> None:
    clock_of(desk).set(datetime(2026, 11, 20, 2, tzinfo=UTC))
    assert why(lambda: closing.close_day(desk, desk.today())) is R.CLOCK_DOUBTFUL
    assert closing.make_due_recaps(desk) == ()


def test_a_note_has_an_end(desk: Desk) -> None:
    with pytest.raises(InvalidInput) as wrong:
        closing.close_day(desk, TODAY, "x" * (closing.LONGEST_NOTE + 1))
    assert (wrong.value.field, wrong.value.code) == ("note", "text_too_long")
    assert closing.the_recap(desk, TODAY) is None


def test_a_later_revision_keeps_how_things_stood(desk: Desk) -> None:
    """The members there were at the end of that day nobody can count on another day."""
    add_member(desk, "M-1", member_type="pelajar")
    first = closing.close_day(desk, TODAY)
    next_day(desk)
    add_member(desk, "M-2", member_type="pelajar")
    paper_entry(desk, [PaperLine(TODAY, time(9), name="Tamu Contoh")])
    second = closing.close_day(desk, TODAY)
    assert second.revision == 2
    stocks = [body_of(recap).figures.tables["members_stock"] for recap in (first, second)]
    assert stocks[0] == stocks[1] == {("pelajar", "active"): 1}
    today = closing.close_day(desk, desk.today())
    assert body_of(today).figures.tables["members_stock"] == {("pelajar", "active"): 2}


# ---- two at once ----------------------------------------------------------------------------------------------------


def second_desk(folder: Path, number: int = 1) -> Desk:
    """Another program at the same file, with its own connections and keys of its own."""
    clock = FakeClock(datetime(2026, 11, 24, 2, tzinfo=UTC))
    other = open_desk(open_database(folder / "loket.db", KEY), clock, SequentialIds((number + 1) << 32))
    assert other is not None
    other.operator = operator(other, CIRCULATION)
    return other


def together(*works: Any) -> list[Any]:
    """All begin at one moment; what each gave."""
    start, out = threading.Barrier(len(works)), list[Any]()

    def run(work: Any) -> None:
        start.wait(60)
        try:
            out.append(work())
        except Refused as refused:
            out.append(refused.code)

    threads = [threading.Thread(target=run, args=(work,), daemon=True) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(100)
    assert len(out) == len(works)
    return out


def test_two_who_close_at_once_make_one_recap(desk: Desk, tmp_path: Path) -> None:
    guestbook.check_in_guest(desk, GUEST)
    other = second_desk(tmp_path)
    works = [lambda: closing.close_day(desk, TODAY), lambda: closing.close_day(other, TODAY)]
    one, two, night = together(*works, lambda: closing.make_due_recaps(desk))
    other.database.close()
    assert {recap.id for recap in (one, two, night) if isinstance(recap, Recap)} == {
        closing.recaps(desk, TODAY, TODAY)[0].id
    }
    assert events_of(desk, e.RecapMade) == 1
    proved(desk, tmp_path / "again.db")


def test_closing_while_others_work_locks_what_the_named_head_says(desk: Desk, tmp_path: Path) -> None:
    """Whatever is booked meanwhile is wholly in the recap or wholly after it."""
    other = second_desk(tmp_path)

    def visitors() -> None:
        for _ in range(12):
            guestbook.check_in_guest(other, GUEST)

    together(visitors, lambda: closing.close_day(desk, TODAY))
    other.database.close()
    recap = closing.the_recap(desk, TODAY)
    assert recap is not None
    with desk.view() as act:
        sql = "SELECT count(*) FROM journal WHERE type = 'VisitRecorded' AND seq <= ?"
        (before,) = act.driver.execute(sql, (recap.seq,)).fetchone()
        assert hash_at(act.driver, id_bytes(desk.stream_id), recap.seq).hex() == recap.head_hash  # type: ignore[union-attr]
    assert people(recap) == before
    assert people(closing.close_day(desk, TODAY)) == 12


def test_of_two_who_sign_at_once_one_has_signed(desk: Desk, tmp_path: Path) -> None:
    recap, other = closing.close_day(desk, TODAY), second_desk(tmp_path)
    other.operator = operator(other, SUPERVISOR)
    out = together(lambda: closing.sign(desk, recap.id), lambda: closing.sign(other, recap.id))
    other.database.close()
    assert [answer for answer in out if answer is R.ALREADY_SIGNED] == [R.ALREADY_SIGNED]
    assert events_of(desk, e.RecapSigned) == 1


# ---- signing --------------------------------------------------------------------------------------------------------


def test_a_recap_is_signed_once_by_whoever_is_signed_in(desk: Desk) -> None:
    recap = closing.close_day(desk, TODAY)
    clock_of(desk).advance(hours=1)
    desk.operator = operator(desk, SUPERVISOR)
    signed = closing.sign(desk, recap.id, " sudah  diperiksa ")
    assert (signed.signed_by, signed.signed_at, signed.sign_note) == (
        desk.operator.id,
        desk.clock.now(),
        "sudah diperiksa",
    )
    assert signed.body == recap.body
    with pytest.raises(Refused) as refused:
        closing.sign(desk, recap.id)
    assert refused.value.code is R.ALREADY_SIGNED
    assert refused.value.params == {"number": recap.number, "name": desk.operator.full_name, "on": TODAY}


def test_only_the_last_revision_is_signed(desk: Desk) -> None:
    first = closing.close_day(desk, TODAY)
    guestbook.check_in_guest(desk, GUEST)
    second = closing.close_day(desk, TODAY)
    assert why(lambda: closing.sign(desk, first.id)) is R.RECAP_REVISED
    assert closing.unsigned(desk) == (second,)
    assert closing.sign(desk, second.id).signed_at is not None
    assert closing.unsigned(desk) == ()


def test_what_cannot_be_signed(desk: Desk) -> None:
    recap = closing.close_day(desk, TODAY)
    assert why(lambda: closing.sign(desk, Id("f" * 32))) is R.RECAP_UNKNOWN
    with desk.action() as act:
        act.record(e.RecapSigned(Id("e" * 32)))  # heard of before the recap itself
    assert why(lambda: closing.sign(desk, Id("e" * 32))) is R.RECAP_UNKNOWN
    desk.operator = None
    assert why(lambda: closing.sign(desk, recap.id)) is R.NOT_SIGNED_IN


def arrived(desk: Desk, recap: Recap, station: Station) -> Recap:
    """Another counter's recap, as the server brings it."""
    other = replace(
        recap, id=Id(f"{int(recap.id, 16) + (7 << 64):032x}"), station_id=station.id, number="00001/RK/X/2026"
    )
    with desk.action() as act:
        act.record(e.StationDescribed(station))
        act.state.put(other)
    return other


def test_a_desk_signs_for_another_counter_and_a_door_only_for_itself(desk: Desk) -> None:
    own = closing.close_day(desk, TODAY)
    other = arrived(desk, own, Station(Id("d" * 32), "L2", "Loket Anak", "sirkulasi"))
    assert closing.unsigned(desk) == (own, other)
    assert closing.unsigned(desk, other.station_id) == (other,)
    assert set(closing.recaps(desk, TODAY, TODAY)) == {own, other}
    assert closing.recaps(desk, TODAY, TODAY, desk.station.id) == (own,)
    desk.station = replace(desk.station, profile="pintu")
    assert closing.unsigned(desk) == (own,)
    assert why(lambda: closing.sign(desk, other.id)) is R.RECAP_ELSEWHERE
    assert closing.sign(desk, own.id).signed_at is not None
    desk.station = replace(desk.station, profile="sirkulasi")
    assert closing.sign(desk, other.id).signed_by is not None


def test_the_list_begins_with_the_latest_day(desk: Desk) -> None:
    made = []
    for _ in range(3):
        made.append(closing.close_day(desk, desk.today()))
        next_day(desk)
    assert closing.recaps(desk, TODAY, TODAY + DAY * 2) == tuple(made[::-1])
    assert closing.recaps(desk, TODAY + DAY, TODAY + DAY) == (made[1],)
    assert closing.unsigned(desk) == tuple(made)


# ---- by night -------------------------------------------------------------------------------------------------------


def test_at_night_the_day_nobody_closed_is_closed_without_anybody(desk: Desk) -> None:
    guestbook.check_in_guest(desk, GUEST)
    desk.operator = None
    assert closing.make_due_recaps(desk) == ()
    at(desk, 22)
    (recap,) = closing.make_due_recaps(desk)
    assert (recap.on, recap.by_night, recap.signed_at, recap.made_by) == (TODAY, True, None, None)
    assert body_of(recap).facts["open_inside"] == "1 orang masih di dalam"
    assert "closed_by" not in body_of(recap).facts
    assert closing.make_due_recaps(desk) == ()
    assert closing.unsigned(desk) == (recap,)


def test_days_that_were_forgotten_are_made_the_next_time_the_counter_is_on(desk: Desk) -> None:
    guestbook.check_in_guest(desk, GUEST)
    next_day(desk, 2)
    guestbook.check_in_guest(desk, GUEST)
    next_day(desk, 3)
    made = closing.make_due_recaps(desk)
    assert [(recap.on, recap.running, people(recap)) for recap in made] == [(TODAY, 1, 1), (TODAY + DAY * 2, 2, 1)]
    assert all(recap.by_night for recap in made)
    assert closing.make_due_recaps(desk) == ()


def test_only_two_weeks_are_made_up_for(desk: Desk) -> None:
    guestbook.check_in_guest(desk, GUEST)
    next_day(desk, 15)
    assert closing.make_due_recaps(desk) == ()
    assert [recap.on for recap in (closing.close_day(desk, TODAY),)] == [TODAY]


def test_settings_and_new_books_are_no_day_of_service(desk: Desk) -> None:
    next_day(desk)
    add_item(desk, "B1")
    set_rule(desk, "due_soon_days", 3)
    at(desk, 22)
    assert closing.make_due_recaps(desk) == ()
    assert "RecapMade" not in DEEDS
    assert {"ItemLent", "VisitRecorded", "PaymentTaken", "LockerTaken", "SessionStarted"} <= set(DEEDS)


def test_a_kiosk_makes_none(desk: Desk) -> None:
    guestbook.check_in_guest(desk, GUEST)
    desk.station = replace(desk.station, profile="kios")
    next_day(desk)
    assert closing.make_due_recaps(desk) == ()


def test_without_an_hour_only_earlier_days_are_made(desk: Desk) -> None:
    set_rule(desk, "recap_by_night_at", "")
    guestbook.check_in_guest(desk, GUEST)
    at(desk, 23)
    assert closing.make_due_recaps(desk) == ()
    next_day(desk)
    assert [recap.on for recap in closing.make_due_recaps(desk)] == [TODAY]


@pytest.mark.parametrize(
    ("text", "hour"), [("21:30", time(21, 30)), ("21.30", time(21, 30)), ("", None), ("malam", None)]
)
def test_the_hour_of_the_night(text: str, hour: time | None) -> None:
    assert night_at(text) == hour


def test_the_counter_that_counts_for_the_kiosks_closes_their_days_too(desk: Desk) -> None:
    kiosk = Station(Id("c" * 32), "K1", "Kios", "kios")
    with desk.action() as act:
        act.record(e.StationDescribed(kiosk))
    today = next_day(desk)
    brought(desk, kiosk, today)
    at(desk, 22)
    (recap,) = closing.make_due_recaps(desk)
    assert (recap.on, people(recap)) == (today, 1)


def brought(desk: Desk, station: Station, on: date) -> None:
    """A visitor written down at another counter, as the server brings him: as a row, in no journal here."""
    with desk.action() as act:
        visit = Visit(act.new_id(), "guest", desk.clock.now(), on, source="kiosk", station_id=station.id)
        act.state.put(visit)


# ---- revisions by night ---------------------------------------------------------------------------------------------


def test_a_back_entry_from_the_paper_book_revises_its_day_by_night(desk: Desk) -> None:
    guestbook.check_in_guest(desk, GUEST)
    closing.close_day(desk, TODAY)
    next_day(desk)
    paper_entry(desk, [PaperLine(TODAY, time(9), name="Tamu Contoh"), PaperLine(TODAY, time(9, 5), name="Tamu Dua")])
    at(desk, 22)
    today, revised = closing.make_due_recaps(desk)
    assert (today.on, today.revision) == (TODAY + DAY, 1)
    assert (revised.on, revised.revision, revised.by_night, people(revised)) == (TODAY, 2, True, 3)
    assert ("visitors_source", "paper", "n", 0, 2) in changed(revised)
    assert closing.make_due_recaps(desk) == ()


def test_a_back_entry_revises_its_day_once_the_counter_is_closed(desk: Desk) -> None:
    guestbook.check_in_guest(desk, GUEST)
    closing.close_day(desk, TODAY)
    next_day(desk, 40)
    closing.make_due_recaps(desk)  # as it does all day long
    paper_entry(desk, [PaperLine(TODAY, time(9), name="Tamu Contoh")])
    assert closing.make_due_recaps(desk) == ()
    closing.close_day(desk, desk.today())
    (revised,) = closing.make_due_recaps(desk)
    assert (revised.on, revised.revision, people(revised)) == (TODAY, 2, 2)
    assert closing.make_due_recaps(desk) == ()


def test_a_counter_used_after_closing_is_revised_by_night(desk: Desk) -> None:
    guestbook.check_in_guest(desk, GUEST)
    first = closing.close_day(desk, TODAY)
    assert closing.revise_due(desk) == ()
    clock_of(desk).advance(hours=1)
    guestbook.check_in_guest(desk, GUEST)
    at(desk, 22)
    (revised,) = closing.make_due_recaps(desk)
    assert (revised.number, revised.revision, people(revised)) == (first.number, 2, 2)


def test_a_night_the_computer_was_off_is_made_up_for_in_the_morning(desk: Desk) -> None:
    guestbook.check_in_guest(desk, GUEST)
    closing.close_day(desk, TODAY)
    clock_of(desk).advance(hours=1)
    guestbook.check_in_guest(desk, GUEST)
    next_day(desk)
    (revised,) = closing.make_due_recaps(desk)
    assert (revised.on, revised.revision, people(revised)) == (TODAY, 2, 2)


def test_a_line_undone_the_next_day_is_taken_off(desk: Desk) -> None:
    visit = guestbook.check_in_guest(desk, GUEST).visit
    closing.close_day(desk, TODAY)
    next_day(desk)
    desk.operator = operator(desk, SUPERVISOR)
    guestbook.undo_visit(desk, visit.id, "salah catat")
    (revised,) = closing.revise_due(desk)
    assert (revised.revision, people(revised)) == (2, 0)


def test_a_locker_given_out_by_mistake_the_day_before_is_taken_off(desk: Desk) -> None:
    box = Id(f"{1:032x}")
    with desk.action() as act:
        act.record(e.LockerSet(Locker(box, "1")))
    use = lockers.take(desk, box, somebody("Tamu Contoh")).use
    closing.close_day(desk, TODAY)
    next_day(desk)
    lockers.undo_take(desk, use.id, "salah loker")
    (revised,) = closing.revise_due(desk)
    assert ("lockers", "taken", "n", 1, 0) in changed(revised)


def test_a_member_mended_later_revises_nothing(desk: Desk) -> None:
    """What changes by itself is no reason; only what happened on the day is."""
    ada, book = add_member(desk), add_item(desk)
    change_member(desk, ada, sex="L")
    adopt(desk)
    check_out(desk, member_id=ada, item_id=book)
    closing.close_day(desk, TODAY)
    next_day(desk)
    change_member(desk, ada, sex="P")
    check_in(desk, item_id=book)
    at(desk, 22)
    assert [recap.on for recap in closing.make_due_recaps(desk)] == [TODAY + DAY]


def test_visits_of_a_kiosk_that_come_late_revise_their_day(desk: Desk) -> None:
    kiosk = Station(Id("c" * 32), "K1", "Kios", "kios")
    with desk.action() as act:
        act.record(e.StationDescribed(kiosk))
    guestbook.check_in_guest(desk, GUEST)
    closing.close_day(desk, TODAY)
    next_day(desk)
    assert closing.revise_due(desk) == ()
    brought(desk, kiosk, TODAY)
    (revised,) = closing.revise_due(desk)
    assert (revised.revision, people(revised)) == (2, 2)
    assert closing.revise_due(desk) == ()


def test_a_kiosk_that_was_not_counted_then_revises_nothing(desk: Desk) -> None:
    """Days from before it was this counter's are in another counter's recaps."""
    guestbook.check_in_guest(desk, GUEST)
    closing.close_day(desk, TODAY)
    next_day(desk)
    kiosk = Station(Id("c" * 32), "K1", "Kios", "kios")
    with desk.action() as act:
        act.record(e.StationDescribed(kiosk))
    brought(desk, kiosk, TODAY)
    assert closing.revise_due(desk) == ()


def test_a_recap_of_another_journal_is_never_revised(desk: Desk) -> None:
    """A database fetched anew from the server holds its recaps and not what they were made from."""
    guestbook.check_in_guest(desk, GUEST)
    recap = closing.close_day(desk, TODAY)
    with desk.action() as act:
        act.state.put(replace(recap, head_hash="00" * 32))
    guestbook.check_in_guest(desk, GUEST)
    assert closing.revise_due(desk) == ()
    assert closing.the_recap(desk, TODAY) is not None


def test_a_new_stream_goes_on_where_the_old_one_ended(desk: Desk) -> None:
    guestbook.check_in_guest(desk, GUEST)
    first = closing.close_day(desk, TODAY)
    with desk.database.write() as connection:
        parent, desk.stream_id = id_bytes(desk.stream_id), desk.ids.new()
        source = driver(connection)
        open_stream(source, desk.stream_id, parent=parent, reason="restore", now_ms=to_ms(desk.clock.now()))
    assert closing.revise_due(desk) == ()
    clock_of(desk).advance(hours=1)
    guestbook.check_in_guest(desk, GUEST)
    (revised,) = closing.revise_due(desk)
    assert (revised.number, revised.revision, people(revised)) == (first.number, 2, 2)
    assert revised.stream_id == desk.stream_id


def test_deeds_sealed_anew_in_another_stream_are_no_news(desk: Desk) -> None:
    """After a fork the same deeds stand in two streams; only what is done from then on is new."""
    for _ in range(3):
        guestbook.check_in_guest(desk, GUEST)
    first = closing.close_day(desk, TODAY)
    with desk.database.write() as connection:
        source, forked = driver(connection), desk.ids.new()
        old = own_streams(source)[-1]
        move_tail(source, old, first.seq - 2, forked, now_ms=to_ms(desk.clock.now()), last=True)
    assert closing.revise_due(desk) == ()
    assert closing.close_day(desk, TODAY) == first
    guestbook.check_in_guest(desk, GUEST)
    (revised,) = closing.revise_due(desk)
    assert (revised.revision, people(revised), revised.stream_id) == (2, 4, forked)


@pytest.mark.parametrize("sql", [_ANY_DEED, _DEED_AFTER, _NAMED, *_FIRST_KNOWN, _LOCKED, f'{_RECAPS} "on" >= ?'])
def test_no_large_table_is_read_through(desk: Desk, sql: str) -> None:
    with desk.view() as act:
        values = {"since": "2026-11-20"} if ":since" in sql else ("1",) * sql.count("?")
        plan = [row[3] for row in act.driver.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()]
    assert plan
    assert not [step for step in plan if step.startswith("SCAN") and "USING" not in step and "CONSTANT" not in step], (
        plan
    )


WORK = st.lists(st.sampled_from(("guest", "group", "paper", "close", "night", "day", "sign")), min_size=4, max_size=14)


@given(work=WORK)
@settings(max_examples=12)
def test_whatever_is_done_every_recap_says_what_its_day_was(work: list[str], tmp_path_factory: Any) -> None:
    """After the night every day is locked, its last revision says what lies in the tables, and numbers have no gap."""
    folder = tmp_path_factory.mktemp("closing")
    desk = new_desk(folder)
    try:
        for step in work:
            _do(desk, step)
        next_day(desk)
        closing.make_due_recaps(desk)
        with desk.view() as act:
            told = act.driver.execute(
                'SELECT "on", sum(people) FROM visit WHERE cancelled = 0 GROUP BY "on"'
            ).fetchall()
        last = {recap.on.isoformat(): recap for recap in closing.recaps(desk, TODAY - DAY * 3, desk.today())}
        sums = {on: body_of(recap).figures.column_total("visitors", "people") for on, recap in last.items()}
        assert {on: number for on, number in sums.items() if number} == dict(told)
        for recap in last.values():
            assert [one.revision for one in closing.revisions(desk, recap)] == list(range(1, recap.revision + 1))
        assert gaps(desk, TODAY.year) == []
        assert closing.make_due_recaps(desk) == ()
        proved(desk, folder / "again.db")
    finally:
        desk.database.close()


def _do(desk: Desk, step: str) -> None:
    clock_of(desk).advance(minutes=7)
    match step:
        case "guest":
            guestbook.check_in_guest(desk, GUEST)
        case "group":
            guestbook.check_in_group(desk, GROUP)
        case "paper":
            with desk.view() as act:
                on = max(TODAY, act.today - DAY)
            paper_entry(desk, [PaperLine(on, time(0, 1), name="Tamu Contoh")])
        case "close":
            closing.close_day(desk, desk.today())
        case "night":
            if desk.local(desk.clock.now()).hour < 22:
                at(desk, 22)
            closing.make_due_recaps(desk)
        case "day":
            next_day(desk)
            closing.make_due_recaps(desk)
        case "sign":
            for recap in closing.unsigned(desk):
                closing.sign(desk, recap.id)


# ---- the checklist --------------------------------------------------------------------------------------------------


def lines(desk: Desk) -> dict[str, Check]:
    return {check.key: check for check in closing.checklist(desk, desk.today())}


def test_a_counter_that_did_nothing_has_only_its_backup_to_make(desk: Desk) -> None:
    found = lines(desk)
    assert list(found) == ["unclosed", "backup"]
    assert (found["unclosed"].ok, found["backup"].ok, found["backup"].at) == (True, False, None)
    with desk.database.write() as connection:
        set_meta(driver(connection), "last_backup_at", str(to_ms(desk.clock.now())))
    assert lines(desk)["backup"] == Check("backup", True, at=desk.clock.now())
    next_day(desk)
    assert not lines(desk)["backup"].ok


def test_who_is_inside_is_put_out_by_the_checklist(desk: Desk) -> None:
    guestbook.check_in_guest(desk, GUEST)
    guestbook.check_in_group(desk, GROUP)
    inside = lines(desk)["inside"]
    assert (inside.ok, inside.count, inside.can_fix, len(inside.details)) == (False, 31, True, 2)
    assert any("B. Contoh" in line for line in inside.details)
    assert closing.fix(desk, "inside") == 2
    assert lines(desk)["inside"] == Check("inside", True)
    assert "open_inside" not in body_of(closing.close_day(desk, TODAY)).facts


def test_what_is_open_now_is_no_word_of_an_earlier_day(desk: Desk) -> None:
    next_day(desk)
    guestbook.check_in_guest(desk, GUEST)
    facts = body_of(closing.close_day(desk, TODAY)).facts
    assert not [name for name in facts if name.startswith("open_") or name == "closed_at"]


def test_names_are_not_shown_where_visitors_stand(desk: Desk) -> None:
    guestbook.check_in_guest(desk, GUEST)
    desk.operator, desk.station = None, replace(desk.station, profile="pintu")
    inside = lines(desk)["inside"]
    assert (inside.count, inside.details) == (1, ())


def test_things_in_lockers_and_what_is_held(desk: Desk) -> None:
    with desk.action() as act:
        for number in (1, 2):
            act.record(e.LockerSet(Locker(Id(f"{number:032x}"), str(number))))
    assert lines(desk)["lockers"] == Check("lockers", True)
    assert "held" not in lines(desk)
    ada = add_member(desk, name="Ada Contoh")
    lockers.take(desk, Id(f"{1:032x}"), member(ada))
    set_rule(desk, "locker_pledge", Pledge.IDENTITY)
    lockers.take(desk, Id(f"{2:032x}"), somebody("Tamu Contoh"), pledge_type="KTP", pledge_last4="1234")
    found = lines(desk)
    assert (found["lockers"].count, found["lockers"].can_fix) == (2, False)
    assert found["held"].details == ("Tamu Contoh · 2",)
    facts = body_of(closing.close_day(desk, TODAY)).facts
    assert facts["open_lockers"] == "2 loker masih berisi"
    assert facts["open_held"] == "1 kartu, identitas, atau jaminan belum diambil"
    with pytest.raises(KeyError):
        closing.fix(desk, "lockers")


def test_sessions_in_the_internet_room_are_ended_and_their_cards_stay_on_the_list(desk: Desk) -> None:
    (seat,) = add_computers(desk, 1)
    assert lines(desk)["internet"] == Check("internet", True)
    internet_room.start(desk, seat, member(add_member(desk, name="Ada Contoh")), card_held=True)
    found = lines(desk)
    assert (found["internet"].count, found["internet"].can_fix, found["internet"].details) == (1, True, ("1",))
    assert closing.fix(desk, "internet") == 1
    found = lines(desk)
    assert (found["internet"].ok, found["held"].ok, found["held"].count) == (True, False, 1)


def test_the_drawer_and_the_days_money(desk: Desk) -> None:
    assert "cash" not in lines(desk)
    cash_shift.open_shift(desk, 50_000)
    assert (lines(desk)["cash"].ok, lines(desk)["cash"].why) == (False, SHIFT_OPEN)
    assert body_of(closing.close_day(desk, TODAY)).facts["open_cash"] == "Laci kas belum ditutup"
    take(desk)
    cash_shift.close_shift(desk, {50_000: 1, 5_000: 1}, 50_000)
    assert (lines(desk)["cash"].ok, lines(desk)["cash"].why, lines(desk)["cash"].count) == (False, DAY_OPEN, 1)
    assert body_of(closing.close_day(desk, TODAY)).facts["open_cash"] == "Kas hari ini belum dikunci"
    lock_day(desk, TODAY)
    assert lines(desk)["cash"] == Check("cash", True)


def test_slips_that_wait_for_the_printer(desk: Desk) -> None:
    assert "slips" not in lines(desk)
    guestbook.check_in_guest(desk, GUEST)  # with a visitor's slip
    assert (lines(desk)["slips"].ok, lines(desk)["slips"].count) == (False, 1)


def test_days_nobody_closed_are_named(desk: Desk) -> None:
    guestbook.check_in_guest(desk, GUEST)
    assert lines(desk)["unclosed"].ok, "today is what is being closed"
    next_day(desk)
    assert lines(desk)["unclosed"] == Check("unclosed", False, 1, (TODAY.isoformat(),))
    closing.close_day(desk, TODAY)
    assert lines(desk)["unclosed"].ok


def test_what_the_server_does_not_have_yet(desk: Desk) -> None:
    assert "unsynced" not in lines(desk)
    with desk.database.write() as connection:
        set_meta(driver(connection), "scope", "full")
        set_meta(driver(connection), LAST_SYNC_AT, str(to_ms(desk.clock.now())))
    guestbook.check_in_guest(desk, GUEST)
    found = lines(desk)["unsynced"]
    with desk.view() as act:
        events = act.journal.head().seq
    assert (found.ok, found.count, found.at) == (False, events, desk.clock.now())
    assert LAST_SYNC_AT == LAST_OK


def test_books_at_a_copier_and_in_the_reading_room(desk: Desk) -> None:
    add_item(desk, "B1")
    book = photocopies.copied(desk, "B1")
    photocopies.out(desk, [book], somebody("Tamu Contoh"), pledge_type="KTP", pledge_last4="1234")
    assert lines(desk)["held"].count == 1
    assert "requests" not in lines(desk)


def test_a_closed_day_with_visitors_is_closed_like_any_other(desk: Desk) -> None:
    close_days(desk, TODAY)
    guestbook.check_in_guest(desk, GUEST)
    assert body_of(closing.close_day(desk, TODAY)).facts["closed_day"] != ""


def test_an_admin_may_close_too(desk: Desk) -> None:
    desk.operator = operator(desk, ADMIN)
    assert closing.close_day(desk, TODAY).made_by == desk.operator.id
