"""The day's recap of the circulation counter, counted from the journal and the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from loket.domain.ddc import main_class
from loket.services.desk import Action, Desk

_BY_TYPE = "SELECT type, count(*) FROM journal WHERE business_on = ? GROUP BY type"
_LENT = """SELECT m.member_type, b.ddc_class, b.call_number FROM loan l
LEFT JOIN member m ON m.id = l.member_id LEFT JOIN biblio b ON b.id = l.biblio_id
WHERE l.lent_on = ? AND l."end" <> 'cancelled'"""
_FINES = "SELECT count(*), coalesce(sum(amount_rp), 0) FROM charge WHERE raised_on = ? AND cancelled = 0"
_OVERDUE = "SELECT count(*) FROM loan WHERE \"end\" = 'open' AND due_on < ?"
_LATE = """SELECT count(*) FROM loan WHERE ended_on = ? AND "end" = 'returned' AND ended_on > due_on"""


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: its section, what it counts (a key or a value of the library's), and how many."""

    section: str
    what: str
    number: int


@dataclass(frozen=True, slots=True)
class DayRecap:
    on: date
    library: str
    station: str
    lines: tuple[Line, ...]


def day_recap(desk: Desk, on: date) -> DayRecap:
    """Loans, renewals, returns, overrides, by member type and class. What was undone does not count."""
    with desk.view() as act:
        made = dict(act.driver.execute(_BY_TYPE, (on.isoformat(),)).fetchall())
        lines = [*_circulation(act, made, on), *_loans_by(act, on)]
    return DayRecap(on, desk.library.name, desk.station.name, tuple(lines))


def _circulation(act: Action, made: dict[str, int], on: date) -> Sequence[Line]:
    day = on.isoformat()
    fines, fines_rp = act.driver.execute(_FINES, (day,)).fetchone()
    figures = {
        "loans": made.get("ItemLent", 0) - made.get("LoanUndone", 0),
        "returns": made.get("ItemReturned", 0) - made.get("ReturnUndone", 0),
        "late_returns": act.driver.execute(_LATE, (day,)).fetchone()[0],
        "renewals": made.get("LoanRenewed", 0) - made.get("RenewalUndone", 0),
        "overrides": made.get("OverrideGranted", 0),
        "undone": sum(number for kind, number in made.items() if kind.endswith("Undone")),
        "charges": fines,
        "charges_rp": fines_rp,
        "overdue_now": act.driver.execute(_OVERDUE, (act.today.isoformat(),)).fetchone()[0],
    }
    return [Line("circulation", what, number) for what, number in figures.items()]


def _loans_by(act: Action, on: date) -> Sequence[Line]:
    rows = act.driver.execute(_LENT, (on.isoformat(),)).fetchall()
    types = Counter(row[0] or "" for row in rows)
    classes = Counter(main_class(row[1] or row[2] or "") for row in rows)
    return [
        *(Line("member_type", what, number) for what, number in sorted(types.items())),
        *(Line("ddc_class", what, number) for what, number in sorted(classes.items())),
    ]
