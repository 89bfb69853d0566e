"""How this one counter looks and sounds, and where it puts its backups. Never sent to other counters.

They lie in `preferences.toml` beside the database, readable and mendable by hand. A value that cannot be used is named
in the log with its file and key, and its default stands in: a counter must open all the same.
"""

from __future__ import annotations

import json
import logging
import os
import tempfile
import threading
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from loket.db.engine import translated
from loket.ui import language, texts, theme
from loket.ui.sounds import Sounds

log = logging.getLogger(__name__)
FILE_NAME = "preferences.toml"
OWN_BACKUPS = "backups"
CURSOR_FLASH_MS = 1000
SCALES_PERCENT = (100, 125, 150, 200)
MOST_OFFSET_MM, MOST_BATCH = 9.0, 100
CARD_FILES, RECAP_FILES = "Kartu Loket", "Rekap Loket"
SLIP_PAPERS, DRAWER_PINS = ("58", "80", "80-42"), (0, 2, 5)
HEADING = "# Loket: this counter's own looks, sounds and folders. Edit while Loket is closed.\n"
_writing = threading.Lock()


@dataclass(frozen=True, slots=True)
class Preferences:
    """One counter's own choices.

    Attributes:
        scale_percent: size of everything in the window, one of SCALES_PERCENT.
        motion: may things move on the screen.
        volume_percent: of the sounds, 0 to 100.
        last_username: who signed in last; only the name is offered again.
        backup_folder: where backups go; empty: the folder `backups` beside the data.
        mirror_folder: a second medium that gets each backup as well; empty: none.
        camera: takes photos of members: its index, a video file or a URL; empty: this counter has none.
        card_printer: "queue:NAME" of the system, "pdf" for files in `card_folder`; empty: not chosen yet.
        card_folder: where card files go; empty: the folder "Kartu Loket" in the user's own.
        card_two_sided: print the back of a card too. card_fold: the edge it is turned over, "long" or "short".
        card_offset_x_mm … card_back_offset_y_mm: what is printed is moved so far right and down.
        card_ask: when the operator is asked how cards came out: after "each" one, or a "batch" of `card_batch`.
        slip_printer: prints receipts and loan slips, as `devices.receipt_printers` names it; empty: none here.
        slip_paper: its paper, a key of `reports.slips.PAPERS`. slip_logo: the library's logo on top.
        slip_drawer: the pin of the printer's plug that opens the cash drawer, 2 or 5; 0: no drawer.
        visitor_book: id of the room whose visitor book is kept here; empty: the book at the door.
        ask_purpose: the guestbook asks a member what he comes for.
        reading_room: id of the room whose read books are counted here; empty: none in particular.
        recap_folder: where closing puts the recap's files; empty: the folder "Rekap Loket" in the user's own.
        recap_print: closing opens the recap to be printed.
    """

    language: str = "id"
    theme: str = "light"
    scale_percent: int = 100
    motion: bool = True
    sounds: bool = True
    volume_percent: int = 60
    last_username: str = ""
    backup_folder: str = ""
    mirror_folder: str = ""
    camera: str = "0"
    card_printer: str = ""
    card_folder: str = ""
    card_two_sided: bool = True
    card_fold: str = "long"
    card_offset_x_mm: float = 0.0
    card_offset_y_mm: float = 0.0
    card_back_offset_x_mm: float = 0.0
    card_back_offset_y_mm: float = 0.0
    card_ask: str = "each"
    card_batch: int = 10
    slip_printer: str = ""
    slip_paper: str = "58"
    slip_logo: bool = True
    slip_drawer: int = 0
    visitor_book: str = ""
    ask_purpose: bool = False
    reading_room: str = ""
    recap_folder: str = ""
    recap_print: bool = True


