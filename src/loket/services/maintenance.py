"""The counter's health: is the journal whole, how old is the last backup, how full is the disk."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import timedelta, timezone
from pathlib import Path

from loket.db.backup import LAST_BACKUP_AT, LAST_BACKUP_PATH, back_up
from loket.db.engine import Database, driver, translated
from loket.db.journal import Break, first_break
from loket.db.meta import get_meta
from loket.db.rows import from_ms
from loket.db.streams import pending
from loket.services.desk import Desk
from loket.services.guest_names import forget_due
from loket.services.photos import PhotoStore, clean_orphans

LOW_DISK_BYTES = 500_000_000  # below: a warning in the status bar
NIGHT_FROM, NIGHT_TO = 22, 5  # hours by the library's clock
LONGEST_NIGHT = timedelta(hours=8)
STALE_BACKUP = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Health:
    """What the status bar shows.

    Attributes:
        backup_age: since the last verified backup; None when there was never one.
        backup_path: where it lies; "" when there was never one.
        free_bytes: on the disk of the database.
        key_warning: the database key lies in a file instead of the system's safe.
        events: not yet confirmed by a server; all of the journal while there is none.
        clock_quality: as the next event would be stamped.
    """

    backup_age: timedelta | None
    backup_path: str
    free_bytes: int
    key_warning: bool
    events: int
    clock_quality: str

    @property
    def low_disk(self) -> bool:
        return self.free_bytes < LOW_DISK_BYTES

    @property
    def stale_backup(self) -> bool:
        return self.backup_age is None or self.backup_age > STALE_BACKUP


def verify(database: Database) -> Break | None:
    """Walk every stream of the journal; the first broken link, or None. Raises StorageError(DAMAGED)."""
    with database.read() as connection:
        return first_break(driver(connection))


def health(desk: Desk, *, key_warning: bool = False) -> Health:
    """The counter's health now. Cheap: it reads a few rows. `key_warning` is what `db.keys` said at start-up."""
    path = desk.database.path
    with desk.view() as act:
        backed_up_ms = get_meta(act.driver, LAST_BACKUP_AT)
        backup_path = get_meta(act.driver, LAST_BACKUP_PATH) or ""
        events = pending(act.driver).events
        quality = act.clock_quality()
    with translated(path):
        free = shutil.disk_usage(path.parent).free
    age = desk.clock.now() - from_ms(int(backed_up_ms)) if backed_up_ms else None
    return Health(age, backup_path, free, key_warning, events, quality)


def nightly_backup_due(desk: Desk) -> bool:
    """Whether it is night by the library's clock and the last backup is from before this evening."""
    local = desk.local(desk.clock.now())
    if not (local.hour >= NIGHT_FROM or local.hour < NIGHT_TO):
        return False
    with desk.view() as act:
        backed_up_ms = get_meta(act.driver, LAST_BACKUP_AT)
    return backed_up_ms is None or desk.clock.now() - from_ms(int(backed_up_ms)) > LONGEST_NIGHT


def back_up_desk(desk: Desk, folder: Path) -> Path:
    """A verified backup into `folder`, named by the library's own time. The folder belongs to this counter alone.

    Names of guests whose time is over are forgotten first; photos nobody needs any more are removed here afterwards.
    """
    forget_due(desk)
    with translated(folder):
        folder.mkdir(exist_ok=True)  # not its parents: a stick that is not plugged in must be noticed
    zone = timezone(timedelta(minutes=desk.library.utc_offset_min))
    made = back_up(desk.database, folder, desk.clock.now().astimezone(zone))
    clean_orphans(desk, PhotoStore(desk.database.path.parent))
    return made
