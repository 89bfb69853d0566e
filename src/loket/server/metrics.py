"""Figures about the server itself, in the text form Prometheus reads: counts and ids, never anything about people."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Iterable

Sample = tuple[dict[str, str], float]


class Requests:
    """How many requests each route answered with what, and how long they took. Threads may share it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[tuple[str, str, int]] = Counter()
        self._seconds: defaultdict[tuple[str, str], float] = defaultdict(float)

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        method = method if method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS") else "other"
        with self._lock:
            self._counts[method, route, status] += 1
            self._seconds[method, route] += seconds

    def text(self) -> str:
        with self._lock:
            counts, seconds = sorted(self._counts.items()), sorted(self._seconds.items())
        return family(
            "loket_requests_total",
            "counter",
            "Requests answered.",
            (({"method": m, "route": r, "status": str(s)}, n) for (m, r, s), n in counts),
        ) + family(
            "loket_request_seconds_total",
            "counter",
            "Seconds spent on them.",
            (({"method": m, "route": r}, n) for (m, r), n in seconds),
        )


def family(name: str, kind: str, about: str, samples: Iterable[Sample]) -> str:
    """One metric with all its label sets."""
    lines = [f"# HELP {name} {about}", f"# TYPE {name} {kind}"]
    lines += [f"{name}{_labels(labels)} {_number(value)}" for labels, value in samples]
    return "\n".join(lines) + "\n"


def _labels(labels: dict[str, str]) -> str:
    inside = ",".join(f'{name}="{_escaped(value)}"' for name, value in labels.items())
    return f"{{{inside}}}" if inside else ""


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else f"{value:.6f}"
