"""Photos on their way: those taken here to the server after the events, those wanted here from the server.

Both lie sealed, so the server keeps what it cannot show. A photo that does not get through waits for the next round
and holds up nothing; when nothing waits, nothing is asked.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from loket.db.engine import driver
from loket.db.photo_files import PhotoFiles, photos_beside
from loket.domain.errors import StorageCode, StorageError
from loket.domain.scope import Scope
from loket.services.desk import Desk
from loket.sync.transport import Declined, Piece, Transport, Unreachable

log = logging.getLogger(__name__)
PIECE_BYTES = 32 * 1024  # on a line of 2 kB a second a quarter of a minute's work is lost at most
SEND_MOST, FETCH_MOST = 100, 100  # in one round: new events must not wait long behind photos
LONGEST_MS = 60_000
_MOST_STEPS = 64  # of one photo; more would be going in circles
# A photo nobody's row names yet belongs to a form that stands open; it is sent once it was saved. Scans of deposit
# slips travel with the photos.
_TO_SEND = """SELECT lower(hex(sha256)) FROM photo_to_send
WHERE EXISTS (SELECT 1 FROM member WHERE photo = lower(hex(sha256)) AND photo <> '')
    OR EXISTS (SELECT 1 FROM remittance WHERE scan = lower(hex(sha256)))
ORDER BY added_at, sha256 LIMIT ?"""
_SENT = "DELETE FROM photo_to_send WHERE sha256 = ?"
Progress = Callable[[str, int, int], object]


@dataclass(frozen=True, slots=True)
class PhotoReport:
    """What a round did with photos. `more`: some wait only because this round did enough."""

    sent: int = 0
    fetched: int = 0
    more: bool = False


def exchange_photos(desk: Desk, transport: Transport, token: str, scope: Scope, progress: Progress) -> PhotoReport:
    """Send what waits and fetch what is wanted. A line that breaks, or a disk that is full, only ends it early."""
    at_work = _Exchange(desk, transport, token, photos_beside(desk.database.path), progress)
    try:
        if scope is not Scope.FULL:
            at_work.have_none()
            return PhotoReport()
        at_work.send()
        at_work.fetch()
    except (Unreachable, Declined, StorageError) as error:
        log.warning("photos wait for the next round: %s", error.code)
        return PhotoReport(at_work.sent, at_work.fetched)
    return PhotoReport(at_work.sent, at_work.fetched, at_work.more)


@dataclass
class _Exchange:
    desk: Desk
    transport: Transport
    token: str
    files: PhotoFiles
    progress: Progress
    sent: int = 0
    fetched: int = 0
    more: bool = False

    def __post_init__(self) -> None:
        self._until_ms = self.desk.clock.mono_ms() + LONGEST_MS

    def have_none(self) -> None:
        """A counter that visitors use keeps no photos, also those it had when it was a desk."""
        self.desk.photos_wanted.clear()
        if self.files.clear():
            with self.desk.database.write() as connection:
                driver(connection).execute("DELETE FROM photo_to_send")

    def send(self) -> None:
        with self.desk.database.read() as connection:
            waiting = [row[0] for row in driver(connection).execute(_TO_SEND, (SEND_MOST + 1,))]
        for number, name in enumerate(waiting):
            if number == SEND_MOST or self._is_late():
                self.more = self.sent > 0  # where nothing gets through, another round at once would not help
                return
            self.progress("photos", number, len(waiting))
            if self._send(name):
                self._done_with(name)

    def fetch(self) -> None:
        wanted = sorted(self.desk.photos_wanted)
        for number, name in enumerate(wanted):
            if number == FETCH_MOST or self._is_late():
                self.more = self.more or self.fetched > 0
                return
            self.progress("photos", number, len(wanted))
            self._fetch(name)
            self.desk.photos_wanted.discard(name)  # one the server has not either is asked for when it is shown again

    def _is_late(self) -> bool:
        return self.desk.clock.mono_ms() > self._until_ms

    def _send(self, name: str) -> bool:
        """Bring one photo, from where the last try broke off. False: it waits for another round."""
        content = self._content(name)
        if content is None:
            return True  # nothing is left of it that could be sent
        reached = self._reached(name)
        for _ in range(_MOST_STEPS):
            if reached >= len(content):
                self.sent += 1
                return True
            piece = Piece(content[reached : reached + PIECE_BYTES], reached, len(content))
            try:
                reached, _ = self.transport.file("PATCH", name, self.token, piece)
            except Declined as declined:
                if declined.code == "offset" and declined.problem.detail.isdigit():
                    reached = int(declined.problem.detail)
                elif declined.status in (413, 422):  # this one only; its pieces were thrown away
                    log.warning("photo %s: %s", name[:8], declined.code)
                    return False
                else:
                    raise
        return False

    def _reached(self, name: str) -> int:
        try:
            return self.transport.file("HEAD", name, self.token)[0]
        except Declined as declined:
            if declined.status != 404:
                raise
            return 0

    def _content(self, name: str) -> bytes | None:
        try:
            return self.files.get(name)
        except StorageError as error:
            if error.code is not StorageCode.DAMAGED:
                raise
            log.warning("photo %s is damaged", name[:8])
            return None

    def _done_with(self, name: str) -> None:
        with self.desk.database.write() as connection:
            driver(connection).execute(_SENT, (bytes.fromhex(name),))

    def _fetch(self, name: str) -> None:
        try:
            _, content = self.transport.file("GET", name, self.token)
        except Declined as declined:
            if declined.status != 404:
                raise
            return
        if self.files.put_as(name, content):
            self.fetched += 1
        else:
            log.warning("photo %s came as something else", name[:8])
