"""Programs to be killed: a counter at work that syncs all the while, and a server as it is shipped.

The counter says what it has answered, after the commit, and what the server has confirmed to it, after the answer.
"""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Self

from fakes import ADMIN, HASHER, KEY, founding, operator
from stock import add_item, add_member, adopt

from loket.db.engine import Database, driver, open_database
from loket.devices.clock import SystemClock, UuidV7Ids
from loket.devices.witness import WitnessFile
from loket.domain import events as e
from loket.domain.entities import Item, Member
from loket.domain.errors import Refused
from loket.services.circulation import check_in, check_out, renew
from loket.services.desk import Desk, all_rows, open_desk
from loket.services.setup import found_library
from loket.services.undo import undo
from loket.sync import wire
from loket.sync.account import read_account
from loket.sync.client import RoundReport
from loket.sync.transport import HttpTransport
from loket.sync.worker import SyncWorker

MARKS = ("a", "b", "c", "d")
ANSWERED, CONFIRMED, SYNCED = "dijawab", "diakui", "putaran"
ASK_EVERY = 12  # answers, so that a round is nearly always under way
LONGEST_PAUSE_S = 0.02
PATIENCE_S = 60.0
NO_DATABASE = 2  # the server's exit code


# ---- the counter ----------------------------------------------------------------------------------------------------


def found(path: Path) -> Desk:
    """A library on this machine's clock: keys, dates and tokens are those of a real counter."""
    return found_in(open_database(path, KEY))


def found_in(database: Database) -> Desk:
    """The same in a database that is open already."""
    desk = found_library(database, SystemClock(), UuidV7Ids(), founding(), HASHER)
    adopt(desk, max_items=12, max_titles=12, renewals=9)
    for number in range(6):
        add_member(desk, f"A-{number}")
    for number in range(40):
        add_item(desk, f"B{number}")
    return desk


def reopened(path: Path) -> Desk:
    """The counter as a start of the program opens it."""
    witness = WitnessFile(path.with_name("saksi"))
    desk = open_desk(open_database(path, KEY), SystemClock(), UuidV7Ids(), machine=MARKS, witness=witness)
    assert desk is not None
    desk.operator = operator(desk, ADMIN)
    return desk


def way_to_server(desk: Desk) -> HttpTransport:
    with desk.database.read() as connection:
        account = read_account(driver(connection))
    return HttpTransport(account.server_url, account.server_pin)


class Speaker:
    """Says lines to whoever holds the other end; threads may share it."""

    def __init__(self, tells: Connection) -> None:
        self._tells, self._lock = tells, threading.Lock()

    def say(self, *words: object) -> None:
        with self._lock:
            self._tells.send_bytes(" ".join(map(str, words)).encode())


