"""What the treasurer is asked before the money moves on: his count, which hand-overs, what the bank said, why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from loket.domain.entities import Id
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.pages.cash_count import CountGrid
from loket.ui.pages.members_sheets import AskSheet
from loket.ui.pages.settings_parts import Day
from loket.ui.pages.treasury_parts import ClosingLines, MoneyChain
from loket.ui.presenters.treasury import Sum
from loket.ui.texts import language, say
from loket.ui.texts_treasury import CONTEXT, difference_text
from loket.ui.widgets import Button, IconLabel, label, set_state

COUNT_PX, STS_PX, ASK_PX = 760, 780, 520
LIST_PX, LINE_PX = 200, 36
SCANS = "JPG, PNG, PDF (*.jpg *.jpeg *.png *.pdf)"


@dataclass(frozen=True, slots=True)
class ToCount:
    """What the desk says it hands over. `counts`: the whole drawer; `left_rp` of it stays there as change."""

    number: str
    desk: str
    by: str
    handed_on: date
    cash_rp: int
    noncash_rp: int
    counts: Mapping[int, int]
    left_rp: int


class ReceiveSheet(AskSheet):
    """The treasurer's own count beside the desk's. A difference is named, and explained before it is signed."""

    def __init__(self, parent: QWidget, wanted: ToCount, denominations: Sequence[int]) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Terima {number} dari {desk}", number=wanted.number, desk=wanted.desk),
            text=_told(wanted),
            accept=say(CONTEXT, "Terima uangnya"),
            icon="cash",
        )
        self.setMinimumWidth(theme.current().px(COUNT_PX))
        self._wanted = wanted
        self.grid = CountGrid(denominations, self, beside=wanted.counts)
        self.body.addWidget(self.grid)
        self._sums = ClosingLines(self)
        self.body.addWidget(self._sums)
        self._sign = IconLabel(self, size=18)
        self._said = label("", "heading", self, wrap=True)
        line = QHBoxLayout()
        line.addWidget(self._sign)
        line.addWidget(self._said, 1)
        self.body.addLayout(line)
        self.explanation = QLineEdit(self)
        self.ask(
            "explanation",
            say(CONTEXT, "Penjelasan selisih"),
            self.explanation,
            say(CONTEXT, "Tercetak pada tanda terima; ditandatangani berdua."),
        )
        keep = self.rows["explanation"].sizePolicy()
        keep.setRetainSizeWhenHidden(True)  # nothing moves under the hand while one counts
        self.rows["explanation"].setSizePolicy(keep)
        self.grid.changed.connect(self._show)
        self.field_to_focus(self.grid)
        self._show()

    def received_rp(self) -> int:
        return self.grid.total_rp()

    def needed(self) -> frozenset[str]:
        return frozenset({"explanation"}) if self._difference_rp() else frozenset()

    def _difference_rp(self) -> int:
        return self.received_rp() - self._wanted.cash_rp

    def _show(self) -> None:
        wanted, counted_rp, difference_rp = self._wanted, self.received_rp(), self._difference_rp()
        tone = "ok" if not difference_rp else "warn" if not counted_rp else "stop"
        self._sums.show_sums(
            (
                Sum(say(CONTEXT, "Menurut loket"), wanted.cash_rp),
                Sum(say(CONTEXT, "Hitungan Anda"), counted_rp),
                Sum(say(CONTEXT, "Selisih"), difference_rp, True, tone),
            )
        )
        self._sign.set("circle-check" if not difference_rp else "alert-triangle", tone)
        self._said.setText(difference_text(difference_rp, counted_rp))
        set_state(self._said, tone=tone)
        self.rows["explanation"].setVisible(bool(difference_rp and counted_rp))
        self.set_accept_enabled(bool(counted_rp) or not wanted.cash_rp)


def _told(wanted: ToCount) -> str:
    parts = [
        say(
            CONTEXT, "{by} menyerahkan {cash_rp} tunai pada {on}.",
            by=wanted.by, cash_rp=wanted.cash_rp, on=wanted.handed_on,
        )
    ]  # fmt: skip
    if wanted.left_rp:
        parts.append(
            say(
                CONTEXT, "Kolom Loket adalah isi laci seluruhnya; {left_rp} ditinggal untuk kembalian.",
                left_rp=wanted.left_rp,
            )
        )  # fmt: skip
    if wanted.noncash_rp:
        parts.append(say(CONTEXT, "Nontunai {noncash_rp} tidak ikut dihitung.", noncash_rp=wanted.noncash_rp))
    return " ".join(parts)


@dataclass(frozen=True, slots=True)
class ToRemit:
    """A received hand-over that may go on the deposit slip. `late_days` > 0: it should be at the bank already."""

    id: Id
    number: str
    desk: str
    received_on: date
    cash_rp: int
    noncash_rp: int
    late_days: int


Account = tuple[str, str, int]  # code, name, rupiah


class RemitSheet(AskSheet):
    """Tick the hand-overs; the sums per account and of the slip stand below, before anything is written."""

    def __init__(
        self,
        parent: QWidget,
        waiting: Sequence[ToRemit],
        sums: Callable[[Sequence[Id], Callable[[Sequence[Account]], None]], None],
        *,
        today: date,
        bank: str,
        bank_account: str,
    ) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Buat STS"),
            text=say(CONTEXT, "Pilih uang yang dibawa ke bank. Satu STS, satu kali setor, nomornya urut."),
            accept=say(CONTEXT, "Buat STS"),
            icon="file-text",
        )
        self.setMinimumWidth(theme.current().px(STS_PX))
        self._waiting, self._ask_sums = tuple(waiting), sums
        self.ticks: dict[Id, QCheckBox] = {}
        self.body.addWidget(self._list())
        self.chain = MoneyChain(self)
        self.body.addWidget(self.chain)
        self.on, self.bank, self.account = Day(self), QLineEdit(bank, self), QLineEdit(bank_account, self)
        self.on.set_day(today)
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(12))
        for name, words, editor in (
            ("remitted_on", say(CONTEXT, "Tanggal setor"), self.on),
            ("bank", say(CONTEXT, "Bank"), self.bank),
            ("bank_account", say(CONTEXT, "Nomor rekening kas daerah"), self.account),
        ):
            self.ask(name, words, editor)
            row.addWidget(self.rows[name], 1)
        self.body.addLayout(row)
        self.field_to_focus(next(iter(self.ticks.values()), self.on))
        self._changed()

    def chosen(self) -> list[Id]:
        return [one for one, tick in self.ticks.items() if tick.isChecked()]

    def needed(self) -> frozenset[str]:
        return frozenset({"bank", "bank_account"})

    def _list(self) -> QWidget:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(2))
        for waiting in self._waiting:
            column.addWidget(self._line(waiting))
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedHeight(theme.current().px(min(LIST_PX, LINE_PX * len(self._waiting) + 8)))
        return area

    def _line(self, waiting: ToRemit) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, theme.current().px(8), 0)
        tick = self.ticks[waiting.id] = QCheckBox(f"{waiting.number} · {waiting.desk}", line)
        tick.setChecked(True)
        tick.toggled.connect(lambda _: self._changed())
        row.addWidget(tick, 1)
        received = fmt.short_day(waiting.received_on, language())
        told = say(CONTEXT, "diterima {on}", on=received)
        late = label(told, "secondary", line)
        if waiting.late_days > 0:
            late.setText(f"{told} · " + say(CONTEXT, "terlambat {days} hari", days=waiting.late_days))
            set_state(late, tone="stop")
        money = label(fmt.rupiah(waiting.cash_rp + waiting.noncash_rp), "body", line)
        money.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        money.setMinimumWidth(theme.current().px(110))
        row.addWidget(late)
        row.addWidget(money)
        return line

    def _changed(self) -> None:
        chosen = self.chosen()
        self.set_accept_enabled(bool(chosen))
        if chosen:
            self._ask_sums(chosen, self._show)
        else:
            self._show(())

    def _show(self, accounts: Sequence[Account]) -> None:
        lines = [
            Sum(" · ".join(part for part in (code, name) if part), amount_rp) for code, name, amount_rp in accounts
        ]
        total = Sum(say(CONTEXT, "Jumlah STS"), sum(line.amount_rp for line in lines), True)
        self.chain.show_sums((*lines, total))


class ConfirmSheet(AskSheet):
    """What the bank wrote on the slip, and a picture of it."""

    def __init__(self, parent: QWidget, number: str, amount_rp: int, today: date) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Bukti bank untuk {number}", number=number),
            text=say(
                CONTEXT, "{amount_rp} sudah disetor? Catat nomor bukti dari bank dan lampirkan STS yang dicap.",
                amount_rp=amount_rp,
            ),
            accept=say(CONTEXT, "Catat bukti"),
            icon="shield-check",
            kind="ok",
        )  # fmt: skip
        self.setMinimumWidth(theme.current().px(ASK_PX))
        self.file: Path | None = None
        self.reference, self.on = QLineEdit(self), Day(self)
        self.on.set_day(today)
        self.ask("reference", say(CONTEXT, "Nomor bukti bank"), self.reference)
        self.ask("confirmed_on", say(CONTEXT, "Tanggal bank menerima"), self.on)
        self.choose_file: Callable[[], Path | None] = self._ask_file
        self.pick = Button(self, icon="upload")
        self.pick.clicked.connect(self._picked)
        self.ask(
            "scan", say(CONTEXT, "Pindaian STS bercap"), self.pick, say(CONTEXT, "JPG, PNG, atau PDF. Boleh nanti.")
        )
        self._show_file()

    def needed(self) -> frozenset[str]:
        return frozenset({"reference"})

    def _picked(self) -> None:
        self.file = self.choose_file() or self.file
        self._show_file()

    def _show_file(self) -> None:
        self.pick.set_text(self.file.name if self.file else say(CONTEXT, "Pilih berkas …"))

    def _ask_file(self) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(self, say(CONTEXT, "Pilih pindaian STS"), str(Path.home()), SCANS)
        return Path(name) if name else None


def void_sheet(parent: QWidget, number: str, amount_rp: int) -> AskSheet:
    """Why a deposit slip never reached the bank."""
    sheet = AskSheet(
        parent,
        title=say(CONTEXT, "Batalkan {number}?", number=number),
        text=say(
            CONTEXT,
            "Uangnya, {amount_rp}, kembali menunggu disetor. Nomor STS ini tetap tercatat sebagai batal.",
            amount_rp=amount_rp,
        ),
        accept=say(CONTEXT, "Batalkan STS"),
        icon="alert-triangle",
        kind="warn",
        danger=True,
    )
    sheet.ask("reason", say(CONTEXT, "Alasan"))
    return sheet
