"""From an opened folder to a counter at work: assistant or sign-in, the main window, locking, closing."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from loket.db.engine import Database
from loket.db.keys import KeyPlace, key_from_recovery, store_key
from loket.devices.clock import SystemClock, UuidV7Ids
from loket.domain.errors import InvalidInput, StorageCode, StorageError
from loket.services.desk import Desk
from loket.services.operators import Hasher, SignIns, sign_out
from loket.services.setup import StationProfile
from loket.ui import preferences, theme
from loket.ui.backups import back_up_counter
from loket.ui.jobs import Jobs
from loket.ui.presenters.sync import unfinished
from loket.ui.pulse import Pulse
from loket.ui.shell import Shell
from loket.ui.sounds import Sounds
from loket.ui.texts import error_text, say, storage_text
from loket.ui.widgets import Busy, Button, EmptyState, FormRow, Sheet, label

if TYPE_CHECKING:
    from loket.sync.status import SyncStatus
    from loket.ui.main_window import MainWindow
    from loket.ui.pages.assistant import AssistantWindow
    from loket.ui.pages.enrol import JoinWindow
    from loket.ui.pages.sign_in import LockScreen

log = logging.getLogger(__name__)
CONTEXT = "Program"
WIDTH, HEIGHT = 1366, 768
CRASH_SIGNS = 300  # of the technical line; the log has all of it


class Opened(Protocol):
    """What the composition root hands over once the data is open."""

    key: KeyPlace
    database: Database
    desk: Desk | None

    def close(self) -> None: ...


Opening = Callable[[Path, Callable[[int, int], object]], Opened]


class Frame(QStackedWidget):
    """The one window on the screen. Closing it waits for the backup at closing time."""

    def __init__(self, may_close: Callable[[], bool]) -> None:
        super().__init__()
        self._may_close = may_close
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Loket")
        self.resize(WIDTH, HEIGHT)

    def show_alone(self, widget: QWidget) -> None:
        """Put this in front; what stood there before is kept only if somebody else keeps it."""
        if self.indexOf(widget) < 0:
            self.addWidget(widget)
        self.setCurrentWidget(widget)
        self.setWindowTitle(widget.windowTitle() or "Loket")

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close():
            super().closeEvent(event)
            QApplication.exit(0)  # asks no other window: the lock, a sheet or a kiosk in front would refuse
        else:
            event.ignore()


class WaitPage(QWidget):
    """One sentence and how far it is, while data is opened or put away. Signal `hurry()`: no more waiting."""

    hurry = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hurry = Button(self)
        self._hurry.hide()
        self._hurry.clicked.connect(self.hurry)
        self.setProperty("role", "page")
        self.busy = Busy(self)
        self.busy.setFixedWidth(theme.current().px(480))
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(label("Loket", "title", self), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.current().px(24))
        column.addWidget(self.busy, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.current().px(24))
        column.addWidget(self._hurry, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def begin(self, text: str, *, hurry: str = "") -> None:
        """Say what is being done; with `hurry`, a button of these words to go on without it."""
        self.busy.begin(text, cancellable=False)
        self._hurry.set_text(hurry)
        self._hurry.setVisible(bool(hurry))
        if hurry:
            self._hurry.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hurry.hasFocus():
            self._hurry.click()
        else:
            super().keyPressEvent(event)


class Program(QObject):
    """Owns the window and what is behind it. Everything slow runs in its jobs."""

    def __init__(
        self, data_dir: Path, opening: Opening, hasher: Hasher, *, is_example: bool, on_ready: Callable[[], None]
    ) -> None:
        super().__init__()
        self._data_dir = data_dir
        self._opening = opening
        self._hasher = hasher
        self._is_example = is_example
        self._on_ready = on_ready
        self._opened: Opened | None = None
        self._shell: Shell | None = None
        self._main: MainWindow | None = None
        self._lock: LockScreen | None = None
        self._assistant: AssistantWindow | None = None
        self._safe_to_close = False
        chosen = preferences.load(data_dir)
        theme.install(self._app(), name=chosen.theme, scale=chosen.scale_percent / 100, motion=chosen.motion)
        self._sounds = Sounds(self)
        preferences.apply(chosen, self._sounds)
        self._jobs = Jobs(self)
        self._frame = Frame(self._may_close)
        self._wait = WaitPage()
        self._pulse = Pulse(self)

    @staticmethod
    def _app() -> QApplication:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return app

    def start(self) -> None:
        """Show the window at once and open the data behind it."""
        self._frame.show_alone(self._wait)
        self._wait.begin(say(CONTEXT, "Membuka data …"))
        self._frame.show()
        self._frame.activateWindow()
        self._open()

    # ---- opening --------------------------------------------------------------------------------------------------

    def _open(self) -> None:
        self._jobs.start_long(
            lambda ticket: self._opening(self._data_dir, ticket.report),
            on_progress=self._building,
            on_success=self._data_opened,
            on_failure=self._not_opened,
            owner=self,
        )

    def _building(self, done: int, total: int) -> None:
        self._wait.busy.report(done, total, say(CONTEXT, "Menyiapkan perpustakaan contoh …"))

    def _data_opened(self, opened: Opened) -> None:
        self._opened = opened
        if opened.desk is None:
            self._jobs.start(
                lambda: unfinished(opened.database, SystemClock(), UuidV7Ids()), self._first_run, owner=self
            )
        else:
            self._founded(opened.desk)

    def _not_opened(self, error: Exception) -> None:
        """The sentence, and what can be done about it: try again, or bring the recovery key."""
        if not isinstance(error, StorageError):
            raise error
        if error.code in (StorageCode.KEY_MISSING, StorageCode.WRONG_KEY):
            page: QWidget = RecoveryPage(storage_text(error), self._store_key)
        else:
            page = EmptyState(self._frame, icon="alert-triangle", sentence=storage_text(error))
        self._safe_to_close = True
        self._frame.show_alone(page)
        self._on_ready()

    def _store_key(self, text: str) -> None:
        """Raises InvalidInput when the recovery key cannot be right."""
        store_key(self._data_dir, key_from_recovery(text))
        self._frame.show_alone(self._wait)
        self._open()

    # ---- the first start ------------------------------------------------------------------------------------------

    def _first_run(self, joining: Desk | None) -> None:
        """A new computer: found a library or join one; or go on joining where the last start left off."""
        self._safe_to_close = True
        if joining is not None:
            self._show_join().go_on(joining)
        else:
            self._show_start()
        self._on_ready()

    def _show_start(self) -> None:
        from loket.ui.pages.enrol import StartPage

        page = StartPage(self._frame)
        page.new_wanted.connect(self._show_assistant)
        page.join_wanted.connect(self._show_join)
        self._frame.show_alone(page)
        page.take_focus()

    def _show_assistant(self) -> None:
        from loket.ui.pages.assistant import AssistantWindow

        opened, assistant = self._opened, self._assistant
        assert opened is not None
        if assistant is None:  # it is kept: who goes back and comes again finds what he typed
            assistant = self._assistant = AssistantWindow(
                self._jobs, opened.database, opened.key, SystemClock(), UuidV7Ids(), self._hasher
            )
            assistant.founded.connect(self._founded)
            assistant.left.connect(self._show_start)
        self._frame.show_alone(assistant)
        assistant.show_step(assistant.step)

    def _show_join(self) -> JoinWindow:
        from loket.ui.pages.enrol import JoinWindow

        assert self._opened is not None
        join = JoinWindow(self._jobs, self._opened.database, SystemClock(), UuidV7Ids())
        join.joined.connect(self._founded)
        join.back_wanted.connect(self._show_start)
        self._frame.show_alone(join)
        join.take_focus()
        return join

    def _founded(self, desk: Desk) -> None:
        assert self._opened is not None
        self._opened.desk = desk
        self._safe_to_close = False
        self._shell = Shell(desk, self._jobs, self._sounds, self._hasher, SignIns(self._hasher), self._data_dir)
        if not self._is_example:
            self._shell.sync.told.connect(self._sending)
            self._shell.sync.begin()
        self._begin_work()
        self._on_ready()
        self._jobs.start(  # importing is the slow part, and needs no window
            lambda: import_module("PySide6.QtMultimedia"), lambda _: self._sounds.prepare(), _no_sound, owner=self
        )

    # ---- at work --------------------------------------------------------------------------------------------------

    def _begin_work(self) -> None:
        """Whoever founded the library works on, others sign in; a kiosk opens by itself, also after a power cut."""
        assert self._shell is not None
        desk = self._shell.desk
        if desk.operator is not None or desk.station.profile == StationProfile.KIOS:
            self._show_main()
        else:
            self._show_sign_in()

    def _show_sign_in(self) -> None:
        from loket.ui.pages.sign_in import SignInPage

        assert self._shell is not None
        page = SignInPage(self._shell)
        page.signed_in.connect(lambda _: self._show_main())
        self._frame.show_alone(page)
        page.activate()

    def _show_main(self) -> None:
        from loket.ui.main_window import MainWindow
        from loket.ui.pages.sign_in import IdleWatch, LockScreen
        from loket.ui.profiles import pages_of

        shell = self._shell
        assert shell is not None
        assert self._opened is not None
        main = MainWindow(
            shell,
            pages_of(shell.desk.station.profile, joined=shell.sync.status.enrolled),
            key_warning=self._opened.key.warning,
            may_join=not self._is_example,
        )
        lock = self._lock = self._lock or LockScreen(shell, self._frame)
        lock.unlocked.connect(main.retranslate)  # it may be somebody else who came back
        main.lock_wanted.connect(lock.cover)
        main.sign_out_wanted.connect(self._sign_out)
        self._pulse.reset()
        self._idle = IdleWatch(self._idle_minutes, lock.cover, main)
        self._main = main
        self._frame.show_alone(main)
        main.show_first()
        if self._is_example:
            main.banner.show_line(
                say(CONTEXT, "Perpustakaan contoh: semua data rekaan, dan dibuang saat jendela ditutup."), kind="info"
            )

    def _idle_minutes(self) -> int:
        assert self._shell is not None
        return 0 if self._is_example else self._shell.desk.settings().idle_lock_min

    def _sign_out(self) -> None:
        """Another operator's turn. What was open at the counter is closed first; it is saved already."""
        shell, main = self._shell, self._main
        assert shell is not None
        assert main is not None
        sign_out(shell.desk, shell.sign_ins)
        self._frame.removeWidget(main)
        main.deleteLater()
        self._main = None
        self._begin_work()

    # ---- closing --------------------------------------------------------------------------------------------------

    def _may_close(self) -> bool:
        """Yes at once, or later: first what waits is sent, then the backup of the day is made and checked."""
        if self._safe_to_close or self._shell is None or self._is_example:
            return True
        self._safe_to_close = True
        sync = self._shell.sync
        self._frame.show_alone(self._wait)
        if sync.status.enrolled:
            self._wait.begin(
                say(CONTEXT, "Mengirim ke Loket Pusat sebelum tutup …"), hurry=say(CONTEXT, "Tutup sekarang")
            )
            self._wait.hurry.connect(sync.stop_waiting)
        sync.sync_before_closing(self._back_up_and_close)
        return False

    def _sending(self, status: SyncStatus) -> None:
        """Shown while the window waits before it closes; at other times nobody sees it."""
        if status.running and self._safe_to_close:
            self._wait.busy.report(status.done, status.total)

    def _back_up_and_close(self) -> None:
        assert self._shell is not None
        desk = self._shell.desk
        self._wait.begin(say(CONTEXT, "Mencadangkan data sebelum tutup …"))
        self._jobs.start(
            lambda: back_up_counter(desk, self._data_dir),
            on_success=lambda _: self._frame.close(),
            on_failure=self._backup_failed,
            lane="write",
            owner=self,
        )

    def _backup_failed(self, error: Exception) -> None:
        """Say so, and let the next try to close succeed: nothing recorded is lost by a missing backup."""
        if not isinstance(error, StorageError):
            raise error
        self._wait.busy.finish()
        sheet = Sheet(
            self._frame,
            title=say(CONTEXT, "Cadangan tidak jadi dibuat"),
            text=storage_text(error),
            kind="warn",
            accept_text=say(CONTEXT, "Tutup saja"),
            reject_text=say(CONTEXT, "Kembali"),
        )
        sheet.decided.connect(lambda close: self._frame.close() if close else self._back_to_work())
        sheet.open()

    def _back_to_work(self) -> None:
        self._safe_to_close = False
        if self._main is not None:
            self._frame.show_alone(self._main)

    def ask_to_close(self) -> None:
        """As if the operator closed the window."""
        self._frame.close()

    def close(self) -> None:
        """Finish what is being written and let the files go."""
        if self._shell is not None:
            self._shell.sync.end()
            self._shell.slips.end()
        self._jobs.close()
        log.info("closed; the window stood still for at most %d ms", self._pulse.longest_ms)
        if self._opened is not None:
            self._opened.close()

    def show_crash(self, what: str) -> None:
        """Our own bug, told in one sentence; may be called from any thread."""
        QTimer.singleShot(0, self, lambda: self._crash_sheet(what))

    def _crash_sheet(self, what: str) -> None:
        sheet = Sheet(
            self._frame,
            title=say(CONTEXT, "Loket menemui kesalahan"),
            text=say(
                CONTEXT,
                "Yang sudah tersimpan tetap aman. Lanjutkan bekerja; bila berulang, kirim berkas loket.log kepada "
                "pengelola.",
            ),
            kind="stop",
            accept_text=say(CONTEXT, "Lanjutkan"),
            reject_text=say(CONTEXT, "Tutup"),
        )
        sheet.body.addWidget(label(what[:CRASH_SIGNS], "caption", sheet, wrap=True))
        sheet.open()


def _no_sound(error: Exception) -> None:
    """A machine without the sound library works silently; anything else is a fault of ours."""
    if not isinstance(error, ImportError):
        raise error


class RecoveryPage(QWidget):
    """The key is not on this computer: type the recovery key that was written down."""

    def __init__(self, sentence: str, given: Callable[[str], None]) -> None:
        super().__init__()
        self._given = given
        self._editor = QLineEdit()
        self._row = FormRow(self, label=say(CONTEXT, "Kunci pemulihan"), editor=self._editor, required=True)
        accept = Button(self, text=say(CONTEXT, "Buka data"), icon="key", role="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.current().px(48)] * 4)
        column.addStretch(1)
        column.addWidget(label(sentence, "title", self, wrap=True))
        column.addWidget(self._row)
        column.addWidget(accept, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        self._editor.returnPressed.connect(self._submit)
        accept.clicked.connect(self._submit)

    def _submit(self) -> None:
        try:
            self._given(self._editor.text())
        except InvalidInput as error:
            self._row.set_error(error_text(error))
