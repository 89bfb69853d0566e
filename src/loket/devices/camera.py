"""A camera at the counter: an index, a video file or a URL, read in a thread of its own.

The latest frame is the only one kept, so whoever draws is never behind and nobody waits: a window asks `latest` at its
own pace. A camera that is not there, that another program has, or that is pulled out says so in `problem`.
"""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from loket.devices.imaging import Box, find_face
from loket.devices.opencv import cv2
from loket.domain.errors import DeviceError

if TYPE_CHECKING:
    from loket.devices.imaging import Frame

log = logging.getLogger(__name__)
CAMERA_MISSING, CAMERA_BUSY, CAMERA_LOST = "camera_missing", "camera_busy", "camera_lost"
WIDTH, HEIGHT = 1280, 720  # asked of a camera; it gives what it can
FIRST_FRAME_S, LOST_S = 6.0, 3.0
SILENT_S = 10.0  # a driver that answers nothing at all, not even no
FACE_EVERY = 3  # frames
_USUAL_FPS = 25.0
_RETRY_S = 0.05
_MOST_TRIED = 4
_in_use: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
"""One reader of a source at a time in this program: the next one waits until the last has let go."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One frame. `number` rises with every frame; `face` is where one was seen last, a moment ago at most."""

    number: int
    frame: Frame
    face: Box | None


class Camera:
    """One source. `start` and `close` return at once; closing gives the camera back.

    `opens(source)` makes what OpenCV calls a capture; `waits` is given in tests to shorten (first frame, lost).
    """

    def __init__(
        self,
        source: str,
        *,
        opens: Callable[[str], Any] | None = None,
        waits: tuple[float, float] = (FIRST_FRAME_S, LOST_S),
    ) -> None:
        self.source = source.strip()
        self._opens = opens or _open
        self._first_s, self._lost_s = waits
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name="camera", daemon=True)
        self._shot: Shot | None = None
        self._problem: DeviceError | None = None
        self._heard_at = time.monotonic()

    def start(self) -> None:
        self._heard_at = time.monotonic()
        self._thread.start()

    def close(self) -> None:
        """Let go of the camera, as soon as it answers."""
        self._stop.set()

    def closed(self, timeout_s: float = 0.0) -> bool:
        """Whether the camera was given back. Waits at most so long."""
        if self._thread.ident is not None:
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def latest(self) -> Shot | None:
        """The newest frame; None before the first."""
        return self._shot

    def problem(self) -> DeviceError | None:
        """Why there are no frames: DeviceError(camera_missing | camera_busy | camera_lost); None while all is well.

        A camera with a problem has stopped; to try again, make a new one.
        """
        if self._problem is None and self._thread.is_alive() and time.monotonic() - self._heard_at > SILENT_S:
            return DeviceError(CAMERA_LOST if self._shot else CAMERA_BUSY, source=self.source)
        return self._problem

    # ---- in the thread --------------------------------------------------------------------------------------------

    def _work(self) -> None:
        lock = _in_use[self.source]
        if not lock.acquire(timeout=self._first_s):
            self._problem = DeviceError(CAMERA_BUSY, source=self.source)
            return
        try:
            if not self._stop.is_set():
                self._read()
        except DeviceError as error:
            self._problem = error
        except Exception as error:  # OpenCV's own errors derive from nothing narrower
            log.warning("camera: %s", error)
            self._problem = DeviceError(CAMERA_LOST if self._shot else CAMERA_BUSY, source=self.source)
        finally:
            lock.release()

    def _read(self) -> None:
        capture = self._opens(self.source)
        try:
            if not capture.isOpened():
                there = self.source.isdigit() and _is_plugged_in(int(self.source))
                raise DeviceError(CAMERA_BUSY if there else CAMERA_MISSING, source=self.source)
            self._heard_at = time.monotonic()
            pause_s = 1.0 / (capture.get(cv2().CAP_PROP_FPS) or _USUAL_FPS) if is_file(self.source) else 0.0
            self._frames(capture, pause_s)
        finally:
            capture.release()

    def _frames(self, capture: Any, pause_s: float) -> None:
        """Until it is closed. A file begins again at its end, at its own pace."""
        number, face, last_at = 0, None, time.monotonic()
        while not self._stop.is_set():
            read, frame = capture.read()
            now = time.monotonic()
            if read and frame is not None:
                number += 1
                if number % FACE_EVERY == 1:
                    face = find_face(frame)
                self._shot, self._heard_at, last_at = Shot(number, frame, face), now, now
                self._stop.wait(max(0.0, pause_s - (time.monotonic() - now)))
                continue
            self._heard_at = now
            if now - last_at > (self._lost_s if number else self._first_s):
                raise DeviceError(CAMERA_LOST if number else CAMERA_BUSY, source=self.source)
            if pause_s and number:
                capture.set(cv2().CAP_PROP_POS_FRAMES, 0)
            self._stop.wait(_RETRY_S)


def is_file(source: str) -> bool:
    """Whether this names a video file, which is read at its own pace and again from its beginning."""
    return not source.isdigit() and "://" not in source


def _open(source: str) -> Any:
    module = cv2()
    if not source.isdigit():
        if is_file(source) and not Path(source).is_file():
            raise DeviceError(CAMERA_MISSING, source=source)
        return module.VideoCapture(source)
    # the older way into the cameras of Windows opens them in a moment, the newer one takes many seconds
    how = module.CAP_DSHOW if sys.platform == "win32" else module.CAP_ANY
    capture = module.VideoCapture(int(source), how)
    capture.set(module.CAP_PROP_FRAME_WIDTH, WIDTH)
    capture.set(module.CAP_PROP_FRAME_HEIGHT, HEIGHT)
    capture.set(module.CAP_PROP_BUFFERSIZE, 1)
    return capture


def _is_plugged_in(index: int) -> bool:
    return index < len(_names())


def cameras() -> list[tuple[str, str]]:
    """(source, name) of the cameras plugged in; the name is "" where the system tells none.

    Slow where each has to be tried: not for the window's thread.
    """
    names = _names()
    return [(str(index), name) for index, name in enumerate(names)] if names else _tried()


def _names() -> list[str]:
    """What the system calls its cameras; nothing where it cannot be asked."""
    with contextlib.suppress(ImportError):  # a machine without the sound library has no multimedia either
        from PySide6.QtMultimedia import QMediaDevices

        return [device.description() for device in QMediaDevices.videoInputs()]
    return []


def _tried() -> list[tuple[str, str]]:
    """Cameras that open when asked for by their number."""
    found = []
    for index in range(_MOST_TRIED):
        capture = _open(str(index))
        if capture.isOpened():
            found.append((str(index), ""))
        capture.release()
    return found
