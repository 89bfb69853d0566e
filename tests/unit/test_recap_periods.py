"""Papers of days and periods: locked days as they were locked, others as they are; other counters' days by recaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import SUPERVISOR, TODAY, new_desk, operator
from guest_hands import GUEST
from hypothesis import given, settings
from hypothesis import strategies as st
from stock import add_member, close_days, set_rule

from loket.domain import events as e
from loket.domain.entities import Id, Recap, Station
from loket.domain.periods import Period, PeriodKind, period_of
from loket.domain.recap import TABLES, Body, Figures, added, encode_body
from loket.domain.recap_paper import DayState, Missing, Reach
from loket.reports.recap_headlines import HEADLINES
from loket.services import closing, guestbook
from loket.services.desk import Desk, confirm_clock
from loket.services.paper_book import PaperLine, paper_entry
from loket.services.recap_figures import day_figures
from loket.services.recap_lock import totals
from loket.services.recap_periods import day_paper, period_paper
from loket.services.recap_store import body_of, without_stocks

DAY = timedelta(days=1)
OTHER, ANNEX, DOOR = (Id(f"{n:032x}") for n in (0xD0, 0xD1, 0xD2))
WEEK = period_of(PeriodKind.WEEK, TODAY)  # 23 to 29 November; TODAY is its Tuesday
MONTH = period_of(PeriodKind.MONTH, TODAY)
ROWS = sorted({row for table in TABLES.values() for row in table.rows})


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    yield made
    made.database.close()


def on_day(desk: Desk, on: date, hour: int = 10) -> None:
    clock: Any = desk.clock
    clock.set(datetime.combine(on, time(hour), UTC) - timedelta(minutes=desk.library.utc_offset_min))


def guests(desk: Desk, number: int, on: date | None = None) -> None:
    if on is not None:
        on_day(desk, on)
    for _ in range(number):
        guestbook.check_in_guest(desk, GUEST)


def people(figures: Figures | None) -> int | None:
    return None if figures is None else figures.column_total("visitors", "people")


def station(desk: Desk, station_id: Id, code: str, profile: str = "sirkulasi") -> None:
    with desk.action() as act:
        act.record(e.StationDescribed(Station(station_id, code, f"Loket {code}", profile)))


def brought(desk: Desk, station_id: Id, on: date, number: int, *, members: int = 0, revision: int = 1) -> None:
    """Another counter's recap, as the server brings it."""
    figures = Figures()
    figures.add("visitors", "guest", number, "people")
    figures.add("members_stock", "umum", members, "active")
    body = encode_body(Body(figures, {"station": "X"}))
    with desk.action() as act:
        made = Recap(act.new_id(), station_id, on, "RK/X", 1, "00001/RK/X", revision, desk.clock.now(), body=body)
        act.state.put(made)


# ---- one day --------------------------------------------------------------------------------------------------------


def test_a_day_that_is_not_closed_is_shown_as_it_would_be_locked(desk: Desk) -> None:
    guests(desk, 2)
    preview = day_paper(desk, TODAY)
    assert (preview.is_locked, preview.number, preview.revision, preview.position) == (False, "", 0, "")
    assert [(line.on, line.state) for line in preview.days] == [(TODAY, DayState.LIVE)]
    assert preview.dated_on == TODAY
    recap = closing.close_day(desk, TODAY)
    assert preview.figures == body_of(recap).figures
    assert preview.facts.items() <= body_of(recap).facts.items() | {(name, "") for name in preview.facts}


def test_a_day_nothing_happened_on(desk: Desk) -> None:
    for on in (TODAY, TODAY + DAY, TODAY - DAY * 400):
        paper = day_paper(desk, on)
        assert (paper.figures, paper.days[0].state, paper.previous) == (Figures(), DayState.NONE, None)


def test_a_locked_paper_says_the_same_whatever_happens_afterwards(desk: Desk) -> None:
    guests(desk, 2)
    recap = closing.close_day(desk, TODAY)
    paper = day_paper(desk, recap)
    assert (paper.number, paper.revision, paper.by_night, paper.signed) == (recap.number, 1, False, None)
    assert paper.position == f"{desk.stream_id[:8]} · {recap.seq} · {recap.head_hash[:12]}"
    assert paper.made_at == desk.local(desk.clock.now())
    assert (people(paper.figures), paper.days[0].state, paper.dated_on) == (2, DayState.LOCKED, TODAY)
    assert not [name for name in paper.facts if name.startswith("_")]
    guests(desk, 3)
    set_rule(desk, "receipt_place", "Kota Lain")
    with desk.action() as act:
        act.record(e.LibraryDescribed(replace(desk.library, name="Perpustakaan Lain")))
    close_days(desk, TODAY)
    assert day_paper(desk, recap) == paper
    assert day_paper(desk, TODAY) == paper, "revised by nobody yet"


