"""Ruang: what is done in the rooms, in four sections under one scan box. Reading, internet, photocopies, e-books."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from loket.domain.house_codes import Slip, read_daily, read_tag
from loket.services.desk import Desk
from loket.services.house_codes import HouseCode, HouseThing, recognise
from loket.ui.forms.ui_rooms import Ui_RoomsPage
from loket.ui.issuing import open_file
from loket.ui.pages.page import Page, on_key
from loket.ui.pages.rooms_ebooks import EbooksSection
from loket.ui.pages.rooms_internet import InternetSection
from loket.ui.pages.rooms_parts import RoomSection
from loket.ui.pages.rooms_photocopy import PhotocopySection
from loket.ui.pages.rooms_reading import ReadingSection
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.texts_rooms import CONTEXT
from loket.ui.widgets import Suggestion, Tone

READING, INTERNET, PHOTOCOPY, EBOOKS = "reading", "internet", "photocopy", "ebooks"
READ_AGAIN_ON = frozenset({"rooms", "visits", "members", "titles", "loans", "money", "rules"})


class RoomsPage(Page):
    """One scan box for all sections: what a code means is the word of the section in front.

    Signal `overruns(count)`: at so many computers the time is over; said also while another page is in front.
    """

    TITLE = QT_TRANSLATE_NOOP("Page", "Ruang")
    ICON = "door"
    SHORTCUT = "F7"
    overruns = Signal(int)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.setProperty("role", "page")
        self._form = Ui_RoomsPage()
        self._form.setupUi(self)
        self._form.banner.hide_line()
        internet = InternetSection(shell, self)
        internet.overruns.connect(self.overruns)
        self.sections: dict[str, RoomSection] = {
            READING: ReadingSection(shell, self),
            INTERNET: internet,
            PHOTOCOPY: PhotocopySection(shell, self),
            EBOOKS: EbooksSection(shell, self),
        }
        self._path: Path | None = None
        self._box = self._form.scan_box.focusProxy() or self._form.scan_box
        self._wire()
        self.retranslate()

    @property
    def section(self) -> RoomSection:
        """The one in front."""
        return self.sections[self._form.views.current()]

    def activate(self) -> None:
        self.section.activate()
        self._form.scan_box.take_focus()

    def show_section(self, key: str) -> None:
        """Bring a section to the front; its own line in the scan box comes with it."""
        self._form.views.set_current(key)
        self._form.stack.setCurrentWidget(self.sections[key])
        self._form.banner.hide_line()
        self._form.scan_box.hide_suggestions()
        self._name_box()
        self.activate()

    def take_code(self, code: HouseCode) -> None:
        """A photocopy slip was scanned, here or on another page."""
        if code.thing is HouseThing.PHOTOCOPY:
            self.show_section(PHOTOCOPY)
            self.section.take_code(code)

    def said(self) -> str:
        """The sentence over the page; "" when there is none."""
        return str(self._form.banner.said())

    # ---- scans and keys --------------------------------------------------------------------------------------------

    def _scanned(self, text: str) -> None:
        """Empty the box before anything else: the scanner may be typing the next code already."""
        at, mono_ms = self.shell.desk.clock.now(), self.shell.desk.clock.mono_ms()
        self._form.scan_box.clear()
        self._form.banner.hide_line()
        section = self.section
        if not self._may_lead_away(text):
            section.take_scan(text, at, mono_ms)
            return

        def told(code: HouseCode | None) -> None:
            if code is None:
                section.take_scan(text, at, mono_ms)
            elif code.thing is HouseThing.PHOTOCOPY:
                self.take_code(code)
            else:
                self.shell.ways.house.emit(code)

        desk = self.shell.desk
        self.shell.jobs.start(lambda: _recognised(desk, text), told, section.fail, lane="read", owner=self)

    def _may_lead_away(self, text: str) -> bool:
        """By its signs alone: a photocopy slip, or somebody's slip or tag where nobody is served."""
        daily = read_daily(text)
        if daily is not None and daily.slip is Slip.PHOTOCOPY:
            return True
        return (daily is not None or read_tag(text) is not None) and not self.section.TAKES_PEOPLE

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In an empty scan box, Right and Left walk the board: there is no text to walk in."""
        if watched is self._box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            way = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
            if way and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and not self._form.scan_box.text():
                self.section.turn(way)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk the list from the scan box."""
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if way:
            self.section.step(way)
        else:
            super().keyPressEvent(event)

    # ---- what sections say -----------------------------------------------------------------------------------------

    def _say(self, section: RoomSection, sentence: str, kind: Tone) -> None:
        """A section behind another one may speak too: the internet room, when a time is over."""
        self._path = None
        if sentence:
            self._form.banner.show_line(sentence, kind)
        elif section is self.section:
            self._form.banner.hide_line()

    def _saved(self, path: Path) -> None:
        self._path = path
        self._form.banner.show_line(say(CONTEXT, "Tersimpan: {path}", path=path), "ok", say(CONTEXT, "Buka"))

    def _open_saved(self) -> None:
        if self._path is not None:
            open_file(self._path)

    def _suggested(self, section: RoomSection, suggestions: Sequence[Suggestion], for_text: str) -> None:
        if section is self.section:
            self._form.scan_box.show_suggestions(suggestions, for_text)

    def _stray(self, text: str) -> None:
        self._form.scan_box.set_text(text)
        self._form.scan_box.take_focus()

    def _keep(self, text: str) -> None:
        self._form.scan_box.give_back(text)

    def _changed_elsewhere(self, kind: str, by: object) -> None:
        if kind in READ_AGAIN_ON and by is not self.section and self.isVisible():
            self.section.activate()

    # ---- words and wires -------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        views = self._form.views
        chosen = views.current() or READING
        views.set_options(
            [
                (key, f"{section.title()}  Ctrl+{number}", section.ICON)
                for number, (key, section) in enumerate(self.sections.items(), 1)
            ]
        )
        views.set_current(chosen)
        views.setAccessibleName(say(CONTEXT, "Bagian"))
        for section in self.sections.values():
            section.retranslate()
        self._name_box()

    def _name_box(self) -> None:
        self._form.scan_box.set_placeholder(self.section.placeholder())

    def _wire(self) -> None:
        form, box = self._form, self._form.scan_box
        box.adopt(self)
        self._box.installEventFilter(self)
        box.scanned.connect(self._scanned)
        box.typed.connect(lambda text: self.section.take_typed(text))
        box.suggestion_chosen.connect(lambda key: self.section.take_choice(key))
        box.escaped.connect(lambda: self.section.escape())
        form.views.changed.connect(self.show_section)
        form.banner.action_pressed.connect(self._open_saved)
        for number, (key, section) in enumerate(self.sections.items(), 1):
            form.stack.addWidget(section)
            section.said.connect(partial(self._say, section))
            section.suggested.connect(partial(self._suggested, section))
            section.kept.connect(self._keep)
            section.strayed.connect(self._stray)
            section.saved.connect(self._saved)
            section.left.connect(box.take_focus)
            on_key(self, f"Ctrl+{number}", partial(self.show_section, key))
        on_key(self, "Ctrl+Z", lambda: self.section.undo())
        self.shell.changes.happened.connect(self._changed_elsewhere)


def _recognised(desk: Desk, text: str) -> HouseCode | None:
    with desk.view() as act:
        return recognise(act, text)
