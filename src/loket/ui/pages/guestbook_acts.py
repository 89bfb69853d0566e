"""What the guestbook does by a sheet: forms, the paper book, a file, taking back, closing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loket.domain.entities import VisitKind
from loket.services.guest_lists import VisitLine
from loket.ui.pages.asking import Asking
from loket.ui.pages.guestbook_import import ImportSheet
from loket.ui.pages.guestbook_paper import PaperSheet
from loket.ui.pages.guestbook_sheets import GroupSheet, GuestSheet, OfficialSheet, VisitSheet, close_sheet
from loket.ui.pages.members_sheets import reason_sheet
from loket.ui.presenters.guestbook import GuestbookPresenter
from loket.ui.shell import Shell
from loket.ui.texts import say
from loket.ui.texts_guestbook import CONTEXT, whom

SHEETS: dict[VisitKind, Callable[..., VisitSheet]] = {
    VisitKind.GUEST: GuestSheet,
    VisitKind.GROUP: GroupSheet,
    VisitKind.OFFICIAL: OfficialSheet,
}


class GuestbookActs(Asking):
    """One sheet at a time. Signals: `said(sentence, kind)`, `problem(error)`, `booked()`: lines came from paper."""

    said = Signal(str, str)
    problem = Signal(object)
    booked = Signal()

    def __init__(self, shell: Shell, presenter: GuestbookPresenter, view: QWidget) -> None:
        super().__init__(view)
        self._shell, self._presenter, self._view = shell, presenter, view

    def ask_form(self, kind: VisitKind) -> None:
        """A guest, a group, or an official visit."""
        began_at = self._shell.desk.clock.now()
        sheet = SHEETS[kind](self._view, self._presenter.offers.purposes.get(kind, ()))
        self.ask(sheet, lambda: self._presenter.write_down(sheet.form(), began_at))

    def ask_undo(self, line: VisitLine) -> None:
        who = whom(line.visit, line.name)
        sheet = reason_sheet(
            self._view,
            title=say(CONTEXT, "Batalkan baris ini?"),
            text=say(CONTEXT, "{whom}. Barisnya tetap terbaca, tetapi tidak dihitung.", whom=who),
            accept=say(CONTEXT, "Batalkan baris"),
            icon="arrow-back-up",
        )
        self.ask(sheet, lambda: self._presenter.undo(line, sheet.text("reason")))

    def ask_close(self, people: int) -> None:
        self.ask(close_sheet(self._view, people), self._presenter.close_day)

    def ask_paper(self) -> None:
        """Lines of the paper book, several at once."""
        sheet = PaperSheet(self._view, self._shell, self._presenter.offers, self._presenter.book)
        sheet.booked.connect(self._paper_booked)
        sheet.problem.connect(self.problem)
        self.ask(sheet)

    def _paper_booked(self, lines: int) -> None:
        self.close_sheet()
        self.said.emit(say(CONTEXT, "{count} baris buku kertas tersalin.", count=lines), "ok")
        self.booked.emit()

    def ask_import(self) -> None:
        """A paper book that was typed into a spreadsheet."""
        sheet = ImportSheet(self._view, self._shell)
        sheet.taken.connect(self._taken)
        sheet.problem.connect(self.problem)
        self.ask(sheet)

    def _taken(self, sentence: str) -> None:
        self.close_sheet()
        self.said.emit(sentence, "ok")
        self.booked.emit()

    def told(self, error: Exception) -> bool:
        """On the sheet that asked, while it is open."""
        return self.sheet is not None and self.sheet.isVisible() and super().told(error)