DEFAULTS = Preferences()
_FITS: Mapping[str, Callable[[Any], bool]] = {
    "language": lambda value: value in language.LANGUAGES,
    "theme": lambda value: value in theme.NAMES,
    "scale_percent": lambda value: value in SCALES_PERCENT,
    "volume_percent": lambda value: 0 <= value <= 100,
    "card_fold": lambda value: value in ("long", "short"),
    "card_offset_x_mm": lambda value: abs(value) <= MOST_OFFSET_MM,
    "card_offset_y_mm": lambda value: abs(value) <= MOST_OFFSET_MM,
    "card_back_offset_x_mm": lambda value: abs(value) <= MOST_OFFSET_MM,
    "card_back_offset_y_mm": lambda value: abs(value) <= MOST_OFFSET_MM,
    "card_ask": lambda value: value in ("each", "batch"),
    "card_batch": lambda value: 2 <= value <= MOST_BATCH,
    "slip_paper": lambda value: value in SLIP_PAPERS,
    "slip_drawer": lambda value: value in DRAWER_PINS,
}


def path_in(data_dir: Path) -> Path:
    return data_dir / FILE_NAME


def load(data_dir: Path) -> Preferences:
    """The preferences kept in this folder; the defaults where there are none or they cannot be read."""
    file = path_in(data_dir)
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8-sig"))  # an editor on Windows may add a mark
    except FileNotFoundError:
        return DEFAULTS
    except (OSError, ValueError) as error:
        log.warning("%s cannot be read, defaults are used: %s", file, error)
        return DEFAULTS
    for unknown in found.keys() - {field.name for field in fields(Preferences)}:
        log.warning("%s: unknown key %s", file, unknown)
    return replace(DEFAULTS, **{key: value for key, value in found.items() if _usable(file, key, value)})


def save(data_dir: Path, preferences: Preferences) -> None:
    """Keep them, whole or not at all. Raises StorageError, ValueError for a value no preference can have."""
    for key, value in asdict(preferences).items():
        if not _fits(key, value):
            raise ValueError(f"{key} = {value!r}")
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in asdict(preferences).items()]
    file = path_in(data_dir)
    with translated(file):
        handle, name = tempfile.mkstemp(prefix=FILE_NAME, dir=data_dir)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                stream.write(HEADING + "".join(lines))
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def change(data_dir: Path, **changes: Any) -> Preferences:
    """Keep these changes beside what is kept already. Returns all preferences. Raises as `save`."""
    with _writing:
        kept = load(data_dir)
        wanted = replace(kept, **changes)
        if wanted != kept:
            save(data_dir, wanted)
    return wanted


def apply(preferences: Preferences, sounds: Sounds | None = None) -> None:
    """Make the window look and sound like this from now on. GUI thread."""
    QApplication.setCursorFlashTime(CURSOR_FLASH_MS if preferences.motion else 0)
    theme.current().use(name=preferences.theme, scale=preferences.scale_percent / 100, motion=preferences.motion)
    if preferences.language == "id" or texts.language() != preferences.language:
        language.use("en" if preferences.language == "en" else "id")
    if sounds is not None:
        sounds.set_volume(preferences.volume_percent / 100)
        sounds.set_muted(not preferences.sounds)


def backup_folder(data_dir: Path, preferences: Preferences) -> Path:
    """Where this counter's backups go."""
    return Path(preferences.backup_folder) if preferences.backup_folder else data_dir / OWN_BACKUPS


def card_folder(preferences: Preferences) -> Path:
    """Where card files go when files stand in for a printer."""
    return Path(preferences.card_folder) if preferences.card_folder else Path.home() / CARD_FILES


def recap_folder(preferences: Preferences) -> Path:
    """Where closing puts the recap's files."""
    return Path(preferences.recap_folder) if preferences.recap_folder else Path.home() / RECAP_FILES


def _usable(file: Path, key: str, value: Any) -> bool:
    if not hasattr(DEFAULTS, key):
        return False
    if _fits(key, value):
        return True
    log.warning("%s: %s = %r cannot be used, the default %r stands in", file, key, value, getattr(DEFAULTS, key))
    return False


def _fits(key: str, value: Any) -> bool:
    return type(value) is type(getattr(DEFAULTS, key)) and _FITS.get(key, lambda _: True)(value)
