"""The drawer of a desk: opened, counted, handed over; and days that are settled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fakes import CIRCULATION, SUPERVISOR, TODAY, FakeClock, new_desk, operator
from hypothesis import given
from hypothesis import strategies as st
from stock import event_types, journal, row
from tills import (
    TREASURER,
    add_station,
    add_treasurer,
    invalid,
    pieces,
    refusal,
    sit_down,
    supervisors_word,
    take,
    void,
)

from loket.domain import events as e
from loket.domain.entities import CashDay, CashShift, HandOver, PayMethod, Role
from loket.domain.errors import RefusalCode as R
from loket.services import cash_days, cash_shift
from loket.services.circulation import Approval
from loket.services.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    add_treasurer(made)
    yield made
    made.database.close()


def clock_of(desk: Desk) -> FakeClock:
    assert isinstance(desk.clock, FakeClock)
    return desk.clock


def closed(desk: Desk, rp: int | None = None, left_rp: int = 0, why: str = "selisih contoh") -> CashShift:
    """Count exactly what should be there, unless told otherwise."""
    view = cash_shift.current_shift(desk)
    assert view is not None
    found_rp = view.expected_rp if rp is None else rp
    return cash_shift.close_shift(desk, pieces(found_rp), left_rp, why)


# ---- a shift ------------------------------------------------------------------------------------------------------


def test_a_drawer_from_its_float_to_the_count(desk):
    assert (cash_shift.current_shift(desk), cash_shift.last_float(desk)) == (None, 0)
    opened = cash_shift.open_shift(desk, 200_000)
    assert (opened.opened_on, opened.float_rp, opened.station_id) == (TODAY, 200_000, desk.station.id)
    first = take(desk, 5_000)
    take(desk, 12_500)
    take(desk, 7_000, method=PayMethod.QRIS)
    take(desk, 3_000, method=PayMethod.TRANSFER, direct=False)
    take(desk, -2_500)  # given back
    void(desk, first.id)
    view = cash_shift.current_shift(desk)
    assert (view.cash_in_rp, view.cash_out_rp, view.receipts, view.voids) == (17_500, 7_500, 5, 1)
    assert (view.qris_rp, view.transfer_rp, view.noncash_rp) == (7_000, 3_000, 10_000)
    assert (view.expected_rp, view.opened_by, view.station_code) == (210_000, "Sirkulasi", "L1")
    with desk.view() as act:
        assert cash_days.drawer_rp(act, view.shift) == 210_000
    done = cash_shift.close_shift(desk, pieces(209_500), 150_000, "  kurang   kembalian ")
    assert (done.expected_rp, done.counted_rp, done.left_rp, done.noncash_rp) == (210_000, 209_500, 150_000, 10_000)
    assert (done.explanation, done.closed_on) == ("kurang kembalian", TODAY)
    assert cash_shift.read_counts(done.counts) == {100_000: 2, 5_000: 1, 2_000: 2, 500: 1}
    assert (cash_shift.current_shift(desk), cash_shift.last_float(desk)) == (None, 150_000)
    (waiting,) = cash_shift.waiting_shifts(desk)
    assert (waiting.difference_rp, waiting.to_hand_rp, waiting.closed_by) == (-500, 59_500, "Sirkulasi")


def test_a_void_of_a_refund_puts_the_money_back_into_the_drawer(desk):
    cash_shift.open_shift(desk, 10_000)
    back = take(desk, -4_000)
    void(desk, back.id)
    view = cash_shift.current_shift(desk)
    assert (view.cash_in_rp, view.cash_out_rp, view.expected_rp) == (4_000, 4_000, 10_000)


def test_a_void_counts_in_the_drawer_it_was_paid_back_from(desk):
    cash_shift.open_shift(desk, 0)
    receipt = take(desk, 5_000)
    before = closed(desk)
    clock_of(desk).advance(days=1)
    cash_shift.open_shift(desk, 50_000)
    void(desk, receipt.id)
    view = cash_shift.current_shift(desk)
    assert (view.expected_rp, view.cash_out_rp, view.receipts, view.voids) == (45_000, 5_000, 0, 1)
    assert row(desk, CashShift, before.id) == before  # a closed drawer never changes


def test_one_drawer_at_a_desk_and_one_at_the_next(desk):
    cash_shift.open_shift(desk, 0)
    refused = refusal(cash_shift.open_shift, desk, 0)
    assert (refused.code, refused.params) == (R.SHIFT_OPEN, {"since": TODAY})
    here, desk.station = desk.station, add_station(desk, "L2")
    assert cash_shift.current_shift(desk) is None
    other = cash_shift.open_shift(desk, 5_000)
    take(desk, 1_000)
    assert cash_shift.current_shift(desk).expected_rp == 6_000
    desk.station = here
    assert cash_shift.current_shift(desk).expected_rp == 0
    assert cash_shift.shifts(desk, TODAY, TODAY)[0].shift.id == other.id
    assert len(cash_shift.shifts(desk, TODAY, TODAY, here=True)) == 1
    assert cash_shift.shifts(desk, TODAY + timedelta(days=1), TODAY + timedelta(days=9)) == []


def test_a_shift_over_midnight_is_closed_the_next_day(desk):
    clock_of(desk).set(datetime(2026, 11, 24, 15, 50, tzinfo=UTC))  # ten to midnight in Makassar
    cash_shift.open_shift(desk, 0)
    take(desk, 5_000)
    clock_of(desk).advance(minutes=20)
    take(desk, 2_000)
    done = closed(desk)
    assert (done.opened_on, done.closed_on, done.counted_rp) == (TODAY, TODAY + timedelta(days=1), 7_000)
    assert cash_days.day_view(desk, TODAY).cash_rp == 5_000
    assert cash_days.day_view(desk, TODAY + timedelta(days=1)).cash_rp == 2_000


def test_what_cannot_be_counted(desk):
    assert refusal(cash_shift.close_shift, desk, {}, 0).code is R.NO_OPEN_SHIFT
    for float_rp in (-1, cash_shift.MOST_RP + 1):
        assert invalid(cash_shift.open_shift, desk, float_rp)[:2] == ("float_rp", "amount_range")
    cash_shift.open_shift(desk, 1_000)
    for counts in ({75_000: 1}, {1_000: -1}, {100: cash_shift.MOST_PIECES + 1}):
        assert invalid(cash_shift.close_shift, desk, counts, 0)[:2] == ("counts", "count_unreadable")
    for left_rp in (-1, 1_001):
        wrong = invalid(cash_shift.close_shift, desk, pieces(1_000), left_rp)
        assert wrong == ("left_rp", "left_too_much", {"counted_rp": 1_000})
    for counted, difference in ((900, -100), (1_100, 100)):
        wrong = invalid(cash_shift.close_shift, desk, pieces(counted), 0, "  ")
        assert wrong == ("explanation", "difference_unexplained", {"difference_rp": difference})
    assert invalid(cash_shift.close_shift, desk, pieces(900), 0, "x" * 301)[1] == "text_too_long"
    assert cash_shift.current_shift(desk) is not None  # nothing of all that closed it


def test_who_may_open_and_close(desk):
    desk.operator = None
    assert refusal(cash_shift.open_shift, desk, 0).code is R.NOT_SIGNED_IN
    cataloguer = replace(operator(desk, CIRCULATION), roles=(Role.CATALOGUER,))
    desk.operator = cataloguer
    assert refusal(cash_shift.open_shift, desk, 0).code is R.ROLE_MISSING
    sit_down(desk, CIRCULATION)
    cash_shift.open_shift(desk, 0)
    desk.operator = cataloguer
    assert refusal(cash_shift.close_shift, desk, {}, 0).code is R.ROLE_MISSING
    clock_of(desk).set(clock_of(desk).now() - timedelta(days=2))
    sit_down(desk, CIRCULATION)
    assert refusal(cash_shift.close_shift, desk, {}, 0).code is R.CLOCK_DOUBTFUL


@given(st.dictionaries(st.sampled_from(cash_shift.DENOMINATIONS), st.integers(0, 99)))
def test_counts_are_read_back_as_they_were_written(counts):
    written = cash_shift.written_counts(counts)
    read = cash_shift.read_counts(written)
    assert read == {denomination: many for denomination, many in counts.items() if many}
    assert cash_shift.counted_rp(read) == sum(denomination * many for denomination, many in counts.items())


# ---- handed over ----------------------------------------------------------------------------------------------------


def test_two_shifts_handed_over_together(desk):
    ids = []
    for taken, left in ((40_000, 10_000), (25_000, 5_000)):
        cash_shift.open_shift(desk, 10_000)
        take(desk, taken)
        take(desk, 3_000, method=PayMethod.QRIS)
        ids.append(closed(desk, left_rp=left).id)
    handed = cash_shift.hand_over(desk, [*ids, ids[0]])
    assert (handed.cash_rp, handed.noncash_rp) == (40_000 + 30_000, 6_000)
    assert (handed.running, handed.handed_on, handed.handed_by) == (1, TODAY, operator(desk, CIRCULATION).id)
    assert handed.number.startswith("00001/ST/L1/")
    assert {row(desk, CashShift, shift_id).hand_over_id for shift_id in ids} == {handed.id}
    assert cash_shift.waiting_shifts(desk) == []
    assert refusal(cash_shift.hand_over, desk, ids).code is R.NOTHING_TO_HAND_OVER
    assert handed.received_on is None


def test_only_closed_shifts_of_this_desk_are_handed_over(desk):
    opened = cash_shift.open_shift(desk, 0)
    for ids in ([], [opened.id], ["f" * 32]):
        assert refusal(cash_shift.hand_over, desk, ids).code is R.NOTHING_TO_HAND_OVER
    closed(desk)
    desk.station = add_station(desk, "L2")
    assert refusal(cash_shift.hand_over, desk, [opened.id]).code is R.NOTHING_TO_HAND_OVER


def test_the_treasurer_closes_hands_over_and_receives_in_one(desk):
    cash_shift.open_shift(desk, 0)
    take(desk, 5_000)
    assert refusal(cash_shift.close_shift, desk, pieces(5_000), 0, to_treasurer=True).code is R.ROLE_MISSING
    sit_down(desk, TREASURER)
    done = cash_shift.close_shift(desk, pieces(5_000), 0, to_treasurer=True)
    assert event_types(desk, 3) == ["ShiftClosed", "CashHandedOver", "HandOverReceived"]
    handed = row(desk, HandOver, done.hand_over_id)
    assert (handed.cash_rp, handed.received_rp, handed.received_on) == (5_000, 5_000, TODAY)
    assert handed.handed_by == handed.received_by == operator(desk, TREASURER).id


# ---- settled days ---------------------------------------------------------------------------------------------------


def test_a_settled_day_takes_no_more_and_opens_only_with_a_reason(desk):
    cash_shift.open_shift(desk, 0)
    take(desk, 5_000)
    gone = take(desk, 1_000)
    void(desk, gone.id)
    take(desk, 2_000, method=PayMethod.QRIS)
    refused = refusal(cash_days.lock_day, desk, TODAY)
    assert (refused.code, refused.params) == (R.SHIFT_OPEN, {"since": TODAY})
    closed(desk)
    day = cash_days.lock_day(desk, TODAY)
    assert (day.locked, day.receipts, day.cash_rp, day.noncash_rp) == (True, 3, 5_000, 2_000)
    assert (cash_days.day_view(desk, TODAY).locked, day.locked_by) == (True, operator(desk, CIRCULATION).id)
    for work in (lambda: cash_shift.open_shift(desk, 0), lambda: cash_days.lock_day(desk, TODAY)):
        assert refusal(work).code is R.DAY_LOCKED
    with desk.view() as act:
        assert cash_days.is_locked(act, TODAY)
        assert not cash_days.is_locked(act, TODAY + timedelta(days=1))
    nobody = Approval(operator(desk, CIRCULATION).id, "mau saja")
    assert refusal(cash_days.reopen_day, desk, TODAY, nobody).code is R.APPROVAL_NEEDED
    assert invalid(cash_days.reopen_day, desk, TODAY, supervisors_word(desk, "  "))[1] == "reason_missing"
    again = cash_days.reopen_day(desk, TODAY, supervisors_word(desk))
    assert (again.id, again.locked, again.reopened_why) == (day.id, False, "salah hitung")
    assert again.reopened_by == operator(desk, SUPERVISOR).id
    assert isinstance(journal(desk)[-1].event, e.CashDayReopened)
    assert refusal(cash_days.reopen_day, desk, TODAY, supervisors_word(desk)).code is R.DAY_NOT_LOCKED
    cash_shift.open_shift(desk, 0)
    take(desk, 500)
    closed(desk)
    relocked = cash_days.lock_day(desk, TODAY)
    assert (relocked.id, relocked.receipts, relocked.cash_rp) == (day.id, 4, 5_500)
    assert row(desk, CashDay, day.id) == relocked


def test_a_day_is_settled_at_its_own_desk(desk):
    cash_days.lock_day(desk, TODAY)
    desk.station = add_station(desk, "L2")
    assert cash_shift.open_shift(desk, 0).opened_on == TODAY
    assert invalid(cash_days.lock_day, desk, TODAY + timedelta(days=1))[1] == "date_future"


def test_yesterday_is_settled_while_todays_drawer_is_open(desk):
    clock_of(desk).advance(days=1)
    cash_shift.open_shift(desk, 0)
    assert cash_days.lock_day(desk, TODAY).locked
    clock_of(desk).advance(days=1)
    refused = refusal(cash_days.lock_day, desk, TODAY + timedelta(days=1))
    assert (refused.code, refused.params["since"]) == (R.SHIFT_OPEN, TODAY + timedelta(days=1))
