"""Who signs the library's papers: office by office, with whoever acts for him, and the form beside the list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from loket.domain.entities import Id, Official
from loket.domain.officials import HEAD, OFFICES, printed_office
from loket.services.officials import TITLES, officials, retire_official, set_official
from loket.ui import theme
from loket.ui.forms.ui_settings_officials import Ui_OfficialsSection
from loket.ui.pages.settings_parts import Choice, Day, Line, Section, in_order
from loket.ui.presenters.officials import Standing, standing_of
from loket.ui.shell import Shell
from loket.ui.tables import Column, PagedTableModel
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.texts_officials import (
    CONTEXT,
    HINTS,
    LABELS,
    NO_DAY,
    OFFICE_HINTS,
    PREFIXES,
    STANDING_SIGNS,
    STANDINGS,
    term_text,
)
from loket.ui.texts_officials import OFFICES as OFFICE_WORDS
from loket.ui.widgets import FormRow

FORM_PX = 384
NOBODY = Id("")
PLACES = {  # of each field: row, column, columns
    "office": (0, 0, 1),
    "prefix": (0, 1, 1),
    "title": (1, 0, 2),
    "name": (2, 0, 2),
    "nip": (3, 0, 1),
    "rank": (3, 1, 1),
    "from_on": (4, 0, 1),
    "until_on": (4, 1, 1),
}


class OptionalDay(QWidget):
    """A day, or none: the box says whether one is told. Signal `changed`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._none = ""
        self.told, self.day = QCheckBox(self), Day(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.told)
        row.addWidget(self.day, 1)
        self.told.toggled.connect(self._show)
        self.told.clicked.connect(lambda _: self.changed.emit())
        self.day.dateChanged.connect(lambda _: self.changed.emit())
        self.setFocusProxy(self.told)
        self._show()

    def value(self) -> date | None:
        return self.day.day() if self.told.isChecked() else None

    def set_value(self, on: date | None) -> None:
        self.told.setChecked(on is not None)
        if on is not None:
            self.day.set_day(on)

    def set_names(self, name: str, none: str) -> None:
        """What it is called, and what it says without a day."""
        self._none = none
        self.told.setAccessibleName(name)
        self.day.setAccessibleName(name)
        self._show()

    def _show(self) -> None:
        told = self.told.isChecked()
        self.day.setVisible(told)
        self.told.setText("" if told else self._none)


