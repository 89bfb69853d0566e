"""The day's receipts without their window: listed, found by number or name, printed again, made void."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from loket.domain.entities import Id, PayMethod, Receipt
from loket.domain.errors import InvalidInput
from loket.services import payments, receipts
from loket.services.circulation import Approval
from loket.services.desk import Desk
from loket.services.receipts import ReceiptRow, ReceiptView
from loket.ui.jobs import JobRunner
from loket.ui.presenters.members import Problem, show_failure

FOUND_LIMIT = 200


class CashReceiptsView(Protocol):
    """The list and the receipt in hand as the presenter sees them."""

    def show_receipts(self, rows: Sequence[ReceiptRow], text: str) -> None: ...
    def show_receipt(self, view: ReceiptView | None) -> None: ...
    def show_voided(self, receipt: Receipt) -> None: ...
    def show_invalid(self, error: InvalidInput) -> None: ...
    def show_problem(self, error: Problem) -> None: ...


class ReceiptsPresenter:
    """Knows no Qt. An answer that a later question overtook is dropped."""

    def __init__(self, desk: Desk, jobs: JobRunner, view: CashReceiptsView, on_change: Callable[[], None]) -> None:
        self._desk, self._jobs, self._view, self._on_change = desk, jobs, view, on_change
        self.text = ""
        self.rows: tuple[ReceiptRow, ...] = ()
        self.chosen: Id | None = None
        self.shown: ReceiptView | None = None

    def search(self, text: str) -> None:
        """Receipts of any day by number, name or member; without a text, today's of this counter."""
        self.text = text.strip()
        self.read()

    def read(self) -> None:
        desk, text = self._desk, self.text

        def work() -> list[ReceiptRow]:
            if text:
                return receipts.find_receipts(desk, text, limit=FOUND_LIMIT)
            return receipts.find_receipts(desk, on=desk.today(), here=True, limit=FOUND_LIMIT)

        self._jobs.start(work, lambda rows: self._found(rows, text), self._failed)

    def _found(self, rows: Sequence[ReceiptRow], text: str) -> None:
        if text != self.text:
            return
        self.rows = tuple(rows)
        known = {row.receipt.id for row in rows}
        self._view.show_receipts(self.rows, text)
        self.choose(self.chosen if self.chosen in known else next(iter(row.receipt.id for row in rows), None))

    def choose(self, receipt_id: Id | None) -> None:
        """Show this receipt with all its lines."""
        self.chosen = receipt_id
        if receipt_id is None:
            self.shown = None
            self._view.show_receipt(None)
            return
        desk = self._desk
        self._jobs.start(
            lambda: receipts.receipt_view(desk, receipt_id), lambda view: self._seen(receipt_id, view), self._failed
        )

    def open(self, receipt: Receipt) -> None:
        """A receipt that was scanned, of whatever day: the list shows it, and it is in hand."""
        self.chosen, self.text = receipt.id, receipt.number

    def _seen(self, receipt_id: Id, view: ReceiptView) -> None:
        if receipt_id == self.chosen:
            self.shown = view
            self._view.show_receipt(view)

    def void(
        self, approve: Callable[[], Approval], done: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        """The chosen receipt no longer counts; its number stays. Refusals go back to the sheet that asked."""
        desk, receipt_id = self._desk, self.chosen
        if receipt_id is None:
            return

        def work() -> Receipt:
            approval = approve()
            return payments.void_receipt(desk, receipt_id, approval.reason, approval)

        def voided(receipt: Receipt) -> None:
            done()
            self._view.show_voided(receipt)
            self._on_change()
            self.read()

        self._jobs.start(work, voided, failed, lane="write")

    def _failed(self, error: Exception) -> None:
        show_failure(self._view, error)

    # ---- sums ------------------------------------------------------------------------------------------------------

    def sums(self) -> tuple[int, int, int]:
        """(cash, other, void) of the receipts listed, in rupiah; a void one counts only as void."""
        standing = [row.receipt for row in self.rows if row.receipt.voided_on is None]
        void = [row.receipt for row in self.rows if row.receipt.voided_on is not None]
        cash = sum(one.total_rp for one in standing if one.method is PayMethod.CASH)
        return cash, sum(one.total_rp for one in standing) - cash, sum(one.total_rp for one in void)
