"""Taking data from another system: choose files, look at the dry run, take. The menu shows it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QListWidgetItem, QWidget

from loket.db.engine import translated
from loket.domain.entities import Role
from loket.domain.errors import StorageError
from loket.importing.records import Row
from loket.services.intake_report import Counts, Found, IntakeCode, IntakeReport
from loket.ui import icons, theme
from loket.ui.format import count
from loket.ui.forms.ui_importing import Ui_ImportingPage
from loket.ui.pages.importing_mapping import ColumnChoices, preview_model
from loket.ui.pages.page import Page
from loket.ui.presenters.importing import ImportFile, ImportingPresenter, Stage, problems_csv
from loket.ui.shell import Shell
from loket.ui.tables import Column, PagedTableModel
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say, storage_text
from loket.ui.texts_importing import (
    CONTEXT,
    counts_text,
    field_word,
    format_word,
    found_value,
    kind_word,
    problem_text,
    unusable_text,
)
from loket.ui.widgets import Button, set_state

FILES_PX = 232
FILTER = "*.csv *.txt *.tsv *.xlsx *.xlsm *.mrc *.marc *.dat *.xml"
STAGES: dict[Stage, tuple[str, str, str]] = {  # icon, token, word
    Stage.WAITING: ("hourglass", "ink-2", QT_TRANSLATE_NOOP("Importing", "menunggu")),
    Stage.CHECKING: ("refresh", "info", QT_TRANSLATE_NOOP("Importing", "diperiksa")),
    Stage.MAPPING: ("list", "warn", QT_TRANSLATE_NOOP("Importing", "cocokkan kolom")),
    Stage.CHECKED: ("clipboard-check", "info", QT_TRANSLATE_NOOP("Importing", "sudah diperiksa")),
    Stage.TAKING: ("refresh", "info", QT_TRANSLATE_NOOP("Importing", "diambil")),
    Stage.TAKEN: ("circle-check", "ok", QT_TRANSLATE_NOOP("Importing", "sudah diambil")),
    Stage.UNUSABLE: ("circle-x", "stop", QT_TRANSLATE_NOOP("Importing", "tidak dapat dipakai")),
}
CARDS = {"member": "member", "biblio": "biblio", "item": "item"}


class ImportingPage(Page):
    """At the left the files, at the right the one being looked at: progress, columns, or its report."""

    TITLE = QT_TRANSLATE_NOOP("Page", "Impor data")
    ICON = "file-import"
    ROLES = frozenset({Role.CATALOGUER.value, Role.SUPERVISOR.value, Role.ADMIN.value})

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.setProperty("role", "page")
        self._form = Ui_ImportingPage()
        self._form.setupUi(self)
        self._form.banner.hide_line()
        self.presenter = ImportingPresenter(shell.desk, shell.jobs, self)
        self._listed: list[Found] = []
        self.columns = ColumnChoices(self._form.mappingFields)
        self._build_table()
        self._build_buttons()
        self._wire()
        self._restyle()
        theme.current().changed.connect(self._restyle)
        self.retranslate()
        self.show_files((), -1)
        self.show_start()

    # ---- building --------------------------------------------------------------------------------------------------

    def _build_table(self) -> None:
        self._problems = PagedTableModel[int, Found](
            [
                Column(lambda: say(CONTEXT, "Baris"), lambda one: count(one.problem.line, language()), "right", 80),
                Column(lambda: say(CONTEXT, "Kolom"), _field, width_px=190, tooltip=_field),
                Column(
                    lambda: say(CONTEXT, "Sebab dan yang perlu dilakukan"),
                    lambda one: problem_text(one.problem),
                    stretch=True,
                    icon=_sign,
                    tooltip=lambda one: problem_text(one.problem),
                ),
                Column(lambda: say(CONTEXT, "Isi"), found_value, width_px=220, tooltip=found_value),
            ],
            lambda keys: {key: self._listed[key] for key in keys},
            None,
            self,
        )
        self._form.problems.show_model(self._problems)

    def _build_buttons(self) -> None:
        self.add_button = Button(self, icon="plus", role="primary", key="Ctrl+O")
        self.remove_button = Button(self, icon="trash", role="quiet")
        self.map_button = Button(self, icon="check", role="primary")
        self.again_button = Button(self, icon="refresh", role="quiet")
        self.columns_button = Button(self, icon="list", role="quiet")
        self.save_button = Button(self, icon="download", role="plain")
        self.take_button = Button(self, icon="download", role="primary", key="Ctrl+T")
        self.next_button = Button(self, icon="arrow-right", role="primary")
        self._form.fileActions.addWidget(self.add_button)
        self._form.fileActions.addWidget(self.remove_button)
        self._form.mappingActions.addStretch(1)
        self._form.mappingActions.addWidget(self.map_button)
        for button in (self.save_button, self.columns_button, self.again_button):
            self._form.reportActions.addWidget(button)
        self._form.reportActions.addStretch(1)
        self._form.reportActions.addWidget(self.take_button)
        self._form.reportActions.addWidget(self.next_button)

    def _wire(self) -> None:
        self._form.files.currentRowChanged.connect(self._file_chosen)
        self._form.kind.changed.connect(self.presenter.match_columns)
        self._form.problems.picked_row.connect(self._show_reason)
        self._form.which.changed.connect(lambda _: self._list_problems())
        self._form.skipRefused.toggled.connect(lambda _: self._show_actions())
        self._form.busy.cancelled.connect(self.presenter.cancel)
        self.columns.chosen.connect(self.presenter.set_column)
        self.add_button.clicked.connect(self.choose_files)
        self.remove_button.clicked.connect(self.presenter.remove)
        self.map_button.clicked.connect(self.presenter.mapping_done)
        self.again_button.clicked.connect(self.presenter.check)
        self.columns_button.clicked.connect(self._match_again)
        self.save_button.clicked.connect(self.save_list)
        self.take_button.clicked.connect(lambda: self.presenter.take(self._form.skipRefused.isChecked()))
        self.next_button.clicked.connect(self._next)

    # ---- the page --------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self._form.retranslateUi(self)
        form = self._form
        form.filesHeading.setText(say(CONTEXT, "Berkas"))
        form.files.setAccessibleName(say(CONTEXT, "Berkas yang dipilih"))
        form.problems.setAccessibleName(say(CONTEXT, "Baris yang ditolak atau diragukan"))
        form.preview.setAccessibleName(say(CONTEXT, "Contoh baris pertama"))
        form.start.set_content(
            "file-import",
            say(CONTEXT, "Pilih berkas dari sistem lama."),
            "Ctrl+O",
            say(CONTEXT, "pilih berkas"),
        )
        form.mappingHint.setText(
            say(
                CONTEXT,
                "Susunan berkas ini belum dikenal. Pilih isinya, lalu cocokkan kolomnya dengan contoh di kanan.",
            )
        )
        form.kind.set_options([(kind, kind_word(kind), "") for kind in CARDS])
        form.previewHeading.setText(say(CONTEXT, "Begini baris pertama akan terbaca"))
        for kind in CARDS:
            getattr(form, f"{kind}Heading").setText(kind_word(kind))
        for button, words in (
            (self.add_button, say(CONTEXT, "Pilih berkas …")),
            (self.remove_button, say(CONTEXT, "Keluarkan dari daftar")),
            (self.map_button, say(CONTEXT, "Periksa berkas")),
            (self.again_button, say(CONTEXT, "Periksa lagi")),
            (self.columns_button, say(CONTEXT, "Ubah kolom")),
            (self.save_button, say(CONTEXT, "Simpan daftar …")),
            (self.take_button, say(CONTEXT, "Ambil data")),
            (self.next_button, say(CONTEXT, "Berkas berikutnya")),
        ):
            button.set_text(words)
        if self.presenter.file is not None:
            self.presenter.select(self.presenter.current)

    def choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self,
            say(CONTEXT, "Pilih berkas yang akan diambil"),
            str(Path.home()),
            say(CONTEXT, "Data perpustakaan ({patterns});;Semua berkas (*)", patterns=FILTER),
        )
        if names:
            self.presenter.add([Path(name) for name in names])

    def _file_chosen(self, number: int) -> None:
        if number >= 0 and number != self.presenter.current:
            self.presenter.select(number)

    def _next(self) -> None:
        waiting = self.presenter.next_waiting()
        if waiting is not None:
            self.presenter.select(waiting)

    def _match_again(self) -> None:
        file = self.presenter.file
        if file is not None and file.mapping is not None:
            file.stage = Stage.MAPPING
            self.presenter.select(self.presenter.current)

    # ---- what the presenter shows ----------------------------------------------------------------------------------

    def show_files(self, files: Sequence[ImportFile], current: int) -> None:
        listed = self._form.files
        blocked = listed.blockSignals(True)
        listed.clear()
        for file in files:
            icon, token, word = STAGES[file.stage]
            entry = QListWidgetItem(icons.icon(icon, token), f"{file.name}\n{say(CONTEXT, word)}")
            entry.setToolTip(str(file.path))
            listed.addItem(entry)
        listed.setCurrentRow(current)
        listed.blockSignals(blocked)
        self.remove_button.setVisible(bool(files))
        set_state(self.add_button, role="plain" if files else "primary")  # one primary button on a page
        icons.tint(self.add_button, "plus", "ink-2" if files else "on-accent")
        busy = self.presenter.busy
        for widget in (listed, self.add_button, self.remove_button):
            widget.setEnabled(not busy)

    def show_start(self) -> None:
        self._head(
            self.title(),
            say(
                CONTEXT,
                "Dari SLiMS, INLISLite, MARC 21, atau tabel CSV dan Excel. Diperiksa dahulu, diambil bila Anda mau.",
            ),
        )
        self._form.stack.setCurrentWidget(self._form.startPage)

    def show_work(self, file: ImportFile) -> None:
        self._form.banner.hide_line()
        self._head(file.name, "")
        taking = file.stage is Stage.TAKING
        self._form.busy.begin(say(CONTEXT, "Mengambil data …") if taking else say(CONTEXT, "Memeriksa berkas …"))
        self._form.workHint.setText(
            say(CONTEXT, "Peminjaman di loket ini menunggu sampai selesai. Bila dihentikan, tidak ada yang diambil.")
            if taking
            else say(CONTEXT, "Loket tetap bisa dipakai; belum ada data yang berubah.")
        )
        self._form.stack.setCurrentWidget(self._form.workPage)

    def show_progress(self, done: int, total: int) -> None:
        self._form.busy.report(done * 100 // total if total else 0, 100 if total else 0)

    def show_mapping(self, file: ImportFile) -> None:
        assert file.mapping is not None
        self._head(file.name, "")
        self._form.kind.set_current(file.mapping.kind)
        self.columns.show_fields(file.mapping.kind, file.headings, file.mapping.columns)
        self._form.mappingScroll.setMinimumWidth(self._form.mappingFields.sizeHint().width() + theme.current().px(20))
        self._form.stack.setCurrentWidget(self._form.mappingPage)
        self._show_missing(file)

    def show_preview(self, rows: Sequence[Row]) -> None:
        file = self.presenter.file
        if file is None or file.mapping is None:
            return
        self._form.preview.show_model(preview_model(file.mapping.kind, rows, self))
        self._show_missing(file)

    def _show_missing(self, file: ImportFile) -> None:
        missing = ", ".join(field_word(name) for name in file.missing())
        self._form.mappingProblem.setText(say(CONTEXT, "Pilih dahulu kolom untuk: {fields}", fields=missing))
        self._form.mappingProblem.setVisible(bool(missing))
        self.map_button.setEnabled(not missing)

    def show_report(self, file: ImportFile) -> None:
        report = file.report
        assert report is not None
        self._head(file.name, format_word(report.format))
        for kind, counts in report.counts().items():
            self._show_card(kind, counts)
        refused, doubts, changes = self._sorted(report)
        self._form.which.set_options(
            [
                ("refused", say(CONTEXT, "Ditolak ({count})", count=len(refused)), "circle-x"),
                ("doubts", say(CONTEXT, "Diragukan ({count})", count=len(doubts)), "alert-triangle"),
                ("changes", say(CONTEXT, "Berubah ({count})", count=len(changes)), "edit"),
            ]
        )
        self._form.which.set_current("refused" if refused else "doubts" if doubts or not changes else "changes")
        self._form.skipRefused.setChecked(False)
        self._form.stack.setCurrentWidget(self._form.reportPage)
        self._form.busy.finish()
        self._list_problems()
        self._show_actions()
        self._say_result(file, report)

    def show_unusable(self, file: ImportFile) -> None:
        self._head(file.name, "")
        self._form.stack.setCurrentWidget(self._form.startPage)
        if file.error is not None:
            self._form.banner.show_line(unusable_text(file.error), "stop")
        self.shell.sounds.play("refused")

    def show_stopped(self, file: ImportFile) -> None:
        self._form.busy.finish()
        if file.stage is Stage.CHECKED:
            self.show_report(file)
        else:
            self._form.stack.setCurrentWidget(self._form.startPage)
        self._form.banner.show_line(say(CONTEXT, "Dihentikan; tidak ada yang diambil dari berkas ini."), "info")

    def show_storage(self, error: StorageError) -> None:
        self._form.banner.show_line(storage_text(error), "stop")

    def tell_changed(self, report: IntakeReport) -> None:
        if report.members.total:
            self.shell.changes.tell("members", self)
        if report.titles.total or report.items.total:
            self.shell.changes.tell("titles", self)
        self.shell.sounds.play("ok")

    def said(self) -> str:
        """The sentence in the banner; "" when there is none."""
        return str(self._form.banner.said())

    # ---- the report ------------------------------------------------------------------------------------------------

    def _head(self, title: str, subtitle: str) -> None:
        self._form.header.set_icon(self.ICON)
        self._form.header.set_title(title)
        self._form.header.set_subtitle(subtitle)

    def _show_card(self, kind: str, counts: Counts) -> None:
        """New records are the big number; everything else stands under it."""
        form = self._form
        getattr(form, f"{kind}Card").setVisible(bool(counts.total))
        getattr(form, f"{kind}Number").setText(count(counts.new, language()))
        rest = Counts(0, counts.changed, counts.same, counts.refused)
        words = [say(CONTEXT, "baru"), counts_text(rest)]
        getattr(form, f"{kind}Detail").setText(" · ".join(filter(None, words)))

    @staticmethod
    def _sorted(report: IntakeReport) -> tuple[list[Found], list[Found], list[Found]]:
        changes = [one for one in report.doubts if one.problem.code == IntakeCode.WOULD_CHANGE]
        doubts = [one for one in report.doubts if one.problem.code != IntakeCode.WOULD_CHANGE]
        return report.refused, doubts, changes

    def _list_problems(self) -> None:
        file = self.presenter.file
        if file is None or file.report is None:
            return
        lists = dict(zip(("refused", "doubts", "changes"), self._sorted(file.report), strict=True))
        self._listed = lists[self._form.which.current()]
        empty = {
            "refused": say(CONTEXT, "Tidak ada baris yang ditolak."),
            "doubts": say(CONTEXT, "Tidak ada yang diragukan."),
            "changes": say(CONTEXT, "Tidak ada data lama yang berubah."),
        }
        self._form.problems.set_empty("clipboard-check", empty[self._form.which.current()])
        self._problems.set_ids(range(len(self._listed)))
        self._form.reason.setVisible(bool(self._listed))
        self._form.problems.select_row(0)

    def _show_reason(self, number: int) -> None:
        """The chosen row's reason in full: its column may be too narrow for it."""
        one = self._listed[number]
        self._form.reason.setText(" ".join(filter(None, (problem_text(one.problem), found_value(one)))))

    def _show_actions(self) -> None:
        file = self.presenter.file
        if file is None or file.report is None:
            return
        report, checked = file.report, file.stage is Stage.CHECKED
        self._form.skipRefused.setVisible(checked and bool(report.refused_rows) and bool(report.new_or_changed))
        self._form.skipRefused.setText(
            say(
                CONTEXT,
                "Ambil baris yang baik saja; {count} baris yang ditolak ditinggalkan",
                count=report.refused_rows,
            )
        )
        may_take = checked and report.new_or_changed and (not report.refused_rows or self._form.skipRefused.isChecked())
        self.take_button.setVisible(checked)
        self.take_button.setEnabled(bool(may_take))
        self.again_button.setVisible(checked)
        self.columns_button.setVisible(checked and file.mapping is not None)
        self.save_button.setVisible(bool(report.found))
        self.next_button.setVisible(not checked and self.presenter.next_waiting() is not None)

    def _say_result(self, file: ImportFile, report: IntakeReport) -> None:
        banner = self._form.banner
        if report.taken and report.refused_rows:
            banner.show_line(
                say(CONTEXT, "Sudah diambil; {count} baris yang ditolak ditinggalkan.", count=report.refused_rows), "ok"
            )
        elif report.taken:
            banner.show_line(say(CONTEXT, "Sudah diambil semuanya."), "ok")
        elif not report.new_or_changed and not report.refused_rows:
            banner.show_line(say(CONTEXT, "Semua isi berkas ini sudah ada; tidak ada yang perlu diambil."), "info")
        elif report.refused_rows:
            banner.show_line(
                say(
                    CONTEXT,
                    "{count} baris belum bisa diambil. Betulkan berkasnya dan periksa lagi, atau ambil yang baik saja.",
                    count=report.refused_rows,
                ),
                "warn",
            )
        else:
            banner.show_line(say(CONTEXT, "Berkas ini siap diambil. Belum ada data yang berubah."), "info")

    def save_list(self) -> None:
        """The problems of this file as CSV, for whoever mends the file."""
        file = self.presenter.file
        if file is None or file.report is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self,
            say(CONTEXT, "Simpan daftar baris"),
            str(Path.home() / f"{file.path.stem}-periksa.csv"),
            "CSV (*.csv)",
        )
        if name:
            self._write_list(Path(name), file.report)

    def _write_list(self, path: Path, report: IntakeReport) -> None:
        headings = [
            say(CONTEXT, "Berkas"),
            say(CONTEXT, "Baris"),
            say(CONTEXT, "Kolom"),
            say(CONTEXT, "Ditolak"),
            say(CONTEXT, "Sebab dan yang perlu dilakukan"),
            say(CONTEXT, "Isi"),
        ]
        yes, no = say(CONTEXT, "ya"), say(CONTEXT, "tidak")
        data = problems_csv(
            report.found,
            headings,
            lambda one: (
                report.file,
                str(one.problem.line),
                field_word(one.problem.column),
                yes if one.problem.fatal else no,
                problem_text(one.problem),
                found_value(one),
            ),
        )

        def write() -> Path:
            with translated(path):
                path.write_bytes(data)
            return path

        self.shell.jobs.start(
            write,
            on_success=lambda path: self._form.banner.show_line(
                say(CONTEXT, "Daftar tersimpan di {path}.", path=path), "ok"
            ),
            on_failure=self._list_failed,
            owner=self,
        )

    def _list_failed(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self.show_storage(error)

    def _restyle(self) -> None:
        px = theme.current().px
        self._form.files.setFixedWidth(px(FILES_PX))
        self.add_button.setFixedWidth(px(FILES_PX))
        self.remove_button.setFixedWidth(px(FILES_PX))
        for words in (self._form.workHint, self._form.mappingHint, self._form.reason):
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)


def _field(one: Found) -> str:
    return field_word(one.problem.column)


def _sign(one: Found) -> tuple[str, str]:
    if one.problem.code == IntakeCode.WOULD_CHANGE:
        return "edit", "info"
    return ("circle-x", "stop") if one.problem.fatal else ("alert-triangle", "warn")
