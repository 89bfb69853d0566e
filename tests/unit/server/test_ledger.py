"""Batches go into one order, once, however they arrive; what cannot be booked stops nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from msgspec.structs import replace as with_fields
from paper_server import LIBRARY, TODAY, World, founded, registered
from paper_station import NOON, PaperStream, any_id
from sim.random_events import Life
from sqlalchemy import Engine, delete, event, select, update

from loket.db.journal import GENESIS
from loket.db.rows import from_ms, id_bytes, to_ms
from loket.domain import events as e
from loket.domain.apply import apply
from loket.domain.cases import CaseClass
from loket.domain.entities import SERVER_STATION, Item, Member, Rule, Visit
from loket.domain.memory import DictState
from loket.server import system
from loket.server.arrival import arrival, corrected_times, recorded
from loket.server.callers import Caller, ServerRefused
from loket.server.entity_store import NAME_OF
from loket.server.tables import EVENT_LOG, LIBRARY_HEAD, QUARANTINE, STREAM, STREAM_POS
from loket.sync import wire
from loket.sync.wire import DEFERRED, RECORDED, ClockReading, row_values

RANDOM_EVENTS, STREAMS = 60, 3


def log(world: World) -> list[system.LoggedEvent]:
    with world.pusat.store.read() as connection:
        return list(system.log_of(connection, world.pusat.keys, LIBRARY))


def folded(world: World) -> dict[tuple[str, str], list[Any]]:
    """What `apply` makes of the log, in a plain dict."""
    state = DictState()
    for one in log(world):
        if one.outcome != DEFERRED:
            event = arrival(one.wire, 0, b"").event
            assert event is not None
            apply(state, recorded(one.wire, one.event_id, event, one.corrected_ms))
    return {(NAME_OF[kind], key): row_values(row) for kind, rows in state.tables.items() for key, row in rows.items()}


def random_streams(world: World, seed: int) -> list[PaperStream]:
    streams = [founded(world.station, world.station.stream(f"s{number}")) for number in range(STREAMS)]
    for number, stream in enumerate(streams):
        for made in Life(seed * STREAMS + number).sequence(RANDOM_EVENTS):
            if not isinstance(made.event, e.MemberErased | e.GuestsForgotten):  # the log then lacks what was sent
                stream.add(made.event, clock_quality=made.stamp.clock_quality)
    return streams


@pytest.mark.parametrize("seed", range(4))
def test_any_batch_any_number_of_times_in_any_order(world: World, seed: int) -> None:
    """Ranges that overlap, come twice, come too early or a week late: every event is in the log once, in its order."""
    random, streams = Random(seed), random_streams(world, seed)
    while any(world.send(stream, 1, 1).seq < len(stream.events) for stream in streams):
        stream = random.choice(streams)
        from_seq = random.randrange(1, len(stream.events) + 1)
        answer = world.send(stream, from_seq, min(from_seq + random.randrange(25), len(stream.events)))
        assert answer.verdict in ("taken", "gap")
        assert answer.hash == stream.hash_at(answer.seq)
        if answer.verdict == "gap":
            world.send(stream, answer.seq + 1, min(answer.seq + random.randrange(1, 25), len(stream.events)))
    events = log(world)
    for stream in streams:
        own = [one.wire for one in events if one.stream_id == stream.stream_id]
        assert own == stream.events
    assert [one.log_seq for one in events] == list(range(1, len(events) + 1))
    assert len({one.event_id for one in events}) == len(events)
    assert world.rows() == folded(world)
    assert world.rows(limit=7) == world.rows()
    assert system.verify(world.pusat, LIBRARY) is None
    assert system.rebuild(world.pusat, LIBRARY).differing == []
    before = world.rows()
    for stream in streams:
        assert world.send(stream).seq == len(stream.events)
    assert world.count(EVENT_LOG) == len(events)
    assert world.rows() == before


def test_verdicts(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    for number in range(10):
        registered(stream, number)
    assert world.send(stream, 3, 5) == wire.PushAnswer("gap", 0, GENESIS)
    assert world.send(stream, 1, 6) == wire.PushAnswer("taken", 6, stream.hash_at(6))
    assert world.send(stream, 9, 12).verdict == "gap"
    assert world.send(stream, 4, 9).seq == 9
    other = stream.copy(7)
    for number in range(20, 30):
        registered(other, number)
    for from_seq in (1, 5, 8):
        assert world.send(other, from_seq) == wire.PushAnswer("fork", 9, stream.hash_at(9))
    assert world.send(other, 10).verdict == "fork", "it follows on number 9, but on another one"
    assert world.send(other, 1, 7).verdict == "taken", "as far as both are the same"
    assert world.count(STREAM_POS) == 9


def test_a_tail_sealed_anew_is_known_again(world: World) -> None:
    """Two lives of one counter part: the events after the fork come again in another stream, under their own ids."""
    stream = founded(world.station, world.station.stream())
    registered(stream, 1)
    registered(stream, 2)
    world.send(stream)
    fork = stream.fork_at(3, any_id("fork"))
    fork.add_wire(stream.events[3])
    new = registered(fork, 3)
    answer = world.send(fork)
    assert (answer.verdict, answer.seq, answer.outcomes) == ("taken", 2, [])
    assert [one.wire.event_id for one in log(world)].count(stream.events[3].event_id) == 1
    assert world.count(STREAM_POS) == 4 + 2 + 1, "and one of the server's own"
    assert world.get(Member, new) is not None
    (case,) = world.cases(CaseClass.SYS_FORK)
    assert case.entity == world.station.station_id
    world.send(fork)
    assert len(world.cases(CaseClass.SYS_FORK)) == 1
    assert system.verify(world.pusat, LIBRARY) is None


def test_one_id_for_two_events(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    first = registered(stream, 1)
    other = world.station.stream("other")
    second = registered(other, 2)
    other.events[0] = other.events[0]._replace(event_id=stream.events[2].event_id)
    clashing = world.station.stream("clash")
    clashing.add_wire(other.events[0])
    world.send(stream)
    for _ in range(2):
        assert world.send(clashing).outcomes == []
    assert world.get(Member, first) is not None
    assert world.get(Member, second) is not None, "both happened"
    assert len(world.cases(CaseClass.ID_COLLISION)) == 1
    request = wire.HashesRequest(clashing.stream_id, 1, 5)
    assert world.pusat.stream_events(world.caller, request).events == clashing.events, "as it was sent, with its own id"
    assert system.verify(world.pusat, LIBRARY) is None
    assert system.rebuild(world.pusat, LIBRARY).differing == []


def test_an_event_nobody_can_book_stops_no_other(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    stream.add(e.RuleSet("a", "1"), type="RuleOfALaterYear")
    stream.add(e.RuleSet("b", "1"), version=99)
    stream.add(e.RuleSet("c", "1"), body="{")
    stream.add(e.RuleSet("d", "1"), body='{"key":"d"}')
    stream.add(e.RuleSet("e\x00", "1"))
    stream.add(e.RuleSet("f", "1"), done_ms=1 << 61)
    stream.add(e.RuleSet("g", "1"), business_on="not a day!")
    stream.add(e.ItemAdded(Item(any_id("item"), any_id("title"), "B1", price_rp=10**30)))
    registered(stream, 1)
    stream.events[-1] = stream.events[-1]._replace(personal=b'{"person":null}')
    last = registered(stream, 2)
    wanted = [(event.event_id, DEFERRED) for event in stream.events[2:-1]]
    answer = world.send(stream)
    assert (answer.seq, sorted(answer.outcomes)) == (len(stream.events), sorted(wanted))
    assert sorted(world.send(stream).outcomes) == sorted(wanted), "the answer may have been lost"
    assert world.get(Member, last) is not None
    assert world.get(Rule, "a") is None
    assert len(world.cases(CaseClass.SYS_UNKNOWN_EVENT)) == 2
    assert len(world.cases(CaseClass.SYS_APPLY_ERROR)) == len(wanted) - 2
    assert system.rebuild(world.pusat, LIBRARY).differing == []


def test_an_event_with_no_effect_but_a_case_is_told(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    stream.add(e.LoanRenewed(any_id("nobody's loan"), TODAY, TODAY, 1))
    answer = world.send(stream)
    assert answer.outcomes == [(stream.events[2].event_id, RECORDED)]
    assert len(world.pusat.cases(LIBRARY)) == 1


def refused(world: World, batch: wire.Batch, caller: Caller | None = None) -> ServerRefused:
    with pytest.raises(ServerRefused) as caught:
        world.pusat.push(caller or world.caller, batch)
    return caught.value


def test_only_a_counters_own_signed_batches(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    batch = world.station.batch(stream)
    assert refused(world, with_fields(batch, signature=bytes(64))).code == "signature"
    assert refused(world, with_fields(batch, to_hash=bytes(32))).code == "signature"
    assert refused(world, with_fields(batch, library_id=bytes(15) + b"x")).code == "foreign"
    assert refused(world, batch, replace(world.caller, station_id=any_id("else"))).code == "foreign"
    assert world.count(EVENT_LOG) == 0
    assert world.count(QUARANTINE) == 0, "what a stranger sends is not kept"


@pytest.mark.parametrize(
    "change",
    [
        {"event_id": b"short"},
        {"mono_ms": 1 << 63},
        {"boot_id": "a\x00b"},
        {"station_id": id_bytes(SERVER_STATION)},
        {"type": "T" * 65},
    ],
)
def test_what_cannot_be_stored_is_kept_in_quarantine(world: World, change: dict[str, Any]) -> None:
    stream = world.station.stream()
    stream.add(e.RuleSet("a", "1"), **change)
    for _ in range(2):
        assert refused(world, world.station.batch(stream)).code == "malformed"
    assert world.count(QUARANTINE) == 1
    assert len(world.cases(CaseClass.SYS_QUARANTINE)) == 1
    assert [one.wire.type for one in log(world)] == ["SystemNoted"]


def test_events_that_are_not_those_of_the_hash(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    batch = world.station.batch(stream)
    altered = [batch.events[0]._replace(business_on="2026-11-25"), batch.events[1]]
    assert refused(world, with_fields(batch, events=altered)).detail == "chain"
    assert refused(world, with_fields(batch, events=batch.events[:1])).code == "signature", "the range is signed too"
    assert world.send(stream).verdict == "taken"


def test_a_revoked_counter_is_heard_but_not_believed(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    world.pusat.revoke(LIBRARY, world.station.station_id)
    assert refused(world, world.station.batch(stream)).code == "revoked"
    assert world.count(QUARANTINE) == 1
    (case,) = world.cases(CaseClass.SYS_QUARANTINE)
    assert case.entity == world.station.station_id


def test_personal_data_is_sealed_and_can_be_erased(world: World) -> None:
    """UU 27/2022: after the erasure it is nowhere, what arrives late is dropped, and every chain still holds."""
    stream = founded(world.station, world.station.stream())
    member = registered(stream, 1)
    stream.add(e.MemberChanged(member, person_set={"phone": "000999"}, person_was={"phone": "0001"}))
    stream.add(e.VisitRecorded(any_id("visit"), "member", NOON, TODAY, "", member))
    world.send(stream)
    personal = select(EVENT_LOG.c.personal).where(EVENT_LOG.c.personal.is_not(None))
    with world.pusat.store.read() as connection:
        sealed = list(connection.scalars(personal))
    assert len(sealed) == 2
    assert not any(b"Anggota" in part or b"000999" in part for part in sealed)
    stream.add(e.MemberErased(member, "permintaan"))
    stream.add(e.MemberChanged(member, person_set={"phone": "000777"}, person_was={"phone": "000999"}))
    world.send(stream, 6)
    with world.pusat.store.read() as connection:
        assert list(connection.scalars(personal)) == []
        assert (
            list(connection.scalars(select(EVENT_LOG.c.personal_salt).where(EVENT_LOG.c.personal_salt.is_not(None))))
            == []
        )
    found = world.get(Member, member)
    assert (found.full_name, found.phone, found.erased) == ("", "", True)
    assert world.get(Visit, any_id("visit")) is not None
    assert system.verify(world.pusat, LIBRARY) is None
    assert system.rebuild(world.pusat, LIBRARY).differing == []


def test_erased_within_one_batch(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    member = registered(stream, 1)
    stream.add(e.MemberErased(member, "permintaan"))
    other = registered(stream, 2)
    world.send(stream)
    with world.pusat.store.read() as connection:
        kept = connection.execute(select(EVENT_LOG.c.subject).where(EVENT_LOG.c.personal.is_not(None))).scalars().all()
    assert kept == [id_bytes(other)]


# ---- time -----------------------------------------------------------------------------------------------------------

NOW = to_ms(NOON + timedelta(hours=1))
MINUTE = 60_000


def stamped(world: World, *times: tuple[int, str, int]) -> list[wire.WireEvent]:
    """Events as (minutes before now by the counter's clock, boot, its monotonic minutes)."""
    stream = world.station.stream()
    return [
        stream.add(e.RuleSet("a", "1"), done_ms=NOW + minutes * MINUTE, boot_id=boot, mono_ms=mono * MINUTE)
        for minutes, boot, mono in times
    ]


@pytest.mark.parametrize(
    ("times", "last", "wanted"),
    [
        ([(-30, "old", 5), (-20, "old", 15)], -60, [None, None]),
        ([(-600_000, "now", 90)], -60, [-10]),  # since the start it is known to the minute
        ([(-14, "now", 90)], -60, [None]),  # four minutes off: good enough
        ([(500_000, "old", 5), (-20, "now", 80)], -60, [-20, None]),  # not after what followed it
        ([(-600_000, "old", 5), (-20, "now", 80)], -60, [-60, None]),  # not before what came before it
        ([(500_000, "old", 5)], -60, [0]),  # not after now
        ([(-90, "now", 80)], -5, [-20]),  # exact times also mend a floor that was wrong
    ],
)
def test_the_time_the_server_works_out(world, times, last, wanted) -> None:
    reading = ClockReading(NOW, 100 * MINUTE, "now")
    found, _ = corrected_times(stamped(world, *times), reading, NOW + last * MINUTE, NOW)
    assert found == [None if minutes is None else NOW + minutes * MINUTE for minutes in wanted]


def test_a_doubtful_clock_is_always_corrected_and_a_packet_never_by_its_reading(world: World) -> None:
    (event,) = stamped(world, (-30, "now", 70))
    doubtful, reading = event._replace(clock_quality="doubtful"), ClockReading(NOW, 100 * MINUTE, "now")
    assert corrected_times([doubtful], reading, 0, NOW) == ([NOW - 30 * MINUTE], NOW - 30 * MINUTE)
    late = event._replace(done_ms=NOW - 3_000 * MINUTE)
    assert corrected_times([late], None, 0, NOW) == ([None], late.done_ms)


def test_corrected_times_are_kept_and_stand_in_the_rows(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    member = any_id("member")
    stream.add(e.MemberRegistered(member, "M-1", "umum", TODAY), done_ms=0, boot_id="now", mono_ms=40 * MINUTE)
    clock = ClockReading(0, 100 * MINUTE, "now")
    world.pusat.push(world.caller, world.station.batch(stream, clock=clock))
    assert log(world)[2].corrected_ms == NOW - 60 * MINUTE
    (case,) = world.cases(CaseClass.CLOCK)
    assert case.opened_at == from_ms(NOW - 60 * MINUTE)
    assert world.get(Member, member).changed_at is None  # not held against the times of other counters
    assert system.rebuild(world.pusat, LIBRARY).differing == []


# ---- cost -----------------------------------------------------------------------------------------------------------


def day_at_the_desk(stream: PaperStream, visitors: int) -> None:
    """Members come, join, borrow and bring back."""
    for number in range(visitors):
        member, item, loan = registered(stream, number), any_id("item", number), any_id("loan", number)
        stream.add(e.ItemAdded(Item(item, any_id("title"), f"B{number}")))
        stream.add(e.VisitRecorded(any_id("visit", number), "member", NOON, TODAY, "", member))
        stream.add(e.ItemLent(loan, member, item, any_id("title"), any_id("policy"), TODAY, TODAY, 3))
    for number in range(visitors):
        loan, item, member = any_id("loan", number), any_id("item", number), any_id("member", number)
        stream.add(e.LoanRenewed(loan, TODAY, TODAY, 1))
        stream.add(e.ItemReturned(loan, item, member, TODAY))


def statements_of(world: World, stream: PaperStream, from_seq: int, to_seq: int) -> int:
    sent: list[str] = []
    batch = world.station.batch(stream, from_seq, to_seq)

    def remember(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    event.listen(Engine, "before_cursor_execute", remember)
    try:
        assert world.pusat.push(world.caller, batch).outcomes == []
    finally:
        event.remove(Engine, "before_cursor_execute", remember)
    return len(sent)


def test_a_batch_costs_a_handful_of_statements_however_large(world: World) -> None:
    """Each event's rows are read and written together with the others': the budget of 2,500 a second hangs on it."""
    stream = founded(world.station, world.station.stream())
    day_at_the_desk(stream, 60)
    small = statements_of(world, stream, 1, 12)
    lent = statements_of(world, stream, 13, 242)
    returned = statements_of(world, stream, 243, len(stream.events))
    assert max(small, lent, returned) <= 24


# ---- many at once, and trouble --------------------------------------------------------------------------------------


def test_many_counters_at_once(world: World) -> None:
    """The log stays gapless and the change numbers rise, whoever commits first."""
    stations = [(world.station, world.caller)] + [world.join(f"c{number}")[:2] for number in range(3)]
    streams = []
    for number, (station, _) in enumerate(stations):
        stream = station.stream("busy")
        for visit in range(40):
            stream.add(e.VisitRecorded(any_id(number, visit), "member", NOON, TODAY))
        streams.append(stream)

    def bring(number: int) -> None:
        station, caller = stations[number]
        for from_seq in range(1, 41, 8):
            assert world.pusat.push(caller, station.batch(streams[number], from_seq, from_seq + 7)).verdict == "taken"

    with ThreadPoolExecutor(len(stations)) as pool:
        list(pool.map(bring, range(len(stations))))
    events = log(world)
    assert [one.log_seq for one in events] == list(range(1, 161))
    assert len([place for place in world.rows() if place[0] == "visit"]) == 160
    assert system.verify(world.pusat, LIBRARY) is None
    assert system.rebuild(world.pusat, LIBRARY).differing == []


def test_nothing_of_a_batch_stays_when_its_transaction_fails(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = founded(world.station, world.station.stream())
    world.send(stream)
    before = world.rows()
    registered(stream, 1)
    with monkeypatch.context() as patched:
        patched.setattr("loket.server.digests.upsert", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            world.send(stream, 3)
    assert world.count(EVENT_LOG) == 2
    assert world.rows() == before
    assert world.send(stream, 3).seq == 3


def test_verify_finds_what_was_altered(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    for number in range(5):
        registered(stream, number)
    world.send(stream)

    def broken_by(statement: Any) -> tuple[str, str]:
        with world.pusat.store.write() as connection:
            connection.execute(statement)
            keys = world.pusat.keys
            found = system._log_break(connection, keys, LIBRARY) or system._stream_break(connection, LIBRARY)
            connection.rollback()
        assert found is not None
        return ("log" if found.chain == "log" else "stream"), found.why

    t, third = EVENT_LOG.c, EVENT_LOG.c.log_seq == 3
    assert system.verify(world.pusat, LIBRARY) is None
    assert broken_by(update(EVENT_LOG).where(third).values(body="{}")) == ("log", "content")
    assert broken_by(update(EVENT_LOG).where(third).values(outcome=DEFERRED)) == ("log", "link")
    assert broken_by(update(EVENT_LOG).where(third).values(corrected_ms=1)) == ("log", "link")
    assert broken_by(update(EVENT_LOG).where(t.log_seq == 7).values(log_seq=8)) == ("log", "gap")
    assert broken_by(delete(EVENT_LOG).where(t.log_seq == 7)) == ("log", "end")
    assert broken_by(update(LIBRARY_HEAD).values(log_hash=bytes(32))) == ("log", "end")
    assert broken_by(update(STREAM).values(head_seq=6)) == ("stream", "end")
    assert broken_by(delete(STREAM_POS).where(STREAM_POS.c.seq == 2)) == ("stream", "gap")


def test_rebuild_finds_what_was_altered(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    stream.add(e.RuleSet("weekly_closed", "[6]"))
    world.send(stream)
    with world.pusat.store.write() as connection:
        connection.exec_driver_sql("UPDATE entity_row SET kind = 'rulez' WHERE kind = 'rule'")
        connection.exec_driver_sql("UPDATE kind_digest SET digest = digest + 1 WHERE kind = 'library'")
        connection.exec_driver_sql("UPDATE entity_row SET kind = 'rule', key = 'renew_from' WHERE kind = 'rulez'")
    found = system.rebuild(world.pusat, LIBRARY).differing
    assert ("rule", "weekly_closed") in found
    assert ("rule", "renew_from") in found
    assert ("digest", "full:library") in found
