"""Parts of the cash page: fields for money, and the columns of its lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from statistics import median

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from loket.services.cash_shift import ShiftView
from loket.services.receipts import ReceiptRow
from loket.ui import format as fmt
from loket.ui.presenters.till import LineKind, TillLine
from loket.ui.tables import Column
from loket.ui.texts import language, say
from loket.ui.texts_cash import CONTEXT, line_state, line_words, method_word, receipt_state, shift_state, signed
from loket.ui.widgets.scan import HAND_MS

MOST_DIGITS = 10  # 9.999.999.999 rupiah: more than any drawer holds
BURST_MS = 100  # keys further apart are a person's
SHORTEST_CODE = 3
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MoneyEdit(QLineEdit):
    """Rupiah, with dots as one types. A card scanned while the cursor stands here is no money.

    Signals: `changed(rupiah or None)` by hand; `entered()` on Enter; `strayed(text)`: letters, which belong in the scan
    box; `scanned(text)`: a whole code with its Enter; `left()`: Esc.
    """

    changed = Signal(object)
    entered = Signal()
    strayed = Signal(str)
    scanned = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._clock = QElapsedTimer()
        self._clock.start()
        self._burst: list[tuple[int, str]] = []  # when, what: keys that came one hard upon the other
        self._before = ""  # what stood here when they began
        self.textEdited.connect(self._edited)

    def value(self) -> int | None:
        """None while nothing is typed."""
        digits = "".join(sign for sign in self.text() if sign.isdigit())
        return int(digits) if digits else None

    def set_value(self, amount_rp: int | None) -> None:
        """Show an amount without telling anybody."""
        self.setText("" if amount_rp is None else fmt.count(amount_rp))

    def _edited(self, text: str) -> None:
        behind = sum(sign.isdigit() for sign in text[self.cursorPosition() :])
        typed = "".join(sign for sign in text if sign.isdigit())
        shown = fmt.count(int(typed[:MOST_DIGITS])) if typed else ""
        self.setText(shown)
        place = len(shown)
        while behind and place:
            place -= 1
            behind -= shown[place].isdigit()
        self.setCursorPosition(place)
        self.changed.emit(self.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._enter(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif _is_sign(event) and not self._takes(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Note the key; False for one that is not for this field."""
        now_ms, sign = self._now(event), event.text()
        if not self._burst or now_ms - self._burst[-1][0] > BURST_MS:
            self._burst, self._before = [], self.text()
        if sign.isdigit():
            if not event.isAutoRepeat():
                self._burst.append((now_ms, sign))
            return True
        if sign.isalpha():
            text = "".join(one for _, one in self._burst) + sign
            self._forget()
            self.strayed.emit(text)
        return False

    def _enter(self, event: QKeyEvent) -> None:
        burst = [*self._burst, (self._now(event), "")]
        beats = [after - before for (before, _), (after, _) in pairwise(burst)]
        self._burst = []
        if len(beats) >= SHORTEST_CODE and median(beats) < HAND_MS and beats[-1] < HAND_MS:
            text = "".join(sign for _, sign in burst)
            self._forget()
            self.scanned.emit(text)
        else:
            self.entered.emit()

    def _forget(self) -> None:
        """Take the code out again."""
        self._burst = []
        self.setText(self._before)
        self.changed.emit(self.value())

    def _now(self, event: QKeyEvent) -> int:
        return int(event.timestamp()) or self._clock.elapsed()  # events made by programs carry no time

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._burst = []
        self.selectAll()


