"""The first question on a new computer, and a further counter's way to the library's data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fakes import KEY, FakeClock, SequentialIds, new_desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loket.db.engine import Database, driver, open_database
from loket.db.meta import set_meta
from loket.domain.errors import InvalidInput
from loket.services.desk import Desk
from loket.ui.jobs import InlineJobs, Jobs
from loket.ui.pages.enrol import EnrolPanel, JoinWindow, StartPage
from loket.ui.presenters import sync as work

Progress = Callable[[str, int, int], object]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """What the server's library looks like once it is here."""
    return new_desk(tmp_path)


@pytest.fixture
def empty(tmp_path: Path) -> Database:
    return open_database(tmp_path / "baru.db", KEY)


@pytest.fixture
def window(empty: Database, desk: Desk, qtbot: QtBot) -> JoinWindow:
    made = JoinWindow(InlineJobs(), empty, desk.clock, desk.ids)
    qtbot.addWidget(made)
    made.show()
    return made


def come_from(window: JoinWindow) -> list[Desk]:
    came: list[Desk] = []
    window.joined.connect(came.append)
    return came


# ---- the first question ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ((Qt.Key.Key_Return,), "new"),
        ((Qt.Key.Key_Right, Qt.Key.Key_Return), "join"),
        ((Qt.Key.Key_1,), "new"),
        ((Qt.Key.Key_2,), "join"),
    ],
)
def test_both_ways_are_found_by_keyboard(qtbot: QtBot, keys: tuple[Qt.Key, ...], expected: str) -> None:
    page, chosen = StartPage(), list[str]()
    qtbot.addWidget(page)
    page.new_wanted.connect(lambda: chosen.append("new"))
    page.join_wanted.connect(lambda: chosen.append("join"))
    page.show()
    page.activateWindow()
    page.take_focus()
    qtbot.waitUntil(page.new.hasFocus)
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
    qtbot.waitUntil(lambda: chosen == [expected])


# ---- the form -------------------------------------------------------------------------------------------------------


@pytest.fixture
def panel(qtbot: QtBot) -> EnrolPanel:
    made = EnrolPanel()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_a_scanned_line_needs_no_second_field(panel: EnrolPanel) -> None:
    asked: list[tuple[str, str]] = []
    panel.join_wanted.connect(lambda *both: asked.append(both))
    line = "loket-pusat:https://pusat.example:8447#0123456789ABCDEFGH"
    QTest.keyClicks(panel.address, line)
    QTest.keyClick(panel.address, Qt.Key.Key_Return)
    assert asked == [(line, "")]


def test_a_typed_address_leads_to_the_code(panel: EnrolPanel, qtbot: QtBot) -> None:
    asked: list[tuple[str, str]] = []
    panel.join_wanted.connect(lambda *both: asked.append(both))
    panel.take_focus()
    QTest.keyClicks(panel.address, "pusat.example")
    QTest.keyClick(panel.address, Qt.Key.Key_Return)
    assert asked == []
    qtbot.waitUntil(panel.code.hasFocus)
    QTest.keyClicks(panel.code, "0123456789")
    QTest.keyClick(panel.code, Qt.Key.Key_Return)
    assert asked == [("pusat.example", "0123456789")]


# ---- joining --------------------------------------------------------------------------------------------------------


def test_address_and_code_lead_to_a_filled_counter(
    window: JoinWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    came = come_from(window)
    monkeypatch.setattr(work, "join", lambda *_: desk)
    monkeypatch.setattr(work, "fetch_all", lambda one, progress: one)
    window.join("pusat.example", "0123456789")
    assert came == [desk]


def test_a_refused_code_is_said_at_its_field(window: JoinWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    came = come_from(window)

    def refuse(*_: object) -> Desk:
        raise InvalidInput("enrol_code", "code_used")

    monkeypatch.setattr(work, "join", refuse)
    window.join("pusat.example", "0123456789")
    assert window.panel.rows["enrol_code"].error().startswith("Kode ini sudah dipakai.")
    assert came == []


def test_a_broken_fetch_goes_on_without_a_new_code(
    window: JoinWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    came = come_from(window)
    tries: list[int] = []

    def fetch(one: Desk, progress: Progress) -> Desk:
        tries.append(1)
        progress("pull", 10, 100)
        if len(tries) == 1:
            raise InvalidInput("server_address", "server_timeout")
        return one

    monkeypatch.setattr(work, "join", lambda *_: desk)
    monkeypatch.setattr(work, "fetch_all", fetch)
    window.join("pusat.example", "0123456789")
    assert "tersimpan" in window.banner.text()
    assert not window.panel.address.isVisible()
    window.banner.action_pressed.emit()
    assert came == [desk]


def test_fetching_can_be_stopped_and_resumed(
    empty: Database, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a real lane: stopping takes effect between two pages."""
    jobs = Jobs()
    window = JoinWindow(jobs, empty, desk.clock, desk.ids)
    qtbot.addWidget(window)
    window.show()
    came = come_from(window)
    endless = [True]

    def fetch(one: Desk, progress: Progress) -> Desk:
        page = 0
        while endless[0]:
            page += 1
            progress("pull", page, 1_000_000)
        return one

    monkeypatch.setattr(work, "fetch_all", fetch)
    window.go_on(desk)
    qtbot.waitUntil(window.panel.busy.isVisible)
    window.panel.busy.cancelled.emit()
    qtbot.waitUntil(window.banner.isVisible)
    assert came == []
    endless[0] = False
    window.banner.action_pressed.emit()
    qtbot.waitUntil(lambda: came == [desk])
    jobs.close()


def test_who_joined_but_has_no_rows_yet_is_known_at_the_next_start(empty: Database, desk: Desk) -> None:
    clock, ids = FakeClock(desk.clock.now()), SequentialIds()
    assert work.unfinished(empty, clock, ids) is None
    with empty.write() as connection:
        for key, value in {
            "library_id": "a" * 32,
            "station_id": "b" * 32,
            "stream_id": "c" * 32,
            "server_url": "https://pusat.example",
            "server_key": "00" * 32,
            "seal_key": "00" * 32,
            "station_private_key": "00" * 32,
            "sync_nonce": "00",
            "scope": "full",
            "station_card": '["L2", "Loket Dua", "lengkap"]',
        }.items():
            set_meta(driver(connection), key, value)
    found = work.unfinished(empty, clock, ids)
    assert found is not None
    assert found.station.name == "Loket Dua"
    assert work.unfinished(desk.database, clock, ids) is None
