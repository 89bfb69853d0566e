"""Counters and the real server, without the network between them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from at_pusat import Way, join, same, second
from fakes import KEY, FakeClock, SequentialIds, new_desk
from joined import kept, tables, visit
from stock import add_item, add_member, change_member, row

from loket.db import backup
from loket.db.engine import driver, open_database
from loket.db.meta import get_meta, set_meta
from loket.db.mirror import mirror_journal
from loket.db.streams import own_streams
from loket.devices.witness import Witness, WitnessFile
from loket.domain.cases import CaseClass, detail_of
from loket.domain.entities import Case, Id, Item, Member
from loket.domain.errors import InvalidInput
from loket.server.pusat import Pusat
from loket.server.server_keys import ServerKeys
from loket.server.store import open_store
from loket.services.cases import describe
from loket.services.circulation import check_in, check_out
from loket.services.desk import Desk, open_desk
from loket.sync.client import RoundReport, sync_round
from loket.sync.enrol import Invitation, enrol, fill
from loket.sync.packet import make_packet, read_reply
from loket.sync.servertime import ask_time
from loket.sync.transport import Declined, Unreachable


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def pusat(tmp_path: Path, desk: Desk) -> Iterator[Pusat]:
    store = open_store(None, tmp_path / "pusat", bytes(range(32)))
    yield Pusat(store, ServerKeys(bytes(range(32))), desk.clock, SequentialIds(99 << 40))
    store.close()


@pytest.fixture
def way(pusat: Pusat) -> Way:
    return Way(pusat)


@pytest.fixture
def first(desk: Desk, pusat: Pusat, way: Way) -> Desk:
    join(desk, pusat, way, None, marks=("a", "b", "c", "d"))
    return desk


def copy_of(desk: Desk, file: Path, **opening: Any) -> Desk:
    desk.database.copy_into(file)
    made = open_desk(open_database(file, KEY), FakeClock(desk.clock.now()), SequentialIds(50 << 40), **opening)
    assert made is not None
    return made


def meta_of(desk: Desk, key: str) -> str | None:
    with desk.database.read() as connection:
        return get_meta(driver(connection), key)


def cases(desk: Desk) -> list[str]:
    return sorted(values[1] for values in tables(desk)["conflict_case"].values())


def test_two_counters_work_as_one(tmp_path: Path, first: Desk, pusat: Pusat, way: Way) -> None:
    member, item = add_member(first, "A-1", phone="0000 1"), add_item(first, "B1")
    before = tables(first)
    report = sync_round(first, way, thorough=True)
    assert report.pushed == kept(first, "journal")
    assert tables(first) == before
    assert report.replaced_kinds == ()
    other = second(tmp_path, first, pusat, way)
    check_out(other, member_id=member, item_id=item)
    change_member(first, member, note="dari loket 1")
    same(first, other, way=way)
    check_in(first, item_id=item)
    same(other, first, way=way)

    assert row(other, Item, item).loan_id is None
    assert row(other, Member, member).note == "dari loket 1"
    assert cases(first) == []
    other.database.close()


def test_a_kiosk_of_the_real_server(tmp_path: Path, first: Desk, pusat: Pusat, way: Way) -> None:
    member = add_member(first, "A-1", phone="0000 1")
    sync_round(first, way)
    kiosk = second(tmp_path, first, pusat, way, profile="kiosk")
    visit(kiosk)
    report = sync_round(kiosk, way, thorough=True)

    assert (report.replaced_kinds, report.pushed) == ((), 2)  # the visit, and what the kiosk is called
    assert (row(kiosk, Member, member).member_no, row(kiosk, Member, member).phone) == ("A-1", "")
    sync_round(first, way)
    assert len(tables(first)["visit"]) == 1
    kiosk.database.close()


def test_a_counter_put_back_and_a_fork(tmp_path: Path, first: Desk, way: Way) -> None:
    visit(first, "satu")
    sync_round(first, way)
    older, forked = copy_of(first, tmp_path / "older.db"), copy_of(first, tmp_path / "forked.db")
    visit(first, "dua")
    sync_round(first, way)
    report = sync_round(older, way)
    assert (report.new_stream, report.regained) == ("restore", 1)
    assert len(tables(older)["visit"]) == 2
    visit(older, "tiga")
    sync_round(older, way)
    visit(forked, "empat")
    assert sync_round(forked, way).new_stream == "fork"
    sync_round(older, way)

    assert len(tables(forked)["visit"]) == len(tables(older)["visit"]) == 4
    assert {"sys_station_rollback", "sys_fork"} <= {name.lower() for name in cases(older)}
    older.database.close()
    forked.database.close()


def test_the_restore_tool_and_its_one_case(tmp_path: Path, first: Desk, way: Way) -> None:
    (tmp_path / "copies").mkdir()
    sync_round(first, way)
    saved = backup.back_up(first.database, tmp_path / "copies", first.clock.now())
    visit(first, "satu")
    sync_round(first, way)
    first.database.close()
    backup.restore(saved, first.database.path, KEY, now=first.clock.now(), stream_id=Id("ab" * 16))
    again = open_desk(open_database(first.database.path, KEY), first.clock, SequentialIds(9 << 40))
    assert again is not None
    report = sync_round(again, way)

    assert (report.regained, report.new_stream) == (1, "")
    assert [name.lower() for name in cases(again)] == ["sys_station_rollback"]
    again.database.close()


def test_a_live_copy_is_told_to_join_anew_and_keeps_its_work(
    tmp_path: Path, first: Desk, pusat: Pusat, way: Way
) -> None:
    sync_round(first, way)
    copy = copy_of(first, tmp_path / "copy.db")
    with copy.database.write() as connection:  # another computer that local marks did not tell
        set_meta(driver(connection), "machine_id", "77" * 16)
    visit(copy, "salinan")
    visit(first, "asli")
    sync_round(first, way)
    with pytest.raises(Declined, match="clone"):
        sync_round(copy, way)
    visit(copy, "sesudah")
    copied_key, stream = meta_of(copy, "station_private_key"), copy.stream_id
    assert copied_key == meta_of(first, "station_private_key")
    joined = join(copy, pusat, way, first.library.id, code={"station_code": "L5"}, marks=("v", "w", "x", "y"))
    joined = fill(joined, way)
    assert joined.station.id != first.station.id
    assert meta_of(copy, "station_private_key") not in (copied_key, "", None)
    assert meta_of(first, "station_private_key") == copied_key
    assert joined.stream_id != stream
    with copy.database.read() as connection:
        last = own_streams(driver(connection))[-1]
    assert (last.reason, last.stream_id.hex()) == ("enrolled", joined.stream_id)
    same(first, joined, way=way)

    assert len(tables(first)["visit"]) == 3
    copy.database.close()


def test_a_copy_that_joins_before_anybody_noticed_shares_nothing_with_the_other(
    tmp_path: Path, first: Desk, pusat: Pusat, way: Way
) -> None:
    """Same computer by its marks, same stream: from the code on it has a key and numbers of its own."""
    sync_round(first, way)
    copy = copy_of(first, tmp_path / "copy.db")
    joined = fill(join(copy, pusat, way, first.library.id, code={"station_code": "L5"}), way)
    visit(joined, "salinan")
    visit(first, "asli")
    same(first, joined, way=way)

    assert len(tables(first)["visit"]) == 2
    assert joined.stream_id != first.stream_id
    assert cases(first) == []
    copy.database.close()


def test_an_answer_lost_while_joining_again_costs_no_code(first: Desk, pusat: Pusat, way: Way) -> None:
    sync_round(first, way)
    old, stream = meta_of(first, "station_private_key"), first.stream_id
    code = pusat.new_code(first.library.id, station_id=first.station.id)
    invited, lost = Invitation("https://pusat", code), LostAnswer(pusat)
    with pytest.raises(InvalidInput, match="server_offline"):
        enrol(first.database, first.clock, first.ids, invited, transport=lost)
    assert meta_of(first, "station_private_key") == old, "what the server has not said is not so"
    again = fill(enrol(first.database, first.clock, first.ids, invited, transport=way), way)

    assert meta_of(first, "station_private_key") != old
    assert again.stream_id != stream
    assert again.station == first.station
    assert cases(again) == [], "a counter that joins again is no copy"


class LostAnswer(Way):
    """The server does what it is asked, and nobody hears it."""

    def call(self, path: str, body: bytes, token: str = "") -> bytes:
        super().call(path, body, token)
        raise Unreachable("offline")


def test_a_code_for_a_dead_computer_brings_its_counter_back(
    tmp_path: Path, first: Desk, pusat: Pusat, way: Way
) -> None:
    visit(first)
    sync_round(first, way)
    code = pusat.new_code(first.library.id, station_id=first.station.id)
    database = open_database(tmp_path / "new.db", KEY)
    new = enrol(
        database, FakeClock(first.clock.now()), SequentialIds(3 << 40), Invitation("https://pusat", code), transport=way
    )
    new = fill(new, way)

    assert new.station == first.station
    assert len(tables(new)["visit"]) == 1
    visit(new)
    sync_round(new, way)
    with pytest.raises(Declined):
        sync_round(first, way)
    database.close()


def test_a_stick_to_the_real_server_and_back(first: Desk, pusat: Pusat) -> None:
    member = add_member(first, "A-1")
    events, packet = make_packet(first)
    pusat.take_packet(packet)
    report = read_reply(first, pusat.packet_reply(packet))

    assert report.pushed == events == kept(first, "journal")
    assert report.failed == 0
    assert row(first, Member, member).member_no == "A-1"
    assert kept(first, "base_row") == 0


def test_the_real_servers_time(first: Desk, way: Way) -> None:
    ask_time(first, way)

    assert first.time_by_server() == first.clock.now()


def test_streams_say_where_they_came_from(tmp_path: Path, first: Desk, way: Way) -> None:
    sync_round(first, way)
    moved = copy_of(first, tmp_path / "moved.db", machine=("v", "w", "x", "y"))
    visit(moved)
    report: RoundReport = sync_round(moved, way)
    with moved.database.read() as connection:
        streams = own_streams(driver(connection))
        marks = get_meta(driver(connection), "machine")

    assert [stream.reason for stream in streams] == ["founded", "clone"]
    assert (report.pushed, report.new_stream) == (1, "")
    assert marks == '["v", "w", "x", "y"]'
    moved.database.close()


# ---- events that nobody has -----------------------------------------------------------------------------------------


@pytest.fixture
def noted(first: Desk, tmp_path: Path, way: Way) -> Path:
    """The counter has synced, and is then copied away; the note beside its data is kept. Gives the copy."""
    first.witness = WitnessFile(tmp_path / "beside" / "note")
    visit(first, "terkirim")
    sync_round(first, way)
    image = tmp_path / "image.db"
    first.database.copy_into(image)
    return image


def put_back(first: Desk, image: Path) -> Desk:
    """By hand: the copy in the place of the data."""
    found = open_desk(open_database(image, KEY), first.clock, SequentialIds(9 << 40), witness=first.witness)
    assert found is not None
    return found


def lost_cases(pusat: Pusat, desk: Desk, *, open_only: bool = True) -> list[Case]:
    return [case for case in pusat.cases(desk.library.id, open_only) if case.cls == CaseClass.SYS_LOST]


def test_what_nobody_has_any_more_is_said_with_its_numbers(first: Desk, noted: Path, pusat: Pusat, way: Way) -> None:
    reached = kept(first, "journal")
    for number in range(3):
        visit(first, f"hilang {number}")
    again = put_back(first, noted)
    for _ in range(2):
        sync_round(again, way)
        visit(again, "sesudah")  # the note beside the data is of the new stream now

    (case,) = lost_cases(pusat, again)
    detail = detail_of(case)
    assert (case.entity, case.severity) == (first.station.id, "high")
    assert (detail["stream"], detail["found"], detail["last"]) == (first.stream_id, reached, reached + 3)
    with again.view() as act:
        told = describe(act.state, case).question
    assert f"Loket Utama pernah menulis sampai nomor {reached + 3}, tetapi yang ada hanya sampai {reached}." in told
    again.database.close()


def test_a_counter_put_back_twice_before_it_reaches_the_server_misses_both(
    first: Desk, noted: Path, pusat: Pusat, way: Way, tmp_path: Path
) -> None:
    visit(first, "hilang")
    older = tmp_path / "older.db"
    older.write_bytes(noted.read_bytes())
    once = put_back(first, noted)
    visit(once, "hilang juga")
    once.database.close()
    again = put_back(first, older)
    sync_round(again, way)

    streams = {detail_of(case)["stream"] for case in lost_cases(pusat, again)}
    assert streams == {first.stream_id, once.stream_id}
    again.database.close()


def test_what_the_server_has_is_not_lost(first: Desk, noted: Path, pusat: Pusat, way: Way) -> None:
    visit(first, "baru")
    sync_round(first, way)
    again = put_back(first, noted)
    assert sync_round(again, way).regained == 1

    assert lost_cases(pusat, again, open_only=False) == []
    again.database.close()


def test_what_a_copy_of_the_journal_brings_back_is_not_lost(
    first: Desk, noted: Path, pusat: Pusat, way: Way, tmp_path: Path
) -> None:
    visit(first, "di media kedua")
    mirrored = mirror_journal(first.database, tmp_path)
    assert mirrored is not None
    first.database.close()
    backup.restore(
        noted, first.database.path, KEY, now=first.clock.now(), stream_id=Id("ab" * 16), mirror=mirrored.path
    )
    again = put_back(first, first.database.path)
    sync_round(again, way)

    assert len(tables(again)["visit"]) == 2
    assert lost_cases(pusat, again, open_only=False) == []
    again.database.close()


def test_what_comes_by_stick_after_all_answers_the_case(first: Desk, noted: Path, pusat: Pusat, way: Way) -> None:
    visit(first, "di flash disk")
    _, packet = make_packet(first)
    again = put_back(first, noted)
    sync_round(again, way)
    assert len(lost_cases(pusat, again)) == 1
    pusat.take_packet(packet)

    assert lost_cases(pusat, again) == []
    (case,) = lost_cases(pusat, again, open_only=False)
    assert (case.choice, case.decided_by) == ("arrived", "Loket Pusat")
    sync_round(again, way)
    assert len(tables(again)["visit"]) == 2
    assert lost_cases(pusat, again) == []
    again.database.close()


def test_what_a_fork_sealed_anew_is_not_missed_under_its_old_numbers(
    first: Desk, noted: Path, pusat: Pusat, way: Way, tmp_path: Path
) -> None:
    visit(first, "asli")
    again = copy_of(first, tmp_path / "forked.db", witness=WitnessFile(tmp_path / "other" / "note"))
    visit(first, "asli lagi")
    sync_round(first, way)
    visit(again, "cabang")
    visit(again, "cabang lagi")
    assert sync_round(again, way).new_stream == "fork"
    again.database.close()
    older = open_desk(open_database(noted, KEY), first.clock, SequentialIds(8 << 40), witness=again.witness)
    assert older is not None
    sync_round(older, way)

    assert [detail_of(case) for case in lost_cases(pusat, older, open_only=False)] == []
    older.database.close()


class BusyWitness(WitnessFile):
    """Somebody is served at this counter in the moment its notes are read for the server."""

    desk: Desk | None = None

    def all(self) -> list[Witness]:
        if self.desk is not None:
            visit(self.desk, "saat menyapa server")
        return super().all()


def test_who_is_served_while_the_server_is_greeted_is_not_told_lost(tmp_path: Path, first: Desk, way: Way) -> None:
    witness = BusyWitness(tmp_path / "elsewhere" / "note")
    first.witness = witness
    visit(first, "sebelumnya")
    witness.desk = first
    for _ in range(3):
        sync_round(first, way)
    assert cases(first) == []
