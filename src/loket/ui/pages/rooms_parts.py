"""What the sections of the rooms page share: the section itself, and the card of the person in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loket.services import operators
from loket.services.circulation import Approval
from loket.services.house_codes import HouseCode
from loket.ui.pages.cash_sheets import SignedSheet
from loket.ui.pages.section import Section
from loket.ui.shell import Shell
from loket.ui.texts import say
from loket.ui.texts_rooms import CONTEXT, WARNED
from loket.ui.widgets import ElidedLabel, IconLabel, InsetFrame, Suggestion, set_state

if TYPE_CHECKING:
    from loket.services.visitors import Person

T = TypeVar("T")


class RoomSection(Section):
    """One part of the rooms page. The page owns the scan box and the banner; a section answers what is scanned.

    Signals: `suggested(suggestions, for_text)` lines under the scan box; `kept(text)` a text that goes back into the
    box to be mended; `strayed(text)` letters typed where figures go, to be typed on in the box; `left()` the cursor
    goes back to the scan box.

    Attributes:
        TAKES_PEOPLE: a visitor's slip or locker tag scanned here says who is served, and does not lead away.
    """

    CONTEXT = CONTEXT
    CHANGES = "rooms"
    TAKES_PEOPLE: ClassVar[bool] = False
    suggested = Signal(object, str)
    kept = Signal(str)
    strayed = Signal(str)
    left = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.sheets.closed.connect(self.left)

    def placeholder(self) -> str:
        """What the scan box asks for while this section is shown."""
        return ""

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

    def undo(self) -> None:
        """Ctrl+Z: take back the last act of this section."""

    # ---- what sections do alike ------------------------------------------------------------------------------------

    def book(
        self,
        act: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
        kind: str = "",
    ) -> None:
        """As in any section; what was booked may have put a slip into the queue."""

        def booked(result: T) -> None:
            self.shell.slips.wake()
            done(result)

        super().book(act, booked, failed, kind)

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
