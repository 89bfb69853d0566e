"""A throw-away example library: invented people and titles, three weeks of loans behind it, ready to work at."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from loket.db.engine import Database
from loket.db.rows import mapper
from loket.domain import events as e
from loket.domain.entities import ClosedDay, FineMode, GraceKind, Id, Item, LoanPolicy, Member, Role
from loket.domain.errors import Refused
from loket.domain.ports import Clock, Ids
from loket.importing import example
from loket.services import circulation, example_house, example_money, intake, operators
from loket.services.desk import Action, Desk
from loket.services.example_money import LEGAL_BASIS
from loket.services.operators import Hasher
from loket.services.setup import Founding, found_library

SEED = 2026
OPERATOR, PASSWORD, PIN = "contoh", "buku-contoh-1", "102030"
SUPERVISOR, SUPERVISOR_PASSWORD = "pengawas", "buku-pengawas-1"
TREASURER, TREASURER_PASSWORD = "bendahara", "buku-bendahara-1"
PAST_DAYS = 21
Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Size:
    members: int = 10_000
    titles: int = 20_000
    items: int = 40_000
    loans: int = 1_500


class PastClock:
    """A clock that the builder moves through the past weeks, so that loans are as old as they look."""

    def __init__(self, real: Clock, start: datetime) -> None:
        self.boot_id = real.boot_id
        self.moment = self._start = start
        self._real = real

    def now(self) -> datetime:
        return self.moment

    def pass_time(self, step: timedelta) -> None:
        self.moment += step

    def mono_ms(self) -> int:
        """Time that was let pass counts, as a session's clock would have counted it."""
        return self._real.mono_ms() + (self.moment - self._start) // timedelta(milliseconds=1)


def build_example(
    database: Database,
    clock: Clock,
    ids: Ids,
    hasher: Hasher,
    words: Path,
    closed_days: tuple[ClosedDay, ...],
    size: Size = Size(),
    progress: Progress = lambda done, total: None,
) -> Desk:
    """Found and fill the example library. The operator "contoh" is signed in at the end."""
    past = PastClock(clock, clock.now() - timedelta(days=PAST_DAYS))
    desk = found_library(database, past, ids, _founding(closed_days), hasher)
    desk.operator = next(who for who in operators.operators(desk) if who.username == OPERATOR)
    for username, name, role, password in STAFF:
        operators.add_operator(desk, hasher, username=username, full_name=name, roles=[role], password=password)
    _adopt_policies(desk)
    example_money.adopt_tariffs(desk)
    example_house.furnish(desk)
    _fill(desk, size, words, progress)
    _lend_through_the_weeks(desk, past, clock.now(), size.loans)
    return replace(desk, clock=clock)


STAFF = (
    (SUPERVISOR, "Pengawas Contoh", Role.SUPERVISOR, SUPERVISOR_PASSWORD),
    (TREASURER, "Bendahara Contoh", Role.TREASURER, TREASURER_PASSWORD),
)


def _founding(closed_days: tuple[ClosedDay, ...]) -> Founding:
    return Founding(
        library_name="Perpustakaan Kota Contoh",
        library_code="CONTOH",
        station_name="Meja Sirkulasi 1",
        station_code="S1",
        admin_username=OPERATOR,
        admin_name="Petugas Contoh",
        admin_password=PASSWORD,
        address="Jalan Contoh 1",
        closed_days=closed_days,
    )


def _adopt_policies(desk: Desk) -> None:
    """A plain matrix with an invented tariff, so that every kind of answer can be seen."""
    fine = {
        "fine_mode": FineMode.MONEY,
        "fine_per_day_rp": 500,
        "fine_cap_rp": 20_000,
        "legal_basis": LEGAL_BASIS,
    }
    with desk.action() as act:
        for terms in (
            {"member_type": "*", "grace_days": 1, "grace_kind": GraceKind.SUBTRACTED, **fine},
            {"member_type": "anak", "fine_mode": FineMode.SUSPENSION, "suspension_cap_days": 14},
            {"member_type": "pelajar", "collection_kind": "umum", "max_items": 3, "max_titles": 3, **fine},
            {"member_type": "asn", "loan_days": 14, "renewal_days": 14, **fine},
        ):
            act.record(e.PolicyAdopted(LoanPolicy(id=act.new_id(), **terms)))  # type: ignore[arg-type]


