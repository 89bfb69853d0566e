"""The day's recap of one circulation counter, counted from its journal and the tables.

The tables may hold what other counters did; the journal holds what was done here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from loket.db.rows import id_bytes
from loket.domain.ddc import main_class
from loket.domain.recap import Line
from loket.services.desk import Action, Desk
from loket.services.recap_house import house_lines

# Distinct: after a fork, an event also stands in the stream it was sealed anew in.
_BY_TYPE = "SELECT type, count(DISTINCT event_id) FROM journal WHERE business_on = ? GROUP BY type"
_LENT = """SELECT m.member_type, b.ddc_class, b.call_number FROM loan l
LEFT JOIN member m ON m.id = l.member_id LEFT JOIN biblio b ON b.id = l.biblio_id
WHERE l.lent_on = ? AND l.station_id = ? AND l."end" <> 'cancelled'"""
_HERE = "(SELECT unhex(json_extract(body, '$.{}')) FROM journal WHERE business_on = ? AND type IN ({}))"
_FINES = f"""SELECT count(*), coalesce(sum(amount_rp), 0) FROM charge WHERE cancelled = 0
AND id IN {_HERE.format("charge_id", "'ItemReturned', 'ItemDeclared'")}"""
_OVERDUE = "SELECT count(*) FROM loan WHERE \"end\" = 'open' AND due_on < ?"
_LATE = f"""SELECT count(*) FROM loan WHERE "end" = 'returned' AND ended_on > due_on
AND id IN {_HERE.format("loan_id", "'ItemReturned'")}"""


@dataclass(frozen=True, slots=True)
class DayRecap:
    on: date
    library: str
    station: str
    lines: tuple[Line, ...]


def day_recap(desk: Desk, on: date) -> DayRecap:
    """Loans, renewals, returns, overrides, by member type and class; then visitors, lockers and rooms, where there are
    any. What was undone does not count.
    """
    with desk.view() as act:
        made = dict(act.driver.execute(_BY_TYPE, (on.isoformat(),)).fetchall())
        lines = [*_circulation(act, made, on), *_loans_by(act, on)]
    lines += house_lines(desk, on)
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
    rows = act.driver.execute(_LENT, (on.isoformat(), id_bytes(act.desk.station.id))).fetchall()
    types = Counter(row[0] or "" for row in rows)
    classes = Counter(main_class(row[1] or row[2] or "") for row in rows)
    return [
        *(Line("member_type", what, number) for what, number in sorted(types.items())),
        *(Line("ddc_class", what, number) for what, number in sorted(classes.items())),
    ]
