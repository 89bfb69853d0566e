"""A whole invented day at the counter of the example library, through the same services as the window, and its closing.

Visitors come and go, books go out and come back, lockers, computers, the copier, the tables and the drawer are used;
something is still open when the day is closed, as it is in life.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from loket.domain.entities import Id, Locker, LockerUse, Member, Official, Operator, Recap
from loket.domain.errors import Refused
from loket.domain.officials import HEAD, SECTION_HEAD
from loket.domain.visits import AGE_GROUPS, GroupForm, GuestForm, OfficialForm
from loket.services import (
    circulation,
    closing,
    ebooks,
    example,
    guestbook,
    internet_room,
    lockers,
    membership,
    photocopies,
    reading_room,
    registration,
    slip_queue,
)
from loket.services.cash_shift import close_shift, current_shift, open_shift
from loket.services.circulation import Approval
from loket.services.desk import Desk
from loket.services.example import PastClock
from loket.services.example_money import FLOAT_RP, in_notes
from loket.services.member_forms import MemberForm
from loket.services.officials import set_official
from loket.services.settings import change_rule
from loket.services.visitors import Person

SEED = 2026
VISITORS = 110
STEP = timedelta(seconds=225)  # from one visitor to the next
EVERY_LOAN, EVERY_RETURN, EVERY_RENEWAL = 2, 4, 17
EVERY_LOCKER, EVERY_TABLE, EVERY_SESSION, EVERY_COPY, EVERY_EBOOK = 3, 2, 9, 14, 21
EVERY_PAYMENT, EVERY_NEWCOMER, EVERY_MEMBERSHIP = 6, 27, 35
_RENEWABLE = """SELECT item_id FROM loan WHERE "end" = 'open' AND renewals = 0 AND lent_on < ? AND due_on >= ?
ORDER BY due_on, id LIMIT 1"""
HOURS = ("08:00-16:00",) * 5 + ("09:00-15:00", "")


@dataclass
class ExampleDay:
    """One day, from opening to closing, on a clock that it moves on itself."""

    desk: Desk
    clock: PastClock
    supervisor: Operator

    def __post_init__(self) -> None:
        self._chance = random.Random(SEED)
        self._people = example.people_to_serve(self.desk, VISITORS)
        self._books = iter(example.free_barcodes(self.desk, VISITORS))
        self._late = example.late_books(self.desk)
        self._inside: list[Id] = []
        self._lying: list[LockerUse] = []
        self._lent: list[Id] = []
        self._till = example.money_day(self.desk, self.clock, VISITORS)

    def play(self, visitors: int = VISITORS) -> Recap:
        """The day, closed by whoever works at the counter and signed by the supervisor. Returns its recap."""
        furnish(self.desk)
        open_shift(self.desk, FLOAT_RP)
        for number in range(1, visitors + 1):
            self.clock.pass_time(STEP)
            self._serve(number)
        return self._close()

    # ---- one visitor ----------------------------------------------------------------------------------------------

    def _serve(self, number: int) -> None:
        member = self._people[number % len(self._people)]
        person = self._welcome(number, member)
        for every, act in self._services(member, person):
            if number % every == 0:
                self.clock.pass_time(timedelta(seconds=self._chance.randrange(10, 40)))
                act()
        if len(self._inside) > 25:
            guestbook.check_out(self.desk, self._inside.pop(0))

    def _services(self, member: Member, person: Person) -> tuple[tuple[int, Callable[[], object]], ...]:
        return (
            (EVERY_LOCKER, lambda: self._locker(person)),
            (EVERY_LOAN, lambda: self._lend(member)),
            (EVERY_RETURN, self._take_back),
            (EVERY_RENEWAL, self._renew),
            (EVERY_TABLE, self._count_table),
            (EVERY_SESSION, lambda: self._internet(person)),
            (EVERY_COPY, lambda: self._copy(person)),
            (EVERY_EBOOK, lambda: self._ebook(person)),
            (EVERY_PAYMENT, lambda: self._till.serve(member.id)),
            (EVERY_NEWCOMER, lambda: self._register(member)),
            (EVERY_MEMBERSHIP, lambda: membership.renew(self.desk, member.id)),
        )

    def _welcome(self, number: int, member: Member) -> Person:
        """Most are members; some guests, a class, an official visit."""
        purposes = ("membaca", "meminjam", "mengembalikan", "tugas", "internet")
        purpose = purposes[number % len(purposes)]
        if number == 30:
            form = GroupForm(
                "Ibu Guru Contoh", institution="SD Contoh 1", people=32, male=15, female=16, by_education={"SD": 31}
            )
            counted = guestbook.check_in_group(self.desk, form)
        elif number == 60:
            official = OfficialForm(
                "Bapak Tamu Contoh", "Dinas Contoh", people=4, male=3, female=1, letter_no="000/X/1"
            )
            counted = guestbook.check_in_official(self.desk, official)
        elif number % 5 == 0:
            guest = GuestForm(
                "Tamu Contoh",
                sex=self._chance.choice("LP"),
                education=self._chance.choice(("SMP", "SMA/SMK", "D4/S1", "")),
                age_group=self._chance.choice(AGE_GROUPS),
                purpose=purpose,
            )
            counted = guestbook.check_in_guest(self.desk, guest)
        else:
            counted = guestbook.check_in_member(self.desk, member.id, purpose=purpose)
        assert counted.visit is not None  # the first time today
        self._inside.append(counted.visit.id)
        if counted.visit.member_id is None:
            return Person(None, counted.visit.id, counted.visit.name, counted.visit.visitor_no)
        return Person(member.id, counted.visit.id, member.full_name, member.member_no, member.sex)

    # ---- what he came for -----------------------------------------------------------------------------------------

    def _lend(self, member: Member) -> None:
        with self.desk.view() as act:
            (item,) = act.state.items_with_barcode(next(self._books))
        began_at = self.clock.now() - timedelta(seconds=self._chance.randrange(15, 80))
        with suppress(Refused):  # a rule said no, as rules do
            circulation.check_out(self.desk, member_id=member.id, item_id=item.id, began_at=began_at)
            self._lent.append(item.id)

    def _take_back(self) -> None:
        if self._late and self._chance.random() < 0.4:
            circulation.check_in(self.desk, item_id=self._late.pop())
        elif len(self._lent) > 8:
            circulation.check_in(self.desk, item_id=self._lent.pop(0))

    def _renew(self) -> None:
        """The book that is due first of those lent on another day; its member shows it at the counter."""
        with self.desk.view() as act:
            today = act.today.isoformat()
            (book,) = act.driver.execute(_RENEWABLE, (today, today)).fetchone()
        with suppress(Refused):
            circulation.renew(self.desk, item_id=Id(book.hex()))

    def _locker(self, person: Person) -> None:
        """The first things that lie there go back once five do."""
        free: Locker | None = lockers.propose(self.desk)
        if free is None or lockers.use_of_person(self.desk, person) is not None:
            return
        self._lying.append(lockers.take(self.desk, free.id, person, contents="tas").use)
        if len(self._lying) > 5:
            lockers.give_back(self.desk, self._lying.pop(0).id, name_matched=True)

    def _count_table(self) -> None:
        with self.desk.view() as act:
            row = act.driver.execute(
                "SELECT barcode FROM item ORDER BY id LIMIT 1 OFFSET ?", (self._drawn(),)
            ).fetchone()
        reading_room.count_book(self.desk, row[0])

    def _drawn(self) -> int:
        return self._chance.randrange(100)

    def _internet(self, person: Person) -> None:
        running = internet_room.still_running(self.desk)
        if len(running) > 1 and running[0].session is not None:
            internet_room.end(self.desk, running[0].session.id, card_back=True)
        free = next((tile.seat for tile in internet_room.board(self.desk) if tile.session is None), None)
        if free is not None and person.member_id is not None:
            internet_room.start(self.desk, free.id, person, purpose="Tugas sekolah", approval=self._word())

    def _copy(self, person: Person) -> None:
        if person.member_id is not None:
            tariff = photocopies.paper_tariffs(self.desk)[0]
            photocopies.inside(self.desk, self._chance.randrange(2, 20), tariff.id, person=person)

    def _ebook(self, person: Person) -> None:
        title = next((line.title for line in ebooks.titles(self.desk) if not line.title.licences), None)
        if title is not None and person.member_id is not None:
            ebooks.lend(self.desk, title.id, person)

    def _register(self, before: Member) -> None:
        form = MemberForm(
            full_name=f"Anggota Baru Contoh {before.full_name[:1]}",
            member_type="mahasiswa",
            sex=self._chance.choice("LP"),
            birth_on=f"{self._chance.randrange(1, 28)}-3-2004",
            identity_type="KTM",
            identity_no=f"CONTOH-{before.member_no}",
            address="Jalan Contoh 2",
            phone="0812 0000 0000",
            consent=True,
        )
        registration.register(self.desk, form, began_at=self.clock.now() - timedelta(minutes=4))

    def _word(self) -> Approval:
        return Approval(self.supervisor.id, "Contoh persetujuan")

    # ---- the evening ----------------------------------------------------------------------------------------------

    def _close(self) -> Recap:
        """Computers and books of the door are closed; one bag stays in its locker, and the recap says so."""
        for use in self._lying[:-1]:
            lockers.give_back(self.desk, use.id, name_matched=True)
        for check in closing.checklist(self.desk, self.desk.today()):
            if check.can_fix and not check.ok:
                closing.fix(self.desk, check.key)
        for card in internet_room.held_cards(self.desk):
            internet_room.card_back(self.desk, card.session.id)
        while (job := slip_queue.take(self.desk)) is not None:
            slip_queue.done(self.desk, job.id)
        shift = current_shift(self.desk)
        assert shift is not None
        close_shift(self.desk, in_notes(shift.expected_rp), FLOAT_RP)
        recap = closing.close_day(self.desk, self.desk.today())
        worked, self.desk.operator = self.desk.operator, self.supervisor
        signed = closing.sign(self.desk, recap.id)
        self.desk.operator = worked
        return signed


def furnish(desk: Desk) -> None:
    """Who signs the papers of the example library, and when it is open."""
    since = date(desk.today().year, 1, 1)
    for office, title, name, nip, rank in (
        (
            HEAD,
            "Kepala Dinas Perpustakaan Contoh",
            "Kepala Contoh, S.Sos.",
            "000000000000000001",
            "Pembina Utama Muda (IV/c)",
        ),
        (
            SECTION_HEAD,
            "Kepala Seksi Layanan",
            "Kepala Seksi Contoh, S.I.Pust.",
            "000000000000000002",
            "Penata (III/c)",
        ),
    ):
        set_official(desk, Official(Id(""), office, title, name, nip, rank, from_on=since))
    change_rule(desk, "opening_hours", HOURS)
    change_rule(desk, "receipt_place", "Kota Contoh")
    change_rule(desk, "cash_rounding_rp", 100)  # no coin is smaller
