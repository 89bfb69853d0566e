"""The receipts of the day: listed, one in hand, printed again, saved as a kuitansi, or made void."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from loket.domain.entities import Id, Receipt
from loket.domain.errors import InvalidInput
from loket.services.circulation import Approval
from loket.services.receipts import ReceiptRow, ReceiptView
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.forms.ui_cash_receipts import Ui_CashReceiptsView
from loket.ui.issuing import ask_file
from loket.ui.pages.cash_parts import receipt_columns
from loket.ui.presenters.cash_receipts import ReceiptsPresenter
from loket.ui.presenters.members import Problem
from loket.ui.shell import Shell
from loket.ui.tables import PagedTableModel, rows_of
from loket.ui.texts import error_text, say
from loket.ui.texts_cash import CONTEXT, receipt_facts, receipt_line_words
from loket.ui.treasury_papers import Papers
from loket.ui.widgets import Button, HLine, label, set_state

PAPER_PX = 348


class ReceiptsView(QWidget):
    """Signals: `said(sentence, kind)`, `problem(error)`, `changed()` money moved, `void_wanted(view)`,
    `saved(path)`."""

    said = Signal(str, str)
    problem = Signal(object)
    changed = Signal()
    void_wanted = Signal(object)
    saved = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._offset_min = shell.desk.library.utc_offset_min
        self._form = Ui_CashReceiptsView()
        self._form.setupUi(self)
        self.presenter = ReceiptsPresenter(shell.desk, shell.jobs, self, self.changed.emit)
        self._rows: dict[Id, ReceiptRow] = {}
        self._model: PagedTableModel[Id, ReceiptRow] = PagedTableModel(
            receipt_columns(self._offset_min, shell.desk.today),
            lambda ids: rows_of(self._rows, ids),
            parent=self,
        )
        self._build()
        self._wire()

    def activate(self) -> None:
        self.presenter.read()

    # ---- what the presenter shows ----------------------------------------------------------------------------------

    def show_receipts(self, rows: Sequence[ReceiptRow], text: str) -> None:
        form = self._form
        self._rows = {row.receipt.id: row for row in rows}
        table = form.receipts
        table.blockSignals(True)
        self._model.set_ids(list(self._rows))
        number = self._model.number_of(self.presenter.chosen) if self.presenter.chosen else None
        table.select_row(number or 0)
        table.blockSignals(False)
        self._show_heading(text)

    def show_receipt(self, view: ReceiptView | None) -> None:
        form = self._form
        form.number.setText(view.receipt.number if view else say(CONTEXT, "Belum ada kuitansi"))
        form.total.setText(fmt.rupiah(view.receipt.total_rp) if view else "")
        form.words.setText(view.words if view else "")
        form.state.setText(self._state(view) if view else "")
        form.state.setVisible(bool(form.state.text()))
        set_state(form.state, tone="stop" if view and view.is_void else "warn" if view else "quiet")
        set_state(form.total, tone="stop" if view and view.is_void else "quiet")
        self._fill(view)
        self.again_button.setEnabled(view is not None)
        self.paper_button.setEnabled(view is not None)
        self.void_button.setEnabled(view is not None and not view.is_void)

    def show_voided(self, receipt: Receipt) -> None:
        back_rp = receipt.total_rp
        self.said.emit(
            say(CONTEXT, "Kuitansi {number} batal. Kembalikan {back_rp} kepada pembayarnya.", number=receipt.number,
                back_rp=back_rp)
            if back_rp > 0
            else say(CONTEXT, "Bukti {number} batal.", number=receipt.number),
            "ok",
        )  # fmt: skip
        self._shell.sounds.play("ok")

    def show_invalid(self, error: InvalidInput) -> None:
        self.said.emit(error_text(error), "warn")

    def show_problem(self, error: Problem) -> None:
        self.problem.emit(error)

    # ---- gestures --------------------------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        self._form.receipts.select_row(max(0, self._form.receipts.current_row() + by))

    def print_again(self) -> None:
        """The slip once more, marked as a copy."""
        view = self.presenter.shown
        if view is None:
            return
        if not self._shell.slips.ready:
            self.said.emit(
                say(CONTEXT, "Printer struk belum dipilih. Simpan kuitansinya sebagai PDF (Ctrl+S), lalu cetak."),
                "warn",
            )
            return
        number = view.receipt.number
        self._shell.slips.reprint(view.receipt.id, lambda *_: self._again(number), self.problem.emit)

    def save_paper(self) -> None:
        """The kuitansi on A5, to print or to send."""
        view = self.presenter.shown
        if view is None:
            return
        path = ask_file(self, say(CONTEXT, "Simpan kuitansi"), f"kuitansi {view.receipt.number}")
        if path is not None:
            self.write_paper(view, path)

    def write_paper(self, view: ReceiptView, path: Path) -> None:
        papers = Papers(self._shell)
        self._shell.jobs.start(
            lambda: papers.write(path, papers.kuitansi(view)), self.saved.emit, self.problem.emit, owner=self
        )

    def void(
        self, approve: Callable[[], Approval], done: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        self.presenter.void(approve, done, failed)

    def _again(self, number: str) -> None:
        self.said.emit(say(CONTEXT, "Salinan {number} dikirim ke printer.", number=number), "ok")
        self.presenter.read()

    # ---- parts -----------------------------------------------------------------------------------------------------

    def _state(self, view: ReceiptView) -> str:
        if view.is_void:
            return say(CONTEXT, "BATAL. Nomornya tetap tercatat.")
        if view.is_refund:
            return say(CONTEXT, "Bukti uang kembali.")
        return say(CONTEXT, "Perlu meterai.") if view.needs_stamp else ""

    def _fill(self, view: ReceiptView | None) -> None:
        facts = self._form.facts
        while (item := facts.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        if view is None:
            return
        inside = self._form.inside
        for line in view.lines:
            facts.addWidget(_pair(receipt_line_words(line), fmt.rupiah(line.amount_rp), inside))
        facts.addWidget(HLine(inside))
        grid = QWidget(inside)
        cells = QGridLayout(grid)
        cells.setContentsMargins(0, 0, 0, 0)
        cells.setColumnStretch(1, 1)
        for number, (words, value) in enumerate(receipt_facts(view, self._offset_min)):
            told = label(value, "body", grid, wrap=True)
            told.setMinimumWidth(1)
            cells.addWidget(label(words, "secondary", grid), number, 0, Qt.AlignmentFlag.AlignTop)
            cells.addWidget(told, number, 1)
        facts.addWidget(grid)
        facts.addStretch(1)

    def _show_heading(self, text: str) -> None:
        form, (cash, other, void) = self._form, self.presenter.sums()
        today = self._shell.desk.today()
        form.heading.setText(
            say(CONTEXT, "Kuitansi yang cocok dengan “{text}”", text=text)
            if text
            else say(CONTEXT, "Kuitansi loket ini, {today}", today=today)
        )
        parts = [say(CONTEXT, "tunai {cash_rp}", cash_rp=cash), say(CONTEXT, "nontunai {other_rp}", other_rp=other)]
        if void:
            parts.append(say(CONTEXT, "batal {void_rp}", void_rp=void))
        form.sums.setText(" · ".join(parts) if self._rows else "")
        sentence = (
            say(CONTEXT, "Tidak ada kuitansi yang cocok.") if text else say(CONTEXT, "Hari ini belum ada kuitansi.")
        )
        form.receipts.set_empty("receipt", sentence)

    def retranslate(self) -> None:
        self._form.receipts.setAccessibleName(say(CONTEXT, "Daftar kuitansi"))
        for button, words in (
            (self.again_button, say(CONTEXT, "Cetak salinan")),
            (self.paper_button, say(CONTEXT, "Simpan PDF …")),
            (self.void_button, say(CONTEXT, "Batalkan …")),
        ):
            button.set_text(words)
        self._model.retranslate()
        self._show_heading(self.presenter.text)
        self.show_receipt(self.presenter.shown)

    def _build(self) -> None:
        form = self._form
        form.paper.setFixedWidth(theme.current().px(PAPER_PX))
        form.receipts.show_model(self._model)
        self.again_button = Button(self, icon="printer", role="primary", key="Ctrl+P")
        self.paper_button = Button(self, icon="file-text", key="Ctrl+S")
        self.void_button = Button(self, icon="circle-x", role="danger", key="Ctrl+Del")
        for button in (self.again_button, self.paper_button, self.void_button):
            form.buttons.addWidget(button)

    def _wire(self) -> None:
        self._form.receipts.picked_row.connect(self._picked)
        self.again_button.clicked.connect(self.print_again)
        self.paper_button.clicked.connect(self.save_paper)
        self.void_button.clicked.connect(lambda: self.void_wanted.emit(self.presenter.shown))

    def _picked(self, number: int) -> None:
        if 0 <= number < len(self._model.ids()):
            self.presenter.choose(self._model.key_at(number))


def _pair(words: str, value: str, parent: QWidget) -> QWidget:
    line = QWidget(parent)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    left, right = label(words, "body", line, wrap=True), label(value, "body", line)
    left.setMinimumWidth(1)
    right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    row.addWidget(left, 1)
    row.addWidget(right)
    return line
