"""What the sections of the settings page share: the section itself and editors that do not change by accident."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, ClassVar

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from loket.domain.entities import ChargeKind
from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.ui.shell import Shell
from loket.ui.texts import error_text, invalid_text
from loket.ui.texts_settings import weekday_word, word
from loket.ui.texts_tariffs import charge_kind_word
from loket.ui.widgets import FormRow, InsetFrame, label

CONTEXT = "Settings"
KEY_GROUPS = 14


class Section(QWidget):
    """One part of the settings. Signal `said(sentence, kind)`: a line for the page's banner; "" takes it away.

    Attributes:
        TITLE, ABOUT: Indonesian source texts in context "Settings". ICON: name of an icon.
        rows: the fields that may be wrong, by their names in `InvalidInput`.
    """

    TITLE: ClassVar[str] = ""
    ABOUT: ClassVar[str] = ""
    ICON: ClassVar[str] = ""
    said = Signal(str, str)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self.rows: dict[str, FormRow] = {}

    @classmethod
    def title(cls) -> str:
        return word(cls.TITLE)

    @classmethod
    def about(cls) -> str:
        return word(cls.ABOUT)

    def activate(self) -> None:
        """Read what is shown; the section was brought to the front, or something it shows has changed."""

    def retranslate(self) -> None:
        """Put all texts in the current language."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def add_row(self, name: str, row: FormRow, editor: QWidget) -> None:
        row.set_editor(editor)
        allow_narrow(row)
        self.rows[name] = row

    def clear_errors(self) -> None:
        for row in self.rows.values():
            row.set_error(None)

    def fail(self, error: Exception) -> None:
        """Show an error where it belongs: at its field, or as a line over the page. Raises what is none of ours."""
        if isinstance(error, InvalidInput) and error.field in self.rows:
            self._mark(self.rows[error.field], invalid_text(error))
        elif isinstance(error, (InvalidInput, Refused)):
            self.said.emit(error_text(error), "warn")
        elif isinstance(error, StorageError):
            self.said.emit(error_text(error), "stop")
        else:
            raise error

    def _mark(self, row: FormRow, sentence: str) -> None:
        """Beside the field; over the page as well where the column is too narrow for the sentence."""
        row.set_error(sentence)
        row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if row.fontMetrics().horizontalAdvance(sentence) > row.width():
            self.said.emit(sentence, "warn")

    def done(self, sentence: str) -> None:
        self.clear_errors()
        self.said.emit(sentence, "ok")


