"""The lockers' counter without its window: whose things, which locker, and what the next Enter does.

Everything scanned is answered in its turn. A person's card proposes a locker and Enter gives it; a tag opens the use it
belongs to and Enter, once name and number are compared, gives the things back.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Protocol, TypeVar

from loket.domain.entities import Id
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.services import locker_troubles, lockers
from loket.services.circulation import Approval
from loket.services.desk import Desk
from loket.services.house_codes import HouseCode
from loket.services.locker_troubles import Closed, LostTag
from loket.services.lockers import LockerState, LockerTile, UseView
from loket.services.visitors import Person
from loket.ui.jobs import JobRunner
from loket.ui.presenters.locker_counter import (
    Counter,
    Draft,
    Found,
    Rows,
    Said,
    Step,
    What,
    is_kept,
    look_up,
    people_meant,
    read_rows,
)
from loket.ui.presenters.members import Problem, show_failure
from loket.ui.sounds import SoundName

SCANNER_ENTER_MS = 300  # an Enter so soon after a code was sent by the scanner as well
SHORTEST_DIGITS = 4  # fewer are a locker's number, not part of a phone's
SHORTEST_NAME = 3
GONE = frozenset({RefusalCode.LOCKER_TAKEN, RefusalCode.LOCKER_OUT_OF_ORDER})
T = TypeVar("T")


SOUNDS: dict[What, SoundName] = {
    What.OFFERED: "ok",
    What.GIVEN: "ok",
    What.RETURNED: "return",
    What.OPENED: "ok",
    What.HELD: "warning",
    What.ENDED: "warning",
    What.TWICE: "warning",
    What.NOT_FREE: "refused",
    What.FULL: "refused",
    What.NEED_TAG: "warning",
    What.NOTHING_TO_UNDO: "attention",
}


class LockersView(Protocol):
    """The page as the presenter sees it."""

    def show_rows(self, rows: Rows) -> None: ...
    def show_counter(self, counter: Counter) -> None: ...
    def show_said(self, said: Said) -> None: ...
    def show_idle(self) -> None: ...
    def show_refused(self, refused: Refused) -> None: ...
    def show_people(self, people: Sequence[Person], typed: str, *, by_name: bool) -> None:
        """Whom he may mean; `by_name`: the text itself may be a guest's name."""

    def show_invalid(self, error: InvalidInput) -> None: ...
    def show_problem(self, error: Problem) -> None: ...
    def draft(self) -> Draft: ...
    def clear_draft(self) -> None: ...
    def keep_text(self, text: str) -> None: ...
    def play(self, sound: SoundName) -> None: ...


