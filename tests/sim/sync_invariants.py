"""What must hold once everything has come to rest: one function for each invariant.

The numbers are those of the sync specification. Left out is 17: there are no lockers yet. 14 and 22 are in
`sync_invariants_money`. 2 and 3 are looked at after kills (`sync_moments`), 6 after every crash of the server
(`World.after_crash`), 4 also when a batch is sent again.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from sync_faults import Knowledge
from sync_invariants_house import one_locker
from sync_invariants_money import money, monotone_receipts
from sync_moments import check_cursor
from sync_reading import (
    Seen,
    all_of,
    as_bytes,
    as_scope_sees,
    bodies,
    everything,
    fold,
    journal_ids,
    journal_places,
    mirror_ids,
    own_heads,
    own_rows,
    place,
    scope_of_machine,
    wire_of,
)
from sync_work import CANARY, NAME

from loket.db.engine import driver
from loket.db.journal import GENESIS, first_break, seal
from loket.db.rows import id_bytes, mapper
from loket.db.streams import pending
from loket.domain.cases import CaseClass, detail_of
from loket.domain.decisions import ARRIVED
from loket.domain.entities import KINDS, Case, Id, Item, Loan, LoanEnd, Member
from loket.domain.scope import Scope, kinds_of
from loket.sync.wire import row_digest, row_values

if TYPE_CHECKING:
    from sync_mishaps import IdentityFault
    from sync_world import World


def check_all(world: World) -> None:
    """Every invariant in order; what is broken is told to the world."""
    seen = Seen(world)
    for check in CHECKS:
        before = len(world.broken)
        check(world, seen)
        del world.broken[before + 3 :]
    world.final_log = [(row.log_seq, row.event_id.hex(), row.type, row.outcome) for row in seen.log]
    for (kind, key), values in sorted(seen.rows.items()):
        world.final_rows[kind] = world.final_rows.get(kind, 0) ^ row_digest(kind, key, values)


def no_loss(world: World, seen: Seen) -> None:
    """1: every event on a surviving disk is in the log; of those nobody has any more a case speaks.

    Unless nobody can know of them: put back by hand, without the note beside the database, before the server heard.
    """
    stored = set(seen.by_id) | {row.sent_id for row in seen.log if row.sent_id}
    surviving: set[bytes] = set()
    for machine in world.machines:
        on_disk = journal_ids(machine) | mirror_ids(machine)
        surviving |= on_disk
        missing = on_disk - stored
        if missing:
            world.complain(
                "1 no loss", f"{len(missing)} events of {machine.name} never arrived, such as {min(missing).hex()}"
            )
    cased = {case.entity for case in seen.cases if case.cls.startswith("SYS_")}
    cased |= {fault.station_id for fault in world.identity_faults if not fault.is_knowable}
    for event_id, origin in world.committed.items():
        if id_bytes(event_id) not in stored and id_bytes(event_id) not in surviving and origin.station_id not in cased:
            world.complain("1 no loss", f"{event_id} of {origin.machine} is nowhere, and no case says so")
            return
    gone = {id_bytes(event_id) for event_id in world.committed} - stored
    _ranges_named(world, seen, gone - surviving)
    world.lost, world.destroyed = len(gone & surviving), len(gone - surviving)


def _ranges_named(world: World, seen: Seen, nowhere: set[bytes]) -> None:
    """Of what nobody has any more, a case names station and numbers, as far as a note beside the data told.

    A note has the hash of its end alone: of two lives under the same numbers it cannot tell where they parted, and
    the case names the end.
    """
    named = []
    lives = _lives(world)
    for case in seen.cases:
        if case.cls == CaseClass.SYS_LOST and case.choice != ARRIVED:  # open, or somebody read it
            detail = detail_of(case)
            named.append((case.entity, bytes.fromhex(detail["stream"]), range(detail["found"] + 1, detail["last"] + 1)))
    for fault in world.identity_faults:
        for event_id in nowhere & fault.had.keys():
            told = {place for place in fault.had[event_id] if place[1] <= fault.noted.get(place[0], 0)}
            if told and not any(
                station in _names_of(fault)
                and stream == lost
                and (seq in numbers or (len(lives[stream, seq]) > 1 and seq < numbers.stop))
                for lost, seq in told
                for station, stream, numbers in named
            ):
                world.complain("1 no loss", f"{event_id.hex()} of {fault.machine.name} is lost; no case names {told}")
                return
    world.named = len(named)


def _lives(world: World) -> dict[tuple[bytes, int], set[bytes]]:
    """The events that ever stood at a place, on a disk that died or on one that lives."""
    found = defaultdict[tuple[bytes, int], set[bytes]](set)
    for journal in [fault.had for fault in world.identity_faults] + [journal_places(one) for one in world.machines]:
        for event_id, places in journal.items():
            for stands_at in places:
                found[stands_at].add(event_id)
    return found


def _names_of(fault: IdentityFault) -> set[Id]:
    """Under which stations the machine has spoken since: a copy is another one after it joined anew."""
    desk = fault.machine.desk
    return {fault.station_id} | ({desk.station.id} if desk else set())


def exactly_once(world: World, seen: Seen) -> None:
    """4: no event has two places in the log."""
    counts = Counter(row.event_id for row in seen.log)
    doubled = [event_id.hex() for event_id, count in counts.items() if count > 1]
    said = Counter((row.sent_id or row.event_id, row.content_hash) for row in seen.log)
    doubled += [event_id.hex() for (event_id, _), count in said.items() if count > 1]
    world.doubled = len(doubled)
    if doubled:
        world.complain("4 exactly once", f"twice in the log: {doubled[0]}")


def gapless(world: World, seen: Seen) -> None:
    """5: the log's numbers are 1…n; change numbers are given once, none above the head."""
    if [row.log_seq for row in seen.log] != list(range(1, len(seen.log) + 1)):
        world.complain("5 gapless total order", "the log has gaps")
    head = place(world)
    if head[0] != len(seen.log):
        world.complain("5 gapless total order", f"the head says {head[0]}, the log has {len(seen.log)}")
    numbers = list(seen.changes.values())
    if len(set(numbers)) != len(numbers) or max(numbers, default=0) > head[1]:
        world.complain("5 gapless total order", "change numbers given twice, or above the head")


