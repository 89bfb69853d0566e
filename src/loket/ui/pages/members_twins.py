"""Somebody who may be here already: found while typing, shown beside what is being typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from loket.domain.folding import fold
from loket.domain.phones import shown_phone
from loket.services.duplicates import Twin
from loket.services.registration import MemberForm
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.presenters.members_form import day_or_none
from loket.ui.texts import language, member_type_word, say
from loket.ui.texts_members import CONTEXT, LABELS, twin_words, valid_words, word
from loket.ui.widgets import Button, ElidedLabel, InsetFrame, Sheet, label, set_state

SHEET_PX, LINE_PX = 720, 68
Facts = dict[str, str]
ROWS = ("full_name", "birth_on", "phone", "address")


class TwinLine(QPushButton):
    """One line of the list: who, and what is the same. Signal `chosen()`."""

    chosen = Signal()

    def __init__(self, twin: Twin, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "quiet")
        hit = twin.member
        px = theme.current().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(4), px(8), px(4))
        column.setSpacing(0)
        column.addWidget(ElidedLabel(self, text=hit.full_name, role="heading"))
        column.addWidget(ElidedLabel(self, text=hit.member_no, role="caption"))
        same = ElidedLabel(self, text=twin_words(twin.by), role="caption")
        set_state(same, tone="warn")
        column.addWidget(same)
        self.setAccessibleName(f"{hit.full_name}, {hit.member_no}, {twin_words(twin.by)}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.chosen)

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(240), theme.current().px(LINE_PX))


class TwinSheet(Sheet):
    """Both versions side by side. Signals `open_wanted(member_id)`, `go_on_wanted()`: he is somebody else.

    Esc goes back to the form and decides nothing.
    """

    open_wanted = Signal(object)
    go_on_wanted = Signal()

    def __init__(
        self, parent: QWidget, form: MemberForm, twins: Sequence[Twin], number: int, *, saving: bool = False
    ) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Sudah ada?"),
            text=say(CONTEXT, "Bandingkan. Satu orang hanya boleh tercatat satu kali."),
            icon="users",
            kind="warn",
            accept_text=say(CONTEXT, "Buka yang sudah ada"),
            reject_text=say(CONTEXT, "Kembali ke isian"),
        )
        self._mine, self._twins, self._number = mine(form), tuple(twins), number
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.current().px(12))
        self.body.addLayout(self._grid)
        words = say(CONTEXT, "Orang lain: tetap daftarkan") if saving else say(CONTEXT, "Orang lain: lanjutkan")
        self.go_on = Button(self, text=f"{words}  Ctrl+Enter")
        for key in ("Ctrl+Return", "Ctrl+Enter"):  # the second is the one of the number pad
            QShortcut(QKeySequence(key), self).activated.connect(self._other_person)
        self.go_on.clicked.connect(self._other_person)
        self.following = Button(self, icon="arrow-right", role="quiet", key="Ctrl+D")
        self.following.clicked.connect(self._next)
        self.body.addWidget(self.following)
        self.body.addWidget(self.go_on)
        self.setMinimumWidth(theme.current().px(SHEET_PX))
        self._show()

    def twin(self) -> Twin:
        return self._twins[self._number]

    def accept(self) -> None:
        super().accept()
        self.open_wanted.emit(self.twin().member.id)

    def _other_person(self) -> None:
        self.reject()
        self.go_on_wanted.emit()

    def _next(self) -> None:
        self._number = (self._number + 1) % len(self._twins)
        self._show()

    def _show(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        theirs = existing(self.twin())
        differing = {name for name in ROWS if not _alike(self._mine[name], theirs[name])}
        typed = _version(self, say(CONTEXT, "Yang sedang diisi"), self._mine, differing, "")
        hit = self.twin().member
        found = _version(
            self,
            say(CONTEXT, "Sudah terdaftar: {by}", by=twin_words(self.twin().by)),
            theirs,
            differing,
            f"{hit.member_no} · {member_type_word(hit.member_type)} · {valid_words(hit.valid_until)}",
        )
        self._grid.addWidget(typed, 0, 0)
        self._grid.addWidget(found, 0, 1)
        self.following.setVisible(len(self._twins) > 1)
        self.following.set_text(
            say(CONTEXT, "Berikutnya ({number} dari {count})", number=self._number + 1, count=len(self._twins))
        )


def mine(form: MemberForm) -> Facts:
    """What is being typed, as it is compared."""
    born = day_or_none(form.birth_on, born=True)
    return {
        "full_name": form.full_name.strip(),
        "birth_on": fmt.day(born, language()) if born else form.birth_on,
        "phone": shown_phone(form.phone),
        "address": form.address.strip(),
    }


def existing(twin: Twin) -> Facts:
    """The one who is here already."""
    hit = twin.member
    return {
        "full_name": hit.full_name,
        "birth_on": fmt.day(hit.birth_on, language()) if hit.birth_on else "",
        "phone": shown_phone(hit.phone),
        "address": hit.address,
    }


def _version(parent: QWidget, heading: str, facts: Facts, differing: set[str], last: str) -> InsetFrame:
    frame = InsetFrame(parent)
    column = QVBoxLayout(frame)
    column.setContentsMargins(14, 10, 14, 12)
    column.setSpacing(2)
    column.addWidget(label(heading, "heading", frame, wrap=True))
    for name in ROWS:
        column.addWidget(label(word(LABELS, name), "caption", frame))
        value = label(facts[name] or "–", "detail" if name == "full_name" else "body", frame, wrap=True)
        set_state(value, tone="warn" if name in differing else "quiet")
        column.addWidget(value)
    column.addStretch(1)
    if last:
        column.addWidget(label(last, "caption", frame, wrap=True))
    for text in frame.findChildren(QWidget):
        text.setMinimumWidth(1)
    frame.setAccessibleName(". ".join((heading, *(f"{word(LABELS, name)}: {facts[name]}" for name in ROWS), last)))
    return frame


def _alike(one: str, other: str) -> bool:
    return fold(one) == fold(other)
