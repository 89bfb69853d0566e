"""When the next round is due: a pure reckoning over a clock that never goes back.

Whatever happened, there is a next time: a schedule has no state without one. Source: sync specification 2.6, triggers
and retry; times in seconds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

USUAL_S = 15 * 60.0
MANY_PENDING = 50
FIRST_BACKOFF_S, LONGEST_BACKOFF_S = 2.0, 15 * 60.0
LEAST_WAIT_S = 0.5  # full jitter may draw nothing at all
NIGHT_STARTS, NIGHT_MIN = time(21), 120
_DAY_MIN = 24 * 60


@dataclass(frozen=True, slots=True)
class Facts:
    """What the schedule is told. `local`: the library's own time of day, for the nightly slot."""

    pending: int
    local: time


class Schedule:
    """Times of the rounds of one counter. `draw` gives numbers in [0, 1)."""

    def __init__(self, station_id: str, draw: Callable[[], float], now: float) -> None:
        self._draw = draw
        self._slot_min = night_slot_min(station_id)
        self._failures = 0
        self._ended: float | None = None  # None: nothing was tried since the start
        self._retry_at = now
        self._asked = False
        self._night_done_at: float | None = None

    def next_due(self, now: float, facts: Facts) -> float:
        """When the next round should begin; a time that has passed means at once."""
        if self._asked or self._ended is None:
            return now
        if self._failures:
            return self._retry_at
        if facts.pending >= MANY_PENDING:
            return now
        return min(self._ended + USUAL_S, self._night_at(now, facts))

    def ask(self) -> None:
        """Somebody wants a round now, or the desk closes: waiting times do not count."""
        self._asked = True

    def begun(self, now: float, facts: Facts) -> bool:
        """A round begins. True when it is the night's, which compares large tables too."""
        self._asked = False
        at_night = self._night_at(now, facts) <= now
        if at_night:
            self._night_done_at = now
        return at_night

    def succeeded(self, now: float) -> None:
        self._failures, self._ended = 0, now

    def failed(self, now: float) -> None:
        """Wait a while drawn from a window that doubles, so that counters do not come back all at once."""
        window = min(LONGEST_BACKOFF_S, FIRST_BACKOFF_S * 2.0 ** min(self._failures, 20))
        self._failures, self._ended = self._failures + 1, now
        self._retry_at = now + max(LEAST_WAIT_S, self._draw() * window)

    def _night_at(self, now: float, facts: Facts) -> float:
        """When this counter's place in the night comes, or that it is there now and was not used yet."""
        minutes = (facts.local.hour * 60 + facts.local.minute - self._slot_min) % _DAY_MIN
        unused = self._night_done_at is None or now - self._night_done_at > NIGHT_MIN * 60.0
        if minutes < NIGHT_MIN and unused:
            return now
        return now + (_DAY_MIN - minutes) * 60.0


def night_slot_min(station_id: str) -> int:
    """Minute of the day at which a counter's nightly round begins; spread, so that not all come at once."""
    spread = int.from_bytes(hashlib.sha256(station_id.encode()).digest()[:4]) % NIGHT_MIN
    return (NIGHT_STARTS.hour * 60 + NIGHT_STARTS.minute + spread) % _DAY_MIN
