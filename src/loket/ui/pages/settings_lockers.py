"""Lockers: banks of them by their first and last number, and each one's number, place and tag."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from loket.domain.entities import Locker
from loket.domain.lockers import MOST_COLUMNS, MOST_ROWS
from loket.services import locker_banks
from loket.services.desk import Desk
from loket.ui.pages.settings_parts import Line, Number
from loket.ui.pages.settings_places import PlacesSection, Seen, Words, quiet
from loket.ui.tables import Column
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.texts_lockers import CONTEXT

USUAL_COLUMNS = 6


class LockersSection(PlacesSection[Locker]):
    """A bank is written down at once; one that is there already grows by the new numbers."""

    TITLE = QT_TRANSLATE_NOOP("Settings", "Loker")
    ABOUT = QT_TRANSLATE_NOOP("Settings", "Deret loker seperti berdiri di ruangan, nomor dan tandanya.")
    ICON = "lock"
    CHANGES = "lockers"
    NEW_FIELDS = ("bank", "first", "last", "columns")
    FIELDS = ("number", "bank", "row", "column", "tag_code")
    WIDE = frozenset({"bank", "tag_code", "number"})
    STARTS_AT = "bank"
    WORDS = Words(
        context=CONTEXT,
        labels={
            "bank": QT_TRANSLATE_NOOP("Lockers", "Deret"),
            "first": QT_TRANSLATE_NOOP("Lockers", "Nomor pertama"),
            "last": QT_TRANSLATE_NOOP("Lockers", "Nomor terakhir"),
            "columns": QT_TRANSLATE_NOOP("Lockers", "Loker sebaris"),
            "number": QT_TRANSLATE_NOOP("Lockers", "Nomor loker"),
            "row": QT_TRANSLATE_NOOP("Lockers", "Baris"),
            "column": QT_TRANSLATE_NOOP("Lockers", "Kolom"),
            "tag_code": QT_TRANSLATE_NOOP("Lockers", "Kode tanda tetap"),
        },
        hints={
            "bank": QT_TRANSLATE_NOOP("Lockers", "Tempatnya berdiri: Lobi, Lantai 2."),
            "first": QT_TRANSLATE_NOOP("Lockers", "Misalnya A01."),
            "last": QT_TRANSLATE_NOOP("Lockers", "Misalnya A24."),
            "number": QT_TRANSLATE_NOOP("Lockers", "Seperti tertulis pada pintunya."),
            "tag_code": QT_TRANSLATE_NOOP("Lockers", "Kosong: nomor penitipan dicetak setiap kali."),
        },
        list_name=QT_TRANSLATE_NOOP("Lockers", "Daftar loker"),
        list_empty=QT_TRANSLATE_NOOP("Lockers", "Belum ada loker. Tambahkan deret pertama di sebelah kanan."),
        add=QT_TRANSLATE_NOOP("Lockers", "Deret baru …"),
        new_title=QT_TRANSLATE_NOOP("Lockers", "Deret baru"),
        new_about=QT_TRANSLATE_NOOP("Lockers", "Loker baru ditambahkan di bawah deret yang bernama sama."),
        new_save=QT_TRANSLATE_NOOP("Lockers", "Tambahkan"),
        title=QT_TRANSLATE_NOOP("Lockers", "Loker {number}"),
        save=QT_TRANSLATE_NOOP("Lockers", "Simpan loker"),
        retire=QT_TRANSLATE_NOOP("Lockers", "Hapus dari papan"),
        bring_back=QT_TRANSLATE_NOOP("Lockers", "Pakai lagi"),
        added=QT_TRANSLATE_NOOP("Lockers", "{count} loker ditambahkan: {first}–{last}."),
        saved=QT_TRANSLATE_NOOP("Lockers", "Loker {number} disimpan."),
        retired=QT_TRANSLATE_NOOP("Lockers", "Loker {number} dihapus dari papan; riwayatnya tetap."),
        brought_back=QT_TRANSLATE_NOOP("Lockers", "Loker {number} dipakai lagi."),
        place=QT_TRANSLATE_NOOP("Lockers", "baris {row}, kolom {column}"),
        is_retired=QT_TRANSLATE_NOOP("Lockers", "dihapus dari papan"),
        is_broken=QT_TRANSLATE_NOOP("Lockers", "rusak: {reason}"),
        is_used=QT_TRANSLATE_NOOP("Lockers", "dipakai"),
    )

    def _picked(self, row: int) -> None:
        """What was said was about another locker."""
        self.said.emit("", "info")
        super()._picked(row)

    def _editors(self) -> dict[str, Any]:
        return {
            "bank": Line(self),
            "first": Line(self),
            "last": Line(self),
            "columns": Number(self, least=1, most=MOST_COLUMNS),
            "number": Line(self),
            "row": Number(self, least=1, most=MOST_ROWS + 1),
            "column": Number(self, least=1, most=MOST_COLUMNS),
            "tag_code": Line(self),
        }

    def _columns(self) -> Sequence[Column[Locker]]:
        return (
            Column(lambda: say(CONTEXT, "Loker"), lambda one: one.number, width_px=88, strong=True, token=quiet),
            Column(lambda: say(CONTEXT, "Deret"), lambda one: one.bank or "–", stretch=True, token=quiet),
            Column(lambda: say(CONTEXT, "Tempat"), self._place_words, width_px=150, token=quiet),
            Column(lambda: say(CONTEXT, "Tanda tetap"), lambda one: one.tag_code or "–", width_px=112, token=quiet),
            Column(lambda: say(CONTEXT, "Keadaan"), self._state_words, width_px=150, token=quiet),
        )

    def _values(self, place: Locker) -> dict[str, Any]:
        """Rows and columns are kept from nought and shown from one."""
        stands = {"row": place.row + 1, "column": place.column + 1}
        return {"number": place.number, "bank": place.bank, "tag_code": place.tag_code, **stands}

    def _new_values(self) -> dict[str, Any]:
        """The bank stays: more of one that is there."""
        return {"first": "", "last": "", "columns": USUAL_COLUMNS}

    def _read(self) -> Seen[Locker]:
        return Seen(locker_banks.lockers(self.shell.desk, retired=True))

    def _write(self, desk: Desk, place: Locker | None, value: Mapping[str, Any]) -> tuple[Locker, ...]:
        if place is None:
            return locker_banks.add_bank(desk, value["bank"], value["first"], value["last"], value["columns"])
        stands = {"row": value["row"] - 1, "column": value["column"] - 1}
        wanted = {name: value[name] for name in ("number", "bank", "tag_code")}
        return (locker_banks.set_locker(desk, replace(place, **wanted, **stands)),)

    def _turn(self, desk: Desk, place: Locker) -> Locker:
        return (locker_banks.bring_back if place.retired else locker_banks.retire)(desk, place.id)

    def _saved(self, done: tuple[tuple[Locker, ...], Seen[Locker]]) -> None:
        """After one bank comes the next."""
        added = self._chosen is None
        super()._saved(done)
        if added:
            self.add()
