"""A visitors' kiosk as visitors meet it: a screen of a size, a scanner, a finger; and what can be read there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from loket.domain.entities import Visit
from loket.services import guestbook
from loket.services.desk import Desk
from loket.ui import language
from loket.ui.pages.kiosk import VisitorKiosk
from loket.ui.pages.kiosk_keyboard import SHIFT, SPACE
from loket.ui.presenters.kiosk import FlowKind
from loket.ui.shell import Shell

SIZES = ((1366, 768), (1920, 1080))


class FakeVoice:
    def __init__(self, *, speaks: bool = True) -> None:
        self.speaks, self.said = speaks, []

    def say(self, text: str, spoken_in: str) -> bool:
        self.said.append((text, spoken_in))
        return self.speaks


def opened(shell: Shell, qtbot: QtBot, size: tuple[int, int] = SIZES[0]) -> VisitorKiosk:
    """Handed over, as large as a screen of this size; the next test reads Indonesian again."""

    def leave(widget: VisitorKiosk) -> None:
        widget._may_leave = True
        language.use("id")

    made = VisitorKiosk(shell)
    made.fill_screen = lambda: (made.setGeometry(0, 0, *size), made.show(), made.activateWindow())  # type: ignore[method-assign]
    made._scale = lambda: size[1] / 768  # type: ignore[method-assign]
    qtbot.addWidget(made, before_close_func=leave)
    made.hand_over()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def scan(kiosk: VisitorKiosk, code: str) -> None:
    """As a scanner types: into the window, whatever has the focus."""
    handle = kiosk.windowHandle()
    for sign in code:
        QTest.keyClick(handle, sign)
    QTest.keyClick(handle, Qt.Key.Key_Return)


def touch(button: QWidget) -> None:
    QApplication.processEvents()
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def pick(kiosk: VisitorKiosk, code: str) -> None:
    touch(kiosk.questions.grid.tiles[code])


def write(kiosk: VisitorKiosk, text: str) -> None:
    """By the keys on the screen."""
    for sign in text:
        key = SPACE if sign == " " else sign.lower()
        keys = kiosk.questions.keyboard.keys
        if sign.isupper() and keys[key].text() != sign:
            touch(keys[SHIFT])
        touch(keys[key])


def visits(desk: Desk) -> list[Visit]:
    return [line.visit for line in reversed(guestbook.todays_visits(desk))]


def words(kiosk: VisitorKiosk) -> str:
    """Everything that can be read on the screen now."""
    shown = [one.text() for one in kiosk.findChildren(QLabel) if one.isVisible()]
    shown += [one.text() for one in kiosk.findChildren(QLineEdit) if one.isVisible()]
    return " ".join(shown)


def welcomes(kiosk: VisitorKiosk) -> bool:
    return kiosk.stack.currentWidget() is kiosk.welcome


def guest(kiosk: VisitorKiosk, name: str = "Rara") -> str:
    """Writes one down; his number."""
    kiosk.presenter.begin(FlowKind.GUEST)
    kiosk.presenter.answer(name)
    kiosk.presenter.answer("P")
    kiosk.presenter.finish()
    return kiosk.answers.number.text()
