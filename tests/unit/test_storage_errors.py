"""When the surroundings fail: each failure has its own code, and never half an event."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fakes import KEY, FakeClock, SequentialIds, new_desk

from loket.db.engine import Database, driver, open_database
from loket.db.journal import first_break
from loket.db.keys import open_with_key, write_key_check
from loket.db.rebuild import differing_tables
from loket.domain import events as e
from loket.domain.errors import StorageCode, StorageError
from loket.services.desk import Desk, open_desk

SRC = Path(__file__).parents[2] / "src"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    yield desk
    desk.database.close()


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A library with some work done, closed properly, its key's fingerprint beside it."""
    desk = new_desk(tmp_path)
    for _ in range(40):
        visit(desk)
    desk.database.close()
    write_key_check(desk.database.path, KEY)
    return desk.database.path


def visit(desk: Desk, purpose: str = "membaca") -> None:
    with desk.action() as act:
        act.record(e.VisitRecorded(act.new_id(), "member", act.now, act.today, purpose))


def reopened(database: Database) -> Desk:
    clock = FakeClock(datetime(2026, 11, 24, 3, tzinfo=UTC))
    desk = open_desk(database, clock, SequentialIds(10_000))
    assert desk is not None
    return desk


def failing(call: Callable[..., object], *args: object) -> StorageCode:
    with pytest.raises(StorageError) as error:
        call(*args)
    return error.value.code


def use(path: Path, key: bytes = KEY) -> None:
    """Open the database and read all of it, as start-up and the nightly check do."""
    database = open_with_key(path, key)
    try:
        with database.read() as connection:
            first_break(driver(connection))
        found = database.damage()
        if found:
            raise StorageError(StorageCode.DAMAGED, why=found[0])
    finally:
        database.close()


def assert_whole(desk: Desk, events: int, tmp_path: Path) -> None:
    """Journal and tables agree, and nothing of a failed action is there."""
    with desk.database.read() as connection:
        assert first_break(driver(connection)) is None
        assert connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one() == events
        visits = connection.exec_driver_sql("SELECT count(*) FROM visit").scalar_one()
        booked = connection.exec_driver_sql("SELECT count(*) FROM journal WHERE type = 'VisitRecorded'").scalar_one()
    assert visits == booked
    assert desk.database.damage() == []
    assert differing_tables(desk.database, tmp_path / "scratch.db", KEY) == []


# ---- made by a later version ----------------------------------------------------------------------------------------


def test_a_newer_database_is_refused_naming_both_versions_and_left_alone(closed: Path) -> None:
    database = open_database(closed, KEY)
    with database.write() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 999")
    database.close()
    before = closed.read_bytes()

    with pytest.raises(StorageError) as error:
        open_with_key(closed, KEY)
    assert error.value.code is StorageCode.NEWER
    assert error.value.params["found"] == 999
    assert closed.read_bytes() == before


# ---- locked ---------------------------------------------------------------------------------------------------------

HOLD = """
import sys
sys.path.insert(0, {src!r})
from pathlib import Path
from loket.db.engine import connect
connection = connect(Path({path!r}), {key!r})
connection.execute("BEGIN IMMEDIATE")
print("holding", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
connection.close()
"""


@contextmanager
def held_by_another_program(path: Path) -> Iterator[None]:
    program = HOLD.format(src=str(SRC), path=str(path), key=KEY)
    holder = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "holding\n"
        yield
    finally:
        holder.communicate("\n")


def test_a_database_another_program_holds_is_locked_for_writers_only(closed: Path, tmp_path: Path) -> None:
    database = open_database(closed, KEY, busy_ms=50)
    desk = reopened(database)
    with held_by_another_program(closed):
        assert failing(visit, desk) is StorageCode.LOCKED
        with database.read() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM visit").scalar_one() == 40
    visit(desk)

    assert_whole(desk, 46, tmp_path)
    database.close()


# ---- damaged, truncated, wrong key ----------------------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.0, 0.001, 0.1, 0.25, 0.5, 0.75, 0.99])
def test_bytes_overwritten_anywhere_are_found_as_damage(closed: Path, share: float) -> None:
    size = closed.stat().st_size
    place = int(size * share)
    with closed.open("r+b") as file:
        file.seek(place)
        file.write(secrets.token_bytes(64))

    assert failing(use, closed) is StorageCode.DAMAGED


@pytest.mark.parametrize("left", [1, 15, 100, 4096, 5000, -100, -4096, 0.5])
def test_a_file_cut_short_is_found_as_damage(closed: Path, left: float) -> None:
    content = closed.read_bytes()
    closed.write_bytes(content[: int(len(content) * left) if isinstance(left, float) else left])

    assert failing(use, closed) is StorageCode.DAMAGED


@pytest.mark.parametrize("empty", [True, False])
def test_a_file_emptied_or_taken_away_is_not_mistaken_for_a_fresh_start(closed: Path, empty: bool) -> None:
    closed.unlink()
    if empty:
        closed.touch()

    assert failing(use, closed) is StorageCode.DAMAGED
    assert not closed.exists() or closed.stat().st_size == 0


def test_damage_met_while_working_takes_the_action_back(closed: Path) -> None:
    database = open_database(closed, KEY)
    desk = reopened(database)
    with closed.open("r+b") as file:
        for place in range(4096 * 3, closed.stat().st_size, 4096):
            file.seek(place + 100)
            file.write(b"spoiled")

    assert failing(visit, desk) is StorageCode.DAMAGED
    database.close()


def test_another_key_and_another_kind_of_file_are_told_apart(closed: Path) -> None:
    assert failing(use, closed, bytes(32)) is StorageCode.WRONG_KEY
    closed.write_text("no database at all " * 500)
    assert failing(use, closed) is StorageCode.DAMAGED


