"""One seed, one library: stations that work and sync for days while everything goes wrong, then three quiet rounds.

The world keeps books of its own: every event whose commit returned at a desk, every acknowledgement of the server,
every copy and loss of a disk. `sync_invariants` holds the real modules against them.
"""

from __future__ import annotations

import hashlib
import secrets
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

from sync_clocks import SimClock, SimIds
from sync_faults import (
    DAY_MS,
    IN_A_ROUND,
    LONGEST_OUTAGE,
    WRONG_CLOCKS,
    Calendar,
    Fault,
    Knowledge,
    Trap,
    draw_calendar,
    is_poisoned,
    poisoned_server,
    watched_databases,
)
from sync_invariants import check_all
from sync_machine import Machine, Origin, Recorder
from sync_mishaps import IdentityFault, clone, join_again, replay_old, restore_server, restore_station
from sync_moments import check_cursor, check_reopened, check_view
from sync_reading import heads
from sync_server import Server
from sync_template import Template, marks_of
from sync_work import People, Worker

from loket.db.journal import Journal
from loket.domain.entities import Id, Operator
from loket.server import system
from loket.services.desk import all_rows
from loket.sync import wire
from loket.sync.client import RoundReport

OPENS_MS, CLOSES_MS = 2 * 3_600_000, 10 * 3_600_000
ACTIONS = (15, 24)  # tries of a station in a day; some are refused
HOUSE_ACTIONS = (5, 12)
ROUNDS = 3  # a station's, once everything works again
MOST_MACHINES = 12


@dataclass(frozen=True)
class Options:
    stations: int = 8
    days: int = 30
    house: int = 2
    faults: bool = True
    trouble: int = 1  # how much likelier rare faults are


