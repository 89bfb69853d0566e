"""Lists of the treasurer's page, and a book on the screen exactly as it will be printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from loket.domain.entities import Id
from loket.services.treasury import HandOverView, RemittanceView
from loket.ui import format as fmt
from loket.ui.pages.treasury_parts import Figures
from loket.ui.presenters.treasury import Sum
from loket.ui.tables import Align, Column, Index, PagedTableModel
from loket.ui.texts import language, say
from loket.ui.texts_treasury import (
    CONTEXT,
    Matter,
    figure_word,
    handed_sign,
    handed_state,
    ledger_word,
    slip_sign,
    slip_state,
)
from loket.ui.widgets import Table

if TYPE_CHECKING:
    from loket.reports import ledger as papers

TABLE_PX = 1300  # what a book is spread over; a wider window stretches its widest column
LETTER_PX, CELL_PX = 7.2, 24  # of headings; and what stands beside the words of a cell
PROOF_PX = 176  # a receipt's number, whole
LEAST_PX = {"text": 104, "centred": 44, "day": 76, "count": 88, "rupiah": 96, "balance": 96}


def handed_columns(late_days: Callable[[Id], int]) -> Sequence[Column[HandOverView]]:
    return (
        Column(lambda: say(CONTEXT, "Nomor"), lambda one: one.hand_over.number, stretch=True, strong=True),
        Column(lambda: say(CONTEXT, "Loket"), lambda one: one.station_code, width_px=64, tooltip=_who_handed),
        Column(lambda: say(CONTEXT, "Tanggal"), lambda one: _short(one.hand_over.handed_on), width_px=88),
        Column(
            lambda: say(CONTEXT, "Tunai"),
            lambda one: fmt.rupiah(one.hand_over.cash_rp),
            align="right",
            width_px=104,
            token=lambda one: "stop" if one.difference_rp else None,
            tooltip=_counted,
        ),
        Column(
            lambda: say(CONTEXT, "Keadaan"),
            lambda one: handed_state(one, late_days(one.hand_over.id)),
            width_px=248,
            icon=lambda one: handed_sign(one, late_days(one.hand_over.id)),
            tooltip=lambda one: handed_state(one, late_days(one.hand_over.id)),
        ),
    )


def _who_handed(one: HandOverView) -> str:
    return " · ".join(part for part in (one.station_name, one.handed_by) if part)


def _counted(one: HandOverView) -> str:
    row = one.hand_over
    if not one.difference_rp:
        return ""
    counted = say(
        CONTEXT, "Diterima {received_rp}, selisih {difference_rp}.",
        received_rp=row.received_rp, difference_rp=one.difference_rp,
    )  # fmt: skip
    return f"{counted} {row.explanation}".strip()


def slip_columns() -> Sequence[Column[RemittanceView]]:
    return (
        Column(lambda: say(CONTEXT, "Nomor"), lambda slip: slip.remittance.number, stretch=True, strong=True),
        Column(lambda: say(CONTEXT, "Tanggal"), lambda slip: _short(slip.remittance.remitted_on), width_px=88),
        Column(
            lambda: say(CONTEXT, "Jumlah"),
            lambda slip: fmt.rupiah(slip.remittance.amount_rp),
            align="right",
            width_px=112,
        ),
        Column(
            lambda: say(CONTEXT, "Bukti bank"), slip_state, width_px=200, icon=slip_sign, tooltip=slip_state
        ),
    )  # fmt: skip


def matter_columns() -> Sequence[Column[Matter]]:
    return (
        Column(
            lambda: say(CONTEXT, "Perkara"),
            lambda matter: matter.title,
            width_px=208,
            strong=True,
            icon=lambda matter: (matter.icon, matter.token),
        ),
        Column(lambda: say(CONTEXT, "Tanggal"), lambda matter: _short(matter.on), width_px=88),
        Column(
            lambda: say(CONTEXT, "Keterangan"),
            lambda matter: matter.sentence,
            stretch=True,
            tooltip=lambda matter: " · ".join(part for part in (matter.proof_no, matter.sentence) if part),
        ),
        Column(
            lambda: say(CONTEXT, "Jumlah"), lambda matter: fmt.rupiah(matter.amount_rp), align="right", width_px=108
        ),
    )  # fmt: skip


def _short(on: date) -> str:
    return fmt.short_day(on, language())


@dataclass(frozen=True, slots=True)
class BookRow:
    """A line of the book; the last one holds the sums."""

    cells: tuple[str | int | date | None, ...]
    stands_out: bool


class LedgerView(QObject):
    """Shows a `reports.ledger.Ledger` in a table and its closing figures below it: the numbers of the paper."""

    def __init__(self, table: Table, closing: Figures) -> None:
        super().__init__(table)
        self._table, self._closing = table, closing
        self._rows: list[BookRow] = []
        self._ledger: papers.Ledger | None = None
        self.model: BookModel | None = None

    def show(self, ledger: papers.Ledger) -> None:
        self._ledger = ledger
        self._rows = [BookRow(line.cells, line.stands_out) for line in ledger.lines]
        if ledger.has_sums and ledger.lines:
            self._rows.append(_sums_row(ledger))
        self.model = BookModel(_columns(ledger), lambda ids: {one: self._rows[one] for one in ids}, parent=self)
        self._table.show_model(self.model)
        self._table.set_empty("file-text", say(CONTEXT, "Tidak ada penerimaan maupun setoran pada masa ini."))
        self._table.setAccessibleName(ledger_word(ledger.title))
        self.model.set_ids(range(len(self._rows)))
        self._closing.show_sums(
            [Sum(figure_word(figure.key, figure.label), figure.amount_rp, figure.is_sum) for figure in ledger.closing]
        )

    def retranslate(self) -> None:
        if self._ledger is not None:
            self.show(self._ledger)

    def texts(self, column: int) -> list[str]:
        """A column as it reads, from top to bottom."""
        assert self.model is not None
        return [str(self.model.data(self.model.index(row, column))) for row in range(self.model.rowCount())]


def _sums_row(ledger: papers.Ledger) -> BookRow:
    sums = ledger.sums()
    cells: list[str | int | date | None] = [sums.get(column.key) for column in ledger.columns]
    words = next((place for place, column in enumerate(ledger.columns) if not column.is_number), None)
    widest = max(range(len(ledger.columns)), key=lambda place: _text_width(ledger.columns[place]))
    if words is not None:
        cells[widest] = ledger_word(ledger.total)
    return BookRow(tuple(cells), True)


def _text_width(column: papers.Column) -> float:
    return 0.0 if column.is_number else column.width


class BookModel(PagedTableModel[int, BookRow]):
    """Lines that stand out in bold: the opening balance, the sums."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row()) if role == Qt.ItemDataRole.FontRole and index.isValid() else None
        if row is None or not row.stands_out:
            return super().data(index, role)
        strong = QFont()
        strong.setWeight(QFont.Weight.DemiBold)
        return strong


