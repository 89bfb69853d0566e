"""How the books take what happens to members: applicants, renewals, suspensions, cards, fees, merges taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from loket.domain import events as e
from loket.domain.apply import apply
from loket.domain.cases import CaseClass
from loket.domain.entities import CardEnd, CardPrint, Id, Loan, Member
from loket.domain.memory import DictState

C = CaseClass
DAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 2, tzinfo=UTC)
ADA, BUDI, CARD, OLD, FEE, LOAN, COPY, TITLE, POLICY, NOBODY, DESK, PRINT = (Id(f"{n:032x}") for n in range(1, 13))
NEXT_YEAR = date(2027, 11, 24)


class Books(DictState):
    """A dict state that takes events one by one."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers = count(1)

    def book(self, *events: e.Event) -> list[tuple[str, str]]:
        """Cases as (class, severity), of all the events; each a second after the one before."""
        cases = []
        for event in events:
            number = next(self._numbers)
            at = AT + timedelta(seconds=number)
            stamp = e.Stamp(Id(f"{number:032x}"), at, at, DAY, 480, DESK, None, "b", 0, "plausible")
            cases += apply(self, e.Recorded(stamp, event))
        return [(str(case.cls), case.severity) for case in cases]

    def member(self, member_id: Id = ADA) -> Member:
        found = self.get(Member, member_id)
        assert found is not None
        return found


def registered(member_id: Id = ADA, number: str = "A-1", **fields: Any) -> e.MemberRegistered:
    return e.MemberRegistered(member_id, number, "umum", DAY, person=e.Person("Ada Contoh"), **fields)


def applied(member_id: Id = ADA) -> e.MemberRegistered:
    return registered(member_id, "", pending=True)


def accepted(member_id: Id = ADA, number: str = "A-1") -> e.ApplicantAccepted:
    return e.ApplicantAccepted(member_id, number, "pelajar", DAY, NEXT_YEAR)


@pytest.fixture
def books() -> Books:
    return Books()


# ---- applicants -----------------------------------------------------------------------------------------------------


def test_applicants_without_a_number_do_not_clash(books: Books) -> None:
    assert books.book(applied(ADA), applied(BUDI)) == []


def test_an_accepted_applicant_is_a_member(books: Books) -> None:
    assert books.book(applied(), accepted()) == []
    member = books.member()
    assert (member.pending, member.member_no, member.member_type) == (False, "A-1", "pelajar")
    assert (member.registered_on, member.valid_until) == (DAY, NEXT_YEAR)


def test_accepted_twice_he_keeps_his_first_number(books: Books) -> None:
    assert books.book(applied(), accepted(), accepted(number="A-1")) == []
    assert books.book(accepted(number="B-1")) == [(C.MEM_EDIT, "medium")]
    assert books.member().member_no == "A-1"


def test_a_number_given_to_two_is_a_case(books: Books) -> None:
    assert books.book(registered(BUDI), applied(), accepted(number="a-1")) == [(C.CARD_DUP, "high")]
    assert books.book(e.MemberChanged(BUDI, {"member_no": "B-1"}, {"member_no": "A-1"})) == []
    assert books.book(e.MemberChanged(BUDI, {"member_no": "A-1"}, {"member_no": "B-1"})) == [(C.CARD_DUP, "high")]
    assert books.book(e.MemberChanged(BUDI, {"left": True}, {"left": False})) == []  # said once is enough


def test_a_declined_one_may_still_be_accepted_but_no_member_is_sent_away(books: Books) -> None:
    books.book(applied(), e.ApplicantDeclined(ADA, DAY))
    assert (books.member().left, books.member().pending) == (True, True)
    books.book(accepted())
    assert not books.member().left
    assert books.book(e.ApplicantDeclined(ADA, DAY)) == []
    assert not books.member().left


def test_an_erased_or_merged_applicant_does_not_come_back(books: Books) -> None:
    books.book(applied(ADA), e.MemberErased(ADA, "permintaan"), accepted(ADA))
    assert books.member().left
    books.book(registered(CARD, "C-1"), applied(BUDI), e.MembersMerged(CARD, BUDI), accepted(BUDI, "B-1"))
    assert (books.member(BUDI).left, books.member(BUDI).merged_into) == (True, CARD)