# ---- folder and medium ----------------------------------------------------------------------------------------------


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert failing(use, tmp_path / "file" / "loket.db") is StorageCode.NO_FOLDER
    assert failing(use, tmp_path) is StorageCode.NO_FOLDER  # a folder where the file should be


def in_a_process_of_its_own(work: Callable[[], object]) -> str:
    """Do it in a child process, where limits and rights may be given up. Returns what it returned, or its error."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            answer = str(work())
        except BaseException as error:
            answer = f"{type(error).__name__}: {error}"
        os.write(writer, answer.encode()[:60_000])
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return answer


def small_disk(place: Path, megabytes: int) -> None:
    """Mount a small file system at `place` that only this process sees. Raises OSError where that is not allowed."""
    if os.geteuid() != 0:
        raise PermissionError
    libc = ctypes.CDLL(None, use_errno=True)
    new_mounts, private_and_below = 0x20000, 0x44000
    for answer in (
        libc.unshare(new_mounts),
        libc.mount(b"none", b"/", None, private_and_below, None),
        libc.mount(b"tmpfs", str(place).encode(), b"tmpfs", 0, f"size={megabytes}m".encode()),
    ):
        if answer != 0:
            raise OSError(ctypes.get_errno(), "mount")


def write_protect(place: Path) -> None:
    read_only_again = 0x21
    if ctypes.CDLL(None, use_errno=True).mount(b"tmpfs", str(place).encode(), b"tmpfs", read_only_again, None) != 0:
        raise OSError(ctypes.get_errno(), "mount")


def may_mount(tmp: str = tempfile.gettempdir()) -> bool:
    return in_a_process_of_its_own(lambda: small_disk(Path(tmp), 1)) == "None"


MAY_MOUNT = may_mount()  # where not, the variants that need no rights stand alone


def fill(desk: Desk) -> StorageCode:
    return failing(lambda: [visit(desk, "x" * 3000) for _ in range(5000)])


def facts(desk: Desk, tmp_path: Path) -> bool:
    with desk.database.read() as connection:
        events = connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one()
    assert_whole(desk, events, tmp_path)
    return True


def a_disk_filled_to_the_brim(place: Path, scratch: Path) -> list[object]:
    small_disk(place, 4)
    desk = new_desk(place)
    filler = place / "filler"
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
        while file.write(bytes(65_536)):
            pass
    met = [fill(desk), facts(desk, scratch)]
    met += [failing(open_with_key, place / "second.db", KEY), failing(desk.database.copy_into, place / "copy.db")]
    for file in (filler, place / "copy.db"):
        file.unlink(missing_ok=True)
    visit(desk)
    return [*met, facts(desk, scratch)]


def a_file_that_may_not_grow(place: Path, scratch: Path) -> list[object]:
    """Stands for a full disk where this process may not mount one: the system refuses the write all the same."""
    desk = new_desk(place)
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, most))
    met = [fill(desk)]
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    visit(desk)
    return [*met, facts(desk, scratch)]


FULL_DISKS: dict[Callable[[Path, Path], list[object]], list[object]] = {
    a_file_that_may_not_grow: [StorageCode.IO, True],
    a_disk_filled_to_the_brim: [StorageCode.FULL, True, StorageCode.FULL, StorageCode.FULL, True],
}
if not MAY_MOUNT:
    del FULL_DISKS[a_disk_filled_to_the_brim]


@pytest.mark.parametrize("disk", FULL_DISKS)
def test_a_full_disk_refuses_the_action_whole_and_recovers_when_space_is_made(tmp_path: Path, disk) -> None:
    place = tmp_path / "medium"
    place.mkdir()

    assert in_a_process_of_its_own(lambda: disk(place, tmp_path)) == str(FULL_DISKS[disk])


def a_medium_turned_read_only(place: Path) -> list[object]:
    small_disk(place, 8)
    new_desk(place).database.close()
    write_protect(place)
    return [failing(open_with_key, place / name, KEY) for name in ("loket.db", "new.db")]


def a_folder_of_somebody_else(place: Path) -> list[object]:
    new_desk(place).database.close()
    for path, mode in ((place / "loket.db", 0o444), (place, 0o555)):
        path.chmod(mode)
    if os.geteuid() == 0:  # who may write everywhere
        os.setgroups([])
        os.setgid(65_534)
        os.setuid(65_534)
    return [failing(open_with_key, place / name, KEY) for name in ("loket.db", "new.db")]


READ_ONLY_PLACES = [a_folder_of_somebody_else, *([a_medium_turned_read_only] if MAY_MOUNT else [])]


@pytest.mark.parametrize("medium", READ_ONLY_PLACES)
def test_a_write_protected_place_is_said_so(medium: Callable[[Path], list[object]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        answer = in_a_process_of_its_own(lambda: medium(Path(place)))
        Path(place).chmod(0o755)

    assert answer == str([StorageCode.READ_ONLY] * 2)


def test_a_write_protected_folder_met_while_working_is_said_so(desk: Desk) -> None:
    """The medium turned read-only under an open database, as Linux does after an input-output error."""
    with desk.database.write() as connection:
        driver(connection).execute("PRAGMA query_only = ON")

    assert failing(visit, desk) is StorageCode.READ_ONLY
    with desk.database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM visit").scalar_one() == 0


def test_an_error_of_ours_stays_an_error_of_ours(desk: Desk, tmp_path: Path) -> None:
    def stumble() -> None:
        with desk.action() as act:
            act.record(e.VisitRecorded(act.new_id(), "member", act.now, act.today))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stumble()
    assert_whole(desk, 5, tmp_path)
