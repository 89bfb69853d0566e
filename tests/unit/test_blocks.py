"""What stands in the way of a loan or a renewal: each rule, their order, and which a supervisor may waive."""

from datetime import UTC, date, datetime, timedelta

import pytest

from loket.domain.circulation import (
    DueDate,
    is_expired,
    is_overdue,
    is_suspended,
    loan_blocks,
    member_blocks,
    renewal_blocks,
)
from loket.domain.entities import Charge, Counting, Item, ItemStatus, Loan, LoanPolicy, Member
from loket.domain.errors import RefusalCode as R
from loket.domain.errors import Refused
from loket.domain.settings import LimitScope, Settings

TODAY = date(2026, 11, 24)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
AT = datetime(2026, 11, 20, tzinfo=UTC)
POLICY = LoanPolicy("1" * 32)
DEFAULTS = Settings()


def member(**fields) -> Member:
    return Member(**({"id": "m", "member_no": "M-1", "full_name": "Anggota Satu", "member_type": "umum"} | fields))


def loan(
    number: int = 1, biblio: str = "t1", due_on: date = TODAY, policy_id: str = POLICY.id, renewals: int = 0
) -> Loan:
    return Loan(f"l{number}", "m", f"i{number}", biblio, policy_id, TODAY, AT, due_on, renewals)  # type: ignore[arg-type]


def item(**fields) -> Item:
    return Item(**({"id": "i9", "biblio_id": "t9", "barcode": "B9"} | fields))


def charge(amount_rp: int, settled_rp: int = 0) -> Charge:
    return Charge("c", "m", "fine", amount_rp, TODAY, settled_rp=settled_rp)  # type: ignore[arg-type]


def codes(blocks) -> list[R]:
    return [block.code for block in blocks]


@pytest.mark.parametrize(
    ("who", "loans", "charges", "expected"),
    [
        (member(), [], [], []),
        (member(left=True), [], [], [R.MEMBER_LEFT]),
        (member(pending=True), [], [], [R.MEMBER_PENDING]),
        (member(valid_until=YESTERDAY), [], [], [R.MEMBER_EXPIRED]),
        (member(valid_until=TODAY), [], [], []),  # valid through its last day
        (member(suspended_until=TODAY), [], [], [R.MEMBER_SUSPENDED]),
        (member(suspended_until=YESTERDAY), [], [], []),
        (member(), [loan(due_on=TODAY)], [], []),  # due today is not overdue
        (member(), [loan(due_on=YESTERDAY)], [], [R.MEMBER_OVERDUE]),
        (member(), [], [charge(1)], [R.MEMBER_OWES]),
        (member(), [], [charge(500, 500)], []),
    ],
)
def test_each_rule_about_the_member(who, loans, charges, expected):
    assert codes(member_blocks(who, TODAY, loans, charges, DEFAULTS)) == expected


def test_the_gravest_comes_first_and_says_its_values():
    who = member(left=True, pending=True, valid_until=YESTERDAY, suspended_until=TOMORROW)
    late = [loan(1, due_on=YESTERDAY), loan(2, due_on=YESTERDAY), loan(3)]
    blocks = member_blocks(who, TODAY, late, [charge(700), charge(1000, 400)], DEFAULTS)
    assert codes(blocks) == [
        R.MEMBER_LEFT,
        R.MEMBER_PENDING,
        R.MEMBER_EXPIRED,
        R.MEMBER_SUSPENDED,
        R.MEMBER_OVERDUE,
        R.MEMBER_OWES,
    ]
    assert [block.overridable for block in blocks] == [False, False, True, True, True, True]
    assert [block.params for block in blocks[2:]] == [
        {"valid_until": YESTERDAY},
        {"until": TOMORROW},
        {"count": 2},
        {"owed_rp": 1300, "limit_rp": 0},
    ]


@pytest.mark.parametrize(
    ("limit", "owed", "blocked"),
    [(0, 1, True), (0, 0, False), (1000, 1000, False), (1000, 1001, True), (-1, 9_999_999, False)],
)
def test_money_owed_blocks_above_a_limit_only(limit, owed, blocked):
    blocks = member_blocks(member(), TODAY, [], [charge(owed)], Settings(block_unpaid_above_rp=limit))
    assert codes(blocks) == ([R.MEMBER_OWES] if blocked else [])


def test_overdue_loans_need_not_block():
    assert member_blocks(member(), TODAY, [loan(due_on=YESTERDAY)], [], Settings(block_overdue=False)) == ()


@pytest.mark.parametrize("kind", ["referensi", "deposit", "tandon"])
def test_reference_deposit_and_reserve_copies_are_never_lent(kind):
    (block,) = loan_blocks(item(collection_kind=kind), [], POLICY, DEFAULTS)
    assert (block.code, block.params, block.overridable) == (R.KIND_NEVER_LENT, {"kind": kind}, False)


@pytest.mark.parametrize("status", [status for status in ItemStatus if status is not ItemStatus.AVAILABLE])
def test_a_copy_that_is_not_available_is_not_lent(status):
    (block,) = loan_blocks(item(status=status), [], POLICY, DEFAULTS)
    assert (block.code, block.params, block.overridable) == (R.ITEM_STATUS, {"status": status}, False)


