"""Komputer internet: those the library has, several at once by their first and last number, and each one's place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loket.domain.entities import Id, InternetSeat, Room
from loket.services import guest_books, internet_seats
from loket.ui import theme
from loket.ui.forms.ui_settings_seats import Ui_SeatsSection
from loket.ui.pages.rooms_tables import Lines
from loket.ui.pages.settings_parts import Choice, Line, Number, Section, in_order
from loket.ui.shell import Shell
from loket.ui.tables import Column
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.texts_rooms import CONTEXT
from loket.ui.widgets import FormRow

FORM_PX = 360
NEW_FIELDS = ("prefix", "first", "last", "columns", "room")
SEAT_FIELDS = ("number", "row", "column", "room")
WIDE = frozenset({"prefix", "number", "room"})
USUAL_COLUMNS = 4
LABELS: dict[str, str] = {
    "prefix": QT_TRANSLATE_NOOP("Rooms", "Huruf di depan nomor"),
    "first": QT_TRANSLATE_NOOP("Rooms", "Nomor pertama"),
    "last": QT_TRANSLATE_NOOP("Rooms", "Nomor terakhir"),
    "columns": QT_TRANSLATE_NOOP("Rooms", "Komputer sebaris"),
    "number": QT_TRANSLATE_NOOP("Rooms", "Nomor komputer"),
    "row": QT_TRANSLATE_NOOP("Rooms", "Baris"),
    "column": QT_TRANSLATE_NOOP("Rooms", "Kolom"),
    "room": QT_TRANSLATE_NOOP("Rooms", "Ruang"),
}
HINTS: dict[str, str] = {
    "prefix": QT_TRANSLATE_NOOP("Rooms", "Boleh kosong. Misalnya PC."),
    "number": QT_TRANSLATE_NOOP("Rooms", "Seperti tertulis pada komputernya."),
}
Seen = tuple[tuple[InternetSeat, ...], tuple[Room, ...]]


class SeatsSection(Section):
    """Choose a computer to change it; or write down several at once. One that is gone keeps its past."""

    TITLE = QT_TRANSLATE_NOOP("Settings", "Komputer internet")
    ABOUT = QT_TRANSLATE_NOOP("Settings", "Komputer untuk pengunjung, seperti berdiri di ruangan.")
    ICON = "device-desktop"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._form = Ui_SeatsSection()
        self._form.setupUi(self)
        self._known: dict[Id, InternetSeat] = {}
        self._rooms: dict[Id, str] = {}
        self._seat: InternetSeat | None = None  # None: several are being written down
        self._model: Lines[Id, InternetSeat] = Lines(self._columns())
        self.editors: dict[str, Any] = {
            "prefix": Line(self),
            "first": Number(self, least=1, most=internet_seats.MOST_NUMBER),
            "last": Number(self, least=1, most=internet_seats.MOST_NUMBER),
            "columns": Number(self, least=1, most=internet_seats.MOST_PLACE),
            "number": Line(self),
            "row": Number(self, most=internet_seats.MOST_PLACE),
            "column": Number(self, most=internet_seats.MOST_PLACE),
            "room": Choice(self),
        }
        self._build()
        self.retranslate()
        self.add()

    def activate(self) -> None:
        self.shell.jobs.start(self._read, self._show, self.fail, lane="read", owner=self)

    # ---- gestures --------------------------------------------------------------------------------------------------

    def pick(self, seat_id: Id) -> None:
        """Show a computer in the form."""
        seat = self._known.get(seat_id)
        if seat is None:
            return
        self._seat = seat
        self.clear_errors()
        for name in ("number", "row", "column"):
            self.editors[name].set_value(getattr(seat, name))
        self.editors["room"].set_value(seat.room_id or "")
        self._show_form()

    def add(self) -> None:
        """Computers that are not there yet: the numbers go on where the last ends."""
        self._seat = None
        self.clear_errors()
        self._form.list.clearSelection()
        begin = 1 + max((int(seat.number) for seat in self._known.values() if seat.number.isdecimal()), default=0)
        for name, value in (("prefix", ""), ("first", begin), ("last", begin + 3), ("columns", USUAL_COLUMNS)):
            self.editors[name].set_value(value)
        self._show_form()

    def add_wanted(self) -> None:
        self.add()
        self.editors["first"].setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        self.clear_errors()
        self._form.save.setEnabled(False)
        desk, seat, value = self.shell.desk, self._seat, {name: one.value() for name, one in self.editors.items()}
        room_id = Id(value["room"]) if value["room"] else None

        def work() -> tuple[tuple[InternetSeat, ...], Seen]:
            if seat is None:
                first, last, columns = value["first"], value["last"], value["columns"]
                made = internet_seats.add_seats(desk, first, last, columns, prefix=value["prefix"], room_id=room_id)
                return made, self._read()
            place = {name: value[name] for name in ("number", "row", "column")}
            return (internet_seats.set_seat(desk, replace(seat, room_id=room_id, **place)),), self._read()

        self.shell.jobs.start(work, self._saved, self._failed, lane="write", owner=self)

    def retire(self) -> None:
        """Gone, or there again."""
        desk, seat = self.shell.desk, self._seat
        if seat is not None:
            turned = replace(seat, retired=not seat.retired)
            self.shell.jobs.start(
                lambda: (internet_seats.set_seat(desk, turned), self._read()),
                self._retired,
                self._failed,
                lane="write",
                owner=self,
            )

    # ---- what is shown ---------------------------------------------------------------------------------------------

    def _read(self) -> Seen:
        desk = self.shell.desk
        return internet_seats.seats(desk, retired=True), guest_books.rooms(desk)

    def _show(self, seen: Seen) -> None:
        chosen = self._seat.id if self._seat is not None else None
        seats, rooms = seen
        self._known = {seat.id: seat for seat in seats}
        self._rooms = {room.id: room.name for room in rooms}
        self._name_rooms()
        self._form.list.blockSignals(True)
        self._model.show(self._known)
        row = self._model.number_of(chosen) if chosen is not None else None
        if row is not None:
            self._form.list.select_row(row)
        self._form.list.blockSignals(False)
        if row is not None and chosen is not None:
            self.pick(chosen)
        elif self._seat is not None or not self._form.list.hasFocus():
            self.add()

    def _saved(self, done: tuple[tuple[InternetSeat, ...], Seen]) -> None:
        changed, seen = done
        added = self._seat is None
        self._tell(seen)
        if not added:
            self.done(say(CONTEXT, "Komputer {number} disimpan.", number=changed[0].number))
        elif changed:
            ends = {"first": changed[0].number, "last": changed[-1].number}
            self.done(say(CONTEXT, "{count} komputer ditambahkan: {first}–{last}.", count=len(changed), **ends))
        else:
            self.done(say(CONTEXT, "Semua nomor itu sudah ada."))

    def _retired(self, done: tuple[InternetSeat, Seen]) -> None:
        seat, seen = done
        self._tell(seen)
        if seat.retired:
            self.done(say(CONTEXT, "Komputer {number} dihapus dari papan; riwayatnya tetap.", number=seat.number))
        else:
            self.done(say(CONTEXT, "Komputer {number} dipakai lagi.", number=seat.number))

    def _tell(self, seen: Seen) -> None:
        self._form.save.setEnabled(True)
        self._show(seen)
        self.shell.changes.tell("rooms", self)

    def _failed(self, error: Exception) -> None:
        self._form.save.setEnabled(True)
        self.fail(error)

    def _show_form(self) -> None:
        form, seat = self._form, self._seat
        self._place_rows(NEW_FIELDS if seat is None else SEAT_FIELDS)
        if seat is None:
            form.formTitle.setText(say(CONTEXT, "Komputer baru"))
            form.formState.setText(say(CONTEXT, "Nomor yang sudah ada dilewati."))
            form.save.set_text(say(CONTEXT, "Tambahkan"))
        else:
            form.formTitle.setText(say(CONTEXT, "Komputer {number}", number=seat.number))
            form.formState.setText(state_words(seat))
            form.save.set_text(say(CONTEXT, "Simpan komputer"))
        form.retire.setVisible(seat is not None)
        back = seat is not None and seat.retired
        form.retire.set_text(say(CONTEXT, "Pakai lagi") if back else say(CONTEXT, "Hapus dari papan"))

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
        form.list.setAccessibleName(say(CONTEXT, "Daftar komputer"))
        form.list.set_empty(
            "device-desktop", say(CONTEXT, "Belum ada komputer. Tambahkan yang pertama di sebelah kanan.")
        )
        form.add.set_text(say(CONTEXT, "Komputer baru …"))
        self._name_rooms()
        self._model.retranslate()
        self._show_form()

    def _name_rooms(self) -> None:
        nowhere = say(CONTEXT, "Tanpa ruang tertentu")
        self.editors["room"].set_choices([("", nowhere), *self._rooms.items()])

    def _columns(self) -> Sequence[Column[InternetSeat]]:
        return (
            Column(lambda: say(CONTEXT, "Komputer"), lambda one: one.number, width_px=104, strong=True, token=_quiet),
            Column(
                lambda: say(CONTEXT, "Ruang"),
                lambda one: self._rooms.get(one.room_id, "–") if one.room_id else "–",
                stretch=True,
                token=_quiet,
            ),
            Column(
                lambda: say(CONTEXT, "Tempat"),
                lambda one: say(CONTEXT, "baris {row}, kolom {column}", row=one.row, column=one.column),
                width_px=156,
                token=_quiet,
            ),
            Column(lambda: say(CONTEXT, "Keadaan"), state_words, width_px=200, token=_quiet, tooltip=state_words),
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
        form.add.clicked.connect(self.add_wanted)
        form.list.show_model(self._model)
        form.list.picked_row.connect(lambda row: self.pick(self._model.key_at(row)))
        fields = [self.editors[name] for name in dict.fromkeys((*NEW_FIELDS, *SEAT_FIELDS))]
        in_order(form.list, form.add, *fields, form.save, form.retire)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        width = theme.current().px(FORM_PX)
        for widget in (self._form.formTitle, self._form.formState):
            widget.setFixedWidth(width)
        for editor in self.editors.values():
            editor.setMinimumWidth(1)


def state_words(seat: InternetSeat) -> str:
    if seat.retired:
        return say(CONTEXT, "dihapus dari papan")
    if seat.out_of_order:
        return say(CONTEXT, "rusak: {reason}", reason=seat.out_of_order)
    return say(CONTEXT, "dipakai pengunjung")


def _quiet(seat: InternetSeat) -> str | None:
    return "ink-2" if seat.retired else None
