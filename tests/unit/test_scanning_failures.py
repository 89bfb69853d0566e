"""A full disk, a lock, a mistake of our own: what was not stored was not done, and the counter stands as before."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fakes import KEY, new_desk
from stock import APPROVAL, Hand, Scene, adopt, journal, must, open_loans, set_scene

from loket.db.engine import Database, driver
from loket.domain import events as e
from loket.domain.errors import RefusalCode as R
from loket.domain.errors import StorageCode, StorageError
from loket.services.desk import Desk
from loket.services.scanning import AnswerKind, Counter

K = AnswerKind


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    adopt(made, max_items=3, max_titles=3)
    yield made
    made.database.close()


@pytest.fixture
def scene(desk: Desk) -> Scene:
    return set_scene(desk)


class FailingDatabase(Database):
    """A database whose commits fail while `broken`, as on a full disk."""

    broken = False

    @contextmanager
    def write(self):
        with super().write() as connection:
            yield connection
            if self.broken:
                raise StorageError(StorageCode.FULL, path=self.path)


def of_counter(counter: Counter) -> tuple[object, ...]:
    return counter.member_id, counter.mode, counter._began_at, list(counter._done), counter._last_scan


@pytest.fixture
def failing(desk: Desk, tmp_path: Path) -> Iterator[FailingDatabase]:
    desk.database.close()
    desk.database = FailingDatabase(tmp_path / "loket.db", KEY)
    return desk.database


@pytest.mark.parametrize("text", ["A-2", "B3", "B2", "b99", "budi"])
def test_a_failed_commit_leaves_counter_and_books_as_they_were(desk, scene, failing, text):
    scene.scan("A-1")
    scene.scan("B2")
    before, events = of_counter(scene.counter), len(journal(desk))
    failing.broken = True
    if text == "b99":
        assert must(scene.scan(text).refused).code is R.CODE_UNKNOWN  # nothing to store, nothing to fail
        return
    with pytest.raises(StorageError):
        scene.scan(text)
    assert of_counter(scene.counter) == before
    assert len(journal(desk)) == events
    failing.broken = False
    quick = Hand(scene.counter, pause_s=0.2)
    assert quick.scan(text).kind is not K.REFUSED  # scanned again at once: not taken for a double scan


def test_a_failed_override_can_be_tried_again(desk, scene, failing):
    for text in ("A-1", "B00116312", "B2", "B3", "B4"):
        scene.scan(text)
    failing.broken = True
    with pytest.raises(StorageError):
        scene.counter.override(APPROVAL)
    failing.broken = False
    assert scene.counter.override(APPROVAL).kind is K.LENT
    assert len(open_loans(desk, scene.ada)) == 4


def test_a_disk_that_is_really_full(desk, scene):
    """SQLite's own refusal, met in the middle of a transaction and at its end."""
    scene.scan("A-1")
    with desk.database.write() as connection:
        pages = driver(connection).execute("PRAGMA page_count").fetchone()[0]
        driver(connection).execute(f"PRAGMA max_page_count = {pages}").fetchone()
    before, answered, failed = of_counter(scene.counter), 0, None
    while failed is None and answered < 200:
        before = of_counter(scene.counter)
        try:
            answered += scene.scan(f"B{2 + answered % 2}").kind in (K.LENT, K.RETURNED)
        except StorageError as error:
            failed = error.code
    assert failed is StorageCode.FULL
    assert of_counter(scene.counter) == before
    done = [found for found in journal(desk) if isinstance(found.event, (e.ItemLent, e.ItemReturned))]
    assert len(done) == answered


def test_a_locked_database_says_so_and_works_again(desk, scene, tmp_path):
    scene.scan("A-1")
    desk.database.close()
    desk.database = Database(tmp_path / "loket.db", KEY, busy_ms=50)
    other = Database(tmp_path / "loket.db", KEY)
    before = of_counter(scene.counter)
    with other.write(), pytest.raises(StorageError) as failed:
        scene.scan("B2")
    assert failed.value.code is StorageCode.LOCKED
    assert of_counter(scene.counter) == before
    assert scene.scan("B2").kind is K.LENT
    other.close()


def test_an_error_of_our_own_stores_nothing_either(desk, scene, monkeypatch):
    scene.scan("A-1")
    events = len(journal(desk))
    before = of_counter(scene.counter)

    def broken(*args: object) -> None:
        raise sqlite3.ProgrammingError("broken on purpose")

    monkeypatch.setattr("loket.services.scanning.overview", broken)
    with pytest.raises(sqlite3.ProgrammingError):
        scene.scan("B2")
    assert of_counter(scene.counter) == before
    assert len(journal(desk)) == events
