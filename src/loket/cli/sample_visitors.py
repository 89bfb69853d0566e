"""`loket sample visitors`: an hour at the entrance, by key presses and touches into two real windows on one database.

The visitors' kiosk and the guestbook of the door are open at once, each with a connection of its own, as two programs
on a counter are; visitors come to both at the same moment. The last line is the verdict.
"""

from __future__ import annotations

import json
import math
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from datetime import time as clock_time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from loket.db.engine import open_database
from loket.devices import resources
from loket.devices.clock import SystemClock, UuidV7Ids
from loket.domain.entities import VisitKind
from loket.services.desk import Desk, open_desk
from loket.services.example import PastClock, Size, build_example
from loket.services.example_visitors import HOUR, Arrival, Place, arrivals, faults
from loket.services.operators import Argon2Hasher, SignIns
from loket.ui import theme
from loket.ui.jobs import Jobs
from loket.ui.pages.guestbook import GuestbookPage
from loket.ui.pages.kiosk import VisitorKiosk
from loket.ui.shell import Shell
from loket.ui.sounds import Sounds
from loket.ui.widgets import AnswerCard, ScanBox

VISITORS = 300
SIZE = Size(members=360, titles=40, items=60, loans=20)
OPENS = 1  # UTC: nine in the morning in the middle of the country
PATIENCE_S = 20.0
WIDTH, HEIGHT = 1366, 768
SLOWEST = 0.99


def sample_visitors(visitors: int = VISITORS) -> int:
    """Play the hour. Returns the exit code: 1 when a visitor is missing, doubled, or not as he came."""
    with TemporaryDirectory(prefix="loket-") as folder:
        home, key = Path(folder), os.urandom(32)
        _without_screen(home)
        real = SystemClock()
        clock = PastClock(real, datetime.combine(real.now().date(), clock_time(OPENS), UTC))
        hasher = Argon2Hasher(memory_kib=8, passes=1)  # nobody signs in here
        database = open_database(home / "loket.db", key)
        door = build_example(database, clock, UuidV7Ids(), hasher, resources.path("example"), (), SIZE)
        other = open_database(home / "loket.db", key)
        try:
            kiosk = open_desk(other, clock, UuidV7Ids())
            assert kiosk is not None
            came = arrivals(door, visitors)
            hour = _Hour(kiosk, door, clock, SignIns(hasher), home)
            hour.play(came)
            hour.close()
            return _verdict(door, came, hour.answers_ms)
        finally:
            other.close()
            database.close()


def _without_screen(home: Path) -> None:
    """Windows as large as a kiosk's, drawn where nobody sees them, unless the caller chose a screen."""
    screen = {"name": "kios", "x": 0, "y": 0, "width": WIDTH, "height": HEIGHT, "logicalDpi": 96, "dpr": 1}
    file = home / "screen.json"
    file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    if "QT_QPA_PLATFORM" not in os.environ:
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # it says of every window what it cannot do


def _verdict(desk: Desk, came: list[Arrival], answers_ms: list[float]) -> int:
    """One line, and the exit code."""
    recorded, wrong = faults(desk, came)
    for line in wrong:
        print(line)
    slowest = sorted(answers_ms)[math.ceil(SLOWEST * len(answers_ms)) - 1]
    lost = len(came) - recorded
    print(f"{len(came)} arrived, {recorded} recorded, lost {lost}, answer p99 {slowest:.0f} ms")
    return 1 if wrong or lost else 0


class Painted(QObject):
    """Notices when something new is painted. The answer card says itself what is new; of others it is told."""

    def __init__(self, shown: QWidget) -> None:
        super().__init__(shown)
        self._shown = shown
        self._is_new = False
        self._before = self._answer()
        self.since_ns = self.after_ns = 0
        for widget in (shown, *shown.findChildren(QWidget)):
            widget.installEventFilter(self)

    def _answer(self) -> object:
        return self._shown.answer() if isinstance(self._shown, AnswerCard) else None

    def changed(self) -> None:
        self._is_new = True

    def expect(self) -> None:
        """From now on."""
        self._before, self._is_new = self._answer(), False
        self.since_ns, self.after_ns = time.perf_counter_ns(), 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.after_ns:
            is_new = self._is_new or self._answer() is not self._before
            self.after_ns = time.perf_counter_ns() if is_new else 0
        return False


