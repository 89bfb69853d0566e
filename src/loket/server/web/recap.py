"""Rekap: the figures of any span of days, for each library and over all, to read or to take along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from fastapi import Response

from loket.domain.calendar import DAY
from loket.domain.entities import Id
from loket.domain.errors import InvalidInput
from loket.server.figures import Figure, Figures, over_all
from loket.server.web import sheets
from loket.server.web.frame import Visit
from loket.server.web.libraries import CHOSEN, UNTOLD_OFFSET_MIN, chosen, place_of, seen_by
from loket.server.web.texts import Shown, zone

PATH = "/rekap"
LONGEST_DAYS = 5 * 366
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Recap:
    """The figures of a span: by library, by library and day, and all together."""

    first: date
    last: date
    made_at: str
    libraries: tuple[tuple[Id, str], ...]
    by_library: dict[Id, Figures]
    by_day: dict[Id, dict[date, Figures]]

    @property
    def total(self) -> Figures:
        return over_all(self.by_library.values())

    @property
    def days(self) -> list[date]:
        """Days on which anything happened anywhere, in order."""
        return sorted({day for by_day in self.by_day.values() for day in by_day})

    def on(self, day: date) -> Figures:
        return over_all(by_day.get(day, Figures()) for by_day in self.by_day.values())


def recap(visit: Visit) -> Response:
    libraries, only = chosen(visit)
    today, wrong = _today(visit, libraries), ""
    try:
        first, last = _span(visit, today)
    except InvalidInput as error:
        wrong, first, last = visit.sentence(error), today, today
    found = _recap(visit, libraries, first, last)
    asked = {"dari": first.isoformat(), "sampai": last.isoformat(), CHOSEN: only or ""}
    return visit.page(
        "recap.html",
        status=422 if wrong else 200,
        libraries=seen_by(visit),
        only=only,
        found=found,
        figures=list(Figure),
        span=visit.shown.span(first, last),
        query=urlencode({name: value for name, value in asked.items() if value}),
        spans=usual_spans(visit.shown, today),
        today=today,
        wrong=wrong,
        list_path=PATH,
        chosen_name=CHOSEN,
    )


def csv_by_library(visit: Visit) -> Response:
    found = _asked_for(visit)
    return _file(visit, found, sheets.csv_by_library(visit.shown, found), CSV, "csv", "")


def csv_by_day(visit: Visit) -> Response:
    found = _asked_for(visit)
    return _file(visit, found, sheets.csv_by_day(visit.shown, found), CSV, "csv", "-harian")


def xlsx(visit: Visit) -> Response:
    found = _asked_for(visit)
    return _file(visit, found, sheets.workbook(visit.shown, found), XLSX, "xlsx", "")


def usual_spans(show: Shown, today: date) -> list[tuple[str, date, date]]:
    """(what it is called, first day, last day) of the spans most asked for."""
    said, month = show.words.recap, today.replace(day=1)
    return [
        (said.today, today, today),
        (said.yesterday, today - DAY, today - DAY),
        (said.this_month, month, today),
        (said.last_month, (month - DAY).replace(day=1), month - DAY),
        (said.this_year, today.replace(month=1, day=1), today),
    ]


def _asked_for(visit: Visit) -> Recap:
    libraries, _ = chosen(visit)
    today = _today(visit, libraries)
    try:
        first, last = _span(visit, today)
    except InvalidInput:
        first, last = today, today
    return _recap(visit, libraries, first, last)


def _recap(visit: Visit, libraries: Sequence[tuple[Id, str]], first: date, last: date) -> Recap:
    ids = [library_id for library_id, _ in libraries]
    by_library = visit.site.figures.totals(ids, first, last)
    by_day = visit.site.figures.daily(ids, first, last)
    return Recap(first, last, _made_at(visit, libraries), tuple(libraries), by_library, by_day)


def _made_at(visit: Visit, libraries: Sequence[tuple[Id, str]]) -> str:
    offset_min = place_of(visit, *libraries[0]).offset_min if libraries else UNTOLD_OFFSET_MIN
    moment = visit.shown.moment(visit.site.pusat.clock.now(), offset_min)
    return str(visit.words.recap.made_at.format(moment=moment, zone=zone(offset_min)))


def _today(visit: Visit, libraries: Sequence[tuple[Id, str]]) -> date:
    now: datetime = visit.site.pusat.clock.now()
    return max((place_of(visit, *library).day(now) for library in libraries), default=now.date())


def _span(visit: Visit, today: date) -> tuple[date, date]:
    """The days asked for; this month when none were. Raises InvalidInput."""
    first = _day(visit.asked("dari"), today.replace(day=1))
    last = _day(visit.asked("sampai"), max(first, today))
    if last < first:
        raise InvalidInput("dari", "date_order")
    if (last - first).days >= LONGEST_DAYS:
        raise InvalidInput("sampai", "date_span")
    return first, last


def _day(text: str, otherwise: date) -> date:
    if not text:
        return otherwise
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput("dari", "date_unreadable") from error


def _file(visit: Visit, found: Recap, content: bytes, media_type: str, ending: str, kind: str) -> Response:
    span = found.first.isoformat() if found.first == found.last else f"{found.first}_{found.last}"
    headers = {"Content-Disposition": f'attachment; filename="rekap{kind}-{span}.{ending}"'}
    return Response(content, media_type=media_type, headers=headers)