def test_a_revision_says_what_changed_and_the_first_stays_as_it_was(desk: Desk) -> None:
    guests(desk, 2)
    first = closing.close_day(desk, TODAY)
    guests(desk, 1)
    second = closing.close_day(desk, TODAY)
    paper = day_paper(desk, TODAY)
    assert (paper.revision, people(paper.figures), paper.number) == (2, 3, first.number)
    told = {(one.table, one.row, one.column): (one.before, one.after) for one in paper.changes}
    assert told["visitors", "guest", "people"] == (2, 3)
    assert day_paper(desk, second) == paper
    assert (day_paper(desk, first).revision, people(day_paper(desk, first).figures)) == (1, 2)


def test_who_signed_stands_on_the_paper(desk: Desk) -> None:
    recap = closing.close_day(desk, TODAY)
    desk.operator = operator(desk, SUPERVISOR)
    paper = day_paper(desk, closing.sign(desk, recap.id, "diperiksa"))
    assert paper.signed is not None
    assert (paper.signed.name, paper.signed.note) == (desk.operator.full_name, "diperiksa")
    assert paper.signed.at == desk.local(desk.clock.now())


def test_what_a_day_is_held_against_is_locked_with_it(desk: Desk) -> None:
    guests(desk, 4)
    before = closing.close_day(desk, TODAY)
    guests(desk, 1, TODAY + DAY)
    recap = closing.close_day(desk, TODAY + DAY)
    paper = day_paper(desk, recap)
    assert (people(paper.previous), paper.year_before) == (4, None)
    assert paper.previous is not None
    full = body_of(before).figures
    for table in ("visitors_sex", "visitors_education", "visitors_hour"):
        assert paper.previous.total(table) == full.total(table) == 4
    paper_entry(desk, [PaperLine(TODAY, time(9), name="Tamu Contoh")])
    assert len(closing.revise_due(desk)) == 1
    assert day_paper(desk, recap) == paper
    on_day(desk, TODAY + timedelta(days=365))
    confirm_clock(desk)
    guests(desk, 1)
    assert people(day_paper(desk, closing.close_day(desk, desk.today())).year_before) == 5
    on_day(desk, TODAY + timedelta(days=366))
    assert people(day_paper(desk, desk.today()).year_before) == 1


CELLS = st.tuples(st.sampled_from(sorted(TABLES)), st.sampled_from(("", "x", *ROWS)), st.integers(1, 90), st.data())


@given(cells=st.lists(CELLS, max_size=20))
def test_what_is_kept_of_another_day_says_the_same_in_every_headline(cells: list[tuple[str, str, int, Any]]) -> None:
    figures = Figures()
    for table, row, number, data in cells:
        columns = TABLES[table].columns or ("x",)
        figures.add(table, row, number, data.draw(st.sampled_from(columns)))
    kept = totals(figures)
    assert [one.of(kept) for one in HEADLINES] == [one.of(figures) for one in HEADLINES]
    assert len(encode_body(Body(kept, {}))) < 6_000


# ---- periods --------------------------------------------------------------------------------------------------------


def test_a_counters_day_is_the_paper_of_that_day(desk: Desk) -> None:
    guests(desk, 1)
    closing.close_day(desk, TODAY)
    day = period_of(PeriodKind.DAY, TODAY)
    assert period_paper(desk, day) == day_paper(desk, TODAY)
    whole = period_paper(desk, day, Reach.LIBRARY)
    assert (people(whole.figures), whole.number, whole.reach) == (1, "", Reach.LIBRARY)


def test_a_period_takes_locked_days_as_they_were_locked_and_counts_the_others(desk: Desk) -> None:
    guests(desk, 2)
    closing.close_day(desk, TODAY)
    guests(desk, 5)  # after closing, and not revised yet
    guests(desk, 3, TODAY + DAY)
    guests(desk, 7, TODAY + DAY * 3)
    paper = period_paper(desk, WEEK)
    states = {line.on: (line.state, people(line.figures)) for line in paper.days}
    assert list(states) == [WEEK.first + DAY * step for step in range(7)]
    assert states[TODAY - DAY] == (DayState.NONE, 0)
    assert states[TODAY] == (DayState.LOCKED, 2)
    assert states[TODAY + DAY] == (DayState.LIVE, 3)
    assert states[TODAY + DAY * 3] == (DayState.LIVE, 7)
    assert states[TODAY + DAY * 4] == (DayState.NONE, 0)
    assert people(paper.figures) == 12
    assert (paper.number, paper.is_locked, paper.missing, paper.dated_on) == ("", False, (), TODAY + DAY * 3)


