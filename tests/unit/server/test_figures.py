"""Figures of the dashboard, on both engines: what counts, what does not, and that nothing odd stops the count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, insert

from loket.db import codec
from loket.db.rows import to_ms
from loket.domain import events as e
from loket.domain.entities import Id, PayMethod, ReceiptKind
from loket.server.figures import Figure, FigureBook, Figures, daily, hourly, over_all, total
from loket.server.store import Store, open_store, upsert
from loket.server.tables import EVENT_LOG, LIBRARY_HEAD

HERE, THERE = Id("a" * 32), Id("b" * 32)
MON, TUE, WED = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
WITA = 480


@pytest.fixture(params=["embedded", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    url = request.getfixturevalue("postgres_url") if request.param == "postgres" else None
    opened = open_store(url, tmp_path, bytes(32))
    yield opened
    opened.close()


class Log:
    """Writes a library's log as the ledger would."""

    def __init__(self, connection: Connection, first: int = 1) -> None:
        self.connection = connection
        self._numbers = count(first)

    def add(
        self,
        event: e.Event,
        on: date = TUE,
        *,
        library: Id = HERE,
        hour: int = 9,
        outcome: str = "applied",
        replayed: int | None = None,
        body: str | None = None,
    ) -> Id:
        """`hour`: by the library's clock. Returns the event's id."""
        number = next(self._numbers)
        at = to_ms(datetime(on.year, on.month, on.day, hour, 5, tzinfo=UTC) - timedelta(minutes=WITA))
        event_id = number.to_bytes(16)
        blank = dict.fromkeys(("stream_id", "station_id", "content_hash", "log_hash"), b"")
        times = {"began_ms": at, "done_ms": at, "mono_ms": 0, "received_ms": at, "utc_offset_min": WITA}
        row = {"library_id": bytes.fromhex(library), "log_seq": number, "event_id": event_id, "seq": number}
        row |= {"type": type(event).__name__, "version": 1, "business_on": on.isoformat(), "boot_id": ""}
        row |= {"clock_quality": "plausible", "outcome": outcome, "replayed": replayed}
        row |= {"body": codec.encode(event)[0].decode() if body is None else body}
        self.connection.execute(insert(EVENT_LOG).values(**row, **blank, **times))
        return Id(event_id.hex())


def key(number: int) -> Id:
    return Id(f"{number:032x}")


def lent(loan: int, member: int, on: date = TUE) -> e.ItemLent:
    return e.ItemLent(key(loan), key(member), key(1), key(2), key(3), on, on, 2)


def returned(loan: int) -> e.ItemReturned:
    return e.ItemReturned(key(loan), key(1), key(5), TUE)


def undo_return(event_id: Id, loan: int) -> e.ReturnUndone:
    return e.ReturnUndone(event_id, key(loan), key(1), key(5))


def registered(member: int, on: date) -> e.MemberRegistered:
    return e.MemberRegistered(key(member), f"A{member}", "umum", on)


def visited(visit: int) -> e.VisitRecorded:
    return e.VisitRecorded(key(visit), "member", datetime(2026, 11, 24, 2, tzinfo=UTC), TUE)


def test_a_day_is_counted_by_the_librarys_own_date(store: Store) -> None:
    with store.write() as connection:
        log = Log(connection)
        for event in (lent(10, 5), lent(11, 5), lent(12, 6), returned(8), visited(1), registered(9, TUE)):
            log.add(event)
        log.add(e.ReturnNoted("B1", key(1), TUE))
        log.add(e.LoanRenewed(key(7), TUE, MON, 1))
        log.add(lent(13, 7, MON), MON)
        found = daily(connection, HERE, MON, TUE)
    assert found == {MON: Figures(loans=1, borrowers=1), TUE: Figures(1, 3, 2, 1, 1, 2)}


def test_what_was_undone_does_not_count_and_its_borrower_neither(store: Store) -> None:
    with store.write() as connection:
        log = Log(connection)
        log.add(lent(10, 5))
        loan, back = log.add(lent(11, 6)), log.add(returned(8))
        renewal = log.add(e.LoanRenewed(key(7), TUE, MON, 1))
        log.add(e.LoanUndone(loan, key(11)))
        log.add(undo_return(back, 8))
        log.add(e.RenewalUndone(renewal, key(7), MON, 0))
        found = total(connection, HERE, TUE, TUE)
    assert found == Figures(loans=1, borrowers=1)


def test_a_member_who_borrows_on_two_days_is_one_borrower_of_the_span(store: Store) -> None:
    with store.write() as connection:
        log = Log(connection)
        log.add(lent(10, 5, MON), MON)
        log.add(lent(11, 5))
        by_day, span = daily(connection, HERE, MON, TUE), total(connection, HERE, MON, TUE)
    assert [figures.borrowers for figures in by_day.values()] == [1, 1]
    assert (span.loans, span.borrowers) == (2, 1)


