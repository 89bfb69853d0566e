"""What a public library tells for the IPLM, the index of the development of public literacy, of one year.

Source: Regulation of the National Library 7/2025, article 15: performance by participants of activities, users served,
users of ICT facilities, printed items used, digital accesses, programmes, co-operations, kinds of service, written
procedures; and compliance by collection and staff. The seven elements of the method of 2021 are ratios to the
population. The index itself is worked out for a region, not for one library: none is shown here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from loket.domain.entities import Activity
from loket.domain.errors import InvalidInput

ACTIVITIES = ("story", "reading_club", "course", "competition", "exhibition", "talk", "visit", "outreach", "other")
"""Kinds of activities, by key; their words are in `reports.iplm_words`."""
MOST_PEOPLE = 100_000
LONGEST_NAME = 200
MOST_FACT = 1_000_000_000
VISIT_NORM = 0.02
"""Visits a day for each inhabitant that a library ought to have: IFLA's figure, as regions of Indonesia use it."""


class Source(StrEnum):
    """Where a number comes from."""

    COUNTED = "counted"  # by the counters
    TOLD = "told"  # entered by people, by year
    MISSING = "missing"  # to be entered


@dataclass(frozen=True, slots=True)
class Wanted:
    """One line of the report. `told`: facts of the year that people enter; `counted`: a number Loket counts itself.

    Where both are, they are added: what the counters saw, and what happened elsewhere.
    """

    key: str
    group: str
    counted: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


COLLECTION, STAFF, PERFORMANCE, PEOPLE = "collection", "staff", "performance", "people"
LINES: tuple[Wanted, ...] = (
    Wanted("population", PEOPLE, told=("population",)),
    Wanted("members", PEOPLE, counted=("members",)),
    Wanted("titles", COLLECTION, counted=("titles",)),
    Wanted("items", COLLECTION, counted=("items",)),
    Wanted("items_added", COLLECTION, counted=("items_added",)),
    Wanted("titles_new", COLLECTION, counted=("titles_new",)),
    Wanted("librarians", STAFF, told=("librarians",)),
    Wanted("technical_staff", STAFF, told=("technical_staff",)),
    Wanted("participants", PERFORMANCE, counted=("participants",)),
    Wanted("users_on_site", PERFORMANCE, counted=("visitors",)),
    Wanted("users_online", PERFORMANCE, counted=("ebook_loans",), told=("online_users",)),
    Wanted("ict_users", PERFORMANCE, counted=("internet_sessions",), told=("other_ict_users",)),
    Wanted("printed_used", PERFORMANCE, counted=("loans", "read_in_place"), told=("interloans",)),
    Wanted("digital_accesses", PERFORMANCE, counted=("ebook_loans",), told=("digital_accesses",)),
    Wanted("programmes", PERFORMANCE, counted=("activities",)),
    Wanted("cooperations", PERFORMANCE, told=("cooperations",)),
    Wanted("service_kinds", PERFORMANCE, counted=("service_kinds",), told=("other_services",)),
    Wanted("procedures", PERFORMANCE, told=("procedures",)),
)
FACTS: tuple[str, ...] = tuple(dict.fromkeys(name for line in LINES for name in line.told))
OPTIONAL = frozenset({"online_users", "other_ict_users", "interloans", "digital_accesses", "other_services"})
"""Facts that add to what was counted: nought where nobody entered them."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One line with its number. `value` None: a fact it needs was not entered. `parts`: what it is made of."""

    key: str
    group: str
    value: int | None
    source: Source
    parts: tuple[tuple[str, int], ...] = ()


def indicators(counted: Mapping[str, int], told: Mapping[str, int]) -> tuple[Indicator, ...]:
    """Every line. Raises KeyError where a number that Loket counts is not given."""
    return tuple(_indicator(line, counted, told) for line in LINES)


def _indicator(line: Wanted, counted: Mapping[str, int], told: Mapping[str, int]) -> Indicator:
    missing = [name for name in line.told if name not in told and name not in OPTIONAL]
    parts = [(name, counted[name]) for name in line.counted]
    parts += [(name, told[name]) for name in line.told if name in told]
    if missing:
        return Indicator(line.key, line.group, None, Source.MISSING, tuple(parts))
    source = Source.COUNTED if line.counted else Source.TOLD
    return Indicator(line.key, line.group, sum(number for _, number in parts), source, tuple(parts))


@dataclass(frozen=True, slots=True)
class Ratios:
    """What regions work out of a library's year. None where the population is not known, or nothing was open.

    `visit_ratio`: visits a day for each inhabitant, as a share of `VISIT_NORM`. `items_per_head`, `members_share`.
    """

    visits_a_day: float | None
    visit_ratio: float | None
    items_per_head: float | None
    members_share: float | None


def ratios(values: Mapping[str, int | None], open_days: int) -> Ratios:
    """From the values of the indicators by key. Source of the visit ratio: regional data of Temanggung."""
    visits, people = values.get("users_on_site") or 0, values.get("population") or 0
    a_day = visits / open_days if open_days else None
    if not people:
        return Ratios(a_day, None, None, None)
    ratio = None if a_day is None else a_day / people / VISIT_NORM
    return Ratios(a_day, ratio, (values.get("items") or 0) / people, (values.get("members") or 0) / people)


# ---- what people enter --------------------------------------------------------------------------------------------


def fact_key(year: int, name: str) -> str:
    """ "2026/population". Raises KeyError for a fact nobody asks for."""
    if name not in FACTS:
        raise KeyError(name)
    return f"{year:04d}/{name}"


def checked_fact(name: str, text: str) -> int:
    """A whole number as typed, thousands with dots or spaces. Raises InvalidInput(name): fact_number, fact_range."""
    digits = text.replace(".", "").replace(" ", "").strip()
    if not digits.isascii() or not digits.isdigit():
        raise InvalidInput(name, "fact_number")
    if int(digits) > MOST_FACT:
        raise InvalidInput(name, "fact_range", most=MOST_FACT)
    return int(digits)


def check_activity(activity: Activity, today: date) -> None:
    """Raises InvalidInput: name (text_missing, text_too_long), kind, on (date_future), people (activity_people),
    male (activity_sexes: more men and women than people).
    """
    if not activity.name.strip():
        raise InvalidInput("name", "text_missing")
    if len(activity.name) > LONGEST_NAME:
        raise InvalidInput("name", "text_too_long", longest=LONGEST_NAME)
    if activity.kind not in ACTIVITIES:
        raise InvalidInput("kind", "choice_unknown", value=activity.kind)
    if activity.on > today:
        raise InvalidInput("on", "date_future")
    if not 1 <= activity.people <= MOST_PEOPLE:
        raise InvalidInput("people", "activity_people", most=MOST_PEOPLE)
    if min(activity.male, activity.female) < 0 or activity.male + activity.female > activity.people:
        raise InvalidInput("male", "activity_sexes")