def test_days_not_closed_are_counted_as_one_by_one_and_stocks_once(desk: Desk) -> None:
    on_day(desk, TODAY)
    for number in range(4):
        add_member(desk, f"M-{number}", valid_until=TODAY + DAY * number)
        guests(desk, number + 1, TODAY + DAY * number)
    paper = period_paper(desk, WEEK)
    each = [day_figures(desk, TODAY + DAY * number) for number in range(4)]
    assert paper.figures == added(each)
    assert paper.figures.row_total("members_stock", "umum") == 4
    assert paper.figures.column_total("members_stock", "expired") == 3
    counted = {line.on for line in paper.days if line.figures.has("members_stock")}
    assert counted == {TODAY + DAY * 3}
    assert [without_stocks(line.figures) for line in paper.days[1:5]] == [without_stocks(one) for one in each]


def test_averages_go_by_the_days_the_library_was_open_so_far(desk: Desk) -> None:
    guests(desk, 1)  # Tuesday; nothing is known of Monday
    close_days(desk, TODAY + DAY, TODAY + DAY * 2)
    guests(desk, 1, TODAY + DAY * 2)  # a closed day on which somebody came
    guests(desk, 1, TODAY + DAY * 3)
    paper = period_paper(desk, WEEK)
    assert paper.open_days == 3
    shown = {line.on: (line.is_open, line.closed_name) for line in paper.days}
    assert shown[TODAY] == (True, "")
    assert shown[TODAY + DAY][0] is False
    assert shown[TODAY + DAY][1] != ""
    assert shown[WEEK.last] == (False, "")  # Sunday
    on_day(desk, WEEK.last)
    assert period_paper(desk, WEEK).open_days == 4, "Saturday too"
    on_day(desk, WEEK.last + DAY * 30)
    assert period_paper(desk, WEEK).open_days == 4


def test_a_period_is_held_against_the_one_before_and_the_year_before(desk: Desk) -> None:
    on_day(desk, TODAY)
    guests(desk, 2)
    assert (period_paper(desk, MONTH).previous, period_paper(desk, MONTH).year_before) == (None, None)
    guests(desk, 3, date(2026, 12, 7))
    december = period_paper(desk, MONTH.stepped(1))
    assert (people(december.figures), people(december.previous), december.year_before) == (3, 2, None)
    guests(desk, 1, date(2027, 11, 2))
    later = period_paper(desk, MONTH.stepped(12))
    assert (people(later.figures), later.previous, people(later.year_before)) == (1, None, 2)


def test_how_things_stand_is_the_last_days_word(desk: Desk) -> None:
    add_member(desk, "M-1")
    closing.close_day(desk, TODAY)
    on_day(desk, TODAY + DAY)
    add_member(desk, "M-2")
    add_member(desk, "M-3")
    closing.close_day(desk, TODAY + DAY)
    on_day(desk, TODAY + DAY * 2)
    figures = period_paper(desk, WEEK).figures
    assert figures.of("members_stock", "umum", "active") == 3
    assert figures.total("members_new") == 3


def test_progress_is_told_day_by_day_and_may_stop_the_work(desk: Desk) -> None:
    guests(desk, 1)
    told: list[tuple[int, int]] = []
    period_paper(desk, WEEK, progress=lambda done, total: told.append((done, total)))
    assert told == [(done, 21) for done in range(1, 22)]

    class StoppedError(Exception):
        pass

    def stop(done: int, _total: int) -> None:
        told.append((done, 0))
        if done == 3:
            raise StoppedError

    told.clear()
    with pytest.raises(StoppedError):
        period_paper(desk, WEEK, progress=stop)
    assert len(told) == 3


# ---- the whole library ----------------------------------------------------------------------------------------------


def test_the_library_is_its_desks_recaps_and_what_is_open_here(desk: Desk) -> None:
    station(desk, OTHER, "L2")
    guests(desk, 2)
    brought(desk, OTHER, TODAY, 11, revision=2)
    brought(desk, OTHER, TODAY, 10)  # as it may come: the first one after the second
    brought(desk, OTHER, TODAY - DAY, 20)
    paper = period_paper(desk, WEEK, Reach.LIBRARY)
    assert people(paper.figures) == 2 + 11 + 20
    assert [people(line.figures) for line in paper.days[:2]] == [20, 13]
    assert [line.state for line in paper.days[:2]] == [DayState.LOCKED, DayState.LIVE]
    closing.close_day(desk, TODAY)
    assert period_paper(desk, WEEK, Reach.LIBRARY).days[1].state is DayState.LOCKED
    assert people(period_paper(desk, WEEK).figures) == 2, "this counter alone"


