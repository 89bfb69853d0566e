"""Windows without a screen, in the light look, unless a test says otherwise; a desk and all that belongs to it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from fakes import HASHER, new_desk
from hands import SilentSounds
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from loket.services.desk import Desk
from loket.services.operators import SignIns
from loket.ui import theme
from loket.ui.jobs import InlineJobs
from loket.ui.shell import Shell


@pytest.fixture(autouse=True)
def light_look(qapp: QApplication) -> Iterator[theme.Theme]:
    while (popup := qapp.activePopupWidget()) is not None:
        popup.close()  # left open by an earlier test: it would keep shortcuts from the window in front
    yield theme.install(qapp, name="light", scale=1.0, motion=False)
    theme.install(qapp, name="light", scale=1.0, motion=False)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A founded library with the circulation operator at the counter. A module may put more on this desk."""
    desk = new_desk(tmp_path)
    yield desk
    desk.database.close()


@pytest.fixture
def shell(desk: Desk, tmp_path: Path, qapp: QApplication) -> Iterator[Shell]:
    """Work is done at once, sounds are only noted, and the windows of the test go with it."""
    yield Shell(desk, InlineJobs(), SilentSounds(), HASHER, SignIns(HASHER), tmp_path)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
