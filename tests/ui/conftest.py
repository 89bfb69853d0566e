"""Windows without a screen, in the light look, unless a test says otherwise."""

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from loket.ui import theme


@pytest.fixture(autouse=True)
def light_look(qapp: QApplication) -> Iterator[theme.Theme]:
    while (popup := qapp.activePopupWidget()) is not None:
        popup.close()  # left open by an earlier test: it would keep shortcuts from the window in front
    yield theme.install(qapp, name="light", scale=1.0, motion=False)
    theme.install(qapp, name="light", scale=1.0, motion=False)
