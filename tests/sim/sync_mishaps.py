"""What befalls databases and identities: a disk put back, a PC copied, a server restored, a station sent away."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from fakes import KEY
from sync_faults import Fault, Knowledge, remove_database
from sync_reading import heads, journal_places, log_ids, own_heads, place
from sync_template import URL, marks_of
from sync_work import Worker

from loket.db.backup import restore
from loket.db.engine import driver
from loket.db.streams import hash_at
from loket.devices.witness import Witness
from loket.domain.entities import Id
from loket.domain.scope import Scope
from loket.server.callers import Caller, ServerRefused
from loket.sync import wire
from loket.sync.enrol import Invitation, enrol, fill
from loket.sync.transport import Declined, Unreachable

if TYPE_CHECKING:
    from sync_machine import Machine
    from sync_world import World


@dataclass
class IdentityFault:
    """A database that is there twice, or is there again. `twin` is the other machine of a clone."""

    what: str
    station_id: Id
    machine: Machine
    twin: Machine | None
    before: set[Id]  # what was committed until then
    rounds: tuple[int, int]  # of both machines until then
    is_knowable: bool = True  # a restore that nobody outside saw the lost part of cannot be known
    had: dict[bytes, set[tuple[bytes, int]]] = field(default_factory=dict)  # event → its places on the disk that died
    noted: dict[bytes, int] = field(default_factory=dict)  # stream → how far the notes beside the data say it went


def restore_server(world: World, night: int) -> None:
    world.once_stored |= log_ids(world)
    world.server.restore(f"night_{night}", world.template.library_id)
    world.happened(Fault.SERVER_RESTORE)
    reached = heads(world)
    world.acked = {stream: min(seq, reached.get(stream, 0)) for stream, seq in world.acked.items()}


def restore_station(world: World, machine: Machine, night: int) -> None:
    """An image of days ago takes the database's place: by the tool after a disk died, or by hand.

    Whoever has a copy of the journal on a memory stick uses it.
    """
    image = machine.folder / f"image-{night}"
    if not image.exists() or machine.desk is None:
        return
    world.happened(Fault.RESTORE)
    fault = IdentityFault("restore", machine.desk.station.id, machine, None, set(world.committed), (machine.rounds, 0))
    world.identity_faults.append(fault)
    fault.had = journal_places(machine)
    of_this_life = notes_of_its_own(machine)
    mirror = mirror_file(machine)
    if mirror is not None or world.random.random() < 0.3:
        machine.stop()
        remove_database(machine.path)
        new = machine.ids.new()
        restore(image, machine.path, KEY, now=machine.clock.now(), stream_id=new, mirror=mirror)
        by_tool = True
    else:
        by_tool = False
        machine.put_image(image)
    machine.last_round_was_whole = False  # the image may be of a moment between a push and its merge
    if world.random.random() < 0.5:
        (machine.folder / "witness").unlink(missing_ok=True)
        if not by_tool and world.random.random() < 0.8:
            _once_more(world, machine)
    for note in of_this_life & set(machine.witness.all()):
        fault.noted[note.stream_id] = max(note.seq, fault.noted.get(note.stream_id, 0))
    machine.boot()
    assert machine.desk is not None
    fault.is_knowable = by_tool or machine.desk.new_stream != "" or server_knows_more(world, machine)
    for earlier in world.identity_faults:  # what that life opened went with this one, before it told anybody
        if earlier.machine is machine and earlier.rounds[0] == fault.rounds[0]:
            earlier.is_knowable = earlier.is_knowable and fault.is_knowable
    world.log(f"{machine.name} restored from night {night}")


def notes_of_its_own(machine: Machine) -> set[Witness]:
    """The notes about what this database holds: those of an earlier life under the same numbers say nothing of it."""
    assert machine.database is not None
    with machine.database.read() as connection:
        source = driver(connection)
        return {note for note in machine.witness.all() if hash_at(source, note.stream_id, note.seq) == note.hash}


def _once_more(world: World, machine: Machine) -> None:
    """It works without a line today; after it has told tomorrow what it did, today's image is put back again."""
    number, day = world.machines.index(machine), world.day
    machine.offline_until = max(machine.offline_until, day)
    world.calendar.stations.setdefault((day + 2, number), []).append(Fault.RESTORE)
    world.calendar.copy_from[day + 2, number] = day


