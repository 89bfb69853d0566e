"""Ringkasan: today, this month, the last thirty days, and how every station is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fastapi import Response

from loket.domain.calendar import DAY, days
from loket.domain.entities import Id
from loket.server.figures import HOURLY, HOURS, Figure, Figures, over_all
from loket.server.web.charts import Bar, Chart, bars
from loket.server.web.frame import Visit
from loket.server.web.libraries import Place, chosen, clock_words, place_of, seen_by, station_lines
from loket.server.web.texts import Shown, zone

SPAN_DAYS = 30
LABEL_EVERY = 7
USUAL_HOURS = (7, 17)
DESK_WORK = (Figure.LOANS, Figure.RETURNS, Figure.RENEWALS)


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure: how many, how many before, and the difference in words."""

    name: str
    meaning: str
    number: str
    before: str
    change: str
    direction: str  # "up", "down", "same", or "" where there is nothing to compare with


@dataclass(frozen=True, slots=True)
class Counted:
    """The figures the page needs, of all shown libraries together, by the date of the first one's clock."""

    today_on: date
    before_on: date | None
    by_day: dict[date, Figures]
    month: Figures
    month_before: Figures
    hours: dict[Figure, list[int]]


def summary(visit: Visit) -> Response:
    shown_libraries, only = chosen(visit)
    places = [place_of(visit, *library) for library in shown_libraries]
    now = visit.site.pusat.clock.now()
    offset_min = places[0].offset_min if places else 480
    counted = _counted(visit, places, now) if places else None
    stations = [line for line in station_lines(visit, places) if line.state != "revoked"]
    waiting = _waiting(visit, places)
    return visit.page(
        "summary.html",
        libraries=seen_by(visit),
        only=only,
        place_names=len(places) > 1,
        counted=counted,
        today=_today_tiles(visit.shown, counted) if counted else [],
        month=_month_tiles(visit.shown, counted) if counted else [],
        month_spans=_month_spans(visit.shown, counted) if counted else ("", ""),
        charts=_charts(visit.shown, counted) if counted else [],
        stations=stations,
        late=sum(1 for line in stations if line.state in ("late", "never")),
        waiting=sum(waiting.values()),
        clock_words=clock_words,
        urgent=waiting["high"],
        now=now,
        as_of=visit.words.site.as_of.format(moment=visit.shown.moment(now, offset_min), zone=zone(offset_min)),
    )


def _waiting(visit: Visit, places: Sequence[Place]) -> Counter[str]:
    return Counter(case.severity for place in places for case in visit.site.pusat.cases(place.id))


# ---- counting -------------------------------------------------------------------------------------------------------


def _counted(visit: Visit, places: Sequence[Place], now: datetime) -> Counted:
    today = max(place.day(now) for place in places)
    ids, first = [place.id for place in places], today - (SPAN_DAYS - 1) * DAY
    month_first = today.replace(day=1)
    before_first, before_last = same_days_before(month_first, today)
    figures = visit.site.figures
    by_day = _together(figures.daily(ids, first, today))
    month = over_all(figures.totals(ids, month_first, today).values())
    month_before = over_all(figures.totals(ids, before_first, before_last).values())
    by_library = figures.hourly({place.id: place.day(now) for place in places}).values()
    hours = {
        figure: [sum(each) for each in zip(*(one[figure] for one in by_library), strict=True)] for figure in HOURLY
    }
    earlier = [day for day, counted in by_day.items() if day < today and counted]
    return Counted(today, max(earlier, default=None), by_day, month, month_before, hours)


def same_days_before(first: date, last: date) -> tuple[date, date]:
    """The same dates a month earlier, or as far as that month goes. `first` is a first of the month."""
    before_first = (first - DAY).replace(day=1)
    return before_first, min(before_first + (last - first), first - DAY)


def _together(by_library: Mapping[Id, Mapping[date, Figures]]) -> dict[date, Figures]:
    every_day = {day for by_day in by_library.values() for day in by_day}
    return {day: over_all(by_day.get(day, Figures()) for by_day in by_library.values()) for day in every_day}


# ---- tiles ----------------------------------------------------------------------------------------------------------


def _today_tiles(show: Shown, counted: Counted) -> list[Tile]:
    now = counted.by_day.get(counted.today_on, Figures())
    before = counted.by_day.get(counted.before_on) if counted.before_on else None
    if before is None or counted.before_on is None:
        return _tiles(show, now, None, lambda _: show.words.summary.no_before)
    day = show.week_day(counted.before_on)
    return _tiles(show, now, before, lambda number: show.words.summary.before.format(day=day, number=number))


