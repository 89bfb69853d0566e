"""The one scan box: always focused, never loses a scan, and suggests while a person types."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from loket.ui import theme
from loket.ui.widgets.base import ElidedLabel, IconLabel, LiveFrame, announce, label, set_state

PAUSE_MS = 180  # a person thinking; no scanner stops that long inside a code
HAND_MS = 25  # keys closer together than this come from a scanner
_SHORTEST = 2  # letters worth searching for
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _belongs_to_page(event: QKeyEvent) -> bool:
    """Ctrl+Z undoes a loan here, not a letter: only marking, copying and pasting stay the line editor's."""
    own = (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X)
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and event.key() not in own


@dataclass(frozen=True)
class Suggestion:
    """One line under the box. `key` is what the page gets back; `note` stands at the right."""

    key: object
    title: str
    detail: str = ""
    note: str = ""
    icon: str = "user"


class ScanBox(LiveFrame):
    """The field every scan and every search goes into.

    Signals: `scanned(text)` on Enter, also for an empty box; `typed(text)` after a short pause of a person's typing,
    never for the fast keys of a scanner;
    `suggestion_chosen(key)`; `escaped()` when Esc had nothing to close.
    """

    scanned = Signal(str)
    typed = Signal(str)
    suggestion_chosen = Signal(object)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="scan")
        self._own_placeholder = ""
        self._waiting = 0
        self._beats: list[int] = []
        self._last_key_ms = 0
        self._clock = QElapsedTimer()
        self._clock.start()
        self._icon = IconLabel(self, name="barcode", token="accent", size=24)
        self._edit = QLineEdit(self)
        self._edit.installEventFilter(self)
        self._edit.textEdited.connect(self._edited)
        self._queue_icon = IconLabel(self, name="keyboard", token="ink-2", size=18)
        self._queue = label("", "secondary", self)
        self._popup = SuggestionList(self)
        self._popup.chosen.connect(self._choose)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._paused)
        self._row = QHBoxLayout(self)
        for widget, stretch in ((self._icon, 0), (self._edit, 1), (self._queue_icon, 0), (self._queue, 0)):
            self._row.addWidget(widget, stretch)
        self.setFocusProxy(self._edit)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()
        self.retranslate()
        self.set_queue(0)

    def text(self) -> str:
        return self._edit.text()

    def set_text(self, text: str) -> None:
        """Put a text in, as if it had always been there: nothing is searched."""
        self._edit.setText(text)
        self._pause.stop()
        self.hide_suggestions()

    def clear(self) -> None:
        self.set_text("")

    def keep(self) -> None:
        """Leave the text for correction, all selected: the next scan or key replaces it."""
        self._edit.selectAll()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_back(self, text: str) -> None:
        """Put a text back in that has to be mended."""
        self.set_text(text)
        self.keep()

    def take_focus(self) -> None:
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_queue(self, waiting: int) -> None:
        """How many scans are read but not answered yet; 0 hides the counter without moving the field."""
        self._waiting = waiting
        words = QCoreApplication.translate("ScanBox", "{count} antre").format(count=waiting)
        self._queue.setText(words if waiting else "")
        self._queue_icon.set("keyboard" if waiting else "")

    def set_placeholder(self, text: str) -> None:
        """What to scan on this page; an empty text brings the usual sentence back."""
        self._own_placeholder = text
        self.retranslate()

    def adopt(self, page: QWidget) -> None:
        """Bring letters typed anywhere on the page, outside other fields, into the box; take the focus on show."""
        page.installEventFilter(self)

    def show_suggestions(self, suggestions: Sequence[Suggestion], for_text: str, preselect: bool = True) -> None:
        """List what was found for `for_text`; ignored when the box says something else by now."""
        if for_text != self.text() or not self._edit.isVisible():
            return
        self._popup.fill(suggestions, preselect)
        self._place_popup()

    def hide_suggestions(self) -> None:
        self._popup.hide()

    def suggestions_shown(self) -> bool:
        return self._popup.isVisible()

    def retranslate(self) -> None:
        usual = QCoreApplication.translate("ScanBox", "Pindai kartu, buku, atau ketik nama …")
        self._edit.setPlaceholderText(self._own_placeholder or usual)
        self._edit.setAccessibleName(QCoreApplication.translate("ScanBox", "Kotak pindai"))
        self._edit.setAccessibleDescription(self._own_placeholder or usual)
        self.set_queue(self._waiting)

    def restyle(self) -> None:
        px = theme.current().px
        self._row.setContentsMargins(px(14), px(2), px(14), px(2))
        self._row.setSpacing(px(10))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.suggestions_shown():
            self._place_popup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._edit:
            return self._edit_event(event)
        if event.type() == QEvent.Type.Show:
            QTimer.singleShot(0, self.take_focus)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._belongs_here(event):
            self.take_focus()
            QApplication.sendEvent(self._edit, event)
            return True
        return False

    def _belongs_here(self, event: QKeyEvent) -> bool:
        """A letter or digit that reached the page because nothing else wanted it."""
        if not event.text().isprintable() or not event.text() or not self._edit.isVisible():
            return False
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        return not isinstance(QApplication.focusWidget(), QLineEdit | QTextEdit | QPlainTextEdit)

    def _edit_event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            set_state(self, active=True)
        elif event.type() == QEvent.Type.FocusOut:
            set_state(self, active=False)
            self._popup.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            return _belongs_to_page(event)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _ENTER:
            self._entered()
            return True
        if key == Qt.Key.Key_Escape:
            self._escape()
            return True
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._popup.isVisible():
            self._popup.move_selection(1 if key == Qt.Key.Key_Down else -1)
            announce(self._edit, self._popup.selected_title())
            return True
        now_ms = int(event.timestamp()) or self._clock.elapsed()  # events made by programs carry no time
        self._beats = [*self._beats[-9:], now_ms - self._last_key_ms]
        self._last_key_ms = now_ms
        return False

    def _entered(self) -> None:
        """A scanner's Enter must never pick a line: the list counts only while it belongs to the very text shown."""
        self._pause.stop()
        if self._popup.isVisible() and (chosen := self._popup.selected()) is not None:
            self._choose(chosen.key)
            return
        self._popup.hide()
        self._beats = []
        self.scanned.emit(self.text())

    def _escape(self) -> None:
        self._pause.stop()
        if self._popup.isVisible():
            self._popup.hide()
        elif self.text():
            self._edit.clear()
        else:
            self.escaped.emit()

    def _choose(self, key: object) -> None:
        self._popup.hide()
        self._edit.clear()
        self.take_focus()
        self.suggestion_chosen.emit(key)

    def _edited(self, text: str) -> None:
        self._popup.unselect()
        if len(text.strip()) < _SHORTEST:
            self._pause.stop()
            self._popup.hide()
        else:
            self._pause.start()

    def _paused(self) -> None:
        by_hand = not self._beats or median(self._beats) >= HAND_MS
        self._beats = []
        if by_hand:
            self.typed.emit(self.text())

    def _place_popup(self) -> None:
        if not self._popup.count():
            self._popup.hide()
            return
        window = self.window()
        if self._popup.parentWidget() is not window:
            self._popup.setParent(window)
        below = self.mapTo(window, QPoint(0, self.height() + theme.current().px(4)))
        room = window.height() - below.y() - theme.current().px(8)
        self._popup.setGeometry(below.x(), below.y(), self.width(), min(self._popup.sizeHint().height(), room))
        self._popup.show()
        self._popup.raise_()


