"""Databases put back, copied, forked, and servers put back: nothing is lost, and no two histories share numbers."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from fake_server import FakeServer, Way
from fakes import KEY, FakeClock, SequentialIds
from hypothesis import given
from hypothesis import strategies as st
from joined import MARKS, agree, founded, kept, second, tables, visit
from stock import add_item, add_member, change_member, row

from loket.db import backup
from loket.db.engine import driver, open_database
from loket.db.journal import GENESIS, first_break
from loket.db.meta import get_meta
from loket.db.mirror import mirror_journal
from loket.db.streams import OwnStream, move_tail, own_streams, pending
from loket.devices.witness import WitnessFile
from loket.domain import events as e
from loket.domain.entities import Id, Item, Member
from loket.services.circulation import check_out
from loket.services.desk import Desk, open_desk
from loket.sync import wire
from loket.sync.client import sync_round
from loket.sync.streams import Verdict, fork_point, verdict_of
from loket.sync.transport import Declined

LATER = datetime(2026, 11, 24, 3, tzinfo=UTC)


@pytest.fixture
def server() -> FakeServer:
    return FakeServer()


@pytest.fixture
def first(tmp_path: Path, server: FakeServer):
    desk, way = founded(tmp_path / "one", server)
    agree(desk, way)
    yield desk, way
    desk.database.close()


def copied(desk: Desk, folder: Path, number: int = 9, **opening: object) -> Desk:
    """The counter's database as it is now, opened somewhere else."""
    folder.mkdir(exist_ok=True)
    target = folder / "loket.db"
    target.unlink(missing_ok=True)
    desk.database.copy_into(target)
    made = open_desk(open_database(target, KEY), FakeClock(desk.clock.now()), SequentialIds(number << 40), **opening)
    assert made is not None
    return made


def streams(desk: Desk) -> list[OwnStream]:
    with desk.database.read() as connection:
        return own_streams(driver(connection))


def whole(desk: Desk) -> bool:
    with desk.database.read() as connection:
        return first_break(driver(connection)) is None


# ---- put back -------------------------------------------------------------------------------------------------------


def test_a_counter_put_back_gets_its_history_again(tmp_path: Path, server: FakeServer, first) -> None:
    desk, way = first
    visit(desk, "sebelum")
    agree(desk, way)
    old = copied(desk, tmp_path / "old")
    item = add_item(desk, "B1")
    agree(desk, way)
    before = server.events()

    report = sync_round(old, Way(server))
    assert (report.new_stream, report.regained) == ("restore", 2)
    assert row(old, Item, item) is not None
    visit(old, "sesudah")
    agree(old, Way(server))
    assert server.events() == before + 1
    assert whole(old)
    assert [stream.reason for stream in streams(old)] == ["founded", "restore"]
    assert kept(old, "journal") == before + 1
    old.database.close()


def test_unsent_events_of_a_counter_put_back_come_in_their_own_stream(
    tmp_path: Path, server: FakeServer, first
) -> None:
    """It worked on before anybody noticed: both tails stay, under numbers of their own."""
    desk, way = first
    old = copied(desk, tmp_path / "old")
    for number in range(3):
        visit(desk, f"baru {number}")
    agree(desk, way)
    member = add_member(old, "A-1")
    visit(old, "lama")
    report = agree(old, Way(server))

    assert report.new_stream == "fork"
    assert row(old, Member, member) is not None
    assert len(tables(old)["visit"]) == 4
    agree(desk, way)
    change_member(old, member, note="lanjut")
    agree(old, Way(server))
    assert [stream.reason for stream in streams(old)] == ["founded", "fork"]
    assert whole(old)
    old.database.close()


def test_a_fork_of_what_was_partly_sent_is_told_apart_by_id(tmp_path: Path, server: FakeServer, first) -> None:
    desk, way = first
    for number in range(4):
        visit(desk, str(number))
    old = copied(desk, tmp_path / "old")  # four events on their way in both
    agree(desk, way)
    visit(old, "dari salinan")
    visit(desk, "dari asli")
    agree(desk, way)
    before = server.events()
    agree(old, Way(server))

    assert server.events() == before + 1
    assert streams(old)[1].seq == 1  # only what really parts is sealed anew
    old.database.close()


def test_the_restore_tool_works_on_an_enrolled_counter(tmp_path: Path, server: FakeServer, first) -> None:
    desk, way = first
    (tmp_path / "copies").mkdir()
    member, item = add_member(desk, "A-1"), add_item(desk, "B1")
    copy = backup.back_up(desk.database, tmp_path / "copies", desk.clock.now())
    check_out(desk, member_id=member, item_id=item)
    agree(desk, way)
    visit(desk, "tidak terkirim")
    mirrored = mirror_journal(desk.database, tmp_path / "copies")
    assert mirrored is not None
    desk.database.close()
    made = backup.restore(copy, desk.database.path, KEY, now=LATER, stream_id=Id("ab" * 16), mirror=mirrored.path)
    again = open_desk(open_database(desk.database.path, KEY), desk.clock, SequentialIds(9 << 40))
    assert again is not None

    assert made.brought_back == 2
    assert streams(again)[0].end_seq == streams(again)[0].seq
    assert len(tables(again)["visit"]) == 1
    visit(again, "sesudah")
    agree(again, Way(server))
    assert len(tables(again)["visit"]) == 2
    assert row(again, Item, item).loan_id is not None
    again.database.close()


