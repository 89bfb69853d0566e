"""What closing is made of: a line of the checklist, and the recap as a page one signs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from loket.domain.officials import spaced_nip
from loket.domain.recap import Facts
from loket.domain.recap_paper import RecapPaper
from loket.reports.recap_headlines import headlines
from loket.services.closing_checks import Check
from loket.ui import theme
from loket.ui.presenters.recap_closing import Remedy, remedy_of
from loket.ui.texts import say
from loket.ui.texts_recap import tile_of
from loket.ui.texts_recap_closing import (
    CONTEXT,
    change_text,
    check_details,
    check_text,
    check_title,
    open_points,
    paper_number,
    paper_state,
    paper_title,
    remedy_text,
)
from loket.ui.widgets import Button, Card, ElidedLabel, HLine, IconLabel, LiveFrame, label

LINE_PX, BUTTON_PX = 46, 146
TILES_ACROSS = 4
MOST_CHANGES, NOTE_GAP_PX = 8, 10


class CheckLine(LiveFrame):
    """One thing that is looked at before closing: its sign, how it stands, and the button that helps.

    Signal `wanted(Remedy)`: the button was pressed.
    """

    wanted = Signal(object)

    def __init__(self, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = check
        self.icon = IconLabel(self, size=20)
        self.title = ElidedLabel(self)
        self.state = ElidedLabel(self, role="caption")
        self.button = Button(self)
        self.button.clicked.connect(self._pressed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.state)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        row.addWidget(self.icon)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.restyle()
        self.show_check(check)

    def show_check(self, check: Check) -> None:
        self.check = check
        remedy = remedy_of(check)
        self.icon.set(*(("circle-check", "ok") if check.ok else ("alert-triangle", "warn")))
        self.title.setText(check_title(check) if check.ok else check_text(check))
        self.state.setText(check_text(check) if check.ok else check_details(check) or check_title(check))
        self.button.setVisible(remedy is not None)
        if remedy is not None:
            self.button.set_text(remedy_text(check, remedy))
            self.button.setAccessibleName(f"{remedy_text(check, remedy)}: {check_title(check)}")
        self.setAccessibleName(f"{check_title(check)}: {check_text(check)}")

    def remedy(self) -> Remedy | None:
        return remedy_of(self.check)

    def restyle(self) -> None:
        px = theme.current().px
        self.setFixedHeight(px(LINE_PX))
        self.button.setMinimumWidth(px(BUTTON_PX))

    def _pressed(self) -> None:
        self.wanted.emit(remedy_of(self.check))


class PaperView(Card):
    """The recap of a day: number and state, the great figures, what was open and what changed, who signs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.number = label("", "title", self, wrap=True), label("", "secondary", self, wrap=True)
        self.state_icon, self.state = IconLabel(self, size=20), label("", "body", self, wrap=True)
        self._figures, self._notes, self._signers = QWidget(self), QWidget(self), QWidget(self)
        self.tiles = QGridLayout(self._figures)
        self.tiles.setContentsMargins(0, 0, 0, 0)
        self.tiles.setHorizontalSpacing(10)
        self.tiles.setVerticalSpacing(12)
        self.notes = QVBoxLayout(self._notes)
        self.notes.setContentsMargins(0, 0, 0, 0)
        self.notes.setSpacing(2)
        self.signers = QHBoxLayout(self._signers)
        self.signers.setContentsMargins(0, 0, 0, 0)
        state = QHBoxLayout()
        state.setSpacing(8)
        state.addWidget(self.state_icon, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self.state, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 18, 20, 18)
        page.setSpacing(10)
        for part in (self.title, self.number):
            page.addWidget(part)
        page.addLayout(state)
        page.addWidget(HLine(self))
        page.addWidget(self._figures)
        page.addWidget(self._notes)
        page.addStretch(1)
        page.addSpacing(NOTE_GAP_PX)
        page.addWidget(self._signers)
        for column in range(TILES_ACROSS):
            self.tiles.setColumnStretch(column, 1)

    def show_paper(self, paper: RecapPaper) -> None:
        sentence, icon, token = paper_state(paper)
        self.title.setText(paper_title(paper))
        self.number.setText(paper_number(paper))
        self.state.setText(sentence)
        self.state_icon.set(icon, token)
        _clear(self.tiles)
        _clear(self.notes)
        _clear(self.signers)
        for place, headline in enumerate(headlines(paper)):
            tile = tile_of(headline, paper)
            self.tiles.addWidget(
                self._tile(tile.title, tile.number, tile.before), place // TILES_ACROSS, place % TILES_ACROSS
            )
        self._note(say(CONTEXT, "Saat ditutup"), open_points(paper.facts))
        self._note(say(CONTEXT, "Catatan"), tuple(filter(None, (paper.facts.get("note", ""),))))
        changed = [change_text(change) for change in paper.changes[:MOST_CHANGES]]
        if len(paper.changes) > MOST_CHANGES:
            changed.append(say(CONTEXT, "dan {count} angka lain", count=len(paper.changes) - MOST_CHANGES))
        self._note(say(CONTEXT, "Berubah sejak revisi sebelumnya"), changed)
        self._notes.setVisible(self.notes.count() > 0)
        for side in ("left", "right"):
            self.signers.addWidget(self._signer(paper.facts, side), 1)

    def texts(self) -> list[str]:
        """Every sentence that stands on the page, from top to bottom."""
        shown = (
            part.full_text() if isinstance(part, ElidedLabel) else part.text() for part in self.findChildren(QLabel)
        )
        return [text for text in shown if text]

    def _tile(self, title: str, number: str, before: str) -> QWidget:
        tile = QWidget(self)
        column = QVBoxLayout(tile)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ElidedLabel(tile, text=title, role="caption"))
        column.addWidget(label(number, "number", tile))
        column.addWidget(label(before, "caption", tile, wrap=True))
        column.addStretch(1)
        return tile

    def _note(self, heading: str, lines: Sequence[str]) -> None:
        if not lines:
            return
        self.notes.addSpacing(theme.current().px(NOTE_GAP_PX))
        self.notes.addWidget(label(heading, "heading", self))
        for line in lines:
            self.notes.addWidget(label(line, "body", self, wrap=True))

    def _signer(self, facts: Facts, side: str) -> QWidget:
        told = {name: facts.get(f"{side}_{name}", "") for name in ("above", "office", "name", "nip", "rank")}
        block = QWidget(self)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        nip = f"NIP {spaced_nip(told['nip'])}" if told["nip"] else ""
        blank = "(…………………………………)"
        for text, role in (
            (told["above"], "caption"),
            (told["office"], "body"),
            (told["name"] or blank, "heading"),
            (told["rank"], "caption"),
            (nip, "caption"),
        ):
            if text:
                line = label(text, role, block, wrap=True)
                line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                column.addWidget(line)
        column.addStretch(1)
        return block


def _clear(layout: QGridLayout | QHBoxLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
