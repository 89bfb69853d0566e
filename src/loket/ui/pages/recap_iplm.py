"""IPLM & kegiatan: the year's numbers as the region asks for them, what people enter, and the activities held."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from loket.domain.entities import Activity, Id, Role
from loket.domain.iplm import ACTIVITIES, LINES, MOST_PEOPLE, Indicator, Source
from loket.domain.periods import PeriodKind, period_of
from loket.services import iplm
from loket.services.iplm import IplmYear
from loket.ui import format as fmt
from loket.ui.forms.ui_recap_iplm import Ui_IplmView
from loket.ui.issuing import ask_file, issuer_of, paper_fonts, write_paper
from loket.ui.pages.members_sheets import AskSheet
from loket.ui.pages.recap_parts import RecapSection
from loket.ui.pages.settings_parts import Choice, Day, Number, in_order
from loket.ui.shell import Shell
from loket.ui.tables import Column, PagedTableModel, rows_of
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say
from loket.ui.texts_iplm import (
    CONTEXT,
    activity_word,
    fact_word,
    group_word,
    line_word,
    made_text,
    notes_text,
    value_text,
)
from loket.ui.texts_recap import period_text
from loket.ui.widgets import Button

_TOLD = {line.key: line.told for line in LINES}
_MANAGERS = frozenset({Role.ADMIN, Role.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class Seen:
    """A year's numbers and activities. `may_tell`: whoever is signed in may enter numbers of the year."""

    report: IplmYear
    held: tuple[Activity, ...]
    may_tell: bool


