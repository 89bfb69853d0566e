"""An invented library in memory, and events as counters that work apart would make them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from loket.domain import events as e
from loket.domain.apply import apply
from loket.domain.cases import case_id, detail_of
from loket.domain.entities import Biblio, Case, Entity, Id, Item, LoanPolicy
from loket.domain.memory import DictState

E = TypeVar("E", bound=Entity)
DAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 2, tzinfo=UTC)  # ten in the morning, WITA
LATE = timedelta(days=2)  # after the opening: when cases are decided
DOUBTFUL = e.DOUBTFUL
LIMIT = 2
ADA, BUDI, TITLE, COPY, OTHER_COPY, POLICY = (Id(f"{number:032x}") for number in range(1, 7))
LOAN_A, LOAN_B, LOAN_C, CHARGE, NOBODY = (Id(f"{number:032x}") for number in range(17, 22))


def made(
    event: e.Event,
    *,
    desk: str = "a",
    minutes: float = 0,
    quality: str = "plausible",
    corrected: datetime | None = None,
    operator: Id | None = None,
    boot: str = "boot",
) -> e.Recorded:
    """The event as the journal of a desk has it, done so many minutes after the library opened."""
    at = AT + timedelta(minutes=minutes)
    key = case_id(f"{desk} {minutes} {event}")
    on = (at + timedelta(hours=8)).date()
    station = case_id(f"desk {desk}")
    return e.Recorded(e.Stamp(key, at, at, on, 480, station, operator, boot, 0, quality, corrected), event)


class Books(DictState):
    """A dict state that events arrive at."""

    def arrive(self, *recorded: e.Recorded) -> list[tuple[str, str]]:
        """Book them in this order. The cases they opened, as (class, severity)."""
        return [(case.cls, case.severity) for each in recorded for case in apply(self, each)]

    def decide(self, about: Id, choice: str, *, note: str = "", value: str = "", by: str = "") -> list[tuple[str, str]]:
        return self.arrive(made(e.CaseResolved(about, choice, note, value, by), minutes=LATE / timedelta(minutes=1)))

    def the(self, kind: type[E], key: str) -> E:
        found = self.get(kind, key)
        assert found is not None
        return found

    def only_case(self) -> Case:
        (case,) = self.tables[Case].values()
        assert isinstance(case, Case)
        return case

    def case_detail(self) -> dict[str, Any]:
        return detail_of(self.only_case())

    def rows(self, *, cases: bool = False) -> dict[type[Entity], dict[str, Entity]]:
        return {kind: dict(rows) for kind, rows in self.tables.items() if cases or kind is not Case}


def registered(member_id: Id, number: str, **person: Any) -> e.MemberRegistered:
    return e.MemberRegistered(member_id, number, "umum", DAY, person=e.Person(**({"full_name": "Ada Contoh"} | person)))


def changed(
    person: dict[str, Any] | None = None,
    was: dict[str, Any] | None = None,
    *,
    kept: dict[str, Any] | None = None,
    kept_was: dict[str, Any] | None = None,
) -> e.MemberChanged:
    """An edit of Ada: of what says who she is, or of the rest."""
    return e.MemberChanged(ADA, kept or {}, kept_was or {}, person, was)


def lent(loan_id: Id, member_id: Id = ADA, item_id: Id = COPY, **more: Any) -> e.ItemLent:
    given = {"due_on": DAY + timedelta(days=7), "max_items": LIMIT, "item_seen_at": None} | more
    return e.ItemLent(loan_id, member_id, item_id, TITLE, POLICY, DAY, **given)


def returned(loan_id: Id, member_id: Id = ADA, item_id: Id = COPY, **more: Any) -> e.ItemReturned:
    return e.ItemReturned(loan_id, item_id, member_id, **({"returned_on": DAY} | more))


def opened_library() -> Books:
    """Two members, one title in two copies, one policy of seven days; nothing has happened yet."""
    books = Books()
    opening = (
        registered(ADA, "A-1"),
        registered(BUDI, "A-2", full_name="Budi Contoh"),
        e.BiblioAdded(Biblio(TITLE, "Judul")),
        e.ItemAdded(Item(COPY, TITLE, "B1")),
        e.ItemAdded(Item(OTHER_COPY, TITLE, "B2")),
        e.PolicyAdopted(LoanPolicy(POLICY, loan_days=7, max_items=LIMIT)),
    )
    assert books.arrive(*(made(event, minutes=-1440) for event in opening)) == []
    return books
