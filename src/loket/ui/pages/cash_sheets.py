"""What the cash page asks before it acts: a service, a part, a second person's word, a reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from loket.domain.entities import Tariff
from loket.services.bills import ChargeLine, GivenWaiver
from loket.services.case_money import RefundDue
from loket.ui import format as fmt
from loket.ui.pages.asking import Approve, CountersignedSheet
from loket.ui.pages.cash_parts import MoneyEdit
from loket.ui.pages.members_sheets import AskSheet
from loket.ui.pages.settings_parts import Choice, Number
from loket.ui.presenters.till import MOST_PIECES, TillLine
from loket.ui.texts import language, say
from loket.ui.texts_cash import CONTEXT, charge_word, due_words, dues_words, line_words, waiver_words
from loket.ui.widgets import label
from loket.ui.widgets.notes import Tone


class SellSheet(AskSheet):
    """A service by the piece, for a member or for anybody."""

    def __init__(self, parent: QWidget, services: Sequence[Tariff], *, payer: str | None) -> None:
        """`payer`: the name of a guest so far; None for a member, who has one."""
        super().__init__(
            parent,
            title=say(CONTEXT, "Jual layanan"),
            text="" if services else say(CONTEXT, "Belum ada tarif layanan yang berlaku. Tambahkan di Pengaturan."),
            accept=say(CONTEXT, "Tambahkan"),
            icon="receipt",
        )
        self._services = tuple(services)
        self.which, self.quantity = Choice(self), Number(self, least=1, most=MOST_PIECES)
        self.which.set_choices((tariff, service_words(tariff)) for tariff in services)
        self.ask("quantity", say(CONTEXT, "Banyaknya"), self.quantity)
        self.ask("tariff", say(CONTEXT, "Layanan"), self.which)
        self.payer = QLineEdit(payer or "", self)
        self.payer.setVisible(payer is not None)
        if payer is not None:
            hint = say(CONTEXT, "Boleh kosong: kuitansinya tanpa nama.")
            self.ask("payer", say(CONTEXT, "Nama pembayar"), self.payer, hint)
        self.sum = label("", "title", self)
        self.body.insertWidget(0, self.rows["tariff"])
        self.body.addWidget(self.sum)
        self.which.changed.connect(self._show_sum)
        self.quantity.changed.connect(self._show_sum)
        self.field_to_focus(self.quantity)
        self.set_accept_enabled(bool(services))
        self._show_sum()

    def needed(self) -> frozenset[str]:
        return frozenset()

    def chosen(self) -> tuple[Tariff, int, str]:
        return self.which.value(), self.quantity.value(), self.payer.text().strip()

    def _show_sum(self) -> None:
        tariff = self.which.value()
        self.quantity.set_unit(tariff.unit if tariff else "")
        self.sum.setText(fmt.rupiah(tariff.amount_rp * self.quantity.value()) if tariff else "")


def service_words(tariff: Tariff) -> str:
    name = tariff.name or charge_word(tariff.kind)
    price = fmt.rupiah(tariff.amount_rp)
    return f"{name} · {price}/{tariff.unit}" if tariff.unit else f"{name} · {price}"


class PartSheet(AskSheet):
    """Only so much of one charge now; the rest stays owed."""

    def __init__(self, parent: QWidget, line: TillLine) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Bayar sebagian"),
            text=line_words(line),
            accept=say(CONTEXT, "Pakai jumlah ini"),
            icon="coin",
        )
        self.amount = MoneyEdit(self)
        self.amount.set_value(line.pay_rp)
        hint = say(CONTEXT, "Tagihannya {owed_rp}; sisanya tetap tercatat.", owed_rp=line.owed_rp)
        self.ask("amount_rp", say(CONTEXT, "Dibayar sekarang (rupiah)"), self.amount, hint)
        self.amount.entered.connect(self.accept)
        self.amount.left.connect(self.reject)

    def needed(self) -> frozenset[str]:
        return frozenset({"amount_rp"})

    def amount_rp(self) -> int:
        return self.amount.value() or 0


class SignedSheet(CountersignedSheet):
    """A reason, an amount where one is asked for, and the name and word of a second person, a supervisor."""

    def __init__(
        self,
        parent: QWidget,
        approve: Approve,
        *,
        title: str,
        text: str,
        accept: str,
        icon: str,
        amount_rp: int | None = None,
        amount_label: str = "",
        amount_hint: str = "",
        choice: Choice | None = None,
        choice_label: str = "",
        kind: Tone = "warn",
        danger: bool = False,
    ) -> None:
        super().__init__(parent, approve, title=title, text=text, accept=accept, icon=icon, kind=kind, danger=danger)
        self.amount = MoneyEdit(self)
        self.amount.setVisible(amount_rp is not None)
        if choice is not None:
            choice.setParent(self)
            self.ask("choice", choice_label or say(CONTEXT, "Dari tagihan"), choice)
        if amount_rp is not None:
            self.amount.set_value(amount_rp)
            self.ask("amount_rp", amount_label, self.amount, amount_hint)
            self.amount.entered.connect(lambda: self.rows["reason"].editor.setFocus())
            self.amount.left.connect(self.reject)
        self.ask("reason", say(CONTEXT, "Alasan"))
        self.ask_word(
            say(CONTEXT, "Nama pengguna pengawas"),
            say(CONTEXT, "Bukan petugas yang sama."),
            say(CONTEXT, "Kata sandi atau PIN pengawas"),
        )

    def needed(self) -> frozenset[str]:
        return super().needed() | {"amount_rp", "reason"}

    def amount_rp(self) -> int:
        return self.amount.value() or 0


class CreditSheet(AskSheet):
    """What was paid too much before pays for another charge; no money moves."""

    def __init__(self, parent: QWidget, credits: Sequence[ChargeLine], target: TillLine) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Pakai kelebihan bayar"),
            text=say(
                CONTEXT, "Untuk {what}, {owed_rp}. Tidak ada uang yang berpindah tangan.",
                what=line_words(target), owed_rp=target.owed_rp,
            ),
            accept=say(CONTEXT, "Pakai"),
            icon="arrow-forward-up",
        )  # fmt: skip
        self.which = credit_choice(self, credits)
        self.ask("choice", say(CONTEXT, "Kelebihan dari"), self.which)

    def needed(self) -> frozenset[str]:
        return frozenset()


class DuesSheet(AskSheet):
    """Whose money is given back now, where several wait for theirs."""

    def __init__(self, parent: QWidget, dues: Sequence[RefundDue]) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Siapa yang datang?"),
            text=dues_words(dues),
            accept=say(CONTEXT, "Buka"),
            icon="arrow-back-up",
        )
        self.which = Choice(self)
        self.which.set_choices((due, due_words(due)) for due in dues)
        self.ask("choice", say(CONTEXT, "Anggota"), self.which)

    def needed(self) -> frozenset[str]:
        return frozenset()


def waiver_choice(parent: QWidget, waivers: Sequence[GivenWaiver]) -> Choice:
    choice = Choice(parent)
    choice.set_choices((given, waiver_words(given)) for given in waivers)
    return choice


def credit_choice(parent: QWidget, credits: Sequence[ChargeLine]) -> Choice:
    choice = Choice(parent)
    choice.set_choices((line, credit_words(line)) for line in credits)
    return choice


def credit_words(line: ChargeLine) -> str:
    day = fmt.short_day(line.charge.raised_on, language())
    what = " · ".join(part for part in (charge_word(line.charge.kind), line.title, day) if part)
    return f"{fmt.rupiah(line.charge.credit_rp)}  {what}"