def test_what_a_door_locked_is_not_added_again(desk: Desk) -> None:
    station(desk, DOOR, "P1", "pintu")
    brought(desk, DOOR, TODAY, 50)
    guests(desk, 2)
    paper = period_paper(desk, WEEK, Reach.LIBRARY)
    assert (people(paper.figures), paper.missing) == (2, ())


def test_how_the_library_stands_is_this_counters_word(desk: Desk) -> None:
    """Every desk counts all members: their words are not added, and an old one of another desk is not taken."""
    station(desk, OTHER, "L2")
    add_member(desk, "M-1")
    closing.close_day(desk, TODAY)
    brought(desk, OTHER, TODAY, 1, members=500)
    brought(desk, OTHER, TODAY - DAY, 1, members=400)
    assert period_paper(desk, WEEK, Reach.LIBRARY).figures.of("members_stock", "umum", "active") == 1
    brought(desk, OTHER, TODAY - DAY * 7, 1, members=300)
    last_week = period_paper(desk, WEEK.previous, Reach.LIBRARY)
    assert last_week.figures.of("members_stock", "umum", "active") == 300, "nobody else says anything of that week"


def test_days_other_desks_did_not_close_are_named(desk: Desk) -> None:
    for station_id, code in ((OTHER, "L3"), (ANNEX, "L2")):
        station(desk, station_id, code)
    close_days(desk, TODAY + DAY)
    brought(desk, OTHER, TODAY - DAY, 1)
    brought(desk, ANNEX, TODAY - DAY * 30, 1)
    brought(desk, ANNEX, TODAY, 1)
    on_day(desk, TODAY + DAY * 3)  # Friday
    assert period_paper(desk, WEEK, Reach.LIBRARY).missing == (
        *(Missing("Loket L2", on) for on in (TODAY - DAY, TODAY + DAY * 2, TODAY + DAY * 3)),
        *(Missing("Loket L3", on) for on in (TODAY, TODAY + DAY * 2, TODAY + DAY * 3)),
    )
    assert period_paper(desk, WEEK).missing == ()


def test_a_desk_that_never_closed_a_day_or_is_given_up_is_not_waited_for(desk: Desk) -> None:
    station(desk, OTHER, "L2")
    assert period_paper(desk, WEEK, Reach.LIBRARY).missing == ()
    brought(desk, OTHER, TODAY - DAY * 90, 1)
    assert period_paper(desk, WEEK, Reach.LIBRARY).missing == ()


# ---- sums -----------------------------------------------------------------------------------------------------------


DAYS = st.lists(st.tuples(st.integers(0, 3), st.booleans()), min_size=3, max_size=9)


@given(told=DAYS)
@settings(max_examples=10)
def test_periods_are_the_sums_of_their_days(told: list[tuple[int, bool]], tmp_path_factory: Any) -> None:
    """However the days are cut, and whichever of them were closed."""
    desk = new_desk(tmp_path_factory.mktemp("periods"))
    try:
        for step, (number, closed) in enumerate(told):
            guests(desk, number, TODAY + DAY * step)
            if closed:
                closing.close_day(desk, desk.today())
        last = desk.today()
        whole = period_paper(desk, Period(PeriodKind.RANGE, TODAY, last))
        assert people(whole.figures) == sum(number for number, _ in told)
        with desk.view() as act:
            sql = 'SELECT count(*), coalesce(sum(sex = ?), 0) FROM visit WHERE cancelled = 0 AND "on" BETWEEN ? AND ?'
            span = (TODAY.isoformat(), last.isoformat())
            entries, women = act.driver.execute(sql, (GUEST.sex, *span)).fetchone()
        assert whole.figures.column_total("visitors", "entries") == entries
        assert whole.figures.column_total("visitors_sex", GUEST.sex) == women
        halves = [
            period_paper(desk, Period(PeriodKind.RANGE, TODAY, TODAY + DAY)),
            period_paper(desk, Period(PeriodKind.RANGE, TODAY + DAY * 2, last)),
        ]
        for table in ("visitors", "visitors_education", "visitors_hour", "visitors_source", "opening"):
            parts = [half.figures.tables.get(table, {}) for half in halves]
            sums = {cell: sum(part.get(cell, 0) for part in parts) for part in parts for cell in part}
            assert whole.figures.tables.get(table, {}) == sums
        assert [people(line.figures) for line in whole.days] == [number for number, _ in told]
    finally:
        desk.database.close()
