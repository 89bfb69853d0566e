"""What lies on the lockers' counter, what there is to say of it, and what a scanned or typed text stands for there."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from loket.domain.entities import Id
from loket.domain.errors import RefusalCode, Refused
from loket.services import lockers
from loket.services.circulation import Approval
from loket.services.desk import Desk
from loket.services.house_codes import HouseThing, recognise
from loket.services.locker_troubles import Closed
from loket.services.lockers import LockerState, LockerTile, UseView
from loket.services.visitors import Person, find_person, persons_like

LOOK_UP_LIMIT = 7


class Step(StrEnum):
    """What lies on the counter."""

    NOTHING = "nothing"
    OFFER = "offer"  # a person, and the locker he would get
    FREE = "free"  # a free locker; a person is awaited
    OUT = "out"  # one that is not given out
    IN_USE = "in_use"
    TWICE = "twice"  # two uses of one locker: one is to be chosen
    ENDED = "ended"  # a use that is over, of the day's list


@dataclass(frozen=True, slots=True)
class Counter:
    """Who and what is being dealt with.

    Attributes:
        by_card: the use was found by its holder's card: without the tag, Enter gives nothing back.
        approval: a second person allowed this one a further locker.
        began_at: of the scan that began it.
    """

    step: Step = Step.NOTHING
    person: Person | None = None
    tile: LockerTile | None = None
    use: UseView | None = None
    by_card: bool = False
    approval: Approval | None = None
    began_at: datetime | None = None

    @property
    def fits(self) -> bool:
        """May the locker in hand be given to the person in hand?"""
        return self.step is Step.OFFER and self.tile is not None and self.tile.state is LockerState.FREE

    @property
    def locker_id(self) -> Id | None:
        if self.tile is not None:
            return self.tile.locker.id
        return self.use.locker.id if self.use is not None else None


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed for the locker about to be given."""

    contents: str = ""
    pledge_type: str = ""
    pledge_last4: str = ""


class What(StrEnum):
    """What there is to say."""

    OFFERED = "offered"
    GIVEN = "given"
    RETURNED = "returned"
    OPENED = "opened"  # a use was found; nothing is done yet
    HELD = "held"  # by this person, already
    ENDED = "ended"  # this tag opens nothing any more
    FREE = "free"
    OUT = "out"
    TWICE = "twice"
    NOT_FREE = "not_free"
    FULL = "full"
    NEED_TAG = "need_tag"
    MOVED = "moved"
    UNDONE = "undone"
    LOST_TAG = "lost_tag"
    FORCED = "forced"
    BROKEN = "broken"
    MENDED = "mended"
    REPRINTED = "reprinted"
    NOTHING_TO_UNDO = "nothing_to_undo"


@dataclass(frozen=True, slots=True)
class Said:
    """One answer: `what`, and the values its sentence needs."""

    what: What
    number: str = ""
    name: str = ""
    person: Person | None = None
    use: UseView | None = None
    tile: LockerTile | None = None
    tag: str = ""
    slips: int = 0
    closed: Closed | None = None
    from_number: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything the page lists: the board, what is still in lockers, the day's register."""

    tiles: tuple[LockerTile, ...] = ()
    out: tuple[UseView, ...] = ()
    log: tuple[UseView, ...] = ()

    def tile(self, locker_id: Id | None) -> LockerTile | None:
        return next((tile for tile in self.tiles if tile.locker.id == locker_id), None)

    def use(self, use_id: Id) -> UseView | None:
        return next((view for view in (*self.out, *self.log) if view.use.id == use_id), None)

    def count(self, state: LockerState) -> int:
        return sum(tile.state is state for tile in self.tiles)


@dataclass(frozen=True, slots=True)
class Found:
    """What a scanned or typed text stands for; nothing of it when it is a name of several, or of nobody."""

    tile: LockerTile | None = None
    use: UseView | None = None
    person: Person | None = None
    people: tuple[Person, ...] = field(default=())


def read_rows(desk: Desk) -> Rows:
    """Everything the page lists, at one moment."""
    return Rows(lockers.board(desk), lockers.still_out(desk), lockers.day_log(desk, desk.today()))


def look_up(desk: Desk, text: str) -> Found:
    """A locker's number first: here it is what is typed most; then a tag, a card or slip, a name.

    Raises Refused: CODE_UNKNOWN for none of them, and what a card may raise.
    """
    tile = lockers.tile_by_number(desk, text)
    if tile is not None:
        return Found(tile=tile)
    use = lockers.find_by_tag(desk, text)
    if use is not None:
        return Found(use=use)
    with desk.view() as act:
        code = recognise(act, text)
        person = None if code is not None and code.thing is HouseThing.LOCKER else find_person(act, text)
    if code is not None and code.thing is HouseThing.LOCKER:
        return Found(tile=lockers.tile(desk, code.id))  # a fixed tag whose locker is empty
    if person is not None:
        return Found(person=person)
    people = persons_like(desk, text, LOOK_UP_LIMIT)
    if not people:
        raise Refused(RefusalCode.CODE_UNKNOWN, code=text)
    return Found(person=people[0]) if len(people) == 1 else Found(people=people)


def people_meant(desk: Desk, text: str) -> tuple[Person, ...] | None:
    """None while the text is a locker's number: no list may catch the Enter that is meant for it."""
    if lockers.tile_by_number(desk, text) is not None:
        return None
    return persons_like(desk, text, LOOK_UP_LIMIT)


def guest_named(name: str) -> Person:
    """Somebody known only by the name he says."""
    return Person(None, None, " ".join(name.split()), "")


def is_kept(view: UseView) -> bool:
    """Has the library the things still: in the locker, or taken out of it by staff?"""
    return view.open or view.in_keeping
