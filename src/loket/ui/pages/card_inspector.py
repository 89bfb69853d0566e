"""Everything one may set on the chosen element of a card, as a column of fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import (
    QColorDialog,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from loket.reports.card_design import ALIGNS, CODES, FITS, SHAPES, VALIGNS, WEIGHTS, Element, Shape
from loket.ui import icons, theme
from loket.ui.pages.settings_parts import Choice, Line, YesNo
from loket.ui.texts import say
from loket.ui.texts_card_designer import CHOICE_WORDS, CONTEXT, ENTRY_WORDS, FIELD_WORDS, word
from loket.ui.widgets import Button, label

CHOICES: dict[str, Sequence[str]] = {
    "weight": WEIGHTS,
    "align": ALIGNS,
    "valign": VALIGNS,
    "shape": SHAPES,
    "code": CODES,
    "fit": FITS,
}
COLOURS = ("colour", "fill", "line", "ground", "figure")
NUMBERS: dict[str, tuple[float, float, float, str]] = {  # least, most, step, unit
    "x_mm": (-100, 200, 0.5, "mm"),
    "y_mm": (-100, 200, 0.5, "mm"),
    "w_mm": (0.1, 200, 0.5, "mm"),
    "h_mm": (0.1, 200, 0.5, "mm"),
    "size_pt": (3, 72, 0.5, "pt"),
    "least_pt": (3, 72, 0.5, "pt"),
    "text_pt": (0, 24, 0.5, "pt"),
    "spacing": (0.8, 3, 0.05, "×"),
    "tracking_pt": (0, 10, 0.1, "pt"),
    "radius_mm": (0, 60, 0.5, "mm"),
    "line_mm": (0, 10, 0.1, "mm"),
    "step_mm": (1, 60, 0.5, "mm"),
    "lines": (1, 40, 1, ""),
}
TEXT_PX = 48
HIDDEN = frozenset({"points"})
ONLY_FOR = {"radius_mm": "rect", "step_mm": "kawung"}  # entries of shapes that mean nothing on the others


class Decimal(QDoubleSpinBox):
    """A measure. The wheel scrolls the column. Signal `changed`: the operator changed it."""

    changed = Signal()

    def __init__(self, parent: QWidget, least: float, most: float, step: float, unit: str) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(least, most)
        self.setDecimals(0 if step == 1 else 2)
        self.setSingleStep(step)
        self.setSuffix(f" {unit}" if unit else "")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.valueChanged.connect(lambda _: self.changed.emit())

    def set_value(self, value: float) -> None:
        blocked = self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(blocked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Colour(QWidget):
    """A colour as #RRGGBB with a sample to click. Signal `changed`."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = Line(self)
        self._sample = Button(self, icon="edit", role="quiet")
        self._sample.setAccessibleName(say(CONTEXT, "Pilih warna"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(4))
        row.addWidget(self._line, 1)
        row.addWidget(self._sample)
        self.setFocusProxy(self._line)
        self._line.editingFinished.connect(self.changed)
        self._sample.clicked.connect(self._choose)

    def value(self) -> str:
        return self._line.value().upper()

    def set_value(self, value: str) -> None:
        self._line.set_value(value)
        swatch = icons.pixmap("edit", "ink-2", theme.current().px(18), 1.0)
        swatch.fill(QColor(value) if value else theme.current().qcolor("surface-2"))
        self._sample.setIcon(swatch)

    def _choose(self) -> None:
        now = QColor(self.value()) if self.value() else theme.current().qcolor("paper")
        chosen = QColorDialog.getColor(now, self, say(CONTEXT, "Pilih warna"))
        if chosen.isValid():
            self.set_value(chosen.name().upper())
            self.changed.emit()


class Words(QWidget):
    """The text of an element, with a menu of fields to put in. Signal `changed`."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.edit = QPlainTextEdit(self)
        self.edit.setTabChangesFocus(True)
        height = theme.current().px(TEXT_PX)
        self.edit.setStyleSheet(f"min-height: {height}px; max-height: {height}px")  # the theme sets a lower one
        self._insert = Button(self, text=say(CONTEXT, "Sisipkan isian"), icon="plus", role="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(2))
        column.addWidget(self.edit)
        column.addWidget(self._insert, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self.changed)
        self._insert.clicked.connect(self._show_menu)

    def value(self) -> str:
        return self.edit.toPlainText()

    def set_value(self, value: str) -> None:
        if value != self.edit.toPlainText():
            blocked = self.edit.blockSignals(True)
            self.edit.setPlainText(value)
            self.edit.blockSignals(blocked)

    def menu(self) -> QMenu:
        """The fields, each put in where the cursor stands."""
        menu = QMenu(self)
        for name in FIELD_WORDS:
            action = menu.addAction(word(FIELD_WORDS, name))
            action.triggered.connect(lambda _=False, name=name: self.edit.insertPlainText("{" + name + "}"))
        return menu

    def _show_menu(self) -> None:
        self.menu().exec(self._insert.mapToGlobal(self._insert.rect().bottomLeft()))


Editor = Decimal | Colour | Words | Choice | YesNo | Line


class Inspector(QWidget):
    """Signal `changed(entry, value)`: the operator set something on the chosen element."""

    changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editors: dict[str, Editor] = {}
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, theme.current().px(8), 0)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._body: QWidget | None = None
        self._problem: QLabel | None = None

    def show_element(self, element: Element | None, pictures: Sequence[str] = (), *, editable: bool = True) -> None:
        """The element's entries; the same fields stay when only their values changed."""
        shape = element.shape if isinstance(element, Shape) else ""
        shown = (type(element), shape, tuple(pictures), editable)
        if shown != self._shown:
            self._shown = shown
            self._build(element, pictures, editable)
        for name, editor in self.editors.items():
            editor.set_value(getattr(element, name))
        self.show_problem("")

    def show_problem(self, sentence: str) -> None:
        if self._problem is not None:
            self._problem.setText(sentence)
            self._problem.setVisible(bool(sentence))

    def rebuild(self) -> None:
        """The language changed."""
        self._shown = ()

    def _build(self, element: Element | None, pictures: Sequence[str], editable: bool) -> None:
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self.editors = {}
        self._body = QWidget(self)
        self._body.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # scrolled, never squeezed
        self._column.addWidget(self._body)
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme.current().px(6))
        grid.setColumnStretch(1, 1)
        self._problem = label("", "error", self._body)
        self._problem.setWordWrap(True)
        if element is None:
            text = label(say(CONTEXT, "Klik sebuah unsur pada kartu, atau pilih di daftar."), "secondary", self._body)
            text.setWordWrap(True)
            grid.addWidget(text, 0, 0, 1, 2)
        for number, name in enumerate(_entries(element)):
            self._add(grid, number, name, pictures, editable)
        grid.addWidget(self._problem, 90, 0, 1, 2)
        grid.setRowStretch(99, 1)

    def _add(self, grid: QGridLayout, number: int, name: str, pictures: Sequence[str], editable: bool) -> None:
        assert self._body is not None
        editor = _editor(self._body, name, pictures)
        editor.setAccessibleName(word(ENTRY_WORDS, name))
        editor.setEnabled(editable)
        editor.changed.connect(lambda name=name, editor=editor: self.changed.emit(name, _value(name, editor)))
        self.editors[name] = editor
        if isinstance(editor, Words | YesNo):
            grid.addWidget(editor, number, 0, 1, 2)
            return
        text = label(word(ENTRY_WORDS, name), "secondary", self._body)
        text.setBuddy(editor)
        grid.addWidget(text, number, 0)
        grid.addWidget(editor, number, 1)