def streams_whole(world: World, seen: Seen) -> None:
    """7: every stream is gapless and its chain verifies from the beginning, here and at the stations, to one hash."""
    for stream_id, positions in seen.positions.items():
        previous = GENESIS
        for number, position in enumerate(positions, start=1):
            row = seen.by_id[position.event_id]
            header = [stream_id, number, *wire_of(row)[:12]]
            header[2] = row.sent_id or row.event_id
            previous = seal(previous, tuple(header), row.body.encode(), row.personal_commit)
            if position.seq != number or position.hash != previous:
                world.complain("7 stream integrity", f"stream {stream_id.hex()} breaks at {number}")
                break
        stream = seen.streams[stream_id]
        if (stream.head_seq, stream.head_hash) != (len(positions), previous):
            world.complain("7 stream integrity", f"stream {stream_id.hex()}: its head is not its end")
    ours = {(stream_id, p.seq): p.hash for stream_id, ps in seen.positions.items() for p in ps}
    for machine in world.machines:
        assert machine.database is not None
        with machine.database.read() as connection:
            source = driver(connection)
            if first_break(source) is not None:
                world.complain("7 stream integrity", f"the journal of {machine.name} does not verify")
            acked = dict(source.execute("SELECT stream_id, acked_seq FROM push_state").fetchall())
            for stream_id, seq, hash_ in source.execute("SELECT stream_id, seq, hash FROM journal").fetchall():
                if seq <= acked.get(stream_id, 0) and ours.get((stream_id, seq)) != hash_:
                    world.complain(
                        "7 stream integrity", f"{machine.name} and the server differ at {stream_id.hex()}:{seq}"
                    )
                    return