@pytest.mark.parametrize(
    "event",
    [
        accepted(NOBODY),
        e.ApplicantDeclined(NOBODY, DAY),
        e.MembershipRenewed(NOBODY, DAY, NEXT_YEAR),
        e.MemberSuspended(NOBODY, NEXT_YEAR),
        e.SuspensionEnded(NOBODY, DAY),
        e.FeeRaised(FEE, NOBODY, "card_fee", 5000, DAY, "Perda contoh"),
        e.ClearanceIssued(NOBODY, "1/2026", DAY),
        e.MergeUndone(ADA, NOBODY),
    ],
)
def test_what_happens_to_nobody_is_a_case(books: Books, event: e.Event) -> None:
    assert books.book(event) == [(C.MEM_GONE, "high")]


# ---- a member's time ------------------------------------------------------------------------------------------------


def test_of_two_renewals_the_longer_counts(books: Books) -> None:
    books.book(registered(valid_until=DAY))
    for until, stands in ((NEXT_YEAR, NEXT_YEAR), (DAY, NEXT_YEAR), (None, None), (NEXT_YEAR, None)):
        books.book(e.MembershipRenewed(ADA, DAY, until, DAY))
        assert books.member().valid_until == stands


def test_the_longer_suspension_stands_and_ends_only_if_it_was_known(books: Books) -> None:
    short, long = date(2026, 12, 1), date(2026, 12, 24)
    books.book(registered(), e.MemberSuspended(ADA, long, None, "buku rusak"), e.MemberSuspended(ADA, short, None, "x"))
    assert (books.member().suspended_until, books.member().suspended_why) == (long, "buku rusak")
    assert books.book(e.SuspensionEnded(ADA, DAY, short)) == [(C.MEM_EDIT, "low")]
    assert books.member().suspended_until == long
    assert books.book(e.SuspensionEnded(ADA, DAY, long)) == []
    assert (books.member().suspended_until, books.member().suspended_why) == (None, "")


# ---- cards and fees -------------------------------------------------------------------------------------------------


def test_a_new_card_ends_the_old_one(books: Books) -> None:
    books.book(registered(), e.CardIssued(CARD, ADA, "A-1-2", DAY, CardEnd.LOST, OLD, "A-1"))
    cards = {card.code: (card.end, card.ended_on) for card in books.cards_of(ADA)}
    assert cards == {"A-1": (CardEnd.LOST, DAY), "A-1-2": (CardEnd.IN_USE, None)}
    assert books.book(e.CardIssued(CARD, ADA, "A-1-9", DAY)) == [(C.ID_COLLISION, "high")]
    assert books.book(registered(BUDI, "B-1"), e.CardIssued(POLICY, BUDI, "a-1-2", DAY)) == [(C.CARD_DUP, "high")]


def test_a_print_and_a_fee_are_booked_once(books: Books) -> None:
    printed = e.CardPrinted(PRINT, ADA, "A-1", "biru", "first", DAY)
    fee = e.FeeRaised(FEE, ADA, "card_fee", 5000, DAY, "Perda contoh")
    assert books.book(registered(), printed, fee) == []
    assert books.get(CardPrint, PRINT) == CardPrint(PRINT, ADA, "A-1", "biru", "first", DAY, DESK)
    [charge] = books.open_charges(ADA)
    assert (charge.kind, charge.amount_rp, charge.legal_basis) == ("card_fee", 5000, "Perda contoh")
    books.put(replace(charge, settled_rp=5000))
    assert books.book(printed, fee) == [(C.ID_COLLISION, "high")] * 2
    assert books.open_charges(ADA) == []  # what was paid stays paid


# ---- two records ----------------------------------------------------------------------------------------------------


