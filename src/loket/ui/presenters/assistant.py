"""What the first-run assistant asks, step by step, and founding the library from the answers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import IntEnum
from pathlib import Path

from loket.db.engine import Database
from loket.domain.entities import ClosedDay, Id, Library, Station
from loket.domain.errors import InvalidInput
from loket.domain.ports import Clock, Ids
from loket.domain.settings import DEFAULTS
from loket.services.desk import Desk
from loket.services.operators import Hasher, check_name, check_password, check_username
from loket.services.settings import check_rule, read_closed_days_csv
from loket.services.setup import Founding, StationProfile, check_library, check_station, found_library

log = logging.getLogger(__name__)
LONGEST_CODE = 12
SMALL_WORDS = frozenset({"dan", "di", "ke", "dari"})


class Step(IntEnum):
    LIBRARY = 0
    STATION = 1
    CLOSED_DAYS = 2
    ADMIN = 3
    KEY = 4


@dataclass(slots=True)
class Answers:
    """As typed: back and next never lose any of it."""

    library_name: str = ""
    library_code: str = ""
    address: str = ""
    phone: str = ""
    utc_offset_min: int = 480
    station_name: str = ""
    station_code: str = ""
    profile: str = StationProfile.LENGKAP
    weekly_closed: tuple[int, ...] = DEFAULTS.weekly_closed
    closed_days: tuple[ClosedDay, ...] = ()
    admin_name: str = ""
    admin_username: str = ""
    admin_password: str = field(default="", repr=False)
    again: str = field(default="", repr=False)
    noted: bool = False


FIELDS: dict[Step, tuple[str, ...]] = {
    Step.LIBRARY: ("library_name", "library_code", "address", "phone", "utc_offset_min"),
    Step.STATION: ("station_name", "station_code", "profile"),
    Step.CLOSED_DAYS: ("weekly_closed",),
    Step.ADMIN: ("admin_name", "admin_username", "admin_password", "again"),
    Step.KEY: ("noted",),
}


def step_of(field_name: str) -> Step:
    """Where a field is asked. Raises KeyError for a field no step asks."""
    for step, names in FIELDS.items():
        if field_name in names:
            return step
    raise KeyError(field_name)


def problems(step: Step, answers: Answers) -> dict[str, InvalidInput]:
    """What cannot be used yet in one step, by field, all of it at once."""
    found = {}
    for name, check in _checks(step, answers):
        try:
            check()
        except InvalidInput as error:
            found[name] = error
    return found


def _checks(step: Step, answers: Answers) -> Iterator[tuple[str, Callable[[], object]]]:
    """One check for each field, as the founding itself makes it; the other fields of its kind are sound."""
    match step:
        case Step.LIBRARY:
            sound = Library(Id(""), "X", "X")
            for name in FIELDS[step]:
                tried = replace(sound, **{name.removeprefix("library_"): getattr(answers, name)})
                yield name, lambda tried=tried: check_library(tried, prefix="library_")  # type: ignore[misc]
        case Step.STATION:
            counter = Station(Id(""), "X", "X", StationProfile.LENGKAP)
            for name in FIELDS[step]:
                one = replace(counter, **{name.removeprefix("station_"): getattr(answers, name)})
                yield name, lambda one=one: check_station(one, prefix="station_")  # type: ignore[misc]
        case Step.CLOSED_DAYS:
            yield "weekly_closed", lambda: check_rule("weekly_closed", answers.weekly_closed)
        case Step.ADMIN:
            yield "admin_name", lambda: check_name(answers.admin_name, "admin_name")
            yield "admin_username", lambda: check_username(answers.admin_username, "admin_username")
            username = answers.admin_username.strip().casefold()
            yield "admin_password", lambda: check_password(answers.admin_password, username, "admin_password")
            yield "again", lambda: _demand(answers.again == answers.admin_password, "again", "passwords_differ")
        case Step.KEY:
            yield "noted", lambda: _demand(answers.noted, "noted", "recovery_key_unseen")


def _demand(fits: bool, field_name: str, code: str) -> None:
    if not fits:
        raise InvalidInput(field_name, code)


def suggested_code(name: str) -> str:
    """A short code from a library's name: the first letters of its words."""
    words = [word for word in name.split() if word.casefold() not in SMALL_WORDS]
    return "".join(word[0] for word in words if word[0].isascii() and word[0].isalnum()).upper()[:LONGEST_CODE]


def national_days(files: dict[int, Path]) -> dict[int, tuple[ClosedDay, ...]]:
    """The shipped closed days by year; a year without a file has none."""
    return {year: tuple(read_closed_days_csv(path)[0]) for year, path in files.items() if path.is_file()}


def founding_of(answers: Answers) -> Founding:
    return Founding(
        library_name=answers.library_name,
        library_code=answers.library_code,
        station_name=answers.station_name,
        station_code=answers.station_code,
        admin_username=answers.admin_username,
        admin_name=answers.admin_name,
        admin_password=answers.admin_password,
        address=answers.address,
        phone=answers.phone,
        utc_offset_min=answers.utc_offset_min,
        profile=answers.profile,
        closed_days=answers.closed_days,
        weekly_closed=answers.weekly_closed,
    )


def found(database: Database, clock: Clock, ids: Ids, hasher: Hasher, answers: Answers) -> Desk:
    """Found the library; nobody is signed in yet. Raises InvalidInput naming the field, StorageError."""
    return found_library(database, clock, ids, founding_of(answers), hasher)
