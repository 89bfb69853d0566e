"""Hands at a page: a person's keys, a scanner's codes, a sheet filled in and signed; and what is seen and heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from fakes import PASSWORDS, SUPERVISOR, FakeClock
from PySide6.QtCore import QAbstractItemModel, QDeadlineTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from loket.services.desk import Desk
from loket.ui.jobs import InlineJobs, Job
from loket.ui.pages.asking import Asking
from loket.ui.pages.members_sheets import AskSheet
from loket.ui.pages.page import Page
from loket.ui.pages.rooms_parts import RoomSection
from loket.ui.shell import Shell
from loket.ui.sounds import SoundName, Sounds
from loket.ui.widgets import ScanBox
from loket.ui.widgets.answer import AnswerCard

W = TypeVar("W", bound=QWidget)
S = TypeVar("S", bound=AskSheet)
PERSON_MS = 40  # between two keys of a person; a scanner is faster
SETTLED_MS = 5_000
MARKS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class SilentSounds(Sounds):
    """Remembers what would have been heard."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def play(self, name: SoundName) -> None:
        self.heard.append(name)


class LateJobs(InlineJobs):
    """Answers only when told to, as a slow disk does."""

    def __init__(self) -> None:
        self.late: list[Callable[[], object]] = []
        self.is_late = False

    def start(self, fn: Callable[[], Any], *args: Any, **more: Any) -> Any:
        if not self.is_late:
            return super().start(fn, *args, **more)
        self.late.append(lambda: InlineJobs.start(self, fn, *args, **more))
        return Job(None)

    def catch_up(self) -> None:
        while self.late:
            self.late.pop(0)()
        self.is_late = False


def heard(shell: Shell) -> list[str]:
    assert isinstance(shell.sounds, SilentSounds)
    return shell.sounds.heard


def clock(desk: Desk) -> FakeClock:
    assert isinstance(desk.clock, FakeClock)
    return desk.clock


# ---- windows --------------------------------------------------------------------------------------------------------


def in_front(window: QWidget) -> None:
    """Keys and focus mean something only in the window that is worked in."""
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    assert window.isActiveWindow()


def shown(view: W, qtbot: QtBot, width_px: int = 1366, height_px: int = 640) -> W:
    """A page or a section of one, as large as a small screen leaves it, in front and ready."""
    view.resize(width_px, height_px)
    qtbot.addWidget(view)
    in_front(view)
    view.activate()  # type: ignore[attr-defined]
    return view


def show_section(section: RoomSection) -> list[tuple[str, str]]:
    """The section on the screen, and the lines it says over the page from now on."""
    said: list[tuple[str, str]] = []
    section.said.connect(lambda sentence, kind: said.append((sentence, kind)))
    in_front(section)
    section.activate()
    return said


# ---- keys and codes -------------------------------------------------------------------------------------------------


def line_of(scan_box: ScanBox) -> QLineEdit:
    """Where one types in a scan box."""
    edit = scan_box.findChild(QLineEdit)
    assert edit is not None
    return edit


def box(page: Page) -> QLineEdit:
    return line_of(page._form.scan_box)  # type: ignore[attr-defined]


def pause(page: Page) -> None:
    """Long enough for an Enter to be a person's."""
    clock(page.shell.desk).advance(seconds=2)


def scan(page: Page, *codes: str) -> None:
    """Each code with its Enter, a moment after the one before; "" is a person's Enter."""
    for code in codes:
        pause(page)
        QTest.keyClicks(box(page), code)
        QTest.keyClick(box(page), Qt.Key.Key_Return)


def scan_into(section: RoomSection, *codes: str) -> None:
    """What the page hands on to a section that stands alone."""
    for code in codes:
        section.take_scan(code, section.shell.desk.clock.now(), section.shell.desk.clock.mono_ms())


def press(page: Page, key: str, widget: QWidget | None = None) -> None:
    """ "Ctrl+Shift+E", in the scan box where no widget is given; and what a button does on it is done."""
    *marks, name = key.split("+")
    modifiers = Qt.KeyboardModifier.NoModifier
    for mark in marks:
        modifiers |= MARKS[mark]
    QTest.keyClick(widget or box(page), getattr(Qt.Key, f"Key_{name}"), modifiers)
    until = QDeadlineTimer(SETTLED_MS)
    while any(button.isDown() for button in page.findChildren(QAbstractButton)):
        assert not until.hasExpired(), f"{key}: its button stays down"
        QApplication.processEvents()  # a button shows for a moment that its key was heard


def type_in(editor: QWidget, text: str) -> None:
    """As fast as a person."""
    QTest.keyClicks(editor, text, delay=PERSON_MS)


# ---- sheets ---------------------------------------------------------------------------------------------------------


def sheet_of(asking: Asking, kind: type[S]) -> S:
    """The sheet that asks now."""
    sheet = asking.sheet
    assert isinstance(sheet, kind), sheet
    assert sheet.isVisible()
    return sheet


def fill(sheet: S, **texts: str) -> S:
    for name, text in texts.items():
        assert sheet.rows[name].editor.setProperty("text", text), f"nothing can be written in {name}"
    return sheet


def sign(sheet: AskSheet, reason: str, username: str = SUPERVISOR, secret: str = "") -> None:
    """A second person's word; `secret` where it is not his password."""
    fill(sheet, reason=reason, username=username, secret=secret or PASSWORDS[username]).accept()


# ---- what is seen ---------------------------------------------------------------------------------------------------


def spoken(card: AnswerCard) -> str:
    """The answer as a screen reader tells it; "" where there is none."""
    answer = card.answer()
    return "" if answer is None else answer.spoken


def texts(model: QAbstractItemModel) -> list[list[str]]:
    """Every cell of a table, line by line."""
    return [
        [model.index(row, column).data() or "" for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
