"""`apply` books what happened, and reports what contradicts it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from loket.domain import events as e
from loket.domain.apply import apply
from loket.domain.apply_circulation import UNHEARD
from loket.domain.cases import CaseClass, make_case
from loket.domain.entities import (
    Biblio,
    Case,
    Charge,
    ClosedDay,
    Id,
    Item,
    ItemStatus,
    Loan,
    LoanEnd,
    LoanPolicy,
    Member,
    Operator,
    Rule,
    Visit,
)
from loket.domain.memory import DictState

C = CaseClass
DAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 2, tzinfo=UTC)
ADA, BUDI, TITLE, COPY, LOAN, OTHER_LOAN, CHARGE, POLICY, NOBODY, DESK = (Id(f"{n:032x}") for n in range(1, 11))


class Books(DictState):
    """A dict state that takes events one by one."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers = count(1)

    def book(self, event: e.Event, on: date = DAY, *, minutes: int = 0) -> list[tuple[str, str]]:
        """Cases as (class, severity). `minutes` after the day began, and some seconds."""
        number = next(self._numbers)
        at = AT + timedelta(minutes=minutes)
        stamp = e.Stamp(
            Id(f"{number:032x}"), at, at + timedelta(seconds=number), on, 480, DESK, None, "b", 0, "plausible"
        )
        cases = apply(self, e.Recorded(stamp, event))
        for case in cases:
            assert self.get(Case, case.id) == case  # stored, too
        return [(case.cls, case.severity) for case in cases]


def registered(member_id: Id = ADA, number: str = "A-1", **person: Any) -> e.MemberRegistered:
    return e.MemberRegistered(member_id, number, "umum", DAY, person=e.Person(**({"full_name": "Ada Contoh"} | person)))


def lent(loan_id: Id = LOAN, member_id: Id = ADA, item_id: Id = COPY, due_on: date = DAY, **more: Any) -> e.ItemLent:
    return e.ItemLent(loan_id, member_id, item_id, TITLE, POLICY, DAY, due_on, **({"max_items": 2} | more))


def returned(loan_id: Id = LOAN, member_id: Id = ADA, **more: Any) -> e.ItemReturned:
    return e.ItemReturned(loan_id, COPY, member_id, DAY, **more)


@pytest.fixture
def books() -> Books:
    books = Books()
    for event in (
        registered(),
        registered(BUDI, "A-2", full_name="Budi Contoh"),
        e.BiblioAdded(Biblio(TITLE, "Judul")),
        e.ItemAdded(Item(COPY, TITLE, "B1")),
    ):
        assert books.book(event) == []
    return books


def got(books: Books, kind: type[Any], key: str) -> Any:
    found = books.get(kind, key)
    assert found is not None
    return found


# ---- circulation --------------------------------------------------------------------------------------------------


def test_lent_and_returned(books):
    assert books.book(lent()) == []
    loan = Loan(LOAN, ADA, COPY, TITLE, POLICY, DAY, AT + timedelta(seconds=5), DAY, station_id=DESK)
    assert got(books, Loan, LOAN) == loan
    assert got(books, Item, COPY).loan_id == LOAN
    assert books.book(returned()) == []
    assert got(books, Loan, LOAN).end is LoanEnd.RETURNED
    assert (got(books, Loan, LOAN).ended_on, got(books, Loan, LOAN).ended_at) == (DAY, AT + timedelta(seconds=6))
    assert got(books, Item, COPY).loan_id is None


def test_lent_on_before_its_return_was_seen(books):
    books.book(lent())
    assert books.book(lent(OTHER_LOAN, BUDI), minutes=60) == [(C.LOAN_COPY, "low")]
    assert got(books, Loan, LOAN).end is LoanEnd.IMPLIED
    assert got(books, Item, COPY).loan_id == OTHER_LOAN
    assert books.book(returned(), minutes=30) == []  # the late news of the first return
    assert got(books, Loan, LOAN).end is LoanEnd.RETURNED
    assert books.book(returned(), minutes=30) == [(C.RET_UNKNOWN, "info")]
    assert got(books, Item, COPY).loan_id == OTHER_LOAN


def test_lent_twice_to_one_member_is_one_loan_with_the_later_promise(books):
    books.book(lent(due_on=DAY + timedelta(days=7)))
    assert books.book(lent(OTHER_LOAN, due_on=DAY + timedelta(days=9))) == [(C.LOAN_COPY, "info")]
    merged = got(books, Loan, OTHER_LOAN)
    assert (merged.end, merged.merged_into, merged.ended_on) == (LoanEnd.MERGED, LOAN, DAY)
    loan = got(books, Loan, LOAN)
    assert (loan.due_on, loan.renewals, loan.end) == (DAY + timedelta(days=9), 1, LoanEnd.OPEN)


