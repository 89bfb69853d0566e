"""What the sections of the rooms page share: the section itself, and the card of the person in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loket.domain.errors import StorageError
from loket.services import operators
from loket.services.circulation import Approval
from loket.services.house_codes import HouseCode
from loket.ui.pages.asking import Asking
from loket.ui.pages.cash_sheets import SignedSheet
from loket.ui.pages.page import demand_ours
from loket.ui.shell import Shell
from loket.ui.texts import error_text, say
from loket.ui.texts_rooms import CONTEXT, WARNED
from loket.ui.widgets import ElidedLabel, IconLabel, InsetFrame, Suggestion, set_state

if TYPE_CHECKING:
    from loket.services.visitors import Person

T = TypeVar("T")


class RoomSection(QWidget):
    """One part of the rooms page. The page owns the scan box and the banner; a section answers what is scanned.

    Signals: `said(sentence, kind)` a line for the page's banner, "" takes it away; `suggested(suggestions, for_text)`
    lines under the scan box; `kept(text)` a text that goes back into the box to be mended; `strayed(text)` letters
    typed where figures go, to be typed on in the box; `saved(path)` a paper was
    written, the page offers to open it; `left()` the cursor goes back to the scan box.

    Attributes:
        TITLE: Indonesian source text in context "Rooms". ICON: name of an icon.
        TAKES_PEOPLE: a visitor's slip or locker tag scanned here says who is served, and does not lead away.
        sheets: what it asks before it acts.
    """

    TITLE: ClassVar[str] = ""
    ICON: ClassVar[str] = ""
    TAKES_PEOPLE: ClassVar[bool] = False
    said = Signal(str, str)
    suggested = Signal(object, str)
    kept = Signal(str)
    strayed = Signal(str)
    saved = Signal(object)
    left = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self._asked = 0
        self.sheets = Asking(self)
        self.sheets.closed.connect(self.left)

    @classmethod
    def title(cls) -> str:
        return say(CONTEXT, cls.TITLE)

    def placeholder(self) -> str:
        """What the scan box asks for while this section is shown."""
        return ""

    def activate(self) -> None:
        """Read what is shown: the section was brought to the front, or something it shows has changed."""

    def retranslate(self) -> None:
        """Put all texts in the current language."""

    def take_scan(self, text: str, at: datetime, mono_ms: int) -> None:
        """Answer one scan, or an empty Enter. `at`, `mono_ms`: when it arrived, not when its turn came."""

    def take_typed(self, text: str) -> None:
        """A person pauses while typing: answer with `suggested`."""

    def take_choice(self, key: object) -> None:
        """One of the suggestions was chosen."""

    def take_code(self, code: HouseCode) -> None:
        """A slip or tag of the house that belongs here, scanned here or on another page."""

    def step(self, way: int) -> None:
        """Down (1) or Up (-1) in the scan box: walk the list or board."""

    def turn(self, way: int) -> None:
        """Right (1) or Left (-1) in an empty scan box: walk the board."""

    def escape(self) -> None:
        """Esc in an empty scan box: put down what is in hand."""

    def undo(self) -> None:
        """Ctrl+Z: take back the last act of this section."""

    # ---- what sections do alike ------------------------------------------------------------------------------------

    def read(self, fetch: Callable[[], T], show: Callable[[T], object]) -> None:
        """Fetch in the background, then show."""
        self.shell.jobs.start(fetch, show, self.fail, lane="read", owner=self)

    def read_all(self, fetch: Callable[[], T], show: Callable[[T], object]) -> None:
        """As `read`, for everything the section shows: one at a time; who asks meanwhile is answered by the next."""
        self._asked += 1
        if self._asked > 1:
            return

        def arrived(found: T) -> None:
            again, self._asked = self._asked > 1, 0
            show(found)
            if again:
                self.read_all(fetch, show)

        def failed(error: Exception) -> None:
            self._asked = 0
            self.fail(error)

        self.shell.jobs.start(fetch, arrived, failed, lane="read", owner=self)

    def book(
        self,
        act: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Book something; then every page hears of it, the open sheet closes, and `done` shows what came of it."""

        def booked(result: T) -> None:
            self.sheets.close_sheet()
            self.shell.slips.wake()
            self.shell.changes.tell("rooms", self)
            done(result)

        self.shell.jobs.start(act, booked, failed or self.fail, lane="write", owner=self)

    def fail(self, error: Exception) -> None:
        """Say an error on the sheet that asks, else over the page. Raises what is none of ours."""
        demand_ours(error)
        self.shell.sounds.play("refused")
        if not self.sheets.told(error):
            self.said.emit(error_text(error), "stop" if isinstance(error, StorageError) else "warn")

    def signed(self, act: Callable[[Approval], None], **words: Any) -> SignedSheet:
        """A sheet with a reason and a supervisor's word; `act` is called once that is checked.

        `words`: title, text, accept, icon as `SignedSheet` takes them. What `act` books through `book` closes it.
        """

        def approve(username: str, secret: str, reason: str) -> None:
            desk, sign_ins = self.shell.desk, self.shell.sign_ins
            self.shell.jobs.start(
                lambda: operators.approve(desk, sign_ins, username, secret, reason), act, sheet.failed, owner=self
            )

        sheet = SignedSheet(self, approve, **words)
        return sheet

    def shortcut(self, key: str) -> QShortcut:
        """A key that is heard while this section is shown, also from the page's scan box."""
        return QShortcut(QKeySequence(key), self)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class PersonCard(InsetFrame):
    """Who is served: name, number, and what is to be said to him. Always the same height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person: Person | None = None
        self._icon = IconLabel(self, name="user", size=28)
        self._name = ElidedLabel(self, role="heading")
        self._detail = ElidedLabel(self, role="secondary")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addLayout(words, 1)

    def show_person(self, person: Person) -> None:
        self.person = person
        warning = warned_text(person)
        sign, token = ("alert-triangle", "warn") if warning else ("user-check", "accent")
        detail = "  ·  ".join(part for part in (person.number, warning) if part)
        self._say(sign, token, person.name or person.number, detail, "warn" if warning else "")

    def show_guest(self, name: str) -> None:
        """Somebody without a card or slip."""
        self.person = None
        self._say("user-plus", "accent", name, say(CONTEXT, "Tamu tanpa kartu dan slip"))

    def show_nobody(self, sentence: str, detail: str = "") -> None:
        """What to scan first."""
        self.person = None
        self._say("user", "ink-2", sentence, detail)

    def _say(self, sign: str, token: str, name: str, detail: str, tone: str = "") -> None:
        self._icon.set(sign, token)
        self._name.setText(name)
        self._detail.setText(detail)
        set_state(self._detail, tone=tone)
        self.setAccessibleName(f"{name}. {detail}".strip(". "))

    def words(self) -> str:
        return f"{self._name.full_text()}  {self._detail.full_text()}".strip()


def warned_text(person: Person) -> str:
    """What stands against a member's card; "" when all is well, or he is a guest."""
    return say(CONTEXT, WARNED[person.warned]) if person.warned in WARNED else ""


def people_found(people: Sequence[Person]) -> list[Suggestion]:
    """Persons as lines under the scan box; the key of each is the `Person`."""
    return [
        Suggestion(person, person.name, detail=warned_text(person), note=person.number, icon=_sign(person))
        for person in people
    ]


def _sign(person: Person) -> str:
    return "id" if person.member_id else "user"
