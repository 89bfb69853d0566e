"""python-escpos, loaded when the first slip is printed: it takes a fifth of a second, too long for any start."""

from __future__ import annotations

import os
import shutil
from functools import cache
from types import ModuleType

PLACE = "ESCPOS_CAPABILITIES_PICKLE_DIR"


@cache
def printers() -> ModuleType:
    """Its module `escpos.printer`. The folder it makes at each import, for what it knows of printers, is taken away."""
    import escpos.capabilities
    import escpos.printer

    if PLACE not in os.environ:
        shutil.rmtree(escpos.capabilities.pickle_dir, ignore_errors=True)
    module: ModuleType = escpos.printer
    return module
