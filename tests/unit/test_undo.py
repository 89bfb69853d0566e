"""Undo: the last action of this counter taken back by a new event, and the books as they were before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import KEY, TODAY, FakeClock, SequentialIds, new_desk
from stock import APPROVAL, add_item, add_member, adopt, event_types, journal, must, open_loans, row, set_rule

from loket.db.engine import driver, open_database
from loket.db.rebuild import differing_tables
from loket.db.state import SqlState
from loket.domain import events as e
from loket.domain.apply import apply
from loket.domain.entities import Charge, FineMode, Id, Item, ItemStatus, Loan, LoanEnd, Member
from loket.domain.errors import RefusalCode as R
from loket.domain.errors import Refused
from loket.services.circulation import check_in, check_out, declare, renew
from loket.services.desk import Desk, open_desk
from loket.services.undo import undo


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    adopt(
        made,
        max_items=4,
        max_titles=4,
        fine_mode=FineMode.BOTH,
        fine_per_day_rp=500,
        legal_basis="Perda 1/2025",
    )
    yield made
    made.database.close()


@pytest.fixture
def member_id(desk: Desk) -> str:
    return add_member(desk)


@pytest.fixture
def item_id(desk: Desk) -> str:
    return add_item(desk)


def refused_code(work, *args, **kwargs) -> R:
    with pytest.raises(Refused) as refused:
        work(*args, **kwargs)
    return refused.value.code


def advance(desk: Desk, **step: float) -> None:
    assert isinstance(desk.clock, FakeClock)
    desk.clock.advance(**step)


def standing(desk: Desk, member_id: str, *item_ids: str) -> tuple[object, ...]:
    """What a librarian would look at: copies, the member, open loans, money owed.

    Not when a copy was last in hand: no undoing makes that untrue.
    """
    with desk.database.read() as connection:
        state = SqlState(driver(connection))
        return (
            [replace(must(state.get(Item, item_id)), seen_at=None) for item_id in item_ids],
            state.get(Member, member_id),
            list(state.open_loans(Id(member_id))),
            list(state.open_charges(Id(member_id))),
        )


def test_a_loan(desk, member_id, item_id):
    before = standing(desk, member_id, item_id)
    lent = check_out(desk, member_id=member_id, item_id=item_id)
    undone = undo(desk)
    assert (undone.undoes, undone.member.id, undone.item.id) == (lent.event_id, member_id, item_id)
    assert standing(desk, member_id, item_id) == before
    loan = row(desk, Loan, lent.loan.id)
    assert (loan.end, loan.ended_on) == (LoanEnd.CANCELLED, TODAY)
    assert journal(desk)[-1].event == e.LoanUndone(lent.event_id, lent.loan.id)


def test_that_the_copy_was_in_hand_is_not_undone(desk, member_id, item_id):
    check_out(desk, member_id=member_id, item_id=item_id)
    in_hand = desk.clock.now()
    advance(desk, minutes=1)
    undo(desk)
    assert row(desk, Item, item_id).seen_at == in_hand


def test_a_return_on_time(desk, member_id, item_id):
    check_out(desk, member_id=member_id, item_id=item_id)
    before = standing(desk, member_id, item_id)
    check_in(desk, item_id=item_id)
    undo(desk)
    assert standing(desk, member_id, item_id) == before


def test_a_late_return_with_fine_and_suspension_needs_a_reason(desk, member_id, item_id):
    check_out(desk, member_id=member_id, item_id=item_id)
    advance(desk, days=9)
    before = standing(desk, member_id, item_id)
    returned = check_in(desk, item_id=item_id)
    assert row(desk, Member, member_id).suspended_until == TODAY + timedelta(days=11)
    count = len(journal(desk))
    for reason in ("", "  "):
        assert refused_code(undo, desk, reason=reason) is R.UNDO_NEEDS_REASON
    assert len(journal(desk)) == count
    undo(desk, reason=" salah scan ")
    assert standing(desk, member_id, item_id) == before
    charge = row(desk, Charge, returned.charge_id)
    assert (charge.cancelled, charge.amount_rp) == (True, 1000)  # it stays on the books, cancelled
    assert journal(desk)[-1].event.reason == "salah scan"


def test_two_returns_and_their_suspensions_one_by_one(desk, member_id):
    items = [add_item(desk, f"B{n}") for n in (1, 2)]
    for each in items:
        check_out(desk, member_id=member_id, item_id=each)
    advance(desk, days=8)
    stands = [standing(desk, member_id, *items)]
    for each in items:
        check_in(desk, item_id=each)
        stands.append(standing(desk, member_id, *items))
    for wanted in (stands[1], stands[0]):
        undo(desk, reason="salah")
        assert standing(desk, member_id, *items) == wanted


def test_a_renewal(desk, member_id, item_id):
    check_out(desk, member_id=member_id, item_id=item_id)
    advance(desk, days=3)
    before = standing(desk, member_id, item_id)
    renew(desk, item_id=item_id)
    undone = undo(desk)
    assert (undone.member.id, undone.item.id) == (member_id, item_id)
    assert standing(desk, member_id, item_id) == before
    renew(desk, item_id=item_id)  # and it can be done again


@pytest.mark.parametrize("status", [ItemStatus.LOST, ItemStatus.DAMAGED])
@pytest.mark.parametrize("charge_rp", [0, 20_000])
def test_a_declaration_about_a_copy_on_loan(desk, member_id, item_id, status, charge_rp):
    check_out(desk, member_id=member_id, item_id=item_id)
    before = standing(desk, member_id, item_id)
    declare(desk, item_id=item_id, status=status, charge_rp=charge_rp)
    if charge_rp:
        assert refused_code(undo, desk) is R.UNDO_NEEDS_REASON
    undo(desk, reason="ketemu")
    assert standing(desk, member_id, item_id) == before


def test_a_declaration_about_a_copy_on_the_shelf(desk, member_id, item_id):
    before = standing(desk, member_id, item_id)
    declare(desk, item_id=item_id, status=ItemStatus.REPAIR)
    undo(desk)
    assert standing(desk, member_id, item_id) == before


def test_damaged_then_taken_back_then_both_undone(desk, member_id, item_id):
    check_out(desk, member_id=member_id, item_id=item_id)
    stands = [standing(desk, member_id, item_id)]
    declare(desk, item_id=item_id, status=ItemStatus.DAMAGED, charge_rp=5000)
    stands.append(standing(desk, member_id, item_id))
    check_in(desk, item_id=item_id)
    for wanted in reversed(stands):
        undo(desk, reason="bukan buku ini")
        assert standing(desk, member_id, item_id) == wanted


def test_a_whole_day_undone_step_by_step(desk, member_id):
    """Every action has its exact opposite: walking back meets every earlier standing again."""
    items = [add_item(desk, f"B{n}") for n in range(3)]
    check_out(desk, member_id=member_id, item_id=items[0])
    advance(desk, days=9)
    set_rule(desk, "renew_overdue", True)
    steps = [
        lambda: check_in(desk, item_id=items[0]),
        lambda: check_out(desk, member_id=member_id, item_id=items[1], approval=APPROVAL),
        lambda: declare(desk, item_id=items[1], status=ItemStatus.DAMAGED, charge_rp=7000),
        lambda: check_in(desk, item_id=items[1]),
        lambda: check_out(desk, member_id=member_id, item_id=items[2], approval=APPROVAL),
        lambda: declare(desk, item_id=items[2], status=ItemStatus.LOST),
        lambda: declare(desk, item_id=items[2], status=ItemStatus.AVAILABLE),
    ]
    stands = []
    for step in steps:
        stands.append(standing(desk, member_id, *items))
        step()
    for wanted in reversed(stands):
        undo(desk, reason="salah")
        assert standing(desk, member_id, *items) == wanted
    assert refused_code(undo, desk, reason="salah") is R.NOTHING_TO_UNDO  # the loan is of another day


def test_nothing_to_undo(desk):
    assert refused_code(undo, desk) is R.NOTHING_TO_UNDO


def test_an_undo_is_not_undone(desk, member_id, item_id):
    check_out(desk, member_id=member_id, item_id=item_id)
    undo(desk)
    assert refused_code(undo, desk) is R.NOTHING_TO_UNDO


def test_the_last_standing_action_is_found_behind_an_undone_one(desk, member_id):
    one, two = (check_out(desk, member_id=member_id, item_id=add_item(desk, f"B{n}")) for n in (1, 2))
    assert undo(desk).undoes == two.event_id
    assert undo(desk).undoes == one.event_id
    assert open_loans(desk, member_id) == []


def test_yesterday_is_not_undone(desk, member_id, item_id):
    check_out(desk, member_id=member_id, item_id=item_id)
    advance(desk, hours=13)  # eleven in the evening
    undo(desk)
    check_out(desk, member_id=member_id, item_id=item_id)
    advance(desk, hours=2)  # one in the morning
    assert refused_code(undo, desk) is R.NOTHING_TO_UNDO
    assert len(open_loans(desk, member_id)) == 1


def test_undo_after_a_restart(desk, member_id, item_id, tmp_path):
    lent = check_out(desk, member_id=member_id, item_id=item_id)
    desk.database.close()
    again = open_desk(open_database(tmp_path / "loket.db", KEY), desk.clock, SequentialIds(1 << 32))
    assert undo(again).undoes == lent.event_id
    assert open_loans(again, member_id) == []
    again.database.close()


def test_an_override_stays_on_the_books_when_its_loan_is_undone(desk, item_id):
    member_id = add_member(desk, "M-9", valid_until=TODAY - timedelta(days=1))
    check_out(desk, member_id=member_id, item_id=item_id, approval=APPROVAL)
    undo(desk)
    assert event_types(desk, 3) == ["OverrideGranted", "ItemLent", "LoanUndone"]


# ---- too late: somebody else's event came in between --------------------------------------------------------------


def comes_in(desk: Desk, event: e.Event) -> None:
    """An event of another counter, as synchronising would bring it: booked, not in this counter's journal."""
    stamp = e.Stamp(
        Id("f" * 32), desk.clock.now(), desk.clock.now(), desk.today(), 480, Id("e" * 32), None, "boot", 0, "plausible"
    )
    with desk.database.write() as connection:
        apply(SqlState(driver(connection)), e.Recorded(stamp, event))


