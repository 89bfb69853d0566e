"""Locking one counter's day: its figures, its number, its place in the journal, what differs from the revision before.

Everything is read and written in the caller's transaction, which holds the one writer: the figures are those of the
journal's head that the recap names, and of two who close at once the second finds the first one's recap.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from loket.domain import events as e
from loket.domain.entities import Operator, Recap
from loket.domain.periods import Period, PeriodKind
from loket.domain.recap import TABLES, Body, Change, Facts, Figures, changes, decode_body, encode_body
from loket.domain.receipt_no import RK
from loket.services.desk import Action
from loket.services.officials import signing_facts
from loket.services.recap_figures import facts_in, figures_in
from loket.services.recap_store import (
    body_of,
    happened,
    only_stocks,
    others_mark,
    recap_in,
    without_stocks,
)
from loket.services.receipts import Numbered, next_number

PREVIOUS, YEAR_BEFORE, OTHERS = "_previous", "_year_before", "_others"
"""Facts of a locked body for the program alone: what the day is held against, and what other counters wrote of it."""
QUIET = frozenset({"opening", "refusals"})
"""Tables that alone are no reason for a revision: somebody only locked up, or a code was scanned in vain."""


def locked(act: Action, on: date, *, by_night: bool, facts: Facts | None = None) -> Recap:
    """The day's recap: made, or its next revision; the one that stands where nothing changed.

    `facts`: what was open at closing. Nothing may have been written in this action before.
    """
    before, head = recap_in(act, on), act.journal.head()
    figures, changed = figures_in(act, on), tuple[Change, ...]()
    if before is not None:
        told = body_of(before).figures
        if act.today > on:  # how things stood at the end of that day nobody can count any more
            figures = Figures({**without_stocks(figures).tables, **only_stocks(told).tables})
        changed = changes(told, figures)
        if all(change.table in QUIET for change in changed):
            return before
    body = encode_body(Body(figures, _facts(act, on, by_night, facts or {})))
    numbered = _numbered(act, before)
    recap_id = act.new_id()
    act.record(
        e.RecapMade(
            recap_id=recap_id,
            on=on,
            series=numbered.series,
            running=numbered.running,
            number=numbered.number,
            revision=1 if before is None else before.revision + 1,
            body=body,
            stream_id=act.stream_id,
            seq=head.seq,
            head_hash=head.hash.hex(),
            changes=tuple(change.text() for change in changed),
            by_night=by_night,
        )
    )
    made = act.state.get(Recap, recap_id)
    assert made is not None  # just booked
    return made


def _numbered(act: Action, before: Recap | None) -> Numbered:
    return next_number(act, RK) if before is None else Numbered(before.series, before.running, before.number)


def _facts(act: Action, on: date, by_night: bool, points: Facts) -> dict[str, str]:
    """Of the day, of who signs on the day it is made, of closing, and what it is held against."""
    operator: Operator | None = None if by_night else act.desk.operator
    closed = {"closed_by": operator.full_name if operator else ""}
    if on == act.today:
        closed["closed_at"] = f"{act.desk.local(act.now):%H:%M}"
    period = Period(PeriodKind.DAY, on, on)
    held_against = {PREVIOUS: period.previous.first, YEAR_BEFORE: period.year_before.first}
    told = {name: _compared(act, day) for name, day in held_against.items()}
    told[OTHERS] = others_mark(act, on)
    found = facts_in(act, on) | signing_facts(act, act.today) | closed | dict(points) | told
    return {name: text for name, text in found.items() if text}


# ---- what a day is held against -----------------------------------------------------------------------------------


def figures_of(act: Action, on: date) -> Figures | None:
    """A day of this counter: as it was locked, else counted now; None where nothing happened."""
    recap = recap_in(act, on)
    if recap is not None:
        return body_of(recap).figures
    return figures_in(act, on) if happened(act, on) else None


def _compared(act: Action, on: date) -> str:
    figures = figures_of(act, on)
    return "" if figures is None else encode_body(Body(totals(figures), {}))


def totals(figures: Figures) -> Figures:
    """Small enough to be kept with another day: of tables without rows of their own only the sum of each column."""
    kept = Figures()
    for key, cells in without_stocks(figures).tables.items():
        table = TABLES[key]
        if not table.columns:
            continue
        for (row, column), number in cells.items():
            kept.add(key, row if table.rows else "", number, column)
    return kept


def compared(facts: Mapping[str, str], name: str) -> Figures | None:
    """What `locked` kept under PREVIOUS or YEAR_BEFORE."""
    text = facts.get(name, "")
    return decode_body(text).figures if text else None


def told_facts(facts: Facts) -> dict[str, str]:
    """Those that are for people."""
    return {name: text for name, text in facts.items() if not name.startswith("_")}
