"""Backing up this counter to where its preferences say: its own folder, and a second medium when there is one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from loket.db.mirror import mirror_journal
from loket.domain.errors import StorageError
from loket.services.desk import Desk
from loket.services.maintenance import back_up_desk
from loket.ui import preferences


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Where the backups lie. `mirror_error`: why the second medium got none."""

    path: Path
    mirrored: Path | None
    mirror_error: StorageError | None


def back_up_counter(desk: Desk, data_dir: Path) -> BackedUp:
    """A verified backup on the second medium, if one is chosen, and one in the backup folder.

    The second medium comes first, so that the counter remembers the other one as its last; a memory stick that was
    pulled out spoils nothing. For the writing lane. Raises StorageError for the backup folder.
    """
    kept = preferences.load(data_dir)
    mirrored, mirror_error = None, None
    if kept.mirror_folder:
        try:
            mirrored = back_up_desk(desk, Path(kept.mirror_folder))
        except StorageError as error:
            mirror_error = error
    return BackedUp(back_up_desk(desk, preferences.backup_folder(data_dir, kept)), mirrored, mirror_error)


def mirror_counter(desk: Desk, data_dir: Path) -> StorageError | None:
    """Bring the journal on the second medium up to date, when one is chosen and plugged in; why not, when it fails.

    Called every minute or so: what a broken disk takes with it is then at most that minute's work.
    """
    folder = preferences.load(data_dir).mirror_folder
    try:
        if folder:
            mirror_journal(desk.database, Path(folder))
    except StorageError as error:
        return error
    return None
