"""Counters that worked apart: what the rules settle by themselves, what they put before a person, what he decides.

Classes and rules are those of the sync specification. "Arrive" is the server's order; `minutes` when it was done.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from conflict_books import (
    ADA,
    AT,
    BUDI,
    CHARGE,
    COPY,
    DAY,
    DOUBTFUL,
    LATE,
    LOAN_A,
    LOAN_B,
    LOAN_C,
    NOBODY,
    OTHER_COPY,
    POLICY,
    Books,
    lent,
    made,
    opened_library,
    returned,
)

from loket.domain import decisions as d
from loket.domain import events as e
from loket.domain.apply_circulation import UNHEARD
from loket.domain.cases import CaseClass as C
from loket.domain.cases import detail_of
from loket.domain.decisions import choices_for
from loket.domain.entities import (
    Case,
    Charge,
    Id,
    Item,
    ItemStatus,
    Loan,
    LoanEnd,
    LoanPolicy,
    Member,
    Operator,
)

BOTH_ORDERS = pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["as it happened", "the other way round"])
NEXT_MONTH, NEXT_YEAR = DAY + timedelta(days=30), DAY + timedelta(days=365)


@pytest.fixture
def books() -> Books:
    return opened_library()


# ---- LOAN_COPY: two members have one copy -------------------------------------------------------------------------


@BOTH_ORDERS
def test_the_later_possession_stands(books, order):
    apart = (made(lent(LOAN_B, ADA)), made(lent(LOAN_A, BUDI), desk="b", minutes=11))  # time counts, not the key
    assert books.arrive(*(apart[n] for n in order)) == [(C.LOAN_COPY, "low")]
    first, second, item = books.the(Loan, LOAN_B), books.the(Loan, LOAN_A), books.the(Item, COPY)
    assert (first.end, first.ended_on, first.ended_at) == (LoanEnd.IMPLIED, DAY, AT + timedelta(minutes=11))
    assert (second.end, item.loan_id, item.seen_at) == (LoanEnd.OPEN, LOAN_A, AT + timedelta(minutes=11))
    assert books.case_detail() == {"earlier": LOAN_B, "later": LOAN_A}
    assert choices_for(books.only_case()) == (d.NOTED,)


@BOTH_ORDERS
@pytest.mark.parametrize("days", [0, 1, 400])
def test_it_leaves_the_same_rows_whichever_news_came_first(books, order, days):
    apart = (made(lent(LOAN_A, ADA)), made(lent(LOAN_B, BUDI), desk="b", minutes=11 + days * 1440))
    other = opened_library()
    books.arrive(*apart)
    other.arrive(*(apart[n] for n in order))
    assert other.rows() == books.rows()


@BOTH_ORDERS
@pytest.mark.parametrize("minutes", [0, 1, 9])
def test_hardly_apart_both_stay_until_somebody_has_looked(books, order, minutes):
    apart = (made(lent(LOAN_A, ADA)), made(lent(LOAN_B, BUDI), desk="b", minutes=minutes))
    assert books.arrive(*(apart[n] for n in order)) == [(C.LOAN_COPY, "high")]
    assert [books.the(Loan, loan).end for loan in (LOAN_A, LOAN_B)] == [LoanEnd.OPEN, LoanEnd.OPEN]
    assert books.the(Item, COPY).loan_id == LOAN_B
    assert books.case_detail() == {"earlier": LOAN_A, "later": LOAN_B}


@pytest.mark.parametrize("wrong", [{"quality": DOUBTFUL}, {"corrected": AT + timedelta(hours=5)}])
def test_a_clock_nobody_trusts_decides_nothing(books, wrong):
    books.arrive(made(lent(LOAN_A, ADA)))
    found = books.arrive(made(lent(LOAN_B, BUDI), desk="b", minutes=60, **wrong))
    assert (C.LOAN_COPY, "high") in found
    assert len(books.open_loans(ADA)) == len(books.open_loans(BUDI)) == 1


def contested(books: Books, minutes: int = 5) -> Id:
    """Two open loans of one copy. Returns the case."""
    books.arrive(made(lent(LOAN_A, ADA)), made(lent(LOAN_B, BUDI), desk="b", minutes=minutes))
    return books.only_case().id


@pytest.mark.parametrize(
    ("choice", "open_loan"), [(d.FIRST_HAS_IT, LOAN_A), (d.SECOND_HAS_IT, LOAN_B), (d.NOBODY_HAS_IT, None)]
)
def test_somebody_looked_who_has_it(books, choice, open_loan):
    case_id = contested(books)
    assert choices_for(books.only_case()) == (d.SECOND_HAS_IT, d.FIRST_HAS_IT, d.NOBODY_HAS_IT)
    assert books.decide(case_id, choice, note="di rak", by="sari") == []
    assert books.the(Item, COPY).loan_id == open_loan
    for loan_id in (LOAN_A, LOAN_B):
        assert books.the(Loan, loan_id).end is (LoanEnd.OPEN if loan_id == open_loan else LoanEnd.IMPLIED)
    assert books.tables[Charge] == {}
    case = books.the(Case, case_id)
    assert (case.closed, case.choice, case.decision_note, case.decided_by) == (True, choice, "di rak", "sari")
    assert case.resolved_at == AT + LATE


def test_the_first_decision_stands(books):
    case_id = contested(books)
    books.decide(case_id, d.FIRST_HAS_IT, by="sari")
    before = books.rows(cases=True)
    assert books.decide(case_id, d.NOBODY_HAS_IT, by="dewi") == []
    assert books.rows(cases=True) == before


def test_a_choice_the_case_does_not_offer_decides_nothing(books):
    case_id = contested(books)
    before = books.rows(cases=True)
    for choice in (d.TAKE, d.NOTED, d.CHARGE, d.MERGE_INTO_FIRST, d.NEW_DATE, "of_a_later_version"):
        assert books.decide(case_id, choice) == []
    assert books.decide(NOBODY, d.NOTED) == []
    assert books.rows(cases=True) == before


def test_undoing_the_second_loan_leaves_the_copy_with_the_first(books):
    contested(books)
    books.arrive(made(e.LoanUndone(NOBODY, LOAN_B), desk="b", minutes=6))
    assert books.the(Loan, LOAN_B).end is LoanEnd.CANCELLED
    assert books.the(Item, COPY).loan_id == LOAN_A


def test_a_contested_copy_that_comes_back_ends_both_loans(books):
    contested(books)
    books.arrive(made(returned(LOAN_B, BUDI), desk="b", minutes=60))
    assert (books.the(Loan, LOAN_B).end, books.the(Loan, LOAN_A).end) == (LoanEnd.RETURNED, LoanEnd.IMPLIED)
    assert books.the(Item, COPY).loan_id is None


def test_a_contested_copy_that_comes_back_at_once_stays_with_the_other(books):
    contested(books)
    books.arrive(made(returned(LOAN_B, BUDI), desk="b", minutes=9))
    assert books.the(Loan, LOAN_A).end is LoanEnd.OPEN
    assert books.the(Item, COPY).loan_id == LOAN_A


def test_a_contested_copy_that_is_lost_under_one_loan_stays_with_the_other(books):
    contested(books)
    books.arrive(made(e.ItemDeclared(COPY, "lost", "available", "", LOAN_B, BUDI, declared_on=DAY), minutes=9))
    assert (books.the(Loan, LOAN_B).end, books.the(Item, COPY).loan_id) == (LoanEnd.LOST, LOAN_A)


# ---- LOAN_COPY: lent twice to one member is one loan --------------------------------------------------------------


def lent_twice_to_ada(books: Books, minutes: int = 60) -> None:
    weeks = DAY + timedelta(days=7), DAY + timedelta(days=9)
    one, other = made(lent(LOAN_A, due_on=weeks[0])), made(lent(LOAN_B, due_on=weeks[1]), desk="b", minutes=minutes)
    assert books.arrive(one, other) == [(C.LOAN_COPY, "info")]


def test_one_member_has_it_once(books):
    lent_twice_to_ada(books)
    loan, merged = books.the(Loan, LOAN_A), books.the(Loan, LOAN_B)
    assert (loan.end, loan.due_on, loan.renewals) == (LoanEnd.OPEN, DAY + timedelta(days=9), 1)
    assert (merged.end, merged.merged_into) == (LoanEnd.MERGED, LOAN_A)
    assert books.the(Item, COPY).seen_at == AT + timedelta(minutes=60)


def test_what_the_second_desk_says_of_its_loan_is_said_of_the_one(books):
    lent_twice_to_ada(books)
    books.arrive(made(e.LoanRenewed(LOAN_B, NEXT_MONTH, DAY, 1), desk="b", minutes=61))
    assert books.the(Loan, LOAN_A).due_on == NEXT_MONTH
    books.arrive(made(e.ItemDeclared(COPY, "lost", "available", "", LOAN_B, ADA, CHARGE, 9, DAY), desk="b", minutes=62))
    assert (books.the(Loan, LOAN_A).end, books.the(Item, COPY).loan_id) == (LoanEnd.LOST, None)
    assert books.the(Charge, CHARGE).loan_id == LOAN_A
    books.arrive(made(e.DeclarationUndone(NOBODY, COPY, "available", LOAN_B, CHARGE), desk="b", minutes=63))
    assert (books.the(Loan, LOAN_A).end, books.the(Item, COPY).loan_id) == (LoanEnd.OPEN, LOAN_A)
    assert books.arrive(made(returned(LOAN_B), desk="b", minutes=64)) == []
    assert (books.the(Loan, LOAN_A).end, books.the(Item, COPY).loan_id) == (LoanEnd.RETURNED, None)
    assert books.arrive(made(e.ReturnUndone(NOBODY, LOAN_B, COPY, ADA), desk="b", minutes=65)) == []
    assert (books.the(Loan, LOAN_A).end, books.the(Item, COPY).loan_id) == (LoanEnd.OPEN, LOAN_A)


def test_the_other_desk_undid_its_loan(books):
    """The latest of the others is a loan of its own again: the book did leave the house."""
    lent_twice_to_ada(books)
    third = made(lent(LOAN_C), desk="c", minutes=70)
    books.arrive(third, made(e.LoanUndone(NOBODY, LOAN_A), minutes=1))
    alone = books.the(Loan, LOAN_C)
    assert (alone.end, alone.ended_on, alone.merged_into, alone.renewals) == (LoanEnd.OPEN, None, None, 0)
    assert (books.the(Item, COPY).loan_id, books.the(Loan, LOAN_B).merged_into) == (LOAN_C, LOAN_C)


def test_the_other_desk_undid_its_loan_later_and_has_the_copy(books):
    """As if the undone one had never been: that desk had the copy in hand after the first had lent it."""
    before = made(lent(LOAN_A), desk="b", minutes=-60)
    books.arrive(made(lent(LOAN_B)), before, made(e.LoanUndone(NOBODY, LOAN_B), minutes=1))
    over = books.the(Loan, LOAN_A)
    assert (over.end, over.ended_at, books.the(Item, COPY).loan_id) == (LoanEnd.IMPLIED, AT, None)


# ---- RET_UNKNOWN: returns and loans that miss each other ----------------------------------------------------------


@pytest.mark.parametrize("barcode", ["B1", " b1 "])
@pytest.mark.parametrize("known_by", [COPY, NOBODY])
def test_a_copy_noted_as_back_ends_the_loan_the_books_know(books, known_by, barcode):
    """Also when the desk did not know the copy and gave it a key of its own: the barcode finds it."""
    books.arrive(made(lent(LOAN_A, due_on=DAY)))
    assert books.arrive(made(e.ReturnNoted(barcode, known_by, DAY), desk="b", minutes=5)) == []
    loan, item = books.the(Loan, LOAN_A), books.the(Item, COPY)
    assert (loan.end, loan.ended_on, loan.ended_at) == (LoanEnd.RETURNED, DAY, AT + timedelta(minutes=5))
    assert (item.loan_id, item.seen_at) == (None, AT + timedelta(minutes=5))
    assert books.get(Item, NOBODY) is None


def test_noted_as_back_too_late_for_the_due_date_is_put_before_a_person(books):
    books.arrive(made(lent(LOAN_A, due_on=DAY)))
    back_on = DAY + timedelta(days=3)
    assert books.arrive(made(e.ReturnNoted("B1", COPY, back_on), desk="b", minutes=3 * 1440)) == [
        (C.RET_UNKNOWN, "low")
    ]
    assert books.tables[Charge] == {}
    assert books.case_detail() == {
        "item_id": COPY,
        "member_id": ADA,
        "due_on": DAY.isoformat(),
        "returned_on": back_on.isoformat(),
    }
    assert choices_for(books.only_case()) == (d.NOTED,)


def test_noted_as_back_before_it_was_lent_again_leaves_that_loan(books):
    books.arrive(made(lent(LOAN_A), minutes=60))
    assert books.arrive(made(e.ReturnNoted("B1", COPY, DAY), desk="b")) == []
    assert (books.the(Loan, LOAN_A).end, books.the(Item, COPY).loan_id) == (LoanEnd.OPEN, LOAN_A)


def test_noted_as_back_on_a_wrong_clock_ends_the_loan_it_met(books):
    """The book is there; a clock that says it came back last year does not put it back with the member."""
    books.arrive(made(lent(LOAN_A, ADA)))
    books.arrive(made(e.ReturnNoted("B1", COPY, DAY), desk="b", minutes=-500_000, quality=DOUBTFUL))
    assert books.the(Loan, LOAN_A).end is LoanEnd.RETURNED
    assert books.the(Item, COPY).loan_id is None


def test_a_thing_nobody_knows_becomes_a_copy_for_the_cataloguer(books):
    assert books.arrive(made(e.ReturnNoted("Z-1", NOBODY, DAY))) == [(C.ITEM_GONE, "low")]
    assert books.the(Item, NOBODY) == Item(NOBODY, UNHEARD, "Z-1", seen_at=AT)
    assert books.arrive(made(e.ReturnNoted("z-1", Id("c" * 32), DAY), desk="b", minutes=5)) == []
    assert books.the(Item, NOBODY).seen_at == AT + timedelta(minutes=5)


@pytest.mark.parametrize("status", [ItemStatus.MISSING, ItemStatus.DAMAGED])
def test_a_copy_noted_as_back_is_there(books, status):
    books.put(replace(books.the(Item, COPY), status=status))
    books.arrive(made(e.ReturnNoted("B1", COPY, DAY)))
    there = ItemStatus.AVAILABLE if status is ItemStatus.MISSING else status
    assert books.the(Item, COPY).status is there


def test_news_of_a_loan_made_before_the_copy_was_seen_elsewhere(books):
    """It is over, without a fine, when it arrives; nobody need decide anything."""
    books.arrive(made(e.ReturnNoted("B1", COPY, DAY), desk="b", minutes=60))
    assert books.arrive(made(lent(LOAN_A, due_on=DAY))) == [(C.LOAN_COPY, "info")]
    loan, item = books.the(Loan, LOAN_A), books.the(Item, COPY)
    assert (loan.end, loan.ended_on, loan.ended_at) == (LoanEnd.IMPLIED, DAY, AT + timedelta(minutes=60))
    assert (item.loan_id, item.seen_at) == (None, AT + timedelta(minutes=60))


@pytest.mark.parametrize(
    "loan",
    [
        made(lent(LOAN_A, item_seen_at=AT + timedelta(minutes=60))),  # the desk knew; its own clock is behind
        made(lent(LOAN_A), minutes=61),
        made(lent(LOAN_A), minutes=51),
        made(lent(LOAN_A), quality=DOUBTFUL),
        made(lent(LOAN_A, item_seen_at=e.UNTOLD)),
    ],
    ids=["knew of it", "later", "hardly before", "on a wrong clock", "of an old version"],
)
def test_a_loan_is_not_over_where_that_is_not_certain(books, loan):
    books.arrive(made(e.ReturnNoted("B1", COPY, DAY), desk="b", minutes=60))
    assert books.arrive(loan) == []
    assert books.the(Item, COPY).loan_id == LOAN_A


def test_the_day_a_loan_was_over_is_the_library_s(books):
    """Seen at 17.30 UTC: half past one in the night of the next day, WITA."""
    books.arrive(made(e.ReturnNoted("B1", COPY, DAY), desk="b", minutes=15 * 60 + 30))
    books.arrive(made(lent(LOAN_A, due_on=DAY)))
    assert books.the(Loan, LOAN_A).ended_on == DAY + timedelta(days=1)


@BOTH_ORDERS
def test_returned_at_a_desk_that_had_not_heard_who_borrowed_it_since(books, order):
    """Desk A takes the copy back under Ada's loan; meanwhile B had lent it on to Budi. Nobody has it now."""
    books.arrive(made(lent(LOAN_A, ADA)))
    apart = (made(lent(LOAN_B, BUDI), desk="b", minutes=30), made(returned(LOAN_A), minutes=60))
    found = books.arrive(*(apart[n] for n in order))
    assert (C.LOAN_COPY, "info") in found
    budi = books.the(Loan, LOAN_B)
    assert (budi.end, budi.ended_at, books.the(Item, COPY).loan_id) == (
        LoanEnd.IMPLIED,
        AT + timedelta(minutes=60),
        None,
    )
    assert books.the(Loan, LOAN_A).end is LoanEnd.RETURNED