class OfficialsSection(Section):
    """Enter who signs, from which day on. An office passes on by entering the next one; the last one stays known."""

    TITLE = QT_TRANSLATE_NOOP("Settings", "Pejabat")
    ABOUT = QT_TRANSLATE_NOOP(
        "Settings", "Siapa yang menandatangani laporan dan surat, sejak kapan, juga Plt. dan Plh."
    )
    ICON = "user-check"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._form = Ui_OfficialsSection()
        self._form.setupUi(self)
        self._known: dict[Id, Official] = {}
        self._chosen: Official | None = None  # None: a new one is being entered
        self._model: PagedTableModel[Id, Official] = PagedTableModel(
            self._columns(), lambda ids: {one: self._known[one] for one in ids if one in self._known}
        )
        self.editors: dict[str, Any] = {
            "office": Choice(self),
            "prefix": Choice(self),
            "title": Line(self),
            "name": Line(self),
            "nip": Line(self),
            "rank": Line(self),
            "from_on": OptionalDay(self),
            "until_on": OptionalDay(self),
        }
        self._build()
        self.retranslate()

    def activate(self) -> None:
        self.shell.jobs.start(self._read, self._show, lane="read", owner=self)

    # ---- gestures -------------------------------------------------------------------------------------------------

    def pick(self, official_id: Id) -> None:
        """Show somebody in the form, to be mended or given an end."""
        self._chosen = self._known[official_id]
        self._fill(self._chosen)
        self._show_form()

    def add(self) -> None:
        """Somebody new: in the office of the one that was shown, from today on."""
        office = self._chosen.office if self._chosen else HEAD
        title = self._chosen.title if self._chosen else TITLES[office]
        self._chosen = None
        self._form.list.clearSelection()
        self._fill(Official(NOBODY, office, title, "", from_on=self.shell.desk.today()))
        self._show_form()
        self.editors["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> Official:
        """What stands in the form."""
        values = {name: editor.value() for name, editor in self.editors.items()}
        return Official(self._chosen.id if self._chosen else NOBODY, **values)

    def save(self) -> None:
        desk, draft = self.shell.desk, self.draft()
        self.clear_errors()
        self._book(lambda: (set_official(desk, draft), self._read()), self._saved)

    def retire(self) -> None:
        """Take back what was entered by mistake."""
        chosen, desk = self._chosen, self.shell.desk
        if chosen is not None:
            self._book(lambda: (retire_official(desk, chosen.id), self._read()), self._retired)

    # ---- what is shown --------------------------------------------------------------------------------------------

    def _read(self) -> tuple[Official, ...]:
        return tuple(officials(self.shell.desk))

    def _show(self, known: tuple[Official, ...]) -> None:
        chosen = self._chosen.id if self._chosen else None
        self._known = {one.id: one for one in known}
        self._form.list.blockSignals(True)
        self._model.set_ids(list(self._known))
        self._form.list.blockSignals(False)
        if chosen in self._known or self._known:
            self._stand(chosen if chosen in self._known else next(iter(self._known)))
        else:
            self.add()

    def _stand(self, official_id: Id) -> None:
        self._form.list.blockSignals(True)
        self._form.list.select_row(self._model.number_of(official_id) or 0)
        self._form.list.blockSignals(False)
        self.pick(official_id)

    def _book(self, work: Any, done: Any) -> None:
        self._form.save.setEnabled(False)
        self.shell.jobs.start(work, done, self._failed, lane="write", owner=self)

    def _saved(self, done: tuple[Official, tuple[Official, ...]]) -> None:
        official, known = done
        self._chosen = official
        self._tell(known)
        self.done(say(CONTEXT, "{name} disimpan. Tertulis pada laporan dan surat berikutnya.", name=official.name))

    def _retired(self, done: tuple[object, tuple[Official, ...]]) -> None:
        self._tell(done[1])
        self.done(say(CONTEXT, "Dihapus dari daftar. Rekap yang sudah ditutup tetap."))

    def _tell(self, known: tuple[Official, ...]) -> None:
        self._form.save.setEnabled(True)
        self._show(known)
        self.shell.changes.tell("officials", self)

    def _failed(self, error: Exception) -> None:
        self._form.save.setEnabled(True)
        self.fail(error)

    def _fill(self, official: Official) -> None:
        self.clear_errors()
        for name in NO_DAY:
            self.editors[name].day.set_day(self.shell.desk.today())  # proposed where a day is told after all
        for name, editor in self.editors.items():
            editor.set_value(getattr(official, name))
            if isinstance(editor, Line):
                editor.setCursorPosition(0)

    def _show_form(self) -> None:
        form, draft = self._form, self.draft()
        form.form_title.setText(draft.name or say(CONTEXT, "Pejabat baru"))
        form.form_state.setText(say(CONTEXT, OFFICE_HINTS[draft.office]))
        form.retire.setVisible(self._chosen is not None)

    def _office_chosen(self) -> None:
        """A title nobody typed follows the office."""
        if self.editors["title"].value() in ("", *TITLES.values()):
            self.editors["title"].set_value(TITLES[self.editors["office"].value()])
        self._show_form()

    # ---- words ----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self._form
        for name, row in self.rows.items():
            editor, words = self.editors[name], say(CONTEXT, LABELS[name])
            row.set_label(words)
            row.set_hint(say(CONTEXT, HINTS[name]) if name in HINTS else "")
            if isinstance(editor, OptionalDay):
                editor.set_names(words, say(CONTEXT, NO_DAY[name]))
            else:
                editor.setAccessibleName(words)
        self.editors["office"].set_choices((office, say(CONTEXT, OFFICE_WORDS[office])) for office in OFFICES)
        self.editors["prefix"].set_choices((prefix, say(CONTEXT, words)) for prefix, words in PREFIXES.items())
        form.list.setAccessibleName(say(CONTEXT, "Pejabat yang menandatangani"))
        form.list.set_empty("user-check", say(CONTEXT, "Belum ada pejabat; nama di bawah tanda tangan ditulis tangan."))
        form.add.set_text(say(CONTEXT, "Pejabat lain …"))
        form.save.set_text(say(CONTEXT, "Simpan pejabat"))
        form.retire.set_text(say(CONTEXT, "Hapus, salah masuk"))
        self._model.retranslate()
        self._show_form()

    def _columns(self) -> Sequence[Column[Official]]:
        return (
            Column(lambda: say(CONTEXT, "Jabatan"), printed_office, width_px=188, tooltip=printed_office),
            Column(lambda: say(CONTEXT, "Nama"), lambda one: one.name, stretch=True, strong=True, tooltip=_tooltip),
            Column(lambda: say(CONTEXT, "Masa"), term_text, width_px=164, tooltip=term_text),
            Column(
                lambda: say(CONTEXT, "Keadaan"),
                lambda one: say(CONTEXT, STANDINGS[self._standing(one)]),
                width_px=164,
                icon=lambda one: STANDING_SIGNS[self._standing(one)],
            ),
        )

    def _standing(self, official: Official) -> Standing:
        return standing_of(official, self._known.values(), self.shell.desk.today())

    # ---- how it is built ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form = self._form
        for name, (row, column, columns) in PLACES.items():
            self.add_row(name, FormRow(self), self.editors[name])
            form.fields.addWidget(self.rows[name], row, column, 1, columns)
        for column in range(2):
            form.fields.setColumnStretch(column, 1)
        for name, editor in self.editors.items():
            editor.changed.connect(self._office_chosen if name == "office" else self._show_form)
        form.save.setProperty("role", "primary")
        form.retire.setProperty("role", "danger")
        form.save.clicked.connect(self.save)
        form.retire.clicked.connect(self.retire)
        form.add.clicked.connect(self.add)
        form.list.show_model(self._model)
        form.list.picked_row.connect(lambda row: self.pick(self._model.key_at(row)))
        stops = [stop for editor in self.editors.values() for stop in _stops(editor)]
        in_order(form.list, form.add, *stops, form.save, form.retire)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        width = theme.current().px(FORM_PX)
        for widget in (self._form.form_title, self._form.form_state):
            widget.setFixedWidth(width)
        for editor in self.editors.values():
            editor.setMinimumWidth(1)


def _stops(editor: QWidget) -> tuple[QWidget, ...]:
    """Where Tab stops in a field; a calendar that pops up is a window of its own."""
    return (editor.told, editor.day) if isinstance(editor, OptionalDay) else (editor,)


def _tooltip(official: Official) -> str:
    return "\n".join(part for part in (official.name, official.rank, official.nip) if part)
