"""Backups that were read back, a restore no power cut can spoil, and the mirror on another medium."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fakes import KEY, FakeClock, SequentialIds, new_desk

from loket.db import backup, mirror
from loket.db.engine import Database, driver, open_database
from loket.db.journal import COLUMNS, STREAMS, first_break
from loket.db.keys import key_fits
from loket.db.meta import get_meta
from loket.db.rebuild import differing_tables, table_digests
from loket.domain import events as e
from loket.domain.entities import Id
from loket.domain.errors import StorageCode, StorageError
from loket.services import maintenance
from loket.services.desk import Desk, open_desk

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
NEW_STREAM = Id(f"{0xABC:012x}7000{0x8 << 60:016x}")


@pytest.fixture
def desk(tmp_path: Path):
    desk = new_desk(tmp_path)
    yield desk
    desk.database.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "backups").mkdir()
    return tmp_path / "backups"


def work(desk: Desk, visits: int = 3) -> None:
    for _ in range(visits):
        with desk.action() as act:
            act.record(e.VisitRecorded(act.new_id(), "member", act.now, act.today, "membaca"))


def visits_in(database: Database) -> int:
    with database.read() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM visit").scalar_one()


def journal_rows(database: Database) -> list[tuple]:
    with database.read() as connection:
        sql = f"SELECT {COLUMNS} FROM journal ORDER BY stream_id, seq"
        return [tuple(row) for row in driver(connection).execute(sql).fetchall()]


def code_of(error: pytest.ExceptionInfo[StorageError]) -> StorageCode:
    return error.value.code


def restore(source: Path, target: Path, **changes) -> backup.Restored:
    return backup.restore(source, target, KEY, **({"now": NOW, "stream_id": NEW_STREAM} | changes))


# ---- backing up ---------------------------------------------------------------------------------------------------


def test_a_backup_holds_everything_and_says_what(desk: Desk, folder: Path) -> None:
    work(desk)
    path = backup.back_up(desk.database, folder, desk.clock.now())
    report = backup.verify_backup(path, KEY)

    assert path.name == "loket-20261124-020000.lktbak"
    assert [file.name for file in folder.iterdir()] == [path.name]
    assert (report.made_at, report.stream_id, report.events) == (desk.clock.now(), desk.stream_id, 8)
    assert report.journal_head.seq == 8
    copy = open_database(path, KEY)
    with copy.read() as ours, desk.database.read() as theirs:
        assert table_digests(driver(ours)) == table_digests(driver(theirs))
    assert journal_rows(copy) == journal_rows(desk.database)
    copy.close()


def test_a_backup_is_encrypted(desk: Desk, folder: Path) -> None:
    content = backup.back_up(desk.database, folder, NOW).read_bytes()

    assert b"SQLite format 3" not in content
    assert b"Perpustakaan" not in content


def test_the_database_remembers_its_last_backup(desk: Desk, folder: Path) -> None:
    assert maintenance.health(desk).backup_age is None
    path = maintenance.back_up_desk(desk, folder)
    assert isinstance(desk.clock, FakeClock)
    desk.clock.advance(hours=5)
    health = maintenance.health(desk)

    assert path.name == "loket-20261124-100000.lktbak"  # the library's own time
    assert (health.backup_age, health.backup_path) == (timedelta(hours=5), str(path))


def test_work_goes_on_while_a_backup_is_made(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_into = Database.copy_into

    def meanwhile(self: Database, target: Path) -> None:
        work(desk, 1)
        copy_into(self, target)
        work(desk, 1)

    monkeypatch.setattr(Database, "copy_into", meanwhile)
    report = backup.verify_backup(backup.back_up(desk.database, folder, NOW), KEY)

    assert report.events == 6
    assert visits_in(desk.database) == 2


def test_two_backups_of_one_second_have_two_names(desk: Desk, folder: Path) -> None:
    first, second = (backup.back_up(desk.database, folder, NOW) for _ in range(2))

    assert first != second
    assert backup.backups_in(folder) == [second, first] or backup.backups_in(folder) == [first, second]


def spoil(path: Path, place: int = 20_000) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(b"spoiled" * 9)


def test_a_copy_that_cannot_be_read_back_is_no_backup(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = backup.back_up(desk.database, folder, NOW)
    copy_into = Database.copy_into

    def spoiled_copy(self: Database, target: Path) -> None:
        copy_into(self, target)
        spoil(target)

    monkeypatch.setattr(Database, "copy_into", spoiled_copy)
    with pytest.raises(StorageError) as error:
        backup.back_up(desk.database, folder, NOW + timedelta(days=1), keep=1)
    assert code_of(error) is StorageCode.DAMAGED
    assert list(folder.iterdir()) == [good]
    with desk.database.read() as connection:
        assert get_meta(driver(connection), backup.LAST_BACKUP_PATH) == str(good)


def test_a_copy_that_ends_before_the_journal_is_no_backup(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = backup.back_up(desk.database, folder, NOW)
    work(desk)
    monkeypatch.setattr(Database, "copy_into", lambda self, target: target.write_bytes(old.read_bytes()) and None)

    with pytest.raises(StorageError) as error:
        backup.back_up(desk.database, folder, NOW)
    assert code_of(error) is StorageCode.DAMAGED
    assert list(folder.iterdir()) == [old]


def test_a_folder_that_is_not_there_is_said_so(desk: Desk, folder: Path) -> None:
    with pytest.raises(StorageError) as error:
        backup.back_up(desk.database, folder / "stick", NOW)
    assert code_of(error) is StorageCode.NO_FOLDER


def test_what_a_broken_off_backup_left_is_cleared_away(desk: Desk, folder: Path) -> None:
    (folder / "loket-20261101-000000.lktbak.part").write_bytes(b"half")
    path = backup.back_up(desk.database, folder, NOW)

    assert list(folder.iterdir()) == [path]


def test_rotation_keeps_the_last_fourteen_and_one_a_month(folder: Path) -> None:
    moment = NOW.replace(month=1, day=1)
    while moment <= NOW:
        (folder / f"loket-{moment:%Y%m%d-%H%M%S}.lktbak").touch()
        moment += timedelta(days=1)
    (folder / "catatan.txt").touch()
    (folder / "loket-simpanan.lktbak").touch()  # named by a person: not ours to remove
    backup.rotate(folder)

    names = [path.name for path in backup.backups_in(folder)]
    month_ends = ["0131", "0228", "0331", "0430", "0531", "0630", "0731", "0831", "0930", "1031"]
    assert [name[10:14] for name in names] == [*month_ends, *(f"11{day:02}" for day in range(11, 25))]
    assert (folder / "catatan.txt").exists()
    assert (folder / "loket-simpanan.lktbak").exists()
    assert backup.rotate(folder) == []


# ---- reading a backup ---------------------------------------------------------------------------------------------


def test_reading_a_backup_leaves_it_as_it_was(desk: Desk, folder: Path) -> None:
    path = backup.back_up(desk.database, folder, NOW)
    before = path.read_bytes()
    backup.verify_backup(path, KEY)

    assert path.read_bytes() == before
    assert list(folder.iterdir()) == [path]


def change_journal(path: Path) -> None:
    database = open_database(path, KEY)
    with database.write() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_is_final")
        connection.exec_driver_sql("UPDATE journal SET business_on = '2020-01-01' WHERE seq = 3")
    database.close()


def make_newer(path: Path) -> None:
    database = open_database(path, KEY)
    with database.write() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 999")
    database.close()


def make_other(path: Path) -> None:
    path.unlink()
    open_database(path, bytes(32)).close()


BAD = {
    "one page overwritten": (spoil, StorageCode.DAMAGED),
    "cut short": (lambda path: path.write_bytes(path.read_bytes()[:-5000]), StorageCode.DAMAGED),
    "an event changed": (change_journal, StorageCode.DAMAGED),
    "made by a later version": (make_newer, StorageCode.NEWER),
    "another library's": (make_other, StorageCode.WRONG_KEY),
    "empty": (lambda path: path.write_bytes(b""), StorageCode.NOT_A_BACKUP),
    "gone": (lambda path: path.unlink(), StorageCode.NO_FOLDER),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_backup_is_found_and_never_restored(desk: Desk, folder: Path, tmp_path: Path, what: str) -> None:
    path = backup.back_up(desk.database, folder, NOW)
    spoil_it, code = BAD[what]
    spoil_it(path)
    desk.database.close()
    before = (tmp_path / "loket.db").read_bytes()

    for check in (lambda: backup.verify_backup(path, KEY), lambda: restore(path, tmp_path / "loket.db")):
        with pytest.raises(StorageError) as error:
            check()
        assert code_of(error) is code
    assert (tmp_path / "loket.db").read_bytes() == before


# ---- restoring ----------------------------------------------------------------------------------------------------


def test_a_restore_brings_back_the_moment_and_keeps_what_was_there(desk: Desk, folder: Path, tmp_path: Path) -> None:
    work(desk, 2)
    path = backup.back_up(desk.database, folder, NOW)
    work(desk, 3)
    desk.database.close()
    done = restore(path, tmp_path / "loket.db")

    assert (done.stream_id, done.left_behind, done.brought_back, done.report.events) == (NEW_STREAM, 3, 0, 7)
    now, then = open_database(tmp_path / "loket.db", KEY), open_database(done.kept, KEY)
    assert (visits_in(now), visits_in(then)) == (2, 5)
    now.close()
    then.close()
    names = {file.name for file in tmp_path.iterdir()}
    assert names == {"loket.db", "loket.db.check", "loket.db.replaced-20261124-020000", "backups"}


def test_after_a_restore_work_goes_on_in_a_stream_of_its_own(desk: Desk, folder: Path, tmp_path: Path) -> None:
    work(desk, 2)
    path = backup.back_up(desk.database, folder, NOW)
    old_stream = desk.stream_id
    desk.database.close()
    restore(path, tmp_path / "loket.db", now=NOW - timedelta(days=400))  # whatever the clock says
    database = open_database(tmp_path / "loket.db", KEY)
    again = open_desk(database, desk.clock, SequentialIds(10_000))

    assert again is not None
    assert again.stream_id == NEW_STREAM
    work(again, 2)
    with database.read() as connection:
        source = driver(connection)
        row = source.execute("SELECT parent, fork_seq, fork_hash FROM stream WHERE reason = 'restore'")
        parent, seq, hash_ = row.fetchone()
        assert (parent.hex(), seq) == (old_stream, 7)
        assert source.execute("SELECT hash FROM journal WHERE seq = 7").fetchone()[0] == hash_
        assert [stream.hex() for (stream,) in source.execute(STREAMS).fetchall()] == [old_stream, NEW_STREAM]
        assert first_break(source) is None
    assert differing_tables(database, tmp_path / "scratch.db", KEY) == []
    assert visits_in(database) == 4
    database.close()


def test_a_restore_on_a_new_computer(desk: Desk, folder: Path, tmp_path: Path) -> None:
    path = backup.back_up(desk.database, folder, NOW)
    (tmp_path / "new").mkdir()
    done = restore(path, tmp_path / "new" / "loket.db")

    assert (done.kept, done.left_behind) == (None, 0)
    assert key_fits(tmp_path / "new" / "loket.db", KEY) is True
    assert open_desk(open_database(tmp_path / "new" / "loket.db", KEY), desk.clock, desk.ids) is not None


def test_an_open_database_is_not_replaced(desk: Desk, folder: Path, tmp_path: Path) -> None:
    path = backup.back_up(desk.database, folder, NOW)

    with pytest.raises(StorageError) as error:
        restore(path, tmp_path / "loket.db")
    assert code_of(error) is StorageCode.LOCKED
    assert not [file for file in tmp_path.iterdir() if "restoring" in file.name or "replaced" in file.name]
    work(desk, 1)
    assert visits_in(desk.database) == 1


def test_a_damaged_database_is_replaced_and_its_log_never_read_into_the_new_one(
    desk: Desk, folder: Path, tmp_path: Path
) -> None:
    work(desk, 2)
    path = backup.back_up(desk.database, folder, NOW)
    target = tmp_path / "loket.db"
    work(desk, 1)
    log = (tmp_path / "loket.db-wal").read_bytes()
    desk.database.close()
    spoil(target, 0)
    (tmp_path / "loket.db-wal").write_bytes(log)
    done = restore(path, target)

    assert done.left_behind is None
    assert done.kept is not None
    assert done.kept.with_name(done.kept.name + "-wal").read_bytes() == log
    database = open_database(target, KEY)
    assert (visits_in(database), database.damage()) == (2, [])
    database.close()


def test_a_log_the_system_could_not_fold_in_is_never_read_into_the_new_database(
    desk: Desk, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = backup.back_up(desk.database, folder, NOW)
    work(desk, 3)
    parts = {suffix: (tmp_path / f"loket.db{suffix}").read_bytes() for suffix in ("", "-wal")}
    desk.database.close()
    for suffix, content in parts.items():
        (tmp_path / f"loket.db{suffix}").write_bytes(content)
    monkeypatch.setattr(backup, "_settle", lambda *_: None)  # as when the disk fails on reading
    done = restore(path, tmp_path / "loket.db")

    database = open_database(tmp_path / "loket.db", KEY)
    assert (visits_in(database), database.damage()) == (0, [])
    database.close()
    kept = open_database(done.kept, KEY)
    assert visits_in(kept) == 3
    kept.close()


def test_the_mirror_gives_back_what_came_after_the_backup(desk: Desk, folder: Path, tmp_path: Path) -> None:
    work(desk, 2)
    path = backup.back_up(desk.database, folder, NOW)
    work(desk, 3)
    mirrored = mirror.mirror_journal(desk.database, folder)
    work(desk, 1)
    rows = journal_rows(desk.database)
    desk.database.close()
    done = restore(path, tmp_path / "loket.db", mirror=mirrored.path)

    assert (done.brought_back, done.left_behind) == (3, 1)
    database = open_database(tmp_path / "loket.db", KEY)
    assert journal_rows(database) == rows[:-1]
    assert visits_in(database) == 5
    assert differing_tables(database, tmp_path / "scratch.db", KEY) == []
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT max(fork_seq) FROM stream").scalar_one() == 10
        assert first_break(driver(connection)) is None
    database.close()


STEPS = (
    (os, "fsync"),
    (os, "link"),
    (os, "replace"),
    (os, "rename"),
    (os, "unlink"),
    (shutil, "copyfile"),
    (backup, "connect"),
    (backup, "open_database"),
    (backup, "open_stream"),
)


def restore_and_die(source: Path, target: Path, moment: int) -> bool:
    """Restore in a process of its own that is killed at this moment: before or after the n-th step on the disk.

    Returns whether the restore got through before.
    """
    child = os.fork()
    if child == 0:
        moments = itertools.count(1)

        def reached() -> None:
            if next(moments) == moment:
                os.kill(os.getpid(), signal.SIGKILL)

        def deadly(step: Callable[..., object]) -> Callable[..., object]:
            def wrapped(*args: object, **kwargs: object) -> object:
                reached()
                result = step(*args, **kwargs)
                reached()
                return result

            return wrapped

        for place, name in STEPS:
            setattr(place, name, deadly(getattr(place, name)))
        try:
            restore(source, target)
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in (0, -signal.SIGKILL)
    return status == 0


def test_a_restore_killed_at_any_step_leaves_the_old_or_the_new_database(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    (tmp_path / "backups").mkdir()
    work(desk, 2)
    source = backup.back_up(desk.database, tmp_path / "backups", NOW)
    work(desk, 3)
    desk.database.close()
    original = (tmp_path / "loket.db").read_bytes()
    seen: list[int] = []
    for moment in range(1, 100):
        target = tmp_path / str(moment) / "loket.db"
        target.parent.mkdir()
        target.write_bytes(original)
        through = restore_and_die(source, target, moment)
        database = open_database(target, KEY)
        seen.append(visits_in(database))
        assert database.damage() == []
        with database.read() as connection:
            assert first_break(driver(connection)) is None
            streams = connection.exec_driver_sql("SELECT count(*) FROM stream").scalar_one()
        assert (seen[-1], streams) in ((5, 1), (2, 2))
        database.close()
        if through:
            break
        restore(source, target)  # the next try gets through, and clears away what the first left
        assert not list(target.parent.glob("*.restoring*"))

    assert through
    assert seen == sorted(seen, reverse=True)  # old until one moment, new from then on
    assert seen.count(5) >= 10
    assert seen.count(2) >= 2


# ---- the mirror ---------------------------------------------------------------------------------------------------


def mirrored_rows(path: Path) -> list[tuple]:
    return sorted((tuple(row) for row in mirror.read_mirror(path, KEY)), key=lambda row: row[:2])


def test_the_mirror_follows_the_journal(desk: Desk, folder: Path) -> None:
    first = mirror.mirror_journal(desk.database, folder)
    assert first.events == 5
    work(desk, 2)
    second = mirror.mirror_journal(desk.database, folder)

    assert (second.events, second.path, second.kept) == (2, first.path, None)
    assert mirrored_rows(first.path) == journal_rows(desk.database)
    size = first.path.stat().st_size
    assert mirror.mirror_journal(desk.database, folder).events == 0
    assert first.path.stat().st_size == size


def test_a_long_journal_is_mirrored_in_frames(desk: Desk, folder: Path) -> None:
    with desk.action() as act:
        for _ in range(2 * mirror.FRAME_ROWS + 1):
            act.record(e.VisitRecorded(act.new_id(), "member", act.now, act.today))
    path = mirror.mirror_journal(desk.database, folder).path

    assert mirrored_rows(path) == journal_rows(desk.database)


def test_without_the_stick_nothing_happens(desk: Desk, folder: Path) -> None:
    assert mirror.mirror_journal(desk.database, folder / "stick") is None


def test_the_mirror_is_encrypted(desk: Desk, folder: Path) -> None:
    path = mirror.mirror_journal(desk.database, folder).path

    assert b"Perpustakaan" not in path.read_bytes()
    with pytest.raises(StorageError) as error:
        list(mirror.read_mirror(path, bytes(32)))
    assert code_of(error) is StorageCode.WRONG_KEY


@pytest.mark.parametrize("lost", [1, 20, 60, 200])
def test_a_torn_last_frame_is_written_again(desk: Desk, folder: Path, lost: int) -> None:
    mirror.mirror_journal(desk.database, folder)
    work(desk, 2)
    path = mirror.mirror_journal(desk.database, folder).path
    path.write_bytes(path.read_bytes()[:-lost])

    assert mirrored_rows(path) == journal_rows(desk.database)[:5]
    assert mirror.mirror_journal(desk.database, folder).events == 2
    assert mirrored_rows(path) == journal_rows(desk.database)


def test_a_last_frame_of_zeros_is_written_again(desk: Desk, folder: Path) -> None:
    """What a power cut leaves when the length reached the medium and the content did not."""
    path = mirror.mirror_journal(desk.database, folder).path
    size = path.stat().st_size
    work(desk, 2)
    mirror.mirror_journal(desk.database, folder)
    grown = path.stat().st_size
    path.write_bytes(path.read_bytes()[: size + 36] + bytes(grown - size - 36))
    assert mirror.mirror_journal(desk.database, folder).events == 2
    path.write_bytes(path.read_bytes()[:size] + bytes(grown - size))
    assert mirror.mirror_journal(desk.database, folder).events == 2

    assert mirrored_rows(path) == journal_rows(desk.database)


def test_rubbish_after_the_last_frame_is_cut_off(desk: Desk, folder: Path) -> None:
    path = mirror.mirror_journal(desk.database, folder).path
    whole = path.read_bytes()
    path.write_bytes(whole + b"rubbish" * 1000)

    assert mirrored_rows(path) == journal_rows(desk.database)
    assert mirror.mirror_journal(desk.database, folder).events == 0
    assert path.read_bytes() == whole


def test_damage_in_the_middle_of_a_mirror_is_found(desk: Desk, folder: Path) -> None:
    for _ in range(3):
        path = mirror.mirror_journal(desk.database, folder).path
        size = path.stat().st_size
        work(desk, 1)
    mirror.mirror_journal(desk.database, folder)
    spoil(path, size - 100)

    with pytest.raises(StorageError) as error:
        list(mirror.read_mirror(path, KEY))
    assert code_of(error) is StorageCode.DAMAGED


def test_a_frame_taken_out_of_a_mirror_is_missed(desk: Desk, folder: Path) -> None:
    sizes = []
    for _ in range(3):
        path = mirror.mirror_journal(desk.database, folder).path
        sizes.append(path.stat().st_size)
        work(desk, 1)
    content = path.read_bytes()
    path.write_bytes(content[: sizes[0]] + content[sizes[1] :])

    with pytest.raises(StorageError) as error:
        list(mirror.read_mirror(path, KEY))
    assert code_of(error) is StorageCode.DAMAGED


def test_a_file_that_is_no_mirror_is_not_touched(desk: Desk, folder: Path) -> None:
    path = mirror.mirror_journal(desk.database, folder).path
    path.write_bytes(b"something else entirely")

    with pytest.raises(StorageError) as error:
        list(mirror.read_mirror(path, KEY))
    assert code_of(error) is StorageCode.NOT_A_BACKUP
    done = mirror.mirror_journal(desk.database, folder)
    assert done.kept.read_bytes() == b"something else entirely"
    assert mirrored_rows(done.path) == journal_rows(desk.database)


def test_a_mirror_that_knows_more_than_the_database_is_set_aside_whole(
    desk: Desk, folder: Path, tmp_path: Path
) -> None:
    """An old database copied over the newer one by hand: the mirror is the only witness of what was lost."""
    path = backup.back_up(desk.database, folder, NOW)
    work(desk, 3)
    mirror.mirror_journal(desk.database, folder)
    lost = journal_rows(desk.database)
    desk.database.close()
    (tmp_path / "loket.db").write_bytes(path.read_bytes())
    old = open_database(tmp_path / "loket.db", KEY)
    done = mirror.mirror_journal(old, folder)

    assert done.kept is not None
    assert mirrored_rows(done.kept) == lost
    assert mirrored_rows(done.path) == journal_rows(old)
    old.close()


def test_a_mirror_of_another_history_of_the_same_length_is_set_aside(desk: Desk, folder: Path, tmp_path: Path) -> None:
    path = backup.back_up(desk.database, folder, NOW)
    work(desk, 2)
    lost = journal_rows(desk.database)
    mirror.mirror_journal(desk.database, folder)
    desk.database.close()
    (tmp_path / "loket.db").write_bytes(path.read_bytes())
    again = open_desk(open_database(tmp_path / "loket.db", KEY), desk.clock, SequentialIds(10_000))
    work(again, 2)
    done = mirror.mirror_journal(again.database, folder)

    assert mirrored_rows(done.kept) == lost
    assert mirrored_rows(done.path) == journal_rows(again.database)
    with pytest.raises(StorageError):  # nor does a restore mix the two
        restore(maintenance.back_up_desk(again, folder), tmp_path / "other.db", mirror=done.kept)
    assert not (tmp_path / "other.db").exists()
    again.database.close()


# ---- health -------------------------------------------------------------------------------------------------------


def test_health_tells_backup_disk_key_pending_and_clock(desk: Desk, folder: Path) -> None:
    assert isinstance(desk.clock, FakeClock)
    work(desk, 2)
    health = maintenance.health(desk, key_warning=True)
    assert (health.events, health.key_warning, health.clock_quality) == (7, True, "plausible")
    assert health.stale_backup
    assert health.free_bytes > 0
    maintenance.back_up_desk(desk, folder)
    assert not maintenance.health(desk).stale_backup
    desk.clock.advance(days=3)
    assert maintenance.health(desk).stale_backup
    desk.clock.set(datetime(2020, 1, 1, tzinfo=UTC))
    assert maintenance.health(desk).clock_quality == "doubtful"


def test_verify_names_the_first_broken_link(desk: Desk) -> None:
    work(desk, 2)
    assert maintenance.verify(desk.database) is None
    with desk.database.write() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_is_final")
        connection.exec_driver_sql("UPDATE journal SET mono_ms = mono_ms + 1 WHERE seq = 6")
    found = maintenance.verify(desk.database)

    assert (found.stream_id, found.seq, found.why) == (desk.stream_id, 6, "content")