def test_the_return_of_a_copy_lent_twice_to_one_member_ends_the_one_loan(books):
    """The second counter knows the loan by its own key; the book is back all the same."""
    books.book(lent())
    books.book(lent(OTHER_LOAN))
    assert books.book(returned(OTHER_LOAN, charge_id=CHARGE, fine_rp=500)) == []
    assert got(books, Item, COPY).loan_id is None
    assert got(books, Loan, LOAN).end is LoanEnd.RETURNED
    assert got(books, Charge, CHARGE).loan_id == LOAN


def test_an_unknown_return_does_not_take_the_book_from_somebody_else(books):
    books.book(lent())
    assert books.book(returned(OTHER_LOAN, BUDI)) == [(C.RET_UNKNOWN, "info")]
    assert got(books, Item, COPY).loan_id == LOAN


def test_a_return_nobody_expected(books):
    """The desk that took it back knew the loan: its fine counts, and the loan is known by its return alone."""
    books.book(e.ItemDeclared(COPY, "missing", "available"))
    assert books.book(returned(charge_id=CHARGE, fine_rp=500)) == [(C.RET_UNKNOWN, "info")]
    assert got(books, Item, COPY).status is ItemStatus.AVAILABLE  # it lies on the desk
    assert got(books, Charge, CHARGE) == Charge(CHARGE, ADA, "fine", 500, DAY, LOAN, COPY)
    loan = got(books, Loan, LOAN)
    assert (loan.end, loan.policy_id, loan.biblio_id) == (LoanEnd.RETURNED, UNHEARD, TITLE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("lost", "available"),
        ("missing", "available"),
        ("damaged", "damaged"),
        ("repair", "repair"),
        ("withdrawn", "withdrawn"),
    ],
)
def test_what_a_return_says_about_a_copy(books, before, after):
    books.book(lent())
    books.put(replace(got(books, Item, COPY), status=ItemStatus(before)))
    books.book(returned())
    assert got(books, Item, COPY).status == after


def test_limit_passed_at_two_counters(books):
    books.book(lent(max_items=1))
    books.book(e.ItemAdded(Item(NOBODY, TITLE, "B2")))
    assert books.book(lent(OTHER_LOAN, item_id=NOBODY, max_items=1)) == [(C.LIM_OVER, "low")]
    (case,) = books.tables[Case].values()
    assert json.loads(case.detail) == {"count": 2, "limit": 1}
    assert len(books.open_loans(ADA)) == 2  # both stand


def test_a_limit_a_supervisor_waived_is_no_case(books):
    assert books.book(lent(max_items=0, override_id=NOBODY)) == []


def test_things_nobody_knows(books):
    assert books.book(lent(item_id=NOBODY)) == [(C.ITEM_GONE, "high")]
    assert books.book(lent(OTHER_LOAN, NOBODY)) == [(C.MEM_GONE, "high")]
    assert got(books, Item, COPY).loan_id == OTHER_LOAN  # the book is out, whoever has it
    assert books.book(e.LoanRenewed(CHARGE, DAY, DAY, 1)) == [(C.RET_UNKNOWN, "low")]
    assert got(books, Item, NOBODY) == Item(NOBODY, TITLE, "", loan_id=LOAN, seen_at=AT + timedelta(seconds=5))
    assert books.book(e.ItemDeclared(CHARGE, "lost", "available")) == [(C.ITEM_GONE, "medium")]
    assert books.book(e.MemberChanged(NOBODY, {"left": True}, {"left": False})) == [(C.MEM_GONE, "high")]
    assert books.book(e.BiblioChanged(NOBODY, {}, {})) == [(C.ITEM_GONE, "medium")]
    assert books.book(e.ItemChanged(CHARGE, {}, {})) == [(C.ITEM_GONE, "medium")]


def test_a_member_who_left(books):
    books.book(e.MemberChanged(ADA, {"left": True}, {"left": False}))
    assert books.book(lent()) == [(C.MEM_GONE, "high")]


def test_a_key_that_is_taken(books):
    books.book(lent())
    before = {kind: dict(rows) for kind, rows in books.tables.items() if kind is not Case}
    for event in (lent(), registered(), e.BiblioAdded(Biblio(TITLE, "X")), e.ItemAdded(Item(COPY, TITLE, "X"))):
        assert books.book(event) == [(C.ID_COLLISION, "high")]
    assert before == {kind: rows for kind, rows in books.tables.items() if kind is not Case}