def test_a_record_made_elsewhere_long_ago_is_no_new_member(store: Store) -> None:
    with store.write() as connection:
        log = Log(connection)
        log.add(registered(1, TUE))
        log.add(registered(2, date(2019, 5, 2)))
        assert total(connection, HERE, TUE, TUE).new_members == 1


def test_an_applicant_is_a_new_member_on_the_day_he_is_accepted(store: Store) -> None:
    with store.write() as connection:
        log = Log(connection)
        log.add(e.MemberRegistered(key(1), "", "umum", MON, pending=True), MON)
        log.add(e.ApplicantAccepted(key(1), "A1", "umum", TUE))
        log.add(e.ApplicantDeclined(key(2), TUE))
        by_day, span = daily(connection, HERE, MON, TUE), total(connection, HERE, MON, TUE)
    assert {day: figures.new_members for day, figures in by_day.items()} == {TUE: 1}
    assert span.new_members == 1


def test_what_could_not_be_booked_counts_once_it_is_and_never_stops_the_count(store: Store) -> None:
    with store.write() as connection:
        log = Log(connection)
        for body in ("not json", '{"loan_id": 7, "undoes": "x"}'):
            for event in (lent(10, 5), e.LoanUndone(key(1), key(1)), registered(1, TUE)):
                log.add(event, outcome="deferred", body=body)
        log.add(lent(11, 6), outcome="deferred", replayed=99)
        found, hours = total(connection, HERE, TUE, TUE), hourly(connection, HERE, TUE)
    assert found == Figures(loans=1, borrowers=1)
    assert sum(hours[Figure.LOANS]) == 1


def test_visitors_are_people_at_the_door(store: Store) -> None:
    """A group counts by its heads, a room's own book not at all, a line of the paper book on its own day."""
    at = datetime(2026, 11, 24, 2, tzinfo=UTC)
    with store.write() as connection:
        log = Log(connection)
        log.add(visited(1))
        log.add(e.VisitRecorded(key(2), "group", at, TUE, people=30))
        log.add(e.VisitRecorded(key(3), "member", at, TUE, room_id=key(9)))
        log.add(e.VisitRecorded(key(4), "guest", at, TUE))
        log.add(e.VisitUndone(key(4)), WED)
        log.add(e.VisitRecorded(key(5), "guest", at, TUE, source="paper"), WED)
        found, days = total(connection, HERE, TUE, TUE), daily(connection, HERE, TUE, WED)
        hours = hourly(connection, HERE, TUE)[Figure.VISITS]
    assert found.visits == 32
    assert {day: figures.visits for day, figures in days.items()} == {TUE: 32}
    assert sum(hours) == hours[10] == 32


def test_libraries_are_kept_apart_and_add_up(store: Store) -> None:
    with store.write() as connection:
        log = Log(connection)
        log.add(lent(10, 5))
        for loan in (20, 21):
            log.add(lent(loan, loan), library=THERE)
        here, there = (total(connection, library, TUE, TUE) for library in (HERE, THERE))
    assert (here, there) == (Figures(loans=1, borrowers=1), Figures(loans=2, borrowers=2))
    assert over_all([here, there]) == Figures(loans=3, borrowers=3)


def test_hours_follow_the_librarys_clock_without_what_was_undone(store: Store) -> None:
    with store.write() as connection:
        log = Log(connection)
        log.add(visited(1), hour=0)
        log.add(lent(10, 5), hour=9)
        gone = log.add(lent(11, 5), hour=9)
        log.add(e.LoanUndone(gone, key(11)), hour=10)
        log.add(returned(8), hour=23)
        hours = hourly(connection, HERE, TUE)
    places = {figure: [(hour, number) for hour, number in enumerate(line) if number] for figure, line in hours.items()}
    assert places == {
        Figure.VISITS: [(10, 1)],  # when he came in, wherever and whenever that was written down
        Figure.LOANS: [(9, 1)],
        Figure.RETURNS: [(23, 1)],
        Figure.RENEWALS: [],
    }


def test_figures_are_counted_anew_once_the_log_has_grown(store: Store) -> None:
    book = FigureBook(store)

    def grow(loan: int, head: bytes) -> None:
        with store.write() as connection:
            Log(connection, loan).add(lent(loan, loan))
            row = {"library_id": bytes.fromhex(HERE), "log_seq": loan, "change_seq": 0, "log_hash": head}
            upsert(connection, LIBRARY_HEAD, [row | {"incarnation": b""}])

    grow(10, b"one")
    assert book.totals([HERE, THERE], TUE, TUE) == {HERE: Figures(loans=1, borrowers=1), THERE: Figures()}
    with store.write() as connection:
        connection.execute(delete(EVENT_LOG))  # behind its back: what it knows is for the log that ended with "one"
    assert book.totals([HERE], TUE, TUE)[HERE].loans == 1
    grow(11, b"two")
    assert book.totals([HERE], TUE, TUE)[HERE].loans == 1
    grow(12, b"three")
    assert book.totals([HERE], TUE, TUE)[HERE].loans == 2
    assert book.daily([HERE], TUE, TUE)[HERE][TUE].loans == 2
    assert sum(book.hourly({HERE: TUE})[HERE][Figure.LOANS]) == 2


