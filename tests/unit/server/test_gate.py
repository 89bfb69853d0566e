"""Hello: who a counter is, and what does not fit between it and the server."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace as with_fields
from paper_server import LIBRARY, World, founded, founding_request, registered
from paper_station import NOON, PaperStation, PaperStream, any_id
from sqlalchemy import delete, select, update

from loket.db.rows import id_bytes, to_ms
from loket.domain.cases import CaseClass
from loket.domain.entities import SERVER_STATION
from loket.domain.scope import Scope
from loket.server import system
from loket.server.callers import ServerRefused
from loket.server.tables import ENTITY_ROW, EVENT_LOG, LIBRARY_HEAD, STATION, STREAM, STREAM_POS
from loket.sync import wire

OTHER_MACHINE = b"another machine"


def refused(call: Any, *args: Any, **kwargs: Any) -> str:
    with pytest.raises(ServerRefused) as caught:
        call(*args, **kwargs)
    return caught.value.code


def brought(world: World, events: int = 4) -> PaperStream:
    stream = founded(world.station, world.station.stream())
    for number in range(events - 2):
        registered(stream, number)
    world.send(stream)
    return stream


def test_a_round_opens(world: World) -> None:
    stream = brought(world)
    answer = world.hello(world.station, world.nonce, stream.head(4), pending=3, app_version="1.2")
    assert world.pusat.authorise(answer.token) == world.caller
    assert answer.streams == [wire.ServerHead(stream.stream_id, 4, stream.hash_at(4), stream.hash_at(4))]
    assert (answer.scope, answer.rows, answer.change_seq) == ("full", 4, 4)
    assert answer.now_ms == to_ms(world.clock.now())
    (view,) = world.pusat.stations(LIBRARY)
    assert (view.pending, view.app_version, view.last_seen_at) == (3, "1.2", world.clock.now())
    assert world.pusat.cases(LIBRARY) == []
    world.rows()
    (view,) = world.pusat.stations(LIBRARY)
    assert (view.pending, view.last_sync_at) == (0, world.clock.now())


def test_an_idle_counter_costs_one_row(world: World) -> None:
    """Every quarter of an hour, for years: no event, no lock of the library."""
    stream, nonce = brought(world), world.nonce
    with world.pusat.store.read() as connection:
        before = connection.execute(select(LIBRARY_HEAD)).one()
    for _ in range(5):
        nonce = world.hello(world.station, nonce, stream.head(4)).nonce
        world.clock.advance(minutes=15)
    with world.pusat.store.read() as connection:
        assert connection.execute(select(LIBRARY_HEAD)).one() == before
    assert world.count(EVENT_LOG) == 4


def test_tokens_end_and_are_ours(world: World) -> None:
    token = world.hello(world.station, world.nonce).token
    forged = token[:-2] + ("AA" if token[-2:] != "AA" else "BB")
    for wrong in (forged, "", "x", "ä", token[10:]):
        assert refused(world.pusat.authorise, wrong) == "token"
    world.clock.advance(minutes=59)
    assert world.pusat.authorise(token) == world.caller
    world.clock.advance(minutes=2)
    assert refused(world.pusat.authorise, token) == "expired"


def test_challenges_are_ours_fresh_and_used_once(world: World) -> None:
    pusat, station = world.pusat, world.station
    reading = wire.ClockReading(to_ms(world.clock.now()), 0, "b")

    def said(challenge: bytes) -> wire.Hello:
        return station.signed(
            wire.Hello(id_bytes(station.station_id), challenge, world.nonce, station.machine, reading, [])
        )

    challenge = pusat.challenge(wire.ChallengeRequest(id_bytes(station.station_id))).challenge
    assert refused(pusat.hello, with_fields(said(challenge), pending=7)) == "signature"
    assert refused(pusat.hello, said(challenge)) == "challenge", "once, even when it was refused"
    assert refused(pusat.hello, said(bytes(56))) == "challenge"
    others = pusat.challenge(wire.ChallengeRequest(bytes(16))).challenge
    assert refused(pusat.hello, said(others)) == "challenge"
    old = pusat.challenge(wire.ChallengeRequest(id_bytes(station.station_id))).challenge
    world.clock.advance(minutes=6)
    assert refused(pusat.hello, said(old)) == "challenge"


def test_strangers_and_revoked_counters(world: World) -> None:
    stranger = PaperStation("stranger", LIBRARY)
    assert refused(world.hello, stranger, world.nonce) == "signature"
    stranger.station_id = world.station.station_id
    assert refused(world.hello, stranger, world.nonce) == "signature"
    token = world.hello(world.station, world.nonce).token
    caller = world.pusat.authorise(token)
    world.pusat.revoke(LIBRARY, world.station.station_id)
    assert refused(world.hello, world.station, world.nonce) == "revoked"
    assert refused(world.pusat.pull, caller, wire.PullRequest(0)) == "revoked"


def test_a_lost_answer_is_no_clone(world: World) -> None:
    world.hello(world.station, world.nonce)  # its answer, with the new nonce, is lost
    second = world.hello(world.station, world.nonce)
    world.hello(world.station, world.nonce)  # and so is the next
    third = world.hello(world.station, world.nonce)
    assert third.nonce != second.nonce
    world.hello(world.station, third.nonce)
    assert world.cases(CaseClass.SYS_CLONE) == []


def test_two_machines_under_one_name(world: World) -> None:
    brought(world)
    fresh = world.hello(world.station, world.nonce).nonce
    for _ in range(2):
        assert refused(world.hello, world.station, world.nonce, machine=OTHER_MACHINE) == "clone"
    (case,) = world.cases(CaseClass.SYS_CLONE)
    assert (case.severity, case.entity) == ("high", world.station.station_id)
    assert world.hello(world.station, fresh).scope == "full", "the first one goes on"


def test_an_old_nonce_is_let_in_and_noted(world: World) -> None:
    nonce = world.nonce
    for _ in range(3):
        nonce = world.hello(world.station, nonce).nonce
    world.hello(world.station, world.nonce)
    assert len(world.cases(CaseClass.SYS_CLONE)) == 1


def test_after_the_server_was_put_back_nobody_is_taken_for_a_copy(world: World) -> None:
    """It does not know the nonces it gave since its backup; whoever brings an old one in the new life is noted."""
    nonce = world.nonce
    for _ in range(3):
        life = world.hello(world.station, nonce)
        nonce = life.nonce
    with world.pusat.store.write() as connection:
        connection.execute(update(STATION).values(nonce=b"earlier", previous_nonce=b"before that"))
    system.renew(world.pusat, "restore")
    answer = world.hello(world.station, nonce, incarnation=life.incarnation)
    assert world.cases(CaseClass.SYS_CLONE) == []
    world.hello(world.station, answer.nonce, incarnation=answer.incarnation)
    assert world.cases(CaseClass.SYS_CLONE) == []
    for _ in range(2):
        world.hello(world.station, nonce, incarnation=answer.incarnation)
    assert len(world.cases(CaseClass.SYS_CLONE)) == 1


def test_a_copy_that_became_a_counter_of_its_own_is_told_by_the_one_it_was_copied_from(world: World) -> None:
    """The server was put back to before it ever heard of the copy: all it learns is the stream the copy opened."""
    stream = brought(world)
    other, _, nonce = world.join("other")
    split = stream.fork_at(3, any_id("on another machine"), reason="clone")
    world.hello(other, nonce, split.head())
    (case,) = world.cases(CaseClass.SYS_CLONE)
    assert case.entity == world.station.station_id


def test_a_counter_that_says_itself_it_was_set_back(world: World) -> None:
    stream, nonce = brought(world), world.nonce
    for _ in range(3):
        nonce = world.hello(world.station, nonce).nonce
    split = stream.fork_at(3, any_id("after the restore"), reason="restore")
    nonce = world.hello(world.station, world.nonce, stream.copy(3).head(3), split.head()).nonce
    assert len(world.cases(CaseClass.SYS_STATION_ROLLBACK)) == 1
    assert world.cases(CaseClass.SYS_CLONE) == [], "the restore explains the old nonce"
    world.hello(world.station, nonce, stream.copy(3).head(3), split.head())
    assert len(world.cases(CaseClass.SYS_STATION_ROLLBACK)) == 1


@pytest.mark.parametrize("upto", [0, 2])
def test_a_counter_that_does_not_know_it_was_set_back(world: World, upto: int) -> None:
    stream = brought(world)
    old = stream.copy(upto)
    nonce = world.hello(world.station, world.nonce, old.head(upto)).nonce
    answer = world.hello(world.station, nonce, old.head(upto))
    (head,) = answer.streams
    assert (head.seq, head.at_yours) == (4, stream.hash_at(2) if upto else None)
    (case,) = world.cases(CaseClass.SYS_STATION_ROLLBACK)
    assert (case.severity, case.entity) == ("high", world.station.station_id)
    lost = world.pusat.stream_events(world.caller, wire.HashesRequest(stream.stream_id, upto + 1, 99))
    assert lost.events == stream.events[upto:]


def test_a_fork_is_seen_at_the_hash(world: World) -> None:
    stream = brought(world)
    other = stream.copy(2)
    registered(other, 77)
    (head,) = world.hello(world.station, world.nonce, other.head(2)).streams
    assert (head.at_yours, other.hash_at(3)) == (stream.hash_at(3), other.hash_at(3))
    assert head.at_yours != other.hash_at(3)
    assert world.cases(CaseClass.SYS_STATION_ROLLBACK) == []
    hashes = world.pusat.hashes(world.caller, wire.HashesRequest(stream.stream_id, 1, 3)).hashes
    assert hashes == [(seq, stream.hash_at(seq)) for seq in (1, 2, 3)]


def test_a_server_that_was_set_back(world: World) -> None:
    """It lacks what it had confirmed: it says so, starts a new life, and counters bring everything again."""
    stream = brought(world, 8)
    nonce = world.hello(world.station, world.nonce, stream.head(8)).nonce
    life = world.hello(world.station, nonce, stream.head(8))
    with world.pusat.store.write() as connection:  # as a backup from before the last four events would have it
        connection.execute(delete(EVENT_LOG).where(EVENT_LOG.c.log_seq > 4))
        connection.execute(delete(STREAM_POS).where(STREAM_POS.c.seq > 4))
        connection.execute(delete(ENTITY_ROW).where(ENTITY_ROW.c.change_seq > 4))
        connection.execute(update(STREAM).values(head_seq=4, head_hash=stream.hash_at(4)))
        hash_ = connection.scalar(select(EVENT_LOG.c.log_hash).where(EVENT_LOG.c.log_seq == 4))
        connection.execute(update(LIBRARY_HEAD).values(log_seq=4, change_seq=4, log_hash=hash_))
    system.renew(world.pusat, "restore")
    answer = world.hello(world.station, life.nonce, stream.head(8), cursor=8, incarnation=life.incarnation)
    assert answer.incarnation != life.incarnation
    assert (answer.fresh_from, answer.streams[0].seq) == (4, 4)
    (case,) = world.cases(CaseClass.SYS_SERVER_ROLLBACK)
    assert (case.severity, case.entity) == ("high", SERVER_STATION)
    world.send(stream, 5)
    again = world.hello(world.station, answer.nonce, stream.head(8), cursor=8, incarnation=answer.incarnation)
    assert again.fresh_from == again.change_seq, "in one life every cursor counts"
    assert len(world.cases(CaseClass.SYS_SERVER_ROLLBACK)) == 1


def test_who_slept_through_two_restores_goes_back_to_the_earlier(world: World) -> None:
    stream = brought(world, 6)
    life = world.hello(world.station, world.nonce, stream.head(6))
    with world.pusat.store.write() as connection:
        connection.execute(update(LIBRARY_HEAD).values(change_seq=2))
    system.renew(world.pusat, "restore")
    with world.pusat.store.write() as connection:
        connection.execute(update(LIBRARY_HEAD).values(change_seq=50))
    system.renew(world.pusat, "restore")
    answer = world.hello(world.station, life.nonce, stream.head(6), cursor=5, incarnation=life.incarnation)
    assert answer.fresh_from == 2
    unknown = world.hello(world.station, answer.nonce, stream.head(6), cursor=5, incarnation=bytes(16))
    assert unknown.fresh_from == 0


def test_a_wrong_clock_is_noted_once_a_day(world: World) -> None:
    brought(world)
    nonce = world.nonce
    for day in range(2):
        for _ in range(3):
            reading = wire.ClockReading(to_ms(world.clock.now() - timedelta(hours=3)), 0, "b")
            nonce = world.hello(world.station, nonce, clock=reading).nonce
        assert len(world.cases(CaseClass.CLOCK)) == day + 1
        world.clock.advance(days=1)
    assert world.count(EVENT_LOG) == 4 + 2
    assert world.pusat.stations(LIBRARY)[0].clock_off_ms == -3 * 3_600_000


def test_one_id_in_two_libraries(world: World) -> None:
    """A counter says its own id when it founds: who signed decides which of two it is."""
    other = PaperStation("elsewhere", any_id("another library"))
    other.station_id = world.station.station_id
    nonce = world.pusat.enrol(founding_request(world.pusat.new_code(None), other)).nonce
    assert world.pusat.authorise(world.hello(other, nonce).token).library_id == other.library_id
    assert world.pusat.authorise(world.hello(world.station, world.nonce).token).library_id == LIBRARY


def test_the_time_is_signed(world: World) -> None:
    signed = world.pusat.time()
    assert signed.now_ms == to_ms(NOON + timedelta(hours=1))
    world.pusat.keys.signing.public_key().verify(signed.signature, wire.time_part(signed.now_ms))


def test_nothing_of_another_library(world: World) -> None:
    """The wall between libraries: the token decides, whatever a message says."""
    stream = brought(world)
    other = PaperStation("elsewhere", any_id("another library"))
    world.pusat.enrol(founding_request(world.pusat.new_code(None), other))
    caller = type(world.caller)(other.library_id, other.station_id, Scope.FULL)
    assert world.pusat.pull(caller, wire.PullRequest(0)).rows == []
    assert world.pusat.hashes(caller, wire.HashesRequest(stream.stream_id, 1, 9)).hashes == []
    assert refused(world.pusat.stream_events, caller, wire.HashesRequest(stream.stream_id, 1, 9)) == "foreign"
    assert refused(world.pusat.push, caller, world.station.batch(stream)) == "foreign"
    body, digest = b"photo", hashlib.sha256(b"photo").digest()
    world.pusat.put_blob(world.caller, digest, body)
    assert refused(world.pusat.get_blob, caller, digest) == "blob"
    assert world.pusat.get_blob(world.caller, digest) == body
