"""Parts of the lockers page: the answer in large letters, facts in two columns, how many lockers are free."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from loket.domain.pledges import PLEDGE_TYPES
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.texts import language
from loket.ui.texts_circulation import Lines
from loket.ui.widgets import IconLabel, KeyHint, LiveFrame, TileState, announce, label, set_state
from loket.ui.widgets.board import look_icon

LONGEST_PLACE = 16
MOST_COUNTS = 5
HEAD_PX = 176  # most answers are as high: what is below keeps its place
_ICONS = {"ok": "circle-check", "return": "arrow-back-up", "warn": "alert-triangle", "stop": "hand-stop",
          "info": "info-circle", "idle": "barcode"}  # fmt: skip
_COUNT_TOKENS = {TileState.OVERDUE: "stop", TileState.ALARM: "stop", TileState.FREE: "ok"}
_TOKENS = {"ok": "ok", "return": "accent", "warn": "warn", "info": "info", "idle": "ink-2"}


class DocumentKind(QComboBox):
    """Which document is held: the usual ones to choose from, any other to type. The wheel changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(list(PLEDGE_TYPES))

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()


class AnswerHead(LiveFrame):
    """The answer to the last scan: a word in its colour, the locker very large, whose it is, what to do now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="answer")
        self._lines: Lines | None = None
        self._icon = IconLabel(self, size=32)
        self._word, self._title = label("", "number", self), label("", "kiosk", self, wrap=True)
        self._detail, self._rule = label("", "title", self, wrap=True), label("", "body", self, wrap=True)
        self._hint = KeyHint(self)
        top = QHBoxLayout()
        top.addWidget(self._icon)
        top.addWidget(self._word, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(top)
        for part in (self._title, self._detail, self._rule, self._hint):
            part.setMinimumWidth(1)
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.restyle()

    def show_lines(self, lines: Lines) -> None:
        """`title` is a locker, or the sentence of a refusal, which is written smaller."""
        self._lines = lines
        token = "on-stop" if lines.tone == "stop" else _TOKENS[lines.tone]
        self._icon.set(_ICONS[lines.tone], token)
        set_state(self._title, role="title" if len(lines.title) > LONGEST_PLACE else "kiosk")
        set_state(self._word, tone="" if lines.tone == "stop" else token)
        for part, text in ((self._word, lines.word), (self._title, lines.title), (self._detail, lines.detail),
                           (self._rule, lines.rule)):  # fmt: skip
            part.setText(text)
            part.setVisible(bool(text))
        self._hint.set_key(lines.hint_key, lines.hint)
        self._hint.setVisible(bool(lines.hint))
        set_state(self, kind=lines.tone)
        self.setAccessibleName(self.words())
        announce(self, self.words(), urgent=lines.tone in ("stop", "warn"))

    def words(self) -> str:
        """Everything said, in one line."""
        lines = self._lines
        return "" if lines is None else " | ".join(
            part for part in (lines.word, lines.title, lines.detail, lines.rule, lines.hint) if part
        )  # fmt: skip

    def restyle(self) -> None:
        px = theme.current().px
        self._column.setContentsMargins(px(16), px(10), px(16), px(10))
        self._column.setSpacing(px(4))
        self.setMinimumHeight(px(HEAD_PX))


class Facts(QWidget):
    """What is known, each with its name before it."""

    MOST = 9

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.current().px(12))
        grid.setVerticalSpacing(theme.current().px(3))
        grid.setColumnStretch(1, 1)
        self._labels = [(label("", "secondary", self), label("", "body", self, wrap=True)) for _ in range(self.MOST)]
        for row, (name, value) in enumerate(self._labels):
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
            value.setMinimumWidth(1)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        self.setVisible(bool(facts))
        for number, (name, value) in enumerate(self._labels):
            shown = number < len(facts)
            name.setVisible(shown)
            value.setVisible(shown)
            name.setText(facts[number][0] if shown else "")
            value.setText(facts[number][1] if shown else "")

    def words(self) -> str:
        return " | ".join(f"{name.text()}: {value.text()}" for name, value in self._labels if name.text())


class Counts(QWidget):
    """How many places are in each state, in large figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.current().px(12))
        grid.setVerticalSpacing(theme.current().px(6))
        grid.setColumnStretch(2, 1)
        self._labels = [
            (IconLabel(self, size=28), label("", "kiosk", self), label("", "detail", self)) for _ in range(MOST_COUNTS)
        ]
        for row, (sign, figure, word) in enumerate(self._labels):
            grid.addWidget(sign, row, 0)
            grid.addWidget(figure, row, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(word, row, 2)

    def show_counts(self, counted: Sequence[tuple[TileState, int, str]]) -> None:
        for number, parts in enumerate(self._labels):
            for part in parts:
                part.setVisible(number < len(counted))
            if number < len(counted):
                sign, figure, word = parts
                state, count, words = counted[number]
                sign.set(look_icon(state), _COUNT_TOKENS.get(state, "ink-2"))
                figure.setText(fmt.count(count, language()))
                word.setText(words)
