"""Photos of members: sealed under the library's key, kept beside the database, sent to the server after the events.

A member's row holds the name of the sealed file and nothing else. The file is on the disk before the event that names
it, so no record points at nothing. Kiosks and other counters of scope HOUSE have no photos at all.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

from loket.db import sealing
from loket.db.engine import driver, translated
from loket.db.photo_files import FOLDER, PhotoFiles, is_name
from loket.db.rows import to_ms
from loket.devices.imaging import MOST_FILE_BYTES, process
from loket.domain import events as e
from loket.domain.entities import Id, Member, Role
from loket.domain.errors import InvalidInput, StorageError
from loket.domain.scope import Scope
from loket.services.desk import Action, Desk

log = logging.getLogger(__name__)
PURPOSE = "photos"
_PLACE = b"member photo"  # sealed files are found by their content alone, so they are bound to no member
CACHED = 64  # photos: about 3 MB
ORPHAN_AFTER = timedelta(days=7)  # a form left open over a weekend still finds its photo
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
_QUEUE = "INSERT INTO photo_to_send (sha256, added_at) VALUES (?, ?) ON CONFLICT DO NOTHING"
_UNQUEUE = "DELETE FROM photo_to_send WHERE sha256 = ?"
_NAMED = "SELECT photo FROM member WHERE photo <> '' UNION SELECT scan FROM remittance WHERE scan <> ''"
_QUEUED = "SELECT lower(hex(sha256)) FROM photo_to_send"


class PhotoStore:
    """The photos of one counter, and the last ones it showed. Threads may share it."""

    def __init__(self, data_dir: Path) -> None:
        self.files = PhotoFiles(data_dir / FOLDER)
        self._shown: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def cached(self, name: str) -> bytes | None:
        with self._lock:
            if name in self._shown:
                self._shown.move_to_end(name)
            return self._shown.get(name)

    def remember(self, name: str, jpeg: bytes) -> None:
        with self._lock:
            self._shown[name] = jpeg
            while len(self._shown) > CACHED:
                self._shown.popitem(last=False)

    def forget(self, name: str) -> None:
        with self._lock:
            self._shown.pop(name, None)


def keep(desk: Desk, store: PhotoStore, jpeg: bytes) -> str:
    """Keep a photo made by `imaging.process`. Returns its name, for `Person.photo`; the event comes after this.

    It waits for the server until a round takes it there. Raises StorageError; then nothing is to be recorded.
    """
    with desk.view() as act:
        key = _key(act.driver)
    name = store.files.put(sealing.seal(key, jpeg, _PLACE))
    with desk.database.write() as connection:
        driver(connection).execute(_QUEUE, (bytes.fromhex(name), to_ms(desk.clock.now())))
    store.remember(name, jpeg)
    return name


def read(desk: Desk, store: PhotoStore, name: str) -> bytes | None:
    """The JPEG. None: there is none, it is not here, or it cannot be opened.

    One that should be here is noted in `desk.photos_wanted`; the next round with the server brings it.
    """
    if not is_name(name) or desk.scope is Scope.HOUSE:
        return None
    jpeg = store.cached(name)
    if jpeg is None:
        jpeg = _opened(desk, store, name)
        if jpeg is None:
            desk.photos_wanted.add(name)
        else:
            store.remember(name, jpeg)
    return jpeg


def _opened(desk: Desk, store: PhotoStore, name: str) -> bytes | None:
    try:
        sealed = store.files.get(name)
        if sealed is None:
            return None
        with desk.view() as act:
            return sealing.unseal(_key(act.driver), sealed, _PLACE)
    except StorageError as error:  # a picture less; the member is served all the same
        log.warning("photo %s: %s", name[:8], error.code)
        return None


def photos_of(desk: Desk, store: PhotoStore, members: Sequence[Member]) -> dict[Id, bytes]:
    """The photos of several members; who has none here is not in it."""
    found = {member.id: read(desk, store, member.photo) for member in members}
    return {member_id: jpeg for member_id, jpeg in found.items() if jpeg is not None}


def drop(desk: Desk, store: PhotoStore, name: str) -> None:
    """Remove a photo for good, here and from every backup made after this: its member was erased. "" is none."""
    if not is_name(name):
        return
    store.forget(name)
    store.files.drop(name)
    with desk.database.write() as connection:
        driver(connection).execute(_UNQUEUE, (bytes.fromhex(name),))


def clean_orphans(desk: Desk, store: PhotoStore) -> int:
    """Remove photos no member's row names: taken and not saved, or replaced. Returns how many.

    A week is waited first, for a form may stand open, or a conflict be decided the other way.
    """
    with desk.database.read() as connection:
        source = driver(connection)
        named = frozenset(row[0] for row in source.execute(_NAMED))
        queued = [row[0] for row in source.execute(_QUEUED)]
    oldest_s = (desk.clock.now() - ORPHAN_AFTER).timestamp()
    gone = store.files.forget_before(oldest_s, named)
    lost = [(bytes.fromhex(name),) for name in queued if name not in named and not store.files.has(name)]
    if lost:
        with desk.database.write() as connection:
            driver(connection).executemany(_UNQUEUE, lost)
    return gone


def _key(driver_connection: Any) -> bytes:
    return sealing.subkey(sealing.library_secret(driver_connection), PURPOSE)


# ---- a folder of photos ---------------------------------------------------------------------------------------------


class Ticket(Protocol):
    """How far the work is, and whether it shall stop."""

    def report(self, done: int, total: int) -> None: ...
    def check(self) -> None: ...


@dataclass
class PhotoImport:
    """What was done with a folder, by file names.

    Attributes:
        taken: now the photo of the member of that number. same: his photo already.
        unknown: no member has this number, or more than one has.
        unreadable: (file, code) of files that hold no usable picture.
        doubled: a second file for a number; the first one counts.
    """

    taken: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    unreadable: list[tuple[str, str]] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)


def import_folder(
    desk: Desk, store: PhotoStore, folder: Path, ticket: Ticket, report: PhotoImport | None = None
) -> PhotoImport:
    """Give members the photos in a folder, whose files are named by their numbers: `2026-0012.jpg`.

    Each is cut around the face. Stopping (`ticket.check` raises) leaves what was taken; a second run takes the rest.
    `report` is filled as the work goes on, so that who gives one knows what was done also when it was stopped.
    Raises Refused without the role, StorageError.
    """
    with desk.view() as act:
        act.demand_role(Role.ADMIN, Role.SUPERVISOR, Role.CIRCULATION)
    with translated(folder):
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() in PICTURES)
    report = PhotoImport() if report is None else report
    seen = set[Id]()
    for number, path in enumerate(files):
        ticket.check()
        ticket.report(number, len(files))
        _take_file(desk, store, path, report, seen)
    ticket.report(len(files), len(files))
    return report


def _take_file(desk: Desk, store: PhotoStore, path: Path, report: PhotoImport, seen: set[Id]) -> None:
    with desk.view() as act:
        member = _member_named(act, path.stem.strip())
    if member is None:
        report.unknown.append(path.name)
        return
    if member.id in seen:
        report.doubled.append(path.name)
        return
    try:
        jpeg = process(_content(path))
    except InvalidInput as error:
        report.unreadable.append((path.name, error.code))
        return
    seen.add(member.id)
    if read(desk, store, member.photo) == jpeg:
        report.same.append(path.name)
        return
    name = keep(desk, store, jpeg)
    with desk.action() as act:
        act.record(e.MemberChanged(member.id, person_set={"photo": name}, person_was={"photo": member.photo}))
    report.taken.append(path.name)


def _content(path: Path) -> bytes:
    with translated(path):
        if path.stat().st_size > MOST_FILE_BYTES:
            raise InvalidInput("photo", "photo_too_large")
        return path.read_bytes()


def _member_named(act: Action, stem: str) -> Member | None:
    """The one member of this number. A file name cannot hold a slash: `_` may stand for it."""
    for number in dict.fromkeys((stem, stem.replace("_", "/"))):
        found = [member for member in act.state.members_with_no(number) if not member.erased]
        if number and len(found) == 1:
            return found[0]
    return None
