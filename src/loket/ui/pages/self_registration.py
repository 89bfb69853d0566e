"""Pendaftaran mandiri: an applicant writes himself down, one question a screen, and leaves nothing behind on it.

The counter is locked while the screen is in his hands (see `kiosk_window`). What was typed is never shown again here
(UU 27/2022). Opened from the visitors' kiosk it goes back there by itself when he is done or gone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

import loket.ui.texts_registration  # noqa: F401 - the sentences of a form's errors register themselves
from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.domain.member_form import ADDRESS_NOW, IDENTITY_TYPES, KEY_OF, Mode, modes
from loket.services import registration
from loket.services.registration import Application, MemberForm, Stage
from loket.ui import theme
from loket.ui.forms.ui_self_registration import Ui_SelfRegistration
from loket.ui.pages.kiosk_keyboard import Keyboard
from loket.ui.pages.kiosk_window import KioskWindow
from loket.ui.pages.members_fields import FIELDS, PLACES, Fields, Place
from loket.ui.pages.settings_parts import YesNo, in_order
from loket.ui.presenters.members_form import GUARDIAN, needs_guardian, usual_type, without
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, error_text, invalid_text, language, say
from loket.ui.texts_members import CONTEXT as MEMBERS
from loket.ui.texts_members import HINTS, LABELS
from loket.ui.widgets import Button, IconLabel

CONTEXT = "SelfRegistration"
SHOWN_MS = 15_000
DOT, HERE = "○", "●"


@dataclass(frozen=True)
class Step:
    """One screen: its question, a word of help, and its fields."""

    question: str
    help: str
    places: tuple[Place, ...]


STEPS: tuple[Step, ...] = (
    Step(
        QT_TRANSLATE_NOOP("SelfRegistration", "Siapa nama Anda?"),
        QT_TRANSLATE_NOOP("SelfRegistration", "Tulis lengkap, seperti pada kartu identitas."),
        (("full_name", 6),),
    ),
    Step(
        QT_TRANSLATE_NOOP("SelfRegistration", "Kapan dan di mana Anda lahir?"),
        QT_TRANSLATE_NOOP("SelfRegistration", "Tanggalnya seperti 17-8-2010."),
        (("birth_place", 3), ("birth_on", 3), ("sex", 3)),
    ),
    Step(
        QT_TRANSLATE_NOOP("SelfRegistration", "Identitas apa yang Anda bawa?"),
        QT_TRANSLATE_NOOP("SelfRegistration", "Boleh dikosongkan; petugas melihat kartunya nanti."),
        (("identity_type", 2), ("identity_no", 4)),
    ),
    Step(QT_TRANSLATE_NOOP("SelfRegistration", "Di mana alamat Anda?"), "", PLACES["address"]),
    Step(QT_TRANSLATE_NOOP("SelfRegistration", "Bagaimana kami menghubungi Anda?"), "", (("phone", 3), ("email", 3))),
    Step(QT_TRANSLATE_NOOP("SelfRegistration", "Sekolah atau pekerjaan Anda?"), "", PLACES["school"]),
    Step(
        QT_TRANSLATE_NOOP("SelfRegistration", "Siapa orang tua atau wali Anda?"),
        QT_TRANSLATE_NOOP("SelfRegistration", "Anak perlu persetujuan orang tua atau wali."),
        PLACES["guardian"],
    ),
    Step(QT_TRANSLATE_NOOP("SelfRegistration", "Siapa yang dihubungi dalam keadaan darurat?"), "", PLACES["emergency"]),
    Step(QT_TRANSLATE_NOOP("SelfRegistration", "Setuju data Anda dipakai?"), "", ()),
)
LAST = len(STEPS) - 1


class SelfRegistration(KioskWindow):
    """The full screen in the applicant's hands.

    `inside`: it was opened from the visitors' kiosk. Then nobody takes it back here; signal `ended()`: he is done, or
    nobody is there any more, and nothing of him is left.
    """

    ended = Signal()

    def __init__(self, shell: Shell, behind: QWidget | None = None, *, inside: bool = False) -> None:
        super().__init__(shell, behind)
        self._inside = inside
        self._form = Ui_SelfRegistration()
        self._form.setupUi(self)
        self.fields = Fields(self)
        self.consent = YesNo(self)
        self.fields.add("consent", self.consent)
        self._began_at: datetime | None = None
        self._sending = False
        self._step = 0
        self._build()
        self._wire()
        self.retranslate()
        self._empty()

    def _build(self) -> None:
        form = self._form
        self.language_button = Button(self, icon="language", role="quiet")
        self.lock_button = Button(self, icon="lock", role="quiet", key="Ctrl+Shift+L")
        self.start_button = Button(self, icon="arrow-right", role="primary")
        self.back_button = Button(self, icon="arrow-left", key="Esc")
        self.next_button = Button(self, icon="arrow-right", role="primary")
        self.finish_button = Button(self, icon="check")
        form.top.addWidget(self.language_button)
        form.top.addWidget(self.lock_button)
        form.welcomeButtons.insertWidget(1, self.start_button)
        form.doneButtons.insertWidget(1, self.finish_button)
        form.stepButtons.addWidget(self.back_button)
        form.stepButtons.addStretch(1)
        form.stepButtons.addWidget(self.next_button)
        form.doneSignRow.insertWidget(1, IconLabel(self, name="circle-check", token="ok", size=72))
        for button in (self.start_button, self.next_button, self.finish_button):
            button.setAutoDefault(True)
        self._grids: list[QGridLayout] = []
        self._pages: list[QWidget] = []
        for step in STEPS:
            self._add_step(step)
        self.prepare(form.stack)
        self.keyboard = Keyboard(self)
        form.step.insertWidget(form.step.indexOf(form.problem), self.keyboard)
        self.lock_button.setVisible(not self._inside)
        self.lock_button.setEnabled(not self._inside)  # its key too
        for name in FIELDS:
            if not any(name == place for step in STEPS for place, _ in step.places):
                self.fields.rows[name].hide()  # what an applicant is not asked

    def _add_step(self, step: Step) -> None:
        page = QWidget(self)
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(theme.current().px(20))
        grid.setVerticalSpacing(theme.current().px(8))
        self.fields.flow(grid, step.places, {name: True for name, _ in step.places})
        if not step.places:
            grid.addWidget(self.consent, 0, 0)
        grid.setRowStretch(grid.rowCount(), 1)
        self._grids.append(grid)
        self._pages.append(page)
        self._form.steps.addWidget(page)
        in_order(*(self.fields.editors[name] for name, _ in step.places), self.next_button, self.back_button)

    def _wire(self) -> None:
        self.start_button.clicked.connect(self.begin)
        self.next_button.clicked.connect(self.go_on)
        self.back_button.clicked.connect(self.go_back)
        self.finish_button.clicked.connect(self.clear)
        self.language_button.clicked.connect(self.switch_language)
        self.lock_button.clicked.connect(self.ask_operator)
        self.fields.entered.connect(self._entered)
        for editor in self.fields.editors.values():
            if isinstance(editor, QLineEdit):
                editor.textChanged.connect(self.keyboard.begin_word)
        self._shown = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._shown.timeout.connect(self.clear)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.go_on)

    # ---- the questions ---------------------------------------------------------------------------------------------

    def open_inside(self) -> None:
        """In front of the visitors' kiosk, at the first question: he has already said that he wants to join."""
        self._may_leave = False
        self.begin()
        self.fill_screen()

    def clear(self) -> None:
        """Back to the welcome screen, or to the visitors' kiosk; nothing of the last applicant is left."""
        self._empty()
        if self._inside and self.isVisible():
            self._may_leave = True
            self.close()
            self.ended.emit()

    def _empty(self) -> None:
        self._shown.stop()
        self._began_at = None
        self._sending = False
        empty = MemberForm()
        settings = self.shell.desk.settings()
        self.fields.set_choices(settings.member_types)
        for name in FIELDS:
            self.fields.set_value(name, getattr(empty, name))
        self.fields.set_value("identity_type", IDENTITY_TYPES[0].name)
        self.consent.set_value(False)
        self.forget_secrets()
        self._form.doneNumber.setText("")
        self._form.stack.setCurrentWidget(self._form.welcomePage)
        self.start_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        self._began_at = self.shell.desk.clock.now()
        self._show_step(0)

    def go_on(self) -> None:
        """Enter: what is wrong on this screen is told here, else the next question."""
        if self._form.stack.currentWidget() is not self._form.stepPage or self._sending:
            return
        wrong = {error.field: error for error in self._problems()}
        here = [name for name, _ in STEPS[self._step].places if name in wrong]
        for name, _ in STEPS[self._step].places:
            self.fields.rows[name].set_error(invalid_text(wrong[name]) if name in here else None)
        if here:
            self.fields.focus(here[0])
            return
        if self._step == LAST:
            if not self.consent.isChecked():
                self._tell(say(CONTEXT, "Centang dahulu bila Anda setuju. Tanpa itu pendaftaran tidak dapat dikirim."))
                return
            self._send()
            return
        following = [number for number in self._steps() if number > self._step]
        self._show_step(following[0])

    def go_back(self) -> None:
        if self.asks_operator():
            self.clear()
            return
        before = [number for number in self._steps() if number < self._step]
        if before:
            self._show_step(before[-1])
        else:
            self.clear()

    def form(self) -> MemberForm:
        values = {name: self.fields.value(name) for name in FIELDS}
        made = MemberForm(**values, consent=self.consent.isChecked())  # type: ignore[arg-type]
        made = without(made, ADDRESS_NOW)
        return replace(made, member_type=usual_type(made, self.shell.desk.settings(), self.shell.desk.today()))

    def _problems(self) -> tuple[InvalidInput, ...]:
        desk = self.shell.desk
        return registration.problems(desk.settings(), self.form(), desk.today(), Stage.APPLY)[0]

    def _steps(self) -> list[int]:
        """The screens that are asked: not those whose fields the library left out, nor the guardian's for grown-ups."""
        return [number for number, step in enumerate(STEPS) if not step.places or self._asked(step)]

    def _asked(self, step: Step) -> list[str]:
        wanted = modes(self.shell.desk.settings().member_form)
        child = needs_guardian(self.form(), self.shell.desk.settings(), self.shell.desk.today())
        return [
            name
            for name, _ in step.places
            if (child if name in GUARDIAN else wanted.get(KEY_OF.get(name, ""), Mode.OPTIONAL) is not Mode.OFF)
        ]

    def _show_step(self, number: int) -> None:
        step, form = STEPS[number], self._form
        self._step = number
        asked = set(self._asked(step))
        self.fields.flow(self._grids[number], step.places, {name: name in asked for name, _ in step.places})
        form.steps.setCurrentIndex(number)
        self._make_room(step)
        form.stack.setCurrentWidget(form.stepPage)
        form.problem.hide()
        self._name_step()
        first = next((name for name, _ in step.places if name in asked), "consent")
        self.fields.focus(first)

    def _make_room(self, step: Step) -> None:
        """Where visitors touch the screen its keys stand under the fields, and theirs is the way on; at a counter a
        real keyboard lies before him."""
        form, typing = self._form, self._inside and bool(step.places)
        self.keyboard.setVisible(typing)
        self.keyboard.begin_word("")
        self.next_button.setVisible(not typing)
        form.dots.setVisible(not typing)
        form.step.setSpacing(theme.current().px(8 if typing else 16))
        row = form.top if typing else form.stepButtons
        row.insertWidget(0, self.back_button)
        usual, ignored = QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored
        for page in self._pages:  # one that is not shown takes no room
            page.setSizePolicy(usual, usual if page is form.steps.currentWidget() else ignored)

    def _name_step(self) -> None:
        step, form = STEPS[self._step], self._form
        form.question.setText(say(CONTEXT, step.question))
        notice = self.shell.desk.settings().privacy_notice
        form.hint.setText(say(CONTEXT, step.help) if step.help else notice if self._step == LAST else "")
        form.hint.setVisible(bool(form.hint.text()))
        asked = self._steps()
        form.dots.setText("  ".join(HERE if number == self._step else DOT for number in asked))
        form.dots.setAccessibleName(
            say(CONTEXT, "Langkah {number} dari {count}", number=asked.index(self._step) + 1, count=len(asked))
        )
        words = say(CONTEXT, "Kirim") if self._step == LAST else say(CONTEXT, "Lanjut")
        self.next_button.set_text(f"{words}  Enter")

    def _entered(self, name: str) -> None:
        """Enter in the last field goes on; in another one, to the next field of this screen."""
        names = self._asked(STEPS[self._step])
        if name in names and name != names[-1]:
            self.fields.focus(names[names.index(name) + 1])
        else:
            self.go_on()

    def _send(self) -> None:
        form, began_at, desk = self.form(), self._began_at, self.shell.desk
        self._sending = True
        self.shell.jobs.start(
            lambda: registration.apply_here(desk, form, began_at), self._sent, self._not_sent, lane="write", owner=self
        )

    def _sent(self, application: Application) -> None:
        self._empty()
        self.shell.sounds.play("ok")
        self._form.doneNumber.setText(application.form_no)
        self._form.stack.setCurrentWidget(self._form.donePage)
        self.finish_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._shown.start()
        self.shell.changes.tell("members", self)

    def _not_sent(self, error: Exception) -> None:
        self._sending = False
        if isinstance(error, InvalidInput):
            at = next((n for n, step in enumerate(STEPS) if any(error.field == name for name, _ in step.places)), LAST)
            self._show_step(at)
            if error.field in self.fields.rows and at != LAST:
                self.fields.rows[error.field].set_error(invalid_text(error))
            else:
                self._tell(invalid_text(error))
        elif isinstance(error, (Refused, StorageError)):
            self._tell(f"{error_text(error)} {say(CONTEXT, 'Panggil petugas.')}")
        else:
            raise error

    def _tell(self, sentence: str) -> None:
        self._form.problem.setText(sentence)
        self._form.problem.show()

    # ---- words -----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self._form
        form.retranslateUi(self)
        self.setWindowTitle(say(CONTEXT, "Pendaftaran mandiri"))
        form.place.setText(self.shell.desk.library.name)
        for name in FIELDS:
            self.fields.rows[name].set_label(say(MEMBERS, LABELS[name]))
            self.fields.rows[name].set_hint(say(MEMBERS, HINTS[name]) if name in HINTS else "")
        chosen = {name: self.fields.value(name) for name in ("identity_type", "sex")}
        self.fields.set_choices(self.shell.desk.settings().member_types)
        for name, value in chosen.items():
            self.fields.set_value(name, value)
        form.welcomeTitle.setText(say(CONTEXT, "Jadi anggota perpustakaan"))
        form.welcomeText.setText(
            say(CONTEXT, "Jawab beberapa pertanyaan, lalu bawa nomor pendaftaran dan kartu identitas ke petugas.")
        )
        form.welcomeNotice.setText(say(CONTEXT, "Yang Anda ketik hanya dibaca petugas, dan tidak tampil lagi di sini."))
        form.doneTitle.setText(say(CONTEXT, "Terima kasih. Nomor pendaftaran Anda:"))
        form.doneText.setText(say(CONTEXT, "Sebutkan nomor ini kepada petugas. Layar ini segera dikosongkan."))
        self.start_button.set_text(say(CONTEXT, "Mulai"))
        self.back_button.set_text(say(CONTEXT, "Kembali"))
        self.finish_button.set_text(say(CONTEXT, "Selesai"))
        self.lock_button.set_text(say(CONTEXT, "Petugas"))
        self.language_button.set_text("English" if language() == "id" else "Bahasa Indonesia")
        self.consent.setText(say(MEMBERS, LABELS["consent"]))
        self._name_step()
