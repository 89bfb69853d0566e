"""Who was erased stays erased, whatever backup is put back: the list of ids beside the data sees to it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fakes import ADMIN, KEY, SequentialIds, new_desk, operator
from stock import add_member, row

from loket.db import backup
from loket.db.engine import driver, open_database
from loket.db.erased_list import ErasedList
from loket.db.journal import first_break
from loket.db.rebuild import differing_tables
from loket.domain.entities import Id, Member
from loket.domain.errors import StorageError
from loket.services.desk import Desk, open_desk
from loket.services.erasure import erase, erase_again


def test_a_list_that_is_torn_keeps_its_whole_lines(tmp_path: Path) -> None:
    listed = ErasedList(tmp_path / "erased.txt")
    assert listed.read() == []
    listed.add(["a" * 32, f"{'b' * 32} {'c' * 32}"])
    file = tmp_path / "erased.txt"
    file.write_text(file.read_text()[:-10])
    listed.add(["d" * 32, "a" * 32])
    assert listed.read() == ["a" * 32, "d" * 32]


def test_a_list_that_cannot_be_written_stops_the_erasure(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    desk.operator = operator(desk, ADMIN)
    member = add_member(desk, "A-1")
    (tmp_path / "erased.txt").mkdir()
    with pytest.raises(StorageError):
        erase(desk, member, "permintaan", drop_photo=lambda name: None)
    assert not row(desk, Member, member).erased
    desk.database.close()


@pytest.mark.parametrize("way", ["tool", "by hand", "on a new computer"])
def test_an_old_backup_brings_nobody_back(tmp_path: Path, way: str) -> None:
    home, copies = tmp_path / "data", tmp_path / "copies"
    home.mkdir()
    copies.mkdir()
    desk = new_desk(home)
    desk.operator = operator(desk, ADMIN)
    gone, stays = add_member(desk, "A-1", phone="0000 1"), add_member(desk, "A-2")
    old = backup.back_up(desk.database, copies, desk.clock.now())
    erase(desk, gone, "permintaan", drop_photo=lambda name: None)
    desk.clock.advance(days=1)  # type: ignore[attr-defined]
    backup.back_up(desk.database, copies, desk.clock.now())
    desk.database.close()

    again = started(put_back(way, old, home, tmp_path / "new", desk), desk)
    him = row(again, Member, gone)
    assert (him.erased, him.full_name, him.phone) == (True, "", "")
    assert row(again, Member, stays).full_name
    with again.database.read() as connection:
        source = driver(connection)
        personal = "SELECT count(*) FROM journal WHERE personal IS NOT NULL AND type LIKE 'Member%'"
        assert source.execute(personal).fetchone()[0] == 1
        assert first_break(source) is None
    assert differing_tables(again.database, tmp_path / "rebuild.tmp", KEY) == []
    assert erase_again(again) == 0, "once"
    again.database.close()


def put_back(way: str, old: Path, home: Path, new: Path, desk: Desk) -> Path:
    """The old backup in the place of the data; where it lies then."""
    target = home / "loket.db"
    if way == "by hand":
        shutil.copyfile(old, target)
        return target
    if way == "on a new computer":
        new.mkdir()
        target = new / "loket.db"
    backup.restore(old, target, KEY, now=desk.clock.now(), stream_id=Id("ab" * 16))
    return target


def started(file: Path, desk: Desk) -> Desk:
    """As the program opens it."""
    again = open_desk(open_database(file, KEY), desk.clock, SequentialIds(9 << 40))
    assert again is not None
    erase_again(again)
    return again
