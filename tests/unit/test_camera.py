"""Cameras without hardware: films, and captures that fail the ways cameras do."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from faces import person, video

from loket.devices import camera as module
from loket.devices.camera import Camera, Shot, is_file
from loket.domain.errors import DeviceError

SHORT = (0.3, 0.3)


def until(true: Callable[[], Any], timeout_s: float = 20.0) -> Any:
    end = time.monotonic() + timeout_s
    while not (found := true()):
        assert time.monotonic() < end, "it did not come about in time"
        time.sleep(0.005)
    return found


class Capture:
    """What OpenCV would give: frames until `left` are gone, then nothing."""

    def __init__(self, left: int = 0, *, opened: bool = True, hangs: bool = False, face: bool = False) -> None:
        self.left, self.opened, self.hangs = left, opened, hangs
        self.frame = person(320, 240, face_h=110) if face else np.zeros((240, 320, 3), np.uint8)
        self.released = threading.Event()
        self.go_on = threading.Event()

    def isOpened(self) -> bool:
        return self.opened

    def get(self, prop: int) -> float:
        return 0.0

    def set(self, prop: int, value: float) -> bool:
        return True

    def read(self) -> tuple[bool, Any]:
        if self.hangs:
            self.go_on.wait()
        if self.left <= 0:
            return False, None
        self.left -= 1
        time.sleep(0.002)
        return True, self.frame.copy()

    def release(self) -> None:
        self.released.set()


def watched(source: str, capture: Capture) -> Camera:
    made = Camera(source, opens=lambda _: capture, waits=SHORT)
    made.start()
    return made


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return video(tmp_path / "orang.avi", frames=12, width=320, height=240, face_h=120)


def test_a_film_runs_round_and_round_with_the_face_in_it(film: Path) -> None:
    camera = Camera(str(film))
    camera.start()
    shot = until(lambda: (found := camera.latest()) is not None and found.number > 30 and found)  # more than it has
    assert isinstance(shot, Shot)
    assert shot.frame.shape == (240, 320, 3)
    assert shot.face is not None
    assert camera.problem() is None
    camera.close()
    assert camera.closed(10)


def test_a_film_keeps_its_own_pace(film: Path) -> None:
    camera = Camera(str(film))
    began = time.monotonic()
    camera.start()
    until(lambda: (shot := camera.latest()) is not None and shot.number >= 10)
    assert time.monotonic() - began > 0.25  # ten frames at 25 a second; unpaced it takes a hundredth of that
    camera.close()
    assert camera.closed(10)


def test_the_latest_frame_wins(film: Path) -> None:
    camera = Camera(str(film))
    camera.start()
    first = until(camera.latest)
    until(lambda: camera.latest().number > first.number + 3)  # type: ignore[union-attr]
    assert camera.latest().frame is not first.frame  # type: ignore[union-attr]
    camera.close()


@pytest.mark.parametrize("source", ["/tidak/ada/film.avi", "http://127.0.0.1:9/tidak-ada"])
def test_no_such_camera(source: str) -> None:
    camera = Camera(source)
    camera.start()
    assert until(camera.problem, 40).code == "camera_missing"
    assert camera.latest() is None
    assert camera.closed(10)


def test_a_file_that_is_no_film(tmp_path: Path) -> None:
    (tmp_path / "catatan.avi").write_text("bukan film")
    camera = Camera(str(tmp_path / "catatan.avi"))
    camera.start()
    assert until(camera.problem).code == "camera_missing"


def test_the_number_of_a_camera_that_is_not_plugged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_names", lambda: ["Kamera depan"])
    for source, code in (("1", "camera_missing"), ("0", "camera_busy")):
        camera = watched(source, Capture(opened=False))
        problem = until(camera.problem)
        assert (problem.code, problem.params["source"]) == (code, source)


def test_a_camera_that_another_program_has_gives_no_frames() -> None:
    capture = Capture(left=0)
    camera = watched("0", capture)
    assert until(camera.problem).code == "camera_busy"
    assert capture.released.wait(5)


def test_a_camera_pulled_out_and_plugged_in_again() -> None:
    capture = Capture(left=20)
    camera = watched("0", capture)
    assert until(camera.problem).code == "camera_lost"
    assert camera.latest() is not None  # the last frame is still there to look at
    assert capture.released.wait(5)
    again = watched("0", Capture(left=10_000, face=True))
    assert until(again.latest).face is not None
    assert again.problem() is None
    again.close()
    assert again.closed(10)


def test_an_error_of_the_driver_is_a_camera_lost() -> None:
    class Broken(Capture):
        def read(self) -> tuple[bool, Any]:
            if self.left == 1:
                raise RuntimeError("driver")
            return super().read()

    assert until(watched("0", Broken(left=5)).problem).code == "camera_lost"


def test_a_driver_that_never_answers_is_told_and_nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SILENT_S", 0.2)
    capture = Capture(hangs=True)
    camera = watched("7", capture)
    assert until(camera.problem).code == "camera_busy"
    began = time.monotonic()
    camera.close()
    assert time.monotonic() - began < 0.1
    assert not camera.closed()
    capture.go_on.set()
    assert camera.closed(10)


def test_the_next_reader_of_a_camera_waits_until_the_last_has_let_go() -> None:
    first_capture, second_capture = Capture(left=10_000), Capture(left=10_000)
    order: list[str] = []
    first = Camera("3", opens=lambda _: order.append("first") or first_capture)  # type: ignore[func-returns-value]
    second = Camera("3", opens=lambda _: order.append(f"second {first_capture.released.is_set()}") or second_capture)  # type: ignore[func-returns-value]
    first.start()
    until(first.latest)
    second.start()
    first.close()
    until(second.latest)
    assert order == ["first", "second True"]
    second.close()
    assert second.closed(10)


def test_a_camera_closed_before_it_was_opened_is_never_opened() -> None:
    camera = Camera("4", opens=lambda _: pytest.fail("opened"))
    camera.close()
    camera.start()
    assert camera.closed(10)
    assert camera.problem() is None


def test_sources() -> None:
    assert [is_file(source) for source in ("0", "12", "/a/film.mp4", "film.avi", "rtsp://kamera/1")] == [
        *(False, False, True, True, False)
    ]


def test_cameras_are_listed_or_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_names", lambda: ["Depan", "Meja"])
    assert module.cameras() == [("0", "Depan"), ("1", "Meja")]
    monkeypatch.setattr(module, "_names", list)
    monkeypatch.setattr(module, "_open", lambda source: Capture(opened=source == "2"))
    assert module.cameras() == [("2", "")]


def test_opencv_leaves_no_path_to_its_own_qt_behind() -> None:
    code = (
        "import os; from loket.devices.opencv import cv2, face_cascade; assert not face_cascade().empty();"
        "print(sorted(name for name in os.environ if name.startswith('QT_QPA')))"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QT_QPA")}
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert done.stderr == ""


def test_every_code_is_one_of_three() -> None:
    assert {module.CAMERA_MISSING, module.CAMERA_BUSY, module.CAMERA_LOST} == {
        *("camera_missing", "camera_busy", "camera_lost")
    }
    assert DeviceError(module.CAMERA_LOST, source="0").params == {"source": "0"}
