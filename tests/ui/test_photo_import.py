"""A folder of photos taken from the menu: what is said of every file, stopping, errors."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from faces import jpeg, person
from fakes import HASHER, new_desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from stock import add_member, row

from loket.domain.entities import Id, Member
from loket.domain.errors import StorageCode, StorageError
from loket.services import photos
from loket.services.desk import Desk
from loket.services.operators import SignIns
from loket.services.photos import PhotoImport
from loket.ui.jobs import Jobs
from loket.ui.main_window import MainWindow
from loket.ui.pages.circulation import CirculationPage
from loket.ui.pages.photo_import import PhotoImportSheet, choose_folder
from loket.ui.shell import Shell
from loket.ui.sounds import Sounds
from loket.ui.texts_photo import LISTED, import_list

WAIT_MS = 20_000


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Shell]:
    desk, jobs = new_desk(tmp_path), Jobs()
    yield Shell(desk, jobs, Sounds(muted=True), HASHER, SignIns(HASHER), tmp_path)
    jobs.close()
    desk.database.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "foto"
    made.mkdir()
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def picture(path: Path, **drawn: Any) -> None:
    path.write_bytes(jpeg(person(480, 480, face_h=160, **drawn)))


def opened(window: QWidget, shell: Shell, folder: Path) -> PhotoImportSheet:
    sheet = PhotoImportSheet(window, shell, folder)
    sheet.open()
    return sheet


def through(qtbot: QtBot, sheet: PhotoImportSheet) -> PhotoImportSheet:
    qtbot.waitUntil(sheet.accept_button().isEnabled, timeout=WAIT_MS)
    return sheet


def figures(sheet: PhotoImportSheet) -> list[str]:
    """The figures with their words, as they stand on the sheet."""
    grid = sheet.counts
    found = []
    for line in range(grid.rowCount() if grid.count() else 0):
        parts = [grid.itemAtPosition(line, column).widget() for column in (0, 1)]  # type: ignore[union-attr]
        found.append(" ".join(part.text() for part in parts if isinstance(part, QLabel)))
    return found


def has_photo(desk: Desk, member: Id) -> bool:
    found = row(desk, Member, member)
    assert found is not None
    return found.photo != ""


def test_every_file_is_accounted_for(qtbot: QtBot, window: QWidget, shell: Shell, folder: Path) -> None:
    told: list[str] = []
    shell.changes.happened.connect(lambda kind, by: told.append(kind))
    ada, _ = add_member(shell.desk, "A-1"), add_member(shell.desk, "A-2")
    for name in ("A-1.jpg", "a-1.png", "B-9.jpg"):
        picture(folder / name)
    (folder / "A-2.jpg").write_bytes(b"bukan foto")
    (folder / "daftar.txt").write_text("bukan urusan kita")
    sheet = through(qtbot, opened(window, shell, folder))

    assert figures(sheet) == [
        *("1 foto diambil", "0 sudah sama dengan fotonya", "1 nomor tidak dikenal", "1 tidak terbaca", "1 dobel")
    ]
    lines = sheet.list.toPlainText().splitlines()
    assert lines[0].startswith("Nomor tidak dikenal: tidak ada anggota")
    assert lines[1] == "    B-9.jpg"
    assert "    A-2.jpg: bukan foto JPG, PNG, atau WebP yang utuh" in lines
    assert "daftar.txt" not in sheet.list.toPlainText()
    assert sheet.said() == ""
    assert sheet.busy.isHidden()
    assert sheet.list.height() >= 200  # room to read in
    assert has_photo(shell.desk, ada)
    assert told == ["members"]
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert not sheet.isVisible()


def test_a_second_time_nothing_is_taken(qtbot: QtBot, window: QWidget, shell: Shell, folder: Path) -> None:
    add_member(shell.desk, "A-1")
    picture(folder / "A-1.jpg")
    through(qtbot, opened(window, shell, folder)).accept()
    told: list[str] = []
    shell.changes.happened.connect(lambda kind, by: told.append(kind))
    sheet = through(qtbot, opened(window, shell, folder))
    assert figures(sheet)[:2] == ["0 foto diambil", "1 sudah sama dengan fotonya"]
    assert told == []


def test_the_list_is_copied(qtbot: QtBot, window: QWidget, shell: Shell, folder: Path) -> None:
    (folder / "B-9.jpg").write_bytes(b"")
    sheet = through(qtbot, opened(window, shell, folder))
    QApplication.clipboard().clear()
    sheet.list.setFocus()
    QTest.keyClick(sheet.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(sheet.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == sheet.list.toPlainText()
    assert "B-9.jpg" in QApplication.clipboard().text()


@pytest.mark.parametrize("way", ["button", "esc"])
def test_stopping_keeps_what_was_taken_and_says_so(
    qtbot: QtBot, window: QWidget, shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    members = [add_member(shell.desk, f"A-{number}") for number in (1, 2)]
    for number in (1, 2):
        picture(folder / f"A-{number}.jpg")
    held, go_on, process = threading.Event(), threading.Event(), photos.process

    def held_up(image: bytes) -> bytes:
        held.set()
        assert go_on.wait(WAIT_MS / 1000)
        return process(image)

    monkeypatch.setattr(photos, "process", held_up)
    sheet = opened(window, shell, folder)
    qtbot.waitUntil(held.is_set, timeout=WAIT_MS)
    assert not sheet.accept_button().isEnabled()
    if way == "esc":
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
    else:
        sheet.busy._cancel.click()
    assert sheet.isVisible()
    go_on.set()
    through(qtbot, sheet)

    assert sheet.said().startswith("Dihentikan. Foto yang sudah diambil tetap dipakai")
    assert figures(sheet)[0] == "1 foto diambil"
    assert [has_photo(shell.desk, member) for member in members] == [True, False]
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_folder_without_photos_is_told(qtbot: QtBot, window: QWidget, shell: Shell, folder: Path) -> None:
    sheet = through(qtbot, opened(window, shell, folder))
    assert "tidak berisi foto" in sheet.said()
    assert figures(sheet) == []
    assert sheet.list.isHidden()


def test_nobody_signed_in_is_refused_in_words(qtbot: QtBot, window: QWidget, shell: Shell, folder: Path) -> None:
    shell.desk.operator = None
    sheet = through(qtbot, opened(window, shell, folder))
    assert sheet.banner.kind() == "stop"
    assert "masuk" in sheet.said().lower()


def test_a_disk_that_fails_in_the_middle(
    qtbot: QtBot, window: QWidget, shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2):
        add_member(shell.desk, f"A-{number}")
        picture(folder / f"A-{number}.jpg")
    keep = photos.keep
    kept: list[bytes] = []

    def full(desk: Desk, store: photos.PhotoStore, content: bytes) -> str:
        kept.append(content)
        if len(kept) > 1:
            raise StorageError(StorageCode.FULL, path=folder)
        return keep(desk, store, content)

    monkeypatch.setattr(photos, "keep", full)
    sheet = through(qtbot, opened(window, shell, folder))
    assert "penuh" in sheet.said().lower()
    assert figures(sheet)[0] == "1 foto diambil"


def test_a_long_list_ends_with_how_many_more_there_are() -> None:
    report = PhotoImport(taken=["sudah.jpg"], unknown=[f"X-{number}.jpg" for number in range(LISTED + 4)])
    lines = import_list(report).splitlines()
    assert len([line for line in lines if line.startswith("    X-")]) == LISTED
    assert lines[-1] == "… dan 5 berkas lagi."
    assert "    sudah.jpg" not in lines


# ---- the menu -------------------------------------------------------------------------------------------------------


@pytest.fixture
def main(qtbot: QtBot, shell: Shell) -> Iterator[MainWindow]:
    made = MainWindow(shell, (CirculationPage,))
    made.show()
    yield made
    qtbot.waitUntil(shell.jobs.idle, timeout=WAIT_MS)  # type: ignore[attr-defined]
    shiboken6.delete(made)  # now: a window left over would hear of another language after its lanes are closed


def test_the_menu_asks_for_a_folder(
    qtbot: QtBot, main: MainWindow, shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    member = add_member(shell.desk, "A-1")
    picture(folder / "A-1.jpg")
    names = [text.partition("\t")[0] for text, _, _ in main.entries()]
    assert names.index("Impor foto anggota …") == names.index("Impor data …") + 1
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    main.entries()[1][2]()
    qtbot.waitUntil(lambda: has_photo(shell.desk, member), timeout=WAIT_MS)
    (sheet,) = main.findChildren(PhotoImportSheet)
    through(qtbot, sheet).accept()


def test_no_folder_chosen_is_no_import(window: QWidget, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    assert choose_folder(window, shell) is None


def test_a_kiosk_takes_no_photos(main: MainWindow, shell: Shell) -> None:
    shell.desk.station = replace(shell.desk.station, profile="kios")
    assert "Impor foto anggota …" not in [text.partition("\t")[0] for text, _, _ in main.entries()]
