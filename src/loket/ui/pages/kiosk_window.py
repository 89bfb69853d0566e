"""A full screen in visitors' hands: nobody is signed in, the desk's window is hidden, and only an operator leads back.

What both kiosks share: handing the screen over and taking it back, staying in front, noticing that nobody is there.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from loket.devices.task_keys import task_keys
from loket.domain.entities import Operator
from loket.services import operators
from loket.ui import language as languages
from loket.ui.pages.sign_in import PIN_DIGITS, SignInCard
from loket.ui.shell import Shell
from loket.ui.texts import language
from loket.ui.widgets import Button

BACK_IN_FRONT_MS = 50
TOUCHED = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})


class KioskWindow(QWidget):
    """Signal `returned(operator)`: an operator took the screen back.

    Subclasses put their screens on a stack, call `prepare(stack)` once it stands, and answer `clear()`: back to the
    first screen, with nothing of the last visitor left.
    """

    returned = Signal(object)
    IDLE_MS = 60_000

    def __init__(self, shell: Shell, behind: QWidget | None = None) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.shell, self._behind = shell, behind
        self.setProperty("role", "page")
        self.setProperty("kiosk", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        if behind is not None:
            self.setWindowModality(Qt.WindowModality.ApplicationModal)  # neither keys nor mouse reach what lies behind
        self._own_language = language()
        self._owner: Operator | None = None
        self._may_leave = False
        self._task_keys = task_keys()
        self._idle = QTimer(self, singleShot=True, interval=self.IDLE_MS)
        self._idle.timeout.connect(self.left_alone)
        self._to_front = QTimer(self, singleShot=True, interval=BACK_IN_FRONT_MS)
        self._to_front.timeout.connect(self.stay_in_front)
        self.card = SignInCard(self, locked=True)
        self.card.submitted.connect(self._check)

    def prepare(self, stack: QStackedWidget) -> None:
        """Add the screen that asks for an operator."""
        self._stack = stack
        page = QWidget(self)
        self.leave_row = QHBoxLayout()  # a screen without a keyboard puts one beside the card
        self.leave_row.addWidget(self.card)
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addLayout(self.leave_row)
        column.addStretch(2)
        self._leave_page = page
        stack.addWidget(page)

    def clear(self) -> None:
        """Override: back to the first screen; nothing of the last visitor is left."""

    def left_alone(self) -> None:
        """Nobody touched anything for `IDLE_MS`."""
        self.clear()

    def retranslate(self) -> None:
        """Override: every text in the current language."""

    # ---- handing over and taking back ------------------------------------------------------------------------------

    def hand_over(self) -> None:
        """Lock the counter, hide its window, and fill the screen."""
        self._own_language = language()
        self._owner = self.shell.desk.operator
        operators.lock(self.shell.desk, self.shell.sign_ins)
        self._may_leave = False
        self.clear()
        self.fill_screen()
        if self._behind is not None:
            self._behind.hide()
        self._task_keys.hold()

    def fill_screen(self) -> None:
        self.setGeometry(self.screen().geometry())  # also where no window manager does it
        self.showFullScreen()
        self.activateWindow()

    def ask_operator(self) -> None:
        """Only an operator leads back; whoever is not goes on where he was after a while, or by Esc."""
        owner = self._owner
        self.card.show_place(
            owner.full_name if owner else self.shell.desk.station.name, owner.username if owner else ""
        )
        self.card.set_busy(False)
        self._stack.setCurrentWidget(self._leave_page)
        self.card.start()

    def asks_operator(self) -> bool:
        return self._stack.currentWidget() is self._leave_page

    def _check(self, username: str, secret: str, _pin: str) -> None:
        desk, sign_ins, owner = self.shell.desk, self.shell.sign_ins, self._owner

        def work() -> Operator:
            his_own = owner is not None and username.strip().casefold() == owner.username
            if his_own and len(secret) == PIN_DIGITS and secret.isdigit():  # no password is that short
                return operators.unlock(desk, sign_ins, secret)
            return operators.sign_in(desk, sign_ins, username, secret)

        self.shell.jobs.start(work, self._taken_back, self.card.show_failure, lane="write", owner=self)

    def _taken_back(self, operator: Operator) -> None:
        self.clear()
        self._may_leave = True
        self._idle.stop()
        self._task_keys.release()
        if language() != self._own_language:
            languages.use(self._own_language)
        if self._behind is not None:
            self._behind.show()
            self._behind.activateWindow()
        self.close()
        self.returned.emit(operator)

    def forget_secrets(self) -> None:
        """What somebody may have typed into the operator's card."""
        self.card.username.clear()
        self.card.secret.clear()

    # ---- staying here ----------------------------------------------------------------------------------------------

    def stay_in_front(self) -> None:
        """Something else came to the front: back in front of it, unless it is a window of our own."""
        if self.isVisible() and not self._may_leave and QGuiApplication.focusWindow() is None:
            self.showFullScreen()
            self.raise_()
            self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_leave:
            super().closeEvent(event)
        else:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)  # input reaches the window first
        self._idle.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHED and self.isVisible():
            self._idle.start()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow() and not self._may_leave:
            self._to_front.start()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a button presses it; this is no dialog, where Qt would do that."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, Button):
            focused.click()
        else:
            super().keyPressEvent(event)

    def switch_language(self) -> None:
        """The other language, for this visitor only."""
        languages.use("en" if language() == "id" else "id")
