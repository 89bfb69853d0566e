"""Plainly invented people, titles and policies, put on a desk's books by their events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from loket.db.engine import driver
from loket.db.journal import COLUMNS, recorded
from loket.db.state import SqlState
from loket.domain import events as e
from loket.domain.changes import changes_between
from loket.domain.entities import Biblio, ChargeKind, ClosedDay, Entity, Id, Item, LoanPolicy, Member, Tariff
from loket.domain.settings import rule_of
from loket.services.circulation import Approval
from loket.services.desk import Desk
from loket.services.scanning import Answer, Counter

APPROVAL = Approval(Id("a" * 32), "tugas sekolah")


def add_member(desk: Desk, member_no: str = "M-1", **fields: Any) -> Id:
    """A member with a card for years; `name`, `phone` and any field of the event may be given."""
    name = fields.pop("name", f"Anggota {member_no}")
    person = e.Person(full_name=name, phone=fields.pop("phone", ""))
    with desk.action() as act:
        member_id = act.new_id()
        given = {"valid_until": date(2031, 1, 2), "member_type": "umum", "registered_on": act.today} | fields
        act.record(e.MemberRegistered(member_id, member_no, person=person, **given))
    return member_id


def change_member(desk: Desk, member_id: Id, **fields: Any) -> None:
    with desk.action() as act:
        old = must(act.state.get(Member, member_id))
        changed, was = changes_between(old, replace(old, **fields))
        act.record(e.MemberChanged(member_id, changed, was))


def add_title(desk: Desk, title: str = "Judul", **fields: Any) -> Id:
    with desk.action() as act:
        biblio = Biblio(act.new_id(), title, **fields)
        act.record(e.BiblioAdded(biblio))
    return biblio.id


def add_item(desk: Desk, barcode: str = "B1", biblio_id: Id | None = None, **fields: Any) -> Id:
    """A copy; of a title of its own unless one is given."""
    biblio_id = biblio_id or add_title(desk, f"Judul {barcode}")
    with desk.action() as act:
        item = Item(act.new_id(), biblio_id, barcode, **fields)
        act.record(e.ItemAdded(item))
    return item.id


def adopt(desk: Desk, **terms: Any) -> LoanPolicy:
    with desk.action() as act:
        policy = LoanPolicy(act.new_id(), **terms)
        act.record(e.PolicyAdopted(policy))
    return policy


def adopt_tariff(desk: Desk, kind: ChargeKind | str, amount_rp: int = 0, **fields: Any) -> Tariff:
    """A tariff in force today, with an invented regulation; `name` and any field of the row may be given."""
    given = {"name": "", "legal_basis": "Perda Contoh 1/2026", "account": "4.1.02.01", "valid_from": desk.today()}
    with desk.action() as act:
        tariff = Tariff(act.new_id(), ChargeKind(kind), amount_rp=amount_rp, **(given | fields))
        act.record(e.TariffAdopted(tariff))
    return tariff


def set_rule(desk: Desk, key: str, value: Any) -> None:
    rule = rule_of(key, value)
    with desk.action() as act:
        act.record(e.RuleSet(rule.key, rule.value))


def close_days(desk: Desk, *days: date) -> None:
    with desk.action() as act:
        act.record(e.ClosedDaysDeclared(tuple(ClosedDay(day, "Libur contoh") for day in days)))


def row(desk: Desk, kind: type[Entity], key: str) -> Any:
    """The stored row, read anew."""
    with desk.database.read() as connection:
        return SqlState(driver(connection)).get(kind, key)


def open_loans(desk: Desk, member_id: Id) -> list[Any]:
    with desk.database.read() as connection:
        return list(SqlState(driver(connection)).open_loans(member_id))


def journal(desk: Desk) -> list[e.Recorded]:
    """Every event of the desk's stream, in order."""
    with desk.database.read() as connection:
        rows = driver(connection).execute(f"SELECT {COLUMNS} FROM journal ORDER BY seq").fetchall()
    return [recorded(found) for found in rows]


def event_types(desk: Desk, last: int) -> list[str]:
    return [type(found.event).__name__ for found in journal(desk)[-last:]]


def must(value: Any) -> Any:
    assert value is not None
    return value


@dataclass
class Hand:
    """A person at a counter with a scanner: every scan comes `pause_s` after the one before."""

    counter: Counter
    pause_s: float = 3

    def scan(self, text: str) -> Answer:
        clock: Any = self.counter.desk.clock
        clock.advance(seconds=self.pause_s)
        return self.counter.scan(text, clock.now(), clock.mono_ms())


@dataclass
class Scene:
    """A counter, a hand with a scanner, two members and some copies."""

    counter: Counter
    scan: Callable[[str], Answer]
    ada: Id
    budi: Id
    items: dict[str, Id]


def set_scene(desk: Desk) -> Scene:
    counter = Counter(desk)
    ada, budi = add_member(desk, "A-1", name="Ada Contoh"), add_member(desk, "A-2", name="Budi Contoh")
    items = {code: add_item(desk, code) for code in ("B00116312", "B2", "B3", "B4")}
    return Scene(counter, Hand(counter).scan, ada, budi, items)
