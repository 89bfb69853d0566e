"""The library's rooms, and what visitors come for: choose one at the left, its form is at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket.domain.entities import Room, RoomKind, VisitPurpose
from loket.services.guest_books import new_purpose, new_room, purpose_list, rooms, set_purpose, set_room
from loket.ui import theme
from loket.ui.forms.ui_settings_guestbook import Ui_GuestbookSection
from loket.ui.pages.settings_parts import Choice, Line, Number, Section, YesNo, in_order
from loket.ui.shell import Shell
from loket.ui.tables import Column, PagedTableModel
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.texts_guestbook import purpose_word, room_kind_word
from loket.ui.texts_settings import word
from loket.ui.widgets import FormRow, Table

CONTEXT = "Settings"
ROOMS, PURPOSES = "rooms", "purposes"
FORM_PX, MOST_PLACES = 384, 99
Kept = Room | VisitPurpose
OFFERED = ("member", "guest", "group")
LABELS: dict[str, dict[str, str]] = {
    ROOMS: {
        "name": QT_TRANSLATE_NOOP("Settings", "Nama ruang"),
        "code": QT_TRANSLATE_NOOP("Settings", "Kode ruang"),
        "kind": QT_TRANSLATE_NOOP("Settings", "Jenis ruang"),
        "own_book": QT_TRANSLATE_NOOP("Settings", "Mempunyai buku pengunjung sendiri"),
        "retired": QT_TRANSLATE_NOOP("Settings", "Tidak dipakai lagi"),
    },
    PURPOSES: {
        "name": QT_TRANSLATE_NOOP("Settings", "Tujuan kunjungan"),
        "name_en": QT_TRANSLATE_NOOP("Settings", "Dalam bahasa Inggris"),
        "place": QT_TRANSLATE_NOOP("Settings", "Urutan di layar"),
        "member": QT_TRANSLATE_NOOP("Settings", "anggota"),
        "guest": QT_TRANSLATE_NOOP("Settings", "tamu"),
        "group": QT_TRANSLATE_NOOP("Settings", "rombongan dan kunjungan resmi"),
        "retired": QT_TRANSLATE_NOOP("Settings", "Tidak dipakai lagi"),
    },
}
HINTS: dict[str, dict[str, str]] = {
    ROOMS: {
        "code": QT_TRANSLATE_NOOP("Settings", "Pendek, untuk laporan, misalnya REF."),
        "kind": QT_TRANSLATE_NOOP("Settings", "Menentukan layanan mana yang memakainya."),
    },
    PURPOSES: {
        "name_en": QT_TRANSLATE_NOOP("Settings", "Untuk kios; boleh kosong."),
        "place": QT_TRANSLATE_NOOP("Settings", "Sembilan yang pertama mendapat tombol angka di loket."),
    },
}


@dataclass(frozen=True, slots=True)
class Stock:
    """Everything that is kept, retired ones too."""

    rooms: tuple[Room, ...]
    purposes: tuple[VisitPurpose, ...]


class GuestbookSection(Section):
    """Rooms and purposes. Shipped purposes can be renamed, ordered, offered to others or switched off."""

    TITLE = QT_TRANSLATE_NOOP("Settings", "Ruang dan tujuan")
    ABOUT = QT_TRANSLATE_NOOP("Settings", "Ruang perpustakaan dengan buku pengunjungnya, dan untuk apa orang datang.")
    ICON = "door"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._form = Ui_GuestbookSection()
        self._form.setupUi(self)
        self._kept: dict[str, dict[str, Kept]] = {ROOMS: {}, PURPOSES: {}}
        self._chosen: Kept | None = None
        self.editors: dict[str, dict[str, Any]] = {
            ROOMS: {
                "name": Line(self),
                "code": Line(self),
                "kind": Choice(self),
                "own_book": YesNo(self),
                "retired": YesNo(self),
            },
            PURPOSES: {
                "name": Line(self),
                "name_en": Line(self),
                "place": Number(self, least=1, most=MOST_PLACES),
                "member": YesNo(self),
                "guest": YesNo(self),
                "group": YesNo(self),
                "retired": YesNo(self),
            },
        }
        self._rows: dict[str, dict[str, FormRow]] = {ROOMS: {}, PURPOSES: {}}
        self._parts: dict[str, list[QWidget]] = {ROOMS: [], PURPOSES: []}  # what is shown of each, rows and ticks
        self._models: dict[str, PagedTableModel[str, Kept]] = {
            ROOMS: PagedTableModel(_room_columns(), lambda keys: self._found(ROOMS, keys), None, self),
            PURPOSES: PagedTableModel(_purpose_columns(), lambda keys: self._found(PURPOSES, keys), None, self),
        }
        self.tables = {view: Table(self) for view in self._models}
        self._build()
        self.retranslate()
        self.show_view(ROOMS)

    def activate(self) -> None:
        self.shell.jobs.start(self._read, self._show, lane="read", owner=self)

    def view(self) -> str:
        return self._form.views.current() or ROOMS

    @property
    def list(self) -> Table:
        """The one that is shown."""
        return self.tables[self.view()]

    # ---- gestures -------------------------------------------------------------------------------------------------

    def show_view(self, view: str) -> None:
        form = self._form
        form.views.set_current(view)
        form.lists.setCurrentWidget(self.list)
        self.rows = self._rows[view]
        for name, parts in self._parts.items():
            for part in parts:
                part.setVisible(name == view)
        self._name_list()
        keys = self._models[view].ids()
        if keys:
            self.list.select_row(0)
            self.pick(keys[0])
        else:
            self.add()

    def pick(self, key: str) -> None:
        """Show a room or purpose in the form."""
        found = self._kept[self.view()].get(key)
        if found is not None:
            self._chosen = found
            self._fill(found)

    def add(self) -> None:
        """A new one."""
        self._chosen = None
        self.list.clearSelection()
        self._fill(new_room() if self.view() == ROOMS else replace(new_purpose(), place=self._next_place()))
        self.editors[self.view()]["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> Kept:
        """What stands in the form."""
        view = self.view()
        values = {name: editor.value() for name, editor in self.editors[view].items()}
        base = self._chosen or (new_room() if view == ROOMS else new_purpose())
        return replace(base, **values)

    def save(self) -> None:
        desk, draft = self.shell.desk, self.draft()

        def work() -> tuple[Kept, Stock]:
            kept: Kept = set_room(desk, draft) if isinstance(draft, Room) else set_purpose(desk, draft)
            return kept, self._read()

        self.clear_errors()
        self._form.save.setEnabled(False)
        self.shell.jobs.start(work, self._saved, self._failed, lane="write", owner=self)

    # ---- what is shown --------------------------------------------------------------------------------------------

    def _read(self) -> Stock:
        desk = self.shell.desk
        return Stock(rooms(desk, retired=True), purpose_list(desk))

    def _show(self, stock: Stock) -> None:
        chosen = _key(self._chosen) if self._chosen else None
        self._kept = {
            ROOMS: {room.id: room for room in stock.rooms},
            PURPOSES: {purpose.code: purpose for purpose in stock.purposes},
        }
        for view, model in self._models.items():
            model.set_ids(tuple(self._kept[view]))
        self._stand(chosen)

    def _stand(self, key: str | None) -> None:
        model = self._models[self.view()]
        number = model.number_of(key) if key is not None else None
        if number is None and model.rowCount():
            number = 0
        if number is None:
            self.add()
            return
        self.list.select_row(number)
        self.pick(model.key_at(number))

    def _saved(self, done: tuple[Kept, Stock]) -> None:
        kept, stock = done
        self._form.save.setEnabled(True)
        self._chosen = kept
        self._show(stock)
        self.shell.changes.tell("rules", self)
        if isinstance(kept, Room):
            self.shell.changes.tell("rooms", self)
            self.done(say(CONTEXT, "Ruang {name} disimpan.", name=kept.name))
        else:
            self.done(say(CONTEXT, "Tujuan {name} disimpan.", name=purpose_word(kept)))

    def _failed(self, error: Exception) -> None:
        self._form.save.setEnabled(True)
        self.fail(error)

    def _found(self, view: str, keys: Sequence[str]) -> dict[str, Kept]:
        return {key: self._kept[view][key] for key in keys if key in self._kept[view]}

    def _fill(self, kept: Kept) -> None:
        self.clear_errors()
        for name, editor in self.editors[self.view()].items():
            editor.set_value(getattr(kept, name))
        self._show_heading()

    def _next_place(self) -> int:
        places = [one.place for one in self._kept[PURPOSES].values() if isinstance(one, VisitPurpose)]
        return min(MOST_PLACES, max(places, default=0) + 1)

    def _show_heading(self) -> None:
        chosen, form = self._chosen, self._form
        if self.view() == ROOMS:
            form.form_title.setText(chosen.name if chosen else say(CONTEXT, "Ruang baru"))
            form.form_state.setText(say(CONTEXT, "Pintu selalu mempunyai bukunya sendiri; ruang tidak dijumlahkan."))
        else:
            title = purpose_word(chosen) if isinstance(chosen, VisitPurpose) else say(CONTEXT, "Tujuan baru")
            form.form_title.setText(title)
            form.form_state.setText(say(CONTEXT, "Kunjungan yang sudah tercatat ikut nama barunya."))

    # ---- words ----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form, view = self._form, self.view()
        form.views.set_options(
            [(ROOMS, say(CONTEXT, "Ruang"), "door"), (PURPOSES, say(CONTEXT, "Tujuan kunjungan"), "list")]
        )
        form.views.set_current(view)
        for name, editors in self.editors.items():
            for field, editor in editors.items():
                self._name_field(name, field, editor)
        self._rows[PURPOSES]["member"].set_label(say(CONTEXT, "Ditawarkan kepada"))
        self.editors[ROOMS]["kind"].set_choices((kind, room_kind_word(kind)) for kind in RoomKind)
        form.save.set_text(say(CONTEXT, "Simpan"))
        for model in self._models.values():
            model.retranslate()
        self._name_list()
        self._show_heading()

    def _name_field(self, view: str, field: str, editor: Any) -> None:
        words = word(LABELS[view][field])
        if isinstance(editor, YesNo):
            editor.setText(words)
        else:
            self._rows[view][field].set_label(words)
            self._rows[view][field].set_hint(word(HINTS[view][field]) if field in HINTS[view] else "")
        editor.setAccessibleName(words)

    def _name_list(self) -> None:
        form = self._form
        if self.view() == ROOMS:
            form.add.set_text(say(CONTEXT, "Ruang baru …"))
            self.list.setAccessibleName(say(CONTEXT, "Ruang perpustakaan"))
            self.list.set_empty("door", say(CONTEXT, "Belum ada ruang; semua pengunjung ditulis di buku pintu."))
        else:
            form.add.set_text(say(CONTEXT, "Tujuan baru …"))
            self.list.setAccessibleName(say(CONTEXT, "Tujuan kunjungan"))

    # ---- how it is built ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form = self._form
        for view, editors in self.editors.items():
            self.rows = self._rows[view]
            for name, editor in editors.items():
                if name == "member":
                    self._place_offered(editors)
                elif isinstance(editor, YesNo) and name not in OFFERED:
                    self._place(view, editor)
                elif name not in OFFERED:
                    self.add_row(name, FormRow(self), editor)
                    self._place(view, self.rows[name])
        form.save.setProperty("role", "primary")
        form.save.clicked.connect(self.save)
        form.add.clicked.connect(self.add)
        form.views.changed.connect(self.show_view)
        for view, table in self.tables.items():
            table.show_model(self._models[view])
            table.picked_row.connect(self._picked)
            form.lists.addWidget(table)
        in_order(
            form.views,
            *self.tables.values(),
            form.add,
            *(editor for editors in self.editors.values() for editor in editors.values()),
            form.save,
        )
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def _place(self, view: str, part: QWidget) -> None:
        self._parts[view].append(part)
        self._form.fields.addWidget(part)

    def _place_offered(self, editors: dict[str, Any]) -> None:
        """To whom a purpose is offered: three ticks in one row, which says when it is offered to nobody."""
        ticks = QWidget(self)
        column = QVBoxLayout(ticks)
        column.setContentsMargins(0, 0, 0, 0)
        for flag in OFFERED:
            column.addWidget(editors[flag])
        ticks.setFocusProxy(editors[OFFERED[0]])
        self.add_row("member", FormRow(self), ticks)
        self._place(PURPOSES, self.rows["member"])

    def _picked(self, number: int) -> None:
        if number >= 0:
            self.pick(self._models[self.view()].key_at(number))

    def _restyle(self) -> None:
        width = theme.current().px(FORM_PX)
        for part in (self._form.form_title, self._form.form_state):
            part.setFixedWidth(width)


def _key(kept: Kept) -> str:
    return kept.id if isinstance(kept, Room) else kept.code


def _room_columns() -> list[Column[Any]]:
    return [
        Column(lambda: say(CONTEXT, "Ruang"), lambda room: room.name, stretch=True, strong=True, token=_retired),
        Column(lambda: say(CONTEXT, "Kode"), lambda room: room.code, width_px=96, token=_retired),
        Column(lambda: say(CONTEXT, "Jenis"), lambda room: room_kind_word(room.kind), width_px=190, token=_retired),
        Column(
            lambda: say(CONTEXT, "Buku"),
            lambda room: "",
            width_px=72,
            icon=lambda room: ("check", "ok") if room.own_book and not room.retired else None,
            tooltip=lambda room: say(CONTEXT, "Mempunyai buku pengunjung sendiri") if room.own_book else "",
        ),
    ]


def _purpose_columns() -> list[Column[Any]]:
    return [
        Column(lambda: "", lambda one: str(one.place), align="right", width_px=44, token=_retired),
        Column(lambda: say(CONTEXT, "Tujuan"), purpose_word, stretch=True, strong=True, token=_retired),
        *(
            Column(
                heading,
                lambda one: "",
                width_px=104,
                icon=lambda one, flag=flag: ("check", "ok") if getattr(one, flag) and not one.retired else None,  # type: ignore[misc]
            )
            for flag, heading in (
                ("member", lambda: say(CONTEXT, "Anggota")),
                ("guest", lambda: say(CONTEXT, "Tamu")),
                ("group", lambda: say(CONTEXT, "Rombongan")),
            )
        ),
    ]


def _retired(kept: Kept) -> str | None:
    return "disabled" if kept.retired else None