@pytest.mark.parametrize("wrong", [{"minutes": 35}, {"minutes": 60, "quality": DOUBTFUL}])
def test_but_not_where_that_is_not_certain(books, wrong):
    books.arrive(made(lent(LOAN_A, ADA)), made(lent(LOAN_B, BUDI), desk="b", minutes=30))
    books.arrive(made(returned(LOAN_A), **wrong))
    assert (books.the(Loan, LOAN_B).end, books.the(Item, COPY).loan_id) == (LoanEnd.OPEN, LOAN_B)


def test_a_return_that_came_before_its_loan_leaves_the_same_rows(books):
    """Fine and suspension too: the loan known by its return alone is filled in by its own news."""
    until = DAY + timedelta(days=5)
    late = returned(LOAN_A, charge_id=CHARGE, fine_rp=500, suspended_until=until)
    apart = (made(lent(LOAN_A)), made(late, desk="b", minutes=60))
    other = opened_library()
    assert books.arrive(*apart) == []
    assert other.arrive(*reversed(apart)) == [(C.RET_UNKNOWN, "info")]
    assert other.rows() == books.rows()
    assert other.the(Member, ADA).suspended_until == until
    assert other.arrive(made(lent(LOAN_A), desk="c")) == [(C.ID_COLLISION, "high")]  # now it is known


