"""Printing barcode labels: which copies, on which paper, from which place of the sheet."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from loket.db.engine import translated
from loket.devices import resources
from loket.domain.entities import Id
from loket.domain.errors import StorageError
from loket.reports.labels import (
    Label,
    LabelLayout,
    LabelTooNarrow,
    LayoutError,
    UnprintableCodeError,
    label_sheet,
    load_layouts,
)
from loket.reports.pdf import load_fonts
from loket.services.catalogue import LabelText, label_texts
from loket.ui.forms.ui_labels import Ui_LabelsForm
from loket.ui.issuing import open_file
from loket.ui.pages.settings_parts import Choice, Number
from loket.ui.shell import Shell
from loket.ui.tables import Column, PagedTableModel
from loket.ui.texts import say, storage_text
from loket.ui.texts_labels import CONTEXT, label_error_text
from loket.ui.widgets import Button, Sheet

SHEET_W_PX, PLAN_H_PX = 900, 400


@dataclass
class LabelChoice:
    """Paper and first place, remembered from one printing to the next."""

    layout: str = "a4-3x8"
    start: int = 0


class LabelsSheet(Sheet):
    """Shows the labels that wait. Signals: `printed(ids, path)` after a PDF was saved, `dropped(ids)`."""

    printed = Signal(object, object)
    dropped = Signal(object)

    def __init__(self, shell: Shell, ids: Sequence[Id], choice: LabelChoice, parent: QWidget) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Cetak label barcode"),
            text=say(CONTEXT, "Pilih kertasnya dan label kosong pertama. Cetak PDF dengan ukuran sebenarnya (100 %)."),
            icon="barcode",
            accept_text=say(CONTEXT, "Simpan PDF …"),
            reject_text=say(CONTEXT, "Tutup"),
        )
        self._shell = shell
        self._ids = list(ids)
        self._choice = choice
        self._layouts: dict[str, LabelLayout] = load_layouts(resources.path("labels"))
        host = QWidget(self)
        self._form = Ui_LabelsForm()
        self._form.setupUi(host)
        self.body.addWidget(host)
        self.setMinimumWidth(SHEET_W_PX)
        self._form.plan.setMinimumHeight(PLAN_H_PX)
        self._build()
        self._show_plan()
        self.field_to_focus(self.layout_choice)
        self._read()

    def _build(self) -> None:
        self.layout_choice = Choice(self)
        self.layout_choice.set_choices((key, layout.name) for key, layout in self._layouts.items())
        self.layout_choice.set_value(self._choice.layout)
        self.start = Number(self, least=1)
        self._form.layoutRow.set_label(say(CONTEXT, "Kertas label"))
        self._form.layoutRow.set_editor(self.layout_choice)
        self._form.startRow.set_label(say(CONTEXT, "Mulai dari label ke"))
        self._form.startRow.set_hint(say(CONTEXT, "Lembar yang sudah terpakai sebagian bisa dihabiskan."))
        self._form.startRow.set_editor(self.start)
        self._form.planLabel.setText(say(CONTEXT, "Lembar pertama: klik label kosong pertama"))
        self._form.plan.setAccessibleName(say(CONTEXT, "Gambar lembar label"))
        self.preview = Button(self, text=say(CONTEXT, "Lihat dahulu"), icon="eye")
        self._drop = Button(self, text=say(CONTEXT, "Hapus dari antrean"), icon="trash", role="quiet", key="Del")
        self._empty = Button(self, text=say(CONTEXT, "Kosongkan"), role="quiet")
        for button in (self.preview, self._drop, self._empty):
            self._form.buttons.addWidget(button)
        self._form.buttons.addStretch(1)
        self._model = PagedTableModel[Id, LabelText](
            [
                Column(say(CONTEXT, "Barcode"), lambda row: row.barcode, strong=True),
                Column(say(CONTEXT, "Judul"), lambda row: row.title, stretch=True),
            ],
            self._texts_by_id,
            self._shell.jobs,
            self,
        )
        self._form.queue.setAccessibleName(say(CONTEXT, "Label yang menunggu dicetak"))
        self._form.queue.show_model(self._model)
        self._form.queue.set_empty("barcode", say(CONTEXT, "Tidak ada label yang menunggu."))
        self.layout_choice.changed.connect(self._layout_changed)
        self.start.changed.connect(self._show_plan)
        self._form.plan.start_chosen.connect(lambda place: self.start.setValue(place + 1))
        self.preview.clicked.connect(self._show_preview)
        self._drop.clicked.connect(self._drop_current)
        self._empty.clicked.connect(lambda: self._forget(self._ids))

    def layout_now(self) -> LabelLayout:
        return self._layouts[self.layout_choice.value()]

    def sheets(self) -> int:
        """Sheets of paper the queue takes."""
        return math.ceil((self.start.value() - 1 + len(self._ids)) / self.layout_now().per_sheet)

    def accept(self) -> None:
        """Ask where to save; the sheet stays until that succeeded."""
        name, _ = QFileDialog.getSaveFileName(
            self, say(CONTEXT, "Simpan lembar label"), str(Path.home() / "label.pdf"), "PDF (*.pdf)"
        )
        if name:
            self._make(Path(name), self._saved)

    def _show_preview(self) -> None:
        self._make(Path(tempfile.gettempdir()) / "loket-label.pdf", self._previewed)

    def _previewed(self, path: Path) -> None:
        if not open_file(path):
            self._problem(say(CONTEXT, "Tidak ada program pembuka PDF. Berkasnya ada di {path}.", path=path))

    def _saved(self, path: Path) -> None:
        start = (self.start.value() - 1 + len(self._ids)) % self.layout_now().per_sheet
        self._choice.layout, self._choice.start = self.layout_choice.value(), start
        self.printed.emit(tuple(self._ids), path)
        super().accept()

    def _make(self, path: Path, then: Callable[[Path], object]) -> None:
        ids, layout, start = tuple(self._ids), self.layout_now(), self.start.value() - 1
        desk = self._shell.desk

        def work() -> Path:
            labels = [Label(row.barcode, row.call_number, row.title) for row in label_texts(desk, ids)]
            pdf = label_sheet(labels, layout, start, desk.library.name, load_fonts(resources.path("fonts")))
            with translated(path):
                path.write_bytes(pdf)
            return path

        self._problem("")
        self._shell.jobs.start(work, on_success=then, on_failure=self._failed, owner=self)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, StorageError):
            self._problem(storage_text(error))
        elif isinstance(error, (LabelTooNarrow, LayoutError, UnprintableCodeError)):
            self._problem(label_error_text(error))
        else:
            raise error

    def _problem(self, sentence: str) -> None:
        self._form.problem.setText(sentence)
        self._form.problem.setWordWrap(True)
        self._form.problem.setVisible(bool(sentence))

    def problem(self) -> str:
        return str(self._form.problem.text())

    def _layout_changed(self) -> None:
        self.start.set_value(1)
        self._show_plan()

    def _show_plan(self) -> None:
        layout = self.layout_now()
        if self.start.maximum() != layout.per_sheet:
            self.start.setRange(1, layout.per_sheet)
        if not self._form.plan.has_plan():
            self.start.set_value(min(self._choice.start, layout.per_sheet - 1) + 1)
        self._form.plan.show_plan(layout, self.start.value() - 1, len(self._ids))
        self._form.layoutRow.set_hint(layout.note)
        count, sheets = len(self._ids), self.sheets()
        self._form.sheetsLabel.setText(
            say(CONTEXT, "{count} label, {sheets} lembar kertas", count=count, sheets=sheets) if count else ""
        )
        self.set_accept_enabled(bool(count))
        self.preview.setEnabled(bool(count))
        self._drop.setEnabled(bool(count))
        self._empty.setEnabled(bool(count))

    def _drop_current(self) -> None:
        number = self._form.queue.current_row()
        if number >= 0:
            self._forget([self._model.key_at(number)])
            self._form.queue.select_row(min(number, len(self._ids) - 1))

    def _forget(self, ids: Sequence[Id]) -> None:
        gone = list(ids)
        self._ids = [one for one in self._ids if one not in gone]
        self.dropped.emit(tuple(gone))
        self._read()
        self._show_plan()

    def _read(self) -> None:
        self._problem("")
        self._model.set_ids(self._ids)
        self._form.queue.select_row(0)

    def _texts_by_id(self, ids: Sequence[Id]) -> dict[Id, LabelText]:
        return {row.item_id: row for row in label_texts(self._shell.desk, ids)}
