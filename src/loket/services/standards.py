"""How long services take, measured by the program itself, against what the service standard promises.

UU 25/2009 and Permenpan 15/2014: a standard says how long each step takes. SOP kartu-anggota gives photo and card five
minutes, from the form in hand to the card in hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from loket.db.engine import driver
from loket.services.desk import Desk

CARD_STANDARD_MS = 5 * 60_000
REGISTRATION_KINDS = ("MemberRegistered", "ApplicantAccepted", "CardPrinted")
_TIMES = (
    "SELECT done_ms - began_ms FROM journal WHERE business_on = ? AND type IN ({marks}) AND done_ms > began_ms "
    "AND operator_id IS NOT NULL ORDER BY 1"
)


@dataclass(frozen=True, slots=True)
class ServiceTimes:
    """Times of one day's actions at this counter. `median_ms` and `p90_ms` are 0 when there was none."""

    count: int = 0
    median_ms: int = 0
    p90_ms: int = 0


def service_times(desk: Desk, on: date, kinds: Sequence[str] = REGISTRATION_KINDS) -> ServiceTimes:
    """From the first input to the durable end, of events of these names.

    What an applicant did alone is left out, and what has no beginning of its own, such as the rows of an import.
    """
    sql = _TIMES.format(marks=", ".join("?" * len(kinds)))
    with desk.database.read() as connection:
        times = [row[0] for row in driver(connection).execute(sql, (on.isoformat(), *kinds)).fetchall()]
    if not times:
        return ServiceTimes()
    return ServiceTimes(len(times), _quantile(times, 50), _quantile(times, 90))


def _quantile(ordered: Sequence[int], percent: int) -> int:
    """The smallest time that at least so many in a hundred do not exceed (nearest rank)."""
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]
