"""Lines that tell: banners, the empty page, the page's own heading, work in progress."""

from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from loket.domain.errors import StorageError
from loket.ui import format as shown
from loket.ui import icons, theme
from loket.ui.texts import error_text
from loket.ui.widgets.base import ElidedLabel, IconLabel, LiveFrame, announce, label, set_state
from loket.ui.widgets.buttons import Button, KeyHint

Tone = Literal["ok", "warn", "stop", "info"]
TONE_ICONS: dict[str, str] = {
    "ok": "circle-check",
    "warn": "alert-triangle",
    "stop": "hand-stop",
    "info": "info-circle",
}


class Banner(LiveFrame):
    """One sentence across the page, with a button where something can be done. Signals `action_pressed`, `closed`."""

    action_pressed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, kind: Tone = "info", closable: bool = True) -> None:
        super().__init__(parent, role="banner")
        self._kind: Tone = kind
        self._icon = IconLabel(self, size=20)
        self._text = label("", "body", self, wrap=True)
        self._action = Button(self)
        self._action.clicked.connect(self.action_pressed)
        self._close = QPushButton(self)
        self._close.setProperty("role", "bare")
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.setVisible(closable)
        self._close.clicked.connect(self._dismiss)
        self._row = QHBoxLayout(self)
        for widget, stretch in ((self._icon, 0), (self._text, 1), (self._action, 0), (self._close, 0)):
            self._row.addWidget(widget, stretch)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.restyle()
        self.retranslate()
        self.hide()

    def show_line(self, text: str, kind: Tone | None = None, action: str = "") -> None:
        """Show the sentence; `action` is the word on the button, none without it."""
        self._kind = kind or self._kind
        self._text.setText(text)
        self._action.set_text(action)
        self._action.setVisible(bool(action))
        self._colour()
        self.setAccessibleName(text)
        self.show()
        announce(self, text, urgent=self._kind == "stop")

    def show_error(self, error: Exception) -> None:
        """One of our errors, a failing disk as the gravest. Raises what is none of ours."""
        self.show_line(error_text(error), "stop" if isinstance(error, StorageError) else "warn")

    def hide_line(self) -> None:
        self.hide()

    def said(self) -> str:
        """The sentence while it is shown, "" when there is none."""
        return "" if self.isHidden() else self.text()

    def text(self) -> str:
        return self._text.text()

    def kind(self) -> Tone:
        return self._kind

    def retranslate(self) -> None:
        self._close.setAccessibleName(QCoreApplication.translate("Banner", "Tutup pesan"))
        self._close.setToolTip(self._close.accessibleName())

    def restyle(self) -> None:
        px = theme.current().px
        self._row.setContentsMargins(px(12), px(6), px(8), px(6))
        self._row.setSpacing(px(10))
        self.setMinimumHeight(px(46))

    def _colour(self) -> None:
        token = "on-stop" if self._kind == "stop" else self._kind
        self._icon.set(TONE_ICONS[self._kind], token)
        icons.tint(self._close, "x", "on-stop" if self._kind == "stop" else "ink-2")
        set_state(self, kind=self._kind)

    def _dismiss(self) -> None:
        self.hide()
        self.closed.emit()


class EmptyState(LiveFrame):
    """What stands where nothing is yet: one drawing, one sentence, one key."""

    def __init__(
        self, parent: QWidget | None = None, *, icon: str = "", sentence: str = "", key: str = "", key_text: str = ""
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(self, token="line-strong", size=72)
        self._sentence = label("", "lead", self, wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._key = KeyHint(self)
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        self._column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self._sentence)
        self._column.addWidget(self._key, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)
        self.restyle()
        self.set_content(icon, sentence, key, key_text)

    def set_content(self, icon: str, sentence: str, key: str = "", key_text: str = "") -> None:
        self._icon.set(icon)
        self._sentence.setText(sentence)
        self._key.set_key(key, key_text)
        self._key.setVisible(bool(key or key_text))
        self.setAccessibleName(f"{sentence} {key} {key_text}".strip())

    def sentence(self) -> str:
        return self._sentence.text()

    def restyle(self) -> None:
        self._column.setSpacing(theme.current().px(16))
        self._sentence.setMinimumWidth(theme.current().px(240))


class PageHeader(LiveFrame):
    """The page's name, a line under it, and its actions at the right."""

    def __init__(self, parent: QWidget | None = None, *, title: str = "", subtitle: str = "", icon: str = "") -> None:
        super().__init__(parent)
        self._icon = IconLabel(self, name=icon, token="accent", size=28)
        self._title = label("", "title", self)
        self._subtitle = ElidedLabel(self, role="secondary")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()
        self.set_icon(icon)
        self.set_title(title)
        self.set_subtitle(subtitle)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_subtitle(self, subtitle: str) -> None:
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def set_icon(self, name: str) -> None:
        self._icon.set(name)
        self._icon.setVisible(bool(name))

    def add_action(self, widget: QWidget) -> None:
        """Put a button (or another small control) at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.current().px(12))


class Busy(LiveFrame):
    """Long work under way: what it does, how far it is, and a way out. Signal `cancelled()`: asked to stop."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ElidedLabel(self, role="body")
        self._figures = label("", "caption", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._cancel = Button(self, role="quiet", icon="x")
        self._cancel.clicked.connect(self._stop)
        words = QHBoxLayout()
        words.addWidget(self._text, 1)
        words.addWidget(self._figures)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(words)
        column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(column, 1)
        row.addWidget(self._cancel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()
        self.hide()

    def begin(self, text: str, cancellable: bool = True) -> None:
        self._text.setText(text)
        self._bar.setAccessibleName(text)
        self._cancel.setVisible(cancellable)
        self._cancel.setEnabled(True)
        self.report(0, 0)
        self.show()

    def report(self, done: int, total: int, text: str = "") -> None:
        """How far it is; `total` 0 when nobody knows yet."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._figures.setText(f"{shown.count(done)} / {shown.count(total)}" if total else "")
        if text:
            self._text.setText(text)

    def finish(self) -> None:
        self.hide()

    def retranslate(self) -> None:
        self._cancel.set_text(QCoreApplication.translate("Busy", "Hentikan"))

    def _stop(self) -> None:
        self._cancel.setEnabled(False)  # asked once; the work stops at its next safe place
        self.cancelled.emit()
