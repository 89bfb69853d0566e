"""What the e-book section asks: a title with its licences, and whether a report that was read may be taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from loket.domain.entities import EbookTitle, Id
from loket.services.ebook_report import NEW, ReportPreview, ReportRow
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.pages.members_sheets import AskSheet
from loket.ui.pages.settings_parts import Number, YesNo
from loket.ui.tables import Column, PagedTableModel
from loket.ui.texts import language, say
from loket.ui.texts_rooms_answers import problem_text
from loket.ui.texts_rooms_more import EBOOKS, moment_words, report_words, row_state
from loket.ui.widgets import Button, Table, label

MOST_LICENCES = 9_999
PREVIEW_PX, LIST_PX = 980, 300


class TitleSheet(AskSheet):
    """A title of the reading app: new, or as it is from now on."""

    def __init__(self, parent: QWidget, title: EbookTitle | None = None, typed: str = "") -> None:
        super().__init__(
            parent,
            title=say(EBOOKS, "Judul e-book") if title else say(EBOOKS, "Judul e-book baru"),
            text=say(EBOOKS, "Seperti di aplikasi KLIK, agar laporannya bertemu dengan judul yang sama."),
            accept=say(EBOOKS, "Simpan"),
            icon="book-2",
        )
        self._old = title or EbookTitle(Id(""), typed)
        self.licences = Number(self, most=MOST_LICENCES)
        self.retired = YesNo(self)
        self.ask("title", say(EBOOKS, "Judul"), QLineEdit(self._old.title, self))
        self.ask("author", say(EBOOKS, "Pengarang"), QLineEdit(self._old.author, self))
        self.ask(
            "licences", say(EBOOKS, "Lisensi"), self.licences, say(EBOOKS, "Berapa orang sekaligus; 0 tanpa batas.")
        )
        hint = say(EBOOKS, "Boleh kosong.")
        self.ask("source_key", say(EBOOKS, "Nomor di aplikasi"), QLineEdit(self._old.source_key, self), hint)
        self.licences.set_value(self._old.licences)
        self.retired.setText(say(EBOOKS, "Tidak dipinjamkan lagi"))
        self.retired.set_value(self._old.retired)
        self.retired.setVisible(title is not None)
        self.body.addWidget(self.retired)

    def needed(self) -> frozenset[str]:
        return frozenset({"title"})

    def value(self) -> EbookTitle:
        return replace(
            self._old,
            title=self.text("title"),
            author=self.text("author"),
            licences=self.licences.value(),
            source_key=self.text("source_key"),
            retired=self.retired.value(),
        )


class ReportSheet(AskSheet):
    """What a report of the app holds, row by row, before any of it is taken. `save_template` offers an empty one."""

    def __init__(
        self,
        parent: QWidget,
        preview: ReportPreview,
        utc_offset_min: int,
        save_template: Callable[[], None],
    ) -> None:
        super().__init__(
            parent,
            title=say(EBOOKS, "Laporan {file}", file=preview.file),
            text=report_words(preview),
            accept=say(EBOOKS, "Catat {count} pinjaman", count=preview.new),
            icon="file-import",
            kind="warn" if preview.bad else "info",
        )
        self._rows = {row.line: row for row in _bad_first(preview)}
        model: PagedTableModel[int, ReportRow] = PagedTableModel(
            report_columns(utc_offset_min), lambda keys: {key: self._rows[key] for key in keys}, None, self
        )
        self.list = Table(self, name=say(EBOOKS, "Baris laporan"))
        self.list.show_model(model)
        self.list.set_empty("file-text", say(EBOOKS, "Tidak ada baris pinjaman di berkas ini."))
        model.set_ids(self._rows)
        self.list.setFixedHeight(theme.current().px(LIST_PX))
        self.body.addWidget(self.list)
        self.template = Button(self, icon="download", role="quiet", text=say(EBOOKS, "Contoh berkas (XLSX) …"))
        self.template.clicked.connect(save_template)
        below = QHBoxLayout()
        note = label(say(EBOOKS, "Berkas yang sama dua kali tidak menambah apa pun."), "caption", self)
        below.addWidget(note, 1)
        below.addWidget(self.template)
        self.body.addLayout(below)
        self.set_accept_enabled(any(row.state == NEW or row.returns for row in preview.rows))
        self.setMinimumWidth(theme.current().px(PREVIEW_PX))

    def needed(self) -> frozenset[str]:
        return frozenset()


def _bad_first(preview: ReportPreview) -> list[ReportRow]:
    """What is wrong stands on top; the rest as in the file."""
    return sorted(preview.rows, key=lambda row: (row.state != "bad", row.line))


def report_columns(utc_offset_min: int) -> list[Column[ReportRow]]:
    return [
        Column(lambda: say(EBOOKS, "Baris"), lambda row: fmt.count(row.line, language()), "right", 60),
        Column(lambda: say(EBOOKS, "Judul"), lambda row: row.title, stretch=True, strong=True),
        Column(lambda: say(EBOOKS, "Pembaca"), lambda row: row.reader, width_px=150),
        Column(
            lambda: say(EBOOKS, "Dipinjam"),
            lambda row: moment_words(row.lent_at, utc_offset_min) if row.lent_at else "–",
            width_px=128,
        ),
        Column(
            lambda: say(EBOOKS, "Keadaan"),
            lambda row: problem_text(row) or row_state(row)[0],
            width_px=330,
            icon=lambda row: row_state(row)[1:],
            tooltip=lambda row: problem_text(row) or row_state(row)[0],
        ),
    ]
