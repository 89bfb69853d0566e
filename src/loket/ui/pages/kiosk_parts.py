"""The kiosk's screens: the welcome picture, one question, one answer. They show and report touches; nothing more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from loket.ui import theme
from loket.ui.pages.kiosk_keyboard import DONE, Keyboard, NumberPad
from loket.ui.pages.kiosk_tiles import Choice, CountRows, Tile, TileGrid
from loket.ui.presenters.kiosk import StepKind
from loket.ui.texts import say
from loket.ui.widgets import Button, IconLabel, LiveFrame, label, set_state

CONTEXT = "Kiosk"
DOT, HERE = "○", "●"
LONGEST_TEXT = 200


class QuestionScreen(QWidget):
    """One question. Signals: `answered(object)`, `skipped()`, `back()`, `finished()`: he has said enough."""

    answered = Signal(object)
    skipped = Signal()
    back = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = StepKind.TEXT
        self._people = 0
        self.question = label("", "kiosk", self, wrap=True)
        self.help = label("", "lead", self, wrap=True)
        self.problem = label("", "error", self, wrap=True)
        self.dots = label("", "title", self)
        self.edit = QLineEdit(self)
        self.edit.setProperty("large", True)
        self.edit.setMaxLength(LONGEST_TEXT)
        self.keyboard, self.pad, self.number_pad = Keyboard(self), NumberPad(self), NumberPad(self)
        self.grid, self.rows = TileGrid(self), CountRows(self)
        self.sum = label("", "tile", self)
        self.back_button = Button(self, icon="arrow-left")
        self.skip_button = Button(self)
        self.finish_button = Button(self, icon="check")
        self.next_button = Button(self, icon="arrow-right", role="primary")
        self._arrange()
        self._wire()

    def _arrange(self) -> None:
        self._body = QStackedWidget(self)
        self._typing, self._counting = QWidget(self), QWidget(self)
        typing = QVBoxLayout(self._typing)
        typing.setContentsMargins(0, 0, 0, 0)
        typing.addWidget(self.edit)
        self._boards = QStackedWidget(self)
        for board in (self.keyboard, self._middle(self.number_pad)):
            self._boards.addWidget(board)
        typing.addWidget(self._boards, 1)
        counting = QGridLayout(self._counting)
        counting.setContentsMargins(0, 0, 0, 0)
        counting.addWidget(self.rows, 0, 0)
        counting.addWidget(self.pad, 0, 1)
        counting.setColumnStretch(0, 5)
        counting.setColumnStretch(1, 3)
        for screen in (self._typing, self.grid, self._counting):
            self._body.addWidget(screen)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.dots)
        buttons.addStretch(1)
        for button in (self.finish_button, self.skip_button, self.next_button):
            buttons.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.question)
        under = QHBoxLayout()
        under.addWidget(self.help, 1)
        under.addWidget(self.sum)
        self._column.addLayout(under)
        self._column.addWidget(self._body, 1)
        self._column.addWidget(self.problem)
        self._column.addLayout(buttons)
        self._buttons, self._counting_grid, self._typing_column = buttons, counting, typing

    @staticmethod
    def _middle(widget: QWidget) -> QWidget:
        """As wide as a telephone's keys are, in the middle."""
        around = QWidget()
        row = QHBoxLayout(around)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(widget, 1)
        row.addStretch(1)
        return around

    def _wire(self) -> None:
        self.edit.returnPressed.connect(self.go_on)
        self.edit.textChanged.connect(self._typed)
        self.grid.chosen.connect(self.answered.emit)
        self.pad.pressed.connect(self._pad_pressed)
        self.rows.changed.connect(self._show_sum)
        self.next_button.clicked.connect(self.go_on)
        self.skip_button.clicked.connect(self.skipped)
        self.back_button.clicked.connect(self.back)
        self.finish_button.clicked.connect(self.finished)

    def restyle(self) -> None:
        px = theme.current().px
        self._column.setContentsMargins(px(64), px(4), px(64), px(4))
        self._column.setSpacing(px(14))
        self._typing_column.setSpacing(px(18))
        self._counting_grid.setHorizontalSpacing(px(32))
        self._buttons.setSpacing(px(12))

    # ---- one question ----------------------------------------------------------------------------------------------

    def show_text(self, kind: StepKind, value: str) -> None:
        self._kind = kind
        self._body.setCurrentWidget(self._typing)
        self._boards.setCurrentIndex(0 if kind is StepKind.TEXT else 1)
        self.edit.setText(value)
        self.keyboard.begin_word(value)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_choices(self, choices: Sequence[Choice], current: str, *, big: bool) -> None:
        self._kind = StepKind.CHOICE
        self.grid.show_choices(choices, current=current, big=big)
        self._body.setCurrentWidget(self.grid)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_counts(self, choices: Sequence[Choice], counts: dict[str, int], people: int) -> None:
        self._kind, self._people = StepKind.COUNTS, people
        self.rows.show_rows(choices, counts)
        self._body.setCurrentWidget(self._counting)
        self._show_sum()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_place(self, at: int, count: int) -> None:
        """How far he is; of a single question nothing."""
        self.dots.setText("  ".join(HERE if number == at else DOT for number in range(count)) if count > 1 else "")
        words = say(CONTEXT, "Langkah {number} dari {count}", number=at + 1, count=count)
        self.dots.setAccessibleName(words if count > 1 else "")

    def show_ways(self, *, optional: bool, may_finish: bool, is_last: bool) -> None:
        self.next_button.setVisible(self._kind is not StepKind.CHOICE)
        self.sum.setVisible(self._kind is StepKind.COUNTS)
        self.skip_button.setVisible(optional)
        self.finish_button.setVisible(may_finish and not is_last)

    def show_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        set_state(self.edit, invalid=bool(sentence))

    def takes_text(self) -> bool:
        """Whether letters belong into a field here."""
        return self._body.currentWidget() is self._typing

    def counts(self) -> bool:
        return self._body.currentWidget() is self._counting

    def go_on(self) -> None:
        """What is written there is the answer. An empty one to what may be left out is none."""
        if self._kind is StepKind.CHOICE:
            return
        if self._kind is StepKind.COUNTS:
            self.answered.emit({code: count for code, count in self.rows.counts.items() if count})
            return
        text = self.edit.text().strip()
        if self._kind is StepKind.NUMBER:
            self.answered.emit(int(text) if text.isascii() and text.isdigit() else 0)
        else:
            self.answered.emit(text)

    def pad_key(self, name: str) -> None:
        """A digit typed on a real keyboard."""
        self._pad_pressed(name)

    def _pad_pressed(self, name: str) -> None:
        if name == DONE:
            self.go_on()
        elif self._kind is StepKind.COUNTS:
            self.rows.key(name)

    def _typed(self, text: str) -> None:
        self.keyboard.begin_word(text)
        self.show_problem("")

    def _show_sum(self) -> None:
        total = self.rows.total()
        self.sum.setText(say(CONTEXT, "{count} dari {people} orang", count=total, people=self._people))
        set_state(self.sum, tone="stop" if total > self._people else "")

    def retranslate(self) -> None:
        self.back_button.set_text(say(CONTEXT, "Kembali"))
        self.skip_button.set_text(say(CONTEXT, "Lewati"))
        self.next_button.set_text(say(CONTEXT, "Lanjut"))
        self.finish_button.set_text(say(CONTEXT, "Cukup, kirim"))
        self.keyboard.retranslate()
        self.edit.setAccessibleName(self.question.text())