def test_a_loan_known_by_its_return_belongs_to_the_record_that_stands(books):
    books.arrive(made(e.MembersMerged(BUDI, ADA)))
    books.arrive(made(returned(LOAN_A, ADA, charge_id=CHARGE, fine_rp=500, suspended_until=NEXT_MONTH)))
    assert (books.the(Loan, LOAN_A).member_id, books.the(Charge, CHARGE).member_id) == (BUDI, BUDI)
    assert (books.the(Member, BUDI).suspended_until, books.the(Member, ADA).suspended_until) == (NEXT_MONTH, None)


def returned_at_two_desks(books: Books) -> Id:
    """One loan taken back twice, each time with a fine. Returns the case."""
    books.arrive(made(lent(LOAN_A)))
    first = returned(LOAN_A, charge_id=CHARGE, fine_rp=500)
    second = returned(LOAN_A, charge_id=NOBODY, fine_rp=700)
    assert books.arrive(made(first, minutes=30), made(second, desk="b", minutes=60)) == [(C.RET_UNKNOWN, "medium")]
    return books.only_case().id


def test_returned_twice_is_fined_once(books):
    returned_at_two_desks(books)
    assert list(books.tables[Charge]) == [CHARGE]
    assert choices_for(books.only_case()) == (d.WAIVE, d.CHARGE)
    told = books.case_detail()
    assert (told["member_id"], told["charge_id"], told["fine_rp"]) == (ADA, NOBODY, 700)
    assert books.the(Loan, LOAN_A).ended_at == AT + timedelta(minutes=30)


