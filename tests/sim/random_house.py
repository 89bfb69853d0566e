"""Random visitors in the lives of `random_events`: the guestbook, lockers, reading rooms, computers, copies, e-books.

Keys come from small pools: the same visit, locker and session meet again and again, also before their own news.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from loket.domain import events as e
from loket.domain.entities import (
    EbookTitle,
    Id,
    InHouseKind,
    InternetSeat,
    Locker,
    Pledge,
    Room,
    RoomKind,
    VisitKind,
    VisitPurpose,
    VisitSource,
)

NOW = datetime.fromisoformat("2026-11-24T02:00:00+00:00")
HOURS = (0, 1, 3, 30)


class HouseLife:
    """What `Life` can draw of visitors."""

    random: Random
    day: date

    if TYPE_CHECKING:

        def id(self, kind: str, pool: int = 4) -> Id: ...
        def text(self) -> str: ...
        def on(self) -> date: ...
        def maybe(self, value: Any) -> Any: ...

    def moment(self) -> datetime:
        return NOW + timedelta(hours=self.random.choice(HOURS), milliseconds=self.random.randrange(1000))

    def whose(self) -> tuple[Id | None, Id | None]:
        """A member, or somebody by his visit, or nobody known."""
        return self.maybe(self.id("me", 6)), self.maybe(self.id("vi", 5))

    # ---- the guestbook --------------------------------------------------------------------------------------------

    def room_set(self) -> e.Event:
        r = self.random
        return e.RoomSet(Room(self.id("ro", 3), self.text(), self.text(), r.choice(list(RoomKind)), r.random() < 0.5))

    def purpose_set(self) -> e.Event:
        r = self.random
        shown = r.random() < 0.5, r.random() < 0.5, r.random() < 0.5
        return e.PurposeSet(VisitPurpose(r.choice(("membaca", "internet")), self.text(), self.text(), *shown))

    def visit_recorded(self) -> e.Event:
        r = self.random
        how = r.choice(list(VisitKind)).value, self.moment(), self.day, self.text(), self.maybe(self.id("me", 6))
        return e.VisitRecorded(
            self.id("vi", 5),
            *how,
            source=r.choice(list(VisitSource)).value,
            room_id=self.maybe(self.id("ro", 4)),
            visitor_no=r.choice(("", "P261124-L1-001")),
            people=r.choice((1, 1, 30)),
            warned=r.choice(("", "expired")),
            institution=self.text(),
            sex=r.choice(("", "L", "P")),
            male=r.randrange(3),
            by_education=r.choice(((), ("sd:12", "smp:3"))),
            guest=self.maybe(e.Guest(self.text(), "0812")),
        )

    def visitor_left(self) -> e.Event:
        return e.VisitorLeft(self.id("vi", 6), self.moment(), self.random.choice(("seen", "closing")))

    def visit_undone(self) -> e.Event:
        return e.VisitUndone(self.id("vi", 6), self.text())

    def guests_forgotten(self) -> e.Event:
        return e.GuestsForgotten(tuple(self.id(kind, 5) for kind in ("vi", "lu", "iu", "se", "co", "eb", "su")))

    def survey_answered(self) -> e.Event:
        told = self.text(), "L", "19-24", "s1", "pelajar", self.maybe(self.text())
        return e.SurveyAnswered(self.id("su", 3), self.day, self.moment(), "432104321", *told)

    # ---- lockers --------------------------------------------------------------------------------------------------

    def locker_set(self) -> e.Event:
        r = self.random
        return e.LockerSet(
            Locker(self.id("lk", 3), str(r.randrange(9)), out_of_order=self.text(), tag_code=self.text())
        )

    def locker_taken(self) -> e.Event:
        r = self.random
        named = self.id("lu", 6), self.id("lk", 3), f"T{r.randrange(3)}-ABC", self.day
        pledge = self.text(), r.choice(list(Pledge)), "KTP", "0001", r.choice((0, 5000))
        return e.LockerTaken(*named, *self.whose(), *pledge, holder=self.maybe(self.text()))

    def locker_returned(self) -> e.Event:
        return e.LockerReturned(self.id("lu", 6), self.id("lk", 3), self.on())

    def locker_tag_lost(self) -> e.Event:
        signed = "SP-1", "KTP", "0001", self.maybe(self.id("op", 2)), self.maybe(self.id("ch", 9))
        return e.LockerTagLost(self.id("lu", 6), self.id("lk", 3), self.on(), *signed, proof=self.maybe(self.text()))

    def locker_forced(self) -> e.Event:
        why = self.text(), self.maybe(self.id("op", 2)), self.text(), self.maybe(self.text())
        return e.LockerForced(self.id("lu", 6), self.id("lk", 3), self.on(), *why)

    def locker_moved(self) -> e.Event:
        return e.LockerMoved(self.id("lu", 6), self.id("lk", 3), self.id("lk", 3), "7", self.text())

    def locker_undone(self) -> e.Event:
        return e.LockerUndone(self.id("lu", 6), self.id("lk", 3), self.text())

    # ---- the rooms ------------------------------------------------------------------------------------------------

    def book_read(self) -> e.Event:
        what = self.maybe(self.id("it", 6)), self.maybe(self.id("ti")), self.text(), self.text(), "2X1"
        return e.BookRead(self.id("iu", 5), self.day, self.maybe(self.id("ro", 4)), *what, self.random.choice((1, 12)))

    def item_asked(self) -> e.Event:
        what = self.maybe(self.id("ro", 4)), self.maybe(self.id("it", 6)), None, self.text(), self.text(), "900"
        kind = self.random.choice(list(InHouseKind))
        return e.ItemAsked(self.id("iu", 5), kind, self.day, *what, *self.whose(), self.text(), self.maybe(self.text()))

    def item_fetched(self) -> e.Event:
        return e.ItemFetched(self.id("iu", 6), self.maybe(self.id("it", 6)), self.text())

    def item_handed_back(self) -> e.Event:
        return e.ItemHandedBack(self.id("iu", 6), self.text())

    def request_missed(self) -> e.Event:
        return e.RequestMissed(self.id("iu", 6), self.text())

    def reading_undone(self) -> e.Event:
        return e.ReadingUndone(self.id("iu", 6), self.text())

    def books_reshelved(self) -> e.Event:
        return e.BooksReshelved(tuple(sorted({self.id("iu", 6), self.id("iu", 6)})), self.on())

    def seat_set(self) -> e.Event:
        return e.SeatSet(InternetSeat(self.id("pc", 3), self.text(), self.maybe(self.id("ro", 4)), 1, 2, self.text()))

    def session_asked(self) -> e.Event:
        return e.SessionAsked(self.id("se", 4), self.day, *self.whose(), self.text(), self.maybe(self.text()))

    def session_started(self) -> e.Event:
        r = self.random
        granted = self.id("se", 4), self.id("pc", 3), self.day, r.choice((30, 45))
        return e.SessionStarted(*granted, *self.whose(), self.text(), r.random() < 0.5, user=self.maybe(self.text()))

    def session_extended(self) -> e.Event:
        return e.SessionExtended(self.id("se", 5), self.random.choice((30, 60, 75)))

    def session_moved(self) -> e.Event:
        return e.SessionMoved(self.id("se", 5), self.id("pc", 3))

    def session_ended(self) -> e.Event:
        r = self.random
        return e.SessionEnded(self.id("se", 5), r.randrange(60), r.choice(("done", "power")), r.random() < 0.5)

    def session_card_returned(self) -> e.Event:
        return e.SessionCardReturned(self.id("se", 5))

    def session_cancelled(self) -> e.Event:
        return e.SessionCancelled(self.id("se", 5), self.text())

    def photocopy_made(self) -> e.Event:
        r = self.random
        paid = self.maybe(self.id("ch", 9)), self.maybe(self.id("re", 4))
        named = self.id("co", 4), "F261124-L1-001", self.day, r.randrange(1, 40), "A4", r.choice((0, 500))
        return e.PhotocopyMade(*named, *paid, *self.whose(), ("B1",), (self.text(),), self.maybe(self.text()))

    def photocopy_out(self) -> e.Event:
        named = self.id("co", 4), "F261124-L1-002", self.day, self.moment(), ("B1", "B2"), (self.text(), "")
        held = self.random.choice(list(Pledge)), "KTP", "0001", self.text()
        return e.PhotocopyOut(*named, *held, *self.whose(), self.maybe(self.text()), self.maybe("0812"))

    def photocopy_back(self) -> e.Event:
        return e.PhotocopyBack(self.id("co", 5), self.random.random() < 0.7, self.text(), self.maybe(self.id("op", 2)))

    def photocopy_undone(self) -> e.Event:
        return e.PhotocopyUndone(self.id("co", 5), self.text())

    def ebook_title_set(self) -> e.Event:
        return e.EbookTitleSet(EbookTitle(self.id("et", 2), self.text(), self.text(), self.random.randrange(3)))

    def ebook_lent(self) -> e.Event:
        named = self.id("eb", 4), self.maybe(self.id("et", 2)), self.text(), self.day, self.moment(), self.moment()
        return e.EbookLent(*named, member_id=self.maybe(self.id("me", 6)), reader=self.maybe(self.text()))

    def ebook_returned(self) -> e.Event:
        return e.EbookReturned(self.id("eb", 5), self.moment())

    def ebook_undone(self) -> e.Event:
        return e.EbookUndone(self.id("eb", 5), self.text())


HOUSE_WEIGHTS: dict[Callable[[Any], e.Event], int] = {
    HouseLife.room_set: 1,
    HouseLife.purpose_set: 1,
    HouseLife.visit_recorded: 5,
    HouseLife.visitor_left: 3,
    HouseLife.visit_undone: 1,
    HouseLife.guests_forgotten: 1,
    HouseLife.survey_answered: 1,
    HouseLife.locker_set: 1,
    HouseLife.locker_taken: 5,
    HouseLife.locker_returned: 4,
    HouseLife.locker_tag_lost: 2,
    HouseLife.locker_forced: 2,
    HouseLife.locker_moved: 2,
    HouseLife.locker_undone: 1,
    HouseLife.book_read: 2,
    HouseLife.item_asked: 2,
    HouseLife.item_fetched: 2,
    HouseLife.item_handed_back: 2,
    HouseLife.request_missed: 1,
    HouseLife.reading_undone: 1,
    HouseLife.books_reshelved: 1,
    HouseLife.seat_set: 1,
    HouseLife.session_asked: 2,
    HouseLife.session_started: 3,
    HouseLife.session_extended: 2,
    HouseLife.session_moved: 1,
    HouseLife.session_ended: 2,
    HouseLife.session_card_returned: 1,
    HouseLife.session_cancelled: 1,
    HouseLife.photocopy_made: 1,
    HouseLife.photocopy_out: 2,
    HouseLife.photocopy_back: 2,
    HouseLife.photocopy_undone: 1,
    HouseLife.ebook_title_set: 1,
    HouseLife.ebook_lent: 2,
    HouseLife.ebook_returned: 1,
    HouseLife.ebook_undone: 1,
}
