"""Taking the photos of many members from a folder, by the numbers the files are named with. The menu shows it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QPlainTextEdit, QWidget

from loket.services.photos import PhotoImport, import_folder
from loket.ui import theme
from loket.ui.format import count
from loket.ui.jobs import Cancelled, Job, Ticket
from loket.ui.shell import Shell
from loket.ui.texts import error_text, language, say
from loket.ui.texts_photo import CONTEXT, import_counts, import_list
from loket.ui.widgets import Banner, Busy, Sheet, label, set_state

SHEET_W_PX, LIST_H_PX = 680, 220


def choose_folder(parent: QWidget, shell: Shell) -> PhotoImportSheet | None:
    """Ask for the folder and begin; None when none was chosen."""
    name = QFileDialog.getExistingDirectory(
        parent,
        say(CONTEXT, "Pilih folder foto; nama berkas = nomor anggota, misalnya 2026-0012.jpg"),
        str(Path.home()),
    )
    if not name:
        return None
    sheet = PhotoImportSheet(parent, shell, Path(name))
    sheet.finished.connect(sheet.deleteLater)
    sheet.open()
    return sheet


class PhotoImportSheet(Sheet):
    """At work from the beginning. Then how many files came to what, and which; it stays until it was read."""

    def __init__(self, parent: QWidget, shell: Shell, folder: Path) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Impor foto anggota"),
            text=say(CONTEXT, "Folder: {path}", path=folder),
            icon="photo",
            accept_text=say(CONTEXT, "Tutup"),
        )
        self._shell, self._folder = shell, folder
        self.report = PhotoImport()
        self.busy, self.banner = Busy(self), Banner(self, closable=False)
        self.counts = QGridLayout()
        self.list = QPlainTextEdit(self)
        self._build()
        self._job: Job | None = None
        self._begin()

    def _build(self) -> None:
        px = theme.current().px
        self.reject_button().hide()  # while it works the way out is the button at the bar
        self.counts.setHorizontalSpacing(px(12))
        self.counts.setVerticalSpacing(px(2))
        self.counts.setColumnStretch(1, 1)
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setAccessibleName(say(CONTEXT, "Berkas satu per satu"))
        self.list.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.list.hide()
        self.body.addWidget(self.banner)
        self.body.addWidget(self.busy)
        self.body.addLayout(self.counts)
        self.setMinimumWidth(px(SHEET_W_PX))
        self.busy.cancelled.connect(self._stop)

    def _begin(self) -> None:
        shell, folder, report = self._shell, self._folder, self.report

        def work(ticket: Ticket) -> PhotoImport:
            return import_folder(shell.desk, shell.photos, folder, ticket, report)

        self.set_accept_enabled(False)
        self.busy.begin(say(CONTEXT, "Mengambil foto …"))
        self._job = shell.jobs.start_long(work, self.busy.report, self._done, self._failed, owner=self)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def reject(self) -> None:
        """Esc while it works stops it, and the sheet shows what was done until then."""
        if self._job is not None and not self._job.done:
            self._stop()
        else:
            super().reject()

    def said(self) -> str:
        """The sentence over the figures; "" when there is none."""
        return "" if self.banner.isHidden() else self.banner.text()

    # ---- the result ------------------------------------------------------------------------------------------------

    def _done(self, report: PhotoImport) -> None:
        if sum(number for number, _ in import_counts(report)) == 0:
            empty = say(CONTEXT, "Folder ini tidak berisi foto JPG, PNG, atau WebP. Pilih folder lain dari menu.")
            self.banner.show_line(empty, "warn")
        self._show_result()
        self._shell.sounds.play("ok" if report.taken else "warning")

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            stopped = say(CONTEXT, "Dihentikan. Foto yang sudah diambil tetap dipakai; impor lagi mengambil sisanya.")
            self.banner.show_line(stopped, "info")
        else:
            self.banner.show_line(error_text(error), "stop")
            self._shell.sounds.play("refused")
        self._show_result()

    def _show_result(self) -> None:
        self.busy.finish()
        counted = import_counts(self.report)
        if any(number for number, _ in counted):
            for row, (number, words) in enumerate(counted):
                self._show_count(row, number, words, alarming=row > 1 and number > 0)
            self._show_list()
        self.set_accept_enabled(True)
        self.accept_button().setDefault(True)
        self.accept_button().setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjustSize()  # the list needs room that the bar did not
        if self.report.taken:
            self._shell.changes.tell("members", self)

    def _show_list(self) -> None:
        self.list.setPlainText(import_list(self.report))
        self.list.show()
        room = QHBoxLayout()
        room.addWidget(self.list)
        room.addStrut(theme.current().px(LIST_H_PX))  # the look's own least height of a field would win over a widget's
        self.body.addLayout(room, 1)

    def _show_count(self, row: int, number: int, words: str, *, alarming: bool) -> None:
        figure = label(count(number, language()), "heading", self)
        if alarming:
            set_state(figure, tone="warn")
        self.counts.addWidget(figure, row, 0, Qt.AlignmentFlag.AlignRight)
        self.counts.addWidget(label(words, "body", self), row, 1)