class TellingTransport:
    """The real way to the server; what it confirms is said aloud with the time."""

    def __init__(self, way: HttpTransport, speaker: Speaker) -> None:
        self._way, self._speaker = way, speaker

    def call(self, path: str, body: bytes, token: str = "") -> bytes:
        answer = self._way.call(path, body, token)
        if path == "push":
            verdict = wire.decode(answer, wire.PushAnswer)
            batch = wire.decode(body, wire.Batch)
            if verdict.verdict == "taken":
                self._speaker.say(CONFIRMED, batch.stream_id.hex(), verdict.seq, time.time_ns() // 1_000_000)
        return answer


def work(path: Path, seed: int, tells: Connection) -> None:
    """Open the counter as it was left, and work and sync until killed."""
    logging.basicConfig(filename=path.with_name("loket.log"), level=logging.INFO, force=True)
    speaker = Speaker(tells)
    desk, random = reopened(path), Random(seed)
    worker = SyncWorker(
        desk,
        lambda any_time: TellingTransport(way_to_server(desk), speaker),
        lambda status: None,
        on_round=lambda report: speaker.say(SYNCED, out_of_the_ordinary(report)),
    )
    worker.start()
    clerk, answers = Clerk(desk, random), 0
    while True:
        event_id = clerk.act()
        if event_id is not None:
            speaker.say(ANSWERED, event_id)
            answers += 1
            if answers % ASK_EVERY == 0:
                worker.wake("test")
        time.sleep(random.uniform(0, LONGEST_PAUSE_S))


def out_of_the_ordinary(report: RoundReport) -> str:
    """What no kill may bring about; "-" for nothing."""
    counts = {"set_aside": report.set_aside, "regained": report.regained, "failed": report.failed}
    found = [f"{name}={count}" for name, count in counts.items() if count]
    found += [f"new_stream={report.new_stream}"] if report.new_stream else []
    found += [f"replaced={kind}" for kind in report.replaced_kinds]
    return ",".join(found) or "-"


class Clerk:
    """Lends, takes back, renews, takes back by mistake, counts visitors and enters people, in any order."""

    def __init__(self, desk: Desk, random: Random) -> None:
        self.desk, self.random = desk, random
        with desk.database.read() as connection:
            self._members = [member.id for member in all_rows(driver(connection), Member)]
            self._items = [item.id for item in all_rows(driver(connection), Item)]

    def act(self) -> str | None:
        """One piece of work; the event's id, or None where the rules were against it."""
        kinds: list[Callable[[], str]] = [self._scan, self._visit, self._undo, self._register, self._move]
        try:
            return self.random.choices(kinds, [70, 15, 5, 4, 6])[0]()
        except Refused:
            return None

    def _scan(self) -> str:
        item_id = self.random.choice(self._items)
        with self.desk.view() as act:
            item = act.state.get(Item, item_id)
        assert item is not None
        if item.loan_id is None:
            return check_out(self.desk, member_id=self.random.choice(self._members), item_id=item_id).event_id
        if self.random.random() < 0.2:
            return renew(self.desk, item_id=item_id).event_id
        return check_in(self.desk, item_id=item_id).event_id

    def _visit(self) -> str:
        with self.desk.action() as act:
            visitor = self.random.choice([None, *self._members])
            return act.record(e.VisitRecorded(act.new_id(), "member", act.now, act.today, "membaca", visitor))[0]

    def _undo(self) -> str:
        return undo(self.desk, reason="salah pindai").event_id

    def _register(self) -> str:
        with self.desk.action() as act:
            member_id = act.new_id()
            person = e.Person(full_name=f"Anggota {member_id}", phone="0000 000000")
            until = act.today.replace(year=act.today.year + 1, day=1)
            return act.record(e.MemberRegistered(member_id, f"C-{member_id}", "umum", act.today, until, person=person))[
                0
            ]

    def _move(self) -> str:
        with self.desk.action() as act:
            item = act.state.get(Item, self.random.choice(self._items))
            assert item is not None
            place = f"Rak {self.random.randrange(9)}"
            return act.record(e.ItemChanged(item.id, {"location": place}, {"location": item.location}))[0]


# ---- the server -----------------------------------------------------------------------------------------------------


class ServerProcess:
    """`loket server`, as an administrator runs it, on a port of its own of this computer."""

    def __init__(self, folder: Path, database: str | None, program: Sequence[str] = ("-m", "loket")) -> None:
        """`program`: how Python is told to start it."""
        self.folder, self._database, self._program = folder, database, program
        self._process: subprocess.Popen[str] | None = None
        self._log = folder.with_name(folder.name + ".log")

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None and self._process.poll() is None:
            self.kill()

    def start(self) -> None:
        """Begin to start; the port is remembered from the first time."""
        first = [] if (self.folder / "pusat.json").exists() else ["--host", "127.0.0.1", "--port", "0"]
        if first and self._database:
            first += ["--database", self._database.replace("postgresql+psycopg://", "postgresql://", 1)]
        with self._log.open("a") as log:
            self._process = subprocess.Popen(
                self._command("start", *first),
                stdout=subprocess.PIPE,
                stderr=log,
                stdin=subprocess.DEVNULL,
                text=True,
                env=_environment(self.folder),
            )

    def await_ready(self) -> None:
        """It has opened its database and is about to answer."""
        assert self._process is not None
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith("Loket Pusat berjalan"):
                return
        raise AssertionError(f"the server ended with {self._process.wait()}:\n{self._log.read_text()[-3000:]}")

    def look_after(self) -> None:
        """Start it again where it found no database to open, as its service does; it ends for no other reason."""
        assert self._process is not None
        if (code := self._process.poll()) is not None:
            assert code == NO_DATABASE, f"the server ended with {code}:\n{self._log.read_text()[-3000:]}"
            self._gone()
            self.start()

    def kill(self) -> None:
        """SIGKILL."""
        assert self._process is not None
        self._process.kill()
        self._gone()

    def stop(self) -> int:
        """SIGTERM, as the system does it; its exit code."""
        assert self._process is not None
        self._process.terminate()
        return self._gone()

    def say(self, word: str, *more: str) -> str:
        """What another word of `loket server` prints; it must succeed."""
        done = subprocess.run(
            self._command(word, *more),
            capture_output=True,
            text=True,
            env=_environment(self.folder),
            check=False,
        )
        assert done.returncode == 0, f"{word}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout

    def invitation(self) -> tuple[str, str]:
        """Address and code, as printed for a counter, the code with the pin behind it."""
        text = self.say("enrol-code")
        address, code = re.search(r"https://\S+", text), re.search(r"dengan sidik: (.+)\)", text)
        assert address is not None, text
        assert code is not None, text
        return address[0], code[1]

    def _command(self, word: str, *more: str) -> list[str]:
        return [sys.executable, *self._program, "server", word, "--data", str(self.folder), *more]

    def _gone(self) -> int:
        assert self._process is not None
        assert self._process.stdout is not None
        code = self._process.wait(PATIENCE_S)
        self._process.stdout.close()
        return code


def _environment(folder: Path) -> dict[str, str]:
    """Ours, and what is compiled at the first start is kept for the next: most of a start is that."""
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder.with_name("pyc"))}
    return os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | compiled