def station_order(world: World, seen: Seen) -> None:
    """8: what came first at a station comes first in the log.

    An event that a fork sealed anew may have come by another way before; its stream says that it is one.
    """
    for stream_id, positions in seen.positions.items():
        last = 0
        for position in positions:
            at = seen.by_id[position.event_id].log_seq
            if at < last and not _was_elsewhere(seen, stream_id, position.event_id):
                world.complain(
                    "8 station order", f"stream {stream_id.hex()}: {position.seq} comes before {position.seq - 1}"
                )
                return
            last = max(at, last)


def _was_elsewhere(seen: Seen, stream_id: bytes, event_id: bytes) -> bool:
    return seen.by_id[event_id].stream_id != stream_id


def converged(world: World, seen: Seen) -> None:
    """9: every station has the server's rows, all of its scope and nothing else."""
    for machine in world.machines:
        scope = scope_of_machine(machine)
        assert machine.database is not None
        with machine.database.read() as connection:
            for kind in sorted(kinds_of(scope), key=lambda kind: kind.__name__):
                name = mapper(kind).table
                own = own_rows(driver(connection), kind)
                theirs = {key: as_scope_sees(v, scope, kind) for (k, key), v in seen.rows.items() if k == name}
                if own != theirs:
                    keys = [key for key in {*own, *theirs} if own.get(key) != theirs.get(key)]
                    world.complain("9 convergence", f"{machine.name}: {name} {sorted(keys)[:2]} and {len(keys)} in all")


def deterministic(world: World, seen: Seen) -> None:
    """10: the server's rows are what `apply` makes of its log, bit for bit.

    Personal parts are booked as they arrived: once a person is erased, the log alone cannot tell who his twin was.
    """
    with Knowledge.of(True):
        state = seen.folded = fold(world, seen)
    for kind in KINDS:
        name = mapper(kind).table
        made = {key: row_values(entity) for key, entity in state.tables[kind].items()}
        kept = {key: values for (k, key), values in seen.rows.items() if k == name}
        differing = [key for key in {*made, *kept} if made.get(key) != kept.get(key)]
        if differing:
            world.complain("10 determinism", f"{name} {sorted(differing)[:2]} and {len(differing)} in all")


def no_clock_in_order(world: World, seen: Seen) -> None:
    """11: moving every station's clock by years changes no member, and no holder of a copy without a case about it.

    Rules 3 and 5 compare times: a copy they were asked about is left out, and so is one a desk noted as come back.
    """
    random = Random(world.seed)
    stations = sorted({row.station_id for row in seen.log})
    shift = {station: timedelta(days=random.randrange(0, 4000)) for station in stations}
    with Knowledge.of(True):
        here, there = seen.folded, fold(world, seen, shift)
    if here.tables[Member].keys() != there.tables[Member].keys():
        world.complain("11 no clock in order", "other members")
    asked = {
        case.entity
        for state in (here, there)
        for case in state.tables[Case].values()
        if isinstance(case, Case) and case.cls in (CaseClass.LOAN_COPY, CaseClass.RET_UNKNOWN, CaseClass.UNDO_LATE)
    }
    noted = {
        seen_id for row in seen.log if row.type == "ReturnNoted" for seen_id in re.findall("[0-9a-f]{32}", row.body)
    }
    noted |= {row["barcode"] for row in bodies(seen, "ReturnNoted")}  # a desk that does not know the copy has no id
    for key, item in here.tables[Item].items():
        other = there.tables[Item].get(key)
        assert isinstance(item, Item)
        loans = {loan for loan in (item.loan_id, getattr(other, "loan_id", None)) if loan}
        if key in asked or {key, item.barcode} & noted or loans & asked:
            continue
        if not isinstance(other, Item) or other.loan_id != item.loan_id:
            world.complain("11 no clock in order", f"item {key} is with somebody else when clocks are moved")
            return


