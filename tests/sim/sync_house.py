"""Visitors in a simulated day, through the real services: the guestbook, lockers, books on tables, computers.

The few lockers and computers stand where every desk can give them out: desks that do not hear of each other give one
locker to two people.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from loket.domain.entities import InternetSession, LockerEnd, LockerUse, SessionState, Visit, VisitSource
from loket.domain.visits import GroupForm, GuestForm
from loket.services import guestbook, internet_room, locker_troubles, lockers, reading_room
from loket.services.circulation import Approval
from loket.services.desk import Desk
from loket.services.visitors import Person

if TYPE_CHECKING:
    from sync_machine import Machine
    from sync_work import People

LOCKERS, SEATS = ("1", "4"), (1, 2)
GUEST = "RAHASIA Tamu"  # a kiosk forgets it once the server has it


class HouseWork:
    """What `Worker` does with visitors."""

    people: People
    random: Random
    machine: Machine

    if TYPE_CHECKING:

        @property
        def desk(self) -> Desk: ...

        def _all(self, kind: type) -> list: ...  # type: ignore[type-arg]

        def _one_of(self, rows: list): ...  # type: ignore[no-untyped-def, type-arg]

        def _second(self) -> Approval: ...

    def visit(self) -> None:
        """Members with their cards, guests, now and then a class; some go out by the same door."""
        r = self.random
        source = VisitSource.KIOSK if self.machine.house else VisitSource.DESK
        drawn = r.random()
        if drawn < 0.15:
            self._leave()
        elif drawn < 0.6:
            guestbook.check_in_member(self.desk, r.choice(self.people.members), source=source)
        elif drawn < 0.95:
            guestbook.check_in_guest(self.desk, GuestForm(GUEST, sex=r.choice("LP")), source=source)
        else:
            guestbook.check_in_group(self.desk, GroupForm(GUEST, institution="SD Contoh", people=30), source=source)

    def _leave(self) -> None:
        here = [visit for visit in self._all(Visit) if visit.left_at is None and not visit.cancelled and visit.kind]
        guestbook.check_out(self.desk, self._one_of(here[-5:]).id)

    def locker(self) -> None:
        """Things go into a locker, or come out of it: by the tag, without it, or because somebody opened it."""
        r = self.random
        lying = [use for use in self._all(LockerUse) if use.end is LockerEnd.OPEN and use.tag]
        if len(lying) < 2 or r.random() < 0.4:
            free = [tile.locker for tile in lockers.board(self.desk) if tile.use is None and tile.locker.number]
            who = Person(r.choice(self.people.members), None, "", "")
            lockers.take(self.desk, self._one_of(free).id, who, approval=self._second())
            return
        use, drawn = self._one_of(lying), r.random()
        if drawn < 0.6:
            lockers.give_back(self.desk, use.id, name_matched=True)
        elif drawn < 0.75:
            lost = locker_troubles.LostTag("KTP", "0001", "tas hitam")
            locker_troubles.tag_lost(self.desk, use.id, lost, self._second(), charge=r.random() < 0.5)
        elif drawn < 0.85:
            locker_troubles.force_open(self.desk, use.id, "tidak diambil", self._second(), found="tas")
        else:
            free = [tile.locker for tile in lockers.board(self.desk) if tile.use is None]
            locker_troubles.move(self.desk, use.id, self._one_of(free).id)

    def count_table(self) -> None:
        reading_room.count_book(self.desk, self.random.choice(self.people.barcodes))

    def internet(self) -> None:
        running = [one for one in self._all(InternetSession) if one.state is SessionState.RUNNING]
        if running and self.random.random() < 0.6:
            internet_room.end(self.desk, self._one_of(running).id, card_back=True)
            return
        free = [tile.seat for tile in internet_room.board(self.desk) if tile.session is None]
        who = Person(self.random.choice(self.people.members), None, "", "")
        internet_room.start(self.desk, self._one_of(free).id, who, approval=self._second())


HOUSE_WORK = {"visit": 6, "locker": 5, "count_table": 2, "internet": 2}
