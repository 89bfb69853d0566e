"""What the treasurer does with money: each act asked for by a sheet, which stays open until it is booked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from loket.domain.entities import Remittance
from loket.domain.errors import InvalidInput
from loket.services.cash_shift import DENOMINATIONS, read_counts
from loket.services.treasury import HandOverView
from loket.ui.pages.asking import Asking
from loket.ui.pages.treasury_sheets import ConfirmSheet, ReceiveSheet, RemitSheet, ToCount, ToRemit, void_sheet
from loket.ui.presenters.treasury import TreasuryPresenter, Work


class TreasuryActs(Asking):
    """One method for each thing the treasurer does with money."""

    def __init__(self, presenter: TreasuryPresenter, view: QWidget, today: Callable[[], date]) -> None:
        super().__init__(view)
        self._presenter, self._view, self._today = presenter, view, today

    def receive(self, waiting: HandOverView) -> None:
        """Count the money of a hand-over beside the desk's count."""
        sheet = ReceiveSheet(self._view, _to_count(waiting), DENOMINATIONS)
        self.ask(
            sheet,
            lambda: self._presenter.receive(waiting.hand_over.id, sheet.received_rp(), sheet.text("explanation")),
        )

    def remit(self, work: Work) -> None:
        """Choose what goes to the bank."""
        sheet = RemitSheet(
            self._view,
            [_to_remit(one, work.late_days(one.hand_over.id)) for one in work.at_hand],
            lambda ids, show: self._presenter.draft(ids, lambda draft: show(draft.lines)),
            today=self._today(),
            bank=work.bank,
            bank_account=work.bank_account,
        )
        self.ask(
            sheet,
            lambda: self._presenter.remit(
                sheet.chosen(), sheet.on.day(), sheet.text("bank"), sheet.text("bank_account")
            ),
        )

    def confirm(self, slip: Remittance) -> None:
        """The bank's reference and the stamped slip; once more, to correct them."""
        sheet = ConfirmSheet(self._view, slip.number, slip.amount_rp, slip.confirmed_on or self._today())
        sheet.reference.setText(slip.reference)
        self.ask(sheet, lambda: self._presenter.confirm(slip.id, sheet.text("reference"), sheet.on.day(), sheet.file))

    def void(self, slip: Remittance) -> None:
        """Why the slip never reached the bank."""
        sheet = void_sheet(self._view, slip.number, slip.amount_rp)
        self.ask(sheet, lambda: self._presenter.void(slip.id, sheet.text("reason")))

    def show_invalid(self, error: InvalidInput) -> bool:
        """At its field, where a sheet asks. False: none does."""
        if self.sheet is None:
            return False
        self.sheet.show_invalid(error)
        return True


def _to_count(one: HandOverView) -> ToCount:
    row, counts = one.hand_over, dict[int, int]()
    for shift in one.shifts:
        for worth, pieces in read_counts(shift.counts).items():
            counts[worth] = counts.get(worth, 0) + pieces
    left_rp = sum(shift.left_rp for shift in one.shifts)
    told = row.number, one.station_name, one.handed_by, row.handed_on, row.cash_rp, row.noncash_rp
    return ToCount(*told, counts, left_rp)


def _to_remit(one: HandOverView, late_days: int) -> ToRemit:
    row = one.hand_over
    received_on: date = row.received_on or row.handed_on
    money = row.received_rp, one.deposit_noncash_rp
    return ToRemit(row.id, row.number, one.station_name, received_on, *money, late_days)
