"""The front of the house of the example library: rooms, lockers, computers, e-books, and three weeks of visitors."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from loket.db import visit_queries
from loket.domain import events as e
from loket.domain.entities import EbookTitle, Id, Member, Room, RoomKind, VisitKind, VisitSource
from loket.services import ebooks, guest_books, internet_room, locker_banks
from loket.services.desk import Action, Desk
from loket.services.visit_counting import count_member

if TYPE_CHECKING:
    from loket.services.example import PastClock

ROOMS = (
    ("RU", "Ruang Baca Umum", RoomKind.GENERAL, False),
    ("RA", "Ruang Anak", RoomKind.CHILDREN, False),
    ("RR", "Ruang Referensi", RoomKind.REFERENCE, True),
    ("RD", "Ruang Deposit", RoomKind.DEPOSIT, True),
    ("RV", "Ruang Audio Visual", RoomKind.AUDIOVISUAL, True),
    ("RI", "Ruang Internet", RoomKind.INTERNET, False),
)
EBOOKS = (("Bertani di Lahan Contoh", 2), ("Cerita Rakyat Contoh", 1), ("Matematika Contoh untuk SMP", 0))
PURPOSES = ("membaca", "membaca", "membaca", "meminjam", "mengembalikan", "tugas", "referensi", "internet")
SCHOOLS = ("SD Contoh 1", "SMP Contoh 2", "SMA Contoh 3", "Universitas Contoh", "")
GUESTS = ("Tamu Contoh", "Pengunjung Contoh", "Pemustaka Contoh")
FIRST_HOUR, OPEN_HOURS = 1, 8  # UTC: nine o'clock in the morning in the middle of the country


def furnish(desk: Desk) -> None:
    """Rooms, two banks of lockers, computers and e-books."""
    for code, name, kind, own_book in ROOMS:
        guest_books.set_room(desk, Room(Id(""), code, name, kind, own_book))
    locker_banks.add_bank(desk, "A · Lorong masuk", "1", "18", 6)
    locker_banks.add_bank(desk, "B · Depan ruang anak", "19", "30", 6)
    internet = next(room for room in guest_books.rooms(desk) if room.kind is RoomKind.INTERNET)
    internet_room.add_seats(desk, 1, 8, 4, room_id=internet.id)
    for title, licences in EBOOKS:
        ebooks.set_title(desk, EbookTitle(Id(""), title, "Penulis Contoh", licences))


def openings(desk: Desk, first: datetime, days: int) -> list[datetime]:
    """When the library opened on each open day from this one on."""
    with desk.view() as act:
        calendar = act.rules.calendar
    begin = first.replace(hour=FIRST_HOUR, minute=0, second=0, microsecond=0)
    moments = (begin + timedelta(days=day) for day in range(days))
    return [moment for moment in moments if not calendar.is_closed(desk.local(moment).date())]


def spread(opened: Sequence[datetime], count: int) -> list[datetime]:
    """So many moments, evenly over the hours these days were open."""
    step = timedelta(hours=OPEN_HOURS) * len(opened) / (count + 1)
    passed = [divmod(step * number, timedelta(hours=OPEN_HOURS)) for number in range(1, count + 1)]
    return [opened[day] + into for day, into in passed]


class PastVisitors:
    """Who came in the weeks behind, more on Saturdays: at each moment those who came until then are written down.

    Who was not seen leaving goes out of the book when the next day begins, as of its closing.
    """

    def __init__(self, desk: Desk, opened: Sequence[datetime], people: Sequence[Member], seed: int) -> None:
        self._chance, self._people = random.Random(seed), people
        self._moments: deque[datetime] = deque()
        for begin in opened:
            entries = self._chance.randrange(25, 45) + 20 * (desk.local(begin).weekday() == 5)
            minutes = sorted(self._chance.randrange(OPEN_HOURS * 60) for _ in range(entries))
            self._moments.extend(begin + timedelta(minutes=minute) for minute in minutes)

    def until(self, act: Action, past: PastClock, moment: datetime) -> None:
        """Write down who came up to this moment. Inside the caller's action."""
        while self._moments and self._moments[0] <= moment:
            self._pass_to(act, past, self._moments.popleft())
            _enter(at_its_time(act), self._chance, self._people)
        self._pass_to(act, past, moment)

    def _pass_to(self, act: Action, past: PastClock, moment: datetime) -> None:
        closing = past.moment.replace(hour=FIRST_HOUR + OPEN_HOURS, minute=0, second=0, microsecond=0)
        if past.moment < closing < moment:
            past.moment = closing
            at_its_time(act)
            for visit in visit_queries.open_visits(act.driver, act.today):
                act.record(e.VisitorLeft(visit.id, max(act.now, visit.entered_at), "closing"))
        past.moment = max(past.moment, moment)


def at_its_time(act: Action) -> Action:
    """The same transaction at the builder's present moment."""
    act.now = act.began_at = act.desk.clock.now()
    act.today = act.desk.local(act.now).date()
    return act


def _enter(act: Action, chance: random.Random, people: Sequence[Member]) -> None:
    purpose, drawn = chance.choice(PURPOSES), chance.random()
    if drawn < 0.6:
        count_member(act, chance.choice(people), purpose=purpose, source=VisitSource.KIOSK)
        return
    is_group = drawn > 0.985
    act.record(
        e.VisitRecorded(
            act.new_id(),
            VisitKind.GROUP if is_group else VisitKind.GUEST,
            act.now,
            act.today,
            "kunjungan" if is_group else purpose,
            source=VisitSource.DESK if is_group else VisitSource.KIOSK,
            people=chance.randrange(20, 45) if is_group else 1,
            institution=chance.choice(SCHOOLS),
            sex="" if is_group else chance.choice("LP"),
            education="" if is_group else chance.choice(("SD", "SMP", "SMA/SMK", "D4/S1", "")),
            guest=e.Guest(chance.choice(GUESTS)),
        )
    )
