"""Parts of the circulation page: the slip on screen and the sheets it asks with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from loket.db.queries import LoanLine
from loket.domain.entities import ItemStatus
from loket.domain.errors import Block
from loket.services.scanning import Shelf
from loket.ui import theme
from loket.ui.texts import error_text, refusal_text, say
from loket.ui.widgets import Card, FormRow, KeyHint, Sheet, label

CONTEXT = "Circulation"
PAPER_PX = 420


class SlipPaper(QWidget):
    """The slip as it would be printed, where the loans stood, until the next scan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = label("", "mono", self)
        self.hint = KeyHint(self)
        paper = Card(self)
        paper.setMaximumWidth(theme.current().px(PAPER_PX))
        inside = QVBoxLayout(paper)
        inside.addWidget(self._text)
        inside.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(paper)
        scroll.setWidgetResizable(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        outer.addWidget(self.hint)

    def show_slip(self, lines: Sequence[str], key_text: str = "") -> None:
        """`key_text`: what Ctrl+P does with it; "" when nothing prints it."""
        self._text.setText("\n".join(lines))
        self.hint.set_key("Ctrl+P", key_text)
        self.hint.setVisible(bool(key_text))
        self.setAccessibleName(say(CONTEXT, "Slip"))
        self.setAccessibleDescription("\n".join(lines))

    def text(self) -> str:
        return self._text.text()


class OverrideSheet(Sheet):
    """A supervisor reads what stands in the way, says why it may pass, and signs with his password or PIN.

    `approve(username, secret, reason, failed)` does the checking; the sheet stays open, as typed, when it fails.
    """

    def __init__(
        self,
        parent: QWidget,
        blocks: Sequence[Block],
        member_name: str,
        approve: Callable[[str, str, str, Callable[[Exception], None]], None],
    ) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Persetujuan pengawas"),
            text=member_name,
            icon="shield-check",
            kind="warn",
            accept_text=say(CONTEXT, "Setujui"),
        )
        self._approve = approve
        for block in blocks:
            self.body.addWidget(label(refusal_text(block).sentence, "body", self, wrap=True))
        self.reason = FormRow(self, label=say(CONTEXT, "Alasan"), editor=QLineEdit(), required=True)
        self.username = FormRow(self, label=say(CONTEXT, "Nama pengguna pengawas"), editor=QLineEdit(), required=True)
        secret = QLineEdit()
        secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret = FormRow(self, label=say(CONTEXT, "Kata sandi atau PIN"), editor=secret, required=True)
        for row in (self.reason, self.username, self.secret):
            self.body.addWidget(row)
        self.field_to_focus(self.reason.editor)

    def accept(self) -> None:
        rows = (self.reason, self.username, self.secret)
        texts = [row.editor.text().strip() for row in rows]  # type: ignore[attr-defined]
        for row, text in zip(rows, texts, strict=True):
            row.set_error(None if text else say(CONTEXT, "Isi dahulu."))
        if all(texts):
            reason, username, secret = texts
            self.set_accept_enabled(False)
            self._approve(username, secret, reason, self._failed)

    def approved(self) -> None:
        super().accept()

    def _failed(self, error: Exception) -> None:
        self.set_accept_enabled(True)
        self.secret.set_error(error_text(error))
        self.secret.editor.setFocus()


class ReasonSheet(Sheet):
    """One sentence why something with money is taken back."""

    def __init__(self, parent: QWidget, given: Callable[[str], None]) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Batalkan tindakan terakhir?"),
            text=say(CONTEXT, "Tindakan itu menimbulkan tagihan. Tulis alasannya; tagihannya ikut dibatalkan."),
            icon="arrow-back-up",
            kind="warn",
            accept_text=say(CONTEXT, "Batalkan tindakan"),
            reject_text=say(CONTEXT, "Biarkan"),
        )
        self._given = given
        self.reason = FormRow(self, label=say(CONTEXT, "Alasan"), editor=QLineEdit(), required=True)
        self.body.addWidget(self.reason)
        self.field_to_focus(self.reason.editor)

    def accept(self) -> None:
        reason = self.reason.editor.text().strip()  # type: ignore[attr-defined]
        if not reason:
            self.reason.set_error(say(CONTEXT, "Isi dahulu."))
            return
        super().accept()
        self._given(reason)


class DeclareSheet(Sheet):
    """Lost, damaged or found, with a note and, while it is on loan, what the borrower is to replace."""

    def __init__(
        self, parent: QWidget, line: LoanLine | Shelf, status: ItemStatus, given: Callable[[str, int], None]
    ) -> None:
        title = line.title if isinstance(line, LoanLine) else line.biblio.title
        barcode = line.barcode if isinstance(line, LoanLine) else line.item.barcode
        question = {
            ItemStatus.LOST: say(CONTEXT, "Catat hilang?"),
            ItemStatus.DAMAGED: say(CONTEXT, "Catat rusak?"),
        }.get(status, say(CONTEXT, "Nyatakan tersedia lagi?"))
        super().__init__(
            parent, title=question, text=f"{barcode} · {title}", icon="book-off", kind="warn", accept_text=question[:-1]
        )
        self._given = given
        self.note = FormRow(self, label=say(CONTEXT, "Catatan"), editor=QLineEdit())
        self.body.addWidget(self.note)
        self.charge = FormRow(
            self,
            label=say(CONTEXT, "Tagihan penggantian (rupiah)"),
            editor=QLineEdit("0"),
            hint=say(CONTEXT, "0 bila diganti dengan buku yang sama."),
        )
        if isinstance(line, LoanLine) and status is not ItemStatus.AVAILABLE:
            self.body.addWidget(self.charge)
        self.field_to_focus(self.note.editor)

    def accept(self) -> None:
        typed = self.charge.editor.text().replace("Rp", "").replace(".", "").strip() or "0"  # type: ignore[attr-defined]
        if not typed.isdigit():
            self.charge.set_error(say(CONTEXT, "Tulis rupiahnya dengan angka saja, misalnya 50.000."))
            return
        super().accept()
        self._given(self.note.editor.text().strip(), int(typed))  # type: ignore[attr-defined]
