"""Two desks work apart, each on what it knows; whatever order the server hears of it in, the books hold together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from conflict_books import (
    ADA,
    BUDI,
    COPY,
    DAY,
    DOUBTFUL,
    LIMIT,
    OTHER_COPY,
    TITLE,
    Books,
    changed,
    lent,
    made,
    opened_library,
    registered,
    returned,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from loket.domain import events as e
from loket.domain.apply_circulation import loans_of_person
from loket.domain.cases import CaseClass, case_id
from loket.domain.entities import Case, Charge, Id, Item, Loan, LoanEnd, Member
from loket.domain.memory import is_owed

THIRD_COPY, TWIN = Id("d" * 32), Id("b" * 32)
MEMBERS, COPIES = (ADA, BUDI, TWIN), (COPY, OTHER_COPY, THIRD_COPY)


class Desk:
    """A desk: its own books, and its journal. It refuses what a desk refuses, as far as it knows."""

    def __init__(self, name: str, opened: Callable[[], Books], quality: str) -> None:
        self.name, self.quality = name, quality
        self.books = opened()
        self.journal: list[e.Recorded] = []
        self.minutes = 0

    def record(self, event: e.Event) -> None:
        made_here = made(event, desk=self.name, minutes=self.minutes, quality=self.quality)
        self.books.arrive(made_here)
        self.journal.append(made_here)

    def new_id(self) -> Id:
        return case_id(f"{self.name} {len(self.journal)}")

    def lend(self, member_id: Id, item_id: Id) -> None:
        item, member = self.books.the(Item, item_id), self.books.the(Member, member_id)
        if item.loan_id is None and not member.left and len(loans_of_person(self.books, member)) < LIMIT:
            self.record(lent(self.new_id(), member_id, item_id, item_seen_at=item.seen_at))

    def take_back(self, member_id: Id, item_id: Id) -> None:
        item = self.books.the(Item, item_id)
        if item.loan_id is None:
            self.record(e.ReturnNoted(item.barcode, item_id, DAY))
            return
        loan = self.books.the(Loan, item.loan_id)
        fine = {"charge_id": self.new_id(), "fine_rp": 500} if self.minutes % 2 else {}
        self.record(returned(loan.id, loan.member_id, item_id, **fine))

    def lose(self, member_id: Id, item_id: Id) -> None:
        loan_id = self.books.the(Item, item_id).loan_id
        if loan_id is not None:
            owed = (self.books.the(Loan, loan_id).member_id, self.new_id(), 9_000, DAY)
            self.record(e.ItemDeclared(item_id, "lost", "available", "", loan_id, *owed))

    def undo(self, member_id: Id, item_id: Id) -> None:
        """The last thing done at this desk, unless it was undone or cannot be."""
        last = self.journal[-1] if self.journal else None
        match last.event if last else None:
            case e.ItemLent(loan_id=loan_id):
                self.record(e.LoanUndone(last.stamp.event_id, loan_id))
            case e.ItemReturned() as back:
                self.record(
                    e.ReturnUndone(last.stamp.event_id, back.loan_id, back.item_id, back.member_id, back.charge_id)
                )
            case e.ItemDeclared() as said:
                self.record(
                    e.DeclarationUndone(last.stamp.event_id, said.item_id, said.was, said.loan_id, said.charge_id)
                )

    def edit(self, member_id: Id, item_id: Id) -> None:
        """Says Ada's telephone number anew."""
        now = self.books.the(Member, ADA).phone
        self.record(changed({"phone": f"08{self.minutes}"}, {"phone": now}))

    def merge(self, member_id: Id, item_id: Id) -> None:
        if not self.books.the(Member, TWIN).left:
            self.record(e.MembersMerged(BUDI, TWIN))

    def erase(self, member_id: Id, item_id: Id) -> None:
        self.record(e.MemberErased(ADA, "permintaan"))


DOINGS = [Desk.lend] * 5 + [Desk.take_back] * 4 + [Desk.undo] * 2
DOINGS += [Desk.lose, Desk.edit, Desk.merge, Desk.erase]
STEPS = st.lists(
    st.tuples(st.sampled_from(DOINGS), st.sampled_from(MEMBERS), st.sampled_from(COPIES), st.integers(0, 40)),
    max_size=14,
)


