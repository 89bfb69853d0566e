"""The library's year for the IPLM: what the counters counted, what people enter, and the activities held."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from loket.db.rows import mapper
from loket.domain import events as e
from loket.domain.entities import Activity, Id, Role, YearFact
from loket.domain.iplm import Indicator, Ratios, check_activity, checked_fact, fact_key, indicators, ratios
from loket.domain.periods import PeriodKind, period_of
from loket.domain.recap import Section
from loket.domain.recap_paper import Reach, RecapPaper
from loket.services.desk import Action, Desk
from loket.services.recap_periods import period_paper

STAFF = (Role.ADMIN, Role.SUPERVISOR, Role.CIRCULATION, Role.CATALOGUER)
_SERVED = (
    *(Section.CIRCULATION, Section.READING, Section.INTERNET, Section.LOCKERS, Section.COPIES, Section.EBOOKS),
    Section.MEMBERS,
)
"""Sections that are a kind of service each: one that was used in the year counts."""
_HELD = 'SELECT count(*), coalesce(sum(people), 0) FROM activity WHERE cancelled = 0 AND "on" BETWEEN ? AND ?'
_COLLECTION = """SELECT (SELECT count(DISTINCT biblio_id) FROM item WHERE status <> 'withdrawn'),
(SELECT count(*) FROM item WHERE status <> 'withdrawn'),
(SELECT count(*) FROM item WHERE received_on BETWEEN ? AND ?),
(SELECT count(*) FROM biblio WHERE CAST(substr(publish_year, 1, 4) AS INTEGER) BETWEEN ? AND ?)"""
NEWEST_YEARS = 5
"""Titles not older than this are what the national standard calls new."""


@dataclass(frozen=True, slots=True)
class IplmYear:
    """A year as it is reported. `open_days`: days the library was open in it so far. `facts`: what people entered."""

    year: int
    lines: tuple[Indicator, ...]
    ratios: Ratios
    open_days: int
    facts: dict[str, YearFact]
    missing_days: int


def year_report(desk: Desk, year: int) -> IplmYear:
    """All indicators of a year, over all counters of the library; a year that is not over as far as it went."""
    period = period_of(PeriodKind.YEAR, date(year, 1, 1))
    paper = period_paper(desk, period, Reach.LIBRARY)
    with desk.view() as act:
        counted = _counted(act, paper)
        facts = _facts(act, year)
    lines = indicators(counted, {name: fact.value for name, fact in facts.items()})
    values = {line.key: line.value for line in lines}
    return IplmYear(year, lines, ratios(values, paper.open_days), paper.open_days, facts, len(paper.missing))


def _counted(act: Action, paper: RecapPaper) -> dict[str, int]:
    figures, first, last = paper.figures, paper.period.first, paper.period.last
    held, people = act.driver.execute(_HELD, (first.isoformat(), last.isoformat())).fetchone()
    span = first.isoformat(), last.isoformat(), last.year - NEWEST_YEARS + 1, last.year
    titles, items, added, new = act.driver.execute(_COLLECTION, span).fetchone()
    served = figures.sections()
    return {
        "members": figures.column_total("members_stock", "active"),
        "titles": titles,
        "items": items,
        "items_added": added,
        "titles_new": new,
        "participants": people,
        "visitors": figures.column_total("visitors", "people"),
        "ebook_loans": figures.total("ebooks"),
        "internet_sessions": figures.column_total("internet", "sessions"),
        "loans": figures.of("circulation", "loans"),
        "read_in_place": figures.total("reading_class"),
        "activities": held,
        "service_kinds": sum(section in served for section in _SERVED),
    }


def _facts(act: Action, year: int) -> dict[str, YearFact]:
    map_ = mapper(YearFact)
    rows = act.driver.execute(
        f"{map_.select_sql} WHERE key BETWEEN ? AND ?", (f"{year:04d}/", f"{year:04d}0")
    ).fetchall()
    return {fact.key.partition("/")[2]: fact for fact in map(map_.entity, rows)}


def set_fact(desk: Desk, year: int, name: str, text: str, note: str = "") -> YearFact:
    """Enter a number of a year as typed. Raises InvalidInput (see `checked_fact`), Refused(ROLE_MISSING)."""
    with desk.action() as act:
        act.demand_role(Role.ADMIN, Role.SUPERVISOR)
        fact = YearFact(fact_key(year, name), checked_fact(name, text), note.strip())
        if act.state.get(YearFact, fact.key) != fact:
            act.record(e.YearFactSet(fact))
        return fact


# ---- activities ---------------------------------------------------------------------------------------------------


def activities(desk: Desk, first: date, last: date) -> tuple[Activity, ...]:
    """What was held from one day to another, the newest first."""
    map_ = mapper(Activity)
    sql = f'{map_.select_sql} WHERE cancelled = 0 AND "on" BETWEEN ? AND ? ORDER BY "on" DESC, id DESC'
    with desk.view() as act:
        return tuple(map_.entity(row) for row in act.driver.execute(sql, (first.isoformat(), last.isoformat())))


def set_activity(desk: Desk, activity: Activity) -> Activity:
    """Write down an activity, or change one; without an id it is a new one. Raises InvalidInput, Refused."""
    with desk.action() as act:
        act.demand_role(*STAFF)
        tidy = replace(activity, name=" ".join(activity.name.split()), place=activity.place.strip())
        check_activity(tidy, act.today)
        kept = tidy if tidy.id else replace(tidy, id=act.new_id())
        act.record(e.ActivitySet(kept))
        return kept


def cancel_activity(desk: Desk, activity_id: Id) -> None:
    """It did not take place, or was written down twice. Raises Refused(ROLE_MISSING); nothing where nobody knows it."""
    with desk.action() as act:
        act.demand_role(*STAFF)
        known = act.state.get(Activity, activity_id)
        if known is not None and not known.cancelled:
            act.record(e.ActivitySet(replace(known, cancelled=True)))
