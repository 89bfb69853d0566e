"""Parts of the guestbook page: the day's counts at the left, the keys of purposes, the columns of its lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from loket.domain.entities import Id, VisitKind, VisitPurpose
from loket.services.guest_lists import BookCounts, InsideLine, VisitLine
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.tables import Column
from loket.ui.texts import language, say
from loket.ui.texts_guestbook import (
    CONTEXT,
    KINDS,
    door_word,
    doubt_words,
    kind_icon,
    kind_of_visit_word,
    line_state,
    purpose_word,
    short_doubt,
    stay_words,
)
from loket.ui.widgets import Button, ElidedLabel, HLine, IconLabel, label

USUAL_PX = 900
MOST_BOOKS = 3  # beside the one written in; more stand in the list of books
Known = Callable[[], Mapping[str, VisitPurpose]]


class CountsPanel(QWidget):
    """How many came to the book that is written in, by kind; under it the other books, which are never added to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[BookCounts, ...], Id | None] = ((), None)
        self.book = ElidedLabel(self, role="heading")
        self.people = label("", "number", self)
        self.inside = label("", "secondary", self)
        self.kinds: dict[VisitKind, QLabel] = {}
        self._words: dict[VisitKind, QLabel] = {}
        self.others = [(ElidedLabel(self, role="secondary"), label("", "secondary", self)) for _ in range(MOST_BOOKS)]
        self._apart = label("", "caption", self, wrap=True)
        self._apart.setMinimumWidth(1)
        self._line = HLine(self)
        self._arrange()

    def _arrange(self) -> None:
        px = theme.current().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        for part in (self.book, self.people, self.inside):
            column.addWidget(part)
        column.addSpacing(px(6))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(2))
        grid.setColumnStretch(1, 1)
        for row, kind in enumerate(VisitKind):
            self._words[kind], self.kinds[kind] = label("", "body", self), label("", "body", self)
            grid.addWidget(IconLabel(self, name=kind_icon(kind), size=18), row, 0)
            grid.addWidget(self._words[kind], row, 1)
            grid.addWidget(self.kinds[kind], row, 2, Qt.AlignmentFlag.AlignRight)
        column.addLayout(grid)
        column.addSpacing(px(4))
        column.addWidget(self._line)
        others = QGridLayout()
        others.setVerticalSpacing(px(2))
        others.setColumnStretch(0, 1)
        for row, (name, people) in enumerate(self.others):
            others.addWidget(name, row, 0)
            others.addWidget(people, row, 1, Qt.AlignmentFlag.AlignRight)
        column.addLayout(others)
        column.addWidget(self._apart)

    def show_counts(self, counts: Sequence[BookCounts], book: Id | None) -> None:
        self._shown = tuple(counts), book
        mine = next((one for one in counts if _room_id(one) == book), BookCounts(None))
        others = [one for one in counts if _room_id(one) != book][:MOST_BOOKS]
        self.book.setText(say(CONTEXT, "Buku {book}", book=book_name(mine)))
        self.people.setText(fmt.count(mine.people, language()))
        self.inside.setText(say(CONTEXT, "orang hari ini · {inside} di dalam", inside=mine.inside))
        for kind in VisitKind:
            self._words[kind].setText(kind_of_visit_word(kind))
            self.kinds[kind].setText(fmt.count(mine.of(kind), language()))
        for number, (name, people) in enumerate(self.others):
            shown = number < len(others)
            name.setVisible(shown)
            people.setVisible(shown)
            if shown:
                name.setText(book_name(others[number]))
                people.setText(fmt.count(others[number].people, language()))
        for part in (self._line, self._apart):
            part.setVisible(bool(others))
        self._apart.setText(say(CONTEXT, "Pintu dan ruang tidak dijumlahkan."))

    def retranslate(self) -> None:
        self.show_counts(*self._shown)


def book_name(counts: BookCounts) -> str:
    return counts.room.name if counts.room is not None else door_word()


def _room_id(counts: BookCounts) -> Id | None:
    return counts.room.id if counts.room is not None else None


