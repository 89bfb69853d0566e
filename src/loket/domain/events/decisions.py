"""What people decided about cases, and what the central server noted."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from loket.domain.entities import Id
from loket.domain.events.base import Event, event


@event
class CaseResolved(Event):
    """What a person decided where the rules could not. `choice` is one of `decisions.choices_for`, or the server's own.

    `value` is what some choices ask for, such as a date; `decided_by` is a user name.
    """

    case_id: Id
    choice: str
    note: str = ""
    value: str = ""
    decided_by: str = ""


@event
class SystemNoted(Event):
    """Something the central server saw: a clone, a fork, an event it does not know.

    Noting it again under the same `key` is the same case.
    """

    cls: str
    severity: str
    entity: str
    key: str
    detail: dict[str, Any] = field(default_factory=dict)


@event
class EventReplayed(Event):
    """The server can book an event now that it had to put aside; its place in the order is here."""

    replays: Id