def identified(world: World, seen: Seen) -> None:
    """12: a restored or cloned station that went on working is in a case, and no two machines write one stream."""
    told = [case for case in seen.cases if case.cls in IDENTITY_CASES]
    cased = {case.entity for case in told}
    streams = {detail_of(case).get("stream") for case in told}  # a copy that joined first may have told of it
    for fault in world.identity_faults:
        wrote = any(
            origin.station_id == fault.station_id
            and origin.machine == fault.machine.name
            and event_id not in fault.before
            for event_id, origin in world.committed.items()
        )
        both = fault.machine.rounds > fault.rounds[0] and (fault.twin is None or fault.twin.rounds > fault.rounds[1])
        if wrote and both and fault.is_knowable and not _is_told(fault, cased, streams):
            world.complain("12 identity", f"no case about the {fault.what} of {fault.machine.name}, {fault.station_id}")
    writing = Counter(machine.desk.stream_id for machine in world.machines if machine.desk)
    shared = [stream for stream, machines in writing.items() if machines > 1]
    if shared:
        world.complain("12 identity", f"two machines write stream {shared[0]}")


def _is_told(fault: IdentityFault, cased: set[Id], streams: set[str]) -> bool:
    return bool(_names_of(fault) & cased) or any(stream.hex() in streams for stream in own_heads(fault.machine))


IDENTITY_CASES = {CaseClass.SYS_STATION_ROLLBACK, CaseClass.SYS_CLONE, CaseClass.SYS_FORK, CaseClass.SYS_LOST}
"""Of a restored counter whose server was put back too, all that can be told is what both have lost."""


def rollback_healed(world: World, seen: Seen) -> None:
    """13: what the server had before it was put back, and a journal still has, it has again."""
    stored = set(seen.by_id)
    for machine in world.machines:
        missing = (world.once_stored & journal_ids(machine)) - stored
        if missing:
            world.complain("13 server rollback heals", f"{len(missing)} events of {machine.name} were not sent again")


def one_copy(world: World, seen: Seen) -> None:
    """15: a copy is out once, or an open case asks who has it."""
    open_of = Counter(loan.item_id for loan in all_of(seen, Loan) if loan.end is LoanEnd.OPEN)
    asked = {case.entity for case in seen.cases if case.cls == CaseClass.LOAN_COPY and not case.closed}
    for item_id, count in open_of.items():
        if count > 1 and item_id not in asked:
            world.complain("15 one copy", f"item {item_id} has {count} open loans and no open case")


def within_limit(world: World, seen: Seen) -> None:
    """16: nobody has more than his limit unless a case says so, a supervisor allowed it, or records were joined.

    What brought a loan back (an undone return or loss) or moved it to another record is no lending.
    """
    limit_of = {row["loan_id"]: row for row in bodies(seen, "ItemLent")}
    excused = {row["member_id"] for row in bodies(seen, "ItemLent") if row["override_id"]}
    excused |= {row["member_id"] for row in bodies(seen, "ReturnUndone")}
    excused |= {member.id for member in all_of(seen, Member) if _merged(seen, member.id)}
    excused |= {case.entity for case in seen.cases if case.cls == CaseClass.LIM_OVER}
    undone = {row["loan_id"] for row in bodies(seen, "DeclarationUndone")}
    twice = {case.entity for case in seen.cases if case.cls == CaseClass.LOAN_COPY}
    held = defaultdict(list)
    for loan in all_of(seen, Loan):
        if loan.end is LoanEnd.OPEN and loan.item_id not in twice and loan.id not in undone:
            held[loan.member_id].append(loan)
    for member_id, loans in held.items():
        limits = [limit_of[loan.id]["max_items"] for loan in loans if loan.id in limit_of]
        if member_id not in excused and len(loans) > max(limits, default=99):
            world.complain("16 limit", f"member {member_id} has {len(loans)} loans")


def _merged(seen: Seen, member_id: Id) -> bool:
    return any(member.merged_into == member_id for member in all_of(seen, Member))