def _is_sign(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return bool(event.text()) and event.text().isprintable() and plain


def till_columns() -> list[Column[TillLine]]:
    return [
        Column(lambda: "", lambda line: "", width_px=44, icon=_tick),
        Column(lambda: say(CONTEXT, "Untuk"), line_words, stretch=True, token=_quiet),
        Column(
            lambda: say(CONTEXT, "Tanggal"),
            lambda line: fmt.short_day(line.on, language()) if line.on else "",
            align="right",
            width_px=84,
            token=_quiet,
        ),
        Column(
            lambda: say(CONTEXT, "Tagihan"),
            lambda line: fmt.rupiah(line.owed_rp),
            align="right",
            width_px=108,
            token=_quiet,
        ),
        Column(
            lambda: say(CONTEXT, "Dibayar"),
            lambda line: fmt.rupiah(line.due_rp) if line.due_rp else line_state(line),
            align="right",
            width_px=172,
            strong=True,
            token=_quiet,
        ),
    ]


def _tick(line: TillLine) -> tuple[str, str] | None:
    if line.kind is LineKind.PREVIEW:
        return "hourglass", "disabled"
    if not line.payable:
        return "lock", "disabled"
    return ("square-check", "accent") if line.ticked else ("square", "ink-2")


def _quiet(line: TillLine) -> str | None:
    return None if line.payable else "ink-2"


def receipt_columns(utc_offset_min: int, today: Callable[[], date]) -> list[Column[ReceiptRow]]:
    def when(row: ReceiptRow) -> str:
        """Today's by the clock, others by their day."""
        if row.receipt.paid_on == today():
            return fmt.clock(row.receipt.paid_at, utc_offset_min, language())
        return fmt.short_day(row.receipt.paid_on, language())

    return [
        Column(lambda: say(CONTEXT, "Waktu"), when, align="right", width_px=70, token=_void_token),
        Column(lambda: say(CONTEXT, "Nomor"), lambda row: row.receipt.number, width_px=184, token=_void_token),
        Column(
            lambda: say(CONTEXT, "Dari"),
            lambda row: row.payer or say(CONTEXT, "Bukan anggota"),
            stretch=True,
            token=_void_token,
        ),
        Column(
            lambda: say(CONTEXT, "Cara"), lambda row: method_word(row.receipt.method), width_px=76, token=_void_token
        ),
        Column(
            lambda: say(CONTEXT, "Jumlah"),
            lambda row: fmt.rupiah(row.receipt.total_rp),
            align="right",
            width_px=100,
            strong=True,
            token=_void_token,
        ),
        Column(
            lambda: "",
            lambda row: receipt_state(row)[0],
            width_px=112,
            token=lambda row: receipt_state(row)[1] or "ink-2",
        ),
    ]


def _void_token(row: ReceiptRow) -> str | None:
    return "disabled" if row.receipt.voided_on is not None else None


def shift_columns(utc_offset_min: int) -> list[Column[ShiftView]]:
    def hours(view: ShiftView) -> str:
        shift = view.shift
        opened = fmt.clock(shift.opened_at, utc_offset_min, language())
        closed = fmt.clock(shift.closed_at, utc_offset_min, language()) if shift.closed_at else ""
        return f"{fmt.short_day(shift.opened_on, language())}  {opened}–{closed}"

    return [
        Column(lambda: say(CONTEXT, "Shift"), hours, width_px=176),
        Column(lambda: say(CONTEXT, "Petugas"), lambda view: view.closed_by or view.opened_by, stretch=True),
        Column(
            lambda: say(CONTEXT, "Tunai"),
            lambda view: fmt.rupiah(view.cash_in_rp - view.cash_out_rp),
            align="right",
            width_px=98,
        ),
        Column(lambda: say(CONTEXT, "Nontunai"), lambda view: fmt.rupiah(view.noncash_rp), align="right", width_px=92),
        Column(
            lambda: say(CONTEXT, "Selisih"),
            lambda view: signed(view.difference_rp) if view.difference_rp else "–",
            align="right",
            width_px=92,
            token=lambda view: "stop" if view.difference_rp < 0 else "warn" if view.difference_rp else "ink-2",
        ),
        Column(
            lambda: say(CONTEXT, "Diserahkan"),
            lambda view: fmt.rupiah(view.to_hand_rp) if view.shift.closed_on else "",
            align="right",
            width_px=100,
            strong=True,
        ),
        Column(
            lambda: "",
            lambda view: shift_state(view)[0],
            width_px=104,
            token=lambda view: shift_state(view)[1],
        ),
    ]
