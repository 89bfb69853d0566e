"""The copies a counter keeps of itself: the nightly backup and the journal on a second medium."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from fakes import FakeClock, new_desk
from stock import add_member

from loket.db.mirror import SUFFIX, read_mirror
from loket.services.maintenance import back_up_desk, nightly_backup_due
from loket.ui import preferences
from loket.ui.backups import mirror_counter


@pytest.mark.parametrize(("utc_hour", "due"), [(13, False), (14, True), (20, True), (21, False)])
def test_the_nightly_backup_is_due_from_ten_to_five_by_the_librarys_clock(
    tmp_path: Path, utc_hour: int, due: bool
) -> None:
    desk = new_desk(tmp_path)
    assert isinstance(desk.clock, FakeClock)
    desk.clock.set(datetime(2026, 11, 24, utc_hour, 30, tzinfo=UTC))  # WITA is eight hours ahead
    assert nightly_backup_due(desk) is due


def test_one_backup_a_night_is_enough(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    assert isinstance(desk.clock, FakeClock)
    desk.clock.set(datetime(2026, 11, 24, 14, 30, tzinfo=UTC))
    back_up_desk(desk, tmp_path / "backups")
    desk.clock.advance(hours=3)
    assert not nightly_backup_due(desk)
    desk.clock.advance(hours=24)
    assert nightly_backup_due(desk)


def test_the_journal_follows_onto_the_second_medium_while_it_is_there(tmp_path: Path) -> None:
    desk, stick = new_desk(tmp_path), tmp_path / "stick"
    preferences.change(tmp_path, mirror_folder=str(stick))
    assert mirror_counter(desk, tmp_path) is None  # not plugged in: nothing to say
    stick.mkdir()
    add_member(desk, "M-1")
    assert mirror_counter(desk, tmp_path) is None
    (mirror,) = stick.glob(f"*{SUFFIX}")
    with desk.database.read() as connection:
        events = connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one()
    assert len(list(read_mirror(mirror, desk.database.key))) == events
