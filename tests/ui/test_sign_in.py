"""Coming in, being locked out of a counter left alone, and coming back to what was there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fakes import ADMIN, CIRCULATION, HASHER, PASSWORDS, new_desk
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from loket.domain.entities import Operator
from loket.services import operators
from loket.services.operators import SignIns
from loket.ui import preferences
from loket.ui.jobs import InlineJobs
from loket.ui.pages.sign_in import IdleWatch, LockScreen, SignInPage
from loket.ui.shell import Shell
from loket.ui.sounds import Sounds

PIN = "135790"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    desk = new_desk(tmp_path)
    desk.operator = None
    return Shell(desk, InlineJobs(), Sounds(muted=True), HASHER, SignIns(HASHER), tmp_path)


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> SignInPage:
    made = SignInPage(shell)
    qtbot.addWidget(made)
    made.show()
    made.activate()
    return made


def type_into(page: SignInPage, username: str, password: str, pin: str = "") -> list[Operator]:
    came: list[Operator] = []
    page.signed_in.connect(came.append)
    page.card.username.setText(username)
    page.card.secret.setText(password)
    page.card.pin.setText(pin)
    QTest.keyClick(page.card.secret, Qt.Key.Key_Return)
    return came


# ---- coming in ------------------------------------------------------------------------------------------------------


def test_name_and_password_open_the_counter(page: SignInPage, shell: Shell) -> None:
    [came] = type_into(page, " Sirkulasi ", PASSWORDS[CIRCULATION])
    assert came.username == CIRCULATION
    assert shell.desk.operator == came
    assert page.card.secret.text() == ""  # nobody reads it from a page left open


def test_the_name_is_offered_again_and_the_password_never(page: SignInPage, shell: Shell, qtbot: QtBot) -> None:
    type_into(page, CIRCULATION, PASSWORDS[CIRCULATION])
    assert PASSWORDS[CIRCULATION] not in preferences.path_in(shell.data_dir).read_text(encoding="utf-8")
    again = SignInPage(shell)
    qtbot.addWidget(again)
    again.activate()
    assert again.card.username.text() == CIRCULATION
    assert again.card.secret.text() == ""


def test_enter_goes_from_field_to_field_and_then_in(page: SignInPage, qtbot: QtBot) -> None:
    came: list[Operator] = []
    page.signed_in.connect(came.append)
    page.activateWindow()
    page.card.username.setFocus()
    QTest.keyClicks(page.card.username, CIRCULATION)
    QTest.keyClick(page.card.username, Qt.Key.Key_Return)
    assert page.focusWidget() is page.card.secret
    assert not came
    QTest.keyClicks(page.card.secret, PASSWORDS[CIRCULATION])
    QTest.keyClick(page.card.secret, Qt.Key.Key_Return)
    assert [who.username for who in came] == [CIRCULATION]


def test_a_wrong_password_says_so_and_keeps_the_name(page: SignInPage, shell: Shell) -> None:
    assert type_into(page, CIRCULATION, "salah sekali") == []
    assert "tidak cocok" in page.card.failure()
    assert page.card.username.text() == CIRCULATION
    assert page.card.secret.selectedText()  # typing again replaces it
    assert shell.desk.operator is None


def test_too_many_tries_name_the_wait(page: SignInPage) -> None:
    for _ in range(5):
        type_into(page, CIRCULATION, "salah sekali")
    assert "30 detik" in page.card.failure()


@pytest.mark.parametrize("pin", ["12", "111111", "abcdef"])
def test_a_bad_pin_is_marked_and_lets_nobody_in(page: SignInPage, shell: Shell, pin: str) -> None:
    assert type_into(page, CIRCULATION, PASSWORDS[CIRCULATION], pin) == []
    assert page.card.pin_error()
    assert page.card.secret.text() == PASSWORDS[CIRCULATION]


def test_an_empty_field_is_asked_for(page: SignInPage) -> None:
    page.card.username.setText("")
    page.card._form.enter.click()
    assert page.card._form.username.error()


def test_caps_lock_is_told_while_typing(page: SignInPage) -> None:
    QTest.keyClick(page.card.secret, "A")  # a capital without Shift
    assert "Caps Lock" in page.card.hint()
    QTest.keyClick(page.card.secret, "a")
    assert page.card.hint() == ""
    QTest.keyClick(page.card.secret, "A", Qt.KeyboardModifier.ShiftModifier)
    assert page.card.hint() == ""


# ---- locked ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(QLineEdit("setengah jadi"))
    made.resize(800, 600)
    made.show()
    return made


@pytest.fixture
def lock(shell: Shell, window: QWidget) -> Iterator[LockScreen]:
    operators.sign_in(shell.desk, shell.sign_ins, CIRCULATION, PASSWORDS[CIRCULATION], pin=PIN)
    made = LockScreen(shell, window)
    made.cover()
    yield made
    made._covering = False
    made.close()


def unlock(lock: LockScreen, username: str, secret: str) -> list[Any]:
    opened: list[Any] = []
    lock.unlocked.connect(opened.append)
    lock.card.username.setText(username)
    lock.card.secret.setText(secret)
    QTest.keyClick(lock.card.secret, Qt.Key.Key_Return)
    return opened


def test_a_locked_counter_works_for_nobody(lock: LockScreen, shell: Shell) -> None:
    assert shell.desk.operator is None
    assert lock.isVisible()
    assert lock.card.username.text() == CIRCULATION


@pytest.mark.parametrize("secret", [PIN, PASSWORDS[CIRCULATION]])
def test_pin_or_password_opens_it_and_nothing_is_lost(
    lock: LockScreen, shell: Shell, window: QWidget, secret: str
) -> None:
    [who] = unlock(lock, CIRCULATION, secret)
    assert shell.desk.operator == who
    assert not lock.isVisible()
    editor = window.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "setengah jadi"


def test_somebody_else_opens_it_by_password_alone(lock: LockScreen, shell: Shell) -> None:
    assert unlock(lock, ADMIN, PIN) == []
    assert lock.card.failure()
    [who] = unlock(lock, ADMIN, PASSWORDS[ADMIN])
    assert shell.desk.operator == who
    assert who.username == ADMIN


def test_wrong_pins_are_counted_and_then_ask_for_the_password(lock: LockScreen) -> None:
    unlock(lock, CIRCULATION, "246802")
    assert "masih 4 kali" in lock.card.failure()
    for _ in range(4):
        unlock(lock, CIRCULATION, "246802")
    unlock(lock, CIRCULATION, PIN)
    assert "kata sandi" in lock.card.failure()
    assert lock.isVisible()
    assert unlock(lock, CIRCULATION, PASSWORDS[CIRCULATION])


def test_neither_esc_nor_closing_opens_it(lock: LockScreen, shell: Shell) -> None:
    QTest.keyClick(lock, Qt.Key.Key_Escape)
    lock.close()
    assert lock.isVisible()
    assert shell.desk.operator is None


def test_it_covers_the_window_and_follows_it(lock: LockScreen, window: QWidget, qtbot: QtBot) -> None:
    window.resize(900, 500)
    qtbot.waitUntil(lambda: lock.size() == window.size())
    assert lock.pos() == window.mapToGlobal(window.rect().topLeft())


def test_keys_of_the_window_do_nothing_while_it_is_locked(
    lock: LockScreen, window: QWidget, qtbot: QtBot, qapp: QApplication
) -> None:
    pressed: list[str] = []
    QShortcut("F4", window, lambda: pressed.append("F4"))
    lock.activateWindow()
    qtbot.waitUntil(lambda: qapp.activeWindow() is lock)
    QTest.keyClick(lock.windowHandle(), Qt.Key.Key_F4)
    assert pressed == []
    unlock(lock, CIRCULATION, PIN)
    window.activateWindow()
    qtbot.waitUntil(lambda: qapp.activeWindow() is window)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F4)
    assert pressed == ["F4"]  # the same key, to show that it would have worked


def test_covering_twice_is_covering_once(lock: LockScreen, shell: Shell) -> None:
    lock.cover()
    assert shell.sign_ins.locked is not None
    assert unlock(lock, CIRCULATION, PIN)


# ---- left alone -----------------------------------------------------------------------------------------------------


class Seconds:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_it_tells_once_when_nobody_touched_anything(qapp: QApplication) -> None:
    seconds, told = Seconds(), []
    watch = IdleWatch(lambda: 10, lambda: told.append(seconds.now), now_s=seconds)
    seconds.now = 599
    watch.look()
    assert told == []
    seconds.now = 600
    watch.look()
    watch.look()
    assert told == [600]


def test_input_in_any_window_starts_it_anew(window: QWidget, qapp: QApplication, qtbot: QtBot) -> None:
    seconds, told = Seconds(), []
    window.activateWindow()
    qtbot.waitUntil(lambda: qapp.activeWindow() is window)
    watch = IdleWatch(lambda: 10, lambda: told.append(seconds.now), now_s=seconds)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: qapp.activeWindow() is other)
    for moment, widget in ((500, window), (1000, other)):
        seconds.now = moment
        QTest.keyClick(widget.windowHandle(), Qt.Key.Key_A)
    seconds.now = 1599
    watch.look()
    assert told == []
    seconds.now = 1600
    watch.look()
    assert told == [1600]


def test_zero_minutes_is_never_and_the_setting_is_asked_each_time(qapp: QApplication) -> None:
    seconds, told, minutes = Seconds(), [], [0]
    watch = IdleWatch(lambda: minutes[0], lambda: told.append(1), now_s=seconds)
    seconds.now = 100_000
    watch.look()
    assert told == []
    minutes[0] = 5
    watch.look()
    assert told == [1]
