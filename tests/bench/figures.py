"""Figures of syncing that are no time of one call: how many a second, bytes, questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench.timing import Measured

SIZE_NAME = "sinkron"
Tell = Callable[[str], None]


@dataclass(slots=True)
class Figure:
    """A figure that is no time of one call. `budget` and `ok` say what was promised of it and whether it was kept."""

    name: str
    value: float
    unit: str
    budget: str = ""
    ok: bool = True

    def row(self) -> dict[str, Any]:
        times: dict[str, Any] = dict.fromkeys(("p50_ms", "p99_ms", "baseline_ms", "ratio"))
        head = {"name": self.name, "size": SIZE_NAME}
        return head | times | {"budget": self.budget, "ok": self.ok, "value": round(self.value, 2), "unit": self.unit}


def at_most(name: str, value: float, unit: str, most: float) -> Figure:
    return Figure(name, value, unit, f"≤ {most:g} {unit}".strip(), value <= most)


def at_least(name: str, value: float, unit: str, least: float) -> Figure:
    return Figure(name, value, unit, f"≥ {least:g} {unit}", value >= least)


Found = Measured | Figure
