"""The composition root: the only place that wires clock, keys, database, services and window together."""

from __future__ import annotations

import logging
import logging.handlers
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import platformdirs

from loket.db.engine import Database, driver
from loket.db.keys import DATABASE_FILE, KeyPlace, load_or_create_key, open_with_key
from loket.db.meta import get_meta
from loket.devices import resources
from loket.devices.clock import SystemClock, UuidV7Ids
from loket.devices.machine import machine_marks
from loket.devices.witness import WitnessFile, witness_folder, witness_of
from loket.domain.entities import ClosedDay, Id
from loket.services.desk import Desk, open_desk
from loket.services.erasure import erase_again
from loket.services.guest_names import forget_due
from loket.services.operators import Argon2Hasher

log = logging.getLogger(__name__)
HOME_VARIABLE = "LOKET_HOME"
READY_VARIABLE = "LOKET_READY_FILE"
LOG_BYTES, LOG_FILES = 1_000_000, 5


@dataclass
class Opened:
    """An opened data folder; `desk` is None before a library was founded in it."""

    data_dir: Path
    key: KeyPlace
    database: Database
    desk: Desk | None

    def close(self) -> None:
        self.database.close()


def data_folder() -> Path:
    """Where this counter's data lies: LOKET_HOME, or the place the operating system gives to programs."""
    named = os.environ.get(HOME_VARIABLE)
    return Path(named).expanduser() if named else Path(platformdirs.user_data_dir("Loket", appauthor=False))


def open_data(data_dir: Path) -> Opened:
    """Open the folder's database, making an empty one in a new folder. Raises StorageError."""
    key = load_or_create_key(data_dir)
    database = open_with_key(data_dir / DATABASE_FILE, key.key)
    try:
        witness = _witness_of(database, data_dir)
        desk = open_desk(database, SystemClock(), UuidV7Ids(), machine=machine_marks(), witness=witness)
        if desk is not None:
            erase_again(desk)
            forget_due(desk)
    except BaseException:
        database.close()
        raise
    return Opened(data_dir, key, database, desk)


def _witness_of(database: Database, data_dir: Path) -> WitnessFile | None:
    """Where the end of this counter's journal is noted: not among the data, which may be copied or put back."""
    with database.read() as connection:
        station_id = get_meta(driver(connection), "station_id")
    if station_id is None:
        return None
    beside = data_dir.with_name(data_dir.name + ".witness")  # a folder that was named belongs where it was put
    return witness_of(Id(station_id), beside if HOME_VARIABLE in os.environ else witness_folder())


def open_example(data_dir: Path, progress: Callable[[int, int], object] = lambda done, total: None) -> Opened:
    """The example library in this folder, built when it is not there yet; its operator is signed in."""
    from loket.services import example
    from loket.services.operators import operators

    opened = open_data(data_dir)
    if opened.desk is None:
        opened.desk = example.build_example(
            opened.database,
            SystemClock(),
            UuidV7Ids(),
            Argon2Hasher(),
            resources.path("example"),
            national_closed_days(),
            progress=progress,
        )
    opened.desk.operator = next(who for who in operators(opened.desk) if who.username == example.OPERATOR)
    return opened


def national_closed_days() -> tuple[ClosedDay, ...]:
    """The national closed days Loket ships, with their source."""
    from loket.services.settings import read_closed_days_csv

    files = sorted(resources.path("holidays").glob("id-*.csv"))
    return tuple(day for file in files for day in read_closed_days_csv(file)[0])


def log_into(data_dir: Path) -> None:
    """Ids, counts and times go to a rotating file beside the data; never names or numbers of people."""
    data_dir.mkdir(parents=True, exist_ok=True)
    handler = logging.handlers.RotatingFileHandler(
        data_dir / "loket.log", maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)


# ---- the window ---------------------------------------------------------------------------------------------------


def run_window(*, example: bool = False) -> int:
    """Open the window and work until it is closed. Returns the process's exit code."""
    from PySide6.QtWidgets import QApplication

    from loket.ui.program import Program

    temporary = Path(tempfile.mkdtemp(prefix="loket-contoh-")) if example and HOME_VARIABLE not in os.environ else None
    data_dir = temporary or data_folder()
    log_into(data_dir)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    opening = open_example if example else lambda folder, progress: open_data(folder)
    program = Program(data_dir, opening, Argon2Hasher(), is_example=example, on_ready=_tell_ready)
    sys.excepthook = _caught_by(program.show_crash)
    signal.signal(signal.SIGTERM, lambda *_: program.ask_to_close())  # the system shuts down
    try:
        program.start()
        return app.exec()
    finally:
        program.close()
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)


def _tell_ready() -> None:
    """For whoever measures start-up: when the window could be worked with, and how much memory it took."""
    file = os.environ.get(READY_VARIABLE)
    if file:
        part = Path(file + ".part")
        part.write_text(f"{time.monotonic_ns()} {_resident_bytes()}\n", encoding="ascii")
        part.replace(file)


def _resident_bytes() -> int:
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if status.exists() else 0


def _caught_by(
    show: Callable[[str], None],
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Our own bugs: into the log in full, onto the screen in one sentence; the counter goes on."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("%s", "".join(traceback.format_exception(kind, error, trace)))
        show("".join(traceback.format_exception_only(kind, error)).strip())

    return caught