def _entries(element: Element | None) -> list[str]:
    if element is None:
        return []
    names = [entry.name for entry in fields(element) if entry.name not in HIDDEN]
    if isinstance(element, Shape):
        names = [name for name in names if ONLY_FOR.get(name, element.shape) == element.shape]
    return sorted(names, key=lambda name: name != "text")


def _editor(parent: QWidget, name: str, pictures: Sequence[str]) -> Editor:
    if name == "text":
        return Words(parent)
    if name in NUMBERS:
        return Decimal(parent, *NUMBERS[name])
    if name in COLOURS:
        return Colour(parent)
    if name == "upper":
        box = YesNo(parent)
        box.setText(word(ENTRY_WORDS, name))
        return box
    if name in ("file", "otherwise"):
        choice = Choice(parent)
        own = [("logo", say(CONTEXT, "Logo perpustakaan")), ("signature", say(CONTEXT, "Tanda tangan kepala"))]
        none = [("", say(CONTEXT, "tidak ada"))] if name == "otherwise" else []
        choice.set_choices([*none, *own, *((picture, picture) for picture in pictures)])
        return choice
    choice = Choice(parent)
    choice.set_choices((key, word(CHOICE_WORDS, key)) for key in CHOICES[name])
    return choice


def _value(name: str, editor: Editor) -> Any:
    value: Any = editor.value()
    return round(value) if name == "lines" else value