def _month_tiles(show: Shown, counted: Counted) -> list[Tile]:
    before_first, before_last = same_days_before(counted.today_on.replace(day=1), counted.today_on)
    said = {"from": str(before_first.day), "to": show.short_day(before_last)}
    line = show.words.summary.same_days
    return _tiles(show, counted.month, counted.month_before, lambda number: line.format(number=number, **said))


def _month_spans(show: Shown, counted: Counted) -> tuple[str, str]:
    """(the month so far, the dates it is compared with)"""
    first = counted.today_on.replace(day=1)
    return show.span(first, counted.today_on), show.span(*same_days_before(first, counted.today_on))


def _tiles(show: Shown, now: Figures, before: Figures | None, say: Callable[[str], str]) -> list[Tile]:
    made = []
    for figure in Figure:
        was = None if before is None else before[figure]
        change, direction = _change(show, now[figure], was)
        told = say("" if was is None else show.count(was))
        name, meaning = show.words.figure[figure.value], show.words.meaning[figure.value]
        made.append(Tile(name, meaning, show.count(now[figure]), told, change, direction))
    return made


def _change(show: Shown, now: int, was: int | None) -> tuple[str, str]:
    if was is None:
        return "", ""
    said = show.words.summary
    if now == was:
        return said.equal, "same"
    words = said.more if now > was else said.less
    return words.format(number=show.count(abs(now - was))), "up" if now > was else "down"


# ---- charts ---------------------------------------------------------------------------------------------------------


def _charts(show: Shown, counted: Counted) -> list[Chart]:
    said = show.words.chart
    return [
        _days_chart(show, counted, Figure.VISITS, said.visits_30),
        _days_chart(show, counted, Figure.LOANS, said.loans_30),
        _hours_chart(show, counted.hours, said.hours),
    ]


def _days_chart(show: Shown, counted: Counted, figure: Figure, title: str) -> Chart:
    first = counted.today_on - (SPAN_DAYS - 1) * DAY
    numbers = {day: counted.by_day.get(day, Figures())[figure] for day in days(first, counted.today_on)}
    drawn = [
        Bar(
            value=number,
            name=show.day(day),
            label=show.short_day(day) if (counted.today_on - day).days % LABEL_EVERY == 0 else "",
            hollow=day == counted.today_on,
        )
        for day, number in numbers.items()
    ]
    about = _about(show, "about_days", title, {show.week_day(day): number for day, number in numbers.items()})
    rows = [(show.day(day), show.count(number)) for day, number in reversed(numbers.items())]
    heads = (show.words.chart.day, show.words.figure[figure.value])
    return Chart(title, about, bars(drawn, about, show.count), heads, (*rows, _sum_row(show, numbers.values())))


def _hours_chart(show: Shown, hours: Mapping[Figure, Sequence[int]], title: str) -> Chart:
    work = [sum(hours[figure][hour] for figure in DESK_WORK) for hour in range(HOURS)]
    busy = [hour for hour in range(HOURS) if work[hour] or hours[Figure.VISITS][hour]]
    first, last = min([USUAL_HOURS[0], *busy]), max([USUAL_HOURS[1], *busy])
    numbers = {hour: work[hour] for hour in range(first, last + 1)}
    drawn = [
        Bar(number, show.hour(hour), f"{hour:02d}" if (hour - first) % 2 == 0 else "")
        for hour, number in numbers.items()
    ]
    about = _about(show, "about_hours", title, {show.hour(hour): number for hour, number in numbers.items()})
    columns = (*DESK_WORK, Figure.VISITS)
    rows = [(show.hour(hour), *(show.count(hours[figure][hour]) for figure in columns)) for hour in numbers]
    sums = (show.words.chart.total, *(show.count(sum(hours[figure])) for figure in columns))
    heads = (show.words.chart.hour, *(show.words.figure[figure.value] for figure in columns))
    return Chart(title, about, bars(drawn, about, show.count), heads, (*rows, sums))


def _sum_row(show: Shown, numbers: Iterable[int]) -> tuple[str, str]:
    return show.words.chart.total, show.count(sum(numbers))


def _about(show: Shown, kind: str, what: str, numbers: Mapping[str, int]) -> str:
    """The picture in a sentence."""
    when = max(numbers, key=lambda name: numbers[name])
    if not numbers[when]:
        return str(show.words.chart.about_empty.format(what=what))
    said = {"total": show.count(sum(numbers.values())), "highest": show.count(numbers[when]), "when": when}
    return str(show.words.chart[kind].format(what=what, **said))
