"""The guestbook without its window: who comes, who goes, and what stands in the book. Knows no Qt.

Every scan is answered in its turn, in one lane: a card read while the one before is still booked waits, none is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from loket.domain.entities import Id, Visit, VisitKind, VisitPurpose
from loket.domain.errors import InvalidInput
from loket.services import guestbook
from loket.services.desk import Desk
from loket.services.guest_lists import VisitLine
from loket.services.house_codes import HouseCode
from loket.services.visitors import Person, persons_like
from loket.ui.jobs import JobRunner
from loket.ui.presenters.guestbook_answers import (
    AllOut,
    Asked,
    Book,
    BookScanned,
    CameIn,
    Choices,
    Form,
    Heard,
    Lists,
    Offers,
    Shown,
    TakenBack,
    WentOut,
    answer_form,
    answer_person,
    answer_scan,
    last_line,
    name_of_visit,
    read_lists,
    read_offers,
)
from loket.ui.presenters.members import Problem, show_failure
from loket.ui.sounds import SoundName

SCANNER_ENTER_MS = 300  # an Enter so soon after a code was sent by the scanner as well
MOST_KEYS = 9
Booked = CameIn | WentOut | TakenBack | AllOut


class GuestbookView(Protocol):
    """The page as the presenter sees it."""

    def show_answer(self, shown: Shown) -> None: ...
    def show_idle(self) -> None: ...
    def show_lists(self, lists: Lists) -> None: ...
    def show_offers(self, offers: Offers) -> None: ...
    def show_choices(self, people: Sequence[Person], typed: str) -> None: ...
    def show_waiting(self, scans: int) -> None: ...
    def ask_undo(self, line: VisitLine) -> None: ...
    def close_sheet(self) -> None: ...
    def pass_on(self, code: HouseCode) -> None: ...
    def slip_queued(self) -> None: ...
    def keep_text(self, text: str) -> None: ...
    def play(self, sound: SoundName) -> None: ...
    def show_invalid(self, error: InvalidInput) -> None: ...
    def show_problem(self, error: Problem) -> None: ...


class GuestbookPresenter:
    """`book` is the one written in now; `asks`: a member is asked what he comes for before he is written down."""

    def __init__(self, desk: Desk, jobs: JobRunner, view: GuestbookView, on_change: Callable[[], None]) -> None:
        self._desk, self._jobs, self._view, self._on_change = desk, jobs, view, on_change
        self.book: Book = None
        self.shows_today = False
        self.asks = False
        self.asked: Asked | None = None
        self.offers = Offers((), {}, {})
        self._may_leave: Visit | None = None  # who was scanned again: an empty Enter lets him out
        self._scans = 0
        self._coded_ms = -SCANNER_ENTER_MS
        self._reading = self._read_again = self._stale = False

    # ---- reading ---------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """The list that is shown. Asked again while it reads, it reads once more at the end, not each time."""
        if self._reading:
            self._read_again = True
            return
        self._reading, self._read_again = True, False
        desk, wanted = self._desk, (self.book, self.shows_today)
        self._jobs.start(
            lambda: read_lists(desk, wanted[0], today=wanted[1]),
            lambda lists: self._read(wanted, lists),
            self._read_failed,
        )

    def _read(self, wanted: tuple[Book, bool], lists: Lists) -> None:
        self._reading = False
        still = wanted == (self.book, self.shows_today)
        if still:
            self._view.show_lists(lists)
        if self._read_again or not still:
            self.read()

    def show_list(self, *, today: bool) -> None:
        """Who is inside, or today's whole book."""
        self.shows_today = today
        self.read()

    def _read_failed(self, error: Exception) -> None:
        self._reading = False
        show_failure(self._view, error)

    def read_offers(self) -> None:
        desk = self._desk
        self._jobs.start(lambda: read_offers(desk), self._offered, self._failed)

    def _offered(self, offers: Offers) -> None:
        self.offers = offers
        if self.book is not None and self.book not in {room.id for room in offers.books}:
            self.book = None  # the room was closed, or keeps no book any more
        self._view.show_offers(offers)
        self.read()

    def choose_book(self, book: Book) -> None:
        if book != self.book:
            self.settle()
            self.book, self._may_leave = book, None
            self._view.show_idle()
            self.read()

    def choose_asking(self, asks: bool) -> None:
        self.settle()
        self.asks = asks

    # ---- scans -----------------------------------------------------------------------------------------------------

    def scanned(self, text: str) -> None:
        """A card, a slip, a name; or an empty Enter: no purpose, or out again."""
        now_ms = self._desk.clock.mono_ms()
        if text.strip():
            self._coded_ms = now_ms
            self.settle()
            self._may_leave = None
            self._serve(lambda desk, book, asks, at: answer_scan(desk, text, book, asks, at), text)
        elif now_ms - self._coded_ms >= SCANNER_ENTER_MS:
            self._entered()

    def typed(self, text: str) -> None:
        """A person pauses while typing: offer whom he may mean."""
        desk = self._desk
        self._jobs.start(lambda: persons_like(desk, text), lambda people: self._view.show_choices(people, text))

    def person_chosen(self, person: Person) -> None:
        self.settle()
        self._may_leave = None
        self._serve(lambda desk, book, asks, at: answer_person(desk, person, book, asks, at), "")

    def take_code(self, code: HouseCode) -> None:
        """A visitor's slip that was scanned on another page."""
        self.scanned(code.code)

    def purpose_chosen(self, number: int) -> None:
        """The key of a purpose, 1 to 9, while a member is asked for his."""
        offered = self.offers.purposes.get(VisitKind.MEMBER, ())[:MOST_KEYS]
        if self.asked is not None and 1 <= number <= len(offered):
            self._write_down(self.asked, offered[number - 1])

    def settle(self) -> None:
        """Nobody waits for an answer: who was asked is written down without a purpose."""
        if self.asked is not None:
            self._write_down(self.asked, None)

    def give_up(self) -> None:
        """Esc: who was asked is written down all the same, he did come."""
        self.settle()
        self._may_leave = None
        self._view.show_idle()

    def _entered(self) -> None:
        if self.asked is not None:
            self.settle()
        elif self._may_leave is not None:
            self.check_out(self._may_leave.id)
        else:
            self._view.show_idle()

    def _serve(self, answer: Callable[[Desk, Book, bool, datetime], Heard], text: str) -> None:
        desk, book, asks, at = self._desk, self.book, self.asks, self._desk.clock.now()
        self._count_scans(1)

        def heard(what: Heard) -> None:
            self._count_scans(-1)
            self._heard(what, text)

        def failed(error: Exception) -> None:
            self._count_scans(-1)
            if text:
                self._view.keep_text(text)
            self._failed(error)

        self._jobs.start(lambda: answer(desk, book, asks, at), heard, failed, lane="write")

    def _heard(self, what: Heard, text: str) -> None:
        if isinstance(what, HouseCode):
            self._view.pass_on(what)
        elif isinstance(what, Choices):
            self._view.keep_text(text)
            self._view.show_choices(what.people, text)
        elif isinstance(what, Asked):
            self.settle()  # two cards were read before the first one's question
            self.asked = what
            self._view.show_answer(what)
            self._view.play("attention" if what.person.warned else "ok")
        elif isinstance(what, BookScanned):
            self._view.show_answer(what)
            self._view.play("refused")
        else:
            self._done(what)

    def _write_down(self, asked: Asked, purpose: VisitPurpose | None) -> None:
        desk, book = self._desk, self.book
        self.asked = None

        def work() -> CameIn:
            member_id = asked.person.member_id
            assert member_id is not None
            code = purpose.code if purpose else ""
            counted = guestbook.check_in_member(desk, member_id, purpose=code, room_id=book, began_at=asked.at)
            return CameIn(counted, purpose)

        self._jobs.start(work, self._done, self._failed, lane="write")

    def _count_scans(self, step: int) -> None:
        self._scans += step
        self._view.show_waiting(max(0, self._scans - 1))
        self._read_when_quiet()

    def _read_when_quiet(self) -> None:
        """While more scans wait for their answer, the lists can wait as well."""
        if self._stale and self._scans == 0:
            self._stale = False
            self.read()

    # ---- forms -----------------------------------------------------------------------------------------------------

    def write_down(self, form: Form, began_at: datetime | None = None) -> None:
        """A guest, a group or an official visit, as filled in. A card scanned into the name is that member.

        `began_at`: when the form was taken in hand.
        """
        desk, book, at = self._desk, self.book, began_at or self._desk.clock.now()
        self.settle()
        self._jobs.start(lambda: answer_form(desk, form, book, at), self._written, self._failed, lane="write")

    def _written(self, what: Booked) -> None:
        self._view.close_sheet()
        self._done(what)

    # ---- what is done with a line ------------------------------------------------------------------------------------

    def check_out(self, visit_id: Id) -> None:
        desk = self._desk

        def work() -> WentOut:
            return WentOut(guestbook.check_out(desk, visit_id), name_of_visit(desk, visit_id))

        self._may_leave = None
        self._jobs.start(work, self._done, self._failed, lane="write")

    def close_day(self) -> None:
        """Everybody who was not seen leaving is out."""
        desk = self._desk
        self.settle()
        self._jobs.start(lambda: AllOut(guestbook.close_day(desk)), self._written, self._failed, lane="write")

    def undo_wanted(self, line: VisitLine | None = None) -> None:
        """Ask why a line is to be taken back; without one, the last this counter wrote today."""
        desk = self._desk
        self.settle()
        if line is not None:
            self._view.ask_undo(line)
            return
        self._jobs.start(lambda: last_line(desk), self._last_known, self._failed, lane="write")  # after what is booked

    def _last_known(self, line: VisitLine) -> None:
        self._view.ask_undo(line)

    def undo(self, line: VisitLine, reason: str) -> None:
        desk = self._desk

        def work() -> TakenBack:
            guestbook.undo_visit(desk, line.visit.id, reason)
            return TakenBack(line)

        self._jobs.start(work, self._written, self._failed, lane="write")

    def reprint(self, visit_id: Id) -> None:
        """The visitor's slip once more."""
        desk = self._desk
        self._jobs.start(
            lambda: guestbook.reprint_slip(desk, visit_id),
            lambda _: self._view.slip_queued(),
            self._failed,
            lane="write",
        )

    def _done(self, what: Booked) -> None:
        self._view.show_answer(what)
        self._view.play(_sound_of(what))
        if isinstance(what, CameIn):
            again = what.counted.again and what.counted.visit.left_at is None
            self._may_leave = what.counted.visit if again else None
            if what.counted.slip_job_id is not None:
                self._view.slip_queued()
        if not (isinstance(what, CameIn) and what.counted.again):
            self._on_change()
            self._stale = True
            self._read_when_quiet()

    def _failed(self, error: Exception) -> None:
        show_failure(self._view, error)


def _sound_of(what: Booked) -> SoundName:
    if isinstance(what, CameIn):
        return "warning" if what.counted.warned else "attention" if what.counted.again else "ok"
    return "ok" if isinstance(what, AllOut) else "return"
