"""Rekap: the day is closed and signed here, and everything that was counted is looked at, section by section."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loket.domain.scope import Scope, scope_of
from loket.ui.forms.ui_recap import Ui_RecapPage
from loket.ui.issuing import open_file
from loket.ui.pages.page import Page, on_key
from loket.ui.pages.recap_closing import ClosingSection
from loket.ui.pages.recap_iplm import IplmSection
from loket.ui.pages.recap_overdue import OverdueSection
from loket.ui.pages.recap_parts import RecapSection
from loket.ui.pages.recap_report import ReportSection
from loket.ui.pages.recap_standards import StandardsSection
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.texts_recap import CONTEXT
from loket.ui.widgets import Tone

CLOSING, REPORT, STANDARDS, OVERDUE, IPLM = "closing", "report", "standards", "overdue", "iplm"
SECTIONS: dict[str, type[RecapSection]] = {
    CLOSING: ClosingSection,
    REPORT: ReportSection,
    STANDARDS: StandardsSection,
    OVERDUE: OverdueSection,
    IPLM: IplmSection,
}
AT_DOORS = frozenset({CLOSING, REPORT})
"""What a counter sees that knows nobody's loans."""
READ_AGAIN_ON = frozenset(
    {"visits", "lockers", "rooms", "members", "loans", "money", "titles", "rules", "library", "recaps", "officials",
     "cases"}
)  # fmt: skip


class RecapPage(Page):
    """Ctrl+1, Ctrl+2, … the sections. Esc closes what a section has opened."""

    TITLE = QT_TRANSLATE_NOOP("Page", "Rekap")
    ICON = "chart-bar"
    SHORTCUT = "F9"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.setProperty("role", "page")
        self._form = Ui_RecapPage()
        self._form.setupUi(self)
        self._form.banner.hide_line()
        offered = AT_DOORS if scope_of(shell.desk.station.profile) is Scope.DOOR else frozenset(SECTIONS)
        self.sections: dict[str, RecapSection] = {
            key: kind(shell, self) for key, kind in SECTIONS.items() if key in offered
        }
        self._path: Path | None = None
        self._wire()
        self.retranslate()
        self._form.stack.setCurrentWidget(self.section)

    @property
    def section(self) -> RecapSection:
        """The one in front."""
        return self.sections[self._form.views.current()]

    def activate(self) -> None:
        self.section.activate()
        self.section.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_section(self, key: str) -> None:
        """Bring a section to the front."""
        self._form.views.set_current(key)
        self._form.stack.setCurrentWidget(self.sections[key])
        self._form.banner.hide_line()
        self.activate()

    def said(self) -> str:
        """The sentence over the page; "" when there is none."""
        return str(self._form.banner.said())

    def retranslate(self) -> None:
        views = self._form.views
        chosen = views.current()
        views.set_options(
            [
                (key, f"{section.title()}  Ctrl+{number}", section.ICON)
                for number, (key, section) in enumerate(self.sections.items(), 1)
            ]
        )
        if chosen:
            views.set_current(chosen)
        views.setAccessibleName(say(CONTEXT, "Bagian"))
        for section in self.sections.values():
            section.retranslate()

    # ---- what sections say -----------------------------------------------------------------------------------------

    def _say(self, section: RecapSection, sentence: str, kind: Tone) -> None:
        """Only of the one in front: a line about another would be taken for its own."""
        if section is not self.section:
            return
        self._path = None
        if sentence:
            self._form.banner.show_line(sentence, kind)
        else:
            self._form.banner.hide_line()

    def _saved(self, path: Path) -> None:
        self._path = path
        self._form.banner.show_line(say(CONTEXT, "Tersimpan: {path}", path=path), "ok", say(CONTEXT, "Buka"))

    def _open_saved(self) -> None:
        if self._path is not None:
            open_file(self._path)

    def _changed_elsewhere(self, kind: str, by: object) -> None:
        if kind in READ_AGAIN_ON and by is not self.section and self.isVisible():
            self.section.activate()

    def _wire(self) -> None:
        form = self._form
        form.views.changed.connect(self.show_section)
        form.banner.action_pressed.connect(self._open_saved)
        for number, (key, section) in enumerate(self.sections.items(), 1):
            form.stack.addWidget(section)
            section.said.connect(partial(self._say, section))
            section.saved.connect(self._saved)
            on_key(self, f"Ctrl+{number}", partial(self.show_section, key))
        on_key(self, "Esc", lambda: self.section.escape())
        self.shell.changes.happened.connect(self._changed_elsewhere)
