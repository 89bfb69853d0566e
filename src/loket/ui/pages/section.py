"""A section: one part of a page that has several, with what all of them do alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from loket.domain.errors import StorageError
from loket.ui.pages.asking import Asking
from loket.ui.pages.page import demand_ours
from loket.ui.shell import Shell
from loket.ui.texts import error_text, say

T = TypeVar("T")


class Section(QWidget):
    """Base of the sections of a page. The page owns the banner; a section reads when it is brought to the front.

    Subclasses build themselves and then call `retranslate` once.

    Signals: `said(sentence, kind)` a line for the page's banner ("ok", "warn", "stop", "info"), "" takes it away;
    `saved(path)` a paper was written, the page offers to open it.

    Attributes:
        CONTEXT: of its texts. TITLE: Indonesian source text in it. ICON: name of an icon.
        CHANGES: what other pages are told to have changed when something was booked, a kind of `shell.Changes`.
        sheets: what it asks before it acts.
    """

    CONTEXT: ClassVar[str] = ""
    TITLE: ClassVar[str] = ""
    ICON: ClassVar[str] = ""
    CHANGES: ClassVar[str] = ""
    said = Signal(str, str)
    saved = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self._asked = 0
        self.sheets = Asking(self)

    @classmethod
    def title(cls) -> str:
        return say(cls.CONTEXT, cls.TITLE)

    def activate(self) -> None:
        """Read what is shown: the section was brought to the front, or something it shows has changed."""

    def retranslate(self) -> None:
        """Put all texts in the current language."""

    def escape(self) -> None:
        """Esc on the page: close what was opened, or put down what is in hand."""

    # ---- what sections do alike ------------------------------------------------------------------------------------

    def read(self, fetch: Callable[[], T], show: Callable[[T], object]) -> None:
        """Fetch in the background, then show."""
        self.shell.jobs.start(fetch, show, self.fail, lane="read", owner=self)

    def read_all(self, fetch: Callable[[], T], show: Callable[[T], object]) -> None:
        """As `read`, for everything the section shows: one at a time; who asks meanwhile is answered by the next."""
        self._asked += 1
        if self._asked > 1:
            return

        def arrived(found: T) -> None:
            again, self._asked = self._asked > 1, 0
            show(found)
            if again:
                self.read_all(fetch, show)

        def failed(error: Exception) -> None:
            self._asked = 0
            self.fail(error)

        self.shell.jobs.start(fetch, arrived, failed, lane="read", owner=self)

    def book(
        self,
        act: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
        kind: str = "",
    ) -> None:
        """Book something; then the open sheet closes, every page hears of it, and `done` shows what came of it.

        `kind`: what changed, where that is not `CHANGES`.
        """

        def booked(result: T) -> None:
            self.sheets.close_sheet()
            self.shell.changes.tell(kind or self.CHANGES, self)
            done(result)

        self.shell.jobs.start(act, booked, failed or self.fail, lane="write", owner=self)

    def fail(self, error: Exception) -> None:
        """Say an error on the sheet that asks, else over the page. Raises what is none of ours."""
        demand_ours(error)
        self.shell.sounds.play("refused")
        if not self.sheets.told(error):
            self.said.emit(error_text(error), "stop" if isinstance(error, StorageError) else "warn")

    def shortcut(self, key: str) -> QShortcut:
        """A key that is heard while this section is shown."""
        return QShortcut(QKeySequence(key), self)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
