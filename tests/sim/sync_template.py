"""A founded library with its counters joined and filled, made once for a process; every seed begins with a copy."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

from fakes import KEY, founding, operator
from stock import add_item, add_title, adopt, adopt_tariff
from sync_clocks import SimClock, SimIds
from sync_house import LOCKERS, SEATS
from sync_money import ACCOUNT, BASIS, FEES, PRINTS, ROLES, TOLD
from sync_server import FileDisk, PostgresDisk, Server
from sync_work import CANARY, NAME

from loket.db.engine import open_database
from loket.db.rows import to_ms
from loket.domain import events as e
from loket.domain.entities import ChargeKind, FineMode, Id
from loket.services.desk import Desk
from loket.services.identity import IdentityKeys
from loket.services.internet_room import add_seats
from loket.services.locker_banks import add_bank
from loket.services.operators import add_operator
from loket.services.settings import change_rule
from loket.services.setup import found_library
from loket.sync.enrol import Invitation, enrol, fill

FIRST_DAY = date(2026, 11, 24)
START_MS = to_ms(datetime(2026, 11, 23, 2, tzinfo=UTC))  # the day before the first
URL = "https://pusat.contoh"
HOUSE_PROFILE = "bukutamu"
MEMBERS, TITLES, COPIES = 22, 12, 3
STAFF = ("ani", "budi", "cici", "dodi")


@dataclass
class Template:
    """What a world begins with. `people` are the ids everybody may speak of."""

    folder: Path
    stations: int
    library_id: Id
    admin: Id
    operators: list[Id]
    members: list[Id]
    titles: list[Id]
    items: list[Id]
    barcodes: list[str]
    station_ids: list[Id]
    postgres: str | None = None
    postgres_name: str = ""
    now_ms: int = START_MS
    house: list[int] = field(default_factory=list)
    personal: dict[bytes, bytes] = field(default_factory=dict)

    def file(self, station: int) -> Path:
        return self.folder / f"s{station}.db"

    def server_disk(self, folder: Path, name: str) -> FileDisk | PostgresDisk:
        """A server's disk with the template on it."""
        folder.mkdir(parents=True)
        if self.postgres is None:
            shutil.copyfile(self.folder / "pusat" / "pusat.db", folder / "pusat.db")
            return FileDisk(folder)
        disk = PostgresDisk(folder, self.postgres, name)
        disk.begin_from(self.postgres_name)
        return disk

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.postgres is not None:
            PostgresDisk(self.folder, self.postgres, self.postgres_name)._drop(self.postgres_name)


def marks_of(name: str) -> tuple[str, ...]:
    return tuple(f"{name}-{part}" for part in ("system", "board", "disk", "card"))


class NoHasher:
    """Nobody signs in by password here; hashes must be the same in every process."""

    def hash(self, password: str) -> str:
        return f"none:{password}"

    def verify(self, password_hash: str, password: str) -> bool:
        return password_hash == self.hash(password)

    def is_outdated(self, password_hash: str) -> bool:
        return False

    def decoy(self) -> str:
        return ""