def test_the_same_title_twice():
    again = item(biblio_id="t1")
    assert codes(loan_blocks(again, [loan()], POLICY, DEFAULTS)) == [R.SAME_TITLE]
    assert loan_blocks(again, [loan()], POLICY, Settings(same_title_once=False)) == ()


@pytest.mark.parametrize(
    ("titles", "items", "has", "wanted", "expected"),
    [
        (2, 2, ["t1"], "t2", []),
        (2, 2, ["t1", "t2"], "t3", [R.ITEM_LIMIT, R.TITLE_LIMIT]),
        (2, 3, ["t1", "t2"], "t3", [R.TITLE_LIMIT]),
        (3, 2, ["t1", "t2"], "t3", [R.ITEM_LIMIT]),
        (2, 4, ["t1", "t2"], "t1", []),  # a third copy, no third title
        (1, 2, ["t1"], "t1", []),
        (0, 9, [], "t1", [R.TITLE_LIMIT]),
        (9, 0, [], "t1", [R.ITEM_LIMIT]),
    ],
)
def test_the_limit_counts_titles_and_copies(titles, items, has, wanted, expected):
    policy = LoanPolicy("1" * 32, max_titles=titles, max_items=items)
    loans = [loan(number, biblio) for number, biblio in enumerate(has)]
    free = Settings(same_title_once=False)
    assert codes(loan_blocks(item(biblio_id=wanted), loans, policy, free)) == expected


def test_which_loans_count_is_a_setting():
    others = [loan(1, "t1", policy_id="2" * 32), loan(2, "t2", policy_id="2" * 32)]
    assert codes(loan_blocks(item(), others, POLICY, DEFAULTS)) == [R.ITEM_LIMIT, R.TITLE_LIMIT]
    assert loan_blocks(item(), others, POLICY, Settings(limit_scope=LimitScope.SAME_POLICY)) == ()


def test_the_order_of_rules_about_the_copy():
    loans = [loan(1, "t1"), loan(2, "t2")]
    wanted = item(biblio_id="t1", collection_kind="deposit", status=ItemStatus.REPAIR)
    assert codes(loan_blocks(wanted, loans, LoanPolicy("1" * 32, max_titles=1), DEFAULTS)) == [
        R.KIND_NEVER_LENT,
        R.ITEM_STATUS,
        R.SAME_TITLE,
        R.ITEM_LIMIT,
        R.TITLE_LIMIT,
    ]


def due(on: date) -> DueDate:
    return DueDate(on, 7, Counting.CALENDAR)


@pytest.mark.parametrize(
    ("held", "new_due", "settings", "expected"),
    [
        (loan(due_on=TODAY), TOMORROW, DEFAULTS, []),
        (loan(due_on=YESTERDAY), TOMORROW, DEFAULTS, [R.RENEWAL_OVERDUE]),
        (loan(due_on=YESTERDAY), TOMORROW, Settings(renew_overdue=True), []),
        (loan(renewals=1), TOMORROW, DEFAULTS, [R.RENEWAL_LIMIT]),
        (loan(due_on=TOMORROW), TOMORROW, DEFAULTS, [R.RENEWAL_NO_GAIN]),
        (loan(due_on=TOMORROW), TODAY, DEFAULTS, [R.RENEWAL_NO_GAIN]),
        (
            loan(due_on=YESTERDAY, renewals=1),
            YESTERDAY,
            DEFAULTS,
            [R.RENEWAL_OVERDUE, R.RENEWAL_LIMIT, R.RENEWAL_NO_GAIN],
        ),
    ],
)
def test_renewals(held, new_due, settings, expected):
    assert codes(renewal_blocks(held, due(new_due), POLICY, settings, TODAY)) == expected


def test_a_renewal_without_gain_cannot_be_waived():
    (block,) = renewal_blocks(loan(due_on=TOMORROW), due(TOMORROW), POLICY, DEFAULTS, TODAY)
    assert not block.overridable


def test_the_edges_of_a_day():
    assert not is_overdue(loan(due_on=TODAY), TODAY)
    assert is_overdue(loan(due_on=TODAY), TOMORROW)
    assert not is_expired(member(valid_until=TODAY), TODAY)
    assert is_expired(member(valid_until=TODAY), TOMORROW)
    assert not is_expired(member(valid_until=None), TODAY)
    assert is_suspended(member(suspended_until=TODAY), TODAY)
    assert not is_suspended(member(suspended_until=TODAY), TOMORROW)


def test_a_refusal_names_the_first_rule_and_carries_the_others():
    blocks = member_blocks(member(pending=True, valid_until=YESTERDAY), TODAY, [], [], DEFAULTS)
    refused = Refused.by(blocks)
    assert (refused.code, codes(refused.others), refused.overridable) == (R.MEMBER_PENDING, [R.MEMBER_EXPIRED], False)
    refused = Refused.by(blocks[1:])
    assert (refused.code, refused.params, refused.overridable) == (R.MEMBER_EXPIRED, {"valid_until": YESTERDAY}, True)
