"""The library's description and this counter's."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from loket.services.settings import describe_library, describe_station
from loket.services.setup import UTC_OFFSETS_MIN, StationProfile, check_library, check_station
from loket.ui.forms.ui_settings_station import Ui_StationSection
from loket.ui.pages.settings_parts import Choice, Line, Section, in_order
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.texts_settings import PROFILE_HINTS, ZONES, choice_word, word

CONTEXT = "Settings"
LIBRARY_FIELDS = ("name", "code", "address", "phone", "head_name", "head_nip")


class StationSection(Section):
    """Both descriptions travel to all counters; slips, cards and recaps carry them."""

    TITLE = QT_TRANSLATE_NOOP("Settings", "Perpustakaan & loket")
    ABOUT = QT_TRANSLATE_NOOP("Settings", "Tercetak pada slip, kartu, dan rekap.")
    ICON = "building-community"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._form = Ui_StationSection()
        self._form.setupUi(self)
        self.lines = {name: Line(self) for name in LIBRARY_FIELDS}
        for name, editor in self.lines.items():
            self.add_row(name, getattr(self._form, name), editor)
        self.zone, self.station_name, self.station_code, self.profile = (
            Choice(self),
            Line(self),
            Line(self),
            Choice(self),
        )
        self.add_row("utc_offset_min", self._form.utc_offset_min, self.zone)
        self.add_row("station_name", self._form.station_name, self.station_name)
        self.add_row("station_code", self._form.station_code, self.station_code)
        self.add_row("profile", self._form.profile, self.profile)
        self.profile.changed.connect(self._show_profile_hint)
        *described, head_name, head_nip = self.lines.values()
        in_order(
            *described,
            self.zone,
            head_name,
            head_nip,
            self.station_name,
            self.station_code,
            self.profile,
            self._form.save,
        )
        self._form.save.setProperty("role", "primary")
        self._form.save.clicked.connect(self.save)
        self.retranslate()
        self.activate()

    def activate(self) -> None:
        """The desk knows both already: nothing is read."""
        library, station = self.shell.desk.library, self.shell.desk.station
        for name, editor in self.lines.items():
            editor.set_value(getattr(library, name))
        self.zone.set_value(library.utc_offset_min)
        self.station_name.set_value(station.name)
        self.station_code.set_value(station.code)
        self.profile.set_value(station.profile)
        self._show_profile_hint()
        self.clear_errors()

    def retranslate(self) -> None:
        form = self._form
        form.library_title.setText(say(CONTEXT, "Perpustakaan"))
        form.station_title.setText(say(CONTEXT, "Loket ini"))
        for row, text, hint in (
            (form.name, say(CONTEXT, "Nama perpustakaan"), ""),
            (form.code, say(CONTEXT, "Kode perpustakaan"), say(CONTEXT, "Awal nomor slip, misalnya KTA.")),
            (form.address, say(CONTEXT, "Alamat"), ""),
            (form.phone, say(CONTEXT, "Telepon"), ""),
            (form.utc_offset_min, say(CONTEXT, "Zona waktu"), say(CONTEXT, "Tanggal kerja mengikuti zona ini.")),
            (form.head_name, say(CONTEXT, "Kepala perpustakaan"), say(CONTEXT, "Penanda tangan rekap dan kartu.")),
            (form.head_nip, say(CONTEXT, "NIP kepala"), ""),
            (form.station_name, say(CONTEXT, "Nama loket"), say(CONTEXT, "Misalnya Meja Sirkulasi 2.")),
            (form.station_code, say(CONTEXT, "Kode loket"), say(CONTEXT, "Pendek dan lain dari loket lainnya.")),
            (form.profile, say(CONTEXT, "Profil"), ""),
        ):
            row.set_label(text)
            row.set_hint(hint)
        self.zone.set_choices((offset, word(ZONES[offset])) for offset in UTC_OFFSETS_MIN)
        self.profile.set_choices((profile.value, choice_word(profile)) for profile in StationProfile)
        self._form.save.set_text(say(CONTEXT, "Simpan"))
        self._show_profile_hint()

    def save(self) -> None:
        desk = self.shell.desk
        text = {name: editor.value() for name, editor in self.lines.items()}
        library = replace(
            desk.library,
            utc_offset_min=self.zone.value(),
            name=text["name"],
            code=text["code"],
            address=text["address"],
            phone=text["phone"],
            head_name=text["head_name"],
            head_nip=text["head_nip"],
        )
        station = replace(
            desk.station, name=self.station_name.value(), code=self.station_code.value(), profile=self.profile.value()
        )
        self.clear_errors()

        def work() -> tuple[bool, bool]:
            check_library(library)
            check_station(station, prefix="station_")  # both before the first is booked
            station_changed = describe_station(desk, station)  # another counter's code is refused: then nothing is
            return describe_library(desk, library), station_changed

        self.shell.jobs.start(work, self._saved, self.fail, lane="write", owner=self)

    def _saved(self, changed: tuple[bool, bool]) -> None:
        self.activate()
        if any(changed):
            self.shell.changes.tell("library", self)
        if changed[1]:
            self.done(say(CONTEXT, "Disimpan. Profil yang berbeda tampil setelah Loket dibuka lagi."))
        else:
            self.done(say(CONTEXT, "Disimpan.") if changed[0] else say(CONTEXT, "Tidak ada yang berubah."))

    def _show_profile_hint(self) -> None:
        self._form.profile.set_hint(word(PROFILE_HINTS.get(self.profile.value() or "", "")))
