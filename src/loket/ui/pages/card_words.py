"""The words that stand on every card of the library, its logo and the head's signature."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QPlainTextEdit, QWidget

from loket.db.engine import translated
from loket.domain.errors import InvalidInput, StorageError
from loket.reports.card_files import drop_picture, keep_picture
from loket.services.card_values import CardTexts, card_texts, save_card_texts
from loket.ui import theme
from loket.ui.pages.settings_parts import Line
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, error_text, invalid_text, say
from loket.ui.texts_card_designer import CONTEXT, KIND_WORDS, word
from loket.ui.widgets import Button, FormRow, Sheet, label

LABELS: dict[str, str] = {
    "agency": QT_TRANSLATE_NOOP("CardDesigner", "Dinas di atas nama perpustakaan"),
    "card_title": QT_TRANSLATE_NOOP("CardDesigner", "Judul kartu"),
    "city": QT_TRANSLATE_NOOP("CardDesigner", "Kota penandatanganan"),
    "head_title": QT_TRANSLATE_NOOP("CardDesigner", "Jabatan penanda tangan"),
    "if_found": QT_TRANSLATE_NOOP("CardDesigner", "Bila kartu ditemukan orang"),
    "rules": QT_TRANSLATE_NOOP("CardDesigner", "Ketentuan di sisi belakang"),
}
WIDTH_PX, RULES_PX = 680, 112
PAIRED = 4  # the short ones, two to a line


class CardWordsSheet(Sheet):
    """Signal `saved()`: cards say something else now."""

    saved = Signal()

    def __init__(self, shell: Shell, own: Path, parent: QWidget) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Tulisan dan logo pada kartu"),
            text=say(CONTEXT, "Nama, alamat, telepon, dan kepala perpustakaan diambil dari Pengaturan."),
            icon="id",
            accept_text=say(CONTEXT, "Simpan"),
            reject_text=say(CONTEXT, "Tutup"),
        )
        self._shell, self._own = shell, own
        self.setMinimumWidth(theme.current().px(WIDTH_PX))
        self.rows: dict[str, FormRow] = {}
        self.editors: dict[str, Line | QPlainTextEdit] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.current().px(16))
        grid.setVerticalSpacing(0)
        self.body.addLayout(grid)
        for number, (name, text) in enumerate(LABELS.items()):
            row = self._row(name, say(CONTEXT, text))
            if number < PAIRED:
                grid.addWidget(row, number // 2, number % 2)
            else:
                self.body.addWidget(row)
        self._problem = label("", "error", self)
        self._problem.setWordWrap(True)
        self._problem.hide()
        for picture in ("logo", "signature"):
            self.body.addLayout(self._picture_row(picture))
        self.body.addWidget(self._problem)
        shell.jobs.start(lambda: card_texts(own), on_success=self._show, on_failure=self._fail, owner=self)
        self.field_to_focus(self.editors["agency"])

    def _row(self, name: str, text: str) -> FormRow:
        editor: Line | QPlainTextEdit = QPlainTextEdit(self) if name == "rules" else Line(self)
        if isinstance(editor, QPlainTextEdit):
            editor.setTabChangesFocus(True)
            editor.setStyleSheet(f"min-height: {theme.current().px(RULES_PX)}px")  # the theme sets a lower one
        row = FormRow(self, label=text)
        row.set_editor(editor)
        self.rows[name], self.editors[name] = row, editor
        return row

    def _picture_row(self, picture: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(word(KIND_WORDS, picture), "body", self), 1)
        choose = Button(self, text=say(CONTEXT, "Pilih berkas …"), icon="photo")
        drop = Button(self, text=say(CONTEXT, "Tanpa gambar"), role="quiet")
        choose.clicked.connect(lambda: self._choose(picture))
        drop.clicked.connect(lambda: self._change(lambda: drop_picture(picture, self._own)))
        row.addWidget(choose)
        row.addWidget(drop)
        return row

    def _choose(self, picture: str) -> None:
        name, _ = QFileDialog.getOpenFileName(self, say(CONTEXT, "Pilih gambar"), "", "PNG, JPEG (*.png *.jpg *.jpeg)")
        if name:
            self.take_picture(picture, Path(name))

    def take_picture(self, picture: str, file: Path) -> None:
        """Keep a file as the logo or the signature."""
        own = self._own

        def work() -> str:
            with translated(file):
                data = file.read_bytes()
            return keep_picture(picture, data, own)

        self._change(work)

    def _change(self, work: Callable[[], object]) -> None:
        self._say("")
        self._shell.jobs.start(
            work, on_success=lambda _: self.saved.emit(), on_failure=self._fail, lane="write", owner=self
        )

    def _show(self, texts: CardTexts) -> None:
        for entry in fields(CardTexts):
            editor, value = self.editors[entry.name], getattr(texts, entry.name)
            editor.setPlainText(value) if isinstance(editor, QPlainTextEdit) else editor.setText(value)

    def texts(self) -> CardTexts:
        return CardTexts(
            **{
                name: editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.text()
                for name, editor in self.editors.items()
            }
        )

    def accept(self) -> None:
        """Save; the sheet stays until that succeeded."""
        for row in self.rows.values():
            row.set_error(None)
        texts, own = self.texts(), self._own

        def done(_: object) -> None:
            self.saved.emit()
            super(CardWordsSheet, self).accept()

        self._say("")
        self._shell.jobs.start(
            lambda: save_card_texts(texts, own), on_success=done, on_failure=self._fail, lane="write", owner=self
        )

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _fail(self, error: Exception) -> None:
        if isinstance(error, InvalidInput) and error.field in self.rows:
            self.rows[error.field].set_error(invalid_text(error))
        elif isinstance(error, (InvalidInput, StorageError)):
            self._say(error_text(error))
        else:
            raise error