class World:
    """Run with `run()`; then `log`, `broken` and the server tell what came of it."""

    def __init__(self, seed: int, template: Template, folder: Path, options: Options) -> None:
        self.seed, self.template, self.folder, self.options = seed, template, folder, options
        self.random = Random(seed)
        self.now_ms = template.now_ms
        self.day = -1
        self.lines: list[str] = []
        self.faults: Counter[str] = Counter()
        self.broken: list[str] = []
        self.recorder = Recorder()
        self.committed: dict[Id, Origin] = {}
        self.once_stored: set[bytes] = set()  # in the server's log before one of its restores
        self.server_is_current = False
        self.server_is_ill = True
        self.acked: dict[bytes, int] = {}
        self.library_offline_until = -1
        self.revoked: set[Id] = set()
        self.identity_faults: list[IdentityFault] = []
        self.calendar = Calendar()
        self.in_liveness = False
        self.requests_when_idle: list[tuple[str, int, int]] = []
        self.lost = self.doubled = 0
        self.named = 0  # ranges of numbers that a case says nobody has
        self.destroyed = 0  # events that no disk has any more, by a restore without a mirror
        self.final_log: list[tuple[Any, ...]] = []  # (place, event, kind, outcome)
        self.final_rows: dict[str, int] = {}  # table → digest of the server's rows

    # ---- running --------------------------------------------------------------------------------------------------

    def run(self) -> None:
        with ExitStack() as stack:
            for context in self._surroundings():
                stack.enter_context(context)
            self._begin()
            stack.callback(self._end)
            if self.options.faults:
                self.calendar = draw_calendar(
                    self.random, self.options.days, self.options.stations, self.options.trouble
                )
            for day in range(self.options.days):
                self._live(day)
                if self.broken:
                    return
            self._come_to_rest()
            if not self.broken:
                check_all(self)

    def _surroundings(self) -> list[Any]:
        """Chance from the seed wherever the modules draw lots, databases that can be killed, handlers that fail."""
        entropy = Random(self.seed ^ 0x5EED)
        return [
            mock.patch.object(secrets, "token_bytes", lambda size=32: entropy.randbytes(size)),
            mock.patch.object(secrets, "token_hex", lambda size=32: entropy.randbytes(size).hex()),
            watched_databases(),
            poisoned_server(lambda: self.server_is_ill and self.options.faults, self.options.trouble),
            mock.patch.object(Journal, "append", self._recording(Journal.append)),
        ]

    def _recording(self, real: Callable[..., Any]) -> Callable[..., Any]:
        recorder = self.recorder

        def append(journal: Journal, stamp: Any, event: Any) -> Any:
            head = real(journal, stamp, event)
            recorder.appended(stamp.event_id, type(event).__name__)
            return head

        return append

    def _begin(self) -> None:
        t, options = self.template, self.options
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        clock = SimClock(lambda: self.now_ms, "pusat")
        disk = t.server_disk(self.folder / "pusat", f"{t.postgres_name}_{self.seed}")
        ids = SimIds(lambda: self.now_ms, 0xE0000)
        self.server = Server(disk, clock, ids, Random(self.seed ^ 0xF00D), t.personal)
        self.people = People(t.admin, list(t.operators))
        self.people.members, self.people.items = list(t.members), list(t.items)
        self.people.titles, self.people.barcodes = list(t.titles), list(t.barcodes)
        self.people.made = 100
        self.machines = [self._station(number) for number in range(options.stations)]
        self.workers = {machine.name: Worker(machine, self.people, self.random) for machine in self.machines}

    def _station(self, number: int) -> Machine:
        name = f"s{number}"
        machine = self.machine(name, number + 1, house=number in self.template.house, marks=marks_of(name))
        shutil.copyfile(self.template.file(number), machine.path)
        machine.is_admin = number == 0
        machine.newer = number == 1
        machine.start()
        if number % 2 == 0:
            machine.mirror = machine.folder / "stick"
            machine.mirror.mkdir()
        return machine

    def machine(self, name: str, node: int, *, house: bool, marks: tuple[str, ...]) -> Machine:
        folder = self.folder / name
        folder.mkdir()
        return Machine(self, name, node, folder, house=house, marks=marks)

    def _end(self) -> None:
        for machine in self.machines:
            machine.stop()
        self.server.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    # ---- a day ----------------------------------------------------------------------------------------------------

    def _live(self, day: int) -> None:
        self.day = day
        self.now_ms = max(self.now_ms, self.template.now_ms + (day + 1) * DAY_MS)
        dawn = self.now_ms
        self._library_morning(day)
        for machine in list(self.machines):
            self._morning(machine, day)
        hours = [item for machine in self.machines for item in self._plan(machine, day)]
        for at_ms, _, work in sorted(hours, key=lambda item: item[:2]):
            self.now_ms = max(self.now_ms, dawn + at_ms)
            work()
            if self.broken:
                return
        self.now_ms = max(self.now_ms, dawn + CLOSES_MS + 3_600_000)
        self._evening(day)

    def _library_morning(self, day: int) -> None:
        for fault in self.calendar.library.get(day, []):
            if fault is Fault.LIBRARY_OFFLINE:
                self.library_offline_until = day + self.random.randint(1, LONGEST_OUTAGE) - 1
                self.happened(fault)
            elif fault is Fault.SERVER_RESTORE:
                restore_server(self, self.calendar.server_copy_from[day])
            elif fault is Fault.OPERATOR_OUT:
                worker = self.workers[self.machines[0].name]
                self.machines[0].act("toggle_operator", worker.toggle_operator)
                self.happened(fault)

    def _morning(self, machine: Machine, day: int) -> None:
        faults = self._faults_of(machine, day)
        if machine.clock.error_ms and self.random.random() < 0.3:
            machine.clock.error_ms = 0
        if Fault.CLOCK in faults:
            machine.clock.error_ms = self.random.choice(WRONG_CLOCKS)
            self.happened(Fault.CLOCK)
        if Fault.OFFLINE in faults:
            machine.offline_until = day + self.random.randint(1, LONGEST_OUTAGE) - 1
            self.happened(Fault.OFFLINE)
        if Fault.RESTORE in faults:
            restore_station(self, machine, self.calendar.copy_from[day, self._number(machine)])
        elif self.random.random() < 0.7:  # others are left on over night
            machine.boot()
        if Fault.CLONE in faults and len(self.machines) < MOST_MACHINES:
            clone(self, machine)
        if Fault.REVOKED in faults:
            assert machine.desk is not None
            self.server.pusat.revoke(self.template.library_id, machine.desk.station.id)
            self.revoked.add(machine.desk.station.id)
            self.happened(Fault.REVOKED)

    def _faults_of(self, machine: Machine, day: int) -> list[Fault]:
        """A clone has its days of trouble too: those of another station, shifted."""
        number = self._number(machine)
        if number < self.options.stations:
            return self.calendar.of(day, number)
        others = self.calendar.of((day + number) % self.options.days, number % self.options.stations)
        return [fault for fault in others if fault not in (Fault.RESTORE, Fault.CLONE, Fault.REVOKED)]

    def _number(self, machine: Machine) -> int:
        return self.machines.index(machine)

    def _plan(self, machine: Machine, day: int) -> list[tuple[int, int, Callable[[], object]]]:
        """The day's work and rounds: (when, tie-break, what)."""
        r, worker = self.random, self.workers[machine.name]
        least, most = HOUSE_ACTIONS if machine.house else ACTIONS
        count = r.randint(least, most)
        faults = self._faults_of(machine, day)
        machine.line.plan([fault for fault in faults if fault in IN_A_ROUND], r)
        at = sorted(r.randint(OPENS_MS, CLOSES_MS) for _ in range(count))
        kill_at = r.randrange(count) if Fault.KILL in faults else -1
        full_at = r.randrange(count) if Fault.DISK_FULL in faults else -1
        jump_at = r.randrange(count) if Fault.CLOCK in faults and r.random() < 0.3 else -1
        planned: list[tuple[int, int, Callable[[], object]]] = []
        for number, ms in enumerate(at):
            doing = self._doing(machine, worker, kill=number == kill_at, full=number == full_at, jump=number == jump_at)
            planned.append((ms, self._number(machine), doing))
        for name, ms, chance in (
            ("open", OPENS_MS - 1, 0.3),
            ("noon", 6 * 3_600_000, 0.2),
            ("close", CLOSES_MS + 1, 0.8),
        ):
            if r.random() < chance:
                killed = Fault.KILL_ROUND in faults and name == "close"
                planned.append((ms + self._number(machine), 50, self._round(machine, worker, killed=killed)))
        if Fault.OLD_BATCH in faults:
            planned.append((r.randint(OPENS_MS, CLOSES_MS), 60, lambda: replay_old(self, machine)))
        return planned

    def _doing(self, machine: Machine, worker: Worker, *, kill: bool, full: bool, jump: bool) -> Callable[[], object]:
        def work() -> None:
            if machine.desk is None:
                return
            trap, free = None, None
            if kill:
                trap = Trap(str(machine.path), self.random.randint(1, 22), after=self.random.random() < 0.25)
            if full and self.random.random() < 0.5:
                free = machine.fill_disk()
            elif full:
                trap = Trap(str(machine.path), self.random.randint(1, 20), full=True)
            if jump:
                machine.clock.error_ms += self.random.choice(WRONG_CLOCKS)
            chosen = worker.choose()
            machine.act(chosen.__name__, chosen, trap)
            if free is not None:
                for _ in range(3):
                    again = worker.choose()
                    machine.act(again.__name__, again)
                free()
            if full or (trap is not None and trap.sprung):
                self.happened(Fault.DISK_FULL if full else Fault.KILL)

        return work

    def _round(self, machine: Machine, worker: Worker, *, killed: bool) -> Callable[[], object]:
        def work() -> None:
            trap = (
                Trap(str(machine.path), self.random.randint(1, 160), after=self.random.random() < 0.2)
                if killed
                else None
            )
            if self.random.random() < 0.3:
                left = self.random.randint(0, 3)

                def meanwhile() -> None:
                    nonlocal left
                    left -= 1
                    if left > 0:
                        machine.line.meanwhile = meanwhile
                        return
                    chosen = worker.choose()
                    machine.act(f"(in a round) {chosen.__name__}", chosen)

                machine.line.meanwhile = meanwhile
            machine.sync(trap)
            machine.line.meanwhile = None
            if trap is not None and trap.sprung:
                self.happened(Fault.KILL_ROUND)

        return work

    def _evening(self, day: int) -> None:
        for machine in self.machines:
            if machine.desk is not None and self.random.random() < 0.8:
                machine.keep_mirror()
        for number in self.calendar.copies_of_night(day):
            machine = self.machines[number]
            if machine.database is not None:
                machine.copy_to(machine.folder / f"image-{day}")
        if day in self.calendar.server_copy_from.values():
            self.server.copy(f"night_{day}")

    # ---- what the machines tell -----------------------------------------------------------------------------------

    def log(self, line: str) -> None:
        self.lines.append(f"{self.day} {line}")

    def complain(self, invariant: str, text: str) -> None:
        self.broken.append(f"{invariant}: {text}")

    def happened(self, fault: Fault) -> None:
        self.faults[fault.value] += 1

    def is_offline(self, machine: Machine) -> bool:
        return not self.in_liveness and max(machine.offline_until, self.library_offline_until) >= self.day

    def operator_for(self, machine: Machine) -> Operator | None:
        assert machine.desk is not None
        with machine.desk.view() as act:
            known = all_rows(act.driver, Operator)
        wanted = [self.people.admin] if machine.is_admin else self.people.operators
        active = [who for who in known if who.active and who.id in wanted]
        return self.random.choice(active or [who for who in known if who.id == self.people.admin])

    def count_done(self, machine: Machine, made: list[tuple[Id, str]]) -> None:
        assert machine.desk is not None
        for event_id, kind in made:
            self.committed[event_id] = Origin(machine.name, machine.desk.station.id, machine.desk.stream_id, kind)
            if kind == "ShelfCounted":
                self.happened(Fault.NEWER_EVENT)
            if is_poisoned(event_id, kind, self.options.trouble):
                self.happened(Fault.POISON)

    def clock_doubted(self, machine: Machine) -> None:
        """The desk asks for the date; mostly somebody looks at it and says yes."""
        if self.random.random() < 0.5:
            machine.act("confirm_clock", self.workers[machine.name].confirm_clock)

    def after_kill(self, machine: Machine, made: list[tuple[Id, str]] | None) -> None:
        """The PC comes back. Its database must open whole, and hold all of the action or nothing."""
        machine.stop()
        machine.boot()
        check_reopened(self, machine, made)

    def after_round(self, machine: Machine, report: RoundReport) -> None:
        if report.replaced_kinds or report.mismatched_kinds:
            kinds = ", ".join(report.replaced_kinds)
            self.complain("19 cursor safety", f"{machine.name} had other rows than the server: {kinds}")
        if report.failed:
            self.complain("18 nothing silent", f"{machine.name}: {report.failed} own events could not be booked again")
        if self.random.random() < 0.04:
            check_cursor(self, machine)
            check_view(self, machine)

    def declined(self, machine: Machine, code: str) -> None:
        """The server says no to a station: its operator gets a new code, some day."""
        if code == "challenge" and not self.in_liveness:
            return  # a hello delivered twice: the second answer is a no, and the next round is a new one
        if code not in ("clone", "revoked", "signature"):  # the last: it was joined anew since, under a new key
            self.complain("24 liveness", f"{machine.name} was declined: {code}")
        elif self.in_liveness or self.random.random() < 0.2:
            join_again(self, machine)

    def acknowledged(self, machine: Machine, body: bytes, answer: bytes) -> None:
        told = wire.decode(answer, wire.PushAnswer)
        if told.verdict == "taken":
            stream = wire.decode(body, wire.Batch).stream_id
            self.acked[stream] = max(self.acked.get(stream, 0), told.seq)

    def after_crash(self) -> None:
        """6: whatever the server ever said yes to is there after it died and came back."""
        reached = heads(self)
        for stream, seq in self.acked.items():
            if reached.get(stream, 0) < seq:
                self.complain(
                    "6 ack honesty", f"stream {stream.hex()}: {seq} acknowledged, {reached.get(stream, 0)} there"
                )

    # ---- rest -----------------------------------------------------------------------------------------------------

    def _come_to_rest(self) -> None:
        """Faults stop, the server is mended and brought up to date, every station has its rounds."""
        self.day, self.in_liveness = self.options.days, True
        self.now_ms += DAY_MS
        self.server_is_ill, self.server_is_current = False, True
        with Knowledge.of(True):
            system.replay(self.server.pusat, self.template.library_id)
        for machine in self.machines:
            machine.line.planned.clear()
            if machine.desk is None:
                machine.start()
            if machine.desk is not None and (machine.is_clone or machine.desk.station.id in self.revoked):
                join_again(self, machine)
        for _ in range(ROUNDS):
            for machine in self.machines:
                self.now_ms += 60_000
                machine.sync()
        for machine in self.machines:
            machine.sync()
            self.requests_when_idle.append((machine.name, machine.line.requests, machine.line.bytes))

    # ---- looking at the server ------------------------------------------------------------------------------------

    def personal_of(self, row: Any) -> bytes | None:
        """An event's personal part as it arrived; the template's events are in the log alone."""
        arrived = self.server.personal.get(row.sent_id or row.event_id)
        if arrived is not None or row.personal is None:
            return arrived
        return self.server.pusat.keys.unseal(row.personal, row.library_id, row.event_id)

    @property
    def summary(self) -> tuple[int, int]:
        """(events, faults)."""
        return len(self.committed), sum(self.faults.values())

    def digest(self) -> str:
        return hashlib.sha256("\n".join(self.lines).encode()).hexdigest()
