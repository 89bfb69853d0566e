"""Fields with their label above and their error below; what was typed always stays."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from loket.ui import theme
from loket.ui.widgets.base import IconLabel, LiveFrame, announce, label, set_state


class FieldError(LiveFrame):
    """One line under a field: a hint while all is well, else the error or a doubt with its sign. Its height stays."""

    def __init__(self, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(parent)
        self._hint = hint
        self._error = ""
        self._warning = ""
        self._icon = IconLabel(self, token="stop", size=16)
        self._text = label("", "caption", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._show()
        self.restyle()

    def set_hint(self, hint: str) -> None:
        self._hint = hint
        self._show()

    def show_error(self, sentence: str) -> None:
        """Say what to do about this field."""
        self._error = sentence
        self._show()
        announce(self, sentence, urgent=True)

    def clear_error(self) -> None:
        self._error = ""
        self._show()

    def show_warning(self, sentence: str) -> None:
        """Say what looks odd; "" takes it back. An error goes before it."""
        self._warning = sentence
        self._show()

    def warning(self) -> str:
        return self._warning

    def error(self) -> str:
        return self._error

    def restyle(self) -> None:
        self.setFixedHeight(theme.current().px(20))

    def _show(self) -> None:
        said = self._error or self._warning
        odd = bool(self._warning) and not self._error
        self._icon.set(("alert-triangle" if odd else "alert-circle") if said else "", "warn" if odd else "stop")
        self._icon.setVisible(bool(said))
        self._text.setText(said or self._hint)
        self._text.setToolTip(said)
        set_state(self._text, role="error" if self._error else "caption", tone="warn" if odd else "quiet")
        self.setAccessibleName(said or self._hint)


class FormRow(LiveFrame):
    """Label, field, and the line for hint or error. The label's mnemonic and a screen reader lead to the field."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        label: str = "",
        editor: QWidget | None = None,
        hint: str = "",
        required: bool = False,
    ) -> None:
        super().__init__(parent)
        self._required = required
        self._words = label
        self._label = QLabel(self)
        self._below = FieldError(self, hint=hint)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._label)
        self._column.addWidget(self._below)
        self._editor: QWidget | None = None
        self.restyle()
        if editor is not None:
            self.set_editor(editor)
        self.retranslate()

    @property
    def editor(self) -> QWidget:
        """The field. Raises RuntimeError while the row has none."""
        if self._editor is None:
            raise RuntimeError("this form row was given no editor")
        return self._editor

    def set_editor(self, editor: QWidget) -> None:
        self._editor = editor
        self._column.insertWidget(1, editor)
        self._label.setBuddy(editor)
        self.retranslate()

    def set_label(self, words: str) -> None:
        self._words = words
        self.retranslate()

    def set_hint(self, hint: str) -> None:
        self._below.set_hint(hint)

    def set_error(self, sentence: str | None) -> None:
        """Show what is wrong with the field, or None when it is right. The field keeps its text."""
        if sentence:
            self._below.show_error(sentence)
        else:
            self._below.clear_error()
        if self._editor is not None:
            set_state(self._editor, invalid=bool(sentence))
            self._editor.setAccessibleDescription(sentence or "")

    def error(self) -> str:
        return self._below.error()

    def set_warning(self, sentence: str) -> None:
        """Show what looks odd about the field, "" when nothing does. It stops nothing."""
        self._below.show_warning(sentence)

    def warning(self) -> str:
        return self._below.warning()

    def set_required(self, required: bool) -> None:
        self._required = required
        self.retranslate()

    def retranslate(self) -> None:
        optional = QCoreApplication.translate("FormRow", "wajib")
        self._label.setText(f"{self._words}  ·  {optional}" if self._required else self._words)
        if self._editor is not None:
            self._editor.setAccessibleName(self._words.replace("&", ""))

    def restyle(self) -> None:
        self._column.setSpacing(theme.current().px(4))
