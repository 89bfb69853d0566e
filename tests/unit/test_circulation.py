"""Lending, renewing, returning and declaring, on a real encrypted database file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import TODAY, FakeClock, new_desk
from stock import (
    APPROVAL,
    add_item,
    add_member,
    add_title,
    adopt,
    change_member,
    close_days,
    event_types,
    journal,
    open_loans,
    row,
    set_rule,
)

from loket.domain import events as e
from loket.domain.entities import Charge, Counting, FineMode, Item, ItemStatus, Loan, LoanEnd, Member
from loket.domain.errors import RefusalCode as R
from loket.domain.errors import Refused
from loket.domain.policy import DEFAULT_POLICY
from loket.services.circulation import Approval, check_in, check_out, declare, renew
from loket.services.desk import Desk, confirm_clock

WEEK = TODAY + timedelta(days=7)  # Tuesday 1 December 2026


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def member_id(desk: Desk) -> str:
    return add_member(desk)


@pytest.fixture
def item_id(desk: Desk) -> str:
    return add_item(desk)


def refusal(work, *args, **kwargs) -> Refused:
    with pytest.raises(Refused) as refused:
        work(*args, **kwargs)
    return refused.value


def clock_of(desk: Desk) -> FakeClock:
    assert isinstance(desk.clock, FakeClock)
    return desk.clock


# ---- lending ------------------------------------------------------------------------------------------------------


def test_a_loan_by_default_rules(desk, member_id, item_id):
    lent = check_out(desk, member_id=member_id, item_id=item_id)
    assert (lent.loan.due_on, lent.due.loan_days, lent.policy) == (WEEK, 7, DEFAULT_POLICY)
    assert row(desk, Loan, lent.loan.id) == lent.loan
    assert row(desk, Item, item_id).loan_id == lent.loan.id
    assert (lent.loan.end, lent.loan.lent_on, lent.member.id, lent.biblio.title) == (
        LoanEnd.OPEN,
        TODAY,
        member_id,
        "Judul B1",
    )
    found = journal(desk)[-1]
    assert found.stamp.event_id == lent.event_id
    terms = (DEFAULT_POLICY.id, TODAY, WEEK, DEFAULT_POLICY.max_items)
    assert found.event == e.ItemLent(lent.loan.id, member_id, item_id, lent.biblio.id, *terms, item_seen_at=None)


def test_the_business_date_is_the_librarys_own(desk, member_id, item_id):
    clock_of(desk).set(datetime(2026, 11, 24, 16, 30, tzinfo=UTC))  # half past midnight in Makassar
    lent = check_out(desk, member_id=member_id, item_id=item_id)
    assert lent.loan.lent_on == date(2026, 11, 25)
    assert journal(desk)[-1].stamp.business_on == date(2026, 11, 25)


def test_the_action_began_at_its_first_scan(desk, member_id, item_id):
    now = clock_of(desk).now()
    check_out(desk, member_id=member_id, item_id=item_id, began_at=now - timedelta(seconds=40))
    stamp = journal(desk)[-1].stamp
    assert (stamp.began_at, stamp.done_at) == (now - timedelta(seconds=40), now)
    other = add_item(desk, "B2")
    check_out(desk, member_id=member_id, item_id=other, began_at=now + timedelta(hours=1))
    assert journal(desk)[-1].stamp.began_at == now  # a scan is never after its own end


def test_a_copy_is_lent_once(desk, member_id, item_id):
    check_out(desk, member_id=member_id, item_id=item_id)
    before = journal(desk)
    for borrower in (member_id, add_member(desk, "M-2")):
        assert refusal(check_out, desk, member_id=borrower, item_id=item_id, approval=APPROVAL).code is R.ITEM_ON_LOAN
    assert [found.event for found in journal(desk)[len(before) :]] == [journal(desk)[-1].event]  # only the new member


def test_limit_of_two_then_one_back_then_again(desk, member_id):
    items = [add_item(desk, f"B{n}") for n in range(4)]
    for item_id in items[:2]:
        check_out(desk, member_id=member_id, item_id=item_id)
    refused = refusal(check_out, desk, member_id=member_id, item_id=items[2])
    assert (refused.code, refused.params, refused.overridable) == (R.ITEM_LIMIT, {"limit": 2, "has": 2}, True)
    check_in(desk, item_id=items[0])
    check_out(desk, member_id=member_id, item_id=items[2])
    assert len(open_loans(desk, member_id)) == 2


def test_terms_come_from_the_written_policy(desk, item_id):
    adopt(desk, member_type="pelajar", collection_kind="umum", loan_days=3, counting=Counting.OPEN_DAYS, max_items=5)
    adopt(desk, member_type="asn", loan_days=30)
    pupil = add_member(desk, "P-1", member_type="pelajar")
    lent = check_out(desk, member_id=pupil, item_id=item_id)
    assert (lent.loan.due_on, lent.policy.loan_days) == (date(2026, 11, 27), 3)
    assert journal(desk)[-1].event.max_items == 5


def test_closed_days_and_the_cards_expiry_reach_the_due_date(desk):
    close_days(desk, WEEK, WEEK + timedelta(days=1))
    free = check_out(desk, member_id=add_member(desk, "M-7"), item_id=add_item(desk, "B7"))
    assert (free.loan.due_on, free.due.closed_days) == (WEEK + timedelta(days=2), 2)
    capped = add_member(desk, "M-8", valid_until=date(2026, 11, 29))  # a Sunday
    lent = check_out(desk, member_id=capped, item_id=add_item(desk, "B8"))
    assert (lent.loan.due_on, lent.due.capped) == (date(2026, 11, 28), True)


def test_a_rule_changed_is_in_force_at_the_next_scan(desk, member_id, item_id):
    check_out(desk, member_id=member_id, item_id=item_id)
    set_rule(desk, "push_off_closed", "never")
    close_days(desk, WEEK)
    lent = check_out(desk, member_id=member_id, item_id=add_item(desk, "B2"))
    assert lent.loan.due_on == WEEK


def test_a_rule_that_was_taken_back_is_not_in_force(desk, member_id, item_id):
    with suppress(ZeroDivisionError), desk.action() as act:
        act.record(e.RuleSet("same_title_once", "false"))
        assert act.rules.settings.same_title_once is False
        raise ZeroDivisionError
    with desk.action() as act:
        assert act.rules.settings.same_title_once is True


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"valid_until": TODAY - timedelta(days=1)}, R.MEMBER_EXPIRED),
        ({"pending": True}, R.MEMBER_PENDING),
    ],
)
def test_a_blocked_member(desk, item_id, fields, code):
    assert refusal(check_out, desk, member_id=add_member(desk, **fields), item_id=item_id).code is code
    assert row(desk, Item, item_id).loan_id is None


def test_reference_copies_are_never_lent_not_even_with_an_approval(desk, member_id):
    item_id = add_item(desk, "R1", collection_kind="referensi")
    before = len(journal(desk))
    refused = refusal(check_out, desk, member_id=member_id, item_id=item_id, approval=APPROVAL)
    assert (refused.code, refused.overridable) == (R.KIND_NEVER_LENT, False)
    assert len(journal(desk)) == before


# ---- overrides ----------------------------------------------------------------------------------------------------


def test_an_override_is_recorded_before_the_loan_with_all_it_waived(desk, item_id):
    member_id = add_member(desk, valid_until=TODAY - timedelta(days=1))
    change_member(desk, member_id, suspended_until=TODAY)
    lent = check_out(desk, member_id=member_id, item_id=item_id, approval=Approval(APPROVAL.supervisor_id, " izin "))
    granted, loan = (found.event for found in journal(desk)[-2:])
    assert granted == e.OverrideGranted(
        loan.override_id, APPROVAL.supervisor_id, ("member_expired", "member_suspended"), "izin", member_id, item_id
    )
    assert [block.code for block in lent.overridden] == [R.MEMBER_EXPIRED, R.MEMBER_SUSPENDED]
    assert lent.loan.due_on == WEEK  # an expired card caps nothing: somebody let it pass


@pytest.mark.parametrize("reason", ["", "  "])
def test_an_override_needs_a_reason(desk, item_id, reason):
    member_id = add_member(desk, valid_until=TODAY - timedelta(days=1))
    before = len(journal(desk))
    approval = Approval(APPROVAL.supervisor_id, reason)
    assert refusal(check_out, desk, member_id=member_id, item_id=item_id, approval=approval).code is R.OVERRIDE_REASON
    assert len(journal(desk)) == before


def test_one_rule_that_cannot_be_waived_stops_the_rest(desk):
    member_id = add_member(desk, valid_until=TODAY - timedelta(days=1))
    item_id = add_item(desk, "R1", collection_kind="deposit")
    refused = refusal(check_out, desk, member_id=member_id, item_id=item_id, approval=APPROVAL)
    assert (refused.code, refused.overridable) == (R.MEMBER_EXPIRED, False)
    assert [block.code for block in refused.others] == [R.KIND_NEVER_LENT]


def test_no_approval_is_recorded_where_nothing_was_in_the_way(desk, member_id, item_id):
    check_out(desk, member_id=member_id, item_id=item_id, approval=APPROVAL)
    assert event_types(desk, 2) == ["ItemAdded", "ItemLent"]


# ---- returning ----------------------------------------------------------------------------------------------------


def test_a_return_whoever_brings_it(desk, member_id, item_id):
    lent = check_out(desk, member_id=member_id, item_id=item_id)
    returned = check_in(desk, item_id=item_id)
    assert (returned.member.id, returned.loan.id, returned.open_loans, returned.charge_id) == (
        member_id,
        lent.loan.id,
        0,
        None,
    )
    loan = row(desk, Loan, lent.loan.id)
    assert (loan.end, loan.ended_on, loan.ended_at) == (LoanEnd.RETURNED, TODAY, clock_of(desk).now())
    assert row(desk, Item, item_id).loan_id is None
    assert refusal(check_in, desk, item_id=item_id).code is R.ITEM_NOT_ON_LOAN


def fined(desk: Desk, **terms: Any) -> None:
    given = {"fine_mode": FineMode.MONEY, "fine_per_day_rp": 500, "legal_basis": "Perda 1/2025"} | terms
    adopt(desk, **given)


def test_a_late_return_costs_by_the_policy_of_the_loan_not_by_todays(desk, member_id, item_id):
    fined(desk)
    check_out(desk, member_id=member_id, item_id=item_id)
    fined(desk, fine_per_day_rp=9000)
    clock_of(desk).advance(days=10)  # due Tuesday 1, back Friday 4 December
    returned = check_in(desk, item_id=item_id)
    assert (returned.lateness.counted_days, returned.lateness.fine_rp) == (3, 1500)
    charge = row(desk, Charge, returned.charge_id)
    assert (charge.amount_rp, charge.kind, charge.member_id, charge.loan_id) == (
        1500,
        "fine",
        member_id,
        returned.loan.id,
    )
    refused = refusal(check_out, desk, member_id=member_id, item_id=item_id)
    assert (refused.code, refused.params["owed_rp"]) == (R.MEMBER_OWES, 1500)


def test_a_retired_policy_still_rules_its_loans(desk, member_id, item_id):
    fined(desk)
    lent = check_out(desk, member_id=member_id, item_id=item_id)
    with desk.action() as act:
        act.record(e.PolicyRetired(lent.policy.id))
    clock_of(desk).advance(days=8)
    assert check_in(desk, item_id=item_id).lateness.fine_rp == 500


def test_suspensions_add_up_and_end(desk, member_id):
    adopt(desk, fine_mode=FineMode.SUSPENSION, suspension_per_day_days=2)
    items = [add_item(desk, f"B{n}") for n in (1, 2)]
    for item_id in items:
        check_out(desk, member_id=member_id, item_id=item_id)
    clock_of(desk).advance(days=8)  # one day late each
    for item_id in items:
        check_in(desk, item_id=item_id)
    until = row(desk, Member, member_id).suspended_until
    assert until == WEEK + timedelta(days=1 + 2 + 2)
    assert refusal(check_out, desk, member_id=member_id, item_id=items[0]).code is R.MEMBER_SUSPENDED
    clock_of(desk).advance(days=5)
    check_out(desk, member_id=member_id, item_id=items[0])


# ---- renewing -----------------------------------------------------------------------------------------------------


def test_a_renewal_counts_from_today(desk, member_id, item_id):
    lent = check_out(desk, member_id=member_id, item_id=item_id)
    clock_of(desk).advance(days=6)
    renewed = renew(desk, item_id=item_id)
    assert (renewed.loan.due_on, renewed.loan.renewals) == (WEEK + timedelta(days=6), 1)
    assert row(desk, Loan, lent.loan.id) == renewed.loan
    clock_of(desk).advance(days=1)
    refused = refusal(renew, desk, item_id=item_id)
    assert (refused.code, refused.overridable) == (R.RENEWAL_LIMIT, True)
    assert renew(desk, item_id=item_id, approval=APPROVAL).loan.renewals == 2
    assert event_types(desk, 2) == ["OverrideGranted", "LoanRenewed"]


def test_a_renewal_the_same_day_gains_nothing(desk, member_id, item_id):
    check_out(desk, member_id=member_id, item_id=item_id)
    assert refusal(renew, desk, item_id=item_id, approval=APPROVAL).code is R.RENEWAL_NO_GAIN


def test_an_overdue_loan_is_not_renewed_by_default_and_is_not_its_own_obstacle(desk, member_id, item_id):
    check_out(desk, member_id=member_id, item_id=item_id)
    clock_of(desk).advance(days=8)
    refused = refusal(renew, desk, item_id=item_id)
    assert (refused.code, refused.others) == (R.RENEWAL_OVERDUE, ())
    set_rule(desk, "renew_overdue", True)
    assert renew(desk, item_id=item_id).loan.due_on == TODAY + timedelta(days=15)


def test_what_is_not_out_cannot_be_renewed(desk, item_id):
    assert refusal(renew, desk, item_id=item_id).code is R.ITEM_NOT_ON_LOAN


# ---- declaring ----------------------------------------------------------------------------------------------------


def test_lost_ends_the_loan_and_charges_its_member(desk, member_id, item_id):
    lent = check_out(desk, member_id=member_id, item_id=item_id)
    declared = declare(desk, item_id=item_id, status=ItemStatus.LOST, note="banjir", charge_rp=80_000)
    assert (declared.was, declared.charge_rp, declared.item.status, declared.item.note, declared.item.loan_id) == (
        ItemStatus.AVAILABLE,
        80_000,
        ItemStatus.LOST,
        "banjir",
        None,
    )
    assert row(desk, Loan, lent.loan.id).end is LoanEnd.LOST
    assert open_loans(desk, member_id) == []
    assert refusal(check_out, desk, member_id=add_member(desk, "M-2"), item_id=item_id).code is R.ITEM_STATUS


def test_a_damaged_copy_brought_back_is_not_lent_on(desk, member_id, item_id):
    """Damaged is said while the member stands there (only then can it be charged), then the book is taken back."""
    check_out(desk, member_id=member_id, item_id=item_id)
    declare(desk, item_id=item_id, status=ItemStatus.DAMAGED, charge_rp=5_000)
    check_in(desk, item_id=item_id)
    assert row(desk, Item, item_id).status is ItemStatus.DAMAGED
    assert refusal(check_out, desk, member_id=add_member(desk, "M-2"), item_id=item_id).code is R.ITEM_STATUS


def test_nobody_is_charged_for_a_copy_on_the_shelf(desk, item_id):
    declared = declare(desk, item_id=item_id, status=ItemStatus.DAMAGED, charge_rp=5_000)
    assert (declared.charge_rp, declared.member) == (0, None)
    assert journal(desk)[-1].event.charge_id is None


def test_a_copy_on_loan_is_not_said_to_be_on_the_shelf(desk, member_id, item_id):
    check_out(desk, member_id=member_id, item_id=item_id)
    for status in (ItemStatus.AVAILABLE, ItemStatus.REPAIR, ItemStatus.MISSING, ItemStatus.WITHDRAWN):
        assert refusal(declare, desk, item_id=item_id, status=status).code is R.ITEM_HAS_LOAN


def test_a_lost_copy_found_again_can_be_lent(desk, member_id, item_id):
    declare(desk, item_id=item_id, status=ItemStatus.MISSING)
    declare(desk, item_id=item_id, status=ItemStatus.AVAILABLE)
    check_out(desk, member_id=member_id, item_id=item_id)


# ---- visits -------------------------------------------------------------------------------------------------------


def test_a_borrower_counts_as_a_visitor_once_an_hour_when_the_rule_says_so(desk, member_id):
    adopt(desk, max_items=9, max_titles=9)
    set_rule(desk, "visit_on_loan", True)
    visits = []
    for number, minutes in enumerate((0, 59, 1)):
        clock_of(desk).advance(minutes=minutes)
        check_out(desk, member_id=member_id, item_id=add_item(desk, f"B{number}"))
        visits.append(sum(isinstance(found.event, e.VisitRecorded) for found in journal(desk)))
    assert visits == [1, 1, 2]


# ---- the clock ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("moved", [{"minutes": -6}, {"days": -400}, {"days": 46}])
def test_no_due_date_is_promised_on_a_date_nobody_trusts(desk, member_id, item_id, moved):
    clock_of(desk).set(clock_of(desk).now() + timedelta(**moved))
    refused = refusal(check_out, desk, member_id=member_id, item_id=item_id)
    assert (refused.code, refused.params) == (R.CLOCK_DOUBTFUL, {"today": desk.today()})
    confirm_clock(desk)
    check_out(desk, member_id=member_id, item_id=item_id)
    assert event_types(desk, 2) == ["ClockConfirmed", "ItemLent"]
    assert journal(desk)[-1].stamp.clock_quality == "plausible"


@pytest.mark.parametrize("moved", [{"minutes": -4}, {"days": 44}])
def test_a_clock_corrected_a_little_or_a_long_holiday_is_no_reason_to_stop(desk, member_id, item_id, moved):
    clock_of(desk).set(clock_of(desk).now() + timedelta(**moved))
    check_out(desk, member_id=member_id, item_id=item_id)


def test_a_renewal_is_a_promise_too(desk, member_id, item_id):
    check_out(desk, member_id=member_id, item_id=item_id)
    clock_of(desk).advance(days=46)
    assert refusal(renew, desk, item_id=item_id).code is R.CLOCK_DOUBTFUL


@pytest.mark.parametrize("moved", [{"days": -30}, {"days": 100}])
def test_a_return_on_a_wrong_date_does_not_make_the_date_right(desk, member_id, item_id, moved):
    """A book is always taken back; but what was booked on a doubtful clock proves nothing about the clock."""
    check_out(desk, member_id=member_id, item_id=item_id)
    clock_of(desk).set(clock_of(desk).now() + timedelta(**moved))
    check_in(desk, item_id=item_id)
    assert journal(desk)[-1].stamp.clock_quality == "doubtful"
    assert refusal(check_out, desk, member_id=member_id, item_id=item_id).code is R.CLOCK_DOUBTFUL


def test_a_dead_battery_cannot_be_confirmed_away(desk, member_id, item_id):
    right = clock_of(desk).now()
    clock_of(desk).set(datetime(2000, 1, 1, tzinfo=UTC))
    confirm_clock(desk)
    assert refusal(check_out, desk, member_id=member_id, item_id=item_id).code is R.CLOCK_DOUBTFUL
    clock_of(desk).set(right)
    check_out(desk, member_id=member_id, item_id=item_id)


def test_a_wrong_date_confirmed_and_then_put_right_is_asked_about_again(desk, member_id, item_id):
    right = clock_of(desk).now()
    clock_of(desk).advance(days=60)
    confirm_clock(desk)
    clock_of(desk).set(right)
    assert refusal(check_out, desk, member_id=member_id, item_id=item_id).code is R.CLOCK_DOUBTFUL
    confirm_clock(desk)
    assert check_out(desk, member_id=member_id, item_id=item_id).loan.due_on == WEEK


def test_one_title_twice_needs_a_supervisor(desk, member_id):
    title = add_title(desk)
    one, two = add_item(desk, "B1", title), add_item(desk, "B2", title)
    check_out(desk, member_id=member_id, item_id=one)
    refused = refusal(check_out, desk, member_id=member_id, item_id=two)
    assert (refused.code, refused.overridable) == (R.SAME_TITLE, True)
    assert (
        check_out(desk, member_id=member_id, item_id=two, approval=replace(APPROVAL)).overridden[0].code is R.SAME_TITLE
    )
