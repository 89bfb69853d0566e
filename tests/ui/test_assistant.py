"""The first-run assistant, on an empty database and the real founding."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from fakes import HASHER, KEY, FakeClock, SequentialIds
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loket.db.engine import open_database
from loket.db.keys import KeyPlace, key_from_recovery
from loket.domain.errors import StorageCode, StorageError
from loket.services.desk import Desk, open_desk, read_rules
from loket.services.operators import SignIns, sign_in
from loket.services.setup import Founding
from loket.ui.jobs import InlineJobs
from loket.ui.pages.assistant import TITLES, AssistantWindow
from loket.ui.presenters import assistant as steps
from loket.ui.presenters.assistant import FIELDS, Answers, Step, founding_of, problems, step_of, suggested_code

GOOD = {
    "library_name": "Perpustakaan Umum Contoh",
    "address": "Jalan Contoh 1",
    "station_name": "Meja Satu",
    "station_code": "m1",
    "admin_name": "Admin Contoh",
    "admin_username": "Admin",
}
PASSWORD = "buku tua di rak"


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> AssistantWindow:
    clock = FakeClock(datetime(2026, 11, 24, 2, tzinfo=UTC))
    database, key = open_database(tmp_path / "loket.db", KEY), KeyPlace(KEY, "keyring", False)
    made = AssistantWindow(InlineJobs(), database, key, clock, SequentialIds(), HASHER)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def fill(window: AssistantWindow, step: Step, **answers: Any) -> None:
    given = GOOD | answers
    for name in FIELDS[step]:
        if name in given and name in window.editors:
            window.editors[name].set_value(given[name])
    if step is Step.LIBRARY:
        window.editors["library_code"].set_value(given.get("library_code", "CTH"))
    if step is Step.ADMIN:
        window.password.setText(given.get("admin_password", PASSWORD))
        window.again.setText(given.get("again", PASSWORD))
    if step is Step.KEY:
        window.noted.set_value(True)


def go_through(window: AssistantWindow, **answers: Any) -> list[Desk]:
    founded: list[Desk] = []
    window.founded.connect(founded.append)
    for step in Step:
        assert window.step is step
        fill(window, step, **answers)
        window.next()
    return founded


def test_five_steps_found_a_library(window: AssistantWindow, tmp_path: Path) -> None:
    [desk] = go_through(window)
    assert (desk.library.name, desk.library.code) == ("Perpustakaan Umum Contoh", "CTH")
    assert (desk.station.name, desk.station.code) == ("Meja Satu", "M1")
    assert desk.operator is None
    assert sign_in(desk, SignIns(HASHER), "admin", PASSWORD).full_name == "Admin Contoh"
    assert window.password.text() == ""
    again = open_desk(desk.database, desk.clock, desk.ids)
    assert again is not None
    assert again.library == desk.library


def test_the_chosen_days_are_closed(window: AssistantWindow) -> None:
    window._form.next_year.click()  # not the next year's
    [desk] = go_through(window, weekly_closed=(4, 5))
    with desk.view() as act:
        rules = read_rules(act.driver)
    assert rules.settings.weekly_closed == (4, 5)
    assert date(2026, 12, 25) in rules.calendar.dated
    assert {on.year for on in rules.calendar.dated} == {2026}


def test_nothing_is_booked_before_the_last_step(window: AssistantWindow, tmp_path: Path) -> None:
    for step in list(Step)[:-1]:
        fill(window, step)
        window.next()
    assert window.step is Step.KEY
    assert open_desk(window._database, window._clock, window._ids) is None
    window.next()  # the key is not noted yet
    assert window.rows["noted"].error()
    assert open_desk(window._database, window._clock, window._ids) is None


def test_every_mistake_of_a_step_is_shown_at_its_field(window: AssistantWindow) -> None:
    fill(window, Step.LIBRARY, library_name=" ", library_code="kode panjang sekali", phone="0" * 300)
    window.next()
    assert window.step is Step.LIBRARY
    wrong = {name for name in FIELDS[Step.LIBRARY] if window.rows[name].error()}
    assert wrong == {"library_name", "library_code", "phone"}
    assert window.editors["library_code"].value() == "kode panjang sekali"
    fill(window, Step.LIBRARY, phone="")
    window.next()
    assert window.step is Step.STATION
    assert not window.rows["library_name"].error()


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"admin_password": "pendek", "again": "pendek"}, "admin_password"),
        ({"admin_password": "administrator", "again": "administrator", "admin_username": "Administrator"},
         "admin_password"),
        ({"again": "lain lagi"}, "again"),
        ({"admin_username": "a b"}, "admin_username"),
        ({"admin_name": ""}, "admin_name"),
    ],
)  # fmt: skip
def test_the_administrator_is_checked(window: AssistantWindow, answers: dict[str, str], field: str) -> None:
    window.show_step(Step.ADMIN)
    fill(window, Step.ADMIN, **answers)
    window.next()
    assert window.step is Step.ADMIN
    assert [name for name in FIELDS[Step.ADMIN] if window.rows[name].error()] == [field]


def test_back_and_next_keep_what_was_typed(window: AssistantWindow) -> None:
    for step in (Step.LIBRARY, Step.STATION):
        fill(window, step)
        window.next()
    window.back()
    window.back()
    assert window.step is Step.LIBRARY
    assert window.editors["library_name"].value() == GOOD["library_name"]
    window.next()
    assert window.editors["station_name"].value() == GOOD["station_name"]


def test_it_is_walked_by_keyboard(window: AssistantWindow, qtbot: QtBot, qapp: QApplication) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: qapp.activeWindow() is window)
    QTest.keyClicks(window.editors["library_name"], "Perpustakaan Desa Contoh")
    QTest.keyClick(window.editors["library_name"], Qt.Key.Key_Return)
    assert window.step is Step.STATION
    assert window.focusWidget() is window.editors["station_name"]
    window.activateWindow()  # a window of an earlier test may have come up meanwhile: shortcuts are the active one's
    qtbot.waitUntil(lambda: qapp.activeWindow() is window)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.step is Step.LIBRARY


def test_tab_walks_the_fields_as_they_stand(window: AssistantWindow, qtbot: QtBot, qapp: QApplication) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: qapp.activeWindow() is window)
    for step in (Step.LIBRARY, Step.STATION, Step.ADMIN):
        window.show_step(step)
        walked = []
        for _ in FIELDS[step]:
            walked.append(window.focusWidget())
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert walked == [window.rows[name].editor for name in FIELDS[step]]
        assert window.focusWidget() is window._form.next


def test_the_code_follows_the_name_until_it_is_typed(window: AssistantWindow) -> None:
    QTest.keyClicks(window.editors["library_name"], "Perpustakaan dan Arsip Contoh")
    assert window.editors["library_code"].value() == "PAC"
    QTest.keyClicks(window.editors["library_code"], "X")
    QTest.keyClicks(window.editors["library_name"], " Baru")
    assert window.editors["library_code"].value() == "PACX"


def test_the_recovery_key_shown_and_saved_is_the_databases(window: AssistantWindow, tmp_path: Path) -> None:
    assert key_from_recovery(window._form.key.key()) == KEY
    sheet = tmp_path / "kunci.txt"
    window.choose_file = lambda: sheet
    window._form.save_key.click()
    text = sheet.read_text(encoding="utf-8")
    [first, second] = [line for line in text.splitlines() if line.count("   ") == 6]
    assert key_from_recovery(first + second) == KEY
    assert "kunci.txt" in window._form.saved.text()


def test_a_place_that_cannot_be_written_is_told(window: AssistantWindow, tmp_path: Path) -> None:
    window.choose_file = lambda: tmp_path / "gone" / "kunci.txt"
    window._form.save_key.click()
    assert not window._form.banner.isHidden()
    assert window._form.saved.text() == ""


def test_a_full_disk_keeps_the_answers(window: AssistantWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> Desk:
        raise StorageError(StorageCode.FULL, path="loket.db")

    monkeypatch.setattr(steps, "found", full)
    assert go_through(window) == []
    assert "penuh" in window._form.banner.text()
    assert window.password.text() == PASSWORD
    monkeypatch.undo()
    founded: list[Desk] = []
    window.founded.connect(founded.append)
    window.next()
    assert len(founded) == 1


def test_every_answer_of_the_founding_is_asked_once() -> None:
    asked = [name for names in FIELDS.values() for name in names]
    assert len(asked) == len(set(asked))
    assert {field.name for field in fields(Founding)} - {"closed_days"} <= set(asked)
    assert set(TITLES) == set(Step)
    assert all(step_of(name) is step for step, names in FIELDS.items() for name in names)
    founded = founding_of(Answers(**{name: f"<{name}>" for name in ("library_name", "address", "phone")}))
    assert (founded.library_name, founded.address, founded.phone) == ("<library_name>", "<address>", "<phone>")


def test_no_password_reaches_a_log() -> None:
    assert "rahasia besar" not in repr(Answers(admin_password="rahasia besar", again="rahasia besar"))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Perpustakaan Umum Kabupaten Contoh", "PUKC"),
        ("Taman Baca di Kampung", "TBK"),
        ("", ""),
        ("É × rumah " + "a " * 20, "R" + "A" * 11),
    ],
)
def test_a_code_is_suggested_that_passes(name: str, code: str) -> None:
    assert suggested_code(name) == code
    if code:
        answers = Answers(library_name=name, library_code=code)
        assert "library_code" not in problems(Step.LIBRARY, answers)
