"""The visitors' kiosk: they write themselves into the guestbook, by card, by touch, in either language.

Nothing of the last visitor is left: his name goes after three seconds, what he typed with his number. No identity
number is asked for, no photo is here, and nobody sees who came before (UU 27/2022).
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QRegularExpressionValidator, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from loket.domain.errors import InvalidInput
from loket.services.visitors import Person
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.pages.kiosk_keyboard import ERASE, Keyboard
from loket.ui.pages.kiosk_parts import AnswerScreen, QuestionScreen, WelcomeScreen
from loket.ui.pages.kiosk_tiles import Choice
from loket.ui.pages.kiosk_window import KioskWindow
from loket.ui.pages.page import Page
from loket.ui.pages.self_registration import SelfRegistration
from loket.ui.presenters.kiosk import Flow, FlowKind, KioskPresenter, StepKind, Telling, Told
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, invalid_text, language, say
from loket.ui.texts_kiosk import choice_word, detail_of, greeting, help_text, question, title_of
from loket.ui.voice import Voice
from loket.ui.widgets import Button, ElidedLabel, EmptyState, announce

CONTEXT = "Kiosk"
REGISTER = "register"
GREETED_MS, READ_MS, NUMBER_MS, PURPOSE_MS = 3_000, 7_000, 15_000, 15_000
COUNT_EVERY_MS, CLOCK_EVERY_MS = 60_000, 1_000
FORGET_KEYS_MS = 2_000  # a scanner does not stop that long inside a code
SCANNER_MS, SHORTEST_CODE = 25, 4
USUAL_HEIGHT_PX, LARGEST_SCALE = 768, 2.5
DIGITS = QRegularExpressionValidator("[0-9+ -]{0,20}")
COUNT = QRegularExpressionValidator("[0-9]{0,3}")
SHOWN_MS = {Telling.GREETED: GREETED_MS, Telling.NUMBERED: NUMBER_MS}
FACES = {"4": ("mood-happy", "ok"), "3": ("mood-smile", "ok"), "2": ("mood-empty", "warn"), "1": ("mood-sad", "stop")}
ICONS = {
    "L": "man",
    "P": "woman",
    "membaca": "book",
    "meminjam": "arrow-forward-up",
    "mengembalikan": "arrow-back-up",
    "memperpanjang": "repeat",
    "kartu": "id",
    "tugas": "edit",
    "referensi": "search",
    "internet": "device-desktop",
    "penelitian": "file-text",
    "fotokopi": "copy",
    "rekreasi": "star",
    "kunjungan": "users",
    "rapat": "calendar",
    "lainnya": "dots",
}
SIGNS = {
    Telling.GREETED: ("circle-check", "ok", "ok"),
    Telling.NUMBERED: ("circle-check", "ok", "ok"),
    Telling.AGAIN: ("user-check", "info", "attention"),
    Telling.LEFT: ("door", "ok", "return"),
    Telling.THANKS: ("mood-happy", "ok", "ok"),
    Telling.SURVEY_LATER: ("hourglass", "info", "attention"),
    Telling.LOCKER_TAG: ("tag", "info", "attention"),
    Telling.PHOTOCOPY_SLIP: ("copy", "info", "attention"),
    Telling.GONE_BEFORE: ("info-circle", "info", "attention"),
    Telling.UNKNOWN: ("zoom-question", "warn", "refused"),
    Telling.SEE_DESK: ("alert-triangle", "warn", "refused"),
    Telling.FAILED: ("alert-triangle", "stop", "refused"),
}


class VisitorKiosk(KioskWindow):
    """The screen in visitors' hands. Signal `answered()`: another picture stands there now."""

    answered = Signal()
    IDLE_MS = 30_000

    def __init__(self, shell: Shell, behind: QWidget | None = None) -> None:
        super().__init__(shell, behind)
        self.presenter = KioskPresenter(shell.desk, shell.jobs, self)
        self.voice = Voice(self)
        self.people: int | None = None
        self.registration: SelfRegistration | None = None
        self._told: Told | None = None
        self._own_scale = theme.current().scale
        self._keys = ""
        self._last_key = QElapsedTimer()
        self._last_key.start()
        self._fast = 0
        self._build()
        self._wire()
        theme.current().changed.connect(self.restyle)
        self.restyle()
        self.retranslate()

    def _build(self) -> None:
        self.place = ElidedLabel(self, role="heading")
        self.language_button = Button(self, icon="language", role="quiet")
        self.lock_button = Button(self, icon="lock", role="quiet")
        self._top = QHBoxLayout()
        self._top.addWidget(self.place, 1)
        self._top.addWidget(self.language_button)
        self._top.addWidget(self.lock_button)
        self.welcome, self.questions, self.answers = WelcomeScreen(self), QuestionScreen(self), AnswerScreen(self)
        self.stack = QStackedWidget(self)
        for screen in (self.welcome, self.questions, self.answers):
            self.stack.addWidget(screen)
        self.prepare(self.stack)
        self.leave_keys = Keyboard(self)
        self.leave_keys.capitals(False)
        self.leave_row.addWidget(self.leave_keys, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addWidget(self.stack, 1)

    def _wire(self) -> None:
        self.language_button.clicked.connect(self.switch_language)
        self.lock_button.clicked.connect(self.ask_operator)
        self.welcome.wanted.connect(self._wanted)
        self.questions.answered.connect(self.presenter.answer)
        self.questions.skipped.connect(self.presenter.skip)
        self.questions.back.connect(self.presenter.back)
        self.questions.finished.connect(self.presenter.finish)
        self.answers.done.connect(self.presenter.leave_alone)
        self.answers.leaving.connect(self._leaving)
        self.answers.rating.connect(lambda: self.presenter.begin(FlowKind.SURVEY))
        self._shown = QTimer(self, singleShot=True)
        self._shown.timeout.connect(self.presenter.leave_alone)
        self._name_gone = QTimer(self, singleShot=True)
        self._name_gone.timeout.connect(self._hide_name)
        self._every(CLOCK_EVERY_MS, self._show_clock)
        self._every(COUNT_EVERY_MS, self._count)
        self.shell.changes.happened.connect(self._changed)
        for key, gesture in (("Esc", self.go_back), ("Ctrl+Shift+L", self.ask_operator)):
            QShortcut(QKeySequence(key), self).activated.connect(gesture)

    def _every(self, ms: int, work: object) -> None:
        timer = QTimer(self, interval=ms)
        timer.timeout.connect(work)
        timer.start()

    # ---- handing over ----------------------------------------------------------------------------------------------

    def hand_over(self) -> None:
        self._own_scale = theme.current().scale
        theme.current().use(scale=self._scale())
        super().hand_over()
        self._count()

    def _scale(self) -> float:
        """Large screens stand farther away: everything grows with them."""
        return min(max(self._own_scale, self.screen().geometry().height() / USUAL_HEIGHT_PX), LARGEST_SCALE)

    def _taken_back(self, operator: object) -> None:
        theme.current().use(scale=self._own_scale)
        super()._taken_back(operator)  # type: ignore[arg-type]

    def clear(self) -> None:
        self.presenter.leave_alone()

    def left_alone(self) -> None:
        if language() != self._own_language:
            self.switch_language()
        super().left_alone()

    def go_back(self) -> None:
        """Esc, or the button: the question before, and at last the welcome picture."""
        if self.stack.currentWidget() is self.questions:
            self.presenter.back()
        else:
            self.presenter.leave_alone()

    # ---- what the presenter says -----------------------------------------------------------------------------------

    def show_welcome(self) -> None:
        self._forget()
        self.stack.setCurrentWidget(self.welcome)
        self._show_choices()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit()

    def show_people(self, people: int) -> None:
        self.people = people
        self.welcome.people.setText(say(CONTEXT, "Hari ini sudah datang {people} orang", people=people))

    def ask(self, flow: Flow) -> None:
        self._shown.stop()
        self._told = None
        if flow.kind is FlowKind.MEMBER:
            self._name_gone.start(GREETED_MS)
            self._shown.start(PURPOSE_MS)
        screen, step = self.questions, flow.step
        value = flow.answers.get(step.field, "")
        self._word(flow)
        if step.kind is StepKind.CHOICE:
            screen.show_choices(self._choices(flow), str(value), big=self._is_big(flow))
        elif step.kind is StepKind.COUNTS:
            screen.show_counts(self._choices(flow), flow.counts(step.field), flow.number("people"))
        else:
            validator = {StepKind.PHONE: DIGITS, StepKind.NUMBER: COUNT}.get(step.kind)
            screen.edit.setValidator(validator)  # type: ignore[arg-type]
            screen.show_text(step.kind, str(value))
        screen.show_place(flow.at, len(flow.steps))
        screen.show_ways(optional=step.optional, may_finish=flow.may_finish, is_last=flow.is_last)
        screen.show_problem("")
        self._keys = ""
        self.stack.setCurrentWidget(screen)
        announce(self, screen.question.text())
        self.answered.emit()

    def show_wrong(self, error: InvalidInput) -> None:
        self.questions.show_problem(invalid_text(error))
        self.shell.sounds.play("refused")

    def tell(self, told: Told) -> None:
        self._told = told
        self._word_answer(told)
        self.questions.edit.clear()
        self.stack.setCurrentWidget(self.answers)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name_gone.stop()
        self._shown.start(READ_MS if told.warned else SHOWN_MS.get(told.telling, READ_MS))
        self._sound(told)
        announce(self, f"{self.answers.title.text()} {self.answers.detail.text()}", urgent=True)
        self.answered.emit()

    def booked(self) -> None:
        self.shell.changes.tell("visits", self)
        self.shell.slips.wake()

    # ---- words and pictures ----------------------------------------------------------------------------------------

    def _word(self, flow: Flow) -> None:
        screen = self.questions
        person: Person | None = flow.person
        asked = question(flow)
        screen.question.setText(f"{greeting(person.name)} {asked}" if person is not None else asked)
        screen.help.setText(help_text(flow))
        screen.help.setVisible(bool(screen.help.text()))
        screen.edit.setAccessibleName(asked)

    def _hide_name(self) -> None:
        """He was greeted; the question stays a while longer, his name does not."""
        if self.presenter.flow is not None:
            self.questions.question.setText(question(self.presenter.flow))

    def _choices(self, flow: Flow) -> list[Choice]:
        is_face = flow.kind is FlowKind.SURVEY and self._is_big(flow) and flow.step.field.startswith("U")
        found = []
        for code in flow.choices():
            icon, token = FACES[code] if is_face else (ICONS.get(code, self._plain_icon(flow)), "accent")
            found.append(Choice(code, choice_word(flow, code), icon, token))
        return found

    @staticmethod
    def _plain_icon(flow: Flow) -> str:
        """A purpose the library added has a drawing too; ages and schools need none."""
        return "bookmark" if flow.step.field in ("purpose", "service") else ""

    @staticmethod
    def _is_big(flow: Flow) -> bool:
        return len(flow.choices()) <= 4

    def _word_answer(self, told: Told) -> None:
        icon, token, _sound = SIGNS[told.telling]
        if told.warned:
            icon, token = "alert-circle", "warn"
        offset = self.shell.desk.library.utc_offset_min
        self.answers.show_answer(icon, token, title_of(told), detail_of(told, offset), told.number)
        leaves = told.telling is Telling.AGAIN and told.visit_id is not None
        rates = told.telling is Telling.LEFT and self.shell.desk.settings().kiosk_survey
        self.answers.show_ways(leave=leaves, rate=rates)

    def _sound(self, told: Told) -> None:
        _icon, _token, sound = SIGNS[told.telling]
        greets = told.telling in (Telling.GREETED, Telling.NUMBERED, Telling.LEFT)
        if greets and self.shell.desk.settings().kiosk_voice and self.voice.say(title_of(told), language()):
            return
        self.shell.sounds.play("warning" if told.warned else sound)  # type: ignore[arg-type]

    def _forget(self) -> None:
        """Nothing of the last visitor stays on the screen or in a field behind it."""
        self._shown.stop()
        self._name_gone.stop()
        self._told = None
        self._keys = ""
        self.answers.forget()
        self.questions.edit.clear()
        self.questions.question.setText("")
        self.forget_secrets()

    def _show_choices(self) -> None:
        settings = self.shell.desk.settings()
        choices = [
            Choice(FlowKind.GUEST, say(CONTEXT, "Tamu"), "user"),
            Choice(FlowKind.GROUP, say(CONTEXT, "Rombongan"), "users"),
        ]
        if settings.kiosk_survey:
            choices.append(Choice(FlowKind.SURVEY, say(CONTEXT, "Nilai layanan"), "mood-smile"))
        if settings.kiosk_register:
            choices.append(Choice(REGISTER, say(CONTEXT, "Jadi anggota"), "id"))
        self.welcome.show_choices(choices)

    def _show_clock(self) -> None:
        desk = self.shell.desk
        clock = fmt.clock(desk.clock.now(), desk.library.utc_offset_min, language())
        self.welcome.clock.setText(clock)
        self.welcome.day.setText(fmt.long_day(desk.today(), language()))

    def _count(self) -> None:
        if self.isVisible():
            self.presenter.count()

    def _changed(self, kind: str, by: object) -> None:
        if kind == "visits" and by is not self:
            self._count()

    # ---- what visitors do ------------------------------------------------------------------------------------------

    def _wanted(self, code: str) -> None:
        if code == REGISTER:
            self._register()
        else:
            self.presenter.begin(FlowKind(code))

    def _leaving(self) -> None:
        if self._told is not None and self._told.visit_id is not None:
            self._shown.stop()
            self.presenter.leave(self._told.visit_id)

    def _register(self) -> None:
        """The applicant's questions in front of this; both hands are empty when he is done."""
        self.registration = SelfRegistration(self.shell, inside=True)
        self.registration.ended.connect(self._registered)
        self.registration.open_inside()

    def _registered(self) -> None:
        if self.registration is not None:
            self.registration.deleteLater()
            self.registration = None
        self.clear()
        self.fill_screen()

    # ---- a scanner types as a keyboard does ------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.windowHandle():
            self._idle.start()
            return not self.asks_operator() and self._typed(event)
        return super().eventFilter(watched, event)

    def _typed(self, event: QKeyEvent) -> bool:
        """Whether the key was taken: into the code that is being scanned, or as a code's end."""
        pause_ms = self._last_key.restart()
        if pause_ms > FORGET_KEYS_MS:
            self._keys, self._fast = "", 0
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        in_field = self.stack.currentWidget() is self.questions and self.questions.takes_text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._entered(in_field)
        if not event.text().isprintable() or not event.text() or (event.text() == " " and not self._keys):
            return self._arrow(event)
        self._fast = self._fast + 1 if self._keys and pause_ms <= SCANNER_MS else 0
        self._keys += event.text()
        if in_field:
            return False
        if self.stack.currentWidget() is self.questions and self.questions.counts() and event.text().isdigit():
            self.questions.pad_key(event.text())
        return True

    def _entered(self, in_field: bool) -> bool:
        keys, fast = self._keys, self._fast
        self._keys, self._fast = "", 0
        counting = self.stack.currentWidget() is self.questions and self.questions.counts()
        scanned = len(keys) >= SHORTEST_CODE and fast >= len(keys) - 2 and any(sign.isdigit() for sign in keys)
        if (in_field or counting) and not scanned:
            if counting:
                self.questions.go_on()
            return counting
        if keys:
            self.presenter.scan(keys)
        return bool(keys)

    def _arrow(self, event: QKeyEvent) -> bool:
        """Up and down among the counts of a group, and the last digit taken away."""
        if self.stack.currentWidget() is not self.questions or not self.questions.counts():
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.questions.rows.step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        if event.key() == Qt.Key.Key_Backspace:
            self.questions.pad_key(ERASE)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and hasattr(focused, "click"):
            focused.click()
        else:
            super().keyPressEvent(event)

    # ---- language and size -----------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.setWindowTitle(say(CONTEXT, "Kios pengunjung"))
        self.place.setText(self.shell.desk.library.name)
        self.language_button.set_text("English" if language() == "id" else "Bahasa Indonesia")
        self.lock_button.set_text(say(CONTEXT, "Petugas"))
        self.welcome.title.setText(say(CONTEXT, "Anggota: pindai kartu Anda"))
        self.welcome.hint.setText(say(CONTEXT, "Bukan anggota? Sentuh salah satu pilihan di bawah."))
        self.welcome.notice.setText(say(CONTEXT, "Data kunjungan dipakai untuk statistik layanan perpustakaan."))
        self.questions.retranslate()
        self.answers.retranslate()
        self._show_clock()
        if self.people is not None:
            self.show_people(self.people)
        if self.stack.currentWidget() is self.welcome:
            self._show_choices()
        if self.presenter.flow is not None:
            self._again(self.presenter.flow)
        if self._told is not None:
            self._word_answer(self._told)

    def _again(self, flow: Flow) -> None:
        """The question on the screen in the other language; what is typed there stays."""
        screen, typed = self.questions, self.questions.edit.text()
        counts = dict(screen.rows.counts)
        self.ask(flow)
        if screen.takes_text():
            screen.edit.setText(typed)
        elif screen.counts():
            screen.show_counts(self._choices(flow), counts, flow.number("people"))

    def restyle(self) -> None:
        px = theme.current().px
        self._column.setContentsMargins(px(24), px(12), px(24), px(16))
        self._column.setSpacing(px(8))
        self.leave_row.setSpacing(px(32))
        for screen in (self.welcome, self.questions, self.answers):
            screen.restyle()


class KioskPage(Page):
    """The first page of a kiosk: it hands the screen over as soon as it is shown."""

    TITLE = QT_TRANSLATE_NOOP("Page", "Kios pengunjung")
    ICON = "device-desktop"
    SHORTCUT = "F2"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.kiosk: VisitorKiosk | None = None
        self._empty = EmptyState(self, icon=self.ICON)
        self.button = Button(self, icon="device-desktop", role="primary")
        self.button.clicked.connect(self.activate)
        column = QVBoxLayout(self)
        column.addWidget(self._empty, 1)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.retranslate()

    def activate(self) -> None:
        """The screen to the visitors, until an operator takes it back."""
        if self.kiosk is None:
            self.kiosk = VisitorKiosk(self.shell, self.window())
            self.kiosk.returned.connect(self._taken_back)
            self.kiosk.hand_over()

    def _taken_back(self, _operator: object) -> None:
        if self.kiosk is not None:
            self.kiosk.deleteLater()
            self.kiosk = None
        self.shell.changes.tell("library", self)  # the window names who works here now

    def retranslate(self) -> None:
        self._empty.set_content(self.ICON, say(CONTEXT, "Serahkan layar ini kepada pengunjung."))
        self.button.set_text(say(CONTEXT, "Serahkan layar"))