def test_a_loan_whose_book_came_back_elsewhere(desk, member_id, item_id):
    lent = check_out(desk, member_id=member_id, item_id=item_id)
    comes_in(desk, e.ItemReturned(lent.loan.id, item_id, member_id, TODAY))
    assert refused_code(undo, desk) is R.UNDO_TOO_LATE


def test_a_return_whose_copy_was_lent_on(desk, member_id, item_id):
    check_out(desk, member_id=member_id, item_id=item_id)
    returned = check_in(desk, item_id=item_id)
    loan = returned.loan
    comes_in(
        desk,
        e.ItemLent(Id("d" * 32), add_member(desk, "M-2"), item_id, loan.biblio_id, loan.policy_id, TODAY, TODAY, 2),
    )
    assert refused_code(undo, desk) is R.UNDO_TOO_LATE


def test_a_return_whose_copy_was_said_to_be_missing(desk, member_id, item_id):
    check_out(desk, member_id=member_id, item_id=item_id)
    check_in(desk, item_id=item_id)
    comes_in(desk, e.ItemDeclared(item_id, "missing", "available", declared_on=TODAY))
    assert refused_code(undo, desk) is R.UNDO_TOO_LATE


def test_a_renewal_renewed_again_elsewhere(desk, member_id, item_id):
    lent = check_out(desk, member_id=member_id, item_id=item_id)
    advance(desk, days=1)
    renewed = renew(desk, item_id=item_id)
    later = renewed.loan.due_on + timedelta(days=7)
    comes_in(desk, e.LoanRenewed(lent.loan.id, later, renewed.loan.due_on, 2))
    assert refused_code(undo, desk) is R.UNDO_TOO_LATE
    assert row(desk, Loan, lent.loan.id).due_on == later


def test_a_declaration_corrected_elsewhere(desk, item_id):
    declare(desk, item_id=item_id, status=ItemStatus.REPAIR)
    comes_in(desk, e.ItemDeclared(item_id, "withdrawn", "repair", declared_on=TODAY))
    assert refused_code(undo, desk) is R.UNDO_TOO_LATE


def test_the_books_rebuild_after_undoing(desk, member_id, item_id, tmp_path):
    check_out(desk, member_id=member_id, item_id=item_id)
    undo(desk)
    check_out(desk, member_id=member_id, item_id=item_id)
    check_in(desk, item_id=item_id)
    undo(desk)
    assert differing_tables(desk.database, tmp_path / "again.db", KEY) == []