@pytest.mark.parametrize(("choice", "owed"), [(d.WAIVE, [500]), (d.CHARGE, [500, 700])])
def test_the_second_fine_is_decided(books, choice, owed):
    books.decide(returned_at_two_desks(books), choice)
    assert sorted(charge.amount_rp for charge in books.open_charges(ADA)) == owed


def test_the_second_fine_goes_to_the_record_that_stands_and_is_never_written_over(books):
    case_id = returned_at_two_desks(books)
    books.arrive(made(e.MembersMerged(BUDI, ADA)))
    paid = opened_library()
    paid.put(books.only_case())
    paid.put(Charge(NOBODY, ADA, "fine", 700, DAY, settled_rp=700))
    for each in (books, paid):
        each.decide(case_id, d.CHARGE)
    assert books.the(Charge, NOBODY).member_id == BUDI
    assert paid.the(Charge, NOBODY).settled_rp == 700


def test_returned_twice_without_a_fine_is_only_noted(books):
    books.arrive(made(lent(LOAN_A)), made(returned(LOAN_A), minutes=30))
    assert books.arrive(made(returned(LOAN_A), desk="b", minutes=60)) == [(C.RET_UNKNOWN, "info")]


# ---- CLOCK, OP_REVOKED, POLICY_STALE ------------------------------------------------------------------------------


