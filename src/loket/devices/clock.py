"""The machine's clock and the source of new keys: the only places that read the time or draw lots for identity."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from loket.domain.entities import Id
from loket.domain.ports import Clock

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_NS_PER_MS = 1_000_000
_RANDOM_BITS = 74  # what RFC 9562 leaves beside 48 bits of time, the version and the variant
_LOW_BITS = 62


class SystemClock:
    """Wall time and time since boot, as the operating system tells them.

    Attributes:
        boot_id: the same for every program started since the machine was switched on. Where the system has no name
            for a boot it is made from the boot time: setting the clock then looks like another boot, which only makes
            a reader of the journal more careful.
    """

    def __init__(self) -> None:
        self.boot_id = _boot_id()

    def now(self) -> datetime:
        """Aware UTC time, cut to milliseconds."""
        now = datetime.now(UTC)
        return now.replace(microsecond=now.microsecond // 1000 * 1000)

    def mono_ms(self) -> int:
        """Milliseconds since boot; never goes back, and counts the time asleep where the system can tell."""
        return _since_boot_ns() // _NS_PER_MS


class CarriedClock:
    """A time known once, carried on by the time since boot: for a computer whose own clock is wrong."""

    def __init__(self, machine: Clock, known: datetime, mono_ms: int) -> None:
        self._machine, self._known, self._mono_ms = machine, known, mono_ms
        self.boot_id = machine.boot_id

    def now(self) -> datetime:
        return self._known + timedelta(milliseconds=self.mono_ms() - self._mono_ms)

    def mono_ms(self) -> int:
        return self._machine.mono_ms()


def _since_boot_ns() -> int:
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic_ns() if boottime is None else time.clock_gettime_ns(boottime)


def _boot_id() -> str:
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return f"boot-{(time.time_ns() - _since_boot_ns()) // (60_000 * _NS_PER_MS)}"


class UuidV7Ids:
    """New keys as UUIDv7 (RFC 9562), 32 hex digits: a later one sorts after an earlier one of this program.

    Threads may share it. When the wall clock stands still or goes back, the last key is counted on.
    """

    def __init__(self, time_ms: Callable[[], int] = lambda: time.time_ns() // _NS_PER_MS) -> None:
        self._time_ms = time_ms
        self._lock = threading.Lock()
        self._last = -1

    def new(self) -> Id:
        """A new UUIDv7."""
        with self._lock:
            value = self._time_ms() << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)
            self._last = value = max(value, self._last + 1)
        return _as_uuid(value)


def _as_uuid(value: int) -> Id:
    """122 bits with version 7 and the RFC's variant put between them."""
    low = value & ((1 << _LOW_BITS) - 1)
    middle = value >> _LOW_BITS & 0xFFF
    high = value >> _RANDOM_BITS & 0xFFFF_FFFF_FFFF
    return Id(f"{high << 80 | 7 << 76 | middle << 64 | 0b10 << 62 | low:032x}")
