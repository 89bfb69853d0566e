"""What the books contradict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from loket.domain.entities.base import Entity, Id


@dataclass(frozen=True, slots=True)
class Case(Entity):
    """Something `apply` booked although the books contradicted it; a person looks at it in "Perlu diputuskan"."""

    id: Id
    cls: str
    severity: str  # info, low, medium, high
    entity: str
    event_id: Id
    opened_at: datetime
    detail: str = ""  # JSON: ids and values the sentence needs
    closed: bool = False
    station_id: Id | None = None  # the desk whose event opened it
    operator_id: Id | None = None
    choice: str = ""
    decision_note: str = ""
    decided_by: str = ""  # user name
    resolved_at: datetime | None = None
