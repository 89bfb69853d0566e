"""Papers of one day and of any span of days: locked days as they were locked, the others counted now.

Of the library as a whole only locked days of the other counters are known; what they did not close is named as missing.
How things stood (stocks) is what this counter's last day says, since it knows the whole library's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from loket.domain.calendar import OpenDays, days
from loket.domain.entities import Id, Operator, Recap, Station
from loket.domain.periods import Period, PeriodKind
from loket.domain.recap import Change, Facts, Figures, added
from loket.domain.recap_paper import DayLine, DayState, Missing, Reach, RecapPaper, Signed
from loket.services.desk import Action, Desk
from loket.services.officials import signing_facts
from loket.services.recap_figures import DayCounter, facts_in, figures_in
from loket.services.recap_lock import PREVIOUS, YEAR_BEFORE, compared, figures_of, told_facts, totals
from loket.services.recap_store import (
    body_of,
    first_known,
    happened,
    locked_days,
    recap_in,
    recaps_between,
    spans_of_recaps,
    staffed_stations,
)

GIVEN_UP = timedelta(days=31)  # a desk that closed nothing for so long is no longer waited for
Progress = Callable[[int, int], object]
"""Called with the days done and all of them; it stops the work by raising."""


# ---- one day --------------------------------------------------------------------------------------------------------


def day_paper(desk: Desk, what: Recap | date) -> RecapPaper:
    """A recap as it was locked, of any counter; or a day of this counter: its recap, else what would be locked now.

    A locked one is made from its row alone and is the same whenever it is asked for.
    """
    with desk.view() as act:
        recap = what if isinstance(what, Recap) else recap_in(act, what)
        if recap is not None:
            return _locked_paper(act, recap)
        assert isinstance(what, date)  # a recap was dealt with
        return _preview(act, what)


def _locked_paper(act: Action, recap: Recap) -> RecapPaper:
    body, made_at = body_of(recap), recap.made_at
    assert made_at is not None  # said of every recap that was made
    local = act.desk.local(made_at)
    closed_name = body.facts.get("closed_day", "")
    line = DayLine(recap.on, DayState.LOCKED, body.figures, not closed_name, closed_name)
    return RecapPaper(
        period=Period(PeriodKind.DAY, recap.on, recap.on),
        reach=Reach.COUNTER,
        facts=told_facts(body.facts),
        figures=body.figures,
        days=(line,),
        open_days=1,
        dated_on=local.date(),
        previous=compared(body.facts, PREVIOUS),
        year_before=compared(body.facts, YEAR_BEFORE),
        number=recap.number,
        revision=recap.revision,
        changes=tuple(Change.read(text) for text in recap.changes),
        made_at=local,
        by_night=recap.by_night,
        position=f"{(recap.stream_id or '')[:8]} · {recap.seq} · {recap.head_hash[:12]}",
        signed=_signed(act, recap),
    )


def _signed(act: Action, recap: Recap) -> Signed | None:
    if recap.signed_at is None:
        return None
    operator = act.state.get(Operator, recap.signed_by) if recap.signed_by else None
    return Signed(operator.full_name if operator else "", act.desk.local(recap.signed_at), recap.sign_note)


def _preview(act: Action, on: date) -> RecapPaper:
    period = Period(PeriodKind.DAY, on, on)
    figures = figures_in(act, on) if on <= act.today and happened(act, on) else None
    before = [figures_of(act, other.first) for other in (period.previous, period.year_before)]
    previous, year_before = (None if found is None else totals(found) for found in before)
    return RecapPaper(
        period=period,
        reach=Reach.COUNTER,
        facts=facts_in(act, on) | signing_facts(act, act.today),
        figures=figures or Figures(),
        days=(_line(act.rules.calendar, on, DayState.NONE if figures is None else DayState.LIVE, figures),),
        open_days=1,
        dated_on=act.today,
        previous=previous,
        year_before=year_before,
    )


def _line(calendar: OpenDays, on: date, state: DayState, figures: Figures | None) -> DayLine:
    return DayLine(on, state, figures or Figures(), not calendar.is_closed(on), calendar.why_closed(on))


# ---- a period -------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Watch:
    """How far the work has come; the days of a period are told one by one."""

    progress: Progress | None
    total: int
    done: int = 0

    def day(self) -> None:
        self.done += 1
        if self.progress is not None:
            self.progress(self.done, self.total)


@dataclass(slots=True)
class _Span:
    """What is known of some days. `own` and `others` are kept apart, since stocks are asked of the own counter."""

    days: list[DayLine] = field(default_factory=list)
    own: list[Figures] = field(default_factory=list)
    others: list[Figures] = field(default_factory=list)

    @property
    def figures(self) -> Figures:
        """Of a stock the last one told stands: the own counter's, where it has told any."""
        return added([*self.others, *self.own])

    @property
    def known(self) -> bool:
        return any(line.state is not DayState.NONE for line in self.days)


