"""Stand-ins for the world outside, and a founded library to test against."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from loket.db.engine import open_database
from loket.domain.entities import Id, Operator, Role
from loket.services.desk import Desk
from loket.services.operators import Argon2Hasher, add_operator, operators
from loket.services.setup import Founding, found_library

KEY = bytes(range(32))
TODAY = date(2026, 11, 24)  # a Tuesday
OPENS = time(2)  # UTC; ten in the morning by the library's clock (WITA)
HASHER = Argon2Hasher(memory_kib=8, passes=1)  # weak: tests sign in thousands of times
ADMIN, SUPERVISOR, CIRCULATION = "admin", "pengawas", "sirkulasi"
PASSWORDS = {ADMIN: "kunci-admin-1", SUPERVISOR: "kunci-pengawas-1", CIRCULATION: "kunci-sirkulasi-1"}


class FakeClock:
    """A clock that stands still until it is moved; `mono_ms` moves along with `advance`, not when time is set."""

    def __init__(self, start: datetime) -> None:
        self.boot_id = "boot"
        self._now = start
        self._mono_ms = 1_000_000

    def now(self) -> datetime:
        return self._now

    def mono_ms(self) -> int:
        return self._mono_ms

    def set(self, moment: datetime) -> None:
        """Set the wall clock, as an operator or a dead battery does."""
        self._now = moment

    def advance(self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        """Let time pass."""
        step = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        self._now += step
        self._mono_ms += step // timedelta(milliseconds=1)


class SequentialIds:
    """UUIDv7-shaped keys 1, 2, 3 …; `start` tells two counters apart."""

    def __init__(self, start: int = 0) -> None:
        self._last = start

    def new(self) -> Id:
        self._last += 1
        return Id(f"{self._last:012x}7000{0x8 << 60:016x}")


def founding(**changes: object) -> Founding:
    """Answers of the first-run assistant for an invented library."""
    answers: dict[str, object] = {
        "library_name": "Perpustakaan Umum Contoh",
        "library_code": "CTH",
        "address": "Jalan Contoh 1",
        "phone": "0000 111222",
        "utc_offset_min": 480,
        "station_name": "Loket Utama",
        "station_code": "L1",
        "profile": "lengkap",
        "admin_username": ADMIN,
        "admin_name": "Admin Contoh",
        "admin_password": PASSWORDS[ADMIN],
    }
    return Founding(**(answers | changes))  # type: ignore[arg-type]


def new_desk(folder: Path, *, today: date = TODAY) -> Desk:
    """A founded library in `folder`/loket.db, with an admin, a supervisor and a circulation operator, who is signed in.

    The clock stands at ten in the morning of `today`, WITA; it is a FakeClock, the keys are sequential.
    """
    clock = FakeClock(datetime.combine(today, OPENS, UTC))
    desk = found_library(open_database(folder / "loket.db", KEY), clock, SequentialIds(), founding(), HASHER)
    desk.operator = operator(desk, ADMIN)
    for username, roles in ((SUPERVISOR, [Role.SUPERVISOR, Role.CIRCULATION]), (CIRCULATION, [Role.CIRCULATION])):
        add_operator(
            desk, HASHER, username=username, full_name=username.title(), roles=roles, password=PASSWORDS[username]
        )
    desk.operator = operator(desk, CIRCULATION)
    return desk


def operator(desk: Desk, username: str) -> Operator:
    """The operator of this name; to put into `desk.operator` where a test needs somebody else at the counter."""
    return next(who for who in operators(desk) if who.username == username)
