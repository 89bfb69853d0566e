"""Lockers: banks of them by their first and last number, and each one's number, place and tag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loket.domain.entities import Id, Locker
from loket.domain.lockers import MOST_COLUMNS, MOST_ROWS
from loket.services import locker_banks
from loket.ui import theme
from loket.ui.forms.ui_settings_lockers import Ui_LockersSection
from loket.ui.pages.settings_parts import Line, Number, Section, in_order
from loket.ui.shell import Shell
from loket.ui.tables import Column, PagedTableModel
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.texts_lockers import CONTEXT, locker_word
from loket.ui.widgets import FormRow

FORM_PX = 360
BANK_FIELDS = ("bank", "first", "last", "columns")
LOCKER_FIELDS = ("number", "bank", "row", "column", "tag_code")
WIDE = frozenset({"bank", "tag_code", "number"})
USUAL_COLUMNS = 6
LABELS: dict[str, str] = {
    "bank": QT_TRANSLATE_NOOP("Lockers", "Deret"),
    "first": QT_TRANSLATE_NOOP("Lockers", "Nomor pertama"),
    "last": QT_TRANSLATE_NOOP("Lockers", "Nomor terakhir"),
    "columns": QT_TRANSLATE_NOOP("Lockers", "Loker sebaris"),
    "number": QT_TRANSLATE_NOOP("Lockers", "Nomor loker"),
    "row": QT_TRANSLATE_NOOP("Lockers", "Baris"),
    "column": QT_TRANSLATE_NOOP("Lockers", "Kolom"),
    "tag_code": QT_TRANSLATE_NOOP("Lockers", "Kode tanda tetap"),
}
HINTS: dict[str, str] = {
    "bank": QT_TRANSLATE_NOOP("Lockers", "Tempatnya berdiri: Lobi, Lantai 2."),
    "first": QT_TRANSLATE_NOOP("Lockers", "Misalnya A01."),
    "last": QT_TRANSLATE_NOOP("Lockers", "Misalnya A24."),
    "number": QT_TRANSLATE_NOOP("Lockers", "Seperti tertulis pada pintunya."),
    "tag_code": QT_TRANSLATE_NOOP("Lockers", "Kosong: nomor penitipan dicetak setiap kali."),
}


class LockersSection(Section):
    """Choose a locker to change it; or write down a whole bank at once. One that is gone keeps its past."""

    TITLE = QT_TRANSLATE_NOOP("Settings", "Loker")
    ABOUT = QT_TRANSLATE_NOOP("Settings", "Deret loker seperti berdiri di ruangan, nomor dan tandanya.")
    ICON = "lock"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._form = Ui_LockersSection()
        self._form.setupUi(self)
        self._known: dict[Id, Locker] = {}
        self._locker: Locker | None = None  # None: a bank is being written down
        self._model: PagedTableModel[Id, Locker] = PagedTableModel(
            self._columns(), lambda ids: {one: self._known[one] for one in ids if one in self._known}
        )
        self.editors: dict[str, Any] = {
            "bank": Line(self),
            "first": Line(self),
            "last": Line(self),
            "columns": Number(self, least=1, most=MOST_COLUMNS),
            "number": Line(self),
            "row": Number(self, least=1, most=MOST_ROWS + 1),
            "column": Number(self, least=1, most=MOST_COLUMNS),
            "tag_code": Line(self),
        }
        self._build()
        self.retranslate()

    def activate(self) -> None:
        self.shell.jobs.start(self._read, self._show, lane="read", owner=self)

    # ---- gestures --------------------------------------------------------------------------------------------------

    def pick(self, locker_id: Id) -> None:
        """Show a locker in the form."""
        locker = self._known.get(locker_id)
        if locker is None:
            return
        self._locker = locker
        self.clear_errors()
        values = {"number": locker.number, "bank": locker.bank, "row": locker.row + 1, "column": locker.column + 1,
                  "tag_code": locker.tag_code}  # fmt: skip
        for name, value in values.items():
            self.editors[name].set_value(value)
        self._show_form()

    def _picked(self, row: int) -> None:
        """What was said was about another locker."""
        self.said.emit("", "info")
        self.pick(self._model.key_at(row))

    def add(self) -> None:
        """A bank that is not there yet, or more of one that is."""
        self._locker = None
        self.clear_errors()
        self._form.list.clearSelection()
        for name, value in (("first", ""), ("last", ""), ("columns", USUAL_COLUMNS)):
            self.editors[name].set_value(value)
        self._show_form()
        self.editors["bank"].setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        self.clear_errors()
        self._form.save.setEnabled(False)
        desk, locker, value = self.shell.desk, self._locker, {name: one.value() for name, one in self.editors.items()}

        def work() -> tuple[tuple[Locker, ...], tuple[Locker, ...]]:
            if locker is None:
                made = locker_banks.add_bank(desk, value["bank"], value["first"], value["last"], value["columns"])
                return made, self._read()
            wanted = replace(
                locker,
                number=value["number"],
                bank=value["bank"],
                row=value["row"] - 1,
                column=value["column"] - 1,
                tag_code=value["tag_code"],
            )
            return (locker_banks.set_locker(desk, wanted),), self._read()

        self.shell.jobs.start(work, self._saved, self._failed, lane="write", owner=self)

    def retire(self) -> None:
        """Gone, or there again."""
        desk, locker = self.shell.desk, self._locker
        if locker is None:
            return
        act = locker_banks.bring_back if locker.retired else locker_banks.retire
        self.shell.jobs.start(
            lambda: (act(desk, locker.id), self._read()), self._retired, self._failed, lane="write", owner=self
        )

    # ---- what is shown ---------------------------------------------------------------------------------------------

    def _read(self) -> tuple[Locker, ...]:
        return locker_banks.lockers(self.shell.desk, retired=True)

    def _show(self, known: tuple[Locker, ...]) -> None:
        chosen = self._locker.id if self._locker is not None else None
        self._known = {locker.id: locker for locker in known}
        self._form.list.blockSignals(True)
        self._model.forget()
        self._model.set_ids(list(self._known))
        row = self._model.number_of(chosen) if chosen is not None else None
        if row is not None:
            self._form.list.select_row(row)
        self._form.list.blockSignals(False)
        if chosen is not None and chosen in self._known:
            self.pick(chosen)
        else:
            self._locker = None
            self._show_form()

    def _saved(self, done: tuple[tuple[Locker, ...], tuple[Locker, ...]]) -> None:
        changed, known = done
        added = self._locker is None
        self._tell(known)
        if added:
            self.add()
            numbers = {"first": changed[0].number, "last": changed[-1].number}
            self.done(say(CONTEXT, "{count} loker ditambahkan: {first}–{last}.", count=len(changed), **numbers))
        else:
            self.done(say(CONTEXT, "Loker {number} disimpan.", number=changed[0].number))

    def _retired(self, done: tuple[Locker, tuple[Locker, ...]]) -> None:
        locker, known = done
        self._tell(known)
        if locker.retired:
            self.done(say(CONTEXT, "Loker {number} dihapus dari papan; riwayatnya tetap.", number=locker.number))
        else:
            self.done(say(CONTEXT, "Loker {number} dipakai lagi.", number=locker.number))

    def _tell(self, known: tuple[Locker, ...]) -> None:
        self._form.save.setEnabled(True)
        self._show(known)
        self.shell.changes.tell("lockers", self)

    def _failed(self, error: Exception) -> None:
        self._form.save.setEnabled(True)
        self.fail(error)

    def _show_form(self) -> None:
        form, locker = self._form, self._locker
        self._place_rows(BANK_FIELDS if locker is None else LOCKER_FIELDS)
        form.formTitle.setText(say(CONTEXT, "Deret baru") if locker is None else locker_word(locker.number))
        form.formState.setText(self._state_words(locker))
        form.save.set_text(say(CONTEXT, "Tambahkan") if locker is None else say(CONTEXT, "Simpan loker"))
        form.retire.setVisible(locker is not None)
        back = locker is not None and locker.retired
        form.retire.set_text(say(CONTEXT, "Pakai lagi") if back else say(CONTEXT, "Hapus dari papan"))

    def _state_words(self, locker: Locker | None) -> str:
        if locker is None:
            return say(CONTEXT, "Loker baru ditambahkan di bawah deret yang bernama sama.")
        return state_words(locker)

    def _place_rows(self, asked: Sequence[str]) -> None:
        """The fields that are asked for, short ones side by side."""
        grid, place = self._form.fields, 0
        for name, row in self.rows.items():
            grid.removeWidget(row)
            row.setVisible(name in asked)
        for name in asked:
            wide = name in WIDE
            place += place % 2 if wide else 0
            grid.addWidget(self.rows[name], place // 2, place % 2, 1, 2 if wide else 1)
            place += 2 if wide else 1

    # ---- words -----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self._form
        for name, row in self.rows.items():
            row.set_label(say(CONTEXT, LABELS[name]))
            row.set_hint(say(CONTEXT, HINTS[name]) if name in HINTS else "")
            self.editors[name].setAccessibleName(say(CONTEXT, LABELS[name]))
        form.list.setAccessibleName(say(CONTEXT, "Daftar loker"))
        form.list.set_empty("lock", say(CONTEXT, "Belum ada loker. Tambahkan deret pertama di sebelah kanan."))
        form.add.set_text(say(CONTEXT, "Deret baru …"))
        self._model.retranslate()
        self._show_form()

    def _columns(self) -> Sequence[Column[Locker]]:
        return (
            Column(lambda: say(CONTEXT, "Loker"), lambda one: one.number, width_px=88, strong=True, token=_quiet),
            Column(lambda: say(CONTEXT, "Deret"), lambda one: one.bank or "–", stretch=True, token=_quiet),
            Column(
                lambda: say(CONTEXT, "Tempat"),
                lambda one: say(CONTEXT, "baris {row}, kolom {column}", row=one.row + 1, column=one.column + 1),
                width_px=150,
                token=_quiet,
            ),
            Column(lambda: say(CONTEXT, "Tanda tetap"), lambda one: one.tag_code or "–", width_px=112, token=_quiet),
            Column(lambda: say(CONTEXT, "Keadaan"), state_words, width_px=150, token=_quiet),
        )

    # ---- how it is built -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form = self._form
        for name, editor in self.editors.items():
            self.add_row(name, FormRow(self), editor)
        for column in range(2):
            form.fields.setColumnStretch(column, 1)
        form.save.setProperty("role", "primary")
        form.save.clicked.connect(self.save)
        form.retire.clicked.connect(self.retire)
        form.add.clicked.connect(self.add)
        form.list.show_model(self._model)
        form.list.picked_row.connect(self._picked)
        fields = [self.editors[name] for name in dict.fromkeys((*BANK_FIELDS, *LOCKER_FIELDS))]
        in_order(form.list, form.add, *fields, form.save, form.retire)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        width = theme.current().px(FORM_PX)
        for widget in (self._form.formTitle, self._form.formState):
            widget.setFixedWidth(width)
        for editor in self.editors.values():
            editor.setMinimumWidth(1)


def state_words(locker: Locker) -> str:
    if locker.retired:
        return say(CONTEXT, "dihapus dari papan")
    return (
        say(CONTEXT, "rusak: {reason}", reason=locker.out_of_order) if locker.out_of_order else say(CONTEXT, "dipakai")
    )


def _quiet(locker: Locker) -> str | None:
    return "ink-2" if locker.retired else None
