"""What the cash page asks before it acts, by its key: what, how much, why, and by whose word."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loket.domain.entities import Tariff
from loket.domain.errors import InvalidInput
from loket.services import bills, operators
from loket.services.bills import GivenWaiver
from loket.services.case_money import RefundDue
from loket.services.circulation import Approval
from loket.ui.pages.asking import Asking
from loket.ui.pages.cash_drawer import DrawerView
from loket.ui.pages.cash_pay import PayView
from loket.ui.pages.cash_receipts import ReceiptsView
from loket.ui.pages.cash_sheets import (
    CreditSheet,
    DuesSheet,
    PartSheet,
    SellSheet,
    SignedSheet,
    credit_choice,
    waiver_choice,
)
from loket.ui.pages.settings_parts import Choice
from loket.ui.presenters.cash import CashPresenter
from loket.ui.presenters.till import LineKind, TillLine, refunds_waiting
from loket.ui.shell import Shell
from loket.ui.texts import say
from loket.ui.texts_cash import CONTEXT, decision_words, line_words, waiver_story


class CashActions(Asking):
    """Signals: `problem(error)`, `said(sentence, kind)`, `pay_wanted()` the view of paying, `closed()` the sheet.

    Attributes:
        sheet: the one that asks now.
    """

    problem = Signal(object)
    said = Signal(str, str)
    pay_wanted = Signal()

    def __init__(
        self,
        shell: Shell,
        presenter: CashPresenter,
        pay: PayView,
        receipts: ReceiptsView,
        drawer: DrawerView,
        view: QWidget,
    ) -> None:
        super().__init__(view)
        self._shell, self._presenter, self._view = shell, presenter, view
        self._pay, self._receipts, self._drawer = pay, receipts, drawer

    def told(self, error: Exception) -> bool:
        """On the sheet only where a second person signs; what the other sheets ask for is answered by the page."""
        return isinstance(self.sheet, SignedSheet) and super().told(error)

    def ask_sale(self) -> None:
        """What is sold here, read fresh: a tariff may begin today."""
        self.pay_wanted.emit()
        desk = self._shell.desk
        self._shell.jobs.start(lambda: bills.services_for_sale(desk), self._ask_sale, self.problem.emit, owner=self)

    def _ask_sale(self, services: Sequence[Tariff]) -> None:
        till = self._presenter.till
        sheet = SellSheet(self._view, services, payer=None if till.member else till.payer)

        def answered() -> None:
            tariff, quantity, payer = sheet.chosen()
            self.close_sheet()
            self._presenter.sell(tariff, quantity, payer)

        self.ask(sheet, answered)

    def ask_part(self) -> None:
        line = self._charge_line()
        if line is None or not line.payable:
            return
        sheet = PartSheet(self._view, line)

        def answered() -> None:
            try:
                self._presenter.pay_part(line.key, sheet.amount_rp())
            except InvalidInput as error:
                sheet.show_invalid(error)
                return
            self.close_sheet()

        self.ask(sheet, answered)

    def ask_waiver(self) -> None:
        line = self._charge_line()
        if line is None:
            return

        def act(approval: Approval) -> None:
            self._presenter.waive(line.key, sheet.amount_rp(), approval.reason, approval)

        sheet = self._signed(
            act,
            title=say(CONTEXT, "Bebaskan tagihan?"),
            text=line_words(line),
            accept=say(CONTEXT, "Bebaskan"),
            icon="shield-check",
            amount_rp=line.owed_rp,
            amount_label=say(CONTEXT, "Yang dibebaskan (rupiah)"),
            amount_hint=say(CONTEXT, "Paling banyak {owed_rp}.", owed_rp=line.owed_rp),
        )
        self.ask(sheet)

    def ask_void_waiver(self) -> None:
        """Every waiver of the member in hand that still counts, read fresh: also an old one may have been a mistake."""
        member, desk = self._presenter.till.member, self._shell.desk
        if member is not None:
            self._shell.jobs.start(
                lambda: bills.given_waivers(desk, member.id), self._ask_void_waiver, self.problem.emit, owner=self
            )

    def _ask_void_waiver(self, waivers: Sequence[GivenWaiver]) -> None:
        if not waivers:
            self.said.emit(say(CONTEXT, "Tidak ada pembebasan anggota ini yang bisa dibatalkan."), "info")
            return
        choice, title = waiver_choice(self._view, waivers), say(CONTEXT, "Batalkan pembebasan?")

        def act(approval: Approval) -> None:
            waiver = choice.value().waiver
            self._presenter.void_waiver(waiver.id, waiver.amount_rp, approval.reason, approval)

        sheet = self._signed(
            act,
            title=title,
            text=waiver_story(waivers[0]),
            accept=say(CONTEXT, "Tagih lagi"),
            icon="arrow-back-up",
            choice=choice,
            choice_label=say(CONTEXT, "Yang dibebaskan"),
        )
        choice.changed.connect(lambda: sheet.set_words(title, waiver_story(choice.value())))
        sheet.field_to_focus(sheet.rows["reason"].editor if len(waivers) == 1 else choice)
        self.ask(sheet)

    def ask_credit(self) -> None:
        till, line = self._presenter.till, self._charge_line()
        if not till.credits or line is None:
            return
        sheet = CreditSheet(self._view, till.credits, line)

        def answered() -> None:
            self.close_sheet()
            self._presenter.use_credit(sheet.which.value().charge.id, line.key)

        self.ask(sheet, answered)

    def _charge_line(self) -> TillLine | None:
        """The chosen charge, or the only one there is."""
        line = self._pay.current_line()
        if line is not None and line.kind is LineKind.CHARGE:
            return line
        charges = [one for one in self._presenter.till.lines if one.kind is LineKind.CHARGE]
        if len(charges) == 1:
            return charges[0]
        self.said.emit(say(CONTEXT, "Pilih dahulu tagihannya dengan panah ke atas atau ke bawah."), "info")
        return None

    def ask_refund(self) -> None:
        """Credit goes back in cash. Where that was decided, it is the first credit and the reason stands there."""
        till = self._presenter.till
        if not till.credits:
            return
        choice = credit_choice(self._view, till.credits)

        def act(approval: Approval) -> None:
            self._presenter.refund(choice.value().charge.id, sheet.amount_rp(), approval.reason, approval)

        sheet = self._signed(
            act,
            title=say(CONTEXT, "Kembalikan uang?"),
            text=say(CONTEXT, "Kelebihan bayar {credit_rp} dikembalikan tunai dari laci.", credit_rp=till.credit_rp),
            accept=say(CONTEXT, "Kembalikan"),
            icon="arrow-back-up",
            amount_rp=till.credits[0].charge.credit_rp,
            amount_label=say(CONTEXT, "Dikembalikan (rupiah)"),
            choice=choice,
        )
        choice.changed.connect(lambda: sheet.amount.set_value(choice.value().charge.credit_rp))
        if till.decisions:
            self._name_reason(sheet, choice)
            choice.changed.connect(lambda: self._name_reason(sheet, choice))
        self.ask(sheet)

    def _name_reason(self, sheet: SignedSheet, choice: Choice) -> None:
        """The decision is the reason, of the credit it is about."""
        charge_id = choice.value().charge.id
        decided = (one for one in self._presenter.till.decisions if one.charge_id == charge_id)
        reason = next(map(decision_words, decided), "")
        sheet.rows["reason"].editor.setProperty("text", reason)

    def ask_refunds_due(self) -> None:
        """To the member whose money is to be given back; where several wait, it is asked who came."""
        desk = self._shell.desk
        self._shell.jobs.start(lambda: refunds_waiting(desk), self._ask_refunds_due, self.problem.emit, owner=self)

    def _ask_refunds_due(self, dues: Sequence[RefundDue]) -> None:
        if len(dues) > 1:
            sheet = DuesSheet(self._view, dues)

            def answered() -> None:
                self.close_sheet()
                self._open_due(sheet.which.value())

            self.ask(sheet, answered)
        elif dues:
            self._open_due(dues[0])

    def _open_due(self, due: RefundDue) -> None:
        if due.member is not None:
            self._presenter.member_chosen(due.member.id)

    def ask_void(self, view: object) -> None:
        shown = self._receipts.presenter.shown
        if shown is None or shown.is_void:
            return

        def approve(username: str, secret: str, reason: str) -> None:
            self._receipts.void(
                lambda: operators.approve(self._shell.desk, self._shell.sign_ins, username, secret, reason),
                self.close_sheet,
                sheet.failed,
            )

        sheet = SignedSheet(
            self._view,
            approve,
            title=say(CONTEXT, "Batalkan kuitansi {number}?", number=shown.receipt.number),
            text=say(CONTEXT, "Nomornya tetap tercatat sebagai batal, tagihannya hidup lagi, dan uangnya keluar dari "
                              "laci yang sedang terbuka."),
            accept=say(CONTEXT, "Batalkan kuitansi"),
            icon="circle-x",
            danger=True,
        )  # fmt: skip
        self.ask(sheet)

    def ask_reopen(self) -> None:
        def approve(username: str, secret: str, reason: str) -> None:
            self._drawer.reopen(
                lambda: operators.approve(self._shell.desk, self._shell.sign_ins, username, secret, reason),
                sheet.failed,
            )

        sheet = SignedSheet(
            self._view,
            approve,
            title=say(CONTEXT, "Buka lagi hari ini?"),
            text=say(CONTEXT, "Buku hari ini sudah dikunci. Alasan dan nama pengawas tercatat."),
            accept=say(CONTEXT, "Buka lagi"),
            icon="lock-open",
        )
        self.ask(sheet)

    def _signed(self, act: Callable[[Approval], None], **words: object) -> SignedSheet:
        """A sheet whose supervisor's word is checked, and then acted upon."""

        def approve(username: str, secret: str, reason: str) -> None:
            desk, sign_ins = self._shell.desk, self._shell.sign_ins
            self._shell.jobs.start(
                lambda: operators.approve(desk, sign_ins, username, secret, reason),
                act,
                sheet.failed,
                lane="read",
                owner=self,
            )

        sheet = SignedSheet(self._view, approve, **words)  # type: ignore[arg-type]
        return sheet
