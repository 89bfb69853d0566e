"""The fields of the member form: which stands where, with what it is filled in, and which is next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QLineEdit, QWidget

from loket.domain.member_form import EDUCATIONS, IDENTITY_TYPES, JOBS, RELATIONS
from loket.ui.pages.settings_parts import Choice, YesNo
from loket.ui.texts import member_type_word
from loket.ui.texts_members import SEXES, word
from loket.ui.widgets import FormRow

ACROSS = 6  # columns of a group
Place = tuple[str, int]  # a field, and how many columns it takes
_ADDRESS: tuple[Place, ...] = (
    ("address", 6), ("village", 3), ("district", 3), ("city", 2), ("province", 2), ("postcode", 2),
)  # fmt: skip
PLACES: dict[str, tuple[Place, ...]] = {
    # in the order of an identity card, from which it is copied
    "person": (
        ("identity_type", 2), ("identity_no", 4), ("full_name", 6), ("birth_place", 2), ("birth_on", 2), ("sex", 2),
    ),
    "address": _ADDRESS,
    "now": tuple((name + "_now", span) for name, span in _ADDRESS),
    "contact": (("phone", 3), ("email", 3)),
    "school": (("education", 3), ("job", 3), ("institution", 4), ("school_class", 2)),
    "guardian": (("guardian_name", 4), ("guardian_relation", 2), ("guardian_phone", 4)),
    "emergency": (("emergency_name", 3), ("emergency_phone", 3)),
    "membership": (
        ("member_type", 2), ("member_no", 2), ("valid_until", 2),
        ("form_no", 2), ("endorsed_by", 2), ("endorsed_on", 2), ("note", 6),
    ),
}  # fmt: skip
FIELDS: tuple[str, ...] = tuple(name for places in PLACES.values() for name, _ in places)
ORDER: tuple[str, ...] = (
    *FIELDS[: FIELDS.index("address_now")],
    "same_address",
    *FIELDS[FIELDS.index("address_now") :],
)
OFFERED: dict[str, tuple[str, ...]] = {"education": EDUCATIONS, "job": JOBS, "guardian_relation": RELATIONS}
CHOICES = ("identity_type", "sex", "member_type")
OFFER_MOST = 8


class Suggest(QLineEdit):
    """One line of text that offers words; anything else may be typed. Down shows all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(OFFER_MOST)
        self.setCompleter(completer)
        self._completer = completer

    def offer(self, words: Iterable[str]) -> None:
        self._words.setStringList(list(dict.fromkeys(words)))

    def offered(self) -> list[str]:
        return list(self._words.stringList())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._completer.popup()
        if event.key() == Qt.Key.Key_Down and self.offered() and not (popup and popup.isVisible()):
            self._completer.setCompletionPrefix("")
            self._completer.complete()
            return
        super().keyPressEvent(event)


class Fields(QObject):
    """The editors by the names of `MemberForm`, with their rows. Signals `edited`, and `entered(name)`: Enter."""

    edited = Signal()
    entered = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.editors: dict[str, QWidget] = {}
        self.rows: dict[str, FormRow] = {}
        self._names: dict[QObject, str] = {}
        for name in FIELDS:
            editor: QWidget = Choice(parent) if name in CHOICES else Suggest(parent)
            row = FormRow(parent)
            row.set_editor(editor)
            self.rows[name] = row
            self.add(name, editor)
        for name, words in OFFERED.items():
            self.offer(name, words)

    def add(self, name: str, editor: QWidget) -> None:
        """Take an editor among the fields, also one that stands elsewhere."""
        self.editors[name] = editor
        self._names[editor] = name
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(lambda _: self.edited.emit())
            editor.returnPressed.connect(lambda: self.entered.emit(name))
            completer = editor.completer()
            if completer is not None:
                completer.activated.connect(lambda _: self.edited.emit())
        elif isinstance(editor, (Choice, YesNo)):
            editor.changed.connect(self.edited)
            editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on from a choice or a tick too."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and watched in self._names:
                self.entered.emit(self._names[watched])
                return True
        return super().eventFilter(watched, event)

    # ---- values ----------------------------------------------------------------------------------------------------

    def value(self, name: str) -> str | bool:
        editor = self.editors[name]
        if isinstance(editor, QLineEdit):
            return editor.text()
        if isinstance(editor, YesNo):
            return editor.value()
        assert isinstance(editor, Choice)
        return str(editor.value() or "")

    def set_value(self, name: str, value: str | bool) -> None:
        editor = self.editors[name]
        if isinstance(editor, QLineEdit):
            editor.setText(str(value))
            editor.setCursorPosition(0)
        elif isinstance(editor, YesNo):
            editor.set_value(bool(value))
        elif isinstance(editor, Choice):
            self._choose(editor, name, str(value))

    def offer(self, name: str, words: Iterable[str]) -> None:
        editor = self.editors[name]
        if isinstance(editor, Suggest):
            editor.offer(words)

    def set_choices(self, member_types: Sequence[str]) -> None:
        """What can be chosen, in the current language."""
        for name, choices in (
            ("identity_type", [("", "–"), *((kind.name, kind.name) for kind in IDENTITY_TYPES)]),
            ("sex", [(key, word(SEXES, key)) for key in SEXES]),
            ("member_type", [(kind, member_type_word(kind)) for kind in member_types]),
        ):
            editor = self.editors[name]
            assert isinstance(editor, Choice)
            editor.set_choices(choices)

    def _choose(self, editor: Choice, name: str, value: str) -> None:
        """A value that is not offered (a library's own, or an older one) is offered from now on."""
        editor.set_value(value)
        if value and editor.value() != value:
            editor.add_choice(value, member_type_word(value) if name == "member_type" else value)
            editor.set_value(value)

    # ---- places ----------------------------------------------------------------------------------------------------

    def flow(self, grid: QGridLayout, places: Sequence[Place], shown: Mapping[str, bool]) -> bool:
        """Put the shown fields of a group into its grid, without holes. False when none is shown."""
        for name, _ in places:
            grid.removeWidget(self.rows[name])
        row = column = 0
        for name, span in places:
            widget = self.rows[name]
            widget.setVisible(shown[name])
            if not shown[name]:
                continue
            if column + span > ACROSS:
                row, column = row + 1, 0
            grid.addWidget(widget, row, column, 1, span)
            column += span
        for number in range(ACROSS):
            grid.setColumnStretch(number, 1)
            grid.setColumnMinimumWidth(number, 1)
        return any(shown[name] for name, _ in places)

    def focus(self, name: str) -> None:
        editor = self.editors[name]
        editor.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(editor, QLineEdit):
            editor.selectAll()

    def focused(self) -> str:
        """The field the cursor stands in; "" when in none."""
        return next((name for name, editor in self.editors.items() if editor.hasFocus()), "")
