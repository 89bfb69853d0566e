"""Taking a visitor book from a spreadsheet: first every row as it will be written, then all of them at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from loket.db.engine import translated
from loket.domain.entities import VisitKind
from loket.domain.errors import StorageError
from loket.importing.records import UnusableFileError
from loket.reports.visit_template import visit_template
from loket.services.guest_books import books, purpose_list
from loket.services.visit_import import BookLine, BookPreview, BookTaken, read_book, take_book
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.pages.members_sheets import AskSheet
from loket.ui.pages.settings_parts import YesNo
from loket.ui.shell import Shell
from loket.ui.tables import Column, PagedTableModel
from loket.ui.texts import error_text, language, say
from loket.ui.texts_guestbook import CONTEXT, kind_icon
from loket.ui.texts_importing import unusable_text
from loket.ui.texts_visits import book_problem_text
from loket.ui.widgets import Banner, Button, Table, label, set_state

SHEET_PX, LIST_PX, WHY_PX = 1180, 310, 40


class ImportSheet(AskSheet):
    """Signals: `taken(sentence)`; `problem(error)`. Rows that cannot be written are shown with why, and left out only
    when that is ticked."""

    taken = Signal(str)
    problem = Signal(object)

    def __init__(self, parent: QWidget, shell: Shell) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Impor buku pengunjung"),
            text=say(CONTEXT, "Buku kertas yang diketik di Excel atau CSV. Berkas yang sama dua kali tidak menambah."),
            accept=say(CONTEXT, "Catat"),
            icon="file-import",
        )
        self._shell = shell
        self._path = Path()
        self.preview: BookPreview | None = None
        self._lines: dict[int, BookLine] = {}
        self.banner = Banner(self, closable=False)
        self.list = Table(self, name=say(CONTEXT, "Baris berkas"))
        self._model: PagedTableModel[int, BookLine] = PagedTableModel(
            _columns(), lambda keys: {key: self._lines[key] for key in keys}, None, self
        )
        self.why = label("", "body", self, wrap=True)
        self.skip = YesNo(self)
        self.choose = Button(self, icon="file-import")
        self.template = Button(self, icon="download", role="quiet")
        self._build()

    def needed(self) -> frozenset[str]:
        return frozenset()

    def said(self) -> str:
        """The sentence over the rows."""
        return self.banner.text()

    # ---- reading and taking ----------------------------------------------------------------------------------------

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            say(CONTEXT, "Pilih berkas buku pengunjung"),
            str(Path.home()),
            say(CONTEXT, "Lembar kerja (*.xlsx *.csv *.tsv *.txt)"),
        )
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Show what this file holds; nothing is written yet."""
        self._path, self.preview = path, None
        desk = self._shell.desk
        self._model.set_ids([])
        self.banner.show_line(say(CONTEXT, "Membaca berkas …"), "info")
        self.set_accept_enabled(False)
        self._shell.jobs.start(lambda: read_book(desk, path), self._show, self._failed, owner=self)

    def _show(self, preview: BookPreview) -> None:
        self.preview = preview
        self._lines = {line.line: line for line in preview.lines}
        self._model.set_ids(list(self._lines))
        said = say(
            CONTEXT,
            "{new} baris baru, {known} sudah tercatat, {refused} tidak dapat dicatat.",
            new=preview.new,
            known=preview.known,
            refused=preview.refused,
        )
        self.banner.show_line(said, "warn" if preview.refused else "info" if preview.new else "ok")
        self.skip.setVisible(preview.refused > 0)
        self.skip.setText(say(CONTEXT, "Lewati {count} baris yang tidak dapat dicatat", count=preview.refused))
        self.accept_button().set_text(say(CONTEXT, "Catat {count} baris", count=preview.new))
        self._look()
        self.list.select_row(next((n for n, line in enumerate(preview.lines) if line.problems), 0))

    def _picked(self, number: int) -> None:
        """The whole reason, which the list has no room for."""
        line = self._model.row_at(number) if number >= 0 else None
        self.why.setText(_state(line) if line is not None and line.problems else "")
        set_state(self.why, tone=(_token(line) if line is not None else None) or "quiet")

    def _look(self) -> None:
        preview = self.preview
        ready = preview is not None and preview.new > 0 and (not preview.refused or self.skip.value())
        self.set_accept_enabled(ready)

    def accept(self) -> None:
        preview, desk, skip = self.preview, self._shell.desk, self.skip.value()
        if preview is None or not self.accept_button().isEnabled():
            return
        self.set_accept_enabled(False)
        self._shell.jobs.start(
            lambda: take_book(desk, preview, skip_refused=skip), self._taken, self._failed, lane="write", owner=self
        )

    def _taken(self, taken: BookTaken) -> None:
        self._shell.sounds.play("ok")
        self.taken.emit(say(CONTEXT, "{count} baris dari {name} tercatat.", count=taken.added, name=self._path.name))

    def _failed(self, error: Exception) -> None:
        self._shell.sounds.play("refused")
        if isinstance(error, UnusableFileError):
            self.banner.show_line(unusable_text(error), "stop")
        elif isinstance(error, StorageError):
            self.banner.show_line(error_text(error), "stop")
        else:
            self._look()
            self.problem.emit(error)

    # ---- the sheet to fill in --------------------------------------------------------------------------------------

    def _save_template(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            say(CONTEXT, "Simpan lembar isian"),
            str(Path.home() / say(CONTEXT, "buku pengunjung.xlsx")),
            say(CONTEXT, "Lembar kerja (*.xlsx)"),
        )
        if name:
            self.write_template(Path(name))

    def write_template(self, path: Path) -> None:
        """A sheet with the right headings, to type the paper book into."""
        desk = self._shell.desk

        def work() -> Path:
            sheet = visit_template(desk.library.name, books(desk), purpose_list(desk))
            with translated(path):
                path.write_bytes(sheet)
            return path

        self._shell.jobs.start(work, self._template_saved, self._failed, owner=self)

    def _template_saved(self, path: Path) -> None:
        self.banner.show_line(say(CONTEXT, "Tersimpan: {path}", path=path), "ok")

    def _build(self) -> None:
        px = theme.current().px
        self.list.show_model(self._model)
        self.list.picked_row.connect(self._picked)
        self.why.setMinimumHeight(px(WHY_PX))
        self.list.setMinimumHeight(px(LIST_PX))
        self.list.set_empty("file-text", say(CONTEXT, "Pilih berkasnya, atau simpan lembar isian untuk diisi dahulu."))
        self.skip.hide()
        self.skip.changed.connect(self._look)
        self.template.set_text(say(CONTEXT, "Simpan lembar isian (XLSX) …"))
        self.template.clicked.connect(self._save_template)
        self.choose.set_text(say(CONTEXT, "Pilih berkas …"))
        self.choose.clicked.connect(self._choose_file)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        for button in (self.choose, self.template):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.why)
        self.body.addWidget(self.skip)
        self.field_to_focus(self.choose)
        self.set_accept_enabled(False)
        self.setMinimumWidth(px(SHEET_PX))