class SuggestionList(LiveFrame):
    """The lines under the box. Never focused: the box works it by Up, Down, Enter and Esc; a click chooses too."""

    chosen = Signal(object)
    MOST = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shown: list[Suggestion] = []
        self._selected = -1
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.setSpacing(2)
        self._lines = [_SuggestionLine(self, number) for number in range(self.MOST)]
        for line in self._lines:
            self._column.addWidget(line)
            line.clicked.connect(self._clicked)
        self.hide()

    def fill(self, suggestions: Sequence[Suggestion], preselect: bool) -> None:
        self._shown = list(suggestions[: self.MOST])
        for line, suggestion in zip(self._lines, self._shown, strict=False):
            line.fill(suggestion)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(self._shown))
        self._select(0 if preselect and self._shown else -1)

    def count(self) -> int:
        return len(self._shown)

    def selected(self) -> Suggestion | None:
        return self._shown[self._selected] if self._selected >= 0 else None

    def selected_title(self) -> str:
        chosen = self.selected()
        return f"{chosen.title}. {chosen.detail}" if chosen else ""

    def move_selection(self, step: int) -> None:
        if self._shown:
            self._select((self._selected + step) % len(self._shown) if self._selected >= 0 else 0)

    def unselect(self) -> None:
        self._select(-1)

    def _select(self, number: int) -> None:
        self._selected = number
        for index, line in enumerate(self._lines):
            line.mark(index == number)

    def _clicked(self, number: int) -> None:
        self.chosen.emit(self._shown[number].key)


class _SuggestionLine(LiveFrame):
    clicked = Signal(int)

    def __init__(self, parent: QWidget, number: int) -> None:
        super().__init__(parent, role="suggestion")
        self._number = number
        self._icon = IconLabel(self, size=20)
        self._title = ElidedLabel(self, role="body")
        self._detail = ElidedLabel(self, role="caption")
        self._note = label("", "secondary", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self._note)

    def fill(self, suggestion: Suggestion) -> None:
        self._icon.set(suggestion.icon)
        self._title.setText(suggestion.title)
        self._detail.setText(suggestion.detail)
        self._detail.setVisible(bool(suggestion.detail))
        self._note.setText(suggestion.note)

    def mark(self, selected: bool) -> None:
        self._icon.set(self._icon.name(), "on-selection" if selected else "ink-2")
        set_state(self, selected=selected)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit(self._number)
