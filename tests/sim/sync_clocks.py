"""Clocks and keys of simulated machines: everything that would otherwise come from a real one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from loket.db.rows import from_ms
from loket.domain.entities import Id


class SimClock:
    """A PC's clocks: the wall, which may be wrong, and the time since it was switched on, which is not."""

    def __init__(self, world_ms: Callable[[], int], name: str) -> None:
        self._world_ms, self._name = world_ms, name
        self.error_ms = 0
        self.boot()

    def boot(self) -> None:
        self._boot_ms = self._world_ms() - 60_000
        self.boot_id = f"{self._name}-{self._boot_ms}"

    def now(self) -> datetime:
        return from_ms(self._world_ms() + self.error_ms)

    def mono_ms(self) -> int:
        return self._world_ms() - self._boot_ms


class SimIds:
    """Keys shaped like UUIDv7: the machine's own wall clock, then a count, then which machine it is."""

    def __init__(self, now_ms: Callable[[], int], node: int) -> None:
        self._now_ms, self._node, self.made = now_ms, node, 0

    def new(self) -> Id:
        self.made += 1
        ms = max(0, self._now_ms()) & 0xFFFF_FFFF_FFFF
        return Id(f"{ms:012x}7{self.made & 0xFFF:03x}8{self._node:05x}{self.made:010x}")
