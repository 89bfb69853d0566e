"""Closed days: every week, by date, from a file, and the national days that came with the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QListWidget, QWidget

from loket.devices import resources
from loket.domain.calendar import days
from loket.domain.entities import ClosedDay
from loket.domain.errors import InvalidInput
from loket.importing.records import UnusableFileError
from loket.services.desk import all_rows, read_rules
from loket.services.settings import (
    ClosedDayProblem,
    change_rule,
    declare_closed_days,
    read_closed_days_csv,
    withdraw_closed_day,
)
from loket.ui import format as fmt
from loket.ui import icons, theme
from loket.ui.forms.ui_settings_closed_days import Ui_ClosedDaysSection
from loket.ui.pages.settings_parts import Choice, Day, Line, Section, Weekdays, in_order
from loket.ui.shell import Shell
from loket.ui.tables import Column, PagedTableModel
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say
from loket.ui.texts_importing import unusable_text
from loket.ui.texts_settings import CLOSED_KINDS, closed_kind_word, problem_text
from loket.ui.widgets import Sheet

CONTEXT = "Settings"
KIND_ICONS = {"national": "star", "joint": "users", "local": "building-community"}
LONGEST_CLOSURE_DAYS = 120  # a longer range is more likely a wrong year


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the section shows."""

    weekly: tuple[int, ...]
    days: dict[date, ClosedDay]


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do: nothing is booked yet. `known`: dates the library has declared already; they stay."""

    source: str
    new: tuple[ClosedDay, ...]
    known: int
    problems: tuple[ClosedDayProblem, ...]


def shipped(year: int) -> Path:
    """The national days of a year as they came with the program; the file need not exist."""
    return resources.path("holidays", f"id-{year}.csv")


def preview_of(path: Path, source: str, declared: dict[date, ClosedDay]) -> Preview:
    """Read a file and compare it with what is declared. Raises UnusableFileError, StorageError."""
    found, problems = read_closed_days_csv(path)
    new = tuple(day for day in found if day.on not in declared)
    return Preview(source, new, len(found) - len(new), tuple(problems))


class ClosedDaysSection(Section):
    TITLE = QT_TRANSLATE_NOOP("Settings", "Hari tutup")
    ABOUT = QT_TRANSLATE_NOOP("Settings", "Jatuh tempo menghindari hari ini, dan keterlambatan tidak menghitungnya.")
    ICON = "calendar-off"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._form = Ui_ClosedDaysSection()
        self._form.setupUi(self)
        self._kept = Calendar((), {})
        self._year = shell.desk.today().year
        self.choose_file: Callable[[], Path | None] = self._ask_file
        self.weekly = Weekdays(self)
        self.first, self.last, self.kind, self.name = Day(self), Day(self), Choice(self), Line(self)
        self.add_row("weekly_closed", self._form.weekly, self.weekly)
        self.add_row("first", self._form.first, self.first)
        self.add_row("last", self._form.last, self.last)
        self.add_row("kind", self._form.kind, self.kind)
        self.add_row("name", self._form.name, self.name)
        self._model = PagedTableModel[date, ClosedDay](
            self._columns(), lambda keys: {key: self._kept.days[key] for key in keys if key in self._kept.days}
        )
        self._form.days.show_model(self._model)
        self.first.set_day(shell.desk.today())
        self.last.set_day(shell.desk.today())
        self._wire()
        self._restyle()
        self.retranslate()

    def _wire(self) -> None:
        form = self._form
        form.add.setProperty("role", "primary")
        for button, name, gesture in (
            (form.earlier, "chevron-left", lambda: self.show_year(self._year - 1)),
            (form.later, "chevron-right", lambda: self.show_year(self._year + 1)),
        ):
            button.setProperty("role", "bare")
            button.setProperty("iconName", name)
            button.clicked.connect(gesture)
        form.national.clicked.connect(self.load_national)
        form.import_file.clicked.connect(self.import_file)
        form.withdraw.clicked.connect(self.withdraw)
        form.add.clicked.connect(self.add)
        form.calendar.day_clicked.connect(self._day_clicked)
        self.weekly.changed.connect(self._weekly_changed)
        self.first.dateChanged.connect(lambda _: self.last.set_day(max(self.first.day(), self.last.day())))
        self.name.returnPressed.connect(self.add)
        adding = (self.first, self.last, self.kind, self.name, form.add)
        in_order(
            self.weekly, form.national, form.import_file, form.earlier, form.later, form.days, form.withdraw, *adding
        )
        theme.current().changed.connect(self._restyle)
        icons.dress(self)

    def activate(self) -> None:
        self.shell.jobs.start(self._read, self._show, lane="read", owner=self)

    def retranslate(self) -> None:
        form = self._form
        form.weekly.set_label(say(CONTEXT, "Tutup setiap"))
        form.first.set_label(say(CONTEXT, "Dari"))
        form.last.set_label(say(CONTEXT, "Sampai"))
        form.kind.set_label(say(CONTEXT, "Jenis"))
        form.name.set_label(say(CONTEXT, "Nama"))
        form.name.set_hint(say(CONTEXT, "Tampil pada penjelasan jatuh tempo."))
        self.kind.set_choices((kind, closed_kind_word(kind)) for kind in reversed(CLOSED_KINDS))
        form.add.set_text(say(CONTEXT, "Tambah hari tutup"))
        form.withdraw.set_text(say(CONTEXT, "Hapus dari daftar"))
        form.import_file.set_text(say(CONTEXT, "Impor CSV …"))
        form.earlier.setAccessibleName(say(CONTEXT, "Tahun sebelumnya"))
        form.later.setAccessibleName(say(CONTEXT, "Tahun berikutnya"))
        form.days.setAccessibleName(say(CONTEXT, "Daftar hari tutup"))
        form.days.set_empty("calendar-off", say(CONTEXT, "Belum ada hari tutup bertanggal pada tahun ini."))
        self._model.retranslate()
        self.show_year(self._year)

    def show_year(self, year: int) -> None:
        self._year = year
        of_year = [on for on in self._kept.days if on.year == year]
        self._model.set_ids(sorted(of_year))
        self._form.year.setText(str(year))
        self._form.count.setText(say(CONTEXT, "{count} hari", count=len(of_year)))
        self._form.national.set_text(say(CONTEXT, "Muat libur nasional {year}", year=str(year)))
        self._form.national.setEnabled(shipped(year).is_file())
        names = {on: day.name for on, day in self._kept.days.items() if on.year == year}
        self._form.calendar.show_year(year, frozenset(self._kept.weekly), names, self.shell.desk.today())

    # ---- gestures -------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Declare the range in the form."""
        self.clear_errors()
        try:
            wanted = self._wanted()
        except InvalidInput as error:
            self.fail(error)
            return
        self._change(
            lambda: declare_closed_days(self.shell.desk, wanted),
            lambda count: say(CONTEXT, "{count} hari tutup ditambahkan atau diganti namanya.", count=count),
            self.name.clear,
        )

    def withdraw(self) -> None:
        """The chosen day is an open day after all."""
        row = self._form.days.current_row()
        if row >= 0:
            on = self._model.key_at(row)
            self._change(
                lambda: withdraw_closed_day(self.shell.desk, on),
                lambda _: say(CONTEXT, "{on} kembali hari buka.", on=on),
            )

    def load_national(self) -> None:
        year = self._year
        self._preview(shipped(year), say(CONTEXT, "Libur nasional dan cuti bersama {year}", year=str(year)))

    def import_file(self) -> None:
        path = self.choose_file()
        if path is not None:
            self._preview(path, path.name)

    def _preview(self, path: Path, source: str) -> None:
        declared = self._kept.days
        self.shell.jobs.start(
            lambda: preview_of(path, source, declared), self._show_preview, self._unreadable, lane="read", owner=self
        )

    def _show_preview(self, preview: Preview) -> None:
        self.sheet = ImportSheet(self, preview)
        self.sheet.decided.connect(lambda accepted: self._take(preview) if accepted else None)
        self.sheet.open()

    def _take(self, preview: Preview) -> None:
        self._change(
            lambda: declare_closed_days(self.shell.desk, preview.new),
            lambda count: say(CONTEXT, "{count} hari tutup ditambahkan.", count=count),
        )

    def _unreadable(self, error: Exception) -> None:
        if isinstance(error, UnusableFileError):
            self.said.emit(unusable_text(error), "warn")
        else:
            self.fail(error)

    def _weekly_changed(self) -> None:
        value = self.weekly.value()
        self._form.weekly.set_error(None)
        self._change(
            lambda: change_rule(self.shell.desk, "weekly_closed", value),
            lambda _: say(CONTEXT, "Hari tutup mingguan disimpan."),
        )

    def _wanted(self) -> Sequence[ClosedDay]:
        first, last = self.first.day(), self.last.day()
        if last < first:
            raise InvalidInput("last", "range_backwards")
        if (last - first).days >= LONGEST_CLOSURE_DAYS:
            raise InvalidInput("last", "range_too_long", longest=LONGEST_CLOSURE_DAYS)
        return [ClosedDay(on, self.name.value(), self.kind.value()) for on in days(first, last)]

    # ---- reading and writing --------------------------------------------------------------------------------------

    def _read(self) -> Calendar:
        with self.shell.desk.view() as act:
            weekly = read_rules(act.driver).settings.weekly_closed
            return Calendar(weekly, {day.on: day for day in all_rows(act.driver, ClosedDay)})

    def _show(self, calendar: Calendar) -> None:
        self._kept = calendar
        self.weekly.set_value(calendar.weekly)
        self._model.forget()
        self.show_year(self._year)

    def _change(
        self, change: Callable[[], Any], sentence: Callable[[Any], str], after: Callable[[], object] | None = None
    ) -> None:
        def changed(done: tuple[Any, Calendar]) -> None:
            self._show(done[1])
            if after is not None:
                after()
            self.shell.changes.tell("rules", self)
            self.done(sentence(done[0]))

        def failed(error: Exception) -> None:
            self.weekly.set_value(self._kept.weekly)
            self.fail(error)

        self.shell.jobs.start(lambda: (change(), self._read()), changed, failed, lane="write", owner=self)

    def _day_clicked(self, on: date) -> None:
        """A day chosen in the calendar: on to its line in the list, or into the form."""
        row = self._model.number_of(on)
        if row is not None:
            self._form.days.select_row(row)
            self._form.days.scrollTo(self._model.index(row, 0))
        else:
            self.last.set_day(on)
            self.first.set_day(on)
            self.last.set_day(on)
            self.name.setFocus(Qt.FocusReason.MouseFocusReason)

    def _columns(self) -> list[Column[ClosedDay]]:
        return [
            Column(lambda: say(CONTEXT, "Tanggal"), lambda day: fmt.day(day.on, language()), width_px=156),
            Column(
                lambda: say(CONTEXT, "Nama"),
                lambda day: day.name,
                stretch=True,
                icon=lambda day: (KIND_ICONS.get(day.kind, "note"), "ink-2"),
                tooltip=lambda day: "\n".join(part for part in (closed_kind_word(day.kind), day.source) if part),
            ),
        ]

    def _ask_file(self) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(
            self, say(CONTEXT, "Pilih berkas hari tutup"), "", say(CONTEXT, "Berkas CSV (*.csv *.txt)")
        )
        return Path(name) if name else None

    def _restyle(self) -> None:
        self._form.year.setMinimumWidth(theme.current().px(48))
        self._form.year.setAlignment(Qt.AlignmentFlag.AlignCenter)


