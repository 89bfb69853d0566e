"""What is done with many members at once: their list into a file, their cards into the print queue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from loket.domain.entities import Id
from loket.domain.errors import InvalidInput
from loket.services.card_queue import Added
from loket.ui.pages.members_sheets import AskSheet, ReprintSheet, reason_sheet
from loket.ui.shell import Shell
from loket.ui.texts import say
from loket.ui.texts_members import CONTEXT

FORMATS = "Excel (*.xlsx);;CSV (*.csv)"
SUFFIXES = (".xlsx", ".csv")


class MembersBatch(QObject):
    """Signals: `said(sentence, kind, action)`, `problem(error)`, `queued()`: the cards wait for the printer.

    `export(path, reason)` writes the list as it is shown. `sheet`: the one that asks now.
    """

    said = Signal(str, str, str)
    problem = Signal(object)
    queued = Signal()

    def __init__(self, shell: Shell, export: Callable[[Path, str], None], view: QWidget) -> None:
        super().__init__(view)
        self._shell, self._export_to, self._view = shell, export, view
        self.sheet: AskSheet | None = None

    # ---- a file ----------------------------------------------------------------------------------------------------

    def ask_export(self, count: int) -> None:
        """Personal data leave Loket only with a reason, which is written down."""
        sheet = reason_sheet(
            self._view,
            title=say(CONTEXT, "Ekspor {count} anggota?", count=count),
            text=say(CONTEXT, "Data pribadi keluar dari Loket; nama Anda dan alasannya tercatat (UU 27/2022)."),
            accept=say(CONTEXT, "Pilih berkas …"),
            icon="download",
        )
        self.sheet = sheet
        sheet.answered.connect(lambda: self._export(sheet))
        sheet.decided.connect(lambda _: self._sheet_closed(sheet))
        sheet.open()

    def _sheet_closed(self, sheet: AskSheet) -> None:
        if self.sheet is sheet:
            self.sheet = None
        sheet.deleteLater()

    def _export(self, sheet: AskSheet) -> None:
        reason = sheet.text("reason")
        proposed = Path.home() / f"anggota-{self._shell.desk.today().isoformat()}.xlsx"
        name, chosen = QFileDialog.getSaveFileName(self._view, say(CONTEXT, "Ekspor anggota"), str(proposed), FORMATS)
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in SUFFIXES:
            path = path.with_name(path.name + (".csv" if "csv" in chosen else ".xlsx"))
        sheet.accepted_by_desk()
        self._export_to(path, reason)

    # ---- cards -----------------------------------------------------------------------------------------------------

    def queue_cards(self, ids: Sequence[Id], reason: str) -> None:
        """Into the queue; who had a card before needs a word why, which is then asked."""
        wanted = tuple(ids)
        self._shell.cards.add(
            wanted, reason=reason, then=self._queued, failed=lambda error: self._not_queued(error, wanted)
        )

    def _queued(self, added: Added) -> None:
        if added.jobs:
            self.said.emit(say(CONTEXT, "{count} kartu masuk antrean cetak.", count=len(added.jobs)), "ok", "")
            self._shell.sounds.play("ok")
        elif added.already:
            self.said.emit(say(CONTEXT, "Kartunya sudah ada di antrean cetak."), "info", "")
        else:
            sentence = say(CONTEXT, "Belum ada yang bisa dicetak: calon anggota belum bernomor.")
            self.said.emit(sentence, "info", "")
        self.queued.emit()
        self._shell.changes.tell("cards", self)

    def _not_queued(self, error: Exception, ids: tuple[Id, ...]) -> None:
        if not (isinstance(error, InvalidInput) and error.code == "card_reason_missing"):
            self.problem.emit(error)
            return
        again = int(str(error.params.get("count", 1)))
        sheet = ReprintSheet(self._view, say(CONTEXT, "{count} anggota", count=again), 1)
        sheet.answered.connect(lambda: self._print_again(sheet, ids))
        sheet.decided.connect(lambda _: sheet.deleteLater())
        sheet.open()

    def _print_again(self, sheet: ReprintSheet, ids: tuple[Id, ...]) -> None:
        why = str(sheet.why.value())
        sheet.accepted_by_desk()
        self._shell.cards.add(ids, reason="first", again=why, then=self._queued, failed=self.problem.emit)
