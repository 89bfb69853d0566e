"""The first-run assistant: five short steps, all by keyboard, from an empty folder to a counter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from loket.db.engine import Database, translated
from loket.db.keys import KeyPlace, recovery_text
from loket.domain.entities import ClosedDay
from loket.domain.errors import InvalidInput, StorageError
from loket.domain.ports import Clock, Ids
from loket.services.desk import Desk
from loket.services.operators import LEAST_PASSWORD, Hasher
from loket.services.setup import UTC_OFFSETS_MIN, StationProfile
from loket.ui import language as languages
from loket.ui import theme
from loket.ui.forms.ui_assistant import Ui_AssistantWindow
from loket.ui.jobs import JobRunner
from loket.ui.pages.settings_closed_days import shipped
from loket.ui.pages.settings_parts import Choice, Line, Weekdays, YesNo, allow_narrow, in_order
from loket.ui.presenters import assistant as steps
from loket.ui.presenters.assistant import Answers, Step
from loket.ui.texts import QT_TRANSLATE_NOOP, invalid_text, language, say, storage_text
from loket.ui.texts_settings import PROFILE_HINTS, ZONES, choice_word, recovery_sheet, word
from loket.ui.widgets import FormRow

CONTEXT = "Assistant"
SIDE_PX, FORM_PX, MARGIN_PX = 280, 640, 40
TITLES: dict[Step, tuple[str, str]] = {
    Step.LIBRARY: (
        QT_TRANSLATE_NOOP("Assistant", "Perpustakaan"),
        QT_TRANSLATE_NOOP(
            "Assistant", "Nama ini tercetak pada slip dan kartu. Semua dapat diubah nanti di Pengaturan."
        ),
    ),
    Step.STATION: (
        QT_TRANSLATE_NOOP("Assistant", "Loket ini"),
        QT_TRANSLATE_NOOP("Assistant", "Setiap komputer di meja layanan adalah satu loket."),
    ),
    Step.CLOSED_DAYS: (
        QT_TRANSLATE_NOOP("Assistant", "Hari tutup"),
        QT_TRANSLATE_NOOP("Assistant", "Jatuh tempo tidak pernah jatuh pada hari tutup."),
    ),
    Step.ADMIN: (
        QT_TRANSLATE_NOOP("Assistant", "Administrator pertama"),
        QT_TRANSLATE_NOOP("Assistant", "Petugas lain ditambahkan nanti di Pengaturan, masing-masing dengan namanya."),
    ),
    Step.KEY: (
        QT_TRANSLATE_NOOP("Assistant", "Kunci pemulihan"),
        QT_TRANSLATE_NOOP("Assistant", "Satu-satunya jalan membuka data dan cadangannya di komputer lain."),
    ),
}


class AssistantWindow(QWidget):
    """Signals: `founded(Desk)`: the library stands, nobody is signed in yet; `left()`: back from the first step.

    Enter goes on, Alt+Left goes back; what was typed stays. Nothing is booked before the last step.
    """

    founded = Signal(object)
    left = Signal()

    def __init__(
        self,
        jobs: JobRunner,
        database: Database,
        key: KeyPlace,
        clock: Clock,
        ids: Ids,
        hasher: Hasher,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setWindowTitle("Loket")
        self._jobs, self._database, self._key = jobs, database, key
        self._clock, self._ids, self._hasher = clock, ids, hasher
        self._form = Ui_AssistantWindow()
        self._form.setupUi(self)
        self.step = Step.LIBRARY
        self.answers = Answers()
        self.rows: dict[str, FormRow] = {}
        self._national: dict[int, tuple[ClosedDay, ...]] = {}
        self._code_typed = False
        self.choose_file: Callable[[], Path | None] = self._ask_file
        self._build()
        self._wire()
        self._restyle()
        self.retranslate()
        jobs.start(self._read_national, self._show_national, lane="read", owner=self)
        self.show_step(Step.LIBRARY)

    # ---- going through --------------------------------------------------------------------------------------------

    def show_step(self, step: Step) -> None:
        self.step = step
        self._form.stack.setCurrentIndex(int(step))
        self._form.banner.hide_line()
        self._show_words()
        first = self.rows[steps.FIELDS[step][0]].editor
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def next(self) -> None:
        """On to the next step once this one is right; from the last one the library is founded."""
        if not self._form.next.isEnabled():
            return
        self._gather()
        found = steps.problems(self.step, self.answers)
        for name in steps.FIELDS[self.step]:
            self.rows[name].set_error(invalid_text(found[name]) if name in found else None)
        if found:
            self.rows[next(iter(found))].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.step is Step.KEY:
            self._found()
        else:
            self.show_step(Step(self.step + 1))

    def back(self) -> None:
        if not self._form.next.isEnabled():
            return
        if self.step is Step.LIBRARY:
            self.left.emit()
        else:
            self.show_step(Step(self.step - 1))

    def _found(self) -> None:
        self._set_busy(True)
        answers = self.answers
        self._jobs.start(
            lambda: steps.found(self._database, self._clock, self._ids, self._hasher, answers),
            self._done,
            self._failed,
            lane="write",
            owner=self,
        )

    def _done(self, desk: Desk) -> None:
        self._set_busy(False)
        for secret in (self.password, self.again):
            secret.clear()
        self.founded.emit(desk)

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, InvalidInput):
            self.show_step(steps.step_of(error.field))
            self.rows[error.field].set_error(invalid_text(error))
            self.rows[error.field].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(error, StorageError):
            self._form.banner.show_line(storage_text(error), "stop")
        else:
            raise error

    def _gather(self) -> None:
        answers = self.answers
        for name, editor in self.editors.items():
            setattr(answers, name, editor.value())
        answers.admin_password, answers.again = self.password.text(), self.again.text()
        answers.closed_days = self._chosen_days()

    # ---- the recovery key -----------------------------------------------------------------------------------------

    def save_key(self) -> None:
        """Write the sheet to a file the administrator chooses: a memory stick, or a printer's folder."""
        path = self.choose_file()
        if path is None:
            return
        self._gather()
        text = recovery_sheet(self.answers.library_name, self._today(), self._form.key.key())

        def work() -> Path:
            with translated(path):
                path.write_text(text, encoding="utf-8")
            return path

        self._jobs.start(work, self._key_saved, self._failed, lane="write", owner=self)

    def _key_saved(self, path: Path) -> None:
        self._form.saved.setText(say(CONTEXT, "Tersimpan: {name}", name=path.name))

    # ---- closed days ----------------------------------------------------------------------------------------------

    def _read_national(self) -> dict[int, tuple[ClosedDay, ...]]:
        year = self._today().year
        return steps.national_days({each: shipped(each) for each in (year, year + 1)})

    def _show_national(self, days: dict[int, tuple[ClosedDay, ...]]) -> None:
        self._national = days
        self._show_years()

    def _chosen_days(self) -> tuple[ClosedDay, ...]:
        year = self._today().year
        boxes = ((year, self._form.this_year), (year + 1, self._form.next_year))
        return tuple(day for each, box in boxes if box.isChecked() for day in self._national.get(each, ()))

    def _show_years(self) -> None:
        year = self._today().year
        for each, box in ((year, self._form.this_year), (year + 1, self._form.next_year)):
            days = self._national.get(each, ())
            guessed = sum("(perkiraan)" in day.source for day in days)
            text = say(CONTEXT, "Libur nasional dan cuti bersama {year}: {count} hari", year=str(each), count=len(days))
            if guessed:
                text += " " + say(CONTEXT, "({count} masih perkiraan)", count=guessed)
            box.setText(text)
            box.setVisible(bool(days))
        self._show_calendar()

    def _show_calendar(self) -> None:
        today = self._today()
        names = {day.on: day.name for day in self._chosen_days() if day.on.year == today.year}
        self._form.calendar.show_year(today.year, frozenset(self.weekly.value()), names, today)

    # ---- words ----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self._form
        form.brand.setText("Loket")
        form.purpose.setText(say(CONTEXT, "Menyiapkan loket pertama perpustakaan Anda, sekitar tiga menit."))
        for name, (text, hint) in self._row_words().items():
            self.rows[name].set_label(text)
            self.rows[name].set_hint(hint)
        self.zone.set_choices((offset, word(ZONES[offset])) for offset in UTC_OFFSETS_MIN)
        self.zone.set_value(self.answers.utc_offset_min)
        self.profile.set_choices(
            (profile.value, f"{choice_word(profile)}: {word(PROFILE_HINTS[profile])}") for profile in StationProfile
        )
        self.profile.set_value(self.answers.profile)
        form.national_title.setText(say(CONTEXT, "Hari libur yang sudah ditetapkan pemerintah"))
        self.noted.setText(say(CONTEXT, "Sudah saya catat atau simpan di tempat terkunci"))
        form.key_about.setText(
            say(
                CONTEXT,
                "Salin kunci ini ke kertas dan simpan di lemari terkunci, jangan di dekat komputer. Tanpa kunci ini "
                "data tidak dapat dibuka bila komputer rusak. Kunci ini dapat dilihat lagi di Pengaturan.",
            )
        )
        form.save_key.set_text(say(CONTEXT, "Simpan ke berkas …"))
        form.hint.set_key("Enter", say(CONTEXT, "lanjut"))
        self._show_years()
        self._show_words()

    def _row_words(self) -> dict[str, tuple[str, str]]:
        password = say(CONTEXT, "Paling sedikit {minimum} huruf; kalimat pendek mudah diingat.", minimum=LEAST_PASSWORD)
        return {
            "library_name": (say(CONTEXT, "Nama perpustakaan"), ""),
            "library_code": (say(CONTEXT, "Kode perpustakaan"), say(CONTEXT, "Pendek, untuk nomor slip.")),
            "address": (say(CONTEXT, "Alamat"), ""),
            "phone": (say(CONTEXT, "Telepon"), ""),
            "utc_offset_min": (say(CONTEXT, "Zona waktu"), ""),
            "station_name": (say(CONTEXT, "Nama loket"), say(CONTEXT, "Misalnya Meja Sirkulasi 1.")),
            "station_code": (
                say(CONTEXT, "Kode loket"),
                say(CONTEXT, "Pendek dan lain dari loket lainnya, misalnya M1."),
            ),
            "profile": (say(CONTEXT, "Profil"), say(CONTEXT, "Menentukan tab yang tampil di loket ini.")),
            "weekly_closed": (say(CONTEXT, "Tutup setiap"), ""),
            "admin_name": (say(CONTEXT, "Nama lengkap"), ""),
            "admin_username": (
                say(CONTEXT, "Nama pengguna"),
                say(CONTEXT, "Huruf kecil dan angka tanpa spasi, misalnya siti.a."),
            ),
            "admin_password": (say(CONTEXT, "Kata sandi"), password),
            "again": (say(CONTEXT, "Kata sandi sekali lagi"), ""),
            "noted": (say(CONTEXT, "Sebelum mulai"), ""),
        }

    def _show_words(self) -> None:
        title, about = TITLES[self.step]
        self._form.title.setText(say(CONTEXT, title))
        self._form.about.setText(say(CONTEXT, about))
        self._form.steps.set_steps([say(CONTEXT, name) for name, _ in TITLES.values()], int(self.step))
        last = self.step is Step.KEY
        self._form.next.set_text(say(CONTEXT, "Dirikan perpustakaan") if last else say(CONTEXT, "Lanjut"))
        self._form.back.set_text(say(CONTEXT, "Kembali"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._gather()
            self.retranslate()
        super().changeEvent(event)

    # ---- how it is built ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form = self._form
        self.zone, self.profile, self.weekly, self.noted = Choice(self), Choice(self), Weekdays(self), YesNo(self)
        self.password, self.again = QLineEdit(self), QLineEdit(self)
        self.editors: dict[str, Line | Choice | Weekdays | YesNo] = {
            name: Line(self)
            for step in (Step.LIBRARY, Step.STATION, Step.ADMIN)
            for name in steps.FIELDS[step]
            if name not in ("library_name", "library_code", "utc_offset_min", "profile", "admin_password", "again")
        }
        self._name, self._code = Line(self), Line(self)
        self.editors |= {"library_name": self._name, "library_code": self._code}
        self.editors |= {"utc_offset_min": self.zone, "profile": self.profile}
        self.editors |= {"weekly_closed": self.weekly, "noted": self.noted}
        self.weekly.set_value(self.answers.weekly_closed)
        for secret in (self.password, self.again):
            secret.setEchoMode(QLineEdit.EchoMode.Password)
        shown: dict[str, QWidget] = {**self.editors, "admin_password": self.password, "again": self.again}
        for name, editor in shown.items():
            row: FormRow = getattr(form, "weekly" if name == "weekly_closed" else name)
            row.set_editor(editor)
            allow_narrow(row)
            self.rows[name] = row
        self._order = [shown[name] for names in steps.FIELDS.values() for name in names]
        for box in (form.this_year, form.next_year):
            box.setChecked(True)
        form.next.setProperty("role", "primary")
        form.key.show_key(recovery_text(self._key.key))
        form.language.set_options([("id", "Indonesia", ""), ("en", "English", "")])
        form.language.set_current(language())
        form.busy.finish()

    def _wire(self) -> None:
        form = self._form
        form.next.clicked.connect(self.next)
        form.back.clicked.connect(self.back)
        form.save_key.clicked.connect(self.save_key)
        form.language.changed.connect(lambda wanted: languages.use("en" if wanted == "en" else "id"))
        self.weekly.changed.connect(self._show_calendar)
        for box in (form.this_year, form.next_year):
            box.clicked.connect(lambda _: self._show_calendar())
        self._name.changed.connect(self._suggest_code)
        self._code.changed.connect(self._code_was_typed)
        *fields, weekly, name_field, username, password, again, noted = self._order
        ends = (form.save_key, noted, form.next, form.back)
        in_order(*fields, weekly, form.this_year, form.next_year, name_field, username, password, again, *ends)
        QShortcut(QKeySequence("Alt+Left"), self, self.back)
        theme.current().changed.connect(self._restyle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from any field; on a button it presses the button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            focused.click() if isinstance(focused, QPushButton) else self.next()
        else:
            super().keyPressEvent(event)

    def _suggest_code(self) -> None:
        if not self._code_typed:
            self._code.set_value(steps.suggested_code(self._name.value()))

    def _code_was_typed(self) -> None:
        self._code_typed = True

    def _set_busy(self, busy: bool) -> None:
        self._form.next.setEnabled(not busy)
        self._form.back.setEnabled(not busy)
        if busy:
            self._form.busy.begin(say(CONTEXT, "Mendirikan perpustakaan …"), cancellable=False)
        else:
            self._form.busy.finish()

    def _today(self) -> date:
        return (self._clock.now() + timedelta(minutes=self.answers.utc_offset_min)).date()

    def _ask_file(self) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(
            self, say(CONTEXT, "Simpan kunci pemulihan"), "kunci-pemulihan-loket.txt", say(CONTEXT, "Teks (*.txt)")
        )
        return Path(name) if name else None

    def _restyle(self) -> None:
        px = theme.current().px
        self._form.side.setFixedWidth(px(SIDE_PX))
        self._form.pane.setMaximumWidth(px(FORM_PX + 2 * MARGIN_PX))
