"""Copying the paper visitor book after the power was off: row under row, all by keys, booked at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QWidget

from loket.domain.entities import Id
from loket.domain.errors import InvalidInput
from loket.domain.member_form import EDUCATIONS, JOBS
from loket.domain.visits import SEXES
from loket.services.paper_book import PaperFault
from loket.ui import theme
from loket.ui.pages.guestbook_sheets import Figure
from loket.ui.pages.members_sheets import AskSheet
from loket.ui.pages.settings_parts import Choice, Day
from loket.ui.presenters.guestbook_answers import Offers
from loket.ui.presenters.guestbook_paper import PaperRow, PaperTold, book_rows
from loket.ui.shell import Shell
from loket.ui.texts import invalid_text, say
from loket.ui.texts_guestbook import CONTEXT, door_word, purpose_word
from loket.ui.widgets import FieldError, FormRow, label, set_state

SHEET_PX, ROWS_PX = 1240, 330
FIRST_ROWS = 8
Column = tuple[str, int]  # name, width
COLUMNS: tuple[Column, ...] = (
    *(("at", 68), ("who", 216), ("sex", 64), ("people", 56)),
    *(("institution", 176), ("education", 132), ("job", 150), ("purpose", 180)),
)


class Row(QWidget):
    """One line of the book. Knows its fields by their names in `PaperRow`."""

    def __init__(self, parent: QWidget, offers: Offers) -> None:
        super().__init__(parent)
        self.fields: dict[str, QLineEdit | Choice] = {
            "at": QLineEdit(self),
            "who": QLineEdit(self),
            "sex": _choice(self, {sex: sex for sex in SEXES}),
            "people": Figure(self),
            "institution": QLineEdit(self),
            "education": _choice(self, {one: one for one in EDUCATIONS}),
            "job": _choice(self, {one: one for one in JOBS}),
            "purpose": _choice(
                self, {code: purpose_word(one) for code, one in offers.known.items() if not one.retired}
            ),
        }
        self.wrong = FieldError(self)
        px = theme.current().px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(6))
        grid.setVerticalSpacing(0)
        for column, (name, width) in enumerate(COLUMNS):
            self.fields[name].setFixedWidth(px(width))
            grid.addWidget(self.fields[name], 0, column)
        grid.addWidget(self.wrong, 1, 0, 1, len(COLUMNS))
        grid.setColumnStretch(len(COLUMNS), 1)
        self.wrong.hide()

    def value(self) -> PaperRow:
        people = self.fields["people"]
        assert isinstance(people, Figure)
        return PaperRow(
            people=people.value(), **{name: _text(field) for name, field in self.fields.items() if name != "people"}
        )

    def show_fault(self, field: str, sentence: str) -> None:
        """Say under the row what is wrong, mark the field, and put the cursor there."""
        editor = self.fields.get({"name": "who", "member_no": "who", "on": "at"}.get(field, field), self.fields["who"])
        set_state(editor, invalid=True)
        self.wrong.show_error(sentence)
        self.wrong.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_fault(self) -> None:
        self.wrong.clear_error()
        self.wrong.hide()
        for editor in self.fields.values():
            set_state(editor, invalid=False)

    def name_fields(self, number: int) -> None:
        for name, words in headings().items():
            self.fields[name].setAccessibleName(say(CONTEXT, "{field}, baris {number}", field=words, number=number))


class PaperSheet(AskSheet):
    """Signals: `booked(rows)`; `problem(error)` for what is no fault of a row. Enter goes to the next row."""

    booked = Signal(int)
    problem = Signal(object)

    def __init__(self, parent: QWidget, shell: Shell, offers: Offers, book: Id | None) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Salin buku kertas"),
            text=say(
                CONTEXT,
                "Baris demi baris seperti di buku, dengan jam datangnya. Jam kosong berarti sama dengan di atasnya; "
                "anggota cukup nomornya; orang lebih dari satu berarti rombongan.",
            ),
            accept=say(CONTEXT, "Salin  Ctrl+Enter"),
            icon="edit",
        )
        self._shell, self._offers = shell, offers
        self.on, self.book = Day(self), Choice(self)
        self.entries: list[Row] = []
        self._build(book)
        self.on.set_day(shell.desk.today())
        for _ in range(FIRST_ROWS):
            self.add_row()
        self.field_to_focus(self.entries[0].fields["at"])

    def needed(self) -> frozenset[str]:
        return frozenset()

    def add_row(self) -> Row:
        row = Row(self._inside, self._offers)
        self.entries.append(row)
        row.name_fields(len(self.entries))
        self._rows.addWidget(row, len(self.entries), 0)
        before = self.entries[-2].fields["purpose"] if len(self.entries) > 1 else self.book
        for field in row.fields.values():
            QWidget.setTabOrder(before, field)
            before = field
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the end of a row, with Ctrl that of the page."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        elif entered and self.focusWidget() not in (self.accept_button(), self.reject_button()):
            self._next_row()
        else:
            super().keyPressEvent(event)

    def _next_row(self) -> None:
        here = next((n for n, row in enumerate(self.entries) if row.isAncestorOf(self.focusWidget())), -1)
        row = self.entries[here + 1] if here + 1 < len(self.entries) else self.add_row()
        row.fields["at"].setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(row)

    def accept(self) -> None:
        if not self.accept_button().isEnabled():
            return  # being booked
        for row in self.entries:
            row.clear_fault()
        rows = [row.value() for row in self.entries]
        if all(row.blank for row in rows):
            self.entries[0].show_fault("who", say(CONTEXT, "Belum ada baris; tulis jam dan nama atau nomor anggota."))
            return
        desk, on, book = self._shell.desk, self.on.day(), self.book.value()
        self.set_accept_enabled(False)
        self._shell.jobs.start(
            lambda: book_rows(desk, on, book, rows), self._told, self._failed, lane="write", owner=self
        )

    def _told(self, told: PaperTold) -> None:
        self.set_accept_enabled(True)
        if told.faults:
            self._show_faults(told.faults)
        else:
            self._shell.sounds.play("ok")
            self.booked.emit(told.booked)

    def _show_faults(self, faults: Sequence[PaperFault]) -> None:
        self._shell.sounds.play("refused")
        for fault in reversed(faults):  # the cursor ends in the first wrong one
            error = InvalidInput(fault.field, fault.code, **fault.params)
            self.entries[fault.line].show_fault(fault.field, invalid_text(error))
        self._scroll.ensureWidgetVisible(self.entries[faults[0].line])

    def _failed(self, error: Exception) -> None:
        self.set_accept_enabled(True)
        self.problem.emit(error)

    def _build(self, book: Id | None) -> None:
        px = theme.current().px
        self.book.set_choices([(None, door_word()), *((room.id, room.name) for room in self._offers.books)])
        self.book.set_value(book)
        head = QHBoxLayout()
        head.setSpacing(px(12))
        for name, words, editor in (
            ("on", say(CONTEXT, "Tanggal"), self.on),
            ("room", say(CONTEXT, "Buku"), self.book),
        ):
            self.rows[name] = FormRow(self, label=words, editor=editor)
            editor.setMinimumWidth(px(200))
            head.addWidget(self.rows[name])
        head.addStretch(1)
        self.body.addLayout(head)
        self._inside = QWidget(self)
        self._rows = QGridLayout(self._inside)
        self._rows.setContentsMargins(0, 0, px(8), 0)
        self._rows.setVerticalSpacing(px(4))
        self._rows.addWidget(_headings(self._inside), 0, 0)
        self._rows.setRowStretch(999, 1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setMinimumHeight(px(ROWS_PX))
        self.body.addWidget(self._scroll, 1)
        self.setMinimumWidth(px(SHEET_PX))


def headings() -> dict[str, str]:
    return {
        "at": say(CONTEXT, "Jam"),
        "who": say(CONTEXT, "Nama, atau nomor anggota"),
        "sex": say(CONTEXT, "L/P"),
        "people": say(CONTEXT, "Orang"),
        "institution": say(CONTEXT, "Asal"),
        "education": say(CONTEXT, "Pendidikan"),
        "job": say(CONTEXT, "Pekerjaan"),
        "purpose": say(CONTEXT, "Tujuan"),
    }


def _headings(parent: QWidget) -> QWidget:
    line = QWidget(parent)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.current().px(6))
    words = headings()
    for name, width in COLUMNS:
        heading: QLabel = label(words[name], "caption", line)
        heading.setFixedWidth(theme.current().px(width))
        row.addWidget(heading)
    row.addStretch(1)
    return line


def _choice(parent: QWidget, words: dict[str, str]) -> Choice:
    choice = Choice(parent)
    choice.setMinimumContentsLength(1)
    choice.set_choices([("", "–"), *words.items()])
    return choice


def _text(field: QLineEdit | Choice) -> str:
    return field.text() if isinstance(field, QLineEdit) else str(field.value() or "")
