"""Times taken, what they are held against, and the rows of `out/bench.json`."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


def percentile(sorted_values: Sequence[float], share: float) -> float:
    """Nearest rank: the smallest value that at least this share of all does not exceed."""
    rank = max(0, -(-int(share * 1000) * len(sorted_values) // 1000) - 1)
    return sorted_values[rank]


@dataclass(frozen=True, slots=True)
class Budget:
    """What a measurement should stay within; None where nothing was promised."""

    p99_ms: float | None = None
    p50_ms: float | None = None
    ratio: float | None = None
    mb: float | None = None

    def __str__(self) -> str:
        parts = []
        if self.ratio is not None:
            parts.append(f"p50 ≤ {self.ratio:g} × tulisan tangan")
        for name, limit in (("p50", self.p50_ms), ("p99", self.p99_ms)):
            if limit is not None:
                parts.append(f"{name} ≤ {limit:g} ms")
        if self.mb is not None:
            parts.append(f"≤ {self.mb:g} MB")
        return ", ".join(parts)


@dataclass(slots=True)
class Measured:
    """One row: times of ours, of the same thing written by hand, and the budget. `mb` is for memory, which has no time.

    `why_not`: a measurement that could not be taken says so instead of showing a figure.
    """

    name: str
    size: str
    budget: Budget
    ours_ms: list[float] = field(default_factory=list)
    by_hand_ms: list[float] = field(default_factory=list)
    mb: float | None = None
    why_not: str = ""

    def row(self) -> dict[str, Any]:
        p50, p99 = self._at(self.ours_ms, 0.5), self._at(self.ours_ms, 0.99)
        baseline = self._at(self.by_hand_ms, 0.5)
        ratio = round(p50 / baseline, 2) if p50 is not None and baseline else None
        row: dict[str, Any] = {
            "name": self.name,
            "size": self.size,
            "p50_ms": p50,
            "p99_ms": p99,
            "baseline_ms": baseline,
            "ratio": ratio,
            "budget": str(self.budget),
            "ok": self._ok(p50, p99, ratio),
        }
        if self.mb is not None:
            row["mb"] = round(self.mb, 1)
        if self.why_not:
            row["why_not"] = self.why_not
        return row

    def _ok(self, p50: float | None, p99: float | None, ratio: float | None) -> bool:
        """Every promise kept. What was not measured is not kept."""
        budget = self.budget
        pairs = ((budget.p50_ms, p50), (budget.p99_ms, p99), (budget.ratio, ratio), (budget.mb, self.mb))
        return not self.why_not and all(
            found is not None and found <= most for most, found in pairs if most is not None
        )

    @staticmethod
    def _at(times: list[float], share: float) -> float | None:
        return round(percentile(sorted(times), share), 3) if times else None


def timed(work: Callable[[], T], into: list[float] | None) -> T:
    """Do it; its milliseconds go into the list, unless this is only a warm-up."""
    began = time.perf_counter_ns()
    result = work()
    took_ms = (time.perf_counter_ns() - began) / 1e6
    if into is not None:
        into.append(took_ms)
    return result


_HEADINGS = ("ukuran", "pengukuran", "p50 ms", "p99 ms", "tangan ms", "rasio", "batas", "")


def table(rows: Sequence[dict[str, Any]]) -> str:
    """The rows for a person to read."""
    lines = [_HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(_HEADINGS))]
    return "\n".join(
        "  ".join(cell.rjust(width) if 2 <= n <= 5 else cell.ljust(width) for n, (cell, width) in pairs).rstrip()
        for pairs in (list(enumerate(zip(line, widths, strict=True))) for line in lines)
    )


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    verdict = "baik" if row["ok"] else "LEWAT"
    figures = [_figure(row[key]) for key in ("p50_ms", "p99_ms", "baseline_ms", "ratio")]
    if "mb" in row:
        figures[0] = f"{row['mb']:.0f} MB"
    if "value" in row:
        figures[0] = f"{row['value']:,.1f} {row['unit']}".strip()
    if "why_not" in row:
        verdict = f"tidak terukur: {row['why_not']}"
    return (row["size"], row["name"], *figures, row["budget"], verdict if row["budget"] else "")


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"
