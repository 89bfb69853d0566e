"""A backup counts when it was read back, and a server restored from it loses nothing the counters still have."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from doors import SECRET, DoorTransport
from fakes import new_desk
from starlette.testclient import TestClient
from stock import add_item, add_member

from loket.db.engine import driver
from loket.db.streams import own_streams
from loket.domain import events as e
from loket.domain.entities import Id, Item, Member
from loket.domain.errors import StorageCode, StorageError
from loket.server import dumps, system
from loket.server.backup import Restored, back_up, restore
from loket.server.house import House, Settings, erased_list, open_house
from loket.server.http import create_app
from loket.server.store import EMBEDDED_FILE
from loket.services.desk import Desk, all_rows
from loket.sync.client import sync_round
from loket.sync.enrol import Invitation, enrol

NOW = datetime(2026, 11, 24, 21, 30).astimezone()


@dataclass
class World:
    """A server in a folder, and the counter that founded its library."""

    folder: Path
    settings: Settings
    house: House
    desk: Desk
    restored: Restored | None = None

    def sync(self) -> None:
        self.desk.clock.advance(minutes=15)  # type: ignore[attr-defined]
        sync_round(self.desk, DoorTransport(TestClient(create_app(self.house.pusat))))

    def back_up(self) -> Path:
        return back_up(self.house, self.folder / "backups", NOW).path

    def restore(self, backup: Path) -> None:
        """Stopped, restored and started again."""
        self.house.close()
        self.restored = restore(backup, self.folder, self.settings, SECRET, NOW)
        self.house = open_house(self.folder, self.settings, SECRET)

    def events(self) -> int:
        with self.house.store.read() as connection:
            return int(connection.exec_driver_sql("SELECT count(*) FROM event_log").scalar() or 0)

    def has(self, item: Id) -> bool:
        """Does the server know this copy?"""
        with self.house.pusat.state(self.desk.library.id) as state:
            return state.get(Item, item) is not None

    def members(self) -> list[Id]:
        with self.desk.view() as act:
            return [member.id for member in all_rows(act.driver, Member)]

    def erased(self, member_id: Id) -> bool:
        """Does the server say so, and nothing else of him?"""
        with self.house.pusat.state(self.desk.library.id) as state:
            member = state.get(Member, member_id)
        return member is not None and member.erased and not (member.full_name or member.phone)

    def personal_parts(self) -> int:
        with self.house.store.read() as connection:
            told = "SELECT count(*) FROM event_log WHERE personal IS NOT NULL AND type LIKE 'Member%%'"
            return int(connection.exec_driver_sql(told).scalar() or 0)

    def holds(self) -> None:
        """Every chain holds, and the rows are those of the log."""
        for library_id, _ in self.house.pusat.libraries():
            assert system.verify(self.house.pusat, library_id) is None
            assert system.rebuild(self.house.pusat, library_id).differing == []

    def durable(self) -> tuple[int, int]:
        """(how far the counter knows its events to be in a backup, how far they go)."""
        with self.desk.database.read() as connection:
            (stream,) = own_streams(driver(connection))
        return stream.durable_seq, stream.seq


@pytest.fixture(params=["embedded", "postgres"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    url = request.getfixturevalue("postgres_url") if request.param == "postgres" else None
    settings, folder = Settings(database=url), tmp_path / "pusat"
    house = open_house(folder, settings, SECRET)
    desk = new_desk(tmp_path)
    client = TestClient(create_app(house.pusat))
    invited = Invitation("https://pusat.test", house.pusat.new_code(None))
    desk = enrol(desk.database, desk.clock, desk.ids, invited, transport=DoorTransport(client))
    world = World(folder, settings, house, desk)
    add_member(desk, "A-1")
    world.sync()
    yield world
    world.house.close()
    desk.database.close()


def test_the_counter_learns_what_is_safe_only_from_a_backup(world: World):
    add_item(world.desk, "B1")
    world.sync()
    assert world.durable()[0] == 0
    _, safe = world.durable()
    made = back_up(world.house, world.folder / "backups", NOW)
    assert made.path.is_file()
    assert made.events == world.events()
    add_item(world.desk, "B2")
    world.sync()
    assert world.durable()[0] == safe
    assert world.durable()[1] > safe


def test_a_restored_server_gets_back_from_the_counters_what_its_backup_lacks(world: World):
    backup = world.back_up()
    before = world.events()
    item = add_item(world.desk, "B1")
    world.sync()
    assert world.has(item)
    world.restore(backup)
    assert world.restored is not None
    assert world.restored.events == before
    assert not world.has(item)
    world.sync()
    world.sync()
    assert world.has(item)
    world.holds()


def test_nobody_who_was_erased_comes_back_with_a_backup(world: World):
    """Neither whom the backup knows, nor who was registered after it and is sent again with his name."""
    backup = world.back_up()
    (known,) = world.members()
    later = add_member(world.desk, "A-2", phone="0000 2")
    world.sync()
    with world.desk.action() as act:
        for member in (known, later):
            act.record(e.MemberErased(member, "permintaan"))
    world.sync()
    world.restore(backup)
    for member in (known, later):
        assert world.erased(member), "before any counter has said a word"
    world.sync()
    world.sync()
    for member in (known, later):
        assert world.erased(member)
    assert world.personal_parts() == 0
    world.holds()


@pytest.mark.parametrize("world", ["embedded"], indirect=True)
def test_the_list_of_the_erased_goes_with_the_backups(world: World, tmp_path: Path):
    """A new computer has the backups' folder and nothing else; the older backup is the one that can be read."""
    older = world.back_up()
    (known,) = world.members()
    with world.desk.action() as act:
        act.record(e.MemberErased(known, "permintaan"))
    world.sync()
    back_up(world.house, world.folder / "backups", NOW + timedelta(days=1))
    listed = (older.parent / "erased.txt").read_text()
    assert listed.split() == [world.desk.library.id, known]
    restore(older, tmp_path / "baru", Settings(), SECRET, NOW)
    world.house.close()
    world.house = open_house(tmp_path / "baru", Settings(), SECRET)
    assert world.erased(known)


