"""Upkeep: deferred events, packets, decisions of the dashboard, backups; and a store that is asked to try again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from msgspec.structs import replace
from paper_server import LIBRARY, TODAY, World, founded, registered
from paper_station import any_id
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from loket.db.rows import id_bytes
from loket.domain import events as e
from loket.domain.decisions import NOTED
from loket.domain.entities import Case, Id, Item, Member, Rule
from loket.domain.handling import HANDLERS
from loket.server import system
from loket.server.callers import ServerRefused
from loket.server.store import Store, append, look_up, remove, upsert
from loket.server.tables import ENTITY_INDEX, ENTITY_ROW, EVENT_LOG
from loket.sync.wire import BATCH_EVENTS


@pytest.fixture
def later_version() -> Iterator[None]:
    """A version that knows one more event."""
    e.EVENTS["RuleOfALaterYear"] = e.RuleSet
    yield
    del e.EVENTS["RuleOfALaterYear"]


def test_a_later_version_books_what_had_to_wait(world: World, request: pytest.FixtureRequest) -> None:
    stream = founded(world.station, world.station.stream())
    stream.add(e.RuleSet("a", "1"), type="RuleOfALaterYear")
    stream.add(e.RuleSet("b", "1"))
    world.send(stream)
    assert system.replay(world.pusat, LIBRARY) == 0
    assert world.count(EVENT_LOG) == 5
    request.getfixturevalue("later_version")
    assert system.replay(world.pusat, LIBRARY) == 1
    assert world.get(Rule, "a") == Rule("a", "1")
    assert system.replay(world.pusat, LIBRARY) == 0, "once"
    assert world.count(EVENT_LOG) == 6
    assert world.send(stream).outcomes == [], "now it is booked"
    assert system.verify(world.pusat, LIBRARY) is None
    rebuilt = system.rebuild(world.pusat, LIBRARY)
    assert (rebuilt.differing, rebuilt.events) == ([], 6)


def test_an_event_that_waited_for_a_mended_rule(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = founded(world.station, world.station.stream())
    member = registered(stream, 1)
    with monkeypatch.context() as patched:
        patched.setitem(HANDLERS, e.MemberRegistered, lambda *_: 1 / 0)
        world.send(stream)
    assert world.get(Member, member) is None
    assert system.replay(world.pusat, LIBRARY) == 1
    assert world.get(Member, member).full_name == "Anggota 1"
    assert system.rebuild(world.pusat, LIBRARY).differing == []


def test_what_was_erased_meanwhile_does_not_come_back(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = founded(world.station, world.station.stream())
    member = registered(stream, 1)
    stream.add(e.MemberChanged(member, person_set={"note": "rahasia"}, person_was={"note": ""}))
    with monkeypatch.context() as patched:
        patched.setitem(HANDLERS, e.MemberChanged, lambda *_: 1 / 0)
        world.send(stream)
    stream.add(e.MemberErased(member, "permintaan"))
    world.send(stream, 5)
    system.replay(world.pusat, LIBRARY)
    assert world.get(Member, member).note == ""
    with world.pusat.store.read() as connection:
        assert list(connection.scalars(select(EVENT_LOG.c.personal).where(EVENT_LOG.c.personal.is_not(None)))) == []


def test_whoever_was_erased_before_his_registration_could_be_booked(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = founded(world.station, world.station.stream())
    member = registered(stream, 1)
    with monkeypatch.context() as patched:
        patched.setitem(HANDLERS, e.MemberRegistered, lambda *_: 1 / 0)
        world.send(stream)
    stream.add(e.MemberErased(member, "permintaan"))
    world.send(stream, 4)
    assert system.replay(world.pusat, LIBRARY) == 1
    him = world.get(Member, member)
    assert (him.full_name, him.phone, him.left, him.erased) == ("", "", True, True)
    assert him.member_no == "M-1"
    assert system.rebuild(world.pusat, LIBRARY).differing == []


def test_a_case_is_decided_once(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    stream.add(e.LoanRenewed(any_id("nobody's loan"), TODAY, TODAY, 1))
    world.send(stream)
    (case,) = world.pusat.cases(LIBRARY)
    for wrong, code in (((Id("0" * 32), NOTED), "case"), ((case.id, "no such choice"), "choice")):
        with pytest.raises(ServerRefused, match=code):
            world.pusat.resolve_case(LIBRARY, *wrong, "", "kepala")
    for _ in range(2):
        world.pusat.resolve_case(LIBRARY, case.id, NOTED, "sudah dilihat", "kepala")
    assert world.pusat.cases(LIBRARY) == []
    (decided,) = world.pusat.cases(LIBRARY, open_only=False)
    assert (decided.closed, decided.choice, decided.decided_by) == (True, NOTED, "kepala")
    assert world.count(EVENT_LOG) == 4
    assert decided == world.get(Case, case.id)
    assert system.verify(world.pusat, LIBRARY) is None


def test_durable_is_what_a_backup_has(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    assert world.send(stream).durable_seq == 0
    with world.pusat.store.read() as connection:
        heads = system.stream_heads(connection)
    registered(stream, 1)
    world.send(stream)
    system.mark_durable(world.pusat, heads)
    assert world.send(stream).durable_seq == 2
    system.mark_durable(world.pusat, {(id_bytes(LIBRARY), stream.stream_id): 99})
    assert world.send(stream).durable_seq == 2, "not more than the server has"


def test_unknown_libraries(world: World) -> None:
    for ask in (system.verify, system.rebuild, system.replay):
        with pytest.raises(ServerRefused, match="library"):
            ask(world.pusat, any_id("nowhere"))


# ---- the store ------------------------------------------------------------------------------------------------------


class AskedToRepeatError(Exception):
    sqlstate = "40001"


def test_a_transaction_is_repeated_as_a_whole(store: Store) -> None:
    tries = []

    def work(connection):
        tries.append(len(tries))
        upsert(connection, ENTITY_INDEX, [entry(f"key{len(tries)}")])
        if len(tries) < 4:
            raise OperationalError("", {}, AskedToRepeatError())
        return "done"

    assert store.transact(work) == "done"
    with store.read() as connection:
        assert [row.key for row in connection.execute(ENTITY_INDEX.select())] == ["key4"]


def test_it_gives_up_and_tries_nothing_else_twice(store: Store) -> None:
    tries = []

    def always(connection):
        tries.append(1)
        raise OperationalError("", {}, AskedToRepeatError())

    def otherwise(connection):
        tries.append(1)
        raise OperationalError("", {}, Exception("disk full"))

    with pytest.raises(OperationalError):
        store.transact(always)
    assert len(tries) == 6
    with pytest.raises(OperationalError):
        store.transact(otherwise)
    assert len(tries) == 7


def test_readers_cannot_write_and_see_one_moment(store: Store) -> None:
    with store.read() as connection:
        assert connection.execute(ENTITY_INDEX.select()).all() == []
        with store.write() as writer:
            append(writer, ENTITY_INDEX, [entry("a")])
        assert connection.execute(ENTITY_INDEX.select()).all() == []
    with pytest.raises(Exception, match="read"), store.read() as connection:
        append(connection, ENTITY_INDEX, [entry("b")])


def entry(key: str, value: str = "v") -> dict[str, object]:
    return {"library_id": b"l" * 16, "key": key, "name": "barcode", "value": value}


def row(key: str, change_seq: int, body: bytes | None) -> dict[str, object]:
    return {"library_id": b"l" * 16, "key": key, "kind": "rule", "change_seq": change_seq, "body": body}


def test_many_rows_at_once(store: Store) -> None:
    with store.write() as connection:
        upsert(connection, ENTITY_ROW, [row("a", 1, b"1"), row("b", 2, None), row("c", 3, b"\x00\xff")])
        upsert(connection, ENTITY_ROW, [row("a", 4, None), row("d", 5, None)])
        upsert(connection, ENTITY_INDEX, [entry("a"), entry("b"), entry("c", "w'\"\\{}%")])
        upsert(connection, ENTITY_INDEX, [entry("a")])
        remove(connection, ENTITY_INDEX, [entry("b"), entry("not there")])
        for nothing in (upsert, append, remove):
            nothing(connection, ENTITY_ROW, [])
    t, i = ENTITY_ROW.c, ENTITY_INDEX.c
    with store.read() as connection:
        found = look_up(connection, (t.key, t.change_seq, t.body), b"l" * 16, t.key, ["a", "c", "d", "x"])
        assert sorted(found) == [("a", 4, None), ("c", 3, b"\x00\xff"), ("d", 5, None)]
        assert look_up(connection, (t.key,), b"m" * 16, t.key, ["a"]) == []
        assert look_up(connection, (i.key,), b"l" * 16, i.value, ["w'\"\\{}%"]) == [("c",)]
        assert look_up(connection, (i.key,), b"l" * 16, i.value, []) == []


def test_large_batches_fit(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    for number in range(BATCH_EVENTS - 2):
        stream.add(
            e.ItemAdded(Item(any_id("item", number), any_id("title"), f"B{number}", received_on=date(2026, 1, 2)))
        )
    assert world.send(stream).seq == BATCH_EVENTS
    batch = world.station.batch(stream)
    empty = world.station.signed(replace(batch, events=[], from_seq=batch.to_seq + 1))
    with pytest.raises(ServerRefused, match="malformed"):
        world.pusat.push(world.caller, empty)