class IplmSection(RecapSection):
    """One year at a time. Enter on a line enters what only people know, Enter on an activity changes it."""

    TITLE = QT_TRANSLATE_NOOP("Recap", "IPLM & kegiatan")
    ICON = "building-community"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.form = Ui_IplmView()
        self.form.setupUi(self)
        self.seen: Seen | None = None
        self._lines: dict[str, Indicator] = {}
        self._held: dict[Id, Activity] = {}
        self._line_model: PagedTableModel[str, Indicator] = PagedTableModel(
            _line_columns(), lambda keys: rows_of(self._lines, keys)
        )
        self._held_model: PagedTableModel[Id, Activity] = PagedTableModel(
            _held_columns(), lambda keys: rows_of(self._held, keys)
        )
        self.pdf, self.xlsx = Button(self, icon="file-text"), Button(self, icon="layout-board")
        self.tell = Button(self, icon="edit")
        self.new, self.change = Button(self, icon="plus", key="Ctrl+N"), Button(self, icon="edit", role="quiet")
        self.cancel = Button(self, icon="x", role="quiet")
        self._build()
        self.retranslate()

    # ---- reading ---------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        """Counting a year that is not closed yet takes a while: meanwhile that is said."""
        self.form.notes.setText(say(CONTEXT, "Menghitung tahun {year} …", year=period_text(self.form.year.period)))
        self.read_all(lambda: _seen(self.shell, self.form.year.period.first.year), self.show_seen)

    def show_seen(self, seen: Seen) -> None:
        self.seen = seen
        self._lines = {line.key: line for line in seen.report.lines}
        self._held = {one.id: one for one in seen.held}
        rows = self.form.lines.current_row(), self.form.held.current_row()
        self._line_model.set_ids(self._lines)
        self._held_model.set_ids(self._held)
        for table, row, count in zip(
            (self.form.lines, self.form.held), rows, (len(self._lines), len(self._held)), strict=True
        ):
            table.select_row(min(max(0, row), count - 1))
        self.form.notes.setText(notes_text(seen.report))
        self._show_buttons()

    def _show_buttons(self) -> None:
        line, held = self._line(), self._activity()
        may_tell = self.seen is not None and self.seen.may_tell
        self.tell.setEnabled(may_tell and line is not None and bool(_TOLD[line.key]))
        for button in (self.change, self.cancel):
            button.setEnabled(held is not None)
        for button in (self.pdf, self.xlsx):
            button.setEnabled(self.seen is not None)

    def _line(self) -> Indicator | None:
        row = self.form.lines.current_row()
        return self._line_model.row_at(row) if row >= 0 else None

    def _activity(self) -> Activity | None:
        row = self.form.held.current_row()
        return self._held_model.row_at(row) if row >= 0 else None

    # ---- what people enter -----------------------------------------------------------------------------------------

    def _tell(self) -> None:
        line = self._line()
        if line is None or self.seen is None or not self.tell.isEnabled():
            return
        (name,) = _TOLD[line.key]
        fact = self.seen.report.facts.get(name)
        sheet = FactSheet(self, name, self.seen.report.year, str(fact.value) if fact else "", fact.note if fact else "")
        year, desk = self.seen.report.year, self.shell.desk

        def answered() -> None:
            typed, note = sheet.text(name), sheet.text("note")
            self.book(lambda: iplm.set_fact(desk, year, name, typed, note), lambda _: self.activate())

        self.sheets.ask(sheet, answered)

    def _new(self) -> None:
        self._ask_activity(None)

    def _change(self) -> None:
        if (held := self._activity()) is not None:
            self._ask_activity(held)

    def _ask_activity(self, held: Activity | None) -> None:
        sheet, desk = ActivitySheet(self, self.shell.desk.today(), held), self.shell.desk

        def kept(activity: Activity) -> None:
            self.said.emit(say(CONTEXT, "Kegiatan dicatat: {name}.", name=activity.name), "ok")
            self.activate()

        def answered() -> None:
            activity = sheet.value()
            self.book(lambda: iplm.set_activity(desk, activity), kept)

        self.sheets.ask(sheet, answered)

    def _cancel(self) -> None:
        held, desk = self._activity(), self.shell.desk
        if held is None:
            return

        def gone(_: None) -> None:
            self.said.emit(say(CONTEXT, "Dihapus dari daftar: {name}.", name=held.name), "ok")
            self.activate()

        self.sheets.ask(CancelSheet(self, held), lambda: self.book(lambda: iplm.cancel_activity(desk, held.id), gone))

    # ---- papers ----------------------------------------------------------------------------------------------------

    def _save(self, ending: str) -> None:
        seen = self.seen
        if seen is None:
            return
        path = ask_file(self, say(CONTEXT, "Simpan data IPLM"), f"iplm-{seen.report.year}", ending)
        if path is not None:
            self.shell.jobs.start(
                lambda: _paper(self.shell, seen, path, ending), self.saved.emit, self.fail, lane="read", owner=self
            )

    # ---- words and wires -------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self.form
        form.linesHeading.setText(say(CONTEXT, "Unsur IPLM"))
        form.heldHeading.setText(say(CONTEXT, "Kegiatan"))
        form.lines.setAccessibleName(form.linesHeading.text())
        form.held.setAccessibleName(form.heldHeading.text())
        form.held.set_empty("calendar", say(CONTEXT, "Belum ada kegiatan tahun ini."))
        for button, text in (
            (self.pdf, say(CONTEXT, "PDF …")),
            (self.xlsx, say(CONTEXT, "XLSX …")),
            (self.tell, say(CONTEXT, "Isi angka …")),
            (self.new, say(CONTEXT, "Kegiatan baru …")),
            (self.change, say(CONTEXT, "Ubah …")),
            (self.cancel, say(CONTEXT, "Hapus …")),
        ):
            button.set_text(text)
        if self.seen is not None:
            self.show_seen(self.seen)

    def _build(self) -> None:
        form = self.form
        form.year.offer([PeriodKind.YEAR])
        form.year.show_period(period_of(PeriodKind.YEAR, self.shell.desk.today()))
        for layout, buttons in (
            (form.top, (self.pdf, self.xlsx)),
            (form.lineActions, (self.tell,)),
            (form.heldActions, (self.new, self.change, self.cancel)),
        ):
            for button in buttons:
                layout.addWidget(button)
            if layout is not form.top:
                layout.addStretch(1)
        form.lines.show_model(self._line_model)
        form.held.show_model(self._held_model)
        in_order(
            *form.year.stops, self.pdf, self.xlsx, form.lines, self.tell, form.held, self.new, self.change, self.cancel
        )
        form.year.changed.connect(self.activate)
        form.lines.activated_row.connect(lambda _: self._tell())
        form.held.activated_row.connect(lambda _: self._change())
        for table in (form.lines, form.held):
            table.picked_row.connect(lambda _: self._show_buttons())
        self.tell.clicked.connect(self._tell)
        self.new.clicked.connect(self._new)
        self.shortcut("Ctrl+N").activated.connect(self._new)
        self.change.clicked.connect(self._change)
        self.cancel.clicked.connect(self._cancel)
        self.pdf.clicked.connect(lambda: self._save("pdf"))
        self.xlsx.clicked.connect(lambda: self._save("xlsx"))
        self._show_buttons()


# ---- sheets -------------------------------------------------------------------------------------------------------


class FactSheet(AskSheet):
    """A number of the year that no counter can count."""

    def __init__(self, parent: QWidget, name: str, year: int, value: str, note: str) -> None:
        super().__init__(
            parent,
            title=fact_word(name),
            text=say(CONTEXT, "Tahun {year}. Loket tidak dapat menghitungnya sendiri.", year=str(year)),
            accept=say(CONTEXT, "Simpan"),
            icon="edit",
        )
        self._name = name
        self.ask(name, say(CONTEXT, "Jumlah"), QLineEdit(value, self))
        self.ask(
            "note", say(CONTEXT, "Sumber"), QLineEdit(note, self), say(CONTEXT, "Boleh kosong, misalnya BPS 2026.")
        )

    def needed(self) -> frozenset[str]:
        return frozenset({self._name})


