"""The catalogue: find a title, put it right, add a new one with its copies in seconds, and print its labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from loket.db.queries import TitleHit
from loket.domain.entities import Id
from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.domain.settings import Settings
from loket.services.catalogue import (
    MOST_COPIES,
    CopiesForm,
    ItemLine,
    Saved,
    TitleDetail,
    TitleForm,
    isbn_hint,
    title_rows,
)
from loket.services.house_codes import HouseCode
from loket.ui import theme
from loket.ui.format import count
from loket.ui.forms.ui_catalogue import Ui_CataloguePage
from loket.ui.issuing import open_file
from loket.ui.pages.catalogue_item import ItemSheet
from loket.ui.pages.catalogue_parts import FAST, HINTS, LABELS, added_text, item_columns, title_columns
from loket.ui.pages.page import Page
from loket.ui.pages.settings_parts import Choice, Number
from loket.ui.presenters.catalogue import CataloguePresenter
from loket.ui.shell import Shell
from loket.ui.tables import PagedTableModel
from loket.ui.texts import QT_TRANSLATE_NOOP, error_text, invalid_text, kind_word, language, say
from loket.ui.texts_catalogue import CONTEXT, isbn_hint_text
from loket.ui.widgets import Button, FormRow

TITLE_FIELDS = tuple(TitleForm.__dataclass_fields__)
NOTE_PX, FOOTER_PX = 64, 46


class CataloguePage(Page):
    """F10 shows it. Two views: the list with its search, and one title with its copies."""

    TITLE = QT_TRANSLATE_NOOP("Page", "Katalog")
    ICON = "books"
    SHORTCUT = "F10"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.setProperty("role", "page")
        self._form = Ui_CataloguePage()
        self._form.setupUi(self)
        self._form.banner.hide_line()
        self.presenter = CataloguePresenter(shell.desk, shell.jobs, self)
        self._settings = Settings()
        self._loaded = TitleForm("")
        self._detail: TitleDetail | None = None
        self._leaving = False
        self._open_single = False  # a scan: when it finds one title, show it
        self._item_sheet: ItemSheet | None = None
        self._proposed = ""
        self._label_choice: Any = None
        self._saved_path: Path | None = None
        self.rows: dict[str, FormRow] = {}
        self._build_fields()
        self._build_tables()
        self._build_buttons()
        self._wire()
        self.retranslate()
        self._form.stack.setCurrentWidget(self._form.listPage)

    # ---- building --------------------------------------------------------------------------------------------------

    def _build_fields(self) -> None:
        self.note = QPlainTextEdit(self)
        self.note.setTabChangesFocus(True)
        self.copies_count, self.kind = Number(self, least=1, most=MOST_COPIES), Choice(self)
        others: dict[str, QWidget] = {"note": self.note, "count": self.copies_count, "kind": self.kind}
        self.editors = {name: others.get(name) or QLineEdit(self) for name in LABELS}
        for name, editor in self.editors.items():
            head, *tail = name.split("_")
            row: FormRow = getattr(self._form, head + "".join(part.title() for part in tail) + "Row")
            row.set_editor(editor)
            editor.installEventFilter(self)
            self.rows[name] = row
        self.note.setFixedHeight(theme.current().px(NOTE_PX))

    def _build_tables(self) -> None:
        self._titles = PagedTableModel[Id, TitleHit](title_columns(), self._rows_of, self.shell.jobs, self)
        self._form.titles.show_model(self._titles)
        self._items = PagedTableModel[Id, ItemLine](item_columns(), self._lines_of, None, self)
        self._form.items.show_model(self._items)

    def _build_buttons(self) -> None:
        self.new_button = Button(self, icon="plus", role="primary", key="Ctrl+N")
        self.labels_button = Button(self, icon="barcode", key="Ctrl+L")
        self.save_button = Button(self, icon="device-floppy", role="primary", key="Ctrl+S")
        self.back_button = Button(self, icon="arrow-left", role="quiet", key="Esc")
        self.fix_button = Button(self, icon="edit", role="quiet", key="Ctrl+E")
        self.queue_button = Button(self, icon="barcode", role="quiet", key="Ctrl+B")
        self._form.header.add_action(self.labels_button)
        self._form.header.add_action(self.new_button)
        self._form.itemsHead.addStretch(1)
        self._form.itemsHead.addWidget(self.fix_button)
        self._form.itemsHead.addWidget(self.queue_button)
        # The answer stands between the buttons, so that no field moves when it comes.
        self._form.actions.insertWidget(0, self.back_button)
        self._form.actions.addStretch(0)
        self._form.actions.addWidget(self.save_button)
        self._form.footer.setMinimumHeight(theme.current().px(FOOTER_PX))

    def _wire(self) -> None:
        search = self._form.search
        search.adopt(self._form.listPage)
        search.typed.connect(self.presenter.search)
        search.scanned.connect(self._entered)
        search.escaped.connect(lambda: self.presenter.search(""))
        self._form.titles.activated_row.connect(self._open_row)
        self._form.items.activated_row.connect(lambda _: self._fix_item())
        self.new_button.clicked.connect(self._start_new)
        self.labels_button.clicked.connect(self.show_labels)
        self.save_button.clicked.connect(self.save)
        self.back_button.clicked.connect(self._leave)
        self.fix_button.clicked.connect(self._fix_item)
        self.queue_button.clicked.connect(self._queue_items)
        self._form.banner.action_pressed.connect(self._banner_action)
        isbn = self.editors["isbn"]
        assert isinstance(isbn, QLineEdit)
        isbn.textChanged.connect(lambda text: self.rows["isbn"].set_hint(isbn_hint_text(isbn_hint(text))))
        self.shell.changes.happened.connect(self._changed_elsewhere)

    # ---- the page --------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        self.shell.jobs.start(self._read_settings, on_success=self._got_settings, owner=self)
        self.shell.jobs.start(partial(import_module, "loket.reports.labels"))  # slow to load; labels may be wanted soon
        if self._editing():
            self._focus("title")
        else:
            self.presenter.search_again()
            self._form.search.take_focus()

    def retranslate(self) -> None:
        self._form.retranslateUi(self)
        for name, row in self.rows.items():
            row.set_label(say(CONTEXT, LABELS[name]))
            row.set_hint(say(CONTEXT, HINTS[name]) if name in HINTS else "")
        self._form.search.set_placeholder(say(CONTEXT, "Cari judul, pengarang, ISBN, atau pindai barcode …"))
        self._form.titles.setAccessibleName(say(CONTEXT, "Daftar judul"))
        self._form.items.setAccessibleName(say(CONTEXT, "Eksemplar judul ini"))
        self._form.items.set_empty("book", say(CONTEXT, "Belum ada eksemplar."))
        self._form.itemsHeading.setText(say(CONTEXT, "Eksemplar"))
        self._form.copiesHeading.setText(say(CONTEXT, "Tambah eksemplar"))
        for button, words in (
            (self.new_button, say(CONTEXT, "Judul baru")),
            (self.save_button, say(CONTEXT, "Simpan")),
            (self.back_button, say(CONTEXT, "Kembali ke daftar")),
            (self.fix_button, say(CONTEXT, "Betulkan")),
            (self.queue_button, say(CONTEXT, "Ke lembar label")),
        ):
            button.set_text(words)
        self._show_kinds()
        self._show_header()
        self.show_queue(len(self.presenter.labels.ids))
        self._show_empty("")

    def _show_header(self) -> None:
        header = self._form.header
        header.set_icon(self.ICON)
        self.new_button.setVisible(not self._editing())
        for button in (self.back_button, self.save_button):
            button.setVisible(self._editing())
        if not self._editing():
            header.set_title(self.title())
            header.set_subtitle("")
        elif self._detail is None:
            header.set_title(say(CONTEXT, "Judul baru"))
            header.set_subtitle(say(CONTEXT, "Enter pindah ke isian berikutnya; Enter terakhir menyimpan."))
        else:
            header.set_title(self._detail.biblio.title)
            header.set_subtitle(say(CONTEXT, "Ubah yang keliru, atau tambah eksemplar di kanan."))

    def _editing(self) -> bool:
        return bool(self._form.stack.currentWidget() is self._form.editPage)

    def _read_settings(self) -> Settings:
        with self.shell.desk.view() as act:
            return act.rules.settings

    def _got_settings(self, settings: Settings) -> None:
        self._settings = settings
        self._show_kinds()

    def _show_kinds(self) -> None:
        self.kind.set_choices((kind, kind_word(kind)) for kind in self._settings.collection_kinds)

    def _changed_elsewhere(self, kind: str, by: object) -> None:
        if kind == "titles" and by is not self and self.isVisible() and not self._editing():
            self.presenter.search_again()

    # ---- the list --------------------------------------------------------------------------------------------------

    def show_titles(self, ids: Sequence[Id], text: str) -> None:
        self._titles.set_ids(ids)
        self._show_empty(text)
        found = count(len(ids), language())
        sentence = say(CONTEXT, "{found} judul ditemukan", found=found) if text else say(CONTEXT, "Terbaru dahulu")
        self._form.foundLabel.setText(sentence if ids else "")
        self._form.titles.select_row(0)
        if self._open_single and len(ids) == 1:
            self.presenter.open_title(ids[0])
        self._open_single = False

    def _show_empty(self, text: str) -> None:
        if text:
            sentence = say(CONTEXT, "Tidak ada judul dengan kata “{text}”.", text=text)
        else:
            sentence = say(CONTEXT, "Katalog masih kosong. Tambah judul pertama, atau ambil data dari sistem lama.")
        self._form.titles.set_empty("books", sentence, "Ctrl+N", say(CONTEXT, "judul baru"))

    def _entered(self, text: str) -> None:
        """Enter: open the chosen line when the list answers this text already, else search and open a single hit."""
        if text == self.presenter.wanted and self._form.titles.current_row() >= 0:
            self._open_row(self._form.titles.current_row())
            return
        self._open_single = bool(text.strip())
        self.presenter.entered(text)

    def go_to_house(self, code: HouseCode) -> None:
        self.shell.ways.house.emit(code)

    def _open_row(self, number: int) -> None:
        if number < len(self._titles.ids()):
            self.presenter.open_title(self._titles.key_at(number))

    def _rows_of(self, ids: Sequence[Id]) -> Mapping[Id, TitleHit]:
        return title_rows(self.shell.desk, ids)

    # ---- one title -------------------------------------------------------------------------------------------------

    def show_title(self, detail: TitleDetail, next_barcode: str) -> None:
        self._detail = detail
        self._fill_title(TitleForm.of(detail.biblio))
        self._fill_copies(CopiesForm("", collection_kind=self.kind.value() or "umum", location=self._text("location")))
        self._propose(next_barcode)
        self.show_items(detail)
        self._show_edit()

    def show_new(self, title: TitleForm, copies: CopiesForm) -> None:
        self._detail = None
        self._fill_title(title)
        self._fill_copies(copies)
        self._propose(copies.barcode)
        self._items.set_ids([])
        self._show_edit()

    def show_items(self, detail: TitleDetail) -> None:
        self._detail = detail
        self._items.set_ids([line.item.id for line in detail.items])
        self._form.items.select_row(0)

    def _show_edit(self) -> None:
        self._leaving = False
        for row in self.rows.values():
            row.set_error(None)
        self._form.stack.setCurrentWidget(self._form.editPage)
        self._form.fieldsScroll.verticalScrollBar().setValue(0)
        has_items = self._items.rowCount() > 0
        self.fix_button.setVisible(has_items)
        self.queue_button.setVisible(has_items)
        self._show_header()
        self._focus("title")

    def title_form(self) -> TitleForm:
        return TitleForm(**{name: self._text(name) for name in TITLE_FIELDS})

    def copies_form(self) -> CopiesForm:
        return CopiesForm(
            barcode=self._text("barcode"),
            count=self.copies_count.value(),
            collection_kind=self.kind.value() or "umum",
            location=self._text("location"),
            price=self._text("price"),
        )

    def save(self) -> None:
        self._form.banner.hide_line()
        for row in self.rows.values():
            row.set_error(None)
        self.presenter.save(self.title_form(), self.copies_form())

    def _fill_title(self, title: TitleForm) -> None:
        self._loaded = title
        for name in TITLE_FIELDS:
            if name == "note":
                self.note.setPlainText(title.note)
            else:
                line = self._line(name)
                line.setText(getattr(title, name))
                line.setCursorPosition(0)

    def _fill_copies(self, copies: CopiesForm) -> None:
        self._line("barcode").setText(copies.barcode)
        self.copies_count.set_value(copies.count)
        self.kind.set_value(copies.collection_kind)
        self._line("location").setText(copies.location)
        self._line("price").setText(copies.price)

    def _propose(self, barcode: str) -> None:
        self._proposed = barcode
        self._line("barcode").setPlaceholderText(barcode)

    def _text(self, name: str) -> str:
        return self.note.toPlainText() if name == "note" else self._line(name).text()

    def _line(self, name: str) -> QLineEdit:
        editor = self.editors[name]
        assert isinstance(editor, QLineEdit)
        return editor

    def _focus(self, name: str) -> None:
        editor = self.editors[name]
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(editor, (QLineEdit, Number)):
            editor.selectAll()

    def _start_new(self) -> None:
        self._form.banner.hide_line()
        self.presenter.new_title()

    def _leave(self) -> None:
        """Back to the list; what was typed and not saved is asked about once, without a dialog."""
        if not self._editing():
            return
        if self.title_form() != self._loaded and not self._leaving:
            self._leaving = True
            self._form.banner.show_line(
                say(CONTEXT, "Belum disimpan. Ctrl+S menyimpan; Esc sekali lagi meninggalkannya."), "warn"
            )
            return
        self._form.banner.hide_line()
        self._detail = None
        self._form.stack.setCurrentWidget(self._form.listPage)
        self._show_header()
        self.presenter.search_again()
        self._form.search.take_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter moves on; at the last field of the fast lane it saves. Down puts the proposed barcode in."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            name = next((name for name, editor in self.editors.items() if editor is watched), "")
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and name in FAST:
                self._move_on(name)
                return True
            if event.key() == Qt.Key.Key_Down and name == "barcode":
                self._line("barcode").setText(self._proposed)
                return True
        return super().eventFilter(watched, event)

    def _move_on(self, name: str) -> None:
        if name == FAST[-1]:
            self.save()
        else:
            self._focus(FAST[FAST.index(name) + 1])

    # ---- answers ---------------------------------------------------------------------------------------------------

    def show_invalid(self, error: InvalidInput) -> None:
        if self._item_sheet is not None:
            self._item_sheet.show_invalid(error)
            return
        name = {"collection_kind": "kind"}.get(error.field, error.field)
        if name in self.rows:
            self.rows[name].set_error(invalid_text(error))
            self._focus(name)
        else:
            self._form.banner.show_line(invalid_text(error), "warn")
        self.shell.sounds.play("refused")

    def show_problem(self, error: Refused | StorageError) -> None:
        if self._item_sheet is not None:
            self._item_sheet.accepted_by_desk()
        self._form.banner.show_line(error_text(error), "warn" if isinstance(error, Refused) else "stop")
        self.shell.sounds.play("refused")

    def show_added(self, saved: Saved) -> None:
        self._form.banner.show_line(added_text(saved), "ok")
        self.shell.sounds.play("ok")

    def show_corrected(self, saved: Saved) -> None:
        if saved.items or saved.changed:
            self._form.banner.show_line(added_text(saved), "ok")
            self.shell.sounds.play("ok")
        else:
            self._form.banner.show_line(say(CONTEXT, "Tidak ada yang berubah."), "info")

    def show_item_corrected(self, changed: tuple[str, ...]) -> None:
        if self._item_sheet is not None:
            self._item_sheet.accepted_by_desk()
        if not changed:
            self._form.banner.show_line(say(CONTEXT, "Tidak ada yang berubah."), "info")
        elif "barcode" in changed:
            self._form.banner.show_line(say(CONTEXT, "Eksemplar disimpan; label barunya menunggu dicetak."), "ok")
        else:
            self._form.banner.show_line(say(CONTEXT, "Eksemplar disimpan."), "ok")

    def tell_changed(self) -> None:
        self.shell.changes.tell("titles", self)

    def said(self) -> str:
        """The sentence in the banner; "" when there is none."""
        return str(self._form.banner.said())

    # ---- copies and labels -----------------------------------------------------------------------------------------

    def _lines_of(self, ids: Sequence[Id]) -> Mapping[Id, ItemLine]:
        lines = self._detail.items if self._detail else ()
        return {line.item.id: line for line in lines if line.item.id in ids}

    def _fix_item(self) -> None:
        number = self._form.items.current_row()
        line = self._items.row_at(number) if number >= 0 else None
        if line is None:
            return
        self._item_sheet = sheet = ItemSheet(line, self._settings.collection_kinds, self)
        sheet.wanted.connect(lambda form: self.presenter.correct_item(line.item, form))
        sheet.decided.connect(lambda _: self._item_sheet_closed())
        sheet.open()

    def _item_sheet_closed(self) -> None:
        if self._item_sheet is not None:
            self._item_sheet.deleteLater()
        self._item_sheet = None
        self._form.items.setFocus(Qt.FocusReason.OtherFocusReason)

    def _queue_items(self) -> None:
        """All copies of this title onto the label sheet."""
        if self._detail is not None:
            added = self.presenter.queue_labels([line.item.id for line in self._detail.items])
            self._form.banner.show_line(say(CONTEXT, "{added} label ditambahkan ke lembar label.", added=added), "ok")

    def show_queue(self, waiting: int) -> None:
        words = say(CONTEXT, "Cetak label ({waiting})", waiting=waiting) if waiting else say(CONTEXT, "Cetak label")
        self.labels_button.set_text(words)

    def show_labels(self) -> None:
        from loket.ui.pages.labels import LabelChoice, LabelsSheet  # loads reportlab, which opening the window need not

        self._label_choice = self._label_choice or LabelChoice()
        sheet = LabelsSheet(self.shell, self.presenter.labels.ids, self._label_choice, self)
        sheet.printed.connect(self._labels_saved)
        sheet.dropped.connect(self.presenter.labels_done)
        sheet.decided.connect(lambda _: sheet.deleteLater())
        sheet.open()

    def _labels_saved(self, ids: tuple[Id, ...], path: Path) -> None:
        self.presenter.labels_done(ids)
        self._saved_path = path
        self._form.banner.show_line(
            say(CONTEXT, "{made} label tersimpan di {path}.", made=len(ids), path=path), "ok", say(CONTEXT, "Buka")
        )

    def _banner_action(self) -> None:
        if self._saved_path is not None:
            open_file(self._saved_path)
