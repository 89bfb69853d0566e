"""What every event is made of: its stamp, its registration, and which of its fields are personal."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from typing import Any, ClassVar, TypeVar, dataclass_transform

from loket.domain.entities import Id

E = TypeVar("E", bound="Event")
DOUBTFUL = "doubtful"  # the clock quality of a time nobody trusts
UNTOLD = datetime.min.replace(tzinfo=UTC)
"""In a field that older versions of an event did not have: nothing is said."""


def personal() -> Any:
    """Mark a field as personal data. Its default is None: erased."""
    return field(default=None, metadata={"personal": True})


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who, where and when. `began_at` is the action's first scan, `done_at` its end: service times come from both.

    `business_on` is the library's own date; `utc_offset_min` its zone then (WIB 420, WITA 480, WIT 540).
    `clock_quality`: "server_synced", "confirmed" by an operator, "plausible", or "doubtful".
    `corrected_at` is what the server worked out where the counter's clock was wrong; journals do not hold it.
    """

    event_id: Id
    began_at: datetime
    done_at: datetime
    business_on: date
    utc_offset_min: int
    station_id: Id
    operator_id: Id | None
    boot_id: str
    mono_ms: int
    clock_quality: str
    corrected_at: datetime | None = None

    @property
    def at(self) -> datetime:
        """When it happened, as well as anybody knows."""
        return self.corrected_at or self.done_at

    @property
    def is_sound(self) -> bool:
        """Whether its time can be held against that of other counters."""
        return self.corrected_at is None and self.clock_quality != DOUBTFUL


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events. `version` rises when an upcaster is added for older bodies."""

    version: ClassVar[int] = 1


EVENTS: dict[str, type[Event]] = {}


@dataclass_transform(frozen_default=True)
def event(cls: type[E]) -> type[E]:
    """Make a class an event: a frozen value, known by its name to every journal."""
    made: type[E] = dataclass(frozen=True, slots=True)(cls)
    EVENTS[made.__name__] = made
    return made


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as it stands in a journal."""

    stamp: Stamp
    event: Event


def personal_fields(kind: type[Event]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind) if f.metadata.get("personal"))
