"""One PC of the simulated library: its clock, its disk, its program; and its line to the server, which is a bad one."""

from __future__ import annotations

import logging
import shutil
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import msgspec
from fakes import KEY
from sync_clocks import SimClock, SimIds
from sync_faults import Fault, Killed, Knowledge, ServerCrashed, Trap, remove_database, trapped
from sync_work import EXPECTED
from zstandard import ZstdCompressor

from loket.db.engine import Database, driver, open_database
from loket.db.mirror import mirror_journal
from loket.devices.witness import WitnessFile
from loket.domain.entities import Id
from loket.domain.errors import RefusalCode, Refused, StorageError
from loket.server.callers import ServerRefused
from loket.services.desk import Desk, open_desk
from loket.sync import wire
from loket.sync.client import Confused, RoundReport, sync_round
from loket.sync.transport import Declined, Unreachable

if TYPE_CHECKING:
    from sync_world import World

logging.getLogger("loket").setLevel(logging.CRITICAL)


@dataclass
class Origin:
    """An event whose commit returned: where it was made."""

    machine: str
    station_id: Id
    stream_id: Id
    kind: str


class Machine:
    """A PC with a station's database. A clone is another Machine with the same station."""

    def __init__(
        self, world: World, name: str, node: int, folder: Path, *, house: bool, marks: tuple[str, ...]
    ) -> None:
        self.world, self.name, self.folder, self.house = world, name, folder, house
        self.path = folder / "loket.db"
        self.marks = marks
        self.clock = SimClock(lambda: world.now_ms, name)
        self.ids = SimIds(lambda: world.now_ms + self.clock.error_ms, node)
        self.line = Line(self)
        self.desk: Desk | None = None
        self.database: Database | None = None
        self.is_admin = False
        self.newer = False
        self.mirror: Path | None = None
        self.offline_until = -1  # day
        self.is_clone = self.was_clone = False
        self.last_round_was_whole = True
        self.rounds = 0

    # ---- the program ----------------------------------------------------------------------------------------------

    @property
    def witness(self) -> WitnessFile:
        return WitnessFile(self.folder / "witness")

    def start(self) -> Desk:
        """Open the database and the desk, as the program does when it starts."""
        self.database = open_database(self.path, KEY)
        desk = open_desk(self.database, self.clock, self.ids, machine=self.marks, witness=self.witness)
        assert desk is not None, f"{self.name}: the database has no desk"
        self.desk = desk
        self._sign_in()
        return desk

    def _sign_in(self) -> None:
        """Whoever this desk believes to be working here."""
        assert self.desk is not None
        self.desk.operator = self.world.operator_for(self)

    def stop(self) -> None:
        """The program ends, or dies: what was not committed is gone."""
        if self.database is not None:
            self.database.close()
        self.desk = self.database = None

    def restart(self) -> None:
        self.stop()
        self.start()

    def boot(self) -> None:
        self.clock.boot()
        self.restart()

    # ---- work -----------------------------------------------------------------------------------------------------

    def act(self, name: str, work: Callable[[], object], trap: Trap | None = None) -> str:
        """One action with its outcome. What it recorded counts as done only when it returned."""
        world = self.world
        made = world.recorder.begin()
        try:
            with trapped(trap), Knowledge.of(self.newer):
                work()
            outcome = "done" if made else "nothing"
            world.count_done(self, made)
        except EXPECTED as refused:
            outcome = str(refused.args[0])
            if isinstance(refused, Refused) and refused.code is RefusalCode.CLOCK_DOUBTFUL:
                world.clock_doubted(self)
        except StorageError as error:
            outcome = f"storage {error.code}"
        except Killed:
            outcome = "killed"
            world.after_kill(self, made)
        finally:
            world.recorder.end()
        world.log(f"{self.name} {name}: {outcome} {len(made)}")
        return outcome

    def sync(self, trap: Trap | None = None) -> RoundReport | None:
        """One round; None when it broke off."""
        if self.desk is None:
            return None
        world, report, outcome = self.world, None, ""
        self.line.begin()
        self.last_round_was_whole = False
        try:
            with trapped(trap), Knowledge.of(self.newer):
                report = sync_round(self.desk, self.line)
            outcome = f"pushed {report.pushed} pulled {report.pulled} {report.new_stream}".strip()
        except Unreachable as error:
            outcome = f"unreachable {error.code}"
        except Declined as error:
            outcome = f"declined {error.code}"
            world.declined(self, error.code)
        except StorageError as error:
            outcome = f"storage {error.code}"
        except Killed:
            outcome = "killed"
            world.after_kill(self, None)
        except Confused as error:
            outcome = f"confused {error}"
            world.complain("confused", f"{self.name}: {error}")
        world.log(f"{self.name} sync: {outcome} ({self.line.requests} requests)")
        if report is not None:
            self.last_round_was_whole = True
            self.rounds += not self.was_clone
            world.after_round(self, report)
        return report

    # ---- the disk -------------------------------------------------------------------------------------------------

    def keep_mirror(self) -> None:
        if self.mirror is not None and self.database is not None:
            mirror_journal(self.database, self.mirror)

    def copy_to(self, target: Path) -> None:
        """The database file as an image of this moment."""
        assert self.database is not None
        self.database.checkpoint()
        shutil.copyfile(self.path, target)

    def put_image(self, image: Path) -> None:
        self.stop()
        remove_database(self.path)
        shutil.copyfile(image, self.path)

    def fill_disk(self) -> Callable[[], None]:
        """The database can take no further page. Returns what frees the disk again."""
        assert self.database is not None
        with self.database.write() as connection:
            source = driver(connection)
            pages = source.execute("PRAGMA page_count").fetchone()[0]
            source.execute(f"PRAGMA max_page_count = {pages}").fetchall()
        database = self.database

        def free() -> None:
            with suppress(Exception), database.write() as connection:
                driver(connection).execute("PRAGMA max_page_count = 1073741823").fetchall()

        return free