def test_a_wrong_clock_is_one_case_until_the_computer_starts_again(books):
    noon = AT + timedelta(hours=2)
    visits = [e.VisitRecorded(Id(f"{n:032x}"), "member", AT, DAY) for n in range(3)]
    wrong = [made(visit, desk="b", corrected=noon) for visit in visits[:2]]
    assert books.arrive(*wrong) == [(C.CLOCK, "low")]
    assert books.case_detail() == {"claimed_at": AT.isoformat(), "corrected_at": noon.isoformat()}
    assert books.only_case().entity == wrong[0].stamp.station_id
    books.decide(books.only_case().id, d.NOTED)
    assert books.arrive(made(visits[2], desk="b", corrected=noon, boot="again")) == [(C.CLOCK, "low")]


def test_what_happened_on_a_wrong_clock_happened_when_the_server_says(books):
    noon = AT + timedelta(hours=2)
    books.arrive(made(lent(LOAN_A), minutes=-90_000, corrected=noon))
    assert (books.the(Loan, LOAN_A).lent_at, books.the(Item, COPY).seen_at) == (noon, noon)


@pytest.mark.parametrize("wrong", [{"quality": DOUBTFUL}, {"corrected": AT}])
@pytest.mark.parametrize("days_off", [-1, 7 + 61])
def test_a_due_date_promised_on_a_wrong_clock_is_asked_about(books, wrong, days_off):
    far = DAY + timedelta(days=days_off)
    assert (C.CLOCK, "medium") in books.arrive(made(lent(LOAN_A, due_on=far), **wrong))
    (case,) = books.cases_about(LOAN_A)
    assert books.the(Loan, LOAN_A).due_on == far  # the promise is kept meanwhile
    assert detail_of(case) == {"due_on": far.isoformat(), "lent_on": DAY.isoformat(), "loan_days": 7}
    assert choices_for(case) == (d.KEEP_DATE, d.NEW_DATE)
    assert d.ASKS == {d.NEW_DATE: "date"}