def _columns() -> list[Column[BookLine]]:
    return [
        Column(lambda: say(CONTEXT, "Baris"), lambda line: str(line.line), "right", 72, icon=_sign),
        Column(lambda: say(CONTEXT, "Datang"), _when, width_px=196),
        Column(
            lambda: say(CONTEXT, "Nama atau nomor"),
            lambda line: (line.paper.name or line.paper.member_no) if line.paper else "",
            width_px=200,
            strong=True,
            icon=lambda line: (kind_icon(VisitKind.MEMBER if line.paper.member_no else line.paper.kind), "ink-2")
            if line.paper
            else None,
        ),
        Column(
            lambda: say(CONTEXT, "Orang"), lambda line: str(line.paper.people) if line.paper else "", "right", 70
        ),
        Column(
            lambda: say(CONTEXT, "Asal"), lambda line: line.paper.institution if line.paper else "", width_px=150
        ),
        Column(lambda: say(CONTEXT, "Keadaan"), _state, stretch=True, token=_token, tooltip=_state),
    ]  # fmt: skip


def _when(line: BookLine) -> str:
    paper = line.paper
    return f"{fmt.short_day(paper.on, language())} {paper.on.year}  {paper.at:%H.%M}" if paper else ""


def _state(line: BookLine) -> str:
    if line.problems:
        return " ".join(book_problem_text(problem) for problem in line.problems)
    return say(CONTEXT, "sudah tercatat") if line.known else say(CONTEXT, "baru")


def _sign(line: BookLine) -> tuple[str, str] | None:
    if line.paper is None or line.problems:
        return ("circle-x", "stop") if line.paper is None else ("alert-triangle", "warn")
    return ("check", "ink-2") if line.known else ("plus", "ok")


def _token(line: BookLine) -> str | None:
    return "stop" if line.paper is None else "warn" if line.problems else "ink-2" if line.known else None
