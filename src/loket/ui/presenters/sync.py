"""What the sync page decides: how grave it is, who may do what, and the work behind its buttons."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from loket.db.engine import Database, driver, translated
from loket.domain.entities import Operator, Role
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.ports import Clock, Ids
from loket.services.desk import Desk
from loket.sync.account import is_enrolled
from loket.ui.jobs import JobRunner

if TYPE_CHECKING:  # what speaks to the server takes longer to import than the window has to spare
    from loket.sync.client import Progress, RoundReport
    from loket.sync.status import SyncStatus

log = logging.getLogger(__name__)
LATE, OVERDUE = timedelta(hours=24), timedelta(hours=72)


class Standing(StrEnum):
    """How long something waits: amber after a day, red after three. Source: sync specification, the status line."""

    WELL = "well"
    LATE = "late"
    OVERDUE = "overdue"


def standing_of(status: SyncStatus, now: datetime, of: datetime | None = None) -> Standing:
    """How long the oldest unsent event waits; or, with `of`, how long ago that was."""
    since = of or (status.pending_since if status.pending else None)
    if since is None or now - since <= LATE:
        return Standing.WELL
    return Standing.LATE if now - since <= OVERDUE else Standing.OVERDUE


def demand_admin(operator: Operator | None) -> None:
    """Which server a counter belongs to is an administrator's matter. Raises Refused."""
    if operator is None:
        raise Refused(RefusalCode.NOT_SIGNED_IN)
    if Role.ADMIN.value not in operator.roles:
        raise Refused(RefusalCode.ROLE_MISSING, roles=(Role.ADMIN.value,))


# ---- work for the lanes ----------------------------------------------------------------------------------------------


def join(database: Database, clock: Clock, ids: Ids, address: str, code: str) -> Desk:
    """Enrol this database. Raises InvalidInput: ("server_address", …), ("enrol_code", …); StorageError."""
    from loket.devices.machine import machine_marks
    from loket.sync.enrol import enrol, invitation

    invited = invitation(address, code)
    log.info("enrolling")
    return enrol(database, clock, ids, invited, marks=machine_marks())


def fetch_all(desk: Desk, progress: Progress) -> Desk:
    """The first snapshot of a new counter; broken off, the next call goes on. Raises InvalidInput for the server."""
    from loket.sync.client import Confused
    from loket.sync.enrol import fill
    from loket.sync.servertime import transport_of
    from loket.sync.transport import Declined, Unreachable

    transport = transport_of(desk)
    try:
        return fill(desk, transport, progress=progress)
    except Unreachable as error:
        raise InvalidInput("server_address", f"server_{error.code}") from error
    except Declined as error:
        raise InvalidInput("enrol_code", error.code) from error
    except Confused as error:
        raise InvalidInput("server_address", "server_trouble") from error
    finally:
        transport.close()


def unfinished(database: Database, clock: Clock, ids: Ids) -> Desk | None:
    """The desk of a counter that joined a server but has no rows yet; None for any other."""
    with database.read() as connection:
        if not is_enrolled(driver(connection)):
            return None  # most new computers: spare them the libraries of the network
    from loket.sync.enrol import joined_and_filled, unfilled_desk

    filled = joined_and_filled(database)[1]
    return None if filled else unfilled_desk(database, clock, ids)


def save_packet(desk: Desk, path: Path) -> int:
    from loket.sync import packet

    return packet.save_packet(desk, path)


def read_packet(desk: Desk, path: Path) -> RoundReport:
    """Raises InvalidInput("packet", …), StorageError."""
    from loket.sync import packet
    from loket.sync.client import Confused

    with translated(path):
        data = path.read_bytes()
    try:
        return packet.read_reply(desk, data)
    except Confused as error:
        raise InvalidInput("packet", "packet_unreadable") from error


# ---- the page --------------------------------------------------------------------------------------------------------


class Link(Protocol):
    """What the presenter needs of `ui.syncing.Syncing`."""

    def sync_now(self) -> None: ...
    def check_thoroughly(self, done: Callable[[RoundReport], None], failed: Callable[[Exception], None]) -> None: ...
    def restart(self) -> None: ...
    def took(self, report: RoundReport) -> None: ...


class SyncView(Protocol):
    def show_busy(self, work: str) -> None:
        """Long work under way: "join", "save", "read" or "check"."""

    def show_idle(self) -> None: ...
    def show_joined(self) -> None: ...
    def show_saved(self, path: Path, events: int) -> None: ...
    def show_taken(self, report: RoundReport) -> None: ...
    def show_checked(self, report: RoundReport) -> None: ...
    def show_invalid(self, error: InvalidInput) -> None: ...
    def show_problem(self, error: Exception) -> None: ...


class SyncPresenter:
    """Knows no Qt. One piece of work at a time; what asks the server never runs in the writing lane."""

    def __init__(self, desk: Desk, jobs: JobRunner, view: SyncView, link: Link) -> None:
        self._desk, self._jobs, self._view, self._link = desk, jobs, view, link
        self.busy = False

    def sync_now(self) -> None:
        self._link.sync_now()

    def join(self, address: str, code: str) -> None:
        """Enrol the open library's counter; it goes on working meanwhile."""
        desk = self._desk

        def work() -> Desk:
            demand_admin(desk.operator)
            return join(desk.database, desk.clock, desk.ids, address, code)

        self._begin("join", work, lambda _: self._joined())

    def _joined(self) -> None:
        self._link.restart()
        self._view.show_joined()

    def save_packet(self, path: Path) -> None:
        def saved(events: int) -> None:
            self._view.show_saved(path, events)

        self._begin("save", lambda: save_packet(self._desk, path), saved)

    def read_packet(self, path: Path) -> None:
        def taken(report: RoundReport) -> None:
            self._link.took(report)
            self._view.show_taken(report)

        self._begin("read", lambda: read_packet(self._desk, path), taken)

    def check_thoroughly(self) -> None:
        """Compare every table with the server, large ones too."""
        if self.busy:
            return
        self._set_busy("check")
        self._link.check_thoroughly(lambda report: self._end(self._view.show_checked, report), self._failed)

    def _begin(self, name: str, work: Callable[[], object], done: Callable[..., None]) -> None:
        if self.busy:
            return
        self._set_busy(name)
        self._jobs.start(work, on_success=lambda result: self._end(done, result), on_failure=self._failed, lane="read")

    def _set_busy(self, name: str) -> None:
        self.busy = True
        self._view.show_busy(name)

    def _end(self, done: Callable[..., None], result: object) -> None:
        self.busy = False
        self._view.show_idle()
        done(result)

    def _failed(self, error: Exception) -> None:
        self.busy = False
        self._view.show_idle()
        if isinstance(error, InvalidInput):
            self._view.show_invalid(error)
        else:
            self._view.show_problem(error)
