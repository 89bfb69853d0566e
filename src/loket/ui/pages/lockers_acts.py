"""Acts of the lockers page that are asked for by a sheet, and the paper that three people sign."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loket.domain.entities import Id
from loket.services import locker_troubles, operators
from loket.services.circulation import Approval
from loket.services.lockers import LockerState, UseView
from loket.ui.issuing import ask_file, issuer_of, paper_fonts, write_paper
from loket.ui.pages.asking import Asking
from loket.ui.pages.lockers_sheets import ForceSheet, LostTagSheet, MoveSheet, SecondLockerSheet
from loket.ui.pages.members_sheets import reason_sheet
from loket.ui.presenters.locker_counter import What
from loket.ui.presenters.lockers import LockersPresenter
from loket.ui.shell import Shell
from loket.ui.texts import say
from loket.ui.texts_lockers import CONTEXT, holder_word, locker_word


class LockersActs(Asking):
    """Signals: `problem(error)`; `saved(path)` a statement was written; `closed()` the sheet is gone.

    Attributes:
        ask_name: asks where a paper is written, None when given up; tests put their own in.
    """

    problem = Signal(object)
    saved = Signal(object)

    def __init__(self, shell: Shell, presenter: LockersPresenter, view: QWidget) -> None:
        super().__init__(view)
        self._shell, self._presenter, self._view = shell, presenter, view
        self.ask_name: Callable[[str], Path | None] = self._ask_name

    def act(self, name: str) -> None:
        """One of the panel's actions, by its name."""
        {
            "lost": self.lost,
            "move": self.move,
            "force": self.force,
            "reprint": self._presenter.reprint,
            "differs": self._presenter.name_differs,
            "order": self.order,
            "second": self.second,
            "paper": self.paper,
            "undo": self.undo,
        }[name]()

    def lost(self) -> None:
        """The tariff is read first: whether anything may be asked for the tag."""
        view, desk = self._presenter.counter.use, self._shell.desk
        if view is not None:
            self._shell.jobs.start(
                lambda: locker_troubles.lost_tag_rp(desk),
                lambda tariff_rp: self._ask_lost(view, tariff_rp),
                self.problem.emit,
                owner=self,
            )

    def _ask_lost(self, view: UseView, tariff_rp: int) -> None:
        def act(approval: Approval) -> None:
            self._presenter.tag_lost(view.use.id, sheet.lost(), approval, charge=sheet.charge.value())

        sheet = LostTagSheet(self._view, self._checked(act), view, tariff_rp)
        self.ask(sheet)

    def force(self) -> None:
        view = self._presenter.counter.use
        if view is None or not view.open:
            return

        def act(approval: Approval) -> None:
            self._presenter.force_open(view.use.id, approval.reason, approval, sheet.text("found"))

        sheet = ForceSheet(self._view, self._checked(act), view)
        self.ask(sheet)

    def second(self) -> None:
        """F12: a further locker for somebody who has one."""
        counter = self._presenter.counter
        if counter.use is None or not counter.by_card:
            return

        def act(approval: Approval) -> None:
            self.close_sheet()
            self._presenter.approved(approval)

        self.ask(SecondLockerSheet(self._view, self._checked(act), counter.use))

    def _checked(self, act: Callable[[Approval], None]) -> Callable[[str, str, str], None]:
        """The witness's word is checked in the background; then it is acted upon."""
        desk, sign_ins = self._shell.desk, self._shell.sign_ins

        def approve(username: str, secret: str, reason: str) -> None:
            self._shell.jobs.start(
                lambda: operators.approve(desk, sign_ins, username, secret, reason), act, self._refused, owner=self
            )

        return approve

    def _refused(self, error: Exception) -> None:
        if not self.told(error):
            self.problem.emit(error)

    def move(self) -> None:
        view = self._presenter.counter.use
        if view is None or not view.open:
            return
        free = [tile for tile in self._presenter.rows.tiles if tile.state is LockerState.FREE]
        sheet = MoveSheet(self._view, view, free)

        def answered() -> None:
            locker = sheet.to.value()
            if locker is not None:
                self._presenter.move(view.use.id, locker.id, sheet.text("reason"))

        self.ask(sheet, answered)

    def order(self) -> None:
        """A broken locker is not given out; a mended one is again."""
        tile = self._presenter.counter.tile
        if tile is None:
            return
        locker = tile.locker
        if locker.out_of_order:
            self._presenter.in_order(locker.id)
            return
        sheet = reason_sheet(
            self._view,
            title=say(CONTEXT, "{locker} rusak?", locker=locker_word(locker.number)),
            text=say(CONTEXT, "Tidak diberikan lagi sampai ditandai beres."),
            accept=say(CONTEXT, "Tandai rusak"),
            icon="hand-stop",
        )
        self.ask(sheet, lambda: self._presenter.out_of_order(locker.id, sheet.text("reason")))

    def undo(self) -> None:
        """Ctrl+Z: the use that is shown, else the last one given here."""
        shown = self._presenter.counter.use
        view = shown if shown is not None and shown.open else self._presenter.last_given
        if view is None:
            self._presenter.say(What.NOTHING_TO_UNDO)
            return
        sheet = reason_sheet(
            self._view,
            title=say(CONTEXT, "Batalkan penitipan di {locker}?", locker=locker_word(view.locker.number)),
            text=holder_word(view.holder),
            accept=say(CONTEXT, "Batalkan titip"),
            icon="arrow-back-up",
        )
        self.ask(sheet, lambda: self._presenter.undo(view.use.id, sheet.text("reason")))

    # ---- the paper -------------------------------------------------------------------------------------------------

    def paper(self) -> None:
        """The statement of what is shown."""
        view = self._presenter.counter.use
        if view is not None and view.use.statement_no:
            self.write_statement(view.use.id, view.use.statement_no)

    def write_statement(self, use_id: Id, number: str) -> None:
        """Write the statement as a page to print and sign."""
        path = self.ask_name(say(CONTEXT, "Berita acara {number}", number=number))
        if path is not None:
            self._shell.jobs.start(
                lambda: write_paper(path, self._statement(use_id)), self.saved.emit, self.problem.emit, owner=self
            )

    def _statement(self, use_id: Id) -> bytes:
        from loket.reports.locker_statement import locker_statement_pdf  # what draws is loaded with the first paper

        statement = locker_troubles.statement(self._shell.desk, use_id)
        return locker_statement_pdf(statement, issuer_of(self._shell.desk, self._shell.data_dir), paper_fonts())

    def _ask_name(self, title: str) -> Path | None:
        return ask_file(self._view, say(CONTEXT, "Simpan berita acara"), title)
