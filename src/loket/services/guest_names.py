"""Names of people who are no members, forgotten after the months a library keeps them; what they did still counts.

Visits, lockers, readings, internet sessions, photocopies, e-book loans and what was said in the survey (UU 27/2022,
articles 16 and 43: no longer than needed). Run at the start and every night: a backup put back is forgotten anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from loket.db.journal import erase_guests, erase_guests_between
from loket.db.meta import get_meta, set_meta
from loket.db.rows import table_name
from loket.domain import events as e
from loket.domain.apply_visits import NAMES
from loket.domain.entities import Id
from loket.domain.events import DOUBTFUL
from loket.domain.guest_names import DAY_OF, kept_since
from loket.services.desk import Desk

BATCH = 500
ERASED_UNTIL = "guest_names_erased_until"  # the journal holds no name of a guest recorded before this day
_FIRST_DAY = date(1, 1, 1)


def forget_due(desk: Desk) -> int:
    """Forget every name older than `guest_names_months`, in the rows and in this counter's journal.

    How many rows. Once a day: what arrives later goes the day after. Nothing while the clock is doubtful: a wrong year
    would take this year's names. The work is cut into short actions, so that it stands in nobody's way.
    """
    with desk.view() as act:
        months = act.rules.settings.guest_names_months
        if months == 0 or act.clock_quality() == DOUBTFUL:
            return 0
        since = kept_since(act.today, months)
        if (get_meta(act.driver, ERASED_UNTIL) or "") >= since.isoformat():
            return 0  # done today: a start need not read through the visits of all years
        due = list(_due(act.driver, since))
    for at in range(0, len(due), BATCH):
        _forget(desk, due[at : at + BATCH])
    _erase_journal(desk, since)
    return len(due)


def _due(source: Any, since: date) -> Iterator[tuple[date, Id]]:
    """(day, key) of every row from before that day that still has a name."""
    for kind, names in NAMES:
        day = DAY_OF[kind]
        named = " OR ".join(f"\"{name}\" <> ''" for name in names)
        sql = f'SELECT "{day}", id FROM "{table_name(kind)}" WHERE "{day}" < ? AND ({named}) ORDER BY "{day}", id'
        for on, key in source.execute(sql, (since.isoformat(),)).fetchall():
            yield date.fromisoformat(on), Id(key.hex())


def _forget(desk: Desk, rows: Sequence[tuple[date, Id]]) -> None:
    keys = tuple(key for _, key in rows)
    with desk.action() as act:
        act.record(e.GuestsForgotten(keys))
        erase_guests(act.driver, keys, min(day for day, _ in rows))


def _erase_journal(desk: Desk, since: date) -> None:
    """What this counter recorded and another one forgot: the rows came without names, the journal is to be cleared."""
    with desk.action() as act:
        until = get_meta(act.driver, ERASED_UNTIL)
        begin = date.fromisoformat(until) if until else _FIRST_DAY
        if begin < since:
            erase_guests_between(act.driver, begin, since)
            set_meta(act.driver, ERASED_UNTIL, since.isoformat())