class ActivitySheet(AskSheet):
    """Something the library held: new, or as it is from now on."""

    def __init__(self, parent: QWidget, today: date, held: Activity | None) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Kegiatan") if held else say(CONTEXT, "Kegiatan baru"),
            text=say(CONTEXT, "Pesertanya masuk laporan IPLM; tidak dihitung sebagai pengunjung."),
            accept=say(CONTEXT, "Simpan"),
            icon="calendar",
        )
        self._old = held or Activity(Id(""), today, "", ACTIVITIES[0])
        self.day, self.kind = Day(self), Choice(self)
        self.people, self.male, self.female = (Number(self, most=MOST_PEOPLE) for _ in range(3))
        self.kind.set_choices((kind, activity_word(kind)) for kind in ACTIVITIES)
        self.ask("name", say(CONTEXT, "Nama kegiatan"), QLineEdit(self._old.name, self))
        self.ask("on", say(CONTEXT, "Tanggal"), self.day)
        self.ask("kind", say(CONTEXT, "Jenis"), self.kind)
        self.ask("people", say(CONTEXT, "Peserta"), self.people)
        self.ask("male", say(CONTEXT, "Laki-laki"), self.male, say(CONTEXT, "Boleh 0 bila tidak dipilah."))
        self.ask("female", say(CONTEXT, "Perempuan"), self.female)
        self.ask("place", say(CONTEXT, "Tempat"), QLineEdit(self._old.place, self), say(CONTEXT, "Boleh kosong."))
        self.day.set_day(self._old.on)
        self.kind.set_value(self._old.kind)
        for editor, number in (
            (self.people, self._old.people),
            (self.male, self._old.male),
            (self.female, self._old.female),
        ):
            editor.set_value(number)

    def needed(self) -> frozenset[str]:
        return frozenset({"name"})

    def value(self) -> Activity:
        return replace(
            self._old,
            on=self.day.day(),
            name=self.text("name"),
            kind=self.kind.value(),
            people=self.people.value(),
            male=self.male.value(),
            female=self.female.value(),
            place=self.text("place"),
        )


class CancelSheet(AskSheet):
    """Whether an activity is taken from the list."""

    def __init__(self, parent: QWidget, held: Activity) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Hapus dari daftar?"),
            text=f"{held.name}, {fmt.day(held.on, language())}",
            accept=say(CONTEXT, "Hapus"),
            icon="x",
            kind="warn",
        )

    def needed(self) -> frozenset[str]:
        return frozenset()


# ---- reading and writing, away from the window ---------------------------------------------------------------------


def _seen(shell: Shell, year: int) -> Seen:
    desk = shell.desk
    period = period_of(PeriodKind.YEAR, date(year, 1, 1))
    roles = set(desk.operator.roles) if desk.operator else set()
    return Seen(iplm.year_report(desk, year), iplm.activities(desk, period.first, period.last), bool(_MANAGERS & roles))


def _paper(shell: Shell, seen: Seen, path: Path, ending: str) -> Path:
    from loket.reports.iplm import iplm_ledgers
    from loket.reports.ledger_pdf import ledgers_pdf
    from loket.reports.ledger_xlsx import ledgers_xlsx

    issuer = issuer_of(shell.desk, shell.data_dir)
    ledgers = iplm_ledgers(seen.report, seen.held, issuer)
    if ending == "pdf":
        return write_paper(path, ledgers_pdf(ledgers, issuer.library, issuer.head, paper_fonts()))
    return write_paper(path, ledgers_xlsx(ledgers, issuer.library, issuer.head, issuer.signed_on))


def _line_columns() -> list[Column[Indicator]]:
    return [
        Column(
            lambda: say(CONTEXT, "Bagian"),
            lambda line: group_word(line.group),
            width_px=104,
            tooltip=lambda line: group_word(line.group),
        ),
        Column(
            lambda: say(CONTEXT, "Unsur"),
            lambda line: line_word(line.key),
            stretch=True,
            strong=True,
            tooltip=lambda line: line_word(line.key),
        ),
        Column(
            lambda: say(CONTEXT, "Jumlah"),
            value_text,
            "right",
            100,
            token=lambda line: "warn" if line.source is Source.MISSING else None,
        ),
        Column(lambda: say(CONTEXT, "Terdiri atas"), made_text, width_px=158, tooltip=made_text),
    ]


def _held_columns() -> list[Column[Activity]]:
    return [
        Column(lambda: say(CONTEXT, "Tanggal"), lambda one: fmt.short_day(one.on, language()), width_px=80),
        Column(
            lambda: say(CONTEXT, "Kegiatan"),
            lambda one: one.name,
            stretch=True,
            strong=True,
            tooltip=lambda one: one.name,
        ),
        Column(lambda: say(CONTEXT, "Jenis"), lambda one: activity_word(one.kind), width_px=128),
        Column(lambda: say(CONTEXT, "Peserta"), lambda one: fmt.count(one.people, language()), "right", 80),
    ]
