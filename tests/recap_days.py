"""Random days at a counter, through the services: what a recap has to count, undone and refused things among it."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from fakes import ADMIN, SUPERVISOR, TODAY, operator
from paying_desk import CASHIER, Till, set_till
from stock import add_item, add_member, add_title, change_member, set_rule

from loket.domain import events as e
from loket.domain.entities import (
    Charge,
    EbookTitle,
    Id,
    InHouseKind,
    ItemStatus,
    Locker,
    PayMethod,
    Room,
    RoomKind,
    VisitSource,
)
from loket.domain.errors import InvalidInput, Refused
from loket.domain.visits import GroupForm, GuestForm, OfficialForm
from loket.services import (
    circulation,
    ebooks,
    guest_books,
    guestbook,
    internet_room,
    locker_banks,
    lockers,
    membership,
    payments,
    photocopies,
    reading_room,
    registration,
    survey,
    undo,
)
from loket.services.circulation import Approval
from loket.services.desk import Desk, all_rows
from loket.services.registration import MemberForm
from loket.services.visitors import Person

DAY = TODAY
_CALLS = ("813 CON a", "R 413 CON k", "2X4.3 CON t", "F CON l", "005.1 CON p", "CON tanpa klas")
_TYPES = ("umum", "pelajar", "mahasiswa")
_FORM = MemberForm(
    full_name="Calon Contoh",
    sex="P",
    birth_on="17-08-1990",
    phone="0812 3456 7890",
    address="Jalan Contoh 1",
    member_type="umum",
    consent=True,
)


@dataclass
class RandomDay:
    """A library with people, books and rooms, and a hand that does anything at random. It stands on the day itself."""

    desk: Desk
    till: Till
    dice: random.Random
    members: list[Id] = field(default_factory=list)
    books: list[str] = field(default_factory=list)
    items: dict[str, Id] = field(default_factory=dict)
    rooms: list[Room] = field(default_factory=list)
    lockers: list[Locker] = field(default_factory=list)
    titles: list[EbookTitle] = field(default_factory=list)
    seats: list[Id] = field(default_factory=list)

    def work(self, deeds: int) -> None:
        """So many deeds, whatever comes of them."""
        hands = self.hands()
        for _ in range(deeds):
            self.step(self.dice.choice(hands))

    def step(self, hand: Callable[[], Any]) -> None:
        clock: Any = self.desk.clock
        clock.advance(seconds=self.dice.randint(5, 240))
        with suppress(InvalidInput):
            try:
                hand()
            except Refused:
                self.desk.operator = operator(self.desk, CASHIER)

    def hands(self) -> list[Callable[[], Any]]:
        return [
            *(self.member_in, self.guest_in, self.group_in, self.official_in, self.into_a_room, self.not_in),
            *(*[self.lend] * 6, self.give_back, self.give_back, self.renew, self.take_back, self.broken),
            *(self.register, self.accept, self.renew_member, self.card),
            *(self.locker, self.locker_back, self.locker_not, self.read, self.pile, self.ask, self.not_read),
            *(self.sit_down, self.get_up, self.copy, self.copy_outside, self.ebook, self.not_ebook, self.answer),
            *(self.fee, self.pay, self.pay, self.void, self.waive, self.not_waived, self.money_back),
        ]

    # ---- the guestbook ------------------------------------------------------------------------------------------

    def person(self) -> Person:
        member_id = self.dice.choice(self.members)
        return Person(member_id, None, "Anggota", "A")

    def member_in(self) -> None:
        source = self.dice.choice((VisitSource.DESK, VisitSource.KIOSK))
        purpose = self.dice.choice(("membaca", "meminjam", ""))
        guestbook.check_in_member(self.desk, self.dice.choice(self.members), purpose=purpose, source=source)

    def guest_in(self) -> None:
        form = GuestForm(
            "Tamu Contoh",
            sex=self.dice.choice(("L", "P", "")),
            education=self.dice.choice(("SD", "SMA/SMK", "")),
            job=self.dice.choice(("Petani", "Guru", "")),
            age_group=self.dice.choice(("6-12", "25-44", "")),
            purpose=self.dice.choice(("membaca", "tugas", "")),
        )
        guestbook.check_in_guest(self.desk, form)

    def group_in(self) -> None:
        people = self.dice.randint(2, 40)
        male = self.dice.randint(0, people)
        female = self.dice.choice((people - male, self.dice.randint(0, people - male)))
        pupils = self.dice.choice((0, people, self.dice.randint(0, people)))
        form = GroupForm(
            "Guru Contoh",
            institution="SD Contoh",
            people=people,
            male=self.dice.choice((male, 0)),
            female=female,
            by_education={"SD": pupils, "D4/S1": min(1, people - pupils)},
            by_job={"Pelajar": pupils},
        )
        guestbook.check_in_group(self.desk, form)

    def official_in(self) -> None:
        guestbook.check_in_official(self.desk, OfficialForm("Tamu Dinas", "Dinas Contoh", 4, 3, 1))

    def into_a_room(self) -> None:
        guestbook.check_in_member(self.desk, self.dice.choice(self.members), room_id=self.dice.choice(self.rooms).id)

    def not_in(self) -> None:
        visit = guestbook.last_visit(self.desk)
        if visit is not None:
            guestbook.undo_visit(self.desk, visit.id, "salah tulis")

    # ---- circulation --------------------------------------------------------------------------------------------

    def item(self) -> Id:
        return self.items[self.dice.choice(self.books)]

    def approval(self) -> Approval | None:
        return self.dice.choice((None, Approval(operator(self.desk, SUPERVISOR).id, "tugas sekolah")))

    def lend(self) -> None:
        member, item = self.dice.choice(self.members), self.item()
        circulation.check_out(self.desk, member_id=member, item_id=item, approval=self.approval())

    def give_back(self) -> None:
        circulation.check_in(self.desk, item_id=self.item())

    def renew(self) -> None:
        circulation.renew(self.desk, item_id=self.item(), approval=self.approval())

    def take_back(self) -> None:
        undo.undo(self.desk, reason="salah pindai")

    def broken(self) -> None:
        status = self.dice.choice((ItemStatus.DAMAGED, ItemStatus.LOST, ItemStatus.AVAILABLE))
        circulation.declare(self.desk, item_id=self.item(), status=status, charge_rp=self.dice.choice((0, 20_000)))

    # ---- members ------------------------------------------------------------------------------------------------

    def register(self) -> None:
        applicant = self.dice.random() < 0.5
        form = self.dice.choice((_FORM, MemberForm(**(_typed(_FORM) | {"sex": "L", "member_type": "pelajar"}))))
        registration.register(self.desk, form, applicant=applicant)

    def accept(self) -> None:
        waiting = registration.applicants(self.desk)
        if waiting:
            registration.accept(self.desk, waiting[0].id, _FORM)

    def renew_member(self) -> None:
        membership.renew(self.desk, self.dice.choice(self.members))

    def card(self) -> None:
        with self.desk.action() as act:
            spoilt = self.dice.choice(("", "", "smeared"))
            reason = self.dice.choice(("first", "lost"))
            member = self.dice.choice(self.members)
            act.record(e.CardPrinted(act.new_id(), member, "A", "teluk", reason, act.today, spoilt))

    # ---- lockers and rooms ----------------------------------------------------------------------------------------

    def locker(self) -> None:
        lockers.take(self.desk, self.dice.choice(self.lockers).id, self.person())

    def locker_back(self) -> None:
        out = lockers.still_out(self.desk)
        if out:
            lockers.give_back(self.desk, self.dice.choice(out).use.id, name_matched=True)

    def locker_not(self) -> None:
        out = lockers.still_out(self.desk)
        if out:
            lockers.undo_take(self.desk, out[-1].use.id, "salah loker")

    def read(self) -> None:
        reading_room.count_book(self.desk, self.dice.choice(self.books), self.dice.choice((None, self.rooms[0].id)))

    def pile(self) -> None:
        reading_room.count_pile(self.desk, self.dice.choice(("800", "2X", "")), self.dice.randint(1, 9))

    def ask(self) -> None:
        kind = self.dice.choice((InHouseKind.REQUEST, InHouseKind.RESTRICTED, InHouseKind.AUDIOVISUAL))
        code = self.dice.choice(self.books)
        use = reading_room.ask_item(self.desk, kind, self.person(), code=code)
        if self.dice.random() < 0.6:
            reading_room.fetch(self.desk, use.id, code=code)
            reading_room.hand_back(self.desk, use.id)

    def not_read(self) -> None:
        reading_room.undo_last(self.desk)

    def sit_down(self) -> None:
        purpose = self.dice.choice(("Mengetik", "Surel", ""))
        internet_room.start(self.desk, self.dice.choice(self.seats), self.person(), purpose=purpose)

    def get_up(self) -> None:
        busy = internet_room.still_running(self.desk)
        if not busy:
            return
        tile = self.dice.choice(busy)
        assert tile.session is not None
        if self.dice.random() < 0.2:
            internet_room.cancel(self.desk, tile.session.id, "salah orang")
        else:
            how = self.dice.choice(internet_room.ENDINGS)
            internet_room.end(self.desk, tile.session.id, card_back=True, how=how)

    def copy(self) -> None:
        tariff = photocopies.paper_tariffs(self.desk)[0]
        person = self.dice.choice((None, self.person()))
        guest = "" if person else "Tamu Contoh"
        pay = self.dice.choice((None, photocopies.PayNow())) if person else photocopies.PayNow()
        made = photocopies.inside(self.desk, self.dice.randint(1, 30), tariff.id, person=person, guest=guest, pay=pay)
        if self.dice.random() < 0.2:
            photocopies.undo(self.desk, made.job.id, "salah hitung")

    def copy_outside(self) -> None:
        book = photocopies.copied(self.desk, self.dice.choice(self.books))
        photocopies.out(self.desk, [book], self.person(), pledge_type="KTP-el", pledge_last4="0000")

    def ebook(self) -> None:
        person = self.dice.choice((None, self.person()))
        ebooks.lend(self.desk, self.dice.choice(self.titles).id, person, reader="" if person else "Tamu Contoh")

    def not_ebook(self) -> None:
        lines = ebooks.days_loans(self.desk)
        if lines:
            ebooks.undo(self.desk, lines[0].loan.id, "salah judul")

    def answer(self) -> None:
        survey.record_answer(self.desk, survey.Answers((4,) * 9))

    # ---- money ----------------------------------------------------------------------------------------------------

    def fee(self) -> None:
        self.till.fee(self.dice.choice(("card_fee", "form_fee")), self.dice.choice(self.members))

    def owed(self) -> Charge | None:
        with self.desk.view() as act:
            found = [
                one for one in all_rows(act.driver, Charge) if not one.cancelled and one.settled_rp < one.amount_rp
            ]
        return self.dice.choice(found) if found else None

    def pay(self) -> None:
        charge = self.owed()
        if charge is None:
            return
        method = self.dice.choice((PayMethod.CASH, PayMethod.QRIS))
        reference = "" if method is PayMethod.CASH else "R-1"
        payments.take_payment(self.desk, [payments.Wanted(charge.id)], method=method, reference=reference)

    def void(self) -> None:
        with self.desk.view() as act:
            rows = act.driver.execute("SELECT id FROM receipt WHERE voided_on IS NULL ORDER BY id").fetchall()
        if rows:
            key = Id(self.dice.choice(rows)[0].hex())
            payments.void_receipt(self.desk, key, "salah orang", self.till.approval())

    def money_back(self) -> None:
        with self.desk.view() as act:
            paid = [one for one in all_rows(act.driver, Charge) if one.credit_rp > 0]
        if paid:
            charge = self.dice.choice(paid)
            payments.refund(self.desk, charge.id, charge.credit_rp, "lebih bayar", self.till.approval())

    def waive(self) -> None:
        charge = self.owed()
        if charge is not None:
            payments.waive(
                self.desk, charge.id, min(500, charge.amount_rp - charge.settled_rp), "ringan", self.till.approval()
            )

    def not_waived(self) -> None:
        with self.desk.view() as act:
            rows = act.driver.execute("SELECT id FROM waiver WHERE voided_on IS NULL ORDER BY id").fetchall()
        if rows:
            payments.void_waiver(self.desk, Id(rows[0][0].hex()), "salah", self.till.approval())


def _typed(form: MemberForm) -> dict[str, Any]:
    return {name: getattr(form, name) for name in form.__dataclass_fields__}


def random_day(folder: Path, seed: int, deeds: int = 220) -> RandomDay:
    """A library of `folder` on DAY, after some days of lending, and so many random deeds of that day."""
    till = set_till(folder, today=DAY - timedelta(days=12))
    desk, dice = till.desk, random.Random(seed)
    day = RandomDay(desk, till, dice)
    desk.operator = operator(desk, ADMIN)
    _furnish(day)
    desk.operator = operator(desk, CASHIER)
    everybody, day.members = day.members, day.members[:6]  # whoever is late borrows nothing more
    for hand in [day.lend] * 16 + [day.locker] * 2:
        day.step(hand)
    day.members = everybody
    clock: Any = desk.clock
    clock.advance(days=12)
    assert desk.today() == DAY
    day.work(deeds)
    return day


def _furnish(day: RandomDay) -> None:
    desk, dice = day.desk, day.dice
    set_rule(desk, "treasurer_only", ())
    set_rule(desk, "block_unpaid_above_rp", -1)
    set_rule(desk, "opening_hours", ("08:00-11:30, 13:00-15:30",) * 5 + ("", ""))
    for number in range(24):
        member = add_member(desk, f"M-{number}", member_type=dice.choice(_TYPES))
        told = {"sex": dice.choice("LP"), "education": dice.choice(("SD", "S2", "")), "job": dice.choice(("Guru", ""))}
        change_member(
            desk, member, **told, birth_on=dice.choice((None, TODAY - timedelta(days=dice.randint(0, 30_000))))
        )
        day.members.append(member)
    for number, call in enumerate(_CALLS * 4):
        biblio = add_title(desk, f"Judul {number}", call_number=call)
        barcode, kind = f"B{number:03}", dice.choice(("umum", "anak"))
        day.items[barcode] = add_item(desk, barcode, biblio, call_number="", collection_kind=kind)
        day.books.append(barcode)
    for code, name in (("RR", "Referensi"), ("RA", "Ruang anak")):
        day.rooms.append(guest_books.set_room(desk, Room(Id(""), code, name, RoomKind.OTHER, own_book=True)))
    day.lockers = list(locker_banks.add_bank(desk, "", "1", "8", 4))
    day.titles = [ebooks.set_title(desk, EbookTitle(Id(""), f"E-book {n}", licences=0)) for n in range(3)]
    day.seats = [seat.id for seat in internet_room.add_seats(desk, 1, 5, 5)]