def opened() -> Books:
    """The library both desks knew when the line broke: Budi has a second card under the same identity number."""
    books = opened_library()
    books.put(replace(books.the(Member, BUDI), identity_index=b"\x01"))
    twin = registered(TWIN, "A-3", full_name="Budi Contoh", identity_index=b"\x01")
    books.arrive(
        made(changed(), minutes=-1430), made(twin, minutes=-1430), made(e.ItemAdded(Item(THIRD_COPY, TITLE, "B3")))
    )
    return books


def worked(name: str, steps: list[tuple[Callable[..., None], Id, Id, int]], quality: str) -> Desk:
    desk = Desk(name, opened, quality)
    for doing, member_id, item_id, minutes in steps:
        desk.minutes += minutes
        doing(desk, member_id, item_id)
    return desk


def interleaved(one: list[e.Recorded], other: list[e.Recorded], turns: list[bool]) -> Iterator[e.Recorded]:
    """Each desk's own order is kept."""
    queues = [list(one), list(other)]
    for turn in turns:
        if queues[turn]:
            yield queues[turn].pop(0)
    yield from [*queues[0], *queues[1]]


def asked_about(books: Books, entity: Id, cls: CaseClass) -> bool:
    return any(case.cls == cls and not case.closed for case in books.cases_about(entity))


def check_copies(books: Books) -> None:
    """At most one open loan of a copy, or a person is asked; and a copy on the shelf is not on loan."""
    loans = [loan for loan in books.tables[Loan].values() if isinstance(loan, Loan) and loan.end is LoanEnd.OPEN]
    for item_id, count in Counter(loan.item_id for loan in loans).items():
        assert count == 1 or asked_about(books, item_id, CaseClass.LOAN_COPY)
        item = books.the(Item, item_id)
        assert item.loan_id is not None
        assert (books.the(Loan, item.loan_id).end, books.the(Loan, item.loan_id).item_id) == (LoanEnd.OPEN, item_id)
    for item_id in COPIES:
        assert books.the(Item, item_id).loan_id in {None, *(loan.id for loan in loans)}


def check_members(books: Books, reopened: set[str]) -> None:
    """Nobody has more than his limit, apart from loans that undoing opened again, or a case says so.

    Budi's two cards share one limit; nothing is open under a card that was merged away.
    """
    for cards in ((ADA,), (BUDI, TWIN)):
        loans = [loan for card in cards for loan in books.open_loans(card) if loan.id not in reopened]
        assert len(loans) <= LIMIT or any(asked_about(books, card, CaseClass.LIM_OVER) for card in cards)
    for member_id in MEMBERS:
        assert books.the(Member, member_id).merged_into is None or not books.open_loans(member_id)


def check_money(books: Books) -> None:
    fined = Counter()  # a loan is fined once
    for charge in books.tables[Charge].values():
        assert isinstance(charge, Charge)
        assert type(charge.amount_rp) is int
        assert charge.amount_rp >= 0
        assert not is_owed(charge) or books.the(Member, charge.member_id).merged_into is None
        fined[charge.loan_id] += charge.kind == "fine" and not charge.cancelled
    assert max(fined.values(), default=0) <= 1


@settings(max_examples=250)
@given(STEPS, STEPS, st.lists(st.booleans(), max_size=28), st.sampled_from(("plausible", "plausible", DOUBTFUL)))
def test_the_books_hold_together_in_every_order(steps_a, steps_b, turns, quality):
    desks = worked("a", steps_a, "plausible"), worked("b", steps_b, quality)
    books, reopened = opened(), set()
    for recorded in interleaved(desks[0].journal, desks[1].journal, turns):
        books.arrive(recorded)
        if isinstance(recorded.event, (e.ReturnUndone, e.DeclarationUndone)) and recorded.event.loan_id:
            reopened.add(recorded.event.loan_id)
        check_copies(books)
        check_members(books, reopened)
        check_money(books)


@settings(max_examples=100)
@given(STEPS)
def test_a_desk_that_worked_alone_is_believed_to_the_letter(steps):
    """The server's rows are the desk's own, and nobody is asked anything."""
    desk = worked("a", steps, "plausible")
    books = opened()
    books.arrive(*desk.journal)
    assert books.rows(cases=True) == desk.books.rows(cases=True)
    assert {case.cls for case in books.tables[Case].values()} == {CaseClass.MEM_DUP}  # the opening's
