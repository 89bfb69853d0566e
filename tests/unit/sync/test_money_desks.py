"""Two cash desks and a treasurer, each with a database of its own, and the server between them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from at_pusat import Way, join, same, second
from fakes import ADMIN, HASHER, SUPERVISOR, SequentialIds, new_desk, operator
from stock import add_member, adopt_tariff, row

from loket.domain.cases import CaseClass
from loket.domain.entities import Charge, ChargeKind, HandOver, Id, PayMethod, Role
from loket.server.pusat import Pusat
from loket.server.server_keys import ServerKeys
from loket.server.store import open_store
from loket.services.bills import bill_of, services_for_sale
from loket.services.books import cash_book, lpj
from loket.services.cases import open_cases
from loket.services.cash_shift import close_shift, current_shift, hand_over, open_shift
from loket.services.circulation import Approval
from loket.services.desk import Desk
from loket.services.example_money import in_notes
from loket.services.fees import Fee, raise_fee
from loket.services.operators import add_operator
from loket.services.payments import Wanted, refund, take_payment, void_receipt
from loket.services.receipts import gaps
from loket.services.treasury import HandOverState, confirm, hand_overs, receive, reconcile, remit

FLOAT_RP = 100_000
TREASURER = "bendahara"


class Library:
    """Three counters of one library, and the line they all have or lack."""

    def __init__(self, folder: Path) -> None:
        self.one = new_desk(folder)
        store = open_store(None, folder / "pusat", bytes(range(32)))
        self.pusat = Pusat(store, ServerKeys(bytes(range(32))), self.one.clock, SequentialIds(99 << 40))
        self.way = Way(self.pusat)
        self.one.operator = operator(self.one, ADMIN)
        words = {"full_name": "Bendahara Contoh", "password": "kunci-bendahara-1"}
        add_operator(self.one, HASHER, username=TREASURER, roles=[Role.TREASURER], **words)
        for kind, amount_rp in ((ChargeKind.CARD_FEE, 10_000), (ChargeKind.FORM_FEE, 1_000)):
            adopt_tariff(self.one, kind, amount_rp)
        adopt_tariff(self.one, ChargeKind.PHOTOCOPY, 500, name="Fotokopi A4", account="4.1.02.01.02")
        self.member = add_member(self.one, "A-1")
        join(self.one, self.pusat, self.way, None, marks=("a", "b", "c", "d"))
        self.sync(self.one)
        self.two = second(folder, self.one, self.pusat, self.way, 2, "sirkulasi")
        self.treasury = second(folder, self.one, self.pusat, self.way, 3, "bendahara")
        for desk, who in ((self.one, ADMIN), (self.two, ADMIN), (self.treasury, TREASURER)):
            desk.operator = operator(desk, who)

    @property
    def desks(self) -> tuple[Desk, Desk, Desk]:
        return self.one, self.two, self.treasury

    def sync(self, *desks: Desk) -> None:
        same(*desks, way=self.way)

    def owed(self) -> Id:
        """The member owes for a card; every desk knows it."""
        with self.one.action() as act:
            raise_fee(act, self.member, Fee.CARD)
        self.sync(*self.desks)
        return bill_of(self.one, self.member).charges[0].charge.id

    def close(self) -> None:
        for desk in self.desks:
            desk.database.close()
        self.pusat.store.close()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library(tmp_path)
    yield made
    made.close()


def sell(desk: Desk, pieces: int, method: PayMethod = PayMethod.CASH) -> None:
    (tariff,) = services_for_sale(desk)
    reference = "" if method is PayMethod.CASH else "QR-CONTOH"
    take_payment(desk, [Wanted(tariff_id=tariff.id, quantity=pieces)], method=method, reference=reference)


def count_and_hand_over(desk: Desk) -> HandOver:
    shift = current_shift(desk)
    assert shift is not None
    closed = close_shift(desk, in_notes(shift.expected_rp), FLOAT_RP)
    return hand_over(desk, [closed.id])


def test_two_desks_and_a_treasurer_have_the_same_books(library: Library) -> None:
    charge = library.owed()
    for desk in (library.one, library.two):
        open_shift(desk, FLOAT_RP)
    take_payment(library.one, [Wanted(charge_id=charge)])
    sell(library.one, 3)
    sell(library.two, 7)
    sell(library.two, 2, PayMethod.QRIS)
    handed = [count_and_hand_over(desk) for desk in (library.one, library.two)]
    assert [one.cash_rp for one in handed] == [11_500, 3_500]
    library.sync(*library.desks)

    waiting = hand_overs(library.treasury, HandOverState.ON_THE_WAY)
    assert {view.hand_over.id for view in waiting} == {one.id for one in handed}
    for view in waiting:
        receive(library.treasury, view.hand_over.id, view.hand_over.cash_rp)
    today = library.treasury.today()
    slip = remit(library.treasury, [one.id for one in handed], today, "Bank Contoh", "000")
    assert slip.amount_rp == 15_000
    confirm(library.treasury, slip.id, "CONTOH-1", today)
    library.sync(*library.desks)

    books = [cash_book(desk, today, today) for desk in library.desks]
    assert books[0] == books[1] == books[2]
    assert (books[0].came_in.cash_rp, books[0].came_in.noncash_rp) == (15_000, 1_000)
    assert books[0].closing.total_rp == 0
    assert len({lpj(desk, today.year, today.month).closing for desk in library.desks}) == 1
    assert all(reconcile(desk, today, today).gaps == () for desk in library.desks)
    assert all(gaps(desk, today.year) == [] for desk in library.desks)
    received = row(library.one, HandOver, handed[0].id)
    assert (received.received_rp, received.remittance_id) == (11_500, slip.id)


def test_what_both_desks_took_is_credit_and_can_be_given_back(library: Library) -> None:
    charge = library.owed()
    for desk in (library.one, library.two):
        open_shift(desk, FLOAT_RP)
        take_payment(desk, [Wanted(charge_id=charge)])
    library.sync(*library.desks)
    assert [case.cls for case in open_cases(library.treasury)] == [CaseClass.PAY_DUP]
    for desk in library.desks:
        known = row(desk, Charge, charge)
        assert (known.paid_rp, known.settled_rp, known.credit_rp) == (20_000, 10_000, 10_000)
    supervisor = operator(library.two, SUPERVISOR)
    why = "Dibayar di dua loket"
    back = refund(library.two, charge, 0, why, Approval(supervisor.id, why))
    assert back.receipt.total_rp == -10_000
    library.sync(*library.desks)
    assert row(library.one, Charge, charge).credit_rp == 0


def test_a_void_here_and_the_whole_way_of_the_money_there(library: Library) -> None:
    """The receipt is made void after its cash was deposited: the next drawer gives it back, no closed day changes."""
    charge = library.owed()
    open_shift(library.one, FLOAT_RP)
    receipt = take_payment(library.one, [Wanted(charge_id=charge)]).receipt
    handed = count_and_hand_over(library.one)
    library.sync(*library.desks)
    receive(library.treasury, handed.id, handed.cash_rp)
    first_day = library.treasury.today()
    remit(library.treasury, [handed.id], first_day, "Bank Contoh", "000")
    library.sync(*library.desks)
    before = cash_book(library.one, first_day, first_day)

    for desk in library.desks:
        desk.clock.advance(days=1)  # type: ignore[attr-defined]
    open_shift(library.two, FLOAT_RP)
    supervisor = operator(library.two, SUPERVISOR)
    void_receipt(library.two, receipt.id, "Salah orang", Approval(supervisor.id, "Salah orang"))
    library.sync(*library.desks)
    assert cash_book(library.one, first_day, first_day) == before
    today = library.one.today()
    for desk in library.desks:
        book = cash_book(desk, today, today)
        assert (book.opening.total_rp, book.came_in.cash_rp, book.closing.cash_rp) == (0, -10_000, -10_000)
        assert row(desk, Charge, charge).settled_rp == 0