def test_renewals_keep_the_later_promise(books):
    books.book(lent(due_on=DAY))
    books.book(e.LoanRenewed(LOAN, DAY + timedelta(days=9), DAY, 1))
    books.book(e.LoanRenewed(LOAN, DAY + timedelta(days=7), DAY, 1))  # the other counter's, arriving later
    assert (got(books, Loan, LOAN).due_on, got(books, Loan, LOAN).renewals) == (DAY + timedelta(days=9), 1)


def test_fine_and_suspension(books):
    until = DAY + timedelta(days=5)
    books.book(lent())
    books.book(returned(charge_id=CHARGE, fine_rp=1500, suspended_until=until))
    assert got(books, Charge, CHARGE) == Charge(CHARGE, ADA, "fine", 1500, DAY, LOAN, COPY)
    assert got(books, Member, ADA).suspended_until == until
    assert books.open_charges(ADA) == [got(books, Charge, CHARGE)]


def test_a_suspension_is_never_shortened_by_a_later_arrival(books):
    books.put(replace(got(books, Member, ADA), suspended_until=DAY + timedelta(days=30)))
    books.book(lent())
    books.book(returned(suspended_until=DAY + timedelta(days=5)))
    assert got(books, Member, ADA).suspended_until == DAY + timedelta(days=30)


def test_lost_and_found(books):
    books.book(lent())
    books.book(e.ItemDeclared(COPY, "lost", "available", "banjir", LOAN, ADA, CHARGE, 80_000, DAY))
    assert (got(books, Item, COPY).status, got(books, Item, COPY).loan_id) == (ItemStatus.LOST, None)
    assert (got(books, Loan, LOAN).end, got(books, Charge, CHARGE).kind) == (LoanEnd.LOST, "lost")
    books.book(e.DeclarationUndone(NOBODY, COPY, "available", LOAN, CHARGE))
    assert (got(books, Item, COPY).status, got(books, Item, COPY).loan_id) == (ItemStatus.AVAILABLE, LOAN)
    assert (got(books, Loan, LOAN).end, got(books, Loan, LOAN).ended_on) == (LoanEnd.OPEN, None)
    assert got(books, Charge, CHARGE).cancelled


# ---- undoing too late ---------------------------------------------------------------------------------------------


def test_undone_too_late(books):
    assert books.book(e.LoanUndone(NOBODY, LOAN)) == [(C.UNDO_LATE, "medium")]
    books.book(lent())
    assert books.book(e.ReturnUndone(NOBODY, LOAN, COPY, ADA)) == [(C.UNDO_LATE, "medium")]  # it is out
    books.book(returned())
    assert books.book(e.LoanUndone(NOBODY, LOAN)) == [(C.UNDO_LATE, "medium")]
    assert books.book(e.RenewalUndone(NOBODY, LOAN, DAY, 0)) == [(C.UNDO_LATE, "medium")]
    books.book(lent(OTHER_LOAN, BUDI))
    assert books.book(e.ReturnUndone(NOBODY, LOAN, COPY, ADA)) == [(C.UNDO_LATE, "medium")]  # lent on
    assert books.book(e.DeclarationUndone(NOBODY, COPY, "available", LOAN)) == [(C.UNDO_LATE, "medium")]
    assert got(books, Item, COPY).loan_id == OTHER_LOAN


def test_undone_twice(books):
    books.book(lent())
    assert books.book(e.LoanUndone(NOBODY, LOAN)) == []
    assert books.book(e.LoanUndone(NOBODY, LOAN)) == [(C.UNDO_LATE, "medium")]
    assert got(books, Loan, LOAN).end is LoanEnd.CANCELLED


# ---- members and catalogue ----------------------------------------------------------------------------------------


def test_twice_the_same_card_or_person(books):
    assert books.book(registered(Id("a" * 32), "a-1")) == [(C.CARD_DUP, "high")]
    assert books.book(registered(Id("b" * 32), "A-8", identity_index=b"\x01")) == []
    assert books.book(registered(Id("c" * 32), "A-9", identity_index=b"\x01")) == [(C.MEM_DUP, "medium")]
    assert len(books.tables[Member]) == 5  # both stand until a person decides


def test_two_counters_changing_different_fields_merge(books):
    books.book(e.MemberChanged(ADA, {}, {}, {"phone": "0811"}, {"phone": ""}))
    assert books.book(e.MemberChanged(ADA, {"valid_until": "2027-01-01"}, {"valid_until": None})) == []
    assert (got(books, Member, ADA).phone, got(books, Member, ADA).valid_until) == ("0811", date(2027, 1, 1))


