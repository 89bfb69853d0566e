"""Acts that are asked for by a sheet: one at a time, open until the desk has booked what it asked for.

And the sheet on which a second person signs.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from loket.domain.errors import InvalidInput
from loket.ui.pages.members_sheets import AskSheet
from loket.ui.texts import error_text
from loket.ui.widgets import Tone

Approve = Callable[[str, str, str], None]


class Asking(QObject):
    """Base of the acts of a page. `closed()`: the sheet is gone, booked or given up.

    Attributes:
        sheet: the one that asks now.
    """

    closed = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.sheet: AskSheet | None = None

    def ask(self, sheet: AskSheet, answered: Callable[[], object] | None = None) -> None:
        """Open the sheet; `answered` is called when it has been filled in."""
        self.sheet = sheet
        if answered is not None:
            sheet.answered.connect(answered)
        sheet.decided.connect(lambda _: self._sheet_closed(sheet))
        sheet.open()

    def told(self, error: Exception) -> bool:
        """What a sheet asked for and the desk refused is said on it; it stays as typed. False: no sheet asked."""
        if self.sheet is None or not self.sheet.rows:
            return False
        self.sheet.failed(error)
        return True

    def close_sheet(self) -> None:
        """What it asked for is booked, or cannot be."""
        if self.sheet is not None:
            self.sheet.accepted_by_desk()

    def _sheet_closed(self, sheet: AskSheet) -> None:
        if self.sheet is sheet:
            self.sheet = None
        sheet.deleteLater()
        self.closed.emit()


class CountersignedSheet(AskSheet):
    """A few fields, then the name and word of a second person.

    `approve(username, secret, reason)` checks that word and goes on; the sheet stays as typed when it fails.
    """

    def __init__(
        self,
        parent: QWidget,
        approve: Approve,
        *,
        title: str,
        text: str,
        accept: str,
        icon: str,
        kind: Tone = "warn",
        danger: bool = False,
    ) -> None:
        super().__init__(parent, title=title, text=text, accept=accept, icon=icon, kind=kind, danger=danger)
        self._approve = approve
        self.answered.connect(self._answered)

    def ask_word(self, username: str, hint: str, secret: str) -> None:
        """After the sheet's own fields: what the two are called, and who may be named."""
        self.ask("username", username, hint=hint)
        editor = QLineEdit(self)
        editor.setEchoMode(QLineEdit.EchoMode.Password)
        self.ask("secret", secret, editor)

    def reason(self) -> str:
        """Why the second person was asked, as it is written down."""
        return self.text("reason")

    def needed(self) -> frozenset[str]:
        return frozenset({"username", "secret"})

    def _answered(self) -> None:
        self.set_accept_enabled(False)
        self._approve(self.text("username"), self.text("secret"), self.reason())

    def failed(self, error: Exception) -> None:
        """Beside the field it belongs to; a refusal beside the second person's word."""
        self.set_accept_enabled(True)
        if isinstance(error, InvalidInput) and error.field in self.rows:
            self.show_invalid(error)
            return
        self.rows["secret"].set_error(error_text(error))
        self.rows["secret"].editor.setFocus(Qt.FocusReason.OtherFocusReason)