def period_paper(
    desk: Desk, period: Period, reach: Reach = Reach.COUNTER, progress: Progress | None = None
) -> RecapPaper:
    """The period with the one before it and the same one of the year before. A counter's single day is `day_paper`.

    `progress` is called day by day of all three; raising in it ends the work.
    """
    if period.kind is PeriodKind.DAY and reach is Reach.COUNTER:
        return day_paper(desk, period.first)
    spans = (period, period.previous, period.year_before)
    watch = _Watch(progress, sum(span.days for span in spans))
    with desk.view() as act:
        counter = DayCounter(act)
        now, before, year_before = (_span(act, span, reach, watch, counter) for span in spans)
        return RecapPaper(
            period=period,
            reach=reach,
            facts=_facts_now(act),
            figures=now.figures,
            days=tuple(now.days),
            open_days=_open_days(act, now.days),
            dated_on=act.today,
            previous=before.figures if before.known else None,
            year_before=year_before.figures if year_before.known else None,
            missing=tuple(_missing(act, period)) if reach is Reach.LIBRARY else (),
        )


def _facts_now(act: Action) -> Facts:
    return facts_in(act, act.today) | signing_facts(act, act.today)


def _span(act: Action, period: Period, reach: Reach, watch: _Watch, counter: DayCounter) -> _Span:
    counted = _counted_stations(act, reach)
    locked = recaps_between(act, period.first, period.last)
    span, here = _Span(), act.desk.station.id
    own_locked = {on for station, on in locked if station == here}
    live = _live_days(act, period, counter) - own_locked if here in counted else frozenset()
    standing = max(live, default=None)  # the other live days' stocks would be overwritten by its own
    for on in days(period.first, period.last):
        told = {station: body_of(locked[station, on]).figures for station in counted if (station, on) in locked}
        state = DayState.LOCKED if told else DayState.NONE
        if on in live:
            told[here], state = counter.figures(on, stocks=on == standing), DayState.LIVE
        own = [told.pop(here)] if here in told else []
        span.own += own
        span.others += told.values()
        span.days.append(_line(act.rules.calendar, on, state, added([*told.values(), *own])))
        watch.day()
    return span


def _live_days(act: Action, period: Period, counter: DayCounter) -> frozenset[date]:
    """Days up to today on which anything happened here."""
    past = days(period.first, min(period.last, act.today))
    return frozenset(on for on in past if happened(act, on, counter.stations))


def _counted_stations(act: Action, reach: Reach) -> list[Id]:
    """Whose figures are added: the desks that have everything; what doors and kiosks wrote, one of them has."""
    if reach is Reach.COUNTER:
        return [act.desk.station.id]
    return [station.id for station in staffed_stations(act)]


def _open_days(act: Action, lines: list[DayLine]) -> int:
    """Days the library was open up to today, by the calendar or since somebody came; none before anything is known."""
    begun = first_known(act)
    if begun is None:
        return 0
    known = [line for line in lines if begun <= line.on <= act.today]
    return sum(line.is_open or line.figures.column_total("visitors", "people") > 0 for line in known)


def _missing(act: Action, period: Period) -> Iterator[Missing]:
    """Open days of other desks, from the first they ever closed on, of which no recap is here."""
    spans = spans_of_recaps(act)
    locked = locked_days(act, period.first, period.last)
    for station in sorted(_others(act), key=lambda one: one.code):
        if station.id not in spans:
            continue
        begun, ended = spans[station.id]
        for on in days(max(begun, period.first), min(ended + GIVEN_UP, period.last, act.today)):
            if (station.id, on) not in locked and not act.rules.calendar.is_closed(on):
                yield Missing(station.name, on)


def _others(act: Action) -> list[Station]:
    return [station for station in staffed_stations(act) if station.id != act.desk.station.id]
