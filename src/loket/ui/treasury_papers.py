"""The treasurer's papers: books, deposit slips and hand-over slips, of what services found, as reports draw it.

What draws is imported when the first paper is made: opening the window never waits for it. All of this reads the
database and makes files: never on the GUI thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from loket.domain.entities import Id
from loket.services import books, treasury
from loket.services.receipts import ReceiptView
from loket.ui.issuing import issuer_of, paper_fonts, write_paper
from loket.ui.presenters.treasury import BookKind
from loket.ui.shell import Shell

if TYPE_CHECKING:
    from loket.reports.ledger import Ledger
    from loket.reports.letterhead import Issuer
    from loket.reports.pdf import Fonts


class Papers:
    """Raises StorageError where the disk fails, Refused where the row is gone."""

    def __init__(self, shell: Shell) -> None:
        self._shell, self._desk = shell, shell.desk

    def ledgers(self, kind: BookKind, first: date, last: date) -> tuple[Ledger, ...]:
        """A book of these days, ready to be shown and written; further papers that belong to it come after it."""
        from loket.reports.books import cash_book_ledger, two_sides_ledger
        from loket.reports.treasury_recaps import account_books, accounts_ledger, daily_ledger, year_ledger

        desk, issuer = self._desk, self._issuer()
        match kind:
            case BookKind.CASH:
                return (cash_book_ledger(books.cash_book(desk, first, last), issuer),)
            case BookKind.RECEIPTS:
                return (two_sides_ledger(*books.receipts_and_remittances(desk, first, last), issuer),)
            case BookKind.DAYS:
                return (daily_ledger(books.cash_book(desk, first, last), issuer),)
            case BookKind.ACCOUNTS:
                recap = accounts_ledger(first, last, books.per_account(desk, first, last), issuer)
                return (recap, *account_books(books.cash_book(desk, first, last), issuer))
            case BookKind.LPJ:
                return self._lpj(first, issuer)
            case BookKind.YEAR:
                return (year_ledger(books.per_month(desk, first.year), issuer),)

    def _lpj(self, first: date, issuer: Issuer) -> tuple[Ledger, ...]:
        """The month's report for the head of the library and for the regional treasury, and what is not deposited."""
        from loket.reports.treasury_recaps import LpjKind, ageing_ledger, lpj_ledger

        month = books.lpj(self._desk, first.year, first.month)
        today = self._desk.today()
        aged = ageing_ledger(treasury.ageing(self._desk), today, issuer)
        return (*(lpj_ledger(month, kind, issuer) for kind in LpjKind), aged)

    def book_pdf(self, ledgers: Sequence[Ledger]) -> bytes:
        from loket.reports.ledger_pdf import ledgers_pdf

        issuer = self._issuer()
        return ledgers_pdf(ledgers, issuer.library, issuer.head, self._fonts())

    def book_xlsx(self, ledgers: Sequence[Ledger]) -> bytes:
        from loket.reports.ledger_xlsx import ledgers_xlsx

        issuer = self._issuer()
        return ledgers_xlsx(ledgers, issuer.library, issuer.head, issuer.signed_on)

    def sts(self, remittance_id: Id) -> bytes:
        """The deposit slip to take to the bank."""
        from loket.reports.sts import sts_pdf

        return sts_pdf(treasury.remittance_view(self._desk, remittance_id), self._issuer(), self._fonts())

    def hand_over(self, hand_over_id: Id) -> bytes:
        """The slip that desk and treasurer sign."""
        from loket.reports.hand_over import hand_over_pdf

        return hand_over_pdf(treasury.hand_over_view(self._desk, hand_over_id), self._issuer(), self._fonts())

    def kuitansi(self, view: ReceiptView) -> bytes:
        """A receipt on A5, for whoever paid."""
        from loket.reports.kuitansi import kuitansi_pdf

        return kuitansi_pdf(view, issuer_of(self._desk, self._shell.data_dir, view.receipt.paid_on).head, self._fonts())

    def scan(self, remittance_id: Id) -> bytes | None:
        """The stamped slip as it was scanned; None while it is not at this counter."""
        return treasury.scan_of(self._desk, self._shell.photos, remittance_id)

    def write(self, path: Path, content: bytes) -> Path:
        return write_paper(path, content)

    def _issuer(self) -> Issuer:
        return issuer_of(self._desk, self._shell.data_dir)

    def _fonts(self) -> Fonts:
        return paper_fonts()
