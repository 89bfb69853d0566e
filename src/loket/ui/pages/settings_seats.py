"""Komputer internet: those the library has, several at once by their first and last number, and each one's place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from loket.domain.entities import Id, InternetSeat
from loket.services import guest_books, internet_seats
from loket.services.desk import Desk
from loket.ui.pages.settings_parts import Choice, Line, Number
from loket.ui.pages.settings_places import PlacesSection, Seen, Words, quiet
from loket.ui.shell import Shell
from loket.ui.tables import Column
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.texts_rooms import CONTEXT

USUAL_COLUMNS = 4


class SeatsSection(PlacesSection[InternetSeat]):
    """The numbers of new computers go on where the last ends; each may stand in a room."""

    TITLE = QT_TRANSLATE_NOOP("Settings", "Komputer internet")
    ABOUT = QT_TRANSLATE_NOOP("Settings", "Komputer untuk pengunjung, seperti berdiri di ruangan.")
    ICON = "device-desktop"
    CHANGES = "rooms"
    NEW_FIELDS = ("prefix", "first", "last", "columns", "room")
    FIELDS = ("number", "row", "column", "room")
    WIDE = frozenset({"prefix", "number", "room"})
    STARTS_AT = "first"
    WORDS = Words(
        context=CONTEXT,
        labels={
            "prefix": QT_TRANSLATE_NOOP("Rooms", "Huruf di depan nomor"),
            "first": QT_TRANSLATE_NOOP("Rooms", "Nomor pertama"),
            "last": QT_TRANSLATE_NOOP("Rooms", "Nomor terakhir"),
            "columns": QT_TRANSLATE_NOOP("Rooms", "Komputer sebaris"),
            "number": QT_TRANSLATE_NOOP("Rooms", "Nomor komputer"),
            "row": QT_TRANSLATE_NOOP("Rooms", "Baris"),
            "column": QT_TRANSLATE_NOOP("Rooms", "Kolom"),
            "room": QT_TRANSLATE_NOOP("Rooms", "Ruang"),
        },
        hints={
            "prefix": QT_TRANSLATE_NOOP("Rooms", "Boleh kosong. Misalnya PC."),
            "number": QT_TRANSLATE_NOOP("Rooms", "Seperti tertulis pada komputernya."),
        },
        list_name=QT_TRANSLATE_NOOP("Rooms", "Daftar komputer"),
        list_empty=QT_TRANSLATE_NOOP("Rooms", "Belum ada komputer. Tambahkan yang pertama di sebelah kanan."),
        add=QT_TRANSLATE_NOOP("Rooms", "Komputer baru …"),
        new_title=QT_TRANSLATE_NOOP("Rooms", "Komputer baru"),
        new_about=QT_TRANSLATE_NOOP("Rooms", "Nomor yang sudah ada dilewati."),
        new_save=QT_TRANSLATE_NOOP("Rooms", "Tambahkan"),
        title=QT_TRANSLATE_NOOP("Rooms", "Komputer {number}"),
        save=QT_TRANSLATE_NOOP("Rooms", "Simpan komputer"),
        retire=QT_TRANSLATE_NOOP("Rooms", "Hapus dari papan"),
        bring_back=QT_TRANSLATE_NOOP("Rooms", "Pakai lagi"),
        added=QT_TRANSLATE_NOOP("Rooms", "{count} komputer ditambahkan: {first}–{last}."),
        saved=QT_TRANSLATE_NOOP("Rooms", "Komputer {number} disimpan."),
        retired=QT_TRANSLATE_NOOP("Rooms", "Komputer {number} dihapus dari papan; riwayatnya tetap."),
        brought_back=QT_TRANSLATE_NOOP("Rooms", "Komputer {number} dipakai lagi."),
        place=QT_TRANSLATE_NOOP("Rooms", "baris {row}, kolom {column}"),
        is_retired=QT_TRANSLATE_NOOP("Rooms", "dihapus dari papan"),
        is_broken=QT_TRANSLATE_NOOP("Rooms", "rusak: {reason}"),
        is_used=QT_TRANSLATE_NOOP("Rooms", "dipakai pengunjung"),
    )

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._begin()

    def _editors(self) -> dict[str, Any]:
        return {
            "prefix": Line(self),
            "first": Number(self, least=1, most=internet_seats.MOST_NUMBER),
            "last": Number(self, least=1, most=internet_seats.MOST_NUMBER),
            "columns": Number(self, least=1, most=internet_seats.MOST_PLACE),
            "number": Line(self),
            "row": Number(self, most=internet_seats.MOST_PLACE),
            "column": Number(self, most=internet_seats.MOST_PLACE),
            "room": Choice(self),
        }

    def _columns(self) -> Sequence[Column[InternetSeat]]:
        state = self._state_words
        return (
            Column(lambda: say(CONTEXT, "Komputer"), lambda one: one.number, width_px=104, strong=True, token=quiet),
            Column(lambda: say(CONTEXT, "Ruang"), self._room_name, stretch=True, token=quiet),
            Column(lambda: say(CONTEXT, "Tempat"), self._place_words, width_px=156, token=quiet),
            Column(lambda: say(CONTEXT, "Keadaan"), state, width_px=200, token=quiet, tooltip=state),
        )

    def _room_name(self, seat: InternetSeat) -> str:
        return self._seen.rooms.get(seat.room_id, "–") if seat.room_id else "–"

    def _offer(self) -> None:
        nowhere = say(CONTEXT, "Tanpa ruang tertentu")
        self.editors["room"].set_choices([("", nowhere), *self._seen.rooms.items()])

    def _values(self, place: InternetSeat) -> dict[str, Any]:
        return {"number": place.number, "row": place.row, "column": place.column, "room": place.room_id or ""}

    def _new_values(self) -> dict[str, Any]:
        begin = 1 + max((int(seat.number) for seat in self._known.values() if seat.number.isdecimal()), default=0)
        return {"prefix": "", "first": begin, "last": begin + 3, "columns": USUAL_COLUMNS}

    def _show_none(self) -> None:
        """New ones go on after what was read; one who walks the list by keys is left there."""
        if self._chosen is not None or not self._form.list.hasFocus():
            self._begin()

    def _read(self) -> Seen[InternetSeat]:
        desk = self.shell.desk
        rooms = {room.id: room.name for room in guest_books.rooms(desk)}
        return Seen(internet_seats.seats(desk, retired=True), rooms)

    def _write(self, desk: Desk, place: InternetSeat | None, value: Mapping[str, Any]) -> tuple[InternetSeat, ...]:
        room_id = Id(value["room"]) if value["room"] else None
        if place is None:
            first, last, columns = value["first"], value["last"], value["columns"]
            return internet_seats.add_seats(desk, first, last, columns, prefix=value["prefix"], room_id=room_id)
        stands = {name: value[name] for name in ("number", "row", "column")}
        return (internet_seats.set_seat(desk, replace(place, room_id=room_id, **stands)),)

    def _turn(self, desk: Desk, place: InternetSeat) -> InternetSeat:
        return internet_seats.set_seat(desk, replace(place, retired=not place.retired))

    def _added_words(self, added: Sequence[InternetSeat]) -> str:
        return super()._added_words(added) if added else say(CONTEXT, "Semua nomor itu sudah ada.")
