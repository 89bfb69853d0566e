"""What the section Tunggakan asks for, and what it has found: decided without Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from loket.services import overdue
from loket.services.desk import Desk
from loket.services.overdue import Found, OverdueQuery

OVERDUE, SOON = "overdue", "soon"
SPANS: dict[str, tuple[int, int | None]] = {
    "all": (1, None),
    "week": (1, 7),
    "month": (8, 30),
    "quarter": (31, 90),
    "long": (91, None),
}
"""Days overdue that can be chosen: from, until."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which list is shown, and what of it. The list of those due soon knows no choice: it is short."""

    which: str = OVERDUE
    query: OverdueQuery = field(default_factory=OverdueQuery)
    span: str = "all"

    def with_(self, **changes: Any) -> Asked:
        """With other fields of the query."""
        return replace(self, query=replace(self.query, **changes))

    def of_span(self, span: str) -> Asked:
        """With other days overdue, a key of `SPANS`."""
        least, most = SPANS[span]
        return replace(self.with_(least_days=least, most_days=most), span=span)

    @property
    def is_choosy(self) -> bool:
        return self.query != OverdueQuery()


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is to show, and what it was asked by."""

    asked: Asked
    found: Found
    may_act: bool

    @property
    def may_write(self) -> bool:
        """A list can be written."""
        return self.may_act and bool(self.found.ids)


def look(desk: Desk, asked: Asked) -> Seen:
    """Read the list that is asked for. On a large library this takes a second: never on the GUI thread."""
    found = overdue.overdue(desk, asked.query) if asked.which == OVERDUE else overdue.due_soon(desk)
    return Seen(asked, found, desk.operator is not None)