class ImportSheet(Sheet):
    """What the file would add, line by line, before anything is booked."""

    def __init__(self, parent: QWidget, preview: Preview) -> None:
        count = len(preview.new)
        summary = [say(CONTEXT, "{count} hari baru akan ditambahkan.", count=count)]
        if preview.known:
            summary.append(say(CONTEXT, "{count} tanggal sudah ada dan tetap seperti sekarang.", count=preview.known))
        if preview.problems:
            summary.append(say(CONTEXT, "{count} baris tidak terbaca dan dilewati.", count=len(preview.problems)))
        super().__init__(
            parent,
            title=preview.source,
            text=" ".join(summary),
            icon="calendar-off",
            kind="warn" if preview.problems else "info",
            accept_text=say(CONTEXT, "Tambahkan {count} hari", count=count),
        )
        self.lines = QListWidget(self)
        self.lines.addItems([problem_text(problem) for problem in preview.problems])
        self.lines.addItems([f"{fmt.day(day.on, language())}   {day.name}" for day in preview.new])
        self.lines.setAccessibleName(say(CONTEXT, "Isi berkas"))
        self.lines.setMinimumSize(theme.current().px(520), theme.current().px(280))
        self.body.addWidget(self.lines)
        self.set_accept_enabled(count > 0)
