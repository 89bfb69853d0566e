"""Who comes in: the sign-in page, the lock over a window left alone, and the watch that calls for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QShowEvent, QWindow
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from loket.domain.entities import Operator
from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.services import operators
from loket.ui import preferences, theme
from loket.ui.forms.ui_sign_in import Ui_SignInCard
from loket.ui.pages.settings_parts import in_order
from loket.ui.shell import Shell
from loket.ui.texts import invalid_text, say, storage_text
from loket.ui.texts_settings import sign_in_text
from loket.ui.widgets import Card, announce

CONTEXT = "SignIn"
WIDTH_PX = 420
PIN_DIGITS = 6
LOOK_EVERY_MS = 5_000  # how exactly an idle counter locks


class SignInCard(Card):
    """Name and password, checked nowhere here. Signal `submitted(username, secret, pin)`; Enter goes on from field to
    field and at last submits.

    With `locked` the counter belongs to somebody: the secret may be his PIN, and no new PIN is chosen.
    """

    submitted = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None, *, locked: bool = False) -> None:
        super().__init__(parent)
        self._locked = locked
        self._place = ""
        self._form = Ui_SignInCard()
        self._form.setupUi(self)
        self.username, self.secret, self.pin = QLineEdit(), QLineEdit(), QLineEdit()
        for editor in (self.secret, self.pin):
            editor.setEchoMode(QLineEdit.EchoMode.Password)
            editor.installEventFilter(self)
        self.pin.setMaxLength(PIN_DIGITS)
        self._form.username.set_editor(self.username)
        self._form.secret.set_editor(self.secret)
        self._form.pin.set_editor(self.pin)
        self._form.pin.setVisible(not locked)
        self._form.place.setProperty("role", "secondary")
        self._form.enter.setProperty("role", "primary")
        self._form.mark.set("lock" if locked else "login", "accent")
        self._form.failure.hide()
        for editor in (self.username, self.secret, self.pin):
            editor.returnPressed.connect(self._go_on)
        self._form.enter.setAutoDefault(False)  # in a dialog Enter would press it a second time
        self._form.enter.clicked.connect(self._submit)
        in_order(self.username, self.secret, self.pin, self._form.enter)
        self.restyle()
        self.retranslate()

    def show_place(self, place: str, username: str) -> None:
        """Where this is, and whose name stands in the field already."""
        self._place = place
        self._form.place.setText(place)
        self.username.setText(username)

    def start(self) -> None:
        """Empty the secrets and put the cursor where typing begins."""
        self.secret.clear()
        self.pin.clear()
        self._clear_errors()
        (self.secret if self.username.text() else self.username).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_failure(self, error: Exception) -> None:
        """Say why not; what was typed in the name stays. Raises what is no answer of ours."""
        self.set_busy(False)
        if isinstance(error, InvalidInput):
            self._form.pin.set_error(invalid_text(error))
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not isinstance(error, (Refused, StorageError)):
            raise error
        text = sign_in_text(error) if isinstance(error, Refused) else storage_text(error)
        self._form.failure.setText(text)
        self._form.failure.show()
        announce(self, text, urgent=True)
        self.secret.selectAll()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def failure(self) -> str:
        """The sentence shown above the button; "" while there is none."""
        return "" if self._form.failure.isHidden() else self._form.failure.text()

    def hint(self) -> str:
        """What stands under the secret."""
        return self._form.secret.error()

    def pin_error(self) -> str:
        return self._form.pin.error()

    def set_busy(self, busy: bool) -> None:
        self._form.enter.setEnabled(not busy)
        self._form.enter.set_text(say(CONTEXT, "Memeriksa …") if busy else self._enter_text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self.secret:
            self._watch_caps(event)
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        self._form.title.setText(say(CONTEXT, "Loket terkunci") if self._locked else say(CONTEXT, "Masuk ke Loket"))
        self._form.username.set_label(say(CONTEXT, "Nama pengguna"))
        self._form.secret.set_label(say(CONTEXT, "PIN atau kata sandi") if self._locked else say(CONTEXT, "Kata sandi"))
        self._form.pin.set_label(say(CONTEXT, "PIN enam angka (boleh kosong)"))
        self._form.pin.set_hint(say(CONTEXT, "Untuk membuka kunci hari ini tanpa kata sandi."))
        self._form.enter.set_text(self._enter_text())

    def restyle(self) -> None:
        self.setFixedWidth(theme.current().px(WIDTH_PX))

    def _enter_text(self) -> str:
        return say(CONTEXT, "Buka kunci") if self._locked else say(CONTEXT, "Masuk")

    def _watch_caps(self, event: QKeyEvent) -> None:
        """Qt cannot ask for Caps Lock; a capital without Shift, or a small letter with it, tells."""
        if event.text().isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            caps = event.text().isupper() != shift
            self._form.secret.set_error(say(CONTEXT, "Caps Lock menyala.") if caps else None)

    def _go_on(self) -> None:
        """Enter: to the next empty field that is needed, else submit. An empty PIN is no reason to stop twice."""
        if not self.username.text().strip():
            self.username.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.secret.text():
            self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._submit()

    def _submit(self) -> None:
        if not self._form.enter.isEnabled():
            return
        self._clear_errors()
        for row, editor in ((self._form.username, self.username), (self._form.secret, self.secret)):
            if not editor.text().strip():
                row.set_error(say(CONTEXT, "Isi dahulu."))
                editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.set_busy(True)
        self.submitted.emit(self.username.text(), self.secret.text(), self.pin.text())

    def _clear_errors(self) -> None:
        self._form.failure.hide()
        for row in (self._form.username, self._form.secret, self._form.pin):
            row.set_error(None)


class SignInPage(QWidget):
    """The page before all others. Signal `signed_in(Operator)`."""

    signed_in = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self.setProperty("role", "page")
        self.card = SignInCard(self)
        self.card.submitted.connect(self._check)
        _in_the_middle(self, self.card)

    def activate(self) -> None:
        """Ready for the next person: the last name stands there, the cursor in the password."""
        self.card.show_place(_place(self.shell), preferences.load(self.shell.data_dir).last_username)
        self.card.set_busy(False)
        self.card.start()

    def _check(self, username: str, password: str, pin: str) -> None:
        shell = self.shell

        def work() -> Operator:
            operator = operators.sign_in(shell.desk, shell.sign_ins, username, password, pin=pin)
            with suppress(StorageError):  # a forgotten name keeps nobody out
                preferences.change(shell.data_dir, last_username=operator.username)
            return operator

        shell.jobs.start(work, self._came_in, self.card.show_failure, lane="write", owner=self)

    def _came_in(self, operator: Operator) -> None:
        self.card.set_busy(False)
        self.card.start()
        self.signed_in.emit(operator)


class LockScreen(QDialog):
    """Covers the window while its operator is away; everything behind stays as it was. Signal `unlocked(Operator)`.

    The operator's PIN opens it, or anybody's password. It is modal to the whole program, so that neither keys nor
    mouse reach what lies behind, an open sheet included.
    """

    unlocked = Signal(object)

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.shell = shell
        self._window = window
        self._owner: Operator | None = None
        self._covering = False
        self.setProperty("role", "page")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.card = SignInCard(self, locked=True)
        self.card.submitted.connect(self._check)
        _in_the_middle(self, self.card)
        window.installEventFilter(self)

    def cover(self) -> None:
        """Lock the counter now. Nothing happens where nobody works or it is locked already."""
        if self._covering or self.shell.desk.operator is None:
            return
        self._owner = self.shell.desk.operator
        operators.lock(self.shell.desk, self.shell.sign_ins)
        self.card.show_place(self._owner.full_name, self._owner.username)
        self.card.set_busy(False)
        self.card.start()
        self._covering = True
        self._follow()
        self.show()
        self.raise_()

    def covers(self) -> bool:
        return self._covering

    def reject(self) -> None:
        """Esc opens nothing."""

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._covering:
            event.ignore()
        else:
            super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.activateWindow()
        self.card.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self._covering and watched is self._window:
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        window = self._window
        corner = window.mapToGlobal(window.rect().topLeft())
        self.setGeometry(corner.x(), corner.y(), window.width(), window.height())

    def _check(self, username: str, secret: str, _pin: str) -> None:
        desk, sign_ins = self.shell.desk, self.shell.sign_ins
        owner = self._owner

        def work() -> Operator:
            his_own = owner is not None and username.strip().casefold() == owner.username
            if his_own and len(secret) == PIN_DIGITS and secret.isdigit():  # no password is that short
                return operators.unlock(desk, sign_ins, secret)
            return operators.sign_in(desk, sign_ins, username, secret)

        self.shell.jobs.start(work, self._opened, self.card.show_failure, lane="write", owner=self)

    def _opened(self, operator: Operator) -> None:
        self._covering = False
        self.card.start()
        self.hide()
        self._window.activateWindow()  # the keyboard goes back to where it was, also without a window manager
        self.unlocked.emit(operator)


class IdleWatch(QObject):
    """Calls `on_idle` once when nobody touched keyboard, mouse or screen for `minutes_fn()` minutes; 0: never.

    It listens to the windows, not to every widget: input reaches a window first, and little else does.
    """

    _INPUT = frozenset(
        {
            QEvent.Type.KeyPress,
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseMove,
            QEvent.Type.Wheel,
            QEvent.Type.TouchBegin,
            QEvent.Type.TabletPress,
        }
    )

    def __init__(
        self,
        minutes_fn: Callable[[], int],
        on_idle: Callable[[], object],
        parent: QObject | None = None,
        *,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._minutes, self._on_idle, self._now_s = minutes_fn, on_idle, now_s
        self._last_s = now_s()
        self._told = False
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._listen)
        self._listen(QGuiApplication.focusWindow())
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def touch(self) -> None:
        """Somebody is here."""
        self._last_s = self._now_s()
        self._told = False

    def look(self) -> None:
        """Is it time? The timer asks every few seconds."""
        minutes = self._minutes()
        if minutes > 0 and not self._told and self._now_s() - self._last_s >= minutes * 60:
            self._told = True
            self._on_idle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in self._INPUT:
            self.touch()
        return False

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)


def _place(shell: Shell) -> str:
    return f"{shell.desk.library.name} · {shell.desk.station.name}"


def _in_the_middle(widget: QWidget, card: QWidget) -> None:
    column = QVBoxLayout(widget)
    column.addStretch(2)
    column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(3)
