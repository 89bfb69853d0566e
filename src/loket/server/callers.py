"""Who asks, and how the server says no."""

from __future__ import annotations

from dataclasses import dataclass

from loket.domain.entities import Id
from loket.domain.scope import Scope


@dataclass(frozen=True, slots=True)
class Caller:
    """An authorised counter: what it may see follows from its token alone, never from what it says."""

    library_id: Id
    station_id: Id
    scope: Scope


class ServerRefused(Exception):  # noqa: N818 - says no, as the domain's Refused does
    """The server does not do as asked.

    Attributes:
        status: the HTTP status that says so.
        code: for programs; `sync.wire.Problem` carries it.
        detail: for the log and for developers; names no person.
    """

    def __init__(self, status: int, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.status = status
        self.code = code
        self.detail = detail
