"""Service times against the standard: quantiles, what counts as one service, hours that need more hands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from statistics import quantiles

import pytest
from fakes import OPENS, SUPERVISOR, TODAY, new_desk, operator
from hypothesis import given
from hypothesis import strategies as st
from standards_days import MONDAY, scan, scans, stocked, study_of, wait
from stock import add_member, journal, set_rule

from loket.db.engine import driver
from loket.domain import events as e
from loket.domain.entities import Loan
from loket.domain.standards import ACTIONS, Study, Timed, quantile, read_standards, standard_problem, summed
from loket.services import guestbook, standards
from loket.services.circulation import check_in
from loket.services.desk import Desk
from loket.services.guestbook import GuestForm
from loket.services.scanning import Counter
from loket.services.standards import hours, measured, study
from loket.services.undo import undo

times_ms = st.lists(st.integers(1_000, 900_000), min_size=1, max_size=60)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    yield made
    made.database.close()


def took(desk: Desk, action: str, on: date = TODAY) -> list[float]:
    """Seconds of each service of the day."""
    return [one.took_ms / 1_000 for one in study(desk, on, on).timed.get(action, ())]


# ---- figures --------------------------------------------------------------------------------------------------------


@given(times_ms, st.integers(1, 100))
def test_a_quantile_is_one_of_the_times_that_so_many_do_not_exceed(times, percent):
    ordered = sorted(times)
    found = quantile(ordered, percent)
    assert found in ordered
    assert Fraction(sum(one <= found for one in ordered), len(ordered)) >= Fraction(percent, 100)
    smaller = sum(one < found for one in ordered)
    assert Fraction(smaller, len(ordered)) < Fraction(percent, 100), "a smaller time would have done"


@given(times_ms, st.one_of(st.none(), st.integers(1_000, 900_000)))
def test_a_summary_says_what_the_times_say(times, standard_ms):
    found = summed(times, standard_ms)
    assert (found.count, found.longest_ms) == (len(times), max(times))
    assert min(times) <= found.median_ms <= found.p90_ms <= found.longest_ms
    if standard_ms is None:
        assert (found.within, found.within_percent, found.keeps) == (0, None, None)
    else:
        assert found.within == sum(one <= standard_ms for one in times)
        assert found.keeps == (Fraction(found.within, len(times)) >= Fraction(9, 10))
        assert (found.within_percent == 100) == (max(times) <= standard_ms)
    if len(times) > 1:
        assert found.median_ms <= quantiles(times, n=2, method="inclusive")[0]


def test_nothing_is_claimed_without_times():
    found = summed([], 120_000)
    assert (found.count, found.median_ms, found.within_percent, found.keeps) == (0, 0, None, None)


def test_what_the_library_promises_stands_over_what_is_shipped():
    found = read_standards(("loan:90", " fetch : 600 ", "return:0", "loan:soon", "sleeping:5", "", "payment:99999999"))
    assert (found["loan"], found["fetch"], found["return"], found["payment"]) == (90, 600, None, 75)
    assert set(found) == set(ACTIONS)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        *(("loan:90", ""), ("fetch:0", ""), ("loan", "standard_action"), ("tidur:5", "standard_action")),
        *(("loan:-5", "standard_seconds"), ("loan:1,5", "standard_seconds"), ("loan:٣", "standard_seconds")),
        *(("loan:86400", ""), ("loan:86401", "standard_seconds"), ("loan:", "standard_seconds")),
    ],
)
def test_a_promise_that_cannot_be_read_says_why(text, problem):
    assert standard_problem(text) == problem


@given(st.dictionaries(st.sampled_from(sorted(ACTIONS)), st.lists(st.integers(1, 900), max_size=30), max_size=5))
def test_parts_of_a_study_add_up_to_the_whole(seconds):
    made = study_of(seconds, weeks=2)
    for action in ACTIONS:
        whole = made.of(action).times
        for parts in (made.hours(action), made.weekdays(action), made.trend(action)):
            assert sum(one.count for one in parts.values()) == whole.count
            assert sum(one.within for one in parts.values()) == whole.within
            assert max((one.longest_ms for one in parts.values()), default=0) == whole.longest_ms
    told = {one.action for one in made.actions()}
    assert told == {action for action, times in seconds.items() if times} | {"guestbook", "registration"}
    longest = [one.took_ms for one in made.longest(5)]
    assert longest == sorted((one * 1_000 for times in seconds.values() for one in times * 2), reverse=True)[:5]


# ---- hours that need more hands -------------------------------------------------------------------------------------


def test_a_busy_hour_asks_for_a_second_desk():
    made = study_of({"loan": [100] * 30}, weeks=4)  # 3,000 of 3,600 seconds
    (advised,) = made.advice()
    assert (advised.weekday, advised.hour, advised.days, advised.count) == (0, 10, 4, 120)
    assert (advised.busy_percent, advised.desks) == (83, 2)


def test_how_many_desks_keep_the_work_below_seventy_percent():
    (advised,) = study_of({"loan": [100] * 30, "return": [100] * 25}, weeks=4).advice()
    assert (advised.busy_percent, advised.desks) == (152, 3)


@pytest.mark.parametrize(
    ("seconds", "weeks"),
    [
        ({"loan": [80] * 30}, 4),  # two thirds of the hour
        ({"loan": [100] * 30}, 3),  # too few weeks
        ({"loan": [700] * 4}, 4),  # too few services
        ({"fetch": [900] * 30, "card": [900] * 30}, 4),  # somebody waits, nobody serves
        ({}, 4),
    ],
)
def test_no_advice_without_grounds(seconds, weeks):
    assert study_of(seconds, weeks=weeks).advice() == ()


def test_days_without_work_in_that_hour_count_too():
    made = study_of({"loan": [100] * 30}, weeks=4)
    quiet = frozenset(MONDAY + timedelta(weeks=week) for week in range(8))
    assert Study(made.first, made.last, made.timed, worked=quiet).advice() == ()


def test_a_service_over_the_full_hour_is_shared_out():
    """Forty a day of 100 seconds that begin at ten to ten: a sixth of them belongs to the hour before."""
    begins = [datetime.combine(MONDAY + timedelta(weeks=week), OPENS.replace(hour=9, minute=59)) for week in range(4)]
    timed = [Timed("loan", at + timedelta(seconds=number % 30), 80_000) for at in begins for number in range(40)]
    worked = frozenset(at.date() for at in begins)
    early = Study(MONDAY, max(worked), {"loan": timed}, worked=worked)
    assert [one.hour for one in early.advice()] == [], "in ten o'clock's hour none began; in nine's too little was done"
    late = [Timed("loan", one.began + timedelta(seconds=61), one.took_ms) for one in timed]
    (advised,) = Study(MONDAY, max(worked), {"loan": late}, worked=worked).advice()
    assert (advised.hour, advised.busy_percent) == (10, 88)


# ---- from the journal -----------------------------------------------------------------------------------------------


def test_a_loan_takes_from_the_card_to_the_last_book(desk):
    stocked(desk)
    scans(desk, "M-1", "B1", "B2", seconds=20).finish()
    assert took(desk, "loan") == [40]
    assert took(desk, "return") == []


def test_returns_and_loans_of_one_member_are_two_services(desk):
    stocked(desk)
    scans(desk, "M-1", "B1", "B2").finish()
    wait(desk, 3_600)
    scans(desk, "M-1", "B1", "B2", "B3", seconds=15).finish()
    assert took(desk, "return") == [30], "from the card to the second book"
    assert took(desk, "loan") == [20, 15], "the third book began when the second was back"


def test_a_book_alone_without_a_card_has_no_beginning(desk):
    stocked(desk)
    scans(desk, "M-1", "B1").finish()
    wait(desk, 3_600)
    scans(desk, "B1").finish()
    (one,) = [found for found in measured(desk, TODAY, TODAY) if found.action == "return"]
    assert (one.times.count, one.one_scan) == (0, 1)


def test_who_went_back_to_the_shelves_is_served_anew(desk):
    stocked(desk)
    counter = scans(desk, "M-1", "B1")
    wait(desk, 20 * 60)
    scan(counter, "B2")
    found = study(desk, TODAY, TODAY)
    assert [one.took_ms for one in found.timed["loan"]] == [10_000]
    assert found.one_scan["loan"] == 1


def test_a_book_that_was_refused_takes_the_time_until_it_was_lent(desk):
    stocked(desk)
    counter = scans(desk, "M-1", "B404", seconds=30)
    scan(counter, "B1")
    assert took(desk, "loan") == [60]


def test_loans_are_in_the_order_of_their_books(desk):
    """The service begins when the card, or the book before, was done with; the book went out when it was scanned."""
    stocked(desk)
    began = desk.clock.now()
    scans(desk, "M-1", "B1", "B2", seconds=20).finish()
    with desk.view() as act:
        loans = [act.state.get(Loan, one.event.loan_id) for one in journal(desk) if isinstance(one.event, e.ItemLent)]
    assert [loan.lent_at for loan in loans] == [began + timedelta(seconds=20), began + timedelta(seconds=40)]


def test_one_after_another_members_are_served_apart(desk):
    stocked(desk)
    scans(desk, "M-1", "B1", seconds=10)
    add_member(desk, "M-2")
    counter = Counter(desk)
    for code in ("M-2", "B2", "M-1", "B3"):
        scan(counter, code)
        wait(desk, 25)
    assert took(desk, "loan") == [10, 25, 25]


def test_a_guests_form_takes_from_its_opening(desk):
    began = desk.clock.now()
    wait(desk, 48)
    guestbook.check_in_guest(desk, GuestForm(name="Tamu Contoh", sex="L"), began_at=began)
    assert took(desk, "guestbook") == [48]
    assert hours(desk, "guestbook", TODAY, TODAY)[10].within == 1


def test_a_card_takes_from_the_form_to_the_print(desk):
    began = desk.clock.now()
    wait(desk, 120)
    with desk.action(began) as act:
        member_id = act.new_id()
        person = e.Person(full_name="Anggota Contoh")
        act.record(e.MemberRegistered(member_id, "M-9", person=person, member_type="umum", registered_on=act.today))
    for spoilt in ("smudged", ""):
        wait(desk, 60)
        with desk.action() as act:
            act.record(e.CardPrinted(act.new_id(), member_id, "M-9", "teluk", "first", act.today, spoilt))
    assert (took(desk, "registration"), took(desk, "card")) == ([120], [240])


def test_a_wish_takes_until_it_is_with_the_reader(desk):
    with desk.action() as act:
        use_id = act.new_id()
        act.record(e.ItemAsked(use_id, "request", act.today, title="Peta lama"))  # type: ignore[arg-type]
    wait(desk, 2 * 3_600)
    with desk.action() as act:
        act.record(e.ItemFetched(use_id))
    (one,) = measured(desk, TODAY, TODAY)
    assert (one.action, one.times.median_ms, one.times.within_percent) == ("fetch", 7_200_000, None)


def test_what_stood_open_for_an_hour_is_counted_and_not_measured(desk):
    began = desk.clock.now()
    wait(desk, 3_601)
    guestbook.check_in_guest(desk, GuestForm(name="Tamu Contoh", sex="P"), began_at=began)
    (one,) = measured(desk, TODAY, TODAY)
    assert (one.times.count, one.left_open) == (0, 1)


def test_doubtful_clocks_and_unattended_counters_are_left_out(desk):
    began = desk.clock.now()
    wait(desk, 30)
    desk.operator = None
    with desk.action(began) as act:
        act.record(e.SessionStarted(act.new_id(), act.new_id(), act.today, 45))
    desk.operator = operator(desk, SUPERVISOR)
    desk.clock.set(began - timedelta(days=2))
    earlier = desk.clock.now() - timedelta(seconds=30)
    with desk.action(earlier) as act:
        act.record(e.SessionStarted(act.new_id(), act.new_id(), act.today, 45))
    assert measured(desk, TODAY - timedelta(days=3), TODAY) == ()


def test_an_event_in_two_streams_counts_once(desk):
    stocked(desk)
    scans(desk, "M-1", "B1", "B2", seconds=20).finish()
    before = study(desk, TODAY, TODAY)
    with desk.database.write() as connection:
        source = driver(connection)
        names = [row[1] for row in source.execute("PRAGMA table_info(journal)")]
        others = ", ".join(name for name in names if name != "stream_id")
        source.execute(f"INSERT INTO journal (stream_id, {others}) SELECT zeroblob(16), {others} FROM journal")
    assert study(desk, TODAY, TODAY) == before


def test_days_stand_apart_and_the_work_can_be_stopped(desk):
    stocked(desk)
    scans(desk, "M-1", "B1", seconds=20).finish()
    desk.clock.advance(days=1)
    scans(desk, "M-1", "B2", seconds=40).finish()
    told: list[tuple[int, int]] = []
    found = study(desk, TODAY - timedelta(days=1), TODAY + timedelta(days=1), lambda *at: told.append(at))
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert {day: one.median_ms for day, one in found.trend("loan").items()} == {
        TODAY: 20_000,
        TODAY + timedelta(days=1): 40_000,
    }
    assert found.worked == {TODAY, TODAY + timedelta(days=1)}

    def enough(done: int, total: int) -> None:
        raise KeyError

    with pytest.raises(KeyError):
        study(desk, TODAY, TODAY, enough)


def test_the_librarys_own_standard_is_held_against(desk):
    stocked(desk)
    scans(desk, "M-1", "B1", seconds=50).finish()
    assert measured(desk, TODAY, TODAY)[0].times.within == 1
    set_rule(desk, "standards", ("loan:45",))
    loans = measured(desk, TODAY, TODAY)[0].times
    assert (loans.standard_ms, loans.within) == (45_000, 0)


def test_what_was_taken_back_took_its_time_all_the_same(desk):
    stocked(desk)
    scans(desk, "M-1", "B1", seconds=20).finish()
    undo(desk, reason="salah orang")
    assert took(desk, "loan") == [20]


def test_days_are_found_by_index(desk):
    with desk.view() as act:
        plan = act.driver.execute(f"EXPLAIN QUERY PLAN {standards._DAY}", ("2026-11-24", *standards._KINDS)).fetchall()
    told = " ".join(row[3] for row in plan)
    assert "journal_by_day" in told
    assert "SCAN journal" not in told


def test_a_return_named_by_its_item_is_one_scan(desk):
    stocked(desk)
    scans(desk, "M-1", "B1").finish()
    wait(desk, 600)
    with desk.view() as act:
        item = act.state.items_with_barcode("B1")[0]
    check_in(desk, item_id=item.id)
    assert study(desk, TODAY, TODAY).one_scan["return"] == 1