def _columns(ledger: papers.Ledger) -> list[Column[BookRow]]:
    share = TABLE_PX / sum(column.width for column in ledger.columns)
    widest = max(range(len(ledger.columns)), key=lambda place: _text_width(ledger.columns[place]))
    groups = ["", *(column.group for column in ledger.columns)]
    return [
        _column(column, place, share, first=column.group != groups[place], stretch=place == widest)
        for place, column in enumerate(ledger.columns)
    ]


def _column(column: papers.Column, place: int, share: float, *, first: bool, stretch: bool) -> Column[BookRow]:
    align: Align = "right" if column.is_number else "left"
    heading = max((column.title, column.group if first else ""), key=len)
    spread = round(column.width * share) if column.kind == "text" else 0
    least = PROOF_PX if column.key.endswith("proof") else LEAST_PX[column.kind]
    return Column(
        lambda: _heading(column, first),
        lambda row: _cell_text(column, row.cells[place]),
        align=align,
        width_px=0 if stretch else max(least, round(len(heading) * LETTER_PX) + CELL_PX, spread),
        stretch=stretch,
        token=lambda row: _token(column, row, place),
        tooltip=lambda row: _cell_text(column, row.cells[place]),
    )


def _token(column: papers.Column, row: BookRow, place: int) -> str | None:
    """Figures before words; nought is quiet."""
    quiet = row.cells[place] == 0 if column.is_number else True
    return "ink-2" if quiet and not row.stands_out else None


def _heading(column: papers.Column, first: bool) -> str:
    """The group stands above its first column alone."""
    title = ledger_word(column.title)
    if not column.group:
        return title
    return f"{ledger_word(column.group)}\n{title}" if first else f"\n{title}"


def _cell_text(column: papers.Column, cell: str | int | date | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return fmt.short_day(cell, language())
    if isinstance(cell, int) and column.is_number:
        return fmt.count(cell)  # the headings say "(Rp)"; with dots in both languages, as money is written
    return str(cell)
