"""The answer to the last scan: the biggest thing on every page, and the quiet list of the ones before it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from loket.ui import fonts, theme
from loket.ui.widgets.base import ElidedLabel, IconLabel, LiveFrame, announce, label, set_state
from loket.ui.widgets.buttons import KeyHint

if TYPE_CHECKING:
    from loket.ui.texts_circulation import Lines

ANSWER_POINTS = 22.0
_LINES = 2


class AnswerKind(StrEnum):
    """What came of a scan. Colour only supports: each kind has its own icon, and the caller gives the word."""

    OK = "ok"
    RETURN = "return"
    WARN = "warn"
    STOP = "stop"
    INFO = "info"


_ICONS = {
    AnswerKind.OK: "circle-check",
    AnswerKind.RETURN: "arrow-back-up",
    AnswerKind.WARN: "alert-triangle",
    AnswerKind.STOP: "hand-stop",
    AnswerKind.INFO: "info-circle",
}
_TOKENS = {
    AnswerKind.OK: "ok",
    AnswerKind.RETURN: "accent",
    AnswerKind.WARN: "warn",
    AnswerKind.STOP: "on-stop",
    AnswerKind.INFO: "info",
}


@dataclass(frozen=True)
class Answer:
    """One answer in words ready to show.

    `word` ("Dipinjam"), `title` (the book, or the sentence of a refusal), `detail` ("Jatuh tempo Sen, 1 Des 2026"),
    `rule` (which rule and why), `hint_key` and `hint` ("F12", "minta persetujuan pengawas"), `number` of the slip.
    """

    kind: AnswerKind
    word: str
    title: str = ""
    detail: str = ""
    rule: str = ""
    hint: str = ""
    hint_key: str = ""
    number: str = ""
    icon: str = ""

    @property
    def spoken(self) -> str:
        """Everything in one sentence row, for screen readers."""
        parts = (self.word, self.title, self.detail, self.rule, f"{self.hint_key} {self.hint}".strip())
        return ". ".join(part.strip(" .") for part in parts if part)


def _font() -> QFont:
    return fonts.font(theme.current().points(ANSWER_POINTS), QFont.Weight.Medium)


def line_height() -> int:
    """Of one line of the answer, in logical pixels."""
    return QFontMetrics(_font()).lineSpacing()


class AnswerLine(QWidget):
    """The word in its colour and the title after it, at 22 pt, in at most two lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word, self._title = "", ""
        self._word_token, self._title_token = "ink", "ink"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._layout, self._shown = QTextLayout(), ""
        theme.current().changed.connect(self._fit)

    def set_words(self, word: str, title: str, word_token: str, title_token: str) -> None:
        self._word, self._title = word, title
        self._word_token, self._title_token = word_token, title_token
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(320, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def shown(self) -> str:
        """The words as they are drawn, cut with "…" where two lines are not enough."""
        return self._shown

    def _fit(self) -> None:
        """As high as its one or two lines; the card below keeps the rest free."""
        self._layout, self._shown = self._laid_out()
        self.setFixedHeight(line_height() * max(1, self._layout.lineCount()))
        self.setToolTip("" if self._shown == self._whole() else self._whole())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _laid_out(self) -> tuple[QTextLayout, str]:
        """Break into lines; where two are not enough, cut the text until they are. At most a dozen tries."""
        text = self._whole()
        low, high = 0, len(text)
        layout, fits = self._broken(text, self.width())
        if fits:
            return layout, text
        while high - low > 1:
            middle = (low + high) // 2
            _, fits = self._broken(text[:middle].rstrip() + "…", self.width())
            low, high = (middle, high) if fits else (low, middle)
        text = text[:low].rstrip() + "…"
        return self._broken(text, self.width())[0], text

    def _broken(self, text: str, width: int) -> tuple[QTextLayout, bool]:
        layout = QTextLayout(text, _font())
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(text))
        layout.beginLayout()
        top, lines = 0.0, 0
        while lines < _LINES:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top))
            top += line_height()
            lines += 1
        fits = not layout.createLine().isValid()
        layout.endLayout()
        return layout, fits

    def _formats(self, text: str) -> list[QTextLayout.FormatRange]:
        word, title = QTextLayout.FormatRange(), QTextLayout.FormatRange()
        word.start, word.length = 0, min(len(self._word), len(text))
        title.start, title.length = word.length, max(0, len(text) - word.length)
        for part, token, weight in (
            (word, self._word_token, QFont.Weight.Bold),
            (title, self._title_token, QFont.Weight.Medium),
        ):
            look = QTextCharFormat()
            look.setForeground(theme.current().qcolor(token))
            look.setFontWeight(weight)
            part.format = look
        return [word, title]

    def _whole(self) -> str:
        return f"{self._word}   {self._title}".strip()


