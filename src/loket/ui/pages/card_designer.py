"""Designing member cards: the shipped designs to choose from and to copy, a live picture to work on, and the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QWidget

from loket.db.engine import translated
from loket.devices import resources
from loket.domain.cards import CardValues
from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.reports.card_design import BACK, FRONT, CardDesign
from loket.reports.card_files import (
    PACKET,
    delete_design,
    free_key,
    keep_picture,
    packet_of,
    picture_finder,
    save_design,
    slug,
    take_design,
    write_file,
)
from loket.services.card_values import CARDS_FOLDER
from loket.services.settings import change_rule
from loket.ui import icons
from loket.ui.forms.ui_card_designer import Ui_CardDesignerPage
from loket.ui.pages.card_designer_parts import Loaded, draw_side, finding_texts, name_of, read_all
from loket.ui.pages.card_words import CardWordsSheet
from loket.ui.pages.page import Page
from loket.ui.pages.settings_parts import YesNo
from loket.ui.presenters.card_designer import ADDABLE, DesignEditor
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, error_text, language, say
from loket.ui.texts_card_designer import CONTEXT, KIND_ICONS, KIND_WORDS, word
from loket.ui.widgets import Button, Segmented, set_state
from loket.ui.widgets.notes import Tone

MM_PER_INCH = 25.4
MOST_DPI = 600.0
T = TypeVar("T")
KEY_ROLE = Qt.ItemDataRole.UserRole


class CardDesignerPage(Page):
    """The card designs of the library."""

    TITLE: ClassVar[str] = QT_TRANSLATE_NOOP("Page", "Desain kartu")
    ICON: ClassVar[str] = "id"
    ROLES: ClassVar[frozenset[str]] = frozenset({"admin", "supervisor"})

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.own = shell.data_dir / CARDS_FOLDER
        self.editor: DesignEditor | None = None
        self.loaded: Loaded | None = None
        self._drawing = self._draw_again = False
        self._form = Ui_CardDesignerPage()
        self._form.setupUi(self)
        self._build()
        self._connect()
        self.retranslate()

    # ---- building ---------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form = self._form
        form.banner.hide_line()
        for rows in (form.designs, form.elements):
            rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            rows.setTextElideMode(Qt.TextElideMode.ElideRight)
            rows.setEditTriggers(QListWidget.EditTrigger.EditKeyPressed | QListWidget.EditTrigger.DoubleClicked)
        self.sides = Segmented(self)
        self.long_names = YesNo(self)
        self.undo, self.redo = (Button(self, icon=name, role="quiet") for name in ("arrow-back-up", "arrow-forward-up"))
        self.put_lower, self.put_higher = (
            Button(self, icon=name, role="quiet") for name in ("chevron-down", "chevron-up")
        )
        self.twin, self.remove = (Button(self, icon=name, role="quiet") for name in ("copy", "trash"))
        for widget in (self.sides, self.undo, self.redo, self.put_lower, self.put_higher, self.twin, self.remove):
            form.tools.addWidget(widget)
        form.tools.addStretch(1)
        form.tools.addWidget(self.long_names)
        self.adders = {kind: Button(self, icon=KIND_ICONS[kind], role="plain") for kind in (*ADDABLE, "picture")}
        for button in self.adders.values():
            form.adders.addWidget(button)
        form.adders.addStretch(1)
        self.words, self.take, self.give = (Button(self) for _ in range(3))
        self.copy, self.use, self.save = Button(self), Button(self), Button(self, role="primary")
        self.delete = Button(self, role="quiet")
        for button in (self.words, self.take, self.give, self.delete, self.copy, self.use, self.save):
            form.header.add_action(button)

    def _connect(self) -> None:
        form, canvas = self._form, self._form.canvas
        form.designs.currentItemChanged.connect(lambda now, _: self._choose(now.data(KEY_ROLE) if now else ""))
        form.designs.itemChanged.connect(self._renamed)
        form.elements.currentRowChanged.connect(self._row_chosen)
        form.inspector.changed.connect(self._set)
        canvas.pressed.connect(lambda x, y: self._edit(lambda editor: editor.select(editor.at(x, y))))
        canvas.moved.connect(lambda x, y, snap: self._edit(lambda editor: editor.place(x, y, snap=snap)))
        canvas.sized.connect(lambda w, h: self._edit(lambda editor: editor.resize(w, h)))
        canvas.released.connect(lambda: self._edit(DesignEditor.end_gesture))
        canvas.nudged.connect(lambda dx, dy: self._edit(lambda editor: editor.nudge(dx, dy)))
        canvas.delete_wanted.connect(lambda: self._edit(DesignEditor.remove))
        canvas.resized.connect(self._draw)
        self.sides.changed.connect(lambda side: self._edit(lambda editor: editor.show_side(side)))
        self.long_names.changed.connect(self._show)
        for button, change in (
            (self.undo, DesignEditor.undo),
            (self.redo, DesignEditor.redo),
            (self.twin, DesignEditor.duplicate),
            (self.remove, DesignEditor.remove),
            (self.put_lower, lambda editor: editor.shift(-1)),
            (self.put_higher, lambda editor: editor.shift(1)),
        ):
            button.clicked.connect(lambda _=False, change=change: self._edit(change))
        for kind, button in self.adders.items():
            button.clicked.connect(lambda _=False, kind=kind: self._add(kind))
        self._connect_files()
        for keys, change in (
            (QKeySequence.StandardKey.Undo, DesignEditor.undo),
            (QKeySequence.StandardKey.Redo, DesignEditor.redo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda change=change: self._edit(change))

    def _connect_files(self) -> None:
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)
        self.use.clicked.connect(self._use)
        self.take.clicked.connect(self._take)
        self.give.clicked.connect(self._give)
        self.delete.clicked.connect(self._delete)
        self.words.clicked.connect(self._edit_words)
        save = QShortcut(QKeySequence("Ctrl+S"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self._save)

    def retranslate(self) -> None:
        form = self._form
        form.retranslateUi(self)
        form.header.set_title(self.title())
        form.header.set_icon(self.ICON)
        form.designsLabel.setText(say(CONTEXT, "Desain"))
        form.elementsLabel.setText(say(CONTEXT, "Unsur pada sisi ini"))
        form.canvas.setAccessibleName(say(CONTEXT, "Gambar kartu"))
        self.sides.set_options([(FRONT, say(CONTEXT, "Depan"), ""), (BACK, say(CONTEXT, "Belakang"), "")])
        self.long_names.setText(say(CONTEXT, "Coba dengan nama panjang"))
        self.words.set_text(say(CONTEXT, "Tulisan dan logo …"))
        self.take.set_text(say(CONTEXT, "Impor …"))
        self.give.set_text(say(CONTEXT, "Ekspor …"))
        self.delete.set_text(say(CONTEXT, "Hapus"))
        self.copy.set_text(say(CONTEXT, "Salin lalu ubah"))
        self.use.set_text(say(CONTEXT, "Pakai desain ini"))
        self.save.set_text(say(CONTEXT, "Simpan"))
        for kind, button in self.adders.items():
            button.set_text(word(KIND_WORDS, kind))
        for button, text in (
            (self.undo, say(CONTEXT, "Batalkan (Ctrl+Z)")),
            (self.redo, say(CONTEXT, "Ulangi (Ctrl+Y)")),
            (self.put_lower, say(CONTEXT, "Ke bawah unsur lain")),
            (self.put_higher, say(CONTEXT, "Ke atas unsur lain")),
            (self.twin, say(CONTEXT, "Gandakan")),
            (self.remove, say(CONTEXT, "Hapus unsur (Del)")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
        form.inspector.rebuild()
        self._list_designs()
        self._show()

    # ---- reading ----------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        if self.editor is None or not self.editor.unsaved:
            self.read()

    def read(self, then: str = "") -> None:
        """Read everything again; `then` is the design to show afterwards."""
        desk, own = self.shell.desk, self.own
        self.shell.jobs.start(
            lambda: read_all(desk, own),
            on_success=lambda found: self._loaded(found, then),
            on_failure=self._fail,
            owner=self,
        )

    def _loaded(self, found: Loaded, then: str) -> None:
        self.loaded = found
        wanted = then or (self.editor.design.key if self.editor else found.in_use)
        wanted = wanted if wanted in found.designs else found.in_use
        self.editor = DesignEditor(found.designs[wanted])
        self._list_designs()
        self._show()

    def _list_designs(self) -> None:
        if self.loaded is None or self.editor is None:
            return
        designs = self._form.designs
        designs.blockSignals(True)
        designs.clear()
        for key, design in self.loaded.designs.items():
            item = QListWidgetItem(design.name(language()))
            item.setData(KEY_ROLE, key)
            icon = "check" if key == self.loaded.in_use else "lock" if key in self.loaded.shipped else "edit"
            item.setIcon(icons.icon(icon, "ok" if icon == "check" else "ink-2"))
            if key not in self.loaded.shipped:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                item.setToolTip(say(CONTEXT, "F2: ganti namanya"))
            designs.addItem(item)
            if key == self.editor.design.key:
                designs.setCurrentItem(item)
        designs.blockSignals(False)

    # ---- showing ----------------------------------------------------------------------------------------------------

    @property
    def editable(self) -> bool:
        """Shipped designs are looked at and copied, never changed."""
        return self.editor is not None and self.loaded is not None and self.editor.design.key not in self.loaded.shipped

    def values(self) -> CardValues:
        assert self.loaded is not None
        return self.loaded.longest if self.long_names.value() else self.loaded.sample

    def _show(self) -> None:
        editor = self.editor
        if editor is None or self.loaded is None:
            return
        self.sides.set_current(editor.side)
        self._form.canvas.show_card(editor.design.width_mm, editor.design.height_mm, self.editable)
        self._show_elements(editor)
        self._show_chosen(editor)
        self._show_buttons(editor)
        self._show_findings(editor)
        self._draw()

    def _show_elements(self, editor: DesignEditor) -> None:
        rows, lines = self._form.elements, [name_of(one) for one in reversed(editor.elements)]
        rows.blockSignals(True)
        if [rows.item(row).text() for row in range(rows.count())] != lines:
            rows.clear()
            for line, one in zip(lines, reversed(editor.elements), strict=True):
                rows.addItem(QListWidgetItem(icons.icon(KIND_ICONS[one.KIND], "ink-2"), line))
        rows.setCurrentRow(-1 if editor.selected is None else len(editor.elements) - 1 - editor.selected)
        rows.blockSignals(False)

    def _show_chosen(self, editor: DesignEditor) -> None:
        assert self.loaded is not None
        one = editor.element
        self._form.inspector.show_element(one, self.loaded.pictures, editable=self.editable)
        self._form.canvas.show_box((one.x_mm, one.y_mm, one.w_mm, one.h_mm) if one else None)

    def _show_buttons(self, editor: DesignEditor) -> None:
        assert self.loaded is not None
        chosen = self.editable and editor.element is not None
        for button in (self.put_lower, self.put_higher, self.twin, self.remove):
            button.setEnabled(chosen)
        for button in self.adders.values():
            button.setVisible(self.editable)
        self.undo.setEnabled(editor.may_undo)
        self.redo.setEnabled(editor.may_redo)
        set_state(self.copy, role="plain" if self.editable else "primary")
        self.save.setVisible(self.editable)
        self.save.setEnabled(editor.unsaved)
        self.delete.setVisible(self.editable)
        self.use.setEnabled(editor.design.key != self.loaded.in_use and not editor.unsaved)

    def _show_findings(self, editor: DesignEditor) -> None:
        sentences = finding_texts(editor, self.values())
        wrong = bool(sentences)
        if not sentences and not self.editable:
            sentences = [say(CONTEXT, "Desain bawaan tidak diubah langsung. Salin dahulu, lalu ubah salinannya.")]
        self._form.findings.setProperty("role", "error" if wrong else "secondary")
        self._form.findings.style().polish(self._form.findings)
        self._form.findings.setText("\n".join(sentences))

    def _draw(self) -> None:
        """Draw the shown side again; while one picture is being made, only the newest of the next ones is."""
        if self.editor is None or self.loaded is None:
            return
        if self._drawing:
            self._draw_again = True
            return
        self._drawing = True
        design, side, values = self.editor.design, self.editor.side, self.values()
        dpi = min(MOST_DPI, self._form.canvas.pixels_per_mm() * MM_PER_INCH * self.devicePixelRatioF())
        own = self.own
        self.shell.jobs.start(
            lambda: draw_side(design, side, values, own, dpi),
            on_success=self._drawn,
            on_failure=self._not_drawn,
            owner=self,
        )

    def _drawn(self, image: QImage) -> None:
        self._form.canvas.show_image(image)
        self._next_picture()

    def _not_drawn(self, error: Exception) -> None:
        """A code that does not fit is said below the card; the last picture stays."""
        self._next_picture()
        if not isinstance(error, InvalidInput):
            self._fail(error)

    def _next_picture(self) -> None:
        self._drawing = False
        if self._draw_again:
            self._draw_again = False
            self._draw()

    # ---- changing ---------------------------------------------------------------------------------------------------

    def _edit(self, change: Callable[[DesignEditor], object]) -> None:
        if self.editor is not None:
            change(self.editor)
            self._show()

    def _choose(self, key: str) -> None:
        if self.editor is None or self.loaded is None or key not in self.loaded.designs:
            return
        if self.editor.unsaved:
            self._say(say(CONTEXT, "Simpan dahulu perubahan desain ini, atau batalkan dengan Ctrl+Z."), "warn")
            self._list_designs()
            return
        self.editor = DesignEditor(self.loaded.designs[key])
        self._form.banner.hide_line()
        self._show()

    def _renamed(self, item: QListWidgetItem) -> None:
        """The shown design got another name in the list."""
        if self.editor is None or item.data(KEY_ROLE) != self.editor.design.key:
            return
        try:
            self._edit(lambda editor: editor.rename(item.text()))
        except InvalidInput as error:
            self._fail(error)
            self._list_designs()

    def _row_chosen(self, row: int) -> None:
        self._edit(lambda editor: editor.select(len(editor.elements) - 1 - row if row >= 0 else None))

    def _set(self, name: str, value: object) -> None:
        if self.editor is None:
            return
        try:
            self.editor.set(name, value)
        except InvalidInput as error:
            self._form.inspector.show_problem(error_text(error))
            return
        self._show()

    def _add(self, kind: str) -> None:
        if kind == "picture":
            self._add_picture()
            return
        try:
            self._edit(lambda editor: editor.add(kind))
        except InvalidInput as error:
            self._fail(error)

    def _add_picture(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, say(CONTEXT, "Pilih gambar"), "", "PNG, JPEG (*.png *.jpg *.jpeg)")
        if name:
            self.add_picture_file(Path(name))

    def add_picture_file(self, file: Path) -> None:
        """Keep a picture beside the library's designs and put it on the card."""
        own = self.own

        def work() -> str:
            with translated(file):
                data = file.read_bytes()
            return keep_picture(file.name, data, own)

        def kept(name: str) -> None:
            if self.loaded is not None:
                self.loaded = replace(self.loaded, pictures=tuple(sorted({*self.loaded.pictures, name})))
            self._edit(lambda editor: editor.add("picture", name))

        self._write_lane(work, kept)

    # ---- files ------------------------------------------------------------------------------------------------------

    def _copy(self) -> None:
        """A copy of the shown design, saved at once under a key that is free."""
        if self.editor is None or self.loaded is None:
            return
        name = say(CONTEXT, "{name} (salinan)", name=self.editor.design.name(language()))
        key = free_key(slug(self.editor.design.key), self.loaded.designs)
        self._write(
            replace(self.editor.design, key=key, name_id=name, name_en=""), say(CONTEXT, "Salinan siap diubah.")
        )

    def _save(self) -> None:
        if self.editor is not None and self.editable and self.editor.unsaved:
            self._write(self.editor.design, say(CONTEXT, "Desain tersimpan."))

    def _write(self, design: CardDesign, sentence: str) -> None:
        own = self.own

        def done(_: object) -> None:
            self._say(sentence, "ok")
            if self.editor is not None:
                self.editor.saved()
            self.read(then=design.key)

        self._write_lane(lambda: save_design(design, own), done)

    def _use(self) -> None:
        if self.editor is None:
            return
        desk, key = self.shell.desk, self.editor.design.key

        def done(_: object) -> None:
            self._say(say(CONTEXT, "Kartu baru dicetak dengan desain ini."), "ok")
            self.shell.changes.tell("rules", self)
            self.read(then=key)

        self._write_lane(lambda: change_rule(desk, "card_design", key), done)

    def _delete(self) -> None:
        if self.editor is None or self.loaded is None or not self.editable:
            return
        key, own = self.editor.design.key, self.own
        if key == self.loaded.in_use:
            self._say(say(CONTEXT, "Desain ini sedang dipakai. Pakai desain lain dahulu, lalu hapus yang ini."), "warn")
            return

        def done(_: object) -> None:
            self._say(say(CONTEXT, "Desain dihapus."), "ok")
            self.editor = None
            self.read()

        self._write_lane(lambda: delete_design(key, own), done)

    def _take(self) -> None:
        kinds = f"{say(CONTEXT, 'Desain kartu')} (*{PACKET} *.toml)"
        name, _ = QFileDialog.getOpenFileName(self, say(CONTEXT, "Impor desain kartu"), "", kinds)
        if name:
            self.take_file(Path(name))

    def take_file(self, file: Path) -> None:
        """Take in a design somebody else made."""
        assert self.loaded is not None
        own, taken = self.own, dict(self.loaded.designs)

        def done(design: CardDesign) -> None:
            self._say(say(CONTEXT, "Desain “{name}” siap dipakai.", name=design.name_id), "ok")
            self.read(then=design.key)

        self._write_lane(lambda: take_design(file, own, taken), done)

    def _give(self) -> None:
        if self.editor is None:
            return
        wanted = str(Path.home() / f"{self.editor.design.key}{PACKET}")
        kinds = f"{say(CONTEXT, 'Desain kartu')} (*{PACKET})"
        name, _ = QFileDialog.getSaveFileName(self, say(CONTEXT, "Ekspor desain kartu"), wanted, kinds)
        if name:
            self.give_file(Path(name))

    def give_file(self, file: Path) -> None:
        """Write the shown design with its pictures, for another library."""
        assert self.editor is not None
        design, own = self.editor.design, self.own
        finder = picture_finder(resources.path("cards"), own)
        self._write_lane(
            lambda: write_file(file, packet_of(design, finder)),
            lambda _: self._say(say(CONTEXT, "Desain tersimpan di {path}.", path=file), "ok"),
        )

    def _edit_words(self) -> None:
        sheet = CardWordsSheet(self.shell, self.own, self)
        sheet.saved.connect(lambda: self.read())
        sheet.open()

    def _write_lane(self, work: Callable[[], T], done: Callable[[T], object]) -> None:
        self.shell.jobs.start(work, on_success=done, on_failure=self._fail, lane="write", owner=self)

    def _say(self, sentence: str, kind: Tone) -> None:
        self._form.banner.show_line(sentence, kind)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, (InvalidInput, Refused, StorageError)):
            raise error
        self._say(error_text(error), "stop" if isinstance(error, StorageError) else "warn")