def test_two_counters_changing_one_field(books):
    books.book(
        e.MemberChanged(ADA, {}, {}, {"job": "guru", "full_name": "Ada Satu"}, {"job": "", "full_name": "Ada Contoh"})
    )
    clash = e.MemberChanged(ADA, {}, {}, {"job": "nelayan"}, {"job": ""})
    assert books.book(clash) == [(C.MEM_EDIT, "low")]
    assert got(books, Member, ADA).job == "nelayan"  # the later arrival
    clash = e.MemberChanged(ADA, {}, {}, {"full_name": "Ada Dua"}, {"full_name": "Ada Contoh"})
    assert books.book(clash) == [(C.MEM_EDIT, "medium")]
    assert got(books, Member, ADA).full_name == "Ada Satu"  # who a person is waits for a person


def test_erased_personal_data_leaves_the_rest(books):
    books.book(e.MemberRegistered(NOBODY, "A-7", "umum", DAY, person=None))
    assert (got(books, Member, NOBODY).full_name, got(books, Member, NOBODY).member_no) == ("", "A-7")
    assert books.book(e.MemberChanged(NOBODY, {"left": True}, {"left": False}, None, None)) == []


def test_catalogue_clashes(books):
    assert books.book(e.ItemAdded(Item(NOBODY, TITLE, "b1"))) == [(C.BARCODE_DUP, "medium")]
    assert books.book(e.ItemChanged(NOBODY, {"barcode": "B9"}, {"barcode": "b1"})) == []
    assert books.book(e.ItemChanged(NOBODY, {"barcode": "B1 "}, {"barcode": "B9"})) == [(C.BARCODE_DUP, "medium")]
    assert books.book(e.BiblioChanged(TITLE, {"title": "Lain"}, {"title": "Bukan"})) == [(C.CAT_EDIT, "low")]
    assert got(books, Biblio, TITLE).title == "Lain"
    books.book(lent())
    assert books.book(e.ItemChanged(COPY, {"status": "withdrawn"}, {"status": "available"})) == [(C.CAT_LOANED, "info")]
    assert books.book(e.ItemChanged(COPY, {"note": "x"}, {"note": ""})) == []


# ---- the library --------------------------------------------------------------------------------------------------


def test_rules_policies_closed_days_operators(books):
    books.book(e.RuleSet("k", "1"))
    books.book(e.RuleSet("k", "2", "1"))
    assert got(books, Rule, "k").value == "2"
    old, new = LoanPolicy(Id("d" * 32)), LoanPolicy(Id("f" * 32), loan_days=9)
    books.book(e.PolicyAdopted(old))
    books.book(e.PolicyAdopted(new, replaces=old.id))
    assert (got(books, LoanPolicy, old.id).retired, got(books, LoanPolicy, new.id).retired) == (True, False)
    books.book(e.PolicyRetired(new.id))
    assert got(books, LoanPolicy, new.id).retired
    books.book(e.ClosedDaysDeclared((ClosedDay(DAY, "Libur"), ClosedDay(DAY + timedelta(days=1), "Libur"))))
    books.book(e.ClosedDayWithdrawn(DAY))
    assert list(books.tables[ClosedDay]) == ["2026-11-25"]
    books.book(e.OperatorAdded(ADA, "ada", ("admin",), e.OperatorPerson("Ada", "hash")))
    books.book(e.OperatorChanged(ADA, ("auditor",), False, e.OperatorPerson("Ada C", "hash2")))
    since = AT + timedelta(seconds=13)
    assert got(books, Operator, ADA) == Operator(ADA, "ada", "Ada C", ("auditor",), "hash2", False, since)
    books.book(e.OperatorChanged(ADA, ("admin",), False, e.OperatorPerson("Ada C", "hash2")))
    assert got(books, Operator, ADA).inactive_since == since
    books.book(e.OperatorChanged(ADA, ("admin",), True, e.OperatorPerson("Ada C", "hash2")))
    assert got(books, Operator, ADA).inactive_since is None
    assert books.book(e.OperatorChanged(NOBODY, (), True)) == []


def test_a_visit_is_counted_once(books):
    visit = e.VisitRecorded(NOBODY, "member", AT, DAY, "membaca", ADA)
    books.book(visit)
    books.book(replace(visit, purpose="lain"))
    assert got(books, Visit, NOBODY) == Visit(NOBODY, "member", AT, DAY, "membaca", ADA, station_id=DESK)


def test_a_case_has_the_same_key_on_every_replay():
    stamp = e.Stamp(ADA, AT, AT, DAY, 480, ADA, None, "b", 0, "plausible")
    one, again = (make_case(stamp, C.LIM_OVER, "low", ADA, count=2, others=(BUDI,), on=DAY) for _ in range(2))
    assert one == again
    assert json.loads(one.detail) == {"count": 2, "others": [BUDI], "on": "2026-11-24"}
    assert make_case(stamp, C.MEM_GONE, "low", ADA).id != one.id
    assert make_case(stamp, C.LIM_OVER, "low", BUDI).id != one.id
