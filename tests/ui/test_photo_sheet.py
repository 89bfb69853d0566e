"""The photo sheet by keyboard, before a film instead of a camera; the camera's settings; the photo at the desk."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from faces import jpeg, person, video
from fakes import HASHER, new_desk
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from stock import add_member, row

from loket.devices.imaging import Box, decode, find_face, process
from loket.domain import events as e
from loket.domain.entities import Member
from loket.domain.errors import DeviceError
from loket.services.operators import SignIns
from loket.services.photos import keep
from loket.ui import preferences
from loket.ui.jobs import Jobs
from loket.ui.pages import photo as photo_page
from loket.ui.pages import settings_camera
from loket.ui.pages.circulation import CirculationPage
from loket.ui.pages.photo import PhotoSheet
from loket.ui.pages.settings_camera import OTHER, CameraSection
from loket.ui.pages.settings_devices import PARTS, DevicesSection
from loket.ui.shell import Shell
from loket.ui.sounds import Sounds
from loket.ui.texts_photo import TROUBLES, device_text

WAIT_MS = 20_000


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return video(tmp_path_factory.mktemp("film") / "orang.avi", frames=15, width=640, height=360, face_h=150)


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Shell]:
    desk, jobs = new_desk(tmp_path), Jobs()
    yield Shell(desk, jobs, Sounds(muted=True), HASHER, SignIns(HASHER), tmp_path)
    jobs.close()
    desk.database.close()


class Opened:
    """A sheet, what it gave, and hands on the keyboard."""

    def __init__(self, qtbot: QtBot, shell: Shell, source: str, current: bytes | None = None) -> None:
        self.bot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.sheet = PhotoSheet(self.window, shell, source, current)
        self.given: list[bytes | None] = []
        self.sheet.taken.connect(self.given.append)
        self.sheet.open()
        self.form = self.sheet._form
        qtbot.waitUntil(self.sheet.isActiveWindow, timeout=WAIT_MS)  # before that no shortcut is heard

    def until(self, true: Any) -> None:
        self.bot.waitUntil(true, timeout=WAIT_MS)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.form.view, key, modifiers)

    def see_face(self) -> None:
        self.until(lambda: self.form.view.has_face() and self.form.take.isEnabled())

    def take(self) -> Box:
        """Space, and the photo is made."""
        self.see_face()
        self.press(Qt.Key.Key_Space)
        self.until(lambda: self.sheet.jpeg() is not None)
        return self.crop()

    def crop(self) -> Box:
        found = self.form.view.crop()
        assert found is not None
        return found

    def settle(self) -> bytes:
        self.until(lambda: not self.sheet._making)
        made = self.sheet.jpeg()
        assert made is not None
        return made

    def says(self) -> str:
        return str(self.sheet.accessibleDescription())


@pytest.fixture
def sheet(qtbot: QtBot, shell: Shell, film: Path) -> Iterator[Opened]:
    opened = Opened(qtbot, shell, str(film))
    yield opened
    opened.sheet.reject()


# ---- taking ---------------------------------------------------------------------------------------------------------


def test_space_takes_and_enter_uses(sheet: Opened) -> None:
    sheet.see_face()
    assert "Spasi" in sheet.says()
    sheet.take()
    assert "Enter" in sheet.says()
    QTest.keyClick(sheet.sheet, Qt.Key.Key_Return)
    (given,) = sheet.given
    assert given is not None
    assert not sheet.sheet.isVisible()
    assert len(given) <= 60_000
    assert Image.open(BytesIO(given)).size == (480, 640)
    face = find_face(decode(given))
    assert face is not None
    assert abs(face.x + face.w / 2 - 240) < 40


def test_enter_before_the_photo_is_made_uses_it_once_it_is(sheet: Opened) -> None:
    sheet.see_face()
    sheet.press(Qt.Key.Key_Space)
    QTest.keyClick(sheet.sheet, Qt.Key.Key_Return)
    assert sheet.given == []
    sheet.until(lambda: len(sheet.given) == 1)
    assert sheet.given[0] is not None


def test_escape_gives_nothing_and_gives_the_camera_back(sheet: Opened) -> None:
    sheet.take()
    camera = sheet.sheet._camera
    assert camera is not None
    QTest.keyClick(sheet.sheet, Qt.Key.Key_Escape)
    assert sheet.given == []
    assert camera.closed(10)
    assert camera.problem() is None


def test_a_second_space_spoils_nothing(sheet: Opened) -> None:
    crop = sheet.take()
    before = sheet.sheet.jpeg()
    sheet.press(Qt.Key.Key_Space)
    assert (sheet.crop(), sheet.sheet.jpeg()) == (crop, before)


def test_taken_again_after_backspace(sheet: Opened) -> None:
    sheet.take()
    sheet.press(Qt.Key.Key_Right)
    QTest.keyClick(sheet.sheet, Qt.Key.Key_Backspace)
    assert sheet.form.view.crop() is None
    assert sheet.sheet.jpeg() is None
    sheet.until(lambda: not sheet.sheet._making)
    sheet.take()
    assert sheet.given == []


def test_a_picture_that_comes_too_late_is_not_shown(sheet: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """Space, and Backspace before the face was found: the camera is live, and stays so."""
    go_on, found = threading.Event(), threading.Event()

    def slow(frame: Any) -> None:
        go_on.wait(20)
        found.set()

    sheet.see_face()
    monkeypatch.setattr(photo_page, "find_face", slow)
    sheet.press(Qt.Key.Key_Space)
    QTest.keyClick(sheet.sheet, Qt.Key.Key_Backspace)
    go_on.set()
    sheet.until(lambda: found.is_set() and sheet.sheet._shell.jobs.idle())
    assert sheet.form.view.crop() is None
    assert sheet.sheet.jpeg() is None


def test_the_frame_moves_and_grows_by_keys_and_stays_three_by_four(sheet: Opened) -> None:
    first = sheet.take()
    made = sheet.settle()
    sheet.press(Qt.Key.Key_Left)
    moved = sheet.crop()
    assert (moved.x < first.x, moved.y, moved.h) == (True, first.y, first.h)
    assert sheet.settle() != made
    sheet.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert 0 < sheet.crop().x - moved.x < first.x - moved.x
    sheet.press(Qt.Key.Key_Minus)
    assert sheet.crop().h < first.h
    for _ in range(60):
        sheet.press(Qt.Key.Key_Plus)
        sheet.press(Qt.Key.Key_Down)
    assert sheet.crop() == Box(sheet.crop().x, 0, 270, 360)  # as large as the picture, and no larger
    for _ in range(80):
        sheet.press(Qt.Key.Key_Minus)
    assert sheet.crop().h == 120


def test_the_frame_by_mouse(sheet: Opened) -> None:
    first = sheet.take()
    view = sheet.form.view
    middle = view._on_screen(first).center().toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(view, middle + QPoint(-20, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle + QPoint(-20, 0))
    moved = sheet.crop()
    assert abs(first.x - moved.x - 20 / view._scale()) <= 2
    corner = view._on_screen(moved).bottomRight().toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=corner)
    QTest.mouseMove(view, corner - QPoint(30, 40))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=corner - QPoint(30, 40))
    assert sheet.crop().h < moved.h
    still = sheet.crop()
    QTest.mouseMove(view, corner)
    assert sheet.crop() == still


def test_brightness_by_keys(sheet: Opened) -> None:
    sheet.take()
    plain = sheet.settle()
    for _ in range(4):
        QTest.keyClicks(sheet.form.view, ".")
    assert sheet.form.brightness.value() == 20
    brighter = sheet.settle()
    assert decode(brighter).mean() > decode(plain).mean() + 5
    for _ in range(20):
        QTest.keyClicks(sheet.form.view, ",")
    assert sheet.form.brightness.value() == -50
    assert decode(sheet.settle()).mean() < decode(plain).mean() - 5


def test_many_changes_at_once_end_with_the_last(sheet: Opened) -> None:
    sheet.take()
    for value in range(-50, 41, 2):
        sheet.form.brightness.setValue(value)
    frame, crop = sheet.sheet._still, sheet.crop()
    assert frame is not None
    assert sheet.settle() == process(frame, crop=crop, brightness=40)


def test_without_a_photo(sheet: Opened) -> None:
    sheet.see_face()
    QTest.keyClick(sheet.sheet, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert sheet.given == [None]
    assert not sheet.sheet.isVisible()


# ---- trouble --------------------------------------------------------------------------------------------------------


def test_a_missing_camera_is_a_sentence_and_can_be_tried_again(
    qtbot: QtBot, shell: Shell, film: Path, tmp_path: Path
) -> None:
    path = tmp_path / "nanti.avi"
    opened = Opened(qtbot, shell, str(path))
    opened.until(lambda: opened.form.stack.currentWidget() is opened.form.trouble)
    assert opened.form.sentence.sentence() == device_text(DeviceError("camera_missing"))
    assert not opened.form.take.isEnabled()
    path.write_bytes(film.read_bytes())
    QTest.keyClick(opened.sheet, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    opened.take()
    opened.sheet.reject()


def test_a_camera_pulled_out_while_one_looks(
    qtbot: QtBot, shell: Shell, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Opened(qtbot, shell, str(film))
    opened.see_face()
    camera = opened.sheet._camera
    assert camera is not None
    monkeypatch.setattr(camera, "problem", lambda: DeviceError("camera_lost"))
    opened.until(lambda: opened.form.sentence.sentence() == device_text(DeviceError("camera_lost")))
    assert camera.closed(10)
    opened.sheet.reject()


def test_a_camera_that_never_answers_holds_nobody_up(
    qtbot: QtBot, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Hung:
        def __init__(self, source: str) -> None:
            self.closed = False

        def start(self) -> None: ...
        def latest(self) -> None: ...
        def problem(self) -> None: ...
        def close(self) -> None:
            self.closed = True

    monkeypatch.setattr(photo_page, "Camera", Hung)
    opened = Opened(qtbot, shell, "0")
    camera: Any = opened.sheet._camera
    began = time.monotonic()
    opened.sheet._look()
    opened.press(Qt.Key.Key_Space)
    assert "Membuka kamera" in opened.says()
    opened.sheet.reject()
    assert time.monotonic() - began < 2
    assert camera.closed
    assert opened.given == []


@pytest.mark.parametrize("code", sorted(TROUBLES))
def test_every_trouble_says_what_to_do(code: str) -> None:
    sentence = device_text(DeviceError(code, source="0"))
    assert sentence.startswith("Kamera ")
    assert any(word in sentence for word in ("Periksa", "Tutup", "Sambungkan"))


# ---- files ----------------------------------------------------------------------------------------------------------


def test_a_counter_without_a_camera_takes_files(
    qtbot: QtBot, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "foto.jpg").write_bytes(jpeg(person(800, 600, face_h=260, at=(0.7, 0.5))))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "foto.jpg"), ""))
    opened = Opened(qtbot, shell, "", current=process(person()))
    assert "tidak memakai kamera" in opened.form.sentence.sentence()
    assert opened.form.retry.isHidden()
    assert not opened.form.result.pixmap().isNull()  # the photo he has now
    QTest.keyClick(opened.sheet, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    opened.until(lambda: opened.sheet.jpeg() is not None)
    assert opened.crop().x > 300  # around the face
    opened.press(Qt.Key.Key_Up)
    opened.settle()
    opened.sheet.accept()
    assert len(opened.given) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"bukan foto", "bukan foto"), (jpeg(person(200, 100, face_h=60)), "terlalu kecil"), (None, "")],
)
def test_an_unusable_file_is_told_and_the_camera_goes_on(
    sheet: Opened, tmp_path: Path, content: bytes | None, words: str
) -> None:
    path = tmp_path / "berkas.jpg"
    if content is not None:
        path.write_bytes(content)
    sheet.see_face()
    sheet.sheet.use_file(path)
    sheet.until(lambda: sheet.sheet.problem() != "")
    assert words in sheet.sheet.problem()
    assert sheet.form.view.crop() is None
    sheet.take()  # still there


# ---- the camera in the settings -------------------------------------------------------------------------------------


@pytest.fixture
def section(qtbot: QtBot, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> CameraSection:
    monkeypatch.setattr(settings_camera, "cameras", lambda: [("0", "Kamera depan"), ("1", "")])
    made = CameraSection(shell)
    qtbot.addWidget(made)
    made.show()
    made.activate()
    qtbot.waitUntil(lambda: made.camera.count() == 4, timeout=WAIT_MS)
    return made


def choose(section: CameraSection, value: str) -> None:
    section.camera.set_value(value)
    section.camera.changed.emit()


def kept(shell: Shell) -> str:
    return preferences.load(shell.data_dir).camera


def test_the_cameras_plugged_in_are_offered(section: CameraSection) -> None:
    assert [section.camera.itemText(number) for number in range(4)] == [
        *("Tanpa kamera", "Kamera depan", "Kamera 2", "Berkas video atau alamat")
    ]
    assert section.camera.value() == "0"
    assert section._form.other.isHidden()


def test_a_choice_is_kept_at_once(qtbot: QtBot, shell: Shell, section: CameraSection) -> None:
    choose(section, "1")
    qtbot.waitUntil(lambda: kept(shell) == "1", timeout=WAIT_MS)
    choose(section, "")
    qtbot.waitUntil(lambda: kept(shell) == "", timeout=WAIT_MS)
    assert not section._form.test.isEnabled()


def test_a_chosen_camera_that_is_not_plugged_in_stays_chosen(
    qtbot: QtBot, shell: Shell, section: CameraSection
) -> None:
    preferences.change(shell.data_dir, camera="3")
    section.activate()
    qtbot.waitUntil(lambda: section.camera.value() == "3", timeout=WAIT_MS)
    assert section.camera.currentText() == "Kamera 4 (tidak terpasang)"


def test_a_film_is_chosen_tried_and_let_go_when_the_page_is_left(
    qtbot: QtBot, shell: Shell, section: CameraSection, film: Path
) -> None:
    choose(section, OTHER)
    assert section._form.other.isVisible()
    section.other.setText(str(film))
    section.other.editingFinished.emit()
    qtbot.waitUntil(lambda: kept(shell) == str(film), timeout=WAIT_MS)
    section._form.test.click()
    camera = section._watched
    assert camera is not None
    qtbot.waitUntil(lambda: section._form.view.has_face() if section._form.view._frame is not None else False)
    section.hide()
    assert section._watched is None
    assert camera.closed(10)


def test_trying_a_camera_that_is_not_there(qtbot: QtBot, section: CameraSection) -> None:
    choose(section, OTHER)
    section.other.setText("/tidak/ada.avi")
    section.other.editingFinished.emit()
    section._form.test.click()
    qtbot.waitUntil(lambda: section.problem() == device_text(DeviceError("camera_missing")), timeout=WAIT_MS)
    assert section._watched is None


def test_devices_show_every_part_under_its_heading(qtbot: QtBot, shell: Shell) -> None:
    made = DevicesSection(shell)
    qtbot.addWidget(made)
    assert CameraSection in PARTS
    assert [type(part) for part in made.parts] == list(PARTS)
    assert [heading.text() for heading in made._headings] == [part.title() for part in PARTS]
    heard: list[str] = []
    made.said.connect(lambda sentence, kind: heard.append(sentence))
    made.parts[0].said.emit("kata", "ok")
    assert heard == ["kata"]
    qtbot.waitUntil(shell.jobs.idle)  # type: ignore[attr-defined]


# ---- at the desk ----------------------------------------------------------------------------------------------------


def test_the_panel_shows_the_photo_and_asks_for_one_that_is_not_here(
    qtbot: QtBot, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = shell.desk
    asked: list[str] = []
    monkeypatch.setattr(shell.sync, "want_photos", lambda: asked.extend(desk.photos_wanted))
    photo = process(person())
    for number, content in (("A-1", photo), ("A-2", None)):
        member = add_member(desk, number)
        name = keep(desk, shell.photos, content) if content is not None else "ab" * 32
        with desk.action() as act:
            act.record(e.MemberChanged(member, person_set={"photo": name}, person_was={"photo": ""}))
        assert row(desk, Member, member).photo == name
    add_member(desk, "A-3")
    page = CirculationPage(shell)
    qtbot.addWidget(page)
    page.show()
    edit = page._form.scan_box.findChild(QLineEdit)
    assert edit is not None

    def panel(number: str) -> Any:
        desk.clock.advance(seconds=3)  # type: ignore[attr-defined]
        QTest.keyClicks(edit, number)
        QTest.keyClick(edit, Qt.Key.Key_Return)
        card = page._form.member_panel.card
        qtbot.waitUntil(lambda: card() is not None and card().number == number, timeout=WAIT_MS)
        qtbot.waitUntil(shell.jobs.idle, timeout=WAIT_MS)  # type: ignore[attr-defined]
        return card()

    assert panel("A-1").photo == photo
    assert asked == []
    assert panel("A-2").photo is None
    assert asked == ["ab" * 32]
    assert panel("A-3").photo is None

    came = process(person(at=(0.6, 0.5)))
    panel("A-2")
    shell.photos.remember("ab" * 32, came)  # as if a round had brought it
    shell.changes.tell("photos")
    qtbot.waitUntil(lambda: page._form.member_panel.card().photo == came, timeout=WAIT_MS)  # type: ignore[union-attr]
