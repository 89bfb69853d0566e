"""The main window: top line, tabs by station profile, the page, the status line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from loket.domain.entities import Id
from loket.domain.errors import StorageError
from loket.domain.scope import Scope, scope_of
from loket.services import cases, maintenance, session_clock
from loket.services.house_codes import HouseCode, HouseThing
from loket.ui import format as fmt
from loket.ui import icons, preferences, theme
from loket.ui.backups import BackedUp, back_up_counter, mirror_counter
from loket.ui.pages.card_queue import CardQueuePage
from loket.ui.pages.cases import CasesPage
from loket.ui.pages.cash import CashPage
from loket.ui.pages.circulation import CirculationPage
from loket.ui.pages.guestbook import GuestbookPage
from loket.ui.pages.help import HelpSheet
from loket.ui.pages.importing import ImportingPage
from loket.ui.pages.lockers import LockersPage
from loket.ui.pages.members import MembersPage
from loket.ui.pages.page import Page, TakesCode
from loket.ui.pages.photo_import import choose_folder
from loket.ui.pages.recap import RecapPage
from loket.ui.pages.rooms import RoomsPage
from loket.ui.pages.self_registration import SelfRegistration
from loket.ui.pages.settings import SettingsPage
from loket.ui.pages.survey import SurveyPage
from loket.ui.pages.sync import SyncPage
from loket.ui.profiles import first_of, pages_of
from loket.ui.recap_watch import RecapWatch
from loket.ui.shell import Shell
from loket.ui.texts import error_text, language, say, storage_text
from loket.ui.texts_status import Chip, chips_of
from loket.ui.texts_sync import cases_chip, sync_chips
from loket.ui.widgets import Banner, Button, ElidedLabel, HLine, StatusStrip, label

CONTEXT = "Window"
TABS_MARGIN_PX = 12
HEALTH_MS = 60_000
CLOCK_MS = 5_000
Entry = tuple[str, str, Callable[[], object]]
WITHOUT_TAB: tuple[type[Page], ...] = (CasesPage, CardQueuePage, SurveyPage, RecapPage)  # by key and menu, tab or not
CHIPS = ("saved", "sync", "age", "cases", "backup")  # in this order, whichever is known first
HOUSE_PAGES: dict[HouseThing, type[Page]] = {
    HouseThing.LOCKER: LockersPage,
    HouseThing.VISITOR: GuestbookPage,
    HouseThing.PHOTOCOPY: RoomsPage,
}
PLACES: dict[str, type[Page]] = {
    "guestbook": GuestbookPage,
    "lockers": LockersPage,
    "rooms": RoomsPage,
    "cash": CashPage,
}
CHIP_PAGES: dict[str, type[Page]] = {"sync": SyncPage, "age": SyncPage, "cases": CasesPage}


class TopLine(QFrame):
    """Which library and counter this is, who works here, and the menu."""

    menu_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.current().px
        self._place = ElidedLabel(self)
        self._place.setProperty("role", "heading")
        self._operator = label("", "secondary", self)
        self._help = Button(self, icon="help-circle", role="quiet", key="F1")
        self.menu_button = Button(self, icon="dots", role="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(6), px(8), px(2))
        row.setSpacing(px(8))
        row.addWidget(self._place, 1)
        for widget in (self._operator, self._help, self.menu_button):
            row.addWidget(widget)
        self._help.clicked.connect(self.help_wanted)
        self.menu_button.clicked.connect(self.menu_wanted)

    def show_place(self, library: str, station: str, operator: str) -> None:
        self._place.setText(f"Loket · {library} ▸ {station}")
        self._operator.setText(operator)
        self._help.set_text(say(CONTEXT, "Bantuan"))
        self.menu_button.set_text(say(CONTEXT, "Menu"))


class MainWindow(QWidget):
    """Pages as tabs with their keys; F-keys change the page from anywhere. Signal `lock_wanted()`.

    `may_join`: whether this library may belong to a server; an example library may not.
    """

    lock_wanted = Signal()
    sign_out_wanted = Signal()

    def __init__(
        self, shell: Shell, pages: Sequence[type[Page]], *, key_warning: bool = False, may_join: bool = True
    ) -> None:
        super().__init__()
        self.shell = shell
        self._key_warning, self._may_join = key_warning, may_join
        self.pages: dict[type[Page], Page] = {}
        self._kinds: Sequence[type[Page]] = ()
        self._keys_taken: set[str] = set()
        self._open_cases = 0
        self.kiosk: SelfRegistration | None = None
        self.recaps = RecapWatch(shell, self)
        self._top = TopLine(self)
        self._tabs = QTabBar(self)
        self.banner = Banner(self)
        self.banner.hide_line()
        self._stack = QStackedWidget(self)
        self.status = StatusStrip(self, order=CHIPS)
        self._arrange()
        self._build_tabs(pages)
        self._wire()
        self.retranslate()
        self.resize(1366, 768)

    def _arrange(self) -> None:
        px = theme.current().px
        tabs = QHBoxLayout()
        tabs.setContentsMargins(px(TABS_MARGIN_PX), 0, px(TABS_MARGIN_PX), 0)
        tabs.addWidget(self._tabs)
        tabs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addLayout(tabs)
        column.addWidget(HLine(self))
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        column.addWidget(self.status)

    def _build_tabs(self, kinds: Sequence[type[Page]]) -> None:
        self._tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._set_tabs(kinds)
        for kind in (*WITHOUT_TAB, *([SyncPage] if self._may_join else [])):
            self._page_key(kind)
        self._tabs.tabBarClicked.connect(self._tab_clicked)

    def _tab_clicked(self, number: int) -> None:
        if number >= 0:
            self.show_page(self._kinds[number])

    def _set_tabs(self, kinds: Sequence[type[Page]]) -> None:
        self._kinds = kinds
        while self._tabs.count() > len(kinds):
            self._tabs.removeTab(self._tabs.count() - 1)
        while self._tabs.count() < len(kinds):
            self._tabs.addTab("")
        for kind in kinds:
            self._page_key(kind)

    def _page_key(self, kind: type[Page]) -> None:
        if kind.SHORTCUT not in self._keys_taken:
            self._keys_taken.add(kind.SHORTCUT)
            self._key(kind.SHORTCUT, partial(self.show_page, kind))

    def _wire(self) -> None:
        self._top.help_wanted.connect(self.show_help)
        self._top.menu_wanted.connect(self.show_menu)
        self._key("Ctrl+M", self.show_menu)
        self._key("Ctrl+Shift+L", self.lock_wanted.emit)
        self._every(HEALTH_MS, self.check_health)
        self._every(HEALTH_MS, self.keep_copies)
        self._every(CLOCK_MS, self._show_clock)
        self._every(HEALTH_MS, self.recaps.look)
        self.recaps.told.connect(self.banner.show_line)
        self._every(session_clock.TICK_S * 1000, self.note_clocks)
        self.note_clocks()
        self.recaps.look()
        self.status.chip_clicked.connect(self._chip_clicked)
        self.shell.sync.told.connect(self._synced)
        self.shell.sync.operator_gone.connect(self.sign_out_wanted)
        self.shell.changes.happened.connect(self._changed)
        self.shell.ways.lend_to.connect(self.lend_to)
        self.shell.ways.member.connect(self.show_member)
        self.shell.ways.pay.connect(self.pay_for)
        self.shell.ways.house.connect(self.show_house)
        self.shell.ways.hand_over.connect(self.hand_over)
        self.shell.ways.place.connect(lambda name: self.show_page(PLACES[name]))

    def _key(self, key: str, gesture: Callable[[], object]) -> None:
        QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WindowShortcut).activated.connect(gesture)

    def _every(self, ms: int, work: Callable[[], object]) -> None:
        timer = QTimer(self, interval=ms)
        timer.timeout.connect(work)
        timer.start()

    # ---- pages ----------------------------------------------------------------------------------------------------

    def show_page(self, kind: type[Page]) -> None:
        """Bring a page to the front; it is made when first shown."""
        if not self._may_see(kind):
            self.banner.show_line(say(CONTEXT, "Halaman ini untuk pengawas atau administrator."), kind="warn")
            self._mark_tab()
            return
        self.banner.hide_line()
        page = self.pages.get(kind)
        if page is None:
            page = self.pages[kind] = kind(self.shell)
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._mark_tab()
        page.activate()

    def lend_to(self, member_id: Id) -> None:
        """To the circulation counter with this member open."""
        self.show_page(CirculationPage)
        page = self.pages.get(CirculationPage)
        if isinstance(page, CirculationPage):
            page.serve(member_id)

    def show_member(self, member_id: Id) -> None:
        """To the page of this member."""
        self.show_page(MembersPage)
        page = self.pages.get(MembersPage)
        if isinstance(page, MembersPage):
            page.open_member(member_id)

    def pay_for(self, member_id: Id) -> None:
        """To the cash desk with this member's bill."""
        self.show_page(CashPage)
        page = self.pages.get(CashPage)
        if isinstance(page, CashPage):
            page.serve(member_id)

    def show_house(self, code: HouseCode) -> None:
        """To the page that a scanned tag or slip belongs to."""
        kind = HOUSE_PAGES[code.thing]
        self.show_page(kind)
        page = self.pages.get(kind)
        if isinstance(page, TakesCode):
            page.take_code(code)

    def hand_over(self) -> None:
        """The screen to an applicant, until an operator takes it back."""
        self.kiosk = SelfRegistration(self.shell, self.window())
        self.kiosk.returned.connect(self._taken_back)
        self.kiosk.hand_over()

    def _taken_back(self, _operator: object) -> None:
        if self.kiosk is not None:
            self.kiosk.deleteLater()
            self.kiosk = None
        self.retranslate()  # it may be somebody else who came back

    def show_first(self) -> None:
        self.show_page(first_of(tuple(self._kinds)))

    def current(self) -> Page | None:
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, Page) else None

    def _may_see(self, kind: type[Page]) -> bool:
        operator = self.shell.desk.operator
        return not kind.ROLES or (operator is not None and bool(kind.ROLES & set(operator.roles)))

    def _mark_tab(self) -> None:
        page = self.current()
        if page is not None and type(page) in self._kinds:
            self._tabs.setCurrentIndex(self._kinds.index(type(page)))
            self._tabs.updateGeometry()  # the chosen tab's letters are bolder, and wider

    # ---- menu and help --------------------------------------------------------------------------------------------

    def entries(self) -> list[Entry]:
        """The menu, made anew each time so that it speaks the current language."""
        return [
            (say(CONTEXT, "Impor data …"), "file-import", self.show_import),
            *(self._member_entries() if scope_of(self.shell.desk.station.profile) is Scope.FULL else []),
            self._page_entry(CasesPage),
            *([self._page_entry(SyncPage)] if self._may_join else []),
            self._page_entry(RecapPage),
            self._page_entry(SurveyPage),
            self._page_entry(SettingsPage),
            (say(CONTEXT, "Cadangkan sekarang"), "database", self.back_up),
            (say(CONTEXT, "English") if language() == "id" else "Bahasa Indonesia", "language", self.switch_language),
            (say(CONTEXT, "Kunci loket"), "lock", self.lock_wanted.emit),
            (say(CONTEXT, "Ganti petugas"), "logout", self.sign_out_wanted.emit),
        ]

    def _member_entries(self) -> list[Entry]:
        return [
            (say(CONTEXT, "Impor foto anggota …"), "photo", self.import_photos),
            self._page_entry(CardQueuePage),
            (say("Page", "Desain kartu"), "id", self.show_designer),
        ]

    def _page_entry(self, kind: type[Page]) -> Entry:
        """A page's line: its name, and at the right its key."""
        return (f"{kind.title()}\t{kind.SHORTCUT}", kind.ICON, partial(self.show_page, kind))

    def show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(say(CONTEXT, "Menu"))
        for text, icon, action in self.entries():
            menu.addAction(icons.icon(icon), text).triggered.connect(lambda _=False, act=action: act())
        button = self._top.menu_button
        corner = button.mapToGlobal(button.rect().bottomRight())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QPoint(corner.x() - menu.sizeHint().width(), corner.y()))

    def show_designer(self) -> None:
        from loket.ui.pages.card_designer import CardDesignerPage  # loads what draws PDF, which opening need not

        self.show_page(CardDesignerPage)

    def show_import(self) -> None:
        self.show_page(ImportingPage)

    def import_photos(self) -> None:
        """The photos of a folder to the members whose numbers they are named with."""
        choose_folder(self, self.shell)

    def switch_language(self) -> None:
        """The other language, at once and for next time."""
        wanted = "en" if language() == "id" else "id"
        preferences.apply(preferences.change(self.shell.data_dir, language=wanted))

    def back_up(self) -> None:
        self.shell.jobs.start(
            lambda: back_up_counter(self.shell.desk, self.shell.data_dir),
            on_success=self._backed_up,
            on_failure=self._failed,
            lane="write",
            owner=self,
        )

    def _backed_up(self, done: BackedUp) -> None:
        self.banner.show_line(say(CONTEXT, "Cadangan sudah diperiksa dan tersimpan: {path}", path=done.path), kind="ok")
        if done.mirror_error is not None:
            text = storage_text(done.mirror_error)
            self.banner.show_line(say(CONTEXT, "Media kedua tidak terisi. {why}", why=text), kind="warn")
        self.check_health()

    def _failed(self, error: Exception) -> None:
        self.banner.show_line(error_text(error), kind="stop")

    def show_help(self) -> None:
        HelpSheet(self).open()

    # ---- status line ----------------------------------------------------------------------------------------------

    def check_health(self) -> None:
        """Look after disk, backup, key and clock, and what waits for a decision, in the background."""
        self.shell.jobs.start(
            lambda: maintenance.health(self.shell.desk, key_warning=self._key_warning),
            on_success=self._show_health,
            owner=self,
        )
        self._count_cases()
        self._show_sync()

    def keep_copies(self) -> None:
        """The journal to the second medium; and at night, when the window stays open, the backup of the day."""
        shell = self.shell
        shell.jobs.start(lambda: mirror_counter(shell.desk, shell.data_dir), on_success=self._mirrored, owner=self)
        shell.jobs.start(
            lambda: maintenance.nightly_backup_due(shell.desk),
            on_success=lambda due: self.back_up() if due else None,
            owner=self,
        )

    def note_clocks(self) -> None:
        """The time of internet sessions, whatever page is in front: a power cut costs nobody more than some seconds."""
        self.shell.jobs.start(
            lambda: session_clock.tick(self.shell.desk), on_failure=self._failed, lane="write", owner=self
        )

    def _mirrored(self, error: StorageError | None) -> None:
        if error is not None:
            text = storage_text(error)
            self.banner.show_line(say(CONTEXT, "Media kedua tidak terisi. {why}", why=text), kind="warn")

    def _show_health(self, health: maintenance.Health) -> None:
        self._show_chips(chips_of(health, self.shell.desk.clock.now()))

    def _show_chips(self, chips: Sequence[Chip]) -> None:
        for chip in chips:
            self.status.set_chip(chip.key, chip.text, icon=chip.icon, state=chip.state, tooltip=chip.tooltip)

    def _chip_clicked(self, key: str) -> None:
        if key in CHIP_PAGES:
            self.show_page(CHIP_PAGES[key])

    # ---- syncing --------------------------------------------------------------------------------------------------

    def _synced(self, _status: object) -> None:
        """How it stands between this counter and its server has changed."""
        joined = self.shell.sync.status.enrolled
        if joined and CasesPage not in self._kinds:
            self._set_tabs(pages_of(self.shell.desk.station.profile, joined=True))
            self._name_tabs()
            self._mark_tab()
        self._show_sync()

    def _show_sync(self) -> None:
        desk = self.shell.desk
        self._show_chips(sync_chips(self.shell.sync.status, desk.clock.now(), desk.library.utc_offset_min))

    def _count_cases(self) -> None:
        self.shell.jobs.start(
            lambda: cases.count_open(self.shell.desk), on_success=self._show_count_of_cases, owner=self
        )

    def _show_count_of_cases(self, counts: dict[str, int]) -> None:
        chip = cases_chip(counts)
        if chip is None:
            self.status.remove_chip("cases")
        else:
            self._show_chips([chip])
        self._open_cases = sum(counts.values())
        self._name_tabs()

    def _changed(self, kind: str, _by: object) -> None:
        if kind == "cases":
            self._count_cases()
        elif kind == "library":
            self._show_place()
        elif kind == "backups":
            self.check_health()

    def _show_clock(self) -> None:
        desk = self.shell.desk
        offset = desk.library.utc_offset_min
        clock = fmt.clock(desk.clock.now(), offset, language())
        text = f"{fmt.day(desk.today(), language())}  {fmt.zone(offset)} {clock}"
        self.status.set_chip("clock", text, icon="clock", right=True)

    # ---- language, closing ----------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self._show_place()
        self._name_tabs()
        self._show_clock()
        self.check_health()

    def _show_place(self) -> None:
        desk = self.shell.desk
        operator = desk.operator.full_name if desk.operator else ""
        self._top.show_place(desk.library.name, desk.station.name, operator)
        self.setWindowTitle(f"Loket · {desk.library.name}")

    def _name_tabs(self) -> None:
        for number, kind in enumerate(self._kinds):
            count = f" ({self._open_cases})" if kind is CasesPage and self._open_cases else ""
            title = kind.title().replace("&", "&&")  # a single one would mark a key
            self._tabs.setTabText(number, f"{title}{count}  {kind.SHORTCUT}")
        self._fit_tabs()

    def _fit_tabs(self) -> None:
        """Without their pictures where the tabs would not fit: a name that is cut off says less than a picture less."""
        for with_icons in (True, False):
            for number, kind in enumerate(self._kinds):
                self._tabs.setTabIcon(number, icons.icon(kind.ICON) if with_icons else QIcon())
            if self._tabs.sizeHint().width() <= self.width() - 2 * theme.current().px(TABS_MARGIN_PX):
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tabs()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