@pytest.mark.parametrize("due_on", [DAY, DAY + timedelta(days=7 + 60)])
def test_a_due_date_that_may_be_right_is_not_asked_about(books, due_on):
    assert books.arrive(made(lent(LOAN_A, due_on=due_on), quality=DOUBTFUL)) == []
    assert books.arrive(made(lent(LOAN_B, BUDI, OTHER_COPY, due_on=DAY - timedelta(days=9)))) == []  # on a sound clock


@pytest.mark.parametrize(("choice", "due_on"), [(d.KEEP_DATE, NEXT_YEAR), (d.NEW_DATE, NEXT_MONTH)])
def test_a_new_due_date_is_given(books, choice, due_on):
    books.arrive(made(lent(LOAN_A, due_on=NEXT_YEAR), quality=DOUBTFUL))
    books.decide(books.only_case().id, choice, value=NEXT_MONTH.isoformat())
    assert books.the(Loan, LOAN_A).due_on == due_on


def test_no_new_due_date_for_a_book_that_is_back(books):
    books.arrive(made(lent(LOAN_A, due_on=NEXT_YEAR), quality=DOUBTFUL), made(returned(LOAN_A), minutes=30))
    books.decide(books.only_case().id, d.NEW_DATE, value=NEXT_MONTH.isoformat())
    assert books.the(Loan, LOAN_A).due_on == NEXT_YEAR