# ---- the server put back --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("new_life", [True, False])
def test_a_server_put_back_gets_everything_again(tmp_path: Path, server: FakeServer, first, new_life: bool) -> None:
    desk, way = first
    other, other_way = second(tmp_path / "two", server)
    moment = server.snapshot()
    ada, item = add_member(desk, "A-1"), add_item(desk, "B1")
    agree(desk, way)
    agree(other, other_way)
    check_out(other, member_id=ada, item_id=item)
    agree(other, other_way)
    agree(desk, way)
    before = server.events(), server.by_kind()

    server.put_back(moment, new_life=new_life)
    visit(other, "sesudah")
    for counter in ((other, other_way), (desk, way), (other, other_way)):
        assert sync_round(*counter).replaced_kinds == ()
    for counter in ((other, other_way), (desk, way)):
        agree(*counter)

    assert server.events() == before[0] + 1
    assert server.by_kind()["loan"].keys() == before[1]["loan"].keys()
    assert server.by_kind()["member"].keys() == before[1]["member"].keys()
    assert pending_of(desk) == pending_of(other) == 0
    other.database.close()


def pending_of(desk: Desk) -> int:
    with desk.database.read() as connection:
        return pending(driver(connection)).events


def test_streams_that_ended_are_sent_again_too(tmp_path: Path, server: FakeServer, first) -> None:
    desk, way = first
    moment = server.snapshot()
    old = copied(desk, tmp_path / "old")
    visit(desk, "lama")
    agree(desk, way)
    sync_round(old, Way(server))
    visit(old, "baru")
    agree(old, Way(server))
    before = server.events()
    server.put_back(moment)
    agree(old, Way(server))

    assert server.events() == before
    old.database.close()


# ---- copied ---------------------------------------------------------------------------------------------------------


def test_a_copy_on_another_computer_goes_on_in_a_stream_of_its_own(tmp_path: Path, server: FakeServer, first) -> None:
    desk, way = first
    clone = copied(desk, tmp_path / "copy", machine=("a", "x", "y", "d"))
    assert (clone.new_stream, streams(clone)[-1].reason) == ("clone", "clone")
    visit(desk, "asli")
    visit(clone, "salinan")
    agree(desk, way)
    agree(clone, Way(server))
    agree(desk, way)

    assert len(tables(desk)["visit"]) == 2
    clone.database.close()


def test_one_new_mark_is_no_other_computer(tmp_path: Path, server: FakeServer, first) -> None:
    desk, _ = first
    same = copied(desk, tmp_path / "same", machine=("a", "b", "x", ""))
    assert (same.new_stream, len(streams(same))) == ("", 1)
    same.database.close()
    assert MARKS == ("a", "b", "c", "d")


def test_the_server_tells_a_copy_to_part(tmp_path: Path, server: FakeServer, first) -> None:
    desk, way = first
    copy = copied(desk, tmp_path / "copy", machine=("v", "w", "x", "y"))
    with copy.database.read() as connection:
        server.refuse_nonces_from = bytes.fromhex(get_meta(driver(connection), "machine_id") or "")
    for _ in range(2):
        with pytest.raises(Declined, match="clone"):
            sync_round(copy, Way(server))
    visit(copy, "tetap bekerja")

    assert [stream.reason for stream in streams(copy)] == ["founded", "clone"]
    assert pending_of(copy) == 1
    sync_round(desk, way)
    copy.database.close()


def test_every_greeting_shows_the_nonce_of_the_last_answer(server: FakeServer, first) -> None:
    desk, way = first
    agree(desk, way)
    agree(desk, way)

    assert server.seen_nonces == [b"n0", b"n1", b"n2"]


# ---- the witness ----------------------------------------------------------------------------------------------------


@pytest.fixture
def witnessed(tmp_path: Path, first):
    desk, _ = first
    desk.witness = WitnessFile(tmp_path / "elsewhere" / "note")
    visit(desk, "satu")
    return desk


def opened_again(desk: Desk, file: Path) -> Desk:
    found = open_desk(open_database(file, KEY), desk.clock, SequentialIds(9 << 40), witness=desk.witness)
    assert found is not None
    return found


