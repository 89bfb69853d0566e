"""Acts that are asked for by a sheet: one at a time, open until the desk has booked what it asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from loket.ui.pages.members_sheets import AskSheet


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

    def close_sheet(self) -> None:
        """What it asked for is booked, or cannot be."""
        if self.sheet is not None:
            self.sheet.accepted_by_desk()

    def _sheet_closed(self, sheet: AskSheet) -> None:
        if self.sheet is sheet:
            self.sheet = None
        sheet.deleteLater()
        self.closed.emit()
