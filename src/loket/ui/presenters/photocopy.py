"""A photocopy job on the counter before it is booked: what is known of it, and what is to be asked next. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from loket.domain.entities import Id, PayMethod, Tariff
from loket.domain.folding import code_key
from loket.domain.money import rounded_rp
from loket.services.photocopies import Copied, OutLine, PayNow
from loket.services.visitors import Person


class CopyWay(StrEnum):
    HERE = "here"  # copied on the premises
    OUT = "out"  # the books go to a copier outside


class PayWay(StrEnum):
    """BILL: the member's account; he pays at the cash desk."""

    BILL = "bill"
    CASH = "cash"
    QRIS = "qris"


class Ask(StrEnum):
    """What is still to be told, in the order it is asked for."""

    PERSON = "person"
    BOOKS = "books"
    PAGES = "pages"
    PLEDGE_TYPE = "pledge_type"
    PLEDGE_LAST4 = "pledge_last4"
    REFERENCE = "reference"
    NOTHING = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was scanned and typed so far.

    `guest`: the name of somebody who is neither member nor visitor here. `pages`, `received_rp`: None while the field
    is empty. `tariff`: of the paper; None where copies cost nothing. `step_rp`: what cash is rounded to.
    """

    way: CopyWay = CopyWay.HERE
    person: Person | None = None
    guest: str = ""
    books: tuple[Copied, ...] = ()
    pages: int | None = None
    tariff: Tariff | None = None
    pay: PayWay = PayWay.CASH
    received_rp: int | None = None
    reference: str = ""
    pledge_type: str = ""
    pledge_last4: str = ""
    step_rp: int = 0

    # ---- what follows from it --------------------------------------------------------------------------------------

    @property
    def is_named(self) -> bool:
        return self.person is not None or bool(self.guest)

    @property
    def may_bill(self) -> bool:
        """Only a member has an account."""
        return self.person is not None and self.person.member_id is not None

    @property
    def total_rp(self) -> int:
        """What this comes to, as it is asked for: cash is rounded to the coins there are."""
        exact_rp = self.tariff.amount_rp * (self.pages or 0) if self.tariff is not None else 0
        return rounded_rp(exact_rp, self.step_rp) if self.pay is PayWay.CASH else exact_rp

    @property
    def change_rp(self) -> int:
        """Below nought: so much is missing."""
        return 0 if self.received_rp is None else self.received_rp - self.total_rp

    @property
    def ask(self) -> Ask:
        """The first thing that is missing."""
        return self._ask_out() if self.way is CopyWay.OUT else self._ask_here()

    def _ask_here(self) -> Ask:
        if not self.pages:
            return Ask.PAGES
        if self.pay is PayWay.QRIS and self.total_rp and not self.reference:
            return Ask.REFERENCE
        return Ask.NOTHING

    def _ask_out(self) -> Ask:
        if not self.is_named:
            return Ask.PERSON
        if not self.books:
            return Ask.BOOKS
        if not self.pledge_type:
            return Ask.PLEDGE_TYPE
        return Ask.NOTHING if self.pledge_last4 else Ask.PLEDGE_LAST4

    def pay_now(self) -> PayNow | None:
        """How it is paid at once; None where it goes on the account, or costs nothing."""
        if self.pay is PayWay.BILL or not self.total_rp:
            return None
        if self.pay is PayWay.CASH:
            return PayNow(PayMethod.CASH, received_rp=self.received_rp)
        return PayNow(PayMethod.QRIS, reference=self.reference)

    # ---- how it changes --------------------------------------------------------------------------------------------

    def served(self, person: Person | None, guest: str = "") -> Draft:
        """Somebody stands here. A member's copies go on his account unless he pays at once; a guest pays at once."""
        named = replace(self, person=person, guest="" if person is not None else guest)
        return replace(named, pay=PayWay.BILL if named.may_bill else _at_once(named.pay))

    def with_book(self, book: Copied) -> Draft:
        """One more; a book that is on the counter already counts once."""
        if any(code_key(one.barcode) == code_key(book.barcode) for one in self.books):
            return self
        return replace(self, books=(*self.books, book))

    def without_book(self, barcode: str) -> Draft:
        return replace(self, books=tuple(one for one in self.books if one.barcode != barcode))

    def begun_anew(self) -> Draft:
        """For the next one: the same way and the same paper, nobody and nothing else."""
        return Draft(way=self.way, tariff=self.tariff, step_rp=self.step_rp)


def _at_once(pay: PayWay) -> PayWay:
    return PayWay.CASH if pay is PayWay.BILL else pay


@dataclass(frozen=True, slots=True)
class Return:
    """Books that come back from a copier: the job, and which of them were scanned so far.

    `slip_code`: of the slip that was shown; "" while none was.
    """

    line: OutLine
    slip_code: str = ""
    checked: frozenset[str] = frozenset()

    @property
    def job_id(self) -> Id:
        return self.line.job.id

    @property
    def total(self) -> int:
        return len(self.line.job.barcodes)

    @property
    def books(self) -> tuple[Copied, ...]:
        job = self.line.job
        titles = (*job.titles, *[""] * len(job.barcodes))
        return tuple(Copied(code, title) for code, title in zip(job.barcodes, titles, strict=False))

    def has(self, code: str) -> bool:
        """Is this one of the books that went out?"""
        return any(code_key(barcode) == code_key(code) for barcode in self.line.job.barcodes)

    def checked_off(self, code: str) -> Return:
        return replace(self, checked=self.checked | {code_key(code)})

    def is_checked(self, barcode: str) -> bool:
        return code_key(barcode) in self.checked