class DirectLine:
    """A good line, for joining."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def call(self, path: str, body: bytes, token: str = "") -> bytes:
        return self._server.call(path, body, token)


def make_template(folder: Path, stations: int, house: int, postgres: str | None = None, name: str = "") -> Template:
    """Found a library at the first station, join it and all others to a server."""
    chance = Random(7)
    with mock.patch.object(secrets, "token_bytes", lambda size=32: chance.randbytes(size)):
        return _made(folder, stations, house, postgres, name)


def _made(folder: Path, stations: int, house: int, postgres: str | None, name: str) -> Template:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    now = [START_MS]

    def now_ms() -> int:
        now[0] += 1_000
        return now[0]

    disk: Any = FileDisk(folder / "pusat")
    if postgres is not None:
        disk = PostgresDisk(folder / "pusat", postgres, name)
        disk.begin_from(None)
    server = Server(disk, SimClock(now_ms, "pusat"), SimIds(now_ms, 0xF0000), Random(1))
    clock = SimClock(now_ms, "s0")
    database = open_database(folder / "s0.db", KEY)
    desk = found_library(database, clock, SimIds(now_ms, 0x10000), founding(utc_offset_min=480), NoHasher())
    desk.operator = operator(desk, "admin")
    template = _stocked(desk, folder, stations)
    template.house = list(range(stations - house, stations))
    line = DirectLine(server)
    code = server.pusat.new_code(None)
    joined = enrol(
        database, clock, SimIds(now_ms, 0x20000), Invitation(URL, code), marks=marks_of("s0"), transport=line
    )
    fill(joined, line)
    template.station_ids.append(joined.station.id)
    database.close()
    for number in range(1, stations):
        profile = HOUSE_PROFILE if number in template.house else "lengkap"
        template.station_ids.append(_join(folder, server, line, now_ms, number, profile, template.library_id))
    template.postgres, template.postgres_name, template.now_ms = postgres, name, now[0]
    template.personal = server.personal
    server.store.close()
    for number in range(stations):
        again = open_database(template.file(number), KEY)
        again.checkpoint()
        again.close()
    return template


def _join(
    folder: Path, server: Server, line: Any, now_ms: Callable[[], int], number: int, profile: str, library_id: Id
) -> Id:
    code = server.pusat.new_code(
        library_id, station_name=f"Loket {number + 1}", station_code=f"L{number + 1}", profile=profile
    )
    database = open_database(folder / f"s{number}.db", KEY)
    name = f"s{number}"
    ids = SimIds(now_ms, 0x10000 + number)
    desk = enrol(database, SimClock(now_ms, name), ids, Invitation(URL, code), marks=marks_of(name), transport=line)
    desk = fill(desk, line)
    database.close()
    return desk.station.id


def _stocked(desk: Desk, folder: Path, stations: int) -> Template:
    operators = [
        add_operator(
            desk,
            NoHasher(),
            username=name,
            full_name=name.title(),
            roles=ROLES,
            password=f"kunci-{name}-1",
        ).id
        for name in STAFF
    ]
    adopt(desk, max_items=3, max_titles=3, renewals=2, fine_mode=FineMode.BOTH, fine_per_day_rp=500, legal_basis=BASIS)
    for kind, amount_rp in (*FEES.items(), *((kind, 0) for kind in TOLD)):
        adopt_tariff(desk, kind, amount_rp, legal_basis=BASIS, account=ACCOUNT, valid_from=FIRST_DAY)
    adopt_tariff(desk, ChargeKind.PHOTOCOPY, 200, name=PRINTS, legal_basis=BASIS, account=ACCOUNT, valid_from=FIRST_DAY)
    change_rule(desk, "block_unpaid_above_rp", 20_000)
    add_bank(desk, "", *LOCKERS, columns=4)
    add_seats(desk, *SEATS, columns=2)
    members = [_member(desk, number) for number in range(MEMBERS)]
    titles, items, barcodes = [], [], []
    for number in range(TITLES):
        titles.append(add_title(desk, f"Judul {number}"))
        for copy in range(COPIES):
            barcodes.append(f"B{number * COPIES + copy:03d}")
            items.append(add_item(desk, barcodes[-1], titles[-1]))
    assert desk.operator is not None
    return Template(
        folder, stations, desk.library.id, desk.operator.id, operators, members, titles, items, barcodes, []
    )


def _member(desk: Desk, number: int) -> Id:
    """An invented person whose every personal field says so."""
    with desk.action() as act:
        keys, member_id = IdentityKeys(act.driver), act.new_id()
        identity = f"CONTOH{number:04d}"
        person = e.Person(
            full_name=f"{NAME}-{member_id} Contoh",
            phone=f"{CANARY}-{member_id}",
            identity_type="ktp",
            identity_sealed=keys.seal(member_id, identity),
            identity_index=keys.index(identity),
        )
        act.record(e.MemberRegistered(member_id, f"A-{number}", "umum", FIRST_DAY, date(2031, 1, 2), person=person))
    return member_id
