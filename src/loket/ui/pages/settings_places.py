"""What stands numbered in the library, lockers and computers: several written down at once, each changed by itself.

`PlacesSection` is the mechanism; a section says in `Words`, in its fields and in its few methods what is its own.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loket.domain.entities import Id, InternetSeat, Locker
from loket.services.desk import Desk
from loket.ui import theme
from loket.ui.forms.ui_settings_places import Ui_PlacesSection
from loket.ui.pages.rooms_tables import Lines
from loket.ui.pages.settings_parts import Section, in_order
from loket.ui.shell import Shell
from loket.ui.tables import Column
from loket.ui.texts import say
from loket.ui.widgets import FormRow

FORM_PX = 360
P = TypeVar("P", bound=Locker | InternetSeat)


@dataclass(frozen=True, slots=True)
class Words:
    """Indonesian source texts in one context. `labels` and `hints` go by the names of the fields."""

    context: str
    labels: Mapping[str, str]
    hints: Mapping[str, str]
    list_name: str
    list_empty: str
    add: str
    new_title: str
    new_about: str
    new_save: str
    title: str  # of one that is there: {number}
    save: str
    retire: str
    bring_back: str
    added: str  # {count}, {first}, {last}
    saved: str  # {number}, here and in the next two
    retired: str
    brought_back: str
    place: str  # {row}, {column}
    is_retired: str
    is_broken: str  # {reason}
    is_used: str

    def say(self, text: str, **values: object) -> str:
        return say(self.context, text, **values)


@dataclass(frozen=True, slots=True)
class Seen(Generic[P]):
    """What was read: the places in their order, and the names of the rooms they may stand in, if any."""

    places: tuple[P, ...] = ()
    rooms: Mapping[Id, str] = field(default_factory=dict)


class PlacesSection(Section, Generic[P]):
    """Choose one to change it; or write down several at once. One that is gone keeps its past.

    Attributes:
        WORDS: what it says. CHANGES: the kind of change that is told when something was saved.
        NEW_FIELDS, FIELDS: what is asked for several new ones, and for one that is there. WIDE: a line of its own each.
        STARTS_AT: the field one is put at by the button for new ones.
    """

    WORDS: ClassVar[Words]
    CHANGES: ClassVar[str]
    NEW_FIELDS: ClassVar[tuple[str, ...]]
    FIELDS: ClassVar[tuple[str, ...]]
    WIDE: ClassVar[frozenset[str]]
    STARTS_AT: ClassVar[str]

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._form = Ui_PlacesSection()
        self._form.setupUi(self)
        self._seen: Seen[P] = Seen()
        self._known: dict[Id, P] = {}
        self._chosen: P | None = None  # None: several are being written down
        self._model: Lines[Id, P] = Lines(self._columns())
        self.editors = self._editors()
        self._build()
        self.retranslate()

    def activate(self) -> None:
        self.shell.jobs.start(self._read, self._show, self.fail, lane="read", owner=self)

    # ---- what each section says for itself; the base knows none of it -------------------------------------

    @abstractmethod
    def _editors(self) -> dict[str, Any]:
        """The editor of each of NEW_FIELDS and FIELDS."""

    @abstractmethod
    def _columns(self) -> Sequence[Column[P]]:
        """The columns of the list."""

    @abstractmethod
    def _values(self, place: P) -> dict[str, Any]:
        """What the editors show of one: FIELDS and their values."""

    @abstractmethod
    def _new_values(self) -> dict[str, Any]:
        """What the editors begin with for new ones; a field that is left out keeps what stands in it."""

    @abstractmethod
    def _read(self) -> Seen[P]:
        """All there are, those that are gone too. Runs beside the window, as do `_write` and `_turn`."""

    @abstractmethod
    def _write(self, desk: Desk, place: P | None, value: Mapping[str, Any]) -> tuple[P, ...]:
        """Save what the editors hold: to this one, or with None as new ones. Returns what was saved."""

    @abstractmethod
    def _turn(self, desk: Desk, place: P) -> P:
        """Take it away, or bring it back where it is gone."""

    # ---- gestures --------------------------------------------------------------------------------------------------

    def pick(self, place_id: Id) -> None:
        """Show one in the form."""
        place = self._known.get(place_id)
        if place is None:
            return
        self._chosen = place
        self.clear_errors()
        self._fill(self._values(place))
        self._show_form()

    def _picked(self, row: int) -> None:
        self.pick(self._model.key_at(row))

    def add(self) -> None:
        """Those that are not there yet."""
        self._begin()
        self.editors[self.STARTS_AT].setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        self._chosen = None
        self.clear_errors()
        self._form.list.clearSelection()
        self._fill(self._new_values())
        self._show_form()

    def save(self) -> None:
        self.clear_errors()
        self._form.save.setEnabled(False)
        desk, place, value = self.shell.desk, self._chosen, {name: one.value() for name, one in self.editors.items()}

        def work() -> tuple[tuple[P, ...], Seen[P]]:
            return self._write(desk, place, value), self._read()

        self.shell.jobs.start(work, self._saved, self._failed, lane="write", owner=self)

    def retire(self) -> None:
        """Gone, or there again."""
        desk, place = self.shell.desk, self._chosen
        if place is None:
            return
        self.shell.jobs.start(
            lambda: (self._turn(desk, place), self._read()), self._retired, self._failed, lane="write", owner=self
        )

    # ---- what is shown ---------------------------------------------------------------------------------------------

    def _show(self, seen: Seen[P]) -> None:
        chosen = self._chosen.id if self._chosen is not None else None
        self._seen = seen
        self._known = {place.id: place for place in seen.places}
        self._offer()
        self._form.list.blockSignals(True)
        self._model.show(self._known)
        row = self._model.number_of(chosen) if chosen is not None else None
        if row is not None:
            self._form.list.select_row(row)
        self._form.list.blockSignals(False)
        if row is not None and chosen is not None:
            self.pick(chosen)
        else:
            self._show_none()

    def _offer(self) -> None:
        """Give the editors the choices that were read, in the current language."""

    def _show_none(self) -> None:
        """None is chosen: what is being typed for new ones stays."""
        self._chosen = None
        self._show_form()

    def _saved(self, done: tuple[tuple[P, ...], Seen[P]]) -> None:
        changed, seen = done
        added = self._chosen is None
        self._tell(seen)
        self.done(self._added_words(changed) if added else self._numbered(self.WORDS.saved, changed[0]))

    def _added_words(self, added: Sequence[P]) -> str:
        return self.WORDS.say(self.WORDS.added, count=len(added), first=added[0].number, last=added[-1].number)

    def _retired(self, done: tuple[P, Seen[P]]) -> None:
        place, seen = done
        self._tell(seen)
        self.done(self._numbered(self.WORDS.retired if place.retired else self.WORDS.brought_back, place))

    def _tell(self, seen: Seen[P]) -> None:
        self._form.save.setEnabled(True)
        self._show(seen)
        self.shell.changes.tell(self.CHANGES, self)

    def _failed(self, error: Exception) -> None:
        self._form.save.setEnabled(True)
        self.fail(error)

    def _fill(self, values: Mapping[str, Any]) -> None:
        for name, value in values.items():
            self.editors[name].set_value(value)

    def _show_form(self) -> None:
        form, place, words = self._form, self._chosen, self.WORDS
        self._place_rows(self.NEW_FIELDS if place is None else self.FIELDS)
        form.formTitle.setText(words.say(words.new_title) if place is None else self._numbered(words.title, place))
        form.formState.setText(words.say(words.new_about) if place is None else self._state_words(place))
        form.save.set_text(words.say(words.new_save if place is None else words.save))
        form.retire.setVisible(place is not None)
        back = place is not None and place.retired
        form.retire.set_text(words.say(words.bring_back if back else words.retire))

    def _place_rows(self, asked: Sequence[str]) -> None:
        """The fields that are asked for, short ones side by side."""
        grid, place = self._form.fields, 0
        for name, row in self.rows.items():
            grid.removeWidget(row)
            row.setVisible(name in asked)
        for name in asked:
            wide = name in self.WIDE
            place += place % 2 if wide else 0
            grid.addWidget(self.rows[name], place // 2, place % 2, 1, 2 if wide else 1)
            place += 2 if wide else 1

    # ---- words -----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form, words = self._form, self.WORDS
        for name, row in self.rows.items():
            row.set_label(words.say(words.labels[name]))
            row.set_hint(words.say(words.hints[name]) if name in words.hints else "")
            self.editors[name].setAccessibleName(words.say(words.labels[name]))
        form.list.setAccessibleName(words.say(words.list_name))
        form.list.set_empty(self.ICON, words.say(words.list_empty))
        form.add.set_text(words.say(words.add))
        self._offer()
        self._model.retranslate()
        self._show_form()

    def _numbered(self, text: str, place: P) -> str:
        return self.WORDS.say(text, number=place.number)

    def _place_words(self, place: P) -> str:
        """Where it stands, counted from one as in the form."""
        shown = self._values(place)
        return self.WORDS.say(self.WORDS.place, row=shown["row"], column=shown["column"])

    def _state_words(self, place: P) -> str:
        words = self.WORDS
        if place.retired:
            return words.say(words.is_retired)
        if place.out_of_order:
            return words.say(words.is_broken, reason=place.out_of_order)
        return words.say(words.is_used)

    # ---- how it is built -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form = self._form
        for name, editor in self.editors.items():
            self.add_row(name, FormRow(self), editor)
        for column in range(2):
            form.fields.setColumnStretch(column, 1)
        form.save.setProperty("role", "primary")
        form.save.clicked.connect(self.save)
        form.retire.clicked.connect(self.retire)
        form.add.clicked.connect(self.add)
        form.list.show_model(self._model)
        form.list.picked_row.connect(self._picked)
        fields = [self.editors[name] for name in dict.fromkeys((*self.NEW_FIELDS, *self.FIELDS))]
        in_order(form.list, form.add, *fields, form.save, form.retire)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        width = theme.current().px(FORM_PX)
        for widget in (self._form.formTitle, self._form.formState):
            widget.setFixedWidth(width)
        for editor in self.editors.values():
            editor.setMinimumWidth(1)


def quiet(place: Locker | InternetSeat) -> str | None:
    """The colour of one that is gone; None for the usual one."""
    return "ink-2" if place.retired else None
