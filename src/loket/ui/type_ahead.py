"""What is typed while a form is still being fetched: held, and given to the field that gets the cursor.

Without it the first signs of a fast hand fall on the page that is just leaving, and are lost.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_EDITING = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TypeAhead(QObject):
    """Holds what is typed in the window of `page` from `hold` until `release`."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._held: list[QKeyEvent] = []
        self._holding = False

    def hold(self) -> None:
        """From now on nothing that is typed reaches a widget of this window."""
        if not self._holding:
            self._holding = True
            QCoreApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def release(self) -> None:
        """The cursor is where it belongs: what was held is typed there, in its order."""
        if not self._holding:
            return
        self._holding = False
        QCoreApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        held, self._held = self._held, []
        for event in held:
            focused = QApplication.focusWidget()
            if focused is not None:
                QCoreApplication.sendEvent(focused, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not self._is_here(watched):
            return False
        if event.key() not in _EDITING and not event.text().isprintable():
            return False
        self._held.append(event.clone())
        return True

    def _is_here(self, watched: QObject) -> bool:
        return isinstance(watched, QWidget) and watched.window() is self._page.window()
