"""What counters pull: every change once it is committed, no more than their scope, with sums to check against."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from paper_server import TODAY, World, founded, registered
from paper_station import any_id

from loket.domain import events as e
from loket.domain.entities import ClosedDay, Rule
from loket.domain.scope import HOUSE_MEMBER, Scope
from loket.server.callers import ServerRefused
from loket.sync import wire


def summed(rows: dict[tuple[str, str], list]) -> dict[str, tuple[int, int]]:
    sums: dict[str, tuple[int, int]] = {}
    for (kind, key), values in rows.items():
        count, xor = sums.get(kind, (0, 0))
        sums[kind] = count + 1, xor ^ wire.row_digest(kind, key, values)
    return sums


@pytest.mark.parametrize("scope", list(Scope))
def test_digests_are_those_of_the_rows(world: World, scope: Scope) -> None:
    stream = founded(world.station, world.station.stream())
    for number in range(5):
        registered(stream, number)
    stream.add(
        e.ClosedDaysDeclared((ClosedDay(date(2026, 12, 25), "Natal"), ClosedDay(date(2027, 1, 1), "Tahun Baru")))
    )
    stream.add(e.ClosedDayWithdrawn(date(2027, 1, 1)))
    stream.add(e.MemberErased(any_id("member", 2), "permintaan"))
    world.send(stream)
    page = world.pusat.pull(replace(world.caller, scope=scope), wire.PullRequest(0))
    assert not page.more
    assert {kind: sums for kind, sums in page.digests.items() if sums != (0, 0)} == summed(world.rows(scope))


def test_a_kiosk_sees_no_more_than_it_must(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    registered(stream, 1, person=e.Person("Ada Contoh", identity_sealed=b"s", identity_index=b"i", phone="000"))
    guest = e.Guest("Tamu Contoh", "0001")
    stream.add(e.VisitRecorded(any_id("visit"), "guest", world.clock.now(), TODAY, visitor_no="P1", guest=guest))
    stream.add(e.LockerTaken(any_id("use"), any_id("locker"), "T1-ABC", TODAY, holder="Tamu Contoh"))
    world.send(stream)
    kiosk = replace(world.caller, scope=Scope.HOUSE)
    page = world.pusat.pull(kiosk, wire.PullRequest(0))
    assert {row.kind for row in page.rows} == {"library", "station", "member", "visit"}
    assert page.columns["member"] == list(HOUSE_MEMBER)
    assert "Tamu Contoh" not in str(page.rows), "a kiosk knows no earlier visitor"
    (member,) = [row for row in page.rows if row.kind == "member"]
    assert member.values is not None
    assert dict(zip(HOUSE_MEMBER, member.values, strict=True))["full_name"] == "Ada Contoh"
    assert b"s" not in member.values
    assert "000" not in member.values
    assert page.next_cursor == page.change_seq == 5, "what it may not see is passed over"
    with pytest.raises(ServerRefused, match="scope"):
        world.pusat.pull(kiosk, wire.PullRequest(0, kinds=["locker_use"]))
    with pytest.raises(ServerRefused, match="scope"):
        world.pusat.put_blob(kiosk, bytes(32), b"")
    door = world.pusat.pull(replace(world.caller, scope=Scope.DOOR), wire.PullRequest(0))
    assert {row.kind for row in door.rows} == {"library", "station", "member", "visit", "locker_use"}
    assert str(door.rows).count("Tamu Contoh") == 2, "who stands at the door knows whose things these are"
    assert "000" not in next(row.values for row in door.rows if row.kind == "member")


def test_only_the_latest_state_and_only_what_changed(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    stream.add(e.RuleSet("a", "1"))
    stream.add(e.ClosedDaysDeclared((ClosedDay(TODAY, "x"),)))
    world.send(stream)
    first = world.pusat.pull(world.caller, wire.PullRequest(0))
    assert (len(first.rows), first.next_cursor) == (4, 4)
    quiet = world.pusat.pull(world.caller, wire.PullRequest(4))
    assert (quiet.rows, quiet.next_cursor, quiet.more) == ([], 4, False)
    stream.add(e.RuleSet("a", "2"))
    stream.add(e.RuleSet("a", "3"))
    stream.add(e.ClosedDayWithdrawn(TODAY))
    world.send(stream, 5)
    second = world.pusat.pull(world.caller, wire.PullRequest(4))
    assert [(row.kind, row.key, row.values) for row in second.rows] == [
        ("rule", "a", ["a", "3"]),
        ("closed_day", TODAY.isoformat(), None),
    ]
    assert second.next_cursor == 6


def test_pages_are_bounded_in_rows_and_bytes(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    for number in range(6):
        stream.add(e.RuleSet(f"long{number}", "x" * 100_000))
    world.send(stream)
    page = world.pusat.pull(world.caller, wire.PullRequest(0))
    assert (len(page.rows), page.more, page.digests) == (5, True, {})
    rest = world.pusat.pull(world.caller, wire.PullRequest(page.next_cursor, limit=2))
    assert (len(rest.rows), rest.more) == (2, True)
    assert world.get(Rule, "long5") is not None
    assert len(world.rows(limit=1)) == 8


def test_a_kind_is_fetched_anew(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    for number in range(5):
        registered(stream, number)
    world.send(stream)
    page = world.pusat.pull(world.caller, wire.PullRequest(0, limit=3, kinds=["member"]))
    assert {row.kind for row in page.rows} == {"member"}
    assert (len(page.rows), page.more) == (3, True)
    rest = world.pusat.pull(world.caller, wire.PullRequest(page.next_cursor, kinds=["member"]))
    assert (len(rest.rows), rest.more, rest.digests) == (2, False, {})
    with pytest.raises(ServerRefused, match="cursor"):
        world.pusat.pull(world.caller, wire.PullRequest(-1))
    with pytest.raises(ServerRefused, match="revoked"):
        world.pusat.pull(replace(world.caller, station_id=any_id("nobody")), wire.PullRequest(0))


def test_lost_history_comes_back_whole(world: World) -> None:
    stream = founded(world.station, world.station.stream())
    for number in range(20):
        registered(stream, number)
    world.send(stream)
    found = world.pusat.stream_events(world.caller, wire.HashesRequest(stream.stream_id, 3, 12))
    assert (found.from_seq, found.events) == (3, stream.events[2:12])
    _, caller, _ = world.join("second")
    with pytest.raises(ServerRefused, match="foreign"):
        world.pusat.stream_events(caller, wire.HashesRequest(stream.stream_id, 3, 12))
