"""The real window on a virtual screen, an example library of its own for each test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from desktop import Desktop

from loket.app import Opened, national_closed_days
from loket.db.keys import DATABASE_FILE, load_or_create_key, open_with_key
from loket.devices import resources
from loket.devices.clock import SystemClock, UuidV7Ids
from loket.services import example
from loket.services.operators import Argon2Hasher

SMALL = example.Size(members=300, titles=400, items=800, loans=60)


@pytest.fixture(scope="session")
def example_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small example library, built once; tests work on copies."""
    home = tmp_path_factory.mktemp("contoh")
    database = open_with_key(home / DATABASE_FILE, load_or_create_key(home).key)
    words, closed = resources.path("example"), national_closed_days()
    weak = Argon2Hasher(memory_kib=64, passes=1)
    desk = example.build_example(database, SystemClock(), UuidV7Ids(), weak, words, closed, SMALL)
    desk.database.checkpoint()
    desk.database.close()
    return home


@pytest.fixture
def home(example_library: Path, tmp_path: Path) -> Path:
    """A data folder with the example library in it."""
    folder = tmp_path / "data"
    shutil.copytree(example_library, folder)
    return folder


@pytest.fixture
def opened(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    """The same data, looked at from outside the window; its witness stands beside it, no other copy's is touched."""
    from loket.app import HOME_VARIABLE, open_data

    monkeypatch.setenv(HOME_VARIABLE, str(home))
    found = open_data(home)
    yield found
    found.close()


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    os.environ.pop("WAYLAND_DISPLAY", None)
    with Desktop() as screen:
        yield screen
