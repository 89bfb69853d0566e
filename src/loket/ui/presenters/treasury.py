"""What the treasurer's page shows and does: what waits, what lies in his hands, what agrees, and the books.

Knows no Qt. After every action everything is read again: another counter may have moved the money on meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from loket.db.engine import translated
from loket.devices.scans import FIELD, MOST_FILE_BYTES, scan_picture
from loket.domain.books import Lpj
from loket.domain.entities import HandOver, Id, Remittance, Role
from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.services import books, treasury
from loket.services.case_money import RefundDue, refunds_due
from loket.services.desk import Desk
from loket.services.photos import PhotoStore
from loket.services.treasury import (
    Aged,
    AgedKind,
    Draft,
    HandOverState,
    HandOverView,
    Reconciliation,
    RemittanceView,
)
from loket.ui.jobs import JobRunner

if TYPE_CHECKING:
    from loket.reports.ledger import Ledger

T = TypeVar("T")
LISTED_DAYS = 120  # how far back the list of deposit slips goes
AT_DESKS = frozenset({AgedKind.OPEN_SHIFT, AgedKind.WAITING})


class NextStep(StrEnum):
    """The one thing to do now."""

    RECEIVE = "receive"
    REMIT = "remit"
    CONFIRM = "confirm"
    NONE = "none"


class BookKind(StrEnum):
    """The books of a treasurer of receipts."""

    CASH = "cash"  # Buku Kas Umum
    RECEIPTS = "receipts"  # Buku Penerimaan dan Penyetoran
    DAYS = "days"  # rekapitulasi penerimaan harian
    ACCOUNTS = "accounts"  # per kode rekening
    LPJ = "lpj"
    YEAR = "year"  # month by month


@dataclass(frozen=True, slots=True)
class Work:
    """Everything on the first view.

    Attributes:
        handed: hand-overs, newest first. at_hand: received, to be deposited, oldest first.
        slips: deposit slips of the last months, newest first.
        ages: money not deposited yet, oldest first. month: the running month's account.
        refunds: credit that somebody decided to give back to its member.
        bank, bank_account: of the settings. remit_within_days: the term. may_act: the treasurer is at the counter.
    """

    handed: tuple[HandOverView, ...]
    at_hand: tuple[HandOverView, ...]
    slips: tuple[RemittanceView, ...]
    ages: tuple[Aged, ...]
    month: Lpj
    refunds: tuple[RefundDue, ...]
    bank: str
    bank_account: str
    remit_within_days: int
    may_act: bool

    @property
    def waiting(self) -> tuple[HandOverView, ...]:
        """Handed over and not received, oldest first."""
        return tuple(one for one in reversed(self.handed) if one.state is HandOverState.ON_THE_WAY)

    @property
    def unconfirmed(self) -> tuple[RemittanceView, ...]:
        """Slips the bank has not stamped yet, oldest first."""
        return tuple(
            slip
            for slip in reversed(self.slips)
            if slip.remittance.confirmed_on is None and slip.remittance.voided_on is None
        )

    @property
    def in_hand_rp(self) -> int:
        """Cash in the treasurer's hands."""
        return sum(one.hand_over.received_rp for one in self.at_hand)

    @property
    def noncash_rp(self) -> int:
        """What is not cash and is still to be deposited, of what he received."""
        return sum(one.deposit_noncash_rp for one in self.at_hand)

    def aged(self, *kinds: AgedKind) -> tuple[Aged, ...]:
        return tuple(one for one in self.ages if one.kind in kinds)

    def age_of(self, hand_over_id: Id) -> Aged | None:
        return next((one for one in self.ages if one.about == hand_over_id), None)

    def late_days(self, hand_over_id: Id) -> int:
        """Open days beyond the term; 0 while it still runs."""
        aged = self.age_of(hand_over_id)
        return max(1, aged.days - self.remit_within_days) if aged is not None and aged.overdue else 0

    @property
    def step(self) -> NextStep:
        """Overdue money goes to the bank first; else what comes in is received first."""
        if any(one.overdue for one in self.aged(AgedKind.AT_TREASURER)):
            return NextStep.REMIT
        if self.waiting:
            return NextStep.RECEIVE
        if self.at_hand:
            return NextStep.REMIT
        return NextStep.CONFIRM if self.unconfirmed else NextStep.NONE


@dataclass(frozen=True, slots=True)
class Step:
    """What a step card says: how much, of what, how urgent, and the one thing to do. No `action`: nothing is."""

    title: str
    number: str
    detail: str = ""
    warning: str = ""
    tone: str = "info"
    icon: str = ""
    action: str = ""
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """One line of a column of sums. `result`: it is what the lines above make; `tone` colours it."""

    words: str
    amount_rp: int
    result: bool = False
    tone: str = ""
    note: str = ""


class TreasuryView(Protocol):
    """The page as the presenter sees it."""

    def show_work(self, work: Work) -> None: ...
    def show_match(self, found: Reconciliation) -> None: ...
    def show_book(self, kind: BookKind, ledger: Ledger) -> None: ...
    def say_received(self, handed: HandOver) -> None: ...
    def say_remitted(self, slip: Remittance) -> None: ...
    def say_confirmed(self, slip: Remittance) -> None: ...
    def say_voided(self, slip: Remittance) -> None: ...
    def show_invalid(self, error: InvalidInput) -> None: ...
    def show_problem(self, error: Refused | StorageError) -> None: ...
    def tell_changed(self) -> None: ...


