"""What every row has in common."""

from __future__ import annotations

from typing import Any, ClassVar, NewType

Id = NewType("Id", str)
SERVER_STATION = Id("f" * 32)
"""The station of events that the central server writes itself; no counter bears this id."""


class Entity:
    """Base of every row that travels."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Any]]
