"""Everything that is set, in sections: a quiet list at the left, one section at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QListWidgetItem, QScrollArea, QWidget

from loket.domain.entities import Role
from loket.ui import icons, theme
from loket.ui.forms.ui_settings import Ui_SettingsPage
from loket.ui.pages.page import Page
from loket.ui.pages.settings_backup import BackupSection
from loket.ui.pages.settings_closed_days import ClosedDaysSection
from loket.ui.pages.settings_devices import DevicesSection
from loket.ui.pages.settings_guestbook import GuestbookSection
from loket.ui.pages.settings_lockers import LockersSection
from loket.ui.pages.settings_looks import LooksSection
from loket.ui.pages.settings_officials import OfficialsSection
from loket.ui.pages.settings_operators import OperatorsSection
from loket.ui.pages.settings_parts import Section
from loket.ui.pages.settings_policies import PoliciesSection
from loket.ui.pages.settings_rules import RulesSection
from loket.ui.pages.settings_seats import SeatsSection
from loket.ui.pages.settings_station import StationSection
from loket.ui.pages.settings_tariffs import TariffsSection
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.widgets import Tone

SECTIONS: tuple[type[Section], ...] = (
    PoliciesSection,
    RulesSection,
    TariffsSection,
    OfficialsSection,
    ClosedDaysSection,
    GuestbookSection,
    LockersSection,
    SeatsSection,
    OperatorsSection,
    StationSection,
    LooksSection,
    DevicesSection,
    BackupSection,
)
NAV_PX, ROW_PX = 192, 40
READ_AGAIN_ON = frozenset({"rules", "operators", "library"})


class SettingsPage(Page):
    """Ctrl+, shows it, to administrators and supervisors. What a role may change is the services' word."""

    TITLE = QT_TRANSLATE_NOOP("Page", "Pengaturan")
    ICON = "settings"
    SHORTCUT = "Ctrl+,"
    ROLES = frozenset({Role.ADMIN.value, Role.SUPERVISOR.value})

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.setProperty("role", "page")
        self._form = Ui_SettingsPage()
        self._form.setupUi(self)
        self._form.banner.hide_line()
        self._made: dict[
            type[Section], tuple[Section, QScrollArea]
        ] = {}  # when first shown: most days nobody looks at most of them
        for _ in SECTIONS:
            self._form.sections.addItem(QListWidgetItem())
        self._form.sections.currentRowChanged.connect(self._chosen)
        shell.changes.happened.connect(self._changed)
        theme.current().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()
        self._form.sections.setCurrentRow(0)

    @property
    def current(self) -> Section:
        return self._shown()[0]

    def show_section(self, kind: type[Section]) -> Section:
        """Bring a section to the front."""
        self._form.sections.setCurrentRow(SECTIONS.index(kind))
        return self.current

    def activate(self) -> None:
        self.current.activate()
        self._form.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def said(self) -> str:
        """The sentence in the banner; "" when there is none."""
        return str(self._form.banner.said())

    def retranslate(self) -> None:
        self._form.retranslateUi(self)
        self._form.sections.setAccessibleName(say("Settings", "Bagian pengaturan"))
        for number, kind in enumerate(SECTIONS):
            self._form.sections.item(number).setText(kind.title())
        self._show_header()

    def _show_header(self) -> None:
        self._form.header.set_title(self.current.title())
        self._form.header.set_subtitle(self.current.about())

    def _shown(self) -> tuple[Section, QScrollArea]:
        """The chosen section and the area it scrolls in, made when there is none yet."""
        kind = SECTIONS[max(0, self._form.sections.currentRow())]
        if kind not in self._made:
            section = kind(self.shell, self)
            section.said.connect(partial(self._say_of, section))
            self._made[kind] = section, _scrolling(section)
            self._form.stack.addWidget(self._made[kind][1])
        return self._made[kind]

    def _chosen(self) -> None:
        self._form.stack.setCurrentWidget(self._shown()[1])
        self._form.banner.hide_line()
        self._show_header()
        self.current.activate()

    def _changed(self, kind: str, by: object) -> None:
        if kind in READ_AGAIN_ON and by is not self.current and self.isVisible():
            self.current.activate()

    def _say_of(self, section: Section, sentence: str, kind: Tone) -> None:
        """What a section says while it is in front; an answer that comes later would be about something else."""
        if section is not self.current:
            return
        if sentence:
            self._form.banner.show_line(sentence, kind)
        else:
            self._form.banner.hide_line()

    def _restyle(self) -> None:
        px = theme.current().px
        self._form.sections.setFixedWidth(px(NAV_PX))
        self._form.sections.setIconSize(QSize(px(20), px(20)))
        for number, kind in enumerate(SECTIONS):
            item = self._form.sections.item(number)
            item.setIcon(icons.icon(kind.ICON))
            item.setSizeHint(QSize(0, px(ROW_PX)))


def _scrolling(section: Section) -> QScrollArea:
    """A section that scrolls where the window is too small for it: large type on a small screen."""
    area = QScrollArea()
    area.setWidget(section)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    section.setProperty("role", "page")
    return area