class WelcomeScreen(QWidget):
    """What stands there while nobody does. Signal `wanted(str)`: one of the big choices, by its code."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day, self.clock = label("", "lead", self), label("", "clock", self)
        self.invite = LiveFrame(self, role="invite")
        self.title, self.hint = label("", "kiosk", self.invite), label("", "lead", self.invite)
        self.people, self.notice = label("", "foot", self), label("", "foot", self, wrap=True)
        for text in (self.day, self.clock):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.notice.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.tiles: dict[str, Tile] = {}
        self._invite_icon = IconLabel(self.invite, name="barcode", token="accent", size=96)
        self._inside = QHBoxLayout(self.invite)
        self._inside.addWidget(self._invite_icon)
        self._words = QVBoxLayout()
        self._words.addStretch(1)
        self._words.addWidget(self.title)
        self._words.addWidget(self.hint)
        self._words.addStretch(1)
        self._inside.addLayout(self._words, 1)
        self._row = QHBoxLayout()
        foot = QHBoxLayout()
        foot.addWidget(self.people)
        foot.addWidget(self.notice, 1)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self.day)
        self._column.addWidget(self.clock)
        self._column.addStretch(1)
        self._column.addWidget(self.invite, 2)
        self._column.addLayout(self._row, 2)
        self._column.addLayout(foot)

    def restyle(self) -> None:
        px = theme.current().px
        self._column.setContentsMargins(px(64), px(0), px(64), px(4))
        self._column.setSpacing(px(14))
        self._row.setSpacing(px(14))
        self._inside.setContentsMargins(px(40), px(16), px(40), px(16))
        self._inside.setSpacing(px(40))
        self._words.setSpacing(px(8))

    def show_choices(self, choices: Sequence[Choice]) -> None:
        for tile in self.tiles.values():
            self._row.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = {}
        for choice in choices:
            tile = Tile(self, choice.text, choice.icon, choice.token, big=True)
            tile.clicked.connect(lambda _=False, code=choice.code: self.wanted.emit(code))
            self._row.addWidget(tile, 1)
            self.tiles[choice.code] = tile


class AnswerScreen(QWidget):
    """One thing said. Signals: `done()`, `leaving()`: he goes home, `rating()`: he will say what he thinks."""

    done = Signal()
    leaving = Signal()
    rating = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = IconLabel(self, name="circle-check", token="ok", size=120)
        self.title, self.detail = label("", "greeting", self, wrap=True), label("", "lead", self, wrap=True)
        self.number = label("", "number", self)
        for text in (self.title, self.detail, self.number):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.leave_button = Button(self, icon="logout")
        self.rate_button = Button(self, icon="mood-smile")
        self.done_button = Button(self, icon="check", role="primary")
        self.leave_button.clicked.connect(self.leaving)
        self.rate_button.clicked.connect(self.rating)
        self.done_button.clicked.connect(self.done)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        for button in (self.leave_button, self.rate_button, self.done_button):
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        self._column.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (self.title, self.number, self.detail):
            self._column.addWidget(text)
        self._column.addStretch(1)
        self._column.addLayout(self._row)
        self._column.addStretch(1)

    def restyle(self) -> None:
        px = theme.current().px
        self._column.setContentsMargins(px(64), px(8), px(64), px(8))
        self._column.setSpacing(px(20))
        self._row.setSpacing(px(16))

    def show_answer(self, icon: str, token: str, title: str, detail: str, number: str = "") -> None:
        self.icon.set(icon, token)
        self.title.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.number.setText(number)
        self.number.setVisible(bool(number))

    def show_ways(self, *, leave: bool, rate: bool) -> None:
        self.leave_button.setVisible(leave)
        self.rate_button.setVisible(rate)

    def forget(self) -> None:
        """Nobody's name stays in a field nobody sees."""
        self.show_answer("", "ok", "", "")

    def retranslate(self) -> None:
        self.leave_button.set_text(say(CONTEXT, "Saya pulang"))
        self.rate_button.set_text(say(CONTEXT, "Nilai layanan"))
        self.done_button.set_text(say(CONTEXT, "Selesai"))
