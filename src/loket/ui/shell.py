"""What every page is given: the desk, the background lanes, the sounds, and word of what changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from loket.services.desk import Desk
from loket.services.operators import Hasher, SignIns
from loket.services.photos import PhotoStore
from loket.ui.card_printing import CardPrinting
from loket.ui.jobs import JobRunner
from loket.ui.slip_printing import SlipPrinting
from loket.ui.sounds import Sounds
from loket.ui.syncing import Syncing


class Changes(QObject):
    """One signal tells all pages which kind of record changed, and who did it, so that he need not read again.

    Kinds: members, titles, loans, rules, operators, library, cases, photos (they came from the server), visits,
    lockers, rooms, recaps, officials, backups.
    """

    happened = Signal(str, object)

    def tell(self, kind: str, by: object = None) -> None:
        self.happened.emit(kind, by)


class Ways(QObject):
    """From one page to another, with somebody in hand; the window goes there.

    Signals: `lend_to(member_id)` at the circulation counter, `member(member_id)` with everything of him,
    `pay(member_id)` at the cash desk, `house(HouseCode)` with a scanned tag or slip to where it belongs,
    `hand_over()` the screen to an applicant, `place(str)` a page by its name: "guestbook", "lockers", "rooms", "cash".
    """

    lend_to = Signal(object)
    member = Signal(object)
    pay = Signal(object)
    house = Signal(object)
    hand_over = Signal()
    place = Signal(str)


@dataclass
class Shell:
    desk: Desk
    jobs: JobRunner
    sounds: Sounds
    hasher: Hasher
    sign_ins: SignIns
    data_dir: Path
    changes: Changes = field(default_factory=Changes)
    ways: Ways = field(default_factory=Ways)
    sync: Syncing = field(init=False)
    photos: PhotoStore = field(init=False)
    cards: CardPrinting = field(init=False)
    slips: SlipPrinting = field(init=False)

    def __post_init__(self) -> None:
        self.photos = PhotoStore(self.data_dir)
        self.sync = Syncing(self.desk, self.jobs, self.changes)
        self.cards = CardPrinting(self.desk, self.jobs, self.data_dir, self.photos)
        self.slips = SlipPrinting(self.desk, self.jobs, self.data_dir)