def _fill(desk: Desk, size: Size, words: Path, progress: Progress) -> None:
    invented = example.load_words(words)
    total = size.members + size.titles
    people = example.members(size.members, SEED, desk.today(), invented)
    intake.fill(desk, people, lambda done, _: progress(done, total))
    titles = example.biblios(size.titles, size.items, SEED, invented)
    intake.fill(desk, titles, lambda done, _: progress(size.members + done, total))


def _lend_through_the_weeks(desk: Desk, past: PastClock, until: datetime, loans: int) -> None:
    """Loans spread over the past weeks; about a third come back. One transaction: nobody waits on these."""
    chance = random.Random(SEED)
    with desk.action() as act:
        members = [Id(row[0].hex()) for row in act.driver.execute("SELECT id FROM member ORDER BY no LIMIT 4000")]
        items = act.driver.execute(f"{mapper(Item).select_sql} WHERE collection_kind = 'umum' ORDER BY id LIMIT 8000")
        shelf = [mapper(Item).entity(row) for row in items]
        chance.shuffle(shelf)
        opened = [day for day in example_house.openings(desk, past.moment, PAST_DAYS + 1) if past.moment < day < until]
        visitors = example_house.PastVisitors(desk, opened, _members(act, members), SEED)
        out: list[Item] = []
        for at, item in zip(example_house.spread(opened, len(shelf[:loans])), shelf, strict=False):
            visitors.until(act, past, min(at, until))
            moment = example_house.at_its_time(act)
            if chance.random() < 0.33 and out:
                circulation.take_back(moment, out.pop(chance.randrange(len(out))).id)
            elif _lent(moment, chance.choice(members), item):
                out.append(item)


def _members(act: Action, ids: list[Id]) -> list[Member]:
    found = (act.state.get(Member, member_id) for member_id in ids)
    return [member for member in found if member is not None]


def _lent(act: Action, member_id: Id, item: Item) -> bool:
    try:
        circulation.lend(act, member_id, item.id)
    except Refused:
        return False
    return True


def people_to_serve(desk: Desk, count: int) -> list[Member]:
    """Members who may borrow today, for the example day at the counter."""
    with desk.view() as act:
        today = act.today.isoformat()
        rows = act.driver.execute(
            f"{mapper(Member).select_sql} WHERE valid_until > ? AND suspended_until IS NULL AND pending = 0 "
            "AND NOT EXISTS (SELECT 1 FROM loan l WHERE l.member_id = member.id AND l.\"end\" = 'open') "
            "ORDER BY no LIMIT ?",
            (today, count),
        ).fetchall()
        return [mapper(Member).entity(row) for row in rows]


def free_barcodes(desk: Desk, count: int) -> list[str]:
    """Barcodes of general copies on the shelf, all of different titles."""
    with desk.view() as act:
        rows = act.driver.execute(
            "SELECT min(barcode) FROM item WHERE loan_id IS NULL AND status = 'available' AND collection_kind = 'umum' "
            "GROUP BY biblio_id ORDER BY 1 LIMIT ?",
            (count,),
        ).fetchall()
        return [str(row[0]) for row in rows]


def money_day(desk: Desk, clock: PastClock, members: int = 60) -> example_money.Day:
    """A day at the cash desk of this library, not begun; overdue books may come back in it."""
    staff = {who.username: who for who in operators.operators(desk)}
    who = staff[OPERATOR], staff[TREASURER], staff[SUPERVISOR]
    people = [member.id for member in people_to_serve(desk, members)]
    return example_money.Day(desk, clock, people, *who, late_books=late_books(desk))


def late_books(desk: Desk) -> list[Id]:
    """Copies whose return costs money."""
    with desk.view() as act:
        rows = act.driver.execute(
            "SELECT l.item_id FROM loan l JOIN loan_policy p ON p.id = l.policy_id "
            "WHERE l.\"end\" = 'open' AND l.due_on < ? AND p.fine_mode = 'money' ORDER BY l.due_on, l.id LIMIT 20",
            ((act.today - timedelta(days=5)).isoformat(),),
        ).fetchall()
        return [Id(row[0].hex()) for row in rows]