CLERK = Id("0" * 31 + "c")


def test_what_somebody_did_after_he_was_let_go_stands_and_is_flagged(books):
    person = e.OperatorPerson("Petugas", "x")
    books.arrive(made(e.OperatorAdded(CLERK, "petugas", ("circulation",), person), minutes=-90))
    assert books.arrive(made(lent(LOAN_A), operator=CLERK, minutes=-80)) == []
    books.arrive(made(e.OperatorChanged(CLERK, (), False, person)))
    assert books.arrive(made(returned(LOAN_A), operator=CLERK, desk="b", minutes=-5)) == []  # before, heard of late
    flagged = [made(lent(LOAN_B, BUDI), operator=CLERK, desk="b", minutes=n) for n in (5, 6)]
    assert books.arrive(flagged[0]) == [(C.OP_REVOKED, "medium")]
    assert (
        books.arrive(made(returned(LOAN_B, BUDI), operator=CLERK, desk="b", minutes=6)) == []
    )  # one case a day and desk
    assert books.the(Loan, LOAN_B).operator_id == CLERK
    assert (books.only_case().entity, books.only_case().operator_id) == (CLERK, CLERK)
    books.arrive(made(e.OperatorChanged(CLERK, (), True, person), minutes=7))
    assert books.the(Operator, CLERK).inactive_since is None


@pytest.mark.parametrize("retired", [False, True])
def test_terms_that_were_replaced_meanwhile_are_honoured(books, retired):
    if retired:
        books.arrive(made(e.PolicyAdopted(LoanPolicy(NOBODY), replaces=POLICY)))
    due_on = DAY + timedelta(days=7)
    found = books.arrive(made(lent(LOAN_A, due_on=due_on), desk="b", minutes=30))
    assert found == ([(C.POLICY_STALE, "info")] if retired else [])
    assert (books.the(Loan, LOAN_A).policy_id, books.the(Loan, LOAN_A).due_on) == (POLICY, due_on)


# ---- what the server notes ----------------------------------------------------------------------------------------


def test_what_the_server_noted_is_one_case_under_one_key(books):
    clone = e.SystemNoted("SYS_CLONE", "high", "stasiun", "stream-1", {"machine": "x"})
    noted = [
        made(clone),
        made(replace(clone, detail={"machine": "y"}), minutes=5),
        made(replace(clone, key="stream-2")),
    ]
    assert books.arrive(*noted) == [(C.SYS_CLONE, "high")] * 2
    assert [detail_of(case) for case in books.cases_about("stasiun")].count({"machine": "x"}) == 2
    for case in books.cases_about("stasiun"):
        books.decide(case.id, d.NOTED)
    assert books.arrive(made(clone, minutes=9)) == []  # decided stays decided
    assert all(case.closed for case in books.cases_about("stasiun"))


def test_a_note_that_an_event_was_booked_after_all_changes_nothing(books):
    before = books.rows(cases=True)
    assert books.arrive(made(e.EventReplayed(NOBODY))) == []
    assert books.rows(cases=True) == before


def test_every_case_can_be_decided(books):
    """Whatever its detail, `choices_for` offers something, and what it offers is a plain word."""
    for cls in C:
        for severity in ("info", "low", "medium", "high"):
            choices = choices_for(Case(NOBODY, cls, severity, "x", NOBODY, AT))
            assert choices
            assert all(choice.isidentifier() for choice in choices)
