"""How this database and its server know each other: what `meta` holds of it, read once for a round."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from loket.db.meta import get_meta, set_meta
from loket.domain.entities import Id
from loket.domain.scope import Scope

SERVER_URL, SERVER_PIN, SERVER_KEY, SEAL_KEY = "server_url", "server_pin", "server_key", "seal_key"
PRIVATE_KEY, NONCE, SCOPE = "station_private_key", "sync_nonce", "scope"
NEXT_KEY = "station_private_key_next"  # of a counter that joins again, until the server has taken it
CURSOR, INCARNATION, REPLACING = "pull_cursor", "server_incarnation", "pull_replacing"
BATCH_SIZE, ROUND = "push_events", "sync_round"
LAST_OK, LAST_ERROR = "last_sync_at", "last_sync_error"


class NotEnrolled(Exception):  # noqa: N818
    """This database belongs to no server yet."""


@dataclass(frozen=True, slots=True)
class Account:
    """What a round needs to know.

    Attributes:
        replacing: the rows being pulled take the place of all rows here: a first snapshot, or a restored server's.
        batch_events: how many events a push tries to send at once.
    """

    library_id: Id
    station_id: Id
    server_url: str
    server_pin: str
    server_key: bytes
    seal_key: bytes
    private_key: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    scope: Scope
    cursor: int
    incarnation: bytes | None
    replacing: bool
    batch_events: int | None


def read_account(driver_connection: Any) -> Account:
    """Raises NotEnrolled."""

    def known(key: str) -> str:
        return get_meta(driver_connection, key) or ""

    if not known(SERVER_URL):
        raise NotEnrolled
    return Account(
        library_id=Id(known("library_id")),
        station_id=Id(known("station_id")),
        server_url=known(SERVER_URL),
        server_pin=known(SERVER_PIN),
        server_key=bytes.fromhex(known(SERVER_KEY)),
        seal_key=bytes.fromhex(known(SEAL_KEY)),
        private_key=bytes.fromhex(known(PRIVATE_KEY)),
        nonce=bytes.fromhex(known(NONCE)),
        scope=Scope(known(SCOPE)),
        cursor=int(known(CURSOR) or 0),
        incarnation=bytes.fromhex(known(INCARNATION)) or None,
        replacing=known(REPLACING) == "1",
        batch_events=int(known(BATCH_SIZE)) if known(BATCH_SIZE) else None,
    )


def is_enrolled(driver_connection: Any) -> bool:
    return bool(get_meta(driver_connection, SERVER_URL))


def begin_anew(driver_connection: Any) -> None:
    """All rows are to be pulled again and to take the place of those here; what was staged is of no use."""
    driver_connection.execute("DELETE FROM pulled")
    set_meta(driver_connection, CURSOR, "0")
    set_meta(driver_connection, REPLACING, "1")
