"""What lies on the lockers' counter: whose things, where, what is asked for, and what may be done with them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from loket.domain.entities import Id, Pledge
from loket.domain.errors import InvalidInput
from loket.domain.settings import Settings
from loket.services.lockers import UseView
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.pages.lockers_parts import Counts, DocumentKind, Facts
from loket.ui.pages.settings_parts import allow_narrow, in_order
from loket.ui.presenters.locker_counter import Counter, Draft, Rows, Step
from loket.ui.texts import invalid_text, language, say
from loket.ui.texts_lockers import CONTEXT, ENDS, back_text, counts, doubt_text, held_text, holder_word, pledge_text
from loket.ui.widgets import Button, Card, FormRow, Segmented, label, set_state

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ACTIONS: dict[str, tuple[str, str]] = {  # icon, key
    "lost": ("tag", "Ctrl+H"),
    "move": ("arrow-right", "Ctrl+D"),
    "force": ("lock-open", "Ctrl+B"),
    "reprint": ("printer", "Ctrl+P"),
    "differs": ("user", "Ctrl+N"),
    "order": ("hand-stop", "Ctrl+R"),
    "second": ("plus", "F12"),
    "paper": ("file-text", "Ctrl+S"),
    "undo": ("arrow-back-up", "Ctrl+Z"),
}


class LockerPanel(Card):
    """Shows a `Counter`.

    Signals: `entered()` the large button, or Enter in a field; `left()` Esc in a field; `asked(action)` one of
    `ACTIONS`; `chosen(use_id)` one of two uses of a locker.
    """

    entered = Signal()
    left = Signal()
    asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counter = Counter()
        self._now: Callable[[], datetime] | None = None
        self._settings, self._offset_min = Settings(), 0
        self.contents, self.document, self.last4 = QLineEdit(self), DocumentKind(self), QLineEdit(self)
        self._build()
        self.retranslate()

    # ---- what is shown ---------------------------------------------------------------------------------------------

    def know(self, now: Callable[[], datetime], settings: Settings, utc_offset_min: int) -> None:
        """The clock, and what the library asks for when it gives a locker."""
        self._now, self._settings, self._offset_min = now, settings, utc_offset_min
        self._show()

    def show_counter(self, counter: Counter) -> None:
        fresh = counter.step is Step.OFFER and self._counter.step is not Step.OFFER
        self._counter = counter
        if fresh or counter.step is not Step.OFFER:
            self.clear_errors()
        self._show()

    def draft(self) -> Draft:
        asked = self._settings.locker_pledge is Pledge.IDENTITY
        document = self.document.currentText().strip() if asked else ""
        return Draft(self.contents.text().strip(), document, self.last4.text().strip() if asked else "")

    def clear_draft(self) -> None:
        self.contents.clear()
        self.last4.clear()
        self.document.setCurrentIndex(0)
        self.clear_errors()

    def first_field(self) -> QLineEdit:
        """Where typing goes on: the pledge, where one is demanded."""
        return self.last4 if self._settings.locker_pledge is Pledge.IDENTITY else self.contents

    def show_invalid(self, error: InvalidInput) -> bool:
        """At its field. False where it belongs to none."""
        row = {"contents": self._contents_row, "pledge_type": self._document_row, "pledge_last4": self._last4_row}.get(
            error.field
        )
        if row is None or row.isHidden():
            return False
        row.set_error(invalid_text(error))
        row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def clear_errors(self) -> None:
        for row in (self._contents_row, self._document_row, self._last4_row):
            row.set_error(None)

    def show_rows(self, rows: Rows) -> None:
        """How many lockers are free and taken: what one wants to know while nobody is at the counter."""
        self._counts.show_counts(counts(rows))

    def tick(self) -> None:
        """A minute went by."""
        self._show_facts()

    def _show(self) -> None:
        counter, step = self._counter, self._counter.step
        self._detail.setText(self._who())
        self._detail.setVisible(bool(self._detail.text()))
        self._counts.setVisible(step is Step.NOTHING)
        self._show_choice()
        self._show_fields(step is Step.OFFER and counter.tile is not None)
        self._show_facts()
        self._show_main()
        self._show_actions()

    def _number(self) -> str:
        counter = self._counter
        if counter.tile is not None:
            return counter.tile.locker.number
        return counter.use.locker.number if counter.use is not None else ""

    def _who(self) -> str:
        counter = self._counter
        if counter.step is Step.OFFER and counter.person is not None:
            return counter.person.number
        if counter.use is not None:
            return counter.use.number
        return say(CONTEXT, "Barang siapa yang diambil?") if counter.step is Step.TWICE else ""

    def _show_choice(self) -> None:
        tile = self._counter.tile
        twice = self._counter.step is Step.TWICE and tile is not None
        self.choice.setVisible(twice)
        if twice and tile is not None:
            self.choice.set_options([(view.use.id, holder_word(view.holder), "") for view in tile.uses])

    def _show_fields(self, shown: bool) -> None:
        pledge = self._settings.locker_pledge
        self._contents_row.setVisible(shown)
        for row in (self._document_row, self._last4_row):
            row.setVisible(shown and pledge is Pledge.IDENTITY)
        money = pledge is Pledge.MONEY and self._settings.locker_deposit_rp
        self._deposit.setVisible(bool(shown and money))
        self._deposit.setText(say(CONTEXT, "Terima jaminan {deposit_rp}.", deposit_rp=self._settings.locker_deposit_rp))

    def _show_facts(self) -> None:
        self.facts.show_facts(self._facts(self._counter.use) if self._counter.use is not None else ())

    def _facts(self, view: UseView) -> list[tuple[str, str]]:
        use, offset = view.use, self._offset_min
        since = fmt.moment(use.taken_at, offset, language())
        if view.open and self._now is not None:
            since = f"{since} · {held_text(self._now() - use.taken_at)}"
        facts = [(say(CONTEXT, "Nomor"), use.tag), (say(CONTEXT, "Dititip"), since)]
        if use.ended_at is not None:
            ended = fmt.moment(use.ended_at, offset, language())
            facts.append((say(CONTEXT, "Selesai"), f"{ended} · {say(CONTEXT, ENDS[use.end])}"))
        rest = [
            (say(CONTEXT, "Isi"), use.contents),
            (say(CONTEXT, "Jaminan"), pledge_text(view)),
            (say(CONTEXT, "Petugas"), " · ".join(name for name in (view.taken_by, view.ended_by) if name)),
            (say(CONTEXT, "Catatan"), " ".join(use.proof.split())),
            (say(CONTEXT, "Berita acara"), use.statement_no),
        ]
        return facts + [fact for fact in rest if fact[1]]

    def _show_main(self) -> None:
        counter, use = self._counter, self._counter.use
        giving = counter.step is Step.OFFER and counter.tile is not None
        returning = counter.step is Step.IN_USE and use is not None and not counter.by_card
        self.main_button.setVisible(giving or returning)
        self.main_button.setEnabled(returning or counter.fits)
        words = (
            say(CONTEXT, "Berikan loker {number}", number=self._number()) if giving else say(CONTEXT, "Serahkan barang")
        )
        self.main_button.set_text(f"{words}  Enter")
        self.main_button.setAccessibleName(words)
        note = self._note()
        self._note_label.setText(note)
        self._note_label.setVisible(bool(note))
        set_state(self._note_label, tone="warn" if self._warns() else "")

    def _note(self) -> str:
        counter = self._counter
        if counter.step is Step.OFFER and counter.tile is not None and not counter.fits:
            return say(CONTEXT, "Loker ini tidak kosong. Pilih yang lain dengan panah atau nomornya.")
        if counter.step is Step.OFFER and counter.person is not None:
            return doubt_text(counter.person.warned) or say(CONTEXT, "Tab: isi titipan. Esc: batal.")
        if counter.step is Step.IN_USE and counter.use is not None:
            return back_text(counter.use)
        return ""

    def _warns(self) -> bool:
        counter = self._counter
        return counter.step is Step.OFFER and (not counter.fits or bool(counter.person and counter.person.warned))

    def _show_actions(self) -> None:
        wanted = [name for name in self.buttons if name in self.offered()]
        for name, button in self.buttons.items():
            self._grid.removeWidget(button)
            button.setVisible(name in wanted)
        for place, name in enumerate(wanted):
            self._grid.addWidget(self.buttons[name], place // 2, place % 2)
        tile = self._counter.tile
        broken = tile is not None and bool(tile.locker.out_of_order)
        self._name_action("order", say(CONTEXT, "Sudah beres") if broken else say(CONTEXT, "Tandai rusak"))

    def _name_action(self, name: str, text: str) -> None:
        self.buttons[name].set_text(f"{text}  {ACTIONS[name][1]}")
        self.buttons[name].setAccessibleName(text)

    def offered(self) -> frozenset[str]:
        """What may be done with what is shown."""
        counter, use = self._counter, self._counter.use
        paper = {"paper"} if use is not None and use.use.statement_no else set()
        match counter.step:
            case Step.IN_USE if use is not None and use.in_keeping:
                return frozenset({"lost", "differs"} | paper)
            case Step.IN_USE:
                mine = {"second"} if counter.by_card else {"differs"}
                return frozenset({"lost", "move", "force", "reprint", "undo"} | mine)
            case Step.ENDED:
                return frozenset(paper)
            case Step.FREE | Step.OUT:
                return frozenset({"order"})
            case _:
                return frozenset()

    # ---- keys ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a field does what the large button does; Esc leaves it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER:
                self.entered.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    # ---- how it is built -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        px = theme.current().px
        self._note_label = label("", "secondary", self, wrap=True)
        self.main_button = Button(self, icon="check", role="primary")
        self.main_button.setMinimumHeight(px(44))
        self.buttons = {name: Button(self, icon=icon, role="quiet") for name, (icon, _key) in ACTIONS.items()}
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(8))
        column.setSpacing(px(6))
        column.addWidget(self._build_upper(), 1)
        column.addWidget(self._note_label)
        column.addWidget(self.main_button)
        column.addLayout(self._grid)
        self._wire()

    def _build_upper(self) -> QScrollArea:
        """What is known and asked for: it scrolls where there is more of it than room."""
        px, upper = theme.current().px, QWidget(self)
        upper.setProperty("role", "page")
        self._detail, self._deposit = label("", "lead", upper, wrap=True), label("", "lead", upper, wrap=True)
        self.choice, self.facts, self._counts = Segmented(upper), Facts(upper), Counts(upper)
        self._contents_row = FormRow(upper, editor=self.contents)
        self._document_row = FormRow(upper, editor=self.document)
        self._last4_row = FormRow(upper, editor=self.last4)
        pledges = QHBoxLayout()
        pledges.setSpacing(px(12))
        pledges.addWidget(self._document_row, 1)
        pledges.addWidget(self._last4_row, 1)
        column = QVBoxLayout(upper)
        column.setContentsMargins(px(4), px(2), px(4), px(2))
        column.setSpacing(px(6))
        column.addWidget(self._detail)
        column.addWidget(self.choice)
        column.addLayout(pledges)
        for part in (self._contents_row, self._deposit, self.facts, self._counts):
            column.addWidget(part)
        column.addStretch(1)
        for row in (self._contents_row, self._document_row, self._last4_row):
            allow_narrow(row)
        area = QScrollArea(self)
        area.setWidget(upper)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _wire(self) -> None:
        self.main_button.clicked.connect(self.entered)
        self.choice.changed.connect(lambda key: self.chosen.emit(Id(key)))
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
        for field in (self.contents, self.last4, self.document.lineEdit()):
            if field is not None:
                field.installEventFilter(self)
        in_order(self.document, self.last4, self.contents, self.choice, self.main_button, *self.buttons.values())

    def retranslate(self) -> None:
        self._contents_row.set_label(say(CONTEXT, "Isi titipan"))
        self._contents_row.set_hint(say(CONTEXT, "Boleh kosong: tas hitam, helm."))
        self._document_row.set_label(say(CONTEXT, "Jaminan"))
        self._last4_row.set_label(say(CONTEXT, "4 angka terakhir"))
        words = {
            "lost": say(CONTEXT, "Nomor hilang"),
            "move": say(CONTEXT, "Pindahkan"),
            "force": say(CONTEXT, "Buka paksa"),
            "reprint": say(CONTEXT, "Cetak lagi"),
            "differs": say(CONTEXT, "Nama beda"),
            "second": say(CONTEXT, "Loker kedua"),
            "paper": say(CONTEXT, "Berita acara"),
            "undo": say(CONTEXT, "Batal titip"),
        }
        for name, text in words.items():
            self._name_action(name, text)
        self._show()
