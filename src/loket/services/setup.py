"""Founding a library on a fresh counter: what the first-run assistant asks for, checked and booked in one go."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from loket.db.engine import Database
from loket.db.meta import get_meta, set_meta
from loket.db.rows import id_bytes, to_ms
from loket.db.sealing import make_library_secret
from loket.domain import events as e
from loket.domain.entities import ClosedDay, Id, Library, Role, Station
from loket.domain.errors import InvalidInput
from loket.domain.ports import Clock, Ids
from loket.domain.settings import DEFAULTS, rule_of
from loket.services.desk import Desk
from loket.services.operators import Hasher, check_name, check_password, check_username

UTC_OFFSETS_MIN = (420, 480, 540)  # WIB, WITA, WIT
FOUNDER_ROLES = (
    Role.ADMIN,
    Role.SUPERVISOR,
    Role.CIRCULATION,
    Role.CATALOGUER,
    Role.CASHIER,
    Role.TREASURER,
)
LONGEST_TEXT = 200
_CODE = re.compile(r"[A-Z0-9][A-Z0-9.-]{0,11}")
ADD_STREAM = (
    "INSERT INTO stream (stream_id, opened_at, reason, parent, fork_seq, fork_hash) VALUES (?, ?, ?, NULL, NULL, NULL)"
)


class StationProfile(StrEnum):
    """What a counter is for; it chooses the tabs of the window."""

    SIRKULASI = "sirkulasi"
    KARTU = "kartu"  # photo and print station
    BENDAHARA = "bendahara"  # where the treasurer receives, deposits and keeps the books
    LENGKAP = "lengkap"
    PINTU = "pintu"  # guestbook and lockers at the door, by staff
    RUANG = "ruang"  # reading rooms, internet room, photocopies
    KIOS = "kios"  # where visitors and applicants write themselves down; it has no personal data of members


@dataclass(frozen=True, slots=True)
class Founding:
    """The answers of the first-run assistant. Loan terms and rules start as the defaults have them."""

    library_name: str
    library_code: str
    station_name: str
    station_code: str
    admin_username: str
    admin_name: str
    admin_password: str = field(repr=False)  # must not reach a log
    address: str = ""
    phone: str = ""
    utc_offset_min: int = 480
    profile: str = StationProfile.LENGKAP
    closed_days: tuple[ClosedDay, ...] = ()
    weekly_closed: tuple[int, ...] = DEFAULTS.weekly_closed


def check_founding(founding: Founding) -> Founding:
    """The answers, tidied. Raises InvalidInput for the first field that cannot be used."""
    library = check_library(
        Library(
            Id(""),
            founding.library_name,
            founding.library_code,
            founding.address,
            founding.phone,
            utc_offset_min=founding.utc_offset_min,
        ),
        prefix="library_",
    )
    station = check_station(
        Station(Id(""), founding.station_code, founding.station_name, founding.profile), prefix="station_"
    )
    username = check_username(founding.admin_username, "admin_username")
    check_password(founding.admin_password, username, "admin_password")
    return replace(
        founding,
        library_name=library.name,
        library_code=library.code,
        address=library.address,
        phone=library.phone,
        station_name=station.name,
        station_code=station.code,
        profile=station.profile,
        admin_username=username,
        admin_name=check_name(founding.admin_name, "admin_name"),
    )


def check_library(library: Library, *, prefix: str = "") -> Library:
    """The description, tidied. Raises InvalidInput; `prefix` makes `name` and `code` the form's field names."""
    if library.utc_offset_min not in UTC_OFFSETS_MIN:
        raise InvalidInput("utc_offset_min", "utc_offset_unknown", known=UTC_OFFSETS_MIN)
    return replace(
        library,
        name=_text(library.name, prefix + "name"),
        code=_code(library.code, prefix + "code"),
        address=_text(library.address, "address", needed=False),
        phone=_text(library.phone, "phone", needed=False),
        head_name=_text(library.head_name, "head_name", needed=False),
        head_nip=_text(library.head_nip, "head_nip", needed=False),
    )


def check_station(station: Station, *, prefix: str = "") -> Station:
    """The description, tidied. Raises InvalidInput; `prefix` as for the library."""
    if station.profile not in list(StationProfile):
        raise InvalidInput("profile", "profile_unknown", known=tuple(StationProfile))
    return replace(
        station,
        name=_text(station.name, prefix + "name"),
        code=_code(station.code, prefix + "code"),
        profile=str(station.profile),
    )


def found_library(database: Database, clock: Clock, ids: Ids, founding: Founding, hasher: Hasher) -> Desk:
    """Make this empty database the counter of a new library: all of it or nothing.

    Returns its desk; nobody is signed in yet. Raises InvalidInput naming the field, StorageError, and RuntimeError
    when the database belongs to a library already.
    """
    founding = check_founding(founding)
    password_hash = hasher.hash(founding.admin_password)  # slow on purpose, so before the transaction
    library = Library(
        id=ids.new(),
        name=founding.library_name,
        code=founding.library_code,
        address=founding.address,
        phone=founding.phone,
        utc_offset_min=founding.utc_offset_min,
    )
    station = Station(ids.new(), founding.station_code, founding.station_name, founding.profile)
    desk = Desk(database, clock, ids, library, station, stream_id=ids.new())
    with desk.action() as act:
        _open_books(act.driver, desk)
        act.record(e.LibraryDescribed(library))
        act.record(e.StationDescribed(station))
        person = e.OperatorPerson(founding.admin_name, password_hash)
        roles = tuple(role.value for role in FOUNDER_ROLES)
        act.record(e.OperatorAdded(act.new_id(), founding.admin_username, roles, person))
        if founding.weekly_closed != DEFAULTS.weekly_closed:
            rule = rule_of("weekly_closed", founding.weekly_closed)
            act.record(e.RuleSet(rule.key, rule.value))
        if founding.closed_days:
            act.record(e.ClosedDaysDeclared(founding.closed_days))
    return desk


def _open_books(driver_connection: Any, desk: Desk) -> None:
    """What belongs to this database alone: who it is, its secret, its first stream."""
    if get_meta(driver_connection, "library_id") is not None:
        raise RuntimeError("a library was founded in this database already")
    for key, value in (
        ("library_id", desk.library.id),
        ("station_id", desk.station.id),
        ("stream_id", desk.stream_id),
    ):
        set_meta(driver_connection, key, value)
    make_library_secret(driver_connection)
    driver_connection.execute(ADD_STREAM, (id_bytes(desk.stream_id), to_ms(desk.clock.now()), "founded"))


def _text(text: str, field: str, *, needed: bool = True) -> str:
    tidy = " ".join(text.split())
    if needed and not tidy:
        raise InvalidInput(field, "text_missing")
    if len(tidy) > LONGEST_TEXT:
        raise InvalidInput(field, "text_too_long", longest=LONGEST_TEXT)
    return tidy


def _code(text: str, field: str) -> str:
    code = text.strip().upper()
    if not _CODE.fullmatch(code):
        raise InvalidInput(field, "code_form", longest=12)
    return code