ACTIONS = st.tuples(
    st.sampled_from([MON, TUE]), st.integers(0, 3), st.booleans(), st.sampled_from(["applied", "deferred"])
)


@given(st.lists(ACTIONS, max_size=12))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_loans_and_undos_count_as_on_paper(store: Store, actions: list[tuple[date, int, bool, str]]) -> None:
    loans: Counter[date] = Counter()
    borrowers: set[int] = set()
    with store.write() as connection:
        connection.execute(delete(EVENT_LOG))
        log = Log(connection)
        for number, (on, member, undone, outcome) in enumerate(actions, start=100):
            event_id = log.add(lent(number, member, on), on, outcome=outcome)
            if undone and outcome == "applied":
                log.add(e.LoanUndone(event_id, key(number)), on)
            elif outcome == "applied":
                loans[on] += 1
                borrowers.add(member)
        span, hours = total(connection, HERE, MON, TUE), hourly(connection, HERE, TUE)
        by_day = daily(connection, HERE, MON, TUE)
    assert (span.loans, span.borrowers) == (sum(loans.values()), len(borrowers))
    assert {day: figures.loans for day, figures in by_day.items()} == dict(loans)
    assert hours[Figure.LOANS][9] == loans[TUE]


def taken(receipt: int, amount_rp: int, on: date = TUE) -> e.PaymentTaken:
    kind = ReceiptKind.PAYMENT if amount_rp > 0 else ReceiptKind.REFUND
    numbered = key(receipt), "KW/L1/2026", receipt, f"{receipt:05}/KW/L1/XI/2026"
    return e.PaymentTaken(*numbered, kind, on, PayMethod.CASH, amount_rp, ())


def voided(receipt: int, on: date = TUE) -> e.ReceiptVoided:
    return e.ReceiptVoided(key(receipt), on, "salah orang")


def test_receipts_are_counted_in_rupiah_and_what_went_back_comes_off_on_its_own_day(store: Store) -> None:
    with store.write() as connection:
        log = Log(connection)
        log.add(taken(1, 5_000, MON), MON)
        for event in (taken(2, 12_500), taken(3, -2_000), voided(1), taken(4, 700, TUE)):
            log.add(event)
        log.add(taken(5, 900), library=THERE)
        days = daily(connection, HERE, MON, TUE)
        assert {day: figures.receipts_rp for day, figures in days.items()} == {MON: 5_000, TUE: 6_200}
        assert total(connection, HERE, MON, TUE) == Figures(receipts_rp=11_200)
        assert over_all([total(connection, one, TUE, TUE) for one in (HERE, THERE)]).receipts_rp == 7_100


def test_a_day_on_which_more_went_back_is_below_nought(store: Store) -> None:
    with store.write() as connection:
        log = Log(connection)
        log.add(taken(1, 5_000, MON), MON)
        log.add(voided(1))
        assert total(connection, HERE, TUE, TUE).receipts_rp == -5_000
        assert daily(connection, HERE, TUE, TUE)[TUE].receipts_rp == -5_000


def test_money_said_twice_or_not_booked_yet_counts_once_it_is(store: Store) -> None:
    with store.write() as connection:
        log = Log(connection)
        log.add(taken(1, 5_000))
        log.add(taken(1, 5_000), outcome="recorded")
        log.add(voided(1), MON)
        log.add(voided(1), outcome="recorded")
        log.add(taken(2, 300), outcome="deferred")
        log.add(taken(3, 40), outcome="deferred", replayed=9)
        log.add(taken(4, 1), outcome="deferred", body="{")
        assert total(connection, HERE, MON, TUE).receipts_rp == 40
        assert total(connection, HERE, TUE, TUE).receipts_rp == 5_040


RECEIPTS = st.lists(
    st.tuples(st.sampled_from([MON, TUE]), st.integers(-90_000, 90_000), st.sampled_from([None, MON, TUE])), max_size=12
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(receipts=RECEIPTS)
def test_any_receipts_and_voids_add_up_as_on_paper(store: Store, receipts: list[tuple[date, int, date | None]]) -> None:
    paper = Counter({MON: 0, TUE: 0})
    with store.write() as connection:
        connection.execute(delete(EVENT_LOG))
        log = Log(connection)
        for number, (on, amount_rp, void_on) in enumerate(receipts, start=1):
            log.add(taken(number, amount_rp, on), on)
            paper[on] += amount_rp
            if void_on is not None:
                log.add(voided(number, void_on), void_on)
                paper[void_on] -= amount_rp
        for day, amount_rp in paper.items():
            assert total(connection, HERE, day, day).receipts_rp == amount_rp
        assert total(connection, HERE, MON, TUE).receipts_rp == paper.total()