@dataclass
class Sent:
    """A batch that once went over the line, for those who send it again."""

    day: int
    body: bytes


class Line:
    """`Transport` from one machine to the server. What goes wrong on it is told beforehand, request by request."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self.planned: deque[tuple[int, Fault]] = deque()  # (requests from now, what happens)
        self.sent: deque[Sent] = deque(maxlen=12)
        self.requests = self.bytes = 0
        self.meanwhile: Callable[[], None] | None = None  # what happens at the desk during a round

    def begin(self) -> None:
        self.requests = self.bytes = 0

    def plan(self, faults: list[Fault], random: Random) -> None:
        self.planned = deque(sorted((random.randint(1, 6), fault) for fault in faults))

    def call(self, path: str, body: bytes, token: str = "") -> bytes:
        world, machine = self._machine.world, self._machine
        self.requests += 1
        self.bytes += passed(body)
        world.now_ms += 40
        if world.is_offline(machine):
            raise Unreachable("offline")
        fault = self._fault()
        if fault is not None:
            world.happened(fault)
        if fault in (Fault.LOST_BEFORE, Fault.PORTAL):
            raise Unreachable("portal" if fault is Fault.PORTAL else "timeout")
        if fault is Fault.CUT:
            self._cut(path, body, token)
        answer = self._send(
            path, body, token, crash_at=world.random.randint(1, 40) if fault is Fault.SERVER_CRASH else None
        )
        if path == "push":
            self.sent.append(Sent(world.day, body))
        if fault is Fault.DUPLICATE:
            for _ in range(world.random.randint(1, 4)):
                answer = self._send(path, body, token)
        if self.meanwhile is not None:
            work, self.meanwhile = self.meanwhile, None
            work()
        if fault is Fault.LOST_AFTER:
            raise Unreachable("timeout")
        self.bytes += passed(answer)
        if path == "push":
            world.acknowledged(machine, body, answer)
        if fault is Fault.SERVER_CRASH:
            world.after_crash()
        return answer

    def _fault(self) -> Fault | None:
        self.planned = deque((left - 1, fault) for left, fault in self.planned)
        if self.planned and self.planned[0][0] <= 0:
            return self.planned.popleft()[1]
        return None

    def _send(self, path: str, body: bytes, token: str, *, crash_at: int | None = None) -> bytes:
        world = self._machine.world
        try:
            with Knowledge.of(world.server_is_current), trapped(None):
                return world.server.call(path, body, token, crash_at=crash_at)
        except ServerCrashed:
            world.after_crash()
            raise Unreachable("offline") from None
        except ServerRefused as refused:
            if refused.status >= 500:
                raise Unreachable("server", refused.code) from refused
            raise Declined(refused.status, wire.Problem(refused.code, refused.detail)) from refused

    def _cut(self, path: str, body: bytes, token: str) -> None:
        """Half a request: what arrives is no message, and the server must not take it for one."""
        half = body[: self._machine.world.random.randrange(len(body))]
        try:
            self._send(path, half, token)
        except (msgspec.MsgspecError, Declined):
            raise Unreachable("timeout") from None
        raise AssertionError(f"the server took {len(half)} of {len(body)} bytes of {path}")


def passed(body: bytes) -> int:
    """How many bytes go over the line: what is long is packed, as by the real transport."""
    return len(body) if len(body) < wire.PACK_FROM else len(ZstdCompressor(level=3).compress(body))


@dataclass
class Recorder:
    """Every event appended to a journal while something runs, as the journal tells; nested for work in a round."""

    open: list[list[tuple[Id, str]]] = field(default_factory=list)

    def begin(self) -> list[tuple[Id, str]]:
        self.open.append([])
        return self.open[-1]

    def end(self) -> None:
        self.open.pop()

    def appended(self, event_id: Id, kind: str) -> None:
        if self.open:
            self.open[-1].append((event_id, kind))