def test_a_database_put_back_by_other_tools_is_made_right_at_the_start(world: World):
    (known,) = world.members()
    lines = [f"{world.desk.library.id} {known}", f"{Id('9' * 32)} {known}", "rusak"]
    assert system.erase_again(world.house.pusat, lines) == 1
    assert world.erased(known)
    assert system.erase_again(world.house.pusat, lines) == 0, "once"
    assert erased_list(world.folder).read() == lines[:1]


def test_only_so_many_backups_are_kept(world: World):
    for day in range(11):  # 24 November to 4 December
        back_up(world.house, world.folder / "backups", NOW + timedelta(days=day), keep=3)
    kept = sorted(path.name[6:14] for path in (world.folder / "backups").iterdir())
    assert kept == ["20261130", "20261202", "20261203", "20261204"]


def test_a_damaged_backup_is_refused_and_nothing_is_touched(world: World):
    backup, before = world.back_up(), world.events()
    content = bytearray(backup.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 64] = bytes(64)
    backup.write_bytes(content)
    world.house.close()
    with pytest.raises((StorageError, dumps.ToolFailed)):
        restore(backup, world.folder, world.settings, SECRET, NOW)
    world.house = open_house(world.folder, world.settings, SECRET)
    assert world.events() == before
    assert not list(world.folder.glob(".pusat-*"))


@pytest.mark.parametrize("world", ["postgres"], indirect=True)
def test_one_wrong_byte_anywhere_in_an_archive_is_noticed(world: World, tmp_path: Path):
    """What pg_restore itself says of a wrong byte depends on where it is; the check sum does not."""
    whole = world.back_up().read_bytes()
    damaged, header = tmp_path / "rusak.dump.gz", 64
    for place in range(header, len(whole), len(whole) // 97):
        damaged.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        with pytest.raises(StorageError) as refused:
            dumps.unpack(damaged, tmp_path / "isi")
        assert refused.value.code is StorageCode.DAMAGED, place


def test_a_running_server_is_not_restored_over(world: World):
    backup = world.back_up()
    assert world.events()
    with pytest.raises(StorageError) as refused:
        restore(backup, world.folder, world.settings, SECRET, NOW)
    assert refused.value.code is StorageCode.LOCKED
    assert world.events()


@pytest.mark.parametrize("content", [b"", b"bukan cadangan" * 1000])
def test_another_file_is_no_backup(world: World, tmp_path: Path, content: bytes):
    file = tmp_path / "berkas"
    file.write_bytes(content)
    with pytest.raises(StorageError) as refused:
        restore(file, world.folder, world.settings, SECRET, NOW)
    assert refused.value.code in (StorageCode.NOT_A_BACKUP, StorageCode.WRONG_KEY)
    with pytest.raises(StorageError):
        restore(tmp_path / "tiada", world.folder, world.settings, SECRET, NOW)


@pytest.mark.parametrize("world", ["embedded"], indirect=True)
def test_on_a_new_computer_the_recovery_key_and_a_backup_are_enough(world: World, tmp_path: Path):
    backup = world.back_up()
    elsewhere = tmp_path / "baru"
    with pytest.raises(StorageError):
        restore(backup, elsewhere, Settings(), bytes(32), NOW)
    done = restore(backup, elsewhere, Settings(), SECRET, NOW)
    assert (done.events, done.kept) == (world.events(), None)
    house = open_house(elsewhere, Settings(), SECRET)
    assert house.pusat.libraries() == world.house.pusat.libraries()
    house.close()


@pytest.mark.parametrize("world", ["embedded"], indirect=True)
def test_the_old_file_is_kept_beside_the_restored_one(world: World):
    backup = world.back_up()
    add_item(world.desk, "B1")
    world.sync()
    before = world.events()
    world.restore(backup)
    assert world.restored is not None
    kept = world.restored.kept
    assert kept is not None
    again = world.folder / "lama"
    again.mkdir()
    shutil.copyfile(kept, again / EMBEDDED_FILE)
    house = open_house(again, Settings(), SECRET)
    with house.store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM event_log").scalar() == before
    house.close()