def nothing_silent(world: World, seen: Seen) -> None:
    """18: every event was applied, or is reachable from a case; every case is closed by a decision or not at all."""
    named = {case.event_id for case in seen.cases} | {case.entity for case in seen.cases}
    for row in seen.log:
        event_id = row.event_id.hex()
        if row.outcome not in ("applied", "recorded", "deferred"):
            world.complain("18 nothing silent", f"outcome {row.outcome}")
        if row.outcome != "applied" and event_id not in named:
            world.complain("18 nothing silent", f"{row.type} {event_id} was {row.outcome} and no case tells of it")
            return
        if row.outcome == "deferred" and row.replayed is None:
            world.complain("18 nothing silent", f"{row.type} {event_id} still waits to be applied")
            return
    decided = {row["case_id"] for row in bodies(seen, "CaseResolved")}
    for case in seen.cases:
        if case.closed and (case.id not in decided or not case.decided_by):
            world.complain("18 nothing silent", f"case {case.id} was closed by nobody")
            return


def cursors_safe(world: World, seen: Seen) -> None:
    """19: no cursor is ahead of the rows."""
    for machine in world.machines:
        check_cursor(world, machine, seen)


def private(world: World, seen: Seen) -> None:
    """20: a house station's database holds no personal field, no loan, no copy; not even in its journal or stagings."""
    for machine in world.machines:
        if not machine.house:
            continue
        for table, values in everything(machine):
            if CANARY.encode() in values:
                world.complain("20 scope privacy", f"{machine.name}: table {table}")
                return
        assert machine.database is not None
        with machine.database.read() as connection:
            source = driver(connection)
            for kind in set(KINDS) - kinds_of(Scope.HOUSE):
                rows = source.execute(f'SELECT count(*) FROM "{mapper(kind).table}"').fetchone()[0]
                if rows:
                    world.complain("20 scope privacy", f"{machine.name} has {rows} rows of {mapper(kind).table}")
            told = source.execute(
                "SELECT count(*) FROM member WHERE phone <> '' OR address <> '' OR identity_index IS NOT NULL"
            )
            if told.fetchone()[0]:
                world.complain("20 scope privacy", f"{machine.name} knows where members live")


def erased(world: World, seen: Seen) -> None:
    """21: of an erased member nothing personal is left at any station, on any memory stick, or at the server."""
    gone = {member.id for member in all_of(seen, Member) if member.erased}
    needles = [f"{word}-{member_id}".encode() for word in (CANARY, NAME) for member_id in sorted(gone)]
    places = [(machine.name, table, values) for machine in world.machines for table, values in everything(machine)]
    at_server = as_bytes([tuple(row) for row in seen.log]) + as_bytes(seen.rows.values())
    places.append(("the server", "log or rows", at_server))
    for name, table, values in places:
        found = [needle for needle in needles if needle in values]
        if found:
            world.complain("21 erasure", f"{name}: {table} still has {found[0].decode()}")
            return


def bounded_work(world: World, seen: Seen) -> None:
    """23: with nothing to say and nothing new a round is three questions and a few kilobytes."""
    for name, requests, size in world.requests_when_idle:
        if requests > 3 or size > 5_120:
            world.complain("23 bounded work", f"{name}: {requests} requests, {size} bytes for nothing")
            return


def all_alive(world: World, seen: Seen) -> None:
    """24: after three rounds nothing is pending anywhere."""
    for machine in world.machines:
        assert machine.database is not None
        with machine.database.read() as connection:
            waiting = pending(driver(connection)).events
        if waiting:
            world.complain("24 liveness", f"{machine.name} still has {waiting} events to send")


CHECKS = (
    all_alive,
    no_loss,
    exactly_once,
    gapless,
    streams_whole,
    station_order,
    converged,
    deterministic,
    no_clock_in_order,
    identified,
    rollback_healed,
    money,
    one_copy,
    within_limit,
    one_locker,
    nothing_silent,
    cursors_safe,
    private,
    erased,
    monotone_receipts,
    bounded_work,
)
