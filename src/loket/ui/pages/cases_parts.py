"""Parts of the page "Perlu diputuskan": both versions side by side, and digits pressed by a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QElapsedTimer, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from loket.services.case_words import Side
from loket.ui import format as fmt
from loket.ui.texts import language
from loket.ui.widgets import InsetFrame, label
from loket.ui.widgets.scan import HAND_MS

ACROSS = 2  # versions stand side by side; more than two go on below
ALONE_MS = 4 * HAND_MS  # a scanner sends its signs far closer together


class Sides(QWidget):
    """What each desk says: its facts, and who wrote it when. Rows as high as the highest of their two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setSpacing(12)
        self._shown: list[QWidget] = []

    def show_sides(self, sides: Sequence[Side], utc_offset_min: int) -> None:
        for old in self._shown:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = [_side(self, side, utc_offset_min) for side in sides]
        for number, shown in enumerate(self._shown):
            self._grid.addWidget(shown, number // ACROSS, number % ACROSS)
            shown.show()
        for column in range(ACROSS):
            self._grid.setColumnStretch(column, 1 if len(sides) > column else 0)
        rows = (len(sides) + ACROSS - 1) // ACROSS
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 1 if row == rows else 0)
        self._grid.setRowStretch(rows, 1)

    def minimumSizeHint(self) -> QSize:
        """As high as the words need at this width: Qt would reckon with their narrowest."""
        return QSize(0, self._grid.totalHeightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def texts(self) -> list[str]:
        """Every version as it reads, for a screen reader and for tests."""
        return [shown.accessibleName() for shown in self._shown]


def _side(parent: QWidget, side: Side, utc_offset_min: int) -> InsetFrame:
    frame = InsetFrame(parent)
    frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    column = QVBoxLayout(frame)
    column.setContentsMargins(14, 10, 14, 10)
    column.setSpacing(3)
    source = source_line(side, utc_offset_min)
    column.addWidget(label(side.heading, "heading", frame, wrap=True))
    for number, line in enumerate(side.lines):
        column.addWidget(label(line, "detail" if number == 0 and ": " not in line else "body", frame, wrap=True))
    column.addStretch(1)
    if source:
        column.addWidget(label(source, "caption", frame, wrap=True))
    for text in frame.findChildren(QWidget):
        text.setMinimumWidth(1)
    frame.setAccessibleName(". ".join((side.heading, *side.lines, source)))
    return frame


def source_line(side: Side, utc_offset_min: int) -> str:
    """Who, at which desk, when; what nobody knows is left out."""
    at = fmt.moment(side.at, utc_offset_min, language()) if isinstance(side.at, datetime) else ""
    return " · ".join(part for part in (side.who, side.station, at) if part)


class DigitKeys(QObject):
    """Tells a digit that a person pressed from one inside a scanned code. Signal `pressed(number)`.

    The page gives every key that nobody else took. A digit counts when no other key came shortly before or after it:
    a book scanned while this page is open must decide nothing.
    """

    pressed = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._digit = 0
        self._alone = QTimer(self, singleShot=True, interval=ALONE_MS)
        self._alone.timeout.connect(lambda: self.pressed.emit(self._digit))

    def heard(self, event: QKeyEvent) -> bool:
        """Take note of a key. True when it is a digit that may count."""
        alone = not self._since.isValid() or self._since.elapsed() > ALONE_MS
        self._since.restart()
        self._alone.stop()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (alone and plain and event.text() in tuple("123456789") and not event.isAutoRepeat()):
            return False
        self._digit = int(event.text())
        self._alone.start()
        return True

    def end_of_code(self) -> None:
        """Enter was pressed where this page does not hear it: the digit before it was a code of one sign."""
        self._since.restart()
        self._alone.stop()