class AnswerCard(LiveFrame):
    """What the desk says to the last scan. Always the same height, so that nothing below it moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="answer")
        self._answer: Answer | None = None
        self._icon = IconLabel(self, size=56)
        self._line = AnswerLine(self)
        self._number = label("", "caption", self)
        self._detail = ElidedLabel(self, role="detail")
        self._rule = ElidedLabel(self, role="secondary")
        self._hint = KeyHint(self)
        self._arrange()
        self.restyle()
        self.show_idle("")

    def show_answer(
        self,
        kind: AnswerKind,
        word: str,
        title: str = "",
        detail: str = "",
        rule: str = "",
        hint: str = "",
        hint_key: str = "",
        number: str = "",
        icon: str = "",
    ) -> None:
        """Show one answer; see `Answer` for the parts. Screen readers say it, a refusal at once."""
        answer = Answer(kind, word, title, detail, rule, hint, hint_key, number, icon)
        self._answer = answer
        token = _TOKENS[kind]
        self._line.set_words(word, title, token, "on-stop" if kind is AnswerKind.STOP else "ink")
        self._icon.set(icon or _ICONS[kind], token)
        self._fill(answer)
        set_state(self, kind=str(kind))
        announce(self, answer.spoken, urgent=kind in (AnswerKind.STOP, AnswerKind.WARN))

    def show_lines(self, lines: Lines, icon: str = "") -> None:
        """Show an answer that was put into words."""
        self.show_answer(
            AnswerKind(lines.tone), lines.word, lines.title, lines.detail, lines.rule, lines.hint, lines.hint_key,
            lines.number, icon,
        )  # fmt: skip

    def show_idle(self, title: str, detail: str = "", icon: str = "barcode") -> None:
        """Nothing scanned yet: one quiet sentence saying what to do."""
        self._answer = None
        self._line.set_words("", title, "ink-2", "ink-2")
        self._icon.set(icon, "ink-2")
        self._fill(Answer(AnswerKind.INFO, "", title, detail))
        set_state(self, kind="idle")

    def answer(self) -> Answer | None:
        """What is shown, None while idle."""
        return self._answer

    def restyle(self) -> None:
        px = theme.current().px
        self._outer.setContentsMargins(px(20), px(16), px(20), px(14))
        self._outer.setSpacing(px(20))
        self._words.setSpacing(px(6))
        # margins, then detail, rule and hint, each with the gap above it
        self.setFixedHeight(px(16 + 14 + 28 + 4 + 26 + 4 + 24 + 4) + line_height() * _LINES)

    def _arrange(self) -> None:
        self._outer = QHBoxLayout(self)
        self._outer.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._words = QVBoxLayout()
        self._words.addStretch(1)
        for part in (self._line, self._detail, self._rule, self._hint):
            self._words.addWidget(part)
        self._words.addStretch(1)
        self._outer.addLayout(self._words, 1)
        right = QVBoxLayout()
        right.addWidget(self._number, 0, Qt.AlignmentFlag.AlignRight)
        right.addStretch(1)
        self._outer.addLayout(right)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _fill(self, answer: Answer) -> None:
        self._number.setText(answer.number)
        self._detail.setText(answer.detail)
        self._detail.setVisible(bool(answer.detail))
        self._rule.setText(answer.rule)
        self._rule.setVisible(bool(answer.rule))
        self._hint.set_key(answer.hint_key, answer.hint)
        self.setAccessibleName(answer.spoken)
        self.setAccessibleDescription(answer.rule)


class AnswerHistory(LiveFrame):
    """The last few answers, newest first: icon, word, title, time. For "what did I scan before that?"."""

    def __init__(self, parent: QWidget | None = None, *, max_lines: int = 5) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._lines = [_HistoryLine(self) for _ in range(max_lines)]
        for line in self._lines:
            self._column.addWidget(line)
        self._column.addStretch(1)
        self._shown: list[tuple[AnswerKind, str, str, str]] = []

    def add(self, kind: AnswerKind, word: str, title: str, when: str = "") -> None:
        self._shown = [(kind, word, title, when), *self._shown][: len(self._lines)]
        for line, entry in zip(self._lines, self._shown, strict=False):
            line.fill(*entry)

    def clear(self) -> None:
        self._shown = []
        for line in self._lines:
            line.empty()

    def words(self) -> list[str]:
        """What is listed, newest first."""
        return [f"{word} {title}".strip() for _, word, title, _ in self._shown]


class _HistoryLine(LiveFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = IconLabel(self, size=16)
        self._word: QLabel = label("", "secondary", self)
        self._title = ElidedLabel(self, role="secondary")
        self._when = label("", "caption", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        for widget, stretch in ((self._icon, 0), (self._word, 0), (self._title, 1), (self._when, 0)):
            row.addWidget(widget, stretch)

    def fill(self, kind: AnswerKind, word: str, title: str, when: str) -> None:
        self._icon.set(_ICONS[kind], "stop" if kind is AnswerKind.STOP else _TOKENS[kind])
        self._word.setText(word)
        self._title.setText(title)
        self._when.setText(when)

    def empty(self) -> None:
        self._icon.set("")
        for part in (self._word, self._title, self._when):
            part.setText("")