class LockersPresenter:
    """Knows no Qt. One thing is done at a time; what was scanned meanwhile waits for its turn."""

    def __init__(self, desk: Desk, jobs: JobRunner, view: LockersView, on_change: Callable[[], None]) -> None:
        self._desk, self._jobs, self._view, self._on_change = desk, jobs, view, on_change
        self.counter = Counter()
        self.rows = Rows()
        self.last_given: UseView | None = None
        self._queue: deque[Callable[[], None]] = deque()
        self._busy = False
        self._coded_ms = -SCANNER_ENTER_MS

    # ---- what comes in ---------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Everything that is listed, anew; not in turn: nothing waits for it."""
        desk = self._desk
        self._jobs.start(lambda: read_rows(desk), self._read, self._failed_aside)

    def scanned(self, text: str) -> None:
        """A tag, a card, a slip, a locker's number, a name; or an empty Enter: do what is proposed."""
        now_ms = self._desk.clock.mono_ms()
        if text.strip():
            self._coded_ms = now_ms
            began_at = self._desk.clock.now()
            self._in_turn(lambda: self._look_up(text.strip(), began_at))
        elif now_ms - self._coded_ms >= SCANNER_ENTER_MS:
            self.confirm()

    def typed(self, text: str) -> None:
        """A person pauses while typing: offer whom he may mean, but not while it is a locker's number."""
        desk, wanted = self._desk, text.strip()
        letters = sum(sign.isalpha() for sign in wanted)
        if not letters and len(wanted) < SHORTEST_DIGITS:
            return
        by_name = letters >= SHORTEST_NAME and not any(sign.isdigit() for sign in wanted)

        def show(people: tuple[Person, ...] | None) -> None:
            if people is not None:
                self._view.show_people(people, text, by_name=by_name)

        self._jobs.start(lambda: people_meant(desk, wanted), show, self._failed_aside)

    def person_chosen(self, person: Person) -> None:
        began_at = self._desk.clock.now()
        self._in_turn(lambda: self._person(person, began_at))

    def take_code(self, code: HouseCode) -> None:
        """A tag or slip scanned on another page."""
        self.scanned(code.code)

    def pick(self, locker_id: Id) -> None:
        """A place on the board was chosen by arrow key or click."""
        tile = self.rows.tile(locker_id)
        if tile is not None:
            self._in_turn(lambda: self._tile(tile, aloud=False))

    def pick_use(self, use_id: Id) -> None:
        """A line of a list, or one of two uses of a locker."""
        view = self.rows.use(use_id) or self._of_tile(use_id)
        if view is not None:
            self._in_turn(lambda: self._use(view, aloud=False))

    def confirm(self) -> None:
        """Enter: give the locker that is offered, or give back what lies in it."""
        self._in_turn(self._confirm)

    def finish(self) -> None:
        self._in_turn(self._clear)

    # ---- acts on what lies on the counter --------------------------------------------------------------------------

    def name_differs(self) -> None:
        """The name said is not the one written down: nothing is given back."""
        use, desk = self.counter.use, self._desk
        if use is not None:
            self._act(lambda: lockers.give_back(desk, use.use.id, name_matched=False), self._returned)

    def approved(self, approval: Approval) -> None:
        """A second person allows a further locker."""
        self._in_turn(lambda: self._offer(replace(self.counter, approval=approval, by_card=False, use=None)))

    def undo(self, use_id: Id, reason: str) -> None:
        desk = self._desk
        self._act(lambda: lockers.undo_take(desk, use_id, reason), partial(self._said_of, What.UNDONE))

    def move(self, use_id: Id, to_locker_id: Id, reason: str) -> None:
        desk = self._desk
        self._act(lambda: locker_troubles.move(desk, use_id, to_locker_id, reason), partial(self._said_of, What.MOVED))

    def tag_lost(self, use_id: Id, lost: LostTag, approval: Approval, *, charge: bool) -> None:
        desk = self._desk
        work = partial(locker_troubles.tag_lost, desk, use_id, lost, approval, charge=charge)
        self._act(work, partial(self._closed, What.LOST_TAG))

    def force_open(self, use_id: Id, reason: str, approval: Approval, found: str) -> None:
        desk = self._desk
        work = partial(locker_troubles.force_open, desk, use_id, reason, approval, found=found)
        self._act(work, partial(self._closed, What.FORCED))

    def out_of_order(self, locker_id: Id, reason: str) -> None:
        desk = self._desk
        work = partial(locker_troubles.set_out_of_order, desk, locker_id, reason)
        self._act(work, lambda locker: self._done(Said(What.BROKEN, locker.number)))

    def in_order(self, locker_id: Id) -> None:
        desk = self._desk
        work = partial(locker_troubles.put_in_order, desk, locker_id)
        self._act(work, lambda locker: self._done(Said(What.MENDED, locker.number)))

    def reprint(self) -> None:
        use, desk = self.counter.use, self._desk
        if use is not None and use.open:
            said = Said(What.REPRINTED, use.locker.number, tag=use.use.tag)
            work = partial(lockers.reprint_tags, desk, use.use.id)
            self._act(work, lambda jobs: self._done(replace(said, slips=len(jobs)), clear=False))

    def say(self, what: What) -> None:
        self._say(Said(what))

    # ---- one after the other ---------------------------------------------------------------------------------------

    def _in_turn(self, work: Callable[[], None]) -> None:
        self._queue.append(work)
        self._next()

    def _next(self) -> None:
        while not self._busy and self._queue:
            self._queue.popleft()()

    def _start(self, work: Callable[[], T], done: Callable[[T], None], *, write: bool = False) -> None:
        self._busy = True

        def answered(result: T) -> None:
            self._busy = False
            done(result)
            self._next()

        self._jobs.start(work, answered, self._failed, lane="write" if write else "read")

    def _act(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        def booked(result: T) -> None:
            self._on_change()
            done(result)
            self.read()

        self._in_turn(lambda: self._start(work, booked, write=True))

    def _failed(self, error: Exception) -> None:
        """What was to come after it was meant for something else: it is dropped."""
        self._busy = False
        self._queue.clear()
        if not isinstance(error, Refused):
            show_failure(self._view, error)
            return
        self._view.show_refused(error)
        if error.code in GONE and self.counter.step is Step.OFFER:  # another desk was quicker: the next one
            self._offer(replace(self.counter, tile=None), aloud=False)
        self.read()

    def _failed_aside(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self._view.show_refused(error)
        else:
            show_failure(self._view, error)

    # ---- finding ---------------------------------------------------------------------------------------------------

    def _look_up(self, text: str, began_at: datetime) -> None:
        desk = self._desk
        self._start(lambda: look_up(desk, text), lambda found: self._found(found, text, began_at))

    def _found(self, found: Found, text: str, began_at: datetime) -> None:
        if found.tile is not None:
            self._tile(found.tile)
        elif found.use is not None:
            self._use(found.use)
        elif found.person is not None:
            self._person(found.person, began_at)
        else:
            self._queue.clear()
            self._view.keep_text(text)
            self._view.show_people(found.people, text, by_name=False)

    def _tile(self, tile: LockerTile, *, aloud: bool = True) -> None:
        """A locker was named, or walked to on the board (not `aloud`)."""
        offering = self.counter.step is Step.OFFER
        if offering:
            self._set(replace(self.counter, tile=tile))
            said = Said(What.OFFERED if self.counter.fits else What.NOT_FREE, tile.locker.number, tile=tile,
                        person=self.counter.person)  # fmt: skip
        elif len(tile.uses) > 1:
            self._set(Counter(Step.TWICE, tile=tile))
            said = Said(What.TWICE, tile.locker.number, tile=tile)
        elif tile.uses:
            self._use(tile.uses[0], aloud=aloud)
            return
        else:
            free = tile.state is LockerState.FREE
            self._set(Counter(Step.FREE if free else Step.OUT, tile=tile))
            said = Said(What.FREE if free else What.OUT, tile.locker.number, tile=tile)
        self._say(said, quiet=not aloud)

    def _use(self, view: UseView, *, aloud: bool = True) -> None:
        if is_kept(view):
            self._set(Counter(Step.IN_USE, use=view, began_at=self._desk.clock.now()))
            self._say(Said(What.OPENED, view.locker.number, view.holder, use=view), quiet=not aloud)
        else:
            self._set(Counter(Step.ENDED, use=view))
            self._say(Said(What.ENDED, view.locker.number, view.holder, use=view), quiet=not aloud)

    def _person(self, person: Person, began_at: datetime) -> None:
        """He has things in a locker already, or gets the one in hand, or the next free one."""
        desk = self._desk
        wanted = self.counter.tile if self.counter.step is Step.FREE else None

        def show(held: UseView | None) -> None:
            if held is None:
                self._view.clear_draft()
                self._offer(Counter(Step.OFFER, person, wanted, began_at=began_at))
                return
            self._set(Counter(Step.IN_USE, person, use=held, by_card=True, began_at=began_at))
            self._say(Said(What.HELD, held.locker.number, held.holder or person.name, person=person, use=held))

        self._start(lambda: lockers.use_of_person(desk, person), show)

    def _offer(self, counter: Counter, *, aloud: bool = True) -> None:
        """Put a free locker beside the person: the one in hand, else the next."""
        desk, given = self._desk, counter.tile

        def free() -> LockerTile | None:
            locker = given.locker if given is not None else lockers.propose(desk)
            return None if locker is None else lockers.tile(desk, locker.id)

        def show(tile: LockerTile | None) -> None:
            offer = replace(counter, step=Step.OFFER, tile=tile)
            self._set(offer)
            person = counter.person
            what = What.FULL if tile is None else What.OFFERED if offer.fits else What.NOT_FREE
            number = tile.locker.number if tile is not None else ""
            if aloud or what is not What.OFFERED:  # what was just refused stays to be read
                self._say(Said(what, number, person.name if person else "", person, tile=tile))

        self._start(free, show)

    def _of_tile(self, use_id: Id) -> UseView | None:
        tile = self.counter.tile
        return next((view for view in tile.uses if view.use.id == use_id), None) if tile is not None else None

    # ---- giving and giving back ------------------------------------------------------------------------------------

    def _confirm(self) -> None:
        counter = self.counter
        if counter.fits and counter.person is not None and counter.tile is not None:
            self._give(counter, counter.person, counter.tile)
        elif counter.step is Step.OFFER:
            self._say(Said(What.FULL if counter.tile is None else What.NOT_FREE, _number(counter), tile=counter.tile))
        elif counter.by_card:
            self._say(Said(What.NEED_TAG, _number(counter), use=counter.use))
        elif counter.step is Step.IN_USE and counter.use is not None:
            self._give_back(counter.use, counter.began_at)

    def _give(self, counter: Counter, person: Person, tile: LockerTile) -> None:
        desk, draft = self._desk, self._view.draft()

        def work() -> tuple[lockers.Taken, UseView]:
            taken = lockers.take(
                desk,
                tile.locker.id,
                person,
                contents=draft.contents,
                pledge_type=draft.pledge_type,
                pledge_last4=draft.pledge_last4,
                approval=counter.approval,
                began_at=counter.began_at,
            )
            return taken, lockers.use_view(desk, taken.use.id)

        def given(done: tuple[lockers.Taken, UseView]) -> None:
            taken, view = done
            self._on_change()
            self.last_given = view
            slips = len(taken.slip_job_ids)
            self._done(Said(What.GIVEN, taken.locker.number, person.name, person, view, tag=taken.tag, slips=slips))
            self.read()

        self._start(work, given, write=True)

    def _give_back(self, view: UseView, began_at: datetime | None) -> None:
        desk = self._desk

        def returned(done: UseView) -> None:
            self._on_change()
            self._returned(done)
            self.read()

        work = partial(lockers.give_back, desk, view.use.id, name_matched=True, began_at=began_at)
        self._start(work, returned, write=True)

    def _returned(self, view: UseView) -> None:
        if self.last_given is not None and self.last_given.use.id == view.use.id:
            self.last_given = None
        self._done(Said(What.RETURNED, view.locker.number, view.holder, use=view))

    def _said_of(self, what: What, view: UseView) -> None:
        if what is What.UNDONE and self.last_given is not None and self.last_given.use.id == view.use.id:
            self.last_given = None
        self._done(Said(what, view.locker.number, view.holder, use=view, from_number=view.use.moved_from))

    def _closed(self, what: What, closed: Closed) -> None:
        self._done(Said(what, closed.view.locker.number, closed.view.holder, use=closed.view, closed=closed))

    # ---- showing ---------------------------------------------------------------------------------------------------

    def _read(self, rows: Rows) -> None:
        self.rows = rows
        self._view.show_rows(rows)
        if self.counter.step in (Step.IN_USE, Step.FREE, Step.OUT, Step.TWICE) and not self._busy:
            self._refresh(rows)

    def _refresh(self, rows: Rows) -> None:
        """What lies on the counter may have changed at another desk."""
        tile = rows.tile(self.counter.locker_id)
        if self.counter.step is not Step.IN_USE:
            if tile is not None and tile != self.counter.tile:
                self._tile(tile, aloud=False)
            return
        use = self.counter.use
        fresh = rows.use(use.use.id) if use is not None else None
        if use is not None and use.open and (fresh is None or not is_kept(fresh)):
            self._clear()
        elif fresh is not None and fresh != use:
            self._set(replace(self.counter, use=fresh))

    def _set(self, counter: Counter) -> None:
        self.counter = counter
        self._view.show_counter(counter)

    def _say(self, said: Said, *, quiet: bool = False) -> None:
        self._view.show_said(said)
        if not quiet and said.what in SOUNDS:
            self._view.play(SOUNDS[said.what])

    def _done(self, said: Said, *, clear: bool = True) -> None:
        if clear:
            self._view.clear_draft()
            self._set(Counter())
        self._view.show_said(said)
        self._view.play(SOUNDS.get(said.what, "ok"))

    def _clear(self) -> None:
        self._view.clear_draft()
        self._set(Counter())
        self._view.show_idle()


def _number(counter: Counter) -> str:
    if counter.tile is not None:
        return counter.tile.locker.number
    return counter.use.locker.number if counter.use is not None else ""
