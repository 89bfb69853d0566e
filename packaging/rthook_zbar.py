"""Runs first in the bundled program: lets `find_library("zbar")` find the libzbar that is shipped with it.

pyzbar asks the system alone. On a computer without libzbar the shipped one would lie beside it unused, and every
barcode would fail; on the computer that built the bundle nothing would show it.
"""

import ctypes.util
import sys
from pathlib import Path

_find_in_system = ctypes.util.find_library


def _find_library(name: str) -> str | None:
    if name == "zbar":
        for shipped in sorted(Path(sys._MEIPASS).glob("libzbar*")):  # type: ignore[attr-defined]
            return str(shipped)
    return _find_in_system(name)


ctypes.util.find_library = _find_library
