"""Identity numbers of members: sealed before they are stored, found again without being read (UU 27/2022)."""

from __future__ import annotations

from typing import Any

from loket.db import sealing
from loket.domain.entities import Id

_SEAL, _INDEX = "member-identity", "member-identity-index"


class IdentityKeys:
    """The library's keys for identity numbers, read once for a piece of work. Never logged, never stored."""

    def __init__(self, driver_connection: Any) -> None:
        secret = sealing.library_secret(driver_connection)
        self._seal_key = sealing.subkey(secret, _SEAL)
        self._pepper = sealing.subkey(secret, _INDEX)

    def index(self, number: str) -> bytes:
        """By this the same number is found again, however it was typed."""
        return sealing.identity_index(self._pepper, number)

    def seal(self, member_id: Id, number: str) -> bytes:
        """The number sealed for this member; for another member it does not open."""
        return sealing.seal(self._seal_key, number.encode(), member_id.encode())

    def unseal(self, member_id: Id, sealed: bytes) -> str:
        """The number in full. Whoever shows it writes that down first. Raises StorageError(DAMAGED)."""
        return sealing.unseal(self._seal_key, sealed, member_id.encode()).decode()