class _Hour:
    """Both windows, and the hands of those who come. `answers_ms`: from a last key or touch to the painted answer."""

    def __init__(self, kiosk: Desk, door: Desk, clock: PastClock, sign_ins: SignIns, home: Path) -> None:
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        self.app = app
        theme.install(app, name="light", scale=1.0, motion=False)
        self._wake = QTimer(interval=100)  # so that waiting ends also where nothing happens any more
        self._wake.start()
        self.clock = clock
        self.answers_ms: list[float] = []
        self._jobs = Jobs(), Jobs()
        sounds = Sounds(muted=True)
        shells = [
            Shell(desk, jobs, sounds, sign_ins.hasher, sign_ins, home)
            for desk, jobs in zip((kiosk, door), self._jobs, strict=True)
        ]
        self.kiosk, self.page = VisitorKiosk(shells[0]), GuestbookPage(shells[1])
        self.page.resize(WIDTH, HEIGHT)
        self.page.show()
        self.page.activate()
        self.kiosk.hand_over()
        self._until(lambda: self.kiosk.isVisible() and self.page.isVisible(), "the windows")
        self._screen = Painted(self.kiosk.stack)
        self.kiosk.answered.connect(self._screen.changed)
        self._card = Painted(self.page.findChildren(AnswerCard)[0])

    def play(self, came: list[Arrival]) -> None:
        """Two at a time: one at the kiosk, one at the door, neither waiting for the other."""
        step = HOUR / len(came)
        kiosk = [one for one in came if one.place is Place.KIOSK]
        door = [one for one in came if one.place is Place.DOOR]
        for number in range(max(len(kiosk), len(door))):
            self.clock.pass_time(step)
            finish = self._come_to_kiosk(kiosk[number]) if number < len(kiosk) else None
            self.clock.pass_time(step)
            answered = self._come_to_door(door[number]) if number < len(door) else None
            for wait in (answered, finish):
                if wait is not None:
                    wait()
        self.kiosk.clear()
        self._until(lambda: all(jobs.idle() for jobs in self._jobs), "the last ones to be written down")

    def close(self) -> None:
        self._wake.stop()
        for window in (self.page, self.kiosk):
            window.hide()
            window.deleteLater()
        for jobs in self._jobs:
            jobs.close()
        self.app.processEvents()

    # ---- at the door -----------------------------------------------------------------------------------------------

    def _come_to_door(self, one: Arrival) -> Callable[[], None]:
        (edit,) = self.page.findChildren(ScanBox)[0].findChildren(QLineEdit)
        QTest.keyClicks(edit, one.card)
        enter = partial(QTest.keyClick, edit, Qt.Key.Key_Return)
        return self._answered(self._card, enter, f"the door's answer to {one.key}")

    # ---- at the kiosk ----------------------------------------------------------------------------------------------

    def _come_to_kiosk(self, one: Arrival) -> Callable[[], None]:
        """Begins; what is given back ends it."""
        if one.kind is VisitKind.MEMBER:
            return self._hold_card(one)
        self._to_welcome()
        self._touch(self.kiosk.welcome.tiles[one.kind.value])
        return lambda: self._write_down(one)

    def _hold_card(self, one: Arrival) -> Callable[[], None]:
        self._type(one.card)
        asked = self._answered(self._screen, self._press_enter, f"the kiosk's answer to {one.key}")

        def finish() -> None:
            asked()
            if one.purpose:
                self._touch(self.kiosk.questions.grid.tiles[one.purpose])

        return finish

    def _write_down(self, one: Arrival) -> None:
        """The questions of a guest, or of a group's leader, one after the other."""
        if one.kind is VisitKind.GUEST:
            self._say(one.name)
            self._touch(self.kiosk.questions.grid.tiles[one.sex])
            self._touch(self.kiosk.questions.grid.tiles[one.age_group])
            self._touch(self.kiosk.questions.finish_button)
            return
        self._say("Rombongan Contoh")
        self._say(one.name)
        self._touch(self.kiosk.questions.skip_button)
        self._say(str(one.people))
        self._touch(self.kiosk.questions.finish_button)

    def _to_welcome(self) -> None:
        kiosk = self.kiosk
        if kiosk.stack.currentWidget() is kiosk.answers:
            self._touch(kiosk.answers.done_button)
        elif kiosk.stack.currentWidget() is kiosk.questions:
            self._touch(kiosk.questions.back_button)

    def _say(self, text: str) -> None:
        self._type(text)
        self._answered(self._screen, self._press_enter, f"the question after {text}")()

    # ---- hands -----------------------------------------------------------------------------------------------------

    def _type(self, text: str) -> None:
        for sign in text:
            QTest.keyClick(self.kiosk.windowHandle(), ord(sign))

    def _press_enter(self) -> None:
        QTest.keyClick(self.kiosk.windowHandle(), Qt.Key.Key_Return)

    def _touch(self, button: QPushButton) -> None:
        self._until(button.isVisible, f"{button.accessibleName()} to be touched")
        window = self.kiosk.windowHandle()
        place = button.mapTo(self.kiosk, QPoint(button.width() // 2, button.height() // 2))

        def touch() -> None:
            QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

        self._answered(self._screen, touch, f"an answer to {button.accessibleName()}")()

    def _answered(self, seen: Painted, gesture: Callable[[], object], what: str) -> Callable[[], None]:
        """Make the gesture now; what is given back waits for its painted answer and keeps the time."""
        seen.expect()
        gesture()

        def wait() -> None:
            self._until(lambda: seen.after_ns, what)
            self.answers_ms.append((seen.after_ns - seen.since_ns) / 1e6)

        return wait

    def _until(self, true: Callable[[], object], what: str) -> None:
        give_up = time.monotonic() + PATIENCE_S
        while not true():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.monotonic() > give_up:
                raise TimeoutError(what)