def test_a_merge_taken_back_gives_each_his_own(books: Books) -> None:
    lent = e.ItemLent(LOAN, BUDI, COPY, TITLE, POLICY, DAY, NEXT_YEAR, 2)
    fee = e.FeeRaised(FEE, BUDI, "card_fee", 5000, DAY, "Perda contoh")
    books.book(registered(ADA), registered(BUDI, "B-1"), lent, fee, e.MembersMerged(ADA, BUDI))
    assert [loan.moved_from for loan in books.open_loans(ADA)] == [BUDI]
    assert books.book(e.FeeRaised(OLD, BUDI, "renewal_fee", 1000, DAY, "Perda contoh")) == []
    assert {charge.kind for charge in books.open_charges(ADA)} == {"card_fee", "renewal_fee"}
    books.book(e.MergeUndone(ADA, BUDI, "dua orang"))
    assert (books.member(BUDI).left, books.member(BUDI).merged_into) == (False, None)
    assert [(loan.id, loan.moved_from) for loan in books.open_loans(BUDI)] == [(LOAN, None)]
    assert {charge.kind for charge in books.open_charges(BUDI)} == {"card_fee", "renewal_fee"}
    assert books.open_charges(ADA) == []
    assert books.book(e.MergeUndone(ADA, BUDI)) == []


def test_a_fine_that_came_after_the_merge_goes_with_its_loan(books: Books) -> None:
    lent = e.ItemLent(LOAN, BUDI, COPY, TITLE, POLICY, DAY, DAY, 2)
    back = e.ItemReturned(LOAN, COPY, ADA, NEXT_YEAR, 365, OLD, 5000)
    books.book(registered(ADA), registered(BUDI, "B-1"), lent, e.MembersMerged(ADA, BUDI), back)
    assert [charge.id for charge in books.open_charges(ADA)] == [OLD]
    books.book(e.MergeUndone(ADA, BUDI))
    assert [charge.id for charge in books.open_charges(BUDI)] == [OLD]
    loan = books.get(Loan, LOAN)
    assert loan is not None
    assert (loan.member_id, loan.ended_on) == (BUDI, NEXT_YEAR)


def test_what_another_desk_lent_to_the_merged_record_goes_back_too(books: Books) -> None:
    """The desk that lent it had not heard of the merge."""
    lent = e.ItemLent(LOAN, BUDI, COPY, TITLE, POLICY, DAY, NEXT_YEAR, 2)
    books.book(registered(ADA), registered(BUDI, "B-1"), e.MembersMerged(ADA, BUDI), lent)
    assert [loan.id for loan in books.open_loans(ADA)] == [LOAN]
    books.book(e.MergeUndone(ADA, BUDI))
    assert [loan.id for loan in books.open_loans(BUDI)] == [LOAN]


def test_merges_through_one_another_are_taken_back_one_by_one(books: Books) -> None:
    """Budi into Ada, Ada into Nobody: undone from either end, each thing finds its owner."""
    lent = e.ItemLent(LOAN, BUDI, COPY, TITLE, POLICY, DAY, NEXT_YEAR, 2)
    fee = e.FeeRaised(FEE, ADA, "card_fee", 5000, DAY, "Perda contoh")
    people = registered(ADA), registered(BUDI, "B-1"), registered(NOBODY, "C-1")
    books.book(*people, lent, fee, e.MembersMerged(ADA, BUDI), e.MembersMerged(NOBODY, ADA))
    assert [loan.moved_from for loan in books.open_loans(NOBODY)] == [BUDI]

    books.book(e.MergeUndone(NOBODY, ADA))
    assert [(loan.id, loan.moved_from) for loan in books.open_loans(ADA)] == [(LOAN, BUDI)]
    assert [(charge.id, charge.moved_from) for charge in books.open_charges(ADA)] == [(FEE, None)]
    books.book(e.MergeUndone(ADA, BUDI))
    assert [(loan.id, loan.moved_from) for loan in books.open_loans(BUDI)] == [(LOAN, None)]

    books.book(e.MembersMerged(ADA, BUDI), e.MembersMerged(NOBODY, ADA), e.MergeUndone(ADA, BUDI))
    assert [loan.id for loan in books.open_loans(BUDI)] == [LOAN]
    assert [charge.id for charge in books.open_charges(NOBODY)] == [FEE]