class PurposeKeys(QWidget):
    """What a member comes for, each with its digit, in as many rows as there is width for. Signal `chosen(number)`.
    They can be pressed only while somebody is asked."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[Button] = []
        self._offered = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def offer(self, purposes: Sequence[VisitPurpose]) -> None:
        while len(self.buttons) < len(purposes):
            number = len(self.buttons) + 1
            button = Button(self)
            button.clicked.connect(lambda _=False, number=number: self.chosen.emit(number))
            self.buttons.append(button)
        self._offered = len(purposes)
        for number, button in enumerate(self.buttons, start=1):
            button.setVisible(number <= len(purposes))
            if number <= len(purposes):
                button.set_text(f"{number}  {purpose_word(purposes[number - 1])}")
        self._flow()

    def set_asking(self, asking: bool) -> None:
        for button in self.buttons:
            button.setEnabled(asking)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        width = max(self.width(), theme.current().px(USUAL_PX))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow()

    def _flow(self) -> None:
        for button, place in zip(self.buttons, self._places(self.width()), strict=False):
            button.setGeometry(place)
        self.updateGeometry()

    def _places(self, width: int) -> list[QRect]:
        """One button beside the other, and the next row where it would not fit any more."""
        gap, across, down = theme.current().px(6), 0, 0
        places = []
        for button in self.buttons[: self._offered]:
            wanted = button.sizeHint()
            if across and across + wanted.width() > width:
                across, down = 0, down + wanted.height() + gap
            places.append(QRect(across, down, min(wanted.width(), max(1, width)), wanted.height()))
            across += wanted.width() + gap
        return places


def inside_columns(utc_offset_min: int, now: Callable[[], datetime], known: Known) -> list[Column[InsideLine]]:
    return [
        Column(
            lambda: say(CONTEXT, "Masuk"),
            lambda line: fmt.clock(line.visit.entered_at, utc_offset_min, language()),
            align="right",
            width_px=66,
        ),
        Column(
            lambda: say(CONTEXT, "Nama"),
            _whose_and_doubt,
            stretch=True,
            strong=True,
            icon=lambda line: ("alert-triangle", "warn") if line.warned else (kind_icon(line.visit.kind), "ink-2"),
            tooltip=lambda line: doubt_words(line.warned) or kind_of_visit_word(line.visit.kind),
        ),
        Column(lambda: say(CONTEXT, "Nomor"), lambda line: line.number, width_px=150),
        Column(lambda: say(CONTEXT, "Tujuan"), _purpose_of(known), width_px=176),
        Column(lambda: say(CONTEXT, "Orang"), _people, align="right", width_px=66),
        Column(lambda: say(CONTEXT, "Lama"), lambda line: stay_words(line.visit, now()), align="right", width_px=124),
    ]


def today_columns(utc_offset_min: int, known: Known) -> list[Column[VisitLine]]:
    return [
        Column(
            lambda: say(CONTEXT, "Masuk"),
            lambda line: fmt.clock(line.visit.entered_at, utc_offset_min, language()),
            align="right",
            width_px=66,
            token=_gone,
        ),
        Column(
            lambda: say(CONTEXT, "Nama"),
            _whose,
            stretch=True,
            strong=True,
            icon=lambda line: (kind_icon(line.visit.kind), "disabled" if line.visit.cancelled else "ink-2"),
            token=_gone,
            tooltip=lambda line: kind_of_visit_word(line.visit.kind),
        ),
        Column(lambda: say(CONTEXT, "Nomor"), lambda line: line.number, width_px=150, token=_gone),
        Column(lambda: say(CONTEXT, "Asal"), _from, width_px=136, token=_gone),
        Column(lambda: say(CONTEXT, "Tujuan"), _purpose_of(known), width_px=172, token=_gone),
        Column(lambda: say(CONTEXT, "Orang"), _people, align="right", width_px=66, token=_gone),
        Column(
            lambda: say(CONTEXT, "Keluar"),
            lambda line: line_state(line.visit, utc_offset_min),
            align="right",
            width_px=112,
            token=lambda line: "stop" if line.visit.cancelled else "ok" if line.visit.left_at is None else "ink-2",
        ),
    ]


def _purpose_of(known: Known) -> Callable[[InsideLine | VisitLine], str]:
    """In the current language where the list has it, else as it was written down."""

    def words(line: InsideLine | VisitLine) -> str:
        found = known().get(line.visit.purpose)
        return purpose_word(found) if found else line.purpose

    return words


def _whose(line: InsideLine | VisitLine) -> str:
    """A group under where it comes from, and its leader."""
    visit = line.visit
    if visit.kind in (VisitKind.GROUP, VisitKind.OFFICIAL):
        return " · ".join(part for part in (visit.institution, line.name) if part)
    return line.name or say(CONTEXT, KINDS[visit.kind][0] if visit.kind in KINDS else "–")


def _whose_and_doubt(line: InsideLine) -> str:
    return " · ".join(part for part in (_whose(line), short_doubt(line.warned)) if part)


def _from(line: VisitLine) -> str:
    """Of a guest; where a group comes from stands in its name."""
    return line.visit.institution if line.visit.kind == VisitKind.GUEST else ""


def _people(line: InsideLine | VisitLine) -> str:
    return fmt.count(line.visit.people, language())


def _gone(line: VisitLine) -> str | None:
    return "disabled" if line.visit.cancelled else None
