"""Random closings in the lives of `random_events`: recaps and their signatures, officials, activities, reminders."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any

from loket.domain import events as e
from loket.domain.entities import Activity, Id, Official, YearFact
from loket.domain.officials import OFFICES, PREFIXES


class RecapLife:
    """What `Life` can draw of closing and reporting."""

    random: Random
    day: date

    if TYPE_CHECKING:

        def id(self, kind: str, pool: int = 4) -> Id: ...
        def text(self) -> str: ...
        def on(self) -> date: ...
        def maybe(self, value: Any) -> Any: ...

    def recap_made(self) -> e.Event:
        r = self.random
        running = r.randrange(1, 9)
        numbered = f"RK/L{r.randrange(2)}/2026", running, f"{running:05d}/RK/L1/XI/2026", r.randrange(1, 3)
        made_from = "{}", self.id("sr", 2), r.randrange(1 << 20), f"{r.getrandbits(256):064x}"
        told = self.maybe('["circulation","loans","n",1,2]')
        return e.RecapMade(
            self.id("rk", 5), self.on(), *numbered, *made_from, (told,) if told else (), r.random() < 0.3
        )

    def recap_signed(self) -> e.Event:
        return e.RecapSigned(self.id("rk", 6), self.text())

    def official_set(self) -> e.Event:
        r = self.random
        office = r.choice(OFFICES), self.text(), self.text(), "", self.text(), r.choice(PREFIXES)
        return e.OfficialSet(
            Official(self.id("of", 3), *office, self.maybe(self.on()), self.maybe(self.on()), r.random() < 0.2)
        )

    def activity_set(self) -> e.Event:
        r = self.random
        people = r.randrange(9), r.randrange(4), r.randrange(4)
        held = self.on(), self.text(), "story", *people, self.text()
        return e.ActivitySet(Activity(self.id("ac", 3), *held, cancelled=r.random() < 0.2))

    def year_fact_set(self) -> e.Event:
        return e.YearFactSet(
            YearFact(self.random.choice(("2026/population", "2026/staff")), self.random.randrange(99), self.text())
        )

    def member_reminded(self) -> e.Event:
        r = self.random
        about = self.on(), r.choice(("letter", "whatsapp", "phone")), r.randrange(1, 4), self.text()
        return e.MemberReminded(
            self.id("rm", 4), self.id("me", 6), *about, tuple(self.id("lo", 9) for _ in range(r.randrange(3)))
        )

    def reminder_cancelled(self) -> e.Event:
        return e.ReminderCancelled(self.id("rm", 5))


RECAP_WEIGHTS: dict[Callable[[Any], e.Event], int] = {
    RecapLife.recap_made: 2,
    RecapLife.recap_signed: 2,
    RecapLife.official_set: 1,
    RecapLife.activity_set: 1,
    RecapLife.year_fact_set: 1,
    RecapLife.member_reminded: 2,
    RecapLife.reminder_cancelled: 1,
}