def test_a_database_put_back_by_hand_is_known_by_its_witness(tmp_path: Path, witnessed: Desk) -> None:
    desk = witnessed
    before = tmp_path / "before.db"
    desk.database.copy_into(before)
    same = opened_again(desk, before)
    assert same.new_stream == ""
    same.database.close()
    visit(desk, "dua")
    older = opened_again(desk, before)

    assert older.new_stream == "restore"
    visit(older, "tiga")
    assert desk.witness is not None
    assert desk.witness.read().stream_id.hex() == older.stream_id
    assert opened_again(older, before).new_stream == ""
    asked = opened_again(desk, desk.database.path)
    assert asked.new_stream == "restore"  # a stream it never heard of was written since
    older.database.close()


def test_a_witness_that_is_torn_or_older_says_nothing(tmp_path: Path, witnessed: Desk) -> None:
    desk = witnessed
    note = tmp_path / "elsewhere" / "note"
    content = note.read_bytes()
    visit(desk, "dua")
    for text in (content, b"", note.read_bytes()[:-1], note.read_bytes()[:-1] + b"\x00", b"x" * len(content)):
        note.write_bytes(text)
        assert opened_again(desk, desk.database.path).new_stream == ""
    note.unlink()
    assert opened_again(desk, desk.database.path).new_stream == ""


def test_a_witness_that_cannot_be_written_does_not_stop_the_desk(tmp_path: Path, first) -> None:
    desk, _ = first
    (tmp_path / "file").write_bytes(b"")
    desk.witness = WitnessFile(tmp_path / "file" / "note")
    visit(desk)

    assert desk.witness.read() is None


def test_a_failed_action_leaves_the_witness_as_it_was(tmp_path: Path, witnessed: Desk) -> None:
    assert witnessed.witness is not None
    before = witnessed.witness.read()
    with pytest.raises(AssertionError), witnessed.action() as act:
        assert act.record(e.ClockConfirmed(act.today)) is None

    assert witnessed.witness.read() == before


# ---- finding the point ----------------------------------------------------------------------------------------------


class Numbers:
    """Stands in for a database: the hash of a row is its number, marked where histories have parted."""

    def __init__(self, parted_after: int) -> None:
        self._parted_after = parted_after

    def hash_of(self, seq: int, side: bytes) -> bytes:
        return seq.to_bytes(8, "big") + (side if seq > self._parted_after else b"")


@given(st.integers(0, 40), st.integers(0, 30), st.integers(0, 30), st.integers(1, 12))
def test_the_fork_point_is_found_wherever_it_lies(shared: int, ours: int, theirs: int, step: int) -> None:
    numbers = Numbers(shared)
    own = OwnStream(b"s", 0, "founded", None, None, None, 0, 0, None, shared + ours, GENESIS)
    asked = []

    def hashes(from_seq: int, to_seq: int) -> dict[int, bytes]:
        asked.append((from_seq, to_seq))
        return {seq: numbers.hash_of(seq, b"t") for seq in range(from_seq, min(to_seq, shared + theirs) + 1)}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("loket.sync.streams.hash_at", lambda _, __, seq: numbers.hash_of(seq, b"o"))
        patch.setattr(wire, "HASHES", step)
        assert fork_point(None, own, shared + theirs, hashes) == shared
    assert all(to - start < max(step, 1) for start, to in asked)
    assert len(asked) <= 8


@pytest.mark.parametrize(
    ("seq", "at_yours", "verdict"),
    [(0, None, Verdict.PREFIX), (2, None, Verdict.PREFIX), (5, "own", Verdict.LONGER), (5, None, Verdict.FORK)],
)
def test_verdicts(first, seq: int, at_yours: str | None, verdict: Verdict) -> None:
    desk, _ = first
    own = streams(desk)[0]
    assert own.seq == 5
    with desk.database.read() as connection:
        source = driver(connection)
        sealed = source.execute("SELECT hash FROM journal WHERE seq = ?", (seq,)).fetchone() if seq else None
        theirs = wire.ServerHead(
            own.stream_id,
            seq + (5 if seq == 5 else 0),
            sealed[0] if sealed else GENESIS,
            own.hash if at_yours else None,
        )
        assert verdict_of(source, own, theirs) is verdict
        wrong = wire.ServerHead(own.stream_id, 3, b"x" * 32)
        assert verdict_of(source, own, wrong) is Verdict.FORK


def test_a_tail_of_an_ended_stream_comes_before_later_streams(tmp_path: Path, first) -> None:
    desk, _ = first
    visit(desk, "satu")
    copy = copied(desk, tmp_path / "copy", machine=("v", "w", "x", "y"))
    visit(copy, "dua")
    ended = streams(copy)[0]
    with copy.database.write() as connection:
        moved = move_tail(driver(connection), ended, 5, Id("cd" * 16), now_ms=0, last=False)
    found = streams(copy)

    assert moved == 1
    assert [stream.reason for stream in found] == ["founded", "fork", "clone"]
    assert [stream.pending for stream in found] == [0, 1, 1]
    assert copy.stream_id == found[-1].stream_id.hex()
    copy.database.close()