def server_knows_more(world: World, machine: Machine) -> bool:
    """Has the server more of this database's own stream than the database?"""
    theirs = heads(world)
    return any(theirs.get(stream, 0) > seq for stream, seq in own_heads(machine).items())


def mirror_file(machine: Machine) -> Path | None:
    if machine.mirror is None:
        return None
    return next((path for path in machine.mirror.glob("*.lktmirror") if path.stem.count("-") == 1), None)


def clone(world: World, machine: Machine) -> None:
    """The whole disk copied onto another PC; both go on."""
    if machine.database is None or machine.desk is None:
        return
    world.happened(Fault.CLONE)
    number = len(world.machines)
    same = world.random.random() < 0.3
    name = f"k{number}"
    clone = world.machine(name, 0x100 + number, house=machine.house, marks=machine.marks if same else marks_of(name))
    machine.copy_to(clone.path)
    clone.is_clone, clone.newer = True, machine.newer
    clone.last_round_was_whole = machine.last_round_was_whole
    world.machines.append(clone)
    world.workers[name] = Worker(clone, world.people, world.random)
    rounds = (clone.rounds, machine.rounds)
    world.identity_faults.append(
        IdentityFault("clone", machine.desk.station.id, clone, machine, set(world.committed), rounds)
    )
    clone.start()
    world.log(f"{name} cloned from {machine.name}, {'same' if same else 'other'} marks")


def replay_old(world: World, machine: Machine) -> None:
    """Somebody's proxy sends batches of the last week again, in any order: the server must not change."""
    old = [sent for sent in machine.line.sent if world.day - sent.day <= 7]
    if not old or machine.desk is None or world.is_offline(machine):
        return
    world.happened(Fault.OLD_BATCH)
    before = place(world)
    reached = heads(world)
    for sent in world.random.sample(old, min(len(old), 3)):
        batch = wire.decode(sent.body, wire.Batch)
        known = reached.get(batch.stream_id, 0) >= batch.to_seq
        caller = Caller(Id(batch.library_id.hex()), Id(batch.station_id.hex()), Scope.FULL)
        try:
            with Knowledge.of(world.server_is_current):
                world.server.pusat.push(caller, batch)
        except ServerRefused:
            known = False
        if known and place(world) != before:
            world.complain("4 exactly once", f"a batch of {machine.name} sent again changed the server")
        before = place(world)


def join_again(world: World, machine: Machine) -> None:
    """With a code: a clone becomes a station of its own, a revoked one is itself again."""
    assert machine.desk is not None
    assert machine.database is not None
    station = machine.desk.station
    known = {one.station_id for one in world.server.pusat.stations(world.template.library_id)}
    code = world.server.pusat.new_code(
        world.template.library_id,
        station_id=None if machine.is_clone or station.id not in known else station.id,  # a server put back forgot it
        station_name=f"{station.name} {machine.name}",
        station_code=f"{station.code}-{machine.name}".upper(),
        profile=station.profile,
    )
    world.revoked.discard(station.id)
    machine.line.planned.clear()
    try:
        desk = enrol(
            machine.database,
            machine.clock,
            machine.ids,
            Invitation(URL, code),
            marks=machine.marks,
            transport=machine.line,
        )
        with Knowledge.of(machine.newer):
            fill(desk, machine.line)
    except (Unreachable, Declined) as error:
        world.log(f"{machine.name} could not join again: {error}")
        return
    machine.is_clone, machine.was_clone = False, machine.is_clone
    machine.restart()
    world.log(f"{machine.name} joined again")