class Choice(QComboBox):
    """One of a few values. The wheel scrolls the page and changes nothing. Signal `changed`: the operator chose."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[Any] = []  # Qt would hand an enum back as plain text
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(lambda _: self.changed.emit())

    def set_choices(self, choices: Iterable[tuple[Any, str]]) -> None:
        """(value, words) each; the chosen value stays if it is still offered."""
        chosen, offered = self.value(), list(choices)
        self._values = [value for value, _ in offered]
        self.clear()
        self.addItems([text for _, text in offered])
        self.set_value(chosen)

    def add_choice(self, value: Any, words: str) -> None:
        """One more at the end: a value that is older than the choices."""
        self._values.append(value)
        self.addItem(words)

    def value(self) -> Any:
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def set_value(self, value: Any) -> None:
        """Choose without telling anybody; the first one when the value is not offered."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt paints it, but words that are too long end in "…" instead of within a letter."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(kind, option, part, self).width()
        words = option.currentText
        option.currentText = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(kind, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Number(QSpinBox):
    """A whole number with its unit. The wheel scrolls the page. Signal `changed`: the operator changed it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, least: int = 0, most: int = 9_999) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(least, most)
        self.setGroupSeparatorShown(most > 9_999)
        self.valueChanged.connect(lambda _: self.changed.emit())

    def set_value(self, value: int) -> None:
        """Show a number without telling anybody."""
        blocked = self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(blocked)

    def set_unit(self, unit: str) -> None:
        """The word after the number; "Rp" stands before it."""
        if unit == "Rp":
            self.setPrefix(unit)
        else:
            self.setSuffix(f" {unit}" if unit else "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Day(QDateEdit):
    """A date with a calendar to choose from. The wheel scrolls the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMM yyyy")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def day(self) -> Any:
        return self.date().toPython()

    def set_day(self, day: Any) -> None:
        self.setDate(QDate(day.year, day.month, day.day))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class YesNo(QCheckBox):
    """Signal `changed`: the operator ticked or cleared it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clicked.connect(lambda _: self.changed.emit())

    def value(self) -> bool:
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        self.setChecked(value)


class Weekdays(QWidget):
    """The seven days of the week to tick, Monday first. Signal `changed`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._boxes = [QCheckBox(self) for _ in range(7)]
        for box in self._boxes:
            box.clicked.connect(lambda _: self.changed.emit())
            row.addWidget(box)
        row.addStretch(1)
        self.setFocusProxy(self._boxes[0])
        self.retranslate()

    def value(self) -> tuple[int, ...]:
        return tuple(day for day, box in enumerate(self._boxes) if box.isChecked())

    def set_value(self, days: Sequence[int]) -> None:
        for day, box in enumerate(self._boxes):
            box.setChecked(day in days)

    def retranslate(self) -> None:
        for day, box in enumerate(self._boxes):
            box.setText(weekday_word(day)[:3])
            box.setAccessibleName(weekday_word(day))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class ChargeKinds(QWidget):
    """What money is asked for, to tick, in two columns. Signal `changed`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        self.boxes = {kind: QCheckBox(self) for kind in ChargeKind}
        for place, box in enumerate(self.boxes.values()):
            box.clicked.connect(lambda _: self.changed.emit())
            grid.addWidget(box, place // 2, place % 2)
        self.setFocusProxy(self.boxes[ChargeKind.FINE])
        self.retranslate()

    def value(self) -> tuple[str, ...]:
        return tuple(kind.value for kind, box in self.boxes.items() if box.isChecked())

    def set_value(self, kinds: Sequence[str]) -> None:
        for kind, box in self.boxes.items():
            box.setChecked(kind in kinds)

    def retranslate(self) -> None:
        for kind, box in self.boxes.items():
            box.setText(charge_kind_word(kind))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class Words(QLineEdit):
    """A list of words with commas between them. Signal `changed`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(lambda _: self.changed.emit())


class Line(QLineEdit):
    """One line of text with `value` and `set_value` like the other editors. Signal `changed`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(lambda _: self.changed.emit())

    def value(self) -> str:
        return self.text().strip()

    def set_value(self, value: str) -> None:
        self.setText(value)


class KeyGrid(InsetFrame):
    """The recovery key in its fourteen groups, seven to a line, as one copies them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._groups = [label("", "lead", self) for _ in range(KEY_GROUPS)]
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for number, group in enumerate(self._groups):
            group.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(group, number // 7, number % 7)

    def show_key(self, key: str) -> None:
        """The text of `db.keys.recovery_text`."""
        self._key = key
        for group, signs in zip(self._groups, key.split("-"), strict=True):
            group.setText(signs)
        self.setAccessibleName(key)

    def key(self) -> str:
        return self._key


def allow_narrow(row: FormRow) -> None:
    """Let a long sentence under a field not widen its column."""
    for text in row.findChildren(QLabel):
        text.setMinimumWidth(1)


def in_order(*widgets: QWidget) -> None:
    """Let Tab walk through these one after the other; made in code they would be walked as they were made."""
    for before, after in pairwise(stop for widget in widgets for stop in _tab_stops(widget)):
        QWidget.setTabOrder(before, after)


def _tab_stops(widget: QWidget) -> list[QWidget]:
    """The widget itself, or what takes the focus inside it: the boxes of a row of boxes."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return [widget]
    return [child for child in widget.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