class TreasuryPresenter:
    """`ledgers(kind, first, last)` makes a book ready to be shown and printed, beside the window; the first shows."""

    def __init__(
        self,
        desk: Desk,
        jobs: JobRunner,
        store: PhotoStore,
        view: TreasuryView,
        ledgers: Callable[[BookKind, date, date], tuple[Ledger, ...]],
    ) -> None:
        self._desk, self._jobs, self._store, self._view, self._ledgers = desk, jobs, store, view, ledgers
        self.work: Work | None = None
        self.match: Reconciliation | None = None
        self.book: tuple[Ledger, ...] = ()
        self._acting = False
        self._asked = 0  # of the last question for a book or an account: an overtaken answer is dropped

    # ---- reading ---------------------------------------------------------------------------------------------------

    def read(self) -> None:
        self._jobs.start(self._read_work, self._show_work, self._tell)

    def _read_work(self) -> Work:
        desk = self._desk
        today, settings, operator = desk.today(), desk.settings(), desk.operator
        return Work(
            tuple(treasury.hand_overs(desk)),
            tuple(treasury.unremitted(desk)),
            tuple(treasury.remittances(desk, today - timedelta(days=LISTED_DAYS), today)),
            tuple(treasury.ageing(desk)),
            books.lpj(desk, today.year, today.month),
            refunds_due(desk),
            settings.bank_name,
            settings.bank_account,
            settings.remit_within_days,
            operator is not None and Role.TREASURER in operator.roles,
        )

    def _show_work(self, work: Work) -> None:
        self.work = work
        self._view.show_work(work)

    def read_match(self, first: date, last: date) -> None:
        """Do receipts, hand-overs and deposits agree over these days?"""

        def show(found: Reconciliation) -> None:
            self.match = found
            self._view.show_match(found)

        self._latest(lambda: treasury.reconcile(self._desk, first, last), show)

    def read_book(self, kind: BookKind, first: date, last: date) -> None:
        def show(ledgers: tuple[Ledger, ...]) -> None:
            self.book = ledgers
            self._view.show_book(kind, ledgers[0])

        self._latest(lambda: self._ledgers(kind, first, last), show)

    def _latest(self, work: Callable[[], T], show: Callable[[T], None]) -> None:
        self._asked += 1
        asked = self._asked
        self._jobs.start(work, lambda found: show(found) if asked == self._asked else None, self._tell)

    # ---- what the treasurer does -----------------------------------------------------------------------------------

    def receive(self, hand_over_id: Id, received_rp: int, explanation: str) -> None:
        """His signature under a hand-over, with the cash as he counted it."""
        self._act(lambda: treasury.receive(self._desk, hand_over_id, received_rp, explanation), self._view.say_received)

    def draft(self, hand_over_ids: Sequence[Id], show: Callable[[Draft], None]) -> None:
        """What a deposit slip of these would say."""
        ids = list(hand_over_ids)
        self._jobs.start(lambda: treasury.draft(self._desk, ids), show, self._tell)

    def remit(self, hand_over_ids: Sequence[Id], remitted_on: date, bank: str, bank_account: str) -> None:
        ids = list(hand_over_ids)
        self._act(lambda: treasury.remit(self._desk, ids, remitted_on, bank, bank_account), self._view.say_remitted)

    def confirm(self, remittance_id: Id, reference: str, confirmed_on: date, scan: Path | None) -> None:
        """The bank's word, and the picture of the stamped slip."""
        self._act(
            lambda: treasury.confirm(
                self._desk,
                remittance_id,
                reference,
                confirmed_on,
                None if scan is None else _read_scan(scan),
                store=self._store,
            ),
            self._view.say_confirmed,
        )

    def void(self, remittance_id: Id, reason: str) -> None:
        self._act(lambda: treasury.void_remittance(self._desk, remittance_id, reason), self._view.say_voided)

    def _act(self, work: Callable[[], T], said: Callable[[T], None]) -> None:
        """Book it once: a second press while it is being booked is not another one."""
        if self._acting:
            return
        self._acting = True

        def done(booked: T) -> None:
            self._acting = False
            said(booked)
            self._view.tell_changed()
            self.read()

        self._jobs.start(work, done, self._not_done, lane="write")

    def _not_done(self, error: Exception) -> None:
        self._acting = False
        self._tell(error)
        if isinstance(error, Refused):
            self.read()  # the page is older than the rows

    def _tell(self, error: Exception) -> None:
        if isinstance(error, InvalidInput):
            self._view.show_invalid(error)
        elif isinstance(error, (Refused, StorageError)):
            self._view.show_problem(error)
        else:
            raise error


def _read_scan(path: Path) -> bytes:
    """The stamped slip as a small JPEG. Raises InvalidInput("scan", …), StorageError."""
    with translated(path):
        if path.stat().st_size > MOST_FILE_BYTES:
            raise InvalidInput(FIELD, "scan_too_large")
        content = path.read_bytes()
    return scan_picture(content)
