"""The base of all dialogs. A dialog is only for what cannot be undone, or for a form of its own."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from loket.ui import theme
from loket.ui.widgets.base import IconLabel, label
from loket.ui.widgets.buttons import Button
from loket.ui.widgets.notes import TONE_ICONS, Tone


class Sheet(QDialog):
    """Title, sentence, `body` for fields, and two buttons. Enter accepts, Esc rejects; both work from any field.

    With `danger` the first focus and Enter belong to the harmless button. Signal `decided(accepted)`, once per opening.
    """

    decided = Signal(bool)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        title: str = "",
        text: str = "",
        icon: str = "",
        kind: Tone = "info",
        accept_text: str = "",
        reject_text: str = "",
        danger: bool = False,
    ) -> None:
        super().__init__(parent)
        self._danger = danger
        self._first: QWidget | None = None
        px = theme.current().px
        self._icon = IconLabel(self, name=icon or TONE_ICONS[kind], token=kind, size=32)
        self._title = label("", "title", self, wrap=True)
        self._text = label("", "body", self, wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(px(8))
        self._accept = Button(self, role="danger" if danger else "primary")
        self._reject = Button(self)
        self._arrange(px(24), px(16))
        self.setMinimumWidth(px(440))
        self.setModal(True)
        self.set_words(title, text)
        self._accept.set_text(accept_text or QCoreApplication.translate("Sheet", "Lanjutkan"))
        self._reject.set_text(reject_text or QCoreApplication.translate("Sheet", "Batal"))
        self._accept.clicked.connect(self.accept)
        self._reject.clicked.connect(self.reject)
        self.finished.connect(lambda result: self.decided.emit(result == QDialog.DialogCode.Accepted))

    def set_words(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def set_accept_enabled(self, enabled: bool) -> None:
        self._accept.setEnabled(enabled)

    def field_to_focus(self, widget: QWidget) -> None:
        """Where the cursor stands when the sheet opens."""
        self._first = widget

    def accept_button(self) -> Button:
        return self._accept

    def reject_button(self) -> Button:
        return self._reject

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        harmless = self._reject if self._danger else self._accept
        harmless.setDefault(True)
        self.activateWindow()
        (self._first or harmless).setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Close, and give the keyboard back to the window behind, also where no window manager does."""
        super().done(result)
        parent = self.parentWidget()
        if parent is not None:
            parent.window().activateWindow()

    def _arrange(self, margin: int, gap: int) -> None:
        words = QVBoxLayout()
        words.setSpacing(gap // 2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addLayout(self.body)
        top = QHBoxLayout()
        top.setSpacing(gap)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(gap // 2)
        buttons.addStretch(1)
        buttons.addWidget(self._reject)
        buttons.addWidget(self._accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(margin)
        column.addLayout(top)
        column.addStretch(1)
        column.addLayout(buttons)
