"""OpenCV, loaded on first use: the only module that imports it, for it takes longer than the window may to appear."""

from __future__ import annotations

import os
import threading
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

FACE_CASCADE = "haarcascade_frontalface_alt2.xml"
# Its wheel for Linux points Qt at plugins of its own, an older Qt's: nobody here wants them, nor does a child process.
_ITS_QT = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_importing = threading.Lock()


def cv2() -> Any:
    """The module `cv2`."""
    with _importing:
        return _imported()


@cache
def _imported() -> Any:
    set_before = {name for name in _ITS_QT if name in os.environ}
    # read by OpenCV once: with them on, the cameras of Windows take many seconds to open
    os.environ.setdefault("OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS", "0")
    module = import_module("cv2")
    for name in set(_ITS_QT) - set_before:
        os.environ.pop(name, None)
    logging = module.utils.logging
    logging.setLogLevel(logging.LOG_LEVEL_SILENT)  # a missing camera is told in a sentence, not on the standard error
    return module


def face_cascade() -> Any:
    """A new classifier for faces seen from the front; each thread needs its own.

    Raises FileNotFoundError when the cascades that come with OpenCV are missing: the program is incomplete.
    """
    module = cv2()
    xml = Path(module.data.haarcascades, FACE_CASCADE).read_text(encoding="ascii")
    # by its text: OpenCV itself opens no path with letters beyond ASCII on Windows
    storage = module.FileStorage(xml, module.FILE_STORAGE_READ | module.FILE_STORAGE_MEMORY)
    classifier = module.CascadeClassifier()
    classifier.read(storage.getFirstTopLevelNode())
    return classifier
